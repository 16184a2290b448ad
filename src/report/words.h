// What the three layouts share: texts made safe to show, the choice of language, and the check of a document's own shape.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/document.h"
#include "report/render.h"

namespace sumi::report {

// A character of UTF-8: its number and its bytes. A byte that is not UTF-8 comes as U+FFFD with its one byte.
struct Character {
  char32_t code = 0;
  std::string_view bytes;
};
// The character at `offset`, which is below the size.
[[nodiscard]] Character character_at(std::string_view text, std::size_t offset);

// What may be shown: controls, marks of direction and bytes that are not UTF-8, and U+FFFD itself, become 〓, a tab a space, CR LF and CR a line break.
[[nodiscard]] std::string shown(std::string_view text);
// The same on one line.
[[nodiscard]] std::string shown_line(std::string_view text);

// The versions to print, one below the other: one text, or with `both` two where they differ.
[[nodiscard]] std::vector<std::string> versions(const Words& words, Languages languages);
// The same on one line: "残高証明書 / Balance certificate".
[[nodiscard]] std::string joined(const Words& words, Languages languages);
[[nodiscard]] bool empty(const Words& words);

// Throws std::logic_error as render.h says.
void check_shape(const Document& document);

}  // namespace sumi::report
