#include "journal/seal.h"

#include <sodium.h>

#include <algorithm>
#include <stdexcept>

#include "base/sha256.h"

namespace sumi::journal {

Hash seal(const Salt& salt, BytesView value) {
  std::array<std::uint8_t, 1 + sizeof(Salt)> head{0x03};
  std::copy(salt.begin(), salt.end(), head.begin() + 1);
  Sha256 h;
  h.update(head);
  h.update(value);
  return h.finish();
}

SaltSource::~SaltSource() { sodium_memzero(pool_.data(), pool_.size()); }

Salt SaltSource::next() {
  if (used_ == pool_.size()) {
    if (sodium_init() < 0) throw std::runtime_error("the system's random generator is not there");
    randombytes_buf(pool_.data(), pool_.size());
    used_ = 0;
  }
  Salt salt;
  const auto from = pool_.begin() + static_cast<std::ptrdiff_t>(used_);
  std::copy_n(from, salt.size(), salt.begin());
  std::fill_n(from, salt.size(), std::uint8_t{0});
  used_ += salt.size();
  return salt;
}

}  // namespace sumi::journal
