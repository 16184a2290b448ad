// A stop finishes what was accepted; streams and their readers; TLS.
#include <gtest/gtest.h>
#include <sys/socket.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "http/testing.h"

namespace sumi::http {
namespace {

using testing::Client;
using testing::echo;
using testing::FunctionHandler;
using testing::local;
using testing::started;
using testing::text;
using namespace std::chrono_literals;

TEST(HttpStop, FinishesWhatWasAccepted) {
  std::atomic<int> asked{0};
  std::atomic<bool> go{false};
  FunctionHandler handler([&](const Request& request, const Respond& respond) {
    ++asked;
    if (request.path == "/quick") return respond(text("quick"));
    std::thread([&go, respond] {
      while (!go) std::this_thread::sleep_for(1ms);
      respond(text(std::string(1 << 20, 'x')));
    }).detach();
  });
  auto server = started(handler);
  const auto port = server->port();
  Client idle(port), working(port), sending(port), never(port);
  EXPECT_EQ(idle.get("/quick").status, 200U);
  working.send("GET /slow HTTP/1.1\r\nHost: t\r\n\r\n");
  sending.send("POST /quick HTTP/1.1\r\nHost: t\r\nContent-Length: 4\r\n\r\nab");
  ASSERT_TRUE(testing::eventually([&] { return asked == 2 && server->counters().connections == 4 && server->counters().bytes_in > 100; }));
  std::thread stopping([&] { server->stop(); });
  EXPECT_TRUE(idle.closed_within(5s));
  EXPECT_TRUE(never.closed_within(5s));
  EXPECT_TRUE(testing::eventually([&] { return !Client(port).connected(); }));  // nobody new
  sending.send("cd");
  const auto sent = sending.receive();
  EXPECT_EQ(sent.body, "quick");
  EXPECT_EQ(sent.header("connection"), "close");
  go = true;
  EXPECT_EQ(working.receive().body.size(), std::size_t{1} << 20);
  sending.close();
  working.close();
  stopping.join();
}

TEST(HttpStop, IsBounded) {
  std::vector<Respond> kept;
  std::mutex mutex;
  FunctionHandler handler([&](const Request&, const Respond& respond) {
    const std::lock_guard lock(mutex);
    kept.push_back(respond);
  });
  auto options = local();
  options.stop_time = 200ms;
  auto server = started(handler, options);
  Client asks(server->port()), sends(server->port());
  asks.send("GET / HTTP/1.1\r\nHost: t\r\n\r\n");
  sends.send("GET / HT");
  ASSERT_TRUE(testing::eventually([&] {
    const std::lock_guard lock(mutex);
    return kept.size() == 1 && server->counters().connections == 2;
  }));
  const auto begin = std::chrono::steady_clock::now();
  server->stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 2s);
  EXPECT_EQ(asks.receive().status, 0U);
  kept[0](text("nobody is there"));
}

// Streams.

struct Hub {
  std::mutex mutex;
  std::vector<std::shared_ptr<EventSink>> sinks;
  std::size_t count() {
    const std::lock_guard lock(mutex);
    return sinks.size();
  }
  // How many took it.
  std::size_t send(const std::string& event) {
    const auto shared = std::make_shared<const std::string>(event);
    const std::lock_guard lock(mutex);
    std::size_t took = 0;
    for (const auto& sink : sinks) took += sink->send(shared) ? 1U : 0U;
    return took;
  }
  FunctionHandler::Function handler() {
    return [this](const Request&, const Respond& respond) {
      Response answer;
      answer.content_type = "text/event-stream";
      answer.stream = [this](std::shared_ptr<EventSink> sink) {
        const std::lock_guard lock(mutex);
        sinks.push_back(std::move(sink));
      };
      respond(answer);
    };
  }
};

TEST(HttpStream, EventsHeartbeatsAndTheEnd) {
  Hub hub;
  FunctionHandler handler(hub.handler());
  auto options = local();
  options.heartbeat = 150ms;
  auto server = started(handler, options);
  Client client(server->port());
  const auto head = client.get("/events");
  EXPECT_EQ(head.status, 200U);
  EXPECT_EQ(head.header("content-type"), "text/event-stream");
  EXPECT_EQ(head.count("content-length"), 0U);
  ASSERT_TRUE(testing::eventually([&] { return hub.count() == 1; }));
  EXPECT_EQ(hub.send("id: 1\ndata: a\n\n"), 1U);
  EXPECT_EQ(hub.send("id: 2\ndata: b\n\n"), 1U);
  EXPECT_EQ(client.receive_until("data: b\n\n"), "id: 1\ndata: a\n\nid: 2\ndata: b\n\n");
  EXPECT_EQ(client.receive_until("\n\n"), ": \n\n");
  EXPECT_EQ(client.receive_until("\n\n"), ": \n\n");
  EXPECT_EQ(server->counters().streams, 1U);
  // What was sent before close() still arrives.
  EXPECT_EQ(hub.send("data: last\n\n"), 1U);
  hub.sinks[0]->close();
  EXPECT_TRUE(hub.sinks[0]->ended());
  EXPECT_EQ(hub.send("data: no\n\n"), 0U);
  const auto rest = client.receive_all();
  EXPECT_NE(rest.find("data: last\n\n"), std::string::npos);
  EXPECT_EQ(rest.find("data: no"), std::string::npos);
  EXPECT_TRUE(testing::eventually([&] { return server->counters().streams == 0; }));
}

TEST(HttpStream, EndsWhenTheReaderGoes) {
  Hub hub;
  FunctionHandler handler(hub.handler());
  auto server = started(handler);
  {
    Client client(server->port());
    EXPECT_EQ(client.get("/events").status, 200U);
    ASSERT_TRUE(testing::eventually([&] { return hub.count() == 1; }));
    EXPECT_FALSE(hub.sinks[0]->ended());
  }
  EXPECT_TRUE(testing::eventually([&] { return hub.sinks[0]->ended() && server->counters().connections == 0; }));
  EXPECT_EQ(hub.send("data: x\n\n"), 0U);
}

TEST(HttpStream, AReaderThatIsTooSlowIsLetGoAndTheOthersAreNot) {
  Hub hub;
  FunctionHandler handler(hub.handler());
  auto options = local();
  options.write_time = 300ms;
  auto server = started(handler, options);
  Client slow(server->port()), quick(server->port());
  EXPECT_EQ(slow.get("/events").status, 200U);
  ASSERT_TRUE(testing::eventually([&] { return hub.count() == 1; }));
  EXPECT_EQ(quick.get("/events").status, 200U);
  ASSERT_TRUE(testing::eventually([&] { return hub.count() == 2; }));
  // The system's buffers take some megabytes of it; then the backlog grows to its end.
  const std::string event = "data: " + std::string(60'000, 'e') + "\n\n";
  std::size_t sent = 0;
  std::string got;
  while (sent < 2000 && hub.send(event) == 2) {
    ++sent;
    ASSERT_EQ(quick.receive_until("\n\n"), event);
  }
  EXPECT_LT(sent, 2000U);
  EXPECT_TRUE(hub.sinks[0]->ended());
  EXPECT_FALSE(hub.sinks[1]->ended());
  EXPECT_EQ(quick.receive_until("\n\n"), event);
  EXPECT_TRUE(testing::eventually([&] { return server->counters().streams == 1; }));
}

std::size_t resident_bytes() {
  std::ifstream file("/proc/self/statm");
  std::size_t total = 0, resident = 0;
  file >> total >> resident;
  return resident * 4096;
}

TEST(HttpStream, AThousandIdleOnesInFiftyMegabytesAndAllHearAnEventWithinASecond) {
  Hub hub;
  FunctionHandler handler(hub.handler());
  auto options = local();
  options.connections_per_peer_max = 2000;
  auto server = started(handler, options);
  std::vector<std::unique_ptr<Client>> clients;
  const auto before = resident_bytes();
  for (int i = 0; i < 1000; ++i) {
    clients.push_back(std::make_unique<Client>(server->port()));
    ASSERT_TRUE(clients.back()->connected());
    ASSERT_EQ(clients.back()->get("/events").status, 200U);
  }
  ASSERT_TRUE(testing::eventually([&] { return hub.count() == 1000; }));
  EXPECT_LT(resident_bytes() - before, std::size_t{50} << 20);  // the clients' own buffers are among it
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(hub.send("data: news\n\n"), 1000U);
  for (auto& client : clients) ASSERT_EQ(client->receive_until("\n\n"), "data: news\n\n");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 1s);
  // A stop ends them all, once what waits has arrived.
  EXPECT_EQ(hub.send("data: end\n\n"), 1000U);
  std::thread stopping([&] { server->stop(); });
  for (auto& client : clients) ASSERT_EQ(client->receive_all(), "data: end\n\n");
  stopping.join();
}

// TLS, with a certificate that the openssl command makes.

class HttpTls : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / "sumi-tls-XXXXXX";
    ASSERT_NE(::mkdtemp(folder_.data()), nullptr);
    make("one");
    make("two");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void make(const std::string& name) const {
    const auto command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -keyout " + key(name) + " -out " + certificate(name) + " 2>/dev/null";
    ASSERT_EQ(std::system(command.c_str()), 0);
  }
  [[nodiscard]] std::string key(const std::string& name) const { return folder_ + "/" + name + ".key"; }
  [[nodiscard]] std::string certificate(const std::string& name) const { return folder_ + "/" + name + ".pem"; }
  [[nodiscard]] ServerOptions options() const {
    auto out = local();
    out.certificate_file = certificate("one");
    out.key_file = key("one");
    return out;
  }
  std::string folder_;
};

