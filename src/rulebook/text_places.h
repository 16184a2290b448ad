// Where the text of a string value of a TOML file starts: behind its quotation marks, on the line below where they open a text of several lines.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/tree.h"

namespace sumi::rulebook {

class TextPlaces {
 public:
  explicit TextPlaces(std::string_view text) {
    for (std::size_t start = 0; start <= text.size();) {
      const std::size_t end = std::min(text.find('\n', start), text.size());
      lines_.push_back(text.substr(start, end - start));
      start = end + 1;
    }
  }
  [[nodiscard]] Place of(const Tree& value) const {
    Place place = value.place;
    if (place.line == 0 || place.line > lines_.size()) return place;
    std::string_view line = lines_[place.line - 1];
    // The column counts characters; step to that byte.
    for (std::uint32_t column = 1; column < place.column && !line.empty(); ++column) {
      line.remove_prefix(1);
      while (!line.empty() && (static_cast<unsigned char>(line[0]) & 0xC0) == 0x80) line.remove_prefix(1);
    }
    const bool triple = line.starts_with("'''") || line.starts_with("\"\"\"");
    if (triple && (line.size() == 3 || line.substr(3) == "\r")) {
      ++place.line;
      place.column = 1;
    } else {
      place.column += triple ? 3 : 1;
    }
    return place;
  }

 private:
  std::vector<std::string_view> lines_;
};

}  // namespace sumi::rulebook
