// What somebody else than the log signs of a checkpoint: that it continues the ones before (https://c2sp.org/tlog-cosignature, Ed25519).
//
//   message    "cosignature/v1" LF "time " seconds since 1970, decimal LF, then the checkpoint's three lines
//   signature  8 bytes seconds, the highest first | 64 bytes Ed25519
//   key id     first 4 bytes of SHA-256(name | 0x0A | 0x04 | public key); as text NAME+KEYID+BASE64(0x04 | public key)
//
// A tool that signs any note (algorithm 0x01, journal/checkpoint.h) is a witness too; its signature says no time.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "journal/checkpoint.h"

namespace sumi::journal {

struct WitnessKey {
  PublicKey key;
  bool timestamped = true;  // algorithm 0x04; false: a plain note signature, 0x01

  [[nodiscard]] std::array<std::uint8_t, 4> key_id() const;
  [[nodiscard]] std::string to_text() const;
  // journal.witness_key: not of that form, another algorithm, or a key id that does not belong to the key.
  [[nodiscard]] static Result<WitnessKey> parse(std::string_view text);
  friend bool operator==(const WitnessKey&, const WitnessKey&) = default;
};

// The signature line of a witness, for the checkpoint's list. `seconds` since 1970, below 2^63.
[[nodiscard]] NoteSignature cosign(const Checkpoint& checkpoint, const SigningKey& key, std::uint64_t seconds);

// The checkpoint carries exactly one signature by this witness, and it holds; gives the time that it says, if it says one.
// journal.checkpoint_key, checkpoint_signature.
[[nodiscard]] Result<std::optional<std::uint64_t>> verify_witness(const Checkpoint& checkpoint, const WitnessKey& witness);

}  // namespace sumi::journal
