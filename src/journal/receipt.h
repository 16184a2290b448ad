// Receipts: proof that one entry is in the journal, checked offline by anyone (decisions 2 and 14).
//
// A UTF-8 text file; every line ends with one LF, words are parted by one space, the order is fixed, base64 is standard with padding:
//
//   sumi receipt v1
//   kind public             or: kind party
//   entry 17                sequence number; the leaf's index is one less
//   public BASE64           the entry's public bytes (journal/entry.h)
//   commitment BASE64       kind public: the 32 bytes of the party commitment
//   salt BASE64             kind party: 16 bytes ...
//   party BASE64            ... and the party bytes; the commitment is calculated
//   proof BASE64            32 bytes; one line per sibling hash from the leaf upward; none in a tree of one leaf
//   open SALT VALUE         a sealed value that is opened here: both base64; in the order in which the commitments stand in the entry
//   key NAME+KEYID+BASE64   the public key that signed, as a C2SP verifier key
//   checkpoint              the rest of the file is the signed checkpoint (journal/checkpoint.h) with exactly one signature
//
// A receipt holds nothing that a hash or the signature does not vouch for: no field names, no dates of its own. So any single changed
// byte makes it unreadable (bad input) or untrue (damaged). Only an `open` line may be left out whole: the rest then says less. Whose
// key it is, the receipt cannot say itself: the reader compares the fingerprint with one that came another way, or pins it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/codec.h"
#include "base/describe.h"
#include "base/id.h"
#include "base/result.h"
#include "journal/checkpoint.h"
#include "journal/entry.h"

namespace sumi::journal {

enum class ReceiptKind : std::uint8_t {
  open,   // "public": party bytes stay hidden behind their commitment
  party,  // for the parties: salt and party bytes are in it
};

struct OpenedValue {
  Salt salt{};
  Bytes value;
  friend bool operator==(const OpenedValue&, const OpenedValue&) = default;
};

struct Receipt {
  ReceiptKind kind = ReceiptKind::open;
  SequenceNumber entry;
  Bytes public_bytes;
  Hash commitment;    // always set; in a party receipt calculated from salt and party bytes
  Salt salt{};        // kind party only
  Bytes party_bytes;  // kind party only
  std::vector<Hash> proof;
  std::vector<OpenedValue> opened;
  PublicKey key;
  Checkpoint checkpoint;

  // `file` names the file in messages. journal.receipt_version, receipt_syntax, receipt_too_large, each with its line.
  [[nodiscard]] static Result<Receipt> parse(std::string_view text, const std::string& file = {});
  [[nodiscard]] std::string to_text() const;
  friend bool operator==(const Receipt&, const Receipt&) = default;
};

// `nodes` must hold at least checkpoint.head.size leaves, and the checkpoint must be signed by `key` alone.
// journal.proof_range: the entry is younger than the checkpoint. The result has been verified.
[[nodiscard]] Result<Receipt> make_receipt(ReceiptKind kind, SequenceNumber number, const EntryView& entry, const NodeSource& nodes,
                                           const Checkpoint& checkpoint, const PublicKey& key, std::vector<OpenedValue> opened = {});

struct VerifiedOpening {
  Part part = Part::open;  // where the commitment stands
  std::size_t offset = 0;  // of the commitment in the public or party body
  Hash commitment;
  Bytes value;
};

struct VerifiedReceipt {
  Receipt receipt;
  // In a public receipt the party fields (actor, delegation, key, and on_behalf_of where organisation_is_party) are unset.
  EntryHeader header;
  Bytes public_body;
  Bytes party_body;  // kind party only
  std::vector<VerifiedOpening> opened;
  Hash fingerprint;     // of the key that signed
  bool pinned = false;  // the key was compared with one the caller brought
};

// Checks signature, inclusion, the entry's bytes and every opened value. `pin` is the fingerprint of the only key to accept (see parse_pin).
// `file` names the file in messages. journal.receipt_key_pinned, checkpoint_key, checkpoint_signature, receipt_inclusion, entry_bytes,
// receipt_opening; each names the line of to_text() at which the fault shows.
[[nodiscard]] Result<VerifiedReceipt> verify_receipt(const Receipt& receipt, const std::optional<Hash>& pin = std::nullopt, const std::string& file = {});

}  // namespace sumi::journal
