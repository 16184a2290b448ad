// One command against the real registry and the naive one (naive_test.h): both must refuse or accept it, with the same outcome, and end in the same state.
#pragma once

#include <deque>
#include <functional>
#include <stdexcept>

#include "base/sha256.h"
#include "registry/naive_accounts_test.h"
#include "registry/naive_article6_test.h"
#include "registry/naive_uses_test.h"

namespace sumi::registry::naive {

// What the two registries disagree about.
struct Difference : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// A command in words, for whoever looks into a difference.
struct Printer {
  std::string& out;
  template <class T> void operator()(Part, const char* name, const T& v) {
    out += std::string(out.empty() || out.back() == '{' ? "" : " ") + name + "=";
    value(v);
  }
  template <class T> void value(const T& v) {
    if constexpr (std::is_same_v<T, std::string>) out += '"' + v + '"';
    else if constexpr (std::is_enum_v<T> || std::is_same_v<T, bool>) out += std::to_string(static_cast<int>(v));
    else if constexpr (std::is_integral_v<T>) out += std::to_string(v);
    else if constexpr (is_number<T>::value) out += std::to_string(v.value);
    else if constexpr (std::is_same_v<T, FiscalYear>) out += std::to_string(v.number);
    else if constexpr (std::is_same_v<T, Date>) out += v.to_string();
    else if constexpr (std::is_same_v<T, Hash>) out += v.is_zero() ? "-" : std::to_string(v.bytes[0]);
    else if constexpr (std::is_base_of_v<Id128, T>) out += v.is_nil() ? "-" : std::to_string(v.bytes[15]);
    else if constexpr (std::is_same_v<T, Sealed>) out += v ? "sealed" : "-";
    else if constexpr (is_optional<T>::value) {
      if (v) value(*v);
      else out += '-';
    } else if constexpr (is_vector<T>::value) {
      out += '[';
      for (const auto& e : v) value(e);
      out += ']';
    } else {
      out += '{';
      T::fields(v, *this);
      out += '}';
    }
  }
};
template <class C>
std::string printed(const C& c) {
  std::string out;
  Printer printer{out};
  printer.value(c);
  return out;
}

// Commands that look at their own form before anything else, or tell first that another command is meant: refused for a true reason, not always for the lowest number.
template <class C> inline constexpr bool lowest_first = true;
template <> inline constexpr bool lowest_first<ConfirmRetirement> = false;    // 121 use_execute before all
template <> inline constexpr bool lowest_first<ExecuteRetirement> = false;    // 120 use_missing before all
template <> inline constexpr bool lowest_first<ConfirmOffer> = false;         // 95: an offer that is over, before its units
template <> inline constexpr bool lowest_first<AcceptOffer> = false;
template <> inline constexpr bool lowest_first<EndOffer> = false;             // 85 offer_unknown is above 17
template <> inline constexpr bool lowest_first<DecideReturn> = false;         // 96 before its units
template <> inline constexpr bool lowest_first<ApplyRetirement> = false;      // 110-116: what a use must say, before the account
template <> inline constexpr bool lowest_first<AppointAgent> = false;         // 80, 79: scope and days before the account
template <> inline constexpr bool lowest_first<ReleaseBuffer> = false;        // the units before the account
template <> inline constexpr bool lowest_first<WithdrawAuthorisation> = false;  // 155, 156 before the date's 152
template <> inline constexpr bool lowest_first<RecordFirstTransfer> = false;

// ---- the real registry, asked in one way ----

template <class C>
auto ask(const Registry& r, const C& c, const World& in) {
  const auto& act = in.act;
  if constexpr (std::is_same_v<C, RequestAccount> || std::is_same_v<C, RestrictUnits>) return r.decide(c, act, *in.relations, in.secretariat);
  else if constexpr (std::is_same_v<C, DecideAccount>) return r.decide(c, act, *in.rules);
  else if constexpr (std::is_same_v<C, CloseAccount> || std::is_same_v<C, Transfer> || std::is_same_v<C, WithdrawRetirement> || std::is_same_v<C, SetLabel>) return r.decide(c, act);
  else if constexpr (std::is_same_v<C, OpenBatch>) return r.decide(c, act, *in.relations);
  else if constexpr (std::is_same_v<C, Issue>) return r.decide(c, act, in.line ? Result<IssueLine>(*in.line) : Result<IssueLine>(fail(errors::certification_unknown)));
  else if constexpr (std::is_same_v<C, DrawBuffer>) return r.decide(c, act, in.need ? Result<BufferNeed>(*in.need) : Result<BufferNeed>(fail(errors::reversal_unknown)));
  else if constexpr (std::is_same_v<C, ConfirmRetirement>) return r.decide(c, act, in.user_name, in.corporate_number);
  else if constexpr (std::is_same_v<C, ExecuteRetirement>) return r.decide(c, act, *in.rules, in.user_name, in.corporate_number);
  else return r.decide(c, act, *in.relations, *in.rules);
}
template <class C>
void act_on(Registry& r, const C& c, const typename C::Outcome& outcome, const World& in) {
  if constexpr (std::is_same_v<C, OpenRetirement> || std::is_same_v<C, DrawBuffer>) r.apply(c, outcome, in.act, in.user_name);
  else r.apply(c, outcome, in.act);
}
template <class T>
Bytes coded(const T& value) {
  ByteWriter w;
  encode_value(w, value);
  return w.take();
}

// ---- both ----

struct Count {
  std::uint64_t accepted = 0, refused = 0;
};
// By name of the command, and by name of the refusal.
struct Tally {
  std::map<std::string, Count> commands;
  std::map<std::string, std::uint64_t> refusals;
  void add(const Tally& other) {
    for (const auto& [name, n] : other.commands) commands[name].accepted += n.accepted, commands[name].refused += n.refused;
    for (const auto& [name, n] : other.refusals) refusals[name] += n;
  }
  [[nodiscard]] std::uint64_t played() const {
    std::uint64_t sum = 0;
    for (const auto& [name, n] : commands) sum += n.accepted + n.refused;
    return sum;
  }
};

class Both {
 public:
  Registry real;
  Book naive;
  Tally tally;

