// For tests: a small SMTP server on loopback that keeps what it is given and answers as it is told.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace sumi::outbound::testing {

// RFC 4648, written apart from the code under test.
inline std::string from_base64(std::string_view text) {
  static constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const auto value = alphabet.find(c);
    if (value == std::string_view::npos) continue;
    bits = (bits << 6) | static_cast<unsigned>(value);
    count += 6;
    if (count >= 8) {
      count -= 8;
      out += static_cast<char>((bits >> count) & 0xFFU);
    }
  }
  return out;
}

struct ReceivedMail {
  std::string from, to;  // of the envelope
  std::string data;      // as it came, without the dots
  [[nodiscard]] std::string header() const { return data.substr(0, data.find("\r\n\r\n")); }
  // The value of a header, its folds undone.
  [[nodiscard]] std::string field(const std::string& name) const {
    const auto head = "\r\n" + header() + "\r\n";
    const auto at = head.find("\r\n" + name + ": ");
    if (at == std::string::npos) return {};
    std::string out;
    for (auto i = at + name.size() + 4; i < head.size(); ++i) {
      if (head.compare(i, 2, "\r\n") == 0) {
        if (head[i + 2] != ' ') break;
        ++i;
      } else {
        out += head[i];
      }
    }
    return out;
  }
  [[nodiscard]] std::string text() const { return from_base64(std::string_view(data).substr(data.find("\r\n\r\n") + 4)); }
  // Its encoded words decoded and joined (RFC 2047).
  [[nodiscard]] std::string subject() const {
    std::string rest = field("Subject"), out;
    if (rest.find("=?UTF-8?B?") == std::string::npos) return rest;
    for (std::size_t at = rest.find("=?UTF-8?B?"); at != std::string::npos; at = rest.find("=?UTF-8?B?", at + 1)) out += from_base64(rest.substr(at + 10, rest.find("?=", at) - at - 10));
    return out;
  }
};

class SmtpServer {
 public:
  // What to answer to a command ("RCPT", whole line); "": the usual; "drop": the connection ends there. The message's own end is "BODY".
  using Script = std::function<std::string(const std::string& verb, const std::string& line)>;

  explicit SmtpServer(Script script = {}, std::uint16_t port = 0) : script_(std::move(script)), socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    const int yes = 1;
    ::setsockopt(socket_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    socklen_t size = sizeof address;
    if (::bind(socket_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(socket_, 8) != 0 || ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
      throw std::runtime_error("no port for the test's SMTP server");
    }
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
  }
  ~SmtpServer() {
    ending_ = true;
    thread_.join();
    ::close(socket_);
  }
  SmtpServer(const SmtpServer&) = delete;
  SmtpServer& operator=(const SmtpServer&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] std::vector<ReceivedMail> mails() const {
    const std::lock_guard lock(mutex_);
    return mails_;
  }
  [[nodiscard]] int connections() const { return connections_; }
  void set(Script script) {
    const std::lock_guard lock(mutex_);
    script_ = std::move(script);
  }

 private:
  void run() {
    while (!ending_) {
      pollfd waits{socket_, POLLIN, 0};
      if (::poll(&waits, 1, 20) <= 0) continue;
      const int client = ::accept(socket_, nullptr, nullptr);
      if (client < 0) continue;
      ++connections_;
      converse(client);
      ::close(client);
    }
  }
  std::string answer(const std::string& verb, const std::string& line, const char* usual) {
    Script script;
    {
      const std::lock_guard lock(mutex_);
      script = script_;
    }
    const std::string told = script ? script(verb, line) : std::string();
    return told.empty() ? usual : told;
  }
  // A line, or all up to a line with a dot; false: the other side has gone.
  bool read_to(int client, const char* end, std::string& out) {
    for (;;) {
      const auto at = waiting_.find(end);
      if (at != std::string::npos) {
        out = waiting_.substr(0, at);
        waiting_.erase(0, at + std::char_traits<char>::length(end));
        return true;
      }
      pollfd waits{client, POLLIN, 0};
      const int ready = ::poll(&waits, 1, 20);
      if (ending_) return false;
      if (ready <= 0) continue;
      char bytes[4096];
      const auto n = ::recv(client, bytes, sizeof bytes, 0);
      if (n <= 0) return false;
      waiting_.append(bytes, static_cast<std::size_t>(n));
    }
  }
  static bool say(int client, const std::string& text) {
    const std::string line = text + "\r\n";
    return text != "drop" && ::send(client, line.data(), line.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(line.size());
  }
  void converse(int client) {
    waiting_.clear();
    ReceivedMail mail;
    std::string line;
    if (!say(client, answer("CONNECT", "", "220 test.example ESMTP"))) return;
    while (read_to(client, "\r\n", line)) {
      const std::string verb = line.substr(0, line.find(' '));
      if (verb == "MAIL") mail.from = line.substr(line.find(':') + 1);
      if (verb == "RCPT") mail.to = line.substr(line.find(':') + 1);
      const bool data = verb == "DATA", quit = verb == "QUIT";
      const std::string reply = answer(verb, line, data ? "354 go on" : quit ? "221 bye" : verb == "EHLO" ? "250-test.example\r\n250 8BITMIME" : "250 ok");
      if (!say(client, reply) || quit) return;
      if (!data || !reply.starts_with("354")) continue;
      if (!read_to(client, "\r\n.\r\n", mail.data)) return;
      mail.data += "\r\n";
      const std::string taken = answer("BODY", "", "250 taken");
      if (taken.starts_with("250") || taken == "taken, then drop") {
        const std::lock_guard lock(mutex_);
        mails_.push_back(mail);
      }
      if (!say(client, taken == "taken, then drop" ? "drop" : taken)) return;
    }
  }

  mutable std::mutex mutex_;
  Script script_;
  int socket_;
  std::uint16_t port_ = 0;
  std::atomic<bool> ending_ = false;
  std::atomic<int> connections_ = 0;
  std::string waiting_;
  std::vector<ReceivedMail> mails_;
  std::thread thread_;
};

}  // namespace sumi::outbound::testing
