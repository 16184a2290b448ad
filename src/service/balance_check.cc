#include "service/balance_check.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/limits.h"

namespace sumi::service {
namespace {

using Range = BalanceCheck::Range;
using Place = BalanceCheck::Place;
using Status = BalanceCheck::Status;

template <class R>
std::vector<Range> plain(const std::vector<R>& ranges) {
  std::vector<Range> out;
  for (const auto& r : ranges) out.push_back({r.batch, r.first, r.end});
  return out;
}
std::string text_of(const Range& r) { return "batch " + std::to_string(r.batch.value) + " serials " + std::to_string(r.first) + "-" + std::to_string(r.end - 1); }
std::string text_of(const Place& p) {
  static constexpr const char* words[] = {"held by", "set aside for a retirement by", "set aside for an offer by", "used up in"};
  return std::string(words[static_cast<std::size_t>(p.status)]) + " account " + std::to_string(p.account.value) + (p.number == 0 ? "" : " (" + std::to_string(p.number) + ")");
}

// Commands that move no unit. Any other that read() does not know is told.
constexpr bool moves_nothing(std::uint16_t type) {
  return (type >= 1 && type <= 17 && type != 7) || (type >= 60 && type < 200) || type == 23 || type == 24 || type == 26 || type == 27 || type == 28 || type == 33 || type == 38 || type == 39 ||
         type == 44 || type == 54 || type == 55 || type == 57 || type == 58 || type == 59;
}

}  // namespace

// What each kind of entry does with units, in the words of the vocabulary (registry/*commands.h).
struct BalanceReader {
  BalanceCheck& b;

  void request(const registry::RetirementRequested& outcome, AccountNumber account, registry::EndUse end_use) const {
    const auto ranges = plain(outcome.ranges);
    b.move(ranges, {account}, {account, Status::requested, outcome.retirement.value});
    b.requests_[outcome.retirement.value] = {account, {}, end_use, ranges};
  }
  void use(RetirementNumber number, registry::EndUse end_use, const std::vector<registry::PublicRange>& ranges) const {
    const auto open = b.requests_.find(number.value);
    if (open == b.requests_.end()) return b.tell("there is no open request " + std::to_string(number.value));
    b.move(plain(ranges), {open->second.from, Status::requested, number.value}, {used_in(end_use), Status::used, number.value});
    b.requests_.erase(open);
  }
  void give_back(std::map<std::uint64_t, BalanceCheck::Request>& open, std::uint64_t number, Status status) const {
    const auto found = open.find(number);
    if (found == open.end()) return b.tell("there is no open request or offer " + std::to_string(number));
    b.move(found->second.ranges, {found->second.from, status, number}, {found->second.from});
    open.erase(found);
  }
  void hand_over(OfferNumber offer) const {
    const auto found = b.offers_.find(offer.value);
    if (found == b.offers_.end()) return b.tell("there is no open offer " + std::to_string(offer.value));
    b.move(found->second.ranges, {found->second.from, Status::offered, offer.value}, {found->second.to});
    b.offers_.erase(found);
  }
  [[nodiscard]] AccountNumber used_in(registry::EndUse end_use) const {
    using registry::AccountKind;
    return b.account_for(end_use == registry::EndUse::retirement ? AccountKind::retirement : end_use == registry::EndUse::state_target ? AccountKind::government : AccountKind::cancellation);
  }

