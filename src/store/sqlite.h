// A thin hand on SQLite: connections that are safe by default, statements that are finalised.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/codec.h"
#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace sumi::store {

// Numbered migrations of one database, compiled in from sql/<database>/NNNN.sql. The database's user_version counts the ones it has seen.
std::span<const std::string_view> migrations(std::string_view database);

// Whether the library that answers is the one this program was built with. Errors: store.library_too_old.
[[nodiscard]] Result<void> check_library(int version, std::string_view source);

class Database;

// A store that stands is never made anew where a file of it is missing or empty: that would be a loss that nobody sees.
enum class Opening : std::uint8_t { create, existing };

class Statement {
 public:
  Statement(const Database& database, std::string_view sql);
  ~Statement();
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;
  Statement(const Statement&) = delete;

  Statement& bind(int index, std::int64_t value);
  Statement& bind(int index, std::string_view text);
  Statement& bind(int index, BytesView blob);
  Statement& bind_null(int index);
  // true = a row; false = done. Errors: store.database_unreadable or database_unwritable with SQLite's own words.
  Result<bool> step();
  Result<void> run();  // to the end, then ready again
  void reset();
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] BytesView blob(int column) const;
  [[nodiscard]] bool is_null(int column) const;

 private:
  const Database* database_;
  sqlite3_stmt* statement_ = nullptr;
};

// One connection: WAL, synchronous=FULL, exclusive locking (no shared memory, one program at a time), foreign keys on, cell sizes checked.
class Database {
 public:
  // `name` chooses the migrations. `vfs`: another than SQLite's own, for fault injection; nullptr otherwise.
  // Errors: store.library_too_old, database_unreadable (missing, empty or no database), schema_newer; a refused file is left as it was.
  static Result<Database> open(const std::string& path, std::string_view name, Opening opening, const char* vfs = nullptr);
  // The same tables without a file.
  static Result<Database> in_memory(std::string_view name);
  Database(Database&& other) noexcept;
  Database& operator=(Database&& other) noexcept;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  Result<void> execute(const char* sql);
  [[nodiscard]] Statement prepare(std::string_view sql) const { return {*this, sql}; }
  // PRAGMA integrity_check: nothing, or what it found.
  Result<std::optional<std::string>> integrity();
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] sqlite3* handle() const { return handle_; }
  [[nodiscard]] Error error(bool writing) const;

 private:
  Database(sqlite3* handle, std::string path) : handle_(handle), path_(std::move(path)) {}
  Result<std::int64_t> version();
  Result<void> migrate(std::string_view name, std::int64_t version);
  sqlite3* handle_ = nullptr;
  std::string path_;
};

}  // namespace sumi::store
