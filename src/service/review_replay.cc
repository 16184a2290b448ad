// The calculation done again beside the proponent's, and what changed since the version and the period before.
#include <algorithm>
#include <map>

#include "base/sha256.h"
#include "project/calculate.h"
#include "service/documents.h"
#include "service/errors.h"
#include "service/programme_report.h"
#include "service/projects.h"
#include "service/review_parts.h"
#include "service/review_view.h"

namespace sumi::service {

namespace {

std::string shown(const Rational& value) { return round_places(value, 3, Rounding::half_even).to_string(); }
Amount tonnes(const std::string& exact) {
  const auto value = Rational::parse(exact);
  return {value ? shown(*value) : exact, "t-CO2"};
}
// Rounded for reading where the exact text is long; what is short stands as it is.
std::string readable(const Rational& value) {
  const auto decimal = value.to_decimal();
  return decimal && decimal->scale() <= 6 ? value.to_string() : round_places(value, 6, Rounding::half_even).to_string();
}

std::vector<FigureBeside> figures_beside(const std::vector<project::ReductionLine>& reported, const std::vector<project::ReductionLine>& own) {
  std::vector<FigureBeside> out;
  const auto twin_of = [](const std::vector<project::ReductionLine>& all, const project::ReductionLine& line) {
    return std::ranges::find_if(all, [&](const auto& o) { return o.methodology == line.methodology && o.vintage == line.vintage; });
  };
  for (const auto& line : reported) {
    FigureBeside f{line.methodology, line.vintage, tonnes(line.em_bl), tonnes(line.em_pj), amount_of(line.er), {}, {}, {}, false};
    if (const auto twin = twin_of(own, line); twin != own.end()) {
      f.own_baseline = tonnes(twin->em_bl);
      f.own_project = tonnes(twin->em_pj);
      f.own_reduction = amount_of(twin->er);
      f.same = twin->em_bl == line.em_bl && twin->em_pj == line.em_pj && twin->er == line.er;
    }
    out.push_back(std::move(f));
  }
  for (const auto& line : own) {
    if (twin_of(reported, line) == reported.end()) out.push_back({line.methodology, line.vintage, {}, {}, {}, tonnes(line.em_bl), tonnes(line.em_pj), amount_of(line.er), false});
  }
  return out;
}

// Everything of a report that is monitored, by what it is: amounts of the period are added up, others averaged.
struct Monitored {
  Rational sum;
  std::int64_t count = 0;
  bool divisible = false;
  std::string unit;
  Bilingual definition;
};
using MonitoredKey = std::tuple<std::string, std::string, std::string>;
std::map<MonitoredKey, Monitored> monitored_of(const LoadedReport& report) {
  std::map<MonitoredKey, Monitored> out;
  if (!report.data) return out;
  for (const auto& value : report.data->values) {
    Monitored& m = out[{value.activity, value.symbol, value.row}];
    m.sum += value.value;
    ++m.count;
  }
  for (const auto& activity : report.plan.activities) {
    for (const auto& series : activity.series) {
      const auto found = out.find({activity.name, series.symbol, series.row});
      if (found == out.end()) continue;
      found->second.divisible = series.divisible;
      found->second.unit = series.unit.text;
    }
  }
  for (std::size_t i = 0; i < report.plan.activities.size(); ++i) {
    for (const auto& planned : report.plan.plan.activities[i].monitoring) {
      const auto found = out.find({report.plan.activities[i].name, planned.symbol, planned.row});
      if (found != out.end()) found->second.definition = {planned.definition, planned.definition};
    }
  }
  return out;
}
std::string value_of(const Monitored& m) {
  if (m.count == 0) return {};
  return readable(m.divisible ? m.sum : m.sum / Rational(m.count));
}

std::vector<ValueChange> value_changes(const LoadedReport& before, const LoadedReport& now) {
  const auto old_values = monitored_of(before), new_values = monitored_of(now);
  std::vector<ValueChange> out;
  const auto add = [&](const MonitoredKey& key, const Monitored* old_value, const Monitored* new_value) {
    const Monitored& any = new_value != nullptr ? *new_value : *old_value;
    ValueChange c{std::get<0>(key), std::get<1>(key), std::get<2>(key), any.definition, any.unit, old_value ? value_of(*old_value) : "", new_value ? value_of(*new_value) : "", {}};
    if (old_value != nullptr && new_value != nullptr) c.change_percent = change_percent(c.before, c.now);
    out.push_back(std::move(c));
  };
  for (const auto& [key, value] : new_values) {
    const auto old_value = old_values.find(key);
    add(key, old_value == old_values.end() ? nullptr : &old_value->second, &value);
  }
  for (const auto& [key, value] : old_values) {
    if (!new_values.contains(key)) add(key, &value, nullptr);
  }
  return out;
}

// The report of the days before that stands.
std::uint32_t report_before(const scheme::State& state, ProjectNumber project, const project::ReportRow& row) {
  std::uint32_t found = 0;
  Date last;
  const auto& reports = state.cases().reports;
  for (auto it = reports.lower_bound({project, 0}); it != reports.end() && it->first.project == project; ++it) {
    const auto& other = it->second;
    if (other.stage == project::ReportStage::not_verified || other.stage == project::ReportStage::certification_refused || other.period.last >= row.period.first) continue;
    if (found == 0 || other.period.last > last) found = it->first.report, last = other.period.last;
  }
  return found;
}

// What the plan in hand replaces, by the hashes of both.
struct TwoPlans {
  std::uint32_t before_version = 0, version = 0;
  Hash before, now;
};
TwoPlans plans_of(const scheme::State& state, const project::ReviewKey& review) {
  TwoPlans out;
  const auto& plans = state.cases().plans;
  for (auto it = plans.lower_bound({review.project, 0}); it != plans.end() && it->first.project == review.project; ++it) {
    if (review.change != 0 && it->second.change == review.change) break;  // the change became this version: what it was compared with stands before it
    if (out.version != 0) out.before_version = out.version, out.before = out.now;
    out.version = it->first.version;
    out.now = it->second.head.plan;
  }
  if (review.change != 0) {
    if (const auto* change = state.cases().conduct.changes.find({review.project, review.change})) {
      out.before_version = out.version;
      out.before = out.now;
      out.version += 1;
      out.now = change->head.plan;
    }
  }
  return out;
}

std::uint64_t total_of(const project::ReportRow& row) {
  std::uint64_t total = 0;
  for (const auto& line : row.lines) total += line.er;
  return total;
}

}  // namespace

Hash hash_cited(std::string_view evidence) {
  constexpr std::string_view prefix = "sha256:";
  if (!evidence.starts_with(prefix)) return {};
  return Hash::from_hex(evidence.substr(prefix.size())).value_or(Hash{});
}

Result<LoadedReport> load_report(const Ledger& ledger, ProjectNumber project, std::uint32_t report) {
  LoadedReport out;
  bool known = false;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    if (const auto* row = state.cases().report(project, report)) out.row = *row, known = true;
  }));
  if (!known) return fail(errors::report_not_known, {{"project", std::to_string(project.value)}, {"report", std::to_string(report)}});
  SUMI_TRY(out.trace, document(ledger, out.row.trace, "trace"));
  SUMI_TRY(out.rulebook, rulebook_of_trace(ledger, project, report, out.row.submitted.on, out.trace));
  SUMI_TRY(const auto plan_text, document(ledger, out.row.plan, "plan"));
  SUMI_TRY(auto plan, plan_from(plan_text, out.row.plan));
  SUMI_TRY(out.plan, project::check_plan(std::move(plan), *out.rulebook));
  SUMI_TRY(const auto csv, document(ledger, out.row.data_set, "data set"));
  if (is_programme_trace(out.trace)) return out;
  SUMI_TRY(out.data, project::read_data_set(csv, "data set", out.plan, out.row.period, *out.rulebook));
  return out;
}

