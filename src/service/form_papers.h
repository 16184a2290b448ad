// The project plan and the monitoring report as papers, in the order and with the headings of the scheme's official forms: for report/render.h, and as rows for a
// workbook.
//
// Source of order and headings: プロジェクト計画書 プログラム型排出削減プロジェクト用 Ver.4.0, as registered plans of 2024 print it; from section 2.2 on the normal type's is
// inferred from it (project::inferred_fields). The report's form was not at hand: what it repeats of the plan, and its annex B.2 (記号, 定義, 単位, 分類, 実績値, 計測対象期間),
// follow published reports. Nothing is calculated here.
#pragma once

#include "project/calculate.h"
#include "report/document.h"
#include "service/ledger.h"
#include "wire/list_file.h"

namespace sumi::service {

struct PaperHead {
  bool sample = false;   // a demo or training store: 見本 across every page
  Date issued_on;
  std::string operator_name;
  std::uint64_t official_number = 0;
};
[[nodiscard]] report::Document plan_paper(const project::Plan& plan, const PaperHead& head);
// The same as rows: number of the section, heading, field, value.
[[nodiscard]] wire::ListFile plan_sheet(const project::Plan& plan, Language language);

struct ReportPaper {
  project::Plan plan;
  project::DataSet data;
  std::vector<project::ReductionLine> lines;
  Period period;
  std::uint32_t report = 0;
  bool plan_changed = false;  // since the registration
};
[[nodiscard]] report::Document report_paper(const ReportPaper& report, const PaperHead& head);

// Of a project's plan that is filed, of a draft's plan (official number 0), of a report that was submitted. Errors: service.document_missing, report_not_known.
[[nodiscard]] Result<PaperHead> paper_head(const Ledger& ledger, ProjectNumber project);
[[nodiscard]] Result<ReportPaper> report_paper_of(const Ledger& ledger, ProjectNumber project, std::uint32_t report);

}  // namespace sumi::service
