#include "project/member_data_row.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

#include "base/limits.h"
#include "base/text.h"
#include "project/errors.h"
#include "project/names.h"

namespace sumi::project {

namespace {

constexpr std::size_t periods_kept = 256;
constexpr std::size_t digits_of_i64 = 18;

std::string_view trimmed_of(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  // An ideographic space.
  constexpr std::string_view wide = "\xE3\x80\x80";
  if (text.starts_with(wide)) return trimmed_of(text.substr(wide.size()));
  if (text.ends_with(wide)) return trimmed_of(text.substr(0, text.size() - wide.size()));
  return text;
}

std::string shortened(std::string_view text) {
  constexpr std::size_t shown = 60;
  if (!valid_utf8(text)) return "?";
  if (text.size() <= shown) return std::string(text);
  std::size_t end = shown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "...";
}

// "1O0" and "l2" look like numbers to the eye.
bool looks_typed(std::string_view half) {
  bool digit = false, look_alike = false;
  for (const char c : half) {
    if (c >= '0' && c <= '9') digit = true;
    else if (c == 'O' || c == 'o' || c == 'l' || c == 'I') look_alike = true;
    else if (c != '.' && c != ',' && c != '-') return false;
  }
  return look_alike && (digit || half.size() > 1);
}

template <class List, class F>
std::string listed(const List& list, F name) {
  std::string out;
  for (const auto& item : list) out += (out.empty() ? "" : ", ") + std::string(name(item));
  return out.empty() ? "-" : out;
}

}  // namespace

std::string_view RowReader::trimmed(std::string_view text) { return trimmed_of(text); }

RowReader::RowReader(const MemberDataReader& reader, const MemberDataLayout& layout, std::string_view piece, std::uint8_t number)
    : reader_(reader), layout_(layout), piece_(piece), number_(number), periods_(periods_kept) {
  fields_.reserve(layout.columns);
  for (std::size_t c = 0; c < at_.size(); ++c) at_[c] = layout.at[c] ? static_cast<std::int32_t>(*layout.at[c]) : -1;
  units_.reserve(16);
}

DataPiece RowReader::read() {
  constexpr std::size_t bytes_of_a_row = 48;
  out_.values.reserve(piece_.size() / bytes_of_a_row * std::max<std::size_t>(layout_.wide.size(), 1));
  const char* at = piece_.data();
  const char* const end = at + piece_.size();
  while (at != end) {
    bool plain = true;
    const char* const stop = scan(at, end, plain);
    std::string_view line(at, static_cast<std::size_t>(stop - at));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') read_line(line, plain);
    ++line_;
    at = stop == end ? end : stop + 1;
  }
  out_.lines = line_;
  out_.text = piece_;
  return std::move(out_);
}

void RowReader::read_line(std::string_view line, bool plain) {
  ++out_.rows;
  bad_ = false;
  if (plain ? check_columns() : split(line)) {
    read_row();
  } else if (layout_.at[Column::member] && *layout_.at[Column::member] < fields_.size()) {
    // Whose row it is can be told mostly; then its time is not missing too.
    const auto members = reader_.index().find(field(Column::member));
    if (!members.empty()) out_.unplaced.push_back(members.front());
  }
  if (bad_) ++out_.bad_rows;
}

void RowReader::refuse(const ErrorDef& def, std::size_t column, ErrorArgs args) {
  bad_ = true;
  if (out_.findings.shown.size() >= reader_.findings_max()) ++out_.findings.counts[def.number];
  else add_finding(out_.findings, reader_.findings_max(), make_error(def, args, {reader_.file(), line_, static_cast<std::uint32_t>(column)}));
}
void RowReader::refuse(const ErrorDef& def, Column column, ErrorArgs args) { refuse(def, layout_.at[column] ? *layout_.at[column] + 1 : 0, args); }

// ---- Fields ----

namespace {

// A block of bytes, and where in it something stands, as bits from the lowest on.
#if defined(__SSE2__)
struct Block {
  static constexpr std::size_t size = 16;
  static constexpr unsigned bits_per_byte = 1;
  using Mask = std::uint32_t;
  explicit Block(const char* from) : bytes(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from))) {}
  [[nodiscard]] Mask equal(char c) const { return static_cast<Mask>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)))); }
  // Control characters and bytes beyond ASCII, which are negative.
  [[nodiscard]] Mask below_space() const { return static_cast<Mask>(_mm_movemask_epi8(_mm_cmplt_epi8(bytes, _mm_set1_epi8(' ')))); }
  __m128i bytes;
};
#else
struct Block {
  static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");
  static constexpr std::size_t size = 8;
  static constexpr unsigned bits_per_byte = 8;
  using Mask = std::uint64_t;
  explicit Block(const char* from) { std::memcpy(&bytes, from, size); }
  static constexpr Mask low_bits = 0x7F7F7F7F7F7F7F7FU;
  static constexpr Mask each(unsigned char c) { return 0x0101010101010101U * c; }
  [[nodiscard]] Mask equal(char c) const {
    const Mask x = bytes ^ each(static_cast<unsigned char>(c));
    return ~(((x & low_bits) + low_bits) | x | low_bits);
  }
  [[nodiscard]] Mask below_space() const { return (~((bytes & low_bits) + each(0x60)) | bytes) & ~low_bits; }
  Mask bytes = 0;
};
#endif

}  // namespace

