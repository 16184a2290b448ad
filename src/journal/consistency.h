// What a consistency proof calculates, for whoever wants to know more than whether it holds.
#pragma once

#include <optional>
#include <span>

#include "journal/merkle.h"

namespace sumi::journal {

struct ConsistencyRoots {
  Hash old_root;
  Hash new_root;
};

// The two roots that a proof between trees of these sizes leads to (RFC 9162 section 2.1.4.2); nothing if it has a hash too many or too few,
// or for sizes that need none. A proof begins with the old tree itself where that is one complete subtree, and leaves it away: then `old_root` is
// used, and returned as it came. In every other case the returned old_root comes out of the proof alone, so that a proof whose new_root is the
// signed one shows which old tree the signed tree begins with.
[[nodiscard]] std::optional<ConsistencyRoots> consistency_roots(std::uint64_t old_size, const Hash& old_root, std::span<const Hash> proof,
                                                               std::uint64_t size);

}  // namespace sumi::journal
