// What deciding about projects needs of the rulebook in force. Filled by service/rules.cc.
#pragma once

#include <map>
#include <set>
#include <string>

#include "project/work_commands.h"

namespace sumi::project {

struct ProjectRules {
  std::set<std::string, std::less<>> grounds;             // jcredit-registry/committee_grounds: of refusals, returns, recusals, findings
  std::map<ChangeKind, bool> change_needs_validation;     // a kind that is not here: it does
};

}  // namespace sumi::project
