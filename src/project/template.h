// The plan as a commented file: what `sumi project new METHODOLOGY` writes.
#pragma once

#include <string>

#include "base/result.h"
#include "rulebook/rulebook.h"

namespace sumi::project {

// TOML with a comment on every section of the form (Japanese first), the methodology's conditions, choices, parameters and incidental sources as
// entries to fill, and a note on each part whose place in the form is inferred. Example values are in every field, so the file as written is a
// plan that passes check_plan(); whoever uses it replaces them. Refused for a methodology that the rulebook does not have.
// `programme`: the programme type's form, with its sections and one member as the example that sections 8 to 12 calculate.
[[nodiscard]] Result<std::string> plan_template(const rulebook::Rulebook& rulebook, std::string_view methodology, bool programme = false);

}  // namespace sumi::project
