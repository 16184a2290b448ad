// A prepared calculation gives what calculate() gives. Which calculations are additive is told by their formulas: see each methodology.toml.
#include "rulebook/prepared.h"

#include <gtest/gtest.h>

#include "rulebook/rulebook.h"

namespace sumi::rulebook {
namespace {

const Rulebook& book() {
  static const Rulebook loaded = Rulebook::load(std::string(SUMI_SOURCE_DIR) + "/rulebook", read_methodology).value();
  return loaded;
}
InputValue text(const char* value) { return {std::string(value), Origin::plan, "", {}, ""}; }
InputValue quantity(const char* value) { return {*parse_quantity(value), Origin::plan, "", {}, ""}; }
OpenValue amount(const char* symbol, const char* unit, const char* list = "", const char* row = "") {
  return {symbol, list, row, *parse_unit(unit), true, true, {Quantity{}, Origin::monitored, "", {}, ""}};
}
CalculationOptions fy2013() {
  CalculationOptions options;
  options.fiscal_year = {2013};
  return options;
}

// Runs on 125/8 of each open value, and what calculate() gives for it.
void expect_equal(const std::string& number, const Inputs& plan, const std::vector<OpenValue>& open, bool additive) {
  const Methodology& methodology = *book().methodology(number);
  const RulebookTables tables(book());
  const auto prepared = Prepared::make(methodology, plan, open, fy2013(), tables);
  ASSERT_TRUE(prepared) << describe_error(prepared.error(), Language::en);
  EXPECT_EQ(prepared->additive(), additive);
  Inputs monitored;
  PreparedRun run(*prepared);
  const Rational value = *Rational::parse("125/8");
  for (std::size_t i = 0; i < open.size(); ++i) {
    run.set(i, value);
    monitored.values.emplace_back(open[i].symbol, InputValue{Quantity{value, open[i].unit}, Origin::monitored, "", {}, ""});
  }
  const auto expected = calculate(methodology, plan, monitored, fy2013(), tables);
  ASSERT_TRUE(expected) << describe_error(expected.error(), Language::en);
  const auto found = run.run();
  ASSERT_TRUE(found) << describe_error(found.error(), Language::en);
  EXPECT_EQ((*found)->baseline_tCO2.to_string(), expected->baseline_tCO2.to_string());
  EXPECT_EQ((*found)->project_tCO2.to_string(), expected->project_tCO2.to_string());
  EXPECT_EQ(prepared->flags().reconstructed, expected->flags.reconstructed);
  EXPECT_EQ(prepared->rounding_rule(), expected->rounding_rule);
  if (!additive) return;
  const std::vector<Rational> amounts(open.size(), value);
  const auto by_rates = run.run_amounts(amounts);
  ASSERT_TRUE(by_rates);
  EXPECT_EQ((*by_rates)->baseline_tCO2.to_string(), expected->baseline_tCO2.to_string());
  EXPECT_EQ((*by_rates)->project_tCO2.to_string(), expected->project_tCO2.to_string());
}

TEST(Prepared, SolarPowerThatIsMeteredIsAdditive) {
  Inputs plan;
  plan.values = {{"monitoring", text("metered")}, {"incidental.auxiliary_electricity", text("calculate")}};
  expect_equal("EN-R-002", plan, {amount("EL_self", "MWh"), amount("EL_auxiliary", "kWh")}, true);
}

TEST(Prepared, ACheckOfAmountsIsAskedOfEachPart) {
  // EL_sold <= EL_gen of each period; the emissions are additive all the same.
  const std::vector<OpenValue> open{amount("EL_gen", "kWh"), amount("EL_sold", "kWh")};
  expect_equal("EN-R-002", {}, open, true);
  const RulebookTables tables(book());
  const auto prepared = Prepared::make(*book().methodology("EN-R-002"), {}, open, fy2013(), tables);
  ASSERT_TRUE(prepared);
  EXPECT_TRUE(prepared->checks_amounts());
  PreparedRun run(*prepared);
  run.set(0, Rational(5));
  run.set(1, Rational(6));
  EXPECT_FALSE(run.run_checks());
  EXPECT_FALSE(run.run());
  run.set(1, Rational(5));
  EXPECT_TRUE(run.run_checks());
}

TEST(Prepared, ARoundedQuotientIsNotAdditive) {
  Inputs plan;
  plan.values = {{"monitoring", text("metered")}};
  InputRow row{"hall", {{"W_PJ", quantity("30 W/piece")}, {"W_BL", quantity("70 W/piece")}, {"N", quantity("7 piece")}}};
  plan.rows = {{"lamps", {row}}};
  expect_equal("EN-S-006", plan, {amount("EL_metered", "kWh")}, false);
}

TEST(Prepared, SharedLinesLeaveTheOpenValuesOut) {
  Inputs plan;
  plan.values = {{"monitoring", text("metered")}};
  const std::vector<OpenValue> open{amount("EL_self", "kWh")};
  const RulebookTables tables(book());
  const auto prepared = Prepared::make(*book().methodology("EN-R-002"), plan, open, fy2013(), tables);
  ASSERT_TRUE(prepared);
  EXPECT_NE(prepared->shared_lines().find("choice\tmonitoring\tmetered\n"), std::string::npos);
  EXPECT_NE(prepared->shared_lines().find("input\tCEF_all_source\t0.00057\ttCO2/kWh\tdefault"), std::string::npos) << prepared->shared_lines();
  EXPECT_EQ(prepared->shared_lines().find("EL_self"), std::string::npos);
  EXPECT_FALSE(prepared->uses_period());
}

}  // namespace
}  // namespace sumi::rulebook
