#include "base/text.h"

#include <gtest/gtest.h>

#include <random>
#include <sstream>

#include "base/errors.h"
#include "base/test_support.h"

namespace sumi {
namespace {

BytesView view(const std::string& s) { return {reinterpret_cast<const std::uint8_t*>(s.data()), s.size()}; }

std::string utf8_of(std::uint32_t c) {
  std::string s;
  if (c < 0x80) {
    s += static_cast<char>(c);
  } else if (c < 0x800) {
    s += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 63))};
  } else if (c < 0x10000) {
    s += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 63)), static_cast<char>(0x80 | (c & 63))};
  } else {
    s += {static_cast<char>(0xF0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 63)), static_cast<char>(0x80 | (c >> 6 & 63)),
          static_cast<char>(0x80 | (c & 63))};
  }
  return s;
}

TEST(Text, DecodesEachEncoding) {
  const std::string expected = "会社名,使用量\r\n㈱髙橋,１２．５㎡\r\n";
  const struct {
    const char* python_name;
    const char* mark;
    Encoding encoding;
  } cases[] = {{"utf-8", "", Encoding::utf8},
               {"utf-8-sig", "", Encoding::utf8},
               {"cp932", "", Encoding::cp932},
               {"utf-16-le", "\xFF\xFE", Encoding::utf16le},
               {"utf-16-be", "\xFE\xFF", Encoding::utf16be}};
  for (const auto& c : cases) {
    const std::string bytes = c.mark + test::python("import sys\nsys.stdout.buffer.write(sys.stdin.buffer.read().decode('utf-8').encode('" +
                                                        std::string(c.python_name) + "'))",
                                                    expected);
    const auto decoded = decode_text(view(bytes), "a.csv");
    ASSERT_TRUE(decoded) << c.python_name;
    EXPECT_EQ(decoded->utf8, expected) << c.python_name;
    EXPECT_EQ(decoded->encoding, c.encoding) << c.python_name;
  }
  const std::string pair = std::string("\xFF\xFE") + "\x42\xD8\xB7\xDF";  // U+20BB7 𠮷
  EXPECT_EQ(decode_text(view(pair), "a")->utf8, "𠮷");
  EXPECT_EQ(decode_text({}, "a")->utf8, "");
}

TEST(Text, BadBytesAreRefusedWithTheirLine) {
  const struct {
    std::string bytes;
    std::uint32_t line;
  } cases[] = {
      {"a\nb\n\xFF\n", 3},          // neither
      {"a\r\nb\r\n\x80\r\n", 3},    // CRLF counts once
      {"a\rb\r\xA0\r", 3},          // CR too
      {"\x83\x41\n\x83", 2},        // cp932 that ends within a character
      {"\x83\x41\n\x83\n", 2},      // and one whose second byte is a line end
      {"\x83\x41\n\x85\x9F\n", 2},  // a place of the table that is empty
      {"\xEF\xBB\xBF"
       "a\n\x83\x41\n",
       2},                                          // the mark says UTF-8
      {"\xE3\x81\x82\n\xE3\x81\x84\n\xE3\x81", 3},  // UTF-8 cut off
      {std::string("a\n\0b", 4), 2},                // no text
      {std::string("a\0b\0", 4), 1},                // UTF-16 without its mark
      {std::string("\xFF\xFE"
                   "a\0\n\0\x00\xDC",
                   8),
       2},  // a lone surrogate
      {std::string("\xFF\xFE"
                   "a\0\n\0b",
                   7),
       2},                                          // half a character
      {std::string("\xFE\xFF\0\n\xD8\x42", 6), 2},  // half a pair
  };
  for (const auto& c : cases) {
    const auto decoded = decode_text(view(c.bytes), "data.csv");
    ASSERT_FALSE(decoded) << c.line;
    EXPECT_EQ(decoded.error().def, &errors::text_encoding);
    EXPECT_EQ(decoded.error().place.file, "data.csv");
    EXPECT_EQ(decoded.error().place.line, c.line);
  }
}

