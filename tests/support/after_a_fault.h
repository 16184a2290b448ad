// What must hold of a store after a fault: shared by the losses of power and the kills.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "service/testing.h"

namespace sumi::test {

struct Acknowledged {
  service::Request request;
  service::Accepted accepted;
};

// A refused or acknowledged request, sent again under its key.
inline void expect_repeated(service::Ledger& ledger, const Acknowledged& sent) {
  const auto again = ledger.submit(sent.request);
  ASSERT_TRUE(again) << describe_error(again.error(), Language::en);
  EXPECT_TRUE(again->repeated) << "an acknowledged request is not in the journal";
  EXPECT_EQ(again->first, sent.accepted.first);
  EXPECT_EQ(again->count, sent.accepted.count);
}

// How often each idempotency key begins a request in the journal.
inline std::map<std::pair<OrganisationNumber, IdempotencyKey>, unsigned> key_counts(const service::Ledger& ledger) {
  std::map<std::pair<OrganisationNumber, IdempotencyKey>, unsigned> counts;
  const auto read = ledger.records({1}, [&](const service::Record& record) -> Result<void> {
    const auto& h = record.header;
    if (!h.key.is_nil() && h.group_index == 0) ++counts[{h.on_behalf_of, h.key}];
    return {};
  });
  EXPECT_TRUE(read) << describe_error(read.error(), Language::en);
  return counts;
}

inline void expect_sound(const service::Ledger& ledger) {
  const auto report = ledger.check(false);
  ASSERT_TRUE(report) << describe_error(report.error(), Language::en);
  for (const auto& finding : report->findings) ADD_FAILURE() << finding;
}

}  // namespace sumi::test
