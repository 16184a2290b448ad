// The texts of all mails, in both languages, in one file (mail_texts.cc).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "scheme/commands.h"

namespace sumi::service {

enum class MailKind : std::uint8_t {
  invitation = 1, password_reset, password_changed, authenticator_replaced, new_device, waits, registration_decided, certification_decided, transfer_offered, retirement_asked, given_up, contact_changed
};
[[nodiscard]] std::span<const std::pair<std::string_view, MailKind>> enum_names(MailKind);

// What a text may name. No person's name is among it.
struct MailValues {
  std::string system;                                    // who runs the store
  scheme::StoreKind store = scheme::StoreKind::demo;
  std::string link;                                      // whole
  std::string about;                                     // a project's title, an organisation's name, a kind of device, a subject
  bool approved = false;                                 // of a decision
  std::string number;                                    // of a certification, an offer, a retirement
  std::optional<Date> until;                             // the last day
  std::optional<Instant> until_moment;                   // of a link
  std::vector<std::pair<std::string, std::string>> lines{};  // what waits, in Japanese and English
  std::string reason;                                    // why a mail was given up: "outbound.mail_refused"
};
struct MailText {
  std::string subject;
  std::string text;
};
[[nodiscard]] MailText mail_text(MailKind kind, Language language, const MailValues& values);

}  // namespace sumi::service
