// The desk at which a plan is written: drafts with every saved version, what is wrong with one by the place of each field, what differs between two, and handing it in.
//
// A draft is its organisation's alone. Handing in checks it, puts the plan into the evidence and gives DraftProject or RevisePlan; its idempotency key is made of
// the draft and its version, so pressing twice files once.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "project/eligibility.h"
#include "service/ledger.h"
#include "service/plan_start.h"
#include "store/drafts.h"

namespace sumi::service {

struct DraftView {
  store::DraftNumber draft;
  std::string title;
  std::string methodology;
  ProjectNumber project;          // that it was handed in for
  std::uint32_t handed_in = 0;    // the version that was
  std::uint32_t version = 0;
  Instant made, changed;
  std::optional<Tree> plan;       // absent in lists
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "draft", s.draft);
    v(Part::open, "title", s.title);
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "project", s.project);
    v(Part::open, "handed_in", s.handed_in);
    v(Part::open, "version", s.version);
    v(Part::open, "made", s.made);
    v(Part::open, "changed", s.changed);
    v(Part::open, "plan", s.plan);
  }
};
struct DraftVersionView {
  std::uint32_t version = 0;
  std::string editor;   // the person's name as it is now; "" where they are gone
  Instant saved;
  std::uint32_t restored = 0;  // the version that it brought back; 0 = none
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "version", s.version);
    v(Part::open, "editor", s.editor);
    v(Part::open, "saved", s.saved);
    v(Part::open, "restored", s.restored);
  }
};
// One field that differs. The text is "" where the field stands in one of them only.
struct PlanDifference {
  std::string path;   // "activities[0].place.site"
  Bilingual title;    // of the field
  std::string before, after;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "path", s.path);
    v(Part::open, "title", s.title);
    v(Part::open, "before", s.before);
    v(Part::open, "after", s.after);
  }
};

enum class FindingWeight : std::uint8_t { refuses = 1, remark = 2 };
[[nodiscard]] std::span<const std::pair<std::string_view, FindingWeight>> enum_names(FindingWeight);
// One finding about one field of a document.
struct FieldFinding {
  std::string path;
  FindingWeight weight = FindingWeight::refuses;
  std::string code;
  Bilingual title;   // of the field
  Bilingual text;
  Bilingual remedy;
  std::string source;
  std::uint32_t line = 0;  // of a file; 0 = none
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "path", s.path);
    v(Part::open, "weight", s.weight);
    v(Part::open, "code", s.code);
    v(Part::open, "title", s.title);
    v(Part::open, "text", s.text);
    v(Part::open, "remedy", s.remedy);
    v(Part::open, "source", s.source);
    v(Part::open, "line", s.line);
  }
};
[[nodiscard]] FieldFinding finding_of(const Error& error, FindingWeight weight);
// The error and everything in its `also`.
[[nodiscard]] std::vector<FieldFinding> findings_of(const Error& error);

struct DraftCheck {
  std::vector<FieldFinding> findings;
  bool complete = false;    // nothing refuses: it can be handed in
  std::vector<project::RuleFinding> rules;     // R1 to R11; none while the plan cannot be read
  std::vector<project::RuleAnswer> answers;
  std::optional<Period> crediting_period;
  std::vector<YearView> years;  // what the plan's expected values give; none of a programme, or where they do not suffice
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "findings", s.findings);
    v(Part::open, "complete", s.complete);
    v(Part::open, "rules", s.rules);
    v(Part::open, "answers", s.answers);
    v(Part::open, "crediting_period", s.crediting_period);
    v(Part::open, "years", s.years);
  }
};

// What is proposed with a changed plan: which kind of change, and the notice of it (計画変更届).
struct PlanChange {
  project::ChangeKind kind = project::ChangeKind::other;
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "kind", s.kind);
    v(Part::open, "document", s.document);
  }
};
struct HandedIn {
  ProjectNumber project;
  std::uint32_t version = 0;   // of the draft
  SequenceNumber entry;
  bool repeated = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "version", s.version);
    v(Part::open, "entry", s.entry);
    v(Part::open, "repeated", s.repeated);
  }
};

class PlanDesk {
 public:
  // `organisation`: whose drafts. The ledger outlives it.
  PlanDesk(Ledger& ledger, PersonId person, OrganisationNumber organisation) : ledger_(ledger), person_(person), organisation_(organisation) {}

  [[nodiscard]] Result<std::vector<DraftView>> list() const;
  // service.draft_missing: there is none of that number in this organisation.
  [[nodiscard]] Result<DraftView> draft(store::DraftNumber number) const;
  // Errors of all that take a plan: those of wire::from_tree (a key that a plan does not have, a value of another kind).
  [[nodiscard]] Result<DraftView> make(const Tree& plan, Instant now) const;
  // The beginning of a plan out of the answers of plan_start.h.
  [[nodiscard]] Result<DraftView> make_from(const StartAsked& asked, bool programme, Instant now) const;
  // A draft of the plan that a project has now, for revising or changing it.
  [[nodiscard]] Result<DraftView> make_of(ProjectNumber project, Instant now) const;
  // service.draft_stale: somebody saved since version `from`.
  [[nodiscard]] Result<DraftView> save(store::DraftNumber number, std::uint32_t from, const Tree& plan, Instant now) const;
  // An earlier version again, as a new one.
  [[nodiscard]] Result<DraftView> restore(store::DraftNumber number, std::uint32_t from, std::uint32_t version, Instant now) const;
  [[nodiscard]] Result<std::vector<DraftVersionView>> versions(store::DraftNumber number) const;
  // service.draft_version_missing.
  [[nodiscard]] Result<std::vector<PlanDifference>> compare(store::DraftNumber number, std::uint32_t before, std::uint32_t after) const;
  [[nodiscard]] Result<void> remove(store::DraftNumber number) const;
  [[nodiscard]] Result<DraftCheck> check(store::DraftNumber number) const;
  // `project` 0: a new one; else a new version of its plan. `on`: the day on which it was handed in on paper before; today where there is none. Errors: those of check_plan, file_plan and of the two commands; service.draft_stale where `from` is not the newest.
  // `change`: the plan of a registered project as it is to be from now on (計画変更): a proposal that the committee decides.
  [[nodiscard]] Result<HandedIn> hand_in(store::DraftNumber number, std::uint32_t from, ProjectNumber project, std::optional<Date> on = {}, std::optional<PlanChange> change = {}) const;
  [[nodiscard]] Result<project::Plan> plan(store::DraftNumber number) const;

 private:
  [[nodiscard]] Result<store::DraftRow> row(store::DraftNumber number) const;
  [[nodiscard]] Result<store::DraftVersionRow> version(store::DraftNumber number, std::uint32_t version) const;
  [[nodiscard]] Result<DraftView> make_plan(const project::Plan& plan, Instant now, ProjectNumber project) const;
  Ledger& ledger_;
  PersonId person_;
  OrganisationNumber organisation_;
};

// Field by field, in the order of the form; lists by their places.
[[nodiscard]] std::vector<PlanDifference> plan_differences(const project::Plan& before, const project::Plan& after);

}  // namespace sumi::service
