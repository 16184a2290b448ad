// Any bytes as TOML: a refusal with its place or a tree within the limits, each node with a place inside the text; and the tree,
// written as TOML and read again, is the same.
#include <cstdint>
#include <cstdlib>
#include <set>

#include "base/limits.h"
#include "base/tree.h"

namespace {

using sumi::Tree;

void require(bool holds) {
  if (!holds) std::abort();
}

std::string quoted(std::string_view text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out = "\"";
  for (const char c : text) {
    const auto b = static_cast<unsigned char>(c);
    if (b < 0x20 || b == 0x7F) {
      out += "\\u00";
      out += digits[b >> 4];
      out += digits[b & 15];
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

void check_number(std::string_view text) {
  std::size_t i = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  require(i < text.size() && text[i] >= '0' && text[i] <= '9');
  for (; i < text.size(); ++i) require(std::string_view("0123456789.e+-").find(text[i]) != std::string_view::npos);
}

void write(const Tree& tree, std::string& out) {
  switch (tree.kind) {
    case Tree::Kind::null: std::abort();
    case Tree::Kind::boolean:
    case Tree::Kind::number: out += tree.text; break;
    case Tree::Kind::string: out += quoted(tree.text); break;
    case Tree::Kind::array:
      out += '[';
      for (const Tree& item : tree.items) {
        write(item, out);
        out += ',';
      }
      out += ']';
      break;
    case Tree::Kind::table:
      out += '{';
      for (std::size_t i = 0; i < tree.members.size(); ++i) {
        out += (i == 0 ? "" : ",") + quoted(tree.members[i].first) + "=";
        write(tree.members[i].second, out);
      }
      out += '}';
      break;
  }
}

void check(const Tree& tree, std::size_t size, unsigned depth) {
  require(tree.place.line >= 1 && tree.place.column >= 1 && tree.place.line <= size + 1 && tree.place.column <= size + 1);
  if (tree.is_table() || tree.is_array()) require(depth <= sumi::limits::nesting_depth_max);
  if (tree.kind == Tree::Kind::number) check_number(tree.text);
  if (tree.kind == Tree::Kind::boolean) require(tree.text == "true" || tree.text == "false");
  std::set<std::string> names;
  for (const auto& [name, value] : tree.members) {
    require(names.insert(name).second);
    check(value, size, depth + 1);
  }
  for (const Tree& item : tree.items) check(item, size, depth + 1);
}

bool same(const Tree& a, const Tree& b) {
  if (a.kind != b.kind || a.text != b.text || a.members.size() != b.members.size() || a.items.size() != b.items.size()) return false;
  for (std::size_t i = 0; i < a.members.size(); ++i) {
    if (a.members[i].first != b.members[i].first || !same(a.members[i].second, b.members[i].second)) return false;
  }
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    if (!same(a.items[i], b.items[i])) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto tree = sumi::parse_toml(std::string_view(reinterpret_cast<const char*>(data), size), "fuzz.toml");
  if (!tree) {
    require(tree.error().def != nullptr && tree.error().place.file == "fuzz.toml" && tree.error().place.line <= size + 1);
    return 0;
  }
  check(*tree, size, 0);
  std::string text;
  for (const auto& [name, value] : tree->members) {
    text += quoted(name) + " = ";
    write(value, text);
    text += '\n';
  }
  const auto again = sumi::parse_toml(text, "again.toml");
  require(again.has_value() && same(*tree, *again));
  return 0;
}
