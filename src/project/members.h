// Members of programmes and what is drawn of them.
#pragma once

#include "base/act.h"
#include "base/result.h"
#include "base/table.h"
#include "project/member_commands.h"
#include "project/project_rules.h"

namespace sumi::project {

struct Cases;

struct Members {
  // Every table, in the order of the dump.
  template <class Self, class F> static void each(Self& self, F&& f) { (void)f; (void)self; }
};

[[nodiscard]] Result<MembersAdmitted> decide(const Cases&, const AdmitMembers&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<MemberChanged> decide(const Cases&, const ChangeMember&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<MatchDecided> decide(const Cases&, const DecideMatch&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const EraseMember&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<MemberListFixed> decide(const Cases&, const FixMemberList&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<SampleDrawn> decide(const Cases&, const DrawSample&, const Act&, const Relations&, const ProjectRules&);

void apply(Cases&, const AdmitMembers&, const MembersAdmitted&, const Act&);
void apply(Cases&, const ChangeMember&, const MemberChanged&, const Act&);
void apply(Cases&, const DecideMatch&, const MatchDecided&, const Act&);
void apply(Cases&, const EraseMember&, const NoOutcome&, const Act&);
void apply(Cases&, const FixMemberList&, const MemberListFixed&, const Act&);
void apply(Cases&, const DrawSample&, const SampleDrawn&, const Act&);

}  // namespace sumi::project
