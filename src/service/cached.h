// What is made of the whole state and asked for by anybody: made once per durable entry, and no more often than every so many seconds.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>

#include "service/ledger.h"

namespace sumi::service {

template <class T> class PerEntry {
 public:
  explicit PerEntry(std::chrono::steady_clock::duration fresh_for = std::chrono::seconds(2)) : fresh_for_(fresh_for) {}

  // The value as of the last entry, or as it was at most `fresh_for` ago. Who comes while it is being made waits for it.
  Result<std::shared_ptr<const T>> get(const Ledger& ledger, const std::function<Result<T>()>& make) {
    const std::lock_guard lock(mutex_);
    const auto now = std::chrono::steady_clock::now();
    if (value_ && (entry_ == ledger.last() || now - made_ < fresh_for_)) return value_;
    const auto entry = ledger.last();
    SUMI_TRY(T value, make());
    value_ = std::make_shared<const T>(std::move(value));
    entry_ = entry;
    made_ = now;
    return value_;
  }

 private:
  std::mutex mutex_;
  std::chrono::steady_clock::duration fresh_for_;
  std::chrono::steady_clock::time_point made_;
  SequenceNumber entry_;
  std::shared_ptr<const T> value_;
};

}  // namespace sumi::service
