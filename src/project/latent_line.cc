#include "project/latent_line.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "project/errors.h"

namespace sumi::project {
namespace {

// The fuel on which a field's unit depends: "{fuel_before}/year" -> "fuel_before".
std::string fuel_of_unit(const std::string& unit) {
  const std::size_t end = unit.find('}');
  return unit.starts_with("{") && end != std::string::npos ? unit.substr(1, end - 1) : std::string();
}

// Lists write 電気 where they ask for the fuel. No table of fuels has it: an amount of it is the use of electricity in the field beside.
constexpr std::string_view electricity = "electricity";
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> electricity_fields{{{"fuel_use_before", "kwh_before"}, {"fuel_use_after", "kwh_after"}, {"fuel_saved", "kwh_saved"}}};

// A volume of gas as it was measured, where the factors are of m3N or m3SATP: without temperature and pressure it becomes neither.
bool lacks_condition(std::string_view unit, const Unit& own) { return unit_for(unit, *parse_unit("m3/year")) && (unit_for("m3N", own) || unit_for("m3SATP", own)); }

}  // namespace

LineReader::LineReader(const FindRules& rules, const ListMap& map, const ListColumns& columns, std::string file_name, const rulebook::Rulebook& book)
    : rules_(rules), map_(map), columns_(columns), file_(std::move(file_name)) {
  for (const ListField& f : rules.fields) {
    if (f.kind != FieldKind::number || f.unit.starts_with("{")) continue;
    if (auto unit = parse_unit(f.unit)) units_.emplace(f.field, *std::move(unit));
  }
  const auto* info = book.table("jcredit-fuels/factors");
  const auto* column = info == nullptr ? nullptr : info->column("unit");
  for (const auto& row : book.rows("jcredit-fuels/factors")) {
    if (column == nullptr || !map.fuel_factors_of || row.first != map.fuel_factors_of->number) continue;
    const auto& cell = row.cells[static_cast<std::size_t>(column - info->columns.data())];
    const auto* text = cell ? std::get_if<std::string>(&*cell) : nullptr;
    if (text == nullptr) continue;
    if (auto unit = parse_unit(*text)) fuel_units_.emplace(row.key[0], *std::move(unit));
  }
}

std::optional<Unit> LineReader::fuel_unit(const std::string& fuel) const {
  const auto it = fuel_units_.find(fuel);
  return it == fuel_units_.end() ? std::nullopt : std::optional(it->second);
}

Place LineReader::place(const FoundLine& line, std::string_view field) const {
  const auto it = columns_.column_of.find(field);
  return {file_, line.line, it == columns_.column_of.end() ? 0 : static_cast<std::uint32_t>(it->second + 1)};
}

std::optional<Unit> LineReader::unit_of(const ListField& field, const LineValues& values) const {
  const std::string fuel = fuel_of_unit(field.unit);
  if (fuel.empty()) {
    const auto it = units_.find(field.field);
    return it == units_.end() ? std::nullopt : std::optional(it->second);
  }
  if (values.word(fuel) == electricity) {
    const auto kwh = parse_unit("kWh/year");
    return *kwh;
  }
  const auto unit = fuel_unit(values.word(fuel));
  if (!unit) return std::nullopt;
  const auto year = parse_unit("year");
  return *unit / *year;
}

void LineReader::number(const ListField& field, const std::string& text, FoundLine& out, LineValues& values) const {
  const auto wrong = [&](const ErrorDef& def, ErrorArgs args) { out.errors.push_back(make_error(def, args, place(out, field.field))); };
  const auto own = unit_of(field, values);
  const MappedColumn* column = map_.column(field.field);
  const std::string header = column == nullptr ? field.title.ja : column->header;
  if (!own) {
    // Whatever fuel it is, the value is kept as text; the estimate says what is missing. A fuel's unit is that of its factors, which are of a year.
    if (!map_.fuel_factors_of && !values.word(fuel_of_unit(field.unit)).empty()) wrong(errors::find_fuel_year, {});
    return;
  }
  const auto wrong_unit = [&](const std::string& shown, std::string_view unit) {
    if (lacks_condition(unit, *own)) values.without_condition.insert(field.field);
    else wrong(errors::find_cell_unit, {{"column", header}, {"text", shown}, {"unit", own->text}});
  };
  std::string written = nfkc(text);
  std::erase(written, ' ');
  Rational value;
  if (const auto bare = Decimal::parse(written, true)) {
    std::optional<Unit> unit = column == nullptr ? std::nullopt : column->unit;
    if (!unit && column != nullptr && !column->unit_text.empty()) {
      unit = unit_for(column->unit_text, *own);
      if (!unit) return wrong_unit(column->unit_text, column->unit_text);
    }
    if (!unit && field.unit.starts_with("{")) return wrong(errors::find_cell_unit, {{"column", header}, {"text", text}, {"unit", own->text}});
    const auto converted = convert({Rational(*bare), unit ? *unit : *own}, *own);
    if (!converted) return wrong(errors::find_cell_unit, {{"column", header}, {"text", text}, {"unit", own->text}});
    value = converted->value;
  } else {
    const std::size_t digits = std::min(written.find_first_not_of("0123456789.,-+"), written.size());
    const auto count = Decimal::parse(std::string_view(written).substr(0, digits), true);
    if (!count || digits == 0) return wrong(errors::find_cell_number, {{"column", header}, {"text", text}});
    const auto unit = unit_for(written.substr(digits), *own);
    if (!unit) return wrong_unit(text, written.substr(digits));
    const auto converted = convert({Rational(*count), *unit}, *own);
    value = converted ? converted->value : Rational();
  }
  if (value.sign() < 0) return wrong(errors::find_cell_negative, {{"column", header}, {"text", text}});
  if (field.maximum && *field.maximum < value) return wrong(errors::find_cell_range, {{"column", header}, {"text", text}, {"maximum", field.maximum->to_string()}});
  if (values.word(fuel_of_unit(field.unit)) == electricity) {
    // What the list says of electricity itself goes before.
    for (const auto& [fuel, kwh] : electricity_fields) {
      if (fuel == field.field && !values.numbers.contains(kwh)) values.numbers.emplace(kwh, value);
    }
    return;
  }
  values.numbers.insert_or_assign(field.field, std::move(value));
}

void LineReader::one(const ListField& field, const std::string& text, FoundLine& out, LineValues& values) const {
  const MappedColumn* column = map_.column(field.field);
  const std::string header = column == nullptr ? field.title.ja : column->header;
  const auto word_of = [&](std::string_view list) {
    if (const auto word = rules_.word(list, text)) {
      values.words.insert_or_assign(field.field, *word);
      return;
    }
    std::string known;
    for (const auto& [word, value] : rules_.words.find(list) == rules_.words.end() ? std::map<std::string, std::string, std::less<>>{} : rules_.words.find(list)->second) {
      if (known.size() < 60) known += (known.empty() ? "" : ", ") + word;
    }
    out.errors.push_back(make_error(errors::find_cell_word, {{"column", header}, {"text", text}, {"known", known}}, place(out, field.field)));
  };
  switch (field.kind) {
    case FieldKind::text: return;
    case FieldKind::number: return number(field, text, out, values);
    case FieldKind::yes_no: return word_of("yes_no");
    case FieldKind::owner: return word_of("owner");
    case FieldKind::prefecture: return word_of("prefecture");
    case FieldKind::fuel: return word_of("fuel");
    case FieldKind::date: break;
  }
  auto date = PartialDate::parse(text);
  if (!date) {
    out.errors.push_back(make_error(errors::find_cell_date, {{"column", header}, {"text", text}}, place(out, field.field)));
    return;
  }
  values.dates.insert_or_assign(field.field, *std::move(date));
}

LineValues LineReader::read(const ListLine& line, FoundLine& out) const {
  out.line = line.line;
  LineValues values;
  if (line.unreadable) {
    out.errors.push_back(*line.unreadable);
    return values;
  }
  for (const std::size_t column : line.error_cells) {
    if (column >= columns_.fields.size() || columns_.fields[column].empty()) continue;
    out.errors.push_back(make_error(errors::find_cell_error, {{"column", columns_.headers[column]}, {"text", line.cells[column]}}, {file_, line.line, static_cast<std::uint32_t>(column + 1)}));
  }
  for (const ListField& field : rules_.fields) {
    std::string text;
    if (const auto it = columns_.column_of.find(field.field); it != columns_.column_of.end()) {
      if (it->second < line.cells.size() && std::ranges::find(line.error_cells, it->second) == line.error_cells.end()) text = trim(line.cells[it->second]);
    } else if (const auto same = map_.same_for_all.find(field.field); same != map_.same_for_all.end()) {
      text = same->second;
    }
    if (text.empty() || rules_.word("not_given", text)) continue;
    out.values.insert_or_assign(field.field, text);
  }
  // Fuels before the amounts whose unit they give.
  for (const bool fuels : {true, false}) {
    for (const ListField& field : rules_.fields) {
      const auto it = out.values.find(field.field);
      if (it != out.values.end() && (field.kind == FieldKind::fuel) == fuels) one(field, it->second, out, values);
    }
  }
  if (!values.has("prefecture")) {
    const std::string address = plain(out.value("address"));
    const auto prefectures = rules_.words.find("prefecture");
    if (prefectures != rules_.words.end()) {
      for (const auto& [word, full] : prefectures->second) {
        if (plain(full) == word && address.starts_with(word)) values.words.insert_or_assign("prefecture", full);
      }
    }
  }
  std::string number = out.value("corporate_number");
  if (!number.empty() && !parse_corporate_number(number)) {
    out.errors.push_back(make_error(errors::find_cell_corporate_number, {{"text", number}}, place(out, "corporate_number")));
  }
  return values;
}

namespace {

// Fills a program's inputs. What is missing is named by field.
class Filler {
 public:
  Filler(const Estimate& e, const LineValues& values, const FindRules& rules, const ListMap& map, const LineReader& reader, const rulebook::TableSource& tables)
      : e_(e), values_(values), rules_(rules), map_(map), reader_(reader), tables_(tables) {}

