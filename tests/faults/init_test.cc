// The power goes while a store is being made: what is left opens as a whole store, or says what it is and what to remove; then the next init works.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "base/test_support.h"
#include "service/testing.h"
#include "support/after_a_fault.h"
#include "support/forgetful_vfs.h"

namespace sumi::test {
namespace {

namespace fs = std::filesystem;
using service::Ledger;
using service::testing::refusal;
using service::testing::StandingClock;

service::LedgerOptions options_on(const StandingClock& clock, const char* vfs = nullptr) {
  service::LedgerOptions options;
  options.clock = &clock;
  options.vfs = vfs;
  return options;
}

std::uint64_t operations_of_an_init() {
  const TemporaryFolder folder;
  ForgetfulVfs disk(1);
  const StandingClock clock(service::testing::at("2027-05-20"));
  service::testing::value_of(Ledger::create(folder.file("store"), service::testing::create_options(), options_on(clock, disk.name())));
  return disk.operations();
}

// Every point of it, each with a disk that forgets in its own way.
TEST(PowerDuringInit, leaves_a_store_or_says_what_to_remove) {
  const auto base = seed();
  const auto points = operations_of_an_init();
  ASSERT_GT(points, 10u);
  std::map<std::string, unsigned> ends;
  for (std::uint64_t point = 1; point <= points; ++point) {
    SCOPED_TRACE("SUMI_SEED=" + std::to_string(base) + " point " + std::to_string(point));
    const TemporaryFolder folder;
    const auto store = folder.file("store");
    const StandingClock clock(service::testing::at("2027-05-20"));
    {
      ForgetfulVfs disk(base + point);
      disk.lose_power_at(point);
      const auto made = Ledger::create(store, service::testing::create_options(), options_on(clock, disk.name()));
    }
    const auto opened = Ledger::open(store, options_on(clock));
    ++ends[refusal(opened)];
    if (opened) {
      expect_sound(**opened);
      service::testing::furnish(**opened);
      continue;
    }
    ASSERT_EQ(refusal(opened), "store.init_broken_off") << describe_error(opened.error(), Language::en);
    EXPECT_NE(std::string(opened.error().def->remedy_en).find("remove everything in {path}"), std::string::npos);
    // A second init says the same; after what it says was done, it works.
    EXPECT_EQ(refusal(Ledger::create(store, service::testing::create_options(), options_on(clock))), "store.init_broken_off");
    fs::remove_all(store);
    const auto again = service::testing::value_of(Ledger::create(store, service::testing::create_options(), options_on(clock)));
    expect_sound(*again);
  }
  for (const auto& [end, count] : ends) std::printf("%s: %u of %llu points\n", end.empty() ? "opened" : end.c_str(), count, static_cast<unsigned long long>(points));
  EXPECT_GT(ends["store.init_broken_off"], 0u);
}

// A store in which somebody worked is never told to be the remains of an init.
TEST(PowerDuringInit, a_store_that_lost_its_journal_is_no_broken_off_init) {
  const TemporaryFolder folder;
  const auto store = folder.file("store");
  const StandingClock clock(service::testing::at("2027-05-20"));
  {
    const auto ledger = service::testing::value_of(Ledger::create(store, service::testing::create_options(), options_on(clock)));
    service::testing::furnish(*ledger);
  }
  fs::resize_file(store + "/journal.db", 0);
  EXPECT_EQ(refusal(Ledger::open(store, options_on(clock))), "store.database_unreadable");
  EXPECT_EQ(refusal(Ledger::create(store, service::testing::create_options(), options_on(clock))), "store.store_exists");
}

}  // namespace
}  // namespace sumi::test
