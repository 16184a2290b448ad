#include "store/journal_store.h"

#include <algorithm>
#include <mutex>
#include <thread>
#include <vector>

#include "store/errors.h"

namespace sumi::store {
namespace {

class SqliteJournal final : public JournalStore {
 public:
  explicit SqliteJournal(Database database)
      : database_(std::move(database)),
        insert_(database_.prepare("INSERT INTO segments(first, count, bytes) VALUES (?1, ?2, ?3)")),
        around_(database_.prepare("SELECT bytes, first, count FROM segments WHERE first <= ?1 ORDER BY first DESC LIMIT 1")),
        after_(database_.prepare("SELECT bytes, first, count FROM segments WHERE first > ?1 ORDER BY first LIMIT 1")) {}

  // A single INSERT is a transaction of its own; with WAL and synchronous=FULL it returns after the log's sync.
  Result<void> append(const journal::Segment& segment) override {
    const Bytes bytes = journal::encode_segment(segment);
    const std::lock_guard lock(mutex_);
    insert_.bind(1, static_cast<std::int64_t>(segment.first.value)).bind(2, static_cast<std::int64_t>(segment.count)).bind(3, BytesView(bytes));
    return insert_.run();
  }

  Result<std::optional<journal::Segment>> at_or_after(SequenceNumber number) override {
    const std::lock_guard lock(mutex_);
    SUMI_TRY(auto found, one(around_, number));
    if (found && found->last() >= number) return found;
    return one(after_, number);
  }

  Result<SequenceNumber> last() override {
    const std::lock_guard lock(mutex_);
    auto select = database_.prepare("SELECT first + count - 1 FROM segments ORDER BY first DESC LIMIT 1");
    SUMI_TRY(const bool row, select.step());
    return row ? SequenceNumber{static_cast<std::uint64_t>(select.integer(0))} : SequenceNumber{};
  }

  Result<std::vector<std::string>> check() override {
    const std::lock_guard lock(mutex_);
    SUMI_TRY(const auto found, database_.integrity());
    return found ? std::vector<std::string>{*found} : std::vector<std::string>{};
  }
  Result<void> copy_to(const std::string& path, const CopyProgress& progress) override {
    std::unique_ptr<DatabaseCopy> copy;
    for (bool done = false; !done;) {
      {
        const std::lock_guard lock(mutex_);
        if (!copy) {
          SUMI_TRY(copy, DatabaseCopy::begin(database_, path));
        }
        const auto step = copy->step();
        if (!step) {
          copy.reset();
          return fail(step.error());
        }
        done = *step;
        if (done) copy.reset();
      }
      if (progress && copy) progress(copy->done(), copy->of());
      std::this_thread::yield();
    }
    return {};
  }

 private:
  Result<std::optional<journal::Segment>> one(Statement& select, SequenceNumber number) {
    select.bind(1, static_cast<std::int64_t>(number.value));
    auto found = read_row(select);
    // A statement that stands open would hold the write-ahead log.
    select.reset();
    return found;
  }
  Result<std::optional<journal::Segment>> read_row(Statement& select) {
    SUMI_TRY(const bool row, select.step());
    if (!row) return std::nullopt;
    SUMI_TRY(auto segment, journal::decode_segment(select.blob(0)));
    // The columns only find the row; where they say something else than the bytes, the row was touched.
    if (segment.first.value != static_cast<std::uint64_t>(select.integer(1)) || static_cast<std::int64_t>(segment.count) != select.integer(2)) {
      return fail(errors::database_unreadable, {{"path", database_.path()}, {"reason", "segment " + std::to_string(select.integer(1)) + " does not say what its row says"}});
    }
    return segment;
  }

  std::mutex mutex_;  // one connection, one statement at a time
  Database database_;
  Statement insert_;
  Statement around_;
  Statement after_;
};

class MemoryJournal final : public JournalStore {
 public:
  Result<void> append(const journal::Segment& segment) override {
    const std::lock_guard lock(mutex_);
    segments_.push_back(segment);
    return {};
  }
  Result<std::optional<journal::Segment>> at_or_after(SequenceNumber number) override {
    const std::lock_guard lock(mutex_);
    const auto it = std::partition_point(segments_.begin(), segments_.end(), [&](const auto& s) { return s.last() < number; });
    return it == segments_.end() ? std::nullopt : std::optional(*it);
  }
  Result<SequenceNumber> last() override {
    const std::lock_guard lock(mutex_);
    return segments_.empty() ? SequenceNumber{} : segments_.back().last();
  }
  Result<std::vector<std::string>> check() override { return std::vector<std::string>{}; }
  Result<void> copy_to(const std::string& path, const CopyProgress&) override { return fail(errors::database_unwritable, {{"path", path}, {"reason", "a journal in memory has no file"}}); }

 private:
  std::mutex mutex_;
  std::vector<journal::Segment> segments_;
};

}  // namespace

Result<void> JournalStore::read(SequenceNumber from, const std::function<Result<void>(const journal::Segment&)>& f) {
  for (;;) {
    SUMI_TRY(const auto segment, at_or_after(from));
    if (!segment) return {};
    SUMI_CHECK(f(*segment));
    from = {segment->last().value + 1};
  }
}

Result<std::unique_ptr<JournalStore>> open_sqlite_journal(const std::string& path, Opening opening, const char* vfs) {
  SUMI_TRY(auto database, Database::open(path, "journal", opening, vfs));
  // Statements keep a pointer to their database, so it must not move after they are made: the object is built in place.
  return std::make_unique<SqliteJournal>(std::move(database));
}

std::unique_ptr<JournalStore> memory_journal() { return std::make_unique<MemoryJournal>(); }

}  // namespace sumi::store
