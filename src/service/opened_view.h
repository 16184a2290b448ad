// Projects that were brought in with the opening have certifications without a report here. They are found by project, once for a whole list.
#pragma once

#include <utility>
#include <vector>

#include "service/account_view.h"

namespace sumi::service {

// Of every project that was brought in, with its certifications; by project.
using OpenedByProject = std::vector<std::pair<ProjectNumber, CertificationNumber>>;
[[nodiscard]] OpenedByProject opened_by_project(const scheme::State& state);

// project_view (account_view.h) where many are looked at.
[[nodiscard]] std::optional<ProjectView> project_view(const scheme::State& state, ProjectNumber project, const OpenedByProject& opened);

}  // namespace sumi::service
