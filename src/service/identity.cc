// Sessions and tokens in memory, and signing in.
#include "service/identity.h"

#include <sodium.h>

#include <algorithm>
#include <chrono>

#include "base/hmac.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "base/text.h"
#include "service/identity_parts.h"
#include "service/totp.h"

namespace sumi::service {

std::string random_token() {
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::array<char, 44> text{};
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return text.data();
}

std::string random_code(std::size_t count) {
  Bytes bytes((count * 5 + 7) / 8);
  randombytes_buf(bytes.data(), bytes.size());
  const auto text = to_base32(bytes).substr(0, count);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) out += (i > 0 && i % 4 == 0 ? "-" : "") + std::string(1, text[i]);
  return out;
}

Hash hash_of_link(std::string_view text) {
  std::string plain = trim(text);
  // A code is typed: 20 letters in groups. A token of 43 characters never has this form.
  if (plain.size() <= 24) {
    std::string code;
    for (char c : plain) {
      if (c == '-' || c == ' ') continue;
      code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    plain = code;
  }
  return sha256(plain);
}

// No version: a list of one's own sessions needs none, and who reads the file learns nothing.
std::string family_of(std::string_view user_agent) {
  static constexpr std::pair<std::string_view, const char*> families[] = {{"Edg/", "Edge"}, {"OPR/", "Opera"}, {"Firefox/", "Firefox"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}, {"sumi/", "sumi"}, {"curl/", "curl"}};
  for (const auto& [word, family] : families) {
    if (user_agent.find(word) != std::string_view::npos) return family;
  }
  return {};
}

// ---- opening ----

Identity::Identity(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Identity::~Identity() {
  if (parts_->writer.joinable()) {
    {
      const std::lock_guard lock(parts_->wake_mutex);
      parts_->ending = true;
    }
    parts_->wake.notify_all();
    parts_->writer.join();
  }
  static_cast<void>(parts_->flush());
}

Result<std::unique_ptr<Identity>> Identity::open(Ledger& ledger, const Clock& clock, IdentityOptions options) {
  if (sodium_init() < 0) return fail(errors::invariant_broken, {{"reason", "no random generator"}});
  SUMI_TRY(auto* const rows, ledger.people().identities());
  auto parts = std::make_unique<Parts>(ledger, clock, std::move(options), *rows);
  SUMI_TRY(parts->totp_key, parts->secret("identity/totp"));
  SUMI_TRY(parts->counter_key, parts->secret("identity/counters"));
  SUMI_TRY(parts->csrf_key, parts->secret("identity/csrf"));
  SUMI_CHECK(parts->load());
  auto* const p = parts.get();
  if (p->options.writes_behind) p->writer = std::thread([p] { p->run(); });
  return std::unique_ptr<Identity>(new Identity(std::move(parts)));
}

Result<Hash> Identity::Parts::secret(const std::string& name) {
  SUMI_TRY(const auto stands, people().secret(name));
  if (stands) return *stands;
  Hash made;
  randombytes_buf(made.bytes.data(), made.bytes.size());
  SUMI_CHECK(people().put_secret(name, made));
  return made;
}

Result<void> Identity::Parts::load() {
  const std::lock_guard change(change_mutex);
  const auto at = now();
  SUMI_TRY(const auto stored, rows.all<store::SessionRow>());
  for (const auto& row : stored) {
    if (row.revoked.ms != 0 || row.until <= at || at.ms - row.last_seen.ms >= options.session_idle_ms) continue;
    auto live = std::make_shared<Live>();
    live->row = row;
    live->seen_ms = row.last_seen.ms;
    SUMI_TRY(live->asker, asker_of(row));
    if (live->asker) sessions[row.hash] = std::move(live);
  }
  SUMI_TRY(const auto of_programs, rows.all<store::ApiTokenRow>());
  for (const auto& row : of_programs) {
    if (row.revoked.ms != 0 || row.until <= at) continue;
    auto live = std::make_shared<LiveToken>();
    live->row = row;
    live->seen_ms = row.last_used.ms;
    SUMI_TRY(live->asker, asker_of(row));
    if (live->asker) tokens[row.hash] = std::move(live);
  }
  return {};
}

// nullptr: the person is gone.
Result<Asker> Identity::Parts::asker_of(const store::SessionRow& row) {
  SUMI_TRY(const auto person, people().person_by_id(row.person));
  if (!person) return nullptr;
  SUMI_TRY(const auto contact, rows.one<store::ContactRow>("person", Identities::value(row.person)));
  SUMI_TRY(const auto second, authenticator(row.person));
  auto out = std::make_shared<Signed>();
  out->person = row.person;
  out->login = person->login;
  out->name = person->name;
  out->language = contact && contact->language == 1 ? Language::en : Language::ja;
  out->second_factor = row.second_factor.ms != 0;
  out->second_factor_at = row.second_factor;
  out->enrolled = second.has_value();
  out->csrf = hmac_sha256(csrf_key.bytes, row.hash.to_hex()).to_hex();
  out->session = row.id;
  return out;
}

namespace {

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < text.size();) {
    const auto end = std::min(text.find(' ', i), text.size());
    if (end > i) out.push_back(text.substr(i, end - i));
    i = end + 1;
  }
  return out;
}

ApiToken token_of(const store::ApiTokenRow& row) { return {row.id, row.name, row.organisation, words_of(row.scopes), row.made, row.until, row.last_used, row.revoked.ms != 0}; }

}  // namespace

