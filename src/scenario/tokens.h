// The words of a scenario: lines of tokens, each with its place. A line goes on while a bracket is open.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sumi::scenario {

struct Token {
  enum class Kind : std::uint8_t { word, text, sign };
  Kind kind = Kind::word;
  std::string text;  // of a text, without its quotation marks; of a sign, one of = , [ ] { } : ->
  Place place;
  [[nodiscard]] bool is(std::string_view sign) const { return kind == Kind::sign && text == sign; }
};

class Tokens {
 public:
  Tokens(std::string_view text, const std::string& file) : text_(text), file_(file) {}
  // The next line that is not empty; an empty list at the end. After an error the rest of that line is passed over.
  Result<std::vector<Token>> next_line();

 private:
  [[nodiscard]] bool at_end() const { return offset_ == text_.size(); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const { return offset_ + ahead < text_.size() ? text_[offset_ + ahead] : '\n'; }
  [[nodiscard]] Place here() const { return {file_, line_, column_}; }
  void step();
  void skip_line();
  Result<Token> read_text();
  Token read_word();

  std::string_view text_;
  std::string file_;
  std::size_t offset_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
};

}  // namespace sumi::scenario
