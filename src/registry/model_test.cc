// The registry against a naive model that writes down the owner of every single unit, under random commands.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include "base/test_support.h"
#include "registry/registry.h"

namespace sumi::registry {
namespace {

struct TwoOrganisations final : Relations {
  bool belongs(PersonId, OrganisationNumber) const override { return false; }
  bool exists(OrganisationNumber o) const override { return o.value >= 1 && o.value <= 2; }
  bool related(OrganisationNumber a, OrganisationNumber b) const override { return a == b; }
};

struct Unit {
  AccountNumber owner;
  RetirementNumber request;  // set aside for it, or used up by it
  bool used = false;
};
struct ModelBatch {
  std::int32_t vintage = 0;
  std::uint64_t certification = 0;
  std::uint64_t project = 0;
  std::string credit_type;
  UnitKind kind = UnitKind::tco2;
  std::vector<Unit> units;  // serial 1 is units[0]
};
struct ModelRequest {
  AccountNumber account;
  EndUse use = EndUse::retirement;
  bool open = true;
  Instant lapses;
};
struct ModelLabel {
  std::uint64_t batch = 0, first = 0, end = 0;
  Date from;
  bool set = true;
};
struct Model {
  std::map<std::uint64_t, ModelBatch> batches;
  std::map<std::uint64_t, ModelRequest> requests;
  std::vector<ModelLabel> labels;

  // The last label that holds on that day decides.
  bool suspended(std::uint64_t batch, std::uint64_t serial, Date on) const {
    bool is = false;
    for (const auto& l : labels) {
      if (l.batch == batch && l.from <= on && l.first <= serial && serial < l.end) is = l.set;
    }
    return is;
  }
  bool free(const Unit& u, AccountNumber account) const { return u.owner == account && !u.request && !u.used; }

  using Serial = std::pair<std::uint64_t, std::uint64_t>;  // batch, serial
  std::vector<Serial> pick(AccountNumber account, const Pick& p, Date on) const {
    std::vector<std::tuple<std::int32_t, std::uint64_t, std::uint64_t, std::uint64_t>> fit;
    for (const auto& [number, b] : batches) {
      if (b.kind != p.unit_kind || (p.batch && p.batch.value != number) || (p.project && p.project.value != b.project)) continue;
      if (!p.credit_type.empty() && p.credit_type != b.credit_type) continue;
      for (std::uint64_t s = 1; s <= b.units.size(); ++s) {
        if (free(b.units[s - 1], account) && !suspended(number, s, on)) fit.emplace_back(b.vintage, b.certification, number, s);
      }
    }
    std::sort(fit.begin(), fit.end());
    std::vector<Serial> out;
    for (const auto& [vintage, certification, batch, serial] : fit) {
      if (out.size() < p.amount) out.emplace_back(batch, serial);
    }
    return out;
  }
};

std::vector<Model::Serial> expanded(const std::vector<SerialRange>& ranges) {
  std::vector<Model::Serial> out;
  for (const auto& r : ranges) {
    for (auto s = r.first; s < r.end; ++s) out.emplace_back(r.batch.value, s);
  }
  return out;
}

class Game {
 public:
  explicit Game(std::uint64_t seed) : random_(seed) {
    act_.time = Instant{1'795'305'600'000};  // 2026-11-22
    act_.business_date = act_.time.date_in_japan();
    act_.on_behalf_of = {1};
    for (int i = 0; i < 4; ++i) holding_.push_back(open(AccountKind::holding, "部" + std::to_string(i)));
    open(AccountKind::retirement, "");
    open(AccountKind::government, "");
    open(AccountKind::cancellation, "");
    buffer_ = open(AccountKind::buffer, "");
    rules_.purposes["any"].end_uses = {EndUse::retirement, EndUse::state_target, EndUse::cancellation};
  }

  void step() {
    act_.time.ms += static_cast<std::int64_t>(random_() % 4 == 0 ? random_() % 86'400'000 : 0);
    act_.business_date = act_.time.date_in_japan();
    switch (random_() % 12) {
      case 0: return issue();
      case 1: return confirm();
      case 2: return withdraw();
      case 3: return lapse();
      case 4: return label();
      case 5:
      case 6: return retire();
      default: return transfer();
    }
  }

