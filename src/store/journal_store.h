// The seam behind which the journal's bytes lie: SQLite now, PostgreSQL later. Bytes in, bytes out; what they mean is the journal's and the scheme's.
//
// Every call may come from any thread. append() returns only after the segment is durable. Segments come and go whole: a crash leaves the last one there or not there.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "journal/segment.h"
#include "store/copy.h"
#include "store/sqlite.h"

namespace sumi::store {

class JournalStore {
 public:
  virtual ~JournalStore() = default;
  // The segment must follow the last one. After an error the writer must end before it answers anyone.
  virtual Result<void> append(const journal::Segment& segment) = 0;
  // The segment that holds this entry, else the next one after it; nothing = the journal ends before.
  virtual Result<std::optional<journal::Segment>> at_or_after(SequenceNumber number) = 0;
  // The segments from the one that holds `from` on, in order. Stops at the first error of `f`, which may use this store again.
  Result<void> read(SequenceNumber from, const std::function<Result<void>(const journal::Segment&)>& f);
  // 0 = empty.
  virtual Result<SequenceNumber> last() = 0;
  // The engine's own check of its file; one sentence per finding.
  virtual Result<std::vector<std::string>> check() = 0;
  // A copy of the file, made while others append: it ends with an entry that was durable when this returns. The path must be free.
  // store.database_unwritable; a journal in memory has no file.
  virtual Result<void> copy_to(const std::string& path, const CopyProgress& progress) = 0;
};

Result<std::unique_ptr<JournalStore>> open_sqlite_journal(const std::string& path, Opening opening, const char* vfs = nullptr);
// Keeps nothing beyond the process: for scenarios.
std::unique_ptr<JournalStore> memory_journal();

}  // namespace sumi::store
