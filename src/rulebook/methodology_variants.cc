// Every combination of the fixed choices, with the formulas that hold there, compiled. So a formula's units are checked for each way in
// which a plan can use it, and a condition on a fixed choice costs nothing later.
#include <algorithm>

#include "base/limits.h"
#include "rulebook/methodology_data.h"
#include "rulebook/tree_fields.h"

namespace sumi::rulebook {

const Parameter* Methodology::Data::parameter(std::string_view symbol) const {
  const auto it = std::ranges::find(parameters, symbol, &Parameter::symbol);
  return it == parameters.end() ? nullptr : &*it;
}

const Variant* Methodology::Data::variant(const std::vector<std::pair<std::string, std::string>>& choices_made) const {
  const auto it = std::ranges::find(variants, choices_made, &Variant::choices);
  return it == variants.end() ? nullptr : &*it;
}

namespace detail {

std::string fill_choices(std::string text, const std::vector<std::pair<std::string, std::string>>& choices) {
  for (const auto& [name, value] : choices) {
    const std::string braces = "{" + name + "}";
    for (std::size_t at; (at = text.find(braces)) != std::string::npos;) text.replace(at, braces.size(), value);
  }
  return text;
}

namespace {

using Chosen = std::map<std::string, std::string, std::less<>>;

class Builder {
 public:
  Builder(Methodology::Data& data, const TableSource& tables) : data_(data), tables_(tables) {}

  Result<void> build() {
    if (data_.choices.size() > limits::methodology_choices_max) {
      return fail(errors::methodology_variants, {{"limit", std::to_string(limits::methodology_variants_max)}}, {data_.file_name, 0, 0});
    }
    check_tables();
    if (findings_.empty()) SUMI_CHECK(grow(0, {}, {}));
    if (findings_.empty()) compile_rule();
    for (std::size_t i = 0; i < data_.variants.size() && findings_.empty(); ++i) compile_variant(data_.variants[i]);
    if (!findings_.empty()) return fail(findings_.take());
    return {};
  }

 private:
  void check_tables() {
    for (const Choice& c : data_.choices) {
      if (!c.table.empty() && !tables_.shape(c.table)) findings_.add(make_error(errors::formula_table_unknown, {{"table", c.table}}, {data_.file_name, 0, 0}));
    }
    for (const Parameter& p : data_.parameters) {
      if (!p.table.empty() && !tables_.shape(p.table)) findings_.add(make_error(errors::formula_table_unknown, {{"table", p.table}}, p.place));
    }
  }

  Result<bool> holds(const std::string& when, const Chosen& chosen, const std::string& what) {
    if (when.empty()) return true;
    Place place{data_.file_name, 0, 0};
    auto result = decide_condition({what, "truth", when, place}, chosen, &parsed_);
    return result;
  }

  // One variant per way through the fixed choices from `index` on.
  Result<void> grow(std::size_t index, Chosen chosen, Variant variant) {
    if (index == data_.choices.size()) {
      if (data_.variants.size() == limits::methodology_variants_max) {
        return fail(errors::methodology_variants, {{"limit", std::to_string(limits::methodology_variants_max)}}, {data_.file_name, 0, 0});
      }
      data_.variants.push_back(std::move(variant));
      return {};
    }
    const Choice& choice = data_.choices[index];
    SUMI_TRY(const bool exists, holds(choice.when, chosen, choice.name));
    if (!exists) return grow(index + 1, std::move(chosen), std::move(variant));
    if (choice.options.empty()) {
      variant.keys.push_back(index);
      return grow(index + 1, std::move(chosen), std::move(variant));
    }
    for (const Choice::Option& option : choice.options) {
      Chosen next = chosen;
      next.insert_or_assign(choice.name, option.value);
      Variant one = variant;
      one.choices.emplace_back(choice.name, option.value);
      SUMI_CHECK(grow(index + 1, std::move(next), std::move(one)));
    }
    return {};
  }

