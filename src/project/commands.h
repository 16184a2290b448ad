// The way of a project through the scheme, as commands and outcomes. Data only: this header is also read by sumi-verify.
//
// Documents (plan, data set, trace, statements) never enter the journal: their SHA-256 does. What is said here in words is public.
#pragma once

#include <string>
#include <vector>

#include "base/describe.h"

namespace sumi::project {

enum class ProjectType : std::uint8_t { normal = 1, programme = 2 };
enum class ProjectStage : std::uint8_t {
  drafted = 1, in_validation = 2, validated = 3, applied = 4, registered = 5, registration_refused = 6, not_validated = 7, withdrawn = 8
};
enum class ReportStage : std::uint8_t {
  submitted = 1, verified = 2, applied = 3, certified = 4, certification_refused = 5, issued = 6, not_verified = 7
};
// The five answers of a rule.
enum class Answer : std::uint8_t { met = 1, not_met = 2, declared = 3, not_yet_knowable = 4, no_rule_data = 5 };

struct MethodologyUse {
  std::string number;   // EN-S-001
  std::string version;
  Hash pack;            // the pack under which it is calculated
  bool reconstructed = false;  // a formula of it does not come from the official text at hand
  bool removal = false;        // it removes CO2 rather than reduces emissions
  bool nature = false;         // nature-based rather than technology-based
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "number", s.number);
    v(Part::open, "version", s.version);
    v(Part::open, "pack", s.pack);
    v(Part::open, "reconstructed", s.reconstructed);
    v(Part::open, "removal", s.removal);
    v(Part::open, "nature", s.nature);
  }
};
struct ExpectedReduction {
  FiscalYear fiscal_year;
  std::uint64_t tonnes = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "fiscal_year", s.fiscal_year);
    v(Part::open, "tonnes", s.tonnes);
  }
};
// The head of a plan: what the public list of projects shows.
struct PlanHead {
  std::string title;
  ProjectType type = ProjectType::normal;
  std::vector<OrganisationNumber> proponents;  // the first is the representative (代表実施者)
  std::string place;
  std::vector<MethodologyUse> methodologies;
  Period crediting_period;
  std::vector<ExpectedReduction> expected;
  Hash plan;  // of the whole plan as handed in
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "title", s.title);
    v(Part::open, "type", s.type);
    v(Part::open, "proponents", s.proponents);
    v(Part::open, "place", s.place);
    v(Part::open, "methodologies", s.methodologies);
    v(Part::open, "crediting_period", s.crediting_period);
    v(Part::open, "expected", s.expected);
    v(Part::open, "plan", s.plan);
  }
};
struct RuleAnswer {
  std::string rule;  // R1 ... R11
  Answer answer = Answer::no_rule_data;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "rule", s.rule);
    v(Part::open, "answer", s.answer);
  }
};
// One methodology and vintage of a monitoring report. em_bl and em_pj are exact (a decimal, or n/d), in t-CO2; er is floored once.
struct ReductionLine {
  std::string methodology;
  FiscalYear vintage;
  std::string em_bl;
  std::string em_pj;
  std::uint64_t er = 0;
  // What a reader of the figure must know of it.
  bool reconstructed = false;   // a formula that does not come from the official text at hand
  bool approximate = false;     // ln, exp, sqrt or root
  bool low_confidence = false;  // a value of confidence "low"
  std::vector<std::string> declared = {};  // symbols whose value the proponent declared
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "vintage", s.vintage);
    v(Part::open, "em_bl", s.em_bl);
    v(Part::open, "em_pj", s.em_pj);
    v(Part::open, "er", s.er);
    v(Part::open, "reconstructed", s.reconstructed);
    v(Part::open, "approximate", s.approximate);
    v(Part::open, "low_confidence", s.low_confidence);
    v(Part::open, "declared", s.declared);
  }
};

struct NoOutcome {
  template <class Self, class V> static void fields(Self&, V&) {}
};
struct ProjectDrafted {
  ProjectNumber project;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "project", s.project); }
};
// The official number: two series, normal and programme, so a key needs the type too.
struct RegistrationDecided {
  std::uint64_t official_number = 0;  // 0 where it was refused
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "official_number", s.official_number); }
};
struct ReportSubmitted {
  std::uint32_t report = 0;  // counts within the project, from 1
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "report", s.report); }
};
struct CertificationDecided {
  CertificationNumber certification;  // 0 where it was refused
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "certification", s.certification); }
};

// type 60
struct DraftProject {
  using Outcome = ProjectDrafted;
  PlanHead head;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "head", s.head); }
};
// type 61. A new version of the plan; after a refusal it begins the way again.
struct RevisePlan {
  using Outcome = NoOutcome;
  ProjectNumber project;
  PlanHead head;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "head", s.head);
  }
};
// type 62
struct SubmitForValidation {
  using Outcome = NoOutcome;
  ProjectNumber project;
  OrganisationNumber verifier;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "verifier", s.verifier);
  }
};
// type 63
struct RecordValidation {
  using Outcome = NoOutcome;
  ProjectNumber project;
  bool positive = false;
  Hash plan;       // what was validated
  Hash statement;  // the verifier's statement
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "positive", s.positive);
    v(Part::open, "plan", s.plan);
    v(Part::open, "statement", s.statement);
  }
};
// type 64. The business date is the application date of R2 and R3. The answers were computed before the command (decision 9).
struct ApplyForRegistration {
  using Outcome = NoOutcome;
  ProjectNumber project;
  std::vector<RuleAnswer> answers;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "answers", s.answers);
  }
};
// type 65
struct DecideRegistration {
  using Outcome = RegistrationDecided;
  ProjectNumber project;
  std::uint32_t round = 0;  // of the committee
  bool approved = false;
  std::string ground;       // of a refusal
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "round", s.round);
    v(Part::open, "approved", s.approved);
    v(Part::open, "ground", s.ground);
  }
};
// type 66. Figures come from the pure calculation; the hashes let anyone with the evidence repeat it.
struct SubmitReport {
  using Outcome = ReportSubmitted;
  ProjectNumber project;
  Period period;
  Hash plan;
  Hash data_set;
  Hash trace;
  std::vector<ReductionLine> lines;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "period", s.period);
    v(Part::open, "plan", s.plan);
    v(Part::open, "data_set", s.data_set);
    v(Part::open, "trace", s.trace);
    v(Part::open, "lines", s.lines);
  }
};
// type 67. `trace` is what the verifier's own replay gave: it must be the report's.
struct RecordVerification {
  using Outcome = NoOutcome;
  ProjectNumber project;
  std::uint32_t report = 0;
  OrganisationNumber verifier;
  bool positive = false;
  Hash trace;
  Hash statement;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "verifier", s.verifier);
    v(Part::open, "positive", s.positive);
    v(Part::open, "trace", s.trace);
    v(Part::open, "statement", s.statement);
  }
};
// type 68
struct ApplyForCertification {
  using Outcome = NoOutcome;
  ProjectNumber project;
  std::uint32_t report = 0;
  std::string programme_code;  // 制度記号 that is asked for
  std::string credit_type;     // クレジット種別
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "programme_code", s.programme_code);
    v(Part::open, "credit_type", s.credit_type);
  }
};
// type 69
struct DecideCertification {
  using Outcome = CertificationDecided;
  ProjectNumber project;
  std::uint32_t report = 0;
  std::uint32_t round = 0;
  bool approved = false;
  std::string ground;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "round", s.round);
    v(Part::open, "approved", s.approved);
    v(Part::open, "ground", s.ground);
  }
};

}  // namespace sumi::project
