#include "base/id.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace sumi {
namespace {

TEST(Id, HexHasEveryDigit) {
  const auto id = Id128::from_hex("0123456789abcdef00ff10e20f9a8b7c");
  ASSERT_TRUE(id);
  EXPECT_EQ(id->bytes[0], 0x01);
  EXPECT_EQ(id->bytes[7], 0xef);
  EXPECT_EQ(id->bytes[15], 0x7c);
  EXPECT_EQ(id->to_hex(), "0123456789abcdef00ff10e20f9a8b7c");
  EXPECT_EQ(Id128::from_hex("0123456789ABCDEF00FF10E20F9A8B7C"), id);
}

TEST(Id, OtherTextsAreRefused) {
  for (const char* bad :
       {"", "0", "0123456789abcdef00ff10e20f9a8b7", "0123456789abcdef00ff10e20f9a8b7c0", "0123456789abcdef00ff10e20f9a8b7g",
        "0123456789abcdef-0ff10e20f9a8b7c", " 123456789abcdef00ff10e20f9a8b7c", "０123456789abcdef00ff10e20f9a8"}) {
    EXPECT_FALSE(Id128::from_hex(bad)) << bad;
  }
}

TEST(Id, NilAndOrder) {
  EXPECT_TRUE(Id128{}.is_nil());
  const auto one = *Id128::from_hex("00000000000000000000000000000001");
  const auto high = *Id128::from_hex("01000000000000000000000000000000");
  EXPECT_FALSE(one.is_nil());
  EXPECT_LT(Id128{}, one);
  EXPECT_LT(one, high);
}

TEST(Id, HashHex) {
  const std::string text = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  const auto hash = Hash::from_hex(text);
  ASSERT_TRUE(hash);
  EXPECT_EQ(hash->to_hex(), text);
  EXPECT_FALSE(hash->is_zero());
  EXPECT_TRUE(Hash{}.is_zero());
  EXPECT_FALSE(Hash::from_hex(text.substr(1)));
  EXPECT_FALSE(Hash::from_hex(text + "0"));
}

// Numbers of different things must not mix, or a project could be passed where an account is meant.
static_assert(!std::is_convertible_v<AccountNumber, ProjectNumber>);
static_assert(!std::is_convertible_v<std::uint64_t, AccountNumber>);
static_assert(!std::is_convertible_v<PersonId, IdempotencyKey>);

TEST(Id, NumberZeroIsNone) {
  EXPECT_FALSE(AccountNumber{});
  EXPECT_TRUE(AccountNumber{1});
  EXPECT_LT(AccountNumber{1}, AccountNumber{2});
}

}  // namespace
}  // namespace sumi