// The next line, cut at its commas. Not plain: something in it wants a closer look (quotation marks, bytes beyond ASCII, control characters).
const char* RowReader::scan(const char* at, const char* end, bool& plain) {
  fields_.clear();
  const char* start = at;
  Block::Mask odd = 0;
  const char* stop = end;
  std::array<char, Block::size> last{};
  for (const char* p = at; p < end; p += Block::size) {
    const char* from = p;
    if (static_cast<std::size_t>(end - p) < Block::size) {
      last.fill('0');
      std::memcpy(last.data(), p, static_cast<std::size_t>(end - p));
      from = last.data();
    }
    const Block block(from);
    const Block::Mask stops = block.equal(layout_.line_end);
    // What stands before the line's end; everything where it does not end here.
    const Block::Mask mine = stops == 0 ? ~Block::Mask{0} : (stops & (~stops + 1)) - 1;
    odd |= (block.equal('"') | (block.below_space() & ~block.equal('\r'))) & mine;
    for (Block::Mask commas = block.equal(',') & mine; commas != 0; commas &= commas - 1) {
      const char* const comma = p + static_cast<unsigned>(std::countr_zero(commas)) / Block::bits_per_byte;
      fields_.emplace_back(start, static_cast<std::size_t>(comma - start));
      start = comma + 1;
    }
    if (stops != 0) {
      stop = p + static_cast<unsigned>(std::countr_zero(stops)) / Block::bits_per_byte;
      break;
    }
  }
  fields_.emplace_back(start, static_cast<std::size_t>(stop - start - (stop != start && stop[-1] == '\r' ? 1 : 0)));
  plain = odd == 0;
  return stop;
}

bool RowReader::split(std::string_view line) {
  fields_.clear();
  const char* start = line.data();
  const char* const end = start + line.size();
  unsigned char high = 0;
  bool control = false, quotes = false;
  for (const char* p = start; p != end; ++p) {
    const auto c = static_cast<unsigned char>(*p);
    high |= c;
    if (c > ',') continue;
    if (c == ',') {
      fields_.emplace_back(start, static_cast<std::size_t>(p - start));
      start = p + 1;
    } else if (c == '"') {
      quotes = true;
    } else if (c < ' ' && c != '\t') {
      control = true;
    }
  }
  fields_.emplace_back(start, static_cast<std::size_t>(end - start));
  if ((high & 0x80U) != 0 || control) {
    if (!check_text(line, (high & 0x80U) != 0, control)) return false;
  }
  if (quotes && !split_quoted(line)) return false;
  return check_columns();
}

bool RowReader::check_columns() {
  if (fields_.size() == layout_.columns) return true;
  refuse(errors::member_row_columns, std::size_t{0}, {{"actual", std::to_string(fields_.size())}, {"expected", std::to_string(layout_.columns)}});
  return false;
}

