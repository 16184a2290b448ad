// From tokens to blocks of lines. Everything that can be known without playing is refused here, with line and column.
#include <algorithm>
#include <array>
#include <set>

#include "base/errors.h"
#include "base/limits.h"
#include "base/text.h"
#include "claim/errors.h"
#include "project/errors.h"
#include "registry/errors.h"
#include "scenario/errors.h"
#include "scenario/script.h"
#include "scenario/tokens.h"
#include "scheme/errors.h"
#include "wire/errors.h"
#include "wire/tree_codec.h"

namespace sumi::scenario {

namespace {

constexpr unsigned include_depth_max = 4;

bool is_name(std::string_view text) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return !text.empty() && letter(text.front()) && std::all_of(text.begin(), text.end(), [&](char c) { return letter(c) || digit(c) || c == '_'; });
}

// Did you mean ...? In both languages, empty where nothing is near.
std::pair<std::string, std::string> hint(std::string_view word, const std::vector<std::string_view>& known) {
  const std::string near(wire::nearest(word, known));
  if (near.empty()) return {};
  return {"「" + near + "」の書き間違いではありませんか。", "Did you mean \"" + near + "\"? "};
}

const std::vector<std::string>& refusal_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const auto list : {sumi::errors::base_errors(), wire::errors::wire_errors(), scheme::errors::list(), registry::errors::list(), claim::errors::list(),
             project::errors::project_errors()}) {
      for (const ErrorDef* def : list) all.push_back(qualified_name(*def));
    }
    return all;
  }();
  return names;
}

// Names of rooms whose list is not at hand here (service, store) are taken as written.
Result<void> check_refusal(const Token& token) {
  const auto& names = refusal_names();
  if (std::find(names.begin(), names.end(), token.text) != names.end()) return {};
  for (const std::string_view room : {"service.", "store.", "rulebook.", "journal."}) {
    if (token.text.starts_with(room) && token.text.size() > room.size()) return {};
  }
  const auto [hint_ja, hint_en] = hint(token.text, {names.begin(), names.end()});
  return fail(errors::refusal_unknown, {{"text", token.text}, {"hint_ja", hint_ja}, {"hint_en", hint_en}}, token.place);
}

class LineParser {
 public:
  explicit LineParser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  Result<Line> parse() {
    Line line;
    SUMI_CHECK(parse_modifiers(line));
    if (ended()) return unexpected_end("命令", "a statement");
    const bool is_value_line = here().kind == Token::Kind::word && here().text == "value";
    if (!is_value_line && tokens_.size() > at_ + 1 && here().kind == Token::Kind::word && tokens_[at_ + 1].is("=")) {
      SUMI_CHECK(check_name(here()));
      line.binding = here().text;
      at_ += 2;
      if (ended()) return unexpected_end("do COMMAND", "do COMMAND");
    }
    const Token verb_token = here();
    const Verb* verb = verb_token.kind == Token::Kind::word ? find_verb(verb_token.text) : nullptr;
    if (verb == nullptr) {
      const auto [hint_ja, hint_en] = hint(verb_token.text, verb_names());
      return fail(errors::verb_unknown, {{"text", verb_token.text}, {"hint_ja", hint_ja}, {"hint_en", hint_en}}, verb_token.place);
    }
    ++at_;
    line.place = verb_token.place;
    line.verb = verb_token.text;
    if (line.verb == "value") return parse_value_line(std::move(line));
    SUMI_CHECK(parse_arguments(line, *verb));
    if (!ended()) SUMI_CHECK(parse_result(line, *verb));
    return check(std::move(line), *verb);
  }

 private:
  [[nodiscard]] bool ended() const { return at_ == tokens_.size(); }
  [[nodiscard]] const Token& here() const { return tokens_[at_]; }
  Unexpected unexpected(const Token& token, const char* ja, const char* en) const {
    return fail(errors::unexpected, {{"text", token.text}, {"expected_ja", ja}, {"expected_en", en}}, token.place);
  }
  Unexpected unexpected_end(const char* ja, const char* en) const {
    Place place = tokens_.back().place;
    return fail(errors::unexpected, {{"text", "行末 (end of line)"}, {"expected_ja", ja}, {"expected_en", en}}, std::move(place));
  }
  static Result<void> check_name(const Token& token) {
    if (token.kind == Token::Kind::word && is_name(token.text)) return {};
    return fail(errors::name_syntax, {{"text", token.text}}, token.place);
  }

