#include "http/routes_log.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/words.h"
#include "http/limits.h"
#include "http/list_route.h"
#include "store/identities.h"

namespace sumi::http {

namespace {

// What the log tells of, by its key.
constexpr std::array<Words, 27> event_words{{{"signed_in", "ログインした", "Signed in"},
      {"sign_in_failed", "ログインに失敗した", "A sign-in failed"},
      {"code_failed", "確認コードが違った", "A wrong code"},
      {"sign_in_slowed", "失敗が続き、待たせた", "Made to wait after failures"},
      {"recovery_code_used", "回復コードを使った", "A recovery code was used"},
      {"second_factor_passed", "二段階認証を通った", "Passed the second factor"},
      {"signed_out", "サインアウトした", "Signed out"},
      {"session_revoked", "ログインを終わらせた", "A sign-in was ended"},
      {"password_changed", "パスワードを変えた", "Password changed"},
      {"password_reset_asked", "パスワードの再設定を頼んだ", "Asked to reset the password"},
      {"password_reset_given", "管理者が再設定のリンクを作った", "An administrator made a reset link"},
      {"password_set_by_link", "リンクでパスワードを決めた", "Password set by a link"},
      {"first_start_code", "初回コードを使った", "The first code was used"},
      {"authenticator_enrolled", "認証アプリを登録した", "Authenticator set up"},
      {"recovery_codes_made", "回復コードを作った", "Recovery codes made"},
      {"authenticator_reset_asked", "認証アプリの置き換えを頼んだ", "Asked to replace an authenticator"},
      {"authenticator_reset_approved", "認証アプリの置き換えを承認した", "Authenticator replacement approved"},
      {"authenticator_reset_refused", "認証アプリの置き換えを断った", "Authenticator replacement refused"},
      {"token_made", "トークンを作った", "Token made"},
      {"token_revoked", "トークンを取り消した", "Token revoked"},
      {"invited", "招待した", "Invited"},
      {"invitation_accepted", "招待を受けた", "Invitation accepted"},
      {"invitation_revoked", "招待を取り消した", "Invitation taken back"},
      {"roles_granted", "招待の役割を与えた", "Invited roles granted"},
      {"handed_over", "退任を引き継いだ", "Handed over"},
      {"shut_out", "ログインを止めた", "Shut out"},
      {"contact_changed", "連絡先を変えた", "Contact changed"}}};

struct LogQuery {
  service::PageQuery page;
  std::string format, sort;
  std::uint64_t before = 0;  // only what is older than that line; 0: all
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "limit", s.page.limit);
    v(Part::open, "cursor", s.page.cursor);
    v(Part::open, "format", s.format);
    v(Part::open, "sort", s.sort);
    v(Part::open, "before", s.before);
  }
};
struct EventView {
  std::uint64_t id = 0;
  Instant time;
  std::string kind, login, by, detail;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "id", s.id);
    v(Part::party, "time", s.time);
    v(Part::party, "kind", s.kind);
    v(Part::party, "login", s.login);
    v(Part::party, "by", s.by);
    v(Part::party, "detail", s.detail);
  }
};
struct RefusalView {
  std::uint64_t id = 0;
  Instant time;
  std::string login;
  OrganisationNumber organisation;
  std::string command, refusal;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "id", s.id);
    v(Part::party, "time", s.time);
    v(Part::party, "login", s.login);
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "command", s.command);
    v(Part::party, "refusal", s.refusal);
  }
};

std::string words_of_event(const std::string& kind, Language language) {
  const auto found = std::ranges::find(event_words, kind, &Words::key);
  return found == event_words.end() ? kind : said(*found, language);
}

// Everybody's login, read once for the whole list.
class Logins {
 public:
  static Result<Logins> of(const Call& call) {
    Logins out;
    SUMI_TRY(const auto persons, call.ledger().people().persons());
    for (const auto& person : persons) out.logins_.emplace(person.id, person.login);
    return out;
  }
  [[nodiscard]] std::string operator()(PersonId person) const {
    if (person.is_nil()) return {};
    const auto found = logins_.find(person);
    return found == logins_.end() ? person.to_hex() : found->second;
  }

 private:
  std::map<PersonId, std::string> logins_;
};

Result<std::vector<EventView>> events(const Call& call, const LogQuery& query) {
  SUMI_TRY(auto* const rows, call.ledger().people().identities());
  SUMI_TRY(const auto found, rows->security_log(query.before, limits::log_list_max));
  SUMI_TRY(const auto login, Logins::of(call));
  std::vector<EventView> all;
  all.reserve(found.size());
  for (const auto& row : found) all.push_back({row.id, row.time, std::string(store::word_of(row.kind)), login(row.person), login(row.actor), row.detail});
  return all;
}
Result<std::vector<RefusalView>> refusals(const Call& call, const LogQuery& query) {
  SUMI_TRY(auto* const rows, call.ledger().people().identities());
  SUMI_TRY(const auto found, rows->refusals(query.before, limits::log_list_max));
  SUMI_TRY(const auto login, Logins::of(call));
  std::vector<RefusalView> all;
  all.reserve(found.size());
  for (const auto& row : found) all.push_back({row.id, row.time, login(row.actor), row.organisation, row.command, row.refusal});
  return all;
}

}  // namespace

void add_log_routes(Routes& routes) {
  using E = EventView;
  add_list<LogQuery, E>(routes, "/api/v1/security-log", {"ログインの記録", "What happened around signing in"}, "people", Right::administer, {"ログインの記録", "security-log"},
      {{"番号", "Number", [](const E& e, Language) { return std::to_string(e.id); }, true, "number"}, {"時刻", "Time", [](const E& e, Language) { return e.time.to_string(); }, false, "time"},
          {"できごと", "Event", [](const E& e, Language l) { return words_of_event(e.kind, l); }, false, "kind"}, {"ログイン名", "Login", [](const E& e, Language) { return e.login; }, false, "login"},
          {"行った人", "By", [](const E& e, Language) { return e.by; }, false, "by"}, {"詳細", "Detail", [](const E& e, Language) { return e.detail; }}},
      events, [](const E& e) { return std::to_string(e.id); });
  using R = RefusalView;
  add_list<LogQuery, R>(routes, "/api/v1/security-log/refusals", {"断られた操作の記録", "Refused attempts to retire or decide"}, "people", Right::administer, {"断られた操作", "refusals"},
      {{"番号", "Number", [](const R& r, Language) { return std::to_string(r.id); }, true, "number"}, {"時刻", "Time", [](const R& r, Language) { return r.time.to_string(); }, false, "time"},
          {"ログイン名", "Login", [](const R& r, Language) { return r.login; }, false, "login"},
          {"事業者番号", "Organisation", [](const R& r, Language) { return r.organisation ? std::to_string(r.organisation.value) : std::string(); }, true, "organisation"},
          {"操作", "Command", [](const R& r, Language) { return r.command; }, false, "command"}, {"理由の番号", "Refusal", [](const R& r, Language) { return r.refusal; }, false, "refusal"}},
      refusals, [](const R& r) { return std::to_string(r.id); });
}

}  // namespace sumi::http
