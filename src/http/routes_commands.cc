// Every command of the scheme as a route, by its name, through its one description; and several of them as a group, all or none.
#include <algorithm>
#include <array>

#include "http/api.h"
#include "service/authority.h"
#include "service/citing.h"
#include "service/split.h"
#include "wire/commands.h"

namespace sumi::http {

namespace {

// Written by time, by the ledger's founding, or by a restore; and what only old stores hold.
bool by_itself(std::string_view name) {
  static constexpr std::array names{std::string_view("OpenStore"), std::string_view("AdvanceTime"), std::string_view("PassDeadlines"), std::string_view("LapseOffers"),
      std::string_view("NewEpoch"), std::string_view("RequestRetirement")};
  return std::find(names.begin(), names.end(), name) != names.end();
}

struct Step {
  std::string name;
  Tree body;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "name", s.name);
    v(Part::open, "body", s.body);
  }
};
struct Steps {
  std::vector<Step> commands;
  std::optional<Date> business_date;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "commands", s.commands);
    v(Part::open, "business_date", s.business_date);
  }
};
struct CommandQuery {
  std::optional<Date> business_date;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "business_date", s.business_date); }
};
// What every accepted command is answered with; its outcome's fields follow its schema.
struct AcceptedView {
  SequenceNumber entry;
  std::uint32_t count = 0;
  bool repeated = false;
  std::vector<Tree> outcomes;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "entry", s.entry);
    v(Part::open, "count", s.count);
    v(Part::open, "repeated", s.repeated);
    v(Part::open, "outcomes", s.outcomes);
  }
};

Result<void> add_command(const Call& call, std::string_view name, Tree body, service::Request& request) {
  const auto& names = wire::command_names();
  if (std::find(names.begin(), names.end(), name) == names.end()) {
    const std::string near(wire::nearest(name, names));
    return fail(errors::command_unknown,
        {{"text", std::string(name.substr(0, 80))}, {"near_ja", near.empty() ? "" : "「" + near + "」でしょうか。"}, {"near_en", near.empty() ? "" : "Did you mean \"" + near + "\"? "}});
  }
  if (by_itself(name)) return fail(errors::command_of_time, {{"text", std::string(name)}});
  SUMI_CHECK(service::Identity::may_command(call.who(), name, call.organisation()));
  if (!body.is_table() && body.kind != Tree::Kind::null) body = Tree::make_table();
  auto sealed = wire::take_sealed(name, body);
  auto command = wire::command_from_tree(name, body, wire::Reading{});
  if (!*command) return fail(std::move(*command).error());
  for (auto& [path, text] : sealed) request.sealed.push_back({request.commands.size(), std::move(path), std::move(text)});
  request.commands.push_back(**std::move(command));
  return {};
}

void submit_filed(const std::shared_ptr<Call>& call, service::Request request, const Respond& respond) {
  const bool transfers = std::any_of(request.commands.begin(), request.commands.end(), [](const auto& c) { return std::holds_alternative<registry::Transfer>(c); });
  if (transfers) {
    const auto split = service::split_transfers(call->ledger(), request, call->office.clock.now().date_in_japan());
    if (!split) return Routes::answer(*call, respond, fail(split.error()));
  }
  if (const auto named = service::name_places(call->ledger(), request); !named) return Routes::answer(*call, respond, fail(named.error()));
  call->ledger().submit_async(std::move(request), [call, respond](Result<service::Accepted> accepted) {
    if (!accepted) return Routes::answer(*call, respond, fail(std::move(accepted).error()));
    AcceptedView view{accepted->first, accepted->count, accepted->repeated, {}};
    for (const auto& outcome : accepted->outcomes) view.outcomes.push_back(wire::outcome_tree(outcome));
    Routes::answer(*call, respond, Routes::json_response(view));
  });
}

