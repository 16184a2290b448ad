// Refusals that a store, a disk or a careless caller brings about, and that nothing is changed by them.
#include <gtest/gtest.h>

#include <filesystem>

#include "base/test_support.h"
#include "service/documents.h"
#include "service/errors.h"
#include "service/testing.h"
#include "store/errors.h"
#include "store/files.h"
#include "store/sqlite.h"

namespace sumi::service {
namespace {

namespace fs = std::filesystem;
using namespace testing;
using test::TemporaryFolder;

struct OnDisk {
  TemporaryFolder folder;
  std::string path = folder.file("store");
  StandingClock clock{at("2027-05-20")};
  std::unique_ptr<Ledger> ledger;
  Inhabitants who;
  OnDisk() {
    ledger = value_of(Ledger::create(path, create_options(), options()));
    who = furnish(*ledger);
  }
  LedgerOptions options() const {
    LedgerOptions o;
    o.clock = &clock;
    return o;
  }
  void reopen() {
    ledger.reset();
    ledger = value_of(Ledger::open(path, options()));
  }
  // On the closed database.
  void run(const std::string& database, const std::string& sql) {
    ledger.reset();
    auto db = value_of(store::Database::open(path + "/" + database + ".db", database, store::Opening::existing));
    value_of(db.execute(sql.c_str()));
  }
  Hash state_hash() const {
    Hash hash;
    value_of(ledger->read([&](const scheme::State& state) { hash = state.state_hash(); }));
    return hash;
  }
};

TEST(SealedTexts, BelongToAFieldAndHaveALimit) {
  OnDisk s;
  const auto before = s.ledger->last();
  const auto with = [&](std::uint16_t command, const char* field, std::size_t length) {
    auto sent = transfer(s.who, 1, key_of(1, length));
    sent.sealed.push_back({command, field, std::string(length, 'x')});
    return s.ledger->submit(sent);
  };
  EXPECT_EQ(refusal(with(0, "memo", 1)), "service.sealed_field_unknown");
  EXPECT_EQ(refusal(with(1, "note", 1)), "service.sealed_field_unknown") << "there is one command only";
  EXPECT_EQ(refusal(with(0, "note", limits::sealed_value_bytes_max + 1)), "service.sealed_too_long");
  EXPECT_EQ(s.ledger->last(), before);
  EXPECT_EQ(refusal(with(0, "note", limits::sealed_value_bytes_max)), "");
}

// A disk that refuses to write: the request is not answered with a number, nobody is answered anything else until the store is opened again.
TEST(BrokenLedger, AnswersNobodyUntilItIsOpenedAgain) {
  OnDisk s;
  const auto before = s.ledger->last();
  const auto hash = s.state_hash();
  s.run("journal", "CREATE TRIGGER full BEFORE INSERT ON segments BEGIN SELECT RAISE(FAIL, 'the disk is full'); END");
  s.ledger = value_of(Ledger::open(s.path, s.options()));
  const auto first = s.ledger->submit(transfer(s.who, 1, key_of(1, 1)));
  ASSERT_FALSE(first);
  EXPECT_EQ(first.error().def, &errors::ledger_broken);
  EXPECT_NE(describe_error(first.error(), Language::en).find("the disk is full"), std::string::npos) << describe_error(first.error(), Language::en);
  EXPECT_EQ(refusal(s.ledger->submit(transfer(s.who, 2, key_of(1, 2)))), "service.ledger_broken");
  s.run("journal", "DROP TRIGGER full");
  s.reopen();
  EXPECT_EQ(s.ledger->last(), before);
  EXPECT_EQ(s.state_hash(), hash);
  EXPECT_EQ(refusal(s.ledger->submit(transfer(s.who, 1, key_of(1, 1)))), "");
}

class ClockThatFails final : public Clock {
 public:
  [[nodiscard]] Instant now() const override {
    if (fails) throw std::runtime_error("no clock answers");
    return at("2027-05-20");
  }
  bool fails = false;
};

// What must never happen ends the ledger, with its reason, and not the program.
TEST(BrokenLedger, AFaultOfTheProgramIsToldAsOne) {
  TemporaryFolder folder;
  ClockThatFails clock;
  LedgerOptions options;
  options.clock = &clock;
  const auto ledger = value_of(Ledger::create(folder.file("store"), create_options(), options));
  clock.fails = true;
  const auto answer = ledger->advance_time();
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().def, &errors::invariant_broken);
  EXPECT_NE(describe_error(answer.error(), Language::en).find("no clock answers"), std::string::npos);
  clock.fails = false;
  EXPECT_EQ(refusal(ledger->advance_time()), "service.invariant_broken");
}

TEST(Stores, AJournalWithoutItsFirstEntry) {
  OnDisk s;
  s.run("journal", "DELETE FROM segments");
  fs::remove_all(s.path + "/snapshots");
  EXPECT_EQ(refusal(Ledger::open(s.path, s.options())), "store.journal_empty");
}

TEST(Stores, AnEntryWhoseBytesSayNothing) {
  OnDisk s;
  s.ledger.reset();
  {
    const auto journal = value_of(store::open_sqlite_journal(s.path + "/journal.db", store::Opening::existing));
    journal::TreeEdge edge;
    value_of(journal->read({1}, [&](const journal::Segment& segment) { return journal::verify_segment(segment, edge); }));
    journal::SegmentBuilder builder(edge);
    journal::EntryHeader header;
    header.type = 42;  // a retirement's confirmation, whose number is missing
    header.version = 1;
    header.time = at("2027-05-21");
    header.business_date = day("2027-05-21");
    header.organisation_is_party = true;
    value_of(builder.append(header, {}, {}, journal::Salt{}));
    value_of(journal->append(builder.finish()));
  }
  EXPECT_EQ(refusal(Ledger::open(s.path, s.options())), "service.entry_undecodable");
}

TEST(Stores, EvidenceThatIsGoneOrChanged) {
  OnDisk s;
  const Hash hash = value_of(s.ledger->put_evidence({1}, "a bill"));
  EXPECT_EQ(value_of(s.ledger->get_evidence({1}, hash)), "a bill");
  EXPECT_EQ(refusal(s.ledger->get_evidence({2}, hash)), "store.evidence_missing") << "another organisation's";
  std::string file;
  for (const auto& entry : fs::recursive_directory_iterator(s.path + "/evidence")) {
    if (entry.path().filename() == hash.to_hex()) file = entry.path().string();
  }
  ASSERT_FALSE(file.empty());
  test::write_bytes(file, "a Bill");
  const auto altered = s.ledger->get_evidence({1}, hash);
  EXPECT_EQ(refusal(altered), "store.evidence_altered");
  EXPECT_NE(describe_error(altered.error(), Language::en).find(file), std::string::npos);
  fs::remove(file);
  EXPECT_EQ(refusal(s.ledger->get_evidence({1}, hash)), "store.evidence_missing");
}

TEST(Stores, DocumentsOfTheScheme) {
  OnDisk s;
  EXPECT_EQ(refusal(document(*s.ledger, sha256("no such plan"), "plan")), "service.document_missing");
  EXPECT_EQ(refusal(plan_from("no plan", sha256("no plan"))), "service.document_missing");
}

TEST(Stores, ASnapshotThatWasChangedIsToldByItsName) {
  OnDisk s;
  value_of(s.ledger->snapshot());
  const auto file = fs::directory_iterator(s.path + "/snapshots")->path().string();
  auto bytes = test::read_bytes(file);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  test::write_bytes(file, bytes);
  s.reopen();
  EXPECT_EQ(value_of(s.ledger->check(false)).findings, std::vector<std::string>{sentence(make_error(store::errors::snapshot_altered, {{"path", file}}), Language::en)});
}

TEST(Stores, AFolderThatIsNone) {
  TemporaryFolder folder;
  test::write_bytes(folder.file("bill.pdf"), "a file");
  EXPECT_EQ(refusal(Ledger::create(folder.file("bill.pdf/store"), create_options())), "store.database_unwritable");
}

// 3.8.0 of 2013 is older than any that would do; a build of other sources is none of ours.
TEST(Stores, TheLibraryIsTheOneThatWasBuilt) {
  for (const int version : {3'008'000, 4'000'000}) EXPECT_EQ(refusal(store::check_library(version, "2013-08-26 04:50:08 other sources")), "store.library_too_old") << version;
  OnDisk s;
  EXPECT_EQ(refusal(store::Database::open(s.path + "/people.db", "people", store::Opening::existing)), "store.store_locked") << "the library is content";
}

}  // namespace
}  // namespace sumi::service
