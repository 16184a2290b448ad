#include "claim/errors.h"

#include <array>

namespace sumi::claim::errors {

const ErrorDef not_eligible{"claim", 1, "not_eligible", ErrorKind::refused, "{range} は {purpose} に使えません。{reason_ja}", "{range} may not be used for {purpose}: {reason_en}",
    "規則集 credit-eligibility", "sumi claim eligible で、使えるクレジットを確かめます。", "sumi claim eligible shows which units may serve"};
const ErrorDef rules_missing{"claim", 2, "rules_missing", ErrorKind::bad_input, "この規則集には活用先の規則(credit-eligibility)がありません。", "this rulebook has no rules of eligibility (credit-eligibility)", "",
    "sumi rules adopt rulebook/packs/credit-eligibility で採用します。", "adopt them: sumi rules adopt rulebook/packs/credit-eligibility"};
const ErrorDef purpose_unknown{"claim", 3, "purpose_unknown", ErrorKind::bad_input, "「{text}」という用途も制度もありません。", "{text} is neither a purpose nor a scheme", "", "使える用途: {purposes}。使える制度: {schemes}",
    "purposes: {purposes}; schemes: {schemes}"};
const ErrorDef serials_unreadable{"claim", 4, "serials_unreadable", ErrorKind::bad_input, "「{text}」はこの台帳のシリアル番号としても口座としても読めません。", "{text} is neither serials of this ledger nor an account", "",
    "発行単位:始め-終わり(例 1:1-100)、印字されたシリアル番号、又は口座番号を書きます。", "write BATCH:FIRST-LAST (as in 1:1-100), serials as they are printed, or the number of an account"};
const ErrorDef some_may_not{"claim", 5, "some_may_not", ErrorKind::refused, "{count} 単位は {purpose} に使えないか、使えるか分かりません。", "{count} units may not be used for {purpose}, or it is not known that they may", "",
    "表の理由を見ます。", "see the reasons in the table"};

std::span<const ErrorDef* const> list() {
  static constexpr std::array all{&not_eligible, &rules_missing, &purpose_unknown, &serials_unreadable, &some_may_not};
  return all;
}

}  // namespace sumi::claim::errors
