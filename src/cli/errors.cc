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

std::span<const ErrorDef* const> list() {
  static constexpr std::array all{&usage, &rulebook_missing, &store_not_named, &key_not_named, &checks_failed, &plan_not_eligible, &file_stands, &case_failed};
  return all;
}

}  // namespace sumi::cli::errors
