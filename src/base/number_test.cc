#include "base/number.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <limits>
#include <new>
#include <type_traits>

#include "base/errors.h"
#include "base/limits.h"

namespace {
// Counts what goes to the heap while a test asks.
std::atomic<std::size_t> allocations = 0;
}  // namespace

[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* p = std::malloc(size == 0 ? 1 : size)) return p;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* p) noexcept { std::free(p); }
[[gnu::noinline]] void operator delete(void* p, std::size_t) noexcept { std::free(p); }

namespace sumi {
namespace {

Rational q(std::string_view text) {
  auto value = Rational::parse(text);
  if (!value) throw std::runtime_error("not a number: " + std::string(text));
  return *std::move(value);
}
Integer z(std::string_view text) {
  auto value = Integer::parse(text);
  if (!value) throw std::runtime_error("not a whole number: " + std::string(text));
  return *std::move(value);
}
Decimal d(std::string_view text) {
  auto value = Decimal::parse(text);
  if (!value) throw std::runtime_error("not a decimal: " + std::string(text));
  return *std::move(value);
}

template <class F>
std::string trap_of(F f) {
  try {
    (void)f();
  } catch (const ArithmeticTrap& trap) {
    EXPECT_EQ(trap.what(), qualified_name(trap.def()));
    return std::string(trap.def().name);
  }
  return "no trap";
}

std::string refusal_of(std::string_view text, bool separators = false) {
  const auto value = Decimal::parse(text, separators);
  return value ? value->to_string() : std::string(value.error().def->name);
}

static_assert(std::is_nothrow_move_constructible_v<Integer> && std::is_nothrow_move_assignable_v<Rational>);
static_assert(sizeof(Integer) <= 32);

// 特定排出者の事業活動に伴う温室効果ガスの排出量の算定に関する省令 (平成18年経済産業省・環境省令第3号) 別表第一, from fiscal 2023: city gas 40.0 GJ per
// thousand m3, 0.0140 tC/GJ; the ministries print 2.05 t of CO2 per thousand m3.
TEST(Number, CityGasByHand) {
  const Rational factor = q("40.0") * q("0.0140") * q("44/12");
  EXPECT_EQ((q("2000") * factor).to_string(), "12320/3");
  EXPECT_EQ(factor, q("154/75"));
  EXPECT_EQ(round_places(factor, 2, Rounding::half_even).to_string(), "2.05");  // as printed
  EXPECT_EQ(round_integer(q("2000") * factor, Rounding::floor), Integer(4106));
}

TEST(Number, FractionsByHand) {
  EXPECT_EQ((q("100") * q("0.52") * q("0.65") * q("44/12")).to_string(), "1859/15");
  // 33,033.88 and 20,955.7333...: written as fractions because 314336/15 does not end.
  EXPECT_EQ(q("825847/25").to_string(), "33033.88");
  EXPECT_EQ(q("314336/15").to_string(), "314336/15");
  EXPECT_EQ(round_places(q("314336/15"), 3, Rounding::half_even).to_string(), "20955.733");
  // Payback: (10,000 - 5,000) / (1,000 - 300) years.
  const Rational payback = (q("10000") - q("5000")) / (q("1000") - q("300"));
  EXPECT_EQ(payback, q("50/7"));
  EXPECT_EQ(round_places(payback, 6, Rounding::truncate).to_string(), "7.142857");
  EXPECT_EQ(round_places(payback, 2, Rounding::half_even).to_string(), "7.14");
  EXPECT_GT(payback, Rational(3));
  // The ratio of the two gas conditions: 25 degrees and 1 bar against 0 degrees and 1 atm.
  EXPECT_EQ(round_places(q("298.15") / q("273.15") * q("101.325") / q("100"), 4, Rounding::half_even).to_string(), "1.1060");
}

TEST(Number, EdgesOf128Bits) {
  const Integer most = z("170141183460469231731687303715884105727");
  const Integer least = -most - Integer(1);
  EXPECT_EQ(least.to_string(), "-170141183460469231731687303715884105728");
  EXPECT_EQ((most + Integer(1)).to_string(), "170141183460469231731687303715884105728");
  EXPECT_EQ(most + Integer(1) - Integer(1), most);
  EXPECT_EQ(-least, most + Integer(1));
  EXPECT_EQ(-(-least), least);
  EXPECT_EQ(floor_div(least, Integer(-1)), most + Integer(1));
  EXPECT_EQ(floor_mod(least, Integer(-1)), Integer(0));
  EXPECT_EQ(gcd(least, Integer(0)), most + Integer(1));
  EXPECT_EQ(gcd(least, least), most + Integer(1));
  EXPECT_EQ(least.bit_length(), 128U);
  EXPECT_EQ(most.bit_length(), 127U);
  EXPECT_LT(least, most);
  EXPECT_GT(most + Integer(1), most);
  EXPECT_LT(least - Integer(1), least);
  EXPECT_EQ(Rational(least, Integer(-1)), Rational(most) + Rational(1));
  EXPECT_EQ(Rational(1) / Rational(least), Rational(Integer(-1), most + Integer(1)));
  EXPECT_EQ(z("-0").to_string(), "0");
}

TEST(Number, MachineIntegers) {
  EXPECT_EQ(Integer(std::numeric_limits<std::int64_t>::min()).to_string(), "-9223372036854775808");
  EXPECT_EQ(Integer::from_u64(std::numeric_limits<std::uint64_t>::max()).to_string(), "18446744073709551615");
  EXPECT_EQ(z("9223372036854775807").to_i64(), std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(z("9223372036854775808").to_i64(), std::nullopt);
  EXPECT_EQ(z("-9223372036854775809").to_i64(), std::nullopt);
  EXPECT_EQ(z("18446744073709551615").to_u64(), std::numeric_limits<std::uint64_t>::max());
  EXPECT_EQ(z("18446744073709551616").to_u64(), std::nullopt);
  EXPECT_EQ(Integer(-1).to_u64(), std::nullopt);
  EXPECT_EQ(Integer(0).bit_length(), 0U);
}

TEST(Number, DivisionGoesTowardsMinusInfinity) {
  EXPECT_EQ(floor_div(Integer(-7), Integer(2)), Integer(-4));
  EXPECT_EQ(floor_mod(Integer(-7), Integer(2)), Integer(1));
  EXPECT_EQ(floor_div(Integer(7), Integer(-2)), Integer(-4));
  EXPECT_EQ(floor_mod(Integer(7), Integer(-2)), Integer(-1));
}

TEST(Number, TrapsAndNeverWraps) {
  EXPECT_EQ(trap_of([] { return floor_div(Integer(1), Integer(0)); }), "division_by_zero");
  EXPECT_EQ(trap_of([] { return floor_mod(Integer(1), Integer(0)); }), "division_by_zero");
  EXPECT_EQ(trap_of([] { return Rational(Integer(1), Integer(0)); }), "division_by_zero");
  EXPECT_EQ(trap_of([] { return Rational(1) / Rational(0); }), "division_by_zero");
  EXPECT_EQ(trap_of([] { return pow(Rational(0), -1); }), "division_by_zero");
  EXPECT_EQ(trap_of([] { return pow(Rational(2), 65); }), "arithmetic_limit");
  EXPECT_EQ(trap_of([] { return Decimal(1, limits::decimal_scale_max + 1); }), "arithmetic_limit");
  EXPECT_EQ(trap_of([] { return ln(Rational(0)); }), "arithmetic_domain");
  EXPECT_EQ(trap_of([] { return sqrt(Rational(-1)); }), "arithmetic_domain");
  EXPECT_EQ(trap_of([] { return root(Rational(-8), 4); }), "arithmetic_domain");
  EXPECT_EQ(trap_of([] { return root(Rational(8), 0); }), "arithmetic_limit");
  EXPECT_EQ(trap_of([] { return exp(q("512.01")); }), "arithmetic_limit");
}

TEST(Number, TheBitLimitIsExact) {
  const Integer half = pow(Integer(2), 4095U);
  const Integer most = half - Integer(1) + half;  // 2^4096 - 1
  EXPECT_EQ(most.bit_length(), limits::integer_bits_max);
  EXPECT_EQ(z(most.to_string()), most);
  EXPECT_EQ(trap_of([&] { return most + Integer(1); }), "arithmetic_limit");
  EXPECT_EQ(trap_of([&] { return -most - Integer(1); }), "arithmetic_limit");
  EXPECT_EQ(trap_of([&] { return half * Integer(2); }), "arithmetic_limit");
  EXPECT_EQ(trap_of([] { return pow(Integer(2), 4096U); }), "arithmetic_limit");
  EXPECT_EQ(trap_of([] { return pow(Integer(-3), 4'000'000'000U); }), "arithmetic_limit");
  EXPECT_EQ(pow(Integer(-1), 4'000'000'001U), Integer(-1));
  EXPECT_EQ(pow(Integer(0), 0U), Integer(1));
  EXPECT_EQ(Integer::pow10(1233).to_string(), "1" + std::string(1233, '0'));
  EXPECT_EQ(trap_of([] { return Integer::pow10(1234); }), "arithmetic_limit");
  // The limit is that of the reduced result: these go through twice as many bits.
  EXPECT_EQ(Rational(half) * Rational(Integer(1), half), Rational(1));
  EXPECT_EQ(Rational(Integer(1), half) - Rational(Integer(1), half), Rational(0));
  EXPECT_LT(Rational(Integer(1), most), Rational(Integer(1), half));
  EXPECT_EQ(round_places(Rational(most) / Rational(half), 1000, Rounding::floor).to_string().size(), 1002U);
  // A text of too many bits is refused, not trapped.
  EXPECT_EQ(Integer::parse("1" + std::string(1234, '0')).error().def, &errors::number_too_long);
  EXPECT_EQ(Integer::parse(std::string(1301, '0')).error().def, &errors::number_too_long);
  EXPECT_EQ(Decimal::parse("0." + std::string(1201, '0')).error().def, &errors::number_too_long);
}

TEST(Number, NoHeapWithin128Bits) {
  const Rational a = q("1234.5678");
  const Rational b = q("44/12");
  const Integer large = z("85070591730234615865843651857942052863");
  const std::size_t before = allocations.load();
  Rational sum;
  for (int i = 1; i < 1000; ++i) {
    const Rational part = a * b / Rational(i) - Rational(i);
    sum += Rational(round_places(part, 6, Rounding::half_even));
    if (part > sum) sum = part;
  }
  const Integer product = floor_div(large, Integer(3)) * Integer(2) + floor_mod(large, Integer(7)) - gcd(large, Integer(21));
  const Rational copy = sum;
  const bool same = copy == sum && product < large;
  const std::size_t after = allocations.load();
  EXPECT_EQ(after, before);
  EXPECT_TRUE(same);
}

TEST(Number, CopiesAndMovesKeepTheValue) {
  const Integer wide = Integer::pow10(60);
  Integer a = wide;
  Integer b = std::move(a);
  EXPECT_EQ(b, wide);
  a = b;
  EXPECT_EQ(a, wide);
  a = Integer(5);
  EXPECT_EQ(a, Integer(5));
  a = *&a;
  EXPECT_EQ(a, Integer(5));
  b = *&b;
  EXPECT_EQ(b, wide);
  b = a;
  EXPECT_EQ(b, Integer(5));
}

TEST(Number, WhatIsReadAsADecimal) {
  EXPECT_EQ(d("0.50").to_string(), "0.50");
  EXPECT_EQ(d("0.50"), d("0.5"));
  EXPECT_EQ(d("-0.05").to_string(), "-0.05");
  EXPECT_EQ(d("+7").to_string(), "7");
  EXPECT_EQ(d("-0.00").to_string(), "0.00");
  EXPECT_EQ((d("1.20") + d("0.3")).to_string(), "1.50");
  EXPECT_EQ((d("1.20") * d("0.30")).to_string(), "0.3600");
  EXPECT_EQ(refusal_of("1,234.5", true), "1234.5");
  EXPECT_EQ(refusal_of("-1,234,567", true), "-1234567");
  for (const std::string_view bad :
       {"", "-", ".", ".5", "5.", "1e-3", "1E5", "--1", "1.2.3", " 1", "1 ", "1,234", "0x10", "nan", "inf", "１２", "1_000", "+-1"}) {
    EXPECT_EQ(refusal_of(bad), "number_syntax") << bad;
  }
  for (const std::string_view bad : {"1,23", "1234,567", ",123", "123,", "1,,234", "0,123", "1,234,56", "1.234,5", "1.2,345", "12,3456"}) {
    EXPECT_EQ(refusal_of(bad, true), "number_syntax") << bad;
  }
}

TEST(Number, WhatIsReadAsAFraction) {
  EXPECT_EQ(q("-6/4").to_string(), "-1.5");
  EXPECT_EQ(q("2/6").to_string(), "1/3");
  EXPECT_EQ(q("1/8").to_string(), "0.125");
  EXPECT_EQ(q("1.2500"), q("5/4"));
  for (const std::string_view bad : {"", "/", "1/", "/2", "1/-2", "1/+2", "1//2", "1/2/3", "1.5/2", "1/2.5", "1 / 2"}) {
    EXPECT_EQ(Rational::parse(bad).error().def, &errors::number_syntax) << bad;
  }
  EXPECT_EQ(Rational::parse("1/0").error().def, &errors::division_by_zero);
}

// The columns of the table in the General Decimal Arithmetic description, and ties on both sides of zero.
TEST(Number, EveryRoundingByName) {
  struct Row {
    const char* value;
    int floor, ceiling, truncate, half_even, half_up;
  };
  for (const Row& row : {Row{"2.4", 2, 3, 2, 2, 2}, Row{"2.5", 2, 3, 2, 2, 3}, Row{"3.5", 3, 4, 3, 4, 4}, Row{"2.6", 2, 3, 2, 3, 3},
                         Row{"-2.4", -3, -2, -2, -2, -2}, Row{"-2.5", -3, -2, -2, -2, -3}, Row{"-3.5", -4, -3, -3, -4, -4},
                         Row{"-2.6", -3, -2, -2, -3, -3}, Row{"-0.5", -1, 0, 0, 0, -1}, Row{"7", 7, 7, 7, 7, 7}}) {
    const Rational value = q(row.value);
    EXPECT_EQ(round_integer(value, Rounding::floor), Integer(row.floor)) << row.value;
    EXPECT_EQ(round_integer(value, Rounding::ceiling), Integer(row.ceiling)) << row.value;
    EXPECT_EQ(round_integer(value, Rounding::truncate), Integer(row.truncate)) << row.value;
    EXPECT_EQ(round_integer(value, Rounding::half_even), Integer(row.half_even)) << row.value;
    EXPECT_EQ(round_integer(value, Rounding::half_up), Integer(row.half_up)) << row.value;
  }
  for (const Rounding rounding : {Rounding::floor, Rounding::ceiling, Rounding::truncate, Rounding::half_even, Rounding::half_up}) {
    EXPECT_EQ(rounding_of(name_of(rounding)), rounding);
  }
  EXPECT_EQ(rounding_of("nearest"), std::nullopt);
}

TEST(Number, PlacesAndDigits) {
  EXPECT_EQ(round_places(q("1/3"), 4, Rounding::half_even).to_string(), "0.3333");
  EXPECT_EQ(round_places(Rational(2), 3, Rounding::floor).to_string(), "2.000");
  EXPECT_EQ(round_places(q("1250"), -2, Rounding::half_even).to_string(), "1200");
  EXPECT_EQ(round_places(q("1250"), -2, Rounding::half_up).to_string(), "1300");
  EXPECT_EQ(round_significant(q("1234.5"), 3, Rounding::half_even).to_string(), "1230");
  EXPECT_EQ(round_significant(q("0.00123456"), 3, Rounding::half_even).to_string(), "0.00123");
  EXPECT_EQ(round_significant(q("9.996"), 3, Rounding::half_even).to_string(), "10.0");
  EXPECT_EQ(round_significant(q("999.6"), 3, Rounding::half_even).to_string(), "1000");
  EXPECT_EQ(round_significant(q("-0.0995"), 2, Rounding::half_even).to_string(), "-0.10");
  EXPECT_EQ(round_significant(Rational(0), 3, Rounding::half_even).to_string(), "0");
  EXPECT_EQ(trap_of([] { return round_significant(Rational(1), 0, Rounding::floor); }), "arithmetic_limit");
  EXPECT_EQ(trap_of([] { return round_places(Rational(1), 1201, Rounding::floor); }), "arithmetic_limit");
}

// Known constants: e, ln 2, ln 10, the square root of 2 (Abramowitz and Stegun, table 1.1).
TEST(Number, FunctionsTo20Places) {
  EXPECT_EQ(exp(Rational(1)).to_string(), "2.71828182845904523536");
  EXPECT_EQ(ln(Rational(2)).to_string(), "0.69314718055994530942");
  EXPECT_EQ(ln(Rational(10)).to_string(), "2.30258509299404568402");
  EXPECT_EQ(sqrt(Rational(2)).to_string(), "1.41421356237309504880");
  // Exact ones.
  EXPECT_EQ(sqrt(Rational(4)), Decimal(2));
  EXPECT_EQ(sqrt(q("0.0625")), d("0.25"));
  EXPECT_EQ(root(Rational(8), 3), Decimal(2));
  EXPECT_EQ(root(Rational(-8), 3), Decimal(-2));
  EXPECT_EQ(root(q("1/1024"), 10), d("0.5"));
  EXPECT_EQ(ln(Rational(1)), Decimal(0));
  EXPECT_EQ(exp(Rational(0)), Decimal(1));
  EXPECT_EQ(sqrt(Rational(0)), Decimal(0));
}

// Where the 21st place decides only much later: exp(x) = 1 + x + x^2/2 + ..., so x = 5e-21 lies just above a middle, and its negative just
// below 1 - 5e-21 + 1.25e-41 just above one again.
TEST(Number, FunctionsNextToAMiddle) {
  const Rational x = Rational(Integer(5), Integer::pow10(21));
  EXPECT_EQ(exp(x).to_string(), "1.00000000000000000001");
  EXPECT_EQ(exp(-x).to_string(), "1.00000000000000000000");
  // ln(1 + y) = y - y^2/2 + ...: just below the middle.
  EXPECT_EQ(ln(Rational(1) + x).to_string(), "0.00000000000000000000");
  EXPECT_EQ(ln(Rational(1) - x).to_string(), "-0.00000000000000000001");
  // The square of 1.000000000000000000005 is a tie exactly: to the even digit. One unit in a far place more is not.
  const Rational y = Rational(1) + x;
  EXPECT_EQ(sqrt(y * y).to_string(), "1.00000000000000000000");
  EXPECT_EQ(sqrt(y * y + Rational(Integer(1), Integer::pow10(900))).to_string(), "1.00000000000000000001");
  const Rational w = Rational(1) + Rational(3) * x;
  EXPECT_EQ(sqrt(w * w).to_string(), "1.00000000000000000002");
  EXPECT_EQ(ln(Rational(Integer(1), pow(Integer(2), 4000U))).to_string(), "-2772.58872223978123766893");
}

}  // namespace
}  // namespace sumi
