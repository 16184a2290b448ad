#include "store/former.h"

#include <filesystem>

#include "store/copy.h"
#include "store/errors.h"

namespace sumi::store {

namespace fs = std::filesystem;

namespace {

Result<void> remove_file(const fs::path& file) {
  std::error_code error;
  fs::remove(file, error);
  if (error) return fail(errors::database_unwritable, {{"path", file.string()}, {"reason", error.message()}});
  return {};
}

}  // namespace

Result<void> keep_former(const Database& database, std::int64_t version) {
  const std::string to = database.path() + ".form-" + std::to_string(version), part = to + ".part";
  // What a broken-off start left: the database itself says what holds.
  SUMI_CHECK(remove_file(part));
  SUMI_CHECK(remove_file(to));
  {
    SUMI_TRY(const auto copy, DatabaseCopy::begin(database, part));
    for (bool whole = false; !whole;) {
      SUMI_TRY(whole, copy->step());
    }
  }
  // It holds what the database holds: nobody else may read it.
  std::error_code error;
  fs::permissions(part, fs::status(database.path(), error).permissions(), error);
  if (error) return fail(errors::database_unwritable, {{"path", part}, {"reason", error.message()}});
  return rename_durably(part, to);
}

Result<void> remove_former(const std::string& path) {
  const fs::path folder = fs::path(path).has_parent_path() ? fs::path(path).parent_path() : fs::path(".");
  const std::string begins = fs::path(path).filename().string() + ".form-";
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->path().filename().string().starts_with(begins)) SUMI_CHECK(remove_file(it->path()));
  }
  if (error) return fail(errors::database_unwritable, {{"path", folder.string()}, {"reason", error.message()}});
  return {};
}

}  // namespace sumi::store
