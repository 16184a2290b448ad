#include "http/access_log.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <string_view>
#include <system_error>

#include "http/limits.h"
#include "http/metrics.h"
#include "http/transport_errors.h"

namespace sumi::http {

namespace {

constexpr auto write_every = std::chrono::milliseconds(200);

void append_padded(std::string& out, std::int64_t number, std::size_t width) {
  const auto digits = std::to_string(number);
  out.append(width - std::min(width, digits.size()), '0');
  out += digits;
}

// What cannot be written is given up: a full disk must not stop the registry.
void write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto n = ::write(descriptor, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

}  // namespace

std::string log_time(std::int64_t milliseconds) {
  using namespace std::chrono;
  const sys_time<std::chrono::milliseconds> moment{std::chrono::milliseconds(milliseconds)};
  const auto day = floor<days>(moment);
  const year_month_day date(day);
  const hh_mm_ss time(moment - day);
  std::string out;
  append_padded(out, static_cast<int>(date.year()), 4);
  out += '-';
  append_padded(out, static_cast<unsigned>(date.month()), 2);
  out += '-';
  append_padded(out, static_cast<unsigned>(date.day()), 2);
  out += 'T';
  append_padded(out, time.hours().count(), 2);
  out += ':';
  append_padded(out, time.minutes().count(), 2);
  out += ':';
  append_padded(out, time.seconds().count(), 2);
  out += '.';
  append_padded(out, time.subseconds().count(), 3);
  return out + 'Z';
}

Result<std::unique_ptr<AccessLog>> AccessLog::open(const std::string& file) {
  if (file.empty()) return std::unique_ptr<AccessLog>(new AccessLog(STDERR_FILENO, false));
  if (file == "-") return std::unique_ptr<AccessLog>(new AccessLog(STDOUT_FILENO, false));
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0640);
  if (descriptor < 0) return fail(errors::log_unwritable, {{"file", file}, {"reason", std::generic_category().message(errno)}});
  return std::unique_ptr<AccessLog>(new AccessLog(descriptor, true));
}

AccessLog::AccessLog(int descriptor, bool ours) : descriptor_(descriptor), ours_(ours), thread_([this] { run(); }) {}

AccessLog::~AccessLog() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_all();
  thread_.join();
  if (ours_) ::close(descriptor_);
}

void AccessLog::answered(const Exchange& exchange) {
  const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
  // Nobody is woken: the thread comes by itself.
  const std::lock_guard lock(mutex_);
  if (waiting_.size() >= limits::access_log_lines_max) {
    ++lost_;
  } else {
    waiting_.push_back({now, exchange});
  }
}

void AccessLog::flush() {
  std::unique_lock lock(mutex_);
  asked_ = true;
  wake_.notify_all();
  written_.wait(lock, [&] { return waiting_.empty() && lost_ == 0 && !writing_; });
}

void AccessLog::write_waiting(std::unique_lock<std::mutex>& lock) {
  std::vector<Waiting> lines;
  lines.swap(waiting_);
  const auto lost = std::exchange(lost_, 0);
  writing_ = true;
  lock.unlock();
  std::string text;
  for (const auto& [milliseconds, exchange] : lines) {
    text += log_time(milliseconds);
    text += ' ';
    text += word_of(exchange.method);
    text += ' ';
    text += exchange.route.empty() ? std::string_view("-") : exchange.route;
    text += ' ' + std::to_string(exchange.status) + ' ' + std::to_string(exchange.bytes_out) + ' ' + std::to_string(exchange.microseconds) + '\n';
  }
  if (lost > 0) text += "# " + std::to_string(lost) + " lines lost\n";
  write_all(descriptor_, text);
  lock.lock();
  writing_ = false;
  written_.notify_all();
}

void AccessLog::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    wake_.wait_for(lock, write_every, [&] { return ending_ || asked_; });
    asked_ = false;
    if (!waiting_.empty() || lost_ > 0) write_waiting(lock);
    written_.notify_all();
    if (ending_ && waiting_.empty() && lost_ == 0) return;
  }
}

}  // namespace sumi::http
