// Single bytes, everywhere: in every row of the journal and of people.db, in snapshot, packs and evidence. Each is named by the check, and by opening where it lies in the
// snapshot or behind it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <random>

#include "base/test_support.h"
#include "service/testing.h"
#include "store/sqlite.h"

namespace sumi::service {
namespace {

namespace fs = std::filesystem;
using namespace testing;
using test::TemporaryFolder;

// Entries up to a snapshot, and some behind it; evidence, packs, sealed values, an erased one, a secret, a refusal.
struct Original {
  TemporaryFolder folder;
  std::string path = folder.file("store");
  std::uint64_t snapshot = 0;
  Original() {
    StandingClock clock{at("2027-05-20")};
    LedgerOptions options;
    options.clock = &clock;
    const auto ledger = value_of(Ledger::create(path, create_options(), options));
    const auto who = furnish(*ledger);
    const auto note = [&](std::uint64_t key) {
      auto sent = transfer(who, 1, key_of(1, key));
      sent.sealed.push_back({0, "note", "封をした備考 " + std::to_string(key)});
      return value_of(ledger->submit(sent)).first;
    };
    note(1);
    const auto erased = note(2);
    value_of(ledger->people().erase_sealed(std::get<registry::Transfer>(value_of(ledger->record(erased)).command).note.commitment));
    value_of(ledger->people().put_secret("a secret", sha256(std::string_view("a secret"))));
    value_of(ledger->put_evidence(who.first, std::string(500, 'e')));
    EXPECT_FALSE(ledger->submit(retirement(who, 1'000)));
    value_of(ledger->snapshot());
    snapshot = ledger->last().value;
    note(3);
    value_of(ledger->submit(retirement(who, 5)));
  }
};
const Original& original() {
  static const Original store;
  return store;
}

struct Copy {
  TemporaryFolder folder;
  std::string path = folder.file("store");
  Copy() { fs::copy(original().path, path, fs::copy_options::recursive); }
};

struct Told {
  std::string by_opening, by_check;
};
Told told(const Copy& copy) {
  Told out;
  const auto ledger = Ledger::open(copy.path);
  if (!ledger) {
    EXPECT_EQ(ledger.error().def->kind, ErrorKind::damaged) << describe_error(ledger.error(), Language::en);
    out.by_opening = out.by_check = describe_error(ledger.error(), Language::en);
    return out;
  }
  for (const auto& remark : (*ledger)->opening_remarks()) out.by_opening += remark + "\n";
  const auto report = (*ledger)->check(false);
  if (!report) {
    out.by_check = describe_error(report.error(), Language::en);
  } else {
    for (const auto& finding : report->findings) out.by_check += finding + "\n";
  }
  return out;
}

// All of `size` bytes with SUMI_TEST_ALL, else some of them.
std::vector<std::size_t> places(std::size_t size, std::mt19937_64& random, std::size_t some) {
  std::vector<std::size_t> out;
  if (std::getenv("SUMI_TEST_ALL") != nullptr || size <= some) {
    for (std::size_t i = 0; i < size; ++i) out.push_back(i);
  } else {
    for (std::size_t i = 0; i < some; ++i) out.push_back(random() % size);
  }
  return out;
}

// The blobs and texts of a column, with what finds their row again.
struct Cell {
  std::int64_t row = 0;  // in the order of the query
  Bytes bytes;
};
std::vector<Cell> cells(const std::string& file, const char* database, const std::string& table, const std::string& column, const std::string& order) {
  auto db = value_of(store::Database::open(file, database, store::Opening::existing));
  auto select = db.prepare("SELECT CAST(" + column + " AS BLOB) FROM " + table + " WHERE " + column + " IS NOT NULL ORDER BY " + order);
  std::vector<Cell> out;
  while (value_of(select.step())) {
    const auto blob = select.blob(0);
    out.push_back({static_cast<std::int64_t>(out.size()), Bytes(blob.begin(), blob.end())});
  }
  return out;
}

TEST(DamagedBytes, of_the_journal_s_rows) {
  const auto base = test::seed();
  std::mt19937_64 random(base);
  const auto rows = cells(Copy().path + "/journal.db", "journal", "segments", "bytes", "first");
  ASSERT_GT(rows.size(), 10u);
  for (const auto& row : rows) {
    for (const auto place : places(row.bytes.size(), random, 5)) {
      SCOPED_TRACE("SUMI_SEED=" + std::to_string(base) + " row " + std::to_string(row.row) + " byte " + std::to_string(place));
      const Copy copy;
      std::uint64_t first = 0;
      {
        auto db = value_of(store::Database::open(copy.path + "/journal.db", "journal", store::Opening::existing));
        auto find = db.prepare("SELECT first FROM segments ORDER BY first LIMIT 1 OFFSET ?1");
        find.bind(1, row.row);
        ASSERT_TRUE(value_of(find.step()));
        first = static_cast<std::uint64_t>(find.integer(0));
        find.reset();
        auto bytes = row.bytes;
        bytes[place] = static_cast<std::uint8_t>(bytes[place] ^ (1U << random() % 8));
        auto update = db.prepare("UPDATE segments SET bytes = ?1 WHERE first = ?2");
        update.bind(1, BytesView(bytes)).bind(2, static_cast<std::int64_t>(first));
        value_of(update.run());
      }
      const auto found = told(copy);
      EXPECT_TRUE(found.by_check.find("entr") != std::string::npos || found.by_check.find("segment") != std::string::npos || found.by_check.find("journal") != std::string::npos) << found.by_check;
      if (first > original().snapshot) {
        EXPECT_NE(found.by_opening, "") << "behind the snapshot";
      }
    }
  }
}

TEST(DamagedBytes, of_the_snapshot) {
  const auto base = test::seed();
  std::mt19937_64 random(base);
  const auto name = "/snapshots/" + std::to_string(original().snapshot);
  const auto whole = test::read_bytes(original().path + name);
  for (const auto place : places(whole.size(), random, 120)) {
    SCOPED_TRACE("SUMI_SEED=" + std::to_string(base) + " byte " + std::to_string(place));
    const Copy copy;
    auto bytes = whole;
    bytes[place] = static_cast<char>(bytes[place] ^ static_cast<char>(1 << random() % 8));
    test::write_bytes(copy.path + name, bytes);
    const auto found = told(copy);
    EXPECT_NE(found.by_opening.find(name), std::string::npos) << found.by_opening;
    EXPECT_NE(found.by_check.find(name), std::string::npos) << found.by_check;
  }
}

// The tree's edge stands in the snapshot, and its head in the journal's row before: a snapshot that holds in itself and is another's is passed over.
TEST(DamagedBytes, a_snapshot_with_another_edge) {
  const Copy copy;
  auto snapshot = store::newest_snapshot(copy.path + "/snapshots", {original().snapshot});
  ASSERT_TRUE(snapshot);
  journal::TreeEdge other;
  for (std::uint64_t i = 0; i < original().snapshot; ++i) other.append(sha256(std::to_string(i)));
  snapshot->edge = other;
  value_of(store::write_snapshot(copy.path + "/snapshots", *snapshot));
  const auto found = told(copy);
  EXPECT_NE(found.by_opening, "");
  EXPECT_NE(found.by_check.find("snapshot"), std::string::npos) << found.by_check;
}

TEST(DamagedBytes, of_the_rows_of_people) {
  const auto base = test::seed();
  std::mt19937_64 random(base);
  const std::pair<const char*, std::vector<const char*>> tables[] = {{"persons", {"id", "login", "name", "checksum"}},
      {"sealed", {"commitment", "request", "salt", "value", "checksum"}},
      {"secrets", {"name", "value", "checksum"}},
      {"security_log", {"actor", "command", "refusal", "checksum"}}};
  for (const auto& [table, columns] : tables) {
    for (const std::string column : columns) {
      const bool text = column == "login" || column == "name" || column == "command" || column == "refusal";
      // The first row of the table by this column; its value is what finds it.
      const auto rows = cells(Copy().path + "/people.db", "people", table, column, column);
      ASSERT_FALSE(rows.empty()) << table << "." << column;
      for (const auto place : places(rows[0].bytes.size(), random, 8)) {
        SCOPED_TRACE("SUMI_SEED=" + std::to_string(base) + " " + table + "." + column + " byte " + std::to_string(place));
        const Copy copy;
        auto bytes = rows[0].bytes;
        bytes[place] = static_cast<std::uint8_t>(bytes[place] ^ (1U << random() % (text ? 3 : 8)));
        {
          auto db = value_of(store::Database::open(copy.path + "/people.db", "people", store::Opening::existing));
          auto update = db.prepare(std::string("UPDATE ") + table + " SET " + column + (text ? " = CAST(?1 AS TEXT) WHERE " : " = ?1 WHERE ") + "CAST(" + column + " AS BLOB) = ?2");
          update.bind(1, BytesView(bytes)).bind(2, BytesView(rows[0].bytes));
          value_of(update.run());
        }
        const auto found = told(copy);
        EXPECT_NE(found.by_check.find(std::string("people.db: the row of ") + table), std::string::npos) << found.by_check;
      }
    }
  }
}

TEST(DamagedBytes, of_packs_and_evidence) {
  const auto base = test::seed();
  std::mt19937_64 random(base);
  std::vector<std::string> files;
  for (const char* where : {"/packs", "/evidence"}) {
    for (const auto& entry : fs::recursive_directory_iterator(original().path + where)) {
      if (entry.is_regular_file()) files.push_back(entry.path().string().substr(original().path.size()));
    }
  }
  ASSERT_GE(files.size(), 3u);
  for (const auto& file : files) {
    const auto whole = test::read_bytes(original().path + file);
    for (std::size_t i = 0; i < 40; ++i) {
      const auto place = random() % whole.size();
      SCOPED_TRACE("SUMI_SEED=" + std::to_string(base) + " " + file + " byte " + std::to_string(place));
      const Copy copy;
      auto bytes = whole;
      bytes[place] = static_cast<char>(bytes[place] ^ static_cast<char>(1 << random() % 8));
      test::write_bytes(copy.path + file, bytes);
      EXPECT_NE(told(copy).by_check.find(fs::path(file).filename().string()), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace sumi::service
