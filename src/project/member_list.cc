#include "project/member_list.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "base/csv.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "base/text.h"
#include "project/errors.h"

namespace sumi::project {

namespace {

enum Column : std::size_t {
  member_column, name_column, kana_column, corporate_number_column, address_column, site_column, activity_column, list_column, applied_on_column,
  start_column, period_column, left_on_column, equipment_column, meter_column, consent_column, consent_until_column, evidence_column, column_count
};
struct ColumnName {
  std::string_view name;
  std::string_view japanese;
  bool needed;
};
constexpr std::array<ColumnName, column_count> columns{{{"member", "会員番号", true}, {"name", "氏名又は名称", true}, {"kana", "フリガナ", false},
    {"corporate_number", "法人番号", false}, {"address", "住所", true}, {"site", "実施場所", false}, {"activity", "活動", false}, {"list", "区分", false},
    {"applied_on", "入会申込日", true}, {"start", "開始日", true}, {"period", "対象期間", false}, {"left_on", "退会日", false}, {"equipment", "設備番号", false},
    {"meter", "計器番号", false}, {"consent", "同意の範囲", false}, {"consent_until", "同意の終わり", false}, {"evidence", "根拠資料", false}}};
constexpr std::string_view parameter_prefix = "param:";

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const auto end = std::min(text.find(';'), text.find("；"));
    const std::string part = trim(text.substr(0, end));
    if (!part.empty()) out.push_back(part);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + (text[end] == ';' ? 1 : std::string_view("；").size()));
  }
  return out;
}

class ListReader {
 public:
  ListReader(std::string file, std::optional<int> own_years) : file_(std::move(file)), own_years_(own_years) {}

  Result<MemberList> read(std::string_view utf8) {
    SUMI_TRY(const CsvTable table, read_csv(utf8, file_, true));
    find_columns(table);
    if (table.rows.empty()) note(errors::member_rows_missing, table.header_line, 0);
    if (table.rows.size() > limits::member_list_rows_max) {
      note(errors::members_list_long, table.rows.back().line, 0, {{"limit", std::to_string(limits::member_list_rows_max)}});
    }
    if (!errors_.empty()) return fail(take());
    for (const CsvTable::Row& row : table.rows) read_row(row);
    if (!errors_.empty()) return fail(take());
    write_canonical();
    return std::move(out_);
  }

