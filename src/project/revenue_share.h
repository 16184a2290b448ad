// The income from credits, shared among a programme's members by a rule of the operator's own (様式2.1: クレジット収益の配分／活用計画).
//
// Whole yen, and the parts sum exactly to what is shared: each gets the whole yen of its exact share, and the yen that are left go one by one to the
// largest remainders; of equal remainders to whoever comes first in the list. With fixed amounts each gets its amount, and what is left is the operator's.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/number.h"
#include "base/result.h"

namespace sumi::project {

enum class ShareRule : std::uint8_t { per_tonne = 1, equal = 2, fixed = 3 };

struct ShareOf {
  std::string member;
  Rational tonnes;               // per_tonne: exact, not floored
  std::uint64_t fixed_yen = 0;   // fixed
};
struct Share {
  std::string member;
  std::uint64_t yen = 0;
};
struct RevenueShares {
  std::vector<Share> members;      // in the list's order
  std::uint64_t operator_yen = 0;  // what stays with the operator: above 0 only with fixed amounts
};
// Negative tonnes count as 0. Errors: project.share_nobody, share_weightless, share_fixed_above.
[[nodiscard]] Result<RevenueShares> share_revenue(std::uint64_t total_yen, ShareRule rule, const std::vector<ShareOf>& members);

}  // namespace sumi::project