TEST_F(HttpTls, RequestsBodiesAndStreams) {
  Hub hub;
  const auto stream = hub.handler();
  FunctionHandler handler([&](const Request& request, const Respond& respond) {
    if (request.path == "/events") return stream(request, respond);
    respond(text((request.secure ? "tls " : "plain ") + std::string(request.body)));
  });
  auto server = started(handler, options());
  EXPECT_TRUE(server->secure());
  Client client(server->port(), true);
  ASSERT_TRUE(client.connected());
  const auto first = client.get("/");
  EXPECT_EQ(first.body, "tls ");
  EXPECT_EQ(first.header("strict-transport-security"), "max-age=31536000");
  const std::string body(300'000, 'b');
  client.send("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 300000\r\n\r\n" + body);
  EXPECT_EQ(client.receive().body, "tls " + body);
  EXPECT_EQ(client.get("/events").status, 200U);
  ASSERT_TRUE(testing::eventually([&] { return hub.count() == 1; }));
  hub.send("data: x\n\n");
  EXPECT_EQ(client.receive_until("\n\n"), "data: x\n\n");
  // Who speaks no TLS, or goes in the middle of the handshake, is let go.
  Client plain(server->port());
  plain.send("GET / HTTP/1.1\r\nHost: t\r\n\r\n");
  EXPECT_EQ(plain.receive().status, 0U);
  Client half(server->port());
  half.send(std::string("\x16\x03\x01", 3));
  half.close();
  EXPECT_TRUE(testing::eventually([&] { return server->counters().connections == 1; }));
  server->stop();
  EXPECT_EQ(client.receive_all(), "");
}

TEST_F(HttpTls, OffLoopbackWithACertificateOnly) {
  FunctionHandler handler(echo());
  auto wrong = options();
  wrong.key_file = key("two");
  const auto mismatch = Server::start(wrong, handler);
  ASSERT_FALSE(mismatch);
  EXPECT_EQ(qualified_name(*mismatch.error().def), "http.tls_unusable");
  wrong.key_file.clear();
  EXPECT_FALSE(Server::start(wrong, handler));
}

}  // namespace
}  // namespace sumi::http
