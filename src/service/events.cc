#include "service/events.h"

#include <algorithm>

#include "base/sha256.h"
#include "project/names.h"
#include "registry/names.h"
#include "scheme/names.h"
#include "service/errors.h"
#include "service/papers.h"
#include "wire/commands.h"
#include "wire/json_text.h"

namespace sumi::service {

namespace {

// Open fields alone. What stands inside an open field is open with it, as in the entry's bytes (PartEncoder).
struct PublicFields {
  Tree& tree;
  template <class T> void operator()(Part part, const char* name, const T& v) {
    if (part == Part::open && !wire::detail::absent(v)) tree.add(name, wire::to_tree(v));
  }
};
template <class Any> Tree public_fields(const Any& any) {
  Tree tree = Tree::make_table();
  std::visit(
      [&](const auto& v) {
        PublicFields fields{tree};
        std::decay_t<decltype(v)>::fields(v, fields);
      },
      any);
  return tree;
}
std::uint64_t number_in(const Tree& tree, std::string_view name) {
  const Tree* found = tree.find(name);
  return found == nullptr || found->kind != Tree::Kind::number ? 0 : std::stoull(found->text);
}

// What is about a certification is about its project.
void name_project(const scheme::State& state, EntryEvent& e) {
  const CertificationNumber certification{std::max(number_in(e.command, "certification"), number_in(e.outcome, "certification"))};
  const auto* row = !e.project && certification ? state.cases().certification(certification) : nullptr;
  if (row != nullptr) e.project = row->project;
}
bool not_registered(const scheme::State& state, ProjectNumber project) { return project && state.cases().project(project) != nullptr && !is_registered(state, project); }

bool fits(const EventFilter& filter, ProjectNumber project, const std::string& type) {
  if (filter.project && filter.project != project) return false;
  return filter.types.empty() || std::find(filter.types.begin(), filter.types.end(), type) != filter.types.end();
}

std::string inbox_digest(const std::vector<Task>& tasks) {
  Sha256 hash;
  for (const Task& t : tasks) hash.update(t.key + (t.due ? t.due->to_string() : "") + (t.overdue ? "!\n" : "\n"));
  return hash.finish().to_hex().substr(0, 32);
}

}  // namespace

EntryEvent entry_event(const Record& record) {
  EntryEvent out;
  out.entry = record.sequence;
  out.time = record.header.time;
  out.business_date = record.header.business_date;
  out.type = scheme::name_of(record.command);
  if (!record.header.organisation_is_party) out.organisation = record.header.on_behalf_of;
  out.group = record.header.group_count;
  out.command = public_fields(record.command);
  out.outcome = public_fields(record.outcome);
  out.project = ProjectNumber{std::max(number_in(out.command, "project"), number_in(out.outcome, "project"))};
  return out;
}

Result<ProjectNumber> unregistered_case(const Ledger& ledger, SequenceNumber entry) {
  std::optional<EntryEvent> event;
  // The journal is read by segments: an answer that is an error ends it where enough has been read.
  const auto read = ledger.records(entry, [&](const Record& record) -> Result<void> {
    if (record.sequence != entry || event) return fail(errors::entry_missing);
    event = entry_event(record);
    return {};
  });
  if (!event && !read && read.error().def != &errors::entry_missing) return fail(read.error());
  if (!event) return fail(errors::entry_missing, {{"entry", std::to_string(entry.value)}, {"last", std::to_string(ledger.last().value)}});
  ProjectNumber project;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    name_project(state, *event);
    if (not_registered(state, event->project)) project = event->project;
  }));
  return project;
}

std::string event_text(const EntryEvent& event) {
  std::string out = "id: " + std::to_string(event.entry.value) + "\nevent: entry\ndata: ";
  wire::append_json(out, event);
  return out + "\n\n";
}

Feed::Feed(const Ledger& ledger, const Clock& clock, LeadTimes leads, const FeedOptions& options)
    : ledger_(ledger), clock_(clock), leads_(std::move(leads)), options_(options), rendered_(ledger.last()), inbox_seen_(rendered_), thread_([this] { run(); }) {}
Feed::~Feed() { stop(); }

void Feed::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
  const std::lock_guard lock(mutex_);
  readers_.clear();
  inboxes_.clear();
}

// The public stream has half of the places: whoever opens streams without a name keeps nobody from their inbox.
bool Feed::full(bool inbox) const { return readers_.size() + inboxes_.size() >= options_.listeners_max || (!inbox && readers_.size() >= options_.listeners_max / 2); }
std::size_t Feed::listeners() const {
  const std::lock_guard lock(mutex_);
  return readers_.size() + inboxes_.size();
}

