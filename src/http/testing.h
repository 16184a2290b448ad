// What the tests of the server share: a client that says exactly what it is told to, byte by byte, and a handler made of a function. The client waits at most ten
// seconds for anything, so that a server that hangs fails a test instead of stopping it.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/server.h"

struct ssl_st;
struct ssl_ctx_st;

namespace sumi::http::testing {

struct Answer {
  unsigned status = 0;  // 0: none came
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
  std::string body;
  [[nodiscard]] std::string header(std::string_view name) const;
  [[nodiscard]] std::size_t count(std::string_view name) const;
};

class Client {
 public:
  explicit Client(std::uint16_t port, bool tls = false);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  [[nodiscard]] bool connected() const { return descriptor_ >= 0; }
  // False where the other side has gone.
  bool send(std::string_view bytes);
  // No more will be sent, but answers are read.
  void end_sending();
  void close();
  // The next answer, read by its Content-Length; `head`: it has no body. Interim answers (100) are answers too.
  Answer receive(bool head = false);
  // Reads until the text has come; "" where it does not. Gives everything up to its end.
  std::string receive_until(std::string_view text);
  // What comes until the other side closes.
  std::string receive_all();
  // Whether the other side closes within this time without another word.
  bool closed_within(std::chrono::milliseconds time);
  Answer get(std::string_view target, std::string_view fields = {});
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  bool more(int milliseconds);
  int descriptor_ = -1;
  std::string buffer_;
  ssl_ctx_st* context_ = nullptr;
  ssl_st* tls_ = nullptr;
};

class FunctionHandler : public Handler {
 public:
  using Function = std::function<void(const Request&, Respond)>;
  explicit FunctionHandler(Function function, std::size_t most = 1 << 20) : function_(std::move(function)), most_(most) {}
  [[nodiscard]] std::size_t body_max(const Request&) const override { return most_; }
  void handle(const Request& request, Respond respond) override { function_(request, std::move(respond)); }

 private:
  Function function_;
  std::size_t most_;
};

// Answers with method, path, query and body, as text.
[[nodiscard]] FunctionHandler::Function echo();
[[nodiscard]] Response text(std::string body, unsigned status = 200);

// On 127.0.0.1 and a free port; times shortened where a test says so. Throws where it does not start.
[[nodiscard]] ServerOptions local();
[[nodiscard]] std::unique_ptr<Server> started(Handler& handler, const ServerOptions& options = local());

class Exchanges : public Observer {
 public:
  void answered(const Exchange& exchange) override {
    const std::lock_guard lock(mutex_);
    seen_.push_back(exchange);
  }
  [[nodiscard]] std::vector<Exchange> seen() const {
    const std::lock_guard lock(mutex_);
    return seen_;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<Exchange> seen_;
};

// Waits up to ten seconds for it.
[[nodiscard]] bool eventually(const std::function<bool()>& holds);

}  // namespace sumi::http::testing
