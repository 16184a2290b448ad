// The formula language by itself: values, units, refusals with their places, limits, and random formulas against Python's fractions.
#include "rulebook/formula.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <tuple>

#include <unistd.h>

#include "base/limits.h"

namespace sumi::rulebook {
namespace {

// One table of two fuels whose units differ by row, and one of constants.
class TwoTables final : public TableSource {
 public:
  [[nodiscard]] std::optional<TableShape> shape(std::string_view table) const override {
    if (table == "fuels") return TableShape{"fuels", {"fuel"}, {{"unit", true, ""}, {"hhv", false, "GJ_HHV/{unit}"}, {"co2", false, "tCO2/GJ_HHV"}}};
    if (table == "rules") return TableShape{"rules", {"key"}, {{"unit", true, ""}, {"value", false, "{unit}"}}};
    return std::nullopt;
  }
  [[nodiscard]] Result<TableCell> look_up(const TableQuestion&) const override { return fail(errors::input_missing); }
};

const TwoTables two_tables;

Scope scope() {
  Scope s;
  s.tables = &two_tables;
  s.unit_variables = {{"U", "fuels", "fuel", "unit"}};
  s.row_lists = {"lamps", "rooms"};
  const auto variables = variable_units(s);
  const auto number = [&](const char* name, const char* unit, const char* rows = "") {
    s.symbols.push_back({name, ValueKind::number, *parse_unit_with(unit, variables), true, rows, std::nullopt});
  };
  number("a", "1");
  number("b", "1");
  number("E", "kWh");
  number("Q", "GJ");
  number("Q_HHV", "GJ_HHV");
  number("Q_LHV", "GJ_LHV");
  number("M", "tCO2");
  number("Me", "tCO2e");
  number("F", "U");
  number("W", "W/piece", "lamps");
  number("N", "piece", "lamps");
  number("h", "h", "lamps");
  number("x", "1", "rooms");
  s.symbols.push_back({"yes", ValueKind::truth, {}, true, "", std::nullopt});
  s.symbols.push_back({"fuel", ValueKind::text, {}, true, "", std::nullopt});
  s.symbols.push_back({"kind", ValueKind::text, {}, true, "", "steam"});
  return s;
}

Result<Program> compile_one(const std::string& text, const std::string& unit = "1") {
  const FormulaText formula{"result", unit, text, {"f.toml", 10, 5}};
  return compile(scope(), std::span(&formula, 1));
}

struct Outcome {
  std::optional<RunValue> value;
  std::string refusal;
};

// a = 3, b = -7/4, E = 1000 kWh, Q = 9 GJ, yes = true, fuel = "oil"; lamps: 40 W x 3 x 100 h, 20 W x 2 x 50 h; rooms: none.
Outcome run(const std::string& text, const std::string& unit = "1") {
  const auto program = compile_one(text, unit);
  if (!program) return {std::nullopt, "compile: " + describe_error(program.error(), Language::en)};
  RunInputs in;
  for (const ProgramInput& input : program->inputs()) {
    const std::map<std::string, Rational> values{{"a", 3}, {"b", Rational(-7, 4)}, {"E", 1000}, {"Q", 9}, {"yes", 1}};
    const std::map<std::string, std::vector<RunValue>> columns{
        {"W", {{40, false}, {20, false}}}, {"N", {{3, false}, {2, false}}}, {"h", {{100, false}, {50, false}}}};
    const auto it = values.find(input.name);
    in.values.push_back(it == values.end() ? std::nullopt : std::optional(RunValue{it->second, false}));
    const auto column = columns.find(input.name);
    in.columns.push_back(column == columns.end() ? std::vector<RunValue>{} : column->second);
  }
  for (const std::string& list : program->row_lists()) in.row_counts.push_back(list == "lamps" ? 2 : 0);
  for (std::size_t i = 0; i < program->text_inputs().size(); ++i) in.texts.emplace_back("oil");
  Workspace workspace;
  const auto done = program->run(in, workspace);
  if (!done) return {std::nullopt, std::string(done.error().def->name)};
  return {workspace.results.back(), {}};
}

TEST(Formula, Values) {
  const struct {
    const char* text;
    const char* unit;
    const char* expected;
  } cases[] = {
      {"1 + 2 * 3 - 4 / 2", "1", "5"},
      {"2 - 3 - 4", "1", "-5"},
      {"8 / 4 / 2", "1", "1"},
      {"-2^2", "1", "-4"},
      {"(-2)^2", "1", "4"},
      {"2^-2", "1", "0.25"},
      {"1/3 + 1/6", "1", "0.5"},
      {"0.1 + 0.2", "1", "0.3"},
      {"half_even(a / 8, 2)", "1", "0.38"},
      {"half_even(2.5, 0) + half_even(3.5, 0)", "1", "6"},
      {"half_up(2.5, 0) - half_up(-2.5, 0)", "1", "6"},
      {"floor(b, 0) * 100 + ceiling(b, 0) * 10 + truncate(b, 0)", "1", "-211"},
      {"floor(1234.5, -2)", "1", "1200"},
      {"half_up_significant(0.00123456, 3)", "1", "0.00123"},
      {"half_even(half_even(1 / a, 2) / b, 3)", "1", "-0.189"},
      {"half_even(a^-1, 3)", "1", "0.333"},
      {"min(a, b, 2) + max(a, b)", "1", "1.25"},
      {"abs(b)", "1", "1.75"},
      {"if(a > b, 10, 20)", "1", "10"},
      {"if(a > b and not (a == 3) or false, 10, 20)", "1", "20"},
      {"if(fuel == \"oil\", 1, 2)", "1", "1"},
      {"if(fuel != \"gas\" and yes, 1, 2)", "1", "1"},
      {"if(kind == \"steam\", a, unknown_elsewhere)", "1", "3"},
      {"if(a >= 3 and a <= 3 and a != b, 1, 0)", "1", "1"},
      {"if(a > 0 or half_even(1 / (a - 3), 2) > 0, 1, 0)", "1", "1"},
      {"E * 0.0036 [GJ/kWh]", "GJ", "3.6"},
      {"E + Q", "kWh", "3500"},
      {"Q + E", "GJ", "12.6"},
      {"Q - 2500 [kWh]", "MJ", "0"},
      {"if(Q == 2500 [kWh], 1, 0)", "1", "1"},
      {"max(Q, E)", "kWh", "2500"},
      {"sum(i in lamps: W[i] * N[i] * h[i])", "kWh", "14"},
      {"sum(i in lamps: N[i]) * 1 [1/piece]", "1", "5"},
      {"sum(i in lamps: sum(k in lamps: N[i] * N[k]))", "piece^2", "25"},
      {"sum(i in rooms: x[i])", "1", "0"},
      {"50 [%]", "1", "0.5"},
      {"half_even(50 [%], 1)", "1", "0.5"},
      {"floor(E / 1 [MJ], -3)", "1", "3000"},
      {"floor(1111 [kWh], -2)", "kWh", "1100"},
      {"floor(1111 [kWh] + Q, -2)", "kWh", "3600"},
  };
  for (const auto& c : cases) {
    const Outcome r = run(c.text, c.unit);
    ASSERT_TRUE(r.value) << c.text << "\n" << r.refusal;
    EXPECT_EQ(r.value->number, *Rational::parse(c.expected)) << c.text << " = " << r.value->number.to_string();
    EXPECT_FALSE(r.value->approximate) << c.text;
  }
}

TEST(Formula, ApproximateSpreads) {
  for (const char* text : {"sqrt(2)", "1 + ln(a)", "if(exp(1) > 2, 1, 2)", "half_even(root(5, 3), 2)", "sum(i in lamps: sqrt(2))"}) {
    const Outcome r = run(text);
    ASSERT_TRUE(r.value) << text << r.refusal;
    EXPECT_TRUE(r.value->approximate) << text;
  }
  // sqrt(2) to 20 places, by Python's decimal
  EXPECT_EQ(run("sqrt(2)").value->number, *Rational::parse("1.41421356237309504880"));
}

// Every refusal by name, with line and column; the text starts at line 10, column 5.
TEST(Formula, Refusals) {
  const struct {
    const char* text;
    const char* unit;
    const char* name;
    unsigned line, column;
  } cases[] = {
      {"1 +", "1", "formula_syntax", 10, 8},
      {"", "1", "formula_syntax", 10, 5},
      {"1 2", "1", "formula_syntax", 10, 7},
      {"(1 + 2", "1", "formula_syntax", 10, 11},
      {"1 < 2 < 3", "truth", "formula_syntax", 10, 11},
      {"2 ^ 3 ^ 2", "1", "formula_syntax", 10, 11},
      {"1 [GJ", "1", "formula_syntax", 10, 7},
      {"lookup(\"fuels\", fuel)", "1", "formula_syntax", 10, 26},
      {"sum(i lamps: N[i])", "1", "formula_syntax", 10, 11},
      {"1 + ×", "1", "formula_character", 10, 9},
      {"a\n +\n  $", "1", "formula_character", 12, 3},
      {"1.2.3", "1", "formula_number", 10, 5},
      {"1e5", "1", "formula_number", 10, 5},
      {"a + c", "1", "formula_name_unknown", 10, 9},
      {"a + lookup(\"fuels\", c).co2", "1", "formula_name_unknown", 10, 25},
      {"log(a)", "1", "formula_function_unknown", 10, 5},
      {"min(a)", "1", "formula_arguments", 10, 5},
      {"if(yes, 1)", "1", "formula_arguments", 10, 5},
      {"root(a, 0)", "1", "formula_arguments", 10, 5},
      {"root(a, b)", "1", "formula_arguments", 10, 5},
      {"half_even(a)", "1", "formula_arguments", 10, 5},
      {"half_even(a, b)", "1", "formula_places", 10, 18},
      {"half_even(a, 1.5)", "1", "formula_places", 10, 18},
      {"half_even_significant(a, 0)", "1", "formula_places", 10, 30},
      {"a ^ b", "1", "formula_power", 10, 9},
      {"a ^ 65", "1", "formula_power", 10, 9},
      {"N", "1", "formula_rows", 10, 5},
      {"N[i]", "1", "formula_rows", 10, 5},
      {"sum(i in lamps: x[i])", "1", "formula_rows", 10, 21},
      {"sum(i in walls: 1)", "1", "formula_rows", 10, 5},
      {"sum(i in lamps: sum(i in lamps: N[i]))", "1", "formula_name_twice", 10, 21},
      {"a + yes", "1", "formula_kind", 10, 9},
      {"a + fuel", "1", "formula_kind", 10, 9},
      {"a and yes", "truth", "formula_kind", 10, 5},
      {"not a", "truth", "formula_kind", 10, 9},
      {"yes", "1", "formula_kind", 10, 5},
      {"a", "truth", "formula_kind", 10, 5},
      {"fuel < \"oil\"", "truth", "formula_kind", 10, 5},
      {"if(yes, 1, fuel)", "1", "formula_kind", 10, 16},
      {"1 [parsec]", "1", "formula_unit_text", 10, 5},
      {"E + M", "kWh", "formula_unit_mismatch", 10, 7},
      {"Q_HHV - Q_LHV", "GJ_HHV", "formula_unit_mismatch", 10, 11},
      {"Q + Q_HHV", "GJ", "formula_unit_mismatch", 10, 7},
      {"M + Me", "tCO2", "formula_unit_mismatch", 10, 7},
      {"E * M", "tCO2", "formula_unit_mismatch", 10, 5},
      {"E < M", "truth", "formula_unit_mismatch", 10, 7},
      {"max(E, M)", "kWh", "formula_unit_mismatch", 10, 12},
      {"if(yes, E, M)", "kWh", "formula_unit_mismatch", 10, 5},
      {"ln(E)", "1", "formula_unit_mismatch", 10, 8},
      {"F * lookup(\"fuels\", fuel).co2", "tCO2", "formula_unit_mismatch", 10, 5},
      {"lookup(\"fuel\", fuel).hhv", "1", "formula_table_unknown", 10, 12},
      {"lookup(\"fuels\", fuel).lhv", "1", "formula_column_unknown", 10, 5},
      {"lookup(\"fuels\", fuel).unit", "1", "formula_column_unknown", 10, 5},
      {"lookup(\"fuels\", fuel, fuel).hhv", "1", "formula_table_keys", 10, 5},
      {"lookup(\"fuels\", a).hhv", "1", "formula_table_keys", 10, 21},
      {"lookup(\"fuels\", \"oil\").hhv", "1", "formula_unit_variable", 10, 5},
      {"lookup(\"rules\", \"k\").value", "1", "formula_unit_variable", 10, 5},
      {"result + 1", "1", "formula_recursion", 10, 5},
  };
  for (const auto& c : cases) {
    const auto program = compile_one(c.text, c.unit);
    ASSERT_FALSE(program) << c.text;
    const Error& e = program.error();
    EXPECT_EQ(e.def->name, c.name) << c.text << "\n" << describe_error(e, Language::en);
    EXPECT_EQ(std::pair(e.place.line, e.place.column), std::pair(c.line, c.column)) << c.text << "\n" << describe_error(e, Language::en);
    for (const Language language : {Language::ja, Language::en}) EXPECT_EQ(sentence(e, language).find("…"), std::string::npos) << sentence(e, language);
  }
}

// Formulas with a value per row. lamps: 40 W x 3 x 100 h, 20 W x 2 x 50 h; a = 3. By hand: E[i] = 12 and 2 kWh, above 5 kWh only the first;
// sum of (E[i] x sum of E over all rows) = 14 x 14.
TEST(Formula, RowFormulas) {
  const auto of = [](const std::string& text, const std::string& unit) {
    const std::vector<FormulaText> formulas{{"E_i", "kWh", "W[i] * N[i] * h[i]", {"f", 1, 1}, "lamps"},
                                            {"large", "truth", "E_i[i] > 5 [kWh]", {"f", 2, 1}, "lamps"},
                                            {"all", "kWh", "sum(i in lamps: E_i[i])", {"f", 3, 1}},
                                            {"share", "1", "half_even(E_i[i] / all, 3)", {"f", 4, 1}, "lamps"},
                                            {"around", "kWh^2", "E_i[i] * sum(k in lamps: E_i[k])", {"f", 5, 1}, "lamps"},
                                            {"result", unit, text, {"f.toml", 10, 5}}};
    const std::vector<std::string> roots{"result"};
    return compile(scope(), formulas, roots);
  };
  const struct {
    const char* text;
    const char* unit;
    const char* expected;
  } good[] = {{"sum(i in lamps: E_i[i])", "kWh", "14"},
              {"sum(k in lamps: if(large[k], E_i[k], 0 [kWh]))", "Wh", "12000"},
              {"sum(j in lamps: share[j])", "1", "1"},  // 0.857 + 0.143
              {"sum(i in lamps: around[i])", "kWh^2", "196"},
              {"sum(k in lamps: sum(i in lamps: E_i[i] * E_i[k]))", "kWh^2", "196"},
              {"sum(k in lamps: sum(j in lamps: around[j]))", "kWh^2", "392"}};
  for (const auto& c : good) {
    const auto program = of(c.text, c.unit);
    ASSERT_TRUE(program) << c.text << "\n" << describe_error(program.error(), Language::en);
    RunInputs in;
    for (const ProgramInput& input : program->inputs()) {
      const std::map<std::string, std::vector<RunValue>> columns{
          {"W", {{40, false}, {20, false}}}, {"N", {{3, false}, {2, false}}}, {"h", {{100, false}, {50, false}}}};
      in.values.emplace_back(std::nullopt);
      in.columns.push_back(columns.at(input.name));
    }
    in.row_counts.assign(program->row_lists().size(), 2);
    Workspace workspace;
    const auto done = program->run(in, workspace);
    ASSERT_TRUE(done) << c.text << "\n" << describe_error(done.error(), Language::en);
    EXPECT_EQ(workspace.results.back().number, *Rational::parse(c.expected)) << c.text;
  }
  const struct {
    const char* text;
    const char* name;
    unsigned column;
  } bad[] = {{"E_i", "formula_rows", 5}, {"E_i[i]", "formula_rows", 5}, {"sum(i in rooms: E_i[i])", "formula_rows", 21}, {"all[i]", "formula_rows", 5},
             {"sum(i in lamps: all[i])", "formula_rows", 21}, {"sum(i in lamps: E_j[i])", "formula_name_unknown", 21}};
  for (const auto& c : bad) {
    const auto program = of(c.text, "kWh");
    ASSERT_FALSE(program) << c.text;
    EXPECT_EQ(program.error().def->name, c.name) << c.text << "\n" << describe_error(program.error(), Language::en);
    EXPECT_EQ(program.error().place.column, c.column) << c.text;
  }
  // Slips in a formula of rows are found at its own place, used or not; one that leads back to itself is refused.
  const FormulaText no_list[] = {{"E_i", "kWh", "E", {"f", 3, 1}, "halls"}};
  const FormulaText wrong_unit[] = {{"E_i", "kWh", "W[i] * N[i]", {"f", 3, 1}, "lamps"}};
  const FormulaText other_row[] = {{"E_i", "W", "W[k] * N[k]", {"f", 3, 1}, "lamps"}};
  const FormulaText circle[] = {{"p", "1", "q[i]", {"f", 3, 1}, "lamps"}, {"q", "1", "p[i] + 1", {"f", 4, 1}, "lamps"}};
  const std::tuple<std::span<const FormulaText>, const char*, unsigned> slips[] = {
      {no_list, "formula_rows", 3}, {wrong_unit, "formula_unit_mismatch", 3}, {other_row, "formula_rows", 3}, {circle, "formula_recursion", 4}};
  for (const auto& [formulas, name, line] : slips) {
    const auto program = compile(scope(), formulas);
    ASSERT_FALSE(program);
    EXPECT_EQ(program.error().def->name, name) << describe_error(program.error(), Language::en);
    EXPECT_EQ(program.error().place.line, line);
  }
}

// 2^40 copies of a formula are not made: the program stays within its bound.
TEST(Formula, RowFormulasDoNotExplode) {
  std::vector<FormulaText> formulas{{"f0", "1", "N[i] * 1 [1/piece]", {"f", 1, 1}, "lamps"}};
  for (int k = 1; k <= 40; ++k) {
    const std::string before = "f" + std::to_string(k - 1) + "[i]";
    formulas.push_back({"f" + std::to_string(k), "1", before + " + " + before, {"f", 1, 1}, "lamps"});
  }
  const auto program = compile(scope(), formulas);
  ASSERT_FALSE(program);
  EXPECT_EQ(program.error().def->name, "formula_too_many_steps");
}

// Decision 11. What is accepted and refused differs in nothing but where the rounding stands.
TEST(Formula, DivisionByDataNamesItsRounding) {
  for (const char* text : {"1 / a", "a / b", "half_even(1 / a + 1, 2)", "half_even(1 / a * 3, 2)", "half_even(-(1 / a), 2)", "half_even(1 / a / b, 2)", "a^-1",
                           "1 / (2 * a)", "1 / if(yes, 1, 2)", "1 / half_even(a, 2)", "half_even(max(1 / a, 2), 2)", "1 / sum(i in rooms: x[i])",
                           "min(1, 2 / a)", "half_even(1 / a^-1 * 2, 2)"}) {
    const auto program = compile_one(text);
    ASSERT_FALSE(program) << text;
    EXPECT_EQ(program.error().def->name, "formula_division_unrounded") << text;
    EXPECT_FALSE(program.error().def->remedy_en.empty());
  }
  for (const char* text : {"half_even(1 / a, 2)", "half_even(a * b / a, 2)", "half_even((1 / a), 12)", "floor_significant(1 / a, 3)", "a / 3", "a / (44 / 12)",
                           "half_even(a^-1, 2)", "half_even(half_even(1 / a, 2) / b, 2)", "sum(i in rooms: half_even(1 / x[i], 12))"}) {
    const auto program = compile_one(text);
    EXPECT_TRUE(program) << text << (program ? "" : describe_error(program.error(), Language::en));
  }
  // Through another formula it is data still; a formula of constants is not.
  const FormulaText through[] = {{"eps", "1", "a * 2", {}}, {"r", "1", "1 / eps", {}}};
  EXPECT_EQ(compile(scope(), through).error().def->name, "formula_division_unrounded");
  const FormulaText constants[] = {{"k", "1", "44 / 12", {}}, {"r", "1", "a / k", {}}};
  EXPECT_TRUE(compile(scope(), constants));
  // The rulebook's own values are constants.
  EXPECT_TRUE(compile_one("M / lookup(\"fuels\", fuel).co2", "GJ_HHV"));
}

TEST(Formula, UnitVariables) {
  EXPECT_TRUE(compile_one("F * lookup(\"fuels\", fuel).hhv", "GJ_HHV"));
  EXPECT_TRUE(compile_one("F * lookup(\"fuels\", fuel).hhv * lookup(\"fuels\", fuel).co2", "tCO2"));
  EXPECT_TRUE(compile_one("F * 44 [GJ_HHV/U]", "GJ_HHV"));
  EXPECT_FALSE(compile_one("F * 44 [GJ_HHV/kL]", "GJ_HHV"));
  EXPECT_TRUE(compile_one("lookup(\"rules\", \"life\").value [year]", "month"));
}

TEST(Formula, FormulasUseEachOtherInAnyOrderButNotInACircle) {
  const FormulaText good[] = {{"z", "1", "y * 2", {}}, {"y", "1", "w + 1", {}}, {"w", "1", "5", {}}};
  const auto program = compile(scope(), good);
  ASSERT_TRUE(program);
  Workspace workspace;
  ASSERT_TRUE(program->run({}, workspace));
  EXPECT_EQ(workspace.results[*program->formula_index("z")].number, Rational(12));
  const FormulaText circle[] = {{"p", "1", "q", {"f", 1, 1}}, {"q", "1", "r + 1", {"f", 2, 1}}, {"r", "1", "p * 2", {"f", 3, 1}}};
  const auto refused = compile(scope(), circle);
  ASSERT_FALSE(refused);
  EXPECT_EQ(sentence(refused.error(), Language::en), "the formulas go in a circle: p -> q -> r -> p.");
  EXPECT_EQ(refused.error().place.line, 3U);
  // Only what the roots need is compiled, so what they do not need may ask for anything.
  const std::vector<std::string> roots{"w"};
  EXPECT_EQ(compile(scope(), good, roots)->formulas().size(), 1U);
  const FormulaText twice[] = {{"p", "1", "1", {}}, {"p", "1", "2", {}}};
  EXPECT_EQ(compile(scope(), twice).error().def->name, "formula_name_twice");
  const FormulaText shadow[] = {{"a", "1", "1", {}}};
  EXPECT_EQ(compile(scope(), shadow).error().def->name, "formula_name_twice");
}

std::string repeated(const std::string& s, std::size_t n) {
  std::string out;
  for (std::size_t i = 0; i < n; ++i) out += s;
  return out;
}

TEST(Formula, Limits) {
  const auto depth = limits::formula_depth_max;
  EXPECT_TRUE(compile_one(repeated("(", depth - 1) + "1" + repeated(")", depth - 1)));
  EXPECT_EQ(compile_one(repeated("(", depth) + "1" + repeated(")", depth)).error().def->name, "formula_too_deep");
  EXPECT_EQ(compile_one(repeated("-", depth + 1) + "1").error().def->name, "formula_too_deep");
  EXPECT_EQ(compile_one(repeated("not ", depth + 1) + "yes", "truth").error().def->name, "formula_too_deep");
  EXPECT_EQ(compile_one(repeated("abs(", depth + 1) + "1").error().def->name, "formula_too_deep");
  // Long sums are no nesting.
  EXPECT_TRUE(compile_one("1" + repeated("+1", 2000)));
  EXPECT_EQ(compile_one("1" + repeated("+1", limits::formula_text_bytes_max / 2 + 1)).error().def->name, "formula_too_long");
  EXPECT_EQ(compile_one("1" + repeated(" * 1 [t]", 200)).error().def->name, "formula_power");
  EXPECT_EQ(run("(((9^64)^64)^64)^64").refusal, "formula_arithmetic");
  EXPECT_EQ(run("half_even(1 / (a - 3), 2)").refusal, "formula_arithmetic");
  EXPECT_EQ(run("sqrt(b)").refusal, "formula_arithmetic");
  EXPECT_EQ(run("0^-1").refusal, "formula_arithmetic");
  EXPECT_EQ(run("M", "tCO2").refusal, "input_missing");
}

TEST(Formula, StepsAreBounded) {
  const auto program = compile_one("sum(i in rooms: sum(k in rooms: x[i] * x[k]))");
  ASSERT_TRUE(program);
  RunInputs in;
  in.values.resize(1);
  in.columns.push_back(std::vector<RunValue>(1000, RunValue{1, false}));
  in.row_counts = {1000};
  Workspace workspace;
  const auto done = program->run(in, workspace);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().def->name, "formula_too_many_steps");
}

TEST(Formula, ConditionsOnFixedChoices) {
  const std::map<std::string, std::string, std::less<>> choices{{"kind", "steam"}};
  EXPECT_TRUE(*decide_condition({"c", "truth", "kind == \"steam\" and not false", {}}, choices));
  EXPECT_FALSE(*decide_condition({"c", "truth", "kind != \"steam\"", {}}, choices));
  EXPECT_EQ(decide_condition({"c", "truth", "other == \"steam\"", {}}, choices).error().def->name, "formula_kind");
}

// ---- Against Python ----

// A random formula of values without unit, in our language and in Python's.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}
  struct Both {
    std::string ours, python;
  };

