// What backup and restore share: files copied with their hash, and a folder that appears whole or not at all.
#pragma once

#include <cstdint>
#include <string>

#include "base/id.h"
#include "base/result.h"

namespace sumi::service {

struct CopiedFile {
  Hash hash;
  std::uint64_t bytes = 0;
};
// `to` must not be there; empty: only read. store.database_unreadable, store.database_unwritable.
Result<CopiedFile> copy_file(const std::string& from, const std::string& to);

// FOLDER.part, empty and for its owner alone. store.store_exists: FOLDER is not missing and not empty; service.backup_part_left.
Result<std::string> begin_folder(const std::string& folder);
// Synced and renamed to FOLDER.
Result<void> finish_folder(const std::string& part, const std::string& folder);

}  // namespace sumi::service
