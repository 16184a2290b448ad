// Retirement with its uses, certificates, sites.
#include <stdexcept>

#include "registry/registry.h"

namespace sumi::registry {

Result<DivideRetirement::Outcome> Registry::decide(const DivideRetirement&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("DivideRetirement is not built"); }
void Registry::apply(const DivideRetirement&, const DivideRetirement::Outcome&, const Act&) { throw std::logic_error("DivideRetirement is not built"); }

Result<RecordSite::Outcome> Registry::decide(const RecordSite&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("RecordSite is not built"); }
void Registry::apply(const RecordSite&, const RecordSite::Outcome&, const Act&) { throw std::logic_error("RecordSite is not built"); }

Result<ApplyRetirement::Outcome> Registry::decide(const ApplyRetirement&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("ApplyRetirement is not built"); }
void Registry::apply(const ApplyRetirement&, const ApplyRetirement::Outcome&, const Act&) { throw std::logic_error("ApplyRetirement is not built"); }

Result<RetirementExecuted> Registry::decide(const ExecuteRetirement&, const Act&, const RegistryRules&, const std::string&, const std::string&) const { throw std::logic_error("ExecuteRetirement is not built"); }
void Registry::apply(const ExecuteRetirement&, const RetirementExecuted&, const Act&) { throw std::logic_error("ExecuteRetirement is not built"); }

}  // namespace sumi::registry
