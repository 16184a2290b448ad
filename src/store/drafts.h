// Drafts of plans in people.db (sql/people/0005.sql): what an organisation writes before it hands anything in, with every version that was saved.
//
// It shares connection and lock of Identities. A save names the version it was made from, so of two people who write at once the second is told and nothing is
// lost. No rule of a plan is here: a draft's body is a text.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/describe.h"
#include "base/id.h"
#include "base/result.h"
#include "store/sqlite.h"

namespace sumi::store {

using DraftNumber = Number<struct DraftTag>;

struct DraftRow {
  static constexpr const char* table = "drafts";
  DraftNumber id;
  OrganisationNumber organisation;
  std::string title;
  std::string methodology;
  ProjectNumber project;
  std::uint32_t handed_in = 0;
  std::uint32_t version = 0;
  Instant made, changed;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "id", s.id);
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "title", s.title);
    v(Part::party, "methodology", s.methodology);
    v(Part::party, "project", s.project);
    v(Part::party, "handed_in", s.handed_in);
    v(Part::party, "version", s.version);
    v(Part::party, "made_ms", s.made);
    v(Part::party, "changed_ms", s.changed);
  }
};
struct DraftVersionRow {
  static constexpr const char* table = "draft_versions";
  DraftNumber draft;
  std::uint32_t version = 0;
  PersonId editor;
  Instant saved;
  std::uint32_t restored = 0;
  std::string body;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "draft", s.draft);
    v(Part::party, "version", s.version);
    v(Part::party, "editor", s.editor);
    v(Part::party, "saved_ms", s.saved);
    v(Part::party, "restored", s.restored);
    v(Part::party, "body", s.body);
  }
};

class Drafts {
 public:
  // Both outlive it.
  Drafts(Database& database, std::recursive_mutex& mutex) : database_(database), mutex_(mutex) {}

  // A new draft with its first version. `row.id` and `row.version` are given here.
  Result<DraftRow> make(DraftRow row, PersonId editor, const std::string& body);
  Result<std::vector<DraftRow>> of(OrganisationNumber organisation);  // newest change first
  Result<std::optional<DraftRow>> one(DraftNumber id);
  // The next version, if `from` is still the newest one; nothing where it is not. The same body again makes no version.
  Result<std::optional<DraftRow>> save(DraftNumber id, std::uint32_t from, PersonId editor, Instant now, const std::string& title, const std::string& methodology, const std::string& body,
                                       std::uint32_t restored = 0);
  Result<void> handed_in(DraftNumber id, std::uint32_t version, ProjectNumber project);
  Result<std::vector<DraftVersionRow>> versions(DraftNumber id);  // oldest first, without their bodies
  Result<std::optional<DraftVersionRow>> version(DraftNumber id, std::uint32_t version);
  Result<void> remove(DraftNumber id);
  // Every row against its checksum; one sentence per finding.
  Result<void> check(std::vector<std::string>& findings);

 private:
  Result<void> put(const DraftRow& row);
  Result<void> put(const DraftVersionRow& row);
  Database& database_;
  std::recursive_mutex& mutex_;
};

}  // namespace sumi::store