  // The scope of a variant; what is wrong with units becomes a finding.
  Scope scope_of(Variant& variant, const Chosen& chosen) {
    Scope scope;
    scope.tables = &tables_;
    scope.parsed = &parsed_;
    scope.unit_variables = data_.unit_variables;
    for (const auto& [name, value] : variant.choices) scope.symbols.push_back({name, ValueKind::text, {}, true, {}, value});
    for (const std::size_t key : variant.keys) scope.symbols.push_back({data_.choices[key].name, ValueKind::text, {}, true, {}, std::nullopt});
    for (const RowList& list : data_.row_lists) {
      if (keep(holds(list.when, chosen, list.name))) variant.row_lists.push_back(list.name);
    }
    scope.row_lists = variant.row_lists;
    const auto variables = variable_units(scope);
    for (std::size_t i = 0; i < data_.parameters.size(); ++i) {
      const Parameter& p = data_.parameters[i];
      if (!keep(holds(p.when, chosen, p.symbol))) continue;
      variant.parameters.push_back(i);
      const std::string unit_text = fill_choices(p.unit, variant.choices);
      variant.units.emplace(p.symbol, unit_text);
      Symbol symbol{p.symbol, ValueKind::number, {}, true, p.rows, std::nullopt};
      if (unit_text == "truth") {
        symbol.kind = ValueKind::truth;
      } else if (unit_text == "text") {
        if (p.rows.empty()) continue;  // nothing can be made of it: choices are the keys of single values
        symbol.kind = ValueKind::text;
      } else if (auto unit = parse_unit_with(unit_text, variables)) {
        symbol.unit = *std::move(unit);
      } else {
        findings_.add(make_error(errors::formula_unit_text, {{"unit", unit_text}}, p.place));
      }
      scope.symbols.push_back(std::move(symbol));
    }
    const Unit month = *parse_unit("month");
    scope.symbols.push_back({std::string(fiscal_year_name), ValueKind::number, {}, true, {}, std::nullopt});
    scope.symbols.push_back({std::string(months_elapsed_name), ValueKind::number, month, true, {}, std::nullopt});
    scope.symbols.push_back({std::string(months_elapsed_last_name), ValueKind::number, month, true, {}, std::nullopt});
    scope.symbols.push_back({std::string(period_years_name), ValueKind::number, *parse_unit("year"), true, {}, std::nullopt});
    return scope;
  }

  bool keep(Result<bool> holds_here) {
    if (holds_here) return *holds_here;
    findings_.add(std::move(holds_here).error());
    return false;
  }
  void keep(Result<Program> compiled, Program& into) {
    if (compiled) {
      into = *std::move(compiled);
    } else {
      findings_.add(std::move(compiled).error());
    }
  }

  static FormulaText text_of(const NamedFormula& f, const Variant& variant) {
    return {f.symbol, fill_choices(f.unit, variant.choices), f.text, f.place, f.rows};
  }

