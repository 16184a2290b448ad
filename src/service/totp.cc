#include "service/totp.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <array>

namespace sumi::service {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

bool unreserved(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~'; }

std::string percent(std::string_view text) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (unreserved(c)) out += c;
    else out += {'%', digits[byte >> 4U], digits[byte & 15U]};
  }
  return out;
}

}  // namespace

std::string one_time_code(BytesView secret, std::int64_t step, unsigned digits) {
  std::array<std::uint8_t, 8> counter{};
  for (unsigned i = 0; i < 8; ++i) counter[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(step) >> (56U - 8U * i));
  std::array<std::uint8_t, 20> mac{};
  unsigned length = 0;
  HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter.data(), counter.size(), mac.data(), &length);
  // RFC 4226 5.3: the last four bits say where 31 bits are taken from.
  const std::size_t at = mac[19] & 15U;
  const std::uint32_t number = (std::uint32_t{mac[at]} & 127U) << 24U | std::uint32_t{mac[at + 1]} << 16U | std::uint32_t{mac[at + 2]} << 8U | std::uint32_t{mac[at + 3]};
  std::uint32_t modulus = 1;
  for (unsigned i = 0; i < digits; ++i) modulus *= 10;
  auto text = std::to_string(number % modulus);
  return std::string(digits - text.size(), '0') + text;
}

std::optional<std::int64_t> step_of_code(BytesView secret, std::string_view code, Instant now, std::int64_t last_step) {
  std::optional<std::int64_t> found;
  for (std::int64_t step = totp_step(now) + 1; step >= totp_step(now) - 1; --step) {
    const auto expected = one_time_code(secret, step);
    const bool same = code.size() == expected.size() && sodium_memcmp(code.data(), expected.data(), expected.size()) == 0;
    if (same && step > last_step) found = step;
  }
  return found;
}

std::string to_base32(BytesView bytes) {
  std::string out;
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (const auto byte : bytes) {
    bits = (bits << 8U | byte) & 0xFFFU;
    held += 8;
    for (; held >= 5; held -= 5) out += alphabet[(bits >> (held - 5)) & 31U];
  }
  if (held > 0) out += alphabet[(bits << (5 - held)) & 31U];
  return out;
}

std::optional<Bytes> from_base32(std::string_view text) {
  Bytes out;
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (char c : text) {
    if (c == ' ' || c == '-') continue;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    const auto value = alphabet.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    bits = (bits << 5U | static_cast<std::uint32_t>(value)) & 0xFFFU;
    held += 5;
    if (held >= 8) {
      held -= 8;
      out.push_back(static_cast<std::uint8_t>(bits >> held));
    }
  }
  return out;
}

std::string otpauth_uri(std::string_view issuer, std::string_view login, BytesView secret) {
  return "otpauth://totp/" + percent(issuer) + ":" + percent(login) + "?secret=" + to_base32(secret) + "&issuer=" + percent(issuer) + "&algorithm=SHA1&digits=6&period=30";
}

}  // namespace sumi::service
