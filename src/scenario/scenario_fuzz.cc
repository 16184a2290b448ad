// fuzz: max_len=8192
// Any bytes as a scenario; what can be read is played against a ledger in memory, some hundred lines at most. Whatever the script says, the ledger
// holds together: a broken invariant ends the run.
#include <cstdint>
#include <cstdlib>

#include "scenario/errors.h"
#include "scenario/memory_world.h"
#include "scenario/play.h"

namespace {

const sumi::scheme::Rules& few_rules() {
  static const sumi::scheme::Rules rules = [] {
    using sumi::registry::EndUse;
    sumi::scheme::Rules r;
    r.registry.purposes["own_retirement"] = {{EndUse::retirement}, false};
    r.registry.purposes["plan_target"] = {{EndUse::state_target}, false};
    r.registry.purposes["error_correction"] = {{EndUse::cancellation}, false};
    r.registry.grounds = {"misconduct"};
    return r;
  }();
  return rules;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sumi::scenario;
  const auto script = parse_script({reinterpret_cast<const char*>(data), size}, "fuzz.scn");
  if (!script) {
    if (sumi::describe_error(script.error(), sumi::Language::ja).empty()) std::abort();
    return 0;
  }
  PlayOptions options;
  options.steps_max = 200;
  if (script->cases.size() > 4) return 0;
  const auto result = play(*script, [](const Beginning& b) { return MemoryWorld::make(b, few_rules()); }, options);
  for (const CaseResult& c : result.cases) {
    if (!c.failure) continue;
    if (c.failure->def == &errors::invariant || c.failure->def == &errors::refusal_changed_state) std::abort();
  }
  return 0;
}
