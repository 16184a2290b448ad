// Japanese text as users type it, and files as Japanese Excel writes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/codec.h"
#include "base/result.h"

namespace sumi {

enum class Encoding : std::uint8_t { utf8, cp932, utf16le, utf16be };

// UTF-8 with or without BOM, cp932 (what Japanese Excel writes), UTF-16 with BOM -> UTF-8 without BOM. What is neither is refused
// with the line of the first bad byte (base.text_encoding).
struct DecodedText {
  std::string utf8;
  Encoding encoding = Encoding::utf8;
};
[[nodiscard]] Result<DecodedText> decode_text(BytesView bytes, std::string file_name);
[[nodiscard]] bool valid_utf8(std::string_view text);

// Full-width ASCII, digits, signs and the ideographic space to ASCII; half-width kana to full-width. Nothing else changes.
[[nodiscard]] std::string to_half_width(std::string_view text);
// Unicode NFKC.
[[nodiscard]] std::string nfkc(std::string_view text);
[[nodiscard]] std::string trim(std::string_view text);
// Columns on a terminal: East Asian wide characters count two.
[[nodiscard]] std::size_t display_width(std::string_view utf8);
[[nodiscard]] std::string pad_right(std::string_view utf8, std::size_t columns);
[[nodiscard]] std::string pad_left(std::string_view utf8, std::size_t columns);
// 1234567 -> "1,234,567"; keeps sign and decimals.
[[nodiscard]] std::string group_digits(std::string_view number);
// Katakana to hiragana, for sorting and comparing.
[[nodiscard]] std::string to_hiragana(std::string_view text);

// A 13-digit corporate number (法人番号): the first digit checks the twelve others. Accepts full-width digits and hyphens.
// Source: 法人番号の指定等に関する省令 (平成26年財務省令第70号) 第2条.
[[nodiscard]] Result<std::string> parse_corporate_number(std::string_view text);

}  // namespace sumi
