// A tree of named values: what TOML and JSON have in common. Scalars keep the text that was written, so a number is never a double.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace sumi {

struct Tree {
  enum class Kind : std::uint8_t { null, boolean, number, string, table, array };
  struct Member;
  Kind kind = Kind::null;
  std::string text;                                    // boolean: "true"/"false"; number: the literal as written; string: its value
  std::vector<Member> members;                         // table, in written order
  std::vector<Tree> items;                             // array
  Place place;                                         // of the value

  [[nodiscard]] const Tree* find(std::string_view key) const;
  [[nodiscard]] bool is_table() const { return kind == Kind::table; }
  [[nodiscard]] bool is_array() const { return kind == Kind::array; }

  static Tree make_string(std::string v);
  static Tree make_number(std::string v);
  static Tree make_boolean(bool v);
  static Tree make_table();
  static Tree make_array();
  Tree& add(std::string key, Tree value);
};

// Named as in a std::pair. It is none, because a pair of a type that holds a vector of such pairs is a circle that clang refuses.
struct Tree::Member {
  std::string first;
  Tree second;
};

inline Tree Tree::make_string(std::string v) { return {Kind::string, std::move(v), {}, {}, {}}; }
inline Tree Tree::make_number(std::string v) { return {Kind::number, std::move(v), {}, {}, {}}; }
inline Tree Tree::make_boolean(bool v) { return {Kind::boolean, v ? "true" : "false", {}, {}, {}}; }
inline Tree Tree::make_table() { return {Kind::table, {}, {}, {}, {}}; }
inline Tree Tree::make_array() { return {Kind::array, {}, {}, {}, {}}; }
inline Tree& Tree::add(std::string key, Tree value) {
  members.push_back({std::move(key), std::move(value)});
  return members.back().second;
}

// TOML 1.0 through toml++. UTF-8 only (a BOM is taken off; another encoding is named in the message). Dates become strings in
// ISO form; inf and nan are refused; a number keeps its literal without underscores. Errors: base.toml_syntax with line and column.
[[nodiscard]] Result<Tree> parse_toml(std::string_view text, std::string file_name);

}  // namespace sumi
