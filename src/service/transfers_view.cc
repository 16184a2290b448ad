#include "service/transfers_view.h"

#include <algorithm>

#include "base/limits.h"
#include "base/number.h"
#include "registry/names.h"
#include "service/rules.h"
#include "service/split.h"
#include "wire/tree_codec.h"

namespace sumi::service {

std::span<const std::pair<std::string_view, WaitsFor>> enum_names(WaitsFor) {
  static constexpr std::pair<std::string_view, WaitsFor> all[] = {{"nobody", WaitsFor::nobody}, {"second_person", WaitsFor::second_person}, {"transferee", WaitsFor::transferee}};
  return all;
}

namespace {

using registry::OfferStatus;

std::uint64_t count_of(const std::vector<registry::SerialRange>& ranges) {
  std::uint64_t sum = 0;
  for (const auto& r : ranges) sum += r.count();
  return sum;
}
registry::UnitKind kind_of(const scheme::State& state, const std::vector<registry::SerialRange>& ranges) {
  return ranges.empty() ? registry::UnitKind::tco2 : state.registry().batches().at(ranges.front().batch).attributes.unit_kind;
}
// Yen for all of them, exact.
std::optional<Amount> price_of(const std::string& per_unit, std::uint64_t units) {
  const auto price = per_unit.empty() ? std::nullopt : Decimal::parse(per_unit).map([](const Decimal& d) { return std::optional(d); }).value_or(std::nullopt);
  if (!price) return std::nullopt;
  const Rational all = Rational(*price) * Rational(Integer::from_u64(units));
  return Amount{all.to_string(), "JPY"};
}

// What everybody who looks at transfers needs of the ledger.
struct Sight {
  const Ledger& ledger;
  const Actor& actor;
  Instant clock;
  std::shared_ptr<const rulebook::Rulebook> book;
  scheme::Rules rules;
};
Result<Sight> sight(const Ledger& ledger, const Actor& actor, Instant clock) {
  SUMI_TRY(auto book, ledger.rulebook());
  SUMI_TRY(auto rules, rules_from(*book));
  return Sight{ledger, actor, clock, std::move(book), std::move(rules)};
}

// The account among the two for which the actor looks; whoever runs the scheme looks from the side that gives.
bool is_incoming(const scheme::State& state, const Actor& actor, AccountNumber from, AccountNumber to) {
  const auto& accounts = state.registry().accounts();
  if (accounts.at(from).organisation == actor.organisation) return false;
  return accounts.at(to).organisation == actor.organisation || !may_see(state, actor, from);
}
bool is_seen(const scheme::State& state, const Actor& actor, const TransferFilter& filter, AccountNumber from, AccountNumber to) {
  if (filter.account && filter.account != from && filter.account != to) return false;
  const bool out = may_see(state, actor, from), in = may_see(state, actor, to);
  if (!out && !in) return false;
  if (filter.way.empty()) return true;
  const bool incoming = filter.account ? filter.account == to : is_incoming(state, actor, from, to);
  return filter.way == (incoming ? "in" : "out");
}

struct Opened {
  Sealed note;
  PersonId by;
  bool own = false;
};

OfferView view_of(const scheme::State& state, const Sight& s, OfferNumber number, const registry::OfferRow& row) {
  const Act act = act_of(state, s.actor, s.clock);
  const bool open = (row.status == OfferStatus::waits_for_second || row.status == OfferStatus::offered) && act.time.date_in_japan() <= row.expires_on;
  OfferView view;
  view.offer = number;
  view.from = account_brief(state, row.from);
  view.to = account_brief(state, row.to);
  view.incoming = is_incoming(state, s.actor, row.from, row.to);
  const auto units = count_of(row.ranges);
  view.units = amount_of(units, kind_of(state, row.ranges));
  view.lines = lines_of(state, *s.book, row.ranges);
  if (!row.price_yen_per_t.empty()) view.price_per_unit = Amount{row.price_yen_per_t, "JPY"};
  view.price = price_of(row.price_yen_per_t, units);
  view.agreed_on = row.agreed_on;
  view.status = !open && (row.status == OfferStatus::waits_for_second || row.status == OfferStatus::offered) ? OfferStatus::lapsed : row.status;
  view.waits_for = !open ? WaitsFor::nobody : row.status == OfferStatus::waits_for_second ? WaitsFor::second_person : WaitsFor::transferee;
  view.offered_on = row.offered_on;
  view.expires_on = row.expires_on;
  if (!open && row.status != OfferStatus::waits_for_second && row.status != OfferStatus::offered) view.decided = row.decided;
  if (open) {
    view.confirm = may(state, registry::ConfirmOffer{number}, act, s.rules);
    view.accept = may(state, registry::AcceptOffer{number}, act, s.rules);
    view.end = may(state, registry::EndOffer{number}, act, s.rules);
  }
  return view;
}

ReturnView view_of(const scheme::State& state, const Sight& s, ReturnNumber number, const registry::ReturnRow& row) {
  ReturnView view;
  view.number = number;
  view.from = account_brief(state, row.from);
  view.to = account_brief(state, row.to);
  view.incoming = is_incoming(state, s.actor, row.to, row.from);
  view.entry = row.entry;
  view.units = amount_of(count_of(row.ranges), kind_of(state, row.ranges));
  view.lines = lines_of(state, *s.book, row.ranges);
  view.status = row.status;
  view.asked = row.asked;
  if (row.status != registry::ReturnStatus::asked) view.decided = row.decided;
  else view.decide = may(state, registry::DecideReturn{number, true}, act_of(state, s.actor, s.clock), s.rules);
  return view;
}

// Texts and names lie in another file: they are asked for when the state is no longer held.
template <class View> Result<void> open_texts(const Ledger& ledger, std::vector<View>& views, const std::vector<Opened>& sealed) {
  for (std::size_t i = 0; i < views.size(); ++i) {
    SUMI_TRY(views[i].note, unsealed(ledger, sealed[i].note));
    if constexpr (std::is_same_v<View, OfferView>) {
      if (!sealed[i].own) continue;
      SUMI_TRY(views[i].offered_by, person_name(ledger, sealed[i].by));
    }
  }
  return {};
}

Result<std::vector<OfferView>> offers_where(const Ledger& ledger, const Actor& actor, Instant clock, const TransferFilter& filter, OfferNumber only) {
  SUMI_TRY(const auto s, sight(ledger, actor, clock));
  std::vector<OfferView> out;
  std::vector<Opened> sealed;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    for (const auto& [number, row] : state.registry().offers().offers) {
      if ((only && number != only) || !is_seen(state, actor, filter, row.from, row.to)) continue;
      // What waits for the giver's second person was not offered to anybody yet.
      if (row.status == OfferStatus::waits_for_second && !may_see(state, actor, row.from)) continue;
      if (filter.status == "open" && row.status != OfferStatus::waits_for_second && row.status != OfferStatus::offered) continue;
      auto view = view_of(state, s, number, row);
      if (filter.status == "open" ? view.waits_for == WaitsFor::nobody : !filter.status.empty() && wire::word_of(view.status) != filter.status) continue;
      out.push_back(std::move(view));
      sealed.push_back({row.note, row.offered_by, state.registry().accounts().at(row.from).organisation == actor.organisation});
    }
  }));
  SUMI_CHECK(open_texts(ledger, out, sealed));
  return out;
}

