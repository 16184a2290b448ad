#include "service/mail.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/file.h"
#include "base/limits.h"
#include "store/identities.h"

namespace sumi::service {

namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t day_ms = 24 * 60 * minute_ms;

std::string first_line(std::string text) {
  text.resize(std::min(text.find('\n'), text.size()));
  if (text.ends_with('\r')) text.pop_back();
  return text;
}

// Not guessed by anybody and the same for each try.
std::string new_message_id() {
  Id128 id;
  randombytes_buf(id.bytes.data(), id.bytes.size());
  return "sumi." + id.to_hex();
}

// An address may be many things; where it is told why, it is not repeated.
std::string name_of_error(const Error& error) { return qualified_name(*error.def); }

}  // namespace

Result<MailOptions> mail_options(const Config& config) {
  MailOptions out;
  const auto& m = config.mail;
  out.enabled = m.enabled;
  out.server.host = m.host;
  out.server.port = m.port;
  out.server.security = m.security;
  out.server.user = m.user;
  out.server.authority = m.authority;
  if (m.enabled && !m.password_file.empty()) {
    SUMI_TRY(std::string text, read_file(m.password_file, limits::key_file_bytes_max));
    out.server.password = first_line(std::move(text));
  }
  out.from = m.from;
  out.from_name = m.from_name;
  out.administrator = m.administrator;
  out.language = config.language == DefaultLanguage::en ? Language::en : Language::ja;
  out.base_url = base_url_of(config);
  out.give_up_days = m.give_up_days;
  return out;
}

std::int64_t MailRoom::delay_ms(std::uint32_t tries) {
  constexpr std::array<std::int64_t, 4> minutes{1, 5, 15, 60};
  return (tries >= 1 && tries <= minutes.size() ? minutes.at(tries - 1) : 240) * minute_ms;
}

MailRoom::MailRoom(Ledger& ledger, const Clock& clock, MailOptions options, LeadTimes leads, store::Identities& rows)
    : ledger_(ledger), clock_(clock), options_(std::move(options)), leads_(std::move(leads)), rows_(rows) {}
MailRoom::~MailRoom() { stop(); }

Result<std::unique_ptr<MailRoom>> MailRoom::open(Ledger& ledger, const Clock& clock, MailOptions options, LeadTimes leads) {
  SUMI_TRY(store::Identities* const rows, ledger.people().identities());
  std::unique_ptr<MailRoom> room(new MailRoom(ledger, clock, std::move(options), std::move(leads), *rows));
  SUMI_TRY(room->queue_, rows->all<store::MailRow>());
  if (!room->options_.enabled) return room;
  // What came before mails were switched on is nobody's news.
  SUMI_TRY(const auto entry, room->mark("entry"));
  if (!entry) SUMI_CHECK(room->set_mark("entry", static_cast<std::int64_t>(ledger.last().value)));
  return room;
}

Result<std::optional<std::int64_t>> MailRoom::mark(const std::string& name) {
  SUMI_TRY(const auto row, rows_.one<store::MailMarkRow>("name", store::Identities::value(name)));
  return row ? std::optional(row->value) : std::nullopt;
}
Result<void> MailRoom::set_mark(const std::string& name, std::int64_t value) { return rows_.put(store::MailMarkRow{name, value}); }

MailValues MailRoom::values_of_store() const {
  MailValues out;
  static_cast<void>(ledger_.read([&](const scheme::State& state) {
    out.system = state.meta().operator_name;
    out.store = state.meta().kind;
  }));
  return out;
}

// ---- queueing ----

