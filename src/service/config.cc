#include "service/config.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

#include "base/file.h"
#include "base/limits.h"
#include "service/errors.h"

namespace sumi::service {

namespace {

// Finds slips and keeps them with their places.
class Slips {
 public:
  explicit Slips(const wire::PlaceMap& places) : places_(places) {}
  void add(std::string_view name, const ErrorDef& def, std::vector<std::pair<std::string, std::string>> args = {}) {
    args.insert(args.begin(), {"name", std::string(name)});
    Error e = make_error(def);
    e.args = std::move(args);
    e.place = wire::place_of(places_, name);
    found_.push_back(std::move(e));
  }
  void range(std::string_view name, std::uint64_t value, std::uint64_t low, std::uint64_t high) {
    if (value >= low && value <= high) return;
    add(name, errors::config_range, {{"value", std::to_string(value)}, {"low", std::to_string(low)}, {"high", std::to_string(high)}});
  }
  void needed(std::string_view name, bool missing, const char* why) {
    if (missing) add(name, errors::config_needed, {{"why", why}});
  }
  [[nodiscard]] Result<void> result() {
    if (found_.empty()) return {};
    std::ranges::stable_sort(found_, {}, [](const Error& e) { return std::pair(e.place.line, e.place.column); });
    Error first = std::move(found_.front());
    first.also.assign(std::make_move_iterator(found_.begin() + 1), std::make_move_iterator(found_.end()));
    return fail(std::move(first));
  }

 private:
  const wire::PlaceMap& places_;
  std::vector<Error> found_;
};

bool digits(std::string_view text) { return !text.empty() && text.size() <= 5 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }); }

bool is_ipv4(std::string_view text) {
  int parts = 0;
  for (std::size_t at = 0; at <= text.size(); ++parts) {
    const auto end = std::min(text.find('.', at), text.size());
    const auto part = text.substr(at, end - at);
    if (!digits(part) || part.size() > 3 || (part.size() > 1 && part[0] == '0') || std::stoi(std::string(part)) > 255) return false;
    at = end + 1;
  }
  return parts == 4;
}
// Eight groups of up to four hexadecimal digits, of which one run may be left out (RFC 4291 2.2); zones and mixed forms are not taken.
bool is_ipv6(std::string_view text) {
  const auto gap = text.find("::");
  if (gap != std::string_view::npos && text.find("::", gap + 1) != std::string_view::npos) return false;
  int groups = 0;
  const auto count = [&groups](std::string_view side) {
    for (std::size_t at = 0; at <= side.size(); ++groups) {
      const auto end = std::min(side.find(':', at), side.size());
      const auto group = side.substr(at, end - at);
      const bool hex = !group.empty() && group.size() <= 4 && group.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
      if (!hex) return false;
      at = end + 1;
    }
    return true;
  };
  if (gap == std::string_view::npos) return count(text) && groups == 8;
  const auto left = text.substr(0, gap), right = text.substr(gap + 2);
  return (left.empty() || count(left)) && (right.empty() || count(right)) && groups <= 7;
}

bool is_base_url(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos || (url.substr(0, scheme) != "https" && url.substr(0, scheme) != "http")) return false;
  const auto host = url.substr(scheme + 3);
  const bool characters = std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("-.:[]").find(c) != std::string_view::npos;
  });
  const auto colon = host.rfind(':');
  const bool port = colon == std::string_view::npos || host.back() == ']' || digits(host.substr(colon + 1));
  return !host.empty() && characters && port && host.front() != ':';
}
std::string_view host_of(std::string_view url) {
  auto host = url.substr(url.find("://") + 3);
  if (host.starts_with('[')) return host.substr(1, host.find(']') - 1);
  return host.substr(0, host.find(':'));
}

