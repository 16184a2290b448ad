#include "report/document.h"

#include <array>

#include "base/text.h"

namespace sumi::report {

Value quantity(const std::string& exact, const std::string& unit) {
  Value value(group_digits(exact) + (unit.empty() ? "" : " " + unit));
  value.plain = exact;
  value.unit = unit;
  return value;
}

Value yen(const std::string& exact) {
  const std::string grouped = group_digits(exact);
  Value value(Words{grouped + "円", "JPY " + grouped});
  value.plain = exact;
  value.unit = "JPY";
  return value;
}

Value day(Date date) {
  static constexpr std::array months{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
  const std::string year = std::to_string(date.year());
  const std::string day_of_month = std::to_string(date.day());
  Value value(Words{year + "年" + std::to_string(date.month()) + "月" + day_of_month + "日",
      day_of_month + ' ' + months.at(static_cast<std::size_t>(date.month() - 1)) + ' ' + year});
  value.plain = date.to_string();
  return value;
}

Value short_day(Date date) { return date.to_string(); }

}  // namespace sumi::report
