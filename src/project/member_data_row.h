// One piece of a member data file, row by row. Only for member_data*.cc.
//
// What a row repeats of the row before (member, parameter, unit, class) is compared as text and not read again, and months are remembered: the plain
// row costs a scan for its commas and the digits of its value.
#pragma once

#include <cstring>

#include "project/member_data.h"

namespace sumi::project {

class RowReader {
 public:
  RowReader(const MemberDataReader& reader, const MemberDataLayout& layout, std::string_view piece, std::uint8_t number);
  [[nodiscard]] DataPiece read();

 private:
  using Column = MemberDataLayout::Column;
  using Field = std::string_view;

  void read_line(std::string_view line, bool plain);
  void read_row();
  void read_long(bool has_period);
  void read_wide(bool has_period);
  [[nodiscard]] const char* scan(const char* at, const char* end, bool& plain);
  bool check_columns();
  // Splits a line into fields_; false with a finding where it cannot be split.
  bool split(std::string_view line);
  bool split_quoted(std::string_view line);
  bool check_text(std::string_view line, bool high, bool control);

  // Trimmed; empty where the column is not there.
  [[nodiscard]] Field field(Column column) const {
    if (at_[column] < 0) return {};
    const Field f = fields_[static_cast<std::size_t>(at_[column])];
    // An ideographic space begins and ends with a byte of its own.
    if (f.empty() || (static_cast<unsigned char>(f.front() - '!') < 0x5E && static_cast<unsigned char>(f.back() - '!') < 0x5E)) return f;
    return trimmed(f);
  }
  static Field trimmed(Field text);
  static bool same(Field a, Field b) { return same_text(a, b); }
  void refuse(const ErrorDef& def, std::size_t column, ErrorArgs args = {});
  void refuse(const ErrorDef& def, Column column, ErrorArgs args = {});
  [[nodiscard]] const char* title(Column column) const;
  bool need(Column column);

  bool find_member();
  bool find_series();
  bool find_series_anew(Field activity, Field symbol);
  bool find_period();
  struct PeriodSeen {
    std::string text;
    Period period;
    bool good = false, reported = false;
  };
  const PeriodSeen& period_of(Field text);
  // Value and unit into value_; the column is the value's.
  bool read_value(Field text, std::size_t column, Field unit, std::size_t unit_column, bool plan_unit);
  bool read_digits(Field text);
  bool read_other_number(Field text, std::size_t column);
  struct UnitSeen {
    const MonitoredSeries* series = nullptr;
    std::string text, written;
    bool good = false, same = false;
    Rational factor;
  };
  const UnitSeen& unit_of(Field text);
  void read_class();
  void read_evidence();
  void take(std::size_t column);
  void note_unreadable();

  const MemberDataReader& reader_;
  const MemberDataLayout& layout_;
  std::array<std::int32_t, MemberDataLayout::column_count> at_{};
  std::string_view piece_;
  std::uint8_t number_;
  DataPiece out_;

  std::uint32_t line_ = 0;
  bool bad_ = false;
  std::vector<Field> fields_;
  std::vector<std::string> unescaped_;  // fields with a doubled quotation mark
  std::string half_width_;

  // The row that is read.
  std::string_view member_text_, symbol_text_, activity_text_;
  std::span<const std::uint32_t> members_;
  std::uint32_t member_ = 0;
  std::uint16_t series_ = 0;
  const MemberDataReader::Activity* activity_ = nullptr;
  bool has_series_ = false;
  Period period_;
  MemberValue value_;
  std::optional<Rational> kept_;
  std::string written_;

  std::vector<PeriodSeen> periods_;
  std::vector<UnitSeen> units_;
  const MonitoredSeries* class_series_ = nullptr;
  std::string_view planned_;  // the name of its class
};

}  // namespace sumi::project