  void compare() const {
    for (const auto& finding : registry_.check()) ADD_FAILURE() << finding;
    ASSERT_EQ(registry_.batches().size(), model_.batches.size());
    std::map<AccountNumber, std::uint64_t> held, escrowed, used_in;
    for (const auto& [number, b] : model_.batches) {
      std::map<AccountKind, std::uint64_t> used;
      BatchTotals expected;
      expected.issued = b.units.size();
      std::uint64_t serial = 1;
      for (auto it = registry_.blocks().lower_bound({{number}, 0}); it != registry_.blocks().end() && it->first.batch.value == number; ++it) {
        ASSERT_EQ(it->first.first, serial);
        for (; serial < it->second.end; ++serial) {
          const auto& u = b.units.at(serial - 1);
          ASSERT_EQ(it->second.account, u.owner) << "batch " << number << " serial " << serial;
          ASSERT_EQ(it->second.retirement, u.request) << "batch " << number << " serial " << serial;
          ASSERT_EQ(it->second.status, u.used ? BlockStatus::used : u.request ? BlockStatus::escrowed : BlockStatus::held);
          const auto kind = registry_.accounts().at(u.owner).kind;
          if (!u.used && u.request) ++expected.escrowed;
          else if (u.used) ++(kind == AccountKind::retirement ? expected.retired : kind == AccountKind::government ? expected.retired_for_state : expected.cancelled);
          else ++(kind == AccountKind::buffer ? expected.buffer : expected.held);
          if (!u.used && !u.request && b.kind == UnitKind::tco2) ++held[u.owner];
          if (!u.used && u.request && b.kind == UnitKind::tco2) ++escrowed[u.owner];
          if (u.used && b.kind == UnitKind::tco2) ++used_in[u.owner];
        }
      }
      ASSERT_EQ(serial, b.units.size() + 1);
      ASSERT_EQ(registry_.totals().at({number}), expected);
      ASSERT_EQ(expected.in(), expected.out());
    }
    for (const auto& [account, row] : registry_.accounts()) {
      const auto balance = registry_.balance(account);
      ASSERT_EQ(balance.held, held[account]);
      ASSERT_EQ(balance.escrowed, escrowed[account]);
      ASSERT_EQ(balance.used, used_in[account]);
    }
  }

  Bytes dump() const {
    ByteWriter w;
    registry_.dump(w);
    return w.take();
  }
  // What was loaded has the same dump, the same picking order and the same things due.
  void reload() {
    const auto bytes = dump();
    Registry other;
    ByteReader r(bytes);
    other.load(r);
    r.expect_end();
    for (const auto account : holding_) ASSERT_EQ(other.free_ranges(account), registry_.free_ranges(account));
    ASSERT_EQ(other.due({INT64_MAX}), registry_.due({INT64_MAX}));
    registry_ = std::move(other);
    ASSERT_EQ(dump(), bytes);
  }

  // A group of commands that is taken back, or kept.
  void group() {
    const auto bytes = dump();
    const auto model = model_;
    const auto time = act_;
    std::vector<std::vector<SerialRange>> free;
    for (const auto account : holding_) free.push_back(registry_.free_ranges(account));
    registry_.begin_group();
    for (auto n = 1 + random_() % 6; n > 0; --n) step();
    if (random_() % 2 == 0) return registry_.keep_group();
    registry_.undo_group();
    model_ = model;
    act_ = time;
    ASSERT_EQ(dump(), bytes) << "a group that was taken back left something";
    for (std::size_t i = 0; i < holding_.size(); ++i) ASSERT_EQ(registry_.free_ranges(holding_[i]), free[i]);
  }

  std::map<std::string, int> seen;  // what happened how often

 private:
  std::uint64_t below(std::uint64_t n) { return random_() % n; }
  AccountNumber any_holding() { return holding_[below(holding_.size())]; }

