// What a calculation and a plan refuse that is out of the ordinary: numbers beyond every bound, a missing coefficient, a rounding that nobody knows. Expected: by hand.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/limits.h"
#include "project/calculation_parts.h"
#include "project/errors.h"
#include "project/template.h"
#include "project/testing.h"

namespace sumi::project {
namespace {

using testing::boiler_plan;
using testing::checked;
using testing::real_rulebook;
using testing::with;

Result<CalculationResult> calculated(const CheckedPlan& plan, const std::string& csv, const char* period) {
  SUMI_TRY(const DataSet set, read_data_set(csv, "data.csv", plan, *Period::parse(period), real_rulebook()));
  return calculate(plan, set, real_rulebook());
}
template <class T>
const ErrorDef* refusal(const Result<T>& r) {
  if (r) return nullptr;
  for (const auto language : {Language::ja, Language::en}) EXPECT_EQ(describe_error(r.error(), language).find("…"), std::string::npos) << describe_error(r.error(), language);
  return r.error().def;
}
const std::string header = "parameter,row,period,value,unit,class,evidence\n";
// Without an expected value: a figure beyond every plausible one is to come as far as the calculation.
CheckedPlan unexpected() { return checked(with(std::string(boiler_plan), "expected = \"36 thousand_m3N/year\"\n", "")); }

// 9 x 10^1232 + 1 has 4,096 bits; two thirds of it, the twenty days of March, have a numerator of one more.
TEST(CalculateRefusals, NumbersBeyondTheirBits) {
  const std::string huge = "9" + std::string(1231, '0') + "1";
  EXPECT_EQ(refusal(calculated(unexpected(), header + "F_PJ,,2020-03-12..2020-04-10," + huge + ",thousand_m3N,A,b.pdf\n", "2020-03-12..2020-04-10")), &errors::calculation_arithmetic);
}

// The same beside an expected value: what is compared with it grows too large, and is told as what it is, not as a fault of the program.
TEST(CalculateRefusals, NumbersBeyondTheirBitsBesideAnExpectedOne) {
  const std::string huge = "9" + std::string(1231, '0') + "1";
  EXPECT_NE(refusal(calculated(checked(boiler_plan), header + "F_PJ,,FY2020," + huge + ",thousand_m3N,A,b.pdf\n", "FY2020")), nullptr);
}

// And beside a median: three such coefficients.
TEST(CalculateRefusals, NumbersBeyondTheirBitsBesideTheirMedian) {
  const auto text = plan_template(real_rulebook(), "EN-S-008");
  ASSERT_TRUE(text) << describe_error(text.error(), Language::en);
  const std::string huge = "9" + std::string(1231, '0') + "1";
  std::string csv = header + "h,行1,FY2022,8760,h,B,b.pdf\n";
  for (const char* period : {"2022-04-01..2022-09-30", "2022-10-01..2022-12-31", "2023-01-01..2023-03-31"}) csv += std::string("load_PJ,行1,") + period + "," + huge + ",1,I,b.pdf\n";
  EXPECT_EQ(refusal(calculated(checked(with(*text, "expected = \"0.4\"", "expected = \"\"")), csv, "FY2022")), &errors::calculation_arithmetic);
}

// EM_BL - EM_PJ of one thousand_m3N: 45 x (0.9 / 0.8 x 0.07 - 0.05) = 1.29375 t; 10^12 t are too many.
TEST(CalculateRefusals, MoreTonnesThanAnybodyCertifies) {
  const auto of = [](const char* amount) { return calculated(unexpected(), header + "F_PJ,,FY2020," + amount + ",thousand_m3N,A,b.pdf\n", "FY2020"); };
  const auto r = of("772946859903");  // 772,946,859,903.38 x 1.29375 = 10^12
  ASSERT_TRUE(r) << describe_error(r.error(), Language::en);
  EXPECT_EQ(r->lines.at(0).er, 999'999'999'999U);
  const auto more = of("772946859904");
  ASSERT_EQ(refusal(more), &errors::certified_too_large);
  EXPECT_NE(describe_error(more.error(), Language::en).find("EN-S-001"), std::string::npos);
  EXPECT_EQ(refusal(certified_floor(Rational::parse("1000000000000").value(), Rational(0))), &errors::certified_too_large);
}

TEST(CalculateRefusals, ARoundingThatNobodyKnows) {
  const CheckedPlan plan = checked(boiler_plan);
  const auto r = calculated(plan, header + "F_PJ,,FY2020,36,thousand_m3N,A,b.pdf\n", "FY2020");
  ASSERT_TRUE(r) << describe_error(r.error(), Language::en);
  CalculationResult other;
  other.period = r->period;
  other.periods = r->periods;
  other.periods.at(0).calculation.rounding_rule = "nearest";
  const auto completed = complete(plan, real_rulebook(), {}, other);
  ASSERT_EQ(refusal(completed), &errors::rounding_unknown);
  EXPECT_NE(describe_error(completed.error(), Language::en).find("nearest"), std::string::npos);
}

// Transformers: a load factor for each half of the year does not tell that of the hours of the whole.
TEST(CalculateRefusals, ACoefficientForAnotherTime) {
  const auto text = plan_template(real_rulebook(), "EN-S-008");
  ASSERT_TRUE(text) << describe_error(text.error(), Language::en);
  const CheckedPlan plan = checked(*text);
  const auto r = calculated(plan, header + "h,行1,FY2022,8760,h,B,b.pdf\nload_PJ,行1,2022-04-01..2022-09-30,0.4,1,I,b.pdf\nload_PJ,行1,2022-10-01..2023-03-31,0.5,1,I,b.pdf\n", "FY2022");
  ASSERT_EQ(refusal(r), &errors::coefficient_missing);
  EXPECT_NE(describe_error(r.error(), Language::en).find("load_PJ (行1)"), std::string::npos) << describe_error(r.error(), Language::en);
}

// A source of 0.3 t/year that is left out, in a year without any reduction: there is nothing to compare it with.
TEST(CalculateFindings, AShareOfNothing) {
  const CheckedPlan plan = checked(with(std::string(boiler_plan), "value = \"0.05 tCO2/GJ_HHV\"", "value = \"0.09 tCO2/GJ_HHV\""));
  const auto r = calculated(plan, header + "F_PJ,,FY2020,36,thousand_m3N,A,b.pdf\n", "FY2020");
  ASSERT_TRUE(r) << describe_error(r.error(), Language::en);
  EXPECT_TRUE(std::ranges::any_of(r->findings, [](const Error& e) { return e.def == &errors::finding_no_ratio; }));
  ASSERT_EQ(r->incidental.size(), 1u);
  EXPECT_FALSE(r->incidental[0].ratio);
}

// 36 a year are 3.0575 in July; the rulebook's guide is five times that.
TEST(CalculateFindings, AFigureThatIsImplausible) {
  const CheckedPlan plan = checked(boiler_plan);
  const auto set = read_data_set(header + "F_PJ,,2020-07,15.2,thousand_m3N,A,b.pdf\nF_PJ,,2020-08,15.4,thousand_m3N,A,b.pdf\n", "data.csv", plan, *Period::parse("2020-07-01..2020-08-31"), real_rulebook());
  ASSERT_TRUE(set) << describe_error(set.error(), Language::en);
  ASSERT_EQ(set->findings.size(), 1u);
  EXPECT_EQ(set->findings[0].def, &errors::finding_implausible);
  EXPECT_EQ(set->findings[0].place.line, 3u);
}

TEST(PlanLists, ARowOfAListThatTheMethodologyDoesNotHave) {
  PlaceMap places;
  const std::string text = std::string(boiler_plan) + "[[activities.rows]]\nlist = \"boilers\"\nlabel = \"1\"\n";
  const auto plan = check_plan(testing::plan_of(text, places, "plan.toml"), real_rulebook(), {}, &places);
  ASSERT_EQ(refusal(plan), &errors::plan_list_unknown);
  EXPECT_EQ(plan.error().place.file, "plan.toml");
  EXPECT_EQ(plan.error().place.line, 1 + static_cast<std::uint32_t>(std::ranges::count(text.substr(0, text.find("list = \"boilers\"")), '\n')));
  EXPECT_EQ(plan.error().place.column, 8u);  // of the value
}

}  // namespace
}  // namespace sumi::project
