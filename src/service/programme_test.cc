#include "service/programme.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdio>
#include <stdexcept>

namespace sumi::service {
namespace {

std::string text_of(const std::string& bytes) {
  const auto file = MemberDataFile::of(bytes, "data.csv");
  return file ? std::string(file->text()) : std::string(file.error().def->name);
}

TEST(Programme, EveryTaskRunsOnceOnAnyNumberOfThreads) {
  for (const unsigned threads : {1U, 2U, 7U}) {
    std::vector<std::atomic<int>> ran(1000);
    spread_over(threads)(ran.size(), [&](std::size_t i) { ++ran[i]; });
    for (const auto& count : ran) EXPECT_EQ(count, 1);
    spread_over(threads)(0, [](std::size_t) { throw std::runtime_error("there is no task"); });
  }
}

TEST(Programme, AnExceptionOfATaskComesBack) {
  EXPECT_THROW(spread_over(3)(100, [](std::size_t i) {
                 if (i == 42) throw std::runtime_error("42");
               }),
               std::runtime_error);
}

TEST(Programme, AFileIsReadAsWhatItIs) {
  EXPECT_EQ(text_of("member,period\n1,2026-04\n"), "member,period\n1,2026-04\n");
  EXPECT_EQ(text_of("\xEF\xBB\xBF会員\n"), "会員\n");
  // 会員,値 in cp932, as Japanese Excel writes it.
  EXPECT_EQ(text_of("\x89\xEF\x88\xF5,\x92\x6C\n1,2\n"), "会員,値\n1,2\n");
  // One bad byte among lines of UTF-8: nothing is guessed, the reading names the row.
  EXPECT_EQ(text_of("会員,値\n1,\xFF\n"), "会員,値\n1,\xFF\n");
  EXPECT_EQ(text_of(std::string("\xFF\xFEm\0\n\0", 6)), "m\n");
}

TEST(Programme, AFileThatLiesOnTheDiskIsLookedAtWhereItLies) {
  const std::string path = ::testing::TempDir() + "programme_test.csv";
  std::string text = "会員,値\n";
  while (text.size() < (std::size_t{9} << 20)) text += "1,会員の値\n";
  std::FILE* out = std::fopen(path.c_str(), "wb");
  ASSERT_NE(out, nullptr);
  EXPECT_EQ(std::fwrite(text.data(), 1, text.size(), out), text.size());
  std::fclose(out);
  const auto file = MemberDataFile::open(path, spread_over(3));
  ASSERT_TRUE(file);
  EXPECT_EQ(file->text(), text);
  std::remove(path.c_str());
  const auto none = MemberDataFile::open(path, spread_over(1));
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().def->name, "file_missing");
}

}  // namespace
}  // namespace sumi::service
