// The limits of what is sent out, with the reason of their size.
#pragma once

#include <cstddef>

namespace sumi::outbound::limits {

// A subject or a sender's name: an organisation's name (base/limits.h name_bytes_max) and a sentence around it.
inline constexpr std::size_t mail_header_bytes_max = 2048;
// A mail says what waits and links to it: a list of a few hundred tasks.
inline constexpr std::size_t mail_text_bytes_max = 128 * 1024;

}  // namespace sumi::outbound::limits