Result<Asker> Identity::Parts::asker_of(const store::ApiTokenRow& row) {
  SUMI_TRY(const auto person, people().person_by_id(row.person));
  if (!person) return nullptr;
  SUMI_TRY(const auto contact, rows.one<store::ContactRow>("person", Identities::value(row.person)));
  auto out = std::make_shared<Signed>();
  out->person = row.person;
  out->login = person->login;
  out->name = person->name;
  out->language = contact && contact->language == 1 ? Language::en : Language::ja;
  out->token = token_of(row);
  return out;
}

// ---- asked on every request ----

Result<Asker> Identity::authenticate(std::string_view token) const {
  if (token.size() != 43) return fail(errors::session_unknown);
  const auto hash = sha256(token);
  const auto at = parts_->now().ms;
  const std::shared_lock lock(parts_->cache_mutex);
  const auto found = parts_->sessions.find(hash);
  if (found == parts_->sessions.end()) return fail(errors::session_unknown);
  auto& live = *found->second;
  const auto seen = live.seen_ms.load(std::memory_order_relaxed);
  if (at >= live.row.until.ms || at - seen >= parts_->options.session_idle_ms) return fail(errors::session_unknown);
  if (at - seen >= 1000) live.seen_ms.store(at, std::memory_order_relaxed);
  if (!live.asker->second_factor || at - live.asker->second_factor_at.ms < parts_->options.second_factor_ms) return live.asker;
  auto again = std::make_shared<Signed>(*live.asker);
  again->second_factor = false;  // too long ago: it is asked for again
  return again;
}

Result<Asker> Identity::authenticate_token(std::string_view bearer) const {
  if (bearer.size() != 48 || !bearer.starts_with("sumi_")) return fail(errors::session_unknown);
  const auto hash = sha256(bearer);
  const auto at = parts_->now().ms;
  const std::shared_lock lock(parts_->cache_mutex);
  const auto found = parts_->tokens.find(hash);
  if (found == parts_->tokens.end() || at >= found->second->row.until.ms) return fail(errors::session_unknown);
  auto& live = *found->second;
  if (at - live.seen_ms.load(std::memory_order_relaxed) >= 1000) live.seen_ms.store(at, std::memory_order_relaxed);
  return live.asker;
}

std::size_t Identity::sessions_live() const {
  const auto at = parts_->now().ms;
  const std::shared_lock lock(parts_->cache_mutex);
  std::size_t count = 0;
  for (const auto& [hash, live] : parts_->sessions) count += at < live->row.until.ms && at - live->seen_ms < parts_->options.session_idle_ms ? 1U : 0U;
  return count;
}

