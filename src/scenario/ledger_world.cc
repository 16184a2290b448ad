#include "scenario/ledger_world.h"

#include <filesystem>

#include "base/file.h"
#include "base/text.h"
#include "scenario/errors.h"
#include "service/authority.h"
#include "service/members.h"
#include "service/programme_report.h"
#include "service/projects.h"
#include "service/rules.h"
#include "service/split.h"

namespace sumi::scenario {

namespace {

class LedgerWorld final : public World {
 public:
  explicit LedgerWorld(service::Ledger& ledger) : ledger_(ledger) { look_at_kind(); }
  explicit LedgerWorld(std::unique_ptr<service::Ledger> ledger) : own_(std::move(ledger)), ledger_(*own_) { look_at_kind(); }

  Result<Accepted> submit(const Submission& s) override {
    service::Request request;
    request.commands = s.commands;
    request.actor = s.actor;
    request.on_behalf_of = s.on_behalf_of;
    request.key = s.key;
    // A production ledger takes the time from its clock; a date that is not the story's own day was written on purpose.
    if (!production_ || s.business_date != s.time.date_in_japan()) request.business_date = s.business_date;
    if (!production_) request.time = s.time;
    for (const SealedText& text : s.sealed) request.sealed.push_back({text.command, text.field, text.text});
    SUMI_CHECK(service::split_transfers(ledger_, request, production_ ? service::system_clock().now().date_in_japan() : s.time.date_in_japan()));
    SUMI_CHECK(service::name_places(ledger_, request, service::TypedKeys::kept));
    SUMI_TRY(auto accepted, ledger_.submit(std::move(request)));
    return Accepted{std::move(accepted.outcomes), accepted.repeated};
  }

  Result<void> advance(Instant time) override {
    SUMI_TRY([[maybe_unused]] const bool written, ledger_.advance_time(time));
    return {};
  }

  Result<void> look(const std::function<void(const scheme::State&)>& f) override { return ledger_.read(f); }

  Result<PersonId> person(const std::string& login) override {
    if (const auto known = ledger_.people().person(login)) return known->id;
    SUMI_TRY(const auto added, ledger_.people().add_person(login, ""));
    return added.id;
  }

  Result<project::PlanHead> plan_head(const std::string& plan_file, const std::vector<OrganisationNumber>& proponents) override {
    SUMI_TRY(const std::string text, read_file(plan_file, limits::toml_file_bytes_max));
    SUMI_TRY(const auto rulebook, ledger_.rulebook());
    SUMI_TRY(const auto checked, service::check_plan_text(text, plan_file, *rulebook));
    return service::file_plan(ledger_, checked.plan, proponents.front());
  }

  Result<std::vector<project::RuleAnswer>> rule_answers(ProjectNumber project, Date application_date) override {
    SUMI_TRY(const auto eligibility, service::registration_answers(ledger_, project, application_date));
    return eligibility.answers();
  }

  Result<project::SubmitReport> report(ProjectNumber project, Period period, const std::string& data_file, const std::string& members_file) override {
    SUMI_TRY(const std::string bytes, read_file(data_file));
    OrganisationNumber owner;
    SUMI_CHECK(look([&](const scheme::State& state) {
      const auto* plan = state.cases().current_plan(project);
      if (plan != nullptr && !plan->head.proponents.empty()) owner = plan->head.proponents.front();
    }));
    if (!members_file.empty()) {
      SUMI_TRY(const std::string members, read_file(members_file));
      SUMI_TRY(auto of_programme, service::prepare_programme_report(ledger_, project, members, members_file, bytes, data_file, period, owner));
      return std::move(of_programme.command);
    }
    SUMI_TRY(auto draft, service::prepare_report(ledger_, project, bytes, data_file, period, owner));
    return std::move(draft.command);
  }

  Result<Admission> admission(ProjectNumber project, const std::string& list_file, OrganisationNumber on_behalf_of) override {
    SUMI_TRY(const std::string bytes, read_file(list_file));
    SUMI_TRY(const auto decoded, decode_text({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, list_file));
    SUMI_TRY(const auto rulebook, ledger_.rulebook());
    SUMI_TRY(const auto rules, service::rules_from(*rulebook));
    SUMI_TRY(const auto list, project::read_member_list(decoded.utf8, list_file, rules.project.programme.member_years_max));
    service::AdmitMembersRequest request;
    request.project = project;
    request.on_behalf_of = on_behalf_of;
    request.folder = std::filesystem::path(list_file).parent_path().string();
    SUMI_TRY(auto group, service::admission(ledger_, list, request));
    Admission out;
    out.commands = std::move(group.commands);
    for (auto& s : group.sealed) out.sealed.push_back({s.command, std::move(s.field), std::move(s.text)});
    return out;
  }

  Result<Hash> replayed_trace(ProjectNumber project, std::uint32_t report) override {
    SUMI_TRY(const auto replayed, service::replay_report(ledger_, project, report));
    return replayed.trace_hash;
  }

 private:
  void look_at_kind() {
    static_cast<void>(ledger_.read([&](const scheme::State& state) { production_ = state.meta().kind == scheme::StoreKind::production; }));
  }

  bool production_ = false;
  std::unique_ptr<service::Ledger> own_;
  service::Ledger& ledger_;
};

}  // namespace

std::unique_ptr<World> ledger_world(service::Ledger& ledger) { return std::make_unique<LedgerWorld>(ledger); }

WorldMaker memory_ledger_maker(std::shared_ptr<const rulebook::Rulebook> rulebook) {
  return [rulebook = std::move(rulebook)](const Beginning& beginning) -> Result<std::unique_ptr<World>> {
    if (!beginning.kind) return fail(errors::opened_already);
    service::CreateOptions create;
    create.kind = *beginning.kind;
    create.operator_name = "シナリオ";
    create.rulebook = rulebook;
    create.time = beginning.time;
    SUMI_TRY(auto ledger, service::Ledger::in_memory(create));
    return std::unique_ptr<World>(std::make_unique<LedgerWorld>(std::move(ledger)));
  };
}

}  // namespace sumi::scenario