  Both expression(int depth) {
    if (depth == 0 || pick(8) == 0) return leaf();
    switch (pick(11)) {
      case 0: return joined(" + ", depth);
      case 1: return joined(" - ", depth);
      case 2: return joined(" * ", depth);
      case 3: {  // constants divide freely
        const Both a = expression(depth - 1), b = number();
        return {"(" + a.ours + " / " + b.ours + ")", "(" + a.python + " / " + b.python + ")"};
      }
      case 4: {
        const Both a = expression(depth - 1), b = expression(depth - 1);
        return rounding("(" + a.ours + ") / (" + b.ours + ")", "(" + a.python + ") / (" + b.python + ")");
      }
      case 5: {
        const Both a = expression(depth - 1);
        return rounding(a.ours, a.python);
      }
      case 6: {
        const Both a = expression(depth - 1), b = expression(depth - 1);
        const std::string f = pick(2) == 0 ? "min" : "max";
        return {f + "(" + a.ours + ", " + b.ours + ")", f + "(" + a.python + ", " + b.python + ")"};
      }
      case 7: {
        const Both a = expression(depth - 1);
        return pick(2) == 0 ? Both{"abs(" + a.ours + ")", "abs(" + a.python + ")"} : Both{"(-" + a.ours + ")", "(-" + a.python + ")"};
      }
      case 8: {
        const Both c = condition(depth - 1), a = expression(depth - 1), b = expression(depth - 1);
        return {"if(" + c.ours + ", " + a.ours + ", " + b.ours + ")", "if_(" + c.python + ", lambda: " + a.python + ", lambda: " + b.python + ")"};
      }
      case 9: {
        const Both a = expression(depth - 1);
        const std::string n = std::to_string(pick(4));
        return {"(" + a.ours + ")^" + n, "(" + a.python + ")**" + n};
      }
      default: return rows(depth);
    }
  }
  std::size_t pick(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(engine_); }

