#include "registry/registry.h"

#include <algorithm>
#include <stdexcept>
#include <tuple>

#include "base/limits.h"
#include "base/number.h"
#include "registry/checks.h"
#include "registry/words.h"

namespace sumi::registry {
namespace {

std::string text_of(std::uint64_t n) { return std::to_string(n); }
// Inclusive, as serials are printed.
std::string text_of(const SerialRange& r) {
  return "batch " + text_of(r.batch.value) + ": " + text_of(r.first) + "-" + text_of(r.end == 0 ? 0 : r.end - 1);
}
bool valid(LabelKind kind) { return kind >= LabelKind::suspended && kind <= LabelKind::eligible; }
bool valid(EndUse use) { return use == EndUse::retirement || use == EndUse::state_target || use == EndUse::cancellation; }

std::string joined(const auto& keys) {
  std::string out;
  for (const auto& key : keys) out += (out.empty() ? "" : ", ") + std::string(key);
  return out;
}

// Parts of `range` that are in none of `holes`; holes are sorted and of the same batch.
std::vector<SerialRange> without(const SerialRange& range, const std::vector<SerialRange>& holes) {
  std::vector<SerialRange> parts;
  auto first = range.first;
  for (const auto& hole : holes) {
    if (hole.end <= first || hole.first >= range.end) continue;
    if (hole.first > first) parts.push_back({range.batch, first, hole.first});
    first = std::max(first, hole.end);
  }
  if (first < range.end) parts.push_back({range.batch, first, range.end});
  return parts;
}

bool overlaps(const SerialRange& range, const std::vector<SerialRange>& holes) {
  return std::any_of(holes.begin(), holes.end(), [&](const auto& h) { return h.batch == range.batch && h.first < range.end && range.first < h.end; });
}

}  // namespace

Unexpected too_many_ranges(std::size_t count, std::uint64_t fit) {
  const auto units = text_of(fit);
  return fail(errors::ranges_too_many, {{"limit", text_of(limits::ranges_per_command_max)}, {"count", text_of(count)},
      {"fit_ja", fit == 0 ? "" : "数量が " + units + " 以下なら一つの申請に収まります。それより多いときは、"}, {"fit", fit == 0 ? "" : "an amount of at most " + units + " fits in one; for more, "}});
}

Result<void> check_selection(const Selection& selection) {
  if (selection.ranges.empty() == !selection.pick) return fail(errors::selection_missing);
  if (selection.pick) {
    if (selection.pick->amount == 0) return fail(errors::amount_zero);
    return {};
  }
  for (const auto& r : selection.ranges) {
    if (r.first >= r.end) return fail(errors::range_empty, {{"range", text_of(r)}});
  }
  if (selection.ranges.size() > limits::ranges_per_command_max) {
    return too_many_ranges(selection.ranges.size());
  }
  return {};
}

Result<void> check_price(const std::string& price) {
  if (price.empty()) return {};
  const auto value = Decimal::parse(price);
  if (!value || value->sign() <= 0) return fail(errors::price_syntax, {{"price", price}});
  return {};
}

// ---- looking ----

const Registry::Counters& Registry::counters() const {
  static const Counters none;
  const auto* row = counters_.find(0);
  return row != nullptr ? *row : none;
}

std::vector<SerialRange> Registry::free_ranges(AccountNumber account) const {
  std::vector<SerialRange> out;
  FreeKey from;
  from.account = account;
  from.vintage = INT32_MIN;
  for (auto it = free_.lower_bound(from); it != free_.end() && it->first.account == account; ++it) {
    out.push_back({it->first.batch, it->first.first, blocks_.at({it->first.batch, it->first.first}).end});
  }
  return out;
}

Registry::Balance Registry::balance(AccountNumber account, UnitKind kind) const {
  Balance b;
  BatchNumber last;
  bool counts = false;
  for (const auto& r : free_ranges(account)) {
    if (r.batch != last) counts = batches_.at(r.batch).attributes.unit_kind == kind;
    last = r.batch;
    if (counts) b.held += r.count();
  }
  if (const auto* aside = aside_.find({account, kind})) {
    b.escrowed = aside->escrowed;
    b.used = aside->used;
  }
  return b;
}

std::vector<SerialRange> Registry::suspended(BatchNumber batch, Date on) const {
  std::vector<SerialRange> out;
  for (auto it = suspensions_.lower_bound({batch, 0}); it != suspensions_.end() && it->first.batch == batch; ++it) {
    const auto& label = labels_.at(it->first);
    if (label.from > on) continue;
    const SerialRange range{batch, label.first, label.end};
    std::vector<SerialRange> next;
    for (const auto& s : out) {
      const auto parts = without(s, {range});
      next.insert(next.end(), parts.begin(), parts.end());
    }
    if (label.set) next.push_back(range);
    std::sort(next.begin(), next.end());
    out = std::move(next);
  }
  // No label takes off what a court or a dispute has put on.
  for (const auto& range : restricted(batch, on)) {
    for (const auto& part : without(range, out)) out.push_back(part);
    std::sort(out.begin(), out.end());
  }
  return out;
}

const std::vector<SerialRange>& Registry::suspended(BatchNumber batch, Date on, Suspensions& kept) const {
  if (kept.batch != batch) kept = {batch, suspended(batch, on)};
  return kept.ranges;
}

std::optional<Instant> Registry::next_due() const {
  if (due_.empty()) return std::nullopt;
  return due_.begin()->first.at;
}

std::vector<RetirementNumber> Registry::due(Instant now) const {
  std::vector<RetirementNumber> out;
  for (const auto& [key, nil] : due_) {
    if (key.at > now) break;
    out.push_back(key.retirement);
  }
  return out;
}

Result<const AccountRow*> Registry::open_account(AccountNumber account) const {
  const auto* row = accounts_.find(account);
  if (row == nullptr) return fail(errors::account_unknown, {{"account", text_of(account.value)}});
  if (row->status != AccountStatus::open && row->status != AccountStatus::suspended) return fail(errors::account_not_open, {{"account", text_of(account.value)}});
  return row;
}

AccountNumber Registry::system_account(EndUse use) const {
  const AccountKind kind = use == EndUse::retirement ? AccountKind::retirement : use == EndUse::state_target ? AccountKind::government : AccountKind::cancellation;
  return account_of(kind);
}

const RetirementRow* Registry::open_request(RetirementNumber number) const {
  const auto* row = retirements_.find(number);
  return row != nullptr && row->status == RetirementStatus::requested ? row : nullptr;
}

std::pair<BlockKey, const BlockRow*> Registry::block_at(BatchNumber batch, std::uint64_t serial) const {
  auto it = blocks_.upper_bound({batch, serial});
  if (it == blocks_.begin()) throw std::logic_error("a batch has a serial without a block");
  --it;
  if (it->first.batch != batch || it->second.end <= serial) throw std::logic_error("a batch has a serial without a block");
  return {it->first, &it->second};
}

// ---- choosing units ----

// Before it is asked whose the units are: a batch that nobody knows has a lower number in the list.
Result<void> Registry::check_batches(const Selection& selection) const {
  const auto unknown = [&](BatchNumber batch) { return batches_.find(batch) == nullptr; };
  for (const auto& r : selection.ranges) {
    if (unknown(r.batch)) return fail(errors::batch_unknown, {{"batch", text_of(r.batch.value)}});
  }
  if (selection.pick && selection.pick->batch && unknown(selection.pick->batch)) {
    return fail(errors::batch_unknown, {{"batch", text_of(selection.pick->batch.value)}});
  }
  return {};
}

// Suspensions are those of the day it is; the act's own date may lie before, but not before there was a unit.
Result<std::vector<SerialRange>> Registry::select(AccountNumber account, const Selection& selection, const Act& act) const {
  const auto on = act.time.date_in_japan();
  SUMI_TRY(auto ranges, selection.pick ? pick(account, *selection.pick, on) : select_ranges(account, selection.ranges, on));
  for (const auto& r : ranges) SUMI_CHECK(check_issued(r, act.business_date));
  return ranges;
}

Result<void> Registry::check_issued(const SerialRange& range, Date on) const {
  const auto since = batches_.at(range.batch).issued_on;
  if (on < since) return fail(errors::date_before_units, {{"date", on.to_string()}, {"range", text_of(range)}, {"since", since.to_string()}});
  return {};
}

Result<void> Registry::check_in_batches(const std::vector<SerialRange>& ranges) const {
  for (const auto& r : ranges) {
    const auto& batch = batches_.at(r.batch);
    if (r.first < batch.first || r.end > batch.end) {
      return fail(errors::range_outside_batch, {{"range", text_of(r)}, {"batch", text_of(r.batch.value)}, {"serials", text_of(SerialRange{r.batch, batch.first, batch.end})}});
    }
  }
  if (ranges.size() < 2) return {};
  auto sorted = ranges;
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i - 1].batch == sorted[i].batch && sorted[i].first < sorted[i - 1].end) return fail(errors::ranges_overlap, {{"range", text_of(sorted[i])}});
  }
  return {};
}

