#include <algorithm>
#include <array>

#include "base/errors.h"
#include "base/limits.h"
#include "base/number_wide.h"

namespace sumi {

namespace {

constexpr std::array<std::string_view, 5> rounding_names{"floor", "ceiling", "truncate", "half_even", "half_up"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The digits before the point, with commas taken out where they stand right: "1,234,567", never "1,23" nor "0,123".
bool take_integer_digits(std::string_view part, bool allow_separators, std::string& digits) {
  if (part.empty()) return false;
  const std::size_t comma = part.find(',');
  if (comma != std::string_view::npos && (!allow_separators || comma == 0 || comma > 3 || part.front() == '0')) return false;
  std::size_t run = 0;
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (part[i] == ',') {
      if (i != comma && run != 3) return false;
      run = 0;
      continue;
    }
    if (!is_digit(part[i])) return false;
    digits += part[i];
    ++run;
  }
  return comma == std::string_view::npos || run == 3;
}

Wide coefficient_at(const Decimal& v, unsigned scale) {
  if (v.scale() == scale) return v.coefficient();
  return Wide(v.coefficient()) * Wide::pow10(scale - v.scale());
}

// value x 10^places, rounded to a whole number.
Wide scaled(const Rational& value, int places, Rounding rounding) {
  if (places >= 0)
    return round_quotient(Wide(value.numerator()) * Wide::pow10(static_cast<unsigned>(places)), value.denominator(), rounding);
  return round_quotient(value.numerator(), Wide(value.denominator()) * Wide::pow10(static_cast<unsigned>(-places)), rounding);
}

void check_places(int places) {
  if (places > static_cast<int>(limits::decimal_scale_max) || places < -static_cast<int>(limits::decimal_scale_max))
    trap(errors::arithmetic_limit);
}

// floor(log10(|value|)) of a value that is not zero: guessed by the bits, then put right by comparing.
int exponent_of(const Rational& value) {
  const Wide n = value.sign() < 0 ? -Wide(value.numerator()) : Wide(value.numerator());
  const Wide d = value.denominator();
  const auto at_least = [&n, &d](int e) {
    return e >= 0 ? n >= d * Wide::pow10(static_cast<unsigned>(e)) : n * Wide::pow10(static_cast<unsigned>(-e)) >= d;
  };
  int e = (static_cast<int>(n.bit_length()) - static_cast<int>(d.bit_length())) * 30103 / 100000;
  while (!at_least(e)) --e;
  while (at_least(e + 1)) ++e;
  return e;
}

}  // namespace

std::string_view name_of(Rounding rounding) { return rounding_names.at(static_cast<std::size_t>(rounding)); }

std::optional<Rounding> rounding_of(std::string_view name) {
  const auto* found = std::ranges::find(rounding_names, name);
  if (found == rounding_names.end()) return std::nullopt;
  return static_cast<Rounding>(found - rounding_names.begin());
}

Decimal::Decimal(Integer coefficient, unsigned scale) : coefficient_(std::move(coefficient)), scale_(scale) {
  if (scale > limits::decimal_scale_max) trap(errors::arithmetic_limit);
}

Result<Decimal> Decimal::parse(std::string_view text, bool allow_separators) {
  if (text.size() > limits::number_text_length_max)
    return fail(errors::number_too_long, {{"limit", std::to_string(limits::number_text_length_max)}});
  std::string_view rest = text;
  std::string digits;
  if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) {
    if (rest.front() == '-') digits = "-";
    rest.remove_prefix(1);
  }
  const std::size_t point = rest.find('.');
  std::string_view fraction;
  bool good = take_integer_digits(rest.substr(0, point), allow_separators, digits);
  if (point != std::string_view::npos) {
    fraction = rest.substr(point + 1);
    good = good && !fraction.empty() && std::ranges::all_of(fraction, is_digit);
    digits += fraction;
  }
  if (!good) return fail(errors::number_syntax, {{"text", std::string(text)}});
  if (fraction.size() > limits::decimal_scale_max)
    return fail(errors::number_too_long, {{"limit", std::to_string(limits::decimal_scale_max)}});
  SUMI_TRY(Integer coefficient, Integer::parse(digits));
  return Decimal(std::move(coefficient), static_cast<unsigned>(fraction.size()));
}

