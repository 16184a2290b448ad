// A transfer by amount whose units lie in more blocks than one entry may name becomes a group of transfers: all of them, or none.
#pragma once

#include "service/ledger.h"

namespace sumi::service {

// The same transfer as a group, each part by amount and within limits::ranges_per_command_max, planned from the state as it is: taken one after the
// other the parts pick what the whole would have picked. One part where it fits, or where the account asks for a second person for that many units; what is refused is refused as the ledger would.
[[nodiscard]] Result<std::vector<scheme::AnyCommand>> split_transfer(const scheme::State& state, const registry::Transfer& transfer, Date on);

// A request with one transfer by amount that is too large for an entry becomes such a group, its sealed texts with each part. Under an idempotency key
// that is known already it becomes what was sent the first time, if the whole is the same, so that a repetition is recognised. Any other request stays.
[[nodiscard]] Result<void> split_transfers(const Ledger& ledger, Request& request, Date on);

}  // namespace sumi::service
