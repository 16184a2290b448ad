// How the enumerations of this room are written in plans, JSON and scenarios. Found by argument-dependent look-up: enum_names(E{}).
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "project/commands.h"
#include "project/member_commands.h"
#include "project/permanence_commands.h"
#include "project/plan.h"
#include "project/support_commands.h"
#include "project/work_commands.h"

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
[[nodiscard]] EnumNames<MemberTotal> enum_names(MemberTotal);              // ever_joined, in_own_period

[[nodiscard]] EnumNames<MemberKeyKind> enum_names(MemberKeyKind);  // corporate_number, address, equipment, meter
[[nodiscard]] EnumNames<MemberChangeKind> enum_names(MemberChangeKind);  // leave, move_house, owner_change, inheritance, equipment, programme_transfer, consent_ended, correction
[[nodiscard]] EnumNames<MemberStatus> enum_names(MemberStatus);  // active, left, excluded
[[nodiscard]] EnumNames<MatchDecision> enum_names(MatchDecision);  // distinct, duplicate
[[nodiscard]] EnumNames<SamplePurpose> enum_names(SamplePurpose);  // monitoring, verification
[[nodiscard]] EnumNames<DocketKind> enum_names(DocketKind);  // registration, certification, change, extension, appeal, methodology
[[nodiscard]] EnumNames<FindingKind> enum_names(FindingKind);  // corrective, clarification, observation
[[nodiscard]] EnumNames<ChangeKind> enum_names(ChangeKind);  // equipment, member_terms, boundary, proponent, merger, methodology_version, extension, other
[[nodiscard]] EnumNames<HoldKind> enum_names(HoldKind);  // seizure, insolvency, dispute
[[nodiscard]] EnumNames<ObligationCause> enum_names(ObligationCause);  // over_issuance, double_registration, reversal
[[nodiscard]] EnumNames<ReversalKind> enum_names(ReversalKind);  // natural_disturbance, unavoidable_conversion, own_act
[[nodiscard]] EnumNames<SupportKind> enum_names(SupportKind);  // plan_writing, validation_cost, verification_cost
[[nodiscard]] EnumNames<BodyKind> enum_names(BodyKind);  // small_company, local_government, public_interest, other

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
