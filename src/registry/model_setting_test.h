// What a game is played with (model_game_test.h): dice, four organisations, rules, and how accounts, actors and serials are chosen so that most commands are right.
#pragma once

#include <random>
#include <span>

#include "registry/model_play_test.h"
#include "registry/serials.h"

namespace sumi::registry::naive {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}
  explicit Dice(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}
  // 0 once bytes have run out: then the game is over.
  std::uint64_t below(std::uint64_t n) {
    if (random_) return (*random_)() % n;
    std::uint64_t value = 0;
    for (std::uint64_t room = n - 1; room > 0; room >>= 8) value = value << 8 | next();
    return value % n;
  }
  [[nodiscard]] bool over() const { return !random_ && bytes_.empty(); }

 private:
  std::uint8_t next() {
    if (bytes_.empty()) return 0;
    const auto b = bytes_.front();
    bytes_ = bytes_.subspan(1);
    return b;
  }
  std::optional<std::mt19937_64> random_;
  std::span<const std::uint8_t> bytes_;
};

// Four organisations; persons 2n-1 and 2n are n's. The fourth is the secretariat.
struct Four final : Relations {
  static constexpr std::uint64_t count = 4;
  bool exists(OrganisationNumber o) const override { return o.value >= 1 && o.value <= count; }
  bool related(OrganisationNumber a, OrganisationNumber b) const override { return a == b; }
  bool belongs(PersonId p, OrganisationNumber o) const override { return p.bytes[15] == 2 * o.value - 1 || p.bytes[15] == 2 * o.value; }
};

inline Hash hash_of(std::uint8_t n) {
  Hash h;
  h.bytes[0] = n;
  return h;
}
inline RegistryRules game_rules() {
  RegistryRules rules;
  const auto purpose = [&](const char* key, std::set<EndUse> uses, const char* scope) -> RegistryRules::Purpose& {
    auto& p = rules.purposes[key];
    p.end_uses = std::move(uses);
    p.scope = scope;
    return p;
  };
  purpose("any", {EndUse::retirement, EndUse::state_target, EndUse::cancellation}, "voluntary");
  auto& report = purpose("report", {EndUse::retirement}, "law");
  report.fiscal_year_needed = report.june_end = true;
  auto& offset = purpose("offset", {EndUse::retirement, EndUse::cancellation}, "voluntary");
  offset.object_needed = offset.place_rule = true;
  purpose("state", {EndUse::state_target}, "state");
  rules.expiries["jver"] = {"JVER", Date::from_ymd(2026, 6, 30).value()};
  rules.expiries["later"] = {"JVER", Date::from_ymd(2040, 3, 31).value()};
  rules.legal_forms = {"株式会社", "合同会社"};
  rules.grounds = {"false_statement", "court_order"};
  rules.serial_grammars.push_back(compile_serial_grammar("verra", "verra_vcu", "verra", {"batch"}, "{batch:digits}-{first}-{last}-VCS").value());
  return rules;
}

// Where a game is played: both registries, who acts and when.
class Setting {
 protected:
  explicit Setting(Dice dice) : dice_(dice) {
    in_.relations = &relations_;
    in_.rules = &rules_;
    in_.user_name = "墨田製作所";
    in_.corporate_number = "1234567890123";
    in_.act.time = {(Date::from_ymd(2026, 4, 1).value().days() + static_cast<std::int64_t>(dice_.below(400))) * day_ms};
  }

  std::uint64_t below(std::uint64_t n) { return dice_.below(n); }
  bool slip() { return below(20) == 0; }
  bool half() { return below(2) == 0; }
  [[nodiscard]] Date today() const { return in_.today(); }
  [[nodiscard]] Date day(std::int64_t later) const { return today().plus_days(static_cast<std::int32_t>(later)); }
  [[nodiscard]] const Book& book() const { return both_.naive; }
  Hash paper() { return hash_of(slip() ? 0 : static_cast<std::uint8_t>(1 + below(3))); }
  Sealed sealed() { return {hash_of(static_cast<std::uint8_t>(below(3)))}; }

  // ---- who ----

  void acts(std::uint64_t organisation, bool as_secretariat = false) {
    in_.secretariat = as_secretariat;
    in_.act.on_behalf_of = {organisation};
    in_.act.actor.bytes[15] = static_cast<std::uint8_t>(2 * organisation - below(2));
    in_.act.business_date = day(below(6) == 0 ? -static_cast<std::int64_t>(below(4)) : 0);
  }
  // Somebody else than the parties: the secretariat has accounts of its own.
  void secretariat() {
    acts(Four::count, true);
    if (!slip()) in_.act.actor.bytes[15] = 2 * Four::count + 1;
  }
  // The holder, one of its agents, or whoever should not.
  void holder(AccountNumber account) {
    const auto* row = book().account(account);
    auto who = row == nullptr || slip() ? 1 + below(Four::count) : row->organisation.value;
    if (below(4) == 0) {
      for (const auto& [key, agent] : book().agents) {
        const bool acts_today = agent.from <= today() && today() <= agent.until;
        if (key.account == account && (acts_today || slip())) who = key.agent.value;
      }
    }
    acts(who);
  }

  // ---- which ----

