// The server's answers: who asks and whether they may, then the route; everything else is the page's files.
#pragma once

#include <functional>
#include <memory>

#include "http/message.h"
#include "http/office.h"
#include "http/route.h"

namespace sumi::http {

// Every route of the program, in the order of the OpenAPI file. One function per file routes_<subject>.cc.
void add_basic_routes(Routes& routes);
void add_command_routes(Routes& routes);
void add_holder_routes(Routes& routes);
void add_transfer_routes(Routes& routes);
void add_event_routes(Routes& routes);
void add_session_routes(Routes& routes);
void add_identity_routes(Routes& routes);
void add_public_routes(Routes& routes);
void add_rulebook_routes(Routes& routes);
void add_proponent_routes(Routes& routes);
void add_member_routes(Routes& routes);
void add_audit_routes(Routes& routes);
void add_verifier_routes(Routes& routes);
void add_secretariat_routes(Routes& routes);
void add_round_routes(Routes& routes);

class Api final : public Handler {
 public:
  // The page's files; nothing: there is no such file.
  using Pages = std::function<std::optional<Response>(const Request&)>;

  Api(Office office, Pages pages);
  [[nodiscard]] std::size_t body_max(Method method, std::string_view path) const override;
  void handle(const Request& request, Respond respond) override;
  [[nodiscard]] const Routes& routes() const { return routes_; }

 private:
  [[nodiscard]] Result<Caller> caller_of(const Request& request, const RouteWords& words) const;

  Office office_;
  Pages pages_;
  Routes routes_;
};

// The page's answer to whether a request came from the page itself: the header Sumi-CSRF, and no other site in Origin or Sec-Fetch-Site.
[[nodiscard]] bool from_the_page(const Request& request, std::string_view csrf);

}  // namespace sumi::http
