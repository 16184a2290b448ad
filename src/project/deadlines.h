// What ends by itself on a day: an answer that was not given, a report that did not come.
//
// A deadline is a last day in Japan; it passes with the end of that day. Whoever sets one puts it into the one table (add_deadline) and takes it out
// again when what it waits for has come (drop_deadline). Time writes PassDeadlines, whose outcome lists what has passed; pass_deadline() does what follows.
#pragma once

#include <compare>
#include <optional>
#include <string_view>
#include <vector>

#include "base/act.h"
#include "base/describe.h"

namespace sumi::project {

struct Cases;

enum class DeadlineKind : std::uint8_t {
  correction = 1,  // a return's answer (ReturnForCorrection); number = report, 0 = the application for registration
  permanence = 2,  // a forest's yearly report; number = its year
  comment = 3,     // a public comment; project = 0, number = proposal
};
struct DeadlineKey {
  Date last_day;
  DeadlineKind kind = DeadlineKind::correction;
  ProjectNumber project;
  std::uint32_t number = 0;
  friend auto operator<=>(const DeadlineKey&, const DeadlineKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "last_day", s.last_day);
    v(Part::open, "kind", s.kind);
    v(Part::open, "project", s.project);
    v(Part::open, "number", s.number);
  }
};

void add_deadline(Cases& cases, const DeadlineKey& key);
// Nothing happens where there is none.
void drop_deadline(Cases& cases, const DeadlineKey& key);
// The earliest last day; nothing = none is open.
[[nodiscard]] std::optional<Date> next_deadline(const Cases& cases);
// Those whose last day lies before `today`, oldest first, at most `most`.
[[nodiscard]] std::vector<DeadlineKey> passed_deadlines(const Cases& cases, Date today, std::size_t most);
// Takes it out and does what follows in this room: an application whose return was not answered lapses.
void pass_deadline(Cases& cases, const DeadlineKey& key, const Act& act);

// "return", "permanence", "comment": how the journal calls them.
[[nodiscard]] std::string_view word_of(DeadlineKind kind);
[[nodiscard]] std::optional<DeadlineKind> deadline_kind(std::string_view word);

}  // namespace sumi::project
