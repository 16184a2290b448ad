// Checks that several decisions about members share. Only for members*.cc.
#pragma once

#include "project/cases.h"

namespace sumi::project {

// The project, if it stands at one of the stages. project.project_unknown, project_stage.
[[nodiscard]] Result<const ProjectRow*> find_programme(const Cases& cases, ProjectNumber number, std::initializer_list<ProjectStage> stages);
[[nodiscard]] Result<void> need_programme(const ProjectRow& row, ProjectNumber number);
// The same two members by the same kind of key, decided or not.
[[nodiscard]] bool known_match(const Cases& cases, ProjectNumber project, const MemberMatch& match);

}  // namespace sumi::project
