// Entering a registry that already runs into a store: everything that was read becomes opening entries, and CloseOpening closes them.
//
// The files are judged whole before the first entry: with a refused row or a sum that differs nothing is entered. The entries go in groups under
// keys that follow from the files, so a run that was cut off is simply run again.
#pragma once

#include <functional>

#include "service/ledger.h"
#include "service/migrate_read.h"

namespace sumi::service {

struct Migrated {
  std::uint64_t organisations = 0, accounts = 0, projects = 0, certifications = 0, batches = 0, uses = 0;
  std::uint64_t entries = 0;
  Hash report;  // of the report that lies in the scheme's evidence
};
// The report on the files: what was taken, refused and remarked, as text. The same files give the same bytes.
[[nodiscard]] std::string opening_report(const OpeningModel& model, Language language);

// `actor` has the role of the secretariat. Errors: service.migrate_not_reconciled where the model holds refused rows; what the scheme refuses.
[[nodiscard]] Result<Migrated> enter_opening(Ledger& ledger, const OpeningModel& model, PersonId actor, OrganisationNumber secretariat,
                                             const std::function<void(std::uint64_t done, std::uint64_t of)>& progress = {});

}  // namespace sumi::service
