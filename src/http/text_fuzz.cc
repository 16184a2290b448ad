// Any bytes as a query, a cookie header, a list of codings and of entity tags: never beyond the bytes, and what was decoded, encoded again and decoded again, is the same.
#include <cstdint>
#include <cstdlib>

#include "http/limits.h"
#include "http/text.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool lies_within(std::string_view part, std::string_view whole) {
  return part.empty() || (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sumi::http;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const bool plus : {false, true}) {
    const auto decoded = percent_decoded(text, plus);
    if (!decoded) continue;
    require(decoded->size() <= text.size() && is_utf8(*decoded) && decoded->find('\0') == std::string::npos);
    require(percent_decoded(percent_encoded(*decoded), plus) == *decoded);
  }
  if (const auto pairs = query_pairs(text)) {
    require(pairs->size() <= sumi::http::limits::query_pairs_max);
    std::string again;
    for (const auto& [name, value] : *pairs) again += percent_encoded(name) + '=' + percent_encoded(value) + '&';
    require(query_pairs(again) == pairs);
  }
  for (const auto* name : {"sumi_session", "a", ""}) require(lies_within(cookie_in(text, name), text));
  for (const auto* coding : {"gzip", "br"}) {
    // A list that names it first takes it, whatever follows.
    (void)takes_coding(text, coding);
    require(takes_coding(std::string(coding) + "," + std::string(text), coding));
  }
  require(names_etag("\"e\"," + std::string(text), "\"e\""));
  (void)names_etag(text, "\"e\"");
  require(lies_within(trimmed(text), text));
  return 0;
}
