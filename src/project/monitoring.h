// Monitoring data: what was read off meters and bills, parameter by parameter and period by period.
//
// A CSV file with a header row. Columns, in any order, by these names (or the Japanese ones in parentheses):
//   parameter (記号)     symbol of the methodology: F_PJ
//   period (期間)        2026-04, 2026-04-01..2026-04-30, 2026年4月, FY2026
//   value (値)           a number; full-width digits and thousands separators are read
//   unit (単位)          must convert to the unit that the plan's methodology asks for
//   class (分類)         A, B, C or I, II; may be left out: then as planned
//   evidence (根拠資料)  file name, or sha256: and 64 hex digits
//   activity (活動)      name of the plan's activity; may be left out where the plan has one
//   row (行)             label of the row, for parameters of a list
//   note (備考)
// Lines that begin with '#' and empty lines are passed over. Everything wrong is reported at once with line and column; nothing is half taken.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "project/checked_plan.h"

namespace sumi::project {

struct DataValue {
  std::string activity;
  std::string symbol;
  std::string row;
  Period period;
  Rational value;   // in the series' unit
  Quantity written; // as in the file
  MonitoringClass monitoring_class = MonitoringClass::a;
  std::string evidence;
  std::string note;
  Place place;
};

struct DataSet {
  Period period;                  // of the report
  std::vector<DataValue> values;  // by activity, symbol, row, period
  Findings findings;              // implausible values, pieces of evidence that are missing
  // The same data as CSV in one fixed form (UTF-8, LF, all columns, sorted): reading it again gives the same data set.
  std::string canonical;
  Hash hash;                      // SHA-256 of `canonical`
};

// `utf8` is the file's text (base/text.h decodes cp932). Errors: project.data_* of errors.h, base.csv_*; all findings in Error::also.
// Checked: unknown activity, parameter, row, class; numbers, units, negative values; duplicates, overlaps and gaps of each series within the report's
// period; the crediting period; form of evidence hashes; instruments whose verification ended before the measuring did; plausibility (a finding).
[[nodiscard]] Result<DataSet> read_data_set(std::string_view utf8, std::string file_name, const CheckedPlan& plan, const Period& report_period,
                                            const rulebook::Rulebook& rulebook, const PlanOptions& options = {});

// An empty table for a plan: for every monitored series a row of each month of the period, its unit and class filled in. What is written into it can be
// read by read_data_set. `sumi project data`.
[[nodiscard]] std::string data_set_template(const CheckedPlan& plan, const Period& report_period);

}  // namespace sumi::project
