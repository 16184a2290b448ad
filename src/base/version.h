// The version of this program, as CMakeLists.txt says it in project(): the only place where it is written.
#pragma once

#include <string_view>

namespace sumi {

// "0.3.0"
[[nodiscard]] std::string_view version();

}  // namespace sumi
