#include "scheme/errors.h"

#include <array>

namespace sumi::scheme::errors {

const ErrorDef store_not_open{"scheme", 1, "store_not_open", ErrorKind::refused, "台帳がまだ開かれていません。", "the ledger is not open yet", "", "sumi init で開きます。", "open it with sumi init"};
const ErrorDef store_already_open{"scheme", 2, "store_already_open", ErrorKind::refused, "台帳は既に開かれています。", "the ledger is open already", "", "", ""};
const ErrorDef text_too_long{"scheme", 3, "text_too_long", ErrorKind::bad_input, "項目 {field} は {limit} バイトまでです({length} バイトあります)。", "{field} takes at most {limit} bytes ({length} given)", "", "短くします。", "shorten it"};
const ErrorDef text_unreadable{"scheme", 4, "text_unreadable", ErrorKind::bad_input, "項目 {field} に制御文字、改行又は不正なUTF-8が含まれています。", "{field} holds control characters, a line break or broken UTF-8", "", "その文字を除きます。", "take them out"};
const ErrorDef key_reused{"scheme", 5, "key_reused", ErrorKind::refused, "この冪等キーは別の内容の申請(記帳 {entry})で使われています。", "this idempotency key was used for another request (entry {entry})", "",
    "新しいキーで送り直します。", "send it again with a new key"};
const ErrorDef keys_exhausted{"scheme", 6, "keys_exhausted", ErrorKind::busy, "受付中の申請が上限に達しています。", "too many requests are being remembered", "", "時間をおいて送り直します。", "try again later"};
const ErrorDef time_before_now{"scheme", 7, "time_before_now", ErrorKind::refused, "時刻 {time} は台帳の現在時刻 {now} より前です。", "the time {time} is before the ledger's now, {now}", "", "機械の時計を確かめます。",
    "check the machine's clock"};
const ErrorDef business_date_in_future{"scheme", 8, "business_date_in_future", ErrorKind::refused, "行為の日 {date} が受付の日 {today} より後です。", "the act's date {date} is after the day it is received, {today}", "",
    "{today} 以前の日にします。", "give {today} or earlier"};
const ErrorDef acting_organisation_unknown{"scheme", 9, "acting_organisation_unknown", ErrorKind::refused, "申請者の事業者 {organisation} は登録されていません。", "the acting organisation {organisation} is not registered", "", "", ""};
const ErrorDef role_missing{"scheme", 10, "role_missing", ErrorKind::refused, "この操作には {role_ja} の権限が必要です。", "this act needs the role {role}", "", "管理者に権限の付与を求めます。", "ask the administrator to grant it"};
const ErrorDef nothing_due{"scheme", 11, "nothing_due", ErrorKind::refused, "時刻 {time} に処理すべきものはありません。", "nothing is due at {time}", "", "", ""};
const ErrorDef name_empty{"scheme", 12, "name_empty", ErrorKind::bad_input, "名称が空です。", "the name is empty", "", "登記上の名称を書きます。", "give the registered legal name"};
const ErrorDef corporate_number_invalid{"scheme", 13, "corporate_number_invalid", ErrorKind::bad_input, "法人番号 {number} が正しくありません。", "the corporate number {number} is not valid", "法人番号の指定等に関する省令 (平成26年財務省令第70号) 第2条",
    "国税庁の法人番号公表サイトで確かめます。", "check it at the National Tax Agency's site"};
// 14, corporate_number_taken, is used no more: a number that another organisation has is a finding.
const ErrorDef organisation_unknown{"scheme", 15, "organisation_unknown", ErrorKind::refused, "事業者 {organisation} は登録されていません。", "organisation {organisation} is not registered", "", "先に事業者を登録します。", "register it first"};
const ErrorDef name_date_before_last{"scheme", 16, "name_date_before_last", ErrorKind::refused, "名称の変更日 {date} は直前の変更日 {last} より後でなければなりません。", "a new name must begin after {last}, not on {date}", "", "", ""};
const ErrorDef role_unknown{"scheme", 17, "role_unknown", ErrorKind::bad_input, "権限の番号 {role} は定められていません。", "there is no role with the number {role}", "", "", ""};
const ErrorDef person_missing{"scheme", 18, "person_missing", ErrorKind::bad_input, "権限を付与する人が示されていません。", "the grant names no person", "", "付与を受ける人を示します。", "name the person"};
const ErrorDef grant_exists{"scheme", 19, "grant_exists", ErrorKind::refused, "その権限は付与済みです。", "that role is granted already", "", "", ""};
const ErrorDef grant_missing{"scheme", 20, "grant_missing", ErrorKind::refused, "その権限は付与されていません。", "that role is not granted", "", "", ""};
const ErrorDef last_administrator{"scheme", 21, "last_administrator", ErrorKind::refused, "最後の管理者の権限は取り消せません。", "the last administrator cannot be revoked", "", "先に別の管理者を定めます。", "grant another administrator first"};
const ErrorDef adoption_exists{"scheme", 22, "adoption_exists", ErrorKind::refused, "規則 {family} の版 {edition} は採用済みです。", "edition {edition} of {family} is adopted already", "", "", ""};
const ErrorDef adoption_empty{"scheme", 23, "adoption_empty", ErrorKind::bad_input, "規則の名称・版・ハッシュのいずれかが空です。", "family, edition or hash of the pack is empty", "", "", ""};
const ErrorDef authority_wrong{"scheme", 24, "authority_wrong", ErrorKind::refused, "規則 {family} を採用できるのは、最初に採用した事業者 {authority} だけです。", "{family} belongs to the authority that adopted it first, organisation {authority}", "", "その事業者として採用します。", "adopt it on behalf of that organisation"};
const ErrorDef adoption_in_future{"scheme", 25, "adoption_in_future", ErrorKind::refused, "発効日 {date} は採用の日 {today} より後です。規則は発効した日から採用できます。", "the edition takes effect on {date}, after {today}; a pack is adopted on the day it takes effect or later", "",
    "発効日以降に採用します。", "adopt it on that day"};
const ErrorDef manifest_wrong{"scheme", 26, "manifest_wrong", ErrorKind::refused, "規則集の目録のハッシュが、採用後の規則集と一致しません(正しくは {expected})。", "the manifest is not the hash of the packs in force after this adoption, which is {expected}", "", "", ""};
const ErrorDef key_exists{"scheme", 27, "key_exists", ErrorKind::refused, "その公開鍵は登録済みです。", "that public key is registered already", "", "", ""};
const ErrorDef store_kind_unknown{"scheme", 28, "store_kind_unknown", ErrorKind::bad_input, "台帳の種類は production、demo、training のいずれかです。", "a store is of kind production, demo or training", "", "", ""};
const ErrorDef committee_ground_unknown{"scheme", 29, "committee_ground_unknown", ErrorKind::bad_input, "認めない理由 {ground} は定められていません。公開され消せない項目のため、決められた語で書きます。", "{ground} is no ground that the rulebook names; it is public for ever, so it is a key and not free words", "",
    "使える理由: {known}", "use one of: {known}"};
const ErrorDef issue_incomplete{"scheme", 30, "issue_incomplete", ErrorKind::refused, "認証 {certification} の発行は、すべての明細を一度に行います。", "all lines of certification {certification} are issued in one act", "", "残りの明細も同じ組に入れます。",
    "put the other lines into the same group"};
const ErrorDef group_size{"scheme", 31, "group_size", ErrorKind::bad_input, "一つの組は1件以上 {limit} 件までです。", "a group holds 1 to {limit} commands", "", "", ""};
const ErrorDef snapshot_unreadable{"scheme", 32, "snapshot_unreadable", ErrorKind::damaged, "状態の写しを読めません: {reason}", "the snapshot of the state cannot be read: {reason}", "", "写しを捨てて、台帳から作り直します。",
    "drop the snapshot; it is rebuilt from the journal"};
const ErrorDef opening_closed{"scheme", 70, "opening_closed", ErrorKind::refused, "移行は {date} に完了しています。", "the opening was closed on {date}", "", "通常の手続で登録します。", "register it the ordinary way"};
const ErrorDef opening_too_late{"scheme", 71, "opening_too_late", ErrorKind::refused, "この台帳では独自のプロジェクト(番号 {project})が始まっています。移行は最初に行います。", "this ledger has a project of its own already ({project}); a registry is brought in first", "",
    "新しい台帳に移行します。", "bring it into a new store"};
const ErrorDef opened_project_exists{"scheme", 72, "opened_project_exists", ErrorKind::refused, "{list} の {number} はプロジェクト {project} として移行済みです。", "{number} of {list} was brought in as project {project}", "", "", ""};
const ErrorDef opened_certification_exists{"scheme", 73, "opened_certification_exists", ErrorKind::refused, "プロジェクト {project} の認証 {number} は移行済みです。", "certification {number} of project {project} was brought in already", "", "", ""};
const ErrorDef opened_line_unknown{"scheme", 74, "opened_line_unknown", ErrorKind::refused, "認証 {certification} に {line} の行はありません。", "certification {certification} has no line {line}", "", "方法論、年度、制度記号、種別を認証に合わせます。", "make methodology, vintage, programme code and credit type those of the certification"};
const ErrorDef opened_line_exceeded{"scheme", 75, "opened_line_exceeded", ErrorKind::refused, "認証 {certification} の {line} は {certified} t-CO2 ですが、移行するクレジットは合計 {opened} t-CO2 になります。", "line {line} of certification {certification} is {certified} t, but {opened} t would be opened", "", "認証量かブロックを確かめます。", "check the certified amount or the blocks"};
const ErrorDef opened_serials_twice{"scheme", 76, "opened_serials_twice", ErrorKind::refused, "認証 {certification} のシリアル番号 {range} はロット {batch} と重なります。", "serials {range} of certification {certification} overlap those of batch {batch}", "", "", ""};
const ErrorDef control_unknown{"scheme", 77, "control_unknown", ErrorKind::bad_input, "照合の項目 {name} は定められていません。", "{name} is no control total", "", "使える項目: {known}", "use: {known}"};
const ErrorDef control_missing{"scheme", 78, "control_missing", ErrorKind::bad_input, "照合の合計 {name} がないか、二つあります。", "the control total {name} is missing, or given twice", "", "すべての項目を一つずつ書きます。", "give each of them once"};
const ErrorDef control_differs{"scheme", 79, "control_differs", ErrorKind::refused, "照合の合計 {name} は {given} ですが、台帳は {state} です(差 {difference})。", "the control total {name} is {given}, the ledger has {state} (difference {difference})", "", "受け付けなかった行を直して移行し直します。", "mend the rows that were refused, and bring them in"};

// The scheme's work, 40-59.
const ErrorDef member_not_of_committee{"scheme", 40, "member_not_of_committee", ErrorKind::refused, "出席者 {person} は、認証委員会の委員の権限を持っていません。", "{person}, who is named as present, does not hold the role of the committee", "", "委員に権限を付与してから開きます。", "grant the role first"};
const ErrorDef correction_entry_missing{"scheme", 41, "correction_entry_missing", ErrorKind::bad_input, "訂正する記帳の番号がありません。", "the entry that was wrong is not named", "", "記帳の番号を書きます。", "name the entry"};
const ErrorDef correction_field{"scheme", 42, "correction_field", ErrorKind::refused, "項目 {field} は誤記の訂正の対象ではありません。数値は訂正できません。", "{field} is not mended by a clerical correction; no figure is", "", "プロジェクトの title、place、事業者の name_kana だけを訂正できます。", "a project's title or place, or an organisation's name_kana"};
const ErrorDef correction_wrong{"scheme", 43, "correction_wrong", ErrorKind::refused, "項目 {field} の今の内容は「{stands}」で、「{wrong}」ではありません。", "{field} reads \"{stands}\", not \"{wrong}\"", "", "今の内容を wrong に書きます。", "give what stands as the wrong text"};
const ErrorDef correction_empty{"scheme", 44, "correction_empty", ErrorKind::bad_input, "訂正後の内容が空か、今の内容と同じです。", "the corrected text is empty, or the same as what stands", "", "正しい内容を書きます。", "give the right text"};
const ErrorDef correction_ground{"scheme", 45, "correction_ground", ErrorKind::bad_input, "訂正の理由がありません。", "the correction gives no ground", "", "理由を書きます。", "give the ground"};
const ErrorDef document_hash_missing{"scheme", 46, "document_hash_missing", ErrorKind::bad_input, "根拠の文書のハッシュ値がありません。", "the hash of the document on which it rests is missing", "", "文書のSHA-256を付けます。", "give the SHA-256 of the document"};
const ErrorDef succession_same{"scheme", 47, "succession_same", ErrorKind::bad_input, "承継者が、承継される事業者と同じです。", "the successor is the same organisation", "", "承継者の番号を確かめます。", "check the successor"};
const ErrorDef succession_kind_unknown{"scheme", 48, "succession_kind_unknown", ErrorKind::bad_input, "承継の種類 {kind} はありません。", "there is no kind of succession {kind}", "", "", ""};
const ErrorDef succession_in_future{"scheme", 49, "succession_in_future", ErrorKind::bad_input, "承継の日 {on} が、手続の日 {date} より後です。", "the succession of {on} lies after the day of the act, {date}", "", "{date} 以前の日にします。", "give {date} or earlier"};
const ErrorDef succession_twice{"scheme", 50, "succession_twice", ErrorKind::refused, "事業者 {organisation} から {successor} への承継は記録済みです。", "the succession of {organisation} by {successor} is recorded already", "", "", ""};
const ErrorDef obligation_unknown{"scheme", 51, "obligation_unknown", ErrorKind::refused, "補填 {obligation} はありません。", "there is no obligation {obligation}", "", "補填の番号を確かめます。", "check its number"};
const ErrorDef obligation_settled{"scheme", 52, "obligation_settled", ErrorKind::refused, "補填 {obligation} は履行済みです。", "obligation {obligation} is settled", "", "", ""};
const ErrorDef cancellation_missing{"scheme", 53, "cancellation_missing", ErrorKind::refused, "申請 {retirement} は、確定したクレジットの取消ではありません。", "{retirement} is no confirmed cancellation of credits", "carboncredits.jp: j-credit committee, 2025-09-04", "取消を申請し、確定してから記録します。", "have a cancellation requested and confirmed first"};
const ErrorDef cancellation_purpose{"scheme", 54, "cancellation_purpose", ErrorKind::refused, "取消 {retirement} の用途は {purpose} です。この補填には {needed} が必要です。", "cancellation {retirement} was made for {purpose}; this obligation needs {needed}", "", "用途 {needed} の取消を用います。", "use a cancellation for {needed}"};
const ErrorDef cancellation_too_small{"scheme", 55, "cancellation_too_small", ErrorKind::refused, "取消 {retirement} のうち、他の補填に用いていないのは {left} t で、{tonnes} t に足りません。", "of cancellation {retirement} {left} t serve no other obligation: less than the {tonnes} t", "", "足りる量の取消を用います。", "use a cancellation of enough tonnes"};
const ErrorDef cancellation_before{"scheme", 56, "cancellation_before", ErrorKind::refused, "取消 {retirement} は {date} で、補填の義務が記録された {since} より前です。", "cancellation {retirement} of {date} lies before the obligation was recorded, on {since}", "", "義務が記録された後の取消を用います。", "use a cancellation of that day or later"};

// A methodology's life, 60-69.
const ErrorDef methodology_title_missing{"scheme", 60, "methodology_title_missing", ErrorKind::bad_input, "方法論の名称(和文と英文)が書かれていません。", "the methodology's title is missing, in Japanese or in English", "", "両方を書きます。", "give both"};
const ErrorDef proposal_document_missing{"scheme", 61, "proposal_document_missing", ErrorKind::bad_input, "{what} のハッシュ値がありません。", "the hash of {what} is missing", "", "文書又は規則パックのSHA-256を付けます。", "give the SHA-256 of the document, or of the rule pack"};
const ErrorDef methodology_number{"scheme", 62, "methodology_number", ErrorKind::refused, "方法論の番号「{number}」は使えません({reason_ja})。", "the number \"{number}\" does not do: {reason}", "", "番号を確かめます。", "check the number"};
const ErrorDef methodology_abolished{"scheme", 63, "methodology_abolished", ErrorKind::refused, "方法論 {number} は {from} に廃止されました。登録済みのプロジェクトは使い続けられます。", "methodology {number} is abolished from {from}; projects that are registered keep it", "", "統合先などの別の方法論を使います。", "use another methodology, such as the one it was merged into"};
const ErrorDef proposal_unknown{"scheme", 64, "proposal_unknown", ErrorKind::refused, "方法論の提案 {proposal} はありません。", "there is no proposal {proposal} of a methodology", "", "提案の番号を確かめます。", "check its number"};
const ErrorDef proposal_stage{"scheme", 65, "proposal_stage", ErrorKind::refused, "方法論の提案 {proposal} は「{stage_ja}」の段階です。この手続は「{needed_ja}」の段階で行います。", "proposal {proposal} is {stage}; this step needs it {needed}", "", "前の手続を先に行います。", "take the steps before it first"};
const ErrorDef comment_period{"scheme", 66, "comment_period", ErrorKind::refused, "意見募集の期間 {period} は{reason_ja}。", "the comment period {period}: {reason}", "", "期間の日付を確かめます。", "check its days"};
const ErrorDef methodology_not_approved{"scheme", 67, "methodology_not_approved", ErrorKind::refused, "方法論 {number} の規則パック {pack} は、委員会が認めたもの({approved})ではありません。", "pack {pack} of {number} is not what the committee approved ({approved})", "", "認められたパックを採用するか、改定を提案します。", "adopt the approved pack, or propose a revision"};
const ErrorDef abolition_in_past{"scheme", 68, "abolition_in_past", ErrorKind::refused, "廃止の日 {from} が、手続の日 {today} より前です。", "the abolition of {from} lies before the day of the act, {today}", "", "{today} 以後の日にします。", "give {today} or a later day"};

const ErrorDef epoch_number{"scheme", 95, "epoch_number", ErrorKind::refused, "期 {epoch} は続きません(次は {expected})。", "epoch {epoch} does not follow, the next is {expected}", "", "sumi restore に任せます。", "leave it to sumi restore"};
const ErrorDef epoch_sizes{"scheme", 96, "epoch_sizes", ErrorKind::refused, "新しい期は、残す {kept} 件より多い {abandoned} 件の木を捨てません。", "a new epoch keeps {kept} entries and abandons a tree of {abandoned}: nothing would be abandoned", "", "sumi restore に任せます。", "leave it to sumi restore"};

const ErrorDef command_replaced{"scheme", 97, "command_replaced", ErrorKind::refused, "{name} の申請は受け付けていません。過去の記帳は残り、読むことができます。",
    "{name} is not taken any more; what was entered by it stays, and is read", "", "代わりに {use} を使います。", "use {use}"};
const ErrorDef delegation_supporter{"scheme", 98, "delegation_supporter", ErrorKind::refused, "支援機関の役割は、事務局が支援機関の人として登録した人にだけ委任できます。",
    "a supporter's role is delegated only to a person whom the secretariat has granted it for a support body", "", "事務局に役割「支援機関」の付与を依頼します。", "ask the secretariat to grant the role of a support body"};

const ErrorDef delegation_role{"scheme", 80, "delegation_role", ErrorKind::refused, "役割「{role_ja}」は委任できません。",
    "the role {role} cannot be delegated", "", "", ""};
const ErrorDef delegation_days{"scheme", 81, "delegation_days", ErrorKind::bad_input, "委任の期間 {from} から {until} が正しくありません({limit} 日まで)。",
    "a delegation cannot last from {from} to {until} (at most {limit} days)", "", "終わりの日を始まりの日と今日以降にします。", "the last day is neither before the first nor before today"};
const ErrorDef delegation_self{"scheme", 82, "delegation_self", ErrorKind::refused, "自分自身には委任できません。",
    "nobody delegates to themselves", "", "", ""};
const ErrorDef delegation_not_held{"scheme", 83, "delegation_not_held", ErrorKind::refused, "役割「{role_ja}」を事業者 {organisation} について自ら持つ人だけが委任できます。",
    "only who holds the role {role} for organisation {organisation} delegates it", "", "権限を持つ人が委任します。", "let a person with the role delegate it"};
const ErrorDef delegation_unknown{"scheme", 84, "delegation_unknown", ErrorKind::refused, "委任 {delegation} はありません。",
    "there is no delegation {delegation}", "", "", ""};
const ErrorDef delegation_ended{"scheme", 85, "delegation_ended", ErrorKind::refused, "委任 {delegation} は既に終わっています。",
    "delegation {delegation} has ended", "", "", ""};
const ErrorDef log_key_known{"scheme", 86, "log_key_known", ErrorKind::refused, "この鍵は既に台帳の鍵として使われました。",
    "this key has been the log's already", "", "新しい鍵を作ります。", "make a new key"};
const ErrorDef rekey_version{"scheme", 87, "rekey_version", ErrorKind::refused, "照合鍵の版は {expected} です({version} ではありません)。",
    "the next version of the keys is {expected}, not {version}", "", "", ""};
const ErrorDef rekey_key{"scheme", 88, "rekey_key", ErrorKind::refused, "照合鍵 {key} は使われていないか、既に更新されています。",
    "the key {key} compares nothing, or was made anew already", "", "", ""};
const ErrorDef rekey_incomplete{"scheme", 89, "rekey_incomplete", ErrorKind::refused, "更新されていない照合鍵が {count} あります。",
    "{count} keys were not made anew", "", "すべての鍵を一つの申請で更新します。", "renew all keys in one group"};
const ErrorDef erasure_twice{"scheme", 90, "erasure_twice", ErrorKind::refused, "この値は既に消去されています。",
    "this value was erased already", "", "", ""};
const ErrorDef erasure_empty{"scheme", 91, "erasure_empty", ErrorKind::bad_input, "消去する値が指定されていません。",
    "no value to erase is named", "", "封印のハッシュを書きます。", "name its commitment"};

std::span<const ErrorDef* const> list() {
  static constexpr std::array all{&store_not_open, &store_already_open, &text_too_long, &text_unreadable, &key_reused, &keys_exhausted, &time_before_now, &business_date_in_future,
      &acting_organisation_unknown, &role_missing, &nothing_due, &name_empty, &corporate_number_invalid, &organisation_unknown,
      &name_date_before_last, &role_unknown, &person_missing, &grant_exists, &grant_missing, &last_administrator, &adoption_exists, &adoption_empty, &authority_wrong, &adoption_in_future, &manifest_wrong, &key_exists, &store_kind_unknown, &committee_ground_unknown, &issue_incomplete, &group_size, &snapshot_unreadable, &opening_closed, &opening_too_late,
      &opened_project_exists, &opened_certification_exists, &opened_line_unknown, &opened_line_exceeded, &opened_serials_twice, &control_unknown, &control_missing, &control_differs,
      &member_not_of_committee, &correction_entry_missing, &correction_field, &correction_wrong, &correction_empty, &correction_ground, &document_hash_missing, &succession_same, &succession_kind_unknown, &succession_in_future, &succession_twice, &obligation_unknown, &obligation_settled, &cancellation_missing, &cancellation_purpose, &cancellation_too_small, &cancellation_before,
      &methodology_title_missing, &proposal_document_missing, &methodology_number, &methodology_abolished, &proposal_unknown, &proposal_stage, &comment_period,
      &methodology_not_approved, &abolition_in_past,
      &delegation_role, &delegation_days, &delegation_self, &delegation_not_held, &delegation_unknown, &delegation_ended, &log_key_known, &rekey_version, &rekey_key, &rekey_incomplete, &erasure_twice, &erasure_empty, &epoch_number, &epoch_sizes, &command_replaced, &delegation_supporter};
  return all;
}

}  // namespace sumi::scheme::errors
