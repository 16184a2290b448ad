// The committee's rounds, verifiers, findings, returns, changes, appeals, holds and obligations.
#pragma once

#include "base/act.h"
#include "base/result.h"
#include "base/table.h"
#include "project/work_commands.h"
#include "project/project_rules.h"

namespace sumi::project {

struct Cases;

struct ObligationRow {
  ObligationCause cause = ObligationCause::over_issuance;
  ProjectNumber project;
  CertificationNumber certification;  // 0 where it is of the project as a whole
  std::uint64_t tonnes = 0;
  Date due;                           // nil day (0): none was set
  RetirementNumber settled_by;        // 0 = open
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "cause", s.cause);
    v(Part::open, "project", s.project);
    v(Part::open, "certification", s.certification);
    v(Part::open, "tonnes", s.tonnes);
    v(Part::open, "due", s.due);
    v(Part::open, "settled_by", s.settled_by);
  }
};

struct Conduct {
  Table<std::uint64_t, ObligationRow> obligations;  // credits to be bought back and cancelled

  // Every table, in the order of the dump.
  template <class Self, class F> static void each(Self& self, F&& f) { f(self.obligations);  }
};

[[nodiscard]] Result<NoOutcome> decide(const Cases&, const OpenRound&, const Act&, const Relations&, const ProjectRules&);
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

void apply(Cases&, const OpenRound&, const NoOutcome&, const Act&);
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
void add_obligation(Cases& cases, std::uint64_t number, ObligationRow row);
[[nodiscard]] std::uint64_t next_obligation(const Cases& cases);

}  // namespace sumi::project
