// What the transport and the routes say to each other. No Boost here: server.cc alone knows Beast.
//
// A request's views point into the connection's buffers; they hold until the request was answered. An answer is given once, from any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sumi::http {

enum class Method : std::uint8_t { get, head, post, put, patch, delete_, options, other };

struct Request {
  Method method = Method::get;
  std::string_view target;  // as sent: path and query
  std::string_view path;    // before the "?", not decoded
  std::string_view query;   // behind the "?", not decoded; "" where there is none
  std::vector<std::pair<std::string_view, std::string_view>> headers;  // names in lower case
  std::string_view body;
  std::string_view peer;    // the address of the other side, without its port
  bool secure = false;      // came by TLS
  // "" where it was not sent. `name` in lower case.
  [[nodiscard]] std::string_view header(std::string_view name) const {
    for (const auto& [n, v] : headers) {
      if (n == name) return v;
    }
    return {};
  }
  // Of the Cookie header; "" where it was not sent.
  [[nodiscard]] std::string_view cookie(std::string_view name) const;
};

// An open stream of events (server-sent events). Thread-safe. Ends when the other side goes, when close() is called, or when the reader is so slow that more than
// limits::event_backlog_bytes_max wait for it.
class EventSink {
 public:
  virtual ~EventSink() = default;
  // Bytes as they go over the line ("id: 7\ndata: {...}\n\n"); false once the stream has ended. One text may be shared by a thousand sinks.
  virtual bool send(std::shared_ptr<const std::string> bytes) = 0;
  virtual void close() = 0;
  [[nodiscard]] virtual bool ended() const = 0;
};

struct Response {
  unsigned status = 200;
  std::string_view content_type = "application/json";  // a literal, or a text that outlives the answer
  std::string body;
  std::shared_ptr<const std::string> shared_body;       // instead of body: what many are answered with
  std::vector<std::pair<std::string, std::string>> headers;
  bool body_is_head = false;                            // the length is told, the body is not sent; the transport does so by itself where HEAD was asked
  // Given: the answer is a stream. Called once the header has gone out; the sink may be kept.
  std::function<void(std::shared_ptr<EventSink>)> stream;
  // The pattern of the route that answered ("/api/v1/holdings/{id}"), for metrics and the access log: a literal, or a text that outlives the server.
  std::string_view route = {};
};

using Respond = std::function<void(Response)>;

// What a server answers with.
class Handler {
 public:
  virtual ~Handler() = default;
  // How large a body this request may have, asked when its header has been read and before its body is, so that it has none yet. 0: none.
  [[nodiscard]] virtual std::size_t body_max(const Request& request) const = 0;
  // Called by a thread of the server: it must not wait long. `respond` may be kept and called later, by any thread, once. Throws nothing.
  virtual void handle(const Request& request, Respond respond) = 0;
};

}  // namespace sumi::http
