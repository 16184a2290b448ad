// The inside of a programme's calculation. Only for programme_*.cc.
#pragma once

#include <array>
#include <cstring>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "project/programme_calculate.h"
#include "rulebook/prepared.h"

namespace sumi::project {

// Text that grows by raw bytes: a trace is 100 MB for 100,000 members.
class TraceText {
 public:
  // `size` bytes may be written from here; wrote() says how many were.
  char* room(std::size_t size) {
    if (capacity_ - size_ < size) grow(size);
    return bytes_.get() + size_;
  }
  void wrote(const char* end) { size_ = static_cast<std::size_t>(end - bytes_.get()); }
  void add(std::string_view text) {
    char* at = room(text.size());
    std::memcpy(at, text.data(), text.size());
    size_ += text.size();
  }
  void add(char c) {
    *room(1) = c;
    ++size_;
  }
  // Tab, line feed and backslash become \t, \n and \\.
  void add_escaped(std::string_view text);
  void add(const Rational& value);
  // mantissa / 10^scale, without zeros at the end.
  void add_decimal(std::int64_t mantissa, unsigned scale);
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::string_view from(std::size_t begin) const { return {bytes_.get() + begin, size_ - begin}; }
  void cut(std::size_t size) { size_ = size; }
  [[nodiscard]] std::string copy() const { return std::string(bytes_.get(), size_); }
  [[nodiscard]] std::unique_ptr<char[]> take() { return std::move(bytes_); }
  void reserve(std::size_t size) {
    if (capacity_ < size) grow(size - size_);
  }
  void add(const Hash& hash);

 private:
  void grow(std::size_t more);
  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0, capacity_ = 0;
};

// An exact sum of many fractions of few denominators: each denominator has a sum of its own until the end.
class FractionSum {
 public:
  void add(const Rational& value);
  void add(const FractionSum& other);
  [[nodiscard]] Rational total() const;

 private:
  std::vector<std::pair<Integer, Integer>> by_denominator_;  // denominator, sum of the numerators
};

// An exact sum of decimals, in 64 bits as long as they suffice.
class DecimalSum {
 public:
  void clear() { *this = DecimalSum(); }
  void add(std::int64_t mantissa, unsigned scale);
  void add(const Rational& value) {
    rest_ += value;
    has_rest_ = true;
  }
  [[nodiscard]] Rational total() const;

 private:
  std::int64_t mantissa_ = 0;
  unsigned scale_ = 0;
  bool has_rest_ = false;
  Rational rest_;
};

// ---- What all members of an activity share ----

struct OwnParameter {
  std::string symbol;
  Unit unit;
  std::optional<Rational> shared;  // the plan's value, for members who have none of their own
  std::size_t open = 0;            // place among the open values
};
struct ActivityShared {
  const MemberDataReader::Activity* activity = nullptr;
  std::vector<rulebook::OpenValue> open;  // the series in their order, then the own parameters
  std::vector<OwnParameter> own;
  std::vector<std::string> series_line;  // of each: "series\tEL_PV\tkWh\tB\n"
  std::size_t amounts = 0;                        // series that are amounts
};

class Programme {
 public:
  // Errors: project.member_listed_*, all of them.
  [[nodiscard]] static Result<Programme> make(const MemberDataReader& reader, const rulebook::Rulebook& rulebook, const PlanOptions& options);
  [[nodiscard]] const MemberDataReader& reader() const { return *reader_; }
  [[nodiscard]] const rulebook::Rulebook& rulebook() const { return *rulebook_; }
  [[nodiscard]] const PlanOptions& options() const { return options_; }
  [[nodiscard]] const std::vector<ActivityShared>& activities() const { return activities_; }
  // Fiscal years that the report's period touches.
  [[nodiscard]] const std::vector<std::pair<FiscalYear, Period>>& years() const { return years_; }

