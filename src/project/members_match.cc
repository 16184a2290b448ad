#include "project/members_match.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/limits.h"
#include "project/errors.h"

namespace sumi::project {

namespace {

bool has_address(const std::vector<MemberKey>& keys) {
  return std::ranges::any_of(keys, [](const MemberKey& k) { return k.kind == MemberKeyKind::address; });
}

// The days that a project claims of what its member counts in. One that was refused may come again with the members that it has; one that was
// withdrawn keeps what lies before, and nothing where it was never registered.
std::optional<Period> claimed(const Cases& cases, ProjectNumber project, std::optional<Period> counted) {
  const WithdrawalRow* withdrawn = cases.conduct.withdrawals.find(project);
  if (withdrawn == nullptr || !counted) return counted;
  if (withdrawn->stage_before != ProjectStage::registered) return std::nullopt;
  if (withdrawn->from <= counted->last) counted->last = withdrawn->from.plus_days(-1);
  return counted->last < counted->first ? std::nullopt : counted;
}

// The days for which the member is found by a key: of a former one, those before it was replaced.
std::optional<Period> held_in(const KeyHeld& held, std::optional<Period> counted) {
  if (!counted || !held.until) return counted;
  if (*held.until <= counted->last) counted->last = held.until->plus_days(-1);
  return counted->last < counted->first ? std::nullopt : counted;
}

// What says more comes first: a machine is one machine, an address may hold two households, a company may have many sites.
int weight(MemberKeyKind kind) {
  switch (kind) {
    case MemberKeyKind::equipment: return 0;
    case MemberKeyKind::meter: return 1;
    case MemberKeyKind::address: return 2;
    case MemberKeyKind::corporate_number: return 3;
  }
  return 4;
}

}  // namespace

void Matcher::meet(const Comparing& member, MemberKeyKind kind, MemberRef other, bool other_has_address, std::map<MemberRef, MemberKeyKind>& found) const {
  if (other == member.member) return;
  if (kind == MemberKeyKind::corporate_number && !found.contains(other)) {
    // One company with two sites in one programme. Of another programme its first member stands for all its sites.
    if (other.project == member.member.project && other_has_address && has_address(*member.keys)) return;
    if (other.project != member.member.project && std::ranges::any_of(found, [&](const auto& f) { return f.first.project == other.project; })) return;
  }
  found.try_emplace(other, kind);
}

Result<void> Matcher::look(const Comparing& member) {
  std::map<MemberRef, MemberKeyKind> found;
  auto keys = *member.keys;
  std::ranges::stable_sort(keys, {}, [](const MemberKey& k) { return weight(k.kind); });
  if (member.counts_in) {
    for (const MemberKey& key : keys) {
      for (auto it = cases_.members.holders.lower_bound({key.kind, key.key, {}}); it != cases_.members.holders.end(); ++it) {
        if (it->first.kind != key.kind || it->first.key != key.key) break;
        const RegisteredMember& other = cases_.members.rows.at(it->first.member);
        const auto counted = claimed(cases_, it->first.member.project, held_in(it->second, other.counts_in()));
        if (!counted || !counted->overlaps(*member.counts_in)) continue;
        meet(member, key.kind, it->first.member, has_address(other.entry.keys), found);
      }
      const auto fresh = fresh_.find({key.kind, key.key});
      if (fresh == fresh_.end()) continue;
      for (const Comparing& other : fresh->second) {
        if (other.counts_in && other.counts_in->overlaps(*member.counts_in)) meet(member, key.kind, other.member, has_address(*other.keys), found);
      }
    }
  }
  if (found.size() > limits::member_matches_max) {
    return fail(errors::member_matches_too_many, {{"member", std::to_string(member.member.member)}, {"count", std::to_string(found.size())}});
  }
  for (const auto& [other, kind] : found) matches_.push_back({++match_, member.member.member, kind, other.project, other.member});
  for (const MemberKey& key : *member.keys) fresh_[{key.kind, key.key}].push_back(member);
  return {};
}

}  // namespace sumi::project