  template <class C>
  bool play(const char* name, const C& c, const World& in) {
    note([name, c, in] {
      return std::string(name) + " " + printed(c) + " by " + std::to_string(in.act.on_behalf_of.value) + "/" + std::to_string(in.act.actor.bytes[15]) + " on " + in.act.time.to_japan_string() + " dated " +
             in.act.business_date.to_string();
    });
    Wrongs wrongs;
    judge(naive, c, in, wrongs);
    const auto outcome = ask(real, c, in);
    const std::string said = outcome ? "accepted" : std::string(outcome.error().def->name);
    if (outcome.has_value() != wrongs.none()) throw Difference(std::string(name) + ": " + said + ", but wrong is: " + wrongs.names());
    auto& count = tally.commands[name];
    if (!outcome) {
      if (!wrongs.has(*outcome.error().def) || (lowest_first<C> && outcome.error().def != wrongs.lowest())) {
        throw Difference(std::string(name) + ": refused with " + said + ", but wrong is: " + wrongs.names());
      }
      ++count.refused;
      ++tally.refusals[said];
      return false;
    }
    ++count.accepted;
    const auto expected = happen(naive, c, in);
    if (coded(*outcome) != coded(expected)) throw Difference(std::string(name) + ": the outcome is " + printed(*outcome) + ", expected " + printed(expected));
    act_on(real, c, *outcome, in);
    return true;
  }

  // What lapses by time, as the store's own entries do it.
  void lapse(const World& in) {
    note([in] { return "lapses on " + in.act.time.to_japan_string(); });
    std::vector<std::pair<Instant, RetirementNumber>> requests;
    for (const auto& [number, r] : naive.retirements) {
      if (r.status == RetirementStatus::requested && r.lapses_at <= in.act.time) requests.emplace_back(r.lapses_at, number);
    }
    std::sort(requests.begin(), requests.end());
    const auto due = real.due(in.act.time);
    if (due.size() != requests.size()) throw Difference("other requests are due");
    for (std::size_t i = 0; i < due.size(); ++i) {
      if (due[i] != requests[i].second) throw Difference("other requests are due");
      real.apply_lapse(due[i], in.act);
      set_free(naive, due[i], RetirementStatus::lapsed, in.today());
      ++tally.commands["(request lapses)"].accepted;
    }
    std::vector<std::pair<Date, OfferNumber>> offers;
    for (const auto& [number, o] : naive.offers) {
      if (Book::is_open(o) && o.expires_on < in.today()) offers.emplace_back(o.expires_on, number);
    }
    std::sort(offers.begin(), offers.end());
    const auto over = real.offers_due(in.today());
    if (over.size() != offers.size()) throw Difference("other offers are over");
    for (std::size_t i = 0; i < over.size(); ++i) {
      if (over[i] != offers[i].second) throw Difference("other offers are over");
      real.apply_offer_lapse(over[i], in.act);
      end_offer(naive, over[i], OfferStatus::lapsed, in.today());
      ++tally.commands["(offer lapses)"].accepted;
    }
  }

  void rekey(const Hash& from, const Hash& to, std::uint32_t version) {
    note([] { return std::string("a key of places is made anew"); });
    real.rekey(from, to, version);
    for (auto& [key, row] : naive.sites) {
      if (row.key == from) row.key = to, row.key_version = version;
    }
    for (auto& [number, row] : naive.uses) {
      if (row.place_key == from) row.place_key = to, row.key_version = version;
    }
    ++tally.commands["(key made anew)"].accepted;
  }

