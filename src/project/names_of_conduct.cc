#include "project/conduct_rows.h"

// The words of the stages that the scheme's work goes through.
namespace sumi::project {

std::span<const std::pair<std::string_view, FindingStage>> enum_names(FindingStage) {
  static constexpr std::pair<std::string_view, FindingStage> all[] = {
      {"raised", FindingStage::raised}, {"answered", FindingStage::answered}, {"again", FindingStage::again}, {"settled", FindingStage::settled}};
  return all;
}

std::span<const std::pair<std::string_view, ChangeStage>> enum_names(ChangeStage) {
  static constexpr std::pair<std::string_view, ChangeStage> all[] = {{"proposed", ChangeStage::proposed}, {"validated", ChangeStage::validated},
      {"not_validated", ChangeStage::not_validated}, {"approved", ChangeStage::approved}, {"refused", ChangeStage::refused}};
  return all;
}

std::span<const std::pair<std::string_view, ReturnStage>> enum_names(ReturnStage) {
  static constexpr std::pair<std::string_view, ReturnStage> all[] = {
      {"open", ReturnStage::open}, {"answered", ReturnStage::answered}, {"lapsed", ReturnStage::lapsed}, {"dropped", ReturnStage::dropped}};
  return all;
}

}  // namespace sumi::project
