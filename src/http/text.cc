#include "http/text.h"

#include <algorithm>
#include <cstdint>

#include "http/limits.h"
#include "http/message.h"

namespace sumi::http {

namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Takes what stands before `separator` off the front.
std::string_view take(std::string_view& text, char separator) {
  const auto at = text.find(separator);
  const auto part = text.substr(0, at);
  text = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
  return part;
}

// q=0, q=0.0, q=0.00, q=0.000: not at all.
bool is_refused(std::string_view parameters) {
  while (!parameters.empty()) {
    auto parameter = trimmed(take(parameters, ';'));
    if (parameter.size() < 3 || lower(parameter[0]) != 'q' || parameter[1] != '=') continue;
    parameter.remove_prefix(2);
    return parameter[0] == '0' && std::all_of(parameter.begin() + 1, parameter.end(), [](char c) { return c == '.' || c == '0'; });
  }
  return false;
}

// How many bytes may follow this first byte of a character, and what the first of them must lie between.
struct Lead {
  unsigned following;
  unsigned char low, high;
};
std::optional<Lead> lead_of(unsigned char c) {
  if (c < 0x80) return Lead{0, 0, 0};
  if (c >= 0xC2 && c <= 0xDF) return Lead{1, 0x80, 0xBF};
  if (c == 0xE0) return Lead{2, 0xA0, 0xBF};
  if (c == 0xED) return Lead{2, 0x80, 0x9F};
  if (c >= 0xE1 && c <= 0xEF) return Lead{2, 0x80, 0xBF};
  if (c == 0xF0) return Lead{3, 0x90, 0xBF};
  if (c >= 0xF1 && c <= 0xF3) return Lead{3, 0x80, 0xBF};
  if (c == 0xF4) return Lead{3, 0x80, 0x8F};
  return std::nullopt;
}

}  // namespace

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = lead_of(static_cast<unsigned char>(text[i]));
    if (!lead || text.size() - i <= lead->following) return false;
    for (unsigned k = 1; k <= lead->following; ++k) {
      const auto c = static_cast<unsigned char>(text[i + k]);
      if (k == 1 ? (c < lead->low || c > lead->high) : (c < 0x80 || c > 0xBF)) return false;
    }
    i += 1 + lead->following;
  }
  return true;
}

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      if (text.size() - i < 3) return std::nullopt;
      const int high = hex_value(text[i + 1]), low = hex_value(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    } else if (c == '+' && plus_is_space) {
      c = ' ';
    }
    if (c == '\0') return std::nullopt;
    out += c;
  }
  if (!is_utf8(out)) return std::nullopt;
  return out;
}

std::string percent_encoded(std::string_view text) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
  return out;
}

std::optional<std::vector<std::pair<std::string, std::string>>> query_pairs(std::string_view query) {
  std::vector<std::pair<std::string, std::string>> out;
  while (!query.empty()) {
    auto value = take(query, '&');
    if (value.empty()) continue;
    const auto name = take(value, '=');
    auto decoded_name = percent_decoded(name, true);
    auto decoded_value = percent_decoded(value, true);
    if (!decoded_name || !decoded_value || out.size() == limits::query_pairs_max) return std::nullopt;
    out.emplace_back(*std::move(decoded_name), *std::move(decoded_value));
  }
  return out;
}

std::string_view cookie_in(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    auto value = take(header, ';');
    if (trimmed(take(value, '=')) != name) continue;
    value = trimmed(value);
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
    return value;
  }
  return {};
}

bool takes_coding(std::string_view header, std::string_view coding) {
  bool any = false;
  while (!header.empty()) {
    auto parameters = take(header, ',');
    const auto name = trimmed(take(parameters, ';'));
    if (same_ignoring_case(name, coding)) return !is_refused(parameters);
    if (name == "*") any = !is_refused(parameters);
  }
  return any;
}

bool names_etag(std::string_view header, std::string_view etag) {
  if (trimmed(header) == "*") return true;
  // An entity tag may hold a comma, so it is read by its quotes.
  while (true) {
    const auto open = header.find('"');
    if (open == std::string_view::npos) return false;
    const auto close = header.find('"', open + 1);
    if (close == std::string_view::npos) return false;
    if (header.substr(open, close - open + 1) == etag) return true;
    header.remove_prefix(close + 1);
  }
}

bool same_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::string_view Request::cookie(std::string_view name) const {
  for (const auto& [n, v] : headers) {
    if (n != "cookie") continue;
    const auto value = cookie_in(v, name);
    if (!value.empty()) return value;
  }
  return {};
}

}  // namespace sumi::http
