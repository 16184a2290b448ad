#include "store/sqlite.h"

#include <sqlite3.h>

#include <stdexcept>
#include <utility>

#include "store/errors.h"
#include "store/former.h"

namespace sumi::store {
namespace {
// 3.51.3 mended the loss of a WAL's reset; the amalgamation is pinned to a later one, and a program linked to an older one refuses to start.
constexpr int sqlite_version_min = 3053000;

// Bytes of the database's file, or of its WAL; 0: there is none (a database in memory, a WAL that nothing was written to).
std::int64_t size_of(sqlite3* handle, int which) {
  sqlite3_file* file = nullptr;
  sqlite3_int64 size = 0;
  if (sqlite3_file_control(handle, "main", which, &file) != SQLITE_OK || file == nullptr || file->pMethods == nullptr) return 0;
  return file->pMethods->xFileSize(file, &size) == SQLITE_OK ? size : 0;
}
}  // namespace

Statement::Statement(const Database& database, std::string_view sql) : database_(&database) {
  const int rc = sqlite3_prepare_v3(database.handle(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
  // A statement that does not compile is found when it is stepped: the database is not what the migrations made.
  if (rc != SQLITE_OK) statement_ = nullptr;
}
Statement::Statement(Statement&& other) noexcept : database_(other.database_), statement_(std::exchange(other.statement_, nullptr)) {}
Statement::~Statement() { sqlite3_finalize(statement_); }

Statement& Statement::bind(int index, std::int64_t value) {
  if (statement_ != nullptr) sqlite3_bind_int64(statement_, index, value);
  return *this;
}
Statement& Statement::bind(int index, std::string_view text) {
  if (statement_ != nullptr) sqlite3_bind_text64(statement_, index, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}
Statement& Statement::bind(int index, BytesView blob) {
  static constexpr std::uint8_t none = 0;
  if (statement_ != nullptr) sqlite3_bind_blob64(statement_, index, blob.empty() ? &none : blob.data(), blob.size(), SQLITE_TRANSIENT);
  return *this;
}
Statement& Statement::bind_null(int index) {
  if (statement_ != nullptr) sqlite3_bind_null(statement_, index);
  return *this;
}

Result<bool> Statement::step() {
  if (statement_ == nullptr) return fail(database_->error(false));
  const int rc = sqlite3_step(statement_);
  if (rc == SQLITE_ROW) return true;
  if (rc == SQLITE_DONE) return false;
  return fail(database_->error(sqlite3_stmt_readonly(statement_) == 0));
}
Result<void> Statement::run() {
  for (;;) {
    SUMI_TRY(const bool row, step());
    if (!row) break;
  }
  reset();
  return {};
}
void Statement::reset() {
  if (statement_ != nullptr) sqlite3_reset(statement_);
}
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }
std::string Statement::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return text == nullptr ? std::string() : std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}
BytesView Statement::blob(int column) const {
  const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}
bool Statement::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

Error Database::error(bool writing) const {
  const int code = handle_ == nullptr ? SQLITE_ERROR : sqlite3_errcode(handle_);
  const std::string reason = handle_ == nullptr ? "not open" : sqlite3_errmsg(handle_);
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED) return make_error(errors::store_locked, {{"path", path_}});
  return make_error(writing && code != SQLITE_CORRUPT && code != SQLITE_NOTADB ? errors::database_unwritable : errors::database_unreadable, {{"path", path_}, {"reason", reason}});
}

Result<void> check_library(int version, std::string_view source) {
  if (version < sqlite_version_min || source != SQLITE_SOURCE_ID) {
    return fail(errors::library_too_old, {{"found", std::to_string(version)}, {"needed", std::to_string(sqlite_version_min)}});
  }
  return {};
}

Result<Database> Database::open(const std::string& path, std::string_view name, Opening opening, const char* vfs) {
  SUMI_CHECK(check_library(sqlite3_libversion_number(), sqlite3_sourceid()));
  sqlite3* handle = nullptr;
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | (opening == Opening::create ? SQLITE_OPEN_CREATE : 0);
  const int rc = sqlite3_open_v2(path.c_str(), &handle, flags, vfs);
  Database database(handle, path);
  if (rc != SQLITE_OK) return fail(database.error(false));
  sqlite3_extended_result_codes(handle, 0);
  SUMI_CHECK(database.execute("PRAGMA locking_mode=EXCLUSIVE; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON;"));
  // Looked at before anything could be written.
  SUMI_TRY(const auto version, database.version());
  if (opening == Opening::existing && version <= 0) return fail(errors::database_unreadable, {{"path", path}, {"reason", "it holds no tables of this program"}});
  if (version > static_cast<std::int64_t>(migrations(name).size())) return fail(errors::schema_newer, {{"path", path}, {"version", std::to_string(version)}});
  // The answer of journal_mode is the mode that holds: anything but wal is an error of the file system.
  auto wal = database.prepare("PRAGMA journal_mode=WAL");
  SUMI_TRY(const bool row, wal.step());
  if (!row || wal.text(0) != "wal") return fail(errors::database_unwritable, {{"path", path}, {"reason", "no write-ahead log"}});
  wal.reset();
  SUMI_CHECK(database.execute("PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4000;"));
  if (version > 0 && version < static_cast<std::int64_t>(migrations(name).size())) SUMI_CHECK(keep_former(database, version));
  SUMI_CHECK(database.migrate(name, version));
  return database;
}

Result<Database> Database::in_memory(std::string_view name) {
  SUMI_CHECK(check_library(sqlite3_libversion_number(), sqlite3_sourceid()));
  sqlite3* handle = nullptr;
  const int rc = sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(handle, ":memory:");
  if (rc != SQLITE_OK) return fail(database.error(false));
  SUMI_CHECK(database.execute("PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON;"));
  SUMI_CHECK(database.migrate(name, 0));
  return database;
}

Database::Database(Database&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)), path_(std::move(other.path_)) {}
Database& Database::operator=(Database&& other) noexcept {
  std::swap(handle_, other.handle_);
  std::swap(path_, other.path_);
  return *this;
}
Database::~Database() { sqlite3_close_v2(handle_); }

