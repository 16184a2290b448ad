// The sign-ins of a demo or training store, in a file beside it: `sumi demo code` reads it while the server has the store open. Only such stores have one; a
// backup leaves it out.
//
//   sumi demo logins 1
//   LOGIN<TAB>PASSWORD<TAB>BASE32
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace sumi::service {

struct DemoLogin {
  std::string login, password;
  std::string secret;  // base32; "" = no second factor
};
// Takes the place of the line with the same login.
Result<void> note_demo_login(const std::string& folder, const DemoLogin& login);
// None where there is no such file.
[[nodiscard]] Result<std::vector<DemoLogin>> demo_logins(const std::string& folder);

}  // namespace sumi::service
