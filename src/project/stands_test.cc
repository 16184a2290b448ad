// Stands and yield tables. The volumes are invented; expected values are read off the table beside each case or computed by hand.
#include "project/stands.h"

#include <gtest/gtest.h>

#include <set>

#include "project/errors.h"
#include "project/monitoring.h"
#include "project/testing.h"

namespace sumi::project {
namespace {

const std::vector<std::string> species{"スギ", "ヒノキ", "カラマツ"};

constexpr std::string_view by_class =
    "樹種,地位,齢級,材積\n"
    "スギ,2,4,180\nスギ,2,5,240\nスギ,2,6,300.5\n"
    "ヒノキ,1,8,210\nヒノキ,1,9,236\n";
constexpr std::string_view by_age =
    "species,site_class,age,volume\n"
    "スギ,2,20,180\nスギ,2,25,240\nスギ,2,30,300\nスギ,2,37,350\n";

// `more` stands behind two good stands.
std::string stands_csv(const std::string& more = "") {
  return "林分,地番,樹種,地位,面積,実測,林齢,齢級,基準年度,根拠資料\n"
         "1-い-3,\"字山田123-1, 123-2\",スギ,2,\"1,2.5\",有,18,,2024年度,森林簿\n"
         "2-ろ,字川上7,ヒノキ,1,４.２５,no,,8,FY2024,\n" +
         more;
}

std::set<std::string>& met() {
  static std::set<std::string> names;
  return names;
}
// "stands_number 3:5; ...": the names of all refusals with their places.
template <class T>
std::string found(const Result<T>& r) {
  if (r) return "good";
  std::string out;
  const auto add = [&](const Error& e) {
    met().insert(std::string(e.def->name));
    out += (out.empty() ? "" : "; ") + std::string(e.def->name) + " " + std::to_string(e.place.line) + ":" + std::to_string(e.place.column);
  };
  add(r.error());
  for (const Error& e : r.error().also) add(e);
  return out;
}
std::string stands_of(const std::string& text) { return found(read_stands(text, "stands.csv", species)); }
std::string yield_of(std::string_view text) { return found(read_yield_table(text, "yield.csv", species)); }
std::vector<Stand> stands(const std::string& text) {
  auto r = read_stands(text, "stands.csv", species);
  if (!r) throw std::runtime_error(describe_error(r.error(), Language::en));
  return *std::move(r);
}
YieldTable table(std::string_view text) {
  auto r = read_yield_table(text, "yield.csv", species);
  if (!r) throw std::runtime_error(describe_error(r.error(), Language::en));
  return *std::move(r);
}
std::string one(const std::string& row) {
  return "label,parcel,species,site_class,area,area_measured,age,age_class,fiscal_year\n" + row + "\n";
}

TEST(Stands, AreReadAsForestersWriteThem) {
  const auto list = stands(stands_csv());
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0].label, "1-い-3");
  EXPECT_EQ(list[0].parcel, "字山田123-1, 123-2");
  EXPECT_EQ(list[0].area_ha, Rational(Integer(125), Integer(10)));
  EXPECT_TRUE(list[0].area_measured);
  EXPECT_EQ(list[0].age, 18);
  EXPECT_EQ(list[0].fiscal_year.number, 2024);
  EXPECT_EQ(list[1].area_ha, Rational(Integer(425), Integer(100)));
  EXPECT_EQ(list[1].age_class, 8);
}

// Class n holds the ages 5n-4 to 5n: 18 is class 4, in FY2027 (21) class 5.
TEST(Stands, VolumesByAgeClassAreThoseOfTheClassAndTheNext) {
  const auto in = stands_in(stands(stands_csv()), table(by_class), FiscalYear{2024}, Interpolation::none);
  ASSERT_TRUE(in) << describe_error(in.error(), Language::en);
  EXPECT_EQ((*in)[0].age, 18);
  EXPECT_EQ((*in)[0].volume, Rational(180));
  EXPECT_EQ((*in)[0].volume_5_years_later, Rational(240));
  EXPECT_EQ((*in)[0].evidence, "yield.csv:2, yield.csv:3");
  EXPECT_EQ((*in)[1].age, 40);
  EXPECT_EQ((*in)[1].volume, Rational(210));
  EXPECT_EQ((*in)[1].volume_5_years_later, Rational(236));
  const auto later = stands_in(stands(one("a,1,スギ,2,1,no,18,,FY2024")), table(by_class), FiscalYear{2027}, Interpolation::none);
  ASSERT_TRUE(later);
  EXPECT_EQ((*later)[0].age, 21);
  EXPECT_EQ((*later)[0].volume, Rational(240));
  EXPECT_EQ((*later)[0].volume_5_years_later, *Rational::parse("300.5"));
}

