// Checks that several decisions share. Only for cases_decide.cc and conduct_*.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "project/cases.h"

namespace sumi::project {

[[nodiscard]] inline std::string number_text(std::uint64_t n) { return std::to_string(n); }

struct ProjectCase {
  const ProjectRow* row;
  const PlanVersionRow* plan;  // the current version
};
[[nodiscard]] Result<ProjectCase> find_project(const Cases& cases, ProjectNumber number);
[[nodiscard]] Result<void> need_stage(const ProjectRow& row, std::initializer_list<ProjectStage> allowed);
struct ReportCase {
  ProjectCase project;
  const ReportRow* row;
};
[[nodiscard]] Result<ReportCase> find_report(const Cases& cases, ProjectNumber project, std::uint32_t report, ReportStage needed);
[[nodiscard]] Result<void> check_exists(const Relations& relations, const std::vector<OrganisationNumber>& organisations);
// Committee: a round; a refusal says why.
[[nodiscard]] Result<void> check_committee(std::uint32_t round, bool approved, const std::string& ground);

[[nodiscard]] Result<void> check_head(const PlanHead& head);
[[nodiscard]] Result<void> check_lines(const SubmitReport& report, const PlanHead& plan);

// A person or an organisation that had part in a step, with the step's name as the refusal shows it.
struct Hand {
  const Step* step;
  std::string_view ja;
  std::string_view en;
};
[[nodiscard]] Result<void> check_four_eyes(const Act& act, std::initializer_list<Hand> hands);
// Nobody decides on, validates or verifies what belongs to its own legal family.
[[nodiscard]] Result<void> check_unrelated(const ErrorDef& def, OrganisationNumber organisation, const std::vector<OrganisationNumber>& proponents,
                                           const Relations& relations);
// Nor does a person who also acts for a party of the case.
[[nodiscard]] Result<void> check_independent(const Act& act, const std::vector<OrganisationNumber>& parties, const Relations& relations);
[[nodiscard]] Result<void> check_proponent(const Act& act, const PlanHead& head);
[[nodiscard]] Result<void> check_date(const Act& act, Date previous);
struct NamedText {
  std::string_view field;
  std::string_view text;
  bool needed = true;
};
[[nodiscard]] Result<void> check_texts(const std::vector<NamedText>& texts);
[[nodiscard]] Result<void> check_hash(std::string_view field, const Hash& hash);
// Refuses a period that a certified report of this project already covers in part.
[[nodiscard]] Result<void> check_no_overlap(const Cases& cases, ProjectNumber project, const Period& period);

}  // namespace sumi::project
