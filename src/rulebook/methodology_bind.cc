// From what a plan and a period say to the slots of a program: choices, units, conversion, ranges, classes, defaults.
#include <algorithm>

#include "rulebook/methodology_record.h"

namespace sumi::rulebook {

const InputValue* Inputs::find(std::string_view name) const {
  const auto it = std::ranges::find(values, name, &NamedInput::first);
  return it == values.end() ? nullptr : &it->second;
}

namespace detail {

namespace {

using TextPairs = std::vector<std::pair<std::string, std::string>>;

const std::string* text_of(const Inputs& inputs, std::string_view name) {
  const InputValue* value = inputs.find(name);
  return value == nullptr ? nullptr : std::get_if<std::string>(&value->value);
}
const std::string* find_text(const TextPairs& pairs, std::string_view name) {
  const auto it = std::ranges::find(pairs, name, &TextPairs::value_type::first);
  return it == pairs.end() ? nullptr : &it->second;
}

std::string known_options(const Choice& choice) {
  std::string known;
  for (const auto& option : choice.options) known += (known.empty() ? "" : ", ") + option.value;
  return known.empty() ? "keys of " + choice.table : known;
}

std::string shown(const InputValue& value) {
  if (const auto* text = std::get_if<std::string>(&value.value)) return *text;
  if (const auto* truth = std::get_if<bool>(&value.value)) return *truth ? "true" : "false";
  return to_string(std::get<Quantity>(value.value));
}

// Whole months from one day to another; a day of the month that does not exist is the month's last.
int months_between(Date from, Date to) {
  int months = (to.year() - from.year()) * 12 + (to.month() - from.month());
  const bool last_of_month = to.plus_days(1).month() != to.month();
  if (to.day() < from.day() && !last_of_month) --months;
  return months;
}

// Names that may be given, for this variant.
bool asked_for(const Methodology::Data& data, const Setup& setup, const std::string& name) {
  const auto has = [&](const auto& list, auto member) { return std::ranges::find(list, name, member) != list.end(); };
  if (find_text(setup.choices, name) != nullptr || has(data.unit_variables, &UnitVariable::symbol) || has(data.conditions, &Condition::id) ||
      has(data.cases, &Condition::id)) {
    return true;
  }
  for (const std::size_t i : setup.variant->parameters) {
    if (data.parameters[i].symbol == name && data.parameters[i].rows.empty()) return true;
  }
  for (const auto& [index, program] : setup.variant->incidental) {
    const std::string key = "incidental." + data.incidental[index].id;
    if (name == key || name == key + ".ratio") return true;
  }
  return false;
}

Result<void> check_names(const Methodology::Data& data, const Setup& setup, const Inputs& plan, const Inputs& monitored) {
  for (const Inputs* inputs : {&plan, &monitored}) {
    for (auto it = inputs->values.begin(); it != inputs->values.end(); ++it) {
      if (!asked_for(data, setup, it->first)) return fail(errors::input_unknown, {{"name", it->first}, {"nearest", ""}});
      const bool before = std::find_if(inputs->values.begin(), it, [&](const NamedInput& other) { return other.first == it->first; }) != it;
      if (before || (inputs == &monitored && plan.find(it->first) != nullptr)) return fail(errors::input_twice, {{"name", it->first}});
    }
    for (const auto& [list, rows] : inputs->rows) {
      if (std::ranges::find(setup.variant->row_lists, list) == setup.variant->row_lists.end()) {
        return fail(errors::input_unknown, {{"name", list}, {"nearest", ""}});
      }
      for (const InputRow& row : rows) {
        for (const auto& [name, value] : row.values) {
          const Parameter* p = data.parameter(name);
          if (p == nullptr || p->rows != list) return fail(errors::input_unknown, {{"name", name}, {"nearest", ""}});
        }
      }
    }
  }
  return {};
}

// The unit of "the fuel": what the plan states, else the table's, else that of the first value given in nothing but this unit, else that under the line of
// the first value given per this unit: 33.4 GJ_HHV/kL is given per kL.
std::optional<std::string> unit_variable_text(const Methodology::Data& data, const UnitVariable& variable, const Setup& setup, const Inputs& plan,
                                              const Inputs& monitored, const CalculationOptions& options, const TableSource& tables) {
  if (const std::string* stated = text_of(plan, variable.symbol)) return *stated;
  if (const std::string* key = find_text(setup.choices, variable.key)) {
    const auto cell = tables.look_up({variable.table, variable.column, std::span(key, 1), options.fiscal_year, options.as_known, options.allow_low_confidence});
    if (cell && !cell->text.empty()) return cell->text;
  }
  for (const std::size_t i : setup.variant->parameters) {
    const Parameter& p = data.parameters[i];
    if (setup.variant->units.at(p.symbol) != variable.symbol) continue;
    for (const Inputs* inputs : {&plan, &monitored}) {
      const InputValue* value = inputs->find(p.symbol);
      if (value == nullptr) continue;
      if (const auto* quantity = std::get_if<Quantity>(&value->value)) return quantity->unit.text;
    }
  }
  for (const std::size_t i : setup.variant->parameters) {
    const Parameter& p = data.parameters[i];
    if (!setup.variant->units.at(p.symbol).ends_with("/" + variable.symbol)) continue;
    for (const Inputs* inputs : {&plan, &monitored}) {
      const InputValue* value = inputs->find(p.symbol);
      const auto* quantity = value == nullptr ? nullptr : std::get_if<Quantity>(&value->value);
      if (quantity == nullptr) continue;
      const std::string& text = quantity->unit.text;
      if (const auto line = text.rfind('/'); line != std::string::npos && parse_unit(text.substr(line + 1))) return text.substr(line + 1);
    }
  }
  return std::nullopt;
}

}  // namespace

const Variant* variant_of(const Methodology::Data& data, const TextPairs& choices) {
  TextPairs fixed;
  for (const auto& [name, value] : choices) {
    const auto choice = std::ranges::find(data.choices, name, &Choice::name);
    if (choice != data.choices.end() && !choice->options.empty()) fixed.emplace_back(name, value);
  }
  return data.variant(fixed);
}

Result<TextPairs> choose(const Methodology::Data& data, const Inputs& plan) {
  std::map<std::string, std::string, std::less<>> fixed;
  TextPairs made;
  for (const Choice& choice : data.choices) {
    if (!choice.when.empty()) {
      SUMI_TRY(const bool exists, decide_condition({choice.name, "truth", choice.when, {}}, fixed));
      if (!exists) continue;
    }
    std::string value = choice.default_value;
    if (const std::string* same = find_text(made, choice.same_as)) value = *same;
    if (const std::string* stated = text_of(plan, choice.name)) value = *stated;
    if (value.empty()) return fail(errors::choice_missing, {{"name", choice.name}, {"known", known_options(choice)}});
    if (!choice.options.empty()) {
      if (std::ranges::find(choice.options, value, &Choice::Option::value) == choice.options.end()) {
        return fail(errors::choice_value, {{"name", choice.name}, {"value", value}, {"known", known_options(choice)}});
      }
      fixed.insert_or_assign(choice.name, value);
    }
    made.emplace_back(choice.name, std::move(value));
  }
  return made;
}

Result<Setup> set_up(const Methodology::Data& data, const Inputs& plan, const Inputs& monitored, const CalculationOptions& options,
                     const TableSource& tables) {
  Setup setup;
  SUMI_TRY(setup.choices, choose(data, plan));
  setup.variant = variant_of(data, setup.choices);
  if (setup.variant == nullptr) return fail(errors::choice_missing, {{"name", "variant"}, {"known", ""}});
  SUMI_CHECK(check_names(data, setup, plan, monitored));
  for (const UnitVariable& variable : data.unit_variables) {
    if (!variable.key.empty() && find_text(setup.choices, variable.key) == nullptr) continue;
    const auto text = unit_variable_text(data, variable, setup, plan, monitored, options, tables);
    if (!text) continue;
    auto unit = parse_unit(*text);
    if (!unit) return fail(errors::formula_unit_text, {{"unit", *text}});
    setup.unit_texts.emplace_back(variable.symbol, unit->text);
    setup.units.emplace(variable.symbol, *std::move(unit));
  }
  return setup;
}

namespace {

class Binder {
 public:
  Binder(const Binding& binding, const Program& program) : b_(binding), program_(program) {}

