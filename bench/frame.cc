#include "bench/frame.h"

#include <fmt/format.h>
#include <sys/statfs.h>
#include <sys/utsname.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

namespace sumi::bench {

namespace {

std::string first_field_of(const char* file, std::string_view key) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with(key)) continue;
    const auto colon = line.find(':');
    const auto begin = colon == std::string::npos ? colon : line.find_first_not_of(" \t", colon + 1);
    return begin == std::string::npos ? "" : line.substr(begin);
  }
  return "";
}

// The names that statfs(2) gives numbers for; others are printed as the number.
std::string file_system_here() {
  struct statfs s{};
  if (statfs(".", &s) != 0) return "unknown";
  switch (static_cast<unsigned long>(s.f_type)) {
    case 0xEF53: return "ext4";
    case 0x9123683E: return "btrfs";
    case 0x58465342: return "xfs";
    case 0x794C7630: return "overlayfs";
    case 0x01021994: return "tmpfs";
    case 0x2FC12FC1: return "zfs";
    default: return fmt::format("0x{:x}", static_cast<unsigned long>(s.f_type));
  }
}

std::string now_utc() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string time_of_one(double seconds) {
  if (seconds < 1e-6) return fmt::format("{:.1f} ns", seconds * 1e9);
  if (seconds < 1e-3) return fmt::format("{:.2f} us", seconds * 1e6);
  if (seconds < 1) return fmt::format("{:.2f} ms", seconds * 1e3);
  return fmt::format("{:.2f} s", seconds);
}

}  // namespace

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const auto n = values.size();
  if (n == 0) return 0;
  return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

std::uint64_t setting(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  if (text == nullptr) return otherwise;
  std::uint64_t value = 0;
  const char* end = text + std::strlen(text);
  const auto [stop, error] = std::from_chars(text, end, value);
  return error == std::errc() && stop == end ? value : otherwise;
}

Report::Report(std::string name, std::string_view title) : name_(std::move(name)), started_(now_utc()) {
  utsname kernel{};
  uname(&kernel);
  const auto processor = first_field_of("/proc/cpuinfo", "model name");
  machine_ = {{"processor", processor.empty() ? kernel.machine : processor},
              {"cores", std::to_string(std::thread::hardware_concurrency())},
              {"memory", first_field_of("/proc/meminfo", "MemTotal")},
              {"kernel", kernel.release},
              {"compiler", __VERSION__},
              {"file_system", file_system_here()}};
  fmt::print("{} ({}), {}\n", title, name_, started_);
  for (const auto& [key, value] : machine_) fmt::print("  {}: {}\n", key, value);
}

void Report::row(std::string_view label, std::uint64_t count, std::string_view unit, double seconds) {
  const double per_second = seconds > 0 ? static_cast<double>(count) / seconds : 0;
  const double one = count > 0 ? seconds / static_cast<double>(count) : 0;
  lines_.push_back({"row", std::string(label), std::string(unit), count, seconds, per_second, {}});
  last_row_seconds_ = seconds;
  fmt::print("{:<48} {:>14.0f} {}/s  {:>10} each  ({} in {:.2f} s)\n", label, per_second, unit, time_of_one(one), count, seconds);
  std::fflush(stdout);
}

void Report::stage(std::string_view label, double seconds) {
  const double share = last_row_seconds_ > 0 ? seconds / last_row_seconds_ : 0;
  lines_.push_back({"stage", std::string(label), "share", 0, seconds, share, {}});
  fmt::print("  {:<46} {:>13.1f} %  ({:.3f} s)\n", label, share * 100, seconds);
}

void Report::ratio(std::string_view label, double ours, double theirs) {
  const double value = theirs > 0 ? ours / theirs : 0;
  lines_.push_back({"ratio", std::string(label), "times", 0, 0, value, {}});
  fmt::print("{:<48} {:>14.3f} x\n", label, value);
}

