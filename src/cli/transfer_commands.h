// transfer bulk: many transfers from one list, as one group.
#pragma once

#include <string>

#include "cli/context.h"

namespace sumi::cli {

struct BulkTransferArguments {
  std::string file;     // CSV or XLSX (service/bulk_transfer.h)
  std::string report;   // CSV, a line for each line of the file; empty = none
  std::string on;       // business date
  std::string expires;  // last day of what waits for a second person
  std::string again;    // a name, where the same file is entered once more
  bool dry_run = false;
};
int run_transfer_bulk(const Context&, const BulkTransferArguments&);

}  // namespace sumi::cli
