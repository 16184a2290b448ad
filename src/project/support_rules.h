// What deciding about support needs of the rulebook: the pack jcredit-support. Filled by service/rules.cc.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/number.h"

namespace sumi::project {

// A value with the days on which it holds.
struct DatedNumber {
  std::optional<Date> first, last;
  Rational value;
  [[nodiscard]] bool holds(Date day) const { return (!first || *first <= day) && (!last || day <= *last); }
};
struct DatedWord {
  std::optional<Date> first, last;
  std::string word;
  [[nodiscard]] bool holds(Date day) const { return (!first || *first <= day) && (!last || day <= *last); }
};
struct SupportRules {
  std::vector<DatedNumber> tonnes_min;  // conditions, reduction_min: tCO2 a year
  std::vector<DatedNumber> times_max;   // conditions, once_per_operator_and_methodology
  std::vector<DatedWord> bodies;        // kinds of bodies that are supported
  std::set<std::string, std::less<>> reasons, next_steps;
};

}  // namespace sumi::project