  Result<rulebook::RunInputs> fill() {
    std::map<std::string, Unit, std::less<>> units;
    for (const auto& v : rules_.unit_variables) {
      if (const auto unit = reader_.fuel_unit(values_.word(v.key))) units.emplace(v.symbol, *unit);
    }
    rulebook::RunInputs inputs;
    for (const auto& input : e_.program.inputs()) {
      if (input.kind == rulebook::ProgramInput::Kind::lookup) {
        SUMI_TRY(auto value, look_up(input, units));
        inputs.values.emplace_back(rulebook::RunValue{std::move(value), false});
        continue;
      }
      const auto number = values_.numbers.find(input.name);
      const auto declared = map_.declared.find(input.name);
      if (number != values_.numbers.end()) inputs.values.emplace_back(rulebook::RunValue{number->second, false});
      else if (declared != map_.declared.end()) inputs.values.emplace_back(rulebook::RunValue{declared->second.value.value, false});
      else inputs.values.emplace_back(std::nullopt);
    }
    inputs.columns.resize(inputs.values.size());
    for (const auto& name : e_.program.text_inputs()) inputs.texts.push_back(values_.word(name));
    return inputs;
  }

 private:
  Result<Rational> look_up(const rulebook::ProgramInput& input, const std::map<std::string, Unit, std::less<>>& units) const {
    std::vector<std::string> keys;
    for (const auto& key : input.keys) keys.push_back(key.literal ? key.text : values_.word(key.text));
    if (!map_.fuel_factors_of) return fail(errors::find_fuel_year);
    SUMI_TRY(const auto cell, tables_.look_up({input.table, input.column, keys, *map_.fuel_factors_of, std::nullopt, false}));
    SUMI_TRY(const auto unit, rulebook::parse_unit_with(input.unit_text, units));
    SUMI_TRY(auto converted, convert(cell.quantity, unit));
    return std::move(converted.value);
  }

