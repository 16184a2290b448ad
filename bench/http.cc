// The server's figures with their goals, all in one run: the program itself (`sumi serve`) with a store of a million entries on the disk of the working
// directory; nginx beside it with files of the same size; one thread makes the load, on the same machine.
//
//   reads      one holding (with a session: cookie, role, organisation) and one project (public), built from the state for each answer, at 64 keep-alive
//              connections, each of which sends its next request when its answer has come;
//   commands   transfers by the same way, each with a session, its CSRF field and an idempotency key of its own, durable before the answer;
//   restart    from the start of the process until /readyz says 200, after the server was killed: with the snapshots that it left, and without;
//   streams    1,000 connections that wait for events: what they add to the server's memory, and how long a new entry takes to the last of them;
//   the page   what web/budget.mjs and, where node and a browser are there, web/e2e/speed.mjs say.
//
// nginx and the server take turns, and medians of the turns are told. The environment sets: SUMI_BENCH_ROUNDS (turns, 5), SUMI_BENCH_MILLISECONDS (of one turn,
// 2000), SUMI_BENCH_CONNECTIONS (64), SUMI_BENCH_STREAMS (1000), SUMI_BENCH_ENTRIES (of the store, 1000000), SUMI_BENCH_PAGE (0: without the page).
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <random>
#include <regex>
#include <sstream>

#include "bench/frame.h"
#include "bench/load.h"

