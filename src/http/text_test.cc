#include "http/text.h"

#include <gtest/gtest.h>

#include "http/limits.h"
#include "http/message.h"

namespace sumi::http {
namespace {

TEST(HttpText, PercentDecoding) {
  EXPECT_EQ(percent_decoded("a%20b%2Fc%2fd"), "a b/c/d");
  EXPECT_EQ(percent_decoded("%E7%82%AD"), "炭");  // U+70AD in UTF-8
  EXPECT_EQ(percent_decoded("a+b"), "a+b");
  EXPECT_EQ(percent_decoded("a+b", true), "a b");
  EXPECT_EQ(percent_decoded(""), "");
  for (const auto* bad : {"%", "%4", "%4g", "%g4", "a%", "%00", "%C0%AF", "%ED%A0%80", "%FF", "%E7%82", "%F4%90%80%80"}) EXPECT_FALSE(percent_decoded(bad)) << bad;
}

// RFC 3986, section 2.3: the unreserved characters stand as they are.
TEST(HttpText, PercentEncoding) {
  EXPECT_EQ(percent_encoded("aZ09-._~"), "aZ09-._~");
  EXPECT_EQ(percent_encoded("a b/炭+%"), "a%20b%2F%E7%82%AD%2B%25");
}

TEST(HttpText, QueryPairs) {
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(*query_pairs("a=1&b=x+y&a=%33&flag&=v&e=a=b"), (Pairs{{"a", "1"}, {"b", "x y"}, {"a", "3"}, {"flag", ""}, {"", "v"}, {"e", "a=b"}}));
  EXPECT_EQ(*query_pairs(""), Pairs{});
  EXPECT_EQ(*query_pairs("&&a=1&"), (Pairs{{"a", "1"}}));
  EXPECT_FALSE(query_pairs("a=%zz"));
  EXPECT_FALSE(query_pairs("%=1"));
  std::string many;
  for (std::size_t i = 0; i < limits::query_pairs_max; ++i) many += "a=1&";
  EXPECT_TRUE(query_pairs(many));
  EXPECT_FALSE(query_pairs(many + "a=1"));
}

TEST(HttpText, Cookies) {
  EXPECT_EQ(cookie_in("SID=31d4d96e407aad42; lang=en-US", "lang"), "en-US");  // RFC 6265, section 3.1
  EXPECT_EQ(cookie_in("SID=31d4d96e407aad42; lang=en-US", "SID"), "31d4d96e407aad42");
  EXPECT_EQ(cookie_in("a=1; aa=2", "aa"), "2");
  EXPECT_EQ(cookie_in("xsumi=1; sumi=\"q v\" ;sumi=3", "sumi"), "q v");
  EXPECT_EQ(cookie_in("a=b=c", "a"), "b=c");
  EXPECT_EQ(cookie_in("a", "a"), "");
  EXPECT_EQ(cookie_in("a=1", "b"), "");
  EXPECT_EQ(cookie_in("", "a"), "");
  Request request;
  request.headers = {{"host", "h"}, {"cookie", "a=1"}, {"cookie", "sumi_session=xyz"}};
  EXPECT_EQ(request.cookie("sumi_session"), "xyz");
  EXPECT_EQ(request.cookie("none"), "");
}

// The examples of RFC 9110, section 12.5.3.
TEST(HttpText, Codings) {
  EXPECT_TRUE(takes_coding("compress, gzip", "gzip"));
  EXPECT_FALSE(takes_coding("", "gzip"));
  EXPECT_TRUE(takes_coding("*", "br"));
  EXPECT_TRUE(takes_coding("compress;q=0.5, gzip;q=1.0", "gzip"));
  EXPECT_TRUE(takes_coding("gzip;q=1.0, identity; q=0.5, *;q=0", "gzip"));
  EXPECT_FALSE(takes_coding("gzip;q=1.0, identity; q=0.5, *;q=0", "br"));
  EXPECT_FALSE(takes_coding("br;q=0, *", "br"));
  EXPECT_FALSE(takes_coding("br; Q=0.000", "br"));
  EXPECT_TRUE(takes_coding("br;q=0.001", "br"));
  EXPECT_TRUE(takes_coding("GZIP", "gzip"));
  EXPECT_FALSE(takes_coding("x-gzip", "gzip"));
}

// The examples of RFC 9110, section 13.1.2.
TEST(HttpText, EntityTags) {
  EXPECT_TRUE(names_etag("\"xyzzy\"", "\"xyzzy\""));
  EXPECT_TRUE(names_etag("W/\"xyzzy\"", "\"xyzzy\""));
  EXPECT_TRUE(names_etag("\"xyzzy\", \"r2d2xxxx\", \"c3piozzzz\"", "\"c3piozzzz\""));
  EXPECT_TRUE(names_etag("*", "\"xyzzy\""));
  EXPECT_FALSE(names_etag("\"xyzz\"", "\"xyzzy\""));
  EXPECT_FALSE(names_etag("", "\"xyzzy\""));
  EXPECT_FALSE(names_etag("xyzzy", "\"xyzzy\""));
  EXPECT_TRUE(names_etag("\"a,b\", \"c\"", "\"c\""));
}

// The well-formed sequences of table 3-7 of The Unicode Standard 15.0, their edges and one beyond each.
TEST(HttpText, Utf8) {
  for (const auto* good : {"", "a", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xE0\xBF\xBF", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(is_utf8(good));
  }
  for (const auto* bad : {"\x80", "\xC1\xBF", "\xC2", "\xC2\x41", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xE1\x80", "\xE1\x80\x41", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80",
                          "\xF1\x80\x80"}) {
    EXPECT_FALSE(is_utf8(bad));
  }
}

}  // namespace
}  // namespace sumi::http
