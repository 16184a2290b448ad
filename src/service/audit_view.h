// What the auditor reads: entries of the journal as lines and one by one, with who did it and on which rule, and the state as it was at the end of a day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/tree.h"
#include "journal/receipt.h"
#include "scheme/names.h"
#include "service/account_view.h"
#include "service/journal_index.h"

namespace sumi::service {

struct ActorBrief {
  PersonId person;
  std::string login, name;  // "" where people.db no longer has the person
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "person", s.person);
    v(Part::party, "login", s.login);
    v(Part::party, "name", s.name);
  }
};
struct JournalLine {
  SequenceNumber entry;
  Instant time;
  Date date;                                      // of the act
  std::string command;
  std::optional<ActorBrief> actor;                // absent: the system itself, because time came
  std::optional<OrganisationBrief> organisation;  // absent: the store itself
  std::uint64_t delegation = 0;                   // under which it was done; 0: the actor's own role
  std::uint32_t group_index = 0, group_count = 0; // of a group of acts, all or none; 0: alone
  std::uint32_t adoption = 0;                     // number of the last adopted pack at that time
  std::vector<ProjectNumber> projects;
  std::vector<AccountNumber> accounts;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "entry", s.entry);
    v(Part::party, "time", s.time);
    v(Part::party, "date", s.date);
    v(Part::party, "command", s.command);
    v(Part::party, "actor", s.actor);
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "delegation", s.delegation);
    v(Part::party, "group_index", s.group_index);
    v(Part::party, "group_count", s.group_count);
    v(Part::party, "adoption", s.adoption);
    v(Part::party, "projects", s.projects);
    v(Part::party, "accounts", s.accounts);
  }
};
// Lines of these entries, in this order.
[[nodiscard]] Result<std::vector<JournalLine>> journal_lines(const Ledger& ledger, JournalIndex& index, const std::vector<SequenceNumber>& entries);

struct AdoptionView {
  std::uint32_t adoption = 0;
  std::string family, edition;
  Hash pack, manifest;   // the pack alone; all packs in force from then on
  Date effective;
  Instant adopted;
  OrganisationBrief authority;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "adoption", s.adoption);
    v(Part::open, "family", s.family);
    v(Part::open, "edition", s.edition);
    v(Part::open, "pack", s.pack);
    v(Part::open, "manifest", s.manifest);
    v(Part::open, "effective", s.effective);
    v(Part::open, "adopted", s.adopted);
    v(Part::open, "authority", s.authority);
  }
};
// Every adoption, the newest first.
[[nodiscard]] std::vector<AdoptionView> adoptions_of(const scheme::State& state);

struct EntryView {
  JournalLine line;
  std::uint32_t type = 0, version = 0;    // as the entry's bytes say them
  Tree public_fields = Tree::make_table();  // of the command, then of what it led to
  Tree party_fields = Tree::make_table();
  std::optional<AdoptionView> rules;      // absent: nothing was adopted yet
  SequenceNumber last;                    // of the journal, for turning pages
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "line", s.line);
    v(Part::party, "type", s.type);
    v(Part::party, "version", s.version);
    v(Part::party, "public_fields", s.public_fields);
    v(Part::party, "party_fields", s.party_fields);
    v(Part::party, "rules", s.rules);
    v(Part::party, "last", s.last);
  }
};
// Nothing: the journal has no such entry.
[[nodiscard]] Result<std::optional<EntryView>> entry_view(const Ledger& ledger, JournalIndex& index, SequenceNumber entry);

// Conservation of one batch: came_in = held + waiting + buffer + retired + retired_for_state + cancelled + expired + exported.
struct BatchDay {
  BatchNumber batch;
  ProjectNumber project;
  std::string project_title, methodology;
  FiscalYear vintage;
  registry::UnitKind unit_kind = registry::UnitKind::tco2;
  Amount came_in, held, waiting, buffer, retired, retired_for_state, cancelled, expired, exported;
  bool balanced = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "batch", s.batch);
    v(Part::open, "project", s.project);
    v(Part::open, "project_title", s.project_title);
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "vintage", s.vintage);
    v(Part::open, "unit_kind", s.unit_kind);
    v(Part::open, "came_in", s.came_in);
    v(Part::open, "held", s.held);
    v(Part::open, "waiting", s.waiting);
    v(Part::open, "buffer", s.buffer);
    v(Part::open, "retired", s.retired);
    v(Part::open, "retired_for_state", s.retired_for_state);
    v(Part::open, "cancelled", s.cancelled);
    v(Part::open, "expired", s.expired);
    v(Part::open, "exported", s.exported);
    v(Part::open, "balanced", s.balanced);
  }
};
struct TableDay {
  std::string name;
  std::uint64_t rows = 0, bytes = 0;
  Hash sha256;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "name", s.name);
    v(Part::open, "rows", s.rows);
    v(Part::open, "bytes", s.bytes);
    v(Part::open, "sha256", s.sha256);
  }
};
struct DayView {
  Date day;
  SequenceNumber entry;    // the last of that day or before
  Instant written;         // when
  Hash state_hash;
  std::uint64_t organisations = 0, projects = 0, registered = 0, certifications = 0, accounts = 0, open_accounts = 0, batches = 0;
  bool balanced = false;   // every batch
  std::vector<std::string> findings;  // of the checks of that state; empty: all hold
  std::vector<TableDay> tables;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "day", s.day);
    v(Part::open, "entry", s.entry);
    v(Part::open, "written", s.written);
    v(Part::open, "state_hash", s.state_hash);
    v(Part::open, "organisations", s.organisations);
    v(Part::open, "projects", s.projects);
    v(Part::open, "registered", s.registered);
    v(Part::open, "certifications", s.certifications);
    v(Part::open, "accounts", s.accounts);
    v(Part::open, "open_accounts", s.open_accounts);
    v(Part::open, "batches", s.batches);
    v(Part::open, "balanced", s.balanced);
    v(Part::open, "findings", s.findings);
    v(Part::open, "tables", s.tables);
  }
};
// All that is told of a day: made by one replay of the journal up to there.
struct DayState {
  DayView view;
  std::vector<BatchDay> batches;
  std::vector<AccountView> accounts;
};
// service.store_younger, service.day_in_future.
[[nodiscard]] Result<DayState> day_state(const Ledger& ledger, Date day);
[[nodiscard]] BatchDay batch_day(const scheme::State& state, BatchNumber batch);

}  // namespace sumi::service
