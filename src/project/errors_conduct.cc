// Refusals of the scheme's work, 400-479: rounds, verifiers, findings, returns, changes, appeals, holds, obligations. A source is named where a text says so; the
// rest is this program's.
#include "project/errors.h"

namespace sumi::project::errors {

namespace {
constexpr std::string_view flow = "J-クレジット制度について (経済産業省・環境省・農林水産省), 2023-01: プロジェクト登録・認証の流れ";
constexpr ErrorKind refused = ErrorKind::refused;
}  // namespace

const ErrorDef project_held{"project", 400, "project_held", refused, "プロジェクト{project}は保留されています({kind_ja}、{from}から)。実施者の手続、決定及び発行は行えません。",
    "Project {project} is held ({kind_en}, since {from}): its proponents take no step, and nothing of it is decided or issued.", "", "事務局が保留を解いた後に行ってください。", "Wait until the secretariat has lifted the hold."};
const ErrorDef project_withdrawn{"project", 401, "project_withdrawn", refused, "プロジェクト{project}は{from}に取り下げられています。その日以後の削減は認証されません(期間{period})。",
    "Project {project} was withdrawn from {from} on: no reduction of that day or later is certified ({period}).", "", "{before}までの期間にしてください。", "Keep to days up to {before}."};
const ErrorDef withdrawal_too_early{"project", 402, "withdrawal_too_early", refused, "取下げの日{from}が、認証済みの期間の終わり{last}より後ではありません。",
    "The withdrawal from {from} does not lie after the last certified day, {last}.", "", "{last}より後の日にしてください。", "Withdraw from a day after {last}."};
const ErrorDef ground_unknown{"project", 403, "ground_unknown", ErrorKind::bad_input, "理由「{ground}」は定められていません。公開され消せない項目のため、決められた語で書きます。",
    "{ground} is no ground that the rulebook names; it is public for ever, so it is a key and not free words.", "", "使える理由: {known}", "Use one of: {known}"};
const ErrorDef day_in_future{"project", 404, "day_in_future", ErrorKind::bad_input, "「{field}」の日{day}が、手続の日{date}より後です。",
    "\"{field}\": {day} lies after the day of the act, {date}.", "", "{date}以前の日にしてください。", "Give {date} or earlier."};
const ErrorDef round_unknown{"project", 405, "round_unknown", refused, "認証委員会の第{round}回は開かれていません。",
    "Round {round} of the committee was never opened.", flow, "先に OpenRound で開いてください。", "Open it first."};
const ErrorDef round_exists{"project", 406, "round_exists", refused, "認証委員会の第{round}回は既に開かれています。",
    "Round {round} of the committee was opened before.", "", "次の回の番号にしてください。", "Give the next number."};
const ErrorDef round_order{"project", 407, "round_order", refused, "認証委員会の回は番号の順に開きます。最後は第{last}回です。",
    "Rounds are opened in the order of their numbers; the last was {last}.", "", "{last}より大きい番号にしてください。", "Give a number above {last}."};
const ErrorDef round_closed{"project", 408, "round_closed", refused, "認証委員会の第{round}回は閉じられています。",
    "Round {round} of the committee is closed.", "", "開いている回で決定してください。", "Decide it in an open round."};
const ErrorDef round_members{"project", 409, "round_members", ErrorKind::bad_input, "出席した委員が示されていないか、同じ人が二度あります。",
    "The members present are missing, or one of them stands twice.", "", "出席した委員を一度ずつ書いてください。", "Name each member who is present once."};
const ErrorDef round_quorum{"project", 410, "round_quorum", refused, "出席{present}名では、定足数{quorum}名に足りません(定足数は1名以上)。",
    "{present} present members do not make the quorum of {quorum} (which is 1 or more).", "", "定足数を満たす出席で開いてください。", "Open the round with enough members."};
const ErrorDef decision_before_round{"project", 411, "decision_before_round", refused, "決定の日{date}が、第{round}回の開催日{held_on}より前です。",
    "The decision of {date} lies before the day of round {round}, {held_on}.", "", "{held_on}以後の日付にしてください。", "Date it {held_on} or later."};
const ErrorDef docket_item_unknown{"project", 412, "docket_item_unknown", refused, "第{round}回に議題{item}はありません。",
    "Round {round} has no item {item} on its docket.", "", "議題の番号を確かめてください。", "Check the item's number."};
const ErrorDef docket_twice{"project", 413, "docket_twice", refused, "この案件は、開いている第{round}回の議題{item}にあります。",
    "The matter stands on the docket of round {round}, which is open, as item {item}.", "", "その議題で決定してください。", "Decide it there."};
const ErrorDef not_on_docket{"project", 414, "not_on_docket", refused, "この案件は、第{round}回の議題にありません。",
    "The matter does not stand on the docket of round {round}.", flow, "先に PutOnDocket で付議してください。", "Put it on the docket first."};
const ErrorDef docket_decided{"project", 415, "docket_decided", refused, "第{round}回の議題{item}は決定済みです。",
    "Item {item} of round {round} is decided.", "", "", ""};
const ErrorDef not_present{"project", 416, "not_present", refused, "この人は、第{round}回に出席した委員ではありません。",
    "This person is no present member of round {round}.", "", "出席した委員が行ってください。", "Let a member act who is present."};
const ErrorDef recused_twice{"project", 417, "recused_twice", refused, "この委員は、議題{item}から既に回避しています。",
    "This member has stepped back from item {item} before.", "", "", ""};
const ErrorDef decider_recused{"project", 418, "decider_recused", refused, "この委員は、議題{item}から回避しています(理由: {ground})。",
    "This member has stepped back from item {item} (ground: {ground}).", "", "回避していない委員が決定してください。", "Let a member decide who has not stepped back."};
const ErrorDef quorum_lost{"project", 419, "quorum_lost", refused, "議題{item}は、回避した委員を除くと{present}名で、定足数{quorum}名に足りません。",
    "Without those who stepped back {present} members remain for item {item}, short of the quorum of {quorum}.", "", "次の回に持ち越してください。", "Carry it to a later round."};
const ErrorDef docket_subject{"project", 420, "docket_subject", ErrorKind::bad_input, "議題の種類「{kind_ja}」に、案件の番号が合いません(project, report, change, proposal)。",
    "The numbers given (project, report, change, proposal) do not make a matter of the kind {kind}.", "", "種類ごとに要る番号だけを書いてください。", "Give the numbers that the kind takes, and no other."};
const ErrorDef scope_unknown{"project", 422, "scope_unknown", ErrorKind::bad_input, "認定の範囲「{scope}」は、方法論一覧の分野にありません。",
    "{scope} is no sector of the list of methodologies.", "", "使える分野: {known}", "Use one of: {known}"};
const ErrorDef accreditation_period{"project", 423, "accreditation_period", ErrorKind::bad_input, "認定の有効期間の終わり{to}が始まり{from}より前です。",
    "The accreditation ends ({to}) before it begins ({from}).", "", "期間を確かめてください。", "Check the period."};
const ErrorDef accreditation_missing{"project", 424, "accreditation_missing", refused, "審査機関{verifier}には、{date}に有効な認定がありません。",
    "Verifier {verifier} has no accreditation that holds on {date}.", "ISO 14065 による認定 (公益財団法人 日本適合性認定協会 jab.or.jp)", "有効な認定を記録してから行ってください。", "Have an accreditation recorded that holds on that day."};
const ErrorDef accreditation_scope{"project", 425, "accreditation_scope", refused, "審査機関{verifier}の認定は、方法論{methodology}の分野「{sector}」に及びません。",
    "The accreditation of verifier {verifier} does not cover the sector {sector} of methodology {methodology}.", "ISO 14065 による認定 (公益財団法人 日本適合性認定協会 jab.or.jp)", "その分野の認定がある審査機関が行ってください。", "Let a verifier act that is accredited for that sector."};
const ErrorDef interests_undeclared{"project", 426, "interests_undeclared", refused, "審査機関{verifier}は、この案件の利害関係を申告していません。",
    "Verifier {verifier} has not declared its interests in this case.", "", "先に DeclareInterests で申告してください。", "Declare them first."};
const ErrorDef interests_conflict{"project", 427, "interests_conflict", refused, "審査機関{verifier}は、この案件に利害関係があると申告しています。",
    "Verifier {verifier} has declared a conflict of interest in this case.", "", "利害関係のない審査機関が行ってください。", "Let a verifier act that is free of conflict."};
const ErrorDef finding_unknown{"project", 428, "finding_unknown", refused, "プロジェクト{project}に指摘{finding}はありません。",
    "Project {project} has no finding {finding}.", "", "指摘の番号を確かめてください。", "Check the finding's number."};
const ErrorDef finding_settled{"project", 429, "finding_settled", refused, "指摘{finding}は解決済みです。",
    "Finding {finding} is settled.", "", "", ""};
const ErrorDef finding_unanswered{"project", 430, "finding_unanswered", refused, "指摘{finding}には、まだ回答がありません。",
    "Finding {finding} has not been answered yet.", "", "実施者の回答の後に判断してください。", "Judge it after the proponent's answer."};
const ErrorDef finding_answered{"project", 431, "finding_answered", refused, "指摘{finding}は回答済みで、審査機関の判断を待っています。",
    "Finding {finding} is answered and waits for the verifier.", "", "", ""};
const ErrorDef findings_open{"project", 432, "findings_open", refused, "是正要求又は明確化要求の指摘{finding}が未解決です。適合とはできません。",
    "Finding {finding}, a corrective or clarification one, is open: the result cannot be positive.", "", "指摘を解決するか、不適合と記録してください。", "Settle it, or record a negative result."};
const ErrorDef return_open{"project", 434, "return_open", refused, "補正を求めています(期限{deadline})。補正があるまで決定できません。",
    "A correction was asked for (until {deadline}); the committee waits for it.", "", "補正の後に決定してください。", "Decide it after the answer."};
const ErrorDef return_not_open{"project", 435, "return_not_open", refused, "この申請に、補正の求めはありません。",
    "No correction of this application is being asked for.", "", "", ""};
const ErrorDef return_deadline{"project", 436, "return_deadline", ErrorKind::bad_input, "補正の期限{deadline}が、手続の日{date}より後ではありません。",
    "The deadline {deadline} does not lie after the day of the act, {date}.", "", "{date}より後の日にしてください。", "Give a later day."};
const ErrorDef change_unknown{"project", 438, "change_unknown", refused, "プロジェクト{project}に計画変更{change}はありません。",
    "Project {project} has no change {change}.", "", "変更の番号を確かめてください。", "Check the change's number."};
const ErrorDef change_stage{"project", 439, "change_stage", refused, "計画変更は「{stage_ja}」の段階です。この手続は「{needed_ja}」のときに行えます。",
    "The change is {stage}; this step needs: {needed}.", "", "手続の順序を確かめてください。", "Take the steps in their order."};
const ErrorDef change_open{"project", 440, "change_open", refused, "計画変更{change}が決定していません。変更は一つずつ届け出ます。",
    "Change {change} is not decided; changes are proposed one at a time.", "", "その決定の後に届け出るか、一つの変更にまとめてください。", "Wait for its decision, or make one change of both."};
const ErrorDef change_kind_unknown{"project", 441, "change_kind_unknown", ErrorKind::bad_input, "計画変更の種類{kind}はありません。",
    "There is no kind of change {kind}.", "", "", ""};
const ErrorDef change_period{"project", 442, "change_period", refused, "認証対象期間({given})は、延長によってだけ変わります。今は{current}です。",
    "The crediting period ({given}) changes by an extension only; it is {current}.", flow, "今の期間のままにするか、延長として届け出てください。", "Keep the period, or propose an extension."};
const ErrorDef change_proponents{"project", 443, "change_proponents", refused, "実施者が、変更の種類「{kind_ja}」に合いません。実施者は、実施者の変更又は合併によってだけ変わります。",
    "The proponents do not fit a change of kind {kind}: they change by a change of proponent or a merger, and then they must.", "", "種類か実施者を確かめてください。", "Check the kind or the proponents."};
const ErrorDef change_methodologies{"project", 444, "change_methodologies", refused, "適用する方法論が、変更の種類「{kind_ja}」に合いません。版は方法論の版の変更又は延長によって、方法論は「その他」の変更によって変わります。",
    "The methodologies do not fit a change of kind {kind}: versions change by a change of version or an extension, the methodologies themselves by a change of kind other.", "", "種類か方法論を確かめてください。", "Check the kind or the methodologies."};
const ErrorDef change_not_programme{"project", 445, "change_not_programme", refused, "会員の条件の変更は、プログラム型だけのものです。",
    "Member terms are a programme's.", "", "別の種類の変更として届け出てください。", "Propose it as another kind of change."};
const ErrorDef change_unvalidated_kind{"project", 446, "change_unvalidated_kind", refused, "この種類の計画変更「{kind_ja}」は、妥当性確認を要しません。",
    "A change of kind {kind} needs no validation.", "", "そのまま委員会に付議してください。", "Put it before the committee as it is."};
const ErrorDef extension_start{"project", 448, "extension_start", refused, "延長の期間の始まり{given}は、今の期間の終わりの翌日{needed}ではありません。",
    "An extension begins on the day after the present period, {needed}, not on {given}.", flow, "{needed}から始まる計画書にしてください。", "Begin the new plan on {needed}."};
const ErrorDef extension_length{"project", 449, "extension_length", refused, "延長すると、認証対象期間が通算{years}年を超えます(最長は{last}まで)。",
    "With the extension the crediting period would exceed {years} years in all; it may last until {last}.", "carboncredits.jp: j-credit committee, 2025-09-04: 認証対象期間の延長", "{last}までの期間にしてください。", "Let it end by {last}."};
const ErrorDef extension_twice{"project", 450, "extension_twice", refused, "認証対象期間の延長は{limit}回までです。",
    "A crediting period may be extended {limit} times at most.", "carboncredits.jp: j-credit committee, 2025-09-04: 認証対象期間の延長", "新しいプロジェクトとして登録してください。", "Register a new project."};
const ErrorDef extension_version{"project", 451, "extension_version", refused, "延長する計画の方法論{methodology}は版{given}です。最新の版{newest}による必要があります。",
    "The extended plan uses version {given} of {methodology}; an extension needs the newest, {newest}.", "carboncredits.jp: j-credit committee, 2025-09-04: 認証対象期間の延長", "版{newest}で計画書を作り直してください。", "Write the plan under version {newest}."};
const ErrorDef period_straddles{"project", 452, "period_straddles", refused, "モニタリング期間({period})が、計画書第{version}版の適用開始日{date}をまたいでいます。",
    "The monitoring period ({period}) runs over {date}, the first day of version {version} of the plan.", "", "{before}までと{date}からの報告書に分けてください。", "Report up to {before} and from {date} on separately."};
const ErrorDef appeal_unknown{"project", 453, "appeal_unknown", refused, "プロジェクト{project}に不服の申立て{appeal}はありません。",
    "Project {project} has no appeal {appeal}.", "", "申立ての番号を確かめてください。", "Check the appeal's number."};
const ErrorDef appeal_twice{"project", 455, "appeal_twice", refused, "この決定には、不服の申立て{appeal}があります。",
    "Appeal {appeal} stands against this refusal.", "", "", ""};
const ErrorDef appeal_late{"project", 456, "appeal_late", refused, "不服の申立ては、決定の日{decided}から{days}日以内({last}まで)です。",
    "An appeal is lodged within {days} days of the refusal of {decided}, until {last}.", "jcredit-scheme/rules appeal.days", "計画書を改訂するか、新しい報告書を出してください。", "Revise the plan, or submit a new report."};
const ErrorDef appeal_decided{"project", 457, "appeal_decided", refused, "不服の申立て{appeal}は決定済みです。",
    "Appeal {appeal} is decided.", "", "", ""};
const ErrorDef certification_unknown{"project", 458, "certification_unknown", refused, "認証{certification}はありません。",
    "There is no certification {certification}.", "", "認証の番号を確かめてください。", "Check its number."};
const ErrorDef certification_other{"project", 459, "certification_other", refused, "認証{certification}はプロジェクト{project}のものではありません。",
    "Certification {certification} is not of project {project}.", "", "プロジェクトと認証の番号を確かめてください。", "Check both numbers."};
const ErrorDef obligation_tonnes{"project", 460, "obligation_tonnes", ErrorKind::bad_input, "過大認証の{tonnes} tは、1 t以上、認証{certification}のうちまだ記録のない{left} t以下でなければなりません。",
    "An over-issuance of {tonnes} t: it is 1 t or more, and no more than the {left} t of certification {certification} that are not recorded so yet.", "", "数量を確かめてください。", "Check the amount."};
const ErrorDef obligation_due{"project", 461, "obligation_due", ErrorKind::bad_input, "補填の期日{due}が、手続の日{date}より後ではありません。",
    "The due day {due} does not lie after the day of the act, {date}.", "", "{date}より後の日にしてください。", "Give a later day."};
const ErrorDef obligation_overdue{"project", 462, "obligation_overdue", refused, "補填{obligation}({tonnes} t、期日{due})が履行されていません。新しい認証は行えません。",
    "Obligation {obligation} ({tonnes} t, due on {due}) is overdue: nothing new of this project is certified.", "carboncredits.jp: j-credit committee, 2025-09-04: 誤りの是正", "同じ量のクレジットを取り消し、SettleObligation で記録してください。", "Cancel as many credits and have it recorded."};
const ErrorDef hold_set{"project", 463, "hold_set", refused, "この種類の保留は、既にされています。",
    "A hold of that kind is set already.", "", "", ""};
const ErrorDef hold_missing{"project", 464, "hold_missing", refused, "この種類の保留は、されていません。",
    "No hold of that kind is set.", "", "", ""};
const ErrorDef hold_kind_unknown{"project", 465, "hold_kind_unknown", ErrorKind::bad_input, "保留の種類{kind}はありません。",
    "There is no kind of hold {kind}.", "", "", ""};
const ErrorDef appeal_overtaken{"project", 467, "appeal_overtaken", refused, "不服の申立て{appeal}の後に、この案件は改めて審議され、再び認められていません。この申立てでは認められません。",
    "Since appeal {appeal} was lodged the case came before the committee anew and was refused again: this appeal can no longer be granted.", "", "新しい決定に対して申し立ててください。", "Appeal against the later refusal."};
const ErrorDef report_counts_lost{"project", 468, "report_counts_lost", refused, "報告{report}は、期間{period}の日数が後に除かれた会員{member}を数えたまま提出されています。",
    "Report {report} was submitted before member {member} lost days of its period {period}: it still counts them.", "実施規程（プロジェクト実施者向け）2.2.9",
    "この報告は認証せず、会員を改めた報告を提出してください。", "Refuse this report, and have one submitted that counts the members as they stand."};
const ErrorDef finding_kind_unknown{"project", 466, "finding_kind_unknown", ErrorKind::bad_input, "指摘の種類{kind}はありません。",
    "There is no kind of finding {kind}.", "", "", ""};

}  // namespace sumi::project::errors
