// Backup while threads write, restore whole and in part, erasures again, a new epoch, and backups that were tampered with.
#include "service/backup.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <thread>

#include "base/file.h"
#include "base/test_support.h"
#include "service/testing.h"
#include "store/copy.h"

namespace sumi::service {
namespace {

namespace fs = std::filesystem;
using namespace testing;
using test::TemporaryFolder;

struct Store {
  TemporaryFolder folder;
  StandingClock clock{at("2027-05-20")};
  LedgerOptions options;
  std::unique_ptr<Ledger> ledger;
  Inhabitants who;
  explicit Store(std::uint64_t tonnes = 70) {
    options.clock = &clock;
    ledger = value_of(Ledger::create(path("store"), create_options(), options));
    who = furnish(*ledger, tonnes, 6);
  }
  std::string path(const std::string& name) const { return folder.file(name); }
  Hash state_hash() const { return hash_of(*ledger); }
  static Hash hash_of(const Ledger& l) {
    Hash hash;
    value_of(l.read([&](const scheme::State& state) { hash = state.state_hash(); }));
    return hash;
  }
  // One transfer with a sealed note; its commitment.
  Hash noted(std::uint64_t key, const std::string& text) {
    auto sent = transfer(who, 1, key_of(9, key));
    sent.sealed.push_back({0, "note", text});
    const auto entry = value_of(ledger->submit(sent)).first;
    return std::get<registry::Transfer>(value_of(ledger->record(entry)).command).note.commitment;
  }
  Result<RestoreReport> restored(const std::string& to, RestoreOptions how = {}) const { return restore(path("backup"), path(to), how, options); }
  std::unique_ptr<Ledger> opened(const std::string& name) const { return value_of(Ledger::open(path(name), options)); }
};

TEST(Backup, a_restored_store_is_the_same) {
  Store s;
  s.noted(1, "備考");
  value_of(s.ledger->put_evidence(s.who.first, "a bill"));
  value_of(s.ledger->snapshot());
  const auto report = value_of(s.ledger->backup(s.path("backup")));
  EXPECT_EQ(report.head, value_of(s.ledger->head()));
  const auto back = value_of(s.restored("new"));
  EXPECT_EQ(back.head, report.head);
  EXPECT_EQ(back.state_hash, s.state_hash());
  EXPECT_EQ(back.epoch, 0u);
  const auto again = s.opened("new");
  EXPECT_TRUE(again->get_evidence(s.who.first, sha256(std::string_view("a bill"))));
  EXPECT_TRUE(fs::exists(s.path("backup") + "/snapshots/" + std::to_string(report.head.size)));
  EXPECT_TRUE(again->submit(transfer(s.who, 1)));
  // No key, no lock, for the owner alone.
  for (const auto& entry : fs::recursive_directory_iterator(s.path("backup"))) {
    EXPECT_NE(entry.path().filename(), "lock");
    if (entry.is_regular_file()) {
      EXPECT_EQ(test::read_bytes(entry.path().string()).find("sumi signing key"), std::string::npos);
    }
  }
  EXPECT_EQ(fs::status(s.path("backup")).permissions() & fs::perms::all, fs::perms::owner_all);
}

TEST(Backup, while_threads_write) {
  Store s(100'000);
  std::atomic<bool> stop{false};
  std::atomic<std::uint64_t> accepted{0};
  std::vector<std::thread> threads;
  for (std::uint64_t t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (std::uint64_t i = 0; !stop; ++i) {
        auto sent = transfer(s.who, 1, key_of(100 + t, i));
        sent.sealed.push_back({0, "note", "備考 " + std::to_string(i) + std::string(300, 'x')});
        if (s.ledger->submit(std::move(sent))) ++accepted;
      }
    });
  }
  while (accepted < 200) std::this_thread::yield();
  for (int round = 0; round < 3; ++round) {
    const auto name = "backup" + std::to_string(round);
    const auto before = s.ledger->last();
    const auto accepted_before = accepted.load();
    const auto report = value_of(s.ledger->backup(s.path(name)));
    EXPECT_GE(report.head.size, before.value) << "what was durable before is in it";
    // Whoever submits goes on meanwhile.
    while (accepted < accepted_before + 50) std::this_thread::yield();
    // restore() opens, verifies, decides every command again and opens every commitment.
    const auto back = restore(s.path(name), s.path("new" + std::to_string(round)), {}, s.options);
    ASSERT_TRUE(back) << describe_error(back.error(), Language::en);
    EXPECT_EQ(back->head, report.head);
    EXPECT_EQ(value_of(s.ledger->state_at({report.head.size})).state_hash(), back->state_hash);
  }
  stop = true;
  for (auto& t : threads) t.join();
  EXPECT_TRUE(value_of(s.ledger->check(false)).findings.empty());
}

TEST(Backup, what_is_refused_changes_nothing) {
  Store s;
  EXPECT_EQ(refusal(s.ledger->backup(s.path("store") + "/backup")), "service.backup_inside_store");
  value_of(s.ledger->backup(s.path("backup")));
  EXPECT_EQ(refusal(s.ledger->backup(s.path("backup"))), "store.store_exists");
  fs::create_directory(s.path("other.part"));
  EXPECT_EQ(refusal(s.ledger->backup(s.path("other"))), "service.backup_part_left");
  EXPECT_TRUE(fs::exists(s.path("other.part")));
  EXPECT_EQ(refusal(s.restored("store")), "store.store_exists");
  House house;
  EXPECT_EQ(refusal(house.ledger->backup(s.path("of-memory"))), "service.backup_no_folder");
  // Evidence that a disk has changed makes no silent backup, and leaves no remains.
  const auto hash = value_of(s.ledger->put_evidence(s.who.first, "a bill"));
  test::write_bytes(s.path("store") + "/evidence/" + std::to_string(s.who.first.value) + "/" + hash.to_hex(), "a bull");
  EXPECT_EQ(refusal(s.ledger->backup(s.path("bad"))), "store.evidence_altered");
  EXPECT_FALSE(fs::exists(s.path("bad")));
  EXPECT_FALSE(fs::exists(s.path("bad.part")));
}

TEST(Backup, every_file_of_it_is_compared) {
  Store s;
  s.noted(1, "備考");
  value_of(s.ledger->snapshot());
  value_of(s.ledger->put_evidence(s.who.first, "a bill"));
  value_of(s.ledger->backup(s.path("backup")));
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(s.path("backup"))) {
    if (entry.is_regular_file()) files.push_back(entry.path().string());
  }
  ASSERT_GE(files.size(), 7u);
  for (const auto& file : files) {
    SCOPED_TRACE(file);
    const auto whole = test::read_bytes(file);
    auto bytes = whole;
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    const auto wanted = file.ends_with("backup.txt") ? "service.backup_unreadable" : "service.backup_altered";
    for (const auto& wrong : {bytes, whole.substr(0, whole.size() - 1)}) {
      test::write_bytes(file, wrong);
      EXPECT_EQ(refusal(s.restored("new")), wanted);
      EXPECT_FALSE(fs::exists(s.path("new")));
      EXPECT_FALSE(fs::exists(s.path("new.part")));
    }
    fs::remove(file);
    EXPECT_EQ(refusal(s.restored("new")), wanted);
    test::write_bytes(file, whole);
  }
  EXPECT_TRUE(s.restored("new"));
}

