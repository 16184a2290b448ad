#include "service/projects.h"

#include <filesystem>
#include <set>

#include "base/file.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "base/text.h"
#include "base/tree.h"
#include "project/names.h"
#include "service/documents.h"
#include "service/errors.h"
#include "service/programme_report.h"
#include "service/revision.h"
#include "wire/tree_codec.h"

namespace sumi::service {
namespace {

std::string text_of(BytesView bytes) { return {bytes.begin(), bytes.end()}; }

Result<void> keep(Ledger& ledger, OrganisationNumber owner, const std::string& bytes) {
  SUMI_TRY([[maybe_unused]] const auto own, ledger.put_evidence(owner, bytes));
  SUMI_TRY([[maybe_unused]] const auto schemes, ledger.put_evidence({}, bytes));
  return {};
}

// Bills and photographs that the data cite by hash are kept with them; files that nothing cites are left alone.
Result<std::vector<std::string>> keep_cited(Ledger& ledger, OrganisationNumber owner, const project::DataSet& data, const std::string& data_file) {
  std::set<Hash> cited = cited_evidence(data);
  const auto folder = std::filesystem::path(data_file).parent_path();
  std::error_code ignored;
  for (const auto& place : {folder, folder / "evidence"}) {
    for (std::filesystem::directory_iterator it(place.empty() ? "." : place, ignored), end; !ignored && !cited.empty() && it != end; it.increment(ignored)) {
      if (!it->is_regular_file(ignored)) continue;
      const auto bytes = read_file(it->path().string(), limits::evidence_file_bytes_max);
      if (!bytes) continue;
      const auto found = cited.find(sha256(*bytes));
      if (found == cited.end()) continue;
      SUMI_CHECK(keep(ledger, owner, *bytes));
      cited.erase(found);
    }
  }
  std::vector<std::string> missing;
  for (const auto& hash : cited) missing.push_back(hash.to_hex());
  return missing;
}

// Under the packs that the plan names, if a later edition has been adopted since: a registered project keeps its version.
Result<project::CheckedPlan> plan_by_hash(const Ledger& ledger, const Hash& hash, const rulebook::Rulebook& rulebook) {
  SUMI_TRY(const auto bytes, document(ledger, hash, "plan"));
  SUMI_TRY(auto plan, plan_from(bytes, hash));
  return project::check_plan(std::move(plan), rulebook);
}

// The version under which a report of that period is calculated; the current one of a project that has none in force.
Result<project::CheckedPlan> plan_for(const Ledger& ledger, ProjectNumber project, const Period& period, const rulebook::Rulebook& rulebook) {
  Hash hash;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    const auto* row = state.cases().plan_on(project, period.last);
    if (row == nullptr) row = state.cases().current_plan(project);
    if (row != nullptr) hash = row->head.plan;
  }));
  return plan_by_hash(ledger, hash, rulebook);
}

}  // namespace

Result<PlanCheck> check_plan_text(std::string_view toml, const std::string& file_name, const rulebook::Rulebook& rulebook, const project::PlanOptions& options, bool validated) {
  SUMI_TRY(const auto decoded, decode_text({reinterpret_cast<const std::uint8_t*>(toml.data()), toml.size()}, file_name));
  SUMI_TRY(const auto tree, parse_toml(decoded.utf8, file_name));
  project::PlaceMap places;
  SUMI_TRY(auto plan, wire::from_tree<project::Plan>(tree, &places));
  SUMI_TRY(auto checked, project::check_plan(std::move(plan), rulebook, options, &places));
  auto eligibility = project::check_eligibility(checked, rulebook, options, validated);
  return PlanCheck{std::move(checked), std::move(eligibility)};
}

Result<project::PlanHead> file_plan(Ledger& ledger, const project::CheckedPlan& plan, OrganisationNumber owner) {
  std::vector<OrganisationNumber> proponents;
  std::string missing;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    for (const auto& party : plan.plan.proponents) {
      std::optional<OrganisationNumber> found;
      const auto corporate = parse_corporate_number(party.corporate_number);
      if (corporate) found = state.organisation_by_corporate_number(*corporate);
      // Of several with this number the one of this name; where no number tells, the name does.
      const bool by_number = found.has_value();
      if (!by_number || state.organisations().at(*found).names.back().name != party.name) {
        for (const auto& [number, row] : state.organisations()) {
          if (row.names.back().name == party.name && (!by_number || row.corporate_number == *corporate)) found = number;
        }
      }
      if (found) proponents.push_back(*found);
      else if (missing.empty()) missing = party.name;
    }
  }));
  if (!missing.empty()) return fail(scheme::errors::organisation_unknown, {{"organisation", missing}});
  SUMI_TRY(auto head, project::plan_head(plan, proponents));
  SUMI_CHECK(keep(ledger, owner, text_of(project::plan_bytes(plan.plan))));
  return head;
}

Result<project::CheckedPlan> filed_plan(const Ledger& ledger, ProjectNumber project, const rulebook::Rulebook& rulebook) {
  Hash hash;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    if (const auto* row = state.cases().current_plan(project)) hash = row->head.plan;
  }));
  return plan_by_hash(ledger, hash, rulebook);
}

