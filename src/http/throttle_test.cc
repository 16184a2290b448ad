// Buckets by hand: at 60 a minute, 60 may come at once and then one a second.
#include "http/throttle.h"

#include <gtest/gtest.h>

#include <string>

namespace sumi::http {
namespace {

using namespace std::chrono_literals;
using Kind = Throttle::Kind;

const Throttle::Clock::time_point noon{100h};

int taken(Throttle& throttle, Kind kind, const std::string& who, Throttle::Clock::time_point at, int tries) {
  int count = 0;
  for (int i = 0; i < tries; ++i) count += throttle.take(kind, who, at) == 0ms ? 1 : 0;
  return count;
}

TEST(Throttle, AMinutesWorthAtOnceThenAtItsRate) {
  Throttle throttle(60);
  EXPECT_EQ(taken(throttle, Kind::person, "tanaka", noon, 100), 60);
  EXPECT_EQ(throttle.take(Kind::person, "tanaka", noon), 1s);
  EXPECT_EQ(throttle.take(Kind::person, "tanaka", noon + 400ms), 600ms) << "what was refused cost nothing";
  EXPECT_EQ(taken(throttle, Kind::person, "tanaka", noon + 1s, 5), 1);
  EXPECT_EQ(taken(throttle, Kind::person, "tanaka", noon + 11s, 50), 10);
  EXPECT_EQ(taken(throttle, Kind::person, "tanaka", noon + 1h, 100), 60) << "never more than a minute's";
}

TEST(Throttle, NobodyPaysForAnother) {
  Throttle throttle(10);
  EXPECT_EQ(taken(throttle, Kind::address, "192.0.2.1", noon, 100), 10);
  EXPECT_EQ(taken(throttle, Kind::person, "192.0.2.1", noon, 100), 10) << "who is signed in is not counted by address";
  EXPECT_EQ(taken(throttle, Kind::token, "192.0.2.1", noon, 100), 10);
  EXPECT_EQ(taken(throttle, Kind::sign_in, "192.0.2.1", noon, 100), 10) << "signing in stays open";
  EXPECT_EQ(taken(throttle, Kind::address, "192.0.2.2", noon, 100), 10);
  EXPECT_EQ(taken(throttle, Kind::address, "192.0.2.1", noon, 100), 0);
}

TEST(Throttle, OfIPv6ItIsTheNetwork) {
  Throttle throttle(10);
  EXPECT_EQ(taken(throttle, Kind::address, "2001:db8:1:2::1", noon, 6), 6);
  EXPECT_EQ(taken(throttle, Kind::address, "2001:db8:1:2:ffff::9", noon, 6), 4) << "the same /64";
  EXPECT_EQ(taken(throttle, Kind::address, "2001:db8:1:3::1", noon, 20), 10);
  EXPECT_EQ(taken(throttle, Kind::address, "198.51.100.7", noon, 6), 6);
  EXPECT_EQ(taken(throttle, Kind::address, "::ffff:198.51.100.7", noon, 6), 4) << "IPv4 within IPv6 (RFC 4291 2.5.5.2)";
  EXPECT_EQ(taken(throttle, Kind::address, "127.0.0.1", noon, 20), 10) << "loopback counts, too";
}

TEST(Throttle, ZeroCountsNothing) {
  Throttle throttle(0);
  EXPECT_EQ(taken(throttle, Kind::address, "192.0.2.1", noon, 10'000), 10'000);
}

// Far more names than there is room for: memory is what it was, whoever is new is taken, and who is over the rate in this very moment is not forgotten for newcomers.
TEST(Throttle, MoreNamesThanItHasRoomForLockNobodyOut) {
  Throttle throttle(60);
  EXPECT_EQ(taken(throttle, Kind::address, "192.0.2.1", noon, 100), 60);
  const std::size_t many = Throttle::rows * Throttle::ways * 2;
  for (std::size_t i = 0; i < many; ++i) ASSERT_EQ(throttle.take(Kind::person, "somebody " + std::to_string(i), noon), 0ms) << i;
  EXPECT_NE(throttle.take(Kind::address, "192.0.2.1", noon), 0ms);
}

}  // namespace
}  // namespace sumi::http
