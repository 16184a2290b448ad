// The transport's part of http's numbered list, 30 to 49: what is wrong before a route is asked, and why a server does not start.
#pragma once

#include <span>

#include "base/result.h"

namespace sumi::http::errors {

// Of a request.
extern const ErrorDef request_syntax, header_too_large, target_too_long, body_too_large, expectation_unknown, request_too_slow, too_many_connections, bodies_too_many, answer_missing,
    answer_late;
// Of a start.
extern const ErrorDef address_unreadable, tls_needed, tls_unusable, cannot_listen, setting_out_of_range, page_unreadable, page_too_large, log_unwritable;

// The status of an answer that carries one of the first ten; 0 for every other error.
[[nodiscard]] unsigned transport_status_of(const ErrorDef& def);

[[nodiscard]] std::span<const ErrorDef* const> transport_errors();

}  // namespace sumi::http::errors
