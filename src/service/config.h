// The one configuration file of a server: TOML, every setting described once (config_settings.cc) and checked at start.
//
//   [server]
//   port = 8080
//
// `sumi config show --defaults` prints all of it with its explanations; that text is docs/sumi.toml. Paths that do not begin with "/" start at the folder of
// the configuration file. A setting that is left out has the default that stands here.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/describe.h"
#include "base/result.h"
#include "outbound/smtp.h"
#include "wire/tree_codec.h"

namespace sumi::service {

enum class DefaultLanguage : std::uint8_t { ja = 1, en = 2 };
inline std::span<const std::pair<std::string_view, DefaultLanguage>> enum_names(DefaultLanguage) {
  static constexpr std::pair<std::string_view, DefaultLanguage> all[] = {{"ja", DefaultLanguage::ja}, {"en", DefaultLanguage::en}};
  return all;
}

// Where the server listens and what it serves. Off loopback it wants certificate and key.
struct ServerConfig {
  std::string address = "127.0.0.1";  // an IP address of this machine; 0.0.0.0 or :: for all of them
  std::uint16_t port = 8080;          // 0: a free one, which the program prints
  std::string base_url;               // "https://sumi.example.jp": of the links in mails and papers; "": from address and port
  std::string tls_certificate;        // PEM, the server's certificate first
  std::string tls_key;                // PEM
  std::string web;                    // the folder of the page; "": the one beside the program
  std::string trusted_proxy;          // the IP address of a reverse proxy, whose X-Forwarded-For is believed; "": none
  std::uint16_t threads = 0;          // that answer requests; 0: as many as the machine has, at most 8
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "address", s.address);
    v(Part::open, "port", s.port);
    v(Part::open, "base_url", s.base_url);
    v(Part::open, "tls_certificate", s.tls_certificate);
    v(Part::open, "tls_key", s.tls_key);
    v(Part::open, "web", s.web);
    v(Part::open, "trusted_proxy", s.trusted_proxy);
    v(Part::open, "threads", s.threads);
  }
};
struct StoreConfig {
  std::string folder;       // of the store; "" is refused unless the command line names one
  std::string signing_key;  // the log's key, mode 0600, outside of the store
  std::string rulebook;     // the folder of rule packs; "": the one beside the program
  std::string backups;      // the folder in which the page makes backups; "": only the command line makes them
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "folder", s.folder);
    v(Part::open, "signing_key", s.signing_key);
    v(Part::open, "rulebook", s.rulebook);
    v(Part::open, "backups", s.backups);
  }
};
struct MailConfig {
  bool enabled = false;  // the switch: off, nothing is queued and nothing is sent
  std::string host;
  std::uint16_t port = 587;
  outbound::Security security = outbound::Security::starttls;
  std::string user;
  std::string password_file;  // its first line is the password; mode 0600
  std::string authority;      // PEM: certificates to trust instead of the machine's
  std::string from;
  std::string from_name;
  std::string administrator;   // who is told when a mail is given up
  std::uint32_t give_up_days = 4;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "enabled", s.enabled);
    v(Part::open, "host", s.host);
    v(Part::open, "port", s.port);
    v(Part::open, "security", s.security);
    v(Part::open, "user", s.user);
    v(Part::open, "password_file", s.password_file);
    v(Part::open, "authority", s.authority);
    v(Part::open, "from", s.from);
    v(Part::open, "from_name", s.from_name);
    v(Part::open, "administrator", s.administrator);
    v(Part::open, "give_up_days", s.give_up_days);
  }
};
struct SessionConfig {
  std::uint32_t idle_minutes = 30;
  std::uint32_t absolute_hours = 12;
  std::uint32_t second_factor_minutes = 60;  // for how long a second factor serves for retiring, deciding and administering
  std::uint32_t reset_minutes = 60;          // of a link to set a new password
  std::uint32_t invitation_days = 14;        // of a link that invites
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "idle_minutes", s.idle_minutes);
    v(Part::open, "absolute_hours", s.absolute_hours);
    v(Part::open, "second_factor_minutes", s.second_factor_minutes);
    v(Part::open, "reset_minutes", s.reset_minutes);
    v(Part::open, "invitation_days", s.invitation_days);
  }
};
// What an operator may set; the program's own limits (base/limits.h, http/limits.h) stand above them.
struct LimitsConfig {
  std::uint32_t connections = 4096;          // open at the same time
  std::uint32_t connections_per_address = 256;
  std::uint32_t event_streams = 2048;        // of the connections, those that wait for events
  std::uint32_t requests_per_minute = 6000;  // of one person or token, or of one address without; 0: any number
  std::uint32_t upload_megabytes = 64;       // one document
  std::uint32_t stop_seconds = 20;           // a stop waits this long for what was accepted
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "connections", s.connections);
    v(Part::open, "connections_per_address", s.connections_per_address);
    v(Part::open, "event_streams", s.event_streams);
    v(Part::open, "requests_per_minute", s.requests_per_minute);
    v(Part::open, "upload_megabytes", s.upload_megabytes);
    v(Part::open, "stop_seconds", s.stop_seconds);
  }
};
struct LogConfig {
  std::string file;     // "": standard error, which systemd keeps
  bool access = true;   // one line per request, without personal data
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "file", s.file);
    v(Part::open, "access", s.access);
  }
};
struct Config {
  DefaultLanguage language = DefaultLanguage::ja;  // of mails to people who chose none, and of the page at the first visit
  ServerConfig server;
  StoreConfig store;
  MailConfig mail;
  SessionConfig session;
  LimitsConfig limits;
  LogConfig log;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "language", s.language);
    v(Part::open, "server", s.server);
    v(Part::open, "store", s.store);
    v(Part::open, "mail", s.mail);
    v(Part::open, "session", s.session);
    v(Part::open, "limits", s.limits);
    v(Part::open, "log", s.log);
  }
};

// Reads a configuration: keys, kinds and values, each alone and together; relative paths come back absolute. No other file is looked at. All slips are told at
// once, each with its place. Errors: base.toml_*, wire.*, service.config_*.
[[nodiscard]] Result<Config> parse_config(std::string_view text, const std::string& file);
// The same for a file, and what it names: certificate, key, password file, folders. What `sumi serve` and `sumi config check` do.
[[nodiscard]] Result<Config> load_config(const std::string& file);
// Whether the values go together, for a configuration that the command line has changed. `places` may be empty.
[[nodiscard]] Result<void> check_config(const Config& config, const wire::PlaceMap& places = {});
// Whether what it names is there and may be read, and secrets are nobody else's to read.
[[nodiscard]] Result<void> check_config_files(const Config& config, const wire::PlaceMap& places = {});

// "https://sumi.example.jp", without a slash at its end: as set, or from address and port.
[[nodiscard]] std::string base_url_of(const Config& config);

// One setting as it is documented.
struct Setting {
  std::string_view name;  // "server.port"
  std::string_view ja;
  std::string_view en;
  std::string_view example;  // as TOML; "" where the default is one
};
[[nodiscard]] std::span<const Setting> settings();
// The configuration as a commented TOML file; parse_config() of it gives the same configuration.
[[nodiscard]] std::string config_text(const Config& config);

}  // namespace sumi::service
