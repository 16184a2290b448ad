// What is malformed, too large, too slow or too much: each refused by its number, and nobody else kept waiting.
#include <gtest/gtest.h>
#include <sys/socket.h>

#include <filesystem>
#include <thread>

#include "http/testing.h"
#include "http/transport_errors.h"

namespace sumi::http {
namespace {

using testing::Client;
using testing::echo;
using testing::FunctionHandler;
using testing::local;
using testing::started;
using testing::text;
using namespace std::chrono_literals;

class HttpLimits : public ::testing::Test {
 protected:
  // The one answer to `bytes`, after which the connection is closed.
  static void expect_refused(Server& server, const std::string& bytes, unsigned status, const std::string& name) {
    Client client(server.port());
    client.send(bytes);
    const auto answer = client.receive();
    EXPECT_EQ(answer.status, status) << bytes.substr(0, 100);
    EXPECT_EQ(answer.header("content-type"), "application/problem+json");
    EXPECT_EQ(answer.header("connection"), "close");
    EXPECT_NE(answer.body.find("\"code\":\"http." + name + "\""), std::string::npos) << answer.body;
    EXPECT_NE(answer.body.find("\"status\":" + std::to_string(status) + ","), std::string::npos) << answer.body;
    EXPECT_EQ(client.receive_all(), "");
  }
};

// RFC 9112: sections 3 (request line), 3.2 (Host), 5.1 (no space before the colon), 5.2 (no folding), 6.1 and 6.3 (lengths), 7.1 (chunks); and what is no HTTP.
TEST_F(HttpLimits, MalformedRequests) {
  FunctionHandler handler(echo());
  const auto server = started(handler);
  for (const std::string bad : {
           "GET / HTTP/1.1\r\n\r\n",
           "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
           "GET / HTTP/2.0\r\nHost: t\r\n\r\n",
           "GET /\r\nHost: t\r\n\r\n",
           "GET  / HTTP/1.1\r\nHost: t\r\n\r\n",
           "GET path HTTP/1.1\r\nHost: t\r\n\r\n",
           "GET * HTTP/1.1\r\nHost: t\r\n\r\n",
           "CONNECT a:1 HTTP/1.1\r\nHost: t\r\n\r\n",
           "G\x01T / HTTP/1.1\r\nHost: t\r\n\r\n",
           "GET / HTTP/1.1\r\nHost : t\r\n\r\n",
           "GET / HTTP/1.1\r\nHost: t\r\nA: b\r\n c\r\n\r\n",
           "GET / HTTP/1.1\r\nHost: t\r\nA\r\n\r\n",
           "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: x\r\n\r\n",
           "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: -1\r\n\r\n",
           "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 99999999999999999999\r\n\r\n",
           "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n12",
           "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
           "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
           "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: gzip\r\n\r\n",
           "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
           "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
           "POST / HTTP/1.0\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
           "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
           "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n",
           "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
       }) {
    expect_refused(*server, bad, 400, "request_syntax");
  }
  expect_refused(*server, std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), 400, "request_syntax");  // the beginning of a TLS handshake
  expect_refused(*server, "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n1;" + std::string(40'000, 'e'), 400, "request_syntax");
  Client client(server->port());
  EXPECT_EQ(client.get("/").status, 200U);
}

TEST_F(HttpLimits, SizesOfTheHeader) {
  FunctionHandler handler(echo());
  const auto server = started(handler);
  const auto with = [](std::size_t target, std::size_t field) {
    return "GET /" + std::string(target, 'a') + " HTTP/1.1\r\nHost: t\r\nX: " + std::string(field, 'b') + "\r\n\r\n";
  };
  // "GET " + target + " HTTP/1.1\r\nHost: t\r\nX: " + field + "\r\n\r\n": 5 + 8191 + 23 + field + 4 bytes around.
  Client client(server->port());
  client.send(with(limits::target_bytes_max - 1, limits::header_bytes_max - 5 - (limits::target_bytes_max - 1) - 23 - 4));
  EXPECT_EQ(client.receive().status, 200U);
  expect_refused(*server, with(limits::target_bytes_max - 1, limits::header_bytes_max - 5 - (limits::target_bytes_max - 1) - 23 - 3), 431, "header_too_large");
  expect_refused(*server, with(limits::target_bytes_max, 1), 414, "target_too_long");
  expect_refused(*server, "GET /" + std::string(100'000, 'a'), 414, "target_too_long");
  expect_refused(*server, "GET / HTTP/1.1\r\nHost: t\r\nX: " + std::string(100'000, 'a'), 431, "header_too_large");
  std::string fields;
  for (std::size_t i = 1; i < limits::header_fields_max; ++i) fields += "a:\r\n";
  client.send("GET / HTTP/1.1\r\nHost: t\r\n" + fields + "\r\n");
  EXPECT_EQ(client.receive().status, 200U);
  expect_refused(*server, "GET / HTTP/1.1\r\nHost: t\r\na:\r\n" + fields + "\r\n", 431, "header_too_large");
}

TEST_F(HttpLimits, SizeOfTheBody) {
  FunctionHandler handler(echo(), 10);
  const auto server = started(handler);
  Client client(server->port());
  client.send("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 10\r\n\r\n1234567890");
  EXPECT_EQ(client.receive().status, 200U);
  client.send("POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n5\r\n67890\r\n0\r\n\r\n");
  EXPECT_EQ(client.receive().body, "2 / [] 1234567890");
  // The whole of it is sent before the answer is read: the answer must still arrive.
  expect_refused(*server, "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 500000\r\n\r\n" + std::string(500'000, 'x'), 413, "body_too_large");
  expect_refused(*server, "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n6\r\n678901\r\n0\r\n\r\n", 413, "body_too_large");
  expect_refused(*server, "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffff\r\n12345678901", 413, "body_too_large");
}

TEST_F(HttpLimits, BodiesInAll) {
  FunctionHandler handler([](const Request& request, const Respond& respond) { respond(text(std::to_string(request.body.size()))); }, 64 << 20);
  auto options = local();
  options.bodies_bytes_max = 4 << 20;
  const auto server = started(handler, options);
  const auto post = "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: " + std::to_string(3 << 20) + "\r\n\r\n";
  const std::string most((3 << 20) - 1, 'x');
  // Three quarters of what there may be wait for their last byte; a second body as large is too much, a small one is not.
  Client first(server->port()), second(server->port());
  first.send(post + most);
  ASSERT_TRUE(testing::eventually([&] { return server->counters().bytes_in > most.size(); }));
  std::thread sender([&] { second.send(post + most); });
  const auto answer = second.receive();
  EXPECT_EQ(answer.status, 503U);
  EXPECT_NE(answer.body.find("http.bodies_too_many"), std::string::npos);
  sender.join();
  Client small(server->port());
  small.send("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\n\r\nabc");
  EXPECT_EQ(small.receive().body, "3");
  first.send("x");
  EXPECT_EQ(first.receive().body, std::to_string(3 << 20));
}

TEST_F(HttpLimits, SlowClientsAreEndedAndStarveNobody) {
  FunctionHandler handler(echo());
  auto options = local();
  options.header_time = 600ms;
  options.body_time = 600ms;
  options.idle_time = 900ms;
  const auto server = started(handler, options);
  // Two hundred that send a byte now and then, and as many that say nothing.
  std::vector<std::unique_ptr<Client>> slow, silent;
  for (int i = 0; i < 200; ++i) {
    slow.push_back(std::make_unique<Client>(server->port()));
    slow.back()->send("GET / HT");
    silent.push_back(std::make_unique<Client>(server->port()));
  }
  const auto begin = std::chrono::steady_clock::now();
  Client quick(server->port());
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(quick.get("/").status, 200U);
    if (i < 20) {
      for (auto& client : slow) client->send("T");
    }
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 2s);  // none of them waited for another
  for (auto& client : slow) {
    const auto answer = client->receive();
    EXPECT_EQ(answer.status, 408U);
    EXPECT_NE(answer.body.find("http.request_too_slow"), std::string::npos);
  }
  for (auto& client : silent) EXPECT_TRUE(client->closed_within(5s));
  EXPECT_TRUE(quick.closed_within(5s));  // it asked nothing for longer than idle_time
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 6s);
  Client body(server->port());
  body.send("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 100\r\n\r\nabc");
  EXPECT_EQ(body.receive().status, 408U);
  EXPECT_TRUE(testing::eventually([&] { return server->counters().connections <= 1; }));
}

TEST_F(HttpLimits, WhoDoesNotReadIsCutOff) {
  auto options = local();
  options.write_time = 300ms;
  // An answer's allowance grows with its size: these are small.
  FunctionHandler small([](const Request&, const Respond& respond) { respond(text(std::string(8000, 'x'))); });
  const auto other = started(small, options);
  Client client(other->port());
  const int little = 4096;
  ::setsockopt(client.descriptor(), SOL_SOCKET, SO_RCVBUF, &little, sizeof little);
  std::string requests;
  for (int i = 0; i < 100; ++i) requests += "GET / HTTP/1.1\r\nHost: t\r\n\r\n";
  std::thread sender([&] {
    for (int i = 0; i < 200 && client.send(requests); ++i) {
    }
  });
  EXPECT_TRUE(testing::eventually([&] { return other->counters().accepted == 1 && other->counters().connections == 0; }));
  sender.join();
}

TEST_F(HttpLimits, HalfOpenConnections) {
  FunctionHandler handler([](const Request&, const Respond& respond) {
    std::thread([respond] {
      std::this_thread::sleep_for(50ms);
      respond(text("answered"));
    }).detach();
  });
  auto server = started(handler);
  // Whoever has said their last word still gets the answer.
  Client client(server->port());
  client.send("GET / HTTP/1.1\r\nHost: t\r\n\r\n");
  client.end_sending();
  EXPECT_EQ(client.receive().body, "answered");
  EXPECT_EQ(client.receive_all(), "");
  // A request that was not finished is not answered.
  Client half(server->port());
  half.send("GET / HTTP/1.1\r\nHost:");
  half.end_sending();
  EXPECT_EQ(half.receive_all(), "");
  EXPECT_TRUE(testing::eventually([&] { return server->counters().connections == 0; }));
}

TEST_F(HttpLimits, ConnectionsOfOnePeerAndInAll) {
  FunctionHandler handler(echo());
  for (const bool of_peer : {true, false}) {
    auto options = local();
    (of_peer ? options.connections_per_peer_max : options.connections_max) = 3;
    const auto server = started(handler, options);
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 3; ++i) {
      clients.push_back(std::make_unique<Client>(server->port()));
      EXPECT_EQ(clients.back()->get("/").status, 200U);
    }
    Client fourth(server->port());
    const auto answer = fourth.receive();
    EXPECT_EQ(answer.status, of_peer ? 429U : 503U);
    EXPECT_NE(answer.body.find("http.too_many_connections"), std::string::npos);
    EXPECT_EQ(server->counters().turned_away, 1U);
    clients.pop_back();
    EXPECT_TRUE(testing::eventually([&] { return server->counters().connections == 2; }));
    Client fifth(server->port());
    EXPECT_EQ(fifth.get("/").status, 200U);
  }
}

TEST(HttpStart, Refusals) {
  FunctionHandler handler(echo());
  const auto refusal = [&](auto change) {
    auto options = local();
    change(options);
    const auto server = Server::start(options, handler);
    return server ? std::string("started") : qualified_name(*server.error().def);
  };
  EXPECT_EQ(refusal([](auto& o) { o.address = "localhost"; }), "http.address_unreadable");
  EXPECT_EQ(refusal([](auto& o) { o.address = "0.0.0.0"; }), "http.tls_needed");
  EXPECT_EQ(refusal([](auto& o) { o.address = "::"; }), "http.tls_needed");
  EXPECT_EQ(refusal([](auto& o) { o.threads = 0; }), "http.setting_out_of_range");
  EXPECT_EQ(refusal([](auto& o) { o.certificate_file = "/nowhere/cert.pem"; }), "http.tls_unusable");
  EXPECT_EQ(refusal([](auto& o) { o.address = "127.255.0.1"; }), "started");
  const auto server = started(handler);
  EXPECT_EQ(refusal([&](auto& o) { o.port = server->port(); }), "http.cannot_listen");
}

TEST(HttpErrors, EachHasItsStatus) {
  unsigned of_requests = 0;
  for (const auto* def : errors::transport_errors()) {
    EXPECT_GE(def->number, 30);
    EXPECT_LT(def->number, 50);
    of_requests += errors::transport_status_of(*def) != 0 ? 1U : 0U;
  }
  EXPECT_EQ(of_requests, 10U);
  EXPECT_EQ(errors::transport_status_of(errors::request_too_slow), 408U);
  EXPECT_EQ(errors::transport_status_of(errors::tls_needed), 0U);
}

}  // namespace
}  // namespace sumi::http
