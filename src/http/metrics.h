// What the server counts, as text for Prometheus (text exposition format 0.0.4). Fifty lines of our own: a library would bring a second web server with it.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/server.h"

namespace sumi::http {

// Thread-safe.
class Metrics final : public Observer {
 public:
  Metrics();
  ~Metrics() override;
  void answered(const Exchange& exchange) override;

  enum class Kind : std::uint8_t { counter, gauge };
  // A figure that is asked for when the text is made, by the thread that makes it. To be told before the server starts. `name` as sumi_journal_entries; `help` is
  // one sentence.
  void add(Kind kind, std::string name, std::string help, std::function<std::uint64_t()> figure);
  // Those of the server itself: connections, streams, bytes.
  void add_server(const Server& server);

  [[nodiscard]] std::string text() const;
  // The type of that text.
  static constexpr std::string_view content_type = "text/plain; version=0.0.4; charset=utf-8";
  // Upper bounds of the histogram in microseconds; behind the last is what took longer.
  static constexpr std::array<std::uint64_t, 13> bounds{250, 500, 1'000, 2'500, 5'000, 10'000, 25'000, 50'000, 100'000, 250'000, 500'000, 1'000'000, 10'000'000};

 private:
  struct Route {
    std::map<std::pair<Method, unsigned>, std::uint64_t> requests;
    std::array<std::uint64_t, bounds.size() + 1> took{};
    std::uint64_t microseconds = 0, bytes_in = 0, bytes_out = 0;
  };
  using Routes = std::map<std::string, Route, std::less<>>;
  // Each thread counts in one of these, so that they do not wait for each other.
  struct Shard;
  [[nodiscard]] Routes sum() const;
  struct Figure {
    Kind kind;
    std::string name, help;
    std::function<std::uint64_t()> value;
  };
  std::vector<std::unique_ptr<Shard>> shards_;
  mutable std::mutex mutex_;
  std::vector<Figure> figures_;
};

[[nodiscard]] std::string_view word_of(Method method);  // "GET"

}  // namespace sumi::http