  AccountNumber open(AccountKind kind, const std::string& department) {
    const RequestAccount c{{1}, kind, department, false};
    const auto opened = registry_.decide(c, act_, relations_, true).value();
    registry_.apply(c, opened, act_);
    const DecideAccount yes{opened.account, true, ""};
    registry_.apply(yes, registry_.decide(yes, act_, rules_).value(), act_);
    return opened.account;
  }

  void issue() {
    if (model_.batches.size() >= 40) return;
    ModelBatch b;
    b.vintage = static_cast<std::int32_t>(2018 + below(6));
    b.certification = 1 + below(5);
    b.project = 1 + below(3);
    b.credit_type = below(2) == 0 ? "ER" : "ERL";
    b.kind = below(4) == 0 ? UnitKind::kwh : UnitKind::tco2;
    Issue c;
    for (auto n = 1 + below(3); n > 0; --n) {
      const auto account = below(8) == 0 ? buffer_ : any_holding();
      const auto amount = 1 + below(20);
      c.allocations.push_back({account, amount});
      b.units.insert(b.units.end(), amount, Unit{account, {}, false});
    }
    IssueLine line;
    line.amount = b.units.size() + (below(10) == 0 ? 1 : 0);
    line.attributes.vintage = {b.vintage};
    line.attributes.certification = {b.certification};
    line.attributes.project = {b.project};
    line.attributes.credit_type = b.credit_type;
    line.attributes.unit_kind = b.kind;
    const auto outcome = registry_.decide(c, act_, line);
    if (line.amount != b.units.size()) {
      ASSERT_FALSE(outcome);
      ASSERT_EQ(outcome.error().def, &errors::allocation_sum);
      return;
    }
    ASSERT_TRUE(outcome);
    ASSERT_EQ(outcome->first, 1u);
    registry_.apply(c, *outcome, act_);
    model_.batches[outcome->batch.value] = std::move(b);
    ++seen["issued"];
  }

  // By amount with filters, or by ranges that may well be wrong.
  Selection random_selection(AccountNumber account) {
    Selection s;
    if (below(2) == 0) {
      Pick p;
      p.amount = 1 + below(30);
      if (below(3) == 0) p.credit_type = below(2) == 0 ? "ER" : "ERL";
      if (below(4) == 0) p.project = {1 + below(3)};
      if (below(5) == 0 && !model_.batches.empty()) p.batch = {1 + below(model_.batches.size())};
      if (below(5) == 0) p.unit_kind = UnitKind::kwh;
      s.pick = p;
      return s;
    }
    auto mine = registry_.free_ranges(account);
    std::vector<SerialRange> escrowed;
    for (const auto& [key, row] : registry_.blocks()) {
      if (row.account == account && row.status == BlockStatus::escrowed) escrowed.push_back({key.batch, key.first, row.end});
    }
    if (!escrowed.empty() && below(3) == 0) mine = escrowed;
    for (auto n = 1 + below(3); n > 0; --n) {
      if (!mine.empty() && below(4) != 0) {
        auto r = mine[below(mine.size())];
        const auto size = r.count();
        r.first += below(size);
        r.end = r.first + 1 + below(r.end - r.first);
        s.ranges.push_back(r);
      } else if (!model_.batches.empty()) {
        const auto batch = 1 + below(model_.batches.size());
        const auto first = 1 + below(20);
        s.ranges.push_back({{batch}, first, first + 1 + below(10)});
      }
    }
    if (s.ranges.empty()) s.pick = Pick{};  // amount 0
    return s;
  }

