// Many transfers from one list, CSV or XLSX: judged whole, then entered as one group, or not at all.
//
// Columns (in any order; those that are not needed may be left out): from, to: numbers of accounts; amount, or serials ("7:1-50 7:61-70", batch and first to last serial, both
// included); credit_type and project narrow what an amount is picked from; price in yen per t; agreed_on: the day of the contract; acceptance: yes where
// the transferee is to accept first; note, which is sealed. Each line is a Transfer; one with agreed_on or acceptance, or whose account asks for a second person for that many units, is
// an OfferTransfer.
//
// Lines are judged in their order, each on what the ones before leave. The same file is the same request for as long as idempotency keys are kept (limits::idempotency_keep_ms):
// sent again it is answered as repeated, unless it is given another name.
#pragma once

#include <functional>

#include "service/ledger.h"

namespace sumi::service {

struct BulkTransferRequest {
  PersonId actor;
  OrganisationNumber on_behalf_of;
  std::optional<Date> business_date;
  std::optional<Instant> time;     // demo and training stores
  std::optional<Date> expires_on;  // of lines that wait for a second person or the transferee
  std::string again;               // a name, where the same file is meant to be entered once more
  bool dry_run = false;
};
struct BulkTransferLine {
  std::uint32_t line = 0;  // of the file
  std::string result;      // moved, waits_for_second, waits_for_transferee, judged (fit, but nothing was entered), not_judged, or the refusal's name
  std::string message;     // of a refusal, in the language that was asked for
  SequenceNumber entry;
  std::vector<registry::SerialRange> ranges;
};
struct BulkTransfers {
  std::vector<BulkTransferLine> lines;  // in the file's order
  bool entered = false;                 // now or before
  bool repeated = false;
  std::vector<Error> errors;            // every line that is refused, with its place; nothing was entered
};
// Errors of the list as a whole: those of reading (base, wire), service.bulk_column_missing, bulk_column_unknown, bulk_empty, bulk_too_many.
// `progress`: lines that were judged, of all; what it throws ends the run before anything is entered.
[[nodiscard]] Result<BulkTransfers> transfer_in_bulk(Ledger& ledger, BytesView bytes, const std::string& file_name, const BulkTransferRequest& request, Language language,
                                                     const std::function<void(std::uint64_t done, std::uint64_t of)>& progress = {});
// line, result, entry, serials, message.
[[nodiscard]] std::string bulk_report(const BulkTransfers& transfers);

}  // namespace sumi::service