Result<std::vector<SerialRange>> Registry::select_ranges(AccountNumber account, const std::vector<SerialRange>& asked, Date on) const {
  for (const auto& r : asked) {
    if (batches_.find(r.batch) == nullptr) return fail(errors::batch_unknown, {{"batch", text_of(r.batch.value)}});
  }
  SUMI_CHECK(check_in_batches(asked));
  auto sorted = asked;
  std::sort(sorted.begin(), sorted.end());
  // Two passes, so that the lower-numbered refusal is found first wherever it stands.
  for (const auto& r : sorted) {
    for (auto serial = r.first; serial < r.end;) {
      const auto* block = block_at(r.batch, serial).second;
      if (block->account != account || block->status == BlockStatus::used) return fail(errors::units_elsewhere, {{"range", text_of(r)}, {"account", text_of(account.value)}});
      serial = block->end;
    }
  }
  for (const auto& r : sorted) {
    for (auto serial = r.first; serial < r.end;) {
      const auto* block = block_at(r.batch, serial).second;
      if (block->status == BlockStatus::escrowed) return fail(errors::units_in_escrow, {{"range", text_of(r)}, {"reason", escrow_text(r, *block)}});
      serial = block->end;
    }
  }
  Suspensions suspensions;
  for (const auto& r : sorted) {
    if (overlaps(r, suspended(r.batch, on, suspensions))) return fail(errors::units_suspended, {{"range", text_of(r)}});
  }
  for (const auto& r : sorted) {
    if (batches_.at(r.batch).attributes.unit_kind != batches_.at(sorted.front().batch).attributes.unit_kind) return fail(errors::unit_kinds_mixed, {{"range", text_of(r)}});
  }
  return sorted;
}