  // The serials, or the name of the refusal.
  std::pair<std::vector<Model::Serial>, std::string> expect(AccountNumber account, const Selection& s) const {
    const Date on = act_.time.date_in_japan();
    if (s.pick) {
      if (s.pick->amount == 0) return {{}, "amount_zero"};
      if (s.pick->batch && !model_.batches.contains(s.pick->batch.value)) return {{}, "batch_unknown"};
      auto picked = model_.pick(account, *s.pick, on);
      if (picked.size() < s.pick->amount) return {{}, "insufficient_units"};
      return {picked, ""};
    }
    auto serials = expanded(s.ranges);
    std::set<std::string> wrong;
    for (const auto& [batch, serial] : serials) {
      if (!model_.batches.contains(batch)) return {{}, "batch_unknown"};
    }
    for (const auto& [batch, serial] : serials) {
      if (serial > model_.batches.at(batch).units.size()) return {{}, "range_outside_batch"};
    }
    std::sort(serials.begin(), serials.end());
    if (std::adjacent_find(serials.begin(), serials.end()) != serials.end()) return {{}, "ranges_overlap"};
    for (const auto& [batch, serial] : serials) {
      const auto& b = model_.batches.at(batch);
      const auto& u = b.units[serial - 1];
      if (u.owner != account || u.used) wrong.insert("a units_elsewhere");
      else if (u.request) wrong.insert("b units_in_escrow");
      if (model_.suspended(batch, serial, on)) wrong.insert("c units_suspended");
      if (b.kind != model_.batches.at(serials.front().first).kind) wrong.insert("d unit_kinds_mixed");
    }
    if (!wrong.empty()) return {{}, wrong.begin()->substr(2)};
    return {serials, ""};
  }

  template <class Outcome>
  bool agrees(const Result<Outcome>& outcome, const std::pair<std::vector<Model::Serial>, std::string>& expected) {
    const std::string name = outcome ? "" : std::string(outcome.error().def->name);
    EXPECT_EQ(name, expected.second);
    ++seen[name.empty() ? "accepted" : name];
    if (!outcome || name != expected.second) return false;
    EXPECT_EQ(expanded(outcome->ranges), expected.first);
    return true;
  }

  void transfer() {
    Transfer c;
    c.from = any_holding();
    c.to = any_holding();
    if (c.from == c.to) return;
    c.selection = random_selection(c.from);
    const auto expected = expect(c.from, c.selection);
    const auto outcome = registry_.decide(c, act_);
    if (!agrees(outcome, expected)) return;
    registry_.apply(c, *outcome, act_);
    for (const auto& [batch, serial] : expected.first) model_.batches[batch].units[serial - 1].owner = c.to;
  }

  void retire() {
    RequestRetirement c;
    c.account = any_holding();
    c.end_use = static_cast<EndUse>(1 + below(3));
    c.purpose = "any";
    c.user = {1 + below(2)};
    c.selection = random_selection(c.account);
    const auto expected = expect(c.account, c.selection);
    const auto outcome = registry_.decide(c, act_, relations_, rules_);
    if (!agrees(outcome, expected)) return;
    registry_.apply(c, *outcome, act_);
    model_.requests[outcome->retirement.value] = {c.account, c.end_use, true, {act_.time.ms + 14 * 86'400'000}};
    for (const auto& [batch, serial] : expected.first) model_.batches[batch].units[serial - 1].request = outcome->retirement;
  }

  RetirementNumber any_request() { return {model_.requests.empty() ? 1 : 1 + below(model_.requests.size() + 1)}; }
  template <class F>
  void each_unit_of(RetirementNumber request, F f) {
    for (auto& [number, b] : model_.batches) {
      for (std::uint64_t s = 1; s <= b.units.size(); ++s) {
        if (b.units[s - 1].request == request) f(number, s, b.units[s - 1]);
      }
    }
  }

