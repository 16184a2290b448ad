// The registry as a list: one entry per unit that says who has it and what it waits for. It knows no interval, no index and no shortcut, and is there to be compared with the
// real one (model_play_test.h). Whoever reads the rules finds them here a second time, as plainly as they can be said:
//
//   naive_accounts_test.h   accounts, agents, batches that come in
//   naive_transfers_test.h  transfers, offers, returns, corrections, restrictions, labels
//   naive_uses_test.h       retirement, certificates, sites, the buffer, expiry
//   naive_article6_test.h   authorisations and adjustments
//
// Each has two functions per command: judge() collects every rule that the command breaks, happen() says what comes of it and writes it into the list.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "base/limits.h"
#include "base/number.h"
#include "registry/registry.h"

namespace sumi::registry::naive {

using Serial = std::pair<std::uint64_t, std::uint64_t>;  // batch, serial

struct Unit {
  AccountNumber account;
  BlockStatus status = BlockStatus::held;
  EscrowReason reason = EscrowReason::none;
  RetirementNumber retirement = {};
  bool seam = false;  // two allocations of one account meet here; stands until a unit beside it is given again
};

// What comes in with a command beside its fields.
struct World {
  Act act;
  bool secretariat = false;
  const Relations* relations = nullptr;
  const RegistryRules* rules = nullptr;
  std::optional<IssueLine> line;   // of an issue; nothing: there is no such certification
  std::optional<BufferNeed> need;  // of a draw; nothing: there is no such reversal
  std::string user_name, corporate_number;
  [[nodiscard]] Date today() const { return act.time.date_in_japan(); }
};

// Every rule that a command breaks. The order of precedence is the number (errors.h).
class Wrongs {
 public:
  void add(bool broken, const ErrorDef& def) {
    if (broken) all_[def.number] = &def;
  }
  [[nodiscard]] bool none() const { return all_.empty(); }
  [[nodiscard]] bool has(const ErrorDef& def) const { return all_.contains(def.number); }
  [[nodiscard]] const ErrorDef* lowest() const { return all_.empty() ? nullptr : all_.begin()->second; }
  [[nodiscard]] std::string names() const {
    std::string out;
    for (const auto& [number, def] : all_) out += (out.empty() ? "" : ", ") + std::string(def->name);
    return out.empty() ? "nothing" : out;
  }

 private:
  std::map<std::uint16_t, const ErrorDef*> all_;
};

template <class Key, class Row>
Bytes bytes_of(const std::map<Key, Row>& rows) {
  ByteWriter w;
  w.varint(rows.size());
  for (const auto& [key, row] : rows) {
    encode_value(w, key);
    encode_value(w, row);
  }
  return w.take();
}

template <class Ranges>
std::vector<SerialRange> serials(const Ranges& ranges) {
  std::vector<SerialRange> out;
  for (const auto& r : ranges) out.push_back({r.batch, r.first, r.end});
  return out;
}

struct Book {
  std::map<Serial, Unit> units;
  std::map<std::uint64_t, BatchRow> batches;
  std::map<std::uint64_t, std::uint64_t BatchTotals::*> came;  // how a batch came in
  std::map<AccountNumber, AccountRow> accounts;
  std::map<RetirementNumber, RetirementRow> retirements;
  std::vector<std::pair<BatchNumber, LabelRow>> labels;
  std::map<AccountNumber, DocumentsRow> documents;
  std::map<AccountNumber, ControlRow> controls;
  std::map<AgentKey, AgentRow> agents;
  std::map<OfferNumber, OfferRow> offers;
  std::map<ReturnNumber, ReturnRow> returns;
  std::map<RestrictionNumber, RestrictionRow> restrictions;
  std::map<RetirementNumber, UseRow> uses;
  std::map<std::uint64_t, CertificatesRow> certificates;
  std::map<SiteKey, SiteRow> sites;
  std::map<BatchNumber, ImportRow> imports;
  std::map<AuthorisationNumber, AuthorisationRow> authorisations;
  std::map<FirstTransferKey, FirstTransferRow> first_transfers;
  std::map<AdjustmentKey, AdjustmentRow> adjustments;

  // ---- looking ----

