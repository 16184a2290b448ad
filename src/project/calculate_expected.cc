// What a plan may expect: its yearly amounts, cut to the fiscal years of the crediting period.
#include <algorithm>
#include <map>

#include "project/calculation_parts.h"
#include "project/errors.h"

namespace sumi::project {

namespace {

using Sums = std::map<std::pair<std::string, FiscalYear>, ExpectedYear>;

Result<rulebook::Inputs> expected_inputs(const CheckedActivity& activity, const Period& part, FiscalYear year) {
  rulebook::Inputs monitored;
  const Rational share(Integer(part.day_count()), Integer(Period{year.first(), year.last()}.day_count()));
  for (const MonitoredSeries& s : activity.series) {
    if (!s.expected) return fail(errors::expected_missing, {{"activity", activity.name}, {"symbol", s.row.empty() ? s.symbol : s.symbol + " (" + s.row + ")"}});
    Rational value = s.divisible ? s.expected->value * share : s.expected->value;
    add_monitored(monitored, s, monitored_value(s, std::move(value), s.planned_class, "expected"));
  }
  return monitored;
}

Result<void> add_activity(const CheckedPlan& plan, const CheckedActivity& activity, const rulebook::Rulebook& rulebook, FiscalYear values_of,
                          const PlanOptions& options, Sums& sums) {
  const rulebook::RulebookTables tables(rulebook);
  const Period& whole = *plan.crediting_period;
  for (FiscalYear year = FiscalYear::of(whole.first); year <= FiscalYear::of(whole.last); ++year.number) {
    const Period part{std::max(whole.first, year.first()), std::min(whole.last, year.last())};
    SUMI_TRY(const rulebook::Inputs monitored, expected_inputs(activity, part, year));
    // The period of a calculation serves rules by the time elapsed; its first day tells the phase of the year.
    rulebook::CalculationOptions c = calculation_options(plan, options, values_of, Period{part.first, part.first});
    c.period_years = Rational(Integer(part.day_count()), Integer(Period{year.first(), year.last()}.day_count()));
    SUMI_TRY(const rulebook::Calculation result, rulebook::calculate(*activity.methodology, activity.inputs, monitored, c, tables));
    ExpectedYear& sum = sums[{activity.methodology->number(), year}];
    sum.methodology = activity.methodology->number();
    sum.fiscal_year = year;
    sum.baseline_tCO2 += result.baseline_tCO2;
    sum.project_tCO2 += result.project_tCO2;
  }
  return {};
}

void compare_with_plan(const CheckedPlan& plan, ExpectedResult& result) {
  std::map<std::pair<std::string, FiscalYear>, std::uint64_t> stated;
  for (const CheckedActivity& a : plan.activities) {
    for (const CheckedExpected& e : a.expected) stated[{a.methodology->number(), e.fiscal_year}] += e.reduction_t;
  }
  for (const ExpectedYear& year : result.years) {
    const auto it = stated.find({year.methodology, year.fiscal_year});
    if (it == stated.end() || it->second == year.reduction_t) continue;
    result.findings.push_back(make_error(errors::finding_expected_differs,
                                         {{"methodology", year.methodology}, {"year", year.fiscal_year.to_string()}, {"given", std::to_string(it->second)},
                                             {"expected", std::to_string(year.reduction_t)}}));
  }
}

}  // namespace

Result<ExpectedResult> expected_reductions(const CheckedPlan& plan, const rulebook::Rulebook& rulebook, FiscalYear values_of, const PlanOptions& options) {
  if (!plan.crediting_period) return fail(errors::plan_period_missing);
  ExpectedResult result;
  result.values_of = values_of;
  try {
    Sums sums;
    for (const CheckedActivity& a : plan.activities) SUMI_CHECK(add_activity(plan, a, rulebook, values_of, options, sums));
    for (auto& [key, year] : sums) {
      SUMI_TRY(year.reduction_t, certified_floor(year.baseline_tCO2, year.project_tCO2));
      result.total_t += year.reduction_t;
      result.years.push_back(std::move(year));
    }
  } catch (const ArithmeticTrap& trap) {
    return fail(errors::calculation_arithmetic, {{"reason", std::string(trap.def().en)}});
  }
  result.findings.push_back(make_error(errors::finding_values_of_year, {{"year", values_of.to_string()}}));
  compare_with_plan(plan, result);
  return result;
}

}  // namespace sumi::project