Result<std::vector<SerialRange>> Registry::units_for(AccountNumber account, const Pick& pick, Date on) const {
  std::vector<SerialRange> out;
  std::uint64_t found = 0;
  FreeKey from;
  from.account = account;
  from.vintage = INT32_MIN;
  const auto take = [&](SerialRange part) {
    // The difference first: first + amount may not fit into 64 bits.
    part.end = part.first + std::min(part.count(), pick.amount - found);
    found += part.count();
    if (!out.empty() && out.back().batch == part.batch && out.back().end == part.first) {
      out.back().end = part.end;
    } else {
      out.push_back(part);
    }
  };
  const auto fits = [&](const BatchAttributes& a, BatchNumber batch) {
    // Units of another programme are taken by name only: an amount alone never means them.
    if (!pick.batch && pick.credit_type.empty() && imports_.imports.find(batch) != nullptr) return false;
    return (!pick.batch || batch == pick.batch) && a.unit_kind == pick.unit_kind && (!pick.project || a.project == pick.project) &&
           (pick.credit_type.empty() || a.credit_type == pick.credit_type);
  };
  Suspensions suspensions;
  BatchNumber current;
  for (auto it = free_.lower_bound(from); it != free_.end() && it->first.account == account && found < pick.amount;) {
    const FreeKey key = it->first;
    if (key.batch != current) {
      current = key.batch;
      if (!fits(batches_.at(current).attributes, current)) {
        // Past all of its blocks at once.
        it = free_.upper_bound({account, key.vintage, key.certification, key.batch, UINT64_MAX});
        continue;
      }
    }
    const SerialRange whole{key.batch, key.first, blocks_.at({key.batch, key.first}).end};
    const auto& holes = suspended(key.batch, on, suspensions);
    if (holes.empty()) {
      take(whole);
    } else {
      for (const auto& part : without(whole, holes)) {
        if (found == pick.amount) break;
        take(part);
      }
    }
    ++it;
  }
  if (found < pick.amount) return fail(errors::insufficient_units, {{"available", text_of(found)}, {"amount", text_of(pick.amount)}});
  return out;
}

Result<std::vector<SerialRange>> Registry::pick(AccountNumber account, const Pick& pick, Date on) const {
  SUMI_TRY(auto out, units_for(account, pick, on));
  if (out.size() > limits::ranges_per_command_max) {
    std::uint64_t fit = 0;
    for (std::size_t i = 0; i < limits::ranges_per_command_max; ++i) fit += out[i].count();
    return too_many_ranges(out.size(), fit);
  }
  return out;
}

// ---- deciding ----

Result<AccountOpened> Registry::decide(const RequestAccount& c, const Act& act, const Relations& relations, bool by_secretariat) const {
  if (!relations.exists(c.organisation)) return fail(errors::organisation_unknown, {{"organisation", text_of(c.organisation.value)}});
  if (!by_secretariat && act.on_behalf_of != c.organisation) return fail(errors::not_the_holder, {{"account", "(new)"}});
  const bool known = c.kind >= AccountKind::holding && c.kind <= AccountKind::expiry;
  const bool system = known && c.kind != AccountKind::holding;
  if (!known || (system && !by_secretariat)) return fail(errors::account_kind_wrong, {{"account", "(new)"}, {"kind_ja", std::string(words_of(c.kind).ja)}, {"kind", std::string(words_of(c.kind).en)}});
  // One account of each system kind; of holding accounts one for an entity and department.
  for (const auto& [number, row] : accounts_) {
    if (row.status == AccountStatus::refused || row.status == AccountStatus::closed) continue;
    const bool same = c.kind == AccountKind::holding ? row.kind == c.kind && row.organisation == c.organisation && row.department == c.department : row.kind == c.kind;
    if (same) return fail(errors::account_exists, {{"account", text_of(number.value)}});
  }
  return AccountOpened{{counters().account.value + 1}};
}

Result<Nothing> Registry::decide(const DecideAccount& c, const Act&, const RegistryRules& rules) const {
  if (!c.approved && !rules.grounds.contains(c.ground)) return fail(errors::ground_unknown, {{"ground", c.ground}, {"known", joined(rules.grounds)}});
  const auto* row = accounts_.find(c.account);
  if (row == nullptr) return fail(errors::account_unknown, {{"account", text_of(c.account.value)}});
  if (row->status != AccountStatus::requested) return fail(errors::account_already_decided, {{"account", text_of(c.account.value)}});
  // Binds from the store's first filing: an older journal knows no documents.
  const auto& filed = account_book_.documents;
  if (c.approved && row->kind == AccountKind::holding && !filed.empty() && filed.find(c.account) == nullptr) {
    return fail(errors::account_documents_needed, {{"account", text_of(c.account.value)}});
  }
  return Nothing{};
}

Result<Nothing> Registry::decide(const CloseAccount& c, const Act& act) const {
  const auto* row = accounts_.find(c.account);
  if (row == nullptr) return fail(errors::account_unknown, {{"account", text_of(c.account.value)}});
  if (row->organisation != act.on_behalf_of) return fail(errors::not_the_holder, {{"account", text_of(c.account.value)}});
  if (row->status != AccountStatus::open) return fail(errors::account_not_open, {{"account", text_of(c.account.value)}});
  if (row->kind != AccountKind::holding) return fail(errors::account_kind_wrong, {{"account", text_of(c.account.value)}, {"kind_ja", std::string(words_of(row->kind).ja)}, {"kind", std::string(words_of(row->kind).en)}});
  for (const auto kind : {UnitKind::tco2, UnitKind::kwh, UnitKind::gj, UnitKind::allowance}) {
    const auto b = balance(c.account, kind);
    if (b.held + b.escrowed != 0) return fail(errors::account_not_empty, {{"account", text_of(c.account.value)}, {"amount", text_of(b.held + b.escrowed)}});
  }
  return Nothing{};
}

