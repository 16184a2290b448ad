// The language itself: what it refuses and where, what it notices when an expectation does not hold, and that every command is within its reach.
#include <gtest/gtest.h>

#include "base/file.h"
#include "scenario/commands.h"
#include "scenario/memory_world.h"
#include "scenario/play.h"
#include "scenario/tokens.h"

namespace sumi::scenario {
namespace {

scheme::Rules few_rules() {
  scheme::Rules rules;
  rules.registry.purposes["own_retirement"] = {{registry::EndUse::retirement}, false};
  rules.registry.grounds = {"misconduct"};
  return rules;
}

PlayResult play_text(std::string_view text, const PlayOptions& options = {}) {
  const auto script = parse_script(text, "t.scn");
  if (!script) {
    PlayResult result;
    result.cases.push_back({});
    result.cases.back().failure = script.error();
    result.failed = 1;
    return result;
  }
  return play(*script, [](const Beginning& b) { return MemoryWorld::make(b, few_rules()); }, options);
}

struct Bad {
  const char* text;
  const char* error;
  std::uint32_t line;
  std::uint32_t column;
};

TEST(Parse, RefusesWithLineAndColumn) {
  const Bad cases[] = {
      {"say \"a\ntransfer", "scenario.text_not_closed", 1, 5},
      {"\n  value x = [1 2\n", "scenario.bracket_not_closed", 2, 13},
      {"value x = [1}", "scenario.bracket_not_closed", 1, 13},
      {"value x = ]", "scenario.bracket_not_closed", 1, 11},
      {"墨 A1", "scenario.verb_unknown", 1, 1},
      {"trasnfer A1 A2 5", "scenario.verb_unknown", 1, 1},
      {"say \"墨墨\" ->", "scenario.unexpected", 1, 10},
      {"transfer A1 A2", "scenario.argument_count", 1, 1},
      {"transfer A1 A2 5 6", "scenario.argument_count", 1, 1},
      {"transfer A1 A2 5 colour=red", "scenario.key_unknown", 1, 18},
      {"do Transfer from=A1 from=A2", "scenario.key_twice", 1, 21},
      {"advance ->", "scenario.result_syntax", 1, 9},
      {"advance -> perhaps", "scenario.result_syntax", 1, 12},
      {"advance -> refused", "scenario.result_syntax", 1, 12},
      {"advance -> refused registry.insufficient_unit", "scenario.refusal_unknown", 1, 20},
      {"advance -> refused registry.same_account x", "scenario.unexpected", 1, 42},
      {"person tanaka -> ok", "scenario.unexpected", 1, 15},
      {"1 = do AdvanceTime", "scenario.name_syntax", 1, 1},
      {"R1 = transfer A1 A2 5", "scenario.unexpected", 1, 1},
      {"organisation 1 \"x\"", "scenario.name_syntax", 1, 14},
      {"value = 5", "scenario.name_syntax", 1, 7},
      {"value a 5", "scenario.unexpected", 1, 9},
      {"value a =", "scenario.unexpected", 1, 9},
      {"value a = 1 2", "scenario.unexpected", 1, 13},
      {"value a = {b}", "scenario.unexpected", 1, 12},
      {"case", "scenario.argument_count", 1, 1},
      {"case a b", "scenario.argument_count", 1, 1},
      {"case a\ncase a", "scenario.case_twice", 2, 6},
      {"part a\npart a", "scenario.part_twice", 2, 6},
      {"use nothing", "scenario.part_unknown", 1, 5},
      {"include \"x\"", "scenario.include_depth", 1, 1},
      {"group\nadvance", "scenario.group_nesting", 1, 1},
      {"end", "scenario.group_nesting", 1, 1},
      {"group\ngroup\nend", "scenario.group_nesting", 2, 1},
      {"group\nsay \"x\"\nend", "scenario.group_nesting", 2, 1},
      {"group\nadvance -> ok\nend", "scenario.group_nesting", 2, 1},
      {"group\naccount A1 O1\nend", "scenario.group_nesting", 2, 1},
      {"as tanaka for: advance", "scenario.unexpected", 1, 14},
      {"by tanaka: advance", "scenario.unexpected", 1, 1},
      {"as tanaka: say \"x\"", "scenario.unexpected", 1, 1},
      {"as tanaka:", "scenario.unexpected", 1, 10},
      {"\xFF", "scenario.script_encoding", 0, 0},
  };
  for (const auto& c : cases) {
    const auto script = parse_script(c.text, "t.scn");
    ASSERT_FALSE(script) << c.text;
    EXPECT_EQ(qualified_name(*script.error().def), c.error) << c.text;
    EXPECT_EQ(script.error().place.line, c.line) << c.text;
    EXPECT_EQ(script.error().place.column, c.column) << c.text;
    for (const auto language : {Language::ja, Language::en}) {
      EXPECT_EQ(describe_error(script.error(), language).find("…"), std::string::npos) << describe_error(script.error(), language);
    }
  }
  std::string deep = "value x = ";
  for (int i = 0; i < 40; ++i) deep += "[";
  for (int i = 0; i < 40; ++i) deep += "]";
  EXPECT_EQ(qualified_name(*parse_script(deep, "").error().def), "scenario.too_deep");
  EXPECT_EQ(qualified_name(*parse_script(std::string(5 << 20, ' '), "").error().def), "scenario.script_too_large");
}

TEST(Parse, CollectsSeveralFindings) {
  const auto script = parse_script("foo\nsay \"ok\"\nbar\nsay \"x\n", "t.scn");
  ASSERT_FALSE(script);
  EXPECT_EQ(script.error().also.size(), 2U);
  EXPECT_EQ(script.error().also[1].place.line, 4U);
}

TEST(Parse, ReadsLines) {
  const auto script = parse_script(
      "# a comment\nas tanaka for O1, key K1, on 2026-04-01: transfer A1 A2 B1:1-5,B2:7-7 price=5 # more\n"
      "P1 = do DraftProject head={a=1, b=[x y]} -> ok project=P1\ncase first \"with a title\"\nsay \"a \\\"b\\\"\"\n",
      "t.scn");
  ASSERT_TRUE(script) << describe_error(script.error(), Language::en);
  ASSERT_EQ(script->prologue.lines.size(), 2U);
  const Line& transfer = script->prologue.lines[0];
  EXPECT_EQ(transfer.person, "tanaka");
  EXPECT_EQ(transfer.organisation, "O1");
  EXPECT_EQ(transfer.key, "K1");
  EXPECT_EQ(transfer.date, "2026-04-01");
  ASSERT_EQ(transfer.arguments.size(), 3U);
  EXPECT_TRUE(transfer.arguments[2].is_array());
  EXPECT_EQ(transfer.arguments[2].items[1].text, "B2:7-7");
  EXPECT_EQ(transfer.place.line, 2U);
  EXPECT_EQ(transfer.place.column, 42U);
  const Line& draft = script->prologue.lines[1];
  EXPECT_EQ(draft.binding, "P1");
  EXPECT_EQ(draft.options[0].second.members.size(), 2U);
  EXPECT_EQ(draft.outcome[0].first, "project");
  ASSERT_EQ(script->cases.size(), 1U);
  EXPECT_EQ(script->cases[0].lines[0].arguments[0].text, "a \"b\"");
}

TEST(Parse, Includes) {
  const auto files = [](const std::string& path) -> Result<std::string> {
    if (path == "a") return std::string("say \"a\"\npart p\nsay \"p\"\n");
    if (path == "circle") return std::string("include \"circle\"");
    if (path == "cases") return std::string("case x\n");
    return std::string("\n  nonsense\n");
  };
  const auto script = parse_script("include \"a\"\nuse p\n", "t.scn", files);
  ASSERT_TRUE(script) << describe_error(script.error(), Language::en);
  EXPECT_EQ(script->prologue.lines.size(), 2U);
  EXPECT_EQ(qualified_name(*parse_script("include \"circle\"", "", files).error().def), "scenario.include_depth");
  EXPECT_EQ(qualified_name(*parse_script("include \"cases\"", "", files).error().def), "scenario.case_in_include");
  EXPECT_EQ(qualified_name(*parse_script("include \"a\"\ninclude \"a\"", "", files).error().def), "scenario.part_twice");
  const auto bad = parse_script("include \"bad\"", "t.scn", files);
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().place.file, "bad");
  EXPECT_EQ(bad.error().place.line, 2U);
  EXPECT_EQ(bad.error().place.column, 3U);
}

// Each text fails with that error on that line: an expectation that cannot fail is none.
TEST(Play, NoticesWhatDoesNotHold) {
  const Bad cases[] = {
      {"organisation O1 \"x\"\norganisation O1 \"y\"", "scenario.name_taken", 2, 1},
      {"organisation O1 \"\"", "scenario.refused_instead", 1, 1},
      {"organisation O1 \"x\" -> refused scheme.name_empty", "scenario.accepted_instead", 1, 1},
      {"organisation O1 \"\" -> refused scheme.role_missing", "scenario.refused_otherwise", 1, 1},
      {"organisation O1 \"x\" -> repeated", "scenario.not_repeated", 1, 1},
      {"key K: organisation O1 \"x\"\nkey K: organisation O2 \"x\"", "scenario.not_repeated", 2, 8},
      {"organisation O1 \"x\" -> ok organisation=2", "scenario.differs", 1, 40},
      {"organisation O1 \"x\" -> ok colour=2", "scenario.field_unknown", 1, 34},
      {"organisation O1 \"x\"\nexpect organisation O1 names.0.name=y", "scenario.differs", 2, 37},
      {"organisation O1 \"x\"\nexpect no organisation O1", "scenario.differs", 2, 11},
      {"expect organisation 5 name=x", "scenario.row_unknown", 1, 8},
      {"expect weather 5", "scenario.row_unknown", 1, 1},
      {"expect ledger colour=red", "scenario.field_unknown", 1, 22},
      {"expect state_hash 00000000", "scenario.differs", 1, 19},
      {"expect state_hash 0", "scenario.differs", 1, 19},
      {"account A1 O9", "scenario.refused_instead", 1, 1},
      {"expect balance A1 held 5", "scenario.name_unknown", 1, 16},
      {"as nobody", "scenario.name_unknown", 1, 4},
      {"as admin for O1", "scenario.name_unknown", 1, 14},
      {"do Nonsense", "scenario.command_unknown", 1, 1},
      {"do Grant person=$x", "scenario.value_unknown", 1, 17},
      {"x = do AdvanceTime", "scenario.refused_instead", 1, 5},
      {"person p\nx = do Grant person=p role=administrator", "scenario.nothing_to_name", 2, 5},
      {"do Grant person=admin role=king", "scenario.refused_instead", 1, 1},
      {"do Grant colour=red", "scenario.refused_instead", 1, 1},
      {"at yesterday", "base.instant_syntax", 1, 4},
      {"at 2026-04-01T25:00", "base.instant_syntax", 1, 4},
      {"at +99999999999999999999d", "base.instant_syntax", 1, 4},
      {"on 2026-13-01", "base.date_range", 1, 4},
      {"store demo\nstore demo", "scenario.unexpected", 2, 1},
      {"store castle", "wire.unknown_word", 1, 7},
      {"draft P1 \"plan.toml\"", "scenario.no_calculation", 1, 1},
      {"group\norganisation O1 \"x\"\nadvance\nend", "scenario.refused_instead", 4, 1},
  };
  for (const auto& c : cases) {
    const auto result = play_text(c.text);
    ASSERT_EQ(result.failed, 1U) << c.text;
    const Error& error = *result.cases[0].failure;
    EXPECT_EQ(qualified_name(*error.def), c.error) << c.text;
    EXPECT_EQ(error.place.line, c.line) << c.text;
    EXPECT_EQ(error.place.column, c.column) << c.text;
    for (const auto language : {Language::ja, Language::en}) {
      EXPECT_EQ(describe_error(error, language).find("…"), std::string::npos) << describe_error(error, language);
    }
  }
}

TEST(Play, EachCaseHasAFreshLedger) {
  const auto result = play_text("organisation O1 \"x\"\ncase a\norganisation O2 \"y\" -> ok organisation=2\ncase b\norganisation O2 \"y\" -> ok organisation=2\ncase c\nexpect no organisation O1\n");
  EXPECT_EQ(result.passed, 2U);
  EXPECT_EQ(result.failed, 1U);
  EXPECT_EQ(result.cases[0].state_hash, result.cases[1].state_hash);
  EXPECT_EQ(result.cases[0].commands, 2U);
  const std::string text = report_text(result, Language::en);
  EXPECT_NE(text.find("ok      a\nok      b\nFAILED  c\nt.scn:7:11: "), std::string::npos) << text;
  EXPECT_NE(text.find("\n2 passed, 1 failed\n"), std::string::npos) << text;
}

TEST(Play, SaysAndShows) {
  const auto result = play_text("organisation O1 \"墨\"\nsay \"登録しました\"\nshow organisation O1\n");
  ASSERT_EQ(result.passed, 1U) << report_text(result, Language::en);
  ASSERT_EQ(result.cases[0].said.size(), 2U);
  EXPECT_EQ(result.cases[0].said[0], "登録しました");
  EXPECT_NE(result.cases[0].said[1].find("\"name\":\"墨\""), std::string::npos);
}

TEST(Play, PartsThatUseThemselvesEnd) {
  const auto result = play_text("part a\nuse a\ncase x\nuse a\n");
  ASSERT_EQ(result.failed, 1U);
  EXPECT_EQ(qualified_name(*result.cases[0].failure->def), "scenario.too_deep");
  PlayOptions few;
  few.steps_max = 10;
  const auto many = play_text("part a\nsay \"x\"\npart b\nuse a\nuse a\nuse a\npart c\nuse b\nuse b\nuse b\ncase x\nuse c\n", few);
  ASSERT_EQ(many.failed, 1U);
  EXPECT_EQ(qualified_name(*many.cases[0].failure->def), "scenario.steps_exhausted");
}

TEST(Play, AgainstAGivenLedger) {
  auto world = MemoryWorld::make({}, few_rules());
  ASSERT_TRUE(world);
  const auto first = parse_script("at 2026-05-01\norganisation O1 \"x\"\n", "a");
  const auto played = play_given(*first, **world);
  ASSERT_TRUE(played && played->passed());
  // The time of the ledger is where the next scenario begins.
  const auto second = play_given(*parse_script("expect organisation 1 names.0.name=x\norganisation O2 \"y\"\n", "b"), **world);
  ASSERT_TRUE(second);
  EXPECT_TRUE(second->passed()) << describe_error(*second->failure, Language::en);
  const auto cases = play_given(*parse_script("case a\n", "c"), **world);
  ASSERT_FALSE(cases);
  EXPECT_EQ(qualified_name(*cases.error().def), "scenario.given_store");
  const auto store = play_given(*parse_script("store demo\n", "d"), **world);
  ASSERT_TRUE(store);
  EXPECT_FALSE(store->passed());
}

// Every command of the scheme can be written: by its name and its fields, nothing else.
TEST(Commands, EveryCommandIsWithinReach) {
  EXPECT_EQ(command_names().size(), std::variant_size_v<scheme::AnyCommand>);
  for (const auto name : command_names()) {
    Tree fields = Tree::make_table();
    const auto command = command_from_tree(name, fields, {nullptr, nullptr, true});
    ASSERT_TRUE(command) << name;
    EXPECT_EQ(scheme::name_of(*command), name);
  }
  Tree fields = Tree::make_table();
  fields.add("note", Tree::make_string("words"));
  const std::vector<std::pair<std::string, std::string>> expected{{"note", "words"}};
  EXPECT_EQ(take_sealed("Transfer", fields), expected);
  EXPECT_EQ(fields.find("note"), nullptr);
  fields.add("note", Tree::make_string("words"));
  EXPECT_TRUE(take_sealed("Grant", fields).empty());
  Tree members = Tree::make_table();
  Tree& list = members.add("members", Tree::make_array());
  for (const char* name : {"山田", "川田"}) {
    Tree& member = list.items.emplace_back(Tree::make_table());
    member.add("name", Tree::make_string(name));
    member.add("list", Tree::make_string("a"));
  }
  const std::vector<std::pair<std::string, std::string>> names{{"members[0].name", "山田"}, {"members[1].name", "川田"}};
  EXPECT_EQ(take_sealed("AdmitMembers", members), names);
}

// The grammar stands on one page, and the page leaves no verb out.
TEST(Verbs, StandOnThePage) {
  const auto page = read_file(SUMI_SOURCE_DIR "/docs/scenario.md");
  ASSERT_TRUE(page);
  for (const auto name : verb_names()) {
    const Verb* verb = find_verb(name);
    ASSERT_NE(verb, nullptr);
    EXPECT_NE(verb->usage.find(name), std::string_view::npos) << name;
    const std::string word(name);
    const bool stands = page->find("`" + word + " ") != std::string::npos || page->find("`" + word + "`") != std::string::npos ||
                        page->find("`[NAME =] " + word + " ") != std::string::npos || page->find("`" + word + " [") != std::string::npos;
    EXPECT_TRUE(stands) << name << " is not in docs/scenario.md";
  }
}

}  // namespace
}  // namespace sumi::scenario
