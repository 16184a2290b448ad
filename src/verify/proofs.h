// Checkpoints, proofs of inclusion and of consistency, and the evidence of a fork: checked without a store, and told to people and to programs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "journal/cosignature.h"
#include "journal/proof.h"

namespace sumi::verify {

enum class FileKind : std::uint8_t { receipt, inclusion, consistency, checkpoint, fork };
// By the first line; what is none of the others is read as a receipt.
[[nodiscard]] FileKind kind_of(std::string_view text);

struct ProofQuestion {
  journal::PublicKey key;                        // the log's
  std::vector<journal::WitnessKey> witnesses;    // each must have signed
  std::optional<journal::Checkpoint> old;        // consistency: what the tree must continue
  std::string file;
  Language language = Language::en;
  bool json = false;
};

// What the file proves, as text or as one JSON object. Errors: those of reading and verifying it (journal/proof.h, journal/cosignature.h, journal/witness.h).
[[nodiscard]] Result<std::string> check_proof(FileKind kind, std::string_view text, const ProofQuestion& question);

}  // namespace sumi::verify
