// Asking for one value: by table, key, column, the year or day to which it applies, and what was known.
#include <algorithm>

#include "rulebook/errors.h"
#include "rulebook/rulebook_data.h"
#include "rulebook/table_reader.h"

namespace sumi::rulebook {

namespace {

std::string joined(std::span<const std::string> names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

// Levenshtein distance in bytes, for the keys that a mistyped one may have meant.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

// The few that differ least.
std::string first_names(std::vector<std::pair<std::size_t, std::string>> near) {
  constexpr std::size_t shown_max = 5;
  std::ranges::sort(near);
  if (near.size() > shown_max) near.resize(shown_max);
  std::vector<std::string> names;
  for (auto& [d, name] : near) names.push_back(std::move(name));
  return joined(names);
}

std::string nearest_keys(const LoadedTable& table, std::span<const std::string> key) {
  std::vector<std::pair<std::size_t, std::string>> near;
  const std::string wanted = show_key(key);
  for (const auto& [candidate, rows] : table.by_key) {
    const std::string shown = show_key(candidate);
    near.emplace_back(!key.empty() && candidate.front() == key.front() ? 0 : distance(wanted, shown), shown);
  }
  return first_names(std::move(near));
}

struct Span {
  std::int32_t first = 0;
  std::int32_t last = 0;
};
bool covers(const Row& row, Span span) { return (!row.first || *row.first <= span.first) && (!row.last || span.last <= *row.last); }
bool touches(const Row& row, Span span) { return (!row.first || *row.first <= span.last) && (!row.last || span.first <= *row.last); }

// The years or days asked for, in the table's own measure.
Span span_of(const TableInfo& info, const AppliesTo& on, int offset) {
  if (const auto* year = std::get_if<FiscalYear>(&on)) {
    if (info.validity == ValidityKind::fiscal_year) return {year->number - offset, year->number - offset};
    return {year->first().days(), year->last().days()};
  }
  const Date day = std::get<Date>(on);
  if (info.validity == ValidityKind::day) return {day.days(), day.days()};
  return {FiscalYear::of(day).number - offset, FiscalYear::of(day).number - offset};
}

std::string show_on(const AppliesTo& on) {
  if (const auto* year = std::get_if<FiscalYear>(&on)) return year->to_string();
  if (const auto* day = std::get_if<Date>(&on)) return day->to_string();
  return "always";
}

bool known_on(const Row& row, const std::optional<Date>& as_known) {
  if (!as_known) return !row.corrected_on;
  return (!row.published || *row.published <= *as_known) && (!row.corrected_on || *as_known < *row.corrected_on);
}

Value value_of(const LoadedTable& table, const Row& row, std::size_t column) {
  Value value{*row.cells[column], {}};
  Provenance& p = value.provenance;
  p.table = table.info.name;
  p.edition = table.pack->head().edition;
  p.pack_hash = table.pack->hash();
  p.key = row.key;
  p.column = table.info.columns[column].name;
  p.valid_from = show_bound(table.info.validity, row.first);
  p.valid_to = show_bound(table.info.validity, row.last);
  p.sources = row.sources;
  p.confidence = row.confidence;
  p.published = row.published;
  p.published_assumed = row.published_assumed;
  p.corrected_on = row.corrected_on;
  p.place = row.place;
  return value;
}

Unexpected no_table(const Rulebook& rulebook, std::string_view name) {
  std::vector<std::string> names;
  for (const TableInfo& info : rulebook.tables()) names.push_back(info.name);
  return fail(errors::table_unknown, {{"table", std::string(name)}, {"known", joined(names)}});
}

Result<std::size_t> column_index(const TableInfo& info, std::string_view name) {
  if (name.empty() && info.columns.size() == 1) return 0;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < info.columns.size(); ++i) {
    if (info.columns[i].name == name) return i;
    names.push_back(info.columns[i].name);
  }
  return fail(errors::column_unknown, {{"table", info.name}, {"column", std::string(name)}, {"known", joined(names)}});
}

Result<int> axis_offset(const TableInfo& info, const std::string& axis) {
  if (axis.empty()) return 0;
  std::vector<std::string> names;
  for (const auto& [name, offset] : info.axes) {
    if (name == axis) return offset;
    names.push_back(name);
  }
  return fail(errors::axis_unknown, {{"table", info.name}, {"axis", axis}, {"known", joined(names)}});
}

// The rows of a key that have a value in the column.
Result<std::vector<const Row*>> rows_of(const LoadedTable& table, std::span<const std::string> key, std::size_t column) {
  const TableInfo& info = table.info;
  if (key.size() != info.keys.size()) {
    return fail(errors::key_count, {{"table", info.name},
                                    {"expected", std::to_string(info.keys.size())},
                                    {"actual", std::to_string(key.size())},
                                    {"known", joined(info.keys)}});
  }
  const auto found = table.by_key.find({key.begin(), key.end()});
  if (found == table.by_key.end())
    return fail(errors::key_unknown, {{"table", info.name}, {"key", show_key(key)}, {"known", nearest_keys(table, key)}});
  std::vector<const Row*> rows;
  for (const std::uint32_t index : found->second) {
    if (table.rows[index].cells[column]) rows.push_back(&table.rows[index]);
  }
  return rows;
}

// One look-up whose table, column and key are found: which of the rows holds?
class RowChoice {
 public:
  RowChoice(const LoadedTable& table, const Query& query, std::size_t column, std::span<const Row* const> rows)
      : table_(table), query_(query), column_(column), rows_(rows) {}

