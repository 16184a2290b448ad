#include <algorithm>

#include "base/errors.h"
#include "base/limits.h"
#include "base/number_wide.h"

namespace sumi {

namespace {

// The four parts of two fractions, if all of them are small: then nothing below touches the heap.
struct SmallPair {
  i128 n1 = 0, d1 = 1, n2 = 0, d2 = 1;
};

bool small_pair(const Rational& a, const Rational& b, SmallPair& out) noexcept {
  const i128* n1 = IntegerAccess::small(a.numerator());
  const i128* d1 = IntegerAccess::small(a.denominator());
  const i128* n2 = IntegerAccess::small(b.numerator());
  const i128* d2 = IntegerAccess::small(b.denominator());
  if (n1 == nullptr || d1 == nullptr || n2 == nullptr || d2 == nullptr) return false;
  out = {*n1, *d1, *n2, *d2};
  return true;
}

// n / d for a positive g that divides both sides' magnitude; g fits because d > 0 does.
i128 gcd_with_denominator(i128 n, i128 d) noexcept { return static_cast<i128>(gcd_of(magnitude(n), static_cast<u128>(d))); }

Rational make_small(i128 n, i128 d) { return RationalAccess::make(IntegerAccess::from_i128(n), IntegerAccess::from_i128(d)); }

// Small parts, d > 0.
Rational reduce_small(i128 n, i128 d) {
  const i128 g = gcd_with_denominator(n, d);
  return g == 1 ? make_small(n, d) : make_small(n / g, d / g);
}

// Any width in, the reduced fraction out. The bit limit is that of the reduced parts.
Rational reduce(Wide n, Wide d) {
  if (d.sign() == 0) trap(errors::division_by_zero);
  const i128* small_n = IntegerAccess::small(n.unchecked());
  const i128* small_d = IntegerAccess::small(d.unchecked());
  if (small_n != nullptr && small_d != nullptr && *small_d > 0) return reduce_small(*small_n, *small_d);
  if (d.sign() < 0) {
    n = -n;
    d = -d;
  }
  const Wide g = IntegerAccess::gcd(n.unchecked(), d.unchecked());
  if (g != Wide(1)) {
    n = n / g;
    d = d / g;
  }
  Integer numerator = std::move(n).checked();
  return RationalAccess::make(std::move(numerator), std::move(d).checked());
}

// Knuth, The Art of Computer Programming 2, 4.5.1: the sum is reduced by gcds of the denominators, which stay small.
bool add_small(const SmallPair& p, bool subtract, Rational& out) {
  const i128 g = p.d1 == p.d2 ? p.d1 : gcd_with_denominator(p.d1, p.d2);
  const i128 d1 = p.d1 / g;
  const i128 d2 = p.d2 / g;
  i128 left = 0;
  i128 right = 0;
  i128 n = 0;
  i128 d = 0;
  if (__builtin_mul_overflow(p.n1, d2, &left) || __builtin_mul_overflow(p.n2, d1, &right)) return false;
  if (subtract ? __builtin_sub_overflow(left, right, &n) : __builtin_add_overflow(left, right, &n)) return false;
  const i128 common = g == 1 ? 1 : gcd_with_denominator(n, g);
  if (__builtin_mul_overflow(d1, p.d2 / common, &d)) return false;
  out = make_small(n / common, d);
  return true;
}

bool multiply_small(const SmallPair& p, Rational& out) {
  const i128 g1 = gcd_with_denominator(p.n1, p.d2);
  const i128 g2 = gcd_with_denominator(p.n2, p.d1);
  i128 n = 0;
  i128 d = 0;
  if (__builtin_mul_overflow(p.n1 / g1, p.n2 / g2, &n) || __builtin_mul_overflow(p.d1 / g2, p.d2 / g1, &d)) return false;
  out = make_small(n, d);
  return true;
}

Rational add_or_subtract(const Rational& a, const Rational& b, bool subtract) {
  SmallPair p;
  Rational out;
  if (small_pair(a, b, p)) {
    i128 n = 0;
    if (p.d1 == 1 && p.d2 == 1 && !(subtract ? __builtin_sub_overflow(p.n1, p.n2, &n) : __builtin_add_overflow(p.n1, p.n2, &n)))
      return make_small(n, 1);
    if (add_small(p, subtract, out)) return out;
  }
  const Wide left = Wide(a.numerator()) * Wide(b.denominator());
  const Wide right = Wide(b.numerator()) * Wide(a.denominator());
  return reduce(subtract ? left - right : left + right, Wide(a.denominator()) * Wide(b.denominator()));
}

}  // namespace

Rational::Rational(Integer numerator, Integer denominator) { *this = reduce(std::move(numerator), std::move(denominator)); }

Rational::Rational(const Decimal& value) {
  if (value.scale() == 0)
    numerator_ = value.coefficient();
  else
    *this = reduce(value.coefficient(), Wide::pow10(value.scale()));
}

Result<Rational> Rational::parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) {
    SUMI_TRY(const Decimal value, Decimal::parse(text));
    return Rational(value);
  }
  const std::string_view below = text.substr(slash + 1);
  // No sign below: 1/-2 is not how anyone writes it.
  if (below.empty() || below.front() < '0' || below.front() > '9') return fail(errors::number_syntax, {{"text", std::string(text)}});
  SUMI_TRY(Integer numerator, Integer::parse(text.substr(0, slash)));
  SUMI_TRY(Integer denominator, Integer::parse(below));
  if (denominator.is_zero()) return fail(errors::division_by_zero);
  return Rational(std::move(numerator), std::move(denominator));
}

