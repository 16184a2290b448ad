// One thread of the server with its connections. No Asio here: connection.cc alone knows it.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

#include "http/admission.h"
#include "http/server.h"
#include "http/tls.h"

namespace sumi::http {

// What all connections share. Lives as long as the server; what may outlive it (an answer that comes late, a sink) does not touch it.
struct Shared {
  Shared(const ServerOptions& o, Handler& h) : options(o), handler(h), admission(o.connections_max, o.connections_per_peer_max) {}
  ServerOptions options;
  Handler& handler;
  Admission admission;
  TlsContext tls;  // none: plain
  std::atomic<bool> stopping{false};
  std::atomic<std::uint64_t> accepted{0}, turned_away{0}, bytes_in{0}, bytes_out{0};
  std::atomic<std::size_t> bodies_bytes{0};
};

// A socket that was accepted and admitted.
struct Guest {
  int descriptor = -1;
  bool v6 = false;
  std::string peer;     // the address as text
  std::string network;  // what Admission counts it under
};

class Loop {
 public:
  virtual ~Loop() = default;
  // Starts its thread. `shared` must live until finish() has returned.
  [[nodiscard]] static std::shared_ptr<Loop> start(Shared& shared);
  // From any thread. The descriptor is the loop's from now on.
  virtual void take_in(Guest guest) = 0;
  virtual void end_idle() = 0;     // connections without a request
  virtual void end_streams() = 0;  // once what waits for them is written
  virtual void cut() = 0;          // all connections
  // Ends the thread, after cut(). An answer or an event that comes afterwards is dropped.
  virtual void finish() = 0;
  [[nodiscard]] std::uint64_t open() const { return open_; }
  [[nodiscard]] std::uint64_t streams() const { return streams_; }

 protected:
  std::atomic<std::uint64_t> open_{0}, streams_{0};
};

}  // namespace sumi::http
