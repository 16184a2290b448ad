// Offers, returns, corrections and restrictions against a naive model that writes down of every unit who has it, for which offer it waits, and what blocks it, under random
// commands. What must come of a command is decided from that list alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "registry/registry.h"

namespace sumi::registry {
namespace {

constexpr OrganisationNumber first{1}, second{2}, secretariat{3};
constexpr std::uint64_t alone_max = 2;

struct ThreeOrganisations final : Relations {
  bool belongs(PersonId, OrganisationNumber) const override { return false; }
  bool exists(OrganisationNumber o) const override { return o.value >= 1 && o.value <= 3; }
  bool related(OrganisationNumber a, OrganisationNumber b) const override { return a == b; }
};
PersonId person(std::uint8_t n) {
  PersonId p;
  p.bytes[15] = n;
  return p;
}
Hash some_hash() {
  Hash h;
  h.bytes[0] = 1;
  return h;
}

struct Unit {
  AccountNumber owner;
  std::uint64_t offer = 0;
};
struct NaiveOffer {
  AccountNumber from, to;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> units;  // batch, serial
  bool second = false, acceptance = false, open = true;
  PersonId by;
  Date last;
};
struct NaiveReturn {
  AccountNumber from, to;
  std::vector<SerialRange> ranges;
  bool open = true;
};
struct NaiveRestriction {
  std::vector<SerialRange> ranges;
  Date from;
  std::optional<Date> until;
};
struct Naive {
  std::map<std::pair<std::uint64_t, std::uint64_t>, Unit> units;
  std::map<std::uint64_t, NaiveOffer> offers;
  std::map<std::uint64_t, NaiveReturn> returns;
  std::map<std::uint64_t, NaiveRestriction> restrictions;

  bool restricted(std::pair<std::uint64_t, std::uint64_t> unit, Date on) const {
    return std::any_of(restrictions.begin(), restrictions.end(), [&](const auto& r) {
      const bool holds = r.second.from <= on && (!r.second.until || on < *r.second.until);
      return holds && std::any_of(r.second.ranges.begin(), r.second.ranges.end(), [&](const SerialRange& s) { return s.batch.value == unit.first && s.first <= unit.second && unit.second < s.end; });
    });
  }
};

class Game {
 public:
  explicit Game(std::uint64_t seed) : random_(seed) {
    act_.time = Instant{1'795'305'600'000};  // 2026-11-22
    for (int i = 0; i < 4; ++i) accounts_.push_back(open(AccountKind::holding, i < 2 ? first : second, std::to_string(i)));
    for (const auto& [batch, size] : {std::pair<std::uint64_t, std::uint64_t>{1, 60}, {2, 40}}) {
      Issue c;
      IssueLine line;
      line.amount = size;
      line.attributes.certification = {batch};
      std::uint64_t serial = 1;
      for (const auto account : accounts_) {
        c.allocations.push_back({account, size / 4});
        for (std::uint64_t i = 0; i < size / 4; ++i) naive_.units[{batch, serial++}] = {account, 0};
      }
      set(secretariat, 9);
      registry_.apply(c, registry_.decide(c, act_, line).value(), act_);
    }
    // More than so many units that leave the first account wait for a second person.
    registry_.apply(SetAccountControl{accounts_[0], true, alone_max}, Nothing{}, act_);
  }

  void step() {
    if (below(6) == 0) act_.time.ms += static_cast<std::int64_t>(below(86'400'000));
    lapse();
    switch (below(11)) {
      case 0: return confirm();
      case 1: return accept();
      case 2: return end();
      case 3: return ask();
      case 4: return answer();
      case 5: return correct();
      case 6: return restrict();
      case 7: return lift();
      case 8: return transfer();
      default: return offer();
    }
  }

