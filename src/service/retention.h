// Until when a store's documents must be kept.
//
// Rule: data are kept for some years after the end of the crediting period (jcredit-scheme/rules data_retention.years: 2 in principle), longer where the plan
// promises more. What several projects cite is kept until the last of them lets it go. Nothing is deleted here, and what is cited by nothing is told too.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "service/ledger.h"

namespace sumi::service {

struct RetainedDocument {
  Hash hash;
  std::string kind;                     // plan, data_set, trace, statement, evidence, finding, visit, declaration, certificate, return, change, appeal,
                                        // withdrawal, hold; "" = nothing cites it
  std::set<ProjectNumber> projects;
  std::optional<Date> until;            // the last day; nothing: nothing cites it
  bool at_hand = false;                 // in the scheme's evidence or an organisation's
  [[nodiscard]] bool deletable(Date today) const { return at_hand && (!until || *until < today); }
};

// By last day, then hash.
Result<std::vector<RetainedDocument>> retained_documents(const Ledger& ledger);

}  // namespace sumi::service
