// The limits of what is sent out, with the reason of their size.
#pragma once

#include <chrono>
#include <cstddef>

namespace sumi::outbound::limits {

// A subject or a sender's name: an organisation's name (base/limits.h name_bytes_max) and a sentence around it.
inline constexpr std::size_t mail_header_bytes_max = 2048;
// A mail says what waits and links to it: a list of a few hundred tasks.
inline constexpr std::size_t mail_text_bytes_max = 128 * 1024;

// An answer is kept in memory. The longest are a verifier's package and a file of open data of a million rows.
inline constexpr std::size_t api_answer_bytes_max = std::size_t{256} << 20;
// A token is about fifty characters (service/identity.h); whoever names a wrong file is told so.
inline constexpr std::size_t api_token_bytes_max = 512;
// A server that is started again answers within a few seconds: so long a broken request is tried again, first soon, then more seldom.
inline constexpr std::chrono::milliseconds api_retry{30'000};
inline constexpr std::chrono::milliseconds api_retry_first{200};
inline constexpr std::chrono::milliseconds api_retry_longest{4'000};

}  // namespace sumi::outbound::limits
