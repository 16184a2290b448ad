// What a registry that already runs brings with it: blocks of serials, who holds them, and what was used of them.
#include "base/limits.h"
#include "base/number.h"
#include "registry/checks.h"
#include "registry/registry.h"
#include "registry/words.h"

namespace sumi::registry {

namespace {

std::string text_of(std::uint64_t n) { return std::to_string(n); }

}  // namespace

Result<BatchOpened> Registry::decide(const OpenBatch& c, const Act& act, const Relations& relations) const {
  for (const auto& a : c.allocations) {
    if (a.amount == 0) return fail(errors::amount_zero);
  }
  if (c.first == 0 || c.end <= c.first) return fail(errors::range_empty, {{"range", text_of(c.first) + "-" + text_of(c.end)}});
  if (c.allocations.size() > limits::ranges_per_command_max) {
    return too_many_ranges(c.allocations.size());
  }
  for (const auto& a : c.allocations) {
    if (accounts_.find(a.account) == nullptr) return fail(errors::account_unknown, {{"account", text_of(a.account.value)}});
  }
  for (const auto& maker : c.attributes.makers) {
    if (!relations.exists(maker.organisation)) return fail(errors::organisation_unknown, {{"organisation", text_of(maker.organisation.value)}});
  }
  for (const auto& a : c.allocations) SUMI_CHECK(open_account(a.account));
  for (const auto& a : c.allocations) {
    const auto kind = accounts_.at(a.account).kind;
    if (kind != AccountKind::holding && kind != AccountKind::buffer) {
      return fail(errors::account_kind_wrong, {{"account", text_of(a.account.value)}, {"kind_ja", std::string(words_of(kind).ja)}, {"kind", std::string(words_of(kind).en)}});
    }
  }
  Integer sum;
  for (const auto& a : c.allocations) sum += Integer::from_u64(a.amount);
  if (sum != Integer::from_u64(c.end - c.first)) return fail(errors::allocation_sum, {{"sum", sum.to_string()}, {"amount", text_of(c.end - c.first)}});
  if (c.issued_on > act.business_date) return fail(errors::opened_in_future, {{"date", c.issued_on.to_string()}, {"today", act.business_date.to_string()}});
  return BatchOpened{{counters().batch.value + 1}};
}

Result<RetirementOpened> Registry::decide(const OpenRetirement& c, const Act& act, const Relations& relations, const RegistryRules& rules) const {
  std::vector<SerialRange> ranges;
  for (const auto& r : c.ranges) ranges.push_back({r.batch, r.first, r.end});
  if (ranges.empty()) return fail(errors::selection_missing);
  if (ranges.size() > limits::ranges_per_command_max) {
    return too_many_ranges(ranges.size());
  }
  for (const auto& r : ranges) {
    if (r.first == 0 || r.end <= r.first) return fail(errors::range_empty, {{"range", text_of(r.first) + "-" + text_of(r.end)}});
  }
  const auto purpose = rules.purposes.find(c.purpose);
  if (purpose == rules.purposes.end()) {
    std::string known;
    for (const auto& [key, row] : rules.purposes) known += (known.empty() ? "" : ", ") + key;
    return fail(errors::purpose_unknown, {{"purpose", c.purpose}, {"known", known}});
  }
  if (!purpose->second.end_uses.contains(c.end_use)) {
    return fail(errors::purpose_not_for_this_use, {{"purpose", c.purpose}, {"end_use_ja", std::string(words_of(c.end_use).ja)}, {"end_use", std::string(words_of(c.end_use).en)}});
  }
  if (accounts_.find(c.account) == nullptr) return fail(errors::account_unknown, {{"account", text_of(c.account.value)}});
  if (c.user && !relations.exists(c.user)) return fail(errors::organisation_unknown, {{"organisation", text_of(c.user.value)}});
  SUMI_CHECK(check_batches({ranges, {}}));
  SUMI_CHECK(open_account(c.account));
  if (!system_account(c.end_use)) return fail(errors::system_account_missing, {{"end_use_ja", std::string(words_of(c.end_use).ja)}, {"end_use", std::string(words_of(c.end_use).en)}});
  SUMI_CHECK(select_ranges(c.account, ranges, c.used_on));
  for (const auto& r : ranges) SUMI_CHECK(check_issued(r, c.used_on));
  if (c.used_on > act.business_date) return fail(errors::opened_in_future, {{"date", c.used_on.to_string()}, {"today", act.business_date.to_string()}});
  return RetirementOpened{{counters().retirement.value + 1}};
}

void Registry::apply(const OpenBatch& c, const BatchOpened& outcome, const Act&) {
  BatchTotals totals;
  totals.opened = c.end - c.first;
  put_batch(outcome.batch, {c.attributes, c.first, c.end, c.issued_on}, totals, c.allocations);
}

void Registry::apply(const OpenRetirement& c, const RetirementOpened& outcome, const Act& act, const std::string& user_name) {
  RetirementRow row;
  row.account = c.account;
  row.end_use = c.end_use;
  for (const auto& r : c.ranges) row.ranges.push_back({r.batch, r.first, r.end});
  row.purpose = c.purpose;
  row.user = c.user;
  row.fiscal_year = c.fiscal_year;
  row.status = RetirementStatus::confirmed;
  row.requested_by = act.actor;
  row.requested_at = act.time;
  row.lapses_at = act.time;
  row.decided = c.used_on;
  row.user_name = user_name;
  retirements_.put(outcome.retirement, row);
  counters_.update(0, [&](Counters& n) { n.retirement = outcome.retirement; });
  BlockRow block;
  block.account = system_account(c.end_use);
  block.status = BlockStatus::used;
  block.retirement = outcome.retirement;
  for (const auto& r : row.ranges) assign(r, block);
}

}  // namespace sumi::registry
