// Every command of the scheme by its name, through the one description per type: a new command needs no code here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scheme/scheme.h"
#include "wire/schema.h"
#include "wire/tree_codec.h"

namespace sumi::wire {

// "Transfer", "DraftProject" ... in the order of their types.
[[nodiscard]] const std::vector<std::string_view>& command_names();
// Nothing: there is no command of that name. Errors: those of from_tree.
[[nodiscard]] std::optional<Result<scheme::AnyCommand>> command_from_tree(std::string_view name, const Tree& tree, const Reading& how);
// Takes the texts of the fields that are kept sealed out of the tree: their paths ("note", "members[3].name") and what they say.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> take_sealed(std::string_view name, Tree& tree);
void set_sealed(scheme::AnyCommand& command, std::string_view field, const Sealed& value);

// The schema of a command's fields as they are read, and of its outcome as it is written. Nothing: there is no command of that name.
[[nodiscard]] std::optional<Tree> command_schema(std::string_view name, Components& components);
[[nodiscard]] std::optional<Tree> outcome_schema(std::string_view name, Components& components);

[[nodiscard]] Tree outcome_tree(const scheme::AnyOutcome& outcome);
// The number that an outcome gives to what was made; nothing where it gives none.
struct GivenNumber {
  std::string_view kind;  // "account"
  std::uint64_t number = 0;
};
[[nodiscard]] std::optional<GivenNumber> given_number(const scheme::AnyOutcome& outcome);

}  // namespace sumi::wire
