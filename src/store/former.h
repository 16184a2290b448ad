// The form that a database had before a newer program changed it, as a copy beside it: NAME.form-2 is people.db as the program of its second form left it.
//
// Who was erased since must not stand in such a copy: an erasure removes it (people.h, erase_sealed).
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "store/sqlite.h"

namespace sumi::store {

// The whole database as it is now, durable, as PATH.form-VERSION; one that is there already is replaced. store.database_unwritable, database_unreadable.
Result<void> keep_former(const Database& database, std::int64_t version);
// Every such copy of the database at `path` is gone from the folder when it returns. store.database_unwritable.
Result<void> remove_former(const std::string& path);

}  // namespace sumi::store
