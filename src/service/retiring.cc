#include "service/retiring.h"

#include <algorithm>

#include "base/limits.h"
#include "base/number.h"
#include "base/sha256.h"
#include "registry/names.h"
#include "registry/use_years.h"
#include "service/authority.h"
#include "service/identity.h"
#include "service/rules.h"
#include "wire/tree_codec.h"

namespace sumi::service {

using registry::SerialRange;

std::span<const std::pair<std::string_view, Eligibility>> enum_names(Eligibility) {
  static constexpr std::pair<std::string_view, Eligibility> all[] = {{"yes", Eligibility::yes}, {"conditional", Eligibility::conditional}, {"not_known", Eligibility::not_known}, {"no", Eligibility::no},
      {"not_free", Eligibility::not_free}};
  return all;
}

namespace {

// More lines than a page shows; the sums are of all of them.
constexpr std::size_t lines_shown_max = 500;
constexpr std::uint64_t grams_per_tonne = 1'000'000;

Bilingual words_of(Eligibility eligible) {
  switch (eligible) {
    case Eligibility::yes: return {"使えます", "may be used"};
    case Eligibility::conditional: return {"条件つきで使えます", "may be used on a condition"};
    case Eligibility::not_known: return {"使えるかどうか、規則では決まりません", "the rules at hand do not tell"};
    case Eligibility::no: return {"使えません", "may not be used"};
    case Eligibility::not_free: return {"ほかの手続を待っています", "waits for something else"};
  }
  return {};
}

std::vector<std::string> listed(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const auto end = std::min(text.find(';'), text.size());
    if (end != 0) out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

struct Sight {
  std::shared_ptr<const rulebook::Rulebook> book;
  scheme::Rules rules;
};
Result<Sight> sight(const Ledger& ledger) {
  SUMI_TRY(auto book, ledger.rulebook());
  SUMI_TRY(auto rules, rules_from(*book));
  return Sight{std::move(book), std::move(rules)};
}

// The command that a draft would become. What is sealed only needs to be there; a place is compared by its key.
Result<registry::ApplyRetirement> command_of(Ledger& ledger, AccountNumber account, const RetireDraft& draft) {
  const auto given = [](const std::string& text) { return text.empty() ? Sealed{} : Sealed{sha256(text)}; };
  registry::ApplyRetirement c;
  c.account = account;
  c.end_use = draft.end_use;
  c.selection = draft.selection;
  c.user = draft.user;
  c.uses = draft.uses;
  c.consent = draft.consent;
  c.offset = draft.offset;
  c.offset_object = given(draft.offset_object);
  c.place = given(draft.place);
  c.note = given(draft.note);
  if (!draft.place.empty()) {
    SUMI_TRY(const auto place, place_key(ledger, draft.place));
    if (place) c.place_key = place->key, c.key_version = place->version;
  }
  return c;
}

RuleView rule_view(const rulebook::Rulebook& book, const std::string& purpose, const claim::Judgement& judgement) {
  RuleView view;
  view.purpose = purpose;
  view.verdict = claim::name_of(judgement.verdict);
  view.verdict_words = {std::string(claim::word_of(judgement.verdict, Language::ja)), std::string(claim::word_of(judgement.verdict, Language::en))};
  view.reason = {claim::reason(judgement, Language::ja), claim::reason(judgement, Language::en)};
  if (judgement.rows.empty()) return view;
  const auto& row = *judgement.rows.front();
  view.scheme = {row.scheme_ja, row.scheme_en};
  view.credit = {row.credit, row.credit};
  view.condition = {row.condition_ja, row.condition_en};
  view.limit = {row.limit_ja, row.limit_en};
  view.confidence = rulebook::name_of(row.confidence);
  view.sources = sources_of(book, row.sources);
  return view;
}

// What the rules of each purpose say of one line, the worst of them first in weight.
class Judge {
 public:
  Judge(const scheme::State& state, const Sight& sight, const registry::ApplyRetirement& command, const Act& act) : state_(state), sight_(sight), command_(command), act_(act) {}

  // A line is cut where the facts of its units differ.
  void add(const HoldingLine& line, std::vector<EligibleLine>& out) const {
    for (const auto& piece : claim::pieces_of(state_.registry(), line.range, command_.user, act_.business_date)) {
      EligibleLine one;
      one.line = piece.range == line.range ? line : part_of(line, piece.range);
      auto worst = claim::Verdict::met;
      for (const auto& use : command_.uses) {
        const auto purpose = sight_.rules.registry.purposes.find(use.purpose);
        if (purpose == sight_.rules.registry.purposes.end()) continue;
        const auto& asks = purpose->second;
        if (asks.schemes.empty() && asks.jcredit_use.empty()) continue;  // nothing is asked of the units
        const auto judgement = claim::judge(piece.facts, claim::question_of(asks, act_.business_date, use.fiscal_year), sight_.rules.eligibility);
        worst = std::max(worst, judgement.verdict);
        one.rules.push_back(rule_view(*sight_.book, use.purpose, judgement));
      }
      one.eligible = worst == claim::Verdict::met ? Eligibility::yes : worst == claim::Verdict::conditional ? Eligibility::conditional : worst == claim::Verdict::not_met ? Eligibility::no : Eligibility::not_known;
      out.push_back(std::move(one));
    }
  }
  // What the ledger itself would say of these units alone.
  [[nodiscard]] std::optional<WhyNot> refused(const SerialRange& range) const {
    auto one = command_;
    one.selection = {{range}, std::nullopt};
    const auto outcome = state_.decide(one, act_, sight_.rules);
    return outcome ? std::nullopt : std::optional(why_not(outcome.error()));
  }

 private:
  HoldingLine part_of(const HoldingLine& line, const SerialRange& range) const {
    auto parts = lines_of(state_, *sight_.book, {range});
    HoldingLine part = std::move(parts.front());
    part.state = line.state;
    part.retirement = line.retirement;
    part.offer = line.offer;
    return part;
  }
  const scheme::State& state_;
  const Sight& sight_;
  const registry::ApplyRetirement& command_;
  const Act& act_;
};

// In the order of scheme::State::decide: refusals that no choice of units mends. Asked with no units at all, so that only those come that are found before.
std::optional<WhyNot> draft_refusal(const scheme::State& state, const registry::ApplyRetirement& command, const Act& act, const Sight& s) {
  auto one = command;
  one.selection = {{}, registry::Pick{1, "", {}, {}}};
  const auto outcome = state.decide(one, act, s.rules);
  if (outcome) return std::nullopt;
  using namespace registry::errors;
  const std::string code = qualified_name(*outcome.error().def);
  // These are of the units: the lines tell them one by one.
  for (const auto* of_units : {&insufficient_units, &units_suspended, &units_elsewhere, &units_in_escrow, &place_same, &not_authorised_ndc, &range_outside_batch, &restricted_units_used}) {
    if (outcome.error().def == of_units) return std::nullopt;
  }
  if (code == "claim.not_eligible") return std::nullopt;
  return why_not(outcome.error());
}

WhyNot waits(const HoldingLine& line) {
  const bool retirement = line.state == HoldingState::waits_retirement;
  const auto number = std::to_string(retirement ? line.retirement.value : line.offer.value);
  WhyNot why;
  why.code = retirement ? "waits_retirement" : "waits_offer";
  why.ja = retirement ? "無効化等の申請" + number + "の完了を待っています。" : "移転の申込み" + number + "の返事を待っています。";
  why.en = retirement ? "They wait for retirement " + number + " to be completed." : "They wait for the answer to offer " + number + ".";
  return why;
}

}  // namespace

std::vector<SourceView> sources_of(const rulebook::Rulebook& book, const std::vector<std::string>& ids) {
  std::vector<SourceView> out;
  for (const auto& id : ids) {
    const auto* source = book.source(id);
    if (source == nullptr) out.push_back({id, id, "", "", ""});
    else out.push_back({id, source->title, source->publisher, source->published, source->address});
  }
  return out;
}

Bilingual purpose_title(const rulebook::Rulebook& book, const std::string& purpose) {
  if (const auto* table = book.table("jcredit-registry/purposes")) {
    for (const auto& row : book.rows(table->name)) {
      if (row.key.front() == purpose) return {cell_text(*table, row, "title_ja"), cell_text(*table, row, "title_en")};
    }
  }
  return {purpose, purpose};
}

std::vector<PurposeView> purposes_of(const rulebook::Rulebook& book, const scheme::Rules& rules, Date today) {
  std::vector<PurposeView> out;
  const auto* table = book.table("jcredit-registry/purposes");
  if (table == nullptr) return out;
  for (const auto& row : book.rows(table->name)) {
    const auto found = rules.registry.purposes.find(row.key.front());
    if (found == rules.registry.purposes.end() || found->second.end_uses.empty()) continue;
    const auto& purpose = found->second;
    PurposeView view;
    view.purpose = row.key.front();
    view.title = {cell_text(*table, row, "title_ja"), cell_text(*table, row, "title_en")};
    view.end_uses.assign(purpose.end_uses.begin(), purpose.end_uses.end());
    view.fiscal_year_needed = purpose.fiscal_year_needed;
    view.years = registry::years_served(purpose, today);
    view.years_bound = !view.years.empty();
    if (!view.years_bound) {
      const auto own = FiscalYear::of(today).number;
      view.years = {{own - 2}, {own - 1}, {own}, {own + 1}};
    }
    view.scope = purpose.scope;
    view.place_rule = purpose.place_rule;
    view.object_needed = purpose.object_needed;
    view.needs = listed(cell_text(*table, row, "needs"));
    view.judged = !purpose.schemes.empty() || !purpose.jcredit_use.empty();
    view.sources = sources_of(book, row.sources);
    out.push_back(std::move(view));
  }
  return out;
}

Result<EligibleUnits> judge_units(Ledger& ledger, const Actor& actor, Instant clock, AccountNumber account, const RetireDraft& draft) {
  SUMI_TRY(const auto s, sight(ledger));
  SUMI_TRY(auto command, command_of(ledger, account, draft));
  EligibleUnits out;
  std::optional<Error> refused;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    const auto* row = state.registry().accounts().find(account);
    if (row == nullptr) {
      refused = make_error(registry::errors::account_unknown, {{"account", std::to_string(account.value)}});
      return;
    }
    if (!command.user) command.user = row->organisation;
    const Act act = act_of(state, actor, clock);
    const Judge judge(state, s, command, act);
    out.draft = draft_refusal(state, command, act, s);
    std::vector<EligibleLine> lines;
    for (const auto& line : holdings_of(state, *s.book, account)) judge.add(line, lines);
    std::uint64_t may = 0, conditional = 0, may_not = 0, waiting = 0;
    for (auto& one : lines) {
      const auto units = one.line.range.count();
      if (one.line.state != HoldingState::free) {
        one.eligible = Eligibility::not_free;
        one.why_not = waits(one.line);
      } else if (!out.draft) {
        one.why_not = judge.refused(one.line.range);
        if (one.why_not) one.eligible = Eligibility::no;
      }
      one.words = words_of(one.eligible);
      switch (one.eligible) {
        case Eligibility::yes: may += units; break;
        case Eligibility::conditional:
        case Eligibility::not_known: conditional += units; break;
        case Eligibility::no: may_not += units; break;
        case Eligibility::not_free: waiting += units; break;
      }
    }
    out.may = amount_of(may);
    out.conditional = amount_of(conditional);
    out.may_not = amount_of(may_not);
    out.waiting = amount_of(waiting);
    out.lines_in_all = static_cast<std::uint32_t>(lines.size());
    if (lines.size() > lines_shown_max) lines.resize(lines_shown_max);
    out.lines = std::move(lines);
  }));
  if (refused) return fail(*std::move(refused));
  return out;
}

