// A furnished ledger in memory with people who can sign in, a clock that stands, and the mails that were sent.
#pragma once

#include <gtest/gtest.h>

#include "service/identity.h"
#include "service/identity_limits.h"
#include "service/testing.h"
#include "service/totp.h"

namespace sumi::service::testing {

inline constexpr const char* good_password = "青い煙突と北の工場の朝日";
// Base32 of the secret of RFC 6238.
inline constexpr const char* rfc_secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

inline IdentityOptions quick(std::vector<IdentityMail>* mails = nullptr) {
  IdentityOptions options;
  options.password_passes = 1;
  options.password_bytes = 8192;
  options.writes_behind = false;
  options.hashing_threads_max = 8;
  if (mails != nullptr) options.mail = [mails](const IdentityMail& m) { mails->push_back(m); };
  return options;
}

struct Desk {
  House house;
  std::vector<IdentityMail> mails;
  std::unique_ptr<Identity> identity;
  Inhabitants& who = house.who;

  explicit Desk(scheme::StoreKind kind = scheme::StoreKind::demo) : house(kind) { identity = value_of(Identity::open(*house.ledger, house.clock, quick(&mails))); }

  void later(std::int64_t ms) { house.clock.set({house.clock.now().ms + ms}); }
  void password(PersonId person, const char* secret = "") { value_of(identity->make_demo_login(person, good_password, secret)); }
  [[nodiscard]] std::string code() const { return one_time_code(*from_base32(rfc_secret), totp_step(house.clock.now())); }
  [[nodiscard]] SignIn form(const std::string& login, const std::string& password = good_password, const std::string& code = "", const std::string& peer = "192.0.2.1") const {
    SignIn in;
    in.login = login;
    in.password = password;
    in.code = code;
    in.peer = peer;
    in.user_agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    return in;
  }
  // With the second factor passed; each takes 30 s, since a code serves once.
  Asker in(PersonId person, const std::string& login) {
    password(person, rfc_secret);
    later(30'000);
    return value_of(identity->sign_in(form(login, good_password, code()))).asker;
  }
  // Another administrator of the store.
  PersonId second_administrator() {
    const auto id = value_of(house.ledger->people().add_person("vice", "副島管理")).id;
    take(*house.ledger, who.admin, {}, scheme::Grant{id, {}, scheme::Role::administrator});
    return id;
  }
  [[nodiscard]] bool has(PersonId person, OrganisationNumber organisation, scheme::Role role) const {
    bool is = false;
    value_of(house.ledger->read([&](const scheme::State& state) { is = state.has_role(person, organisation, role); }));
    return is;
  }
  [[nodiscard]] std::vector<std::string> kinds() const {
    std::vector<std::string> out;
    for (const auto& event : value_of(identity->security_log(0, 1000))) out.insert(out.begin(), event.kind);
    return out;
  }
  [[nodiscard]] std::size_t count(const std::string& kind) const {
    const auto all = kinds();
    return static_cast<std::size_t>(std::count(all.begin(), all.end(), kind));
  }
};

}  // namespace sumi::service::testing
