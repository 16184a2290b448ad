// Rows of the scheme's work, as `expect` and `show` name them: round 60, item 60 3, finding P1 2, change P1 1 ...
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "scenario/bindings.h"

namespace sumi::scenario {

// How many words name a row of that kind, the kind itself among them; nothing: it is none of these.
[[nodiscard]] std::optional<std::size_t> work_row_words(std::string_view kind);
// The numbers behind the kind. Errors: scenario.name_unknown.
[[nodiscard]] Result<std::vector<std::uint64_t>> work_row_key(const std::vector<Tree>& words, const Bindings& bindings);
[[nodiscard]] std::optional<Tree> work_row(const scheme::State& state, std::string_view kind, const std::vector<std::uint64_t>& numbers);

}  // namespace sumi::scenario
