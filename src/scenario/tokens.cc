#include "scenario/tokens.h"

#include "scenario/errors.h"

namespace sumi::scenario {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool is_bracket(char c) { return c == '[' || c == ']' || c == '{' || c == '}'; }
bool ends_word(char c) { return is_space(c) || is_bracket(c) || c == ',' || c == '=' || c == '"'; }

}  // namespace

void Tokens::step() {
  const char c = text_[offset_++];
  if (c == '\n') {
    ++line_;
    column_ = 1;
  } else if (at_end() || (static_cast<unsigned char>(text_[offset_]) & 0xC0) != 0x80) {
    ++column_;  // columns count characters
  }
}

void Tokens::skip_line() {
  while (!at_end() && peek() != '\n') step();
}

// "..." with \" \\ \n \t; it ends on its line.
Result<Token> Tokens::read_text() {
  Token token{Token::Kind::text, {}, here()};
  step();
  for (;;) {
    if (at_end() || peek() == '\n') return fail(errors::text_not_closed, {}, token.place);
    const char c = peek();
    step();
    if (c == '"') return token;
    if (c != '\\') {
      token.text += c;
      continue;
    }
    if (at_end() || peek() == '\n') return fail(errors::text_not_closed, {}, token.place);
    const char escaped = peek();
    step();
    token.text += escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped;
  }
}

// A colon belongs to its word ("B1:1-50", "09:00") unless white space follows it.
Token Tokens::read_word() {
  Token token{Token::Kind::word, {}, here()};
  while (!at_end() && !ends_word(peek())) {
    if (peek() == ':' && is_space(peek(1))) break;
    token.text += peek();
    step();
  }
  return token;
}

Result<std::vector<Token>> Tokens::next_line() {
  std::vector<Token> line;
  std::vector<Token> open;
  const auto refuse = [&](Error error) -> Result<std::vector<Token>> {
    skip_line();
    return fail(std::move(error));
  };
  while (!at_end()) {
    const char c = peek();
    if (c == '\n' && open.empty()) {
      step();
      if (!line.empty()) return line;
    } else if (is_space(c)) {
      step();
    } else if (c == '#') {
      skip_line();
    } else if (c == '"') {
      auto text = read_text();
      if (!text) return refuse(std::move(text).error());
      line.push_back(*std::move(text));
    } else if (c == '-' && peek(1) == '>') {
      line.push_back({Token::Kind::sign, "->", here()});
      step(), step();
    } else if (is_bracket(c) || c == '=' || c == ',' || (c == ':' && is_space(peek(1)))) {
      const Token sign{Token::Kind::sign, std::string(1, c), here()};
      step();
      if (c == '[' || c == '{') open.push_back(sign);
      if (c == ']' || c == '}') {
        const bool fits = !open.empty() && open.back().is(c == ']' ? "[" : "{");
        if (!fits) return refuse(make_error(errors::bracket_not_closed, {{"text", sign.text}}, sign.place));
        open.pop_back();
      }
      line.push_back(sign);
    } else {
      line.push_back(read_word());
    }
  }
  if (!open.empty()) return fail(errors::bracket_not_closed, {{"text", open.back().text}}, open.back().place);
  return line;
}

}  // namespace sumi::scenario
