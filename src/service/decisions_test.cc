// The decisions that are dear to change, each with a test that fails if it is undone: entries, groups, parts, time, numbers, idempotency (1 to 5).
// Authority, retirement, kinds and conservation are in authority_decisions_test.cc, what lies on the disk in store_decisions_test.cc.
#include <gtest/gtest.h>

#include <algorithm>

#include "service/testing.h"

namespace sumi::service {
namespace {

using namespace testing;
using journal::ReceiptKind;

bool holds(BytesView bytes, BytesView wanted) { return std::search(bytes.begin(), bytes.end(), wanted.begin(), wanted.end()) != bytes.end(); }
BytesView view(std::string_view text) { return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; }

// ---- 1: entries ----

TEST(Decision1, every_entry_is_the_one_encoding_of_what_it_says) {
  House house;
  std::uint64_t entries = 0;
  for (SequenceNumber n{1}; n <= house.ledger->last(); ++n.value) {
    const auto proof = house.receipt(n, ReceiptKind::party);
    scheme::AnyCommand command;
    scheme::AnyOutcome outcome;
    ASSERT_TRUE(scheme::decode_bodies(proof.header.type, proof.header.version, proof.public_body, proof.party_body, command, outcome));
    const auto again = scheme::encode_bodies(command, outcome);
    EXPECT_EQ(again.open, proof.public_body);
    EXPECT_EQ(again.party, proof.party_body);
    journal::Entry entry{proof.header, again.open, again.party, proof.receipt.salt};
    const auto stored = value_of(journal::encode_entry(entry));
    const auto view = value_of(journal::decode_entry(stored));
    EXPECT_TRUE(std::ranges::equal(view.public_bytes, proof.receipt.public_bytes));
    EXPECT_TRUE(std::ranges::equal(view.party_bytes, proof.receipt.party_bytes));
    ++entries;
  }
  EXPECT_GT(entries, 40u);
}

journal::Entry entry_of(const scheme::AnyCommand& command, const scheme::AnyOutcome& outcome) {
  const auto bodies = scheme::encode_bodies(command, outcome);
  journal::Entry e;
  e.header.type = scheme::type_of(command);
  e.header.version = scheme::version_of(command);
  e.header.time = at("2030-05-20");
  e.header.business_date = day("2030-05-20");
  e.header.actor.bytes.fill(7);
  e.header.on_behalf_of = {123'456};
  e.header.key.bytes.fill(9);
  e.header.adoption = 200;
  e.header.organisation_is_party = scheme::organisation_is_party(command);
  e.public_body = bodies.open;
  e.party_body = bodies.party;
  return e;
}

// By amount, priced, in a registry that is large: 10^5 organisations and accounts, 10^5 batches, serials of ten digits.
TEST(Decision1, a_typical_transfer_takes_at_most_120_bytes) {
  registry::Transfer t;
  t.from = {123'456};
  t.to = {98'765};
  t.selection.pick = registry::Pick{25'000, "", {}, {}};
  t.price_yen_per_t = "5200";
  const registry::Moved moved{{{{88'000}, 1'234'567'890, 1'234'592'890}}};
  const auto size = value_of(journal::encode_entry(entry_of(t, moved))).size();
  EXPECT_LE(size, limits::typical_transfer_bytes_max);
  RecordProperty("bytes", static_cast<int>(size));
  // By serial ranges, in a group, still.
  registry::Transfer ranges = t;
  ranges.selection = {{{{88'000}, 1'234'567'890, 1'234'592'890}}, std::nullopt};
  auto entry = entry_of(ranges, moved);
  entry.header.group_count = 1000;
  EXPECT_LE(value_of(journal::encode_entry(entry)).size(), limits::typical_transfer_bytes_max);
}

TEST(Decision1, no_entry_exceeds_64_kib_and_the_largest_transfer_fits) {
  House house;
  const auto before = house.state_hash();
  auto head = plan_head(house.who);
  head.methodologies.clear();
  for (int i = 0; i < 200; ++i) head.methodologies.push_back({"M" + std::to_string(i), std::string(500, 'v'), sha256(std::string_view("pack")), false, false, false});
  const auto refused = house.ledger->submit(request(house.who.tanaka, house.who.first, project::DraftProject{head}));
  EXPECT_EQ(refusal(refused), "journal.entry_too_large");
  EXPECT_EQ(house.state_hash(), before);
  EXPECT_TRUE(house.ledger->submit(transfer(house.who, 1))) << "the ledger goes on";

  registry::Transfer t;
  registry::Moved moved;
  for (std::uint64_t i = 0; i < limits::ranges_per_command_max; ++i) {
    const auto first = UINT64_C(1) << 62;
    t.selection.ranges.push_back({{UINT64_C(1) << 34}, first + 2 * i, first + 2 * i + 1});
  }
  moved.ranges = t.selection.ranges;
  EXPECT_LE(value_of(journal::encode_entry(entry_of(t, moved))).size(), limits::entry_bytes_max);
}

TEST(Decision1, a_group_happens_whole_or_not_at_all) {
  House house;
  const auto before = house.state_hash();
  const auto last = house.ledger->last();
  Request group = transfer(house.who, 30, key_of(1, 1));
  group.commands.push_back(group.commands[0]);
  group.commands.push_back(group.commands[0]);  // 90 of 76
  EXPECT_EQ(refusal(house.ledger->submit(group)), "registry.insufficient_units");
  EXPECT_EQ(house.state_hash(), before);
  EXPECT_EQ(house.ledger->last(), last);
  group.commands.pop_back();
  const auto accepted = value_of(house.ledger->submit(group));
  EXPECT_EQ(accepted.first.value, last.value + 1);
  EXPECT_EQ(accepted.count, 2u);
  EXPECT_EQ(house.balance(house.who.second_account).held, 60u);
  // Each line is a leaf of its own: its receipt shows it and not the other one.
  const auto one = house.receipt({last.value + 1}, ReceiptKind::party);
  const auto two = house.receipt({last.value + 2}, ReceiptKind::party);
  EXPECT_EQ(one.header.group_index, 0u);
  EXPECT_EQ(two.header.group_index, 1u);
  EXPECT_EQ(two.header.group_count, 2u);
  EXPECT_NE(one.party_body, two.party_body);
  EXPECT_FALSE(holds(two.receipt.party_bytes, one.party_body));
  EXPECT_TRUE(house.findings().empty());
}

TEST(Decision1, all_lines_of_a_certification_are_issued_together) {
  StandingClock clock{at("2027-05-20")};
  LedgerOptions options;
  options.clock = &clock;
  const auto ledger = value_of(Ledger::in_memory(create_options(), options));
  auto who = settle(*ledger);
  certify(*ledger, who, 70, 6);
  who.first_account = open_account(*ledger, who, who.first, registry::AccountKind::holding);
  const auto last = ledger->last();
  EXPECT_EQ(refusal(ledger->submit(request(who.admin, who.secretariat, registry::Issue{who.certification, 0, {{who.first_account, 70}}}))), "scheme.issue_incomplete");
  EXPECT_EQ(ledger->last(), last);
}

// ---- 2: public, party, sealed ----

TEST(Decision2, a_commitment_comes_with_its_value) {
  House house;
  auto sent = transfer(house.who, 1);
  std::get<registry::Transfer>(sent.commands[0]).note.commitment = sha256(std::string_view("nobody has the value"));
  const auto last = house.ledger->last();
  EXPECT_EQ(refusal(house.ledger->submit(sent)), "service.sealed_without_text");
  EXPECT_EQ(house.ledger->last(), last);
}

TEST(Decision2, a_public_receipt_shows_nothing_of_the_parties) {
  House house;
  auto sent = transfer(house.who, 25, key_of(0x1122334455667788, 0x99aabbccddeeff00));
  sent.sealed.push_back({0, "note", "社外秘の備考です"});
  const auto number = value_of(house.ledger->submit(sent)).first;
  const auto open = house.receipt(number, ReceiptKind::open);
  EXPECT_TRUE(open.public_body.empty());
  EXPECT_TRUE(open.header.actor.is_nil());
  EXPECT_TRUE(open.header.key.is_nil());
  EXPECT_FALSE(open.header.on_behalf_of);
  EXPECT_TRUE(open.header.organisation_is_party);
  EXPECT_TRUE(open.opened.empty());
  // 14 bytes of header and nothing more.
  EXPECT_LE(open.receipt.public_bytes.size(), 16u);
  for (const BytesView secret : {BytesView(house.who.tanaka.bytes), BytesView(sent.key.bytes), view("5200"), view("社外秘")}) {
    EXPECT_FALSE(holds(open.receipt.public_bytes, secret));
    EXPECT_FALSE(holds(view(open.receipt.to_text()), secret));
  }
  // The parties' own shows all of it, and opens the note.
  const auto party = house.receipt(number, ReceiptKind::party);
  EXPECT_EQ(party.header.actor, house.who.tanaka);
  EXPECT_EQ(party.header.on_behalf_of, house.who.first);
  EXPECT_EQ(party.header.key, sent.key);
  EXPECT_TRUE(holds(party.party_body, view("5200")));
  EXPECT_FALSE(holds(party.receipt.party_bytes, view("社外秘")));
  ASSERT_EQ(party.opened.size(), 1u);
  EXPECT_EQ(std::string(party.opened[0].value.begin(), party.opened[0].value.end()), "社外秘の備考です");
}

TEST(Decision2, what_is_the_same_twice_cannot_be_recognised) {
  House house;
  const auto one = value_of(house.ledger->submit(transfer(house.who, 1))).first;
  registry::Transfer back;
  back.from = house.who.second_account;
  back.to = house.who.first_account;
  back.selection.pick = registry::Pick{1, "", {}, {}};
  value_of(house.ledger->submit(request(house.who.kato, house.who.second, back)));
  const auto two = value_of(house.ledger->submit(transfer(house.who, 1))).first;
  const auto a = house.receipt(one, ReceiptKind::party);
  const auto b = house.receipt(two, ReceiptKind::party);
  EXPECT_EQ(a.receipt.party_bytes, b.receipt.party_bytes);
  EXPECT_NE(a.receipt.commitment, b.receipt.commitment) << "the salt";
}

TEST(Decision2, public_facts_are_public_and_a_retirement_names_the_legal_entity) {
  House house;
  const auto issued = house.who.old_batch;
  SequenceNumber issue_entry, confirm_entry;
  const auto requested = std::get<registry::RetirementRequested>(value_of(house.ledger->submit(retirement(house.who, 5))).outcomes[0]).retirement;
  // The name of that day stays, whatever the entity is called later.
  confirm_entry = value_of(house.ledger->submit(request(house.who.tanaka, house.who.first, registry::ExecuteRetirement{requested}))).first;
  house.clock.set(at("2027-06-20"));
  take(*house.ledger, house.who.admin, house.who.secretariat, scheme::RenameOrganisation{house.who.first, "墨田サーマル株式会社", day("2027-06-20")});
  value_of(house.ledger->records({1}, [&](const Record& r) -> Result<void> {
    if (r.header.type == 30 && std::get<registry::BatchIssued>(r.outcome).batch == issued) issue_entry = r.sequence;
    return {};
  }));
  const auto issue = house.receipt(issue_entry, ReceiptKind::open);
  EXPECT_TRUE(holds(issue.public_body, view("EN-S-001")));
  EXPECT_TRUE(holds(issue.public_body, view("東京都墨田区")));
  const auto confirmed = house.receipt(confirm_entry, ReceiptKind::open);
  EXPECT_TRUE(holds(confirmed.public_body, view("墨田ボイラー工業株式会社")));
  EXPECT_TRUE(holds(confirmed.public_body, view("own_retirement")));
  EXPECT_FALSE(holds(confirmed.receipt.public_bytes, house.who.tanaka.bytes));
}

TEST(Decision2, no_natural_person_is_named_in_any_entry) {
  House house;
  for (SequenceNumber n{1}; n <= house.ledger->last(); ++n.value) {
    const auto proof = house.receipt(n, ReceiptKind::party);
    for (const char* name : {"田中一郎", "鈴木花子", "tanaka", "suzuki", "admin"}) {
      EXPECT_FALSE(holds(proof.receipt.public_bytes, view(name))) << n.value << " " << name;
      EXPECT_FALSE(holds(proof.receipt.party_bytes, view(name))) << n.value << " " << name;
    }
  }
}

// ---- 3: time ----

TEST(Decision3, time_never_falls) {
  House house;
  auto early = transfer(house.who, 1);
  early.time = at("2027-05-19");
  EXPECT_EQ(refusal(house.ledger->submit(early)), "scheme.time_before_now");
  // A clock that was set back: the ledger's now holds.
  house.clock.set(at("2027-05-01"));
  const auto number = value_of(house.ledger->submit(transfer(house.who, 1))).first;
  EXPECT_EQ(value_of(house.ledger->record(number)).header.time, at("2027-05-20"));
  Instant last;
  value_of(house.ledger->records({1}, [&](const Record& r) -> Result<void> {
    EXPECT_LE(last, r.header.time);
    last = r.header.time;
    return {};
  }));
}

TEST(Decision3, days_are_japans_and_the_business_date_is_its_own) {
  House house;
  house.clock.set(value_of(Instant::parse("2027-05-31T15:00:00.000Z")));
  auto sent = transfer(house.who, 1);
  EXPECT_EQ(value_of(house.ledger->record(value_of(house.ledger->submit(sent)).first)).header.business_date, day("2027-06-01"));
  sent.business_date = day("2027-05-25");
  EXPECT_EQ(value_of(house.ledger->record(value_of(house.ledger->submit(sent)).first)).header.business_date, day("2027-05-25"));
  sent.business_date = day("2027-06-02");
  EXPECT_EQ(refusal(house.ledger->submit(sent)), "scheme.business_date_in_future");
}

TEST(Decision3, time_is_advanced_only_when_something_is_due) {
  House house;
  value_of(house.ledger->submit(retirement(house.who, 5)));
  auto last = house.ledger->last();
  house.clock.set({house.clock.now().ms + limits::retirement_request_keep_ms - 1});
  EXPECT_FALSE(value_of(house.ledger->advance_time()));
  EXPECT_EQ(house.ledger->last(), last);
  EXPECT_EQ(house.balance(house.who.first_account).escrowed, 5u);
  house.clock.set({house.clock.now().ms + 1});
  EXPECT_TRUE(value_of(house.ledger->advance_time()));
  EXPECT_EQ(house.ledger->last().value, last.value + 1);
  EXPECT_EQ(value_of(house.ledger->record(house.ledger->last())).header.type, 7);
  EXPECT_EQ(house.balance(house.who.first_account).held, 76u);
  EXPECT_FALSE(value_of(house.ledger->advance_time()));
  EXPECT_TRUE(house.findings().empty());
}

TEST(Decision3, what_is_due_happens_before_the_command_that_comes_later) {
  House house;
  value_of(house.ledger->submit(retirement(house.who, 76)));
  house.clock.set({house.clock.now().ms + limits::retirement_request_keep_ms});
  const auto last = house.ledger->last();
  EXPECT_EQ(value_of(house.ledger->submit(transfer(house.who, 76))).first.value, last.value + 2);
  EXPECT_EQ(value_of(house.ledger->record({last.value + 1})).header.type, 7);
}

// More requests may lapse in one moment than one entry can tell.
TEST(Decision3, many_lapses_take_several_entries) {
  StandingClock clock{at("2027-05-20")};
  LedgerOptions options;
  options.clock = &clock;
  const auto ledger = value_of(Ledger::in_memory(create_options(), options));
  const auto who = furnish(*ledger, 10'000, 6);
  for (int half = 0; half < 2; ++half) {
    Request group = retirement(who, 1);
    group.commands.assign(2500, group.commands.front());
    value_of(ledger->submit(std::move(group)));
  }
  clock.set({clock.now().ms + limits::retirement_request_keep_ms});
  const auto last = ledger->last();
  EXPECT_TRUE(value_of(ledger->advance_time()));
  EXPECT_EQ(ledger->last().value, last.value + 2);
  EXPECT_EQ(value_of(ledger->check(false)).findings, std::vector<std::string>{});
  value_of(ledger->read([&](const scheme::State& state) { EXPECT_EQ(state.registry().balance(who.first_account).held, 10'006u); }));
}

// ---- 4: numbers ----

TEST(Decision4, numbers_count_up_and_are_never_given_again) {
  House house;
  auto& ledger = *house.ledger;
  const auto& who = house.who;
  const auto first = open_account(ledger, who, who.first, registry::AccountKind::holding, false, "資源部");
  take(ledger, who.tanaka, who.first, registry::CloseAccount{first});
  const auto second = open_account(ledger, who, who.first, registry::AccountKind::holding, false, "資源部");
  EXPECT_EQ(second.value, first.value + 1);
  const auto ask = [&] { return std::get<registry::RetirementRequested>(value_of(ledger.submit(retirement(who, 1))).outcomes[0]).retirement; };
  const auto one = ask();
  take(ledger, who.tanaka, who.first, registry::WithdrawRetirement{one});
  EXPECT_EQ(ask().value, one.value + 1);
  EXPECT_EQ(one.value, 1u);
  value_of(ledger.read([&](const scheme::State& state) {
    EXPECT_EQ(state.registry().batches().at(who.old_batch).first, 1u) << "our own serials begin at 1";
    EXPECT_EQ(state.registry().batches().at(who.old_batch).end, 71u);
  }));
}

// ---- 5: idempotency ----

TEST(Decision5, the_same_request_has_the_same_receipt) {
  House house;
  auto sent = transfer(house.who, 10, key_of(1, 1));
  sent.sealed.push_back({0, "note", "備考"});
  const auto first = value_of(house.ledger->submit(sent));
  EXPECT_FALSE(first.repeated);
  const auto hash = house.state_hash();
  const auto last = house.ledger->last();
  const auto again = value_of(house.ledger->submit(sent));
  EXPECT_TRUE(again.repeated);
  EXPECT_EQ(again.first, first.first);
  EXPECT_EQ(scheme::encode_bodies(sent.commands[0], again.outcomes[0]).party, scheme::encode_bodies(sent.commands[0], first.outcomes[0]).party);
  EXPECT_EQ(house.ledger->last(), last);
  EXPECT_EQ(house.state_hash(), hash);
  // Within one batch too, where the first has no number in the journal yet.
  const auto twin = transfer(house.who, 3, key_of(1, 2));
  const auto answers = house.ledger->submit_all({twin, twin});
  EXPECT_FALSE(value_of(answers[0]).repeated);
  EXPECT_TRUE(value_of(answers[1]).repeated);
  EXPECT_EQ(value_of(answers[0]).first, value_of(answers[1]).first);
  EXPECT_TRUE(house.findings().empty());
}

TEST(Decision5, another_request_under_the_key_is_refused) {
  House house;
  auto sent = transfer(house.who, 10, key_of(1, 1));
  sent.sealed.push_back({0, "note", "備考"});
  value_of(house.ledger->submit(sent));
  const auto hash = house.state_hash();
  EXPECT_EQ(refusal(house.ledger->submit(transfer(house.who, 11, sent.key))), "scheme.key_reused");
  auto other_note = sent;
  other_note.sealed[0].text = "別の備考";
  EXPECT_EQ(refusal(house.ledger->submit(other_note)), "scheme.key_reused");
  EXPECT_EQ(refusal(house.ledger->submit(retirement(house.who, 1, sent.key))), "scheme.key_reused");
  EXPECT_EQ(house.state_hash(), hash);
  EXPECT_TRUE(house.findings().empty());
  // The scope is organisation and key.
  registry::Transfer back;
  back.from = house.who.second_account;
  back.to = house.who.first_account;
  back.selection.pick = registry::Pick{1, "", {}, {}};
  EXPECT_FALSE(value_of(house.ledger->submit(request(house.who.kato, house.who.second, back, sent.key))).repeated);
}

TEST(Decision5, refusals_are_not_stored) {
  House house;
  const auto last = house.ledger->last();
  const auto hash = house.state_hash();
  EXPECT_EQ(refusal(house.ledger->submit(transfer(house.who, 1000, key_of(1, 1)))), "registry.insufficient_units");
  EXPECT_EQ(house.ledger->last(), last);
  EXPECT_EQ(house.state_hash(), hash);
  EXPECT_FALSE(value_of(house.ledger->submit(transfer(house.who, 10, key_of(1, 1)))).repeated);
}

TEST(Decision5, a_key_is_kept_for_seven_days_of_journal_time) {
  House house;
  const auto sent = transfer(house.who, 10, key_of(1, 1));
  value_of(house.ledger->submit(sent));
  house.clock.set({house.clock.now().ms + limits::idempotency_keep_ms - 1});
  EXPECT_TRUE(value_of(house.ledger->submit(sent)).repeated);
  house.clock.set({house.clock.now().ms + 1});  // on the hour
  EXPECT_FALSE(value_of(house.ledger->submit(sent)).repeated);
  EXPECT_EQ(house.balance(house.who.second_account).held, 20u);
  EXPECT_TRUE(house.findings().empty());
}

// People.db is written first: a request that the journal never saw may have left its text there.
TEST(Decision5, a_changed_retry_after_a_crash_keeps_its_own_text) {
  House house;
  auto sent = transfer(house.who, 10, key_of(1, 1));
  store::SealedValue left;
  left.organisation = house.who.first;
  left.request = sent.key;
  left.salt.fill(5);
  const std::string before = "先の備考";
  left.value.assign(before.begin(), before.end());
  left.commitment = journal::seal(left.salt, left.value);
  value_of(house.ledger->people().put_sealed({left}));
  sent.sealed.push_back({0, "note", "後の備考"});
  const auto number = value_of(house.ledger->submit(sent)).first;
  const auto proof = house.receipt(number, ReceiptKind::party);
  ASSERT_EQ(proof.opened.size(), 1u);
  EXPECT_EQ(std::string(proof.opened[0].value.begin(), proof.opened[0].value.end()), "後の備考");
  EXPECT_TRUE(house.findings().empty());
}

}  // namespace
}  // namespace sumi::service