Result<void> MailRoom::queue(MailKind kind, const std::string& address, Language language, const MailValues& values) {
  if (!options_.enabled) return {};
  MailValues whole = values_of_store();
  const std::string system = whole.system;
  const auto store = whole.store;
  whole = values;
  whole.system = system;
  whole.store = store;
  const MailText text = mail_text(kind, language, whole);
  store::MailRow row;
  row.kind = static_cast<std::uint8_t>(kind);
  row.address = address;
  row.english = language == Language::en;
  row.subject = text.subject;
  row.text = text.text;
  row.message = new_message_id();
  row.made = row.next = clock_.now();
  // What can never be sent is refused now and not in the queue.
  SUMI_CHECK(outbound::render_message({options_.from, options_.from_name, row.address, row.subject, row.text, row.message, row.english ? "en" : "ja", row.made.ms / 1000}));
  {
    const std::lock_guard lock(mutex_);
    // Ids of rows that went may come again, so the queue decides and not the table.
    SUMI_TRY(row.id, rows_.next_id<store::MailRow>());
    SUMI_CHECK(rows_.put(row));
    queue_.push_back(std::move(row));
  }
  changed_.notify_all();
  return {};
}

Result<void> MailRoom::queue_to(PersonId person, MailKind kind, const MailValues& values) {
  SUMI_TRY(const auto contact, rows_.one<store::ContactRow>("person", store::Identities::value(person)));
  if (!contact || contact->email.empty()) return {};
  return queue(kind, contact->email, contact->language == static_cast<std::uint8_t>(Language::en) ? Language::en : Language::ja, values);
}

void MailRoom::tell(const IdentityMail& mail) {
  using Kind = IdentityMail::Kind;
  MailValues values;
  values.about = values_of_store().system;
  if (mail.until.ms != 0) values.until_moment = mail.until;
  MailKind kind = MailKind::invitation;
  switch (mail.kind) {
    case Kind::invitation: values.link = options_.base_url + "/invitation/" + mail.token; break;
    case Kind::password_reset:
      kind = MailKind::password_reset;
      values.link = options_.base_url + "/reset/" + mail.token;
      break;
    case Kind::password_changed:
      kind = MailKind::password_changed;
      values.link = options_.base_url + "/account";
      break;
    case Kind::authenticator_replaced:
      kind = MailKind::authenticator_replaced;
      values.link = options_.base_url + (mail.token.empty() ? "/account" : "/reset/" + mail.token);
      break;
    case Kind::contact_changed: kind = MailKind::contact_changed; break;
  }
  // Who asked has their answer already: a mail that cannot be queued is the log's matter, and the link can be asked for again.
  // Whoever is invited has chosen no language here yet.
  static_cast<void>(queue(kind, mail.address, mail.kind == Kind::invitation ? options_.language : mail.language, values));
}

// ---- following the journal ----

Result<void> MailRoom::tell_roles(const std::vector<OrganisationNumber>& organisations, const std::vector<scheme::Role>& roles, PersonId but, MailKind kind, const MailValues& values) {
  std::set<PersonId> persons;
  SUMI_CHECK(ledger_.read([&](const scheme::State& state) {
    for (const auto& [key, row] : state.grants()) {
      const bool asked = std::find(organisations.begin(), organisations.end(), key.organisation) != organisations.end() && std::find(roles.begin(), roles.end(), key.role) != roles.end();
      if (asked && key.person != but) persons.insert(key.person);
    }
  }));
  for (const PersonId person : persons) SUMI_CHECK(queue_to(person, kind, values));
  return {};
}

