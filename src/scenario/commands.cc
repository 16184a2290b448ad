#include "scenario/commands.h"

#include "scenario/errors.h"

namespace sumi::scenario {

Result<scheme::AnyCommand> command_from_tree(std::string_view name, const Tree& tree, const wire::Reading& how) {
  if (auto command = wire::command_from_tree(name, tree, how)) return *std::move(command);
  std::string known;
  for (const auto n : command_names()) known += (known.empty() ? "" : ", ") + std::string(n);
  const std::string near(wire::nearest(name, command_names()));
  return fail(errors::command_unknown,
      {{"text", std::string(name)}, {"known", known}, {"hint_ja", near.empty() ? "" : "「" + near + "」の書き間違いではありませんか。"},
          {"hint_en", near.empty() ? "" : "Did you mean \"" + near + "\"? "}},
      tree.place);
}

}  // namespace sumi::scenario
