// A store for the benchmark of the server: two holders, a project, an account that holds plenty, so many transfers of one year before, and people who are signed in.
#pragma once

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "service/identity.h"
#include "service/testing.h"

namespace sumi::bench {

struct Door {
  std::string cookie;  // the field of a request's header
  std::string csrf;
};
struct Furnished {
  service::testing::Inhabitants who;
  std::vector<Door> doors;    // account managers of the first holder, each with a session of their own
  std::uint64_t entries = 0;  // of the journal
};

// Signs them in as the server would; it finds their sessions in the store.
inline std::vector<Door> open_doors(service::Ledger& ledger, const service::testing::Inhabitants& who, std::size_t count) {
  using service::testing::value_of;
  service::IdentityOptions options;
  options.password_passes = 1;  // what a password costs is not measured here
  options.password_bytes = std::size_t{8} << 20;
  const auto identity = value_of(service::Identity::open(ledger, service::system_clock(), options));
  std::vector<Door> doors;
  for (std::size_t i = 0; i < count; ++i) {
    service::SignIn in;
    in.login = "manager" + std::to_string(i);
    in.password = "sumi-bench-2026";
    in.peer = "127.0.0.1";
    const auto person = value_of(ledger.people().add_person(in.login, "口座管理者" + std::to_string(i))).id;
    service::testing::take(ledger, who.admin, who.secretariat, scheme::Grant{person, who.first, scheme::Role::account_manager});
    value_of(identity->make_demo_login(person, in.password, ""));
    const auto done = value_of(identity->sign_in(in));
    doors.push_back({"Cookie: sumi_session=" + done.token + "\r\n", done.asker->csrf});
  }
  return doors;
}

// Keys are random, as clients make them; the year passes while the transfers are made, so that keys are forgotten as in any store.
inline void make_history(service::Ledger& ledger, service::testing::StandingClock& clock, const service::testing::Inhabitants& who, std::uint64_t entries) {
  using service::testing::value_of;
  constexpr std::uint64_t at_once = 4000;
  const auto begin = clock.now();
  std::mt19937_64 random(20'270'520);
  while (ledger.last().value < entries) {
    const auto done = ledger.last().value;
    clock.set({begin.ms + static_cast<std::int64_t>(static_cast<double>(done) / static_cast<double>(entries) * 365 * 86'400'000)});
    std::vector<service::Request> requests;
    for (std::uint64_t i = 0; i < std::min(at_once, entries - done); ++i) {
      requests.push_back(service::testing::transfer(who, 1, service::testing::key_of(random(), random())));
    }
    for (auto& answer : ledger.submit_all(std::move(requests))) value_of(std::move(answer));
  }
}

inline Furnished furnish_store(const std::string& folder, std::uint64_t entries, std::size_t people) {
  using service::testing::value_of;
  service::testing::StandingClock clock(service::testing::at("2027-05-20"));
  service::LedgerOptions options;
  options.clock = &clock;
  const auto ledger = value_of(service::Ledger::create(folder, service::testing::create_options(), options));
  Furnished out;
  out.who = service::testing::furnish(*ledger, 1'000'000'000, 6);
  make_history(*ledger, clock, out.who, entries);
  out.doors = open_doors(*ledger, out.who, people);
  out.entries = ledger->last().value;
  return out;
}

// How many entries the journal has, by whoever opens it anew.
inline std::uint64_t entries_in(const std::string& folder) { return service::testing::value_of(service::Ledger::open(folder))->last().value; }

}  // namespace sumi::bench
