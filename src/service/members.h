// From a programme's list of members to entries, and back: keys by the store's secret, names and addresses sealed, each row asked before any is taken.
#pragma once

#include <functional>

#include "project/member_list.h"
#include "service/ledger.h"

namespace sumi::service {

// The key of the HMACs by which members of this store are compared. Made once, when the first member comes; service.member_secret_missing where members
// stand and the secret is gone: later members would then match nobody.
// After a rekey: one secret more, and a key is the HMAC of the one before under it.
struct KeySecrets {
  std::vector<Hash> chain;  // oldest first, never empty
  [[nodiscard]] Hash key(std::string_view text) const;
  [[nodiscard]] std::uint32_t version() const { return static_cast<std::uint32_t>(chain.size()); }
  [[nodiscard]] static Hash under(const Hash& secret, const Hash& old_key);
  friend bool operator==(const KeySecrets&, const KeySecrets&) = default;
};
Result<KeySecrets> key_secrets(Ledger& ledger);
// The secret of a rekey that is to come; the same again where one was made for it before.
Result<Hash> next_secret(Ledger& ledger, std::uint32_t version);
// Keys of one member: corporate number, place (the site where it has a block number, else the address), equipment, meters. A text that gives no key is
// passed over.
[[nodiscard]] std::vector<project::MemberKey> keys_of(const KeySecrets& secrets, const project::MemberRow& member);

struct AdmitMembersRequest {
  ProjectNumber project;
  PersonId actor;
  OrganisationNumber on_behalf_of;
  std::optional<Date> business_date;
  std::optional<Instant> time;  // demo and training stores
  std::string folder;           // where the files lie that the list names as evidence
};
struct AdmittedMember {
  std::string own;           // the operator's number
  std::uint64_t member = 0;  // the register's
  Place place;
};
struct AdmittedList {
  std::vector<AdmittedMember> members;  // in the list's order
  std::vector<project::MemberMatch> matches;
  std::uint64_t entries = 0;
  bool repeated = false;  // the same list was taken before: nothing was written
};
// All rows are asked first: one error with all others in `also`, each with its line, and nothing is taken. Then they go in as groups of entries, under
// idempotency keys of the list: the same list again within a week is the same request, so a broken run is simply run again. `progress`: rows that were entered, of all; it is
// called while rows are looked at, too, and what it throws ends the run between two groups.
Result<AdmittedList> admit_members(Ledger& ledger, const project::MemberList& list, const AdmitMembersRequest& request,
                                   const std::function<void(std::uint64_t done, std::uint64_t of)>& progress = {});

// The same list as one group for a caller that submits it itself (scenarios): only the documents that it names are kept here.
Result<Request> admission(Ledger& ledger, const project::MemberList& list, const AdmitMembersRequest& request);

// Name and address of a member as people.db has them; empty where they were erased.
struct MemberNames {
  std::string name, address;
};
Result<MemberNames> member_names(const Ledger& ledger, const project::RegisteredMember& row);

}  // namespace sumi::service
