// The words of the scheme's enumerators, as TOML, JSON and scenarios write them: snake_case, never changed in meaning.
#pragma once

#include <span>
#include <string_view>
#include <utility>

#include "scheme/commands.h"
#include "scheme/methodology_life.h"

namespace sumi::scheme {

template <class E> using EnumNames = std::span<const std::pair<std::string_view, E>>;

inline EnumNames<StoreKind> enum_names(StoreKind) {
  static constexpr std::pair<std::string_view, StoreKind> all[] = {
      {"production", StoreKind::production}, {"demo", StoreKind::demo}, {"training", StoreKind::training}};
  return all;
}
inline EnumNames<Role> enum_names(Role) {
  static constexpr std::pair<std::string_view, Role> all[] = {{"administrator", Role::administrator}, {"secretariat", Role::secretariat},
      {"committee", Role::committee}, {"verifier", Role::verifier}, {"proponent", Role::proponent},
      {"account_manager", Role::account_manager}, {"approver", Role::approver}, {"auditor", Role::auditor}, {"ministry", Role::ministry},
      {"programme_operator", Role::programme_operator}, {"agent", Role::agent}, {"supporter", Role::supporter}};
  return all;
}
inline EnumNames<SuccessionKind> enum_names(SuccessionKind) {
  static constexpr std::pair<std::string_view, SuccessionKind> all[] = {{"merger", SuccessionKind::merger}, {"business_transfer", SuccessionKind::business_transfer}, {"insolvency", SuccessionKind::insolvency}};
  return all;
}
inline EnumNames<ProposalStage> enum_names(ProposalStage) {
  static constexpr std::pair<std::string_view, ProposalStage> all[] = {{"proposed", ProposalStage::proposed}, {"reviewed", ProposalStage::reviewed},
      {"commenting", ProposalStage::commenting}, {"commented", ProposalStage::commented}, {"approved", ProposalStage::approved},
      {"adopted", ProposalStage::adopted}, {"not_taken_up", ProposalStage::not_taken_up}, {"refused", ProposalStage::refused}};
  return all;
}

}  // namespace sumi::scheme
