// What the scheme calls its roles.
#pragma once

#include "base/words.h"
#include "scheme/commands.h"

namespace sumi::scheme {

[[nodiscard]] constexpr Words words_of(Role role) {
  constexpr std::array<Words, 12> table{{{"administrator", "管理者", "administrator"}, {"secretariat", "制度事務局", "secretariat"}, {"committee", "認証委員会", "committee"},
      {"verifier", "審査機関", "validation and verification body"}, {"proponent", "プロジェクト実施者", "project proponent"}, {"account_manager", "口座担当者", "account manager"},
      {"approver", "口座承認者", "account approver"}, {"auditor", "監査人", "auditor"}, {"ministry", "所管省庁", "competent ministry"},
      {"programme_operator", "運営・管理者", "programme operator"}, {"agent", "代理人", "agent"}, {"supporter", "支援機関", "support body"}}};
  return word_at(table, role);
}

}  // namespace sumi::scheme