  const Estimate& e_;
  const LineValues& values_;
  const FindRules& rules_;
  const ListMap& map_;
  const LineReader& reader_;
  const rulebook::TableSource& tables_;
};

}  // namespace

namespace {

// A ratio of efficiencies says nothing of a change of fuel, for example.
bool values_agree(const std::vector<std::string>& fields, const LineValues& values) {
  std::string first;
  for (const auto& field : fields) {
    const std::string word = values.word(field);
    if (word.empty()) continue;
    if (!first.empty() && word != first) return false;
    first = word;
  }
  return true;
}

}  // namespace

Estimated estimate_line(const EquipmentKind& kind, const LineValues& values, const FindRules& rules, const ListMap& map, const LineReader& reader, const rulebook::TableSource& tables) {
  Estimated out;
  std::vector<std::string> fewest;
  for (const std::size_t index : kind.estimates) {
    const Estimate& e = rules.estimates[index];
    // A fuel's heat and factor are asked for, and electricity has none.
    if (std::ranges::any_of(e.needs, [&](const std::string& field) { return values.word(field) == electricity; })) continue;
    std::vector<std::string> missing;
    for (const auto& field : e.needs) {
      if (!values.has(field)) missing.push_back(field);
    }
    for (const auto& name : e.assumptions) {
      if (!map.declared.contains(name)) missing.push_back(name);
    }
    if (!missing.empty()) {
      // What to ask for: the estimate that lacks the least; one that rests on the list's own figure is nothing to ask for.
      if (e.ground != "stated" && (fewest.empty() || missing.size() < fewest.size())) fewest = std::move(missing);
      continue;
    }
    if (!values_agree(e.same, values)) continue;
    auto inputs = Filler(e, values, rules, map, reader, tables).fill();
    if (!inputs) {
      out.error = std::move(inputs).error();
      continue;
    }
    rulebook::Workspace workspace;
    if (auto done = e.program.run(*inputs, workspace); !done) {
      out.error = std::move(done).error();
      continue;
    }
    out.estimate = &e;
    out.error.reset();
    const auto tonnes = *parse_unit("tCO2/year");
    const auto result = [&](std::string_view symbol) {
      const std::size_t i = *e.program.formula_index(symbol);
      return convert({workspace.results[i].number, e.program.formulas()[i].unit}, tonnes)->value;
    };
    out.baseline = result("EM_BL");
    out.project = result("EM_PJ");
    return out;
  }
  if (fewest.empty() && !out.error) fewest.push_back("co2_stated");
  out.needed = std::move(fewest);
  return out;
}

}  // namespace sumi::project