TEST(Stands, AgesBetweenAreRefusedOrOnTheStraightLine) {
  const auto two = stands(one("a,1,スギ,2,1,no,22,,FY2024\nb,2,スギ,2,1,no,27,,FY2024"));
  const YieldTable ages = table(by_age);
  EXPECT_EQ(found(stands_in(two, ages, FiscalYear{2024}, Interpolation::none)), "yield_age_missing 2:1; yield_age_missing 3:1");
  const auto in = stands_in(two, ages, FiscalYear{2024}, Interpolation::linear);
  ASSERT_TRUE(in) << describe_error(in.error(), Language::en);
  EXPECT_EQ((*in)[0].volume, Rational(204));               // 180 + 60 x 2/5
  EXPECT_EQ((*in)[0].volume_5_years_later, Rational(264));  // 240 + 60 x 2/5
  EXPECT_EQ((*in)[0].evidence, "yield.csv:2-3 (直線補間 / linear), yield.csv:3-4 (直線補間 / linear)");
  EXPECT_EQ((*in)[1].volume_5_years_later, *Rational::parse("314.285714"));  // 300 + 50 x 2/7 = 314.2857142...
  // Nothing beyond the table, and nothing between classes.
  const auto old = stands(one("a,1,スギ,2,1,no,33,,FY2024\nb,2,スギ,2,1,no,19,,FY2024"));
  EXPECT_EQ(found(stands_in(old, ages, FiscalYear{2024}, Interpolation::linear)), "yield_age_outside 2:1; yield_age_outside 3:1");
  const YieldTable gap = table("species,site_class,age_class,volume\nスギ,2,4,180\nスギ,2,6,300\n");
  EXPECT_EQ(found(stands_in(stands(one("a,1,スギ,2,1,no,20,,FY2024")), gap, FiscalYear{2024}, Interpolation::linear)), "yield_age_missing 2:1");
}

TEST(Stands, WhatIsKnownByItsClassAloneHoldsForItsOwnYear) {
  const auto by_its_class = stands(one("a,1,スギ,2,1,no,,4,FY2024"));
  EXPECT_EQ(found(stands_in(by_its_class, table(by_class), FiscalYear{2024}, Interpolation::none)), "good");
  EXPECT_EQ(found(stands_in(by_its_class, table(by_class), FiscalYear{2025}, Interpolation::none)), "stands_class_year 2:1");
  EXPECT_EQ(found(stands_in(by_its_class, table(by_age), FiscalYear{2024}, Interpolation::none)), "stands_class_by_age 2:1");
  EXPECT_EQ(found(stands_in(stands(one("a,1,スギ,2,1,no,2,,FY2024")), table(by_class), FiscalYear{2021}, Interpolation::none)), "stands_not_planted 2:1");
  EXPECT_EQ(found(stands_in(stands(one("a,1,スギ,3,1,no,20,,FY2024")), table(by_class), FiscalYear{2024}, Interpolation::none)), "yield_unknown 2:1");
}

TEST(Stands, EveryErrorOfAFileIsToldAtOnce) {
  EXPECT_EQ(stands_of(stands_csv("3,x,メタセコイア,2,3,有,20,,FY2024,\n4,,スギ,2,-1,たぶん,20,4,FY2024,\n1-い-3,x,スギ,2,3 ha,有,二十,,来年,\n5,x,スギ,2,1,有,,0,FY2024,\n")),
            "stands_species 4:3; stands_missing 5:2; stands_number 5:5; stands_truth 5:6; stands_age 5:7; stands_label_twice 6:1; stands_number 6:5; "
            "stands_number 6:7; stands_number 6:9; stands_number 7:8");
  EXPECT_EQ(stands_of("林分,樹種,地位,面積,実測,林令,基準年度\n"), "stands_header_missing 1:0; stands_empty 1:0; stands_header_unknown 1:6");
  EXPECT_EQ(stands_of("林分,地番,樹種,地位,面積,実測,基準年度\n1,x,スギ,2,1,有,FY2024\n"), "stands_age 2:0");
}

