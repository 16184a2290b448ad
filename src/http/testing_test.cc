#include "http/testing.h"

#include <netinet/in.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <thread>

#include "http/text.h"

namespace sumi::http::testing {

namespace {

constexpr int patience = 10'000;  // milliseconds

std::string lower(std::string_view text) {
  std::string out(text);
  for (auto& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

std::string Answer::header(std::string_view name) const {
  for (const auto& [n, v] : headers) {
    if (n == name) return v;
  }
  return {};
}

std::size_t Answer::count(std::string_view name) const {
  std::size_t n = 0;
  for (const auto& h : headers) n += h.first == name ? 1U : 0U;
  return n;
}

Client::Client(std::uint16_t port, bool tls) {
  descriptor_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(descriptor_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) {
    close();
    return;
  }
  if (!tls) return;
  const timeval limit{patience / 1000, 0};
  ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  context_ = SSL_CTX_new(TLS_client_method());
  tls_ = SSL_new(context_);
  SSL_set_fd(tls_, descriptor_);
  if (SSL_connect(tls_) != 1) close();
}

Client::~Client() {
  close();
  SSL_free(tls_);
  SSL_CTX_free(context_);
}

void Client::close() {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
}

bool Client::send(std::string_view bytes) {
  while (!bytes.empty()) {
    if (descriptor_ < 0) return false;
    const auto n = tls_ != nullptr ? SSL_write(tls_, bytes.data(), static_cast<int>(bytes.size())) : ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

void Client::end_sending() { ::shutdown(descriptor_, SHUT_WR); }

bool Client::more(int milliseconds) {
  if (descriptor_ < 0) return false;
  std::array<char, 65536> bytes;
  if (tls_ == nullptr || SSL_pending(tls_) == 0) {
    pollfd waiting{descriptor_, POLLIN, 0};
    if (::poll(&waiting, 1, milliseconds) <= 0) return false;
  }
  const auto n = tls_ != nullptr ? SSL_read(tls_, bytes.data(), static_cast<int>(bytes.size())) : ::recv(descriptor_, bytes.data(), bytes.size(), 0);
  if (n <= 0) {
    close();
    return false;
  }
  buffer_.append(bytes.data(), static_cast<std::size_t>(n));
  return true;
}

std::string Client::receive_until(std::string_view text) {
  for (;;) {
    if (const auto at = buffer_.find(text); at != std::string::npos) {
      auto out = buffer_.substr(0, at + text.size());
      buffer_.erase(0, at + text.size());
      return out;
    }
    if (!more(patience)) return {};
  }
}

Answer Client::receive(bool head) {
  Answer out;
  const auto header = receive_until("\r\n\r\n");
  if (header.size() < 12) return out;
  out.status = static_cast<unsigned>(std::stoul(header.substr(9, 3)));
  for (auto at = header.find("\r\n") + 2; at + 2 < header.size();) {
    const auto end = header.find("\r\n", at);
    const auto colon = header.find(':', at);
    out.headers.emplace_back(lower(header.substr(at, colon - at)), trimmed(std::string_view(header).substr(colon + 1, end - colon - 1)));
    at = end + 2;
  }
  const auto length = out.header("content-length");
  if (head || length.empty()) return out;
  const auto size = std::stoul(length);
  while (buffer_.size() < size) {
    if (!more(patience)) return {};
  }
  out.body = buffer_.substr(0, size);
  buffer_.erase(0, size);
  return out;
}

std::string Client::receive_all() {
  while (more(patience)) {
  }
  return std::exchange(buffer_, {});
}

bool Client::closed_within(std::chrono::milliseconds time) {
  const auto until = std::chrono::steady_clock::now() + time;
  while (descriptor_ >= 0) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
    if (left <= 0) return false;
    more(static_cast<int>(left));
    if (!buffer_.empty()) return false;
  }
  return true;
}

Answer Client::get(std::string_view target, std::string_view fields) {
  send("GET " + std::string(target) + " HTTP/1.1\r\nHost: test\r\n" + std::string(fields) + "\r\n");
  return receive();
}

Response text(std::string body, unsigned status) {
  Response out;
  out.status = status;
  out.content_type = "text/plain; charset=utf-8";
  out.body = std::move(body);
  out.route = "/test";
  return out;
}

FunctionHandler::Function echo() {
  return [](const Request& request, const Respond& respond) {
    respond(text(std::to_string(static_cast<int>(request.method)) + " " + std::string(request.path) + " [" + std::string(request.query) + "] " + std::string(request.body)));
  };
}

ServerOptions local() {
  ServerOptions options;
  options.port = 0;
  return options;
}

std::unique_ptr<Server> started(Handler& handler, const ServerOptions& options) {
  auto server = Server::start(options, handler);
  if (!server) throw std::runtime_error(describe_error(server.error(), Language::en));
  return *std::move(server);
}

bool eventually(const std::function<bool()>& holds) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(patience);
  while (!holds()) {
    if (std::chrono::steady_clock::now() > until) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return true;
}

}  // namespace sumi::http::testing
