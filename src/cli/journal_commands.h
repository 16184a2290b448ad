// journal checkpoint, prove, consistency, tiles: what others need to check the journal without its store (docs/proofs.md).
#pragma once

#include <cstdint>
#include <string>

#include "cli/context.h"

namespace sumi::cli {

// Each writes to `output`, or prints where it is empty.
int run_journal_checkpoint(const Context&, const std::string& output);
int run_journal_prove(const Context&, std::uint64_t entry, const std::string& output);
// From the tree of old_size to that of new_size (0: the whole journal). old_size 0: the first checkpoint for a witness.
int run_journal_consistency(const Context&, const std::string& old_size, std::uint64_t new_size, const std::string& output);
// Tiles, bundles of entries and the checkpoint into a folder; goes on where an earlier run ended.
int run_journal_tiles(const Context&, const std::string& folder);

}  // namespace sumi::cli
