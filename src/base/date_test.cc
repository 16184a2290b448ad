#include "base/date.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "base/errors.h"
#include "base/test_support.h"

namespace sumi {
namespace {

// The result as a test writes it down: the value, or the name of the refusal.
template <class T>
std::string shown(const Result<T>& result) {
  if (!result) return std::string(result.error().def->name);
  return result->to_string();
}
std::string shown(const Result<PartialDate>& result) {
  if (!result) return std::string(result.error().def->name);
  return result->exact() ? result->earliest.to_string() : Period{result->earliest, result->latest}.to_string();
}

Date day(std::string_view iso) {
  const auto parsed = Date::parse(iso);
  if (!parsed) throw std::runtime_error("not a date: " + std::string(iso));
  return *parsed;
}

struct Case {
  const char* text;
  const char* expected;
};

TEST(Date, EveryWayOfWriting) {
  for (const auto& [text, expected] : std::initializer_list<Case>{
           {"2026-11-22", "2026-11-22"},
           {"2026/11/22", "2026-11-22"},
           {"2026/4/1", "2026-04-01"},
           {"2026.4.1", "2026-04-01"},
           {"2026年11月22日", "2026-11-22"},
           {"令和8年11月22日", "2026-11-22"},
           {"R8.11.22", "2026-11-22"},
           {"r8/11/22", "2026-11-22"},
           {"R08-11-22", "2026-11-22"},
           {"Ｒ８．１１．２２", "2026-11-22"},
           {"令和８年１１月２２日", "2026-11-22"},
           {"２０２６－１１－２２", "2026-11-22"},
           {"２０２６−１１−２２", "2026-11-22"},
           {"　令和 8年 4月 1日 ", "2026-04-01"},
           {"令和元年5月1日", "2019-05-01"},
           {"R1.5.1", "2019-05-01"},
           {"㋿元年5月1日", "2019-05-01"},
           {"平成29年5月2日", "2017-05-02"},
           {"H29.5.2", "2017-05-02"},
           {"昭和64年1月7日", "1989-01-07"},
           {"平成元年1月8日", "1989-01-08"},
           {"昭和元年12月25日", "1926-12-25"},
           {"大正15年12月24日", "1926-12-24"},
           {"大正元年7月30日", "1912-07-30"},
           {"明治45年7月29日", "1912-07-29"},
           {"明治元年1月25日", "1868-01-25"},
           {"9999-12-31", "9999-12-31"},
           {"2000-02-29", "2000-02-29"},
       }) {
    EXPECT_EQ(shown(Date::parse(text)), expected) << text;
  }
}

TEST(Date, RefusedWithTheRightName) {
  for (const auto& [text, expected] : std::initializer_list<Case>{
           {"", "date_syntax"},
           {"2026-11", "date_syntax"},
           {"2026年度", "date_syntax"},
           {"2026-11/22", "date_syntax"},
           {"2026-11-22x", "date_syntax"},
           {"2026-11-022", "date_syntax"},
           {"26-11-22", "date_syntax"},
           {"20261122", "date_syntax"},
           {"2 026-11-22", "date_syntax"},
           {"2026年11月22", "date_syntax"},
           {"令和2026年1月1日", "date_syntax"},
           {"令和100年1月1日", "date_syntax"},
           {"令和0年5月1日", "date_syntax"},
           {"X8.11.22", "date_syntax"},
           {"R.8.11.22", "date_syntax"},
           {"+2026-11-22", "date_syntax"},
           {"2026-11-22T00:00:00", "date_syntax"},
           {"99999999999999999999-01-01", "date_syntax"},
           {"2026-02-29", "date_range"},
           {"1900-02-29", "date_range"},
           {"2026-13-01", "date_range"},
           {"2026-00-01", "date_range"},
           {"2026-01-00", "date_range"},
           {"2026-04-31", "date_range"},
           {"1868-01-24", "date_range"},
           {"0000-01-01", "date_range"},
           {"令和元年4月30日", "date_range"},   // 平成
           {"平成31年5月1日", "date_range"},    // 令和
           {"平成元年1月7日", "date_range"},    // 昭和
           {"昭和64年1月8日", "date_range"},    // 平成
           {"大正15年12月25日", "date_range"},  // 昭和
           {"明治45年7月30日", "date_range"},   // 大正
       }) {
    EXPECT_EQ(shown(Date::parse(text)), expected) << text;
  }
  EXPECT_EQ(shown(Date::from_ymd(2026, 2, 30)), "date_range");
  EXPECT_EQ(shown(Date::from_ymd(10000, 1, 1)), "date_range");
  EXPECT_EQ(shown(Date::from_ymd(2026, -1, 1)), "date_range");
  EXPECT_EQ(shown(Date::from_ymd(std::numeric_limits<int>::max(), std::numeric_limits<int>::min(), 1)), "date_range");
}

// The two-year rule counts back from the day of application; the days are those of the scheme's own explanation of the rule.
TEST(Date, YearsBack) {
  EXPECT_EQ(day("2020-02-29").plus_years(-2).to_string(), "2018-02-28");
  EXPECT_EQ(day("2019-05-01").plus_years(-2).to_string(), "2017-05-01");
  EXPECT_EQ(day("2020-02-29").plus_years(-4).to_string(), "2016-02-29");
  EXPECT_EQ(day("2018-02-28").plus_years(2).to_string(), "2020-02-28");
  EXPECT_EQ(day("2020-02-29").plus_years(0).to_string(), "2020-02-29");
  EXPECT_EQ(day("9999-12-31").plus_years(std::numeric_limits<int>::max()).year(), 9999);
  EXPECT_EQ(day("9999-12-31").plus_years(std::numeric_limits<int>::min()).year(), -9999);
}

TEST(Date, EraText) {
  EXPECT_EQ(day("2026-11-22").to_era(), "令和8年11月22日");
  EXPECT_EQ(day("2019-05-01").to_era(), "令和元年5月1日");
  EXPECT_EQ(day("2019-04-30").to_era(), "平成31年4月30日");
  EXPECT_EQ(day("1989-01-08").to_era(), "平成元年1月8日");
  EXPECT_EQ(day("1989-01-07").to_era(), "昭和64年1月7日");
  EXPECT_EQ(day("1926-12-25").to_era(), "昭和元年12月25日");
  EXPECT_EQ(day("1926-12-24").to_era(), "大正15年12月24日");
  EXPECT_EQ(day("1912-07-30").to_era(), "大正元年7月30日");
  EXPECT_EQ(day("1868-01-25").to_era(), "明治元年1月25日");
  EXPECT_EQ(Date::from_days(day("1868-01-25").days() - 1).to_era(), "1868年1月24日");
}

TEST(FiscalYear, EveryWayOfWriting) {
  for (const auto& [text, expected] : std::initializer_list<Case>{
           {"FY2026", "FY2026"},
           {"fy 2026", "FY2026"},
           {"ＦＹ２０２６", "FY2026"},
           {"2026年度", "FY2026"},
           {"2026 年度", "FY2026"},
           {"令和8年度", "FY2026"},
           {"R8年度", "FY2026"},
           {"令和元年度", "FY2019"},
           {"平成31年度", "FY2019"},
           {"平成元年度", "FY1989"},
           {"平成29年度", "FY2017"},
           {"fiscal 2018", "FY2018"},
           {"Fiscal year 2018", "FY2018"},
           {"2026", "FY2026"},
           {"9998", "FY9998"},
           {"2026年", "fiscal_year_syntax"},
           {"FY26", "fiscal_year_syntax"},
           {"FY20261", "fiscal_year_syntax"},
           {"2026-04", "fiscal_year_syntax"},
           {"", "fiscal_year_syntax"},
           {"令和8年", "fiscal_year_syntax"},
           {"9999", "date_range"},
           {"1867", "date_range"},
           {"平成32年度", "date_range"},
           {"昭和64年度", "date_range"},
       }) {
    EXPECT_EQ(shown(FiscalYear::parse(text)), expected) << text;
  }
}

TEST(FiscalYear, AprilToMarch) {
  EXPECT_EQ(FiscalYear::of(day("2026-03-31")).number, 2025);
  EXPECT_EQ(FiscalYear::of(day("2026-04-01")).number, 2026);
  EXPECT_EQ(FiscalYear{2026}.first().to_string(), "2026-04-01");
  EXPECT_EQ(FiscalYear{2026}.last().to_string(), "2027-03-31");
  // Whatever foreign bytes say, nothing overflows.
  EXPECT_EQ(FiscalYear{std::numeric_limits<std::int32_t>::max()}.last().year(), 10000);
  EXPECT_EQ(FiscalYear{std::numeric_limits<std::int32_t>::min()}.first().year(), -9999);
}

TEST(Period, EveryWayOfWriting) {
  for (const auto& [text, expected] : std::initializer_list<Case>{
           {"2026-04-01..2026-04-30", "2026-04-01..2026-04-30"},
           {"2026-04", "2026-04-01..2026-04-30"},
           {"2024-02", "2024-02-01..2024-02-29"},
           {"FY2026", "2026-04-01..2027-03-31"},
           {"2026年4月", "2026-04-01..2026-04-30"},
           {"令和8年4月", "2026-04-01..2026-04-30"},
           {"2026年度", "2026-04-01..2027-03-31"},
           {"2026年", "2026-01-01..2026-12-31"},
           {"2026-04-01", "2026-04-01..2026-04-01"},
           {"2026-04..2026-06", "2026-04-01..2026-06-30"},
           {"2026年4月1日〜2026年6月30日", "2026-04-01..2026-06-30"},
           {"2026年4月1日～2026年6月30日", "2026-04-01..2026-06-30"},
           {"2026/4/1 ~ 2026/6/30", "2026-04-01..2026-06-30"},
           {"FY2025..FY2026", "2025-04-01..2027-03-31"},
           {"1868年", "1868-01-25..1868-12-31"},
           {"2026", "period_syntax"},  // of the calendar or fiscal? it must be said
           {"", "period_syntax"},
           {"..", "period_syntax"},
           {"2026-04-01..", "period_syntax"},
           {"2026-04-30..2026-04-01", "period_syntax"},
           {"2026-04..2026-04-10", "period_syntax"},  // one side within the other is a slip
           {"2026-04-10..2026-04", "period_syntax"},
           {"FY2026..FY2025", "period_syntax"},
           {"2026.04", "period_syntax"},
           {"2026-04-01..2026-04-31", "date_range"},
           {"令和元年4月", "date_range"},
           {"2026-04-01..2026-04-02..2026-04-03", "period_syntax"},
       }) {
    EXPECT_EQ(shown(Period::parse(text)), expected) << text;
  }
}

TEST(Period, Relations) {
  const Period april = *Period::parse("2026-04");
  EXPECT_EQ(april.day_count(), 30);
  EXPECT_TRUE(april.contains(day("2026-04-30")));
  EXPECT_FALSE(april.contains(day("2026-05-01")));
  EXPECT_TRUE(Period::parse("FY2026")->contains(april));
  EXPECT_FALSE(april.contains(*Period::parse("FY2026")));
  EXPECT_TRUE(april.overlaps(*Period::parse("2026-04-30..2026-05-02")));
  EXPECT_FALSE(april.overlaps(*Period::parse("2026-05")));
}

TEST(PartialDate, ARangeOfPossibleDays) {
  for (const auto& [text, expected] : std::initializer_list<Case>{
           {"2017年5月", "2017-05-01..2017-05-31"},
           {"2017-05", "2017-05-01..2017-05-31"},
           {"2017/5", "2017-05-01..2017-05-31"},
           {"2017年度", "2017-04-01..2018-03-31"},
           {"FY2017", "2017-04-01..2018-03-31"},
           {"fiscal 2018", "2018-04-01..2019-03-31"},
           {"平成29年度", "2017-04-01..2018-03-31"},
           {"2017年", "2017-01-01..2017-12-31"},
           {"2017", "2017-01-01..2017-12-31"},
           {"平成29年", "2017-01-01..2017-12-31"},
           {"H29.5", "2017-05-01..2017-05-31"},
           {"2017-05-02", "2017-05-02"},
           {"平成29年5月2日", "2017-05-02"},
           {"平成31年", "2019-01-01..2019-12-31"},
           {"春", "date_syntax"},
           {"2017.5", "date_syntax"},  // or a number
           {"2017年13月", "date_range"},
           {"2017年2月29日", "date_range"},
       }) {
    EXPECT_EQ(shown(PartialDate::parse(text)), expected) << text;
  }
  EXPECT_EQ(PartialDate::parse("２０１７年度")->text, "２０１７年度");
}

TEST(Instant, TextAndDay) {
  // 1,795,305,600 s is what `date -u -d 2026-11-22 +%s` prints.
  const Instant instant{1'795'305'600'000};
  EXPECT_EQ(instant.to_string(), "2026-11-22T00:00:00.000Z");
  EXPECT_EQ(instant.to_japan_string(), "2026-11-22 09:00:00 +09:00");
  EXPECT_EQ(Instant{1'795'305'600'000 - 1}.to_string(), "2026-11-21T23:59:59.999Z");
  // The day turns at 15:00 UTC in Japan.
  EXPECT_EQ((Instant{1'795'305'600'000 + 15 * 3'600'000 - 1}.date_in_japan().to_string()), "2026-11-22");
  EXPECT_EQ((Instant{1'795'305'600'000 + 15 * 3'600'000}.date_in_japan().to_string()), "2026-11-23");
  EXPECT_EQ(Instant{-1}.to_string(), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(Instant{-1}.date_in_japan().to_string(), "1970-01-01");
  for (const std::int64_t extreme : {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
    EXPECT_FALSE(Instant{extreme}.to_string().empty());
    EXPECT_FALSE(Instant{extreme}.to_japan_string().empty());
  }
}

TEST(Instant, Parse) {
  for (const auto& [text, expected] : std::initializer_list<Case>{
           {"2026-11-22T00:00:00.000Z", "2026-11-22T00:00:00.000Z"},
           {"2026-11-22T23:59:59.999Z", "2026-11-22T23:59:59.999Z"},
           {"2026-11-22T01:02:03Z", "2026-11-22T01:02:03.000Z"},
           {"2026-11-22", "2026-11-21T15:00:00.000Z"},
           {"令和8年11月22日", "2026-11-21T15:00:00.000Z"},
           {"1868-01-25", "1868-01-24T15:00:00.000Z"},
           {"1868-01-24T15:00:00.000Z", "1868-01-24T15:00:00.000Z"},
           {"1868-01-24T14:59:59.999Z", "date_range"},
           {"9999-12-31T15:00:00.000Z", "date_range"},
           {"2026-11-22T24:00:00.000Z", "instant_syntax"},
           {"2026-11-22T23:60:00.000Z", "instant_syntax"},
           {"2026-11-22T23:59:60.000Z", "instant_syntax"},
           {"2026-02-29T00:00:00.000Z", "instant_syntax"},
           {"2026-11-22T00:00:00.000", "instant_syntax"},
           {"2026-11-22t00:00:00.000z", "instant_syntax"},
           {"2026-11", "instant_syntax"},
           {"", "instant_syntax"},
           {"2026-02-29", "date_range"},
       }) {
    EXPECT_EQ(shown(Instant::parse(text)), expected) << text;
  }
}

// 20,000 random days against Python's datetime: calendar, fiscal year and its ends, counting years on, and every instant's text.
TEST(Date, LikePythonsDatetime) {
  std::mt19937_64 random(test::seed());
  const std::int32_t first = day("1868-01-25").days();
  const std::int32_t last = day("9980-12-31").days();
  std::string input;
  std::string ours;
  for (int i = 0; i < 20'000; ++i) {
    // Half of them where the eras are.
    const std::int32_t end = i % 2 == 0 ? last : day("2099-12-31").days();
    const auto days = first + static_cast<std::int32_t>(random() % static_cast<std::uint64_t>(end - first + 1));
    const int years = static_cast<int>(random() % 33) - 16;
    const auto ms = static_cast<std::int64_t>(random() % 86'400'000);
    const Date d = Date::from_days(days);
    const FiscalYear fy = FiscalYear::of(d);
    const Instant instant{std::int64_t{days} * 86'400'000 + ms};
    input += std::to_string(days) + " " + std::to_string(years) + " " + std::to_string(ms) + "\n";
    ours += d.to_string() + " " + std::to_string(d.year()) + " " + std::to_string(d.month()) + " " + std::to_string(d.day()) + " " +
            std::to_string(fy.number) + " " + fy.first().to_string() + " " + fy.last().to_string() + " " + d.plus_years(years).to_string() +
            " " + d.to_era() + " " + instant.to_string() + " " + instant.to_japan_string() + "\n";
    ASSERT_EQ(shown(Date::parse(d.to_string())), d.to_string());
    // A year of an era has two digits.
    if (d.year() <= 2099) {
      ASSERT_EQ(shown(Date::parse(d.to_era())), d.to_string());
    }
    ASSERT_EQ(shown(Instant::parse(instant.to_string())), instant.to_string());
  }
  EXPECT_EQ(test::python(R"(
import sys
from datetime import date, datetime, timedelta, timezone
epoch = datetime(1970, 1, 1, tzinfo=timezone.utc)
eras = [('令和', date(2019, 5, 1)), ('平成', date(1989, 1, 8)), ('昭和', date(1926, 12, 25)), ('大正', date(1912, 7, 30)), ('明治', date(1868, 1, 25))]
for line in sys.stdin:
    days, years, ms = map(int, line.split())
    d = date.fromordinal(date(1970, 1, 1).toordinal() + days)
    fy = (d - timedelta(days=(date(d.year, 4, 1) - date(d.year, 1, 1)).days)).year
    try:
        moved = d.replace(year=d.year + years)
    except ValueError:
        moved = date(d.year + years, 2, 28)
    era, start = next(e for e in eras if e[1] <= d)
    n = d.year - start.year + 1
    era_text = f'{era}{"元" if n == 1 else n}年{d.month}月{d.day}日'
    t = epoch + timedelta(days=days, milliseconds=ms)
    utc = t.strftime('%H:%M:%S.') + f'{t.microsecond // 1000:03}Z'
    j = t.astimezone(timezone(timedelta(hours=9)))
    print(d.isoformat(), d.year, d.month, d.day, fy, date(fy, 4, 1), date(fy + 1, 3, 31), moved, era_text,
          f'{t.date().isoformat()}T{utc}', j.date().isoformat(), j.strftime('%H:%M:%S'), '+09:00')
)",
                         input),
            ours);
}

// Which (year, month, day) exist, against Python, over random and mostly wrong triples.
TEST(Date, ExistsAsInPython) {
  std::mt19937_64 random(test::seed());
  std::string input;
  std::string ours;
  for (int i = 0; i < 20'000; ++i) {
    const int year = 1869 + static_cast<int>(random() % 500);
    const int month = static_cast<int>(random() % 14);
    const int number = static_cast<int>(random() % 33);
    input += std::to_string(year) + " " + std::to_string(month) + " " + std::to_string(number) + "\n";
    ours += Date::from_ymd(year, month, number) ? "1" : "0";
  }
  EXPECT_EQ(test::python(R"(
import sys
from datetime import date
out = ''
for line in sys.stdin:
    try:
        date(*map(int, line.split()))
        out += '1'
    except ValueError:
        out += '0'
sys.stdout.write(out)
)",
                         input),
            ours);
}

}  // namespace
}  // namespace sumi