  Result<Section> bind(std::string kind, std::string id) {
    Section section{std::move(kind), std::move(id), &program_, {}, {}, {}, {}};
    section.inputs.resize(program_.inputs().size());
    section.columns.resize(program_.inputs().size());
    section.missing.resize(program_.inputs().size());
    SUMI_CHECK(find_rows(section));
    for (std::size_t slot = 0; slot < program_.inputs().size(); ++slot) {
      const ProgramInput& input = program_.inputs()[slot];
      if (input.kind == ProgramInput::Kind::row_column) {
        SUMI_TRY(section.columns[slot], column(input));
        continue;
      }
      auto found = input.kind == ProgramInput::Kind::lookup ? lookup(input, "lookup") : symbol(input);
      if (found) {
        section.inputs[slot] = *std::move(found);
      } else if (found.error().def == &errors::input_missing) {
        section.missing[slot] = std::move(found).error();
      } else {
        return fail(std::move(found).error());
      }
    }
    return section;
  }

 private:
  [[nodiscard]] const std::vector<InputRow>* rows_of(const std::string& list) const {
    for (const Inputs* inputs : {&b_.monitored, &b_.plan}) {
      const auto it = std::ranges::find(inputs->rows, list, &std::pair<std::string, std::vector<InputRow>>::first);
      if (it != inputs->rows.end()) return &it->second;
    }
    return nullptr;
  }
  static Unexpected missing(std::string name, std::string reason_en, std::string reason_ja) {
    return fail(errors::input_missing, {{"name", std::move(name)}, {"reason", std::move(reason_en)}, {"reason_ja", std::move(reason_ja)}});
  }
  // No table says the unit of what was chosen in this year, and no value shows it.
  static Unexpected unit_unknown(std::string name, const std::string& unit) {
    return missing(std::move(name), "its unit " + unit + " is not known for these choices and this year; the plan may state it as a choice of that name.",
                   "単位" + unit + "が定まりません。その名の選択として計画書に書くことができます");
  }

