// The way to a retirement (無効化), as somebody walks it: for which purposes, which units may serve and why others may not, what would be retired, what waits, and
// what became of it. The answers are the rulebook's rows and the ledger's own decisions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/eligibility.h"
#include "service/transfers_view.h"

namespace sumi::service {

// Where something was published.
struct SourceView {
  std::string id, title, publisher, published, address;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "id", s.id);
    v(Part::open, "title", s.title);
    v(Part::open, "publisher", s.publisher);
    v(Part::open, "published", s.published);
    v(Part::open, "address", s.address);
  }
};
[[nodiscard]] std::vector<SourceView> sources_of(const rulebook::Rulebook& book, const std::vector<std::string>& ids);

struct PurposeView {
  std::string purpose;
  Bilingual title;
  std::vector<registry::EndUse> end_uses;
  bool fiscal_year_needed = false;
  bool years_bound = false;       // only these years; else any
  std::vector<FiscalYear> years;  // that a retirement completed today would serve; without a bound: the running one and those next to it, to choose from
  std::string scope;              // uses of one retirement have one scope
  bool place_rule = false, object_needed = false;
  std::vector<std::string> needs; // report, ordinance ...: what must be at hand
  bool judged = false;            // rows of eligibility are known for it
  std::vector<SourceView> sources;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "purpose", s.purpose);
    v(Part::open, "title", s.title);
    v(Part::open, "end_uses", s.end_uses);
    v(Part::open, "fiscal_year_needed", s.fiscal_year_needed);
    v(Part::open, "years_bound", s.years_bound);
    v(Part::open, "years", s.years);
    v(Part::open, "scope", s.scope);
    v(Part::open, "place_rule", s.place_rule);
    v(Part::open, "object_needed", s.object_needed);
    v(Part::open, "needs", s.needs);
    v(Part::open, "judged", s.judged);
    v(Part::open, "sources", s.sources);
  }
};
// Those that somebody may apply for, in the rulebook's order.
[[nodiscard]] std::vector<PurposeView> purposes_of(const rulebook::Rulebook& book, const scheme::Rules& rules, Date today);
[[nodiscard]] Bilingual purpose_title(const rulebook::Rulebook& book, const std::string& purpose);

// What somebody wants to retire, before anything is entered.
struct RetireDraft {
  registry::EndUse end_use = registry::EndUse::retirement;
  registry::Selection selection;  // not asked where units are judged one by one
  OrganisationNumber user;        // 0: the account's owner
  std::vector<registry::Use> uses;
  Hash consent;
  registry::OffsetKind offset = registry::OffsetKind::none;
  std::string offset_object, place, note;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "end_use", s.end_use);
    v(Part::open, "selection", s.selection);
    v(Part::open, "user", s.user);
    v(Part::open, "uses", s.uses);
    v(Part::open, "consent", s.consent);
    v(Part::open, "offset", s.offset);
    v(Part::open, "offset_object", s.offset_object);
    v(Part::open, "place", s.place);
    v(Part::open, "note", s.note);
  }
};

enum class Eligibility : std::uint8_t { yes = 1, conditional = 2, not_known = 3, no = 4, not_free = 5 };
[[nodiscard]] std::span<const std::pair<std::string_view, Eligibility>> enum_names(Eligibility);

// One rule of eligibility as it decided.
struct RuleView {
  std::string purpose;
  Bilingual scheme, credit, condition, limit, reason;
  std::string verdict;  // met, conditional, not_yet_knowable, no_rule_data, not_met
  Bilingual verdict_words;
  std::string confidence;
  std::vector<SourceView> sources;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "purpose", s.purpose);
    v(Part::open, "scheme", s.scheme);
    v(Part::open, "credit", s.credit);
    v(Part::open, "condition", s.condition);
    v(Part::open, "limit", s.limit);
    v(Part::open, "reason", s.reason);
    v(Part::open, "verdict", s.verdict);
    v(Part::open, "verdict_words", s.verdict_words);
    v(Part::open, "confidence", s.confidence);
    v(Part::open, "sources", s.sources);
  }
};
struct EligibleLine {
  HoldingLine line;
  Eligibility eligible = Eligibility::no;
  Bilingual words;
  std::vector<RuleView> rules;      // of each purpose
  std::optional<WhyNot> why_not;    // what the ledger would refuse these units with, or what they wait for
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "line", s.line);
    v(Part::open, "eligible", s.eligible);
    v(Part::open, "words", s.words);
    v(Part::open, "rules", s.rules);
    v(Part::open, "why_not", s.why_not);
  }
};
struct EligibleUnits {
  std::vector<EligibleLine> lines;  // the first limits of them, in picking order
  std::uint32_t lines_in_all = 0;
  Amount may, conditional, may_not, waiting;
  std::optional<WhyNot> draft;      // what is wrong with the draft whatever units are chosen
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "lines", s.lines);
    v(Part::open, "lines_in_all", s.lines_in_all);
    v(Part::open, "may", s.may);
    v(Part::open, "conditional", s.conditional);
    v(Part::open, "may_not", s.may_not);
    v(Part::open, "waiting", s.waiting);
    v(Part::open, "draft", s.draft);
  }
};
struct RetirePreview {
  registry::EndUse end_use = registry::EndUse::retirement;
  Amount units;
  std::vector<EligibleLine> lines;
  OrganisationBrief user;
  std::string user_corporate_number;
  bool by_proxy = false;
  bool needs_second = false;  // another person completes it
  Instant lapses_at;          // unless it is completed before
  bool second_factor = false; // asked for completing
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "end_use", s.end_use);
    v(Part::open, "units", s.units);
    v(Part::open, "lines", s.lines);
    v(Part::open, "user", s.user);
    v(Part::open, "user_corporate_number", s.user_corporate_number);
    v(Part::open, "by_proxy", s.by_proxy);
    v(Part::open, "needs_second", s.needs_second);
    v(Part::open, "lapses_at", s.lapses_at);
    v(Part::open, "second_factor", s.second_factor);
  }
};
// Each line of the account: whether it may serve the draft, by the rulebook's rows and by the ledger itself.
Result<EligibleUnits> judge_units(Ledger& ledger, const Actor& actor, Instant clock, AccountNumber account, const RetireDraft& draft);
// Refused with what the ledger would refuse it with.
Result<RetirePreview> preview_retirement(Ledger& ledger, const Actor& actor, Instant clock, AccountNumber account, const RetireDraft& draft);

