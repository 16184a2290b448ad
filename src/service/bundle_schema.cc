// schema.json of a bundle: the field lists of base/describe.h, written down for readers that are not this program.
//
// Every kind of value that encode_value() knows has one word here; a type that it would not know does not compile, so the two cannot part.
#include <type_traits>

#include "service/bundle.h"

namespace sumi::service {
namespace {

Tree kind_of(const char* word) {
  Tree t = Tree::make_table();
  t.add("kind", Tree::make_string(word));
  return t;
}

template <class T> Tree value_schema();

// The fields of a struct, in the order of their bytes.
struct FieldLister {
  Tree list = Tree::make_array();
  bool with_part = false;
  template <class T> void operator()(Part part, const char* name, T&) {
    Tree field = Tree::make_table();
    field.add("name", Tree::make_string(name));
    if (with_part) field.add("part", Tree::make_string(part == Part::open ? "public" : "party"));
    for (auto& member : value_schema<std::remove_const_t<T>>().members) field.members.push_back(std::move(member));
    list.items.push_back(std::move(field));
  }
};
template <class T>
Tree fields_of(bool with_part) {
  T value{};
  FieldLister lister;
  lister.with_part = with_part;
  T::fields(value, lister);
  return std::move(lister.list);
}

template <class T>
Tree value_schema() {
  if constexpr (std::is_same_v<T, bool>) {
    return kind_of("bool");
  } else if constexpr (std::is_enum_v<T> || std::unsigned_integral<T> || is_number<T>::value) {
    return kind_of("varint");
  } else if constexpr (std::signed_integral<T>) {
    return kind_of("zigzag");
  } else if constexpr (std::is_same_v<T, std::string>) {
    return kind_of("string");
  } else if constexpr (std::is_base_of_v<Id128, T>) {
    return kind_of("bytes16");
  } else if constexpr (std::is_same_v<T, Hash>) {
    return kind_of("bytes32");
  } else if constexpr (std::is_same_v<T, Sealed>) {
    return kind_of("sealed");
  } else if constexpr (std::is_same_v<T, Date>) {
    return kind_of("date");
  } else if constexpr (std::is_same_v<T, FiscalYear>) {
    return kind_of("fiscal_year");
  } else if constexpr (std::is_same_v<T, Instant>) {
    return kind_of("instant");
  } else if constexpr (std::is_same_v<T, Period>) {
    return kind_of("period");
  } else if constexpr (is_vector<T>::value || is_optional<T>::value) {
    Tree t = kind_of(is_vector<T>::value ? "vector" : "optional");
    t.add("of", value_schema<typename T::value_type>());
    return t;
  } else {
    Tree t = kind_of("struct");
    t.add("fields", fields_of<T>(false));
    return t;
  }
}

Tree number(std::uint64_t n) { return Tree::make_number(std::to_string(n)); }

template <class C>
Tree type_schema() {
  Tree t = Tree::make_table();
  t.add("type", number(scheme::CommandType<C>::number));
  t.add("version", number(scheme::CommandType<C>::version));
  t.add("name", Tree::make_string(std::string(scheme::command_name<C>())));
  t.add("command", fields_of<C>(true));
  t.add("outcome", fields_of<typename C::Outcome>(true));
  return t;
}

template <class Key, class Row, class Rows>
Tree table_schema(const std::string& name, const Table<Key, Row, Rows>&) {
  Tree t = Tree::make_table();
  t.add("name", Tree::make_string(name));
  t.add("key", value_schema<Key>());
  t.add("row", value_schema<Row>());
  return t;
}

}  // namespace

Tree bundle_schema() {
  using namespace scheme;  // SUMI_COMMANDS names its structs from there
  Tree t = Tree::make_table();
  t.add("format", Tree::make_string("sumi schema 1"));
  Tree& types = t.add("types", Tree::make_array());
#define SUMI_TYPE_SCHEMA(number_, version_, Struct) types.items.push_back(type_schema<Struct>());
  SUMI_COMMANDS(SUMI_TYPE_SCHEMA)
#undef SUMI_TYPE_SCHEMA
  const State empty;
  t.add("state_version", number(empty.dump().front()));
  Tree& tables = t.add("tables", Tree::make_array());
  empty.each_table([&](const std::string& name, const auto& table) { tables.items.push_back(table_schema(name, table)); });
  return t;
}

}  // namespace sumi::service