bool RowReader::check_text(std::string_view line, bool high, bool control) {
  if (control) {
    refuse(errors::member_row_control, std::size_t{0});
    return false;
  }
  if (high && !valid_utf8(line)) {
    refuse(errors::member_row_encoding, std::size_t{0});
    return false;
  }
  return true;
}

// As base/csv.h, within one line.
bool RowReader::split_quoted(std::string_view line) {
  fields_.clear();
  if (!unescaped_.empty()) member_text_ = symbol_text_ = activity_text_ = {};  // they may point there
  unescaped_.clear();
  unescaped_.reserve(layout_.columns + 1);  // fields point into it
  std::size_t at = 0;
  const auto bad = [&](std::size_t column) {
    refuse(errors::member_row_quote, column);
    return false;
  };
  for (;;) {
    if (at < line.size() && line[at] == '"') {
      const std::size_t start = ++at;
      bool doubled = false;
      for (;; at += 2) {
        at = line.find('"', at);
        if (at == std::string_view::npos) return bad(fields_.size() + 1);
        if (at + 1 == line.size() || line[at + 1] != '"') break;
        doubled = true;
      }
      fields_.push_back(line.substr(start, at - start));
      if (doubled && unescaped_.size() < unescaped_.capacity()) {
        std::string& plain = unescaped_.emplace_back();
        for (std::size_t i = 0; i < fields_.back().size(); ++i) {
          plain += fields_.back()[i];
          if (fields_.back()[i] == '"') ++i;
        }
        fields_.back() = plain;
      }
      ++at;
      if (at < line.size() && line[at] != ',') return bad(fields_.size());
    } else {
      const std::size_t end = std::min(line.find(',', at), line.size());
      fields_.push_back(line.substr(at, end - at));
      if (fields_.back().find('"') != Field::npos) {
        fields_.pop_back();
        return bad(fields_.size() + 1);
      }
      at = end;
    }
    if (at >= line.size()) return true;
    ++at;
  }
}

const char* RowReader::title(Column column) const {
  static constexpr std::array<const char*, MemberDataLayout::column_count> titles{"member", "activity", "parameter", "period", "value", "unit", "class", "evidence", "note"};
  return titles[column];
}

bool RowReader::need(Column column) {
  if (!field(column).empty()) return true;
  refuse(errors::member_field_missing, column, {{"column", title(column)}});
  return false;
}

// ---- A row ----

void RowReader::read_row() {
  const bool has_member = find_member();
  const bool has_period = find_period();
  if (layout_.wide.empty()) {
    has_series_ = has_member && find_series();
    if (!has_member) need(Column::parameter);
    read_long(has_period);
  } else if (has_member) {
    read_wide(has_period);
  }
}

void RowReader::read_long(bool has_period) {
  if (!has_series_) {
    if (!members_.empty()) out_.unplaced.push_back(members_.front());
    return;
  }
  const bool bad_before = bad_;
  bad_ = false;
  const std::size_t value_column = *layout_.at[Column::value], unit_column = *layout_.at[Column::unit];
  read_value(field(Column::value), value_column, field(Column::unit), unit_column, false);
  read_class();
  read_evidence();
  if (!bad_ && !bad_before) {
    take(value_column);
  } else if (has_period) {
    note_unreadable();
  } else {
    out_.unplaced.push_back(member_);
  }
  bad_ = bad_ || bad_before;
}

void RowReader::read_wide(bool has_period) {
  bool bad = bad_, any = false;
  const auto column_of = [&](const MemberDataLayout::WideColumn& c) { return trimmed(fields_[c.at]); };
  for (const auto& column : layout_.wide) {
    const Field text = column_of(column);
    if (text.empty()) continue;
    any = true;
    bad_ = false;
    activity_text_ = field(Column::activity);
    symbol_text_ = {};
    has_series_ = find_series_anew(activity_text_, column.symbol);
    if (!has_series_) {
      out_.unplaced.push_back(members_.front());
    } else {
      read_value(text, column.at, column.unit, column.at, column.unit.empty());
      read_class();
      read_evidence();
      if (!bad_ && has_period) take(column.at);
      else if (has_period) note_unreadable();
      else out_.unplaced.push_back(member_);
    }
    bad = bad || bad_;
  }
  bad_ = bad;
  if (!any && has_period) refuse(errors::member_field_missing, layout_.wide.front().at + 1, {{"column", layout_.wide.front().symbol}});
}