Result<BatchIssued> Registry::decide(const Issue& c, const Act& act, const Result<IssueLine>& served) const {
  for (const auto& a : c.allocations) {
    if (a.amount == 0) return fail(errors::amount_zero);
  }
  if (c.allocations.size() > limits::ranges_per_command_max) {
    return too_many_ranges(c.allocations.size());
  }
  for (const auto& a : c.allocations) {
    if (accounts_.find(a.account) == nullptr) return fail(errors::account_unknown, {{"account", text_of(a.account.value)}});
  }
  if (!served) return Unexpected(served.error());
  const IssueLine& line = *served;
  for (const auto& a : c.allocations) SUMI_CHECK(open_account(a.account));
  for (const auto& a : c.allocations) {
    const auto kind = accounts_.at(a.account).kind;
    if (kind != AccountKind::holding && kind != AccountKind::buffer) {
      return fail(errors::account_kind_wrong, {{"account", text_of(a.account.value)}, {"kind_ja", std::string(words_of(kind).ja)}, {"kind", std::string(words_of(kind).en)}});
    }
  }
  if (line.issued) return fail(errors::certification_line_issued, {{"certification", text_of(c.certification.value)}, {"line", text_of(c.line)}});
  Integer sum;
  for (const auto& a : c.allocations) sum += Integer::from_u64(a.amount);
  if (sum != Integer::from_u64(line.amount)) return fail(errors::allocation_sum, {{"sum", sum.to_string()}, {"amount", text_of(line.amount)}});
  if (act.business_date < line.certified_on) {
    return fail(errors::date_before_certification, {{"date", act.business_date.to_string()}, {"since", line.certified_on.to_string()}});
  }
  return BatchIssued{{counters().batch.value + 1}, 1, 1 + line.amount, line.attributes};
}

Result<Moved> Registry::decide(const Transfer& c, const Act& act) const {
  SUMI_CHECK(check_selection(c.selection));
  SUMI_CHECK(check_price(c.price_yen_per_t));
  SUMI_CHECK(check_transfer(c.from, c.to, c.selection, act));
  SUMI_TRY(auto ranges, select(c.from, c.selection, act));
  SUMI_CHECK(check_leaving(c.from));
  SUMI_CHECK(check_second(c.from, ranges));
  return Moved{std::move(ranges)};
}

Result<void> Registry::check_transfer(AccountNumber from, AccountNumber to, const Selection& selection, const Act& act) const {
  for (const auto number : {from, to}) {
    if (accounts_.find(number) == nullptr) return fail(errors::account_unknown, {{"account", text_of(number.value)}});
  }
  SUMI_CHECK(check_batches(selection));
  if (!may_act(from, act, AgentScope::transfers)) return fail(errors::not_the_holder, {{"account", text_of(from.value)}});
  for (const auto number : {from, to}) SUMI_CHECK(open_account(number));
  for (const auto number : {from, to}) {
    const auto kind = accounts_.at(number).kind;
    if (kind != AccountKind::holding) return fail(errors::account_kind_wrong, {{"account", text_of(number.value)}, {"kind_ja", std::string(words_of(kind).ja)}, {"kind", std::string(words_of(kind).en)}});
  }
  if (from == to) return fail(errors::same_account);
  return {};
}

Result<void> Registry::check_second(AccountNumber from, const std::vector<SerialRange>& ranges) const {
  std::uint64_t units = 0;
  for (const auto& r : ranges) units += r.count();
  if (!needs_second(from, units)) return {};
  return fail(errors::second_person_for_transfer, {{"account", text_of(from.value)}, {"above", text_of(account_book_.controls.at(from).above)}});
}

Result<void> Registry::check_not_suspended(const std::vector<SerialRange>& ranges, Date on) const {
  Suspensions suspensions;
  for (const auto& r : ranges) {
    if (overlaps(r, suspended(r.batch, on, suspensions))) return fail(errors::units_suspended, {{"range", text_of(r)}});
  }
  return {};
}

Result<RetirementRequested> Registry::decide(const RequestRetirement& c, const Act& act, const Relations& relations, const RegistryRules& rules) const {
  SUMI_CHECK(check_selection(c.selection));
  const auto purpose = rules.purposes.find(c.purpose);
  if (purpose == rules.purposes.end() || !valid(c.end_use)) {
    std::set<std::string> known;
    for (const auto& [key, p] : rules.purposes) known.insert(key);
    return fail(errors::purpose_unknown, {{"purpose", c.purpose}, {"known", joined(known)}});
  }
  if (!purpose->second.end_uses.contains(c.end_use)) {
    return fail(errors::purpose_not_for_this_use, {{"purpose", c.purpose}, {"end_use_ja", std::string(words_of(c.end_use).ja)}, {"end_use", std::string(words_of(c.end_use).en)}});
  }
  if (purpose->second.fiscal_year_needed && c.fiscal_year.number == 0) return fail(errors::fiscal_year_missing, {{"purpose", c.purpose}});
  if (accounts_.find(c.account) == nullptr) return fail(errors::account_unknown, {{"account", text_of(c.account.value)}});
  if (!relations.exists(c.user)) return fail(errors::organisation_unknown, {{"organisation", text_of(c.user.value)}});
  SUMI_CHECK(check_batches(c.selection));
  const auto& account = accounts_.at(c.account);
  if (!may_act(c.account, act, AgentScope::retires)) return fail(errors::not_the_holder, {{"account", text_of(c.account.value)}});
  SUMI_CHECK(open_account(c.account));
  if (account.kind != AccountKind::holding) return fail(errors::account_kind_wrong, {{"account", text_of(c.account.value)}, {"kind_ja", std::string(words_of(account.kind).ja)}, {"kind", std::string(words_of(account.kind).en)}});
  if (!system_account(c.end_use)) return fail(errors::system_account_missing, {{"end_use_ja", std::string(words_of(c.end_use).ja)}, {"end_use", std::string(words_of(c.end_use).en)}});
  SUMI_TRY(auto ranges, select(c.account, c.selection, act));
  SUMI_CHECK(check_leaving(c.account));
  return RetirementRequested{{counters().retirement.value + 1}, std::move(ranges)};
}

