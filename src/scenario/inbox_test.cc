// The inbox against every scenario: before each accepted step that answers something, whoever takes it has that very task; and no case is ever without one.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/file.h"
#include "project/names.h"
#include "registry/names.h"
#include "rulebook/methodology.h"
#include "scenario/memory_world.h"
#include "scenario/play.h"
#include "scheme/names.h"
#include "service/inbox.h"
#include "service/rules.h"
#include "wire/json.h"
#include "wire/tree_codec.h"

namespace sumi::scenario {
namespace {

using service::Task;

// Commands that nobody gives unasked: each answers something that waits. All others begin something, or are somebody's own choice.
const std::set<std::string, std::less<>> answers{"SubmitForValidation", "RecordValidation", "ApplyForRegistration", "DecideRegistration", "SubmitReport", "RecordVerification", "ApplyForCertification",
    "DecideCertification", "Issue", "PutOnDocket", "CloseRound", "CloseFinding", "AnswerReturn", "ValidateChange", "DecideChange", "DecideAppeal", "SettleObligation", "DecideMatch", "DrawSample",
    "DecideSupport", "ReviewMethodology", "CloseComment", "DecideMethodology", "DecideAccount", "AcceptOffer", "ConfirmOffer", "DecideReturn", "ExecuteRetirement", "DrawBuffer",
    "SucceedAccount", "CloseOpening", "RevisePlan", "Appeal"};

std::uint64_t field(const Tree& tree, std::string_view name) {
  const Tree* found = tree.find(name);
  return found == nullptr || found->kind != Tree::Kind::number ? 0 : std::stoull(found->text);
}

// Steps that somebody takes before they are anybody's task, and why.
const std::set<std::pair<std::string, std::string>> unasked{
    {"methodology_life_alone.scn", "DecideMethodology"},  // a store without rounds: a revision goes to the committee from its review, and the state does not say whether it will
    {"members.scn", "DecideMatch"},                       // of a member that no longer counts: nothing waits for that
};

struct Seen {
  std::string file;
  std::set<std::pair<std::string, std::string>> used;
  std::vector<std::string> failures;
  std::set<std::string> answered;  // commands that were found in an inbox
  std::set<std::string> kinds;     // of tasks that somebody had
  std::size_t steps = 0;
};

class WatchedWorld final : public World {
 public:
  WatchedWorld(std::unique_ptr<World> world, Seen& seen) : world_(std::move(world)), seen_(seen) {}

  Result<Accepted> submit(const Submission& s) override {
    std::vector<Task> mine, all;
    bool asked = false;
    const Date today = s.time.date_in_japan();
    if (s.commands.empty()) return world_->submit(s);
    const auto name = std::string(scheme::name_of(s.commands.front()));
    static_cast<void>(world_->look([&](const scheme::State& state) {
      if (!state.meta().open) return;
      asked = answers.contains(name);
      all = service::all_tasks(state, today, {});
      const auto actor = service::actor_for(state, s.actor, s.on_behalf_of, today);
      for (const Task& t : all) {
        if (service::is_for(state, t, actor)) mine.push_back(t);
      }
    }));
    auto accepted = world_->submit(s);
    if (!accepted || accepted->repeated) return accepted;
    ++seen_.steps;
    if (asked) check_asked(name, wire_tree(s.commands.front()), mine, all);
    check_nothing_orphaned(name, today);
    return accepted;
  }
  Result<void> advance(Instant time) override { return world_->advance(time); }
  Result<void> look(const std::function<void(const scheme::State&)>& f) override { return world_->look(f); }
  Result<PersonId> person(const std::string& login) override { return world_->person(login); }
  Result<project::PlanHead> plan_head(const std::string& file, const std::vector<OrganisationNumber>& proponents) override { return world_->plan_head(file, proponents); }
  Result<std::vector<project::RuleAnswer>> rule_answers(ProjectNumber project, Date date) override { return world_->rule_answers(project, date); }
  Result<project::SubmitReport> report(ProjectNumber project, Period period, const std::string& data, const std::string& members) override { return world_->report(project, period, data, members); }
  Result<Admission> admission(ProjectNumber project, const std::string& list, OrganisationNumber on_behalf_of) override { return world_->admission(project, list, on_behalf_of); }
  Result<Hash> replayed_trace(ProjectNumber project, std::uint32_t report) override { return world_->replayed_trace(project, report); }

