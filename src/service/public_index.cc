#include "service/public_index.h"

namespace sumi::service {

namespace {

// The numbers that stand in the public fields of a command and its outcome, not in what is nested.
struct Concerned {
  ProjectNumber project;
  CertificationNumber certification;
  RetirementNumber retirement;
  template <class T> void operator()(Part part, const char*, const T& value) {
    if (part != Part::open) return;
    if constexpr (std::is_same_v<T, ProjectNumber>) {
      if (value) project = value;
    } else if constexpr (std::is_same_v<T, CertificationNumber>) {
      if (value) certification = value;
    } else if constexpr (std::is_same_v<T, RetirementNumber>) {
      if (value) retirement = value;
    }
  }
};

std::string_view command_word(const scheme::AnyCommand& command) {
  return std::visit([](const auto& c) { return scheme::command_name<std::decay_t<decltype(c)>>(); }, command);
}

}  // namespace

void PublicIndex::take(const Record& record) {
  Concerned found;
  std::visit([&](const auto& c) { std::decay_t<decltype(c)>::fields(c, found); }, record.command);
  std::visit([&](const auto& o) { std::decay_t<decltype(o)>::fields(o, found); }, record.outcome);
  // Its number is a party's matter in the entry that brought it in; what it retired is public, and so is that it stands.
  if (const auto* opened = std::get_if<registry::RetirementOpened>(&record.outcome)) found.retirement = opened->retirement;
  const auto used = [&](const std::vector<registry::PublicRange>& ranges) {
    for (const auto& range : ranges) {
      auto& known = batches_[range.batch];
      if (found.retirement && (known.empty() || known.back() != found.retirement)) known.push_back(found.retirement);
    }
  };
  if (const auto* executed = std::get_if<registry::RetirementExecuted>(&record.outcome)) used(executed->ranges);
  if (const auto* retired = std::get_if<registry::Retired>(&record.outcome)) used(retired->ranges);
  if (const auto* opening = std::get_if<registry::OpenRetirement>(&record.command)) used(opening->ranges);
  const auto& header = record.header;
  const PublicEntry line{record.sequence, command_word(record.command), header.business_date, header.organisation_is_party ? OrganisationNumber{} : header.on_behalf_of};
  if (found.project && found.certification) certified_[found.certification] = found.project;
  if (!found.project && found.certification) {
    if (const auto it = certified_.find(found.certification); it != certified_.end()) found.project = it->second;
  }
  if (found.project) projects_[found.project].push_back(line);
  if (found.retirement) {
    retirements_[found.retirement].push_back(line);
    retirement_entries_[record.sequence] = found.retirement;
  }
}

Result<void> PublicIndex::follow(const Ledger& ledger) {
  if (read_ == ledger.last()) return {};
  return ledger.records({read_.value + 1}, [&](const Record& record) -> Result<void> {
    if (record.sequence <= read_) return {};
    take(record);
    read_ = record.sequence;
    return {};
  });
}

Result<std::vector<PublicEntry>> PublicIndex::of_project(const Ledger& ledger, ProjectNumber project) {
  const std::lock_guard lock(mutex_);
  SUMI_CHECK(follow(ledger));
  const auto it = projects_.find(project);
  return it == projects_.end() ? std::vector<PublicEntry>{} : it->second;
}

Result<std::vector<PublicEntry>> PublicIndex::of_retirement(const Ledger& ledger, RetirementNumber retirement) {
  const std::lock_guard lock(mutex_);
  SUMI_CHECK(follow(ledger));
  const auto it = retirements_.find(retirement);
  return it == retirements_.end() ? std::vector<PublicEntry>{} : it->second;
}

Result<std::vector<RetirementNumber>> PublicIndex::retirements_of(const Ledger& ledger, BatchNumber batch) {
  const std::lock_guard lock(mutex_);
  SUMI_CHECK(follow(ledger));
  const auto it = batches_.find(batch);
  return it == batches_.end() ? std::vector<RetirementNumber>{} : it->second;
}

Result<RetirementNumber> PublicIndex::retirement_of(const Ledger& ledger, SequenceNumber entry) {
  const std::lock_guard lock(mutex_);
  SUMI_CHECK(follow(ledger));
  const auto it = retirement_entries_.find(entry);
  return it == retirement_entries_.end() ? RetirementNumber{} : it->second;
}

}  // namespace sumi::service