  void confirm() {
    const ConfirmRetirement c{any_request()};
    const auto outcome = registry_.decide(c, act_, "墨田", "");
    const auto it = model_.requests.find(c.retirement.value);
    if (it == model_.requests.end() || !it->second.open) {
      ASSERT_FALSE(outcome);
      return;
    }
    bool suspended = false;
    std::uint64_t amount = 0;
    each_unit_of(c.retirement, [&](std::uint64_t batch, std::uint64_t serial, const Unit&) {
      ++amount;
      suspended = suspended || model_.suspended(batch, serial, act_.time.date_in_japan());
    });
    ASSERT_EQ(outcome.has_value(), !suspended);
    if (!outcome) return;
    ASSERT_EQ(outcome->amount, amount);
    registry_.apply(c, *outcome, act_);
    const auto use = it->second.use;
    const auto kind = use == EndUse::retirement ? AccountKind::retirement : use == EndUse::state_target ? AccountKind::government : AccountKind::cancellation;
    AccountNumber sink;
    for (const auto& [number, row] : registry_.accounts()) {
      if (row.kind == kind) sink = number;
    }
    each_unit_of(c.retirement, [&](std::uint64_t, std::uint64_t, Unit& u) {
      u.owner = sink;
      u.used = true;
    });
    it->second.open = false;
    ++seen["confirmed"];
  }

  void set_free(RetirementNumber number) {
    each_unit_of(number, [](std::uint64_t, std::uint64_t, Unit& u) { u.request = {}; });
    model_.requests[number.value].open = false;
  }
  void withdraw() {
    const WithdrawRetirement c{any_request()};
    const auto outcome = registry_.decide(c, act_);
    const auto it = model_.requests.find(c.retirement.value);
    ASSERT_EQ(outcome.has_value(), it != model_.requests.end() && it->second.open);
    if (!outcome) return;
    registry_.apply(c, *outcome, act_);
    set_free(c.retirement);
    ++seen["withdrawn"];
  }
  void lapse() {
    std::vector<RetirementNumber> expected;
    for (const auto& [number, r] : model_.requests) {
      if (r.open && r.lapses <= act_.time) expected.push_back({number});
    }
    auto due = registry_.due(act_.time);
    std::sort(due.begin(), due.end());
    ASSERT_EQ(due, expected);
    for (const auto number : due) {
      registry_.apply_lapse(number, act_);
      set_free(number);
      ++seen["lapsed"];
    }
  }

  void label() {
    if (model_.batches.empty() || below(2) == 0) return;
    const auto batch = 1 + below(model_.batches.size());
    const auto size = model_.batches[batch].units.size();
    SetLabel c;
    const auto first = 1 + below(size);
    c.ranges.push_back({{batch}, first, first + 1 + below(size - first + 1)});
    c.from = act_.business_date.plus_days(static_cast<std::int32_t>(below(5)) - 2);
    c.set = below(3) == 0;
    const auto outcome = registry_.decide(c, act_);
    ASSERT_TRUE(outcome);
    registry_.apply(c, *outcome, act_);
    model_.labels.push_back({batch, c.ranges[0].first, c.ranges[0].end, c.from, c.set});
    ++seen["labelled"];
  }

  std::mt19937_64 random_;
  Act act_;
  TwoOrganisations relations_;
  RegistryRules rules_;
  Registry registry_;
  Model model_;
  std::vector<AccountNumber> holding_;
  AccountNumber buffer_;
};

TEST(Model, agrees_with_the_registry_under_random_commands) {
  const auto base = test::seed();
  const int games = std::getenv("SUMI_TEST_ALL") != nullptr ? 2000 : 100;
  std::map<std::string, int> seen;
  for (int game = 0; game < games; ++game) {
    SCOPED_TRACE("SUMI_SEED=" + std::to_string(base) + " game " + std::to_string(game));
    Game g(base + static_cast<std::uint64_t>(game));
    for (int i = 0; i < 400; ++i) {
      if (i % 7 == 0) g.group();
      else g.step();
      g.compare();
      if (i % 40 == 0) g.reload();
      if (::testing::Test::HasFailure()) return;
    }
    for (const auto& [what, n] : g.seen) seen[what] += n;
  }
  // Every kind of event came up often enough to mean something.
  for (const char* what : {"issued", "accepted", "confirmed", "withdrawn", "lapsed", "labelled", "insufficient_units", "units_elsewhere", "units_in_escrow", "units_suspended",
                           "ranges_overlap", "range_outside_batch", "unit_kinds_mixed"}) {
    EXPECT_GE(seen[what], games / 2) << what;
  }
}

}  // namespace
}  // namespace sumi::registry