Result<void> Feed::may_listen(const EventFilter& filter, std::optional<SequenceNumber> after) const {
  const auto last = ledger_.last();
  if (after && *after > last) return fail(errors::events_after_last, {{"entry", std::to_string(after->value)}, {"last", std::to_string(last.value)}});
  const auto& names = wire::command_names();
  for (const auto& type : filter.types) {
    if (std::find(names.begin(), names.end(), type) == names.end()) return fail(errors::events_type_unknown, {{"text", type.substr(0, 64)}});
  }
  const std::lock_guard lock(mutex_);
  if (full(false)) return fail(errors::events_too_many, {{"limit", std::to_string(options_.listeners_max / 2)}});
  return {};
}

Result<void> Feed::listen(const EventFilter& filter, std::optional<SequenceNumber> after, std::shared_ptr<Listener> listener) {
  SUMI_CHECK(may_listen(filter, after));
  const auto from = after.value_or(ledger_.last());
  const std::lock_guard lock(mutex_);
  if (full(false)) return fail(errors::events_too_many, {{"limit", std::to_string(options_.listeners_max / 2)}});
  readers_.push_back(std::make_shared<Reader>(Reader{filter, from, std::move(listener), false}));
  changed_.notify_all();
  return {};
}

Result<void> Feed::listen_inbox(PersonId person, OrganisationNumber organisation, std::string known, std::shared_ptr<Listener> listener) {
  const std::lock_guard lock(mutex_);
  if (full(true)) return fail(errors::events_too_many, {{"limit", std::to_string(options_.listeners_max)}});
  inboxes_.push_back(std::make_shared<InboxReader>(InboxReader{person, organisation, std::move(known), std::move(listener), false}));
  inbox_new_ = true;
  changed_.notify_all();
  return {};
}

// ---- the thread ----

void Feed::run() {
  bool behind = false;
  for (;;) {
    std::vector<std::shared_ptr<Reader>> readers;
    std::vector<std::shared_ptr<InboxReader>> inboxes;
    bool inbox_new = false;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return stopping_ || !readers_.empty() || !inboxes_.empty(); });
    }
    // The writer's word wakes it; whoever came meanwhile, or is behind, waits this long at most.
    const auto wait = behind ? options_.catch_up_every : std::chrono::milliseconds(100);
    const auto woken = ledger_.last_beyond(rendered_, wait);
    {
      std::unique_lock lock(mutex_);
      if (woken > rendered_) changed_.wait_for(lock, options_.gathered_for, [&] { return stopping_; });
      if (stopping_) return;
      readers = readers_;
      inboxes = inboxes_;
      inbox_new = std::exchange(inbox_new_, false);
    }
    if (readers.empty()) {
      kept_.clear();
      rendered_ = ledger_.last();
    }
    take_new();
    behind = deliver(readers);
    const auto now = std::chrono::steady_clock::now();
    const Date today = clock_.now().date_in_japan();
    const bool changed = inbox_seen_ != rendered_ || inbox_day_ != today;
    if (!inboxes.empty() && (inbox_new || (changed && now - inbox_at_ >= options_.inbox_every))) {
      inbox_seen_ = rendered_;
      inbox_day_ = today;
      inbox_at_ = now;
      tell_inboxes(inboxes);
    }
    sweep();
  }
}

std::vector<Feed::Rendered> Feed::render(SequenceNumber after, std::size_t most) const {
  std::vector<EntryEvent> events;
  // The journal is read by segments: an answer that is an error ends it where enough has been read.
  static_cast<void>(ledger_.records(SequenceNumber{after.value + 1}, [&](const Record& record) -> Result<void> {
    if (events.size() == most) return fail(errors::entry_missing);
    events.push_back(entry_event(record));
    return {};
  }));
  static_cast<void>(ledger_.read([&](const scheme::State& state) {
    for (auto& e : events) {
      name_project(state, e);
      if (not_registered(state, e.project)) {
        e.organisation = {};
        e.command = Tree::make_table();
        e.outcome = Tree::make_table();
      }
      const auto* organisation = state.organisations().find(e.organisation);
      if (organisation != nullptr) e.organisation_name = organisation->name_on(e.business_date);
    }
  }));
  std::vector<Rendered> out;
  out.reserve(events.size());
  for (const auto& e : events) out.push_back({e.entry, e.type, e.project, std::make_shared<const std::string>(event_text(e))});
  return out;
}

