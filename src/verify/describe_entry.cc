// The bodies of an entry as a tree, by the one description that commands and outcomes have. Names of fields and enumerators are kept as
// the description writes them; report.cc turns them into words.
#include <algorithm>
#include <iterator>
#include <optional>

#include "base/describe.h"
#include "base/text.h"
#include "journal/errors.h"
#include "scheme/commands.h"
#include "verify/report.h"
#include "verify/words.h"

namespace sumi::verify {

namespace {

using journal::VerifiedOpening;
using journal::VerifiedReceipt;

std::string hex(BytesView bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t b : bytes) {
    text += digits[b >> 4];
    text += digits[b & 15];
  }
  return text;
}

// Turns the described fields of one part into a tree. A sealed field shows its opened value where the receipt brings one.
struct FieldsToTree {
  const VerifiedReceipt& receipt;
  Language language;
  std::vector<Hash>& sealed_fields;  // gets the commitment of every sealed field
  std::optional<Part> part;  // only this part; nothing = every field (inside of a field everything belongs to its part)
  Tree table = Tree::make_table();

  template <class T>
  void operator()(Part p, const char* name, T& value) {
    if (!part || p == *part) table.add(name, to_tree(value));
  }

  template <class T>
  Tree to_tree(const T& v) {
    if constexpr (std::is_same_v<T, bool>) {
      return Tree::make_boolean(v);
    } else if constexpr (std::is_enum_v<T>) {
      const EnumWord word = enum_word(v);
      if (word.name.empty()) return Tree::make_string(std::to_string(static_cast<unsigned>(v)));
      return Tree::make_string(std::string(language == Language::ja ? word.ja : word.name));
    } else if constexpr (std::integral<T>) {
      return sizeof(T) < 8 ? Tree::make_number(std::to_string(v)) : Tree::make_string(std::to_string(v));
    } else if constexpr (std::is_same_v<T, std::string>) {
      return Tree::make_string(valid_utf8(v) ? v : hex({reinterpret_cast<const std::uint8_t*>(v.data()), v.size()}));
    } else if constexpr (is_number<T>::value) {
      return v ? Tree::make_string(std::to_string(v.value)) : Tree{};
    } else if constexpr (std::is_base_of_v<Id128, T> || std::is_same_v<T, Hash>) {
      return Tree::make_string(v.to_hex());
    } else if constexpr (std::is_same_v<T, Sealed>) {
      return sealed(v);
    } else if constexpr (std::is_same_v<T, FiscalYear>) {
      return v.number == 0 ? Tree{} : Tree::make_string(v.to_string());
    } else if constexpr (std::is_same_v<T, Date> || std::is_same_v<T, Instant> || std::is_same_v<T, Period>) {
      return Tree::make_string(v.to_string());
    } else if constexpr (is_vector<T>::value) {
      Tree list = Tree::make_array();
      for (const auto& e : v) list.items.push_back(to_tree(e));
      return list;
    } else if constexpr (is_optional<T>::value) {
      return v ? to_tree(*v) : Tree{};
    } else {
      FieldsToTree inner{receipt, language, sealed_fields, std::nullopt};
      T::fields(v, inner);
      return std::move(inner.table);
    }
  }

  Tree sealed(const Sealed& v) {
    if (!v) return {};
    sealed_fields.push_back(v.commitment);
    Tree shown = Tree::make_table();
    shown.add("commitment", Tree::make_string(v.commitment.to_hex()));
    const auto opened = std::find_if(receipt.opened.begin(), receipt.opened.end(),
                                     [&](const VerifiedOpening& o) { return o.commitment == v.commitment; });
    if (opened != receipt.opened.end()) {
      shown.add("value", to_tree(std::string(opened->value.begin(), opened->value.end())));
    }
    return shown;
  }
};

// The fields of command and outcome that belong to `part`, read from that part's body; nothing if it does not read as them.
template <class Command>
std::optional<Tree> part_to_tree(const VerifiedReceipt& receipt, Language language, Part part, BytesView body, std::vector<Hash>& sealed_fields) {
  Command command{};
  typename Command::Outcome outcome{};
  try {
    ByteReader reader(body);
    PartDecoder decoder{reader, part};
    Command::fields(command, decoder);
    Command::Outcome::fields(outcome, decoder);
    reader.expect_end();
  } catch (const CodecError&) {
    return std::nullopt;
  }
  FieldsToTree visitor{receipt, language, sealed_fields, part};
  Command::fields(command, visitor);
  Command::Outcome::fields(outcome, visitor);
  return std::move(visitor.table);
}

}  // namespace

EntryDescription describe_entry(const VerifiedReceipt& receipt, Language language) {
  EntryDescription d;
  std::vector<Hash> sealed_fields;
  const bool party = receipt.receipt.kind == journal::ReceiptKind::party;
  scheme::with_command_type(receipt.header.type, receipt.header.version, [&](const auto& known) {
    using Command = std::decay_t<decltype(known)>;
    auto open_fields = part_to_tree<Command>(receipt, language, Part::open, receipt.public_body, sealed_fields);
    auto party_fields =
        party ? part_to_tree<Command>(receipt, language, Part::party, receipt.party_body, sealed_fields) : std::optional(Tree::make_table());
    if (!open_fields || !party_fields) return;
    d.command = scheme::command_name<Command>();
    d.fields.add("public", std::move(*open_fields));
    if (party) d.fields.add("party", std::move(*party_fields));
  });
  if (d.command.empty()) {
    d.fields.add("public_bytes", Tree::make_string(hex(receipt.public_body)));
    if (party) d.fields.add("party_bytes", Tree::make_string(hex(receipt.party_body)));
  }
  std::copy_if(receipt.opened.begin(), receipt.opened.end(), std::back_inserter(d.strangers), [&](const VerifiedOpening& o) {
    return std::find(sealed_fields.begin(), sealed_fields.end(), o.commitment) == sealed_fields.end();
  });
  return d;
}

Result<void> check_openings(const VerifiedReceipt& receipt, const std::string& file) {
  const EntryDescription d = describe_entry(receipt, Language::en);
  if (d.command.empty() || d.strangers.empty()) return {};
  return fail(journal::errors::receipt_opening,
              {{"reason_ja", "この行為に、その封印の項目はありません"}, {"reason_en", "the act has no such sealed field"}}, Place{file, 0, 0});
}

}  // namespace sumi::verify
