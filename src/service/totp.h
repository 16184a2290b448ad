// Time-based one-time passwords: RFC 6238 with HMAC-SHA-1, 30 seconds, 6 digits, as every authenticator app knows them; base32 of RFC 4648.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/codec.h"
#include "base/date.h"

namespace sumi::service {

inline constexpr std::int64_t totp_step_ms = 30'000;
[[nodiscard]] inline std::int64_t totp_step(Instant now) { return now.ms / totp_step_ms; }

// HOTP (RFC 4226) of that counter: `digits` decimal digits, 6 to 8.
[[nodiscard]] std::string one_time_code(BytesView secret, std::int64_t step, unsigned digits = 6);
// The step of that code: the present one, the one before or the one after (a clock may be off by 30 s), but only one later than `last_step`. Nothing: it is not one.
// Takes as long for every wrong code.
[[nodiscard]] std::optional<std::int64_t> step_of_code(BytesView secret, std::string_view code, Instant now, std::int64_t last_step);

// Upper case, without padding. Reading takes small letters, spaces and "-" too; nothing for any other character.
[[nodiscard]] std::string to_base32(BytesView bytes);
[[nodiscard]] std::optional<Bytes> from_base32(std::string_view text);

// otpauth://totp/ISSUER:LOGIN?secret=...: what the QR code of an enrolment says (the key URI format that the apps share).
[[nodiscard]] std::string otpauth_uri(std::string_view issuer, std::string_view login, BytesView secret);

}  // namespace sumi::service
