// The monitoring report (モニタリング報告書): the plan's rows once more, with what was measured. For monitoring data of normal projects and of a programme's
// example member; a programme's members have their own traces (programme_calculate.h).
//
// What is printed of the form: body and annex B.2 モニタリング実績 (1) 活動量 with 記号, 定義, 単位, 分類, 概要, 頻度, 実績値, 計測対象期間, 備考 (heading of a report on
// biomass fuel, undated), the question 計画変更なし / 計画変更あり (which whoever reports answers; a class other than planned is refused in the data), the list of reductions of a programme (plans of 2024). The other rows are inferred: they repeat
// the plan's sections 4.1, 5.2, 6, 7, 10.2, 11 (2) and 12.1 with what is known now.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "project/calculate.h"
#include "project/monitoring.h"
#include "project/programme_rules.h"

namespace sumi::project {

// B.2 (1): a row of activity data. Sums of amounts, time-weighted means of what is no amount, as exact decimals or n/d in the plan's unit.
struct ReportValueRow {
  std::string activity, symbol, row, definition, unit, planned_class, description, frequency, expected;
  std::string value;         // 実績値
  Period period;             // 計測対象期間: first to last day measured
  std::uint64_t readings = 0;
  std::vector<std::string> evidence;
  std::string remark;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "activity", s.activity), v(Part::open, "symbol", s.symbol), v(Part::open, "row", s.row), v(Part::open, "definition", s.definition);
    v(Part::open, "unit", s.unit), v(Part::open, "planned_class", s.planned_class), v(Part::open, "description", s.description), v(Part::open, "frequency", s.frequency), v(Part::open, "expected", s.expected);
    v(Part::open, "value", s.value), v(Part::open, "period", s.period), v(Part::open, "readings", s.readings), v(Part::open, "evidence", s.evidence);
    v(Part::open, "remark", s.remark);
  }
};
// 11 (2): a coefficient. The value used, where the data or the plan give it; else the edition to be used.
struct ReportCoefficientRow {
  std::string activity, symbol, row, definition, unit, coefficient_class, value, edition, grounds;
  bool from_data = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "activity", s.activity), v(Part::open, "symbol", s.symbol), v(Part::open, "row", s.row), v(Part::open, "definition", s.definition);
    v(Part::open, "unit", s.unit), v(Part::open, "coefficient_class", s.coefficient_class), v(Part::open, "value", s.value);
    v(Part::open, "edition", s.edition), v(Part::open, "grounds", s.grounds), v(Part::open, "from_data", s.from_data);
  }
};
// 12.1: an instrument, and whether its verification held until the last day measured.
struct ReportInstrumentRow {
  std::string activity, symbol, instrument, serial_number, point, verification_expires, calibration;
  std::optional<bool> valid_to_the_end;  // of specified meters
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "activity", s.activity), v(Part::open, "symbol", s.symbol), v(Part::open, "instrument", s.instrument), v(Part::open, "serial_number", s.serial_number);
    v(Part::open, "point", s.point), v(Part::open, "verification_expires", s.verification_expires), v(Part::open, "calibration", s.calibration);
    v(Part::open, "valid_to_the_end", s.valid_to_the_end);
  }
};
// 10.2: an incidental source with its ratio to the actual reduction, per fiscal year.
struct ReportIncidentalRow {
  std::string activity, source, choice, planned_emission;
  FiscalYear vintage;
  std::string emission_tCO2;
  std::string ratio_percent;  // two decimals, half up; empty where there is no reduction
  bool must_calculate = false;  // 1 % or more and not calculated
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "activity", s.activity), v(Part::open, "source", s.source), v(Part::open, "choice", s.choice), v(Part::open, "planned_emission", s.planned_emission);
    v(Part::open, "vintage", s.vintage), v(Part::open, "emission_tCO2", s.emission_tCO2), v(Part::open, "ratio_percent", s.ratio_percent);
    v(Part::open, "must_calculate", s.must_calculate);
  }
};
// 4.1: a fiscal year against the plan. Emissions with one decimal, half up, as the form prints them; the reduction from the exact values.
struct ReportYearRow {
  std::string methodology;
  FiscalYear vintage;
  std::string baseline_tCO2, project_tCO2;
  std::uint64_t reduction_t = 0;
  std::uint64_t planned_t = 0;  // of the whole fiscal year
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "methodology", s.methodology), v(Part::open, "vintage", s.vintage), v(Part::open, "baseline_tCO2", s.baseline_tCO2);
    v(Part::open, "project_tCO2", s.project_tCO2), v(Part::open, "reduction_t", s.reduction_t), v(Part::open, "planned_t", s.planned_t);
  }
};
// 5.2 of a programme that samples, against the members of now.
struct ReportSampling {
  std::uint64_t population = 0, needed = 0, drawn = 0;
  std::vector<std::string> points;  // the eight points as planned
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "population", s.population), v(Part::open, "needed", s.needed), v(Part::open, "drawn", s.drawn), v(Part::open, "points", s.points);
  }
};
struct ReportForm {
  PlanForm form;
  PlanCover cover;
  PlanProject project;
  PlanScope scope;
  std::vector<PlanParty> proponents;
  Period period;
  Period crediting_period;
  std::vector<ReportValueRow> values;    // 11 (1)
  std::vector<ReportCoefficientRow> coefficients;  // 11 (2)
  std::vector<ReportInstrumentRow> instruments;    // 12.1
  std::vector<ReportIncidentalRow> incidental;     // 10.2
  std::vector<ReportYearRow> years;      // 4.1
  std::optional<ReportSampling> sampling;  // 5.2
  PlanDataManagement data_management;    // 6
  std::optional<Date> keep_until;        // end of the crediting period and the promised years
  PlanOtherMatters other_matters;        // 7, to be answered again
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "form", s.form), v(Part::open, "cover", s.cover), v(Part::open, "project", s.project), v(Part::open, "scope", s.scope);
    v(Part::open, "proponents", s.proponents), v(Part::open, "period", s.period), v(Part::open, "crediting_period", s.crediting_period);
    v(Part::open, "values", s.values), v(Part::open, "coefficients", s.coefficients);
    v(Part::open, "instruments", s.instruments), v(Part::open, "incidental", s.incidental), v(Part::open, "years", s.years);
    v(Part::open, "sampling", s.sampling), v(Part::open, "data_management", s.data_management), v(Part::open, "keep_until", s.keep_until);
    v(Part::open, "other_matters", s.other_matters);
  }
};

// `data` and `result` belong to `plan` and to one period. project.plan_period_missing where the plan has no crediting period.
[[nodiscard]] Result<ReportForm> report_form(const CheckedPlan& plan, const DataSet& data, const CalculationResult& result, const rulebook::Rulebook& rulebook);

// The form as text, Japanese headings as the plan's form has them.
[[nodiscard]] std::string report_form_text(const ReportForm& form);

}  // namespace sumi::project
