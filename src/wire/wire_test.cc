// Round trips of random values, and a table of bad inputs with the place and name of what is wrong. Expected texts are written by hand; JSON is
// compared with Python's json module.
#include <gtest/gtest.h>

#include "base/limits.h"
#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <random>

#include "base/number.h"
#include "project/names.h"
#include "project/plan.h"
#include "registry/names.h"
#include "scheme/names.h"
#include "wire/json.h"
#include "wire/table_text.h"
#include "wire/toml_writer.h"
#include "wire/tree_codec.h"

namespace sumi::wire {
namespace {

std::uint64_t seed() {
  const char* given = std::getenv("SUMI_SEED");
  const std::uint64_t s = given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
  std::printf("SUMI_SEED=%llu\n", static_cast<unsigned long long>(s));
  return s;
}

// Fills any described value at random; text holds what needs escapes.
struct RandomFill {
  std::mt19937_64& random;
  std::uint64_t below(std::uint64_t n) { return random() % n; }
  template <class T> void operator()(Part, const char*, T& v) { fill(v); }

  template <class T> void fill(T& v) {
    if constexpr (std::is_same_v<T, bool>) {
      v = below(2) == 1;
    } else if constexpr (std::is_enum_v<T>) {
      const auto names = enum_names(T{});
      v = names[below(names.size())].second;
    } else if constexpr (std::integral<T>) {
      v = static_cast<T>(below(4) == 0 ? random() : below(1000));
    } else if constexpr (std::is_same_v<T, std::string>) {
      static const char* pieces[] = {"a", "墨", "\"", "\\", "\n", "\t", "😀", " = ", "[x]", "'", "#", "é", "ｶ", "0", "true", "2026-04-01"};
      v.clear();
      for (std::uint64_t n = below(8); n > 0; --n) v += pieces[below(std::size(pieces))];
    } else if constexpr (is_number<T>::value) {
      v.value = below(3) == 0 ? random() : below(5);
    } else if constexpr (std::is_base_of_v<Id128, T> || std::is_same_v<T, Hash>) {
      for (auto& b : v.bytes) b = static_cast<std::uint8_t>(random());
    } else if constexpr (std::is_same_v<T, Sealed>) {
      if (below(2) == 1) fill(v.commitment);
    } else if constexpr (std::is_same_v<T, Date>) {
      v = Date::from_days(static_cast<std::int32_t>(below(60000)) - 30000);
    } else if constexpr (std::is_same_v<T, FiscalYear>) {
      v.number = below(5) == 0 ? 0 : static_cast<std::int32_t>(1990 + below(60));
    } else if constexpr (std::is_same_v<T, Instant>) {
      v.ms = static_cast<std::int64_t>(below(4'000'000'000'000));
    } else if constexpr (std::is_same_v<T, Period>) {
      fill(v.first);
      v.last = v.first.plus_days(static_cast<std::int32_t>(below(400)));
    } else if constexpr (is_vector<T>::value) {
      v.resize(below(4));
      for (auto& e : v) fill(e);
    } else if constexpr (is_optional<T>::value) {
      v.reset();
      if (below(2) == 1) fill(v.emplace());
    } else {
      T::fields(v, *this);
    }
  }
};

template <class T> Bytes bytes_of(const T& v) {
  ByteWriter w;
  encode_value(w, v);
  return w.take();
}

template <class T> void expect_round_trips(std::mt19937_64& random) {
  T v{};
  RandomFill fill{random};
  fill.fill(v);
  const Tree tree = to_tree(v);
  for (const bool pretty : {false, true}) {
    const auto parsed = parse_json(to_json(tree, pretty), "t.json");
    ASSERT_TRUE(parsed) << describe_error(parsed.error(), Language::en) << to_json(tree, true);
    const auto back = from_tree<T>(*parsed);
    ASSERT_TRUE(back) << describe_error(back.error(), Language::en) << to_json(tree, true);
    ASSERT_EQ(bytes_of(*back), bytes_of(v));
  }
  const auto toml = to_toml(tree);
  ASSERT_TRUE(toml) << describe_error(toml.error(), Language::en);
  const auto parsed = parse_toml(*toml, "t.toml");
  ASSERT_TRUE(parsed) << describe_error(parsed.error(), Language::en) << *toml;
  const auto back = from_tree<T>(*parsed);
  ASSERT_TRUE(back) << describe_error(back.error(), Language::en) << *toml;
  ASSERT_EQ(bytes_of(*back), bytes_of(v)) << *toml;
}

TEST(TreeCodec, EveryCommandRoundTrips) {
  std::mt19937_64 random(seed());
  for (int round = 0; round < 60; ++round) {
#define SUMI_ROUND_TRIP(number_, version_, Struct) \
  expect_round_trips<Struct>(random);              \
  expect_round_trips<Struct::Outcome>(random);
    using namespace sumi::scheme;
    SUMI_COMMANDS(SUMI_ROUND_TRIP)
#undef SUMI_ROUND_TRIP
    if (HasFatalFailure()) return;
  }
}

TEST(TreeCodec, PlansRoundTrip) {
  std::mt19937_64 random(seed());
  for (int round = 0; round < 40 && !HasFatalFailure(); ++round) expect_round_trips<project::Plan>(random);
}

struct Inner {
  std::uint64_t amount = 7;
  registry::EndUse end_use = registry::EndUse::retirement;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "amount", s.amount);
    v(Part::open, "end_use", s.end_use);
  }
};
struct Outer {
  std::string name = "as given";
  bool yes = false;
  std::int32_t small = 0;
  std::uint8_t byte = 0;
  Date day;
  FiscalYear year;
  Period period;
  Instant when;
  Hash hash;
  PersonId person;
  AccountNumber account;
  Sealed note;
  Decimal price;
  PartialDate start;
  std::optional<Inner> maybe;
  std::vector<Inner> rows;
  std::vector<std::string> words;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "name", s.name);
    v(Part::open, "yes", s.yes);
    v(Part::open, "small", s.small);
    v(Part::open, "byte", s.byte);
    v(Part::open, "day", s.day);
    v(Part::open, "year", s.year);
    v(Part::open, "period", s.period);
    v(Part::open, "when", s.when);
    v(Part::open, "hash", s.hash);
    v(Part::open, "person", s.person);
    v(Part::open, "account", s.account);
    v(Part::open, "note", s.note);
    v(Part::open, "price", s.price);
    v(Part::open, "start", s.start);
    v(Part::open, "maybe", s.maybe);
    v(Part::open, "rows", s.rows);
    v(Part::open, "words", s.words);
  }
};

