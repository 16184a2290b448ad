#include "project/member_data.h"

#include <algorithm>
#include <numeric>

#include "base/csv.h"
#include "base/text.h"
#include "project/errors.h"
#include "project/member_data_row.h"

namespace sumi::project {

namespace {

// FNV-1a: the order of a table of members by it is never seen.
std::uint64_t scattered(std::string_view text) {
  std::uint64_t h = 0xcbf29ce484222325U;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return h ^ (h >> 29);
}

struct ColumnName {
  MemberDataLayout::Column column;
  std::string_view name;
};
constexpr std::array<ColumnName, 21> column_names{{{MemberDataLayout::member, "member"}, {MemberDataLayout::member, "会員"}, {MemberDataLayout::member, "会員番号"},
    {MemberDataLayout::activity, "activity"}, {MemberDataLayout::activity, "活動"}, {MemberDataLayout::parameter, "parameter"}, {MemberDataLayout::parameter, "記号"},
    {MemberDataLayout::period, "period"}, {MemberDataLayout::period, "期間"}, {MemberDataLayout::value, "value"}, {MemberDataLayout::value, "値"},
    {MemberDataLayout::unit, "unit"}, {MemberDataLayout::unit, "単位"}, {MemberDataLayout::monitoring_class, "class"}, {MemberDataLayout::monitoring_class, "分類"},
    {MemberDataLayout::evidence, "evidence"}, {MemberDataLayout::evidence, "根拠"}, {MemberDataLayout::evidence, "根拠資料"}, {MemberDataLayout::note, "note"},
    {MemberDataLayout::note, "備考"}, {MemberDataLayout::note, "注記"}}};

// Where a line ends, and where the next begins.
std::size_t line_end_of(std::string_view text, std::size_t from, char line_end) { return std::min(text.find(line_end, from), text.size()); }

}  // namespace

std::uint64_t FindingList::total() const {
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}, [](std::uint64_t sum, const auto& c) { return sum + c.second; });
}

void add_finding(FindingList& list, std::size_t findings_max, Error error) {
  ++list.counts[error.def->number];
  if (list.shown.size() < findings_max) list.shown.push_back(std::move(error));
}

// ---- Members by number ----

MemberIndex::MemberIndex(const std::vector<ProgrammeMember>& members) : members_(&members) {
  by_number_.resize(members.size());
  std::iota(by_number_.begin(), by_number_.end(), 0U);
  std::size_t size = 16;
  while (size < members.size() * 2) size *= 2;
  slots_.resize(size);
  if (fill()) return;
  std::ranges::stable_sort(by_number_, [&](std::uint32_t a, std::uint32_t b) { return members[a].number < members[b].number; });
  std::ranges::fill(slots_, Slot{});
  fill();
}

bool MemberIndex::fill() {
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t begin = 0; begin < by_number_.size();) {
    const std::string& number = (*members_)[by_number_[begin]].number;
    std::uint32_t end = begin + 1;
    while (end < by_number_.size() && (*members_)[by_number_[end]].number == number) ++end;
    std::size_t slot = scattered(number) & mask;
    for (; slots_[slot].begin != slots_[slot].end; slot = (slot + 1) & mask) {
      if ((*members_)[by_number_[slots_[slot].begin]].number == number) return false;
    }
    slots_[slot] = {begin, end};
    distinct_ = distinct_ && end - begin == 1;
    begin = end;
  }
  return true;
}

std::span<const std::uint32_t> MemberIndex::find(std::string_view number, std::span<const std::uint32_t> last) const {
  if (!last.empty()) {
    const auto next = static_cast<std::size_t>(last.data() - by_number_.data()) + last.size();
    if (next < by_number_.size() && (*members_)[by_number_[next]].number == number) {
      std::size_t end = next + 1;
      while (end < by_number_.size() && (*members_)[by_number_[end]].number == number) ++end;
      return std::span(by_number_).subspan(next, end - next);
    }
  }
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = scattered(number) & mask; slots_[slot].begin != slots_[slot].end; slot = (slot + 1) & mask) {
    if ((*members_)[by_number_[slots_[slot].begin]].number == number) {
      return std::span(by_number_).subspan(slots_[slot].begin, slots_[slot].end - slots_[slot].begin);
    }
  }
  return {};
}

// ---- The reader ----

std::optional<std::uint16_t> MemberDataReader::Activity::find(std::string_view symbol) const {
  std::optional<std::uint16_t> only;
  for (std::size_t i = 0; i < series.size(); ++i) {
    if (series[i].name == symbol) return static_cast<std::uint16_t>(i);
    if (series[i].series->symbol != symbol) continue;
    if (only) return std::nullopt;  // which row of the list?
    only = static_cast<std::uint16_t>(i);
  }
  return only;
}

MemberDataReader::MemberDataReader(const CheckedPlan& plan, const std::vector<ProgrammeMember>& members, const MemberIndex& index, const Period& report,
                                   std::string_view text, std::string file, std::size_t findings_max)
    : plan_(plan), members_(members), index_(index), report_(report), text_(text), file_(std::move(file)), findings_max_(findings_max) {
  for (const CheckedActivity& a : plan.activities) {
    Activity activity{&a, {}};
    for (const MonitoredSeries& s : a.series) activity.series.push_back({&s, s.row.empty() ? s.symbol : s.symbol + " (" + s.row + ")"});
    activities_.push_back(std::move(activity));
  }
  activity_of_.reserve(members.size());
  std::int32_t last = 0;
  for (const ProgrammeMember& m : members) {
    const auto same = [&](std::int32_t i) { return i >= 0 && static_cast<std::size_t>(i) < activities_.size() && activities_[static_cast<std::size_t>(i)].activity->name == m.activity; };
    if (!same(last)) {
      const auto it = std::ranges::find(activities_, m.activity, [](const Activity& a) -> const std::string& { return a.activity->name; });
      last = it == activities_.end() ? -1 : static_cast<std::int32_t>(it - activities_.begin());
    }
    activity_of_.push_back(last);
  }
}

