// A programme of 100,000 members by twelve months, from the CSV file to certified tonnes with a trace per member, on two threads; beside it DuckDB, which
// computes the same totals exactly and without traces from the same file, on two threads, in turns. Both must agree to the last digit.
// SUMI_BENCH_COUNT sets the members, SUMI_BENCH_ROUNDS the turns; SUMI_BENCH_ALONE=1 leaves
// DuckDB out, for a profile.
// A benchmark runs from the tree's root, as tests do.
#ifndef SUMI_SOURCE_DIR
#define SUMI_SOURCE_DIR "."
#endif

#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>

#include "base/file.h"
#include "bench/frame.h"
#include "project/programme_testing.h"
#include "service/programme.h"
#include "wire/json.h"

namespace {

using namespace sumi;
using project::testing::SeededNumbers;

constexpr unsigned thread_count = 2;
constexpr std::uint64_t seed = 20261122;

template <class T>
T value_of(Result<T> result) {
  if (!result) throw std::runtime_error(describe_error(result.error(), Language::en));
  return *std::move(result);
}

// The files, on the disk of the working directory.
class Programme {
 public:
  explicit Programme(std::uint64_t count) {
    std::filesystem::create_directories("var/bench");
    SeededNumbers numbers(seed);
    const auto months = project::testing::months_of(2026);
    std::string text = "会員,記号,期間,値,単位,分類,根拠\n", list = "number,first,last\n";
    text.reserve(count * 12 * 56);
    for (std::uint64_t m = 1; m <= count; ++m) {
      const std::string number = std::to_string(m);
      // One in ten joins within the year, one in fifty leaves.
      std::string first = "2026-04-01", last = "2034-03-31";
      if (numbers.below(10) == 0) first = months[numbers.below(12)] + "-01";
      if (numbers.below(50) == 0) last = "2027-01-31";
      members.push_back({number, "PV", {*Date::parse(first), *Date::parse(last)}, {}, {}});
      if (members.back().own.last < members.back().own.first) members.back().own.last = *Date::parse(last = "2034-03-31");
      list += number + "," + first + "," + last + "\n";
      const std::string meter = "meter-" + std::string(6 - std::min<std::size_t>(6, number.size()), '0') + number + ".csv\n";
      for (const std::string& month : months) {
        const std::uint64_t thousandths = 80'000 + numbers.below(900'000);
        const std::string rest = std::to_string(thousandths % 1000);
        text += number + ",EL_self," + month + "," + std::to_string(thousandths / 1000) + "." + std::string(3 - rest.size(), '0') + rest + ",kWh,B," + meter;
      }
      rows += 12;
    }
    bytes = text.size();
    value_of(write_file_atomic(data, text).map([] { return 0; }));
    value_of(write_file_atomic(list_file, list).map([] { return 0; }));
  }
  ~Programme() {
    std::error_code ignored;
    std::filesystem::remove(data, ignored);
    std::filesystem::remove(list_file, ignored);
  }
  Programme(const Programme&) = delete;
  Programme& operator=(const Programme&) = delete;

  std::string data = "var/bench/monitoring-" + std::to_string(::getpid()) + ".csv", list_file = data + ".members";
  std::vector<project::ProgrammeMember> members;
  std::uint64_t rows = 0, bytes = 0;
};

struct Ours {
  double seconds = 0;
  std::map<std::string, double> stages;
  std::map<std::int32_t, Rational> totals;
  std::uint64_t tonnes = 0, trace_bytes = 0, counted = 0;
};

Ours calculate(const project::CheckedPlan& plan, const Programme& programme) {
  Ours ours;
  const auto now = [] { return std::chrono::steady_clock::now(); };
  auto begin = now();
  std::string stage = "the file, the list of members";
  project::ProgrammeOptions options;
  options.spread = service::spread_over(thread_count);
  options.stage = [&](std::string_view next) {
    const auto at = now();
    ours.stages[stage] += std::chrono::duration<double>(at - begin).count();
    begin = at;
    stage = next;
  };
  ours.seconds = bench::seconds_of([&] {
    const auto file = value_of(service::MemberDataFile::open(programme.data, options.spread));
    const auto result = value_of(project::calculate_programme(plan, programme.members, file.text(), programme.data, *Period::parse("FY2026"), project::testing::real_rulebook(), options));
    options.stage("");
    for (const auto& v : result.total.vintages) {
      ours.totals[v.vintage.number] = v.baseline_tCO2;
      ours.tonnes += v.reduction_t;
    }
    ours.trace_bytes = result.trace_bytes;
    ours.counted = result.counts.values - result.counts.left_out;
  });
  return ours;
}

