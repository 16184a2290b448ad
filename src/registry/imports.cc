// Units of other programmes, expiry, release of the buffer.
#include <stdexcept>

#include "registry/registry.h"

namespace sumi::registry {

Result<ImportUnits::Outcome> Registry::decide(const ImportUnits&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("ImportUnits is not built"); }
void Registry::apply(const ImportUnits&, const ImportUnits::Outcome&, const Act&) { throw std::logic_error("ImportUnits is not built"); }

Result<ExpireUnits::Outcome> Registry::decide(const ExpireUnits&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("ExpireUnits is not built"); }
void Registry::apply(const ExpireUnits&, const ExpireUnits::Outcome&, const Act&) { throw std::logic_error("ExpireUnits is not built"); }

Result<ReleaseBuffer::Outcome> Registry::decide(const ReleaseBuffer&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("ReleaseBuffer is not built"); }
void Registry::apply(const ReleaseBuffer&, const ReleaseBuffer::Outcome&, const Act&) { throw std::logic_error("ReleaseBuffer is not built"); }

}  // namespace sumi::registry
