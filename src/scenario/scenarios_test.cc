// Plays every file of tests/scenarios/. What they expect is what the rules say; nothing there was recorded from the program.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "base/file.h"
#include "rulebook/methodology.h"
#include "scenario/ledger_world.h"
#include "scenario/memory_world.h"
#include "scenario/play.h"
#include "service/rules.h"

namespace sumi::scenario {
namespace {

std::vector<std::string> scenario_files() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(SUMI_SOURCE_DIR "/tests/scenarios")) {
    if (entry.path().extension() == ".scn") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

const std::shared_ptr<const rulebook::Rulebook>& the_rulebook() {
  static const auto rulebook = [] {
    auto loaded = rulebook::Rulebook::load(SUMI_SOURCE_DIR "/rulebook", rulebook::read_methodology);
    if (!loaded) throw std::runtime_error(describe_error(loaded.error(), Language::en));
    return std::make_shared<const rulebook::Rulebook>(*std::move(loaded));
  }();
  return rulebook;
}

Result<Script> parse_file(const std::string& path) {
  SUMI_TRY(const std::string text, read_file(path));
  const std::string folder = std::filesystem::path(path).parent_path().string() + "/";
  return parse_script(text, path, [&](const std::string& name) { return read_file(folder + name); });
}

class Scenarios : public testing::TestWithParam<std::string> {};
class ScenariosOnALedger : public Scenarios {};

TEST_P(Scenarios, HoldOnTheState) {
  const auto script = parse_file(GetParam());
  ASSERT_TRUE(script) << describe_error(script.error(), Language::en);
  const auto rules = service::rules_from(*the_rulebook());
  ASSERT_TRUE(rules) << describe_error(rules.error(), Language::en);
  const auto result = play(*script, [&](const Beginning& beginning) { return MemoryWorld::make(beginning, *rules); });
  EXPECT_EQ(result.failed, 0U) << report_text(result, Language::en);
  std::printf("%zu cases\n", result.passed);
}

// The same cases on the real writer with a journal in memory, except those that open the ledger themselves or count what the state alone has.
TEST_P(ScenariosOnALedger, HoldOnALedger) {
  const auto script = parse_file(GetParam());
  ASSERT_TRUE(script) << describe_error(script.error(), Language::en);
  const auto result = play(*script, memory_ledger_maker(the_rulebook()));
  EXPECT_EQ(result.failed, 0U) << report_text(result, Language::en);
}

std::string name_of_file(const testing::TestParamInfo<std::string>& info) { return std::filesystem::path(info.param).stem().string(); }
std::vector<std::string> files_for_a_ledger() {
  auto files = scenario_files();
  std::erase_if(files, [](const std::string& file) {
    const auto stem = std::filesystem::path(file).stem().string();
    return stem == "unopened" || stem.ends_with("_alone");
  });
  return files;
}
INSTANTIATE_TEST_SUITE_P(Files, Scenarios, testing::ValuesIn(scenario_files()), name_of_file);
INSTANTIATE_TEST_SUITE_P(Files, ScenariosOnALedger, testing::ValuesIn(files_for_a_ledger()), name_of_file);

TEST(ScenarioFiles, HoldAtLeastFourHundredCases) {
  std::size_t cases = 0;
  for (const auto& file : scenario_files()) {
    const auto script = parse_file(file);
    ASSERT_TRUE(script) << describe_error(script.error(), Language::en);
    cases += std::max<std::size_t>(script->cases.size(), 1);
  }
  EXPECT_GE(cases, 400U);
}

}  // namespace
}  // namespace sumi::scenario