// ---- writing behind ----

void Identity::Parts::run() {
  std::unique_lock lock(wake_mutex);
  while (!ending) {
    wake.wait_for(lock, std::chrono::seconds(20), [&] { return ending || hurry; });
    hurry = false;
    lock.unlock();
    static_cast<void>(flush());  // what cannot be written now is tried again, and at the end
    lock.lock();
  }
}

Result<void> Identity::flush() { return parts_->flush(); }

Result<void> Identity::Parts::flush() {
  SUMI_CHECK(send_mails());
  const std::lock_guard change(change_mutex);
  const auto at = now().ms;
  std::vector<std::shared_ptr<Live>> of_people;
  std::vector<std::shared_ptr<LiveToken>> of_programs;
  {
    const std::unique_lock lock(cache_mutex);
    std::erase_if(sessions, [&](const auto& s) { return at >= s.second->row.until.ms || at - s.second->seen_ms >= options.session_idle_ms; });
    std::erase_if(tokens, [&](const auto& t) { return at >= t.second->row.until.ms; });
    for (const auto& [hash, live] : sessions) {
      if (live->seen_ms - live->row.last_seen.ms >= limits::seen_written_ms) of_people.push_back(live);
    }
    for (const auto& [hash, live] : tokens) {
      if (live->seen_ms - live->row.last_used.ms >= limits::seen_written_ms) of_programs.push_back(live);
    }
  }
  const bool clean = at - cleaned_ms >= limits::clean_every_ms;
  if (of_people.empty() && of_programs.empty() && !clean) return {};
  SUMI_CHECK(rows.together([&]() -> Result<void> {
    for (const auto& live : of_people) {
      auto row = live->row;
      row.last_seen.ms = live->seen_ms;
      SUMI_CHECK(rows.put(row));
    }
    for (const auto& live : of_programs) {
      auto row = live->row;
      row.last_used.ms = live->seen_ms;
      SUMI_CHECK(rows.put(row));
    }
    if (!clean) return {};
    SUMI_CHECK(rows.remove_below<store::SessionRow>("until_ms", at));
    SUMI_CHECK(rows.remove_below<store::PasswordResetRow>("until_ms", at - limits::day_ms));
    SUMI_CHECK(rows.remove_below<store::DeviceRow>("last_used_ms", at - limits::device_known_ms));
    SUMI_TRY(const auto counters, rows.all<store::SignInCounterRow>());
    for (const auto& counter : counters) {
      const bool over = at - counter.last_failure.ms >= limits::failures_kept_ms && at - counter.last_success.ms >= limits::peer_known_ms;
      if (over) SUMI_CHECK(rows.remove<store::SignInCounterRow>("key", Identities::value(counter.key)));
    }
    return {};
  }));
  const std::unique_lock lock(cache_mutex);
  for (const auto& live : of_people) live->row.last_seen.ms = live->seen_ms;
  for (const auto& live : of_programs) live->row.last_used.ms = live->seen_ms;
  if (clean) cleaned_ms = at;
  return {};
}

// `later`: by the thread that writes behind, so that nobody learns from the time whether there was one.
void Identity::Parts::mail(IdentityMail mail, bool later) {
  if (!options.mail || mail.address.empty()) return;
  if (!later) {
    options.mail(mail);
    return;
  }
  {
    const std::lock_guard lock(mail_mutex);
    mails.push_back(std::move(mail));
  }
  const std::lock_guard lock(wake_mutex);
  hurry = true;
  wake.notify_all();
}

Result<void> Identity::Parts::send_mails() {
  std::deque<IdentityMail> out;
  {
    const std::lock_guard lock(mail_mutex);
    out.swap(mails);
  }
  for (const auto& m : out) options.mail(m);
  return {};
}

