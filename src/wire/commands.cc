#include "wire/commands.h"

#include <algorithm>

#include "project/names.h"
#include "registry/names.h"
#include "scheme/names.h"
#include "scheme/sealed.h"

namespace sumi::wire {

namespace {

// Takes the texts of sealed fields out of a command's tree, at any depth.
struct SealedTexts {
  Tree& tree;
  std::string path;
  std::vector<std::pair<std::string, std::string>>& out;
  template <class T> void operator()(Part, const char* name, const T&) {
    const auto member = std::find_if(tree.members.begin(), tree.members.end(), [&](const auto& m) { return m.first == name; });
    if (member == tree.members.end()) return;
    const std::string at = path.empty() ? std::string(name) : path + '.' + name;
    if constexpr (std::is_same_v<T, Sealed>) {
      // What is no scalar stays for the reader, who refuses it.
      if (member->second.is_table() || member->second.is_array() || member->second.kind == Tree::Kind::null) return;
      out.emplace_back(at, member->second.text);
      tree.members.erase(member);
    } else if constexpr (is_vector<T>::value) {
      if constexpr (Described<typename T::value_type>) {
        for (std::size_t i = 0; i < member->second.items.size(); ++i) look<typename T::value_type>(member->second.items[i], at + '[' + std::to_string(i) + ']');
      }
    } else if constexpr (Described<T>) {
      look<T>(member->second, at);
    }
  }
  template <class T> void look(Tree& below, const std::string& at) {
    SealedTexts inner{below, at, out};
    const T none{};
    T::fields(none, inner);
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
    if (v) found = GivenNumber{number_kind<Tag>, v.value};
  }
  template <class T> void look(const T&) {}
};

// Calls f with a fresh command of that name; false if there is none.
template <class F> bool with_command(std::string_view name, F&& f) {
  if (const auto colon = name.rfind(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
  using namespace scheme;
#define SUMI_WIRE_COMMAND(number_, version_, Struct) \
  if (name == command_name<Struct>()) {                  \
    f(Struct{});                                         \
    return true;                                         \
  }
  SUMI_COMMANDS(SUMI_WIRE_COMMAND)
#undef SUMI_WIRE_COMMAND
  return false;
}

}  // namespace

const std::vector<std::string_view>& command_names() {
  using namespace scheme;
#define SUMI_WIRE_NAME(number_, version_, Struct) command_name<Struct>(),
  static const std::vector<std::string_view> names{SUMI_COMMANDS(SUMI_WIRE_NAME)};
#undef SUMI_WIRE_NAME
  return names;
}

std::optional<Result<scheme::AnyCommand>> command_from_tree(std::string_view name, const Tree& tree, const Reading& how) {
  std::optional<Result<scheme::AnyCommand>> result;
  with_command(name, [&]<class C>(const C&) {
    auto command = from_tree<C>(tree, how);
    if (command) result.emplace(scheme::AnyCommand(*std::move(command)));
    else result.emplace(fail(std::move(command).error()));
  });
  return result;
}

std::vector<std::pair<std::string, std::string>> take_sealed(std::string_view name, Tree& tree) {
  std::vector<std::pair<std::string, std::string>> out;
  SealedTexts texts{tree, {}, out};
  with_command(name, [&]<class C>(const C& c) { C::fields(c, texts); });
  return out;
}

void set_sealed(scheme::AnyCommand& command, std::string_view field, const Sealed& value) {
  scheme::for_each_sealed(command, [&](const std::string& path, std::uint32_t, Sealed& v) {
    if (path == field) v = value;
  });
}

std::optional<Tree> command_schema(std::string_view name, Components& components) {
  std::optional<Tree> schema;
  with_command(name, [&]<class C>(const C&) { schema = schema_of<C>(Direction::read, components); });
  return schema;
}

std::optional<Tree> outcome_schema(std::string_view name, Components& components) {
  std::optional<Tree> schema;
  with_command(name, [&]<class C>(const C&) { schema = schema_of<typename C::Outcome>(Direction::written, components); });
  return schema;
}

Tree outcome_tree(const scheme::AnyOutcome& outcome) {
  return std::visit([](const auto& o) { return to_tree(o); }, outcome);
}

std::optional<GivenNumber> given_number(const scheme::AnyOutcome& outcome) {
  FirstNumber first;
  std::visit([&]<class O>(const O& o) { O::fields(o, first); }, outcome);
  // The public record of a use names its user; that is nobody new.
  if (std::holds_alternative<registry::Retired>(outcome)) return std::nullopt;
  return first.found;
}

}  // namespace sumi::wire
