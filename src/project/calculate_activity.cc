// From the data of one activity to the periods of its calculation.
#include <algorithm>
#include <tuple>

#include "project/calculation_parts.h"
#include "project/errors.h"
#include "project/names.h"

namespace sumi::project {

rulebook::CalculationOptions calculation_options(const CheckedPlan& plan, const PlanOptions& options, FiscalYear year, const Period& period) {
  rulebook::CalculationOptions c;
  c.fiscal_year = year;
  c.as_known = options.as_known;
  c.allow_low_confidence = options.allow_low_confidence;
  if (plan.crediting_period) c.project_start = plan.crediting_period->first;
  c.period = period;
  return c;
}

rulebook::InputValue monitored_value(const MonitoredSeries& series, Rational value, MonitoringClass monitoring_class, std::string source) {
  rulebook::InputValue v;
  v.value = Quantity{std::move(value), series.unit};
  v.origin = rulebook::Origin::monitored;
  v.monitoring_class = std::string(name_of(monitoring_class));
  v.source = std::move(source);
  return v;
}

void add_monitored(rulebook::Inputs& inputs, const MonitoredSeries& series, rulebook::InputValue value) {
  if (series.list.empty()) {
    inputs.values.emplace_back(series.symbol, std::move(value));
    return;
  }
  auto list = std::ranges::find(inputs.rows, series.list, &std::pair<std::string, std::vector<rulebook::InputRow>>::first);
  if (list == inputs.rows.end()) list = inputs.rows.insert(inputs.rows.end(), {series.list, {}});
  auto row = std::ranges::find(list->second, series.row, &rulebook::InputRow::label);
  if (row == list->second.end()) row = list->second.insert(list->second.end(), {series.row, {}});
  row->values.emplace_back(series.symbol, std::move(value));
}

namespace {

// A series with its values, in order of time.
struct Measured {
  const MonitoredSeries* series;
  std::vector<const DataValue*> values;
};

std::string name_of_series(const MonitoredSeries& s) { return s.row.empty() ? s.symbol : s.symbol + " (" + s.row + ")"; }

// A data set is sorted by activity, symbol, row and period, so each series lies together.
std::vector<Measured> measured(const CheckedActivity& activity, const DataSet& data) {
  std::vector<Measured> all;
  const auto key = [](const DataValue& v) { return std::tie(v.activity, v.symbol, v.row); };
  for (const MonitoredSeries& s : activity.series) {
    const auto wanted = std::tie(activity.name, s.symbol, s.row);
    const auto first = std::ranges::lower_bound(data.values, wanted, {}, key);
    Measured m{&s, {}};
    for (auto it = first; it != data.values.end() && key(*it) == wanted; ++it) m.values.push_back(&*it);
    all.push_back(std::move(m));
  }
  return all;
}

// The periods of calculation are those of the amounts; all amounts of an activity must have the same. Without amounts: the report's period.
Result<std::vector<Period>> periods_of(const CheckedActivity& activity, const std::vector<Measured>& all, const Period& report) {
  const Measured* first = nullptr;
  for (const Measured& m : all) {
    if (!m.series->divisible) continue;
    if (first == nullptr) {
      first = &m;
      continue;
    }
    for (std::size_t i = 0; i < std::max(m.values.size(), first->values.size()); ++i) {
      const bool both = i < m.values.size() && i < first->values.size();
      if (both && m.values[i]->period == first->values[i]->period) continue;
      const Period odd = i < m.values.size() ? m.values[i]->period : first->values[i]->period;
      return fail(errors::periods_differ, {{"activity", activity.name}, {"symbol", name_of_series(*m.series)}, {"period", odd.to_string()},
                                              {"other", name_of_series(*first->series)}},
                  i < m.values.size() ? m.values[i]->place : Place{});
    }
  }
  if (first == nullptr) return std::vector<Period>{report};
  std::vector<Period> periods;
  for (const DataValue* v : first->values) periods.push_back(v->period);
  return periods;
}

// The parts of a period by fiscal year.
std::vector<std::pair<FiscalYear, Period>> by_fiscal_year(const Period& period) {
  std::vector<std::pair<FiscalYear, Period>> parts;
  for (FiscalYear year = FiscalYear::of(period.first); year <= FiscalYear::of(period.last); ++year.number) {
    parts.emplace_back(year, Period{std::max(period.first, year.first()), std::min(period.last, year.last())});
  }
  return parts;
}

// What a series gives for a part of a period: its share by days, or the value that holds on all its days.
Result<rulebook::InputValue> value_for(const CheckedActivity& activity, const Measured& m, const Period& part) {
  // Periods of a series do not overlap: only the first that reaches the part can hold it.
  const auto it = std::ranges::lower_bound(m.values, part.first, {}, [](const DataValue* v) { return v->period.last; });
  if (it != m.values.end() && (*it)->period.contains(part)) {
    const DataValue* v = *it;
    Rational value = v->value;
    if (m.series->divisible && !(v->period == part)) value *= Rational(Integer(part.day_count()), Integer(v->period.day_count()));
    return monitored_value(*m.series, std::move(value), v->monitoring_class, v->evidence);
  }
  return fail(errors::coefficient_missing, {{"activity", activity.name}, {"symbol", name_of_series(*m.series)}, {"period", part.to_string()}});
}

}  // namespace

Result<void> calculate_activity(const CheckedPlan& plan, const CheckedActivity& activity, const DataSet& data, const rulebook::Rulebook& rulebook,
                                const PlanOptions& options, CalculationResult& result) {
  const rulebook::RulebookTables tables(rulebook);
  const std::vector<Measured> all = measured(activity, data);
  SUMI_TRY(const std::vector<Period> periods, periods_of(activity, all, data.period));
  for (const Period& period : periods) {
    const auto parts = by_fiscal_year(period);
    if (parts.size() > 1) {
      result.findings.push_back(make_error(errors::finding_split_period, {{"symbol", activity.name}, {"period", period.to_string()}}));
    }
    for (const auto& [year, part] : parts) {
      rulebook::Inputs monitored;
      for (const Measured& m : all) {
        SUMI_TRY(rulebook::InputValue value, value_for(activity, m, part));
        add_monitored(monitored, *m.series, std::move(value));
      }
      SUMI_TRY(rulebook::Calculation calculation,
               rulebook::calculate(*activity.methodology, activity.inputs, monitored, calculation_options(plan, options, year, part), tables));
      result.periods.push_back({activity.name, activity.methodology->number(), year, part, parts.size() > 1, std::move(calculation)});
    }
  }
  return {};
}

}  // namespace sumi::project
