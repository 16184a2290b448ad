#include "project/conduct.h"

#include "project/cases.h"
#include "project/errors.h"

namespace sumi::project {

Result<NoOutcome> decide(const Cases&, const OpenRound&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<DocketItem> decide(const Cases&, const PutOnDocket&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<NoOutcome> decide(const Cases&, const Recuse&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<RoundClosed> decide(const Cases&, const CloseRound&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<NoOutcome> decide(const Cases&, const RecordAccreditation&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<NoOutcome> decide(const Cases&, const DeclareInterests&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<FindingRaised> decide(const Cases&, const RaiseFinding&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<NoOutcome> decide(const Cases&, const AnswerFinding&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<NoOutcome> decide(const Cases&, const CloseFinding&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<NoOutcome> decide(const Cases&, const RecordSiteVisit&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<NoOutcome> decide(const Cases&, const ReturnForCorrection&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<NoOutcome> decide(const Cases&, const AnswerReturn&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<ChangeProposed> decide(const Cases&, const ProposeChange&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<NoOutcome> decide(const Cases&, const ValidateChange&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<NoOutcome> decide(const Cases&, const DecideChange&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<NoOutcome> decide(const Cases&, const WithdrawProject&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<AppealLodged> decide(const Cases&, const Appeal&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<NoOutcome> decide(const Cases&, const DecideAppeal&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<ObligationRecorded> decide(const Cases&, const RecordOverIssuance&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
Result<NoOutcome> decide(const Cases&, const HoldProject&, const Act&, const Relations&, const ProjectRules&) { return fail(errors::project_unknown, {{"project", "TODO"}}); }
void apply(Cases&, const OpenRound&, const NoOutcome&, const Act&) {}
void apply(Cases&, const PutOnDocket&, const DocketItem&, const Act&) {}
void apply(Cases&, const Recuse&, const NoOutcome&, const Act&) {}
void apply(Cases&, const CloseRound&, const RoundClosed&, const Act&) {}
void apply(Cases&, const RecordAccreditation&, const NoOutcome&, const Act&) {}
void apply(Cases&, const DeclareInterests&, const NoOutcome&, const Act&) {}
void apply(Cases&, const RaiseFinding&, const FindingRaised&, const Act&) {}
void apply(Cases&, const AnswerFinding&, const NoOutcome&, const Act&) {}
void apply(Cases&, const CloseFinding&, const NoOutcome&, const Act&) {}
void apply(Cases&, const RecordSiteVisit&, const NoOutcome&, const Act&) {}
void apply(Cases&, const ReturnForCorrection&, const NoOutcome&, const Act&) {}
void apply(Cases&, const AnswerReturn&, const NoOutcome&, const Act&) {}
void apply(Cases&, const ProposeChange&, const ChangeProposed&, const Act&) {}
void apply(Cases&, const ValidateChange&, const NoOutcome&, const Act&) {}
void apply(Cases&, const DecideChange&, const NoOutcome&, const Act&) {}
void apply(Cases&, const WithdrawProject&, const NoOutcome&, const Act&) {}
void apply(Cases&, const Appeal&, const AppealLodged&, const Act&) {}
void apply(Cases&, const DecideAppeal&, const NoOutcome&, const Act&) {}
void apply(Cases&, const RecordOverIssuance&, const ObligationRecorded&, const Act&) {}
void apply(Cases&, const HoldProject&, const NoOutcome&, const Act&) {}

std::uint64_t next_obligation(const Cases& cases) {
  const auto& rows = cases.conduct.obligations;
  return rows.empty() ? 1 : std::prev(rows.end())->first + 1;
}
void add_obligation(Cases& cases, std::uint64_t number, ObligationRow row) { cases.conduct.obligations.put(number, std::move(row)); }

}  // namespace sumi::project
