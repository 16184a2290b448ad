#include "base/unit.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

#include "base/errors.h"
#include "base/limits.h"
#include "base/unit_names.h"

namespace sumi {

namespace {

std::int8_t exponent_or_trap(int exponent) {
  if (exponent < std::numeric_limits<std::int8_t>::min() || exponent > std::numeric_limits<std::int8_t>::max()) {
    throw ArithmeticTrap(errors::arithmetic_limit);
  }
  return static_cast<std::int8_t>(exponent);
}

// The text of a unit is a chain of factors, "tCO2/GJ_HHV*t-km^2". Products are written by joining chains, so that equal names cancel.
struct Factor {
  std::string name;
  int exponent = 1;
};

std::size_t end_of_factor(std::string_view text, std::size_t from) {
  int depth = 0;
  for (std::size_t i = from; i < text.size(); ++i) {
    if (text[i] == '(')
      ++depth;
    else if (text[i] == ')')
      --depth;
    else if (depth == 0 && (text[i] == '*' || text[i] == '/'))
      return i;
  }
  return text.size();
}

void add_factor(std::vector<Factor>& factors, std::string_view name, int exponent) {
  if (name == "1") return;
  const auto same = std::ranges::find(factors, name, &Factor::name);
  if (same != factors.end())
    same->exponent += exponent;
  else
    factors.push_back({std::string(name), exponent});
}

// Only texts that write_factors() made, or a variable's name.
std::vector<Factor> read_factors(std::string_view text) {
  std::vector<Factor> out;
  int sign = 1;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_factor(text, at);
    std::string_view part = text.substr(at, end - at);
    int power_of_part = sign;
    if (const std::size_t caret = part.rfind('^'); caret != std::string_view::npos) {
      const auto exponent = Integer::parse(part.substr(caret + 1));
      if (exponent && exponent->to_i64() && std::abs(*exponent->to_i64()) <= std::numeric_limits<std::int8_t>::max()) {
        power_of_part = sign * static_cast<int>(*exponent->to_i64());
        part = part.substr(0, caret);
        // "(12 t)^2"
        if (part.size() > 2 && part.front() == '(' && part.back() == ')') part = part.substr(1, part.size() - 2);
      }
    }
    add_factor(out, part, power_of_part);
    if (end == text.size()) break;
    sign = text[end] == '*' ? 1 : -1;
    at = end + 1;
  }
  return out;
}

// m^2 and m^3 are read as the area and the volume, so the powers of a length are spelt out.
bool spelt_out(std::string_view name, int exponent) {
  return (name == "m" && (exponent == 2 || exponent == 3)) || (name == "km" && exponent == 2);
}

// An exponent that the parser would not read back is not written.
void write_factor(std::string& out, char before, const std::string& name, int exponent) {
  if (exponent > limits::power_exponent_max) throw ArithmeticTrap(errors::arithmetic_limit);
  const int times = spelt_out(name, exponent) ? exponent : 1;
  for (int i = 0; i < times; ++i) {
    if (!out.empty()) out += before;
    out += exponent != times && name.find(' ') != std::string::npos ? "(" + name + ")" : name;
  }
  if (exponent != times) out += '^' + std::to_string(exponent);
}

// What stands above first, then what stands below.
std::string write_factors(const std::vector<Factor>& factors) {
  std::string out;
  for (const Factor& factor : factors) {
    if (factor.exponent > 0) write_factor(out, '*', factor.name, factor.exponent);
  }
  for (const Factor& factor : factors) {
    if (factor.exponent >= 0) continue;
    if (out.empty()) out = "1";
    write_factor(out, '/', factor.name, -factor.exponent);
  }
  return out;
}

std::string join_texts(std::string_view a, std::string_view b, int sign) {
  std::vector<Factor> factors = read_factors(a);
  for (const Factor& factor : read_factors(b)) add_factor(factors, factor.name, sign * factor.exponent);
  return write_factors(factors);
}

// Recursive descent over the normal text. Its depth is limited by limits::nesting_depth_max.
class Parser {
 public:
  Parser(std::string_view text, std::string_view written) : text_(text), written_(written) {}

  Result<Unit> whole() {
    SUMI_TRY(Unit unit, product(0));
    if (at_ != text_.size()) return syntax("続きが読めません", "the rest is not understood");
    return unit;
  }

 private:
  [[nodiscard]] Unexpected syntax(std::string_view ja, std::string_view en) const {
    return fail(errors::unit_syntax, {{"text", std::string(written_)}, {"reason_ja", std::string(ja)}, {"reason_en", std::string(en)}},
                Place{{}, 0, static_cast<std::uint32_t>(at_ + 1)});
  }
  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_spaces() {
    while (peek() == ' ' || peek() == '\t') ++at_;
  }
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static bool is_name_start(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '%' || (static_cast<unsigned char>(c) & 0x80) != 0;
  }

