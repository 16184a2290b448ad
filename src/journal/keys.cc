// Ed25519 keys through libsodium, as texts and as files.
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "base/limits.h"
#include "base/sha256.h"
#include "base/text.h"
#include "journal/base64.h"
#include "journal/checkpoint.h"
#include "journal/errors.h"

namespace sumi::journal {

namespace {

constexpr std::uint8_t algorithm_ed25519 = 0x01;
constexpr std::string_view key_file_title = "sumi signing key v1";

void need_sodium() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
}

std::string to_hex(std::span<const std::uint8_t> bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t b : bytes) {
    text += digits[b >> 4];
    text += digits[b & 15];
  }
  return text;
}

Unexpected bad_public_key(const char* ja, const char* en) { return fail(errors::public_key_syntax, {{"reason_ja", ja}, {"reason_en", en}}); }

Unexpected bad_key_file(const std::string& path, std::uint32_t line, const char* ja, const char* en) {
  return fail(errors::key_file_syntax, {{"reason_ja", ja}, {"reason_en", en}}, Place{path, line, 0});
}

// A file descriptor that closes itself.
struct Descriptor {
  int fd;
  explicit Descriptor(int f) : fd(f) {}
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
};

// Text that is wiped when it goes.
struct SecretText {
  std::string text;
  SecretText() { text.reserve(limits::key_file_bytes_max + 1); }  // no growing, which would leave copies behind
  ~SecretText() { sodium_memzero(text.data(), text.size()); }
  SecretText(const SecretText&) = delete;
  SecretText& operator=(const SecretText&) = delete;
};

Result<void> read_key_file(const std::string& path, std::string& text) {
  const auto unreadable = [&](const char* why) { return fail(errors::key_file_unreadable, {{"file", path}, {"reason", why}}); };
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.fd < 0 && errno == ENOENT) return fail(errors::key_file_missing, {{"file", path}});
  if (file.fd < 0) return unreadable(std::strerror(errno));
  struct stat status {};
  if (::fstat(file.fd, &status) != 0) return unreadable(std::strerror(errno));
  if (!S_ISREG(status.st_mode)) return unreadable("it is not a regular file");
  const unsigned mode = status.st_mode & 0777U;
  if ((mode & 0077U) != 0) {
    const std::string octal{static_cast<char>('0' + (mode >> 6)), static_cast<char>('0' + ((mode >> 3) & 7)), static_cast<char>('0' + (mode & 7))};
    return fail(errors::key_file_permissions, {{"file", path}, {"value", octal}});
  }
  text.resize(limits::key_file_bytes_max + 1);
  std::size_t size = 0;
  while (size < text.size()) {
    const ssize_t n = ::read(file.fd, text.data() + size, text.size() - size);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return unreadable(std::strerror(errno));
    if (n == 0) break;
    size += static_cast<std::size_t>(n);
  }
  text.resize(size);
  if (size > limits::key_file_bytes_max) return bad_key_file(path, 0, "長すぎます", "it is too long");
  return {};
}

// The rest of the next line after `word` and a space; nothing if the line is not so or has no end.
std::optional<std::string_view> take_word(std::string_view& text, std::string_view word) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view line = text.substr(0, end);
  if (!line.starts_with(word) || line.size() <= word.size() || line[word.size()] != ' ') return std::nullopt;
  text.remove_prefix(end + 1);
  return line.substr(word.size() + 1);
}

bool write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = ::write(fd, text.data(), text.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

// A new name is durable once its folder is.
bool sync_folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
  const Descriptor dir(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return dir.fd >= 0 && ::fsync(dir.fd) == 0;
}

}  // namespace

