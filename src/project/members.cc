// Applying, and what others ask of the members.
#include "project/members.h"

#include <algorithm>

#include "project/cases.h"
#include "project/errors.h"

namespace sumi::project {

std::optional<Period> RegisteredMember::counts_in() const {
  if (status == MemberStatus::excluded) return std::nullopt;
  Period counted = entry.period;
  if (ended_on && *ended_on <= counted.last) counted.last = ended_on->plus_days(-1);
  if (counted.last < counted.first) return std::nullopt;
  return counted;
}

namespace {

// A key that the member has again counts as if it had never gone; one that went twice, until the later day.
void hold(Members& members, const MemberRef& ref, const RegisteredMember& row) {
  for (const FormerKeys& former : row.former_keys) {
    for (const MemberKey& key : former.keys) {
      const KeyHolder holder{key.kind, key.key, ref};
      const KeyHeld* held = members.holders.find(holder);
      members.holders.put(holder, {held == nullptr ? former.until : std::max(*held->until, former.until)});
    }
  }
  for (const MemberKey& key : row.entry.keys) members.holders.put({key.kind, key.key, ref}, {});
}
void let_go(Members& members, const MemberRef& ref, const RegisteredMember& row) {
  for (const FormerKeys& former : row.former_keys) {
    for (const MemberKey& key : former.keys) members.holders.erase({key.kind, key.key, ref});
  }
  for (const MemberKey& key : row.entry.keys) members.holders.erase({key.kind, key.key, ref});
}

// A correction says that the keys were never right, and yet the register counted with them until the day that it was told.
Date replaced_on(const ChangeMember& c, const Act& act) {
  return c.kind == MemberChangeKind::correction ? std::max(c.on, act.time.date_in_japan()) : c.on;
}

void add_matches(Cases& cases, ProjectNumber project, const std::vector<MemberMatch>& matches) {
  for (const MemberMatch& match : matches) {
    MatchRow row;
    row.match = match;
    cases.members.matches.put({project, match.match}, std::move(row));
  }
  if (matches.empty()) return;
  cases.members.counts.update(project, [&](MemberCounts& counts) { counts.matches = matches.back().match; });
}

bool counts(const Cases& cases, const MemberRef& ref) {
  const RegisteredMember* row = cases.members.rows.find(ref);
  return row != nullptr && row->counts_in().has_value();
}

}  // namespace

void Members::index() {
  std::vector<KeyHolder> old;
  for (const auto& [holder, held] : holders) old.push_back(holder);
  for (const KeyHolder& holder : old) holders.erase(holder);
  for (const auto& [ref, row] : rows) {
    if (row.status != MemberStatus::excluded) hold(*this, ref, row);
  }
}

std::vector<std::uint64_t> open_matches(const Cases& cases, ProjectNumber project) {
  std::vector<std::uint64_t> out;
  const auto& matches = cases.members.matches;
  for (auto it = matches.lower_bound({project, 0}); it != matches.end() && it->first.project == project; ++it) {
    const MemberMatch& m = it->second.match;
    if (!it->second.decision && counts(cases, {project, m.member}) && counts(cases, {m.other_project, m.other_member})) out.push_back(m.match);
  }
  return out;
}

Result<void> check_matches_decided(const Cases& cases, ProjectNumber project) {
  const auto open = open_matches(cases, project);
  if (open.empty()) return {};
  const MatchRow& row = cases.members.matches.at({project, open.front()});
  return fail(errors::match_open, {{"match", std::to_string(open.front())}, {"member", std::to_string(row.match.member)}});
}

Result<void> check_still_counting(const Cases& cases, ProjectNumber project, std::uint32_t report) {
  const Period period = cases.reports.at({project, report}).period;
  const auto& rows = cases.members.rows;
  for (auto it = rows.lower_bound({project, 0}); it != rows.end() && it->first.project == project; ++it) {
    const RegisteredMember& row = it->second;
    if (row.lost_after < report || row.joined_after >= report) continue;
    Period lost = row.entry.period;
    if (const auto counted = row.counts_in()) lost.first = counted->last.plus_days(1);
    if (lost.last < lost.first || !lost.overlaps(period)) continue;
    return fail(errors::report_counts_lost, {{"report", std::to_string(report)}, {"period", period.to_string()}, {"member", std::to_string(it->first.member)}});
  }
  return {};
}

std::vector<std::uint64_t> members_counting(const Cases& cases, ProjectNumber project, const Period& period) {
  std::vector<std::uint64_t> out;
  const auto& rows = cases.members.rows;
  for (auto it = rows.lower_bound({project, 0}); it != rows.end() && it->first.project == project; ++it) {
    const auto counted = it->second.counts_in();
    if (counted && counted->overlaps(period)) out.push_back(it->first.member);
  }
  return out;
}

std::vector<Sealed> sealed_of(const RegisteredMember& row) {
  std::vector<Sealed> out = row.former;
  for (const Sealed& s : {row.entry.name, row.entry.address}) {
    if (s) out.push_back(s);
  }
  return out;
}

void apply(Cases& cases, const AdmitMembers& c, const MembersAdmitted& outcome, const Act& act) {
  for (std::size_t i = 0; i < c.members.size(); ++i) {
    RegisteredMember row;
    row.entry = c.members[i];
    row.normaliser = c.normaliser;
    row.admitted_on = act.business_date;
    row.joined_after = cases.projects.at(c.project).reports;
    const MemberRef ref{c.project, outcome.first + i};
    hold(cases.members, ref, row);
    cases.members.rows.put(ref, std::move(row));
  }
  cases.members.counts.update(c.project, [&](MemberCounts& counts) { counts.members = outcome.first + c.members.size() - 1; });
  add_matches(cases, c.project, outcome.matches);
}

void apply(Cases& cases, const ChangeMember& c, const MemberChanged& outcome, const Act& act) {
  const MemberRef ref{c.project, c.member};
  const std::uint32_t reports = cases.projects.at(c.project).reports;
  if (!c.keys.empty()) let_go(cases.members, ref, cases.members.rows.at(ref));
  cases.members.rows.update(ref, [&](RegisteredMember& row) {
    if (c.name) {
      row.former.push_back(row.entry.name);
      row.entry.name = c.name;
    }
    if (c.address) {
      row.former.push_back(row.entry.address);
      row.entry.address = c.address;
    }
    if (!c.keys.empty()) {
      row.former_keys.push_back({std::move(row.entry.keys), replaced_on(c, act)});
      row.entry.keys = c.keys;
      row.normaliser = c.normaliser;
    }
    if (!ends_membership(c)) return;
    row.status = MemberStatus::left;
    row.ended_on = c.on;
    row.ended_by = c.kind;
    row.lost_after = reports;
    row.moved_to = c.to_project;
  });
  if (!c.keys.empty()) hold(cases.members, ref, cases.members.rows.at(ref));
  add_matches(cases, c.project, outcome.matches);
}

void apply(Cases& cases, const DecideMatch& c, const MatchDecided& outcome, const Act& act) {
  cases.members.matches.update({c.project, c.match}, [&](MatchRow& row) {
    row.decision = c.decision;
    row.ground = c.ground;
    row.tonnes = c.tonnes;
    row.obligation = outcome.obligation;
    row.decided_by = act.actor;
    row.decided_on = act.business_date;
  });
  if (outcome.excluded != 0) {
    const MemberRef ref{c.project, outcome.excluded};
    let_go(cases.members, ref, cases.members.rows.at(ref));
    cases.members.rows.update(ref, [&](RegisteredMember& row) {
      row.status = MemberStatus::excluded;
      row.lost_after = cases.projects.at(c.project).reports;
    });
  }
  if (outcome.obligation == 0) return;
  ObligationRow owed;
  owed.cause = ObligationCause::double_registration;
  owed.project = c.project;
  owed.tonnes = c.tonnes;
  owed.recorded_on = act.business_date;
  add_obligation(cases, outcome.obligation, owed);
}

void apply(Cases& cases, const EraseMember& c, const NoOutcome&, const Act&) {
  cases.members.rows.update({c.project, c.member}, [](RegisteredMember& row) { row.erased = true; });
}

void apply(Cases& cases, const FixMemberList& c, const MemberListFixed& outcome, const Act& act) {
  FixedListRow row;
  row.period = c.period;
  row.purpose = c.purpose;
  row.seed_commitment = c.seed_commitment;
  row.organisation = act.on_behalf_of;
  row.on = act.business_date;
  row.members = members_counting(cases, c.project, c.period);
  cases.members.lists.put({c.project, outcome.list}, std::move(row));
  cases.members.counts.update(c.project, [&](MemberCounts& counts) { counts.lists = outcome.list; });
}

void apply(Cases& cases, const DrawSample& c, const SampleDrawn& outcome, const Act&) {
  cases.members.lists.update({c.project, c.list}, [&](FixedListRow& row) {
    row.drawn = true;
    row.seed = c.seed;
    row.strata = c.strata;
    row.sample = outcome.members;
  });
}

}  // namespace sumi::project