  // "as tanaka for O1, key K1, on 2026-04-01:" before the statement.
  Result<void> parse_modifiers(Line& line) {
    const auto colon = std::find_if(tokens_.begin(), tokens_.end(), [](const Token& t) { return t.is(":"); });
    if (colon == tokens_.end()) return {};
    const std::size_t end = static_cast<std::size_t>(colon - tokens_.begin());
    const auto word = [&](std::string& into) -> Result<void> {
      if (at_ >= end || here().kind == Token::Kind::sign) return unexpected(tokens_[std::min(at_, end)], "名前", "a name");
      into = tokens_[at_++].text;
      return {};
    };
    while (at_ < end) {
      const Token& token = tokens_[at_++];
      if (token.text == "as" && token.kind == Token::Kind::word) SUMI_CHECK(word(line.person));
      else if (token.text == "for" && token.kind == Token::Kind::word && !line.person.empty()) SUMI_CHECK(word(line.organisation));
      else if (token.text == "key" && token.kind == Token::Kind::word) SUMI_CHECK(word(line.key));
      else if (token.text == "on" && token.kind == Token::Kind::word) SUMI_CHECK(word(line.date));
      else if (!token.is(",")) return unexpected(token, "as、for、key、on", "as, for, key or on");
    }
    at_ = end + 1;
    return {};
  }

  Result<Tree> parse_value(unsigned depth) {
    if (ended()) return unexpected_end("値", "a value");
    if (depth > limits::nesting_depth_max) return fail(errors::too_deep, {{"limit", std::to_string(limits::nesting_depth_max)}}, here().place);
    const Token token = tokens_[at_++];
    if (token.is("[")) return parse_list(token, depth);
    if (token.is("{")) return parse_table(token, depth);
    if (token.kind == Token::Kind::sign) return unexpected(token, "値", "a value");
    Tree value = Tree::make_string(token.text);
    value.place = token.place;
    if (token.kind == Token::Kind::word) {
      value.kind = Tree::Kind::number;
      if (token.text.starts_with('$')) {
        value.kind = Tree::Kind::null;
        value.text.erase(0, 1);
      }
    }
    return value;
  }
  Result<Tree> parse_list(const Token& open, unsigned depth) {
    Tree list = Tree::make_array();
    list.place = open.place;
    while (!here().is("]")) {
      if (here().is(",")) {
        ++at_;
        continue;
      }
      SUMI_TRY(Tree item, parse_value(depth + 1));
      list.items.push_back(std::move(item));
    }
    ++at_;
    return list;
  }
  Result<Tree> parse_table(const Token& open, unsigned depth) {
    Tree table = Tree::make_table();
    table.place = open.place;
    while (!here().is("}")) {
      if (here().is(",")) {
        ++at_;
        continue;
      }
      SUMI_CHECK(parse_option(table.members, depth + 1));
    }
    ++at_;
    return table;
  }
  Result<void> parse_option(std::vector<Tree::Member>& options, unsigned depth) {
    const Token key = tokens_[at_++];
    if (key.kind != Tree_word || ended() || !here().is("=")) return unexpected(key, "「項目=値」", "KEY=VALUE");
    ++at_;
    const bool twice = std::any_of(options.begin(), options.end(), [&](const Tree::Member& m) { return m.first == key.text; });
    if (twice) return fail(errors::key_twice, {{"key", key.text}}, key.place);
    SUMI_TRY(Tree value, parse_values(depth));
    options.push_back({key.text, std::move(value)});
    return {};
  }
  // Outside of brackets, commas join values to a list.
  Result<Tree> parse_values(unsigned depth) {
    SUMI_TRY(Tree first, parse_value(depth));
    if (depth != 0 || ended() || !here().is(",")) return first;
    Tree list = Tree::make_array();
    list.place = first.place;
    list.items.push_back(std::move(first));
    while (!ended() && here().is(",")) {
      ++at_;
      SUMI_TRY(Tree item, parse_value(depth));
      list.items.push_back(std::move(item));
    }
    return list;
  }

  Result<Line> parse_value_line(Line line) {
    if (ended()) return unexpected_end("名前", "a name");
    SUMI_CHECK(check_name(here()));
    line.binding = here().text;
    ++at_;
    if (ended() || !here().is("=")) return unexpected(ended() ? tokens_.back() : here(), "「=」", "=");
    ++at_;
    SUMI_TRY(Tree value, parse_values(0));
    line.arguments.push_back(std::move(value));
    if (!ended()) return unexpected(here(), "行末", "the end of the line");
    return line;
  }