Result<void> Database::execute(const char* sql) {
  if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) return fail(error(true));
  return {};
}

Result<std::int64_t> Database::version() {
  auto ask = prepare("PRAGMA user_version");
  SUMI_TRY(const bool row, ask.step());
  return row ? ask.integer(0) : 0;
}

Result<void> Database::migrate(std::string_view name, std::int64_t version) {
  const auto steps = migrations(name);
  for (auto i = static_cast<std::size_t>(version); i < steps.size(); ++i) {
    const std::string sql = "BEGIN IMMEDIATE;" + std::string(steps[i]) + ";PRAGMA user_version=" + std::to_string(i + 1) + ";COMMIT";
    SUMI_CHECK(execute(sql.c_str()));
  }
  return {};
}

Result<std::optional<std::string>> Database::integrity() {
  auto ask = prepare("PRAGMA integrity_check(5)");
  std::string found;
  for (;;) {
    SUMI_TRY(const bool row, ask.step());
    if (!row) break;
    found += (found.empty() ? "" : "; ") + ask.text(0);
  }
  if (found != "ok") return found;
  // SQLite reads what is missing of a last page as zeroes, and finds nothing where zeroes stood there. With an empty WAL the file is whole pages.
  auto ask_page = prepare("PRAGMA page_size");
  SUMI_TRY(const bool row, ask_page.step());
  const auto page = row ? ask_page.integer(0) : 0;
  const auto size = size_of(handle_, SQLITE_FCNTL_FILE_POINTER), wal = size_of(handle_, SQLITE_FCNTL_JOURNAL_POINTER);
  if (wal == 0 && page > 0 && size % page != 0) return "its " + std::to_string(size) + " bytes are not whole pages of " + std::to_string(page);
  return std::nullopt;
}

}  // namespace sumi::store
