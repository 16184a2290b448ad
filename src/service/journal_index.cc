#include "service/journal_index.h"

#include <algorithm>
#include <set>

namespace sumi::service {

namespace {

// What a number in a field is a number of. Kept beside the number in the keys of origin_.
enum class Thing : std::uint8_t { certification = 1, batch, retirement, offer, units_return, restriction };

std::uint64_t key_of(Thing thing, std::uint64_t number) { return number << 3 | static_cast<std::uint64_t>(thing); }
bool of_project(std::uint64_t key) { return (key & 7) <= static_cast<std::uint64_t>(Thing::batch); }
std::uint64_t told(ProjectNumber project) { return project.value << 1; }
std::uint64_t told(AccountNumber account) { return account.value << 1 | 1; }

// Every number of a command and its outcome, also of what is nested.
struct Numbers {
  std::set<std::uint64_t> things;   // projects and accounts
  std::set<std::uint64_t> origins;  // what leads to some
  template <class T> void operator()(Part, const char*, const T& value) { take(value); }
  template <class T> void take(const T& value) {
    if constexpr (std::is_same_v<T, ProjectNumber> || std::is_same_v<T, AccountNumber>) {
      if (value) things.insert(told(value));
    } else if constexpr (std::is_same_v<T, CertificationNumber>) {
      origin(Thing::certification, value.value);
    } else if constexpr (std::is_same_v<T, BatchNumber>) {
      origin(Thing::batch, value.value);
    } else if constexpr (std::is_same_v<T, RetirementNumber>) {
      origin(Thing::retirement, value.value);
    } else if constexpr (std::is_same_v<T, OfferNumber>) {
      origin(Thing::offer, value.value);
    } else if constexpr (std::is_same_v<T, ReturnNumber>) {
      origin(Thing::units_return, value.value);
    } else if constexpr (std::is_same_v<T, RestrictionNumber>) {
      origin(Thing::restriction, value.value);
    } else if constexpr (is_vector<T>::value) {
      for (const auto& element : value) take(element);
    } else if constexpr (is_optional<T>::value) {
      if (value) take(*value);
    } else if constexpr (Described<T>) {
      T::fields(value, *this);
    }
  }
  void origin(Thing thing, std::uint64_t number) {
    if (number != 0) origins.insert(key_of(thing, number));
  }
};

}  // namespace

std::string_view name_of_command(const scheme::AnyCommand& command) {
  return std::visit([](const auto& c) { return scheme::command_name<std::decay_t<decltype(c)>>(); }, command);
}

void JournalIndex::take(const Record& record) {
  Numbers found;
  std::visit([&](const auto& c) { found.take(c); }, record.command);
  std::visit([&](const auto& o) { found.take(o); }, record.outcome);
  const auto named = found.things;
  for (const auto origin : found.origins) {
    if (const auto it = origin_.find(origin); it != origin_.end()) found.things.insert(it->second.begin(), it->second.end());
  }
  // What is named for the first time comes from here: a batch from a project, a retirement from an account.
  for (const auto origin : found.origins) {
    if (origin_.contains(origin)) continue;
    std::vector<std::uint64_t> from;
    for (const auto thing : of_project(origin) ? found.things : named) {
      if (((thing & 1) == 0) == of_project(origin)) from.push_back(thing);
    }
    if (!from.empty()) origin_.emplace(origin, std::move(from));
  }
  Row row;
  const auto name = name_of_command(record.command);
  const auto known = std::find(commands_.begin(), commands_.end(), name);
  row.command = static_cast<std::uint16_t>(known - commands_.begin());
  if (known == commands_.end()) commands_.push_back(name);
  row.day = record.header.time.date_in_japan().days();
  row.person = persons_.emplace(record.header.actor, static_cast<std::uint32_t>(persons_.size())).first->second;
  row.organisation = record.header.on_behalf_of.value;
  row.concerns = static_cast<std::uint32_t>(things_.size());
  things_.insert(things_.end(), found.things.begin(), found.things.end());
  row.concerns_end = static_cast<std::uint32_t>(things_.size());
  rows_.push_back(row);
}

Result<void> JournalIndex::follow(const Ledger& ledger) {
  if (rows_.size() >= ledger.last().value) return {};
  return ledger.records({rows_.size() + 1}, [&](const Record& record) -> Result<void> {
    if (record.sequence.value == rows_.size() + 1) take(record);
    return {};
  });
}

bool JournalIndex::fits(const Row& row, const JournalFilter& filter, std::optional<std::uint32_t> person, std::optional<std::uint16_t> command) const {
  if (command && row.command != *command) return false;
  if (person && row.person != *person) return false;
  if (filter.organisation && row.organisation != filter.organisation.value) return false;
  if (filter.from && row.day < filter.from->days()) return false;
  if (filter.to && row.day > filter.to->days()) return false;
  const auto concerns = [&](std::uint64_t thing) { return std::find(things_.begin() + row.concerns, things_.begin() + row.concerns_end, thing) != things_.begin() + row.concerns_end; };
  if (filter.project && !concerns(told(filter.project))) return false;
  return !filter.account || concerns(told(filter.account));
}

Result<JournalFound> JournalIndex::find(const Ledger& ledger, const JournalFilter& filter, bool newest_first, SequenceNumber after, std::size_t limit) {
  const std::lock_guard lock(mutex_);
  SUMI_CHECK(follow(ledger));
  JournalFound found;
  std::optional<std::uint32_t> person;
  if (filter.person) {
    const auto it = persons_.find(*filter.person);
    if (it == persons_.end()) return found;
    person = it->second;
  }
  std::optional<std::uint16_t> command;
  if (!filter.command.empty()) {
    const auto it = std::find(commands_.begin(), commands_.end(), filter.command);
    if (it == commands_.end()) return found;
    command = static_cast<std::uint16_t>(it - commands_.begin());
  }
  const auto take_row = [&](std::size_t i) {
    if (!fits(rows_[i], filter, person, command)) return;
    ++found.total;
    const SequenceNumber entry{i + 1};
    if (after && (newest_first ? entry >= after : entry <= after)) return;
    if (found.entries.size() < limit) found.entries.push_back(entry);
    else found.more = true;
  };
  if (newest_first) {
    for (std::size_t i = rows_.size(); i > 0; --i) take_row(i - 1);
  } else {
    for (std::size_t i = 0; i < rows_.size(); ++i) take_row(i);
  }
  return found;
}

Result<Concerns> JournalIndex::concerns(const Ledger& ledger, SequenceNumber entry) {
  const std::lock_guard lock(mutex_);
  SUMI_CHECK(follow(ledger));
  Concerns out;
  if (!entry || entry.value > rows_.size()) return out;
  const auto& row = rows_[entry.value - 1];
  for (std::size_t i = row.concerns; i < row.concerns_end; ++i) {
    if ((things_[i] & 1) == 0) out.projects.push_back({things_[i] >> 1});
    else out.accounts.push_back({things_[i] >> 1});
  }
  return out;
}

}  // namespace sumi::service