Result<RetirePreview> preview_retirement(Ledger& ledger, const Actor& actor, Instant clock, AccountNumber account, const RetireDraft& draft) {
  SUMI_TRY(const auto s, sight(ledger));
  SUMI_TRY(auto command, command_of(ledger, account, draft));
  RetirePreview out;
  std::optional<Error> refused;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    const auto* row = state.registry().accounts().find(account);
    if (row != nullptr && !command.user) command.user = row->organisation;
    const Act act = act_of(state, actor, clock);
    const auto outcome = state.decide(command, act, s.rules);
    if (!outcome) {
      refused = outcome.error();
      return;
    }
    const auto& ranges = std::get<registry::RetirementRequested>(*outcome).ranges;
    const Judge judge(state, s, command, act);
    std::uint64_t units = 0;
    for (const auto& line : lines_of(state, *s.book, ranges)) {
      units += line.range.count();
      judge.add(line, out.lines);
    }
    for (auto& one : out.lines) one.words = words_of(one.eligible);
    out.end_use = command.end_use;
    out.units = amount_of(units, ranges.empty() ? registry::UnitKind::tco2 : state.registry().batches().at(ranges.front().batch).attributes.unit_kind);
    out.user = brief_of(state, command.user);
    out.user_corporate_number = state.organisations().at(command.user).corporate_number;
    out.by_proxy = command.user != row->organisation;
    out.needs_second = row->second_person || state.registry().needs_second(account, units);
    out.lapses_at = {act.time.ms + limits::retirement_request_keep_ms};
    out.second_factor = Identity::needs_second_factor("ExecuteRetirement");
  }));
  if (refused) return fail(*std::move(refused));
  return out;
}