Result<void> Identity::Parts::log(SecurityKind kind, PersonId person, PersonId actor, std::string detail) {
  return rows.log({0, now(), kind, person, actor, std::move(detail)});
}

// ---- sessions ----

Result<void> Identity::Parts::put_session(const store::SessionRow& row, const Hash* instead_of) {
  SUMI_CHECK(rows.put(row));
  auto live = std::make_shared<Live>();
  live->row = row;
  live->seen_ms = row.last_seen.ms;
  SUMI_TRY(live->asker, asker_of(row));
  const std::unique_lock lock(cache_mutex);
  if (instead_of != nullptr) sessions.erase(*instead_of);
  sessions[row.hash] = std::move(live);
  return {};
}

Result<SignedIn> Identity::Parts::begin_session(PersonId person, bool second_factor, const std::string& agent, const std::string& device) {
  const auto at = now();
  SignedIn out;
  out.token = random_token();
  store::SessionRow row;
  std::uint64_t id = 0;
  randombytes_buf(&id, sizeof id);
  row.id.value = id >> 16U;
  row.hash = sha256(out.token);
  row.person = person;
  row.made = row.last_seen = at;
  row.until.ms = at.ms + options.session_whole_ms;
  if (second_factor) row.second_factor = at;
  row.agent = agent;
  const std::lock_guard change(change_mutex);
  SUMI_TRY(auto own, rows.by<store::SessionRow>("person", Identities::value(person)));
  std::erase_if(own, [&](const auto& s) { return s.revoked.ms != 0 || s.until <= at; });
  std::sort(own.begin(), own.end(), [](const auto& a, const auto& b) { return a.last_seen < b.last_seen; });
  std::optional<store::DeviceRow> known;
  const auto device_hash = device.size() == 43 ? sha256(device) : Hash{};
  if (device.size() == 43) {
    SUMI_TRY(known, rows.one<store::DeviceRow>("hash", Identities::value(device_hash)));
  }
  const auto begun = rows.together([&]() -> Result<void> {
    for (std::size_t i = 0; i + limits::sessions_per_person_max <= own.size(); ++i) {
      own[i].revoked = at;
      SUMI_CHECK(rows.put(own[i]));
      const std::unique_lock lock(cache_mutex);
      sessions.erase(own[i].hash);
    }
    if (known && known->person == person) {
      known->last_used = at;
      SUMI_CHECK(rows.put(*known));
    } else {
      out.device = random_token();
      SUMI_TRY(auto devices, rows.by<store::DeviceRow>("person", Identities::value(person)));
      std::sort(devices.begin(), devices.end(), [](const auto& a, const auto& b) { return a.last_used < b.last_used; });
      for (std::size_t i = 0; i + limits::devices_per_person_max <= devices.size(); ++i) SUMI_CHECK(rows.remove<store::DeviceRow>("hash", Identities::value(devices[i].hash)));
      SUMI_CHECK(rows.put(store::DeviceRow{sha256(out.device), person, at, at}));
    }
    SUMI_CHECK(put_session(row, nullptr));
    return log(SecurityKind::signed_in, person, {}, agent);
  });
  const std::unique_lock lock(cache_mutex);
  if (!begun) {
    sessions.erase(row.hash);
    return fail(begun.error());
  }
  out.asker = sessions.at(row.hash)->asker;
  return out;
}

Result<SignedIn> Identity::Parts::rotate(const Signed& who) {
  const std::lock_guard change(change_mutex);
  SUMI_TRY(auto row, rows.one<store::SessionRow>("id", Identities::value(who.session)));
  if (!row || row->revoked.ms != 0 || row->person != who.person) return fail(errors::session_unknown);
  const auto old = row->hash;
  SignedIn out;
  out.token = random_token();
  row->hash = sha256(out.token);
  row->second_factor = row->last_seen = now();
  SUMI_CHECK(put_session(*row, &old));
  const std::shared_lock lock(cache_mutex);
  out.asker = sessions.at(row->hash)->asker;
  return out;
}

