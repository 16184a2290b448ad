// Applying: the outcome is written into the tables, nothing is judged here.
#include "project/cases.h"

#include <algorithm>
#include <stdexcept>

namespace sumi::project {

namespace {

PlanKey current(const Cases& cases, ProjectNumber project) { return {project, cases.projects.at(project).version}; }

void move_project(Cases& cases, ProjectNumber project, ProjectStage stage, const Act& act) {
  cases.projects.update(project, [&](ProjectRow& row) {
    row.stage = stage;
    row.last_step_on = act.business_date;
  });
}

void move_report(Cases& cases, const ReportKey& key, ReportStage stage, const Act& act) {
  cases.reports.update(key, [&](ReportRow& row) {
    row.stage = stage;
    row.last_step_on = act.business_date;
  });
}

void add_version(Cases& cases, ProjectNumber project, std::uint32_t version, const PlanHead& head, const Act& act) {
  PlanVersionRow row;
  row.head = head;
  row.drafted = step_of(act);
  cases.plans.put({project, version}, std::move(row));
}

}  // namespace

void Cases::begin_group() {
  each(*this, [](const char*, auto& table) { table.begin_group(); });
  members.holders.begin_group();
}
void Cases::keep_group() {
  each(*this, [](const char*, auto& table) { table.keep_group(); });
  members.holders.keep_group();
}
void Cases::undo_group() {
  each(*this, [](const char*, auto& table) { table.undo_group(); });
  members.holders.undo_group();
}

void Cases::dump(ByteWriter& w) const {
  each(*this, [&](const char*, const auto& table) { table.dump(w); });
}

void Cases::load(ByteReader& r) {
  each(*this, [&](const char*, auto& table) { table.load(r); });
  members.index();
}

const PlanVersionRow* Cases::current_plan(ProjectNumber number) const {
  const ProjectRow* row = projects.find(number);
  return row == nullptr ? nullptr : plans.find({number, row->version});
}

const PlanVersionRow* Cases::plan_on(ProjectNumber number, Date day) const {
  const PlanVersionRow* first = nullptr;
  const PlanVersionRow* found = nullptr;
  for (auto it = plans.lower_bound({number, 0}); it != plans.end() && it->first.project == number; ++it) {
    const PlanVersionRow& row = it->second;
    if (!row.approved) continue;
    if (first == nullptr) first = &row;
    if (row.in_force_from <= day && (found == nullptr || found->in_force_from <= row.in_force_from)) found = &row;
  }
  return found == nullptr ? first : found;
}

const PlanVersionRow* Cases::plan_of_report(ProjectNumber number, std::uint32_t report_number) const {
  const ReportRow* row = report(number, report_number);
  if (row == nullptr) return nullptr;
  const PlanVersionRow* found = nullptr;
  for (auto it = plans.lower_bound({number, 0}); it != plans.end() && it->first.project == number; ++it) {
    if (it->second.approved && it->second.head.plan == row->plan) found = &it->second;
  }
  return found == nullptr ? current_plan(number) : found;
}

const CertifiedLine* Cases::line(CertificationNumber number, std::string_view methodology, FiscalYear vintage) const {
  const CertificationRow* row = certifications.find(number);
  if (row == nullptr) return nullptr;
  const auto it = std::ranges::find_if(row->lines, [&](const CertifiedLine& l) { return l.methodology == methodology && l.vintage == vintage; });
  return it == row->lines.end() ? nullptr : &*it;
}

ProjectNumber Cases::project_by_official_number(ProjectType type, std::uint64_t number) const {
  for (const auto& [key, row] : projects) {
    if (number != 0 && row.type == type && row.official_number == number) return key;
  }
  return {};
}

void apply(Cases& cases, const DraftProject& c, const ProjectDrafted& outcome, const Act& act) {
  ProjectRow row;
  row.type = c.head.type;
  row.version = 1;
  row.last_step_on = act.business_date;
  cases.projects.put(outcome.project, row);
  cases.counters.put(Counter::project, outcome.project.value);
  add_version(cases, outcome.project, 1, c.head, act);
}

void apply(Cases& cases, const RevisePlan& c, const NoOutcome&, const Act& act) {
  move_project(cases, c.project, ProjectStage::drafted, act);
  cases.projects.update(c.project, [](ProjectRow& row) { ++row.version; });
  add_version(cases, c.project, current(cases, c.project).version, c.head, act);
}

void apply(Cases& cases, const SubmitForValidation& c, const NoOutcome&, const Act& act) {
  move_project(cases, c.project, ProjectStage::in_validation, act);
  cases.plans.update(current(cases, c.project), [&](PlanVersionRow& row) {
    row.submitted = step_of(act);
    row.verifier = c.verifier;
  });
}

void apply(Cases& cases, const RecordValidation& c, const NoOutcome&, const Act& act) {
  move_project(cases, c.project, c.positive ? ProjectStage::validated : ProjectStage::not_validated, act);
  cases.plans.update(current(cases, c.project), [&](PlanVersionRow& row) {
    row.validated = step_of(act);
    row.valid = c.positive;
    row.statement = c.statement;
  });
}

void apply(Cases& cases, const ApplyForRegistration& c, const NoOutcome&, const Act& act) {
  move_project(cases, c.project, ProjectStage::applied, act);
  cases.plans.update(current(cases, c.project), [&](PlanVersionRow& row) {
    row.applied = step_of(act);
    row.answers = c.answers;
  });
}

void apply(Cases& cases, const DecideRegistration& c, const RegistrationDecided& outcome, const Act& act) {
  move_project(cases, c.project, c.approved ? ProjectStage::registered : ProjectStage::registration_refused, act);
  cases.plans.update(current(cases, c.project), [&](PlanVersionRow& row) {
    row.decided = step_of(act);
    row.round = c.round;
    row.approved = c.approved;
    row.ground = c.ground;
    if (c.approved) row.in_force_from = act.business_date;
  });
  mark_decided(cases, {DocketKind::registration, c.project, 0, 0, 0}, c.round, c.approved, act);
  if (!c.approved) return;
  const Counter series = cases.projects.at(c.project).type == ProjectType::normal ? Counter::official_normal : Counter::official_programme;
  cases.counters.put(series, outcome.official_number);
  cases.projects.update(c.project, [&](ProjectRow& row) { row.official_number = outcome.official_number; });
  plan_permanence(cases, c.project, act.time.date_in_japan());
}

void apply(Cases& cases, const SubmitReport& c, const ReportSubmitted& outcome, const Act& act) {
  cases.projects.update(c.project, [&](ProjectRow& row) { row.reports = outcome.report; });
  ReportRow row;
  row.period = c.period;
  row.plan = c.plan;
  row.data_set = c.data_set;
  row.trace = c.trace;
  row.lines = c.lines;
  row.submitted = step_of(act);
  row.last_step_on = act.business_date;
  cases.reports.put({c.project, outcome.report}, std::move(row));
}

void apply(Cases& cases, const RecordVerification& c, const NoOutcome&, const Act& act) {
  const ReportKey key{c.project, c.report};
  move_report(cases, key, c.positive ? ReportStage::verified : ReportStage::not_verified, act);
  cases.reports.update(key, [&](ReportRow& row) {
    row.verified = step_of(act);
    row.verifier = c.verifier;
    row.statement = c.statement;
  });
}

void apply(Cases& cases, const ApplyForCertification& c, const NoOutcome&, const Act& act) {
  const ReportKey key{c.project, c.report};
  move_report(cases, key, ReportStage::applied, act);
  cases.reports.update(key, [&](ReportRow& row) {
    row.applied = step_of(act);
    row.programme_code = c.programme_code;
    row.credit_type = c.credit_type;
  });
}

void apply(Cases& cases, const DecideCertification& c, const CertificationDecided& outcome, const Act& act) {
  const ReportKey key{c.project, c.report};
  move_report(cases, key, c.approved ? ReportStage::certified : ReportStage::certification_refused, act);
  cases.reports.update(key, [&](ReportRow& row) {
    row.decided = step_of(act);
    row.round = c.round;
    row.ground = c.ground;
    row.certification = outcome.certification;
  });
  mark_decided(cases, {DocketKind::certification, c.project, c.report, 0, 0}, c.round, c.approved, act);
  if (!c.approved) return;
  const ReportRow& report = cases.reports.at(key);
  const PlanHead& head = cases.plan_of_report(c.project, c.report)->head;
  CertificationRow row;
  row.project = c.project;
  row.report = c.report;
  row.round = c.round;
  row.certified_on = act.business_date;
  row.programme_code = report.programme_code;
  row.credit_type = report.credit_type;
  row.place = head.place;
  row.proponents = head.proponents;
  for (const ReductionLine& line : report.lines) {
    if (line.er > 0) row.lines.push_back({line.methodology, line.vintage, line.er, false});
  }
  cases.certifications.put(outcome.certification, std::move(row));
  cases.counters.put(Counter::certification, outcome.certification.value);
}

void mark_issued(Cases& cases, CertificationNumber certification, std::string_view methodology, FiscalYear vintage) {
  const CertifiedLine* line = cases.line(certification, methodology, vintage);
  if (line == nullptr || line->issued) throw std::logic_error("a line is issued that does not stand or was issued before");
  bool all = true;
  cases.certifications.update(certification, [&](CertificationRow& row) {
    for (CertifiedLine& l : row.lines) {
      if (l.methodology == methodology && l.vintage == vintage) l.issued = true;
      all = all && l.issued;
    }
  });
  if (!all) return;
  const CertificationRow& row = cases.certifications.at(certification);
  cases.reports.update({row.project, row.report}, [](ReportRow& report) { report.stage = ReportStage::issued; });
}

}  // namespace sumi::project
