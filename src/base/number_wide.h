// The inside of the numbers: integers without the bit limit, for steps between checked values.
//
// The limit of limits::integer_bits_max holds for results. A step on the way to one (n1 x d2 before the fraction is reduced, a coefficient
// scaled up before it is divided) may be some times wider; it is a Wide, and checked() turns the result into an Integer or traps.
// Only the number_*.cc files include this header, and only number.cc knows how wide values are stored.
#pragma once

#include "base/number.h"

namespace sumi {

__extension__ using i128 = __int128;
__extension__ using u128 = unsigned __int128;

struct IntegerAccess {
  // nullptr for a value outside of 128 bits.
  static const i128* small(const Integer& v) noexcept { return v.big_ ? nullptr : &v.small_; }
  static Integer from_i128(i128 v) noexcept {
    Integer out;
    out.small_ = v;
    return out;
  }
  static Integer from_u128(u128 v);
  // These never check the bit limit. The divisor is not zero.
  static Integer add(const Integer&, const Integer&);
  static Integer subtract(const Integer&, const Integer&);
  static Integer multiply(const Integer&, const Integer&);
  static Integer floor_div(const Integer&, const Integer&);
  static Integer floor_mod(const Integer&, const Integer&);
  static Integer shift_left(const Integer&, unsigned bits);
  static Integer shift_right(const Integer&, unsigned bits);  // towards minus infinity
  static Integer gcd(const Integer&, const Integer&);
  static Integer pow(const Integer&, unsigned exponent);
  static Integer pow10(unsigned exponent);
  struct Store;  // the way to cpp_int and back, in number.cc
};

[[nodiscard]] inline u128 magnitude(i128 v) noexcept { return v < 0 ? ~static_cast<u128>(v) + 1 : static_cast<u128>(v); }
[[nodiscard]] u128 gcd_of(u128 a, u128 b) noexcept;

class Wide {
 public:
  Wide() = default;
  Wide(int value) : value_(value) {}                 // NOLINT(google-explicit-constructor)
  Wide(Integer value) : value_(std::move(value)) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] const Integer& unchecked() const { return value_; }
  [[nodiscard]] Integer checked() &&;  // traps beyond the bit limit
  [[nodiscard]] int sign() const noexcept { return value_.sign(); }
  [[nodiscard]] unsigned bit_length() const noexcept { return value_.bit_length(); }

  friend Wide operator+(const Wide& a, const Wide& b) { return {IntegerAccess::add(a.value_, b.value_)}; }
  friend Wide operator-(const Wide& a, const Wide& b) { return {IntegerAccess::subtract(a.value_, b.value_)}; }
  friend Wide operator*(const Wide& a, const Wide& b) { return {IntegerAccess::multiply(a.value_, b.value_)}; }
  friend Wide operator-(const Wide& a) { return {IntegerAccess::subtract(Integer(), a.value_)}; }
  // Towards minus infinity.
  friend Wide operator/(const Wide& a, const Wide& b) { return {IntegerAccess::floor_div(a.value_, b.value_)}; }
  friend Wide operator<<(const Wide& a, unsigned bits) { return {IntegerAccess::shift_left(a.value_, bits)}; }
  friend Wide operator>>(const Wide& a, unsigned bits) { return {IntegerAccess::shift_right(a.value_, bits)}; }
  friend bool operator==(const Wide& a, const Wide& b) noexcept { return a.value_ == b.value_; }
  friend std::strong_ordering operator<=>(const Wide& a, const Wide& b) noexcept { return a.value_ <=> b.value_; }
  static Wide pow(const Wide& a, unsigned exponent) { return {IntegerAccess::pow(a.value_, exponent)}; }
  static Wide pow10(unsigned exponent) { return {IntegerAccess::pow10(exponent)}; }

 private:
  Integer value_;
};

// numerator / denominator (> 0) to a whole number.
[[nodiscard]] Wide round_quotient(const Wide& numerator, const Wide& denominator, Rounding rounding);

[[noreturn]] void trap(const ErrorDef& def);

struct RationalAccess {
  // The caller has reduced them and made the denominator positive.
  static Rational make(Integer numerator, Integer denominator) {
    Rational r;
    r.numerator_ = std::move(numerator);
    r.denominator_ = std::move(denominator);
    return r;
  }
};

}  // namespace sumi
