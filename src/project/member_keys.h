// What two members are compared by, in a form that survives spelling. Pure: the same text gives the same form on every machine, for ever; another way of
// normalising is another version. The forms are never kept: the store keeps an HMAC of them (service/members.h).
//
// Addresses, version 1:
//   width (full, half), kinds of hyphen, spaces                      １－２－３ = 1-2-3
//   丁目, 番地, 番, 号, の, in digits and kanji numerals               一丁目二番三号 = 1丁目2番地の3 = 1-2-3
//   大字, 字; a postal code or 日本国 in front                        大字下田字中村 = 下田中村
//   ヶ ケ が ヵ カ, ノ の 之, ッ ツ つ between kanji; older forms of kanji      千駄ヶ谷 = 千駄ケ谷 = 千駄が谷;  澤 = 沢
//   the prefecture in front of a city: names of cities are unique in Japan but for 府中市 and 伊達市 (自治省 通知 1970-03-12)
// The building's name is passed over; wing, floor and room are kept apart from the place: サンハイツA棟101号室 = A-101, and a fourth number is a room.
// Not at hand, so not compared: names from before mergers of municipalities, 郡 left out, street names of Kyoto. An address without a block number
// gives no key. Equipment and meters: letters and digits alone, upper case, without the leading zeros that spreadsheets take away.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "project/member_commands.h"

namespace sumi::project {

inline constexpr std::uint32_t normaliser_version = 1;

struct NormalAddress {
  std::string place;  // "千代田区霞ヶ関1-2-3"; empty: no block number
  std::string room;   // "A-101"; empty: none
  [[nodiscard]] std::string text() const { return room.empty() ? place : place + " " + room; }
};
[[nodiscard]] NormalAddress normal_address(std::string_view text);
// Nothing where it is no corporate number.
[[nodiscard]] std::optional<std::string> normal_corporate_number(std::string_view text);
// Nothing where fewer than 4 letters and digits remain, or no digit: that says nothing ("不明").
[[nodiscard]] std::optional<std::string> normal_serial(std::string_view text);

// What is put under the HMAC: kind and normal form. Nothing where the text gives no key of that kind.
[[nodiscard]] std::optional<std::string> key_text(MemberKeyKind kind, std::string_view text);

}  // namespace sumi::project
