// Durable transfers, one by one, by eight threads, and in batches of 1,000, beside what the machine itself needs for the very same bytes: each
// segment written and fdatasync'ed, inserted bare into SQLite, and appended without a sync. A disk is never twice the same, so all of it is done
// in turns and the median of each figure told. SUMI_BENCH_COUNT sets the transfers in batches, SUMI_BENCH_ROUNDS the turns.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <thread>

#include "bench/frame.h"
#include "service/testing.h"

namespace {

using namespace sumi;
using service::Ledger;
using service::Request;
using service::StageTimes;
using service::testing::value_of;

constexpr std::uint64_t batch_size = 1000;
constexpr unsigned thread_count = 8;

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
  std::vector<Bytes> segments;  // as they are stored
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
Phase run(Ledger& ledger, const char* label, std::uint64_t count, F&& work) {
  Phase p;
  p.label = label;
  p.count = count;
  const auto before = ledger.stage_times();
  p.first = {ledger.last().value + 1};
  p.seconds = bench::seconds_of(work);
  p.last = ledger.last();
  p.stages = difference(ledger.stage_times(), before);
  if (p.last.value - p.first.value + 1 != count) throw std::runtime_error("not every transfer was accepted");
  return p;
}

std::vector<Request> transfers(const service::testing::Inhabitants& who, std::uint64_t phase, std::uint64_t count) {
  std::vector<Request> out;
  out.reserve(count);
  for (std::uint64_t i = 0; i < count; ++i) out.push_back(service::testing::transfer(who, 1, service::testing::key_of(phase, i)));
  return out;
}

// The same segments, written by nothing but the system.
double write_bare(const std::string& path, const std::vector<Bytes>& segments, bool synced) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) throw std::runtime_error("cannot write " + path);
  const double seconds = bench::seconds_of([&] {
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
  return bench::seconds_of([&] {
    for (const auto& s : segments) value_of(insert.bind(1, ++number).bind(2, BytesView(s)).run());
  });
}

void compare(const BenchFolder& folder, Phase& p, std::size_t number) {
  const auto name = [&](const char* what) { return folder.file(what + std::to_string(number)); };
  p.synced = write_bare(name("synced"), p.segments, true);
  p.inserted = insert_bare(name("inserted"), p.segments);
  p.appended = write_bare(name("appended"), p.segments, false);
}

// One turn: a store of its own, every way of writing, then the same bytes by other means. The last figure is opening the store again.
struct Turn {
  std::vector<Phase> phases;
  double reopened = 0;
  std::uint64_t entries = 0;
};

Turn play(std::uint64_t few, std::uint64_t many) {
  const BenchFolder folder;
  const std::uint64_t crowd = few * 4;
  Turn turn;
  {
    service::testing::StandingClock clock(service::testing::at("2027-05-20"));
    service::LedgerOptions options;
    options.clock = &clock;
    options.snapshot_every = 0;
    const auto ledger = value_of(Ledger::create(folder.file("store"), service::testing::create_options(), options));
    const auto who = service::testing::furnish(*ledger, 1'000'000'000, 6);
    auto single = transfers(who, 1, few);
    turn.phases.push_back(run(*ledger, "one by one", few, [&] {
      for (auto& r : single) value_of(ledger->submit(std::move(r)));
    }));
    auto shared = transfers(who, 2, crowd);
    turn.phases.push_back(run(*ledger, "eight threads, one by one each", crowd, [&] {
      std::vector<std::thread> threads;
      for (unsigned t = 0; t < thread_count; ++t) {
        threads.emplace_back([&, t] {
          for (std::uint64_t i = t; i < crowd; i += thread_count) value_of(ledger->submit(std::move(shared[i])));
        });
      }
      for (auto& t : threads) t.join();
    }));
    std::vector<std::vector<Request>> batches;
    for (std::uint64_t b = 0; b < many / batch_size; ++b) batches.push_back(transfers(who, 3 + b, batch_size));
    turn.phases.push_back(run(*ledger, "batches of 1,000", many, [&] {
      for (auto& b : batches) {
        for (auto& answer : ledger->submit_all(std::move(b))) value_of(std::move(answer));
      }
    }));
    turn.entries = ledger->last().value;
  }
  turn.reopened = bench::seconds_of([&] { value_of(Ledger::open(folder.file("store"))); });
  const auto journal = value_of(store::open_sqlite_journal(folder.file("store/journal.db"), store::Opening::existing));
  for (auto& p : turn.phases) {
    value_of(journal->read(p.first, [&](const journal::Segment& s) -> Result<void> {
      if (s.first <= p.last) p.segments.push_back(journal::encode_segment(s));
      return {};
    }));
  }
  for (std::size_t i = 0; i < turn.phases.size(); ++i) compare(folder, turn.phases[i], i);
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
  report.stage("deciding, applying, encoding, leaf hashes", median([](const Phase& p) { return p.stages.decide_ns; }) * 1e-9);
  report.stage("the tree's head, the segment", median([](const Phase& p) { return p.stages.encode_ns; }) * 1e-9);
  report.stage("the store's transaction, until it is durable", median([](const Phase& p) { return p.stages.append_ns; }) * 1e-9);
  report.note("  segments; bytes per transfer", std::to_string(one.stages.batches) + "; " + std::to_string(one.stages.bytes / one.stages.entries));
  const double synced = median([](const Phase& p) { return p.synced; });
  const double inserted = median([](const Phase& p) { return p.inserted; });
  const double appended = median([](const Phase& p) { return p.appended; });
  report.row("  same segments, write + fdatasync each", one.count, "transfers", synced);
  report.row("  same segments, inserted bare into SQLite", one.count, "transfers", inserted);
  report.row("  same segments, appended without a sync", one.count, "transfers", appended);
  report.ratio("  " + one.label + " / write + fdatasync", rate(ours), rate(synced));
  report.ratio("  " + one.label + " / bare SQLite", rate(ours), rate(inserted));
  report.ratio("  " + one.label + " / bare append", rate(ours), rate(appended));
}

}  // namespace

int main() {
  try {
    const std::uint64_t many = bench::setting("SUMI_BENCH_COUNT", 100'000) / batch_size * batch_size;
    const std::uint64_t few = std::min<std::uint64_t>(1000, many);
    const auto rounds = bench::setting("SUMI_BENCH_ROUNDS", 3);
    if (many == 0 || rounds == 0) throw std::runtime_error("SUMI_BENCH_COUNT is at least 1000, SUMI_BENCH_ROUNDS at least 1");
    bench::Report report("ledger", "durable transfers per second");
    std::vector<Turn> turns;
    for (std::uint64_t i = 0; i < rounds; ++i) turns.push_back(play(few, many));
    for (std::size_t phase = 0; phase < turns.front().phases.size(); ++phase) tell(report, turns, phase);
    report.row("opened again by replay", turns.front().entries, "entries", median_of(turns, [](const Turn& t) { return t.reopened; }));
    return report.finish();
  } catch (const std::exception& e) {
    std::fprintf(stderr, "ledger_bench: %s\n", e.what());
    return 2;
  }
}
