#include "project/members.h"

#include "project/cases.h"
#include "project/errors.h"

namespace sumi::project {

Result<MembersAdmitted> decide(const Cases&, const AdmitMembers&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<MemberChanged> decide(const Cases&, const ChangeMember&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<MatchDecided> decide(const Cases&, const DecideMatch&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<NoOutcome> decide(const Cases&, const EraseMember&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<MemberListFixed> decide(const Cases&, const FixMemberList&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<SampleDrawn> decide(const Cases&, const DrawSample&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
void apply(Cases&, const AdmitMembers&, const MembersAdmitted&, const Act&) {}
void apply(Cases&, const ChangeMember&, const MemberChanged&, const Act&) {}
void apply(Cases&, const DecideMatch&, const MatchDecided&, const Act&) {}
void apply(Cases&, const EraseMember&, const NoOutcome&, const Act&) {}
void apply(Cases&, const FixMemberList&, const MemberListFixed&, const Act&) {}
void apply(Cases&, const DrawSample&, const SampleDrawn&, const Act&) {}

}  // namespace sumi::project