Result<void> MailRoom::follow_entry(const Record& record) {
  using scheme::Role;
  MailValues values;
  std::vector<OrganisationNumber> to;
  const auto of_project = [&](ProjectNumber project, const std::string& below) {
    return ledger_.read([&](const scheme::State& state) {
      const auto* plan = state.cases().current_plan(project);
      if (plan == nullptr) return;
      to = plan->head.proponents;
      values.about = plan->head.title;
      values.link = options_.base_url + "/cases/" + std::to_string(project.value) + below;
    });
  };
  const std::vector proponents{Role::proponent, Role::programme_operator};
  if (const auto* c = std::get_if<project::DecideRegistration>(&record.command)) {
    SUMI_CHECK(of_project(c->project, ""));
    values.approved = c->approved;
    return tell_roles(to, proponents, record.header.actor, MailKind::registration_decided, values);
  }
  if (const auto* c = std::get_if<project::DecideCertification>(&record.command)) {
    SUMI_CHECK(of_project(c->project, "/reports/" + std::to_string(c->report)));
    values.approved = c->approved;
    return tell_roles(to, proponents, record.header.actor, MailKind::certification_decided, values);
  }
  // An offer is told to the transferee once it is one: at once, or when the transferor's second person has confirmed it.
  OfferNumber offer;
  if (const auto* o = std::get_if<registry::TransferOffered>(&record.outcome)) offer = o->offer;
  if (const auto* c = std::get_if<registry::ConfirmOffer>(&record.command)) offer = c->offer;
  if (offer) {
    bool waits = false;
    SUMI_CHECK(ledger_.read([&](const scheme::State& state) {
      const auto* row = state.registry().offers().offers.find(offer);
      waits = row != nullptr && row->status == registry::OfferStatus::offered;
      if (!waits) return;
      to = {state.registry().accounts().at(row->to).organisation};
      values.about = state.organisations().at(state.registry().accounts().at(row->from).organisation).name_on(row->offered_on);
      values.until = row->expires_on;
    }));
    values.number = std::to_string(offer.value);
    values.link = options_.base_url + "/offers/" + values.number;
    return waits ? tell_roles(to, {Role::account_manager}, record.header.actor, MailKind::transfer_offered, values) : Result<void>{};
  }
  if (const auto* o = std::get_if<registry::RetirementRequested>(&record.outcome)) {
    bool waits = false;
    SUMI_CHECK(ledger_.read([&](const scheme::State& state) {
      const auto* row = state.registry().retirements().find(o->retirement);
      if (row == nullptr || row->status != registry::RetirementStatus::requested) return;
      const auto& account = state.registry().accounts().at(row->account);
      waits = account.second_person || state.registry().needs_second(row->account, row->amount());
      to = {account.organisation};
      values.until = row->lapses_at.date_in_japan();
    }));
    values.number = std::to_string(o->retirement.value);
    values.link = options_.base_url + "/my-retirements/" + values.number;
    if (waits) return tell_roles(to, {Role::approver, Role::account_manager}, record.header.actor, MailKind::retirement_asked, values);
  }
  return {};
}

Result<void> MailRoom::digest(Date today) {
  std::vector<Task> tasks;
  std::map<PersonId, std::vector<Task>> of;
  SUMI_TRY(const auto contacts, rows_.all<store::ContactRow>());
  SUMI_CHECK(ledger_.read([&](const scheme::State& state) { tasks = all_tasks(state, today, leads_); }));
  for (const auto& contact : contacts) {
    MailValues values;
    std::set<std::string> told;
    SUMI_CHECK(ledger_.read([&](const scheme::State& state) {
      for (const auto organisation : organisations_of(state, contact.person, today)) {
        const Actor actor = actor_for(state, contact.person, organisation, today);
        for (const Task& t : tasks) {
          if (!is_for(state, t, actor) || !told.insert(t.key).second) continue;
          const std::string about = t.about.empty() ? "" : ": " + t.about;
          const std::string due = t.due ? t.due->to_string() : "";
          values.lines.emplace_back(t.ja + about + (due.empty() ? "" : (t.overdue ? "(期限を過ぎています: " : "(期限: ") + due + ")"), t.en + about + (due.empty() ? "" : (t.overdue ? " (overdue: " : " (by ") + due + ")"));
        }
      }
    }));
    if (values.lines.empty() || contact.email.empty()) continue;
    values.link = options_.base_url + "/inbox";
    constexpr std::size_t lines_max = 200;  // the page has the rest
    if (values.lines.size() > lines_max) values.lines.resize(lines_max);
    SUMI_CHECK(queue_to(contact.person, MailKind::waits, values));
  }
  return {};
}

