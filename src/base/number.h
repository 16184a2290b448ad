// Exact numbers: Integer, Rational, Decimal.
//
// Every value is exact. Small values live in a 128-bit integer, larger ones in Boost.Multiprecision's cpp_int behind a
// pointer; a value of more than limits::integer_bits_max bits, a division by zero or a root of a negative number throws
// ArithmeticTrap. Nothing wraps, nothing is rounded unless a rounding is named at the call.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/result.h"

namespace sumi {

// Thrown, never returned: it ends the request. The formula evaluator turns it into a refusal.
class ArithmeticTrap : public std::runtime_error {
 public:
  explicit ArithmeticTrap(const ErrorDef& def);
  [[nodiscard]] const ErrorDef& def() const noexcept { return *def_; }

 private:
  const ErrorDef* def_;
};

class Integer {
 public:
  Integer() noexcept = default;
  Integer(std::int64_t value) noexcept : small_(value) {}  // NOLINT(google-explicit-constructor): a number is a number
  Integer(int value) noexcept : small_(value) {}           // NOLINT(google-explicit-constructor)
  static Integer from_u64(std::uint64_t value) noexcept;
  // "-12": an optional sign and ASCII digits, nothing else.
  static Result<Integer> parse(std::string_view text);
  static Integer pow10(unsigned exponent);

  Integer(const Integer& other) : small_(other.small_) {
    if (other.big_) copy_big(other);
  }
  Integer(Integer&&) noexcept = default;
  Integer& operator=(const Integer& other) {
    if (this == &other) return *this;
    small_ = other.small_;
    if (other.big_) copy_big(other);
    else big_.reset();
    return *this;
  }
  Integer& operator=(Integer&&) noexcept = default;
  ~Integer() = default;

  [[nodiscard]] std::string to_string() const;
  [[nodiscard]] std::optional<std::int64_t> to_i64() const noexcept;
  [[nodiscard]] std::optional<std::uint64_t> to_u64() const noexcept;
  [[nodiscard]] int sign() const noexcept;  // -1, 0, 1
  [[nodiscard]] bool is_zero() const noexcept { return sign() == 0; }
  [[nodiscard]] unsigned bit_length() const noexcept;

  friend Integer operator+(const Integer&, const Integer&);
  friend Integer operator-(const Integer&, const Integer&);
  friend Integer operator*(const Integer&, const Integer&);
  friend Integer operator-(const Integer&);
  // Division towards minus infinity; the remainder has the sign of the divisor.
  friend Integer floor_div(const Integer&, const Integer&);
  friend Integer floor_mod(const Integer&, const Integer&);
  friend Integer gcd(const Integer&, const Integer&);  // never negative
  friend Integer pow(const Integer&, unsigned exponent);
  friend bool operator==(const Integer&, const Integer&) noexcept;
  friend std::strong_ordering operator<=>(const Integer&, const Integer&) noexcept;
  Integer& operator+=(const Integer& b) { return *this = *this + b; }
  Integer& operator-=(const Integer& b) { return *this = *this - b; }
  Integer& operator*=(const Integer& b) { return *this = *this * b; }

 private:
  struct Big;  // holds a cpp_int; only in number.cc
  struct BigDelete {
    void operator()(Big*) const noexcept;
  };
  void copy_big(const Integer& other);
  __extension__ using i128 = __int128;
  i128 small_ = 0;                       // the value where big_ is empty, else 0
  std::unique_ptr<Big, BigDelete> big_;  // only for values outside of 128 bits, so equal values have equal forms
  friend struct IntegerAccess;
};

// How a value becomes shorter. Named at every call and in the rulebook (decision 11).
enum class Rounding : std::uint8_t {
  floor,      // towards minus infinity
  ceiling,    // towards plus infinity
  truncate,   // towards zero
  half_even,  // to nearest, ties to the even digit
  half_up,    // to nearest, ties away from zero
};
[[nodiscard]] std::string_view name_of(Rounding);
[[nodiscard]] std::optional<Rounding> rounding_of(std::string_view name);

class Rational;

// coefficient x 10^-scale. Keeps its written places: "0.50" prints "0.50"; equality compares values.
class Decimal {
 public:
  Decimal() = default;
  Decimal(Integer coefficient, unsigned scale);
  Decimal(std::int64_t value) : coefficient_(value) {}  // NOLINT(google-explicit-constructor)
  Decimal(int value) : coefficient_(value) {}           // NOLINT(google-explicit-constructor)
  // "-12.50", "1,234.5" only when separators are allowed (groups of three), "1e-3" is refused. ASCII only.
  static Result<Decimal> parse(std::string_view text, bool allow_separators = false);

