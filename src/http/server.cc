// Who listens: one thread accepts and hands the sockets round to the loops. No Asio here.
#include "http/server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <optional>
#include <system_error>
#include <thread>

#include "http/loop.h"
#include "http/response_text.h"
#include "http/transport_errors.h"

namespace sumi::http {

namespace {

using Clock = std::chrono::steady_clock;

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    close();
    number_ = other.release();
    return *this;
  }
  ~Descriptor() { close(); }
  [[nodiscard]] int get() const { return number_; }
  [[nodiscard]] bool valid() const { return number_ >= 0; }
  int release() { return std::exchange(number_, -1); }
  void close() {
    if (number_ >= 0) ::close(release());
  }

 private:
  int number_ = -1;
};

// An IPv4 or IPv6 address with a port, as the system has it.
struct Endpoint {
  sockaddr_storage storage{};
  socklen_t size = sizeof(sockaddr_storage);
  [[nodiscard]] sockaddr* get() { return reinterpret_cast<sockaddr*>(&storage); }
  [[nodiscard]] bool v6() const { return storage.ss_family == AF_INET6; }
  template <class T>
  [[nodiscard]] T as() const {
    T out{};
    std::memcpy(&out, &storage, sizeof out);
    return out;
  }
  [[nodiscard]] std::uint16_t port() const { return ntohs(v6() ? as<sockaddr_in6>().sin6_port : as<sockaddr_in>().sin_port); }
};

template <class T>
Endpoint endpoint_of(const T& address) {
  Endpoint out;
  std::memcpy(&out.storage, &address, sizeof address);
  out.size = sizeof address;
  return out;
}

std::optional<Endpoint> parsed(const std::string& address, std::uint16_t port) {
  sockaddr_in v4{};
  if (::inet_pton(AF_INET, address.c_str(), &v4.sin_addr) == 1) {
    v4.sin_family = AF_INET;
    v4.sin_port = htons(port);
    return endpoint_of(v4);
  }
  sockaddr_in6 v6{};
  if (::inet_pton(AF_INET6, address.c_str(), &v6.sin6_addr) != 1) return std::nullopt;
  v6.sin6_family = AF_INET6;
  v6.sin6_port = htons(port);
  return endpoint_of(v6);
}

bool is_loopback(const Endpoint& endpoint) {
  if (endpoint.v6()) {
    const auto address = endpoint.as<sockaddr_in6>();
    return std::memcmp(&address.sin6_addr, &in6addr_loopback, sizeof(in6_addr)) == 0;
  }
  return ntohl(endpoint.as<sockaddr_in>().sin_addr.s_addr) >> 24U == 127;
}

// The peer as text and as the network it is counted under. An IPv4 address that arrives on an IPv6 socket is one of IPv4.
void name_peer(const Endpoint& endpoint, Guest& guest) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  in_addr v4{};
  if (endpoint.v6()) {
    const auto address = endpoint.as<sockaddr_in6>().sin6_addr;
    if (!IN6_IS_ADDR_V4MAPPED(&address)) {
      ::inet_ntop(AF_INET6, &address, text.data(), text.size());
      guest.peer = text.data();
      guest.network.assign(reinterpret_cast<const char*>(&address), 8);
      return;
    }
    std::memcpy(&v4, reinterpret_cast<const char*>(&address) + 12, sizeof v4);
  } else {
    v4 = endpoint.as<sockaddr_in>().sin_addr;
  }
  ::inet_ntop(AF_INET, &v4, text.data(), text.size());
  guest.peer = text.data();
  guest.network.assign(reinterpret_cast<const char*>(&v4), sizeof v4);
}

// Each connection is a descriptor; a shell's soft limit is 1,024.
void raise_descriptors(std::size_t connections) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  const rlim_t wanted = std::min<rlim_t>(limit.rlim_max, connections + 256);
  if (limit.rlim_cur >= wanted) return;
  limit.rlim_cur = wanted;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

std::string reason() { return std::generic_category().message(errno); }

}  // namespace

struct Server::Inner {
  Inner(const ServerOptions& options, Handler& handler) : shared(options, handler) {}
  Shared shared;
  std::vector<std::shared_ptr<Loop>> loops;
  Descriptor listening, end;  // `end` is written to once, when accepting is to end
  std::thread accepting;
  std::uint16_t port = 0;
  bool stopped = false;

  Result<void> listen();
  void run();
  void stop();
  void accept_all();
  void accept_one(std::size_t turn);
  void turn_away(int descriptor, Admission::Answer why);
  [[nodiscard]] std::uint64_t open() const {
    std::uint64_t total = 0;
    for (const auto& loop : loops) total += loop->open();
    return total;
  }
  [[nodiscard]] std::uint64_t streams() const {
    std::uint64_t total = 0;
    for (const auto& loop : loops) total += loop->streams();
    return total;
  }
};