Result<Outer> read_toml(std::string_view text, PlaceMap* places = nullptr) {
  SUMI_TRY(const Tree tree, parse_toml(text, "plan.toml"));
  return from_tree<Outer>(tree, places);
}

TEST(TreeCodec, ReadsEveryKindOfField) {
  PlaceMap places;
  const auto v = read_toml(
      "yes = true\nsmall = -5\nday = 2026-04-01\nyear = \"令和8年度\"\nperiod = \"2026-04\"\n"
      "account = \"18446744073709551615\"\nprice = 1500.50\nstart = \"2017年5月\"\nwords = [\"a\", \"b\"]\n"
      "[[rows]]\namount = 1\n[[rows]]\nend_use = \"state_target\"\n",
      &places);
  ASSERT_TRUE(v) << describe_error(v.error(), Language::en);
  EXPECT_EQ(v->name, "as given");
  EXPECT_TRUE(v->yes);
  EXPECT_EQ(v->small, -5);
  EXPECT_EQ(v->day.to_string(), "2026-04-01");
  EXPECT_EQ(v->year.number, 2026);
  EXPECT_EQ(v->period.to_string(), "2026-04-01..2026-04-30");
  EXPECT_EQ(v->account.value, 18446744073709551615U);
  EXPECT_EQ(v->price.to_string(), "1500.50");
  EXPECT_EQ(v->start.latest.to_string(), "2017-05-31");
  EXPECT_EQ(v->words, (std::vector<std::string>{"a", "b"}));
  ASSERT_EQ(v->rows.size(), 2U);
  EXPECT_EQ(v->rows[0].amount, 1U);
  EXPECT_EQ(v->rows[1].amount, 7U);
  EXPECT_EQ(v->rows[1].end_use, registry::EndUse::state_target);
  EXPECT_FALSE(v->maybe);

  EXPECT_EQ(place_of(places, "small").line, 2U);
  EXPECT_EQ(place_of(places, "small").file, "plan.toml");
  EXPECT_EQ(place_of(places, "rows[0].amount").line, 11U);
  EXPECT_EQ(place_of(places, "rows[1].end_use").line, 13U);
  EXPECT_EQ(place_of(places, "rows[1].end_use").column, 11U);
  // What was not written has the place of what is around it.
  EXPECT_EQ(place_of(places, "rows[1].amount").line, place_of(places, "rows[1]").line);
}

