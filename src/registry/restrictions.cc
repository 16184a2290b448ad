// Restrictions of disposal and trusts.
#include <stdexcept>

#include "registry/registry.h"

namespace sumi::registry {

Result<RestrictUnits::Outcome> Registry::decide(const RestrictUnits&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("RestrictUnits is not built"); }
void Registry::apply(const RestrictUnits&, const RestrictUnits::Outcome&, const Act&) { throw std::logic_error("RestrictUnits is not built"); }

Result<LiftRestriction::Outcome> Registry::decide(const LiftRestriction&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("LiftRestriction is not built"); }
void Registry::apply(const LiftRestriction&, const LiftRestriction::Outcome&, const Act&) { throw std::logic_error("LiftRestriction is not built"); }

}  // namespace sumi::registry
