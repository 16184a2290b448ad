// Keys and erasure on a ledger: what needs the journal, the people's file and real signatures.
#include "service/authority.h"

#include <gtest/gtest.h>

#include "base/sha256.h"
#include "service/errors.h"
#include "service/members.h"
#include "service/testing.h"

namespace sumi::service {
namespace {

using testing::value_of;

struct Keys : ::testing::Test {
  std::array<std::uint8_t, 32> seed_a{1}, seed_b{2}, seed_c{3};
  journal::SigningKey a = value_of(journal::SigningKey::from_seed("log", seed_a));
  journal::SigningKey b = value_of(journal::SigningKey::from_seed("log-2", seed_b));
  journal::SigningKey c = value_of(journal::SigningKey::from_seed("log-3", seed_c));
  testing::StandingClock clock{testing::at("2027-05-20")};
  std::unique_ptr<Ledger> ledger;
  ByWhom admin;

  void SetUp() override {
    auto options = testing::create_options();
    options.log_key = a.public_key();
    LedgerOptions how;
    how.clock = &clock;
    ledger = value_of(Ledger::in_memory(options, how));
    admin.actor = value_of(ledger->people().person("admin")).id;
  }
  std::string refusal(const scheme::AnyCommand& command, PersonId actor, OrganisationNumber on_behalf_of = {}) {
    Request request;
    request.commands = {command};
    request.actor = actor;
    request.on_behalf_of = on_behalf_of;
    const auto answer = ledger->submit(std::move(request));
    return answer ? "" : std::string(answer.error().def->name);
  }
};

TEST_F(Keys, the_old_key_hands_over_to_the_new_one) {
  EXPECT_TRUE(ledger->checkpoint(a));
  EXPECT_EQ(rotate_log_key(*ledger, b, c.public_key(), admin).error().def, &errors::log_key_wrong);
  const auto rotated = value_of(rotate_log_key(*ledger, a, b.public_key(), admin));
  EXPECT_EQ(ledger->checkpoint(a).error().def, &errors::log_key_wrong);
  EXPECT_TRUE(ledger->checkpoint(b));
  // The receipt of the very entry, checked by hand: the old key signed the place of the journal.
  const auto record = value_of(ledger->record(rotated.first));
  const auto& command = std::get<scheme::RotateLogKey>(record.command);
  EXPECT_EQ(command.size, rotated.first.value - 1);
  EXPECT_EQ(command.new_key.bytes, b.public_key().bytes);
  value_of(ledger->read([&](const scheme::State& state) {
    ASSERT_EQ(state.authority().log_keys.size(), 2U);
    EXPECT_EQ(state.authority().log_keys.at(1).key.bytes, a.public_key().bytes);
    EXPECT_EQ(state.authority().log_keys.at(2).size, command.size);
  }));
  // Never back to a key that was used before.
  EXPECT_EQ(rotate_log_key(*ledger, b, a.public_key(), admin).error().def->name, "log_key_known");
  EXPECT_TRUE(rotate_log_key(*ledger, b, c.public_key(), admin));
}

TEST_F(Keys, a_rotation_is_signed_by_the_present_key_for_this_place) {
  scheme::RotateLogKey command;
  command.new_key.bytes = b.public_key().bytes;
  EXPECT_EQ(refusal(command, admin.actor), "rotation_size");
  // Who may not rotate is told that, whatever size they name.
  EXPECT_EQ(refusal(command, PersonId{}), "role_missing");
  command.size = ledger->last().value;
  EXPECT_EQ(refusal(command, admin.actor), "rotation_signature");
}

TEST_F(Keys, an_erased_value_is_gone_and_its_entry_stays) {
  const auto who = testing::furnish(*ledger, 100);
  auto transfer = testing::transfer(who, 1, testing::key_of(1, 1));
  transfer.sealed = {{0, "note", "取引先の担当 山田"}};
  const auto sent = value_of(ledger->submit(std::move(transfer)));
  const auto commitment = std::get<registry::Transfer>(value_of(ledger->record(sent.first)).command).note.commitment;
  EXPECT_TRUE(value_of(ledger->people().sealed(commitment)).has_value());
  EXPECT_EQ(refusal(scheme::EraseSealed{sha256(std::string_view("nothing")), "clerical_error"}, admin.actor), "sealed_unknown");
  EXPECT_EQ(refusal(scheme::EraseSealed{{}, "clerical_error"}, admin.actor), "erasure_empty");
  EXPECT_EQ(refusal(scheme::EraseSealed{commitment, "because"}, admin.actor), "committee_ground_unknown");
  ASSERT_TRUE(erase_value(*ledger, commitment, "clerical_error", admin));
  EXPECT_FALSE(ledger->people().sealed(commitment));
  EXPECT_TRUE(ledger->record(sent.first));
  EXPECT_TRUE(ledger->receipt(sent.first, journal::ReceiptKind::party, a));
}

TEST_F(Keys, nothing_compares_yet) { EXPECT_EQ(value_of(rekey(*ledger, admin)), 0U); }

// The key of a place follows the address, whatever its spelling, and after a rekey the same places still meet.
// Whoever sends a command: its key is that of the address, whatever came as one.
TEST_F(Keys, a_place_is_named_by_its_address) {
  const auto named = [&](const std::string& address, TypedKeys typed) {
    registry::ApplyRetirement use;
    use.place_key = sha256(std::string_view("typed")), use.key_version = 7;
    registry::RecordSite site;
    site.key = use.place_key;
    Request request;
    request.commands = {use, site};
    if (!address.empty()) request.sealed = {{0, "place", address}, {1, "address", address}};
    value_of(name_places(*ledger, request, typed));
    return std::pair(std::get<registry::ApplyRetirement>(request.commands[0]), std::get<registry::RecordSite>(request.commands[1]));
  };
  const auto key = value_of(place_key(*ledger, "東京都墨田区押上1-1-2"));
  const auto [use, site] = named("東京都墨田区押上一丁目1番2号", TypedKeys::replaced);
  EXPECT_EQ(use.place_key, key->key);
  EXPECT_EQ(use.key_version, key->version);
  EXPECT_EQ(site.key, key->key);
  for (const char* nowhere : {"", "東京都墨田区"}) EXPECT_TRUE(named(nowhere, TypedKeys::replaced).first.place_key.is_zero());
  EXPECT_EQ(named("東京都墨田区押上1-1-2", TypedKeys::kept).first.place_key, sha256(std::string_view("typed")));
}

TEST_F(Keys, places_meet_before_and_after_a_rekey) {
  const auto before = value_of(place_key(*ledger, "東京都墨田区押上1-1-2"));
  ASSERT_TRUE(before);
  EXPECT_EQ(value_of(place_key(*ledger, "東京都墨田区押上一丁目1番2号"))->key, before->key);
  EXPECT_FALSE(value_of(place_key(*ledger, "東京都墨田区")));
  const KeySecrets old = value_of(key_secrets(*ledger));
  KeySecrets two = old;
  two.chain.push_back(sha256(std::string_view("second")));
  EXPECT_EQ(two.key("x"), KeySecrets::under(two.chain[1], old.key("x")));
  EXPECT_NE(two.key("x"), old.key("x"));
  EXPECT_EQ(two.version(), 2U);
}

}  // namespace
}  // namespace sumi::service