  std::vector<std::string> values, row_values;  // as fractions

 private:
  Both joined(const std::string& op, int depth) {
    Both out{"(", "("};
    const std::size_t n = 2 + pick(2);
    for (std::size_t i = 0; i < n; ++i) {
      const Both next = expression(depth - 1);
      out.ours += (i == 0 ? "" : op) + next.ours;
      out.python += (i == 0 ? "" : op) + next.python;
    }
    return {out.ours + ")", out.python + ")"};
  }
  Both rounding(const std::string& ours, const std::string& python) {
    static const char* const names[] = {"floor", "ceiling", "truncate", "half_even", "half_up"};
    const std::string name = names[pick(5)];
    if (pick(4) == 0) {
      const std::string digits = std::to_string(1 + pick(5));
      return {name + "_significant(" + ours + ", " + digits + ")", "significant(" + python + ", " + digits + ", '" + name + "')"};
    }
    const std::string places = std::to_string(static_cast<int>(pick(7)) - 2);
    return {name + "(" + ours + ", " + places + ")", "rounded(" + python + ", " + places + ", '" + name + "')"};
  }
  Both condition(int depth) {
    const Both a = expression(depth > 0 ? depth - 1 : 0), b = expression(depth > 0 ? depth - 1 : 0);
    static const char* const ops[] = {"==", "!=", "<", "<=", ">", ">="};
    const std::string op = ops[pick(6)];
    Both out{a.ours + " " + op + " " + b.ours, a.python + " " + op + " " + b.python};
    if (pick(3) == 0) out = {"not (" + out.ours + ")", "(not (" + out.python + "))"};
    if (depth > 0 && pick(3) == 0) {
      const Both more = condition(depth - 1);
      const std::string word = pick(2) == 0 ? " and " : " or ";
      out = {"if(" + out.ours + word + more.ours + ", 1, 0) == 1", "if_((" + out.python + ")" + word + "(" + more.python + "), lambda: 1, lambda: 0) == 1"};
    }
    return out;
  }
  // A factor by rows, or a sum of terms that are joined from units: 2.5 [kWh] is 0.009 GJ.
  Both rows(int depth) {
    if (pick(2) == 0) {
      const Both n = number();
      return {"((" + n.ours + " [kWh] + 1 [GJ]) / 1 [MJ])", "((" + n.python + " * F('3.6')) + 1000)"};
    }
    if (in_rows_) return leaf();
    in_rows_ = true;
    const Both term = expression(depth - 1);
    in_rows_ = false;
    return {"sum(i in rooms: x[i] * (" + term.ours + "))", "sum_rows(lambda i: rows[i] * (" + term.python + "), len(rows))"};
  }
  Both leaf() {
    if (pick(2) == 0) return number();
    const std::size_t i = pick(values.size());
    return {std::string(1, static_cast<char>('a' + static_cast<int>(i))), "F('" + values[i] + "')"};
  }
  Both number() {
    const std::string text = std::to_string(1 + pick(500)) + (pick(2) == 0 ? "" : "." + std::to_string(pick(1000)));
    return {text, "F('" + text + "')"};
  }

