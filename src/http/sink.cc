#include "http/sink.h"

#include <algorithm>
#include <iterator>

#include "http/limits.h"

namespace sumi::http {

bool Sink::send(Bytes bytes) {
  if (!bytes) return !ended();
  bool good = true;
  {
    const std::lock_guard lock(mutex_);
    if (ended_) return false;
    if (bytes->size() > limits::event_backlog_bytes_max - std::min(waiting_bytes_, limits::event_backlog_bytes_max)) {
      good = false;
      ended_ = lost_ = true;
      waiting_.clear();
    } else {
      waiting_bytes_ += bytes->size();
      waiting_.push_back(std::move(bytes));
    }
    if (woken_ && good) return true;
    woken_ = true;
  }
  wake_();
  return good;
}

void Sink::close() {
  {
    const std::lock_guard lock(mutex_);
    if (ended_) return;
    ended_ = true;
    if (woken_) return;
    woken_ = true;
  }
  wake_();
}

bool Sink::ended() const {
  const std::lock_guard lock(mutex_);
  return ended_;
}

bool Sink::take(std::vector<Bytes>& out) {
  const std::lock_guard lock(mutex_);
  const auto count = std::min(waiting_.size(), limits::events_per_write_max);
  const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(count);
  out.assign(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(end));
  waiting_.erase(waiting_.begin(), end);
  woken_ = false;
  return !ended_ || !out.empty();
}

bool Sink::lost() const {
  const std::lock_guard lock(mutex_);
  return lost_;
}

void Sink::written(const std::vector<Bytes>& bytes) {
  const std::lock_guard lock(mutex_);
  for (const auto& b : bytes) waiting_bytes_ -= b->size();
}

void Sink::finish() {
  const std::lock_guard lock(mutex_);
  ended_ = true;
  waiting_.clear();
}

}  // namespace sumi::http
