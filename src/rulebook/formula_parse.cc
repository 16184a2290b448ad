#include "rulebook/formula_parse.h"

#include <algorithm>
#include <optional>

#include "base/limits.h"
#include "rulebook/formula.h"
#include "rulebook/formula_errors.h"

namespace sumi::rulebook {

Place place_at(std::string_view text, const Place& start, std::size_t offset) {
  Place place = start;
  if (place.line == 0) place.line = 1;
  if (place.column == 0) place.column = 1;
  for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((byte & 0xC0) != 0x80) {  // a continuation byte of UTF-8 is no character of its own
      ++place.column;
    }
  }
  return place;
}

namespace {

enum class TokenKind : std::uint8_t { end, number, name, text, unit, sign };

struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view text;  // of a quoted text and of a unit without its delimiters
  std::uint32_t offset = 0;
  std::uint32_t end = 0;
};

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class Parser {
 public:
  Parser(std::string_view text, const Place& place) : text_(text), place_(place) {}

  Result<Syntax> parse() {
    if (text_.size() > limits::formula_text_bytes_max) {
      return fail(errors::formula_too_long,
                  {{"bytes", std::to_string(text_.size())}, {"limit", std::to_string(limits::formula_text_bytes_max)}}, place_at(text_, place_, 0));
    }
    SUMI_CHECK(advance());
    SUMI_TRY(auto tree, any_of());
    if (token_.kind != TokenKind::end) return unexpected("演算子又は式の終わり", "an operator or the end");
    return tree;
  }

 private:
  [[nodiscard]] Place at(std::size_t offset) const { return place_at(text_, place_, offset); }
  [[nodiscard]] Unexpected unexpected(std::string_view expected_ja, std::string_view expected_en) const {
    const std::string found = token_.kind == TokenKind::end ? "end of the formula" : std::string(text_.substr(token_.offset, token_.end - token_.offset));
    Error error = make_error(errors::formula_syntax, {{"expected", std::string(expected_en)}, {"found", found}}, at(token_.offset));
    error.args.emplace_back("expected_ja", std::string(expected_ja));
    return fail(std::move(error));
  }

  // Reads the next token into token_.
  Result<void> advance() {
    previous_end_ = token_.end;
    while (position_ < text_.size() && blank(text_[position_])) ++position_;
    const std::size_t start = position_;
    if (start == text_.size()) {
      token_ = make(TokenKind::end, start, start, start, start);
      return {};
    }
    const char c = text_[start];
    if (digit(c)) {
      scan([](char d) { return digit(d) || d == '.' || letter(d); });
      token_ = make(TokenKind::number, start, position_, start, position_);
      return {};
    }
    if (letter(c)) {
      scan([](char d) { return digit(d) || letter(d); });
      token_ = make(TokenKind::name, start, position_, start, position_);
      return {};
    }
    if (c == '"' || c == '[') return delimited(c == '"' ? '"' : ']', c == '"' ? TokenKind::text : TokenKind::unit);
    static constexpr std::string_view doubles[] = {"==", "!=", "<=", ">="};
    for (const auto two : doubles) {
      if (text_.substr(start, 2) == two) {
        position_ += 2;
        token_ = make(TokenKind::sign, start, position_, start, position_);
        return {};
      }
    }
    if (std::string_view("+-*/^()<>,:.").find(c) != std::string_view::npos) {
      ++position_;
      token_ = make(TokenKind::sign, start, position_, start, position_);
      return {};
    }
    std::size_t stop = start + 1;
    while (stop < text_.size() && (static_cast<unsigned char>(text_[stop]) & 0xC0) == 0x80) ++stop;
    return fail(errors::formula_character, {{"found", std::string(text_.substr(start, stop - start))}}, at(start));
  }

  template <class Test>
  void scan(Test test) {
    while (position_ < text_.size() && test(text_[position_])) ++position_;
  }

  Result<void> delimited(char close, TokenKind kind) {
    const std::size_t start = position_;
    const std::size_t stop = text_.find(close, start + 1);
    if (stop == std::string_view::npos) {
      return fail(errors::formula_syntax, {{"expected", std::string("a closing ") + close}, {"expected_ja", std::string("閉じ記号") + close}, {"found", "end of the formula"}}, at(start));
    }
    position_ = stop + 1;
    token_ = make(kind, start, position_, start + 1, stop);
    return {};
  }

  [[nodiscard]] Token make(TokenKind kind, std::size_t from, std::size_t to, std::size_t inner_from, std::size_t inner_to) const {
    return {kind, text_.substr(inner_from, inner_to - inner_from), static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)};
  }
  [[nodiscard]] bool sign(std::string_view s) const { return token_.kind == TokenKind::sign && token_.text == s; }
  [[nodiscard]] bool word(std::string_view s) const { return token_.kind == TokenKind::name && token_.text == s; }
  Result<void> expect(std::string_view s) {
    if (!sign(s)) return unexpected("「" + std::string(s) + "」", "'" + std::string(s) + "'");
    return advance();
  }

  // Counts the levels of nesting while a rule that may nest is being read.
  struct Level {
    explicit Level(unsigned& depth_) : depth(depth_) { ++depth; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;
    ~Level() { --depth; }
    unsigned& depth;
  };
  [[nodiscard]] Result<void> check_depth() const {
    if (depth_ <= limits::formula_depth_max) return {};
    return fail(errors::formula_too_deep, {{"limit", std::to_string(limits::formula_depth_max)}}, at(token_.offset));
  }

  // first (OP next)*, as one node.
  template <class Next, class Test>
  Result<Syntax> chain(Syntax::Kind kind, Next next, Test is_operator, const char* first_operator) {
    const std::uint32_t start = token_.offset;
    SUMI_TRY(Syntax first, next());
    if (!is_operator()) return first;
    Syntax node;
    node.kind = kind;
    node.offset = start;
    node.operators.emplace_back(first_operator);
    node.operator_offsets.push_back(start);
    node.items.push_back(std::move(first));
    while (is_operator()) {
      node.operators.emplace_back(token_.text);
      node.operator_offsets.push_back(token_.offset);
      SUMI_CHECK(advance());
      SUMI_TRY(Syntax item, next());
      node.items.push_back(std::move(item));
    }
    node.end = previous_end_;
    return node;
  }

  Result<Syntax> any_of() {
    const Level level(depth_);
    SUMI_CHECK(check_depth());
    return chain(Syntax::Kind::any_of, [this] { return all_of(); }, [this] { return word("or"); }, "or");
  }
  Result<Syntax> all_of() {
    return chain(Syntax::Kind::all_of, [this] { return negation(); }, [this] { return word("and"); }, "and");
  }
  Result<Syntax> negation() {
    if (!word("not")) return comparison();
    const Level level(depth_);
    SUMI_CHECK(check_depth());
    return prefixed(Syntax::Kind::negation, [this] { return negation(); });
  }
  template <class Next>
  Result<Syntax> prefixed(Syntax::Kind kind, Next next) {
    Syntax node;
    node.kind = kind;
    node.offset = token_.offset;
    SUMI_CHECK(advance());
    SUMI_TRY(Syntax item, next());
    node.items.push_back(std::move(item));
    node.end = previous_end_;
    return node;
  }
  [[nodiscard]] bool at_comparison() const {
    return sign("==") || sign("!=") || sign("<") || sign("<=") || sign(">") || sign(">=");
  }
  Result<Syntax> comparison() {
    SUMI_TRY(Syntax left, sum_of());
    if (!at_comparison()) return left;
    Syntax node;
    node.kind = Syntax::Kind::compare;
    node.offset = token_.offset;
    node.operators.emplace_back(token_.text);
    SUMI_CHECK(advance());
    SUMI_TRY(Syntax right, sum_of());
    node.items.push_back(std::move(left));
    node.items.push_back(std::move(right));
    node.end = previous_end_;
    if (at_comparison()) return unexpected("and、or又は式の終わり（比較は連ねられません）", "'and', 'or' or the end (comparisons are not chained)");
    return node;
  }
  Result<Syntax> sum_of() {
    return chain(Syntax::Kind::sum_of, [this] { return product_of(); }, [this] { return sign("+") || sign("-"); }, "+");
  }
  Result<Syntax> product_of() {
    return chain(Syntax::Kind::product_of, [this] { return unary(); }, [this] { return sign("*") || sign("/"); }, "*");
  }
  Result<Syntax> unary() {
    if (!sign("-")) return power();
    const Level level(depth_);
    SUMI_CHECK(check_depth());
    return prefixed(Syntax::Kind::negative, [this] { return unary(); });
  }
  Result<Syntax> power() {
    SUMI_TRY(Syntax base, primary());
    if (!sign("^")) return base;
    Syntax node;
    node.kind = Syntax::Kind::power;
    node.offset = token_.offset;
    SUMI_CHECK(advance());
    const bool minus = sign("-");
    if (minus) SUMI_CHECK(advance());
    const auto exponent = small_integer();
    if (!exponent || *exponent > limits::power_exponent_max) {
      return fail(errors::formula_power, {{"limit", std::to_string(limits::power_exponent_max)}}, at(token_.offset));
    }
    SUMI_CHECK(advance());
    node.exponent = minus ? -*exponent : *exponent;
    node.items.push_back(std::move(base));
    node.end = previous_end_;
    if (sign("^")) return unexpected("演算子又は式の終わり（べき乗は連ねられません）", "an operator or the end (powers are not chained)");
    return node;
  }
  // The token as a whole number of at most four digits.
  [[nodiscard]] std::optional<int> small_integer() const {
    if (token_.kind != TokenKind::number || token_.text.size() > 4 || !std::all_of(token_.text.begin(), token_.text.end(), digit)) return std::nullopt;
    int value = 0;
    for (const char c : token_.text) value = value * 10 + (c - '0');
    return value;
  }

  Result<Syntax> primary() {
    if (token_.kind == TokenKind::number) return number();
    if (token_.kind == TokenKind::text) return leaf(Syntax::Kind::text);
    if (token_.kind == TokenKind::name) return named();
    if (sign("(")) {
      SUMI_CHECK(advance());
      SUMI_TRY(Syntax inner, any_of());
      SUMI_CHECK(expect(")"));
      return inner;
    }
    return unexpected("数値、名前又は「(」", "a number, a name or '('");
  }

  Result<Syntax> leaf(Syntax::Kind kind) {
    Syntax node;
    node.kind = kind;
    node.offset = token_.offset;
    node.end = token_.end;
    node.text = std::string(token_.text);
    SUMI_CHECK(advance());
    return node;
  }

  Result<Syntax> number() {
    Syntax node;
    node.offset = token_.offset;
    auto value = Decimal::parse(token_.text);
    if (!value) return fail(errors::formula_number, {{"text", std::string(token_.text)}}, at(token_.offset));
    node.number = Rational(*value);
    SUMI_CHECK(advance());
    if (token_.kind == TokenKind::unit) {
      node.text = std::string(token_.text);
      SUMI_CHECK(advance());
    }
    node.end = previous_end_;
    return node;
  }

  Result<Syntax> named() {
    if (token_.text == "and" || token_.text == "or" || token_.text == "not" || token_.text == "in") {
      return unexpected("数値、名前又は「(」", "a number, a name or '('");
    }
    if (token_.text == "true" || token_.text == "false") {
      const bool flag = token_.text == "true";
      SUMI_TRY(Syntax node, leaf(Syntax::Kind::truth));
      node.flag = flag;
      return node;
    }
    SUMI_TRY(Syntax node, leaf(Syntax::Kind::name));
    if (token_.kind == TokenKind::unit) {
      node.kind = Syntax::Kind::row_name;
      node.index = std::string(token_.text.substr(0, token_.text.find_last_not_of(' ') + 1));
      node.index.erase(0, std::min(node.index.size(), node.index.find_first_not_of(' ')));
      SUMI_CHECK(advance());
      node.end = previous_end_;
      return node;
    }
    if (!sign("(")) return node;
    SUMI_CHECK(advance());
    if (node.text == "sum") return row_sum(std::move(node));
    node.kind = Syntax::Kind::call;
    if (!sign(")")) {
      while (true) {
        SUMI_TRY(Syntax item, any_of());
        node.items.push_back(std::move(item));
        if (!sign(",")) break;
        SUMI_CHECK(advance());
      }
    }
    SUMI_CHECK(expect(")"));
    if (node.text == "lookup") SUMI_CHECK(lookup_column(node));
    node.end = previous_end_;
    return node;
  }

  Result<void> lookup_column(Syntax& node) {
    SUMI_CHECK(expect("."));
    if (token_.kind != TokenKind::name) return unexpected("列の名前", "the name of a column");
    node.kind = Syntax::Kind::lookup;
    node.text = std::string(token_.text);
    SUMI_CHECK(advance());
    if (token_.kind != TokenKind::unit) return {};
    node.index = std::string(token_.text);
    return advance();
  }

  // sum( has been read.
  Result<Syntax> row_sum(Syntax node) {
    node.kind = Syntax::Kind::row_sum;
    if (token_.kind != TokenKind::name) return unexpected("行の名前（sum(i in 一覧名: ...)）", "the name of a row, as in sum(i in LIST: ...)");
    node.index = std::string(token_.text);
    SUMI_CHECK(advance());
    if (!word("in")) return unexpected("in", "'in'");
    SUMI_CHECK(advance());
    if (token_.kind != TokenKind::name) return unexpected("一覧の名前", "the name of a list");
    node.text = std::string(token_.text);
    SUMI_CHECK(advance());
    SUMI_CHECK(expect(":"));
    SUMI_TRY(Syntax body, any_of());
    node.items.push_back(std::move(body));
    SUMI_CHECK(expect(")"));
    node.end = previous_end_;
    return node;
  }

  std::string_view text_;
  Place place_;
  std::size_t position_ = 0;
  std::uint32_t previous_end_ = 0;
  unsigned depth_ = 0;
  Token token_;
};

}  // namespace

Result<Syntax> parse_formula(std::string_view text, const Place& place) { return Parser(text, place).parse(); }

Result<std::shared_ptr<const Syntax>> ParsedFormulas::tree(const std::string& text, const Place& place) {
  const auto known = trees_.find(text);
  if (known != trees_.end()) return known->second;
  SUMI_TRY(Syntax parsed, parse_formula(text, place));
  return trees_.emplace(text, std::make_shared<const Syntax>(std::move(parsed))).first->second;
}

}  // namespace sumi::rulebook
