// One line per answered request: "2026-11-23T02:36:24.123Z GET /api/v1/holdings/{id} 200 1234 87": time (UTC), method, the pattern of the route ("-" where the
// transport itself refused), status, bytes of the answer, microseconds. No address, no path as sent, no query, no name: nothing of a person.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/result.h"
#include "http/server.h"

namespace sumi::http {

// Thread-safe. Lines are written by a thread of its own, five times a second; where more than limits::access_log_lines_max wait (a disk that stands still), further
// ones are dropped and a line "# N lines lost" tells how many.
class AccessLog final : public Observer {
 public:
  // Appends to `file`, made with mode 0640 where it is not there; "-" is the standard output, "" the standard error. Refuses with log_unwritable.
  [[nodiscard]] static Result<std::unique_ptr<AccessLog>> open(const std::string& file);
  // Writes what waits.
  ~AccessLog() override;
  AccessLog(const AccessLog&) = delete;
  AccessLog& operator=(const AccessLog&) = delete;

  void answered(const Exchange& exchange) override;
  // Returns once all that was answered before is with the system.
  void flush();

 private:
  AccessLog(int descriptor, bool ours);
  void run();
  void write_waiting(std::unique_lock<std::mutex>& lock);
  struct Waiting {
    std::int64_t milliseconds;
    Exchange exchange;
  };
  int descriptor_;
  bool ours_;
  std::mutex mutex_;
  std::condition_variable wake_, written_;
  std::vector<Waiting> waiting_;
  std::uint64_t lost_ = 0;
  bool ending_ = false, asked_ = false, writing_ = false;
  std::thread thread_;
};

// "2026-11-23T02:36:24.123Z"; milliseconds since 1970.
[[nodiscard]] std::string log_time(std::int64_t milliseconds);

}  // namespace sumi::http
