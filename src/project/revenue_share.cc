#include "project/revenue_share.h"

#include <algorithm>
#include <numeric>

#include "project/errors.h"

namespace sumi::project {

namespace {

// By weights that sum to more than 0: largest remainder.
std::vector<std::uint64_t> by_weight(std::uint64_t total, const std::vector<Rational>& weights, const Rational& sum) {
  std::vector<std::uint64_t> yen(weights.size());
  std::vector<Rational> rest(weights.size());
  std::uint64_t given = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const Rational exact = Rational(Integer::from_u64(total)) * weights[i] / sum;
    const Integer whole = round_integer(exact, Rounding::floor);
    yen[i] = whole.to_u64().value_or(0);
    rest[i] = exact - Rational(whole);
    given += yen[i];
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return rest[b] < rest[a]; });
  for (std::size_t i = 0; given < total; ++i, ++given) ++yen[order[i]];
  return yen;
}

}  // namespace

Result<RevenueShares> share_revenue(std::uint64_t total_yen, ShareRule rule, const std::vector<ShareOf>& members) {
  if (members.empty()) return fail(errors::share_nobody);
  RevenueShares out;
  if (rule == ShareRule::fixed) {
    Integer sum;
    for (const ShareOf& m : members) {
      sum += Integer::from_u64(m.fixed_yen);
      out.members.push_back({m.member, m.fixed_yen});
    }
    if (sum > Integer::from_u64(total_yen)) return fail(errors::share_fixed_above, {{"sum", sum.to_string()}, {"total", std::to_string(total_yen)}});
    out.operator_yen = total_yen - sum.to_u64().value_or(0);
    return out;
  }
  std::vector<Rational> weights;
  Rational sum;
  for (const ShareOf& m : members) {
    weights.push_back(rule == ShareRule::equal ? Rational(1) : m.tonnes.sign() > 0 ? m.tonnes : Rational(0));
    sum += weights.back();
  }
  if (sum.sign() == 0) return fail(errors::share_weightless);
  const auto yen = by_weight(total_yen, weights, sum);
  for (std::size_t i = 0; i < members.size(); ++i) out.members.push_back({members[i].member, yen[i]});
  return out;
}

}  // namespace sumi::project
