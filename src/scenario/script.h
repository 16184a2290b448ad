// A scenario as it is read: blocks of lines, checked for form before anything is played. The grammar is docs/scenario.md.
//
// Values are trees: a bare word is a `number` (whatever it says), a text in quotation marks a `string`, $NAME a `null` whose text is the name, lists
// and tables are arrays and tables. What a word means is decided when the line is played.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/tree.h"

namespace sumi::scenario {

enum class Expected : std::uint8_t { accepted, repeated, refused };

struct Line {
  Place place;  // of the verb
  std::string verb;
  std::string binding;  // "P1" of "P1 = do DraftProject ...", and of verbs that name what they make
  // "as PERSON [for ORGANISATION], key NAME, on DATE:" in front; empty where not said.
  std::string person, organisation, key, date;
  std::vector<Tree> arguments;
  std::vector<Tree::Member> options;  // key=value, in written order; the place is the key's
  Expected expected = Expected::accepted;
  std::string refusal;                 // qualified name
  std::vector<Tree::Member> outcome;   // of "-> ok key=value ..."
  bool result_written = false;
};
struct Block {
  std::string name;
  Place place;
  std::vector<Line> lines;
};
struct Script {
  std::string file;
  Block prologue;  // what stands before the first case; played before every case
  std::map<std::string, Block, std::less<>> parts;
  std::vector<Block> cases;  // empty: the prologue is the story
};

// Reads an included file; nothing = includes are refused.
using IncludeReader = std::function<Result<std::string>(const std::string& path)>;

// Every finding has line and column. Up to limits::findings_max are collected.
[[nodiscard]] Result<Script> parse_script(std::string_view text, const std::string& file_name, const IncludeReader& include = {});

// The verbs: how each is written, what it takes.
struct Verb {
  std::string_view name;
  std::string_view usage;
  std::size_t arguments_min;
  std::size_t arguments_max;
  std::string_view keys;  // with a space around each; "*" = any
  bool command;           // something that is submitted: may have a result, a modifier, stand in a group
  bool names;             // its first argument names what it makes
};
[[nodiscard]] const Verb* find_verb(std::string_view name);
[[nodiscard]] std::vector<std::string_view> verb_names();

}  // namespace sumi::scenario
