// The work around a project: the committee's rounds, verifiers, returns, changes, appeals, remedies. Data only: this header is also read by sumi-verify.
//
// Grounds are keys of the rulebook; documents lie in the evidence under their SHA-256; words are sealed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "project/commands.h"

namespace sumi::project {

enum class DocketKind : std::uint8_t { registration = 1, certification = 2, change = 3, extension = 4, appeal = 5, methodology = 6 };
// 是正要求 / 明確化要求 / 所見
enum class FindingKind : std::uint8_t { corrective = 1, clarification = 2, observation = 3 };
enum class ChangeKind : std::uint8_t { equipment = 1, member_terms = 2, boundary = 3, proponent = 4, merger = 5, methodology_version = 6, extension = 7, other = 8 };
enum class HoldKind : std::uint8_t { seizure = 1, insolvency = 2, dispute = 3 };
enum class ObligationCause : std::uint8_t { over_issuance = 1, double_registration = 2, reversal = 3 };
struct CarriedItem {
  std::uint32_t item = 0;  // on the new docket
  std::string document_number;
  std::uint32_t from_round = 0;
  std::uint32_t from_item = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "item", s.item);
    v(Part::open, "document_number", s.document_number);
    v(Part::open, "from_round", s.from_round);
    v(Part::open, "from_item", s.from_item);
  }
};
// What earlier rounds left undecided and still waits stands first on the new docket.
struct RoundOpened {
  std::vector<CarriedItem> carried;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "carried", s.carried); }
};
// type 70. A round of the committee (認証委員会 第N回). From the first round that a store opens, every decision belongs to an open one.
struct OpenRound {
  using Outcome = RoundOpened;
  std::uint32_t round = 0;
  Date held_on;
  std::uint32_t quorum = 0;
  std::vector<PersonId> members;  // present
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "round", s.round);
    v(Part::open, "held_on", s.held_on);
    v(Part::open, "quorum", s.quorum);
    v(Part::party, "members", s.members);
  }
};
struct DocketItem {
  std::uint32_t item = 0;
  std::string document_number;  // round and item, as on the letter
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "item", s.item);
    v(Part::open, "document_number", s.document_number);
  }
};
// type 71.
struct PutOnDocket {
  using Outcome = DocketItem;
  std::uint32_t round = 0;
  DocketKind kind = DocketKind::registration;
  ProjectNumber project;
  std::uint32_t report = 0;
  std::uint32_t change = 0;  // of a change, an extension or an appeal: its number within the project
  std::uint32_t proposal = 0;  // of a methodology
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "round", s.round);
    v(Part::open, "kind", s.kind);
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "change", s.change);
    v(Part::open, "proposal", s.proposal);
  }
};
// type 72. A member of the committee steps back from one case; the quorum of that case is counted without it.
struct Recuse {
  using Outcome = NoOutcome;
  std::uint32_t round = 0;
  std::uint32_t item = 0;
  PersonId person;
  std::string ground;  // a key of the rulebook's grounds
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "round", s.round);
    v(Part::open, "item", s.item);
    v(Part::party, "person", s.person);
    v(Part::open, "ground", s.ground);
  }
};
struct RoundClosed {
  std::vector<std::uint32_t> carried;  // items without a decision: they go to a later round
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "carried", s.carried);
  }
};
// type 73.
struct CloseRound {
  using Outcome = RoundClosed;
  std::uint32_t round = 0;
  Hash minutes;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "round", s.round);
    v(Part::open, "minutes", s.minutes);
  }
};
// type 75. From the first accreditation that a store records, a verifier needs one that is valid on the day and covers the methodologies' sectors.
struct RecordAccreditation {
  using Outcome = NoOutcome;
  OrganisationNumber verifier;
  std::string standard;  // ISO 14065 ...
  std::vector<std::string> scopes;  // sectors of the methodologies' list: keys
  Date valid_from;
  Date valid_to;
  Hash certificate;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "verifier", s.verifier);
    v(Part::open, "standard", s.standard);
    v(Part::open, "scopes", s.scopes);
    v(Part::open, "valid_from", s.valid_from);
    v(Part::open, "valid_to", s.valid_to);
    v(Part::open, "certificate", s.certificate);
  }
};
// type 76. The verifier's own word, before it begins.
struct DeclareInterests {
  using Outcome = NoOutcome;
  ProjectNumber project;
  std::uint32_t report = 0;  // 0 = validation
  std::uint32_t change = 0;  // of the plan, which is validated anew; 0 = none
  bool free_of_conflict = false;
  Hash declaration;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "change", s.change);
    v(Part::open, "free_of_conflict", s.free_of_conflict);
    v(Part::open, "declaration", s.declaration);
  }
};
struct FindingRaised {
  std::uint32_t finding = 0;  // counts within the project
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "finding", s.finding);
  }
};
// type 77.
struct RaiseFinding {
  using Outcome = FindingRaised;
  ProjectNumber project;
  std::uint32_t report = 0;  // 0 = validation
  std::uint32_t change = 0;  // of the plan, which is validated anew; 0 = none
  FindingKind kind = FindingKind::corrective;
  Hash document;
  Sealed text;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "change", s.change);
    v(Part::open, "kind", s.kind);
    v(Part::open, "document", s.document);
    v(Part::party, "text", s.text);
  }
};
// type 78.
struct AnswerFinding {
  using Outcome = NoOutcome;
  ProjectNumber project;
  std::uint32_t finding = 0;
  Hash document;
  Sealed text;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "finding", s.finding);
    v(Part::open, "document", s.document);
    v(Part::party, "text", s.text);
  }
};
// type 79.
struct CloseFinding {
  using Outcome = NoOutcome;
  ProjectNumber project;
  std::uint32_t finding = 0;
  bool settled = false;  // false: another answer is needed
  Hash document;
  Sealed text;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "finding", s.finding);
    v(Part::open, "settled", s.settled);
    v(Part::open, "document", s.document);
    v(Part::party, "text", s.text);
  }
};
// type 90.
struct RecordSiteVisit {
  using Outcome = NoOutcome;
  ProjectNumber project;
  std::uint32_t report = 0;  // 0 = validation
  std::uint32_t change = 0;  // of the plan, which is validated anew; 0 = none
  Date visited_on;
  bool remote = false;
  Hash record;
  std::vector<std::uint64_t> members;  // of a programme: who was visited
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "change", s.change);
    v(Part::open, "visited_on", s.visited_on);
    v(Part::open, "remote", s.remote);
    v(Part::open, "record", s.record);
    v(Part::party, "members", s.members);
  }
};
// type 91. Until it is answered the committee does not decide; if the deadline passes, the application lapses.
struct ReturnForCorrection {
  using Outcome = NoOutcome;
  ProjectNumber project;
  std::uint32_t report = 0;  // 0 = the application for registration
  std::string ground;
  Date deadline;  // last day for the answer
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "ground", s.ground);
    v(Part::open, "deadline", s.deadline);
    v(Part::open, "document", s.document);
  }
};
// type 92.
struct AnswerReturn {
  using Outcome = NoOutcome;
  ProjectNumber project;
  std::uint32_t report = 0;
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "document", s.document);
  }
};
struct ChangeProposed {
  std::uint32_t change = 0;  // counts within the project
  bool needs_validation = false;
  bool cuts_period = false;  // no report runs over the day from which it counts
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "change", s.change);
    v(Part::open, "needs_validation", s.needs_validation);
    v(Part::open, "cuts_period", s.cuts_period);
  }
};
// type 94. A change after registration (計画変更). An extension resets the baseline: its plan is a new one, under the methodology's newest version.
struct ProposeChange {
  using Outcome = ChangeProposed;
  ProjectNumber project;
  ChangeKind kind = ChangeKind::equipment;
  PlanHead head;  // the plan as changed
  Hash document;  // 計画変更届
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "kind", s.kind);
    v(Part::open, "head", s.head);
    v(Part::open, "document", s.document);
  }
};
// type 95.
struct ValidateChange {
  using Outcome = NoOutcome;
  ProjectNumber project;
  std::uint32_t change = 0;
  bool positive = false;
  Hash plan;
  Hash statement;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "change", s.change);
    v(Part::open, "positive", s.positive);
    v(Part::open, "plan", s.plan);
    v(Part::open, "statement", s.statement);
  }
};
// type 96.
struct DecideChange {
  using Outcome = NoOutcome;
  ProjectNumber project;
  std::uint32_t change = 0;
  std::uint32_t round = 0;
  bool approved = false;
  std::string ground;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "change", s.change);
    v(Part::open, "round", s.round);
    v(Part::open, "approved", s.approved);
    v(Part::open, "ground", s.ground);
  }
};
// type 98. Certified tonnes stay; no later day is certified. What permanence asks for goes on.
struct WithdrawProject {
  using Outcome = NoOutcome;
  ProjectNumber project;
  std::string ground;
  Date from;
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "ground", s.ground);
    v(Part::open, "from", s.from);
    v(Part::open, "document", s.document);
  }
};
struct AppealLodged {
  std::uint32_t appeal = 0;  // counts within the project
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "appeal", s.appeal);
  }
};
// type 99.
struct Appeal {
  using Outcome = AppealLodged;
  ProjectNumber project;
  std::uint32_t report = 0;  // 0 = against the refusal of registration
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "document", s.document);
  }
};
// type 100. Granted: the case stands before the committee again.
struct DecideAppeal {
  using Outcome = NoOutcome;
  ProjectNumber project;
  std::uint32_t appeal = 0;
  std::uint32_t round = 0;
  bool granted = false;
  std::string ground;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "appeal", s.appeal);
    v(Part::open, "round", s.round);
    v(Part::open, "granted", s.granted);
    v(Part::open, "ground", s.ground);
  }
};
struct ObligationRecorded {
  std::uint64_t obligation = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "obligation", s.obligation);
  }
};
// type 101. Found after the issue: as many credits are bought back and cancelled.
struct RecordOverIssuance {
  using Outcome = ObligationRecorded;
  ProjectNumber project;
  CertificationNumber certification;
  std::uint64_t tonnes = 0;
  std::string ground;
  Date due;
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "certification", s.certification);
    v(Part::open, "tonnes", s.tonnes);
    v(Part::open, "ground", s.ground);
    v(Part::open, "due", s.due);
    v(Part::open, "document", s.document);
  }
};
// type 102.
struct SettleObligation {
  using Outcome = NoOutcome;
  std::uint64_t obligation = 0;
  RetirementNumber retirement;  // a confirmed cancellation
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "obligation", s.obligation);
    v(Part::open, "retirement", s.retirement);
  }
};
// type 104. While a project is held nothing of it is issued and its proponents take no step.
struct HoldProject {
  using Outcome = NoOutcome;
  ProjectNumber project;
  HoldKind kind = HoldKind::seizure;
  bool set = false;
  Date from;
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "kind", s.kind);
    v(Part::open, "set", s.set);
    v(Part::open, "from", s.from);
    v(Part::open, "document", s.document);
  }
};

}  // namespace sumi::project
