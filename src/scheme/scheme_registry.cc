// What the registry is asked and needs more than its own tables for: projects, successions, names, what a unit may be used for.
#include <algorithm>
#include <set>

#include "project/permanence.h"
#include "scheme/scheme.h"
#include "scheme/words.h"

namespace sumi::scheme {

namespace {

// A programme's sites are its members' addresses.
Result<void> check_member_places(const State& state, const Hash& place_key, const std::vector<registry::SerialRange>& ranges) {
  if (place_key.is_zero()) return {};
  const auto& holders = state.cases().members.holders;
  const project::KeyHolder from{project::MemberKeyKind::address, place_key, {}};
  for (auto it = holders.lower_bound(from); it != holders.end() && it->first.kind == from.kind && it->first.key == place_key; ++it) {
    const auto project = it->first.member.project;
    const auto made = [&](const auto& r) { return state.registry().batches().at(r.batch).attributes.project == project; };
    if (std::any_of(ranges.begin(), ranges.end(), made)) return fail(registry::errors::place_same, {{"project", std::to_string(project.value)}});
  }
  return {};
}

// Each purpose's scheme is asked about each unit; what it does not take is refused, what is conditional or not known is the user's to answer for.
Result<void> check_eligible(const State& state, const std::vector<registry::Use>& uses, const std::vector<registry::SerialRange>& ranges, OrganisationNumber user, const Act& act, const Rules& rules) {
  for (const auto& use : uses) {
    const auto purpose = rules.registry.purposes.find(use.purpose);
    if (purpose == rules.registry.purposes.end()) continue;
    const auto question = claim::question_of(purpose->second, act.business_date, use.fiscal_year);
    SUMI_CHECK(claim::check_units(state.registry(), ranges, use.purpose, question, user, rules.eligibility));
  }
  return {};
}

}  // namespace

// A company with one person must be able to act: two can be asked for only where there are two, and one alone takes it back only where no other is left.
Result<registry::Nothing> State::decide_here(const registry::SetAccountControl& c, const Act& act, const Rules& rules) const {
  SUMI_TRY(auto accepted, registry_.decide(c, act, *this, rules.registry));
  const auto holder = registry_.accounts().at(c.account).organisation;
  const bool own = holder == act.on_behalf_of;
  if (!own && !by_secretariat(act)) return fail(registry::errors::not_the_holder, {{"account", std::to_string(c.account.value)}});
  std::set<PersonId> persons;
  for (const auto& [key, row] : grants_) {
    const bool acts = key.role == Role::account_manager || key.role == Role::approver;
    if (acts && key.organisation == holder) persons.insert(key.person);
  }
  if (c.second_person && persons.size() < 2) return fail(registry::errors::control_needs_two, {{"persons", std::to_string(persons.size())}});
  const auto* now = registry_.account_book().controls.find(c.account);
  const bool loosens = now != nullptr && now->second_person && (!c.second_person || c.above > now->above);
  if (loosens && !by_secretariat(act) && persons.size() > 1) return fail(registry::errors::control_loosened);
  return accepted;
}

Result<registry::Moved> State::decide_here(const registry::SucceedAccount& c, const Act& act, const Rules& rules) const {
  SUMI_TRY(auto accepted, registry_.decide(c, act, *this, rules.registry));
  const auto from = registry_.accounts().at(c.account).organisation;
  const auto to = registry_.accounts().at(c.to).organisation;
  if (cases_.conduct.successions.find({to, from}) == nullptr) {
    return fail(registry::errors::succession_missing, {{"account", std::to_string(c.account.value)}, {"to", std::to_string(c.to.value)}});
  }
  return accepted;
}

Result<registry::ApplyRetirement::Outcome> State::decide_here(const registry::ApplyRetirement& c, const Act& act, const Rules& rules) const {
  SUMI_TRY(auto accepted, registry_.decide(c, act, *this, rules.registry));
  SUMI_CHECK(check_member_places(*this, c.place_key, accepted.ranges));
  SUMI_CHECK(check_eligible(*this, c.uses, accepted.ranges, c.user ? c.user : registry_.accounts().at(c.account).organisation, act, rules));
  return accepted;
}

Result<registry::Nothing> State::decide_here(const registry::RecordSite& c, const Act& act, const Rules& rules) const {
  const auto* plan = cases_.current_plan(c.project);
  const auto mine = [&](const auto& row) { return std::find(row.head.proponents.begin(), row.head.proponents.end(), act.on_behalf_of) != row.head.proponents.end(); };
  if (plan == nullptr || (!mine(*plan) && !by_secretariat(act))) return fail(registry::errors::site_unknown_project, {{"project", std::to_string(c.project.value)}});
  SUMI_TRY(auto accepted, registry_.decide(c, act, *this, rules.registry));
  // Where a credit was made decides which places it may reward: once said, it is not for the proponent to say otherwise.
  const bool stands = registry_.uses().sites.find({c.project, c.site}) != nullptr;
  if (stands && !by_secretariat(act)) return fail(registry::errors::site_stands);
  return accepted;
}

Result<registry::Nothing> State::decide_here(const registry::ReleaseBuffer& c, const Act& act, const Rules& rules) const {
  SUMI_TRY(auto accepted, registry_.decide(c, act, *this, rules.registry));
  // To who made it, and nothing that a dispute or a seizure holds.
  const auto* plan = cases_.current_plan(c.project);
  const auto owner = registry_.accounts().at(c.to).organisation;
  const bool theirs = plan != nullptr && std::find(plan->head.proponents.begin(), plan->head.proponents.end(), owner) != plan->head.proponents.end();
  if (!theirs) return fail(registry::errors::not_the_holder, {{"account", std::to_string(c.to.value)}});
  for (const auto& r : c.ranges) {
    for (const auto& s : registry_.suspended(r.batch, act.time.date_in_japan())) {
      if (s.first < r.end && r.first < s.end) return fail(registry::errors::units_suspended, {{"range", std::to_string(r.first) + "-" + std::to_string(r.end - 1)}});
    }
  }
  const auto years = project::permanence_years(cases_, c.project);
  if (years.empty() || act.business_date <= years.back().period.last) {
    return fail(registry::errors::buffer_not_free, {{"project", std::to_string(c.project.value)}, {"until", years.empty() ? "-" : years.back().period.last.to_string()}});
  }
  for (const auto& year : years) {
    if (!year.kept) return fail(registry::errors::buffer_reports_missing, {{"project", std::to_string(c.project.value)}, {"year", std::to_string(year.year)}});
  }
  return accepted;
}

// The holder files its own, with the name and number under which it is registered; the secretariat may file for it.
Result<registry::Nothing> State::decide_here(const registry::FileAccountDocuments& c, const Act& act, const Rules& rules) const {
  const auto* account = registry_.accounts().find(c.account);
  if (account != nullptr && account->organisation != act.on_behalf_of && !by_secretariat(act)) {
    return fail(registry::errors::not_the_holder, {{"account", std::to_string(c.account.value)}});
  }
  SUMI_TRY(auto accepted, registry_.decide(c, act, *this, rules.registry));
  const auto& holder = organisations_.at(account->organisation);
  if (c.corporate_number != holder.corporate_number) {
    return fail(registry::errors::holder_number, {{"number", c.corporate_number}, {"organisation", std::to_string(account->organisation.value)}});
  }
  const auto& registered = holder.name_on(act.time.date_in_japan());
  if (c.holder_name != registered) return fail(registry::errors::holder_name_differs, {{"name", c.holder_name}, {"registered", registered}});
  return accepted;
}

Result<registry::RetirementExecuted> State::decide_here(const registry::ExecuteRetirement& c, const Act& act, const Rules& rules) const {
  std::string name;
  std::string number;
  if (const auto* request = registry_.retirements().find(c.retirement)) {
    const auto& user = organisations_.at(request->user);
    name = user.name_on(act.time.date_in_japan());
    number = user.corporate_number;
  }
  SUMI_TRY(auto accepted, registry_.decide(c, act, rules.registry, name, number));
  // A scheme may have closed, a label gone, a member joined since it was asked for.
  const auto& request = registry_.retirements().at(c.retirement);
  const auto& use = registry_.uses().uses.at(c.retirement);
  SUMI_CHECK(check_member_places(*this, use.place_key, request.ranges));
  SUMI_CHECK(check_eligible(*this, use.uses, request.ranges, request.user, act, rules));
  return accepted;
}

// The ground stands in the public part for ever: a key of the committee's list, as with every other correction.
Result<registry::Nothing> State::decide_here(const registry::CorrectRecord& c, const Act& act, const Rules& rules) const {
  if (c.ground.empty()) return fail(errors::correction_ground);
  if (!rules.committee_grounds.contains(c.ground)) {
    std::string known;
    for (const auto& key : rules.committee_grounds) known += (known.empty() ? "" : ", ") + key;
    return fail(errors::committee_ground_unknown, {{"ground", c.ground}, {"known", known}});
  }
  return registry_.decide(c, act, *this, rules.registry);
}

Result<registry::Restricted> State::decide_here(const registry::RestrictUnits& c, const Act& act, const Rules&) const {
  const bool secretariat = by_secretariat(act);
  if (!secretariat && c.kind != registry::RestrictionKind::trust) return fail(errors::role_missing, {{"role_ja", std::string(words_of(Role::secretariat).ja)}, {"role", std::string(words_of(Role::secretariat).en)}});
  return registry_.decide(c, act, *this, secretariat);
}

// Else somebody could burden units that another has long received. The transfer names the serials, since nobody knows beforehand what a pick takes.
Result<void> State::check_trust(const std::vector<AnyCommand>& group, OrganisationNumber on_behalf_of) const {
  std::vector<registry::SerialRange> transferred;
  for (const auto& command : group) {
    if (const auto* transfer = std::get_if<registry::Transfer>(&command)) {
      const auto& ranges = transfer->selection.ranges;
      const auto holder = registry_.accounts().at(transfer->from).organisation;
      if (holder == on_behalf_of) transferred.insert(transferred.end(), ranges.begin(), ranges.end());
      continue;
    }
    const auto* trust = std::get_if<registry::RestrictUnits>(&command);
    if (trust == nullptr || trust->kind != registry::RestrictionKind::trust || trust->settlor != on_behalf_of || trust->trustee == on_behalf_of) continue;
    for (const auto& r : trust->ranges) {
      const auto covers = [&](const auto& t) { return t.batch == r.batch && t.first <= r.first && r.end <= t.end; };
      if (std::none_of(transferred.begin(), transferred.end(), covers)) return fail(registry::errors::trust_without_transfer);
    }
  }
  return {};
}

}  // namespace sumi::scheme
