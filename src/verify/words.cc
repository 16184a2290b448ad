#include "verify/words.h"

#include <algorithm>
#include <cctype>
#include <span>
#include <utility>

#include "project/words.h"
#include "registry/words.h"
#include "scheme/words.h"

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
    {"CorrectEntry", "誤記の訂正"},
    {"PassDeadlines", "期限の経過"},
    {"RecordSuccession", "承継"},
    {"OpenBatch", "既存クレジットの移行"},
    {"OpenRetirement", "既存の無効化の移行"},
    {"DrawBuffer", "バッファーの取崩し"},
    {"OpenRound", "認証委員会の開催"},
    {"PutOnDocket", "議題への付議"},
    {"Recuse", "委員の回避"},
    {"CloseRound", "認証委員会の閉会"},
    {"RecordAccreditation", "審査機関の認定の記録"},
    {"DeclareInterests", "利害関係の申告"},
    {"RaiseFinding", "審査の指摘"},
    {"AnswerFinding", "指摘への回答"},
    {"CloseFinding", "指摘の判断"},
    {"AdmitMembers", "会員の入会"},
    {"ChangeMember", "会員の変更"},
    {"DecideMatch", "重複の判断"},
    {"EraseMember", "会員の個人情報の消去"},
    {"FixMemberList", "会員名簿の確定"},
    {"DrawSample", "標本の抽出"},
    {"RecordSiteVisit", "現地審査の記録"},
    {"ReturnForCorrection", "補正の求め"},
    {"AnswerReturn", "補正"},
    {"ProposeChange", "計画変更の届出"},
    {"ValidateChange", "計画変更の妥当性確認"},
    {"DecideChange", "計画変更の決定"},
    {"WithdrawProject", "プロジェクトの取下げ"},
    {"Appeal", "不服の申立て"},
    {"DecideAppeal", "不服の決定"},
    {"RecordOverIssuance", "過大認証の記録"},
    {"SettleObligation", "補填の履行"},
    {"HoldProject", "プロジェクトの保留"},
    {"SetForestTerms", "森林の条件"},
    {"ReportPermanence", "永続性の報告"},
    {"RecordReversal", "吸収量の消失"},
    {"ApplyForSupport", "支援の申請"},
    {"DecideSupport", "支援の決定"},
    {"RecordFollowUp", "フォローアップの記録"},
    {"AbolishMethodology", "方法論の廃止"},
    {"ProposeMethodology", "方法論の提案"},
    {"ReviewMethodology", "方法論の審査"},
    {"OpenComment", "意見公募の開始"},
    {"CloseComment", "意見公募の結果"},
    {"DecideMethodology", "方法論の決定"},
    {"OpenProject", "既存プロジェクトの移行"},
    {"OpenCertification", "既存の認証の移行"},
    {"CloseOpening", "移行の完了"},
    {"Delegate", "権限の委任"},
    {"RotateLogKey", "台帳の鍵の更新"},
    {"Rekey", "照合鍵の更新"},
    {"NewEpoch", "復旧後の新しい期"},
    {"EraseSealed", "封印された値の消去"},
    {"EndDelegation", "委任の終了"},
    {"LapseOffers", "移転の申込みの失効"},
    {"SetAccountControl", "二人目の確認の設定"},
    {"SuspendAccount", "口座の利用停止"},
    {"SucceedAccount", "口座の承継"},
    {"AppointAgent", "申請代行者の選任"},
    {"DismissAgent", "申請代行者の解任"},
    {"FileAccountDocuments", "口座の申請書類の提出"},
    {"RecordAdjustment", "相当調整の記録"},
    {"ImportUnits", "他制度のクレジットの受入れ"},
    {"ExpireUnits", "クレジットの失効"},
    {"ReleaseBuffer", "バッファーの返還"},
    {"AuthoriseUnits", "パリ協定第6条の承認"},
    {"WithdrawAuthorisation", "承認の撤回"},
    {"RecordFirstTransfer", "最初の国際的移転"},
    {"OfferTransfer", "移転の申込み"},
    {"ConfirmOffer", "移転の確認(二人目)"},
    {"AcceptOffer", "移転の承諾"},
    {"EndOffer", "移転の申込みの終了"},
    {"AskReturn", "誤った移転の返還の求め"},
    {"DecideReturn", "返還の求めへの回答"},
    {"CorrectRecord", "記録の訂正"},
    {"ApplyRetirement", "無効化等の申請(用途の明細付き)"},
    {"RestrictUnits", "処分の制限の記録"},
    {"LiftRestriction", "処分の制限の解除"},
    {"ExecuteRetirement", "無効化等の実行"},
    {"DivideRetirement", "無効化の証書への分割"},
    {"RecordSite", "創出場所の記録"},
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
    {"report", "報告書"}, {"retirement", "無効化等の番号"}, {"role", "役割"}, {"round", "認証委員会の回"}, {"rule", "要件"},
    {"second_person", "二人目の確認者"}, {"selection", "対象の指定"}, {"set", "付ける"}, {"share", "持分"}, {"site", "事業所"},
    {"statement", "審査機関の報告書のハッシュ"}, {"store", "台帳の識別番号"}, {"title", "名称"}, {"to", "移転先"}, {"tonnes", "トン数"},
    {"trace", "計算過程のハッシュ"}, {"type", "種類"}, {"unit_kind", "単位の種類"}, {"user", "クレジット利用者"},
    {"user_corporate_number", "利用者の法人番号"}, {"user_name", "利用者の名称"}, {"verifier", "審査機関"}, {"value", "開示された値"}, {"commitment", "封印のハッシュ"}, {"public", "公開の項目"}, {"party", "当事者の項目"}, {"address", "住所(封印)"}, {"appeal", "不服の番号"}, {"applied_on", "申請日"}, {"body", "団体の種類"}, {"buffer_rate", "バッファーの割合"}, {"cancelled", "取消済み"}, {"carried", "持越しの議題"}, {"certificate", "認定証のハッシュ"}, {"certified_on", "認証日"}, {"change", "変更の番号"}, {"comments", "意見の数"}, {"consent", "同意の範囲"}, {"consent_until", "同意の終わり"}, {"controls", "照合の合計"}, {"count", "件数"}, {"deadline", "期限"}, {"decision", "判断"}, {"cuts_period", "報告を切る"}, {"from_round", "持越し元の回"}, {"from_item", "持越し元の議題"}, {"declaration", "申告書のハッシュ"}, {"document", "書類のハッシュ"}, {"document_number", "文書番号"}, {"draft", "案のハッシュ"}, {"due", "期日"}, {"entry", "記録の番号"}, {"evidence", "証拠のハッシュ"}, {"excluded", "除いた会員"}, {"expected_t", "見込量"}, {"field", "項目"}, {"finding", "指摘の番号"}, {"free_of_conflict", "利害関係なし"}, {"from_buffer", "バッファーからの量"}, {"granted", "認容"}, {"happened_on", "発生日"}, {"held_on", "開催日"}, {"issued_on", "発行日"}, {"item", "議題の番号"}, {"kept", "維持"}, {"key", "照合用の鍵付きハッシュ"}, {"keys", "照合用の鍵付きハッシュ"}, {"list", "名簿・区分"}, {"match", "重複の番号"}, {"matches", "重複の疑い"}, {"member", "会員"}, {"members", "会員"}, {"merged_into", "統合先"}, {"minutes", "議事録のハッシュ"}, {"needs_validation", "妥当性確認を要する"}, {"next_on", "次の期日"}, {"next_step", "次の手続"}, {"normaliser", "正規化の版"}, {"obligation", "補填の番号"}, {"on", "日付"}, {"opinion", "意見書のハッシュ"}, {"other_member", "相手の会員"}, {"other_project", "相手のプロジェクト"}, {"passed", "過ぎた期限"}, {"period_end", "期間の終わり"}, {"period_start", "期間の始まり"}, {"permanence_years", "永続性の年数"}, {"report_months", "報告の期限(月)"}, {"proposal", "提案の番号"}, {"quorum", "定足数"}, {"reason", "理由"}, {"record", "記録のハッシュ"}, {"refused_rows", "受け付けなかった行"}, {"region", "地域"}, {"remote", "遠隔"}, {"reversal", "消失の番号"}, {"revision", "改定"}, {"right", "正"}, {"scopes", "認定の範囲"}, {"seed", "乱数の種"}, {"seed_commitment", "乱数の種のハッシュ"}, {"settled", "解決"}, {"size", "標本数"}, {"source_address", "出典の所在"}, {"source_date", "出典の日付"}, {"source_title", "出典"}, {"standard", "規格"}, {"start", "開始日"}, {"strata", "層"}, {"successor", "承継者"}, {"text", "文(封印)"}, {"title_en", "名称(英)"}, {"title_ja", "名称(和)"}, {"to_project", "移動先のプロジェクト"}, {"tonnes_per_year", "年間のトン数"}, {"used_on", "使用日"}, {"valid_from", "有効期間の始まり"}, {"valid_to", "有効期間の終わり"}, {"visited_on", "訪問日"}, {"what", "内容"}, {"wrong", "誤"}, {"year", "年"}, 
    {"version", "版"}, {"vintage", "削減・吸収の年度"},
    {"until", "終わりの日"}, {"delegation", "委任"}, {"old_key", "前の鍵"}, {"offers", "申込み"}, {"above", "この量を超えるとき"}, {"suspended", "利用停止"}, {"agent", "申請代行者"}, {"transfers", "移転の代行"}, {"retires", "無効化等の代行"}, {"holder_name", "口座名義"}, {"representative", "代表者(封印)"}, {"contact", "連絡先(封印)"}, {"documents", "書類"}, {"offset_object", "オフセットの内容(封印)"}, {"place_key", "場所の照合鍵"}, {"key_version", "照合鍵の版"}, {"titles", "証書の対象(封印)"},
    {"abandoned_root", "放棄した木の頭"}, {"abandoned_size", "放棄した木の大きさ"}, {"kept_root", "残した木の頭"}, {"kept_size", "残した木の大きさ"}, {"epoch", "期"}, {"new_key", "新しい鍵"}, {"signature_r", "署名(前半)"}, {"signature_s", "署名(後半)"}, {"last", "最後"}, {"consultation", "保有者への照会の記録"}, {"restriction", "制限の番号"}, {"uses", "用途の明細"}, {"offset", "オフセットの対象"}, {"parts", "証書"}, {"grams", "グラム"}, {"serial", "原シリアル番号"}, {"grammar", "番号の体系"}, {"origin", "発行元の識別"}, {"authorisation", "承認番号"}, {"host", "ホスト国"}, {"parties", "利用できる国"}, {"ndc", "NDCへの利用"}, {"international", "国際的な緩和(CORSIA等)"}, {"other", "その他の目的"}, {"scheme", "制度"}, {"first_transfer", "最初の移転の定義"}, {"letter", "承認書のハッシュ"}, {"authorised_on", "承認日"}, {"acquiring", "取得国"}, {"status", "状態"}, {"adds", "排出量に加える"},
    // Offers, returns, restrictions.
    {"offer", "申込みの番号"}, {"waits_for_second", "二人目の確認を待つ"}, {"moved", "移転した"}, {"acceptance", "移転先の承諾を要する"}, {"expires_on", "申込みの期限"}, {"agreed_on", "契約日"}, {"consents", "返還に同意"}, {"consulted_on", "保有者に照会した日"}, {"order", "命令等の書類のハッシュ"}, {"settlor", "委託者"}, {"trustee", "受託者"}, {"terms", "信託の内容(封印)"},
};

