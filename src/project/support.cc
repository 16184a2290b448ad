#include "project/support.h"

#include "project/cases.h"
#include "project/errors.h"

namespace sumi::project {

Result<NoOutcome> decide(const Cases&, const ApplyForSupport&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<NoOutcome> decide(const Cases&, const DecideSupport&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<NoOutcome> decide(const Cases&, const RecordFollowUp&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
void apply(Cases&, const ApplyForSupport&, const NoOutcome&, const Act&) {}
void apply(Cases&, const DecideSupport&, const NoOutcome&, const Act&) {}
void apply(Cases&, const RecordFollowUp&, const NoOutcome&, const Act&) {}

}  // namespace sumi::project
