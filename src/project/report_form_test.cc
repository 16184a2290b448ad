// The report's rows for the lighting example. The hours were added up from its file by Python's csv; 70.5 and 25.2 t are those of the example's own test.
#include "project/report_form.h"

#include <gtest/gtest.h>

#include "base/file.h"
#include "base/text.h"
#include "project/testing.h"

namespace sumi::project {
namespace {

template <class T>
T get(Result<T> r) {
  if (!r) throw std::runtime_error(describe_error(r.error(), Language::en));
  return *std::move(r);
}

std::string file(const std::string& name) { return get(read_file(SUMI_SOURCE_DIR "/examples/lighting/" + name)); }

ReportForm lighting(const std::string& plan_text, const std::string& data_text) {
  const auto& book = testing::real_rulebook();
  PlaceMap places;
  const auto plan = get(check_plan(testing::plan_of(plan_text, places), book, {}, &places));
  const auto decoded = get(decode_text({reinterpret_cast<const std::uint8_t*>(data_text.data()), data_text.size()}, "data.csv"));
  const auto data = get(read_data_set(decoded.utf8, "data.csv", plan, get(Period::parse("FY2025")), book));
  return get(report_form(plan, data, get(calculate(plan, data, book)), book));
}

TEST(ReportForm, repeats_the_plan_s_rows_with_what_was_measured) {
  const ReportForm form = lighting(file("plan.toml"), file("data.csv"));
  ASSERT_EQ(form.values.size(), 4u);
  const char* hours[] = {"4000", "2214", "2450", "1300"};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(form.values[i].value, hours[i]) << form.values[i].row;
    EXPECT_EQ(form.values[i].readings, 12u);
    EXPECT_EQ(form.values[i].period.to_string(), "2025-04-01..2026-03-31");
  }
  EXPECT_EQ(form.values[0].planned_class, "B");
  EXPECT_EQ(form.values[2].planned_class, "C");
  ASSERT_EQ(form.years.size(), 1u);
  EXPECT_EQ(form.years[0].baseline_tCO2, "70.5");
  EXPECT_EQ(form.years[0].project_tCO2, "25.2");
  EXPECT_EQ(form.years[0].reduction_t, 45u);
  EXPECT_EQ(form.years[0].planned_t, 45u);
  ASSERT_EQ(form.instruments.size(), 1u);
  EXPECT_FALSE(form.instruments[0].valid_to_the_end) << "another meter has no verification";
  EXPECT_EQ(form.keep_until->to_string(), "2035-03-31");  // 2033-03-31 and two years
  // Each row of lamps has its own values of the two coefficients.
  ASSERT_EQ(form.coefficients.size(), 8u);
  for (const auto& c : form.coefficients) EXPECT_FALSE(c.value.empty()) << c.symbol << " " << c.row;
}

TEST(ReportForm, is_a_page_of_text) {
  const std::string text = report_form_text(lighting(file("plan.toml"), file("data.csv")));
  for (const char* part : {"モニタリング期間: 2025-04-01..2026-03-31", "計画変更 (登録又は前回の認証の後): なし / あり", "ベースライン 70.5、実施後 25.2、削減量 45 (計画 45)",
           "h (第二工場 高天井) | 点灯時間(第二工場 高天井) | h | B | 照明盤の時間計 | 対象期間で累計 | 2214 | 2025-04-01..2026-03-31 | -", "保存期限: 2035-03-31"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  }
}

}  // namespace
}  // namespace sumi::project