  Result<void> parse_arguments(Line& line, const Verb& verb) {
    while (!ended() && !here().is("->")) {
      if (here().kind == Token::Kind::word && at_ + 1 < tokens_.size() && tokens_[at_ + 1].is("=")) {
        const Token key = here();
        if (verb.keys != "*" && verb.keys.find(' ' + key.text + ' ') == std::string_view::npos) {
          return fail(errors::key_unknown, {{"text", line.verb}, {"key", key.text}, {"usage", std::string(verb.usage)}}, key.place);
        }
        SUMI_CHECK(parse_option(line.options, 0));
      } else {
        SUMI_TRY(Tree value, parse_values(0));
        line.arguments.push_back(std::move(value));
      }
    }
    return {};
  }

  Result<void> parse_result(Line& line, const Verb& verb) {
    if (!verb.command) return unexpected(here(), "行末", "the end of the line");
    const Token arrow = tokens_[at_++];
    line.result_written = true;
    if (ended()) return fail(errors::result_syntax, {}, arrow.place);
    const Token word = tokens_[at_++];
    if (word.kind == Token::Kind::word && word.text == "ok") {
      while (!ended()) SUMI_CHECK(parse_option(line.outcome, 0));
    } else if (word.kind == Token::Kind::word && word.text == "repeated") {
      line.expected = Expected::repeated;
    } else if (word.kind == Token::Kind::word && word.text == "refused" && !ended()) {
      line.expected = Expected::refused;
      SUMI_CHECK(check_refusal(here()));
      line.refusal = tokens_[at_++].text;
    } else {
      return fail(errors::result_syntax, {}, word.place);
    }
    if (!ended()) return unexpected(here(), "行末", "the end of the line");
    return {};
  }

  Result<Line> check(Line line, const Verb& verb) {
    const std::size_t count = line.arguments.size();
    if (count < verb.arguments_min || count > verb.arguments_max) {
      return fail(errors::argument_count, {{"text", line.verb}, {"usage", std::string(verb.usage)}}, line.place);
    }
    if (verb.names) {
      const Tree& name = line.arguments.front();
      if (name.kind != Tree::Kind::number || !is_name(name.text)) return fail(errors::name_syntax, {{"text", name.text}}, name.place);
      if (!line.binding.empty()) return unexpected(tokens_.front(), "命令", "a statement without a name in front");
      line.binding = name.text;
      line.arguments.erase(line.arguments.begin());
    } else if (!line.binding.empty() && line.verb != "do") {
      return unexpected(tokens_.front(), "do COMMAND", "do COMMAND after a name");
    }
    const bool modified = !line.person.empty() || !line.key.empty() || !line.date.empty();
    if (modified && (!verb.command || line.verb == "end")) return unexpected(tokens_.front(), "台帳への申請", "a command after as, key or on");
    return line;
  }

  static constexpr auto Tree_word = Token::Kind::word;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

class ScriptParser {
 public:
  ScriptParser(const IncludeReader& include, unsigned depth) : include_(include), depth_(depth) {}

  Result<Script> parse(std::string_view text, const std::string& file) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (text.size() > limits::scenario_file_bytes_max) {
      return fail(errors::script_too_large, {{"limit", std::to_string(limits::scenario_file_bytes_max)}}, {file, 0, 0});
    }
    if (!valid_utf8(text)) return fail(errors::script_encoding, {}, {file, 0, 0});
    script_.file = file;
    script_.prologue.place = {file, 1, 1};
    block_ = &script_.prologue;
    Tokens tokens(text, file);
    while (findings_.size() < limits::findings_max) {
      auto line = tokens.next_line();
      if (!line) {
        findings_.push_back(std::move(line).error());
        continue;
      }
      if (line->empty()) break;
      if (auto done = take(*std::move(line)); !done) findings_.push_back(std::move(done).error());
    }
    check_groups(script_.prologue);
    for (auto& [name, part] : script_.parts) check_groups(part);
    for (auto& block : script_.cases) check_groups(block);
    if (findings_.empty()) check_parts();
    if (findings_.empty()) return std::move(script_);
    Error first = std::move(findings_.front());
    for (std::size_t i = 1; i < findings_.size(); ++i) first.also.push_back(std::move(findings_[i]));
    return fail(std::move(first));
  }

