#include "outbound/api_client.h"

#include <curl/curl.h>

#include <algorithm>
#include <mutex>
#include <thread>

#include "outbound/errors.h"
#include "outbound/limits.h"
#include "outbound/smtp.h"

namespace sumi::outbound {

namespace {

using Clock = std::chrono::steady_clock;
using Curl = std::unique_ptr<CURL, void (*)(CURL*)>;
using Lines = std::unique_ptr<curl_slist, void (*)(curl_slist*)>;

struct Address {
  std::string base;  // without a slash at its end
  std::string host, shown;
  bool plain = false;
};

// A part of an address, as libcurl takes it apart; "" where there is none.
std::string part_of(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return {};
  std::string out(text);
  curl_free(text);
  return out;
}

Result<Address> read_address(const std::string& text) {
  const Unexpected refused = fail(errors::api_address, {{"text", text.substr(0, 120)}});
  const std::unique_ptr<CURLU, void (*)(CURLU*)> url(curl_url(), curl_url_cleanup);
  if (text.find("://") == std::string::npos || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK) return refused;
  const auto scheme = part_of(url.get(), CURLUPART_SCHEME), port = part_of(url.get(), CURLUPART_PORT);
  Address out{text, part_of(url.get(), CURLUPART_HOST), {}, scheme == "http"};
  const bool more = !part_of(url.get(), CURLUPART_USER).empty() || !part_of(url.get(), CURLUPART_QUERY).empty() || !part_of(url.get(), CURLUPART_FRAGMENT).empty();
  if ((scheme != "http" && scheme != "https") || out.host.empty() || more) return refused;
  while (out.base.ends_with('/')) out.base.pop_back();
  out.shown = out.host + (port.empty() ? "" : ":" + port);
  std::string_view bare = out.host;
  if (bare.starts_with('[') && bare.ends_with(']')) bare = bare.substr(1, bare.size() - 2);
  if (out.plain && !is_loopback(bare)) return fail(errors::api_unencrypted, {{"host", out.host}});
  return out;
}

// What the answer's bytes go into; true once they are more than may be.
struct Sink {
  std::string text;
  bool full = false;
};
std::size_t take(char* data, std::size_t size, std::size_t count, void* user) {
  auto& sink = *static_cast<Sink*>(user);
  const std::size_t n = size * count;
  sink.full = sink.text.size() + n > limits::api_answer_bytes_max;
  if (sink.full) return 0;
  sink.text.append(data, n);
  return n;
}

bool printable(std::string_view text) { return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; }); }

// Whether nothing of the request can have reached the server.
bool not_begun(CURLcode code) { return code == CURLE_COULDNT_CONNECT || code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_COULDNT_RESOLVE_PROXY; }
bool about_certificate(CURLcode code) { return code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE || code == CURLE_SSL_CERTPROBLEM; }

std::string media_type(const char* text) {
  std::string out(text == nullptr ? "" : text);
  out = out.substr(0, out.find(';'));
  while (!out.empty() && out.back() == ' ') out.pop_back();
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

}  // namespace

struct ApiClient::Parts {
  ApiServer server;
  Address address;
  Curl curl{nullptr, curl_easy_cleanup};  // kept, so that the connection is
};

ApiClient::ApiClient(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
ApiClient::ApiClient(ApiClient&&) noexcept = default;
ApiClient& ApiClient::operator=(ApiClient&&) noexcept = default;
ApiClient::~ApiClient() = default;
const std::string& ApiClient::host() const { return parts_->address.shown; }

Result<ApiClient> ApiClient::make(ApiServer server) {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  SUMI_TRY(auto address, read_address(server.url));
  if (!printable(server.token) || server.token.size() > limits::api_token_bytes_max) return fail(errors::api_token);
  auto parts = std::make_unique<Parts>(Parts{std::move(server), std::move(address)});
  parts->curl.reset(curl_easy_init());
  if (parts->curl == nullptr) return fail(errors::api_unreachable, {{"host", parts->address.shown}, {"reason", "libcurl"}});
  return ApiClient(std::move(parts));
}

namespace {

// Once; the code is libcurl's.
CURLcode send_once(CURL* curl, const ApiServer& server, const Address& address, const ApiRequest& request, ApiAnswer& answer, Sink& sink, char* reason) {
  curl_easy_reset(curl);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, reason);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, address.plain ? "http" : "https");
  curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!server.authority.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, server.authority.c_str());
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, static_cast<long>(server.connect_timeout.count()));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(server.timeout.count()));
  curl_easy_setopt(curl, CURLOPT_URL, (address.base + request.path).c_str());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &sink);
  Lines lines(nullptr, curl_slist_free_all);
  const auto header = [&](const std::string& line) { lines.reset(curl_slist_append(lines.release(), line.c_str())); };
  header("Expect:");
  if (!server.token.empty()) header("Authorization: Bearer " + server.token);
  for (const auto& [name, value] : request.headers) header(name + ": " + value);
  if (request.method != "GET") {
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    header("Content-Type: " + request.content_type);
  }
  const std::string method(request.method);
  curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method.c_str());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, lines.get());
  const CURLcode code = curl_easy_perform(curl);
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
  const char* type = nullptr;
  curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &type);
  answer.content_type = media_type(type);
  return code;
}

}  // namespace

Result<ApiAnswer> ApiClient::send(const ApiRequest& request) {
  const bool again = request.again || request.method == "GET";
  const auto until = Clock::now() + limits::api_retry;
  auto wait = limits::api_retry_first;
  for (bool begun = false;; wait = std::min(wait * 2, limits::api_retry_longest)) {
    ApiAnswer answer;
    Sink sink;
    char text[CURL_ERROR_SIZE] = "";
    const CURLcode code = send_once(parts_->curl.get(), parts_->server, parts_->address, request, answer, sink, text);
    answer.body = std::move(sink.text);
    const std::string reason = text[0] != '\0' ? text : curl_easy_strerror(code);
    if (sink.full) return fail(errors::api_too_large, {{"host", host()}, {"limit", std::to_string(limits::api_answer_bytes_max >> 20)}});
    if (about_certificate(code)) return fail(errors::api_certificate, {{"host", host()}, {"reason", reason}});
    const bool busy = code == CURLE_OK && (answer.status == 503 || answer.status == 429);
    if (code == CURLE_OK && !busy) return answer;
    if (!busy && !begun && (not_begun(code) || code == CURLE_SSL_CONNECT_ERROR)) return fail(errors::api_unreachable, {{"host", host()}, {"reason", reason}});
    begun = true;
    if (!again || Clock::now() + wait > until) {
      if (busy) return answer;
      return fail(errors::api_broken, {{"host", host()}, {"reason", reason}});
    }
    std::this_thread::sleep_for(wait);
  }
}

std::string url_text(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) out += c;
    else out += {'%', digits[byte >> 4U], digits[byte & 15U]};
  }
  return out;
}

}  // namespace sumi::outbound
