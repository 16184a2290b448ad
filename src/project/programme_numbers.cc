// Sums and texts of many numbers.
#include <algorithm>
#include <bit>
#include <charconv>

#include "project/programme_parts.h"

namespace sumi::project {

namespace {

constexpr unsigned digits_of_i64 = 18;
constexpr std::array<std::int64_t, digits_of_i64 + 1> powers_of_ten = [] {
  std::array<std::int64_t, digits_of_i64 + 1> p{1};
  for (std::size_t i = 1; i < p.size(); ++i) p[i] = p[i - 1] * 10;
  return p;
}();

}  // namespace

void TraceText::grow(std::size_t more) {
  constexpr std::size_t first = std::size_t{1} << 16;
  const std::size_t wanted = std::max({first, capacity_ * 2, size_ + more});
  auto bytes = std::make_unique_for_overwrite<char[]>(wanted);
  if (size_ != 0) std::memcpy(bytes.get(), bytes_.get(), size_);
  bytes_ = std::move(bytes);
  capacity_ = wanted;
}

void TraceText::add_escaped(std::string_view text) {
  char* at = room(text.size() * 2);
  for (const char c : text) {
    if (c == '\t' || c == '\n' || c == '\\') {
      *at++ = '\\';
      *at++ = c == '\t' ? 't' : c == '\n' ? 'n' : '\\';
    } else {
      *at++ = c;
    }
  }
  wrote(at);
}

void TraceText::add(const Hash& hash) {
  char* at = room(hash.bytes.size() * 2);
  for (const std::uint8_t byte : hash.bytes) {
    *at++ = "0123456789abcdef"[byte >> 4];
    *at++ = "0123456789abcdef"[byte & 15U];
  }
  wrote(at);
}

void TraceText::add_decimal(std::int64_t mantissa, unsigned scale) {
  while (scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    --scale;
  }
  constexpr std::size_t widest = 48;
  char* at = room(widest + scale);
  if (scale == 0) {
    wrote(std::to_chars(at, at + widest, mantissa).ptr);
    return;
  }
  if (mantissa < 0) *at++ = '-';
  std::array<char, widest> digits{};
  const auto magnitude = mantissa < 0 ? ~static_cast<std::uint64_t>(mantissa) + 1 : static_cast<std::uint64_t>(mantissa);
  char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), magnitude).ptr;
  const auto count = static_cast<unsigned>(end - digits.data());
  const unsigned whole = count > scale ? count - scale : 0;
  if (whole == 0) *at++ = '0';
  else at = std::copy_n(digits.data(), whole, at);
  *at++ = '.';
  at = std::fill_n(at, scale > count ? scale - count : 0, '0');
  wrote(std::copy(digits.data() + whole, end, at));
}

// As Rational::to_string(), without the detour over 128 bits where 64 suffice.
void TraceText::add(const Rational& value) {
  const auto n = value.numerator().to_i64(), d = value.denominator().to_i64();
  if (n && d) {
    const auto twos = static_cast<unsigned>(std::countr_zero(static_cast<std::uint64_t>(*d)));
    std::int64_t rest = *d >> twos;
    unsigned fives = 0;
    for (; rest % 5 == 0; rest /= 5) ++fives;
    const unsigned scale = std::max(twos, fives);
    std::int64_t mantissa = 0;
    if (rest == 1 && scale <= digits_of_i64 && !__builtin_mul_overflow(*n, powers_of_ten[scale] / *d, &mantissa)) {
      add_decimal(mantissa, scale);
      return;
    }
  }
  add(value.to_string());
}

void FractionSum::add(const Rational& value) {
  if (value.sign() == 0) return;
  const Integer& d = value.denominator();
  for (std::size_t i = 0; i < by_denominator_.size(); ++i) {
    if (!(by_denominator_[i].first == d)) continue;
    by_denominator_[i].second += value.numerator();
    if (i > 0) std::swap(by_denominator_[i], by_denominator_[i - 1]);  // frequent ones come to the front
    return;
  }
  constexpr std::size_t many = 64;
  if (by_denominator_.size() < many) {
    by_denominator_.emplace_back(d, value.numerator());
    return;
  }
  // Too many different ones: one of them takes the others in.
  const Rational sum = total() + value;
  by_denominator_.assign(1, {sum.denominator(), sum.numerator()});
}

void FractionSum::add(const FractionSum& other) {
  for (const auto& [d, n] : other.by_denominator_) add(Rational(n, d));
}

Rational FractionSum::total() const {
  Rational sum;
  for (const auto& [d, n] : by_denominator_) sum += Rational(n, d);
  return sum;
}

void DecimalSum::add(std::int64_t mantissa, unsigned scale) {
  std::int64_t left = mantissa_, right = mantissa, sum = 0;
  const unsigned common = std::max(scale_, scale);
  if (common <= digits_of_i64 && !__builtin_mul_overflow(left, powers_of_ten[common - scale_], &left) &&
      !__builtin_mul_overflow(right, powers_of_ten[common - scale], &right) && !__builtin_add_overflow(left, right, &sum)) {
    mantissa_ = sum;
    scale_ = common;
    return;
  }
  add(Rational(Decimal(Integer(mantissa), scale)));
}

Rational DecimalSum::total() const {
  const Rational decimals = scale_ == 0 ? Rational(mantissa_) : Rational(Decimal(Integer(mantissa_), scale_));
  return has_rest_ ? decimals + rest_ : decimals;
}

}  // namespace sumi::project
