// JSON <-> trees.
//
// Reading: RFC 8259, UTF-8 checked (a BOM is taken off), numbers keep their literal text, a key may stand once per object, nesting and size
// are bounded (limits::nesting_depth_max, limits::json_bytes_max). Every value and every error has its line and column, counted in characters.
// Writing: members in the order of the tree, text in UTF-8 without needless escapes. A whole number beyond +-(2^53 - 1) is written as text, since
// JavaScript would change it; a number literal that JSON does not know (TOML's 0x1F) is written as text too.
#pragma once

#include <string>
#include <string_view>

#include "base/tree.h"

namespace sumi::wire {

// Errors: wire.json_too_large, wire.json_syntax, wire.json_too_deep, wire.json_key_twice.
[[nodiscard]] Result<Tree> parse_json(std::string_view text, std::string file_name);

// `pretty`: two spaces per level and a line break at the end; else one line without spaces.
[[nodiscard]] std::string to_json(const Tree& tree, bool pretty);
// A JSON string with its quotation marks. What is not UTF-8 is shown as U+FFFD.
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace sumi::wire
