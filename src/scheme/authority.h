// What authority_commands.h leads to, as the state holds it.
#pragma once

#include "base/table.h"
#include "scheme/authority_commands.h"

namespace sumi::scheme {

struct DelegationRow {
  OrganisationNumber organisation;
  PersonId person;
  Role role = {};
  PersonId by;
  Date from;
  Date until;
  bool ended = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "person", s.person);
    v(Part::party, "role", s.role);
    v(Part::party, "by", s.by);
    v(Part::party, "from", s.from);
    v(Part::party, "until", s.until);
    v(Part::party, "ended", s.ended);
  }
};
struct LogKeyRow {
  Hash key;
  Instant since;
  std::uint64_t size = 0;  // of the tree when it began
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "key", s.key);
    v(Part::party, "since", s.since);
    v(Part::party, "size", s.size);
  }
};
struct EpochRow {
  std::uint64_t abandoned_size = 0;
  Hash abandoned_root;
  std::uint64_t kept_size = 0;
  Hash kept_root;
  std::string ground;
  Instant since;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "abandoned_size", s.abandoned_size);
    v(Part::party, "abandoned_root", s.abandoned_root);
    v(Part::party, "kept_size", s.kept_size);
    v(Part::party, "kept_root", s.kept_root);
    v(Part::party, "ground", s.ground);
    v(Part::party, "since", s.since);
  }
};
struct ErasureRow {
  std::string ground;
  Instant at;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "ground", s.ground);
    v(Part::party, "at", s.at);
  }
};
struct Authority {
  Table<std::uint64_t, DelegationRow> delegations;
  Table<std::uint32_t, LogKeyRow> log_keys;      // 1 = that of OpenStore, written with the first rotation
  Table<std::uint32_t, EpochRow> epochs;         // the first epoch has no row; 2 ...
  Table<Hash, ErasureRow> erasures;              // by commitment
  Table<std::uint32_t, Instant> key_versions;    // of the keys that compare; 1 has no row
  Table<Hash, Hash> rekeyed;                     // within the group of a rekey: new key, and the one before
  template <class Self, class F> static void each(Self& s, F&& f) { f("delegations", s.delegations), f("log_keys", s.log_keys), f("epochs", s.epochs), f("erasures", s.erasures), f("key_versions", s.key_versions), f("rekeyed", s.rekeyed); }
};

}  // namespace sumi::scheme
