// What is refused of members' data and lists, each with its line and column; and what a member's calculation refuses. Columns and lines are counted by hand.
#include <gtest/gtest.h>

#include "base/limits.h"
#include "project/errors.h"
#include "project/member_list.h"
#include "project/programme_testing.h"
#include "project/template.h"

namespace sumi::project {
namespace {

using namespace testing;

ProgrammeMember member(std::string number, std::string activity = "PV", std::string_view own = "2026-04-01..2034-03-31", Place place = {"members.csv", 0, 0}) {
  return {std::move(number), std::move(activity), *Period::parse(own), {}, std::move(place)};
}
const CheckedPlan& solar() {
  static const CheckedPlan plan = checked(solar_plan());
  return plan;
}
// "name:line:column", of everything that is told.
std::string told(const Error& error) {
  std::string out;
  const auto add = [&](const Error& e) {
    out += (out.empty() ? "" : " ") + std::string(e.def->name) + ":" + std::to_string(e.place.line) + ":" + std::to_string(e.place.column);
    for (const auto language : {Language::ja, Language::en}) EXPECT_EQ(describe_error(e, language).find("…"), std::string::npos) << describe_error(e, language);
  };
  add(error);
  for (const Error& e : error.also) add(e);
  return out;
}
std::string refused(const CheckedPlan& plan, const std::vector<ProgrammeMember>& members, const std::string& text, const char* period = "FY2026") {
  const auto r = calculate_programme(plan, members, text, "data.csv", *Period::parse(period), real_rulebook());
  return r ? "" : told(r.error());
}
std::string refused(const std::string& text) { return refused(solar(), {member("1")}, text); }

TEST(MemberRefusals, HeadersAndEmptyFiles) {
  struct Case {
    const char* text;
    const char* told;
  };
  for (const Case& c : {
           Case{"", "member_data_empty:1:0"},
           Case{"# a remark\n", "member_data_empty:1:0"},
           Case{"member,parameter,period,value,unit\n", "member_data_empty:1:0"},
           Case{"member,parameter,value,unit\n1,EL_self,5,kWh\n", "member_header_missing:1:0"},
           Case{"# a remark\nparameter,value,unit\nEL_self,5,kWh\n", "member_header_missing:2:0 member_header_missing:2:0"},
           Case{"member,parameter,period,value,unit,colour\n1,EL_self,FY2026,5,kWh,red\n", "member_header_unknown:1:6"},
           Case{"member,period,EL_selv\n1,FY2026,5\n", "member_header_unknown:1:3"},
           Case{"member,parameter,period,value,unit,会員\n1,EL_self,FY2026,5,kWh,1\n", "member_header_twice:1:6"},
           Case{"member,period,EL_self,EL_self [MWh]\n1,FY2026,5,5\n", "member_header_twice:1:4"},
       }) {
    const std::string found = refused(c.text);
    EXPECT_TRUE(found.starts_with(c.told)) << c.text << found;
  }
}

// One value more than a file may have: each line of the wide form has one, and all say the same.
TEST(MemberRefusals, MoreValuesThanAFileMayHave) {
  std::string text = "member,period,EL_self\n";
  const std::string line = "1,2026-04,1\n";
  text.reserve(line.size() * (limits::member_values_max + 2));
  for (std::size_t i = 0; i < limits::member_values_max; ++i) text += line;
  text += line;
  EXPECT_EQ(refused(text), "member_rows_too_many:" + std::to_string(limits::member_values_max + 2) + ":0");
}

TEST(MemberRefusals, AListLongerThanAListMayBe) {
  std::string text = "member\n";
  for (std::size_t i = 0; i <= limits::member_list_rows_max; ++i) text += "1\n";
  const auto list = read_member_list(text, "members.csv", 8);
  ASSERT_FALSE(list);
  const std::string all = told(list.error());
  EXPECT_TRUE(all.ends_with("members_list_long:" + std::to_string(limits::member_list_rows_max + 2) + ":0")) << all;
}

TEST(MemberRefusals, AnActivityThatStaysOpen) {
  std::string second = with(std::string(solar_activity), "name = \"PV\"", "name = \"PV-2\"");
  const CheckedPlan plan = checked(solar_plan() + second);
  const std::vector<ProgrammeMember> members{member("1"), member("1", "PV-2")};
  const std::string head = "member,activity,parameter,period,value,unit\n", one = "1,PV,EL_self,FY2026,5,kWh\n", two = "1,PV-2,EL_self,FY2026,7,kWh\n";
  EXPECT_EQ(refused(plan, members, head + one + two), "");
  EXPECT_EQ(refused(plan, members, head + one + two + "1,,EL_self,FY2026,5,kWh\n"), "member_activity_open:4:2");
  EXPECT_TRUE(refused(plan, members, "member,parameter,period,value,unit\n1,EL_self,FY2026,5,kWh\n").starts_with("member_activity_open:2:2"));
  EXPECT_TRUE(refused(plan, members, "member,period,EL_self\n1,FY2026,5\n").starts_with("member_activity_open:2:1"));
}

TEST(MemberRefusals, TheListAgainstThePlan) {
  const std::string data = "member,parameter,period,value,unit\n1,EL_self,FY2026,5,kWh\n";
  EXPECT_EQ(refused(solar(), {member("1"), member("1", "PV", "2026-04-01..2034-03-31", {"members.csv", 3, 0})}, data), "member_listed_twice:3:0");
  EXPECT_EQ(refused(solar(), {member("1"), member("2", "WIND", "2026-04-01..2034-03-31", {"members.csv", 3, 0})}, data), "member_listed_activity:3:0");
}

// Generated less sold: two amounts of the same periods, and no more is sold than generated.
const CheckedPlan& less_sold() {
  static const CheckedPlan plan = [] {
    std::string text = with(solar_plan(), "value = \"metered\"", "value = \"generated_less_sold\"");
    text = with(text, "[[activities.monitoring]]\nsymbol = \"EL_self\"", "[[activities.monitoring]]\nsymbol = \"EL_gen\"");
    text = with(text, "[[activities.instruments]]\nsymbol = \"EL_self\"", "[[activities.monitoring]]\nsymbol = \"EL_sold\"\nunit = \"kWh\"\nmonitoring_class = \"A\"\n[[activities.instruments]]\nsymbol = \"EL_gen\"");
    return checked(text);
  }();
  return plan;
}

TEST(MemberRefusals, AmountsOfDifferentPeriods) {
  const std::string head = "member,parameter,period,value,unit\n1,EL_gen,2026-04-01..2026-09-30,50,kWh\n1,EL_gen,2026-10-01..2027-03-31,50,kWh\n";
  EXPECT_EQ(refused(less_sold(), {member("1")}, head + "1,EL_sold,2026-04-01..2026-09-30,1,kWh\n1,EL_sold,2026-10-01..2027-03-31,1,kWh\n"), "");
  EXPECT_EQ(refused(less_sold(), {member("1")}, head + "1,EL_sold,2026-04-01..2026-08-31,1,kWh\n1,EL_sold,2026-09-01..2027-03-31,1,kWh\n"), "member_periods_differ:4:0");
}

TEST(MemberRefusals, WhatTheMethodologyRefuses) {
  const std::string gen = "member,parameter,period,value,unit\n1,EL_gen,FY2026,50,kWh\n";
  EXPECT_EQ(refused(less_sold(), {member("1")}, gen + "1,EL_sold,FY2026,50,kWh\n"), "");
  const auto r = calculate_programme(less_sold(), {member("1")}, gen + "1,EL_sold,FY2026,50.001,kWh\n", "data.csv", *Period::parse("FY2026"), real_rulebook());
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().def, &errors::member_calculation);
  EXPECT_NE(describe_error(r.error(), Language::en).find("More is sold than is generated."), std::string::npos) << describe_error(r.error(), Language::en);
}

// Transformers: hours, and a load factor of 0 to 2 that is monitored beside them.
TEST(MemberRefusals, ACoefficientOutOfRangeOrMissing) {
  const auto text = plan_template(real_rulebook(), "EN-S-008");
  ASSERT_TRUE(text) << describe_error(text.error(), Language::en);
  // The year's factor of electricity is declared.
  const CheckedPlan plan = checked(with(*text, "[[activities.parameters]]\nsymbol = \"old_cannot_be_used\"",
                                        "[[activities.parameters]]\nsymbol = \"CEF_all_source\"\nvalue = \"0.434 kgCO2/kWh\"\nvalue_year = \"FY2021\"\nevidence = \"公表値.pdf\"\n"
                                        "declared_by = \"例食品株式会社 設備課長\"\n[[activities.parameters]]\nsymbol = \"old_cannot_be_used\""));
  const std::vector<ProgrammeMember> members{member("1", "A1", "2022-04-01..2026-03-31")};
  const std::string head = "member,parameter,period,value,unit\n";
  const std::string hours = "1,h (行1),FY2022,8760,h\n";
  EXPECT_EQ(refused(plan, members, head + hours + "1,load_PJ (行1),FY2022,2,1\n", "FY2022"), "");
  EXPECT_EQ(refused(plan, members, head + hours + "1,load_PJ (行1),FY2022,2.001,1\n", "FY2022"), "member_range:3:4");
  EXPECT_EQ(refused(plan, members, head + hours + "1,load_PJ (行1),2022-04-01..2022-09-30,0.4,1\n1,load_PJ (行1),2022-10-01..2023-03-31,0.5,1\n", "FY2022"), "member_coefficient_missing:0:0");
}

TEST(MemberRefusals, ATraceThatIsNone) {
  const std::vector<ProgrammeMember> members{member("1")};
  const auto r = calculate_programme(solar(), members, "member,parameter,period,value,unit\n1,EL_self,FY2026,5,kWh\n", "data.csv", *Period::parse("FY2026"), real_rulebook());
  ASSERT_TRUE(r) << describe_error(r.error(), Language::en);
  const std::string good(r->members.at(0).text);
  const auto replayed = [&](const std::string& trace) {
    const auto again = replay_member(trace, solar(), members, *Period::parse("FY2026"), real_rulebook());
    return again ? std::string() : std::string(again.error().def->name);
  };
  EXPECT_EQ(replayed(good), "");
  EXPECT_EQ(replayed(""), "member_trace_head");
  EXPECT_EQ(replayed("sumi member trace\t2" + good.substr(good.find('\n'))), "member_trace_head");
  EXPECT_EQ(replayed(good + "remark\tx\n"), "member_trace_head");
  EXPECT_EQ(replayed(with(good, "member\t1\tPV", "member\t\\x\tPV")), "member_trace_head");
}

TEST(MemberFindings, AMemberWhoseTimeIsAnother) {
  const std::vector<ProgrammeMember> members{member("1"), member("2", "PV", "2028-04-01..2034-03-31")};
  const auto r = calculate_programme(solar(), members, "member,parameter,period,value,unit,evidence\n1,EL_self,FY2026,5,kWh,m.csv\n", "data.csv", *Period::parse("FY2026"), real_rulebook());
  ASSERT_TRUE(r) << describe_error(r.error(), Language::en);
  EXPECT_EQ(r->counts.members_counted, 1u);
  ASSERT_FALSE(r->total.findings.empty());
  EXPECT_EQ(r->total.findings[0].def, &errors::finding_member_outside);
  EXPECT_NE(sentence(r->total.findings[0], Language::en).find("1 members do not count"), std::string::npos);
}

}  // namespace
}  // namespace sumi::project