  // Rows of plan and period are the same rows, told by their labels.
  [[nodiscard]] Result<void> check_labels(const std::string& list) const {
    const auto of = [&](const Inputs& inputs) {
      const auto it = std::ranges::find(inputs.rows, list, &std::pair<std::string, std::vector<InputRow>>::first);
      return it == inputs.rows.end() ? nullptr : &it->second;
    };
    const auto *planned = of(b_.plan), *monitored = of(b_.monitored);
    for (const auto* rows : {planned, monitored}) {
      for (std::size_t i = 0; rows != nullptr && i < rows->size(); ++i) {
        const auto begin = rows->begin(), here = begin + static_cast<std::ptrdiff_t>(i);
        if (std::find_if(begin, here, [&](const InputRow& r) { return r.label == here->label; }) != here) {
          return fail(errors::input_twice, {{"name", list + " (" + here->label + ")"}});
        }
      }
    }
    if (planned == nullptr || monitored == nullptr) return {};
    for (const InputRow& row : *planned) {
      if (std::ranges::find(*monitored, row.label, &InputRow::label) == monitored->end()) {
        return missing(list + " (" + row.label + ")", "the period says nothing about this row.", "この行のモニタリング実績がありません");
      }
    }
    for (const InputRow& row : *monitored) {
      if (std::ranges::find(*planned, row.label, &InputRow::label) == planned->end()) {
        return fail(errors::input_unknown, {{"name", list + " (" + row.label + ")"}, {"nearest", ""}});
      }
    }
    return {};
  }

