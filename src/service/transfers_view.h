// Transfers as their two parties see them: what one would take, offers that wait and are over, returns that were asked for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "registry/transfer_commands.h"
#include "rulebook/rulebook.h"
#include "service/account_record.h"
#include "service/holdings.h"

namespace sumi::service {

struct AccountBrief {
  AccountNumber account;
  std::string holder;
  std::string department;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "account", s.account);
    v(Part::open, "holder", s.holder);
    v(Part::open, "department", s.department);
  }
};
[[nodiscard]] AccountBrief account_brief(const scheme::State& state, AccountNumber account);

// What somebody wants to transfer, before anything is entered.
struct TransferDraft {
  AccountNumber to;
  registry::Selection selection;
  std::string price_yen_per_t;
  std::optional<Date> agreed_on;
  bool acceptance = false;         // the transferee must accept
  std::optional<Date> expires_on;  // default: as long as an offer may wait
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "to", s.to);
    v(Part::open, "selection", s.selection);
    v(Part::open, "price_yen_per_t", s.price_yen_per_t);
    v(Part::open, "agreed_on", s.agreed_on);
    v(Part::open, "acceptance", s.acceptance);
    v(Part::open, "expires_on", s.expires_on);
  }
};
struct TransferPreview {
  AccountBrief from, to;
  Amount units;
  std::vector<HoldingLine> lines;  // which units, in the order in which they are taken
  bool waits_for_second = false;
  bool waits_for_transferee = false;
  std::optional<Amount> price;     // of all of them
  Date expires_on;                 // the last day, where anything is waited for
  std::string command_name;        // what to send: Transfer, or OfferTransfer where somebody is waited for or a contract's day is told
  Tree command;                    // its body
  std::uint32_t entries = 1;       // a plain transfer of many blocks is entered as several, all or none
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "from", s.from);
    v(Part::open, "to", s.to);
    v(Part::open, "units", s.units);
    v(Part::open, "lines", s.lines);
    v(Part::open, "waits_for_second", s.waits_for_second);
    v(Part::open, "waits_for_transferee", s.waits_for_transferee);
    v(Part::open, "price", s.price);
    v(Part::open, "expires_on", s.expires_on);
    v(Part::open, "command_name", s.command_name);
    v(Part::open, "command", s.command);
    v(Part::open, "entries", s.entries);
  }
};
// Refused with what the ledger would refuse it with.
Result<TransferPreview> preview_transfer(const scheme::State& state, const rulebook::Rulebook& book, const scheme::Rules& rules, const Act& act, AccountNumber from, const TransferDraft& draft);

enum class WaitsFor : std::uint8_t { nobody = 1, second_person = 2, transferee = 3 };
[[nodiscard]] std::span<const std::pair<std::string_view, WaitsFor>> enum_names(WaitsFor);

struct OfferView {
  OfferNumber offer;
  AccountBrief from, to;
  bool incoming = false;  // the one who looks acts for the account that would receive
  Amount units;
  std::vector<HoldingLine> lines;
  std::optional<Amount> price_per_unit, price;
  std::optional<Date> agreed_on;
  registry::OfferStatus status = registry::OfferStatus::offered;
  WaitsFor waits_for = WaitsFor::nobody;
  Date offered_on, expires_on;
  std::optional<Date> decided;
  std::string offered_by;  // a person's name: for those of the same organisation
  std::string note;        // what was sealed with it
  MayView confirm, accept, end;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "offer", s.offer);
    v(Part::open, "from", s.from);
    v(Part::open, "to", s.to);
    v(Part::open, "incoming", s.incoming);
    v(Part::open, "units", s.units);
    v(Part::open, "lines", s.lines);
    v(Part::open, "price_per_unit", s.price_per_unit);
    v(Part::open, "price", s.price);
    v(Part::open, "agreed_on", s.agreed_on);
    v(Part::open, "status", s.status);
    v(Part::open, "waits_for", s.waits_for);
    v(Part::open, "offered_on", s.offered_on);
    v(Part::open, "expires_on", s.expires_on);
    v(Part::open, "decided", s.decided);
    v(Part::open, "offered_by", s.offered_by);
    v(Part::open, "note", s.note);
    v(Part::open, "confirm", s.confirm);
    v(Part::open, "accept", s.accept);
    v(Part::open, "end", s.end);
  }
};
struct ReturnView {
  ReturnNumber number;
  AccountBrief from, to;  // from: which received by mistake and is asked
  bool incoming = false;  // the one who looks is asked
  SequenceNumber entry;   // of the mistaken transfer
  Amount units;
  std::vector<HoldingLine> lines;
  registry::ReturnStatus status = registry::ReturnStatus::asked;
  Date asked;
  std::optional<Date> decided;
  std::string note;
  MayView decide;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "number", s.number);
    v(Part::open, "from", s.from);
    v(Part::open, "to", s.to);
    v(Part::open, "incoming", s.incoming);
    v(Part::open, "entry", s.entry);
    v(Part::open, "units", s.units);
    v(Part::open, "lines", s.lines);
    v(Part::open, "status", s.status);
    v(Part::open, "asked", s.asked);
    v(Part::open, "decided", s.decided);
    v(Part::open, "note", s.note);
    v(Part::open, "decide", s.decide);
  }
};

struct TransferFilter {
  AccountNumber account;  // 0: every account that one may see
  std::string way;        // in, out
  std::string status;     // a word of the status; open: what waits
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "account", s.account);
    v(Part::open, "way", s.way);
    v(Part::open, "status", s.status);
  }
};
// Newest first; only offers and returns of accounts that the actor may see. A sealed text is opened for the parties and who runs the scheme.
Result<std::vector<OfferView>> offers_of(const Ledger& ledger, const Actor& actor, Instant clock, const TransferFilter& filter);
Result<std::optional<OfferView>> offer_view(const Ledger& ledger, const Actor& actor, Instant clock, OfferNumber offer);
Result<std::vector<ReturnView>> returns_of(const Ledger& ledger, const Actor& actor, Instant clock, const TransferFilter& filter);
Result<std::optional<ReturnView>> return_view(const Ledger& ledger, const Actor& actor, Instant clock, ReturnNumber number);
// "" is the newest first; expires_on, units, offered_on, "-" in front turns it round.
void sort_offers(std::vector<OfferView>& all, std::string_view by);

// A sealed value as text; empty where it was erased or never given.
Result<std::string> unsealed(const Ledger& ledger, const Sealed& sealed);
// A person's name; empty where there is none.
Result<std::string> person_name(const Ledger& ledger, PersonId person);

}  // namespace sumi::service