 private:
  void note(const ErrorDef& def, std::uint32_t line, std::uint32_t column, ErrorArgs args = {}) { errors_.push_back(make_error(def, args, {file_, line, column})); }
  Error take() {
    std::ranges::stable_sort(errors_, [](const Error& a, const Error& b) { return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column); });
    Error first = std::move(errors_.front());
    for (std::size_t i = 1; i < errors_.size(); ++i) first.also.push_back(std::move(errors_[i]));
    return first;
  }

  void find_columns(const CsvTable& table) {
    std::string known;
    std::string needed;
    for (const ColumnName& c : columns) {
      known += std::string(known.empty() ? "" : ", ") + std::string(c.name);
      if (c.needed) needed += std::string(needed.empty() ? "" : ",") + std::string(c.name);
    }
    known += ", param:SYMBOL";
    for (std::size_t i = 0; i < table.header.size(); ++i) {
      const std::string name = trim(to_half_width(table.header[i]));
      const auto it = std::ranges::find_if(columns, [&](const ColumnName& c) { return c.name == name || c.japanese == name; });
      const auto place = static_cast<std::uint32_t>(i + 1);
      if (name.starts_with(parameter_prefix)) {
        const std::string symbol = trim(name.substr(parameter_prefix.size()));
        const bool twice = std::ranges::any_of(parameters_, [&](const auto& p) { return p.first == symbol; });
        if (symbol.empty() || twice) note(errors::member_column_unknown, table.header_line, place, {{"column", name}, {"known", known}});
        else parameters_.emplace_back(symbol, i);
        continue;
      }
      const auto k = static_cast<std::size_t>(it - columns.begin());
      if (it == columns.end() || at_[k]) note(errors::member_column_unknown, table.header_line, place, {{"column", name}, {"known", known}});
      else at_[k] = i;
    }
    for (std::size_t k = 0; k < columns.size(); ++k) {
      if (columns[k].needed && !at_[k]) note(errors::member_column_missing, table.header_line, 0, {{"column", std::string(columns[k].name)}, {"needed", needed}});
    }
  }

  std::string text(Column c) const { return at_[c] ? trim(row_->fields[*at_[c]]) : std::string(); }
  void refuse(const ErrorDef& def, Column c, ErrorArgs args = {}) { note(def, row_->line, at_[c] ? static_cast<std::uint32_t>(*at_[c] + 1) : 0, args); }
  bool need(Column c) {
    if (!text(c).empty()) return true;
    refuse(errors::member_value_missing, c, {{"column", std::string(columns[c].name)}});
    return false;
  }
  void unreadable(Column c, const char* ja, const char* en) {
    refuse(errors::member_value, c, {{"column", std::string(columns[c].name)}, {"text", text(c)}, {"expected_ja", ja}, {"expected_en", en}});
  }
  std::optional<Date> day(Column c) {
    if (text(c).empty()) return std::nullopt;
    const auto parsed = Date::parse(text(c));
    if (parsed) return *parsed;
    unreadable(c, "2026-04-01、2026年4月1日、令和8年4月1日 のように書いてください。", "Write 2026-04-01, 2026年4月1日 or 令和8年4月1日.");
    return std::nullopt;
  }

  void read_row(const CsvTable::Row& row) {
    row_ = &row;
    const std::size_t before = errors_.size();
    MemberRow member;
    member.place = {file_, row.line, 0};
    for (const auto& [column, field] : {std::pair{member_column, &member.member}, {name_column, &member.name}, {kana_column, &member.kana},
             {address_column, &member.address}, {site_column, &member.site}, {activity_column, &member.activity}, {list_column, &member.list},
             {consent_column, &member.consent}, {evidence_column, &member.evidence}}) {
      *field = text(column);
    }
    for (const Column c : {member_column, name_column, address_column, applied_on_column, start_column}) need(c);
    if (!member.member.empty()) {
      const auto [it, fresh] = seen_.try_emplace(member.member, row.line);
      if (!fresh) refuse(errors::member_twice, member_column, {{"member", member.member}, {"line", std::to_string(it->second)}});
    }
    if (const std::string number = text(corporate_number_column); !number.empty()) {
      const auto parsed = parse_corporate_number(number);
      if (parsed) member.corporate_number = *parsed;
      else unreadable(corporate_number_column, "13桁の法人番号を確かめてください(検査数字が合いません)。個人は空欄にします。", "Check the 13 digits: the check digit does not fit. A person has none.");
    }
    if (const auto d = day(applied_on_column)) member.applied_on = *d;
    member.left_on = day(left_on_column);
    member.consent_until = day(consent_until_column);
    read_start(member);
    member.equipment = split(text(equipment_column));
    member.meters = split(text(meter_column));
    for (const auto& [symbol, i] : parameters_) {
      if (std::string value = trim(row.fields[i]); !value.empty()) member.parameters.emplace_back(symbol, std::move(value));
    }
    if (errors_.size() == before) read_period(member);
    if (errors_.size() == before) out_.members.push_back(std::move(member));
  }

  void read_start(MemberRow& member) {
    if (text(start_column).empty()) return;
    auto parsed = PartialDate::parse(text(start_column));
    if (parsed) member.start = *std::move(parsed);
    else unreadable(start_column, "2026-04-01、又は根拠資料が示すところまで(2026年4月、2026年度)を書いてください。", "Write 2026-04-01, or as far as the evidence says: 2026年4月, FY2026.");
  }

  void read_period(MemberRow& member) {
    if (const std::string written = text(period_column); !written.empty()) {
      const auto parsed = Period::parse(written);
      if (!parsed) return unreadable(period_column, "2026-04-01..2034-03-31 のように書いてください。", "Write 2026-04-01..2034-03-31.");
      member.period = *parsed;
    } else {
      if (!own_years_) return refuse(errors::member_value_missing, period_column, {{"column", "period"}});
      if (!member.start.exact() && member.start.latest > member.applied_on) {
        return unreadable(start_column, "入会申込日より後に始まり得るときは、日まで書くか、period を書いてください。", "Where it may have begun after the application, give the day, or `period`.");
      }
      const Date first = std::max(member.applied_on, member.start.latest);
      member.period = {first, first.plus_years(*own_years_).plus_days(-1)};
    }
    if (!member.left_on || *member.left_on > member.period.last) return;
    if (*member.left_on <= member.period.first) {
      return refuse(errors::member_row_period, left_on_column, {{"member", member.member}, {"period", member.period.to_string()}, {"left_on", member.left_on->to_string()}});
    }
    member.period.last = member.left_on->plus_days(-1);
  }

  void write_canonical() {
    std::string& csv = out_.canonical;
    const auto joined = [](const std::vector<std::string>& parts) {
      std::string all;
      for (const auto& p : parts) all += (all.empty() ? "" : ";") + p;
      return all;
    };
    for (const ColumnName& c : columns) csv += std::string(csv.empty() ? "" : ",") + std::string(c.name);
    for (const auto& [symbol, i] : parameters_) csv += ',' + csv_field(std::string(parameter_prefix) + symbol);
    csv += '\n';
    for (const MemberRow& m : out_.members) {
      const std::array<std::string, column_count> fields{m.member, m.name, m.kana, m.corporate_number, m.address, m.site, m.activity, m.list, m.applied_on.to_string(),
          m.start.text, m.period.to_string(), m.left_on ? m.left_on->to_string() : "", joined(m.equipment), joined(m.meters), m.consent,
          m.consent_until ? m.consent_until->to_string() : "", m.evidence};
      for (std::size_t i = 0; i < fields.size(); ++i) csv += (i == 0 ? "" : ",") + csv_field(fields[i]);
      for (const auto& [symbol, column] : parameters_) {
        const auto it = std::ranges::find(m.parameters, symbol, &std::pair<std::string, std::string>::first);
        csv += ',' + (it == m.parameters.end() ? std::string() : csv_field(it->second));
      }
      csv += '\n';
    }
    out_.hash = sha256(csv);
  }

  std::string file_;
  std::optional<int> own_years_;
  std::array<std::optional<std::size_t>, column_count> at_{};
  std::vector<std::pair<std::string, std::size_t>> parameters_;
  const CsvTable::Row* row_ = nullptr;
  std::map<std::string, std::uint32_t> seen_;
  std::vector<Error> errors_;
  MemberList out_;
};

}  // namespace

Result<MemberList> read_member_list(std::string_view utf8, std::string file_name, std::optional<int> own_years) {
  return ListReader(std::move(file_name), own_years).read(utf8);
}

}  // namespace sumi::project