// A manifest that somebody wrote anew around another journal: the hashes of the files hold, the tree does not.
TEST(Backup, a_manifest_that_says_another_head_is_refused) {
  Store s;
  value_of(s.ledger->backup(s.path("backup")));
  auto manifest = value_of(BackupManifest::parse(test::read_bytes(s.path("backup") + "/backup.txt"), "backup.txt"));
  EXPECT_EQ(manifest.to_text(), test::read_bytes(s.path("backup") + "/backup.txt"));
  manifest.head.root.bytes[0] ^= 1;
  test::write_bytes(s.path("backup") + "/backup.txt", manifest.to_text());
  EXPECT_EQ(refusal(s.restored("new")), "service.backup_altered");
  // And none leads out of its folder.
  manifest.files[0].path = "../evil";
  EXPECT_EQ(refusal(BackupManifest::parse(manifest.to_text(), "backup.txt")), "service.backup_unreadable");
}

// Hashes that hold around a store that does not: only the check tells.
TEST(Backup, a_store_that_does_not_hold_is_not_restored) {
  Store s;
  s.noted(1, "備考");
  value_of(s.ledger->backup(s.path("backup")));
  {
    auto people = value_of(store::Database::open(s.path("backup") + "/people.db", "people", store::Opening::existing));
    value_of(people.execute("DELETE FROM sealed"));
  }
  auto manifest = value_of(BackupManifest::parse(test::read_bytes(s.path("backup") + "/backup.txt"), "backup.txt"));
  for (auto& f : manifest.files) {
    const auto bytes = test::read_bytes(s.path("backup") + "/" + f.path);
    f.hash = sha256(bytes), f.bytes = bytes.size();
  }
  test::write_bytes(s.path("backup") + "/backup.txt", manifest.to_text());
  EXPECT_EQ(refusal(s.restored("new")), "service.restore_not_whole");
  EXPECT_FALSE(fs::exists(s.path("new")));
}

