// The server's answers: who asks and whether they may, then the route; everything else is the page's files.
#pragma once

#include <functional>
#include <memory>

#include "http/message.h"
#include "http/office.h"
#include "http/route.h"
#include "http/throttle.h"

namespace sumi::http {

class JobDesk;

// Every route of the program, in the order of the OpenAPI file. One function per file routes_<subject>.cc.
void add_basic_routes(Routes& routes);
void add_command_routes(Routes& routes);
void add_holder_routes(Routes& routes);
void add_transfer_routes(Routes& routes, const std::shared_ptr<JobDesk>& jobs);
void add_event_routes(Routes& routes);
void add_session_routes(Routes& routes);
void add_identity_routes(Routes& routes);
void add_public_routes(Routes& routes);
void add_rulebook_routes(Routes& routes);
void add_proponent_routes(Routes& routes, const std::shared_ptr<JobDesk>& jobs);
void add_member_routes(Routes& routes, const std::shared_ptr<JobDesk>& jobs);
void add_job_routes(Routes& routes, const std::shared_ptr<JobDesk>& jobs);
void add_audit_routes(Routes& routes, const std::shared_ptr<JobDesk>& jobs);
void add_verifier_routes(Routes& routes, const std::shared_ptr<JobDesk>& jobs);
void add_secretariat_routes(Routes& routes);
void add_round_routes(Routes& routes);

class Api final : public Handler {
 public:
  // The page's files; nothing: there is no such file.
  using Pages = std::function<std::optional<Response>(const Request&)>;

  Api(Office office, Pages pages);
  [[nodiscard]] std::size_t body_max(const Request& request) const override;
  void handle(const Request& request, Respond respond) override;
  [[nodiscard]] const Routes& routes() const { return routes_; }

 private:
  [[nodiscard]] Result<Caller> caller_of(const Request& request, const RouteWords& words) const;
  // http.too_many_requests. What is below /api counts; the page's files, /healthz, /readyz and /metrics do not.
  [[nodiscard]] Result<void> count(const Request& request, const service::Signed* who) const;

  Office office_;
  Pages pages_;
  Routes routes_;
  std::unique_ptr<Throttle> throttle_;
};

// A UUID or 32 hexadecimal digits. Errors: http.key_missing, key_syntax.
[[nodiscard]] Result<IdempotencyKey> idempotency_key(const Request& request);

// A day other than today's may be given by those who enter what reached them on paper or was decided in a meeting (secretariat, committee, administrator). Everybody may where
// a store is for trying out: a life of years is walked there in an hour. http.day_not_yours.
[[nodiscard]] Result<void> may_date(const Call& call, std::optional<Date> day);

// The page's answer to whether a request came from the page itself: the header Sumi-CSRF, and no other site in Origin or Sec-Fetch-Site.
[[nodiscard]] bool from_the_page(const Request& request, std::string_view csrf);

}  // namespace sumi::http