struct BadCase {
  const char* text;
  const char* error;
  std::uint32_t line;
  const char* part_of_message;
};

TEST(TreeCodec, RefusesWithPathPlaceAndRemedy) {
  const BadCase cases[] = {
      {"nmae = \"x\"", "wire.unknown_key", 1, "Did you mean \"name\"?"},
      {"zzzzzzzz = 1", "wire.unknown_key", 1, "The fields are: name, yes"},
      {"[[rows]]\namuont = 3", "wire.unknown_key", 2, "\"rows[0].amuont\""},
      {"name = 5", "wire.wrong_type", 1, "takes a text, not a number"},
      {"yes = \"true\"", "wire.wrong_type", 1, "takes true or false, not a text"},
      {"small = \"5\"", "wire.wrong_type", 1, "takes a whole number, not a text"},
      {"small = 2147483648", "wire.integer_range", 1, "-2147483648 to 2147483647"},
      {"small = 1.5", "wire.integer_range", 1, "1.5"},
      {"byte = 256", "wire.integer_range", 1, "0 to 255"},
      {"byte = -1", "wire.integer_range", 1, "0 to 255"},
      {"account = \"18446744073709551616\"", "wire.integer_range", 1, "18446744073709551615"},
      {"account = \"A1\"", "wire.integer_range", 1, "A1"},
      {"day = \"2026-02-30\"", "wire.value_syntax", 1, "2026-02-30"},
      {"day = true", "wire.wrong_type", 1, "takes a text"},
      {"year = \"R8\"", "wire.value_syntax", 1, "The field \"year\""},
      {"period = \"2026-05-01..2026-04-01\"", "wire.value_syntax", 1, "period"},
      {"when = \"now\"", "wire.value_syntax", 1, "when"},
      {"price = \"1e5\"", "wire.value_syntax", 1, "1e5"},
      {"start = \"someday\"", "wire.value_syntax", 1, "someday"},
      {"hash = \"ab\"", "wire.hex_digits", 1, "64"},
      {"person = \"tanaka\"", "wire.hex_digits", 1, "32"},
      {"note = \"plain\"", "wire.hex_digits", 1, "64"},
      {"rows = 5", "wire.wrong_type", 1, "takes a list, not a number"},
      {"rows = [5]", "wire.wrong_type", 1, "\"rows[0]\" takes a table"},
      {"maybe = [1]", "wire.wrong_type", 1, "takes a table, not a list"},
      {"words = [\"a\", 5]", "wire.wrong_type", 1, "\"words[1]\""},
      {"[maybe]\n\nend_use = \"retirment\"", "wire.unknown_word", 3, "Did you mean \"retirement\"?"},
      {"[maybe]\nend_use = 1", "wire.wrong_type", 2, "one of the words"},
      {"name = \"a\\u0000b\"", "wire.control_character", 1, "control character"},
  };
  for (const auto& c : cases) {
    const auto v = read_toml(c.text);
    ASSERT_FALSE(v) << c.text;
    EXPECT_EQ(qualified_name(*v.error().def), c.error) << c.text;
    EXPECT_EQ(v.error().place.file, "plan.toml") << c.text;
    EXPECT_EQ(v.error().place.line, c.line) << c.text;
    EXPECT_GT(v.error().place.column, 0U) << c.text;
    const std::string en = describe_error(v.error(), Language::en);
    EXPECT_NE(en.find(c.part_of_message), std::string::npos) << en;
    EXPECT_EQ(en.find("…"), std::string::npos) << "a placeholder is not filled: " << en;
    EXPECT_EQ(describe_error(v.error(), Language::ja).find("…"), std::string::npos);
  }
}

