// Offers of a transfer, returns of a mistaken one, corrections of the record.
//
// Units of open offers stand in escrow without a number: neighbouring blocks of two offers may be one block. Which units are whose offer, the offers' own ranges say;
// they never overlap, and check() compares them with the blocks.
#include <algorithm>

#include "base/limits.h"
#include "registry/checks.h"
#include "registry/registry.h"
#include "registry/words.h"

namespace sumi::registry {

namespace {

std::string text_of(std::uint64_t n) { return std::to_string(n); }
bool is_open(const OfferRow& row) { return row.status == OfferStatus::waits_for_second || row.status == OfferStatus::offered; }

// An offer that is over, be it only by its last day, is refused with that before anything of its units is asked: they are none of its matter any more.
Result<void> check_waits(OfferNumber number, const OfferRow& row, std::initializer_list<OfferStatus> needed, const Act& act) {
  const bool late = is_open(row) && act.time.date_in_japan() > row.expires_on;
  const bool fits = std::any_of(needed.begin(), needed.end(), [&](const auto status) { return status == row.status; });
  if (fits && !late) return {};
  return fail(errors::offer_not_open, {{"offer", text_of(number.value)}, {"status_ja", std::string(words_of(late ? OfferStatus::lapsed : row.status).ja)}, {"status", std::string(words_of(late ? OfferStatus::lapsed : row.status).en)}});
}

Result<void> check_holding(const Table<AccountNumber, AccountRow>& accounts, std::initializer_list<AccountNumber> numbers) {
  for (const auto number : numbers) {
    const auto kind = accounts.at(number).kind;
    if (kind != AccountKind::holding) return fail(errors::account_kind_wrong, {{"account", text_of(number.value)}, {"kind_ja", std::string(words_of(kind).ja)}, {"kind", std::string(words_of(kind).en)}});
  }
  return {};
}

}  // namespace

Result<const OfferRow*> Registry::find_offer(OfferNumber number) const {
  const auto* row = offers_.offers.find(number);
  if (row == nullptr) return fail(errors::offer_unknown, {{"offer", text_of(number.value)}});
  return row;
}

// ---- offering ----

Result<TransferOffered> Registry::decide(const OfferTransfer& c, const Act& act, const Relations&, const RegistryRules&) const {
  SUMI_CHECK(check_selection(c.selection));
  SUMI_CHECK(check_price(c.price_yen_per_t));
  SUMI_CHECK(check_transfer(c.from, c.to, c.selection, act));
  SUMI_TRY(auto ranges, select(c.from, c.selection, act));
  SUMI_CHECK(check_leaving(c.from));
  const auto today = act.time.date_in_japan();
  if (c.expires_on < today) return fail(errors::offer_expiry_past, {{"date", c.expires_on.to_string()}, {"today", today.to_string()}});
  const auto last = today.plus_days(limits::offer_days_max);
  if (c.expires_on > last) {
    return fail(errors::offer_expiry_far, {{"date", c.expires_on.to_string()}, {"days", text_of(limits::offer_days_max)}, {"last", last.to_string()}});
  }
  if (c.agreed_on && *c.agreed_on > act.business_date) {
    return fail(errors::agreed_in_future, {{"date", c.agreed_on->to_string()}, {"today", act.business_date.to_string()}});
  }
  TransferOffered out;
  out.offer = {offers_.offers.size() + 1};
  std::uint64_t units = 0;
  for (const auto& r : ranges) units += r.count();
  out.waits_for_second = needs_second(c.from, units);
  out.moved = !out.waits_for_second && !c.acceptance;
  out.ranges = std::move(ranges);
  return out;
}

void Registry::apply(const OfferTransfer& c, const TransferOffered& outcome, const Act& act) {
  OfferRow row;
  row.from = c.from;
  row.to = c.to;
  row.ranges = outcome.ranges;
  row.price_yen_per_t = c.price_yen_per_t;
  row.agreed_on = c.agreed_on;
  row.acceptance = c.acceptance;
  row.expires_on = c.expires_on;
  row.status = outcome.moved ? OfferStatus::moved : outcome.waits_for_second ? OfferStatus::waits_for_second : OfferStatus::offered;
  row.offered_by = act.actor;
  row.offered_on = act.business_date;
  if (outcome.moved) row.decided = act.business_date;
  row.note = c.note;
  BlockRow block;
  block.account = outcome.moved ? c.to : c.from;
  if (!outcome.moved) {
    block.status = BlockStatus::escrowed;
    block.reason = EscrowReason::offer;
    offers_.due.put({c.expires_on, outcome.offer}, {});
  }
  for (const auto& r : outcome.ranges) assign(r, block);
  offers_.offers.put(outcome.offer, std::move(row));
}

// What may have come up since the offer was made.
Result<void> Registry::check_offer_moves(const OfferRow& row, const Act& act) const {
  SUMI_CHECK(open_account(row.to));
  SUMI_CHECK(check_not_suspended(row.ranges, act.time.date_in_japan()));
  for (const auto& r : row.ranges) SUMI_CHECK(check_issued(r, act.business_date));
  return check_leaving(row.from);
}

// Ends an open offer: the units go to the transferee, or are free again.
void Registry::end_offer(OfferNumber number, OfferStatus status, Date on) {
  const OfferRow row = offers_.offers.at(number);
  offers_.due.erase({row.expires_on, number});
  BlockRow block;
  block.account = status == OfferStatus::moved ? row.to : row.from;
  for (const auto& r : row.ranges) assign(r, block);
  offers_.offers.update(number, [&](OfferRow& r) {
    r.status = status;
    r.decided = on;
  });
}

Result<OfferConfirmed> Registry::decide(const ConfirmOffer& c, const Act& act, const Relations&, const RegistryRules&) const {
  SUMI_TRY(const auto* row, find_offer(c.offer));
  if (!may_act(row->from, act, AgentScope::transfers)) return fail(errors::not_the_holder, {{"account", text_of(row->from.value)}});
  if (row->offered_by == act.actor) return fail(errors::second_person_needed);
  SUMI_CHECK(check_waits(c.offer, *row, {OfferStatus::waits_for_second}, act));
  SUMI_CHECK(check_offer_moves(*row, act));
  OfferConfirmed out;
  out.moved = !row->acceptance;
  if (out.moved) out.ranges = row->ranges;
  return out;
}

void Registry::apply(const ConfirmOffer& c, const OfferConfirmed& outcome, const Act& act) {
  if (outcome.moved) return end_offer(c.offer, OfferStatus::moved, act.business_date);
  offers_.offers.update(c.offer, [](OfferRow& row) { row.status = OfferStatus::offered; });
}

Result<Moved> Registry::decide(const AcceptOffer& c, const Act& act, const Relations&, const RegistryRules&) const {
  SUMI_TRY(const auto* row, find_offer(c.offer));
  if (!may_act(row->to, act, AgentScope::transfers)) return fail(errors::not_the_holder, {{"account", text_of(row->to.value)}});
  SUMI_CHECK(check_waits(c.offer, *row, {OfferStatus::offered}, act));
  SUMI_CHECK(check_offer_moves(*row, act));
  return Moved{row->ranges};
}

void Registry::apply(const AcceptOffer& c, const Moved&, const Act& act) { end_offer(c.offer, OfferStatus::moved, act.business_date); }

// The transferee declines what was offered to it; as long as the transferor's second person is waited for, nothing was.
Result<Nothing> Registry::decide(const EndOffer& c, const Act& act, const Relations&, const RegistryRules&) const {
  SUMI_TRY(const auto* row, find_offer(c.offer));
  if (may_act(row->from, act, AgentScope::transfers)) {
    SUMI_CHECK(check_waits(c.offer, *row, {OfferStatus::waits_for_second, OfferStatus::offered}, act));
    return Nothing{};
  }
  if (!may_act(row->to, act, AgentScope::transfers)) return fail(errors::not_the_holder, {{"account", text_of(row->from.value)}});
  SUMI_CHECK(check_waits(c.offer, *row, {OfferStatus::offered}, act));
  return Nothing{};
}

void Registry::apply(const EndOffer& c, const Nothing&, const Act& act) {
  const bool withdrawn = may_act(offers_.offers.at(c.offer).from, act, AgentScope::transfers);
  end_offer(c.offer, withdrawn ? OfferStatus::withdrawn : OfferStatus::declined, act.business_date);
}

void Registry::apply_offer_lapse(OfferNumber offer, const Act& act) { end_offer(offer, OfferStatus::lapsed, act.time.date_in_japan()); }

std::optional<Date> Registry::next_offer_due() const {
  if (offers_.due.empty()) return std::nullopt;
  return offers_.due.begin()->first.first;
}

std::vector<OfferNumber> Registry::offers_due(Date day) const {
  std::vector<OfferNumber> out;
  for (const auto& [key, none] : offers_.due) {
    if (key.first >= day) break;
    out.push_back(key.second);
  }
  return out;
}

std::string Registry::escrow_text(const SerialRange& range, const BlockRow& block) const {
  if (block.reason != EscrowReason::offer) return "retirement " + text_of(block.retirement.value);
  for (const auto& [key, none] : offers_.due) {
    for (const auto& r : offers_.offers.at(key.second).ranges) {
      if (r.batch == range.batch && r.first < range.end && range.first < r.end) return "offer " + text_of(key.second.value);
    }
  }
  return "offer";
}

// ---- returns ----

// Where the units are now is not told here: that is the matter of whoever holds them.
Result<ReturnAsked> Registry::decide(const AskReturn& c, const Act& act, const Relations&, const RegistryRules&) const {
  const Selection selection{c.ranges, {}};
  SUMI_CHECK(check_selection(selection));
  for (const auto number : {c.from, c.to}) {
    if (accounts_.find(number) == nullptr) return fail(errors::account_unknown, {{"account", text_of(number.value)}});
  }
  SUMI_CHECK(check_batches(selection));
  if (!may_act(c.to, act, AgentScope::transfers)) return fail(errors::not_the_holder, {{"account", text_of(c.to.value)}});
  for (const auto number : {c.from, c.to}) SUMI_CHECK(open_account(number));
  SUMI_CHECK(check_holding(accounts_, {c.from, c.to}));
  if (c.from == c.to) return fail(errors::same_account);
  SUMI_CHECK(check_in_batches(c.ranges));
  if (!c.entry) return fail(errors::entry_not_named);
  return ReturnAsked{{offers_.returns.size() + 1}};
}

void Registry::apply(const AskReturn& c, const ReturnAsked& outcome, const Act& act) {
  ReturnRow row;
  row.entry = c.entry;
  row.from = c.from;
  row.to = c.to;
  row.ranges = c.ranges;
  row.asked = act.business_date;
  row.note = c.note;
  offers_.returns.put(outcome.number, std::move(row));
}

// Who received in good faith keeps what it will not give back (法 57). What it gives back leaves its account as any transfer does.
Result<Moved> Registry::decide(const DecideReturn& c, const Act& act, const Relations&, const RegistryRules&) const {
  const auto* row = offers_.returns.find(c.number);
  if (row == nullptr) return fail(errors::return_unknown, {{"number", text_of(c.number.value)}});
  if (!may_act(row->from, act, AgentScope::transfers)) return fail(errors::not_the_holder, {{"account", text_of(row->from.value)}});
  if (row->status != ReturnStatus::asked) return fail(errors::return_not_open, {{"number", text_of(c.number.value)}, {"status_ja", std::string(words_of(row->status).ja)}, {"status", std::string(words_of(row->status).en)}});
  if (!c.consents) return Moved{};
  for (const auto number : {row->from, row->to}) SUMI_CHECK(open_account(number));
  SUMI_TRY(auto ranges, select(row->from, {row->ranges, {}}, act));
  SUMI_CHECK(check_leaving(row->from));
  SUMI_CHECK(check_second(row->from, ranges));
  return Moved{std::move(ranges)};
}

void Registry::apply(const DecideReturn& c, const Moved& outcome, const Act& act) {
  BlockRow block;
  block.account = offers_.returns.at(c.number).to;
  for (const auto& r : outcome.ranges) assign(r, block);
  offers_.returns.update(c.number, [&](ReturnRow& row) {
    row.status = c.consents ? ReturnStatus::returned : ReturnStatus::refused;
    row.decided = act.business_date;
  });
}

// ---- corrections ----

// Units under a restriction are corrected after it was lifted, in one group if need be. The ground's key is asked by the scheme, which knows the rulebook's list.
Result<Nothing> Registry::decide(const CorrectRecord& c, const Act& act, const Relations& relations, const RegistryRules&) const {
  const Selection selection{c.ranges, {}};
  SUMI_CHECK(check_selection(selection));
  for (const auto number : {c.from, c.to}) {
    if (accounts_.find(number) == nullptr) return fail(errors::account_unknown, {{"account", text_of(number.value)}});
  }
  SUMI_CHECK(check_batches(selection));
  for (const auto number : {c.from, c.to}) SUMI_CHECK(open_account(number));
  SUMI_CHECK(check_holding(accounts_, {c.from, c.to}));
  if (c.from == c.to) return fail(errors::same_account);
  SUMI_CHECK(select(c.from, selection, act));
  if (!c.entry) return fail(errors::entry_not_named);
  if (c.consultation.is_zero()) return fail(errors::consultation_missing);
  if (c.consulted_on > act.business_date) {
    return fail(errors::consultation_in_future, {{"date", c.consulted_on.to_string()}, {"today", act.business_date.to_string()}});
  }
  for (const auto number : {c.from, c.to}) {
    if (relations.belongs(act.actor, accounts_.at(number).organisation)) return fail(errors::correction_by_party, {{"account", text_of(number.value)}});
  }
  return Nothing{};
}

void Registry::apply(const CorrectRecord& c, const Nothing&, const Act&) {
  BlockRow block;
  block.account = c.to;
  for (const auto& r : c.ranges) assign(r, block);
}

// ---- checking ----

void Registry::check_offers(std::vector<std::string>& findings) const {
  using Stretch = std::pair<SerialRange, AccountNumber>;
  const auto joined = [](std::vector<Stretch> stretches) {
    std::sort(stretches.begin(), stretches.end());
    std::vector<Stretch> out;
    for (const auto& s : stretches) {
      const bool next = !out.empty() && out.back().second == s.second && out.back().first.batch == s.first.batch && out.back().first.end == s.first.first;
      if (next) out.back().first.end = s.first.end;
      else out.push_back(s);
    }
    return out;
  };
  std::vector<Stretch> blocks, asked;
  for (const auto& [key, row] : blocks_) {
    if (row.status == BlockStatus::escrowed && row.reason == EscrowReason::offer) blocks.emplace_back(SerialRange{key.batch, key.first, row.end}, row.account);
  }
  std::size_t open = 0;
  for (const auto& [number, row] : offers_.offers) {
    const bool due = offers_.due.find({row.expires_on, number}) != nullptr;
    if (due != is_open(row)) findings.push_back("offer " + text_of(number.value) + ": " + (due ? "is over and still has a last day" : "is open and has no last day"));
    if (!is_open(row)) continue;
    ++open;
    for (const auto& r : row.ranges) asked.emplace_back(r, row.from);
  }
  if (offers_.due.size() != open) findings.push_back("more offers have a last day than are open");
  if (joined(std::move(blocks)) != joined(std::move(asked))) findings.push_back("the units that are set aside for offers are not those of the open offers");
}

}  // namespace sumi::registry
