#include "service/audit_view.h"

#include <map>

#include "project/names.h"
#include "registry/names.h"
#include "service/bundle.h"
#include "service/papers.h"
#include "wire/json_text.h"

namespace sumi::service {

namespace {

// The fields of one part as a tree; what is not given is left out.
struct PartTree {
  Part part;
  Tree table = Tree::make_table();
  template <class T> void operator()(Part p, const char* name, const T& value) {
    if (p == part && !wire::detail::absent(value)) table.add(name, wire::to_tree(value));
  }
};
Tree fields_of(const Record& record, Part part) {
  PartTree out{part};
  std::visit([&](const auto& c) { std::decay_t<decltype(c)>::fields(c, out); }, record.command);
  std::visit([&](const auto& o) { std::decay_t<decltype(o)>::fields(o, out); }, record.outcome);
  return std::move(out.table);
}

// Names as they are today.
class People {
 public:
  static Result<People> of(const Ledger& ledger) {
    People people;
    SUMI_TRY(const auto persons, ledger.people().persons());
    for (const auto& p : persons) people.persons_[p.id] = {p.id, p.login, p.name};
    return people;
  }
  [[nodiscard]] std::optional<ActorBrief> of(PersonId id) const {
    if (id == PersonId{}) return std::nullopt;
    const auto it = persons_.find(id);
    return it == persons_.end() ? ActorBrief{id, "", ""} : it->second;
  }

 private:
  std::map<PersonId, ActorBrief> persons_;
};

JournalLine line_of(const Record& record, Concerns concerns, const People& people, const scheme::State& state) {
  const auto& h = record.header;
  JournalLine line;
  line.entry = record.sequence;
  line.time = h.time;
  line.date = h.business_date;
  line.command = name_of_command(record.command);
  line.actor = people.of(h.actor);
  if (h.on_behalf_of) line.organisation = brief_of(state, h.on_behalf_of);
  line.delegation = h.delegation;
  line.group_index = h.group_index;
  line.group_count = h.group_count;
  line.adoption = h.adoption;
  line.projects = std::move(concerns.projects);
  line.accounts = std::move(concerns.accounts);
  return line;
}

AdoptionView adoption_view(const scheme::State& state, std::uint32_t number, const scheme::AdoptionRow& row) {
  return {number, row.family, row.edition, row.pack, row.manifest, row.effective, row.adopted, brief_of(state, row.authority)};
}

}  // namespace

Result<std::vector<JournalLine>> journal_lines(const Ledger& ledger, JournalIndex& index, const std::vector<SequenceNumber>& entries) {
  SUMI_TRY(const auto people, People::of(ledger));
  std::vector<std::pair<Record, Concerns>> records;
  records.reserve(entries.size());
  for (const auto entry : entries) {
    SUMI_TRY(auto record, ledger.record(entry));
    SUMI_TRY(auto concerns, index.concerns(ledger, entry));
    records.emplace_back(std::move(record), std::move(concerns));
  }
  std::vector<JournalLine> lines;
  lines.reserve(records.size());
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    for (auto& [record, concerns] : records) lines.push_back(line_of(record, std::move(concerns), people, state));
  }));
  return lines;
}

std::vector<AdoptionView> adoptions_of(const scheme::State& state) {
  std::vector<AdoptionView> out;
  for (const auto& [number, row] : state.adoptions()) out.insert(out.begin(), adoption_view(state, number, row));
  return out;
}

Result<std::optional<EntryView>> entry_view(const Ledger& ledger, JournalIndex& index, SequenceNumber entry) {
  if (!entry || entry > ledger.last()) return std::optional<EntryView>{};
  SUMI_TRY(const auto record, ledger.record(entry));
  SUMI_TRY(auto lines, journal_lines(ledger, index, {entry}));
  EntryView view;
  view.line = std::move(lines.front());
  view.type = record.header.type;
  view.version = record.header.version;
  view.public_fields = fields_of(record, Part::open);
  view.party_fields = fields_of(record, Part::party);
  view.last = ledger.last();
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    if (const auto* row = state.adoptions().find(record.header.adoption)) view.rules = adoption_view(state, record.header.adoption, *row);
  }));
  return std::optional(std::move(view));
}

BatchDay batch_day(const scheme::State& state, BatchNumber batch) {
  const auto& row = state.registry().batches().at(batch);
  const auto& t = state.registry().totals().at(batch);
  const auto& a = row.attributes;
  const auto amount = [&](std::uint64_t n) { return amount_of(n, a.unit_kind); };
  BatchDay day;
  day.batch = batch;
  day.project = a.project;
  if (a.project) {
    if (const auto* plan = state.cases().current_plan(a.project)) day.project_title = plan->head.title;
  }
  day.methodology = a.methodology;
  day.vintage = a.vintage;
  day.unit_kind = a.unit_kind;
  day.came_in = amount(t.in());
  day.held = amount(t.held);
  day.waiting = amount(t.escrowed);
  day.buffer = amount(t.buffer);
  day.retired = amount(t.retired);
  day.retired_for_state = amount(t.retired_for_state);
  day.cancelled = amount(t.cancelled);
  day.expired = amount(t.expired);
  day.exported = amount(t.exported);
  // By the serials themselves: what came in is as many as the batch has.
  day.balanced = t.in() == t.out() && t.in() == row.end - row.first;
  return day;
}

Result<DayState> day_state(const Ledger& ledger, Date day) {
  SUMI_TRY(const auto last, last_entry_of(ledger, day));
  SUMI_TRY(const auto state, ledger.state_at(last));
  SUMI_TRY(const auto record, ledger.record(last));
  DayState out;
  auto& view = out.view;
  view.day = day;
  view.entry = last;
  view.written = record.header.time;
  view.state_hash = state.state_hash();
  for ([[maybe_unused]] const auto& [number, row] : state.organisations()) ++view.organisations;
  for (const auto& [number, row] : state.cases().projects) {
    ++view.projects;
    if (row.stage == project::ProjectStage::registered) ++view.registered;
  }
  for ([[maybe_unused]] const auto& [number, row] : state.cases().certifications) ++view.certifications;
  for (const auto& [number, row] : state.registry().accounts()) {
    ++view.accounts;
    if (row.status == registry::AccountStatus::open) ++view.open_accounts;
    if (auto account = account_view(state, number)) out.accounts.push_back(*std::move(account));
  }
  view.balanced = true;
  for ([[maybe_unused]] const auto& [number, row] : state.registry().batches()) {
    out.batches.push_back(batch_day(state, number));
    view.balanced = view.balanced && out.batches.back().balanced;
  }
  view.batches = out.batches.size();
  view.findings = state.check();
  for (auto& section : state_sections(state)) view.tables.push_back({std::move(section.name), section.rows, section.bytes, section.sha256});
  return out;
}

}  // namespace sumi::service
