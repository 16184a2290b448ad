#include "journal/errors.h"

#include <gtest/gtest.h>

#include <set>

namespace sumi::journal {
namespace {

TEST(Errors, NumbersAscendNamesDifferAndNothingIsEmpty) {
  std::set<std::string_view> names;
  std::uint16_t last = 0;
  for (const ErrorDef* def : errors::journal_errors()) {
    EXPECT_GT(def->number, last) << def->name;
    last = def->number;
    EXPECT_EQ(def->room, "journal");
    EXPECT_TRUE(names.insert(def->name).second) << def->name;
    for (const std::string_view text : {def->ja, def->en, def->remedy_ja, def->remedy_en}) EXPECT_FALSE(text.empty()) << def->name;
  }
}

}  // namespace
}  // namespace sumi::journal
