// A command by its name as a scenario writes it: wire/commands.h with the refusal of an unknown name.
#pragma once

#include <string_view>

#include "wire/commands.h"

namespace sumi::scenario {

using wire::command_names;
using wire::given_number;
using wire::GivenNumber;
using wire::outcome_tree;
using wire::set_sealed;
using wire::take_sealed;

// Errors: scenario.command_unknown, and those of wire::from_tree.
[[nodiscard]] Result<scheme::AnyCommand> command_from_tree(std::string_view name, const Tree& tree, const wire::Reading& how);

}  // namespace sumi::scenario