  void compare() const {
    for (const auto& finding : registry_.check()) ADD_FAILURE() << finding;
    std::map<AccountNumber, std::uint64_t> held, waiting;
    for (const auto& [key, row] : registry_.blocks()) {
      for (auto serial = key.first; serial < row.end; ++serial) {
        const auto& unit = naive_.units.at({key.batch.value, serial});
        ASSERT_EQ(row.account, unit.owner) << key.batch.value << ":" << serial;
        ASSERT_EQ(row.status, unit.offer != 0 ? BlockStatus::escrowed : BlockStatus::held) << key.batch.value << ":" << serial;
        ASSERT_EQ(row.reason, unit.offer != 0 ? EscrowReason::offer : EscrowReason::none);
        ++(unit.offer != 0 ? waiting : held)[unit.owner];
      }
    }
    for (const auto account : accounts_) {
      ASSERT_EQ(registry_.balance(account).held, held[account]);
      ASSERT_EQ(registry_.balance(account).escrowed, waiting[account]);
    }
    for (const std::uint64_t batch : {1u, 2u}) {
      std::set<std::uint64_t> blocked, expected;
      for (const auto& r : registry_.suspended({batch}, today())) {
        for (auto s = r.first; s < r.end; ++s) ASSERT_TRUE(blocked.insert(s).second) << "told twice";
      }
      for (const auto& [unit, row] : naive_.units) {
        if (unit.first == batch && naive_.restricted(unit, today())) expected.insert(unit.second);
      }
      ASSERT_EQ(blocked, expected);
    }
    for (const auto& [number, o] : naive_.offers) {
      const auto status = registry_.offers().offers.at({number}).status;
      ASSERT_EQ(o.open, status == OfferStatus::offered || status == OfferStatus::waits_for_second);
    }
  }

  Bytes dump() const {
    ByteWriter w;
    registry_.dump(w);
    return w.take();
  }
  void reload() {
    const auto bytes = dump();
    Registry other;
    ByteReader r(bytes);
    other.load(r);
    r.expect_end();
    ASSERT_EQ(other.next_offer_due(), registry_.next_offer_due());
    registry_ = std::move(other);
    ASSERT_EQ(dump(), bytes);
  }
  void group() {
    const auto bytes = dump();
    const auto naive = naive_;
    const auto act = act_;
    registry_.begin_group();
    for (auto n = 1 + below(6); n > 0; --n) step();
    if (below(2) == 0) return registry_.keep_group();
    registry_.undo_group();
    naive_ = naive;
    act_ = act;
    ASSERT_EQ(dump(), bytes) << "a group that was taken back left something";
  }

  Result<Restricted> record(RestrictionKind kind) {
    set(secretariat, 9);
    RestrictUnits c;
    c.ranges = {{{1}, 1, 2}};
    c.kind = kind;
    c.ground = "x";
    c.order = some_hash();
    c.from = today();
    return registry_.decide(c, act_, relations_, true);
  }

  std::map<std::string, int> seen;

 private:
  using Serial = std::pair<std::uint64_t, std::uint64_t>;
  std::uint64_t below(std::uint64_t n) { return random_() % n; }
  Date today() const { return act_.time.date_in_japan(); }
  void set(OrganisationNumber organisation, std::uint8_t who) {
    act_.on_behalf_of = organisation;
    act_.actor = person(who);
    act_.business_date = today();
  }
  OrganisationNumber holder(AccountNumber account) const { return registry_.accounts().at(account).organisation; }
  AccountNumber any() { return accounts_[below(4)]; }

  AccountNumber open(AccountKind kind, OrganisationNumber owner, const std::string& department) {
    set(secretariat, 9);
    const RequestAccount c{owner, kind, department, false};
    const auto opened = registry_.decide(c, act_, relations_, true).value();
    registry_.apply(c, opened, act_);
    const DecideAccount yes{opened.account, true, ""};
    registry_.apply(yes, registry_.decide(yes, act_, rules_).value(), act_);
    return opened.account;
  }

