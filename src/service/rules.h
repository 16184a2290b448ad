// What the scheme needs of the rulebook to decide: taken out of the tables once per adoption.
#pragma once

#include "rulebook/rulebook.h"
#include "scheme/scheme.h"

namespace sumi::service {

// The tables jcredit-registry/purposes and jcredit-registry/grounds. A rulebook without that pack knows no purpose and no ground.
[[nodiscard]] Result<scheme::Rules> rules_from(const rulebook::Rulebook& rulebook);
// Whether deciding this command looks at the rules at all: most do not, and then the packs need not be read.
[[nodiscard]] bool needs_rules(const scheme::AnyCommand& command);

}  // namespace sumi::service