  std::mt19937_64 engine_;
  bool in_rows_ = false;
};

TEST(Formula, AgreesWithPythonsFractions) {
  const char* given = std::getenv("SUMI_SEED");
  const std::uint64_t seed = given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
  std::printf("SUMI_SEED=%llu\n", static_cast<unsigned long long>(seed));
  Random random(seed);
  const auto folder = std::filesystem::temp_directory_path() / ("sumi_formulas_" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  std::ofstream questions(folder / "questions");
  constexpr int count = 20'000;
  int errors_seen = 0;
  for (int i = 0; i < count; ++i) {
    random.values = {std::to_string(static_cast<int>(random.pick(2001)) - 1000) + "/" + std::to_string(1 + random.pick(99)),
                     std::to_string(static_cast<int>(random.pick(21)) - 10)};
    random.row_values.clear();
    std::string python_rows;
    std::vector<RunValue> column;
    for (std::size_t n = random.pick(5); n > 0; --n) {
      random.row_values.push_back(std::to_string(static_cast<int>(random.pick(201)) - 100) + "/" + std::to_string(1 + random.pick(9)));
      python_rows += "F('" + random.row_values.back() + "'),";
      column.push_back({*Rational::parse(random.row_values.back()), false});
    }
    const auto both = random.expression(4);
    const auto program = compile_one(both.ours);
    if (!program && program.error().def->name == "formula_too_long") continue;
    ASSERT_TRUE(program) << both.ours << "\n" << describe_error(program.error(), Language::en);
    RunInputs in;
    for (const ProgramInput& input : program->inputs()) {
      in.values.push_back(input.name == "x" ? std::nullopt
                                            : std::optional(RunValue{*Rational::parse(random.values[static_cast<std::size_t>(input.name[0] - 'a')]), false}));
      in.columns.push_back(input.name == "x" ? column : std::vector<RunValue>{});
    }
    if (!program->row_lists().empty()) in.row_counts.push_back(column.size());
    Workspace workspace;
    const auto done = program->run(in, workspace);
    if (!done) {
      ASSERT_EQ(done.error().def->name, "formula_arithmetic") << both.ours;
      ++errors_seen;
    }
    questions << "(lambda rows: " << both.python << ")([" << python_rows << "])\t" << (done ? workspace.results[0].number.to_string() : "error") << "\n";
  }
  questions.close();
  const std::string command = "python3 " SUMI_SOURCE_DIR "/src/rulebook/formula_oracle.py < '" + (folder / "questions").string() + "'";
  std::string answers;
  FILE* pipe = ::popen(command.c_str(), "r");
  ASSERT_NE(pipe, nullptr);
  char buffer[4096];
  while (std::fgets(buffer, sizeof buffer, pipe) != nullptr) answers += buffer;
  EXPECT_EQ(::pclose(pipe), 0);
  std::filesystem::remove_all(folder);
  EXPECT_EQ(answers.find("differs"), std::string::npos) << answers.substr(0, 2000);
  ASSERT_FALSE(answers.empty());
  const std::size_t last = answers.rfind('\n', answers.size() - 2);
  EXPECT_GT(std::stoi(answers.substr(last == std::string::npos ? 0 : last + 1)), count * 9 / 10);
  EXPECT_GT(errors_seen, 10);
}

}  // namespace
}  // namespace sumi::rulebook
