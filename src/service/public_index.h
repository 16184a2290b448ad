// Which entries of the journal concern a project or a retirement, by their public fields: followed from where it was left, so that a page needs no reading of
// the whole journal. What is a party's does not enter it.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "service/ledger.h"

namespace sumi::service {

struct PublicEntry {
  SequenceNumber entry;
  std::string_view command;  // "DecideRegistration"
  Date date;                 // of the act
  OrganisationNumber organisation;  // 0: a party's matter, or the system itself
};

class PublicIndex {
 public:
  // Thread-safe. Reads on in the journal first.
  Result<std::vector<PublicEntry>> of_project(const Ledger& ledger, ProjectNumber project);
  // The first is what used the units up, then come divisions into certificates.
  Result<std::vector<PublicEntry>> of_retirement(const Ledger& ledger, RetirementNumber retirement);
  // What used units of that batch up, oldest first.
  Result<std::vector<RetirementNumber>> retirements_of(const Ledger& ledger, BatchNumber batch);
  // The retirement that an entry completed or divided; 0: none.
  Result<RetirementNumber> retirement_of(const Ledger& ledger, SequenceNumber entry);

 private:
  Result<void> follow(const Ledger& ledger);
  void take(const Record& record);
  std::mutex mutex_;
  SequenceNumber read_;
  std::map<ProjectNumber, std::vector<PublicEntry>> projects_;
  std::map<RetirementNumber, std::vector<PublicEntry>> retirements_;
  std::map<SequenceNumber, RetirementNumber> retirement_entries_;
  std::map<BatchNumber, std::vector<RetirementNumber>> batches_;
  std::map<CertificationNumber, ProjectNumber> certified_;
};

}  // namespace sumi::service
