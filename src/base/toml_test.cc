#include <gtest/gtest.h>

#include <random>

#include "base/errors.h"
#include "base/limits.h"
#include "base/test_support.h"
#include "base/toml_scan.h"
#include "base/tree.h"

namespace sumi {
namespace {

std::string quoted(const std::string& s) {
  std::string out = "\"";
  for (const char c : s) {
    if (c == '\n') {
      out += "\\n";
    } else {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out + '"';
}

// One line: {a=1 b="x" c=[true {}]}.
std::string shown(const Tree& tree) {
  std::string out;
  switch (tree.kind) {
    case Tree::Kind::null: return "null";
    case Tree::Kind::boolean:
    case Tree::Kind::number: return tree.text;
    case Tree::Kind::string: return quoted(tree.text);
    case Tree::Kind::table:
      for (const auto& [key, value] : tree.members) out += (out.empty() ? "" : " ") + key + "=" + shown(value);
      return "{" + out + "}";
    case Tree::Kind::array:
      for (const auto& item : tree.items) out += (out.empty() ? "" : " ") + shown(item);
      return "[" + out + "]";
  }
  return out;
}

std::string parsed(std::string_view text) {
  const auto tree = parse_toml(text, "t.toml");
  if (tree) return shown(*tree);
  const Error& e = tree.error();
  EXPECT_EQ(e.place.file, "t.toml");
  return "!" + std::string(e.def->name) + "@" + std::to_string(e.place.line) + ":" + std::to_string(e.place.column);
}

TEST(Toml, Values) {
  EXPECT_EQ(parsed(""), "{}");
  EXPECT_EQ(parsed("\xEF\xBB\xBF"
                   "a = 1"),
            "{a=1}");
  EXPECT_EQ(parsed("z = true\na = false\n"), "{z=true a=false}");
  EXPECT_EQ(parsed("s = \"炭\\n\\u70ad\"\nt = 'C:\\x'\nu = \"\"\"\na\nb\"\"\"\nv = '''x'''\n"),
            "{s=\"炭\\n炭\" t=\"C:\\\\x\" u=\"a\\nb\" v=\"x\"}");
  EXPECT_EQ(parsed("a = [1, 2.50, [\"x\"], {b = 3}, ]\n"), "{a=[1 2.50 [\"x\"] {b=3}]}");
  EXPECT_EQ(parsed("a = \"\"\"x\\\n  \\  \n あé\"\"\"\n"), "{a=\"xあé\"}");
  EXPECT_EQ(parsed("a = []\nb = {}\n[c]\n"), "{a=[] b={} c={}}");
  EXPECT_EQ(parsed("[[m]]\nx = 1\n[[m]]\nx = 2\n[m.n]\ny = 3\n"), "{m=[{x=1} {x=2 n={y=3}}]}");
  EXPECT_EQ(parsed("a.b.c = 1\na.b.d = 2\n\"k e.y\" = 3\n"), "{a={b={c=1 d=2}} k e.y=3}");
  EXPECT_EQ(parsed("a = 1\r\nb = 2\r\n"), "{a=1 b=2}");
}

// The written order, where toml++ itself would sort.
TEST(Toml, WrittenOrder) {
  EXPECT_EQ(parsed("z = 1\nm = {y = 1, b = 2, a = 3}\nb = 2\n[y]\n[x]\n[a]\n"), "{z=1 m={y=1 b=2 a=3} b=2 y={} x={} a={}}");
}

TEST(Toml, NumbersKeepTheirLiteral) {
  for (const char* same :
       {"0", "-0", "+1", "1.0", "0.50", "-17.000", "0.1000000000000000055511151231257827", "1e400", "1e-400", "6.626e-34", "-1.5e+10",
        "99999999999999999999999999", "-9223372036854775809", "3.141592653589793238462643383279502884197", "0.0", "1e5"}) {
    EXPECT_EQ(parsed(std::string("a = ") + same), std::string("{a=") + same + "}");
    EXPECT_EQ(parsed(std::string("a=[") + same + "," + same + "]#"), std::string("{a=[") + same + " " + same + "]}");
    EXPECT_EQ(parsed(std::string("炭素.\"炭\" = {b =") + same + "}"), "!toml_syntax@1:1") << "bare keys are ASCII";
    EXPECT_EQ(parsed(std::string("\"炭\" = {b =") + same + "}"), std::string("{炭={b=") + same + "}}");
  }
  const std::string long_literal = "0." + std::string(1000, '3');
  EXPECT_EQ(parsed("a = " + long_literal), "{a=" + long_literal + "}");
  EXPECT_EQ(parsed("a = 1_000.000_1\nb = -1_2_3\nc = 1_0E+1_0\n"), "{a=1000.0001 b=-123 c=10e+10}");
  // Of two on one line each finds its own, also behind characters of several bytes.
  EXPECT_EQ(parsed("a = [\"炭𠮷é\", 0.10, \"炭\", 0.20]\n"), "{a=[\"炭𠮷é\" 0.10 \"炭\" 0.20]}");
}

TEST(Toml, OtherBasesBecomeDecimal) {
  EXPECT_EQ(parsed("a = 0xDEAD_beef\nb = 0o755\nc = 0b1101\n"), "{a=3735928559 b=493 c=13}");
  EXPECT_EQ(parsed("a = 0x7FFFFFFFFFFFFFFF\nb = 0xFFFFFFFFFFFFFFFF\n"), "{a=9223372036854775807 b=18446744073709551615}");
}

TEST(Toml, Scalars) {
  const auto kind = [](std::string_view word) {
    const TomlScalar scalar = toml_scalar(word);
    switch (scalar.kind) {
      case Tree::Kind::boolean: return "boolean " + scalar.text;
      case Tree::Kind::number: return "number " + scalar.text;
      case Tree::Kind::string: return "string " + scalar.text;
      default: return std::string("none");
    }
  };
  EXPECT_EQ(kind("true"), "boolean true");
  EXPECT_EQ(kind("-1_0.2_5E-1_0"), "number -10.25e-10");
  EXPECT_EQ(kind("0x00ff"), "number 255");
  EXPECT_EQ(kind("2024-02-29"), "string 2024-02-29");
  EXPECT_EQ(kind("2024-02-29t23:59:59.120z"), "string 2024-02-29T23:59:59.120Z");
  EXPECT_EQ(kind("23:59:59"), "string 23:59:59");
  for (const char* bad : {"",
                          "True",
                          "inf",
                          "1_",
                          "1_.5",
                          "1._5",
                          "00",
                          "-01",
                          "1.",
                          ".1",
                          "1e",
                          "1e+",
                          "0x",
                          "0x_1",
                          "0x1_",
                          "0xg",
                          "0o8",
                          "0b2",
                          "0X1",
                          "-0x1",
                          "2023-02-29",
                          "2024-13-01",
                          "2024-00-01",
                          "2024-01-00",
                          "2024-1-01",
                          "24:00:00",
                          "23:60:00",
                          "23:59:60",
                          "23:59",
                          "23:59:59.",
                          "23:59:59Z",
                          "2024-01-01T",
                          "2024-01-01T00:00:00+24:00",
                          "2024-01-01T00:00:00+0900",
                          "2024-01-01x",
                          "1 ",
                          "+",
                          "abc"}) {
    EXPECT_EQ(kind(bad), "none") << bad;
  }
}

TEST(Toml, DatesBecomeIsoText) {
  EXPECT_EQ(
      parsed("a = 2026-11-22\nb = 07:32:00\nc = 1979-05-27T07:32:00Z\nd = 1979-05-27 00:32:00.5-07:00\ne = 1979-05-27t00:32:00.999999\n"),
      "{a=\"2026-11-22\" b=\"07:32:00\" c=\"1979-05-27T07:32:00Z\" d=\"1979-05-27T00:32:00.5-07:00\" e=\"1979-05-27T00:32:00.999999\"}");
  EXPECT_EQ(parsed("a = 1979-05-27 07:32:00 # 1.5\nb = 2.50\n"), "{a=\"1979-05-27T07:32:00\" b=2.50}");
  EXPECT_EQ(parsed("a = 1979-05-27T07:32:00+09:30\n"), "{a=\"1979-05-27T07:32:00+09:30\"}");
}

TEST(Toml, RefusedWithTheirPlace) {
  EXPECT_EQ(parsed("a = inf"), "!toml_syntax@1:5");
  EXPECT_EQ(parsed("\na = [1, -nan]"), "!toml_syntax@2:9");
  EXPECT_EQ(parsed("b = 1\na = +inf"), "!toml_syntax@2:5");
  for (const char* bad : {"a = 01",
                          "a = 1.",
                          "a = .5",
                          "a = 1__0",
                          "a = _1",
                          "a = 1_",
                          "a = 1e",
                          "a = 1.e5",
                          "a = 1._5",
                          "a = +0x10",
                          "a = 0xG",
                          "a = 1.2.3",
                          "a = --1",
                          "a = 1 2",
                          "a = 1\"x\"",
                          "a = 2026-13-01",
                          "a = 2026-02-30",
                          "a = tru",
                          "a = ",
                          "a",
                          "= 1",
                          "a = [1",
                          "a = {b = 1",
                          "a = {b = 1,}",
                          "a = \"x",
                          "a = '''x",
                          "a = \"x\ny\"",
                          "a = 1\na = 2",
                          "[a]\n[a]",
                          "[a",
                          "a.b = 1\na = 2",
                          "a = \"\\q\"",
                          "a = 0x10000000000000000",
                          "a = \"\"\"x\"\"\"\"\"\"",
                          "a = 1 b = 2",
                          "a = [1 2]",
                          "a = }",
                          "]"}) {
    EXPECT_EQ(parsed(bad).substr(0, 13), "!toml_syntax@") << bad;
  }
  EXPECT_EQ(parsed("a = 1\nb = 2\nc = @\n"), "!toml_syntax@3:5");
  // What a Japanese keyboard puts between: a full-width blank, sign, quotation mark; and a header without its key.
  EXPECT_EQ(parsed("a = 1\nb　= 2\n"), "!toml_syntax@2:2");
  EXPECT_EQ(parsed("a ＝ 1\n"), "!toml_syntax@1:3");
  EXPECT_EQ(parsed("a = ”x”\n"), "!toml_syntax@1:5");
  EXPECT_EQ(parsed("a = [1、2]\n"), "!toml_syntax@1:7");
  EXPECT_EQ(parsed("a = \"\\炭\"\n"), "!toml_syntax@1:7");
  EXPECT_EQ(parsed("a = 1\n[ \n"), "!toml_syntax@2:3");
  EXPECT_EQ(parsed("[[+x]]\n"), "!toml_syntax@1:3");
  EXPECT_EQ(parsed(std::string_view("a = 1\0", 6)).substr(0, 13), "!toml_syntax@");
}

TEST(Toml, EveryNodeHasItsPlace) {
  const auto tree = parse_toml("# head\nk = 1.5\n[t]\n  x = [true,\n       \"炭\", 2.50]\n  d.e = 'f'\n[[r]]\n[[r]]\n[i.j]\n", "p.toml");
  ASSERT_TRUE(tree);
  const auto at = [](const Tree* t) {
    return t == nullptr ? "none" : std::to_string(t->place.line) + ":" + std::to_string(t->place.column);
  };
  EXPECT_EQ(at(&*tree), "1:1");
  EXPECT_EQ(at(tree->find("k")), "2:5");
  EXPECT_EQ(at(tree->find("t")), "3:1");
  EXPECT_EQ(at(tree->find("t")->find("x")), "4:7");
  EXPECT_EQ(at(&tree->find("t")->find("x")->items[0]), "4:8");
  EXPECT_EQ(at(&tree->find("t")->find("x")->items[1]), "5:8");
  EXPECT_EQ(at(&tree->find("t")->find("x")->items[2]), "5:13");
  EXPECT_EQ(at(tree->find("t")->find("d")), "6:3");
  EXPECT_EQ(at(tree->find("t")->find("d")->find("e")), "6:9");
  EXPECT_EQ(at(&tree->find("r")->items[1]), "8:1");
  EXPECT_EQ(at(tree->find("i")), "9:1");
  EXPECT_EQ(tree->find("i")->find("j")->place.file, "p.toml");
  EXPECT_EQ(tree->find("none"), nullptr);
}

TEST(Toml, AnotherEncodingIsNamed) {
  const auto reason = [](const std::string& bytes) {
    const auto tree = parse_toml(bytes, "t.toml");
    return tree ? std::string() : sentence(tree.error(), Language::en);
  };
  EXPECT_NE(reason("a = \"\x92\x59\"").find("Shift_JIS (CP932)"), std::string::npos);
  EXPECT_NE(reason(std::string("\xFF\xFE"
                               "a\0=\0",
                               6))
                .find("UTF-16"),
            std::string::npos);
  EXPECT_EQ(parsed("a = 1\nb = \"\xFF\""), "!text_encoding@2:0");
}

std::string repeated(const std::string& piece, std::size_t n) {
  std::string out;
  for (std::size_t i = 0; i < n; ++i) out += piece;
  return out;
}

TEST(Toml, NestingIsBounded) {
  const std::size_t most = limits::nesting_depth_max;
  EXPECT_EQ(parsed("a = " + repeated("[", most) + repeated("]", most)).substr(0, 4), "{a=[");
  EXPECT_EQ(parsed("a = " + repeated("[", most + 1) + repeated("]", most + 1)), "!toml_too_deep@1:" + std::to_string(5 + most));
  EXPECT_EQ(parsed("a = " + repeated("{b=", most) + "1" + repeated("}", most)).substr(0, 4), "{a={");
  EXPECT_EQ(parsed("a = " + repeated("{b=", most + 1) + "1" + repeated("}", most + 1)).substr(0, 14), "!toml_too_deep");
  EXPECT_EQ(parsed("a" + repeated(".b", most) + " = 1").substr(0, 4), "{a={");
  EXPECT_EQ(parsed("a" + repeated(".b", most + 1) + " = 1").substr(0, 14), "!toml_too_deep");
  EXPECT_EQ(parsed("[a" + repeated(".b", most - 1) + "]").substr(0, 4), "{a={");
  EXPECT_EQ(parsed("[a" + repeated(".b", most) + "]").substr(0, 14), "!toml_too_deep");
  EXPECT_EQ(parsed("[a.b]\nc" + repeated(".d", most) + " = 1").substr(0, 14), "!toml_too_deep");
}

// Nesting of a million levels would exhaust the stack of any parser that recurses, or of the destructor of what it built.
TEST(Toml, NoInputExhaustsTheStack) {
  for (const std::string piece : {"[", "{a=", "a.", "[[", "{\"a\".", "'a'."}) {
    for (const std::string prefix : {"", "a = ", "[", "a = \"\"\"x\"\"\"\nb.", "a = '#'\n", "a = {b."}) {
      const auto tree = parse_toml(prefix + repeated(piece, 1'000'000), "t.toml");
      EXPECT_FALSE(tree) << prefix << piece;
    }
  }
}

// What looks like nesting within a string or a comment is none.
TEST(Toml, StringsAndCommentsDoNotNest) {
  const std::string open = repeated("[", 100);
  const std::string dots = repeated("a.", 100);
  EXPECT_EQ(parsed("# " + open + dots + "\na = \"" + open + dots + "\"\nb = '" + open + "'\nc = \"\"\"" + open + "\"" + dots +
                   "\"\"\"\nd = '''" + open + "'" + dots + "'''\n\"" + dots + "\" = 1\n")
                .front(),
            '{');
  EXPECT_EQ(parsed("a = \"\"\"\"\"[[[\"\"\"\"\"\nb = 1.50\nc = \"\"\"\\\"\"\"\\\"\"\"\"\nd = 2.50\n"),
            "{a=\"\\\"\\\"[[[\\\"\\\"\" b=1.50 c=\"\\\"\\\"\\\"\\\"\" d=2.50}");
}

TEST(Toml, FilesAboveTheLimitAreRefused) {
  const std::string comment = "#" + std::string(limits::toml_file_bytes_max - 1, 'x');
  EXPECT_EQ(parsed(comment), "{}");
  EXPECT_EQ(parsed(comment + "x"), "!toml_too_large@0:0");
}

// Random documents made here and read by Python's tomllib, floats through parse_float, so that both keep every digit.
class Generator {
 public:
  explicit Generator(std::mt19937_64& random) : random_(random) {}

  std::string document() {
    std::string out;
    for (int table = 0; table < 4; ++table) {
      if (table > 0) out += (pick(2) == 0 ? "[t" + std::to_string(table) + "]" : "[[r" + std::to_string(table) + "]]") + comment() + "\n";
      for (std::size_t n = pick(5); n > 0; --n) out += key(n) + " = " + value(0) + comment() + "\n";
    }
    return out;
  }

 private:
  std::size_t pick(std::size_t n) { return random_() % n; }

  std::string comment() { return pick(3) == 0 ? " # [1.5, \"x" : ""; }

  std::string key(std::size_t n) {
    const std::string name = "k" + std::to_string(n);
    switch (pick(4)) {
      case 0: return "\"炭 " + name + "\"";
      case 1: return "'q." + name + "'";
      case 2: return name + ".\"1.5\".x";
      default: return name;
    }
  }

  std::string digits(std::size_t n) {
    std::string out;
    for (; n > 0; --n) {
      out += static_cast<char>('0' + pick(10));
      if (n > 1 && pick(6) == 0) out += '_';
    }
    return out;
  }

  std::string number() {
    std::string out = pick(3) == 0 ? "-" : "";
    out += pick(3) == 0 ? "0" : std::to_string(1 + pick(9)) + digits(pick(30));
    const std::size_t form = pick(3);
    if (form > 0) out += "." + digits(1 + pick(40));
    if (form == 2 && pick(2) == 0) out += "e" + std::string(pick(2) == 0 ? "-" : "") + digits(1 + pick(2));
    return out == "-0" ? "0" : out;  // which Python prints without its sign
  }

  std::string value(int depth) {
    switch (pick(depth > 3 ? 6 : 9)) {
      case 0: return "\"x \\\"[1.5] # 炭\"";
      case 1: return "'C:\\[2.5'";
      case 2: return "\"\"\"\n3.5\n[\"\" # x\n\"\"\"";
      case 3: return "2026-11-22";
      case 4:
      case 5: return number();
      case 6: {
        std::string out = "[";
        for (std::size_t n = pick(4); n > 0; --n) out += (pick(2) == 0 ? " " : "\n  ") + value(depth + 1) + ",";
        return out + "]";
      }
      case 7: {
        std::string out = "{";
        const std::size_t n = pick(4);
        for (std::size_t i = 0; i < n; ++i) out += (i == 0 ? " " : ", ") + key(i) + " = " + value(depth + 1);
        return out + "}";
      }
      default: return pick(2) == 0 ? "true" : "false";
    }
  }

  std::mt19937_64& random_;
};

TEST(Toml, LikePythonsTomllib) {
  std::mt19937_64 random(test::seed());
  Generator generator(random);
  std::string input;
  std::string ours;
  for (int i = 0; i < 2'000; ++i) {
    const std::string document = generator.document();
    const auto tree = parse_toml(document, "t.toml");
    ASSERT_TRUE(tree) << describe_error(tree.error(), Language::en) << "\n" << document;
    input += document + '\0';
    ours += shown(*tree) + "\n";
  }
  EXPECT_EQ(test::python(R"(
import sys, tomllib, datetime
class Literal(str):
    pass
def shown(v):
    if isinstance(v, bool):
        return 'true' if v else 'false'
    if isinstance(v, Literal):
        return v
    if isinstance(v, int):
        return str(v)
    if isinstance(v, datetime.date):
        return '"' + v.isoformat() + '"'
    if isinstance(v, str):
        return '"' + v.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n') + '"'
    if isinstance(v, dict):
        return '{' + ' '.join(k + '=' + shown(x) for k, x in v.items()) + '}'
    return '[' + ' '.join(map(shown, v)) + ']'
for document in sys.stdin.buffer.read().decode('utf-8').split('\0')[:-1]:
    sys.stdout.buffer.write((shown(tomllib.loads(document, parse_float=lambda s: Literal(s.replace('_', '')))) + '\n').encode('utf-8'))
)",
                         input),
            ours);
}

}  // namespace
}  // namespace sumi
