// The report of a programme: its members' data, calculated member by member, as documents that the journal cites.
//
// What is kept names nobody: the data as they were handed in (numbers of members and what was measured), the programme's trace, and the roll,
// which is what the trace's line "members" cites:
//   member,activity,period,symbol,value      one row per member, and one more for each further value of its own
// Names and addresses lie in people.db alone, so a member can be erased and every certification still be calculated again.
#pragma once

#include "service/projects.h"

namespace sumi::service {

// `progress`: members that are calculated, of all. Who counts is what the register says: a member of the list that has not been admitted, or is left out as a duplicate, is refused with its line;
// each period is the overlap of the list's with the register's. `members` and `csv` are the files' bytes. Errors: service.report_member_unknown,
// service.report_member_excluded, project.member_*.
Result<ReportDraft> prepare_programme_report(Ledger& ledger, ProjectNumber project, const std::string& members, const std::string& members_file, const std::string& csv, const std::string& csv_file,
                                             const Period& period, OrganisationNumber owner, const std::function<void(std::uint64_t done, std::uint64_t of)>& progress = {});

// Whether that is a programme's trace, and the roll that it cites.
[[nodiscard]] bool is_programme_trace(std::string_view trace);
[[nodiscard]] Hash roll_of(std::string_view trace);
// Calculated again from roll and data: the same trace byte for byte, or project.trace_differs.
Result<project::CalculationResult> replay_programme(const project::CheckedPlan& plan, const std::string& roll, const std::string& csv, const std::string& trace, const Period& period,
                                                    const rulebook::Rulebook& rulebook);

}  // namespace sumi::service
