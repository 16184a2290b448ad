#include "scenario/ledger_world.h"

#include "base/file.h"
#include "service/projects.h"

namespace sumi::scenario {
namespace {

class LedgerWorld final : public World {
 public:
  explicit LedgerWorld(service::Ledger& ledger) : ledger_(&ledger) {}
  explicit LedgerWorld(std::unique_ptr<service::Ledger> own) : own_(std::move(own)), ledger_(own_.get()) {}

  Result<Accepted> submit(const Submission& s) override {
    service::Request request;
    request.commands = s.commands;
    for (const auto& text : s.sealed) request.sealed.push_back({text.command, text.field, text.text});
    request.actor = s.actor;
    request.on_behalf_of = s.on_behalf_of;
    request.key = s.key;
    request.business_date = s.business_date;
    request.time = s.time;
    SUMI_TRY(auto accepted, ledger_->submit(std::move(request)));
    return Accepted{std::move(accepted.outcomes), accepted.repeated};
  }
  Result<void> advance(Instant time) override {
    SUMI_TRY([[maybe_unused]] const bool written, ledger_->advance_time(time));
    return {};
  }
  Result<void> look(const std::function<void(const scheme::State&)>& f) override { return ledger_->read(f); }
  Result<PersonId> person(const std::string& login) override {
    if (const auto found = ledger_->people().person(login)) return found->id;
    SUMI_TRY(const auto added, ledger_->people().add_person(login, login));
    return added.id;
  }

  Result<project::PlanHead> plan_head(const std::string& plan_file, const std::vector<OrganisationNumber>& proponents) override {
    SUMI_TRY(const auto toml, read_file(plan_file));
    SUMI_TRY(const auto rulebook, ledger_->rulebook());
    SUMI_TRY(const auto check, service::check_plan_text(toml, plan_file, *rulebook));
    SUMI_TRY(auto head, service::file_plan(*ledger_, check.plan, proponents.empty() ? OrganisationNumber{} : proponents.front()));
    if (!proponents.empty()) head.proponents = proponents;
    return head;
  }
  Result<std::vector<project::RuleAnswer>> rule_answers(ProjectNumber project, Date application) override {
    SUMI_TRY(const auto eligibility, service::registration_answers(*ledger_, project, application));
    return eligibility.answers();
  }
  Result<project::SubmitReport> report(ProjectNumber project, Period period, const std::string& data_file) override {
    SUMI_TRY(const auto csv, read_file(data_file));
    OrganisationNumber owner;
    SUMI_CHECK(ledger_->read([&](const scheme::State& state) {
      const auto* plan = state.cases().current_plan(project);
      if (plan != nullptr && !plan->head.proponents.empty()) owner = plan->head.proponents.front();
    }));
    SUMI_TRY(auto draft, service::prepare_report(*ledger_, project, csv, data_file, period, owner));
    return std::move(draft.command);
  }
  Result<Hash> replayed_trace(ProjectNumber project, std::uint32_t report) override {
    SUMI_TRY(const auto replayed, service::replay_report(*ledger_, project, report));
    return replayed.trace_hash;
  }

 private:
  std::unique_ptr<service::Ledger> own_;
  service::Ledger* ledger_;
};

}  // namespace

std::unique_ptr<World> ledger_world(service::Ledger& ledger) { return std::make_unique<LedgerWorld>(ledger); }

WorldMaker fresh_ledgers(std::shared_ptr<const rulebook::Rulebook> rulebook) {
  return [rulebook = std::move(rulebook)](const Beginning& beginning) -> Result<std::unique_ptr<World>> {
    service::CreateOptions create;
    create.kind = beginning.kind.value_or(scheme::StoreKind::demo);
    create.operator_name = "J-クレジット制度事務局(デモ)";
    create.rulebook = rulebook;
    create.time = beginning.time;
    create.store = Id128{};
    SUMI_TRY(auto ledger, service::Ledger::in_memory(create));
    return std::make_unique<LedgerWorld>(std::move(ledger));
  };
}

}  // namespace sumi::scenario
