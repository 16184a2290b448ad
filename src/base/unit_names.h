// The names of units, for unit.cc alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/unit.h"

namespace sumi {

// Full-width forms, single-character units (㎥), dashes and multiplication signs to the characters of the grammar.
[[nodiscard]] std::string normal_unit_text(std::string_view text);

// One name in any of its spellings, with its scale word in front; the unit's text is its normal name.
[[nodiscard]] std::optional<Unit> unit_by_name(std::string_view name);

// "thousand_" for 1000, for the four scale words that exist.
[[nodiscard]] std::string_view scale_word_of(const Rational& factor);

// Why two dimensions do not convert, and how a document may join them.
struct MismatchReason {
  std::string ja;
  std::string en;
};
[[nodiscard]] MismatchReason mismatch_reason(const Dimension& from, const Dimension& to);

}  // namespace sumi