  [[nodiscard]] const Integer& coefficient() const { return coefficient_; }
  [[nodiscard]] unsigned scale() const { return scale_; }
  [[nodiscard]] std::string to_string() const;
  [[nodiscard]] int sign() const noexcept { return coefficient_.sign(); }

  friend Decimal operator+(const Decimal&, const Decimal&);
  friend Decimal operator-(const Decimal&, const Decimal&);
  friend Decimal operator*(const Decimal&, const Decimal&);
  friend Decimal operator-(const Decimal&);
  friend bool operator==(const Decimal&, const Decimal&);
  friend std::strong_ordering operator<=>(const Decimal&, const Decimal&);

 private:
  Integer coefficient_;
  unsigned scale_ = 0;
};

// Always reduced, denominator positive.
class Rational {
 public:
  Rational() = default;
  Rational(std::int64_t value) : numerator_(value) {}  // NOLINT(google-explicit-constructor)
  Rational(int value) : numerator_(value) {}           // NOLINT(google-explicit-constructor)
  Rational(Integer value) : numerator_(std::move(value)) {}  // NOLINT(google-explicit-constructor)
  Rational(const Decimal& value);                            // NOLINT(google-explicit-constructor)
  Rational(Integer numerator, Integer denominator);          // traps on a zero denominator
  // "12", "-1.25" or "1859/15".
  static Result<Rational> parse(std::string_view text);

  [[nodiscard]] const Integer& numerator() const { return numerator_; }
  [[nodiscard]] const Integer& denominator() const { return denominator_; }
  // The shortest exact text: a decimal where the value terminates, else "n/d". parse() reads it back.
  [[nodiscard]] std::string to_string() const;
  // The exact decimal, if there is one within limits::decimal_scale_max places.
  [[nodiscard]] std::optional<Decimal> to_decimal() const;
  [[nodiscard]] int sign() const noexcept { return numerator_.sign(); }
  [[nodiscard]] bool is_integer() const { return denominator_ == Integer(1); }

  friend Rational operator+(const Rational&, const Rational&);
  friend Rational operator-(const Rational&, const Rational&);
  friend Rational operator*(const Rational&, const Rational&);
  friend Rational operator/(const Rational&, const Rational&);  // traps on zero
  friend Rational operator-(const Rational&);
  friend bool operator==(const Rational&, const Rational&);
  friend std::strong_ordering operator<=>(const Rational&, const Rational&);
  Rational& operator+=(const Rational& b) { return *this = *this + b; }
  Rational& operator-=(const Rational& b) { return *this = *this - b; }
  Rational& operator*=(const Rational& b) { return *this = *this * b; }

 private:
  Integer numerator_;
  Integer denominator_ = 1;
  friend struct RationalAccess;
};

// |exponent| <= limits::power_exponent_max, else a trap; 0^0 = 1; 0^negative traps.
[[nodiscard]] Rational pow(const Rational& base, int exponent);

// To a whole number of units.
[[nodiscard]] Integer round_integer(const Rational& value, Rounding rounding);
// To decimal places; negative places round to tens, hundreds ... The result has exactly max(places, 0) written places.
[[nodiscard]] Decimal round_places(const Rational& value, int places, Rounding rounding);
// To significant digits (1..limits::decimal_scale_max): 1234.5 to 3 is 1230, 0.00123456 to 3 is 0.00123.
[[nodiscard]] Decimal round_significant(const Rational& value, int digits, Rounding rounding);

// Correctly rounded (half even) to limits::transcendental_places by integer arithmetic. Their results are approximate:
// whoever uses them says so. ln needs a positive value, sqrt and even roots a value >= 0; |exp's argument| <= 512.
[[nodiscard]] Decimal ln(const Rational& value);
[[nodiscard]] Decimal exp(const Rational& value);
[[nodiscard]] Decimal sqrt(const Rational& value);
[[nodiscard]] Decimal root(const Rational& value, unsigned degree);  // degree 1..64

}  // namespace sumi
