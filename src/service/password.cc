#include "service/password.h"

#include <sodium.h>

#include <array>
#include <new>
#include <set>

#include "base/text.h"
#include "service/errors.h"
#include "service/identity_limits.h"

namespace sumi::service {
namespace {

std::string folded(std::string_view text) {
  auto out = nfkc(text);
  for (auto& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

// One of the threads that hash. Waits for its turn; `granted` false: too many wait already.
class PasswordHasher::Turn {
 public:
  explicit Turn(PasswordHasher& of) : of_(of) {
    std::unique_lock lock(of_.mutex_);
    if (of_.running_ >= of_.threads_max_) {
      if (of_.waiting_ >= of_.waiting_max_) return;
      ++of_.waiting_;
      of_.freed_.wait(lock, [&] { return of_.running_ < of_.threads_max_; });
      --of_.waiting_;
    }
    ++of_.running_;
    granted = true;
  }
  ~Turn() {
    if (!granted) return;
    {
      const std::lock_guard lock(of_.mutex_);
      --of_.running_;
    }
    of_.freed_.notify_one();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  bool granted = false;

 private:
  PasswordHasher& of_;
};

PasswordHasher::PasswordHasher(std::uint64_t passes, std::size_t bytes, unsigned threads_max, unsigned waiting_max)
    : passes_(passes), bytes_(bytes), threads_max_(threads_max == 0 ? 1 : threads_max), waiting_max_(waiting_max) {
  const auto random = [](std::size_t count) {
    std::array<unsigned char, 32> raw{};
    randombytes_buf(raw.data(), raw.size());
    std::array<char, 64> text{};
    sodium_bin2base64(text.data(), text.size(), raw.data(), count, sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
    return std::string(text.data());
  };
  // The numbers of a hash made here, so that comparing with it takes as long; its end is drawn, not calculated.
  nobody_ = "$argon2id$v=19$m=" + std::to_string(bytes_ / 1024) + ",t=" + std::to_string(passes_) + ",p=1$" + random(16) + "$" + random(32);
}

Result<std::string> PasswordHasher::hash(const std::string& password) {
  const Turn turn(*this);
  if (!turn.granted) return fail(errors::sign_in_busy);
  std::array<char, crypto_pwhash_STRBYTES> out{};
  // Fails only where there is no memory for it.
  if (crypto_pwhash_str_alg(out.data(), password.data(), password.size(), passes_, bytes_, crypto_pwhash_ALG_ARGON2ID13) != 0) throw std::bad_alloc();
  return std::string(out.data());
}

Result<bool> PasswordHasher::verify(const std::string& stored, const std::string& password) {
  const std::string& against = stored.empty() ? nobody_ : stored;
  const Turn turn(*this);
  if (!turn.granted) return fail(errors::sign_in_busy);
  const bool same = crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
  return same && !stored.empty();
}

bool PasswordHasher::outdated(const std::string& stored) const { return crypto_pwhash_str_needs_rehash(stored.c_str(), passes_, bytes_) != 0; }

Result<void> check_password(const std::string& password, const std::string& login, const std::string& name) {
  std::size_t characters = 0;
  std::set<std::string> different;
  if (password.size() <= limits::password_bytes_max && valid_utf8(password)) {
    for (std::size_t i = 0; i < password.size();) {
      auto end = i + 1;
      while (end < password.size() && (static_cast<unsigned char>(password[end]) & 0xC0U) == 0x80U) ++end;
      different.insert(password.substr(i, end - i));
      ++characters;
      i = end;
    }
  }
  if (characters < limits::password_characters_min) {
    return fail(errors::password_length, {{"least", std::to_string(limits::password_characters_min)}, {"most", std::to_string(limits::password_bytes_max)}});
  }
  const auto text = folded(password);
  const auto holds = [&](std::string_view part) { return part.size() >= 4 && text.find(folded(part)) != std::string::npos; };
  if (different.size() < limits::password_different_min || holds(login) || holds(name)) return fail(errors::password_weak);
  return {};
}

}  // namespace sumi::service
