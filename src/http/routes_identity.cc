// People for those who look after them: invitations, roles of an organisation, handover, resets by an administrator, the security log.
#include <algorithm>
#include <array>

#include "http/list_route.h"
#include "http/queries.h"
#include "http/routes_delegations.h"
#include "http/routes_log.h"
#include "http/routes_session.h"
#include "http/throttle.h"
#include "scheme/names.h"
#include "scheme/words.h"
#include "service/mail.h"
#include "service/public_view.h"
#include "store/identities.h"
#include "wire/tree_codec.h"

namespace sumi::http {

namespace {

using service::Bilingual;
using service::Identity;
using service::Page;
using service::PageQuery;

struct InvitationQuery {
  std::string token;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "token", s.token); }
};
// What the page of an invitation's link shows.
struct OfferedView {
  std::string organisation;
  std::vector<scheme::Role> roles;
  std::string login;  // proposed, from the address
  std::string email;
  Instant expires;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "roles", s.roles);
    v(Part::party, "login", s.login);
    v(Part::party, "email", s.email);
    v(Part::party, "expires", s.expires);
  }
};
struct AcceptBody {
  std::string login;  // "" = the proposed one
  std::string name, password;
  std::string language = "ja";
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "login", s.login);
    v(Part::party, "name", s.name);
    v(Part::party, "password", s.password);
    v(Part::party, "language", s.language);
  }
};
struct InvitationView {
  service::InvitationId id;
  std::string email;
  OrganisationNumber organisation;
  std::vector<scheme::Role> roles;
  std::string inviter;  // login
  Instant made, until;
  std::string state;    // open, over, accepted (waits for the secretariat), granted, revoked
  std::string token;    // only in the answer to making it; "" where it went by mail
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "id", s.id);
    v(Part::party, "email", s.email);
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "roles", s.roles);
    v(Part::party, "inviter", s.inviter);
    v(Part::party, "made", s.made);
    v(Part::party, "until", s.until);
    v(Part::party, "state", s.state);
    v(Part::party, "token", s.token);
  }
};
struct InviteBody {
  std::string email;
  OrganisationNumber organisation;
  std::vector<scheme::Role> roles;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "email", s.email);
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "roles", s.roles);
  }
};
struct NumberQuery {
  service::InvitationId invitation;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "invitation", s.invitation); }
};
struct PersonRole {
  OrganisationNumber organisation;
  std::string organisation_name;
  scheme::Role role = scheme::Role::auditor;
  std::optional<Date> since;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "organisation_name", s.organisation_name);
    v(Part::party, "role", s.role);
    v(Part::party, "since", s.since);
  }
};
struct PersonView {
  PersonId person;
  std::string login, name, email;
  std::vector<PersonRole> roles;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "person", s.person);
    v(Part::party, "login", s.login);
    v(Part::party, "name", s.name);
    v(Part::party, "email", s.email);
    v(Part::party, "roles", s.roles);
  }
};
struct PeopleQuery {
  PageQuery page;
  std::string text;                 // in login, name, address
  OrganisationNumber organisation;  // only its people
  std::string format, sort;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "limit", s.page.limit);
    v(Part::open, "cursor", s.page.cursor);
    v(Part::open, "format", s.format);
    v(Part::open, "sort", s.sort);
    v(Part::open, "text", s.text);
    v(Part::open, "organisation", s.organisation);
  }
};
struct PersonQuery {
  PersonId person;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "person", s.person); }
};
struct HeldView {
  OrganisationNumber organisation;
  std::string organisation_name;
  scheme::Role role = scheme::Role::auditor;
  std::vector<PersonId> others;
  bool needed = false;
  std::optional<Bilingual> why;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "organisation_name", s.organisation_name);
    v(Part::party, "role", s.role);
    v(Part::party, "others", s.others);
    v(Part::party, "needed", s.needed);
    v(Part::party, "why", s.why);
  }
};
struct HandoverView {
  std::vector<HeldView> roles;
  std::vector<std::uint64_t> delegations_given, delegations_received;
  std::vector<RetirementNumber> retirements;
  std::uint64_t sessions = 0, tokens = 0, invitations = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "roles", s.roles);
    v(Part::party, "delegations_given", s.delegations_given);
    v(Part::party, "delegations_received", s.delegations_received);
    v(Part::party, "retirements", s.retirements);
    v(Part::party, "sessions", s.sessions);
    v(Part::party, "tokens", s.tokens);
    v(Part::party, "invitations", s.invitations);
  }
};
struct SuccessorBody {
  OrganisationNumber organisation;
  scheme::Role role = scheme::Role::auditor;
  PersonId person;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "role", s.role);
    v(Part::party, "person", s.person);
  }
};
struct LeaveBody {
  OrganisationNumber organisation;  // absent: all
  std::vector<SuccessorBody> successors;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "successors", s.successors);
  }
};
struct LinkView {
  std::string token;    // "" where it was sent
  bool mailed = false;  // to the person's own address
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "token", s.token);
    v(Part::party, "mailed", s.mailed);
  }
};
struct RequestQuery {
  service::LostAuthenticatorId request;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "request", s.request); }
};
struct RequestView {
  service::LostAuthenticatorId request;
  PersonId person, asked_by;
  std::optional<Instant> asked, until;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "request", s.request);
    v(Part::party, "person", s.person);
    v(Part::party, "asked_by", s.asked_by);
    v(Part::party, "asked", s.asked);
    v(Part::party, "until", s.until);
  }
};

