#include "verify/report.h"

#include <cstdlib>
#include <optional>

#include "base/text.h"
#include "journal/base64.h"
#include "verify/words.h"

namespace sumi::verify {

namespace {

using journal::ReceiptKind;
using journal::StoreKind;
using journal::VerifiedReceipt;

constexpr std::size_t label_columns = 30;

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      static constexpr char digits[] = "0123456789abcdef";
      out += "\\u00";
      out += digits[static_cast<unsigned char>(c) >> 4];
      out += digits[c & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_json(std::string& out, const Tree& tree) {
  const char* comma = "";
  switch (tree.kind) {
    case Tree::Kind::null: out += "null"; return;
    case Tree::Kind::boolean:
    case Tree::Kind::number: out += tree.text; return;
    case Tree::Kind::string: append_json_string(out, tree.text); return;
    case Tree::Kind::table:
      out += '{';
      for (const auto& [key, value] : tree.members) {
        out += comma;
        append_json_string(out, key);
        out += ':';
        append_json(out, value);
        comma = ",";
      }
      out += '}';
      return;
    case Tree::Kind::array:
      out += '[';
      for (const Tree& item : tree.items) {
        out += comma;
        append_json(out, item);
        comma = ",";
      }
      out += ']';
      return;
  }
}

// Foreign text must not move the cursor or turn the direction of what stands around it: control characters of ASCII, C1 (U+0080-9F), the
// separators and marks of direction (U+2028-202E, U+2066-2069) become spaces.
std::string harmless(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = [&](std::size_t k) { return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U; };
    std::size_t length = 0;
    if (byte(0) < 0x20 || byte(0) == 0x7f) length = 1;
    if (byte(0) == 0xc2 && byte(1) < 0xa0) length = 2;
    if (byte(0) == 0xe2 && byte(1) == 0x80 && byte(2) >= 0xa8 && byte(2) <= 0xae) length = 3;
    if (byte(0) == 0xe2 && byte(1) == 0x81 && byte(2) >= 0xa6 && byte(2) <= 0xa9) length = 3;
    if (length == 0) {
      out += text[i];
    } else {
      out += ' ';
      i += length - 1;
    }
  }
  return out;
}

// Text in two columns; what is nested stands two columns further in.
class Lines {
 public:
  explicit Lines(Language language) : language_(language) {}
  void heading(std::string_view ja, std::string_view en) { out_.append("\n").append(pick(ja, en)).append("\n"); }
  void plain(std::string_view ja, std::string_view en) { out_.append(pick(ja, en)).append("\n"); }
  void row(std::string_view ja, std::string_view en, std::string_view value, std::size_t depth = 1) {
    const std::string label = std::string(2 * depth, ' ') + std::string(pick(ja, en));
    out_.append(value.empty() ? label : pad_right(label, label_columns) + " ").append(value).append("\n");
  }
  void tree(const std::string& name, const Tree& value, std::size_t depth) {
    const std::string label = field_word(name, language_);
    if (!value.is_array()) return labelled(label, value, depth);
    if (value.items.empty()) row(label, label, pick("なし", "none"), depth);
    for (std::size_t i = 0; i < value.items.size(); ++i) labelled(label + " " + std::to_string(i + 1), value.items[i], depth);
  }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void labelled(const std::string& label, const Tree& value, std::size_t depth) {
    if (const auto range = serials(value)) {
      row(label, label, *range, depth);
    } else if (value.is_table()) {
      row(label, label, "", depth);
      for (const auto& [key, member] : value.members) tree(key, member, depth + 1);
    } else if (value.kind != Tree::Kind::null && !(value.kind == Tree::Kind::string && value.text.empty())) {  // else: not given
      row(label, label, scalar(value), depth);
    }
  }
  // Serials are [first, end) in the bytes and inclusive in print.
  [[nodiscard]] std::optional<std::string> serials(const Tree& value) const {
    const Tree* batch = value.find("batch");
    const Tree* first = value.find("first");
    const Tree* end = value.find("end");
    if (value.members.size() != 3 || batch == nullptr || first == nullptr || end == nullptr) return std::nullopt;
    const std::uint64_t low = std::strtoull(first->text.c_str(), nullptr, 10);
    const std::uint64_t high = std::strtoull(end->text.c_str(), nullptr, 10);
    if (high <= low) return std::nullopt;
    const std::string from = std::to_string(low);
    const std::string to = std::to_string(high - 1);
    const std::string count = group_digits(std::to_string(high - low));
    return language_ == Language::ja ? "ロット" + batch->text + " " + from + "〜" + to + "(" + count + "単位)"
                                     : "batch " + batch->text + ", " + from + " to " + to + " (" + count + " units)";
  }
  [[nodiscard]] std::string_view pick(std::string_view ja, std::string_view en) const { return language_ == Language::ja ? ja : en; }
  [[nodiscard]] std::string scalar(const Tree& value) const {
    if (value.kind != Tree::Kind::boolean) return harmless(value.text);
    return std::string(value.text == "true" ? pick("はい", "yes") : pick("いいえ", "no"));
  }
  Language language_;
  std::string out_;
};

void store_note(Lines& out, StoreKind kind) {
  if (kind == StoreKind::production) return;
  out.plain("********************************************************************************", "********************************************************************************");
  if (kind == StoreKind::demo) {
    out.plain("** 実演用(デモ)の台帳の受領証です。ここにあるクレジットは実在しません。", "** This receipt is of a DEMO store. Its credits do not exist.");
  } else {
    out.plain("** 研修用の台帳の受領証です。ここにあるクレジットは実在しません。", "** This receipt is of a TRAINING store. Its credits do not exist.");
  }
  out.plain("********************************************************************************", "********************************************************************************");
}

// The fingerprint in eight groups, which is how people compare it.
std::string grouped(const Hash& fingerprint) {
  const std::string hex = fingerprint.to_hex();
  std::string text;
  for (std::size_t i = 0; i < hex.size(); i += 8) text += (i == 0 ? "" : " ") + hex.substr(i, 8);
  return text;
}

void entry_rows(Lines& out, const VerifiedReceipt& v, const EntryDescription& entry, Language language) {
  const auto& h = v.header;
  out.heading("記帳", "The entry");
  out.row("記帳番号", "number", group_digits(std::to_string(v.receipt.entry.value)));
  out.row("時刻", "time", h.time.to_japan_string());
  out.row("行為の日", "day of the act", h.business_date.to_string());
  const std::string type = std::to_string(h.type) + "." + std::to_string(h.version);
  if (entry.command.empty()) {
    out.row("行為", "act", (language == Language::ja ? "このプログラムの知らない種類(" : "of a kind unknown to this program (") + type + (language == Language::ja ? ")" : ")"));
  } else {
    out.row("行為", "act", act_word(entry.command, language) + " (" + entry.command + " " + type + ")");
  }
  out.row("規則集の採用番号", "rulebook adoption", std::to_string(h.adoption));
  if (h.group_count != 0) {
    out.row("組", "group", std::to_string(h.group_index + 1) + " / " + std::to_string(h.group_count));
  }
  const bool party = v.receipt.kind == ReceiptKind::party;
  if (party || !h.organisation_is_party) out.row("行為をした法人の番号", "on behalf of organisation", std::to_string(h.on_behalf_of.value));
  if (!party) return;
  out.row("担当者", "acting person", h.actor.to_hex());
  if (h.delegation != 0) out.row("委任の番号", "delegation", std::to_string(h.delegation));
  out.row("受付番号", "idempotency key", h.key.to_hex());
}

void field_rows(Lines& out, const VerifiedReceipt& v, const EntryDescription& entry) {
  const auto section = [&](const char* name, std::string_view ja, std::string_view en) {
    const Tree* fields = entry.fields.find(name);
    if (fields == nullptr) return;
    out.heading(ja, en);
    if (fields->is_table()) {
      for (const auto& [key, value] : fields->members) out.tree(key, value, 1);
      if (fields->members.empty()) out.plain("  なし", "  none");
    } else {
      out.row("16進数", "hexadecimal", fields->text);
    }
  };
  section("public", "公開の項目", "Public fields");
  section("public_bytes", "公開の項目", "Public fields");
  section("party", "当事者の項目", "Party fields");
  section("party_bytes", "当事者の項目", "Party fields");
  if (!entry.strangers.empty()) out.heading("開示された値", "Opened values");
  for (const auto& o : entry.strangers) {
    const std::string text(o.value.begin(), o.value.end());
    const Tree shown = valid_utf8(text) ? Tree::make_string(text) : Tree::make_string(std::to_string(text.size()) + " bytes");
    out.tree(o.part == Part::open ? "public" : "party", shown, 1);
  }
  if (v.receipt.kind == ReceiptKind::open) {
    out.plain("  このほかに当事者だけの項目がある場合、その内容は見えませんが、同じ証明で固定されています。",
              "  Fields of the parties, if any, are not shown; the same proof fixes them.");
  }
}

}  // namespace

std::string json_text(const Tree& tree) {
  std::string out;
  append_json(out, tree);
  return out;
}

std::string report_text(const VerifiedReceipt& v, Language language) {
  const EntryDescription entry = describe_entry(v, language);
  const auto& c = v.receipt.checkpoint;
  Lines out(language);
  store_note(out, c.origin.kind);
  out.plain("検証できました。次の記帳は、署名された台帳に含まれています。", "Verified: the entry below is in the signed journal.");
  entry_rows(out, v, entry, language);
  field_rows(out, v, entry);
  out.heading("台帳と署名", "Journal and signature");
  out.row("台帳", "origin", c.origin.to_text());
  out.row("署名時の記帳の件数", "entries when signed", group_digits(std::to_string(c.head.size)));
  out.row("署名時のルートハッシュ", "root when signed", c.head.root.to_hex());
  out.row("鍵の名前", "key name", v.receipt.key.name);
  out.row("鍵の指紋", "key fingerprint", grouped(v.fingerprint));
  if (v.pinned) {
    out.plain("  鍵は、指定された公開鍵と一致しました。", "  The key is the one you gave.");
  } else {
    out.plain("  鍵が誰のものかは、受領証だけでは分かりません。指紋を、発行者が別の方法で公表したものと比べるか、--public-key で指定してください。",
              "  Whose key it is, a receipt cannot tell: compare the fingerprint with the one the issuer published elsewhere, or give it by --public-key.");
  }
  return out.take();
}

std::string report_json(const VerifiedReceipt& v) {
  const EntryDescription entry = describe_entry(v, Language::en);
  const auto& h = v.header;
  const auto& c = v.receipt.checkpoint;
  const bool party = v.receipt.kind == ReceiptKind::party;
  const auto text = [](const auto& value) { return Tree::make_string(std::string(value)); };
  Tree t = Tree::make_table();
  t.add("verified", Tree::make_boolean(true));
  t.add("origin", text(c.origin.to_text()));
  t.add("store_kind", text(enum_word(static_cast<scheme::StoreKind>(c.origin.kind)).name));
  t.add("tree_size", text(std::to_string(c.head.size)));
  t.add("root", text(c.head.root.to_hex()));
  t.add("receipt_kind", text(party ? "party" : "public"));
  t.add("entry", text(std::to_string(v.receipt.entry.value)));
  t.add("time", text(h.time.to_string()));
  t.add("business_date", text(h.business_date.to_string()));
  t.add("type", Tree::make_number(std::to_string(h.type)));
  t.add("version", Tree::make_number(std::to_string(h.version)));
  t.add("command", entry.command.empty() ? Tree{} : text(entry.command));
  t.add("adoption", Tree::make_number(std::to_string(h.adoption)));
  t.add("group_index", Tree::make_number(std::to_string(h.group_index)));
  t.add("group_count", Tree::make_number(std::to_string(h.group_count)));
  if (party || !h.organisation_is_party) t.add("on_behalf_of", text(std::to_string(h.on_behalf_of.value)));
  if (party) {
    t.add("actor", text(h.actor.to_hex()));
    t.add("delegation", text(std::to_string(h.delegation)));
    t.add("key", text(h.key.to_hex()));
  }
  for (const auto& [name, value] : entry.fields.members) t.add(name, value);
  Tree& opened = t.add("opened", Tree::make_array());
  for (const auto& o : v.opened) {
    Tree one = Tree::make_table();
    one.add("part", text(std::string_view(o.part == Part::open ? "public" : "party")));
    one.add("commitment", text(o.commitment.to_hex()));
    one.add("value_base64", text(journal::to_base64(o.value)));
    opened.items.push_back(std::move(one));
  }
  t.add("key_name", text(v.receipt.key.name));
  t.add("fingerprint", text(v.fingerprint.to_hex()));
  t.add("pinned", Tree::make_boolean(v.pinned));
  return json_text(t) + "\n";
}

std::string refusal_json(const Error& error, Language language) {
  Tree t = Tree::make_table();
  t.add("verified", Tree::make_boolean(false));
  t.add("error", Tree::make_string(qualified_name(*error.def)));
  t.add("message", Tree::make_string(sentence(error, language)));
  if (error.place.line != 0) t.add("line", Tree::make_number(std::to_string(error.place.line)));
  return json_text(t) + "\n";
}

}  // namespace sumi::verify
