// The steps of a calculation: cutting data into periods, running the methodology, writing and reading the trace. Only for calculate*.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "project/calculate.h"

namespace sumi::project {

// Calculates one activity for each period of its data, and adds to result.periods and result.findings.
[[nodiscard]] Result<void> calculate_activity(const CheckedPlan& plan, const CheckedActivity& activity, const DataSet& data, const rulebook::Rulebook& rulebook,
                                              const PlanOptions& options, CalculationResult& result);
// The methodology's own options for a period.
[[nodiscard]] rulebook::CalculationOptions calculation_options(const CheckedPlan& plan, const PlanOptions& options, FiscalYear year, const Period& period);

// What a monitored value is called in the calculation, and where it comes from.
[[nodiscard]] rulebook::InputValue monitored_value(const MonitoredSeries& series, Rational value, MonitoringClass monitoring_class, std::string source);
// Adds a value to plain inputs, or to the row of its list.
void add_monitored(rulebook::Inputs& inputs, const MonitoredSeries& series, rulebook::InputValue value);

// From result.periods to sums, lines and findings: the one rounding, and the tests of what stands beside the main emissions.
[[nodiscard]] Result<void> complete(const CheckedPlan& plan, const rulebook::Rulebook& rulebook, const PlanOptions& options, CalculationResult& result);

// The lines `vintage` and `flag` of a trace.
void write_vintage(std::string& out, const VintageResult& v);
[[nodiscard]] std::string write_trace(const CalculationResult& result, const PlanOptions& options);

}  // namespace sumi::project
