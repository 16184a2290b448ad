// What anybody may know of a registered project: its head and the versions of its plan, its reports that were certified, where its tonnes are (sums, never holders), what used them, and
// the entries of the journal that say so. And of a batch and of a retirement.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "service/account_view.h"
#include "service/public_index.h"

namespace sumi::service {

// An entry of the journal as everybody may see it; its receipt proves it.
struct HistoryLine {
  SequenceNumber entry;
  Date date;
  std::string command;
  std::optional<OrganisationBrief> organisation;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "entry", s.entry);
    v(Part::open, "date", s.date);
    v(Part::open, "command", s.command);
    v(Part::open, "organisation", s.organisation);
  }
};
// A document whose SHA-256 the journal holds. The file itself is its owner's: who was given it compares.
struct DocumentView {
  std::string kind;  // plan, validation, data_set, trace, verification
  std::string of;    // "2": version of the plan, or number of the report
  Date date;
  Hash hash;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "kind", s.kind);
    v(Part::open, "of", s.of);
    v(Part::open, "date", s.date);
    v(Part::open, "hash", s.hash);
  }
};
struct MethodologyBrief {
  std::string number;
  std::string version;
  Bilingual title;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "number", s.number);
    v(Part::open, "version", s.version);
    v(Part::open, "title", s.title);
  }
};
struct ExpectedYear {
  FiscalYear fiscal_year;
  Amount expected;
  std::optional<Amount> certified;  // of that vintage so far
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "fiscal_year", s.fiscal_year);
    v(Part::open, "expected", s.expected);
    v(Part::open, "certified", s.certified);
  }
};
struct CertifiedView {
  std::string methodology;
  FiscalYear vintage;
  Amount certified;
  std::string baseline, project;  // t-CO2, exact, before the reduction is floored; "" where it was brought in
  bool reconstructed = false, approximate = false, low_confidence = false;
  std::vector<std::string> declared;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "vintage", s.vintage);
    v(Part::open, "certified", s.certified);
    v(Part::open, "baseline", s.baseline);
    v(Part::open, "project", s.project);
    v(Part::open, "reconstructed", s.reconstructed);
    v(Part::open, "approximate", s.approximate);
    v(Part::open, "low_confidence", s.low_confidence);
    v(Part::open, "declared", s.declared);
  }
};
struct CertificationView {
  CertificationNumber certification;
  std::uint32_t report = 0;
  std::optional<Period> period;
  Date certified_on;
  std::uint32_t round = 0;
  std::optional<OrganisationBrief> verifier;
  Amount certified;
  std::vector<CertifiedView> lines;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "certification", s.certification);
    v(Part::open, "report", s.report);
    v(Part::open, "period", s.period);
    v(Part::open, "certified_on", s.certified_on);
    v(Part::open, "round", s.round);
    v(Part::open, "verifier", s.verifier);
    v(Part::open, "certified", s.certified);
    v(Part::open, "lines", s.lines);
  }
};
// A batch and where its units are, in sums.
struct BatchView {
  BatchNumber batch;
  ProjectNumber project;
  std::string project_title;
  CertificationNumber certification;
  std::string serials;  // as printed
  std::string crediting_programme, credit_type, methodology;
  FiscalYear vintage;
  std::string place;
  Date issued_on;
  Amount issued, held, waiting, buffer, used, expired, exported;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "batch", s.batch);
    v(Part::open, "project", s.project);
    v(Part::open, "project_title", s.project_title);
    v(Part::open, "certification", s.certification);
    v(Part::open, "serials", s.serials);
    v(Part::open, "crediting_programme", s.crediting_programme);
    v(Part::open, "credit_type", s.credit_type);
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "vintage", s.vintage);
    v(Part::open, "place", s.place);
    v(Part::open, "issued_on", s.issued_on);
    v(Part::open, "issued", s.issued);
    v(Part::open, "held", s.held);
    v(Part::open, "waiting", s.waiting);
    v(Part::open, "buffer", s.buffer);
    v(Part::open, "used", s.used);
    v(Part::open, "expired", s.expired);
    v(Part::open, "exported", s.exported);
  }
};
struct RetirementBrief {
  RetirementNumber retirement;
  registry::EndUse end_use = registry::EndUse::retirement;
  std::string user;
  Date completed_on;
  Amount used;  // of this project or batch
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "retirement", s.retirement);
    v(Part::open, "end_use", s.end_use);
    v(Part::open, "user", s.user);
    v(Part::open, "completed_on", s.completed_on);
    v(Part::open, "used", s.used);
  }
};
struct ProjectPage {
  ProjectView project;
  std::vector<MethodologyBrief> methodologies;
  std::vector<ExpectedYear> years;
  std::vector<CertificationView> certifications;
  std::vector<BatchView> batches;
  std::vector<RetirementBrief> retirements;
  std::vector<DocumentView> documents;
  std::vector<HistoryLine> history;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "methodologies", s.methodologies);
    v(Part::open, "years", s.years);
    v(Part::open, "certifications", s.certifications);
    v(Part::open, "batches", s.batches);
    v(Part::open, "retirements", s.retirements);
    v(Part::open, "documents", s.documents);
    v(Part::open, "history", s.history);
  }
};
struct BatchPage {
  BatchView batch;
  std::vector<RetirementBrief> retirements;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "batch", s.batch);
    v(Part::open, "retirements", s.retirements);
  }
};

