// People who sign in: passwords, second factors, sessions, tokens for programs, invitations, and how somebody leaves.
//
// Roles are the journal's (Grant, Revoke). Here is only by what somebody shows who they are; it lies in people.db (src/store/identities.h), correctable
// and erasable, and is not part of what is proved.
//
// Who asks on every request, asks authenticate(): a look into a table in memory under a shared lock, no SQL. What was last seen is written behind, at most once
// a minute per session. Everything else is durable when it returns.
//
// Lockout that cannot be used to lock others out. A failure is counted for (login, network peer) and for the login. Whoever failed waits before their own next
// try, 1 s at first, twice as long each time (limits below); the wait counts from that peer's own last failure, so nobody else's failures can keep a
// peer from its first try. Failures of all peers together make the wait of a strange peer longer (one that never signed in as this login), not that of known
// ones. A device that signed in before (a token of its own, in a cookie) is counted for itself alone: whoever fails beside it, at the same address or for the same
// login, does not touch it. The one thing that is slowed for all strangers together is the second factor of a password that was right: who gets so
// far without the code holds a stolen password. An unknown login is counted, hashed and answered like a known one.
//
// Four eyes for a lost authenticator: one administrator asks, another approves; neither is the person. Source of lengths and times: NIST SP 800-63B (June 2017, rev. 2020)
// 4.2.3 (12 h or 30 min at rest), 5.1.1, 5.2.2; RFC 6238; OWASP ASVS 4.0.3 chapter 3.
//
// Thread-safe. Passwords are hashed by few threads at a time (each takes 64 MiB): sign_in() and what takes a password may last 0.1 s and more, and is
// refused as busy where too many wait; a thread that serves connections hands them to another.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "scheme/commands.h"
#include "scheme/scheme.h"
#include "store/identities.h"

