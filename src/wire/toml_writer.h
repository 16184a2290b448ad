// Trees -> TOML 1.0, for plans that the program writes. parse_toml() reads back the same values; since TOML puts a table's plain values before
// its tables, members may change their order.
#pragma once

#include <string>

#include "base/tree.h"

namespace sumi::wire {

// `tree` is a table. A list whose items are all tables becomes [[name]] sections; other lists stand on one line. Absent (null) members are left
// out; a null within a list, or a root that is no table, is wire.not_writable. Whole numbers beyond 64 bits are written as text.
[[nodiscard]] Result<std::string> to_toml(const Tree& tree);

}  // namespace sumi::wire
