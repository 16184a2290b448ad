#pragma once

#include "http/api.h"

namespace sumi::http {

// Who may act in somebody's stead, in which role and until when.
void add_delegation_routes(Routes& routes);

}  // namespace sumi::http