namespace sumi::service {

class Clock;
class Ledger;

using store::ApiTokenId;
using store::InvitationId;
using store::LostAuthenticatorId;
using store::SessionId;

// A token of a program: acts for its person and for one organisation, by what its scopes say.
struct ApiToken {
  ApiTokenId id;
  std::string name;
  OrganisationNumber organisation;
  std::vector<std::string> scopes;  // "read"; "commands": all but those that need a second factor; or single commands by name ("Transfer")
  Instant made;
  Instant until;
  Instant last_used;  // 0 = never
  bool revoked = false;
};

// Who asks.
struct Signed {
  PersonId person;
  std::string login;
  std::string name;
  Language language = Language::ja;
  bool second_factor = false;  // passed within this session; never of a token
  Instant second_factor_at;
  bool enrolled = false;       // the person has an authenticator
  std::string csrf;            // what Sumi-CSRF must say; "" of a token
  std::optional<ApiToken> token;
  SessionId session;           // 0 of a token
};
using Asker = std::shared_ptr<const Signed>;

struct SignIn {
  std::string login;
  std::string password;
  std::string code;        // six digits of the authenticator, or a recovery code; "" = not given yet
  std::string peer;        // the network address of the other side; kept as a keyed hash only
  std::string device;      // the cookie of a device that signed in before; "" where there is none
  std::string user_agent;  // of it only the family ("Firefox") is kept
};
struct SignedIn {
  bool second_factor_needed = false;  // the password was right and a code is asked: only `pending` is given
  std::string pending;                // for finish_sign_in(), which need not be told the password again; for five minutes, in memory only
  std::string token;                  // for the cookie sumi_session; stands nowhere in the store
  std::string device;                 // for the cookie sumi_device, a year; "" where the device is known already
  Asker asker;
};

struct Session {
  SessionId id;
  Instant made, last_seen, until;
  Instant second_factor_at;  // 0 = not passed
  std::string agent;         // "Firefox", "Chrome", "Safari", "Edge", or ""
  bool own = false;          // the one that asks
};

struct Enrolment {
  std::string secret;  // base32, for typing
  std::string uri;     // otpauth://totp/..., for a QR code
};

struct InvitedRole {
  OrganisationNumber organisation;
  scheme::Role role = {};
};
struct Invitation {
  InvitationId id;
  std::string email;
  OrganisationNumber organisation;
  std::vector<scheme::Role> roles;
  PersonId inviter;
  Instant made, until;
  Instant used;       // 0 = not yet
  PersonId person;    // who accepted
  bool revoked = false;
  bool granted = false;  // false after `used`: the inviter may not grant, so it waits for the secretariat (grant_invitation)
};

struct LostAuthenticator {
  LostAuthenticatorId id;
  PersonId person, asked_by, approved_by;
  Instant asked, until, approved;  // 0 = not approved
};

// What somebody holds, and what would be left without them.
struct HeldRole {
  OrganisationNumber organisation;
  scheme::Role role = {};
  std::vector<PersonId> others;  // who else has it there
  bool needed = false;           // the organisation cannot do without: if `others` is empty, a successor must be named
  std::string why_ja, why_en;    // of needed
};
struct Handover {
  std::vector<HeldRole> roles;
  std::vector<std::uint64_t> delegations_given;     // end with the role they lend
  std::vector<std::uint64_t> delegations_received;
  std::vector<RetirementNumber> retirements;        // requested by them, and open
  std::uint64_t sessions = 0, tokens = 0, invitations = 0;
};
struct Successor {
  OrganisationNumber organisation;
  scheme::Role role = {};
  PersonId person;
};

// What a person is to be told by mail; outbound writes it.
struct IdentityMail {
  enum class Kind : std::uint8_t { invitation, password_reset, password_changed, authenticator_replaced, contact_changed };
  Kind kind = Kind::invitation;
  std::string address;
  std::string name;   // "" of an invitation
  Language language = Language::ja;
  std::string token;  // of the link; "" where there is none
  Instant until;      // of the link
};

struct SecurityEvent {
  std::uint64_t id = 0;
  Instant time;
  std::string kind;    // "sign_in_failed", ...: store::SecurityKind by its word
  std::string login;   // "" where the person is not known
  std::string by;      // who did it, where it was another
  std::string detail;  // a command and a refusal, a family of user agents
};

struct IdentityOptions {
  std::function<void(const IdentityMail&)> mail;  // called by the thread that asked, after it is durable; may be empty
  // Argon2id (RFC 9106; libsodium crypto_pwhash): passes and bytes. Default: libsodium's "interactive", 2 passes over 64 MiB. Tests take less.
  std::uint64_t password_passes = 2;
  std::size_t password_bytes = std::size_t{64} << 20;
  unsigned hashing_threads_max = 2;   // at a time
  unsigned hashing_waiting_max = 32;  // beyond them: service.sign_in_busy
  // What an operator may set (config.h, SessionConfig), in milliseconds. 0: as identity_limits.h has it.
  std::int64_t session_idle_ms = 0;
  std::int64_t session_whole_ms = 0;
  std::int64_t second_factor_ms = 0;  // a second factor that is older no longer counts as passed; 0: as long as the session
  std::int64_t reset_link_ms = 0;     // asked by mail
  std::int64_t invitation_ms = 0;
  bool writes_behind = true;          // a thread of its own writes what was last seen; false: only flush() does
};

class Identity {
 public:
  // Reads sessions and tokens. The ledger must outlive it; so must the clock.
  static Result<std::unique_ptr<Identity>> open(Ledger& ledger, const Clock& clock, IdentityOptions options = {});
  ~Identity();  // writes what waits

  // ---- signing in ----

  // service.sign_in_wrong (the same for an unknown login, a wrong password and a wrong code), sign_in_wait, sign_in_busy.
  Result<SignedIn> sign_in(const SignIn& in);
  // The second step alone. service.session_unknown: nothing is pending (any more); sign_in_wrong, sign_in_wait.
  Result<SignedIn> finish_sign_in(const std::string& pending, const std::string& code);
  // The cookie's text, or the text behind "Bearer ". service.session_unknown: unknown, ended, revoked.
  [[nodiscard]] Result<Asker> authenticate(std::string_view token) const;
  [[nodiscard]] Result<Asker> authenticate_token(std::string_view bearer) const;
  Result<void> sign_out(const Signed& who);
  // A code within a session: the session goes on under a new token. service.code_wrong, sign_in_wait, authenticator_missing.
  Result<SignedIn> pass_second_factor(const Signed& who, const std::string& code);

