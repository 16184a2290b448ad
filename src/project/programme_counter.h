// How one member after the other is counted. Only for programme_members.cc (order of the steps, formulas, trace) and programme_member_checks.cc (order, gaps
// and range of the values).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "project/programme_parts.h"

namespace sumi::project {

// A run of a member's values of one series, in order of time.
struct ValueRun {
  const MemberValue* const* begin = nullptr;
  const MemberValue* const* end = nullptr;
  [[nodiscard]] bool empty() const { return begin == end; }
};

inline Period period_of(const MemberValue& v) { return {Date::from_days(v.first), Date::from_days(v.last)}; }
// "2026-04" for a whole month, else its first and last day.
[[nodiscard]] std::string short_text(const Period& p);

// Counts members of one piece of the list; one per thread. What it finds is in the answer of count(): findings project.member_*, sums, traces.
class MemberCounter {
 public:
  MemberCounter(const Programme& programme, const MemberRows& rows, bool only_check, bool keep_traces)
      : programme_(programme), reader_(programme.reader()), rows_(rows), only_check_(only_check), keep_traces_(keep_traces), formulas_(programme), period_texts_(period_texts_kept) {}

  CountedMembers count(std::uint32_t first, std::uint32_t last);

 private:
  // ---- One member ----

  void count(std::uint32_t index);

  // Where the traces stand is known when the last one is written.
  void point_into_text();

  void refuse(Error error);
  [[nodiscard]] Place place(const MemberValue& v, std::size_t column) const { return {reader_.file(), rows_.line(v), static_cast<std::uint32_t>(column)}; }
  [[nodiscard]] const std::string& symbol(std::size_t series) const { return shared_->activity->series[series].name; }
  [[nodiscard]] bool amount(std::size_t series) const { return shared_->open[series].amount; }
  // A value that is wrong beside the others: its row is no good row.
  void refuse_value(const ErrorDef& def, const MemberValue& v, ErrorArgs args);

  // Files are in order of time mostly, and where there is one series nothing has to be done.
  void sort_values(std::uint32_t index);

  void check_order();

  // Parts the values that count from those that do not; runs_ then has the former only.
  void leave_out(bool counts);

  void check_gaps();
  // With what was left out and what could not be read: both stand for their time.
  void tell_gaps(std::size_t s);

  // All amounts of a member have the same periods.
  void check_amounts();

  // ---- What the member has of its own ----

  bool read_own_values();
  bool read_own(const OwnParameter& own, const std::string& text);
  void refuse_own(const std::string& name, const std::string& text, const std::string& ja, const std::string& en);

  // ---- Calculation ----

  [[nodiscard]] Rational number(const MemberValue& v) const;

  // The bounds of a methodology for a monitored value; nothing is negative here.
  void check_range(const rulebook::Prepared& prepared);

  rulebook::PreparedRun* bound(std::size_t year, const Period& part);
  const rulebook::PreparedResult* ran(const Result<const rulebook::PreparedResult*>& result);

  void calculate();

  // The value of a coefficient that holds on all days of `part`; nullptr where there is none.
  [[nodiscard]] const MemberValue* coefficient(std::size_t s, const Period& part) const;
  [[nodiscard]] bool constant_coefficients(const Period& part) const;

  // The share by days of an amount that crosses the end of the year.
  static std::optional<Rational> share_of(const MemberValue& v, const Period& year);
  void note_split(const MemberValue& v);

  void set_own_values(rulebook::PreparedRun& run) const;

  // What the methodology asks of each period ("not more is sold than made"), where amounts have a say in it.
  bool check_parts(rulebook::PreparedRun& run, std::size_t year, const Period& in_year);

  // Once for the year: the sums of the amounts.
  void calculate_year(rulebook::PreparedRun& run, std::size_t year, const Period& part);

  // Once for each period of the amounts, or for the whole where there are none.
  void calculate_parts(std::size_t year, const Period& in_year);

  YearSums& sums_of(std::size_t year, const rulebook::Prepared& prepared);
  static void add(YearSums& sums, const rulebook::PreparedResult& result);

  // ---- Trace ----

  std::string_view year_text(std::size_t year);
  // Texts of periods, in room of a fixed size, so that their bytes are copied without a call.
  struct PeriodText {
    Period period;
    std::uint32_t size = 0;
    std::array<char, 24> bytes{};
  };
  const PeriodText& period_text(const Period& p);
  void add_period(const Period& p);

  void write_inputs();
  void write_number(const MemberValue& v);
  void write_value(const MemberValue& v);
  void write_left(const MemberValue& v);
  void write_result(std::size_t year, const Rational& baseline, const Rational& project);

  const Programme& programme_;
  const MemberDataReader& reader_;
  const MemberRows& rows_;
  bool only_check_, keep_traces_;
  BoundFormulas formulas_;
  CountedMembers out_;
  TraceText text_, index_text_;
  std::vector<std::size_t> ends_;  // of each member's trace

  // The member that is counted.
  const ProgrammeMember* member_ = nullptr;
  std::uint32_t index_ = 0;
  std::size_t activity_ = 0;
  const ActivityShared* shared_ = nullptr;
  Period own_;  // within the report
  bool bad_ = false;
  std::vector<std::uint32_t> bad_lines_;
  std::vector<const MemberValue*> values_, left_;
  std::vector<ValueRun> runs_;  // by series
  ValueRun periods_;
  std::vector<std::pair<std::string, std::string>> choices_;
  std::vector<std::optional<Rational>> own_values_;
  DecimalSum sum_;
  std::vector<std::string> lacking_;  // why formulas could not be bound
  std::vector<Rational> totals_;                                                                           // by series
  std::string_view evidence_;  // of the line before

  std::pair<const OwnParameter*, std::string> last_unit_{nullptr, {}};
  Rational last_factor_;
  std::pair<const YearSums*, const rulebook::CalculationFlags*> flags_seen_{nullptr, nullptr};
  std::vector<std::string> year_texts_;
  static constexpr std::size_t period_texts_kept = 1024;
  std::vector<PeriodText> period_texts_;
};

}  // namespace sumi::project
