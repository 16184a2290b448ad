// Two organisations of one corporate number: both stand, and each says so of the other.
#include "service/organisations_view.h"

#include <gtest/gtest.h>

#include "service/testing.h"

namespace sumi::service {
namespace {

using namespace testing;

TEST(OrganisationsView, one_corporate_number_twice_is_a_finding) {
  const auto ledger = value_of(Ledger::in_memory(create_options()));
  const auto admin = administrator_of(*ledger);
  const auto make = [&](const std::string& number, const std::string& name) { return take(*ledger, admin, {}, scheme::RegisterOrganisation{number, name, "", {}, {}}).organisation; };
  // 8 and 7: check digits of 990000000001 and of 990000000002 by the rule of the corporate numbers.
  const auto first = make("8990000000001", "墨田ボイラー工業株式会社");
  const auto other = make("7990000000002", "佐渡製菓株式会社");
  const auto second = make("8990000000001", "すみだ熱源株式会社");
  const auto without = make("", "番号のない会");
  value_of(ledger->read([&](const scheme::State& state) {
    const auto all = organisations_of(state, "", false);
    std::map<std::uint64_t, std::vector<OrganisationNumber>> same;
    for (const auto& one : all) same[one.organisation.value] = one.same_corporate_number;
    EXPECT_EQ(same.at(first.value), std::vector{second});
    EXPECT_EQ(same.at(second.value), std::vector{first});
    EXPECT_TRUE(same.at(other.value).empty());
    EXPECT_TRUE(same.at(without.value).empty());
    const auto doubled = organisations_of(state, "", true);
    ASSERT_EQ(doubled.size(), 2U);
    EXPECT_EQ(doubled.front().organisation, first);
    const auto found = organisations_of(state, "すみだ熱源", false);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().same_corporate_number, std::vector{first});
    // Who asks by the number finds the first, before and after a restart alike.
    EXPECT_EQ(state.organisation_by_corporate_number("8990000000001"), first);
  }));
  EXPECT_TRUE(value_of(ledger->check(true)).findings.empty());
}

}  // namespace
}  // namespace sumi::service
