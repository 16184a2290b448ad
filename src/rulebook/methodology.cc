#include "rulebook/methodology.h"

#include <algorithm>

#include "rulebook/methodology_record.h"
#include "rulebook/rulebook.h"

namespace sumi::rulebook {

const std::string& Methodology::number() const { return data_->number; }
const std::string& Methodology::version() const { return data_->version; }
const BothLanguages& Methodology::title() const { return data_->title; }
const BothLanguages& Methodology::sector() const { return data_->sector; }
std::optional<Date> Methodology::valid_from() const { return data_->valid_from; }
std::optional<Date> Methodology::valid_to() const { return data_->valid_to; }
const std::string& Methodology::credit_type() const { return data_->credit_type; }
bool Methodology::removal() const { return data_->removal; }
bool Methodology::nature() const { return data_->nature; }
const std::vector<std::string>& Methodology::sources() const { return data_->sources; }
const BothLanguages& Methodology::baseline() const { return data_->baseline; }
const std::string& Methodology::rounding_rule() const { return data_->rounding_rule; }
const Hash& Methodology::pack_hash() const { return data_->pack_hash; }
const Exceptions& Methodology::exceptions() const { return data_->exceptions; }
const std::vector<Choice>& Methodology::choices() const { return data_->choices; }
const std::vector<UnitVariable>& Methodology::unit_variables() const { return data_->unit_variables; }
const std::vector<RowList>& Methodology::row_lists() const { return data_->row_lists; }
const std::vector<Parameter>& Methodology::parameters() const { return data_->parameters; }
const std::vector<NamedFormula>& Methodology::formulas() const { return data_->formulas; }
const std::vector<Condition>& Methodology::conditions() const { return data_->conditions; }
const std::vector<Condition>& Methodology::new_installation_cases() const { return data_->cases; }
const std::vector<IncidentalSource>& Methodology::incidental_sources() const { return data_->incidental; }
const std::vector<Example>& Methodology::examples() const { return data_->examples; }
std::string Methodology::main_monitored_symbol() const { return data_->main_activity; }

namespace {

std::string joined(const std::vector<std::string>& list, const char* separator) {
  std::string out;
  for (const std::string& item : list) out += (out.empty() ? "" : separator) + item;
  return out;
}

// What the plan does with each incidental source of its variant, and the sections that follow from it.
Result<void> add_incidental(const detail::Binding& b, detail::Record& record) {
  for (const auto& [index, program] : b.setup.variant->incidental) {
    const IncidentalSource& source = b.data.incidental[index];
    const InputValue* chosen = b.plan.find("incidental." + source.id);
    const std::string* text = chosen == nullptr ? nullptr : std::get_if<std::string>(&chosen->value);
    const std::string choice = chosen == nullptr ? "none" : text == nullptr ? "?" : *text;
    const bool ratio_possible = source.side == Side::project;
    if (chosen != nullptr && choice != "calculate" && choice != "leave_out" && !(choice == "by_ratio" && ratio_possible)) {
      return fail(errors::incidental_choice,
                  {{"name", source.id}, {"value", choice}, {"known", ratio_possible ? "calculate, by_ratio, leave_out" : "calculate, leave_out"}});
    }
    record.incidental.emplace_back(source.id, choice);
    if (choice == "calculate") {
      SUMI_TRY(auto section, detail::bind(b, "incidental", source.id, program));
      record.sections.push_back(std::move(section));
    }
  }
  return {};
}

Result<void> add_by_ratio(const detail::Binding& b, detail::Record& record) {
  for (const auto& [id, choice] : record.incidental) {
    if (choice != "by_ratio") continue;
    const Program& program = b.data.by_ratio;
    detail::Section section{"by_ratio", id, &program, {}, {}, {}, {}};
    section.inputs.resize(program.inputs().size());
    section.columns.resize(program.inputs().size());
    section.missing.resize(program.inputs().size());
    const std::string name = "incidental." + id + ".ratio";
    const InputValue* ratio = b.plan.find(name);
    for (std::size_t slot = 0; slot < program.inputs().size(); ++slot) {
      if (program.inputs()[slot].name != detail::ratio_name) continue;
      if (ratio == nullptr) {
        return fail(errors::input_missing, {{"name", name}, {"reason", "the plan does not give the ratio."}, {"reason_ja", "影響度の記載がありません"}});
      }
      const auto* quantity = std::get_if<Quantity>(&ratio->value);
      auto converted = quantity == nullptr ? Result<Quantity>(fail(errors::input_unit)) : convert(*quantity, Unit{});
      if (!converted) return fail(errors::input_unit, {{"name", name}, {"value", ""}, {"unit", "%"}});
      detail::RecordedInput recorded;
      recorded.value = std::move(converted->value);
      recorded.origin = "plan";
      recorded.given = to_string(*quantity);
      recorded.source = ratio->source;
      section.inputs[slot] = std::move(recorded);
    }
    record.sections.push_back(std::move(section));
  }
  return {};
}

}  // namespace

Result<Calculation> calculate(const Methodology& methodology, const Inputs& plan, const Inputs& monitored, const CalculationOptions& options,
                              const TableSource& tables) {
  const Methodology::Data& data = methodology.data();
  try {
    SUMI_TRY(const detail::Setup setup, detail::set_up(data, plan, monitored, options, tables));
    const detail::Binding binding{data, setup, plan, monitored, options, tables};
    detail::Record record;
    record.variant = setup.variant;
    record.fiscal_year = options.fiscal_year;
    if (options.as_known) record.as_known = options.as_known->to_string();
    if (options.project_start) record.project_start = options.project_start->to_string();
    if (options.period) record.period = options.period->to_string();
    record.choices = setup.choices;
    record.units = setup.unit_texts;
    for (const auto& [index, program] : setup.variant->checks) {
      SUMI_TRY(auto section, detail::bind(binding, "check", std::to_string(index + 1), program));
      record.sections.push_back(std::move(section));
    }
    SUMI_TRY(auto main, detail::bind(binding, "main", "", setup.variant->main));
    record.sections.push_back(std::move(main));
    SUMI_CHECK(add_incidental(binding, record));
    SUMI_CHECK(add_by_ratio(binding, record));
    return detail::execute(data, std::move(record));
  } catch (const ArithmeticTrap& trap) {
    return fail(errors::formula_arithmetic, {{"formula", data.number}, {"reason", std::string(trap.def().en)}, {"reason_ja", std::string(trap.def().ja)}});
  }
}

Result<std::vector<std::size_t>> parameters_for(const Methodology& methodology, const Inputs& plan) {
  SUMI_TRY(const auto choices, detail::choose(methodology.data(), plan));
  const Variant* variant = detail::variant_of(methodology.data(), choices);
  if (variant == nullptr) return std::vector<std::size_t>{};
  return variant->parameters;
}

Result<Unit> parameter_unit(const Methodology& methodology, std::string_view symbol, const Inputs& plan, const CalculationOptions& options,
                            const TableSource& tables) {
  Inputs choices_only;
  for (const NamedInput& value : plan.values) {
    const auto& data = methodology.data();
    const bool wanted = std::ranges::find(data.choices, value.first, &Choice::name) != data.choices.end() ||
                        std::ranges::find(data.unit_variables, value.first, &UnitVariable::symbol) != data.unit_variables.end() ||
                        data.parameter(value.first) != nullptr;
    if (wanted) choices_only.values.push_back(value);
  }
  SUMI_TRY(const detail::Setup setup, detail::set_up(methodology.data(), choices_only, {}, options, tables));
  const auto unit = setup.variant->units.find(symbol);
  if (unit == setup.variant->units.end()) return fail(errors::input_unknown, {{"name", std::string(symbol)}, {"nearest", ""}});
  if (unit->second == "truth" || unit->second == "text") return Unit{{}, 1, unit->second};
  return parse_unit_with(unit->second, setup.units);
}

// ---- The rulebook's tables ----

std::optional<TableShape> RulebookTables::shape(std::string_view table) const {
  const TableInfo* info = rulebook_.table(table);
  if (info == nullptr) return std::nullopt;
  TableShape shape{info->name, info->keys, {}};
  for (const ColumnInfo& column : info->columns) {
    if (column.kind == ColumnKind::date) continue;
    shape.columns.push_back({column.name, column.kind == ColumnKind::text, column.unit_pattern});
  }
  return shape;
}

Result<TableCell> RulebookTables::look_up(const TableQuestion& question) const {
  Query query;
  query.table = std::string(question.table);
  query.key.assign(question.keys.begin(), question.keys.end());
  query.column = std::string(question.column);
  query.on = question.fiscal_year;
  query.as_known = question.as_known;
  query.allow_low_confidence = question.allow_low_confidence;
  SUMI_TRY(const Value value, rulebook_.look_up(query));
  TableCell cell;
  if (value.is_quantity()) {
    cell.quantity = value.quantity();
  } else if (const auto* text = std::get_if<std::string>(&value.value)) {
    cell.text = *text;
  }
  const rulebook::Provenance& p = value.provenance;
  cell.source.row = p.table + " " + joined(p.key, " ") + " " + p.column + " " + p.valid_from + ".." + p.valid_to;
  cell.source.source = joined(p.sources, ";");
  cell.source.confidence = std::string(name_of(p.confidence));
  cell.source.pack = p.edition + " " + p.pack_hash.to_hex();
  cell.source.published = p.published ? p.published->to_string() + (p.published_assumed ? " assumed" : "") : "";
  return cell;
}

// ---- Examples ----

namespace detail {

Result<void> check_examples(const Methodology& methodology, const TableSource& tables) {
  for (const ExampleCase& example : methodology.data().example_cases) {
    Place place = example.place;
    auto result = calculate(methodology, example.plan, {}, example.options, tables);
    if (!result) {
      Error error = make_error(errors::methodology_example, {{"name", example.shown.name}, {"figure", "EM_BL"}, {"expected", ""}, {"found", "-"}}, place);
      error.also.push_back(std::move(result).error());
      return fail(std::move(error));
    }
    for (const auto& [figure, expected] : example.expected) {
      std::string found = figure == "EM_BL" ? result->baseline_tCO2.to_string() : figure == "EM_PJ" ? result->project_tCO2.to_string() : "";
      const std::string marker = "\nstep\t" + figure + "\t";
      const std::size_t at = result->trace.text.find(marker);
      if (found.empty() && at != std::string::npos) {
        const std::size_t start = at + marker.size();
        found = result->trace.text.substr(start, result->trace.text.find('\t', start) - start);
      }
      const auto wanted = Rational::parse(expected), got = Rational::parse(found);
      if (!wanted || !got || !(*wanted == *got)) {
        return fail(errors::methodology_example, {{"name", example.shown.name}, {"figure", figure}, {"expected", expected}, {"found", found}}, place);
      }
    }
  }
  return {};
}

}  // namespace detail

}  // namespace sumi::rulebook
