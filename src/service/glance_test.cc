// While transfers are on their way to the disk, a thread looks without waiting. What it sees is compared with the journal's own count: every transfer moves one
// tonne and is one entry, so the receiving account's balance is the number of transfers that were seen.
#include "service/glance.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "base/test_support.h"
#include "service/testing.h"

namespace sumi::service {
namespace {

using namespace testing;

TEST(Glance, SeesAheadOfTheDiskAndSaysSo) {
  const test::TemporaryFolder folder;
  StandingClock clock(at("2027-05-20"));
  LedgerOptions options;
  options.clock = &clock;
  const auto ledger = value_of(Ledger::create(folder.file("store"), create_options(), options));
  const auto who = furnish(*ledger, 100'000, 6);
  const auto before = ledger->last().value;
  constexpr std::uint64_t count = 2'000;
  std::atomic<std::uint64_t> answered = 0, refused = 0;
  const auto write = [&](std::uint64_t round) {
    for (std::uint64_t i = 0; i < count; ++i) {
      ledger->submit_async(transfer(who, 1, key_of(round, i + 1)), [&](const Result<Accepted>& answer) {
        refused += answer ? 0U : 1U;
        ++answered;
      });
      if (i % 16 == 0) value_of(ledger->read([](const scheme::State&) {}));  // so that there are many batches
    }
  };
  const auto look = [&] {
    std::uint64_t seen = 0;
    value_of(ledger->read([&](const scheme::State& state) { seen = state.registry().balance(who.second_account).held; }));
    return seen;
  };
  std::uint64_t ahead = 0, wrong = 0, waited_wrong = 0;
  // On a machine that is busy the looks of a whole round may all fall beside the writing: then there is another round.
  std::uint64_t rounds = 0;
  while (ahead == 0 && rounds < 20) {
    ++rounds;
    std::thread writer(write, rounds);
    while (answered < rounds * count) {
      {
        const Glance glance;
        const auto seen = look();
        const auto on_disk = ledger->last().value - before;
        // Said to be durable: the journal, asked afterwards, has it all. Otherwise: something was not there yet when it was seen.
        if (glance.durable() && on_disk < seen) ++wrong;
        if (!glance.durable()) ++ahead;
      }
      // Without a glance nothing is seen that is not durable.
      const auto seen = look();
      if (ledger->last().value - before < seen) ++waited_wrong;
    }
    writer.join();
  }
  EXPECT_EQ(refused, 0U);
  EXPECT_EQ(wrong, 0U);
  EXPECT_EQ(waited_wrong, 0U);
  EXPECT_GT(ahead, 0U);
  EXPECT_EQ(look(), rounds * count);
}

TEST(Glance, StandsOnItsThreadAloneAndAtMostUntilItGoes) {
  EXPECT_EQ(Glance::current(), nullptr);
  {
    const Glance outer;
    EXPECT_EQ(Glance::current(), &outer);
    std::thread([] { EXPECT_EQ(Glance::current(), nullptr); }).join();
    {
      const Glance inner;
      EXPECT_EQ(Glance::current(), &inner);
    }
    EXPECT_EQ(Glance::current(), &outer);
  }
  EXPECT_EQ(Glance::current(), nullptr);
}

}  // namespace
}  // namespace sumi::service
