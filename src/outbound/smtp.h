// One message by SMTP, through libcurl: what the program sends people.
//
// Off loopback the connection is encrypted and the server's certificate is checked, always: by STARTTLS, which must succeed, or by TLS from the first byte.
// The message is plain text in UTF-8 (RFC 5322, RFC 2045 to 2047: base64, encoded words in the header). Nothing that a caller gives can begin a header of its own or
// another recipient: control characters are refused.
//
// Thread-safe; waits until the server has answered or the time is over.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace sumi::outbound {

enum class Security : std::uint8_t {
  starttls = 1,  // plain at first, encrypted before anything is said; usually port 587
  tls = 2,       // encrypted from the first byte; usually port 465
  none = 3,      // loopback only: a mail server on this machine
};
inline std::span<const std::pair<std::string_view, Security>> enum_names(Security) {
  static constexpr std::pair<std::string_view, Security> all[] = {{"starttls", Security::starttls}, {"tls", Security::tls}, {"none", Security::none}};
  return all;
}

struct MailServer {
  std::string host;  // a name or an address
  std::uint16_t port = 587;
  Security security = Security::starttls;
  std::string user;      // "": no sign-in
  std::string password;
  std::string authority;  // a file of certificates to trust instead of the machine's; "": the machine's
  std::chrono::seconds connect_timeout{10};
  std::chrono::seconds timeout{60};  // of the whole message
};

struct Message {
  std::string from;       // an address
  std::string from_name;  // may be empty
  std::string to;         // one address
  std::string subject;
  std::string text;       // lines end with "\n"
  std::string id;         // left of the "@" of the Message-ID: letters, digits, "-" and "."; the same for each try, so that a copy is known as one
  std::string language;   // "ja" or "en": Content-Language
  std::int64_t time_s = 0;  // seconds since 1970: Date
};

// "a@b.example": one "@", printable ASCII without spaces, quotes, brackets and the like; at most 254 bytes (RFC 5321 4.5.3.1.3).
[[nodiscard]] bool mail_address_ok(std::string_view address);
// 127.0.0.0/8, ::1, "localhost".
[[nodiscard]] bool is_loopback(std::string_view host);

// The message as it goes over the line: header, blank line, body, lines ended by CRLF. Errors: outbound.mail_address, mail_header, mail_text, mail_too_long.
[[nodiscard]] Result<std::string> render_message(const Message& message);

// Whether a refusal stands whatever is tried again: the address does not exist, the message is refused (5xx). Everything else may pass later.
[[nodiscard]] bool is_permanent(const Error& error);

// Errors: those of render_message; outbound.mail_host, mail_unencrypted (security none off loopback), mail_refused (5xx to the message: permanent), mail_deferred (4xx),
// mail_unreachable (no connection, or one that ended or took too long), mail_no_encryption, mail_certificate, mail_sign_in (user or password).
// `stop`: once true, it ends soon with mail_unreachable.
Result<void> send_mail(const MailServer& server, const Message& message, const std::atomic<bool>* stop = nullptr);

}  // namespace sumi::outbound
