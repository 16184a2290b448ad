// Random expressions, computed here and again by Python's fractions and decimal (number_oracle.py).
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <random>
#include <sstream>
#include <variant>
#include <vector>

#include "base/number.h"
#include "base/test_support.h"

namespace sumi {
namespace {

constexpr int integer_expressions = 30'000;
constexpr int decimal_expressions = 25'000;
constexpr int fraction_expressions = 45'000;
constexpr int function_expressions = 4'000;

using Random = std::mt19937_64;

int pick(Random& random, int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); }
bool chance(Random& random, int percent) { return pick(random, 1, 100) <= percent; }

std::string random_digits(Random& random, int length) {
  std::string out(1, static_cast<char>('0' + pick(random, length > 1 ? 1 : 0, 9)));
  while (out.size() < static_cast<std::size_t>(length)) out += static_cast<char>('0' + pick(random, 0, 9));
  return out;
}

// The values at which a fast path ends, and their neighbours.
std::string edge_of_a_word(Random& random) {
  static constexpr std::array edges{"9223372036854775807",
                                    "9223372036854775808",
                                    "18446744073709551615",
                                    "18446744073709551616",
                                    "85070591730234615865843651857942052864",
                                    "170141183460469231731687303715884105727",
                                    "170141183460469231731687303715884105728",
                                    "170141183460469231731687303715884105729",
                                    "340282366920938463463374607431768211455",
                                    "340282366920938463463374607431768211456",
                                    "100000000000000000000000000000000000000",
                                    "1000000000000000000000000000000000000000"};
  return edges[static_cast<std::size_t>(pick(random, 0, static_cast<int>(edges.size()) - 1))];
}

std::string whole_number(Random& random) {
  std::string out;
  const int kind = pick(random, 0, 99);
  if (kind < 40)
    out = random_digits(random, pick(random, 1, 4));
  else if (kind < 65)
    out = random_digits(random, pick(random, 5, 20));
  else if (kind < 80)
    out = random_digits(random, pick(random, 21, 45));
  else if (kind < 96)
    out = edge_of_a_word(random);
  else
    out = random_digits(random, pick(random, 46, 1170));
  return out != "0" && chance(random, 40) ? "-" + out : out;
}

std::string decimal_number(Random& random) {
  std::string out = whole_number(random);
  if (chance(random, 20)) return out;
  return out + "." + random_digits(random, chance(random, 95) ? pick(random, 1, 12) : pick(random, 13, 60));
}

std::string fraction(Random& random) {
  if (chance(random, 40)) return decimal_number(random);
  const std::string below = chance(random, 85) ? random_digits(random, pick(random, 1, 6)) : edge_of_a_word(random);
  return whole_number(random) + "/" + (below.find_first_not_of('0') == std::string::npos ? "7" : below);
}

std::string one_of(Random& random, std::initializer_list<const char*> words) {
  return *(words.begin() + pick(random, 0, static_cast<int>(words.size()) - 1));
}
std::string rounding(Random& random) { return one_of(random, {"floor", "ceiling", "truncate", "half_even", "half_up"}); }

struct Grammar {
  std::string (*leaf)(Random&);
  std::string (*unary)(Random&);
  std::string (*binary)(Random&);
};

const Grammar integers{
    whole_number,
    [](Random& r) { return chance(r, 50) ? "neg" : "pow:" + std::to_string(chance(r, 80) ? pick(r, 0, 6) : pick(r, 7, 5000)); },
    [](Random& r) { return one_of(r, {"add", "sub", "mul", "mul", "div", "mod", "gcd"}); }};
const Grammar decimals{decimal_number, [](Random&) { return std::string("neg"); },
                       [](Random& r) { return one_of(r, {"add", "sub", "mul"}); }};
const Grammar fractions{fraction,
                        [](Random& r) {
                          if (chance(r, 30)) return "whole:" + rounding(r);
                          return chance(r, 50) ? "neg" : "pow:" + std::to_string(chance(r, 85) ? pick(r, -4, 5) : pick(r, -70, 70));
                        },
                        [](Random& r) { return one_of(r, {"add", "sub", "mul", "div"}); }};

void write_tree(Random& random, const Grammar& grammar, int depth, std::string& out) {
  if (depth == 0 || chance(random, 25)) {
    out += ' ' + grammar.leaf(random);
  } else if (chance(random, 20)) {
    write_tree(random, grammar, depth - 1, out);
    out += ' ' + grammar.unary(random);
  } else if (chance(random, 4)) {
    // The same value twice, so that differences vanish and divisors become zero.
    std::string tree;
    write_tree(random, grammar, depth - 1, tree);
    out += tree + tree + " sub";
  } else {
    write_tree(random, grammar, depth - 1, out);
    write_tree(random, grammar, depth - 1, out);
    out += ' ' + grammar.binary(random);
  }
}

std::string expression(Random& random, char kind) {
  const Grammar& grammar = kind == 'I' ? integers : kind == 'D' ? decimals : fractions;
  std::string out(1, kind);
  write_tree(random, grammar, pick(random, 1, 4), out);
  if (chance(random, 15)) {
    write_tree(random, grammar, 2, out);
    out += " cmp";
  } else if (kind == 'Q' && chance(random, 40)) {
    out += " places:" + std::to_string(chance(random, 97) ? pick(random, -5, 30) : pick(random, -1300, 1300)) + ":" + rounding(random);
  } else if (kind == 'Q' && chance(random, 40)) {
    out += " significant:" + std::to_string(chance(random, 97) ? pick(random, 1, 25) : pick(random, 1, 1300)) + ":" + rounding(random);
  }
  return out;
}

// A value between about 10^-30 and 10^6, often near to where a function is hard: next to 1 for ln, next to 0 for exp, next to a power for
// roots.
std::string function_expression(Random& random) {
  const int kind = pick(random, 0, 9);
  std::string value;
  if (kind < 3)
    value = random_digits(random, pick(random, 1, 3)) + "." + random_digits(random, pick(random, 1, 12));
  else if (kind < 5)
    value = random_digits(random, pick(random, 1, 12)) + "/" + "1" + random_digits(random, pick(random, 1, 12));
  else if (kind < 6)
    value = (chance(random, 50) ? "1." : "0.") + std::string(static_cast<std::size_t>(pick(random, 1, 24)), '0') + random_digits(random, 3);
  else if (kind < 7)
    value = "0." + std::string(static_cast<std::size_t>(pick(random, 15, 24)), '9') + random_digits(random, 3);
  else if (kind < 8)
    value = std::to_string(pick(random, 0, 40)) + " pow:" + std::to_string(pick(random, 0, 12));
  else if (kind < 9)
    value = random_digits(random, pick(random, 1, 40));
  else
    value = std::to_string(pick(random, 0, 520)) + "." + random_digits(random, 2);
  if (chance(random, 25)) value += " neg";
  const int name = pick(random, 0, 3);
  if (name == 3) return "Q " + value + " root:" + std::to_string(chance(random, 80) ? pick(random, 1, 7) : pick(random, 8, 64));
  return "Q " + value + " " + std::array{"ln", "exp", "sqrt"}[static_cast<std::size_t>(name)];
}

template <class T>
T taken(std::vector<T>& stack) {
  T out = std::move(stack.back());
  stack.pop_back();
  return out;
}

std::string sign_of(std::strong_ordering order) { return order < 0 ? "-1" : order > 0 ? "1" : "0"; }

template <class T>
T read(const std::string& word) {
  auto value = T::parse(word);
  if (!value) throw std::runtime_error("not read: " + word);
  return *std::move(value);
}

int number_after_colon(const std::string& word) { return std::stoi(word.substr(word.find(':') + 1)); }
Rounding rounding_after(const std::string& word) { return rounding_of(word.substr(word.rfind(':') + 1)).value(); }

// One word on the stack; a text that is returned ends the expression.
std::string step(const std::string& word, std::vector<Integer>& stack) {
  if (word == "neg")
    stack.push_back(-taken(stack));
  else if (word.starts_with("pow:"))
    stack.push_back(pow(taken(stack), static_cast<unsigned>(number_after_colon(word))));
  else {
    const Integer b = taken(stack);
    const Integer a = taken(stack);
    if (word == "cmp") {
      EXPECT_EQ(a == b, (a <=> b) == 0);
      return sign_of(a <=> b);
    }
    stack.push_back(word == "add"   ? a + b
                    : word == "sub" ? a - b
                    : word == "mul" ? a * b
                    : word == "gcd" ? gcd(a, b)
                    : word == "div" ? floor_div(a, b)
                                    : floor_mod(a, b));
  }
  return {};
}

std::string step(const std::string& word, std::vector<Decimal>& stack) {
  if (word == "neg") {
    stack.push_back(-taken(stack));
    return {};
  }
  const Decimal b = taken(stack);
  const Decimal a = taken(stack);
  if (word == "cmp") {
    EXPECT_EQ(a == b, (a <=> b) == 0);
    return sign_of(a <=> b);
  }
  stack.push_back(word == "add" ? a + b : word == "sub" ? a - b : a * b);
  return {};
}

std::string step(const std::string& word, std::vector<Rational>& stack) {
  if (word == "neg")
    stack.push_back(-taken(stack));
  else if (word.starts_with("pow:"))
    stack.push_back(pow(taken(stack), number_after_colon(word)));
  else if (word.starts_with("whole:"))
    stack.emplace_back(round_integer(taken(stack), rounding_after(word)));
  else if (word.starts_with("places:"))
    return round_places(taken(stack), number_after_colon(word), rounding_after(word)).to_string();
  else if (word.starts_with("significant:"))
    return round_significant(taken(stack), number_after_colon(word), rounding_after(word)).to_string();
  else if (word == "ln")
    return ln(taken(stack)).to_string();
  else if (word == "exp")
    return exp(taken(stack)).to_string();
  else if (word == "sqrt")
    return sqrt(taken(stack)).to_string();
  else if (word.starts_with("root:"))
    return root(taken(stack), static_cast<unsigned>(number_after_colon(word))).to_string();
  else {
    const Rational b = taken(stack);
    const Rational a = taken(stack);
    if (word == "cmp") {
      EXPECT_EQ(a == b, (a <=> b) == 0);
      return sign_of(a <=> b);
    }
    stack.push_back(word == "add" ? a + b : word == "sub" ? a - b : word == "mul" ? a * b : a / b);
  }
  return {};
}

template <class T>
std::string value_of(std::istringstream& words) {
  std::vector<T> stack;
  for (std::string word; words >> word;) {
    if (word[0] == '-' || (word[0] >= '0' && word[0] <= '9')) {
      stack.push_back(read<T>(word));
      continue;
    }
    if (std::string end = step(word, stack); !end.empty()) return end;
  }
  const std::string printed = stack.back().to_string();
  // What is printed reads back as the same value, however wide it is.
  EXPECT_EQ(read<T>(printed), stack.back());
  return printed;
}

std::string answer(const std::string& text) {
  std::istringstream words(text.substr(1));
  try {
    return text[0] == 'I' ? value_of<Integer>(words) : text[0] == 'D' ? value_of<Decimal>(words) : value_of<Rational>(words);
  } catch (const ArithmeticTrap& trap) {
    return "!" + std::string(trap.def().name);
  }
}

int count_in(const std::string& report, const std::string& name) {
  const std::size_t at = report.rfind(name + "=");
  return at == std::string::npos ? -1 : std::stoi(report.substr(at + name.size() + 1));
}

TEST(NumberOracle, PythonComputesTheSame) {
  Random random(test::seed());
  std::string lines;
  const auto write = [&lines](const std::string& text) { lines += text + "\t" + answer(text) + "\n"; };
  for (int i = 0; i < integer_expressions; ++i) write(expression(random, 'I'));
  for (int i = 0; i < decimal_expressions; ++i) write(expression(random, 'D'));
  for (int i = 0; i < fraction_expressions; ++i) write(expression(random, 'Q'));
  for (int i = 0; i < function_expressions; ++i) write(function_expression(random));

  const test::TemporaryFolder folder;
  test::write_bytes(folder.file("expressions"), lines);
  const std::string command = std::string("python3 " SUMI_SOURCE_DIR "/src/base/number_oracle.py '") + folder.file("expressions") +
                              "' > '" + folder.file("report") + "'";
  const int status = std::system(command.c_str());
  const std::string report = test::read_bytes(folder.file("report"));
  EXPECT_EQ(status, 0) << report;
  EXPECT_EQ(count_in(report, "different"), 0) << report;
  EXPECT_EQ(count_in(report, "expressions"), integer_expressions + decimal_expressions + fraction_expressions + function_expressions)
      << report;
  // Enough of what goes wrong most easily was among them.
  EXPECT_GT(count_in(report, "wide"), 5000) << report;
  EXPECT_GT(count_in(report, "division_by_zero"), 300) << report;
  EXPECT_GT(count_in(report, "arithmetic_limit"), 300) << report;
  EXPECT_GT(count_in(report, "arithmetic_domain"), 100) << report;
  EXPECT_GT(count_in(report, "functions"), 3000) << report;
  std::printf("%s", report.c_str());
}

}  // namespace
}  // namespace sumi
