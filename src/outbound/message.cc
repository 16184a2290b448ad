// A message as it goes over the line: RFC 5322 (header), RFC 2045 to 2047 (UTF-8 in base64, encoded words).
#include <openssl/evp.h>

#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/text.h"
#include "outbound/errors.h"
#include "outbound/limits.h"
#include "outbound/smtp.h"

namespace sumi::outbound {

namespace {

bool control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }
bool ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string base64(std::string_view bytes) {
  // EVP_EncodeBlock writes a zero byte behind the text.
  std::string out((bytes.size() + 2) / 3 * 4 + 1, '\0');
  const int n = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  out.resize(static_cast<std::size_t>(n));
  return out;
}

// The bytes of the character that begins there.
std::size_t character_size(char first) {
  const auto u = static_cast<unsigned char>(first);
  return u < 0x80 ? 1 : u < 0xE0 ? 2 : u < 0xF0 ? 3 : 4;
}

// RFC 2047: words of at most 75 characters that end between characters, one a line. 39 bytes give 52 + 12 characters, which fits behind "From: " and "Subject: " too.
std::string encoded_words(std::string_view text) {
  constexpr std::size_t bytes_of_word = 39;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && end - at + character_size(text[end]) <= bytes_of_word) end += character_size(text[end]);
    if (!out.empty()) out += "\r\n ";
    out += "=?UTF-8?B?" + base64(text.substr(at, end - at)) + "?=";
    at = end;
  }
  return out;
}
// A short plain text stands as it is; one that looks like an encoded word does not.
std::string header_text(std::string_view text) {
  constexpr std::size_t plain_max = 60;
  return ascii(text) && text.size() <= plain_max && text.find("=?") == std::string_view::npos ? std::string(text) : encoded_words(text);
}
// A display name: letters, digits and blanks stand as they are, everything else would need quotes.
std::string name_text(std::string_view name) {
  const bool plain = name.size() <= 40 && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '-';
  });
  return plain ? std::string(name) : encoded_words(name);
}

std::string two(std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }
// RFC 5322 3.3, in Japan's time.
std::string date_text(std::int64_t time_s) {
  static constexpr std::array weekdays{"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};  // 1970-01-01 was a Thursday
  static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::int64_t local = time_s + 9 * 3600;
  const auto day = static_cast<std::int32_t>(local / 86400);
  const std::int64_t second = local % 86400;
  const auto date = Date::from_days(day);
  return std::string(weekdays[static_cast<std::size_t>(day % 7)]) + ", " + std::to_string(date.day()) + " " + months[static_cast<std::size_t>(date.month() - 1)] + " " +
         std::to_string(date.year()) + " " + two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60) + " +0900";
}

std::string body_text(std::string_view text) {
  std::string lines;
  for (const char c : text) lines += c == '\n' ? "\r\n" : std::string(1, c);
  constexpr std::size_t bytes_of_line = 57;  // 76 characters
  std::string out;
  for (std::size_t at = 0; at < lines.size(); at += bytes_of_line) out += base64(std::string_view(lines).substr(at, bytes_of_line)) + "\r\n";
  return out;
}

Result<void> check_line(const char* field, std::string_view text) {
  if (std::any_of(text.begin(), text.end(), control)) return fail(errors::mail_header, {{"field", field}});
  if (!valid_utf8(text)) return fail(errors::mail_text, {{"field", field}});
  if (text.size() > limits::mail_header_bytes_max) {
    return fail(errors::mail_too_long, {{"field", field}, {"bytes", std::to_string(text.size())}, {"limit", std::to_string(limits::mail_header_bytes_max)}});
  }
  return {};
}
Result<void> check_word(const char* field, std::string_view word) {
  const bool good = !word.empty() && word.size() <= 64 && std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
  if (!good) return fail(errors::mail_header, {{"field", field}});
  return {};
}
Result<void> check_message(const Message& m) {
  for (const auto* address : {&m.from, &m.to}) {
    if (mail_address_ok(*address)) continue;
    std::string shown = address->substr(0, 64);
    std::erase_if(shown, control);
    return fail(errors::mail_address, {{"text", shown}});
  }
  SUMI_CHECK(check_line("from_name", m.from_name));
  SUMI_CHECK(check_line("subject", m.subject));
  SUMI_CHECK(check_word("id", m.id));
  SUMI_CHECK(check_word("language", m.language));
  const auto bad = [](char c) { return control(c) && c != '\n' && c != '\t'; };
  if (!valid_utf8(m.text) || std::any_of(m.text.begin(), m.text.end(), bad)) return fail(errors::mail_text, {{"field", "text"}});
  if (m.text.size() > limits::mail_text_bytes_max) {
    return fail(errors::mail_too_long, {{"field", "text"}, {"bytes", std::to_string(m.text.size())}, {"limit", std::to_string(limits::mail_text_bytes_max)}});
  }
  return {};
}

}  // namespace

bool mail_address_ok(std::string_view address) {
  const auto at = address.find('@');
  if (at == std::string_view::npos || at == 0 || at > 64 || address.size() > 254) return false;
  const auto domain = address.substr(at + 1);
  const auto dots = [](std::string_view part) { return part.empty() || part.front() == '.' || part.back() == '.' || part.find("..") != std::string_view::npos; };
  if (dots(address.substr(0, at)) || dots(domain)) return false;
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  const auto local = [&](char c) { return letter(c) || std::string_view("!#$%&'*+-/=?^_`{|}~.").find(c) != std::string_view::npos; };
  const auto host = [&](char c) { return letter(c) || c == '-' || c == '.'; };
  return std::all_of(address.begin(), address.begin() + static_cast<std::ptrdiff_t>(at), local) && std::all_of(domain.begin(), domain.end(), host);
}

Result<std::string> render_message(const Message& m) {
  SUMI_CHECK(check_message(m));
  const std::string from = m.from_name.empty() ? m.from : name_text(m.from_name) + (m.from_name.size() > 30 ? "\r\n" : "") + " <" + m.from + ">";
  return "Date: " + date_text(m.time_s) + "\r\n" +
         "From: " + from + "\r\n" +
         "To: " + m.to + "\r\n" +
         "Subject: " + header_text(m.subject) + "\r\n" +
         "Message-ID: <" + m.id + m.from.substr(m.from.find('@')) + ">\r\n" +
         "MIME-Version: 1.0\r\n"
         "Content-Type: text/plain; charset=UTF-8\r\n"
         "Content-Transfer-Encoding: base64\r\n"
         "Content-Language: " + m.language + "\r\n"
         "Auto-Submitted: auto-generated\r\n"  // RFC 3834: no machine answers it
         "\r\n" + body_text(m.text);
}

}  // namespace sumi::outbound
