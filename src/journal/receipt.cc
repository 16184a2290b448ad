#include "journal/receipt.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/limits.h"
#include "journal/base64.h"
#include "journal/errors.h"
#include "journal/seal.h"

namespace sumi::journal {

namespace {

constexpr std::string_view title = "sumi receipt v1";
constexpr std::uint32_t line_entry = 3;
constexpr std::uint32_t line_public = 4;

// The lines of to_text(), counted.
std::uint32_t line_of_commitment(const Receipt& r) { return r.kind == ReceiptKind::open ? 5 : 6; }
std::uint32_t line_of_opened(const Receipt& r) { return line_of_commitment(r) + 1 + static_cast<std::uint32_t>(r.proof.size()); }
std::uint32_t line_of_key(const Receipt& r) { return line_of_opened(r) + static_cast<std::uint32_t>(r.opened.size()); }
std::uint32_t line_of_signature(const Receipt& r) { return line_of_key(r) + 6; }

// Goes through the lines of a receipt. Every function refuses with the number of the line it stands at.
class LineReader {
 public:
  LineReader(std::string_view text, std::string file) : rest_(text), file_(std::move(file)) {}

  [[nodiscard]] Unexpected refuse(const std::string& ja, const std::string& en) const {
    return fail(errors::receipt_syntax, {{"reason_ja", ja}, {"reason_en", en}}, place());
  }
  [[nodiscard]] Place place() const { return {file_, line_, 0}; }
  [[nodiscard]] std::string_view rest() const { return rest_; }
  [[nodiscard]] std::uint32_t line() const { return line_; }
  // Does the line begin with this word and a space?
  [[nodiscard]] bool at(std::string_view word) const { return rest_.starts_with(word) && rest_.substr(word.size()).starts_with(' '); }

  // A line that is just this word.
  [[nodiscard]] Result<void> word(std::string_view expected) {
    if (rest_.substr(0, rest_.find('\n')) != expected || rest_.size() == expected.size()) return missing(expected);
    rest_.remove_prefix(expected.size() + 1);
    ++line_;
    return {};
  }
  // What follows the word and a space. The line counts as read only after next().
  [[nodiscard]] Result<std::string_view> value(std::string_view expected) {
    const std::size_t end = rest_.find('\n');
    if (!at(expected) || end == std::string_view::npos) return missing(expected);
    return rest_.substr(expected.size() + 1, end - expected.size() - 1);
  }
  void next() {
    rest_.remove_prefix(rest_.find('\n') + 1);
    ++line_;
  }
  [[nodiscard]] Result<Bytes> base64(std::string_view expected) {
    SUMI_TRY(const std::string_view text, value(expected));
    auto bytes = from_base64(text);
    if (!bytes) return refuse("base64ではありません", "this is not base64");
    next();
    return std::move(*bytes);
  }
  template <class Array>
  [[nodiscard]] Result<void> fixed(std::string_view expected, Array& to) {
    SUMI_TRY(const std::string_view text, value(expected));
    const auto bytes = from_base64(text);
    if (!bytes || bytes->size() != to.size()) {
      return refuse(std::to_string(to.size()) + "バイトのbase64ではありません", "this is not base64 of " + std::to_string(to.size()) + " bytes");
    }
    std::copy(bytes->begin(), bytes->end(), to.begin());
    next();
    return {};
  }

 private:
  [[nodiscard]] Unexpected missing(std::string_view expected) const {
    const std::string word(expected);
    return refuse("「" + word + "」の行が来るはずです", "a line \"" + word + "\" is due here");
  }
  std::string_view rest_;
  std::string file_;
  std::uint32_t line_ = 1;
};

Result<void> read_contents(LineReader& in, Receipt& r) {
  SUMI_TRY(const std::string_view kind, in.value("kind"));
  if (kind != "public" && kind != "party") return in.refuse("public でも party でもありません", "it is neither public nor party");
  r.kind = kind == "public" ? ReceiptKind::open : ReceiptKind::party;
  in.next();
  SUMI_TRY(const std::string_view number, in.value("entry"));
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), r.entry.value);
  if (error != std::errc{} || end != number.data() + number.size() || r.entry.value == 0) {
    return in.refuse("記帳番号ではありません", "this is not the number of an entry");
  }
  in.next();
  SUMI_TRY(r.public_bytes, in.base64("public"));
  if (r.kind == ReceiptKind::open) return in.fixed("commitment", r.commitment.bytes);
  SUMI_CHECK(in.fixed("salt", r.salt));
  SUMI_TRY(r.party_bytes, in.base64("party"));
  r.commitment = party_commitment(r.salt, r.party_bytes);
  return {};
}

