// What the account holder's pages are made of. The first account holds batch 1 (1-70, fiscal year 2026) and batch 2 (1-6, 2027), made by its own holder; every expected sum is
// counted by hand from that.
#include <gtest/gtest.h>

#include "registry/names.h"
#include "registry/use_years.h"
#include "service/account_record.h"
#include "service/holdings.h"
#include "service/retiring.h"
#include "service/rules.h"
#include "service/testing.h"
#include "service/transfers_view.h"
#include "wire/tree_codec.h"

namespace sumi::service {
namespace {

using namespace testing;
using Words = std::vector<std::string>;
using registry::PublicRange;
using scheme::Role;

Actor actor(const House& house, PersonId person, OrganisationNumber organisation) {
  Actor out;
  value_of(house.ledger->read([&](const scheme::State& state) { out = actor_for(state, person, organisation, state.now().date_in_japan()); }));
  return out;
}
Actor tanaka(const House& house) { return actor(house, house.who.tanaka, house.who.first); }
Actor kato(const House& house) { return actor(house, house.who.kato, house.who.second); }

std::vector<HoldingLine> holdings(const House& house, AccountNumber account) {
  std::vector<HoldingLine> out;
  const auto book = value_of(house.ledger->rulebook());
  value_of(house.ledger->read([&](const scheme::State& state) { out = holdings_of(state, *book, account); }));
  return out;
}
// "1:11-70 free 60"
Words told(const std::vector<HoldingLine>& lines) {
  Words out;
  for (const auto& l : lines) {
    std::string text = std::to_string(l.range.batch.value) + ":" + std::to_string(l.range.first) + "-" + std::to_string(l.range.end - 1) + " " + wire::word_of(l.state) + " " + l.units_of.units.value;
    for (const auto& mark : l.marks) text += " " + wire::word_of(mark.kind);
    out.push_back(std::move(text));
  }
  return out;
}
registry::OfferTransfer offer_of(const House& house, std::uint64_t units, bool acceptance) {
  registry::OfferTransfer c;
  c.from = house.who.first_account;
  c.to = house.who.second_account;
  c.selection.pick = registry::Pick{units, "", {}, {}};
  c.price_yen_per_t = "1000.5";
  c.acceptance = acceptance;
  c.expires_on = day("2027-06-30");
  return c;
}
void seize(House& house, std::uint64_t first, std::uint64_t last) {
  registry::RestrictUnits c;
  c.ranges = {{house.who.old_batch, first, last + 1}};
  c.kind = registry::RestrictionKind::seizure;
  c.ground = "court order";
  c.order = sha256(std::string_view("order"));
  c.from = day("2027-05-20");
  take(*house.ledger, house.who.admin, house.who.secretariat, c);
}

TEST(Holdings, what_waits_and_what_is_blocked_are_lines_of_their_own) {
  House house;
  EXPECT_EQ(told(holdings(house, house.who.first_account)), (Words{"1:1-70 free 70", "2:1-6 free 6"}));
  value_of(house.ledger->submit(retirement(house.who, 10)));
  take(*house.ledger, house.who.tanaka, house.who.first, offer_of(house, 5, true));
  seize(house, 20, 29);
  const auto lines = holdings(house, house.who.first_account);
  EXPECT_EQ(told(lines), (Words{"1:16-19 free 4", "1:20-29 free 10 seizure", "1:30-70 free 41", "2:1-6 free 6", "1:1-10 waits_retirement 10", "1:11-15 waits_offer 5"}));
  EXPECT_TRUE(lines[1].blocked());
  EXPECT_EQ(lines[4].retirement.value, 1u);
  EXPECT_EQ(lines[5].offer.value, 1u);
  // 70 of 2026: 10 wait for the retirement, 5 for the offer, 55 are free, of which 10 are seized.
  const auto sums = sums_of(lines, HoldingGroup::vintage);
  ASSERT_EQ(sums.size(), 2u);
  EXPECT_EQ(sums[0].key, "FY2026");
  EXPECT_EQ(sums[0].free.value, "55");
  EXPECT_EQ(sums[0].waiting.value, "15");
  EXPECT_EQ(sums[0].blocked.value, "10");
  EXPECT_EQ(sums[0].lines, 5u);
  EXPECT_EQ(sums[1].free.value, "6");
}

TEST(Holdings, a_label_that_was_taken_off_leaves_one_line) {
  House house;
  const auto label = [&](bool set) {
    registry::SetLabel c;
    c.ranges = {{house.who.old_batch, 10, 20}};
    c.kind = registry::LabelKind::eligible;
    c.detail = "CORSIA";
    c.from = day("2027-05-20");
    c.set = set;
    take(*house.ledger, house.who.admin, house.who.secretariat, c);
  };
  label(true);
  EXPECT_EQ(told(holdings(house, house.who.first_account)), (Words{"1:1-9 free 9", "1:10-19 free 10 eligible", "1:20-70 free 51", "2:1-6 free 6"}));
  label(false);
  EXPECT_EQ(told(holdings(house, house.who.first_account)), (Words{"1:1-70 free 70", "2:1-6 free 6"}));
}

TEST(Holdings, filters_and_order) {
  House house;
  auto lines = holdings(house, house.who.first_account);
  const auto count = [&](const HoldingFilter& filter) { return std::count_if(lines.begin(), lines.end(), [&](const auto& l) { return fits(l, filter); }); };
  HoldingFilter f;
  EXPECT_EQ(count(f), 2);
  f.vintage = {2027};
  EXPECT_EQ(count(f), 1);
  f = {};
  f.serial = "7";  // batch 2 ends with 6
  EXPECT_EQ(count(f), 1);
  f.serial = "6";
  EXPECT_EQ(count(f), 2);
  f = {};
  f.text = "ボイラー";
  EXPECT_EQ(count(f), 2);
  f.text = "ポンプ";
  EXPECT_EQ(count(f), 0);
  f = {};
  f.marked = "yes";
  EXPECT_EQ(count(f), 0);
  f = {};
  f.unit_kind = "kwh";
  EXPECT_EQ(count(f), 0);
  sort_holdings(lines, "units");
  EXPECT_EQ(told(lines), (Words{"2:1-6 free 6", "1:1-70 free 70"}));
  sort_holdings(lines, "-units");
  EXPECT_EQ(told(lines), (Words{"1:1-70 free 70", "2:1-6 free 6"}));
}

TEST(AccountRecord, acts_follow_role_and_ownership) {
  House house;
  const auto acts = [&](const Actor& who) {
    Words out;
    const auto book = value_of(house.ledger->rulebook());
    value_of(house.ledger->read([&](const scheme::State& state) {
      if (const auto record = account_record(state, *book, who, at("2027-05-20"), house.who.first_account)) out = record->acts;
    }));
    return out;
  };
  EXPECT_EQ(acts(tanaka(house)), (Words{"OfferTransfer", "ApplyRetirement", "AskReturn", "SetAccountControl", "AppointAgent", "DismissAgent", "CloseAccount"}));
  EXPECT_EQ(acts(kato(house)), Words{});
  EXPECT_EQ(acts(actor(house, house.who.admin, house.who.secretariat)), Words{});
}

TEST(AccountRecord, movements) {
  House house;
  value_of(house.ledger->submit(transfer(house.who, 12)));  // at 5200 yen
  auto all = value_of(movements_of(*house.ledger, house.who.second_account, {}));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_TRUE(all[0].in);
  EXPECT_EQ(all[0].units.value, "12");
  EXPECT_EQ(all[0].price->value, "5200");
  EXPECT_EQ(all[0].cost.value, "62400");
  EXPECT_EQ(all[0].other_holder, "墨田ボイラー工業株式会社");
  MovementFilter filter;
  filter.way = "out";
  EXPECT_TRUE(value_of(movements_of(*house.ledger, house.who.second_account, filter)).empty());
  EXPECT_EQ(value_of(movements_of(*house.ledger, house.who.first_account, filter)).size(), 1u);
}

Result<TransferPreview> preview(const House& house, const Actor& who, const TransferDraft& draft) {
  const auto book = value_of(house.ledger->rulebook());
  const auto rules = value_of(rules_from(*book));
  std::optional<Result<TransferPreview>> out;
  value_of(house.ledger->read([&](const scheme::State& state) { out = preview_transfer(state, *book, rules, act_of(state, who, at("2027-05-20")), house.who.first_account, draft); }));
  return *std::move(out);
}

TEST(TransferPreview, says_which_units_would_go_and_enters_nothing) {
  House house;
  const auto last = house.ledger->last();
  TransferDraft draft;
  draft.to = house.who.second_account;
  draft.selection.pick = registry::Pick{72, "", {}, {}};
  draft.price_yen_per_t = "1000.5";
  const auto shown = value_of(preview(house, tanaka(house), draft));
  EXPECT_EQ(told(shown.lines), (Words{"1:1-70 free 70", "2:1-2 free 2"}));
  EXPECT_EQ(shown.units.value, "72");
  EXPECT_EQ(shown.price->value, "72036");  // 72 x 1000.5
  EXPECT_FALSE(shown.waits_for_second);
  EXPECT_EQ(shown.to.holder, "北上製紙株式会社");
  EXPECT_EQ(shown.command_name, "Transfer");  // nobody is waited for
  EXPECT_EQ(shown.command.find("to")->text, "2");
  EXPECT_EQ(shown.entries, 1u);
  EXPECT_EQ(shown.expires_on, day("2027-08-18"));  // 90 days behind 20 May
  EXPECT_EQ(house.ledger->last(), last);
  draft.selection.pick->amount = 77;
  EXPECT_EQ(refusal(preview(house, tanaka(house), draft)), "registry.insufficient_units");
  EXPECT_EQ(refusal(preview(house, kato(house), draft)), "registry.not_the_holder");
  take(*house.ledger, house.who.tanaka, house.who.first, registry::SetAccountControl{house.who.first_account, true, 10});
  draft.selection.pick->amount = 10;
  EXPECT_FALSE(value_of(preview(house, tanaka(house), draft)).waits_for_second);
  draft.selection.pick->amount = 11;
  const auto waits = value_of(preview(house, tanaka(house), draft));
  EXPECT_TRUE(waits.waits_for_second);
  EXPECT_EQ(waits.command_name, "OfferTransfer");
  draft.selection.pick->amount = 1;
  draft.acceptance = true;
  EXPECT_EQ(value_of(preview(house, tanaka(house), draft)).command_name, "OfferTransfer");
  draft.acceptance = false;
  draft.agreed_on = day("2027-05-10");
  const auto dated = value_of(preview(house, tanaka(house), draft));
  EXPECT_EQ(dated.command_name, "OfferTransfer");  // a Transfer has no day of a contract
  EXPECT_FALSE(dated.waits_for_second || dated.waits_for_transferee);
}

// 1,500 blocks of one tonne are more than the 1,000 that an entry may name (limits::ranges_per_command_max): two entries.
TEST(TransferPreview, many_blocks_are_entered_as_several) {
  StandingClock clock{at("2027-05-20")};
  LedgerOptions options;
  options.clock = &clock;
  const auto ledger = value_of(Ledger::in_memory(create_options(), options));
  const auto who = furnish(*ledger, 10'000, 6);
  for (std::uint64_t i = 0; i < 3; ++i) {
    registry::Transfer t;
    t.from = who.first_account;
    t.to = who.second_account;
    for (std::uint64_t k = 0; k < 500; ++k) t.selection.ranges.push_back({who.old_batch, 2 + 2 * (500 * i + k), 3 + 2 * (500 * i + k)});
    value_of(ledger->submit(request(who.tanaka, who.first, t)));
  }
  const auto book = value_of(ledger->rulebook());
  const auto rules = value_of(rules_from(*book));
  TransferDraft draft;
  draft.to = who.first_account;
  draft.selection.pick = registry::Pick{1'500, "", {}, {}};
  const auto shown = [&] {
    std::optional<Result<TransferPreview>> out;
    value_of(ledger->read([&](const scheme::State& state) {
      const auto kato = actor_for(state, who.kato, who.second, state.now().date_in_japan());
      out = preview_transfer(state, *book, rules, act_of(state, kato, at("2027-05-20")), who.second_account, draft);
    }));
    return *std::move(out);
  };
  const auto all = value_of(shown());
  EXPECT_EQ(all.entries, 2u);
  EXPECT_EQ(all.lines.size(), 1'500u);
  EXPECT_EQ(all.units.value, "1500");
  EXPECT_EQ(all.command_name, "Transfer");
  draft.to = {99};
  EXPECT_EQ(refusal(shown()), "registry.account_unknown");
}

TEST(Offers, each_side_sees_what_it_may_do) {
  House house;
  take(*house.ledger, house.who.tanaka, house.who.first, offer_of(house, 5, true));
  const auto mine = value_of(offers_of(*house.ledger, tanaka(house), at("2027-05-20"), {}));
  ASSERT_EQ(mine.size(), 1u);
  EXPECT_FALSE(mine[0].incoming);
  EXPECT_EQ(mine[0].waits_for, WaitsFor::transferee);
  EXPECT_FALSE(mine[0].accept.allowed);
  EXPECT_EQ(mine[0].accept.why_not->code, "registry.not_the_holder");
  EXPECT_TRUE(mine[0].end.allowed);
  EXPECT_EQ(mine[0].price->value, "5002.5");
  EXPECT_EQ(mine[0].offered_by, "田中一郎");
  const auto theirs = value_of(offer_view(*house.ledger, kato(house), at("2027-05-20"), {1}));
  ASSERT_TRUE(theirs);
  EXPECT_TRUE(theirs->incoming);
  EXPECT_TRUE(theirs->accept.allowed);
  EXPECT_EQ(theirs->offered_by, "");  // a person of another organisation
  TransferFilter out;
  out.way = "out";
  EXPECT_TRUE(value_of(offers_of(*house.ledger, kato(house), at("2027-05-20"), out)).empty());
  // Behind its last day nobody can answer it, though nothing was written yet.
  const auto late = value_of(offer_view(*house.ledger, kato(house), at("2027-07-01"), {1}));
  EXPECT_EQ(late->status, registry::OfferStatus::lapsed);
  EXPECT_FALSE(late->accept.allowed);
}

TEST(Offers, what_waits_for_the_second_person_is_not_the_others_to_see) {
  House house;
  take(*house.ledger, house.who.tanaka, house.who.first, registry::SetAccountControl{house.who.first_account, true, 0});
  take(*house.ledger, house.who.tanaka, house.who.first, offer_of(house, 5, true));
  EXPECT_TRUE(value_of(offers_of(*house.ledger, kato(house), at("2027-05-20"), {})).empty());
  const auto mine = value_of(offer_view(*house.ledger, tanaka(house), at("2027-05-20"), {1}));
  EXPECT_EQ(mine->waits_for, WaitsFor::second_person);
  EXPECT_EQ(mine->confirm.why_not->code, "registry.second_person_needed");
  EXPECT_TRUE(value_of(offer_view(*house.ledger, actor(house, house.who.suzuki, house.who.first), at("2027-05-20"), {1}))->confirm.allowed);
  TransferFilter open;
  open.status = "open";
  EXPECT_EQ(value_of(offers_of(*house.ledger, tanaka(house), at("2027-05-20"), open)).size(), 1u);
}

TEST(Returns, who_is_asked_decides) {
  House house;
  const auto moved = value_of(house.ledger->submit(transfer(house.who, 12)));
  registry::AskReturn ask;
  ask.entry = moved.first;
  ask.from = house.who.second_account;
  ask.to = house.who.first_account;
  ask.ranges = {{house.who.old_batch, 1, 13}};
  take(*house.ledger, house.who.tanaka, house.who.first, ask);
  const auto theirs = value_of(return_view(*house.ledger, kato(house), at("2027-05-20"), {1}));
  ASSERT_TRUE(theirs);
  EXPECT_TRUE(theirs->incoming);
  EXPECT_TRUE(theirs->decide.allowed);
  EXPECT_EQ(theirs->units.value, "12");
  const auto mine = value_of(returns_of(*house.ledger, tanaka(house), at("2027-05-20"), {}));
  ASSERT_EQ(mine.size(), 1u);
  EXPECT_FALSE(mine[0].incoming);
  EXPECT_FALSE(mine[0].decide.allowed);
}

// ---- retiring ----

// J-クレジット制度 無効化の手続 (japancredit.go.jp case/law): completed by the end of June, it may count for the year before.
TEST(Retiring, the_june_rule) {
  registry::RegistryRules::Purpose purpose;
  EXPECT_TRUE(registry::years_served(purpose, day("2027-05-20")).empty());
  purpose.june_end = true;
  EXPECT_EQ(registry::years_served(purpose, day("2027-06-30")), (std::vector<FiscalYear>{{2026}, {2027}}));
  EXPECT_EQ(registry::years_served(purpose, day("2027-07-01")), (std::vector<FiscalYear>{{2027}}));
  EXPECT_EQ(registry::years_served(purpose, day("2028-03-31")), (std::vector<FiscalYear>{{2027}}));
  EXPECT_EQ(registry::years_served(purpose, day("2028-04-01")), (std::vector<FiscalYear>{{2027}, {2028}}));
}

TEST(Retiring, purposes_are_the_rulebooks) {
  const auto book = small_rulebook();
  const auto all = purposes_of(*book, value_of(rules_from(*book)), day("2027-07-01"));
  // rulebook/packs/jcredit-registry/purposes.csv: 18 rows, of which nobody can ask for the forests' buffer.
  EXPECT_EQ(all.size(), 17u);
  EXPECT_EQ(all[0].purpose, "shk_adjusted_emissions");
  EXPECT_TRUE(all[0].years_bound);
  EXPECT_EQ(all[0].years, (std::vector<FiscalYear>{{2027}}));
  EXPECT_TRUE(all[0].fiscal_year_needed);
  const auto offset = std::find_if(all.begin(), all.end(), [](const auto& p) { return p.purpose == "carbon_offset"; });
  ASSERT_NE(offset, all.end());
  EXPECT_TRUE(offset->place_rule);
  EXPECT_TRUE(offset->object_needed);
  EXPECT_FALSE(offset->years_bound);
  EXPECT_EQ(offset->needs, Words{"offset_object"});
  EXPECT_FALSE(offset->sources.empty());
}

// A house whose rulebook also says what a credit may be used for.
struct JudgingHouse {
  StandingClock clock{at("2027-05-20")};
  std::unique_ptr<Ledger> ledger;
  Inhabitants who;
  JudgingHouse() {
    std::vector<rulebook::Pack> packs;
    for (const char* name : {"jcredit-registry", "credit-eligibility", "sources"}) packs.push_back(value_of(rulebook::Pack::read(std::string("rulebook/packs/") + name)));
    auto create = create_options();
    create.rulebook = std::make_shared<const rulebook::Rulebook>(value_of(rulebook::Rulebook::from_packs(std::move(packs), rulebook::read_methodology)));
    LedgerOptions options;
    options.clock = &clock;
    ledger = value_of(Ledger::in_memory(create, options));
    who = furnish(*ledger);
  }
  [[nodiscard]] Actor tanaka() const {
    Actor out;
    value_of(ledger->read([&](const scheme::State& state) { out = actor_for(state, who.tanaka, who.first, state.now().date_in_japan()); }));
    return out;
  }
};

// 温室効果ガス算定排出量等の報告等に関する命令 第4条の2: only what others made reduces one's own reported emissions; the credits here were made by the first holder.
TEST(Retiring, own_credits_do_not_serve_the_report_and_anothers_do) {
  JudgingHouse house;
  RetireDraft draft;
  draft.uses = {{"shk_adjusted_emissions", {2026}, "2026年度報告"}};
  auto answer = value_of(judge_units(*house.ledger, house.tanaka(), at("2027-05-20"), house.who.first_account, draft));
  EXPECT_FALSE(answer.draft);
  ASSERT_EQ(answer.lines.size(), 2u);
  EXPECT_EQ(answer.lines[0].eligible, Eligibility::no);
  EXPECT_EQ(answer.lines[0].rules.at(0).verdict, "not_met");
  EXPECT_EQ(answer.lines[0].why_not->code, "claim.not_eligible");
  EXPECT_EQ(answer.may_not.value, "76");
  EXPECT_EQ(refusal(preview_retirement(*house.ledger, house.tanaka(), at("2027-05-20"), house.who.first_account, [&] {
    auto one = draft;
    one.selection.pick = registry::Pick{1, "", {}, {}};
    return one;
  }())), "claim.not_eligible");

  draft.user = house.who.second;
  answer = value_of(judge_units(*house.ledger, house.tanaka(), at("2027-05-20"), house.who.first_account, draft));
  ASSERT_TRUE(answer.draft);
  EXPECT_EQ(answer.draft->code, "registry.consent_missing");
  draft.consent = sha256(std::string_view("consent"));
  answer = value_of(judge_units(*house.ledger, house.tanaka(), at("2027-05-20"), house.who.first_account, draft));
  EXPECT_FALSE(answer.draft);
  EXPECT_EQ(answer.may_not.value, "0");
  EXPECT_NE(answer.lines[0].eligible, Eligibility::no);
  EXPECT_FALSE(answer.lines[0].rules.at(0).sources.empty());
  // The year before the last is over: the June rule refuses whatever units are chosen.
  draft.uses[0].fiscal_year = {2025};
  answer = value_of(judge_units(*house.ledger, house.tanaka(), at("2027-05-20"), house.who.first_account, draft));
  EXPECT_EQ(answer.draft->code, "registry.fiscal_year_not_served");
}

TEST(Retiring, preview_and_what_becomes_of_it) {
  House house;
  const auto clock = at("2027-05-20");
  RetireDraft draft;
  draft.uses = {{"own_retirement", {}, ""}};
  draft.selection.pick = registry::Pick{3, "", {}, {}};
  const auto shown = value_of(preview_retirement(*house.ledger, tanaka(house), clock, house.who.first_account, draft));
  EXPECT_EQ(shown.units.value, "3");
  EXPECT_FALSE(shown.by_proxy);
  EXPECT_EQ(shown.user.name, "墨田ボイラー工業株式会社");
  EXPECT_EQ(shown.lapses_at.ms - clock.ms, std::int64_t{14} * 24 * 3600 * 1000);

  value_of(house.ledger->submit(retirement(house.who, 3)));
  auto one = value_of(own_retirement(*house.ledger, tanaka(house), clock, {1}));
  ASSERT_TRUE(one);
  EXPECT_TRUE(one->complete.allowed);
  EXPECT_TRUE(one->withdraw.allowed);
  EXPECT_FALSE(one->divide.allowed);
  EXPECT_EQ(one->command, "ExecuteRetirement");
  EXPECT_FALSE(value_of(own_retirement(*house.ledger, kato(house), clock, {1})));  // of another
  EXPECT_EQ(value_of(retirements_of(*house.ledger, kato(house), clock, {})).size(), 0u);

  // 関東経済産業局 J-クレジット創出・活用支援事業 報告 (FY2022): 950 gifts of 3 t of a forest's credit; each at most 3,157 g.
  take(*house.ledger, house.who.tanaka, house.who.first, registry::ExecuteRetirement{{1}});
  one = value_of(own_retirement(*house.ledger, tanaka(house), clock, {1}));
  EXPECT_EQ(one->left.value, "3000000");
  EXPECT_TRUE(one->divide.allowed);
  auto divide = request(house.who.tanaka, house.who.first, registry::DivideRetirement{{1}, {{950, 3000}, {1, 100000}}, {}});
  divide.sealed.push_back({0, "titles", "贈答品\n見本"});
  value_of(house.ledger->submit(divide));
  one = value_of(own_retirement(*house.ledger, tanaka(house), clock, {1}));
  EXPECT_EQ(one->divided.value, "2950000");
  EXPECT_EQ(one->left.value, "50000");
  ASSERT_EQ(one->certificates.size(), 2u);
  EXPECT_EQ(one->certificates[0].title, "贈答品");
  EXPECT_EQ(one->certificates[0].last, 950u);
  EXPECT_EQ(one->certificates[1].first, 951u);
  EXPECT_EQ(one->certificates[1].title, "見本");
}

}  // namespace
}  // namespace sumi::service
