// Proofs as files, in formats of the transparency-log world. UTF-8, every line ends with one LF, base64 is standard with padding; one proof has
// one text.
//
// Inclusion (https://c2sp.org/tlog-proof): an entry is in the tree of a signed checkpoint.
//
//   c2sp.org/tlog-proof@v1
//   extra BASE64        the leaf data of the entry: its public bytes and the 32 bytes of the party commitment (journal/entry.h). May be missing
//   index 16            the entry's number less one
//   BASE64              one line per sibling hash from the leaf upward
//                       an empty line
//   ...                 the signed checkpoint, with one or more signatures
//
// Consistency (the request of https://c2sp.org/tlog-witness): the tree of a signed checkpoint begins with the tree of another size.
//
//   old 12              that size; 0 = a first checkpoint, without hashes
//   BASE64              one line per hash, as RFC 6962 section 2.1.2 orders them
//                       an empty line
//   ...                 the signed checkpoint
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/codec.h"
#include "base/result.h"
#include "journal/checkpoint.h"
#include "journal/receipt.h"

namespace sumi::journal {

struct InclusionProof {
  std::uint64_t index = 0;
  std::optional<Bytes> leaf_data;
  std::vector<Hash> hashes;
  Checkpoint checkpoint;

  // journal.proof_syntax, checkpoint_syntax, each with its line.
  [[nodiscard]] static Result<InclusionProof> parse(std::string_view text, const std::string& file = {});
  [[nodiscard]] std::string to_text() const;
  friend bool operator==(const InclusionProof&, const InclusionProof&) = default;
};

struct ConsistencyProof {
  std::uint64_t old_size = 0;
  std::vector<Hash> hashes;
  Checkpoint checkpoint;

  // journal.proof_syntax, checkpoint_syntax. `first_line` is the number of text's first line in its file.
  [[nodiscard]] static Result<ConsistencyProof> parse(std::string_view text, const std::string& file = {}, std::uint32_t first_line = 1);
  [[nodiscard]] std::string to_text() const;
  friend bool operator==(const ConsistencyProof&, const ConsistencyProof&) = default;
};

// What a receipt proves, as a proof of inclusion: its public part only, also of a party's receipt.
[[nodiscard]] InclusionProof inclusion_of(const Receipt& receipt);

// The entry as a public receipt shows it, verified: signature by `key`, inclusion, canonical bytes. Other signatures of the checkpoint do not count.
// journal.proof_data (no leaf data), checkpoint_key, checkpoint_signature, proof_inclusion, entry_bytes.
[[nodiscard]] Result<VerifiedReceipt> verify_inclusion_proof(const InclusionProof& proof, const PublicKey& key, const std::string& file = {});

// The checkpoint of `proof` is signed by `key` and continues `old`, which is signed by it too. journal.checkpoint_key, checkpoint_signature, proof_origin,
// proof_size (the proof begins at another size), proof_consistency.
[[nodiscard]] Result<void> verify_consistency_proof(const Checkpoint& old, const ConsistencyProof& proof, const PublicKey& key);

}  // namespace sumi::journal
