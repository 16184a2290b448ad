// A transfer that is too large for an entry: 2,500 blocks of one tonne, moved by amount in one request.
#include "service/split.h"

#include <gtest/gtest.h>

#include "registry/errors.h"
#include "service/testing.h"

namespace sumi::service {
namespace {

using testing::value_of;

class Split : public ::testing::Test {
 protected:
  void SetUp() override {
    clock_.emplace(testing::at("2027-05-20"));
    LedgerOptions options;
    options.clock = &*clock_;
    ledger_ = value_of(Ledger::in_memory(testing::create_options(), options));
    who_ = testing::furnish(*ledger_, 10'000, 6);
    // Every second tonne of the first 5,000 of the older batch goes to the second account: 2,500 blocks of one tonne there.
    for (std::uint64_t i = 0; i < 5; ++i) {
      registry::Transfer t;
      t.from = who_.first_account;
      t.to = who_.second_account;
      for (std::uint64_t k = 0; k < 500; ++k) t.selection.ranges.push_back({who_.old_batch, 2 + 2 * (500 * i + k), 3 + 2 * (500 * i + k)});
      value_of(ledger_->submit(testing::request(who_.tanaka, who_.first, t)));
    }
  }
  // Back again, by amount.
  Request back(std::uint64_t amount, IdempotencyKey key = {}) const {
    registry::Transfer t;
    t.from = who_.second_account;
    t.to = who_.first_account;
    t.selection.pick = registry::Pick{amount, "", {}, {}};
    return testing::request(who_.kato, who_.second, t, key);
  }
  std::uint64_t held(AccountNumber account) const {
    std::uint64_t sum = 0;
    value_of(ledger_->read([&](const scheme::State& s) { sum = s.registry().balance(account).held; }));
    return sum;
  }

  std::optional<testing::StandingClock> clock_;
  std::unique_ptr<Ledger> ledger_;
  testing::Inhabitants who_;
};

TEST_F(Split, BecomesAGroupThatMovesTheSameUnits) {
  const auto today = testing::day("2027-05-20");
  const auto refused = ledger_->submit(back(2'400));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().def, &registry::errors::ranges_too_many);
  // Said with what would fit: the first 1,000 blocks are of one tonne each.
  EXPECT_NE(describe_error(refused.error(), Language::ja).find("数量が 1000 以下なら一つの申請に収まります"), std::string::npos);
  EXPECT_NE(describe_error(refused.error(), Language::en).find("an amount of at most 1000 fits in one"), std::string::npos);
  auto request = back(2'400);
  value_of(split_transfers(*ledger_, request, today));
  ASSERT_EQ(request.commands.size(), 3U);  // 1,000 + 1,000 + 400 blocks
  const auto first_before = held(who_.first_account), second_before = held(who_.second_account);
  const auto accepted = value_of(ledger_->submit(request));
  EXPECT_EQ(accepted.count, 3U);
  EXPECT_EQ(held(who_.first_account), first_before + 2'400);
  EXPECT_EQ(held(who_.second_account), second_before - 2'400);
  // The 2,400 lowest serials of those that the account had: 2, 4 ... 4800.
  std::uint64_t serial = 2;
  for (const auto& outcome : accepted.outcomes) {
    for (const auto& r : std::get<registry::Moved>(outcome).ranges) {
      EXPECT_EQ(r, (registry::SerialRange{who_.old_batch, serial, serial + 1}));
      serial += 2;
    }
  }
  EXPECT_EQ(serial, 4'802U);
  EXPECT_TRUE(value_of(ledger_->check(false)).findings.empty());
}

TEST_F(Split, IsWholeOrNot) {
  auto request = back(2'400);
  value_of(split_transfers(*ledger_, request, testing::day("2027-05-20")));
  // The last part asks for more than is left once the other two are taken.
  std::get<registry::Transfer>(request.commands.back()).selection.pick->amount = 501;
  const auto before = held(who_.second_account);
  EXPECT_EQ(testing::refusal(ledger_->submit(request)), "registry.insufficient_units");
  EXPECT_EQ(held(who_.second_account), before);
}

TEST_F(Split, ARepetitionIsRecognised) {
  const auto today = testing::day("2027-05-20");
  const auto key = testing::key_of(77, 1);
  auto request = back(2'100, key);
  value_of(split_transfers(*ledger_, request, today));
  EXPECT_FALSE(value_of(ledger_->submit(request)).repeated);
  auto again = back(2'100, key);
  value_of(split_transfers(*ledger_, again, today));
  EXPECT_TRUE(value_of(ledger_->submit(again)).repeated);
  auto other = back(2'101, key);
  value_of(split_transfers(*ledger_, other, today));
  EXPECT_EQ(testing::refusal(ledger_->submit(other)), "scheme.key_reused");
}

// The account asks for a second person above 3,000: parts of 1,000 and less would each pass by it. (Its 2,500 single tonnes and a block, as WhatFitsOrCannotBePlannedStaysAsItIs has them.)
TEST_F(Split, NeverPassesBySecondPersons) {
  value_of(ledger_->submit(testing::request(who_.tanaka, who_.first, registry::SetAccountControl{who_.first_account, true, 3'000})));
  const auto today = testing::day("2027-05-20");
  auto large = testing::transfer(who_, 4'000);
  value_of(split_transfers(*ledger_, large, today));
  EXPECT_EQ(large.commands.size(), 1U);
  EXPECT_EQ(testing::refusal(ledger_->submit(large)), "registry.ranges_too_many");
  auto less = testing::transfer(who_, 3'000);
  value_of(split_transfers(*ledger_, less, today));
  EXPECT_GE(less.commands.size(), 2U);
}

TEST_F(Split, WhatFitsOrCannotBePlannedStaysAsItIs) {
  const auto today = testing::day("2027-05-20");
  auto small = back(900);
  value_of(split_transfers(*ledger_, small, today));
  EXPECT_EQ(small.commands.size(), 1U);
  auto large = testing::transfer(who_, 4'000);  // of the first account, whose rest lies in one block and many small ones
  value_of(split_transfers(*ledger_, large, today));
  EXPECT_GE(large.commands.size(), 2U);
  auto too_much = back(1'000'000);
  value_of(split_transfers(*ledger_, too_much, today));
  EXPECT_EQ(too_much.commands.size(), 1U);
  EXPECT_EQ(testing::refusal(ledger_->submit(too_much)), "registry.insufficient_units");
}

}  // namespace
}  // namespace sumi::service