Identity& identity(const Call& call) { return call.office.identity; }

Result<std::string> login_of(const Call& call, PersonId person) {
  SUMI_TRY(const auto known, call.ledger().people().person_by_id(person));
  return known ? known->login : std::string();
}

Result<std::string> name_of(const Call& call, OrganisationNumber organisation) {
  std::string name;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) {
    const auto* row = state.organisations().find(organisation);
    name = row == nullptr ? state.meta().operator_name : row->name_on(state.now().date_in_japan());
  }));
  return name;
}

// What stands before the "@", without what a login may not have.
std::string proposed_login(const std::string& email) {
  std::string out;
  for (const char c : email.substr(0, email.find('@'))) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-') out += c;
  }
  return out;
}

Result<OfferedView> offered(const Call& call, const InvitationQuery& query) {
  SUMI_TRY(const auto invitation, identity(call).invitation(query.token));
  SUMI_TRY(auto name, name_of(call, invitation.organisation));
  return OfferedView{std::move(name), invitation.roles, proposed_login(invitation.email), invitation.email, invitation.until};
}

// By somebody new: a person with a password, who is signed in then. By somebody who is signed in: the roles are theirs.
Result<SessionView> accept(const Call& call, const InvitationQuery& query, const AcceptBody& body) {
  if (call.caller.signed_in) {
    SUMI_TRY([[maybe_unused]] const auto taken, identity(call).accept_invitation(call.who(), query.token));
    return session_view(call, &call.who());
  }
  SUMI_TRY(const auto invitation, identity(call).invitation(query.token));
  const auto login = body.login.empty() ? proposed_login(invitation.email) : body.login;
  SUMI_TRY([[maybe_unused]] const auto taken, identity(call).accept_invitation(query.token, login, body.name, body.password, body.language == "en" ? Language::en : Language::ja));
  service::SignIn in;
  in.login = login;
  in.password = body.password;
  in.peer = network_text(call.request.peer);
  in.user_agent = std::string(call.request.header("user-agent"));
  SUMI_TRY(const auto done, identity(call).sign_in(in));
  return signed_in(call, done);
}

