// What a role may do on the page and by the API: one table in one file (permissions.cc). The administration shows it, a test goes through it cell by cell.
//
// Two parts. Rights open pages and reads: their rows stand here. Commands are the scheme's own: who may give one is asked of scheme::roles_of, so that the page
// and the ledger can never differ. Whose things one sees within a right is a matter of the organisation: may_see().
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scheme/scheme.h"

namespace sumi::service {

enum class Right : std::uint8_t {
  everyone = 1,     // the public, signed in or not
  signed_in,        // anybody with a session: their own settings, tasks, help
  plan_projects,    // plans, members, monitoring data of one's own cases
  see_cases,        // a case with its papers: one's own; all of them for the scheme's bodies
  verify_cases,     // the verifier's desk
  run_scheme,       // the secretariat's desk
  decide_cases,     // the committee's docket
  see_accounts,     // holdings and movements: one's own; all of them for the secretariat and the auditor
  move_units,       // transfers and retirements are prepared
  support_companies,
  audit,            // the journal with the parties' part, states of other days, checks
  manage_people,    // memberships and roles of an organisation
  administer,       // settings, keys, jobs, the security log
  adopt_rules,      // rule packs: what an edition would change, and adopting it, which is a ministry's alone
};

struct RightRow {
  Right right;
  std::string_view key;  // "plan_projects": the word in the API
  std::string_view ja, en;
  std::vector<scheme::Role> roles;  // empty for everyone and signed_in
  bool second_factor = false;       // the session must have passed it
};
[[nodiscard]] const std::vector<RightRow>& rights();
[[nodiscard]] const RightRow& row_of(Right right);

// Who acts: a person for one organisation.
struct Actor {
  PersonId person;
  OrganisationNumber organisation;   // 0: none
  std::vector<scheme::Role> roles;   // own grants for it and delegations of today
  [[nodiscard]] bool has(scheme::Role role) const;
};
// With the roles that the state gives that person for that organisation on that day.
[[nodiscard]] Actor actor_for(const scheme::State& state, PersonId person, OrganisationNumber organisation, Date today);
// Every organisation for which the person has a role on that day, by number.
[[nodiscard]] std::vector<OrganisationNumber> organisations_of(const scheme::State& state, PersonId person, Date today);

[[nodiscard]] bool allowed(Right right, const Actor& actor, bool signed_in);

// A case: its proponents, a body that validated or verified it or was asked to, who was delegated, and the scheme's bodies. Registered projects' public facts need none.
[[nodiscard]] bool may_see(const scheme::State& state, const Actor& actor, ProjectNumber project);
// An account: its owner, an agent appointed for it, secretariat, auditor.
[[nodiscard]] bool may_see(const scheme::State& state, const Actor& actor, AccountNumber account);

// The roles of which any may give the command of that name; empty: time gives it.
[[nodiscard]] std::vector<scheme::Role> roles_for_command(std::string_view name);

}  // namespace sumi::service
