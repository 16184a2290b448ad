// One stored entry of every type and version ever written, as it was written (decision 1). Today's code must read each and write the same bytes again.
//
// A file is made once, when its type or version is new, by SUMI_MAKE_GOLDEN=1 golden_test, from values that this program counts up; it is then
// committed and never made again. A file of a version that has been replaced stays.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <sstream>

#include "base/test_support.h"
#include "scheme/scheme.h"
#include "journal/entry.h"

namespace sumi::test {
namespace {

namespace fs = std::filesystem;
using namespace scheme;  // SUMI_COMMANDS names its structs from there
const std::string folder = std::string(SUMI_SOURCE_DIR) + "/tests/golden/entries";

std::string hex(BytesView bytes) {
  std::string out;
  char two[3];
  for (const auto b : bytes) {
    std::snprintf(two, sizeof two, "%02x", b);
    out += two;
  }
  return out;
}

// Every field gets a value of its own: numbers count up, texts and hashes hold the count, lists have two elements.
struct Filler {
  std::uint64_t count = 0;
  template <class T>
  void operator()(Part, const char*, T& v) { fill(v); }
  template <class T>
  void fill(T& v) {
    ++count;
    if constexpr (std::is_same_v<T, bool>) {
      v = true;
    } else if constexpr (std::is_enum_v<T>) {
      v = static_cast<T>(1);
    } else if constexpr (std::is_integral_v<T>) {
      v = static_cast<T>(count * 1000);
    } else if constexpr (std::is_same_v<T, std::string>) {
      v = "項目 " + std::to_string(count);
    } else if constexpr (is_number<T>::value) {
      v.value = count * 1000;
    } else if constexpr (std::is_base_of_v<Id128, T> || std::is_same_v<T, Hash>) {
      for (std::size_t i = 0; i < v.bytes.size(); ++i) v.bytes[i] = static_cast<std::uint8_t>(count + i);
    } else if constexpr (std::is_same_v<T, Sealed>) {
      fill(v.commitment);
    } else if constexpr (std::is_same_v<T, Date>) {
      v = Date::from_days(20'000 + static_cast<std::int32_t>(count));
    } else if constexpr (std::is_same_v<T, FiscalYear>) {
      v.number = 2000 + static_cast<std::int32_t>(count);
    } else if constexpr (std::is_same_v<T, Instant>) {
      v.ms = 1'795'305'600'000 + static_cast<std::int64_t>(count);
    } else if constexpr (std::is_same_v<T, Period>) {
      fill(v.first);
      fill(v.last);
    } else if constexpr (is_vector<T>::value) {
      v.resize(2);
      for (auto& e : v) fill(e);
    } else if constexpr (is_optional<T>::value) {
      fill(v.emplace());
    } else {
      T::fields(v, *this);
    }
  }
};

// "selection.ranges[0].first = 3000", in the order of the description, with each field's part.
struct Printer {
  std::string out;
  std::string path;
  template <class T>
  void operator()(Part part, const char* name, const T& v) {
    const auto before = path;
    path += (path.empty() ? (part == Part::open ? "open " : "party ") : ".") + std::string(name);
    print(v);
    path = before;
  }
  void line(const std::string& value) { out += path + " = " + value + "\n"; }
  template <class T>
  void print(const T& v) {
    if constexpr (std::is_same_v<T, bool>) {
      line(v ? "true" : "false");
    } else if constexpr (std::is_enum_v<T>) {
      line(std::to_string(static_cast<std::uint64_t>(v)));
    } else if constexpr (std::is_integral_v<T>) {
      line(std::to_string(v));
    } else if constexpr (std::is_same_v<T, std::string>) {
      line("\"" + v + "\"");
    } else if constexpr (is_number<T>::value) {
      line(std::to_string(v.value));
    } else if constexpr (std::is_base_of_v<Id128, T> || std::is_same_v<T, Hash>) {
      line(v.to_hex());
    } else if constexpr (std::is_same_v<T, Sealed>) {
      line(v.commitment.to_hex());
    } else if constexpr (std::is_same_v<T, Date> || std::is_same_v<T, FiscalYear> || std::is_same_v<T, Instant> || std::is_same_v<T, Period>) {
      line(v.to_string());
    } else if constexpr (is_vector<T>::value) {
      line(std::to_string(v.size()) + " elements");
      const auto before = path;
      for (std::size_t i = 0; i < v.size(); ++i) {
        path = before + "[" + std::to_string(i) + "]";
        print(v[i]);
      }
      path = before;
    } else if constexpr (is_optional<T>::value) {
      line(v ? "given" : "absent");
      if (v) print(*v);
    } else {
      T::fields(v, *this);
    }
  }
};

template <class C>
std::string fields_of(const journal::EntryHeader& h, const C& command, const typename C::Outcome& outcome) {
  std::ostringstream out;
  out << "time " << h.time.to_string() << "\nbusiness_date " << h.business_date.to_string() << "\nactor " << h.actor.to_hex() << "\non_behalf_of " << h.on_behalf_of.value
      << (h.organisation_is_party ? " (party)" : "") << "\ndelegation " << h.delegation << "\nkey " << h.key.to_hex() << "\nadoption " << h.adoption << "\ngroup " << h.group_index
      << " of " << h.group_count << "\n";
  Printer asked, led;
  C::fields(command, asked);
  C::Outcome::fields(outcome, led);
  return out.str() + "command\n" + asked.out + "outcome\n" + led.out;
}

template <class C>
std::string name_of() {
  using T = scheme::CommandType<C>;
  return std::to_string(T::number) + "." + std::to_string(T::version) + "." + std::string(scheme::command_name<C>());
}

template <class C>
std::string made() {
  C command{};
  typename C::Outcome outcome{};
  Filler filler;
  C::fields(command, filler);
  C::Outcome::fields(outcome, filler);
  const auto bodies = scheme::encode_bodies(command, outcome);
  journal::Entry e;
  e.header.type = scheme::CommandType<C>::number;
  e.header.version = scheme::CommandType<C>::version;
  e.header.time = {1'795'305'600'123};
  e.header.business_date = Date::from_days(20'779);
  filler.fill(e.header.actor);
  e.header.on_behalf_of = {4321};
  filler.fill(e.header.key);
  e.header.adoption = 12;
  e.header.group_index = 1;
  e.header.group_count = 3;
  e.header.organisation_is_party = scheme::organisation_is_party(command);
  e.public_body = bodies.open;
  e.party_body = bodies.party;
  for (std::size_t i = 0; i < e.salt.size(); ++i) e.salt[i] = static_cast<std::uint8_t>(0xf0 + i);
  const auto text = hex(journal::encode_entry(e).value());
  std::string out = name_of<C>() + "\nbytes\n";
  for (std::size_t i = 0; i < text.size(); i += 128) out += text.substr(i, 128) + "\n";
  return out + "fields\n" + fields_of(e.header, command, outcome);
}

struct Golden {
  std::string name;
  Bytes bytes;
  std::string fields;
};
Golden read_golden(const std::string& file) {
  std::istringstream in(read_bytes(file));
  Golden g;
  std::string line, digits;
  std::getline(in, g.name);
  std::getline(in, line);
  EXPECT_EQ(line, "bytes") << file;
  while (std::getline(in, line) && line != "fields") digits += line;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) g.bytes.push_back(static_cast<std::uint8_t>(std::stoul(digits.substr(i, 2), nullptr, 16)));
  g.fields.assign(std::istreambuf_iterator<char>(in), {});
  return g;
}

std::vector<std::string> current_names() {
  std::vector<std::string> names;
#define SUMI_GOLDEN_NAME(number, version, Struct) names.push_back(name_of<Struct>());
  SUMI_COMMANDS(SUMI_GOLDEN_NAME)
#undef SUMI_GOLDEN_NAME
  return names;
}

TEST(Golden, every_type_and_version_has_its_entry) {
  if (std::getenv("SUMI_MAKE_GOLDEN") != nullptr) {
    fs::create_directories(folder);
#define SUMI_GOLDEN_MAKE(number, version, Struct)                                             \
  if (const auto file = folder + "/" + name_of<Struct>() + ".txt"; !fs::exists(file)) { \
    write_bytes(file, made<Struct>());                                                \
  }
    SUMI_COMMANDS(SUMI_GOLDEN_MAKE)
#undef SUMI_GOLDEN_MAKE
  }
  for (const auto& name : current_names()) EXPECT_TRUE(fs::exists(folder + "/" + name + ".txt")) << name << " has no golden entry";
}

// Also those of versions that are no longer written.
TEST(Golden, every_entry_is_read_as_it_was_meant_and_written_again_to_the_byte) {
  std::size_t read = 0;
  for (const auto& file : fs::directory_iterator(folder)) {
    const auto g = read_golden(file.path().string());
    SCOPED_TRACE(g.name);
    EXPECT_EQ(file.path().filename().string(), g.name + ".txt");
    const auto view = journal::decode_entry(g.bytes);
    ASSERT_TRUE(view) << describe_error(view.error(), Language::en);
    EXPECT_TRUE(g.name.starts_with(std::to_string(view->header.type) + "." + std::to_string(view->header.version) + "."));
    const bool known = scheme::with_command_type(view->header.type, view->header.version, [&](auto command) {
      using C = decltype(command);
      typename C::Outcome outcome{};
      scheme::decode_bodies(command, outcome, view->public_body, view->party_body);
      EXPECT_EQ(fields_of(view->header, command, outcome), g.fields);
      const auto bodies = scheme::encode_bodies(command, outcome);
      journal::Entry again{view->header, bodies.open, bodies.party, view->salt};
      EXPECT_EQ(hex(journal::encode_entry(again).value()), hex(g.bytes));
      EXPECT_EQ(scheme::organisation_is_party(command), view->header.organisation_is_party);
      ++read;
    });
    EXPECT_TRUE(known) << "the program no longer knows a type and version that was written";
  }
  EXPECT_GE(read, current_names().size());
}

TEST(Golden, numbers_are_used_once) {
  std::vector<std::pair<int, int>> seen;
#define SUMI_GOLDEN_NUMBER(number, version, Struct) seen.emplace_back(number, version);
  SUMI_COMMANDS(SUMI_GOLDEN_NUMBER)
#undef SUMI_GOLDEN_NUMBER
  for (std::size_t i = 1; i < seen.size(); ++i) EXPECT_LT(seen[i - 1], seen[i]);
  // What a line names must be one command: the words of the scenarios and of the schema are these names.
  std::set<std::string_view> names;
#define SUMI_GOLDEN_NAME(number, version, Struct) EXPECT_TRUE(names.insert(command_name<Struct>()).second) << #Struct;
  SUMI_COMMANDS(SUMI_GOLDEN_NAME)
#undef SUMI_GOLDEN_NAME
}

// An entry that is longer or shorter by a field is not this version's.
TEST(Golden, a_byte_more_or_less_is_refused) {
  for (const auto& file : fs::directory_iterator(folder)) {
    const auto g = read_golden(file.path().string());
    const auto view = journal::decode_entry(g.bytes);
    ASSERT_TRUE(view);
    scheme::AnyCommand command;
    scheme::AnyOutcome outcome;
    for (const bool open : {true, false}) {
      Bytes body = open ? Bytes(view->public_body.begin(), view->public_body.end()) : Bytes(view->party_body.begin(), view->party_body.end());
      const auto decode = [&] {
        return open ? scheme::decode_bodies(view->header.type, view->header.version, body, view->party_body, command, outcome)
                    : scheme::decode_bodies(view->header.type, view->header.version, view->public_body, body, command, outcome);
      };
      body.push_back(0);
      EXPECT_THROW(static_cast<void>(decode()), CodecError) << g.name;
      body.pop_back();
      if (body.empty()) continue;
      body.pop_back();
      EXPECT_THROW(static_cast<void>(decode()), CodecError) << g.name;
    }
  }
}

}  // namespace
}  // namespace sumi::test
