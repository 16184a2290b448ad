// What deciding about projects needs of the rulebook in force. Filled by service/rules.cc.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/number.h"
#include "project/programme_rules.h"
#include "project/support_rules.h"
#include "project/work_commands.h"

namespace sumi::project {

// Of forests: jcredit-scheme/rules, forest_buffer.rate_min, forest_buffer.rate_max, forest.permanence_years.
struct ForestRules {
  Rational buffer_rate_min, buffer_rate_max;  // shares of 1
  std::uint32_t permanence_years = 0;         // at least
};

struct ProjectRules {
  std::set<std::string, std::less<>> grounds;             // jcredit-registry/committee_grounds: of refusals, returns, recusals, findings
  // jcredit-scheme/plan_changes.
  std::map<ChangeKind, bool> change_needs_validation;     // a kind that is not here: it does
  std::map<ChangeKind, bool> change_cuts_period;          // no report runs over its first day; a kind that is not here: none does
  // jcredit-methodologies/methodologies: the sector of each number, and all sectors.
  std::map<std::string, std::string, std::less<>> sectors;
  std::set<std::string, std::less<>> scopes;
  std::map<std::string, std::string, std::less<>> newest_versions;  // of the methodologies whose packs are at hand
  // jcredit-scheme/rules. 0: no value is at hand, and nothing that needs it passes.
  std::uint32_t crediting_years_max = 0;
  std::uint32_t extensions_max = 0;
  std::optional<std::uint32_t> appeal_days;               // nothing: an appeal has no end
  ProgrammeRules programme;
  std::optional<SupportRules> support;                    // nothing: the rulebook has no pack jcredit-support, and no support is given
  std::optional<ForestRules> forest;                      // nothing: the values are not at hand, and no terms can be set
};

}  // namespace sumi::project
