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
// One key that compares sealed things (of a member, a site, a place), before and after.
struct RekeyedKey {
  Hash old_key;
  Hash new_key;  // HMAC of the old one under the new secret: what was erased needs no text for it
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "old_key", s.old_key);
    v(Part::party, "new_key", s.new_key);
  }
};
// type 11. All keys that compare sealed things, made anew under a new secret, in one group.
struct Rekey {
  using Outcome = NoOutcome;
  std::uint32_t version = 0;  // of the keys from now on
  std::vector<RekeyedKey> keys;
  bool last = false;          // of its group
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "version", s.version);
    v(Part::party, "keys", s.keys);
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
