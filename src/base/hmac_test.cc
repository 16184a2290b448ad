// RFC 4231, 2005-12: test cases 1, 2, 3, 6 and 7.
#include "base/hmac.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sumi {
namespace {

std::string hmac(const std::vector<std::uint8_t>& key, std::string_view text) { return hmac_sha256(key, text).to_hex(); }
std::vector<std::uint8_t> repeated(std::uint8_t byte, std::size_t count) { return std::vector<std::uint8_t>(count, byte); }

TEST(Hmac, Rfc4231) {
  EXPECT_EQ(hmac(repeated(0x0b, 20), "Hi There"), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  EXPECT_EQ(hmac({'J', 'e', 'f', 'e'}, "what do ya want for nothing?"), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(hmac(repeated(0xaa, 20), std::string(50, '\xdd')), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
  EXPECT_EQ(hmac(repeated(0xaa, 131), "Test Using Larger Than Block-Size Key - Hash Key First"), "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
  EXPECT_EQ(hmac(repeated(0xaa, 131),
                "This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the "
                "HMAC algorithm."),
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
}

}  // namespace
}  // namespace sumi
