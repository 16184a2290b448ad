// Units as exact rationals with dimensions.
//
// Quantities that the scheme's documents keep apart have different dimensions and never convert: t-CO2 and t-CO2e, energy by
// higher (GJ_HHV) and by lower heating value (GJ_LHV) and plain energy (GJ, kWh), normal (m3N) and SATP (m3SATP) cubic metres and
// plain volume (L, kL, m3). kWh and GJ are joined by 3.6 MJ/kWh, for plain energy only. Primary energy has units of its own.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/number.h"
#include "base/result.h"

namespace sumi {

enum class BaseDimension : std::uint8_t {
  energy, energy_hhv, energy_lhv, energy_primary, mass, length, volume, volume_normal, volume_satp, area, money, time, person,
  co2, co2e, carbon, piece,
  calendar,  // months and years, which have no fixed number of days
  // Filled while a methodology is checked: "the unit of the fuel that the plan chooses" (see rulebook).
  variable0, variable1, variable2, variable3,
  count_
};
inline constexpr std::size_t dimension_count = static_cast<std::size_t>(BaseDimension::count_);

struct Dimension {
  std::array<std::int8_t, dimension_count> exponent{};
  friend bool operator==(const Dimension&, const Dimension&) = default;
};
// Exponents beyond 127 trap (arithmetic_limit).
[[nodiscard]] Dimension operator*(const Dimension&, const Dimension&);
[[nodiscard]] Dimension operator/(const Dimension&, const Dimension&);
[[nodiscard]] Dimension power(const Dimension&, int exponent);

// `text` is how the unit was written, in normal form ("tCO2/GJ_HHV"); two units with equal dimension convert by scale.
struct Unit {
  Dimension dimension;
  Rational scale = 1;  // this unit / the base unit of its dimension
  std::string text;    // empty: dimensionless
  [[nodiscard]] bool dimensionless() const { return dimension == Dimension{}; }
};

// Grammar: product of names with '*' or '.', one or more '/' (from left to right), '^' and a whole exponent, parentheses; a decimal factor in front
// of a name ("1000 m3N", the same as "thousand_m3N"). A hyphen belongs to a name (t-km) and never means minus. Accepts full-width forms and the
// spellings of Japanese forms:
//   energy      Wh, kWh, MWh, GWh, J, kJ, MJ, GJ, TJ, PJ, each also with _HHV, _LHV, _primary or (HHV), (LHV), (高位), (低位), (一次); W, kW, MW = energy/time
//   volume      mL, L, kL, m3, ㎥; m3N, Nm3; m3SATP          area     m2, ㎡, a, ha, km2
//   mass        g, kg, t, kt, Mt (metric; kt is never a knot)  length   m, km     mass x length  t-km, tkm, トンキロ
//   gases       gCO2, kgCO2, tCO2, ktCO2, MtCO2, each also with e or eq at the end and with a hyphen (t-CO2e); gC, kgC, tC
//   other       yen, 円; h, day; month, year; person, person-day, 人日; piece, 台, 個, 本, 件; %, 1
// Every name takes thousand_, ten_thousand_, million_, hundred_million_ or 千, 万, 百万, 億 in front (千m3, 万円).
// Errors: base.unit_syntax, base.unit_unknown.
[[nodiscard]] Result<Unit> parse_unit(std::string_view text);
// The unit "variable k" (0..3) whose text is `name`; it converts only to itself.
[[nodiscard]] Unit variable_unit(unsigned index, std::string name);
// Equal names cancel in the text. Exponents beyond limits::power_exponent_max trap.
[[nodiscard]] Unit operator*(const Unit&, const Unit&);
[[nodiscard]] Unit operator/(const Unit&, const Unit&);
[[nodiscard]] Unit power(const Unit&, int exponent);
[[nodiscard]] bool convertible(const Unit&, const Unit&);

struct Quantity {
  Rational value;
  Unit unit;
};
// "2.05 tCO2/thousand_m3SATP": a number ("1,234.5" and "1859/15" too), then a unit. Reads back what to_string() prints.
[[nodiscard]] Result<Quantity> parse_quantity(std::string_view text);
// Refuses with base.unit_mismatch, naming both units and, where the rulebook has one, the way to join them.
[[nodiscard]] Result<Quantity> convert(const Quantity&, const Unit& to);
[[nodiscard]] std::string to_string(const Quantity&);

}  // namespace sumi
