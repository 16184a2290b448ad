// A programme's members, from their CSV file to certified tonnes.
//
// What calculate() (calculate.h) does for a plan's own activities is done here for each member of an activity: periods that cross 31 March are split by days,
// results are summed exactly per methodology and vintage over all members, and EM_BL - EM_PJ is floored once (`certified_floor`). The formulas run on
// slots that are bound once (rulebook/prepared.h); where the results of a sum of amounts are the sum of their results, exactly, they run once per member
// and vintage instead of once per month. Either way the sums are those that calculate() gives member by member.
//
// Only what lies in a member's own period counts. A period that reaches beyond it is left out as a whole, and the findings and the member's trace say so.
//
// Traces. Each member has one, a text of its own:
//   sumi member trace   1
//   member      number  activity  own period
//   own         symbol  value as the list has it                            (each)
//   series      symbol  unit  class                                         (each, followed by its values in order of time)
//               period  value in that unit  evidence  as written               (evidence is left out where it is that of the line before, what was
//                                                                             written where nothing was converted)
//   left        symbol  period  value  unit                                 (left out: not within the own period; as written)
//   part        vintage  days  EM_BL  EM_PJ                                 (each run of the formulas, where they run by period)
//   sum         vintage  symbol  sum of the values                          (where they run once per vintage)
//   result      vintage  EM_BL  EM_PJ  EM_BL - EM_PJ
// and the programme's trace is a head, one line per member with the SHA-256 of its trace, and the sums:
//   sumi programme trace  1
//   plan, members, data, rulebook   SHA-256 of the plan, the list of members, the CSV file as UTF-8, the manifest
//   period, known, low_confidence
//   shared      activity  vintage  period or empty  number of lines that follow (the methodology's own lines for what all members share)
//   member      number  activity  SHA-256
//   vintage     methodology  vintage  EM_BL  EM_PJ  EM_BL - EM_PJ  rounding rule  ER
//   flag        methodology  vintage  flag  symbol
// So a member's trace can be shown, replayed or erased alone, and the programme's hash still stands for all of them.
//
// Nothing here starts a thread: the caller may hand in a way to run many tasks (`spread`); the result is the same for any.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "project/calculate.h"
#include "project/member_data.h"
#include "project/member_list.h"

namespace sumi::project {

// Runs task(0) ... task(count - 1), in any order and side by side if it likes, and returns when all have ended.
using Spread = std::function<void(std::size_t count, const std::function<void(std::size_t)>& task)>;

struct ProgrammeOptions {
  PlanOptions plan;
  Hash member_list;      // of the list as the programme keeps it; only shown in the trace
  Spread spread;         // empty: one after another
  bool keep_traces = true;
  std::size_t findings_max = limits::member_findings_max;
  // Called when a stage begins: "reading", "members", "sums". May be empty.
  std::function<void(std::string_view stage)> stage;
};

// The members of a list as the calculation needs them. A member without an activity has the plan's first.
[[nodiscard]] std::vector<ProgrammeMember> programme_members(const MemberList& list, const CheckedPlan& plan);

// What a reading counted, whether or not the calculation was made.
struct MemberDataCounts {
  std::uint64_t rows = 0;           // lines that are data
  std::uint64_t accepted_rows = 0;  // nothing is wrong with them
  std::uint64_t values = 0;         // of those; more than rows in the wide form
  std::uint64_t left_out = 0;       // values outside of their member's own period
  std::uint64_t members_counted = 0;
};

struct MemberTrace {
  std::uint32_t member = 0;  // position in the list
  Hash hash;
  std::string_view text;     // empty where traces are not kept
};

struct ProgrammeResult {
  // Sums per methodology and vintage, lines, findings; `periods` has one row per activity and vintage with all members' sums. `trace` is the
  // programme's.
  CalculationResult total;
  MemberDataCounts counts;
  std::vector<MemberTrace> members;  // those that count, in the list's order
  std::vector<std::unique_ptr<char[]>> trace_texts;  // what MemberTrace::text points into
  std::uint64_t trace_bytes = 0;
};

// The reading and all checks without the calculation. `findings` are in order of their lines, then of members.
struct MemberDataCheck {
  MemberDataCounts counts;
  FindingList findings;
};

// `text` is the file as UTF-8 (base/text.h decodes others). The plan has a crediting period that holds the report's. Errors: project.member_* of errors.h,
// all findings of the file in Error::also, member_findings_more where there are more than findings_max; nothing is calculated then.
[[nodiscard]] Result<ProgrammeResult> calculate_programme(const CheckedPlan& plan, const std::vector<ProgrammeMember>& members, std::string_view text, const std::string& file,
                                                          const Period& report, const rulebook::Rulebook& rulebook, const ProgrammeOptions& options = {});
// Only the checks: every finding, and how many rows are good.
[[nodiscard]] Result<MemberDataCheck> check_member_data(const CheckedPlan& plan, const std::vector<ProgrammeMember>& members, std::string_view text, const std::string& file,
                                                        const Period& report, const rulebook::Rulebook& rulebook, const ProgrammeOptions& options = {});

// One member's trace, calculated again from its own lines: byte for byte, or project.member_trace_differs.
[[nodiscard]] Result<void> replay_member(std::string_view trace, const CheckedPlan& plan, const std::vector<ProgrammeMember>& members, const Period& report,
                                         const rulebook::Rulebook& rulebook, const PlanOptions& options = {});
// The member's trace in the result, by number (and activity where the member has several); nullptr where it does not count.
[[nodiscard]] const MemberTrace* trace_of(const ProgrammeResult& result, const std::vector<ProgrammeMember>& members, std::string_view number, std::string_view activity = {});

}  // namespace sumi::project
