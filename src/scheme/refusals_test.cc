// What a scenario cannot reach: a state that is read from bytes, and a register of keys that is full.
#include <gtest/gtest.h>

#include "scheme/errors.h"
#include "scheme/scheme.h"

namespace sumi::scheme {
namespace {

State a_state() {
  State state;
  OpenStore open;
  open.store.bytes[0] = 1;
  open.operator_name = "試験登録簿";
  Act act;
  act.time = {1'775'000'000'000};
  act.business_date = act.time.date_in_japan();
  act.actor.bytes[0] = 1;
  const auto outcome = state.decide(open, act, {});
  if (!outcome) throw std::runtime_error(describe_error(outcome.error(), Language::en));
  state.apply(open, *outcome, act);
  return state;
}

TEST(Snapshot, IsReadWholeOrNotAtAll) {
  const Bytes good = a_state().dump();
  const auto again = State::load(good);
  ASSERT_TRUE(again) << describe_error(again.error(), Language::en);
  EXPECT_EQ(again->dump(), good);
  const auto refused = [](const Bytes& bytes) {
    const auto state = State::load(bytes);
    return !state && state.error().def == &errors::snapshot_unreadable;
  };
  for (std::size_t size = 0; size < good.size(); ++size) EXPECT_TRUE(refused(Bytes(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size)))) << size;
  Bytes other = good;
  other.front() ^= 0xFF;
  EXPECT_TRUE(refused(other)) << "of another version";
  other = good;
  other.push_back(0);
  EXPECT_TRUE(refused(other)) << "with a byte behind it";
}

TEST(Keys, AFullRegisterTakesNoNewOneAndKnowsTheOld) {
  State state = a_state();
  const auto ref = [](std::uint8_t n) {
    KeyRef r;
    r.organisation = {1};
    r.key.bytes[0] = n;
    return r;
  };
  Hash fingerprint;
  fingerprint.bytes[0] = 7;
  for (std::uint8_t n = 1; n <= 3; ++n) {
    ASSERT_TRUE(state.seen(ref(n), fingerprint, 3)) << int{n};
    state.remember(ref(n), fingerprint, {n}, 1);
  }
  const auto fourth = state.seen(ref(4), fingerprint, 3);
  ASSERT_FALSE(fourth);
  EXPECT_EQ(fourth.error().def, &errors::keys_exhausted);
  EXPECT_FALSE(sentence(fourth.error(), Language::ja).empty());
  const auto third = state.seen(ref(3), fingerprint, 3);
  ASSERT_TRUE(third);
  EXPECT_EQ(third->value().first.value, 3u);
  EXPECT_TRUE(state.seen(ref(4), fingerprint)) << "as many as the limit says";
}

}  // namespace
}  // namespace sumi::scheme
