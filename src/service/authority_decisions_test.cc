// The dear decisions about who may, about retirement in two steps, kinds of units and conservation (12, 13, 16, 17).
#include <gtest/gtest.h>

#include "service/rules.h"
#include "service/testing.h"

namespace sumi::service {
namespace {

using namespace testing;

// ---- 12, 13: authority, retirement in two steps ----

TEST(Decision12, whoever_lacks_the_role_is_refused) {
  House house;
  const auto hash = house.state_hash();
  auto& ledger = *house.ledger;
  const auto& who = house.who;
  auto sent = transfer(who, 1);
  sent.actor = who.kato;  // of another organisation
  EXPECT_EQ(refusal(ledger.submit(sent)), "scheme.role_missing");
  sent.actor = who.suzuki;  // an approver, no account manager
  EXPECT_EQ(refusal(ledger.submit(sent)), "scheme.role_missing");
  sent.on_behalf_of = who.second;
  sent.actor = who.kato;
  EXPECT_EQ(refusal(ledger.submit(sent)), "registry.not_the_holder");
  EXPECT_EQ(refusal(ledger.submit(request(who.tanaka, who.first, registry::DecideAccount{who.first_account, true, ""}))), "scheme.role_missing");
  EXPECT_EQ(refusal(ledger.submit(request(who.tanaka, who.first, scheme::Grant{who.tanaka, who.first, scheme::Role::secretariat}))), "scheme.role_missing");
  EXPECT_EQ(refusal(ledger.submit(request(who.tanaka, who.first, scheme::AdoptRulebook{"x", "1", sha256(std::string_view("x")), sha256(std::string_view("y")), day("2027-05-20")}))),
            "scheme.role_missing");
  EXPECT_EQ(house.state_hash(), hash);
  EXPECT_GT(value_of(ledger.people().refusals_logged()), 0u) << "an attempt to decide is remembered outside of the journal";
  // A grant is a command, and so is its end.
  take(ledger, who.admin, who.secretariat, scheme::Revoke{who.tanaka, who.first, scheme::Role::account_manager});
  EXPECT_EQ(refusal(ledger.submit(transfer(who, 1))), "scheme.role_missing");
}

TEST(Decision12, a_verifier_is_another_person_and_of_no_party) {
  StandingClock clock{at("2027-05-20")};
  LedgerOptions options;
  options.clock = &clock;
  const auto ledger = value_of(Ledger::in_memory(create_options(), options));
  auto who = settle(*ledger);
  // A daughter of the proponent verifies nothing for it.
  const auto daughter = take(*ledger, who.admin, who.secretariat, scheme::RegisterOrganisation{"", "墨田審査株式会社", "", who.first, {}}).organisation;
  who.project = take(*ledger, who.tanaka, who.first, project::DraftProject{plan_head(who)}).project;
  EXPECT_EQ(refusal(ledger->submit(request(who.tanaka, who.first, project::SubmitForValidation{who.project, daughter}))), "project.verifier_related");
  EXPECT_EQ(refusal(ledger->submit(request(who.tanaka, who.first, project::SubmitForValidation{who.project, who.first}))), "project.verifier_related");
  take(*ledger, who.tanaka, who.first, project::SubmitForValidation{who.project, who.verifier});
  // The same person in another organisation's service is still the same person.
  take(*ledger, who.admin, who.secretariat, scheme::Grant{who.tanaka, who.verifier, scheme::Role::verifier});
  const project::RecordValidation validation{who.project, true, plan_head(who).plan, sha256(std::string_view("validation"))};
  EXPECT_EQ(refusal(ledger->submit(request(who.tanaka, who.verifier, validation))), "project.same_person");
  EXPECT_EQ(refusal(ledger->submit(request(who.mori, who.verifier, validation))), "");
}

TEST(Decision12, a_key_is_registered_by_its_organisation) {
  House house;
  scheme::RegisterKey key{house.who.verifier, sha256(std::string_view("public key"))};
  EXPECT_EQ(refusal(house.ledger->submit(request(house.who.tanaka, house.who.first, key))), "scheme.organisation_unknown");
  EXPECT_EQ(refusal(house.ledger->submit(request(house.who.mori, house.who.verifier, key))), "");
  EXPECT_EQ(refusal(house.ledger->submit(request(house.who.mori, house.who.verifier, key))), "scheme.key_exists");
}

TEST(Decision12, only_demo_and_training_stores_take_a_time) {
  StandingClock clock{at("2027-05-20")};
  LedgerOptions options;
  options.clock = &clock;
  const auto ledger = value_of(Ledger::in_memory(create_options(scheme::StoreKind::production), options));
  auto r = request(administrator_of(*ledger), {1}, scheme::RegisterOrganisation{"", "北上製紙株式会社", "", {}, {}});
  r.time = at("2027-05-21");
  EXPECT_EQ(refusal(ledger->submit(r)), "service.time_not_allowed");
  EXPECT_EQ(refusal(ledger->advance_time(at("2027-05-21"))), "service.time_not_allowed");
  r.time.reset();
  EXPECT_EQ(refusal(ledger->submit(r)), "");
}

TEST(Decision13, a_retirement_takes_two_steps_and_is_then_irrevocable) {
  House house;
  auto& ledger = *house.ledger;
  const auto& who = house.who;
  const auto number = std::get<registry::RetirementRequested>(value_of(ledger.submit(retirement(who, 70))).outcomes[0]).retirement;
  EXPECT_EQ(house.balance(who.first_account).held, 6u);
  EXPECT_EQ(house.balance(who.first_account).escrowed, 70u);
  EXPECT_EQ(house.balance(who.retirement).used, 0u);
  EXPECT_EQ(refusal(ledger.submit(transfer(who, 7))), "registry.insufficient_units");
  EXPECT_EQ(refusal(ledger.submit(request(who.kato, who.second, registry::ExecuteRetirement{number}))), "registry.not_the_holder");
  take(ledger, who.tanaka, who.first, registry::ExecuteRetirement{number});
  EXPECT_EQ(house.balance(who.retirement).used, 70u);
  EXPECT_EQ(refusal(ledger.submit(request(who.tanaka, who.first, registry::WithdrawRetirement{number}))), "registry.retirement_not_open");
  EXPECT_EQ(refusal(ledger.submit(request(who.tanaka, who.first, registry::ExecuteRetirement{number}))), "registry.retirement_not_open");
  house.clock.set({house.clock.now().ms + 2 * limits::retirement_request_keep_ms});
  EXPECT_FALSE(value_of(ledger.advance_time()));
  EXPECT_EQ(house.balance(who.retirement).used, 70u);
}

TEST(Decision13, a_second_person_may_be_asked_for) {
  House house;
  auto& ledger = *house.ledger;
  const auto& who = house.who;
  const auto account = open_account(ledger, who, who.first, registry::AccountKind::holding, true, "環境部");
  registry::Transfer t;
  t.from = who.first_account;
  t.to = account;
  t.selection.pick = registry::Pick{10, "", {}, {}};
  take(ledger, who.tanaka, who.first, t);
  auto r = retirement(who, 4);
  std::get<registry::ApplyRetirement>(r.commands[0]).account = account;
  const auto number = std::get<registry::RetirementRequested>(value_of(ledger.submit(r)).outcomes[0]).retirement;
  EXPECT_EQ(refusal(ledger.submit(request(who.tanaka, who.first, registry::ExecuteRetirement{number}))), "registry.second_person_needed");
  EXPECT_EQ(refusal(ledger.submit(request(who.suzuki, who.first, registry::ExecuteRetirement{number}))), "");
}

// Type 41 asked nothing of what a use must say: it is decided as in its day, so that old entries stay true, and nobody enters a new one.
TEST(Decision13, what_was_asked_for_under_the_former_command_is_finished) {
  House house;
  const auto& who = house.who;
  registry::RequestRetirement old;
  old.account = who.first_account;
  old.selection.pick = registry::Pick{5, "", {}, {}};
  old.purpose = "own_retirement";
  old.user = who.first;
  EXPECT_EQ(refusal(house.ledger->submit(request(who.tanaka, who.first, old))), "scheme.command_replaced");
  scheme::State state;
  value_of(house.ledger->read([&](const scheme::State& s) { state = s; }));
  const auto rules = value_of(rules_from(*small_rulebook()));
  const Act act{state.now(), state.now().date_in_japan(), who.tanaka, who.first, state.meta().adoption};
  const auto asked = value_of(state.decide(old, act, rules));
  state.apply(old, asked, act);
  const auto number = std::get<registry::RetirementRequested>(asked).retirement;
  EXPECT_EQ(refusal(state.decide(registry::ExecuteRetirement{number}, act, rules)), "registry.use_missing");
  EXPECT_EQ(refusal(state.decide(registry::WithdrawRetirement{number}, act, rules)), "");
  const auto confirmed = value_of(state.decide(registry::ConfirmRetirement{number}, act, rules));
  EXPECT_EQ(std::get<registry::Retired>(confirmed).purpose, "own_retirement");
  state.apply(registry::ConfirmRetirement{number}, confirmed, act);
  EXPECT_EQ(state.check(), std::vector<std::string>{});
}

// ---- 16, 17: kinds, conservation ----

TEST(Decision16, a_batch_says_what_it_is_and_who_made_it) {
  House house;
  value_of(house.ledger->read([&](const scheme::State& state) {
    const auto& a = state.registry().batches().at(house.who.old_batch).attributes;
    EXPECT_EQ(a.unit_kind, registry::UnitKind::tco2);
    ASSERT_EQ(a.makers.size(), 1u);
    EXPECT_EQ(a.makers[0].organisation, house.who.first);
    EXPECT_EQ(a.vintage.number, 2026);
    // Of another kind there is nothing, however many tonnes there are.
    EXPECT_EQ(state.registry().balance(house.who.first_account, registry::UnitKind::kwh).held, 0u);
  }));
  auto sent = transfer(house.who, 1);
  std::get<registry::Transfer>(sent.commands[0]).selection.pick->unit_kind = registry::UnitKind::kwh;
  EXPECT_EQ(refusal(house.ledger->submit(sent)), "registry.insufficient_units");
}

TEST(Decision16, what_may_change_is_a_dated_label) {
  House house;
  take(*house.ledger, house.who.admin, house.who.secretariat,
       registry::SetLabel{{{house.who.old_batch, 1, 71}}, registry::LabelKind::suspended, "差押", day("2027-05-25"), true});
  EXPECT_EQ(refusal(house.ledger->submit(transfer(house.who, 1))), "");
  house.clock.set(at("2027-05-25"));
  auto ranges = transfer(house.who, 1);
  std::get<registry::Transfer>(ranges.commands[0]).selection = {{{house.who.old_batch, 5, 6}}, std::nullopt};
  EXPECT_EQ(refusal(house.ledger->submit(ranges)), "registry.units_suspended");
  // By amount the suspended ones are passed over: only 6 of the younger batch are left.
  EXPECT_EQ(refusal(house.ledger->submit(transfer(house.who, 7))), "registry.insufficient_units");
  EXPECT_EQ(refusal(house.ledger->submit(transfer(house.who, 6))), "");
}

TEST(Decision17, what_came_in_is_accounted_for_at_every_step) {
  House house;
  auto& ledger = *house.ledger;
  const auto& who = house.who;
  const auto look = [&](std::uint64_t held, std::uint64_t escrowed, std::uint64_t retired) {
    value_of(ledger.read([&](const scheme::State& state) {
      const auto& t = state.registry().totals().at(who.old_batch);
      EXPECT_EQ(t.issued, 70u);
      EXPECT_EQ(t.held, held);
      EXPECT_EQ(t.escrowed, escrowed);
      EXPECT_EQ(t.retired, retired);
      EXPECT_EQ(t.in(), t.out());
    }));
  };
  const auto set_aside = [&](std::uint64_t amount) { return std::get<registry::RetirementRequested>(value_of(ledger.submit(retirement(who, amount))).outcomes[0]).retirement; };
  look(70, 0, 0);
  value_of(ledger.submit(transfer(who, 20)));
  look(70, 0, 0);
  const auto one = set_aside(30);
  look(40, 30, 0);
  take(ledger, who.tanaka, who.first, registry::ExecuteRetirement{one});
  look(40, 0, 30);
  take(ledger, who.tanaka, who.first, registry::WithdrawRetirement{set_aside(20)});
  look(40, 0, 30);
  EXPECT_TRUE(house.findings().empty());
}

}  // namespace
}  // namespace sumi::service