Result<InvitationView> view_of(const Call& call, const service::Invitation& i) {
  SUMI_TRY(auto inviter, login_of(call, i.inviter));
  const char* state = i.revoked ? "revoked" : i.granted ? "granted" : i.used.ms != 0 ? "accepted" : i.until <= call.office.clock.now() ? "over" : "open";
  return InvitationView{i.id, i.email, i.organisation, i.roles, std::move(inviter), i.made, i.until, state, {}};
}

std::vector<ListColumn<InvitationView>> invitation_columns() {
  using I = InvitationView;
  return {{"招待", "Invitation", [](const I& i, Language) { return std::to_string(i.id.value); }, true, "number"}, {"メールアドレス", "E-mail", [](const I& i, Language) { return i.email; }, false, "email"},
      {"事業者番号", "Organisation", [](const I& i, Language) { return i.organisation ? std::to_string(i.organisation.value) : std::string(); }, true, "organisation"},
      {"役割", "Roles",
          [](const I& i, Language l) {
            JoinedWords roles;
            for (const auto role : i.roles) roles.add(words_of(role), ";");
            return l == Language::ja ? roles.ja : roles.en;
          }},
      {"招待した人", "Invited by", [](const I& i, Language) { return i.inviter; }, false, "inviter"}, {"招待した時刻", "Made", [](const I& i, Language) { return i.made.to_string(); }, false, "made"},
      {"期限", "Until", [](const I& i, Language) { return i.until.to_string(); }, false, "until"},
      {"状態", "State",
          [](const I& i, Language l) {
            constexpr std::array<Words, 5> table{{{"open", "返事待ち", "open"}, {"over", "期限切れ", "over"}, {"accepted", "受け入れ済み(役割はまだ)", "accepted; roles wait"}, {"granted", "役割を付与済み", "granted"},
                {"revoked", "取消し", "taken back"}}};
            const auto found = std::ranges::find(table, i.state, &Words::key);
            return found == table.end() ? i.state : said(*found, l);
          },
          false, "state"}};
}

Result<std::vector<InvitationView>> invitations(const Call& call, const ListQuery&) {
  SUMI_TRY(const auto rows, identity(call).invitations(call.who()));
  std::vector<InvitationView> all;
  for (const auto& row : rows) {
    SUMI_TRY(auto view, view_of(call, row));
    all.insert(all.begin(), std::move(view));
  }
  return all;
}

// Where mails are sent, a link is its addressee's alone: whoever could read it here could sign in as them.
bool mailed(const Call& call, const std::string& address) { return call.office.mail != nullptr && call.office.mail->enabled() && !address.empty(); }
Result<LinkView> link_for(const Call& call, PersonId person, std::string token) {
  SUMI_TRY(const auto contact, identity(call).contact(person));
  return mailed(call, contact.email) ? LinkView{{}, true} : LinkView{std::move(token), false};
}

Result<InvitationView> invite(const Call& call, const Nothing&, const InviteBody& body) {
  SUMI_TRY(const auto made, identity(call).invite(call.who(), body.email, body.organisation, body.roles));
  SUMI_TRY(const auto invitation, identity(call).invitation(made.token));
  SUMI_TRY(auto view, view_of(call, invitation));
  if (!mailed(call, body.email)) view.token = made.token;
  return view;
}

