// config show and config check: the server's configuration file.
#pragma once

#include <string>

#include "cli/context.h"

namespace sumi::cli {

// `file`: its settings with what it leaves out; "": the defaults. As a commented TOML file, or as JSON.
int run_config_show(const Context&, const std::string& file);
// Every slip of the file at once, and of what it names.
int run_config_check(const Context&, const std::string& file);

}  // namespace sumi::cli
