#include "http/static_files.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "http/access_log.h"
#include "http/limits.h"
#include "http/metrics.h"
#include "http/testing.h"

namespace sumi::http {
namespace {

using testing::Client;
using testing::FunctionHandler;

class Folder {
 public:
  Folder() {
    path_ = std::filesystem::temp_directory_path() / "sumi-page-XXXXXX";
    if (::mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no folder");
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  void write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories(std::filesystem::path(path_ + "/" + name).parent_path());
    std::ofstream(path_ + "/" + name) << bytes;
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string read_back(const std::string& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Page : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_.write("index.html", "<!doctype html>page");
    folder_.write("assets/index-Ab3_dE-7.js", "script");
    folder_.write("assets/index-Ab3_dE-7.js.gz", "script in gzip");
    folder_.write("assets/index-Ab3_dE-7.js.br", "script in brotli");
    folder_.write("assets/plain.css", "style");
    folder_.write("map/日本.json", "{}");
    folder_.write("lone.gz", "an archive");
    folder_.write(".secret", "hidden");
    folder_.write(".git/config", "hidden");
    std::filesystem::create_symlink("/etc/passwd", folder_.path() + "/passwd.txt");
  }
  static std::optional<Response> answer(const StaticFiles& files, std::string_view path, std::vector<std::pair<std::string_view, std::string_view>> headers = {},
                                        Method method = Method::get) {
    Request request;
    request.method = method;
    request.path = path;
    request.headers = std::move(headers);
    return files.answer(request);
  }
  static std::string field(const std::optional<Response>& response, std::string_view name) {
    if (response) {
      for (const auto& [n, v] : response->headers) {
        if (n == name) return v;
      }
    }
    return {};
  }
  static std::string body(const std::optional<Response>& response) { return response && response->shared_body ? *response->shared_body : std::string(); }
  Folder folder_;
};

TEST_F(Page, FilesPlacesAndWhatIsNotThere) {
  const auto files = StaticFiles::load(folder_.path());
  ASSERT_TRUE(files);
  EXPECT_EQ(files->size(), 5U);
  EXPECT_EQ(body(answer(*files, "/index.html")), "<!doctype html>page");
  EXPECT_EQ(answer(*files, "/index.html")->content_type, "text/html; charset=utf-8");
  for (const auto* place : {"/", "/projects", "/projects/12/plan", "/a.b/c", "/apiary", "/.git/config"}) EXPECT_EQ(body(answer(*files, place)), "<!doctype html>page") << place;
  EXPECT_EQ(body(answer(*files, "/assets/plain.css")), "style");
  EXPECT_EQ(body(answer(*files, "/map/%E6%97%A5%E6%9C%AC.json")), "{}");
  EXPECT_EQ(body(answer(*files, "/lone.gz")), "an archive");
  for (const auto* none : {"/api/", "/api/v1", "/api/v1/x", "/missing.js", "/.secret", "/passwd.txt", "/../index.html", "/%2e%2e/index.html", "/assets/../index.html",
                           "/assets/index-Ab3_dE-7.js.gz", "/%", "/%00.html", "//etc/x.y", "*"}) {
    EXPECT_FALSE(answer(*files, none)) << none;
  }
  EXPECT_FALSE(answer(*files, "/", {}, Method::post));
  EXPECT_TRUE(answer(*files, "/", {}, Method::head));
}

TEST_F(Page, CachingAndCompression) {
  const auto files = StaticFiles::load(folder_.path());
  ASSERT_TRUE(files);
  const std::string_view script = "/assets/index-Ab3_dE-7.js";
  const auto plain = answer(*files, script), gzip = answer(*files, script, {{"accept-encoding", "gzip, deflate"}}), brotli = answer(*files, script, {{"accept-encoding", "gzip, br"}});
  EXPECT_EQ(body(plain), "script");
  EXPECT_EQ(body(gzip), "script in gzip");
  EXPECT_EQ(field(gzip, "Content-Encoding"), "gzip");
  EXPECT_EQ(body(brotli), "script in brotli");
  EXPECT_EQ(field(brotli, "Content-Encoding"), "br");
  EXPECT_EQ(field(brotli, "Vary"), "Accept-Encoding");
  EXPECT_EQ(field(plain, "Vary"), "Accept-Encoding");
  EXPECT_EQ(brotli->content_type, "text/javascript; charset=utf-8");
  EXPECT_EQ(field(plain, "Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(field(answer(*files, "/"), "Cache-Control"), "no-cache");
  EXPECT_EQ(field(answer(*files, "/assets/plain.css"), "Cache-Control"), "no-cache");
  // printf script | sha256sum, its first 32 digits.
  EXPECT_EQ(field(plain, "ETag"), "\"21a0270b7f66a1e4c25933f13a1e5a1b\"");
  EXPECT_NE(field(plain, "ETag"), field(gzip, "ETag"));
  const auto etag = field(brotli, "ETag");
  const auto unchanged = answer(*files, script, {{"accept-encoding", "br"}, {"if-none-match", etag}});
  EXPECT_EQ(unchanged->status, 304U);
  EXPECT_EQ(field(unchanged, "ETag"), etag);
  EXPECT_EQ(body(unchanged), "");
  EXPECT_EQ(answer(*files, script, {{"if-none-match", etag}})->status, 200U);  // that is another form
}

// Names as Vite 5 makes them, and some that only look so.
TEST_F(Page, NamesWithAHash) {
  for (const auto* yes : {"/assets/index-BfZ3x_0a.js", "/assets/IBMPlexSansJP-Regular-D-x_0a1B.woff2", "/assets/a-12345678.css.map"}) EXPECT_TRUE(has_hash(yes)) << yes;
  for (const auto* no : {"/index.html", "/assets/index.js", "/assets/12345678.js", "/assets/-12345678.js", "/index-12345678.js", "/assets/index-1234567.js", "/assets/index-1234 678.js",
                         "/assets/index-12345678"}) {
    EXPECT_FALSE(has_hash(no)) << no;
  }
}

TEST_F(Page, OverTheLine) {
  auto files = StaticFiles::load(folder_.path());
  ASSERT_TRUE(files);
  FunctionHandler handler([&](const Request& request, const Respond& respond) { respond(*files->answer(request)); });
  const auto server = testing::started(handler);
  Client client(server->port());
  const auto first = client.get("/", "Accept-Encoding: br\r\n");
  EXPECT_EQ(first.body, "<!doctype html>page");
  EXPECT_NE(first.header("content-security-policy").find("default-src 'self'"), std::string::npos);
  const auto again = client.get("/", "If-None-Match: " + first.header("etag") + "\r\n");
  EXPECT_EQ(again.status, 304U);
  EXPECT_EQ(again.header("cache-control"), "no-cache");
}

TEST_F(Page, Refusals) {
  const auto name_of = [](const auto& result) { return result ? std::string("loaded") : qualified_name(*result.error().def); };
  EXPECT_EQ(name_of(StaticFiles::load(folder_.path() + "/none")), "http.page_unreadable");
  EXPECT_EQ(name_of(StaticFiles::load(folder_.path() + "/assets")), "http.page_unreadable");  // no index.html
  folder_.write("large.bin", "");
  std::filesystem::resize_file(folder_.path() + "/large.bin", limits::static_file_bytes_max + 1);
  EXPECT_EQ(name_of(StaticFiles::load(folder_.path())), "http.page_too_large");
}

// The format: Prometheus, "Exposition formats", text format 0.0.4.
TEST(HttpMetrics, Text) {
  Metrics metrics;
  metrics.answered({Method::get, "/api/v1/x/{id}", 200, 100, 1000, 2500});
  metrics.answered({Method::get, "/api/v1/x/{id}", 200, 100, 1000, 2501});
  metrics.answered({Method::post, "/api/v1/x/{id}", 409, 50, 10, 20'000'000});
  metrics.answered({Method::get, "", 400, 5, 7, 1});
  metrics.add(Metrics::Kind::gauge, "sumi_journal_entries", "Entries of the journal.", [] { return 42; });
  const auto text = metrics.text();
  for (const auto* line : {
           "# TYPE sumi_http_requests_total counter\n",
           "sumi_http_requests_total{route=\"/api/v1/x/{id}\",method=\"GET\",status=\"200\"} 2\n",
           "sumi_http_requests_total{route=\"/api/v1/x/{id}\",method=\"POST\",status=\"409\"} 1\n",
           "sumi_http_requests_total{route=\"none\",method=\"GET\",status=\"400\"} 1\n",
           "# TYPE sumi_http_request_seconds histogram\n",
           "sumi_http_request_seconds_bucket{route=\"/api/v1/x/{id}\",le=\"0.001\"} 0\n",
           "sumi_http_request_seconds_bucket{route=\"/api/v1/x/{id}\",le=\"0.0025\"} 1\n",
           "sumi_http_request_seconds_bucket{route=\"/api/v1/x/{id}\",le=\"0.005\"} 2\n",
           "sumi_http_request_seconds_bucket{route=\"/api/v1/x/{id}\",le=\"10\"} 2\n",
           "sumi_http_request_seconds_bucket{route=\"/api/v1/x/{id}\",le=\"+Inf\"} 3\n",
           "sumi_http_request_seconds_sum{route=\"/api/v1/x/{id}\"} 20.005001\n",
           "sumi_http_request_seconds_count{route=\"/api/v1/x/{id}\"} 3\n",
           "sumi_http_request_bytes_total{route=\"/api/v1/x/{id}\"} 250\n",
           "sumi_http_response_bytes_total{route=\"/api/v1/x/{id}\"} 2010\n",
           "# HELP sumi_journal_entries Entries of the journal.\n# TYPE sumi_journal_entries gauge\nsumi_journal_entries 42\n",
       }) {
    EXPECT_NE(text.find(line), std::string::npos) << line << text;
  }
}

TEST(HttpMetrics, OfAServerAndBounded) {
  FunctionHandler handler(testing::echo());
  Metrics metrics;
  auto options = testing::local();
  options.observers = {&metrics};
  const auto server = testing::started(handler, options);
  metrics.add_server(*server);
  Client client(server->port());
  client.get("/some/path");
  ASSERT_TRUE(testing::eventually([&] { return metrics.text().find("route=\"/test\"") != std::string::npos; }));
  const auto text = metrics.text();
  EXPECT_NE(text.find("\nsumi_http_connections 1\n"), std::string::npos);
  EXPECT_NE(text.find("\nsumi_http_connections_accepted_total 1\n"), std::string::npos);
  EXPECT_EQ(text.find("/some/path"), std::string::npos);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < limits::metric_routes_max + 10; ++i) names.push_back("/r" + std::to_string(i));
  for (const auto& name : names) metrics.answered({Method::get, name, 200, 0, 0, 0});
  EXPECT_NE(metrics.text().find("{route=\"other\",method=\"GET\",status=\"200\"}"), std::string::npos);
}

// date -u -d @1795401384 +%FT%TZ
TEST(HttpAccessLog, Times) {
  EXPECT_EQ(log_time(1795401384007), "2026-11-23T02:36:24.007Z");
  EXPECT_EQ(log_time(0), "1970-01-01T00:00:00.000Z");
}

TEST(HttpAccessLog, OneLinePerRequestWithNothingOfAPerson) {
  const Folder folder;
  const auto file = folder.path() + "/access.log";
  FunctionHandler handler(testing::echo());
  {
    auto log = AccessLog::open(file);
    ASSERT_TRUE(log);
    auto options = testing::local();
    options.observers = {log->get()};
    auto server = testing::started(handler, options);
    Client client(server->port());
    client.send("POST /people/taro?name=secret HTTP/1.1\r\nHost: t\r\nCookie: sumi_session=abc\r\nContent-Length: 4\r\n\r\nbody");
    EXPECT_EQ(client.receive().status, 200U);
    client.send("bad\r\n\r\n");
    EXPECT_EQ(client.receive().status, 400U);
    server->stop();
    (*log)->flush();
    EXPECT_NE(read_back(file), "");
  }
  const auto text = read_back(file);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2);
  EXPECT_NE(text.find("Z POST /test 200 "), std::string::npos) << text;
  EXPECT_NE(text.find(" - 400 "), std::string::npos) << text;
  for (const auto* personal : {"taro", "secret", "abc", "127.0.0.1"}) EXPECT_EQ(text.find(personal), std::string::npos);
  const auto refused = AccessLog::open(folder.path() + "/none/access.log");
  ASSERT_FALSE(refused);
  EXPECT_EQ(qualified_name(*refused.error().def), "http.log_unwritable");
}

TEST(HttpAccessLog, LinesBeyondTheQueueAreCounted) {
  const Folder folder;
  const auto file = folder.path() + "/access.log";
  constexpr std::size_t many = limits::access_log_lines_max * 8;
  {
    auto log = AccessLog::open(file);
    ASSERT_TRUE(log);
    for (std::size_t i = 0; i < many; ++i) (*log)->answered({Method::get, "/r", 200, 1, 2, 3});
  }
  // Each line was written or counted as lost.
  const auto text = read_back(file);
  std::size_t written = 0, lost = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = text.find('\n', at);
    if (text[at] == '#') {
      lost += std::stoul(text.substr(at + 2));
    } else {
      ++written;
    }
    at = end + 1;
  }
  EXPECT_EQ(written + lost, many);
  EXPECT_GE(written, limits::access_log_lines_max);
}

}  // namespace
}  // namespace sumi::http