void RowReader::take(std::size_t column) {
  value_.member = member_;
  value_.series = series_;
  value_.line = line_;
  value_.first = period_.first.days();
  value_.last = period_.last.days();
  value_.piece = number_;
  value_.column = static_cast<std::uint16_t>(column);
  if (kept_) {
    value_.scale = MemberValue::kept;
    value_.mantissa = static_cast<std::int64_t>(out_.kept.size());
    out_.kept.push_back({*std::move(kept_), written_});
    kept_.reset();
  }
  if (value_.evidence_size == 0) ++out_.without_evidence;
  if (!out_.values.empty() && member_ < out_.values.back().member) out_.in_order = false;
  out_.values.push_back(value_);
}

void RowReader::note_unreadable() {
  out_.unreadable.push_back({member_, series_, period_});
}

// ---- Member, series, period ----

bool RowReader::find_member() {
  const Field text = field(Column::member);
  if (!text.empty() && same(text, member_text_)) return true;
  const auto last = members_;
  const bool same_activity = last.size() == 1 && activity_ != nullptr;
  const std::int32_t activity_before = same_activity ? reader_.activity_of(last.front()) : -1;
  member_text_ = {};
  members_ = {};
  if (!need(Column::member)) {
    symbol_text_ = {};
    return false;
  }
  members_ = reader_.index().find(text, last);
  // The next member of the same activity has the same series by the same symbols.
  if (members_.size() == 1 && activity_before >= 0 && reader_.activity_of(members_.front()) == activity_before) member_ = members_.front();
  else symbol_text_ = {};
  if (members_.empty()) members_ = reader_.index().find(half_width_ = trim(to_half_width(text)));
  if (members_.empty()) {
    refuse(errors::member_unknown, Column::member, {{"member", shortened(text)}});
    return false;
  }
  member_text_ = text;
  return true;
}

bool RowReader::find_series() {
  const Field symbol = field(Column::parameter), activity = field(Column::activity);
  if (!symbol.empty() && same(symbol, symbol_text_) && same(activity, activity_text_)) return true;
  symbol_text_ = {};
  if (!need(Column::parameter)) return false;
  if (!find_series_anew(activity, symbol)) return false;
  symbol_text_ = symbol;
  activity_text_ = activity;
  return true;
}

bool RowReader::find_series_anew(Field activity, Field symbol) {
  const auto activity_of = [&](std::uint32_t m) -> const MemberDataReader::Activity* {
    const std::int32_t a = reader_.activity_of(m);
    return a < 0 ? nullptr : &reader_.activities()[static_cast<std::size_t>(a)];
  };
  std::size_t found = 0, named = 0;
  for (const std::uint32_t m : members_) {
    const auto* a = activity_of(m);
    if (a == nullptr || (!activity.empty() && a->activity->name != activity)) continue;
    ++named;
    auto series = a->find(symbol);
    if (!series) series = a->find(trim(to_half_width(symbol)));
    if (!series) continue;
    if (++found > 1) break;
    member_ = m;
    activity_ = a;
    series_ = *series;
  }
  if (found == 1) return true;
  const Column at = layout_.wide.empty() ? Column::parameter : Column::member;
  const std::string known = listed(members_, [&](std::uint32_t m) { return reader_.members()[m].activity; });
  if (found > 1) {
    refuse(errors::member_activity_open, layout_.at[Column::activity] ? Column::activity : at, {{"symbol", shortened(symbol)}, {"known", known}});
  } else if (named == 0) {
    refuse(errors::member_activity_unknown, Column::activity, {{"member", shortened(member_text_)}, {"name", shortened(activity)}, {"known", known}});
  } else {
    std::string symbols;
    for (const std::uint32_t m : members_) {
      const auto* a = activity_of(m);
      if (a == nullptr || (!activity.empty() && a->activity->name != activity)) continue;
      symbols += (symbols.empty() ? "" : ", ") + listed(a->series, [](const auto& s) { return s.name; });
    }
    refuse(errors::member_parameter_unknown, at, {{"symbol", shortened(symbol)}, {"known", symbols}});
  }
  return false;
}