  [[nodiscard]] const AccountRow* account(AccountNumber number) const {
    const auto it = accounts.find(number);
    return it == accounts.end() ? nullptr : &it->second;
  }
  static bool stands(const AccountRow& a) { return a.status == AccountStatus::open || a.status == AccountStatus::suspended; }
  static bool is_open(const OfferRow& o) { return o.status == OfferStatus::waits_for_second || o.status == OfferStatus::offered; }
  [[nodiscard]] AccountNumber system(AccountKind kind) const {
    for (const auto& [number, row] : accounts) {
      if (row.kind == kind && row.status == AccountStatus::open) return number;
    }
    return {};
  }
  [[nodiscard]] AccountNumber system(EndUse use) const {
    return system(use == EndUse::retirement ? AccountKind::retirement : use == EndUse::state_target ? AccountKind::government : AccountKind::cancellation);
  }
  [[nodiscard]] bool may(AccountNumber number, const World& w, bool AgentRow::* scope) const {
    if (accounts.at(number).organisation == w.act.on_behalf_of) return true;
    const auto it = agents.find({number, w.act.on_behalf_of});
    return it != agents.end() && it->second.*scope && it->second.from <= w.today() && w.today() <= it->second.until;
  }
  [[nodiscard]] bool second_asked(AccountNumber number, std::uint64_t amount) const {
    const auto it = controls.find(number);
    return it != controls.end() && it->second.second_person && amount > it->second.above;
  }
  // The last label that holds on that day decides; a dispute or a seizure blocks whatever a label says.
  [[nodiscard]] bool suspended(const Serial& s, Date on) const {
    bool is = false;
    for (const auto& [batch, l] : labels) {
      if (l.kind == LabelKind::suspended && batch.value == s.first && l.first <= s.second && s.second < l.end && l.from <= on) is = l.set;
    }
    for (const auto& [number, r] : restrictions) {
      if (r.kind == RestrictionKind::trust || on < r.from || (r.lifted_from && *r.lifted_from <= on)) continue;
      if (contains(serials(r.ranges), s)) is = true;
    }
    return is;
  }
  static bool contains(const std::vector<SerialRange>& ranges, const Serial& s) {
    return std::any_of(ranges.begin(), ranges.end(), [&](const auto& r) { return r.batch.value == s.first && r.first <= s.second && s.second < r.end; });
  }
  [[nodiscard]] bool inside(const SerialRange& r) const {
    const auto it = batches.find(r.batch.value);
    return it != batches.end() && r.first >= it->second.first && r.end <= it->second.end;
  }
  // One by one, in the order named; those outside of their batch are left out.
  [[nodiscard]] std::vector<Serial> each(const std::vector<SerialRange>& ranges) const {
    std::vector<Serial> out;
    for (const auto& r : ranges) {
      if (!inside(r)) continue;
      for (auto s = r.first; s < r.end; ++s) out.emplace_back(r.batch.value, s);
    }
    return out;
  }
  template <class F>
  bool any_of(const std::vector<SerialRange>& ranges, F holds) const {
    const auto all = each(ranges);
    return std::any_of(all.begin(), all.end(), holds);
  }
  static std::uint64_t count(const std::vector<SerialRange>& ranges) {
    std::uint64_t sum = 0;
    for (const auto& r : ranges) sum += r.end - r.first;
    return sum;
  }

  // ---- rules that many commands share ----