  [[nodiscard]] Bytes dump() const {
    ByteWriter w;
    real.dump(w);
    return w.take();
  }
  [[nodiscard]] Hash state_hash() const { return sha256(dump()); }
  [[nodiscard]] Hash naive_hash() const {
    Sha256 hash;
    for (const auto& [name, bytes] : naive.tables()) hash.update(bytes);
    return hash.finish();
  }

  // State hashes; then what is not in the dump: the order of picking, balances, suspended serials, what is due.
  void compare(Date today) const {
    if (state_hash() != naive_hash()) throw Difference("the state hashes differ in the table " + differing_table());
    for (const auto& finding : real.check()) throw Difference("the registry's own check: " + finding);
    compare_indexes(today);
  }

  void reload() {
    const auto bytes = dump();
    Registry other;
    ByteReader r(bytes);
    other.load(r);
    r.expect_end();
    real = std::move(other);
    if (dump() != bytes) throw Difference("what was loaded has another dump");
  }

  // The last commands, oldest first.
  [[nodiscard]] std::string last_commands() const {
    std::string out;
    for (const auto& line : log_) out += "  " + line() + "\n";
    return out;
  }
  void note(std::function<std::string()> line) {
    log_.push_back(std::move(line));
    constexpr std::size_t kept = 20;
    if (log_.size() > kept) log_.pop_front();
  }

 private:
  [[nodiscard]] std::string differing_table() const {
    const auto expected = naive.tables();
    std::size_t at = 0;
    std::string found;
    real.each_table([&](const char* name, const auto& table) {
      ByteWriter w;
      table.dump(w);
      if (found.empty() && at >= expected.size()) found = std::string(name) + ", which the naive registry does not know";
      else if (found.empty() && (expected[at].first != name || expected[at].second != w.bytes())) found = name;
      ++at;
    });
    return found.empty() ? "none" : found;
  }

  void compare_indexes(Date today) const {
    for (const auto& [number, row] : naive.accounts) {
      std::map<UnitKind, Registry::Balance> sums;
      for (const auto& [s, u] : naive.units) {
        if (u.account != number) continue;
        auto& b = sums[naive.batches.at(s.first).attributes.unit_kind];
        ++(u.status == BlockStatus::held ? b.held : u.status == BlockStatus::escrowed ? b.escrowed : b.used);
      }
      for (const auto kind : {UnitKind::tco2, UnitKind::kwh, UnitKind::gj, UnitKind::allowance}) {
        const auto b = real.balance(number, kind);
        const auto& sum = sums[kind];
        if (b.held != sum.held || b.escrowed != sum.escrowed || b.used != sum.used) throw Difference("the balance of account " + std::to_string(number.value));
      }
      std::vector<Serial> free;
      for (const auto& r : real.free_ranges(number)) {
        for (auto s = r.first; s < r.end; ++s) free.emplace_back(r.batch.value, s);
      }
      if (free != naive.free_units(number)) throw Difference("the free units of account " + std::to_string(number.value) + " or their order");
    }
    for (const auto& [batch, row] : naive.batches) {
      std::vector<Serial> told, expected;
      for (const auto& r : real.suspended({batch}, today)) {
        for (auto s = r.first; s < r.end; ++s) told.emplace_back(batch, s);
      }
      for (auto s = row.first; s < row.end; ++s) {
        if (naive.suspended({batch, s}, today)) expected.emplace_back(batch, s);
      }
      if (told != expected) throw Difference("the suspended serials of batch " + std::to_string(batch));
    }
    std::optional<Instant> request;
    for (const auto& [number, r] : naive.retirements) {
      if (r.status == RetirementStatus::requested && (!request || r.lapses_at < *request)) request = r.lapses_at;
    }
    std::optional<Date> offer;
    for (const auto& [number, o] : naive.offers) {
      if (Book::is_open(o) && (!offer || o.expires_on < *offer)) offer = o.expires_on;
    }
    if (real.next_due() != request || real.next_offer_due() != offer) throw Difference("what is due next");
    std::uint64_t buffered = 0, in_buffer = 0;
    for (const auto& [s, u] : naive.units) {
      const bool there = u.status == BlockStatus::held && u.account == naive.system(AccountKind::buffer);
      buffered += there && naive.batches.at(s.first).attributes.certification.value == 1 ? 1u : 0u;
      in_buffer += there && naive.batches.at(s.first).attributes.unit_kind == UnitKind::tco2 ? 1u : 0u;
    }
    if (real.buffered({1}) != buffered || real.buffer_free() != in_buffer) throw Difference("what the buffer holds");
  }

  std::deque<std::function<std::string()>> log_;
};

}  // namespace sumi::registry::naive