// All 65,536 pairs of bytes, and all single ones, against Python's cp932, which differs from ours only where it passes on bytes that
// Windows has no character for (0x80, 0xA0, 0xFD-0xFF).
TEST(Text, Cp932LikePythons) {
  const std::string table = test::python(R"(
import sys
for a in range(256):
    for b in range(256):
        pair = bytes([a, b])
        try:
            text = pair.decode('cp932')
        except UnicodeDecodeError:
            text = ''
        if any(c in '\x80\xa0\uf8f0\uf8f1\uf8f2\uf8f3' for c in text):
            text = ''
        print(pair.hex(), text.encode('utf-8').hex() or '-')
)");
  std::istringstream lines(table);
  std::string key;
  std::string expected;
  int checked = 0;
  int differences = 0;
  while (lines >> key >> expected) {
    const std::string pair = {static_cast<char>(std::stoi(key.substr(0, 2), nullptr, 16)),
                              static_cast<char>(std::stoi(key.substr(2), nullptr, 16))};
    if (pair.find('\0') != std::string::npos || valid_utf8(pair)) continue;
    ++checked;
    const auto decoded = decode_text(view(pair), "");
    std::string ours = "-";
    if (decoded && decoded->encoding == Encoding::cp932) {
      ours.clear();
      for (const char c : decoded->utf8) {
        static const char digits[] = "0123456789abcdef";
        ours += digits[static_cast<unsigned char>(c) >> 4];
        ours += digits[static_cast<unsigned char>(c) & 15];
      }
    }
    if (pair.starts_with("\xFF\xFE") || pair.starts_with("\xFE\xFF")) continue;
    if (ours != expected && ++differences < 20) ADD_FAILURE() << key << ": Python " << expected << ", ours " << ours;
  }
  EXPECT_EQ(differences, 0);
  EXPECT_GT(checked, 40'000);
}

TEST(Text, ValidUtf8LikePython) {
  std::mt19937_64 random(test::seed());
  std::string input;
  std::string ours;
  for (int i = 0; i < 20'000; ++i) {
    std::string s;
    for (std::size_t n = random() % 6; n > 0; --n) {
      // Bytes near the edges of the table, whole characters, and some ASCII so that the fast path is met too.
      static const unsigned char edges[] = {0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1,
                                            0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5};
      switch (random() % 3) {
        case 0: s += static_cast<char>(edges[random() % sizeof edges]); break;
        case 1: s += utf8_of(static_cast<std::uint32_t>(random() % 0x110000)); break;  // surrogates among them
        default: s += "ascii ascii"; break;
      }
    }
    input += static_cast<char>(s.size());
    input += s;
    ours += valid_utf8(s) ? '1' : '0';
  }
  EXPECT_EQ(test::python(R"(
import sys
data = sys.stdin.buffer.read()
out = ''
while data:
    n = data[0]
    try:
        data[1:1 + n].decode('utf-8')
        out += '1'
    except UnicodeDecodeError:
        out += '0'
    data = data[1 + n:]
sys.stdout.write(out)
)",
                         input),
            ours);
}

TEST(Text, HalfWidth) {
  EXPECT_EQ(to_half_width("ＡＢＣ　ａｂｃ０１２３４５６７８９！～"), "ABC abc0123456789!~");
  EXPECT_EQ(to_half_width("ｔ－ＣＯ２"), "t-CO2");
  EXPECT_EQ(to_half_width("−１"), "-1");
  EXPECT_EQ(to_half_width("ﾎﾞｲﾗｰ ﾊﾟﾈﾙ ｳﾞ ｱﾞ ﾊ"), "ボイラー パネル ヴ ア゛ ハ");
  EXPECT_EQ(to_half_width("ｶ"), "カ");
  EXPECT_EQ(to_half_width("㈱ 山田ー〜・"), "㈱ 山田ー〜・");
  EXPECT_EQ(to_half_width("\xFF"), "\xFF");
}

// Each half-width kana, alone and with each mark, is what NFKC makes of it in Python, except that a mark that stands alone
// becomes the full-width mark and not a combining one.
TEST(Text, HalfWidthKanaLikePython) {
  std::string input;
  std::string ours;
  for (std::uint32_t c = 0xFF61; c <= 0xFF9D; ++c) {
    for (const char* mark : {"", "ﾞ", "ﾟ"}) {
      input += utf8_of(c) + mark + "\n";
      ours += to_half_width(utf8_of(c) + mark) + "\n";
    }
  }
  EXPECT_EQ(test::python(R"(
import sys, unicodedata
data = sys.stdin.buffer.read().decode('utf-8')
sys.stdout.write(unicodedata.normalize('NFKC', data).replace('\u3099', '゛').replace('\u309a', '゜'))
)",
                         input),
            ours);
}