 private:
  Result<void> take(std::vector<Token> tokens) {
    const std::string& word = tokens.front().kind == Token::Kind::word ? tokens.front().text : no_word_;
    if (word == "case" || word == "part") return begin_block(tokens);
    if (word == "include") return take_include(tokens);
    SUMI_TRY(Line line, LineParser(std::move(tokens)).parse());
    block_->lines.push_back(std::move(line));
    return {};
  }

  Result<void> begin_block(const std::vector<Token>& tokens) {
    const bool is_case = tokens.front().text == "case";
    if (tokens.size() < 2 || tokens.size() > 3 || (tokens.size() == 3 && tokens[2].kind != Token::Kind::text)) {
      const char* usage = is_case ? "case NAME [\"TEXT\"]" : "part NAME";
      return fail(errors::argument_count, {{"text", tokens.front().text}, {"usage", usage}}, tokens.front().place);
    }
    const Token& name = tokens[1];
    if (name.kind != Token::Kind::word || !is_name(name.text)) return fail(errors::name_syntax, {{"text", name.text}}, name.place);
    if (is_case) {
      if (depth_ != 0) return fail(errors::case_in_include, {}, tokens.front().place);
      if (!case_names_.insert(name.text).second) return fail(errors::case_twice, {{"name", name.text}}, name.place);
      script_.cases.push_back({name.text, name.place, {}});
      block_ = &script_.cases.back();
      return {};
    }
    const auto [it, fresh] = script_.parts.try_emplace(name.text, Block{name.text, name.place, {}});
    if (!fresh) return fail(errors::part_twice, {{"name", name.text}}, name.place);
    block_ = &it->second;
    return {};
  }

  Result<void> take_include(const std::vector<Token>& tokens) {
    if (tokens.size() != 2 || tokens[1].kind != Token::Kind::text) {
      return fail(errors::argument_count, {{"text", "include"}, {"usage", "include \"FILE.scn\""}}, tokens.front().place);
    }
    if (depth_ >= include_depth_max || !include_) return fail(errors::include_depth, {}, tokens.front().place);
    auto text = include_(tokens[1].text);
    if (!text) return fail(std::move(text).error().at(tokens[1].place));
    SUMI_TRY(Script inner, ScriptParser(include_, depth_ + 1).parse(*text, tokens[1].text));
    for (auto& line : inner.prologue.lines) block_->lines.push_back(std::move(line));
    for (auto& [name, part] : inner.parts) {
      if (!script_.parts.try_emplace(name, part).second) return fail(errors::part_twice, {{"name", name}}, tokens[1].place);
    }
    return {};
  }

  // A group holds single commands, without results of their own, and ends in its block.
  void check_groups(const Block& block) {
    const Line* open = nullptr;
    for (const Line& line : block.lines) {
      const bool begins = line.verb == "group", ends = line.verb == "end";
      const bool several = line.verb == "account" || line.verb == "retire";
      const bool modified = line.result_written || !line.person.empty() || !line.key.empty() || !line.date.empty();
      const bool misplaced = open != nullptr ? begins || (!ends && (!find_verb(line.verb)->command || several || modified)) : ends;
      if (misplaced) findings_.push_back(make_error(errors::group_nesting, {}, line.place));
      if (begins) open = &line;
      if (ends) open = nullptr;
    }
    if (open != nullptr) findings_.push_back(make_error(errors::group_nesting, {}, open->place));
  }

  void check_parts() {
    const auto check = [this](const Block& block) {
      for (const Line& line : block.lines) {
        if (line.verb == "use" && !script_.parts.contains(line.arguments[0].text) && depth_ == 0) {
          findings_.push_back(make_error(errors::part_unknown, {{"name", line.arguments[0].text}}, line.arguments[0].place));
        }
      }
    };
    check(script_.prologue);
    for (const auto& [name, part] : script_.parts) check(part);
    for (const auto& block : script_.cases) check(block);
  }

  const IncludeReader& include_;
  unsigned depth_;
  Script script_;
  Block* block_ = nullptr;
  std::set<std::string, std::less<>> case_names_;
  std::vector<Error> findings_;
  const std::string no_word_;
};

}  // namespace

Result<Script> parse_script(std::string_view text, const std::string& file_name, const IncludeReader& include) {
  return ScriptParser(include, 0).parse(text, file_name);
}

}  // namespace sumi::scenario