std::string change_percent(const std::string& before, const std::string& now) {
  const auto a = Rational::parse(before), b = Rational::parse(now);
  if (!a || !b || a->sign() == 0) return {};
  const auto percent = round_places((*b - *a) * Rational(100) / *a, 1, Rounding::half_even);
  return (percent.sign() > 0 ? "+" : "") + percent.to_string();
}

std::vector<CalculationBeside> beside(const std::vector<CalculationView>& reported, const std::vector<CalculationView>& own) {
  std::vector<CalculationBeside> out;
  for (const auto& calculation : reported) {
    const auto twin = std::ranges::find_if(own, [&](const CalculationView& o) {
      return o.activity == calculation.activity && o.methodology == calculation.methodology && o.vintage == calculation.vintage && o.period == calculation.period;
    });
    CalculationBeside c{calculation.activity, calculation.methodology, calculation.vintage, calculation.period, {}, {}};
    for (const auto& input : calculation.inputs) {
      InputBeside one{input, {}, false};
      if (twin != own.end()) {
        const auto same = std::ranges::find_if(twin->inputs, [&](const TraceInput& i) { return i.symbol == input.symbol && i.row == input.row; });
        if (same != twin->inputs.end()) one.own = same->value, one.same = same->value == input.value && same->unit == input.unit;
      }
      c.inputs.push_back(std::move(one));
    }
    for (const auto& step : calculation.steps) {
      StepBeside one{step, {}, false};
      if (twin != own.end()) {
        const auto same = std::ranges::find(twin->steps, step.symbol, &TraceStep::symbol);
        if (same != twin->steps.end()) one.own = same->value, one.same = same->value == step.value && same->unit == step.unit;
      }
      c.steps.push_back(std::move(one));
    }
    out.push_back(std::move(c));
  }
  return out;
}

