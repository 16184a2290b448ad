// What the journal's tests share: the seed, random entries, and asking another program.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "journal/entry.h"
#include "journal/segment.h"

namespace sumi::journal::testing {

// Printed; given again by SUMI_SEED.
inline std::uint64_t test_seed() {
  static const std::uint64_t seed = [] {
    const char* given = std::getenv("SUMI_SEED");
    const std::uint64_t s = given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
    std::cout << "SUMI_SEED=" << s << "\n";
    return s;
  }();
  return seed;
}

class Random {
 public:
  explicit Random(std::uint64_t stream) : engine_(test_seed() * 1000003 + stream) {}
  std::uint64_t below(std::uint64_t n) { return engine_() % n; }
  std::uint64_t bits() { return engine_() >> below(64); }  // every length alike
  Bytes bytes(std::size_t n) {
    Bytes b(n);
    for (auto& e : b) e = static_cast<std::uint8_t>(engine_());
    return b;
  }
  template <class Array>
  void fill(Array& a) {
    for (auto& e : a) e = static_cast<std::uint8_t>(engine_());
  }

 private:
  std::mt19937_64 engine_;
};

inline Entry random_entry(Random& random) {
  Entry e;
  e.header.type = static_cast<std::uint16_t>(1 + random.bits() % 0xffff);
  e.header.version = static_cast<std::uint16_t>(1 + random.bits() % 0xffff);
  e.header.time.ms = static_cast<std::int64_t>(random.bits() % 253'402'300'800'000);
  e.header.business_date = Date::from_days(static_cast<std::int32_t>(random.below(2'970'128)) - 37'231);
  random.fill(e.header.actor.bytes);
  random.fill(e.header.key.bytes);
  e.header.on_behalf_of.value = random.bits();
  e.header.delegation = random.bits();
  e.header.adoption = static_cast<std::uint32_t>(random.bits());
  e.header.organisation_is_party = random.below(2) == 1;
  if (random.below(2) == 1) {
    e.header.group_count = static_cast<std::uint16_t>(1 + random.bits() % 0xffff);
    e.header.group_index = static_cast<std::uint16_t>(random.below(e.header.group_count));
  }
  e.public_body = random.bytes(random.below(200));
  e.party_body = random.bytes(random.below(200));
  random.fill(e.salt);
  return e;
}

// An entry like those of the scheme, alone and small.
inline Entry plain_entry(std::uint16_t type, std::string_view public_body, std::string_view party_body, std::uint8_t salt_byte) {
  Entry e;
  e.header.type = type;
  e.header.version = 1;
  e.header.time.ms = 1'795'305'600'000;  // 2026-11-22T00:00:00Z
  e.header.business_date = Date::from_days(20'779);
  e.header.on_behalf_of.value = 7;
  e.header.adoption = 1;
  e.header.actor.bytes.fill(0xaa);
  e.header.key.bytes.fill(salt_byte);
  e.public_body.assign(public_body.begin(), public_body.end());
  e.party_body.assign(party_body.begin(), party_body.end());
  e.salt.fill(salt_byte);
  return e;
}

inline Result<SequenceNumber> add(SegmentBuilder& builder, const Entry& e) { return builder.append(e.header, e.public_body, e.party_body, e.salt); }

// The standard output of `command` with `input` on its standard input; the test fails if the program does.
inline std::string ask(const std::string& command, const std::string& input) {
  const std::string path = ::testing::TempDir() + "sumi_journal_" + std::to_string(::getpid()) + ".in";
  std::ofstream(path, std::ios::binary) << input;
  std::FILE* pipe = ::popen((command + " < " + path).c_str(), "r");
  std::string output;
  char buffer[4096];
  while (pipe != nullptr) {
    const std::size_t n = std::fread(buffer, 1, sizeof buffer, pipe);
    if (n == 0) break;
    output.append(buffer, n);
  }
  EXPECT_TRUE(pipe != nullptr && ::pclose(pipe) == 0) << command;
  std::remove(path.c_str());
  return output;
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

template <class T>
std::string error_name(const Result<T>& result) {
  return result ? "" : std::string(result.error().def->name);
}

}  // namespace sumi::journal::testing