 private:
  Result<ActivityShared> share(std::size_t activity, const std::vector<std::string>& own_symbols) const;
  const MemberDataReader* reader_ = nullptr;
  const rulebook::Rulebook* rulebook_ = nullptr;
  PlanOptions options_;
  std::vector<ActivityShared> activities_;
  std::vector<std::pair<FiscalYear, Period>> years_;
};
// A symbol that members give as text: a choice, the name of a unit, a yes or no.
[[nodiscard]] bool given_as_text(const rulebook::Methodology& methodology, std::string_view symbol);

// Formulas that are bound, by what they depend on. One per thread.
class BoundFormulas {
 public:
  explicit BoundFormulas(const Programme& programme) : programme_(programme) {}
  // `choices`: what the member chose itself, in order of names. Refusals: those of the methodology.
  [[nodiscard]] Result<rulebook::PreparedRun*> get(std::size_t activity, const std::vector<std::pair<std::string, std::string>>& choices, std::size_t year, const Period& part);
  // Whether an activity's formulas look at the period itself.
  using SharedKey = std::tuple<std::size_t, FiscalYear, std::string>;  // activity, year, period or choices of its own
  [[nodiscard]] const std::map<SharedKey, std::string>& shared() const { return shared_; }

 private:
  using Choices = std::vector<std::pair<std::string, std::string>>;
  struct Key {
    std::size_t activity = 0;
    std::size_t year = 0;
    Choices choices;
    std::int32_t first = 0, last = 0;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  Result<rulebook::Prepared> bind(std::size_t activity, const Choices& choices, std::size_t year, const Period& part) const;
  const Programme& programme_;
  std::map<Key, rulebook::PreparedRun> bound_;
  std::map<SharedKey, std::string> shared_;
  Key last_key_;
  rulebook::PreparedRun* last_ = nullptr;
};

// ---- Counting members ----

// The values of a file, member by member.
struct MemberRows {
  std::vector<DataPiece> pieces;
  std::vector<std::uint32_t> line_base;      // number of each piece's first line
  std::vector<const MemberValue*> values;    // by member, in the order of the file
  std::vector<std::uint64_t> begin;          // of each member's values, and the end of the last's
  std::map<std::uint32_t, std::vector<DataPiece::Unreadable>> unreadable;
  std::map<std::uint32_t, std::size_t> unplaced;
  [[nodiscard]] std::uint32_t line(const MemberValue& v) const { return line_base[v.piece] + v.line; }
};
[[nodiscard]] MemberRows gather(std::vector<DataPiece> pieces, std::uint32_t first_line, std::size_t members, const Spread& spread);

struct YearSums {
  FractionSum baseline, project;
  std::vector<FractionSum> incidental;  // as IncidentalFigure of the methodology's calculation
  std::vector<rulebook::IncidentalFigure> figures;
  rulebook::CalculationFlags flags;
  std::string rounding_rule;
};
struct LeftOut {
  std::uint64_t values = 0, members = 0;
  std::uint32_t line = 0, member = 0;  // the first
  Period period;
  std::uint64_t outside = 0;  // members whose period does not reach the report's
  std::uint32_t first_outside = 0;
};
struct CountedMembers {
  std::map<std::pair<std::size_t, std::size_t>, YearSums> sums;  // by activity and year of the report
  FindingList findings;
  std::uint64_t bad_rows = 0, bad_values = 0;
  LeftOut left_out;
  std::vector<MemberTrace> members;
  std::unique_ptr<char[]> text;  // what their traces point into
  std::uint64_t text_bytes = 0;
  std::string index;  // the programme's trace: their lines
  std::map<BoundFormulas::SharedKey, std::string> shared;
  std::vector<std::pair<std::size_t, Period>> split;  // activity and period of amounts that cross the end of a fiscal year
};
// Checks members [first, last) of the list and, unless `only_check`, calculates them.
[[nodiscard]] CountedMembers count_members(const Programme& programme, const MemberRows& rows, std::uint32_t first, std::uint32_t last, bool only_check, bool keep_traces);

// Adds what is in `from` only.
void merge_flags(rulebook::CalculationFlags& into, const rulebook::CalculationFlags& from);

}  // namespace sumi::project
