// From checked plan and data to certified tonnes: a pure calculation before the command (decision 9).
//
// Each activity is calculated by its methodology for each period of its data; a period that crosses 31 March is split by days, exactly, and
// says so. Exact results are summed per methodology and vintage (the fiscal year of the reduction), and the difference EM_BL - EM_PJ is rounded
// once there, by the methodology's rule `certified_floor`. A vintage whose sum is negative certifies 0 and is a finding; it is never netted.
//
// The trace is text: a head (plan, data set, rulebook, options), each calculation's own trace, then the sums. The same inputs give the same bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "project/checked_plan.h"
#include "project/monitoring.h"

namespace sumi::project {

struct PeriodResult {
  std::string activity;
  std::string methodology;
  FiscalYear vintage;
  Period period;
  bool split = false;  // part of a period that crosses the end of a fiscal year
  rulebook::Calculation calculation;
};
struct IncidentalResult {
  std::string activity;
  std::string id;
  FiscalYear vintage;
  Rational emission_tCO2;
  std::optional<Rational> ratio;  // emission / floored reduction; empty where there is no reduction
};
struct VintageResult {
  std::string methodology;
  FiscalYear vintage;
  Rational baseline_tCO2;
  Rational project_tCO2;
  std::uint64_t reduction_t = 0;
  bool negative = false;
  rulebook::CalculationFlags flags;
  std::string rounding_rule;  // "certified_floor"
};
struct CalculationResult {
  Period period;
  Hash plan;
  Hash data_set;
  Hash manifest;  // of the rulebook
  std::vector<PeriodResult> periods;
  std::vector<IncidentalResult> incidental;
  std::vector<VintageResult> vintages;  // by methodology, then vintage
  std::vector<ReductionLine> lines;     // what SubmitReport carries
  std::string trace;
  Hash trace_hash;
  Findings findings;
};

[[nodiscard]] Result<CalculationResult> calculate(const CheckedPlan& plan, const DataSet& data, const rulebook::Rulebook& rulebook,
                                                  const PlanOptions& options = {});

// The verifier's side: each calculation of the trace is replayed from its own lines by the methodology, then everything is calculated again from
// plan and data; both must give the trace byte for byte (project.trace_differs names the first line that differs).
[[nodiscard]] Result<CalculationResult> replay(std::string_view trace, const CheckedPlan& plan, const DataSet& data,
                                               const rulebook::Rulebook& rulebook);

// max(0, floor(baseline - project)); refused above limits::certified_tonnes_max.
[[nodiscard]] Result<std::uint64_t> certified_floor(const Rational& baseline_tCO2, const Rational& project_tCO2);

// What the plan's expected values (想定値) give per fiscal year of the crediting period: days / days of the year of the yearly values, each methodology and
// year floored, then added. `values_of` is the fiscal year whose rulebook values are used for all years: later ones do not exist yet, and the
// result says so.
struct ExpectedYear {
  std::string methodology;
  FiscalYear fiscal_year;
  Rational baseline_tCO2;
  Rational project_tCO2;
  std::uint64_t reduction_t = 0;
};
struct ExpectedResult {
  FiscalYear values_of;
  std::vector<ExpectedYear> years;  // by methodology, then year
  std::uint64_t total_t = 0;        // of the floored years
  Findings findings;
};
[[nodiscard]] Result<ExpectedResult> expected_reductions(const CheckedPlan& plan, const rulebook::Rulebook& rulebook, FiscalYear values_of,
                                                         const PlanOptions& options = {});

}  // namespace sumi::project