Result<std::vector<ReturnView>> returns_where(const Ledger& ledger, const Actor& actor, Instant clock, const TransferFilter& filter, ReturnNumber only) {
  SUMI_TRY(const auto s, sight(ledger, actor, clock));
  std::vector<ReturnView> out;
  std::vector<Opened> sealed;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    for (const auto& [number, row] : state.registry().offers().returns) {
      // Who is asked gives: the way is told from the side of the one who looks.
      if ((only && number != only) || !is_seen(state, actor, filter, row.to, row.from)) continue;
      if (!filter.status.empty() && wire::word_of(row.status) != (filter.status == "open" ? "asked" : filter.status)) continue;
      out.push_back(view_of(state, s, number, row));
      sealed.push_back({row.note, {}, false});
    }
  }));
  SUMI_CHECK(open_texts(ledger, out, sealed));
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace

AccountBrief account_brief(const scheme::State& state, AccountNumber account) {
  const auto* row = state.registry().accounts().find(account);
  return {account, holder_of(state, account), row == nullptr ? std::string() : row->department};
}

Result<std::string> unsealed(const Ledger& ledger, const Sealed& sealed) {
  if (!sealed) return std::string();
  const auto value = ledger.people().sealed(sealed.commitment);
  if (!value || !*value) return std::string();
  return std::string((*value)->value.begin(), (*value)->value.end());
}

Result<std::string> person_name(const Ledger& ledger, PersonId person) {
  SUMI_TRY(const auto found, ledger.people().person_by_id(person));
  return found ? found->name : std::string();
}

