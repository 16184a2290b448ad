// Delegations, keys of the log and of the store, erasure, lapses.
#include <algorithm>
#include <array>
#include <set>

#include "base/limits.h"
#include "scheme/names.h"
#include "scheme/scheme.h"
#include "scheme/words.h"

namespace sumi::scheme {

namespace {

std::string text_of(std::uint64_t n) { return std::to_string(n); }

}  // namespace

// ---- delegations ----

std::uint64_t State::delegation_of(PersonId person, OrganisationNumber organisation, Role role, Date day) const {
  for (const auto& [number, row] : authority_.delegations) {
    const bool holds = !row.ended && row.person == person && row.organisation == organisation && row.role == role && row.from <= day && day <= row.until;
    // Whoever delegated still has the role: what was taken from them is taken from those they trusted.
    if (holds && lends(row.by, organisation, role) && (role != Role::supporter || is_supporter(person))) return number;
  }
  return 0;
}

std::uint64_t State::delegation_used(const AnyCommand& command, const Act& act) const {
  // What would last longer than what was lent, or stand in for the second person whom the lender is not: only who has the role.
  const bool lasting = std::holds_alternative<Grant>(command) || std::holds_alternative<Revoke>(command) || std::holds_alternative<RegisterKey>(command) ||
                       std::holds_alternative<EndDelegation>(command) || std::holds_alternative<EraseSealed>(command) ||
                       std::holds_alternative<registry::AppointAgent>(command) || std::holds_alternative<registry::SetAccountControl>(command) ||
                       std::holds_alternative<registry::ConfirmOffer>(command);
  if (lasting) return 0;
  const auto needed = roles_of(command);
  const auto held = [&](Role role) { return holds(role, command, act); };
  if (needed.empty() || std::any_of(needed.begin(), needed.end(), held)) return 0;
  for (const auto role : needed) {
    if (!serves(role, command, act)) continue;
    if (const auto number = delegation_of(act.actor, act.on_behalf_of, role, act.time.date_in_japan())) return number;
  }
  return 0;
}

Result<Delegated> State::decide_here(const Delegate& c, const Act& act, const Rules&) const {
  constexpr std::array lent{Role::account_manager, Role::approver, Role::proponent, Role::verifier, Role::secretariat, Role::programme_operator, Role::agent, Role::supporter};
  if (std::find(lent.begin(), lent.end(), c.role) == lent.end()) return fail(errors::delegation_role, {{"role_ja", std::string(words_of(c.role).ja)}, {"role", std::string(words_of(c.role).en)}});
  if (!exists(c.organisation)) return fail(errors::organisation_unknown, {{"organisation", text_of(c.organisation.value)}});
  if (c.until < c.from || c.until < act.time.date_in_japan() || c.until.days() - c.from.days() > limits::delegation_days_max) {
    return fail(errors::delegation_days, {{"from", c.from.to_string()}, {"until", c.until.to_string()}, {"limit", text_of(limits::delegation_days_max)}});
  }
  if (c.person.is_nil()) return fail(errors::person_missing);
  if (c.person == act.actor) return fail(errors::delegation_self);
  if (act.on_behalf_of != c.organisation || !lends(act.actor, c.organisation, c.role)) {
    return fail(errors::delegation_not_held, {{"role_ja", std::string(words_of(c.role).ja)}, {"role", std::string(words_of(c.role).en)}, {"organisation", text_of(c.organisation.value)}});
  }
  if (c.role == Role::supporter && !is_supporter(c.person)) return fail(errors::delegation_supporter);
  return Delegated{authority_.delegations.size() + 1};  // rows are never taken out
}
void State::apply_here(const Delegate& c, const Delegated& outcome, const Act& act) {
  authority_.delegations.put(outcome.delegation, {c.organisation, c.person, c.role, act.actor, c.from, c.until, false});
}

Result<NoOutcome> State::decide_here(const EndDelegation& c, const Act& act, const Rules&) const {
  const auto* row = authority_.delegations.find(c.delegation);
  if (row == nullptr || row->organisation != act.on_behalf_of) return fail(errors::delegation_unknown, {{"delegation", text_of(c.delegation)}});
  if (row->ended) return fail(errors::delegation_ended, {{"delegation", text_of(c.delegation)}});
  return NoOutcome{};
}
void State::apply_here(const EndDelegation& c, const NoOutcome&, const Act&) {
  authority_.delegations.update(c.delegation, [](DelegationRow& row) { row.ended = true; });
}

// ---- the log's key ----

// The signature by the old key and the tree's size are the service's to verify: they need the journal.
Result<NoOutcome> State::decide_here(const RotateLogKey& c, const Act&, const Rules&) const {
  bool known = c.new_key.is_zero() || c.new_key == meta().log_key;
  for (const auto& [number, row] : authority_.log_keys) known = known || row.key == c.new_key;
  if (known) return fail(errors::log_key_known);
  return NoOutcome{};
}
void State::apply_here(const RotateLogKey& c, const NoOutcome&, const Act& act) {
  if (authority_.log_keys.empty()) authority_.log_keys.put(1, {meta().log_key, {}, 0});
  authority_.log_keys.put(static_cast<std::uint32_t>(authority_.log_keys.size()) + 1, {c.new_key, act.time, c.size});
  meta_.update(0, [&](MetaRow& m) { m.log_key = c.new_key; });
}

// ---- keys that compare sealed things ----

std::uint32_t State::key_version() const { return static_cast<std::uint32_t>(authority_.key_versions.size()) + 1; }

std::vector<Hash> State::comparing_keys() const {
  std::set<Hash> keys;
  for (const auto& [holder, held] : cases_.members.holders) keys.insert(holder.key);
  for (const auto& [key, row] : registry_.uses().sites) keys.insert(row.key);
  for (const auto& [retirement, row] : registry_.uses().uses) {
    if (!row.place_key.is_zero()) keys.insert(row.place_key);
  }
  return {keys.begin(), keys.end()};
}

Result<NoOutcome> State::decide_here(const Rekey& c, const Act&, const Rules&) const {
  if (c.version != key_version() + 1) return fail(errors::rekey_version, {{"version", text_of(c.version)}, {"expected", text_of(key_version() + 1)}});
  const auto standing = comparing_keys();
  const std::set<Hash> stand(standing.begin(), standing.end());
  std::set<Hash> fresh;
  for (const auto& key : c.keys) {
    const bool good = stand.contains(key.old_key) && authority_.rekeyed.find(key.old_key) == nullptr && !key.new_key.is_zero() && !stand.contains(key.new_key) &&
                      fresh.insert(key.new_key).second;
    if (!good) return fail(errors::rekey_key, {{"key", key.old_key.to_hex()}});
  }
  if (!c.last) return NoOutcome{};
  std::set<Hash> done;
  for (const auto& key : c.keys) done.insert(key.old_key);
  const auto left = std::count_if(standing.begin(), standing.end(), [&](const Hash& key) { return authority_.rekeyed.find(key) == nullptr && !done.contains(key); });
  if (left != 0) return fail(errors::rekey_incomplete, {{"count", text_of(static_cast<std::uint64_t>(left))}});
  return NoOutcome{};
}
void State::apply_here(const Rekey& c, const NoOutcome&, const Act& act) {
  for (const auto& key : c.keys) {
    project::rekey(cases_, key.old_key, key.new_key);
    registry_.rekey(key.old_key, key.new_key, c.version);
    authority_.rekeyed.put(key.new_key, key.old_key);
  }
  if (!c.last) return;
  while (!authority_.rekeyed.empty()) authority_.rekeyed.erase(authority_.rekeyed.begin()->first);
  authority_.key_versions.put(c.version, act.time);
}

// ---- erasure ----

// That the value is here and whose it is, is the service's to ask: the state does not know the values.
Result<NoOutcome> State::decide_here(const EraseSealed& c, const Act&, const Rules& rules) const {
  if (c.commitment.is_zero()) return fail(errors::erasure_empty);
  if (!rules.committee_grounds.contains(c.ground)) {
    std::string known;
    for (const auto& key : rules.committee_grounds) known += (known.empty() ? "" : ", ") + key;
    return fail(errors::committee_ground_unknown, {{"ground", c.ground}, {"known", known}});
  }
  if (authority_.erasures.find(c.commitment) != nullptr) return fail(errors::erasure_twice);
  return NoOutcome{};
}
void State::apply_here(const EraseSealed& c, const NoOutcome&, const Act& act) { authority_.erasures.put(c.commitment, {c.ground, act.time}); }

// ---- offers ----

Result<OffersLapsed> State::decide_here(const LapseOffers&, const Act& act, const Rules&) const {
  auto due = registry_.offers_due(act.time.date_in_japan());
  if (due.empty()) return fail(errors::nothing_due);
  // The rest is due still, and the next entry's.
  if (due.size() > limits::lapses_per_entry_max) due.resize(limits::lapses_per_entry_max);
  return OffersLapsed{std::move(due)};
}
void State::apply_here(const LapseOffers&, const OffersLapsed& outcome, const Act& act) {
  for (const auto offer : outcome.offers) registry_.apply_offer_lapse(offer, act);
}

}  // namespace sumi::scheme
