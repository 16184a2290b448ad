// The numbered list of http's refusals: what a request can be wrong in before any rule is asked. 1-29 routes, 30-49 the transport.
#pragma once

#include <span>

#include "base/result.h"

namespace sumi::http::errors {

extern const ErrorDef route_unknown, method_wrong, not_signed_in, csrf_missing, not_allowed, organisation_not_yours, key_missing, key_syntax, body_type, not_found,
    etag_stale, etag_missing, cursor_syntax, second_factor_needed, query_syntax, command_unknown, command_of_time, day_not_yours, too_busy, too_many_requests, backups_not_set, pack_file, job_file, jobs_too_many;

// The status of an answer that carries this error.
[[nodiscard]] unsigned status_of(const Error& error);

[[nodiscard]] std::span<const ErrorDef* const> http_errors();

}  // namespace sumi::http::errors