// NFKC and widths for random characters that both Unicode versions know.
TEST(Text, NormalFormAndWidthLikePython) {
  std::mt19937_64 random(test::seed());
  const std::string all = test::python(R"(
import sys, unicodedata
for c in range(0x20, 0x110000):
    if 0xD800 <= c <= 0xDFFF or unicodedata.category(chr(c)) in ('Cn', 'Co'):
        continue
    print(c)
)");
  std::istringstream numbers(all);
  std::vector<std::uint32_t> assigned;
  for (std::uint32_t c = 0; numbers >> c;) assigned.push_back(c);
  ASSERT_GT(assigned.size(), 100'000U);
  std::string input;
  std::string ours;
  for (int i = 0; i < 20'000; ++i) {
    std::string s;
    for (int n = 0; n < 3; ++n) {
      // Half of them from where Japanese text lives.
      const std::size_t limit = random() % 2 == 0 ? assigned.size() : 20'000;
      const std::uint32_t c = assigned[random() % limit];
      if (c != 0x85 && c != 0x2028 && c != 0x2029) s += utf8_of(c);
    }
    input += s + "\n";
    ours += nfkc(s) + "\t" + std::to_string(display_width(s)) + "\n";
  }
  EXPECT_EQ(test::python(R"(
import sys, unicodedata
def width(c):
    if unicodedata.category(c) in ('Mn', 'Me', 'Cf', 'Cc'):
        return 0
    return 2 if unicodedata.east_asian_width(c) in 'WF' else 1
for line in sys.stdin.buffer.read().decode('utf-8').split('\n')[:-1]:
    sys.stdout.buffer.write(f'{unicodedata.normalize("NFKC", line)}\t{sum(map(width, line))}\n'.encode('utf-8'))
)",
                         input),
            ours);
}

TEST(Text, TrimPadGroup) {
  EXPECT_EQ(trim(" \t　山　田　\r\n"), "山　田");
  EXPECT_EQ(trim("　"), "");
  EXPECT_EQ(trim(""), "");
  EXPECT_EQ(display_width("炭a"), 3U);
  EXPECT_EQ(pad_right("炭素", 6), "炭素  ");
  EXPECT_EQ(pad_left("炭素", 6), "  炭素");
  EXPECT_EQ(pad_left("炭素", 3), "炭素");
  EXPECT_EQ(group_digits("1234567"), "1,234,567");
  EXPECT_EQ(group_digits("-1234567.8901"), "-1,234,567.8901");
  EXPECT_EQ(group_digits("123"), "123");
  EXPECT_EQ(group_digits("+1000"), "+1,000");
  EXPECT_EQ(group_digits("0.1234"), "0.1234");
  EXPECT_EQ(group_digits(""), "");
  EXPECT_EQ(group_digits("-"), "-");
}

TEST(Text, Hiragana) { EXPECT_EQ(to_hiragana("ボイラー・ヴァヶヽヾヷabc漢"), "ぼいらー・ゔぁゖゝゞヷabc漢"); }

// Published numbers of bodies whose entries anyone can look up: 国税庁, 経済産業省, 環境省, 農林水産省, トヨタ自動車株式会社.
TEST(CorporateNumber, PublishedNumbers) {
  for (const std::string number : {"7000012050002", "4000012090001", "1000012110001", "5000012080001", "1180301018771"}) {
    const auto parsed = parse_corporate_number(number);
    ASSERT_TRUE(parsed) << number;
    EXPECT_EQ(*parsed, number);
  }
  EXPECT_EQ(*parse_corporate_number("７０００－０１２０－５０００２"), "7000012050002");
  EXPECT_EQ(*parse_corporate_number(" 7-0000-1205-0002 "), "7000012050002");
  EXPECT_EQ(*parse_corporate_number("7‐0000―1205ー0002"), "7000012050002");
}

TEST(CorporateNumber, Refused) {
  for (const char* bad : {"", "700001205000", "70000120500021", "T7000012050002", "7000012O50002", "七000012050002"}) {
    const auto parsed = parse_corporate_number(bad);
    ASSERT_FALSE(parsed) << bad;
    EXPECT_EQ(parsed.error().def, &errors::corporate_number_digits) << bad;
  }
  const auto parsed = parse_corporate_number("0000000000000");
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().def, &errors::corporate_number_check);
}

// The weights 1 and 2 modulo 9 let one change of a digit pass only where 9 takes the place of 0 or 0 that of 9.
TEST(CorporateNumber, ChangedDigitsAreFound) {
  for (const std::string number : {"7000012050002", "1180301018771"}) {
    for (std::size_t at = 0; at < number.size(); ++at) {
      for (char c = '0'; c <= '9'; ++c) {
        if (c == number[at]) continue;
        std::string changed = number;
        changed[at] = c;
        const bool blind = at != 0 && ((c == '9' && number[at] == '0') || (c == '0' && number[at] == '9'));
        EXPECT_EQ(parse_corporate_number(changed).has_value(), blind) << changed;
      }
    }
  }
}

}  // namespace
}  // namespace sumi
