// The proponent's desk: 180-189.
#include "service/errors.h"

namespace sumi::service::errors {

const ErrorDef draft_missing{"service", 180, "draft_missing", ErrorKind::bad_input, "計画書の下書き{draft}は見つかりません。", "There is no draft {draft} of a plan.", "",
    "下書きの一覧から選びます。ほかの事業者の下書きは見られません。", "choose it from the list of drafts; another organisation's are not shown"};
const ErrorDef draft_version_missing{"service", 181, "draft_version_missing", ErrorKind::bad_input, "下書き{draft}に版{version}はありません。", "Draft {draft} has no version {version}.", "",
    "版の一覧から選びます。", "choose it from the list of versions"};
const ErrorDef draft_stale{"service", 182, "draft_stale", ErrorKind::refused, "別の人が先に保存しました(今は版{version}です)。", "Somebody else saved in the meantime: it is at version {version} now.", "",
    "新しい版を読み、違いを確かめてから保存します。", "read the new version, look at the difference, and save again"};
const ErrorDef evidence_empty{"service", 183, "evidence_empty", ErrorKind::bad_input, "ファイルが空です。", "The file is empty.", "", "中身のあるファイルを選びます。", "choose a file that holds something"};

}  // namespace sumi::service::errors
