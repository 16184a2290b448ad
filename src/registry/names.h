// The words of the registry's enumerators, as TOML, JSON and scenarios write them: snake_case, one word each, never changed in meaning.
#pragma once

#include <span>
#include <string_view>
#include <utility>

#include "registry/account_commands.h"
#include "registry/article6_commands.h"
#include "registry/import_commands.h"
#include "registry/offers.h"
#include "registry/use_commands.h"

namespace sumi::registry {

template <class E> using EnumNames = std::span<const std::pair<std::string_view, E>>;

inline EnumNames<UnitKind> enum_names(UnitKind) {
  static constexpr std::pair<std::string_view, UnitKind> all[] = {
      {"tco2", UnitKind::tco2}, {"kwh", UnitKind::kwh}, {"gj", UnitKind::gj}, {"allowance", UnitKind::allowance}};
  return all;
}
inline EnumNames<AccountKind> enum_names(AccountKind) {
  static constexpr std::pair<std::string_view, AccountKind> all[] = {{"holding", AccountKind::holding},
      {"buffer", AccountKind::buffer}, {"retirement", AccountKind::retirement}, {"cancellation", AccountKind::cancellation},
      {"government", AccountKind::government}, {"expiry", AccountKind::expiry}};
  return all;
}
inline EnumNames<AccountStatus> enum_names(AccountStatus) {
  static constexpr std::pair<std::string_view, AccountStatus> all[] = {{"requested", AccountStatus::requested},
      {"open", AccountStatus::open}, {"refused", AccountStatus::refused}, {"closed", AccountStatus::closed}, {"suspended", AccountStatus::suspended}};
  return all;
}
inline EnumNames<Effect> enum_names(Effect) {
  static constexpr std::pair<std::string_view, Effect> all[] = {{"reduction", Effect::reduction}, {"removal", Effect::removal}};
  return all;
}
inline EnumNames<Basis> enum_names(Basis) {
  static constexpr std::pair<std::string_view, Basis> all[] = {{"technology", Basis::technology}, {"nature", Basis::nature}};
  return all;
}
inline EnumNames<EndUse> enum_names(EndUse) {
  static constexpr std::pair<std::string_view, EndUse> all[] = {
      {"retirement", EndUse::retirement}, {"state_target", EndUse::state_target}, {"cancellation", EndUse::cancellation}};
  return all;
}
inline EnumNames<RetirementStatus> enum_names(RetirementStatus) {
  static constexpr std::pair<std::string_view, RetirementStatus> all[] = {{"requested", RetirementStatus::requested},
      {"confirmed", RetirementStatus::confirmed}, {"withdrawn", RetirementStatus::withdrawn}, {"lapsed", RetirementStatus::lapsed}};
  return all;
}
inline EnumNames<EscrowReason> enum_names(EscrowReason) {
  static constexpr std::pair<std::string_view, EscrowReason> all[] = {{"none", EscrowReason::none},
      {"retirement", EscrowReason::retirement}, {"order", EscrowReason::order}, {"settlement", EscrowReason::settlement},
      {"offer", EscrowReason::offer}};
  return all;
}
inline EnumNames<LabelKind> enum_names(LabelKind) {
  static constexpr std::pair<std::string_view, LabelKind> all[] = {{"suspended", LabelKind::suspended},
      {"corresponding_adjustment", LabelKind::corresponding_adjustment}, {"eligible", LabelKind::eligible}};
  return all;
}
inline EnumNames<RestrictionKind> enum_names(RestrictionKind) {
  static constexpr std::pair<std::string_view, RestrictionKind> all[] = {
      {"dispute", RestrictionKind::dispute}, {"seizure", RestrictionKind::seizure}, {"trust", RestrictionKind::trust}};
  return all;
}
inline EnumNames<OfferStatus> enum_names(OfferStatus) {
  static constexpr std::pair<std::string_view, OfferStatus> all[] = {{"waits_for_second", OfferStatus::waits_for_second}, {"offered", OfferStatus::offered},
      {"moved", OfferStatus::moved}, {"withdrawn", OfferStatus::withdrawn}, {"declined", OfferStatus::declined}, {"lapsed", OfferStatus::lapsed}};
  return all;
}
inline EnumNames<ReturnStatus> enum_names(ReturnStatus) {
  static constexpr std::pair<std::string_view, ReturnStatus> all[] = {
      {"asked", ReturnStatus::asked}, {"returned", ReturnStatus::returned}, {"refused", ReturnStatus::refused}};
  return all;
}
inline EnumNames<OffsetKind> enum_names(OffsetKind) {
  static constexpr std::pair<std::string_view, OffsetKind> all[] = {{"none", OffsetKind::none}, {"product", OffsetKind::product},
      {"service", OffsetKind::service}, {"event", OffsetKind::event}, {"organisation", OffsetKind::organisation}};
  return all;
}
inline EnumNames<FirstTransferKind> enum_names(FirstTransferKind) {
  static constexpr std::pair<std::string_view, FirstTransferKind> all[] = {
      {"authorisation", FirstTransferKind::authorisation}, {"issuance", FirstTransferKind::issuance}, {"use", FirstTransferKind::use}};
  return all;
}
inline EnumNames<AdjustmentStatus> enum_names(AdjustmentStatus) {
  static constexpr std::pair<std::string_view, AdjustmentStatus> all[] = {
      {"pending", AdjustmentStatus::pending}, {"applied", AdjustmentStatus::applied}, {"not_required", AdjustmentStatus::not_required}};
  return all;
}

}  // namespace sumi::registry
