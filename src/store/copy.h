// Copies of a store's databases: online, while they are written, and what a restore does to one that nobody has open.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "journal/segment.h"
#include "store/sqlite.h"

struct sqlite3_backup;

namespace sumi::store {

// Pages copied, and pages in all.
using CopyProgress = std::function<void(std::uint64_t done, std::uint64_t of)>;

// SQLite's online backup, some pages at a time: what the connection writes in between goes into the copy too, so that the copy is the database as it is
// when step() says so. The caller holds whatever guards the connection during each call, and may let go of it between them. The new file is durable then.
class DatabaseCopy {
 public:
  // The file must not be there. store.database_unwritable.
  static Result<std::unique_ptr<DatabaseCopy>> begin(const Database& from, const std::string& path);
  ~DatabaseCopy();
  DatabaseCopy(const DatabaseCopy&) = delete;
  DatabaseCopy& operator=(const DatabaseCopy&) = delete;
  // true = all of it. store.database_unreadable, store.database_unwritable.
  Result<bool> step();
  [[nodiscard]] std::uint64_t done() const;
  [[nodiscard]] std::uint64_t of() const;

 private:
  DatabaseCopy(const Database& from, std::string path) : from_(&from), path_(std::move(path)) {}
  [[nodiscard]] Error unwritable() const;
  const Database* from_;
  std::string path_;
  sqlite3* to_ = nullptr;
  sqlite3_backup* backup_ = nullptr;
};

// A journal that nobody has open ends with this segment from now on: it takes the place of the one that has its first entry, and what comes after is gone, from
// the file too.
Result<void> cut_journal(const std::string& journal_db, const journal::Segment& last);
// The commitments in a people.db that nobody has open whose values were erased there (erased = true), or still stand.
Result<std::vector<Hash>> sealed_commitments(const std::string& people_db, bool erased);

// Every file and folder under `folder`, and it itself, durable. store.database_unwritable.
Result<void> sync_tree(const std::string& folder);
// The new name durable in its folder: both in one folder; `to` must not be there, or be an empty folder. store.database_unwritable.
Result<void> rename_durably(const std::string& from, const std::string& to);

}  // namespace sumi::store
