#include "base/id.h"

#include <span>

namespace sumi {

namespace {

std::string hex_of(std::span<const std::uint8_t> bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out(bytes.size() * 2, '0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    out[2 * i] = digits[bytes[i] >> 4];
    out[2 * i + 1] = digits[bytes[i] & 15];
  }
  return out;
}

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool bytes_of(std::string_view text, std::span<std::uint8_t> bytes) {
  if (text.size() != bytes.size() * 2) return false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const int high = digit_value(text[2 * i]);
    const int low = digit_value(text[2 * i + 1]);
    if (high < 0 || low < 0) return false;
    bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return true;
}

}  // namespace

std::string Id128::to_hex() const { return hex_of(bytes); }

std::optional<Id128> Id128::from_hex(std::string_view text) {
  Id128 id;
  if (!bytes_of(text, id.bytes)) return std::nullopt;
  return id;
}

std::string Hash::to_hex() const { return hex_of(bytes); }

std::optional<Hash> Hash::from_hex(std::string_view text) {
  Hash hash;
  if (!bytes_of(text, hash.bytes)) return std::nullopt;
  return hash;
}

}  // namespace sumi
