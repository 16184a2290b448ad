#include "report/lines.h"

#include <algorithm>

#include "base/text.h"
#include "report/words.h"

namespace sumi::report {

namespace {

struct Placed {
  char32_t code = 0;
  std::string_view bytes;
  std::size_t width = 0;
};

// What no line begins with, and what no line ends with (after JIS X 4051: closing and dividing marks, small kana, marks of repetition; opening brackets).
constexpr std::u32string_view never_first = U"、。，．・：；？！ゝゞ々ー」』）】〕〉》”’…‥％‰ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ)]},.;:!?%";
constexpr std::u32string_view never_last = U"「『（【〔〈《“‘([{￥¥＄$";

bool breaks_between(const Placed& before, const Placed& after) {
  if (before.code == ' ') return true;
  if (after.code == ' ' || after.width == 0) return false;
  if (before.width < 2 && after.width < 2) return false;
  return never_first.find(after.code) == std::u32string_view::npos && never_last.find(before.code) == std::u32string_view::npos;
}

std::string line_of(const std::vector<Placed>& characters, std::size_t first, std::size_t end) {
  while (end > first && characters[end - 1].code == ' ') --end;
  std::string out;
  for (std::size_t i = first; i < end; ++i) out += characters[i].bytes;
  return out;
}

// Where the line that starts at `first` ends.
std::size_t line_end(const std::vector<Placed>& characters, std::size_t first, std::size_t columns) {
  std::size_t width = 0;
  std::size_t end = first;
  while (end < characters.size() && (width + characters[end].width <= columns || characters[end].code == ' ')) width += characters[end++].width;
  if (end == characters.size()) return end;
  for (std::size_t i = end; i > first; --i) {
    if (breaks_between(characters[i - 1], characters[i])) return i;
  }
  return std::max(end, first + 1);
}

void wrap_line(std::string_view text, std::size_t columns, std::vector<std::string>& out) {
  std::vector<Placed> characters;
  for (std::size_t i = 0; i < text.size();) {
    const Character c = character_at(text, i);
    i += c.bytes.size();
    characters.push_back({c.code, c.bytes, c.code >= 0x20 && c.code < 0x7F ? 1 : display_width(c.bytes)});
  }
  std::size_t first = 0;
  do {
    const std::size_t end = line_end(characters, first, columns);
    out.push_back(line_of(characters, first, end));
    first = end;
    while (first < characters.size() && characters[first].code == ' ') ++first;
  } while (first < characters.size());
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  std::vector<std::string> out;
  const std::string safe = shown(text);
  std::string_view rest = safe;
  while (true) {
    const std::size_t line_break = rest.find('\n');
    wrap_line(rest.substr(0, line_break), std::max<std::size_t>(columns, 2), out);
    if (line_break == std::string_view::npos) return out;
    rest.remove_prefix(line_break + 1);
  }
}

}  // namespace sumi::report
