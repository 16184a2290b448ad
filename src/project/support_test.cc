// The conditions of the support by day, as the publications have them. Steps and refusals: tests/scenarios/support.scn.
#include "project/support.h"

#include <gtest/gtest.h>

#include "rulebook/rulebook.h"

namespace sumi::project {
namespace {

const rulebook::Rulebook& book() {
  static const rulebook::Rulebook rulebook = [] {
    auto loaded = rulebook::Rulebook::load(SUMI_SOURCE_DIR "/rulebook");
    if (!loaded) throw std::runtime_error(describe_error(loaded.error(), Language::en));
    return *loaded;
  }();
  return rulebook;
}
std::string on(const char* table, const char* key, const char* column, const char* day) {
  const auto value = book().look_up({table, {key}, column, *Date::parse(day), "", std::nullopt, false});
  return value ? value->to_string() : std::string(value.error().def->name);
}

// 30 t in a document of 2014 (expydoc.com document 7420739), 100 t in the data book of 2020-06 and on the page of 2021; between them nothing is known.
TEST(Support, TheMinimumByDay) {
  EXPECT_EQ(on("jcredit-support/conditions", "reduction_min", "value", "2014-06-01"), "30 tCO2/year");
  EXPECT_EQ(on("jcredit-support/conditions", "reduction_min", "value", "2016-06-01"), "no_rule_data");
  EXPECT_EQ(on("jcredit-support/conditions", "reduction_min", "value", "2020-05-31"), "no_rule_data");
  EXPECT_EQ(on("jcredit-support/conditions", "reduction_min", "value", "2020-06-01"), "100 tCO2/year");
  EXPECT_EQ(on("jcredit-support/conditions", "once_per_operator_and_methodology", "value", "2021-01-01"), "1");
}

// SMEs, local governments and public-interest bodies; no publication at hand gives a typical cost.
TEST(Support, WhoAndHowMuch) {
  for (const char* body : {"small_company", "local_government", "public_interest"}) EXPECT_EQ(on("jcredit-support/bodies", body, "supported", "2026-04-01"), "yes") << body;
  EXPECT_EQ(on("jcredit-support/bodies", "other", "supported", "2026-04-01"), "no");
  EXPECT_EQ(on("jcredit-support/bodies", "small_company", "supported", "2020-12-31"), "no_rule_data");
  for (const char* kind : {"plan_writing", "validation_cost", "verification_cost"}) {
    const auto cost = book().look_up({"jcredit-support/kinds", {kind}, "typical_cost", {}, "", std::nullopt, false});
    ASSERT_FALSE(cost);
    EXPECT_EQ(cost.error().def->name, "no_rule_data");
  }
}

// (120 + 110 + 115) / 3 = 115; 346 / 3 = 115.33 is rounded down.
TEST(Support, TheMeanOfThePlan) {
  PlanHead head;
  EXPECT_FALSE(mean_expected(head));
  head.expected = {{FiscalYear{2026}, 120}, {FiscalYear{2027}, 110}, {FiscalYear{2028}, 115}};
  EXPECT_EQ(mean_expected(head), 115U);
  head.expected[2].tonnes = 116;
  EXPECT_EQ(mean_expected(head), 115U);
}

}  // namespace
}  // namespace sumi::project
