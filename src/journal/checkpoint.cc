// Checkpoints as signed notes: text in, text out, and the signature. Keys are in journal/keys.cc.
#include "journal/checkpoint.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/limits.h"
#include "base/text.h"
#include "journal/base64.h"
#include "journal/errors.h"

namespace sumi::journal {

namespace {

constexpr std::string_view dash = "\xe2\x80\x94 ";  // em dash, space
constexpr std::pair<StoreKind, std::string_view> kinds[] = {
    {StoreKind::production, "sumi/"}, {StoreKind::demo, "sumi-demo/"}, {StoreKind::training, "sumi-training/"}};

struct Reason {
  const char* ja;
  const char* en;
};

// Takes one line, without its LF, off the text; false if no LF is left.
bool take_line(std::string_view& text, std::string_view& line) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return false;
  line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return true;
}

std::optional<NoteSignature> parse_signature(std::string_view line) {
  if (!line.starts_with(dash)) return std::nullopt;
  line.remove_prefix(dash.size());
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  NoteSignature s;
  s.name = line.substr(0, space);
  const auto bytes = from_base64(line.substr(space + 1));
  if (!valid_key_name(s.name) || !bytes || bytes->size() <= s.key_id.size()) return std::nullopt;
  const auto id_end = bytes->begin() + static_cast<std::ptrdiff_t>(s.key_id.size());
  std::copy(bytes->begin(), id_end, s.key_id.begin());
  s.signature.assign(id_end, bytes->end());
  return s;
}

}  // namespace

std::string Origin::to_text() const {
  for (const auto& [k, prefix] : kinds) {
    if (k == kind) return std::string(prefix) + store.to_hex();
  }
  throw std::logic_error("a store of no kind");
}

std::optional<Origin> Origin::parse(std::string_view text) {
  for (const auto& [kind, prefix] : kinds) {
    if (!text.starts_with(prefix)) continue;
    const auto id = Id128::from_hex(text.substr(prefix.size()));
    // from_hex may take capitals; the text must be the one that to_text writes.
    if (id && id->to_hex() == text.substr(prefix.size())) return Origin{kind, *id};
  }
  return std::nullopt;
}

std::string Checkpoint::body() const {
  return origin.to_text() + "\n" + std::to_string(head.size) + "\n" + to_base64(head.root.bytes) + "\n";
}

std::string Checkpoint::to_text() const {
  std::string text = body() + "\n";
  for (const NoteSignature& s : signatures) {
    Bytes bytes(s.key_id.begin(), s.key_id.end());
    bytes.insert(bytes.end(), s.signature.begin(), s.signature.end());
    text.append(dash).append(s.name).append(" ").append(to_base64(bytes)).append("\n");
  }
  return text;
}

Result<Checkpoint> Checkpoint::parse(std::string_view text, const std::string& file, std::uint32_t first_line) {
  std::uint32_t line_number = first_line;
  const auto refuse = [&](Reason reason) -> Unexpected {
    return fail(errors::checkpoint_syntax, {{"reason_ja", reason.ja}, {"reason_en", reason.en}}, Place{file, line_number, 0});
  };
  if (text.size() > limits::checkpoint_bytes_max) return refuse({"長すぎます", "it is too long"});
  static constexpr Reason cut_off{"途中で切れています", "it is cut off"};
  Checkpoint c;
  std::string_view line;

  if (!take_line(text, line)) return refuse(cut_off);
  const auto origin = Origin::parse(line);
  if (!origin) return refuse({"1行目が台帳の名前ではありません", "its first line is not the origin of a store"});
  c.origin = *origin;

  ++line_number;
  if (!take_line(text, line)) return refuse(cut_off);
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), c.head.size);
  if (error != std::errc{} || end != line.data() + line.size() || std::to_string(c.head.size) != line ||
      c.head.size > std::uint64_t{1} << limits::tree_levels_max) {
    return refuse({"2行目が記帳の件数ではありません", "its second line is not a number of entries"});
  }

  ++line_number;
  if (!take_line(text, line)) return refuse(cut_off);
  const auto root = from_base64(line);
  if (!root || root->size() != c.head.root.bytes.size()) return refuse({"3行目がハッシュではありません", "its third line is not a hash"});
  std::copy(root->begin(), root->end(), c.head.root.bytes.begin());

  ++line_number;
  if (!take_line(text, line)) return refuse(cut_off);
  if (!line.empty()) return refuse({"4行目が空行ではありません", "its fourth line is not empty"});

  for (++line_number; !text.empty(); ++line_number) {
    if (!take_line(text, line)) return refuse(cut_off);
    auto signature = parse_signature(line);
    if (!signature) return refuse({"署名の行ではありません", "this is not a line with a signature"});
    if (c.signatures.size() == limits::checkpoint_signatures_max) return refuse({"署名が多すぎます", "there are too many signatures"});
    c.signatures.push_back(std::move(*signature));
  }
  if (c.signatures.empty()) return refuse({"署名がありません", "there is no signature"});
  return c;
}

Checkpoint sign_checkpoint(const Origin& origin, const TreeHead& head, const SigningKey& key) {
  Checkpoint c{origin, head, {}};
  const auto signature = key.sign(c.body());
  c.signatures.push_back({key.public_key().name, key.public_key().key_id(), {signature.begin(), signature.end()}});
  return c;
}

Result<void> verify_checkpoint(const Checkpoint& checkpoint, const PublicKey& key) {
  const auto id = key.key_id();
  const auto by_key = [&](const NoteSignature& s) { return s.name == key.name && s.key_id == id; };
  const auto count = std::count_if(checkpoint.signatures.begin(), checkpoint.signatures.end(), by_key);
  if (count != 1) return fail(errors::checkpoint_key, {{"expected", key.name}, {"actual", std::to_string(count)}});
  const auto signature = std::find_if(checkpoint.signatures.begin(), checkpoint.signatures.end(), by_key);
  if (!key.verify(checkpoint.body(), signature->signature)) return fail(errors::checkpoint_signature, {{"expected", key.name}});
  return {};
}

}  // namespace sumi::journal
