// registry ...: what the registry can say without an account.
#pragma once

#include <string>

#include "cli/context.h"

namespace sumi::cli {

// A serial of another programme, part by part. `programme`: a key of the rulebook's serial-grammars/programmes; empty: the form tells.
// `range`: "FIRST-LAST", a part of the block, is printed in the serial's own form.
int run_registry_serial(const Context&, const std::string& text, const std::string& programme, const std::string& range);

}  // namespace sumi::cli
