// Where today's code would decide an old command otherwise than it was decided then: each difference stands here with its reason, or `sumi check`
// reports it. Old entries stay true, since replay applies outcomes and never decides again.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace sumi::service {

struct KnownDifference {
  std::uint16_t type;
  std::uint16_t version;
  std::int64_t before_ms;  // entries before this time
  std::string_view reason;
};
inline constexpr std::array<KnownDifference, 0> known_differences{};

}  // namespace sumi::service
