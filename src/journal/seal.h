// Salts and sealed values (decision 2).
//
//   commitment = SHA-256(0x03 | 16 bytes salt | value bytes)
//
// The journal holds the commitment; salt and value lie outside and can be erased without breaking a proof. The prefix keeps a
// commitment apart from every hash of the tree (0x00, 0x01) and from the party commitment (0x02), whatever salt somebody chooses.
#pragma once

#include <cstdint>

#include "base/codec.h"
#include "base/id.h"
#include "journal/entry.h"

namespace sumi::journal {

[[nodiscard]] Hash seal(const Salt& salt, BytesView value);

// Random salts from the system's generator, fetched 4 KiB at a time: a batch of thousands of entries needs one call per 256.
// One per thread; what was handed out is wiped.
class SaltSource {
 public:
  SaltSource() = default;
  ~SaltSource();
  SaltSource(const SaltSource&) = delete;
  SaltSource& operator=(const SaltSource&) = delete;
  [[nodiscard]] Salt next();

 private:
  std::array<std::uint8_t, 4096> pool_{};
  std::size_t used_ = 4096;
};

}  // namespace sumi::journal