  std::vector<SerialRange> some_ranges(AccountNumber likely) {
    std::vector<SerialRange> out;
    const auto mine = registry_.free_ranges(likely);
    for (auto n = 1 + below(3); n > 0; --n) {
      const bool own = !mine.empty() && below(4) != 0;
      const auto base = own ? mine[below(mine.size())] : SerialRange{{1 + below(2)}, 1, 41};
      const auto begin = base.first + below(base.count());
      out.push_back({base.batch, begin, begin + 1 + below(std::min<std::uint64_t>(base.end - begin, 8))});
    }
    return out;
  }
  // Each unit once; nothing where one is named twice.
  static std::optional<std::vector<Serial>> serials(const std::vector<SerialRange>& ranges) {
    std::set<Serial> all;
    for (const auto& r : ranges) {
      for (auto s = r.first; s < r.end; ++s) {
        if (!all.insert({r.batch.value, s}).second) return std::nullopt;
      }
    }
    return std::vector<Serial>(all.begin(), all.end());
  }
  // Whether all of them may leave that account now.
  bool free(const std::optional<std::vector<Serial>>& units, AccountNumber account) const {
    if (!units) return false;
    return std::all_of(units->begin(), units->end(), [&](const Serial& s) {
      const auto& u = naive_.units.at(s);
      return u.owner == account && u.offer == 0 && !naive_.restricted(s, today());
    });
  }
  bool unrestricted(const NaiveOffer& o) const {
    return std::none_of(o.units.begin(), o.units.end(), [&](const Serial& s) { return naive_.restricted(s, today()); });
  }
  void give(const std::vector<Serial>& units, AccountNumber to, std::uint64_t offer = 0) {
    for (const auto& s : units) naive_.units.at(s) = {to, offer};
  }
  template <class C>
  auto decide(const C& c) {
    return registry_.decide(c, act_, relations_, rules_);
  }

  void transfer() {
    Transfer c;
    c.from = any(), c.to = any();
    c.selection.ranges = some_ranges(c.from);
    set(holder(c.from), 1);
    const auto units = serials(c.selection.ranges);
    const auto outcome = registry_.decide(c, act_);
    const bool second_asked = c.from == accounts_[0] && units && units->size() > alone_max;
    ASSERT_EQ(outcome.has_value(), c.from != c.to && free(units, c.from) && !second_asked);
    if (!outcome) return;
    registry_.apply(c, *outcome, act_);
    give(*units, c.to);
    ++seen["transferred"];
  }

  void offer() {
    OfferTransfer c;
    c.from = any(), c.to = any();
    c.selection.ranges = some_ranges(c.from);
    c.acceptance = below(3) != 0;
    c.expires_on = today().plus_days(static_cast<std::int32_t>(below(4)));
    set(holder(c.from), static_cast<std::uint8_t>(1 + below(2)));
    const auto units = serials(c.selection.ranges);
    const auto outcome = decide(c);
    ASSERT_EQ(outcome.has_value(), c.from != c.to && free(units, c.from));
    if (!outcome) return;
    NaiveOffer o{c.from, c.to, *units, c.from == accounts_[0] && units->size() > alone_max, c.acceptance, true, act_.actor, c.expires_on};
    ASSERT_EQ(outcome->waits_for_second, o.second);
    o.open = o.second || o.acceptance;
    ASSERT_EQ(outcome->moved, !o.open);
    registry_.apply(c, *outcome, act_);
    give(*units, o.open ? o.from : o.to, o.open ? outcome->offer.value : 0);
    naive_.offers[outcome->offer.value] = o;
    ++seen[o.second ? "waits_for_second" : o.open ? "offered" : "moved_at_once"];
  }
  std::uint64_t any_offer() { return naive_.offers.empty() ? 0 : 1 + (below(3) == 0 ? below(naive_.offers.size()) : naive_.offers.size() - 1 - below(std::min<std::size_t>(naive_.offers.size(), 4))); }

