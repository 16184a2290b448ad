// Events that wait for one reader: filled by any thread, emptied by the thread of its connection.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "http/message.h"

namespace sumi::http {

class Sink final : public EventSink {
 public:
  using Bytes = std::shared_ptr<const std::string>;
  // `wake` tells the connection's thread that take() has something new to say. Called by any thread, outside of the lock, once between two take().
  explicit Sink(std::function<void()> wake) : wake_(std::move(wake)) {}

  bool send(Bytes bytes) override;
  void close() override;  // what waits is written first
  [[nodiscard]] bool ended() const override;

  // The connection's: what is to be written now (up to limits::events_per_write_max, possibly nothing yet); false once nothing will come.
  bool take(std::vector<Bytes>& out);
  void written(const std::vector<Bytes>& bytes);
  // Whether more waited than limits::event_backlog_bytes_max: the reader is too slow, and nothing more is written to it.
  [[nodiscard]] bool lost() const;
  // The other side has gone: what waits is dropped.
  void finish();

 private:
  std::function<void()> wake_;
  mutable std::mutex mutex_;
  std::vector<Bytes> waiting_;
  std::size_t waiting_bytes_ = 0;  // those that take() gave and written() has not told of are among them
  bool ended_ = false, woken_ = false, lost_ = false;
};

}  // namespace sumi::http
