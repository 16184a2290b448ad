// Deciding. Every function refuses in the order of the room's numbered list and changes nothing.
#include <algorithm>
#include <array>

#include "project/cases_check.h"
#include "project/errors.h"
#include "project/names.h"

namespace sumi::project {

namespace {

constexpr std::array<std::string_view, 11> rule_names{"R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11"};

Result<void> check_answers(const std::vector<RuleAnswer>& answers) {
  for (const std::string_view rule : rule_names) {
    const auto n = std::ranges::count_if(answers, [&](const RuleAnswer& a) { return a.rule == rule; });
    if (n != 1) return fail(errors::answers_incomplete, {{"rule", std::string(rule)}, {"count", std::to_string(n)}});
  }
  for (const RuleAnswer& a : answers) {
    const bool known = std::ranges::find(rule_names, a.rule) != rule_names.end() && !name_of(a.answer).empty();
    if (!known) return fail(errors::answers_incomplete, {{"rule", a.rule}, {"count", "?"}});
  }
  for (const RuleAnswer& a : answers) {
    if (a.answer == Answer::not_met) return fail(errors::rule_not_met, {{"rule", a.rule}});
  }
  for (const RuleAnswer& a : answers) {
    const bool open = a.answer == Answer::not_yet_knowable || a.answer == Answer::no_rule_data;
    // R7 is what the state knows itself: the plan is validated here. R10 is for the committee to judge where the criterion's text is missing.
    const bool bearable = a.rule == "R7" || (a.rule == "R10" && a.answer == Answer::no_rule_data);
    if (open && !bearable) {
      return fail(errors::rule_open, {{"rule", a.rule}, {"answer_ja", std::string(title_of(a.answer, Language::ja))},
                                         {"answer_en", std::string(title_of(a.answer, Language::en))}});
    }
  }
  return {};
}

// A change that touches the calculation cuts the reports at its first day: each is wholly under one version.
Result<void> check_one_version(const Cases& cases, ProjectNumber project, const Period& period) {
  for (auto it = cases.plans.lower_bound({project, 0}); it != cases.plans.end() && it->first.project == project; ++it) {
    const PlanVersionRow& row = it->second;
    if (!row.approved || !row.cuts_period || row.in_force_from <= period.first || period.last < row.in_force_from) continue;
    return fail(errors::period_straddles, {{"period", period.to_string()}, {"version", number_text(it->first.version)}, {"date", row.in_force_from.to_string()},
                                              {"before", row.in_force_from.plus_days(-1).to_string()}});
  }
  return {};
}

}  // namespace

Result<ProjectDrafted> decide(const Cases& cases, const DraftProject& c, const Act& act, const Relations& relations) {
  SUMI_CHECK(check_exists(relations, c.head.proponents));
  if (!c.head.proponents.empty()) SUMI_CHECK(check_proponent(act, c.head));
  SUMI_CHECK(check_head(c.head));
  const std::uint64_t* last = cases.counters.find(Counter::project);
  return ProjectDrafted{ProjectNumber{last == nullptr ? 1 : *last + 1}};
}

Result<NoOutcome> decide(const Cases& cases, const RevisePlan& c, const Act& act, const Relations& relations) {
  SUMI_TRY(const ProjectCase found, find_project(cases, c.project));
  // A plan that lies before the committee stands still; one that is registered is changed by another procedure (計画変更).
  SUMI_CHECK(need_stage(*found.row, {ProjectStage::drafted, ProjectStage::in_validation, ProjectStage::validated, ProjectStage::not_validated,
                                        ProjectStage::registration_refused}));
  SUMI_CHECK(check_exists(relations, c.head.proponents));
  SUMI_CHECK(check_proponent(act, found.plan->head));
  SUMI_CHECK(check_date(act, found.row->last_step_on));
  if (!name_of(c.head.type).empty() && c.head.type != found.row->type) return fail(errors::type_changed);
  SUMI_CHECK(check_head(c.head));
  if (c.head.plan == found.plan->head.plan) return fail(errors::plan_unchanged);
  SUMI_CHECK(check_not_held(cases, c.project));
  return NoOutcome{};
}

Result<NoOutcome> decide(const Cases& cases, const SubmitForValidation& c, const Act& act, const Relations& relations) {
  SUMI_TRY(const ProjectCase found, find_project(cases, c.project));
  SUMI_CHECK(need_stage(*found.row, {ProjectStage::drafted}));
  SUMI_CHECK(check_exists(relations, {c.verifier}));
  SUMI_CHECK(check_proponent(act, found.plan->head));
  SUMI_CHECK(check_unrelated(errors::verifier_related, c.verifier, found.plan->head.proponents, relations));
  SUMI_CHECK(check_date(act, found.row->last_step_on));
  SUMI_CHECK(check_not_held(cases, c.project));
  return NoOutcome{};
}

Result<NoOutcome> decide(const Cases& cases, const RecordValidation& c, const Act& act, const Relations& relations, const ProjectRules& rules) {
  SUMI_TRY(const ProjectCase found, find_project(cases, c.project));
  SUMI_CHECK(need_stage(*found.row, {ProjectStage::in_validation}));
  const PlanVersionRow& plan = *found.plan;
  if (act.on_behalf_of != plan.verifier) {
    return fail(errors::not_the_verifier, {{"organisation", number_text(act.on_behalf_of.value)}, {"verifier", number_text(plan.verifier.value)}});
  }
  // Asked again: two companies may have become one since the verifier was chosen.
  SUMI_CHECK(check_unrelated(errors::verifier_related, plan.verifier, plan.head.proponents, relations));
  SUMI_CHECK(check_four_eyes(act, {{&plan.drafted, "計画書の作成", "drafting the plan"}, {&plan.submitted, "妥当性確認の申請", "submitting it for validation"}}));
  SUMI_CHECK(check_independent(act, plan.head.proponents, relations));
  SUMI_CHECK(check_date(act, found.row->last_step_on));
  SUMI_CHECK(check_hash("statement", c.statement));
  if (c.plan != plan.head.plan) return fail(errors::plan_not_current, {{"given", c.plan.to_hex()}, {"current", plan.head.plan.to_hex()}});
  const ReviewKey review{c.project, 0, 0};
  SUMI_CHECK(check_verifier(cases, review, plan.verifier, plan.head.methodologies, act, rules));
  if (c.positive) SUMI_CHECK(check_findings_settled(cases, review));
  return NoOutcome{};
}

Result<NoOutcome> decide(const Cases& cases, const ApplyForRegistration& c, const Act& act, const Relations&) {
  SUMI_TRY(const ProjectCase found, find_project(cases, c.project));
  SUMI_CHECK(need_stage(*found.row, {ProjectStage::validated}));
  SUMI_CHECK(check_proponent(act, found.plan->head));
  SUMI_CHECK(check_date(act, found.row->last_step_on));
  SUMI_CHECK(check_answers(c.answers));
  SUMI_CHECK(check_not_held(cases, c.project));
  return NoOutcome{};
}

Result<RegistrationDecided> decide(const Cases& cases, const DecideRegistration& c, const Act& act, const Relations& relations) {
  SUMI_TRY(const ProjectCase found, find_project(cases, c.project));
  SUMI_CHECK(need_stage(*found.row, {ProjectStage::applied}));
  const PlanVersionRow& plan = *found.plan;
  // The verifier may have become one with a proponent since it validated: then no third party has.
  if (c.approved) SUMI_CHECK(check_unrelated(errors::verifier_related, plan.verifier, plan.head.proponents, relations));
  SUMI_CHECK(check_unrelated(errors::decider_related, act.on_behalf_of, plan.head.proponents, relations));
  SUMI_CHECK(check_unrelated(errors::decider_related, act.on_behalf_of, {plan.verifier}, relations));
  SUMI_CHECK(check_four_eyes(act, {{&plan.drafted, "計画書の作成", "drafting the plan"}, {&plan.submitted, "妥当性確認の申請", "submitting it for validation"},
                                      {&plan.validated, "妥当性確認", "the validation"}, {&plan.applied, "登録の申請", "applying for registration"}}));
  SUMI_CHECK(check_independent(act, plan.head.proponents, relations));
  SUMI_CHECK(check_independent(act, {plan.verifier}, relations));
  SUMI_CHECK(check_date(act, found.row->last_step_on));
  SUMI_CHECK(check_texts({{"ground", c.ground, false}}));
  SUMI_CHECK(check_committee(c.round, c.approved, c.ground));
  SUMI_CHECK(check_not_held(cases, c.project));
  SUMI_CHECK(check_docket(cases, {DocketKind::registration, c.project, 0, 0, 0}, c.round, act));
  SUMI_CHECK(check_no_return(cases, c.project, 0));
  if (!c.approved) return RegistrationDecided{};
  const Counter series = found.row->type == ProjectType::normal ? Counter::official_normal : Counter::official_programme;
  const std::uint64_t* last = cases.counters.find(series);
  return RegistrationDecided{last == nullptr ? 1 : *last + 1};
}

Result<ReportSubmitted> decide(const Cases& cases, const SubmitReport& c, const Act& act, const Relations&) {
  SUMI_TRY(const ProjectCase found, find_project(cases, c.project));
  SUMI_CHECK(need_stage(*found.row, {ProjectStage::registered, ProjectStage::withdrawn}));
  // Who may act is told by the plan of today; what is calculated, by the plan that was in force.
  SUMI_CHECK(check_proponent(act, found.plan->head));
  const PlanVersionRow* in_force = cases.plan_on(c.project, c.period.last);
  if (in_force == nullptr) return need_stage(*found.row, {ProjectStage::registered}).map([] { return ReportSubmitted{}; });  // withdrawn before it was registered
  const PlanHead& head = in_force->head;
  SUMI_CHECK(check_date(act, found.row->last_step_on));
  SUMI_CHECK(check_hash("data_set", c.data_set));
  SUMI_CHECK(check_hash("trace", c.trace));
  if (c.plan != head.plan) return fail(errors::plan_not_registered, {{"given", c.plan.to_hex()}, {"registered", head.plan.to_hex()}});
  if (c.period.last < c.period.first) return fail(errors::period_order, {{"period", c.period.to_string()}});
  if (!head.crediting_period.contains(c.period)) {
    return fail(errors::period_outside, {{"period", c.period.to_string()}, {"crediting_period", head.crediting_period.to_string()}});
  }
  if (act.business_date <= c.period.last) {
    return fail(errors::period_not_over, {{"period", c.period.to_string()}, {"date", act.business_date.to_string()},
                                             {"from", c.period.last.plus_days(1).to_string()}});
  }
  SUMI_CHECK(check_no_overlap(cases, c.project, c.period));
  SUMI_CHECK(check_lines(c, head));
  SUMI_CHECK(check_not_held(cases, c.project));
  SUMI_CHECK(check_not_withdrawn(cases, c.project, c.period));
  SUMI_CHECK(check_one_version(cases, c.project, c.period));
  return ReportSubmitted{found.row->reports + 1};
}

Result<NoOutcome> decide(const Cases& cases, const RecordVerification& c, const Act& act, const Relations& relations, const ProjectRules& rules) {
  SUMI_TRY(const ReportCase found, find_report(cases, c.project, c.report, ReportStage::submitted));
  const PlanVersionRow& plan = *found.project.plan;
  SUMI_CHECK(check_exists(relations, {c.verifier}));
  if (act.on_behalf_of != c.verifier) {
    return fail(errors::not_the_verifier, {{"organisation", number_text(act.on_behalf_of.value)}, {"verifier", number_text(c.verifier.value)}});
  }
  SUMI_CHECK(check_unrelated(errors::verifier_related, c.verifier, plan.head.proponents, relations));
  SUMI_CHECK(check_four_eyes(act, {{&plan.drafted, "計画書の作成", "drafting the plan"}, {&found.row->submitted, "報告書の提出", "submitting the report"}}));
  SUMI_CHECK(check_independent(act, plan.head.proponents, relations));
  SUMI_CHECK(check_date(act, found.row->last_step_on));
  SUMI_CHECK(check_hash("statement", c.statement));
  // A verifier who does not agree need not have reached a trace, and may say so.
  if (c.positive && c.trace != found.row->trace) {
    return fail(errors::trace_not_equal, {{"given", c.trace.to_hex()}, {"report", found.row->trace.to_hex()}});
  }
  const ReviewKey review{c.project, c.report, 0};
  SUMI_CHECK(check_verifier(cases, review, c.verifier, cases.plan_of_report(c.project, c.report)->head.methodologies, act, rules));
  if (c.positive) SUMI_CHECK(check_findings_settled(cases, review));
  return NoOutcome{};
}

Result<NoOutcome> decide(const Cases& cases, const ApplyForCertification& c, const Act& act, const Relations&) {
  SUMI_TRY(const ReportCase found, find_report(cases, c.project, c.report, ReportStage::verified));
  SUMI_CHECK(check_proponent(act, found.project.plan->head));
  SUMI_CHECK(check_date(act, found.row->last_step_on));
  SUMI_CHECK(check_texts({{"programme_code", c.programme_code}, {"credit_type", c.credit_type}}));
  SUMI_CHECK(check_no_overlap(cases, c.project, found.row->period));
  if (std::ranges::all_of(found.row->lines, [](const ReductionLine& line) { return line.er == 0; })) return fail(errors::nothing_to_certify);
  SUMI_CHECK(check_not_held(cases, c.project));
  return NoOutcome{};
}

Result<CertificationDecided> decide(const Cases& cases, const DecideCertification& c, const Act& act, const Relations& relations) {
  SUMI_TRY(const ReportCase found, find_report(cases, c.project, c.report, ReportStage::applied));
  const PlanVersionRow& plan = *found.project.plan;
  if (c.approved) SUMI_CHECK(check_unrelated(errors::verifier_related, found.row->verifier, plan.head.proponents, relations));
  SUMI_CHECK(check_unrelated(errors::decider_related, act.on_behalf_of, plan.head.proponents, relations));
  SUMI_CHECK(check_unrelated(errors::decider_related, act.on_behalf_of, {found.row->verifier}, relations));
  SUMI_CHECK(check_four_eyes(act, {{&plan.drafted, "計画書の作成", "drafting the plan"}, {&found.row->submitted, "報告書の提出", "submitting the report"},
                                      {&found.row->verified, "検証", "the verification"}, {&found.row->applied, "認証の申請", "applying for certification"}}));
  SUMI_CHECK(check_independent(act, plan.head.proponents, relations));
  SUMI_CHECK(check_independent(act, {found.row->verifier}, relations));
  SUMI_CHECK(check_date(act, found.row->last_step_on));
  SUMI_CHECK(check_texts({{"ground", c.ground, false}}));
  SUMI_CHECK(check_committee(c.round, c.approved, c.ground));
  if (c.approved) SUMI_CHECK(check_no_overlap(cases, c.project, found.row->period));
  if (c.approved) SUMI_CHECK(check_matches_decided(cases, c.project));
  SUMI_CHECK(check_not_held(cases, c.project));
  if (c.approved) SUMI_CHECK(check_not_withdrawn(cases, c.project, found.row->period));
  SUMI_CHECK(check_docket(cases, {DocketKind::certification, c.project, c.report, 0, 0}, c.round, act));
  SUMI_CHECK(check_no_return(cases, c.project, c.report));
  if (!c.approved) return CertificationDecided{};
  SUMI_CHECK(check_no_overdue(cases, c.project, act.business_date));
  SUMI_CHECK(check_still_counting(cases, c.project, c.report));
  const std::uint64_t* last = cases.counters.find(Counter::certification);
  return CertificationDecided{CertificationNumber{last == nullptr ? 1 : *last + 1}};
}

}  // namespace sumi::project
