// Authorisations, first transfers, corresponding adjustments.
#include <stdexcept>

#include "registry/registry.h"

namespace sumi::registry {

Result<AuthoriseUnits::Outcome> Registry::decide(const AuthoriseUnits&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("AuthoriseUnits is not built"); }
void Registry::apply(const AuthoriseUnits&, const AuthoriseUnits::Outcome&, const Act&) { throw std::logic_error("AuthoriseUnits is not built"); }

Result<WithdrawAuthorisation::Outcome> Registry::decide(const WithdrawAuthorisation&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("WithdrawAuthorisation is not built"); }
void Registry::apply(const WithdrawAuthorisation&, const WithdrawAuthorisation::Outcome&, const Act&) { throw std::logic_error("WithdrawAuthorisation is not built"); }

Result<RecordFirstTransfer::Outcome> Registry::decide(const RecordFirstTransfer&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("RecordFirstTransfer is not built"); }
void Registry::apply(const RecordFirstTransfer&, const RecordFirstTransfer::Outcome&, const Act&) { throw std::logic_error("RecordFirstTransfer is not built"); }

Result<RecordAdjustment::Outcome> Registry::decide(const RecordAdjustment&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("RecordAdjustment is not built"); }
void Registry::apply(const RecordAdjustment&, const RecordAdjustment::Outcome&, const Act&) { throw std::logic_error("RecordAdjustment is not built"); }

}  // namespace sumi::registry
