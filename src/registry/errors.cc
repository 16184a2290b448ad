#include "registry/errors.h"

#include <array>

namespace sumi::registry::errors {
namespace {
constexpr std::string_view jcm_law =
    "地球温暖化対策の推進に関する法律 第47条-第57条の5, 国際協力排出削減量口座簿の運営等に関する省令 (2025-04-01施行; J-クレジットの約款が手元にないため準用)";
constexpr std::string_view jcredit_accounts = "J-クレジット制度 口座の開設 (japancredit.go.jp application/account)";
constexpr std::string_view jcredit_use = "J-クレジット制度 無効化の手続 (japancredit.go.jp usage)";
}  // namespace

const ErrorDef selection_missing{"registry", 1, "selection_missing", ErrorKind::bad_input, "クレジットの指定が必要です。総量かシリアル番号のどちらか一方で指定してください。",
    "name the units either by amount or by serial ranges, not both and not neither", jcredit_use, "amount か ranges のどちらか一方を書きます。", "give amount or ranges"};
const ErrorDef amount_zero{"registry", 2, "amount_zero", ErrorKind::bad_input, "数量は1以上の整数です。", "the amount must be 1 or more whole units", "", "1 以上にします。", "give 1 or more"};
const ErrorDef range_empty{"registry", 3, "range_empty", ErrorKind::bad_input, "シリアル番号の範囲 {range} に単位がありません。", "the serial range {range} holds no unit", "",
    "始めの番号を終わりの番号以下にします。", "the first serial must not be after the last"};
const ErrorDef ranges_too_many{"registry", 4, "ranges_too_many", ErrorKind::bad_input, "一度に指定できる範囲は {limit} までです({count} あります)。",
    "at most {limit} ranges at once ({count} given)", "", "{fit_ja}申請を分けます。", "{fit}split the request"};
const ErrorDef price_syntax{"registry", 5, "price_syntax", ErrorKind::bad_input, "価格 {price} は円/t-CO2 の正の数ではありません。", "the price {price} is not a positive number of yen per t-CO2", "",
    "例: 5000", "for example 5000"};
const ErrorDef ground_unknown{"registry", 6, "ground_unknown", ErrorKind::bad_input, "拒否の理由 {ground} は定められていません。", "{ground} is no ground of refusal that the rules name", jcm_law,
    "使える理由: {known}", "use one of: {known}"};
const ErrorDef purpose_unknown{"registry", 7, "purpose_unknown", ErrorKind::bad_input, "用途 {purpose} は定められていません。", "{purpose} is no purpose that the rules name", jcredit_use, "使える用途: {known}",
    "use one of: {known}"};
const ErrorDef purpose_not_for_this_use{"registry", 8, "purpose_not_for_this_use", ErrorKind::refused, "用途 {purpose} は{end_use_ja}には使えません。", "the purpose {purpose} is not for {end_use}",
    jcredit_use, "", ""};
const ErrorDef fiscal_year_missing{"registry", 9, "fiscal_year_missing", ErrorKind::bad_input, "用途 {purpose} には、対象とする排出の年度が必要です。",
    "the purpose {purpose} needs the fiscal year of the emissions", "地球温暖化対策の推進に関する法律に基づく報告での利用 (japancredit.go.jp case/law)", "fiscal_year を書きます。", "give fiscal_year"};
const ErrorDef label_kind_unknown{"registry", 10, "label_kind_unknown", ErrorKind::bad_input, "表示の種類の番号 {kind} は定められていません。", "there is no kind of label with the number {kind}", "", "", ""};
const ErrorDef account_unknown{"registry", 11, "account_unknown", ErrorKind::refused, "口座 {account} はありません。", "there is no account {account}", "", "口座番号を確かめます。", "check the account's number"};
const ErrorDef organisation_unknown{"registry", 12, "organisation_unknown", ErrorKind::refused, "事業者 {organisation} は登録されていません。", "organisation {organisation} is not registered", "",
    "先に事業者を登録します。", "register the organisation first"};
const ErrorDef batch_unknown{"registry", 13, "batch_unknown", ErrorKind::refused, "発行単位 {batch} はありません。", "there is no batch {batch}", "", "シリアル番号を確かめます。", "check the serial numbers"};
const ErrorDef retirement_unknown{"registry", 14, "retirement_unknown", ErrorKind::refused, "無効化等の申請 {retirement} はありません。", "there is no retirement request {retirement}", "", "", ""};
const ErrorDef certification_unknown{"registry", 15, "certification_unknown", ErrorKind::refused, "認証 {certification} はありません。", "there is no certification {certification}", "", "", ""};
const ErrorDef certification_line_unknown{"registry", 16, "certification_line_unknown", ErrorKind::refused, "認証 {certification} に明細 {line} はありません。",
    "certification {certification} has no line {line}", "", "", ""};
const ErrorDef not_the_holder{"registry", 17, "not_the_holder", ErrorKind::refused, "口座 {account} の保有者ではありません。振替や無効化は保有者だけが申請できます。",
    "account {account} belongs to another; only the holder applies", jcm_law, "口座の保有者として申請します。", "apply as the account's holder"};
const ErrorDef second_person_needed{"registry", 18, "second_person_needed", ErrorKind::refused, "この口座の無効化は、申請した人とは別の人が確認します。",
    "this account's retirements are confirmed by another person than the one who requested", "", "別の承認者が確認します。", "let another approver confirm"};
const ErrorDef account_not_open{"registry", 19, "account_not_open", ErrorKind::refused, "口座 {account} は開設されていないか、閉鎖されています。", "account {account} is not open", jcredit_accounts,
    "口座の開設の承認を待ちます。", "wait for the account's approval"};
const ErrorDef account_kind_wrong{"registry", 20, "account_kind_wrong", ErrorKind::refused, "口座 {account} は{kind_ja}のため、この操作はできません。", "account {account} is a {kind}, which this act does not allow",
    jcm_law, "保有口座を使います。", "use a holding account"};
const ErrorDef same_account{"registry", 21, "same_account", ErrorKind::refused, "移転元と移転先が同じ口座です。", "the units would move to the account they are in", "", "別の移転先を指定します。",
    "name another account"};
const ErrorDef account_exists{"registry", 22, "account_exists", ErrorKind::refused, "同じ口座が既にあります(口座 {account})。口座は原則一事業者一つ、2023年10月からは意思決定権限のある部署ごとに一つです。",
    "that account stands already as account {account}: one for an entity, or one for a department", jcredit_accounts, "部署名を書きます。", "name the department"};
const ErrorDef account_already_decided{"registry", 23, "account_already_decided", ErrorKind::refused, "口座 {account} の申請は既に処理されています。", "account {account} was decided already", "", "", ""};
const ErrorDef account_not_empty{"registry", 24, "account_not_empty", ErrorKind::refused, "口座 {account} に {amount} t-CO2 が残っています。閉鎖できるのは空の口座だけです。",
    "account {account} still holds {amount} units; only an empty account closes", jcm_law, "残りを他の口座へ移転します。", "transfer the rest to another account"};
const ErrorDef retirement_not_open{"registry", 25, "retirement_not_open", ErrorKind::refused, "申請 {retirement} は{status_ja}のため、変更できません。", "retirement request {retirement} is {status} and can no longer change",
    jcredit_use, "", ""};
const ErrorDef certification_line_issued{"registry", 26, "certification_line_issued", ErrorKind::refused, "認証 {certification} の明細 {line} は発行済みです。",
    "line {line} of certification {certification} was issued already", "", "", ""};
const ErrorDef system_account_missing{"registry", 27, "system_account_missing", ErrorKind::refused, "{end_use_ja}を記録する口座がまだ開設されていません。", "no account is open that records {end_use}", jcm_law,
    "事務局が口座を開設します。", "let the secretariat open it"};
const ErrorDef range_outside_batch{"registry", 28, "range_outside_batch", ErrorKind::refused, "{range} は発行単位 {batch} の番号({serials})の外です。", "{range} lies outside of batch {batch} ({serials})", "",
    "シリアル番号を確かめます。", "check the serial numbers"};
const ErrorDef ranges_overlap{"registry", 29, "ranges_overlap", ErrorKind::bad_input, "指定した範囲 {range} が重なっています。", "the range {range} is named twice", "", "重なりを除きます。", "remove the overlap"};
const ErrorDef units_elsewhere{"registry", 30, "units_elsewhere", ErrorKind::refused, "{range} のすべてが口座 {account} にあるわけではありません。", "not all of {range} is in account {account}", jcm_law,
    "口座の残高を確かめます。", "look at the account's holdings"};
const ErrorDef units_in_escrow{"registry", 31, "units_in_escrow", ErrorKind::refused, "{range} の一部は申請中({reason})で動かせません。", "part of {range} is set aside ({reason})", "",
    "先にその申請を取り下げるか、完了させます。", "withdraw or finish that request first"};
const ErrorDef units_suspended{"registry", 32, "units_suspended", ErrorKind::refused, "{range} の一部は処分の制限を受けています。", "part of {range} is under a restriction of disposal", jcm_law,
    "制限が解かれるのを待ちます。", "wait until the restriction ends"};
const ErrorDef insufficient_units{"registry", 33, "insufficient_units", ErrorKind::refused, "条件に合うクレジットは {available} t-CO2 で、{amount} t-CO2 に足りません。", "{available} units fit, {amount} are asked for", "",
    "数量を {available} 以下にします。", "ask for {available} or fewer"};
const ErrorDef allocation_sum{"registry", 34, "allocation_sum", ErrorKind::refused, "配分の合計 {sum} が認証量 {amount} と一致しません。", "the allocations sum to {sum}, certified are {amount}", "",
    "合計を {amount} にします。", "make them sum to {amount}"};
const ErrorDef unit_kinds_mixed{"registry", 35, "unit_kinds_mixed", ErrorKind::refused, "{range} は他の指定と単位の種類が違います。種類の違う単位は合計できません。",
    "{range} is of another kind of units than the rest; kinds never add", "", "種類ごとに申請を分けます。", "send one request per kind"};
const ErrorDef date_before_units{"registry", 36, "date_before_units", ErrorKind::refused, "行為の日 {date} は、{range} が発行された日 {since} より前です。",
    "the act's date {date} is before {range} was issued, {since}", "", "{since} 以降の日にします。", "give {since} or later"};
const ErrorDef date_before_certification{"registry", 37, "date_before_certification", ErrorKind::refused, "発行の日 {date} は認証の日 {since} より前です。",
    "the issue's date {date} is before the certification's, {since}", "", "{since} 以降の日にします。", "give {since} or later"};
const ErrorDef opened_in_future{"registry", 50, "opened_in_future", ErrorKind::bad_input, "移行する記録の日 {date} が移行の日 {today} より後です。",
    "what is brought in is dated {date}, after the day of the opening, {today}", "", "{today} 以前の日にします。", "give {today} or earlier"};

const ErrorDef account_suspended{"registry", 70, "account_suspended", ErrorKind::refused, "口座 {account} は利用を停止されています(理由: {ground})。出庫はできません。",
    "account {account} is suspended ({ground}); nothing leaves it", jcm_law, "停止が解かれるのを待つか、事務局に問い合わせます。", "wait until the suspension ends, or ask the secretariat"};
const ErrorDef second_person_for_transfer{"registry", 71, "second_person_for_transfer", ErrorKind::refused, "口座 {account} は、{above} t-CO2 を超える移転に二人目の確認を求めています。",
    "account {account} asks for a second person where more than {above} units leave it", "", "OfferTransfer で申し込み、別の人が確認します。", "offer it (OfferTransfer); another person confirms"};
const ErrorDef holder_name_form{"registry", 72, "holder_name_form", ErrorKind::bad_input, "名称「{name}」に法人の種類がありません(略称は使えません)。",
    "the name \"{name}\" lacks its legal form in full", jcredit_accounts, "例: {known}", "for example: {known}"};
const ErrorDef holder_kana{"registry", 73, "holder_kana", ErrorKind::bad_input, "ふりがな「{kana}」はひらがなで書きます。",
    "the reading \"{kana}\" must be in hiragana", jcredit_accounts, "ひらがなに直します: {hiragana}", "write {hiragana}"};
const ErrorDef holder_number{"registry", 74, "holder_number", ErrorKind::refused, "法人番号 {number} は事業者 {organisation} の番号ではありません。",
    "{number} is not the corporate number of organisation {organisation}", jcredit_accounts, "登録された番号を書きます。", "give the registered number"};
const ErrorDef documents_missing{"registry", 75, "documents_missing", ErrorKind::bad_input, "書類が添付されていません。",
    "no document is named", jcm_law, "書類のハッシュを書きます。", "name the documents by their hashes"};
const ErrorDef holder_name_differs{"registry", 76, "holder_name_differs", ErrorKind::refused, "名称「{name}」は登録された名称「{registered}」と異なります。",
    "the name \"{name}\" is not the registered one, \"{registered}\"", jcredit_accounts, "登録された名称を書くか、先に名称変更を届け出ます。", "give the registered name, or have it changed first"};
const ErrorDef control_needs_two{"registry", 77, "control_needs_two", ErrorKind::refused, "二人目の確認を求めるには、口座の担当者か承認者が二人以上必要です({persons} 人です)。",
    "a second person can be asked for only where two persons act for the account; there is {persons}", "", "先に承認者を置くか、一人のままにします。", "appoint an approver first, or leave it at one person"};
const ErrorDef control_loosened{"registry", 78, "control_loosened", ErrorKind::refused, "二人目の確認を緩めることは、担当者一人ではできません。",
    "one person alone cannot loosen the rule of two", "", "制度事務局に届け出ます。", "have the secretariat record it"};
const ErrorDef agent_days{"registry", 79, "agent_days", ErrorKind::bad_input, "代行の期間 {from} から {until} が正しくありません。",
    "an agent cannot act from {from} to {until}", "", "終わりの日を始まりの日と今日以降にします。", "the last day is neither before the first nor before today"};
const ErrorDef agent_scope{"registry", 80, "agent_scope", ErrorKind::bad_input, "代行の範囲がありません。",
    "the agent is given nothing to do", "", "transfers か retires を指定します。", "give transfers or retires"};
const ErrorDef agent_unfit{"registry", 81, "agent_unfit", ErrorKind::refused, "事業者 {agent} は口座 {account} の代行者になれません。代行者は別の事業者で、自らの口座が必要です。",
    "organisation {agent} cannot be the agent of account {account}: it must be another, with an open account of its own", jcredit_accounts, "先に代行者の口座を開設します。", "open an account of the agent first"};
const ErrorDef agent_unknown{"registry", 82, "agent_unknown", ErrorKind::refused, "口座 {account} に代行者 {agent} はいません。",
    "account {account} has no agent {agent}", "", "", ""};
const ErrorDef account_documents_needed{"registry", 83, "account_documents_needed", ErrorKind::refused, "口座 {account} の申請書類が提出されていません。",
    "no documents were filed for account {account}", jcredit_accounts, "先に FileAccountDocuments を提出します。", "file them first (FileAccountDocuments)"};
const ErrorDef succession_missing{"registry", 84, "succession_missing", ErrorKind::refused, "口座 {account} の事業者から口座 {to} の事業者への承継が記録されていません。",
    "no succession from the holder of account {account} to that of account {to} is recorded", jcm_law, "先に承継を記録します。", "record the succession first (RecordSuccession)"};
const ErrorDef account_not_suspended{"registry", 195, "account_not_suspended", ErrorKind::refused, "口座 {account} は利用を停止されていません。",
    "account {account} is not suspended", "", "", ""};
const ErrorDef account_has_open_acts{"registry", 196, "account_has_open_acts", ErrorKind::refused, "口座 {account} に手続中のものがあります({what_ja})。",
    "account {account} has open requests ({what})", "", "先に取り下げるか、終えます。", "withdraw or finish them first"};

constexpr std::string_view jver_buffer = "環境省 (J-VER), バッファー管理口座からのクレジット無効化について, 2017-03-09";
constexpr std::string_view jver_split = "佐賀県, 県有林J-VERの販売が完了しました, 2024-01-09 (認証量とバッファー量; J-クレジットに準用)";
const ErrorDef buffer_terms_missing{"registry", 60, "buffer_terms_missing", ErrorKind::refused,
    "プロジェクト {project} は森林の吸収プロジェクトですが、バッファーの割合が定められていないため発行できません。",
    "project {project} is a forest, and its buffer's rate is not set: nothing of it is issued", jver_split, "先に SetForestTerms で割合と永続性の年数を定めます。",
    "set the rate and the years of permanence first (SetForestTerms)"};
const ErrorDef buffer_amount{"registry", 61, "buffer_amount", ErrorKind::refused,
    "認証 {certification} のバッファーは {expected} t-CO2 です(認証量 {certified} × {rate}、切捨て)。配分では {amount} t-CO2 です。",
    "of certification {certification}, {expected} t belong to the buffer (certified {certified} x {rate}, rounded down), the allocations give it {amount}", jver_split,
    "バッファー管理口座への配分を {expected} にし、残りを保有者へ配分します。", "allocate {expected} to the buffer account and the rest to the holders"};
const ErrorDef reversal_unknown{"registry", 62, "reversal_unknown", ErrorKind::refused, "プロジェクト {project} に消失 {reversal} はありません。",
    "project {project} has no reversal {reversal}", "", "", ""};
const ErrorDef buffer_drawn{"registry", 63, "buffer_drawn", ErrorKind::refused, "プロジェクト {project} の消失 {reversal} の分は、既にバッファーから無効化されています。",
    "the buffer has already covered reversal {reversal} of project {project}", jver_buffer, "", ""};
const ErrorDef buffer_not_asked{"registry", 64, "buffer_not_asked", ErrorKind::refused,
    "プロジェクト {project} の消失 {reversal} はバッファーの対象ではありません(自らの行為による消失は実施者が補填します)。",
    "reversal {reversal} of project {project} is none that the buffer covers: what the proponent did, the proponent compensates", jver_buffer,
    "補填するクレジットを取得し、取消を申請します。", "buy credits and cancel them"};
const ErrorDef buffer_draw_amount{"registry", 65, "buffer_draw_amount", ErrorKind::refused, "指定した範囲は {amount} t-CO2 ですが、バッファーが補うのは {needed} t-CO2 です。",
    "the ranges hold {amount} units, the buffer covers {needed}", jver_buffer, "合計を {needed} にします。", "name {needed} units"};

const ErrorDef serial_grammar_broken{"registry", 190, "serial_grammar_broken", ErrorKind::bad_input, "シリアル番号の書式 {key} が読めません: {pattern} ({what})",
    "the template {pattern} of the serial grammar {key} cannot be read: {what}", "", "規則集の serial-grammars/grammars の pattern を直します。", "mend the pattern in the rulebook's serial-grammars/grammars"};

constexpr std::string_view fiscal_rule = "地球温暖化対策の推進に関する法律に基づく報告での利用 (japancredit.go.jp case/law): 完了した年度、翌年度の6月末までなら前年度も選べる";
constexpr std::string_view ndc_rule = "地球温暖化対策の推進に関する法律 第57条の3 (2025-04-01施行)";
const ErrorDef uses_missing{"registry", 110, "uses_missing", ErrorKind::bad_input, "用途がありません。",
    "no use is named", jcredit_use, "uses に用途を書きます。", "name the uses"};
const ErrorDef uses_too_many{"registry", 111, "uses_too_many", ErrorKind::bad_input, "用途は {limit} までです({count} あります)。",
    "at most {limit} uses ({count} given)", "", "申請を分けます。", "split the request"};
const ErrorDef scopes_mixed{"registry", 112, "scopes_mixed", ErrorKind::refused, "用途 {purpose} の活用範囲 {scope} は、他の用途の活用範囲 {other} と異なります。",
    "the purpose {purpose} is of scope {scope}, another of {other}: one request is of one scope", jcredit_use, "活用範囲ごとに申請を分けます。", "send one request per scope"};
const ErrorDef offset_missing{"registry", 113, "offset_missing", ErrorKind::bad_input, "用途 {purpose} には、何をオフセットするかの記載が必要です。",
    "the purpose {purpose} needs what is offset", jcredit_use, "offset と offset_object を書きます。", "give offset and offset_object"};
const ErrorDef consent_missing{"registry", 114, "consent_missing", ErrorKind::refused, "クレジット利用者 {user} は口座の保有者ではないため、その同意書が必要です。",
    "the user, organisation {user}, is not the holder: its consent is needed", jcredit_use, "consent に同意書のハッシュを書きます。", "give the consent by its hash"};
const ErrorDef fiscal_year_not_served{"registry", 115, "fiscal_year_not_served", ErrorKind::refused, "{date} に完了する無効化は {years} の排出に使えます。{given} には使えません。",
    "a retirement completed on {date} counts for {years}, not for {given}", fiscal_rule, "年度を {years} にします。", "give {years}"};
const ErrorDef place_missing{"registry", 116, "place_missing", ErrorKind::bad_input, "用途 {purpose} には、オフセットの対象となる場所が必要です。",
    "the purpose {purpose} needs the place that is rewarded", jcredit_use, "place に番地までの住所を書きます。", "give place, an address with its block number"};
const ErrorDef place_same{"registry", 117, "place_same", ErrorKind::refused, "対象の場所は、プロジェクト {project} がクレジットを創出した場所と同じです。",
    "the place rewarded is where project {project} created the credits", jcredit_use, "別の場所のクレジットを使います。", "use credits of another place"};
const ErrorDef place_key_version{"registry", 118, "place_key_version", ErrorKind::bad_input, "場所の照合鍵の版 {version} は現在の版 {current} と異なります。",
    "the key of the place is of version {version}, the registry compares version {current}", "", "住所から作り直します。", "make it again from the address"};
const ErrorDef not_authorised_ndc{"registry", 119, "not_authorised_ndc", ErrorKind::refused, "{range} は、国が決定する貢献への利用を両国に承認されていません。",
    "{range} is not authorised for use towards a nationally determined contribution", ndc_rule, "先に承認を記録します。", "record the authorisation first"};
const ErrorDef use_missing{"registry", 120, "use_missing", ErrorKind::refused, "申請 {retirement} には用途の明細がありません。",
    "retirement request {retirement} was made without its uses", "", "ConfirmRetirement で確定します。", "confirm it (ConfirmRetirement)"};
const ErrorDef use_execute{"registry", 121, "use_execute", ErrorKind::refused, "申請 {retirement} には用途の明細があります。",
    "retirement request {retirement} has its uses", "", "ExecuteRetirement で実行します。", "execute it (ExecuteRetirement)"};
const ErrorDef retirement_not_confirmed{"registry", 122, "retirement_not_confirmed", ErrorKind::refused, "申請 {retirement} は{status_ja}です。証書に分けられるのは実行された無効化だけです。",
    "retirement request {retirement} is {status}; only what was retired is divided", "", "", ""};
const ErrorDef parts_empty{"registry", 123, "parts_empty", ErrorKind::bad_input, "証書の枚数とグラム数は 1 以上です。",
    "a part has at least one certificate of at least one gram", "", "", ""};
const ErrorDef parts_kind{"registry", 124, "parts_kind", ErrorKind::refused, "申請 {retirement} の単位は CO2 の重さではありません。",
    "retirement request {retirement} is not of tonnes of CO2", "", "", ""};
const ErrorDef divided_too_much{"registry", 125, "divided_too_much", ErrorKind::refused, "証書の合計 {grams} g は、残り {left} g を超えます。",
    "the certificates sum to {grams} g, {left} g are left", jcredit_use, "{left} g 以下にします。", "give {left} g or less"};
const ErrorDef parts_too_many{"registry", 126, "parts_too_many", ErrorKind::bad_input, "一度に {limit} 種類、{certificates} 枚までです。",
    "at most {limit} parts and {certificates} certificates at once", "", "分けて申請します。", "split the request"};
const ErrorDef site_unknown_project{"registry", 127, "site_unknown_project", ErrorKind::refused, "プロジェクト {project} はないか、申請者のものではありません。",
    "project {project} is not there, or not of who asks", "", "", ""};
const ErrorDef site_empty{"registry", 128, "site_empty", ErrorKind::bad_input, "場所の識別番号と照合鍵が必要です。",
    "a site needs its id and its key", "", "", ""};

const ErrorDef site_stands{"registry", 129, "site_stands", ErrorKind::refused, "この場所は記録済みです。実施者が変えることはできません。",
    "this site is recorded already; its proponent does not change it", "", "住所が変わったときは、事務局に訂正を依頼します。", "ask the secretariat to change it"};

constexpr std::string_view article6 = "経済産業省, カーボン・クレジット・レポート, 2022-06 (パリ協定第6条), UNFCCC agreed electronic format";
const ErrorDef import_programme{"registry", 130, "import_programme", ErrorKind::bad_input, "制度「{programme}」のクレジットは受け入れられません。J-クレジットは認証に基づいて発行します。",
    "units of \"{programme}\" are not imported: J-Credits are issued from certifications", "", "他の制度の名称を書きます。", "name another programme"};
const ErrorDef import_serial_missing{"registry", 131, "import_serial_missing", ErrorKind::bad_input, "元の登録簿のシリアル番号がありません。",
    "the serial number of the other registry is missing", "", "そのままの文字で書きます。", "give it as it is printed there"};
const ErrorDef import_numbers_differ{"registry", 132, "import_numbers_differ", ErrorKind::bad_input, "シリアル番号は {serial} ですが、範囲は {given} です。",
    "the serial says {serial}, the range is {given}", "", "範囲を {serial} にします。", "give {serial}"};
const ErrorDef import_kind{"registry", 133, "import_kind", ErrorKind::bad_input, "単位の種類 {kind} は受け入れられません。",
    "units of kind {kind} are not imported", "", "tco2、kwh、gj のいずれかにします。", "use tco2, kwh or gj"};
const ErrorDef already_imported{"registry", 134, "already_imported", ErrorKind::refused, "シリアル番号 {serial} は、発行単位 {batch} として既に受け入れられています。",
    "{serial} was imported already, as batch {batch}", jcm_law, "二重に受け入れることはできません。", "a unit is never issued twice"};
const ErrorDef expiry_unknown{"registry", 135, "expiry_unknown", ErrorKind::bad_input, "失効の定め {rule} はありません。",
    "{rule} is no expiry that the rules name", "", "使えるもの: {known}", "use one of: {known}"};
const ErrorDef expiry_other_programme{"registry", 136, "expiry_other_programme", ErrorKind::refused, "{range} の制度記号は {code} で、失効の定め {rule} は {expected} についてです。",
    "{range} is of code {code}; the expiry {rule} is for {expected}", "", "", ""};
const ErrorDef expiry_not_yet{"registry", 137, "expiry_not_yet", ErrorKind::refused, "{rule} の期限は {last_day} で、まだ過ぎていません。",
    "the last day of {rule} is {last_day}, which is not over", "", "{last_day} の翌日以降にします。", "wait until {last_day} is over"};
const ErrorDef buffer_not_free{"registry", 138, "buffer_not_free", ErrorKind::refused, "プロジェクト {project} の永続性の期間は {until} までで、まだ終わっていません。",
    "the permanence of project {project} lasts until {until}", jver_buffer, "期間が終わってから返還します。", "release it when the years have passed"};
const ErrorDef buffer_elsewhere{"registry", 139, "buffer_elsewhere", ErrorKind::refused, "{range} のすべてがプロジェクト {project} のバッファーにあるわけではありません。",
    "not all of {range} lies in the buffer for project {project}", jver_buffer, "", ""};
const ErrorDef buffer_reports_missing{"registry", 140, "buffer_reports_missing", ErrorKind::refused, "プロジェクト {project} の永続性の報告が揃っていません({year} 年目)。",
    "the reports on the permanence of project {project} are not complete (year {year})", jver_buffer, "先に報告します。", "report first (ReportPermanence)"};
const ErrorDef expiry_account_missing{"registry", 141, "expiry_account_missing", ErrorKind::refused, "失効口座がまだ開設されていません。",
    "no expiry account is open", "", "事務局が失効口座(expiry)を開設します。", "let the secretariat open one (kind expiry)"};
const ErrorDef import_too_many{"registry", 142, "import_too_many", ErrorKind::bad_input, "一つのブロックは {limit} 単位までです({count} 単位が指定されました)。",
    "a block has at most {limit} units; given were {count}", "", "数量と単位を確かめます。", "check the quantity and its unit"};
const ErrorDef import_kind_differs{"registry", 143, "import_kind_differs", ErrorKind::bad_input, "制度「{programme}」の単位は {expected} で、{given} ではありません。",
    "units of \"{programme}\" count {expected}, not {given}", "", "unit_kind を {expected} にします。", "give unit_kind {expected}"};
const ErrorDef authorisation_purpose{"registry", 150, "authorisation_purpose", ErrorKind::bad_input, "承認の目的がありません。",
    "the authorisation names no purpose", article6, "ndc、international、other のいずれかを指定します。", "give ndc, international or other"};
const ErrorDef country_code{"registry", 151, "country_code", ErrorKind::bad_input, "国の符号「{code}」は ISO 3166 の2文字ではありません。",
    "\"{code}\" is not an ISO 3166 code of two letters", article6, "例: JP", "for example JP"};
const ErrorDef article6_date{"registry", 152, "article6_date", ErrorKind::bad_input, "日付 {date} は {limit} より {side} です。",
    "the date {date} is {side} {limit}", "", "", ""};
const ErrorDef already_authorised{"registry", 153, "already_authorised", ErrorKind::refused, "{range} は承認 {authorisation} で既に承認されています。",
    "{range} is authorised already by authorisation {authorisation}", article6, "先にその承認を撤回します。", "withdraw that authorisation first"};
const ErrorDef authorisation_scheme{"registry", 154, "authorisation_scheme", ErrorKind::bad_input, "国際的な緩和の目的には、制度の名称が必要です。",
    "an authorisation for international mitigation names the scheme", article6, "例: scheme=\"CORSIA\"", "for example scheme=\"CORSIA\""};
const ErrorDef authorisation_unknown{"registry", 155, "authorisation_unknown", ErrorKind::refused, "承認 {authorisation} はありません。",
    "there is no authorisation {authorisation}", "", "", ""};
const ErrorDef authorisation_withdrawn{"registry", 156, "authorisation_withdrawn", ErrorKind::refused, "承認 {authorisation} は {date} に撤回されています。",
    "authorisation {authorisation} was withdrawn on {date}", article6, "", ""};
const ErrorDef first_transfer_stands{"registry", 157, "first_transfer_stands", ErrorKind::refused, "承認 {authorisation} には最初の移転が記録されているため、撤回できません。",
    "authorisation {authorisation} has a first transfer and can no longer be withdrawn", article6, "", ""};
const ErrorDef range_not_authorised{"registry", 158, "range_not_authorised", ErrorKind::refused, "{range} のすべてが承認 {authorisation} の範囲にあるわけではありません。",
    "not all of {range} is under authorisation {authorisation}", article6, "", ""};
const ErrorDef party_not_authorised{"registry", 159, "party_not_authorised", ErrorKind::refused, "承認 {authorisation} は国 {party} を挙げていません。",
    "authorisation {authorisation} does not name {party}", article6, "挙げている国: {known}", "it names: {known}"};
const ErrorDef first_transfer_twice{"registry", 160, "first_transfer_twice", ErrorKind::refused, "{range} には既に最初の移転が記録されています。",
    "a first transfer of {range} is recorded already", article6, "", ""};
const ErrorDef adjustment_status_unknown{"registry", 161, "adjustment_status_unknown", ErrorKind::bad_input, "相当調整の状態の番号 {status} は定められていません。",
    "there is no status of an adjustment with the number {status}", "", "", ""};
const ErrorDef adjustment_year{"registry", 162, "adjustment_year", ErrorKind::bad_input, "年 {year} は 2021 年から行為の年までではありません。",
    "the year {year} is not from 2021 to that of the act", article6, "", ""};
const ErrorDef adjustment_before_transfer{"registry", 163, "adjustment_before_transfer", ErrorKind::refused, "{range} には最初の移転が記録されていないため、相当調整を実施済みにできません。",
    "no first transfer of {range} is recorded, so nothing is adjusted for it", article6, "先に最初の移転を記録します。", "record the first transfer first"};
const ErrorDef adjusted_twice{"registry", 164, "adjusted_twice", ErrorKind::refused, "{range} については、国 {party} の相当調整が既に実施済みです。",
    "{party} has adjusted for {range} already", article6, "", ""};
const ErrorDef adjustment_not_host{"registry", 165, "adjustment_not_host", ErrorKind::refused, "承認 {authorisation} のホスト国は {host} です。{party} は排出量に加える調整を行いません。",
    "the host of authorisation {authorisation} is {host}: {party} adds nothing", article6, "ホスト国の調整とするか、差し引く調整(adds=false)にします。", "let the host add, or record what {party} subtracts (adds=false)"};
const ErrorDef adjustment_by_host{"registry", 166, "adjustment_by_host", ErrorKind::refused, "{party} は承認 {authorisation} のホスト国で、自らが承認した単位を差し引きません。",
    "{party} is the host of authorisation {authorisation}, which adds its units and never subtracts them", article6, "使用国を書くか、加える調整(adds=true)にします。", "name the party that uses the units, or record what the host adds (adds=true)"};

const ErrorDef offer_unknown{"registry", 85, "offer_unknown", ErrorKind::refused, "移転の申込み {offer} はありません。", "there is no offer {offer}", "", "申込みの番号を確かめます。", "check the offer's number"};
const ErrorDef return_unknown{"registry", 86, "return_unknown", ErrorKind::refused, "返還の依頼 {number} はありません。", "there is no request of a return {number}", "", "依頼の番号を確かめます。", "check its number"};
const ErrorDef restriction_unknown{"registry", 87, "restriction_unknown", ErrorKind::refused, "処分の制限・信託の記録 {restriction} はありません。", "there is no restriction or trust {restriction}", "", "記録の番号を確かめます。", "check its number"};
const ErrorDef restriction_kind_unknown{"registry", 88, "restriction_kind_unknown", ErrorKind::bad_input,
    "制限の種類の番号 {kind} は定められていません。クレジットに質権は設定できず、記録できません。", "there is no kind of restriction with the number {kind}; a pledge cannot be created on units, and none is recorded",
    jcm_law, "係争(dispute)、差押え(seizure)、信託(trust)のいずれかにします。", "give dispute, seizure or trust"};
const ErrorDef entry_not_named{"registry", 89, "entry_not_named", ErrorKind::bad_input, "元の記帳の番号がありません。", "the entry that it is about is not named", "", "記帳の番号を書きます。", "name the entry"};
const ErrorDef restriction_paper_missing{"registry", 90, "restriction_paper_missing", ErrorKind::bad_input, "根拠の文書({what})がありません。", "what it rests on is missing: {what}", jcm_law,
    "文書のSHA-256と理由を書きます。", "give the SHA-256 of the paper, and the ground"};
const ErrorDef trust_parties{"registry", 91, "trust_parties", ErrorKind::bad_input, "信託には委託者・受託者・内容が必要で、他の制限にはこれらを書けません。",
    "a trust names its settlor, its trustee and its terms; no other restriction has them", jcm_law, "信託なら settlor、trustee、terms を書き、他では除きます。", "give settlor, trustee and terms of a trust, and of nothing else"};
const ErrorDef offer_expiry_past{"registry", 92, "offer_expiry_past", ErrorKind::bad_input, "申込みの期限 {date} は今日({today})より前です。", "the offer's last day {date} is before today, {today}", "", "{today} 以降の日にします。", "give {today} or later"};
const ErrorDef offer_expiry_far{"registry", 93, "offer_expiry_far", ErrorKind::bad_input, "申込みの期限 {date} は {days} 日より先です。", "the offer's last day {date} is more than {days} days ahead", "", "{last} までの日にします。", "give {last} or earlier"};
const ErrorDef agreed_in_future{"registry", 94, "agreed_in_future", ErrorKind::bad_input, "契約の日 {date} は申請の日({today})より後です。", "the day of the contract {date} is after the act's, {today}", "", "{today} 以前の日にします。", "give {today} or earlier"};
const ErrorDef offer_not_open{"registry", 95, "offer_not_open", ErrorKind::refused, "移転の申込み {offer} は{status_ja}のため、この操作はできません。", "offer {offer} is {status}; this cannot be done with it", "", "改めて申し込みます。", "make a new offer"};
const ErrorDef return_not_open{"registry", 96, "return_not_open", ErrorKind::refused, "返還の依頼 {number} は回答済みです({status_ja})。", "the request of a return {number} was answered already: {status}", "", "", ""};
const ErrorDef restriction_in_past{"registry", 97, "restriction_in_past", ErrorKind::bad_input, "日付 {date} は今日({today})より前です。記録される前の移転には及びません。",
    "the day {date} is before today, {today}: nothing reaches back to transfers that were recorded", jcm_law, "{today} 以降の日にします。", "give {today} or later"};
const ErrorDef restriction_lifted{"registry", 98, "restriction_lifted", ErrorKind::refused, "記録 {restriction} は {date} から解かれています。", "restriction {restriction} is lifted already, from {date} on", "", "", ""};
const ErrorDef restricted_units_used{"registry", 99, "restricted_units_used", ErrorKind::refused, "{range} の一部は無効化・償却・取消・失効しています。", "part of {range} is used up", jcm_law, "残る単位だけを指定します。", "name only what is left"};
const ErrorDef trust_not_with_trustee{"registry", 100, "trust_not_with_trustee", ErrorKind::refused, "{range} のすべてが受託者 {trustee} の口座にあるわけではありません。信託は受託者の口座に記録します。",
    "not all of {range} is in an account of the trustee {trustee}, where a trust is recorded", jcm_law, "先に受託者の口座へ移転します。", "transfer the units to the trustee first"};
const ErrorDef trust_without_transfer{"registry", 101, "trust_without_transfer", ErrorKind::refused, "委託者が信託を記録できるのは、その単位を受託者へ移転する申請と一緒の場合だけです。",
    "a settlor records a trust only together with the transfer of its units to the trustee", jcm_law, "シリアル番号で指定した Transfer と RestrictUnits を一組で申請するか、受託者が記録します。",
    "send Transfer (by serial numbers) and RestrictUnits as one group, or let the trustee record it"};
const ErrorDef consultation_missing{"registry", 102, "consultation_missing", ErrorKind::bad_input, "口座の保有者への確認の記録がありません。", "what the holder said when consulted is missing", jcm_law, "保有者の意見を聴き、その文書のSHA-256を付けます。", "consult the holder and give the SHA-256 of the answer"};
const ErrorDef consultation_in_future{"registry", 103, "consultation_in_future", ErrorKind::bad_input, "確認の日 {date} は訂正の日({today})より後です。", "the holder was consulted on {date}, after the act's day {today}", jcm_law, "{today} 以前の日にします。", "give {today} or earlier"};
const ErrorDef correction_by_party{"registry", 104, "correction_by_party", ErrorKind::refused, "口座 {account} の保有者に属する人は、その記録を訂正できません。", "who belongs to the holder of account {account} does not correct its record", "", "別の人が訂正します。", "let somebody else correct it"};

std::span<const ErrorDef* const> list() {
  static constexpr std::array all{&selection_missing, &amount_zero, &range_empty, &ranges_too_many, &price_syntax, &ground_unknown, &purpose_unknown,
      &purpose_not_for_this_use, &fiscal_year_missing, &label_kind_unknown, &account_unknown, &organisation_unknown, &batch_unknown, &retirement_unknown, &certification_unknown,
      &certification_line_unknown, &not_the_holder, &second_person_needed, &account_not_open, &account_kind_wrong, &same_account, &account_exists,
      &account_already_decided, &account_not_empty, &retirement_not_open, &certification_line_issued, &system_account_missing, &range_outside_batch, &ranges_overlap,
      &units_elsewhere, &units_in_escrow, &units_suspended, &insufficient_units, &allocation_sum, &unit_kinds_mixed, &date_before_units, &date_before_certification, &opened_in_future,
      &buffer_terms_missing, &buffer_amount, &reversal_unknown, &buffer_drawn, &buffer_not_asked, &buffer_draw_amount,
      &uses_missing, &uses_too_many, &scopes_mixed, &offset_missing, &consent_missing, &fiscal_year_not_served, &place_missing, &place_same, &place_key_version, &not_authorised_ndc, &use_missing, &use_execute, &retirement_not_confirmed, &parts_empty, &parts_kind, &divided_too_much, &parts_too_many, &site_unknown_project, &site_empty,
      &import_programme, &import_serial_missing, &import_numbers_differ, &import_kind, &already_imported, &expiry_unknown, &expiry_other_programme, &expiry_not_yet, &buffer_not_free, &buffer_elsewhere, &buffer_reports_missing, &expiry_account_missing, &authorisation_purpose, &country_code, &article6_date, &already_authorised, &authorisation_scheme, &authorisation_unknown, &authorisation_withdrawn, &first_transfer_stands, &range_not_authorised, &party_not_authorised, &first_transfer_twice, &adjustment_status_unknown, &adjustment_year, &adjustment_before_transfer, &adjusted_twice, &adjustment_not_host, &adjustment_by_host, &import_too_many, &import_kind_differs, &site_stands,
      &account_suspended, &second_person_for_transfer, &holder_name_form, &holder_kana, &holder_number, &documents_missing, &holder_name_differs, &control_needs_two, &control_loosened, &agent_days, &agent_scope, &agent_unfit, &agent_unknown, &account_documents_needed, &succession_missing, &account_not_suspended, &account_has_open_acts, &serial_grammar_broken,
      &offer_unknown, &return_unknown, &restriction_unknown, &restriction_kind_unknown, &entry_not_named, &restriction_paper_missing, &trust_parties, &offer_expiry_past, &offer_expiry_far, &agreed_in_future,
      &offer_not_open, &return_not_open, &restriction_in_past, &restriction_lifted, &restricted_units_used, &trust_not_with_trustee, &trust_without_transfer, &consultation_missing, &consultation_in_future, &correction_by_party};
  return all;
}

}  // namespace sumi::registry::errors
