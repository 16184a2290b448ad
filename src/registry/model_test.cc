// The registry against a naive one that writes down of every single unit who has it, under random commands of every kind: 100,000 of them, a million with SUMI_TEST_ALL.
// SUMI_SEED plays a game again. ./dev fuzz model --seconds 0 plays on without end.
#include <gtest/gtest.h>

#include <cstdlib>

#include "base/test_support.h"
#include "registry/model_game_test.h"

namespace sumi::registry {
namespace {

constexpr std::uint64_t commands_of_a_game = 400;

void print(const naive::Tally& tally) {
  std::printf("%-24s %10s %10s\n", "command", "accepted", "refused");
  for (const auto& [name, n] : tally.commands) std::printf("%-24s %10llu %10llu\n", name.c_str(), static_cast<unsigned long long>(n.accepted), static_cast<unsigned long long>(n.refused));
  std::printf("%zu kinds of refusals:", tally.refusals.size());
  for (const auto& [name, n] : tally.refusals) std::printf(" %s %llu", name.c_str(), static_cast<unsigned long long>(n));
  std::printf("\n");
}

// Each seed is a game of its own, so that one is found again without the others before it.
TEST(Model, agrees_with_the_registry_under_random_commands_of_every_kind) {
  const auto base = test::seed();
  const std::uint64_t wanted = std::getenv("SUMI_TEST_ALL") != nullptr ? 1'000'000 : 100'000;
  naive::Tally all;
  for (auto seed = base; all.played() < wanted; ++seed) {
    naive::Game game{naive::Dice(seed)};
    try {
      game.run(commands_of_a_game);
    } catch (const std::exception& e) {
      FAIL() << e.what() << "\nagain with SUMI_SEED=" << seed << "; the last commands:\n" << game.both().last_commands();
    }
    all.add(game.both().tally);
  }
  print(all);
  std::uint64_t accepted = 0;
  for (const auto& [name, n] : all.commands) accepted += n.accepted;
  std::printf("%llu commands, %llu of them accepted\n", static_cast<unsigned long long>(all.played()), static_cast<unsigned long long>(accepted));
  // Neither a game in which nothing happens nor one in which nobody errs.
  EXPECT_GT(accepted * 2, all.played());
  EXPECT_LT(accepted * 10, all.played() * 8);
  constexpr std::size_t kinds = 38 + 3;  // of commands; requests and offers that lapse, keys made anew
  EXPECT_EQ(all.commands.size(), kinds);
  for (const auto& [name, n] : all.commands) EXPECT_GT(n.accepted, 20u) << name << " is hardly ever accepted";
  for (const auto& [name, n] : all.commands) EXPECT_TRUE(n.refused > 20 || name.front() == '(') << name << " is hardly ever refused";
}

// A difference would be seen: one unit that the list gives to somebody else changes its hash.
TEST(Model, sees_one_unit_in_the_wrong_hands) {
  naive::Game game{naive::Dice(std::uint64_t{1})};
  game.run(commands_of_a_game);
  auto both = game.both();
  EXPECT_NO_THROW(both.compare(Date::from_days(30'000)));
  const auto first = both.naive.units.begin();
  first->second.account.value = first->second.account.value == 1 ? 2 : 1;
  EXPECT_NE(both.state_hash(), both.naive_hash());
  EXPECT_THROW(both.compare(Date::from_days(30'000)), naive::Difference);
}

}  // namespace
}  // namespace sumi::registry
