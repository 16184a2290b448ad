// What the projects of a store still owe, and by when: `sumi project due`.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/describe.h"
#include "base/result.h"
#include "project/cases.h"

namespace sumi::project {

enum class DueKind : std::uint8_t {
  correction = 1,         // the answer to a return; number: the report, 0 = the application for registration
  permanence_report = 2,  // number: the year; those that were missed, and the next one
  obligation = 3,         // credits to be bought back and cancelled; number: of the obligation
  buffer_draw = 4,        // what the buffer has to cover; number: the reversal
  uncovered = 5,          // of a reversal that the buffer could not cover whole; number: the reversal
  reversal_record = 6,    // a yearly report says that the forest was not kept, and no reversal was recorded since; number: the year
};

struct DueItem {
  DueKind kind = DueKind::correction;
  ProjectNumber project;
  std::uint64_t number = 0;
  std::uint64_t tonnes = 0;       // of obligations and reversals
  std::optional<Date> from;       // the first day on which it can be done, where there is one
  std::optional<Date> last_day;   // nothing: no day was set
  [[nodiscard]] bool late(Date today) const { return last_day && *last_day < today; }
};

// By last day (those without one behind), then project, kind and number.
[[nodiscard]] std::vector<DueItem> due_items(const Cases& cases);
[[nodiscard]] std::string_view name_of(DueKind kind);
[[nodiscard]] std::string_view title_of(DueKind kind, Language language);

}  // namespace sumi::project
