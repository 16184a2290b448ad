#include "http/api.h"

#include <algorithm>
#include <charconv>

#include "http/job_desk.h"
#include "http/limits.h"
#include "http/text.h"
#include "scheme/words.h"
#include "service/errors.h"
#include "service/config.h"
#include "service/glance.h"

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

// ?acting_for=NUMBER of a request that changes nothing: a link to a file cannot carry a header.
std::string_view organisation_in_query(const Request& request) {
  std::string_view rest = request.query;
  constexpr std::string_view name = "acting_for=";
  while (!rest.empty()) {
    const auto pair = rest.substr(0, rest.find('&'));
    if (pair.starts_with(name)) return pair.substr(name.size());
    rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
  }
  return {};
}

// What a thread that serves connections saw without waiting is shown once it is durable; another thread waits for that.
void respond_when_durable(const Office& office, const Respond& respond, Response response) {
  const auto* glance = service::Glance::current();
  if (glance == nullptr || glance->durable()) return respond(std::move(response));
  const auto held = std::make_shared<Response>(std::move(response));
  const bool taken = office.background([&office, respond, held] {
    const auto durable = office.ledger.read([](const scheme::State&) {});
    respond(durable ? std::move(*held) : Routes::problem(durable.error(), ""));
  });
  if (!taken) respond(Routes::problem(make_error(errors::too_busy), ""));
}

bool changes(Method method) { return method != Method::get && method != Method::head && method != Method::options; }

Unexpected roles_needed(const service::RightRow& row) {
  JoinedWords roles;
  for (const auto role : row.roles) roles.add(words_of(role));
  return fail(errors::not_allowed, {{"roles_ja", roles.ja}, {"roles", roles.en}});
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

Result<IdempotencyKey> idempotency_key(const Request& request) {
  const auto text = request.header("idempotency-key");
  if (text.empty()) return fail(errors::key_missing);
  std::string digits;
  for (const char c : text) {
    if (c != '-') digits += c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  const auto id = IdempotencyKey::from_hex(digits);
  if (!id || id->is_nil()) return fail(errors::key_syntax, {{"text", percent_encoded(text.substr(0, 80))}});
  return IdempotencyKey{*id};
}

Api::Api(Office office, Pages pages)
    : office_(std::move(office)), pages_(std::move(pages)), throttle_(std::make_unique<Throttle>(office_.config == nullptr ? 0 : office_.config->limits.requests_per_minute)) {
  const auto jobs = std::make_shared<JobDesk>();
  add_basic_routes(routes_);
  add_command_routes(routes_);
  add_holder_routes(routes_);
  add_transfer_routes(routes_, jobs);
  add_event_routes(routes_);
  add_session_routes(routes_);
  add_identity_routes(routes_);
  add_public_routes(routes_);
  add_rulebook_routes(routes_);
  add_proponent_routes(routes_, jobs);
  add_member_routes(routes_, jobs);
  add_job_routes(routes_, jobs);
  add_audit_routes(routes_, jobs);
  add_verifier_routes(routes_, jobs);
  add_secretariat_routes(routes_);
  add_round_routes(routes_);
}

Result<void> may_date(const Call& call, std::optional<Date> day) {
  if (!day || *day == call.office.clock.now().date_in_japan()) return {};
  for (const auto role : {scheme::Role::secretariat, scheme::Role::committee, scheme::Role::administrator}) {
    if (call.caller.actor.has(role)) return {};
  }
  auto kind = scheme::StoreKind::production;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { kind = state.meta().kind; }));
  if (kind != scheme::StoreKind::production) return {};
  return fail(errors::day_not_yours, {{"day", day->to_string()}});
}

std::size_t Api::body_max(const Request& request) const {
  constexpr std::size_t always = limits::body_always_bytes;
  const auto found = routes_.find(request.method, request.path);
  std::size_t most = found ? found->body_max : 0;
  if (most <= always) return always;
  // More only from somebody who is known: whoever is not could fill the room for bodies and send nothing more.
  const auto bearer = bearer_of(request);
  const auto cookie = request.cookie("sumi_session");
  const bool known = !bearer.empty() ? office_.identity.authenticate_token(bearer).has_value() : !cookie.empty() && office_.identity.authenticate(cookie).has_value();
  if (!known) return always;
  if (found && !found->words->request_type.empty() && office_.config != nullptr) most = std::min(most, std::size_t{office_.config->limits.upload_megabytes} << 20);
  return std::max(most, always);
}

