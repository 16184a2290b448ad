#include "verify/vocabulary.h"

#include <gtest/gtest.h>

#include "base/file.h"
#include "verify/program.h"

namespace sumi::verify {
namespace {

// web/receipt-types.mjs writes that file; a new type or field makes it stale, and this test says so.
TEST(Vocabulary, the_page_reads_entries_by_this_programs_types) {
  const auto text = read_file(std::string(SUMI_SOURCE_DIR) + "/web/src/receipt/types.json");
  ASSERT_TRUE(text.has_value());
  EXPECT_TRUE(*text == entry_types_json()) << "run node web/receipt-types.mjs";
}

// registry/use_commands.h: type 56 has the retirement's number, then what the public sees of it.
TEST(Vocabulary, a_type_lists_its_fields_in_the_order_of_their_bytes) {
  const std::vector<std::string> arguments{"--types"};
  const auto told = run(arguments);
  EXPECT_EQ(told.exit_code, 0);
  const auto at = told.out.find("\"type\":56,\"version\":1");
  ASSERT_NE(at, std::string::npos);
  const auto line = told.out.substr(at, told.out.find('\n', at) - at);
  std::size_t last = 0;
  for (const char* field : {"[\"retirement\",\"public\",\"number\"]", "[\"end_use\",\"public\",{\"enum\":\"registry.EndUse\"}]", "[\"ranges\",\"public\",{\"vector\":", "[\"amount\",\"public\",\"varint\"]",
           "[\"user_name\",\"public\",\"string\"]", "[\"by_proxy\",\"public\",\"bool\"]"}) {
    const auto found = line.find(field);
    ASSERT_NE(found, std::string::npos) << field << " in " << line;
    EXPECT_GT(found, last);
    last = found;
  }
  EXPECT_NE(told.out.find("\"registry.EndUse\": {\"1\":[\"retirement\",\"無効化\"]"), std::string::npos);
}

}  // namespace
}  // namespace sumi::verify
