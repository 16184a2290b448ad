// The second calculation of balances: what it says of journals that hold, and of ones that do not.
#include "service/balance_check.h"

#include <gtest/gtest.h>

#include "service/testing.h"

namespace sumi::service {
namespace {

using namespace testing;

// 70 t and 6 t issued; 10 t go over, 5 t are retired, 4 t set aside, 3 t asked for and withdrawn, 2 t asked for and lapsed.
struct Life {
  House house;
  std::vector<Record> records;
  scheme::State state;
  Life() {
    auto& ledger = *house.ledger;
    const auto& who = house.who;
    value_of(ledger.submit(transfer(who, 10)));
    const auto ask = [&](std::uint64_t amount) { return std::get<registry::RetirementRequested>(value_of(ledger.submit(retirement(who, amount))).outcomes.at(0)).retirement; };
    take(ledger, who.tanaka, who.first, registry::ExecuteRetirement{ask(5)});
    take(ledger, who.tanaka, who.first, registry::WithdrawRetirement{ask(3)});
    ask(2);
    house.clock.set(at("2027-06-20"));
    value_of(ledger.advance_time());
    ask(4);
    value_of(ledger.records({1}, [&](const Record& r) -> Result<void> {
      records.push_back(r);
      return {};
    }));
    state = value_of(ledger.state_at(ledger.last()));
  }
  // Without one entry, or with one twice.
  std::vector<std::string> findings(std::size_t without = SIZE_MAX, std::size_t twice = SIZE_MAX) const {
    BalanceCheck check;
    for (std::size_t i = 0; i < records.size(); ++i) {
      for (int times = i == without ? 0 : i == twice ? 2 : 1; times > 0; --times) check.add(records[i].sequence, records[i].command, records[i].outcome);
    }
    return check.compare(state);
  }
};

TEST(BalanceCheck, a_journal_that_holds) {
  const Life life;
  for (const auto& finding : life.findings()) ADD_FAILURE() << finding;
  // By hand: 76 issued, 5 retired, 4 set aside, the rest free.
  registry::BatchTotals sum;
  for (const auto& [number, totals] : life.state.registry().totals()) sum.issued += totals.issued, sum.held += totals.held, sum.escrowed += totals.escrowed, sum.retired += totals.retired;
  EXPECT_EQ(sum.issued, 76u);
  EXPECT_EQ(sum.held, 67u);
  EXPECT_EQ(sum.escrowed, 4u);
  EXPECT_EQ(sum.retired, 5u);
}

TEST(BalanceCheck, an_entry_less_or_one_more_is_told) {
  const Life life;
  unsigned moving = 0;
  for (std::size_t i = 0; i < life.records.size(); ++i) {
    const auto& c = life.records[i].command;
    const bool moves = std::holds_alternative<registry::Transfer>(c) || std::holds_alternative<registry::Issue>(c) || std::holds_alternative<registry::ApplyRetirement>(c) ||
                       std::holds_alternative<registry::ExecuteRetirement>(c) || std::holds_alternative<registry::WithdrawRetirement>(c) || std::holds_alternative<scheme::AdvanceTime>(c);
    SCOPED_TRACE(std::string(scheme::name_of(c)) + " " + std::to_string(i + 1));
    if (!moves) continue;
    ++moving;
    EXPECT_FALSE(life.findings(i).empty());
    EXPECT_FALSE(life.findings(SIZE_MAX, i).empty());
  }
  EXPECT_GE(moving, 10u);
}

// Other serials than the entry says, another account, another amount: the state of another life.
TEST(BalanceCheck, a_state_that_says_something_else_is_told) {
  const Life life;
  for (std::size_t i = 0; i < life.records.size(); ++i) {
    const auto* transfer = std::get_if<registry::Transfer>(&life.records[i].command);
    if (transfer == nullptr) continue;
    for (const int change : {0, 1, 2}) {
      BalanceCheck check;
      for (std::size_t k = 0; k < life.records.size(); ++k) {
        auto command = life.records[k].command;
        auto outcome = life.records[k].outcome;
        if (k == i) {
          auto& range = std::get<registry::Moved>(outcome).ranges.at(0);
          if (change == 0) range.first += 1, range.end += 1;
          if (change == 1) range.end += 1;
          if (change == 2) std::get<registry::Transfer>(command).to = life.house.who.first_account;
        }
        check.add(life.records[k].sequence, command, outcome);
      }
      const auto findings = check.compare(life.state);
      ASSERT_FALSE(findings.empty()) << change;
      EXPECT_NE(findings.back().find("balances: "), std::string::npos) << findings.back();
    }
  }
}

}  // namespace
}  // namespace sumi::service
