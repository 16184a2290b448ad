// Texts of a request that come from outside: percent-encoding, queries, cookies, lists of codings. Fuzzed by text_fuzz.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sumi::http {

// %41 becomes A; in a query "+" becomes a space. Nothing where a "%" has no two hexadecimal digits behind it, where the result is not UTF-8 or holds a zero byte.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space = false);
// Everything but letters, digits and "-._~" as %XX (RFC 3986, section 2.3).
[[nodiscard]] std::string percent_encoded(std::string_view text);

// name=value pairs joined by "&", decoded, in their order; a name alone has the value "". Nothing where one cannot be decoded or there are more than
// limits::query_pairs_max.
[[nodiscard]] std::optional<std::vector<std::pair<std::string, std::string>>> query_pairs(std::string_view query);

// The value of the first cookie of that name in a Cookie header (RFC 6265, section 4.2), quotes around it taken off; "" where there is none.
[[nodiscard]] std::string_view cookie_in(std::string_view header, std::string_view name);

// Whether an Accept-Encoding header takes `coding` ("gzip", "br"): named, or by "*", and not with q=0 (RFC 9110, section 12.5.3).
[[nodiscard]] bool takes_coding(std::string_view header, std::string_view coding);

// Whether an If-None-Match header names this entity tag, compared weakly, or is "*" (RFC 9110, section 13.1.2). `etag` with its quotes.
[[nodiscard]] bool names_etag(std::string_view header, std::string_view etag);

// ASCII only.
[[nodiscard]] bool same_ignoring_case(std::string_view a, std::string_view b);
// Without spaces and tabs at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
// Well-formed UTF-8: no overlong form, no surrogate, at most U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view text);

}  // namespace sumi::http
