// A formula's text as a tree: the compiler reads it, and a page draws it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/number.h"
#include "base/result.h"

namespace sumi::rulebook {

struct Syntax {
  enum class Kind : std::uint8_t {
    number,      // number, unit in text (empty: none)
    text,        // a quoted text
    truth,       // true or false, in flag
    name,        // text
    row_name,    // text[index]
    sum_of,      // items, each with its operator '+' or '-'
    product_of,  // items, each with its operator '*' or '/'
    negative,    // items[0]
    power,       // items[0] ^ exponent
    compare,     // items[0] operators items[1]
    all_of,      // and
    any_of,      // or
    negation,    // not
    call,        // text(items...)
    row_sum,     // sum(index in text: items[0])
    lookup,      // lookup(items...).text [index]
  };
  Kind kind = Kind::number;
  std::uint32_t offset = 0;  // in the formula's text: of the operator of a comparison, else of the first character
  std::uint32_t end = 0;     // behind the last character
  std::string text;
  std::string index;
  Rational number;
  bool flag = false;
  int exponent = 0;
  std::vector<std::string> operators;
  std::vector<std::uint32_t> operator_offsets;
  std::vector<Syntax> items;
};

// `place` is where the text starts; errors point into it.
[[nodiscard]] Result<Syntax> parse_formula(std::string_view text, const Place& place);
// Line and column of an offset of the text, counted in characters.
[[nodiscard]] Place place_at(std::string_view text, const Place& start, std::size_t offset);

}  // namespace sumi::rulebook