Result<ReplayView> replay_view(const Ledger& ledger, ProjectNumber project, std::uint32_t report) {
  ReplayView view;
  project::ReportRow row;
  bool known = false;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    if (const auto* found = state.cases().report(project, report)) row = *found, known = true;
  }));
  if (!known) return fail(errors::report_not_known, {{"project", std::to_string(project.value)}, {"report", std::to_string(report)}});
  view.reported = row.trace;
  std::optional<project::CalculationResult> own;
  if (auto replayed = replay_report(ledger, project, report)) {
    view.same = replayed->trace_hash == row.trace;
    own = *std::move(replayed);
  } else {
    view.differences = findings_of(replayed.error());
    // Figures that differ are shown beside the reported ones: what plan and data give, whatever the trace says.
    if (const auto loaded = load_report(ledger, project, report); loaded && loaded->data) {
      if (auto calculated = project::calculate(loaded->plan, *loaded->data, *loaded->rulebook)) own = *std::move(calculated);
    }
  }
  if (own) view.own = own->trace_hash;
  view.figures = figures_beside(row.lines, own ? own->lines : std::vector<project::ReductionLine>{});
  const auto trace = document(ledger, row.trace, "trace");
  if (!trace) return view;
  SUMI_TRY(const auto book, rulebook_of_trace(ledger, project, report, row.submitted.on, *trace));
  view.calculations = beside(calculations_of(*trace, *book), own ? calculations_of(own->trace, *book) : std::vector<CalculationView>{});
  return view;
}

Result<ChangesView> changes_view(const Ledger& ledger, const project::ReviewKey& review) {
  ChangesView view;
  TwoPlans plans;
  std::optional<project::ReportRow> row, before;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    plans = plans_of(state, review);
    if (const auto* found = review.report == 0 ? nullptr : state.cases().report(review.project, review.report)) {
      row = *found;
      view.report = review.report;
      view.before_report = report_before(state, review.project, *found);
      if (const auto* earlier = view.before_report == 0 ? nullptr : state.cases().report(review.project, view.before_report)) before = *earlier;
    }
  }));
  view.before_version = plans.before_version;
  view.version = plans.version;
  if (plans.before_version != 0) {
    SUMI_TRY(const auto old_text, document(ledger, plans.before, "plan"));
    SUMI_TRY(const auto new_text, document(ledger, plans.now, "plan"));
    SUMI_TRY(const auto old_plan, plan_from(old_text, plans.before));
    SUMI_TRY(const auto new_plan, plan_from(new_text, plans.now));
    view.plan = plan_differences(old_plan, new_plan);
  }
  if (!row) return view;
  view.period = row->period;
  view.total = amount_of(total_of(*row));
  if (!before) return view;
  view.before_period = before->period;
  view.before_total = amount_of(total_of(*before));
  const auto per_day = [](const project::ReportRow& r) { return Rational(static_cast<std::int64_t>(total_of(r))) / Rational(r.period.day_count()); };
  view.total_change_percent = change_percent(per_day(*before).to_string(), per_day(*row).to_string());
  const auto now_loaded = load_report(ledger, review.project, view.report);
  const auto before_loaded = load_report(ledger, review.project, view.before_report);
  if (now_loaded && before_loaded) view.values = value_changes(*before_loaded, *now_loaded);
  return view;
}

}  // namespace sumi::service
