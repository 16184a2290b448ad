#include "project/support.h"

#include <algorithm>

#include "project/cases_check.h"
#include "project/errors.h"
#include "project/names.h"

namespace sumi::project {
namespace {

template <class T>
const T* in_force(const std::vector<T>& values, Date day) {
  const auto it = std::ranges::find_if(values, [&](const T& v) { return v.holds(day); });
  return it == values.end() ? nullptr : &*it;
}

std::string joined(const std::set<std::string, std::less<>>& words) {
  std::string out;
  for (const auto& w : words) out += (out.empty() ? "" : ", ") + w;
  return out;
}

// Help with the plan and its validation comes before the application for registration, help with the verification after the registration.
Result<void> check_stage(const ProjectRow& row, SupportKind kind) {
  if (kind == SupportKind::verification_cost) return need_stage(row, {ProjectStage::registered});
  return need_stage(row, {ProjectStage::drafted, ProjectStage::in_validation, ProjectStage::not_validated, ProjectStage::registration_refused});
}

std::vector<std::string> methodologies_of(const PlanHead& head) {
  std::vector<std::string> out;
  for (const MethodologyUse& use : head.methodologies) out.push_back(use.number);
  return out;
}

Result<void> check_conditions(const Cases& cases, const ApplyForSupport& c, const PlanHead& head, const Act& act, const Relations& relations, const SupportRules& rules) {
  const auto* least = in_force(rules.tonnes_min, act.business_date);
  const auto* times = in_force(rules.times_max, act.business_date);
  const bool bodies_known = std::ranges::any_of(rules.bodies, [&](const DatedWord& b) { return b.holds(act.business_date); });
  if (least == nullptr || times == nullptr || !bodies_known) return fail(errors::support_no_rule_data);
  const std::string body(name_of(c.body));
  if (std::ranges::none_of(rules.bodies, [&](const DatedWord& b) { return b.word == body && b.holds(act.business_date); })) return fail(errors::support_body, {{"body", body}});
  if (Rational(Integer::from_u64(c.tonnes_per_year)) < least->value) {
    return fail(errors::support_below_minimum, {{"tonnes", number_text(c.tonnes_per_year)}, {"minimum", least->value.to_string()}});
  }
  const auto planned = mean_expected(head);
  if (planned && *planned < c.tonnes_per_year) {
    return fail(errors::support_expected_differs, {{"tonnes", number_text(c.tonnes_per_year)}, {"planned", number_text(*planned)}});
  }
  if (const auto before = supported_before(cases, c.kind, head.proponents, methodologies_of(head), relations); before && before->project != c.project) {
    return fail(errors::support_once, {{"organisation", number_text(before->organisation.value)}, {"methodology", before->methodology}, {"project", number_text(before->project.value)}});
  }
  return {};
}

}  // namespace

std::optional<std::uint64_t> mean_expected(const PlanHead& head) {
  if (head.expected.empty()) return std::nullopt;
  Integer sum;
  for (const ExpectedReduction& e : head.expected) sum += Integer::from_u64(e.tonnes);
  return floor_div(sum, Integer::from_u64(head.expected.size())).to_u64();
}

std::optional<SupportBefore> supported_before(const Cases& cases, SupportKind kind, const std::vector<OrganisationNumber>& operators, const std::vector<std::string>& methodologies,
                                              const Relations& relations) {
  for (const auto& [key, row] : cases.support.helps) {
    if (key.kind != kind || (row.decided && !row.approved)) continue;
    for (const auto& methodology : row.methodologies) {
      if (std::ranges::find(methodologies, methodology) == methodologies.end()) continue;
      for (const OrganisationNumber before : row.operators) {
        const auto same = std::ranges::find_if(operators, [&](OrganisationNumber now) { return now == before || relations.related(now, before); });
        if (same != operators.end()) return SupportBefore{key.project, *same, methodology};
      }
    }
  }
  return std::nullopt;
}

std::uint32_t follow_up_count(const Cases& cases, ProjectNumber project) {
  std::uint32_t last = 0;
  for (auto it = cases.support.follow_ups.lower_bound({project, 0}); it != cases.support.follow_ups.end() && it->first.project == project; ++it) last = it->first.number;
  return last;
}

std::vector<NeverCertified> never_certified(const Cases& cases) {
  std::set<ProjectNumber> certified;
  for (const auto& [number, row] : cases.certifications) certified.insert(row.project);
  std::vector<NeverCertified> out;
  for (const auto& [number, row] : cases.projects) {
    const PlanVersionRow* plan = cases.current_plan(number);
    if (row.stage != ProjectStage::registered || plan == nullptr || certified.contains(number)) continue;
    NeverCertified project{number, row.official_number, plan->head.title, plan->decided.on, follow_up_count(cases, number), std::nullopt};
    if (project.follow_ups != 0) project.last = *cases.support.follow_ups.find({number, project.follow_ups});
    out.push_back(std::move(project));
  }
  std::ranges::stable_sort(out, [](const NeverCertified& a, const NeverCertified& b) { return a.registered_on < b.registered_on; });
  return out;
}

Result<NoOutcome> decide(const Cases& cases, const ApplyForSupport& c, const Act& act, const Relations& relations, const ProjectRules& rules) {
  SUMI_TRY(const ProjectCase found, find_project(cases, c.project));
  SUMI_CHECK(check_stage(*found.row, c.kind));
  SUMI_CHECK(check_proponent(act, found.plan->head));
  SUMI_CHECK(check_date(act, found.row->last_step_on));
  SUMI_CHECK(check_hash("document", c.document));
  if (!rules.support || name_of(c.kind).empty()) return fail(errors::support_no_rule_data);
  SUMI_CHECK(check_conditions(cases, c, found.plan->head, act, relations, *rules.support));
  const SupportRow* row = cases.support.helps.find({c.project, c.kind});
  if (row != nullptr && (!row->decided || row->approved)) return fail(errors::support_applied);
  return NoOutcome{};
}

Result<NoOutcome> decide(const Cases& cases, const DecideSupport& c, const Act& act, const Relations& relations, const ProjectRules& rules) {
  SUMI_TRY(const ProjectCase found, find_project(cases, c.project));
  const SupportRow* row = cases.support.helps.find({c.project, c.kind});
  const bool waits = row != nullptr && !row->decided;
  if (waits) {
    if (row->applied_by == act.actor) return fail(errors::same_person, {{"step_ja", "支援の申請"}, {"step_en", "application for support"}});
    SUMI_CHECK(check_independent(act, found.plan->head.proponents, relations));
    SUMI_CHECK(check_date(act, row->applied_on));
    if (!c.approved && c.ground.empty()) return fail(errors::ground_missing);
  }
  if (!waits) return fail(errors::support_not_applied);
  if (!c.ground.empty() && !rules.grounds.contains(c.ground)) return fail(errors::support_ground, {{"ground", c.ground}, {"known", joined(rules.grounds)}});
  return NoOutcome{};
}

Result<NoOutcome> decide(const Cases& cases, const RecordFollowUp& c, const Act& act, const Relations&, const ProjectRules& rules) {
  SUMI_TRY(const ProjectCase found, find_project(cases, c.project));
  SUMI_CHECK(need_stage(*found.row, {ProjectStage::registered}));
  SUMI_CHECK(check_date(act, found.row->last_step_on));
  if (!rules.support) return fail(errors::support_no_rule_data);
  if (std::ranges::any_of(cases.certifications, [&](const auto& one) { return one.second.project == c.project; })) {
    return fail(errors::follow_up_certified, {{"project", number_text(c.project.value)}});
  }
  if (!rules.support->reasons.contains(c.reason)) return fail(errors::follow_up_reason, {{"reason", c.reason}, {"known", joined(rules.support->reasons)}});
  if (!rules.support->next_steps.contains(c.next_step)) return fail(errors::follow_up_step, {{"step", c.next_step}, {"known", joined(rules.support->next_steps)}});
  if (c.next_on < act.business_date) return fail(errors::follow_up_date, {{"date", c.next_on.to_string()}, {"today", act.business_date.to_string()}});
  return NoOutcome{};
}

void apply(Cases& cases, const ApplyForSupport& c, const NoOutcome&, const Act& act) {
  const PlanHead& head = cases.current_plan(c.project)->head;
  SupportRow row;
  row.body = c.body;
  row.tonnes_per_year = c.tonnes_per_year;
  row.document = c.document;
  row.operators = head.proponents;
  row.methodologies = methodologies_of(head);
  row.applied_by = act.actor;
  row.applied_on = act.business_date;
  cases.support.helps.put({c.project, c.kind}, std::move(row));
}

void apply(Cases& cases, const DecideSupport& c, const NoOutcome&, const Act& act) {
  SupportRow row = *cases.support.helps.find({c.project, c.kind});
  row.decided = true;
  row.approved = c.approved;
  row.ground = c.ground;
  row.decided_on = act.business_date;
  cases.support.helps.put({c.project, c.kind}, std::move(row));
}

void apply(Cases& cases, const RecordFollowUp& c, const NoOutcome&, const Act& act) {
  cases.support.follow_ups.put({c.project, follow_up_count(cases, c.project) + 1}, {c.reason, c.next_step, c.next_on, act.business_date});
}

}  // namespace sumi::project
