// Checks that several decisions share. Only for cases_decide*.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "project/cases.h"

namespace sumi::project {

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
