// The dump of open data (public_view.h) in memory, as a server hands it out: each file, and all of them in one ZIP.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "service/public_view.h"

namespace sumi::service {

struct OpenDataFiles {
  std::vector<std::pair<std::string, std::string>> files;  // "projects.csv" ..., manifest.json the last
  std::string zip;
  SequenceNumber entry;
};
// Written, read back and compared with the state in a folder of the machine's temporary files, which is gone afterwards. Errors: those of write_open_data.
Result<OpenDataFiles> open_data_files(const Ledger& ledger);

}  // namespace sumi::service
