// The rows of the scheme's work: what conduct.h keeps of rounds, verifiers, findings, returns, changes, appeals, holds and obligations.
#pragma once

#include <compare>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/describe.h"
#include "project/step.h"
#include "project/work_commands.h"

namespace sumi::project {

enum class FindingStage : std::uint8_t { raised = 1, answered = 2, again = 3, settled = 4 };  // again: another answer is needed
enum class ChangeStage : std::uint8_t { proposed = 1, validated = 2, not_validated = 3, approved = 4, refused = 5 };
enum class ReturnStage : std::uint8_t { open = 1, answered = 2, lapsed = 3, dropped = 4 };  // dropped: the project was withdrawn meanwhile

// As JSON and scenarios write them (names.h).
[[nodiscard]] std::span<const std::pair<std::string_view, FindingStage>> enum_names(FindingStage);  // raised, answered, again, settled
[[nodiscard]] std::span<const std::pair<std::string_view, ChangeStage>> enum_names(ChangeStage);    // proposed, validated, not_validated, approved, refused
[[nodiscard]] std::span<const std::pair<std::string_view, ReturnStage>> enum_names(ReturnStage);    // open, answered, lapsed, dropped

// A round of the committee.
struct RoundRow {
  Date held_on;
  std::uint32_t quorum = 0;
  std::vector<PersonId> members;  // present
  bool open = true;
  Hash minutes;
  Date closed_on;
  std::uint32_t items = 0;  // how many stand on its docket
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "held_on", s.held_on);
    v(Part::open, "quorum", s.quorum);
    v(Part::party, "members", s.members);
    v(Part::open, "open", s.open);
    v(Part::open, "minutes", s.minutes);
    v(Part::open, "closed_on", s.closed_on);
    v(Part::open, "items", s.items);
  }
};
struct DocketKey {
  std::uint32_t round = 0;
  std::uint32_t item = 0;
  friend auto operator<=>(const DocketKey&, const DocketKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "round", s.round);
    v(Part::open, "item", s.item);
  }
};
struct RecusalRow {
  PersonId person;
  std::string ground;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "person", s.person);
    v(Part::open, "ground", s.ground);
  }
};
// One matter of a round. Which of the numbers count depends on its kind, as in PutOnDocket.
struct DocketRow {
  DocketKind kind = DocketKind::registration;
  ProjectNumber project;
  std::uint32_t report = 0;
  std::uint32_t change = 0;
  std::uint32_t proposal = 0;
  std::string document_number;
  std::vector<RecusalRow> recused;
  bool decided = false;
  bool approved = false;
  Date decided_on;
  bool carried = false;  // the round was closed without a decision
  std::uint32_t carried_to = 0;  // the round that took it up again
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "kind", s.kind);
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "change", s.change);
    v(Part::open, "proposal", s.proposal);
    v(Part::open, "document_number", s.document_number);
    v(Part::open, "recused", s.recused);
    v(Part::open, "decided", s.decided);
    v(Part::open, "approved", s.approved);
    v(Part::open, "decided_on", s.decided_on);
    v(Part::open, "carried", s.carried);
    v(Part::open, "carried_to", s.carried_to);
  }
};
struct AccreditationKey {
  OrganisationNumber verifier;
  std::uint32_t number = 0;  // counts per verifier
  friend auto operator<=>(const AccreditationKey&, const AccreditationKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "verifier", s.verifier);
    v(Part::open, "number", s.number);
  }
};
struct AccreditationRow {
  std::string standard;
  std::vector<std::string> scopes;
  Date valid_from;
  Date valid_to;
  Hash certificate;
  Date recorded_on;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "standard", s.standard);
    v(Part::open, "scopes", s.scopes);
    v(Part::open, "valid_from", s.valid_from);
    v(Part::open, "valid_to", s.valid_to);
    v(Part::open, "certificate", s.certificate);
    v(Part::open, "recorded_on", s.recorded_on);
  }
};
// What a verifier looks at: the plan (report and change 0), a report, or a change of the plan.
struct ReviewKey {
  ProjectNumber project;
  std::uint32_t report = 0;
  std::uint32_t change = 0;
  friend auto operator<=>(const ReviewKey&, const ReviewKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "change", s.change);
  }
};
struct InterestKey {
  ReviewKey review;
  OrganisationNumber verifier;
  friend auto operator<=>(const InterestKey&, const InterestKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "review", s.review);
    v(Part::open, "verifier", s.verifier);
  }
};
struct InterestRow {
  bool free_of_conflict = false;
  Hash declaration;
  Step declared;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "free_of_conflict", s.free_of_conflict);
    v(Part::open, "declaration", s.declaration);
    v(Part::open, "declared", s.declared);
  }
};
struct FindingKey {
  ProjectNumber project;
  std::uint32_t finding = 0;
  friend auto operator<=>(const FindingKey&, const FindingKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "finding", s.finding);
  }
};
// One turn of a finding's dialogue: raised, answered, judged.
struct RemarkRow {
  Step step;
  Hash document;
  Sealed text;
  bool settled = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "step", s.step);
    v(Part::open, "document", s.document);
    v(Part::party, "text", s.text);
    v(Part::open, "settled", s.settled);
  }
};
struct FindingRow {
  std::uint32_t report = 0;
  std::uint32_t change = 0;
  FindingKind kind = FindingKind::corrective;
  FindingStage stage = FindingStage::raised;
  OrganisationNumber verifier;  // who raised it
  std::vector<RemarkRow> remarks;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "report", s.report);
    v(Part::open, "change", s.change);
    v(Part::open, "kind", s.kind);
    v(Part::open, "stage", s.stage);
    v(Part::open, "verifier", s.verifier);
    v(Part::open, "remarks", s.remarks);
  }
};
struct VisitKey {
  ProjectNumber project;
  std::uint32_t visit = 0;  // counts within the project
  friend auto operator<=>(const VisitKey&, const VisitKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "visit", s.visit);
  }
};
struct VisitRow {
  std::uint32_t report = 0;
  std::uint32_t change = 0;
  Date visited_on;
  bool remote = false;
  Hash record;
  std::vector<std::uint64_t> members;
  Step recorded;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "report", s.report);
    v(Part::open, "change", s.change);
    v(Part::open, "visited_on", s.visited_on);
    v(Part::open, "remote", s.remote);
    v(Part::open, "record", s.record);
    v(Part::party, "members", s.members);
    v(Part::open, "recorded", s.recorded);
  }
};
struct ReturnKey {
  ProjectNumber project;
  std::uint32_t report = 0;  // 0 = the application for registration
  std::uint32_t number = 0;  // counts within the application
  friend auto operator<=>(const ReturnKey&, const ReturnKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "number", s.number);
  }
};
struct ReturnRow {
  ReturnStage stage = ReturnStage::open;
  std::string ground;
  Date deadline;  // moved on by the time of a hold
  Date stopped;  // since then a hold stops its time; nil day: it runs
  Hash document;
  Step returned;
  Step answered;
  Hash answer;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "stage", s.stage);
    v(Part::open, "ground", s.ground);
    v(Part::open, "deadline", s.deadline);
    v(Part::open, "stopped", s.stopped);
    v(Part::open, "document", s.document);
    v(Part::open, "returned", s.returned);
    v(Part::open, "answered", s.answered);
    v(Part::open, "answer", s.answer);
  }
};
struct ChangeKey {
  ProjectNumber project;
  std::uint32_t change = 0;
  friend auto operator<=>(const ChangeKey&, const ChangeKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "change", s.change);
  }
};
struct ChangeRow {
  ChangeKind kind = ChangeKind::equipment;
  ChangeStage stage = ChangeStage::proposed;
  PlanHead head;
  Hash document;
  Step proposed;
  bool needs_validation = true;
  bool cuts_period = true;  // no report may straddle its first day
  OrganisationNumber verifier;
  Step validated;
  Hash statement;
  Step decided;
  std::uint32_t round = 0;
  std::string ground;
  std::uint32_t version = 0;  // of the plan that it became; 0: none
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "kind", s.kind);
    v(Part::open, "stage", s.stage);
    v(Part::open, "head", s.head);
    v(Part::open, "document", s.document);
    v(Part::open, "proposed", s.proposed);
    v(Part::open, "needs_validation", s.needs_validation);
    v(Part::open, "cuts_period", s.cuts_period);
    v(Part::open, "verifier", s.verifier);
    v(Part::open, "validated", s.validated);
    v(Part::open, "statement", s.statement);
    v(Part::open, "decided", s.decided);
    v(Part::open, "round", s.round);
    v(Part::open, "ground", s.ground);
    v(Part::open, "version", s.version);
  }
};
struct WithdrawalRow {
  std::string ground;
  Date from;
  Hash document;
  Step withdrawn;
  ProjectStage stage_before = ProjectStage::drafted;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "ground", s.ground);
    v(Part::open, "from", s.from);
    v(Part::open, "document", s.document);
    v(Part::open, "withdrawn", s.withdrawn);
    v(Part::open, "stage_before", s.stage_before);
  }
};
struct AppealKey {
  ProjectNumber project;
  std::uint32_t appeal = 0;
  friend auto operator<=>(const AppealKey&, const AppealKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "appeal", s.appeal);
  }
};
// Against one refusal: of the registration of that version of the plan, or of a report's certification.
struct AppealRow {
  std::uint32_t report = 0;
  std::uint32_t version = 0;
  std::uint32_t refused_in = 0;  // round
  Hash document;
  Step lodged;
  Step decided;
  std::uint32_t round = 0;
  bool granted = false;
  std::string ground;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "report", s.report);
    v(Part::open, "version", s.version);
    v(Part::open, "refused_in", s.refused_in);
    v(Part::open, "document", s.document);
    v(Part::open, "lodged", s.lodged);
    v(Part::open, "decided", s.decided);
    v(Part::open, "round", s.round);
    v(Part::open, "granted", s.granted);
    v(Part::open, "ground", s.ground);
  }
};
// Credits to be bought back and cancelled.
struct ObligationRow {
  ObligationCause cause = ObligationCause::over_issuance;
  ProjectNumber project;
  CertificationNumber certification;  // 0 where it is of the project as a whole
  std::uint64_t tonnes = 0;
  Date due;  // nil day (0): none was set
  RetirementNumber settled_by;  // 0 = open
  Date recorded_on;  // no earlier cancellation settles it
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "cause", s.cause);
    v(Part::open, "project", s.project);
    v(Part::open, "certification", s.certification);
    v(Part::open, "tonnes", s.tonnes);
    v(Part::open, "due", s.due);
    v(Part::open, "settled_by", s.settled_by);
    v(Part::open, "recorded_on", s.recorded_on);
  }
};
struct HoldKey {
  ProjectNumber project;
  HoldKind kind = HoldKind::seizure;
  friend auto operator<=>(const HoldKey&, const HoldKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "kind", s.kind);
  }
};
struct HoldRow {
  Date from;
  Hash document;
  Step set;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "from", s.from);
    v(Part::open, "document", s.document);
    v(Part::open, "set", s.set);
  }
};
struct SuccessionKey {
  OrganisationNumber successor;
  OrganisationNumber organisation;
  friend auto operator<=>(const SuccessionKey&, const SuccessionKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "successor", s.successor);
    v(Part::open, "organisation", s.organisation);
  }
};
struct SuccessionRow {
  std::uint8_t kind = 0;  // scheme::SuccessionKind
  Date on;
  Hash document;
  Step recorded;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "kind", s.kind);
    v(Part::open, "on", s.on);
    v(Part::open, "document", s.document);
    v(Part::open, "recorded", s.recorded);
  }
};

}  // namespace sumi::project
