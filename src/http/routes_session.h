// What the routes of signing in and of people share.
#pragma once

#include <string>
#include <vector>

#include "http/api.h"
#include "service/identity.h"
#include "service/view.h"

namespace sumi::http {

// "/api/v1/session": who is signed in, for which organisations with which roles, the rights of all of them together, and what Sumi-CSRF must say. The shape of
// the page's session (web/src/api/contract.ts).
struct SessionPerson {
  PersonId id;
  std::string login, name;
  std::string language;  // ja, en
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "id", s.id);
    v(Part::open, "login", s.login);
    v(Part::open, "name", s.name);
    v(Part::open, "language", s.language);
  }
};
struct SessionOrganisation {
  std::uint64_t id = 0;  // 0: the store itself, for which its administrator acts
  std::string name;
  std::vector<scheme::Role> roles;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "id", s.id);
    v(Part::open, "name", s.name);
    v(Part::open, "roles", s.roles);
  }
};
struct SessionStore {
  scheme::StoreKind kind = scheme::StoreKind::demo;
  std::string name;
  std::string language = "ja";  // of the page at the first visit: the configuration's
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "kind", s.kind);
    v(Part::open, "name", s.name);
    v(Part::open, "language", s.language);
  }
};
struct SessionView {
  std::optional<SessionPerson> person;  // absent: nobody is signed in
  std::string second_factor = "none";   // "passed"; "asked": the code is still to come; "to_enrol": what one may do needs it, and there is no authenticator; "none"
  std::vector<SessionOrganisation> organisations;
  std::vector<std::string> rights;
  std::string csrf;
  SessionStore store;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "person", s.person);
    v(Part::open, "second_factor", s.second_factor);
    v(Part::open, "organisations", s.organisations);
    v(Part::open, "rights", s.rights);
    v(Part::open, "csrf", s.csrf);
    v(Part::open, "store", s.store);
  }
};
// `who` nullptr: nobody.
[[nodiscard]] Result<SessionView> session_view(const Call& call, const service::Signed* who);

// Sets the cookies of a session that begins or goes on under a new token, and gives its view.
[[nodiscard]] Result<SessionView> signed_in(const Call& call, const service::SignedIn& in);

}  // namespace sumi::http