struct OwnUse {
  std::string purpose;
  Bilingual title;
  FiscalYear fiscal_year;
  std::string report;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "purpose", s.purpose);
    v(Part::open, "title", s.title);
    v(Part::open, "fiscal_year", s.fiscal_year);
    v(Part::open, "report", s.report);
  }
};
struct DividedPart {
  std::uint64_t first = 0, last = 0;  // numbers of the certificates
  std::string title;
  std::uint64_t count = 0;
  Amount each;                        // g-CO2
  Date issued_on;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "first", s.first);
    v(Part::open, "last", s.last);
    v(Part::open, "title", s.title);
    v(Part::open, "count", s.count);
    v(Part::open, "each", s.each);
    v(Part::open, "issued_on", s.issued_on);
  }
};
// A retirement as its parties see it: asked for, completed, withdrawn or lapsed.
struct OwnRetirement {
  RetirementNumber retirement;
  AccountBrief account;
  registry::EndUse end_use = registry::EndUse::retirement;
  registry::RetirementStatus status = registry::RetirementStatus::requested;
  Amount units;
  std::vector<HoldingLine> lines;
  std::vector<OwnUse> uses;
  OrganisationBrief user;
  bool by_proxy = false;
  registry::OffsetKind offset = registry::OffsetKind::none;
  std::string offset_object, place, note;
  std::string requested_by;  // for those of the same organisation
  Instant requested_at, lapses_at;
  std::optional<Date> decided;
  bool needs_second = false;
  MayView complete, withdraw, divide;
  std::string command;       // that completes it: ExecuteRetirement, or ConfirmRetirement of an old request
  Amount divided, left;      // in g-CO2
  std::vector<DividedPart> certificates;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "retirement", s.retirement);
    v(Part::open, "account", s.account);
    v(Part::open, "end_use", s.end_use);
    v(Part::open, "status", s.status);
    v(Part::open, "units", s.units);
    v(Part::open, "lines", s.lines);
    v(Part::open, "uses", s.uses);
    v(Part::open, "user", s.user);
    v(Part::open, "by_proxy", s.by_proxy);
    v(Part::open, "offset", s.offset);
    v(Part::open, "offset_object", s.offset_object);
    v(Part::open, "place", s.place);
    v(Part::open, "note", s.note);
    v(Part::open, "requested_by", s.requested_by);
    v(Part::open, "requested_at", s.requested_at);
    v(Part::open, "lapses_at", s.lapses_at);
    v(Part::open, "decided", s.decided);
    v(Part::open, "needs_second", s.needs_second);
    v(Part::open, "complete", s.complete);
    v(Part::open, "withdraw", s.withdraw);
    v(Part::open, "divide", s.divide);
    v(Part::open, "command", s.command);
    v(Part::open, "divided", s.divided);
    v(Part::open, "left", s.left);
    v(Part::open, "certificates", s.certificates);
  }
};
struct RetirementFilter {
  AccountNumber account;
  std::string status, end_use, purpose;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "account", s.account);
    v(Part::open, "status", s.status);
    v(Part::open, "end_use", s.end_use);
    v(Part::open, "purpose", s.purpose);
  }
};
// Of accounts that the actor may see, and those of which its organisation is the user. Newest first.
Result<std::vector<OwnRetirement>> retirements_of(const Ledger& ledger, const Actor& actor, Instant clock, const RetirementFilter& filter);
Result<std::optional<OwnRetirement>> own_retirement(const Ledger& ledger, const Actor& actor, Instant clock, RetirementNumber retirement);
// Whether the actor may have the notice and the certificates: the holder's and the user's persons, their agents, the secretariat and the auditor.
[[nodiscard]] bool may_see(const scheme::State& state, const Actor& actor, RetirementNumber retirement);
void sort_retirements(std::vector<OwnRetirement>& all, std::string_view by);

}  // namespace sumi::service
