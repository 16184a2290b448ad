// What moved in and out of one account, from the journal, and what its units cost. For the account's owner and the auditor only.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/number.h"
#include "service/ledger.h"

namespace sumi::service {

// Units of one kind of credit, valued by the moving average (移動平均法): what came at a stated price adds its cost, what leaves takes the average with it,
// rounded half up to whole yen. What was issued to the account, or came without a price, adds units and no cost.
struct CreditKind {
  std::string crediting_programme;
  std::string credit_type;
  registry::UnitKind unit_kind = registry::UnitKind::tco2;
  friend auto operator<=>(const CreditKind&, const CreditKind&) = default;
};
struct Stock {
  std::uint64_t units = 0;
  Rational cost;  // yen, exact
};

enum class Move : std::uint8_t { issued, imported, opened, transfer_in, transfer_out, retired, returned_in, returned_out, corrected_in, corrected_out, succeeded_in, succeeded_out, expired, released, released_out };

struct Movement {
  SequenceNumber entry;
  Instant time;
  Date date;  // of the act
  Move move = Move::transfer_in;
  CreditKind kind;
  std::uint64_t units = 0;
  AccountNumber other;             // 0: none
  std::optional<Decimal> price;    // yen a unit, as stated
  std::optional<Date> agreed_on;
  Rational cost;                   // of the units that came or went
  std::uint64_t balance = 0;       // units of that kind after it; those in escrow count: they are the account's
};

struct History {
  std::vector<Movement> movements;      // in the journal's order
  std::map<CreditKind, Stock> stock;    // as it is now
};
// One pass over the journal. registry.account_unknown.
Result<History> history_of(const Ledger& ledger, AccountNumber account);

}  // namespace sumi::service
