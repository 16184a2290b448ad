#include "http/api.h"

#include <algorithm>
#include <charconv>

#include "scheme/names.h"
#include "service/errors.h"

namespace sumi::http {

namespace {

// "Bearer TOKEN".
std::string_view bearer_of(const Request& request) {
  constexpr std::string_view word = "Bearer ";
  const auto value = request.header("authorization");
  return value.starts_with(word) ? value.substr(word.size()) : std::string_view{};
}

Language language_of(const Request& request) {
  const auto at = ("&" + std::string(request.query)).find("&language=");
  if (at != std::string::npos) return request.query.substr(at + 9).starts_with("en") ? Language::en : Language::ja;
  // The first of Japanese and English that is named.
  const auto accepted = request.header("accept-language");
  const auto ja = accepted.find("ja"), en = accepted.find("en");
  return en != std::string_view::npos && (ja == std::string_view::npos || en < ja) ? Language::en : Language::ja;
}

bool changes(Method method) { return method != Method::get && method != Method::head && method != Method::options; }

std::string role_words(const service::RightRow& row) {
  std::string out;
  for (const auto role : row.roles) out += (out.empty() ? "" : " / ") + wire::word_of(role);
  return out;
}

}  // namespace

bool from_the_page(const Request& request, std::string_view csrf) {
  const auto site = request.header("sec-fetch-site");
  if (!site.empty() && site != "same-origin" && site != "none") return false;
  if (const auto origin = request.header("origin"); !origin.empty()) {
    const auto host = origin.find("://");
    if (host == std::string_view::npos || origin.substr(host + 3) != request.header("host")) return false;
  }
  return csrf.empty() || request.header("sumi-csrf") == csrf;
}

Api::Api(Office office, Pages pages) : office_(std::move(office)), pages_(std::move(pages)) {
  add_basic_routes(routes_);
  add_command_routes(routes_);
  add_holder_routes(routes_);
  add_transfer_routes(routes_);
  add_event_routes(routes_);
  add_session_routes(routes_);
  add_identity_routes(routes_);
  add_public_routes(routes_);
  add_rulebook_routes(routes_);
  add_proponent_routes(routes_);
  add_member_routes(routes_);
  add_audit_routes(routes_);
  add_verifier_routes(routes_);
  add_secretariat_routes(routes_);
  add_round_routes(routes_);
}

std::size_t Api::body_max(Method method, std::string_view path) const {
  // What is refused for another reason is told that reason: a small body is read in any case.
  constexpr std::size_t always = std::size_t{64} << 10;
  const auto found = routes_.find(method, path);
  return std::max(found ? found->body_max : 0, always);
}

Result<Caller> Api::caller_of(const Request& request, const RouteWords& words) const {
  Caller caller;
  const auto bearer = bearer_of(request);
  if (!bearer.empty()) {
    auto token = office_.identity.authenticate_token(bearer);
    if (!token) return fail(errors::not_signed_in);
    caller.signed_in = *std::move(token);
  } else if (const auto cookie = request.cookie("sumi_session"); !cookie.empty()) {
    // A session that is over is nobody's: what is public stays so.
    if (auto session = office_.identity.authenticate(cookie)) caller.signed_in = *std::move(session);
  }
  if (words.right != Right::everyone && !caller.signed_in) return fail(errors::not_signed_in);
  if (changes(request.method) && bearer.empty() && !from_the_page(request, caller.signed_in ? caller.signed_in->csrf : "")) return fail(errors::csrf_missing);
  if (!caller.signed_in) return caller;
  const service::Signed& who = *caller.signed_in;
  if (who.token && !changes(request.method) && words.right != Right::everyone) SUMI_CHECK(service::Identity::may_read(who));
  OrganisationNumber wanted;
  if (const auto header = request.header("sumi-organisation"); !header.empty()) {
    const auto end = std::from_chars(header.data(), header.data() + header.size(), wanted.value).ptr;
    if (end != header.data() + header.size()) return fail(errors::organisation_not_yours, {{"organisation", std::string(header.substr(0, 40))}});
  } else if (who.token) {
    wanted = who.token->organisation;
  }
  if (who.token && wanted != who.token->organisation) return fail(errors::organisation_not_yours, {{"organisation", std::to_string(wanted.value)}});
  const Date today = office_.clock.now().date_in_japan();
  bool known = true;
  SUMI_CHECK(office_.ledger.read([&](const scheme::State& state) {
    if (!wanted) {
      const auto own = service::organisations_of(state, who.person, today);
      if (!own.empty()) wanted = own.front();
    }
    caller.actor = service::actor_for(state, who.person, wanted, today);
    known = !wanted || !caller.actor.roles.empty();
  }));
  if (!known) return fail(errors::organisation_not_yours, {{"organisation", std::to_string(wanted.value)}});
  const auto& row = service::row_of(words.right);
  if (!service::allowed(words.right, caller.actor, true)) return fail(errors::not_allowed, {{"roles", role_words(row)}});
  // What the second factor guards is no token's, but for reading the journal, where the token was made for just that.
  if (row.second_factor && who.token && words.right == Right::audit && !changes(request.method)) {
    const auto& scopes = who.token->scopes;
    if (std::find(scopes.begin(), scopes.end(), "audit") != scopes.end()) return caller;
    return fail(service::errors::scope_missing, {{"scope", "audit"}});
  }
  if (row.second_factor && !who.second_factor) return fail(errors::second_factor_needed);
  return caller;
}

void Api::handle(const Request& request, Respond respond) {
  const auto found = routes_.find(request.method, request.path);
  // The route's pattern, for metrics and the access log: never the path as it was sent.
  respond = [pattern = found ? std::string_view(found->words->pattern) : std::string_view{}, respond = std::move(respond)](Response response) {
    if (response.route.empty()) response.route = pattern;
    respond(std::move(response));
  };
  const bool api = request.path.starts_with("/api/");
  if (!found) {
    if (!api && found.error().def == &errors::route_unknown && pages_) {
      if (auto page = pages_(request)) return respond(*std::move(page));
    }
    return respond(Routes::problem(found.error(), request.path));
  }
  auto caller = caller_of(request, *found->words);
  if (!caller) return respond(Routes::problem(caller.error(), request.path));
  const auto call = std::make_shared<Call>(Call{request, office_, found->words, *std::move(caller), language_of(request), {}});
  (*found->run)(call, std::move(respond));
}

}  // namespace sumi::http