void Report::goal(std::string_view label, double value, std::string_view unit, Aim aim, double aimed) {
  Line line{"goal", std::string(label), std::string(unit), 0, 0, value, {}, aimed, aim == Aim::at_most};
  fmt::print("{:<72} {:>10.3f} {:<6} goal {} {:<7g} {:>6.2f} of it  {}\n", label, value, unit, line.at_most ? "<=" : ">=", aimed, aimed > 0 ? value / aimed : 0,
             line.reached() ? "reached" : "NOT REACHED");
  std::fflush(stdout);
  lines_.push_back(std::move(line));
}

void Report::note(std::string_view label, std::string_view value) {
  lines_.push_back({"note", std::string(label), "", 0, 0, 0, std::string(value)});
  fmt::print("{:<48} {}\n", label, value);
}

std::string Report::json() const {
  std::string out = fmt::format("{{\"bench\":{},\"started\":{},\"machine\":{{", json_text(name_), json_text(started_));
  for (const auto& [key, value] : machine_)
    out += fmt::format("{}{}:{}", &key == &machine_[0].first ? "" : ",", json_text(key), json_text(value));
  out += "},\"lines\":[";
  bool first = true;
  for (const auto& line : lines_) {
    out += fmt::format("{}{{\"kind\":{},\"label\":{}", first ? "" : ",", json_text(line.kind), json_text(line.label));
    first = false;
    if (line.kind == "goal") {
      out += fmt::format(",\"value\":{:.6f},\"unit\":{},\"goal\":{:.6f},\"at_most\":{},\"reached\":{}}}", line.value, json_text(line.unit), line.aimed, line.at_most, line.reached());
    } else if (line.kind == "note") {
      out += fmt::format(",\"value\":{}}}", json_text(line.text));
    } else {
      out += fmt::format(",\"count\":{},\"unit\":{},\"seconds\":{:.9f},\"value\":{:.6f}}}", line.count, json_text(line.unit), line.seconds,
                         line.value);
    }
  }
  return out + "]}\n";
}

std::string Report::markdown() const {
  std::string out = fmt::format("`./dev bench {}`, {}", name_, started_);
  for (const auto& [key, value] : machine_) out += fmt::format("; {} {}", key, value);
  out += ".\n\n| | figure | goal | of the goal | |\n|---|---:|---:|---:|---|\n";
  for (const auto& line : lines_) {
    if (line.kind != "goal") continue;
    out += fmt::format("| {} | {:.3f} {} | {} {:g} | {:.2f} | {} |\n", line.label, line.value, line.unit, line.at_most ? "at most" : "at least", line.aimed,
                       line.aimed > 0 ? line.value / line.aimed : 0, line.reached() ? "reached" : "**not reached**");
  }
  out += "\n";
  for (const auto& line : lines_) {
    if (line.kind == "row") out += fmt::format("- {}: {:.0f} {} a second\n", line.label, line.value, line.unit);
    if (line.kind == "note") out += fmt::format("- {}: {}\n", line.label, line.text);
  }
  return out;
}

int Report::finish() const {
  std::error_code error;
  std::filesystem::create_directories("var/bench", error);
  const auto text = json();
  const auto last = fmt::format("var/bench/{}.json", name_);
  std::ofstream(last, std::ios::trunc) << text;
  std::ofstream history(fmt::format("var/bench/{}.history.jsonl", name_), std::ios::app);
  history << text;
  if (!history.flush() || !std::filesystem::exists(last, error)) {
    fmt::print(stderr, "bench: {} cannot be written\n", last);
    return 2;
  }
  const auto goals = std::count_if(lines_.begin(), lines_.end(), [](const Line& l) { return l.kind == "goal"; });
  if (goals > 0) {
    std::ofstream(fmt::format("var/bench/{}.md", name_), std::ios::trunc) << markdown();
    fmt::print("{} of {} goals reached\n", std::count_if(lines_.begin(), lines_.end(), [](const Line& l) { return l.kind == "goal" && l.reached(); }), goals);
  }
  fmt::print("kept in {}\n", last);
  return 0;
}

}  // namespace sumi::bench
