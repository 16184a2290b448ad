// ln, exp, sqrt and root, correctly rounded (half even) by integer arithmetic.
//
// Roots are decided exactly: the candidate below is found by Newton's iteration, and the middle between it and the next is compared as a
// power. ln and exp of a rational other than their one exact case are irrational, so no tie exists: the value is enclosed between two
// fixed- point bounds, and the precision doubles until both round to the same 20 places.
#include "base/errors.h"
#include "base/limits.h"
#include "base/number_wide.h"

namespace sumi {

namespace {

constexpr unsigned places = limits::transcendental_places;
constexpr unsigned places_bits = 67;  // 10^20 < 2^67
constexpr unsigned guard_bits = 32;
// A rational of 4,096-bit parts can come no nearer to a middle than about 2^-8192 of it by design; what is still open there is no number of
// ours.
constexpr unsigned precision_bits_max = 1U << 16;
constexpr int exp_argument_max = 512;

// A fixed-point value x 2^-precision with the greatest distance from the true one, both in units of the last bit.
struct Fixed {
  Wide value;
  unsigned error = 0;
};

// 20 places of a bound; both bounds must agree.
std::optional<Decimal> decide(const Fixed& v, int exponent, unsigned precision) {
  const auto bound = [&](const Wide& x) {
    const Wide numerator = x * Wide::pow10(places);
    const int shift = static_cast<int>(precision) - exponent;  // > 0 by the callers' choice of precision
    return round_quotient(numerator, Wide(1) << static_cast<unsigned>(shift), Rounding::half_even);
  };
  const Wide error = Integer(static_cast<std::int64_t>(v.error));
  Wide low = bound(v.value - error);
  if (low != bound(v.value + error)) return std::nullopt;
  return Decimal(std::move(low).checked(), places);
}

// 2 x artanh(n / d) for 0 <= n/d <= 1/3, by the odd series. Each term loses less than 4 units: one in the power before it, one in the
// square, two in the two divisions; the rest of the series is less than its last term.
Fixed twice_artanh(const Wide& n, const Wide& d, unsigned precision) {
  const Wide z = (n << precision) / d;
  const Wide square = (z * z) >> precision;
  Wide power = z;
  Wide sum = z;
  unsigned terms = 1;
  for (int k = 3;; k += 2, ++terms) {
    power = (power * square) >> precision;
    if (power.sign() == 0) break;
    sum = sum + power / Wide(k);
  }
  return {sum << 1, 2 * (4 * terms + 4)};
}

Fixed ln_two(unsigned precision) { return twice_artanh(1, 3, precision); }

unsigned distance(int k) { return static_cast<unsigned>(k < 0 ? -k : k); }

// ln(m x 2^k) with m between 1/2 and 2: 2 artanh((m - 1) / (m + 1)) + k ln 2.
Fixed ln_fixed(const Rational& value, unsigned precision) {
  Wide n = value.numerator();
  Wide d = value.denominator();
  const int k = static_cast<int>(n.bit_length()) - static_cast<int>(d.bit_length());
  if (k > 0)
    d = d << distance(k);
  else
    n = n << distance(k);
  const bool below_one = n < d;
  const Fixed m = twice_artanh(below_one ? d - n : n - d, n + d, precision);
  const Fixed two = ln_two(precision);
  const Wide sum = (below_one ? -m.value : m.value) + two.value * Wide(k);
  return {sum, m.error + distance(k) * two.error};
}

// e^r for 0 <= r < 0.7 by Taylor's series.
Fixed exp_series(const Fixed& r, unsigned precision) {
  const Wide one = Wide(1) << precision;
  Wide term = one;
  Wide sum = one;
  unsigned terms = 1;
  for (int n = 1;; ++n, ++terms) {
    term = ((term * r.value) >> precision) / Wide(n);
    if (term.sign() == 0) break;
    sum = sum + term;
  }
  // e^r grows by less than 2.1 times the error of r; each term loses less than 4 units.
  return {sum, 3 * r.error + 4 * terms + 8};
}

// floor(value^(1/degree)) of a value > 0, from above by Newton's iteration.
Wide floor_root(const Wide& value, unsigned degree) {
  Wide x = Wide(1) << ((value.bit_length() + degree - 1) / degree);
  const Wide below = Integer(static_cast<std::int64_t>(degree - 1));
  const Wide whole = Integer(static_cast<std::int64_t>(degree));
  for (;;) {
    Wide next = (x * below + value / Wide::pow(x, degree - 1)) / whole;
    if (next >= x) return x;
    x = std::move(next);
  }
}

}  // namespace

Decimal ln(const Rational& value) {
  if (value.sign() <= 0) trap(errors::arithmetic_domain);
  if (value == Rational(1)) return {0, places};
  for (unsigned precision = 2 * (places_bits + guard_bits); precision <= precision_bits_max; precision *= 2) {
    if (auto out = decide(ln_fixed(value, precision), 0, precision)) return *std::move(out);
  }
  trap(errors::arithmetic_limit);
}

Decimal exp(const Rational& value) {
  if (value > Rational(exp_argument_max) || value < Rational(-exp_argument_max)) trap(errors::arithmetic_limit);
  if (value.sign() == 0) return round_places(1, places, Rounding::half_even);
  // e^512 < 2^739: enough bits for the whole part, then those of the places.
  const Integer whole = round_integer(value, Rounding::ceiling);
  const unsigned whole_bits = value.sign() > 0 ? static_cast<unsigned>(*whole.to_i64()) * 3 / 2 + 2 : 0;
  for (unsigned precision = whole_bits + 2 * guard_bits + places_bits; precision <= precision_bits_max; precision *= 2) {
    // value = k ln 2 + r with 0 <= r < ln 2.
    const Fixed two = ln_two(precision);
    const Wide x = (Wide(value.numerator()) << precision) / Wide(value.denominator());
    const Wide k = x / two.value;
    const int exponent = static_cast<int>(*k.unchecked().to_i64());
    const Fixed r{x - k * two.value, 1 + distance(exponent) * two.error};
    if (auto out = decide(exp_series(r, precision), exponent, precision)) return *std::move(out);
  }
  trap(errors::arithmetic_limit);
}

Decimal sqrt(const Rational& value) { return root(value, 2); }

Decimal root(const Rational& value, unsigned degree) {
  if (degree == 0 || degree > static_cast<unsigned>(limits::power_exponent_max)) trap(errors::arithmetic_limit);
  if (degree % 2 == 0 && value.sign() < 0) trap(errors::arithmetic_domain);
  if (value.sign() == 0 || degree == 1) return round_places(value, places, Rounding::half_even);
  if (value.sign() < 0) return -root(-value, degree);  // half even is the same on both sides of zero
  const Wide n = Wide(value.numerator()) * Wide::pow10(places * degree);
  const Wide d = value.denominator();
  const Wide scaled = n / d;
  Wide low = scaled.sign() == 0 ? Wide(0) : floor_root(scaled, degree);
  // Above the middle between low and low + 1?  n / d <=> ((2 low + 1) / 2)^degree
  const auto middle = (n << degree) <=> d * Wide::pow((low << 1) + Wide(1), degree);
  const bool odd = !IntegerAccess::floor_mod(low.unchecked(), 2).is_zero();
  if (middle > 0 || (middle == 0 && odd)) low = low + Wide(1);
  return {std::move(low).checked(), places};
}

}  // namespace sumi