std::string Decimal::to_string() const {
  std::string out = coefficient_.to_string();
  if (scale_ == 0) return out;
  const bool negative = out.front() == '-';
  if (negative) out.erase(0, 1);
  if (out.size() <= scale_) out.insert(0, scale_ + 1 - out.size(), '0');
  out.insert(out.size() - scale_, 1, '.');
  if (negative) out.insert(out.begin(), '-');
  return out;
}

Decimal operator+(const Decimal& a, const Decimal& b) {
  const unsigned scale = std::max(a.scale_, b.scale_);
  return {(coefficient_at(a, scale) + coefficient_at(b, scale)).checked(), scale};
}

Decimal operator-(const Decimal& a, const Decimal& b) {
  const unsigned scale = std::max(a.scale_, b.scale_);
  return {(coefficient_at(a, scale) - coefficient_at(b, scale)).checked(), scale};
}

Decimal operator*(const Decimal& a, const Decimal& b) { return {a.coefficient_ * b.coefficient_, a.scale_ + b.scale_}; }
Decimal operator-(const Decimal& a) { return {-a.coefficient_, a.scale_}; }

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const unsigned scale = std::max(a.scale_, b.scale_);
  return coefficient_at(a, scale) <=> coefficient_at(b, scale);
}

bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

namespace {

// Whether floor(n / d) goes up by one; `half` compares the remainder, which is not zero, with d / 2.
bool goes_up(Rounding rounding, bool negative, std::strong_ordering half, bool quotient_odd) {
  switch (rounding) {
    case Rounding::floor: return false;
    case Rounding::ceiling: return true;
    case Rounding::truncate: return negative;
    case Rounding::half_even: return half > 0 || (half == 0 && quotient_odd);
    case Rounding::half_up: return half > 0 || (half == 0 && !negative);
  }
  return false;
}

}  // namespace

Wide round_quotient(const Wide& numerator, const Wide& denominator, Rounding rounding) {
  const i128* n = IntegerAccess::small(numerator.unchecked());
  const i128* d = IntegerAccess::small(denominator.unchecked());
  if (n != nullptr && d != nullptr) {
    i128 q = *n / *d;
    i128 r = *n - q * *d;
    if (r == 0) return IntegerAccess::from_i128(q);
    if (r < 0) {
      r += *d;
      --q;
    }
    // r against d - r, since 2 r might not fit.
    return IntegerAccess::from_i128(goes_up(rounding, *n < 0, r <=> *d - r, q % 2 != 0) ? q + 1 : q);
  }
  const Wide q = numerator / denominator;
  const Wide r = numerator - q * denominator;
  if (r.sign() == 0) return q;
  const bool odd = !IntegerAccess::floor_mod(q.unchecked(), 2).is_zero();
  return goes_up(rounding, numerator.sign() < 0, (r << 1) <=> denominator, odd) ? q + Wide(1) : q;
}

Integer round_integer(const Rational& value, Rounding rounding) {
  if (value.is_integer()) return value.numerator();
  return round_quotient(value.numerator(), value.denominator(), rounding).checked();
}

Decimal round_places(const Rational& value, int places, Rounding rounding) {
  check_places(places);
  Wide coefficient = scaled(value, places, rounding);
  if (places >= 0) return {std::move(coefficient).checked(), static_cast<unsigned>(places)};
  return {(coefficient * Wide::pow10(static_cast<unsigned>(-places))).checked(), 0};
}

Decimal round_significant(const Rational& value, int digits, Rounding rounding) {
  if (digits < 1 || digits > static_cast<int>(limits::decimal_scale_max)) trap(errors::arithmetic_limit);
  if (value.sign() == 0) return {};
  const int places = digits - 1 - exponent_of(value);
  const Decimal out = round_places(value, places, rounding);
  // 9.996 to three digits is 10.0: the carry brought a digit in front, so the last one goes.
  if (places > 0 && exponent_of(out) > exponent_of(value)) return round_places(out, places - 1, rounding);
  return out;
}

}  // namespace sumi
