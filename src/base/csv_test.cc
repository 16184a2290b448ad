#include "base/csv.h"

#include <gtest/gtest.h>

#include <random>

#include "base/errors.h"
#include "base/limits.h"
#include "base/spreadsheet.h"
#include "base/test_support.h"

namespace sumi {
namespace {

// "1:a|b 2:c|d", the lines before the colon; an error as "!name@line:column".
std::string shown(std::string_view text) {
  CsvReader reader(text, "t.csv");
  CsvRecord record;
  std::string out;
  for (;;) {
    const auto more = reader.next(record);
    if (!out.empty() && (!more || *more)) out += ' ';
    if (!more) {
      const Error& e = more.error();
      EXPECT_EQ(e.place.file, "t.csv");
      return out + "!" + std::string(e.def->name) + "@" + std::to_string(e.place.line) + ":" + std::to_string(e.place.column);
    }
    if (!*more) return out;
    out += std::to_string(record.line) + ":";
    for (std::size_t i = 0; i < record.fields.size(); ++i) out += (i == 0 ? "" : "|") + std::string(record.fields[i]);
  }
}

TEST(Csv, Records) {
  EXPECT_EQ(shown(""), "");
  EXPECT_EQ(shown("a,b"), "1:a|b");
  EXPECT_EQ(shown("a,b\n"), "1:a|b");
  EXPECT_EQ(shown("a,b\nc,d\r\ne,f\rg,h"), "1:a|b 2:c|d 3:e|f 4:g|h");
  EXPECT_EQ(shown("a,\n,\n"), "1:a| 2:|");
  EXPECT_EQ(shown("a,"), "1:a|");
  EXPECT_EQ(shown("\n\nx"), "1: 2: 3:x");
  EXPECT_EQ(shown(" a , b "), "1: a | b ");
  EXPECT_EQ(shown("会社,電気\n炭,１２"), "1:会社|電気 2:炭|１２");
}

TEST(Csv, Quotes) {
  EXPECT_EQ(shown("\"a,b\",\"c\"\"d\",\"\"\n"), "1:a,b|c\"d|");
  EXPECT_EQ(shown("\"\"\"\"\n"), "1:\"");
  EXPECT_EQ(shown("\"\"\"a\"\"\",\"\"\"\"\"\""), "1:\"a\"|\"\"");
  // A record's line is that of its first character, whatever its fields hold.
  EXPECT_EQ(shown("\"a\nb\r\nc\rd\",e\nf,g\n"), "1:a\nb\r\nc\rd|e 5:f|g");
}

TEST(Csv, ErrorsNameTheirPlace) {
  EXPECT_EQ(shown("a,b\nc,\"d\n"), "1:a|b !csv_quote@2:3");
  EXPECT_EQ(shown("a,b\nc,d\"e\n"), "1:a|b !csv_quote@2:4");
  EXPECT_EQ(shown("\"a\"b,c\n"), "!csv_quote@1:4");
  EXPECT_EQ(shown("\"炭素\"b,c\n"), "!csv_quote@1:5");
  EXPECT_EQ(shown("\"x\ny\"b,c\n"), "!csv_quote@2:3");
  EXPECT_EQ(shown(" \"a\",c\n"), "!csv_quote@1:2");
  EXPECT_EQ(shown("\""), "!csv_quote@1:1");
}

TEST(Csv, Limits) {
  const std::string longest(limits::csv_field_bytes_max, 'x');
  EXPECT_EQ(shown("a," + longest).size(), 4 + longest.size());
  EXPECT_EQ(shown("b\na," + longest + "x"), "1:b !csv_field_too_long@2:3");
  EXPECT_EQ(shown("b\na,\"" + longest + "x\""), "1:b !csv_field_too_long@2:3");
  EXPECT_EQ(shown("b\na,\"" + longest + longest), "1:b !csv_field_too_long@2:3");
  std::string widest(limits::csv_columns_max - 1, ',');
  EXPECT_EQ(shown(widest), "1:" + std::string(limits::csv_columns_max - 1, '|'));
  EXPECT_EQ(shown("b\n" + widest + ","), "1:b !csv_too_many_columns@2:" + std::to_string(limits::csv_columns_max + 1));
}

TEST(Csv, AnErrorStays) {
  CsvReader reader("a\n\"b", "t.csv");
  CsvRecord record;
  ASSERT_TRUE(reader.next(record).value());
  EXPECT_FALSE(reader.next(record));
  EXPECT_FALSE(reader.next(record));
}

// Fields without doubled quotes point into the text itself: nothing is copied on the bulk path.
TEST(Csv, FieldsPointIntoTheText) {
  const std::string text = "plain,\"quoted\",\"dou\"\"bled\"\n";
  CsvReader reader(text, "t.csv");
  CsvRecord record;
  ASSERT_TRUE(reader.next(record).value());
  EXPECT_EQ(record.fields[0].data(), text.data());
  EXPECT_EQ(record.fields[1].data(), text.data() + 7);
  EXPECT_EQ(record.fields[2], "dou\"bled");
}

std::string table_error(std::string_view text, bool comments = false) {
  const auto table = read_csv(text, "t.csv", comments);
  return table ? "none" : std::string(table.error().def->name) + "@" + std::to_string(table.error().place.line);
}

TEST(CsvTable, HeaderAndRows) {
  const auto table = read_csv("\n# what this is\nfuel,use\n\n\"A\n\"\"重油\"\"\",12\n# \"an odd quote\nLPG,\"#3\"\n#", "fuel.csv", true);
  ASSERT_TRUE(table);
  EXPECT_EQ(table->file_name, "fuel.csv");
  EXPECT_EQ(table->header, (std::vector<std::string>{"fuel", "use"}));
  ASSERT_EQ(table->rows.size(), 2U);
  EXPECT_EQ(table->rows[0].line, 5U);
  EXPECT_EQ(table->rows[0].fields, (std::vector<std::string>{"A\n\"重油\"", "12"}));
  EXPECT_EQ(table->rows[1].line, 8U);
  EXPECT_EQ(table->rows[1].fields, (std::vector<std::string>{"LPG", "#3"}));
  EXPECT_EQ(table->column("use"), 1U);
  EXPECT_EQ(table->column("Use"), std::nullopt);
}

TEST(CsvTable, Refused) {
  EXPECT_EQ(table_error(""), "csv_empty@1");
  EXPECT_EQ(table_error("\n\r\n"), "csv_empty@1");
  EXPECT_EQ(table_error("# a\n", true), "csv_empty@1");
  EXPECT_EQ(table_error("a,b\n1,2\n1\n"), "csv_columns@3");
  EXPECT_EQ(table_error("a,b\n\"1\n\",2\n1,2,3\n"), "csv_columns@4");
  EXPECT_EQ(table_error("\na,b,a\n"), "csv_header_twice@2");
  EXPECT_EQ(table_error("a,b\n1,\"2\n"), "csv_quote@2");
  EXPECT_EQ(table_error("a\n#1\n"), "none");
  const auto wrong = read_csv("a,b\n1\n", "t.csv");
  EXPECT_EQ(sentence(wrong.error(), Language::en), "This row has 1 fields, the header has 2.");
}

// A quoted empty field is a value, an empty line is none.
TEST(CsvTable, OneColumn) {
  const auto table = read_csv("a\n\"\"\n\nx\n", "t.csv");
  ASSERT_TRUE(table);
  ASSERT_EQ(table->rows.size(), 2U);
  EXPECT_EQ(table->rows[0].line, 2U);
  EXPECT_EQ(table->rows[1].line, 4U);
}

TEST(CsvField, QuotesOnlyWhereNeeded) {
  EXPECT_EQ(csv_field("plain 炭"), "plain 炭");
  EXPECT_EQ(csv_field(""), "");
  EXPECT_EQ(csv_field("a,b"), "\"a,b\"");
  EXPECT_EQ(csv_field("a\"b"), "\"a\"\"b\"");
  EXPECT_EQ(csv_field("a\nb"), "\"a\nb\"");
  EXPECT_EQ(csv_field("a\rb"), "\"a\rb\"");
  EXPECT_EQ(csv_field("#1"), "\"#1\"");
}

// What OWASP's page on CSV injection names, and the numbers that begin alike.
TEST(SpreadsheetField, AFormulaBecomesText) {
  EXPECT_EQ(spreadsheet_field("=1+1"), "'=1+1");
  EXPECT_EQ(spreadsheet_field("+81-3-0000"), "'+81-3-0000");
  EXPECT_EQ(spreadsheet_field("-2+3"), "'-2+3");
  EXPECT_EQ(spreadsheet_field("@SUM(A1)"), "'@SUM(A1)");
  EXPECT_EQ(spreadsheet_field("=A1,\"x\""), "\"'=A1,\"\"x\"\"\"");
  EXPECT_EQ(spreadsheet_field("-12.5"), "-12.5");
  EXPECT_EQ(spreadsheet_field("炭 = 1"), "炭 = 1");
  EXPECT_EQ(spreadsheet_field("-"), "'-");
  EXPECT_EQ(spreadsheet_field(""), "");
}

std::string hostile_field(std::mt19937_64& random) {
  static const char* const pieces[] = {"\"", "\"\"", ",", "\n", "\r", "\r\n", "#", " ", "炭", "a", "1,234.5", "x y", "", "\t", "'", "\\"};
  std::string field;
  for (std::size_t n = random() % 5; n > 0; --n) field += pieces[random() % std::size(pieces)];
  return field;
}

std::string json_of(const std::vector<std::vector<std::string>>& rows) {
  std::string out = "[";
  for (const auto& row : rows) {
    out += out.size() == 1 ? "[" : ", [";
    for (std::size_t i = 0; i < row.size(); ++i) {
      out += i == 0 ? "\"" : ", \"";
      for (const char c : row[i]) {
        switch (c) {
          case '"': out += "\\\""; break;
          case '\\': out += "\\\\"; break;
          case '\n': out += "\\n"; break;
          case '\r': out += "\\r"; break;
          case '\t': out += "\\t"; break;
          default: out += c;
        }
      }
      out += '"';
    }
    out += ']';
  }
  return out + "]";
}

std::vector<std::vector<std::string>> hostile_table(std::mt19937_64& random) {
  std::vector<std::vector<std::string>> rows(400);
  const std::size_t columns = 2 + random() % 4;
  for (auto& row : rows) {
    for (std::size_t i = 0; i < columns; ++i) row.push_back(hostile_field(random));
  }
  return rows;
}

// What we write, Python's csv module reads as it was meant.
TEST(Csv, PythonReadsWhatWeWrite) {
  std::mt19937_64 random(test::seed());
  const auto rows = hostile_table(random);
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : ",") + csv_field(row[i]);
    text += random() % 2 == 0 ? "\n" : "\r\n";
  }
  EXPECT_EQ(test::python(R"(
import sys, csv, io, json
rows = list(csv.reader(io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8', newline=''), strict=True))
sys.stdout.buffer.write(json.dumps(rows, ensure_ascii=False).encode('utf-8'))
)",
                         text),
            json_of(rows));
}

// And what Python writes, in its own manner of quoting, we read.
TEST(Csv, WeReadWhatPythonWrites) {
  std::mt19937_64 random(test::seed());
  for (const char* quoting : {"QUOTE_ALL", "QUOTE_MINIMAL"}) {
    for (const std::string terminator : {"'\\r\\n'", "'\\n'", "'\\r'"}) {
      // Python before 3.13 forgets to quote a line end that is not the terminator's.
      if (quoting == std::string("QUOTE_MINIMAL") && terminator != "'\\r\\n'") continue;
      const auto rows = hostile_table(random);
      const std::string text = test::python(std::string(R"(
import sys, csv, io, json
out = io.StringIO(newline='')
csv.writer(out, quoting=csv.)") + quoting +
                                                ", lineterminator=" + terminator +
                                                ").writerows(json.loads(sys.stdin.buffer.read().decode('utf-8')))\n"
                                                "sys.stdout.buffer.write(out.getvalue().encode('utf-8'))\n",
                                            json_of(rows));
      CsvReader reader(text, "t.csv");
      CsvRecord record;
      std::vector<std::vector<std::string>> read;
      std::uint32_t line = 1;
      for (;;) {
        const auto more = reader.next(record);
        ASSERT_TRUE(more) << describe_error(more.error(), Language::en);
        if (!*more) break;
        EXPECT_EQ(record.line, line);
        read.emplace_back(record.fields.begin(), record.fields.end());
        // Line ends within the fields, counted another way: pairs first, then what stands alone.
        ++line;
        for (const std::string& field : read.back()) {
          for (std::size_t i = 0; i < field.size(); ++i) {
            if (field[i] == '\n' && (i == 0 || field[i - 1] != '\r')) ++line;
            if (field[i] == '\r') ++line;
          }
        }
      }
      EXPECT_EQ(read, rows) << quoting << " " << terminator;
    }
  }
}

}  // namespace
}  // namespace sumi
