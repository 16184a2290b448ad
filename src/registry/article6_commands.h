// Article 6 of the Paris Agreement: authorisation, first transfer, corresponding adjustment. Data only.
//
// Sources: 経済産業省 カーボン・クレジット・レポート (2022-06) table 5; UNFCCC agreed electronic format (names of the fields). Countries are ISO 3166 alpha-2.
#pragma once

#include <string>
#include <vector>

#include "registry/commands.h"

namespace sumi::registry {

// What counts as the first transfer where units are used for other international mitigation purposes.
enum class FirstTransferKind : std::uint8_t { authorisation = 1, issuance = 2, use = 3 };
enum class AdjustmentStatus : std::uint8_t { pending = 1, applied = 2, not_required = 3 };
struct Authorised {
  AuthorisationNumber authorisation;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "authorisation", s.authorisation);
  }
};
// type 38
struct AuthoriseUnits {
  using Outcome = Authorised;
  std::vector<PublicRange> ranges;
  std::string host;  // the party whose letter it is
  std::vector<std::string> parties;  // that may use the units; empty = any
  bool ndc = false;  // towards a nationally determined contribution
  bool international = false;  // international mitigation (CORSIA)
  bool other = false;  // other purposes
  std::string scheme;  // of international mitigation: "CORSIA"
  FirstTransferKind first_transfer = FirstTransferKind::authorisation;
  Hash letter;
  Date authorised_on;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "ranges", s.ranges);
    v(Part::open, "host", s.host);
    v(Part::open, "parties", s.parties);
    v(Part::open, "ndc", s.ndc);
    v(Part::open, "international", s.international);
    v(Part::open, "other", s.other);
    v(Part::open, "scheme", s.scheme);
    v(Part::open, "first_transfer", s.first_transfer);
    v(Part::open, "letter", s.letter);
    v(Part::open, "authorised_on", s.authorised_on);
  }
};
// type 59. For what was not transferred first yet.
struct WithdrawAuthorisation {
  using Outcome = Nothing;
  AuthorisationNumber authorisation;
  Hash document;
  Date on;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "authorisation", s.authorisation);
    v(Part::open, "document", s.document);
    v(Part::open, "on", s.on);
  }
};
// type 39
struct RecordFirstTransfer {
  using Outcome = Nothing;
  AuthorisationNumber authorisation;
  std::vector<PublicRange> ranges;
  std::string acquiring;
  Date on;
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "authorisation", s.authorisation);
    v(Part::open, "ranges", s.ranges);
    v(Part::open, "acquiring", s.acquiring);
    v(Part::open, "on", s.on);
    v(Part::open, "document", s.document);
  }
};
// type 33
struct RecordAdjustment {
  using Outcome = Nothing;
  std::string party;
  std::uint32_t year = 0;  // calendar year of the account
  AuthorisationNumber authorisation;
  std::vector<PublicRange> ranges;
  AdjustmentStatus status = AdjustmentStatus::pending;
  bool adds = true;  // the host adds the units to its emissions; a user subtracts
  Date on;
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "party", s.party);
    v(Part::open, "year", s.year);
    v(Part::open, "authorisation", s.authorisation);
    v(Part::open, "ranges", s.ranges);
    v(Part::open, "status", s.status);
    v(Part::open, "adds", s.adds);
    v(Part::open, "on", s.on);
    v(Part::open, "document", s.document);
  }
};

}  // namespace sumi::registry
