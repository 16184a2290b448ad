// Deciding about fixed lists and samples.
#include <algorithm>
#include <map>

#include "base/limits.h"
#include "project/cases_check.h"
#include "project/errors.h"
#include "project/members_check.h"
#include "project/names.h"
#include "project/sampling.h"
#include "project/words.h"

namespace sumi::project {

namespace {

std::string text_of(std::uint64_t n) { return std::to_string(n); }

// Monitoring is the operator's matter; a verifier's own sample is that of somebody who is no party.
Result<void> check_who(const SamplePurpose purpose, const Act& act, const PlanHead& head, const Relations& relations) {
  const bool proponent = std::ranges::find(head.proponents, act.on_behalf_of) != head.proponents.end();
  const bool related = std::ranges::any_of(head.proponents, [&](OrganisationNumber p) { return act.on_behalf_of && relations.related(act.on_behalf_of, p); });
  const bool may = purpose == SamplePurpose::monitoring ? proponent : act.on_behalf_of && !proponent && !related;
  if (may) return {};
  return fail(errors::list_purpose_party, {{"purpose_ja", std::string(words_of(purpose).ja)}, {"purpose", std::string(words_of(purpose).en)}});
}

}  // namespace

Result<MemberListFixed> decide(const Cases& cases, const FixMemberList& c, const Act& act, const Relations& relations, const ProjectRules&) {
  SUMI_TRY(const ProjectRow* row, find_programme(cases, c.project, {ProjectStage::registered}));
  const PlanVersionRow& plan = *cases.current_plan(c.project);
  SUMI_CHECK(check_date(act, plan.applied.on));
  SUMI_CHECK(check_hash("seed_commitment", c.seed_commitment));
  if (c.period.last < c.period.first) return fail(errors::period_order, {{"period", c.period.to_string()}});
  if (!plan.head.crediting_period.contains(c.period)) {
    return fail(errors::period_outside, {{"period", c.period.to_string()}, {"crediting_period", plan.head.crediting_period.to_string()}});
  }
  SUMI_CHECK(need_programme(*row, c.project));
  if (name_of(c.purpose).empty()) return fail(errors::sample_purpose_unknown);
  SUMI_CHECK(check_who(c.purpose, act, plan.head, relations));
  const auto members = members_counting(cases, c.project, c.period);
  if (members.empty()) return fail(errors::member_list_empty, {{"period", c.period.to_string()}});
  const auto& lists = cases.members.lists;
  for (const auto& [ref, fixed] : lists) {
    if (fixed.seed_commitment == c.seed_commitment) return fail(errors::seed_used, {{"list", text_of(ref.list)}});
  }
  const MemberCounts* counts = cases.members.counts.find(c.project);
  MemberListFixed out;
  out.list = (counts == nullptr ? 0 : counts->lists) + 1;
  out.count = members.size();
  out.members = members_hash(members);
  return out;
}

namespace {

using Strata = std::map<std::string, std::vector<std::uint64_t>, std::less<>>;

// The fixed members by their list; "" holds all of them.
Strata strata_of(const Cases& cases, ProjectNumber project, const FixedListRow& fixed) {
  Strata out;
  out[""] = fixed.members;
  for (const std::uint64_t member : fixed.members) {
    const std::string& list = cases.members.rows.at({project, member}).entry.list;
    if (!list.empty()) out[list].push_back(member);
  }
  return out;
}

Result<void> check_strata(const std::vector<Stratum>& asked, const Strata& strata) {
  for (const Stratum& s : asked) {
    if (!strata.contains(s.list)) return fail(errors::stratum_unknown, {{"list", s.list}});
  }
  std::set<std::string_view> seen;
  for (const Stratum& s : asked) {
    if (!seen.insert(s.list).second || (s.list.empty() && asked.size() > 1)) return fail(errors::stratum_twice, {{"list", s.list}});
  }
  for (const Stratum& s : asked) {
    const std::size_t count = strata.at(s.list).size();
    if (s.size == 0 || s.size > count) return fail(errors::sample_too_large, {{"list", s.list}, {"size", text_of(s.size)}, {"count", text_of(count)}});
  }
  return {};
}

}  // namespace

Result<SampleDrawn> decide(const Cases& cases, const DrawSample& c, const Act& act, const Relations&, const ProjectRules& rules) {
  SUMI_TRY(const ProjectRow* row, find_programme(cases, c.project, {ProjectStage::registered}));
  const FixedListRow* fixed = cases.members.lists.find({c.project, c.list});
  if (fixed != nullptr) SUMI_CHECK(check_date(act, fixed->on));
  SUMI_CHECK(check_hash("seed", c.seed));
  SUMI_CHECK(need_programme(*row, c.project));
  if (fixed == nullptr) return fail(errors::list_unknown, {{"project", text_of(c.project.value)}, {"list", text_of(c.list)}});
  if (act.on_behalf_of != fixed->organisation) return fail(errors::list_of_another, {{"list", text_of(c.list)}, {"organisation", text_of(fixed->organisation.value)}});
  if (fixed->drawn) return fail(errors::sample_drawn, {{"list", text_of(c.list)}});
  if (seed_commitment(c.seed) != fixed->seed_commitment) return fail(errors::seed_wrong);
  const bool monitoring = fixed->purpose == SamplePurpose::monitoring;
  std::vector<Stratum> asked = c.strata;
  std::uint64_t needed = 0;
  if (monitoring) {
    SUMI_TRY(needed, sample_size(fixed->members.size(), rules.programme.sampling));
    if (asked.empty()) asked.push_back({"", static_cast<std::uint32_t>(needed)});
  }
  if (asked.empty()) return fail(errors::strata_missing);
  const Strata strata = strata_of(cases, c.project, *fixed);
  SUMI_CHECK(check_strata(asked, strata));
  std::uint64_t size = 0;
  for (const Stratum& s : asked) size += s.size;
  if (size < needed) return fail(errors::sample_too_small, {{"size", text_of(size)}, {"count", text_of(fixed->members.size())}, {"needed", text_of(needed)}});
  if (size > limits::sample_members_max || asked.size() > limits::sample_strata_max) {
    return fail(errors::sample_limit, {{"limit", text_of(limits::sample_members_max)}, {"strata", text_of(limits::sample_strata_max)}});
  }
  SampleDrawn out;
  out.size = static_cast<std::uint32_t>(size);
  for (const Stratum& s : asked) {
    const auto drawn = draw_sample(c.seed, strata.at(s.list), s.size);
    out.members.insert(out.members.end(), drawn.begin(), drawn.end());
  }
  std::ranges::sort(out.members);
  return out;
}

}  // namespace sumi::project
