#include "service/rules.h"

#include <algorithm>
#include <limits>

#include "project/names.h"
#include "registry/names.h"
#include "rulebook/methodology.h"

namespace sumi::service {

std::string cell_text(const rulebook::TableInfo& table, const rulebook::Row& row, std::string_view column) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].name != column || !row.cells[i]) continue;
    if (const auto* text = std::get_if<std::string>(&*row.cells[i])) return *text;
  }
  return {};
}

namespace {

std::set<registry::EndUse> end_uses(std::string_view words) {
  std::set<registry::EndUse> out;
  if (words.find("retirement") != std::string_view::npos) out.insert(registry::EndUse::retirement);
  if (words.find("state_target") != std::string_view::npos) out.insert(registry::EndUse::state_target);
  if (words.find("cancellation") != std::string_view::npos) out.insert(registry::EndUse::cancellation);
  return out;
}

// The value that stands last; nothing where the key is not there.
std::optional<Quantity> rule_value(const rulebook::Rulebook& rulebook, const std::string& key) {
  const auto values = rulebook.values("jcredit-scheme/rules", std::span(&key, 1), "value");
  if (!values || values->empty() || !values->back().is_quantity()) return std::nullopt;
  return values->back().quantity();
}

std::optional<int> whole_years(const rulebook::Rulebook& rulebook, const std::string& key) {
  const auto value = rule_value(rulebook, key);
  if (!value) return std::nullopt;
  const auto years = convert(*value, *parse_unit("year"));
  const auto count = years && years->value.is_integer() ? round_integer(years->value, Rounding::floor).to_i64() : std::nullopt;
  constexpr std::int64_t years_max = 1000;
  if (!count || *count < 0 || *count > years_max) return std::nullopt;
  return static_cast<int>(*count);
}

std::optional<Date> rule_day(const rulebook::Rulebook& rulebook, const std::string& key) {
  const auto values = rulebook.values("jcredit-scheme/rules", std::span(&key, 1), "date");
  if (!values || values->empty()) return std::nullopt;
  const auto* day = std::get_if<Date>(&values->back().value);
  return day != nullptr ? std::optional(*day) : std::nullopt;
}

std::optional<Rational> plain_value(const rulebook::Rulebook& rulebook, const std::string& key) {
  const auto value = rule_value(rulebook, key);
  if (!value) return std::nullopt;
  const auto plain = convert(*value, Unit{});
  return plain ? std::optional(plain->value) : std::nullopt;
}

project::ProgrammeRules programme_rules(const rulebook::Rulebook& rulebook) {
  project::ProgrammeRules out;
  for (const auto& row : rulebook.rows("jcredit-scheme/member_consents")) out.consents.insert(row.key.front());
  out.two_year_years = whole_years(rulebook, "programme.two_year_rule.years");
  out.predecessor_until = rule_day(rulebook, "programme.two_year_rule.exempt_joined_until");
  out.member_years_max = whole_years(rulebook, "programme.member_period.years_max");
  out.transfer_from = rule_day(rulebook, "programme.member_transfer.from");
  out.sampling = {plain_value(rulebook, "sampling.k"), plain_value(rulebook, "sampling.interval"), plain_value(rulebook, "sampling.variance")};
  return out;
}

std::optional<project::ForestRules> forest_rules(const rulebook::Rulebook& rulebook) {
  const auto least = rule_value(rulebook, "forest_buffer.rate_min"), most = rule_value(rulebook, "forest_buffer.rate_max");
  const auto years = rule_value(rulebook, "forest.permanence_years");
  if (!least || !most || !years) return std::nullopt;
  const auto low = convert(*least, Unit{}), high = convert(*most, Unit{}), in_years = convert(*years, *parse_unit("year"));
  const auto count = in_years ? round_integer(in_years->value, Rounding::ceiling).to_u64() : std::nullopt;
  if (!low || !high || !count) return std::nullopt;
  return project::ForestRules{low->value, high->value, static_cast<std::uint32_t>(*count)};
}

// The newest value of a whole-number rule; nothing where there is none.
std::optional<std::uint32_t> whole_rule(const rulebook::Rulebook& rulebook, const std::string& key) {
  const std::vector<std::string> keys{key};
  const auto values = rulebook.values("jcredit-scheme/rules", keys, "value");
  if (!values || values->empty() || !values->back().is_quantity()) return std::nullopt;
  const auto whole = round_integer(values->back().quantity().value, Rounding::floor).to_u64();
  if (!whole || *whole > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  return static_cast<std::uint32_t>(*whole);
}

// Rows of a table that hold by day, with their days.
std::optional<Date> day_of_row(const std::optional<std::int32_t>& days) { return days ? std::optional(Date::from_days(*days)) : std::nullopt; }

std::optional<project::SupportRules> support_rules(const rulebook::Rulebook& rulebook) {
  const auto* conditions = rulebook.table("jcredit-support/conditions");
  const auto* bodies = rulebook.table("jcredit-support/bodies");
  if (conditions == nullptr || bodies == nullptr) return std::nullopt;
  project::SupportRules out;
  const auto value = static_cast<std::size_t>(conditions->column("value") - conditions->columns.data());
  for (const auto& row : rulebook.rows(conditions->name)) {
    if (!row.cells[value]) continue;
    project::DatedNumber number{day_of_row(row.first), day_of_row(row.last), std::get<Quantity>(*row.cells[value]).value};
    if (row.key.front() == "reduction_min") out.tonnes_min.push_back(std::move(number));
    else if (row.key.front() == "once_per_operator_and_methodology") out.times_max.push_back(std::move(number));
  }
  for (const auto& row : rulebook.rows(bodies->name)) {
    if (cell_text(*bodies, row, "supported") == "yes") out.bodies.push_back({day_of_row(row.first), day_of_row(row.last), row.key.front()});
  }
  for (const auto& row : rulebook.rows("jcredit-support/reasons")) out.reasons.insert(row.key.front());
  for (const auto& row : rulebook.rows("jcredit-support/next_steps")) out.next_steps.insert(row.key.front());
  return out;
}

// What the scheme's work asks of the rulebook.
project::ProjectRules project_rules(const rulebook::Rulebook& rulebook) {
  project::ProjectRules rules;
  if (const auto* table = rulebook.table("jcredit-scheme/plan_changes")) {
    for (const auto& row : rulebook.rows(table->name)) {
      const auto kind = project::value_named<project::ChangeKind>(row.key.front());
      if (!kind) continue;
      rules.change_needs_validation[*kind] = cell_text(*table, row, "validation") != "none";
      rules.change_cuts_period[*kind] = cell_text(*table, row, "period") != "runs_on";
    }
  }
  if (const auto* table = rulebook.table("jcredit-methodologies/methodologies")) {
    for (const auto& row : rulebook.rows(table->name)) {
      const auto sector = cell_text(*table, row, "sector");
      if (sector.empty()) continue;
      rules.sectors[row.key.front()] = sector;
      rules.scopes.insert(sector);
    }
  }
  for (const auto& [number, methodology] : rulebook.methodologies()) rules.newest_versions[number] = methodology->version();
  rules.crediting_years_max = whole_rule(rulebook, "crediting_period.years_max").value_or(0);
  rules.extensions_max = whole_rule(rulebook, "crediting_period.extensions_max").value_or(0);
  rules.appeal_days = whole_rule(rulebook, "appeal.days");
  return rules;
}

// Words separated by ';'.
std::set<std::string> listed(std::string_view text) {
  std::set<std::string> out;
  while (!text.empty()) {
    const auto end = std::min(text.find(';'), text.size());
    if (end != 0) out.emplace(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

// An edition of the pack from before these columns leaves what they say empty.
registry::RegistryRules::Purpose purpose_of(const rulebook::TableInfo& table, const rulebook::Row& row) {
  registry::RegistryRules::Purpose out;
  out.end_uses = end_uses(cell_text(table, row, "end_uses"));
  out.fiscal_year_needed = cell_text(table, row, "fiscal_year") == "required";
  out.scope = cell_text(table, row, "scope");
  out.june_end = cell_text(table, row, "year_rule") == "june_end";
  out.place_rule = cell_text(table, row, "place_rule") == "yes";
  out.object_needed = listed(cell_text(table, row, "needs")).contains("offset_object");
  out.schemes = listed(cell_text(table, row, "eligibility_scheme"));
  out.jcredit_use = cell_text(table, row, "jcredit_use");
  return out;
}

}  // namespace

Result<scheme::Rules> rules_from(const rulebook::Rulebook& rulebook) {
  scheme::Rules rules;
  if (const auto* table = rulebook.table("jcredit-registry/purposes")) {
    for (const auto& row : rulebook.rows(table->name)) {
      rules.registry.purposes[row.key.front()] = purpose_of(*table, row);
    }
  }
  for (const auto& row : rulebook.rows("jcredit-registry/grounds")) rules.registry.grounds.insert(row.key.front());
  if (const auto* table = rulebook.table("jcredit-registry/expiries")) {
    for (const auto& row : rulebook.rows("jcredit-registry/expiries")) {
      const auto day = Date::parse(cell_text(*table, row, "last_day"));
      if (day) rules.registry.expiries[row.key.front()] = {cell_text(*table, row, "programme_code"), *day};
    }
  }
  for (const auto& row : rulebook.rows("jcredit-registry/legal_forms")) rules.registry.legal_forms.push_back(row.key.front());
  SUMI_TRY(rules.registry.serial_grammars, registry::serial_grammars_of(rulebook));
  if (const auto* table = rulebook.table("serial-grammars/programmes")) {
    for (const auto& row : rulebook.rows(table->name)) {
      if (const auto kind = project::value_named<registry::UnitKind>(cell_text(*table, row, "unit_kind"))) rules.registry.other_programmes[row.key.front()] = *kind;
    }
  }
  rules.eligibility = claim::EligibilityRules::from(rulebook);
  for (const auto& row : rulebook.rows("jcredit-registry/committee_grounds")) rules.committee_grounds.insert(row.key.front());
  rules.project = project_rules(rulebook);
  rules.project.grounds = rules.committee_grounds;
  rules.project.programme = programme_rules(rulebook);
  rules.project.forest = forest_rules(rulebook);
  rules.project.support = support_rules(rulebook);
  return rules;
}

bool needs_rules(const scheme::AnyCommand& command) {
  if (scheme::type_of(command) >= 70) return true;
  if (std::holds_alternative<registry::OpenRetirement>(command) || std::holds_alternative<scheme::NewEpoch>(command) || std::holds_alternative<scheme::EraseSealed>(command)) return true;
  if (std::holds_alternative<registry::ApplyRetirement>(command) || std::holds_alternative<registry::ExecuteRetirement>(command)) return true;
  // Grounds, grammars of serials, last days of units.
  if (std::holds_alternative<registry::CorrectRecord>(command) || std::holds_alternative<registry::SuspendAccount>(command) || std::holds_alternative<registry::FileAccountDocuments>(command)) return true;
  if (std::holds_alternative<registry::ImportUnits>(command) || std::holds_alternative<registry::ExpireUnits>(command)) return true;
  return std::holds_alternative<registry::RequestRetirement>(command) || std::holds_alternative<registry::DecideAccount>(command) ||
         std::holds_alternative<scheme::CorrectEntry>(command) || std::holds_alternative<project::RecordValidation>(command) ||
         std::holds_alternative<project::RecordVerification>(command) || std::holds_alternative<project::DecideRegistration>(command) || std::holds_alternative<project::DecideCertification>(command);
}

}  // namespace sumi::service
