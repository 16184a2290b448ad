// What accounts have beyond opening and closing: documents, a second person, suspension, succession, agents.
#include <algorithm>

#include "base/limits.h"
#include "base/text.h"
#include "registry/registry.h"

namespace sumi::registry {

namespace {

std::string text_of(std::uint64_t n) { return std::to_string(n); }
std::string ground_of(const AccountRow& row) { return row.ground.empty() ? "-" : row.ground; }

// Hiragana, the long-vowel sign, spaces and the middle dot.
bool is_hiragana(const std::string& kana) {
  if (kana.empty()) return false;
  for (std::size_t i = 0; i < kana.size();) {
    if (kana[i] == ' ') {
      ++i;
      continue;
    }
    const std::string sign = kana.substr(i, 3);
    const bool letter = sign >= "\u3041" && sign <= "\u3096";
    if (sign.size() != 3 || (!letter && sign != "\u30fc" && sign != "\u3000" && sign != "\u30fb")) return false;
    i += 3;
  }
  return true;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

}  // namespace

// ---- who may ----

bool Registry::may_act(AccountNumber account, const Act& act, AgentScope scope) const {
  const auto* row = accounts_.find(account);
  if (row == nullptr) return false;
  if (row->organisation == act.on_behalf_of) return true;
  const auto* agent = account_book_.agents.find({account, act.on_behalf_of});
  const auto today = act.time.date_in_japan();
  if (agent == nullptr || today < agent->from || agent->until < today) return false;
  return scope == AgentScope::transfers ? agent->transfers : agent->retires;
}

bool Registry::needs_second(AccountNumber account, std::uint64_t units) const {
  const auto* control = account_book_.controls.find(account);
  return control != nullptr && control->second_person && units > control->above;
}

// Nothing leaves a suspended account.
Result<void> Registry::check_leaving(AccountNumber account) const {
  const auto& row = accounts_.at(account);
  if (row.status == AccountStatus::suspended) return fail(errors::account_suspended, {{"account", text_of(account.value)}, {"ground", ground_of(row)}});
  return {};
}

// The holder alone, of an account that stands.
Result<const AccountRow*> Registry::own_account(AccountNumber account, const Act& act) const {
  const auto* row = accounts_.find(account);
  if (row == nullptr) return fail(errors::account_unknown, {{"account", text_of(account.value)}});
  if (row->organisation != act.on_behalf_of) return fail(errors::not_the_holder, {{"account", text_of(account.value)}});
  if (row->status != AccountStatus::open && row->status != AccountStatus::suspended) return fail(errors::account_not_open, {{"account", text_of(account.value)}});
  return row;
}

// ---- documents ----

// That the name and number are the organisation's own is asked by the scheme, which knows them.
Result<Nothing> Registry::decide(const FileAccountDocuments& c, const Act&, const Relations&, const RegistryRules& rules) const {
  const auto* row = accounts_.find(c.account);
  if (row == nullptr) return fail(errors::account_unknown, {{"account", text_of(c.account.value)}});
  if (row->status == AccountStatus::refused || row->status == AccountStatus::closed) return fail(errors::account_not_open, {{"account", text_of(c.account.value)}});
  if (row->kind != AccountKind::holding) return fail(errors::account_kind_wrong, {{"account", text_of(c.account.value)}, {"kind_ja", "制度の口座"}, {"kind", "account of the scheme"}});
  // Of a store whose rules name no legal forms nothing is asked of the name.
  const auto has = [&](const std::string& form) { return c.holder_name.find(form) != std::string::npos; };
  if (!rules.legal_forms.empty() && std::none_of(rules.legal_forms.begin(), rules.legal_forms.end(), has)) {
    return fail(errors::holder_name_form, {{"name", c.holder_name}, {"known", joined(rules.legal_forms)}});
  }
  if (!is_hiragana(c.name_kana)) return fail(errors::holder_kana, {{"kana", c.name_kana}, {"hiragana", to_hiragana(c.name_kana)}});
  if (c.documents.empty() || std::any_of(c.documents.begin(), c.documents.end(), [](const Hash& h) { return h.is_zero(); })) return fail(errors::documents_missing);
  return Nothing{};
}

void Registry::apply(const FileAccountDocuments& c, const Nothing&, const Act& act) {
  account_book_.documents.put(c.account, {c.holder_name, c.name_kana, c.corporate_number, c.representative, c.address, c.contact, c.documents, act.business_date});
}

// ---- a second person ----

// How many persons there are is asked by the scheme.
Result<Nothing> Registry::decide(const SetAccountControl& c, const Act&, const Relations&, const RegistryRules&) const {
  const auto* row = accounts_.find(c.account);
  if (row == nullptr) return fail(errors::account_unknown, {{"account", text_of(c.account.value)}});
  if (row->kind != AccountKind::holding) return fail(errors::account_kind_wrong, {{"account", text_of(c.account.value)}, {"kind_ja", "制度の口座"}, {"kind", "account of the scheme"}});
  return Nothing{};
}

void Registry::apply(const SetAccountControl& c, const Nothing&, const Act&) { account_book_.controls.put(c.account, {c.second_person, c.above}); }

// ---- suspension ----

Result<Nothing> Registry::decide(const SuspendAccount& c, const Act&, const Relations&, const RegistryRules& rules) const {
  if (!rules.grounds.contains(c.ground)) return fail(errors::ground_unknown, {{"ground", c.ground}, {"known", joined({rules.grounds.begin(), rules.grounds.end()})}});
  const auto* row = accounts_.find(c.account);
  if (row == nullptr) return fail(errors::account_unknown, {{"account", text_of(c.account.value)}});
  if (row->status != AccountStatus::open && row->status != AccountStatus::suspended) return fail(errors::account_not_open, {{"account", text_of(c.account.value)}});
  if (row->kind != AccountKind::holding) return fail(errors::account_kind_wrong, {{"account", text_of(c.account.value)}, {"kind_ja", "制度の口座"}, {"kind", "account of the scheme"}});
  if (c.suspended) SUMI_CHECK(check_leaving(c.account));
  if (c.document.is_zero()) return fail(errors::documents_missing);
  if (!c.suspended && row->status != AccountStatus::suspended) return fail(errors::account_not_suspended, {{"account", text_of(c.account.value)}});
  return Nothing{};
}

void Registry::apply(const SuspendAccount& c, const Nothing&, const Act&) {
  accounts_.update(c.account, [&](AccountRow& row) {
    row.status = c.suspended ? AccountStatus::suspended : AccountStatus::open;
    row.ground = c.suspended ? c.ground : "";
  });
}

// ---- succession ----

// That the succession is recorded is asked by the scheme. What is restricted stays so with the successor: labels are on the units.
Result<Moved> Registry::decide(const SucceedAccount& c, const Act&, const Relations&, const RegistryRules&) const {
  for (const auto number : {c.account, c.to}) {
    if (accounts_.find(number) == nullptr) return fail(errors::account_unknown, {{"account", text_of(number.value)}});
  }
  for (const auto number : {c.account, c.to}) SUMI_CHECK(open_account(number));
  for (const auto number : {c.account, c.to}) {
    if (accounts_.at(number).kind != AccountKind::holding) return fail(errors::account_kind_wrong, {{"account", text_of(number.value)}, {"kind_ja", "制度の口座"}, {"kind", "account of the scheme"}});
  }
  if (c.account == c.to) return fail(errors::same_account);
  if (c.document.is_zero()) return fail(errors::documents_missing);
  for (const auto& [number, row] : retirements_) {
    if (row.account == c.account && row.status == RetirementStatus::requested) {
      return fail(errors::account_has_open_acts, {{"account", text_of(c.account.value)}, {"what_ja", "無効化等の申請 " + text_of(number.value)}, {"what", "retirement " + text_of(number.value)}});
    }
  }
  for (const auto& [number, row] : offers_.offers) {
    const bool open = row.status == OfferStatus::offered || row.status == OfferStatus::waits_for_second;
    if (open && row.from == c.account) return fail(errors::account_has_open_acts, {{"account", text_of(c.account.value)}, {"what_ja", "移転の申込み " + text_of(number.value)}, {"what", "offer " + text_of(number.value)}});
  }
  auto ranges = free_ranges(c.account);
  std::sort(ranges.begin(), ranges.end());
  // The rest by the same command again; the account closes with the last.
  if (ranges.size() > limits::ranges_per_command_max) ranges.resize(limits::ranges_per_command_max);
  return Moved{std::move(ranges)};
}

void Registry::apply(const SucceedAccount& c, const Moved& outcome, const Act& act) {
  for (const auto& range : outcome.ranges) {
    BlockRow row;
    row.account = c.to;
    assign(range, row);
  }
  if (!free_ranges(c.account).empty()) return;
  accounts_.update(c.account, [&](AccountRow& row) {
    row.status = AccountStatus::closed;
    row.decided = act.business_date;
  });
}

// ---- agents ----

Result<Nothing> Registry::decide(const AppointAgent& c, const Act& act, const Relations& relations, const RegistryRules&) const {
  if (!c.transfers && !c.retires) return fail(errors::agent_scope);
  if (c.until < c.from || c.until < act.time.date_in_japan()) return fail(errors::agent_days, {{"from", c.from.to_string()}, {"until", c.until.to_string()}});
  if (!relations.exists(c.agent)) return fail(errors::organisation_unknown, {{"organisation", text_of(c.agent.value)}});
  SUMI_TRY(const auto* row, own_account(c.account, act));
  if (c.document.is_zero()) return fail(errors::documents_missing);
  const auto theirs = [&](const auto& a) { return a.second.organisation == c.agent && a.second.kind == AccountKind::holding && a.second.status == AccountStatus::open; };
  if (c.agent == row->organisation || std::none_of(accounts_.begin(), accounts_.end(), theirs)) {
    return fail(errors::agent_unfit, {{"agent", text_of(c.agent.value)}, {"account", text_of(c.account.value)}});
  }
  return Nothing{};
}

void Registry::apply(const AppointAgent& c, const Nothing&, const Act&) {
  account_book_.agents.put({c.account, c.agent}, {c.transfers, c.retires, c.from, c.until, c.document});
}

Result<Nothing> Registry::decide(const DismissAgent& c, const Act& act, const Relations&, const RegistryRules&) const {
  SUMI_CHECK(own_account(c.account, act));
  if (account_book_.agents.find({c.account, c.agent}) == nullptr) return fail(errors::agent_unknown, {{"account", text_of(c.account.value)}, {"agent", text_of(c.agent.value)}});
  return Nothing{};
}

void Registry::apply(const DismissAgent& c, const Nothing&, const Act&) { account_book_.agents.erase({c.account, c.agent}); }

}  // namespace sumi::registry
