#include "rulebook/list.h"

#include <algorithm>
#include <set>

#include "rulebook/errors.h"
#include "rulebook/table_reader.h"

namespace sumi::rulebook {

namespace {

std::string_view name_of(ValidityKind kind) {
  switch (kind) {
    case ValidityKind::fiscal_year: return "fiscal_year";
    case ValidityKind::day: return "day";
    case ValidityKind::always: break;
  }
  return "always";
}

TableLine line_of(const TableInfo& info) {
  TableLine line{info.name, info.title_ja,  info.title_en, std::string(name_of(info.validity)), {}, info.keys,
                 {},        info.row_count, info.key_count};
  for (const auto& [name, offset] : info.axes) line.axes.push_back(name);
  for (const ColumnInfo& column : info.columns)
    line.columns.push_back(column.unit_pattern.empty() ? column.name : column.name + " [" + column.unit_pattern + "]");
  return line;
}

CellLine line_of(const ColumnInfo& column, const std::variant<Quantity, std::string, Date>& cell) {
  if (const auto* quantity = std::get_if<Quantity>(&cell)) return {column.name, quantity->value.to_string(), quantity->unit.text};
  if (const auto* day = std::get_if<Date>(&cell)) return {column.name, day->to_string(), ""};
  return {column.name, std::get<std::string>(cell), ""};
}

bool applies(const TableInfo& info, const Row& row, const std::optional<Date>& on, const std::optional<Date>& as_known) {
  if (as_known ? (row.corrected_on && *row.corrected_on <= *as_known) : row.corrected_on.has_value()) return false;
  if (!on || info.validity == ValidityKind::always) return true;
  const std::int32_t at = info.validity == ValidityKind::day ? on->days() : FiscalYear::of(*on).number;
  return (!row.first || *row.first <= at) && (!row.last || at <= *row.last);
}

RowLine line_of(const TableInfo& info, const Row& row) {
  RowLine line;
  line.table = info.name;
  line.key = row.key;
  line.valid_from = show_bound(info.validity, row.first);
  line.valid_to = show_bound(info.validity, row.last);
  for (std::size_t i = 0; i < info.columns.size(); ++i) {
    if (row.cells[i]) line.cells.push_back(line_of(info.columns[i], *row.cells[i]));
  }
  line.confidence = name_of(row.confidence);
  line.published = row.published;
  line.published_assumed = row.published_assumed;
  line.corrected_on = row.corrected_on;
  line.sources = row.sources;
  line.note = row.note;
  line.file = row.place.file;
  line.line = row.place.line;
  return line;
}

// The key part behind a table's name: "" for the whole table.
std::optional<std::string_view> rest_behind(std::string_view name, std::string_view table) {
  if (name == table) return std::string_view();
  if (!name.starts_with(table) || (name[table.size()] != '/' && name[table.size()] != ' ')) return std::nullopt;
  return name.substr(table.size() + 1);
}

// A whole key, its parts joined as they are shown or by '/' or a blank, or any one part of it.
bool names(std::string_view wanted, const Row& row) {
  if (wanted.empty() || std::ranges::find(row.key, wanted) != row.key.end() || wanted == show_key(row.key)) return true;
  for (const char separator : {'/', ' '}) {
    std::string joined;
    for (const std::string& part : row.key) joined += (joined.empty() || part.empty() ? "" : std::string(1, separator)) + part;
    if (joined == wanted) return true;
  }
  return false;
}

}  // namespace

RulesList list_rules(const Rulebook& rulebook) {
  RulesList list;
  list.manifest = rulebook.manifest();
  list.sources = rulebook.sources().size();
  for (const TableInfo& info : rulebook.tables()) list.tables.push_back(line_of(info));
  for (const Pack& pack : rulebook.packs()) {
    const PackHead& head = pack.head();
    const bool data = head.kind == PackKind::data;
    PackLine line{head.family,
                  data ? "data" : "methodology",
                  head.edition,
                  head.authority,
                  head.title_ja,
                  head.title_en,
                  pack.hash(),
                  pack.files().size(),
                  0,
                  0,
                  0};
    for (const PackFile& file : pack.files()) line.bytes += file.text.size();
    for (const TableInfo& info : rulebook.tables()) {
      if (info.family != head.family) continue;
      ++line.tables;
      line.rows += info.row_count;
    }
    if (!data) list.methodologies.push_back(head.family);
    list.packs.push_back(std::move(line));
  }
  return list;
}

Result<RulesShow> show_rules(const Rulebook& rulebook, std::string_view name, std::optional<Date> on, std::optional<Date> as_known) {
  RulesShow show;
  std::set<std::string> ids;
  const TableInfo* named = nullptr;  // the table that `name` begins with
  for (const TableInfo& info : rulebook.tables()) {
    const std::optional<std::string_view> rest = rest_behind(name, info.name);
    if (rest) named = &info;
    if (!rest && name.find('/') != std::string_view::npos && rulebook.pack(name.substr(0, name.find('/'))) != nullptr) continue;
    for (const Row& row : rulebook.rows(info.name)) {
      if (!names(rest.value_or(name), row) || (!rest && name.empty())) continue;
      if (as_known && row.published && *as_known < *row.published) continue;
      RowLine line = line_of(info, row);
      line.applies = applies(info, row, on, as_known);
      ids.insert(row.sources.begin(), row.sources.end());
      show.rows.push_back(std::move(line));
    }
  }
  if (show.rows.empty()) {
    if (named == nullptr) {
      std::set<std::string> known;
      std::string tables;
      for (const TableInfo& info : rulebook.tables()) {
        known.insert(info.name);
        for (const Row& row : rulebook.rows(info.name)) known.insert(row.key.begin(), row.key.end());
        tables += (tables.empty() ? "" : ", ") + info.name;
      }
      const std::string near = nearest_names(name, known);
      return fail(errors::key_unknown, {{"table", "rulebook"}, {"key", std::string(name)}, {"known", near.empty() ? tables : near}});
    }
    // The look-up's own refusal names the nearest keys.
    std::vector<std::string> key(named->keys.size());
    key.front() = *rest_behind(name, named->name);
    Result<std::vector<Value>> refused = rulebook.values(named->name, key, named->columns.front().name);
    if (!refused) return fail(std::move(refused).error());
  }
  for (const std::string& id : ids) {
    const Source* s = rulebook.source(id);
    show.sources.push_back({s->id, s->basis, s->title, s->publisher, s->published, s->updated, s->address, s->note});
  }
  return show;
}

}  // namespace sumi::rulebook
