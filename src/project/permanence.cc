#include "project/permanence.h"

#include <algorithm>
#include <stdexcept>

#include "base/limits.h"
#include "project/cases_check.h"
#include "project/deadlines.h"
#include "project/errors.h"
#include "project/names.h"

namespace sumi::project {

namespace {

std::string text_of(std::uint64_t n) { return std::to_string(n); }

// The day some months later; a day that the month does not have is its last.
Date plus_months(Date day, std::uint32_t months) {
  const int total = (day.year() * 12 + day.month() - 1) + static_cast<int>(months);
  for (int d = day.day(); d > 0; --d) {
    if (const auto found = Date::from_ymd(total / 12, total % 12 + 1, d)) return *found;
  }
  throw std::logic_error("a month without days");
}

// Permanence outlives the project's withdrawal.
Result<const ForestRow*> find_terms(const Cases& cases, ProjectNumber number) {
  const ForestRow* terms = cases.permanence.forests.find(number);
  if (terms == nullptr) return fail(errors::forest_terms_missing, {{"project", text_of(number.value)}});
  return terms;
}

// Of what this store certified; what another registry issued had its split there.
bool nothing_issued(const Cases& cases, ProjectNumber project) {
  return std::ranges::none_of(cases.certifications, [&](const auto& c) {
    return c.second.project == project && c.second.report != 0 && std::ranges::any_of(c.second.lines, &CertifiedLine::issued);
  });
}

}  // namespace

bool is_forest(const PlanHead& head) {
  return std::ranges::any_of(head.methodologies, [](const MethodologyUse& use) { return use.removal && use.nature; });
}

std::vector<PermanenceYear> permanence_years(const Cases& cases, ProjectNumber project) {
  std::vector<PermanenceYear> years;
  const ForestRow* terms = cases.permanence.forests.find(project);
  const PlanVersionRow* plan = cases.current_plan(project);
  if (terms == nullptr || plan == nullptr) return years;
  const Date begin = plan->head.crediting_period.last.plus_days(1);
  for (std::uint32_t n = 1; n <= terms->permanence_years; ++n) {
    PermanenceYear y;
    y.year = n;
    y.period = {begin.plus_years(static_cast<int>(n) - 1), begin.plus_years(static_cast<int>(n)).plus_days(-1)};
    y.last_day = plus_months(y.period.last, terms->report_months);
    const PermanenceReportRow* report = cases.permanence.reports.find({project, n});
    y.reported = report != nullptr;
    y.kept = y.reported && report->kept;
    years.push_back(y);
  }
  return years;
}

Result<void> check_permanence(const Cases& cases, ProjectNumber project) {
  const auto& missed = cases.permanence.missed;
  const auto first = missed.lower_bound({project, 0});
  if (first == missed.end() || first->first.project != project) return {};
  return fail(errors::permanence_report_missing,
              {{"project", text_of(project.value)}, {"year", text_of(first->first.year)}, {"last_day", first->second.last_day.to_string()}});
}

std::uint64_t certified_and_kept(const Cases& cases, ProjectNumber project) {
  std::uint64_t certified = 0, undone = 0;
  for (const auto& [number, row] : cases.certifications) {
    if (row.project != project) continue;
    for (const CertifiedLine& line : row.lines) certified += line.tonnes;
  }
  for (auto it = cases.permanence.reversals.lower_bound({project, 0}); it != cases.permanence.reversals.end() && it->first.project == project; ++it) {
    undone += it->second.tonnes;
  }
  return certified - std::min(certified, undone);
}

std::uint64_t promised_by_buffer(const Cases& cases) {
  std::uint64_t sum = 0;
  for (const auto& [key, row] : cases.permanence.reversals) {
    if (!row.drawn) sum += row.from_buffer;
  }
  return sum;
}

void plan_permanence(Cases& cases, ProjectNumber project, Date today) {
  std::vector<DeadlineKey> old;
  for (const auto& [key, nothing] : cases.conduct.deadlines) {
    if (key.kind == DeadlineKind::permanence && key.project == project) old.push_back(key);
  }
  for (const DeadlineKey& key : old) drop_deadline(cases, key);
  const ProjectRow* row = cases.project(project);
  if (row == nullptr || (row->stage != ProjectStage::registered && row->stage != ProjectStage::withdrawn)) return;
  for (const PermanenceYear& y : permanence_years(cases, project)) {
    if (y.reported || y.last_day < today) continue;
    add_deadline(cases, {y.last_day, DeadlineKind::permanence, project, y.year});
    cases.permanence.missed.erase({project, y.year});
  }
}

void miss_permanence(Cases& cases, ProjectNumber project, std::uint32_t year, Date last_day) {
  if (cases.permanence.reports.find({project, year}) == nullptr) cases.permanence.missed.put({project, year}, {last_day});
}

// ---- deciding ----

Result<NoOutcome> decide(const Cases& cases, const SetForestTerms& c, const Act& act, const Relations&, const ProjectRules& rules) {
  SUMI_TRY(const ProjectCase found, find_project(cases, c.project));
  const ForestRow* terms = cases.permanence.forests.find(c.project);
  // A registered project has its terms, unless it came registered from elsewhere, or nobody set them: then until the first issue, which asks for them.
  if (terms != nullptr || !nothing_issued(cases, c.project) || found.row->stage != ProjectStage::registered) {
    SUMI_CHECK(need_stage(*found.row, {ProjectStage::drafted, ProjectStage::in_validation, ProjectStage::validated, ProjectStage::not_validated,
                                          ProjectStage::registration_refused}));
  }
  SUMI_CHECK(check_proponent(act, found.plan->head));
  SUMI_CHECK(check_date(act, found.row->last_step_on));
  if (!is_forest(found.plan->head)) return fail(errors::not_a_forest, {{"project", text_of(c.project.value)}});
  if (!rules.forest) return fail(errors::forest_rules_missing);
  const auto rate = Decimal::parse(c.buffer_rate);
  if (!rate) return fail(errors::buffer_rate_syntax, {{"rate", c.buffer_rate}});
  if (Rational(*rate) < rules.forest->buffer_rate_min || rules.forest->buffer_rate_max < Rational(*rate)) {
    return fail(errors::buffer_rate_range, {{"rate", c.buffer_rate}, {"least", rules.forest->buffer_rate_min.to_string()}, {"most", rules.forest->buffer_rate_max.to_string()}});
  }
  if (c.permanence_years < rules.forest->permanence_years || c.permanence_years > limits::permanence_years_max) {
    return fail(errors::permanence_years_range,
                {{"years", text_of(c.permanence_years)}, {"least", text_of(rules.forest->permanence_years)}, {"most", text_of(limits::permanence_years_max)}});
  }
  // Before the next year is over, or two reports would wait for one another.
  if (c.report_months == 0 || c.report_months > 12) return fail(errors::permanence_report_months, {{"months", text_of(c.report_months)}});
  return NoOutcome{};
}

Result<NoOutcome> decide(const Cases& cases, const ReportPermanence& c, const Act& act, const Relations&, const ProjectRules&) {
  SUMI_TRY(const ProjectCase found, find_project(cases, c.project));
  SUMI_CHECK(need_stage(*found.row, {ProjectStage::registered, ProjectStage::withdrawn}));
  SUMI_CHECK(check_proponent(act, found.plan->head));
  SUMI_CHECK(check_date(act, found.row->last_step_on));
  SUMI_CHECK(check_hash("document", c.document));
  SUMI_TRY(const ForestRow* terms, find_terms(cases, c.project));
  if (c.year == 0 || c.year > terms->permanence_years) {
    return fail(errors::permanence_year_unknown, {{"year", text_of(c.year)}, {"years", text_of(terms->permanence_years)}});
  }
  const auto years = permanence_years(cases, c.project);
  if (years[c.year - 1].reported) return fail(errors::permanence_reported, {{"year", text_of(c.year)}});
  if (act.business_date <= years[c.year - 1].period.last) {
    return fail(errors::permanence_year_not_over, {{"year", text_of(c.year)}, {"period", years[c.year - 1].period.to_string()}, {"date", act.business_date.to_string()}});
  }
  for (std::uint32_t n = 1; n < c.year; ++n) {
    if (!years[n - 1].reported) return fail(errors::permanence_order, {{"year", text_of(c.year)}, {"missing", text_of(n)}});
  }
  return NoOutcome{};
}

Result<ReversalRecorded> decide(const Cases& cases, const RecordReversal& c, const Act& act, bool by_secretariat, std::uint64_t buffer_free) {
  SUMI_TRY(const ProjectCase found, find_project(cases, c.project));
  SUMI_CHECK(need_stage(*found.row, {ProjectStage::registered, ProjectStage::withdrawn}));
  if (!by_secretariat) SUMI_CHECK(check_proponent(act, found.plan->head));
  SUMI_CHECK(check_date(act, found.row->last_step_on));
  SUMI_CHECK(check_hash("document", c.document));
  SUMI_TRY(const ForestRow* terms, find_terms(cases, c.project));
  if (name_of(c.kind).empty()) return fail(errors::reversal_kind_unknown, {{"kind", text_of(static_cast<std::uint64_t>(c.kind))}});
  if (c.happened_on > act.business_date || c.happened_on < found.plan->head.crediting_period.first) {
    return fail(errors::reversal_date, {{"date", c.happened_on.to_string()}, {"first", found.plan->head.crediting_period.first.to_string()}, {"today", act.business_date.to_string()}});
  }
  const auto years = permanence_years(cases, c.project);
  if (c.happened_on > years.back().period.last) {
    return fail(errors::reversal_after_permanence, {{"date", c.happened_on.to_string()}, {"last", years.back().period.last.to_string()}});
  }
  const std::uint64_t certified = certified_and_kept(cases, c.project);
  if (c.tonnes == 0 || c.tonnes > certified) return fail(errors::reversal_tonnes, {{"tonnes", text_of(c.tonnes)}, {"certified", text_of(certified)}});
  const bool own = c.kind == ReversalKind::own_act;
  if (own && c.due <= act.business_date) return fail(errors::reversal_due, {{"due", c.due.to_string()}, {"today", act.business_date.to_string()}});
  ReversalRecorded out;
  out.reversal = terms->reversals + 1;
  if (own) {
    out.obligation = next_obligation(cases);
  } else {
    out.from_buffer = std::min(c.tonnes, buffer_free - std::min(buffer_free, promised_by_buffer(cases)));
  }
  return out;
}

// ---- applying ----

void apply(Cases& cases, const SetForestTerms& c, const NoOutcome&, const Act& act) {
  cases.permanence.forests.update(c.project, [&](ForestRow& row) {
    row.buffer_rate = c.buffer_rate;
    row.permanence_years = c.permanence_years;
    row.report_months = c.report_months;
    row.set_on = act.business_date;
  });
  plan_permanence(cases, c.project, act.time.date_in_japan());
}

void apply(Cases& cases, const ReportPermanence& c, const NoOutcome&, const Act& act) {
  const auto years = permanence_years(cases, c.project);
  drop_deadline(cases, {years.at(c.year - 1).last_day, DeadlineKind::permanence, c.project, c.year});
  cases.permanence.missed.erase({c.project, c.year});
  cases.permanence.reports.put({c.project, c.year}, {c.kept, c.document, act.business_date});
}

void apply(Cases& cases, const RecordReversal& c, const ReversalRecorded& outcome, const Act& act) {
  cases.permanence.forests.update(c.project, [&](ForestRow& row) { row.reversals = outcome.reversal; });
  cases.permanence.reversals.put({c.project, outcome.reversal},
                                 {c.kind, c.happened_on, act.business_date, c.tonnes, outcome.from_buffer, outcome.obligation, {}, c.document});
  if (outcome.obligation == 0) return;
  ObligationRow row;
  row.cause = ObligationCause::reversal;
  row.project = c.project;
  row.tonnes = c.tonnes;
  row.due = c.due;
  row.recorded_on = act.business_date;
  add_obligation(cases, outcome.obligation, row);
}

void mark_drawn(Cases& cases, ProjectNumber project, std::uint32_t reversal, RetirementNumber by) {
  cases.permanence.reversals.update({project, reversal}, [&](ReversalRow& row) { row.drawn = by; });
}

}  // namespace sumi::project
