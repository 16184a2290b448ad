#include "outbound/smtp.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "base/text.h"
#include "outbound/errors.h"
#include "outbound/testing.h"

namespace sumi::outbound {
namespace {

using testing::SmtpServer;

template <class T>
std::string refusal(const Result<T>& result) {
  return result ? std::string() : qualified_name(*result.error().def);
}

Message message() {
  Message m;
  m.from = "sumi@example.jp";
  m.from_name = "J-クレジット登録簿";
  m.to = "tanaka@example.co.jp";
  m.subject = "待っている仕事: 3 件";
  m.text = "次のことが、あなたの操作を待っています。\n\n.一行が点で始まる\n..\n・計画書の妥当性確認\n";
  m.id = "sumi.0123456789abcdef";
  m.language = "ja";
  m.time_s = 1'795'399'200;  // date -u -d @1795399200: Mon Nov 23 02:00:00 UTC 2026
  return m;
}
MailServer server_of(const SmtpServer& server) {
  MailServer s;
  s.host = "127.0.0.1";
  s.port = server.port();
  s.security = Security::none;
  s.timeout = std::chrono::seconds(5);
  return s;
}

TEST(Smtp, AMessageArrivesAsItWasWritten) {
  const SmtpServer server;
  const auto sent = send_mail(server_of(server), message());
  ASSERT_TRUE(sent) << describe_error(sent.error(), Language::en);
  const auto mails = server.mails();
  ASSERT_EQ(mails.size(), 1U);
  const auto& mail = mails.front();
  EXPECT_EQ(mail.from.substr(0, 17), "<sumi@example.jp>");
  EXPECT_EQ(mail.to, "<tanaka@example.co.jp>");
  EXPECT_EQ(mail.subject(), message().subject);
  EXPECT_EQ(mail.field("To"), "tanaka@example.co.jp");
  EXPECT_EQ(mail.field("Date"), "Mon, 23 Nov 2026 11:00:00 +0900");
  EXPECT_EQ(mail.field("Message-ID"), "<sumi.0123456789abcdef@example.jp>");
  EXPECT_EQ(mail.field("Content-Type"), "text/plain; charset=UTF-8");
  EXPECT_EQ(mail.field("Content-Language"), "ja");
  EXPECT_EQ(mail.field("Auto-Submitted"), "auto-generated");
  std::string lines;
  for (const char c : message().text) lines += c == '\n' ? "\r\n" : std::string(1, c);
  EXPECT_EQ(mail.text(), lines);
}

// RFC 5322 2.1.1 and RFC 2047 2: ASCII alone, lines of at most 76 characters, encoded words of at most 75 with whole characters.
TEST(Smtp, EveryLineIsShortAndPlain) {
  Message m = message();
  m.subject.clear();
  for (int i = 0; i < 60; ++i) m.subject += "墨a";
  m.text.assign(5000, 'x');
  const auto text = render_message(m);
  ASSERT_TRUE(text);
  std::size_t at = 0;
  while (at < text->size()) {
    const auto end = text->find("\r\n", at);
    ASSERT_NE(end, std::string::npos);
    const auto line = std::string_view(*text).substr(at, end - at);
    EXPECT_LE(line.size(), 76U) << line;
    for (const char c : line) EXPECT_TRUE(c >= 0x20 && c < 0x7F) << line;
    for (auto word = line.find("=?UTF-8?B?"); word != std::string_view::npos; word = line.find("=?UTF-8?B?", word + 1)) {
      const auto stop = line.find("?=", word + 10);
      EXPECT_LE(stop + 2 - word, 75U);
      EXPECT_TRUE(valid_utf8(testing::from_base64(line.substr(word + 10, stop - word - 10))));
    }
    at = end + 2;
  }
}

TEST(Smtp, NothingThatIsGivenBeginsAHeaderOrAnotherRecipient) {
  const auto with = [](auto change) {
    Message m = message();
    change(m);
    return refusal(render_message(m));
  };
  EXPECT_EQ(with([](Message& m) { m.subject = "a\r\nBcc: eve@example.com"; }), "outbound.mail_header");
  EXPECT_EQ(with([](Message& m) { m.subject = "a\nb"; }), "outbound.mail_header");
  EXPECT_EQ(with([](Message& m) { m.from_name = "a\rb"; }), "outbound.mail_header");
  EXPECT_EQ(with([](Message& m) { m.id = "a>\r\nX: y"; }), "outbound.mail_header");
  EXPECT_EQ(with([](Message& m) { m.to = "a@example.jp>\r\nRCPT TO:<eve@example.com"; }), "outbound.mail_address");
  EXPECT_EQ(with([](Message& m) { m.to = "a@example.jp, eve@example.com"; }), "outbound.mail_address");
  EXPECT_EQ(with([](Message& m) { m.from = ""; }), "outbound.mail_address");
  EXPECT_EQ(with([](Message& m) { m.subject = "\xFF"; }), "outbound.mail_text");
  EXPECT_EQ(with([](Message& m) { m.text = std::string("a\0b", 3); }), "outbound.mail_text");
  EXPECT_EQ(with([](Message& m) { m.subject.assign(2049, 'a'); }), "outbound.mail_too_long");
  EXPECT_EQ(with([](Message& m) { m.text.assign(128 * 1024 + 1, 'a'); }), "outbound.mail_too_long");
  EXPECT_EQ(with([](Message&) {}), "");
}

TEST(Smtp, Addresses) {
  for (const char* a : {"a@b.example", "first.last+tag@sub.example.co.jp", "o'neil@example.jp"}) EXPECT_TRUE(mail_address_ok(a)) << a;
  for (const char* a : {"", "a", "@b", "a@", "a@b@c", "a b@c.example", "a@b.example ", "<a@b.example>", "a@.example", "a..b@c.example", ".a@c.example", "墨@example.jp", "a@例え.jp", "a@b_c.example", "\"a b\"@c.example"}) {
    EXPECT_FALSE(mail_address_ok(a)) << a;
  }
  EXPECT_TRUE(mail_address_ok(std::string(64, 'a') + "@b.example"));
  EXPECT_FALSE(mail_address_ok(std::string(65, 'a') + "@b.example"));
}

TEST(Smtp, TheServersNoIsPermanentOrPassing) {
  SmtpServer server;
  const auto answer = [&](const std::string& to, const std::string& reply) {
    server.set([=](const std::string& verb, const std::string&) { return verb == to ? reply : std::string(); });
    const auto sent = send_mail(server_of(server), message());
    EXPECT_FALSE(sent) << to << " " << reply;
    return sent ? std::string() : refusal(sent) + (is_permanent(sent.error()) ? " for good" : "");
  };
  EXPECT_EQ(answer("RCPT", "550 no such user"), "outbound.mail_refused for good");
  EXPECT_EQ(answer("MAIL", "550 not from you"), "outbound.mail_refused for good");
  EXPECT_EQ(answer("BODY", "554 refused"), "outbound.mail_refused for good");
  EXPECT_EQ(answer("RCPT", "450 mailbox busy"), "outbound.mail_deferred");
  EXPECT_EQ(answer("DATA", "451 later"), "outbound.mail_deferred");
  EXPECT_EQ(answer("BODY", "452 no room"), "outbound.mail_deferred");
  EXPECT_EQ(answer("CONNECT", "421 shutting down"), "outbound.mail_deferred");
  // Before the message a 5xx is about the server or about who we are, and may be mended.
  EXPECT_EQ(answer("CONNECT", "554 no service here"), "outbound.mail_deferred");
  EXPECT_EQ(answer("MAIL", "530 authentication required"), "outbound.mail_sign_in");
  for (const char* at : {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "BODY"}) EXPECT_EQ(answer(at, "drop"), "outbound.mail_unreachable") << at;
  EXPECT_TRUE(server.mails().empty());
}

TEST(Smtp, OffLoopbackNothingIsSentPlain) {
  MailServer s;
  s.host = "192.0.2.1";  // of documentation (RFC 5737): nobody answers there
  s.security = Security::none;
  EXPECT_EQ(refusal(send_mail(s, message())), "outbound.mail_unencrypted");
  s.host = "127.0.0.1.example.jp";
  EXPECT_EQ(refusal(send_mail(s, message())), "outbound.mail_unencrypted");
  s.host = "smtp.example.jp/x?y";
  EXPECT_EQ(refusal(send_mail(s, message())), "outbound.mail_host");
}

TEST(Smtp, WhereEncryptionIsAskedForAServerWithoutItIsRefusedBeforeAnythingIsSaid) {
  std::string said;
  SmtpServer server([&](const std::string& verb, const std::string&) {
    said += verb + " ";
    return std::string();
  });
  MailServer s = server_of(server);
  s.security = Security::starttls;
  s.user = "sumi";
  s.password = "secret";
  EXPECT_EQ(refusal(send_mail(s, message())), "outbound.mail_no_encryption");
  EXPECT_EQ(said.find("MAIL"), std::string::npos) << said;
  EXPECT_EQ(said.find("AUTH"), std::string::npos) << said;
  s.security = Security::tls;
  s.timeout = std::chrono::seconds(2);
  const auto sent = send_mail(s, message());
  EXPECT_FALSE(sent);
  EXPECT_FALSE(is_permanent(sent.error()));
}

// Debian's openssl as a server whose certificate nobody has signed; it takes one connection, ten seconds at most.
TEST(Smtp, ACertificateThatNobodySignedIsRefused) {
  std::string folder = std::filesystem::temp_directory_path() / "sumi-mail-XXXXXX";
  ASSERT_NE(::mkdtemp(folder.data()), nullptr);
  const auto key = folder + "/key.pem", certificate = folder + "/certificate.pem";
  const auto make = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=127.0.0.1 -days 2 -keyout " + key + " -out " + certificate + " 2>/dev/null";
  ASSERT_EQ(std::system(make.c_str()), 0);
  FILE* pipe = ::popen(("timeout 10 openssl s_server -accept 127.0.0.1:0 -www -naccept 1 -cert " + certificate + " -key " + key + " 2>/dev/null </dev/null").c_str(), "r");
  ASSERT_NE(pipe, nullptr);
  unsigned port = 0;
  char line[200];
  while (port == 0 && std::fgets(line, sizeof line, pipe) != nullptr) {
    if (std::sscanf(line, "ACCEPT 127.0.0.1:%u", &port) != 1) port = 0;
  }
  ASSERT_NE(port, 0U);
  MailServer s;
  s.host = "127.0.0.1";
  s.port = static_cast<std::uint16_t>(port);
  s.security = Security::tls;
  s.timeout = std::chrono::seconds(5);
  const auto sent = send_mail(s, message());
  EXPECT_EQ(refusal(sent), "outbound.mail_certificate");
  EXPECT_FALSE(is_permanent(sent.error()));
  ::pclose(pipe);
  std::filesystem::remove_all(folder);
}

TEST(Smtp, UserAndPasswordAreGivenAndTheirRefusalPasses) {
  SmtpServer server;
  MailServer s = server_of(server);
  s.user = "sumi";
  s.password = "secret";
  // libcurl may first ask for the server's word ("AUTH PLAIN", "334") or give all at once.
  server.set([&](const std::string& verb, const std::string& l) -> std::string {
    if (verb == "EHLO") return "250-test.example\r\n250 AUTH PLAIN";
    if (verb == "AUTH") return l == "AUTH PLAIN" ? "334 " : l.ends_with("AHN1bWkAc2VjcmV0") ? "235 welcome" : "535 no";
    if (verb == "AHN1bWkAc2VjcmV0") return "235 welcome";
    return verb.size() > 10 ? "535 no" : "";
  });
  EXPECT_EQ(refusal(send_mail(s, message())), "");
  s.password = "wrong";
  const auto sent = send_mail(s, message());
  EXPECT_EQ(refusal(sent), "outbound.mail_sign_in");
  EXPECT_FALSE(is_permanent(sent.error()));
}

TEST(Smtp, AServerThatSaysNothingIsGivenUpInTimeAndAtOnceWhenStopped) {
  const SmtpServer server([](const std::string& verb, const std::string&) {
    if (verb == "RCPT") std::this_thread::sleep_for(std::chrono::milliseconds(2500));
    return std::string();
  });
  MailServer s = server_of(server);
  s.timeout = std::chrono::seconds(1);
  EXPECT_EQ(refusal(send_mail(s, message())), "outbound.mail_unreachable");
  const std::atomic<bool> stop = true;
  s.timeout = std::chrono::seconds(60);
  EXPECT_EQ(refusal(send_mail(s, message(), &stop)), "outbound.mail_unreachable");
}

TEST(Smtp, EveryRefusalHasItsSentencesAndItsNumber) {
  // 1-12 of mail, 20-27 of another server's API (errors.h).
  std::uint16_t number = 0;
  for (const auto* def : errors::list()) {
    number = number == 12 ? 20 : static_cast<std::uint16_t>(number + 1);
    EXPECT_EQ(def->number, number);
    EXPECT_FALSE(def->ja.empty() || def->en.empty() || def->remedy_ja.empty() || def->remedy_en.empty()) << def->name;
  }
  EXPECT_EQ(number, 27);
}

}  // namespace
}  // namespace sumi::outbound
