#include "service/console_view.h"

#include <algorithm>
#include <map>

#include "journal/checkpoint.h"
#include "project/due.h"
#include "project/names.h"
#include "registry/errors.h"
#include "scheme/names.h"
#include "service/papers.h"
#include "wire/tree_codec.h"

namespace sumi::service {

Result<StoreStatus> store_status(const Ledger& ledger) {
  SUMI_TRY(const auto head, ledger.head());
  StoreStatus s;
  s.entries = head.size;
  s.tree_root = head.root;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    const auto& meta = state.meta();
    s.origin = journal::Origin{static_cast<journal::StoreKind>(meta.kind), meta.store}.to_text();
    s.operator_name = meta.operator_name;
    s.now = meta.now.to_japan_string();
    s.state_hash = state.state_hash();
    s.organisations = state.organisations().size();
    s.accounts = state.registry().accounts().size();
    s.rule_packs_adopted = state.adoptions().size();
    const auto& cases = state.cases();
    s.projects = cases.projects.size();
    for (const auto& [number, row] : cases.projects) s.projects_registered += row.stage == project::ProjectStage::registered ? 1 : 0;
    s.certifications = cases.certifications.size();
    auto& units = s.units_tco2;
    for (const auto& [batch, totals] : state.registry().totals()) {
      units.issued += totals.issued;
      units.held += totals.held;
      units.escrowed += totals.escrowed;
      units.buffer += totals.buffer;
      units.retired += totals.retired;
      units.retired_for_state += totals.retired_for_state;
      units.cancelled += totals.cancelled;
    }
    if (const auto due = state.next_due()) s.next_due = due->to_japan_string();
  }));
  return s;
}

Result<std::vector<HeldBlock>> held_blocks(const Ledger& ledger, AccountNumber account, const SeesAccount& sees) {
  SUMI_TRY(const auto book, ledger.rulebook());
  std::vector<HeldBlock> blocks;
  bool found = !account;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    const auto& registry = state.registry();
    std::map<AccountNumber, bool> told;
    const auto seen = [&](AccountNumber number) {
      if (!sees) return true;
      const auto [it, fresh] = told.try_emplace(number, false);
      if (fresh) it->second = sees(state, number);
      return it->second;
    };
    if (account) found = registry.accounts().find(account) != nullptr && seen(account);
    for (const auto& [key, block] : registry.blocks()) {
      if ((account && block.account != account) || !seen(block.account)) continue;
      const auto& row = registry.accounts().at(block.account);
      const auto& attributes = registry.batches().at(key.batch).attributes;
      const char* status = block.status == registry::BlockStatus::held ? "held" : block.status == registry::BlockStatus::escrowed ? "escrowed" : "used";
      blocks.push_back({block.account, row.kind, state.organisations().at(row.organisation).names.back().name, status, block.end - key.first, key.batch, key.first, block.end - 1,
          printed_serial(*book, state, key.batch, key.first, block.end), attributes.methodology, attributes.vintage});
    }
  }));
  if (!found) return fail(registry::errors::account_unknown, {{"account", std::to_string(account.value)}});
  return blocks;
}

Result<std::vector<DueLine>> due_lines(const Ledger& ledger, std::optional<Date> on, const SeesProject& sees) {
  std::vector<DueLine> lines;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    const Date today = on.value_or(state.now().date_in_japan());
    for (const auto& item : project::due_items(state.cases())) {
      if (sees && !sees(state, item.project)) continue;
      const auto* plan = state.cases().current_plan(item.project);
      lines.push_back({std::string(project::name_of(item.kind)), {std::string(project::title_of(item.kind, Language::ja)), std::string(project::title_of(item.kind, Language::en))}, item.project,
          plan == nullptr ? std::string() : plan->head.title, item.number, item.from, item.last_day, item.late(today), item.tonnes});
    }
  }));
  return lines;
}

namespace {

JournalRecord record_of(const Record& record, Ledger& ledger) {
  const auto& h = record.header;
  JournalRecord out;
  out.entry = record.sequence;
  out.command = std::string(scheme::name_of(record.command));
  out.type = h.type;
  out.version = h.version;
  out.time = h.time.to_string();
  out.business_date = h.business_date;
  if (!h.actor.is_nil()) {
    const auto person = ledger.people().person_by_id(h.actor);
    out.actor = person && *person ? (*person)->login : h.actor.to_hex();
  }
  out.on_behalf_of = h.on_behalf_of;
  if (h.adoption != 0) out.adoption = h.adoption;
  if (h.group_count != 0) out.group = std::to_string(h.group_index + 1) + "/" + std::to_string(h.group_count);
  out.asked = std::visit([](const auto& c) { return wire::to_tree(c); }, record.command);
  out.outcome = std::visit([](const auto& o) { return wire::to_tree(o); }, record.outcome);
  return out;
}

}  // namespace

Result<std::vector<JournalRecord>> journal_records(Ledger& ledger, SequenceNumber from, std::uint64_t count) {
  const std::uint64_t last = ledger.last().value;
  if (!from) from = {last >= count ? last - count + 1 : 1};
  std::vector<JournalRecord> all;
  if (from.value > last || count == 0) return all;
  const auto read = ledger.records(from, [&](const Record& record) -> Result<void> {
    if (all.size() == count) return fail(Error{});  // enough: the reading ends here
    all.push_back(record_of(record, ledger));
    return {};
  });
  if (!read && read.error().def != nullptr) return fail(read.error());
  return all;
}

}  // namespace sumi::service