  Result<void> find_rows(Section& section) const {
    for (const std::string& list : program_.row_lists()) {
      SUMI_CHECK(check_labels(list));
      const auto* rows = rows_of(list);
      const auto declared = std::ranges::find(b_.data.row_lists, list, &RowList::name);
      const std::size_t minimum = declared == b_.data.row_lists.end() ? 0 : declared->minimum;
      if ((rows == nullptr ? 0 : rows->size()) < minimum) return missing(list, "the list has no rows.", "一覧に行がありません");
      std::vector<std::string> labels;
      for (std::size_t i = 0; rows != nullptr && i < rows->size(); ++i) labels.push_back((*rows)[i].label);
      section.row_labels.push_back(std::move(labels));
    }
    return {};
  }

  // A row's value: its own, else the one that monitored and plan rows share by label.
  Result<std::vector<RecordedInput>> column(const ProgramInput& input) const {
    std::vector<RecordedInput> values;
    const auto* rows = rows_of(input.row_list);
    const auto fallback = b_.setup.variant->defaults.find(input.name);
    for (std::size_t i = 0; rows != nullptr && i < rows->size(); ++i) {
      const InputRow& row = (*rows)[i];
      const InputValue* value = of_row(row, input.row_list, input.name);
      if (value == nullptr && fallback != b_.setup.variant->defaults.end()) {
        auto looked_up = by_default(input.name + " (" + row.label + ")", input.name, fallback->second, &row, input.row_list);
        if (!looked_up) return fail(std::move(looked_up).error());
        values.push_back(*std::move(looked_up));
        continue;
      }
      if (value == nullptr) return missing(input.name + " (" + row.label + ")", "the row does not give it.", "この行に記載がありません");
      SUMI_TRY(RecordedInput recorded, given(input.name, *value));
      values.push_back(std::move(recorded));
    }
    return values;
  }
  [[nodiscard]] const InputValue* of_row(const InputRow& row, const std::string& list, std::string_view name) const {
    const InputValue* value = in_row(row, name);
    return value != nullptr ? value : in_plan_row(list, row.label, name);
  }
  static const InputValue* in_row(const InputRow& row, std::string_view name) {
    const auto it = std::ranges::find(row.values, name, &NamedInput::first);
    return it == row.values.end() ? nullptr : &it->second;
  }
  [[nodiscard]] const InputValue* in_plan_row(const std::string& list, const std::string& label, std::string_view name) const {
    for (const auto& [plan_list, rows] : b_.plan.rows) {
      if (plan_list != list) continue;
      const auto row = std::ranges::find(rows, label, &InputRow::label);
      if (row != rows.end()) return in_row(*row, name);
    }
    return nullptr;
  }

  Result<RecordedInput> symbol(const ProgramInput& input) const {
    if (input.name == fiscal_year_name) return calendar(Rational(b_.options.fiscal_year.number), "", b_.options.fiscal_year.to_string());
    if (input.name == months_elapsed_name || input.name == months_elapsed_last_name) return months(input.name);
    if (input.name == period_years_name) return years_of_period();
    const InputValue* value = b_.monitored.find(input.name);
    if (value == nullptr) value = b_.plan.find(input.name);
    if (value != nullptr) return given(input.name, *value);
    const auto fallback = b_.setup.variant->defaults.find(input.name);
    if (fallback != b_.setup.variant->defaults.end()) return by_default(input.name, input.name, fallback->second, nullptr, {});
    return missing(input.name, "neither the plan nor the monitored data give it, and it has no default.", "計画にもモニタリング実績にもなく、デフォルト値もありません");
  }
  static RecordedInput calendar(Rational value, std::string unit, std::string given_text) {
    RecordedInput recorded;
    recorded.value = std::move(value);
    recorded.unit = std::move(unit);
    recorded.origin = "calendar";
    recorded.given = std::move(given_text);
    return recorded;
  }
  [[nodiscard]] Result<RecordedInput> months(const std::string& name) const {
    if (!b_.options.project_start || !b_.options.period) {
      return missing(name, "the start of the project and the period are not given.", "プロジェクト開始日又は対象期間が指定されていません");
    }
    const Date day = name == months_elapsed_name ? b_.options.period->first : b_.options.period->last;
    return calendar(Rational(months_between(*b_.options.project_start, day)), "month", b_.options.project_start->to_string() + ".." + day.to_string());
  }

