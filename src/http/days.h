// Views of the ledger as of a past day. Each is a replay, which on a large journal takes seconds: one at a time, and the last few are kept.
#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/result.h"
#include "http/errors.h"
#include "http/limits.h"

namespace sumi::http {

template <class T> class Days {
 public:
  explicit Days(std::size_t kept) : kept_(kept) {}

  // The view of `day` while `last` is the last entry it depends on; `make` makes it. A kept one is given at once; who asks while another
  // is being made waits for it a moment (limits::replay_wait). Errors: http.too_busy after that.
  template <class Make> Result<std::shared_ptr<const T>> get(Date day, SequenceNumber last, Make make) {
    const std::pair key{day, last};
    if (auto view = find(key)) return view;
    const std::unique_lock lock(replay_, limits::replay_wait);
    if (!lock.owns_lock()) return fail(errors::too_busy);
    if (auto view = find(key)) return view;
    SUMI_TRY(T made, make());
    auto view = std::make_shared<const T>(std::move(made));
    const std::lock_guard kept(mutex_);
    if (views_.size() == kept_) views_.erase(views_.begin());
    views_.emplace_back(key, view);
    return view;
  }

 private:
  using Key = std::pair<Date, SequenceNumber>;
  std::shared_ptr<const T> find(const Key& key) {
    const std::lock_guard lock(mutex_);
    for (const auto& [known, view] : views_) {
      if (known == key) return view;
    }
    return nullptr;
  }

  std::size_t kept_;
  std::timed_mutex replay_;
  std::mutex mutex_;
  std::vector<std::pair<Key, std::shared_ptr<const T>>> views_;
};

}  // namespace sumi::http