void Feed::take_new() {
  const auto last = ledger_.last();
  constexpr std::size_t at_a_time = 1024;
  while (rendered_ < last) {
    // Who was away for longer than what is kept reads the journal.
    if (last.value - rendered_.value > options_.kept) {
      kept_.clear();
      rendered_ = SequenceNumber{last.value - options_.kept};
    }
    auto more = render(rendered_, at_a_time);
    if (more.empty()) return;  // the journal could not be read: told when it is
    rendered_ = more.back().entry;
    for (auto& r : more) kept_.push_back(std::move(r));
    while (kept_.size() > options_.kept) kept_.pop_front();
  }
}

void Feed::give(Reader& reader, const std::vector<Rendered>& entries) {
  for (const auto& e : entries) {
    if (fits(reader.filter, e.project, e.type) && !reader.listener->send(e.text)) {
      reader.gone = true;
      return;
    }
    reader.seen = e.entry;
  }
}

bool Feed::deliver(std::vector<std::shared_ptr<Reader>>& readers) {
  bool behind = false;
  // What many are told alike goes out as one text. They mostly saw the same entry last.
  constexpr std::size_t text_bytes_max = 32 * 1024;
  std::map<SequenceNumber, std::vector<std::shared_ptr<const std::string>>> joined;
  const auto joined_after = [&](SequenceNumber seen) -> const std::vector<std::shared_ptr<const std::string>>& {
    auto& texts = joined[seen];
    if (!texts.empty()) return texts;
    std::string text;
    for (auto it = kept_.begin() + static_cast<std::ptrdiff_t>(seen.value + 1 - kept_.front().entry.value); it != kept_.end(); ++it) {
      text += *it->text;
      if (text.size() >= text_bytes_max) texts.push_back(std::make_shared<const std::string>(std::exchange(text, {})));
    }
    if (!text.empty()) texts.push_back(std::make_shared<const std::string>(std::move(text)));
    return texts;
  };
  for (auto& reader : readers) {
    if (reader->gone || reader->seen >= rendered_) continue;
    const std::uint64_t missing = rendered_.value - reader->seen.value;
    const bool kept = !kept_.empty() && kept_.front().entry.value <= reader->seen.value + 1;
    const bool all = !reader->filter.project && reader->filter.types.empty();
    if (kept && all && missing <= options_.catch_up_entries * 4) {
      for (const auto& text : joined_after(reader->seen)) {
        if (!reader->listener->send(text)) reader->gone = true;
      }
      reader->seen = rendered_;
    } else if (kept) {
      const auto from = kept_.begin() + static_cast<std::ptrdiff_t>(reader->seen.value + 1 - kept_.front().entry.value);
      const auto count = static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(missing, options_.catch_up_entries));
      give(*reader, {from, from + count});
    } else {
      give(*reader, render(reader->seen, options_.catch_up_entries));
    }
    behind = behind || (!reader->gone && reader->seen < rendered_);
  }
  return behind;
}

void Feed::tell_inboxes(std::vector<std::shared_ptr<InboxReader>>& readers) {
  const Date today = clock_.now().date_in_japan();
  std::vector<Task> tasks;
  if (!ledger_.read([&](const scheme::State& state) { tasks = all_tasks(state, today, leads_); })) return;
  for (auto& reader : readers) {
    if (reader->gone) continue;
    std::vector<Task> own;
    // One listener at a time, so that nobody who writes waits for all of them.
    const auto read = ledger_.read([&](const scheme::State& state) {
      const Actor actor = actor_for(state, reader->person, reader->organisation, today);
      std::copy_if(tasks.begin(), tasks.end(), std::back_inserter(own), [&](const Task& t) { return is_for(state, t, actor); });
    });
    if (!read) return;
    auto digest = inbox_digest(own);
    if (digest == reader->digest) continue;
    reader->digest = std::move(digest);
    const auto overdue = std::count_if(own.begin(), own.end(), [](const Task& t) { return t.overdue; });
    std::string text = "id: " + reader->digest + "\nevent: inbox\ndata: ";
    wire::append_json(text, InboxEvent{own.size(), static_cast<std::uint64_t>(overdue)});
    text += "\n\n";
    if (!reader->listener->send(std::make_shared<const std::string>(text))) reader->gone = true;
  }
}

void Feed::sweep() {
  const std::lock_guard lock(mutex_);
  std::erase_if(readers_, [](const auto& r) { return r->gone || r->listener->ended(); });
  std::erase_if(inboxes_, [](const auto& r) { return r->gone || r->listener->ended(); });
}

}  // namespace sumi::service
