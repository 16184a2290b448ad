#include "journal/proof.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/limits.h"
#include "journal/base64.h"
#include "journal/errors.h"

namespace sumi::journal {

namespace {

constexpr std::string_view title = "c2sp.org/tlog-proof@v1";
constexpr std::ptrdiff_t hash_bytes = sizeof(Hash::bytes);

// Goes through the lines of a proof.
class Lines {
 public:
  Lines(std::string_view text, std::string file, std::uint32_t line) : rest_(text), file_(std::move(file)), line_(line) {}
  [[nodiscard]] Unexpected refuse(const char* ja, const char* en) const {
    return fail(errors::proof_syntax, {{"reason_ja", ja}, {"reason_en", en}}, Place{file_, line_, 0});
  }
  // The next line, which stays next until step().
  [[nodiscard]] std::optional<std::string_view> line() const {
    const std::size_t end = rest_.find('\n');
    return end == std::string_view::npos ? std::nullopt : std::optional(rest_.substr(0, end));
  }
  void step() {
    rest_.remove_prefix(rest_.find('\n') + 1);
    ++line_;
  }
  // What follows `word` and a space on the next line.
  [[nodiscard]] std::optional<std::string_view> after(std::string_view word) const {
    const auto l = line();
    if (!l || !l->starts_with(word) || !l->substr(word.size()).starts_with(' ')) return std::nullopt;
    return l->substr(word.size() + 1);
  }
  [[nodiscard]] Result<std::uint64_t> number(std::string_view word) {
    const auto text = after(word);
    std::uint64_t value = 0;
    const char* end = text ? text->data() + text->size() : nullptr;
    if (!text || std::from_chars(text->data(), end, value).ptr != end || std::to_string(value) != *text ||
        value > std::uint64_t{1} << limits::tree_levels_max) {
      return refuse("番号や件数の行が来るはずです", "a line with a number is due here");
    }
    step();
    return value;
  }
  // Hashes up to the empty line, which is taken too.
  [[nodiscard]] Result<std::vector<Hash>> hashes() {
    std::vector<Hash> list;
    for (;; step()) {
      const auto text = line();
      if (!text) return refuse("途中で切れています", "it is cut off");
      if (text->empty()) break;
      const auto bytes = from_base64(*text);
      Hash hash;
      if (!bytes || bytes->size() != hash.bytes.size()) return refuse("ハッシュではありません", "this is not a hash");
      if (list.size() == limits::tree_levels_max + 1) return refuse("ハッシュが多すぎます", "there are too many hashes");
      std::copy(bytes->begin(), bytes->end(), hash.bytes.begin());
      list.push_back(hash);
    }
    step();
    return list;
  }
  [[nodiscard]] Result<Checkpoint> checkpoint() const { return Checkpoint::parse(rest_, file_, line_); }

