// Many requests in flight: batches that are decided while the one before becomes durable, beside threads that wait, read, take turns and take snapshots.
#include <gtest/gtest.h>

#include <atomic>
#include <random>
#include <thread>

#include "base/test_support.h"
#include "service/errors.h"
#include "service/testing.h"
#include "store/sqlite.h"

namespace sumi::service {
namespace {

using namespace testing;

// Keeps `in_flight` requests on their way until `count` are answered, and looks at each answer.
class Crowd {
 public:
  Crowd(Ledger& ledger, std::uint64_t count, std::function<Request(std::uint64_t)> make) : ledger_(ledger), count_(count), make_(std::move(make)) {}
  void play(std::uint64_t in_flight) {
    for (std::uint64_t i = 0; i < in_flight; ++i) send();
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return answered == count_; });
  }
  std::atomic<std::uint64_t> answered = 0, accepted = 0, repeated = 0, refused = 0, broken = 0, early = 0;

 private:
  void send() {
    const auto i = next_.fetch_add(1);
    if (i >= count_) return;
    ledger_.submit_async(make_(i), [this](Result<Accepted> answer) {
      if (!answer) {
        ++(answer.error().def == &errors::ledger_broken ? broken : refused);
      } else {
        ++(answer->repeated ? repeated : accepted);
        // Nobody is told anything that is not durable.
        if (ledger_.last().value + 1 < answer->first.value + answer->count) ++early;
      }
      send();
      if (answered.fetch_add(1) + 1 == count_) {
        const std::lock_guard lock(mutex_);
        changed_.notify_all();
      }
    });
  }
  Ledger& ledger_;
  const std::uint64_t count_;
  std::function<Request(std::uint64_t)> make_;
  std::atomic<std::uint64_t> next_ = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
};

