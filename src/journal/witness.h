// A witness: it keeps the last checkpoint that it saw of each journal, and signs a newer one only where it continues that one. Who sees its
// signature knows that the journal shows everybody the same. What it keeps is a text file:
//
//   sumi witness state v1
//   log ORIGIN KEY [KEY]             a journal and the key that signs for it, told to the witness by its operator, as NAME+KEYID+BASE64; then the
//                                    key that signed the checkpoint below, where it was replaced since
//   ...                              the last checkpoint as it was signed by that key; nothing where none was seen yet
//
// A journal that contradicts what was seen is a fork. The two signed statements are the evidence:
//
//   sumi fork evidence v1
//   ...                              the checkpoint that was seen
//   old N ...                        the consistency proof that came, and in it the other checkpoint (journal/proof.h)
//
// A restore that drops entries others have seen begins a new epoch (decision 7): its first entry names the head that is abandoned and the one that
// is kept. The witness takes it with the proof that this entry is in the new tree, names exactly the head that the witness had, stands right after
// the entries kept, and that the new tree continues those.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "journal/checkpoint.h"
#include "journal/proof.h"

namespace sumi::journal {

// What the first entry of a new epoch names. Which entry is one, only its vocabulary knows: the caller reads it.
struct EpochHeads {
  TreeHead abandoned;
  TreeHead kept;
};
using EpochReader = std::function<std::optional<EpochHeads>(const VerifiedReceipt& entry)>;

struct WitnessedLog {
  Origin origin;
  PublicKey key;
  std::optional<Checkpoint> last;     // with the log's signature only
  std::optional<PublicKey> former;    // the key that signed `last`, where another came since
  friend bool operator==(const WitnessedLog&, const WitnessedLog&) = default;
};

enum class Advance : std::uint8_t { first, same, grown, new_epoch };

struct WitnessState {
  std::vector<WitnessedLog> logs;

  // journal.witness_state, public_key_syntax, checkpoint_syntax, each with its line.
  [[nodiscard]] static Result<WitnessState> parse(std::string_view text, const std::string& file = {});
  [[nodiscard]] std::string to_text() const;
  [[nodiscard]] const WitnessedLog* find(const Origin& origin) const;

  // A journal to watch. journal.witness_known: another key is known of it, and `replace` is not given.
  [[nodiscard]] Result<void> trust(const Origin& origin, const PublicKey& key, bool replace);

  // Whether the checkpoint may be signed; then it has become the last one, which must be durable before the signature is given away.
  // `epoch`: the proof of a new epoch's first entry; `offered` then begins at the entries kept.
  // journal.witness_origin, checkpoint_key, checkpoint_signature, witness_smaller, witness_old_size, witness_fork (shown), witness_inconsistent (a
  // fork or a wrong proof), witness_epoch. On a refusal nothing has changed.
  [[nodiscard]] Result<Advance> accept(const ConsistencyProof& offered, const InclusionProof* epoch = nullptr, const EpochReader& read = {});

  friend bool operator==(const WitnessState&, const WitnessState&) = default;
};

struct ForkEvidence {
  Checkpoint seen;
  ConsistencyProof offered;
  // journal.witness_state: not such a file; proof_syntax, checkpoint_syntax.
  [[nodiscard]] static Result<ForkEvidence> parse(std::string_view text, const std::string& file = {});
  [[nodiscard]] std::string to_text() const;
  friend bool operator==(const ForkEvidence&, const ForkEvidence&) = default;
};

// Both are signed by `key` for one journal and contradict each other, for whoever trusts neither the witness nor the log: one size and two roots, or
// a proof that the new tree begins with another old tree. Gives the size at which they differ and the two roots.
// journal.checkpoint_key, checkpoint_signature, proof_origin, fork_unproven.
struct Fork {
  TreeHead seen;
  Hash other_root;  // of as many entries
};
[[nodiscard]] Result<Fork> verify_fork(const ForkEvidence& evidence, const PublicKey& key);

}  // namespace sumi::journal