 private:
  std::string_view rest_;
  std::string file_;
  std::uint32_t line_;
};

void append_hashes(std::string& text, const std::vector<Hash>& hashes) {
  for (const Hash& h : hashes) text += to_base64(h.bytes) + "\n";
}

}  // namespace

Result<InclusionProof> InclusionProof::parse(std::string_view text, const std::string& file) {
  Lines in(text, file, 1);
  if (text.size() > limits::receipt_bytes_max) return in.refuse("長すぎます", "it is too long");
  if (in.line() != title) return in.refuse("1行目が c2sp.org/tlog-proof@v1 ではありません", "its first line is not c2sp.org/tlog-proof@v1");
  in.step();
  InclusionProof proof;
  if (const auto extra = in.after("extra")) {
    proof.leaf_data = from_base64(*extra);
    if (!proof.leaf_data) return in.refuse("base64ではありません", "this is not base64");
    in.step();
  }
  SUMI_TRY(proof.index, in.number("index"));
  SUMI_TRY(proof.hashes, in.hashes());
  SUMI_TRY(proof.checkpoint, in.checkpoint());
  return proof;
}

std::string InclusionProof::to_text() const {
  std::string text = std::string(title) + "\n";
  if (leaf_data) text += "extra " + to_base64(*leaf_data) + "\n";
  text += "index " + std::to_string(index) + "\n";
  append_hashes(text, hashes);
  return text + "\n" + checkpoint.to_text();
}

Result<ConsistencyProof> ConsistencyProof::parse(std::string_view text, const std::string& file, std::uint32_t first_line) {
  Lines in(text, file, first_line);
  if (text.size() > limits::receipt_bytes_max) return in.refuse("長すぎます", "it is too long");
  ConsistencyProof proof;
  SUMI_TRY(proof.old_size, in.number("old"));
  SUMI_TRY(proof.hashes, in.hashes());
  SUMI_TRY(proof.checkpoint, in.checkpoint());
  return proof;
}

std::string ConsistencyProof::to_text() const {
  std::string text = "old " + std::to_string(old_size) + "\n";
  append_hashes(text, hashes);
  return text + "\n" + checkpoint.to_text();
}

InclusionProof inclusion_of(const Receipt& receipt) {
  Bytes data = receipt.public_bytes;
  data.insert(data.end(), receipt.commitment.bytes.begin(), receipt.commitment.bytes.end());
  return {receipt.entry.value - 1, std::move(data), receipt.proof, receipt.checkpoint};
}

Result<VerifiedReceipt> verify_inclusion_proof(const InclusionProof& proof, const PublicKey& key, const std::string& file) {
  const auto in_file = [&](auto result) { return fail(std::move(result).error().at({file, 0, 0})); };
  if (auto signature = verify_checkpoint(proof.checkpoint, key); !signature) return in_file(std::move(signature));
  if (!proof.leaf_data || std::ssize(*proof.leaf_data) < hash_bytes) return fail(errors::proof_data, {}, Place{file, 0, 0});
  if (!verify_inclusion(leaf_hash(*proof.leaf_data), proof.index, proof.hashes, proof.checkpoint.head)) {
    return fail(errors::proof_inclusion, {{"sequence", std::to_string(proof.index + 1)}, {"size", std::to_string(proof.checkpoint.head.size)}}, Place{file, 0, 0});
  }
  Receipt receipt;
  receipt.entry.value = proof.index + 1;
  receipt.public_bytes.assign(proof.leaf_data->begin(), proof.leaf_data->end() - hash_bytes);
  std::copy(proof.leaf_data->end() - hash_bytes, proof.leaf_data->end(), receipt.commitment.bytes.begin());
  receipt.proof = proof.hashes;
  receipt.key = key;
  receipt.checkpoint = proof.checkpoint;
  std::erase_if(receipt.checkpoint.signatures, [&](const NoteSignature& s) { return s.name != key.name || s.key_id != key.key_id(); });
  auto verified = verify_receipt(receipt, key.fingerprint());
  if (!verified) return in_file(std::move(verified));
  return verified;
}

Result<void> verify_consistency_proof(const Checkpoint& old, const ConsistencyProof& proof, const PublicKey& key) {
  const Checkpoint& now = proof.checkpoint;
  SUMI_CHECK(verify_checkpoint(now, key));
  SUMI_CHECK(verify_checkpoint(old, key));
  if (old.origin != now.origin) return fail(errors::proof_origin, {{"expected", old.origin.to_text()}, {"actual", now.origin.to_text()}});
  if (old.head.size != proof.old_size) {
    return fail(errors::proof_size, {{"expected", std::to_string(old.head.size)}, {"actual", std::to_string(proof.old_size)}});
  }
  if (!verify_consistency(old.head, proof.hashes, now.head)) {
    return fail(errors::proof_consistency, {{"expected", std::to_string(old.head.size)}, {"size", std::to_string(now.head.size)}});
  }
  return {};
}

}  // namespace sumi::journal