Result<Retired> Registry::decide(const ConfirmRetirement& c, const Act& act, const std::string& user_name, const std::string& user_corporate_number) const {
  if (uses_.uses.find(c.retirement) != nullptr) return fail(errors::use_execute, {{"retirement", text_of(c.retirement.value)}});
  return check_confirm(c.retirement, act, user_name, user_corporate_number);
}

Result<Retired> Registry::check_confirm(RetirementNumber number, const Act& act, const std::string& user_name, const std::string& user_corporate_number) const {
  const auto* row = retirements_.find(number);
  if (row == nullptr) return fail(errors::retirement_unknown, {{"retirement", text_of(number.value)}});
  const auto& account = accounts_.at(row->account);
  if (!may_act(row->account, act, AgentScope::retires)) return fail(errors::not_the_holder, {{"account", text_of(row->account.value)}});
  if ((account.second_person || needs_second(row->account, row->amount())) && row->requested_by == act.actor) return fail(errors::second_person_needed);
  if (row->status != RetirementStatus::requested) {
    return fail(errors::retirement_not_open, {{"retirement", text_of(number.value)}, {"status_ja", std::string(words_of(row->status).ja)}, {"status", std::string(words_of(row->status).en)}});
  }
  if (!system_account(row->end_use)) return fail(errors::system_account_missing, {{"end_use_ja", std::string(words_of(row->end_use).ja)}, {"end_use", std::string(words_of(row->end_use).en)}});
  for (const auto& r : row->ranges) {
    if (overlaps(r, suspended(r.batch, act.time.date_in_japan()))) return fail(errors::units_suspended, {{"range", text_of(r)}});
  }
  for (const auto& r : row->ranges) SUMI_CHECK(check_issued(r, act.business_date));
  SUMI_CHECK(check_leaving(row->account));
  Retired out;
  out.end_use = row->end_use;
  for (const auto& r : row->ranges) out.ranges.push_back({r.batch, r.first, r.end});
  out.amount = row->amount();
  out.purpose = row->purpose;
  out.fiscal_year = row->fiscal_year;
  out.user = row->user;
  out.user_name = user_name;
  out.user_corporate_number = user_corporate_number;
  out.by_proxy = row->user != account.organisation;
  return out;
}

Result<Nothing> Registry::decide(const WithdrawRetirement& c, const Act& act) const {
  const auto* row = retirements_.find(c.retirement);
  if (row == nullptr) return fail(errors::retirement_unknown, {{"retirement", text_of(c.retirement.value)}});
  if (!may_act(row->account, act, AgentScope::retires)) return fail(errors::not_the_holder, {{"account", text_of(row->account.value)}});
  if (row->status != RetirementStatus::requested) {
    return fail(errors::retirement_not_open, {{"retirement", text_of(c.retirement.value)}, {"status_ja", std::string(words_of(row->status).ja)}, {"status", std::string(words_of(row->status).en)}});
  }
  return Nothing{};
}

Result<Nothing> Registry::decide(const SetLabel& c, const Act&) const {
  if (c.ranges.empty()) return fail(errors::selection_missing);
  for (const auto& r : c.ranges) {
    if (r.first >= r.end) return fail(errors::range_empty, {{"range", text_of(SerialRange{r.batch, r.first, r.end})}});
  }
  if (c.ranges.size() > limits::ranges_per_command_max) {
    return too_many_ranges(c.ranges.size());
  }
  if (!valid(c.kind)) return fail(errors::label_kind_unknown, {{"kind", text_of(static_cast<std::uint64_t>(c.kind))}});
  for (const auto& r : c.ranges) {
    if (batches_.find(r.batch) == nullptr) return fail(errors::batch_unknown, {{"batch", text_of(r.batch.value)}});
  }
  for (const auto& r : c.ranges) {
    const auto& batch = batches_.at(r.batch);
    if (r.first < batch.first || r.end > batch.end) {
      return fail(errors::range_outside_batch, {{"range", text_of(SerialRange{r.batch, r.first, r.end})}, {"batch", text_of(r.batch.value)}, {"serials", text_of(SerialRange{r.batch, batch.first, batch.end})}});
    }
  }
  return Nothing{};
}

// ---- applying ----