Result<void> MailRoom::follow() {
  if (!options_.enabled) return {};
  SUMI_TRY(const auto seen, mark("entry"));
  SequenceNumber done{static_cast<std::uint64_t>(seen.value_or(0))};
  const auto last = ledger_.last();
  if (done < last) {
    SUMI_CHECK(ledger_.records(SequenceNumber{done.value + 1}, [&](const Record& record) -> Result<void> {
      if (record.sequence > last) return {};
      SUMI_CHECK(follow_entry(record));
      done = record.sequence;
      return {};
    }));
    SUMI_CHECK(set_mark("entry", static_cast<std::int64_t>(done.value)));
  }
  constexpr std::int64_t morning_ms = std::int64_t{8} * 60 * minute_ms, japan_ms = std::int64_t{9} * 60 * minute_ms;
  const Instant now = clock_.now();
  const Date today = now.date_in_japan();
  SUMI_TRY(const auto told, mark("digest"));
  const bool morning = (now.ms + japan_ms) % day_ms >= morning_ms;
  if (!morning || (told && *told >= today.days())) return {};
  SUMI_CHECK(digest(today));
  return set_mark("digest", today.days());
}

// ---- sending ----

void MailRoom::give_up(const store::MailRow& row, const std::string& why) {
  const auto kind = static_cast<MailKind>(row.kind);
  if (kind == MailKind::given_up || options_.administrator.empty()) return;
  MailValues values;
  values.about = row.subject;
  values.reason = why;
  static_cast<void>(queue(MailKind::given_up, options_.administrator, options_.language, values));
}

void MailRoom::settle(const store::MailRow& row, const Result<void>& sent) {
  const Instant now = clock_.now();
  const bool over = !sent && (outbound::is_permanent(sent.error()) || now.ms - row.made.ms >= std::int64_t{options_.give_up_days} * day_ms);
  {
    const std::lock_guard lock(mutex_);
    const auto it = std::find_if(queue_.begin(), queue_.end(), [&](const auto& r) { return r.message == row.message; });
    if (it == queue_.end()) return;
    if (sent || over) {
      ++(sent ? counts_.sent : counts_.given_up);
      static_cast<void>(rows_.remove<store::MailRow>("message", store::Identities::value(row.message)));
      queue_.erase(it);
    } else {
      ++counts_.deferred;
      ++it->tries;
      it->next = Instant{now.ms + delay_ms(it->tries)};
      it->last_error = name_of_error(sent.error());
      static_cast<void>(rows_.put(*it));
    }
  }
  if (over) give_up(row, name_of_error(sent.error()));
}

std::size_t MailRoom::send_due() {
  if (!options_.enabled) return 0;
  std::vector<store::MailRow> due;
  {
    const std::lock_guard lock(mutex_);
    const Instant now = clock_.now();
    std::copy_if(queue_.begin(), queue_.end(), std::back_inserter(due), [&](const auto& r) { return r.next <= now; });
  }
  std::size_t taken = 0;
  for (const auto& row : due) {
    if (stopping_) break;
    const outbound::Message message{options_.from, options_.from_name, row.address, row.subject, row.text, row.message, row.english ? "en" : "ja", row.made.ms / 1000};
    const auto sent = outbound::send_mail(options_.server, message, &stopping_);
    if (!sent && stopping_) break;  // not the server's word
    if (sent) ++taken;
    settle(row, sent);
  }
  return taken;
}

void MailRoom::start() {
  if (!options_.enabled || thread_.joinable()) return;
  stopping_ = false;
  thread_ = std::thread([this] { run(); });
}
void MailRoom::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void MailRoom::run() {
  while (!stopping_) {
    static_cast<void>(follow());
    send_due();
    std::unique_lock lock(mutex_);
    const auto due = [&] {
      const Instant now = clock_.now();
      return std::any_of(queue_.begin(), queue_.end(), [&](const auto& r) { return r.next <= now; });
    };
    changed_.wait_for(lock, std::chrono::seconds(1), [&] { return stopping_ || due(); });
  }
}

std::vector<store::MailRow> MailRoom::waiting() const {
  const std::lock_guard lock(mutex_);
  return queue_;
}
MailRoom::Counts MailRoom::counts() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

}  // namespace sumi::service