Result<void> read_opened(LineReader& in, Receipt& r) {
  while (in.at("open")) {
    SUMI_TRY(const std::string_view text, in.value("open"));
    const std::size_t space = std::min(text.find(' '), text.size());
    const auto salt = from_base64(text.substr(0, space));
    const auto value = from_base64(text.substr(std::min(space + 1, text.size())));
    OpenedValue opened;
    if (space == text.size() || !salt || salt->size() != opened.salt.size() || !value || value->size() > limits::sealed_value_bytes_max) {
      return in.refuse("封印の塩と値ではありません", "this is not a salt and a value");
    }
    std::copy(salt->begin(), salt->end(), opened.salt.begin());
    opened.value = *value;
    r.opened.push_back(std::move(opened));
    in.next();
  }
  return {};
}

Result<void> read_signed(LineReader& in, Receipt& r, const std::string& file) {
  SUMI_TRY(const std::string_view key_text, in.value("key"));
  auto key = PublicKey::parse(key_text);
  if (!key) return fail(std::move(key).error().at(in.place()));
  r.key = std::move(*key);
  in.next();
  SUMI_CHECK(in.word("checkpoint"));
  SUMI_TRY(r.checkpoint, Checkpoint::parse(in.rest(), file, in.line()));
  if (r.checkpoint.signatures.size() != 1) {
    return fail(errors::receipt_syntax, {{"reason_ja", "署名が一つではありません"}, {"reason_en", "there is more than one signature"}},
                Place{file, line_of_signature(r) + 1, 0});
  }
  return {};
}

// One receipt has one text. What the reading above let through and to_text would write otherwise is refused here.
Result<void> require_canonical(const Receipt& r, std::string_view text, const std::string& file) {
  const std::string canonical = r.to_text();
  if (canonical == text) return {};
  const auto [mine, theirs] = std::mismatch(canonical.begin(), canonical.end(), text.begin(), text.end());
  const auto line = 1 + std::count(canonical.begin(), mine, '\n');
  return fail(errors::receipt_syntax, {{"reason_ja", "書き方が定めと違います"}, {"reason_en", "it is not written as a receipt writes it"}},
              Place{file, static_cast<std::uint32_t>(line), 0});
}

// The first place at which the commitment stands: the public body, then the party body.
std::optional<std::pair<Part, std::size_t>> find_commitment(const VerifiedReceipt& v, const Hash& commitment) {
  for (const auto& [part, body] : {std::pair{Part::open, &v.public_body}, std::pair{Part::party, &v.party_body}}) {
    const auto at = std::search(body->begin(), body->end(), commitment.bytes.begin(), commitment.bytes.end());
    if (at != body->end()) return std::pair{part, static_cast<std::size_t>(at - body->begin())};
  }
  return std::nullopt;
}

Result<void> verify_opened(VerifiedReceipt& v, const std::string& file) {
  std::uint32_t line = line_of_opened(v.receipt);
  for (const OpenedValue& o : v.receipt.opened) {
    const Hash commitment = seal(o.salt, o.value);
    const auto place = find_commitment(v, commitment);
    if (!place) {
      return fail(errors::receipt_opening, {{"reason_ja", "記帳にその封印がありません"}, {"reason_en", "the entry holds no such commitment"}},
                  Place{file, line, 0});
    }
    if (!v.opened.empty() && *place <= std::pair{v.opened.back().part, v.opened.back().offset}) {
      return fail(errors::receipt_opening,
                  {{"reason_ja", "記帳にある順に並んでいません"}, {"reason_en", "it does not stand in the order of the entry"}}, Place{file, line, 0});
    }
    v.opened.push_back({place->first, place->second, commitment, o.value});
    ++line;
  }
  return {};
}

Result<void> decode_parts(VerifiedReceipt& v, const std::string& file) {
  auto open = decode_public_part(v.receipt.public_bytes);
  if (!open) return fail(std::move(open).error().at({file, line_public, 0}));
  v.header = open->header;
  v.public_body.assign(open->body.begin(), open->body.end());
  if (v.receipt.kind == ReceiptKind::open) return {};
  auto party = decode_party_part(v.receipt.party_bytes, v.header);
  if (!party) return fail(std::move(party).error().at({file, line_of_commitment(v.receipt), 0}));
  v.party_body.assign(party->begin(), party->end());
  return {};
}

}  // namespace