void check_server(const Config& c, Slips& slips) {
  const auto& s = c.server;
  const bool loopback = outbound::is_loopback(s.address);
  const bool address = loopback || is_ipv4(s.address) || is_ipv6(s.address);
  if (!address) slips.add("server.address", errors::config_address, {{"text", s.address}});
  if (!s.base_url.empty() && !is_base_url(s.base_url)) slips.add("server.base_url", errors::config_url, {{"text", s.base_url}});
  else if (s.base_url.starts_with("http:") && !outbound::is_loopback(host_of(s.base_url))) slips.add("server.base_url", errors::config_url_plain, {{"text", s.base_url}});
  if (s.tls_certificate.empty() != s.tls_key.empty()) {
    slips.needed(s.tls_certificate.empty() ? "server.tls_certificate" : "server.tls_key", true, "tls_certificate, tls_key");
  } else if (address && !loopback && s.tls_key.empty()) {
    slips.add("server.address", errors::config_tls_needed, {{"address", s.address}});
  }
  if (!s.trusted_proxy.empty() && !is_ipv4(s.trusted_proxy) && !is_ipv6(s.trusted_proxy)) slips.add("server.trusted_proxy", errors::config_address, {{"text", s.trusted_proxy}});
  slips.range("server.threads", s.threads, 0, 64);
}

void check_mail(const Config& c, Slips& slips) {
  const auto& m = c.mail;
  slips.range("mail.give_up_days", m.give_up_days, 1, 30);
  for (const auto& [name, address] : {std::pair{"mail.from", &m.from}, std::pair{"mail.administrator", &m.administrator}}) {
    if (!address->empty() && !outbound::mail_address_ok(*address)) slips.add(name, errors::config_mail_address, {{"text", *address}});
  }
  if (!m.enabled) return;
  slips.needed("mail.host", m.host.empty(), "mail.enabled = true");
  slips.needed("mail.from", m.from.empty(), "mail.enabled = true");
  slips.needed("mail.administrator", m.administrator.empty(), "mail.enabled = true");
  slips.needed("mail.password_file", !m.user.empty() && m.password_file.empty(), "mail.user");
  slips.range("mail.port", m.port, 1, 65535);
  if (m.security == outbound::Security::none && !m.host.empty() && !outbound::is_loopback(m.host)) slips.add("mail.security", errors::config_mail_plain, {{"host", m.host}});
}

void check_times_and_limits(const Config& c, Slips& slips) {
  const auto& s = c.session;
  slips.range("session.idle_minutes", s.idle_minutes, 5, 1440);
  slips.range("session.absolute_hours", s.absolute_hours, 1, 168);
  slips.range("session.second_factor_minutes", s.second_factor_minutes, 1, 120);
  slips.range("session.reset_minutes", s.reset_minutes, 10, 1440);
  slips.range("session.invitation_days", s.invitation_days, 1, 30);
  if (s.idle_minutes > std::uint64_t{s.absolute_hours} * 60) slips.add("session.idle_minutes", errors::config_idle_over, {{"hours", std::to_string(s.absolute_hours)}});
  const auto& l = c.limits;
  slips.range("limits.connections", l.connections, 16, 65536);
  slips.range("limits.connections_per_address", l.connections_per_address, 1, l.connections);
  slips.range("limits.event_streams", l.event_streams, 0, l.connections);
  slips.range("limits.requests_per_minute", l.requests_per_minute, 0, 10'000'000);
  slips.range("limits.upload_megabytes", l.upload_megabytes, 1, limits::evidence_file_bytes_max >> 20);
  slips.range("limits.stop_seconds", l.stop_seconds, 1, 300);
}

bool readable(const std::string& path) { return std::ifstream(path, std::ios::binary).good(); }

