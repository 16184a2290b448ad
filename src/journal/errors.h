// The numbered list of the journal's refusals. 1-9 entries, 10-19 tree, 20-29 segments, 30-49 keys and checkpoints, 50-69 receipts,
// 70-79 proofs, 80-89 witnesses, 90-99 tiles.
#pragma once

#include <span>

#include "base/result.h"

namespace sumi::journal::errors {

extern const ErrorDef entry_header, entry_too_large, entry_bytes,                                            //
    tree_edge_bytes, proof_range,                                                                            //
    segment_bytes, segment_gap, segment_count, segment_group, segment_root, segment_full,                    //
    key_name, public_key_syntax, key_file_missing, key_file_unreadable, key_file_permissions, key_file_syntax, key_file_exists, key_file_unwritable,  //
    checkpoint_syntax, checkpoint_key, checkpoint_signature,                                                 //
    receipt_too_large, receipt_version, receipt_syntax, receipt_key_pinned, receipt_inclusion, receipt_opening,  //
    proof_syntax, proof_data, proof_inclusion, proof_origin, proof_size, proof_consistency, fork_unproven,   //
    witness_key, witness_state, witness_origin, witness_smaller, witness_old_size, witness_fork, witness_inconsistent, witness_epoch, witness_known,  //
    tile_damaged, tiles_other;

[[nodiscard]] std::span<const ErrorDef* const> journal_errors();

}  // namespace sumi::journal::errors
