#include "base/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>
#include <optional>

#include "base/errors.h"
#include "base/text.h"

namespace sumi {

namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int64_t japan_offset_ms = 9 * 3'600'000;

std::chrono::year_month_day calendar(std::int32_t days) { return std::chrono::sys_days{std::chrono::days{days}}; }

constexpr std::int32_t days_of(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  return static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count());
}

constexpr std::int32_t last_of_month(int year, unsigned month) {
  const std::chrono::year_month_day_last last{std::chrono::year{year}, std::chrono::month_day_last{std::chrono::month{month}}};
  return static_cast<std::int32_t>(std::chrono::sys_days{last}.time_since_epoch().count());
}

constexpr std::int32_t earliest_day = days_of(1868, 1, 25);
constexpr std::int32_t latest_day = days_of(9999, 12, 31);

std::optional<std::int32_t> existing_day(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const auto m = static_cast<unsigned>(month);
  const std::int32_t days = days_of(year, m, 1) + day - 1;
  if (days > last_of_month(year, m)) return std::nullopt;
  return days;
}

struct Era {
  std::string_view name;
  std::string_view square;  // the one-character form of old word processors
  char letter;
  std::int32_t first;
  std::int32_t last;
  int first_year;
};

// First days: 明治 by 明治改元の詔 (counted from 1868-01-25), then the day each following era was proclaimed for.
constexpr std::array<Era, 5> eras{{
    {"明治", "㍾", 'M', days_of(1868, 1, 25), days_of(1912, 7, 29), 1868},
    {"大正", "㍽", 'T', days_of(1912, 7, 30), days_of(1926, 12, 24), 1912},
    {"昭和", "㍼", 'S', days_of(1926, 12, 25), days_of(1989, 1, 7), 1926},
    {"平成", "㍻", 'H', days_of(1989, 1, 8), days_of(2019, 4, 30), 1989},
    {"令和", "㋿", 'R', days_of(2019, 5, 1), latest_day, 2019},
}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

// Reads tokens; spaces may stand between them ("令和 8年 4月 1日") but not within a number.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  void skip_spaces() {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
  }
  bool at_end() {
    skip_spaces();
    return rest_.empty();
  }
  // ASCII letters match in either case.
  bool accept(std::string_view token) {
    skip_spaces();
    if (rest_.size() < token.size()) return false;
    for (std::size_t i = 0; i < token.size(); ++i) {
      if (upper(rest_[i]) != upper(token[i])) return false;
    }
    rest_.remove_prefix(token.size());
    return true;
  }
  std::optional<int> number(std::size_t digits_min, std::size_t digits_max) {
    skip_spaces();
    std::size_t n = 0;
    int value = 0;
    while (n < rest_.size() && n <= digits_max && is_digit(rest_[n])) value = value * 10 + (rest_[n++] - '0');
    if (n < digits_min || n > digits_max) return std::nullopt;
    rest_.remove_prefix(n);
    return value;
  }
  // One of - / . , or none.
  char separator() {
    skip_spaces();
    if (rest_.empty() || (rest_.front() != '-' && rest_.front() != '/' && rest_.front() != '.')) return 0;
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }
  const Era* era() {
    for (const Era& e : eras) {
      if (accept(e.name) || accept(e.square)) return &e;
    }
    skip_spaces();
    if (rest_.size() < 2 || (!is_digit(rest_[1]) && rest_[1] != ' ')) return nullptr;
    for (const Era& e : eras) {
      if (upper(rest_.front()) == e.letter) {
        rest_.remove_prefix(1);
        return &e;
      }
    }
    return nullptr;
  }

 private:
  std::string_view rest_;
};

// A date as far as it was written.
struct Written {
  enum class Extent : std::uint8_t { bare_number, year, fiscal_year, month, day };
  Extent extent = Extent::bare_number;
  const Era* era = nullptr;
  int year = 0;  // of the Gregorian calendar
  int month = 0;
  int day = 0;
};
using Extent = Written::Extent;

// After the year: "年4月1日", "年4月", "年度", "年".
bool scan_japanese_rest(Scanner& in, Written& w) {
  if (in.accept("度")) {
    w.extent = Extent::fiscal_year;
    return in.at_end();
  }
  w.extent = Extent::year;
  if (in.at_end()) return true;
  const auto month = in.number(1, 2);
  if (!month || !in.accept("月")) return false;
  w.month = *month;
  w.extent = Extent::month;
  if (in.at_end()) return true;
  const auto day = in.number(1, 2);
  if (!day || !in.accept("日")) return false;
  w.day = *day;
  w.extent = Extent::day;
  return in.at_end();
}

// After the year: "-04-01", "/4/1", ".4.1", "-04".
bool scan_separated_rest(Scanner& in, Written& w) {
  const char separator = in.separator();
  if (separator == 0) return false;
  const auto month = in.number(1, 2);
  if (!month) return false;
  w.month = *month;
  w.extent = Extent::month;
  // "2026.11" would as well be a number with decimals.
  if (in.at_end()) return separator != '.' || w.era != nullptr;
  if (in.separator() != separator) return false;
  const auto day = in.number(1, 2);
  if (!day) return false;
  w.day = *day;
  w.extent = Extent::day;
  return in.at_end();
}