  [[nodiscard]] Result<std::vector<Session>> sessions(const Signed& who) const;
  Result<void> revoke_session(const Signed& who, SessionId session);  // one's own; service.session_not_found
  Result<std::uint64_t> revoke_other_sessions(const Signed& who);

  // ---- what one may ----

  // Retiring, deciding, administering: what is watched, what only an authority may give, and what hands rights on. By its name or itself.
  [[nodiscard]] static bool needs_second_factor(const scheme::AnyCommand& command);
  [[nodiscard]] static bool needs_second_factor(std::string_view command);  // an unknown name: true
  // service.second_factor_missing; of a token service.scope_missing, organisation_of_token. A sensitive command needs to be named by a token's scope.
  [[nodiscard]] static Result<void> may_command(const Signed& who, std::string_view command, OrganisationNumber on_behalf_of);
  [[nodiscard]] static Result<void> may_read(const Signed& who);
  // What is no command of the journal itself, a draft or a document: a token that may give at least one command. service.scope_missing.
  [[nodiscard]] static Result<void> may_write(const Signed& who);
  // For what is no command of the journal: a session (no token) that passed its second factor.
  [[nodiscard]] static Result<void> sensitive(const Signed& who);
  [[nodiscard]] Result<bool> is_administrator(PersonId person) const;
  // Administrator, or secretariat somewhere: who may see people of every organisation and grant roles.
  [[nodiscard]] Result<bool> may_appoint(PersonId person) const;

  // ---- second factor ----

  // Begins: the secret counts once a code of it was shown. Beginning again replaces what was begun. Who has one already must have passed it (second_factor_missing).
  Result<Enrolment> enrol(const Signed& who);
  struct Enrolled {
    std::vector<std::string> recovery_codes;  // shown once; 10, each serves once
    SignedIn session;                         // goes on under a new token, the second factor passed
  };
  Result<Enrolled> confirm_enrolment(const Signed& who, const std::string& code);  // service.enrolment_missing, code_wrong
  Result<std::vector<std::string>> new_recovery_codes(const Signed& who);          // the old ones are void; needs the second factor
  [[nodiscard]] Result<std::uint64_t> recovery_codes_left(PersonId person) const;
  // Lost: an administrator asks, another approves. Then the authenticator, its recovery codes and all sessions are gone and a reset of the password is on its way: the
  // person sets a new one by the link (its token is returned too) and enrols again.
  Result<LostAuthenticatorId> ask_authenticator_reset(const Signed& administrator, PersonId person);
  Result<std::string> approve_authenticator_reset(const Signed& administrator, LostAuthenticatorId request);  // service.four_eyes_same, ...
  Result<void> refuse_authenticator_reset(const Signed& administrator, LostAuthenticatorId request);
  // Whether two administrators with an authenticator are there, besides that person. Where not, four eyes cannot be had, and whoever runs the machine replaces it:
  // sumi identity replace-authenticator.
  [[nodiscard]] Result<bool> four_eyes_possible(PersonId person) const;
  // The same as an approval, by whoever has the store's files. The code to set a new password, for a day.
  Result<std::string> replace_authenticator_at_terminal(PersonId person);
  [[nodiscard]] Result<std::vector<LostAuthenticator>> lost_authenticators(const Signed& administrator) const;  // open ones

  // ---- passwords ----

  // All other sessions end. service.password_length, password_weak, sign_in_wrong (the old one).
  Result<void> change_password(const Signed& who, const std::string& old_password, const std::string& new_password);
  // Always accepted, and takes the same time, whether there is such a person or not; mails where there is an address.
  Result<void> ask_password_reset(const std::string& login_or_email, const std::string& peer);
  // By an administrator: the old password is void, all sessions end; the link's token is returned (and mailed where there is an address).
  Result<std::string> reset_password_of(const Signed& administrator, PersonId person);
  // The link: whose it is, and the new password. All sessions end; a second factor stays. service.link_unknown: unknown, used, over.
  [[nodiscard]] Result<std::string> login_of_reset(const std::string& token) const;
  Result<void> reset_password(const std::string& token, const std::string& new_password);