bool valid_key_name(std::string_view name) {
  if (name.empty() || name.size() > limits::key_name_bytes_max || !valid_utf8(name)) return false;
  // C1 controls, Unicode's own spaces and the marks of direction would let two names look alike.
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto byte = [&](std::size_t k) { return i + k < name.size() ? static_cast<unsigned char>(name[i + k]) : 0U; };
    if (byte(0) == 0xc2 && byte(1) <= 0xa0) return false;
    if (byte(0) == 0xe2 && byte(1) == 0x80 && (byte(2) <= 0x8f || (byte(2) >= 0xa8 && byte(2) <= 0xaf))) return false;
    if (byte(0) == 0xe2 && byte(1) == 0x81 && byte(2) >= 0x9f && byte(2) <= 0xaf) return false;
    if (byte(0) == 0xe3 && byte(1) == 0x80 && byte(2) == 0x80) return false;
  }
  return std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != 0x7f && c != '+'; });
}

Hash PublicKey::fingerprint() const {
  Sha256 h;
  h.update(name);
  static constexpr std::uint8_t middle[] = {'\n', algorithm_ed25519};
  h.update(middle);
  h.update(bytes);
  return h.finish();
}

std::array<std::uint8_t, 4> PublicKey::key_id() const {
  const Hash f = fingerprint();
  return {f.bytes[0], f.bytes[1], f.bytes[2], f.bytes[3]};
}

std::string PublicKey::to_text() const {
  Bytes key{algorithm_ed25519};
  key.insert(key.end(), bytes.begin(), bytes.end());
  return name + "+" + to_hex(key_id()) + "+" + to_base64(key);
}

Result<PublicKey> PublicKey::parse(std::string_view text) {
  const std::size_t first = text.find('+');
  const std::size_t second = first == std::string_view::npos ? first : text.find('+', first + 1);
  if (second == std::string_view::npos) return bad_public_key("「名前+8桁+base64」の形ではありません", "it does not have the form NAME+KEYID+BASE64");
  PublicKey key;
  key.name = text.substr(0, first);
  if (!valid_key_name(key.name)) return bad_public_key("名前が使えません", "its name cannot be a key's name");
  const auto bytes = from_base64(text.substr(second + 1));
  if (!bytes || bytes->empty()) return bad_public_key("base64ではありません", "its last part is not base64");
  if (bytes->front() != algorithm_ed25519) return bad_public_key("Ed25519の鍵ではありません", "it is not a key for Ed25519");
  if (bytes->size() != 1 + key.bytes.size()) return bad_public_key("鍵の長さが違います", "the key has a wrong length");
  std::copy(bytes->begin() + 1, bytes->end(), key.bytes.begin());
  if (text.substr(first + 1, second - first - 1) != to_hex(key.key_id())) {
    return bad_public_key("8桁の番号が鍵と合いません", "its eight digits do not belong to the key");
  }
  return key;
}

bool PublicKey::verify(std::string_view message, std::span<const std::uint8_t> signature) const {
  need_sodium();
  if (signature.size() != crypto_sign_BYTES) return false;
  return crypto_sign_verify_detached(signature.data(), reinterpret_cast<const unsigned char*>(message.data()), message.size(), bytes.data()) == 0;
}

Result<Hash> parse_pin(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c == ' ' || c == ':' || c == '\n' || c == '\r') continue;
    digits += c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (digits.size() == 64 && digits.find_first_not_of("0123456789abcdef") == std::string::npos) {
    if (const auto hash = Hash::from_hex(digits)) return *hash;
  }
  while (text.ends_with('\n') || text.ends_with('\r') || text.ends_with(' ')) text.remove_suffix(1);
  SUMI_TRY(const PublicKey key, PublicKey::parse(text));
  return key.fingerprint();
}

SigningKey::SigningKey(SigningKey&& other) noexcept : public_key_(std::move(other.public_key_)), secret_(other.secret_) {
  sodium_memzero(other.secret_.data(), other.secret_.size());
}

SigningKey& SigningKey::operator=(SigningKey&& other) noexcept {
  if (this != &other) {
    public_key_ = std::move(other.public_key_);
    secret_ = other.secret_;
    sodium_memzero(other.secret_.data(), other.secret_.size());
  }
  return *this;
}

SigningKey::~SigningKey() { sodium_memzero(secret_.data(), secret_.size()); }