  void confirm() {
    const auto number = any_offer();
    if (number == 0) return;
    auto& o = naive_.offers.at(number);
    set(holder(o.from), static_cast<std::uint8_t>(1 + below(2)));
    const auto outcome = decide(ConfirmOffer{{number}});
    ASSERT_EQ(outcome.has_value(), o.open && o.second && o.by != act_.actor && unrestricted(o));
    if (!outcome) return;
    registry_.apply(ConfirmOffer{{number}}, *outcome, act_);
    o.second = false;
    ASSERT_EQ(outcome->moved, !o.acceptance);
    if (!o.acceptance) o.open = false, give(o.units, o.to);
    ++seen["confirmed"];
  }
  void accept() {
    const auto number = any_offer();
    if (number == 0) return;
    auto& o = naive_.offers.at(number);
    set(below(5) == 0 ? holder(o.from) : holder(o.to), 3);
    const auto outcome = decide(AcceptOffer{{number}});
    ASSERT_EQ(outcome.has_value(), o.open && !o.second && act_.on_behalf_of == holder(o.to) && unrestricted(o));
    if (!outcome) return;
    registry_.apply(AcceptOffer{{number}}, *outcome, act_);
    o.open = false, give(o.units, o.to);
    ++seen["accepted"];
  }
  void end() {
    const auto number = any_offer();
    if (number == 0) return;
    auto& o = naive_.offers.at(number);
    set(below(2) == 0 ? first : second, 3);
    const auto outcome = decide(EndOffer{{number}});
    const bool giver = act_.on_behalf_of == holder(o.from), taker = act_.on_behalf_of == holder(o.to);
    ASSERT_EQ(outcome.has_value(), o.open && (giver || (taker && !o.second)));
    if (!outcome) return;
    registry_.apply(EndOffer{{number}}, *outcome, act_);
    o.open = false, give(o.units, o.from);
    ASSERT_EQ(registry_.offers().offers.at({number}).status, giver ? OfferStatus::withdrawn : OfferStatus::declined);
    ++seen["ended"];
  }
  // As LapseOffers does it.
  void lapse() {
    for (const auto number : registry_.offers_due(today())) {
      registry_.apply_offer_lapse(number, act_);
      auto& o = naive_.offers.at(number.value);
      ASSERT_TRUE(o.open && o.last < today());
      o.open = false, give(o.units, o.from);
      ++seen["lapsed"];
    }
    for (const auto& [number, o] : naive_.offers) ASSERT_FALSE(o.open && o.last < today());
  }
  void ask() {
    AskReturn c;
    c.entry = {1};
    c.from = any(), c.to = any();
    c.ranges = some_ranges(c.from);
    set(holder(c.to), 1);
    const auto outcome = decide(c);
    ASSERT_EQ(outcome.has_value(), c.from != c.to && serials(c.ranges).has_value());
    if (!outcome) return;
    registry_.apply(c, *outcome, act_);
    naive_.returns[outcome->number.value] = {c.from, c.to, c.ranges, true};
  }
  void answer() {
    if (naive_.returns.empty()) return;
    const DecideReturn c{{1 + below(naive_.returns.size())}, below(4) != 0};
    auto& asked = naive_.returns.at(c.number.value);
    set(holder(asked.from), 1);
    const auto units = serials(asked.ranges);
    const auto outcome = decide(c);
    const bool second_asked = asked.from == accounts_[0] && units->size() > alone_max;
    ASSERT_EQ(outcome.has_value(), asked.open && (!c.consents || (free(units, asked.from) && !second_asked)));
    if (!outcome) return;
    registry_.apply(c, *outcome, act_);
    asked.open = false;
    if (c.consents) give(*units, asked.to);
    ++seen[c.consents ? "returned" : "kept"];
  }
  void correct() {
    CorrectRecord c;
    c.entry = {1};
    c.from = any(), c.to = any();
    c.ranges = some_ranges(c.from);
    c.consultation = some_hash();
    set(secretariat, 9);
    c.consulted_on = today();
    const auto units = serials(c.ranges);
    const auto outcome = decide(c);
    ASSERT_EQ(outcome.has_value(), c.from != c.to && free(units, c.from));
    if (!outcome) return;
    registry_.apply(c, *outcome, act_);
    give(*units, c.to);
    ++seen["corrected"];
  }
  void restrict() {
    if (below(3) != 0) return;  // or nothing would move any more
    RestrictUnits c;
    set(secretariat, 9);
    for (const auto& r : some_ranges(any())) c.ranges.push_back({r.batch, r.first, r.end});
    std::vector<SerialRange> ranges;
    for (const auto& r : c.ranges) ranges.push_back({r.batch, r.first, r.end});
    c.kind = below(2) == 0 ? RestrictionKind::dispute : RestrictionKind::seizure;
    c.ground = "x";
    c.order = some_hash();
    c.from = today().plus_days(static_cast<std::int32_t>(below(3)));
    const auto outcome = registry_.decide(c, act_, relations_, true);
    ASSERT_EQ(outcome.has_value(), serials(ranges).has_value());
    if (!outcome) return;
    registry_.apply(c, *outcome, act_);
    naive_.restrictions[outcome->restriction.value] = {ranges, c.from, {}};
    ++seen["restricted"];
  }
  void lift() {
    if (naive_.restrictions.empty()) return;
    const LiftRestriction c{{1 + below(naive_.restrictions.size())}, some_hash(), today().plus_days(static_cast<std::int32_t>(below(2)))};
    auto& row = naive_.restrictions.at(c.restriction.value);
    set(secretariat, 9);
    const auto outcome = decide(c);
    ASSERT_EQ(outcome.has_value(), !row.until.has_value());
    if (!outcome) return;
    registry_.apply(c, *outcome, act_);
    row.until = c.from;
    ++seen["lifted"];
  }

