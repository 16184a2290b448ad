#include "service/account_history.h"

#include <algorithm>

#include "registry/errors.h"

namespace sumi::service {

namespace {

using registry::SerialRange;

template <class... T>
struct Overload : T... {
  using T::operator()...;
};

// Follows one account through the journal. Numbers that an entry names (an offer's accounts, a retirement's) are looked up in the state of today: rows are
// never taken out.
class Follower {
 public:
  Follower(const scheme::State& state, AccountNumber account) : registry_(state.registry()), account_(account) {}

  void see(const Record& record) {
    record_ = &record;
    std::visit(Overload{
                   [&](const registry::Issue& c) { allocate(std::get<registry::BatchIssued>(record.outcome).batch, std::get<registry::BatchIssued>(record.outcome).first, c.allocations, Move::issued); },
                   [&](const registry::OpenBatch& c) { allocate(std::get<registry::BatchOpened>(record.outcome).batch, c.first, c.allocations, Move::opened); },
                   [&](const registry::ImportUnits& c) { allocate(std::get<registry::BatchImported>(record.outcome).batch, c.first, c.allocations, Move::imported); },
                   [&](const registry::Transfer& c) { moved(c.from, c.to, std::get<registry::Moved>(record.outcome).ranges, Move::transfer_out, Move::transfer_in, c.price_yen_per_t, {}); },
                   [&](const registry::OfferTransfer& c) {
                     const auto& out = std::get<registry::TransferOffered>(record.outcome);
                     if (out.moved) moved(c.from, c.to, out.ranges, Move::transfer_out, Move::transfer_in, c.price_yen_per_t, c.agreed_on);
                   },
                   [&](const registry::ConfirmOffer& c) { offer(c.offer, std::get<registry::OfferConfirmed>(record.outcome).ranges); },
                   [&](const registry::AcceptOffer& c) { offer(c.offer, std::get<registry::Moved>(record.outcome).ranges); },
                   [&](const registry::DecideReturn& c) {
                     const auto& row = registry_.offers().returns.at(c.number);
                     moved(row.from, row.to, std::get<registry::Moved>(record.outcome).ranges, Move::returned_out, Move::returned_in, "", {});
                   },
                   [&](const registry::CorrectRecord& c) { moved(c.from, c.to, c.ranges, Move::corrected_out, Move::corrected_in, "", {}); },
                   [&](const registry::SucceedAccount& c) { moved(c.account, c.to, std::get<registry::Moved>(record.outcome).ranges, Move::succeeded_out, Move::succeeded_in, "", {}); },
                   [&](const registry::ConfirmRetirement& c) { used(c.retirement); },
                   [&](const registry::ExecuteRetirement& c) { used(c.retirement); },
                   [&](const registry::OpenRetirement&) { used(std::get<registry::RetirementOpened>(record.outcome).retirement); },
                   [&](const registry::DrawBuffer&) { used(std::get<registry::RetirementOpened>(record.outcome).retirement); },
                   [&](const registry::ReleaseBuffer& c) {
                     give(held_of(plain(c.ranges)), Move::released_out, c.to, {}, {});
                     if (c.to == account_) take(plain(c.ranges), Move::released, {}, {}, {});
                   },
                   [&](const registry::ExpireUnits& c) { give(held_of(plain(c.ranges)), Move::expired, {}, {}, {}); },
                   [](const auto&) {},
               },
        record.command);
  }

  History history;

 private:
  static std::vector<SerialRange> plain(const std::vector<registry::PublicRange>& ranges) {
    std::vector<SerialRange> out;
    for (const auto& r : ranges) out.push_back({r.batch, r.first, r.end});
    return out;
  }
  void allocate(BatchNumber batch, std::uint64_t first, const std::vector<registry::Allocation>& allocations, Move move) {
    for (const auto& a : allocations) {
      if (a.account == account_) take({{batch, first, first + a.amount}}, move, {}, {}, {});
      first += a.amount;
    }
  }
  void moved(AccountNumber from, AccountNumber to, const std::vector<SerialRange>& ranges, Move out, Move in, const std::string& price, std::optional<Date> agreed_on) {
    const auto stated = price.empty() ? std::nullopt : std::optional(Decimal::parse(price).value());
    if (from == account_) give(ranges, out, to, stated, agreed_on);
    if (to == account_) take(ranges, in, from, stated, agreed_on);
  }
  void offer(OfferNumber number, const std::vector<SerialRange>& ranges) {
    const auto& row = registry_.offers().offers.at(number);
    moved(row.from, row.to, ranges, Move::transfer_out, Move::transfer_in, row.price_yen_per_t, row.agreed_on);
  }
  void used(RetirementNumber number) {
    const auto& row = registry_.retirements().at(number);
    if (row.account == account_) give(row.ranges, Move::retired, {}, {}, {});
  }

