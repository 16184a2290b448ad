// Mails that wait to be sent, and how far they have followed the journal: rows of people.db (sql/people/0004.sql), read and written by Identities.
#pragma once

#include <cstdint>
#include <string>

#include "base/date.h"
#include "base/describe.h"

namespace sumi::store {

struct MailRow {
  static constexpr const char* table = "mails";
  std::uint64_t id = 0;
  std::uint8_t kind = 0;  // service::MailKind
  std::string address;
  bool english = false;
  std::string subject;
  std::string text;
  std::string message;    // of its Message-ID
  Instant made, next;
  std::uint32_t tries = 0;
  std::string last_error;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "id", s.id);
    v(Part::party, "kind", s.kind);
    v(Part::party, "address", s.address);
    v(Part::party, "language", s.english);
    v(Part::party, "subject", s.subject);
    v(Part::party, "text", s.text);
    v(Part::party, "message", s.message);
    v(Part::party, "made_ms", s.made);
    v(Part::party, "next_ms", s.next);
    v(Part::party, "tries", s.tries);
    v(Part::party, "last_error", s.last_error);
  }
};
struct MailMarkRow {
  static constexpr const char* table = "mail_marks";
  std::string name;
  std::int64_t value = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "name", s.name);
    v(Part::party, "value", s.value);
  }
};

}  // namespace sumi::store