void submit(const std::shared_ptr<Call>& call, service::Request request, const Respond& respond) {
  request.actor = call->person();
  request.on_behalf_of = call->organisation();
  if (const auto may = may_date(*call, request.business_date); !may) return Routes::answer(*call, respond, fail(may.error()));
  const bool cites = std::ranges::any_of(request.commands, [](const auto& c) { return !service::cited_documents(c).empty(); });
  if (!cites) return submit_filed(call, std::move(request), respond);
  // Documents are read and filed: on a thread that may wait.
  auto work = [call, respond, request = std::move(request)]() mutable {
    if (const auto filed = service::file_cited(call->ledger(), call->organisation(), request.commands); !filed) return Routes::answer(*call, respond, fail(filed.error()));
    submit_filed(call, std::move(request), respond);
  };
  if (!call->office.background) return work();
  if (!call->office.background(std::move(work))) Routes::answer(*call, respond, fail(errors::too_busy));
}

Result<service::Request> read_group(const Call& call) {
  service::Request request;
  SUMI_TRY(request.key, idempotency_key(call.request));
  SUMI_TRY(auto steps, Routes::read_body<Steps>(call));
  request.business_date = steps.business_date;
  for (Step& step : steps.commands) SUMI_CHECK(add_command(call, step.name, std::move(step.body), request));
  return request;
}

Result<service::Request> read_one(const Call& call, std::string_view name) {
  service::Request request;
  SUMI_TRY(request.key, idempotency_key(call.request));
  SUMI_TRY(const auto query, Routes::read_query<CommandQuery>(call));
  request.business_date = query.business_date;
  SUMI_TRY(Tree body, Routes::body_tree(call.request));
  SUMI_CHECK(add_command(call, name, std::move(body), request));
  return request;
}

}  // namespace

void add_command_routes(Routes& routes) {
  for (const auto name : wire::command_names()) {
    if (by_itself(name)) continue;
    RouteWords words = routes.begin<CommandQuery>(Method::post, "/api/v1/commands/" + std::string(name), {"申請", "A command"}, "commands", Right::signed_in);
    words.id = "command_" + std::string(name);
    words.request = *wire::command_schema(name, routes.components());
    // The outcome of this command stands in the list.
    Tree schema = wire::detail::schema_type("object");
    Tree& properties = schema.add("properties", Tree::make_table());
    properties.add("entry", wire::detail::schema_type("integer"));
    properties.add("count", wire::detail::schema_type("integer"));
    properties.add("repeated", wire::detail::schema_type("boolean"));
    properties.add("outcomes", wire::detail::schema_type("array")).add("items", *wire::outcome_schema(name, routes.components()));
    Tree& required = schema.add("required", Tree::make_array());
    for (const char* key : {"entry", "count", "repeated", "outcomes"}) required.items.push_back(Tree::make_string(key));
    words.response = std::move(schema);
    words.key_needed = true;
    routes.raw(std::move(words),
        [name](const std::shared_ptr<Call>& call, const Respond& respond) {
          auto request = read_one(*call, name);
          if (!request) return Routes::answer(*call, respond, fail(std::move(request).error()));
          submit(call, *std::move(request), respond);
        },
        ::sumi::limits::json_bytes_max);
  }
  RouteWords words = routes.begin<Nothing>(Method::post, "/api/v1/commands", {"複数の申請(全部か無か)", "Several commands, all or none"}, "commands", Right::signed_in);
  words.id = "commands";
  words.request = wire::schema_of<Steps>(wire::Direction::read, routes.components());
  words.response = wire::schema_of<AcceptedView>(wire::Direction::written, routes.components());
  words.key_needed = true;
  routes.raw(std::move(words),
      [](const std::shared_ptr<Call>& call, const Respond& respond) {
        auto request = read_group(*call);
        if (!request) return Routes::answer(*call, respond, fail(std::move(request).error()));
        submit(call, *std::move(request), respond);
      },
      ::sumi::limits::json_bytes_max);
}

}  // namespace sumi::http
