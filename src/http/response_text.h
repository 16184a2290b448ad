// An answer's header as it goes over the line, with what every answer carries for the safety of browsers; and the refusals that the transport gives itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "http/message.h"

namespace sumi::http {

struct Line {
  bool secure = false;     // came by TLS: the browser is told to come so again
  bool close = false;      // no further request is taken on this connection
  bool http10 = false;
  std::string_view date;   // http_date()
};

// Appends status line and fields, with the empty line. Characters that would end a field are left out of what `response` brings.
void append_head(std::string& out, const Response& response, const Line& line);
// Whether a status has a body at all (not 1xx, 204, 304).
[[nodiscard]] bool has_body(unsigned status);
[[nodiscard]] std::string_view body_of(const Response& response);
[[nodiscard]] std::string_view reason_of(unsigned status);

// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, section 5.6.7); seconds since 1970.
[[nodiscard]] std::string http_date(std::int64_t unix_seconds);

// application/problem+json (RFC 9457) of one of the transport's errors.
[[nodiscard]] Response problem_answer(const Error& error, unsigned status);

}  // namespace sumi::http
