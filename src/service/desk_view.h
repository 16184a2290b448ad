// The secretariat's desk: is an application complete, what is to be issued to whom, which accounts wait, and the lists from which its forms choose.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "service/case_view.h"
#include "service/review_view.h"
#include "service/round_view.h"

namespace sumi::service {

// One thing that an application must have. `done` is what the state and the evidence show; nothing is taken on trust.
struct CompletenessItem {
  std::string key;       // "plan_document": the same word for programs
  Bilingual text;
  bool done = false;
  bool needed = true;    // false: shown for the reader, and refuses nothing
  Bilingual detail;      // what was found
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "key", s.key);
    v(Part::open, "text", s.text);
    v(Part::open, "done", s.done);
    v(Part::open, "needed", s.needed);
    v(Part::open, "detail", s.detail);
  }
};
struct CompletenessView {
  CaseRow head;
  std::uint32_t report = 0;      // 0: the application for registration
  bool applied = false;          // the application waits for the committee
  std::optional<Date> applied_on;
  std::vector<CompletenessItem> items;
  bool complete = false;         // all that is needed is there
  std::vector<CaseReturn> returns;
  std::vector<CasePaper> papers;
  std::vector<GroundChoice> grounds;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "head", s.head);
    v(Part::open, "report", s.report);
    v(Part::open, "applied", s.applied);
    v(Part::open, "applied_on", s.applied_on);
    v(Part::open, "items", s.items);
    v(Part::open, "complete", s.complete);
    v(Part::open, "returns", s.returns);
    v(Part::open, "papers", s.papers);
    v(Part::open, "grounds", s.grounds);
  }
};
// Nothing: there is no such project or report. The calculation of a report is done again, so this is not quick.
[[nodiscard]] Result<std::optional<CompletenessView>> completeness_view(const Ledger& ledger, ProjectNumber project, std::uint32_t report, const LeadTimes& leads);

struct IssueAccount {
  AccountNumber account;
  OrganisationBrief holder;
  std::string department;
  bool proponent = false;   // of the project
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "account", s.account);
    v(Part::open, "holder", s.holder);
    v(Part::open, "department", s.department);
    v(Part::open, "proponent", s.proponent);
  }
};
struct IssueLineView {
  std::uint32_t line = 0;
  std::string methodology;
  FiscalYear vintage;
  Amount certified;
  bool issued = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "line", s.line);
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "vintage", s.vintage);
    v(Part::open, "certified", s.certified);
    v(Part::open, "issued", s.issued);
  }
};
// What was certified and is not all issued.
struct IssueView {
  CertificationNumber certification;
  ProjectNumber project;
  std::uint64_t official_number = 0;
  std::string title;
  std::uint32_t report = 0, round = 0;
  Date certified_on;
  std::optional<Date> due;
  bool overdue = false;
  std::string programme_code, credit_type;
  std::vector<IssueLineView> lines;
  std::vector<IssueAccount> accounts;     // open holding accounts, those of the project's proponents first
  AccountNumber buffer_account;           // of a forest: what goes there of the whole certification
  Amount buffer;                          // what is still to be given to it
  std::optional<FieldFinding> obstacle;   // why nothing may be issued now
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "certification", s.certification);
    v(Part::open, "project", s.project);
    v(Part::open, "official_number", s.official_number);
    v(Part::open, "title", s.title);
    v(Part::open, "report", s.report);
    v(Part::open, "round", s.round);
    v(Part::open, "certified_on", s.certified_on);
    v(Part::open, "due", s.due);
    v(Part::open, "overdue", s.overdue);
    v(Part::open, "programme_code", s.programme_code);
    v(Part::open, "credit_type", s.credit_type);
    v(Part::open, "lines", s.lines);
    v(Part::open, "accounts", s.accounts);
    v(Part::open, "buffer_account", s.buffer_account);
    v(Part::open, "buffer", s.buffer);
    v(Part::open, "obstacle", s.obstacle);
  }
};
// By due day.
[[nodiscard]] std::vector<IssueView> issues_of(const scheme::State& state, const LeadTimes& leads);

struct AccountDeskRow {
  AccountView account;
  std::string holder_name, name_kana, corporate_number;   // as its papers give them
  std::string representative, address, contact;           // "" where they were not given, or were erased
  std::vector<Hash> documents;
  std::optional<Date> filed_on;
  bool name_differs = false;       // the papers' name is not the organisation's
  bool number_differs = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "account", s.account);
    v(Part::open, "holder_name", s.holder_name);
    v(Part::open, "name_kana", s.name_kana);
    v(Part::open, "corporate_number", s.corporate_number);
    v(Part::open, "representative", s.representative);
    v(Part::open, "address", s.address);
    v(Part::open, "contact", s.contact);
    v(Part::open, "documents", s.documents);
    v(Part::open, "filed_on", s.filed_on);
    v(Part::open, "name_differs", s.name_differs);
    v(Part::open, "number_differs", s.number_differs);
  }
};
// With that status; reads sealed values, so not within Ledger::read.
[[nodiscard]] Result<std::vector<AccountDeskRow>> accounts_desk(const Ledger& ledger, registry::AccountStatus status);

// A kind of help: its number in a task, its word in a command.
struct SupportKindChoice {
  std::uint64_t number = 0;
  project::SupportKind value = project::SupportKind::plan_writing;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "number", s.number);
    v(Part::open, "value", s.value);
  }
};

// From what the secretariat's forms choose.
struct DeskChoices {
  std::vector<GroundChoice> grounds;           // of the committee's work
  std::vector<GroundChoice> registry_grounds;  // of refusing an account, a return of units
  std::vector<GroundChoice> reasons, next_steps;  // of a follow-up
  std::vector<SupportKindChoice> support_kinds;  // of an application for help (Task::number)
  std::vector<std::string> scopes;             // sectors of an accreditation
  std::vector<OrganisationBrief> verifiers;    // bodies with a verifier's role
  std::uint32_t next_round = 0;
  std::vector<RoundHead> open_rounds;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "grounds", s.grounds);
    v(Part::open, "registry_grounds", s.registry_grounds);
    v(Part::open, "reasons", s.reasons);
    v(Part::open, "next_steps", s.next_steps);
    v(Part::open, "support_kinds", s.support_kinds);
    v(Part::open, "scopes", s.scopes);
    v(Part::open, "verifiers", s.verifiers);
    v(Part::open, "next_round", s.next_round);
    v(Part::open, "open_rounds", s.open_rounds);
  }
};
[[nodiscard]] Result<DeskChoices> desk_choices(const Ledger& ledger, const LeadTimes& leads);

}  // namespace sumi::service
