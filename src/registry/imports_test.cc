// Expiry: the rulebook of this release names none, so the rules are made up here.
#include <gtest/gtest.h>

#include "base/test_support.h"
#include "registry/registry.h"

namespace sumi::registry {
namespace {

class Nobody final : public Relations {
 public:
  [[nodiscard]] bool exists(OrganisationNumber) const override { return true; }
  [[nodiscard]] bool related(OrganisationNumber a, OrganisationNumber b) const override { return a == b; }
  [[nodiscard]] bool belongs(PersonId, OrganisationNumber) const override { return false; }
};

Date day(const char* text) { return *Date::parse(text); }

struct Expiry : ::testing::Test {
  Registry registry;
  RegistryRules rules;
  Nobody nobody;
  Act act;
  BatchNumber batch;

  AccountNumber open(AccountKind kind, std::uint64_t organisation) {
    RequestAccount request;
    request.organisation = {organisation};
    request.kind = kind;
    const auto asked = registry.decide(request, act, nobody, true);
    EXPECT_TRUE(asked);
    registry.apply(request, *asked, act);
    registry.apply(DecideAccount{asked->account, true, ""}, Nothing{}, act);
    return asked->account;
  }

  void SetUp() override {
    act.time = {1'795'305'600'000};
    act.business_date = act.time.date_in_japan();
    act.on_behalf_of = {1};
    rules.expiries["carried_over"] = {"KC", day("2026-03-31")};
    OpenBatch opened;
    opened.attributes.crediting_programme = "Domestic Credit";
    opened.attributes.programme_code = "KC";
    opened.first = 1;
    opened.end = 101;
    opened.issued_on = day("2012-01-01");
    opened.allocations = {{open(AccountKind::holding, 1), 100}};
    const auto made = registry.decide(opened, act, nobody);
    ASSERT_TRUE(made);
    registry.apply(opened, *made, act);
    batch = made->batch;
  }

  std::string refusal(const ExpireUnits& c) {
    const auto decided = registry.decide(c, act, nobody, rules);
    return decided ? "" : std::string(decided.error().def->name);
  }
};

TEST_F(Expiry, what_is_asked_in_the_order_of_the_list) {
  EXPECT_EQ(refusal({{}, "carried_over"}), "selection_missing");
  EXPECT_EQ(refusal({{{batch, 5, 5}}, "x"}), "range_empty");
  EXPECT_EQ(refusal({{{{9}, 1, 5}}, "x"}), "batch_unknown");
  EXPECT_EQ(refusal({{{batch, 1, 102}}, "x"}), "range_outside_batch");
  EXPECT_EQ(refusal({{{batch, 1, 50}, {batch, 49, 60}}, "x"}), "ranges_overlap");
  EXPECT_EQ(refusal({{{batch, 1, 101}}, "x"}), "expiry_unknown");
  rules.expiries["other"] = {"JP", day("2026-03-31")};
  EXPECT_EQ(refusal({{{batch, 1, 101}}, "other"}), "expiry_other_programme");
  rules.expiries["later"] = {"KC", day("2030-03-31")};
  EXPECT_EQ(refusal({{{batch, 1, 101}}, "later"}), "expiry_not_yet");
  EXPECT_EQ(refusal({{{batch, 1, 101}}, "carried_over"}), "expiry_account_missing");
}

TEST_F(Expiry, what_expired_is_counted_and_moves_no_more) {
  open(AccountKind::expiry, 1);
  const ExpireUnits c{{{batch, 11, 31}}, "carried_over"};
  ASSERT_EQ(refusal(c), "");
  registry.apply(c, Nothing{}, act);
  const auto& totals = registry.totals().at(batch);
  EXPECT_EQ(totals.opened, 100U);
  EXPECT_EQ(totals.held, 80U);
  EXPECT_EQ(totals.expired, 20U);
  EXPECT_TRUE(registry.check().empty());
  EXPECT_EQ(refusal({{{batch, 30, 40}}, "carried_over"}), "units_elsewhere");
}

// A status without a word: only bytes of another program could hold it.
TEST_F(Expiry, a_status_of_an_adjustment_is_one_of_three) {
  AuthoriseUnits authorise;
  authorise.ranges = {{batch, 1, 11}};
  authorise.host = "ID";
  authorise.ndc = true;
  authorise.letter.bytes.fill(1);
  authorise.authorised_on = day("2026-01-01");
  const auto authorised = registry.decide(authorise, act, nobody, rules);
  ASSERT_TRUE(authorised);
  registry.apply(authorise, *authorised, act);
  RecordAdjustment adjustment;
  adjustment.party = "ID";
  adjustment.year = 2026;
  adjustment.authorisation = authorised->authorisation;
  adjustment.ranges = authorise.ranges;
  adjustment.status = static_cast<AdjustmentStatus>(9);
  adjustment.on = day("2026-02-01");
  adjustment.document.bytes.fill(1);
  const auto refused = registry.decide(adjustment, act, nobody, rules);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().def->name, "adjustment_status_unknown");
}

}  // namespace
}  // namespace sumi::registry
