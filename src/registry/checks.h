// What many acts of the registry ask of their own fields before any table is looked at.
#pragma once

#include "base/result.h"
#include "registry/commands.h"

namespace sumi::registry {

// selection_missing, amount_zero, range_empty, ranges_too_many.
Result<void> check_selection(const Selection& selection);
// ranges_too_many. `fit`: how many units the first limits::ranges_per_command_max of them hold; 0 = nobody asked for an amount.
[[nodiscard]] Unexpected too_many_ranges(std::size_t count, std::uint64_t fit = 0);
// "" or a positive decimal: price_syntax.
Result<void> check_price(const std::string& price);

}  // namespace sumi::registry
