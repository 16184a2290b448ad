// The programme type's plan: its template is a plan, and what its sections must say is asked for. Form: registered plans AG-004 (2024-02-08) and AG-005
// (2024-05-09) Ver.4.0; sampling: 津山市 EN-R-002 2014-01 (168 members: 49).
#include <gtest/gtest.h>

#include "project/eligibility.h"
#include "project/template.h"
#include "project/testing.h"

namespace sumi::project {
namespace {

const std::string& text() {
  static const std::string plan = [] {
    auto made = plan_template(testing::real_rulebook(), "EN-R-002", true);
    if (!made) throw std::runtime_error(describe_error(made.error(), Language::en));
    return *std::move(made);
  }();
  return plan;
}

std::string found(const std::string& toml) {
  PlaceMap places;
  const auto plan = check_plan(testing::plan_of(toml, places), testing::real_rulebook(), {}, &places);
  if (plan) return "";
  const auto name = [](const Error& e) {
    const auto path = std::ranges::find(e.args, "path", &std::pair<std::string, std::string>::first);
    return std::string(e.def->name) + (path == e.args.end() ? "" : " " + path->second);
  };
  std::string out = name(plan.error());
  for (const Error& e : plan.error().also) out += "; " + name(e);
  return out;
}
std::string changed(std::string_view from, const std::string& to) { return found(testing::with(text(), from, to)); }
CheckedPlan checked(const std::string& toml) {
  PlaceMap places;
  auto plan = check_plan(testing::plan_of(toml, places), testing::real_rulebook(), {}, &places);
  if (!plan) throw std::runtime_error(describe_error(plan.error(), Language::en));
  return *std::move(plan);
}

TEST(ProgrammePlan, its_template_is_a_plan) {
  ASSERT_EQ(found(text()), "");
  const CheckedPlan plan = checked(text());
  for (const RuleFinding& f : check_eligibility(plan, testing::real_rulebook(), {}, true).findings) {
    EXPECT_TRUE(f.answer == Answer::met || f.answer == Answer::declared || f.rule == "R10") << f.rule << " " << f.reason_en;
  }
  const auto head = plan_head(plan, {{1}});
  ASSERT_TRUE(head);
  EXPECT_EQ(head->type, ProjectType::programme);
  EXPECT_EQ(head->place, "岡山県津山市");
  EXPECT_GT(plan.crediting_period->day_count(), 16 * 365);
  EXPECT_EQ(plan_bytes(plan_from_bytes(plan_bytes(plan.plan))), plan_bytes(plan.plan));
}

TEST(ProgrammePlan, family_and_section_belong_together) {
  EXPECT_EQ(changed("family = \"programme\"", "family = \"normal\"").substr(0, 22), "plan_programme_unasked");
  const auto normal = plan_template(testing::real_rulebook(), "EN-R-002");
  ASSERT_TRUE(normal);
  EXPECT_EQ(found(testing::with(*normal, "family = \"normal\"", "family = \"programme\"")), "plan_programme_missing form.family");
}

TEST(ProgrammePlan, what_must_be_said) {
  EXPECT_EQ(changed("area = \"岡山県津山市\"", "area = \"\""), "plan_missing scope.area");
  EXPECT_EQ(changed("revenue_plan = \"経費を除き、削減量に応じて会員に配分する。\"", "revenue_plan = \" \""), "plan_missing programme.revenue_plan");
  EXPECT_EQ(changed("in_japan = \"入会届の住所と設置写真で確かめる。\"", "in_japan = \"\""), "plan_missing programme.checks.in_japan");
  EXPECT_EQ(changed("attribute_grounds = \"会員はすべて家庭である。\"", "attribute_grounds = \"\""), "plan_missing programme.attribute_grounds");
  EXPECT_EQ(changed("uniform_sources = true", "uniform_sources = false"), "plan_missing programme.other_sources");
  EXPECT_EQ(changed("name = \"例環境会\"", "name = \"\""), "plan_missing programme.groups[0].name");
}

TEST(ProgrammePlan, one_attribute_that_all_members_fit) {
  for (const char* code : {"a", "b", "c", "e", "f", "ａ"}) EXPECT_EQ(changed("attribute = \"a\"", std::string("attribute = \"") + code + "\""), "") << code;
  EXPECT_EQ(changed("attribute = \"a\"", "attribute = \"d\""), "plan_attribute_void programme.attribute");
  EXPECT_EQ(changed("attribute = \"a\"", "attribute = \"g\""), "plan_attribute_unknown programme.attribute");
  EXPECT_EQ(changed("attribute = \"a\"", "attribute = \"\""), "plan_missing programme.attribute");
}

TEST(ProgrammePlan, members_by_year) {
  EXPECT_EQ(changed("total = 168", "total = 167"), "plan_members_total programme.members[1].total");
  EXPECT_EQ(found(testing::with(testing::with(text(), "total = 168", "total = 100"), "total_counts = \"ever_joined\"", "total_counts = \"in_own_period\"")), "");
  EXPECT_EQ(found(testing::with(testing::with(text(), "total = 168", "total = 169"), "total_counts = \"ever_joined\"", "total_counts = \"in_own_period\"")),
            "plan_members_total programme.members[1].total");
  const auto first_year = [](const char* year) {
    std::string changed_text = text();
    const auto at = changed_text.find("fiscal_year = \"FY", changed_text.find("\n[[programme.members]]"));
    return found(changed_text.replace(at, 22, std::string("fiscal_year = \"") + year + "\""));
  };
  EXPECT_EQ(first_year("FY2013"), "");
  EXPECT_EQ(first_year("FY2012"), "plan_members_horizon programme.members[0].fiscal_year");
  EXPECT_EQ(first_year("FY2051"), "plan_members_horizon programme.members[0].fiscal_year; plan_members_order programme.members[1].fiscal_year");
  EXPECT_EQ(first_year("FY2050"), "plan_members_order programme.members[1].fiscal_year");
}

TEST(ProgrammePlan, lists_have_names_of_their_own) {
  const std::string one = "[[programme.lists]]\nkey = \"home\"\ntitle = \"x\"\n";
  EXPECT_EQ(changed("[programme.sampling]", one + "[programme.sampling]"), "plan_list_twice programme.lists[1].key");
}

TEST(ProgrammePlan, sampling_has_eight_points_and_enough_members) {
  std::string sampled = testing::with(text(), "used = false", "used = true");
  EXPECT_EQ(found(sampled),
            "plan_missing programme.sampling.method; plan_missing programme.sampling.purpose; plan_missing programme.sampling.data; "
            "plan_missing programme.sampling.population; plan_missing programme.sampling.grounds; plan_missing programme.sampling.formula; "
            "plan_sampling_size programme.sampling.sample_size; plan_missing programme.sampling.quality; plan_missing programme.sampling.schedule");
  for (const char* key : {"method", "purpose", "data", "population", "grounds", "formula", "quality", "schedule"}) {
    const auto at = sampled.find("\n" + std::string(key) + " = \"\"", sampled.find("[programme.sampling]"));
    ASSERT_NE(at, std::string::npos) << key;
    sampled.replace(at, std::string(key).size() + 6, "\n" + std::string(key) + " = \"記載\"");
  }
  sampled = testing::with(sampled, "population_size = 0", "population_size = 168");
  EXPECT_EQ(found(testing::with(sampled, "sample_size = 0", "sample_size = 48")), "plan_sampling_size programme.sampling.sample_size");
  EXPECT_EQ(found(testing::with(sampled, "sample_size = 0", "sample_size = 49")), "");
  const std::string other = testing::with(testing::with(sampled, "sample_size = 0", "sample_size = 49"), "uniform_sources = true", "uniform_sources = false");
  EXPECT_EQ(found(testing::with(other, "other_sources = \"\"", "other_sources = \"区分ごと\"")), "plan_sampling_uniform programme.sampling.used");
}

TEST(ProgrammePlan, its_period_ends_with_the_form) {
  const auto end = text().substr(text().find("end = \"20"), 18);
  EXPECT_EQ(changed(end, "end = \"2051-03-31\""), "");
  EXPECT_EQ(changed(end, "end = \"2051-04-01\""), "plan_horizon crediting_period.end");
  EXPECT_EQ(changed(end, "end = \"\"").substr(0, 34), "plan_missing crediting_period.end");
  // 27.2 years in a plan of 2024: days / 365.25, one decimal.
  EXPECT_EQ(programme_years({Date::parse("2024-02-01").value(), Date::parse("2051-03-31").value()}), "27.2");
  EXPECT_EQ(programme_years({Date::parse("2024-01-01").value(), Date::parse("2033-11-30").value()}), "9.9");
}

// 制度説明資料 2023-01: solar with EV and heat pumps, solar with cogeneration, houses with solar; no others.
TEST(ProgrammePlan, combinations_of_methodologies) {
  const auto activity = [](const char* methodology) {
    auto made = plan_template(testing::real_rulebook(), methodology, true);
    if (!made) throw std::runtime_error(describe_error(made.error(), Language::en));
    const auto at = made->find("\n[[activities]]\n");
    return testing::with(made->substr(at), "name = \"A1\"", std::string("name = \"") + methodology + "\"");
  };
  EXPECT_EQ(found(text() + activity("EN-S-012")), "");
  EXPECT_EQ(found(text() + activity("EN-S-007")), "");
  EXPECT_EQ(found(text() + activity("EN-S-039")), "");
  EXPECT_EQ(found(text() + activity("EN-S-001")), "plan_combination activities");
  EXPECT_EQ(found(text() + activity("EN-S-012") + activity("EN-S-007")), "plan_combination activities");
  const CheckedPlan pumps = checked(text() + activity("EN-S-002"));
  ASSERT_TRUE(std::ranges::any_of(pumps.findings, [](const Error& e) { return e.def->name == "finding_combination_condition"; }));
}

}  // namespace
}  // namespace sumi::project