TEST(Restore, until_an_entry_and_until_a_moment) {
  Store s;
  const auto kept = s.ledger->last();
  const auto hash = s.state_hash();
  s.clock.set(at("2027-05-21"));
  s.noted(1, "落とされる備考");
  value_of(s.ledger->submit(transfer(s.who, 2)));
  value_of(s.ledger->snapshot());
  const auto head = value_of(s.ledger->backup(s.path("backup"))).head;
  RestoreOptions how;
  how.until_entry = kept;
  EXPECT_EQ(refusal(s.restored("new", how)), "service.restore_drops");
  EXPECT_FALSE(fs::exists(s.path("new")));
  how.never_published = true;
  const auto by_entry = value_of(s.restored("new", how));
  EXPECT_EQ(by_entry.head.size, kept.value);
  EXPECT_EQ(by_entry.backup, head);
  EXPECT_EQ(by_entry.state_hash, hash);
  RestoreOptions by_time;
  by_time.until_time = Instant{at("2027-05-21").ms - 1};
  by_time.never_published = true;
  EXPECT_EQ(value_of(s.restored("newer", by_time)).head, by_entry.head);
  by_time.until_time = at("2027-05-21");
  EXPECT_EQ(value_of(s.restored("all", by_time)).head, head);
  // What was cut off is in no page of the file.
  const auto dropped = std::get<registry::Transfer>(value_of(s.ledger->record({kept.value + 1})).command).note.commitment;
  const std::string commitment(reinterpret_cast<const char*>(dropped.bytes.data()), dropped.bytes.size());
  EXPECT_NE(test::read_bytes(s.path("backup") + "/journal.db").find(commitment), std::string::npos);
  EXPECT_EQ(test::read_bytes(s.path("new") + "/journal.db").find(commitment), std::string::npos);
  // Another entry may follow where the dropped ones stood.
  const auto again = s.opened("new");
  EXPECT_EQ(value_of(again->submit(transfer(s.who, 3))).first.value, kept.value + 1);

  how.until_entry = SequenceNumber{1'000'000};
  EXPECT_EQ(refusal(s.restored("x", how)), "service.entry_missing");
  by_time.until_time = at("2020-01-01");
  EXPECT_EQ(refusal(s.restored("x", by_time)), "service.store_younger");
}

// The opening entries and the issue are batches of many entries, the issue a group of two: a cut goes through a segment and never through a group.
TEST(Restore, a_cut_inside_of_a_segment) {
  Store s;
  value_of(s.ledger->backup(s.path("backup")));
  RestoreOptions how;
  how.never_published = true;
  how.until_entry = SequenceNumber{s.ledger->last().value - 1};  // the first half of the issue
  const auto inside = s.restored("new", how);
  EXPECT_EQ(refusal(inside), "service.restore_inside_group");
  EXPECT_NE(describe_error(inside.error(), Language::en).find("entry " + std::to_string(s.ledger->last().value - 1)), std::string::npos);
  for (const std::uint64_t entry : {2u, 5u}) {
    how.until_entry = SequenceNumber{entry};
    const auto done = value_of(s.restored("cut" + std::to_string(entry), how));
    EXPECT_EQ(done.head.size, entry);
    EXPECT_EQ(done.state_hash, value_of(s.ledger->state_at({entry})).state_hash());
  }
}

