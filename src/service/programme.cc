#include "service/programme.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "base/file.h"
#include "base/limits.h"
#include "base/text.h"

namespace sumi::service {

unsigned programme_threads() { return std::clamp(std::thread::hardware_concurrency(), 1U, limits::programme_threads_max); }

project::Spread spread_over(unsigned threads, const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  // Over all calls: the file's pieces, then the members'.
  const auto done = std::make_shared<std::atomic<std::uint64_t>>(0), given = std::make_shared<std::atomic<std::uint64_t>>(0);
  return [threads, progress, done, given](std::size_t count, const std::function<void(std::size_t)>& task) {
    *given += count;
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::exception_ptr first;
    const auto work = [&] {
      try {
        for (std::size_t i = next++; i < count; i = next++) {
          task(i);
          ++*done;
          if (progress) progress(*done, *given);
        }
      } catch (...) {
        const std::lock_guard lock(mutex);
        if (!first) first = std::current_exception();
        next = count;
      }
    };
    std::vector<std::thread> others;
    for (unsigned t = 1; t < std::min<std::size_t>(threads, count); ++t) others.emplace_back(work);
    work();
    for (std::thread& t : others) t.join();
    if (first) std::rethrow_exception(first);
  };
}

namespace {

// Where the first byte beyond ASCII stands.
std::size_t beyond_ascii(std::string_view text) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  std::size_t i = 0;
  for (std::uint64_t eight = 0; i + sizeof(eight) <= text.size(); i += sizeof(eight)) {
    std::memcpy(&eight, text.data() + i, sizeof(eight));
    if ((eight & high_bits) != 0) break;
  }
  while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) ++i;
  return i;
}

// Lines with bytes beyond ASCII: some that are UTF-8, some that are not.
struct Lines {
  bool good = false, bad = false;
};
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!(lines.good && lines.bad)) {
    const std::size_t at = beyond_ascii(text);
    if (at == text.size()) break;
    const std::size_t begin = text.rfind('\n', at) + 1, end = std::min(text.find('\n', at), text.size());  // npos + 1 = 0
    (valid_utf8(text.substr(begin, end - begin)) ? lines.good : lines.bad) = true;
    text.remove_prefix(end);
  }
  return lines;
}

// The same side by side, in pieces that end with a line.
Lines lines_of(std::string_view text, const project::Spread& spread) {
  constexpr std::size_t size = std::size_t{1} << 22;
  std::vector<std::string_view> pieces;
  while (!text.empty()) {
    const std::size_t end = text.size() <= size ? text.size() : std::min(text.find('\n', size), text.size() - 1) + 1;
    pieces.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  std::vector<Lines> found(pieces.size());
  spread(pieces.size(), [&](std::size_t i) { found[i] = lines_of(pieces[i]); });
  Lines all;
  for (const Lines& l : found) all = {all.good || l.good, all.bad || l.bad};
  return all;
}

}  // namespace

Result<void> MemberDataFile::decode(std::string_view bytes, const std::string& file, const project::Spread& spread) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  text_ = bytes.starts_with(mark) ? bytes.substr(mark.size()) : bytes;
  const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (!utf16) {
    if (bytes.starts_with(mark)) return {};
    const Lines lines = lines_of(bytes, spread);
    if (!lines.bad || lines.good) return {};
  }
  auto decoded = decode_text({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, file);
  if (!decoded && utf16) return fail(std::move(decoded).error());
  if (!decoded) return {};  // bad in either: row by row
  kept_ = std::make_unique<const std::string>(std::move(decoded->utf8));
  text_ = *kept_;
  return {};
}

Result<MemberDataFile> MemberDataFile::of(std::string bytes, const std::string& file) {
  MemberDataFile out;
  auto raw = std::make_unique<const std::string>(std::move(bytes));
  SUMI_CHECK(out.decode(*raw, file, spread_over(1)));
  if (!out.kept_) out.kept_ = std::move(raw);
  return out;
}

Result<MemberDataFile> MemberDataFile::open(const std::string& path, const project::Spread& spread) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat about {};
  const bool plain = file >= 0 && ::fstat(file, &about) == 0 && S_ISREG(about.st_mode) && about.st_size > 0 &&
                     static_cast<std::uint64_t>(about.st_size) <= limits::input_file_bytes_max;
  void* const mapped = plain ? ::mmap(nullptr, static_cast<std::size_t>(about.st_size), PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
  if (file >= 0) ::close(file);
  if (mapped == MAP_FAILED) {
    // A pipe, an empty file, or none: as any other file is read, with its refusals.
    SUMI_TRY(std::string bytes, read_file(path));
    return of(std::move(bytes), path);
  }
  MemberDataFile out;
  out.mapped_ = mapped;
  out.mapped_size_ = static_cast<std::size_t>(about.st_size);
  const std::string_view bytes(static_cast<const char*>(mapped), out.mapped_size_);
  SUMI_CHECK(out.decode(bytes, path, spread));
  return out;
}

MemberDataFile::~MemberDataFile() {
  if (mapped_ != nullptr) ::munmap(mapped_, mapped_size_);
}
MemberDataFile::MemberDataFile(MemberDataFile&& other) noexcept
    : mapped_(std::exchange(other.mapped_, nullptr)), mapped_size_(other.mapped_size_), kept_(std::move(other.kept_)), text_(std::exchange(other.text_, {})) {}

}  // namespace sumi::service
