// The template is a plan: as written it is read, checked and found eligible as far as a plan can be.
#include "project/template.h"

#include <gtest/gtest.h>

#include "project/calculate.h"
#include "project/eligibility.h"
#include "project/monitoring.h"
#include "project/testing.h"

namespace sumi::project {
namespace {

class Template : public ::testing::TestWithParam<std::string> {};

TEST_P(Template, passes_the_check_as_written) {
  const auto& book = testing::real_rulebook();
  const auto text = plan_template(book, GetParam());
  ASSERT_TRUE(text) << describe_error(text.error(), Language::en);
  PlaceMap places;
  const auto checked = check_plan(testing::plan_of(*text, places), book, {}, &places);
  ASSERT_TRUE(checked) << describe_error(checked.error(), Language::en) << "\n" << *text;
  for (const RuleFinding& f : check_eligibility(*checked, book, {}, true).findings) {
    EXPECT_NE(f.answer, Answer::not_met) << f.rule << " " << f.reason_en;
    EXPECT_TRUE(f.answer != Answer::not_yet_knowable) << f.rule << " " << f.reason_en << " " << f.remedy_en;
    EXPECT_TRUE(f.answer != Answer::no_rule_data || f.rule == "R10") << f.rule << " " << f.reason_en;
  }
  ASSERT_TRUE(checked->crediting_period);
  const FiscalYear year = FiscalYear::of(checked->crediting_period->first);
  const auto expected = expected_reductions(*checked, book, year);
  EXPECT_TRUE(expected) << describe_error(expected.error(), Language::en);
}

TEST_P(Template, marks_what_is_inferred) {
  const auto text = plan_template(testing::real_rulebook(), GetParam());
  ASSERT_TRUE(text);
  for (const char* section : {"# ---- 9 追加性の評価", "# ---- 11 モニタリング計画", "# ---- 6 データ管理"}) {
    const std::size_t at = text->find(section);
    ASSERT_NE(at, std::string::npos) << section;
    const std::string line = text->substr(at, text->find('\n', at) - at);
    EXPECT_NE(line.find("[様式での位置は推定 / inferred]"), std::string::npos) << line;
  }
  const std::size_t at = text->find("# ---- 1.1 プロジェクト実施者");
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(text->substr(at, text->find('\n', at) - at).find("推定"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Methodologies, Template, ::testing::Values("EN-S-001", "EN-S-002", "EN-S-004", "EN-S-005", "EN-S-006", "EN-S-007", "EN-S-008", "EN-S-012", "EN-S-022",
                                                                      "EN-S-039", "EN-R-001", "EN-R-002", "AG-004", "AG-005", "WA-002", "IN-001", "IN-002", "IN-004"), [](const auto& instance) {
  std::string name = instance.param;
  std::erase(name, '-');
  return name;
});

// What credits of a project are, the plan's head takes from the pack: biochar removes by technology, rice fields reduce by nature.
TEST(TemplateHead, takes_effect_and_basis_from_the_methodology) {
  const auto use = [](const char* number) {
    const auto& book = testing::real_rulebook();
    const auto text = plan_template(book, number);
    if (!text) throw std::runtime_error(describe_error(text.error(), Language::en));
    PlaceMap places;
    const auto checked = check_plan(testing::plan_of(*text, places), book, {}, &places);
    if (!checked) throw std::runtime_error(describe_error(checked.error(), Language::en));
    const auto head = plan_head(*checked, {OrganisationNumber{7}});
    if (!head) throw std::runtime_error(describe_error(head.error(), Language::en));
    return std::pair(head->methodologies.at(0).removal, head->methodologies.at(0).nature);
  };
  EXPECT_EQ(use("AG-004"), std::pair(true, false));
  EXPECT_EQ(use("AG-005"), std::pair(false, true));
  EXPECT_EQ(use("EN-R-002"), std::pair(false, false));
}

TEST(TemplateRefusal, refuses_an_unknown_methodology_and_names_the_known) {
  const auto text = plan_template(testing::real_rulebook(), "EN-S-999");
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().def->name, "plan_methodology_unknown");
  EXPECT_NE(sentence(text.error(), Language::ja).find("EN-S-999"), std::string::npos);
}

}  // namespace
}  // namespace sumi::project
