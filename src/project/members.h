// Members of programmes: who joined and for which period, whom the register has seen before, and the samples drawn of them.
//
// Two members match where they have a key in common and their periods overlap: a finding for a person to decide, with its kind as the reason. One
// company at two addresses of one programme is no finding: its corporate number then only says that it has two sites. A match that stands
// open keeps the programme from being certified. A duplicate that was found before an issue is left out of the claim; after an issue as many
// credits are bought back and cancelled, which is written as an obligation.
//
// Personal: names and addresses are sealed; keys are HMACs with the store's secret. Erasing a member takes its sealed values (all that it ever had)
// out of people.db; its number, period and keys stay, so that what was certified stays provable and nobody is counted twice.
#pragma once

#include <compare>
#include <optional>

#include "base/act.h"
#include "base/result.h"
#include "base/table.h"
#include "project/member_commands.h"
#include "project/project_rules.h"

namespace sumi::project {

struct Cases;

struct MemberRef {
  ProjectNumber project;
  std::uint64_t member = 0;  // counts within the project, from 1
  friend auto operator<=>(const MemberRef&, const MemberRef&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::party, "member", s.member);
  }
};
// Keys that a change replaced. For the days before, the member is still found by them.
struct FormerKeys {
  std::vector<MemberKey> keys;
  Date until;  // first day that they no longer count
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "keys", s.keys);
    v(Part::party, "until", s.until);
  }
};
struct RegisteredMember {
  MemberEntry entry;  // as it stands now; keys as of the last change
  MemberStatus status = MemberStatus::active;
  std::optional<Date> ended_on;        // first day that no longer counts
  std::optional<MemberChangeKind> ended_by;
  ProjectNumber moved_to;              // of a transfer
  std::vector<Sealed> former;          // names and addresses that it had before
  std::vector<FormerKeys> former_keys;
  std::uint32_t normaliser = 0;
  Date admitted_on;
  bool erased = false;
  std::uint32_t joined_after = 0;  // how many reports the project had submitted when it joined
  std::uint32_t lost_after = 0;    // and when days of its period ceased to count: it left, or was excluded
  // What counts of its period; nothing where it left before it began, or is excluded.
  [[nodiscard]] std::optional<Period> counts_in() const;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "entry", s.entry);
    v(Part::party, "status", s.status);
    v(Part::party, "ended_on", s.ended_on);
    v(Part::party, "ended_by", s.ended_by);
    v(Part::party, "moved_to", s.moved_to);
    v(Part::party, "former", s.former);
    v(Part::party, "former_keys", s.former_keys);
    v(Part::party, "normaliser", s.normaliser);
    v(Part::party, "admitted_on", s.admitted_on);
    v(Part::party, "erased", s.erased);
    v(Part::party, "joined_after", s.joined_after);
    v(Part::party, "lost_after", s.lost_after);
  }
};
struct MatchRef {
  ProjectNumber project;  // where it was found: of the later member
  std::uint64_t match = 0;
  friend auto operator<=>(const MatchRef&, const MatchRef&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::party, "match", s.match);
  }
};
struct MatchRow {
  MemberMatch match;
  std::optional<MatchDecision> decision;
  std::string ground;
  std::uint64_t tonnes = 0;
  std::uint64_t obligation = 0;
  PersonId decided_by;
  Date decided_on;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "match", s.match);
    v(Part::party, "decision", s.decision);
    v(Part::party, "ground", s.ground);
    v(Part::party, "tonnes", s.tonnes);
    v(Part::open, "obligation", s.obligation);
    v(Part::party, "decided_by", s.decided_by);
    v(Part::party, "decided_on", s.decided_on);
  }
};
struct MemberListRef {
  ProjectNumber project;
  std::uint32_t list = 0;  // counts within the project, from 1
  friend auto operator<=>(const MemberListRef&, const MemberListRef&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "list", s.list);
  }
};
struct FixedListRow {
  Period period;
  SamplePurpose purpose = SamplePurpose::monitoring;
  Hash seed_commitment;
  OrganisationNumber organisation;      // who fixed it, and draws from it
  Date on;
  std::vector<std::uint64_t> members;   // in order
  bool drawn = false;
  Hash seed;
  std::vector<Stratum> strata;
  std::vector<std::uint64_t> sample;    // in order
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "period", s.period);
    v(Part::open, "purpose", s.purpose);
    v(Part::open, "seed_commitment", s.seed_commitment);
    v(Part::open, "organisation", s.organisation);
    v(Part::open, "on", s.on);
    v(Part::party, "members", s.members);
    v(Part::open, "drawn", s.drawn);
    v(Part::open, "seed", s.seed);
    v(Part::open, "strata", s.strata);
    v(Part::party, "sample", s.sample);
  }
};
// The last numbers given within a project.
struct MemberCounts {
  std::uint64_t members = 0;
  std::uint64_t matches = 0;
  std::uint32_t lists = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "members", s.members);
    v(Part::party, "matches", s.matches);
    v(Part::open, "lists", s.lists);
  }
};
// Who has a key. Derived from the members, so never dumped.
struct KeyHolder {
  MemberKeyKind kind = MemberKeyKind::corporate_number;
  Hash key;
  MemberRef member;
  friend auto operator<=>(const KeyHolder&, const KeyHolder&) = default;
};
struct KeyHeld {
  std::optional<Date> until;  // of a former key: first day that it no longer counts
};

