// What a scenario looks up: rows of the state as trees, and whether they are as expected.
#pragma once

#include "scenario/bindings.h"
#include "scenario/script.h"

namespace sumi::scenario {

// The row that words like {account, A1} or {report, P1, 1} name. Errors: scenario.row_unknown, scenario.name_unknown.
[[nodiscard]] Result<Tree> row_tree(const std::vector<Tree>& words, const Bindings& bindings, World& world);
// How many words belong to the row's name: {balance, A1} 2, {report, P1, 1} 3; nothing = there is no such kind.
[[nodiscard]] std::optional<std::size_t> row_words(std::string_view kind);

// Errors: scenario.differs, scenario.field_unknown and those of row_tree.
[[nodiscard]] Result<void> expect(const Line& line, const Bindings& bindings, World& world);
// Each field of `expected` against the outcome or row `actual`, which is called `what` in messages.
[[nodiscard]] Result<void> expect_fields(const std::vector<Tree::Member>& expected, const Tree& actual, const std::string& what, const Bindings& bindings);

}  // namespace sumi::scenario
