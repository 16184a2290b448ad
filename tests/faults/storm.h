// What the storm sends and what it writes of each acknowledgement: shared by the program that is killed and the test that kills it.
#pragma once

#include <cstdint>

#include "service/testing.h"

namespace sumi::test::storm {

inline constexpr unsigned threads = 4;

// One write to a pipe of at most PIPE_BUF bytes is whole or not there at all.
struct Acknowledgement {
  std::uint32_t round = 0;
  std::uint32_t thread = 0;
  std::uint64_t number = 0;
  std::uint64_t first = 0;
  std::uint32_t count = 0;
  std::uint32_t repeated = 0;
};

inline IdempotencyKey key(std::uint32_t round, std::uint32_t thread, std::uint64_t number) {
  return service::testing::key_of((std::uint64_t{round} + 1) << 32 | thread, number);
}

// The same for the same numbers. Even threads give units, odd ones give them back, so that they never run out.
inline service::Request request(const service::testing::Inhabitants& who, std::uint32_t round, std::uint32_t thread, std::uint64_t number) {
  registry::Transfer t;
  t.from = thread % 2 == 0 ? who.first_account : who.second_account;
  t.to = thread % 2 == 0 ? who.second_account : who.first_account;
  t.selection.pick = registry::Pick{1 + number % 7, "", {}, {}};
  service::Request r = thread % 2 == 0 ? service::testing::request(who.tanaka, who.first, t) : service::testing::request(who.kato, who.second, t);
  r.key = key(round, thread, number);
  if (number % 3 == 0) r.sealed.push_back({0, "note", "備考 " + std::to_string(round) + "/" + std::to_string(thread) + "/" + std::to_string(number)});
  if (number % 5 == 0) r.commands.push_back(t);
  return r;
}

}  // namespace sumi::test::storm
