// Papers of the scheme's work: the verifier's statement, the letters of the secretariat (registered, certified, refused with the ground, changed, returned) and a
// round's minutes. Data for report/render.h.
//
// Numbers: a letter about a matter of round N has that docket's number "N-ITEM"; a return has "R-PROJECT-REPORT-COUNT" (report 0: the application for registration).
// The wording is this program's own: the scheme's letters were not at hand.
#pragma once

#include <string>

#include "report/document.h"
#include "service/review_view.h"
#include "service/round_view.h"

namespace sumi::service {

// What a verifier concludes, before it is recorded.
struct StatementAsked {
  ProjectNumber project;
  std::uint32_t report = 0, change = 0;
  bool positive = false;
  std::string conclusion;   // the verifier's own words, printed as they are
  std::string signatory;    // who signs for the body
  std::optional<Date> dated;  // of a statement that was signed on paper before; default: today
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "change", s.change);
    v(Part::open, "positive", s.positive);
    v(Part::open, "conclusion", s.conclusion);
    v(Part::open, "signatory", s.signatory);
    v(Part::open, "dated", s.dated);
  }
};
// With the figures as calculated again, the findings and how they were settled, visits and samples. service.report_not_known where there is nothing to review.
[[nodiscard]] Result<report::Document> statement_paper(const Ledger& ledger, const Actor& actor, const StatementAsked& asked, const LeadTimes& leads);

// The plan that a review is about, as the form has it: of a report the plan behind it, of a change the plan as changed. service.report_not_known, document_missing.
[[nodiscard]] Result<report::Document> reviewed_plan_paper(const Ledger& ledger, const Actor& actor, const project::ReviewKey& review, const LeadTimes& leads);

// Of a decided item of a round. service.letter_not_decided, service.round_unknown.
[[nodiscard]] Result<report::Document> decision_letter(const Ledger& ledger, std::uint32_t round, std::uint32_t item);
// Of a return; `number` counts within the application. service.return_unknown.
[[nodiscard]] Result<report::Document> return_letter(const Ledger& ledger, ProjectNumber project, std::uint32_t report, std::uint32_t number);
// What a return asks, before it is recorded: the paper whose hash ReturnForCorrection names.
struct ReturnAsked {
  ProjectNumber project;
  std::uint32_t report = 0;
  std::string ground;
  Date deadline;
  std::string text;    // what is to be corrected
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "ground", s.ground);
    v(Part::open, "deadline", s.deadline);
    v(Part::open, "text", s.text);
  }
};
[[nodiscard]] Result<report::Document> return_paper(const Ledger& ledger, const ReturnAsked& asked);
// Of a round as it stands. `remarks`: what else was said, as the secretariat writes it. service.round_unknown.
[[nodiscard]] Result<report::Document> minutes_paper(const Ledger& ledger, std::uint32_t round, const std::string& remarks);

}  // namespace sumi::service
