// How many connections there may be, in all and of one peer.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace sumi::http {

class Admission {
 public:
  Admission(std::size_t in_all, std::size_t per_peer) : in_all_(in_all), per_peer_(per_peer) {}
  enum class Answer { welcome, too_many_in_all, too_many_of_peer };
  // `network`: the peer's address as bytes (of IPv6 its first eight, the /64). Each welcome is given back by leave().
  Answer enter(std::string_view network) {
    const std::lock_guard lock(mutex_);
    if (count_ >= in_all_) return Answer::too_many_in_all;
    auto found = peers_.find(network);
    if (found == peers_.end()) found = peers_.emplace(network, 0).first;
    if (found->second >= per_peer_) {
      if (found->second == 0) peers_.erase(found);
      return Answer::too_many_of_peer;
    }
    ++found->second;
    ++count_;
    return Answer::welcome;
  }
  void leave(std::string_view network) {
    const std::lock_guard lock(mutex_);
    const auto found = peers_.find(network);
    if (found == peers_.end()) return;
    --count_;
    if (--found->second == 0) peers_.erase(found);
  }

 private:
  std::mutex mutex_;
  std::size_t in_all_, per_peer_, count_ = 0;
  std::map<std::string, std::size_t, std::less<>> peers_;
};

}  // namespace sumi::http
