// What waits in the registry and in the scheme's own registers.
#include <algorithm>
#include <limits>

#include "service/inbox_parts.h"

namespace sumi::service {

namespace {

using registry::AccountStatus;
using registry::OfferStatus;
using scheme::ProposalStage;
using scheme::Role;

std::string text_of(std::uint64_t n) { return std::to_string(n); }

}  // namespace

void TaskCollector::registry() {
  accounts();
  offers();
  retirements();
}

void TaskCollector::accounts() {
  const auto& registry = state_.registry();
  const auto& documents = registry.account_book().documents;
  for (const auto& [number, row] : registry.accounts()) {
    const auto task = [&](TaskKind kind, Date since, const char* command) -> Task& {
      Task& t = add(kind, SubjectKind::account, {}, number.value, since, command);
      t.role = Role::secretariat;
      t.about = name_of(row.organisation);
      t.page = "/accounts/" + text_of(number.value);
      return t;
    };
    // The day on which an account was asked for is not kept: what waits begins with its papers, else today.
    if (row.status == AccountStatus::requested) {
      const auto* filed = documents.find(number);
      const bool papers = documents.empty() || filed != nullptr || row.kind != registry::AccountKind::holding;
      Task& t = task(papers ? TaskKind::account_decision : TaskKind::account_documents, filed != nullptr ? filed->filed : today_, papers ? "DecideAccount" : "FileAccountDocuments");
      if (!papers) t.role = Role::account_manager, t.organisations = {row.organisation};
      if (!papers) t.commands.emplace_back("DecideAccount");
    }
    if (row.status == AccountStatus::suspended) task(TaskKind::account_suspended, row.decided == Date() ? today_ : row.decided, "SuspendAccount");
  }
  // Whoever has been succeeded holds nothing any more once its accounts were handed over.
  for (const auto& [key, row] : cases_.conduct.successions) {
    for (const auto& [number, account] : registry.accounts()) {
      if (account.organisation != key.organisation || (account.status != AccountStatus::open && account.status != AccountStatus::suspended)) continue;
      Task& t = add(TaskKind::account_succession, SubjectKind::account, {}, number.value, row.on, "SucceedAccount");
      t.role = Role::secretariat;
      t.about = name_of(account.organisation);
      t.page = "/accounts/" + text_of(number.value);
    }
  }
}

void TaskCollector::offers() {
  const auto& registry = state_.registry();
  const auto holder = [&](AccountNumber account) { return registry.accounts().at(account).organisation; };
  // The account's holder, and the firms that it has appointed for transfers.
  const auto with_agents = [&](AccountNumber account) {
    std::vector<OrganisationNumber> out{holder(account)};
    const auto& agents = registry.account_book().agents;
    for (auto it = agents.lower_bound({account, {}}); it != agents.end() && it->first.account == account; ++it) {
      if (it->second.transfers && it->second.from <= today_ && today_ <= it->second.until) out.push_back(it->first.agent);
    }
    return out;
  };
  for (const auto number : registry.offers_due(Date::from_days(std::numeric_limits<std::int32_t>::max()))) {
    const auto& row = registry.offers().offers.at(number);
    const bool second = row.status == OfferStatus::waits_for_second;
    Task& t = add(second ? TaskKind::offer_second : TaskKind::offer_to_accept, SubjectKind::offer, {}, number.value, row.offered_on, second ? "ConfirmOffer" : "AcceptOffer");
    t.commands.emplace_back("EndOffer");
    t.role = second ? Role::approver : Role::account_manager;
    t.organisations = second ? with_agents(row.from) : with_agents(row.to);
    if (second) t.except = {row.offered_by};
    t.about = name_of(second ? holder(row.to) : holder(row.from));
    t.due = row.expires_on;
    t.deadline = true;
    t.page = "/offers/" + text_of(number.value);
  }
  for (const auto& [number, row] : registry.offers().returns) {
    if (row.status != registry::ReturnStatus::asked) continue;
    Task& t = add(TaskKind::units_return, SubjectKind::units_return, {}, number.value, row.asked, "DecideReturn");
    t.role = Role::account_manager;
    t.organisations = with_agents(row.from);
    t.about = name_of(holder(row.to));
    t.page = "/returns/" + text_of(number.value);
  }
}

void TaskCollector::retirements() {
  const auto& registry = state_.registry();
  for (const auto number : registry.due(Instant{std::numeric_limits<std::int64_t>::max()})) {
    const auto& row = registry.retirements().at(number);
    const auto& account = registry.accounts().at(row.account);
    const bool applied = registry.uses().uses.find(number) != nullptr;
    Task& t = add(TaskKind::retirement_to_confirm, SubjectKind::retirement, {}, number.value, row.requested_at.date_in_japan(), applied ? "ExecuteRetirement" : "ConfirmRetirement");
    t.commands.emplace_back("WithdrawRetirement");
    const bool second = account.second_person || registry.needs_second(row.account, row.amount());
    t.role = second ? Role::approver : Role::account_manager;
    t.organisations = {account.organisation};
    const auto& agents = registry.account_book().agents;
    for (auto it = agents.lower_bound({row.account, {}}); it != agents.end() && it->first.account == row.account; ++it) {
      if (it->second.retires && it->second.from <= today_ && today_ <= it->second.until) t.organisations.push_back(it->first.agent);
    }
    if (second) t.except = {row.requested_by};
    t.about = name_of(row.user);
    t.due = row.lapses_at.date_in_japan();
    t.deadline = true;
    t.page = "/my-retirements/" + text_of(number.value);
  }
}

void TaskCollector::scheme() {
  for (const auto& [number, row] : cases_.conduct.rounds) {
    if (!row.open) continue;
    Task& t = add(TaskKind::round_to_close, SubjectKind::round, {}, number, row.held_on, "CloseRound");
    t.role = Role::secretariat;
    t.due = row.held_on;
    t.page = "/rounds/" + text_of(number);
  }
  for (const auto& [number, row] : state_.proposals()) {
    const std::string page = "/rounds";  // of a decision
    const auto task = [&](TaskKind kind, Date since, const char* command, Role role) -> Task& {
      Task& t = add(kind, SubjectKind::methodology_proposal, {}, number, since, command);
      t.role = role;
      t.about = row.title_ja;
      t.page = role == Role::ministry ? "/administration/packs" : "/inbox?task=" + t.key;
      return t;
    };
    const auto decide = [&] { decision(TaskKind::methodology_decision, SubjectKind::methodology_proposal, project::DocketKind::methodology, {}, 0, 0, number, row.last_step_on, "DecideMethodology", row.title_ja, page); };
    switch (row.stage) {
      case ProposalStage::proposed: task(TaskKind::methodology_review, row.proposed.on, "ReviewMethodology", Role::secretariat); break;
      case ProposalStage::reviewed:
        // A revision may go to the committee without public comment.
        if (docket_.contains({project::DocketKind::methodology, 0, 0, 0, number})) decide();
        else task(TaskKind::comment_to_open, row.last_step_on, "OpenComment", Role::secretariat);
        if (row.revision && tasks_.back().kind == TaskKind::comment_to_open) tasks_.back().commands.emplace_back("PutOnDocket");
        break;
      case ProposalStage::commenting: {
        Task& t = task(TaskKind::comment_to_close, row.comment_period ? row.comment_period->first : row.last_step_on, "CloseComment", Role::secretariat);
        if (row.comment_period) t.due = row.comment_period->last;
        break;
      }
      case ProposalStage::commented: decide(); break;
      case ProposalStage::approved: task(TaskKind::methodology_adoption, row.decided.on, "AdoptRulebook", Role::ministry); break;
      case ProposalStage::adopted:
      case ProposalStage::not_taken_up:
      case ProposalStage::refused: break;
    }
  }
  if (!state_.opened_projects().empty() && state_.opening() == nullptr) {
    Task& t = add(TaskKind::opening_to_close, SubjectKind::opening, {}, 0, today_, "CloseOpening");
    t.role = Role::secretariat;
    t.page = "/inbox?task=" + t.key;
  }
}

}  // namespace sumi::service