  void compile_variant(Variant& variant) {
    const Chosen chosen(variant.choices.begin(), variant.choices.end());
    const Scope scope = scope_of(variant, chosen);
    std::vector<FormulaText> formulas;
    for (const NamedFormula& f : data_.formulas) {
      if (keep(holds(f.when, chosen, f.symbol))) formulas.push_back(text_of(f, variant));
    }
    if (!findings_.empty()) return;
    // All formulas once, so that one that nothing uses is checked too.
    Program everything;
    keep(compile(scope, formulas), everything);
    if (!findings_.empty()) return;
    const std::vector<std::string> results{data_.baseline_result, data_.project_result};
    keep(compile(scope, formulas, results), variant.main);
    for (const std::size_t i : variant.parameters) compile_default(scope, data_.parameters[i], variant);
    const auto with = [&](FormulaText extra, std::size_t index, std::vector<std::pair<std::size_t, Program>>& into) {
      extra.symbol = "(" + extra.symbol + ")";  // a name that no formula can have
      std::vector<FormulaText> all = formulas;
      const std::vector<std::string> root{extra.symbol};
      all.push_back(std::move(extra));
      Program program;
      keep(compile(scope, all, root), program);
      into.emplace_back(index, std::move(program));
    };
    const auto conditions = [&](const std::vector<Condition>& list, std::vector<std::pair<std::size_t, Program>>& into) {
      for (std::size_t i = 0; i < list.size(); ++i) {
        if (!keep(holds(list[i].when, chosen, list[i].id))) continue;
        if (list[i].how == HowChecked::formula) {
          with({list[i].id, "truth", list[i].formula, list[i].place}, i, into);
        } else {
          into.emplace_back(i, Program());
        }
      }
    };
    conditions(data_.conditions, variant.conditions);
    conditions(data_.cases, variant.cases);
    for (std::size_t i = 0; i < data_.checks.size(); ++i) {
      const InputCheck& c = data_.checks[i];
      if (keep(holds(c.when, chosen, "check"))) with({"check " + std::to_string(i + 1), "truth", c.formula, c.place}, i, variant.checks);
    }
    for (std::size_t i = 0; i < data_.incidental.size(); ++i) {
      const IncidentalSource& s = data_.incidental[i];
      if (!keep(holds(s.when, chosen, s.id))) continue;
      with({s.id, "tCO2", s.emission.text, s.emission.place}, i, variant.incidental);
    }
  }

  // A default is one look-up, whose unit converts to the parameter's.
  void compile_default(const Scope& scope, const Parameter& p, Variant& variant) {
    if (p.default_lookup.empty()) return;
    const FormulaText text{"(default)", variant.units.at(p.symbol), p.default_lookup, p.place};
    Scope own = scope;
    own.default_rows = p.rows;
    Program program;
    keep(compile(own, std::span(&text, 1)), program);
    if (!findings_.empty()) return;
    if (program.inputs().size() != 1 || program.inputs()[0].kind != ProgramInput::Kind::lookup) {
      findings_.add(make_error(errors::formula_syntax, {{"expected", "one look-up"}, {"expected_ja", "一つのlookup"}, {"found", p.default_lookup}}, p.place));
    }
    variant.defaults.emplace(p.symbol, std::move(program));
  }

  void compile_rule() {
    if (data_.incidental.empty()) return;
    Scope scope;
    scope.tables = &tables_;
    scope.parsed = &parsed_;
    const Place place = data_.incidental_rule.by_ratio.place;
    const FormulaText thresholds[] = {{"must_calculate_from", "1", data_.incidental_rule.must_calculate_from, place},
                                      {"unmonitored_below", "1", data_.incidental_rule.unmonitored_below, place}};
    keep(compile(scope, thresholds), data_.thresholds);
    scope.symbols.push_back({std::string(ratio_name), ValueKind::number, {}, true, {}, std::nullopt});
    scope.symbols.push_back({std::string(calculated_name), ValueKind::number, *parse_unit("tCO2"), true, {}, std::nullopt});
    const FormulaText by_ratio{"by_ratio", "tCO2", data_.incidental_rule.by_ratio.text, place};
    keep(compile(scope, std::span(&by_ratio, 1)), data_.by_ratio);
  }

  Methodology::Data& data_;
  const TableSource& tables_;
  ParsedFormulas parsed_;
  Findings findings_;
};

}  // namespace

Result<void> build_variants(Methodology::Data& data, const TableSource& tables) {
  try {
    return Builder(data, tables).build();
  } catch (const ArithmeticTrap& trap) {
    return fail(errors::formula_arithmetic, {{"formula", "unit"}, {"reason", std::string(trap.def().en)}, {"reason_ja", std::string(trap.def().ja)}},
                {data.file_name, 0, 0});
  }
}

}  // namespace detail

}  // namespace sumi::rulebook
