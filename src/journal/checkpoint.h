// Signed checkpoints: the head of the tree at one moment, signed by the log's key, as a C2SP signed note
// (https://c2sp.org/tlog-checkpoint, https://c2sp.org/signed-note):
//
//   sumi/4f1c...            origin: the store's kind and its random id (decision 7)
//   1234                    size of the tree, decimal
//   q1B0...=                root, base64
//                           an empty line
//   — NAME BASE64           em dash, key name, base64(4 bytes key id | 64 bytes Ed25519 signature)
//
// The signature covers the three lines with their line ends. key id = first 4 bytes of SHA-256(name | 0x0A | 0x01 | public key); the
// fingerprint that people compare and pin is that whole hash, so its first eight digits stand in the printed public key.
//
// A public key is printed as a C2SP verifier key, NAME+KEYID+BASE64(0x01 | public key). A signing key is a text file of mode 0600 outside store
// and backup (decision 14):
//
//   sumi signing key v1
//   name NAME
//   seed BASE64             32 bytes, Ed25519 (RFC 8032)
//   public NAME+KEYID+BASE64
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "journal/merkle.h"

namespace sumi::journal {

// What a store is for; only a production store's tonnes are real. The numbers are those of the first entry.
enum class StoreKind : std::uint8_t { production = 1, demo = 2, training = 3 };

struct Origin {
  StoreKind kind = StoreKind::production;
  Id128 store;  // random, held by the first entry
  [[nodiscard]] std::string to_text() const;  // "sumi/<32 hex>", "sumi-demo/<32 hex>", "sumi-training/<32 hex>"
  [[nodiscard]] static std::optional<Origin> parse(std::string_view text);
  friend bool operator==(const Origin&, const Origin&) = default;
};

// Printable UTF-8 without spaces and '+', 1 to limits::key_name_bytes_max bytes.
[[nodiscard]] bool valid_key_name(std::string_view name);

struct PublicKey {
  std::string name;  // see valid_key_name
  std::array<std::uint8_t, 32> bytes{};

  [[nodiscard]] Hash fingerprint() const;
  [[nodiscard]] std::array<std::uint8_t, 4> key_id() const;
  [[nodiscard]] std::string to_text() const;  // NAME+KEYID+BASE64
  // journal.public_key_syntax: not of that form, an algorithm other than Ed25519, or a key id that does not belong to the key.
  [[nodiscard]] static Result<PublicKey> parse(std::string_view text);
  [[nodiscard]] bool verify(std::string_view message, std::span<const std::uint8_t> signature) const;
  friend bool operator==(const PublicKey&, const PublicKey&) = default;
};

// "--public-key": a verifier key, or 64 hexadecimal digits of a fingerprint (spaces and colons between them do not count).
[[nodiscard]] Result<Hash> parse_pin(std::string_view text);

class SigningKey {
 public:
  // A new key from the system's random generator. journal.key_name.
  [[nodiscard]] static Result<SigningKey> generate(std::string name);
  // For test vectors and reproducible examples.
  [[nodiscard]] static Result<SigningKey> from_seed(std::string name, const std::array<std::uint8_t, 32>& seed);
  // journal.key_file_missing, key_file_unreadable, key_file_permissions (group or others may read it), key_file_syntax (also: cut off).
  [[nodiscard]] static Result<SigningKey> load(const std::string& path);
  // Creates the file with mode 0600 and syncs it. journal.key_file_exists: a key is never written over; key_file_unwritable.
  [[nodiscard]] Result<void> save(const std::string& path) const;

  [[nodiscard]] const PublicKey& public_key() const { return public_key_; }
  [[nodiscard]] std::array<std::uint8_t, 64> sign(std::string_view message) const;

  SigningKey(SigningKey&& other) noexcept;
  SigningKey& operator=(SigningKey&& other) noexcept;
  SigningKey(const SigningKey&) = delete;
  SigningKey& operator=(const SigningKey&) = delete;
  ~SigningKey();  // wipes the secret

 private:
  SigningKey() = default;
  PublicKey public_key_;
  std::array<std::uint8_t, 64> secret_{};  // libsodium's form: seed | public key
};

struct NoteSignature {
  std::string name;
  std::array<std::uint8_t, 4> key_id{};
  Bytes signature;
  friend bool operator==(const NoteSignature&, const NoteSignature&) = default;
};

struct Checkpoint {
  Origin origin;
  TreeHead head;
  std::vector<NoteSignature> signatures;  // the log's, and perhaps witnesses'

  [[nodiscard]] std::string body() const;  // the three signed lines
  [[nodiscard]] std::string to_text() const;
  // journal.checkpoint_syntax with line and reason. `first_line` is the number of text's first line in its file.
  [[nodiscard]] static Result<Checkpoint> parse(std::string_view text, const std::string& file = {}, std::uint32_t first_line = 1);
  friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

[[nodiscard]] Checkpoint sign_checkpoint(const Origin& origin, const TreeHead& head, const SigningKey& key);
// The checkpoint carries exactly one signature by this key, and it holds. journal.checkpoint_key (none by it), checkpoint_signature.
[[nodiscard]] Result<void> verify_checkpoint(const Checkpoint& checkpoint, const PublicKey& key);

}  // namespace sumi::journal