const RowReader::PeriodSeen& RowReader::period_of(Field text) {
  // Months differ in their last bytes.
  std::uint32_t end = 0;
  if (text.size() >= sizeof(end)) std::memcpy(&end, text.data() + text.size() - sizeof(end), sizeof(end));
  const std::size_t h = (end * 0x9E3779B1U) >> 24;
  PeriodSeen& seen = periods_[h % periods_kept];
  if (same(seen.text, text) && !text.empty()) return seen;
  seen.text = text;
  const auto parsed = Period::parse(text);
  seen.good = parsed.has_value();
  if (parsed) seen.period = *parsed;
  seen.reported = parsed && reader_.report().contains(*parsed);
  return seen;
}

bool RowReader::find_period() {
  const Field text = field(Column::period);
  if (text.empty()) return need(Column::period);
  const PeriodSeen& seen = period_of(text);
  if (!seen.good) {
    refuse(errors::member_period, Column::period, {{"text", shortened(text)}});
    return false;
  }
  period_ = seen.period;
  if (!seen.reported) {
    refuse(errors::member_outside_report, Column::period, {{"period", period_.to_string()}, {"report", reader_.report().to_string()}});
  }
  return true;
}

// ---- Value, unit ----

bool RowReader::read_digits(Field text) {
  std::int64_t mantissa = 0;
  std::size_t digits = 0, point = text.size();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto digit = static_cast<unsigned char>(text[i] - '0');
    if (digit < 10) {
      if (digits++ == digits_of_i64) return false;
      mantissa = mantissa * 10 + digit;
    } else if (text[i] == '.' && point == text.size()) {
      point = i;
    } else {
      return false;
    }
  }
  const bool whole = point == text.size();
  if (digits == 0 || point == 0 || point + 1 == text.size()) return false;
  value_.mantissa = mantissa;
  value_.scale = static_cast<std::uint8_t>(whole ? 0 : text.size() - point - 1);
  return true;
}

bool RowReader::read_other_number(Field text, std::size_t column) {
  const std::string half = trim(to_half_width(text));
  if (half.size() <= limits::number_text_length_max && read_digits(half)) return true;
  const auto number = Decimal::parse(half, true);
  if (!number) {
    const bool typed = looks_typed(half);
    refuse(errors::member_number, column + 1,
           {{"text", shortened(text)}, {"hint_ja", typed ? "数字の0や1の代わりに、英字のOやl、Iが入っています。" : ""},
               {"hint_en", typed ? " It has a letter O, l or I where a digit belongs." : ""}});
    return false;
  }
  if (number->sign() < 0) {
    refuse(errors::member_negative, column + 1, {{"symbol", activity_->series[series_].name}, {"value", shortened(half)}});
    return false;
  }
  const auto coefficient = number->coefficient().to_i64();
  if (coefficient && number->scale() <= digits_of_i64) {
    value_.mantissa = *coefficient;
    value_.scale = static_cast<std::uint8_t>(number->scale());
  } else {
    kept_ = Rational(*number);
  }
  return true;
}

bool RowReader::read_value(Field text, std::size_t column, Field unit, std::size_t unit_column, bool plan_unit) {
  const MonitoredSeries& series = *activity_->series[series_].series;
  kept_.reset();
  if (text.empty()) {
    refuse(errors::member_field_missing, column + 1, {{"column", title(Column::value)}});
    return false;
  }
  const bool good = read_digits(text) || read_other_number(text, column);
  if (plan_unit || same(unit, series.unit.text)) return good;
  if (unit.empty() && !series.unit.dimensionless()) {
    refuse(errors::member_field_missing, unit_column + 1, {{"column", title(Column::unit)}});
    return false;
  }
  const UnitSeen& seen = unit_of(unit);
  if (!seen.good) {
    refuse(errors::member_unit, unit_column + 1,
           {{"symbol", activity_->series[series_].name}, {"from", shortened(unit)}, {"to", series.unit.text.empty() ? "1" : series.unit.text}});
    return false;
  }
  if (!good || seen.same) return good;
  Rational number = kept_ ? *std::move(kept_) : Rational(Decimal(Integer(value_.mantissa), value_.scale));
  written_ = number.to_string() + " " + seen.written;
  kept_ = number * seen.factor;
  return true;
}

