// What the files of the verifier's desk share. Only for review_*.cc.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "project/monitoring.h"
#include "service/ledger.h"

namespace sumi::service {

// A submitted report with everything that it was calculated from, under the rules of its day.
struct LoadedReport {
  project::ReportRow row;
  std::string trace;
  std::shared_ptr<const rulebook::Rulebook> rulebook;
  project::CheckedPlan plan;
  std::optional<project::DataSet> data;  // nothing: of a programme, whose data are sums of its members
};
// service.report_not_known, document_missing, and those of plan and data.
[[nodiscard]] Result<LoadedReport> load_report(const Ledger& ledger, ProjectNumber project, std::uint32_t report);
// "sha256:" and 64 digits; zero: not of that form.
[[nodiscard]] Hash hash_cited(std::string_view evidence);

}  // namespace sumi::service
