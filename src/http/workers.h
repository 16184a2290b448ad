// Threads for what takes long: calculations, papers, passwords. Threads that serve connections hand it to them and go on.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace sumi::http {

class Workers {
 public:
  // At most `waiting_max` wait; what comes on top is turned away, so that a crowd is told to come again instead of waiting for ever.
  Workers(unsigned threads, std::size_t waiting_max);
  ~Workers();  // finishes what was taken
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  // False: too much waits already, or it is ending. `work` must not throw.
  bool run(std::function<void()> work);

 private:
  void serve();
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> waiting_;
  std::size_t waiting_max_;
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace sumi::http
