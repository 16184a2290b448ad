// Article 6 as the state holds it.
#pragma once

#include "base/table.h"
#include "registry/article6_commands.h"

namespace sumi::registry {

struct AuthorisationRow {
  std::vector<PublicRange> ranges;
  std::string host;
  std::vector<std::string> parties;
  bool ndc = false;
  bool international = false;
  bool other = false;
  std::string scheme;
  FirstTransferKind first_transfer = FirstTransferKind::authorisation;
  Hash letter;
  Date authorised_on;
  std::optional<Date> withdrawn_on;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "ranges", s.ranges);
    v(Part::party, "host", s.host);
    v(Part::party, "parties", s.parties);
    v(Part::party, "ndc", s.ndc);
    v(Part::party, "international", s.international);
    v(Part::party, "other", s.other);
    v(Part::party, "scheme", s.scheme);
    v(Part::party, "first_transfer", s.first_transfer);
    v(Part::party, "letter", s.letter);
    v(Part::party, "authorised_on", s.authorised_on);
    v(Part::party, "withdrawn_on", s.withdrawn_on);
  }
};
struct FirstTransferKey {
  AuthorisationNumber authorisation;
  std::uint32_t number = 0;
  friend auto operator<=>(const FirstTransferKey&, const FirstTransferKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "authorisation", s.authorisation);
    v(Part::party, "number", s.number);
  }
};
struct FirstTransferRow {
  std::vector<PublicRange> ranges;
  std::string acquiring;
  Date on;
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "ranges", s.ranges);
    v(Part::party, "acquiring", s.acquiring);
    v(Part::party, "on", s.on);
    v(Part::party, "document", s.document);
  }
};
struct AdjustmentKey {
  std::string party;
  std::uint32_t year = 0;
  std::uint32_t number = 0;
  friend auto operator<=>(const AdjustmentKey&, const AdjustmentKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "party", s.party);
    v(Part::party, "year", s.year);
    v(Part::party, "number", s.number);
  }
};
struct AdjustmentRow {
  AuthorisationNumber authorisation;
  std::vector<PublicRange> ranges;
  AdjustmentStatus status = AdjustmentStatus::pending;
  bool adds = true;
  Date on;
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "authorisation", s.authorisation);
    v(Part::party, "ranges", s.ranges);
    v(Part::party, "status", s.status);
    v(Part::party, "adds", s.adds);
    v(Part::party, "on", s.on);
    v(Part::party, "document", s.document);
  }
};
struct Article6 {
  Table<AuthorisationNumber, AuthorisationRow> authorisations;
  Table<FirstTransferKey, FirstTransferRow> first_transfers;
  Table<AdjustmentKey, AdjustmentRow> adjustments;
  template <class Self, class F> static void each(Self& s, F&& f) { f("authorisations", s.authorisations), f("first_transfers", s.first_transfers), f("adjustments", s.adjustments); }
};

}  // namespace sumi::registry