std::optional<Written> scan(std::string_view text) {
  const std::string plain = to_half_width(trim(text));
  Scanner in(plain);
  Written w;
  if (in.accept("FY") || in.accept("fiscal year") || in.accept("fiscal")) {
    const auto year = in.number(4, 4);
    if (!year || !in.at_end()) return std::nullopt;
    w.extent = Extent::fiscal_year;
    w.year = *year;
    return w;
  }
  w.era = in.era();
  if (w.era != nullptr) {
    const auto year = in.accept("元") ? std::optional<int>(1) : in.number(1, 2);
    if (!year || *year == 0) return std::nullopt;
    w.year = w.era->first_year + *year - 1;
  } else {
    const auto year = in.number(4, 4);
    if (!year) return std::nullopt;
    w.year = *year;
    if (in.at_end()) return w;
  }
  const bool whole = in.accept("年") ? scan_japanese_rest(in, w) : scan_separated_rest(in, w);
  if (!whole) return std::nullopt;
  return w;
}

// The days that the writing may mean, cut to the range of dates; empty where there is none. An era must hold on one of them at
// least; the others stay, since "平成元年" and "平成31年度" are said of whole years.
std::optional<Period> days_meant(const Written& w) {
  std::int32_t first = 0;
  std::int32_t last = 0;
  switch (w.extent) {
    case Extent::day: {
      const auto day = existing_day(w.year, w.month, w.day);
      if (!day) return std::nullopt;
      first = last = *day;
      break;
    }
    case Extent::month:
      if (!existing_day(w.year, w.month, 1)) return std::nullopt;
      first = days_of(w.year, static_cast<unsigned>(w.month), 1);
      last = last_of_month(w.year, static_cast<unsigned>(w.month));
      break;
    case Extent::fiscal_year:
      first = days_of(w.year, 4, 1);
      last = days_of(w.year + 1, 3, 31);
      if (first < earliest_day || last > latest_day) return std::nullopt;
      break;
    case Extent::year:
    case Extent::bare_number:
      first = days_of(w.year, 1, 1);
      last = days_of(w.year, 12, 31);
      break;
  }
  if (w.era != nullptr && (last < w.era->first || first > w.era->last)) return std::nullopt;
  first = std::max(first, earliest_day);
  last = std::min(last, latest_day);
  if (first > last) return std::nullopt;
  return Period{Date::from_days(first), Date::from_days(last)};
}

Unexpected refuse(const ErrorDef& def, std::string_view text) { return fail(def, {{"text", std::string(text)}}); }

}  // namespace

Result<Date> Date::from_ymd(int year, int month, int day) {
  const auto days = existing_day(year, month, day);
  if (!days || *days < earliest_day || *days > latest_day) {
    return fail(errors::date_range, {{"text", fmt::format("{:04}-{:02}-{:02}", year, month, day)}});
  }
  return from_days(*days);
}

Result<Date> Date::parse(std::string_view text) {
  const auto written = scan(text);
  if (!written || written->extent != Extent::day) return refuse(errors::date_syntax, text);
  const auto meant = days_meant(*written);
  if (!meant) return refuse(errors::date_range, text);
  return meant->first;
}

int Date::year() const { return static_cast<int>(calendar(days_).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(calendar(days_).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(calendar(days_).day())); }

std::string Date::to_string() const {
  const auto ymd = calendar(days_);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                     static_cast<unsigned>(ymd.day()));
}

std::string Date::to_era() const {
  const auto ymd = calendar(days_);
  const int year = static_cast<int>(ymd.year());
  const auto month = static_cast<unsigned>(ymd.month());
  const auto day = static_cast<unsigned>(ymd.day());
  for (auto era = eras.rbegin(); era != eras.rend(); ++era) {
    if (days_ < era->first) continue;
    const int n = year - era->first_year + 1;
    return fmt::format("{}{}年{}月{}日", era->name, n == 1 ? "元" : std::to_string(n), month, day);
  }
  return fmt::format("{}年{}月{}日", year, month, day);
}

Date Date::plus_years(int n) const {
  const auto ymd = calendar(days_);
  const std::int64_t wanted = std::int64_t{static_cast<int>(ymd.year())} + n;
  const int year = static_cast<int>(std::clamp<std::int64_t>(wanted, -9999, 9999));
  const auto month = static_cast<unsigned>(ymd.month());
  const auto day = static_cast<std::int32_t>(static_cast<unsigned>(ymd.day()));
  return from_days(std::min(days_of(year, month, 1) + day - 1, last_of_month(year, month)));
}

FiscalYear FiscalYear::of(Date day) { return {day.month() >= 4 ? day.year() : day.year() - 1}; }
// Clamped, since a number read from foreign bytes may be any.
Date FiscalYear::first() const { return Date::from_days(days_of(std::clamp(number, -9999, 9999), 4, 1)); }
Date FiscalYear::last() const { return Date::from_days(days_of(std::clamp(number, -9999, 9999) + 1, 3, 31)); }
std::string FiscalYear::to_string() const { return fmt::format("FY{:04}", number); }

