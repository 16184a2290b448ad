// What programmes need of the rulebook in force. An empty value is one that the rulebook does not have: whoever needs it refuses, and guesses nothing.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/number.h"

namespace sumi::project {

// The constants of the scheme's formula for the size of a sample.
struct SamplingRules {
  std::optional<Rational> k;         // 1.65: confidence of 90 %
  std::optional<Rational> interval;  // 0.2: width of the confidence interval (+-10 %)
  std::optional<Rational> variance;  // 0.25: where it is unknown
};
struct ProgrammeRules {
  std::set<std::string, std::less<>> consents;  // jcredit-scheme/member_consents
  std::optional<int> two_year_years;            // programme.two_year_rule.years
  std::optional<Date> predecessor_until;        // who joined a predecessor's programme by this day is exempt from the two-year rule
  std::optional<int> member_years_max;          // programme.member_period.years_max
  std::optional<Date> transfer_from;            // programme.member_transfer.from
  SamplingRules sampling;
};

}  // namespace sumi::project
