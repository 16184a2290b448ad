// Limits of this room alone, each with its reason; those of signing in stand in identity_limits.h, those of more than one room in base/limits.h.
#pragma once

namespace sumi::service::limits {

// The scheme began in FY2013, and a project's factors may be as old as that: so many years before (or after) a plan's are searched for one.
inline constexpr int years_back_max = 20;

}  // namespace sumi::service::limits
