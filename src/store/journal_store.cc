#include "store/journal_store.h"

#include <vector>

#include "store/errors.h"
#include "store/sqlite.h"

namespace sumi::store {
namespace {

class SqliteJournal final : public JournalStore {
 public:
  explicit SqliteJournal(Database database)
      : database_(std::move(database)), insert_(database_.prepare("INSERT INTO segments(first, count, bytes) VALUES (?1, ?2, ?3)")) {}

  // A single INSERT is a transaction of its own; with WAL and synchronous=FULL it returns after the log's sync.
  Result<void> append(const journal::Segment& segment) override {
    const Bytes bytes = journal::encode_segment(segment);
    insert_.bind(1, static_cast<std::int64_t>(segment.first.value)).bind(2, static_cast<std::int64_t>(segment.count)).bind(3, BytesView(bytes));
    return insert_.run();
  }

  Result<void> read(SequenceNumber from, const std::function<Result<void>(const journal::Segment&)>& f) override {
    auto select = database_.prepare("SELECT bytes, first, count FROM segments WHERE first + count > ?1 ORDER BY first");
    select.bind(1, static_cast<std::int64_t>(from.value));
    for (;;) {
      SUMI_TRY(const bool row, select.step());
      if (!row) return {};
      SUMI_TRY(const auto segment, journal::decode_segment(select.blob(0)));
      // The columns only find the row; where they say something else than the bytes, the row was touched.
      if (segment.first.value != static_cast<std::uint64_t>(select.integer(1)) || static_cast<std::int64_t>(segment.count) != select.integer(2)) {
        return fail(errors::database_unreadable, {{"path", database_.path()}, {"reason", "segment " + std::to_string(select.integer(1)) + " does not say what its row says"}});
      }
      SUMI_CHECK(f(segment));
    }
  }

  Result<SequenceNumber> last() override {
    auto select = database_.prepare("SELECT first + count - 1 FROM segments ORDER BY first DESC LIMIT 1");
    SUMI_TRY(const bool row, select.step());
    return row ? SequenceNumber{static_cast<std::uint64_t>(select.integer(0))} : SequenceNumber{};
  }

  Result<std::vector<std::string>> check() override {
    SUMI_TRY(const auto found, database_.integrity());
    return found ? std::vector<std::string>{*found} : std::vector<std::string>{};
  }

 private:
  Database database_;
  Statement insert_;
};

class MemoryJournal final : public JournalStore {
 public:
  Result<void> append(const journal::Segment& segment) override {
    segments_.push_back(segment);
    return {};
  }
  Result<void> read(SequenceNumber from, const std::function<Result<void>(const journal::Segment&)>& f) override {
    for (const auto& segment : segments_) {
      if (segment.last() >= from) SUMI_CHECK(f(segment));
    }
    return {};
  }
  Result<SequenceNumber> last() override { return segments_.empty() ? SequenceNumber{} : segments_.back().last(); }
  Result<std::vector<std::string>> check() override { return std::vector<std::string>{}; }

 private:
  std::vector<journal::Segment> segments_;
};

}  // namespace

Result<std::unique_ptr<JournalStore>> open_sqlite_journal(const std::string& path, const char* vfs) {
  SUMI_TRY(auto database, Database::open(path, "journal", vfs));
  // Statements keep a pointer to their database, so it must not move after they are made: the object is built in place.
  return std::make_unique<SqliteJournal>(std::move(database));
}

std::unique_ptr<JournalStore> memory_journal() { return std::make_unique<MemoryJournal>(); }

}  // namespace sumi::store
