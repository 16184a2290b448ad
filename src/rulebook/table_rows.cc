// The CSV file of a table: every cell parsed, every column accounted for.
#include <algorithm>
#include <map>

#include "rulebook/table_reader.h"

namespace sumi::rulebook {

namespace {

// One CSV file with the places of its columns; findings name file, line and column.
class Sheet {
 public:
  Sheet(CsvTable table, Findings& findings) : table_(std::move(table)), findings_(findings) {}

  [[nodiscard]] const CsvTable& table() const { return table_; }
  // Column by name; a missing one is a finding. An empty name is no column.
  std::optional<std::size_t> need(const std::string& name) {
    if (name.empty()) return std::nullopt;
    const std::optional<std::size_t> index = table_.column(name);
    if (index)
      used_.push_back(name);
    else
      findings_.add(make_error(errors::csv_column_missing, {{"column", name}}, {table_.file_name, 1, 0}));
    return index;
  }
  void expect_no_others() {
    for (const std::string& name : table_.header) {
      if (std::ranges::find(used_, name) == used_.end())
        findings_.add(make_error(errors::csv_column_unused, {{"column", name}}, {table_.file_name, 1, 0}));
    }
  }
  void add(const ErrorDef& def, const CsvTable::Row& row, ErrorArgs args) {
    findings_.add(make_error(def, args, {table_.file_name, row.line, 0}));
  }

 private:
  CsvTable table_;
  Findings& findings_;
  std::vector<std::string> used_;
};

std::optional<Sheet> open_sheet(const Pack& pack, const TableSpec& spec, Findings& findings) {
  const std::string* text = pack.file(spec.file);
  if (text == nullptr) return std::nullopt;  // a finding of the specification
  Result<CsvTable> table = read_csv(*text, pack.shown_path(spec.file), true);
  if (!table) {
    findings.add(std::move(table).error());
    return std::nullopt;
  }
  return Sheet(*std::move(table), findings);
}

bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// "2013", "2017-10" or a day: the first or the last day that it may mean.
std::optional<Date> partial_day(std::string_view text, bool last) {
  const bool year = text.size() == 4 && all_digits(text);
  const bool month = text.size() == 7 && text[4] == '-';
  std::string day(text);
  if (year) day += last ? "-12-31" : "-01-01";
  if (!month) {
    Result<Date> date = Date::parse(day);
    return date && date->to_string() == day ? std::optional(*date) : std::nullopt;
  }
  Result<Date> first = Date::parse(day + "-01");
  if (!first || first->to_string() != day + "-01") return std::nullopt;
  if (!last) return *first;
  Result<Date> next = first->month() == 12 ? Date::from_ymd(first->year() + 1, 1, 1) : Date::from_ymd(first->year(), first->month() + 1, 1);
  return next ? std::optional(next->plus_days(-1)) : std::nullopt;
}

std::optional<Date> whole_day(std::string_view text) { return text.size() == 10 ? partial_day(text, false) : std::nullopt; }

class RowReader {
 public:
  RowReader(const Pack& pack, const TableSpec& spec, Sheet& sheet)
      : spec_(spec), sheet_(sheet), provenance_file_(pack.family() + "/" + spec.file) {
    for (const std::string& key : spec.info.keys) keys_.push_back(sheet.need(key));
    for (const ColumnSpec& column : spec.columns) columns_.push_back(sheet.need(column.info.name));
    from_ = sheet.need(spec.from);
    to_ = sheet.need(spec.to);
    source_ = sheet.need(spec.source);
    confidence_ = sheet.need(spec.confidence);
    published_ = sheet.need(spec.published);
    corrected_ = sheet.need(spec.corrected);
    note_ = sheet.need(spec.note);
    sheet.expect_no_others();
  }

