// The power goes at a random moment: what was acknowledged is there, nothing is there twice, every sealed value opens.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <random>

#include "base/test_support.h"
#include "service/testing.h"
#include "support/after_a_fault.h"
#include "support/forgetful_vfs.h"

namespace sumi::test {
namespace {

namespace fs = std::filesystem;
using service::Ledger;
using service::Request;
using service::testing::Inhabitants;
using service::testing::key_of;
using service::testing::StandingClock;

constexpr int requests_per_run = 40;

unsigned rounds(unsigned normal) { return std::getenv("SUMI_TEST_ALL") != nullptr ? normal * 10 : normal; }

// One run of a script that is decided by its seed alone; it ends with the power.
class Play {
 public:
  Play(const std::string& folder, std::uint64_t seed, const char* vfs) : random_(seed), clock_(service::testing::at("2027-06-01")) {
    service::LedgerOptions options;
    options.vfs = vfs;
    options.clock = &clock_;
    options.snapshot_every = 30;
    auto opened = Ledger::open(folder, options);
    if (!opened) return;  // the power went while the store was being opened
    ledger_ = *std::move(opened);
    who_ = service::testing::inhabitants_of(*ledger_);
  }

  void play() {
    if (!ledger_) return;
    for (int i = 0; i < requests_per_run && alive_; ++i) {
      clock_.set({clock_.now().ms + static_cast<std::int64_t>(random_() % 6'000'000)});
      step();
    }
  }

  void close() { ledger_.reset(); }

  std::vector<Acknowledged> acknowledged;
  std::vector<Hash> erased;         // acknowledged erasures
  std::vector<std::string> people;  // acknowledged logins

 private:
  IdempotencyKey next_key() { return key_of(1, ++keys_); }
  std::string words() {
    std::string text = "備考 ";
    for (auto n = random_() % 300; n > 0; --n) text += static_cast<char>('a' + random_() % 26);
    return text;
  }

  Request random_request() {
    Request r = service::testing::transfer(who_, 1 + random_() % 5, next_key());
    switch (random_() % 4) {
      case 0:
        r.sealed.push_back({0, "note", words()});
        break;
      case 1:
        r.commands.push_back(r.commands.front());
        r.commands.push_back(r.commands.front());
        r.sealed.push_back({2, "note", words()});
        break;
      case 2:
        r = service::testing::retirement(who_, 1 + random_() % 5, next_key());
        if (random_() % 2 == 0) r.sealed.push_back({0, "note", words()});
        break;
      default:
        break;
    }
    return r;
  }

  void take(const Request& sent, const Result<service::Accepted>& answer) {
    if (!answer) {
      // Nothing of the script is refused by a rule: the disk failed, in writing or in looking for an earlier try.
      EXPECT_EQ(answer.error().def->kind, ErrorKind::damaged) << describe_error(answer.error(), Language::en);
      alive_ = false;
      return;
    }
    EXPECT_FALSE(answer->repeated);
    acknowledged.push_back({sent, *answer});
    for (const auto& outcome : answer->outcomes) {
      if (const auto* requested = std::get_if<registry::RetirementRequested>(&outcome)) open_retirements_.push_back(requested->retirement);
    }
  }

  void step() {
    switch (random_() % 10) {
      case 0: {
        std::vector<Request> many;
        for (auto n = 2 + random_() % 20; n > 0; --n) many.push_back(random_request());
        const auto answers = ledger_->submit_all(many);
        for (std::size_t i = 0; i < many.size(); ++i) take(many[i], answers[i]);
        break;
      }
      case 1: {
        if (open_retirements_.empty()) break;
        const auto number = open_retirements_.front();
        open_retirements_.erase(open_retirements_.begin());
        Request r = service::testing::request(who_.tanaka, who_.first, registry::ExecuteRetirement{number}, next_key());
        take(r, ledger_->submit(r));
        break;
      }
      case 2: {
        const auto login = "person" + std::to_string(++keys_);
        if (ledger_->people().add_person(login, "名前")) people.push_back(login);
        break;
      }
      case 3: {
        for (const auto& sent : acknowledged) {
          const auto record = ledger_->record(sent.accepted.first);
          const auto* t = record ? std::get_if<registry::Transfer>(&record->command) : nullptr;
          if (t == nullptr || !t->note || std::count(erased.begin(), erased.end(), t->note.commitment) != 0) continue;
          if (ledger_->people().erase_sealed(t->note.commitment)) erased.push_back(t->note.commitment);
          break;
        }
        break;
      }
      default: {
        const Request r = random_request();
        take(r, ledger_->submit(r));
      }
    }
  }

