// The first entry of a new epoch, by the vocabulary of the scheme: which head it abandons and which it keeps (decision 7).
#pragma once

#include <optional>

#include "journal/witness.h"

namespace sumi::verify {

// Nothing where the entry is not NewEpoch.
[[nodiscard]] std::optional<journal::EpochHeads> epoch_heads(const journal::VerifiedReceipt& entry);

}  // namespace sumi::verify