namespace {

namespace fs = std::filesystem;
using namespace sumi;
using Aim = bench::Report::Aim;

constexpr std::size_t people = 8;

// A folder for this run; taken away at the end.
class Folder {
 public:
  Folder() {
    fs::create_directories("var/bench");
    std::string name = "var/bench/http-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder under var/bench");
    path_ = fs::absolute(name).string();
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string file(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

std::string content_of(const std::string& file) {
  std::ifstream in(file);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

// ---- who serves ----

// nginx with a configuration and a folder of its own; its files are served by their names.
class Nginx {
 public:
  Nginx(const std::string& folder, const std::map<std::string, std::size_t>& files) : port_(bench::free_port()), process_(start(folder, port_, files)) {
    bench::seconds_until(process_, 10, [&] { return !bench::asked(port_, bench::get_request("/" + files.begin()->first)).empty(); });
  }
  [[nodiscard]] std::uint16_t port() const { return port_; }

 private:
  static bench::Process start(const std::string& folder, std::uint16_t port, const std::map<std::string, std::size_t>& files) {
    fs::create_directories(folder + "/page");
    fs::create_directories(folder + "/logs");
    for (const auto& [name, bytes] : files) std::ofstream(folder + "/page/" + name) << std::string(bytes, 'x');
    std::ofstream(folder + "/nginx.conf") << "worker_processes 2;\ndaemon off;\nerror_log logs/error.log;\npid nginx.pid;\n"
                                          << (::getuid() == 0 ? "user root;\n" : "")
                                          << "events { worker_connections 1024; }\n"
                                             "http {\n  access_log off;\n  sendfile on;\n  tcp_nopush off;\n  tcp_nodelay on;\n  keepalive_requests 1000000000;\n"
                                             "  open_file_cache max=100;\n  default_type application/json;\n  client_body_temp_path tmp;\n"
                                             "  server { listen 127.0.0.1:"
                                          << port << "; location / { root page; } }\n}\n";
    const auto program = fs::exists("/usr/sbin/nginx") ? "/usr/sbin/nginx" : "nginx";
    return {{program, "-p", folder, "-c", folder + "/nginx.conf", "-e", folder + "/logs/error.log"}, folder + "/output"};
  }
  std::uint16_t port_;
  bench::Process process_;
};

std::string program() { return (fs::read_symlink("/proc/self/exe").parent_path() / "sumi").string(); }
constexpr auto server_log = "var/bench/http-server.log";

// `sumi serve` over the store, as an operator starts it.
class Sumi {
 public:
  // `made`: the store is there. Else it is made of bench/http_story.inc, as the demo is made of its story.
  explicit Sumi(const Folder& folder, bool made = true) : port_(bench::free_port()), process_(start(folder, port_, made)) {
    started_ = bench::seconds_until(process_, 120, [&] { return bench::asked(port_, bench::get_request("/readyz")).find("ready") != std::string::npos; });
  }
  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] double seconds_to_ready() const { return started_; }
  void kill() { process_.end(SIGKILL); }
  // In bytes: what of its memory is in RAM.
  [[nodiscard]] double resident() const {
    std::ifstream in("/proc/" + std::to_string(process_.number()) + "/status");
    for (std::string line; std::getline(in, line);) {
      if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) * 1024;
    }
    return 0;
  }
  // Of the journal, durable.
  [[nodiscard]] std::uint64_t entries() const {
    const auto store = bench::asked(port_, bench::get_request("/api/v1/store"));
    return std::stoull(store.substr(store.find("\"entries\":") + 10));
  }

 private:
  static bench::Process start(const Folder& folder, std::uint16_t port, bool made) {
    const auto rulebook = folder.file("tree/rulebook"), story = folder.file("tree/examples/demo");
    if (!made) {
      fs::create_directories(story);
      fs::create_directory_symlink(fs::absolute("rulebook"), rulebook);
      fs::copy_file("bench/http_story.inc", story + "/story.inc");
      return {{program(), "--store", folder.file("store"), "--rulebook", rulebook, "serve", "--demo", "--port", std::to_string(port)}, server_log};
    }
    // Nobody is refused for asking too often, but everybody is counted.
    const auto config = folder.file("sumi.toml");
    std::ofstream(config) << "[server]\nport = " << port << "\n[store]\nfolder = \"" << folder.file("store") << "\"\nsigning_key = \"" << folder.file("store.key") << "\"\nrulebook = \"" << rulebook
                          << "\"\n[limits]\nconnections_per_address = 4096\nrequests_per_minute = 10000000\n";
    return {{program(), "serve", "--config", config}, server_log};
  }
  std::uint16_t port_;
  bench::Process process_;
  double started_ = 0;
};

// ---- who asks ----

struct Door {
  std::string fields;  // of a request: the session's cookie, and what shows that the page sends it
};
// The store of bench/http_story.inc.
struct Store {
  std::vector<Door> doors;  // account managers of the holder, each with a session of their own
  std::string from, to;     // accounts
  std::string project = "1";
};

// What stands behind that name in an answer's JSON, up to its end or a comma.
std::string value_of(const std::string& answer, const std::string& name) {
  const auto at = answer.find("\"" + name + "\":");
  if (at == std::string::npos) throw std::runtime_error("no " + name + " in " + answer.substr(0, 500));
  auto value = answer.substr(at + name.size() + 3);
  value = value.substr(0, value.find_first_of(",}"));
  std::erase(value, '"');
  return value;
}

std::string output_of(const std::string& command) {
  std::string out;
  std::array<char, 256> bytes{};
  FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
  while (const auto n = std::fread(bytes.data(), 1, bytes.size(), pipe)) out.append(bytes.data(), n);
  ::pclose(pipe);
  return out;
}

// Signs in with password and code, as the page does.
Door open_door(const Sumi& sumi, const Folder& folder, const std::string& login) {
  const auto words = output_of("'" + program() + "' --store '" + folder.file("store") + "' demo code " + login);
  std::smatch code;
  if (!std::regex_search(words, code, std::regex("[0-9]{6}"))) throw std::runtime_error("no code for " + login + ": " + words);
  const auto body = R"({"login":")" + login + R"(","password":"sumi-demo-2026","code":")" + code.str() + "\"}";
  const auto answer = bench::asked(sumi.port(), bench::post_request("/api/v1/session", "", body));
  const auto cookie = answer.find("sumi_session=");
  if (cookie == std::string::npos) throw std::runtime_error(login + " cannot sign in");
  return {"Cookie: " + answer.substr(cookie, answer.find(';', cookie) - cookie) + "\r\nSumi-CSRF: " + value_of(answer, "csrf") + "\r\n"};
}

Store enter(const Sumi& sumi, const Folder& folder) {
  Store store;
  for (std::size_t i = 0; i < people; ++i) store.doors.push_back(open_door(sumi, folder, "m" + std::to_string(i)));
  const auto other = open_door(sumi, folder, "kitagami");
  store.from = value_of(bench::asked(sumi.port(), bench::get_request("/api/v1/accounts", store.doors[0].fields)), "account");
  store.to = value_of(bench::asked(sumi.port(), bench::get_request("/api/v1/accounts", other.fields)), "account");
  return store;
}

// ---- what is sent ----

bench::Generator::Request reads(const std::string& path, const std::vector<Door>& doors = {}) {
  std::vector<std::string> texts;
  for (const auto& door : doors) texts.push_back(bench::get_request(path, door.fields));
  if (texts.empty()) texts.push_back(bench::get_request(path));
  return [texts](std::size_t i) -> std::string_view { return texts[i % texts.size()]; };
}

// Keys as clients make them.
class Keys {
 public:
  void write(char* to) {
    static constexpr char digits[] = "0123456789abcdef";
    for (std::size_t half = 0; half < 2; ++half) {
      auto bits = random_();
      for (std::size_t k = 0; k < 16; ++k, bits >>= 4U) to[half * 16 + k] = digits[bits & 15U];
    }
  }

