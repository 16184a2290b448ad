// What a reverse proxy tells of a request that it passes on.
#pragma once

#include "http/message.h"

namespace sumi::http {

// `peer`: the last address of X-Forwarded-For, which is the one that the proxy itself saw; what stands before it was sent by the other side and may be anything. As it
// was, where that is no IP address. `secure`: where X-Forwarded-Proto is "https".
void believe_proxy(Request& request);

}  // namespace sumi::http
