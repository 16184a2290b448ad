#include "verify/vocabulary.h"

#include <map>
#include <string_view>
#include <type_traits>

#include "base/describe.h"
#include "base/tree.h"
#include "scheme/commands.h"
#include "verify/report.h"
#include "verify/words.h"

namespace sumi::verify {

namespace {

// "sumi::registry::EndUse" -> "registry.EndUse".
template <class T> std::string type_name() {
  constexpr std::string_view whole = __PRETTY_FUNCTION__;
  const auto begin = whole.find("T = ") + 4;
  std::string out(whole.substr(begin, whole.find_first_of(";]", begin) - begin));
  if (out.starts_with("sumi::")) out.erase(0, 6);
  for (auto at = out.find("::"); at != std::string::npos; at = out.find("::")) out.replace(at, 2, ".");
  return out;
}

struct Vocabulary {
  std::map<std::string, Tree> enums;
  std::map<std::string, Tree> words;
};

Tree word(std::string_view text) { return Tree::make_string(std::string(text)); }
Tree wrapped(const char* kind, Tree inner) {
  Tree t = Tree::make_table();
  t.add(kind, std::move(inner));
  return t;
}

template <class E> void add_enum(Vocabulary& vocabulary, const std::string& name) {
  if (vocabulary.enums.contains(name)) return;
  Tree values = Tree::make_table();
  constexpr unsigned enumerators_max = 64;
  for (unsigned n = 0; n < enumerators_max; ++n) {
    const EnumWord found = enum_word(static_cast<E>(n));
    if (found.name.empty()) continue;
    Tree& pair = values.add(std::to_string(n), Tree::make_array());
    pair.items = {word(found.name), word(found.ja)};
  }
  vocabulary.enums.emplace(name, std::move(values));
}

template <class T> Tree kind_of(Vocabulary& vocabulary);

struct FieldLister {
  Vocabulary& vocabulary;
  Tree& list;
  bool with_part = false;
  template <class T> void operator()(Part part, const char* name, const T&) {
    Tree field = Tree::make_array();
    field.items.push_back(word(name));
    if (with_part) field.items.push_back(word(part == Part::open ? "public" : "party"));
    field.items.push_back(kind_of<T>(vocabulary));
    list.items.push_back(std::move(field));
    if (vocabulary.words.contains(name)) return;
    Tree both = Tree::make_array();
    both.items = {word(field_word(name, Language::ja)), word(field_word(name, Language::en))};
    vocabulary.words.emplace(name, std::move(both));
  }
};
template <class T> void list_fields(Vocabulary& vocabulary, Tree& list, bool with_part) {
  FieldLister lister{vocabulary, list, with_part};
  const T value{};
  T::fields(value, lister);
}

template <class T> Tree kind_of(Vocabulary& vocabulary) {
  if constexpr (std::is_same_v<T, bool>) {
    return word("bool");
  } else if constexpr (std::is_enum_v<T>) {
    const std::string name = type_name<T>();
    add_enum<T>(vocabulary, name);
    return wrapped("enum", word(name));
  } else if constexpr (is_number<T>::value) {
    return word("number");
  } else if constexpr (std::unsigned_integral<T>) {
    return word("varint");
  } else if constexpr (std::signed_integral<T>) {
    return word("zigzag");
  } else if constexpr (std::is_same_v<T, std::string>) {
    return word("string");
  } else if constexpr (std::is_base_of_v<Id128, T>) {
    return word("bytes16");
  } else if constexpr (std::is_same_v<T, Hash>) {
    return word("bytes32");
  } else if constexpr (std::is_same_v<T, Sealed>) {
    return word("sealed");
  } else if constexpr (std::is_same_v<T, Date>) {
    return word("date");
  } else if constexpr (std::is_same_v<T, FiscalYear>) {
    return word("fiscal_year");
  } else if constexpr (std::is_same_v<T, Instant>) {
    return word("instant");
  } else if constexpr (std::is_same_v<T, Period>) {
    return word("period");
  } else if constexpr (is_vector<T>::value) {
    return wrapped("vector", kind_of<typename T::value_type>(vocabulary));
  } else if constexpr (is_optional<T>::value) {
    return wrapped("optional", kind_of<typename T::value_type>(vocabulary));
  } else {
    Tree list = Tree::make_array();
    list_fields<T>(vocabulary, list, false);
    return wrapped("struct", std::move(list));
  }
}

template <class C> Tree entry_type(Vocabulary& vocabulary) {
  constexpr auto name = scheme::command_name<C>();
  Tree t = Tree::make_table();
  t.add("type", Tree::make_number(std::to_string(scheme::CommandType<C>::number)));
  t.add("version", Tree::make_number(std::to_string(scheme::CommandType<C>::version)));
  t.add("name", word(name));
  t.add("ja", word(act_word(name, Language::ja)));
  t.add("en", word(act_word(name, Language::en)));
  Tree& fields = t.add("fields", Tree::make_array());
  list_fields<C>(vocabulary, fields, true);
  list_fields<typename C::Outcome>(vocabulary, fields, true);
  return t;
}

std::string table_lines(const std::map<std::string, Tree>& rows) {
  std::string out;
  for (const auto& [name, value] : rows) out += (out.empty() ? "" : ",\n") + json_text(word(name)) + ": " + json_text(value);
  return "{\n" + out + "\n}";
}

}  // namespace

std::string entry_types_json() {
  using namespace scheme;  // SUMI_COMMANDS names its structs from there
  Vocabulary vocabulary;
  std::string types;
#define SUMI_ENTRY_TYPE(number_, version_, Struct) types += (types.empty() ? "" : ",\n") + json_text(entry_type<Struct>(vocabulary));
  SUMI_COMMANDS(SUMI_ENTRY_TYPE)
#undef SUMI_ENTRY_TYPE
  return "{\n\"format\": \"sumi entry types 1\",\n\"enums\": " + table_lines(vocabulary.enums) + ",\n\"words\": " + table_lines(vocabulary.words) + ",\n\"types\": [\n" + types + "\n]\n}\n";
}

}  // namespace sumi::verify