struct Members {
  Table<MemberRef, RegisteredMember> rows;
  Table<MatchRef, MatchRow> matches;
  Table<MemberListRef, FixedListRow> lists;
  Table<ProjectNumber, MemberCounts> counts;
  Table<KeyHolder, KeyHeld> holders;  // every member but the excluded ones, by its keys and its former ones

  // Every table of the dump, in its order.
  template <class Self, class F> static void each(Self& self, F&& f) { f("members.rows", self.rows), f("members.matches", self.matches), f("members.lists", self.lists), f("members.counts", self.counts); }
  void index();  // after loading
};

// Every place where that key stands has the new one from now on. A member that was left out keeps its old one: it compares with nobody.
void rekey(Cases& cases, const Hash& old_key, const Hash& new_key);
// The open matches of a project: undecided, and both members still count. The lowest number first.
[[nodiscard]] std::vector<std::uint64_t> open_matches(const Cases& cases, ProjectNumber project);
// project.match_open where there is one: before a certification.
[[nodiscard]] Result<void> check_matches_decided(const Cases& cases, ProjectNumber project);
// project.report_counts_lost where a member that had joined before the report lost days of the report's period after it: before a certification.
[[nodiscard]] Result<void> check_still_counting(const Cases& cases, ProjectNumber project, std::uint32_t report);
// Members that count on some day of the period, by number.
[[nodiscard]] std::vector<std::uint64_t> members_counting(const Cases& cases, ProjectNumber project, const Period& period);
// Whether the member's reductions end with this change. Moving house ends them unless the new address is given: then what is monitored moved too.
[[nodiscard]] bool ends_membership(const ChangeMember& change);
// Every sealed value that the member ever had.
[[nodiscard]] std::vector<Sealed> sealed_of(const RegisteredMember& row);

[[nodiscard]] Result<MembersAdmitted> decide(const Cases&, const AdmitMembers&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<MemberChanged> decide(const Cases&, const ChangeMember&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<MatchDecided> decide(const Cases&, const DecideMatch&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const EraseMember&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<MemberListFixed> decide(const Cases&, const FixMemberList&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<SampleDrawn> decide(const Cases&, const DrawSample&, const Act&, const Relations&, const ProjectRules&);

void apply(Cases&, const AdmitMembers&, const MembersAdmitted&, const Act&);
void apply(Cases&, const ChangeMember&, const MemberChanged&, const Act&);
void apply(Cases&, const DecideMatch&, const MatchDecided&, const Act&);
void apply(Cases&, const EraseMember&, const NoOutcome&, const Act&);
void apply(Cases&, const FixMemberList&, const MemberListFixed&, const Act&);
void apply(Cases&, const DrawSample&, const SampleDrawn&, const Act&);

}  // namespace sumi::project
