// The keys by which members are compared, made anew: the same comparisons under another secret.
#include "project/cases.h"
#include "project/members.h"

namespace sumi::project {

namespace {

void replace(std::vector<MemberKey>& keys, const Hash& old_key, const Hash& new_key) {
  for (auto& key : keys) {
    if (key.key == old_key) key.key = new_key;
  }
}

}  // namespace

void rekey(Cases& cases, const Hash& old_key, const Hash& new_key) {
  auto& members = cases.members;
  std::vector<std::pair<KeyHolder, KeyHeld>> held;
  for (const auto kind : {MemberKeyKind::corporate_number, MemberKeyKind::address, MemberKeyKind::equipment, MemberKeyKind::meter}) {
    for (auto it = members.holders.lower_bound({kind, old_key, {}}); it != members.holders.end() && it->first.kind == kind && it->first.key == old_key; ++it) held.push_back(*it);
  }
  for (const auto& [holder, until] : held) {
    members.rows.update(holder.member, [&](RegisteredMember& row) {
      replace(row.entry.keys, old_key, new_key);
      for (auto& former : row.former_keys) replace(former.keys, old_key, new_key);
    });
    members.holders.erase(holder);
    members.holders.put({holder.kind, new_key, holder.member}, until);
  }
}

}  // namespace sumi::project