  Row read(const CsvTable::Row& line) {
    line_ = &line;
    Row row;
    row.place = {provenance_file_, line.line, 0};
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      row.key.push_back(cell(keys_[i]));
      const bool may_be_empty = std::ranges::find(spec_.key_may_be_empty, spec_.info.keys[i]) != spec_.key_may_be_empty.end();
      if (row.key.back().empty() && !may_be_empty) finding(errors::cell_empty, {{"column", spec_.info.keys[i]}});
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) row.cells.push_back(read_cell(i));
    read_validity(row);
    read_provenance(row);
    return row;
  }

 private:
  [[nodiscard]] std::string cell(std::optional<std::size_t> column) const { return column ? line_->fields[*column] : std::string(); }
  void finding(const ErrorDef& def, ErrorArgs args) { sheet_.add(def, *line_, args); }

  std::optional<std::variant<Quantity, std::string, Date>> read_cell(std::size_t index) {
    const ColumnSpec& column = spec_.columns[index];
    const std::string text = cell(columns_[index]);
    const std::string& name = column.info.name;
    if (text.empty()) {
      if (!column.may_be_empty) finding(errors::cell_empty, {{"column", name}});
      return std::nullopt;
    }
    if (!column.choices.empty() && std::ranges::find(column.choices, text) == column.choices.end()) {
      std::string known;
      for (const std::string& choice : column.choices) known += (known.empty() ? "" : ", ") + choice;
      finding(errors::cell_choice, {{"column", name}, {"text", text}, {"known", known}});
    }
    switch (column.info.kind) {
      case ColumnKind::text: return text;
      case ColumnKind::date:
        if (const auto date = whole_day(text)) return *date;
        finding(errors::cell_date, {{"column", name}, {"text", text}});
        return std::nullopt;
      case ColumnKind::number: break;
    }
    Result<Rational> number = Rational::parse(text);
    const std::optional<Unit> unit = unit_of(column);
    if (!number) finding(errors::cell_number, {{"column", name}, {"text", text}});
    if (!number || !unit) return std::nullopt;
    return Quantity{*std::move(number), *unit};
  }

  // The unit of this row: constant, or the pattern with the texts of the columns that it names.
  std::optional<Unit> unit_of(const ColumnSpec& column) {
    if (column.info.unit) return column.info.unit;
    std::string text = column.info.unit_pattern;
    for (std::size_t i = 0; i < spec_.columns.size(); ++i) {
      const std::string braced = "{" + spec_.columns[i].info.name + "}";
      const std::size_t at = text.find(braced);
      if (at == std::string::npos) continue;
      // As a whole: after a '/' a compound unit would come apart without its parentheses.
      const std::string written = cell(columns_[i]);
      const bool compound = written.find_first_of("/*. ") != std::string::npos && text != braced;
      text.replace(at, braced.size(), compound ? "(" + written + ")" : written);
    }
    const auto known = units_.find(text);
    if (known != units_.end()) return known->second;
    Result<Unit> unit = parse_unit(text);
    if (!unit || text.empty()) {
      finding(errors::cell_unit, {{"column", column.info.name}, {"text", text}});
      return std::nullopt;
    }
    return units_.emplace(text, *std::move(unit)).first->second;
  }

  std::optional<std::int32_t> read_bound(std::optional<std::size_t> column, const std::string& name, bool last) {
    const std::string text = cell(column);
    if (text.empty()) return std::nullopt;
    if (spec_.info.validity == ValidityKind::day) {
      if (const auto day = partial_day(text, last)) return day->days();
      finding(errors::cell_date, {{"column", name}, {"text", text}});
      return std::nullopt;
    }
    if (text.size() == 4 && all_digits(text)) return std::stoi(text);
    finding(errors::cell_year, {{"column", name}, {"text", text}});
    return std::nullopt;
  }

  void read_validity(Row& row) {
    if (spec_.info.validity == ValidityKind::always) return;
    row.first = read_bound(from_, spec_.from, false);
    row.last = read_bound(to_, spec_.to, true);
    if (!row.first && cell(from_).empty() && !spec_.open_start) finding(errors::validity_missing, {});
    if (row.first && row.last && *row.last < *row.first) {
      finding(errors::validity_reversed,
              {{"from", show_bound(spec_.info.validity, row.first)}, {"to", show_bound(spec_.info.validity, row.last)}});
    }
  }

