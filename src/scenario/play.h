// Playing a scenario: every case against a fresh ledger, or the one story of a file without cases against a fresh or a given one.
#pragma once

#include <string>
#include <vector>

#include "base/limits.h"
#include "scenario/script.h"
#include "scenario/world.h"

namespace sumi::scenario {

struct PlayOptions {
  std::string folder;                         // from which the scenario names files; "" or with a slash at its end
  std::size_t steps_max = limits::scenario_steps_max;
  // After every line: an accepted command leaves a ledger that holds together, a refused one changes no byte of the state. Costs the size of the state.
  bool verify_each_step = true;
  // Who acts until the first `as`; nothing: "admin", who opened the store.
  std::optional<PersonId> person;
  OrganisationNumber organisation;
};

struct CaseResult {
  std::string name;              // "" for a story
  Place place;
  std::optional<Error> failure;  // the first; the case ends there
  std::vector<std::string> said; // by say and show
  std::size_t commands = 0;      // submitted
  Hash state_hash;               // at its end
  [[nodiscard]] bool passed() const { return !failure; }
};
struct PlayResult {
  std::vector<CaseResult> cases;
  std::size_t passed = 0;
  std::size_t failed = 0;
};

[[nodiscard]] PlayResult play(const Script& script, const WorldMaker& make, const PlayOptions& options = {});
// Against a ledger that stands already. Errors: scenario.given_store (the script has cases or a store line).
[[nodiscard]] Result<CaseResult> play_given(const Script& script, World& world, const PlayOptions& options = {});

// One line per case, the failures with their place, then "N passed, N failed".
[[nodiscard]] std::string report_text(const PlayResult& result, Language language);

}  // namespace sumi::scenario
