#include "base/sha256.h"

#include <gtest/gtest.h>

#include <random>
#include <thread>
#include <vector>

#include "base/test_support.h"

namespace sumi {
namespace {

// FIPS 180-2, appendix B (2002-08-01), and the NIST's example values for the empty message.
TEST(Sha256, VectorsOfNist) {
  EXPECT_EQ(sha256(std::string_view("")).to_hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256(std::string_view("abc")).to_hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256(std::string_view("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")).to_hex(),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256(std::string(1'000'000, 'a')).to_hex(), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, PiecesAreTheWhole) {
  Sha256 hasher;
  for (int round = 0; round < 3; ++round) {  // each finish begins the next
    hasher.update(std::string_view("a"));
    hasher.update(std::string_view(""));
    const std::uint8_t rest[] = {'b', 'c'};
    hasher.update(std::span<const std::uint8_t>(rest));
    EXPECT_EQ(hasher.finish(), sha256(std::string_view("abc")));
  }
  EXPECT_EQ(hasher.finish(), sha256(std::string_view("")));
}

// A hash on the way and one-shot hashes in between do not share anything.
TEST(Sha256, OneShotDoesNotDisturb) {
  Sha256 a;
  Sha256 b;
  a.update(std::string_view("ab"));
  b.update(std::string_view("x"));
  (void)sha256(std::string_view("something else"));
  a.update(std::string_view("c"));
  EXPECT_EQ(a.finish(), sha256(std::string_view("abc")));
  EXPECT_EQ(b.finish(), sha256(std::string_view("x")));
}

TEST(Sha256, LikePythonsHashlib) {
  std::mt19937_64 random(test::seed());
  std::string input;
  std::string ours;
  for (int i = 0; i < 300; ++i) {
    std::string message(random() % 300, '\0');
    for (char& c : message) c = static_cast<char>(random());
    const char size[2] = {static_cast<char>(message.size() >> 8), static_cast<char>(message.size() & 0xFF)};
    input.append(size, 2).append(message);
    ours += sha256(message).to_hex() + "\n";
  }
  EXPECT_EQ(test::python(R"(
import sys, hashlib
data = sys.stdin.buffer.read()
while data:
    n = data[0] * 256 + data[1]
    print(hashlib.sha256(data[2:2 + n]).hexdigest())
    data = data[2 + n:]
)",
                         input),
            ours);
}

TEST(Sha256, ThreadsHaveTheirOwnContexts) {
  const Hash expected = *Hash::from_hex("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  const std::string message(1'000'000, 'a');
  std::vector<int> right(4, 0);
  std::vector<std::thread> threads;
  for (int& r : right) {
    threads.emplace_back([&] {
      for (int i = 0; i < 20; ++i) r += sha256(message) == expected ? 1 : 0;
    });
  }
  for (auto& t : threads) t.join();
  EXPECT_EQ(right, std::vector<int>(4, 20));
}

}  // namespace
}  // namespace sumi