  [[nodiscard]] Result<RecordedInput> years_of_period() const {
    if (b_.options.period_years) return calendar(*b_.options.period_years, "year", b_.options.fiscal_year.to_string());
    if (!b_.options.period) return missing(std::string(period_years_name), "the period is not given.", "対象期間が指定されていません");
    const Period& period = *b_.options.period;
    const FiscalYear year = FiscalYear::of(period.first);
    const Period whole{year.first(), year.last()};
    if (!whole.contains(period)) {
      return missing(std::string(period_years_name), "the period does not lie in one fiscal year.", "対象期間が一つの年度に収まっていません");
    }
    return calendar(Rational(Integer(period.day_count()), Integer(whole.day_count())), "year", period.to_string());
  }

  [[nodiscard]] Result<Unit> concrete_unit(const std::string& text) const { return parse_unit_with(text, b_.setup.units); }

  // A value of plan or period: its class, year, unit and range.
  Result<RecordedInput> given(const std::string& name, const InputValue& value) const {
    const Parameter& p = *b_.data.parameter(name);
    RecordedInput recorded;
    recorded.origin = value.origin == Origin::monitored ? "monitored" : value.origin == Origin::plan ? "plan" : "declared";
    recorded.monitoring_class = value.monitoring_class;
    recorded.value_year = value.value_year ? value.value_year->to_string() : "";
    recorded.source = value.source;
    recorded.given = shown(value);
    if (!value.monitoring_class.empty() && !p.classes.empty() && std::ranges::find(p.classes, value.monitoring_class) == p.classes.end()) {
      std::string known;
      for (const std::string& c : p.classes) known += (known.empty() ? "" : ", ") + c;
      return fail(errors::input_class, {{"name", name}, {"class", value.monitoring_class}, {"known", known}});
    }
    if (p.needs_value_year && value.origin == Origin::declared && !value.value_year) return fail(errors::input_value_year, {{"name", name}});
    const std::string& unit_text = b_.setup.variant->units.at(name);
    if (unit_text == "truth") {
      const bool* truth = std::get_if<bool>(&value.value);
      if (truth == nullptr) return fail(errors::input_unit, {{"name", name}, {"value", recorded.given}, {"unit", "true / false"}});
      recorded.value = Rational(*truth ? 1 : 0);
      recorded.unit = "truth";
      return recorded;
    }
    const auto* quantity = std::get_if<Quantity>(&value.value);
    auto unit = concrete_unit(unit_text);
    if (!unit) return unit_unknown(name, unit_text);
    auto converted = quantity == nullptr ? Result<Quantity>(fail(errors::input_unit)) : convert(*quantity, *unit);
    if (!converted) return fail(errors::input_unit, {{"name", name}, {"value", recorded.given}, {"unit", unit->text.empty() ? "1" : unit->text}});
    recorded.value = std::move(converted->value);
    recorded.unit = unit->text;
    SUMI_CHECK(check_range(p, recorded, *unit));
    return recorded;
  }

