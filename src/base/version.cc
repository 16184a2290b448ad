#include "base/version.h"

namespace sumi {

std::string_view version() { return SUMI_VERSION; }

}  // namespace sumi