Result<SigningKey> SigningKey::from_seed(std::string name, const std::array<std::uint8_t, 32>& seed) {
  if (!valid_key_name(name)) return fail(errors::key_name, {{"value", name}, {"limit", std::to_string(limits::key_name_bytes_max)}});
  need_sodium();
  SigningKey key;
  key.public_key_.name = std::move(name);
  crypto_sign_seed_keypair(key.public_key_.bytes.data(), key.secret_.data(), seed.data());
  return key;
}

Result<SigningKey> SigningKey::generate(std::string name) {
  need_sodium();
  std::array<std::uint8_t, 32> seed;
  randombytes_buf(seed.data(), seed.size());
  auto key = from_seed(std::move(name), seed);
  sodium_memzero(seed.data(), seed.size());
  return key;
}

Result<SigningKey> SigningKey::load(const std::string& path) {
  SecretText file;
  SUMI_CHECK(read_key_file(path, file.text));
  std::string_view text = file.text;
  const std::string title = std::string(key_file_title) + "\n";
  if (!text.starts_with(title)) return bad_key_file(path, 1, "1行目が sumi signing key v1 ではありません", "its first line is not sumi signing key v1");
  text.remove_prefix(title.size());
  const auto name = take_word(text, "name");
  if (!name) return bad_key_file(path, 2, "name の行がありません", "the line \"name\" is missing");
  const auto seed_text = take_word(text, "seed");
  if (!seed_text) return bad_key_file(path, 3, "seed の行がないか、途中で切れています", "the line \"seed\" is missing or cut off");
  auto seed_bytes = from_base64(*seed_text);
  std::array<std::uint8_t, 32> seed;
  if (!seed_bytes || seed_bytes->size() != seed.size()) return bad_key_file(path, 3, "seed が32バイトではありません", "the seed does not have 32 bytes");
  const auto public_text = take_word(text, "public");
  if (!public_text || !text.empty()) {
    return bad_key_file(path, 4, "public の行がないか、途中で切れているか、余分な行があります",
                        "the line \"public\" is missing, cut off or followed by more");
  }
  std::copy(seed_bytes->begin(), seed_bytes->end(), seed.begin());
  sodium_memzero(seed_bytes->data(), seed_bytes->size());
  auto key = from_seed(std::string(*name), seed);
  sodium_memzero(seed.data(), seed.size());
  if (!key) return bad_key_file(path, 2, "名前が使えません", "its name cannot be a key's name");
  if (key->public_key_.to_text() != *public_text) return bad_key_file(path, 4, "公開鍵が秘密の値と合いません", "the public key does not belong to the seed");
  return key;
}

Result<void> SigningKey::save(const std::string& path) const {
  const auto unwritable = [&](int why) { return fail(errors::key_file_unwritable, {{"file", path}, {"reason", std::strerror(why)}}); };
  SecretText file;
  std::string seed = to_base64(std::span(secret_).first<32>());
  file.text.append(key_file_title).append("\nname ").append(public_key_.name).append("\nseed ").append(seed);
  file.text.append("\npublic ").append(public_key_.to_text()).append("\n");
  sodium_memzero(seed.data(), seed.size());
  const Descriptor out(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (out.fd < 0 && errno == EEXIST) return fail(errors::key_file_exists, {{"file", path}});
  if (out.fd < 0) return unwritable(errno);
  // A half-written key is of no use to anybody: it goes again, so that the next attempt finds no file.
  if (::fchmod(out.fd, 0600) != 0 || !write_all(out.fd, file.text) || ::fsync(out.fd) != 0 || !sync_folder_of(path)) {
    const int why = errno;
    ::unlink(path.c_str());
    return unwritable(why);
  }
  return {};
}

std::array<std::uint8_t, 64> SigningKey::sign(std::string_view message) const {
  need_sodium();
  std::array<std::uint8_t, 64> signature;
  crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const unsigned char*>(message.data()), message.size(), secret_.data());
  return signature;
}

}  // namespace sumi::journal
