// JSON Schema (2020-12, as OpenAPI 3.1 has it) of described types: from the same lists of fields that read and write the JSON.
//
// A described type becomes a component named by its room and name ("registry.Transfer"). What is read and what is written differ: nothing is required in what is
// read (a missing key leaves the default, and the rules say what they miss), while a written value tells which keys always stand; a type that is read has
// the component "registry.Transfer.input". A sealed field is read as plain text and written as its commitment.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "wire/tree_codec.h"

namespace sumi::wire {

enum class Direction : std::uint8_t { read, written };

// The components by name. A type that holds itself is named before it is described. What "sumi::http::(anonymous namespace)::X" is called is "http.X": two types
// whose names would be the same are a mistake of the program, and schema_of() throws (std::logic_error), so that no server starts with it.
struct Component {
  Tree schema;
  const void* type = nullptr;  // stands for the type
};
using Components = std::map<std::string, Component, std::less<>>;

template <class T> [[nodiscard]] Tree schema_of(Direction direction, Components& components);

namespace detail {
[[nodiscard]] Tree schema_type(std::string_view type);
[[nodiscard]] Tree schema_text(std::string_view format, std::string_view pattern, std::string_view example);
[[nodiscard]] Tree schema_reference(const std::string& name);
// "sumi::registry::Transfer" -> "registry.Transfer"; what stands in no named namespace of its own is called by the one around it.
[[nodiscard]] std::string component_name(std::string_view pretty, Direction direction);

// Its address is the type's: two types of one name in two files have two.
template <class T> inline char type_mark = 0;
// Whether the component is still to be described. Throws where another type has the name.
[[nodiscard]] bool begin_component(Components& components, const std::string& name, const void* type);

template <class T> [[nodiscard]] std::string_view pretty_name() {
  constexpr std::string_view whole = __PRETTY_FUNCTION__;
  const auto begin = whole.find("T = ") + 4;
  return whole.substr(begin, whole.find_first_of(";]", begin) - begin);
}

template <class T> [[nodiscard]] constexpr bool may_be_absent() {
  return is_number<T>::value || std::is_same_v<T, Sealed> || std::is_base_of_v<Id128, T> || std::is_same_v<T, Hash> || std::is_same_v<T, FiscalYear> ||
         std::is_same_v<T, PartialDate> || is_optional<T>::value;
}

struct SchemaFields {
  Direction direction;
  Components& components;
  Tree& properties;
  Tree& required;
  template <class T> void operator()(Part, const char* name, const T&) {
    properties.add(name, schema_of<T>(direction, components));
    if (direction == Direction::written && !may_be_absent<T>()) required.items.push_back(Tree::make_string(name));
  }
};
}  // namespace detail

template <class T> Tree schema_of(Direction direction, Components& components) {
  using namespace detail;
  if constexpr (std::is_same_v<T, bool>) {
    return schema_type("boolean");
  } else if constexpr (std::is_same_v<T, Tree>) {
    return Tree::make_table();  // anything
  } else if constexpr (std::is_enum_v<T>) {
    Tree schema = schema_type("string");
    Tree& words = schema.add("enum", Tree::make_array());
    for (const auto& entry : enum_names(T{})) words.items.push_back(Tree::make_string(std::string(entry.first)));
    return schema;
  } else if constexpr (std::integral<T>) {
    if constexpr (sizeof(T) == 8) {
      // Beyond 2^53 as text of digits.
      Tree schema = Tree::make_table();
      Tree& types = schema.add("type", Tree::make_array());
      types.items = {Tree::make_string("integer"), Tree::make_string("string")};
      schema.add("pattern", Tree::make_string(std::is_signed_v<T> ? "^-?[0-9]+$" : "^[0-9]+$"));
      if constexpr (!std::is_signed_v<T>) schema.add("minimum", Tree::make_number("0"));
      return schema;
    } else {
      Tree schema = schema_type("integer");
      schema.add("minimum", Tree::make_number(std::to_string(std::numeric_limits<T>::min())));
      schema.add("maximum", Tree::make_number(std::to_string(std::numeric_limits<T>::max())));
      return schema;
    }
  } else if constexpr (std::is_same_v<T, std::string>) {
    return schema_type("string");
  } else if constexpr (is_number<T>::value) {
    Tree schema = schema_type("integer");
    schema.add("minimum", Tree::make_number("1"));
    return schema;
  } else if constexpr (std::is_base_of_v<Id128, T>) {
    return schema_text("", "^[0-9a-f]{32}$", "");
  } else if constexpr (std::is_same_v<T, Hash>) {
    return schema_text("", "^[0-9a-f]{64}$", "");
  } else if constexpr (std::is_same_v<T, Sealed>) {
    if (direction == Direction::read) return schema_type("string");
    return schema_text("", "^[0-9a-f]{64}$", "");
  } else if constexpr (std::is_same_v<T, Date>) {
    return schema_text("date", "", "2026-04-01");
  } else if constexpr (std::is_same_v<T, Instant>) {
    return schema_text("date-time", "", "2026-04-01T00:00:00.000Z");
  } else if constexpr (std::is_same_v<T, PartialDate>) {
    return schema_text("", "", "2018-04");
  } else if constexpr (TextValue<T>) {
    return schema_type("string");
  } else if constexpr (is_vector<T>::value) {
    Tree schema = schema_type("array");
    schema.add("items", schema_of<typename T::value_type>(direction, components));
    return schema;
  } else if constexpr (is_optional<T>::value) {
    return schema_of<typename T::value_type>(direction, components);
  } else {
    const std::string name = component_name(pretty_name<T>(), direction);
    if (begin_component(components, name, &type_mark<T>)) {
      Tree schema = schema_type("object");
      Tree properties = Tree::make_table();
      Tree required = Tree::make_array();
      SchemaFields fields{direction, components, properties, required};
      const T value{};
      T::fields(value, fields);
      schema.add("properties", std::move(properties));
      if (!required.items.empty()) schema.add("required", std::move(required));
      schema.add("additionalProperties", Tree::make_boolean(false));
      components[name].schema = std::move(schema);
    }
    return schema_reference(name);
  }
}

}  // namespace sumi::wire