  Result<const Row*> choose(std::optional<Span> span) const {
    bool partly = false;
    std::vector<const Row*> holding;
    for (const Row* row : rows_) {
      if (!span || covers(*row, *span))
        holding.push_back(row);
      else
        partly = partly || touches(*row, *span);
    }
    if (holding.empty()) return refuse(partly ? errors::day_needed : errors::no_rule_data, years_at_hand());
    const Row* chosen = nullptr;
    for (const Row* row : holding) {
      if (known_on(*row, query_.as_known)) chosen = row;
    }
    if (chosen == nullptr) {
      const Row* later = nullptr;  // the first that became known after the day asked for
      for (const Row* row : holding) {
        const bool hidden = query_.as_known && row->published && *query_.as_known < *row->published;
        if (hidden && (later == nullptr || row->published < later->published)) later = row;
      }
      if (later == nullptr) return refuse(errors::no_rule_data, years_at_hand());
      return refuse(errors::not_yet_published, {{"as_known", query_.as_known->to_string()}, {"published", later->published->to_string()}});
    }
    if (chosen->confidence == Confidence::low && !query_.allow_low_confidence) return refuse(errors::low_confidence, {});
    return chosen;
  }

 private:
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> years_at_hand() const {
    std::vector<std::string> spans;
    for (const Row* row : rows_) {
      std::string span = show_validity(table_.info.validity, *row);
      if (spans.empty() || spans.back() != span) spans.push_back(std::move(span));
    }
    if (spans.empty()) return {{"years_ja", "なし"}, {"years", "none"}};
    return {{"years_ja", joined(spans)}, {"years", joined(spans)}};
  }
  [[nodiscard]] Unexpected refuse(const ErrorDef& def, std::vector<std::pair<std::string, std::string>> more) const {
    std::string on = show_on(query_.on);
    if (!query_.axis.empty()) on += " (" + query_.axis + ")";
    Error error = make_error(
        def, {{"table", table_.info.name}, {"key", show_key(query_.key)}, {"column", table_.info.columns[column_].name}, {"on", on}});
    for (auto& arg : more) error.args.push_back(std::move(arg));
    return fail(std::move(error));
  }

  const LoadedTable& table_;
  const Query& query_;
  std::size_t column_;
  std::span<const Row* const> rows_;
};

}  // namespace

std::string nearest_names(std::string_view wanted, const std::set<std::string>& names) {
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& name : names) {
    // Half of its letters are other ones: that was not meant.
    if (const std::size_t d = distance(wanted, name); d * 2 < wanted.size()) near.emplace_back(d, name);
  }
  return first_names(std::move(near));
}

Result<Value> Rulebook::look_up(const Query& query) const {
  const LoadedTable* table = data_->find(query.table);
  if (table == nullptr) return no_table(*this, query.table);
  SUMI_TRY(const std::size_t column, column_index(table->info, query.column));
  SUMI_TRY(const int offset, axis_offset(table->info, query.axis));
  SUMI_TRY(const std::vector<const Row*> rows, rows_of(*table, query.key, column));
  std::optional<Span> span;
  if (table->info.validity != ValidityKind::always) {
    if (std::holds_alternative<std::monostate>(query.on)) return fail(errors::year_needed, {{"table", table->info.name}});
    span = span_of(table->info, query.on, offset);
  }
  SUMI_TRY(const Row* row, RowChoice(*table, query, column, rows).choose(span));
  return value_of(*table, *row, column);
}

Result<std::vector<Value>> Rulebook::values(std::string_view table_name, std::span<const std::string> key,
                                            std::string_view column_name) const {
  const LoadedTable* table = data_->find(table_name);
  if (table == nullptr) return no_table(*this, table_name);
  SUMI_TRY(const std::size_t column, column_index(table->info, column_name));
  SUMI_TRY(const std::vector<const Row*> rows, rows_of(*table, key, column));
  std::vector<Value> values;
  for (const Row* row : rows) values.push_back(value_of(*table, *row, column));
  return values;
}

bool Rulebook::has_key(std::string_view table_name, std::span<const std::string> key) const {
  const LoadedTable* table = data_->find(table_name);
  return table != nullptr && table->by_key.contains({key.begin(), key.end()});
}

}  // namespace sumi::rulebook
