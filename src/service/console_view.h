// What the command line prints of a store as a whole, as rows: made here once, so that it prints the same of a store and of a server's answer.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/tree.h"
#include "registry/names.h"
#include "service/ledger.h"
#include "service/view.h"

namespace sumi::service {

// `sumi status`. Units are counted whatever they measure: they are of one kind in a registry that imports nothing.
struct StatusUnits {
  std::uint64_t issued = 0, held = 0, escrowed = 0, buffer = 0, retired = 0, retired_for_state = 0, cancelled = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "issued", s.issued);
    v(Part::open, "held", s.held);
    v(Part::open, "escrowed", s.escrowed);
    v(Part::open, "buffer", s.buffer);
    v(Part::open, "retired", s.retired);
    v(Part::open, "retired_for_state", s.retired_for_state);
    v(Part::open, "cancelled", s.cancelled);
  }
};
struct StoreStatus {
  std::string origin;
  std::string operator_name;
  std::string now;  // in Japan
  std::uint64_t entries = 0;
  Hash tree_root, state_hash;
  std::uint64_t organisations = 0, accounts = 0, rule_packs_adopted = 0, projects = 0, projects_registered = 0, certifications = 0;
  StatusUnits units_tco2;
  std::optional<std::string> next_due;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "origin", s.origin);
    v(Part::open, "operator", s.operator_name);
    v(Part::open, "now", s.now);
    v(Part::open, "entries", s.entries);
    v(Part::open, "tree_root", s.tree_root);
    v(Part::open, "state_hash", s.state_hash);
    v(Part::open, "organisations", s.organisations);
    v(Part::open, "accounts", s.accounts);
    v(Part::open, "rule_packs_adopted", s.rule_packs_adopted);
    v(Part::open, "projects", s.projects);
    v(Part::open, "projects_registered", s.projects_registered);
    v(Part::open, "certifications", s.certifications);
    v(Part::open, "units_tco2", s.units_tco2);
    v(Part::open, "next_due", s.next_due);
  }
};
[[nodiscard]] Result<StoreStatus> store_status(const Ledger& ledger);

// `sumi holdings`: who holds which serials, a row for each run of them; also those that were used up, where they stand.
struct HeldBlock {
  AccountNumber account;
  registry::AccountKind kind{};
  std::string holder;
  std::string status;  // held, escrowed, used
  std::uint64_t amount = 0;
  BatchNumber batch;
  std::uint64_t first = 0, last = 0;
  std::string serial;  // as printed
  std::string methodology;
  FiscalYear vintage;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "account", s.account);
    v(Part::open, "kind", s.kind);
    v(Part::open, "holder", s.holder);
    v(Part::open, "status", s.status);
    v(Part::open, "amount", s.amount);
    v(Part::open, "batch", s.batch);
    v(Part::open, "first", s.first);
    v(Part::open, "last", s.last);
    v(Part::open, "serial", s.serial);
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "vintage", s.vintage);
  }
};
// `sees`: whose account is told; empty: everybody's. `account`: 0 = all. Errors: registry.account_unknown, also of one that is not told.
using SeesAccount = std::function<bool(const scheme::State&, AccountNumber)>;
[[nodiscard]] Result<std::vector<HeldBlock>> held_blocks(const Ledger& ledger, AccountNumber account, const SeesAccount& sees);

// `sumi project due`: what projects owe, and by when.
struct DueLine {
  std::string what;  // correction, permanence_report, obligation ...
  Bilingual words;
  ProjectNumber project;
  std::string title;
  std::uint64_t number = 0;
  std::optional<Date> from, by;
  bool late = false;
  std::uint64_t tonnes = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "what", s.what);
    v(Part::open, "words", s.words);
    v(Part::open, "project", s.project);
    v(Part::open, "title", s.title);
    v(Part::open, "number", s.number);
    v(Part::open, "from", s.from);
    v(Part::open, "by", s.by);
    v(Part::open, "late", s.late);
    v(Part::open, "tonnes", s.tonnes);
  }
};
using SeesProject = std::function<bool(const scheme::State&, ProjectNumber)>;
[[nodiscard]] Result<std::vector<DueLine>> due_lines(const Ledger& ledger, std::optional<Date> on, const SeesProject& sees);

// `sumi journal show`: an entry whole, as it was asked for and as it came out. For the auditor.
struct JournalRecord {
  SequenceNumber entry;
  std::string command;
  std::uint32_t type = 0, version = 0;
  std::string time;
  Date business_date;
  std::optional<std::string> actor;  // login
  OrganisationNumber on_behalf_of;
  std::optional<std::uint32_t> adoption;
  std::optional<std::string> group;  // "1/3"
  Tree asked, outcome;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "entry", s.entry);
    v(Part::party, "command", s.command);
    v(Part::party, "type", s.type);
    v(Part::party, "version", s.version);
    v(Part::party, "time", s.time);
    v(Part::party, "business_date", s.business_date);
    v(Part::party, "actor", s.actor);
    v(Part::party, "on_behalf_of", s.on_behalf_of);
    v(Part::party, "adoption", s.adoption);
    v(Part::party, "group", s.group);
    v(Part::party, "asked", s.asked);
    v(Part::party, "outcome", s.outcome);
  }
};
// From that entry on; 0: the last ones. Nothing where `from` is behind the last.
[[nodiscard]] Result<std::vector<JournalRecord>> journal_records(Ledger& ledger, SequenceNumber from, std::uint64_t count);

}  // namespace sumi::service