std::uint64_t BatchTotals::* Registry::bucket(const BlockRow& row) const {
  const auto kind = accounts_.at(row.account).kind;
  if (row.status == BlockStatus::escrowed) return &BatchTotals::escrowed;
  if (row.status == BlockStatus::used) {
    if (kind == AccountKind::retirement) return &BatchTotals::retired;
    if (kind == AccountKind::expiry) return &BatchTotals::expired;
    return kind == AccountKind::government ? &BatchTotals::retired_for_state : &BatchTotals::cancelled;
  }
  return kind == AccountKind::buffer ? &BatchTotals::buffer : &BatchTotals::held;
}

void Registry::count_aside(const BlockKey& key, const BlockRow& row, std::uint64_t units, bool add) {
  aside_.update({row.account, batches_.at(key.batch).attributes.unit_kind}, [&](AsideRow& a) {
    auto& sum = row.status == BlockStatus::escrowed ? a.escrowed : a.used;
    sum = add ? sum + units : sum - units;
  });
}

void Registry::index(const BlockKey& key, const BlockRow& row) {
  if (row.status != BlockStatus::held) return count_aside(key, row, row.end - key.first, true);
  const auto& a = batches_.at(key.batch).attributes;
  free_.put({row.account, a.vintage.number, a.certification, key.batch, key.first}, {});
}

void Registry::unindex(const BlockKey& key, const BlockRow& row) {
  if (row.status != BlockStatus::held) return count_aside(key, row, row.end - key.first, false);
  const auto& a = batches_.at(key.batch).attributes;
  free_.erase({row.account, a.vintage.number, a.certification, key.batch, key.first});
}

void Registry::put_block(BlockKey key, BlockRow row) {
  index(key, row);
  blocks_.put(key, row);
}

void Registry::erase_block(BlockKey key) {
  const BlockRow row = blocks_.at(key);
  unindex(key, row);
  blocks_.erase(key);
}

void Registry::resize_block(BlockKey key, const BlockRow& row, std::uint64_t end) {
  if (row.status != BlockStatus::held) {
    count_aside(key, row, row.end - key.first, false);
    count_aside(key, row, end - key.first, true);
  }
  blocks_.update(key, [&](BlockRow& b) { b.end = end; });
}

void Registry::assign(const SerialRange& range, BlockRow row) {
  auto totals = totals_.at(range.batch);
  const auto before = totals;
  const auto to = bucket(row);
  bool stale = false;
  // The blocks inside of the range go; what sticks out at either edge stays as it was.
  for (auto serial = range.first; serial < range.end;) {
    const auto [key, found] = block_at(range.batch, serial);
    const BlockRow old = *found;
    const auto last = std::min(old.end, range.end);
    totals.*bucket(old) -= last - serial;
    totals.*to += last - serial;
    if (key.first < serial) {
      resize_block(key, old, serial);
    } else if (serial == range.first) {
      // Its row is written over below, or goes if it joins the one before.
      unindex(key, old);
      stale = true;
    } else {
      erase_block(key);
    }
    if (old.end > last) put_block({range.batch, last}, old);
    serial = last;
  }
  if (!(totals == before)) {
    if (totals.in() != totals.out()) throw std::logic_error("conservation is broken in batch " + text_of(range.batch.value));
    totals_.put(range.batch, totals);
  }
  // Join with equal neighbours, so that a batch never has more blocks than it has owners' stretches.
  const BlockKey key{range.batch, range.first};
  row.end = range.end;
  const auto alike = [&](const BlockRow& other) {
    return other.account == row.account && other.status == row.status && other.reason == row.reason && other.retirement == row.retirement;
  };
  if (const auto next = blocks_.find({range.batch, row.end}); next != nullptr && alike(*next)) {
    const auto end = next->end;
    erase_block({range.batch, row.end});
    row.end = end;
  }
  if (auto it = blocks_.lower_bound(key); it != blocks_.begin()) {
    --it;
    if (it->first.batch == range.batch && it->second.end == range.first && alike(it->second)) {
      const BlockKey before_key = it->first;
      const BlockRow before_row = it->second;
      if (stale) blocks_.erase(key);
      return resize_block(before_key, before_row, row.end);
    }
  }
  put_block(key, row);
}

void Registry::apply(const RequestAccount& c, const AccountOpened& outcome, const Act&) {
  AccountRow row;
  row.organisation = c.organisation;
  row.kind = c.kind;
  row.department = c.department;
  row.second_person = c.second_person;
  accounts_.put(outcome.account, row);
  counters_.update(0, [&](Counters& n) { n.account = outcome.account; });
}

void Registry::apply(const DecideAccount& c, const Nothing&, const Act& act) {
  accounts_.update(c.account, [&](AccountRow& row) {
    row.status = c.approved ? AccountStatus::open : AccountStatus::refused;
    row.ground = c.ground;
    row.decided = act.business_date;
  });
  if (const auto kind = accounts_.at(c.account).kind; c.approved && kind != AccountKind::holding) system_accounts_.put(kind, c.account);
}

void Registry::apply(const CloseAccount& c, const Nothing&, const Act& act) {
  accounts_.update(c.account, [&](AccountRow& row) {
    row.status = AccountStatus::closed;
    row.decided = act.business_date;
  });
}

void Registry::apply(const Issue& c, const BatchIssued& outcome, const Act& act) {
  BatchTotals totals;
  totals.issued = outcome.end - outcome.first;
  put_batch(outcome.batch, {outcome.attributes, outcome.first, outcome.end, act.business_date}, totals, c.allocations);
}