Result<void> Server::Inner::listen() {
  const auto& options = shared.options;
  auto endpoint = parsed(options.address, options.port);
  if (!endpoint) return fail(errors::address_unreadable, {{"text", options.address}});
  if (options.threads < 1 || options.threads > limits::threads_max) {
    return fail(errors::setting_out_of_range, {{"name", "threads"}, {"value", std::to_string(options.threads)}, {"range", "1 - " + std::to_string(limits::threads_max)}});
  }
  if (!options.certificate_file.empty() || !options.key_file.empty()) {
    SUMI_TRY(shared.tls, tls_context(options.certificate_file, options.key_file));
  } else if (!is_loopback(*endpoint)) {
    return fail(errors::tls_needed, {{"address", options.address}});
  }
  if (!options.trusted_proxy.empty()) {
    const auto proxy = parsed(options.trusted_proxy, 0);
    if (!proxy) return fail(errors::address_unreadable, {{"text", options.trusted_proxy}});
    Guest guest;
    name_peer(*proxy, guest);  // as the peers are written
    shared.options.trusted_proxy = guest.peer;
  }
  const auto refused = [&] { return fail(errors::cannot_listen, {{"address", options.address}, {"port", std::to_string(options.port)}, {"reason", reason()}}); };
  listening = Descriptor(::socket(endpoint->v6() ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  end = Descriptor(::eventfd(0, EFD_CLOEXEC));
  if (!listening.valid() || !end.valid()) return refused();
  const int yes = 1;
  ::setsockopt(listening.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (::bind(listening.get(), endpoint->get(), endpoint->size) != 0 || ::listen(listening.get(), limits::listen_backlog) != 0) return refused();
  Endpoint bound;
  if (::getsockname(listening.get(), bound.get(), &bound.size) != 0) return refused();
  port = bound.port();
  return {};
}

void Server::Inner::run() {
  raise_descriptors(shared.options.connections_max);
  for (unsigned i = 0; i < shared.options.threads; ++i) loops.push_back(Loop::start(shared));
  accepting = std::thread([this] { accept_all(); });
}

void Server::Inner::accept_all() {
  for (std::size_t turn = 0;; ++turn) {
    std::array<pollfd, 2> waiting{pollfd{listening.get(), POLLIN, 0}, pollfd{end.get(), POLLIN, 0}};
    const int ready = ::poll(waiting.data(), waiting.size(), -1);
    if (ready < 0 && errno != EINTR) return;
    if (shared.stopping) return;
    if (ready <= 0 || (waiting[0].revents & POLLIN) == 0) continue;
    try {
      accept_one(turn);
    } catch (const std::exception&) {
      ++shared.turned_away;  // out of memory
    }
  }
}

void Server::Inner::accept_one(std::size_t turn) {
  Endpoint peer;
  Descriptor socket(::accept4(listening.get(), peer.get(), &peer.size, SOCK_CLOEXEC | SOCK_NONBLOCK));
  if (!socket.valid()) {
    // No descriptor or memory is left: some will be given back.
    const bool passing = errno == EAGAIN || errno == EINTR || errno == ECONNABORTED;
    if (!passing) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    return;
  }
  Guest guest;
  guest.v6 = peer.v6();
  name_peer(peer, guest);
  const auto answer = shared.admission.enter(guest.network);
  if (answer != Admission::Answer::welcome) {
    turn_away(socket.get(), answer);
    return;
  }
  ++shared.accepted;
  const int yes = 1;
  ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  const auto patience = static_cast<unsigned>(limits::unacknowledged_time_max.count());
  ::setsockopt(socket.get(), IPPROTO_TCP, TCP_USER_TIMEOUT, &patience, sizeof patience);
  guest.descriptor = socket.release();
  loops[turn % loops.size()]->take_in(std::move(guest));
}

// Told in words where that costs nothing; the socket is closed behind it.
void Server::Inner::turn_away(int descriptor, Admission::Answer why) {
  ++shared.turned_away;
  if (shared.tls) return;
  const bool of_peer = why == Admission::Answer::too_many_of_peer;
  const auto limit = of_peer ? shared.options.connections_per_peer_max : shared.options.connections_max;
  const auto answer = problem_answer(make_error(errors::too_many_connections, {{"limit", std::to_string(limit)}}), of_peer ? 429 : 503);
  const auto date = http_date(std::time(nullptr));
  std::string text;
  append_head(text, answer, {false, true, false, date});
  text += answer.body;
  [[maybe_unused]] const auto sent = ::send(descriptor, text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
}

void Server::Inner::stop() {
  if (stopped) return;
  stopped = true;
  const auto deadline = Clock::now() + shared.options.stop_time;
  const auto wait_until = [&](auto done) {
    while (!done() && Clock::now() < deadline) std::this_thread::sleep_for(std::chrono::milliseconds(2));
  };
  shared.stopping = true;
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = ::write(end.get(), &one, sizeof one);
  accepting.join();
  listening.close();
  for (const auto& loop : loops) loop->end_idle();
  wait_until([&] { return open() <= streams(); });
  for (const auto& loop : loops) loop->end_streams();
  wait_until([&] { return open() == 0; });
  for (const auto& loop : loops) loop->cut();
  for (const auto& loop : loops) loop->finish();
}

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options, Handler& handler) {
  auto inner = std::make_unique<Inner>(options, handler);
  SUMI_CHECK(inner->listen());
  inner->run();
  return std::unique_ptr<Server>(new Server(std::move(inner)));
}

Server::Server(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}
Server::~Server() { stop(); }
std::uint16_t Server::port() const { return inner_->port; }
bool Server::secure() const { return inner_->shared.tls != nullptr; }
void Server::stop() { inner_->stop(); }

Server::Counters Server::counters() const {
  const auto& shared = inner_->shared;
  return {inner_->open(), inner_->streams(), shared.accepted, shared.turned_away, shared.bytes_in, shared.bytes_out};
}

}  // namespace sumi::http
