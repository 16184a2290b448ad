// Offers, returns, corrections and restrictions as the state holds them.
#pragma once

#include "base/table.h"
#include "registry/transfer_commands.h"

namespace sumi::registry {

enum class OfferStatus : std::uint8_t { waits_for_second = 1, offered = 2, moved = 3, withdrawn = 4, declined = 5, lapsed = 6 };
enum class ReturnStatus : std::uint8_t { asked = 1, returned = 2, refused = 3 };
struct OfferRow {
  AccountNumber from;
  AccountNumber to;
  std::vector<SerialRange> ranges;
  std::string price_yen_per_t;
  std::optional<Date> agreed_on;
  bool acceptance = false;
  Date expires_on;
  OfferStatus status = OfferStatus::offered;
  PersonId offered_by;
  Date offered_on;
  Date decided;
  Sealed note;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "from", s.from);
    v(Part::party, "to", s.to);
    v(Part::party, "ranges", s.ranges);
    v(Part::party, "price_yen_per_t", s.price_yen_per_t);
    v(Part::party, "agreed_on", s.agreed_on);
    v(Part::party, "acceptance", s.acceptance);
    v(Part::party, "expires_on", s.expires_on);
    v(Part::party, "status", s.status);
    v(Part::party, "offered_by", s.offered_by);
    v(Part::party, "offered_on", s.offered_on);
    v(Part::party, "decided", s.decided);
    v(Part::party, "note", s.note);
  }
};
struct ReturnRow {
  SequenceNumber entry;
  AccountNumber from;
  AccountNumber to;
  std::vector<SerialRange> ranges;
  ReturnStatus status = ReturnStatus::asked;
  Date asked;
  Date decided;
  Sealed note;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "entry", s.entry);
    v(Part::party, "from", s.from);
    v(Part::party, "to", s.to);
    v(Part::party, "ranges", s.ranges);
    v(Part::party, "status", s.status);
    v(Part::party, "asked", s.asked);
    v(Part::party, "decided", s.decided);
    v(Part::party, "note", s.note);
  }
};
struct RestrictionRow {
  std::vector<PublicRange> ranges;
  RestrictionKind kind = RestrictionKind::dispute;
  std::string ground;
  Hash order;
  Date from;
  OrganisationNumber settlor;
  OrganisationNumber trustee;
  Sealed terms;
  std::optional<Date> lifted_from;
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "ranges", s.ranges);
    v(Part::party, "kind", s.kind);
    v(Part::party, "ground", s.ground);
    v(Part::party, "order", s.order);
    v(Part::party, "from", s.from);
    v(Part::party, "settlor", s.settlor);
    v(Part::party, "trustee", s.trustee);
    v(Part::party, "terms", s.terms);
    v(Part::party, "lifted_from", s.lifted_from);
    v(Part::party, "document", s.document);
  }
};
struct Offers {
  Table<OfferNumber, OfferRow> offers;
  Table<ReturnNumber, ReturnRow> returns;
  Table<RestrictionNumber, RestrictionRow> restrictions;
  template <class Self, class F> static void each(Self& s, F&& f) { f("offers", s.offers), f("returns", s.returns), f("restrictions", s.restrictions); }
  // Derived, not dumped: open offers by their last day.
  Table<std::pair<Date, OfferNumber>, Nothing> due;
  Table<std::pair<BatchNumber, RestrictionNumber>, Nothing> restricted;  // disputes and seizures of a batch's serials, lifted ones too
  template <class Self, class F> static void each_index(Self& s, F&& f) { f(s.due), f(s.restricted); }
};

}  // namespace sumi::registry
