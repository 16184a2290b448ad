// pack.toml's [[table]]: what it may say, and that what it says hangs together.
#include <algorithm>

#include "rulebook/table_reader.h"

namespace sumi::rulebook {

namespace {

// The names that a unit pattern holds in braces.
std::vector<std::string> names_in_braces(std::string_view pattern) {
  std::vector<std::string> names;
  for (std::size_t open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{', open + 1)) {
    const std::size_t close = pattern.find('}', open);
    if (close == std::string_view::npos) return names;
    names.emplace_back(pattern.substr(open + 1, close - open - 1));
  }
  return names;
}

void read_unit(TreeFields& fields, ColumnSpec& column, Findings& findings) {
  if (column.info.kind != ColumnKind::number) {
    if (!fields.text_or("unit", "").empty())
      fields.wrong("unit", "", "単位は kind = \"number\" の列にだけ書けます。", "Only a column of kind number has a unit.");
    return;
  }
  column.info.unit_pattern = fields.text("unit");
  if (column.info.unit_pattern.empty() || column.info.unit_pattern.find('{') != std::string::npos) return;
  Result<Unit> unit = parse_unit(column.info.unit_pattern);
  if (unit) {
    column.info.unit = *std::move(unit);
  } else {
    findings.add(make_error(errors::cell_unit, {{"column", column.info.name}, {"text", column.info.unit_pattern}}, fields.place()));
  }
}

ColumnSpec read_column(const Tree& tree, Findings& findings) {
  ColumnSpec column;
  TreeFields fields(tree, "columns", findings);
  column.info.name = fields.text("name");
  const std::string kind = fields.text("kind");
  if (kind == "number")
    column.info.kind = ColumnKind::number;
  else if (kind == "date")
    column.info.kind = ColumnKind::date;
  else if (kind != "text" && !kind.empty())
    fields.wrong("kind", kind, "number、text、date のいずれかを書いてください。", "Write number, text or date.");
  read_unit(fields, column, findings);
  column.may_be_empty = fields.flag_or("empty", false);
  column.choices = fields.texts_or_none("choices");
  fields.both_languages("title", column.info.title_ja, column.info.title_en, true);
  fields.expect_no_others();
  return column;
}

void read_axes(TreeFields& fields, TableSpec& spec) {
  constexpr std::string_view ja = "{ actual = 0, report = 2 } のように、0 で始まる年度のずれを書いてください。";
  constexpr std::string_view en = "Write how far each year lies after the first, as in { actual = 0, report = 2 }; one of them is 0.";
  const Tree* axes = fields.tree("axes");
  if (axes == nullptr) return fields.missing("axes");
  for (const auto& [name, offset] : axes->members) {
    const bool digit = offset.kind == Tree::Kind::number && offset.text.size() == 1 && offset.text[0] >= '0' && offset.text[0] <= '9';
    if (!digit) return fields.wrong("axes", offset.text, ja, en);
    spec.info.axes.emplace_back(name, offset.text[0] - '0');
  }
  std::ranges::sort(spec.info.axes, {}, [](const auto& axis) { return axis.second; });
  if (spec.info.axes.empty() || spec.info.axes.front().second != 0) fields.wrong("axes", axes->text, ja, en);
}

void read_validity(TreeFields& table, TableSpec& spec, Findings& findings) {
  const Tree* tree = table.tree("validity");
  if (tree == nullptr) return table.missing("validity");
  TreeFields fields(*tree, "validity", findings);
  const std::string kind = fields.text("kind");
  if (kind == "fiscal_year")
    spec.info.validity = ValidityKind::fiscal_year;
  else if (kind == "day")
    spec.info.validity = ValidityKind::day;
  else if (kind != "always")
    fields.wrong("kind", kind, "fiscal_year、day、always のいずれかを書いてください。", "Write fiscal_year, day or always.");
  if (spec.info.validity != ValidityKind::always) {
    spec.from = fields.text("from");
    spec.to = fields.text("to");
    spec.open_start = fields.flag_or("open_start", false);
    spec.gaps = fields.flag_or("gaps", false);
    if (spec.info.validity == ValidityKind::fiscal_year) read_axes(fields, spec);
  }
  fields.expect_no_others();
}

// Each column of the file serves one purpose, and each name that is used stands for a column.
void check_names(const TableSpec& spec, TreeFields& table, Findings& findings) {
  std::vector<std::string> names = spec.info.keys;
  for (const std::string& name : {spec.from, spec.source, spec.confidence, spec.published, spec.corrected, spec.note}) {
    if (!name.empty()) names.push_back(name);
  }
  if (spec.to != spec.from) names.push_back(spec.to);
  for (const ColumnSpec& column : spec.columns) names.push_back(column.info.name);
  std::vector<std::string> seen;
  for (const std::string& name : names) {
    if (std::ranges::find(seen, name) != seen.end()) findings.add(make_error(errors::column_name_twice, {{"column", name}}, spec.place));
    seen.push_back(name);
  }
  for (const std::string& name : spec.key_may_be_empty) {
    if (std::ranges::find(spec.info.keys, name) == spec.info.keys.end()) {
      table.wrong("key_may_be_empty", name, "key にある列を書いてください。", "Name a column of the key.");
    }
  }
  for (const ColumnSpec& column : spec.columns) {
    for (const std::string& name : names_in_braces(column.info.unit_pattern)) {
      const auto other = std::ranges::find(spec.columns, name, [](const ColumnSpec& c) -> const std::string& { return c.info.name; });
      if (other == spec.columns.end() || other->info.kind != ColumnKind::text) {
        findings.add(make_error(errors::pack_value,
                                {{"key", "unit"},
                                 {"text", column.info.unit_pattern},
                                 {"expected_ja", "波括弧の中には、文字の列の名前を書いてください。"},
                                 {"expected_en", "Name a text column of the table in the braces."}},
                                spec.place));
      }
    }
  }
}

TableSpec read_spec(const Tree& tree, const std::string& family, Findings& findings) {
  TableSpec spec;
  TreeFields fields(tree, "[[table]]", findings);
  spec.place = tree.place;
  spec.info.family = family;
  spec.info.name = family + "/" + fields.text("name");
  spec.file = fields.text("file");
  const std::string role = fields.text_or("role", "values");
  spec.sources = role == "sources";
  if (!spec.sources && role != "values") fields.wrong("role", role, "values 又は sources と書いてください。", "Write values or sources.");
  fields.both_languages("title", spec.info.title_ja, spec.info.title_en, true);
  spec.info.keys = fields.texts("key");
  if (!spec.sources) {
    spec.key_may_be_empty = fields.texts_or_none("key_may_be_empty");
    read_validity(fields, spec, findings);
    spec.source = fields.text_or("source", "source_id");
    spec.confidence = fields.text_or("confidence", "confidence");
    spec.published = fields.text_or("published", "");
    spec.corrected = fields.text_or("corrected", "");
    spec.note = fields.text_or("note", "");
    const Tree* columns = fields.tree("columns");
    if (columns == nullptr || columns->items.empty())
      fields.missing("columns");
    else
      for (const Tree& column : columns->items) spec.columns.push_back(read_column(column, findings));
    check_names(spec, fields, findings);
  }
  fields.expect_no_others();
  for (const ColumnSpec& column : spec.columns) spec.info.columns.push_back(column.info);
  return spec;
}

}  // namespace

std::vector<TableSpec> read_table_specs(const Pack& pack, Findings& findings) {
  std::vector<TableSpec> specs;
  TreeFields top(pack.tree(), "pack.toml", findings);
  const Tree* tables = top.tree("table");
  if (tables == nullptr || !tables->is_array() || tables->items.empty()) {
    top.missing("table");
    return specs;
  }
  for (const Tree& table : tables->items) {
    TableSpec spec = read_spec(table, pack.family(), findings);
    const bool twice = std::ranges::any_of(specs, [&](const TableSpec& s) { return s.info.name == spec.info.name; });
    if (twice) findings.add(make_error(errors::table_name_twice, {{"table", spec.info.name}}, spec.place));
    if (!spec.file.empty() && pack.file(spec.file) == nullptr)
      findings.add(make_error(errors::pack_file_missing, {{"path", spec.file}}, spec.place));
    specs.push_back(std::move(spec));
  }
  for (const PackFile& file : pack.files()) {
    const bool used = file.path == "pack.toml" || file.path.ends_with(".md") ||
                      std::ranges::any_of(specs, [&](const TableSpec& s) { return s.file == file.path; });
    if (!used) findings.add(make_error(errors::file_unused, {{"path", file.path}}, {pack.shown_path(file.path), 0, 0}));
  }
  return specs;
}

}  // namespace sumi::rulebook
