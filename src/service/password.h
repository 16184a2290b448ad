// Passwords: Argon2id by libsodium (RFC 9106), by few threads at a time, and what a password must be.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>

#include "base/result.h"

namespace sumi::service {

class PasswordHasher {
 public:
  // Passes and bytes of each hash; so many threads at a time, and so many waiting beyond them.
  PasswordHasher(std::uint64_t passes, std::size_t bytes, unsigned threads_max, unsigned waiting_max);

  // "$argon2id$v=19$m=...": the salt is in it. service.sign_in_busy.
  Result<std::string> hash(const std::string& password);
  // `stored` "" = nobody's: the same work against a hash that no password has, and false. service.sign_in_busy.
  Result<bool> verify(const std::string& stored, const std::string& password);
  // Made with other passes or bytes than these.
  [[nodiscard]] bool outdated(const std::string& stored) const;

 private:
  class Turn;
  std::uint64_t passes_;
  std::size_t bytes_;
  unsigned threads_max_, waiting_max_;
  std::mutex mutex_;
  std::condition_variable freed_;
  unsigned running_ = 0, waiting_ = 0;
  std::string nobody_;  // in the form of a hash, and of no password
};

// service.password_length, password_weak (the login or the name in it, or hardly a character that differs).
[[nodiscard]] Result<void> check_password(const std::string& password, const std::string& login, const std::string& name);

}  // namespace sumi::service
