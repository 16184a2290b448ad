// Checks and searches that the files of the scheme's work share. Only for conduct_*.cc.
#pragma once

#include "project/cases.h"
#include "project/errors.h"

namespace sumi::project {

[[nodiscard]] Result<const ChangeRow*> find_change(const Cases& cases, ProjectNumber project, std::uint32_t change);
[[nodiscard]] Result<void> need_change_stage(const ChangeRow& change, std::initializer_list<ChangeStage> allowed);
// appeal_unknown, appeal_decided
[[nodiscard]] Result<const AppealRow*> find_open_appeal(const Cases& cases, ProjectNumber project, std::uint32_t appeal);

// The last number given within a project: of the keys from `low` on, which come before `beyond`; 0 where there is none.
template <class Row, class Key>
[[nodiscard]] std::uint32_t last_of(const Table<Key, Row>& table, const Key& low, const Key& beyond, std::uint32_t Key::*number) {
  auto it = table.lower_bound(beyond);
  if (it == table.begin()) return 0;
  --it;
  return it->first < low ? 0 : it->first.*number;
}

}  // namespace sumi::project
