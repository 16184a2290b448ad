#include "base/sha256.h"

// The functions on a plain context: OpenSSL 3 calls them deprecated in favour of EVP, whose look-ups and locks cost as much as hashing another block
// (86 against 51 ns for 48 bytes, 121 against 92 for 65), and the journal is made of short hashes. They choose the same processor instructions.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#include <stdexcept>

namespace sumi {

namespace {

void begin(SHA256_CTX& context) {
  if (SHA256_Init(&context) != 1) throw std::runtime_error("SHA-256 does not begin");
}
void add(SHA256_CTX& context, const void* data, std::size_t size) {
  if (size != 0 && SHA256_Update(&context, data, size) != 1) throw std::runtime_error("SHA-256 does not go on");
}
Hash end(SHA256_CTX& context) {
  Hash hash;
  static_assert(sizeof(hash.bytes) == SHA256_DIGEST_LENGTH);
  if (SHA256_Final(hash.bytes.data(), &context) != 1) throw std::runtime_error("SHA-256 does not end");
  return hash;
}

Hash hash_once(const void* data, std::size_t size) {
  SHA256_CTX context;
  begin(context);
  add(context, data, size);
  return end(context);
}

SHA256_CTX& of(void* context) { return *static_cast<SHA256_CTX*>(context); }

}  // namespace

Sha256::Sha256() : context_(new SHA256_CTX) {
  try {
    begin(of(context_));
  } catch (...) {
    delete &of(context_);
    throw;
  }
}

Sha256::~Sha256() { delete &of(context_); }

void Sha256::update(std::span<const std::uint8_t> bytes) { add(of(context_), bytes.data(), bytes.size()); }
void Sha256::update(std::string_view text) { add(of(context_), text.data(), text.size()); }

Hash Sha256::finish() {
  const Hash hash = end(of(context_));
  begin(of(context_));
  return hash;
}

Hash sha256(std::span<const std::uint8_t> bytes) { return hash_once(bytes.data(), bytes.size()); }
Hash sha256(std::string_view text) { return hash_once(text.data(), text.size()); }

}  // namespace sumi
