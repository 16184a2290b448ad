// What a scenario cannot bring about by itself: a ledger that does not hold together, or changes by a refusal. The player must notice.
#include <gtest/gtest.h>

#include "scenario/errors.h"
#include "scenario/ledger_world.h"
#include "scenario/memory_world.h"
#include "scenario/play.h"
#include "service/testing.h"

namespace sumi::scenario {
namespace {

constexpr std::string_view text = "organisation O1 \"x\"\norganisation O2 \"\" -> refused scheme.name_empty\n";

// A world that forwards, but for one fault.
class FaultyWorld final : public World {
 public:
  enum class Fault { none, changes, throws };
  FaultyWorld(std::unique_ptr<World> world, Fault fault) : world_(std::move(world)), fault_(fault) {}
  Result<Accepted> submit(const Submission& submission) override {
    auto accepted = world_->submit(submission);
    if (accepted) return accepted;
    if (fault_ == Fault::throws) throw std::runtime_error("a total does not hold");
    if (fault_ == Fault::changes) {
      Submission other = submission;
      other.key = {};
      other.commands = {scheme::RegisterOrganisation{"", "slipped in", "", {}, {}}};
      if (auto slipped = world_->submit(other); !slipped) return slipped;
    }
    return accepted;
  }
  Result<void> advance(Instant time) override { return world_->advance(time); }
  Result<void> look(const std::function<void(const scheme::State&)>& f) override { return world_->look(f); }
  Result<PersonId> person(const std::string& login) override { return world_->person(login); }

 private:
  std::unique_ptr<World> world_;
  Fault fault_;
};

const ErrorDef* played(FaultyWorld::Fault fault) {
  const auto script = parse_script(text, "t.scn");
  if (!script) throw std::runtime_error(describe_error(script.error(), Language::en));
  const auto result = play(*script, [&](const Beginning& b) -> Result<std::unique_ptr<World>> {
    SUMI_TRY(auto world, MemoryWorld::make(b, {}));
    return std::unique_ptr<World>(std::make_unique<FaultyWorld>(std::move(world), fault));
  });
  const auto& failure = result.cases.at(0).failure;
  return failure ? failure->def : nullptr;
}

TEST(Player, NoticesAFaultOfTheLedger) {
  EXPECT_EQ(played(FaultyWorld::Fault::none), nullptr);
  EXPECT_EQ(played(FaultyWorld::Fault::changes), &errors::refusal_changed_state);
  EXPECT_EQ(played(FaultyWorld::Fault::throws), &errors::invariant);
}

TEST(Player, ALedgerBeginsOpened) {
  const auto script = parse_script("store none\norganisation O1 \"x\"\n", "t.scn");
  ASSERT_TRUE(script) << describe_error(script.error(), Language::en);
  const auto result = play(*script, memory_ledger_maker(service::testing::small_rulebook()));
  ASSERT_TRUE(result.cases.at(0).failure);
  EXPECT_EQ(result.cases.at(0).failure->def, &errors::opened_already);
}

}  // namespace
}  // namespace sumi::scenario
