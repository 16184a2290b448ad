// Signing in and out, and one's own sign-in data: second factor, recovery codes, password, address, sessions, tokens.
#include "http/routes_session.h"

#include <algorithm>
#include <set>

#include "http/limits.h"
#include "http/list_route.h"
#include "http/queries.h"
#include "http/throttle.h"
#include "scheme/names.h"
#include "service/config.h"
#include "wire/commands.h"

namespace sumi::http {

namespace {

using scheme::Role;
using service::Identity;
using service::Page;
using service::PageQuery;

// The cookie between the two steps of signing in.
constexpr std::string_view pending_cookie = "sumi_sign_in";

void set_cookie(const Call& call, std::string_view name, const std::string& value, std::int64_t seconds, std::string_view path = "/") {
  std::string text = std::string(name) + "=" + value + "; HttpOnly; SameSite=Lax; Path=" + std::string(path);
  if (seconds >= 0) text += "; Max-Age=" + std::to_string(seconds);
  if (call.request.secure) text += "; Secure";
  call.headers.emplace_back("set-cookie", std::move(text));
}

// Roles some of whose commands need the second factor.
const std::set<Role>& roles_with_second_factor() {
  static const auto roles = [] {
    std::set<Role> out;
    for (const auto name : wire::command_names()) {
      if (!Identity::needs_second_factor(name)) continue;
      for (const auto role : service::roles_for_command(name)) out.insert(role);
    }
    return out;
  }();
  return roles;
}

struct SignInBody {
  std::string login, password, code;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "login", s.login);
    v(Part::party, "password", s.password);
    v(Part::party, "code", s.code);
  }
};
struct CodeBody {
  std::string code, recovery_code;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "code", s.code);
    v(Part::party, "recovery_code", s.recovery_code);
  }
};
struct ConfirmBody {
  std::string code;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::party, "code", s.code); }
};
struct EnrolmentView {
  std::string secret, uri;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "secret", s.secret);
    v(Part::party, "uri", s.uri);
  }
};
struct CodesView {
  std::vector<std::string> recovery_codes;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::party, "recovery_codes", s.recovery_codes); }
};
struct PasswordBody {
  std::string old_password, password;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "old_password", s.old_password);
    v(Part::party, "password", s.password);
  }
};
struct ForgottenBody {
  std::string login;  // or the e-mail address
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::party, "login", s.login); }
};
struct ResetBody {
  std::string token, password;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "token", s.token);
    v(Part::party, "password", s.password);
  }
};
struct ResetView {
  std::string login;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::party, "login", s.login); }
};
struct ContactView {
  std::string email;
  std::string language;  // ja, en
  std::uint64_t recovery_codes_left = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "email", s.email);
    v(Part::party, "language", s.language);
    v(Part::party, "recovery_codes_left", s.recovery_codes_left);
  }
};
struct ContactBody {
  std::string email;
  std::string language = "ja";
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "email", s.email);
    v(Part::party, "language", s.language);
  }
};
struct OwnSession {
  service::SessionId id;
  Instant begun, last_seen, until;
  std::string browser;
  bool current = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "id", s.id);
    v(Part::party, "begun", s.begun);
    v(Part::party, "last_seen", s.last_seen);
    v(Part::party, "until", s.until);
    v(Part::party, "browser", s.browser);
    v(Part::party, "current", s.current);
  }
};
struct SessionQuery {
  service::SessionId session;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "session", s.session); }
};
struct EndedView {
  std::uint64_t ended = 0;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "ended", s.ended); }
};
struct TokenQuery {
  service::ApiTokenId token;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "token", s.token); }
};
struct TokenBody {
  std::string name;
  OrganisationNumber organisation;
  std::vector<std::string> scopes;
  Instant until;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "name", s.name);
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "scopes", s.scopes);
    v(Part::party, "until", s.until);
  }
};
struct TokenView {
  service::ApiTokenId id;
  std::string name;
  OrganisationNumber organisation;
  std::vector<std::string> scopes;
  Instant made, until;
  std::optional<Instant> last_used;
  bool revoked = false;
  std::string text;  // only in the answer to making it
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "id", s.id);
    v(Part::party, "name", s.name);
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "scopes", s.scopes);
    v(Part::party, "made", s.made);
    v(Part::party, "until", s.until);
    v(Part::party, "last_used", s.last_used);
    v(Part::party, "revoked", s.revoked);
    v(Part::party, "text", s.text);
  }
};

