// Monitoring data of a programme's members: one large CSV file, read in pieces, each piece by itself, so that the caller may read them side by side.
//
// The first line that is no comment names the columns, in any order, in English or Japanese:
//   member (会員, 会員番号)    number of the member, as the member list has it
//   activity (活動)            the plan's activity; may be left out: then the one of the member that has the parameter
//   parameter (記号)           symbol of the methodology; for a parameter of a list "h (hall)", or "h" where the list has one row
//   period (期間)              2026-04, 2026-04-01..2026-04-30, 2026年4月
//   value (値), unit (単位), class (分類), evidence (根拠, 根拠資料), note (備考; read over)
// Or wide: member, period and one column per symbol, "EL_PV" or "EL_PV [kWh]" (without a unit: the plan's), with class, evidence and note if wanted.
// An empty cell of a wide row is no value.
//
// One row is one line: a quoted field may hold commas and "" but no line end, so that a slip in one line never swallows another. Lines that begin with
// '#' and empty lines are passed over. Line ends are LF or CRLF, or CR where the file has no LF.
//
// Everything wrong is reported with line and column; a row with something wrong is not taken, and the others are.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "project/checked_plan.h"

namespace sumi::project {

// A member's part in one activity of the plan.
struct ProgrammeMember {
  std::string number;    // as the monitoring data name it
  std::string activity;  // of the plan
  Period own;            // from joining, or the own start, to leaving, or the end of the own eight years: only what lies in it counts
  // What this member has instead of the plan's value: "0.2 kWh/month" for a parameter, the value of a choice, true or false.
  std::vector<std::pair<std::string, std::string>> values;
  Place place;
};

// Where the members with a number stand in the list.
class MemberIndex {
 public:
  explicit MemberIndex(const std::vector<ProgrammeMember>& members);
  // No number is there twice.
  [[nodiscard]] bool distinct() const { return distinct_; }
  // Positions in the list, in its order; empty where there is none. Files mostly go through the list in its order: what stands behind `last`, an answer
  // of before, is looked at first.
  [[nodiscard]] std::span<const std::uint32_t> find(std::string_view number, std::span<const std::uint32_t> last = {}) const;