 private:
  static Tree wire_tree(const scheme::AnyCommand& command) {
    return std::visit([](const auto& c) { return wire::to_tree(c); }, command);
  }
  // The command is among those that answer one of the actor's tasks, and about the same thing.
  void check_asked(const std::string& name, const Tree& command, const std::vector<Task>& mine, const std::vector<Task>& all) {
    const auto fits = [&](const Task& t) {
      if (std::find(t.commands.begin(), t.commands.end(), name) == t.commands.end()) return false;
      const std::uint64_t project = field(command, "project");
      if (project != 0 && t.project && t.project.value != project) return false;
      for (const char* number : {"report", "finding", "offer", "retirement", "account", "obligation", "match", "list"}) {
        const std::uint64_t given = field(command, number);
        if (given != 0 && wire::word_of(t.subject) == number && t.number != given) return false;
      }
      return true;
    };
    const auto found = std::find_if(mine.begin(), mine.end(), fits);
    if (found != mine.end()) {
      seen_.answered.insert(name);
      seen_.kinds.insert(wire::word_of(found->kind));
      return;
    }
    if (unasked.contains({seen_.file, name})) {
      seen_.used.insert({seen_.file, name});
      return;
    }
    std::string text = name + " " + wire::to_json(command, false).substr(0, 160) + ": not in the inbox of whoever did it; it holds";
    for (const Task& t : mine) text += " " + t.key;
    text += "; all:";
    for (const Task& t : all) text += " " + t.key;
    seen_.failures.push_back(text);
  }
  void check_nothing_orphaned(const std::string& after, Date today) {
    static_cast<void>(world_->look([&](const scheme::State& state) {
      const auto all = service::all_tasks(state, today, {});
      std::set<std::string> keys;
      for (const Task& t : all) {
        if (!keys.insert(t.key).second) seen_.failures.push_back("after " + after + ": twice " + t.key);
        if (t.commands.empty() || t.page.empty() || t.ja.empty() || t.en.empty()) seen_.failures.push_back("after " + after + ": half a task " + t.key);
        const auto roles = service::roles_for_command(t.commands.front());
        if (std::find(roles.begin(), roles.end(), t.role) == roles.end()) seen_.failures.push_back(t.key + " is addressed to " + wire::word_of(t.role) + ", who may not " + t.commands.front());
      }
      for (const auto& [number, row] : state.cases().projects) {
        const auto of_case = service::waiting_for(state, number, today, {});
        std::size_t same = 0;
        for (const Task& t : all) same += t.project == number ? 1U : 0U;
        if (same != of_case.size()) seen_.failures.push_back("after " + after + ": waiting_for differs from all_tasks for project " + std::to_string(number.value));
        check_case(state, number, row, of_case, after);
      }
    }));
  }
  // The plan's own way and each report's wait for exactly one, unless they are at their end or stand still.
  void check_case(const scheme::State& state, ProjectNumber number, const project::ProjectRow& row, const std::vector<Task>& tasks, const std::string& after) {
    using service::TaskKind;
    const auto count = [&](std::initializer_list<TaskKind> kinds, std::uint64_t of) {
      return std::count_if(tasks.begin(), tasks.end(), [&](const Task& t) { return std::find(kinds.begin(), kinds.end(), t.kind) != kinds.end() && t.number == of; });
    };
    if (count({TaskKind::hold}, 0) != 0) return;
    const auto missed = state.cases().permanence.missed.lower_bound({number, 0});
    if (missed != state.cases().permanence.missed.end() && missed->first.project == number) return;
    const auto say = [&](const std::string& what, long n) {
      seen_.failures.push_back("after " + after + ": " + what + " of project " + std::to_string(number.value) + " waits for " + std::to_string(n) + " instead of one");
    };
    const auto plan = std::count_if(tasks.begin(), tasks.end(), [](const Task& t) {
      const bool own = t.kind == TaskKind::plan_to_submit || t.kind == TaskKind::plan_to_revise || t.kind == TaskKind::validation || t.kind == TaskKind::registration_application ||
                       t.kind == TaskKind::registration_decision;
      const bool shared = (t.kind == TaskKind::docket || t.kind == TaskKind::return_to_answer) && t.subject == service::SubjectKind::project;
      return own || shared;
    });
    const bool ended = row.stage == project::ProjectStage::registered || row.stage == project::ProjectStage::withdrawn;
    if (plan != (ended ? 0 : 1)) say("the plan", plan);
    for (auto it = state.cases().reports.lower_bound({number, 0}); it != state.cases().reports.end() && it->first.project == number; ++it) {
      using project::ReportStage;
      const auto stage = it->second.stage;
      const bool over = stage == ReportStage::issued || stage == ReportStage::not_verified || stage == ReportStage::certification_refused;
      const bool terms = stage == ReportStage::certified && count({TaskKind::forest_terms}, 0) != 0;
      const auto n = std::count_if(tasks.begin(), tasks.end(), [&](const Task& t) {
        return t.subject == service::SubjectKind::report && t.number == it->first.report && t.kind != TaskKind::report_again;
      });
      if (n != (over || terms ? 0 : 1)) say("report " + std::to_string(it->first.report), n);
    }
  }

