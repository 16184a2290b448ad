// How the enumerations of this room are written in plans, JSON and scenarios. Found by argument-dependent look-up: enum_names(E{}).
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "project/commands.h"
#include "project/plan.h"

namespace sumi::project {

template <class E>
using EnumNames = std::span<const std::pair<std::string_view, E>>;

[[nodiscard]] EnumNames<ProjectType> enum_names(ProjectType);              // normal, programme
[[nodiscard]] EnumNames<ProjectStage> enum_names(ProjectStage);            // drafted, in_validation ...
[[nodiscard]] EnumNames<ReportStage> enum_names(ReportStage);              // submitted, verified ...
[[nodiscard]] EnumNames<Answer> enum_names(Answer);                        // met, not_met, declared, not_yet_knowable, no_rule_data
[[nodiscard]] EnumNames<FormFamily> enum_names(FormFamily);                // normal, programme, forest
[[nodiscard]] EnumNames<BaselineChoice> enum_names(BaselineChoice);        // renewal, new, both
[[nodiscard]] EnumNames<IncidentalChoice> enum_names(IncidentalChoice);    // calculate, by_ratio, leave_out
[[nodiscard]] EnumNames<EmissionSide> enum_names(EmissionSide);            // baseline, project
[[nodiscard]] EnumNames<MonitoringClass> enum_names(MonitoringClass);      // A, B, C, I, II, III
[[nodiscard]] EnumNames<InstrumentKind> enum_names(InstrumentKind);        // specified_meter, other_meter

// "renewal"; an empty text for a value that the list does not know.
template <class E>
[[nodiscard]] std::string_view name_of(E value) {
  for (const auto& [name, known] : enum_names(value)) {
    if (known == value) return name;
  }
  return {};
}
template <class E>
[[nodiscard]] std::optional<E> value_named(std::string_view text) {
  for (const auto& [name, value] : enum_names(E{})) {
    if (name == text) return value;
  }
  return std::nullopt;
}

// What the page and the forms call them.
[[nodiscard]] std::string_view title_of(ProjectStage stage, Language language);
[[nodiscard]] std::string_view title_of(ReportStage stage, Language language);
[[nodiscard]] std::string_view title_of(Answer answer, Language language);

}  // namespace sumi::project
