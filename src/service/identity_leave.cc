// When somebody leaves: what they hold, who takes it, and that nobody is left without what they need.
#include <algorithm>
#include <map>
#include <set>

#include "scheme/names.h"
#include "scheme/words.h"
#include "service/identity_parts.h"

namespace sumi::service {
namespace {

using registry::AccountStatus;
using scheme::Role;


struct Why {
  const char *ja = nullptr, *en = nullptr;
};

bool has_open_account(const scheme::State& state, OrganisationNumber organisation) {
  const auto& accounts = state.registry().accounts();
  return std::any_of(accounts.begin(), accounts.end(), [&](const auto& a) { return a.second.organisation == organisation && a.second.status != AccountStatus::closed && a.second.status != AccountStatus::refused; });
}

// An account of theirs where a second person confirms.
bool second_person_account(const scheme::State& state, OrganisationNumber organisation) {
  for (const auto& [number, account] : state.registry().accounts()) {
    if (account.organisation != organisation || account.status == AccountStatus::closed || account.status == AccountStatus::refused) continue;
    const auto* control = state.registry().account_book().controls.find(number);
    if (account.second_person || (control != nullptr && control->second_person)) return true;
  }
  return false;
}

bool runs_projects(const scheme::State& state, OrganisationNumber organisation) {
  for (const auto& [number, project] : state.cases().projects) {
    using project::ProjectStage;
    if (project.stage == ProjectStage::withdrawn || project.stage == ProjectStage::registration_refused || project.stage == ProjectStage::not_validated) continue;
    const auto* plan = state.cases().current_plan(number);
    if (plan != nullptr && std::find(plan->head.proponents.begin(), plan->head.proponents.end(), organisation) != plan->head.proponents.end()) return true;
  }
  return false;
}

// A validation or a verification that it was given and has not finished.
bool verifies_now(const scheme::State& state, OrganisationNumber organisation) {
  for (const auto& [number, project] : state.cases().projects) {
    if (project.stage != project::ProjectStage::in_validation) continue;
    const auto* plan = state.cases().current_plan(number);
    if (plan != nullptr && plan->verifier == organisation) return true;
  }
  for (const auto& [key, plan] : state.cases().plans) {
    if (plan.verifier != organisation || plan.statement.is_zero()) continue;
    // It validated the plan; a report of the project that nobody has verified may be its.
    const auto& reports = state.cases().reports;
    for (auto it = reports.lower_bound({key.project, 0}); it != reports.end() && it->first.project == key.project; ++it) {
      if (it->second.stage == project::ReportStage::submitted) return true;
    }
  }
  return false;
}

// Why the organisation cannot do without the role; nothing = it can.
Why why_needed(const scheme::State& state, OrganisationNumber organisation, Role role) {
  switch (role) {
    case Role::administrator: return organisation ? Why{} : Why{"台帳には管理者が必要です", "the store needs an administrator"};
    case Role::secretariat: return {"事務局の手続が進められなくなります", "the secretariat's work would stand still"};
    case Role::committee: return {"委員会が審議できなくなります", "the committee could not decide"};
    case Role::ministry: return {"この事業者が所管する規則を改定できなくなります", "the rules that it is the authority of could not be revised"};
    case Role::account_manager: return has_open_account(state, organisation) ? Why{"口座があります", "it has an account"} : Why{};
    case Role::approver: return second_person_account(state, organisation) ? Why{"二人目の確認が必要な口座があります", "an account of it needs a second person"} : Why{};
    case Role::proponent:
    case Role::programme_operator: return runs_projects(state, organisation) ? Why{"実施中の案件があります", "it has projects"} : Why{};
    case Role::verifier: return verifies_now(state, organisation) ? Why{"終わっていない審査があります", "it has a validation or a verification under way"} : Why{};
    default: return {};
  }
}

// Another role of theirs that does the same work serves as well.
bool stands_in(Role other, Role for_role) {
  if (other == for_role) return true;
  if (for_role == Role::approver) return other == Role::account_manager;
  if (for_role == Role::proponent || for_role == Role::programme_operator) return other == Role::proponent || other == Role::programme_operator;
  return false;
}

std::vector<HeldRole> held_by(const scheme::State& state, PersonId person) {
  std::vector<HeldRole> out;
  for (auto it = state.grants().lower_bound({person, {}, Role{}}); it != state.grants().end() && it->first.person == person; ++it) {
    HeldRole held;
    held.organisation = it->first.organisation;
    held.role = it->first.role;
    const auto why = why_needed(state, held.organisation, held.role);
    held.needed = why.ja != nullptr;
    if (held.needed) held.why_ja = why.ja, held.why_en = why.en;
    for (const auto& [key, row] : state.grants()) {
      const bool another = key.organisation == held.organisation && key.person != person && stands_in(key.role, held.role);
      if (another && (held.others.empty() || held.others.back() != key.person)) held.others.push_back(key.person);
    }
    out.push_back(std::move(held));
  }
  return out;
}

// Whether each organisation of `held` still has two persons for its accounts with a second person, once `person` is gone and the successors have come.
bool two_left(const scheme::State& state, PersonId person, OrganisationNumber organisation, const std::vector<Successor>& successors) {
  std::set<PersonId> persons;
  bool manager = false;
  const auto add = [&](PersonId who, Role role) {
    if (role != Role::account_manager && role != Role::approver) return;
    persons.insert(who);
    manager = manager || role == Role::account_manager;
  };
  for (const auto& [key, row] : state.grants()) {
    if (key.organisation == organisation && key.person != person) add(key.person, key.role);
  }
  for (const auto& s : successors) {
    if (s.organisation == organisation) add(s.person, s.role);
  }
  return manager && persons.size() >= 2;
}

}  // namespace

Result<Handover> Identity::handover(PersonId person) const {
  auto& p = *parts_;
  Handover out;
  SUMI_TRY([[maybe_unused]] const auto known, p.known_person(person));
  SUMI_CHECK(p.ledger.read([&](const scheme::State& state) {
    out.roles = held_by(state, person);
    const auto today = state.now().date_in_japan();
    for (const auto& [number, row] : state.authority().delegations) {
      if (row.ended || row.until < today) continue;
      if (row.by == person) out.delegations_given.push_back(number);
      if (row.person == person) out.delegations_received.push_back(number);
    }
    for (const auto& [number, row] : state.registry().retirements()) {
      if (row.requested_by == person && row.status == registry::RetirementStatus::requested) out.retirements.push_back(number);
    }
  }));
  const auto at = p.now();
  {
    const std::shared_lock lock(p.cache_mutex);
    for (const auto& [hash, live] : p.sessions) out.sessions += live->row.person == person && at < live->row.until ? 1U : 0U;
    for (const auto& [hash, live] : p.tokens) out.tokens += live->row.person == person && at < live->row.until ? 1U : 0U;
  }
  SUMI_TRY(const auto invitations, p.rows.all<store::InvitationRow>());
  for (const auto& row : invitations) out.invitations += row.inviter == person && row.used.ms == 0 && row.revoked.ms == 0 && row.until > at ? 1U : 0U;
  return out;
}

Result<void> Identity::Parts::shut(PersonId person) {
  SUMI_CHECK(rows.together([&]() -> Result<void> {
    SUMI_CHECK(rows.remove<store::CredentialRow>("person", Identities::value(person)));
    SUMI_CHECK(rows.remove<store::AuthenticatorRow>("person", Identities::value(person)));
    SUMI_CHECK(rows.remove<store::RecoveryCodeRow>("person", Identities::value(person)));
    SUMI_CHECK(void_resets(person));
    return forget_devices(person);
  }));
  SUMI_TRY([[maybe_unused]] const auto ended, end_sessions(person));
  return end_tokens(person, {});
}

Result<void> Identity::shut_out(const Signed& administrator, PersonId person) {
  auto& p = *parts_;
  SUMI_CHECK(sensitive(administrator));
  SUMI_TRY(const bool is, is_administrator(administrator.person));
  if (!is) return fail(errors::administrator_needed, {{"right_ja", "管理者"}, {"right_en", "the administrator"}});
  SUMI_TRY([[maybe_unused]] const auto known, p.known_person(person));
  if (person == administrator.person) return fail(errors::four_eyes_same);
  SUMI_CHECK(p.shut(person));
  return p.log(SecurityKind::shut_out, person, administrator.person);
}

Result<void> Identity::leave(const Signed& who, PersonId person, OrganisationNumber organisation, const std::vector<Successor>& successors) {
  auto& p = *parts_;
  SUMI_CHECK(sensitive(who));
  SUMI_TRY(const bool appoints, may_appoint(who.person));
  if (!appoints) return fail(errors::administrator_needed, {{"right_ja", "事務局または管理者"}, {"right_en", "the secretariat or the administrator"}});
  SUMI_TRY([[maybe_unused]] const auto known, p.known_person(person));
  std::vector<HeldRole> held;
  std::vector<bool> has;  // the successor has the role already
  std::string missing_ja, missing_en;
  std::optional<Successor> wrong;
  for (const auto& s : successors) {
    SUMI_TRY(const auto there, p.people().person_by_id(s.person));
    if (!there || s.person == person) wrong = s;
  }
  SUMI_CHECK(p.ledger.read([&](const scheme::State& state) {
    held = held_by(state, person);
    if (organisation) std::erase_if(held, [&](const auto& h) { return h.organisation != organisation; });
    for (const auto& s : successors) {
      if (std::none_of(held.begin(), held.end(), [&](const auto& h) { return h.organisation == s.organisation && h.role == s.role; })) wrong = s;
      has.push_back(state.has_role(s.person, s.organisation, s.role));
    }
    for (const auto& h : held) {
      const bool named = std::any_of(successors.begin(), successors.end(), [&](const auto& s) { return s.organisation == h.organisation && s.role == h.role; });
      const bool pair = (h.role == Role::account_manager || h.role == Role::approver) && second_person_account(state, h.organisation);
      const bool left = pair ? !two_left(state, person, h.organisation, successors) : h.needed && h.others.empty() && !named;
      if (!left) continue;
      const auto number = std::to_string(h.organisation.value);
      missing_ja += (missing_ja.empty() ? "" : "、") + (h.organisation ? "事業者" + number + "の" : "この台帳の") + std::string(words_of(h.role).ja);
      missing_en += (missing_en.empty() ? "" : ", ") + std::string(words_of(h.role).en) + (h.organisation ? " of organisation " + number : " of this store");
    }
  }));
  if (wrong) return fail(errors::handover_successor, {{"organisation", std::to_string(wrong->organisation.value)}, {"role_ja", std::string(words_of(wrong->role).ja)}, {"role", std::string(words_of(wrong->role).en)}});
  if (!missing_en.empty()) return fail(errors::handover_incomplete, {{"missing_ja", missing_ja}, {"missing", missing_en}});

  Request request;
  request.actor = who.person;
  SUMI_TRY(const auto as, p.appoints_for(who.person, Role::auditor));
  if (as) request.on_behalf_of = *as;
  for (std::size_t i = 0; i < successors.size(); ++i) {
    if (!has[i]) request.commands.emplace_back(scheme::Grant{successors[i].person, successors[i].organisation, successors[i].role});
  }
  // Who takes their own roles takes last the one by which they do it.
  const auto rank = [](const HeldRole& h) { return h.role == Role::administrator ? 2 : h.role == Role::secretariat ? 1U : 0U; };
  std::stable_sort(held.begin(), held.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  for (const auto& h : held) request.commands.emplace_back(scheme::Revoke{person, h.organisation, h.role});
  if (!request.commands.empty()) {
    SUMI_TRY([[maybe_unused]] const auto accepted, p.ledger.submit(std::move(request)));
  }
  if (organisation) {
    SUMI_TRY([[maybe_unused]] const auto ended, p.end_sessions(person));
    SUMI_CHECK(p.end_tokens(person, organisation));
  } else {
    SUMI_CHECK(p.shut(person));
    SUMI_CHECK(p.rows.remove<store::ContactRow>("person", Identities::value(person)));
  }
  const auto at = p.now();
  SUMI_CHECK(p.rows.together([&]() -> Result<void> {
    SUMI_TRY(const auto invitations, p.rows.all<store::InvitationRow>());
    for (auto row : invitations) {
      if (row.inviter != person || row.granted.ms != 0 || row.revoked.ms != 0 || (organisation && row.organisation != organisation)) continue;
      row.revoked = at;
      SUMI_CHECK(p.rows.put(row));
    }
    return p.log(SecurityKind::handed_over, person, who.person, organisation ? std::to_string(organisation.value) : std::string());
  }));
  return {};
}

}  // namespace sumi::service