Result<ReportPlan> plan_of_report(const Ledger& ledger, ProjectNumber project, const Period& period) {
  SUMI_TRY(auto rulebook, ledger.rulebook());
  // A later edition may have been adopted since: a registered project keeps the version of its registration.
  std::optional<project::PlanHead> registered;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    if (const auto* row = state.cases().plan_on(project, period.last)) registered = row->head;
  }));
  if (registered) {
    SUMI_TRY(rulebook, as_registered(ledger, *registered, rulebook));
  }
  SUMI_TRY(auto plan, plan_for(ledger, project, period, *rulebook));
  return ReportPlan{std::move(rulebook), std::move(plan)};
}

Result<ReportDraft> prepare_report(Ledger& ledger, ProjectNumber project, const std::string& csv_bytes, const std::string& file_name, const Period& period, OrganisationNumber owner) {
  SUMI_TRY(const auto of_report, plan_of_report(ledger, project, period));
  const auto& [rulebook, plan] = of_report;
  SUMI_TRY(const auto decoded, decode_text({reinterpret_cast<const std::uint8_t*>(csv_bytes.data()), csv_bytes.size()}, file_name));
  ReportDraft draft;
  SUMI_TRY(draft.data, project::read_data_set(decoded.utf8, file_name, plan, period, *rulebook));
  SUMI_TRY(draft.calculation, project::calculate(plan, draft.data, *rulebook));
  SUMI_CHECK(keep(ledger, owner, draft.data.canonical));
  SUMI_CHECK(keep(ledger, owner, draft.calculation.trace));
  SUMI_TRY(draft.evidence_not_found, keep_cited(ledger, owner, draft.data, file_name));
  draft.command.project = project;
  draft.command.period = period;
  draft.command.plan = plan.hash;
  draft.command.data_set = draft.data.hash;
  draft.command.trace = draft.calculation.trace_hash;
  draft.command.lines = draft.calculation.lines;
  return draft;
}

Result<std::shared_ptr<const rulebook::Rulebook>> rulebook_of_trace(const Ledger& ledger, ProjectNumber project, std::uint32_t report, Date submitted_on, const std::string& trace) {
  SUMI_TRY(auto rulebook, ledger.rulebook_of_day(submitted_on, manifest_of(trace)));
  if (rulebook->manifest() != manifest_of(trace)) {
    std::optional<project::PlanHead> registered;
    SUMI_CHECK(ledger.read([&](const scheme::State& state) {
      if (const auto* of_report = state.cases().plan_of_report(project, report)) registered = of_report->head;
    }));
    if (registered) {
      SUMI_TRY(rulebook, as_registered(ledger, *registered, rulebook));
    }
  }
  return rulebook;
}

Result<project::CalculationResult> replay_report(const Ledger& ledger, ProjectNumber project, std::uint32_t report) {
  std::optional<project::ReportRow> row;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    if (const auto* found = state.cases().report(project, report)) row = *found;
  }));
  if (!row) return fail(errors::document_missing, {{"what", "report"}, {"hash", std::to_string(report)}});
  SUMI_TRY(const auto trace, document(ledger, row->trace, "trace"));
  // Under the rules of its own day, whatever was adopted since.
  SUMI_TRY(const auto rulebook, rulebook_of_trace(ledger, project, report, row->submitted.on, trace));
  SUMI_TRY(const auto plan, document(ledger, row->plan, "plan"));
  SUMI_TRY(const auto csv, document(ledger, row->data_set, "data set"));
  std::string roll;
  if (is_programme_trace(trace)) {
    SUMI_TRY(roll, document(ledger, roll_of(trace), "roll"));
  }
  return replay_documents({plan, csv, trace, row->period, roll}, *rulebook);
}

Result<project::CalculationResult> replay_documents(const ReportDocuments& documents, const rulebook::Rulebook& rulebook) {
  SUMI_TRY(auto plan, plan_from(documents.plan, sha256(documents.plan)));
  SUMI_TRY(const auto checked, project::check_plan(std::move(plan), rulebook));
  if (is_programme_trace(documents.trace)) return replay_programme(checked, documents.roll, documents.data_set, documents.trace, documents.period, rulebook);
  SUMI_TRY(const auto data, project::read_data_set(documents.data_set, "data set", checked, documents.period, rulebook));
  return project::replay(documents.trace, checked, data, rulebook);
}

Result<project::Eligibility> registration_answers(const Ledger& ledger, ProjectNumber project, Date application) {
  SUMI_TRY(const auto rulebook, ledger.rulebook());
  SUMI_TRY(const auto plan, filed_plan(ledger, project, *rulebook));
  bool validated = false;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    if (const auto* row = state.cases().current_plan(project)) validated = row->valid;
  }));
  project::PlanOptions options;
  options.application = application;
  return project::check_eligibility(plan, *rulebook, options, validated);
}

}  // namespace sumi::service
