// A programme's members at scale: the calculation of src/project, spread over threads.
#pragma once

#include "project/programme_calculate.h"

namespace sumi::service {

// Threads that such a calculation uses here: what the machine has, at most limits::programme_threads_max, at least 1.
[[nodiscard]] unsigned programme_threads();

// Runs tasks on `threads` threads, this one among them, each taking the next task that is left. An exception of a task is thrown here when all have
// ended; the tasks that are left then are not begun.
// `progress`: tasks that are done, of those that were given so far; called on any of the threads, and what it throws is thrown here like what a task throws.
[[nodiscard]] project::Spread spread_over(unsigned threads, const std::function<void(std::uint64_t done, std::uint64_t of)>& progress = {});

// A members' data file as UTF-8. Where it is that already, the file is looked at where it lies and nothing is copied; it must not be written to meanwhile.
// A file with bytes that are not UTF-8 is cp932 if all of its lines beyond ASCII are not UTF-8 and it can be read so (Japanese Excel writes it);
// otherwise it stays as it is, and the reading names its bad rows.
class MemberDataFile {
 public:
  // Errors: base.file_missing, file_unreadable, file_too_large, text_encoding.
  [[nodiscard]] static Result<MemberDataFile> open(const std::string& path, const project::Spread& spread);
  // The same for bytes that are at hand.
  [[nodiscard]] static Result<MemberDataFile> of(std::string bytes, const std::string& file);
  ~MemberDataFile();
  MemberDataFile(MemberDataFile&&) noexcept;
  MemberDataFile(const MemberDataFile&) = delete;
  MemberDataFile& operator=(const MemberDataFile&) = delete;
  MemberDataFile& operator=(MemberDataFile&&) = delete;
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  MemberDataFile() = default;
  Result<void> decode(std::string_view bytes, const std::string& file, const project::Spread& spread);
  void* mapped_ = nullptr;
  std::size_t mapped_size_ = 0;
  std::unique_ptr<const std::string> kept_;
  std::string_view text_;
};

}  // namespace sumi::service