TEST(TreeCodec, CollectsFindingsInOrderOfPlaceUpToTheLimit) {
  const auto v = read_toml("x1 = 1\nname = 5\nsmall = \"a\"\nx2 = 2\n");
  ASSERT_FALSE(v);
  ASSERT_EQ(v.error().also.size(), 3U);
  EXPECT_EQ(v.error().place.line, 1U);
  EXPECT_EQ(v.error().also[0].place.line, 2U);
  EXPECT_EQ(v.error().also[1].place.line, 3U);
  EXPECT_EQ(v.error().also[2].place.line, 4U);
  std::string many;
  for (std::size_t i = 0; i < limits::findings_max + 30; ++i) many += "x" + std::to_string(i) + " = 1\n";
  const auto w = read_toml(many);
  ASSERT_FALSE(w);
  EXPECT_EQ(w.error().also.size(), limits::findings_max - 1);
}

struct FewNames : Names {
  std::optional<std::uint64_t> number(std::string_view kind, std::string_view word) const override {
    return kind == "account" && word == "A1" ? std::optional<std::uint64_t>(41) : std::nullopt;
  }
  std::optional<Id128> id(std::string_view word) const override {
    Id128 v;
    v.bytes[0] = 9;
    return word == "tanaka" ? std::optional(v) : std::nullopt;
  }
  std::optional<Hash> hash(std::string_view) const override { return std::nullopt; }
  std::optional<Sealed> sealed(std::string_view) const override {
    Sealed s;
    s.commitment.bytes[0] = 1;
    return s;
  }
};

TEST(TreeCodec, BareWordsAndNames) {
  const FewNames names;
  Tree tree = Tree::make_table();
  tree.add("account", Tree::make_string("A1"));
  tree.add("person", Tree::make_string("tanaka"));
  tree.add("note", Tree::make_string("thanks"));
  tree.add("name", Tree::make_number("0123"));
  tree.add("small", Tree::make_string("12"));
  tree.add("yes", Tree::make_string("true"));
  tree.add("words", Tree::make_string("one"));
  const auto v = from_tree<Outer>(tree, Reading{nullptr, &names, true});
  ASSERT_TRUE(v) << describe_error(v.error(), Language::en);
  EXPECT_EQ(v->account.value, 41U);
  EXPECT_EQ(v->person.bytes[0], 9);
  EXPECT_EQ(v->note.commitment.bytes[0], 1);
  EXPECT_EQ(v->name, "0123");
  EXPECT_EQ(v->small, 12);
  EXPECT_EQ(v->words.size(), 1U);
  tree.add("bogus", Tree::make_string("x"));
  Tree wrong = Tree::make_table();
  wrong.add("account", Tree::make_string("A2"));
  const auto w = from_tree<Outer>(wrong, Reading{nullptr, &names, true});
  ASSERT_FALSE(w);
  EXPECT_EQ(qualified_name(*w.error().def), "wire.unknown_name");
}

TEST(Nearest, PrefersTheSmallestChange) {
  EXPECT_EQ(nearest("transferr", {"transfer", "retire"}), "transfer");
  EXPECT_EQ(nearest("reitre", {"retire", "transfer"}), "retire");
  EXPECT_EQ(nearest("xyz", {"transfer", "retire"}), "");
  EXPECT_EQ(nearest("ba", {"ab"}), "ab");
}

TEST(Json, WritesWhatJavaScriptKeeps) {
  Tree t = Tree::make_table();
  t.add("safe", Tree::make_number("9007199254740991"));
  t.add("unsafe", Tree::make_number("9007199254740992"));
  t.add("negative", Tree::make_number("-9007199254740992"));
  t.add("hexadecimal", Tree::make_number("0x1F"));
  t.add("plus", Tree::make_number("+5"));
  t.add("text", Tree::make_string("墨\"\\\n\x01/"));
  t.add("none", Tree{});
  t.add("empty", Tree::make_array());
  EXPECT_EQ(to_json(t, false),
      "{\"safe\":9007199254740991,\"unsafe\":\"9007199254740992\",\"negative\":\"-9007199254740992\",\"hexadecimal\":\"0x1F\",\"plus\":\"+5\","
      "\"text\":\"墨\\\"\\\\\\n\\u0001/\",\"none\":null,\"empty\":[]}");
  EXPECT_EQ(json_string("a\xFF"), "\"a\xEF\xBF\xBD\"");
}

