// Returns, withdrawals, appeals, over-issuance, holds; and what other steps ask of them.
#include <algorithm>

#include "project/cases_check.h"
#include "project/conduct_check.h"
#include "project/errors.h"
#include "project/names.h"

namespace sumi::project {

namespace {

// The last return of an application, answered or not; its number, 0 where there was none.
std::uint32_t last_return(const Cases& cases, ProjectNumber project, std::uint32_t report) {
  return last_of(cases.conduct.returns, ReturnKey{project, report, 0}, ReturnKey{project, report + 1, 0}, &ReturnKey::number);
}

std::uint32_t last_appeal(const Cases& cases, ProjectNumber project) {
  return last_of(cases.conduct.appeals, AppealKey{project, 0}, AppealKey{{project.value + 1}, 0}, &AppealKey::appeal);
}

DeadlineKey deadline_of(ProjectNumber project, std::uint32_t report, const ReturnRow& row) { return {row.deadline, DeadlineKind::correction, project, report}; }

void end_return(Cases& cases, ProjectNumber project, std::uint32_t report, ReturnStage stage) {
  const ReturnKey key{project, report, last_return(cases, project, report)};
  const ReturnRow* row = cases.conduct.returns.find(key);
  if (row == nullptr || row->stage != ReturnStage::open) return;
  drop_deadline(cases, deadline_of(project, report, *row));
  cases.conduct.returns.update(key, [&](ReturnRow& r) { r.stage = stage; });
}

// The application that is looked at: of the registration, or of a report's certification.
Result<Date> find_application(const Cases& cases, ProjectNumber project, std::uint32_t report) {
  if (report != 0) {
    SUMI_TRY(const ReportCase found, find_report(cases, project, report, ReportStage::applied));
    return found.row->last_step_on;
  }
  SUMI_TRY(const ProjectCase found, find_project(cases, project));
  SUMI_CHECK(need_stage(*found.row, {ProjectStage::applied}));
  return found.row->last_step_on;
}

std::string hold_word(HoldKind kind, Language language) {
  const bool ja = language == Language::ja;
  switch (kind) {
    case HoldKind::seizure: return ja ? "差押え" : "seizure";
    case HoldKind::insolvency: return ja ? "倒産" : "insolvency";
    case HoldKind::dispute: return ja ? "争い" : "dispute";
  }
  return {};
}

// The end of what is certified of a project; nothing: no report of it is.
std::optional<Date> last_certified_day(const Cases& cases, ProjectNumber project) {
  std::optional<Date> last;
  for (auto it = cases.reports.lower_bound({project, 0}); it != cases.reports.end() && it->first.project == project; ++it) {
    const bool certified = it->second.stage == ReportStage::certified || it->second.stage == ReportStage::issued;
    if (certified && (!last || *last < it->second.period.last)) last = it->second.period.last;
  }
  return last;
}

// The refusal that an appeal turns against.
struct Refusal {
  const Step* decided;
  std::uint32_t round;
  std::uint32_t version;
};
Result<Refusal> find_refusal(const Cases& cases, ProjectNumber project, std::uint32_t report) {
  if (report != 0) {
    SUMI_TRY(const ReportCase found, find_report(cases, project, report, ReportStage::certification_refused));
    return Refusal{&found.row->decided, found.row->round, 0};
  }
  SUMI_TRY(const ProjectCase found, find_project(cases, project));
  SUMI_CHECK(need_stage(*found.row, {ProjectStage::registration_refused}));
  return Refusal{&found.plan->decided, found.plan->round, found.row->version};
}

std::uint64_t recorded_over_issuance(const Cases& cases, CertificationNumber certification) {
  std::uint64_t tonnes = 0;
  for (const auto& [number, row] : cases.conduct.obligations) {
    if (row.cause == ObligationCause::over_issuance && row.certification == certification) tonnes += row.tonnes;
  }
  return tonnes;
}

std::vector<ReturnKey> open_returns(const Cases& cases, ProjectNumber project) {
  std::vector<ReturnKey> open;
  const auto& rows = cases.conduct.returns;
  for (auto it = rows.lower_bound({project, 0, 0}); it != rows.end() && it->first.project == project; ++it) {
    if (it->second.stage == ReturnStage::open) open.push_back(it->first);
  }
  return open;
}

// A missed report of permanence stops its proponents too, but no time: only a hold does.
bool held(const Cases& cases, ProjectNumber project) {
  const auto it = cases.conduct.holds.lower_bound({project, HoldKind{}});
  return it != cases.conduct.holds.end() && it->first.project == project;
}

// While a project is held its returns' time stands still: the deadline leaves the table, and comes back later by as many days.
void stop_returns(Cases& cases, ProjectNumber project, Date day) {
  for (const ReturnKey& key : open_returns(cases, project)) {
    drop_deadline(cases, deadline_of(project, key.report, cases.conduct.returns.at(key)));
    cases.conduct.returns.update(key, [&](ReturnRow& row) { row.stopped = day; });
  }
}
void go_on_with_returns(Cases& cases, ProjectNumber project, Date day) {
  for (const ReturnKey& key : open_returns(cases, project)) {
    cases.conduct.returns.update(key, [&](ReturnRow& row) {
      row.deadline = row.deadline.plus_days(std::max(0, day.days() - row.stopped.days()));
      row.stopped = {};
    });
    add_deadline(cases, deadline_of(project, key.report, cases.conduct.returns.at(key)));
  }
}

}  // namespace

// ---- what other steps ask ----

Result<void> check_not_held(const Cases& cases, ProjectNumber project) {
  const auto it = cases.conduct.holds.lower_bound({project, HoldKind{}});
  if (it == cases.conduct.holds.end() || it->first.project != project) return check_permanence(cases, project);
  return fail(errors::project_held, {{"project", number_text(project.value)}, {"kind_ja", hold_word(it->first.kind, Language::ja)},
                                        {"kind_en", hold_word(it->first.kind, Language::en)}, {"from", it->second.from.to_string()}});
}

std::optional<Date> withdrawn_from(const Cases& cases, ProjectNumber project) {
  const WithdrawalRow* row = cases.conduct.withdrawals.find(project);
  return row == nullptr ? std::nullopt : std::optional(row->from);
}

Result<void> check_not_withdrawn(const Cases& cases, ProjectNumber project, const Period& period) {
  const auto from = withdrawn_from(cases, project);
  if (!from || period.last < *from) return {};
  return fail(errors::project_withdrawn, {{"project", number_text(project.value)}, {"from", from->to_string()}, {"period", period.to_string()},
                                             {"before", from->plus_days(-1).to_string()}});
}

const ReturnRow* open_return(const Cases& cases, ProjectNumber project, std::uint32_t report) {
  const ReturnRow* row = cases.conduct.returns.find({project, report, last_return(cases, project, report)});
  return row != nullptr && row->stage == ReturnStage::open ? row : nullptr;
}

Result<void> check_no_return(const Cases& cases, ProjectNumber project, std::uint32_t report) {
  const ReturnRow* row = open_return(cases, project, report);
  if (row == nullptr) return {};
  return fail(errors::return_open, {{"deadline", row->deadline.to_string()}});
}

Result<void> check_no_overdue(const Cases& cases, ProjectNumber project, Date day) {
  for (const auto& [number, row] : cases.conduct.obligations) {
    const bool overdue = row.project == project && !row.settled_by && row.due != Date{} && row.due < day;
    if (!overdue) continue;
    return fail(errors::obligation_overdue, {{"obligation", number_text(number)}, {"tonnes", number_text(row.tonnes)}, {"due", row.due.to_string()}});
  }
  return {};
}

void lapse_application(Cases& cases, ProjectNumber project, std::uint32_t report, const Act& act) {
  end_return(cases, project, report, ReturnStage::lapsed);
  if (report != 0) {
    cases.reports.update({project, report}, [&](ReportRow& row) {
      row.stage = ReportStage::verified;
      row.last_step_on = act.business_date;
    });
    return;
  }
  cases.projects.update(project, [&](ProjectRow& row) {
    row.stage = ProjectStage::validated;
    row.last_step_on = act.business_date;
  });
}

void replace_proponent(Cases& cases, OrganisationNumber from, OrganisationNumber to) {
  const auto replaced = [&](std::vector<OrganisationNumber>& proponents) {
    const bool there = std::ranges::find(proponents, to) != proponents.end();
    if (there) std::erase(proponents, from);
    else std::ranges::replace(proponents, from, to);
  };
  const auto named = [&](const PlanHead& head) { return std::ranges::find(head.proponents, from) != head.proponents.end(); };
  std::vector<PlanKey> plans;
  for (const auto& [key, row] : cases.plans) {
    if (named(row.head)) plans.push_back(key);
  }
  for (const PlanKey& key : plans) cases.plans.update(key, [&](PlanVersionRow& row) { replaced(row.head.proponents); });
  std::vector<ChangeKey> changes;
  for (const auto& [key, row] : cases.conduct.changes) {
    if (named(row.head)) changes.push_back(key);
  }
  for (const ChangeKey& key : changes) cases.conduct.changes.update(key, [&](ChangeRow& row) { replaced(row.head.proponents); });
}

std::uint64_t next_obligation(const Cases& cases) {
  const auto& rows = cases.conduct.obligations;
  return rows.empty() ? 1 : std::prev(rows.end())->first + 1;
}
void add_obligation(Cases& cases, std::uint64_t number, const ObligationRow& row) { cases.conduct.obligations.put(number, row); }

Result<const AppealRow*> find_open_appeal(const Cases& cases, ProjectNumber project, std::uint32_t appeal) {
  const AppealRow* row = cases.conduct.appeals.find({project, appeal});
  if (row == nullptr) return fail(errors::appeal_unknown, {{"project", number_text(project.value)}, {"appeal", number_text(appeal)}});
  if (row->decided.done) return fail(errors::appeal_decided, {{"appeal", number_text(appeal)}});
  return row;
}

// ---- deciding ----

Result<NoOutcome> decide(const Cases& cases, const ReturnForCorrection& c, const Act& act, const Relations&, const ProjectRules& rules) {
  SUMI_TRY(const Date last_step, find_application(cases, c.project, c.report));
  SUMI_CHECK(check_date(act, last_step));
  SUMI_CHECK(check_hash("document", c.document));
  if (c.ground.empty()) return fail(errors::ground_missing);
  SUMI_CHECK(check_not_held(cases, c.project));
  SUMI_CHECK(check_ground_key(c.ground, rules));
  SUMI_CHECK(check_no_return(cases, c.project, c.report));
  // The deadline is met by the day of the ledger, not by the act's own day.
  if (c.deadline <= act.time.date_in_japan()) {
    return fail(errors::return_deadline, {{"deadline", c.deadline.to_string()}, {"date", act.time.date_in_japan().to_string()}});
  }
  return NoOutcome{};
}

Result<NoOutcome> decide(const Cases& cases, const AnswerReturn& c, const Act& act, const Relations&, const ProjectRules&) {
  SUMI_TRY(const ProjectCase found, find_project(cases, c.project));
  if (c.report != 0 && cases.report(c.project, c.report) == nullptr) {
    return fail(errors::report_unknown, {{"project", number_text(c.project.value)}, {"report", number_text(c.report)}});
  }
  SUMI_CHECK(check_proponent(act, found.plan->head));
  const ReturnRow* row = open_return(cases, c.project, c.report);
  if (row != nullptr) SUMI_CHECK(check_date(act, row->returned.on));
  SUMI_CHECK(check_hash("document", c.document));
  SUMI_CHECK(check_not_held(cases, c.project));
  if (row == nullptr) return fail(errors::return_not_open);
  return NoOutcome{};
}

Result<NoOutcome> decide(const Cases& cases, const WithdrawProject& c, const Act& act, const Relations&, const ProjectRules& rules) {
  SUMI_TRY(const ProjectCase found, find_project(cases, c.project));
  SUMI_CHECK(need_stage(*found.row, {ProjectStage::drafted, ProjectStage::in_validation, ProjectStage::validated, ProjectStage::applied,
                                        ProjectStage::registered, ProjectStage::registration_refused, ProjectStage::not_validated}));
  SUMI_CHECK(check_proponent(act, found.plan->head));
  SUMI_CHECK(check_date(act, found.row->last_step_on));
  SUMI_CHECK(check_hash("document", c.document));
  if (c.ground.empty()) return fail(errors::ground_missing);
  SUMI_CHECK(check_not_held(cases, c.project));
  const auto last = last_certified_day(cases, c.project);
  if (last && c.from <= *last) return fail(errors::withdrawal_too_early, {{"from", c.from.to_string()}, {"last", last->to_string()}});
  return check_ground_key(c.ground, rules).map([] { return NoOutcome{}; });
}

Result<AppealLodged> decide(const Cases& cases, const Appeal& c, const Act& act, const Relations&, const ProjectRules& rules) {
  SUMI_TRY(const Refusal refusal, find_refusal(cases, c.project, c.report));
  SUMI_CHECK(check_proponent(act, cases.current_plan(c.project)->head));
  SUMI_CHECK(check_date(act, refusal.decided->on));
  SUMI_CHECK(check_hash("document", c.document));
  SUMI_CHECK(check_not_held(cases, c.project));
  const auto& rows = cases.conduct.appeals;
  for (auto it = rows.lower_bound({c.project, 0}); it != rows.end() && it->first.project == c.project; ++it) {
    const AppealRow& row = it->second;
    if (row.report == c.report && row.version == refusal.version && row.refused_in == refusal.round) return fail(errors::appeal_twice, {{"appeal", number_text(it->first.appeal)}});
  }
  if (rules.appeal_days) {
    const Date last = refusal.decided->on.plus_days(static_cast<std::int32_t>(*rules.appeal_days));
    if (act.business_date > last) {
      return fail(errors::appeal_late, {{"decided", refusal.decided->on.to_string()}, {"days", number_text(*rules.appeal_days)}, {"last", last.to_string()}});
    }
  }
  return AppealLodged{last_appeal(cases, c.project) + 1};
}

namespace {

// Who has had a hand in the case decides no appeal about it, who refused it among them.
Result<void> check_appeals_hands(const Cases& cases, ProjectNumber project, const AppealRow& appeal, const PlanVersionRow& plan, const Act& act, const Relations& relations) {
  OrganisationNumber verifier = plan.verifier;
  if (const ReportRow* report = cases.report(project, appeal.report)) verifier = report->verifier;
  SUMI_CHECK(check_unrelated(errors::decider_related, act.on_behalf_of, plan.head.proponents, relations));
  SUMI_CHECK(check_unrelated(errors::decider_related, act.on_behalf_of, {verifier}, relations));
  SUMI_CHECK(check_four_eyes(act, {{&plan.drafted, "計画書の作成", "drafting the plan"}, {&appeal.lodged, "不服の申立て", "lodging the appeal"}}));
  if (const ReportRow* report = cases.report(project, appeal.report)) {
    SUMI_CHECK(check_four_eyes(act, {{&report->submitted, "報告書の提出", "submitting the report"}, {&report->verified, "検証", "the verification"},
                                        {&report->applied, "認証の申請", "applying for certification"}, {&report->decided, "認証しない決定", "the refusal"}}));
  } else {
    SUMI_CHECK(check_four_eyes(act, {{&plan.submitted, "妥当性確認の申請", "submitting it for validation"}, {&plan.validated, "妥当性確認", "the validation"},
                                        {&plan.applied, "登録の申請", "applying for registration"}, {&plan.decided, "登録しない決定", "the refusal"}}));
  }
  SUMI_CHECK(check_independent(act, plan.head.proponents, relations));
  return check_independent(act, {verifier}, relations);
}

}  // namespace

Result<NoOutcome> decide(const Cases& cases, const DecideAppeal& c, const Act& act, const Relations& relations, const ProjectRules& rules) {
  SUMI_TRY(const ProjectCase found, find_project(cases, c.project));
  const AppealRow* appeal = cases.conduct.appeals.find({c.project, c.appeal});
  bool stale = false;
  if (appeal != nullptr && !appeal->decided.done) {
    SUMI_TRY(const Refusal refusal, find_refusal(cases, c.project, appeal->report));
    SUMI_CHECK(check_appeals_hands(cases, c.project, *appeal, *found.plan, act, relations));
    SUMI_CHECK(check_date(act, appeal->lodged.on));
    stale = appeal->version != refusal.version || appeal->refused_in != refusal.round;
  }
  SUMI_CHECK(check_committee(c.round, c.granted, c.ground));
  SUMI_CHECK(check_not_held(cases, c.project));
  SUMI_CHECK(check_ground_key(c.ground, rules));
  if (appeal != nullptr && !appeal->decided.done) SUMI_CHECK(check_docket(cases, {DocketKind::appeal, c.project, 0, c.appeal, 0}, c.round, act));
  SUMI_TRY([[maybe_unused]] const AppealRow* open, find_open_appeal(cases, c.project, c.appeal));
  // The case was refused anew since then: that refusal has its own days for an appeal.
  if (stale && c.granted) return fail(errors::appeal_overtaken, {{"appeal", number_text(c.appeal)}});
  return NoOutcome{};
}

Result<ObligationRecorded> decide(const Cases& cases, const RecordOverIssuance& c, const Act& act, const Relations&, const ProjectRules& rules) {
  SUMI_TRY([[maybe_unused]] const ProjectCase found, find_project(cases, c.project));
  SUMI_CHECK(check_hash("document", c.document));
  if (c.ground.empty()) return fail(errors::ground_missing);
  SUMI_CHECK(check_ground_key(c.ground, rules));
  const CertificationRow* certification = cases.certification(c.certification);
  const std::string number = number_text(c.certification.value);
  if (certification == nullptr) return fail(errors::certification_unknown, {{"certification", number}});
  if (certification->project != c.project) return fail(errors::certification_other, {{"certification", number}, {"project", number_text(c.project.value)}});
  std::uint64_t left = 0;
  for (const CertifiedLine& line : certification->lines) left += line.tonnes;
  left -= recorded_over_issuance(cases, c.certification);
  if (c.tonnes == 0 || c.tonnes > left) {
    return fail(errors::obligation_tonnes, {{"tonnes", number_text(c.tonnes)}, {"left", number_text(left)}, {"certification", number}});
  }
  if (c.due <= act.business_date) return fail(errors::obligation_due, {{"due", c.due.to_string()}, {"date", act.business_date.to_string()}});
  return ObligationRecorded{next_obligation(cases)};
}

Result<NoOutcome> decide(const Cases& cases, const HoldProject& c, const Act& act, const Relations&, const ProjectRules&) {
  SUMI_TRY([[maybe_unused]] const ProjectCase found, find_project(cases, c.project));
  SUMI_CHECK(check_hash("document", c.document));
  if (c.from > act.business_date) return fail(errors::day_in_future, {{"field", "from"}, {"day", c.from.to_string()}, {"date", act.business_date.to_string()}});
  const bool stands = cases.conduct.holds.find({c.project, c.kind}) != nullptr;
  if (c.set && stands) return fail(errors::hold_set);
  if (name_of(c.kind).empty()) return fail(errors::hold_kind_unknown, {{"kind", number_text(static_cast<unsigned>(c.kind))}});
  if (!c.set && !stands) return fail(errors::hold_missing);
  return NoOutcome{};
}

// ---- applying ----

void apply(Cases& cases, const ReturnForCorrection& c, const NoOutcome&, const Act& act) {
  ReturnRow row;
  row.ground = c.ground;
  row.deadline = c.deadline;
  row.document = c.document;
  row.returned = step_of(act);
  add_deadline(cases, deadline_of(c.project, c.report, row));
  cases.conduct.returns.put({c.project, c.report, last_return(cases, c.project, c.report) + 1}, std::move(row));
}

void apply(Cases& cases, const AnswerReturn& c, const NoOutcome&, const Act& act) {
  const ReturnKey key{c.project, c.report, last_return(cases, c.project, c.report)};
  end_return(cases, c.project, c.report, ReturnStage::answered);
  cases.conduct.returns.update(key, [&](ReturnRow& row) {
    row.answered = step_of(act);
    row.answer = c.document;
  });
}

void apply(Cases& cases, const WithdrawProject& c, const NoOutcome&, const Act& act) {
  const ProjectStage before = cases.projects.at(c.project).stage;
  cases.conduct.withdrawals.put(c.project, {c.ground, c.from, c.document, step_of(act), before});
  end_return(cases, c.project, 0, ReturnStage::dropped);
  cases.projects.update(c.project, [&](ProjectRow& row) {
    row.stage = ProjectStage::withdrawn;
    row.last_step_on = act.business_date;
  });
}

void apply(Cases& cases, const Appeal& c, const AppealLodged& outcome, const Act& act) {
  const PlanVersionRow* plan = cases.current_plan(c.project);
  const ReportRow* report = cases.report(c.project, c.report);
  AppealRow row;
  row.report = c.report;
  row.version = report == nullptr ? cases.projects.at(c.project).version : 0;
  row.refused_in = report == nullptr ? plan->round : report->round;
  row.document = c.document;
  row.lodged = step_of(act);
  cases.conduct.appeals.put({c.project, outcome.appeal}, std::move(row));
}

void apply(Cases& cases, const DecideAppeal& c, const NoOutcome&, const Act& act) {
  const AppealKey key{c.project, c.appeal};
  cases.conduct.appeals.update(key, [&](AppealRow& row) {
    row.decided = step_of(act);
    row.round = c.round;
    row.granted = c.granted;
    row.ground = c.ground;
  });
  mark_decided(cases, {DocketKind::appeal, c.project, 0, c.appeal, 0}, c.round, c.granted, act);
  if (!c.granted) return;
  const std::uint32_t report = cases.conduct.appeals.at(key).report;
  if (report == 0) {
    cases.projects.update(c.project, [&](ProjectRow& row) {
      row.stage = ProjectStage::applied;
      row.last_step_on = act.business_date;
    });
  } else {
    cases.reports.update({c.project, report}, [&](ReportRow& row) {
      row.stage = ReportStage::applied;
      row.last_step_on = act.business_date;
    });
  }
}

void apply(Cases& cases, const RecordOverIssuance& c, const ObligationRecorded& outcome, const Act& act) {
  add_obligation(cases, outcome.obligation, {ObligationCause::over_issuance, c.project, c.certification, c.tonnes, c.due, {}, act.business_date});
}

void apply(Cases& cases, const HoldProject& c, const NoOutcome&, const Act& act) {
  const HoldKey key{c.project, c.kind};
  // The ledger's day, as for the deadline itself.
  const Date day = act.time.date_in_japan();
  if (c.set) {
    if (!held(cases, c.project)) stop_returns(cases, c.project, day);
    cases.conduct.holds.put(key, {c.from, c.document, step_of(act)});
    return;
  }
  cases.conduct.holds.erase(key);
  if (!held(cases, c.project)) go_on_with_returns(cases, c.project, day);
}

}  // namespace sumi::project
