// RFC 5545: content lines of at most 75 octets, folded between characters; TEXT escaped (3.3.11); days as DATE, moments in UTC.
#include <string>

#include "service/inbox.h"
#include "wire/tree_codec.h"

namespace sumi::service {

namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n') out += "\\n";
    else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) out += c;
  }
  return out;
}

// 3.1: a long line goes on behind CRLF and one blank; a character's bytes stay together.
std::string folded(std::string_view line) {
  constexpr std::size_t octets_max = 75;
  std::string out;
  std::size_t room = octets_max;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t size = 1;
    while (at + size < line.size() && (static_cast<unsigned char>(line[at + size]) & 0xC0U) == 0x80U) ++size;
    if (size > room) {
      out += "\r\n ";
      room = octets_max - 1;
    }
    out += line.substr(at, size);
    room -= size;
    at += size;
  }
  return out + "\r\n";
}

std::string without(std::string text, std::string_view signs) {
  std::erase_if(text, [&](char c) { return signs.find(c) != std::string_view::npos; });
  return text;
}
std::string date_text(Date day) { return without(day.to_string(), "-"); }
// 2026-11-22T00:00:00.000Z -> 20261122T000000Z
std::string moment_text(Instant at) { return without(at.to_string().substr(0, 19), "-:") + "Z"; }

}  // namespace

std::string inbox_calendar(const std::vector<Task>& tasks, const std::string& base_url, const Id128& store, Instant now, Language language) {
  const bool ja = language == Language::ja;
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//sumi//inbox//" + std::string(ja ? "JA" : "EN") + "\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n";
  out += folded("X-WR-CALNAME:" + escaped(ja ? "J-クレジット: 待っている仕事" : "J-Credit: what waits for you"));
  for (const Task& t : tasks) {
    if (!t.due) continue;
    const std::string title = (ja ? t.ja : t.en) + (t.about.empty() ? "" : (ja ? "(" + t.about + ")" : " (" + t.about + ")"));
    const std::string kind = t.deadline ? (ja ? "この日が期限です。" : "This is the last day.") : (ja ? "この日までに行うのが目安です。" : "It should be done by this day.");
    out += "BEGIN:VEVENT\r\n";
    out += folded("UID:" + t.key + "@" + store.to_hex());
    out += "DTSTAMP:" + moment_text(now) + "\r\n";
    out += "DTSTART;VALUE=DATE:" + date_text(*t.due) + "\r\n";
    out += "DTEND;VALUE=DATE:" + date_text(t.due->plus_days(1)) + "\r\n";  // the end is not part of it (3.6.1)
    out += folded("SUMMARY:" + escaped(title));
    out += folded("DESCRIPTION:" + escaped(kind + "\n" + base_url + t.page));
    out += folded("URL:" + base_url + t.page);
    out += "CATEGORIES:" + wire::word_of(t.kind) + "\r\n";
    out += "TRANSP:TRANSPARENT\r\n";
    out += "BEGIN:VALARM\r\nACTION:DISPLAY\r\n" + folded("DESCRIPTION:" + escaped(title)) + "TRIGGER:-P3D\r\nEND:VALARM\r\n";
    out += "END:VEVENT\r\n";
  }
  return out + "END:VCALENDAR\r\n";
}

}  // namespace sumi::service