struct Theirs {
  double seconds = 0;
  std::string version;
  std::map<std::int32_t, Rational> totals;
  std::uint64_t counted = 0, peak_kb = 0;
};

Theirs ask_duckdb(const Programme& programme) {
  constexpr int times = 3;
  const std::string command = "node bench/duckdb/programme_totals.mjs var/deps/duckdb " + programme.data + " " + programme.list_file + " " + std::to_string(thread_count) + " " + std::to_string(times);
  std::FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("node cannot be started");
  std::string out;
  std::array<char, 4096> buffer{};
  for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) out.append(buffer.data(), n);
  if (::pclose(pipe) != 0) throw std::runtime_error("DuckDB failed; ./dev bench monitoring installs it");
  const Tree answer = value_of(wire::parse_json(out, "duckdb"));
  Theirs theirs;
  theirs.version = answer.find("version")->text;
  std::vector<double> milliseconds;
  for (const Tree& t : answer.find("milliseconds")->items) milliseconds.push_back(std::atof(t.text.c_str()));
  theirs.seconds = bench::median(std::move(milliseconds)) / 1000;
  theirs.peak_kb = std::stoull(answer.find("peak_kb")->text);
  for (const Tree& row : answer.find("totals")->items) {
    theirs.totals[static_cast<std::int32_t>(std::stol(row.items[0].text))] = value_of(Rational::parse(row.items[1].text));
    theirs.counted += std::stoull(row.items[2].text);
  }
  return theirs;
}

std::uint64_t peak_kb() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss);
}

std::string megabytes(std::uint64_t kb) { return std::to_string(kb / 1024) + " MB"; }

}  // namespace

int main() {
  try {
    const auto count = bench::setting("SUMI_BENCH_COUNT", 100'000), rounds = bench::setting("SUMI_BENCH_ROUNDS", 5);
    bench::Report report("monitoring", "a programme's members, from CSV to certified tonnes");
    const auto plan = project::testing::checked(project::testing::solar_plan());
    const Programme programme(count);
    report.note("members; rows; bytes; seed", std::to_string(count) + "; " + std::to_string(programme.rows) + "; " + std::to_string(programme.bytes) + "; " + std::to_string(seed));
    const std::uint64_t before = peak_kb();
    const bool alone = bench::setting("SUMI_BENCH_ALONE", 0) != 0;
    std::vector<double> ours_seconds, theirs_seconds;
    std::map<std::string, std::vector<double>> stages;
    Ours ours;
    Theirs theirs;
    for (std::uint64_t i = 0; i < rounds; ++i) {
      ours = calculate(plan, programme);
      theirs = alone ? Theirs{ours.seconds, "(not asked)", ours.totals, ours.counted, 0} : ask_duckdb(programme);
      if (ours.totals != theirs.totals || ours.counted != theirs.counted) throw std::runtime_error("the totals differ");
      ours_seconds.push_back(ours.seconds);
      theirs_seconds.push_back(theirs.seconds);
      for (const auto& [stage, seconds] : ours.stages) stages[stage].push_back(seconds);
    }
    const double mine = bench::median(ours_seconds), other = bench::median(theirs_seconds);
    report.row("sumi: checks, exact totals, a trace per member, hashes", programme.rows, "rows", mine);
    for (const auto& [stage, seconds] : stages) report.stage(stage, bench::median(seconds));
    report.row("DuckDB " + theirs.version + ": exact totals only", programme.rows, "rows", other);
    report.ratio("sumi / DuckDB", 1 / mine, 1 / other);
    for (const auto& [year, total] : ours.totals) report.note("FY" + std::to_string(year) + " EM_BL, both", total.to_string() + " t");
    report.note("certified; values counted", std::to_string(ours.tonnes) + " t; " + std::to_string(ours.counted));
    report.note("traces", megabytes(ours.trace_bytes / 1024));
    report.note("peak memory: sumi; of it members and files being made; DuckDB", megabytes(peak_kb()) + "; " + megabytes(before) + "; " + megabytes(theirs.peak_kb));
    return report.finish();
  } catch (const std::exception& e) {
    std::fprintf(stderr, "monitoring_bench: %s\n", e.what());
    return 2;
  }
}
