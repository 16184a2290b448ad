// The list of reductions of a programme (排出削減活動リスト): who its members are, as the operator keeps it.
//
// A CSV file with a header row. Columns, in any order, by these names (or the Japanese ones in parentheses):
//   member (会員番号)          the operator's own number; unique in the file
//   name (氏名又は名称)        a person or a body
//   kana (フリガナ)            may be left out
//   corporate_number (法人番号) of a body; "" for a person
//   address (住所)             as written; compared by its normal form
//   site (実施場所)            where the reduction happens, if not at the address
//   activity (活動)            name of the plan's activity; may be left out where the plan has one
//   list (区分)                of the plan's lists: fuel kind and class may differ between lists only
//   applied_on (入会申込日)    a day; the two-year rule counts from it
//   start (開始日)             first day of the activity: a day, or as far as the evidence says ("2025年5月")
//   period (対象期間)          "2026-04-01..2034-03-31"; left out: the longest that the rule allows, from the later of start and application
//   left_on (退会日)           first day that no longer counts; "" = still a member
//   equipment (設備番号), meter (計器番号)   serial numbers, several joined by ";"
//   consent (同意の範囲), consent_until (同意の終わり)
//   evidence (根拠資料)        file name, or sha256: and 64 hex digits
//   param:SYMBOL               the member's own value of a plan parameter, as a quantity: param:W_BL
// Lines that begin with '#' and empty lines are passed over. The columns member, name, address, applied_on and start are needed, and a value in each.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/result.h"

namespace sumi::project {

struct MemberRow {
  std::string member;
  std::string name;
  std::string kana;
  std::string corporate_number;
  std::string address;
  std::string site;
  std::string activity;
  std::string list;
  Date applied_on;
  PartialDate start;
  Period period;  // in which its reductions count, both ends included; already ended by left_on
  std::optional<Date> left_on;
  std::vector<std::string> equipment;
  std::vector<std::string> meters;
  std::string consent;
  std::optional<Date> consent_until;
  std::string evidence;
  std::vector<std::pair<std::string, std::string>> parameters;  // symbol, quantity as written
  Place place;
};

struct MemberList {
  std::vector<MemberRow> members;  // in the file's order
  std::string canonical;           // the same list as CSV in one fixed form; reading it again gives the same list
  Hash hash;                       // SHA-256 of `canonical`
};

// `utf8` is the file's text. Everything wrong is reported at once (Error::also) with line and column; nothing is half taken. `own_years`: how long a
// member's period may be (jcredit-scheme: programme.member_period.years_max), for rows without one; not given, such rows are refused.
// Errors: project.member_* of errors.h (289-296), base.csv_*.
[[nodiscard]] Result<MemberList> read_member_list(std::string_view utf8, std::string file_name, std::optional<int> own_years = std::nullopt);

}  // namespace sumi::project
