#include "verify/words.h"

#include <algorithm>
#include <cctype>
#include <span>
#include <utility>

namespace sumi::verify {

namespace {

using Word = std::pair<std::string_view, std::string_view>;

constexpr Word acts[] = {
    {"OpenStore", "台帳の開設"},
    {"RegisterOrganisation", "法人の登録"},
    {"RenameOrganisation", "法人の名称変更"},
    {"Grant", "権限の付与"},
    {"Revoke", "権限の取消し"},
    {"AdoptRulebook", "規則集の採用"},
    {"AdvanceTime", "期限の到来"},
    {"RegisterKey", "署名鍵の登録"},
    {"RequestAccount", "口座の開設申請"},
    {"DecideAccount", "口座開設の決定"},
    {"CloseAccount", "口座の閉鎖"},
    {"Issue", "クレジットの発行"},
    {"Transfer", "クレジットの移転"},
    {"RequestRetirement", "無効化等の申請"},
    {"ConfirmRetirement", "無効化等の確定"},
    {"WithdrawRetirement", "無効化等の申請の取下げ"},
    {"SetLabel", "クレジットへの表示の付け外し"},
    {"DraftProject", "プロジェクトの起案"},
    {"RevisePlan", "プロジェクト計画書の改訂"},
    {"SubmitForValidation", "妥当性確認の依頼"},
    {"RecordValidation", "妥当性確認の結果"},
    {"ApplyForRegistration", "プロジェクト登録の申請"},
    {"DecideRegistration", "プロジェクト登録の決定"},
    {"SubmitReport", "モニタリング報告書の提出"},
    {"RecordVerification", "検証の結果"},
    {"ApplyForCertification", "認証の申請"},
    {"DecideCertification", "認証の決定"},
};

constexpr Word fields[] = {
    {"account", "口座"}, {"adoption", "採用番号"}, {"allocations", "割当て"}, {"amount", "数量"}, {"answer", "答え"}, {"answers", "要件ごとの答え"},
    {"approved", "承認"}, {"attributes", "属性"}, {"basis", "技術・自然の別"}, {"batch", "発行ロット"}, {"by_proxy", "代理による申請"},
    {"certification", "認証"}, {"corporate_number", "法人番号"}, {"credit_type", "クレジット種別"}, {"crediting_period", "認証対象期間"},
    {"crediting_programme", "クレジット制度"}, {"data_set", "データ一式のハッシュ"}, {"department", "部署"}, {"detail", "内容"}, {"edition", "版"},
    {"effect", "削減・吸収の別"}, {"effective", "施行日"}, {"em_bl", "ベースライン排出量"}, {"em_pj", "プロジェクト実施後排出量"}, {"end", "終わり(この番号の手前まで)"},
    {"end_use", "無効化等の種類"}, {"er", "削減量・吸収量"}, {"approximate", "近似値を含む"}, {"low_confidence", "信頼度の低い値を含む"}, {"declared", "申告による値"}, {"expected", "年度ごとの見込量"}, {"family", "規則集の系列"}, {"first", "始めの番号"},
    {"fiscal_year", "年度"}, {"forgotten_keys", "期限の過ぎた受付番号の数"}, {"from", "始期・移転元"}, {"ground", "理由"}, {"head", "計画書の要点"},
    {"kind", "種類"}, {"lapsed", "失効した申請"}, {"line", "行"}, {"lines", "方法論・年度ごとの行"}, {"log_key", "台帳の公開鍵"}, {"makers", "創出した者"},
    {"manifest", "規則集の目録のハッシュ"}, {"methodologies", "方法論"}, {"methodology", "方法論"}, {"methodology_version", "方法論の版"},
    {"name", "名称"}, {"name_kana", "名称(カナ)"}, {"nature", "自然系"}, {"note", "備考(封印)"}, {"number", "番号"}, {"official_number", "登録番号"},
    {"operator_name", "運営者の名称"}, {"organisation", "法人"}, {"pack", "規則集のハッシュ"}, {"parent", "親会社"}, {"period", "期間"},
    {"person", "担当者"}, {"pick", "総量指定"}, {"place", "場所"}, {"plan", "計画書のハッシュ"}, {"positive", "適合"}, {"predecessor", "前身の法人"},
    {"price_yen_per_t", "価格(円/t-CO2)"}, {"programme_code", "制度記号"}, {"project", "プロジェクト"}, {"proponents", "プロジェクト実施者"},
    {"public_key", "公開鍵"}, {"purpose", "用途"}, {"ranges", "シリアル番号の範囲"}, {"reconstructed", "算定式は再構成"}, {"removal", "吸収系"},
    {"report", "モニタリング報告書"}, {"retirement", "無効化等の番号"}, {"role", "役割"}, {"round", "認証委員会の回"}, {"rule", "要件"},
    {"second_person", "二人目の確認者"}, {"selection", "対象の指定"}, {"set", "付ける"}, {"share", "持分"}, {"site", "事業所"},
    {"statement", "審査機関の報告書のハッシュ"}, {"store", "台帳の識別番号"}, {"title", "名称"}, {"to", "移転先"}, {"tonnes", "トン数"},
    {"trace", "計算過程のハッシュ"}, {"type", "種類"}, {"unit_kind", "単位の種類"}, {"user", "クレジット利用者"},
    {"user_corporate_number", "利用者の法人番号"}, {"user_name", "利用者の名称"}, {"verifier", "審査機関"}, {"value", "開示された値"}, {"commitment", "封印のハッシュ"}, {"public", "公開の項目"}, {"party", "当事者の項目"}, {"version", "版"}, {"vintage", "削減・吸収の年度"},
};

std::string_view find(std::span<const Word> words, std::string_view key) {
  const auto it = std::find_if(words.begin(), words.end(), [&](const Word& w) { return w.first == key; });
  return it == words.end() ? std::string_view{} : it->second;
}

// The enumerators of a type in the order of their numbers, which begin at `base`.
template <class E>
EnumWord at(std::span<const EnumWord> words, E value, unsigned base = 1) {
  const auto n = static_cast<unsigned>(value);
  return n < base || n - base >= words.size() ? EnumWord{} : words[n - base];
}

}  // namespace

std::string act_word(std::string_view command, Language language) {
  if (language == Language::ja) {
    const std::string_view ja = find(acts, command);
    return std::string(ja.empty() ? command : ja);
  }
  std::string words;
  for (const char c : command) {
    if (std::isupper(static_cast<unsigned char>(c)) != 0 && !words.empty()) words += ' ';
    words += words.empty() ? c : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return words;
}

std::string field_word(std::string_view field, Language language) {
  const std::string_view ja = language == Language::ja ? find(fields, field) : std::string_view{};
  if (!ja.empty()) return std::string(ja);
  std::string words(field);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

EnumWord enum_word(scheme::StoreKind value) {
  static constexpr EnumWord words[] = {{"production", "本番"}, {"demo", "実演"}, {"training", "研修"}};
  return at(std::span(words), value);
}
EnumWord enum_word(scheme::Role value) {
  static constexpr EnumWord words[] = {{"administrator", "管理者"}, {"secretariat", "制度事務局"}, {"committee", "認証委員会"},
      {"verifier", "審査機関"}, {"proponent", "プロジェクト実施者"}, {"account_manager", "口座担当者"}, {"approver", "承認者"},
      {"auditor", "監査人"}, {"ministry", "所管省庁"}};
  return at(std::span(words), value);
}
EnumWord enum_word(registry::UnitKind value) {
  static constexpr EnumWord words[] = {{"tco2", "t-CO2"}, {"kwh", "kWh"}, {"gj", "GJ"}, {"allowance", "排出枠"}};
  return at(std::span(words), value);
}
EnumWord enum_word(registry::AccountKind value) {
  static constexpr EnumWord words[] = {{"holding", "保有口座"}, {"buffer", "バッファー管理口座"}, {"retirement", "無効化口座"},
      {"cancellation", "取消口座"}, {"government", "政府保有口座"}};
  return at(std::span(words), value);
}
EnumWord enum_word(registry::Effect value) {
  static constexpr EnumWord words[] = {{"reduction", "削減"}, {"removal", "吸収・除去"}};
  return at(std::span(words), value);
}
EnumWord enum_word(registry::Basis value) {
  static constexpr EnumWord words[] = {{"technology", "技術ベース"}, {"nature", "自然ベース"}};
  return at(std::span(words), value);
}
EnumWord enum_word(registry::EndUse value) {
  static constexpr EnumWord words[] = {{"retirement", "無効化"}, {"state_target", "償却"}, {"cancellation", "取消"}};
  return at(std::span(words), value);
}
EnumWord enum_word(registry::LabelKind value) {
  static constexpr EnumWord words[] = {{"suspended", "利用停止"}, {"corresponding_adjustment", "相当調整"}, {"eligible", "制度での適格"}};
  return at(std::span(words), value);
}
EnumWord enum_word(project::ProjectType value) {
  static constexpr EnumWord words[] = {{"normal", "通常型"}, {"programme", "プログラム型"}};
  return at(std::span(words), value);
}
EnumWord enum_word(project::Answer value) {
  static constexpr EnumWord words[] = {{"met", "満たす"}, {"not_met", "満たさない"}, {"declared", "申告による"}, {"not_yet_knowable", "まだ分からない"},
      {"no_rule_data", "規則集なし"}};
  return at(std::span(words), value);
}

}  // namespace sumi::verify
