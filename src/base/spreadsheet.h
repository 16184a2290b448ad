// CSV that a person opens in a spreadsheet. Nothing that a program reads again, or that is hashed, is written with this: that is csv_field.
#pragma once

#include <string>
#include <string_view>

#include "base/csv.h"
#include "base/number.h"

namespace sumi {

// In front of the whole text: without it Excel takes UTF-8 for the code page of the machine.
inline constexpr std::string_view spreadsheet_mark = "\xEF\xBB\xBF";

// csv_field, with an apostrophe in front of what a spreadsheet would take for a formula: = + - @, a tab or a line end first, unless it is a number.
// OWASP, CSV Injection (https://owasp.org/www-community/attacks/CSV_Injection).
[[nodiscard]] inline std::string spreadsheet_field(std::string_view value) {
  const bool formula = !value.empty() && std::string_view("=+-@\t\r\n").find(value.front()) != std::string_view::npos && !Decimal::parse(value, false);
  return csv_field(formula ? "'" + std::string(value) : std::string(value));
}

}  // namespace sumi
