// What the command line asks of another sumi's API (`sumi --server URL`), through libcurl: one request, its answer, and nothing of what either means.
//
// https, with the server's certificate checked by the machine's authorities or by those of one file, always; http to this machine alone, because a token that goes over a network
// in the clear is anybody's. No redirect is followed and no proxy is taken out of the environment: nobody sees the token but the server that was named.
//
// A request that may be sent again (one that reads, or that carries its key) is sent again where the connection broke on the way, or the server is busy for a moment, with the same
// key, for as long as limits::api_retry says: it has one effect however often it is sent. A server that cannot be reached at all is told at once.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace sumi::outbound {

struct ApiServer {
  std::string url;        // https://sumi.example.jp, https://example.jp:8443/sumi
  std::string token;      // "": nobody
  std::string authority;  // a file of certificates to trust instead of the machine's; "": the machine's
  std::chrono::seconds connect_timeout{10};
  std::chrono::seconds timeout{120};  // of one request and its answer
};

struct ApiRequest {
  std::string_view method = "GET";
  std::string path;  // "/api/v1/projects?limit=500"
  std::string content_type;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  bool again = false;  // may be sent again: GET may in any case
};

struct ApiAnswer {
  long status = 0;
  std::string content_type;  // without its parameters, in small letters
  std::string body;
};

class ApiClient {
 public:
  // Errors: outbound.api_address, api_unencrypted, api_token.
  [[nodiscard]] static Result<ApiClient> make(ApiServer server);
  ApiClient(ApiClient&&) noexcept;
  ApiClient& operator=(ApiClient&&) noexcept;
  ~ApiClient();

  // Whatever the server answers, its refusals too. Errors: outbound.api_unreachable, api_broken (and nobody knows whether it was done, unless it may be sent again),
  // api_certificate, api_too_large.
  [[nodiscard]] Result<ApiAnswer> send(const ApiRequest& request);
  // The server's name and port, for messages.
  [[nodiscard]] const std::string& host() const;

 private:
  struct Parts;
  explicit ApiClient(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

// A text as it stands in a path or behind the "?": what is no letter, digit or -._~ as %XX.
[[nodiscard]] std::string url_text(std::string_view text);

}  // namespace sumi::outbound