Result<void> Api::count(const Request& request, const service::Signed* who) const {
  if (!request.path.starts_with("/api/")) return {};
  std::chrono::milliseconds wait{};
  if (who == nullptr) {
    const bool signs_in = request.path.starts_with("/api/v1/session");
    wait = throttle_->take(signs_in ? Throttle::Kind::sign_in : Throttle::Kind::address, request.peer);
  } else if (who->token) {
    wait = throttle_->take(Throttle::Kind::token, std::to_string(who->token->id.value));
  } else {
    // The person and not the session: who signs in twice is still one.
    wait = throttle_->take(Throttle::Kind::person, {reinterpret_cast<const char*>(who->person.bytes.data()), who->person.bytes.size()});
  }
  if (wait.count() == 0) return {};
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
  return fail(errors::too_many_requests, {{"limit", std::to_string(office_.config->limits.requests_per_minute)}, {"seconds", std::to_string(seconds)}});
}

Result<Caller> Api::caller_of(const Request& request, const RouteWords& words) const {
  Caller caller;
  const auto bearer = bearer_of(request);
  if (!bearer.empty()) {
    // A token that is none is whose address sent it.
    if (auto token = office_.identity.authenticate_token(bearer)) caller.signed_in = *std::move(token);
  } else if (const auto cookie = request.cookie("sumi_session"); !cookie.empty()) {
    // A session that is over is nobody's: what is public stays so.
    if (auto session = office_.identity.authenticate(cookie)) caller.signed_in = *std::move(session);
  }
  SUMI_CHECK(count(request, caller.signed_in.get()));
  if (!bearer.empty() && !caller.signed_in) return fail(errors::not_signed_in);
  if (words.right != Right::everyone && !caller.signed_in) return fail(errors::not_signed_in);
  if (changes(request.method) && bearer.empty() && !from_the_page(request, caller.signed_in ? caller.signed_in->csrf : "")) return fail(errors::csrf_missing);
  if (!caller.signed_in) return caller;
  const service::Signed& who = *caller.signed_in;
  if (who.token && words.right != Right::everyone && !words.any_token) {
    if (!changes(request.method) || words.reads) {
      SUMI_CHECK(service::Identity::may_read(who));
    } else {
      SUMI_CHECK(service::Identity::may_write(who));
    }
  }
  OrganisationNumber wanted;
  auto named = request.header("sumi-organisation");
  if (named.empty() && !changes(request.method)) named = organisation_in_query(request);
  if (!named.empty()) {
    const auto end = std::from_chars(named.data(), named.data() + named.size(), wanted.value).ptr;
    if (end != named.data() + named.size()) return fail(errors::organisation_not_yours, {{"organisation", percent_encoded(named.substr(0, 40))}});
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
  if (!service::allowed(words.right, caller.actor, true)) return roles_needed(row);
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
  respond = [office = &office_, pattern = found ? std::string_view(found->words->pattern) : std::string_view{}, respond = std::move(respond)](Response response) {
    if (response.route.empty()) response.route = pattern;
    respond_when_durable(*office, respond, std::move(response));
  };
  std::optional<service::Glance> glance;
  if (office_.background) glance.emplace();
  const bool api = request.path.starts_with("/api/");
  if (!found) {
    if (!api && found.error().def == &errors::route_unknown && pages_) {
      if (auto page = pages_(request)) return respond(*std::move(page));
    }
    if (const auto counted = count(request, nullptr); !counted) return respond(Routes::problem(counted.error(), request.path));
    return respond(Routes::problem(found.error(), request.path));
  }
  auto caller = caller_of(request, *found->words);
  if (!caller) return respond(Routes::problem(caller.error(), request.path));
  if (found->words->key_needed) {
    if (const auto key = idempotency_key(request); !key) return respond(Routes::problem(key.error(), request.path));
  }
  const auto call = std::make_shared<Call>(Call{request, office_, found->words, *std::move(caller), language_of(request), {}});
  (*found->run)(call, std::move(respond));
}

}  // namespace sumi::http
