// What the routes of the scheme's desks share. Only for routes_verifier.cc, routes_secretariat.cc and routes_rounds.cc.
#pragma once

#include <string>
#include <string_view>

#include "http/route.h"
#include "report/document.h"
#include "service/errors.h"
#include "service/inbox.h"

namespace sumi::http {

struct KeptDocument {
  Hash hash;
  std::uint64_t bytes = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "hash", s.hash);
    v(Part::open, "bytes", s.bytes);
  }
};
// In the evidence of the caller's organisation and in the scheme's own, since a command is about to name it. service.evidence_empty.
[[nodiscard]] Result<KeptDocument> keep_document(const Call& call, std::string_view body);
[[nodiscard]] Result<service::LeadTimes> desk_leads(const Call& call);
// A document out of the evidence, for saving.
[[nodiscard]] FileAnswer desk_document(std::string bytes, const Hash& hash);

}  // namespace sumi::http
