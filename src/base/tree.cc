#include "base/tree.h"

namespace sumi {

const Tree* Tree::find(std::string_view key) const {
  for (const auto& [name, value] : members) {
    if (name == key) return &value;
  }
  return nullptr;
}

}  // namespace sumi
