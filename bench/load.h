// What benchmarks of the server share: a generator of requests over keep-alive connections, processes that are started and ended, and a way to ask once.
// Everything is on 127.0.0.1.
#pragma once

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace sumi::bench {

using Clock = std::chrono::steady_clock;

inline double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

// A connection, or -1 where nobody listens.
inline int connected(std::uint16_t port) {
  const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(descriptor, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) {
    ::close(descriptor);
    return -1;
  }
  const int yes = 1;
  ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  return descriptor;
}

inline std::uint16_t free_port() {
  const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  ::bind(descriptor, reinterpret_cast<sockaddr*>(&address), size);
  ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size);
  ::close(descriptor);
  return ntohs(address.sin_port);
}

// The length of a whole answer, once its header has come; 0 before. Anything but 200 ends the measuring.
inline std::size_t length_of(std::string_view text) {
  const auto end = text.find("\r\n\r\n");
  if (end == std::string_view::npos) return 0;
  if (!text.starts_with("HTTP/1.1 200")) throw std::runtime_error("an answer was " + std::string(text.substr(0, 1500)));
  const auto field = text.find("Content-Length: ");
  return end + 4 + std::stoul(std::string(text.substr(field + 16, 20)));
}

inline void send_whole(int descriptor, std::string_view text) {
  if (::send(descriptor, text.data(), text.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(text.size())) throw std::runtime_error("a request was not taken whole");
}

// One request over a connection of its own: the whole answer, header and body; "" where nobody listens or it is not 200.
inline std::string asked(std::uint16_t port, std::string_view request) {
  const int descriptor = connected(port);
  if (descriptor < 0) return {};
  std::string got;
  std::vector<char> bytes(65536);
  try {
    send_whole(descriptor, request);
    for (;;) {
      const auto n = ::recv(descriptor, bytes.data(), bytes.size(), 0);
      if (n <= 0) break;
      got.append(bytes.data(), static_cast<std::size_t>(n));
      const auto whole = length_of(got);
      if (whole != 0 && got.size() >= whole) break;
    }
  } catch (const std::exception&) {
    got.clear();
  }
  ::close(descriptor);
  return got;
}
inline std::string body_of(const std::string& answer) {
  const auto end = answer.find("\r\n\r\n");
  return end == std::string::npos ? std::string() : answer.substr(end + 4);
}

inline std::string get_request(std::string_view path, std::string_view fields = {}) {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: bench\r\nAccept: */*\r\n" + std::string(fields) + "\r\n";
}
// With a JSON body.
inline std::string post_request(std::string_view path, std::string_view fields, std::string_view body) {
  return "POST " + std::string(path) + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: bench\r\nAccept: */*\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n" + std::string(fields) + "\r\n" + std::string(body);
}

// Of one turn.
struct Load {
  std::uint64_t answers = 0;
  double seconds = 0;
  double p99_milliseconds = 0;
  std::uint64_t bytes = 0;  // of one answer
  [[nodiscard]] double rate() const { return static_cast<double>(answers) / seconds; }
};

// Requests in a closed loop: each connection sends its next one when its answer has come. `request` gives the next bytes of a connection, which must hold until
// it is asked for that connection again; every answer must be 200 and have a Content-Length.
class Generator {
 public:
  using Request = std::function<std::string_view(std::size_t)>;
  Generator(std::uint16_t port, std::size_t connections, Request request) : request_(std::move(request)), lines_(connections) {
    poll_ = ::epoll_create1(EPOLL_CLOEXEC);
    for (std::size_t i = 0; i < connections; ++i) {
      lines_[i].descriptor = connected(port);
      if (lines_[i].descriptor < 0) throw std::runtime_error("nobody listens on port " + std::to_string(port));
      epoll_event event{};
      event.events = EPOLLIN;
      event.data.u64 = i;
      ::epoll_ctl(poll_, EPOLL_CTL_ADD, lines_[i].descriptor, &event);
    }
  }
  ~Generator() {
    for (const auto& line : lines_) {
      if (line.descriptor >= 0) ::close(line.descriptor);
    }
    ::close(poll_);
  }
  Generator(const Generator&) = delete;
  Generator& operator=(const Generator&) = delete;

  Load run(std::chrono::milliseconds time) {
    Load out;
    std::vector<std::uint32_t> microseconds;
    microseconds.reserve(1 << 20);
    const auto begin = Clock::now();
    const auto end = begin + time;
    for (std::size_t i = 0; i < lines_.size(); ++i) send(i);
    std::size_t waiting = lines_.size();
    std::array<epoll_event, 64> events{};
    while (waiting > 0) {
      const int ready = ::epoll_wait(poll_, events.data(), static_cast<int>(events.size()), 5000);
      if (ready <= 0) throw std::runtime_error("no answer for five seconds");
      for (int k = 0; k < ready; ++k) {
        const auto i = static_cast<std::size_t>(events[static_cast<std::size_t>(k)].data.u64);
        if (!receive(i, out)) continue;
        const auto now = Clock::now();
        microseconds.push_back(static_cast<std::uint32_t>(std::chrono::duration_cast<std::chrono::microseconds>(now - lines_[i].sent).count()));
        if (now < end) {
          send(i);
        } else {
          --waiting;
        }
      }
    }
    out.seconds = seconds_since(begin);
    out.answers = microseconds.size();
    const auto place = microseconds.begin() + static_cast<std::ptrdiff_t>(microseconds.size() * 99 / 100);
    std::nth_element(microseconds.begin(), place, microseconds.end());
    out.p99_milliseconds = static_cast<double>(*place) / 1000;
    return out;
  }

 private:
  struct Line {
    int descriptor = -1;
    Clock::time_point sent;
    std::size_t got = 0, wanted = 0;
    std::array<char, 16384> bytes;
  };
  void send(std::size_t i) {
    const auto text = request_(i);
    lines_[i].sent = Clock::now();
    send_whole(lines_[i].descriptor, text);
  }
  // True once the answer is whole.
  bool receive(std::size_t i, Load& out) {
    Line& line = lines_[i];
    const auto n = ::recv(line.descriptor, line.bytes.data() + line.got, line.bytes.size() - line.got, 0);
    if (n <= 0) throw std::runtime_error("a connection was closed");
    line.got += static_cast<std::size_t>(n);
    if (line.wanted == 0) line.wanted = length_of({line.bytes.data(), line.got});
    if (line.wanted == 0 || line.got < line.wanted) return false;
    out.bytes = line.wanted;
    line.got = line.wanted = 0;
    return true;
  }
  Request request_;
  std::vector<Line> lines_;
  int poll_ = -1;
};

// A process that serves, ended by its number at the latest when this goes.
class Process {
 public:
  // `output`: the file that takes what it prints. Nothing is waited for.
  Process(const std::vector<std::string>& command, const std::string& output) {
    std::vector<char*> words;
    for (const auto& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    std::fflush(stdout);  // else the child would print it too
    child_ = ::fork();
    if (child_ != 0) return;
    if (std::freopen(output.c_str(), "a", stdout) == nullptr || ::dup2(STDOUT_FILENO, STDERR_FILENO) < 0) ::_exit(126);
    ::execvp(words[0], words.data());
    ::_exit(127);
  }
  ~Process() { end(SIGTERM); }
  Process(Process&& other) noexcept : child_(std::exchange(other.child_, -1)) {}
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  [[nodiscard]] pid_t number() const { return child_; }
  [[nodiscard]] bool ended() {
    if (child_ > 0 && ::waitpid(child_, nullptr, WNOHANG) == child_) child_ = -1;
    return child_ <= 0;
  }
  void end(int signal) {
    if (child_ <= 0) return;
    ::kill(child_, signal);
    ::waitpid(child_, nullptr, 0);
    child_ = -1;
  }

 private:
  pid_t child_ = -1;
};

// Seconds until `holds`, looked at each millisecond; an exception where the process ends before, or after `most` seconds.
template <class F>
double seconds_until(Process& process, double most, F&& holds) {
  const auto begin = Clock::now();
  while (!holds()) {
    if (process.ended()) throw std::runtime_error("a server has ended by itself; see its output under var/bench/");
    if (seconds_since(begin) > most) throw std::runtime_error("a server does not answer");
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return seconds_since(begin);
}

}  // namespace sumi::bench
