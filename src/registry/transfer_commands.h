// Transfers that wait for somebody, returns of mistaken ones, corrections of the record, and restrictions of disposal. Data only.
//
// Sources: 地球温暖化対策の推進に関する法律 第47条-第57条 (law of the JCM register, taken as the model): the transferor alone applies, no effect before the increase is recorded,
// no pledge, a trust binds others only if recorded; 口座簿運営省令 第15条 (correction after consulting the holder).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "registry/commands.h"

namespace sumi::registry {

// A dispute or a seizure blocks the units; a trust (信託) is recorded and blocks nothing. A pledge cannot be recorded at all.
enum class RestrictionKind : std::uint8_t { dispute = 1, seizure = 2, trust = 3 };
struct TransferOffered {
  OfferNumber offer;
  std::vector<SerialRange> ranges;
  bool waits_for_second = false;
  bool moved = false;  // nobody was waited for: the units are with the transferee
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "offer", s.offer);
    v(Part::party, "ranges", s.ranges);
    v(Part::party, "waits_for_second", s.waits_for_second);
    v(Part::party, "moved", s.moved);
  }
};
// type 46. The units wait in escrow, reason "offer", for the second person of the account (if it asks for one) and for the transferee (if asked to accept). Where nobody is waited
// for they move at once.
struct OfferTransfer {
  using Outcome = TransferOffered;
  AccountNumber from;
  AccountNumber to;
  Selection selection;
  std::string price_yen_per_t;  // a party's attribute, never a balance
  std::optional<Date> agreed_on;  // day of the contract
  bool acceptance = false;  // the transferee must accept
  Date expires_on;  // the last day of the offer, in Japan
  Sealed note;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "from", s.from);
    v(Part::party, "to", s.to);
    v(Part::party, "selection", s.selection);
    v(Part::party, "price_yen_per_t", s.price_yen_per_t);
    v(Part::party, "agreed_on", s.agreed_on);
    v(Part::party, "acceptance", s.acceptance);
    v(Part::party, "expires_on", s.expires_on);
    v(Part::party, "note", s.note);
  }
};
struct OfferConfirmed {
  bool moved = false;
  std::vector<SerialRange> ranges;  // what moved
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "moved", s.moved);
    v(Part::party, "ranges", s.ranges);
  }
};
// type 47. By another person than the one who offered.
struct ConfirmOffer {
  using Outcome = OfferConfirmed;
  OfferNumber offer;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "offer", s.offer);
  }
};
// type 48. By the transferee.
struct AcceptOffer {
  using Outcome = Moved;
  OfferNumber offer;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "offer", s.offer);
  }
};
// type 49. Withdrawn by the transferor or declined by the transferee: the units are free again.
struct EndOffer {
  using Outcome = Nothing;
  OfferNumber offer;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "offer", s.offer);
  }
};
struct ReturnAsked {
  ReturnNumber number;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "number", s.number);
  }
};
// type 50. Who transferred by mistake asks for the units back. Nothing moves without the consent of who holds them (good faith: 法 57).
struct AskReturn {
  using Outcome = ReturnAsked;
  SequenceNumber entry;  // of the mistaken transfer
  AccountNumber from;  // which received it
  AccountNumber to;  // which gave it
  std::vector<SerialRange> ranges;
  Sealed note;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "entry", s.entry);
    v(Part::party, "from", s.from);
    v(Part::party, "to", s.to);
    v(Part::party, "ranges", s.ranges);
    v(Part::party, "note", s.note);
  }
};
// type 51
struct DecideReturn {
  using Outcome = Moved;
  ReturnNumber number;
  bool consents = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "number", s.number);
    v(Part::party, "consents", s.consents);
  }
};
// type 52. An error of the record is mended after the holder was consulted: the units move as far as that needs, and nothing is edited.
struct CorrectRecord {
  using Outcome = Nothing;
  SequenceNumber entry;  // that was wrong
  AccountNumber from;
  AccountNumber to;
  std::vector<SerialRange> ranges;
  std::string ground;  // a key of the committee's grounds
  Hash consultation;  // what the holder said when asked
  Date consulted_on;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "entry", s.entry);
    v(Part::party, "from", s.from);
    v(Part::party, "to", s.to);
    v(Part::party, "ranges", s.ranges);
    v(Part::open, "ground", s.ground);
    v(Part::open, "consultation", s.consultation);
    v(Part::party, "consulted_on", s.consulted_on);
  }
};
struct Restricted {
  RestrictionNumber restriction;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "restriction", s.restriction);
  }
};
// type 54. From that day on, until lifted.
struct RestrictUnits {
  using Outcome = Restricted;
  std::vector<PublicRange> ranges;
  RestrictionKind kind = RestrictionKind::dispute;
  std::string ground;
  Hash order;  // the court's or authority's paper; of a trust, its deed
  Date from;
  OrganisationNumber settlor;  // of a trust
  OrganisationNumber trustee;  // of a trust: the holder of the account
  Sealed terms;  // beneficiary, purpose, end of a trust
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "ranges", s.ranges);
    v(Part::open, "kind", s.kind);
    v(Part::party, "ground", s.ground);
    v(Part::party, "order", s.order);
    v(Part::open, "from", s.from);
    v(Part::party, "settlor", s.settlor);
    v(Part::party, "trustee", s.trustee);
    v(Part::party, "terms", s.terms);
  }
};
// type 55
struct LiftRestriction {
  using Outcome = Nothing;
  RestrictionNumber restriction;
  Hash document;
  Date from;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "restriction", s.restriction);
    v(Part::party, "document", s.document);
    v(Part::open, "from", s.from);
  }
};

}  // namespace sumi::registry
