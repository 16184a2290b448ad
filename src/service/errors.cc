#include "service/errors.h"

#include <array>

namespace sumi::service::errors {

const ErrorDef ledger_broken{"service", 1, "ledger_broken", ErrorKind::damaged, "台帳への書き込みに失敗したため、受付を止めました: {reason}", "writing to the journal failed, nothing more is accepted: {reason}", "",
    "原因を除いてから開き直し、同じキーで送り直します。", "remove the cause, open the store again and send the request again under the same key"};
const ErrorDef invariant_broken{"service", 2, "invariant_broken", ErrorKind::damaged, "台帳の不変条件が破れたため、受付を止めました: {reason}", "an invariant of the ledger is broken, nothing more is accepted: {reason}", "",
    "sumi check を実行し、結果を添えて報告します。", "run sumi check and report what it says"};
const ErrorDef time_not_allowed{"service", 3, "time_not_allowed", ErrorKind::refused, "本番の台帳では時刻を指定できません。", "a production store takes the time from the clock only", "", "時刻の指定を除きます。", "leave the time out"};
const ErrorDef sealed_field_unknown{"service", 4, "sealed_field_unknown", ErrorKind::bad_input, "封をする項目 {field} はありません。", "there is no sealed field {field}", "", "", ""};
const ErrorDef sealed_too_long{"service", 5, "sealed_too_long", ErrorKind::bad_input, "項目 {field} は {limit} バイトまでです。", "{field} takes at most {limit} bytes", "", "短くします。", "shorten it"};
const ErrorDef sealed_without_text{"service", 6, "sealed_without_text", ErrorKind::bad_input, "封をする項目に、本文ではなくハッシュが渡されました。", "a sealed field was given as a hash instead of its text", "",
    "本文を渡します。", "give the text"};
const ErrorDef entry_unknown_type{"service", 7, "entry_unknown_type", ErrorKind::damaged, "記帳 {entry} の種類 {type} 版 {version} を、このプログラムは知りません。", "entry {entry} has type {type} version {version}, which this program does not know", "",
    "より新しいプログラムで開きます。", "open the store with a newer program"};
const ErrorDef entry_undecodable{"service", 8, "entry_undecodable", ErrorKind::damaged, "記帳 {entry} の中身を読めません: {reason}", "entry {entry} cannot be decoded: {reason}", "", "控えから戻します。", "restore the store from a backup"};
const ErrorDef entry_missing{"service", 9, "entry_missing", ErrorKind::bad_input, "記帳 {entry} はありません(最後は {last})。", "there is no entry {entry}, the last is {last}", "", "", ""};
// 10 was nothing_to_prove: a ledger that is open has its first entry.
const ErrorDef log_key_wrong{"service", 11, "log_key_wrong", ErrorKind::refused, "この署名鍵は台帳のものではありません(台帳の鍵 {expected})。", "this signing key is not the ledger's (whose key is {expected})", "", "sumi init で使った鍵を --signing-key で指定します。",
    "name the key that sumi init used with --signing-key"};
const ErrorDef as_not_allowed{"service", 12, "as_not_allowed", ErrorKind::refused, "本番の台帳では --as を使えません。", "--as works on demo and training stores only", "", "サーバーに自分の資格で接続します。", "speak to a server with your own credentials"};
const ErrorDef document_missing{"service", 13, "document_missing", ErrorKind::refused, "書類 {what} (ハッシュ {hash}) が台帳の根拠資料にありません。", "the document {what} (hash {hash}) is not in the store's evidence", "", "先に書類を登録します。", "hand the document in first"};

// Bringing in a registry. The last seven are remarks: they refuse nothing.
const ErrorDef migrate_value{"service", 20, "migrate_value", ErrorKind::bad_input, "列 {column} の値「{text}」は{what_ja}。", "column {column}: \"{text}\" {what_en}", "", "値を直します。", "mend the value"};
const ErrorDef migrate_column_missing{"service", 21, "migrate_column_missing", ErrorKind::bad_input, "列 {column} がありません。", "there is no column {column}", "", "migrate.toml の列名か、見出し行を直します。", "mend the column's name in migrate.toml, or the header row"};
const ErrorDef migrate_list_unknown{"service", 22, "migrate_list_unknown", ErrorKind::bad_input, "一覧 {list} は migrate.toml の [lists] にありません。", "the list {list} is not named in [lists] of migrate.toml", "", "[lists] に {list} = \"normal\" か \"programme\" を書きます。", "add {list} = \"normal\" or \"programme\" to [lists]"};
const ErrorDef migrate_project_unknown{"service", 23, "migrate_project_unknown", ErrorKind::refused, "{list} の {number} というプロジェクトはありません。", "there is no project {number} of {list}", "", "プロジェクトの一覧と番号を確かめます。", "look at the list of projects"};
const ErrorDef migrate_certification_unknown{"service", 24, "migrate_certification_unknown", ErrorKind::refused, "プロジェクト {number} に認証 {certification} はありません。", "project {number} has no certification {certification}", "", "認証の一覧を確かめます。", "look at the list of certifications"};
const ErrorDef migrate_methodology_unknown{"service", 25, "migrate_methodology_unknown", ErrorKind::refused, "{number} に {methodology} はありません。", "{number} has no {methodology}", "", "方法論と年度を確かめます。", "check methodology and vintage"};
const ErrorDef migrate_row_twice{"service", 26, "migrate_row_twice", ErrorKind::refused, "{what} は {line} 行目と重複するか、食い違います。", "{what} stands already in line {line}, or says something else there", "", "一方を除きます。", "take one of them out"};
const ErrorDef migrate_serials_overlap{"service", 27, "migrate_serials_overlap", ErrorKind::refused, "シリアル番号が {line} 行目と重なります。", "the serials overlap those of line {line}", "", "番号を確かめます。", "check the serials"};
const ErrorDef migrate_line_exceeded{"service", 28, "migrate_line_exceeded", ErrorKind::refused, "認証量 {certified} t-CO2 に対して {opened} t-CO2 になります。", "{certified} t are certified, the blocks come to {opened} t", "", "認証量か番号を確かめます。", "check the certified amount or the serials"};
const ErrorDef migrate_units_elsewhere{"service", 29, "migrate_units_elsewhere", ErrorKind::refused, "シリアル番号 {range} のすべてが {holder} にあるわけではありません。", "not all of the serials {range} are {holder}'s", "", "保有者と番号を確かめます。", "check holder and serials"};
const ErrorDef migrate_balance_differs{"service", 30, "migrate_balance_differs", ErrorKind::refused, "{holder} の残高は {given} t-CO2 とありますが、ブロックと使用から求めると {computed} t-CO2 です。", "the balance of {holder} is given as {given} t, blocks and uses come to {computed} t", "", "ブロック、使用、残高のどれかを直します。", "mend the block, the use or the balance"};
const ErrorDef migrate_control_differs{"service", 31, "migrate_control_differs", ErrorKind::refused, "照合の合計 {name} は {given} ですが、受け付けた行の合計は {computed} です。", "the control total {name} is {given}, the rows that were taken come to {computed}", "", "受け付けなかった行か、合計を直します。", "mend the refused rows, or the total"};
const ErrorDef migrate_not_reconciled{"service", 32, "migrate_not_reconciled", ErrorKind::refused, "受け付けられない行又は合わない合計が {count} 件あるため、何も移行していません。", "{count} rows are refused or sums differ: nothing was entered", "", "下の各行を直して、もう一度実行します。", "mend what stands below, and run it again"};
const ErrorDef migrate_differs{"service", 33, "migrate_differs", ErrorKind::refused, "{number}: {field} が「{first}」と「{second}」で異なります。先の記載によります。", "{number}: {field} is \"{first}\" here and \"{second}\" there; the first stands", "", "", ""};
const ErrorDef migrate_names_of_number{"service", 34, "migrate_names_of_number", ErrorKind::refused, "法人番号 {number} に「{first}」と「{name}」の二つの名称があります。同じ法人とします。", "the corporate number {number} has two names, \"{first}\" and \"{name}\": one organisation", "", "", ""};
const ErrorDef migrate_numbers_of_name{"service", 35, "migrate_numbers_of_name", ErrorKind::refused, "「{name}」に法人番号 {first} と {number} があります。先の番号によります。", "\"{name}\" has the corporate numbers {first} and {number}: the first stands", "", "", ""};
const ErrorDef migrate_cancelled{"service", 36, "migrate_cancelled", ErrorKind::refused, "{number}: 登録の取消しが記されています: {note}", "{number}: a withdrawn registration is noted: {note}", "", "", ""};
const ErrorDef migrate_no_proponent{"service", 37, "migrate_no_proponent", ErrorKind::refused, "{number}: 実施者が個人か、示されていません。台帳には登録しません。", "{number}: the implementer is a natural person or not named; it is not registered", "", "", ""};
const ErrorDef migrate_no_period_end{"service", 38, "migrate_no_period_end", ErrorKind::refused, "{number}: 認証対象期間の終わりが示されていません。", "{number}: the end of the crediting period is not given", "", "", ""};
const ErrorDef migrate_start_before_application{"service", 39, "migrate_start_before_application", ErrorKind::refused, "{number}: 認証対象期間の始まり {start} が登録申請日 {applied} より前です。", "{number}: the crediting period begins on {start}, before the application of {applied}", "", "", ""};
const ErrorDef store_younger{"service", 14, "store_younger", ErrorKind::bad_input, "この台帳は {date} より後に始まりました。", "this store began after {date}", "", "もっと後の日を指定します。", "give a later day"};

// The verifier's package and its return, 40-47.
const ErrorDef package_unreadable{"service", 40, "package_unreadable", ErrorKind::bad_input, "{file} は検証用の一式として読めません: {reason}", "{file} cannot be read as a verifier's package: {reason}", "", "sumi project package で作り直します。", "have it made again by sumi project package"};
const ErrorDef package_altered{"service", 41, "package_altered", ErrorKind::damaged, "一式の中の {name} が、その書かれたハッシュ {hash} と一致しません。", "{name} in the package is not what its hash says, {hash}", "", "一式を受け取り直します。", "ask for the package again"};
const ErrorDef package_incomplete{"service", 42, "package_incomplete", ErrorKind::bad_input, "一式に {what} がありません。", "{what} is missing in the package", "", "sumi project package で作り直します。", "have it made again by sumi project package"};
const ErrorDef figures_unreadable{"service", 43, "figures_unreadable", ErrorKind::bad_input, "審査機関の数値の表の {line} 行目を読めません(列は methodology,vintage,tonnes、トン数は整数)。", "line {line} of the verifier's figures cannot be read (columns methodology,vintage,tonnes; whole tonnes)", "", "列と値を直します。", "mend the columns or the value"};
const ErrorDef return_unreadable{"service", 44, "return_unreadable", ErrorKind::bad_input, "{file} は検証の回答として読めません({line} 行目)。", "{file} cannot be read as a verification's return (line {line})", "", "sumi project recalculate --sign --out で作った文書をそのまま渡します。", "hand in the document as sumi project recalculate wrote it"};
const ErrorDef return_signature{"service", 45, "return_signature", ErrorKind::refused, "回答の署名は、事業者 {organisation} が登録した鍵のものではないか、文書と合いません。", "the return is not signed by a key that organisation {organisation} has registered, or was changed afterwards", "", "その事業者の鍵を RegisterKey で登録するか、署名し直します。", "register the organisation's key, or sign it again"};
const ErrorDef return_of_another{"service", 46, "return_of_another", ErrorKind::refused, "回答の {what} ({given})が、この台帳の報告書({expected})と違います。", "the return's {what} ({given}) is not that of this store's report ({expected})", "", "この台帳から出した一式を再計算した回答を渡します。", "hand in the return of a package that came from this store"};
const ErrorDef report_not_known{"service", 47, "report_not_known", ErrorKind::bad_input, "プロジェクト {project} に報告書 {report} はありません。", "project {project} has no report {report}", "", "番号を確かめます。", "check the numbers"};

const ErrorDef member_secret_missing{"service", 50, "member_secret_missing", ErrorKind::damaged, "会員の照合に使う秘密の値が people.db にありません。", "the secret by which members are compared is missing from people.db", "",
    "people.db を控えから戻します。新しい値では、これまでの会員との重複が見つかりません。", "restore people.db from a backup: with a new secret nobody would match the members that stand"};
const ErrorDef member_number_taken{"service", 51, "member_number_taken", ErrorKind::refused, "会員番号「{member}」の会員がすでにいます。", "there is a member with the number \"{member}\" already", "",
    "入会済みの行を除くか、番号を確かめます。", "take out the rows of members that have joined, or check the number"};
const ErrorDef report_member_unknown{"service", 52, "report_member_unknown", ErrorKind::refused, "会員番号「{member}」の会員は、この台帳に入会していません。", "no member with the number \"{member}\" has been admitted", "",
    "入会を受け付けてから報告するか、行を除きます。", "admit the member first, or take the row out"};
const ErrorDef report_member_excluded{"service", 53, "report_member_excluded", ErrorKind::refused, "会員番号「{member}」は、重複として除かれた会員です。", "the member with the number \"{member}\" is left out as a duplicate", "",
    "名簿からその行を除きます。", "take the row out of the list"};

// Backup and restore, 70-79.
const ErrorDef backup_no_folder{"service", 70, "backup_no_folder", ErrorKind::bad_input, "この台帳はファイルにないため、控えを取れません。", "this ledger is in memory only: there is nothing to back up", "", "ファイルにある台帳で行います。", "use a store on disk"};
const ErrorDef backup_part_left{"service", 71, "backup_part_left", ErrorKind::bad_input, "途中で終わった作業の残り {path} があります。", "{path} is there: what a backup or a restore that was broken off left behind", "", "不要なら {path} を削除してから、やり直します。",
    "remove {path} if nobody needs it, then try again"};
const ErrorDef backup_inside_store{"service", 72, "backup_inside_store", ErrorKind::bad_input, "控えの場所 {path} が台帳の中にあります。", "{path} lies inside of the store", "", "台帳の外、できれば別の装置に取ります。", "name a place outside, on another disk if there is one"};
const ErrorDef backup_unreadable{"service", 73, "backup_unreadable", ErrorKind::bad_input, "{file} は控えの目録として読めません: {reason_ja}", "{file} is not read as the manifest of a backup: {reason_en}", "", "sumi backup が書いたフォルダーを指定します。", "name a folder that sumi backup wrote"};
const ErrorDef backup_altered{"service", 74, "backup_altered", ErrorKind::damaged, "控えの {file} が目録と一致しません。", "{file} of the backup is not what its manifest says", "", "別の控えを使います。", "use another backup"};
const ErrorDef restore_not_whole{"service", 75, "restore_not_whole", ErrorKind::damaged, "控えから戻した台帳に {count} 件の不一致があります。最初のもの: {first}", "the restored store has {count} things that do not hold, the first: {first}", "", "別の控えを使います。", "use another backup"};
const ErrorDef restore_inside_group{"service", 76, "restore_inside_group", ErrorKind::bad_input, "記帳 {entry} は、一体の記帳の途中です。", "entry {entry} lies inside of a group, which is kept whole or not at all", "", "{before} か {last} を指定します。", "name {before} or {last}"};
const ErrorDef restore_drops{"service", 77, "restore_drops", ErrorKind::refused, "{last} より後の {count} 件の記帳を捨てることになります。", "{count} entries after {last} would be dropped", "",
    "公表したチェックポイントがあれば --abandon で示します。新しい期が始まります。だれにも示していなければ --never-published と書きます。", "if a checkpoint beyond it was published name it with --abandon: a new epoch begins; if nobody was ever shown one say --never-published"};
const ErrorDef abandoned_head{"service", 78, "abandoned_head", ErrorKind::refused, "捨てるチェックポイントは使えません: {reason_ja}", "the checkpoint that is to be abandoned does not do: {reason_en}", "", "この台帳が公表した最後のチェックポイントを示します。", "name the last checkpoint that this store published"};
const ErrorDef epoch_not_after_restore{"service", 79, "epoch_not_after_restore", ErrorKind::refused, "新しい期は、控えから戻したときにだけ始まります。", "a new epoch begins with a restore only", "", "sumi restore --until ... --abandon ... を使います。", "use sumi restore --until ... --abandon ..."};

// The bundles of an export.
const ErrorDef bundle_stands{"service", 60, "bundle_stands", ErrorKind::bad_input, "{path} は既にあります。書き出した一式で上書きすることはありません。", "{path} stands already; an export replaces nothing", "",
    "まだないフォルダーの名前を指定します。", "name a folder that does not stand yet"};
const ErrorDef bundle_unreadable{"service", 61, "bundle_unreadable", ErrorKind::bad_input, "一式の {file} を読めません: {reason}", "{file} of the bundle cannot be read: {reason}", "",
    "docs/journal-bundle.md の形式か、より新しいプログラムかを確かめます。", "see docs/journal-bundle.md for the format; a newer program may read it"};
const ErrorDef bundle_incomplete{"service", 62, "bundle_incomplete", ErrorKind::damaged, "一式に {file} がありません。", "the bundle has no {file}", "", "一式を受け取り直します。", "ask for the bundle again"};
const ErrorDef bundle_altered{"service", 63, "bundle_altered", ErrorKind::damaged, "一式の {file} が、そのハッシュと一致しません。", "{file} of the bundle is not what its hash says", "", "一式を受け取り直します。",
    "ask for the bundle again"};
const ErrorDef bundle_root{"service", 64, "bundle_root", ErrorKind::damaged, "一式の記帳 {entries} 件から求めた根 {root} が、署名された根 {signed} と一致しません。", "the {entries} entries of the bundle lead to the root {root}, signed is {signed}", "",
    "一式を受け取り直し、違いが残れば報告します。", "ask for the bundle again; if it stays so, report it"};
const ErrorDef bundle_key{"service", 65, "bundle_key", ErrorKind::damaged, "一式に署名した鍵 {fingerprint} は、{expected} ではありません。", "the bundle is signed by the key {fingerprint}, which is not {expected}", "",
    "別の経路で受け取った指紋と比べます。", "compare with the fingerprint that came another way"};
const ErrorDef bundle_decision{"service", 66, "bundle_decision", ErrorKind::damaged, "記帳 {entry} を一式の規則集で判断し直すと、結果が異なります: {reason}", "entry {entry}, decided again with the packs of the bundle, comes out otherwise: {reason}", "",
    "記帳したときと同じ版のプログラムで確かめ、違いが残れば報告します。", "try the program's version of that time; if it stays so, report it"};

// Many transfers from one list.
const ErrorDef bulk_column_missing{"service", 90, "bulk_column_missing", ErrorKind::bad_input, "列 {name} がありません。", "the column {name} is missing", "", "1行目に from, to と、amount か serials の列名を書きます。", "name the columns from, to, and amount or serials, in the first line"};
const ErrorDef bulk_column_unknown{"service", 91, "bulk_column_unknown", ErrorKind::bad_input, "列 {name} は知られていないか、二つあります。", "the column {name} is not known, or is there twice", "", "使える列: {known}", "columns: {known}"};
const ErrorDef bulk_empty{"service", 92, "bulk_empty", ErrorKind::bad_input, "移転の行がありません。", "there is no line with a transfer", "", "列名の下に、移転を1行ずつ書きます。", "write one transfer a line below the names of the columns"};
const ErrorDef bulk_too_many{"service", 93, "bulk_too_many", ErrorKind::bad_input, "{count} 行あります。一度に全部か無かで記帳できるのは {limit} 行までです。", "there are {count} lines; at most {limit} are entered together, all or none", "",
    "列名の行を付けて {files} つ以上のファイルに分け、順に申請します。", "split the list into {files} or more files, each with the line of column names, and enter them one after the other"};
const ErrorDef bulk_value{"service", 94, "bulk_value", ErrorKind::bad_input, "列 {column} の「{text}」が読めません。", "\"{text}\" in the column {column} cannot be read", "", "例: {example}", "for example: {example}"};
const ErrorDef bulk_expiry_missing{"service", 95, "bulk_expiry_missing", ErrorKind::bad_input, "口座 {account} からの移転は二人目の確認または相手の承諾を待ちますが、期限が指定されていません。", "what leaves account {account} waits for a second person or the transferee, and until when is not given", "",
    "期限の日を指定します(コマンドでは --expires)。", "give the last day (on the command line: --expires)"};

const ErrorDef rotation_size{"service", 80, "rotation_size", ErrorKind::refused, "鍵の更新は {size} エントリの台帳について署名されていますが、台帳には {expected} あります。",
    "the rotation is signed for a journal of {size} entries, there are {expected}", "", "署名し直します。", "sign again"};
const ErrorDef rotation_signature{"service", 81, "rotation_signature", ErrorKind::refused, "鍵の更新に、現在の鍵の署名がありません。",
    "the rotation is not signed by the present key of the log", "", "現在の鍵で署名します。", "sign with the present key"};
const ErrorDef sealed_unknown{"service", 82, "sealed_unknown", ErrorKind::refused, "封印された値 {commitment} はここにありません。",
    "there is no sealed value {commitment} here", "", "封印のハッシュを確かめます。", "check the commitment"};
const ErrorDef sealed_of_another{"service", 83, "sealed_of_another", ErrorKind::refused, "封印された値 {commitment} は他の事業者のものです。",
    "the sealed value {commitment} is another organisation's", "", "事務局に依頼します。", "ask the secretariat"};

const ErrorDef paper_code_syntax{"service", 100, "paper_code_syntax", ErrorKind::bad_input, "「{text}」は通知書や証明書の符号ではありません。",
    "\"{text}\" is no code of a paper", "", "例: sumi-demo/0123456789abcdef0123456789abcdef#120:0123456789abcdef", "for example sumi-demo/0123456789abcdef0123456789abcdef#120:0123456789abcdef"};
const ErrorDef paper_code_foreign{"service", 101, "paper_code_foreign", ErrorKind::refused, "符号 {code} はこの台帳のエントリと一致しません。",
    "the code {code} does not belong to an entry of this ledger", "", "紙の符号とストアを確かめます。", "check the code on the paper, and the store"};
const ErrorDef paper_not_retired{"service", 102, "paper_not_retired", ErrorKind::refused, "申請 {retirement} はまだ実行されていないか、取り下げられています。",
    "retirement request {retirement} was not completed", "", "実行してから通知書を作ります。", "complete it first"};
const ErrorDef paper_no_certificates{"service", 103, "paper_no_certificates", ErrorKind::refused, "無効化 {retirement} は証書に分けられていません。",
    "retirement {retirement} was not divided into certificates", "", "先に DivideRetirement で分けます。", "divide it first (DivideRetirement)"};
const ErrorDef search_empty{"service", 104, "search_empty", ErrorKind::bad_input, "検索の条件がありません。",
    "nothing to search for is given", "", "語、--serial、--project、--user、--purpose、--from、--to のどれかを書きます。", "give words, --serial, --project, --user, --purpose, --from or --to"};
const ErrorDef open_data_stands{"service", 105, "open_data_stands", ErrorKind::bad_input, "{path} に書けないか、既にあります。",
    "{path} stands already or cannot be written", "", "別のフォルダ名を指定します。", "name another folder"};
const ErrorDef open_data_differs{"service", 106, "open_data_differs", ErrorKind::damaged, "公開データの {what} は {files}、台帳では {ledger} です。",
    "the open data say {what} {files}, the ledger {ledger}", "", "「sumi check」で台帳を調べます。", "run sumi check"};
const ErrorDef area_syntax{"service", 107, "area_syntax", ErrorKind::bad_input, "「{text}」は都道府県でも、都道府県と市区町村でもありません。",
    "\"{text}\" is neither a prefecture nor a prefecture and a municipality", "", "例: 新潟県、新潟県佐渡市、東京都墨田区。番地は書きません。", "for example 新潟県, 新潟県佐渡市, 東京都墨田区; no block number"};
const ErrorDef day_in_future{"service", 108, "day_in_future", ErrorKind::bad_input, "{date} はまだ来ていません(今日は {today})。",
    "{date} has not come yet; today is {today}", "", "{today} 以前の日を指定します。", "give {today} or an earlier day"};
const ErrorDef paper_of_another{"service", 109, "paper_of_another", ErrorKind::refused, "口座 {account} の書類を見られるのは、その保有者、監査人、事務局です(無効化の通知書は利用者も)。",
    "papers of account {account} are for its holder, the auditor and the secretariat; a notice also for the user", "", "--as に口座の保有者の人を指定します。", "name a person of the account's holder with --as"};
const ErrorDef search_purpose{"service", 110, "search_purpose", ErrorKind::bad_input, "用途「{purpose}」はありません。",
    "there is no purpose \"{purpose}\"", "", "使えるもの: {known}", "use one of: {known}"};
const ErrorDef erasures_of_another{"service", 111, "erasures_of_another", ErrorKind::refused, "{newer} は別の台帳です({theirs})。控えは {ours} のものです。",
    "{newer} is another ledger ({theirs}); the backup is of {ours}", "", "--erasures-from に、控えを取った台帳のフォルダーを指定します。", "name the store with --erasures-from of which the backup was taken"};

// People who sign in, 120-149.
const ErrorDef sign_in_wrong{"service", 120, "sign_in_wrong", ErrorKind::refused, "利用者名、パスワード、確認コードのいずれかが違います。", "the user name, the password or the code is wrong", "", "入力し直します。忘れたときは「パスワードを忘れた」から設定し直します。", "type them again; if you forgot the password, set a new one by mail"};
const ErrorDef sign_in_wait{"service", 121, "sign_in_wait", ErrorKind::busy, "間違いが続いたため、{seconds}秒後に試せます。", "after several failures the next try is possible in {seconds} s", "NIST SP 800-63B 5.2.2 (2017)", "待ってから入力します。以前に使った端末からは待たずに入れます。", "wait, then try again; a device that you have signed in on before need not wait"};
const ErrorDef sign_in_busy{"service", 122, "sign_in_busy", ErrorKind::busy, "ログインが混み合っています。", "too many people are signing in at this moment", "", "数秒後にもう一度試します。", "try again in a few seconds"};
const ErrorDef session_unknown{"service", 123, "session_unknown", ErrorKind::refused, "ログインしていないか、時間が切れました。", "you are not signed in, or your session is over", "NIST SP 800-63B 4.2.3 (2017)", "ログインします。", "sign in"};
const ErrorDef second_factor_missing{"service", 124, "second_factor_missing", ErrorKind::refused, "この操作には、確認コード(2段階目)が必要です。", "this needs your second factor", "", "認証アプリを登録し、確認コードを入力します。", "set up an authenticator and enter its code"};
const ErrorDef code_wrong{"service", 125, "code_wrong", ErrorKind::refused, "確認コードが違うか、既に使われています。", "the code is wrong or was used already", "RFC 6238 5.2 (2011)", "認証アプリに表示されている次のコードを入力します。", "enter the next code that your authenticator shows"};
const ErrorDef authenticator_missing{"service", 126, "authenticator_missing", ErrorKind::refused, "認証アプリが登録されていません。", "no authenticator is set up", "", "先に認証アプリを登録します。", "set one up first"};
const ErrorDef enrolment_missing{"service", 127, "enrolment_missing", ErrorKind::refused, "認証アプリの登録を始めていません。", "setting up an authenticator was not begun", "", "登録を始め、QRコードを読み取ります。", "begin, and scan the QR code"};
const ErrorDef password_length{"service", 128, "password_length", ErrorKind::bad_input, "パスワードは{least}文字以上、{most}バイト以下にします。", "a password has at least {least} characters and at most {most} bytes", "NIST SP 800-63B 5.1.1.2 (2017)", "長い文を使うと覚えやすくなります。", "a long phrase is easy to remember"};
const ErrorDef password_weak{"service", 129, "password_weak", ErrorKind::bad_input, "このパスワードは推測されやすいものです。", "this password is easy to guess", "NIST SP 800-63B 5.1.1.2 (2017)", "利用者名や氏名を含めず、異なる文字を5つ以上使います。", "leave out your user name and your name, and use at least 5 different characters"};
const ErrorDef link_unknown{"service", 130, "link_unknown", ErrorKind::refused, "このリンクまたはコードは使えません。期限が切れたか、既に使われています。", "this link or code does not serve: it is over, or was used already", "", "新しいものを依頼します。", "ask for a new one"};
const ErrorDef email_syntax{"service", 131, "email_syntax", ErrorKind::bad_input, "「{text}」はメールアドレスではありません。", "\"{text}\" is no e-mail address", "RFC 5321 4.1.2 (2008)", "例: tanaka@example.jp", "for example tanaka@example.jp"};
const ErrorDef login_form{"service", 132, "login_form", ErrorKind::bad_input, "「{text}」は利用者名に使えません。", "\"{text}\" cannot be a user name", "", "英数字と . _ - で{limit}文字までにします。", "use up to {limit} letters, digits, '.', '_' and '-'"};
const ErrorDef scope_unknown{"service", 133, "scope_unknown", ErrorKind::bad_input, "「{scope}」はトークンの範囲ではありません。", "\"{scope}\" is no scope of a token", "", "read、audit(記帳の閲覧)、commands、または命令の名前(例: Transfer)を指定します。", "use read, audit (the journal's entries), commands, or names of commands, for example Transfer"};
const ErrorDef token_form{"service", 134, "token_form", ErrorKind::bad_input, "トークンの{what_ja}が使えません。", "the {what_en} of the token does not do", "", "名前は1〜100バイト、期限は1年以内、一人50個までです。", "a name of 1 to 100 bytes, an end within a year, at most 50 tokens for a person"};
const ErrorDef session_only{"service", 135, "session_only", ErrorKind::refused, "トークンではできない操作です。", "this cannot be done with a token", "", "ブラウザーでログインして行います。", "sign in with a browser"};
const ErrorDef not_here{"service", 136, "not_here", ErrorKind::bad_input, "{what_ja} {number} はありません。", "there is no {what_en} {number}", "", "一覧を読み直します。", "read the list again"};
const ErrorDef scope_missing{"service", 137, "scope_missing", ErrorKind::refused, "このトークンの範囲に「{scope}」がありません。", "the scopes of this token do not include \"{scope}\"", "", "範囲に含めて新しいトークンを作ります。無効化や決定は命令の名前で指定します。", "make a new token that has it; name commands that retire or decide one by one"};
const ErrorDef organisation_of_token{"service", 138, "organisation_of_token", ErrorKind::refused, "このトークンは事業者{organisation}のためのものです。", "this token is for organisation {organisation}", "", "Sumi-Organisation を合わせるか、別のトークンを使います。", "name that organisation in Sumi-Organisation, or use another token"};
const ErrorDef administrator_needed{"service", 139, "administrator_needed", ErrorKind::refused, "{right_ja}の権限が必要です。", "this is for {right_en}", "", "権限のある人に依頼します。", "ask somebody who is"};
const ErrorDef four_eyes_same{"service", 140, "four_eyes_same", ErrorKind::refused, "依頼した人、本人は承認できません。", "neither who asked nor the person themself may do this", "", "別の管理者が行います。", "another administrator does it"};
const ErrorDef lost_request_open{"service", 141, "lost_request_open", ErrorKind::refused, "この人の認証アプリの再設定は、既に承認を待っています。", "replacing this person's authenticator waits for approval already", "", "別の管理者が承認します。", "another administrator approves it"};
const ErrorDef organisation_foreign{"service", 142, "organisation_foreign", ErrorKind::refused, "あなたは事業者{organisation}の役割を持っていません。", "you have no role for organisation {organisation}", "", "役割を持つ事業者を指定します。", "name one for which you have a role"};
const ErrorDef person_name{"service", 143, "person_name", ErrorKind::bad_input, "氏名を{limit}バイト以内で入力します。", "a name of 1 to {limit} bytes is needed", "", "", ""};
const ErrorDef invitation_right{"service", 144, "invitation_right", ErrorKind::refused, "事業者{organisation}に人を招待できるのは、その事業者の役割を持つ人、事務局、管理者です。", "people are invited to organisation {organisation} by who has a role there, the secretariat or the administrator", "", "その人に依頼します。", "ask one of them"};
const ErrorDef invitation_roles{"service", 145, "invitation_roles", ErrorKind::refused, "この役割では招待できません: {roles_ja}", "you cannot offer: {roles}", "", "自分が持つ役割を選ぶか、事務局(管理者と省庁の役割は管理者)に依頼します。", "choose roles that you have, or ask the secretariat (for administrators and ministries: the administrator)"};
const ErrorDef invitation_waits{"service", 146, "invitation_waits", ErrorKind::refused, "この招待は承諾されていないか、既に役割が与えられています。", "this invitation was not accepted yet, or its roles are granted already", "", "一覧を読み直します。", "read the list again"};
const ErrorDef handover_incomplete{"service", 147, "handover_incomplete", ErrorKind::refused, "後任が必要な役割があります: {missing_ja}", "these roles need a successor: {missing}", "", "それぞれの後任を指定します。", "name a successor for each"};
const ErrorDef handover_successor{"service", 148, "handover_successor", ErrorKind::bad_input, "後任の指定が使えません: 事業者{organisation}、{role_ja}", "this successor does not do: organisation {organisation}, {role}", "", "その人が持つ役割に、登録済みの別の人を指定します。", "name another person who is registered, for a role that the leaving person has"};
const ErrorDef demo_only{"service", 149, "demo_only", ErrorKind::refused, "実演用・研修用の台帳でだけできます。", "only on demo and training stores", "", "", ""};

std::span<const ErrorDef* const> list() {
  static constexpr std::array all{&ledger_broken, &invariant_broken, &time_not_allowed, &sealed_field_unknown, &sealed_too_long, &sealed_without_text, &entry_unknown_type, &entry_undecodable, &entry_missing,
      &log_key_wrong, &as_not_allowed, &document_missing,
      &store_younger,
      &migrate_value, &migrate_column_missing, &migrate_list_unknown, &migrate_project_unknown, &migrate_certification_unknown, &migrate_methodology_unknown, &migrate_row_twice, &migrate_serials_overlap, &migrate_line_exceeded, &migrate_units_elsewhere, &migrate_balance_differs, &migrate_control_differs, &migrate_not_reconciled, &migrate_differs, &migrate_names_of_number, &migrate_numbers_of_name, &migrate_cancelled, &migrate_no_proponent, &migrate_no_period_end, &migrate_start_before_application,
      &package_unreadable, &package_altered, &package_incomplete, &figures_unreadable, &return_unreadable, &return_signature, &return_of_another, &report_not_known, &member_secret_missing, &member_number_taken,
      &report_member_unknown, &report_member_excluded, &bundle_stands, &bundle_unreadable, &bundle_incomplete, &bundle_altered, &bundle_root, &bundle_key, &bundle_decision, &paper_code_syntax, &paper_code_foreign, &paper_not_retired, &paper_no_certificates, &search_empty, &open_data_stands, &open_data_differs, &area_syntax, &day_in_future, &paper_of_another, &rotation_size, &rotation_signature, &sealed_unknown, &sealed_of_another,
      &backup_no_folder, &backup_part_left, &backup_inside_store, &backup_unreadable, &backup_altered, &restore_not_whole, &restore_inside_group, &restore_drops, &abandoned_head,
      &epoch_not_after_restore,
      &bulk_column_missing, &bulk_column_unknown, &bulk_empty, &bulk_too_many, &bulk_value, &bulk_expiry_missing,
      &sign_in_wrong, &sign_in_wait, &sign_in_busy, &session_unknown, &second_factor_missing, &code_wrong, &authenticator_missing, &enrolment_missing, &password_length, &password_weak, &link_unknown, &email_syntax, &login_form, &scope_unknown, &token_form, &session_only, &not_here, &scope_missing, &organisation_of_token, &administrator_needed, &four_eyes_same, &lost_request_open, &organisation_foreign, &person_name, &invitation_right, &invitation_roles, &invitation_waits, &handover_incomplete, &handover_successor, &demo_only,
      &search_purpose, &erasures_of_another, &config_range, &config_needed, &config_address, &config_url, &config_url_plain, &config_tls_needed, &config_mail_address, &config_mail_plain, &config_idle_over, &config_file_missing,
      &config_file_unreadable, &config_file_open, &config_folder_missing, &config_key_inside, &events_after_last, &events_type_unknown, &events_too_many,
      &draft_missing, &draft_version_missing, &draft_stale, &evidence_empty,
      &round_of_paper_unknown, &letter_not_decided, &return_of_paper_unknown};
  return all;
}

}  // namespace sumi::service::errors
