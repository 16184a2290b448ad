#include "http/days.h"

#include <gtest/gtest.h>

#include <future>

namespace sumi::http {
namespace {

Date day(const char* text) { return Date::parse(text).value(); }

TEST(Days, OneReplayAtATimeAndAKeptDayIsGivenMeanwhile) {
  Days<int> days(2);
  int made = 0;
  const auto make = [&]() -> Result<int> { return ++made; };
  const SequenceNumber last{7};
  EXPECT_EQ(**days.get(day("2026-01-31"), last, make), 1);
  EXPECT_EQ(**days.get(day("2026-01-31"), last, make), 1);

  std::promise<void> begun, end;
  auto slow = std::async(std::launch::async, [&] {
    return **days.get(day("2026-02-28"), last, [&]() -> Result<int> {
      begun.set_value();
      end.get_future().wait();
      return 100;
    });
  });
  begun.get_future().wait();
  EXPECT_EQ(**days.get(day("2026-01-31"), last, make), 1);
  const auto refused = days.get(day("2026-03-31"), last, make);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().def, &errors::too_busy);
  auto same = std::async(std::launch::async, [&] { return **days.get(day("2026-02-28"), last, make); });
  end.set_value();
  EXPECT_EQ(slow.get(), 100);
  EXPECT_EQ(same.get(), 100);
  EXPECT_EQ(made, 1);
}

TEST(Days, TheOldestGoesAndAnotherEntryIsAnotherView) {
  Days<int> days(2);
  int made = 0;
  const auto make = [&]() -> Result<int> { return ++made; };
  EXPECT_EQ(**days.get(day("2026-01-31"), SequenceNumber{7}, make), 1);
  EXPECT_EQ(**days.get(day("2026-01-31"), SequenceNumber{8}, make), 2);
  EXPECT_EQ(**days.get(day("2026-02-28"), SequenceNumber{8}, make), 3);
  EXPECT_EQ(**days.get(day("2026-01-31"), SequenceNumber{8}, make), 2);
  EXPECT_EQ(**days.get(day("2026-01-31"), SequenceNumber{7}, make), 4);
}

TEST(Days, ARefusalIsNotKept) {
  Days<int> days(2);
  const SequenceNumber last{7};
  EXPECT_FALSE(days.get(day("2026-01-31"), last, []() -> Result<int> { return fail(errors::not_found, {{"what_ja", ""}, {"what_en", ""}}); }));
  EXPECT_EQ(**days.get(day("2026-01-31"), last, []() -> Result<int> { return 5; }), 5);
}

}  // namespace
}  // namespace sumi::http
