// Delegations, keys of the log and of the store, epochs, erasure, lapses.
#include <stdexcept>

#include "scheme/scheme.h"

namespace sumi::scheme {

Result<Delegate::Outcome> State::decide_here(const Delegate&, const Act&, const Rules&) const { throw std::logic_error("Delegate is not built"); }
void State::apply_here(const Delegate&, const Delegate::Outcome&, const Act&) { throw std::logic_error("Delegate is not built"); }

Result<EndDelegation::Outcome> State::decide_here(const EndDelegation&, const Act&, const Rules&) const { throw std::logic_error("EndDelegation is not built"); }
void State::apply_here(const EndDelegation&, const EndDelegation::Outcome&, const Act&) { throw std::logic_error("EndDelegation is not built"); }

Result<RotateLogKey::Outcome> State::decide_here(const RotateLogKey&, const Act&, const Rules&) const { throw std::logic_error("RotateLogKey is not built"); }
void State::apply_here(const RotateLogKey&, const RotateLogKey::Outcome&, const Act&) { throw std::logic_error("RotateLogKey is not built"); }

Result<Rekey::Outcome> State::decide_here(const Rekey&, const Act&, const Rules&) const { throw std::logic_error("Rekey is not built"); }
void State::apply_here(const Rekey&, const Rekey::Outcome&, const Act&) { throw std::logic_error("Rekey is not built"); }

Result<EraseSealed::Outcome> State::decide_here(const EraseSealed&, const Act&, const Rules&) const { throw std::logic_error("EraseSealed is not built"); }
void State::apply_here(const EraseSealed&, const EraseSealed::Outcome&, const Act&) { throw std::logic_error("EraseSealed is not built"); }

Result<OffersLapsed> State::decide_here(const LapseOffers&, const Act& act, const Rules&) const {
  auto due = registry_.offers_due(act.time.date_in_japan());
  if (due.empty()) return fail(errors::nothing_due);
  return OffersLapsed{std::move(due)};
}
void State::apply_here(const LapseOffers&, const OffersLapsed& outcome, const Act& act) {
  for (const auto offer : outcome.offers) registry_.apply_offer_lapse(offer, act);
}

}  // namespace sumi::scheme