namespace {

// Each plans what is to be sent, and gives the units that it would take.
Result<std::vector<registry::SerialRange>> plan_offer(const scheme::State& state, const scheme::Rules& rules, const Act& act, AccountNumber from, const TransferDraft& draft, TransferPreview& out) {
  registry::OfferTransfer c;
  c.from = from;
  c.to = draft.to;
  c.selection = draft.selection;
  c.price_yen_per_t = draft.price_yen_per_t;
  c.agreed_on = draft.agreed_on;
  c.acceptance = draft.acceptance;
  c.expires_on = out.expires_on;
  SUMI_TRY(const auto outcome, state.decide(c, act, rules));
  const auto& offered = std::get<registry::TransferOffered>(outcome);
  out.waits_for_second = offered.waits_for_second;
  out.command_name = "OfferTransfer";
  out.command = wire::to_tree(c);
  return offered.ranges;
}
Result<std::vector<registry::SerialRange>> plan_plain(const scheme::State& state, const scheme::Rules& rules, const Act& act, AccountNumber from, const TransferDraft& draft, TransferPreview& out) {
  registry::Transfer c;
  c.from = from;
  c.to = draft.to;
  c.selection = draft.selection;
  c.price_yen_per_t = draft.price_yen_per_t;
  out.command_name = "Transfer";
  out.command = wire::to_tree(c);
  const auto today = act.time.date_in_japan();
  const auto parts = split_transfer(state, c, today);
  if (!parts || parts->size() < 2) {
    SUMI_TRY(const auto outcome, state.decide(c, act, rules));
    return std::get<registry::Moved>(outcome).ranges;
  }
  // What is refused of one part is refused of all: they differ by nothing but their amount.
  SUMI_CHECK(state.decide(parts->front(), act, rules));
  out.entries = static_cast<std::uint32_t>(parts->size());
  return state.registry().units_for(from, *c.selection.pick, today);
}

}  // namespace

Result<TransferPreview> preview_transfer(const scheme::State& state, const rulebook::Rulebook& book, const scheme::Rules& rules, const Act& act, AccountNumber from, const TransferDraft& draft) {
  TransferPreview out;
  out.expires_on = draft.expires_on.value_or(act.time.date_in_japan().plus_days(limits::offer_days_max));
  auto asked = count_of(draft.selection.ranges);
  if (draft.selection.pick) asked += draft.selection.pick->amount;
  const bool plain = !draft.acceptance && !draft.agreed_on && !state.registry().needs_second(from, asked);
  SUMI_TRY(const auto ranges, plain ? plan_plain(state, rules, act, from, draft, out) : plan_offer(state, rules, act, from, draft, out));
  const auto units = count_of(ranges);
  out.from = account_brief(state, from);
  out.to = account_brief(state, draft.to);
  out.units = amount_of(units, kind_of(state, ranges));
  out.lines = lines_of(state, book, ranges);
  out.waits_for_transferee = draft.acceptance;
  out.price = price_of(draft.price_yen_per_t, units);
  return out;
}

Result<std::vector<OfferView>> offers_of(const Ledger& ledger, const Actor& actor, Instant clock, const TransferFilter& filter) {
  return offers_where(ledger, actor, clock, filter, {});
}

Result<std::optional<OfferView>> offer_view(const Ledger& ledger, const Actor& actor, Instant clock, OfferNumber offer) {
  if (!offer) return std::optional<OfferView>();
  SUMI_TRY(auto found, offers_where(ledger, actor, clock, {}, offer));
  return found.empty() ? std::optional<OfferView>() : std::optional(std::move(found.front()));
}

Result<std::vector<ReturnView>> returns_of(const Ledger& ledger, const Actor& actor, Instant clock, const TransferFilter& filter) {
  return returns_where(ledger, actor, clock, filter, {});
}

Result<std::optional<ReturnView>> return_view(const Ledger& ledger, const Actor& actor, Instant clock, ReturnNumber number) {
  if (!number) return std::optional<ReturnView>();
  SUMI_TRY(auto found, returns_where(ledger, actor, clock, {}, number));
  return found.empty() ? std::optional<ReturnView>() : std::optional(std::move(found.front()));
}

void sort_offers(std::vector<OfferView>& all, std::string_view by) {
  if (by.empty()) by = "-offer";
  const bool down = by.starts_with('-');
  if (down) by.remove_prefix(1);
  const auto number = [](const Amount& a) { return Integer::parse(a.value).value_or(Integer()); };
  std::stable_sort(all.begin(), all.end(), [&](const OfferView& a, const OfferView& b) {
    const auto& x = down ? b : a;
    const auto& y = down ? a : b;
    if (by == "expires_on") return x.expires_on < y.expires_on;
    if (by == "offered_on") return x.offered_on < y.offered_on;
    if (by == "units") return number(x.units) < number(y.units);
    return x.offer < y.offer;
  });
}

}  // namespace sumi::service