// Of registered projects only; nothing where there is none.
Result<std::optional<ProjectPage>> project_page(const Ledger& ledger, PublicIndex& index, ProjectNumber project);
Result<std::optional<BatchPage>> batch_page(const Ledger& ledger, PublicIndex& index, BatchNumber batch);
[[nodiscard]] std::vector<HistoryLine> history_of(const scheme::State& state, const std::vector<PublicEntry>& entries);

// ---- a retirement ----

struct UseView {
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
struct UsedUnits {
  BatchNumber batch;
  std::string serials;
  ProjectNumber project;
  std::string project_title, place;
  std::string credit_type, methodology;
  FiscalYear vintage;
  Amount used;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "batch", s.batch);
    v(Part::open, "serials", s.serials);
    v(Part::open, "project", s.project);
    v(Part::open, "project_title", s.project_title);
    v(Part::open, "place", s.place);
    v(Part::open, "credit_type", s.credit_type);
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "vintage", s.vintage);
    v(Part::open, "used", s.used);
  }
};
// Certificates of one size; what each is for is sealed.
struct CertificatesView {
  std::uint64_t first = 0, last = 0;
  Date issued_on;
  Amount each;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "first", s.first);
    v(Part::open, "last", s.last);
    v(Part::open, "issued_on", s.issued_on);
    v(Part::open, "each", s.each);
  }
};
struct RetirementPage {
  RetirementNumber retirement;
  registry::EndUse end_use = registry::EndUse::retirement;
  Date completed_on;
  std::string user, user_corporate_number;
  registry::OffsetKind offset = registry::OffsetKind::none;
  Amount used;
  std::vector<UseView> uses;
  std::vector<UsedUnits> units;
  std::vector<CertificatesView> certificates;
  Amount divided;          // into certificates, in grams
  SequenceNumber entry;    // that made it
  std::string code;        // that stands on its papers
  std::string path;        // of this page: "/r/sumi/..."
  std::vector<HistoryLine> history;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "retirement", s.retirement);
    v(Part::open, "end_use", s.end_use);
    v(Part::open, "completed_on", s.completed_on);
    v(Part::open, "user", s.user);
    v(Part::open, "user_corporate_number", s.user_corporate_number);
    v(Part::open, "offset", s.offset);
    v(Part::open, "used", s.used);
    v(Part::open, "uses", s.uses);
    v(Part::open, "units", s.units);
    v(Part::open, "certificates", s.certificates);
    v(Part::open, "divided", s.divided);
    v(Part::open, "entry", s.entry);
    v(Part::open, "code", s.code);
    v(Part::open, "path", s.path);
    v(Part::open, "history", s.history);
  }
};
// Completed ones only.
Result<std::optional<RetirementPage>> retirement_page(const Ledger& ledger, PublicIndex& index, RetirementNumber retirement);

// Where the code on a paper leads: an entry, and the retirement that it completed, where it did. service.paper_code_syntax, paper_code_foreign, entry_missing.
struct CodeView {
  SequenceNumber entry;
  RetirementNumber retirement;
  std::string code;
  HistoryLine line;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "entry", s.entry);
    v(Part::open, "retirement", s.retirement);
    v(Part::open, "code", s.code);
    v(Part::open, "line", s.line);
  }
};
Result<CodeView> code_view(const Ledger& ledger, PublicIndex& index, std::string_view code);

}  // namespace sumi::service
