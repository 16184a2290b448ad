// What the proponent's routes share. Only for routes_proponent*.cc.
#pragma once

#include <string_view>

#include "http/route.h"

namespace sumi::http {

// http.not_found where the caller may not see the case, or is not one of its proponents.
[[nodiscard]] Result<void> must_see(const Call& call, ProjectNumber project);
[[nodiscard]] Result<void> must_be_proponent(const Call& call, ProjectNumber project);
// The day of the store: a demo's own time may stand still.
[[nodiscard]] Result<Date> today_of(const Call& call);
// Of an upload that leads to a command: the header's text, the act and the body's hash. http.key_missing.
[[nodiscard]] Result<IdempotencyKey> upload_key(const Call& call, std::string_view act);

}  // namespace sumi::http
