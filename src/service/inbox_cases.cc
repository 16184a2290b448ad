// What waits in the cases: from the plan to the issue, and what goes on beside it.
#include <algorithm>

#include "project/due.h"
#include "project/names.h"
#include "service/inbox_parts.h"
#include "wire/tree_codec.h"

namespace sumi::service {

namespace {

using project::ChangeStage;
using project::DocketKind;
using project::FindingStage;
using project::ProjectStage;
using project::ReportStage;
using scheme::Role;

std::string page_of(ProjectNumber number) { return "/projects/" + std::to_string(number.value); }
Role doer(const project::PlanVersionRow& plan) { return plan.head.type == project::ProjectType::programme ? Role::programme_operator : Role::proponent; }
void to_proponents(Task& task, const project::PlanVersionRow& plan) {
  task.role = doer(plan);
  task.organisations = plan.head.proponents;
}

}  // namespace

void TaskCollector::note_docket() {
  rounds_ = !cases_.conduct.rounds.empty();
  const auto& docket = cases_.conduct.docket;
  for (const auto& [round, row] : cases_.conduct.rounds) {
    if (!row.open) continue;
    for (auto it = docket.lower_bound({round, 0}); it != docket.end() && it->first.round == round; ++it) {
      const auto& d = it->second;
      if (!d.decided) docket_[{d.kind, d.project.value, d.report, d.change, d.proposal}] = {it->first, &d};
    }
  }
}

void TaskCollector::decision(TaskKind kind, SubjectKind what, DocketKind docket, ProjectNumber project, std::uint32_t report, std::uint32_t number, std::uint32_t proposal, Date since,
                             const char* command, std::string about, std::string page) {
  const auto found = docket_.find({docket, project.value, report, number, proposal});
  const bool on_docket = found != docket_.end();
  const bool to_committee = !rounds_ || on_docket;  // a store that keeps no rounds decides without a docket
  const bool round_open = std::any_of(cases_.conduct.rounds.begin(), cases_.conduct.rounds.end(), [](const auto& r) { return r.second.open; });
  const std::uint64_t subject_number = std::uint64_t{report} + number + proposal;  // one of them at most
  Task& t = add(to_committee ? kind : TaskKind::docket, what, project, subject_number, since, to_committee ? command : round_open ? "PutOnDocket" : "OpenRound");
  if (!to_committee) t.key += "/" + wire::word_of(docket);
  t.role = to_committee ? Role::committee : Role::secretariat;
  t.about = std::move(about);
  t.page = std::move(page);
  if (!to_committee && round_open) t.commands.emplace_back("OpenRound");
  if (!to_committee && (docket == DocketKind::registration || docket == DocketKind::certification)) t.commands.emplace_back("ReturnForCorrection");
  if (!on_docket) return;
  const auto& round = cases_.conduct.rounds.at(found->second.key.round);
  t.page = "/rounds/" + std::to_string(found->second.key.round);
  t.due = round.held_on;
  t.only = round.members;
  for (const auto& recused : found->second.row->recused) t.except.push_back(recused.person);
}

Task& TaskCollector::of_project(TaskKind kind, SubjectKind subject, ProjectNumber number, std::uint64_t of, Date since, const char* command) {
  Task& t = add(kind, subject, number, of, since, command);
  const auto* plan = cases_.current_plan(number);
  if (plan != nullptr) t.about = plan->head.title;
  t.page = page_of(number);
  return t;
}

void TaskCollector::cases() {
  for (const auto& [number, row] : cases_.projects) project(number);
}

namespace {

// What nobody may do while the project is held or a forest's yearly report is missing (project::check_not_held); a verifier's and a register's work goes on.
bool stands_still(TaskKind kind) {
  switch (kind) {
    case TaskKind::plan_to_submit:
    case TaskKind::plan_to_revise:
    case TaskKind::finding_to_answer:
    case TaskKind::registration_application:
    case TaskKind::return_to_answer:
    case TaskKind::registration_decision:
    case TaskKind::report_next:
    case TaskKind::report_again:
    case TaskKind::certification_application:
    case TaskKind::certification_decision:
    case TaskKind::issue:
    case TaskKind::change_decision:
    case TaskKind::appeal_decision: return true;
    default: return false;
  }
}

}  // namespace

void TaskCollector::project(ProjectNumber number) {
  const std::size_t before = tasks_.size();
  const auto* row = cases_.project(number);
  const auto* plan = row == nullptr ? nullptr : cases_.current_plan(number);
  if (plan == nullptr) return;
  remedies(number, *plan);
  const auto& holds = cases_.conduct.holds;
  const auto held = holds.lower_bound({number, project::HoldKind{}});
  const bool is_held = held != holds.end() && held->first.project == number;
  if (is_held) {
    Task& t = of_project(TaskKind::hold, SubjectKind::project, number, 0, held->second.from, "HoldProject");
    t.role = Role::secretariat;
  }
  forest(number, *row, *plan);
  const auto& missed = cases_.permanence.missed;
  const auto first_missed = missed.lower_bound({number, 0});
  const bool is_missing = first_missed != missed.end() && first_missed->first.project == number;
  this->plan(number, *row, *plan);
  for (auto it = cases_.reports.lower_bound({number, 0}); it != cases_.reports.end() && it->first.project == number; ++it) report(number, it->first.report, it->second, *plan);
  changes(number, *plan);
  findings(number, *plan);
  appeals(number);
  members(number);
  support(number, *row, *plan);
  if (!is_held && !is_missing) return;
  tasks_.erase(std::remove_if(tasks_.begin() + static_cast<std::ptrdiff_t>(before), tasks_.end(), [](const Task& t) { return stands_still(t.kind); }), tasks_.end());
}

// A verifier's task: that of the body that was chosen, or, where the state does not say, of whoever declared itself free of conflict, else of any that is no party.
void TaskCollector::review(Task& task, const project::ReviewKey& key, OrganisationNumber verifier, const std::vector<OrganisationNumber>& parties) {
  task.role = Role::verifier;
  task.parties = parties;
  if (verifier) task.organisations = {verifier};
  const auto& interests = cases_.conduct.interests;
  for (auto it = interests.lower_bound({key, {}}); !verifier && it != interests.end() && it->first.review == key; ++it) {
    if (it->second.free_of_conflict) task.organisations.push_back(it->first.verifier);
  }
  if (verifier && !cases_.conduct.accreditations.empty() && interests.find({key, verifier}) == nullptr) task.commands.emplace_back("DeclareInterests");
  if (!verifier && task.organisations.empty() && !cases_.conduct.accreditations.empty()) task.commands.emplace_back("DeclareInterests");
  task.commands.emplace_back("RaiseFinding");
}

void TaskCollector::application(ProjectNumber number, std::uint32_t report, Date since, const project::PlanVersionRow& plan) {
  if (const auto* open = project::open_return(cases_, number, report)) {
    Task& t = of_project(TaskKind::return_to_answer, report == 0 ? SubjectKind::project : SubjectKind::report, number, report, open->returned.on, "AnswerReturn");
    to_proponents(t, plan);
    t.due = open->deadline;
    t.deadline = true;
    return;
  }
  const auto page = report == 0 ? page_of(number) : page_of(number) + "/reports/" + std::to_string(report);
  if (report == 0) decision(TaskKind::registration_decision, SubjectKind::project, DocketKind::registration, number, 0, 0, 0, since, "DecideRegistration", plan.head.title, page);
  else decision(TaskKind::certification_decision, SubjectKind::report, DocketKind::certification, number, report, 0, 0, since, "DecideCertification", plan.head.title, page);
}

void TaskCollector::plan(ProjectNumber number, const project::ProjectRow& row, const project::PlanVersionRow& plan) {
  const auto proponents = [&](TaskKind kind, Date since, const char* command) -> Task& {
    Task& t = of_project(kind, SubjectKind::project, number, 0, since, command);
    to_proponents(t, plan);
    return t;
  };
  switch (row.stage) {
    case ProjectStage::drafted: proponents(TaskKind::plan_to_submit, plan.drafted.on, "SubmitForValidation").commands.emplace_back("RevisePlan"); break;
    case ProjectStage::in_validation: {
      Task& t = of_project(TaskKind::validation, SubjectKind::project, number, 0, plan.submitted.on, "RecordValidation");
      review(t, {number, 0, 0}, plan.verifier, plan.head.proponents);
      break;
    }
    case ProjectStage::validated: proponents(TaskKind::registration_application, plan.validated.on, "ApplyForRegistration").commands.emplace_back("RevisePlan"); break;
    case ProjectStage::applied: application(number, 0, plan.applied.on, plan); break;
    case ProjectStage::registered: registered(number, plan); break;
    case ProjectStage::registration_refused: proponents(TaskKind::plan_to_revise, plan.decided.on, "RevisePlan").commands.emplace_back("Appeal"); break;
    case ProjectStage::not_validated: proponents(TaskKind::plan_to_revise, plan.validated.on, "RevisePlan"); break;
    case ProjectStage::withdrawn:
      if (row.official_number != 0) registered(number, plan);  // what was reduced before may still be reported
      break;
  }
}

// The next report, as long as days of the crediting period are not in one that stands.
void TaskCollector::registered(ProjectNumber number, const project::PlanVersionRow& plan) {
  const Period& period = plan.head.crediting_period;
  Date from = period.first;
  for (auto it = cases_.reports.lower_bound({number, 0}); it != cases_.reports.end() && it->first.project == number; ++it) {
    const bool stands = it->second.stage != ReportStage::not_verified && it->second.stage != ReportStage::certification_refused;
    if (stands && it->second.period.last >= from) from = it->second.period.last.plus_days(1);
  }
  const bool brought_in = state_.opened_projects().find(number) != nullptr;  // its reports lie with the registry before
  const auto withdrawn = project::withdrawn_from(cases_, number);
  const Date last = withdrawn ? std::min(period.last, withdrawn->plus_days(-1)) : period.last;
  if (from > last || (brought_in && last < today_)) return;
  const Date since = plan.decided.done ? std::max(plan.decided.on, from) : from;
  Task& t = of_project(TaskKind::report_next, SubjectKind::project, number, 0, since, "SubmitReport");
  to_proponents(t, plan);
}

void TaskCollector::report(ProjectNumber number, std::uint32_t report, const project::ReportRow& row, const project::PlanVersionRow& plan) {
  const auto task = [&](TaskKind kind, Date since, const char* command) -> Task& {
    Task& t = of_project(kind, SubjectKind::report, number, report, since, command);
    t.page += "/reports/" + std::to_string(report);
    return t;
  };
  switch (row.stage) {
    case ReportStage::submitted: review(task(TaskKind::verification, row.submitted.on, "RecordVerification"), {number, report, 0}, row.verifier, plan.head.proponents); break;
    case ReportStage::verified: to_proponents(task(TaskKind::certification_application, row.verified.on, "ApplyForCertification"), plan); break;
    case ReportStage::applied: application(number, report, row.applied.on, plan); break;
    case ReportStage::certified: {
      const bool terms = !project::is_forest(plan.head) || cases_.permanence.forests.find(number) != nullptr;
      if (terms) task(TaskKind::issue, row.decided.on, "Issue").role = Role::secretariat;
      break;  // else the forest's terms wait
    }
    case ReportStage::certification_refused:
    case ReportStage::not_verified: {
      // Until a report that stands covers these days.
      for (auto it = cases_.reports.lower_bound({number, 0}); it != cases_.reports.end() && it->first.project == number; ++it) {
        const bool stands = it->second.stage != ReportStage::not_verified && it->second.stage != ReportStage::certification_refused;
        if ((stands || it->first.report > report) && it->second.period.overlaps(row.period)) return;
      }
      if (cases_.project(number)->stage == ProjectStage::withdrawn) return;
      const bool refused = row.stage == ReportStage::certification_refused;
      Task& t = task(TaskKind::report_again, refused ? row.decided.on : row.verified.on, "SubmitReport");
      to_proponents(t, plan);
      if (refused) t.commands.emplace_back("Appeal");
      break;
    }
    case ReportStage::issued: break;
  }
}

void TaskCollector::changes(ProjectNumber number, const project::PlanVersionRow& plan) {
  if (cases_.project(number)->stage != ProjectStage::registered) return;
  const auto& rows = cases_.conduct.changes;
  for (auto it = rows.lower_bound({number, 0}); it != rows.end() && it->first.project == number; ++it) {
    const auto& row = it->second;
    const auto page = page_of(number) + "/changes/" + std::to_string(it->first.change);
    if (row.stage == ChangeStage::proposed && row.needs_validation) {
      Task& t = of_project(TaskKind::change_validation, SubjectKind::change, number, it->first.change, row.proposed.on, "ValidateChange");
      t.page = page;
      auto parties = plan.head.proponents;
      parties.insert(parties.end(), row.head.proponents.begin(), row.head.proponents.end());
      review(t, {number, 0, it->first.change}, row.verifier, parties);
    } else if (row.stage == ChangeStage::validated || row.stage == ChangeStage::proposed) {
      const auto docket = row.kind == project::ChangeKind::extension ? DocketKind::extension : DocketKind::change;
      const Date since = row.needs_validation ? row.validated.on : row.proposed.on;
      decision(TaskKind::change_decision, SubjectKind::change, docket, number, 0, it->first.change, 0, since, "DecideChange", plan.head.title, page);
    }
  }
}

// Whether what the finding is about is still being looked at.
bool TaskCollector::review_open(ProjectNumber number, const project::FindingRow& row) const {
  if (row.report != 0) {
    const auto* report = cases_.report(number, row.report);
    return report != nullptr && report->stage == ReportStage::submitted;
  }
  if (row.change != 0) {
    const auto* change = cases_.conduct.changes.find({number, row.change});
    return change != nullptr && change->stage == ChangeStage::proposed;
  }
  return cases_.project(number)->stage == ProjectStage::in_validation;
}

void TaskCollector::findings(ProjectNumber number, const project::PlanVersionRow& plan) {
  const auto& rows = cases_.conduct.findings;
  for (auto it = rows.lower_bound({number, 0}); it != rows.end() && it->first.project == number; ++it) {
    const auto& row = it->second;
    if (row.stage == FindingStage::settled || row.remarks.empty() || !review_open(number, row)) continue;
    // An observation asks for nothing: the verifier closes it as it is.
    const bool answered = row.stage == FindingStage::answered || row.kind == project::FindingKind::observation;
    const bool of_plan = row.report == 0 && row.change == 0;
    Task& t = of_project(answered ? TaskKind::finding_to_close : TaskKind::finding_to_answer, SubjectKind::finding, number, it->first.finding, row.remarks.back().step.on,
                         answered ? "CloseFinding" : "AnswerFinding");
    t.page += "/findings/" + std::to_string(it->first.finding);
    if (answered) {
      t.role = Role::verifier;
      t.organisations = {row.verifier};
      // A plan that went to another verifier takes its findings along.
      if (of_plan && plan.verifier && plan.verifier != row.verifier) t.organisations.push_back(plan.verifier);
    } else {
      to_proponents(t, plan);
      if (of_plan) t.commands.emplace_back("RevisePlan");
    }
  }
}

void TaskCollector::appeals(ProjectNumber number) {
  const auto& rows = cases_.conduct.appeals;
  for (auto it = rows.lower_bound({number, 0}); it != rows.end() && it->first.project == number; ++it) {
    if (it->second.decided.done) continue;
    decision(TaskKind::appeal_decision, SubjectKind::appeal, DocketKind::appeal, number, 0, it->first.appeal, 0, it->second.lodged.on, "DecideAppeal", cases_.current_plan(number)->head.title,
             page_of(number) + "/appeals/" + std::to_string(it->first.appeal));
  }
}

void TaskCollector::members(ProjectNumber number) {
  for (const auto match : project::open_matches(cases_, number)) {
    // Since when is not kept with the match: the later of the two members was admitted that day.
    const auto& m = cases_.members.matches.at({number, match}).match;
    const auto* member = cases_.members.rows.find({number, m.member});
    Task& t = of_project(TaskKind::match_decision, SubjectKind::member_match, number, match, member == nullptr ? today_ : member->admitted_on, "DecideMatch");
    t.role = Role::secretariat;
    t.page += "/members/matches/" + std::to_string(match);
  }
  const auto& lists = cases_.members.lists;
  for (auto it = lists.lower_bound({number, 0}); it != lists.end() && it->first.project == number; ++it) {
    if (it->second.drawn) continue;
    Task& t = of_project(TaskKind::sample_to_draw, SubjectKind::sample, number, it->first.list, it->second.on, "DrawSample");
    const bool own = std::ranges::find(cases_.current_plan(number)->head.proponents, it->second.organisation) != cases_.current_plan(number)->head.proponents.end();
    t.role = own ? Role::programme_operator : Role::verifier;
    t.organisations = {it->second.organisation};
    t.page += "/members/samples/" + std::to_string(it->first.list);
  }
}

void TaskCollector::support(ProjectNumber number, const project::ProjectRow& row, const project::PlanVersionRow& plan) {
  const auto& helps = cases_.support.helps;
  for (auto it = helps.lower_bound({number, project::SupportKind{}}); it != helps.end() && it->first.project == number; ++it) {
    if (it->second.decided) continue;
    Task& t = of_project(TaskKind::support_decision, SubjectKind::support, number, static_cast<std::uint64_t>(it->first.kind), it->second.applied_on, "DecideSupport");
    t.role = Role::secretariat;
    t.page += "/support";
  }
  // Registered and never certified: by the day that the last follow-up named, else by the lead time.
  if (row.stage != ProjectStage::registered || !plan.decided.done) return;
  for (auto it = cases_.reports.lower_bound({number, 0}); it != cases_.reports.end() && it->first.project == number; ++it) {
    if (it->second.certification) return;
  }
  const auto count = project::follow_up_count(cases_, number);
  const auto* last = count == 0 ? nullptr : cases_.support.follow_ups.find({number, count});
  const auto lead = leads_.find(TaskKind::follow_up);
  if (last == nullptr && lead == leads_.end()) return;
  const Date since = last != nullptr ? last->recorded_on : plan.decided.on;
  const Date due = last != nullptr ? last->next_on : since.plus_days(lead->second);
  if (due > today_) return;
  Task& t = of_project(TaskKind::follow_up, SubjectKind::project, number, 0, since, "RecordFollowUp");
  t.role = Role::secretariat;
  t.due = due;
}

void TaskCollector::forest(ProjectNumber number, const project::ProjectRow& row, const project::PlanVersionRow& plan) {
  if (project::is_forest(plan.head) && cases_.permanence.forests.find(number) == nullptr && row.stage != ProjectStage::withdrawn) {
    const Date since = plan.validated.done ? plan.validated.on : plan.drafted.on;
    to_proponents(of_project(TaskKind::forest_terms, SubjectKind::project, number, 0, since, "SetForestTerms"), plan);
  }
  if (row.official_number == 0) return;
  for (const auto& year : project::permanence_years(cases_, number)) {
    if (year.reported || today_ <= year.period.last) continue;
    Task& t = of_project(TaskKind::permanence_report, SubjectKind::project, number, year.year, year.period.last.plus_days(1), "ReportPermanence");
    to_proponents(t, plan);
    t.due = year.last_day;
    t.deadline = true;
  }
}

// A confirmed cancellation by one of them since then, large enough. Requests are numbered in their order, and each is confirmed within limits::retirement_request_keep_ms.
bool TaskCollector::fulfilled(const project::ObligationRow& row, const std::vector<OrganisationNumber>& by) const {
  const auto& retirements = state_.registry().retirements();
  const Date from = row.recorded_on.plus_days(-static_cast<std::int32_t>(limits::retirement_request_keep_ms / 86'400'000) - 1);
  for (auto it = retirements.end(); it != retirements.begin();) {
    --it;
    const auto& r = it->second;
    if (r.requested_at.date_in_japan() < from && r.requested_at.ms != 0) return false;
    if (r.status != registry::RetirementStatus::confirmed || r.end_use != registry::EndUse::cancellation || r.decided < row.recorded_on || r.amount() < row.tonnes) continue;
    if (std::ranges::find(by, state_.registry().accounts().at(r.account).organisation) != by.end()) return true;
  }
  return false;
}

void TaskCollector::remedies(ProjectNumber number, const project::PlanVersionRow& plan) {
  for (const auto& [obligation, row] : cases_.conduct.obligations) {
    if (row.project != number || row.settled_by) continue;
    const bool done = fulfilled(row, plan.head.proponents);
    Task& t = of_project(done ? TaskKind::obligation_to_settle : TaskKind::obligation_to_fulfil, SubjectKind::obligation, number, obligation, row.recorded_on,
                         done ? "SettleObligation" : "ApplyRetirement");
    t.role = done ? Role::secretariat : Role::account_manager;
    if (!done) t.organisations = plan.head.proponents;
    if (row.due != Date()) t.due = row.due, t.deadline = true;
    t.page += "/obligations/" + std::to_string(obligation);
  }
  const auto& reversals = cases_.permanence.reversals;
  for (auto it = reversals.lower_bound({number, 0}); it != reversals.end() && it->first.project == number; ++it) {
    const auto& row = it->second;
    const auto page = page_of(number) + "/reversals/" + std::to_string(it->first.reversal);
    if (row.from_buffer != 0 && !row.drawn) {
      Task& t = of_project(TaskKind::buffer_draw, SubjectKind::reversal, number, it->first.reversal, row.recorded_on, "DrawBuffer");
      t.role = Role::secretariat;
      t.page = page;
    }
    // What the buffer cannot cover nobody owes: it stands in `sumi project due`, and is nobody's task.
  }
  for (const auto& item : due_) {
    if (item.kind != project::DueKind::reversal_record || item.project != number) continue;
    Task& t = of_project(TaskKind::reversal_to_record, SubjectKind::project, number, item.number, item.from.value_or(today_), "RecordReversal");
    to_proponents(t, plan);
  }
}

}  // namespace sumi::service