  AccountNumber any_account() { return {below(book().accounts.size() + 2)}; }
  AccountNumber holding() {
    std::vector<AccountNumber> open;
    for (const auto& [number, row] : book().accounts) {
      if (row.kind == AccountKind::holding && row.status == AccountStatus::open) open.push_back(number);
    }
    return open.empty() || slip() ? any_account() : open[below(open.size())];
  }
  AccountNumber other_than(AccountNumber account) {
    auto other = holding();
    for (int i = 0; i < 4 && other == account && !slip(); ++i) other = holding();
    return other;
  }
  Serial any_serial() {
    if (book().batches.empty()) return {1, 1};
    const auto batch = 1 + below(book().batches.size());
    const auto& row = book().batches.at(batch);
    return {batch, row.first + below(row.end - row.first)};
  }
  template <class F>
  std::optional<Serial> serial_where(F fits) {
    for (int i = 0; i < 24; ++i) {
      const auto s = any_serial();
      const auto it = book().units.find(s);
      if (it != book().units.end() && fits(s, it->second)) return s;
    }
    return std::nullopt;
  }
  // An account that has free units, where there is one.
  AccountNumber rich() {
    const auto s = slip() ? std::nullopt : serial_where([&](const Serial& at, const Unit& u) {
      const auto& a = book().accounts.at(u.account);
      const bool moves = u.status == BlockStatus::held && a.kind == AccountKind::holding && a.status == AccountStatus::open;
      return moves && !book().suspended(at, today());
    });
    return s ? book().units.at(*s).account : holding();
  }
  template <class Rows>
  std::uint64_t number_in(const Rows& rows) {
    const auto size = static_cast<std::uint64_t>(rows.size());
    if (size == 0 || slip()) return below(size + 2);
    return half() ? 1 + below(size) : size - below(std::min<std::uint64_t>(size, 4));  // the latest are likelier to be open
  }
  // One that fits; where there is none, mostly nothing: the move is not made.
  template <class Rows, class F>
  std::optional<std::uint64_t> number_where(const Rows& rows, F fits) {
    std::vector<std::uint64_t> found;
    for (const auto& [number, row] : rows) {
      if (fits(number, row)) found.push_back(number.value);
    }
    if (!found.empty() && !slip()) return found[below(found.size())];
    if (found.empty() && below(6) != 0) return std::nullopt;
    return number_in(rows);
  }

  // Up to three ranges of units that fit, of one kind; now and then wrong ones.
  template <class F>
  std::vector<SerialRange> ranges_where(F fits) {
    std::vector<SerialRange> out;
    std::optional<UnitKind> kind;
    for (auto n = 1 + below(6) / 3; n > 0; --n) {
      const auto here = [&](const Serial& s, const Unit& u) {
        return fits(s, u) && !Book::contains(out, s) && (!kind || book().batches.at(s.first).attributes.unit_kind == *kind);
      };
      const auto s = serial_where(here);
      if (!s) continue;
      SerialRange r{{s->first}, s->second, s->second + 1};
      for (auto more = below(7); more > 0; --more) {
        const auto next = book().units.find({s->first, r.end});
        if (next != book().units.end() && here(next->first, next->second)) ++r.end;
      }
      out.push_back(r);
      if (below(30) != 0) kind = book().batches.at(s->first).attributes.unit_kind;
    }
    if (slip()) spoil(out);
    return out;
  }
  void spoil(std::vector<SerialRange>& ranges) {
    const auto s = any_serial();
    if (ranges.empty()) ranges.push_back({{s.first}, s.second, s.second + 1});
    auto& r = ranges[below(ranges.size())];
    switch (below(9)) {
      case 0: ranges.clear(); break;
      case 1: r.end = r.first; break;
      case 2: r.batch.value += below(3) == 0 ? 100u : 1u; break;
      case 3: r.end += 1 + below(30); break;
      case 4: r.first = 0; break;
      case 5: r.end = UINT64_MAX; break;
      case 6: ranges.push_back(SerialRange(r)); break;
      case 7:
        if (below(8) == 0) ranges.assign(limits::ranges_per_command_max + 1, SerialRange(r));
        break;
      default: r = {{s.first}, s.second, s.second + 1 + below(3)};
    }
  }
  bool is_free(const Serial& s, const Unit& u, AccountNumber account) { return u.account == account && u.status == BlockStatus::held && (below(16) == 0 || !book().suspended(s, today())); }
  std::vector<SerialRange> free_of(AccountNumber account) {
    return ranges_where([&](const Serial& s, const Unit& u) { return is_free(s, u, account); });
  }
  template <class F>
  std::vector<PublicRange> public_where(F fits) { return open_ranges(ranges_where(fits)); }
  // Where nothing fits the move is mostly not made.
  template <class Ranges>
  bool nothing(const Ranges& ranges) { return ranges.empty() && below(8) != 0; }

  Selection selection(AccountNumber account) {
    Selection out;
    if (half()) {
      out.ranges = free_of(account);
      if (!out.ranges.empty() && below(100) != 0) return out;
    }
    Pick p;
    p.amount = slip() ? below(3) * 40 : 1 + below(4);
    // Filters that fit at least one unit, mostly.
    const auto s = slip() ? std::nullopt : serial_where([&](const Serial& at, const Unit& u) { return is_free(at, u, account); });
    const auto like = s ? book().batches.at(s->first).attributes : BatchAttributes{};
    p.unit_kind = like.unit_kind;
    if (below(4) == 0) p.credit_type = slip() ? "FM" : like.credit_type;
    if (below(8) == 0) p.project = slip() ? ProjectNumber{9} : like.project;
    if (s && (below(6) == 0 || book().imports.contains({s->first}))) p.batch = {slip() ? s->first + 50 : s->first};
    out.pick = p;
    if (below(100) == 0) out.pick.reset();
    return out;
  }

  static constexpr std::int64_t day_ms = 86'400'000;
  Dice dice_;
  Four relations_;
  RegistryRules rules_ = game_rules();
  World in_;
  Both both_;
};

}  // namespace sumi::registry::naive
