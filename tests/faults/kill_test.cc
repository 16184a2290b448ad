// kill -9 under concurrent commands: what another process has read as acknowledged is there, and nothing is there twice.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <random>
#include <thread>

#include "base/test_support.h"
#include "faults/storm.h"
#include "support/after_a_fault.h"

namespace sumi::test {
namespace {

using service::Ledger;
using storm::Acknowledgement;

// A child that goes with this process, whatever ends it; its standard output is read here.
class Child {
 public:
  Child(const std::string& store, unsigned round) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    const auto parent = ::getpid();
    const auto number = std::to_string(round);
    pid_ = ::fork();
    if (pid_ == 0) {
      ::prctl(PR_SET_PDEATHSIG, SIGKILL);
      if (::getppid() != parent) std::_Exit(1);
      ::dup2(ends[1], STDOUT_FILENO);
      ::execl(SUMI_STORM, "storm", store.c_str(), number.c_str(), nullptr);
      std::_Exit(127);
    }
    ::close(ends[1]);
    read_ = ends[0];
  }
  ~Child() {
    kill();
    ::close(read_);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // false at the end of what was written.
  bool next(Acknowledgement& out) const {
    std::size_t got = 0;
    while (got < sizeof out) {
      const auto n = ::read(read_, reinterpret_cast<char*>(&out) + got, sizeof out - got);
      if (n <= 0) break;
      got += static_cast<std::size_t>(n);
    }
    return got == sizeof out;
  }
  // How it ended; 0 = not by a signal.
  int kill() {
    if (pid_ <= 0) return 0;
    ::kill(pid_, SIGKILL);
    int status = 0;
    ::waitpid(std::exchange(pid_, -1), &status, 0);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  }

 private:
  pid_t pid_ = -1;
  int read_ = -1;
};

TEST(Kill, under_concurrent_commands) {
  const auto base = seed();
  std::mt19937_64 random(base);
  const unsigned rounds = std::getenv("SUMI_TEST_ALL") != nullptr ? 200 : 20;
  const TemporaryFolder folder;
  const auto store = folder.file("store");
  {
    auto create = service::testing::create_options();
    service::testing::StandingClock clock(service::testing::at("2027-05-20"));
    service::LedgerOptions options;
    options.clock = &clock;
    create.time = clock.now();
    auto ledger = service::testing::value_of(Ledger::create(store, create, options));
    service::testing::furnish(*ledger, 1'000'000, 1'000'000);
    // The odd threads have something to give from the start.
    service::testing::value_of(ledger->submit(service::testing::transfer(service::testing::inhabitants_of(*ledger), 500'000)));
  }
  std::map<std::pair<OrganisationNumber, IdempotencyKey>, Acknowledgement> all;
  std::size_t unheard = 0;
  for (unsigned round = 0; round < rounds; ++round) {
    SCOPED_TRACE("SUMI_SEED=" + std::to_string(base) + " round " + std::to_string(round));
    std::vector<Acknowledgement> heard;
    {
      Child child(store, round);
      // Most are killed in full flight, some while they open the store.
      const bool early = random() % 5 == 0;
      Acknowledgement first;
      if (!early) {
        ASSERT_TRUE(child.next(first)) << "the storm ended by itself";
        heard.push_back(first);
      }
      std::this_thread::sleep_for(std::chrono::microseconds(random() % (early ? 30'000 : 250'000)));
      ASSERT_EQ(child.kill(), SIGKILL) << "the storm ended by itself";
      for (Acknowledgement a; child.next(a);) heard.push_back(a);
    }
    auto opened = Ledger::open(store);
    ASSERT_TRUE(opened) << describe_error(opened.error(), Language::en);
    auto& ledger = **opened;
    expect_sound(ledger);
    const auto who = service::testing::inhabitants_of(ledger);
    for (const auto& a : heard) {
      EXPECT_EQ(a.repeated, 0u);
      const auto request = storm::request(who, a.round, a.thread, a.number);
      all[{request.on_behalf_of, request.key}] = a;
    }
    for (std::size_t i = 0; i < heard.size(); i += 1 + heard.size() / 50) {
      const auto& a = heard[i];
      service::Accepted accepted;
      accepted.first = {a.first};
      accepted.count = a.count;
      expect_repeated(ledger, {storm::request(who, a.round, a.thread, a.number), accepted});
    }
    const auto counts = key_counts(ledger);
    for (const auto& [key, count] : counts) EXPECT_EQ(count, 1u) << "a request is there twice";
    for (const auto& [key, a] : all) EXPECT_TRUE(counts.contains(key)) << "round " << a.round << " thread " << a.thread << " number " << a.number << " is not there";
    unheard = counts.size() - all.size();
    if (HasFatalFailure()) return;
  }
  std::printf("%zu acknowledgements, %zu requests that were written and not heard of\n", all.size(), unheard);
  EXPECT_GT(all.size(), rounds * 5u);
}

}  // namespace
}  // namespace sumi::test