Result<std::uint64_t> Identity::Parts::end_sessions(PersonId person, SessionId but) {
  const std::lock_guard change(change_mutex);
  SUMI_TRY(auto own, rows.by<store::SessionRow>("person", Identities::value(person)));
  const auto at = now();
  std::erase_if(own, [&](const auto& s) { return s.revoked.ms != 0 || s.id == but; });
  if (own.empty()) return 0;
  SUMI_CHECK(rows.together([&]() -> Result<void> {
    for (auto& row : own) {
      row.revoked = at;
      SUMI_CHECK(rows.put(row));
    }
    return {};
  }));
  const std::unique_lock lock(cache_mutex);
  for (const auto& row : own) sessions.erase(row.hash);
  return own.size();
}

Result<void> Identity::Parts::end_tokens(PersonId person, OrganisationNumber organisation) {
  const std::lock_guard change(change_mutex);
  SUMI_TRY(auto own, rows.by<store::ApiTokenRow>("person", Identities::value(person)));
  std::erase_if(own, [&](const auto& t) { return t.revoked.ms != 0 || (organisation && t.organisation != organisation); });
  const auto at = now();
  SUMI_CHECK(rows.together([&]() -> Result<void> {
    for (auto& row : own) {
      row.revoked = at;
      SUMI_CHECK(rows.put(row));
    }
    return {};
  }));
  const std::unique_lock lock(cache_mutex);
  for (const auto& row : own) tokens.erase(row.hash);
  return {};
}

Result<void> Identity::Parts::refresh(PersonId person) {
  const std::lock_guard change(change_mutex);
  std::vector<std::shared_ptr<Live>> of_person;
  {
    const std::shared_lock lock(cache_mutex);
    for (const auto& [hash, live] : sessions) {
      if (live->row.person == person) of_person.push_back(live);
    }
  }
  for (const auto& live : of_person) {
    SUMI_TRY(auto asker, asker_of(live->row));
    const std::unique_lock lock(cache_mutex);
    live->asker = std::move(asker);
  }
  return {};
}

Result<void> Identity::sign_out(const Signed& who) {
  SUMI_CHECK(revoke_session(who, who.session));
  return parts_->log(SecurityKind::signed_out, who.person);
}

Result<std::vector<Session>> Identity::sessions(const Signed& who) const {
  const auto at = parts_->now().ms;
  std::vector<Session> out;
  const std::shared_lock lock(parts_->cache_mutex);
  for (const auto& [hash, live] : parts_->sessions) {
    const auto& row = live->row;
    if (row.person != who.person || at >= row.until.ms || at - live->seen_ms >= parts_->options.session_idle_ms) continue;
    out.push_back({row.id, row.made, Instant{live->seen_ms}, row.until, row.second_factor, row.agent, row.id == who.session});
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return std::pair(b.last_seen, a.id) < std::pair(a.last_seen, b.id); });
  return out;
}

Result<void> Identity::revoke_session(const Signed& who, SessionId session) {
  const std::lock_guard change(parts_->change_mutex);
  SUMI_TRY(auto row, parts_->rows.one<store::SessionRow>("id", Identities::value(session)));
  if (!row || row->person != who.person || row->revoked.ms != 0) return fail(errors::not_here, {{"what_ja", "セッション"}, {"what_en", "session"}, {"number", std::to_string(session.value)}});
  row->revoked = parts_->now();
  SUMI_CHECK(parts_->rows.put(*row));
  {
    const std::unique_lock lock(parts_->cache_mutex);
    parts_->sessions.erase(row->hash);
  }
  return session == who.session ? Result<void>{} : parts_->log(SecurityKind::session_revoked, who.person);
}

Result<std::uint64_t> Identity::revoke_other_sessions(const Signed& who) {
  SUMI_TRY(const auto ended, parts_->end_sessions(who.person, who.session));
  SUMI_CHECK(parts_->log(SecurityKind::session_revoked, who.person, {}, std::to_string(ended)));
  return ended;
}

}  // namespace sumi::service
