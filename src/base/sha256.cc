#include "base/sha256.h"

#include <openssl/evp.h>

#include <stdexcept>

namespace sumi {

namespace {

// OpenSSL 3 looks an algorithm up by name at each one-shot call; fetched once, it is only a pointer. It lives until the process ends.
const EVP_MD* fetched_digest() {
  static EVP_MD* const digest = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  if (digest == nullptr) throw std::runtime_error("OpenSSL has no SHA-256");
  return digest;
}

void begin(EVP_MD_CTX* context) {
  if (EVP_DigestInit_ex2(context, fetched_digest(), nullptr) != 1) throw std::runtime_error("SHA-256 does not begin");
}

void add(EVP_MD_CTX* context, const void* data, std::size_t size) {
  if (size != 0 && EVP_DigestUpdate(context, data, size) != 1) throw std::runtime_error("SHA-256 does not go on");
}

Hash end(EVP_MD_CTX* context) {
  Hash hash;
  unsigned size = 0;
  if (EVP_DigestFinal_ex(context, hash.bytes.data(), &size) != 1 || size != hash.bytes.size())
    throw std::runtime_error("SHA-256 does not end");
  return hash;
}

EVP_MD_CTX* new_context() {
  EVP_MD_CTX* const context = EVP_MD_CTX_new();
  if (context == nullptr) throw std::bad_alloc();
  return context;
}

struct ThreadContext {
  EVP_MD_CTX* context = new_context();
  ThreadContext() = default;
  ~ThreadContext() { EVP_MD_CTX_free(context); }
  ThreadContext(const ThreadContext&) = delete;
  ThreadContext& operator=(const ThreadContext&) = delete;
};

Hash hash_once(const void* data, std::size_t size) {
  thread_local ThreadContext kept;
  begin(kept.context);
  add(kept.context, data, size);
  return end(kept.context);
}

EVP_MD_CTX* of(void* context) { return static_cast<EVP_MD_CTX*>(context); }

}  // namespace

Sha256::Sha256() : context_(new_context()) {
  try {
    begin(of(context_));
  } catch (...) {
    EVP_MD_CTX_free(of(context_));
    throw;
  }
}

Sha256::~Sha256() { EVP_MD_CTX_free(of(context_)); }

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