namespace {

class HeaderReader {
 public:
  explicit HeaderReader(const MemberDataReader& reader) : reader_(reader) {}

  Result<MemberDataLayout> read() {
    const std::string_view text = reader_.text();
    layout_.line_end = text.find('\n') != std::string_view::npos || text.find('\r') == std::string_view::npos ? '\n' : '\r';
    std::string_view line;
    if (!find_line(line)) return fail(errors::member_data_empty, {}, {reader_.file(), 1, 0});
    const Place place{reader_.file(), layout_.body_line - 1, 0};
    if (!valid_utf8(line)) return fail(errors::member_row_encoding, {}, place);
    CsvReader csv(line, reader_.file());
    CsvRecord record;
    const auto more = csv.next(record);
    if (!more) {
      Error error = more.error();
      error.place.line = place.line;
      return fail(std::move(error));
    }
    layout_.columns = record.fields.size();
    for (std::size_t i = 0; i < record.fields.size(); ++i) name_column(i, trim(to_half_width(record.fields[i])), place);
    require(place);
    if (!errors_.empty()) {
      Error first = std::move(errors_.front());
      first.also.assign(std::make_move_iterator(errors_.begin() + 1), std::make_move_iterator(errors_.end()));
      return fail(std::move(first));
    }
    return std::move(layout_);
  }

 private:
  bool find_line(std::string_view& line) {
    const std::string_view text = reader_.text();
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = line_end_of(text, at, layout_.line_end);
      line = text.substr(at, end - at);
      if (line.ends_with('\r')) line.remove_suffix(1);
      at = std::min(end + 1, text.size());
      ++layout_.body_line;
      if (line.empty() || line.front() == '#') continue;
      layout_.body = at;
      ++layout_.body_line;
      return true;
    }
    return false;
  }

  void name_column(std::size_t at, const std::string& name, Place place) {
    place.column = static_cast<std::uint32_t>(at + 1);
    const auto known = std::ranges::find(column_names, std::string_view(name), &ColumnName::name);
    if (known != column_names.end()) {
      auto& column = layout_.at[known->column];
      if (column) errors_.push_back(make_error(errors::member_header_twice, {{"column", name}}, place));
      column = at;
      return;
    }
    // A symbol, with its unit in brackets behind it.
    std::string symbol = name, unit;
    if (const std::size_t open = name.find('['); open != std::string::npos && name.ends_with(']')) {
      symbol = trim(name.substr(0, open));
      unit = trim(name.substr(open + 1, name.size() - open - 2));
    }
    const bool any = std::ranges::any_of(reader_.activities(), [&](const auto& a) { return a.find(symbol).has_value(); });
    if (!any) {
      errors_.push_back(make_error(errors::member_header_unknown, {{"column", name}, {"known", known_columns()}}, place));
    } else if (std::ranges::find(layout_.wide, symbol, &MemberDataLayout::WideColumn::symbol) != layout_.wide.end()) {
      errors_.push_back(make_error(errors::member_header_twice, {{"column", name}}, place));
    } else {
      layout_.wide.push_back({at, std::move(symbol), std::move(unit)});
    }
  }
  [[nodiscard]] std::string known_columns() const {
    std::string known = "member, activity, parameter, period, value, unit, class, evidence, note";
    for (const auto& a : reader_.activities()) {
      for (const auto& s : a.series) known += ", " + s.name;
    }
    return known;
  }

  void require(const Place& place) {
    const auto need = [&](MemberDataLayout::Column column, const char* name) {
      if (!layout_.at[column]) errors_.push_back(make_error(errors::member_header_missing, {{"column", name}}, place));
    };
    need(MemberDataLayout::member, "member");
    need(MemberDataLayout::period, "period");
    if (layout_.wide.empty()) {
      need(MemberDataLayout::parameter, "parameter");
      need(MemberDataLayout::value, "value");
      need(MemberDataLayout::unit, "unit");
      return;
    }
    for (const auto& [column, name] : {std::pair{MemberDataLayout::parameter, "parameter"}, {MemberDataLayout::value, "value"}, {MemberDataLayout::unit, "unit"}}) {
      if (layout_.at[column]) errors_.push_back(make_error(errors::member_header_both, {{"column", name}, {"symbol", layout_.wide.front().symbol}}, place));
    }
  }

  const MemberDataReader& reader_;
  MemberDataLayout layout_;
  std::vector<Error> errors_;
};

}  // namespace

Result<MemberDataLayout> MemberDataReader::layout() const { return HeaderReader(*this).read(); }

std::vector<std::string_view> MemberDataReader::pieces(const MemberDataLayout& layout, std::size_t count) const {
  std::vector<std::string_view> out;
  const std::size_t size = text_.size() - layout.body;
  std::size_t begin = layout.body;
  for (std::size_t i = 1; i <= count && begin < text_.size(); ++i) {
    std::size_t end = text_.size();
    if (i < count) end = std::min(line_end_of(text_, std::max(begin, layout.body + size / count * i), layout.line_end) + 1, text_.size());
    out.push_back(text_.substr(begin, end - begin));
    begin = end;
  }
  return out;
}

DataPiece MemberDataReader::read(const MemberDataLayout& layout, std::string_view piece, std::uint8_t number) const {
  return RowReader(*this, layout, piece, number).read();
}

}  // namespace sumi::project
