// The server: HTTP/1.1 over TCP or TLS, for one Handler. Keep-alive, requests sent without waiting (answered in their order), bodies by length or in chunks,
// Expect: 100-continue, event streams. What is malformed, too large, too slow or too much is answered with a refusal of http (30 to 39) or closed, and costs
// the others nothing: a connection holds one buffer, and no thread ever waits for it.
//
// Threads: each of ServerOptions::threads serves its own connections, which are handed round. Handler::handle runs there; an answer given within the call
// leaves at once, a later one is passed to the connection's thread. Where the connection has gone meanwhile, the answer is dropped.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/limits.h"
#include "http/message.h"

namespace sumi::http {

// One request that was answered, for metrics and the access log. Holds nothing of a person.
struct Exchange {
  Method method = Method::get;
  std::string_view route;     // Response::route; "" where the transport itself refused
  unsigned status = 0;
  std::uint64_t bytes_in = 0;   // header and body
  std::uint64_t bytes_out = 0;  // header and body; of a stream its header
  std::uint64_t microseconds = 0;  // from the header's last byte until the answer was given to the system
};

// Told of every exchange, by the server's threads at the same time. Must not wait.
class Observer {
 public:
  virtual ~Observer() = default;
  virtual void answered(const Exchange& exchange) = 0;
};

struct ServerOptions {
  std::string address = "127.0.0.1";  // IPv4 or IPv6; off loopback only with a certificate
  std::uint16_t port = 8080;          // 0: a free one
  unsigned threads = 2;               // 1 to limits::threads_max
  std::string certificate_file;       // PEM, with those between it and the root; both or none
  std::string key_file;               // PEM
  // The IP address of a reverse proxy in front; "": none. From it alone the last X-Forwarded-For is the other side's address, and X-Forwarded-Proto says whether it came
  // by TLS; anybody else's are taken for what they are, something that anybody can write.
  std::string trusted_proxy;
  std::size_t connections_max = limits::connections_max;
  std::size_t connections_per_peer_max = limits::connections_per_peer_max;
  std::size_t bodies_bytes_max = limits::bodies_bytes_max;
  std::chrono::milliseconds header_time = limits::header_time_max;
  std::chrono::milliseconds body_time = limits::body_time_max;
  std::chrono::milliseconds write_time = limits::write_time_max;
  std::chrono::milliseconds idle_time = limits::idle_time_max;
  std::chrono::milliseconds answer_time = limits::answer_time_max;
  std::chrono::milliseconds stop_time = limits::stop_time_max;
  std::chrono::milliseconds heartbeat = limits::heartbeat_every;
  std::vector<Observer*> observers;   // must outlive the server
};

class Server {
 public:
  // Figures of the moment, and since the start.
  struct Counters {
    std::uint64_t connections = 0, streams = 0, accepted = 0, turned_away = 0, bytes_in = 0, bytes_out = 0;
  };

  // Listens and answers from now on. `handler` must outlive the server. Refuses with http 40 to 44.
  [[nodiscard]] static Result<std::unique_ptr<Server>> start(const ServerOptions& options, Handler& handler);
  // Stops.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] bool secure() const;
  // Takes no new connection, answers every request whose first byte has come, then ends the streams. Returns when all that is done, or after
  // ServerOptions::stop_time, whatever still stands being cut off. May be called twice; not by a thread of the server.
  void stop();
  [[nodiscard]] Counters counters() const;

 private:
  struct Inner;
  explicit Server(std::unique_ptr<Inner> inner);
  std::unique_ptr<Inner> inner_;
};

}  // namespace sumi::http
