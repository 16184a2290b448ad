#include "base/number.h"

#include <algorithm>
#include <array>
#include <boost/multiprecision/cpp_int.hpp>

#include "base/errors.h"
#include "base/limits.h"
#include "base/number_wide.h"

namespace sumi {

using boost::multiprecision::cpp_int;

namespace {

constexpr i128 i128_min = static_cast<i128>(static_cast<u128>(1) << 127);
constexpr unsigned pow10_small_max = 38;  // 10^38 < 2^127 < 10^39

constexpr std::array<u128, pow10_small_max + 1> pow10_small = [] {
  std::array<u128, pow10_small_max + 1> table{};
  u128 v = 1;
  for (unsigned i = 0; i <= pow10_small_max; ++i, v *= 10) table[i] = v;
  return table;
}();

unsigned bits_of(u128 v) noexcept {
  const auto high = static_cast<std::uint64_t>(v >> 64);
  const auto low = static_cast<std::uint64_t>(v);
  if (high != 0) return 128 - static_cast<unsigned>(__builtin_clzll(high));
  return low == 0 ? 0 : 64 - static_cast<unsigned>(__builtin_clzll(low));
}

unsigned bits_of(const cpp_int& v) { return v.is_zero() ? 0 : static_cast<unsigned>(msb(v.sign() < 0 ? cpp_int(-v) : v)) + 1; }

unsigned trailing_zeros(u128 v) noexcept {
  const auto low = static_cast<std::uint64_t>(v);
  return low != 0 ? static_cast<unsigned>(__builtin_ctzll(low))
                  : 64 + static_cast<unsigned>(__builtin_ctzll(static_cast<std::uint64_t>(v >> 64)));
}

// Without a branch that the processor would have to guess: each step takes one subtraction and one shift.
std::uint64_t gcd_odd_of(std::uint64_t a, std::uint64_t b) noexcept {
  while (a != b) {
    const std::uint64_t difference = a > b ? a - b : b - a;
    b = std::min(a, b);
    a = difference >> __builtin_ctzll(difference);
  }
  return a;
}

std::string digits_of(u128 v) {
  std::array<char, 40> buffer{};
  std::size_t at = buffer.size();
  do {
    buffer[--at] = static_cast<char>('0' + static_cast<int>(v % 10));
    v /= 10;
  } while (v != 0);
  return {buffer.data() + at, buffer.size() - at};
}

}  // namespace

void trap(const ErrorDef& def) { throw ArithmeticTrap(def); }

ArithmeticTrap::ArithmeticTrap(const ErrorDef& def) : std::runtime_error(qualified_name(def)), def_(&def) {}

// Binary gcd; one remainder first where the sizes differ much, and 64-bit steps as soon as both fit.
u128 gcd_of(u128 a, u128 b) noexcept {
  if (a == 0) return b;
  if (b == 0) return a;
  if (a == 1 || b == 1) return 1;
  if (a < b) std::swap(a, b);
  if ((a >> 64) != 0 && (b >> 64) == 0) {
    a %= b;
    if (a == 0) return b;
  }
  const unsigned zeros_a = trailing_zeros(a);
  const unsigned zeros_b = trailing_zeros(b);
  a >>= zeros_a;
  b >>= zeros_b;
  while (((a | b) >> 64) != 0) {
    if (a == b) return a << std::min(zeros_a, zeros_b);
    if (a < b) std::swap(a, b);
    a -= b;
    a >>= trailing_zeros(a);
  }
  return static_cast<u128>(gcd_odd_of(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b))) << std::min(zeros_a, zeros_b);
}

struct Integer::Big {
  cpp_int value;
};

void Integer::BigDelete::operator()(Big* big) const noexcept { delete big; }

void Integer::copy_big(const Integer& other) {
  big_.reset(new Big(*other.big_));
  small_ = 0;
}

namespace {

cpp_int wide_from(i128 v) {
  const u128 m = magnitude(v);
  cpp_int out = static_cast<std::uint64_t>(m >> 64);
  out <<= 64;
  out += static_cast<std::uint64_t>(m);
  if (v < 0) out = -out;
  return out;
}

cpp_int floor_quotient(const cpp_int& a, const cpp_int& b) {
  cpp_int q;
  cpp_int r;
  divide_qr(a, b, q, r);
  if (!r.is_zero() && (r.sign() < 0) != (b.sign() < 0)) --q;
  return q;
}

}  // namespace

struct IntegerAccess::Store {
  // The value as a cpp_int, copied only where it is small.
  class View {
   public:
    explicit View(const Integer& v) : own_(v.big_ ? cpp_int() : wide_from(v.small_)), value_(v.big_ ? &v.big_->value : &own_) {}
    View(const View&) = delete;
    View& operator=(const View&) = delete;
    const cpp_int& operator*() const { return *value_; }
    const cpp_int* operator->() const { return value_; }