 private:
  std::mt19937_64 random_{std::random_device{}()};
};

std::string transfer_of(const Store& store) {
  return R"({"from":)" + store.from + R"(,"to":)" + store.to + R"(,"selection":{"pick":{"amount":1}},"price_yen_per_t":"5200"})";
}
constexpr std::string_view key_field = "Idempotency-Key: ";
std::string key_line() { return std::string(key_field) + std::string(32, '0') + "\r\n"; }

// Transfers of one tonne, each with a key of its own.
class Transfers {
 public:
  Transfers(const Store& store, std::size_t connections) {
    for (std::size_t i = 0; i < connections; ++i) {
      texts_.push_back(bench::post_request("/api/v1/commands/Transfer", store.doors[i % store.doors.size()].fields + key_line(), transfer_of(store)));
      places_.push_back(texts_.back().find(key_field) + key_field.size());
    }
  }
  std::string_view next(std::size_t i) {
    keys_.write(texts_[i].data() + places_[i]);
    ++sent_;
    return texts_[i];
  }
  [[nodiscard]] std::uint64_t sent() const { return sent_; }

 private:
  std::vector<std::string> texts_;
  std::vector<std::size_t> places_;
  Keys keys_;
  std::uint64_t sent_ = 0;
};

// Transfers in groups until the journal has so many entries: the years before.
void make_history(const Sumi& sumi, const Store& store, std::uint64_t entries) {
  constexpr std::uint64_t group_max = 1000;
  Keys keys;
  const auto one = R"({"name":"Transfer","body":)" + transfer_of(store) + "}";
  for (auto stands = sumi.entries(); stands < entries;) {
    const auto count = std::min(group_max, entries - stands);
    std::string body = R"({"commands":[)" + one;
    for (std::uint64_t i = 1; i < count; ++i) body += "," + one;
    body += "]}";
    auto text = bench::post_request("/api/v1/commands", store.doors[0].fields + key_line(), body);
    keys.write(text.data() + text.find(key_field) + key_field.size());
    if (bench::asked(sumi.port(), text).empty()) throw std::runtime_error("a group of transfers was refused");
    stands += count;
  }
}

struct Way {
  std::string label;
  std::uint16_t port;
  bench::Generator::Request request;
  std::vector<bench::Load> turns = {};
  [[nodiscard]] double median(double (*figure)(const bench::Load&)) const {
    std::vector<double> all;
    for (const auto& turn : turns) all.push_back(figure(turn));
    return bench::median(std::move(all));
  }
  [[nodiscard]] double rate() const {
    return median([](const bench::Load& l) { return l.rate(); });
  }
  [[nodiscard]] double p99() const {
    return median([](const bench::Load& l) { return l.p99_milliseconds; });
  }
};

// ---- the parts ----

void take_turns(std::vector<Way>& ways) {
  const auto rounds = bench::setting("SUMI_BENCH_ROUNDS", 5);
  const std::chrono::milliseconds time(bench::setting("SUMI_BENCH_MILLISECONDS", 2000));
  const auto connections = static_cast<std::size_t>(bench::setting("SUMI_BENCH_CONNECTIONS", 64));
  for (std::uint64_t round = 0; round < rounds; ++round) {
    for (auto& way : ways) {
      bench::Generator generator(way.port, connections, way.request);
      (void)generator.run(time / 10);  // everything is warm
      way.turns.push_back(generator.run(time));
    }
  }
}

void tell_rates(bench::Report& report, const std::vector<Way>& ways) {
  for (const auto& way : ways) {
    std::uint64_t answers = 0;
    double seconds = 0;
    for (const auto& turn : way.turns) {
      answers += turn.answers;
      seconds += turn.seconds;
    }
    const double rate = way.rate();
    report.row(way.label, answers / way.turns.size(), "answers", static_cast<double>(answers / way.turns.size()) / rate);
    report.note("  99 of 100 within; bytes of an answer", std::to_string(way.p99()).substr(0, 5) + " ms; " + std::to_string(way.turns.front().bytes));
  }
}

void tell_load(bench::Report& report, const Sumi& sumi, const Folder& folder, const Store& store) {
  const auto connections = static_cast<std::size_t>(bench::setting("SUMI_BENCH_CONNECTIONS", 64));
  const auto holding = "/api/v1/accounts/" + store.from;
  const auto project = "/api/v1/projects/" + store.project;
  const auto holding_bytes = bench::body_of(bench::asked(sumi.port(), bench::get_request(holding, store.doors[0].fields))).size();
  const auto project_bytes = bench::body_of(bench::asked(sumi.port(), bench::get_request(project))).size();
  if (holding_bytes == 0 || project_bytes == 0) throw std::runtime_error("the holding or the project is not answered");
  const Nginx nginx(folder.file("nginx"), {{"holding.json", holding_bytes}, {"project.json", project_bytes}});
  Transfers transfers(store, connections);
  const auto before = sumi.entries();
  std::vector<Way> ways{{"nginx, a file as large as the holding", nginx.port(), reads("/holding.json")},
                        {"sumi, one holding", sumi.port(), reads(holding, store.doors)},
                        {"nginx, a file as large as the project", nginx.port(), reads("/project.json")},
                        {"sumi, one project", sumi.port(), reads(project)},
                        {"sumi, transfers", sumi.port(), [&](std::size_t i) { return transfers.next(i); }},
                        {"sumi, nothing but an answer (/healthz)", sumi.port(), reads("/healthz")}};
  take_turns(ways);
  tell_rates(report, ways);
  report.note("bytes of the holding, of the project", std::to_string(holding_bytes) + ", " + std::to_string(project_bytes));
  report.goal("a holding, reads a second / nginx's with a file of its size", ways[1].rate() / ways[0].rate(), "", Aim::at_least, 0.8);
  report.goal("  99 of 100 within", ways[1].p99(), "ms", Aim::at_most, 5);
  report.goal("a project, reads a second / nginx's with a file of its size", ways[3].rate() / ways[2].rate(), "", Aim::at_least, 0.8);
  report.goal("  99 of 100 within", ways[3].p99(), "ms", Aim::at_most, 5);
  report.goal("transfers a second, durable / reads of a holding a second", ways[4].rate() / ways[1].rate(), "", Aim::at_least, 0.5);
  report.goal("  99 of 100 within", ways[4].p99(), "ms", Aim::at_most, 10);
  const auto added = sumi.entries() - before;
  if (added != transfers.sent()) throw std::runtime_error("the journal has " + std::to_string(added) + " new entries, and " + std::to_string(transfers.sent()) + " transfers were answered");
  report.note("  transfers that were answered, and are entries of the journal", std::to_string(added));
}

// The server is killed each time, as a machine that fails would.
void tell_restart(bench::Report& report, const Folder& folder, std::uint64_t entries) {
  std::vector<double> seconds;
  for (std::uint64_t round = 0; round < bench::setting("SUMI_BENCH_ROUNDS", 5); ++round) {
    Sumi sumi(folder);
    seconds.push_back(sumi.seconds_to_ready());
    sumi.kill();
  }
  report.goal("restart with " + std::to_string(entries) + " entries until /readyz says 200", bench::median(seconds), "s", Aim::at_most, 1);
  std::error_code none;
  fs::remove_all(folder.file("store/snapshots"), none);
  Sumi sumi(folder);
  report.note("  the same without a snapshot, every entry verified and applied", std::to_string(sumi.seconds_to_ready()).substr(0, 5) + " s");
  sumi.kill();
}

// Seconds from sending a command until the last stream has an event behind its header.
double told_all(std::uint16_t port, std::string_view command, const std::vector<int>& streams, int poll) {
  std::vector<std::string> got(streams.size());
  std::size_t missing = streams.size();
  const auto begin = bench::Clock::now();
  if (bench::asked(port, command).empty()) throw std::runtime_error("the transfer was refused");
  std::array<epoll_event, 256> events{};
  std::array<char, 8192> bytes{};
  while (missing > 0) {
    const int ready = ::epoll_wait(poll, events.data(), static_cast<int>(events.size()), 10'000);
    if (ready <= 0) throw std::runtime_error(std::to_string(missing) + " streams were told nothing for ten seconds");
    for (int k = 0; k < ready; ++k) {
      const auto i = static_cast<std::size_t>(events[static_cast<std::size_t>(k)].data.u64);
      const auto n = ::recv(streams[i], bytes.data(), bytes.size(), 0);
      if (n <= 0) throw std::runtime_error("a stream was closed");
      const bool whole = got[i].find("event: entry") != std::string::npos && got[i].ends_with("\n\n");
      got[i].append(bytes.data(), static_cast<std::size_t>(n));
      if (!whole && got[i].find("event: entry") != std::string::npos && got[i].ends_with("\n\n")) --missing;
    }
  }
  return bench::seconds_since(begin);
}

void tell_streams(bench::Report& report, const Folder& folder, const Store& store) {
  const auto count = static_cast<std::size_t>(bench::setting("SUMI_BENCH_STREAMS", 1000));
  Sumi sumi(folder);
  Transfers transfers(store, 1);
  // What the first requests of any kind take for good is not the streams'.
  for (int i = 0; i < 100; ++i) static_cast<void>(bench::asked(sumi.port(), transfers.next(0)));
  const double before = sumi.resident();
  std::vector<int> streams;
  const int poll = ::epoll_create1(EPOLL_CLOEXEC);
  const auto request = bench::get_request("/api/v1/events");
  std::array<char, 8192> bytes{};
  for (std::size_t i = 0; i < count; ++i) {
    const int descriptor = bench::connected(sumi.port());
    if (descriptor < 0) throw std::runtime_error("a stream was not taken");
    bench::send_whole(descriptor, request);
    streams.push_back(descriptor);
    // Its header has come: it is open.
    std::string head;
    while (head.find("\r\n\r\n") == std::string::npos) {
      const auto n = ::recv(descriptor, bytes.data(), bytes.size(), 0);
      if (n <= 0) throw std::runtime_error("a stream was closed");
      head.append(bytes.data(), static_cast<std::size_t>(n));
    }
    if (!head.starts_with("HTTP/1.1 200")) throw std::runtime_error("a stream was refused: " + head.substr(0, 300));
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = i;
    ::epoll_ctl(poll, EPOLL_CTL_ADD, descriptor, &event);
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(500));
  const double idle = sumi.resident();
  std::vector<double> seconds;
  for (int round = 0; round < 5; ++round) seconds.push_back(told_all(sumi.port(), transfers.next(0), streams, poll));
  report.goal(std::to_string(count) + " idle event streams, growth of the server's memory", (idle - before) / 1e6, "MB", Aim::at_most, 50);
  report.note("  and once each was told five entries", std::to_string((sumi.resident() - before) / 1e6).substr(0, 5) + " MB");
  report.goal("  from a command's first byte until the last of them has the entry", bench::median(seconds), "s", Aim::at_most, 1);
  for (const int descriptor : streams) ::close(descriptor);
  ::close(poll);
}

// What another program says of the page: its lines "LABEL: FIGURE UNIT of GOAL UNIT" and "LABEL FIGURE UNIT (target GOAL; ..." are figures with a goal, the others are shown.
void tell_page(bench::Report& report, const std::string& page, const Folder& folder) {
  if (!fs::exists(page)) {
    report.note(page, "is not there: not measured");
    return;
  }
  const auto output = folder.file("page.txt");
  std::fflush(stdout);
  const int code = std::system(("SUMI='" + program() + "' timeout 170 node " + page + " >'" + output + "' 2>&1").c_str());
  static const std::regex figure(R"(^\s*(.+?):? ([0-9.]+) (\S+) (?:of |\(target )([0-9.]+).*$)");
  std::istringstream lines(content_of(output));
  for (std::string line; std::getline(lines, line);) {
    std::smatch parts;
    if (std::regex_match(line, parts, figure)) {
      report.goal(parts[1].str(), std::stod(parts[2]), parts[3].str(), Aim::at_most, std::stod(parts[4]));
    } else if (!line.empty()) {
      report.note("  " + page, line);
    }
  }
  const int ended = WIFEXITED(code) ? WEXITSTATUS(code) : -1;
  if (ended != 0) report.note(page, ended == 124 ? "was not done within 170 s" : "ended with exit code " + std::to_string(ended));
}

int measure() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
  }
  bench::Report report("http", "the server, at " + std::to_string(bench::setting("SUMI_BENCH_CONNECTIONS", 64)) + " keep-alive connections");
  report.note("built in", fs::relative(fs::read_symlink("/proc/self/exe").parent_path()).string());
  const Folder folder;
  fs::remove(server_log);
  Store store;
  std::uint64_t entries = 0;
  static_cast<void>(Sumi(folder, false));
  {
    Sumi sumi(folder);
    store = enter(sumi, folder);
    const double made = bench::seconds_of([&] { make_history(sumi, store, bench::setting("SUMI_BENCH_ENTRIES", 1'000'000)); });
    report.note("entries of the store, made through the API in groups of 1,000", std::to_string(sumi.entries()) + " in " + std::to_string(made).substr(0, 5) + " s");
    tell_load(report, sumi, folder, store);
    entries = sumi.entries();
    sumi.kill();
  }
  tell_restart(report, folder, entries);
  tell_streams(report, folder, store);
  if (bench::setting("SUMI_BENCH_PAGE", 1) != 0) {
    tell_page(report, "web/budget.mjs", folder);
    tell_page(report, "web/e2e/speed.mjs", folder);
  }
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
