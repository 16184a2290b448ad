// What the files of Identity share; nobody else includes it.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <unordered_map>

#include "service/errors.h"
#include "service/identity.h"
#include "service/identity_limits.h"
#include "service/ledger.h"
#include "service/password.h"
#include "store/identities.h"

namespace sumi::service {

struct HashOfHash {
  std::size_t operator()(const Hash& hash) const {
    std::size_t n = 0;
    std::memcpy(&n, hash.bytes.data(), sizeof n);  // it is a hash already
    return n;
  }
};

using store::Identities;
using store::SecurityKind;

// 32 random bytes as 43 characters that an address may hold.
[[nodiscard]] std::string random_token();
// `count` random base32 characters in groups of four: for typing.
[[nodiscard]] std::string random_code(std::size_t count);
// Of a token as it was given; of a code with its letters as capitals and without what separates them.
[[nodiscard]] Hash hash_of_link(std::string_view text);
[[nodiscard]] std::string family_of(std::string_view user_agent);
[[nodiscard]] bool email_form(std::string_view text);

// A counter of failures, as one attempt sees it.
struct Attempt {
  Hash key;
  store::SignInCounterRow before;
};

struct Identity::Parts {
  Ledger& ledger;
  const Clock& clock;
  IdentityOptions options;
  Identities& rows;
  PasswordHasher hasher;
  Hash totp_key, counter_key, csrf_key;  // secrets of the store

  struct Live {
    store::SessionRow row;                  // under change_mutex
    std::atomic<std::int64_t> seen_ms = 0;  // at last
    Asker asker;
  };
  struct LiveToken {
    store::ApiTokenRow row;
    std::atomic<std::int64_t> seen_ms = 0;
    Asker asker;
  };
  std::mutex change_mutex;                // whoever changes sessions or tokens, in the tables and here
  mutable std::shared_mutex cache_mutex;  // the two tables below
  std::unordered_map<Hash, std::shared_ptr<Live>, HashOfHash> sessions;
  std::unordered_map<Hash, std::shared_ptr<LiveToken>, HashOfHash> tokens;

  // A right password whose code is still to come.
  struct Pending {
    SignIn in;  // without the password
    PersonId person;
    Instant password_changed;  // another password meanwhile: nothing is pending any more
    Instant until;
    unsigned tries = 0;
  };
  std::mutex pending_mutex;
  std::unordered_map<Hash, Pending, HashOfHash> pending;

  std::mutex mail_mutex;
  std::deque<IdentityMail> mails;
  std::mutex wake_mutex;
  std::condition_variable wake;
  bool ending = false, hurry = false;
  std::thread writer;
  std::int64_t cleaned_ms = 0;

  Parts(Ledger& l, const Clock& c, IdentityOptions o, Identities& r)
      : ledger(l), clock(c), options(std::move(o)), rows(r), hasher(options.password_passes, options.password_bytes, options.hashing_threads_max, options.hashing_waiting_max) {
    const auto usual = [](std::int64_t& set, std::int64_t otherwise) { set = set == 0 ? otherwise : set; };
    usual(options.session_idle_ms, limits::session_idle_ms);
    usual(options.session_whole_ms, limits::session_whole_ms);
    usual(options.second_factor_ms, options.session_whole_ms);
    usual(options.reset_link_ms, limits::reset_link_ms);
    usual(options.invitation_ms, limits::invitation_ms);
  }

  [[nodiscard]] Instant now() const { return clock.now(); }
  [[nodiscard]] store::People& people() const { return ledger.people(); }

  Result<Hash> secret(const std::string& name);
  Result<void> load();
  Result<void> flush();
  void run();
  void mail(IdentityMail mail, bool later);
  Result<void> send_mails();
  Result<void> log(SecurityKind kind, PersonId person, PersonId actor = {}, std::string detail = {});

  // identity.cc
  Result<Asker> asker_of(const store::SessionRow& row);
  Result<Asker> asker_of(const store::ApiTokenRow& row);
  Result<SignedIn> begin_session(PersonId person, bool second_factor, const std::string& agent, const std::string& device);
  // The same session under a new token, its second factor passed.
  Result<SignedIn> rotate(const Signed& who);
  // All sessions of the person but that one end.
  Result<std::uint64_t> end_sessions(PersonId person, SessionId but = {});
  Result<void> end_tokens(PersonId person, OrganisationNumber organisation);  // 0 = of all
  Result<void> refresh(PersonId person);  // name, language or authenticator changed
  // Needs change_mutex.
  Result<void> put_session(const store::SessionRow& row, const Hash* instead_of);

  // Counting failures. The milliseconds until the next try, 0 = it is being tried and counts as failed until succeeded() or withdrawn().
  [[nodiscard]] Hash counter_of(std::string_view kind, std::string_view a, std::string_view b = {}) const;
  struct Tried {
    std::vector<Attempt> counted;
    bool stranger = true;  // neither the device nor the peer is known for this login
    std::int64_t wait_ms = 0;
  };
  Result<std::optional<store::DeviceRow>> known_device(PersonId person, const std::string& device);
  // Who has shown the password: the code, counted, and the session.
  Result<SignedIn> second_step(PersonId person, const SignIn& in, const Tried& tried);
  Result<Tried> begin_try(const SignIn& in, const std::optional<store::DeviceRow>& device);
  Result<void> succeeded(const Tried& tried);
  Result<void> withdrawn(const Tried& tried);
  // A code: what it was, within one transaction. `strangers`: many wrong ones make every stranger wait.
  enum class CodeAnswer : std::uint8_t { right, recovery, wrong, wait };
  struct Code {
    CodeAnswer answer = CodeAnswer::wrong;
    std::int64_t wait_ms = 0;
  };
  Result<Code> take_code(PersonId person, const std::string& code, const std::string& counter, std::uint64_t free_tries, bool counts);

  [[nodiscard]] Bytes seal(BytesView secret) const;
  [[nodiscard]] Result<Bytes> unseal(const Bytes& sealed) const;
  Result<std::optional<store::AuthenticatorRow>> authenticator(PersonId person, bool begun = false) const;

  // identity_person.cc
  Result<void> set_password(PersonId person, const std::string& hash);  // within together()
  Result<void> forget_devices(PersonId person);
  Result<std::string> make_reset(PersonId person, store::ResetKind kind, std::int64_t lasts_ms);
  Result<void> void_resets(PersonId person);
  Result<store::Person> known_person(PersonId person) const;

  // Password, authenticator, codes, devices, sessions and tokens go.
  Result<void> shut(PersonId person);

  // identity_rights.cc
  // For which organisation that person may grant the role, 0 = the store itself; nothing = not at all.
  [[nodiscard]] Result<std::optional<OrganisationNumber>> appoints_for(PersonId person, scheme::Role role) const;
  [[nodiscard]] Result<Invitation> view(const store::InvitationRow& row) const;
  Result<void> grant(PersonId by, const store::InvitationRow& row);
  Result<store::InvitationRow> open_invitation(const std::string& token) const;
  Result<Invitation> take_invitation(store::InvitationRow row, PersonId person);
};

}  // namespace sumi::service
