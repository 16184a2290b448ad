// What many acts of the registry ask of their own fields before any table is looked at.
#pragma once

#include "base/result.h"
#include "registry/commands.h"

namespace sumi::registry {

// selection_missing, amount_zero, range_empty, ranges_too_many.
Result<void> check_selection(const Selection& selection);
// "" or a positive decimal: price_syntax.
Result<void> check_price(const std::string& price);

}  // namespace sumi::registry
