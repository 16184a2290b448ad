#include "service/account_record.h"

#include <algorithm>

#include "registry/names.h"
#include "service/identity.h"
#include "service/rules.h"
#include "wire/commands.h"
#include "wire/tree_codec.h"

namespace sumi::service {

namespace {

bool has_role_for(const Actor& actor, const scheme::AnyCommand& command) {
  const auto& roles = scheme::roles_of(command);
  return std::any_of(roles.begin(), roles.end(), [&](scheme::Role role) { return actor.has(role); });
}

// What role and ownership allow; what else may stand against it, the act itself says.
std::vector<std::string> acts_for(const scheme::State& state, const Actor& actor, const Act& act, AccountNumber number, const registry::AccountRow& row) {
  using registry::AccountStatus;
  using Scope = registry::Registry::AgentScope;
  std::vector<std::string> out;
  const auto add = [&](const scheme::AnyCommand& command, bool fits) {
    if (fits && has_role_for(actor, command)) out.emplace_back(scheme::name_of(command));
  };
  const bool own = row.organisation == actor.organisation;
  const bool open = row.status == AccountStatus::open, holding = row.kind == registry::AccountKind::holding;
  const auto& registry = state.registry();
  add(registry::OfferTransfer{}, open && holding && registry.may_act(number, act, Scope::transfers));
  add(registry::ApplyRetirement{}, open && holding && registry.may_act(number, act, Scope::retires));
  add(registry::AskReturn{}, open && holding && registry.may_act(number, act, Scope::transfers));
  add(registry::FileAccountDocuments{}, own && row.status == AccountStatus::requested);
  add(registry::SetAccountControl{}, own && open && holding);
  add(registry::AppointAgent{}, own && open && holding);
  add(registry::DismissAgent{}, own && open && holding);
  add(registry::CloseAccount{}, own && open && holding);
  return out;
}

Bilingual ground_words(const rulebook::Rulebook& book, const std::string& key) {
  if (key.empty()) return {};
  if (const auto* table = book.table("jcredit-registry/grounds")) {
    for (const auto& row : book.rows(table->name)) {
      if (row.key.front() != key) continue;
      const auto ja = cell_text(*table, row, "title_ja"), en = cell_text(*table, row, "title_en");
      return {ja.empty() ? key : ja, en.empty() ? key : en};
    }
  }
  return {key, key};
}

Amount yen(const Rational& cost) { return {round_integer(cost, Rounding::half_up).to_string(), "JPY"}; }

}  // namespace

std::string holder_of(const scheme::State& state, AccountNumber account) {
  const auto* row = state.registry().accounts().find(account);
  return row == nullptr ? std::string() : brief_of(state, row->organisation).name;
}

std::optional<AccountRecord> account_record(const scheme::State& state, const rulebook::Rulebook& book, const Actor& actor, Instant clock, AccountNumber number) {
  auto view = account_view(state, number);
  if (!view) return std::nullopt;
  const auto& registry = state.registry();
  const auto& row = registry.accounts().at(number);
  const auto& account_book = registry.account_book();
  const Act act = act_of(state, actor, clock);
  AccountRecord out;
  out.account = *std::move(view);
  out.today = act.business_date;
  out.year = FiscalYear::of(act.business_date);
  out.own = row.organisation == actor.organisation;
  if (const auto* organisation = state.organisations().find(row.organisation)) {
    out.holder_kana = organisation->name_kana;
    out.holder_corporate_number = organisation->corporate_number;
  }
  if (row.status != registry::AccountStatus::requested) out.decided = row.decided;
  if (row.status == registry::AccountStatus::refused || row.status == registry::AccountStatus::suspended) out.ground = ground_words(book, row.ground);
  if (const auto* filed = account_book.documents.find(number)) {
    out.documents = FiledDocuments{filed->holder_name, filed->name_kana, filed->corporate_number, filed->documents, filed->filed};
  }
  out.documents_needed = row.status == registry::AccountStatus::requested && !out.documents && !account_book.documents.empty();
  for (auto it = account_book.agents.lower_bound({number, {}}); it != account_book.agents.end() && it->first.account == number; ++it) {
    const auto& agent = it->second;
    out.agents.push_back({brief_of(state, it->first.agent), agent.transfers, agent.retires, agent.from, agent.until, agent.from <= out.today && out.today <= agent.until});
  }
  out.acts = acts_for(state, actor, act, number, row);
  for (const auto& name : out.acts) {
    if (Identity::needs_second_factor(name)) out.second_factor.push_back(name);
  }
  return out;
}

// ---- movements ----

std::span<const std::pair<std::string_view, Move>> enum_names(Move) {
  static constexpr std::pair<std::string_view, Move> all[] = {{"issued", Move::issued}, {"imported", Move::imported}, {"opened", Move::opened}, {"transfer_in", Move::transfer_in},
      {"transfer_out", Move::transfer_out}, {"retired", Move::retired}, {"returned_in", Move::returned_in}, {"returned_out", Move::returned_out}, {"corrected_in", Move::corrected_in},
      {"corrected_out", Move::corrected_out}, {"succeeded_in", Move::succeeded_in}, {"succeeded_out", Move::succeeded_out}, {"expired", Move::expired}, {"released", Move::released},
      {"released_out", Move::released_out}};
  return all;
}

Bilingual words_of(Move move) {
  switch (move) {
    case Move::issued: return {"発行", "issued"};
    case Move::imported: return {"受入れ", "imported"};
    case Move::opened: return {"移行", "brought in"};
    case Move::transfer_in: return {"移転(受)", "transfer in"};
    case Move::transfer_out: return {"移転(出)", "transfer out"};
    case Move::retired: return {"無効化等", "used up"};
    case Move::returned_in: return {"返還(受)", "returned in"};
    case Move::returned_out: return {"返還(出)", "returned out"};
    case Move::corrected_in: return {"訂正(受)", "corrected in"};
    case Move::corrected_out: return {"訂正(出)", "corrected out"};
    case Move::succeeded_in: return {"承継(受)", "succession in"};
    case Move::succeeded_out: return {"承継(出)", "succession out"};
    case Move::expired: return {"失効", "expired"};
    case Move::released: return {"バッファー返還", "released from the buffer"};
    case Move::released_out: return {"バッファーから返還", "released out of the buffer"};
  }
  return {};
}

bool comes_in(Move move) {
  return move == Move::issued || move == Move::imported || move == Move::opened || move == Move::transfer_in || move == Move::returned_in || move == Move::corrected_in ||
         move == Move::succeeded_in || move == Move::released;
}

Result<std::vector<MovementView>> movements_of(const Ledger& ledger, AccountNumber account, const MovementFilter& filter) {
  SUMI_TRY(const auto history, history_of(ledger, account));
  std::vector<MovementView> out;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    for (const auto& m : history.movements) {
      const bool in = comes_in(m.move);
      if (!filter.move.empty() && wire::word_of(m.move) != filter.move) continue;
      if (!filter.credit_type.empty() && m.kind.credit_type != filter.credit_type) continue;
      if (!filter.way.empty() && filter.way != (in ? "in" : "out")) continue;
      if ((filter.from && m.date < *filter.from) || (filter.to && m.date > *filter.to)) continue;
      MovementView view;
      view.entry = m.entry;
      view.date = m.date;
      view.time = m.time;
      view.move = m.move;
      view.words = words_of(m.move);
      view.in = in;
      view.crediting_programme = m.kind.crediting_programme;
      view.credit_type = m.kind.credit_type;
      view.unit_kind = m.kind.unit_kind;
      view.units = amount_of(m.units, m.kind.unit_kind);
      view.other = m.other;
      view.other_holder = holder_of(state, m.other);
      if (m.price) view.price = Amount{m.price->to_string(), "JPY"};
      view.agreed_on = m.agreed_on;
      view.cost = yen(m.cost);
      view.balance = amount_of(m.balance, m.kind.unit_kind);
      out.push_back(std::move(view));
    }
  }));
  return out;
}

void sort_movements(std::vector<MovementView>& all, std::string_view by) {
  if (by.empty()) by = "-entry";
  const bool down = by.starts_with('-');
  if (down) by.remove_prefix(1);
  const auto number = [](const Amount& a) { return Integer::parse(a.value).value_or(Integer()); };
  std::stable_sort(all.begin(), all.end(), [&](const MovementView& a, const MovementView& b) {
    const auto& x = down ? b : a;
    const auto& y = down ? a : b;
    if (by == "date") return x.date < y.date;
    if (by == "units") return number(x.units) < number(y.units);
    return x.entry < y.entry;
  });
}

}  // namespace sumi::service
