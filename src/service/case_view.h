// A case as its parties see it: where it stands, what happened when, what the verifier asked and was told, which papers it has, and what waits for whom.
//
// Texts of findings are sealed; they are read for whoever may see the case and stand empty once they were erased.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "project/names.h"
#include "scheme/names.h"
#include "service/account_view.h"
#include "service/inbox.h"
#include "service/ledger.h"
#include "service/plan_form.h"

namespace sumi::service {

struct CaseStep {
  Date on;
  std::string what;   // "drafted", "submitted", "validated" ...: the same word for programs
  Bilingual text;
  OrganisationBrief by;
  std::uint32_t report = 0;   // 0: of the plan
  std::uint32_t version = 0;  // of the plan
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "on", s.on);
    v(Part::open, "what", s.what);
    v(Part::open, "text", s.text);
    v(Part::open, "by", s.by);
    v(Part::open, "report", s.report);
    v(Part::open, "version", s.version);
  }
};
struct RemarkView {
  Date on;
  OrganisationBrief by;
  std::string text;   // "" where it was erased, or a document says it
  Hash document;
  bool settled = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "on", s.on);
    v(Part::open, "by", s.by);
    v(Part::open, "text", s.text);
    v(Part::open, "document", s.document);
    v(Part::open, "settled", s.settled);
  }
};
struct CaseFinding {
  std::uint32_t finding = 0;
  std::uint32_t report = 0;  // 0: of the plan
  std::uint32_t change = 0;
  project::FindingKind kind = project::FindingKind::corrective;
  project::FindingStage stage = project::FindingStage::raised;
  Bilingual kind_words, stage_words;
  bool answer_waits = false;  // the proponent's turn
  OrganisationBrief verifier;
  std::vector<RemarkView> remarks;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "finding", s.finding);
    v(Part::open, "report", s.report);
    v(Part::open, "change", s.change);
    v(Part::open, "kind", s.kind);
    v(Part::open, "stage", s.stage);
    v(Part::open, "kind_words", s.kind_words);
    v(Part::open, "stage_words", s.stage_words);
    v(Part::open, "answer_waits", s.answer_waits);
    v(Part::open, "verifier", s.verifier);
    v(Part::open, "remarks", s.remarks);
  }
};
struct CaseReturn {
  std::uint32_t report = 0;  // 0: the application for registration
  std::string ground;
  Date deadline;
  project::ReturnStage stage = project::ReturnStage::open;
  Hash document, answer;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "report", s.report);
    v(Part::open, "ground", s.ground);
    v(Part::open, "deadline", s.deadline);
    v(Part::open, "stage", s.stage);
    v(Part::open, "document", s.document);
    v(Part::open, "answer", s.answer);
  }
};
struct CaseReport {
  std::uint32_t report = 0;
  Period period;
  project::ReportStage stage = project::ReportStage::submitted;
  Bilingual stage_words;
  std::vector<project::ReductionLine> lines;
  Amount total;
  Date submitted_on;
  CertificationNumber certification;
  std::string ground;  // of a refusal
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "report", s.report);
    v(Part::open, "period", s.period);
    v(Part::open, "stage", s.stage);
    v(Part::open, "stage_words", s.stage_words);
    v(Part::open, "lines", s.lines);
    v(Part::open, "total", s.total);
    v(Part::open, "submitted_on", s.submitted_on);
    v(Part::open, "certification", s.certification);
    v(Part::open, "ground", s.ground);
  }
};
struct CasePaper {
  Hash hash;
  Bilingual what;
  Date on;
  std::uint32_t report = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "hash", s.hash);
    v(Part::open, "what", s.what);
    v(Part::open, "on", s.on);
    v(Part::open, "report", s.report);
  }
};
struct CaseRow {
  ProjectView project;
  Bilingual stage_words;
  std::vector<Task> waiting;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "stage_words", s.stage_words);
    v(Part::open, "waiting", s.waiting);
  }
};
// What an application for certification names.
struct CertificationCodes {
  std::vector<WordChoice> programme_codes, credit_types;  // of the rulebook; the methodology's own type first
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "programme_codes", s.programme_codes);
    v(Part::open, "credit_types", s.credit_types);
  }
};
[[nodiscard]] CertificationCodes certification_codes(const rulebook::Rulebook& rulebook, const std::vector<std::string>& methodologies);

struct CaseView {
  CaseRow head;
  std::uint32_t version = 0;    // of the plan
  bool proponent = false;       // of the organisation that asks
  std::vector<project::RuleAnswer> answers;  // of the application for registration
  std::vector<CaseStep> timeline;   // newest first
  std::vector<CaseFinding> findings;
  std::vector<CaseReturn> returns;
  std::vector<CaseReport> reports;
  std::vector<CasePaper> papers;
  std::vector<std::string> steps_done, steps_ahead;  // of the way: words of CaseStep::what
  CertificationCodes certification;
  std::vector<OrganisationBrief> verifiers;          // who may be asked: organisations with somebody in the role of a verifier, the proponents' own left out
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "head", s.head);
    v(Part::open, "version", s.version);
    v(Part::open, "proponent", s.proponent);
    v(Part::open, "answers", s.answers);
    v(Part::open, "timeline", s.timeline);
    v(Part::open, "findings", s.findings);
    v(Part::open, "returns", s.returns);
    v(Part::open, "reports", s.reports);
    v(Part::open, "papers", s.papers);
    v(Part::open, "steps_done", s.steps_done);
    v(Part::open, "steps_ahead", s.steps_ahead);
    v(Part::open, "certification", s.certification);
    v(Part::open, "verifiers", s.verifiers);
  }
};

// Projects of which the organisation is a proponent, in order of their numbers, newest first.
[[nodiscard]] std::vector<CaseRow> cases_of(const scheme::State& state, OrganisationNumber organisation, const LeadTimes& leads);
[[nodiscard]] bool is_proponent(const scheme::State& state, ProjectNumber project, OrganisationNumber organisation);
// Nothing: there is no such project. Whether it may be seen is the caller's to ask. Reads sealed texts, so not within Ledger::read.
[[nodiscard]] Result<std::optional<CaseView>> case_view(const Ledger& ledger, ProjectNumber project, OrganisationNumber organisation, const LeadTimes& leads);
// The text behind a commitment; "" where none was given, or it was erased.
[[nodiscard]] Result<std::string> unsealed(const Ledger& ledger, const Sealed& sealed);

}  // namespace sumi::service