   private:
    cpp_int own_;
    const cpp_int* value_;
  };

  // The canonical form: what fits in 128 bits is small.
  static Integer make(cpp_int&& v) {
    const bool negative = v.sign() < 0;
    if (bits_of(v) > 127 && !(negative && v == wide_from(i128_min))) {
      Integer out;
      out.big_.reset(new Integer::Big{std::move(v)});
      return out;
    }
    if (negative) v = -v;
    const auto low = static_cast<std::uint64_t>(v & std::numeric_limits<std::uint64_t>::max());
    const auto high = static_cast<std::uint64_t>(v >> 64);
    const u128 m = static_cast<u128>(high) << 64 | low;
    return from_i128(static_cast<i128>(negative ? ~m + 1 : m));
  }

  static std::strong_ordering compare(const Integer& a, const Integer& b) noexcept {
    if (!a.big_ && !b.big_) return a.small_ <=> b.small_;
    // A value outside of 128 bits lies beyond every one inside.
    if (!a.big_) return 0 <=> b.big_->value.sign();
    if (!b.big_) return a.big_->value.sign() <=> 0;
    return a.big_->value.compare(b.big_->value) <=> 0;
  }
};

using Store = IntegerAccess::Store;
using View = Store::View;

Integer IntegerAccess::from_u128(u128 v) {
  if (v >> 127 == 0) return from_i128(static_cast<i128>(v));
  cpp_int big = static_cast<std::uint64_t>(v >> 64);
  big <<= 64;
  big += static_cast<std::uint64_t>(v);
  return Store::make(std::move(big));
}

Integer IntegerAccess::add(const Integer& a, const Integer& b) {
  i128 sum = 0;
  if (!a.big_ && !b.big_ && !__builtin_add_overflow(a.small_, b.small_, &sum)) return from_i128(sum);
  return Store::make(*View(a) + *View(b));
}

Integer IntegerAccess::subtract(const Integer& a, const Integer& b) {
  i128 difference = 0;
  if (!a.big_ && !b.big_ && !__builtin_sub_overflow(a.small_, b.small_, &difference)) return from_i128(difference);
  return Store::make(*View(a) - *View(b));
}

Integer IntegerAccess::multiply(const Integer& a, const Integer& b) {
  i128 product = 0;
  if (!a.big_ && !b.big_ && !__builtin_mul_overflow(a.small_, b.small_, &product)) return from_i128(product);
  return Store::make(*View(a) * *View(b));
}

Integer IntegerAccess::floor_div(const Integer& a, const Integer& b) {
  if (!a.big_ && !b.big_ && !(a.small_ == i128_min && b.small_ == -1)) {
    const i128 x = a.small_;
    const i128 y = b.small_;
    if (x >= 0 && y > 0 && x <= std::numeric_limits<std::int64_t>::max() && y <= std::numeric_limits<std::int64_t>::max()) {
      return from_i128(static_cast<std::int64_t>(x) / static_cast<std::int64_t>(y));
    }
    const i128 q = x / y;
    return from_i128(q * y != x && (x < 0) != (y < 0) ? q - 1 : q);
  }
  return Store::make(floor_quotient(*View(a), *View(b)));
}

Integer IntegerAccess::floor_mod(const Integer& a, const Integer& b) {
  if (!a.big_ && !b.big_) {
    if (b.small_ == -1) return {};  // the machine's own remainder of the least value by -1 is not defined
    const i128 r = a.small_ % b.small_;
    return from_i128(r != 0 && (r < 0) != (b.small_ < 0) ? r + b.small_ : r);
  }
  const View x(a);
  const View y(b);
  return Store::make(*x - floor_quotient(*x, *y) * *y);
}

Integer IntegerAccess::shift_left(const Integer& a, unsigned bits) {
  if (!a.big_ && bits_of(magnitude(a.small_)) + bits <= 127) return from_i128(a.small_ * static_cast<i128>(static_cast<u128>(1) << bits));
  return Store::make(*View(a) << bits);
}

Integer IntegerAccess::shift_right(const Integer& a, unsigned bits) {
  if (!a.big_) return from_i128(a.small_ >> std::min(bits, 127U));
  return Store::make(floor_quotient(a.big_->value, cpp_int(1) << bits));
}

Integer IntegerAccess::gcd(const Integer& a, const Integer& b) {
  if (!a.big_ && !b.big_) return from_u128(gcd_of(magnitude(a.small_), magnitude(b.small_)));
  return Store::make(boost::multiprecision::gcd(*View(a), *View(b)));
}

Integer IntegerAccess::pow(const Integer& a, unsigned exponent) {
  Integer result = 1;
  Integer square = a;
  for (;;) {
    if ((exponent & 1) != 0) result = multiply(result, square);
    exponent >>= 1;
    if (exponent == 0) return result;
    square = multiply(square, square);
  }
}

