#include "service/rules.h"

namespace sumi::service {
namespace {

std::string cell_text(const rulebook::TableInfo& table, const rulebook::Row& row, std::string_view column) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].name != column || !row.cells[i]) continue;
    if (const auto* text = std::get_if<std::string>(&*row.cells[i])) return *text;
  }
  return {};
}

std::set<registry::EndUse> end_uses(std::string_view words) {
  std::set<registry::EndUse> out;
  if (words.find("retirement") != std::string_view::npos) out.insert(registry::EndUse::retirement);
  if (words.find("state_target") != std::string_view::npos) out.insert(registry::EndUse::state_target);
  if (words.find("cancellation") != std::string_view::npos) out.insert(registry::EndUse::cancellation);
  return out;
}

}  // namespace

Result<scheme::Rules> rules_from(const rulebook::Rulebook& rulebook) {
  scheme::Rules rules;
  if (const auto* table = rulebook.table("jcredit-registry/purposes")) {
    for (const auto& row : rulebook.rows(table->name)) {
      rules.registry.purposes[row.key.front()] = {end_uses(cell_text(*table, row, "end_uses")), cell_text(*table, row, "fiscal_year") == "required"};
    }
  }
  for (const auto& row : rulebook.rows("jcredit-registry/grounds")) rules.registry.grounds.insert(row.key.front());
  for (const auto& row : rulebook.rows("jcredit-registry/committee_grounds")) rules.committee_grounds.insert(row.key.front());
  rules.project.grounds = rules.committee_grounds;
  return rules;
}

bool needs_rules(const scheme::AnyCommand& command) {
  if (scheme::type_of(command) >= 70) return true;
  return std::holds_alternative<registry::RequestRetirement>(command) || std::holds_alternative<registry::DecideAccount>(command) ||
         std::holds_alternative<project::DecideRegistration>(command) || std::holds_alternative<project::DecideCertification>(command);
}

}  // namespace sumi::service
