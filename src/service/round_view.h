// The committee's rounds: the docket with each case's papers and figures, who stepped back, whether the quorum holds, what may be decided by whom, and what still
// waits for a place on a docket. What may be decided is asked of the scheme's own checks, so the page says what the command would answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "service/case_view.h"
#include "service/plan_desk.h"

namespace sumi::service {

struct MemberOfRound {
  std::string person;  // 32 digits
  std::string name;
  std::string ground;  // of a recusal; "" where they are present
  Bilingual ground_words;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "person", s.person);
    v(Part::open, "name", s.name);
    v(Part::open, "ground", s.ground);
    v(Part::open, "ground_words", s.ground_words);
  }
};
struct RoundHead {
  std::uint32_t round = 0;
  Date held_on;
  std::uint32_t quorum = 0;
  bool open = false;
  std::optional<Date> closed_on;
  Hash minutes;
  std::uint32_t items = 0;
  std::uint32_t undecided = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "round", s.round);
    v(Part::open, "held_on", s.held_on);
    v(Part::open, "quorum", s.quorum);
    v(Part::open, "open", s.open);
    v(Part::open, "closed_on", s.closed_on);
    v(Part::open, "minutes", s.minutes);
    v(Part::open, "items", s.items);
    v(Part::open, "undecided", s.undecided);
  }
};
// What PutOnDocket takes, with the task that says what waits.
struct WaitingMatter {
  project::DocketKind kind = project::DocketKind::registration;
  Bilingual kind_words;
  ProjectNumber project;
  std::uint32_t report = 0, change = 0, proposal = 0;
  std::string title;
  Date since;
  std::optional<Date> due;
  bool overdue = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "kind", s.kind);
    v(Part::open, "kind_words", s.kind_words);
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "change", s.change);
    v(Part::open, "proposal", s.proposal);
    v(Part::open, "title", s.title);
    v(Part::open, "since", s.since);
    v(Part::open, "due", s.due);
    v(Part::open, "overdue", s.overdue);
  }
};
struct DocketItemView {
  std::uint32_t item = 0;
  std::string document_number;
  project::DocketKind kind = project::DocketKind::registration;
  Bilingual kind_words;
  std::string command;      // that decides it
  ProjectNumber project;
  std::uint32_t report = 0, change = 0, proposal = 0;
  std::string title;
  std::vector<OrganisationBrief> proponents;
  std::optional<OrganisationBrief> verifier;
  std::vector<std::string> methodologies;
  std::optional<Period> period;                 // of the report, or the crediting period
  std::optional<Amount> amount;                 // to be certified, or expected by the plan
  std::vector<project::ReductionLine> lines;    // of a report
  std::vector<project::RuleAnswer> answers;     // of an application for registration
  std::uint32_t findings = 0, findings_open = 0;
  std::vector<CasePaper> papers;
  std::vector<MemberOfRound> recused;
  std::uint32_t remaining = 0;                  // present and not recused
  bool quorum_holds = false;
  bool decided = false, approved = false;
  std::optional<Date> decided_on;
  std::string ground;
  Bilingual ground_words;
  std::uint64_t official_number = 0;            // that the registration gave
  CertificationNumber certification;
  bool carried = false;
  bool may_decide = false;                      // who asks
  std::optional<FieldFinding> why_not;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "item", s.item);
    v(Part::open, "document_number", s.document_number);
    v(Part::open, "kind", s.kind);
    v(Part::open, "kind_words", s.kind_words);
    v(Part::open, "command", s.command);
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "change", s.change);
    v(Part::open, "proposal", s.proposal);
    v(Part::open, "title", s.title);
    v(Part::open, "proponents", s.proponents);
    v(Part::open, "verifier", s.verifier);
    v(Part::open, "methodologies", s.methodologies);
    v(Part::open, "period", s.period);
    v(Part::open, "amount", s.amount);
    v(Part::open, "lines", s.lines);
    v(Part::open, "answers", s.answers);
    v(Part::open, "findings", s.findings);
    v(Part::open, "findings_open", s.findings_open);
    v(Part::open, "papers", s.papers);
    v(Part::open, "recused", s.recused);
    v(Part::open, "remaining", s.remaining);
    v(Part::open, "quorum_holds", s.quorum_holds);
    v(Part::open, "decided", s.decided);
    v(Part::open, "approved", s.approved);
    v(Part::open, "decided_on", s.decided_on);
    v(Part::open, "ground", s.ground);
    v(Part::open, "ground_words", s.ground_words);
    v(Part::open, "official_number", s.official_number);
    v(Part::open, "certification", s.certification);
    v(Part::open, "carried", s.carried);
    v(Part::open, "may_decide", s.may_decide);
    v(Part::open, "why_not", s.why_not);
  }
};
struct GroundChoice {
  std::string value;
  Bilingual title;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "value", s.value);
    v(Part::open, "title", s.title);
  }
};
struct RoundView {
  RoundHead head;
  std::vector<MemberOfRound> members;
  std::vector<DocketItemView> docket;
  std::vector<WaitingMatter> waiting;     // may be put on this docket
  std::vector<GroundChoice> grounds;      // of refusals and recusals
  bool committee = false, secretariat = false;   // who asks
  std::string me;                         // who asks, as in `members`
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "head", s.head);
    v(Part::open, "members", s.members);
    v(Part::open, "docket", s.docket);
    v(Part::open, "waiting", s.waiting);
    v(Part::open, "grounds", s.grounds);
    v(Part::open, "committee", s.committee);
    v(Part::open, "secretariat", s.secretariat);
    v(Part::open, "me", s.me);
  }
};
struct RoundsView {
  std::vector<RoundHead> items;           // newest first
  std::uint32_t next_round = 0;           // a number that OpenRound takes; the scheme's own counting goes before it
  std::vector<MemberOfRound> committee;   // who may be present
  std::vector<WaitingMatter> waiting;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "items", s.items);
    v(Part::open, "next_round", s.next_round);
    v(Part::open, "committee", s.committee);
    v(Part::open, "waiting", s.waiting);
  }
};
[[nodiscard]] Result<RoundsView> rounds_view(const Ledger& ledger, const LeadTimes& leads);
// Nothing: there is no such round.
[[nodiscard]] Result<std::optional<RoundView>> round_view(const Ledger& ledger, const Actor& actor, std::uint32_t round, const LeadTimes& leads);
// Why the committee refuses, returns, or a member steps back: jcredit-registry/committee_grounds.
[[nodiscard]] std::vector<GroundChoice> committee_grounds(const rulebook::Rulebook& rulebook);
[[nodiscard]] Bilingual ground_words(const rulebook::Rulebook& rulebook, const std::string& ground);
[[nodiscard]] Bilingual words_of(project::DocketKind kind);

}  // namespace sumi::service
