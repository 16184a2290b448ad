// Streams of events (server-sent events): the journal's public part for everyone, and word to a person whose list of tasks has changed.
//
// One thread reads what the journal made durable. Each entry is rendered once and its text shared by all who listen; who was away is told from the entry after the last one it
// saw, however long ago. The writer never waits for a listener, and
// where nobody listens nothing is rendered. Nothing of an entry's party part is told, nor the organisation where that is a party's matter.
//
//   id: 12
//   event: entry
//   data: {"entry":12,"time":"2027-05-20T00:00:00.000Z","type":"DecideRegistration","organisation":4,"organisation_name":"認証委員会","project":1,"command":{...}}
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/tree.h"
#include "service/inbox.h"
#include "service/ledger.h"

namespace sumi::service {

// What everybody may know of one entry. Of a case that is not registered that is its number, time, type and case only: until then a case is its parties' own.
struct EntryEvent {
  SequenceNumber entry;
  Instant time;
  Date business_date;
  std::string type;                  // the command's name
  OrganisationNumber organisation;   // who acted; 0 where that is a party's matter, or the system itself
  std::optional<std::string> organisation_name;
  ProjectNumber project;             // that it is about; 0: none
  std::uint32_t group = 0;           // how many entries were accepted together, all or none; 0: it stands alone
  Tree command;                      // its public fields
  Tree outcome;                      // and those of what it led to
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "entry", s.entry);
    v(Part::open, "time", s.time);
    v(Part::open, "business_date", s.business_date);
    v(Part::open, "type", s.type);
    v(Part::open, "organisation", s.organisation);
    v(Part::open, "organisation_name", s.organisation_name);
    v(Part::open, "project", s.project);
    v(Part::open, "group", s.group);
    v(Part::open, "command", s.command);
    v(Part::open, "outcome", s.outcome);
  }
};
// Without names and projects, which the state knows.
[[nodiscard]] EntryEvent entry_event(const Record& record);
// The case of which an entry tells what is not everybody's yet, for it is not registered; 0: everybody may read the entry's public part. store.*, service.entry_missing.
[[nodiscard]] Result<ProjectNumber> unregistered_case(const Ledger& ledger, SequenceNumber entry);
// What an inbox's listener is told.
struct InboxEvent {
  std::uint64_t tasks = 0;
  std::uint64_t overdue = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "tasks", s.tasks);
    v(Part::open, "overdue", s.overdue);
  }
};
// As it goes over the line.
[[nodiscard]] std::string event_text(const EntryEvent& event);

// Somebody who listens. Called by the feed's thread; neither waits nor throws.
class Listener {
 public:
  virtual ~Listener() = default;
  virtual bool send(const std::shared_ptr<const std::string>& bytes) = 0;  // false: has ended
  [[nodiscard]] virtual bool ended() const = 0;
};

struct EventFilter {
  ProjectNumber project;           // 0: of every project, and what is of none
  std::vector<std::string> types;  // names of commands; none: every type
};

struct FeedOptions {
  std::size_t kept = 4096;                             // newest entries that are kept rendered
  std::size_t listeners_max = 2048;                    // half of them at most on the public stream
  std::chrono::milliseconds gathered_for{10};          // what comes within this time is told together
  std::chrono::milliseconds inbox_every{500};          // tasks are derived anew at most so often
  std::chrono::milliseconds catch_up_every{20};        // a listener that is behind is told so many entries at a time, so often
  std::size_t catch_up_entries = 64;
};

class Feed {
 public:
  // All of them outlive it. `leads`: of the due days in inboxes.
  Feed(const Ledger& ledger, const Clock& clock, LeadTimes leads, const FeedOptions& options = {});
  ~Feed();
  Feed(const Feed&) = delete;
  Feed& operator=(const Feed&) = delete;

  // From the entry after `after`; nothing: from the next one on. service.events_after_last, events_type_unknown, events_too_many.
  [[nodiscard]] Result<void> may_listen(const EventFilter& filter, std::optional<SequenceNumber> after) const;
  Result<void> listen(const EventFilter& filter, std::optional<SequenceNumber> after, std::shared_ptr<Listener> listener);
  // Told at once how many tasks wait, and again whenever the list is another one: "event: inbox", data {"tasks":3,"overdue":1}, its id the list's digest. Where `known` is that
  // digest, only once it is another. service.events_too_many.
  Result<void> listen_inbox(PersonId person, OrganisationNumber organisation, std::string known, std::shared_ptr<Listener> listener);
  [[nodiscard]] std::size_t listeners() const;
  [[nodiscard]] const LeadTimes& leads() const { return leads_; }
  // Ends the thread; listeners are told nothing more.
  void stop();

 private:
  struct Rendered {
    SequenceNumber entry;
    std::string type;
    ProjectNumber project;
    std::shared_ptr<const std::string> text;
  };
  struct Reader {
    EventFilter filter;
    SequenceNumber seen;
    std::shared_ptr<Listener> listener;
    bool gone = false;
  };
  struct InboxReader {
    PersonId person;
    OrganisationNumber organisation;
    std::string digest;
    std::shared_ptr<Listener> listener;
    bool gone = false;
  };
  void run();
  // Up to `most` entries after that one, rendered.
  [[nodiscard]] std::vector<Rendered> render(SequenceNumber after, std::size_t most) const;
  void take_new();
  // Whether somebody is still behind.
  bool deliver(std::vector<std::shared_ptr<Reader>>& readers);
  void give(Reader& reader, const std::vector<Rendered>& entries);
  void tell_inboxes(std::vector<std::shared_ptr<InboxReader>>& readers);
  void sweep();
  [[nodiscard]] bool full(bool inbox) const;

  const Ledger& ledger_;
  const Clock& clock_;
  const LeadTimes leads_;
  const FeedOptions options_;
  // Of the thread alone.
  std::deque<Rendered> kept_;
  SequenceNumber rendered_;
  SequenceNumber inbox_seen_;
  Date inbox_day_;
  std::chrono::steady_clock::time_point inbox_at_{};
  // Shared.
  mutable std::mutex mutex_;
  std::vector<std::shared_ptr<Reader>> readers_;
  std::vector<std::shared_ptr<InboxReader>> inboxes_;
  bool inbox_new_ = false;  // somebody has come who was told nothing yet
  bool stopping_ = false;
  std::condition_variable changed_;
  std::thread thread_;
};

}  // namespace sumi::service
