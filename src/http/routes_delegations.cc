// Delegations of the organisation for which one acts, and those that were given to oneself. They are given and ended by the commands Delegate and EndDelegation.
#include "http/routes_delegations.h"

#include <algorithm>
#include <map>

#include "http/routes_session.h"
#include "scheme/names.h"
#include "scheme/words.h"
#include "service/act_view.h"

namespace sumi::http {

namespace {

struct DelegatedPerson {
  PersonId person;
  std::string login, name;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "person", s.person);
    v(Part::party, "login", s.login);
    v(Part::party, "name", s.name);
  }
};
struct DelegationView {
  std::uint64_t delegation = 0;
  OrganisationNumber organisation;
  std::string organisation_name;
  DelegatedPerson to, by;
  scheme::Role role = {};
  Date from, until;  // both included
  bool ended = false;
  bool in_force = false;  // today
  bool own = false;       // given to oneself
  bool may_end = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "delegation", s.delegation);
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "organisation_name", s.organisation_name);
    v(Part::party, "to", s.to);
    v(Part::party, "by", s.by);
    v(Part::party, "role", s.role);
    v(Part::party, "from", s.from);
    v(Part::party, "until", s.until);
    v(Part::party, "ended", s.ended);
    v(Part::party, "in_force", s.in_force);
    v(Part::party, "own", s.own);
    v(Part::party, "may_end", s.may_end);
  }
};
struct DelegationsView {
  std::vector<DelegationView> items;  // the newest first
  std::vector<scheme::Role> roles;    // that one may lend, for the organisation for which one acts
  OrganisationNumber organisation;
  Date today;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "items", s.items);
    v(Part::party, "roles", s.roles);
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "today", s.today);
  }
};
struct LoginQuery {
  std::string login;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "login", s.login); }
};

bool allowed(const scheme::State& state, const scheme::AnyCommand& command, const Act& act) { return service::may(state, command, act, scheme::Rules{}).allowed; }

// A role that the scheme lets one lend: refused is then only that the other person is no supporter, which is known when they are named.
bool lendable(const scheme::State& state, const Act& act, scheme::Role role, Date today) {
  scheme::Delegate asked;
  asked.organisation = act.on_behalf_of;
  asked.person = act.actor;
  asked.person.bytes[0] = static_cast<std::uint8_t>(act.actor.bytes[0] ^ 1U);  // somebody else
  asked.role = role;
  asked.from = today;
  asked.until = today;
  const auto may = service::may(state, asked, act, scheme::Rules{});
  return may.allowed || (may.why_not && may.why_not->code == "scheme.delegation_supporter");
}

Result<DelegationsView> delegations(const Call& call, const Nothing&) {
  DelegationsView view;
  view.today = call.office.clock.now().date_in_japan();
  view.organisation = call.organisation();
  std::vector<std::pair<PersonId, PersonId>> persons;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) {
    const Act act = service::act_of(state, call.caller.actor, call.office.clock.now());
    for (const auto& [word, role] : enum_names(scheme::Role{})) {
      if (lendable(state, act, role, view.today)) view.roles.push_back(role);
    }
    for (const auto& [number, row] : state.authority().delegations) {
      const bool own = row.person == call.person();
      if (!own && (row.organisation != call.organisation() || call.caller.actor.roles.empty())) continue;
      const auto* organisation = state.organisations().find(row.organisation);
      DelegationView one;
      one.delegation = number;
      one.organisation = row.organisation;
      one.organisation_name = organisation == nullptr ? state.meta().operator_name : organisation->name_on(view.today);
      one.role = row.role;
      one.from = row.from;
      one.until = row.until;
      one.ended = row.ended;
      one.in_force = !row.ended && state.delegation_of(row.person, row.organisation, row.role, view.today) != 0;
      one.own = own;
      one.may_end = allowed(state, scheme::EndDelegation{number}, act);
      view.items.push_back(std::move(one));
      persons.emplace_back(row.person, row.by);
    }
  }));
  const auto named = [&](PersonId person) -> Result<DelegatedPerson> {
    SUMI_TRY(const auto known, call.ledger().people().person_by_id(person));
    return DelegatedPerson{person, known ? known->login : std::string(), known ? known->name : std::string()};
  };
  for (std::size_t i = 0; i < persons.size(); ++i) {
    SUMI_TRY(view.items[i].to, named(persons[i].first));
    SUMI_TRY(view.items[i].by, named(persons[i].second));
  }
  std::ranges::reverse(view.items);
  return view;
}

// To whom a role may be lent is said by login; the command wants the person. Only for who has something to lend, and only by the whole login.
Result<DelegatedPerson> person_of(const Call& call, const LoginQuery& query) {
  bool lends = false;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) {
    const Act act = service::act_of(state, call.caller.actor, call.office.clock.now());
    for (const auto& [word, role] : enum_names(scheme::Role{})) lends = lends || lendable(state, act, role, call.office.clock.now().date_in_japan());
  }));
  if (!lends) {
    JoinedWords roles;
    for (const auto role : {scheme::Role::account_manager, scheme::Role::proponent, scheme::Role::programme_operator, scheme::Role::verifier}) roles.add(words_of(role));
    return fail(errors::not_allowed, {{"roles_ja", roles.ja}, {"roles", roles.en}});
  }
  SUMI_TRY(const auto persons, call.ledger().people().persons());
  const auto found = std::ranges::find(persons, query.login, &store::Person::login);
  if (query.login.empty() || found == persons.end()) return fail(errors::not_found, {{"what_ja", "そのログイン名の人"}, {"what_en", "a person with that login"}});
  return DelegatedPerson{found->id, found->login, found->name};
}

}  // namespace

void add_delegation_routes(Routes& routes) {
  routes.get<Nothing, DelegationsView>("/api/v1/account/delegations", {"委任(代わりに操作する人)", "Delegations: who acts in whose stead"}, "account", Right::signed_in, delegations);
  routes.get<LoginQuery, DelegatedPerson>("/api/v1/account/delegations/person", {"委任する相手を調べる", "Find the person to whom something is delegated"}, "account", Right::signed_in, person_of);
}

}  // namespace sumi::http
