#include "store/copy.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#include "store/errors.h"

namespace sumi::store {
namespace {

namespace fs = std::filesystem;
// 1 MiB: the writer waits for a millisecond or two.
constexpr int pages_per_step = 256;

Unexpected unwritable_path(const fs::path& path, int e) { return fail(errors::database_unwritable, {{"path", path.string()}, {"reason", std::generic_category().message(e)}}); }

Result<void> sync_path(const fs::path& path, int flags) {
  const int descriptor = ::open(path.empty() ? "." : path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) return unwritable_path(path, errno);
  const int e = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  if (e != 0) return unwritable_path(path, e);
  return {};
}

}  // namespace

Result<std::unique_ptr<DatabaseCopy>> DatabaseCopy::begin(const Database& from, const std::string& path) {
  std::unique_ptr<DatabaseCopy> copy(new DatabaseCopy(from, path));
  std::error_code ignored;
  if (fs::exists(path, ignored)) return unwritable_path(path, EEXIST);
  if (sqlite3_open_v2(path.c_str(), &copy->to_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW, nullptr) != SQLITE_OK) return fail(copy->unwritable());
  if (sqlite3_exec(copy->to_, "PRAGMA synchronous=FULL", nullptr, nullptr, nullptr) != SQLITE_OK) return fail(copy->unwritable());
  copy->backup_ = sqlite3_backup_init(copy->to_, "main", from.handle(), "main");
  if (copy->backup_ == nullptr) return fail(copy->unwritable());
  return copy;
}

DatabaseCopy::~DatabaseCopy() {
  sqlite3_backup_finish(backup_);
  sqlite3_close_v2(to_);
}

Error DatabaseCopy::unwritable() const { return make_error(errors::database_unwritable, {{"path", path_}, {"reason", to_ == nullptr ? "no memory" : sqlite3_errmsg(to_)}}); }

Result<bool> DatabaseCopy::step() {
  const int rc = sqlite3_backup_step(backup_, pages_per_step);
  if (rc == SQLITE_OK) return false;
  if (rc != SQLITE_DONE) {
    return fail((rc & 0xff) == SQLITE_CORRUPT || (rc & 0xff) == SQLITE_NOTADB || rc == SQLITE_IOERR_READ ? errors::database_unreadable : errors::database_unwritable,
        {{"path", (rc & 0xff) == SQLITE_CORRUPT ? from_->path() : path_}, {"reason", sqlite3_errstr(rc)}});
  }
  const int finished = sqlite3_backup_finish(std::exchange(backup_, nullptr));
  const int closed = sqlite3_close_v2(std::exchange(to_, nullptr));
  if (finished != SQLITE_OK || closed != SQLITE_OK) return fail(errors::database_unwritable, {{"path", path_}, {"reason", sqlite3_errstr(finished != SQLITE_OK ? finished : closed)}});
  return true;
}

std::uint64_t DatabaseCopy::done() const { return backup_ == nullptr ? of() : of() - static_cast<std::uint64_t>(sqlite3_backup_remaining(backup_)); }
std::uint64_t DatabaseCopy::of() const { return backup_ == nullptr ? 1 : static_cast<std::uint64_t>(std::max(1, sqlite3_backup_pagecount(backup_))); }

Result<void> cut_journal(const std::string& journal_db, const journal::Segment& last) {
  SUMI_TRY(auto database, Database::open(journal_db, "journal", Opening::existing));
  const Bytes bytes = journal::encode_segment(last);
  SUMI_CHECK(database.execute("PRAGMA secure_delete=ON; BEGIN IMMEDIATE"));
  {
    auto cut = database.prepare("DELETE FROM segments WHERE first >= ?1");
    cut.bind(1, static_cast<std::int64_t>(last.first.value));
    SUMI_CHECK(cut.run());
    auto insert = database.prepare("INSERT INTO segments(first, count, bytes) VALUES (?1, ?2, ?3)");
    insert.bind(1, static_cast<std::int64_t>(last.first.value)).bind(2, static_cast<std::int64_t>(last.count)).bind(3, BytesView(bytes));
    SUMI_CHECK(insert.run());
  }
  // What was cut off is in no free page and in no log afterwards.
  return database.execute("COMMIT; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
}

Result<std::vector<Hash>> sealed_commitments(const std::string& people_db, bool erased) {
  SUMI_TRY(const auto database, Database::open(people_db, "people", Opening::existing));
  auto select = database.prepare(erased ? "SELECT commitment FROM sealed WHERE value IS NULL" : "SELECT commitment FROM sealed WHERE value IS NOT NULL");
  std::vector<Hash> out;
  for (;;) {
    SUMI_TRY(const bool row, select.step());
    if (!row) return out;
    const auto blob = select.blob(0);
    Hash hash;
    if (blob.size() == hash.bytes.size()) std::copy(blob.begin(), blob.end(), hash.bytes.begin());
    out.push_back(hash);
  }
}

Result<void> sync_tree(const std::string& folder) {
  std::error_code failed;
  for (fs::recursive_directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
    SUMI_CHECK(sync_path(it->path(), it->is_directory(failed) ? O_RDONLY | O_DIRECTORY : O_RDONLY));
  }
  if (failed) return unwritable_path(folder, failed.value());
  return sync_path(folder, O_RDONLY | O_DIRECTORY);
}

Result<void> rename_durably(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) return unwritable_path(to, errno);
  return sync_path(fs::path(to).parent_path(), O_RDONLY | O_DIRECTORY);
}

}  // namespace sumi::store