TEST(YieldTables, EveryErrorOfAFileIsToldAtOnce) {
  EXPECT_EQ(yield_of("樹種,地位,齢級,材積\nスギ,2,5,240\nスギ,2,6,200\nスギ,2,5,241\nスギ,2,x,1\n杉,2,7,300\n"),
            "yield_falls 3:0; yield_twice 4:3; stands_number 5:3; stands_species 6:1");
  EXPECT_EQ(yield_of("樹種,地位,齢級,林齢,材積\nスギ,2,5,25,240\n"), "yield_key 1:0");
  EXPECT_EQ(yield_of("樹種,地位,材積\nスギ,2,240\n"), "yield_key 1:0");
}

TEST(Stands, MoreThanAPlanHoldsIsRefused) {
  std::string many = "label,parcel,species,site_class,area,area_measured,age,age_class,fiscal_year\n";
  for (int i = 0; i < 4000; ++i) many += std::to_string(i) + ",字山田,スギ,2,1,no,20,,FY2024\n";
  EXPECT_EQ(found(stand_plan_rows(stands(many), table(by_class), FiscalYear{2024}, Interpolation::none)), "stands_too_many 0:0");
}

// The plan's rows are a plan's TOML, and the data are data.
TEST(Stands, TheRowsAreThoseOfAPlan) {
  const auto list = stands(stands_csv());
  const auto rows = stand_plan_rows(list, table(by_class), FiscalYear{2024}, Interpolation::none);
  ASSERT_TRUE(rows) << describe_error(rows.error(), Language::en);
  PlaceMap places;
  const Plan plan = testing::plan_of("[[activities]]\nname = \"森\"\n" + *rows, places);
  ASSERT_EQ(plan.activities.size(), 1u);
  EXPECT_EQ(plan.activities[0].rows.size(), 2u);
  EXPECT_EQ(plan.activities[0].parameters.size(), 8u);
  ASSERT_EQ(plan.activities[0].coefficients.size(), 8u);
  EXPECT_EQ(plan.activities[0].parameters[3].symbol, "area_measured");
  EXPECT_EQ(plan.activities[0].parameters[3].value, "true");
  EXPECT_EQ(plan.activities[0].coefficients[0].expected, "12.5 ha");
  EXPECT_EQ(plan.activities[0].coefficients[7].expected, "236 m3/ha");
}

TEST(Stands, TheDataHaveALineForEachStandAndYear) {
  const auto data = stand_data(stands(one("a,1,スギ,2,1.5,no,20,,FY2024")), table(by_class), FiscalYear{2024}, FiscalYear{2025}, Interpolation::none);
  ASSERT_TRUE(data) << describe_error(data.error(), Language::en);
  EXPECT_EQ(*data,
            "parameter,row,period,value,unit,class,evidence\n"
            "A,a,FY2024,1.5,ha,II,\nage,a,FY2024,20,year,II,\n"
            "V_age,a,FY2024,180,m3/ha,II,\"yield.csv:2, yield.csv:3\"\nV_age5,a,FY2024,240,m3/ha,II,\"yield.csv:2, yield.csv:3\"\n"
            "A,a,FY2025,1.5,ha,II,\nage,a,FY2025,21,year,II,\n"
            "V_age,a,FY2025,240,m3/ha,II,\"yield.csv:3, yield.csv:4\"\nV_age5,a,FY2025,300.5,m3/ha,II,\"yield.csv:3, yield.csv:4\"\n");
}

TEST(YieldTables, zz_every_refusal_of_the_list_is_reached) {
  if (met().empty()) GTEST_SKIP() << "needs the tests before it in the same run";
  for (const ErrorDef* def : errors::project_errors()) {
    if (def->number < 300 || def->number >= 319) continue;
    EXPECT_TRUE(met().contains(std::string(def->name))) << def->name;
  }
}

}  // namespace
}  // namespace sumi::project