  std::mt19937_64 random_;
  ThreeOrganisations relations_;
  RegistryRules rules_;
  Registry registry_;
  Act act_;
  std::vector<AccountNumber> accounts_;
  Naive naive_;
};

TEST(OffersModel, random_commands_agree_with_the_list_of_units) {
  std::map<std::string, int> seen;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Game game(seed);
    for (int i = 0; i < 250; ++i) {
      i % 10 == 9 ? game.group() : game.step();
      if (i % 50 == 49) game.reload();
      game.compare();
      ASSERT_FALSE(::testing::Test::HasFailure()) << "step " << i;
    }
    for (const auto& [what, count] : game.seen) seen[what] += count;
  }
  // The game is worth its time only if everything happened.
  for (const auto* what : {"transferred", "waits_for_second", "offered", "moved_at_once", "confirmed", "accepted", "ended", "lapsed", "returned", "kept", "corrected", "restricted", "lifted"}) {
    EXPECT_GT(seen[what], 20) << what;
  }
}

// Bytes of another program may hold a kind that there is not: what is said of it names the pledge, which the law knows no record of (法 54).
TEST(Restrictions, a_kind_that_is_none_is_refused_and_a_pledge_named) {
  Game game(1);
  for (const int kind : {0, 4, 255}) {
    const auto outcome = game.record(static_cast<RestrictionKind>(kind));
    ASSERT_FALSE(outcome) << kind;
    EXPECT_EQ(outcome.error().def, &errors::restriction_kind_unknown) << kind;
    EXPECT_NE(sentence(outcome.error(), Language::ja).find("質権"), std::string::npos);
    EXPECT_NE(sentence(outcome.error(), Language::en).find("pledge"), std::string::npos);
  }
  EXPECT_TRUE(game.record(RestrictionKind::seizure));
}

}  // namespace
}  // namespace sumi::registry
