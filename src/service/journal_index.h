// The whole journal as the auditor lists it: which entries are of a kind, by a person, for an organisation, concern a project or an account, are of some days.
// Followed from where it was left, so that a page of the list needs no reading of the whole journal. 40 bytes an entry, and 8 for each project and account it concerns.
//
// What an entry concerns are the numbers that stand in its fields, and those that follow from them: an entry that names a certification or a batch concerns its
// project, and one that names a retirement, an offer, a return or a restriction concerns the accounts that were named where it began.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "service/ledger.h"

namespace sumi::service {

struct JournalFilter {
  std::string command;              // "Transfer"; "": all
  std::optional<PersonId> person;   // nil: the system itself
  OrganisationNumber organisation;  // 0: all
  ProjectNumber project;
  AccountNumber account;
  std::optional<Date> from, to;     // days of the entry in Japan, both included
};
struct JournalFound {
  std::vector<SequenceNumber> entries;  // in the order that was asked for
  std::uint32_t total = 0;              // of all pages
  bool more = false;
};
struct Concerns {
  std::vector<ProjectNumber> projects;
  std::vector<AccountNumber> accounts;
};

class JournalIndex {
 public:
  // Thread-safe. Reads on in the journal first. `after`: the last entry of the page before; 0 = the first page.
  Result<JournalFound> find(const Ledger& ledger, const JournalFilter& filter, bool newest_first, SequenceNumber after, std::size_t limit);
  // service: nothing for an entry that is not there yet.
  Result<Concerns> concerns(const Ledger& ledger, SequenceNumber entry);

 private:
  struct Row {
    std::uint16_t command = 0;
    std::int32_t day = 0;
    std::uint32_t person = 0;  // place in persons_
    std::uint64_t organisation = 0;
    std::uint32_t concerns = 0, concerns_end = 0;  // places in things_
  };
  Result<void> follow(const Ledger& ledger);
  void take(const Record& record);
  [[nodiscard]] bool fits(const Row& row, const JournalFilter& filter, std::optional<std::uint32_t> person, std::optional<std::uint16_t> command) const;

  std::mutex mutex_;
  std::vector<Row> rows_;  // row i is entry i + 1
  std::vector<std::uint64_t> things_;  // a project's number doubled, an account's doubled and one more
  std::vector<std::string_view> commands_;
  std::map<PersonId, std::uint32_t> persons_;
  // Where a thing came from: certification, batch -> project; retirement, offer, return, restriction -> accounts.
  std::unordered_map<std::uint64_t, std::vector<std::uint64_t>> origin_;
};

// "ApplyRetirement"
[[nodiscard]] std::string_view name_of_command(const scheme::AnyCommand& command);

}  // namespace sumi::service