TEST(Restore, what_was_erased_after_the_backup_is_erased_again) {
  for (const bool without_people : {false, true}) {
    Store s;
    const auto stays = s.noted(1, "残る備考"), goes = s.noted(2, "消える備考");
    value_of(s.ledger->backup(s.path("backup")));
    value_of(s.ledger->people().erase_sealed(goes));
    s.ledger.reset();
    EXPECT_EQ(value_of(s.restored("plain")).erased, 0u);
    RestoreOptions how;
    how.erasures_from = s.path("store");
    if (without_people) fs::remove(s.path("store") + "/people.db");
    const auto done = value_of(s.restored("new", how));
    // An erasure outside of the journal is known to people.db alone; where only the journal is left that is said.
    EXPECT_EQ(done.erased, without_people ? 0u : 1u);
    EXPECT_EQ(done.remarks.size(), without_people ? 1u : 0u);
    const auto again = s.opened("new");
    EXPECT_TRUE(value_of(again->people().sealed(stays)));
    if (without_people) continue;
    EXPECT_EQ(refusal(again->people().sealed(goes)), "store.sealed_erased");
    const std::string text = "消える備考";
    for (const auto& entry : fs::directory_iterator(s.path("new"))) {
      if (entry.is_regular_file()) {
        EXPECT_EQ(test::read_bytes(entry.path().string()).find(text), std::string::npos) << entry.path();
      }
    }
    // The store that is asked must be there, and free.
    how.erasures_from = s.path("nowhere");
    EXPECT_EQ(refusal(s.restored("x", how)), "store.store_missing");
    how.erasures_from = s.path("new");
    EXPECT_EQ(refusal(s.restored("x", how)), "store.store_locked");
  }
}

// Another ledger's erasures say nothing of this one's values, and a slip in the folder's name would leave here what was erased there.
TEST(Restore, erasures_are_not_taken_from_another_ledger) {
  Store s;
  s.noted(2, "備考");
  value_of(s.ledger->backup(s.path("backup")));
  s.ledger.reset();
  auto create = create_options();
  create.store = Id128{{7, 7, 7}};
  value_of(Ledger::create(s.path("other"), create)).reset();
  RestoreOptions how;
  how.erasures_from = s.path("other");
  EXPECT_EQ(refusal(s.restored("new", how)), "service.erasures_of_another");
}

// Erased by an entry: the journal alone tells it.
TEST(Restore, an_erasure_of_the_journal_is_known_without_people_db) {
  Store s;
  const auto goes = s.noted(2, "消える備考");
  value_of(s.ledger->backup(s.path("backup")));
  value_of(s.ledger->submit(request(s.who.admin, s.who.secretariat, scheme::EraseSealed{goes, "clerical_error"})));
  s.ledger.reset();
  fs::remove(s.path("store") + "/people.db");
  RestoreOptions how;
  how.erasures_from = s.path("store");
  const auto done = value_of(s.restored("new", how));
  EXPECT_EQ(done.erased, 1u);
  EXPECT_EQ(refusal(s.opened("new")->people().sealed(goes)), "store.sealed_erased");
}

TEST(Restore, what_drops_published_entries_begins_a_new_epoch) {
  Store s;
  const auto kept = value_of(s.ledger->head());
  for (std::uint64_t i = 0; i < 3; ++i) s.noted(i, "公表された備考");
  const auto published = value_of(s.ledger->checkpoint(log_key()));
  value_of(s.ledger->submit(transfer(s.who, 1)));
  value_of(s.ledger->backup(s.path("backup")));
  RestoreOptions how;
  how.until_entry = SequenceNumber{kept.size};
  how.abandon = published.to_text();
  how.ground = "clerical_error";
  const auto done = value_of(s.restored("new", how));
  EXPECT_EQ(done.epoch, 2u);
  EXPECT_EQ(done.head.size, kept.size + 1);
  const auto again = s.opened("new");
  const auto record = value_of(again->record({kept.size + 1}));
  const auto& epoch = std::get<scheme::NewEpoch>(record.command);
  EXPECT_EQ(epoch.epoch, 2u);
  EXPECT_EQ(epoch.abandoned_size, published.head.size);
  EXPECT_EQ(epoch.abandoned_root, published.head.root);
  EXPECT_EQ(epoch.kept_size, kept.size);
  EXPECT_EQ(epoch.kept_root, kept.root);
  EXPECT_TRUE(again->submit(transfer(s.who, 1)));
  EXPECT_TRUE(value_of(again->check(false)).findings.empty());
  // It begins with a restore only, whoever asks and however right the numbers are.
  auto asked = epoch;
  const auto now = value_of(again->head());
  asked.epoch = 3, asked.kept_size = now.size, asked.kept_root = now.root, asked.abandoned_size = now.size + 5;
  EXPECT_EQ(refusal(again->submit(request(s.who.admin, {}, asked))), "service.epoch_not_after_restore");
  // Again, from the second epoch.
  const auto second = value_of(again->checkpoint(log_key()));
  value_of(again->backup(s.path("backup2")));
  how.abandon = second.to_text();
  how.until_entry = SequenceNumber{kept.size + 1};
  EXPECT_EQ(value_of(restore(s.path("backup2"), s.path("third"), how, s.options)).epoch, 3u);
}

