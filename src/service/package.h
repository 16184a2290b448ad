// The offline package: all that a verifier needs to calculate a report again on another machine, and the signed return that comes back.
//
// A package is one file:
//
//   sumi package 1\n
//   KIND SPACE NAME SPACE LENGTH SPACE SHA256 \n   then LENGTH bytes and \n      for each document
//   end\n
//
// Kinds: statement (JSON: what it is, of which report, what is claimed), plan, data, trace, roll (of a programme: its members, without names), evidence, pack. Documents stand in that order, packs by family:
// the same report gives the same bytes. A return is a text whose last line signs all lines before it, as a signed note does (journal/checkpoint.h):
//
//   sumi verification return 1
//   store sumi-demo/...          project 1, report 1, package, plan, data_set, trace: one line each
//   verifier 3
//   result positive|negative
//   materiality 5 %
//   claimed METHODOLOGY FYyyyy TONNES      a line for each
//   own METHODOLOGY FYyyyy TONNES          the verifier's own figures, where it gives some
//   difference N/M                         of the claimed total
//   reason TEXT                            of a negative result
//                                          an empty line
//   — NAME BASE64                          key id and Ed25519 signature over everything up to and with the empty line's predecessor
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "journal/checkpoint.h"
#include "service/projects.h"

namespace sumi::service {

struct ClaimedLine {
  std::string methodology;
  FiscalYear vintage;
  std::uint64_t tonnes = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "vintage", s.vintage);
    v(Part::open, "tonnes", s.tonnes);
  }
};
// What a package says of itself.
struct PackageStatement {
  std::string what;         // in words
  std::string store;        // origin: sumi-demo/...
  ProjectNumber project;
  std::uint32_t report = 0;
  std::string title;
  std::vector<std::string> proponents;  // names
  Period period;
  Hash plan;
  Hash data_set;
  Hash trace;
  Hash manifest;            // of the rulebook
  std::vector<ClaimedLine> claimed;
  std::vector<std::string> evidence_missing;  // cited, and not at hand when it was made
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "what", s.what);
    v(Part::open, "store", s.store);
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "title", s.title);
    v(Part::open, "proponents", s.proponents);
    v(Part::open, "period", s.period);
    v(Part::open, "plan", s.plan);
    v(Part::open, "data_set", s.data_set);
    v(Part::open, "trace", s.trace);
    v(Part::open, "manifest", s.manifest);
    v(Part::open, "claimed", s.claimed);
    v(Part::open, "evidence_missing", s.evidence_missing);
  }
};

// `progress`: documents that are in it, of all. service.report_not_known, service.document_missing.
Result<std::string> make_package(const Ledger& ledger, ProjectNumber project, std::uint32_t report, const std::function<void(std::uint64_t done, std::uint64_t of)>& progress = {});

struct Recalculation {
  PackageStatement statement;
  Hash package;                          // of the file
  std::size_t documents = 0;             // whose hashes hold
  std::optional<project::CalculationResult> calculation;  // nothing: it differs, and `reason` says where
  std::vector<ClaimedLine> own;          // the verifier's figures, if it gave some
  Rational materiality_percent;          // of the claimed reduction, from the package's rulebook
  Rational difference;                   // |own - claimed| / claimed; 0 where it gave none
  bool positive = false;
  std::string reason;                    // of a negative result
};
// Verifies every hash, calculates everything again from the package alone and compares the trace byte for byte. A difference between the verifier's own
// figures and the claimed total is material from `materiality_percent` on. `figures`: CSV methodology,vintage,tonnes; empty: none.
// Errors: service.package_*, service.figures_unreadable. A trace that differs is a negative result, not an error.
Result<Recalculation> recalculate(const std::string& package, const std::string& file_name, const std::string& figures = {});

[[nodiscard]] std::string make_return(const Recalculation& recalculation, OrganisationNumber verifier, const journal::SigningKey& key);

struct VerificationReturn {
  std::string store;
  ProjectNumber project;
  std::uint32_t report = 0;
  Hash plan, data_set, trace;
  OrganisationNumber verifier;
  bool positive = false;
  std::vector<std::string> claimed;      // its lines of what was claimed, as they stand
  std::string body;                      // what is signed
  Bytes signature;
};
// service.return_unreadable with its line.
Result<VerificationReturn> read_return(const std::string& text, const std::string& file_name);
// Checks the signature against the keys that the organisation has registered, the hashes and what was claimed against the report, keeps the document as evidence and records
// the verification with it as statement. service.return_signature, service.return_of_another, and what RecordVerification refuses.
Result<Accepted> accept_return(Ledger& ledger, const std::string& text, const std::string& file_name, PersonId actor, OrganisationNumber on_behalf_of);

}  // namespace sumi::service
