// A new epoch: the first entry after a restore that dropped published entries (decision 7). What it says of the journal itself, the size and root that are
// kept, only the service can compare; the numbers are compared here.
#include "scheme/scheme.h"

namespace sumi::scheme {

Result<NewEpoch::Outcome> State::decide_here(const NewEpoch& c, const Act&, const Rules& rules) const {
  std::uint32_t expected = 2;
  for (const auto& [number, row] : authority_.epochs) expected = number + 1;
  if (c.epoch != expected) return fail(errors::epoch_number, {{"epoch", std::to_string(c.epoch)}, {"expected", std::to_string(expected)}});
  if (c.kept_size == 0 || c.abandoned_size <= c.kept_size) return fail(errors::epoch_sizes, {{"abandoned", std::to_string(c.abandoned_size)}, {"kept", std::to_string(c.kept_size)}});
  if (!rules.committee_grounds.contains(c.ground)) {
    std::string known;
    for (const auto& g : rules.committee_grounds) known += (known.empty() ? "" : ", ") + g;
    return fail(errors::committee_ground_unknown, {{"ground", c.ground}, {"known", known}});
  }
  return NoOutcome{};
}

void State::apply_here(const NewEpoch& c, const NewEpoch::Outcome&, const Act& act) {
  authority_.epochs.put(c.epoch, {c.abandoned_size, c.abandoned_root, c.kept_size, c.kept_root, c.ground, act.time});
}

}  // namespace sumi::scheme