  // The first start: a one-time code for the store's administrator, as long as there is no password for them; nothing once there is one. An earlier code is void.
  // It is a reset's token: first password by reset_password().
  Result<std::optional<std::string>> first_start_code();

  // ---- person ----

  struct Contact {
    std::string email;
    Language language = Language::ja;
  };
  [[nodiscard]] Result<Contact> contact(PersonId person) const;
  Result<void> set_contact(PersonId person, const std::string& email, Language language);  // service.email_syntax; who may is the caller's to ask
  Result<void> set_language(const Signed& who, Language language);

  // ---- tokens of programs ----

  struct MadeToken {
    ApiToken token;
    std::string text;  // shown once
  };
  // Needs the second factor. service.scope_unknown, token_name, token_end, role_missing_here.
  Result<MadeToken> make_token(const Signed& who, const std::string& name, OrganisationNumber organisation, const std::vector<std::string>& scopes, Instant until);
  [[nodiscard]] Result<std::vector<ApiToken>> tokens(PersonId person) const;
  Result<void> revoke_token(const Signed& who, ApiTokenId token);  // one's own, or an administrator's act; service.token_not_found

  // ---- invitations ----

  struct MadeInvitation {
    InvitationId id;
    std::string token;
    Instant until;
  };
  // Who may appoint may offer every role that check_appointing lets them; anybody else only roles that they have in that organisation. Needs the second factor.
  // service.invitation_right, invitation_roles, email_syntax; scheme.organisation_unknown.
  Result<MadeInvitation> invite(const Signed& who, const std::string& email, OrganisationNumber organisation, const std::vector<scheme::Role>& roles);
  [[nodiscard]] Result<Invitation> invitation(const std::string& token) const;  // what the link's page shows; service.link_unknown
  // Makes the person and their password, and grants the roles in the inviter's name if that one may; else they wait for the secretariat.
  // service.link_unknown, password_*, login_form; store.login_taken.
  Result<Invitation> accept_invitation(const std::string& token, const std::string& login, const std::string& name, const std::string& password, Language language);
  // A person who is there already takes the roles.
  Result<Invitation> accept_invitation(const Signed& who, const std::string& token);
  [[nodiscard]] Result<std::vector<Invitation>> invitations(const Signed& who) const;  // one's own; of who may appoint: all
  Result<void> revoke_invitation(const Signed& who, InvitationId invitation);
  Result<void> grant_invitation(const Signed& who, InvitationId invitation);           // by who may appoint

  // ---- leaving ----

  [[nodiscard]] Result<Handover> handover(PersonId person) const;
  // Grants the successors, takes the person's roles (of `organisation`; 0 = of all), ends sessions, tokens and invitations. `organisation` 0 also takes
  // password, authenticator and address. By who may appoint, with a second factor; a group in the journal, all or none.
  // service.handover_incomplete names every role that would be left without a holder; handover_successor.
  Result<void> leave(const Signed& who, PersonId person, OrganisationNumber organisation, const std::vector<Successor>& successors);
  // At once: no password, no session, no token; the roles stand until leave().
  Result<void> shut_out(const Signed& administrator, PersonId person);

  // ---- demo ----

  // Only on demo and training stores (service.demo_only). `totp_secret`: base32; "" = no second factor.
  Result<void> make_demo_login(PersonId person, const std::string& password, const std::string& totp_secret);
  [[nodiscard]] Result<std::string> demo_code(const std::string& login) const;

  // ---- watching ----

  // Newest first; `before` 0 = from the newest. For the administrator's page: who may is the caller's to ask.
  [[nodiscard]] Result<std::vector<SecurityEvent>> security_log(std::uint64_t before, std::size_t limit) const;
  [[nodiscard]] std::size_t sessions_live() const;

  // Writes what was last seen; takes out what is over. Called by its own thread every 20 s, and at the end.
  Result<void> flush();

 private:
  struct Parts;
  explicit Identity(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace sumi::service