  // A bound is a number in the parameter's unit, or a number with a unit of its own.
  Result<void> check_range(const Parameter& p, const RecordedInput& recorded, const Unit& unit) const {
    const auto bound = [&](const std::string& text) -> Result<Rational> {
      const std::size_t blank = text.find(' ');
      SUMI_TRY(Rational number, Rational::parse(text.substr(0, blank)));
      if (blank == std::string::npos) return number;
      SUMI_TRY(const Unit own, concrete_unit(fill_choices(text.substr(blank + 1), b_.setup.choices)));
      SUMI_TRY(Quantity converted, convert({std::move(number), own}, unit));
      return std::move(converted.value);
    };
    for (const bool low : {true, false}) {
      const std::string& text = low ? p.minimum : p.maximum;
      if (text.empty()) continue;
      SUMI_TRY(const Rational limit, bound(text));
      if (low ? recorded.value < limit : limit < recorded.value) {
        return fail(errors::input_range, {{"name", p.symbol}, {"value", recorded.given}, {"range", (p.minimum.empty() ? "" : p.minimum) + " .. " + p.maximum}});
      }
    }
    return {};
  }

  // The parameter's look-up, in the parameter's unit; of a row, with the row's texts as keys.
  Result<RecordedInput> by_default(const std::string& shown_name, const std::string& name, const Program& program, const InputRow* row,
                                   const std::string& list) const {
    auto cell = lookup(program.inputs()[0], "default", row, list);
    if (!cell) {
      Error error = std::move(cell).error();
      if (error.def == &errors::input_missing) error.args.front().second = shown_name;
      return fail(std::move(error));
    }
    RunInputs inputs;
    inputs.values.emplace_back(RunValue{cell->value, false});
    inputs.columns.resize(1);
    Workspace workspace;
    SUMI_CHECK(program.run(inputs, workspace));
    cell->value = workspace.results[0].number;
    auto unit = concrete_unit(b_.setup.variant->units.at(name));
    if (unit) cell->unit = unit->text;
    return *std::move(cell);
  }

  // A table's value, in the unit that the formula expects. What the table refuses is the reason for a missing value.
  Result<RecordedInput> lookup(const ProgramInput& input, std::string_view origin, const InputRow* row = nullptr, const std::string& list = {}) const {
    std::vector<std::string> keys;
    for (const auto& key : input.keys) {
      const std::string* chosen = key.literal ? &key.text : find_text(b_.setup.choices, key.text);
      if (chosen == nullptr && row != nullptr) {
        const InputValue* own = of_row(*row, list, key.text);
        if (own == nullptr) {
          return missing(key.text + " (" + row->label + ")", "the row does not say it, and " + input.name + " is looked up by it.",
                         "この行に記載がなく、" + input.name + "を検索できません");
        }
        chosen = std::get_if<std::string>(&own->value);
        if (chosen == nullptr) return fail(errors::input_unit, {{"name", key.text}, {"value", shown(*own)}, {"unit", "text"}});
      }
      keys.push_back(chosen == nullptr ? "" : *chosen);
    }
    auto cell = b_.tables.look_up({input.table, input.column, keys, b_.options.fiscal_year, b_.options.as_known, b_.options.allow_low_confidence});
    if (!cell) {
      Error error = make_error(errors::input_missing, {{"name", input.name},
                                                       {"reason", sentence(cell.error(), Language::en)},
                                                       {"reason_ja", sentence(cell.error(), Language::ja)}});
      error.also.push_back(std::move(cell).error());
      return fail(std::move(error));
    }
    auto unit = concrete_unit(input.unit_text);
    if (!unit) return unit_unknown(input.name, input.unit_text);
    SUMI_TRY(Quantity converted, convert(cell->quantity, *unit));
    RecordedInput recorded;
    recorded.value = std::move(converted.value);
    recorded.unit = unit->text;
    recorded.origin = origin;
    recorded.given = to_string(cell->quantity);
    recorded.source = cell->source.source;
    recorded.confidence = cell->source.confidence;
    recorded.row = cell->source.row;
    recorded.pack = cell->source.pack;
    recorded.published = cell->source.published;
    return recorded;
  }

  const Binding& b_;
  const Program& program_;
};

}  // namespace

Result<Section> bind(const Binding& binding, std::string kind, std::string id, const Program& program) {
  return Binder(binding, program).bind(std::move(kind), std::move(id));
}

}  // namespace detail

}  // namespace sumi::rulebook
