// Retirement with what a use must say, its division into certificates, and the sites that the place rule compares with.
#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "base/limits.h"
#include "base/number.h"
#include "registry/checks.h"
#include "registry/registry.h"
#include "registry/use_years.h"
#include "registry/words.h"

namespace sumi::registry {

namespace {

std::string text_of(std::uint64_t n) { return std::to_string(n); }
std::string text_of(const SerialRange& r) { return "batch " + text_of(r.batch.value) + ": " + text_of(r.first) + "-" + text_of(r.end == 0 ? 0 : r.end - 1); }
std::string text_of(FiscalYear year) { return "FY" + std::to_string(year.number); }

std::string known_of(const RegistryRules& rules) {
  std::string known;
  for (const auto& [key, purpose] : rules.purposes) known += (known.empty() ? "" : ", ") + key;
  return known;
}

Result<void> check_fiscal_year(const Use& use, const RegistryRules::Purpose& purpose, Date completed) {
  const auto served = years_served(purpose, completed);
  if (served.empty() || use.fiscal_year.number == 0 || std::find(served.begin(), served.end(), use.fiscal_year) != served.end()) return {};
  std::string years;
  for (const auto year : served) years += (years.empty() ? "" : " / ") + text_of(year);
  return fail(errors::fiscal_year_not_served, {{"date", completed.to_string()}, {"years", years}, {"given", text_of(use.fiscal_year)}});
}

}  // namespace

std::vector<FiscalYear> years_served(const RegistryRules::Purpose& purpose, Date completed) {
  if (!purpose.june_end) return {};
  const auto own = FiscalYear::of(completed);
  constexpr int april = 4, june = 6;
  if (completed.month() < april || completed.month() > june) return {own};
  return {FiscalYear{own.number - 1}, own};
}

Result<void> Registry::check_uses(const ApplyRetirement& c, const RegistryRules& rules) {
  if (c.uses.empty()) return fail(errors::uses_missing);
  if (c.uses.size() > limits::uses_per_retirement_max) {
    return fail(errors::uses_too_many, {{"limit", text_of(limits::uses_per_retirement_max)}, {"count", text_of(c.uses.size())}});
  }
  const bool end_use_known = c.end_use == EndUse::retirement || c.end_use == EndUse::state_target || c.end_use == EndUse::cancellation;
  for (const auto& use : c.uses) {
    const auto found = rules.purposes.find(use.purpose);
    if (found == rules.purposes.end() || !end_use_known) return fail(errors::purpose_unknown, {{"purpose", use.purpose}, {"known", known_of(rules)}});
  }
  const auto& first = rules.purposes.find(c.uses.front().purpose)->second;
  for (const auto& use : c.uses) {
    const auto& purpose = rules.purposes.find(use.purpose)->second;
    if (!purpose.end_uses.contains(c.end_use)) return fail(errors::purpose_not_for_this_use, {{"purpose", use.purpose}, {"end_use_ja", std::string(words_of(c.end_use).ja)}, {"end_use", std::string(words_of(c.end_use).en)}});
    if (purpose.fiscal_year_needed && use.fiscal_year.number == 0) return fail(errors::fiscal_year_missing, {{"purpose", use.purpose}});
    if (purpose.scope != first.scope) return fail(errors::scopes_mixed, {{"purpose", use.purpose}, {"scope", purpose.scope}, {"other", first.scope}});
    if (purpose.object_needed && (c.offset == OffsetKind::none || !c.offset_object)) return fail(errors::offset_missing, {{"purpose", use.purpose}});
    // A product goes where its buyers are; an event, a service or an organisation has its place.
    const bool has_place = c.offset == OffsetKind::event || c.offset == OffsetKind::service || c.offset == OffsetKind::organisation;
    if (purpose.place_rule && has_place && c.place_key.is_zero()) return fail(errors::place_missing, {{"purpose", use.purpose}});
  }
  return {};
}

Result<void> Registry::check_place(const Hash& place_key, std::uint32_t key_version, const std::vector<SerialRange>& ranges) const {
  if (place_key.is_zero()) return {};
  for (const auto& r : ranges) {
    const auto project = batches_.at(r.batch).attributes.project;
    for (auto it = uses_.sites.lower_bound({project, {}}); it != uses_.sites.end() && it->first.project == project; ++it) {
      if (it->second.key_version != key_version) {
        return fail(errors::place_key_version, {{"version", text_of(key_version)}, {"current", text_of(it->second.key_version)}});
      }
      if (it->second.key == place_key) return fail(errors::place_same, {{"project", text_of(project.value)}});
    }
  }
  return {};
}

// Law of the JCM register: towards the contribution of a state only what both states authorised for it.
Result<void> Registry::check_ndc(EndUse end_use, const std::vector<SerialRange>& ranges, Date on) const {
  for (const auto& r : ranges) {
    const bool jcm = end_use == EndUse::state_target && batches_.at(r.batch).attributes.crediting_programme == "JCM";
    if (jcm && !authorised(r, on, &AuthorisationRow::ndc)) return fail(errors::not_authorised_ndc, {{"range", text_of(r)}});
  }
  return {};
}

Result<RetirementRequested> Registry::decide(const ApplyRetirement& c, const Act& act, const Relations& relations, const RegistryRules& rules) const {
  SUMI_CHECK(check_selection(c.selection));
  SUMI_CHECK(check_uses(c, rules));
  if (accounts_.find(c.account) == nullptr) return fail(errors::account_unknown, {{"account", text_of(c.account.value)}});
  if (!relations.exists(c.user)) return fail(errors::organisation_unknown, {{"organisation", text_of(c.user.value)}});
  SUMI_CHECK(check_batches(c.selection));
  const auto& account = accounts_.at(c.account);
  if (!may_act(c.account, act, AgentScope::retires)) return fail(errors::not_the_holder, {{"account", text_of(c.account.value)}});
  SUMI_CHECK(open_account(c.account));
  if (account.kind != AccountKind::holding) return fail(errors::account_kind_wrong, {{"account", text_of(c.account.value)}, {"kind_ja", "制度の口座"}, {"kind", "account of the scheme"}});
  if (!system_account(c.end_use)) return fail(errors::system_account_missing, {{"end_use_ja", std::string(words_of(c.end_use).ja)}, {"end_use", std::string(words_of(c.end_use).en)}});
  SUMI_TRY(auto ranges, select(c.account, c.selection, act));
  SUMI_CHECK(check_leaving(c.account));
  if (c.user != account.organisation && c.consent.is_zero()) return fail(errors::consent_missing, {{"user", text_of(c.user.value)}});
  for (const auto& use : c.uses) SUMI_CHECK(check_fiscal_year(use, rules.purposes.find(use.purpose)->second, act.time.date_in_japan()));
  SUMI_CHECK(check_place(c.place_key, c.key_version, ranges));
  SUMI_CHECK(check_ndc(c.end_use, ranges, act.time.date_in_japan()));
  return RetirementRequested{{counters().retirement.value + 1}, std::move(ranges)};
}

void Registry::apply(const ApplyRetirement& c, const RetirementRequested& outcome, const Act& act) {
  RequestRetirement plain;
  plain.account = c.account;
  plain.end_use = c.end_use;
  plain.purpose = c.uses.front().purpose;
  plain.user = c.user;
  plain.fiscal_year = c.uses.front().fiscal_year;
  plain.note = c.note;
  apply(plain, outcome, act);
  uses_.uses.put(outcome.retirement, {c.uses, c.consent, c.offset, c.offset_object, c.place, c.place_key, c.key_version});
}

Result<RetirementExecuted> Registry::decide(const ExecuteRetirement& c, const Act& act, const RegistryRules& rules, const std::string& user_name, const std::string& user_corporate_number) const {
  const auto* use = uses_.uses.find(c.retirement);
  if (use == nullptr && retirements_.find(c.retirement) != nullptr) return fail(errors::use_missing, {{"retirement", text_of(c.retirement.value)}});
  SUMI_TRY(const auto plain, check_confirm(c.retirement, act, user_name, user_corporate_number));
  for (const auto& u : use->uses) {
    const auto purpose = rules.purposes.find(u.purpose);
    if (purpose != rules.purposes.end()) SUMI_CHECK(check_fiscal_year(u, purpose->second, act.time.date_in_japan()));
  }
  // What was recorded or withdrawn while the request waited counts: from here on it cannot be undone.
  const auto& ranges = retirements_.at(c.retirement).ranges;
  SUMI_CHECK(check_place(use->place_key, use->key_version, ranges));
  SUMI_CHECK(check_ndc(plain.end_use, ranges, act.time.date_in_japan()));
  RetirementExecuted out;
  out.end_use = plain.end_use;
  out.ranges = plain.ranges;
  out.amount = plain.amount;
  for (const auto& u : use->uses) out.uses.push_back({u.purpose, u.fiscal_year, u.report});
  out.offset = use->offset;
  out.user = plain.user;
  out.user_name = plain.user_name;
  out.user_corporate_number = plain.user_corporate_number;
  out.by_proxy = plain.by_proxy;
  return out;
}

void Registry::apply(const ExecuteRetirement& c, const RetirementExecuted& outcome, const Act& act) {
  Retired plain;
  plain.end_use = outcome.end_use;
  plain.ranges = outcome.ranges;
  plain.user_name = outcome.user_name;
  apply(ConfirmRetirement{c.retirement}, plain, act);
}

// ---- certificates ----

Result<RetirementDivided> Registry::decide(const DivideRetirement& c, const Act& act, const Relations&, const RegistryRules&) const {
  const auto* row = retirements_.find(c.retirement);
  if (row == nullptr) return fail(errors::retirement_unknown, {{"retirement", text_of(c.retirement.value)}});
  if (row->user != act.on_behalf_of && !may_act(row->account, act, AgentScope::retires)) return fail(errors::not_the_holder, {{"account", text_of(row->account.value)}});
  if (row->status != RetirementStatus::confirmed) {
    return fail(errors::retirement_not_confirmed, {{"retirement", text_of(c.retirement.value)}, {"status_ja", std::string(words_of(row->status).ja)}, {"status", std::string(words_of(row->status).en)}});
  }
  if (c.parts.empty() || std::any_of(c.parts.begin(), c.parts.end(), [](const auto& p) { return p.count == 0 || p.grams == 0; })) return fail(errors::parts_empty);
  if (batches_.at(row->ranges.front().batch).attributes.unit_kind != UnitKind::tco2) return fail(errors::parts_kind, {{"retirement", text_of(c.retirement.value)}});
  Integer grams, count;
  for (const auto& p : c.parts) {
    grams += Integer::from_u64(p.count) * Integer::from_u64(p.grams);
    count += Integer::from_u64(p.count);
  }
  const auto* before = uses_.divided_grams.find(c.retirement);
  constexpr std::uint64_t grams_per_tonne = 1'000'000;
  const Integer left = Integer::from_u64(row->amount()) * Integer::from_u64(grams_per_tonne) - Integer::from_u64(before == nullptr ? 0 : *before);
  if (grams > left || !grams.to_u64() || !count.to_u64()) return fail(errors::divided_too_much, {{"grams", grams.to_string()}, {"left", left.to_string()}});
  if (c.parts.size() > limits::certificate_parts_max || count > Integer::from_u64(limits::certificates_per_command_max)) {
    return fail(errors::parts_too_many, {{"limit", text_of(limits::certificate_parts_max)}, {"certificates", text_of(limits::certificates_per_command_max)}});
  }
  const auto& certificates = uses_.certificates;
  const auto next = certificates.empty() ? 1 : std::prev(certificates.end())->first + std::prev(certificates.end())->second.count;
  return RetirementDivided{next, *count.to_u64(), *grams.to_u64()};
}

void Registry::apply(const DivideRetirement& c, const RetirementDivided& outcome, const Act& act) {
  uses_.certificates.put(outcome.first, {c.retirement, c.parts, outcome.count, outcome.grams, act.business_date, c.titles});
  uses_.divided_grams.update(c.retirement, [&](std::uint64_t& grams) { grams += outcome.grams; });
}

// ---- sites ----

// Whose project it is, is asked by the scheme.
Result<Nothing> Registry::decide(const RecordSite& c, const Act&, const Relations&, const RegistryRules&) const {
  if (c.site.is_nil() || c.key.is_zero() || !c.address) return fail(errors::site_empty);
  return Nothing{};
}

void Registry::rekey(const Hash& old_key, const Hash& new_key, std::uint32_t version) {
  std::vector<SiteKey> sites;
  for (const auto& [key, row] : uses_.sites) {
    if (row.key == old_key) sites.push_back(key);
  }
  for (const auto& key : sites) {
    uses_.sites.update(key, [&](SiteRow& row) {
      row.key = new_key;
      row.key_version = version;
    });
  }
  std::vector<RetirementNumber> places;
  for (const auto& [number, row] : uses_.uses) {
    if (row.place_key == old_key) places.push_back(number);
  }
  for (const auto number : places) {
    uses_.uses.update(number, [&](UseRow& row) {
      row.place_key = new_key;
      row.key_version = version;
    });
  }
}

void Registry::apply(const RecordSite& c, const Nothing&, const Act&) { uses_.sites.put({c.project, c.site}, {c.key, c.key_version, c.address}); }

}  // namespace sumi::registry