 private:
  struct Slot {
    std::uint32_t begin = 0, end = 0;  // into by_number_; equal: an empty slot
  };
  // False where a number is there twice and they do not stand together.
  bool fill();
  bool distinct_ = true;
  const std::vector<ProgrammeMember>* members_;
  std::vector<std::uint32_t> by_number_;
  std::vector<Slot> slots_;
};

// The header, understood.
struct MemberDataLayout {
  enum Column : std::uint8_t { member, activity, parameter, period, value, unit, monitoring_class, evidence, note, column_count };
  struct WideColumn {
    std::size_t at = 0;
    std::string symbol;
    std::string unit;  // empty: the plan's
  };
  std::array<std::optional<std::size_t>, column_count> at{};
  std::vector<WideColumn> wide;  // empty: one value per row
  std::size_t columns = 0;
  std::size_t body = 0;         // offset of the line behind the header
  std::uint32_t body_line = 0;  // its number
  char line_end = '\n';
};

// One value. What does not fit stands in its piece: `kept` values and texts.
struct MemberValue {
  static constexpr std::uint8_t kept = 255;
  std::int64_t mantissa = 0;    // value in the series' unit = mantissa / 10^scale; or the place in DataPiece::values
  std::uint32_t evidence = 0;   // offset in its piece; or the place in DataPiece::texts
  std::uint16_t evidence_size = 0;
  std::uint8_t piece = 0;
  bool evidence_kept = false;
  std::uint32_t member = 0;     // in the list of members
  std::uint32_t line = 0;       // in its piece, from 0
  std::int32_t first = 0, last = 0;  // days since 1970
  std::uint16_t series = 0;     // of the member's activity
  std::uint16_t column = 0;     // of the value, from 0
  std::uint8_t scale = 0;
};

// Findings of one kind of reading: the first ones, and how many there were of each.
struct FindingList {
  std::vector<Error> shown;
  std::map<std::uint16_t, std::uint64_t> counts;  // by number of the list of errors
  [[nodiscard]] std::uint64_t total() const;
};

// What one piece of the file gave.
struct DataPiece {
  struct Kept {
    Rational value;       // in the series' unit
    std::string written;  // "0.45 MWh"
  };
  // A row that names member, parameter and period but has no readable value: its time is not missing too.
  struct Unreadable {
    std::uint32_t member;
    std::uint16_t series;
    Period period;
  };
  std::uint32_t lines = 0;
  std::uint64_t rows = 0;      // lines that are data
  std::uint64_t bad_rows = 0;  // rows with a finding
  std::string_view text;
  std::vector<MemberValue> values;
  bool in_order = true;  // the values are in the order of the list of members
  std::vector<Kept> kept;
  std::vector<std::string> texts;
  std::vector<Unreadable> unreadable;
  std::vector<std::uint32_t> unplaced;  // members of rows whose parameter or period is not known, one per row
  std::uint64_t without_evidence = 0;
  FindingList findings;  // lines count from 0, in the piece
};

// Reads the data of one plan's members. Immutable: pieces may be read by any number of threads.
class MemberDataReader {
 public:
  // All are kept by reference and outlive the reader. `text` is the whole file as UTF-8 without a byte order mark.
  MemberDataReader(const CheckedPlan& plan, const std::vector<ProgrammeMember>& members, const MemberIndex& index, const Period& report, std::string_view text,
                   std::string file, std::size_t findings_max);
  // Errors: project.member_header_*, member_data_empty, base.csv_quote.
  [[nodiscard]] Result<MemberDataLayout> layout() const;
  // Cuts the body at line ends into at most `count` pieces of about the same size.
  [[nodiscard]] std::vector<std::string_view> pieces(const MemberDataLayout& layout, std::size_t count) const;
  [[nodiscard]] DataPiece read(const MemberDataLayout& layout, std::string_view piece, std::uint8_t number) const;

  // The plan's activity of each member, by position in the list; errors of the list have been told by then.
  struct Series {
    const MonitoredSeries* series;
    std::string name;  // "h (hall)"
  };
  struct Activity {
    const CheckedActivity* activity;
    std::vector<Series> series;
    [[nodiscard]] std::optional<std::uint16_t> find(std::string_view symbol) const;
  };
  [[nodiscard]] const std::vector<Activity>& activities() const { return activities_; }
  // Index into activities(), or -1 for a member of an activity that the plan does not have.
  [[nodiscard]] std::int32_t activity_of(std::uint32_t member) const { return activity_of_[member]; }

  [[nodiscard]] const CheckedPlan& plan() const { return plan_; }
  [[nodiscard]] const std::vector<ProgrammeMember>& members() const { return members_; }
  [[nodiscard]] const MemberIndex& index() const { return index_; }
  [[nodiscard]] const Period& report() const { return report_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] std::size_t findings_max() const { return findings_max_; }

 private:
  const CheckedPlan& plan_;
  const std::vector<ProgrammeMember>& members_;
  const MemberIndex& index_;
  Period report_;
  std::string_view text_;
  std::string file_;
  std::size_t findings_max_;
  std::vector<Activity> activities_;
  std::vector<std::int32_t> activity_of_;
};

// Equality of short texts, without a call.
inline bool same_text(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const char *x = a.data(), *y = b.data();
  std::size_t n = a.size();
  std::uint64_t p = 0, q = 0;
  for (; n > sizeof(p); n -= sizeof(p), x += sizeof(p), y += sizeof(q)) {
    std::memcpy(&p, x, sizeof(p));
    std::memcpy(&q, y, sizeof(q));
    if (p != q) return false;
  }
  for (; n > 0; --n) {
    if (*x++ != *y++) return false;
  }
  return true;
}

// Adds a finding, or only counts it where the list is full.
void add_finding(FindingList& list, std::size_t findings_max, Error error);

}  // namespace sumi::project
