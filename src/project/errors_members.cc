// Refusals of programmes: their plans (162-176), members, matches, samples, the list of members as a file, and revenue (240-299).
#include "project/errors.h"

namespace sumi::project::errors {

namespace {
constexpr std::string_view form = "J-クレジット プロジェクト計画書の様式 Ver.4.0 (登録済みのプログラム型計画書 AG-004 2024-02-08、AG-005 2024-05-09)";
constexpr std::string_view rules_2_2_9 = "J-クレジット制度 実施規程（プロジェクト実施者向け）2.2.9 (登録済みの計画書 2024-02-08、2024-05-09 の引用)";
constexpr std::string_view rules_2_7 = "J-クレジット制度 モニタリング・算定規程 2.7 (津山市 EN-R-002 プロジェクト計画書 2014-01 の引用)";
constexpr std::string_view revisions = "J-クレジット制度 規程等の改定履歴 https://japancredit.go.jp/about/revision/ (2026-06)";
constexpr std::string_view duplicates = "J-クレジット制度 運営委員会 (2025-09-04) 資料の紹介 carboncredits.jp: プログラム型の会員の二重登録";
constexpr ErrorKind bad = ErrorKind::bad_input;
constexpr ErrorKind refused = ErrorKind::refused;
}  // namespace

// ---- plans ----
const ErrorDef plan_programme_missing{"project", 162, "plan_programme_missing", bad, "プログラム型の計画書に [programme] がありません。",
    "A plan of the programme type has no [programme].", form, "sumi project new --programme のひな形にならって書いてください。", "Write it as the template of `sumi project new --programme` has it."};
const ErrorDef plan_programme_unasked{"project", 163, "plan_programme_unasked", bad, "通常型の計画書に [programme] があります。",
    "A plan of the normal type has [programme].", form, "form.family を programme にするか、[programme] を消してください。", "Set form.family to programme, or take [programme] out."};
const ErrorDef plan_attribute_void{"project", 164, "plan_attribute_void", refused, "属性 d は欠項です。", "Attribute d is void.", rules_2_2_9,
    "a、b、c、e、f のうち、会員全員が該当する一つを書いてください。", "Give one of a, b, c, e, f that all members fit."};
const ErrorDef plan_attribute_unknown{"project", 165, "plan_attribute_unknown", bad, "「{path}」の属性「{text}」はありません。", "\"{path}\": there is no attribute \"{text}\".", rules_2_2_9,
    "a、b、c、e、f のうち、会員全員が該当する一つを書いてください。", "Give one of a, b, c, e, f that all members fit."};
const ErrorDef plan_members_order{"project", 166, "plan_members_order", bad, "「{path}」: 年度{year}が二度あるか、順序が違います。",
    "\"{path}\": {year} stands twice or out of order.", form, "年度の順に一度ずつ書いてください。", "Give each year once, in order."};
const ErrorDef plan_members_horizon{"project", 167, "plan_members_horizon", bad, "「{path}」: {year}は様式の年度(2013年度〜{last})の外です。",
    "\"{path}\": {year} lies outside of the form's years (FY2013 to {last}).", form, "年度を確かめてください。", "Check the year."};
const ErrorDef plan_members_total{"project", 168, "plan_members_total", bad, "「{path}」: 累計会員数{given}は、新規会員数の累計{expected}と合いません。",
    "\"{path}\": {given} members in all do not fit the running sum of those who join, {expected}.", form,
    "累計を直すか、自らの期間にある会員だけを数えているなら total_counts を in_own_period にしてください。",
    "Mend the total, or set total_counts to in_own_period where only members in their own period are counted."};
const ErrorDef plan_sampling_uniform{"project", 169, "plan_sampling_uniform", refused, "サンプリングは、全削減活動で算定する排出活動を統一する場合に限り使えます。",
    "Sampling is only for programmes whose members all monitor the same sources.", rules_2_7, "様式5.1の統一(uniform_sources)を選ぶか、全会員を測ってください。",
    "Choose uniform_sources (5.1), or monitor all members."};
const ErrorDef plan_sampling_size{"project", 170, "plan_sampling_size", refused, "標本数{given}は、母集団{population}に必要な{needed}に足りません。",
    "A sample of {given} is too small for a population of {population}: {needed} are needed.", rules_2_7, "標本を{needed}以上にしてください。", "Draw at least {needed}."};
const ErrorDef plan_combination{"project", 171, "plan_combination", refused, "方法論の組合せ({methodologies})は、プログラム型で認められていません。",
    "This combination of methodologies is not allowed in a programme: {methodologies}.", "J-クレジット制度 プログラム型プロジェクトの説明 (制度説明資料 2023-01)",
    "認められる組合せ: {known}", "Allowed: {known}"};
const ErrorDef plan_horizon{"project", 172, "plan_horizon", refused, "認証対象期間の終わり{end}が、様式の最後の日{last}より後です。",
    "The crediting period ends on {end}, after the form's last day {last}.", form, "{last}までにしてください。", "End it by {last}."};
const ErrorDef plan_list_twice{"project", 173, "plan_list_twice", bad, "「{path}」: リスト「{name}」が二度あります。", "\"{path}\": the list \"{name}\" stands twice.", "",
    "一度だけ書いてください。", "Give it once."};
const ErrorDef finding_combination_condition{"project", 174, "finding_combination_condition", refused, "この組合せの{methodology}には条件があります: {condition_ja}。",
    "{methodology} has a condition in this combination: {condition_en}.", "J-クレジット制度 プログラム型プロジェクトの説明 (制度説明資料 2023-01)",
    "すべての会員が条件を満たすことを確かめてください。", "See that every member meets it."};
const ErrorDef plan_estimate_missing{"project", 175, "plan_estimate_missing", bad, "「{path}」: 分類Cの「{symbol}」の推定・概算方法がありません。",
    "\"{path}\": \"{symbol}\" is of class C, but nothing says how it is estimated.", form, "[[activities.estimates]] (様式12.2) に書いてください。",
    "Write it in [[activities.estimates]] (section 12.2)."};
const ErrorDef plan_measurement_missing{"project", 176, "plan_measurement_missing", bad, "「{path}」: 分類Ⅰの「{symbol}」の実測方法がありません。",
    "\"{path}\": \"{symbol}\" is of class I, but nothing says how it is measured.", form, "[[activities.measurements]] (様式12.3) に書いてください。",
    "Write it in [[activities.measurements]] (section 12.3)."};

// ---- members ----
const ErrorDef not_a_programme{"project", 240, "not_a_programme", refused, "プロジェクト{project}はプログラム型ではありません。会員はプログラム型だけにあります。",
    "Project {project} is no programme: only programmes have members.", rules_2_2_9, "プログラム型のプロジェクトの番号を書いてください。", "Give the number of a programme."};
const ErrorDef normaliser_unknown{"project", 241, "normaliser_unknown", bad, "照合用の正規化の版{version}はありません。", "There is no version {version} of the normaliser.", "",
    "版: {known}", "Use version {known}."};
const ErrorDef members_missing{"project", 242, "members_missing", bad, "会員がありません。", "There are no members.", "", "会員を一人以上書いてください。", "Give at least one member."};
const ErrorDef members_too_many{"project", 243, "members_too_many", bad, "会員が多すぎます。一つの記帳に{limit}人までです。", "There are too many members: {limit} in one entry.", "",
    "記帳を分けてください(sumi project admit は自ら分けます)。", "Split them into several entries, as `sumi project admit` does."};
const ErrorDef member_needs{"project", 244, "member_needs", bad, "会員{member}の「{field}」がありません。", "Member {member} has no \"{field}\".", rules_2_2_9, "書いてください。", "Give it."};
const ErrorDef member_word_too_long{"project", 245, "member_word_too_long", bad, "会員{member}の「{field}」は長すぎます。{limit}バイトまでです。",
    "Member {member}: \"{field}\" is longer than {limit} bytes.", "", "短くしてください。", "Shorten it."};
const ErrorDef member_keys_count{"project", 246, "member_keys_count", bad, "会員{member}の照合の鍵は1個から{limit}個までです。", "Member {member} needs 1 to {limit} keys for comparing.", duplicates,
    "法人番号、住所、設備番号、計器番号のいずれかを書いてください。", "Give a corporate number, an address, or numbers of equipment or meters."};
const ErrorDef member_key_invalid{"project", 247, "member_key_invalid", bad, "会員{member}の照合の鍵が読めないか、二度あります。", "Member {member}: a key is unreadable or stands twice.", "",
    "鍵は一つずつ、種類とともに書いてください。", "Give each key once, with its kind."};
const ErrorDef consent_unknown{"project", 248, "consent_unknown", refused, "会員{member}の同意の範囲「{consent}」はありません。", "Member {member}: there is no consent \"{consent}\".", rules_2_2_9,
    "規則集の同意: {known}", "The rulebook has: {known}"};
const ErrorDef rule_data_missing{"project", 249, "rule_data_missing", refused, "規則集に「{key}」の値がありません。", "The rulebook has no value for \"{key}\".", "",
    "jcredit-scheme の版を確かめてください。", "Check the edition of jcredit-scheme."};
const ErrorDef member_applied_in_future{"project", 250, "member_applied_in_future", refused, "会員{member}の入会申込日{applied}は、手続の日{date}より後です。",
    "Member {member} applied on {applied}, after this step's day, {date}.", "", "日付を確かめてください。", "Check the dates."};
const ErrorDef member_two_years{"project", 251, "member_two_years", refused, "会員{member}の活動の開始日{start}は、入会申込日{applied}の2年前より後ではありません。",
    "Member {member}: the activity began on {start}, not later than 2 years before the application of {applied}.", rules_2_2_9, "{earliest}以降に始めた活動だけが入会できます。",
    "Only activities that began on {earliest} or later may join."};
const ErrorDef member_period_order{"project", 252, "member_period_order", bad, "会員{member}の期間の終わりが始まりより前です。", "Member {member}: the period ends before it begins.", "",
    "日付を確かめてください。", "Check the dates."};
const ErrorDef member_period_early{"project", 253, "member_period_early", refused, "会員{member}の期間は{first}に始まっています。入会申込日と開始日の遅い方({earliest})より前の削減は数えません。",
    "Member {member}: the period begins on {first}; nothing counts before the later of application and start, {earliest}.", rules_2_2_9, "{earliest}以降にしてください。", "Begin on {earliest} or later."};
const ErrorDef member_period_long{"project", 254, "member_period_long", refused, "会員{member}の期間は{years}年を超えています。", "Member {member}: the period is longer than {years} years.", rules_2_2_9,
    "{last}までにしてください。", "End it by {last}."};
const ErrorDef member_period_outside{"project", 255, "member_period_outside", refused, "会員{member}の期間({period})が、プログラムの認証対象期間({crediting_period})の外に出ています。",
    "Member {member}: the period ({period}) reaches beyond the programme's ({crediting_period}).", rules_2_2_9, "期間を直すか、先に計画変更で認証対象期間を延ばしてください。",
    "Mend the period, or extend the programme's by a change of the plan first."};
const ErrorDef member_consent_short{"project", 256, "member_consent_short", refused, "会員{member}の同意は{until}までで、期間の終わり{last}に足りません。",
    "Member {member}: the consent ends on {until}, before the period does ({last}).", rules_2_2_9, "期間の終わりまでの同意を得てください。", "Ask for consent until the end of the period."};
const ErrorDef member_matches_too_many{"project", 257, "member_matches_too_many", refused, "会員{member}は{count}人の会員と一致しています。名簿の誤りと思われます。",
    "Member {member} is the same as {count} members already: the list seems to be wrong.", duplicates, "名簿の住所と番号を確かめてください。", "Check addresses and numbers of the list."};
const ErrorDef no_such_member{"project", 258, "no_such_member", refused, "プロジェクト{project}に会員{member}はありません。", "Project {project} has no member {member}.", "", "会員の番号を確かめてください。", "Check the member's number."};
const ErrorDef member_not_active{"project", 259, "member_not_active", refused, "会員{member}はもう会員ではありません({status_ja})。", "Member {member} is a member no more ({status_en}).", "",
    "会員の状態を確かめてください。", "Look at the member's status."};
const ErrorDef member_change_unknown{"project", 260, "member_change_unknown", bad, "変更の種類が分かりません。", "The kind of the change is not known.", "", "種類を確かめてください。", "Check the kind."};
const ErrorDef member_change_date{"project", 261, "member_change_date", refused, "変更の日{on}は、入会申込日{applied}から手続の日{date}までの間にありません。",
    "The change of {on} does not lie between the application ({applied}) and this step ({date}).", "", "日付を確かめてください。", "Check the dates."};
const ErrorDef member_change_needs{"project", 262, "member_change_needs", bad, "変更「{kind_ja}」には「{field}」が要ります。", "A change of the kind {kind} needs \"{field}\".", rules_2_2_9, "書いてください。", "Give it."};
const ErrorDef member_change_idle{"project", 263, "member_change_idle", bad, "変更「{kind_ja}」に「{field}」は使いません。", "A change of the kind {kind} does not take \"{field}\".", "", "消してください。", "Leave it out."};
const ErrorDef transfer_too_early{"project", 264, "transfer_too_early", refused, "プログラム間の会員の移動は{from}から認められています。移動の日は{on}です。",
    "Members may move between programmes since {from}; this one moves on {on}.", revisions, "退会と入会として記録してください。", "Record a leave and an admission instead."};
const ErrorDef transfer_target{"project", 265, "transfer_target", refused, "プロジェクト{project}へは移動できません。登録を申請した、別のプログラム型プロジェクトではありません。",
    "Members cannot move to project {project}: it is no other programme whose registration was applied for.", revisions, "移動先を確かめてください。", "Check where the member goes."};
const ErrorDef transfer_methodology{"project", 266, "transfer_methodology", refused, "プロジェクト{project}の方法論は、このプログラムと同じではありません。",
    "Project {project} does not have this programme's methodologies.", rules_2_2_9, "同じ方法論のプログラムへ移動してください。", "Choose a programme with the same methodologies."};
const ErrorDef match_unknown{"project", 267, "match_unknown", refused, "プロジェクト{project}に一致{match}はありません。", "Project {project} has no match {match}.", "", "一致の番号を確かめてください。", "Check the match's number."};
const ErrorDef match_decided{"project", 268, "match_decided", refused, "一致{match}は判断済みです。", "Match {match} has been decided.", duplicates, "", ""};
const ErrorDef match_decision_unknown{"project", 269, "match_decision_unknown", bad, "判断が分かりません。", "The decision is not known.", "", "distinct か duplicate にしてください。", "Say distinct or duplicate."};
const ErrorDef match_ground_unknown{"project", 270, "match_ground_unknown", refused, "理由「{ground}」は規則集にありません。", "The rulebook has no ground \"{ground}\".", "", "理由: {known}", "It has: {known}"};
const ErrorDef match_tonnes{"project", 271, "match_tonnes", refused, "{tonnes} tは、このプロジェクトで発行された{issued} tと合いません(別と判断したときは0 t)。",
    "{tonnes} t do not fit: {issued} t were issued for this project, and members that are distinct have 0 t.", duplicates, "計算過程にあるその会員の分を書いてください。",
    "Give what the traces have for the member."};
const ErrorDef member_still_active{"project", 272, "member_still_active", refused, "会員{member}はまだ会員です。氏名と住所は退会の後に消去できます。",
    "Member {member} is a member still: name and address may be erased after it left.", "個人情報の保護に関する法律 第22条", "先に退会を記録してください。", "Record first that it left."};
const ErrorDef member_erased{"project", 273, "member_erased", refused, "会員{member}の氏名と住所は消去済みです。", "Name and address of member {member} have been erased.", "", "", ""};
const ErrorDef sample_purpose_unknown{"project", 274, "sample_purpose_unknown", bad, "標本の目的が分かりません。", "The purpose of the sample is not known.", "", "monitoring か verification にしてください。", "Say monitoring or verification."};
const ErrorDef list_purpose_party{"project", 275, "list_purpose_party", refused, "標本「{purpose_ja}」の名簿は、この組織では確定できません。", "This organisation cannot fix a list for {purpose}.", rules_2_7,
    "モニタリングは運営・管理者が、検証は実施者でない審査機関が確定します。", "Monitoring is the operator's, verification a verifier's who is no proponent."};
const ErrorDef member_list_empty{"project", 276, "member_list_empty", refused, "期間{period}に数える会員がありません。", "No member counts in {period}.", "", "期間を確かめてください。", "Check the period."};
const ErrorDef seed_used{"project", 277, "seed_used", refused, "この種は、名簿{list}で約束済みです。", "This seed was committed to for list {list}.", "", "新しい種を作ってください。", "Make a new seed."};
const ErrorDef list_unknown{"project", 278, "list_unknown", refused, "プロジェクト{project}に確定した名簿{list}はありません。", "Project {project} has no fixed list {list}.", "", "名簿の番号を確かめてください。", "Check the list's number."};
const ErrorDef list_of_another{"project", 279, "list_of_another", refused, "名簿{list}は組織{organisation}が確定しました。標本もそこが抽出します。", "List {list} was fixed by organisation {organisation}, which also draws from it.", "",
    "名簿を確定した組織として手続を行ってください。", "Act on behalf of it."};
const ErrorDef sample_drawn{"project", 280, "sample_drawn", refused, "名簿{list}の標本は抽出済みです。", "The sample of list {list} has been drawn.", "", "別の標本には、名簿を確定し直してください。", "For another sample fix the list again."};
const ErrorDef seed_wrong{"project", 281, "seed_wrong", refused, "種が、名簿の確定のときの約束と合いません。", "The seed does not open the commitment that was given with the list.", "", "約束した種を書いてください。", "Give the seed that was committed to."};
const ErrorDef strata_missing{"project", 282, "strata_missing", bad, "検証の標本には、層ごとの数が要ります。", "A verifier's sample needs the size of each stratum.", "", "strata に書いてください。", "Give `strata`."};
const ErrorDef stratum_unknown{"project", 283, "stratum_unknown", refused, "層「{list}」に会員がありません。", "The stratum \"{list}\" has no member.", "", "リストの名前を確かめてください。", "Check the list's key."};
const ErrorDef stratum_twice{"project", 284, "stratum_twice", bad, "層「{list}」が重なっています。", "The stratum \"{list}\" overlaps another.", "", "層は一度ずつ、全会員(\"\")はそれだけで書いてください。", "Give each stratum once, and \"\" (all members) alone."};
const ErrorDef sample_too_large{"project", 285, "sample_too_large", refused, "層「{list}」の標本数{size}は1から{count}までです。", "The stratum \"{list}\" has {count} members: a sample of {size} is not between 1 and that.", "", "数を直してください。", "Mend the size."};
const ErrorDef sample_too_small{"project", 286, "sample_too_small", refused, "標本数{size}は、母集団{count}に必要な{needed}に足りません。", "A sample of {size} is too small for {count} members: {needed} are needed.", rules_2_7,
    "{needed}以上にしてください。", "Draw at least {needed}."};
const ErrorDef sample_limit{"project", 287, "sample_limit", bad, "標本は{limit}人まで、層は{strata}までです。", "A sample has at most {limit} members in {strata} strata.", "", "数を減らしてください。", "Draw fewer."};
const ErrorDef match_open{"project", 288, "match_open", refused, "会員{member}の一致{match}が判断されていません。認証の前に判断します。", "Match {match} of member {member} is undecided: it is decided before a certification.", duplicates,
    "DecideMatch で別か重複かを判断してください。", "Decide it with DecideMatch."};

// ---- the list of members as a file ----
const ErrorDef member_column_missing{"project", 289, "member_column_missing", bad, "見出し「{column}」がありません。", "There is no column \"{column}\".", "", "一行目に {needed} を書いてください。", "Begin with {needed}."};
const ErrorDef member_column_unknown{"project", 290, "member_column_unknown", bad, "見出し「{column}」は使えないか、二度あります。", "The column \"{column}\" is not known, or stands twice.", "", "使える見出し: {known}", "Use: {known}"};
const ErrorDef member_rows_missing{"project", 291, "member_rows_missing", bad, "会員の行がありません。", "There are no members.", "", "会員を一行ずつ書いてください。", "Give one row for each member."};
const ErrorDef member_value_missing{"project", 292, "member_value_missing", bad, "「{column}」が空です。", "\"{column}\" is empty.", rules_2_2_9, "「{column}」を書いてください。", "Give \"{column}\"."};
const ErrorDef member_value{"project", 293, "member_value", bad, "「{column}」の「{text}」は読めません。", "\"{column}\": \"{text}\" cannot be read.", "", "{expected_ja}", "{expected_en}"};
const ErrorDef member_twice{"project", 294, "member_twice", bad, "会員番号「{member}」が二度あります(先の行: {line})。", "Member \"{member}\" stands twice (first in line {line}).", "", "会員番号は一人に一つです。", "Give each member a number of its own."};
const ErrorDef member_row_period{"project", 295, "member_row_period", bad, "会員「{member}」の期間{period}は、退会日{left_on}の前に一日もありません。", "Member \"{member}\": the period {period} has no day before it left on {left_on}.", "",
    "退会日か期間を確かめてください。", "Check when it left, and the period."};
const ErrorDef members_list_long{"project", 296, "members_list_long", bad, "会員が多すぎます。一つの名簿に{limit}人までです。", "There are too many members: at most {limit} in one list.", "", "名簿を分けてください。", "Split the list."};

// ---- revenue ----
const ErrorDef share_nobody{"project", 297, "share_nobody", bad, "配分する会員がありません。", "There is nobody to share among.", "", "会員を書いてください。", "Give the members."};
const ErrorDef share_weightless{"project", 298, "share_weightless", bad, "配分の重み(トン数又は定額)の合計が0です。", "The weights (tonnes, or fixed amounts) sum to 0.", "", "トン数のある期間を選ぶか、均等にしてください。", "Choose a period with tonnes, or share equally."};
const ErrorDef share_fixed_above{"project", 299, "share_fixed_above", refused, "定額の合計{sum}円が、配分する額{total}円を超えています。", "The fixed amounts sum to {sum} yen, above the {total} yen to share.", "", "定額か、配分する額を直してください。", "Mend the fixed amounts or the total."};

}  // namespace sumi::project::errors