  void read(const registry::RequestAccount& c, const registry::AccountOpened& o) const { b.accounts_[o.account] = {c.kind, false}; }
  void read(const registry::DecideAccount& c, const registry::Nothing&) const { b.accounts_[c.account].open = c.approved; }
  void read(const registry::CloseAccount& c, const registry::Nothing&) const { b.accounts_[c.account].open = false; }
  void read(const registry::Issue& c, const registry::BatchIssued& o) const { b.create(o.batch, o.first, o.end, c.allocations, &BalanceCheck::Batch::issued); }
  void read(const registry::OpenBatch& c, const registry::BatchOpened& o) const { b.create(o.batch, c.first, c.end, c.allocations, &BalanceCheck::Batch::opened); }
  void read(const registry::OpenRetirement& c, const registry::RetirementOpened& o) const { b.move(plain(c.ranges), {c.account}, {used_in(c.end_use), Status::used, o.retirement.value}); }
  void read(const registry::DrawBuffer& c, const registry::RetirementOpened& o) const {
    b.move(plain(c.ranges), {b.account_for(registry::AccountKind::buffer)}, {b.account_for(registry::AccountKind::retirement), Status::used, o.retirement.value});
  }
  void read(const registry::Transfer& c, const registry::Moved& o) const { b.move(plain(o.ranges), {c.from}, {c.to}); }
  void read(const registry::RequestRetirement& c, const registry::RetirementRequested& o) const { request(o, c.account, c.end_use); }
  void read(const registry::ConfirmRetirement& c, const registry::Retired& o) const { use(c.retirement, o.end_use, o.ranges); }
  void read(const registry::WithdrawRetirement& c, const registry::Nothing&) const { give_back(b.requests_, c.retirement.value, Status::requested); }
  void read(const scheme::AdvanceTime&, const scheme::TimeAdvanced& o) const {
    for (const auto& lapsed : o.lapsed) give_back(b.requests_, lapsed.value, Status::requested);
  }
  void read(const registry::SucceedAccount& c, const registry::Moved& o) const {
    b.move(plain(o.ranges), {c.account}, {c.to});
    b.accounts_[c.account].open = false;
  }
  void read(const registry::OfferTransfer& c, const registry::TransferOffered& o) const {
    const auto ranges = plain(o.ranges);
    if (o.moved) return b.move(ranges, {c.from}, {c.to});
    b.move(ranges, {c.from}, {c.from, Status::offered, o.offer.value});
    b.offers_[o.offer.value] = {c.from, c.to, {}, ranges};
  }
  void read(const registry::ConfirmOffer& c, const registry::OfferConfirmed& o) const {
    if (o.moved) hand_over(c.offer);
  }
  void read(const registry::AcceptOffer& c, const registry::Moved&) const { hand_over(c.offer); }
  void read(const registry::EndOffer& c, const registry::Nothing&) const { give_back(b.offers_, c.offer.value, Status::offered); }
  void read(const scheme::LapseOffers&, const scheme::OffersLapsed& o) const {
    for (const auto& lapsed : o.offers) give_back(b.offers_, lapsed.value, Status::offered);
  }
  void read(const registry::AskReturn& c, const registry::ReturnAsked& o) const { b.returns_[o.number.value] = {c.from, c.to, {}, plain(c.ranges)}; }
  void read(const registry::DecideReturn& c, const registry::Moved& o) const {
    if (c.consents) b.move(plain(o.ranges), {b.returns_[c.number.value].from}, {b.returns_[c.number.value].to});
  }
  void read(const registry::CorrectRecord& c, const registry::Nothing&) const { b.move(plain(c.ranges), {c.from}, {c.to}); }
  void read(const registry::ApplyRetirement& c, const registry::RetirementRequested& o) const { request(o, c.account, c.end_use); }
  void read(const registry::ExecuteRetirement& c, const registry::RetirementExecuted& o) const { use(c.retirement, o.end_use, o.ranges); }
  void read(const registry::ImportUnits& c, const registry::BatchImported& o) const { b.create(o.batch, c.first, c.end, c.allocations, &BalanceCheck::Batch::imported); }
  void read(const registry::ExpireUnits& c, const registry::Nothing&) const { b.move(plain(c.ranges), {}, {b.account_for(registry::AccountKind::expiry), Status::used}); }
  void read(const registry::ReleaseBuffer& c, const registry::Nothing&) const { b.move(plain(c.ranges), {b.account_for(registry::AccountKind::buffer)}, {c.to}); }
};

namespace {
template <class C>
concept Moves = requires(const BalanceReader& r, const C& c, const typename C::Outcome& o) { r.read(c, o); };
}  // namespace

void BalanceCheck::add(SequenceNumber entry, const scheme::AnyCommand& command, const scheme::AnyOutcome& outcome) {
  entry_ = entry;
  std::visit(
      [&](const auto& c) {
        using C = std::decay_t<decltype(c)>;
        if constexpr (Moves<C>) BalanceReader{*this}.read(c, std::get<typename C::Outcome>(outcome));
        else if (!moves_nothing(scheme::type_of(command))) tell("the second calculation of balances does not know " + std::string(scheme::name_of(command)));
      },
      command);
}

void BalanceCheck::tell(const std::string& text) {
  if (findings_.size() < limits::findings_max) findings_.push_back("entry " + std::to_string(entry_.value) + ": " + text);
}

AccountNumber BalanceCheck::account_for(registry::AccountKind kind) const {
  for (const auto& [number, account] : accounts_) {
    if (account.kind == kind && account.open) return number;
  }
  return {};
}

void BalanceCheck::create(BatchNumber number, std::uint64_t first, std::uint64_t end, const std::vector<registry::Allocation>& allocations, std::uint64_t Batch::* how) {
  auto& batch = batches_[number];
  if (!batch.pieces.empty()) tell("batch " + std::to_string(number.value) + " is there already");
  batch.*how = end - first;
  for (const auto& a : allocations) {
    if (a.amount == 0) continue;
    batch.pieces[first] = {first + a.amount, {a.account}};
    amounts_[{number, a.account, Status::held}] += static_cast<std::int64_t>(a.amount);
    first += a.amount;
  }
  if (first != end) tell("the allocations of batch " + std::to_string(number.value) + " are not all of its units");
}

void BalanceCheck::move(const std::vector<Range>& ranges, const Place& from, const Place& to) {
  for (const auto& range : ranges) {
    auto& pieces = batches_[range.batch].pieces;
    // Cut at both ends, then every piece between them goes over.
    for (const auto at : {range.first, range.end}) {
      auto it = pieces.upper_bound(at);
      if (it == pieces.begin()) continue;
      --it;
      if (it->first == at || it->second.end <= at) continue;
      const Piece right = it->second;
      it->second.end = at;
      pieces[at] = right;
    }
    auto next = range.first;
    for (auto it = pieces.find(range.first); it != pieces.end() && it->first < range.end && it->first == next; ++it) {
      auto& piece = it->second;
      const auto& p = piece.place;
      const bool fits = p.status == from.status && p.number == from.number && (!from.account || p.account == from.account);
      if (!fits) tell(text_of({range.batch, it->first, piece.end}) + " are " + text_of(p) + ", and it takes what is " + text_of(from));
      const auto count = static_cast<std::int64_t>(piece.end - it->first);
      const auto giver = from.account ? from.account : p.account;
      amounts_[{range.batch, giver, from.status}] -= count;
      amounts_[{range.batch, to.account, to.status}] += count;
      piece.place = to;
      next = piece.end;
    }
    if (next != range.end) tell(text_of(range) + " are not there");
  }
}

namespace {

Place place_of(const registry::BlockRow& block) {
  using registry::BlockStatus, registry::EscrowReason;
  if (block.status == BlockStatus::held) return {block.account};
  if (block.status == BlockStatus::used) return {block.account, Status::used, block.retirement.value};
  if (block.reason == EscrowReason::retirement) return {block.account, Status::requested, block.retirement.value};
  return {block.account, Status::offered, 0};
}

// Neighbours in one place are one range, on both sides.
void join(std::vector<std::pair<Range, Place>>& list, const Range& range, const Place& place) {
  if (!list.empty() && list.back().second == place && list.back().first.end == range.first) list.back().first.end = range.end;
  else list.emplace_back(range, place);
}

}  // namespace

void BalanceCheck::compare_batch(BatchNumber number, const Batch& batch, const scheme::State& state, std::vector<std::string>& findings) const {
  const auto& registry = state.registry();
  const auto name = "balances: batch " + std::to_string(number.value) + ": ";
  std::vector<std::pair<Range, Place>> ours, theirs;
  for (const auto& [first, piece] : batch.pieces) {
    Place place = piece.place;
    if (place.status == Status::offered) place.number = 0;  // the state's block does not name the offer
    join(ours, {number, first, piece.end}, place);
  }
  for (auto it = registry.blocks().lower_bound({number, 0}); it != registry.blocks().end() && it->first.batch == number; ++it) join(theirs, {number, it->first.first, it->second.end}, place_of(it->second));
  for (std::size_t i = 0; i < std::max(ours.size(), theirs.size()); ++i) {
    const auto say = [&](const auto& list) { return i < list.size() ? text_of(list[i].first) + " are " + text_of(list[i].second) : std::string("nothing more"); };
    const bool same = i < ours.size() && i < theirs.size() && ours[i].first.first == theirs[i].first.first && ours[i].first.end == theirs[i].first.end && ours[i].second == theirs[i].second;
    if (same) continue;
    findings.push_back(name + "by the entries " + say(ours) + ", by the state " + say(theirs));
    break;
  }
  // Totals from the amounts alone.
  registry::BatchTotals sum;
  sum.opened = batch.opened, sum.issued = batch.issued, sum.imported = batch.imported;
  for (auto it = amounts_.lower_bound({number, {}, Status::held}); it != amounts_.end() && std::get<0>(it->first) == number; ++it) {
    const auto [unused, account, status] = it->first;
    const auto amount = static_cast<std::uint64_t>(it->second);
    const auto known = accounts_.find(account);
    const auto kind = known == accounts_.end() ? registry::AccountKind::holding : known->second.kind;
    if (it->second < 0) findings.push_back(name + "account " + std::to_string(account.value) + " gave " + std::to_string(-it->second) + " t more than it had");
    else if (status == Status::held) (kind == registry::AccountKind::buffer ? sum.buffer : sum.held) += amount;
    else if (status != Status::used) sum.escrowed += amount;
    else if (kind == registry::AccountKind::retirement) sum.retired += amount;
    else if (kind == registry::AccountKind::government) sum.retired_for_state += amount;
    else if (kind == registry::AccountKind::cancellation) sum.cancelled += amount;
    else sum.expired += amount;
  }
  const auto* totals = registry.totals().find(number);
  if (totals == nullptr || !(*totals == sum)) findings.push_back(name + "the sums of the entries are not the totals of the state");
  if (sum.in() != sum.out()) findings.push_back(name + "conservation is broken by the sums of the entries");
}

std::vector<std::string> BalanceCheck::compare(const scheme::State& state) const {
  auto findings = findings_;
  const auto& registry = state.registry();
  for (const auto& [number, batch] : batches_) {
    if (findings.size() >= limits::findings_max) return findings;
    compare_batch(number, batch, state, findings);
  }
  for (const auto& [number, row] : registry.batches()) {
    if (!batches_.contains(number)) findings.push_back("balances: no entry made batch " + std::to_string(number.value));
  }
  // What each account has free by the index from which transfers are picked, and what is set aside and used.
  std::map<AccountNumber, std::map<Status, std::int64_t>> ours, theirs;
  for (const auto& [key, amount] : amounts_) {
    if (amount != 0) ours[std::get<1>(key)][std::get<2>(key)] += amount;
  }
  for (const auto& [key, block] : registry.blocks()) {
    if (block.status != registry::BlockStatus::held) theirs[block.account][place_of(block).status] += static_cast<std::int64_t>(block.end - key.first);
  }
  for (const auto& [number, row] : registry.accounts()) {
    std::int64_t free = 0;
    for (const auto& range : registry.free_ranges(number)) free += static_cast<std::int64_t>(range.count());
    if (free != 0) theirs[number][Status::held] = free;
    const auto known = accounts_.find(number);
    if (known == accounts_.end() || known->second.kind != row.kind) findings.push_back("balances: no entry opened account " + std::to_string(number.value));
  }
  for (const auto* side : {&ours, &theirs}) {
    for (const auto& [account, amounts] : *side) {
      const bool same = ours.contains(account) && theirs.contains(account) && ours.at(account) == theirs.at(account);
      if (!same && (side == &ours || !ours.contains(account))) findings.push_back("balances: account " + std::to_string(account.value) + " has other amounts by the entries than by the state");
    }
  }
  return findings;
}

}  // namespace sumi::service