  Result<Unit> product(unsigned depth) {
    skip_spaces();
    SUMI_TRY(Unit left, power_of_atom(depth));
    for (;;) {
      skip_spaces();
      const char op = peek();
      if (op != '*' && op != '.' && op != '/') return left;
      ++at_;
      if (op == '.' && is_digit(peek())) return syntax("小数の置き場所が違います", "a decimal fraction stands where none may");
      skip_spaces();
      SUMI_TRY(const Unit right, power_of_atom(depth));
      left = op == '/' ? left / right : left * right;
    }
  }

  Result<Unit> power_of_atom(unsigned depth) {
    if (is_digit(peek())) return number_and_name(depth);
    SUMI_TRY(Unit base, atom(depth));
    return raised(std::move(base));
  }

  // "1000 m3N" and "10^3 m3N" are thousand_m3N, "12 t" is a unit of its own; with an exponent behind it the number stands alone: 1000 m3N^2
  // is 1000 x (m3N^2).
  Result<Unit> number_and_name(unsigned depth) {
    SUMI_TRY(Unit plain, number());
    const bool has_power = peek() == '^';  // 10^3 m3
    SUMI_TRY(const Unit factor, raised(std::move(plain)));
    skip_spaces();
    if (!is_name_start(peek()) && peek() != '(') return factor;
    const bool parenthesis = peek() == '(';
    SUMI_TRY(Unit base, atom(depth));
    const std::string_view word = scale_word_of(factor.scale);
    if (peek() == '^' || parenthesis || base.text.empty() || (has_power && word.empty())) {
      SUMI_TRY(const Unit right, raised(std::move(base)));
      return factor * right;
    }
    if (factor.scale == Rational(1)) return base;
    const bool has_word = base.text.find("thousand_") != std::string::npos || base.text.find("million_") != std::string::npos;
    Unit out = base;
    out.scale *= factor.scale;
    out.text = !word.empty() && !has_word ? std::string(word) + base.text : factor.text + " " + base.text;
    return out;
  }

  Result<Unit> number() {
    const std::size_t start = at_;
    while (is_digit(peek()) || (peek() == ',' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]))) ++at_;
    if (peek() == '.' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1])) {
      ++at_;
      while (is_digit(peek())) ++at_;
    }
    const auto value = Decimal::parse(text_.substr(start, at_ - start), true);
    if (!value) return syntax("数が読めません", "a number is not understood");
    if (value->sign() == 0) return syntax("0倍の単位はありません", "a unit cannot be zero times another");
    Unit unit;
    unit.scale = Rational(*value);
    if (unit.scale != Rational(1)) unit.text = unit.scale.to_string();
    return unit;
  }

  Result<Unit> atom(unsigned depth) {
    if (peek() == '(') {
      if (depth == limits::nesting_depth_max) return syntax("括弧の入れ子が深すぎます", "the parentheses nest too deeply");
      ++at_;
      SUMI_TRY(Unit inner, product(depth + 1));
      if (peek() != ')') return syntax("閉じ括弧がありません", "a closing parenthesis is missing");
      ++at_;
      return inner;
    }
    const std::size_t start = at_;
    if (!is_name_start(peek())) return syntax("単位の名前がありません", "a unit's name is missing");
    while (is_name_start(peek()) || is_digit(peek()) || peek() == '_' ||
           (peek() == '-' && at_ + 1 < text_.size() && is_name_start(text_[at_ + 1])))
      ++at_;
    const std::string_view name = text_.substr(start, at_ - start);
    if (auto unit = unit_by_name(name)) return *std::move(unit);
    return fail(errors::unit_unknown, {{"name", std::string(name)}, {"text", std::string(written_)}},
                Place{{}, 0, static_cast<std::uint32_t>(start + 1)});
  }

  Result<Unit> raised(Unit base) {
    if (peek() != '^') return base;
    ++at_;
    const bool negative = peek() == '-';
    if (negative) ++at_;
    const std::size_t start = at_;
    while (is_digit(peek())) ++at_;
    const auto exponent = Integer::parse(text_.substr(start, at_ - start));
    if (!exponent || *exponent > Integer(limits::power_exponent_max)) return syntax("指数が読めません", "an exponent is not understood");
    const int e = static_cast<int>(*exponent->to_i64()) * (negative ? -1 : 1);
    // m^2 and m^3 are the area and the volume, not powers of a length: the documents know only those.
    if (base.text == "m" && (e == 2 || e == -2)) return power(*unit_by_name("m2"), e / 2);
    if (base.text == "m" && (e == 3 || e == -3)) return power(*unit_by_name("m3"), e / 3);
    if (base.text == "km" && (e == 2 || e == -2)) return power(*unit_by_name("km2"), e / 2);
    return power(base, e);
  }

  std::string_view text_;
  std::string_view written_;
  std::size_t at_ = 0;
};

Unexpected too_long(std::string_view text) {
  return fail(errors::unit_syntax,
              {{"text", std::string(text.substr(0, 40))}, {"reason_ja", "長すぎます"}, {"reason_en", "it is too long"}});
}

