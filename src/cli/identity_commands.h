// sumi demo: the sign-ins of a demo or training store. sumi identity: what whoever runs the machine does for who cannot sign in.
#pragma once

#include <string>

#include "cli/context.h"

namespace sumi::cli {

// The present code of the user's authenticator. Read from the file beside the store, so that it works while a server has the store open.
int run_demo_code(const Context&, const std::string& login);
// Every sign-in with its password.
int run_demo_logins(const Context&);
// A lost authenticator where four eyes cannot be had (service/identity.h): authenticator, recovery codes, password and sessions of that user end, and a code to begin
// anew is printed, for a day and once. While no server has the store open. cli.four_eyes_possible.
int run_identity_replace(const Context&, const std::string& login);

}  // namespace sumi::cli
