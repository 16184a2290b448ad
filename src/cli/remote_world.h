// A server's ledger as the world of a scenario: every line becomes requests of the API, each with a key of its own.
//
// Documents go whole to the server, which checks and calculates: a plan to a draft that is handed in, data to a report, a list to members. What looks at the state itself
// (show, expect with a row) is refused, and so is what a token cannot do: to speak for others, or to set the time.
#pragma once

#include <memory>

#include "cli/remote.h"
#include "scenario/world.h"

namespace sumi::cli {

class RemoteWorld : public scenario::World {
 public:
  // The entry that was written last; 0: none yet.
  [[nodiscard]] virtual std::uint64_t last_entry() const = 0;
};
[[nodiscard]] std::unique_ptr<RemoteWorld> remote_world(Remote& remote);

}  // namespace sumi::cli
