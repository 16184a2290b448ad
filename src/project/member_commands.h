// The members of a programme project, as commands and outcomes. Data only: this header is also read by sumi-verify.
//
// A member may be a natural person: name and address are sealed, everything else about one member is for the parties. Sources: 実施規程（プロジェクト
// 実施者向け）2.2.9 and the form of programme plans Ver.4.0, as registered plans of 2024 quote them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "project/commands.h"

namespace sumi::project {

// What two members are compared by.
enum class MemberKeyKind : std::uint8_t { corporate_number = 1, address = 2, equipment = 3, meter = 4 };
enum class MemberChangeKind : std::uint8_t { leave = 1, move_house = 2, owner_change = 3, inheritance = 4, equipment = 5, programme_transfer = 6, consent_ended = 7, correction = 8 };
enum class MatchDecision : std::uint8_t { distinct = 1, duplicate = 2 };
// Where a member stands: counting; gone from a day on; a duplicate, of which nothing ever counts.
enum class MemberStatus : std::uint8_t { active = 1, left = 2, excluded = 3 };
enum class SamplePurpose : std::uint8_t { monitoring = 1, verification = 2 };
// A key for comparing: it survives spelling, and says nothing without the store's secret.
struct MemberKey {
  MemberKeyKind kind = MemberKeyKind::corporate_number;
  Hash key;  // HMAC-SHA-256 of the normalised text with the store's secret
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "kind", s.kind);
    v(Part::party, "key", s.key);
  }
};
// One member (会員) as it joins.
struct MemberEntry {
  std::string number;  // the operator's own (会員番号); no name
  Sealed name;
  Sealed address;
  std::vector<MemberKey> keys;
  Date applied_on;  // 入会申込日: the two-year rule counts from it
  Date start;  // first day of the member's activity
  Period period;  // in which its reductions count: at most 8 years from its own start
  std::string list;  // of the plan's lists (fuel kind, class, place): a key, no name of a person
  std::string consent;  // scope: a key of the rulebook's consents
  Date consent_until;  // last day; the period's end or later
  Hash evidence;  // of the member's application
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "number", s.number);
    v(Part::party, "name", s.name);
    v(Part::party, "address", s.address);
    v(Part::party, "keys", s.keys);
    v(Part::party, "applied_on", s.applied_on);
    v(Part::party, "start", s.start);
    v(Part::party, "period", s.period);
    v(Part::party, "list", s.list);
    v(Part::party, "consent", s.consent);
    v(Part::party, "consent_until", s.consent_until);
    v(Part::party, "evidence", s.evidence);
  }
};
// A member that has a key in common with one that counts already: a finding for a person to decide.
struct MemberMatch {
  std::uint64_t match = 0;  // counts within the project
  std::uint64_t member = 0;
  MemberKeyKind kind = MemberKeyKind::corporate_number;
  ProjectNumber other_project;
  std::uint64_t other_member = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "match", s.match);
    v(Part::party, "member", s.member);
    v(Part::party, "kind", s.kind);
    v(Part::party, "other_project", s.other_project);
    v(Part::party, "other_member", s.other_member);
  }
};
struct MembersAdmitted {
  std::uint32_t count = 0;
  std::uint64_t first = 0;  // number of the first of them within the project; the others follow
  std::vector<MemberMatch> matches;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "count", s.count);
    v(Part::party, "first", s.first);
    v(Part::party, "matches", s.matches);
  }
};
// type 80. Members join a programme at any time after its registration was applied for; many at once go as a group.
struct AdmitMembers {
  using Outcome = MembersAdmitted;
  ProjectNumber project;
  std::uint32_t normaliser = 0;  // version of the normaliser of names, addresses and numbers behind the keys
  std::vector<MemberEntry> members;  // at most limits::members_per_entry_max
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "normaliser", s.normaliser);
    v(Part::party, "members", s.members);
  }
};
struct MemberChanged {
  std::vector<MemberMatch> matches;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "matches", s.matches);
  }
};
// type 81. A member leaves, moves house, hands its house on; its reductions count until the day before, or go on under the new owner.
struct ChangeMember {
  using Outcome = MemberChanged;
  ProjectNumber project;
  std::uint64_t member = 0;
  MemberChangeKind kind = MemberChangeKind::leave;
  Date on;
  ProjectNumber to_project;  // of a transfer to another programme
  Sealed name;
  Sealed address;
  std::vector<MemberKey> keys;  // new ones, where owner, address or equipment changed
  std::uint32_t normaliser = 0;
  Hash evidence;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::party, "member", s.member);
    v(Part::party, "kind", s.kind);
    v(Part::party, "on", s.on);
    v(Part::party, "to_project", s.to_project);
    v(Part::party, "name", s.name);
    v(Part::party, "address", s.address);
    v(Part::party, "keys", s.keys);
    v(Part::party, "normaliser", s.normaliser);
    v(Part::party, "evidence", s.evidence);
  }
};
struct MatchDecided {
  std::uint64_t excluded = 0;  // the member that no longer counts; 0 = none
  std::uint64_t obligation = 0;  // 0 = nothing was issued for it yet: the claim is corrected
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "excluded", s.excluded);
    v(Part::open, "obligation", s.obligation);
  }
};
// type 82. Before an issue the claim is corrected; after it as many credits are bought back and cancelled (double registration, since 2025-12).
struct DecideMatch {
  using Outcome = MatchDecided;
  ProjectNumber project;
  std::uint64_t match = 0;
  MatchDecision decision = MatchDecision::distinct;
  std::string ground;  // a key of the rulebook's grounds
  std::uint64_t tonnes = 0;  // certified for the member and issued so far, out of the traces; 0 before an issue
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::party, "match", s.match);
    v(Part::party, "decision", s.decision);
    v(Part::party, "ground", s.ground);
    v(Part::party, "tonnes", s.tonnes);
  }
};
// type 83. Name and address of a member that left are erased from people.db; what was certified stays provable.
struct EraseMember {
  using Outcome = NoOutcome;
  ProjectNumber project;
  std::uint64_t member = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::party, "member", s.member);
  }
};
struct MemberListFixed {
  std::uint32_t list = 0;
  std::uint64_t count = 0;
  Hash members;  // SHA-256 over the members' numbers in order
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "list", s.list);
    v(Part::open, "count", s.count);
    v(Part::open, "members", s.members);
  }
};
// type 84. The population of a sample, fixed before the seed is known.
struct FixMemberList {
  using Outcome = MemberListFixed;
  ProjectNumber project;
  Period period;  // of the report
  SamplePurpose purpose = SamplePurpose::monitoring;
  Hash seed_commitment;  // SHA-256(0x05, seed): the seed itself is published after this entry
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "period", s.period);
    v(Part::open, "purpose", s.purpose);
    v(Part::open, "seed_commitment", s.seed_commitment);
  }
};
struct Stratum {
  std::string list;  // "" = all members
  std::uint32_t size = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "list", s.list);
    v(Part::open, "size", s.size);
  }
};
struct SampleDrawn {
  std::uint32_t size = 0;
  std::vector<std::uint64_t> members;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "size", s.size);
    v(Part::party, "members", s.members);
  }
};
// type 85. Drawn from the seed and the fixed list alone: anyone who has both draws the same members.
struct DrawSample {
  using Outcome = SampleDrawn;
  ProjectNumber project;
  std::uint32_t list = 0;
  Hash seed;
  std::vector<Stratum> strata;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "list", s.list);
    v(Part::open, "seed", s.seed);
    v(Part::open, "strata", s.strata);
  }
};

}  // namespace sumi::project