std::string_view find(std::span<const Word> words, std::string_view key) {
  const auto it = std::find_if(words.begin(), words.end(), [&](const Word& w) { return w.first == key; });
  return it == words.end() ? std::string_view{} : it->second;
}

// The rooms' own tables, where they have one.
EnumWord shared(const Words& words) { return words.key == "?" ? EnumWord{} : EnumWord{words.key, words.ja}; }
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
EnumWord enum_word(scheme::Role value) { return shared(words_of(value)); }
EnumWord enum_word(registry::UnitKind value) { return shared(words_of(value)); }
EnumWord enum_word(registry::AccountKind value) { return shared(words_of(value)); }
EnumWord enum_word(registry::Effect value) {
  static constexpr EnumWord words[] = {{"reduction", "削減"}, {"removal", "吸収・除去"}};
  return at(std::span(words), value);
}
EnumWord enum_word(registry::Basis value) {
  static constexpr EnumWord words[] = {{"technology", "技術ベース"}, {"nature", "自然ベース"}};
  return at(std::span(words), value);
}
EnumWord enum_word(registry::EndUse value) { return shared(words_of(value)); }
EnumWord enum_word(registry::LabelKind value) {
  static constexpr EnumWord words[] = {{"suspended", "利用停止"}, {"corresponding_adjustment", "相当調整"}, {"eligible", "制度での適格"}};
  return at(std::span(words), value);
}
EnumWord enum_word(registry::RestrictionKind value) {
  static constexpr EnumWord words[] = {{"dispute", "争い"}, {"seizure", "差押え"}, {"trust", "信託"}};
  return at(std::span(words), value);
}
EnumWord enum_word(registry::FirstTransferKind value) {
  static constexpr EnumWord words[] = {{"authorisation", "承認"}, {"issuance", "発行"}, {"use", "利用"}};
  return at(std::span(words), value);
}
EnumWord enum_word(registry::AdjustmentStatus value) {
  static constexpr EnumWord words[] = {{"pending", "未了"}, {"applied", "実施済み"}, {"not_required", "不要"}};
  return at(std::span(words), value);
}
EnumWord enum_word(registry::OffsetKind value) {
  static constexpr EnumWord words[] = {{"none", "なし"}, {"product", "製品"}, {"service", "サービス"}, {"event", "催し"}, {"organisation", "組織"}};
  return at(std::span(words), value, 0);
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
EnumWord enum_word(project::MemberKeyKind value) {
  static constexpr EnumWord words[] = {{"corporate_number", "法人番号"}, {"address", "住所"}, {"equipment", "設備"}, {"meter", "計器"}};
  return at(std::span(words), value);
}
EnumWord enum_word(project::MemberChangeKind value) { return shared(words_of(value)); }
EnumWord enum_word(project::MatchDecision value) {
  static constexpr EnumWord words[] = {{"distinct", "別"}, {"duplicate", "重複"}};
  return at(std::span(words), value);
}
EnumWord enum_word(project::SamplePurpose value) { return shared(words_of(value)); }
EnumWord enum_word(project::DocketKind value) { return shared(words_of(value)); }
EnumWord enum_word(project::FindingKind value) {
  static constexpr EnumWord words[] = {{"corrective", "是正要求"}, {"clarification", "明確化要求"}, {"observation", "所見"}};
  return at(std::span(words), value);
}
EnumWord enum_word(project::ChangeKind value) { return shared(words_of(value)); }
EnumWord enum_word(project::HoldKind value) {
  static constexpr EnumWord words[] = {{"seizure", "差押え"}, {"insolvency", "倒産"}, {"dispute", "争い"}};
  return at(std::span(words), value);
}
EnumWord enum_word(project::ObligationCause value) {
  static constexpr EnumWord words[] = {{"over_issuance", "過大認証"}, {"double_registration", "二重登録"}, {"reversal", "消失"}};
  return at(std::span(words), value);
}
EnumWord enum_word(project::ReversalKind value) {
  static constexpr EnumWord words[] = {{"natural_disturbance", "自然攪乱"}, {"unavoidable_conversion", "避けられない転用"}, {"own_act", "自らの行為"}};
  return at(std::span(words), value);
}
EnumWord enum_word(project::SupportKind value) {
  static constexpr EnumWord words[] = {{"plan_writing", "計画書の作成"}, {"validation_cost", "妥当性確認の費用"}, {"verification_cost", "検証の費用"}};
  return at(std::span(words), value);
}
EnumWord enum_word(project::BodyKind value) {
  static constexpr EnumWord words[] = {{"small_company", "中小企業"}, {"local_government", "地方公共団体"}, {"public_interest", "公益の団体"}, {"other", "その他"}};
  return at(std::span(words), value);
}
EnumWord enum_word(scheme::SuccessionKind value) {
  static constexpr EnumWord words[] = {{"merger", "合併"}, {"business_transfer", "事業譲渡"}, {"insolvency", "倒産"}};
  return at(std::span(words), value);
}

}  // namespace sumi::verify
