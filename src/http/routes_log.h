// The security log, for the administrator: what happened around signing in, and what was refused of retiring and deciding.
#pragma once

#include "http/api.h"

namespace sumi::http {

void add_log_routes(Routes& routes);

}  // namespace sumi::http