// ---- what was asked for ----

bool may_see(const scheme::State& state, const Actor& actor, RetirementNumber retirement) {
  const auto* row = state.registry().retirements().find(retirement);
  if (row == nullptr) return false;
  if (may_see(state, actor, row->account)) return true;
  return row->user && row->user == actor.organisation && allowed(Right::see_accounts, actor, true);
}

namespace {

struct Kept {
  Sealed offset_object, place, note;
  PersonId by;
  bool own = false;
  std::vector<std::pair<std::uint64_t, registry::CertificatesRow>> certificates;
};

OwnRetirement view_of(const scheme::State& state, const Sight& s, const Actor& actor, Instant clock, RetirementNumber number, const registry::RetirementRow& row) {
  const auto& registry = state.registry();
  const auto& account = registry.accounts().at(row.account);
  const Act act = act_of(state, actor, clock);
  OwnRetirement view;
  view.retirement = number;
  view.account = account_brief(state, row.account);
  view.end_use = row.end_use;
  view.status = row.status;
  const auto kind = row.ranges.empty() ? registry::UnitKind::tco2 : registry.batches().at(row.ranges.front().batch).attributes.unit_kind;
  view.units = amount_of(row.amount(), kind);
  view.lines = lines_of(state, *s.book, row.ranges);
  view.user = {row.user, row.user_name.empty() ? brief_of(state, row.user).name : row.user_name};
  view.by_proxy = row.user && row.user != account.organisation;
  view.requested_at = row.requested_at;
  view.lapses_at = row.lapses_at;
  if (row.status != registry::RetirementStatus::requested) view.decided = row.decided;
  view.needs_second = account.second_person || registry.needs_second(row.account, row.amount());
  const auto* use = registry.uses().uses.find(number);
  if (use != nullptr) {
    for (const auto& u : use->uses) view.uses.push_back({u.purpose, purpose_title(*s.book, u.purpose), u.fiscal_year, u.report});
    view.offset = use->offset;
  } else {
    view.uses.push_back({row.purpose, purpose_title(*s.book, row.purpose), row.fiscal_year, ""});
  }
  view.command = use != nullptr ? "ExecuteRetirement" : "ConfirmRetirement";
  if (row.status == registry::RetirementStatus::requested) {
    view.complete = use != nullptr ? may(state, registry::ExecuteRetirement{number}, act, s.rules) : may(state, registry::ConfirmRetirement{number}, act, s.rules);
    view.withdraw = may(state, registry::WithdrawRetirement{number}, act, s.rules);
  }
  const auto* divided = registry.uses().divided_grams.find(number);
  const std::uint64_t grams = divided == nullptr ? 0 : *divided;
  view.divided = {std::to_string(grams), "g-CO2"};
  const Integer left = Integer::from_u64(row.amount()) * Integer::from_u64(grams_per_tonne) - Integer::from_u64(grams);
  view.left = {row.status == registry::RetirementStatus::confirmed ? left.to_string() : "0", "g-CO2"};
  if (row.status == registry::RetirementStatus::confirmed && left.sign() > 0) view.divide = may(state, registry::DivideRetirement{number, {{1, 1}}, {}}, act, s.rules);
  return view;
}

Result<std::vector<DividedPart>> parts_of(const Ledger& ledger, const Kept& kept) {
  std::vector<DividedPart> out;
  for (const auto& [first, row] : kept.certificates) {
    SUMI_TRY(const auto titles, unsealed(ledger, row.titles));
    std::size_t at = 0;
    std::uint64_t next = first;
    for (const auto& part : row.parts) {
      const auto end = std::min(titles.find('\n', at), titles.size());
      out.push_back({next, next + part.count - 1, at < titles.size() ? titles.substr(at, end - at) : std::string(), part.count, {std::to_string(part.grams), "g-CO2"}, row.issued_on});
      at = std::min(end + 1, titles.size());
      next += part.count;
    }
  }
  return out;
}

Result<std::vector<OwnRetirement>> retirements_where(const Ledger& ledger, const Actor& actor, Instant clock, const RetirementFilter& filter, RetirementNumber only) {
  SUMI_TRY(const auto s, sight(ledger));
  std::vector<OwnRetirement> out;
  std::vector<Kept> kept;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    const auto& registry = state.registry();
    const auto take = [&](RetirementNumber number, const registry::RetirementRow& row) {
      if (filter.account && filter.account != row.account) return;
      if (!filter.status.empty() && wire::word_of(row.status) != filter.status) return;
      if (!filter.end_use.empty() && wire::word_of(row.end_use) != filter.end_use) return;
      if (!may_see(state, actor, number)) return;
      auto view = view_of(state, s, actor, clock, number, row);
      if (!filter.purpose.empty() && std::none_of(view.uses.begin(), view.uses.end(), [&](const OwnUse& u) { return u.purpose == filter.purpose; })) return;
      Kept texts;
      texts.note = row.note;
      texts.by = row.requested_by;
      texts.own = registry.accounts().at(row.account).organisation == actor.organisation;
      if (const auto* use = registry.uses().uses.find(number)) texts.offset_object = use->offset_object, texts.place = use->place;
      if (only) {
        for (const auto& [first, certificates] : registry.uses().certificates) {
          if (certificates.retirement == number) texts.certificates.emplace_back(first, certificates);
        }
      }
      out.push_back(std::move(view));
      kept.push_back(std::move(texts));
    };
    if (only) {
      if (const auto* row = registry.retirements().find(only)) take(only, *row);
      return;
    }
    for (const auto& [number, row] : registry.retirements()) take(number, row);
  }));
  for (std::size_t i = 0; i < out.size(); ++i) {
    SUMI_TRY(out[i].offset_object, unsealed(ledger, kept[i].offset_object));
    if (only) {
      SUMI_TRY(out[i].place, unsealed(ledger, kept[i].place));
      SUMI_TRY(out[i].note, unsealed(ledger, kept[i].note));
      SUMI_TRY(out[i].certificates, parts_of(ledger, kept[i]));
    }
    if (!kept[i].own) continue;
    SUMI_TRY(out[i].requested_by, person_name(ledger, kept[i].by));
  }
  return out;
}

}  // namespace

