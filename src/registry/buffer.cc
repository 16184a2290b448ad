#include "registry/checks.h"
#include "registry/buffer.h"

#include <stdexcept>

#include "base/limits.h"
#include "registry/registry.h"

namespace sumi::registry {

namespace {

std::string text_of(std::uint64_t n) { return std::to_string(n); }
std::vector<SerialRange> serials(const std::vector<PublicRange>& ranges) {
  std::vector<SerialRange> out;
  for (const auto& r : ranges) out.push_back({r.batch, r.first, r.end});
  return out;
}
Result<void> check_ranges(const std::vector<SerialRange>& ranges) {
  if (ranges.empty()) return fail(errors::selection_missing);
  for (const auto& r : ranges) {
    if (r.first >= r.end) return fail(errors::range_empty, {{"range", "batch " + text_of(r.batch.value) + ": " + text_of(r.first)}});
  }
  if (ranges.size() > limits::ranges_per_command_max) {
    return too_many_ranges(ranges.size());
  }
  return {};
}
std::uint64_t count(const std::vector<SerialRange>& ranges) {
  std::uint64_t sum = 0;
  for (const auto& r : ranges) sum += r.count();
  return sum;
}

}  // namespace

std::uint64_t buffer_units(const Rational& rate, std::uint64_t certified) {
  const auto units = round_integer(rate * Rational(Integer::from_u64(certified)), Rounding::floor).to_u64();
  if (!units) throw std::logic_error("a buffer's rate is not a share");
  return *units;
}

AccountNumber Registry::account_of(AccountKind kind) const {
  const auto* opened = system_accounts_.find(kind);
  if (opened != nullptr && accounts_.at(*opened).status == AccountStatus::open) return *opened;
  for (const auto& [number, row] : accounts_) {
    if (row.kind == kind && row.status == AccountStatus::open) return number;
  }
  return {};
}

std::uint64_t Registry::buffer_free() const {
  const auto account = account_of(AccountKind::buffer);
  return account ? balance(account).held : 0;
}

std::uint64_t Registry::buffered(CertificationNumber certification) const {
  std::uint64_t sum = 0;
  for (const auto& [number, row] : batches_) {
    if (row.attributes.certification == certification) sum += totals_.at(number).buffer;
  }
  return sum;
}

Result<RetirementOpened> Registry::decide(const DrawBuffer& c, const Act& act, const Result<BufferNeed>& need) const {
  const auto ranges = serials(c.ranges);
  SUMI_CHECK(check_ranges(ranges));
  SUMI_CHECK(check_batches({ranges, {}}));
  const auto buffer = account_of(AccountKind::buffer), retirement = account_of(AccountKind::retirement);
  if (!buffer) return fail(errors::system_account_missing, {{"end_use_ja", "バッファー"}, {"end_use", "the buffer"}});
  if (!retirement) return fail(errors::system_account_missing, {{"end_use_ja", "無効化"}, {"end_use", "retirement"}});
  // A suspended unit is chosen by nobody; the buffer has others.
  SUMI_TRY(const auto chosen, select_ranges(buffer, ranges, act.time.date_in_japan()));
  for (const auto& r : chosen) SUMI_CHECK(check_issued(r, act.business_date));
  if (!need) return Unexpected(need.error());
  if (need->drawn) return fail(errors::buffer_drawn, {{"project", text_of(c.project.value)}, {"reversal", text_of(c.reversal)}});
  if (need->tonnes == 0) return fail(errors::buffer_not_asked, {{"project", text_of(c.project.value)}, {"reversal", text_of(c.reversal)}});
  if (count(chosen) != need->tonnes) return fail(errors::buffer_draw_amount, {{"amount", text_of(count(chosen))}, {"needed", text_of(need->tonnes)}});
  return RetirementOpened{{counters().retirement.value + 1}};
}

void Registry::apply(const DrawBuffer& c, const RetirementOpened& outcome, const Act& act, const std::string& user_name) {
  RetirementRow row;
  row.account = account_of(AccountKind::buffer);
  row.ranges = serials(c.ranges);
  row.purpose = "forest_buffer";
  row.user = act.on_behalf_of;
  row.status = RetirementStatus::confirmed;
  row.requested_by = act.actor;
  row.requested_at = act.time;
  row.lapses_at = act.time;
  row.decided = act.business_date;
  row.user_name = user_name;
  counters_.update(0, [&](Counters& n) { n.retirement = outcome.retirement; });
  BlockRow block;
  block.account = account_of(AccountKind::retirement);
  block.status = BlockStatus::used;
  block.retirement = outcome.retirement;
  for (const auto& r : row.ranges) assign(r, block);
  retirements_.put(outcome.retirement, std::move(row));
}

}  // namespace sumi::registry