// Of everybody: who may appoint. Of an organisation: who acts for it, too, without addresses.
Result<std::vector<PersonView>> people(const Call& call, const PeopleQuery& query) {
  SUMI_TRY(const bool all_of_them, identity(call).may_appoint(call.person()));
  const auto organisation = query.organisation || all_of_them ? query.organisation : call.organisation();
  if (!all_of_them && (organisation != call.organisation() || call.caller.actor.roles.empty())) {
    JoinedWords roles;
    for (const auto role : {scheme::Role::administrator, scheme::Role::secretariat}) roles.add(words_of(role));
    return fail(errors::not_allowed, {{"roles_ja", roles.ja}, {"roles", roles.en}});
  }
  SUMI_TRY(const auto persons, call.ledger().people().persons());
  std::vector<PersonView> all;
  for (const auto& p : persons) {
    PersonView view{p.id, p.login, p.name, {}, {}};
    if (all_of_them) {
      SUMI_TRY(const auto contact, identity(call).contact(p.id));
      view.email = contact.email;
    }
    if (!query.text.empty() && service::folded_name(view.login + " " + view.name + " " + view.email).find(service::folded_name(query.text)) == std::string::npos) continue;
    all.push_back(std::move(view));
  }
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) {
    const auto today = state.now().date_in_japan();
    for (auto& view : all) {
      for (auto it = state.grants().lower_bound({view.person, {}, scheme::Role{}}); it != state.grants().end() && it->first.person == view.person; ++it) {
        if (organisation && it->first.organisation != organisation) continue;
        const auto* row = state.organisations().find(it->first.organisation);
        view.roles.push_back({it->first.organisation, row == nullptr ? state.meta().operator_name : row->name_on(today), it->first.role, it->second.since});
      }
    }
  }));
  if (organisation) std::erase_if(all, [](const PersonView& v) { return v.roles.empty(); });
  return all;
}

Result<HandoverView> handover(const Call& call, const PersonQuery& query) {
  SUMI_TRY(const auto found, identity(call).handover(query.person));
  HandoverView view;
  for (const auto& h : found.roles) {
    SUMI_TRY(auto name, name_of(call, h.organisation));
    view.roles.push_back({h.organisation, std::move(name), h.role, h.others, h.needed, h.needed ? std::optional(Bilingual{h.why_ja, h.why_en}) : std::nullopt});
  }
  view.delegations_given = found.delegations_given;
  view.delegations_received = found.delegations_received;
  view.retirements = found.retirements;
  view.sessions = found.sessions;
  view.tokens = found.tokens;
  view.invitations = found.invitations;
  return view;
}

Result<void> leave(const Call& call, const PersonQuery& query, const LeaveBody& body) {
  std::vector<service::Successor> successors;
  for (const auto& s : body.successors) successors.push_back({s.organisation, s.role, s.person});
  return identity(call).leave(call.who(), query.person, body.organisation, successors);
}

Result<Page<RequestView>> requests(const Call& call, const PagesQuery& query) {
  SUMI_TRY(const auto open, identity(call).lost_authenticators(call.who()));
  std::vector<RequestView> all;
  for (const auto& r : open) all.push_back({r.id, r.person, r.asked_by, r.asked, r.until});
  return service::page_of(std::move(all), query.page, [](const RequestView& r) { return std::to_string(r.request.value); });
}

}  // namespace

