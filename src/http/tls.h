// A TLS context out of two files. OpenSSL's type is only named here.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"

struct ssl_ctx_st;

namespace sumi::http {

struct FreeTls {
  void operator()(ssl_ctx_st* context) const;
};
using TlsContext = std::unique_ptr<ssl_ctx_st, FreeTls>;

// A server's context: TLS 1.2 or 1.3, HTTP/1.1 by ALPN. Refuses with tls_unusable, naming the file and OpenSSL's reason.
[[nodiscard]] Result<TlsContext> tls_context(const std::string& certificate_file, const std::string& key_file);

}  // namespace sumi::http
