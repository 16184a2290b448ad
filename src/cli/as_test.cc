// --as: whom the command line acts as, and on which stores (decision 12).
#include <gtest/gtest.h>

#include "cli/context.h"
#include "service/testing.h"

namespace sumi::cli {
namespace {

using namespace service::testing;

struct Console {
  StandingClock clock{at("2027-05-20")};
  std::unique_ptr<service::Ledger> ledger;
  Context context;
  explicit Console(scheme::StoreKind kind) {
    service::LedgerOptions options;
    options.clock = &clock;
    ledger = value_of(service::Ledger::in_memory(create_options(kind), options));
  }
};

TEST(As, works_on_demo_and_training_stores_only) {
  for (const auto kind : {scheme::StoreKind::demo, scheme::StoreKind::training, scheme::StoreKind::production}) {
    Console c(kind);
    const auto tanaka = value_of(c.ledger->people().add_person("tanaka", "田中一郎"));
    c.context.as = "tanaka";
    const auto actor = actor_of(c.context, *c.ledger);
    if (kind == scheme::StoreKind::production) {
      EXPECT_EQ(refusal(actor), "service.as_not_allowed");
    } else {
      EXPECT_EQ(value_of(actor).person, tanaka.id);
    }
  }
}

TEST(As, nobody_named_means_the_administrator) {
  for (const auto kind : {scheme::StoreKind::demo, scheme::StoreKind::production}) {
    Console c(kind);
    EXPECT_EQ(value_of(actor_of(c.context, *c.ledger)).person, administrator_of(*c.ledger));
  }
  Console c(scheme::StoreKind::demo);
  c.context.as = "nobody";
  EXPECT_EQ(refusal(actor_of(c.context, *c.ledger)), "store.person_unknown");
}

}  // namespace
}  // namespace sumi::cli
