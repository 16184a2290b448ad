// What a body that accompanies companies sees (a bank, a chamber, a municipality): the companies that lent it the role of a supporter, their cases, the help that was
// applied for, and projects that were registered and never certified. It reads; what it may do is what each company lent it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "project/names.h"
#include "project/support.h"
#include "service/account_view.h"
#include "service/inbox.h"
#include "service/permissions.h"
#include "rulebook/rulebook.h"

namespace sumi::service {

// A case in one line.
struct AccompaniedCase {
  ProjectView project;
  Bilingual stage;
  std::vector<Task> waiting;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "project", s.project);
    v(Part::party, "stage", s.stage);
    v(Part::party, "waiting", s.waiting);
  }
};
struct AccompaniedCompany {
  OrganisationBrief organisation;
  std::uint64_t delegation = 0;
  Date from, until;
  std::vector<AccompaniedCase> cases;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "delegation", s.delegation);
    v(Part::party, "from", s.from);
    v(Part::party, "until", s.until);
    v(Part::party, "cases", s.cases);
  }
};
// Of the delegations of a supporter's role that hold for that person on that day, by organisation.
[[nodiscard]] std::vector<AccompaniedCompany> companies_of(const scheme::State& state, PersonId person, Date today, const LeadTimes& leads);
// The numbers of their projects.
[[nodiscard]] std::vector<ProjectNumber> projects_of(const scheme::State& state, OrganisationNumber organisation);

struct HelpLine {
  ProjectNumber project;
  std::string title;
  project::SupportKind kind = project::SupportKind::plan_writing;
  Bilingual kind_words;
  project::BodyKind body = project::BodyKind::small_company;
  Bilingual body_words;
  std::uint64_t tonnes_per_year = 0;
  std::vector<OrganisationBrief> operators;
  std::vector<std::string> methodologies;
  Date applied_on;
  bool decided = false, approved = false;
  std::string ground;
  std::optional<Date> decided_on;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "project", s.project);
    v(Part::party, "title", s.title);
    v(Part::party, "kind", s.kind);
    v(Part::party, "kind_words", s.kind_words);
    v(Part::party, "body", s.body);
    v(Part::party, "body_words", s.body_words);
    v(Part::party, "tonnes_per_year", s.tonnes_per_year);
    v(Part::party, "operators", s.operators);
    v(Part::party, "methodologies", s.methodologies);
    v(Part::party, "applied_on", s.applied_on);
    v(Part::party, "decided", s.decided);
    v(Part::party, "approved", s.approved);
    v(Part::party, "ground", s.ground);
    v(Part::party, "decided_on", s.decided_on);
  }
};
// Of the projects that the actor may see, the newest first.
[[nodiscard]] std::vector<HelpLine> helps_seen(const scheme::State& state, const rulebook::Rulebook& book, PersonId person, const Actor& actor, Date today);

struct FollowUpLine {
  ProjectNumber project;
  std::uint64_t official_number = 0;
  std::string title;
  std::vector<OrganisationBrief> proponents;
  Date registered_on;
  std::uint64_t days = 0;      // since then
  std::uint32_t follow_ups = 0;
  std::optional<Bilingual> reason, next_step;  // of the newest, in the rulebook's words
  std::optional<Date> next_on;
  bool overdue = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "project", s.project);
    v(Part::party, "official_number", s.official_number);
    v(Part::party, "title", s.title);
    v(Part::party, "proponents", s.proponents);
    v(Part::party, "registered_on", s.registered_on);
    v(Part::party, "days", s.days);
    v(Part::party, "follow_ups", s.follow_ups);
    v(Part::party, "reason", s.reason);
    v(Part::party, "next_step", s.next_step);
    v(Part::party, "next_on", s.next_on);
    v(Part::party, "overdue", s.overdue);
  }
};
[[nodiscard]] std::vector<FollowUpLine> follow_ups_seen(const scheme::State& state, const rulebook::Rulebook& book, PersonId person, const Actor& actor, Date today);

// What a form chooses from: a key of the rulebook and its words.
struct KeyWords {
  std::string key;
  Bilingual words;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "key", s.key);
    v(Part::open, "words", s.words);
  }
};
struct SupportChoices {
  std::vector<KeyWords> reasons, next_steps;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "reasons", s.reasons);
    v(Part::open, "next_steps", s.next_steps);
  }
};
[[nodiscard]] SupportChoices support_choices(const rulebook::Rulebook& book);

}  // namespace sumi::service
