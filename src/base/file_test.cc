#include "base/file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <thread>

#include "base/errors.h"
#include "base/test_support.h"

namespace sumi {
namespace {

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

TEST(ReadFile, AllBytes) {
  const test::TemporaryFolder folder;
  std::string bytes;
  for (int i = 0; i < 100'000; ++i) bytes += static_cast<char>(i * 7);
  test::write_bytes(folder.file("a"), bytes);
  EXPECT_EQ(read_file(folder.file("a")).value(), bytes);
  test::write_bytes(folder.file("empty"), "");
  EXPECT_EQ(read_file(folder.file("empty")).value(), "");
}

TEST(ReadFile, Refusals) {
  const test::TemporaryFolder folder;
  EXPECT_EQ(read_file(folder.file("none")).error().def, &errors::file_missing);
  EXPECT_EQ(read_file(folder.file("none")).error().place.file, folder.file("none"));
  EXPECT_EQ(read_file("").error().def, &errors::file_missing);
  const auto is_folder = read_file(folder.path());
  EXPECT_EQ(is_folder.error().def, &errors::file_unreadable);
  EXPECT_NE(sentence(is_folder.error(), Language::en).find("Is a directory"), std::string::npos);
  test::write_bytes(folder.file("ten"), "0123456789");
  EXPECT_EQ(read_file(folder.file("ten"), 10).value(), "0123456789");
  EXPECT_EQ(read_file(folder.file("ten"), 9).error().def, &errors::file_too_large);
  test::write_bytes(folder.file("file"), "");
  EXPECT_EQ(read_file(folder.file("file") + "/x").error().def, &errors::file_missing);
}

// A pipe has no size to look at beforehand; the limit holds all the same.
TEST(ReadFile, Pipes) {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("pipe");
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  const std::string bytes(300'000, 'p');
  for (const std::size_t limit : {std::size_t{300'000}, std::size_t{299'999}}) {
    std::thread writer([&] {
      const int fd = ::open(path.c_str(), O_WRONLY);
      std::size_t done = 0;
      while (done < bytes.size()) {
        const ssize_t n = ::write(fd, bytes.data() + done, bytes.size() - done);
        if (n <= 0) break;
        done += static_cast<std::size_t>(n);
      }
      ::close(fd);
    });
    const auto previous = ::signal(SIGPIPE, SIG_IGN);
    const auto read = read_file(path, limit);
    writer.join();
    ::signal(SIGPIPE, previous);
    if (limit == bytes.size()) {
      EXPECT_EQ(read.value(), bytes);
    } else {
      EXPECT_EQ(read.error().def, &errors::file_too_large);
    }
  }
}

TEST(WriteFile, NewAndOver) {
  const test::TemporaryFolder folder;
  const mode_t old_mask = ::umask(077);
  ASSERT_TRUE(write_file_atomic(folder.file("a"), "one"));
  ASSERT_TRUE(write_file_atomic(folder.file("key"), std::string_view("\0two", 4), 0600));
  ::umask(old_mask);
  EXPECT_EQ(test::read_bytes(folder.file("a")), "one");
  EXPECT_EQ(test::read_bytes(folder.file("key")), std::string("\0two", 4));
  struct stat status{};
  ASSERT_EQ(::stat(folder.file("a").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777, 0644U);
  ASSERT_EQ(::stat(folder.file("key").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777, 0600U);
  ASSERT_TRUE(write_file_atomic(folder.file("a"), ""));
  EXPECT_EQ(test::read_bytes(folder.file("a")), "");
  EXPECT_EQ(names_in(folder.path()), (std::vector<std::string>{"a", "key"}));
}

// A reader sees the old bytes or the new ones, never a part: the old inode is left alone.
TEST(WriteFile, TheOldFileStaysWhole) {
  const test::TemporaryFolder folder;
  ASSERT_TRUE(write_file_atomic(folder.file("a"), "old"));
  ASSERT_EQ(::link(folder.file("a").c_str(), folder.file("b").c_str()), 0);
  ASSERT_TRUE(write_file_atomic(folder.file("a"), "new"));
  EXPECT_EQ(test::read_bytes(folder.file("a")), "new");
  EXPECT_EQ(test::read_bytes(folder.file("b")), "old");
}

TEST(WriteFile, FailureLeavesNothingBehind) {
  const test::TemporaryFolder folder;
  EXPECT_EQ(write_file_atomic(folder.file("none/a"), "x").error().def, &errors::file_unwritable);
  EXPECT_EQ(write_file_atomic("", "x").error().def, &errors::file_unwritable);
  std::filesystem::create_directory(folder.file("taken"));
  const auto over_folder = write_file_atomic(folder.file("taken"), "x");
  EXPECT_EQ(over_folder.error().def, &errors::file_unwritable);
  EXPECT_EQ(over_folder.error().place.file, folder.file("taken"));
  EXPECT_EQ(names_in(folder.path()), (std::vector<std::string>{"taken"}));
}

// Without a folder in its name a file goes to the working one.
TEST(WriteFile, BareName) {
  const test::TemporaryFolder folder;
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  const auto written = write_file_atomic("bare", "x");
  std::filesystem::current_path(before);
  ASSERT_TRUE(written);
  EXPECT_EQ(test::read_bytes(folder.file("bare")), "x");
}

}  // namespace
}  // namespace sumi
