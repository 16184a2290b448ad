// Offers of a transfer, returns of a mistaken one, corrections of the record.
#include <stdexcept>

#include "registry/registry.h"

namespace sumi::registry {

Result<OfferTransfer::Outcome> Registry::decide(const OfferTransfer&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("OfferTransfer is not built"); }
void Registry::apply(const OfferTransfer&, const OfferTransfer::Outcome&, const Act&) { throw std::logic_error("OfferTransfer is not built"); }

Result<ConfirmOffer::Outcome> Registry::decide(const ConfirmOffer&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("ConfirmOffer is not built"); }
void Registry::apply(const ConfirmOffer&, const ConfirmOffer::Outcome&, const Act&) { throw std::logic_error("ConfirmOffer is not built"); }

Result<AcceptOffer::Outcome> Registry::decide(const AcceptOffer&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("AcceptOffer is not built"); }
void Registry::apply(const AcceptOffer&, const AcceptOffer::Outcome&, const Act&) { throw std::logic_error("AcceptOffer is not built"); }

Result<EndOffer::Outcome> Registry::decide(const EndOffer&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("EndOffer is not built"); }
void Registry::apply(const EndOffer&, const EndOffer::Outcome&, const Act&) { throw std::logic_error("EndOffer is not built"); }

Result<AskReturn::Outcome> Registry::decide(const AskReturn&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("AskReturn is not built"); }
void Registry::apply(const AskReturn&, const AskReturn::Outcome&, const Act&) { throw std::logic_error("AskReturn is not built"); }

Result<AnswerReturn::Outcome> Registry::decide(const AnswerReturn&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("AnswerReturn is not built"); }
void Registry::apply(const AnswerReturn&, const AnswerReturn::Outcome&, const Act&) { throw std::logic_error("AnswerReturn is not built"); }

Result<CorrectRecord::Outcome> Registry::decide(const CorrectRecord&, const Act&, const Relations&, const RegistryRules&) const { throw std::logic_error("CorrectRecord is not built"); }
void Registry::apply(const CorrectRecord&, const CorrectRecord::Outcome&, const Act&) { throw std::logic_error("CorrectRecord is not built"); }

void Registry::apply_offer_lapse(OfferNumber, const Act&) { throw std::logic_error("lapses are not built"); }

std::optional<Date> Registry::next_offer_due() const {
  if (offers_.due.empty()) return std::nullopt;
  return offers_.due.begin()->first.first;
}

std::vector<OfferNumber> Registry::offers_due(Date day) const {
  std::vector<OfferNumber> out;
  for (const auto& [key, none] : offers_.due) {
    if (key.first >= day) break;
    out.push_back(key.second);
  }
  return out;
}

}  // namespace sumi::registry
