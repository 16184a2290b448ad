// What sumi-verify calls things: the kinds of act, the fields and the enumerators of src/scheme/commands.h, in Japanese and English.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "scheme/commands.h"

namespace sumi::verify {

// "ConfirmRetirement" -> "無効化の確定"; English splits the words. A name without an entry comes back as it is.
[[nodiscard]] std::string act_word(std::string_view command, Language language);
// "user_name" -> "利用者の名称" / "user name"
[[nodiscard]] std::string field_word(std::string_view field, Language language);

// Of an enumerator: the word for people. Its snake_case name, which JSON shows, is the English word with underscores.
struct EnumWord {
  std::string_view name;
  std::string_view ja;
};
// Empty for a number that has no meaning.
[[nodiscard]] EnumWord enum_word(scheme::StoreKind value);
[[nodiscard]] EnumWord enum_word(scheme::Role value);
[[nodiscard]] EnumWord enum_word(registry::UnitKind value);
[[nodiscard]] EnumWord enum_word(registry::AccountKind value);
[[nodiscard]] EnumWord enum_word(registry::Effect value);
[[nodiscard]] EnumWord enum_word(registry::Basis value);
[[nodiscard]] EnumWord enum_word(registry::EndUse value);
[[nodiscard]] EnumWord enum_word(registry::LabelKind value);
[[nodiscard]] EnumWord enum_word(registry::RestrictionKind value);
[[nodiscard]] EnumWord enum_word(registry::OffsetKind value);
[[nodiscard]] EnumWord enum_word(registry::FirstTransferKind value);
[[nodiscard]] EnumWord enum_word(registry::AdjustmentStatus value);
[[nodiscard]] EnumWord enum_word(project::ProjectType value);
[[nodiscard]] EnumWord enum_word(project::Answer value);
[[nodiscard]] EnumWord enum_word(project::MemberKeyKind value);
[[nodiscard]] EnumWord enum_word(project::MemberChangeKind value);
[[nodiscard]] EnumWord enum_word(project::MatchDecision value);
[[nodiscard]] EnumWord enum_word(project::SamplePurpose value);
[[nodiscard]] EnumWord enum_word(project::DocketKind value);
[[nodiscard]] EnumWord enum_word(project::FindingKind value);
[[nodiscard]] EnumWord enum_word(project::ChangeKind value);
[[nodiscard]] EnumWord enum_word(project::HoldKind value);
[[nodiscard]] EnumWord enum_word(project::ObligationCause value);
[[nodiscard]] EnumWord enum_word(project::ReversalKind value);
[[nodiscard]] EnumWord enum_word(project::SupportKind value);
[[nodiscard]] EnumWord enum_word(project::BodyKind value);
[[nodiscard]] EnumWord enum_word(scheme::SuccessionKind value);

}  // namespace sumi::verify
