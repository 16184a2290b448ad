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
  // Filled while a methodology is checked: "the unit of the fuel that the plan chooses" (see rulebook).
  variable0, variable1, variable2, variable3,
  count_
};
inline constexpr std::size_t dimension_count = static_cast<std::size_t>(BaseDimension::count_);

struct Dimension {
  std::array<std::int8_t, dimension_count> exponent{};
  friend bool operator==(const Dimension&, const Dimension&) = default;
};
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

// Grammar: product of names with '*' or '.', one or more '/', '^' and a whole exponent, parentheses; a decimal factor
// in front ("1000 m3N" or "thousand_m3N"). Accepts full-width forms and the spellings of Japanese forms: t-CO2, ｔ－ＣＯ２, tCO2e, t-CO2e,
// kgCO2, gCO2, kWh, MWh, GWh, Wh, J, kJ, MJ, GJ, TJ and each of these energy names with _HHV, _LHV, _primary, L, kL, mL, m3, ㎥, thousand_m3, 千m3,
// m3N, Nm3, thousand_m3N, 千Nm3, m3SATP, thousand_m3SATP, t, kg, g, Mt, kt, ha, m2, a, km, m, t-km, tkm, person, person-day, day, h, year, month, yen, 円, 千円, 万円,
// thousand_yen, million_yen, tC, kgC, piece, 台, 個, 本, 件, %, 1. Mt and kt are metric tonnes, kt never a knot.
[[nodiscard]] Result<Unit> parse_unit(std::string_view text);
// The unit "variable k" whose text is `name`; it converts only to itself.
[[nodiscard]] Unit variable_unit(unsigned index, std::string name);
[[nodiscard]] Unit operator*(const Unit&, const Unit&);
[[nodiscard]] Unit operator/(const Unit&, const Unit&);
[[nodiscard]] Unit power(const Unit&, int exponent);
[[nodiscard]] bool convertible(const Unit&, const Unit&);

struct Quantity {
  Rational value;
  Unit unit;
};
// "2.05 tCO2/thousand_m3SATP": a number, then a unit.
[[nodiscard]] Result<Quantity> parse_quantity(std::string_view text);
// Refuses with base.unit_mismatch, naming both units and, where the rulebook has one, the way to join them.
[[nodiscard]] Result<Quantity> convert(const Quantity&, const Unit& to);
[[nodiscard]] std::string to_string(const Quantity&);

}  // namespace sumi
