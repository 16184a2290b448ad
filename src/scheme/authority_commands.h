// Delegations, the keys of log and store, epochs, erasure, and what time does to offers. Data only.
#pragma once

#include <string>
#include <vector>

#include "base/describe.h"
#include "scheme/no_outcome.h"

namespace sumi::scheme {

enum class Role : std::uint8_t;

struct Delegated {
  std::uint64_t delegation = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "delegation", s.delegation);
  }
};
// type 9. Who has a role for an organisation lets another person use it until a day. What is done under it names it.
struct Delegate {
  using Outcome = Delegated;
  OrganisationNumber organisation;
  PersonId person;  // to whom
  Role role = {};
  Date from;
  Date until;  // the last day
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "person", s.person);
    v(Part::party, "role", s.role);
    v(Part::party, "from", s.from);
    v(Part::party, "until", s.until);
  }
};
// type 17
struct EndDelegation {
  using Outcome = NoOutcome;
  std::uint64_t delegation = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "delegation", s.delegation);
  }
};
// type 10. The log's next key, signed by the one before (decision 14).
struct RotateLogKey {
  using Outcome = NoOutcome;
  Hash new_key;
  Hash signature_r;  // Ed25519 by the old key over "sumi log key rotation\n", store id, old key, new key, tree size before (8 bytes, big-endian): first 32 bytes
  Hash signature_s;  // and the last 32
  std::uint64_t size = 0;  // of the tree before this entry
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "new_key", s.new_key);
    v(Part::open, "signature_r", s.signature_r);
    v(Part::open, "signature_s", s.signature_s);
    v(Part::open, "size", s.size);
  }
};
struct RekeyedMember {
  ProjectNumber project;
  std::uint32_t member = 0;
  std::uint32_t kind = 0;
  Hash old_key;
  Hash new_key;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "member", s.member);
    v(Part::party, "kind", s.kind);
    v(Part::party, "old_key", s.old_key);
    v(Part::party, "new_key", s.new_key);
  }
};
struct RekeyedPlace {
  ProjectNumber project;
  Id128 site;
  RetirementNumber retirement;  // 0: a site
  Hash new_key;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "site", s.site);
    v(Part::open, "retirement", s.retirement);
    v(Part::party, "new_key", s.new_key);
  }
};
// type 11. The keys that compare sealed things, made anew under a new secret. What was erased keeps no key that compares.
struct Rekey {
  using Outcome = NoOutcome;
  std::uint32_t version = 0;  // of the keys from now on
  std::vector<RekeyedMember> members;
  std::vector<RekeyedPlace> places;
  bool last = false;  // the last of its group
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "version", s.version);
    v(Part::party, "members", s.members);
    v(Part::party, "places", s.places);
    v(Part::open, "last", s.last);
  }
};
// type 12. The first entry after a restore that dropped published entries; it names the head that is abandoned (decision 7).
struct NewEpoch {
  using Outcome = NoOutcome;
  std::uint32_t epoch = 0;
  std::uint64_t abandoned_size = 0;
  Hash abandoned_root;
  std::uint64_t kept_size = 0;
  Hash kept_root;
  std::string ground;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "epoch", s.epoch);
    v(Part::open, "abandoned_size", s.abandoned_size);
    v(Part::open, "abandoned_root", s.abandoned_root);
    v(Part::open, "kept_size", s.kept_size);
    v(Part::open, "kept_root", s.kept_root);
    v(Part::open, "ground", s.ground);
  }
};
// type 16. A sealed value and its salt are erased; every proof stays.
struct EraseSealed {
  using Outcome = NoOutcome;
  Hash commitment;
  std::string ground;  // a key of the committee's grounds
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "commitment", s.commitment);
    v(Part::open, "ground", s.ground);
  }
};
struct OffersLapsed {
  std::vector<OfferNumber> offers;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "offers", s.offers);
  }
};
// type 18. Written by time, as AdvanceTime is: offers whose last day is over.
struct LapseOffers {
  using Outcome = OffersLapsed;
  template <class Self, class V> static void fields(Self&, V&) {}
};

}  // namespace sumi::scheme
