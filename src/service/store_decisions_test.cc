// The decisions about what lies on the disk: sealed values, batches as rows, snapshots, the store's name, adopted packs, replay, keys.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/test_support.h"
#include "service/testing.h"
#include "store/sqlite.h"

namespace sumi::service {
namespace {

namespace fs = std::filesystem;
using namespace testing;
using journal::ReceiptKind;
using test::TemporaryFolder;

struct Store {
  TemporaryFolder folder;
  std::string path = folder.file("store");
  StandingClock clock{at("2027-05-20")};
  std::unique_ptr<Ledger> ledger;
  Inhabitants who;

  explicit Store(scheme::StoreKind kind = scheme::StoreKind::demo, bool furnished = true, std::uint64_t snapshot_every = 0) {
    ledger = value_of(Ledger::create(path, create_options(kind), options(snapshot_every)));
    if (furnished) who = furnish(*ledger);
  }
  LedgerOptions options(std::uint64_t snapshot_every = 0) const {
    LedgerOptions o;
    o.clock = &clock;
    o.snapshot_every = snapshot_every;
    return o;
  }
  void reopen() {
    ledger.reset();
    ledger = value_of(Ledger::open(path, options()));
  }
  Hash state_hash() const { return hash_of(*ledger); }
  static Hash hash_of(const Ledger& l) {
    Hash hash;
    value_of(l.read([&](const scheme::State& state) { hash = state.state_hash(); }));
    return hash;
  }
  std::vector<std::string> findings() const { return value_of(ledger->check(false)).findings; }
  // Whether any file of the store whose name begins so holds these bytes.
  bool holds(const std::string& bytes, const std::string& begin = "") const {
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      if (!entry.is_regular_file() || !entry.path().filename().string().starts_with(begin)) continue;
      if (test::read_bytes(entry.path().string()).find(bytes) != std::string::npos) return true;
    }
    return false;
  }
  // One number that the closed database answers.
  std::int64_t ask(const std::string& database, const std::string& sql) {
    ledger.reset();
    std::int64_t answer = 0;
    {
      const auto db = value_of(store::Database::open(path + "/" + database + ".db", database, store::Opening::existing));
      auto select = db.prepare(sql);
      EXPECT_TRUE(value_of(select.step()));
      answer = select.integer(0);
    }
    ledger = value_of(Ledger::open(path, options()));
    return answer;
  }
};

// ---- 2: sealed values ----

TEST(Decision2OnDisk, a_sealed_text_is_nowhere_in_the_journal_and_leaves_no_trace_when_erased) {
  Store s;
  const std::string text = "この備考は個人に関わる秘密です";
  auto sent = transfer(s.who, 5, key_of(1, 1));
  sent.sealed.push_back({0, "note", text});
  const auto number = value_of(s.ledger->submit(sent)).first;
  const auto before = value_of(s.ledger->receipt(number, ReceiptKind::party, log_key()));
  const auto head = value_of(s.ledger->head());
  EXPECT_FALSE(s.holds(text, "journal.db"));
  EXPECT_TRUE(s.holds(text, "people.db"));
  EXPECT_FALSE(s.holds("田中一郎", "journal.db"));

  const auto commitment = std::get<registry::Transfer>(value_of(s.ledger->record(number)).command).note.commitment;
  const auto salt = std::string(before.opened.at(0).salt.begin(), before.opened.at(0).salt.end());
  EXPECT_TRUE(s.holds(salt));
  value_of(s.ledger->people().erase_sealed(commitment));
  EXPECT_FALSE(s.holds(text)) << "neither in the file nor in its log";
  EXPECT_FALSE(s.holds(salt));
  s.reopen();
  EXPECT_FALSE(s.holds(text));

  // No proof breaks: head, check, the old receipt and a new one.
  EXPECT_EQ(value_of(s.ledger->head()), head);
  const auto report = value_of(s.ledger->check(false));
  EXPECT_EQ(report.findings, std::vector<std::string>{});
  EXPECT_EQ(report.sealed, 1u);
  EXPECT_EQ(report.erased, 1u);
  EXPECT_TRUE(journal::verify_receipt(before, log_key().public_key().fingerprint()));
  const auto after = value_of(s.ledger->receipt(number, ReceiptKind::party, log_key()));
  EXPECT_TRUE(after.opened.empty());
  EXPECT_TRUE(journal::verify_receipt(after, log_key().public_key().fingerprint()));
}

TEST(Decision2OnDisk, a_refused_request_leaves_no_sealed_text) {
  Store s;
  auto sent = transfer(s.who, 1000, key_of(1, 1));
  sent.sealed.push_back({0, "note", "受け付けられない備考"});
  auto good = transfer(s.who, 1, key_of(1, 2));
  good.sealed.push_back({0, "note", "受け付けられる備考"});
  const auto answers = s.ledger->submit_all({good, sent});
  EXPECT_TRUE(answers[0]);
  EXPECT_EQ(refusal(answers[1]), "registry.insufficient_units");
  EXPECT_TRUE(s.holds("受け付けられる備考", "people.db"));
  EXPECT_FALSE(s.holds("受け付けられない備考"));
}

// A batch may be more than one segment; nothing of a refused request may slip into the first.
TEST(Decision2OnDisk, a_batch_in_several_segments_seals_what_it_accepts_and_nothing_else) {
  Store s;
  std::vector<Request> many;
  for (int i = 0; i < 3; ++i) {
    auto filler = transfer(s.who, 1, key_of(2, static_cast<std::uint64_t>(i)));
    filler.commands.assign(i == 2 ? 20 : 10, filler.commands.front());
    filler.sealed.push_back({0, "note", "採用 " + std::to_string(i)});
    many.push_back(filler);
    auto refused = transfer(s.who, 1000, key_of(3, static_cast<std::uint64_t>(i)));
    refused.commands.assign(limits::batch_entries_max / 2, refused.commands.front());  // makes room: what waits is written first
    refused.sealed.push_back({0, "note", "不採用 " + std::to_string(i)});
    many.push_back(refused);
    many.push_back(refused);
  }
  const auto answers = s.ledger->submit_all(many);
  for (std::size_t i = 0; i < many.size(); ++i) EXPECT_EQ(answers[i].has_value(), i % 3 == 0) << i;
  EXPECT_FALSE(s.holds("不採用"));
  EXPECT_EQ(s.findings(), std::vector<std::string>{});
  EXPECT_EQ(s.ask("people", "SELECT count(*) FROM sealed"), 3);
}

// ---- 6: segments and snapshots ----

TEST(Decision6, a_batch_is_one_row) {
  Store s;
  const auto rows = s.ask("journal", "SELECT count(*) FROM segments");
  const auto last = s.ledger->last();
  std::vector<Request> many;
  for (std::uint64_t i = 0; i < 50; ++i) many.push_back(transfer(s.who, 1, key_of(1, i)));
  for (const auto& answer : s.ledger->submit_all(many)) EXPECT_TRUE(answer);
  EXPECT_EQ(s.ask("journal", "SELECT count(*) FROM segments"), rows + 1);
  EXPECT_EQ(s.ask("journal", "SELECT max(first) FROM segments"), static_cast<std::int64_t>(last.value + 1));
  EXPECT_EQ(s.ask("journal", "SELECT count FROM segments ORDER BY first DESC LIMIT 1"), 50);
  // Commands of several threads that wait together share a row too.
  std::vector<std::thread> threads;
  for (std::uint64_t t = 0; t < 8; ++t) {
    threads.emplace_back([&, t] { EXPECT_TRUE(s.ledger->submit(transfer(s.who, 1, key_of(2, t)))); });
  }
  for (auto& t : threads) t.join();
  EXPECT_LE(s.ask("journal", "SELECT count(*) FROM segments"), rows + 1 + 8);
  EXPECT_EQ(s.ledger->last().value, last.value + 58);
}

TEST(Decision6, a_snapshot_is_disposable) {
  Store s;
  value_of(s.ledger->submit(transfer(s.who, 5)));
  value_of(s.ledger->snapshot());
  value_of(s.ledger->submit(transfer(s.who, 6)));
  const auto hash = s.state_hash();
  const auto head = value_of(s.ledger->head());
  const auto snapshots = s.path + "/snapshots";
  ASSERT_FALSE(fs::is_empty(snapshots));
  s.reopen();  // snapshot and tail
  EXPECT_EQ(s.state_hash(), hash);
  EXPECT_EQ(value_of(s.ledger->head()), head);
  EXPECT_EQ(value_of(s.ledger->check(false)).snapshots, 1u);

  // One byte changed: it is passed over, and check tells.
  const auto file = fs::directory_iterator(snapshots)->path().string();
  auto bytes = test::read_bytes(file);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  test::write_bytes(file, bytes);
  s.reopen();
  EXPECT_EQ(s.state_hash(), hash);
  EXPECT_FALSE(s.findings().empty());

  fs::remove_all(snapshots);
  s.reopen();  // the whole journal
  EXPECT_EQ(s.state_hash(), hash);
  EXPECT_EQ(value_of(s.ledger->head()), head);
  EXPECT_EQ(s.findings(), std::vector<std::string>{});
}

// A snapshot that is whole and of another state is not believed where the journal is read.
TEST(Decision6, check_compares_a_snapshot_with_what_the_journal_leads_to) {
  Store s;
  value_of(s.ledger->snapshot());
  const auto snapshots = s.path + "/snapshots";
  auto snapshot = store::newest_snapshot(snapshots, s.ledger->last());
  ASSERT_TRUE(snapshot);
  auto state = value_of(scheme::State::load(snapshot->state));
  state.remember({{1}, key_of(9, 9)}, sha256(std::string_view("never sent")), {1}, 1);
  snapshot->state = state.dump();
  value_of(store::write_snapshot(snapshots, *snapshot));
  s.reopen();
  EXPECT_FALSE(s.findings().empty());
}

// ---- 7: the store's name ----

TEST(Decision7, the_first_entry_names_the_store_and_so_does_every_checkpoint) {
  for (const auto& [kind, begin] : {std::pair{scheme::StoreKind::production, "sumi/"}, {scheme::StoreKind::demo, "sumi-demo/"}, {scheme::StoreKind::training, "sumi-training/"}}) {
    Store s(kind, false);
    const auto first = value_of(s.ledger->record({1}));
    const auto& opened = std::get<scheme::OpenStore>(first.command);
    EXPECT_FALSE(opened.store.is_nil());
    EXPECT_EQ(opened.kind, kind);
    const auto text = value_of(s.ledger->checkpoint(log_key())).to_text();
    EXPECT_TRUE(text.starts_with(begin + opened.store.to_hex() + "\n")) << text;
    EXPECT_EQ(opened.log_key.bytes, log_key().public_key().bytes);
    EXPECT_EQ(refusal(s.ledger->submit(request(s.who.admin, {}, scheme::OpenStore{}))), "scheme.store_already_open");
  }
  Store a(scheme::StoreKind::demo, false), b(scheme::StoreKind::demo, false);
  EXPECT_NE(value_of(a.ledger->checkpoint(log_key())).origin, value_of(b.ledger->checkpoint(log_key())).origin);
}

TEST(Decision7, only_the_logs_own_key_signs) {
  Store s(scheme::StoreKind::demo, false);
  const auto other = value_of(journal::SigningKey::from_seed("log.example", std::array<std::uint8_t, 32>{8}));
  EXPECT_EQ(refusal(s.ledger->checkpoint(other)), "service.log_key_wrong");
  EXPECT_EQ(refusal(s.ledger->receipt({1}, ReceiptKind::open, other)), "service.log_key_wrong");
}

// ---- 8: the rulebook ----

rulebook::Pack edition_without_own_use() {
  std::vector<rulebook::PackFile> files;
  for (const auto& file : small_rulebook()->pack("jcredit-registry")->files()) {
    auto text = file.text;
    const auto drop_line = [&](const std::string& begin) {
      const auto from = text.find("\n" + begin);
      if (from != std::string::npos) text.erase(from, text.find('\n', from + 1) - from);
    };
    if (file.path == "purposes.csv") drop_line("own_retirement,");
    if (file.path == "pack.toml") text.replace(text.find("\"2026-11-2\""), 11, "\"2027-06\"");
    files.push_back({file.path, text});
  }
  return value_of(rulebook::Pack::from_files(files, "jcredit-registry"));
}

TEST(Decision8, adopted_packs_lie_in_the_store_and_old_entries_keep_the_rules_of_their_day) {
  Store s;
  value_of(s.ledger->submit(retirement(s.who, 1)));
  const auto pack = edition_without_own_use();
  OrganisationNumber authority;
  value_of(s.ledger->read([&](const scheme::State& state) {
    for (const auto& [key, row] : state.grants()) {
      if (key.role == scheme::Role::ministry && key.organisation != s.who.secretariat) authority = key.organisation;
    }
  }));
  ASSERT_TRUE(authority);
  s.clock.set(at("2027-06-01"));
  EXPECT_EQ(refusal(s.ledger->adopt(pack, s.who.tanaka, s.who.first)), "scheme.role_missing");
  const auto adoption = std::get<scheme::RulebookAdopted>(value_of(s.ledger->adopt(pack, s.who.admin, authority)).outcomes[0]).adoption;
  EXPECT_EQ(refusal(s.ledger->submit(retirement(s.who, 1))), "registry.purpose_unknown");
  EXPECT_EQ(value_of(s.ledger->record(value_of(s.ledger->submit(transfer(s.who, 1))).first)).header.adoption, adoption);
  EXPECT_EQ(s.findings(), std::vector<std::string>{}) << "the request of May is decided by the rules of May";
  EXPECT_TRUE(fs::exists(s.path + "/packs/" + pack.hash().to_hex()));
  EXPECT_EQ(sha256(test::read_bytes(s.path + "/packs/" + pack.hash().to_hex())), pack.hash());
  EXPECT_EQ(value_of(s.ledger->rulebook(day("2027-05-31")))->manifest(), small_rulebook()->manifest());
  EXPECT_NE(value_of(s.ledger->rulebook())->manifest(), small_rulebook()->manifest());
  // The store needs no other rulebook than its own.
  s.reopen();
  EXPECT_EQ(refusal(s.ledger->submit(retirement(s.who, 1))), "registry.purpose_unknown");
}

TEST(Decision8, a_pack_that_was_altered_or_taken_away_is_found) {
  Store s;
  s.reopen();
  const auto file = s.path + "/packs/" + small_rulebook()->pack("jcredit-registry")->hash().to_hex();
  const auto whole = test::read_bytes(file);
  auto bytes = whole;
  bytes[bytes.size() - 20] = static_cast<char>(bytes[bytes.size() - 20] ^ 1);
  test::write_bytes(file, bytes);
  const auto last = s.ledger->last();
  EXPECT_EQ(refusal(s.ledger->submit(retirement(s.who, 1))), "store.pack_altered");
  EXPECT_EQ(s.ledger->last(), last);
  EXPECT_FALSE(s.findings().empty());
  fs::remove(file);
  EXPECT_EQ(refusal(s.ledger->submit(retirement(s.who, 1))), "store.pack_missing");
  EXPECT_FALSE(s.findings().empty());
  test::write_bytes(file, whole);
  EXPECT_EQ(refusal(s.ledger->submit(retirement(s.who, 1))), "");
  EXPECT_EQ(s.findings(), std::vector<std::string>{});
}

// ---- the same journal, the same state ----

TEST(Replay, gives_the_same_state_on_a_copy_and_at_every_entry) {
  Store s(scheme::StoreKind::demo, true, 25);
  auto sent = transfer(s.who, 5, key_of(1, 1));
  sent.sealed.push_back({0, "note", "備考"});
  value_of(s.ledger->submit(sent));
  value_of(s.ledger->submit(retirement(s.who, 3)));
  s.clock.set({s.clock.now().ms + limits::retirement_request_keep_ms});
  value_of(s.ledger->advance_time());
  const auto hash = s.state_hash();
  const auto last = s.ledger->last();
  EXPECT_EQ(value_of(s.ledger->state_at(last)).state_hash(), hash);
  EXPECT_EQ(refusal(s.ledger->state_at({last.value + 1})), "service.entry_missing");
  const auto middle = value_of(s.ledger->state_at({last.value / 2})).state_hash();
  s.ledger.reset();
  const auto copy = s.folder.file("copy");
  fs::copy(s.path, copy, fs::copy_options::recursive);
  fs::remove_all(copy + "/snapshots");
  const auto ledger = value_of(Ledger::open(copy, s.options()));
  EXPECT_EQ(Store::hash_of(*ledger), hash);
  EXPECT_EQ(value_of(ledger->state_at({last.value / 2})).state_hash(), middle);
  EXPECT_NE(middle, hash);
  // A state that is loaded from its dump is the state.
  value_of(ledger->read([&](const scheme::State& state) { EXPECT_EQ(value_of(scheme::State::load(state.dump())).dump(), state.dump()); }));
}

TEST(Replay, is_deterministic_across_stores_with_the_same_entries) {
  // The state knows nothing of salts: two ledgers that were told the same things are in the same state.
  const auto told = [](Ledger& ledger) {
    const auto who = furnish(ledger);
    value_of(ledger.submit(transfer(who, 7)));
    return who;
  };
  StandingClock clock{at("2027-05-20")};
  LedgerOptions options;
  options.clock = &clock;
  auto create = create_options();
  create.store = value_of(Result<Id128>(*Id128::from_hex("00112233445566778899aabbccddeeff")));
  const auto a = value_of(Ledger::in_memory(create, options));
  const auto b = value_of(Ledger::in_memory(create, options));
  const auto in_a = told(*a);
  const auto in_b = told(*b);
  // Persons have random ids; apart from them every table is alike.
  EXPECT_NE(in_a.tanaka, in_b.tanaka);
  value_of(a->read([&](const scheme::State& x) {
    value_of(b->read([&](const scheme::State& y) {
      ByteWriter wx, wy;
      x.registry().dump(wx);
      y.registry().dump(wy);
      EXPECT_EQ(wx.bytes(), wy.bytes());
      EXPECT_EQ(x.meta().store, y.meta().store);
    }));
  }));
}

// ---- 14: keys ----

TEST(Decision14, the_store_never_holds_the_secret_and_the_key_file_is_its_owners) {
  Store s;
  value_of(s.ledger->receipt({1}, ReceiptKind::party, log_key()));
  value_of(s.ledger->snapshot());
  const auto file = s.folder.file("signing.key");
  value_of(log_key().save(file));
  EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  fs::permissions(file, fs::perms::group_read, fs::perm_options::add);
  EXPECT_EQ(refusal(journal::SigningKey::load(file)), "journal.key_file_permissions");
  EXPECT_FALSE(s.holds({reinterpret_cast<const char*>(log_seed().bytes.data()), 32}));
  EXPECT_TRUE(s.holds({reinterpret_cast<const char*>(log_key().public_key().bytes.data()), 32}, "journal.db")) << "the public one is in the first entry";
}

}  // namespace
}  // namespace sumi::service
