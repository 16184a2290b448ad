#include "wire/schema.h"

#include <stdexcept>

namespace sumi::wire::detail {

Tree schema_type(std::string_view type) {
  Tree schema = Tree::make_table();
  schema.add("type", Tree::make_string(std::string(type)));
  return schema;
}

Tree schema_text(std::string_view format, std::string_view pattern, std::string_view example) {
  Tree schema = schema_type("string");
  if (!format.empty()) schema.add("format", Tree::make_string(std::string(format)));
  if (!pattern.empty()) schema.add("pattern", Tree::make_string(std::string(pattern)));
  if (!example.empty()) {
    Tree examples = Tree::make_array();
    examples.items.push_back(Tree::make_string(std::string(example)));
    schema.add("examples", std::move(examples));
  }
  return schema;
}

Tree schema_reference(const std::string& name) {
  Tree schema = Tree::make_table();
  schema.add("$ref", Tree::make_string("#/components/schemas/" + name));
  return schema;
}

bool begin_component(Components& components, const std::string& name, const void* type) {
  const auto [found, added] = components.try_emplace(name, Component{Tree{}, type});
  if (!added && found->second.type != type) throw std::logic_error("two types would both be described as " + name);
  return added;
}

std::string component_name(std::string_view pretty, Direction direction) {
  constexpr std::string_view root = "sumi::", unnamed = "{anonymous}::";
  std::string out;
  for (std::size_t i = 0; i < pretty.size();) {
    if (pretty.substr(i).starts_with(root) && (i == 0 || pretty[i - 1] == '<' || pretty[i - 1] == ' ')) {
      i += root.size();
    } else if (pretty.substr(i).starts_with(unnamed)) {
      i += unnamed.size();
    } else if (pretty.substr(i).starts_with("::")) {
      out += '.';
      i += 2;
    } else {
      const char c = pretty[i++];
      const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
      if (word) out += c;
      else if (c == '<') out += '-';
    }
  }
  if (direction == Direction::read) out += ".input";
  return out;
}

}  // namespace sumi::wire::detail
