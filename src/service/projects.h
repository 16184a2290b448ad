// From documents to commands and back: a plan's file becomes a draft, monitoring data become a report, a verifier's replay becomes a verification.
//
// Documents lie in the evidence of the organisation that handed them in, and what the scheme's journal cites also in the scheme's own; the journal holds their
// SHA-256. Everything here reads the rulebook as this store has adopted it.
#pragma once

#include "project/calculate.h"
#include "project/eligibility.h"
#include "project/monitoring.h"
#include "service/ledger.h"

namespace sumi::service {

struct PlanCheck {
  project::CheckedPlan plan;
  project::Eligibility eligibility;
};
// A plan as TOML text that is registered nowhere: every slip of the file at once, then the rules R1 to R11.
Result<PlanCheck> check_plan_text(std::string_view toml, const std::string& file_name, const rulebook::Rulebook& rulebook, const project::PlanOptions& options = {},
                                  bool validated = false);

// Puts the plan into the evidence and gives its head; proponents are found by corporate number, else by name, in the state.
Result<project::PlanHead> file_plan(Ledger& ledger, const project::CheckedPlan& plan, OrganisationNumber owner);
// The current plan of a project, read back from the evidence and checked under the rulebook in force.
Result<project::CheckedPlan> filed_plan(const Ledger& ledger, ProjectNumber project, const rulebook::Rulebook& rulebook);

// The version of the plan under which a report of that period is calculated, with the packs of its registration.
struct ReportPlan {
  std::shared_ptr<const rulebook::Rulebook> rulebook;
  project::CheckedPlan plan;
};
Result<ReportPlan> plan_of_report(const Ledger& ledger, ProjectNumber project, const Period& period);

struct ReportDraft {
  project::SubmitReport command;
  project::CalculationResult calculation;
  project::DataSet data;
  std::vector<std::string> evidence_not_found;  // hashes that the data cite and no file at hand has
};
// Reads the data (any encoding of base/text.h), calculates, and puts data set and trace into the evidence, and with them every file beside the
// data, or in a folder evidence/ beside them, whose SHA-256 the data cite.
Result<ReportDraft> prepare_report(Ledger& ledger, ProjectNumber project, const std::string& csv_bytes, const std::string& file_name, const Period& period, OrganisationNumber owner);

// The verifier's own work: plan, data and trace from the scheme's evidence, the trace replayed, everything calculated again. The hash is the verifier's.
Result<project::CalculationResult> replay_report(const Ledger& ledger, ProjectNumber project, std::uint32_t report);

// The rulebook under which that report's trace was calculated: the one it names, or that of its day with the packs of the plan's registration.
Result<std::shared_ptr<const rulebook::Rulebook>> rulebook_of_trace(const Ledger& ledger, ProjectNumber project, std::uint32_t report, Date submitted_on, const std::string& trace);

// A report's documents, wherever they come from, calculated again: what replay_report does, without a store.
struct ReportDocuments {
  std::string plan;      // as filed (project::plan_bytes)
  std::string data_set;  // in its canonical form
  std::string trace;
  Period period;
  std::string roll{};    // of a programme: its members without names (service/programme_report.h)
};
Result<project::CalculationResult> replay_documents(const ReportDocuments& documents, const rulebook::Rulebook& rulebook);

// The eligibility answers that an application for registration carries, as of its date.
Result<project::Eligibility> registration_answers(const Ledger& ledger, ProjectNumber project, Date application);

}  // namespace sumi::service
