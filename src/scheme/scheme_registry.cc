// What the registry is asked and needs more than its own tables for: projects, successions, names, what a unit may be used for.
#include "scheme/scheme.h"

namespace sumi::scheme {

Result<registry::SetAccountControl::Outcome> State::decide_here(const registry::SetAccountControl& c, const Act& act, const Rules& rules) const { return registry_.decide(c, act, *this, rules.registry); }

Result<registry::SucceedAccount::Outcome> State::decide_here(const registry::SucceedAccount& c, const Act& act, const Rules& rules) const { return registry_.decide(c, act, *this, rules.registry); }

Result<registry::ApplyRetirement::Outcome> State::decide_here(const registry::ApplyRetirement& c, const Act& act, const Rules& rules) const { return registry_.decide(c, act, *this, rules.registry); }

Result<registry::RecordSite::Outcome> State::decide_here(const registry::RecordSite& c, const Act& act, const Rules& rules) const { return registry_.decide(c, act, *this, rules.registry); }

Result<registry::ReleaseBuffer::Outcome> State::decide_here(const registry::ReleaseBuffer& c, const Act& act, const Rules& rules) const { return registry_.decide(c, act, *this, rules.registry); }

Result<registry::FileAccountDocuments::Outcome> State::decide_here(const registry::FileAccountDocuments& c, const Act& act, const Rules& rules) const { return registry_.decide(c, act, *this, rules.registry); }

Result<registry::RetirementExecuted> State::decide_here(const registry::ExecuteRetirement& c, const Act& act, const Rules& rules) const {
  std::string name;
  std::string number;
  if (const auto* request = registry_.retirements().find(c.retirement)) {
    const auto& user = organisations_.at(request->user);
    name = user.name_on(act.time.date_in_japan());
    number = user.corporate_number;
  }
  return registry_.decide(c, act, rules.registry, name, number);
}

}  // namespace sumi::scheme