TEST(Restore, the_abandoned_head_must_be_ours_and_beyond) {
  Store s;
  const auto kept = value_of(s.ledger->head());
  const auto before = value_of(s.ledger->checkpoint(log_key()));
  s.noted(1, "備考");
  const auto published = value_of(s.ledger->checkpoint(log_key()));
  value_of(s.ledger->backup(s.path("backup")));
  const auto said = [&](const std::string& checkpoint, const std::string& ground = "other") {
    RestoreOptions how;
    how.until_entry = SequenceNumber{kept.size};
    how.abandon = checkpoint;
    how.ground = ground;
    const auto done = s.restored("new", how);
    EXPECT_FALSE(fs::exists(s.path("new")));
    return done ? std::string("accepted") : describe_error(done.error(), Language::en);
  };
  EXPECT_NE(said("no checkpoint").find("journal.checkpoint_syntax"), std::string::npos);
  EXPECT_NE(said(before.to_text()).find("nothing is abandoned"), std::string::npos);
  EXPECT_NE(said(before.to_text()).find("service.abandoned_head"), std::string::npos);
  auto other = published;
  other.origin.store.bytes[0] ^= 1;
  EXPECT_NE(said(other.to_text()).find("another store's"), std::string::npos);
  const auto stranger = value_of(journal::SigningKey::from_seed("log.example", sha256(std::string_view("a stranger")).bytes));
  EXPECT_NE(said(journal::sign_checkpoint(published.origin, published.head, stranger).to_text()).find("not signed by this store's key"), std::string::npos);
  auto forked = published.head;
  forked.root.bytes[0] ^= 1;
  EXPECT_NE(said(journal::sign_checkpoint(published.origin, forked, log_key()).to_text()).find("not the head of the entries of this backup"), std::string::npos);
  EXPECT_NE(said(published.to_text(), "no such ground").find("scheme.committee_ground_unknown"), std::string::npos);
}

// What the state itself compares.
TEST(Restore, an_epoch_s_numbers) {
  House house;
  scheme::State state = value_of(house.ledger->state_at(house.ledger->last()));
  scheme::Rules rules;
  rules.committee_grounds.insert("other");
  OrganisationNumber of;
  for (const auto& [key, row] : state.grants()) {
    if (key.role == scheme::Role::administrator) of = key.organisation;
  }
  const Act act{at("2027-05-20"), day("2027-05-20"), house.who.admin, of, state.meta().adoption};
  const auto asked = [&](std::uint32_t epoch, std::uint64_t abandoned, std::uint64_t kept) { return refusal(state.decide(scheme::NewEpoch{epoch, abandoned, {}, kept, {}, "other"}, act, rules)); };
  EXPECT_EQ(asked(2, 10, 9), "");
  EXPECT_EQ(asked(1, 10, 9), "scheme.epoch_number");
  EXPECT_EQ(asked(3, 10, 9), "scheme.epoch_number");
  EXPECT_EQ(asked(2, 9, 9), "scheme.epoch_sizes");
  EXPECT_EQ(asked(2, 9, 0), "scheme.epoch_sizes");
}

}  // namespace
}  // namespace sumi::service
