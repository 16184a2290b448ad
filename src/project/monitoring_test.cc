// Monitoring data: what is refused, where, and that all of it is told at once.
#include "project/monitoring.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "base/test_support.h"
#include "project/errors.h"
#include "project/testing.h"

namespace sumi::project {
namespace {

using testing::boiler_plan;
using testing::checked;
using testing::real_rulebook;
using testing::with;

const Period year_2020 = Period::parse("2020-04-01..2021-03-31").value();

// Twelve months of city gas, invented.
std::string good_csv() {
  std::string text = "parameter,period,value,unit,class,evidence,note\n";
  for (int m = 0; m < 12; ++m) {
    const int month = (m + 3) % 12 + 1, year = m < 9 ? 2020 : 2021;
    text += "F_PJ," + std::to_string(year) + "-" + (month < 10 ? "0" : "") + std::to_string(month) + ",3,thousand_m3N,A,bill-" + std::to_string(m + 1) + ".pdf,\n";
  }
  return text;
}

std::set<std::string>& met() {
  static std::set<std::string> names;
  return names;
}

// "name:line:column ..." of everything that is refused.
std::string refusals(const std::string& csv, const std::string& plan = std::string(boiler_plan), const Period& period = year_2020) {
  const CheckedPlan checked_plan = checked(plan);
  const auto set = read_data_set(csv, "data.csv", checked_plan, period, real_rulebook());
  if (set) return "";
  std::string out;
  const auto add = [&](const Error& e) {
    met().insert(std::string(e.def->name));
    EXPECT_EQ(describe_error(e, Language::ja).find("…"), std::string::npos) << describe_error(e, Language::ja);
    EXPECT_EQ(describe_error(e, Language::en).find("…"), std::string::npos) << describe_error(e, Language::en);
    out += (out.empty() ? "" : " ") + std::string(e.def->name) + ":" + std::to_string(e.place.line) + ":" + std::to_string(e.place.column);
  };
  add(set.error());
  for (const Error& e : set.error().also) add(e);
  return out;
}
DataSet read(const std::string& csv, const std::string& plan = std::string(boiler_plan), const Period& period = year_2020) {
  const CheckedPlan checked_plan = checked(plan);
  auto set = read_data_set(csv, "data.csv", checked_plan, period, real_rulebook());
  if (!set) throw std::runtime_error(describe_error(set.error(), Language::en));
  return *std::move(set);
}
std::string sentence_of(const std::string& csv) {
  const CheckedPlan checked_plan = checked(boiler_plan);
  const auto set = read_data_set(csv, "data.csv", checked_plan, year_2020, real_rulebook());
  return set ? "" : sentence(set.error(), Language::ja);
}

TEST(Monitoring, a_year_of_bills_is_read) {
  const DataSet set = read(good_csv());
  ASSERT_EQ(set.values.size(), 12u);
  EXPECT_EQ(set.values[0].symbol, "F_PJ");
  EXPECT_EQ(set.values[0].activity, "B1");
  EXPECT_EQ(set.values[11].period.to_string(), "2021-03-01..2021-03-31");
  EXPECT_EQ(set.values[3].evidence, "bill-4.pdf");
  EXPECT_TRUE(set.findings.empty());
}

TEST(Monitoring, the_canonical_form_reads_back_to_itself_and_its_hash_is_that_of_its_bytes) {
  const DataSet set = read(good_csv());
  const DataSet again = read(set.canonical);
  EXPECT_EQ(again.canonical, set.canonical);
  EXPECT_EQ(again.hash, set.hash);
  EXPECT_EQ(test::python("import hashlib,sys\nprint(hashlib.sha256(sys.stdin.buffer.read()).hexdigest(), end='')", set.canonical), set.hash.to_hex());
  EXPECT_EQ(set.canonical.substr(0, set.canonical.find('\n', 70) + 1),
            "activity,parameter,row,period,value,unit,class,evidence,note\nB1,F_PJ,,2020-04-01..2020-04-30,3,thousand_m3N,A,bill-1.pdf,\n");
}

// Order of rows and columns, header language, width of digits and spelling of units do not change the data.
TEST(Monitoring, the_same_data_written_otherwise_are_the_same_data_set) {
  std::string other = "備考,根拠資料,分類,単位,値,期間,記号\n";
  for (int m = 11; m >= 0; --m) {
    const int month = (m + 3) % 12 + 1, year = m < 9 ? 2020 : 2021;
    other += ",bill-" + std::to_string(m + 1) + ".pdf,Ａ,千m3N,３," + std::to_string(year) + "年" + std::to_string(month) + "月,F_PJ\n";
  }
  EXPECT_EQ(read(other).hash, read(good_csv()).hash);
}

TEST(Monitoring, units_convert_exactly) {
  const DataSet set = read(with(good_csv(), "F_PJ,2020-04,3,thousand_m3N", "F_PJ,2020-04,\"3,000.5\",m3N"));
  EXPECT_EQ(set.values[0].value.to_string(), "3.0005");
  EXPECT_EQ(to_string(set.values[0].written), "3000.5 m3N");
}

TEST(MonitoringRefusals, headers_and_empty_files) {
  EXPECT_EQ(refusals("parameter,period,value\nF_PJ,2020-04,3\n"), "data_header_missing:1:0");
  EXPECT_EQ(refusals("parameter,period,value,unit,colour\nF_PJ,2020-04,3,kL,red\n"), "data_header_unknown:1:5");
  EXPECT_EQ(refusals("parameter,記号,period,value,unit\n"), "data_header_unknown:1:2");
  EXPECT_EQ(refusals("parameter,period,value,unit\n"), "data_no_series:0:0 data_empty:1:0");
  EXPECT_EQ(refusals(""), "csv_empty:1:0");
}

TEST(MonitoringRefusals, each_field) {
  const std::string april = "F_PJ,2020-04,3,thousand_m3N,A,bill-1.pdf,";
  const auto row = [&](const char* text) { return refusals(with(good_csv(), april, text)); };
  EXPECT_EQ(row("F_XX,2020-04,3,thousand_m3N,A,x.pdf,"), "data_parameter_unknown:2:1 data_gap:3:0");
  EXPECT_EQ(row(",2020-04,3,thousand_m3N,A,x.pdf,"), "data_missing:2:1 data_gap:3:0");
  EXPECT_EQ(row("F_PJ,April,3,thousand_m3N,A,x.pdf,"), "data_period:2:2 data_gap:3:0");
  EXPECT_EQ(row("F_PJ,2020-04,1O0,thousand_m3N,A,x.pdf,"), "data_number:2:3");
  EXPECT_EQ(row("F_PJ,2020-04,,thousand_m3N,A,x.pdf,"), "data_missing:2:3");
  EXPECT_EQ(row("F_PJ,2020-04,-3,thousand_m3N,A,x.pdf,"), "data_negative:2:3");
  EXPECT_EQ(row("F_PJ,2020-04,3,kL,A,x.pdf,"), "data_unit:2:4");
  EXPECT_EQ(row("F_PJ,2020-04,3,furlong,A,x.pdf,"), "data_unit:2:4");
  EXPECT_EQ(row("F_PJ,2020-04,3,,A,x.pdf,"), "data_missing:2:4");
  EXPECT_EQ(row("F_PJ,2020-04,3,thousand_m3N,C,x.pdf,"), "data_class:2:5");
  EXPECT_EQ(row("F_PJ,2020-04,3,thousand_m3N,B,x.pdf,"), "data_class_unplanned:2:5");
  EXPECT_EQ(row("F_PJ,2020-04,3,thousand_m3N,A,sha256:12ab,"), "data_evidence_hash:2:6");
  EXPECT_EQ(row((std::string("F_PJ,2020-04,3,thousand_m3N,A,sha256:") + std::string(64, 'a') + ",").c_str()), "");
  EXPECT_NE(sentence_of(with(good_csv(), april, "F_PJ,2020-04,1O0,thousand_m3N,A,x.pdf,")).find("英字のO"), std::string::npos);
  EXPECT_EQ(sentence_of(with(good_csv(), april, "F_PJ,2020-04,lots,thousand_m3N,A,x.pdf,")).find("英字のO"), std::string::npos);
  EXPECT_EQ(sentence_of(with(good_csv(), april, "F_PJ,2020-04,3,kL,A,x.pdf,")), "「F_PJ」の単位「kL」は「thousand_m3N」に換算できません。");
}

TEST(MonitoringRefusals, gaps_name_every_missing_month) {
  std::string csv = good_csv();
  csv = with(csv, "F_PJ,2020-06,3,thousand_m3N,A,bill-3.pdf,\n", "");
  csv = with(csv, "F_PJ,2020-07,3,thousand_m3N,A,bill-4.pdf,\n", "");
  csv = with(csv, "F_PJ,2021-02,3,", "F_PJ,2021-02-01..2021-02-18,3,");
  EXPECT_EQ(refusals(csv), "data_gap:2:0");
  EXPECT_EQ(sentence_of(csv), "「F_PJ」のデータに欠けがあります: 2020-06, 2020-07, 2021-02-19..2021-02-28。");
  EXPECT_EQ(refusals("parameter,period,value,unit\n# nothing\n"), "data_no_series:0:0 data_empty:1:0");
  EXPECT_EQ(sentence_of(with(good_csv(), "F_PJ,2020-04,3,thousand_m3N,A,bill-1.pdf,\n", "")), "「F_PJ」のデータに欠けがあります: 2020-04。");
}

TEST(MonitoringRefusals, duplicates_and_overlaps) {
  EXPECT_EQ(refusals(good_csv() + "F_PJ,2020-04,3,thousand_m3N,A,x.pdf,\n"), "data_duplicate:14:2");
  EXPECT_EQ(refusals(good_csv() + "F_PJ,2020-05-31..2020-06-02,3,thousand_m3N,A,x.pdf,\n"), "data_overlap:4:2 data_overlap:14:2");
  EXPECT_EQ(refusals(good_csv() + "F_PJ,FY2020,36,thousand_m3N,A,x.pdf,\n").substr(0, 12), "data_overlap");
}

TEST(MonitoringRefusals, outside_of_report_and_crediting_period) {
  EXPECT_EQ(refusals(good_csv() + "F_PJ,2021-04,3,thousand_m3N,A,x.pdf,\n"), "data_outside_report:14:2");
  const std::string april_2019 = "parameter,period,value,unit,class,evidence,note\nF_PJ,2019-04,3,thousand_m3N,A,x.pdf,\n";
  EXPECT_EQ(refusals(april_2019, std::string(boiler_plan), Period::parse("2019-04").value()), "data_report_outside:0:0 data_outside_crediting:2:2");
}

TEST(MonitoringRefusals, activities_and_rows) {
  EXPECT_EQ(refusals("activity,parameter,period,value,unit\nB2,F_PJ,2020-04,3,thousand_m3N\n"), "data_no_series:0:0 data_activity_unknown:2:1");
  EXPECT_EQ(refusals("parameter,row,period,value,unit\nF_PJ,x,2020-04,3,thousand_m3N\n"), "data_no_series:0:0 data_row_unknown:2:2");
}

TEST(MonitoringRefusals, everything_is_told_at_once_and_nothing_is_taken) {
  std::string csv = with(good_csv(), "F_PJ,2020-04,3,thousand_m3N,A", "F_PJ,2020-04,1O0,kL,A");
  csv = with(csv, "F_PJ,2020-06,3,thousand_m3N,A,bill-3.pdf,\n", "");
  csv += "F_PJ,2020-05,-1,thousand_m3N,Q,sha256:0,\n";
  EXPECT_EQ(refusals(csv), "data_number:2:3 data_gap:3:0 data_duplicate:13:2 data_negative:13:3 data_class:13:5 data_evidence_hash:13:6");
}

TEST(MonitoringRefusals, an_instrument_whose_verification_ended) {
  std::string plan = with(std::string(boiler_plan), "monitoring_class = \"A\"\nexpected = \"36", "monitoring_class = \"B\"\nexpected = \"36");
  plan = with(plan, "[[activities.expected]]",
              "[[activities.instruments]]\nsymbol = \"F_PJ\"\nkind = \"specified_meter\"\ninstrument = \"ガスメーター\"\nverification_expires = \"2021-02-27\"\n[[activities.expected]]");
  std::string csv = good_csv();
  for (std::size_t at = csv.find(",A,"); at != std::string::npos; at = csv.find(",A,")) csv.replace(at, 3, ",B,");
  EXPECT_EQ(refusals(csv, plan), "data_instrument_expired:12:2 data_instrument_expired:13:2");
  EXPECT_EQ(refusals(csv, with(plan, "2021-02-27", "2021-03-30")), "data_instrument_expired:13:2");
  EXPECT_EQ(refusals(csv, with(plan, "2021-02-27", "2021-03-31")), "");
  // The old meter's verification ended, a second one took its place.
  EXPECT_EQ(refusals(csv, with(plan, "[[activities.expected]]", "[[activities.instruments]]\nsymbol = \"F_PJ\"\nverification_expires = \"2029-03-31\"\n[[activities.expected]]")), "");
}

TEST(Monitoring, implausible_values_are_findings_by_the_plans_factor_or_the_rulebooks) {
  const std::string high = with(good_csv(), "F_PJ,2020-07,3,", "F_PJ,2020-07,30,");
  // The rulebook's guide is five times the expected 3.058: 15.2 is within it, 15.4 and 30 are not.
  EXPECT_TRUE(read(with(good_csv(), "F_PJ,2020-07,3,", "F_PJ,2020-07,15.2,")).findings.empty());
  EXPECT_EQ(read(with(good_csv(), "F_PJ,2020-07,3,", "F_PJ,2020-07,15.4,")).findings.size(), 1u);
  EXPECT_EQ(read(high).findings.size(), 1u);
  const std::string plan = with(std::string(boiler_plan), "expected = \"36 thousand_m3N/year\"", "expected = \"36 thousand_m3N/year\"\nplausible_factor = \"3\"");
  const DataSet set = read(high, plan);
  ASSERT_EQ(set.findings.size(), 1u);
  EXPECT_EQ(set.findings[0].place.line, 5u);
  EXPECT_EQ(describe_error(set.findings[0], Language::en).find("…"), std::string::npos);
  // 36 a year x 31 days / 365 = 3.0575...
  EXPECT_NE(sentence(set.findings[0], Language::en).find("30 thousand_m3N is more than 3 times above or below the expected 3.058 thousand_m3N"), std::string::npos)
      << sentence(set.findings[0], Language::en);
  EXPECT_EQ(read(with(good_csv(), "F_PJ,2020-07,3,", "F_PJ,2020-07,9,"), plan).findings.size(), 0u);
  EXPECT_EQ(read(with(good_csv(), "F_PJ,2020-07,3,", "F_PJ,2020-07,0,"), plan).findings.size(), 1u);
  // Without an expected value the median of the series is the measure.
  const std::string unexpected = with(plan, "expected = \"36 thousand_m3N/year\"\n", "");
  EXPECT_NE(sentence(read(high, unexpected).findings.at(0), Language::ja).find("中央値"), std::string::npos);
}

TEST(Monitoring, missing_evidence_is_a_finding) {
  const DataSet set = read(with(good_csv(), "bill-1.pdf", ""));
  ASSERT_EQ(set.findings.size(), 1u);
  EXPECT_EQ(set.findings[0].def->name, "finding_no_evidence");
}

TEST(Monitoring, the_template_has_a_row_for_every_month) {
  const CheckedPlan plan = checked(boiler_plan);
  const std::string text = data_set_template(plan, Period::parse("2020-04-10..2020-06-30").value());
  EXPECT_NE(text.find("\nB1,F_PJ,,2020-04-10..2020-04-30,,thousand_m3N,A,,\nB1,F_PJ,,2020-05-01..2020-05-31,,thousand_m3N,A,,\n"), std::string::npos) << text;
}

TEST(MonitoringRefusals, zz_every_refusal_of_the_list_is_reached) {
  if (met().empty()) GTEST_SKIP() << "needs the tests before it in the same run";
  for (const ErrorDef* def : errors::project_errors()) {
    if (def->number < 50 || def->number >= 80 || def == &errors::data_too_many) continue;  // more rows than a test should write
    EXPECT_TRUE(met().contains(std::string(def->name))) << def->name;
  }
}

}  // namespace
}  // namespace sumi::project
