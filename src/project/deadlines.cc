#include "project/deadlines.h"

#include <array>

#include "project/cases.h"

namespace sumi::project {

namespace {

constexpr std::array<std::pair<std::string_view, DeadlineKind>, 3> words{
    {{"return", DeadlineKind::correction}, {"permanence", DeadlineKind::permanence}, {"comment", DeadlineKind::comment}}};

}  // namespace

void add_deadline(Cases& cases, const DeadlineKey& key) { cases.conduct.deadlines.put(key, {}); }
void drop_deadline(Cases& cases, const DeadlineKey& key) { cases.conduct.deadlines.erase(key); }

std::optional<Date> next_deadline(const Cases& cases) {
  const auto& open = cases.conduct.deadlines;
  return open.empty() ? std::nullopt : std::optional(open.begin()->first.last_day);
}

std::vector<DeadlineKey> passed_deadlines(const Cases& cases, Date today, std::size_t most) {
  std::vector<DeadlineKey> passed;
  for (const auto& [key, nothing] : cases.conduct.deadlines) {
    if (key.last_day >= today || passed.size() == most) break;
    passed.push_back(key);
  }
  return passed;
}

void pass_deadline(Cases& cases, const DeadlineKey& key, const Act& act) {
  drop_deadline(cases, key);
  if (key.kind == DeadlineKind::correction) lapse_application(cases, key.project, key.number, act);
  if (key.kind == DeadlineKind::permanence) miss_permanence(cases, key.project, key.number, key.last_day);
}

std::string_view word_of(DeadlineKind kind) {
  for (const auto& [word, k] : words) {
    if (k == kind) return word;
  }
  return {};
}

std::optional<DeadlineKind> deadline_kind(std::string_view word) {
  for (const auto& [w, kind] : words) {
    if (w == word) return kind;
  }
  return std::nullopt;
}

}  // namespace sumi::project
