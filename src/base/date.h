// Days, partial dates, periods, fiscal years and instants. Days and fiscal years are Japan's (+09:00, fixed); no clock here.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace sumi {

// A day of the proleptic Gregorian calendar, 1868-01-25 (明治元年) to 9999-12-31.
class Date {
 public:
  Date() = default;  // 1970-01-01
  static Result<Date> from_ymd(int year, int month, int day);
  // "2026-11-22", "2026/11/22", "2026年11月22日", "令和8年11月22日", "R8.11.22", full-width digits too; 元年 is year 1.
  // An era must hold on that day (平成 ends on 2019-04-30).
  static Result<Date> parse(std::string_view text);
  static Date from_days(std::int32_t days_since_1970) {
    Date d;
    d.days_ = days_since_1970;
    return d;
  }

  [[nodiscard]] std::int32_t days() const { return days_; }
  [[nodiscard]] int year() const;
  [[nodiscard]] int month() const;
  [[nodiscard]] int day() const;
  [[nodiscard]] std::string to_string() const;  // 2026-11-22
  [[nodiscard]] std::string to_era() const;     // 令和8年11月22日
  [[nodiscard]] Date plus_days(std::int32_t n) const { return from_days(days_ + n); }
  // A day that does not exist becomes the month's last: 2020-02-29 minus 2 years is 2018-02-28.
  [[nodiscard]] Date plus_years(int n) const;
  friend auto operator<=>(const Date&, const Date&) = default;

 private:
  std::int32_t days_ = 0;
};

// 1 April to 31 March; number = the year of its April.
struct FiscalYear {
  std::int32_t number = 0;
  static FiscalYear of(Date day);
  [[nodiscard]] Date first() const;
  [[nodiscard]] Date last() const;
  [[nodiscard]] std::string to_string() const;  // FY2026
  // "FY2026", "2026年度", "令和8年度", "2026"
  static Result<FiscalYear> parse(std::string_view text);
  friend auto operator<=>(const FiscalYear&, const FiscalYear&) = default;
};

// Both days belong to it.
struct Period {
  Date first;
  Date last;
  // "2026-04-01..2026-04-30", "2026-04" (a month), "FY2026", "2026年4月", one day; first <= last.
  static Result<Period> parse(std::string_view text);
  [[nodiscard]] bool contains(Date d) const { return first <= d && d <= last; }
  [[nodiscard]] bool contains(const Period& p) const { return first <= p.first && p.last <= last; }
  [[nodiscard]] bool overlaps(const Period& p) const { return first <= p.last && p.first <= last; }
  [[nodiscard]] std::int32_t day_count() const { return last.days() - first.days() + 1; }
  [[nodiscard]] std::string to_string() const;  // 2026-04-01..2026-04-30
  friend bool operator==(const Period&, const Period&) = default;
};

// What evidence often says: "2017年5月", "2017年度", "fiscal 2018", or a day. A range of possible days.
struct PartialDate {
  Date earliest;
  Date latest;
  std::string text;  // as written
  static Result<PartialDate> parse(std::string_view text);
  [[nodiscard]] bool exact() const { return earliest == latest; }
};

// UTC milliseconds since 1970.
struct Instant {
  std::int64_t ms = 0;
  [[nodiscard]] Date date_in_japan() const;
  [[nodiscard]] std::string to_string() const;        // 2026-11-22T00:00:00.000Z
  [[nodiscard]] std::string to_japan_string() const;  // 2026-11-22 09:00:00 +09:00
  static Result<Instant> parse(std::string_view text);  // what to_string prints; or a day = its first instant in Japan
  friend auto operator<=>(const Instant&, const Instant&) = default;
};

}  // namespace sumi
