// Stores that are damaged, cut off, foreign or in use: refused with a place and a reason, and left as they were.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <random>

#include "base/test_support.h"
#include "service/testing.h"
#include "store/sqlite.h"

namespace sumi::service {
namespace {

namespace fs = std::filesystem;
using namespace testing;
using test::TemporaryFolder;

// A store with something in every table, closed.
const std::string& furnished() {
  static const TemporaryFolder folder;
  static const std::string path = [] {
    StandingClock clock{at("2027-05-20")};
    LedgerOptions options;
    options.clock = &clock;
    auto store = folder.file("store");
    const auto ledger = value_of(Ledger::create(store, create_options(), options));
    const auto who = furnish(*ledger);
    auto sent = transfer(who, 5, key_of(1, 1));
    sent.sealed.push_back({0, "note", "封をした備考"});
    value_of(ledger->submit(sent));
    sent.key = key_of(1, 2);
    const auto erased = value_of(ledger->submit(sent)).first;
    value_of(ledger->people().erase_sealed(std::get<registry::Transfer>(value_of(ledger->record(erased)).command).note.commitment));
    value_of(ledger->people().put_secret("a secret", sha256(std::string_view("a secret"))));
    // A refused attempt, for the security log.
    EXPECT_FALSE(ledger->submit(retirement(who, 1'000)));
    return store;
  }();
  return path;
}

struct Copy {
  TemporaryFolder folder;
  std::string path = folder.file("store");
  Copy() { fs::copy(furnished(), path, fs::copy_options::recursive); }
  std::string file(const std::string& name) const { return path + "/" + name; }
  void run(const std::string& database, const std::string& sql) const {
    auto db = value_of(store::Database::open(file(database + ".db"), database, store::Opening::existing));
    value_of(db.execute(sql.c_str()));
  }
  // All files but the lock, which carries nothing.
  std::map<std::string, std::string> contents() const {
    std::map<std::string, std::string> out;
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      if (entry.is_regular_file() && entry.path().filename() != "lock") out[entry.path().string()] = test::read_bytes(entry.path().string());
    }
    return out;
  }
};

// Where the damage is found, in words; empty = nowhere.
std::string found(const Copy& copy) {
  const auto before = copy.contents();
  std::string where;
  {
    const auto ledger = Ledger::open(copy.path);
    if (!ledger) {
      EXPECT_EQ(ledger.error().def->kind, ErrorKind::damaged) << describe_error(ledger.error(), Language::en);
      EXPECT_FALSE(std::string(ledger.error().def->ja).empty());
      EXPECT_NE(describe_error(ledger.error(), Language::ja), "");
      where = describe_error(ledger.error(), Language::en);
    } else {
      const auto report = (*ledger)->check(false);
      if (!report) {
        EXPECT_EQ(report.error().def->kind, ErrorKind::damaged);
        where = describe_error(report.error(), Language::en);
      } else {
        for (const auto& finding : report->findings) where += finding + "\n";
      }
    }
  }
  EXPECT_EQ(copy.contents(), before) << "looking changed something";
  return where;
}

TEST(Damage, a_whole_store_has_no_finding) {
  const Copy copy;
  EXPECT_EQ(found(copy), "");
}

// One byte of a blob, at the beginning, in the middle, at the end.
std::string flipped(const std::string& column, const std::string& at) {
  const auto byte = "substr(" + column + ", " + at + ", 1)";
  // SQL has no exclusive or of blobs: any other byte will do.
  return "CAST(substr(" + column + ", 1, " + at + " - 1) || CASE WHEN " + byte + " = X'41' THEN X'42' ELSE X'41' END || substr(" + column + ", " + at + " + 1) AS BLOB)";
}

struct Blow {
  const char* name;
  std::string database;
  std::string sql;
};

class EveryTable : public ::testing::TestWithParam<Blow> {};

TEST_P(EveryTable, one_byte_changed_is_found) {
  const Copy copy;
  copy.run(GetParam().database, GetParam().sql);
  const auto where = found(copy);
  EXPECT_NE(where, "") << GetParam().sql;
  if (GetParam().database == "people") {
    EXPECT_NE(where.find("people.db: the row of "), std::string::npos) << where;
  }
}

std::vector<Blow> blows() {
  std::vector<Blow> out;
  const auto blob = [&](const char* name, const std::string& database, const std::string& table, const std::string& column, const std::string& which) {
    out.push_back({name, database, "UPDATE " + table + " SET " + column + " = " + flipped(column, "1 + length(" + column + ") / 2") + " WHERE " + which});
  };
  const auto number = [&](const char* name, const std::string& database, const std::string& table, const std::string& column, const std::string& which) {
    out.push_back({name, database, "UPDATE " + table + " SET " + column + " = " + column + " + 1 WHERE " + which});
  };
  const auto text = [&](const char* name, const std::string& database, const std::string& table, const std::string& column, const std::string& which) {
    out.push_back({name, database, "UPDATE " + table + " SET " + column + " = 'X' || substr(" + column + ", 2) WHERE " + which});
  };
  const std::string first = "first = (SELECT min(first) FROM segments)", last = "first = (SELECT max(first) FROM segments)";
  blob("first_segment", "journal", "segments", "bytes", first);
  blob("last_segment", "journal", "segments", "bytes", last);
  out.push_back({"root_of_the_last_segment", "journal", "UPDATE segments SET bytes = " + flipped("bytes", "length(bytes)") + " WHERE " + last});
  out.push_back({"form_of_the_first_segment", "journal", "UPDATE segments SET bytes = " + flipped("bytes", "1") + " WHERE " + first});
  number("count_of_the_first_segment", "journal", "segments", "count", first);
  number("count_of_the_last_segment", "journal", "segments", "count", last);
  number("number_of_the_last_segment", "journal", "segments", "first", last);
  out.push_back({"number_of_the_first_segment", "journal", "UPDATE segments SET first = 1000000 WHERE " + first});
  out.push_back({"a_segment_taken_out", "journal", "DELETE FROM segments WHERE first = (SELECT first FROM segments ORDER BY first LIMIT 1 OFFSET 5)"});
  out.push_back({"the_first_segment_taken_out", "journal", "DELETE FROM segments WHERE " + first});
  out.push_back({"every_segment_taken_out", "journal", "DELETE FROM segments"});
  const std::string tanaka = "login = 'tanaka'";
  blob("person_id", "people", "persons", "id", tanaka);
  text("person_login", "people", "persons", "login", tanaka);
  text("person_name", "people", "persons", "name", tanaka);
  blob("person_checksum", "people", "persons", "checksum", tanaka);
  const std::string stands = "value IS NOT NULL", erased = "value IS NULL";
  blob("sealed_value", "people", "sealed", "value", stands);
  blob("sealed_salt", "people", "sealed", "salt", stands);
  blob("sealed_commitment", "people", "sealed", "commitment", stands);
  blob("sealed_request", "people", "sealed", "request", stands);
  number("sealed_organisation", "people", "sealed", "organisation", stands);
  number("sealed_field", "people", "sealed", "field", stands);
  out.push_back({"sealed_value_gone", "people", "UPDATE sealed SET value = NULL WHERE " + stands});
  out.push_back({"erased_value_back", "people", "UPDATE sealed SET value = X'41' WHERE " + erased});
  blob("erased_salt", "people", "sealed", "salt", erased);
  for (const char* column : {"time_ms", "organisation", "id"}) number(column, "people", "security_log", column, "1");
  for (const char* column : {"command", "refusal"}) text(column, "people", "security_log", column, "1");
  blob("actor", "people", "security_log", "actor", "1");
  return out;
}
INSTANTIATE_TEST_SUITE_P(Damage, EveryTable, ::testing::ValuesIn(blows()), [](const auto& blow) { return std::string(blow.param.name); });

TEST(Damage, a_sealed_row_that_is_gone_is_missed) {
  const Copy copy;
  copy.run("people", "DELETE FROM sealed WHERE value IS NOT NULL");
  EXPECT_NE(found(copy).find("a sealed value is missing from people.db"), std::string::npos);
}

// Below SQL: single bytes of the file. Either the engine or our own reading tells, unless the byte is one that nothing uses.
TEST(Damage, bytes_of_the_files_themselves) {
  const auto base = test::seed();
  std::mt19937_64 random(base);
  for (const char* name : {"journal.db", "people.db"}) {
    int told = 0;
    const int rounds = 25;
    for (int round = 0; round < rounds; ++round) {
      SCOPED_TRACE("SUMI_SEED=" + std::to_string(base) + " " + name + " round " + std::to_string(round));
      const Copy copy;
      auto bytes = test::read_bytes(copy.file(name));
      const auto place = random() % bytes.size();
      bytes[place] = static_cast<char>(bytes[place] ^ static_cast<char>(1 << random() % 8));
      test::write_bytes(copy.file(name), bytes);
      Hash hash;
      const auto whole = value_of(Ledger::open(furnished()));
      value_of(whole->read([&](const scheme::State& state) { hash = state.state_hash(); }));
      const auto ledger = Ledger::open(copy.path);
      if (!ledger) {
        EXPECT_EQ(ledger.error().def->kind, ErrorKind::damaged) << describe_error(ledger.error(), Language::en);
        ++told;
        continue;
      }
      const auto report = (*ledger)->check(false);
      if (!report || !report->findings.empty()) {
        ++told;
        continue;
      }
      // Nobody told: then nothing that counts has changed.
      value_of((*ledger)->read([&](const scheme::State& state) { EXPECT_EQ(state.state_hash(), hash); }));
    }
    std::printf("%s: %d of %d changed bytes told\n", name, told, rounds);
  }
}

TEST(Damage, a_file_that_was_cut_off) {
  for (const char* name : {"journal.db", "people.db"}) {
    const auto size = fs::file_size(furnished() + "/" + name);
    for (const auto left : {std::uintmax_t{0}, std::uintmax_t{50}, std::uintmax_t{4096}, size / 2, size - 1}) {
      SCOPED_TRACE(std::string(name) + " cut to " + std::to_string(left));
      const Copy copy;
      fs::resize_file(copy.file(name), left);
      const auto where = found(copy);
      EXPECT_NE(where, "");
      // Where only the last entry's bytes are gone, its number is the place.
      EXPECT_TRUE(where.find(name) != std::string::npos || where.find("entry 3") != std::string::npos) << where;
    }
  }
}

TEST(Damage, a_file_that_is_missing_is_not_made_anew) {
  {
    const Copy copy;
    fs::remove(copy.file("people.db"));
    EXPECT_NE(found(copy).find("people.db"), std::string::npos);
    EXPECT_FALSE(fs::exists(copy.file("people.db")));
  }
  const Copy copy;
  fs::remove(copy.file("journal.db"));
  EXPECT_EQ(refusal(Ledger::open(copy.path)), "store.store_missing");
  EXPECT_FALSE(fs::exists(copy.file("journal.db")));
  EXPECT_EQ(refusal(Ledger::open(copy.folder.file("nowhere"))), "store.store_missing");
  EXPECT_EQ(refusal(Ledger::create(copy.path, create_options())), "store.store_exists");
}

TEST(Damage, what_is_no_database_and_what_is_newer) {
  {
    const Copy copy;
    test::write_bytes(copy.file("journal.db"), std::string(8192, 'x'));
    EXPECT_NE(found(copy).find("store.database_unreadable"), std::string::npos);
  }
  for (const char* name : {"journal", "people"}) {
    const Copy copy;
    copy.run(name, "PRAGMA user_version = 99");
    const auto where = found(copy);
    EXPECT_NE(where.find("store.schema_newer"), std::string::npos) << where;
    EXPECT_NE(where.find("99"), std::string::npos) << where;
  }
}

TEST(Damage, a_store_in_use_is_busy) {
  const Copy copy;
  const auto ledger = value_of(Ledger::open(copy.path));
  const auto second = Ledger::open(copy.path);
  EXPECT_EQ(refusal(second), "store.store_locked");
  EXPECT_EQ(second.error().def->kind, ErrorKind::busy);
}

// Bytes that hold together and say something that this program does not know: a later one wrote them.
TEST(Damage, an_unknown_entry_type_refuses_to_open) {
  for (const auto& [type, version] : {std::pair<std::uint16_t, std::uint16_t>{149, 1}, {40, 2}, {9999, 1}}) {
    const Copy copy;
    {
      const auto journal = value_of(store::open_sqlite_journal(copy.file("journal.db"), store::Opening::existing));
      journal::TreeEdge edge;
      value_of(journal->read({1}, [&](const journal::Segment& segment) { return journal::verify_segment(segment, edge); }));
      journal::SegmentBuilder builder(edge);
      journal::EntryHeader header;
      header.type = type;
      header.version = version;
      header.time = at("2027-05-21");
      header.business_date = day("2027-05-21");
      value_of(builder.append(header, {}, {}, journal::Salt{}));
      value_of(journal->append(builder.finish()));
    }
    const auto before = copy.contents();
    const auto ledger = Ledger::open(copy.path);
    EXPECT_EQ(refusal(ledger), "service.entry_unknown_type");
    EXPECT_EQ(ledger.error().def->kind, ErrorKind::damaged);
    EXPECT_NE(describe_error(ledger.error(), Language::en).find("type " + std::to_string(type) + " version " + std::to_string(version)), std::string::npos);
    EXPECT_EQ(copy.contents(), before);
  }
}

// An entry whose bytes hold, whose type is known, and that no ledger would have written.
TEST(Damage, an_entry_that_leads_nowhere_is_refused_not_trusted) {
  const Copy copy;
  {
    const auto journal = value_of(store::open_sqlite_journal(copy.file("journal.db"), store::Opening::existing));
    journal::TreeEdge edge;
    value_of(journal->read({1}, [&](const journal::Segment& segment) { return journal::verify_segment(segment, edge); }));
    journal::SegmentBuilder builder(edge);
    const scheme::AnyCommand command = registry::ConfirmRetirement{{77}};
    const auto bodies = scheme::encode_bodies(command, registry::Retired{});
    journal::EntryHeader header;
    header.type = 42;
    header.version = 1;
    header.time = at("2027-05-21");
    header.business_date = day("2027-05-21");
    header.organisation_is_party = true;
    value_of(builder.append(header, bodies.open, bodies.party, journal::Salt{}));
    value_of(journal->append(builder.finish()));
  }
  const auto where = found(copy);
  EXPECT_NE(where.find("entry"), std::string::npos) << where;
}

}  // namespace
}  // namespace sumi::service