std::optional<Decimal> Rational::to_decimal() const {
  if (is_integer()) return Decimal(numerator_, 0);
  unsigned scale = 0;
  unsigned fives = 0;
  if (const i128* small = IntegerAccess::small(denominator_); small != nullptr) {
    u128 d = static_cast<u128>(*small);
    for (; d % 2 == 0; d /= 2) ++scale;
    for (; d % 5 == 0; d /= 5) ++fives;
    if (d != 1) return std::nullopt;
  } else {
    Wide rest = denominator_;
    for (; IntegerAccess::floor_mod(rest.unchecked(), 2).is_zero(); ++scale) rest = rest >> 1;
    for (; IntegerAccess::floor_mod(rest.unchecked(), 5).is_zero(); ++fives) rest = rest / 5;
    if (rest != Wide(1)) return std::nullopt;
  }
  scale = std::max(scale, fives);
  if (scale > limits::decimal_scale_max) return std::nullopt;
  Wide coefficient = Wide(numerator_) * Wide::pow10(scale) / Wide(denominator_);
  if (coefficient.bit_length() > limits::integer_bits_max) return std::nullopt;
  return Decimal(std::move(coefficient).checked(), scale);
}

std::string Rational::to_string() const {
  if (const auto decimal = to_decimal()) return decimal->to_string();
  return numerator_.to_string() + "/" + denominator_.to_string();
}

Rational operator+(const Rational& a, const Rational& b) { return add_or_subtract(a, b, false); }
Rational operator-(const Rational& a, const Rational& b) { return add_or_subtract(a, b, true); }
Rational operator-(const Rational& a) { return RationalAccess::make(-a.numerator_, a.denominator_); }

Rational operator*(const Rational& a, const Rational& b) {
  SmallPair p;
  Rational out;
  if (small_pair(a, b, p) && multiply_small(p, out)) return out;
  return reduce(Wide(a.numerator_) * Wide(b.numerator_), Wide(a.denominator_) * Wide(b.denominator_));
}

Rational operator/(const Rational& a, const Rational& b) {
  if (b.numerator_.is_zero()) trap(errors::division_by_zero);
  SmallPair p;
  Rational out;
  // The reciprocal has its sign above; the least i128 has no positive counterpart.
  if (small_pair(a, b, p) && magnitude(p.n2) >> 127 == 0) {
    const SmallPair reciprocal{p.n1, p.d1, p.n2 < 0 ? -p.d2 : p.d2, p.n2 < 0 ? -p.n2 : p.n2};
    if (multiply_small(reciprocal, out)) return out;
  }
  return reduce(Wide(a.numerator_) * Wide(b.denominator_), Wide(a.denominator_) * Wide(b.numerator_));
}

bool operator==(const Rational& a, const Rational& b) { return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_; }

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  SmallPair p;
  i128 left = 0;
  i128 right = 0;
  if (small_pair(a, b, p) && !__builtin_mul_overflow(p.n1, p.d2, &left) && !__builtin_mul_overflow(p.n2, p.d1, &right))
    return left <=> right;
  return Wide(a.numerator_) * Wide(b.denominator_) <=> Wide(b.numerator_) * Wide(a.denominator_);
}

Rational pow(const Rational& base, int exponent) {
  if (exponent > limits::power_exponent_max || exponent < -limits::power_exponent_max) trap(errors::arithmetic_limit);
  if (exponent < 0 && base.sign() == 0) trap(errors::division_by_zero);
  const auto e = static_cast<unsigned>(exponent < 0 ? -exponent : exponent);
  // Powers of a reduced fraction are reduced.
  Integer n = pow(base.numerator(), e);
  Integer d = pow(base.denominator(), e);
  if (exponent >= 0) return RationalAccess::make(std::move(n), std::move(d));
  if (n.sign() < 0) return RationalAccess::make(-d, -n);
  return RationalAccess::make(std::move(d), std::move(n));
}

}  // namespace sumi
