// Expected values are those that RFC 6238 appendix B and RFC 4648 section 10 publish.
#include "service/totp.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include "service/errors.h"
#include "service/password.h"
#include "service/testing.h"

namespace sumi::service {
namespace {

using testing::refusal;
using testing::value_of;

Bytes bytes_of(std::string_view text) { return {text.begin(), text.end()}; }

// RFC 6238 appendix B, the rows of mode SHA1: eight digits, the secret is the ASCII text "12345678901234567890".
TEST(Totp, the_rows_of_rfc_6238) {
  const auto secret = bytes_of("12345678901234567890");
  const std::pair<std::int64_t, const char*> rows[] = {
      {59, "94287082"}, {1111111109, "07081804"}, {1111111111, "14050471"}, {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"}};
  for (const auto& [seconds, code] : rows) {
    EXPECT_EQ(one_time_code(secret, totp_step({seconds * 1000}), 8), code) << seconds;
    EXPECT_EQ(one_time_code(secret, totp_step({seconds * 1000})), std::string(code).substr(2)) << seconds;  // fewer digits: the same number, its end
  }
}

// RFC 4226 appendix D: HOTP of the counters 0 to 9, six digits.
TEST(Totp, the_rows_of_rfc_4226) {
  const char* codes[] = {"755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"};
  for (int i = 0; i < 10; ++i) EXPECT_EQ(one_time_code(bytes_of("12345678901234567890"), i), codes[i]);
}

// The present step, one before and one after; never one that was used, nor one before it (RFC 6238 5.2).
TEST(Totp, a_step_is_taken_once_and_forwards) {
  const auto secret = bytes_of("12345678901234567890");
  const Instant now{1111111111'000};  // the step 37037037; RFC 6238: 14050471
  EXPECT_EQ(step_of_code(secret, "050471", now, 0), 37037037);
  EXPECT_EQ(step_of_code(secret, "081804", now, 0), 37037036);  // of 1111111109, the step before
  EXPECT_EQ(step_of_code(secret, "050471", {now.ms - 30'000}, 0), 37037037);
  EXPECT_EQ(step_of_code(secret, "050471", {now.ms - 60'000}, 0), std::nullopt);
  EXPECT_EQ(step_of_code(secret, "050471", {now.ms + 60'000}, 0), std::nullopt);
  EXPECT_EQ(step_of_code(secret, "050471", now, 37037037), std::nullopt);
  EXPECT_EQ(step_of_code(secret, "081804", now, 37037037), std::nullopt);
  EXPECT_EQ(step_of_code(secret, "", now, 0), std::nullopt);
  EXPECT_EQ(step_of_code(secret, "0504710", now, 0), std::nullopt);
}

// RFC 4648 section 10, without the padding.
TEST(Totp, base32) {
  const std::pair<const char*, const char*> rows[] = {{"", ""}, {"f", "MY"}, {"fo", "MZXQ"}, {"foo", "MZXW6"}, {"foob", "MZXW6YQ"}, {"fooba", "MZXW6YTB"}, {"foobar", "MZXW6YTBOI"}};
  for (const auto& [text, encoded] : rows) {
    EXPECT_EQ(to_base32(bytes_of(text)), encoded);
    EXPECT_EQ(from_base32(encoded), bytes_of(text));
  }
  EXPECT_EQ(from_base32("mzxw-6ytb oi"), bytes_of("foobar"));
  EXPECT_EQ(from_base32("MZXW1"), std::nullopt);  // 0, 1, 8 and 9 are no digits of it
}

TEST(Totp, the_address_of_a_qr_code) {
  EXPECT_EQ(otpauth_uri("sumi 試験", "tanaka", bytes_of("foobar")), "otpauth://totp/sumi%20%E8%A9%A6%E9%A8%93:tanaka?secret=MZXW6YTBOI&issuer=sumi%20%E8%A9%A6%E9%A8%93&algorithm=SHA1&digits=6&period=30");
}

// What libargon2 (the reference implementation, 20171227) made of these passwords: argon2id_hash_encoded(), salt "somesaltsomesalt", one lane.
TEST(Password, hashes_of_the_reference_implementation) {
  ASSERT_GE(sodium_init(), 0);
  PasswordHasher hasher(1, 8U << 20, 1, 1);
  const std::string first = "$argon2id$v=19$m=8192,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$EstMPFmPwEV1ZKsYgQUv5J+Zg0iQylaykGB5kmbPnSE";
  EXPECT_TRUE(value_of(hasher.verify(first, "correct horse battery staple")));
  EXPECT_FALSE(value_of(hasher.verify(first, "correct horse battery stable")));
  EXPECT_FALSE(hasher.outdated(first));
  const std::string second = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$q93ELLiid/eEimH04KKnvBzI4DCmdCe+GBRTl8m9MQI";
  EXPECT_TRUE(value_of(hasher.verify(second, "北の工場の青い煙突")));
  EXPECT_TRUE(hasher.outdated(second));
  EXPECT_FALSE(value_of(hasher.verify("", "correct horse battery staple")));
  const auto made = value_of(hasher.hash("correct horse battery staple"));
  EXPECT_TRUE(made.starts_with("$argon2id$v=19$m=8192,t=1,p=1$")) << made;
  EXPECT_NE(made, value_of(hasher.hash("correct horse battery staple")));  // another salt
}

// One hashes, none may wait: the second is refused, and the third that comes later is not.
TEST(Password, only_so_many_at_a_time) {
  ASSERT_GE(sodium_init(), 0);
  PasswordHasher slow(4, 64U << 20, 1, 0);
  std::thread first([&] { static_cast<void>(slow.hash("correct horse battery staple")); });
  std::string refused;
  for (int i = 0; i < 2'000 && refused.empty(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    if (const auto second = slow.verify("", "x"); !second) refused = refusal(second);
  }
  first.join();
  EXPECT_EQ(refused, "service.sign_in_busy");
  EXPECT_TRUE(slow.verify("", "x"));
}

TEST(Password, what_it_must_be) {
  const auto said = [](const char* password) { return refusal(check_password(password, "tanaka", "田中一郎")); };
  EXPECT_EQ(said("correct horse battery staple"), "");
  EXPECT_EQ(said("青い煙突と北の工場の朝"), "service.password_length");  // 11 characters
  EXPECT_EQ(said("青い煙突と北の工場の朝日"), "");
  EXPECT_EQ(said("short"), "service.password_length");
  EXPECT_EQ(refusal(check_password(std::string(1025, 'a'), "tanaka", "")), "service.password_length");
  EXPECT_EQ(said("\xFF\xFE correct horse battery"), "service.password_length");
  EXPECT_EQ(said("abababababababab"), "service.password_weak");
  EXPECT_EQ(said("my-TANAKA-password-7"), "service.password_weak");
  EXPECT_EQ(said("これは田中一郎のパスワードです"), "service.password_weak");
}

}  // namespace
}  // namespace sumi::service