void Registry::put_batch(BatchNumber number, const BatchRow& batch, BatchTotals totals, const std::vector<Allocation>& allocations) {
  batches_.put(number, batch);
  counters_.update(0, [&](Counters& n) { n.batch = number; });
  auto first = batch.first;
  for (const auto& a : allocations) {
    BlockRow row;
    row.end = first + a.amount;
    row.account = a.account;
    totals.*bucket(row) += a.amount;
    put_block({number, first}, row);
    first = row.end;
  }
  if (totals.in() != totals.out()) throw std::logic_error("an issue does not serve its whole batch");
  totals_.put(number, totals);
}

void Registry::apply(const Transfer& c, const Moved& outcome, const Act&) {
  BlockRow row;
  row.account = c.to;
  for (const auto& r : outcome.ranges) assign(r, row);
}

void Registry::apply(const RequestRetirement& c, const RetirementRequested& outcome, const Act& act) {
  RetirementRow row;
  row.account = c.account;
  row.end_use = c.end_use;
  row.ranges = outcome.ranges;
  row.purpose = c.purpose;
  row.user = c.user;
  row.fiscal_year = c.fiscal_year;
  row.note = c.note;
  row.requested_by = act.actor;
  row.requested_at = act.time;
  row.lapses_at = {act.time.ms + limits::retirement_request_keep_ms};
  due_.put({row.lapses_at, outcome.retirement}, {});
  retirements_.put(outcome.retirement, row);
  counters_.update(0, [&](Counters& n) { n.retirement = outcome.retirement; });
  BlockRow block;
  block.account = c.account;
  block.status = BlockStatus::escrowed;
  block.reason = EscrowReason::retirement;
  block.retirement = outcome.retirement;
  for (const auto& r : outcome.ranges) assign(r, block);
}

void Registry::apply(const ConfirmRetirement& c, const Retired& outcome, const Act& act) {
  const auto lapses_at = retirements_.at(c.retirement).lapses_at;
  retirements_.update(c.retirement, [&](RetirementRow& row) {
    row.status = RetirementStatus::confirmed;
    row.decided = act.business_date;
    row.user_name = outcome.user_name;
  });
  due_.erase({lapses_at, c.retirement});
  BlockRow block;
  block.account = system_account(outcome.end_use);
  block.status = BlockStatus::used;
  block.retirement = c.retirement;
  for (const auto& r : outcome.ranges) assign({r.batch, r.first, r.end}, block);
}

void Registry::release(const RetirementRow& row, const Act&) {
  BlockRow block;
  block.account = row.account;
  for (const auto& r : row.ranges) assign(r, block);
}

void Registry::apply(const WithdrawRetirement& c, const Nothing&, const Act& act) {
  const RetirementRow row = retirements_.at(c.retirement);
  retirements_.update(c.retirement, [&](RetirementRow& r) {
    r.status = RetirementStatus::withdrawn;
    r.decided = act.business_date;
  });
  due_.erase({row.lapses_at, c.retirement});
  release(row, act);
}

void Registry::apply_lapse(RetirementNumber number, const Act& act) {
  const RetirementRow row = retirements_.at(number);
  retirements_.update(number, [&](RetirementRow& r) {
    r.status = RetirementStatus::lapsed;
    r.decided = act.time.date_in_japan();
  });
  due_.erase({row.lapses_at, number});
  release(row, act);
}

void Registry::apply(const SetLabel& c, const Nothing&, const Act&) {
  for (const auto& r : c.ranges) {
    const auto number = counters().label + 1;
    LabelRow row;
    row.first = r.first;
    row.end = r.end;
    row.kind = c.kind;
    row.detail = c.detail;
    row.from = c.from;
    row.set = c.set;
    labels_.put({r.batch, number}, row);
    if (row.kind == LabelKind::suspended) suspensions_.put({r.batch, number}, {});
    counters_.update(0, [&](Counters& n) { n.label = number; });
  }
}

// ---- checking, dumping ----

std::vector<std::string> Registry::check() const {
  std::vector<std::string> findings;
  const auto find = [&](const std::string& text) { findings.push_back(text); };
  std::map<RetirementNumber, std::uint64_t> per_request;
  auto block = blocks_.begin();
  for (const auto& [number, batch] : batches_) {
    const auto name = "batch " + text_of(number.value);
    const auto* totals = totals_.find(number);
    if (totals == nullptr) {
      find(name + ": no totals");
      continue;
    }
    BatchTotals sums;
    sums.opened = totals->opened;
    sums.issued = totals->issued;
    sums.imported = totals->imported;
    sums.exported = totals->exported;
    auto next = batch.first;
    for (; block != blocks_.end() && block->first.batch == number; ++block) {
      const auto& row = block->second;
      if (block->first.first != next) find(name + ": gap or overlap at serial " + text_of(next));
      if (row.end <= block->first.first) find(name + ": an empty block at serial " + text_of(block->first.first));
      next = row.end;
      if (accounts_.find(row.account) == nullptr) {
        find(name + ": a block in account " + text_of(row.account.value) + ", which there is not");
        continue;
      }
      sums.*bucket(row) += row.end - block->first.first;
      if (row.status != BlockStatus::held && row.retirement) per_request[row.retirement] += row.end - block->first.first;
      const auto kind = accounts_.at(row.account).kind;
      const bool system = kind == AccountKind::retirement || kind == AccountKind::cancellation || kind == AccountKind::government || kind == AccountKind::expiry;
      if (system != (row.status == BlockStatus::used)) find(name + ": used units outside of a system account, or free units in one, at serial " + text_of(block->first.first));
    }
    if (next != batch.end) find(name + ": the blocks end at serial " + text_of(next) + ", the batch at " + text_of(batch.end));
    if (!(sums == *totals)) find(name + ": the totals are not the sums of the blocks");
    if (sums.in() != sums.out()) find(name + ": opened + issued + imported = " + text_of(sums.in()) + ", but accounted for are " + text_of(sums.out()));
    if (sums.in() != batch.end - batch.first) find(name + ": the serials are not as many as the units");
  }
  if (block != blocks_.end()) find("there is a block of a batch that there is not");
  check_offers(findings);
  for (const auto& [number, row] : retirements_) {
    const bool bound = row.status == RetirementStatus::requested || row.status == RetirementStatus::confirmed;
    const auto it = per_request.find(number);
    const auto blocked = it == per_request.end() ? 0 : it->second;
    if (blocked != (bound ? row.amount() : 0)) find("retirement request " + text_of(number.value) + ": " + text_of(blocked) + " units are set aside or used for it, asked were " + text_of(row.amount()));
  }
  return findings;
}

