// The formula language of the rulebook: exact numbers with units, compiled once, evaluated many times.
//
//   EM_BL = half_even(Q_PJ / eps_BL, 12) * CEF_BL
//
//   numbers    12, 0.0036 [GJ/kWh] (a unit stands in brackets behind its number; without one the number is dimensionless)
//   names      parameters, choices, other formulas; fiscal_year; months_elapsed, months_elapsed_last; period_years (days of the period
//              over days of its fiscal year: what turns a yearly rate into the period's amount); W[i] inside a sum over rows, W a parameter or a
//              formula of the rows (one value per row, in whose own text the row is called i)
//   operators  or, and, not, == != < <= > >= (not chained), + -, * /, unary -, ^ with a whole exponent
//   functions  if(condition, a, b), min, max, abs, ln, exp, sqrt, root(x, degree), sum(i in lamps: W[i] * h[i]),
//              lookup("table", key, ...).column, with [unit] behind it where each row of the column has a unit of its own
//   rounding   floor, ceiling, truncate, half_even, half_up (value, places) and floor_significant ... (value, digits), on the
//              value in the unit that the expression has: a product's unit is the product, a sum has the unit of its first term,
//              and what has no dimension (kWh/MJ, %) is a bare number
//
// Units are inferred when a formula is compiled, so that evaluation is arithmetic on bare rationals; a factor between units of
// one dimension (kWh and GJ) is applied by itself, different dimensions are refused. A unit that depends on the plan's choice
// (litres or tonnes of "the fuel") is a unit variable: a dimension of its own until the choice is made.
//
// Decision 11: a division by data (a parameter of plan, member or bill, or what is computed from one; also a negative power of
// it) must be the direct argument of a rounding. Constants, and the rulebook's own table values, divide freely.
// Formulas cannot call themselves, directly or around a corner; depth, steps and length are bounded by base/limits.h.
// ln, exp, sqrt and root mark what is computed from them as approximate.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/number.h"
#include "base/result.h"
#include "base/unit.h"
#include "rulebook/formula_errors.h"
#include "rulebook/formula_table.h"

namespace sumi::rulebook {

enum class ValueKind : std::uint8_t { number, truth, text };

// "The unit of fuel_PJ in table jcredit_fuels." At most four per scope.
struct UnitVariable {
  std::string symbol;  // how units name it: "GJ_HHV/U_PJ"
  std::string table;   // empty: the plan states the unit itself
  std::string key;     // the choice that names the row
  std::string column;  // the text column that holds the unit
};

// A name that formulas may use and that somebody else gives a value.
struct Symbol {
  std::string name;
  ValueKind kind = ValueKind::number;
  Unit unit;                            // of numbers; may hold unit variables
  bool data = true;                     // decision 11: comes from a plan, member or bill
  std::string rows;                     // the list whose rows each have one; empty: a single value
  std::optional<std::string> constant;  // a text known when compiling: conditions on it are decided then
};

struct Syntax;
// Trees of texts that were parsed before: the variants of a methodology compile the same formulas again and again. For one thread.
class ParsedFormulas {
 public:
  // Errors point into `place`; a text that was refused is parsed again.
  [[nodiscard]] Result<std::shared_ptr<const Syntax>> tree(const std::string& text, const Place& place);

