// storm STORE ROUND: opens the store and submits from several threads until it is killed, writing each acknowledgement to standard output as soon
// as it has it. It never ends by itself but by an error (exit code 1), or when nobody reads any more.
#include "faults/storm.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <thread>
#include <vector>

namespace {

using namespace sumi;

void blow(service::Ledger& ledger, const service::testing::Inhabitants& who, std::uint32_t round, std::uint32_t thread) {
  for (std::uint64_t number = 0;; ++number) {
    const auto answer = ledger.submit(test::storm::request(who, round, thread, number));
    if (!answer) {
      // Several units at once may have gone the other way: that is a refusal, and nothing to acknowledge.
      if (service::testing::refusal(answer) == "registry.insufficient_units") continue;
      std::fprintf(stderr, "storm: %s\n", describe_error(answer.error(), Language::en).c_str());
      std::_Exit(1);
    }
    const test::storm::Acknowledgement done{round, thread, number, answer->first.value, answer->count, answer->repeated ? 1u : 0u};
    if (::write(STDOUT_FILENO, &done, sizeof done) != static_cast<ssize_t>(sizeof done)) std::_Exit(1);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  auto ledger = sumi::service::Ledger::open(argv[1]);
  if (!ledger) {
    std::fprintf(stderr, "storm: %s\n", sumi::describe_error(ledger.error(), sumi::Language::en).c_str());
    return 1;
  }
  const auto who = sumi::service::testing::inhabitants_of(**ledger);
  const auto round = static_cast<std::uint32_t>(std::strtoul(argv[2], nullptr, 10));
  std::vector<std::thread> threads;
  for (std::uint32_t i = 0; i < sumi::test::storm::threads; ++i) threads.emplace_back([&, i] { blow(**ledger, who, round, i); });
  for (auto& thread : threads) thread.join();
  return 0;
}
