// HMAC-SHA-256 (RFC 2104, FIPS 198-1).
#pragma once

#include <span>
#include <string_view>

#include "base/id.h"

namespace sumi {

[[nodiscard]] Hash hmac_sha256(std::span<const std::uint8_t> key, std::string_view text);

}  // namespace sumi
