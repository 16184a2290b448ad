// Refusals of the cases' steps, 100-149. The scheme's own order of steps is told by 制度説明資料; four eyes and dates are this program's.
#include "project/errors.h"

namespace sumi::project::errors {

namespace {
constexpr std::string_view flow = "J-クレジット制度について (経済産業省・環境省・農林水産省), 2023-01: プロジェクト登録・認証の流れ";
constexpr std::string_view plans = "J-クレジット プロジェクト計画書 (登録済みの計画書), 2014-01〜2024-05: 排出削減量の切捨て";
constexpr ErrorKind refused = ErrorKind::refused;
}  // namespace

const ErrorDef project_unknown{"project", 100, "project_unknown", refused, "プロジェクト{project}はありません。", "There is no project {project}.", "",
    "プロジェクトの番号を確かめてください。", "Check the project's number."};
const ErrorDef report_unknown{"project", 101, "report_unknown", refused, "プロジェクト{project}にモニタリング報告書{report}はありません。",
    "Project {project} has no monitoring report {report}.", "", "報告書の番号を確かめてください。", "Check the report's number."};
const ErrorDef project_stage{"project", 102, "project_stage", refused, "プロジェクトは「{stage_ja}」の段階です。この手続は「{needed_ja}」のときに行えます。",
    "The project is {stage_en}; this step needs: {needed_en}.", flow, "手続の順序を確かめ、先に必要な手続を行ってください。", "Take the steps in their order."};
const ErrorDef report_stage{"project", 103, "report_stage", refused, "報告書は「{stage_ja}」の段階です。この手続は「{needed_ja}」のときに行えます。",
    "The report is {stage_en}; this step needs: {needed_en}.", flow, "手続の順序を確かめ、先に必要な手続を行ってください。", "Take the steps in their order."};
const ErrorDef organisation_unknown{"project", 104, "organisation_unknown", refused, "事業者{organisation}は登録されていません。",
    "Organisation {organisation} is not registered.", "", "先に事業者を登録してください。", "Register the organisation first."};
const ErrorDef not_a_proponent{"project", 105, "not_a_proponent", refused, "事業者{organisation}は、このプロジェクトの実施者ではありません。",
    "Organisation {organisation} is not a proponent of this project.", flow, "プロジェクト実施者として手続を行ってください(コマンドでは --for に実施者の番号)。", "Act on behalf of one of its proponents (on the command line: --for and its number)."};
const ErrorDef not_the_verifier{"project", 106, "not_the_verifier", refused, "この手続は審査機関{verifier}が行います。事業者{organisation}は行えません。",
    "This step belongs to the verifier {verifier}, not to organisation {organisation}.", flow, "審査機関として手続を行ってください。", "Act on behalf of the verifier."};
const ErrorDef verifier_related{"project", 107, "verifier_related", refused, "審査機関{organisation}は実施者{other}と同一又は親子関係にあります。第三者ではないため審査できません。",
    "Verifier {organisation} is the same legal entity as proponent {other}, or its parent or child: it is no third party.", flow,
    "実施者と資本関係のない審査機関を選んでください。", "Choose a verifier that belongs to no proponent."};
const ErrorDef decider_related{"project", 108, "decider_related", refused, "決定する組織{organisation}は、関係者{other}と同一又は親子関係にあります。",
    "The deciding organisation {organisation} is the same legal entity as {other}, a party of the case, or its parent or child.", flow,
    "関係者と資本関係のない組織の委員が決定してください。", "Let a member decide whose organisation belongs to no party of the case."};
const ErrorDef same_person{"project", 109, "same_person", refused, "同じ人が「{step_ja}」を行っています。一人で両方を行うことはできません。",
    "The same person took the step \"{step_en}\"; one person cannot do both.", "", "別の人が手続を行ってください。", "Let another person take this step."};
const ErrorDef person_of_a_party{"project", 110, "person_of_a_party", refused, "この人は当事者の組織{organisation}でも権限を持っています。審査と決定は、当事者に属さない人が行います。",
    "This person also acts for organisation {organisation}, a party of the case; who validates, verifies or decides belongs to no party.", "", "当事者に属さない人が行ってください。",
    "Let someone act who belongs to no party."};
const ErrorDef date_before_step{"project", 111, "date_before_step", refused, "手続の日付{date}が、前の手続の日付{previous}より前です。",
    "The date {date} lies before that of the step before, {previous}.", "", "{previous}以後の日付にしてください。", "Date it {previous} or later."};
const ErrorDef type_unknown{"project", 112, "type_unknown", ErrorKind::bad_input, "プロジェクトの型「{type}」はありません。", "There is no project type {type}.", "",
    "通常型(normal)かプログラム型(programme)を指定してください。", "Give normal or programme."};
const ErrorDef type_changed{"project", 113, "type_changed", refused, "プロジェクトの型は、後から変えられません。", "A project's type cannot be changed later.", "",
    "別のプロジェクトとして計画書を作成してください。", "Draft another project."};
const ErrorDef text_missing{"project", 114, "text_missing", ErrorKind::bad_input, "「{field}」が空です。", "\"{field}\" is empty.", "",
    "「{field}」を書いてください。", "Give \"{field}\"."};
const ErrorDef text_too_long{"project", 115, "text_too_long", ErrorKind::bad_input, "「{field}」が長すぎます。{limit}バイトまでです。",
    "\"{field}\" is too long: at most {limit} bytes.", "", "短くしてください。", "Shorten it."};
const ErrorDef no_proponent{"project", 116, "no_proponent", ErrorKind::bad_input, "プロジェクト実施者がありません。", "The project has no proponent.", flow,
    "代表実施者を始めに、実施者を書いてください。", "Name the proponents, the representative first."};
const ErrorDef proponent_twice{"project", 117, "proponent_twice", ErrorKind::bad_input, "実施者{organisation}が二度あります。",
    "Proponent {organisation} stands twice.", "", "一度だけ書いてください。", "Name it once."};
const ErrorDef no_methodology{"project", 118, "no_methodology", ErrorKind::bad_input, "適用する方法論がありません。", "The project applies no methodology.", flow,
    "適用する方法論を書いてください。", "Name the methodologies."};
const ErrorDef methodology_twice{"project", 119, "methodology_twice", ErrorKind::bad_input, "方法論{methodology}が二度あります。",
    "Methodology {methodology} stands twice.", "", "一度だけ書いてください。", "Name it once."};
const ErrorDef crediting_period_order{"project", 120, "crediting_period_order", ErrorKind::bad_input, "認証対象期間の終わりが始まりより前です。",
    "The crediting period ends before it begins.", "", "期間を確かめてください。", "Check the period."};
const ErrorDef expected_year{"project", 121, "expected_year", ErrorKind::bad_input, "排出削減見込量の{year}は、認証対象期間({period})の外か、順序が違うか、二度あります。",
    "Expected reductions: {year} lies outside of the crediting period ({period}), or stands twice or out of order.", "",
    "認証対象期間の年度を、順に一度ずつ書いてください。", "Give the fiscal years of the period in order, each once."};
const ErrorDef hash_missing{"project", 122, "hash_missing", ErrorKind::bad_input, "「{field}」の文書のハッシュ値がありません。",
    "The hash of the document \"{field}\" is missing.", "", "文書のSHA-256を付けてください(名簿の根拠資料の列には、名簿と同じフォルダーにあるファイルの名前でも書けます)。",
    "Give the SHA-256 of the document; in a list of members, the column `evidence` may also name a file beside the list."};
const ErrorDef plan_unchanged{"project", 123, "plan_unchanged", refused, "計画書は今の版と同じです。", "The plan is the same as its present version.", "",
    "変更した計画書を出してください。", "Hand in a plan that differs."};
const ErrorDef plan_not_current{"project", 124, "plan_not_current", refused, "妥当性確認をした計画書({given})は、今の版({current})ではありません。",
    "The validated plan ({given}) is not the present version ({current}).", flow, "今の版の計画書について妥当性確認を行ってください。", "Validate the present version."};
const ErrorDef answers_incomplete{"project", 125, "answers_incomplete", ErrorKind::bad_input, "登録要件{rule}の回答は一つずつ必要です({count}件)。",
    "The answers must hold each rule R1 to R11 once, with a known answer; {rule}: {count}.", "", "計画書の適格性を確認し直してください。", "Check the plan's eligibility again."};
const ErrorDef rule_not_met{"project", 126, "rule_not_met", refused, "登録要件{rule}に適合していません。", "Rule {rule} is not met.", flow,
    "計画書の確認結果に、適合するための最小の変更が示されています。", "The check of the plan names the smallest change that would pass."};
const ErrorDef rule_open{"project", 127, "rule_open", refused, "登録要件{rule}は「{answer_ja}」です。このままでは申請できません。",
    "Rule {rule} is {answer_en}: the application cannot be made.", flow, "計画書の確認結果に示された日付や根拠を補ってください。",
    "Supply the day or the grounds that the check of the plan asks for."};
const ErrorDef round_missing{"project", 128, "round_missing", ErrorKind::bad_input, "認証委員会の回がありません。", "The committee's round is missing.", flow,
    "認証委員会の回を書いてください。", "Give the round of the committee."};
const ErrorDef ground_missing{"project", 129, "ground_missing", ErrorKind::bad_input, "認めない理由がありません。", "A refusal needs its ground.", "",
    "理由を書いてください。", "Give the ground."};
const ErrorDef plan_not_registered{"project", 130, "plan_not_registered", refused, "報告書の計画書({given})は、登録された計画書({registered})ではありません。",
    "The report's plan ({given}) is not the registered one ({registered}).", flow, "登録された計画書に基づいて算定してください。", "Calculate under the registered plan."};
const ErrorDef period_order{"project", 131, "period_order", ErrorKind::bad_input, "モニタリング期間の終わりが始まりより前です。",
    "The monitoring period ends before it begins.", "", "期間を確かめてください。", "Check the period."};
const ErrorDef period_outside{"project", 132, "period_outside", refused, "モニタリング期間({period})が認証対象期間({crediting_period})の外に出ています。",
    "The monitoring period ({period}) leaves the crediting period ({crediting_period}).", flow, "認証対象期間の中の期間にしてください。", "Keep within the crediting period."};
const ErrorDef period_not_over{"project", 133, "period_not_over", refused, "モニタリング期間({period})は{date}にはまだ終わっていません。",
    "On {date} the monitoring period ({period}) is not over.", "", "{from}以後に提出してください。", "Submit it on {from} or later."};
const ErrorDef period_overlaps{"project", 134, "period_overlaps", refused, "モニタリング期間({period})が、認証済みの報告書{report}の期間({other})と重なっています。",
    "The monitoring period ({period}) overlaps that of report {report}, which is certified ({other}).", flow, "重ならない期間にしてください。", "Leave out the days that are certified."};
const ErrorDef lines_missing{"project", 135, "lines_missing", ErrorKind::bad_input, "排出削減量がありません。", "The report has no reductions.", "",
    "方法論と年度ごとの排出削減量を付けてください。", "Give the reduction of each methodology and fiscal year."};
const ErrorDef line_methodology{"project", 136, "line_methodology", refused, "方法論{methodology}は、登録された計画書にありません。",
    "Methodology {methodology} is not in the registered plan.", "", "計画書の方法論だけを報告してください。", "Report the plan's methodologies only."};
const ErrorDef line_vintage{"project", 137, "line_vintage", refused, "{vintage}は、モニタリング期間({period})の年度ではありません。",
    "{vintage} is no fiscal year of the monitoring period ({period}).", "", "期間の年度だけを報告してください。", "Report the fiscal years of the period only."};
const ErrorDef line_twice{"project", 138, "line_twice", ErrorKind::bad_input, "「{line}」が二度あります。", "\"{line}\" stands twice.", plans,
    "方法論と年度ごとに一行にまとめてください。", "Sum them into one line per methodology and fiscal year."};
const ErrorDef line_amount{"project", 139, "line_amount", ErrorKind::bad_input, "「{line}」の排出量「{text}」は数として読めません。",
    "\"{line}\": the emission \"{text}\" is not a number.", "", "小数又は分数(n/d)で書いてください。", "Write it as a decimal or as n/d."};
const ErrorDef line_reduction{"project", 140, "line_reduction", refused,
    "「{line}」の排出削減量{given} tは、{em_bl} - {em_pj} の小数点以下を切り捨てた{expected} tと違います。",
    "\"{line}\": {given} t is not {em_bl} - {em_pj} rounded down, which is {expected} t.", plans, "{expected} tにしてください。", "Report {expected} t."};
const ErrorDef trace_not_equal{"project", 141, "trace_not_equal", refused, "検証で再計算した計算記録({given})が、報告書の計算記録({report})と一致しません。",
    "The trace of the verifier's recalculation ({given}) is not the report's ({report}).", flow, "計画書・データ・規程の版を確かめて再計算するか、不適合と記録してください。",
    "Recalculate with the same plan, data and rulebook, or record a negative verification."};
const ErrorDef nothing_to_certify{"project", 142, "nothing_to_certify", refused, "排出削減量が0 tのため、認証するものがありません。",
    "The reductions are 0 t: there is nothing to certify.", "", "", ""};
const ErrorDef tonnes_too_many{"project", 143, "tonnes_too_many", ErrorKind::bad_input, "排出削減量が多すぎます。一つの報告書で{limit} t未満です。",
    "The reductions are too many: a report holds less than {limit} t.", "", "単位を確かめてください。", "Check the units."};

}  // namespace sumi::project::errors