  std::mt19937_64 random_;
  StandingClock clock_;
  std::unique_ptr<Ledger> ledger_;
  Inhabitants who_;
  std::vector<RetirementNumber> open_retirements_;
  std::uint64_t keys_ = 0;
  bool alive_ = true;
};

// Also one that the power took the answer of.
bool was_erased(const Acknowledged& sent, const Ledger& ledger) {
  for (std::uint32_t i = 0; i < sent.accepted.count; ++i) {
    const auto record = ledger.record({sent.accepted.first.value + i});
    const auto* t = record ? std::get_if<registry::Transfer>(&record->command) : nullptr;
    if (t != nullptr && t->note && service::testing::refusal(ledger.people().sealed(t->note.commitment)) == "store.sealed_erased") return true;
  }
  return false;
}

void look_after(const std::string& folder, const Play& run) {
  StandingClock clock(service::testing::at("2027-06-20"));
  service::LedgerOptions options;
  options.clock = &clock;
  auto opened = Ledger::open(folder, options);
  ASSERT_TRUE(opened) << describe_error(opened.error(), Language::en);
  auto& ledger = **opened;
  expect_sound(ledger);
  const auto counts = key_counts(ledger);
  for (const auto& [key, count] : counts) EXPECT_EQ(count, 1u) << "a request is there twice";
  for (const auto& sent : run.acknowledged) {
    EXPECT_TRUE(counts.contains({sent.request.on_behalf_of, sent.request.key})) << "an acknowledged request is not there";
    const auto record = ledger.record(sent.accepted.first);
    ASSERT_TRUE(record);
    EXPECT_EQ(record->header.key, sent.request.key);
  }
  for (const auto& commitment : run.erased) EXPECT_EQ(service::testing::refusal(ledger.people().sealed(commitment)), "store.sealed_erased");
  for (const auto& login : run.people) EXPECT_TRUE(ledger.people().person(login)) << login;
  const auto who = service::testing::inhabitants_of(ledger);
  EXPECT_TRUE(ledger.submit(service::testing::transfer(who, 1, key_of(2, 1))));
}

// The receipts stay: the same request under the same key, within seven days.
void send_again(const std::string& folder, const Play& run) {
  service::LedgerOptions options;
  StandingClock clock(service::testing::at("2027-06-01"));  // the ledger's own now is later, and holds
  options.clock = &clock;
  auto opened = Ledger::open(folder, options);
  ASSERT_TRUE(opened) << describe_error(opened.error(), Language::en);
  for (const auto& sent : run.acknowledged) {
    // What was erased cannot be recognised any more: it is sealed anew and is another request.
    if (!was_erased(sent, **opened)) expect_repeated(**opened, sent);
  }
}

class Power : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    furnished_ = std::make_unique<TemporaryFolder>();
    StandingClock clock(service::testing::at("2027-05-20"));
    service::LedgerOptions options;
    options.clock = &clock;
    auto ledger = service::testing::value_of(Ledger::create(furnished_->file("store"), service::testing::create_options(), options));
    service::testing::furnish(*ledger, 100'000, 50'000);
  }
  static void TearDownTestSuite() { furnished_.reset(); }
  static void copy_to(const std::string& folder) { fs::copy(furnished_->file("store"), folder, fs::copy_options::recursive); }
  static std::unique_ptr<TemporaryFolder> furnished_;
};
std::unique_ptr<TemporaryFolder> Power::furnished_;

TEST_F(Power, gone_at_a_random_point) {
  const auto base = seed();
  std::mt19937_64 random(base);
  std::uint64_t lost_writes = 0, acknowledged = 0, struck = 0, went = 0;
  for (unsigned round = 0; round < rounds(50); ++round) {
    const auto script = random();
    SCOPED_TRACE("SUMI_SEED=" + std::to_string(base) + " round " + std::to_string(round));
    std::uint64_t operations = 0;
    {
      // The same script without a fault says how many points there are; and then nothing may be missing either.
      const TemporaryFolder folder;
      copy_to(folder.file("store"));
      ForgetfulVfs disk(script);
      {
        Play whole(folder.file("store"), script, disk.name());
        whole.play();
      }
      operations = disk.operations();
    }
    const TemporaryFolder folder;
    copy_to(folder.file("store"));
    ForgetfulVfs disk(script);
    disk.lose_power_at(1 + random() % operations);
    Play run(folder.file("store"), script, disk.name());
    run.play();
    run.close();
    // Salts differ from one run to the next, and with them now and then the number of operations: the last point may lie behind the end.
    if (disk.dead()) ++went;
    lost_writes += disk.forgotten();
    if (disk.forgotten() != 0) ++struck;
    acknowledged += run.acknowledged.size();
    send_again(folder.file("store"), run);
    look_after(folder.file("store"), run);
    if (HasFatalFailure()) return;
  }
  std::printf("%llu acknowledged requests; %llu writes lost or torn in %llu rounds\n", static_cast<unsigned long long>(acknowledged),
              static_cast<unsigned long long>(lost_writes), static_cast<unsigned long long>(struck));
  // Else this test tested nothing.
  EXPECT_GT(went, rounds(50) * 9 / 10);
  EXPECT_GT(lost_writes, rounds(50));
  EXPECT_GT(acknowledged, rounds(50) * 10);
}

}  // namespace
}  // namespace sumi::test