  std::optional<Date> read_day(std::optional<std::size_t> column, const std::string& name) {
    const std::string text = cell(column);
    if (text.empty()) return std::nullopt;
    std::optional<Date> day = whole_day(text);
    if (!day) finding(errors::cell_date, {{"column", name}, {"text", text}});
    return day;
  }

  void read_provenance(Row& row) {
    std::string ids = cell(source_);
    while (!ids.empty()) {
      const std::size_t end = std::min(ids.find(';'), ids.size());
      row.sources.push_back(ids.substr(0, end));
      ids.erase(0, end + 1);
    }
    if (row.sources.empty()) finding(errors::source_missing, {});
    const std::string confidence = cell(confidence_);
    if (confidence == "med")
      row.confidence = Confidence::med;
    else if (confidence == "low")
      row.confidence = Confidence::low;
    else if (confidence != "high")
      finding(errors::cell_confidence, {{"text", confidence}});
    row.published = read_day(published_, spec_.published);
    row.corrected_on = read_day(corrected_, spec_.corrected);
    row.note = cell(note_);
    if (row.published) return;
    row.published_assumed = true;
    if (!row.first) return;
    row.published = spec_.info.validity == ValidityKind::day ? Date::from_days(*row.first) : FiscalYear{*row.first}.first();
  }

  const TableSpec& spec_;
  Sheet& sheet_;
  std::string provenance_file_;
  const CsvTable::Row* line_ = nullptr;
  std::vector<std::optional<std::size_t>> keys_, columns_;
  std::optional<std::size_t> from_, to_, source_, confidence_, published_, corrected_, note_;
  std::map<std::string, Unit, std::less<>> units_;
};

}  // namespace

std::vector<Row> read_rows(const Pack& pack, const TableSpec& spec, Findings& findings) {
  std::vector<Row> rows;
  std::optional<Sheet> sheet = open_sheet(pack, spec, findings);
  if (!sheet) return rows;
  RowReader reader(pack, spec, *sheet);
  rows.reserve(sheet->table().rows.size());
  for (const CsvTable::Row& line : sheet->table().rows) {
    const std::size_t before = findings.size();
    Row row = reader.read(line);
    if (findings.size() == before) rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<Source> read_sources(const Pack& pack, const TableSpec& spec, Findings& findings) {
  std::vector<Source> sources;
  std::optional<Sheet> sheet = open_sheet(pack, spec, findings);
  if (!sheet) return sources;
  constexpr std::pair<const char*, std::string Source::*> columns[] = {
      {"source_id", &Source::id},        {"basis", &Source::basis},         {"title", &Source::title},
      {"publisher", &Source::publisher}, {"published", &Source::published}, {"updated", &Source::updated},
      {"address", &Source::address},     {"seen_via", &Source::seen_via},   {"note", &Source::note}};
  static constexpr std::string_view bases[] = {"official", "scheme_copy", "secondary", "statute_recalled", "derived", "own"};
  std::vector<std::optional<std::size_t>> index;
  for (const auto& [name, member] : columns) index.push_back(sheet->need(name));
  sheet->expect_no_others();
  for (const CsvTable::Row& line : sheet->table().rows) {
    Source source;
    for (std::size_t i = 0; i < std::size(columns); ++i) {
      if (index[i]) source.*columns[i].second = line.fields[*index[i]];
    }
    if (source.id.empty()) sheet->add(errors::cell_empty, line, {{"column", "source_id"}});
    if (source.title.empty()) sheet->add(errors::cell_empty, line, {{"column", "title"}});
    if (std::ranges::find(bases, source.basis) == std::end(bases)) {
      sheet->add(
          errors::cell_choice, line,
          {{"column", "basis"}, {"text", source.basis}, {"known", "official, scheme_copy, secondary, statute_recalled, derived, own"}});
    }
    sources.push_back(std::move(source));
  }
  return sources;
}

}  // namespace sumi::rulebook
