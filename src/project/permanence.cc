#include "project/permanence.h"

#include "project/cases.h"
#include "project/errors.h"

namespace sumi::project {

Result<NoOutcome> decide(const Cases&, const SetForestTerms&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<NoOutcome> decide(const Cases&, const ReportPermanence&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
void apply(Cases&, const SetForestTerms&, const NoOutcome&, const Act&) {}
void apply(Cases&, const ReportPermanence&, const NoOutcome&, const Act&) {}

}  // namespace sumi::project