  void judge_form(const std::vector<SerialRange>& ranges, Wrongs& w) const {
    w.add(ranges.empty(), errors::selection_missing);
    w.add(ranges.size() > limits::ranges_per_command_max, errors::ranges_too_many);
    for (const auto& r : ranges) {
      w.add(r.first >= r.end, errors::range_empty);
      w.add(!batches.contains(r.batch.value), errors::batch_unknown);
    }
  }
  void judge_place(const std::vector<SerialRange>& ranges, Wrongs& w) const {
    for (const auto& r : ranges) w.add(batches.contains(r.batch.value) && !inside(r), errors::range_outside_batch);
    const auto all = each(ranges);
    w.add(std::set<Serial>(all.begin(), all.end()).size() != all.size(), errors::ranges_overlap);
  }
  void judge_price(const std::string& price, Wrongs& w) const {
    const auto digit = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
    const bool number = std::all_of(price.begin(), price.end(), digit);
    const bool more_than_nothing = std::any_of(price.begin(), price.end(), [](char c) { return c >= '1' && c <= '9'; });
    w.add(!price.empty() && !(number && more_than_nothing), errors::price_syntax);
  }
  void judge_units(AccountNumber from, const std::vector<SerialRange>& ranges, Date on, Date business_date, Wrongs& w) const {
    judge_place(ranges, w);
    std::set<UnitKind> kinds;
    for (const auto& s : each(ranges)) {
      const auto& u = units.at(s);
      const auto& batch = batches.at(s.first);
      w.add(u.account != from || u.status == BlockStatus::used, errors::units_elsewhere);
      w.add(u.status == BlockStatus::escrowed, errors::units_in_escrow);
      w.add(suspended(s, on), errors::units_suspended);
      w.add(business_date < batch.issued_on, errors::date_before_units);
      kinds.insert(batch.attributes.unit_kind);
    }
    w.add(kinds.size() > 1, errors::unit_kinds_mixed);
  }
  // Oldest vintage, certification, batch, serial.
  [[nodiscard]] std::vector<Serial> free_units(AccountNumber account) const {
    std::vector<std::tuple<std::int32_t, std::uint64_t, std::uint64_t, std::uint64_t>> found;
    for (const auto& [s, u] : units) {
      if (u.account != account || u.status != BlockStatus::held) continue;
      const auto& a = batches.at(s.first).attributes;
      found.emplace_back(a.vintage.number, a.certification.value, s.first, s.second);
    }
    std::sort(found.begin(), found.end());
    std::vector<Serial> out;
    for (const auto& [vintage, certification, batch, serial] : found) out.emplace_back(batch, serial);
    return out;
  }
  [[nodiscard]] std::vector<Serial> fitting(AccountNumber account, const Pick& p, Date on) const {
    auto found = free_units(account);
    std::erase_if(found, [&](const Serial& s) {
      const auto& a = batches.at(s.first).attributes;
      const bool named = p.batch || !p.credit_type.empty();  // units of another programme are taken by name only
      return (p.batch && p.batch.value != s.first) || (!p.credit_type.empty() && p.credit_type != a.credit_type) || (p.project && p.project != a.project) || p.unit_kind != a.unit_kind ||
             (!named && imports.contains({s.first})) || suspended(s, on);
    });
    if (found.size() > p.amount) found.resize(static_cast<std::size_t>(p.amount));
    return found;
  }
  // The units that a selection names or takes.
  [[nodiscard]] std::vector<SerialRange> chosen(AccountNumber from, const Selection& selection, Date on) const {
    if (selection.pick) return joined(fitting(from, *selection.pick, on));
    auto out = selection.ranges;
    std::sort(out.begin(), out.end());
    return out;
  }
  static std::vector<SerialRange> joined(const std::vector<Serial>& all) {
    std::vector<SerialRange> out;
    for (const auto& [batch, serial] : all) {
      const bool next = !out.empty() && out.back().batch.value == batch && out.back().end == serial;
      if (next) ++out.back().end;
      else out.push_back({{batch}, serial, serial + 1});
    }
    return out;
  }
  void judge_selection_form(const Selection& selection, Wrongs& w) const {
    w.add(selection.ranges.empty() != selection.pick.has_value(), errors::selection_missing);
    if (selection.pick) {
      w.add(selection.pick->amount == 0, errors::amount_zero);
      w.add(selection.pick->batch && !batches.contains(selection.pick->batch.value), errors::batch_unknown);
    } else {
      judge_form(selection.ranges, w);
    }
  }
  void judge_selection(AccountNumber from, const Selection& selection, const World& world, Wrongs& w) const {
    judge_selection_form(selection, w);
    if (!selection.pick) return judge_units(from, selection.ranges, world.today(), world.act.business_date, w);
    const auto found = fitting(from, *selection.pick, world.today());
    w.add(found.size() < selection.pick->amount, errors::insufficient_units);
    for (const auto& s : found) w.add(world.act.business_date < batches.at(s.first).issued_on, errors::date_before_units);
  }

  // ---- writing ----

