#include "cli/errors.h"

#include <array>

namespace sumi::cli::errors {

const ErrorDef usage{"cli", 1, "usage", ErrorKind::bad_input, "{what}", "{what}", "", "sumi --help で使い方を表示します。", "see sumi --help"};
const ErrorDef rulebook_missing{"cli", 2, "rulebook_missing", ErrorKind::bad_input, "規則集のフォルダー {path} がありません。", "there is no rulebook at {path}", "", "--rulebook か SUMI_RULEBOOK で場所を指定します。", "name its place with --rulebook or SUMI_RULEBOOK"};
const ErrorDef store_not_named{"cli", 3, "store_not_named", ErrorKind::bad_input, "台帳の場所が指定されていません。", "no store is named", "", "--store か SUMI_STORE で指定します。", "name it with --store or SUMI_STORE"};
const ErrorDef key_not_named{"cli", 4, "key_not_named", ErrorKind::bad_input, "署名鍵が指定されていません。", "no signing key is named", "", "--signing-key か SUMI_SIGNING_KEY で指定します。鍵は sumi keys new で作ります。", "name it with --signing-key or SUMI_SIGNING_KEY; sumi keys new makes one"};
const ErrorDef checks_failed{"cli", 5, "checks_failed", ErrorKind::damaged, "検査で {count} 件の不一致が見つかりました。", "the check found {count} things that do not hold", "", "控えと比べ、原因を調べます。", "compare with a backup and find the cause"};
const ErrorDef plan_not_eligible{"cli", 6, "plan_not_eligible", ErrorKind::refused, "この計画は登録の要件を満たしていません。", "this plan does not meet the rules of registration", "", "各要件の「改善策」を見ます。", "see the remedy of each rule"};
const ErrorDef file_stands{"cli", 7, "file_stands", ErrorKind::bad_input, "{path} は既にあります。", "{path} is there already", "", "別の名前にするか、先に移します。", "choose another name, or move it first"};
const ErrorDef case_failed{"cli", 8, "case_failed", ErrorKind::refused, "{count} 件のケースが期待どおりではありません。", "{count} cases did not go as expected", "", "", ""};
const ErrorDef option_unknown{"cli", 9, "option_unknown", ErrorKind::bad_input, "「{text}」というオプションはありません。", "there is no option {text}", "", "{near_ja}一覧は {command} --help で表示します。", "{near_en}{command} --help lists them all"};
const ErrorDef command_unknown{"cli", 10, "command_unknown", ErrorKind::bad_input, "「{text}」というコマンドはありません。", "there is no command {text}", "", "{near_ja}使えるコマンド: {known}", "{near_en}commands: {known}"};
const ErrorDef command_missing{"cli", 11, "command_missing", ErrorKind::bad_input, "「{command}」の後のコマンドがありません。", "a command is missing behind {command}", "", "使えるコマンド: {known}。説明は {command} --help で表示します。", "commands: {known}; {command} --help explains them"};
const ErrorDef argument_missing{"cli", 12, "argument_missing", ErrorKind::bad_input, "「{name}」が指定されていません。", "{name} is missing", "", "例: {example}", "example: {example}"};
const ErrorDef argument_extra{"cli", 13, "argument_extra", ErrorKind::bad_input, "「{text}」は余分です。", "{text} is one word too many", "", "空白を含む語は引用符で囲みます。例: {example}", "quote a word that holds blanks; example: {example}"};
const ErrorDef argument_value{"cli", 14, "argument_value", ErrorKind::bad_input, "「{name}」に「{text}」は使えません。", "{name} does not take {text}", "", "使える値: {known}", "it takes: {known}"};
const ErrorDef number_syntax{"cli", 15, "number_syntax", ErrorKind::bad_input, "「{text}」は番号や件数として読めません。", "\"{text}\" is not a number or a count", "", "1以上の整数を数字だけで書きます。", "write a whole number from 1 on, in digits"};
const ErrorDef login_syntax{"cli", 16, "login_syntax", ErrorKind::bad_input, "「{text}」は利用者名に使えません。", "\"{text}\" cannot be a login", "", "英数字と . _ - で{limit}文字までの名前にします。", "use up to {limit} letters, digits, '.', '_' and '-'"};
const ErrorDef methodology_unknown{"cli", 17, "methodology_unknown", ErrorKind::bad_input, "方法論 {text} はありません。", "there is no methodology {text}", "", "計算式のある方法論: {known}。すべての一覧は sumi rules show jcredit-methodologies/methodologies で表示します。",
    "methodologies with formulas: {known}; sumi rules show jcredit-methodologies/methodologies lists all"};
const ErrorDef entry_past_end{"cli", 18, "entry_past_end", ErrorKind::bad_input, "記帳 {entry} はまだありません(最後は {last})。", "there is no entry {entry} yet, the last is {last}", "", "{last} 以下の番号を指定します。", "name an entry up to {last}"};
const ErrorDef plan_not_supported{"cli", 20, "plan_not_supported", ErrorKind::refused, "この計画は支援の条件を満たしていません。", "this plan does not meet the conditions of the support", "", "各条件の「改善策」を見ます。", "see the remedy of each condition"};
const ErrorDef nothing_asked{"cli", 19, "nothing_asked", ErrorKind::bad_input, "申請の内容が空です。", "nothing is asked for", "", "シナリオ言語の行を引用符で囲んで書きます。例: sumi --store demo do 'transfer 6 7 10'",
    "write a line of the scenario language in quotation marks, as in: sumi --store demo do 'transfer 6 7 10'"};
const ErrorDef pack_not_found{"cli", 21, "pack_not_found", ErrorKind::bad_input, "「{text}」はパックのフォルダーでも、規則集にある規則の名前でもありません。", "{text} is neither a folder of a pack nor a family of the rulebook", "", "使える規則: {known}", "families: {known}"};

const ErrorDef seed_unreadable{"cli", 22, "seed_unreadable", ErrorKind::bad_input, "{path} に種がありません。", "{path} holds no seed", "", "sumi project sample fix が書いたファイルを指定します。", "give the file that `sumi project sample fix` wrote"};
const ErrorDef sample_differs{"cli", 23, "sample_differs", ErrorKind::refused, "名簿 {list} の標本は、種と名簿から抽出し直したものと違います。", "the sample of list {list} is not the one that seed and list give", "", "公表された種かを確かめ、sumi check で台帳を確かめます。", "see that it is the seed that was published, and run sumi check"};
const ErrorDef methodology_no_formulas{"cli", 24, "methodology_no_formulas", ErrorKind::bad_input, "方法論 {text} は一覧にありますが、算定式は未収録です。", "methodology {text} is listed, its formulas are not yet available", "",
    "算定式のある方法論: {known}。一覧にある内容は sumi rules explain {text} で見ます。", "methodologies with formulas: {known}; sumi rules explain {text} shows what the list says of it"};
const ErrorDef for_missing{"cli", 25, "for_missing", ErrorKind::bad_input, "どの事業者として行うか(--for 番号)が指定されていません。", "whom this is done for (--for NUMBER) is not given", "",
    "例: {example}。番号は sumi --store 台帳 organisations で調べます。", "as in: {example}; sumi --store STORE organisations lists the numbers"};

// Over a server, 26-30.
const ErrorDef server_local_only{"cli", 26, "server_local_only", ErrorKind::bad_input, "「{command}」は台帳のある機械で行うもので、--server では使えません。", "{command} works where the store is, not with --server", "",
    "{why_ja}台帳のある機械では --store で指定します。", "{why_en}On the machine of the store, name it by --store."};
const ErrorDef server_and_store{"cli", 27, "server_and_store", ErrorKind::bad_input, "台帳(--store, SUMI_STORE)とサーバー(--server, SUMI_SERVER)の両方が指定されています。", "both a store (--store, SUMI_STORE) and a server (--server, SUMI_SERVER) are named", "",
    "どちらか一方にします。", "name one of them"};
const ErrorDef server_as{"cli", 28, "server_as", ErrorKind::bad_input, "サーバーではトークンの持ち主として行うため、利用者と時刻は指定できません(--as、シナリオの as, person, at)。", "over a server one acts as the token's owner, at the server's time: --as, and as, person and at of a scenario, are not taken", "",
    "事業者は --for で選びます。別の利用者としては、その人のトークンを使います。", "choose the organisation by --for; to act as somebody else, use that person's token"};
const ErrorDef server_state{"cli", 29, "server_state", ErrorKind::bad_input, "台帳の状態を直接見る行(show, expect と欄)は --server では使えません。", "a line that looks at the state itself (show, expect with a row) is not taken with --server", "",
    "sumi holdings, sumi project list などの読み取りを使います。", "read it by sumi holdings, sumi project list and the like"};
const ErrorDef server_group{"cli", 30, "server_group", ErrorKind::bad_input, "書類(計画書、モニタリングデータ、名簿)から作る申請は、--server では group の中に置けません。", "what is made of a document (a plan, monitoring data, a list) cannot stand in a group with --server", "",
    "一行ずつ送ります。", "send it on a line of its own"};
const ErrorDef four_eyes_possible{"cli", 31, "four_eyes_possible", ErrorKind::refused, "利用者 {login} の認証アプリは、二人の管理者が画面で再設定できます。", "the authenticator of {login} can be replaced by two administrators on the page", "",
    "一人の管理者が「管理 > 人」で再設定を依頼し、もう一人が承認します。", "one administrator asks for it under Administration > People, another approves"};
const ErrorDef demo_other_kind{"cli", 32, "demo_other_kind", ErrorKind::bad_input, "台帳 {store} は{kind_ja}の台帳です。{asked} では開けません。", "the store {store} is a {kind} store: {asked} does not open it",
    "", "この台帳を開くには {asked} を外します。デモを試すには、別の場所を --store で指定します。", "to serve this store leave {asked} out; to try the demo name another place by --store"};

std::span<const ErrorDef* const> list() {
  static constexpr std::array all{&usage, &rulebook_missing, &store_not_named, &key_not_named, &checks_failed, &plan_not_eligible, &file_stands, &case_failed, &option_unknown, &command_unknown,
      &command_missing, &argument_missing, &argument_extra, &argument_value, &number_syntax, &login_syntax, &methodology_unknown, &entry_past_end, &nothing_asked, &plan_not_supported, &pack_not_found, &seed_unreadable, &sample_differs,
      &methodology_no_formulas, &for_missing, &server_local_only, &server_and_store, &server_as, &server_state, &server_group, &four_eyes_possible, &demo_other_kind};
  return all;
}

}  // namespace sumi::cli::errors
