// What the scheme calls kinds and stages of the cases. Stages of a project and of a report: names.h, title_of.
#pragma once

#include "base/words.h"
#include "project/commands.h"
#include "project/member_commands.h"
#include "project/work_commands.h"

namespace sumi::project {

[[nodiscard]] constexpr Words words_of(SamplePurpose purpose) {
  constexpr std::array<Words, 2> table{{{"monitoring", "モニタリング", "monitoring"}, {"verification", "検証", "verification"}}};
  return word_at(table, purpose);
}
[[nodiscard]] constexpr Words words_of(MemberChangeKind kind) {
  constexpr std::array<Words, 8> table{{{"leave", "退会", "leaving"}, {"move_house", "転居", "moving house"}, {"owner_change", "所有者の変更", "change of owner"},
      {"inheritance", "相続", "inheritance"}, {"equipment", "設備の変更", "change of equipment"}, {"programme_transfer", "他のプログラムへの移動", "move to another programme"},
      {"consent_ended", "同意の終了", "end of consent"}, {"correction", "訂正", "correction"}}};
  return word_at(table, kind);
}
[[nodiscard]] constexpr Words words_of(DocketKind kind) {
  constexpr std::array<Words, 6> table{{{"registration", "登録", "registration"}, {"certification", "認証", "certification"}, {"change", "計画変更", "change of plan"},
      {"extension", "延長", "extension"}, {"appeal", "不服", "appeal"}, {"methodology", "方法論", "methodology"}}};
  return word_at(table, kind);
}
[[nodiscard]] constexpr Words words_of(ChangeKind kind) {
  constexpr std::array<Words, 8> table{{{"equipment", "設備", "equipment"}, {"member_terms", "会員の条件", "terms of members"}, {"boundary", "範囲", "boundary"},
      {"proponent", "実施者", "proponent"}, {"merger", "合併", "merger"}, {"methodology_version", "方法論の版", "methodology version"}, {"extension", "延長", "extension"},
      {"other", "その他", "other"}}};
  return word_at(table, kind);
}

}  // namespace sumi::project
