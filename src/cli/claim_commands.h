// claim eligible: which units may serve a purpose or a scheme, which not, and why.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/context.h"

namespace sumi::cli {

struct EligibleArguments {
  std::vector<std::string> units;  // BATCH:FIRST-LAST, serials as they are printed, or the number of an account
  std::string purpose;             // of jcredit-registry/purposes, or a scheme of credit-eligibility/schemes
  std::uint64_t user = 0;          // who uses them; 0 = the holder of the account that is named, else not known
  std::string on;                  // day of the use; default: the store's day
  std::string year;                // fiscal year of the emissions
  bool all = false;                // every purpose and scheme
};
// Exit code 1 where a unit may not serve, or nobody knows whether it may.
int run_claim_eligible(const Context&, const EligibleArguments&);

}  // namespace sumi::cli
