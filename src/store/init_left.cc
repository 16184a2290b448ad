#include "store/init_left.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <vector>

#include "store/journal_store.h"
#include "store/people.h"
#include "store/sqlite.h"

namespace sumi::store {
namespace {

namespace fs = std::filesystem;

// Whether the query gives a number above `most`; a database that is missing, empty or cannot be read has none.
bool more_than(const std::string& path, std::string_view name, std::string_view sql, std::int64_t most, const char* vfs) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return false;
  const auto database = Database::open(path, name, Opening::existing, vfs);
  if (!database) return false;
  auto select = database->prepare(sql);
  const auto row = select.step();
  return row && *row && select.integer(0) > most;
}

}  // namespace

bool init_left(const std::string& folder, const char* vfs) {
  static constexpr std::array<std::string_view, 10> names{"journal.db", "journal.db-wal", "journal.db-journal", "journal.db-shm", "people.db", "people.db-wal", "people.db-journal",
      "people.db-shm", "packs", "lock"};
  std::error_code failed;
  std::size_t found = 0;
  for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
    const auto name = it->path().filename().string();
    // The copy of a form that the interrupted init itself went through (former.h) is a remain of it, too.
    const bool former = name.starts_with("people.db.form-") || name.starts_with("journal.db.form-");
    if (!former && std::find(names.begin(), names.end(), name) == names.end()) return false;
    ++found;
  }
  if (failed || found == 0) return false;
  return !more_than(folder + "/journal.db", "journal", "SELECT count(*) FROM segments", 0, vfs) && !more_than(folder + "/people.db", "people", "SELECT count(*) FROM persons", 1, vfs) &&
         !more_than(folder + "/people.db", "people", "SELECT count(*) FROM sealed", 0, vfs);
}

}  // namespace sumi::store