Result<Receipt> Receipt::parse(std::string_view text, const std::string& file) {
  if (text.size() > limits::receipt_bytes_max) {
    return fail(errors::receipt_too_large, {{"limit", std::to_string(limits::receipt_bytes_max)}}, Place{file, 0, 0});
  }
  if (text.substr(0, text.find('\n')) != title) return fail(errors::receipt_version, {{"expected", std::string(title)}}, Place{file, 1, 0});
  Receipt r;
  LineReader in(text, file);
  SUMI_CHECK(in.word(title));
  SUMI_CHECK(read_contents(in, r));
  while (in.at("proof")) {
    Hash sibling;
    SUMI_CHECK(in.fixed("proof", sibling.bytes));
    if (r.proof.size() == limits::tree_levels_max) return in.refuse("証明のハッシュが多すぎます", "the proof has too many hashes");
    r.proof.push_back(sibling);
  }
  SUMI_CHECK(read_opened(in, r));
  SUMI_CHECK(read_signed(in, r, file));
  SUMI_CHECK(require_canonical(r, text, file));
  return r;
}

std::string Receipt::to_text() const {
  std::string text(title);
  const auto line = [&](std::string_view word, std::string_view value) { text.append("\n").append(word).append(" ").append(value); };
  line("kind", kind == ReceiptKind::open ? "public" : "party");
  line("entry", std::to_string(entry.value));
  line("public", to_base64(public_bytes));
  if (kind == ReceiptKind::open) {
    line("commitment", to_base64(commitment.bytes));
  } else {
    line("salt", to_base64(salt));
    line("party", to_base64(party_bytes));
  }
  for (const Hash& h : proof) line("proof", to_base64(h.bytes));
  for (const OpenedValue& o : opened) line("open", to_base64(o.salt) + " " + to_base64(o.value));
  line("key", key.to_text());
  return text + "\ncheckpoint\n" + checkpoint.to_text();
}

Result<Receipt> make_receipt(ReceiptKind kind, SequenceNumber number, const EntryView& entry, const NodeSource& nodes,
                             const Checkpoint& checkpoint, const PublicKey& key, std::vector<OpenedValue> opened) {
  if (number.value == 0 || number.value > checkpoint.head.size) {
    return fail(errors::proof_range, {{"index", std::to_string(number.value)}, {"size", std::to_string(checkpoint.head.size)}});
  }
  Receipt r;
  r.kind = kind;
  r.entry = number;
  r.public_bytes.assign(entry.public_bytes.begin(), entry.public_bytes.end());
  r.commitment = party_commitment(entry.salt, entry.party_bytes);
  if (kind == ReceiptKind::party) {
    r.salt = entry.salt;
    r.party_bytes.assign(entry.party_bytes.begin(), entry.party_bytes.end());
  }
  SUMI_TRY(r.proof, prove_inclusion(nodes, number.value - 1, checkpoint.head.size));
  r.opened = std::move(opened);
  r.key = key;
  r.checkpoint = checkpoint;
  SUMI_CHECK(verify_receipt(r));
  if (r.to_text().size() > limits::receipt_bytes_max) return fail(errors::receipt_too_large, {{"limit", std::to_string(limits::receipt_bytes_max)}});
  return r;
}

Result<VerifiedReceipt> verify_receipt(const Receipt& receipt, const std::optional<Hash>& pin, const std::string& file) {
  VerifiedReceipt v{.receipt = receipt, .header = {}, .public_body = {}, .party_body = {}, .opened = {}, .fingerprint = receipt.key.fingerprint(),
                    .pinned = pin.has_value()};
  const auto at_line = [&](Error e, std::uint32_t line) { return fail(std::move(e).at({file, line, 0})); };
  if (pin && *pin != v.fingerprint) {
    return at_line(make_error(errors::receipt_key_pinned, {{"expected", pin->to_hex()}, {"actual", v.fingerprint.to_hex()}}), line_of_key(receipt));
  }
  if (receipt.checkpoint.signatures.size() != 1) {
    return at_line(make_error(errors::checkpoint_key, {{"expected", receipt.key.name}, {"actual", std::to_string(receipt.checkpoint.signatures.size())}}),
                   line_of_signature(receipt));
  }
  auto signature = verify_checkpoint(receipt.checkpoint, receipt.key);
  if (!signature) return at_line(std::move(signature).error(), line_of_signature(receipt));

  // In a party receipt the commitment is what salt and party bytes make, whatever the caller put beside them.
  const Hash commitment = receipt.kind == ReceiptKind::party ? party_commitment(receipt.salt, receipt.party_bytes) : receipt.commitment;
  v.receipt.commitment = commitment;
  const Hash leaf = entry_leaf_hash(receipt.public_bytes, commitment);
  if (receipt.entry.value == 0 || !verify_inclusion(leaf, receipt.entry.value - 1, receipt.proof, receipt.checkpoint.head)) {
    return at_line(make_error(errors::receipt_inclusion, {{"sequence", std::to_string(receipt.entry.value)},
                                                          {"size", std::to_string(receipt.checkpoint.head.size)}}),
                   line_entry);
  }
  SUMI_CHECK(decode_parts(v, file));
  SUMI_CHECK(verify_opened(v, file));
  return v;
}

}  // namespace sumi::journal
