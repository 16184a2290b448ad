#include "service/config.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "base/file.h"
#include "service/testing.h"

namespace sumi::service {
namespace {

using testing::refusal;
using testing::value_of;

// "3: service.config_range" for every slip, in the order in which they are told.
std::vector<std::string> slips(const Result<Config>& read) {
  std::vector<std::string> out;
  if (read) return out;
  const auto tell = [&](const Error& e) { out.push_back(std::to_string(e.place.line) + ": " + qualified_name(*e.def)); };
  tell(read.error());
  for (const auto& e : read.error().also) tell(e);
  return out;
}
std::vector<std::string> slips(std::string_view text) { return slips(parse_config(text, "/etc/sumi/sumi.toml")); }
using Lines = std::vector<std::string>;

// Every path of a setting that the structs have: what the descriptions say, not the table of documentation.
std::set<std::string> described(const Tree& tree, const std::string& before = "") {
  std::set<std::string> out;
  for (const auto& [key, value] : tree.members) {
    if (value.is_table()) out.merge(described(value, before + key + "."));
    else out.insert(before + key);
  }
  return out;
}

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "sumi-config-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string put(const std::string& name, const std::string& text, unsigned mode = 0600) {
    value_of(write_file_atomic(path_ + "/" + name, text, mode));
    return path_ + "/" + name;
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

TEST(Config, EverySettingIsDocumentedOnceInBothLanguagesWithAnExampleThatIsRead) {
  const Config defaults;
  std::set<std::string> documented;
  for (const auto& s : settings()) {
    EXPECT_TRUE(documented.insert(std::string(s.name)).second) << s.name << " twice";
    EXPECT_FALSE(s.ja.empty()) << s.name;
    EXPECT_FALSE(s.en.empty()) << s.name;
    // The example is a value of its kind: read alone it fails, if at all, for what it needs beside it, never for its kind or range.
    const auto dot = s.name.find('.');
    const std::string section = dot == std::string_view::npos ? "" : "[" + std::string(s.name.substr(0, dot)) + "]\n";
    const auto read = parse_config(section + std::string(s.name.substr(dot == std::string_view::npos ? 0 : dot + 1)) + " = " + std::string(s.example) + "\n", "x.toml");
    const std::string refused = refusal(read);
    EXPECT_TRUE(refused.empty() || refused == "service.config_needed" || refused == "service.config_tls_needed") << s.name << ": " << refused;
  }
  EXPECT_EQ(documented, described(wire::to_tree(defaults)));
}

TEST(Config, ThePrintedFileIsTheDocumentedOneAndReadsBackAsTheDefaults) {
  const std::string printed = config_text(Config{});
  EXPECT_EQ(printed, value_of(read_file("docs/sumi.toml"))) << "sumi config show --defaults > docs/sumi.toml";
  const auto read = value_of(parse_config(printed, "docs/sumi.toml"));
  EXPECT_EQ(config_text(read), printed);
}

TEST(Config, AnEmptyFileIsTheDefaultsAndASetValueIsRead) {
  EXPECT_EQ(config_text(value_of(parse_config("", "x.toml"))), config_text(Config{}));
  const auto c = value_of(parse_config("language = \"en\"\n[server]\nport = 0\nbase_url = \"https://sumi.example.jp\"\n[session]\nidle_minutes = 5\n[mail]\nsecurity = \"tls\"\n", "x.toml"));
  EXPECT_EQ(c.language, DefaultLanguage::en);
  EXPECT_EQ(c.server.port, 0);
  EXPECT_EQ(c.session.idle_minutes, 5U);
  EXPECT_EQ(c.mail.security, outbound::Security::tls);
  EXPECT_EQ(base_url_of(c), "https://sumi.example.jp");
}

TEST(Config, RelativePathsStartAtTheFilesFolder) {
  const auto c = value_of(parse_config("[store]\nfolder = \"store\"\nsigning_key = \"/keys/log.key\"\n[log]\nfile = \"../log/sumi.log\"\n", "/etc/sumi/sumi.toml"));
  EXPECT_EQ(c.store.folder, "/etc/sumi/store");
  EXPECT_EQ(c.store.signing_key, "/keys/log.key");
  EXPECT_EQ(c.log.file, "/etc/log/sumi.log");
  EXPECT_EQ(c.server.web, "");
}

TEST(Config, EachSlipIsToldWithItsLine) {
  // Hand-counted lines.
  EXPECT_EQ(slips("[server]\naddress = \"sumi\"\nbase_url = \"sumi.example.jp/\"\nthreads = 65\n"),
            (Lines{"2: service.config_address", "3: service.config_url", "4: service.config_range"}));
  EXPECT_EQ(slips("[server]\naddress = \"0.0.0.0\"\n"), Lines{"2: service.config_tls_needed"});
  EXPECT_EQ(slips("[server]\naddress = \"0.0.0.0\"\ntls_key = \"k\"\n"), Lines{"1: service.config_needed"});
  EXPECT_EQ(slips("[server]\naddress = \"::\"\ntls_key = \"k\"\ntls_certificate = \"c\"\n"), Lines{});
  EXPECT_EQ(slips("[server]\nbase_url = \"http://sumi.example.jp\"\n"), Lines{"2: service.config_url_plain"});
  EXPECT_EQ(slips("[server]\nbase_url = \"http://localhost:8080\"\n"), Lines{});
  EXPECT_EQ(slips("[server]\n\ntrusted_proxy = \"proxy.example.jp\"\n"), Lines{"3: service.config_address"});
  EXPECT_EQ(slips("[server]\ntrusted_proxy = \"2001:db8::7\"\n"), Lines{});
  EXPECT_EQ(slips("[session]\nidle_minutes = 61\nabsolute_hours = 1\n"), Lines{"2: service.config_idle_over"});
  EXPECT_EQ(slips("[session]\n\nidle_minutes = 4\n"), Lines{"3: service.config_range"});
  EXPECT_EQ(slips("[limits]\nconnections = 100\nevent_streams = 101\n").front(), "1: service.config_range");
  EXPECT_EQ(slips("[limits]\nupload_megabytes = 65\n"), Lines{"2: service.config_range"});
}

TEST(Config, MailAsksForWhatItNeedsOnlyWhereItIsOn) {
  EXPECT_EQ(slips("[mail]\nuser = \"sumi\"\n"), Lines{});
  EXPECT_EQ(slips("[mail]\nenabled = true\n"), (Lines{"1: service.config_needed", "1: service.config_needed", "1: service.config_needed"}));
  const std::string whole = "[mail]\nenabled = true\nfrom = \"sumi@example.jp\"\nadministrator = \"admin@example.jp\"\n";
  EXPECT_EQ(slips(whole + "host = \"smtp.example.jp\"\n"), Lines{});
  EXPECT_EQ(slips(whole + "host = \"smtp.example.jp\"\nsecurity = \"none\"\n"), Lines{"6: service.config_mail_plain"});
  EXPECT_EQ(slips(whole + "host = \"127.0.0.1\"\nsecurity = \"none\"\n"), Lines{});
  EXPECT_EQ(slips(whole + "host = \"127.0.0.1.example.jp\"\nsecurity = \"none\"\n"), Lines{"6: service.config_mail_plain"});
  EXPECT_EQ(slips(whole + "host = \"smtp.example.jp\"\nuser = \"sumi\"\n"), Lines{"1: service.config_needed"});
  EXPECT_EQ(slips("[mail]\nfrom = \"sumi\"\ngive_up_days = 31\n"), (Lines{"2: service.config_mail_address", "3: service.config_range"}));
}

TEST(Config, UnknownKeysAndKindsAreRefusedByTheReader) {
  EXPECT_EQ(slips("[server]\nprot = 80\n"), Lines{"2: wire.unknown_key"});
  EXPECT_EQ(slips("[server]\nport = \"80\"\n").size(), 1U);
  EXPECT_EQ(slips("[server]\nport = 65536\n").size(), 1U);
  EXPECT_EQ(slips("[mail]\nsecurity = \"ssl\"\n").size(), 1U);
}

TEST(Config, AddressesAreReadAsTheStandardsWriteThem) {
  const auto good = [](const std::string& address) {
    return slips("[server]\naddress = \"" + address + "\"\ntls_key = \"k\"\ntls_certificate = \"c\"\n").empty();
  };
  // RFC 4291 2.2 and RFC 5952 for IPv6, dotted decimal for IPv4.
  for (const char* a : {"10.0.0.1", "255.255.255.255", "2001:db8::1", "::", "::1", "fe80:0:0:0:1:2:3:4", "2001:DB8::", "localhost"}) EXPECT_TRUE(good(a)) << a;
  for (const char* a : {"", "256.1.1.1", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1..2.3", "::1::", "2001:db8", "12345::1", "1:2:3:4:5:6:7:8:9", "fe80::1%eth0", "1:2:3:4:5:6:7:8::", ":1"}) EXPECT_FALSE(good(a)) << a;
}

TEST(Config, TheAddressOfLinksFollowsFromAddressAndPort) {
  Config c;
  EXPECT_EQ(base_url_of(c), "http://localhost:8080");
  c.server.tls_key = "k";
  c.server.address = "192.0.2.7";
  c.server.port = 443;
  EXPECT_EQ(base_url_of(c), "https://192.0.2.7");
  c.server.address = "2001:db8::7";
  c.server.port = 8443;
  EXPECT_EQ(base_url_of(c), "https://[2001:db8::7]:8443");
}

TEST(Config, WhatItNamesMustBeThereAndSecretsMustBeSecret) {
  Folder folder;
  std::filesystem::create_directory(folder.path() + "/store");
  folder.put("log.key", "key");
  folder.put("cert.pem", "certificate", 0644);
  folder.put("key.pem", "key", 0644);
  folder.put("store/inner.key", "key");
  const auto load = [&](const std::string& text) { return slips(load_config(folder.put("sumi.toml", text, 0644))); };
  EXPECT_EQ(load("[store]\nfolder = \"store\"\nsigning_key = \"log.key\"\n"), Lines{});
  EXPECT_EQ(load("[store]\nfolder = \"shop\"\nsigning_key = \"key\"\n"), (Lines{"2: service.config_folder_missing", "3: service.config_file_missing"}));
  EXPECT_EQ(load("[store]\nfolder = \"store\"\nsigning_key = \"store/inner.key\"\n"), Lines{"3: service.config_key_inside"});
  EXPECT_EQ(load("[store]\nfolder = \"store\"\nsigning_key = \"log.key\"\n[server]\ntls_certificate = \"cert.pem\"\ntls_key = \"key.pem\"\n"), Lines{"6: service.config_file_open"});
  EXPECT_EQ(load(""), (Lines{"1: service.config_needed", "1: service.config_needed"}));
  // Root reads everything, so the file's rights alone do not show it there.
  if (::geteuid() != 0) {
    folder.put("log.key", "key", 0200);
    EXPECT_EQ(load("[store]\nfolder = \"store\"\nsigning_key = \"log.key\"\n"), Lines{"3: service.config_file_unreadable"});
  }
  EXPECT_EQ(qualified_name(*load_config(folder.path() + "/none.toml").error().def), "base.file_missing");
}

// As systemd itself reads it, on machines that have it; the program's place is put to one that is there.
TEST(SystemdUnit, HoldsAndIsHardened) {
  if (std::system("command -v systemd-analyze >/dev/null 2>&1") != 0) GTEST_SKIP() << "no systemd on this machine";
  Folder folder;
  std::string unit = value_of(read_file("packaging/sumi.service"));
  for (std::size_t at = 0; (at = unit.find("=/usr/bin/sumi ", at)) != std::string::npos;) unit.replace(at, 15, "=/bin/true ");
  folder.put("sumi.service", unit, 0644);
  const auto said_by = [&](const std::string& command) {
    FILE* pipe = ::popen((command + " " + folder.path() + "/sumi.service 2>&1").c_str(), "r");
    std::string said;
    char bytes[512];
    while (pipe != nullptr && std::fgets(bytes, sizeof bytes, pipe) != nullptr) said += bytes;
    return std::pair(pipe == nullptr ? -1 : ::pclose(pipe), said);
  };
  EXPECT_EQ(said_by("systemd-analyze verify"), std::pair(0, std::string()));
  // Exposure of at most 2.0 of 10.
  const auto [code, said] = said_by("systemd-analyze security --no-pager --offline=true --threshold=20");
  EXPECT_EQ(code, 0) << said;
}

}  // namespace
}  // namespace sumi::service
