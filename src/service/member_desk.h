// The desk at which a programme's members are kept: the register as a table, a list checked row by row before it is taken, changes, and those that look alike.
//
// Names and addresses come out of people.db for the rows that are shown and for nobody else; a member that was erased has none.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "project/names.h"
#include "project/revenue_share.h"
#include "service/members.h"
#include "service/plan_desk.h"

namespace sumi::service {

struct MemberView {
  std::uint64_t member = 0;  // the register's number
  std::string own;           // the operator's
  std::string name, address; // "" where they were erased
  Date applied_on, start;
  Period period;
  std::string list;
  project::MemberStatus status = project::MemberStatus::active;
  std::optional<Date> ended_on;
  Date admitted_on;
  bool erased = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "member", s.member);
    v(Part::open, "own", s.own);
    v(Part::open, "name", s.name);
    v(Part::open, "address", s.address);
    v(Part::open, "applied_on", s.applied_on);
    v(Part::open, "start", s.start);
    v(Part::open, "period", s.period);
    v(Part::open, "list", s.list);
    v(Part::open, "status", s.status);
    v(Part::open, "ended_on", s.ended_on);
    v(Part::open, "admitted_on", s.admitted_on);
    v(Part::open, "erased", s.erased);
  }
};
struct MembersAsked {
  ProjectNumber project;
  std::string text;    // in the operator's number
  std::string status;  // active, left, excluded; "" = all
  std::string list;
  std::string sort;    // member (default), -member, applied_on, -applied_on
};
// The members that were asked for, by number or day: without names, so that a table of 100,000 is quick.
[[nodiscard]] Result<std::vector<std::uint64_t>> members_asked(const Ledger& ledger, const MembersAsked& asked);
// Those of them from place `from` (0 = the first) on, at most `limit`, with their names.
[[nodiscard]] Result<std::vector<MemberView>> member_views(const Ledger& ledger, ProjectNumber project, const std::vector<std::uint64_t>& members, std::size_t from, std::size_t limit);

struct MemberMatchView {
  std::uint64_t match = 0;
  project::MemberKeyKind kind = project::MemberKeyKind::corporate_number;
  Bilingual kind_words;
  bool open = true;
  std::optional<project::MatchDecision> decision;
  std::string ground;
  MemberView member;
  ProjectNumber other_project;
  bool other_is_own = false;         // of this operator: shown
  std::optional<MemberView> other;   // absent where it is another operator's
  std::uint64_t other_member = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "match", s.match);
    v(Part::open, "kind", s.kind);
    v(Part::open, "kind_words", s.kind_words);
    v(Part::open, "open", s.open);
    v(Part::open, "decision", s.decision);
    v(Part::open, "ground", s.ground);
    v(Part::open, "member", s.member);
    v(Part::open, "other_project", s.other_project);
    v(Part::open, "other_is_own", s.other_is_own);
    v(Part::open, "other", s.other);
    v(Part::open, "other_member", s.other_member);
  }
};
// Open ones first, then by number. `decides`: for who judges them (the secretariat), who sees both members whosoever's they are; else another operator's is left out.
[[nodiscard]] Result<std::vector<MemberMatchView>> member_matches(const Ledger& ledger, ProjectNumber project, OrganisationNumber organisation, bool decides);

// A row is known by its line and the operator's number: a report is kept for a while (service/jobs.h), and no name is kept beside people.db.
struct ListRow {
  std::uint32_t line = 0;
  std::string own;
  bool good = true;
  std::vector<FieldFinding> findings;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "line", s.line);
    v(Part::open, "own", s.own);
    v(Part::open, "good", s.good);
    v(Part::open, "findings", s.findings);
  }
};
struct ListReport {
  std::uint64_t rows = 0;       // that could be read
  std::uint64_t taken = 0;      // 0: nothing was taken
  bool repeated = false;        // the same list was taken before
  std::uint64_t matches = 0;    // that look like somebody who is there already
  std::vector<ListRow> report;  // rows with findings first, then the others, at most 500
  std::vector<FieldFinding> findings;  // of the list as a whole
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "rows", s.rows);
    v(Part::open, "taken", s.taken);
    v(Part::open, "repeated", s.repeated);
    v(Part::open, "matches", s.matches);
    v(Part::open, "report", s.report);
    v(Part::open, "findings", s.findings);
  }
};
struct ListAsked {
  ProjectNumber project;
  std::string bytes;  // CSV or XLSX
  PersonId person;
  OrganisationNumber organisation;
  bool take = false;  // false: read and told only
};
// A row that is wrong is told and nothing is taken. Evidence stands in a list as "sha256:" and 64 digits, which were uploaded before: no file is opened by its name.
// `progress`: rows that are done, of all.
[[nodiscard]] Result<ListReport> member_list(Ledger& ledger, const ListAsked& asked, const std::function<void(std::uint64_t done, std::uint64_t of)>& progress = {});

// A change that brings new keys (a move, a new owner, new equipment): the keys are made here, since they need the store's secret.
struct MemberChange {
  project::MemberChangeKind kind = project::MemberChangeKind::leave;
  Date on;
  ProjectNumber to_project;
  std::string name, address, corporate_number;
  std::vector<std::string> equipment, meters;
  Hash evidence;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "kind", s.kind);
    v(Part::open, "on", s.on);
    v(Part::open, "to_project", s.to_project);
    v(Part::open, "name", s.name);
    v(Part::open, "address", s.address);
    v(Part::open, "corporate_number", s.corporate_number);
    v(Part::open, "equipment", s.equipment);
    v(Part::open, "meters", s.meters);
    v(Part::open, "evidence", s.evidence);
  }
};
// The request that makes it, ready to be submitted.
[[nodiscard]] Result<Request> member_change(Ledger& ledger, ProjectNumber project, std::uint64_t member, const MemberChange& change);

// ---- Shares of the income ----

struct ShareAsked {
  std::uint64_t total_yen = 0;
  std::string rule;  // per_tonne, equal, fixed
  struct Member {
    std::string member;
    std::string tonnes;           // per_tonne: exact
    std::uint64_t fixed_yen = 0;  // fixed
    template <class Self, class V> static void fields(Self& s, V& v) {
      v(Part::open, "member", s.member);
      v(Part::open, "tonnes", s.tonnes);
      v(Part::open, "fixed_yen", s.fixed_yen);
    }
  };
  std::vector<Member> members;  // none: of the rule "equal" every member that counts today
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "total_yen", s.total_yen);
    v(Part::open, "rule", s.rule);
    v(Part::open, "members", s.members);
  }
};
struct ShareLine {
  std::string member;
  Amount share;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "member", s.member);
    v(Part::open, "share", s.share);
  }
};
struct ShareView {
  Amount total;
  Amount operators;
  Bilingual rule;     // how it was shared
  std::string plan;   // what the plan says of it (form 2.1)
  std::vector<ShareLine> members;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "total", s.total);
    v(Part::open, "operators", s.operators);
    v(Part::open, "rule", s.rule);
    v(Part::open, "plan", s.plan);
    v(Part::open, "members", s.members);
  }
};
// Errors: those of project::share_revenue, and of tonnes that are no number.
[[nodiscard]] Result<ShareView> share_view(const Ledger& ledger, ProjectNumber project, const ShareAsked& asked);

}  // namespace sumi::service