// The end of the number at the start of a quantity: sign, digits with commas and a point, or n/d where nothing but a space or the end
// follows.
std::size_t end_of_number(std::string_view text) {
  const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  while (digit(at) || (at < text.size() && text[at] == ',' && digit(at + 1))) ++at;
  if (at < text.size() && text[at] == '.' && digit(at + 1)) {
    ++at;
    while (digit(at)) ++at;
    return at;
  }
  if (at < text.size() && text[at] == '/' && digit(at + 1)) {
    std::size_t end = at + 1;
    while (digit(end)) ++end;
    if (end == text.size() || text[end] == ' ') return end;
  }
  return at;
}

Result<Rational> parse_value(std::string_view text) {
  if (text.find('/') != std::string_view::npos) return Rational::parse(text);
  SUMI_TRY(const Decimal value, Decimal::parse(text, true));
  return Rational(value);
}

std::string shown(const Unit& unit) { return unit.text.empty() ? "1" : unit.text; }

}  // namespace

Dimension operator*(const Dimension& a, const Dimension& b) {
  Dimension out;
  for (std::size_t i = 0; i < dimension_count; ++i) out.exponent[i] = exponent_or_trap(a.exponent[i] + b.exponent[i]);
  return out;
}

Dimension operator/(const Dimension& a, const Dimension& b) {
  Dimension out;
  for (std::size_t i = 0; i < dimension_count; ++i) out.exponent[i] = exponent_or_trap(a.exponent[i] - b.exponent[i]);
  return out;
}

Dimension power(const Dimension& d, int exponent) {
  if (exponent > limits::power_exponent_max || exponent < -limits::power_exponent_max) throw ArithmeticTrap(errors::arithmetic_limit);
  Dimension out;
  for (std::size_t i = 0; i < dimension_count; ++i) out.exponent[i] = exponent_or_trap(d.exponent[i] * exponent);
  return out;
}

Unit variable_unit(unsigned index, std::string name) {
  if (index > 3) throw std::out_of_range("there are four variable units");
  Unit unit;
  unit.dimension.exponent[static_cast<std::size_t>(BaseDimension::variable0) + index] = 1;
  unit.text = std::move(name);
  return unit;
}

Unit operator*(const Unit& a, const Unit& b) { return {a.dimension * b.dimension, a.scale * b.scale, join_texts(a.text, b.text, 1)}; }
Unit operator/(const Unit& a, const Unit& b) { return {a.dimension / b.dimension, a.scale / b.scale, join_texts(a.text, b.text, -1)}; }

Unit power(const Unit& unit, int exponent) {
  Unit out{power(unit.dimension, exponent), pow(unit.scale, exponent), {}};
  std::vector<Factor> factors = read_factors(unit.text);
  for (Factor& factor : factors) factor.exponent *= exponent;
  out.text = write_factors(factors);
  return out;
}

bool convertible(const Unit& a, const Unit& b) { return a.dimension == b.dimension; }

Result<Unit> parse_unit(std::string_view text) {
  if (text.size() > limits::unit_text_bytes_max) return too_long(text);
  const std::string normal = normal_unit_text(text);
  if (normal.empty()) return Unit{};
  try {
    return Parser(normal, text).whole();
  } catch (const ArithmeticTrap&) {
    // Towers of exponents: ((t^64)^64)^64.
    return fail(errors::unit_syntax,
                {{"text", std::string(text)}, {"reason_ja", "指数が大きすぎます"}, {"reason_en", "an exponent is too large"}});
  }
}

Result<Quantity> parse_quantity(std::string_view text) {
  if (text.size() > 2 * limits::number_text_length_max + limits::unit_text_bytes_max) return too_long(text);
  const std::string normal = normal_unit_text(text);
  const std::string_view whole = normal;
  const std::size_t end = end_of_number(whole);
  SUMI_TRY(Rational value, parse_value(whole.substr(0, end)));
  // "5/h" is five times 1/h.
  const std::string rest = whole.substr(end).starts_with('/') ? "1" + normal.substr(end) : normal.substr(end);
  SUMI_TRY(Unit unit, parse_unit(rest));
  return Quantity{std::move(value), std::move(unit)};
}

Result<Quantity> convert(const Quantity& quantity, const Unit& to) {
  if (!convertible(quantity.unit, to)) {
    MismatchReason reason = mismatch_reason(quantity.unit.dimension, to.dimension);
    return fail(
        errors::unit_mismatch,
        {{"from", shown(quantity.unit)}, {"to", shown(to)}, {"reason_ja", std::move(reason.ja)}, {"reason_en", std::move(reason.en)}});
  }
  if (quantity.unit.scale == to.scale) return Quantity{quantity.value, to};
  return Quantity{quantity.value * (quantity.unit.scale / to.scale), to};
}

std::string to_string(const Quantity& quantity) {
  return quantity.unit.text.empty() ? quantity.value.to_string() : quantity.value.to_string() + " " + quantity.unit.text;
}

}  // namespace sumi
