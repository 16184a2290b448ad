// Verifiers: accreditation, interests, findings and their dialogue, visits.
#include <algorithm>

#include "project/cases_check.h"
#include "project/conduct_check.h"
#include "project/errors.h"
#include "project/names.h"

namespace sumi::project {

namespace {

std::string joined(const std::set<std::string, std::less<>>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

// What is looked at stands where a verifier looks at it, and this organisation may: the chosen one for a plan, any that belongs to no proponent else.
Result<void> check_review(const Cases& cases, const ReviewKey& review, const Act& act, const Relations& relations) {
  if (review.report != 0) {
    SUMI_TRY(const ReportCase found, find_report(cases, review.project, review.report, ReportStage::submitted));
    SUMI_CHECK(check_unrelated(errors::verifier_related, act.on_behalf_of, found.project.plan->head.proponents, relations));
    return check_independent(act, found.project.plan->head.proponents, relations);
  }
  SUMI_TRY(const ProjectCase found, find_project(cases, review.project));
  if (review.change == 0) {
    SUMI_CHECK(need_stage(*found.row, {ProjectStage::in_validation}));
    if (act.on_behalf_of != found.plan->verifier) {
      return fail(errors::not_the_verifier, {{"organisation", number_text(act.on_behalf_of.value)}, {"verifier", number_text(found.plan->verifier.value)}});
    }
  }
  SUMI_CHECK(check_unrelated(errors::verifier_related, act.on_behalf_of, found.plan->head.proponents, relations));
  SUMI_CHECK(check_independent(act, found.plan->head.proponents, relations));
  if (review.change == 0) return {};
  SUMI_TRY(const ChangeRow* change, find_change(cases, review.project, review.change));
  return need_change_stage(*change, {ChangeStage::proposed});
}

Result<const FindingRow*> find_finding(const Cases& cases, ProjectNumber project, std::uint32_t finding) {
  SUMI_TRY([[maybe_unused]] const ProjectCase found, find_project(cases, project));
  const FindingRow* row = cases.conduct.findings.find({project, finding});
  if (row == nullptr) return fail(errors::finding_unknown, {{"project", number_text(project.value)}, {"finding", number_text(finding)}});
  return row;
}

std::uint32_t last_finding(const Cases& cases, ProjectNumber project) {
  return last_of(cases.conduct.findings, FindingKey{project, 0}, FindingKey{{project.value + 1}, 0}, &FindingKey::finding);
}
std::uint32_t last_visit(const Cases& cases, ProjectNumber project) {
  return last_of(cases.conduct.visits, VisitKey{project, 0}, VisitKey{{project.value + 1}, 0}, &VisitKey::visit);
}
std::uint32_t last_accreditation(const Cases& cases, OrganisationNumber verifier) {
  return last_of(cases.conduct.accreditations, AccreditationKey{verifier, 0}, AccreditationKey{{verifier.value + 1}, 0}, &AccreditationKey::number);
}

// The sectors that the verifier's accreditations cover on that day; nothing: none holds.
std::optional<std::set<std::string>> covered_on(const Cases& cases, OrganisationNumber verifier, Date day) {
  std::optional<std::set<std::string>> scopes;
  const auto& rows = cases.conduct.accreditations;
  for (auto it = rows.lower_bound({verifier, 0}); it != rows.end() && it->first.verifier == verifier; ++it) {
    if (day < it->second.valid_from || it->second.valid_to < day) continue;
    if (!scopes) scopes.emplace();
    scopes->insert(it->second.scopes.begin(), it->second.scopes.end());
  }
  return scopes;
}

}  // namespace

Result<void> check_ground_key(const std::string& ground, const ProjectRules& rules) {
  if (ground.empty() || rules.grounds.contains(ground)) return {};
  return fail(errors::ground_unknown, {{"ground", ground}, {"known", joined(rules.grounds)}});
}

Result<void> check_verifier(const Cases& cases, const ReviewKey& review, OrganisationNumber verifier, const std::vector<MethodologyUse>& methodologies,
                            const Act& act, const ProjectRules& rules) {
  if (cases.conduct.accreditations.empty()) return {};
  const std::string name = number_text(verifier.value);
  const auto scopes = covered_on(cases, verifier, act.business_date);
  if (!scopes) return fail(errors::accreditation_missing, {{"verifier", name}, {"date", act.business_date.to_string()}});
  for (const MethodologyUse& use : methodologies) {
    const auto sector = rules.sectors.find(use.number);
    if (sector != rules.sectors.end() && scopes->contains(sector->second)) continue;
    return fail(errors::accreditation_scope, {{"verifier", name}, {"methodology", use.number}, {"sector", sector == rules.sectors.end() ? "?" : sector->second}});
  }
  const InterestRow* interests = cases.conduct.interests.find({review, verifier});
  if (interests == nullptr) return fail(errors::interests_undeclared, {{"verifier", name}});
  if (!interests->free_of_conflict) return fail(errors::interests_conflict, {{"verifier", name}});
  return {};
}

Result<void> check_findings_settled(const Cases& cases, const ReviewKey& review) {
  const auto& rows = cases.conduct.findings;
  for (auto it = rows.lower_bound({review.project, 0}); it != rows.end() && it->first.project == review.project; ++it) {
    const FindingRow& row = it->second;
    const bool here = row.report == review.report && row.change == review.change;
    if (here && row.kind != FindingKind::observation && row.stage != FindingStage::settled) {
      return fail(errors::findings_open, {{"finding", number_text(it->first.finding)}});
    }
  }
  return {};
}

Result<NoOutcome> decide(const Cases&, const RecordAccreditation& c, const Act&, const Relations& relations, const ProjectRules& rules) {
  SUMI_CHECK(check_exists(relations, {c.verifier}));
  SUMI_CHECK(check_texts({{"standard", c.standard}, {"scopes", c.scopes.empty() ? std::string_view{} : std::string_view(c.scopes.front())}}));
  SUMI_CHECK(check_hash("certificate", c.certificate));
  for (const std::string& scope : c.scopes) {
    if (!rules.scopes.contains(scope)) return fail(errors::scope_unknown, {{"scope", scope}, {"known", joined(rules.scopes)}});
  }
  if (c.valid_to < c.valid_from) return fail(errors::accreditation_period, {{"from", c.valid_from.to_string()}, {"to", c.valid_to.to_string()}});
  return NoOutcome{};
}

Result<NoOutcome> decide(const Cases& cases, const DeclareInterests& c, const Act& act, const Relations& relations, const ProjectRules&) {
  SUMI_TRY(const ProjectCase found, find_project(cases, c.project));
  if (c.report != 0 && cases.report(c.project, c.report) == nullptr) {
    return fail(errors::report_unknown, {{"project", number_text(c.project.value)}, {"report", number_text(c.report)}});
  }
  SUMI_CHECK(check_exists(relations, {act.on_behalf_of}));
  // A company of a proponent's family is no third party, whatever it declares.
  if (c.free_of_conflict) SUMI_CHECK(check_unrelated(errors::verifier_related, act.on_behalf_of, found.plan->head.proponents, relations));
  SUMI_CHECK(check_hash("declaration", c.declaration));
  if (c.change != 0) return find_change(cases, c.project, c.change).map([](const ChangeRow*) { return NoOutcome{}; });
  return NoOutcome{};
}

Result<FindingRaised> decide(const Cases& cases, const RaiseFinding& c, const Act& act, const Relations& relations, const ProjectRules&) {
  SUMI_CHECK(check_review(cases, {c.project, c.report, c.change}, act, relations));
  SUMI_CHECK(check_hash("document", c.document));
  if (name_of(c.kind).empty()) return fail(errors::finding_kind_unknown, {{"kind", number_text(static_cast<unsigned>(c.kind))}});
  return FindingRaised{last_finding(cases, c.project) + 1};
}

Result<NoOutcome> decide(const Cases& cases, const AnswerFinding& c, const Act& act, const Relations&, const ProjectRules&) {
  SUMI_TRY(const ProjectCase found, find_project(cases, c.project));
  SUMI_CHECK(check_proponent(act, found.plan->head));
  SUMI_CHECK(check_hash("document", c.document));
  SUMI_CHECK(check_not_held(cases, c.project));
  SUMI_TRY(const FindingRow* row, find_finding(cases, c.project, c.finding));
  if (row->stage == FindingStage::settled) return fail(errors::finding_settled, {{"finding", number_text(c.finding)}});
  if (row->stage == FindingStage::answered) return fail(errors::finding_answered, {{"finding", number_text(c.finding)}});
  return NoOutcome{};
}

Result<NoOutcome> decide(const Cases& cases, const CloseFinding& c, const Act& act, const Relations& relations, const ProjectRules&) {
  SUMI_TRY(const ProjectCase found, find_project(cases, c.project));
  if (const FindingRow* row = cases.conduct.findings.find({c.project, c.finding})) {
    // Who raised it judges it; a plan that went to another verifier takes its findings along.
    const bool plans_verifier = row->report == 0 && row->change == 0 && found.plan->verifier == act.on_behalf_of;
    if (act.on_behalf_of != row->verifier && !plans_verifier) {
      return fail(errors::not_the_verifier, {{"organisation", number_text(act.on_behalf_of.value)}, {"verifier", number_text(row->verifier.value)}});
    }
  }
  SUMI_CHECK(check_independent(act, found.plan->head.proponents, relations));
  SUMI_CHECK(check_hash("document", c.document));
  SUMI_TRY(const FindingRow* row, find_finding(cases, c.project, c.finding));
  if (row->stage == FindingStage::settled) return fail(errors::finding_settled, {{"finding", number_text(c.finding)}});
  // An observation asks for nothing, so it may be closed as it is.
  const bool unanswered = row->stage == FindingStage::raised || row->stage == FindingStage::again;
  if (unanswered && row->kind != FindingKind::observation) return fail(errors::finding_unanswered, {{"finding", number_text(c.finding)}});
  return NoOutcome{};
}

Result<NoOutcome> decide(const Cases& cases, const RecordSiteVisit& c, const Act& act, const Relations& relations, const ProjectRules&) {
  SUMI_CHECK(check_review(cases, {c.project, c.report, c.change}, act, relations));
  SUMI_CHECK(check_hash("record", c.record));
  if (c.visited_on > act.business_date) {
    return fail(errors::day_in_future, {{"field", "visited_on"}, {"day", c.visited_on.to_string()}, {"date", act.business_date.to_string()}});
  }
  return NoOutcome{};
}

void apply(Cases& cases, const RecordAccreditation& c, const NoOutcome&, const Act& act) {
  cases.conduct.accreditations.put({c.verifier, last_accreditation(cases, c.verifier) + 1}, {c.standard, c.scopes, c.valid_from, c.valid_to, c.certificate, act.business_date});
}

void apply(Cases& cases, const DeclareInterests& c, const NoOutcome&, const Act& act) {
  cases.conduct.interests.put({{c.project, c.report, c.change}, act.on_behalf_of}, {c.free_of_conflict, c.declaration, step_of(act)});
}

void apply(Cases& cases, const RaiseFinding& c, const FindingRaised& outcome, const Act& act) {
  FindingRow row;
  row.report = c.report;
  row.change = c.change;
  row.kind = c.kind;
  row.verifier = act.on_behalf_of;
  row.remarks.push_back({step_of(act), c.document, c.text, false});
  cases.conduct.findings.put({c.project, outcome.finding}, std::move(row));
}

void apply(Cases& cases, const AnswerFinding& c, const NoOutcome&, const Act& act) {
  cases.conduct.findings.update({c.project, c.finding}, [&](FindingRow& row) {
    row.stage = FindingStage::answered;
    row.remarks.push_back({step_of(act), c.document, c.text, false});
  });
}

void apply(Cases& cases, const CloseFinding& c, const NoOutcome&, const Act& act) {
  cases.conduct.findings.update({c.project, c.finding}, [&](FindingRow& row) {
    row.stage = c.settled ? FindingStage::settled : FindingStage::again;
    row.remarks.push_back({step_of(act), c.document, c.text, c.settled});
  });
}

void apply(Cases& cases, const RecordSiteVisit& c, const NoOutcome&, const Act& act) {
  VisitRow row;
  row.report = c.report;
  row.change = c.change;
  row.visited_on = c.visited_on;
  row.remote = c.remote;
  row.record = c.record;
  row.members = c.members;
  row.recorded = step_of(act);
  cases.conduct.visits.put({c.project, last_visit(cases, c.project) + 1}, std::move(row));
}

}  // namespace sumi::project
