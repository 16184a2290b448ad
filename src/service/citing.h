// Whose documents a command cites.
//
// A document enters the journal as its SHA-256 only, and that is public; the bytes lie in the folder of whoever filed them, and those of a case in the scheme's as well,
// from where the other side of the case reads them. So a command that comes from outside may cite only what its giver has filed: otherwise anybody could name another's
// plan by its public hash in a case of their own, and read it there.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "scheme/scheme.h"
#include "service/ledger.h"

namespace sumi::service {

struct CitedDocument {
  std::string field;  // "head.plan", "document"
  Hash hash;
  bool text = false;  // a plan or monitoring data: what it cites itself must be its giver's as well
};

// The documents that the giver of a command must have filed, in the order of its fields. Not among them: keys, packs, seeds; what the state itself compares because the other
// side filed it (RecordValidation.plan, ValidateChange.plan, RecordVerification.trace, SubmitReport.plan); minutes, which another body keeps.
[[nodiscard]] std::vector<CitedDocument> cited_documents(const scheme::AnyCommand& command);

// Every one of them lies in the giver's folder; they then lie in the scheme's as well, where the other side of the case reads them. Files nothing unless all are there.
// service.document_missing.
[[nodiscard]] Result<void> file_cited(const Ledger& ledger, OrganisationNumber giver, std::span<const scheme::AnyCommand> commands);

}  // namespace sumi::service
