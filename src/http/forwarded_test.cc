#include "http/forwarded.h"

#include <gtest/gtest.h>

#include "http/testing.h"

namespace sumi::http {
namespace {

Request believed(std::vector<std::pair<std::string_view, std::string_view>> headers) {
  Request request;
  request.peer = "127.0.0.1";
  request.headers = std::move(headers);
  believe_proxy(request);
  return request;
}

TEST(Forwarded, TheLastAddressIsTheProxysWord) {
  EXPECT_EQ(believed({}).peer, "127.0.0.1");
  EXPECT_EQ(believed({{"x-forwarded-for", "192.0.2.7"}}).peer, "192.0.2.7");
  EXPECT_EQ(believed({{"x-forwarded-for", "10.0.0.1, 198.51.100.4 ,\t2001:db8::5 "}}).peer, "2001:db8::5");
  EXPECT_EQ(believed({{"x-forwarded-for", "10.0.0.1"}, {"x-forwarded-for", "198.51.100.4"}}).peer, "198.51.100.4");
  for (const char* none : {"", "unknown", "198.51.100.4, ", "198.51.100.4:80", "999.1.1.1", "<script>"}) EXPECT_EQ(believed({{"x-forwarded-for", none}}).peer, "127.0.0.1") << none;
}

TEST(Forwarded, WhetherItCameByTls) {
  EXPECT_FALSE(believed({{"x-forwarded-proto", "http"}}).secure);
  EXPECT_TRUE(believed({{"x-forwarded-proto", "HTTPS"}}).secure);
}

TEST(Forwarded, OnlyTheNamedProxyIsBelieved) {
  testing::FunctionHandler handler([](const Request& request, const Respond& respond) { respond(testing::text(std::string(request.peer) + (request.secure ? " tls" : " plain"))); });
  const std::string fields = "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n";
  const auto told = [&](const std::string& trusted) {
    auto options = testing::local();
    options.trusted_proxy = trusted;
    const auto server = testing::started(handler, options);
    testing::Client client(server->port());
    return client.get("/", fields).body;
  };
  EXPECT_EQ(told(""), "127.0.0.1 plain");
  EXPECT_EQ(told("192.0.2.1"), "127.0.0.1 plain");
  EXPECT_EQ(told("127.0.0.1"), "203.0.113.9 tls");
  EXPECT_EQ(told("::ffff:127.0.0.1"), "203.0.113.9 tls") << "as the peers are written";
}

}  // namespace
}  // namespace sumi::http
