// One row of a file of a registry that is brought in, read by the names of its columns.
//
// A reader asks for what it needs in any order; each answer has a value, and the first thing that is wrong with the row is kept in error(), with file,
// line and column: service.migrate_value, or what the reader itself refuses. A row with an error is not taken, whatever else it said.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/csv.h"
#include "base/date.h"
#include "base/describe.h"
#include "base/id.h"
#include "base/limits.h"
#include "base/result.h"
#include "base/text.h"
#include "service/errors.h"

namespace sumi::service {

class MigrateRow {
 public:
  MigrateRow(const CsvTable& table, const CsvTable::Row& row) : table_(table), row_(row) {}
  [[nodiscard]] Place place(std::string_view column = {}) const {
    Place p{table_.file_name, row_.line};
    if (const auto i = table_.column(column)) p.column = static_cast<std::uint32_t>(*i + 1);
    return p;
  }
  // "" where the file has no such column, or a dash.
  std::string text(std::string_view column) const {
    const auto i = column.empty() ? std::nullopt : table_.column(column);
    auto value = i ? trim(row_.fields[*i]) : std::string();
    return value == "-" || value == "‐" || value == "－" ? std::string() : value;
  }
  // At most limits::name_bytes_max bytes.
  std::string needed(std::string_view column) {
    auto value = text(column);
    if (value.empty()) wrong(column, value, "空です", "is empty");
    if (value.size() > limits::name_bytes_max) wrong(column, value.substr(0, 60), "長すぎます", "is too long");
    return value;
  }
  // 0 and above; commas between the digits and full width are as people write them.
  std::uint64_t number(std::string_view column) {
    auto digits = to_half_width(needed(column));
    std::erase(digits, ',');
    std::uint64_t n = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), n);
    if (!digits.empty() && (error != std::errc{} || stop != digits.data() + digits.size())) wrong(column, digits, "0以上の整数ではありません", "is no whole number");
    return n;
  }
  // 0 where it is empty; at most 1,000,000, the number of a committee's round.
  std::uint32_t number_or_none(std::string_view column) {
    if (text(column).empty()) return 0;
    const auto n = number(column);
    if (n > 1'000'000) wrong(column, std::to_string(n), "大きすぎます", "is too large");
    return static_cast<std::uint32_t>(n);
  }
  std::optional<Date> date_or_none(std::string_view column) {
    const auto value = text(column);
    if (value.empty()) return std::nullopt;
    const auto date = Date::parse(value);
    if (!date) wrong(column, value, "日付ではありません", "is no day");
    return date ? std::optional(*date) : std::nullopt;
  }
  Date date(std::string_view column) {
    const auto value = date_or_none(column);
    if (!value && text(column).empty()) wrong(column, "", "空です", "is empty");
    return value.value_or(Date{});
  }
  FiscalYear fiscal_year(std::string_view column, bool needed_here) {
    const auto value = needed_here ? needed(column) : text(column);
    if (value.empty()) return {};
    const auto year = FiscalYear::parse(value);
    if (!year) wrong(column, value, "年度ではありません", "is no fiscal year");
    return year.value_or(FiscalYear{});
  }
  // 法人番号 with its check digit; "" where it is empty.
  std::string corporate_number(std::string_view column) {
    const auto value = text(column);
    if (value.empty()) return {};
    const auto parsed = parse_corporate_number(value);
    if (!parsed) wrong(column, value, "法人番号の検査数字が合いません", "is no corporate number (check digit)");
    return parsed.value_or(std::string());
  }
  // One of the words of an enum (registry/names.h, project/names.h: include what describes E).
  template <class E>
  E word(std::string_view column) {
    const auto value = needed(column);
    for (const auto& [name, known] : enum_names(E{})) {
      if (name == value) return known;
    }
    if (!value.empty()) wrong(column, value, "定められた語ではありません", "is no word of the list");
    return E{};
  }
  void wrong(std::string_view column, const std::string& value, const char* ja, const char* en) {
    refuse(make_error(errors::migrate_value, {{"column", std::string(column)}, {"text", value}, {"what_ja", ja}, {"what_en", en}}, place(column)));
  }
  void refuse(Error error) {
    if (!error_) error_ = std::move(error);
  }
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  const CsvTable& table_;
  const CsvTable::Row& row_;
  std::optional<Error> error_;
};

}  // namespace sumi::service