void add_identity_routes(Routes& routes) {
  add_delegation_routes(routes);
  add_log_routes(routes);
  routes.get<InvitationQuery, OfferedView>("/api/v1/invitations/{token}", {"招待の内容", "What an invitation offers"}, "people", Right::everyone, offered);
  routes.post<InvitationQuery, AcceptBody, SessionView>("/api/v1/invitations/{token}", {"招待を受ける", "Accept an invitation"}, "people", Right::everyone, accept);
  routes.hashes();
  add_list<ListQuery, InvitationView>(routes, "/api/v1/people/invitations", {"招待の一覧", "Invitations"}, "people", Right::signed_in, {"招待", "invitations"}, invitation_columns(), invitations,
      [](const InvitationView& i) { return std::to_string(i.id.value); });
  routes.post<Nothing, InviteBody, InvitationView>("/api/v1/people/invitations", {"招待する", "Invite somebody"}, "people", Right::signed_in, invite);
  routes.remove<NumberQuery, Nothing>("/api/v1/people/invitations/{invitation}", {"招待を取り消す", "Take an invitation back"}, "people", Right::signed_in,
      [](const Call& call, const NumberQuery& query) { return identity(call).revoke_invitation(call.who(), query.invitation); });
  routes.post<NumberQuery, Nothing, Nothing>("/api/v1/people/invitations/{invitation}/grant", {"招待の役割を与える", "Grant an invitation's roles"}, "people", Right::manage_people,
      [](const Call& call, const NumberQuery& query, const Nothing&) { return identity(call).grant_invitation(call.who(), query.invitation); });

  using P = PersonView;
  add_list<PeopleQuery, P>(routes, "/api/v1/people", {"人と役割", "People and their roles"}, "people", Right::signed_in, {"人と役割", "people"},
      {{"ログイン名", "Login", [](const P& p, Language) { return p.login; }, false, "login"}, {"氏名", "Name", [](const P& p, Language) { return p.name; }, false, "name"},
          {"メールアドレス", "E-mail", [](const P& p, Language) { return p.email; }, false, "email"},
          {"役割", "Roles",
              [](const P& p, Language l) {
                std::string out;
                for (const auto& one : p.roles) out += (out.empty() ? "" : ";") + said(words_of(one.role), l) + " (" + one.organisation_name + ")";
                return out;
              }}},
      people, [](const P& p) { return p.login; });
  routes.get<PersonQuery, HandoverView>("/api/v1/people/{person}/handover", {"引き継ぐもの", "What somebody would hand over"}, "people", Right::manage_people, handover);
  routes.post<PersonQuery, LeaveBody, Nothing>("/api/v1/people/{person}/leave", {"退任と引き継ぎ", "Somebody leaves"}, "people", Right::manage_people, leave);
  routes.post<PersonQuery, Nothing, LinkView>("/api/v1/people/{person}/password-reset", {"パスワードを再設定する", "Reset a password"}, "people", Right::administer,
      [](const Call& call, const PersonQuery& query, const Nothing&) -> Result<LinkView> {
        SUMI_TRY(auto token, identity(call).reset_password_of(call.who(), query.person));
        return link_for(call, query.person, std::move(token));
      });
  routes.post<PersonQuery, Nothing, Nothing>("/api/v1/people/{person}/shut-out", {"ログインを止める", "Shut somebody out"}, "people", Right::administer,
      [](const Call& call, const PersonQuery& query, const Nothing&) { return identity(call).shut_out(call.who(), query.person); });
  routes.post<PersonQuery, Nothing, RequestView>("/api/v1/people/{person}/authenticator-reset", {"認証アプリの再設定を依頼する", "Ask to replace a lost authenticator"}, "people", Right::administer,
      [](const Call& call, const PersonQuery& query, const Nothing&) -> Result<RequestView> {
        SUMI_TRY(const auto id, identity(call).ask_authenticator_reset(call.who(), query.person));
        return RequestView{id, query.person, call.person(), {}, {}};
      });
  routes.get<PagesQuery, Page<RequestView>>("/api/v1/authenticator-resets", {"承認を待つ再設定", "Authenticator resets that wait for approval"}, "people", Right::administer, requests);
  routes.post<RequestQuery, Nothing, LinkView>("/api/v1/authenticator-resets/{request}/approve", {"再設定を承認する", "Approve as the second administrator"}, "people", Right::administer,
      [](const Call& call, const RequestQuery& query, const Nothing&) -> Result<LinkView> {
        SUMI_TRY(const auto open, identity(call).lost_authenticators(call.who()));
        SUMI_TRY(auto token, identity(call).approve_authenticator_reset(call.who(), query.request));
        const auto asked = std::ranges::find(open, query.request, &service::LostAuthenticator::id);
        if (asked == open.end()) return LinkView{std::move(token), false};  // asked for between the two
        return link_for(call, asked->person, std::move(token));
      });
  routes.post<RequestQuery, Nothing, Nothing>("/api/v1/authenticator-resets/{request}/refuse", {"再設定を断る", "Refuse it"}, "people", Right::administer,
      [](const Call& call, const RequestQuery& query, const Nothing&) { return identity(call).refuse_authenticator_reset(call.who(), query.request); });

}

}  // namespace sumi::http
