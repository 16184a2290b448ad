// The committee's rounds, verifiers, findings, returns, changes, appeals, holds and obligations.
//
// A register binds from its first entry: before a store has opened a round or recorded an accreditation, decisions and verifications are taken as they were
// before these registers existed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/act.h"
#include "base/result.h"
#include "base/table.h"
#include "project/conduct_rows.h"
#include "project/deadlines.h"
#include "project/project_rules.h"
#include "project/work_commands.h"

namespace sumi::project {

struct Cases;

struct Conduct {
  Table<std::uint32_t, RoundRow> rounds;
  Table<DocketKey, DocketRow> docket;
  Table<AccreditationKey, AccreditationRow> accreditations;
  Table<InterestKey, InterestRow> interests;
  Table<FindingKey, FindingRow> findings;
  Table<VisitKey, VisitRow> visits;
  Table<ReturnKey, ReturnRow> returns;
  Table<ChangeKey, ChangeRow> changes;
  Table<ProjectNumber, WithdrawalRow> withdrawals;
  Table<AppealKey, AppealRow> appeals;
  Table<std::uint64_t, ObligationRow> obligations;  // credits to be bought back and cancelled
  Table<HoldKey, HoldRow> holds;                    // those that are set
  Table<SuccessionKey, SuccessionRow> successions;
  Table<DeadlineKey, NoOutcome> deadlines;          // of every subject; see deadlines.h

