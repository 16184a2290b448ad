#include "project/names.h"

// The words of the enumerators that came with programmes, the scheme's work, forests and support.
namespace sumi::project {

EnumNames<MemberTotal> enum_names(MemberTotal) {
  static constexpr std::pair<std::string_view, MemberTotal> all[] = {{"ever_joined", MemberTotal::ever_joined}, {"in_own_period", MemberTotal::in_own_period}};
  return all;
}

EnumNames<MemberKeyKind> enum_names(MemberKeyKind) {
  static constexpr std::pair<std::string_view, MemberKeyKind> all[] = {{"corporate_number", MemberKeyKind::corporate_number}, {"address", MemberKeyKind::address}, {"equipment", MemberKeyKind::equipment}, {"meter", MemberKeyKind::meter}};
  return all;
}

EnumNames<MemberChangeKind> enum_names(MemberChangeKind) {
  static constexpr std::pair<std::string_view, MemberChangeKind> all[] = {{"leave", MemberChangeKind::leave}, {"move_house", MemberChangeKind::move_house}, {"owner_change", MemberChangeKind::owner_change}, {"inheritance", MemberChangeKind::inheritance}, {"equipment", MemberChangeKind::equipment}, {"programme_transfer", MemberChangeKind::programme_transfer}, {"consent_ended", MemberChangeKind::consent_ended}, {"correction", MemberChangeKind::correction}};
  return all;
}

EnumNames<MemberStatus> enum_names(MemberStatus) {
  static constexpr std::pair<std::string_view, MemberStatus> all[] = {{"active", MemberStatus::active}, {"left", MemberStatus::left}, {"excluded", MemberStatus::excluded}};
  return all;
}

EnumNames<MatchDecision> enum_names(MatchDecision) {
  static constexpr std::pair<std::string_view, MatchDecision> all[] = {{"distinct", MatchDecision::distinct}, {"duplicate", MatchDecision::duplicate}};
  return all;
}

EnumNames<SamplePurpose> enum_names(SamplePurpose) {
  static constexpr std::pair<std::string_view, SamplePurpose> all[] = {{"monitoring", SamplePurpose::monitoring}, {"verification", SamplePurpose::verification}};
  return all;
}

EnumNames<DocketKind> enum_names(DocketKind) {
  static constexpr std::pair<std::string_view, DocketKind> all[] = {{"registration", DocketKind::registration}, {"certification", DocketKind::certification}, {"change", DocketKind::change}, {"extension", DocketKind::extension}, {"appeal", DocketKind::appeal}, {"methodology", DocketKind::methodology}};
  return all;
}

EnumNames<FindingKind> enum_names(FindingKind) {
  static constexpr std::pair<std::string_view, FindingKind> all[] = {{"corrective", FindingKind::corrective}, {"clarification", FindingKind::clarification}, {"observation", FindingKind::observation}};
  return all;
}

EnumNames<ChangeKind> enum_names(ChangeKind) {
  static constexpr std::pair<std::string_view, ChangeKind> all[] = {{"equipment", ChangeKind::equipment}, {"member_terms", ChangeKind::member_terms}, {"boundary", ChangeKind::boundary}, {"proponent", ChangeKind::proponent}, {"merger", ChangeKind::merger}, {"methodology_version", ChangeKind::methodology_version}, {"extension", ChangeKind::extension}, {"other", ChangeKind::other}};
  return all;
}

EnumNames<HoldKind> enum_names(HoldKind) {
  static constexpr std::pair<std::string_view, HoldKind> all[] = {{"seizure", HoldKind::seizure}, {"insolvency", HoldKind::insolvency}, {"dispute", HoldKind::dispute}};
  return all;
}

EnumNames<ObligationCause> enum_names(ObligationCause) {
  static constexpr std::pair<std::string_view, ObligationCause> all[] = {{"over_issuance", ObligationCause::over_issuance}, {"double_registration", ObligationCause::double_registration}, {"reversal", ObligationCause::reversal}};
  return all;
}

EnumNames<ReversalKind> enum_names(ReversalKind) {
  static constexpr std::pair<std::string_view, ReversalKind> all[] = {{"natural_disturbance", ReversalKind::natural_disturbance}, {"unavoidable_conversion", ReversalKind::unavoidable_conversion}, {"own_act", ReversalKind::own_act}};
  return all;
}

EnumNames<SupportKind> enum_names(SupportKind) {
  static constexpr std::pair<std::string_view, SupportKind> all[] = {{"plan_writing", SupportKind::plan_writing}, {"validation_cost", SupportKind::validation_cost}, {"verification_cost", SupportKind::verification_cost}};
  return all;
}

EnumNames<BodyKind> enum_names(BodyKind) {
  static constexpr std::pair<std::string_view, BodyKind> all[] = {{"small_company", BodyKind::small_company}, {"local_government", BodyKind::local_government}, {"public_interest", BodyKind::public_interest}, {"other", BodyKind::other}};
  return all;
}

}  // namespace sumi::project