Identity& identity(const Call& call) { return call.office.identity; }

TokenView view_of(const service::ApiToken& token, std::string text = {}) {
  const auto used = token.last_used.ms == 0 ? std::nullopt : std::optional(token.last_used);
  return {token.id, token.name, token.organisation, token.scopes, token.made, token.until, used, token.revoked, std::move(text)};
}

Result<SessionView> asked_for_code(const Call& call) {
  SUMI_TRY(auto view, session_view(call, nullptr));
  view.second_factor = "asked";
  return view;
}

Result<SessionView> sign_in(const Call& call, const Nothing&, const SignInBody& body) {
  service::SignIn in;
  in.login = body.login;
  in.password = body.password;
  in.code = body.code;
  in.peer = network_text(call.request.peer);
  in.device = std::string(call.request.cookie("sumi_device"));
  in.user_agent = std::string(call.request.header("user-agent"));
  SUMI_TRY(const auto done, identity(call).sign_in(in));
  // Whoever was signed in with this browser is not any more.
  if (call.caller.signed_in && !call.who().token) static_cast<void>(identity(call).sign_out(call.who()));
  if (done.second_factor_needed) {
    set_cookie(call, pending_cookie, done.pending, limits::pending_cookie_seconds, "/api/v1/session");
    return asked_for_code(call);
  }
  return signed_in(call, done);
}

// The second step of signing in; or, within a session that has not passed it, the second factor.
Result<SessionView> second_factor(const Call& call, const Nothing&, const CodeBody& body) {
  const auto& code = body.code.empty() ? body.recovery_code : body.code;
  if (call.caller.signed_in) {
    SUMI_TRY(const auto done, identity(call).pass_second_factor(call.who(), code));
    return signed_in(call, done);
  }
  SUMI_TRY(const auto done, identity(call).finish_sign_in(std::string(call.request.cookie(pending_cookie)), code));
  set_cookie(call, pending_cookie, "", 0, "/api/v1/session");
  return signed_in(call, done);
}

Result<void> sign_out(const Call& call, const Nothing&) {
  if (call.caller.signed_in && !call.who().token) SUMI_CHECK(identity(call).sign_out(call.who()));
  set_cookie(call, "sumi_session", "", 0);
  set_cookie(call, pending_cookie, "", 0, "/api/v1/session");
  return {};
}

Result<CodesView> confirm(const Call& call, const Nothing&, const ConfirmBody& body) {
  SUMI_TRY(const auto done, identity(call).confirm_enrolment(call.who(), body.code));
  SUMI_TRY([[maybe_unused]] const auto view, signed_in(call, done.session));
  return CodesView{done.recovery_codes};
}

// With a code: the second factor anew, since what follows opens the door by itself.
Result<CodesView> new_codes(const Call& call, const Nothing&, const ConfirmBody& body) {
  SUMI_TRY(const auto passed, identity(call).pass_second_factor(call.who(), body.code));
  SUMI_TRY([[maybe_unused]] const auto view, signed_in(call, passed));
  SUMI_TRY(auto codes, identity(call).new_recovery_codes(*passed.asker));
  return CodesView{std::move(codes)};
}

Result<std::vector<OwnSession>> sessions(const Call& call, const ListQuery&) {
  SUMI_TRY(const auto own, identity(call).sessions(call.who()));
  std::vector<OwnSession> all;
  for (const auto& s : own) all.push_back({s.id, s.made, s.last_seen, s.until, s.agent, s.own});
  return all;
}

Result<ContactView> contact(const Call& call, const Nothing&) {
  SUMI_TRY(const auto stands, identity(call).contact(call.person()));
  SUMI_TRY(const auto left, identity(call).recovery_codes_left(call.person()));
  return ContactView{stands.email, stands.language == Language::en ? "en" : "ja", left};
}

Result<void> set_contact(const Call& call, const Nothing&, const ContactBody& body) {
  const auto language = body.language == "en" ? Language::en : Language::ja;
  SUMI_TRY(const auto stands, identity(call).contact(call.person()));
  // Links that open the door go to this address.
  if (stands.email != body.email && call.who().enrolled) SUMI_CHECK(Identity::sensitive(call.who()));
  if (call.who().token) SUMI_CHECK(Identity::sensitive(call.who()));
  return identity(call).set_contact(call.person(), body.email, language);
}

