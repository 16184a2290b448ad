// The programme's own trace. Only for programme_*.cc.
#pragma once

#include "project/programme_parts.h"

namespace sumi::project {

[[nodiscard]] std::string write_programme_trace(const Programme& programme, const ProgrammeResult& result, const std::vector<CountedMembers>& counted, const ProgrammeOptions& options);

}  // namespace sumi::project
