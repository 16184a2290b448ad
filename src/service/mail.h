// What people are told by mail: a queue that survives a restart, and one thread that sends it.
//
// A mail is written whole (in the addressee's language) and durable in people.db before anybody counts on it. It is tried at once, then after 1, 5, 15 and 60 minutes and then every
// 4 hours; what the server refuses for good, and what is undelivered after MailOptions::give_up_days, is given up, and the administrator is told. A machine that stops between the
// server's yes and the row's end sends a mail twice, with the same Message-ID, and never not at all.
//
// Off by a switch: nothing is queued, nothing is sent, and what was queued before waits.
//
// The thread also follows the journal: who is concerned by a decision, an offered transfer or a retirement that waits for a second person is told, and once a day, from eight in the
// morning in Japan, everybody for whom something waits. Nobody is told of what happened before mails were switched on. A mail says why it was sent, by which system (and of which
// kind: demo, training), and links to the page; names of persons do not stand in it.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "outbound/smtp.h"
#include "service/config.h"
#include "service/identity.h"
#include "service/inbox.h"
#include "service/ledger.h"
#include "service/mail_texts.h"
#include "store/mails.h"

namespace sumi::service {

struct MailOptions {
  bool enabled = false;
  outbound::MailServer server;
  std::string from, from_name;
  std::string administrator;  // an address
  Language language = Language::ja;  // for whom the store knows none
  std::string base_url;
  std::uint32_t give_up_days = 4;
};
// Out of the configuration; the password is read from its file.
[[nodiscard]] Result<MailOptions> mail_options(const Config& config);

class MailRoom {
 public:
  // Reads what waits. The ledger and the clock must outlive it. `leads`: of the due days that are told.
  static Result<std::unique_ptr<MailRoom>> open(Ledger& ledger, const Clock& clock, MailOptions options, LeadTimes leads = {});
  ~MailRoom();
  MailRoom(const MailRoom&) = delete;
  MailRoom& operator=(const MailRoom&) = delete;

  // Durable when it returns. Nothing where mails are off. outbound.mail_address.
  Result<void> queue(MailKind kind, const std::string& address, Language language, const MailValues& values);
  // Whether mails are sent at all.
  [[nodiscard]] bool enabled() const { return options_.enabled; }
  // What Identity wants told: IdentityOptions::mail.
  void tell(const IdentityMail& mail);
  // To the person's own address; nothing where none is known.
  Result<void> queue_to(PersonId person, MailKind kind, const MailValues& values);

  // Begins the thread; without it send_due() and follow() are called by hand, in tests.
  void start();
  // Ends it, also in the middle of a mail.
  void stop();

  // Tries what is due now; answers how many were taken.
  std::size_t send_due();
  // Queues what the entries since the last time ask for, and the day's digest.
  Result<void> follow();
  [[nodiscard]] std::vector<store::MailRow> waiting() const;
  // Since the start.
  struct Counts {
    std::uint64_t sent = 0, deferred = 0, given_up = 0;
  };
  [[nodiscard]] Counts counts() const;

  // Milliseconds until the next try, after so many that failed.
  [[nodiscard]] static std::int64_t delay_ms(std::uint32_t tries);

 private:
  MailRoom(Ledger& ledger, const Clock& clock, MailOptions options, LeadTimes leads, store::Identities& rows);
  void run();
  void settle(const store::MailRow& row, const Result<void>& sent);
  void give_up(const store::MailRow& row, const std::string& why);
  Result<void> follow_entry(const Record& record);
  Result<void> tell_roles(const std::vector<OrganisationNumber>& organisations, const std::vector<scheme::Role>& roles, PersonId but, MailKind kind, const MailValues& values);
  Result<void> digest(Date today);
  Result<std::optional<std::int64_t>> mark(const std::string& name);
  Result<void> set_mark(const std::string& name, std::int64_t value);
  [[nodiscard]] MailValues values_of_store() const;

  Ledger& ledger_;
  const Clock& clock_;
  const MailOptions options_;
  const LeadTimes leads_;
  store::Identities& rows_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<store::MailRow> queue_;
  Counts counts_;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

}  // namespace sumi::service
