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
    EXPECT_TRUE(form.values[i].as_planned);
  }
  EXPECT_EQ(form.values[0].planned_class, "B");
  EXPECT_EQ(form.values[2].planned_class, "C");
  EXPECT_FALSE(form.plan_changed);
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

TEST(ReportForm, another_class_than_planned_is_a_change_of_the_plan) {
  std::string data = file("data.csv");
  // The second factory's April was estimated: its meter stood still.
  const std::string measured = "189,時間,B,";
  data.replace(data.find(measured), measured.size(), "189,時間,C,");
  const ReportForm form = lighting(file("plan.toml"), data);
  EXPECT_TRUE(form.plan_changed);
  EXPECT_FALSE(form.values[1].as_planned);
  EXPECT_EQ(form.values[1].actual_class, "B, C");
  const std::string text = report_form_text(form);
  EXPECT_NE(text.find("計画変更: あり"), std::string::npos);
  EXPECT_NE(text.find("h (第二工場 高天井)"), std::string::npos);
}

}  // namespace
}  // namespace sumi::project
