// The ledger's figures, all in one run:
//   durable transfers one by one, from 64 and from 4,096 submitters (so many requests in flight; each is answered on its own once it is durable, and its
//   submitter then sends the next), and in batches of 1,000 given at once; beside them a ledger written by hand in SQL (ledger_rival.h), one and 1,000
//   transfers a transaction, and the machine's own write + fdatasync and bare inserts of the very same segments;
//   what a transfer costs by its amount and by the account's blocks; snapshots of many blocks; replay and opening of a store of many commands.
// A disk is never twice the same, so the durable ways are done in turns and the median of each figure told. The environment sets: SUMI_BENCH_COUNT
// (transfers of the larger ways), SUMI_BENCH_ROUNDS (turns), SUMI_BENCH_BLOCKS (of the snapshot), SUMI_BENCH_STORE (commands of the store).
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>

#include "bench/frame.h"
#include "service/ledger_rival.h"
#include "service/testing.h"
#include "store/files.h"

namespace {

using namespace sumi;
using bench::seconds_of;
using service::Ledger;
using service::Request;
using service::StageTimes;
using service::testing::value_of;

constexpr std::uint64_t batch_size = 1000;

// On the disk of the working directory; taken away at the end.
class BenchFolder {
 public:
  BenchFolder() {
    std::filesystem::create_directories("var/bench");
    path_ = "var/bench/ledger-XXXXXX";
    if (::mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no folder under var/bench");
  }
  ~BenchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  BenchFolder(const BenchFolder&) = delete;
  BenchFolder& operator=(const BenchFolder&) = delete;
  [[nodiscard]] std::string file(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

struct Phase {
  std::string label;
  std::uint64_t count = 0;
  double seconds = 0;
  StageTimes stages;
  SequenceNumber first, last;
  std::vector<Bytes> segments;                    // as they are stored
  double synced = 0, inserted = 0, appended = 0;  // seconds for the same segments
};

StageTimes difference(const StageTimes& after, const StageTimes& before) {
  StageTimes d;
  d.seal_ns = after.seal_ns - before.seal_ns;
  d.decide_ns = after.decide_ns - before.decide_ns;
  d.encode_ns = after.encode_ns - before.encode_ns;
  d.append_ns = after.append_ns - before.append_ns;
  d.entries = after.entries - before.entries;
  d.batches = after.batches - before.batches;
  d.bytes = after.bytes - before.bytes;
  return d;
}

template <class F>
Phase run(Ledger& ledger, std::string label, std::uint64_t count, F&& work) {
  Phase p;
  p.label = std::move(label);
  p.count = count;
  const auto before = ledger.stage_times();
  p.first = {ledger.last().value + 1};
  p.seconds = seconds_of(work);
  p.last = ledger.last();
  p.stages = difference(ledger.stage_times(), before);
  if (p.last.value - p.first.value + 1 != count) throw std::runtime_error("not every transfer was accepted");
  return p;
}

// As clients make them: random, so that neither ledger finds them in order.
IdempotencyKey random_key(std::mt19937_64& random) { return service::testing::key_of(random(), random()); }

std::vector<Request> transfers(const service::testing::Inhabitants& who, std::mt19937_64& random, std::uint64_t count, std::uint64_t amount = 1) {
  std::vector<Request> out;
  out.reserve(count);
  for (std::uint64_t i = 0; i < count; ++i) out.push_back(service::testing::transfer(who, amount, random_key(random)));
  return out;
}

// So many requests in flight: whoever is answered sends the next.
class Crowd {
 public:
  Crowd(Ledger& ledger, std::vector<Request> requests) : ledger_(ledger), requests_(std::move(requests)) {}
  void play(std::uint64_t submitters) {
    for (std::uint64_t i = 0; i < submitters; ++i) send();
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return answered_ == requests_.size(); });
    if (refused_ != 0) throw std::runtime_error("a transfer was refused");
  }

 private:
  void send() {
    const auto i = next_.fetch_add(1);
    if (i >= requests_.size()) return;
    ledger_.submit_async(std::move(requests_[i]), [this](Result<service::Accepted> answer) {
      if (!answer) ++refused_;
      send();
      if (answered_.fetch_add(1) + 1 == requests_.size()) {
        const std::lock_guard lock(mutex_);
        changed_.notify_all();
      }
    });
  }
  Ledger& ledger_;
  std::vector<Request> requests_;
  std::atomic<std::size_t> next_ = 0, answered_ = 0, refused_ = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
};

// The same segments, written by nothing but the system.
double write_bare(const std::string& path, const std::vector<Bytes>& segments, bool synced) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) throw std::runtime_error("cannot write " + path);
  const double seconds = seconds_of([&] {
    for (const auto& s : segments) {
      if (::write(file, s.data(), s.size()) != static_cast<ssize_t>(s.size())) throw std::runtime_error("cannot write " + path);
      if (synced && ::fdatasync(file) != 0) throw std::runtime_error("cannot sync " + path);
    }
  });
  ::close(file);
  return seconds;
}

