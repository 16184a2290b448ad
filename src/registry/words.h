// What the registry calls its kinds and states.
#pragma once

#include "base/words.h"
#include "registry/names.h"

namespace sumi::registry {

[[nodiscard]] constexpr Words words_of(UnitKind kind) {
  constexpr std::array<Words, 4> table{{{"tco2", "t-CO2", "t-CO2"}, {"kwh", "kWh", "kWh"}, {"gj", "GJ", "GJ"}, {"allowance", "排出枠", "allowances"}}};
  return word_at(table, kind);
}
[[nodiscard]] constexpr Words words_of(AccountKind kind) {
  constexpr std::array<Words, 6> table{{{"holding", "保有口座", "holding account"}, {"buffer", "バッファー管理口座", "buffer account"},
      {"retirement", "無効化口座", "retirement account"}, {"cancellation", "取消口座", "cancellation account"},
      {"government", "政府保有口座", "government account"}, {"expiry", "失効口座", "expiry account"}}};
  return word_at(table, kind);
}
[[nodiscard]] constexpr Words words_of(AccountStatus status) {
  constexpr std::array<Words, 5> table{{{"requested", "申請中", "asked for"}, {"open", "開設済み", "open"}, {"refused", "開設を認めない", "refused"}, {"closed", "閉鎖", "closed"},
      {"suspended", "利用停止", "suspended"}}};
  return word_at(table, status);
}
[[nodiscard]] constexpr Words words_of(EndUse use) {
  constexpr std::array<Words, 3> table{{{"retirement", "無効化", "retirement"}, {"state_target", "償却", "use for the state's target"}, {"cancellation", "取消", "cancellation"}}};
  return word_at(table, use);
}
[[nodiscard]] constexpr Words words_of(RetirementStatus status) {
  constexpr std::array<Words, 4> table{{{"requested", "確認待ち", "waiting for confirmation"}, {"confirmed", "実行済み", "carried out"},
      {"withdrawn", "取下げ済み", "withdrawn"}, {"lapsed", "期限切れ", "lapsed"}}};
  return word_at(table, status);
}
[[nodiscard]] constexpr Words words_of(OfferStatus status) {
  constexpr std::array<Words, 6> table{{{"waits_for_second", "二人目の確認待ち", "waiting for the second person"}, {"offered", "受入れ待ち", "waiting to be accepted"},
      {"moved", "移転済み", "carried out"}, {"withdrawn", "取下げ済み", "withdrawn"}, {"declined", "受入れを断られた", "declined"}, {"lapsed", "期限切れ", "lapsed"}}};
  return word_at(table, status);
}
[[nodiscard]] constexpr Words words_of(ReturnStatus status) {
  constexpr std::array<Words, 3> table{{{"asked", "回答待ち", "waiting for an answer"}, {"returned", "返還済み", "returned"}, {"refused", "返還を断られた", "refused"}}};
  return word_at(table, status);
}

}  // namespace sumi::registry