 private:
  std::map<std::string, std::shared_ptr<const Syntax>, std::less<>> trees_;
};

// Everything that a formula may name.
struct Scope {
  std::vector<Symbol> symbols;
  std::vector<std::string> row_lists;
  std::vector<UnitVariable> unit_variables;
  const TableSource* tables = nullptr;  // may be null: then every look-up is refused
  std::string default_rows;             // of a look-up that is the default of a list's parameter: texts of the same row may be its keys
  ParsedFormulas* parsed = nullptr;     // may be null: then every text is parsed
};

// A unit text in which variables may stand: `variables` gives each its unit (a variable_unit while compiling, the chosen unit later).
[[nodiscard]] Result<Unit> parse_unit_with(std::string_view text, const std::map<std::string, Unit, std::less<>>& variables);
// The units of the scope's variables as they stand while compiling.
[[nodiscard]] std::map<std::string, Unit, std::less<>> variable_units(const Scope& scope);

// One formula of a set. `place` is where its text starts in its file; errors count lines and columns from there.
struct FormulaText {
  std::string symbol;
  std::string unit;  // of the result, variables allowed; "truth" for a condition
  std::string text;
  Place place;
  // The list that the formula has one value per row of: others use it as symbol[i] inside a sum over that list, and it names the row i
  // itself. It is computed where it is used and is no result of a program.
  std::string rows = {};
};

// What a program asks for before it runs, in the order of its slots.
struct ProgramInput {
  enum class Kind : std::uint8_t { symbol, row_column, lookup };
  Kind kind = Kind::symbol;
  ValueKind value_kind = ValueKind::number;
  std::string name;       // the symbol; for a look-up its text: lookup("jcredit_fuels", fuel_PJ).hhv
  Unit unit;              // may hold unit variables
  std::string unit_text;  // of a look-up: the column's, for parse_unit_with
  std::string row_list;   // of a row_column
  // Look-ups:
  std::string table, column;
  struct Key {
    bool literal = false;
    std::string text;  // the literal, or the choice (or the row's text) whose value is the key
  };
  std::vector<Key> keys;
};

struct RunValue {
  Rational number;
  bool approximate = false;
};

// A step as the trace shows it: a formula's result, or a rounding or an approximate function inside it.
struct StepRecord {
  std::uint32_t formula = 0;  // index into Program::formulas()
  std::string_view function;  // "half_even", "sqrt" ...; empty: the formula's result
  int argument = 0;           // places, digits or degree
  RunValue before;            // what the function was given
  RunValue result;
};

// Values for one run, each vector in the order of its list in the program, numbers in the input's unit. A slot without a value is
// only an error if the run reaches it.
struct RunInputs {
  std::vector<std::optional<RunValue>> values;  // inputs(): symbols (a truth is 1 or 0) and look-ups
  std::vector<std::vector<RunValue>> columns;   // inputs(): row columns, one value per row; empty for the others
  std::vector<std::size_t> row_counts;          // row_lists()
  std::vector<std::string> texts;               // text_inputs()
};

// The stack of one thread; reused from run to run.
struct Workspace {
  std::vector<RunValue> stack;
  std::vector<RunValue> results;  // one per formula of the program, in its static unit
  std::vector<std::size_t> loop_rows;  // the row of each sum that runs
};

// Compiled formulas: immutable, safe to run on any number of threads, each with a workspace of its own.
class Program {
 public:
  struct Formula {
    std::string symbol;
    Unit unit;
    std::string unit_text;
    ValueKind kind = ValueKind::number;
    std::string text;
    Place place;
  };
  [[nodiscard]] bool empty() const { return !code_; }  // nothing was compiled; the others then must not be called
  [[nodiscard]] const std::vector<Formula>& formulas() const;  // in the order of evaluation
  [[nodiscard]] const std::vector<ProgramInput>& inputs() const;
  [[nodiscard]] const std::vector<std::string>& text_inputs() const;  // choices that are compared while running
  [[nodiscard]] const std::vector<std::string>& row_lists() const;    // lists that sums run over
  [[nodiscard]] std::optional<std::size_t> formula_index(std::string_view symbol) const;

  // Results stand in workspace.results. Refusals: rulebook.input_missing (names the slot), formula_steps, formula_arithmetic.
  // `trace`, if given, receives every step in order.
  [[nodiscard]] Result<void> run(const RunInputs& inputs, Workspace& workspace, std::vector<StepRecord>* trace = nullptr) const;

  struct Code;
  [[nodiscard]] const Code& code() const { return *code_; }  // for the room's own walks over it (formula_code.h)

 private:
  friend Result<Program> compile(const Scope&, std::span<const FormulaText>, std::span<const std::string>);
  std::shared_ptr<const Code> code_;
};

// Compiles the formulas that `roots` need (all, where roots is empty), in an order in which each stands behind what it uses.
[[nodiscard]] Result<Program> compile(const Scope& scope, std::span<const FormulaText> formulas, std::span<const std::string> roots = {});

// Whether a condition holds that only fixed choices decide ('boiler_PJ == "fuel"').
[[nodiscard]] Result<bool> decide_condition(const FormulaText& condition, const std::map<std::string, std::string, std::less<>>& choices,
                                            ParsedFormulas* parsed = nullptr);

}  // namespace sumi::rulebook