double insert_bare(const std::string& path, const std::vector<Bytes>& segments) {
  auto database = value_of(store::Database::open(path, "journal", store::Opening::create));
  auto insert = database.prepare("INSERT INTO segments(first, count, bytes) VALUES (?1, 1, ?2)");
  std::int64_t number = 0;
  return seconds_of([&] {
    for (const auto& s : segments) value_of(insert.bind(1, ++number).bind(2, BytesView(s)).run());
  });
}

// One turn: a store of its own, every way of writing, then the same bytes by other means, then the ledger in SQL.
struct Turn {
  std::vector<Phase> phases;
  double sql_one = 0, sql_many = 0;  // seconds per transfer
};

Turn play(std::uint64_t few, std::uint64_t many) {
  const BenchFolder folder;
  std::mt19937_64 random(20'270'520);
  Turn turn;
  PersonId actor;
  {
    service::testing::StandingClock clock(service::testing::at("2027-05-20"));
    service::LedgerOptions options;
    options.clock = &clock;
    options.snapshot_every = 0;
    const auto ledger = value_of(Ledger::create(folder.file("store"), service::testing::create_options(), options));
    const auto who = service::testing::furnish(*ledger, 1'000'000'000, 6);
    actor = who.tanaka;
    auto single = transfers(who, random, few);
    turn.phases.push_back(run(*ledger, "one by one", few, [&] {
      for (auto& r : single) value_of(ledger->submit(std::move(r)));
    }));
    for (const auto& [label, submitters, count] : {std::tuple{"from 64 submitters", 64U, few * 20}, std::tuple{"from 4,096 submitters", 4096U, many}}) {
      Crowd crowd(*ledger, transfers(who, random, count));
      turn.phases.push_back(run(*ledger, label, count, [&, n = submitters] { crowd.play(n); }));
    }
    std::vector<std::vector<Request>> batches;
    for (std::uint64_t b = 0; b < many / batch_size; ++b) batches.push_back(transfers(who, random, batch_size));
    turn.phases.push_back(run(*ledger, "batches of 1,000 at once", many, [&] {
      for (auto& b : batches) {
        for (auto& answer : ledger->submit_all(std::move(b))) value_of(std::move(answer));
      }
    }));
  }
  {
    const auto journal = value_of(store::open_sqlite_journal(folder.file("store/journal.db"), store::Opening::existing));
    for (auto& p : turn.phases) {
      value_of(journal->read(p.first, [&](const journal::Segment& s) -> Result<void> {
        if (s.first <= p.last) p.segments.push_back(journal::encode_segment(s));
        return {};
      }));
    }
  }
  for (std::size_t i = 0; i < turn.phases.size(); ++i) {
    auto& p = turn.phases[i];
    const auto name = [&](const char* what) { return folder.file(what + std::to_string(i)); };
    p.synced = write_bare(name("synced"), p.segments, true);
    p.inserted = insert_bare(name("inserted"), p.segments);
    p.appended = write_bare(name("appended"), p.segments, false);
    p.segments.clear();
  }
  service::bench_rival::SqlLedger sql(folder.file("rival.db"), 1'000'000'000);
  turn.sql_one = seconds_of([&] {
                   for (std::uint64_t i = 0; i < few; ++i) {
                     sql.begin();
                     sql.transfer(random_key(random), actor, 1);
                     sql.commit();
                   }
                 }) /
                 static_cast<double>(few);
  turn.sql_many = seconds_of([&] {
                    for (std::uint64_t b = 0; b < many / batch_size; ++b) {
                      sql.begin();
                      for (std::uint64_t i = 0; i < batch_size; ++i) sql.transfer(random_key(random), actor, 1);
                      sql.commit();
                    }
                  }) /
                  static_cast<double>(many);
  return turn;
}

template <class F>
double median_of(const std::vector<Turn>& turns, F figure) {
  std::vector<double> all;
  for (const auto& turn : turns) all.push_back(figure(turn));
  return bench::median(std::move(all));
}

void tell(bench::Report& report, const std::vector<Turn>& turns, std::size_t phase) {
  const auto& one = turns.front().phases[phase];
  const auto median = [&](auto figure) { return median_of(turns, [&](const Turn& t) { return static_cast<double>(figure(t.phases[phase])); }); };
  const auto rate = [&](double seconds) { return static_cast<double>(one.count) / seconds; };
  const double ours = median([](const Phase& p) { return p.seconds; });
  report.row(one.label, one.count, "transfers", ours);
  report.stage("sealing", median([](const Phase& p) { return p.stages.seal_ns; }) * 1e-9);
  report.stage("deciding, applying, encoding", median([](const Phase& p) { return p.stages.decide_ns; }) * 1e-9);
  report.stage("leaf hashes, the tree's head, the segment (beside the next batch's deciding)", median([](const Phase& p) { return p.stages.encode_ns; }) * 1e-9);
  report.stage("the store's transaction, until it is durable (likewise)", median([](const Phase& p) { return p.stages.append_ns; }) * 1e-9);
  report.note("  segments; bytes per transfer", std::to_string(one.stages.batches) + "; " + std::to_string(one.stages.bytes / one.stages.entries));
  report.ratio("  " + one.label + " / write + fdatasync of the same segments", rate(ours), rate(median([](const Phase& p) { return p.synced; })));
  report.ratio("  " + one.label + " / the same segments inserted bare into SQLite", rate(ours), rate(median([](const Phase& p) { return p.inserted; })));
  report.ratio("  " + one.label + " / the same segments appended without a sync", rate(ours), rate(median([](const Phase& p) { return p.appended; })));
  report.ratio("  " + one.label + " / SQL ledger, one transfer a transaction", rate(ours), 1 / median_of(turns, [](const Turn& t) { return t.sql_one; }));
  report.ratio("  " + one.label + " / SQL ledger, 1,000 transfers a transaction", rate(ours), 1 / median_of(turns, [](const Turn& t) { return t.sql_many; }));
}

// In memory from here on: what deciding and applying cost, without a disk.
class Memory {
 public:
  Memory() : clock_(service::testing::at("2027-05-20")) {
    service::LedgerOptions options;
    options.clock = &clock_;
    ledger = value_of(Ledger::in_memory(service::testing::create_options(), options));
    who = service::testing::furnish(*ledger, 900'000'000'000, 6);
  }
  void play(std::vector<Request> requests) {
    for (auto& answer : ledger->submit_all(std::move(requests))) value_of(std::move(answer));
  }
  // Seconds of one transfer; the requests are made beforehand.
  double cost(std::uint64_t count, std::uint64_t amount) {
    std::vector<std::vector<Request>> batches;
    for (std::uint64_t b = 0; b < count / batch_size; ++b) batches.push_back(transfers(who, random_, batch_size, amount));
    return seconds_of([&] {
             for (auto& b : batches) play(std::move(b));
           }) /
           static_cast<double>(count / batch_size * batch_size);
  }
  // Cuts every second unit out of the old batch until there are `blocks` blocks, from its far end on: the first account keeps one half of them.
  void cut(std::uint64_t blocks) {
    while (cut_ < blocks) {
      registry::Transfer t;
      t.from = who.first_account;
      t.to = who.second_account;
      for (int i = 0; i < 1000; ++i, cut_ += 2) {
        const std::uint64_t serial = 1'000'000'000 + cut_;
        t.selection.ranges.push_back({who.old_batch, serial, serial + 1});
      }
      play({service::testing::request(who.tanaka, who.first, std::move(t))});
    }
  }
  std::unique_ptr<Ledger> ledger;
  service::testing::Inhabitants who;

 private:
  service::testing::StandingClock clock_;
  std::mt19937_64 random_{1};
  std::uint64_t cut_ = 0;
};

void tell_costs(bench::Report& report) {
  constexpr std::uint64_t count = 50'000;
  const auto median = [](auto figure) {
    std::vector<double> all;
    for (int i = 0; i < 5; ++i) all.push_back(figure());
    return bench::median(std::move(all));
  };
  Memory one_block;
  one_block.cost(count, 1);
  // In turns, since the table of keys grows under both alike.
  std::vector<double> small, large;
  for (int i = 0; i < 5; ++i) {
    small.push_back(one_block.cost(count, 1));
    large.push_back(one_block.cost(count, 1'000'000));
  }
  const double tonne = bench::median(small), million = bench::median(large);
  report.row("1 t out of one block, in memory", count, "transfers", tonne * count);
  report.row("1,000,000 t out of one block, in memory", count, "transfers", million * count);
  report.ratio("  time of 1,000,000 t / time of 1 t", million, tonne);
  Memory thousand, hundred_thousands;
  thousand.cut(2'000);
  hundred_thousands.cut(2'000'000);
  const double few = median([&] { return thousand.cost(count, 1); });
  const double many = median([&] { return hundred_thousands.cost(count, 1); });
  report.row("out of an account with 1,000 blocks, in memory", count, "transfers", few * count);
  report.row("out of an account with 1,000,000 blocks, in memory", count, "transfers", many * count);
  report.ratio("  time with 1,000,000 blocks / time with 1,000", many, few);
}

void tell_snapshot(bench::Report& report, std::uint64_t blocks) {
  const BenchFolder folder;
  Memory memory;
  memory.cut(blocks);
  std::uint64_t count = 0;
  store::Snapshot snapshot;
  double dumped = 0;
  value_of(memory.ledger->read([&](const scheme::State& state) {
    count = state.registry().blocks().size();
    dumped = seconds_of([&] { snapshot.state = state.dump(); });
  }));
  journal::TreeEdge edge;
  edge.append(sha256(std::string_view("any")));
  snapshot.sequence = {1};
  snapshot.edge = edge;
  const double written = seconds_of([&] { value_of(store::write_snapshot(folder.file("snapshots"), snapshot)); });
  snapshot.state = {};
  std::optional<store::Snapshot> found;
  const double read = seconds_of([&] { found = store::newest_snapshot(folder.file("snapshots"), {1}); });
  std::optional<scheme::State> state;
  const double loaded = seconds_of([&] { state.emplace(value_of(scheme::State::load(found->state))); });
  if (state->registry().blocks().size() != count) throw std::runtime_error("the snapshot has other blocks");
  report.row("snapshot written", count, "blocks", dumped + written);
  report.stage("state to bytes", dumped);
  report.stage("hash, file, sync", written);
  report.row("snapshot loaded", count, "blocks", read + loaded);
  report.stage("file, hash", read);
  report.stage("bytes to state, with its indexes", loaded);
}

// A year of commands: keys are forgotten after a week, as in any store.
void tell_opening(bench::Report& report, std::uint64_t commands) {
  const BenchFolder folder;
  std::mt19937_64 random(7);
  const auto begin = service::testing::at("2027-05-20");
  const std::uint64_t batches = commands / 4000;
  service::LedgerOptions options;
  options.snapshot_every = 0;
  std::uint64_t entries = 0;
  {
    service::testing::StandingClock clock(begin);
    options.clock = &clock;
    const auto ledger = value_of(Ledger::create(folder.file("store"), service::testing::create_options(), options));
    const auto who = service::testing::furnish(*ledger, 1'000'000'000, 6);
    for (std::uint64_t b = 0; b < batches; ++b) {
      clock.set({begin.ms + static_cast<std::int64_t>(b) * (std::int64_t{365} * 86'400'000) / static_cast<std::int64_t>(batches)});
      for (auto& answer : ledger->submit_all(transfers(who, random, 4000))) value_of(std::move(answer));
    }
    entries = ledger->last().value;
  }
  options.clock = nullptr;
  Hash replayed, loaded;
  const auto open = [&](Hash& hash, bool snapshot) {
    std::unique_ptr<Ledger> ledger;
    const double seconds = seconds_of([&] { ledger = value_of(Ledger::open(folder.file("store"), options)); });
    value_of(ledger->read([&](const scheme::State& state) { hash = state.state_hash(); }));
    if (snapshot) value_of(ledger->snapshot());
    return seconds;
  };
  const double replay = open(replayed, true);
  const double with_snapshot = open(loaded, false);
  if (replayed != loaded) throw std::runtime_error("the snapshot is another state");
  report.row("opened by replay", entries, "entries", replay);
  report.row("opened with a snapshot", entries, "entries", with_snapshot);
}

}  // namespace

int main() {
  try {
    const std::uint64_t many = bench::setting("SUMI_BENCH_COUNT", 200'000) / batch_size * batch_size;
    const std::uint64_t few = std::min<std::uint64_t>(1000, many);
    const auto rounds = bench::setting("SUMI_BENCH_ROUNDS", 3);
    if (many == 0 || rounds == 0) throw std::runtime_error("SUMI_BENCH_COUNT is at least 1000, SUMI_BENCH_ROUNDS at least 1");
    bench::Report report("ledger", "transfers, snapshots, replay");
    std::vector<Turn> turns;
    for (std::uint64_t i = 0; i < rounds; ++i) turns.push_back(play(few, many));
    report.row("SQL ledger, one transfer a transaction", few, "transfers", median_of(turns, [](const Turn& t) { return t.sql_one; }) * static_cast<double>(few));
    report.row("SQL ledger, 1,000 transfers a transaction", many, "transfers", median_of(turns, [](const Turn& t) { return t.sql_many; }) * static_cast<double>(many));
    for (std::size_t phase = 0; phase < turns.front().phases.size(); ++phase) tell(report, turns, phase);
    tell_costs(report);
    if (const auto blocks = bench::setting("SUMI_BENCH_BLOCKS", 10'000'000); blocks != 0) tell_snapshot(report, blocks);
    if (const auto commands = bench::setting("SUMI_BENCH_STORE", 10'000'000); commands != 0) tell_opening(report, commands);
    return report.finish();
  } catch (const std::exception& e) {
    std::fprintf(stderr, "ledger_bench: %s\n", e.what());
    return 2;
  }
}
