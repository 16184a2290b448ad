// Signing in, and counting failures so that they cannot be used to lock others out (identity.h has the design).
#include <sodium.h>

#include <algorithm>

#include "base/hmac.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "base/text.h"
#include "service/identity_parts.h"
#include "service/totp.h"

namespace sumi::service {
namespace {

// 2^n seconds, at most `most_ms`.
std::int64_t doubled(std::uint64_t n, std::int64_t most_ms) { return n >= 40 ? most_ms : std::min(most_ms, std::int64_t{1000} << n); }

// What is left of the failures at that moment.
std::uint64_t failures_at(const store::SignInCounterRow& row, Instant at) { return at.ms - row.last_failure.ms >= limits::failures_kept_ms ? 0 : row.failures; }

// How long after the last failure of that row, from now on.
std::int64_t left(const store::SignInCounterRow& row, std::int64_t wait_ms, Instant at) { return std::max<std::int64_t>(0, row.last_failure.ms + wait_ms - at.ms); }

Unexpected wait(std::int64_t ms) { return fail(errors::sign_in_wait, {{"seconds", std::to_string((ms + 999) / 1000)}}); }

bool six_digits(std::string_view code) {
  return code.size() == 6 && std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Hash Identity::Parts::counter_of(std::string_view kind, std::string_view a, std::string_view b) const {
  ByteWriter w;
  w.string(kind);
  w.string(a);
  w.string(b);
  const auto& bytes = w.bytes();
  return hmac_sha256(counter_key.bytes, std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

// Counted before the password is looked at, in one step: a thousand tries at once are one try and 999 that wait.
Result<Identity::Parts::Tried> Identity::Parts::begin_try(const SignIn& in, const std::optional<store::DeviceRow>& device) {
  Tried tried;
  const auto at = now();
  SUMI_CHECK(rows.together([&]() -> Result<void> {
    const auto stands = [&](const Hash& key) -> Result<store::SignInCounterRow> {
      SUMI_TRY(auto row, rows.one<store::SignInCounterRow>("key", Identities::value(key)));
      if (!row) row = store::SignInCounterRow{key, 0, {}, {}};
      row->failures = failures_at(*row, at);
      return *row;
    };
    std::vector<store::SignInCounterRow> counted;
    if (device) {
      tried.stranger = false;
      SUMI_TRY(const auto own, stands(counter_of("device", in.login, device->hash.to_hex())));
      if (own.failures > 0) tried.wait_ms = left(own, doubled(own.failures - 1, limits::peer_wait_max_ms), at);
      counted.push_back(own);
    } else {
      SUMI_TRY(const auto pair, stands(counter_of("pair", in.login, in.peer)));
      SUMI_TRY(const auto login, stands(counter_of("login", in.login)));
      SUMI_TRY(const auto peer, stands(counter_of("peer", in.peer)));
      tried.stranger = pair.last_success.ms == 0 || at.ms - pair.last_success.ms >= limits::peer_known_ms;
      if (pair.failures > 0) {
        tried.wait_ms = left(pair, doubled(pair.failures - 1, limits::peer_wait_max_ms), at);
        // The more strangers fail, the longer each of them waits, from its own last failure: the first try of any peer is never kept waiting.
        if (tried.stranger && login.failures > limits::login_failures_free) {
          tried.wait_ms = std::max(tried.wait_ms, left(pair, doubled(login.failures - limits::login_failures_free, limits::stranger_wait_max_ms), at));
        }
      }
      if (tried.stranger && peer.failures > limits::peer_failures_free) {
        tried.wait_ms = std::max(tried.wait_ms, left(peer, doubled(peer.failures - limits::peer_failures_free, limits::stranger_wait_max_ms), at));
      }
      counted = {pair, login, peer};
    }
    if (tried.wait_ms > 0) return {};
    for (const auto& row : counted) {
      tried.counted.push_back({row.key, row});
      auto next = row;
      ++next.failures;
      next.last_failure = at;
      SUMI_CHECK(rows.put(next));
    }
    return {};
  }));
  return tried;
}

// One failure less; others' failures, which may have come meanwhile, stay.
Result<void> Identity::Parts::withdrawn(const Tried& tried) {
  return rows.together([&]() -> Result<void> {
    for (const auto& attempt : tried.counted) {
      SUMI_TRY(auto row, rows.one<store::SignInCounterRow>("key", Identities::value(attempt.key)));
      if (!row) continue;
      if (row->failures == attempt.before.failures + 1) row->last_failure = attempt.before.last_failure;
      row->failures -= row->failures > 0 ? 1U : 0U;
      SUMI_CHECK(rows.put(*row));
    }
    return {};
  });
}

Result<void> Identity::Parts::succeeded(const Tried& tried) {
  SUMI_CHECK(withdrawn(tried));
  if (tried.counted.empty()) return {};
  // The first is what this peer or device did with this login: it begins anew. What others did stays.
  SUMI_TRY(auto own, rows.one<store::SignInCounterRow>("key", Identities::value(tried.counted.front().key)));
  if (!own) return {};
  own->failures = 0;
  own->last_success = now();
  return rows.put(*own);
}

// ---- codes ----

Bytes Identity::Parts::seal(BytesView secret) const {
  Bytes out(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + secret.size());
  randombytes_buf(out.data(), crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy(out.data() + crypto_secretbox_NONCEBYTES, secret.data(), secret.size(), out.data(), totp_key.bytes.data());
  return out;
}

Result<Bytes> Identity::Parts::unseal(const Bytes& sealed) const {
  constexpr std::size_t head = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  Bytes out(sealed.size() > head ? sealed.size() - head : 0);
  const bool whole = sealed.size() > head &&
                     crypto_secretbox_open_easy(out.data(), sealed.data() + crypto_secretbox_NONCEBYTES, sealed.size() - crypto_secretbox_NONCEBYTES, sealed.data(), totp_key.bytes.data()) == 0;
  if (!whole) return fail(errors::invariant_broken, {{"reason", "an authenticator's secret does not open with the store's key"}});
  return out;
}

Result<std::optional<store::AuthenticatorRow>> Identity::Parts::authenticator(PersonId person, bool begun) const {
  SUMI_TRY(auto own, rows.by<store::AuthenticatorRow>("person", Identities::value(person)));
  for (auto& row : own) {
    if (row.pending == begun) return std::move(row);
  }
  return std::nullopt;
}

Result<Identity::Parts::Code> Identity::Parts::take_code(PersonId person, const std::string& text, const std::string& counter, std::uint64_t free_tries, bool counts) {
  Code out;
  std::string code = trim(to_half_width(text));
  const auto at = now();
  const auto key = counter_of(counter, person.to_hex());
  SUMI_CHECK(rows.together([&]() -> Result<void> {
    SUMI_TRY(auto count, rows.one<store::SignInCounterRow>("key", Identities::value(key)));
    if (!count) count = store::SignInCounterRow{key, 0, {}, {}};
    count->failures = failures_at(*count, at);
    if (counts && count->failures > free_tries) {
      out.wait_ms = left(*count, doubled(count->failures - free_tries, limits::stranger_wait_max_ms), at);
      if (out.wait_ms > 0) {
        out.answer = CodeAnswer::wait;
        return {};
      }
    }
    if (six_digits(code)) {
      SUMI_TRY(auto row, authenticator(person));
      if (row) {
        SUMI_TRY(const auto secret, unseal(row->secret));
        if (const auto step = step_of_code(secret, code, at, row->last_step)) {
          row->last_step = *step;
          SUMI_CHECK(rows.put(*row));
          out.answer = CodeAnswer::right;
          return {};
        }
      }
    } else if (const auto bytes = from_base32(code); bytes && bytes->size() == 10) {
      const auto hash = sha256(to_base32(*bytes));
      SUMI_TRY(auto codes, rows.by<store::RecoveryCodeRow>("person", Identities::value(person)));
      for (auto& row : codes) {
        if (row.hash != hash || row.used.ms != 0) continue;
        row.used = at;
        SUMI_CHECK(rows.put(row));
        SUMI_CHECK(log(SecurityKind::recovery_code_used, person));
        out.answer = CodeAnswer::recovery;
        return {};
      }
    }
    ++count->failures;
    count->last_failure = at;
    return rows.put(*count);
  }));
  return out;
}

// ---- signing in ----

Result<SignedIn> Identity::sign_in(const SignIn& asked) {
  auto& p = *parts_;
  SignIn in = asked;
  in.login = trim(in.login);
  if (in.login.size() > ::sumi::limits::login_bytes_max || in.password.size() > limits::password_bytes_max) return fail(errors::sign_in_wrong);
  // The same questions to the tables, whoever it is.
  const auto person = p.people().person(in.login);
  const PersonId id = person ? person->id : PersonId{};
  SUMI_TRY(const auto credential, p.rows.one<store::CredentialRow>("person", Identities::value(id)));
  SUMI_TRY(const auto second, p.authenticator(id));
  SUMI_TRY(const auto device, p.known_device(id, in.device));

  SUMI_TRY(const auto tried, p.begin_try(in, device));
  if (tried.wait_ms > 0) {
    SUMI_CHECK(p.log(SecurityKind::sign_in_slowed, id));
    return wait(tried.wait_ms);
  }
  const auto right = p.hasher.verify(credential ? credential->hash : std::string(), in.password);
  if (!right) {
    SUMI_CHECK(p.withdrawn(tried));
    return fail(right.error());
  }
  if (!*right || !person) {
    SUMI_CHECK(p.log(SecurityKind::sign_in_failed, id));
    return fail(errors::sign_in_wrong);
  }
  if (second && trim(in.code).empty()) {
    SUMI_CHECK(p.withdrawn(tried));
    SignedIn out;
    out.second_factor_needed = true;
    out.pending = random_token();
    in.password.clear();
    const auto at = p.now();
    const std::lock_guard lock(p.pending_mutex);
    std::erase_if(p.pending, [&](const auto& one) { return one.second.until <= at; });
    if (p.pending.size() >= limits::pending_max) return fail(errors::sign_in_busy);
    p.pending[sha256(out.pending)] = {in, id, credential->changed, Instant{at.ms + limits::pending_ms}, 0};
    return out;
  }
  if (p.hasher.outdated(credential->hash)) {
    auto renewed = *credential;
    SUMI_TRY(renewed.hash, p.hasher.hash(in.password));
    SUMI_CHECK(p.rows.put(renewed));
  }
  if (second) return p.second_step(id, in, tried);
  SUMI_CHECK(p.succeeded(tried));
  return p.begin_session(id, false, family_of(in.user_agent), in.device);
}

Result<std::optional<store::DeviceRow>> Identity::Parts::known_device(PersonId person, const std::string& device) {
  SUMI_TRY(auto row, rows.one<store::DeviceRow>("hash", Identities::value(sha256(device))));
  if (row && (row->person != person || now().ms - row->last_used.ms >= limits::device_known_ms)) row.reset();
  return row;
}

Result<SignedIn> Identity::Parts::second_step(PersonId person, const SignIn& in, const Tried& tried) {
  SUMI_TRY(const auto code, take_code(person, in.code, "code", limits::codes_free, tried.stranger));
  if (code.answer == CodeAnswer::wait) {
    SUMI_CHECK(withdrawn(tried));
    SUMI_CHECK(log(SecurityKind::sign_in_slowed, person));
    return wait(code.wait_ms);
  }
  if (code.answer == CodeAnswer::wrong) {
    SUMI_CHECK(log(SecurityKind::code_failed, person));
    return fail(errors::sign_in_wrong);
  }
  SUMI_CHECK(succeeded(tried));
  return begin_session(person, true, family_of(in.user_agent), in.device);
}

Result<SignedIn> Identity::finish_sign_in(const std::string& token, const std::string& code) {
  auto& p = *parts_;
  const auto key = sha256(token);
  Parts::Pending pending;
  {
    const std::lock_guard lock(p.pending_mutex);
    const auto found = p.pending.find(key);
    if (found == p.pending.end() || found->second.until <= p.now()) return fail(errors::session_unknown);
    pending = found->second;
  }
  SUMI_TRY(const auto credential, p.rows.one<store::CredentialRow>("person", Identities::value(pending.person)));
  SUMI_TRY(const auto second, p.authenticator(pending.person));
  if (!credential || credential->changed != pending.password_changed || !second) return fail(errors::session_unknown);
  pending.in.code = code;
  SUMI_TRY(const auto device, p.known_device(pending.person, pending.in.device));
  SUMI_TRY(const auto tried, p.begin_try(pending.in, device));
  if (tried.wait_ms > 0) {
    SUMI_CHECK(p.log(SecurityKind::sign_in_slowed, pending.person));
    return wait(tried.wait_ms);
  }
  auto done = p.second_step(pending.person, pending.in, tried);
  const std::lock_guard lock(p.pending_mutex);
  const auto found = p.pending.find(key);
  if (found != p.pending.end() && (done || ++found->second.tries >= limits::pending_codes_max)) p.pending.erase(found);
  return done;
}

Result<SignedIn> Identity::pass_second_factor(const Signed& who, const std::string& code) {
  auto& p = *parts_;
  if (who.token) return fail(errors::session_only);
  if (!who.enrolled) return fail(errors::authenticator_missing);
  // Counted per session: who holds a stolen one has so many tries, and the person themself is not kept from a session of their own.
  const auto counter = "session " + std::to_string(who.session.value);
  SUMI_TRY(const auto answer, p.take_code(who.person, code, counter, 2, true));
  if (answer.answer == Parts::CodeAnswer::wait) return wait(answer.wait_ms);
  if (answer.answer == Parts::CodeAnswer::wrong) {
    SUMI_CHECK(p.log(SecurityKind::code_failed, who.person));
    const auto key = p.counter_of(counter, who.person.to_hex());
    SUMI_TRY(const auto count, p.rows.one<store::SignInCounterRow>("key", Identities::value(key)));
    if (count && count->failures >= limits::codes_wrong_per_session_max) SUMI_CHECK(revoke_session(who, who.session));
    return fail(errors::code_wrong);
  }
  SUMI_TRY(auto out, p.rotate(who));
  SUMI_CHECK(p.log(SecurityKind::second_factor_passed, who.person));
  return out;
}

}  // namespace sumi::service
