// SHA-256 through OpenSSL with a context that is fetched once per thread (stack notes: 176 ns per 100 bytes instead of 515).
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "base/id.h"

namespace sumi {

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  void update(std::span<const std::uint8_t> bytes);
  void update(std::string_view text);
  // Ends this hash and begins the next.
  [[nodiscard]] Hash finish();

 private:
  void* context_;
};

[[nodiscard]] Hash sha256(std::span<const std::uint8_t> bytes);
[[nodiscard]] Hash sha256(std::string_view text);

}  // namespace sumi
