// Help to small proponents, and follow-up.
#pragma once

#include "base/act.h"
#include "base/result.h"
#include "base/table.h"
#include "project/support_commands.h"
#include "project/project_rules.h"

namespace sumi::project {

struct Cases;

struct Support {
  // Every table, in the order of the dump.
  template <class Self, class F> static void each(Self& self, F&& f) { (void)f; (void)self; }
};

[[nodiscard]] Result<NoOutcome> decide(const Cases&, const ApplyForSupport&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const DecideSupport&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const RecordFollowUp&, const Act&, const Relations&, const ProjectRules&);

void apply(Cases&, const ApplyForSupport&, const NoOutcome&, const Act&);
void apply(Cases&, const DecideSupport&, const NoOutcome&, const Act&);
void apply(Cases&, const RecordFollowUp&, const NoOutcome&, const Act&);

}  // namespace sumi::project
