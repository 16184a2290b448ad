#include "project/due.h"

#include <algorithm>
#include <tuple>

namespace sumi::project {

namespace {

void permanence(const Cases& cases, std::vector<DueItem>& out) {
  for (const auto& [project, terms] : cases.permanence.forests) {
    const ProjectRow* row = cases.project(project);
    if (row == nullptr || row->official_number == 0) continue;  // never registered: nothing is owed
    bool next = true;
    for (const PermanenceYear& year : permanence_years(cases, project)) {
      if (year.reported) continue;
      if (!next && cases.permanence.missed.find({project, year.year}) == nullptr) continue;
      next = false;
      out.push_back({DueKind::permanence_report, project, year.year, 0, year.period.last.plus_days(1), year.last_day});
    }
    for (const PermanenceYear& year : permanence_years(cases, project)) {
      if (!year.reported || year.kept) continue;
      const Date reported = cases.permanence.reports.at({project, year.year}).reported_on;
      bool recorded = false;
      for (auto it = cases.permanence.reversals.lower_bound({project, 0}); it != cases.permanence.reversals.end() && it->first.project == project; ++it) {
        recorded = recorded || it->second.recorded_on >= reported || year.period.contains(it->second.happened_on);
      }
      if (!recorded) out.push_back({DueKind::reversal_record, project, year.year, 0, reported, std::nullopt});
    }
  }
}

void reversals(const Cases& cases, std::vector<DueItem>& out) {
  for (const auto& [key, row] : cases.permanence.reversals) {
    if (row.from_buffer != 0 && !row.drawn) out.push_back({DueKind::buffer_draw, key.project, key.reversal, row.from_buffer, row.recorded_on, std::nullopt});
    const std::uint64_t uncovered = row.obligation != 0 ? 0 : row.tonnes - row.from_buffer;
    if (uncovered != 0) out.push_back({DueKind::uncovered, key.project, key.reversal, uncovered, row.recorded_on, std::nullopt});
  }
}

}  // namespace

std::vector<DueItem> due_items(const Cases& cases) {
  std::vector<DueItem> out;
  for (const auto& [key, nothing] : cases.conduct.deadlines) {
    if (key.kind == DeadlineKind::correction) out.push_back({DueKind::correction, key.project, key.number, 0, std::nullopt, key.last_day});
  }
  permanence(cases, out);
  reversals(cases, out);
  for (const auto& [number, row] : cases.conduct.obligations) {
    if (row.settled_by) continue;
    const bool dated = row.due != Date();
    out.push_back({DueKind::obligation, row.project, number, row.tonnes, std::nullopt, dated ? std::optional(row.due) : std::nullopt});
  }
  std::ranges::sort(out, {}, [](const DueItem& item) {
    return std::tuple(!item.last_day, item.last_day.value_or(Date()), item.project, item.kind, item.number);
  });
  return out;
}

std::string_view name_of(DueKind kind) {
  switch (kind) {
    case DueKind::correction: return "correction";
    case DueKind::permanence_report: return "permanence_report";
    case DueKind::obligation: return "obligation";
    case DueKind::buffer_draw: return "buffer_draw";
    case DueKind::uncovered: return "uncovered";
    case DueKind::reversal_record: return "reversal_record";
  }
  return {};
}

std::string_view title_of(DueKind kind, Language language) {
  const bool ja = language == Language::ja;
  switch (kind) {
    case DueKind::correction: return ja ? "補正の回答" : "answer to a return";
    case DueKind::permanence_report: return ja ? "永続性の報告" : "permanence report";
    case DueKind::obligation: return ja ? "補填(取得と取消)" : "buy back and cancel";
    case DueKind::buffer_draw: return ja ? "バッファーからの無効化" : "draw from the buffer";
    case DueKind::uncovered: return ja ? "バッファーで補えない消失" : "reversal beyond the buffer";
    case DueKind::reversal_record: return ja ? "消失の記録" : "record of the reversal";
  }
  return {};
}

}  // namespace sumi::project
