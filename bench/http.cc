// The server beside nginx, in one run: 64 keep-alive connections, each sends its next request when its answer has come; one thread makes the load, on the same machine.
// nginx serves one file of the same size (1 kB) from a configuration of its own. The two take turns, and medians of the turns are told.
//
// The environment sets: SUMI_BENCH_ROUNDS (turns, 5), SUMI_BENCH_MILLISECONDS (of one turn, 2000), SUMI_BENCH_CONNECTIONS (64), SUMI_BENCH_THREADS (of the server, 2).
// A further way to be measured is one more Way in main(): a port, the bytes of a request for each connection, and what it is compared with.
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <filesystem>
#include <fstream>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>

#include "bench/frame.h"
#include "http/server.h"

namespace {

using namespace sumi;
using Clock = std::chrono::steady_clock;

int connected(std::uint16_t port) {
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

struct Load {
  std::uint64_t answers = 0;
  double seconds = 0;
  double p99_milliseconds = 0;
  std::uint64_t bytes = 0;  // of one answer
};

// Requests in a closed loop. `request` gives the next bytes of a connection; every answer must be 200 and have a Content-Length.
class Generator {
 public:
  Generator(std::uint16_t port, std::size_t connections, std::function<std::string(std::size_t)> request) : request_(std::move(request)), lines_(connections) {
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
    for (const auto& line : lines_) ::close(line.descriptor);
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
    out.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
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
    if (::send(lines_[i].descriptor, text.data(), text.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(text.size())) throw std::runtime_error("a request was not taken whole");
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
  static std::size_t length_of(std::string_view text) {
    const auto end = text.find("\r\n\r\n");
    if (end == std::string_view::npos) return 0;
    if (!text.starts_with("HTTP/1.1 200")) throw std::runtime_error("an answer was " + std::string(text.substr(0, text.find('\r'))));
    const auto field = text.find("Content-Length: ");
    return end + 4 + std::stoul(std::string(text.substr(field + 16, 20)));
  }
  std::function<std::string(std::size_t)> request_;
  std::vector<Line> lines_;
  int poll_ = -1;
};

// nginx with a configuration and a folder of its own; ended by its number.
class Nginx {
 public:
  Nginx(const std::string& folder, std::uint16_t port, std::size_t file_bytes) {
    namespace fs = std::filesystem;
    fs::create_directories(folder + "/page");
    fs::create_directories(folder + "/logs");
    std::ofstream(folder + "/page/one.json") << std::string(file_bytes, 'x');
    const auto absolute = fs::absolute(folder).string();
    std::ofstream(folder + "/nginx.conf") << "worker_processes 2;\ndaemon off;\nerror_log logs/error.log;\npid nginx.pid;\n"
                                          << (::getuid() == 0 ? "user root;\n" : "")
                                          << "events { worker_connections 1024; }\n"
                                             "http {\n  access_log off;\n  sendfile on;\n  tcp_nopush off;\n  tcp_nodelay on;\n  keepalive_requests 1000000000;\n"
                                             "  open_file_cache max=100;\n  default_type application/json;\n  client_body_temp_path tmp;\n"
                                             "  server { listen 127.0.0.1:"
                                          << port << "; location / { root page; } }\n}\n";
    child_ = ::fork();
    if (child_ == 0) {
      const auto configuration = absolute + "/nginx.conf";
      ::execlp("nginx", "nginx", "-p", absolute.c_str(), "-c", configuration.c_str(), "-e", (absolute + "/logs/error.log").c_str(), nullptr);
      ::execl("/usr/sbin/nginx", "nginx", "-p", absolute.c_str(), "-c", configuration.c_str(), "-e", (absolute + "/logs/error.log").c_str(), nullptr);
      ::_exit(127);
    }
    for (int i = 0; i < 500; ++i) {
      if (const int one = connected(port); one >= 0) {
        ::close(one);
        return;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    stop();
    throw std::runtime_error("nginx does not answer; see " + folder + "/logs/error.log");
  }
  ~Nginx() { stop(); }
  Nginx(const Nginx&) = delete;
  Nginx& operator=(const Nginx&) = delete;

 private:
  void stop() {
    if (child_ <= 0) return;
    ::kill(child_, SIGTERM);
    ::waitpid(child_, nullptr, 0);
    child_ = -1;
  }
  pid_t child_ = -1;
};

std::uint16_t free_port() {
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

constexpr std::size_t body_bytes = 1024;

// The transport alone: /built makes a kilobyte of JSON for each answer, /shared sends the same one, /later answers by another thread.
class Transport final : public http::Handler {
 public:
  Transport() : thread_([this] { run(); }) {}
  ~Transport() override {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
    }
    wake_.notify_one();
    thread_.join();
  }
  [[nodiscard]] std::size_t body_max(http::Method, std::string_view) const override { return 0; }
  void handle(const http::Request& request, http::Respond respond) override {
    if (request.path == "/later") {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(std::move(respond));
      if (waiting_.size() == 1) wake_.notify_one();
      return;
    }
    respond(request.path == "/shared" ? shared() : built());
  }

 private:
  http::Response built() {
    http::Response answer;
    answer.route = "/built";
    answer.body.reserve(body_bytes);
    answer.body = "{\"items\":[";
    const auto number = ++number_;
    while (answer.body.size() + 40 < body_bytes) answer.body += "{\"value\":\"" + std::to_string(number) + "\",\"unit\":\"t-CO2\"},";
    answer.body.resize(body_bytes - 2, ' ');
    answer.body += "]}";
    return answer;
  }
  http::Response shared() const {
    http::Response answer;
    answer.route = "/shared";
    answer.shared_body = body_;
    return answer;
  }
  void run() {
    std::unique_lock lock(mutex_);
    std::deque<http::Respond> batch;
    for (;;) {
      wake_.wait(lock, [&] { return ending_ || !waiting_.empty(); });
      if (ending_) return;
      batch.swap(waiting_);
      lock.unlock();
      for (auto& respond : batch) respond(shared());
      batch.clear();
      lock.lock();
    }
  }
  std::atomic<std::uint64_t> number_{0};
  std::shared_ptr<const std::string> body_ = std::make_shared<const std::string>(body_bytes, 'x');
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<http::Respond> waiting_;
  bool ending_ = false;
  std::thread thread_;
};

struct Way {
  std::string label;
  std::uint16_t port;
  std::function<std::string(std::size_t)> request;
  bool beside_nginx = true;
  std::vector<Load> turns = {};
  [[nodiscard]] double rate() const {
    std::vector<double> rates;
    for (const auto& turn : turns) rates.push_back(static_cast<double>(turn.answers) / turn.seconds);
    return bench::median(std::move(rates));
  }
};

std::function<std::string(std::size_t)> get(const std::string& path) {
  return [text = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: bench\r\nAccept: */*\r\n\r\n"](std::size_t) { return text; };
}

int measure() {
  const auto rounds = bench::setting("SUMI_BENCH_ROUNDS", 5);
  const std::chrono::milliseconds time(bench::setting("SUMI_BENCH_MILLISECONDS", 2000));
  const auto connections = static_cast<std::size_t>(bench::setting("SUMI_BENCH_CONNECTIONS", 64));
  bench::Report report("http", "answers at " + std::to_string(connections) + " keep-alive connections");

  const auto nginx_port = free_port();
  const Nginx nginx("var/bench/nginx", nginx_port, body_bytes);
  Transport transport;
  http::ServerOptions options;
  options.port = 0;
  options.threads = static_cast<unsigned>(bench::setting("SUMI_BENCH_THREADS", 2));
  auto server = http::Server::start(options, transport);
  if (!server) throw std::runtime_error(describe_error(server.error(), Language::en));
  const auto port = (*server)->port();

  // Reads of one holding from the state, and commands, are further ways here, each with the port of a server over a ledger.
  std::vector<Way> ways{{"nginx, a file of 1 kB", nginx_port, get("/one.json"), false},
                        {"sumi, 1 kB of JSON built for each answer", port, get("/built")},
                        {"sumi, the same 1 kB for everybody", port, get("/shared")},
                        {"sumi, 1 kB answered by another thread", port, get("/later")}};
  for (std::uint64_t round = 0; round < rounds; ++round) {
    for (auto& way : ways) {
      Generator generator(way.port, connections, way.request);
      (void)generator.run(time / 10);  // everything is warm
      way.turns.push_back(generator.run(time));
    }
  }
  for (auto& way : ways) {
    std::sort(way.turns.begin(), way.turns.end(), [](const Load& a, const Load& b) { return static_cast<double>(a.answers) / a.seconds < static_cast<double>(b.answers) / b.seconds; });
    const auto& middle = way.turns[way.turns.size() / 2];
    report.row(way.label, middle.answers, "answers", middle.seconds);
    report.note("  99 of 100 within; bytes of an answer", std::to_string(middle.p99_milliseconds).substr(0, 5) + " ms; " + std::to_string(middle.bytes));
  }
  for (const auto& way : ways) {
    if (way.beside_nginx) report.ratio(way.label + " / nginx", way.rate(), ways[0].rate());
  }
  (*server)->stop();
  return report.finish();
}

}  // namespace

int main() {
  try {
    return measure();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench: %s\n", error.what());
    return 2;
  }
}
