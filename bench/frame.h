// What every benchmark of the house shares: a stopwatch, the machine's description, a table on the screen and the same figures as a file
// under var/bench/, so that two runs can be compared.
//
//   bench::Report report("ledger", "durable transfers");
//   const double seconds = bench::seconds_of([&] { ... });
//   report.row("one by one", 20'000, "transfers", seconds);
//   report.ratio("one by one / bare write + fdatasync", ours_per_second, bare_per_second);
//   return report.finish();
//
// Binary floating point is at home here: these are measurements, not figures of the scheme.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sumi::bench {

// Wall-clock seconds of one call.
template <class F>
[[nodiscard]] double seconds_of(F&& work) {
  const auto begin = std::chrono::steady_clock::now();
  std::forward<F>(work)();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// The median of `repeats` calls (at least 1): one disturbed run does not decide.
template <class F>
[[nodiscard]] double median_seconds_of(unsigned repeats, F&& work);

// Keeps the compiler from dropping a computation whose result nobody reads.
template <class T>
inline void keep(const T& value) {
  asm volatile("" : : "r,m"(value) : "memory");
}

// A whole number that the environment may set, as in SUMI_BENCH_COUNT=1000000; `otherwise` where it is unset or unreadable.
[[nodiscard]] std::uint64_t setting(const char* variable, std::uint64_t otherwise);

class Report {
 public:
  // Prints the heading with machine, kernel, compiler and the file system of the working directory.
  Report(std::string name, std::string_view title);

  // `count` things of one `unit` in `seconds`: prints the rate per second and the time of one.
  void row(std::string_view label, std::uint64_t count, std::string_view unit, double seconds);
  // A part of the row above it: its share of the row's time.
  void stage(std::string_view label, double seconds);
  // How many times `ours` is `theirs` (both per second).
  void ratio(std::string_view label, double ours, double theirs);
  // A figure that is to reach something: prints it with its goal, how many times the goal it is, and whether that is enough. finish() also writes these
  // lines as a table of Markdown, var/bench/<name>.md.
  enum class Aim { at_least, at_most };
  void goal(std::string_view label, double value, std::string_view unit, Aim aim, double aimed);
  // Any other figure worth keeping.
  void note(std::string_view label, std::string_view value);

  // Writes var/bench/<name>.json (the last run) and appends it to var/bench/<name>.history.jsonl. The exit code of main:
  // 0, or 2 where the files cannot be written.
  [[nodiscard]] int finish() const;

 private:
  struct Line {
    std::string kind, label, unit;
    std::uint64_t count = 0;
    double seconds = 0, value = 0;
    std::string text;
    double aimed = 0;
    bool at_most = false;
    [[nodiscard]] bool reached() const { return at_most ? value <= aimed : value >= aimed; }
  };
  [[nodiscard]] std::string json() const;
  [[nodiscard]] std::string markdown() const;

  std::string name_, started_;
  std::vector<std::pair<std::string, std::string>> machine_;
  std::vector<Line> lines_;
  double last_row_seconds_ = 0;
};

[[nodiscard]] double median(std::vector<double> values);

template <class F>
double median_seconds_of(unsigned repeats, F&& work) {
  std::vector<double> seconds;
  for (unsigned i = 0; i < repeats || i == 0; ++i) seconds.push_back(seconds_of(work));
  return median(std::move(seconds));
}

}  // namespace sumi::bench
