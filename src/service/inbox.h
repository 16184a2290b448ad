// What waits for whom, read from the state; nothing of it is stored.
//
// A case, an account, an offer always waits for somebody: each thing that waits is one task with one addressee, a role (and, where only some will do, the
// organisations and persons), and the commands that answer it, the usual one first. Who may give that command is the scheme's own table, so a task that somebody sees
// is one that they may do. While a project is held, or a forest's yearly report is missing, what its proponents, the committee and the issue would do stands still and is nobody's task.
//
// Due days: the state's own deadlines (a return, an offer, a request, a forest's year: after them something lapses), and, where there is none, the day by which it
// should be done: since + the rulebook's lead time of that kind (jcredit-scheme/rules, lead_time.KIND, in days).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rulebook/rulebook.h"
#include "service/permissions.h"

namespace sumi::service {

enum class TaskKind : std::uint8_t {
  plan_to_submit = 1, plan_to_revise, forest_terms, validation, finding_to_answer, finding_to_close, registration_application, return_to_answer, docket, registration_decision,
  report_next, report_again, verification, certification_application, certification_decision, issue, change_validation, change_decision, appeal_decision, hold, permanence_report,
  reversal_to_record, buffer_draw, obligation_to_fulfil, obligation_to_settle, support_decision, follow_up, match_decision, sample_to_draw, round_to_close,
  methodology_review, comment_to_open, comment_to_close, methodology_decision, methodology_adoption, account_documents, account_decision, account_suspended, account_succession,
  offer_second, offer_to_accept, units_return, retirement_to_confirm, opening_to_close
};
[[nodiscard]] std::span<const std::pair<std::string_view, TaskKind>> enum_names(TaskKind);
[[nodiscard]] std::string_view title_of(TaskKind kind, Language language);

// What the task is about. The numbers that do not belong to it are 0.
enum class SubjectKind : std::uint8_t {
  project = 1, report, certification, finding, change, appeal, support, member_match, sample, reversal, obligation, round, methodology_proposal, account, offer, units_return, retirement, opening
};
[[nodiscard]] std::span<const std::pair<std::string_view, SubjectKind>> enum_names(SubjectKind);

struct Task {
  std::string key;   // "validation/3": the same as long as it waits
  TaskKind kind = TaskKind::plan_to_submit;
  std::string ja, en;  // what is to be done
  SubjectKind subject = SubjectKind::project;
  ProjectNumber project;
  std::uint64_t number = 0;   // of the subject, where it is not the project: report, finding, offer ...
  std::string about;          // the project's title, the account's holder ... : a legal entity's or a project's name, never a person's
  scheme::Role role = scheme::Role::secretariat;   // the addressee
  std::vector<OrganisationNumber> organisations;   // for which one has it; none: whoever has the role
  std::vector<std::string> commands;               // any of them answers it; the usual one first
  Date since;
  std::optional<Date> due;
  bool deadline = false;  // due is a last day, after which something lapses or is missed; else the day by which it should be done
  bool overdue = false;
  std::string page;       // path below the base URL
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "key", s.key);
    v(Part::open, "kind", s.kind);
    v(Part::open, "ja", s.ja);
    v(Part::open, "en", s.en);
    v(Part::open, "subject", s.subject);
    v(Part::open, "project", s.project);
    v(Part::open, "number", s.number);
    v(Part::open, "about", s.about);
    v(Part::open, "role", s.role);
    v(Part::open, "organisations", s.organisations);
    v(Part::open, "commands", s.commands);
    v(Part::open, "since", s.since);
    v(Part::open, "due", s.due);
    v(Part::open, "deadline", s.deadline);
    v(Part::open, "overdue", s.overdue);
    v(Part::open, "page", s.page);
  }
  // Who of them: not described, since persons are nobody else's to see.
  std::vector<PersonId> only;      // none: whoever has the role
  std::vector<PersonId> except;    // four eyes
  std::vector<OrganisationNumber> parties;  // whose family may not (a verifier of one's own project)
};

// Days by kind; a kind that is not there has none.
using LeadTimes = std::map<TaskKind, std::int32_t>;
[[nodiscard]] LeadTimes lead_times(const rulebook::Rulebook& rulebook);

// Everything that waits, by due day (those without one behind), then since and key. Cost: the cases and accounts of the store, not its units.
[[nodiscard]] std::vector<Task> all_tasks(const scheme::State& state, Date today, const LeadTimes& leads);
// Whether that actor is one of those whom the task waits for.
[[nodiscard]] bool is_for(const scheme::State& state, const Task& task, const Actor& actor);
[[nodiscard]] std::vector<Task> inbox(const scheme::State& state, const Actor& actor, Date today, const LeadTimes& leads);
// What waits for whom in one case.
[[nodiscard]] std::vector<Task> waiting_for(const scheme::State& state, ProjectNumber project, Date today, const LeadTimes& leads);

// Tasks with a due day as an iCalendar file (RFC 5545): one all-day event each, with an alarm three days before. `now` is its DTSTAMP.
[[nodiscard]] std::string inbox_calendar(const std::vector<Task>& tasks, const std::string& base_url, const Id128& store, Instant now, Language language);

}  // namespace sumi::service
