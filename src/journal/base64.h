// Standard base64 with padding (RFC 4648 section 4), strict: one value has one text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/codec.h"

namespace sumi::journal {

[[nodiscard]] std::string to_base64(BytesView bytes);
// Nothing for a foreign character, missing or surplus padding, or padding bits that are not zero.
[[nodiscard]] std::optional<Bytes> from_base64(std::string_view text);

}  // namespace sumi::journal