Result<FiscalYear> FiscalYear::parse(std::string_view text) {
  auto written = scan(text);
  if (!written || (written->extent != Extent::fiscal_year && written->extent != Extent::bare_number)) {
    return refuse(errors::fiscal_year_syntax, text);
  }
  written->extent = Extent::fiscal_year;
  if (!days_meant(*written)) return refuse(errors::date_range, text);
  return FiscalYear{written->year};
}

Result<Period> Period::parse(std::string_view text) {
  // 2026年4月1日〜6月30日 would leave the second year to a guess: each side stands for itself.
  const auto side = [&](std::string_view part) -> Result<Period> {
    const auto written = scan(part);
    if (!written || written->extent == Extent::bare_number) return refuse(errors::period_syntax, text);
    const auto meant = days_meant(*written);
    if (!meant) return refuse(errors::date_range, text);
    return *meant;
  };
  for (const std::string_view joint : {"..", "〜", "～", "~"}) {
    const std::size_t at = text.find(joint);
    if (at == std::string_view::npos) continue;
    SUMI_TRY(const Period a, side(text.substr(0, at)));
    SUMI_TRY(const Period b, side(text.substr(at + joint.size())));
    if (a.first > b.last || a.last > b.last || a.first > b.first) return refuse(errors::period_syntax, text);
    return Period{a.first, b.last};
  }
  return side(text);
}

std::string Period::to_string() const { return first.to_string() + ".." + last.to_string(); }

Result<PartialDate> PartialDate::parse(std::string_view text) {
  const auto written = scan(text);
  if (!written) return refuse(errors::date_syntax, text);
  const auto meant = days_meant(*written);
  if (!meant) return refuse(errors::date_range, text);
  return PartialDate{meant->first, meant->last, std::string(text)};
}

namespace {

struct DayAndTime {
  Date day;
  std::int64_t ms = 0;  // since its midnight
};

// Floored, so that instants before 1970 fall on their own day too; no step of it can overflow.
DayAndTime split(std::int64_t ms, std::int64_t offset_ms) {
  std::int64_t days = ms / day_ms;
  std::int64_t rest = ms % day_ms;
  if (rest < 0) {
    rest += day_ms;
    --days;
  }
  rest += offset_ms;
  if (rest >= day_ms) {
    rest -= day_ms;
    ++days;
  }
  const auto low = std::int64_t{std::numeric_limits<std::int32_t>::min()};
  const auto high = std::int64_t{std::numeric_limits<std::int32_t>::max()};
  return {Date::from_days(static_cast<std::int32_t>(std::clamp(days, low, high))), rest};
}

// Two digits at `at`, or -1.
int two_digits(std::string_view text, std::size_t at) {
  if (at + 2 > text.size() || !is_digit(text[at]) || !is_digit(text[at + 1])) return -1;
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

// "2026-11-22T00:00:00.000Z", with or without the milliseconds.
std::optional<std::int64_t> scan_utc(std::string_view text) {
  const std::string_view pattern = text.size() == 20 ? "dddd-dd-ddTdd:dd:ddZ" : "dddd-dd-ddTdd:dd:dd.dddZ";
  if (text.size() != pattern.size()) return std::nullopt;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == 'd' ? !is_digit(text[i]) : text[i] != pattern[i]) return std::nullopt;
  }
  const auto day = existing_day(two_digits(text, 0) * 100 + two_digits(text, 2), two_digits(text, 5), two_digits(text, 8));
  const int hour = two_digits(text, 11);
  const int minute = two_digits(text, 14);
  const int second = two_digits(text, 17);
  if (!day || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  const int milli = text.size() == 20 ? 0 : (text[20] - '0') * 100 + two_digits(text, 21);
  return std::int64_t{*day} * day_ms + ((hour * 60 + minute) * 60 + second) * std::int64_t{1000} + milli;
}

}  // namespace

Date Instant::date_in_japan() const { return split(ms, japan_offset_ms).day; }

std::string Instant::to_string() const {
  const auto [day, rest] = split(ms, 0);
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", day.to_string(), rest / 3'600'000, rest / 60'000 % 60, rest / 1000 % 60, rest % 1000);
}

std::string Instant::to_japan_string() const {
  const auto [day, rest] = split(ms, japan_offset_ms);
  return fmt::format("{} {:02}:{:02}:{:02} +09:00", day.to_string(), rest / 3'600'000, rest / 60'000 % 60, rest / 1000 % 60);
}

Result<Instant> Instant::parse(std::string_view text) {
  if (const auto utc = scan_utc(trim(text))) {
    const Instant instant{*utc};
    const std::int32_t day = instant.date_in_japan().days();
    if (day < earliest_day || day > latest_day) return refuse(errors::date_range, text);
    return instant;
  }
  const auto written = scan(text);
  if (!written || written->extent != Extent::day) return refuse(errors::instant_syntax, text);
  const auto meant = days_meant(*written);
  if (!meant) return refuse(errors::date_range, text);
  return Instant{std::int64_t{meant->first.days()} * day_ms - japan_offset_ms};
}

}  // namespace sumi
