// Any bytes as a list of members: read whole or refused with a place, and what is read has a canonical form that reads back to itself. Whatever stands as an
// address has a normal form that is its own normal form.
// fuzz: max_len=16384
#include <cstdlib>
#include <string_view>

#include "base/text.h"
#include "project/member_keys.h"
#include "project/member_list.h"

namespace {

using namespace sumi;
using namespace sumi::project;

void check_address(std::string_view text) {
  if (!valid_utf8(text)) return;
  const NormalAddress address = normal_address(text);
  if (address.place.empty()) return;
  const NormalAddress again = normal_address(address.text());
  if (again.place.empty() || !valid_utf8(address.text())) std::abort();
  static_cast<void>(normal_serial(text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  check_address(text.substr(0, 300));
  const auto list = read_member_list(text, "members.csv", 8);
  if (!list) {
    if (list.error().def == nullptr || describe_error(list.error(), Language::ja).empty()) std::abort();
    return 0;
  }
  for (const MemberRow& member : list->members) check_address(member.address);
  const auto again = read_member_list(list->canonical, "members.csv", 8);
  if (!again || again->canonical != list->canonical || again->hash != list->hash) std::abort();
  return 0;
}
