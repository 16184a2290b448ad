// One account beyond its balance: what was filed, who may act for it, what the one who looks may do, and every movement.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "service/account_history.h"
#include "service/account_view.h"
#include "service/act_view.h"

namespace sumi::service {

struct AgentView {
  OrganisationBrief agent;
  bool transfers = false, retires = false;
  Date from, until;       // the last day
  bool in_force = false;  // today
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "agent", s.agent);
    v(Part::open, "transfers", s.transfers);
    v(Part::open, "retires", s.retires);
    v(Part::open, "from", s.from);
    v(Part::open, "until", s.until);
    v(Part::open, "in_force", s.in_force);
  }
};
struct FiledDocuments {
  std::string holder_name, name_kana, corporate_number;
  std::vector<Hash> documents;
  Date filed;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "holder_name", s.holder_name);
    v(Part::open, "name_kana", s.name_kana);
    v(Part::open, "corporate_number", s.corporate_number);
    v(Part::open, "documents", s.documents);
    v(Part::open, "filed", s.filed);
  }
};
struct AccountRecord {
  AccountView account;
  std::string holder_kana, holder_corporate_number;  // as the scheme has them: what papers are filled with
  std::optional<Date> decided;
  Bilingual ground;  // of a refusal or a suspension, in the rulebook's words; empty where there is none
  bool documents_needed = false;  // asked for, and no account is approved without
  std::optional<FiledDocuments> documents;
  std::vector<AgentView> agents;
  std::vector<std::string> acts;  // commands that the one who looks may give for this account, as far as role and ownership say
  std::vector<std::string> second_factor;  // those of them that ask for the second factor
  bool own = false;  // the organisation for which one acts owns it
  Date today;
  FiscalYear year;  // that runs
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "account", s.account);
    v(Part::open, "holder_kana", s.holder_kana);
    v(Part::open, "holder_corporate_number", s.holder_corporate_number);
    v(Part::open, "decided", s.decided);
    v(Part::open, "ground", s.ground);
    v(Part::open, "documents_needed", s.documents_needed);
    v(Part::open, "documents", s.documents);
    v(Part::open, "agents", s.agents);
    v(Part::open, "acts", s.acts);
    v(Part::open, "second_factor", s.second_factor);
    v(Part::open, "own", s.own);
    v(Part::open, "today", s.today);
    v(Part::open, "year", s.year);
  }
};
// Nothing: there is no such account.
[[nodiscard]] std::optional<AccountRecord> account_record(const scheme::State& state, const rulebook::Rulebook& book, const Actor& actor, Instant clock, AccountNumber account);

// The words of a movement.
[[nodiscard]] std::span<const std::pair<std::string_view, Move>> enum_names(Move);
[[nodiscard]] Bilingual words_of(Move move);
[[nodiscard]] bool comes_in(Move move);

struct MovementView {
  SequenceNumber entry;
  Date date;  // of the act
  Instant time;
  Move move = Move::issued;
  Bilingual words;
  bool in = false;
  std::string crediting_programme, credit_type;
  registry::UnitKind unit_kind = registry::UnitKind::tco2;
  Amount units;
  AccountNumber other;          // 0: none
  std::string other_holder;
  std::optional<Amount> price;  // yen a unit, as stated
  std::optional<Date> agreed_on;
  Amount cost;                  // yen, of the units that came or went, by the moving average
  Amount balance;               // of that kind after it
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "entry", s.entry);
    v(Part::open, "date", s.date);
    v(Part::open, "time", s.time);
    v(Part::open, "move", s.move);
    v(Part::open, "words", s.words);
    v(Part::open, "in", s.in);
    v(Part::open, "crediting_programme", s.crediting_programme);
    v(Part::open, "credit_type", s.credit_type);
    v(Part::open, "unit_kind", s.unit_kind);
    v(Part::open, "units", s.units);
    v(Part::open, "other", s.other);
    v(Part::open, "other_holder", s.other_holder);
    v(Part::open, "price", s.price);
    v(Part::open, "agreed_on", s.agreed_on);
    v(Part::open, "cost", s.cost);
    v(Part::open, "balance", s.balance);
  }
};
struct MovementFilter {
  std::string move, credit_type, way;  // way: in, out
  std::optional<Date> from, to;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "move", s.move);
    v(Part::open, "credit_type", s.credit_type);
    v(Part::open, "way", s.way);
    v(Part::open, "from", s.from);
    v(Part::open, "to", s.to);
  }
};
// In the journal's order. registry.account_unknown.
Result<std::vector<MovementView>> movements_of(const Ledger& ledger, AccountNumber account, const MovementFilter& filter);
// "" is the newest first; entry, date, units, "-" in front turns it round.
void sort_movements(std::vector<MovementView>& all, std::string_view by);

// A name for each account that is asked for: its holder's.
[[nodiscard]] std::string holder_of(const scheme::State& state, AccountNumber account);

}  // namespace sumi::service