Integer IntegerAccess::pow10(unsigned exponent) {
  if (exponent <= pow10_small_max) return from_i128(static_cast<i128>(pow10_small[exponent]));
  return pow(Integer(10), exponent);
}

namespace {

Integer checked(Integer&& v) {
  if (IntegerAccess::small(v) == nullptr && v.bit_length() > limits::integer_bits_max) trap(errors::arithmetic_limit);
  return std::move(v);
}

}  // namespace

Integer Wide::checked() && { return sumi::checked(std::move(value_)); }

Integer Integer::from_u64(std::uint64_t value) noexcept { return IntegerAccess::from_i128(static_cast<i128>(value)); }

Result<Integer> Integer::parse(std::string_view text) {
  const auto too_long = [](std::size_t limit) { return fail(errors::number_too_long, {{"limit", std::to_string(limit)}}); };
  if (text.size() > limits::number_text_length_max) return too_long(limits::number_text_length_max);
  std::string_view digits = text;
  const bool negative = !digits.empty() && digits.front() == '-';
  if (negative || (!digits.empty() && digits.front() == '+')) digits.remove_prefix(1);
  if (digits.empty() || !std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; })) {
    return fail(errors::number_syntax, {{"text", std::string(text)}});
  }
  constexpr std::size_t chunk_length = 18;
  Integer value;
  while (!digits.empty()) {
    const std::size_t n = std::min(chunk_length, digits.size());
    std::int64_t chunk = 0;
    for (const char c : digits.substr(0, n)) chunk = chunk * 10 + (c - '0');
    value = IntegerAccess::add(IntegerAccess::multiply(value, pow10(static_cast<unsigned>(n))), chunk);
    digits.remove_prefix(n);
  }
  if (value.bit_length() > limits::integer_bits_max) return too_long(limits::integer_bits_max * 30103 / 100000);
  return negative ? -value : value;
}

Integer Integer::pow10(unsigned exponent) {
  if (exponent > limits::integer_bits_max) trap(errors::arithmetic_limit);
  return checked(IntegerAccess::pow10(exponent));
}

std::string Integer::to_string() const {
  if (big_) return big_->value.str();
  std::string out = digits_of(magnitude(small_));
  if (small_ < 0) out.insert(out.begin(), '-');
  return out;
}

std::optional<std::int64_t> Integer::to_i64() const noexcept {
  if (big_ || small_ < std::numeric_limits<std::int64_t>::min() || small_ > std::numeric_limits<std::int64_t>::max()) return std::nullopt;
  return static_cast<std::int64_t>(small_);
}

std::optional<std::uint64_t> Integer::to_u64() const noexcept {
  if (big_ || small_ < 0 || small_ > static_cast<i128>(std::numeric_limits<std::uint64_t>::max())) return std::nullopt;
  return static_cast<std::uint64_t>(small_);
}

int Integer::sign() const noexcept {
  if (big_) return big_->value.sign();
  return (small_ > 0) - (small_ < 0);
}

unsigned Integer::bit_length() const noexcept { return big_ ? bits_of(big_->value) : bits_of(magnitude(small_)); }

Integer operator+(const Integer& a, const Integer& b) { return checked(IntegerAccess::add(a, b)); }
Integer operator-(const Integer& a, const Integer& b) { return checked(IntegerAccess::subtract(a, b)); }
Integer operator*(const Integer& a, const Integer& b) { return checked(IntegerAccess::multiply(a, b)); }
Integer operator-(const Integer& a) { return checked(IntegerAccess::subtract(Integer(), a)); }

Integer floor_div(const Integer& a, const Integer& b) {
  if (b.is_zero()) trap(errors::division_by_zero);
  return checked(IntegerAccess::floor_div(a, b));
}

Integer floor_mod(const Integer& a, const Integer& b) {
  if (b.is_zero()) trap(errors::division_by_zero);
  return checked(IntegerAccess::floor_mod(a, b));
}

Integer gcd(const Integer& a, const Integer& b) { return checked(IntegerAccess::gcd(a, b)); }

Integer pow(const Integer& a, unsigned exponent) {
  const unsigned bits = a.bit_length();
  if (bits <= 1) return exponent != 0 && (a.sign() >= 0 || exponent % 2 == 1) ? a : Integer(1);  // 0, 1 and -1 never grow
  // At least (bits - 1) x exponent + 1 bits: what is surely too wide is not computed at all.
  if (exponent > limits::integer_bits_max || (bits - 1) * exponent >= limits::integer_bits_max) trap(errors::arithmetic_limit);
  return checked(IntegerAccess::pow(a, exponent));
}

bool operator==(const Integer& a, const Integer& b) noexcept { return Store::compare(a, b) == 0; }
std::strong_ordering operator<=>(const Integer& a, const Integer& b) noexcept { return Store::compare(a, b); }

}  // namespace sumi
