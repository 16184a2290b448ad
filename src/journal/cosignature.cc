#include "journal/cosignature.h"

#include <algorithm>

#include "base/sha256.h"
#include "journal/base64.h"
#include "journal/errors.h"

namespace sumi::journal {

namespace {

constexpr std::uint8_t algorithm_plain = 0x01;
constexpr std::uint8_t algorithm_timestamped = 0x04;
constexpr std::size_t time_bytes = 8;

Unexpected not_a_key(const char* ja, const char* en) { return fail(errors::witness_key, {{"reason_ja", ja}, {"reason_en", en}}); }

std::string message_of(const Checkpoint& checkpoint, std::uint64_t seconds) {
  return "cosignature/v1\ntime " + std::to_string(seconds) + "\n" + checkpoint.body();
}

std::string hex_of(const std::array<std::uint8_t, 4>& id) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t b : id) {
    text += digits[b >> 4];
    text += digits[b & 15];
  }
  return text;
}

}  // namespace

std::array<std::uint8_t, 4> WitnessKey::key_id() const {
  if (!timestamped) return key.key_id();
  Sha256 h;
  h.update(key.name);
  static constexpr std::uint8_t middle[] = {'\n', algorithm_timestamped};
  h.update(middle);
  h.update(key.bytes);
  const Hash hash = h.finish();
  return {hash.bytes[0], hash.bytes[1], hash.bytes[2], hash.bytes[3]};
}

std::string WitnessKey::to_text() const {
  Bytes bytes{timestamped ? algorithm_timestamped : algorithm_plain};
  bytes.insert(bytes.end(), key.bytes.begin(), key.bytes.end());
  return key.name + "+" + hex_of(key_id()) + "+" + to_base64(bytes);
}

Result<WitnessKey> WitnessKey::parse(std::string_view text) {
  const std::size_t first = text.find('+');
  const std::size_t second = first == std::string_view::npos ? first : text.find('+', first + 1);
  if (second == std::string_view::npos) return not_a_key("「名前+8桁+base64」の形ではありません", "it does not have the form NAME+KEYID+BASE64");
  WitnessKey witness;
  witness.key.name = text.substr(0, first);
  if (!valid_key_name(witness.key.name)) return not_a_key("名前が使えません", "its name cannot be a key's name");
  const auto bytes = from_base64(text.substr(second + 1));
  if (!bytes || bytes->size() != 1 + witness.key.bytes.size()) return not_a_key("鍵の長さが違います", "the key has a wrong length");
  if (bytes->front() != algorithm_plain && bytes->front() != algorithm_timestamped) return not_a_key("Ed25519の鍵ではありません", "it is not a key for Ed25519");
  witness.timestamped = bytes->front() == algorithm_timestamped;
  std::copy(bytes->begin() + 1, bytes->end(), witness.key.bytes.begin());
  if (text.substr(first + 1, second - first - 1) != hex_of(witness.key_id())) {
    return not_a_key("8桁の番号が鍵と合いません", "its eight digits do not belong to the key");
  }
  return witness;
}

NoteSignature cosign(const Checkpoint& checkpoint, const SigningKey& key, std::uint64_t seconds) {
  NoteSignature line{key.public_key().name, WitnessKey{key.public_key(), true}.key_id(), {}};
  for (unsigned shift = 64; shift > 0; shift -= 8) line.signature.push_back(static_cast<std::uint8_t>(seconds >> (shift - 8)));
  const auto signature = key.sign(message_of(checkpoint, seconds));
  line.signature.insert(line.signature.end(), signature.begin(), signature.end());
  return line;
}

Result<std::optional<std::uint64_t>> verify_witness(const Checkpoint& checkpoint, const WitnessKey& witness) {
  if (!witness.timestamped) {
    SUMI_CHECK(verify_checkpoint(checkpoint, witness.key));
    return std::nullopt;
  }
  const auto id = witness.key_id();
  const auto by_witness = [&](const NoteSignature& s) { return s.name == witness.key.name && s.key_id == id; };
  const auto count = std::count_if(checkpoint.signatures.begin(), checkpoint.signatures.end(), by_witness);
  if (count != 1) return fail(errors::checkpoint_key, {{"expected", witness.key.name}, {"actual", std::to_string(count)}});
  const Bytes& bytes = std::find_if(checkpoint.signatures.begin(), checkpoint.signatures.end(), by_witness)->signature;
  std::uint64_t seconds = 0;
  for (std::size_t i = 0; i < std::min(time_bytes, bytes.size()); ++i) seconds = seconds << 8 | bytes[i];
  const bool holds = bytes.size() > time_bytes && seconds >> 63 == 0 &&
                     witness.key.verify(message_of(checkpoint, seconds), std::span(bytes).subspan(time_bytes));
  if (!holds) return fail(errors::checkpoint_signature, {{"expected", witness.key.name}});
  return seconds;
}

}  // namespace sumi::journal
