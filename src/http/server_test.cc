// Requests as RFC 9112 and RFC 9110 write them, and the answers these demand.
#include "http/server.h"

#include <gtest/gtest.h>

#include <thread>

#include "http/response_text.h"
#include "http/testing.h"

namespace sumi::http {
namespace {

using testing::Client;
using testing::echo;
using testing::FunctionHandler;
using testing::local;
using testing::started;
using testing::text;

TEST(HttpServer, KeepsTheConnection) {
  FunctionHandler handler(echo());
  const auto server = started(handler);
  Client client(server->port());
  for (int i = 0; i < 3; ++i) {
    const auto answer = client.get("/a/b?c=" + std::to_string(i));
    EXPECT_EQ(answer.status, 200U);
    EXPECT_EQ(answer.body, "0 /a/b [c=" + std::to_string(i) + "] ");
    EXPECT_EQ(answer.header("connection"), "");
  }
  EXPECT_EQ(server->counters().accepted, 1U);
  client.send("GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(client.receive().header("connection"), "close");
  EXPECT_EQ(client.receive_all(), "");
}

TEST(HttpServer, Version10ClosesUnlessAskedNotTo) {
  FunctionHandler handler(echo());
  const auto server = started(handler);
  Client keeps(server->port());
  keeps.send("GET /x HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_EQ(keeps.receive().header("connection"), "keep-alive");
  keeps.send("GET /y HTTP/1.0\r\n\r\n");
  EXPECT_EQ(keeps.receive().body, "0 /y [] ");
  EXPECT_EQ(keeps.receive_all(), "");
}

TEST(HttpServer, RequestsSentWithoutWaitingAreAnsweredInTheirOrder) {
  // Every third is answered later, by another thread.
  std::vector<std::thread> later;
  std::mutex mutex;
  FunctionHandler handler([&](const Request& request, const Respond& respond) {
    std::string path(request.path);
    if (path.back() % 3 != 0) return respond(text(path));
    const std::lock_guard lock(mutex);
    later.emplace_back([path, respond] {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      respond(text(path));
    });
  });
  auto server = started(handler);
  Client client(server->port());
  std::string all;
  for (int i = 0; i < 200; ++i) {
    all += i % 2 == 0 ? "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: t\r\n\r\n"
                      : "POST /" + std::to_string(i) + " HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\n\r\nGET /";
  }
  std::thread sender([&] { client.send(all); });
  for (int i = 0; i < 200; ++i) EXPECT_EQ(client.receive().body, "/" + std::to_string(i));
  sender.join();
  server.reset();
  for (auto& thread : later) thread.join();
}

TEST(HttpServer, RequestsInAnyPieces) {
  FunctionHandler handler(echo());
  const auto server = started(handler);
  const std::string two =
      "POST /one HTTP/1.1\r\nHost: t\r\nContent-Length: 7\r\n\r\nabc\r\ndePOST /two HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n"
      "3\r\nxyz\r\n2;ext=1\r\n\r\n\r\n0\r\nTrailer: 1\r\n\r\n";
  // Each place in turn is where the first piece ends.
  for (std::size_t cut = 1; cut < two.size(); ++cut) {
    Client client(server->port());
    client.send(std::string_view(two).substr(0, cut));
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    client.send(std::string_view(two).substr(cut));
    ASSERT_EQ(client.receive().body, "2 /one [] abc\r\nde") << cut;
    ASSERT_EQ(client.receive().body, "2 /two [] xyz\r\n") << cut;
  }
}

TEST(HttpServer, LargeBodiesBothWays) {
  FunctionHandler handler([](const Request& request, const Respond& respond) { respond(text(std::string(request.body))); }, 8 << 20);
  const auto server = started(handler);
  std::string body(3'000'000, 'x');
  for (std::size_t i = 0; i < body.size(); i += 977) body[i] = static_cast<char>('a' + i % 26);
  Client client(server->port());
  std::thread sender([&] { client.send("PUT / HTTP/1.1\r\nHost: t\r\nContent-Length: 3000000\r\n\r\n" + body); });
  EXPECT_TRUE(client.receive().body == body);
  sender.join();
  // The same in chunks of 1,000 (3e8 in hexadecimal digits), with the next request behind it.
  std::string chunks;
  for (std::size_t i = 0; i < body.size(); i += 1000) chunks += "3e8\r\n" + body.substr(i, 1000) + "\r\n";
  std::thread again([&] { client.send("PUT / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks + "0\r\n\r\nPUT / HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\n\r\nok"); });
  EXPECT_TRUE(client.receive().body == body);
  EXPECT_EQ(client.receive().body, "ok");
  again.join();
}

TEST(HttpServer, HeadTellsTheLengthOnly) {
  FunctionHandler handler([](const Request&, const Respond& respond) { respond(text("12345")); });
  const auto server = started(handler);
  Client client(server->port());
  client.send("HEAD / HTTP/1.1\r\nHost: t\r\n\r\nGET / HTTP/1.1\r\nHost: t\r\n\r\n");
  EXPECT_EQ(client.receive(true).header("content-length"), "5");
  EXPECT_EQ(client.receive().body, "12345");
}

TEST(HttpServer, AnswersWithoutABody) {
  FunctionHandler handler([](const Request& request, const Respond& respond) {
    Response answer = text("never seen", request.path == "/304" ? 304 : 204);
    answer.headers = {{"Allow", "GET, OPTIONS"}};
    respond(answer);
  });
  const auto server = started(handler);
  Client client(server->port());
  client.send("OPTIONS * HTTP/1.1\r\nHost: t\r\n\r\n");
  const auto answer = client.receive();
  EXPECT_EQ(answer.status, 204U);
  EXPECT_EQ(answer.header("allow"), "GET, OPTIONS");
  EXPECT_EQ(answer.count("content-length"), 0U);
  EXPECT_EQ(client.get("/304").status, 304U);
  EXPECT_EQ(client.get("/304").status, 304U);  // nothing of a body stood between them
}

TEST(HttpServer, ContinuesWhereThatIsExpected) {
  FunctionHandler handler(echo(), 10);
  const auto server = started(handler);
  Client client(server->port());
  client.send("POST / HTTP/1.1\r\nHost: t\r\nExpect: 100-Continue\r\nContent-Length: 3\r\n\r\n");
  EXPECT_EQ(client.receive().status, 100U);
  client.send("abc");
  EXPECT_EQ(client.receive().body, "2 / [] abc");
  // With the body at hand there is no need.
  client.send("POST / HTTP/1.1\r\nHost: t\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\nabc");
  EXPECT_EQ(client.receive().status, 200U);
  // A body that is too large is refused before it is sent.
  client.send("POST / HTTP/1.1\r\nHost: t\r\nExpect: 100-continue\r\nContent-Length: 11\r\n\r\n");
  const auto refused = client.receive();
  EXPECT_EQ(refused.status, 413U);
  EXPECT_NE(refused.body.find("\"code\":\"http.body_too_large\""), std::string::npos);
  Client other(server->port());
  other.send("GET / HTTP/1.1\r\nHost: t\r\nExpect: miracles\r\n\r\n");
  const auto unknown = other.receive();
  EXPECT_EQ(unknown.status, 417U);
  EXPECT_NE(unknown.body.find("http.expectation_unknown"), std::string::npos);
}

TEST(HttpServer, WhatTheHandlerSees) {
  std::string seen;
  FunctionHandler handler([&](const Request& request, const Respond& respond) {
    seen = std::string(request.target) + "|" + std::string(request.path) + "|" + std::string(request.query) + "|" + std::string(request.header("x-some")) + "|" +
           std::string(request.cookie("b")) + "|" + std::string(request.peer) + "|" + (request.secure ? "tls" : "plain");
    respond(text(""));
  });
  const auto server = started(handler);
  Client client(server->port());
  client.get("/p%20q?x=%41&y", "X-SOME:  a value \r\nCookie: a=1; b=2\r\n");
  EXPECT_EQ(seen, "/p%20q?x=%41&y|/p%20q|x=%41&y|a value|2|127.0.0.1|plain");
  // A target with scheme and host is taken too (RFC 9112, section 3.2.2).
  client.get("http://other.example/z?1");
  EXPECT_EQ(seen, "http://other.example/z?1|/z|1|||127.0.0.1|plain");
}

TEST(HttpServer, EveryAnswerKeepsTheBrowserSafe) {
  FunctionHandler handler([](const Request& request, const Respond& respond) {
    Response answer = text("{}");
    answer.content_type = request.path == "/page" ? "text/html; charset=utf-8" : "application/json";
    if (request.path == "/cached") answer.headers = {{"cache-control", "no-cache"}};
    if (request.path == "/split") answer.headers = {{"X-Name", "a\r\nSet-Cookie: stolen=1"}};
    respond(answer);
  });
  const auto server = started(handler);
  Client client(server->port());
  const auto data = client.get("/");
  EXPECT_EQ(data.header("content-security-policy"), "default-src 'none'; frame-ancestors 'none'");
  EXPECT_EQ(data.header("x-content-type-options"), "nosniff");
  EXPECT_EQ(data.header("cache-control"), "no-store");
  for (const auto* name : {"referrer-policy", "cross-origin-opener-policy", "permissions-policy", "date"}) EXPECT_NE(data.header(name), "") << name;
  EXPECT_EQ(data.count("strict-transport-security"), 0U);
  EXPECT_EQ(client.get("/page").header("content-security-policy"),
            "default-src 'self'; img-src 'self' data:; style-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
  EXPECT_EQ(client.get("/cached").count("cache-control"), 1U);
  const auto split = client.get("/split");
  EXPECT_EQ(split.count("set-cookie"), 0U);
  EXPECT_EQ(split.header("x-name"), "aSet-Cookie: stolen=1");
}

// RFC 9110, section 5.6.7 has the first; the others are `date -u -d @N`.
TEST(HttpServer, Dates) {
  EXPECT_EQ(http_date(784111777), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(http_date(0), "Thu, 01 Jan 1970 00:00:00 GMT");
  EXPECT_EQ(http_date(1709208000), "Thu, 29 Feb 2024 12:00:00 GMT");
}

TEST(HttpServer, AnswersThatComeLateOrNever) {
  std::vector<Respond> kept;
  std::mutex mutex;
  std::atomic<int> held{0};
  FunctionHandler handler([&](const Request& request, const Respond& respond) {
    if (request.path == "/dropped") return;
    if (request.path == "/thrown") throw std::runtime_error("no");
    const std::lock_guard lock(mutex);
    kept.push_back(respond);
    ++held;
  });
  auto options = local();
  options.answer_time = std::chrono::milliseconds(300);
  auto server = started(handler, options);
  Client client(server->port());
  const auto dropped = client.get("/dropped");
  EXPECT_EQ(dropped.status, 500U);
  EXPECT_NE(dropped.body.find("http.answer_missing"), std::string::npos);
  EXPECT_EQ(client.get("/thrown").status, 500U);
  // Given later, twice: the first counts.
  client.send("GET /later HTTP/1.1\r\nHost: t\r\n\r\n");
  ASSERT_TRUE(testing::eventually([&] { return held == 1; }));
  kept[0](text("first"));
  kept[0](text("second"));
  EXPECT_EQ(client.receive().body, "first");
  // Not within the time.
  const auto late = client.get("/never");
  EXPECT_EQ(late.status, 503U);
  EXPECT_NE(late.body.find("http.answer_late"), std::string::npos);
  kept[1](text("too late"));
  EXPECT_EQ(client.receive_all(), "");
  // The client has gone meanwhile; then the server has.
  {
    Client goes(server->port());
    goes.send("GET /gone HTTP/1.1\r\nHost: t\r\n\r\n");
    ASSERT_TRUE(testing::eventually([&] { return held == 3; }));
  }
  kept[2](text("to nobody"));
  Client last(server->port());
  last.send("GET /last HTTP/1.1\r\nHost: t\r\n\r\n");
  ASSERT_TRUE(testing::eventually([&] { return held == 4; }));
  server.reset();
  kept[3](text("to no server"));
}

TEST(HttpServer, TellsObservers) {
  FunctionHandler handler(echo());
  testing::Exchanges exchanges;
  auto options = local();
  options.observers = {&exchanges};
  const auto server = started(handler, options);
  Client client(server->port());
  client.send("POST /a?secret=1 HTTP/1.1\r\nHost: t\r\nContent-Length: 4\r\n\r\nbody");
  EXPECT_EQ(client.receive().status, 200U);
  client.send("nonsense\r\n\r\n");
  EXPECT_EQ(client.receive().status, 400U);
  ASSERT_TRUE(testing::eventually([&] { return exchanges.seen().size() == 2; }));
  const auto seen = exchanges.seen();
  EXPECT_EQ(seen[0].method, Method::post);
  EXPECT_EQ(seen[0].route, "/test");
  EXPECT_EQ(seen[0].status, 200U);
  EXPECT_EQ(seen[0].bytes_in, 61U);  // wc -c of what was sent
  EXPECT_EQ(seen[1].status, 400U);
  EXPECT_EQ(seen[1].route, "");
}

}  // namespace
}  // namespace sumi::http
