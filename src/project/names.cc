#include "project/names.h"

#include <array>

namespace sumi::project {

namespace {
template <class E, std::size_t n>
using List = std::array<std::pair<std::string_view, E>, n>;
}  // namespace

EnumNames<ProjectType> enum_names(ProjectType) {
  static constexpr List<ProjectType, 2> names{{{"normal", ProjectType::normal}, {"programme", ProjectType::programme}}};
  return names;
}
EnumNames<ProjectStage> enum_names(ProjectStage) {
  static constexpr List<ProjectStage, 8> names{{{"drafted", ProjectStage::drafted}, {"in_validation", ProjectStage::in_validation},
      {"validated", ProjectStage::validated}, {"applied", ProjectStage::applied}, {"registered", ProjectStage::registered},
      {"registration_refused", ProjectStage::registration_refused}, {"not_validated", ProjectStage::not_validated}, {"withdrawn", ProjectStage::withdrawn}}};
  return names;
}
EnumNames<ReportStage> enum_names(ReportStage) {
  static constexpr List<ReportStage, 7> names{{{"submitted", ReportStage::submitted}, {"verified", ReportStage::verified},
      {"applied", ReportStage::applied}, {"certified", ReportStage::certified}, {"certification_refused", ReportStage::certification_refused},
      {"issued", ReportStage::issued}, {"not_verified", ReportStage::not_verified}}};
  return names;
}
EnumNames<Answer> enum_names(Answer) {
  static constexpr List<Answer, 5> names{{{"met", Answer::met}, {"not_met", Answer::not_met}, {"declared", Answer::declared},
      {"not_yet_knowable", Answer::not_yet_knowable}, {"no_rule_data", Answer::no_rule_data}}};
  return names;
}
EnumNames<FormFamily> enum_names(FormFamily) {
  static constexpr List<FormFamily, 3> names{
      {{"normal", FormFamily::normal}, {"programme", FormFamily::programme}, {"forest", FormFamily::forest}}};
  return names;
}
EnumNames<BaselineChoice> enum_names(BaselineChoice) {
  static constexpr List<BaselineChoice, 3> names{
      {{"renewal", BaselineChoice::renewal}, {"new", BaselineChoice::new_installation}, {"both", BaselineChoice::both}}};
  return names;
}
EnumNames<IncidentalChoice> enum_names(IncidentalChoice) {
  static constexpr List<IncidentalChoice, 3> names{{{"calculate", IncidentalChoice::calculate}, {"by_ratio", IncidentalChoice::by_ratio},
      {"leave_out", IncidentalChoice::leave_out}}};
  return names;
}
EnumNames<EmissionSide> enum_names(EmissionSide) {
  static constexpr List<EmissionSide, 2> names{{{"baseline", EmissionSide::baseline}, {"project", EmissionSide::project}}};
  return names;
}
EnumNames<MonitoringClass> enum_names(MonitoringClass) {
  static constexpr List<MonitoringClass, 6> names{{{"A", MonitoringClass::a}, {"B", MonitoringClass::b}, {"C", MonitoringClass::c},
      {"I", MonitoringClass::i}, {"II", MonitoringClass::ii}, {"III", MonitoringClass::iii}}};
  return names;
}
EnumNames<InstrumentKind> enum_names(InstrumentKind) {
  static constexpr List<InstrumentKind, 2> names{
      {{"specified_meter", InstrumentKind::specified_meter}, {"other_meter", InstrumentKind::other_meter}}};
  return names;
}

std::string_view title_of(ProjectStage stage, Language language) {
  const bool ja = language == Language::ja;
  switch (stage) {
    case ProjectStage::drafted: return ja ? "計画書作成中" : "drafted";
    case ProjectStage::in_validation: return ja ? "妥当性確認中" : "in validation";
    case ProjectStage::validated: return ja ? "妥当性確認済み" : "validated";
    case ProjectStage::applied: return ja ? "登録申請中" : "registration applied for";
    case ProjectStage::registered: return ja ? "登録済み" : "registered";
    case ProjectStage::registration_refused: return ja ? "登録不可" : "registration refused";
    case ProjectStage::not_validated: return ja ? "妥当性が確認されなかった" : "not validated";
    case ProjectStage::withdrawn: return ja ? "取下げ・登録取消し" : "withdrawn";
  }
  return {};
}
std::string_view title_of(ReportStage stage, Language language) {
  const bool ja = language == Language::ja;
  switch (stage) {
    case ReportStage::submitted: return ja ? "モニタリング報告書提出済み" : "submitted";
    case ReportStage::verified: return ja ? "検証済み" : "verified";
    case ReportStage::applied: return ja ? "認証申請中" : "certification applied for";
    case ReportStage::certified: return ja ? "認証済み" : "certified";
    case ReportStage::certification_refused: return ja ? "認証不可" : "certification refused";
    case ReportStage::issued: return ja ? "発行済み" : "issued";
    case ReportStage::not_verified: return ja ? "検証で適合とされなかった" : "not verified";
  }
  return {};
}
std::string_view title_of(Answer answer, Language language) {
  const bool ja = language == Language::ja;
  switch (answer) {
    case Answer::met: return ja ? "適合" : "met";
    case Answer::not_met: return ja ? "不適合" : "not met";
    case Answer::declared: return ja ? "申告による" : "declared";
    case Answer::not_yet_knowable: return ja ? "まだ判断できない" : "not yet knowable";
    case Answer::no_rule_data: return ja ? "規程の情報がない" : "no rule data";
  }
  return {};
}

}  // namespace sumi::project