  [[nodiscard]] CreditKind kind_of(BatchNumber batch) const {
    const auto& a = registry_.batches().at(batch).attributes;
    return {a.crediting_programme, a.credit_type, a.unit_kind};
  }
  // Units by kind, in the order of the ranges' kinds.
  [[nodiscard]] std::map<CreditKind, std::uint64_t> by_kind(const std::vector<SerialRange>& ranges) const {
    std::map<CreditKind, std::uint64_t> out;
    for (const auto& r : ranges) out[kind_of(r.batch)] += r.count();
    return out;
  }
  void note(Move move, const CreditKind& kind, std::uint64_t units, AccountNumber other, const std::optional<Decimal>& price, std::optional<Date> agreed_on, Rational cost) {
    Movement m;
    m.entry = record_->sequence;
    m.time = record_->header.time;
    m.date = record_->header.business_date;
    m.move = move;
    m.kind = kind;
    m.units = units;
    m.other = other;
    m.price = price;
    m.agreed_on = agreed_on;
    m.cost = std::move(cost);
    m.balance = history.stock[kind].units;
    history.movements.push_back(std::move(m));
  }
  void take(const std::vector<SerialRange>& ranges, Move move, AccountNumber other, const std::optional<Decimal>& price, std::optional<Date> agreed_on) {
    for (const auto& r : ranges) hold(r);
    for (const auto& [kind, units] : by_kind(ranges)) {
      auto& stock = history.stock[kind];
      const Rational cost = price ? Rational(*price) * Rational(Integer::from_u64(units)) : Rational();
      stock.units += units;
      stock.cost = stock.cost + cost;
      note(move, kind, units, other, price, agreed_on, cost);
    }
  }
  void give(const std::vector<SerialRange>& ranges, Move move, AccountNumber other, const std::optional<Decimal>& price, std::optional<Date> agreed_on) {
    for (const auto& r : ranges) let_go(r);
    for (const auto& [kind, units] : by_kind(ranges)) {
      auto& stock = history.stock[kind];
      // Whole yen (decision 11: who divides by data rounds there); what is over stays with the stock, and the last units take all of it.
      const Rational share = stock.units == 0 ? Rational() : stock.cost * Rational(Integer::from_u64(units)) / Rational(Integer::from_u64(stock.units));
      const Rational cost = units >= stock.units ? stock.cost : Rational(round_integer(share, Rounding::half_up));
      stock.units -= std::min(units, stock.units);
      stock.cost = stock.cost - cost;
      note(move, kind, units, other, price, agreed_on, cost);
    }
  }

  // Which serials the account has, for entries that name serials and no account.
  void hold(const SerialRange& r) { held_[r.batch][r.first] = r.end; }
  void let_go(const SerialRange& r) {
    auto& blocks = held_[r.batch];
    std::map<std::uint64_t, std::uint64_t> kept;
    for (const auto& [first, end] : blocks) {
      if (first < r.first) kept[first] = std::min(end, r.first);
      if (end > r.end) kept[std::max(first, r.end)] = end;
    }
    blocks = std::move(kept);
  }
  [[nodiscard]] std::vector<SerialRange> held_of(const std::vector<SerialRange>& ranges) const {
    std::vector<SerialRange> out;
    for (const auto& r : ranges) {
      const auto blocks = held_.find(r.batch);
      if (blocks == held_.end()) continue;
      for (const auto& [first, end] : blocks->second) {
        if (first < r.end && r.first < end) out.push_back({r.batch, std::max(first, r.first), std::min(end, r.end)});
      }
    }
    return out;
  }

  const registry::Registry& registry_;
  AccountNumber account_;
  const Record* record_ = nullptr;
  std::map<BatchNumber, std::map<std::uint64_t, std::uint64_t>> held_;
};

}  // namespace

Result<History> history_of(const Ledger& ledger, AccountNumber account) {
  // Others may write meanwhile. The last entry is taken before the state, so that the look-up knows whatever the entries up to it name.
  scheme::State now;
  SequenceNumber last;
  last = ledger.last();
  SUMI_CHECK(ledger.read([&](const scheme::State& state) { now = state; }));
  if (now.registry().accounts().find(account) == nullptr) return fail(registry::errors::account_unknown, {{"account", std::to_string(account.value)}});
  Follower follower(now, account);
  SUMI_CHECK(ledger.records({1}, [&](const Record& record) -> Result<void> {
    if (record.sequence <= last) follower.see(record);
    return {};
  }));
  return std::move(follower.history);
}

}  // namespace sumi::service
