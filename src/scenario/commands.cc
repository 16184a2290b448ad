#include "scenario/commands.h"

#include "project/names.h"
#include "registry/names.h"
#include "scenario/errors.h"
#include "scheme/names.h"

namespace sumi::scenario {

namespace {

struct SealedCollector {
  std::vector<std::string> names;
  template <class T> void operator()(Part, const char* name, const T&) {
    if constexpr (std::is_same_v<T, Sealed>) names.emplace_back(name);
  }
};
struct SealedSetter {
  std::string_view field;
  const Sealed& value;
  template <class T> void operator()(Part, const char* name, T& v) {
    if constexpr (std::is_same_v<T, Sealed>) {
      if (name == field) v = value;
    }
  }
};
// Looks at the first field only: an outcome that makes something begins with its number.
struct FirstNumber {
  bool first = true;
  std::optional<GivenNumber> found;
  template <class T> void operator()(Part, const char*, const T& v) {
    if (first) look(v);
    first = false;
  }
  template <class Tag> void look(const Number<Tag>& v) {
    if (v) found = GivenNumber{wire::number_kind<Tag>, v.value};
  }
  template <class T> void look(const T&) {}
};

// Calls f with a fresh command of that name; false if there is none.
template <class F> bool with_command(std::string_view name, F&& f) {
  if (const auto colon = name.rfind(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
  using namespace scheme;
#define SUMI_SCENARIO_COMMAND(number_, version_, Struct) \
  if (name == command_name<Struct>()) {                  \
    f(Struct{});                                         \
    return true;                                         \
  }
  SUMI_COMMANDS(SUMI_SCENARIO_COMMAND)
#undef SUMI_SCENARIO_COMMAND
  return false;
}

}  // namespace

const std::vector<std::string_view>& command_names() {
  using namespace scheme;
#define SUMI_SCENARIO_NAME(number_, version_, Struct) command_name<Struct>(),
  static const std::vector<std::string_view> names{SUMI_COMMANDS(SUMI_SCENARIO_NAME)};
#undef SUMI_SCENARIO_NAME
  return names;
}

Result<scheme::AnyCommand> command_from_tree(std::string_view name, const Tree& tree, const wire::Reading& how) {
  std::optional<Result<scheme::AnyCommand>> result;
  with_command(name, [&]<class C>(const C&) {
    auto command = wire::from_tree<C>(tree, how);
    if (command) result.emplace(scheme::AnyCommand(*std::move(command)));
    else result.emplace(fail(std::move(command).error()));
  });
  if (result) return *std::move(result);
  std::string known;
  for (const auto n : command_names()) known += (known.empty() ? "" : ", ") + std::string(n);
  const std::string near(wire::nearest(name, command_names()));
  return fail(errors::command_unknown,
      {{"text", std::string(name)}, {"known", known}, {"hint_ja", near.empty() ? "" : "「" + near + "」の書き間違いではありませんか。"},
          {"hint_en", near.empty() ? "" : "Did you mean \"" + near + "\"? "}},
      tree.place);
}

std::vector<std::string> sealed_fields(std::string_view name) {
  SealedCollector fields;
  with_command(name, [&]<class C>(const C& c) { C::fields(c, fields); });
  return fields.names;
}

void set_sealed(scheme::AnyCommand& command, std::string_view field, const Sealed& value) {
  SealedSetter setter{field, value};
  std::visit([&]<class C>(C& c) { C::fields(c, setter); }, command);
}

Tree outcome_tree(const scheme::AnyOutcome& outcome) {
  return std::visit([](const auto& o) { return wire::to_tree(o); }, outcome);
}

std::optional<GivenNumber> given_number(const scheme::AnyOutcome& outcome) {
  FirstNumber first;
  std::visit([&]<class O>(const O& o) { O::fields(o, first); }, outcome);
  // The public record of a use names its user; that is nobody new.
  if (std::holds_alternative<registry::Retired>(outcome)) return std::nullopt;
  return first.found;
}

}  // namespace sumi::scenario
