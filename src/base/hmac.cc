#include "base/hmac.h"

#include <algorithm>
#include <array>

#include "base/sha256.h"

namespace sumi {

Hash hmac_sha256(std::span<const std::uint8_t> key, std::string_view text) {
  constexpr std::size_t block = 64;
  std::array<std::uint8_t, block> inner{}, outer{};
  if (key.size() > block) {
    const Hash shorter = sha256(key);
    std::ranges::copy(shorter.bytes, inner.begin());
  } else {
    std::ranges::copy(key, inner.begin());
  }
  outer = inner;
  for (auto& b : inner) b = static_cast<std::uint8_t>(b ^ 0x36U);
  for (auto& b : outer) b = static_cast<std::uint8_t>(b ^ 0x5CU);
  Sha256 hash;
  hash.update(inner);
  hash.update(text);
  const Hash first = hash.finish();
  hash.update(outer);
  hash.update(first.bytes);
  return hash.finish();
}

}  // namespace sumi
