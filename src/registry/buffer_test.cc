// The split at the issue, against published certifications of J-VER forests (all at 3 %).
#include "registry/buffer.h"

#include <gtest/gtest.h>

namespace sumi::registry {
namespace {

const Rational three_percent(Integer(3), Integer(100));

struct Published {
  const char* publication;
  std::uint64_t certified, buffer, holder;
};
constexpr Published published[] = {
    {"佐賀県, 県有林J-VERの販売が完了しました, 2024-01-09", 1'262, 37, 1'225},
    {"長野県, 小海県有林 J-VER, 2012-03-28", 601, 18, 583},
    {"岐阜県森林公社, オフセット・クレジット(J-VER), as of 2013-09-10", 21'998, 659, 21'339},
};

TEST(BufferUnits, AreThoseOfThePublishedCertifications) {
  for (const Published& p : published) {
    EXPECT_EQ(buffer_units(three_percent, p.certified), p.buffer) << p.publication;
    EXPECT_EQ(p.certified - buffer_units(three_percent, p.certified), p.holder) << p.publication;
  }
}

// The holder's share rounded down by itself would lose a tonne: floor(1,262 x 0.97) = 1,224.
TEST(BufferUnits, TheHolderHasTheRest) {
  EXPECT_EQ(round_integer(Rational(1262) * (Rational(1) - three_percent), Rounding::floor), Integer(1224));
  EXPECT_EQ(1262 - buffer_units(three_percent, 1262), 1225u);
}

TEST(BufferUnits, AtTheEdges) {
  EXPECT_EQ(buffer_units(three_percent, 0), 0u);
  EXPECT_EQ(buffer_units(three_percent, 33), 0u);  // 0.99
  EXPECT_EQ(buffer_units(three_percent, 34), 1u);  // 1.02
  EXPECT_EQ(buffer_units(Rational(Integer(1), Integer(10)), 999'999'999'999), 99'999'999'999u);
}

}  // namespace
}  // namespace sumi::registry
