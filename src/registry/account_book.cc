// What accounts have beyond opening and closing.
#include <stdexcept>

#include "registry/registry.h"

namespace sumi::registry {

Result<FileAccountDocuments::Outcome> Registry::decide(const FileAccountDocuments&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("FileAccountDocuments is not built"); }
void Registry::apply(const FileAccountDocuments&, const FileAccountDocuments::Outcome&, const Act&) { throw std::logic_error("FileAccountDocuments is not built"); }

Result<SetAccountControl::Outcome> Registry::decide(const SetAccountControl&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("SetAccountControl is not built"); }
void Registry::apply(const SetAccountControl&, const SetAccountControl::Outcome&, const Act&) { throw std::logic_error("SetAccountControl is not built"); }

Result<SuspendAccount::Outcome> Registry::decide(const SuspendAccount&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("SuspendAccount is not built"); }
void Registry::apply(const SuspendAccount&, const SuspendAccount::Outcome&, const Act&) { throw std::logic_error("SuspendAccount is not built"); }

Result<SucceedAccount::Outcome> Registry::decide(const SucceedAccount&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("SucceedAccount is not built"); }
void Registry::apply(const SucceedAccount&, const SucceedAccount::Outcome&, const Act&) { throw std::logic_error("SucceedAccount is not built"); }

Result<AppointAgent::Outcome> Registry::decide(const AppointAgent&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("AppointAgent is not built"); }
void Registry::apply(const AppointAgent&, const AppointAgent::Outcome&, const Act&) { throw std::logic_error("AppointAgent is not built"); }

Result<DismissAgent::Outcome> Registry::decide(const DismissAgent&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("DismissAgent is not built"); }
void Registry::apply(const DismissAgent&, const DismissAgent::Outcome&, const Act&) { throw std::logic_error("DismissAgent is not built"); }

bool Registry::may_act(AccountNumber account, const Act& act, AgentScope scope) const {
  const auto* row = accounts_.find(account);
  if (row == nullptr) return false;
  if (row->organisation == act.on_behalf_of) return true;
  const auto* agent = account_book_.agents.find({account, act.on_behalf_of});
  const auto today = act.time.date_in_japan();
  if (agent == nullptr || today < agent->from || agent->until < today) return false;
  return scope == AgentScope::transfers ? agent->transfers : agent->retires;
}

bool Registry::needs_second(AccountNumber account, std::uint64_t units) const {
  const auto* control = account_book_.controls.find(account);
  return control != nullptr && control->second_person && units > control->above;
}

}  // namespace sumi::registry