  std::unique_ptr<World> world_;
  Seen& seen_;
};

TEST(InboxOverScenarios, WhoeverTakesTheNextStepHasItAsATaskAndNothingIsOrphaned) {
  auto loaded = rulebook::Rulebook::load(SUMI_SOURCE_DIR "/rulebook", rulebook::read_methodology);
  ASSERT_TRUE(loaded);
  const auto rules = service::rules_from(*loaded);
  ASSERT_TRUE(rules);
  Seen seen;
  for (const auto& entry : std::filesystem::directory_iterator(SUMI_SOURCE_DIR "/tests/scenarios")) {
    if (entry.path().extension() != ".scn") continue;
    const std::string folder = entry.path().parent_path().string() + "/";
    const auto script = parse_script(*read_file(entry.path().string()), entry.path().string(), [&](const std::string& name) { return read_file(folder + name); });
    ASSERT_TRUE(script) << entry.path();
    PlayOptions options;
    options.verify_each_step = false;
    const std::size_t before = seen.failures.size();
    seen.file = entry.path().filename().string();
    static_cast<void>(play(*script,
                           [&](const Beginning& beginning) -> Result<std::unique_ptr<World>> {
                             SUMI_TRY(auto world, MemoryWorld::make(beginning, *rules));
                             return std::make_unique<WatchedWorld>(std::move(world), seen);
                           },
                           options));
    for (std::size_t i = before; i < std::min(seen.failures.size(), before + 12); ++i) ADD_FAILURE() << entry.path().filename().string() << ": " << seen.failures[i];
    if (seen.failures.size() > before + 12) ADD_FAILURE() << entry.path().filename().string() << ": and " << seen.failures.size() - before - 12 << " more";
  }
  EXPECT_EQ(seen.used, unasked);
  EXPECT_GT(seen.steps, 5000U);
  // Each of them was met, so that none of the checks above was empty.
  for (const auto& name : answers) EXPECT_TRUE(seen.answered.contains(name)) << name << " was never answered out of an inbox";
}

}  // namespace
}  // namespace sumi::scenario
