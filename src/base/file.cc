#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "base/errors.h"

namespace sumi {

namespace {

std::string reason_of(int error_number) { return std::generic_category().message(error_number); }

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }
  // 0, or the errno of a close that failed: on some file systems that is where a full disk shows.
  int close() {
    if (fd_ < 0) return 0;
    const int result = ::close(fd_);
    fd_ = -1;
    return result == 0 ? 0 : errno;
  }

 private:
  int fd_;
};

Unexpected unreadable(const std::string& path, int error_number) {
  return fail(errors::file_unreadable, {{"file", path}, {"reason", reason_of(error_number)}}, {path, 0, 0});
}

Unexpected unwritable(const std::string& path, int error_number) {
  return fail(errors::file_unwritable, {{"file", path}, {"reason", reason_of(error_number)}}, {path, 0, 0});
}

Unexpected too_large(const std::string& path, std::size_t bytes_max) {
  return fail(errors::file_too_large, {{"file", path}, {"limit", std::to_string(bytes_max)}}, {path, 0, 0});
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

// 0 or an errno.
int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return 0;
}

int write_and_sync(Descriptor& file, std::string_view bytes, unsigned mode) {
  if (::fchmod(file.get(), static_cast<mode_t>(mode)) != 0) return errno;
  if (const int e = write_all(file.get(), bytes); e != 0) return e;
  if (::fsync(file.get()) != 0) return errno;
  return file.close();
}

int sync_folder(const std::string& folder) {
  Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (fd.get() < 0) return errno;
  return ::fsync(fd.get()) == 0 ? 0 : errno;
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t bytes_max) {
  const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (fd.get() < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return fail(errors::file_missing, {{"file", path}}, {path, 0, 0});
    return unreadable(path, errno);
  }
  struct stat status{};
  if (::fstat(fd.get(), &status) != 0) return unreadable(path, errno);
  if (S_ISDIR(status.st_mode)) return unreadable(path, EISDIR);
  std::size_t expected = S_ISREG(status.st_mode) && status.st_size > 0 ? static_cast<std::size_t>(status.st_size) : 0;
  if (expected > bytes_max) return too_large(path, bytes_max);

  // A file may grow while it is read, and a pipe has no size: reading goes on until nothing comes.
  std::string out;
  std::size_t used = 0;
  for (;;) {
    if (used == out.size()) out.resize(used + std::max<std::size_t>({expected - std::min(expected, used) + 1, used / 2, 4096}));
    const ssize_t n = ::read(fd.get(), out.data() + used, out.size() - used);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return unreadable(path, errno);
    if (n == 0) break;
    used += static_cast<std::size_t>(n);
    if (used > bytes_max) return too_large(path, bytes_max);
  }
  out.resize(used);
  return out;
}

Result<void> write_file_atomic(const std::string& path, std::string_view bytes, unsigned mode) {
  if (path.empty()) return unwritable(path, ENOENT);
  std::string temporary = path + ".XXXXXX";
  // mkostemp makes the file with mode 0600: a key is never readable by others, not even for a moment.
  Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (file.get() < 0) return unwritable(path, errno);
  int error_number = write_and_sync(file, bytes, mode);
  if (error_number == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) error_number = errno;
  if (error_number != 0) {
    ::unlink(temporary.c_str());
    return unwritable(path, error_number);
  }
  if (const int e = sync_folder(folder_of(path)); e != 0) return unwritable(path, e);
  return {};
}

}  // namespace sumi
