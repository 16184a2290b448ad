// The first of two passes over a TOML file (see toml.cc): finds every value that is no string, table or array, and bounds the nesting.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/tree.h"

namespace sumi {

// A number, a truth value, or a date or time (as a string), with the place of its first character.
struct TomlScalar {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  Tree::Kind kind = Tree::Kind::number;
  std::string text;  // what Tree::text holds
};

struct TomlScan {
  // The text in which each scalar is a 0 followed by blanks: every other character keeps its line and column.
  std::string masked;
  std::vector<TomlScalar> scalars;  // in written order
  // The scan stopped at this place because nothing can follow that would be TOML, and `masked` ends there; the parser says why.
  bool broken = false;
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

// `text` is UTF-8 without a mark. Errors: base.toml_syntax, base.toml_too_deep, with line and column.
[[nodiscard]] Result<TomlScan> scan_toml(std::string_view text, const std::string& file_name);

// A number of TOML 1.0 but inf and nan: decimal ones without their underscores, 0x, 0o and 0b (64 bits) in decimal digits.
// A date, a time or both: T and Z in capitals, the rest as written. `true` and `false`. Anything else gives kind null.
[[nodiscard]] TomlScalar toml_scalar(std::string_view word);

}  // namespace sumi