  void give(const Serial& s, const Unit& to) {
    units[s] = to;
    if (const auto next = units.find({s.first, s.second + 1}); next != units.end()) next->second.seam = false;
  }
  void give(const std::vector<SerialRange>& ranges, const Unit& to) {
    for (const auto& s : each(ranges)) give(s, to);
  }
  void put_batch(const BatchRow& row, std::uint64_t BatchTotals::* how, const std::vector<Allocation>& allocations) {
    const auto number = batches.size() + 1;
    batches[number] = row;
    came[number] = how;
    auto serial = row.first;
    for (const auto& a : allocations) {
      for (std::uint64_t i = 0; i < a.amount; ++i) units[{number, serial++}] = Unit{a.account, BlockStatus::held, EscrowReason::none, {}, i == 0};
    }
  }

  // ---- the state as the store writes it down ----

  [[nodiscard]] std::vector<std::pair<BlockKey, BlockRow>> blocks() const {
    std::vector<std::pair<BlockKey, BlockRow>> out;
    for (const auto& [s, u] : units) {
      if (!out.empty() && !u.seam) {
        auto& [key, row] = out.back();
        const bool follows = key.batch.value == s.first && row.end == s.second;
        if (follows && row.account == u.account && row.status == u.status && row.reason == u.reason && row.retirement == u.retirement) {
          ++row.end;
          continue;
        }
      }
      out.push_back({{{s.first}, s.second}, {s.second + 1, u.account, u.status, u.reason, u.retirement}});
    }
    return out;
  }
  [[nodiscard]] std::uint64_t BatchTotals::* bucket(const Unit& u) const {
    const auto kind = accounts.at(u.account).kind;
    if (u.status == BlockStatus::held) return kind == AccountKind::buffer ? &BatchTotals::buffer : &BatchTotals::held;
    if (u.status == BlockStatus::escrowed) return &BatchTotals::escrowed;
    switch (kind) {
      case AccountKind::retirement: return &BatchTotals::retired;
      case AccountKind::government: return &BatchTotals::retired_for_state;
      case AccountKind::expiry: return &BatchTotals::expired;
      default: return &BatchTotals::cancelled;
    }
  }
  // Every table of the dump by its name, in the dump's order.
  [[nodiscard]] std::vector<std::pair<std::string, Bytes>> tables() const {
    std::map<BatchNumber, BatchRow> batch_rows;
    std::map<BatchNumber, BatchTotals> totals;
    for (const auto& [number, row] : batches) {
      batch_rows[{number}] = row;
      totals[{number}].*came.at(number) = row.end - row.first;
    }
    for (const auto& [s, u] : units) ++(totals.at({s.first}).*bucket(u));
    std::map<BlockKey, BlockRow> block_rows;
    for (const auto& [key, row] : blocks()) block_rows[key] = row;
    std::map<LabelKey, LabelRow> label_rows;
    for (std::size_t i = 0; i < labels.size(); ++i) label_rows[{labels[i].first, i + 1}] = labels[i].second;
    std::map<RetirementNumber, std::uint64_t> divided;
    for (const auto& [first, row] : certificates) divided[row.retirement] += row.grams;
    return {{"counters", counters()}, {"accounts", bytes_of(accounts)}, {"batches", bytes_of(batch_rows)}, {"totals", bytes_of(totals)}, {"blocks", bytes_of(block_rows)},
            {"retirements", bytes_of(retirements)}, {"labels", bytes_of(label_rows)}, {"documents", bytes_of(documents)}, {"controls", bytes_of(controls)}, {"agents", bytes_of(agents)},
            {"offers", bytes_of(offers)}, {"returns", bytes_of(returns)}, {"restrictions", bytes_of(restrictions)}, {"uses", bytes_of(uses)}, {"certificates", bytes_of(certificates)},
            {"divided_grams", bytes_of(divided)}, {"sites", bytes_of(sites)}, {"imports", bytes_of(imports)}, {"authorisations", bytes_of(authorisations)},
            {"first_transfers", bytes_of(first_transfers)}, {"adjustments", bytes_of(adjustments)}};
  }
  // One row of four numbers: the last account, batch, retirement and label. No row before the first of them.
  [[nodiscard]] Bytes counters() const {
    ByteWriter w;
    const bool any = !accounts.empty();
    w.varint(any ? 1 : 0);
    if (any) {
      for (const std::uint64_t n : {std::uint64_t{0}, std::uint64_t{accounts.size()}, std::uint64_t{batches.size()}, std::uint64_t{retirements.size()}, std::uint64_t{labels.size()}}) w.varint(n);
    }
    return w.take();
  }
};

}  // namespace sumi::registry::naive
