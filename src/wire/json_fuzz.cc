// Any bytes through parse_json. What is accepted is written and read again: the text and the values must stay the same.
#include <cstdint>
#include <cstdlib>

#include "wire/json.h"

namespace {

bool same(const sumi::Tree& a, const sumi::Tree& b) {
  if (a.members.size() != b.members.size() || a.items.size() != b.items.size() || a.text != b.text) return false;
  // A number that JavaScript would change is written as text.
  if (a.kind != b.kind && !(a.kind == sumi::Tree::Kind::number && b.kind == sumi::Tree::Kind::string)) return false;
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    if (!same(a.items[i], b.items[i])) return false;
  }
  for (std::size_t i = 0; i < a.members.size(); ++i) {
    if (a.members[i].first != b.members[i].first || !same(a.members[i].second, b.members[i].second)) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto tree = sumi::wire::parse_json({reinterpret_cast<const char*>(data), size}, "fuzz");
  if (!tree) {
    if (sumi::describe_error(tree.error(), sumi::Language::ja).empty()) std::abort();
    return 0;
  }
  const std::string written = sumi::wire::to_json(*tree, size % 2 == 0);
  const auto again = sumi::wire::parse_json(written, "again");
  if (!again || !same(*tree, *again) || sumi::wire::to_json(*again, size % 2 == 0) != written) std::abort();
  return 0;
}
