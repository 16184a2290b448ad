// Any bytes as a game of random commands against the registry and the naive one (model_test.cc): the bytes are the dice. A difference ends the run.
// fuzz: max_len=8192
#include <cstdio>
#include <cstdlib>

#include "registry/model_game_test.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace sumi::registry;
  constexpr std::uint64_t commands = 1'000;
  naive::Game game{naive::Dice(std::span(bytes, size))};
  try {
    game.run(commands);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "%s\nthe last commands:\n%s", e.what(), game.both().last_commands().c_str());
    std::abort();
  }
  return 0;
}