Result<Page<TokenView>> tokens(const Call& call, const PagesQuery& query) {
  SUMI_TRY(const auto own, identity(call).tokens(call.person()));
  std::vector<TokenView> all;
  for (const auto& token : own) all.push_back(view_of(token));
  return service::page_of(std::move(all), query.page, [](const TokenView& t) { return std::to_string(t.id.value); });
}

Result<TokenView> make_token(const Call& call, const Nothing&, const TokenBody& body) {
  SUMI_TRY(const auto made, identity(call).make_token(call.who(), body.name, body.organisation, body.scopes, body.until));
  return view_of(made.token, made.text);
}

}  // namespace

Result<SessionView> session_view(const Call& call, const service::Signed* who) {
  SessionView view;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) {
    const bool english = call.office.config != nullptr && call.office.config->language == service::DefaultLanguage::en;
    view.store = {state.meta().kind, state.meta().operator_name, english ? "en" : "ja"};
    if (who == nullptr) return;
    const auto today = call.office.clock.now().date_in_japan();
    for (const auto number : service::organisations_of(state, who->person, today)) {
      const auto* row = state.organisations().find(number);
      view.organisations.push_back({number.value, row == nullptr ? state.meta().operator_name : row->name_on(today), service::actor_for(state, who->person, number, today).roles});
    }
  }));
  if (who == nullptr) return view;
  view.person = SessionPerson{who->person, who->login, who->name, who->language == Language::en ? "en" : "ja"};
  view.csrf = who->csrf;
  service::Actor all{who->person, {}, {}};
  bool needs = false;
  for (const auto& organisation : view.organisations) {
    for (const auto role : organisation.roles) {
      if (!all.has(role)) all.roles.push_back(role);
      needs = needs || roles_with_second_factor().contains(role);
    }
  }
  for (const auto& row : service::rights()) {
    if (service::allowed(row.right, all, true)) view.rights.emplace_back(row.key);
  }
  view.second_factor = who->second_factor ? "passed" : who->enrolled ? "asked" : needs ? "to_enrol" : "none";
  return view;
}

Result<SessionView> signed_in(const Call& call, const service::SignedIn& in) {
  // Until the browser closes; the server ends it earlier.
  set_cookie(call, "sumi_session", in.token, -1);
  if (!in.device.empty()) set_cookie(call, "sumi_device", in.device, limits::device_cookie_seconds, "/api/v1/session");
  return session_view(call, in.asker.get());
}

