// What the scheme needs of the rulebook to decide: taken out of the tables once per adoption.
#pragma once

#include "rulebook/rulebook.h"
#include "scheme/scheme.h"

namespace sumi::service {

// The tables jcredit-registry/purposes and jcredit-registry/grounds. A rulebook without that pack knows no purpose and no ground.
[[nodiscard]] Result<scheme::Rules> rules_from(const rulebook::Rulebook& rulebook);
// Whether deciding this command looks at the rules at all: most do not, and then the packs need not be read.
[[nodiscard]] bool needs_rules(const scheme::AnyCommand& command);

// A text in a row of a table; "" where the cell is empty, or the table has no such column.
[[nodiscard]] std::string cell_text(const rulebook::TableInfo& table, const rulebook::Row& row, std::string_view column);

}  // namespace sumi::service
