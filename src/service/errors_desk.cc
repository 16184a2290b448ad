// The papers of the scheme's work: 190-192.
#include "service/errors.h"

namespace sumi::service::errors {

const ErrorDef round_of_paper_unknown{"service", 190, "round_of_paper_unknown", ErrorKind::bad_input, "第{round}回の認証委員会、又はその議題は見つかりません。", "There is no round {round} of the committee, or no such item on its docket.", "",
    "回と議題の番号を確かめます。", "check the numbers of round and item"};
const ErrorDef letter_not_decided{"service", 191, "letter_not_decided", ErrorKind::refused, "議題{number}はまだ決定されていないため、通知書を作れません。", "Item {number} is not decided yet: there is no letter of it.", "",
    "決定を記録してから作ります。", "record the decision first"};
const ErrorDef return_of_paper_unknown{"service", 192, "return_of_paper_unknown", ErrorKind::bad_input, "案件{project}に、補正の依頼{number}はありません。", "Project {project} has no return {number}.", "", "案件の画面で番号を確かめます。",
    "look the number up on the case's page"};

}  // namespace sumi::service::errors