void add_session_routes(Routes& routes) {
  routes.get<Nothing, SessionView>("/api/v1/session", {"ログインしている人", "Who is signed in"}, "session", Right::everyone,
      [](const Call& call, const Nothing&) { return session_view(call, call.caller.signed_in.get()); });
  routes.post<Nothing, SignInBody, SessionView>("/api/v1/session", {"ログインする", "Sign in"}, "session", Right::everyone, sign_in);
  routes.hashes();
  routes.post<Nothing, CodeBody, SessionView>("/api/v1/session/second-factor", {"確認コードを入力する", "Give the second factor"}, "session", Right::everyone, second_factor);
  routes.remove<Nothing, Nothing>("/api/v1/session", {"サインアウトする", "Sign out"}, "session", Right::everyone, sign_out);

  routes.post<Nothing, Nothing, EnrolmentView>("/api/v1/account/second-factor", {"認証アプリの登録を始める", "Begin to set up an authenticator"}, "account", Right::signed_in,
      [](const Call& call, const Nothing&, const Nothing&) -> Result<EnrolmentView> {
        SUMI_TRY(const auto begun, identity(call).enrol(call.who()));
        return EnrolmentView{begun.secret, begun.uri};
      });
  routes.post<Nothing, ConfirmBody, CodesView>("/api/v1/account/second-factor/confirm", {"認証アプリの登録を終える", "Confirm the authenticator by a code"}, "account", Right::signed_in, confirm);
  routes.post<Nothing, ConfirmBody, CodesView>("/api/v1/account/recovery-codes", {"回復コードを作り直す", "Make new recovery codes"}, "account", Right::signed_in, new_codes);
  routes.post<Nothing, PasswordBody, Nothing>("/api/v1/account/password", {"パスワードを変える", "Change the password"}, "account", Right::signed_in,
      [](const Call& call, const Nothing&, const PasswordBody& body) { return identity(call).change_password(call.who(), body.old_password, body.password); });
  routes.hashes();
  routes.post<Nothing, ForgottenBody, Nothing>("/api/v1/account/password/forgotten", {"パスワードの再設定を頼む", "Ask for a link to set a new password"}, "account", Right::everyone,
      [](const Call& call, const Nothing&, const ForgottenBody& body) { return identity(call).ask_password_reset(body.login, network_text(call.request.peer)); });
  routes.post<Nothing, ForgottenBody, ResetView>("/api/v1/account/password/link", {"リンクの持ち主", "Whose a link is"}, "account", Right::everyone,
      [](const Call& call, const Nothing&, const ForgottenBody& body) -> Result<ResetView> {
        SUMI_TRY(auto login, identity(call).login_of_reset(body.login));
        return ResetView{std::move(login)};
      });
  routes.post<Nothing, ResetBody, Nothing>("/api/v1/account/password/reset", {"リンクで新しいパスワードを決める", "Set a new password by a link or code"}, "account", Right::everyone,
      [](const Call& call, const Nothing&, const ResetBody& body) { return identity(call).reset_password(body.token, body.password); });
  routes.hashes();
  routes.get<Nothing, ContactView>("/api/v1/account/contact", {"連絡先と言語", "One's address and language"}, "account", Right::signed_in, contact);
  routes.put<Nothing, ContactBody, Nothing>("/api/v1/account/contact", {"連絡先と言語を変える", "Change one's address and language"}, "account", Right::signed_in, set_contact);

  using S = OwnSession;
  add_list<ListQuery, S>(routes, "/api/v1/account/sessions", {"ログインしている端末", "One's sessions"}, "account", Right::signed_in, {"ログインしている端末", "sessions"},
      {{"番号", "Number", [](const S& s, Language) { return std::to_string(s.id.value); }, true, "number"}, {"ログインした時刻", "Begun", [](const S& s, Language) { return s.begun.to_string(); }, false, "begun"},
          {"最後に使った時刻", "Last seen", [](const S& s, Language) { return s.last_seen.to_string(); }, false, "last_seen"}, {"終わる時刻", "Until", [](const S& s, Language) { return s.until.to_string(); }, false, "until"},
          {"端末", "Browser", [](const S& s, Language) { return s.browser; }, false, "browser"},
          {"この端末", "This one", [](const S& s, Language l) { return std::string(s.current ? (l == Language::ja ? "はい" : "yes") : ""); }}},
      sessions, [](const S& s) { return std::to_string(s.id.value); });
  routes.remove<Nothing, EndedView>("/api/v1/account/sessions", {"ほかの端末をすべてサインアウトする", "End all other sessions"}, "account", Right::signed_in,
      [](const Call& call, const Nothing&) -> Result<EndedView> {
        if (call.who().token) SUMI_CHECK(Identity::sensitive(call.who()));
        SUMI_TRY(const auto ended, identity(call).revoke_other_sessions(call.who()));
        return EndedView{ended};
      });
  routes.remove<SessionQuery, Nothing>("/api/v1/account/sessions/{session}", {"端末をサインアウトする", "End a session"}, "account", Right::signed_in,
      [](const Call& call, const SessionQuery& query) -> Result<void> {
        if (call.who().token) SUMI_CHECK(Identity::sensitive(call.who()));
        return identity(call).revoke_session(call.who(), query.session);
      });
  routes.get<PagesQuery, Page<TokenView>>("/api/v1/account/tokens", {"プログラム用のトークン", "One's tokens of programs"}, "account", Right::signed_in, tokens);
  routes.post<Nothing, TokenBody, TokenView>("/api/v1/account/tokens", {"トークンを作る", "Make a token"}, "account", Right::signed_in, make_token);
  routes.remove<TokenQuery, Nothing>("/api/v1/account/tokens/{token}", {"トークンを取り消す", "Revoke a token"}, "account", Right::signed_in,
      [](const Call& call, const TokenQuery& query) { return identity(call).revoke_token(call.who(), query.token); });
}

}  // namespace sumi::http