TEST(Json, KeepsNumbersAsWrittenAndPlaces) {
  const auto t = parse_json("{ \"a\": 1.10000000000000000000000000000000001,\n  \"墨\": [ -0, 1E+2,\n 123456789012345678901234567890 ] , \"k\":\"\\u58a8\"}", "f.json");
  ASSERT_TRUE(t) << describe_error(t.error(), Language::en);
  EXPECT_EQ(t->find("a")->text, "1.10000000000000000000000000000000001");
  const Tree* list = t->find("墨");
  ASSERT_NE(list, nullptr);
  EXPECT_EQ(list->items[0].text, "-0");
  EXPECT_EQ(list->items[1].text, "1E+2");
  EXPECT_EQ(list->items[2].text, "123456789012345678901234567890");
  EXPECT_EQ(t->find("k")->text, "墨");
  EXPECT_EQ(t->find("a")->place.column, 8U);
  EXPECT_EQ(list->place.line, 2U);
  EXPECT_EQ(list->place.column, 8U);
  EXPECT_EQ(list->items[2].place.line, 3U);
  EXPECT_EQ(list->items[2].place.column, 2U);
  EXPECT_EQ(t->find("k")->place.column, 41U);
}

TEST(Json, RefusesBadText) {
  const struct {
    std::string text;
    const char* error;
    std::uint32_t line, column;
  } cases[] = {
      {"", "wire.json_syntax", 1, 1},
      {"{\"a\":1", "wire.json_syntax", 1, 7},
      {"{\"a\" 1}", "wire.json_syntax", 1, 6},
      {"[1,\n2,]", "wire.json_syntax", 2, 3},
      {"[01]", "wire.json_syntax", 1, 3},
      {"[.5]", "wire.json_syntax", 1, 2},
      {"[1.]", "wire.json_syntax", 1, 4},
      {"[+1]", "wire.json_syntax", 1, 2},
      {"[NaN]", "wire.json_syntax", 1, 2},
      {"[Infinity]", "wire.json_syntax", 1, 2},
      {"// x\n1", "wire.json_syntax", 1, 1},
      {"'a'", "wire.json_syntax", 1, 1},
      {"\"a\nb\"", "wire.json_syntax", 1, 3},
      {"[\"\xC0\x80\"]", "wire.json_syntax", 1, 3},
      {"[\"\xED\xA0\x80\"]", "wire.json_syntax", 1, 3},
      {"[\"\\ud800\"]", "wire.json_syntax", 1, 9},
      {"[\"\\x\"]", "wire.json_syntax", 1, 4},
      {"1 2", "wire.json_syntax", 1, 3},
      {"tru", "wire.json_syntax", 1, 4},
      {"{\"a\":1, \"b\": {\"c\":1,\"c\":2}}", "wire.json_key_twice", 1, 14},
      {std::string(33, '[') + std::string(33, ']'), "wire.json_too_deep", 1, 0},
      {std::string(5 << 20, ' ') + "1", "wire.json_too_large", 0, 0},
  };
  for (const auto& c : cases) {
    const auto t = parse_json(c.text, "f.json");
    ASSERT_FALSE(t) << c.text;
    EXPECT_EQ(qualified_name(*t.error().def), c.error) << c.text;
    EXPECT_EQ(t.error().place.line, c.line) << c.text;
    // The parser may stop a byte before or after.
    if (c.column != 0) {
      EXPECT_NEAR(t.error().place.column, c.column, 2) << c.text;
    }
    EXPECT_EQ(t.error().place.file, "f.json");
  }
  EXPECT_TRUE(parse_json(std::string(32, '[') + std::string(32, ']'), ""));
  EXPECT_TRUE(parse_json("\xEF\xBB\xBF{}", ""));
}