  // Every table, in the order of the dump.
  template <class Self, class F> static void each(Self& self, F&& f) {
    f("conduct.rounds", self.rounds), f("conduct.docket", self.docket), f("conduct.accreditations", self.accreditations), f("conduct.interests", self.interests);
    f("conduct.findings", self.findings), f("conduct.visits", self.visits), f("conduct.returns", self.returns), f("conduct.changes", self.changes);
    f("conduct.withdrawals", self.withdrawals), f("conduct.appeals", self.appeals), f("conduct.obligations", self.obligations), f("conduct.holds", self.holds);
    f("conduct.successions", self.successions), f("conduct.deadlines", self.deadlines);
  }
};

// What other subjects ask of the registers here.
//
// Nobody acts on a project that is held (project_held), nor after its withdrawal on later days (project_withdrawn), nor while a forest's yearly report is
// missing (permanence_report_missing).
[[nodiscard]] Result<void> check_not_held(const Cases& cases, ProjectNumber project);

// What is decided: the fields that its kind does not use are 0.
struct DocketSubject {
  DocketKind kind = DocketKind::registration;
  ProjectNumber project;
  std::uint32_t report = 0;
  std::uint32_t change = 0;
  std::uint32_t proposal = 0;
};
// Once a store has opened a round, a decision belongs to an open one, stands on its docket, has its quorum without the recused, and is made by a member who
// is present and not recused. Before the first round everything passes.
[[nodiscard]] Result<void> check_docket(const Cases& cases, const DocketSubject& subject, std::uint32_t round, const Act& act);
// The same of a decision for which no docket has a kind: an open round, on its day or later, by a member who is present.
[[nodiscard]] Result<void> check_round(const Cases& cases, std::uint32_t round, const Act& act);
// The decision is noted on the docket, if there is one.
void mark_decided(Cases& cases, const DocketSubject& subject, std::uint32_t round, bool approved, const Act& act);
// A key of the rulebook's grounds, or empty (ground_unknown).
[[nodiscard]] Result<void> check_ground_key(const std::string& ground, const ProjectRules& rules);
// Once a store has recorded an accreditation, who validates or verifies has one that holds on the day and covers the methodologies' sectors, and has
// declared itself free of conflict in this case.
[[nodiscard]] Result<void> check_verifier(const Cases& cases, const ReviewKey& review, OrganisationNumber verifier, const std::vector<MethodologyUse>& methodologies,
                                          const Act& act, const ProjectRules& rules);
// No positive result while a corrective or clarification finding is open.
[[nodiscard]] Result<void> check_findings_settled(const Cases& cases, const ReviewKey& review);
// A return waits for its answer: the committee waits too.
[[nodiscard]] Result<void> check_no_return(const Cases& cases, ProjectNumber project, std::uint32_t report);
// The return of that application that is open; nullptr: none.
[[nodiscard]] const ReturnRow* open_return(const Cases& cases, ProjectNumber project, std::uint32_t report);
// Credits that should have been bought back by now hold up new certifications of the project.
[[nodiscard]] Result<void> check_no_overdue(const Cases& cases, ProjectNumber project, Date day);
// The last day whose reductions may be certified; nothing: the project is not withdrawn.
[[nodiscard]] std::optional<Date> withdrawn_from(const Cases& cases, ProjectNumber project);
[[nodiscard]] Result<void> check_not_withdrawn(const Cases& cases, ProjectNumber project, const Period& period);
// The return of this application was not answered in time: the application is undone and may be made again.
void lapse_application(Cases& cases, ProjectNumber project, std::uint32_t report, const Act& act);
// In every version of every plan, and in changes that are open.
void replace_proponent(Cases& cases, OrganisationNumber from, OrganisationNumber to);

[[nodiscard]] Result<RoundOpened> decide(const Cases&, const OpenRound&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<DocketItem> decide(const Cases&, const PutOnDocket&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const Recuse&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<RoundClosed> decide(const Cases&, const CloseRound&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const RecordAccreditation&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const DeclareInterests&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<FindingRaised> decide(const Cases&, const RaiseFinding&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const AnswerFinding&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const CloseFinding&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const RecordSiteVisit&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const ReturnForCorrection&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const AnswerReturn&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<ChangeProposed> decide(const Cases&, const ProposeChange&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const ValidateChange&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const DecideChange&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const WithdrawProject&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<AppealLodged> decide(const Cases&, const Appeal&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const DecideAppeal&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<ObligationRecorded> decide(const Cases&, const RecordOverIssuance&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const HoldProject&, const Act&, const Relations&, const ProjectRules&);

void apply(Cases&, const OpenRound&, const RoundOpened&, const Act&);
void apply(Cases&, const PutOnDocket&, const DocketItem&, const Act&);
void apply(Cases&, const Recuse&, const NoOutcome&, const Act&);
void apply(Cases&, const CloseRound&, const RoundClosed&, const Act&);
void apply(Cases&, const RecordAccreditation&, const NoOutcome&, const Act&);
void apply(Cases&, const DeclareInterests&, const NoOutcome&, const Act&);
void apply(Cases&, const RaiseFinding&, const FindingRaised&, const Act&);
void apply(Cases&, const AnswerFinding&, const NoOutcome&, const Act&);
void apply(Cases&, const CloseFinding&, const NoOutcome&, const Act&);
void apply(Cases&, const RecordSiteVisit&, const NoOutcome&, const Act&);
void apply(Cases&, const ReturnForCorrection&, const NoOutcome&, const Act&);
void apply(Cases&, const AnswerReturn&, const NoOutcome&, const Act&);
void apply(Cases&, const ProposeChange&, const ChangeProposed&, const Act&);
void apply(Cases&, const ValidateChange&, const NoOutcome&, const Act&);
void apply(Cases&, const DecideChange&, const NoOutcome&, const Act&);
void apply(Cases&, const WithdrawProject&, const NoOutcome&, const Act&);
void apply(Cases&, const Appeal&, const AppealLodged&, const Act&);
void apply(Cases&, const DecideAppeal&, const NoOutcome&, const Act&);
void apply(Cases&, const RecordOverIssuance&, const ObligationRecorded&, const Act&);
void apply(Cases&, const HoldProject&, const NoOutcome&, const Act&);

// Writes an open obligation under the next number, which must be what the outcome says.
void add_obligation(Cases& cases, std::uint64_t number, const ObligationRow& row);
[[nodiscard]] std::uint64_t next_obligation(const Cases& cases);

}  // namespace sumi::project