// A file that is there and may be read; of a secret, by its owner (and group) alone.
void check_file(Slips& slips, std::string_view name, const std::string& path, bool secret) {
  if (path.empty()) return;
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return slips.add(name, errors::config_file_missing, {{"path", path}});
  if (!readable(path)) return slips.add(name, errors::config_file_unreadable, {{"path", path}});
  if (secret && (status.st_mode & (S_IROTH | S_IWOTH | S_IWGRP)) != 0) slips.add(name, errors::config_file_open, {{"path", path}});
}
void check_folder(Slips& slips, std::string_view name, const std::string& path) {
  std::error_code ec;
  if (!path.empty() && !std::filesystem::is_directory(path, ec)) slips.add(name, errors::config_folder_missing, {{"path", path}});
}

void make_absolute(Config& c, const std::string& file) {
  std::error_code ec;
  const auto folder = std::filesystem::absolute(file, ec).parent_path();
  for (auto* path : {&c.server.tls_certificate, &c.server.tls_key, &c.server.web, &c.store.folder, &c.store.signing_key, &c.store.rulebook, &c.store.backups, &c.mail.password_file, &c.mail.authority, &c.log.file}) {
    if (!path->empty() && path->front() != '/') *path = (folder / *path).lexically_normal().string();
  }
}

Result<Config> parse_with_places(std::string_view text, const std::string& file, wire::PlaceMap& places) {
  SUMI_TRY(const Tree tree, parse_toml(text, file));
  SUMI_TRY(Config config, wire::from_tree<Config>(tree, &places));
  SUMI_CHECK(check_config(config, places));
  make_absolute(config, file);
  return config;
}

}  // namespace

Result<void> check_config(const Config& config, const wire::PlaceMap& places) {
  Slips slips(places);
  check_server(config, slips);
  check_mail(config, slips);
  check_times_and_limits(config, slips);
  return slips.result();
}

Result<void> check_config_files(const Config& c, const wire::PlaceMap& places) {
  Slips slips(places);
  check_file(slips, "server.tls_certificate", c.server.tls_certificate, false);
  check_file(slips, "server.tls_key", c.server.tls_key, true);
  check_folder(slips, "server.web", c.server.web);
  slips.needed("store.folder", c.store.folder.empty(), "sumi serve");
  check_folder(slips, "store.folder", c.store.folder);
  slips.needed("store.signing_key", c.store.signing_key.empty(), "sumi serve");
  check_file(slips, "store.signing_key", c.store.signing_key, true);
  if (!c.store.folder.empty() && c.store.signing_key.starts_with(c.store.folder + "/")) slips.add("store.signing_key", errors::config_key_inside, {{"path", c.store.signing_key}});
  check_folder(slips, "store.rulebook", c.store.rulebook);
  check_file(slips, "mail.password_file", c.mail.password_file, true);
  check_file(slips, "mail.authority", c.mail.authority, false);
  if (!c.log.file.empty()) check_folder(slips, "log.file", std::filesystem::path(c.log.file).parent_path().string());
  return slips.result();
}

Result<Config> parse_config(std::string_view text, const std::string& file) {
  wire::PlaceMap places;
  return parse_with_places(text, file, places);
}

Result<Config> load_config(const std::string& file) {
  SUMI_TRY(const std::string text, read_file(file, limits::toml_file_bytes_max));
  wire::PlaceMap places;
  SUMI_TRY(Config config, parse_with_places(text, file, places));
  SUMI_CHECK(check_config_files(config, places));
  return config;
}

std::string base_url_of(const Config& config) {
  const auto& s = config.server;
  if (!s.base_url.empty()) return s.base_url;
  const bool all = s.address == "0.0.0.0" || s.address == "::";
  const bool v6 = s.address.find(':') != std::string::npos;
  const std::string host = all || outbound::is_loopback(s.address) ? "localhost" : v6 ? "[" + s.address + "]" : s.address;
  const bool tls = !s.tls_key.empty();
  const bool usual = s.port == (tls ? 443 : 80);
  return std::string(tls ? "https" : "http") + "://" + host + (usual ? "" : ":" + std::to_string(s.port));
}

}  // namespace sumi::service
