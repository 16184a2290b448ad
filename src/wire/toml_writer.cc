#include "wire/toml_writer.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "wire/errors.h"

namespace sumi::wire {

namespace {

bool is_bare_key(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

std::string quoted(std::string_view text) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string out = "\"";
  for (const char c : text) {
    const auto u = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (u < 0x20 || u == 0x7F) {
      out += "\\u00";
      out += digits[u >> 4];
      out += digits[u & 15];
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string key_text(std::string_view key) { return is_bare_key(key) ? std::string(key) : quoted(key); }

// TOML's whole numbers have 64 bits with sign and no leading zeros; a fraction needs a digit on both sides of its point.
bool is_toml_number(std::string_view s) {
  const std::size_t start = !s.empty() && (s[0] == '-' || s[0] == '+') ? 1 : 0;
  const std::string_view digits = s.substr(start);
  if (digits.empty() || digits.find_first_not_of("0123456789.eE+-") != std::string_view::npos) return false;
  const std::size_t whole = std::min(digits.find_first_not_of("0123456789"), digits.size());
  if (whole == 0 || (whole > 1 && digits[0] == '0')) return false;
  if (whole == digits.size()) {
    std::int64_t v = 0;
    const std::string_view from = s[0] == '+' ? s.substr(1) : s;
    const auto [end, error] = std::from_chars(from.data(), from.data() + from.size(), v);
    return error == std::errc{} && end == from.data() + from.size();
  }
  std::string_view rest = digits.substr(whole);
  const auto skip_digits = [&rest] {
    const std::size_t n = std::min(rest.find_first_not_of("0123456789"), rest.size());
    rest.remove_prefix(n);
    return n != 0;
  };
  if (rest.front() == '.') {
    rest.remove_prefix(1);
    if (!skip_digits()) return false;
  }
  if (!rest.empty() && (rest.front() == 'e' || rest.front() == 'E')) {
    rest.remove_prefix(1);
    if (!rest.empty() && (rest.front() == '+' || rest.front() == '-')) rest.remove_prefix(1);
    if (!skip_digits()) return false;
  }
  return rest.empty();
}

bool holds_null(const Tree& tree) {
  if (tree.kind == Tree::Kind::array) {
    return std::any_of(tree.items.begin(), tree.items.end(), [](const Tree& item) { return item.kind == Tree::Kind::null || holds_null(item); });
  }
  return std::any_of(tree.members.begin(), tree.members.end(), [](const auto& member) { return holds_null(member.second); });
}

bool is_section_list(const Tree& tree) {
  return tree.is_array() && !tree.items.empty() && std::all_of(tree.items.begin(), tree.items.end(), [](const Tree& t) { return t.is_table(); });
}

void write_inline(std::string& out, const Tree& tree) {
  bool first = true;
  switch (tree.kind) {
    case Tree::Kind::null: return;
    case Tree::Kind::boolean: out += tree.text == "true" ? "true" : "false"; return;
    case Tree::Kind::number: out += is_toml_number(tree.text) ? tree.text : quoted(tree.text); return;
    case Tree::Kind::string: out += quoted(tree.text); return;
    case Tree::Kind::array:
      out += '[';
      for (const Tree& item : tree.items) {
        if (!first) out += ", ";
        first = false;
        write_inline(out, item);
      }
      out += ']';
      return;
    case Tree::Kind::table:
      out += '{';
      for (const auto& [key, value] : tree.members) {
        if (value.kind == Tree::Kind::null) continue;
        out += first ? " " : ", ";
        first = false;
        out += key_text(key) + " = ";
        write_inline(out, value);
      }
      out += first ? "}" : " }";
      return;
  }
}

// `path` is the dotted name of `table`'s section; "" for the root.
void write_section(std::string& out, const Tree& table, const std::string& path) {
  for (const auto& [key, value] : table.members) {
    if (value.kind == Tree::Kind::null || value.is_table() || is_section_list(value)) continue;
    out += key_text(key) + " = ";
    write_inline(out, value);
    out += '\n';
  }
  for (const auto& [key, value] : table.members) {
    const std::string name = path.empty() ? key_text(key) : path + '.' + key_text(key);
    if (value.is_table()) {
      if (!out.empty()) out += '\n';
      out += '[' + name + "]\n";
      write_section(out, value, name);
    } else if (is_section_list(value)) {
      for (const Tree& item : value.items) {
        if (!out.empty()) out += '\n';
        out += "[[" + name + "]]\n";
        write_section(out, item, name);
      }
    }
  }
}

}  // namespace

Result<std::string> to_toml(const Tree& tree) {
  if (!tree.is_table()) return fail(errors::not_writable, {{"reason", "not a table"}}, tree.place);
  if (holds_null(tree)) return fail(errors::not_writable, {{"reason", "null in a list"}}, tree.place);
  std::string out;
  write_section(out, tree, "");
  return out;
}

}  // namespace sumi::wire
