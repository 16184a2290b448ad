// Forests after their certification: buffer terms, yearly reports, reversals.
#pragma once

#include "base/act.h"
#include "base/result.h"
#include "base/table.h"
#include "project/permanence_commands.h"
#include "project/project_rules.h"

namespace sumi::project {

struct Cases;

struct Permanence {
  // Every table, in the order of the dump.
  template <class Self, class F> static void each(Self& self, F&& f) { (void)f; (void)self; }
};

[[nodiscard]] Result<NoOutcome> decide(const Cases&, const SetForestTerms&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const ReportPermanence&, const Act&, const Relations&, const ProjectRules&);

void apply(Cases&, const SetForestTerms&, const NoOutcome&, const Act&);
void apply(Cases&, const ReportPermanence&, const NoOutcome&, const Act&);

}  // namespace sumi::project