Result<std::vector<OwnRetirement>> retirements_of(const Ledger& ledger, const Actor& actor, Instant clock, const RetirementFilter& filter) {
  return retirements_where(ledger, actor, clock, filter, {});
}

Result<std::optional<OwnRetirement>> own_retirement(const Ledger& ledger, const Actor& actor, Instant clock, RetirementNumber retirement) {
  if (!retirement) return std::optional<OwnRetirement>();
  SUMI_TRY(auto found, retirements_where(ledger, actor, clock, {}, retirement));
  return found.empty() ? std::optional<OwnRetirement>() : std::optional(std::move(found.front()));
}

void sort_retirements(std::vector<OwnRetirement>& all, std::string_view by) {
  if (by.empty()) by = "-retirement";
  const bool down = by.starts_with('-');
  if (down) by.remove_prefix(1);
  const auto number = [](const Amount& a) { return Integer::parse(a.value).value_or(Integer()); };
  std::stable_sort(all.begin(), all.end(), [&](const OwnRetirement& a, const OwnRetirement& b) {
    const auto& x = down ? b : a;
    const auto& y = down ? a : b;
    if (by == "units") return number(x.units) < number(y.units);
    if (by == "requested_at") return x.requested_at < y.requested_at;
    if (by == "decided") return x.decided < y.decided;
    return x.retirement < y.retirement;
  });
}

}  // namespace sumi::service
