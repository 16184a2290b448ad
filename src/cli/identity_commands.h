// sumi demo: the sign-ins of a demo or training store.
#pragma once

#include <string>

#include "cli/context.h"

namespace sumi::cli {

// The present code of the user's authenticator. Read from the file beside the store, so that it works while a server has the store open.
int run_demo_code(const Context&, const std::string& login);
// Every sign-in with its password.
int run_demo_logins(const Context&);

}  // namespace sumi::cli