// Python reads what we write and writes what we read: both must mean the same.
TEST(Json, AgreesWithPython) {
  std::mt19937_64 random(seed());
  const std::string folder = testing::TempDir();
  const std::string ours = folder + "/sumi_wire_ours.json", theirs = folder + "/sumi_wire_theirs.json";
  Tree all = Tree::make_array();
  for (int i = 0; i < 200; ++i) {
    project::PlanProject v;
    RandomFill fill{random};
    fill.fill(v);
    Tree t = to_tree(v);
    t.add("control", Tree::make_string(std::string("\x01\x1f\x7f\r", 4)));
    t.add("n", Tree::make_number(std::to_string(static_cast<std::int64_t>(random()))));
    t.add("d", Tree::make_number(std::to_string(random() % 1000) + ".5000"));
    all.items.push_back(std::move(t));
  }
  std::ofstream(ours) << to_json(all, true);
  const std::string program =
      "import json,sys,decimal\n"
      "v=json.load(open(sys.argv[1],encoding='utf-8'),parse_float=decimal.Decimal)\n"
      "assert all(isinstance(x['n'],str) == (abs(int(x['n'])) > 2**53-1) for x in v)\n"
      "class E(json.JSONEncoder):\n"
      "  def default(self,o): return str(o)\n"
      "json.dump(v,open(sys.argv[2],'w'),cls=E,ensure_ascii=True,indent=1)\n";
  const std::string script = folder + "/sumi_wire.py";
  std::ofstream(script) << program;
  ASSERT_EQ(std::system(("python3 '" + script + "' '" + ours + "' '" + theirs + "'").c_str()), 0);
  std::ifstream in(theirs);
  const std::string text((std::istreambuf_iterator<char>(in)), {});
  const auto back = parse_json(text, theirs);
  ASSERT_TRUE(back) << describe_error(back.error(), Language::en);
  ASSERT_EQ(back->items.size(), all.items.size());
  for (std::size_t i = 0; i < all.items.size(); ++i) {
    for (const auto& [key, value] : all.items[i].members) {
      ASSERT_NE(back->items[i].find(key), nullptr);
      EXPECT_EQ(back->items[i].find(key)->text, value.text) << key;
    }
  }
}

TEST(TomlWriter, WritesSectionsAfterValues) {
  Tree t = Tree::make_table();
  Tree& sub = t.add("sub", Tree::make_table());
  sub.add("墨", Tree::make_boolean(true));
  Tree& rows = t.add("rows", Tree::make_array());
  rows.items.push_back(Tree::make_table());
  rows.items.back().add("a", Tree::make_number("1"));
  rows.items.push_back(Tree::make_table());
  t.add("big", Tree::make_number("18446744073709551615"));
  t.add("none", Tree{});
  t.add("mixed", Tree::make_array()).items.push_back(Tree::make_string("x\"y"));
  const auto text = to_toml(t);
  ASSERT_TRUE(text);
  EXPECT_EQ(*text, "big = \"18446744073709551615\"\nmixed = [\"x\\\"y\"]\n\n[sub]\n\"墨\" = true\n\n[[rows]]\na = 1\n\n[[rows]]\n");
  EXPECT_FALSE(to_toml(Tree::make_array()));
  t.add("bad", Tree::make_array()).items.emplace_back();
  const auto refused = to_toml(t);
  ASSERT_FALSE(refused);
  EXPECT_EQ(qualified_name(*refused.error().def), "wire.not_writable");
}

TEST(TableText, CountsWideCharactersAsTwo) {
  TextTable table({"no", "name", "held"});
  table.add({"1", "墨田ボイラー", "1,234"});
  table.add({"12", "A", "5"});
  EXPECT_EQ(table.to_string(),
      "no  name           held\n"
      "--  ------------  -----\n"
      " 1  墨田ボイラー  1,234\n"
      "12  A                 5\n");
  const std::vector<Inner> rows{{3, registry::EndUse::cancellation}};
  EXPECT_EQ(table_text(std::span<const Inner>(rows)), "amount  end_use\n------  ------------\n     3  cancellation\n");
}

}  // namespace
}  // namespace sumi::wire
