// backup and restore.
#pragma once

#include <string>

#include "cli/context.h"

namespace sumi::cli {

struct RestoreArguments {
  std::string backup, store;
  std::string until;           // number of an entry, or a time
  std::string erasures_from;
  std::string abandon;         // file of a checkpoint
  std::string ground = "other";
  bool never_published = false;
};

// Into a new folder. store.store_locked (busy) while another program has the store open: that program makes the backup then (Ledger::backup).
int run_backup(const Context&, const std::string& folder);
int run_restore(const Context&, const RestoreArguments&);

}  // namespace sumi::cli
