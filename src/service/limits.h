// Limits of this room alone, each with its reason; those of signing in stand in identity_limits.h, those of more than one room in base/limits.h.
#pragma once

#include <cstddef>

namespace sumi::service::limits {

// The scheme began in FY2013, and a project's factors may be as old as that: so many years before (or after) a plan's are searched for one.
inline constexpr int years_back_max = 20;
// Works of one person that wait or run: a page begins one at a time, a program that sends more is told to wait.
inline constexpr std::size_t jobs_open_max = 8;
// What all that wait hold: four of the largest files.
inline constexpr std::size_t jobs_open_bytes_max = std::size_t{256} << 20;

}  // namespace sumi::service::limits