void Registry::begin_group() {
  const auto begin = [](auto& table) { table.begin_group(); };
  each(*this, [&](const char*, auto& table) { begin(table); }), each_index(*this, begin);
}
void Registry::keep_group() {
  const auto keep = [](auto& table) { table.keep_group(); };
  each(*this, [&](const char*, auto& table) { keep(table); }), each_index(*this, keep);
}
void Registry::undo_group() {
  const auto undo = [](auto& table) { table.undo_group(); };
  each(*this, [&](const char*, auto& table) { undo(table); }), each_index(*this, undo);
}

void Registry::dump(ByteWriter& w) const {
  each(*this, [&](const char*, const auto& table) { table.dump(w); });
}

void Registry::load(ByteReader& r) {
  each(*this, [&](const char*, auto& table) { table.load(r); });
  rebuild_indexes();
}

// The picking order of all accounts, without sorting blocks: batches are put in order, their blocks dealt out to the accounts in that order, and what
// each account then has is in its order already.
void Registry::rebuild_free() {
  struct Place {
    const BatchAttributes* attributes;
    BatchNumber batch;
  };
  struct Dealt {
    std::uint32_t place = 0;  // in `order`
    std::uint64_t first = 0;
  };
  std::vector<Place> order;
  order.reserve(batches_.size());
  for (const auto& [number, row] : batches_) order.push_back({&row.attributes, number});
  std::sort(order.begin(), order.end(), [](const Place& a, const Place& b) {
    return std::tuple(a.attributes->vintage.number, a.attributes->certification, a.batch) < std::tuple(b.attributes->vintage.number, b.attributes->certification, b.batch);
  });
  // Account numbers are given one by one, so they count the accounts.
  std::vector<std::size_t> next(accounts_.empty() ? 1 : static_cast<std::size_t>(std::prev(accounts_.end())->first.value) + 2);
  if (next.size() > accounts_.size() + 2) throw std::out_of_range("account numbers are missing");
  BatchNumber last;
  for (const auto& [key, row] : blocks_) {
    if (key.batch != last) static_cast<void>(batches_.at(key.batch));
    last = key.batch;
    if (row.status == BlockStatus::held) {
      ++next.at(static_cast<std::size_t>(row.account.value) + 1);
    } else {
      count_aside(key, row, row.end - key.first, true);
    }
  }
  for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
  std::vector<Dealt> dealt(next.back());
  for (std::uint32_t place = 0; place < order.size(); ++place) {
    const auto batch = order[place].batch;
    for (auto it = blocks_.lower_bound({batch, 0}); it != blocks_.end() && it->first.batch == batch; ++it) {
      if (it->second.status == BlockStatus::held) dealt[next[static_cast<std::size_t>(it->second.account.value)]++] = {place, it->first.first};
    }
  }
  // next[account] is now the end of what the account has.
  std::size_t at = 0;
  for (std::size_t account = 0; account + 1 < next.size(); ++account) {
    for (; at < next[account]; ++at) {
      const auto& a = *order[dealt[at].place].attributes;
      free_.append({{account}, a.vintage.number, a.certification, order[dealt[at].place].batch, dealt[at].first}, {});
    }
  }
}

void Registry::rebuild_indexes() {
  free_ = {};
  due_ = {};
  aside_ = {};
  suspensions_ = {};
  system_accounts_ = {};
  offers_.due = {};
  imports_.by_origin = {};
  rebuild_free();
  for (const auto& [key, row] : labels_) {
    if (row.kind == LabelKind::suspended) suspensions_.append(key, {});
  }
  for (const auto& [number, row] : accounts_) {
    if (row.kind != AccountKind::holding && row.status == AccountStatus::open && system_accounts_.find(row.kind) == nullptr) system_accounts_.put(row.kind, number);
  }
  for (const auto& [number, row] : retirements_) {
    if (row.status == RetirementStatus::requested) due_.put({row.lapses_at, number}, {});
  }
  for (const auto& [number, row] : offers_.offers) {
    if (row.status == OfferStatus::offered || row.status == OfferStatus::waits_for_second) offers_.due.put({row.expires_on, number}, {});
  }
  offers_.restricted = {};
  for (const auto& [number, row] : offers_.restrictions) {
    if (row.kind == RestrictionKind::trust) continue;
    for (const auto& r : row.ranges) offers_.restricted.put({r.batch, number}, {});
  }
  for (const auto& [batch, row] : imports_.imports) imports_.by_origin.put({row.origin, batch}, {});
}

}  // namespace sumi::registry
