#include "service/organisations_view.h"

#include <algorithm>
#include <map>

#include "service/public_view.h"

namespace sumi::service {

std::vector<OrganisationView> organisations_of(const scheme::State& state, const std::string& text, bool doubled) {
  std::map<std::string_view, std::vector<OrganisationNumber>> numbers;
  for (const auto& [number, row] : state.organisations()) {
    if (!row.corporate_number.empty()) numbers[row.corporate_number].push_back(number);
  }
  const std::string wanted = folded_name(text);
  const Date today = state.now().date_in_japan();
  std::vector<OrganisationView> all;
  for (const auto& [number, row] : state.organisations()) {
    const std::string& name = row.name_on(today);
    if (!wanted.empty() && folded_name(name + " " + row.name_kana + " " + row.corporate_number).find(wanted) == std::string::npos) continue;
    OrganisationView view{number, name, row.corporate_number, {}};
    if (!row.corporate_number.empty()) view.same_corporate_number = numbers[row.corporate_number];
    std::erase(view.same_corporate_number, number);
    if (doubled && view.same_corporate_number.empty()) continue;
    all.push_back(std::move(view));
  }
  return all;
}

}  // namespace sumi::service
