#include "project/calculate.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/limits.h"
#include "base/sha256.h"
#include "project/calculation_parts.h"
#include "project/eligibility.h"
#include "project/errors.h"
#include "project/names.h"

namespace sumi::project {

Result<std::uint64_t> certified_floor(const Rational& baseline_tCO2, const Rational& project_tCO2) {
  const Integer floored = round_integer(baseline_tCO2 - project_tCO2, Rounding::floor);
  if (floored.sign() < 0) return std::uint64_t{0};
  const auto tonnes = floored.to_u64();
  if (!tonnes || *tonnes >= limits::certified_tonnes_max) {
    return fail(errors::certified_too_large, {{"methodology", ""}, {"vintage", ""}, {"limit", std::to_string(limits::certified_tonnes_max)}});
  }
  return *tonnes;
}

namespace {

void merge(rulebook::CalculationFlags& into, const rulebook::CalculationFlags& from) {
  into.reconstructed = into.reconstructed || from.reconstructed;
  into.approximate = into.approximate || from.approximate;
  into.low_confidence = into.low_confidence || from.low_confidence;
  for (const std::string& symbol : from.declared) {
    if (std::ranges::find(into.declared, symbol) == into.declared.end()) into.declared.push_back(symbol);
  }
  std::ranges::sort(into.declared);
}

// For a sentence: to the gram at most, without zeros at the end. The exact figure stands in the lines.
std::string shown_tonnes(const Rational& tonnes) {
  return tonnes.is_integer() ? tonnes.to_string() : Rational(round_places(tonnes, 6, Rounding::half_even)).to_string();
}

// Sums per methodology and vintage, and the one rounding.
Result<void> sum_up(CalculationResult& result) {
  std::map<std::pair<std::string, FiscalYear>, VintageResult> sums;
  for (const PeriodResult& p : result.periods) {
    VintageResult& v = sums[{p.methodology, p.vintage}];
    v.methodology = p.methodology;
    v.vintage = p.vintage;
    v.rounding_rule = p.calculation.rounding_rule;
    v.baseline_tCO2 += p.calculation.baseline_tCO2;
    v.project_tCO2 += p.calculation.project_tCO2;
    merge(v.flags, p.calculation.flags);
  }
  for (auto& [key, v] : sums) {
    if (v.rounding_rule != "certified_floor") return fail(errors::rounding_unknown, {{"methodology", v.methodology}, {"rule", v.rounding_rule}});
    auto tonnes = certified_floor(v.baseline_tCO2, v.project_tCO2);
    if (!tonnes) {
      return fail(errors::certified_too_large,
                  {{"methodology", v.methodology}, {"vintage", v.vintage.to_string()}, {"limit", std::to_string(limits::certified_tonnes_max)}});
    }
    v.reduction_t = *tonnes;
    v.negative = v.baseline_tCO2 < v.project_tCO2;
    if (v.negative) {
      result.findings.push_back(make_error(errors::finding_negative_vintage, {{"methodology", v.methodology}, {"vintage", v.vintage.to_string()},
                                                                                 {"difference", shown_tonnes(v.baseline_tCO2 - v.project_tCO2)}}));
    }
    result.lines.push_back({v.methodology, v.vintage, v.baseline_tCO2.to_string(), v.project_tCO2.to_string(), v.reduction_t, v.flags.reconstructed,
                            v.flags.approximate, v.flags.low_confidence, v.flags.declared});
    result.vintages.push_back(std::move(v));
  }
  return {};
}

// What removes CO2 must have removed some, all in all: a cutting that outweighs the growth is told, though no vintage is netted against another.
void test_removals(const CheckedPlan& plan, CalculationResult& result) {
  std::map<std::string, Rational> removed;
  for (const VintageResult& v : result.vintages) removed[v.methodology] += v.baseline_tCO2 - v.project_tCO2;
  for (const auto& [number, tonnes] : removed) {
    const auto activity = std::ranges::find_if(plan.activities, [&](const CheckedActivity& a) { return a.methodology->number() == number; });
    if (activity == plan.activities.end() || !activity->methodology->removal() || tonnes.sign() > 0) continue;
    result.findings.push_back(make_error(errors::finding_removal_not_positive, {{"methodology", number}, {"tonnes", shown_tonnes(tonnes)}}));
  }
}

// A source that is left out has the plan's estimate, for the days of the report in this year.
Rational estimate(const CheckedIncidental& source, const Period& report, FiscalYear year) {
  const Rational days(Period{std::max(report.first, year.first()), std::min(report.last, year.last())}.day_count());
  return source.emission_tCO2_per_year.value_or(Rational(0)) * days / Rational(Period{year.first(), year.last()}.day_count());
}

// One source of one activity, with what it emitted in a vintage. The figure's id is its place in the list: two activities may have the same source.
struct SourceFigure {
  const CheckedActivity* activity;
  const CheckedIncidental* source;
  rulebook::IncidentalFigure figure;
  [[nodiscard]] const std::string& name() const { return source->id.empty() ? source->title : source->id; }
};

std::vector<SourceFigure> figures_of(const CheckedPlan& plan, const VintageResult& v, const CalculationResult& result) {
  std::vector<SourceFigure> list;
  for (const CheckedActivity& a : plan.activities) {
    if (a.methodology->number() != v.methodology) continue;
    for (const CheckedIncidental& source : a.incidental) {
      rulebook::IncidentalFigure figure{std::to_string(list.size()), source.side == EmissionSide::baseline ? rulebook::Side::baseline : rulebook::Side::project,
                                        std::string(name_of(source.choice)), Rational(0)};
      for (const PeriodResult& p : result.periods) {
        if (p.activity != a.name || p.vintage != v.vintage) continue;
        for (const auto& actual : p.calculation.incidental) {
          if (actual.id == source.id) figure.emission_tCO2 += actual.emission_tCO2;
        }
      }
      if (source.choice == IncidentalChoice::leave_out) figure.emission_tCO2 = estimate(source, result.period, v.vintage);
      list.push_back({&a, &source, std::move(figure)});
    }
  }
  return list;
}

void note_incidental(CalculationResult& result, const VintageResult& v, const SourceFigure* source, const rulebook::IncidentalFinding& f) {
  if (source != nullptr) {
    IncidentalResult one{source->activity->name, source->name(), v.vintage, source->figure.emission_tCO2, std::nullopt};
    if (!f.no_ratio) one.ratio = f.ratio;
    result.incidental.push_back(std::move(one));
  }
  const std::string name = source == nullptr ? f.id : source->name();
  const std::string percent = round_places(f.ratio * Rational(100), 2, Rounding::half_up).to_string();
  if (f.no_ratio) {
    if (source != nullptr) result.findings.push_back(make_error(errors::finding_no_ratio, {{"vintage", v.vintage.to_string()}, {"name", name}}));
  } else if (!f.acceptable) {
    result.findings.push_back(make_error(source == nullptr ? errors::finding_incidental_unmonitored : errors::finding_incidental_must_calculate,
                                         {{"vintage", v.vintage.to_string()}, {"name", name}, {"ratio", percent}}));
  }
}

// The 1 % and 5 % tests, again with the actual reduction of each vintage; the 5 % are of all activities of a methodology together.
Result<void> test_incidental(const CheckedPlan& plan, const rulebook::Rulebook& rulebook, const PlanOptions& options, CalculationResult& result) {
  const rulebook::RulebookTables tables(rulebook);
  for (const VintageResult& v : result.vintages) {
    const std::vector<SourceFigure> sources = figures_of(plan, v, result);
    if (sources.empty()) continue;
    std::vector<rulebook::IncidentalFigure> figures;
    for (const SourceFigure& s : sources) figures.push_back(s.figure);
    rulebook::CalculationOptions c;
    c.fiscal_year = v.vintage;
    c.as_known = options.as_known;
    c.allow_low_confidence = options.allow_low_confidence;
    SUMI_TRY(const auto tested, rulebook::check_incidental(*sources[0].activity->methodology, figures, Integer::from_u64(v.reduction_t), c, tables));
    for (const rulebook::IncidentalFinding& f : tested) {
      const auto it = std::ranges::find(sources, f.id, [](const SourceFigure& s) -> const std::string& { return s.figure.id; });
      note_incidental(result, v, it == sources.end() ? nullptr : &*it, f);
    }
  }
  return {};
}

}  // namespace

Result<void> complete(const CheckedPlan& plan, const rulebook::Rulebook& rulebook, const PlanOptions& options, CalculationResult& result) {
  SUMI_CHECK(sum_up(result));
  test_removals(plan, result);
  return test_incidental(plan, rulebook, options, result);
}

namespace {

Result<CalculationResult> calculate_all(const CheckedPlan& plan, const DataSet& data, const rulebook::Rulebook& rulebook, const PlanOptions& options) {
  CalculationResult result;
  result.period = data.period;
  result.plan = plan.hash;
  result.data_set = data.hash;
  result.manifest = rulebook.manifest();
  for (const CheckedActivity& a : plan.activities) SUMI_CHECK(calculate_activity(plan, a, data, rulebook, options, result));
  SUMI_CHECK(complete(plan, rulebook, options, result));
  result.trace = write_trace(result, options);
  result.trace_hash = sha256(result.trace);
  return result;
}

}  // namespace

Result<CalculationResult> calculate(const CheckedPlan& plan, const DataSet& data, const rulebook::Rulebook& rulebook, const PlanOptions& options) {
  try {
    return calculate_all(plan, data, rulebook, options);
  } catch (const ArithmeticTrap& trap) {
    return fail(errors::calculation_arithmetic, {{"reason", std::string(trap.def().en)}});
  }
}

}  // namespace sumi::project
