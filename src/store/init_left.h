// What a `sumi init` leaves that the machine's end broke off.
#pragma once

#include <string>

namespace sumi::store {

// The folder holds something, nothing but what an init makes, and no entry: no evidence, no snapshot, no second person, no sealed value. Where a store stood and was
// damaged there is more than that, or the answer is false.
[[nodiscard]] bool init_left(const std::string& folder, const char* vfs = nullptr);

}  // namespace sumi::store
