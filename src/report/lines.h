// Text broken into lines of so many columns of a terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sumi::report {

// Breaks at spaces and between full-width characters, never before a closing mark or after an opening one (the usual Japanese rules of line ends), and
// within a word only where it is wider than a line. Line breaks of the text are kept. Always at least one line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t columns);

}  // namespace sumi::report