struct OnDisk {
  test::TemporaryFolder folder;
  std::string path = folder.file("store");
  StandingClock clock{at("2027-05-20")};
  std::unique_ptr<Ledger> ledger;
  Inhabitants who;
  OnDisk() {
    ledger = value_of(Ledger::create(path, create_options(), options()));
    who = furnish(*ledger, 100'000, 6);
  }
  LedgerOptions options() {
    LedgerOptions o;
    o.clock = &clock;
    o.snapshot_every = 3'000;
    return o;
  }
  void reopen() {
    ledger.reset();
    ledger = value_of(Ledger::open(path, options()));
  }
  Hash state_hash() const {
    Hash hash;
    value_of(ledger->read([&](const scheme::State& state) { hash = state.state_hash(); }));
    return hash;
  }
};

TEST(Crowds, AreAnsweredOnceEachAndTheJournalLeadsToTheState) {
  OnDisk s;
  // Of ten requests one asks for too much, and one repeats the key and the commands of another.
  const auto make = [&](std::uint64_t i) {
    if (i % 10 == 3) return transfer(s.who, 10'000'000, key_of(5, i));
    const auto of = i % 10 == 7 ? i - 1 : i;
    return transfer(s.who, 1 + of % 3, key_of(5, of));
  };
  const auto before = s.ledger->last().value;
  constexpr std::uint64_t count = 20'000;
  Crowd crowd(*s.ledger, count, make);
  crowd.play(3'000);
  EXPECT_EQ(crowd.accepted, count * 8 / 10);
  EXPECT_EQ(crowd.repeated, count / 10);
  EXPECT_EQ(crowd.refused, count / 10);
  EXPECT_EQ(crowd.early, 0U);
  EXPECT_EQ(s.ledger->last().value, before + count * 8 / 10);
  EXPECT_TRUE(value_of(s.ledger->check(false)).findings.empty());
  const auto hash = s.state_hash();
  const auto head = value_of(s.ledger->head());
  s.reopen();
  EXPECT_EQ(s.state_hash(), hash);
  EXPECT_EQ(value_of(s.ledger->head()), head);
}

TEST(Crowds, GoTogetherWithEverythingElse) {
  OnDisk s;
  std::atomic<bool> over = false;
  std::atomic<std::uint64_t> others = 0;
  std::vector<std::thread> threads;
  for (std::uint64_t t = 0; t < 2; ++t) {
    threads.emplace_back([&, t] {
      for (std::uint64_t i = 0; !over; ++i, ++others) value_of(s.ledger->submit(transfer(s.who, 1, key_of(20 + t, i))));
    });
  }
  threads.emplace_back([&] {
    for (std::uint64_t i = 0; !over; ++i) {
      std::vector<Request> both;
      both.push_back(transfer(s.who, 1, key_of(30, 2 * i)));
      both.push_back(transfer(s.who, 1, key_of(30, 2 * i + 1)));
      for (auto& answer : s.ledger->submit_all(std::move(both))) value_of(std::move(answer)), ++others;
      value_of(s.ledger->advance_time());
      if (i % 8 == 0) value_of(s.ledger->snapshot());
    }
  });
  threads.emplace_back([&] {
    for (std::uint64_t i = 1; !over; ++i) {
      SequenceNumber seen;
      value_of(s.ledger->read([&](const scheme::State& state) { seen = {state.keys().size()}; }));
      EXPECT_GE(s.ledger->last(), seen);  // every key came with an entry
      if (i % 16 == 0) value_of(s.ledger->receipt({1 + i % 40}, journal::ReceiptKind::open, log_key()));
    }
  });
  Crowd crowd(*s.ledger, 12'000, [&](std::uint64_t i) { return transfer(s.who, 1, key_of(9, i)); });
  crowd.play(2'000);
  over = true;
  for (auto& t : threads) t.join();
  EXPECT_EQ(crowd.accepted, 12'000U);
  EXPECT_EQ(crowd.early, 0U);
  std::uint64_t held = 0;
  value_of(s.ledger->read([&](const scheme::State& state) { held = state.registry().balance(s.who.second_account).held; }));
  EXPECT_EQ(held, 12'000 + others);
  EXPECT_TRUE(value_of(s.ledger->check(false)).findings.empty());
  const auto hash = s.state_hash();
  s.reopen();
  EXPECT_EQ(s.state_hash(), hash);
}

// The disk refuses in the midst of it: what was answered is there, of the rest nothing, and no batch came after the one that failed.
TEST(Crowds, OfABrokenJournalOnlyWhatWasDurableIsAnswered) {
  OnDisk s;
  const auto before = s.ledger->last().value;
  s.ledger.reset();
  {
    auto database = value_of(store::Database::open(s.path + "/journal.db", "journal", store::Opening::existing));
    const auto limit = std::to_string(before + 4'000);
    value_of(database.execute(("CREATE TRIGGER full BEFORE INSERT ON segments WHEN NEW.first > " + limit + " BEGIN SELECT RAISE(FAIL, 'the disk is full'); END").c_str()));
  }
  s.ledger = value_of(Ledger::open(s.path, s.options()));
  constexpr std::uint64_t count = 20'000;
  Crowd crowd(*s.ledger, count, [&](std::uint64_t i) { return transfer(s.who, 1, key_of(5, i)); });
  crowd.play(3'000);
  EXPECT_GE(crowd.accepted, 4'000U);
  EXPECT_EQ(crowd.accepted + crowd.broken, count);
  EXPECT_EQ(crowd.early, 0U);
  EXPECT_EQ(refusal(s.ledger->submit(transfer(s.who, 1))), "service.ledger_broken");
  s.ledger.reset();
  {
    auto database = value_of(store::Database::open(s.path + "/journal.db", "journal", store::Opening::existing));
    value_of(database.execute("DROP TRIGGER full"));
  }
  s.ledger = value_of(Ledger::open(s.path, s.options()));
  EXPECT_EQ(s.ledger->last().value, before + crowd.accepted);
  EXPECT_TRUE(value_of(s.ledger->check(false)).findings.empty());
}

}  // namespace
}  // namespace sumi::service