const RowReader::UnitSeen& RowReader::unit_of(Field text) {
  const MonitoredSeries* series = activity_->series[series_].series;
  for (const UnitSeen& u : units_) {
    if (u.series == series && u.text == text) return u;
  }
  constexpr std::size_t units_kept = 64;
  if (units_.size() == units_kept) units_.clear();
  UnitSeen seen{series, std::string(text), {}, false, false, {}};
  if (text.size() <= limits::unit_text_bytes_max) {
    const auto unit = parse_unit(text);
    if (unit && convertible(*unit, series->unit)) {
      seen.good = true;
      seen.written = unit->text;
      seen.factor = convert({Rational(1), *unit}, series->unit)->value;
      seen.same = seen.factor == Rational(1);
    }
  }
  return units_.emplace_back(std::move(seen));
}

// ---- Class, evidence ----

void RowReader::read_class() {
  const Field given = field(Column::monitoring_class);
  if (given.empty()) return;
  const MonitoredSeries& series = *activity_->series[series_].series;
  if (class_series_ != &series) {
    class_series_ = &series;
    planned_ = name_of(series.planned_class);
  }
  const std::string_view planned = planned_;
  if (same(given, planned)) return;
  const std::string half = trim(to_half_width(given));
  if (half == planned) return;
  const auto value = value_named<MonitoringClass>(half);
  if (!value || (!series.classes.empty() && std::ranges::find(series.classes, half) == series.classes.end())) {
    refuse(errors::member_class, Column::monitoring_class,
           {{"symbol", activity_->series[series_].name}, {"given", shortened(given)},
               {"known", series.classes.empty() ? "A, B, C, I, II" : listed(series.classes, [](const std::string& c) { return c; })}});
  } else {
    refuse(errors::member_class_unplanned, Column::monitoring_class, {{"symbol", activity_->series[series_].name}, {"given", half}, {"planned", std::string(planned)}});
  }
}

void RowReader::read_evidence() {
  const Field text = field(Column::evidence);
  value_.evidence_size = static_cast<std::uint16_t>(std::min<std::size_t>(text.size(), std::numeric_limits<std::uint16_t>::max()));
  value_.evidence_kept = false;
  value_.evidence = 0;
  if (text.empty()) return;
  constexpr std::string_view prefix = "sha256:";
  std::string canonical;
  if (text.starts_with(prefix)) {
    const auto hash = Hash::from_hex(text.substr(prefix.size()));
    if (!hash) {
      refuse(errors::member_evidence_hash, Column::evidence, {{"text", shortened(text)}});
      return;
    }
    canonical = std::string(prefix) + hash->to_hex();
    if (canonical == text) canonical.clear();
  }
  // An escaped field lies elsewhere, and a long one or one far into a huge piece needs more than there is room for.
  const bool in_piece = std::greater_equal<>()(text.data(), piece_.data()) && std::less<>()(text.data(), piece_.data() + piece_.size());
  constexpr std::size_t offset_end = std::numeric_limits<std::uint32_t>::max();
  if (canonical.empty() && in_piece && static_cast<std::size_t>(text.data() - piece_.data()) < offset_end && text.size() <= std::numeric_limits<std::uint16_t>::max()) {
    value_.evidence = static_cast<std::uint32_t>(text.data() - piece_.data());
    return;
  }
  value_.evidence_kept = true;
  value_.evidence = static_cast<std::uint32_t>(out_.texts.size());
  out_.texts.push_back(canonical.empty() ? std::string(text) : std::move(canonical));
}

}  // namespace sumi::project
