// Routes, out of descriptions. A route says once what it takes and gives, as described structs; from that its JSON is read and written and its lines of the OpenAPI
// file are made, so the two cannot differ.
//
//   struct ProjectQuery {             // what stands in braces in the pattern comes from the path, the rest from behind the "?"
//     ProjectNumber project;
//     template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "project", s.project); }
//   };
//   routes.get<ProjectQuery, ProjectView>("/api/v1/projects/{project}", {"案件", "A project"}, "project", Right::everyone,
//       [](const Call& call, const ProjectQuery& q) -> Result<ProjectView> { ... });
//
// A handler returns a value or an Error; the status and the problem document follow from it (errors.h). Handlers of `fast` routes run on the threads that serve
// connections and must not wait; all others run on background threads.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "http/errors.h"
#include "http/message.h"
#include "http/office.h"
#include "service/identity.h"
#include "service/ledger.h"
#include "service/permissions.h"
#include "service/view.h"
#include "wire/json_text.h"
#include "wire/schema.h"

namespace sumi::http {

using service::Right;

// Who asks, for which organisation, with which roles there.
struct Caller {
  service::Asker signed_in;  // nullptr: nobody
  service::Actor actor;
};

struct Summary {
  std::string_view ja, en;
};

// One route as the OpenAPI file tells it.
struct RouteWords {
  Method method = Method::get;
  std::string pattern;
  std::string id;      // operationId: "get_projects_project"
  Summary summary;
  std::string tag;
  Right right = Right::everyone;
  Tree parameters = Tree::make_array();
  Tree request;        // schema of the JSON body; null = none
  std::string_view request_type;   // of a body that is no JSON: its media type; "" = JSON or none
  Tree response;       // schema; null = none
  std::string_view response_type = "application/json";
  bool key_needed = false;
  bool hashes = false;  // a password: Office::hashing
  bool reads = false;   // although by POST
  bool any_token = false;  // a token of any scope may ask: the route itself looks at what is the token's own
};

// One request on its way through a handler. Handlers may add headers to the answer ("etag").
struct Call {
  const Request& request;
  const Office& office;
  const RouteWords* route = nullptr;
  Caller caller;
  Language language = Language::ja;  // of texts that are given in one language: ?language=, else Accept-Language, else Japanese
  mutable std::vector<std::pair<std::string, std::string>> headers;
  [[nodiscard]] service::Ledger& ledger() const { return office.ledger; }
  [[nodiscard]] const service::Signed& who() const { return *caller.signed_in; }  // of routes that want somebody signed in
  [[nodiscard]] PersonId person() const { return caller.actor.person; }
  [[nodiscard]] OrganisationNumber organisation() const { return caller.actor.organisation; }
};

// An answer that is a file.
struct FileAnswer {
  std::string bytes;
  std::string_view content_type;  // a literal
  std::string name;               // for saving; "" = shown
  std::shared_ptr<const std::string> shared = {};  // instead of bytes: what many are answered with
};
// A route without parameters, or without anything to say.
struct Nothing {
  template <class Self, class V> static void fields(Self&, V&) {}
};

enum class Pace : std::uint8_t {
  fast,        // on the thread that serves the connection
  background,  // on a thread for what takes long or waits
};

class Routes {
 public:
  using Raw = std::function<void(const std::shared_ptr<Call>&, Respond)>;

  // Reads. `Query` and `Out` are described.
  template <class Query, class Out, class F>
  void get(std::string pattern, Summary summary, std::string tag, Right right, F handler, Pace pace = Pace::background) {
    add_json<Query, Nothing, Out>(Method::get, std::move(pattern), summary, std::move(tag), right, pace,
        [handler = std::move(handler)](const Call& call, const Query& query, const Nothing&) { return handler(call, query); });
  }
  // With a JSON body that is `In`. The handler: Result<Out>(const Call&, const Query&, const In&).
  template <class Query, class In, class Out, class F>
  void post(std::string pattern, Summary summary, std::string tag, Right right, F handler) {
    add_json<Query, In, Out>(Method::post, std::move(pattern), summary, std::move(tag), right, Pace::background, std::move(handler));
  }
  template <class Query, class In, class Out, class F>
  void put(std::string pattern, Summary summary, std::string tag, Right right, F handler) {
    add_json<Query, In, Out>(Method::put, std::move(pattern), summary, std::move(tag), right, Pace::background, std::move(handler));
  }
  template <class Query, class Out, class F>
  void remove(std::string pattern, Summary summary, std::string tag, Right right, F handler) {
    add_json<Query, Nothing, Out>(Method::delete_, std::move(pattern), summary, std::move(tag), right, Pace::background,
        [handler = std::move(handler)](const Call& call, const Query& query, const Nothing&) { return handler(call, query); });
  }
  // An answer that is a file: Result<FileAnswer>(const Call&, const Query&). `type`: its media type, a literal.
  template <class Query, class F>
  void file(std::string pattern, Summary summary, std::string tag, Right right, std::string_view type, F handler) {
    RouteWords words = begin<Query>(Method::get, std::move(pattern), summary, std::move(tag), right);
    words.response_type = type;
    auto run = [this, handler = std::move(handler)](const std::shared_ptr<Call>& call, Respond respond) {
      background(call, std::move(respond), [handler](const Call& c) -> Result<Response> {
        SUMI_TRY(const Query query, read_query<Query>(c));
        SUMI_TRY(FileAnswer file, handler(c, query));
        return file_response(std::move(file));
      });
    };
    add(std::move(words), std::move(run), 0);
  }
  // A body that is a file (a list, monitoring data, evidence), of at most `body_max` bytes. The handler: Result<Out>(const Call&, const Query&, std::string_view body).
  template <class Query, class Out, class F>
  void upload(std::string pattern, Summary summary, std::string tag, Right right, std::string_view type, std::size_t body_max, F handler) {
    RouteWords words = begin<Query>(Method::post, std::move(pattern), summary, std::move(tag), right);
    words.request_type = type;
    words.response = wire::schema_of<Out>(wire::Direction::written, components_);
    auto run = [this, handler = std::move(handler)](const std::shared_ptr<Call>& call, Respond respond) {
      background(call, std::move(respond), [handler](const Call& c) -> Result<Response> {
        SUMI_TRY(const Query query, read_query<Query>(c));
        SUMI_TRY(const Out out, handler(c, query, c.request.body));
        return json_response(out);
      });
    };
    add(std::move(words), std::move(run), body_max);
  }
  // The route that was added last enters something in the journal: it wants an Idempotency-Key, and is refused without (http.key_missing).
  void want_key() { words_.back().key_needed = true; }
  // The route that was added last changes nothing, though it is asked by POST: a token needs the scope "read" for it.
  void reads() { words_.back().reads = true; }
  // The route that was added last takes a token of any scope.
  void any_token() { words_.back().any_token = true; }
  // The route that was added last hashes a password.
  void hashes() { words_.back().hashes = true; }
  // What answers by itself: streams, and commands, whose answer comes when the journal is durable.
  void raw(RouteWords words, Raw run, std::size_t body_max) { add(std::move(words), std::move(run), body_max); }
  template <class Query> [[nodiscard]] RouteWords begin(Method method, std::string pattern, Summary summary, std::string tag, Right right) {
    RouteWords words;
    words.method = method;
    words.pattern = std::move(pattern);
    words.id = operation_id(method, words.pattern);
    words.summary = summary;
    words.tag = std::move(tag);
    words.right = right;
    ParameterFields fields{words, components_};
    const Query none{};
    Query::fields(none, fields);
    return words;
  }
  [[nodiscard]] wire::Components& components() { return components_; }

  struct Found {
    const RouteWords* words = nullptr;
    const Raw* run = nullptr;
    std::size_t body_max = 0;
  };
  // Error: route_unknown, method_wrong.
  [[nodiscard]] Result<Found> find(Method method, std::string_view path) const;
  [[nodiscard]] const std::vector<RouteWords>& all() const { return words_; }
  // OpenAPI 3.1.
  [[nodiscard]] Tree openapi(std::string_view version) const;

  // A query out of path and "?", by its description. http.query_syntax and those of wire::from_tree.
  template <class Query> [[nodiscard]] static Result<Query> read_query(const Call& call) {
    SUMI_TRY(const Tree tree, query_tree(call));
    wire::Reading how;
    how.bare_words = true;
    return wire::from_tree<Query>(tree, how);
  }
  template <class In> [[nodiscard]] static Result<In> read_body(const Call& call) {
    if constexpr (std::is_same_v<In, Nothing>) {
      return Nothing{};
    } else {
      SUMI_TRY(const Tree tree, body_tree(call.request));
      return wire::from_tree<In>(tree);
    }
  }
  template <class Out> [[nodiscard]] static Response json_response(const Out& out) {
    Response response;
    if constexpr (std::is_same_v<Out, Nothing>) {
      response.status = 204;
    } else {
      response.body.reserve(1024);
      wire::append_json(response.body, out);
    }
    return response;
  }
  // The problem document of an error.
  [[nodiscard]] static Response problem(const Error& error, std::string_view instance);
  [[nodiscard]] static Result<Tree> body_tree(const Request& request);
  // Runs f and answers with what it gives; on a background thread. What throws is answered 500 and logged.
  void background(const std::shared_ptr<Call>& call, Respond respond, std::function<Result<Response>(const Call&)> f) const;
  static void answer(const Call& call, const Respond& respond, Result<Response> result);

 private:
  struct ParameterFields {
    RouteWords& words;
    wire::Components& components;
    template <class T> void operator()(Part, const char* name, const T&) { add_parameter(words, name, wire::schema_of<T>(wire::Direction::read, components)); }
  };
  static void add_parameter(RouteWords& words, std::string_view name, Tree schema);
  static std::string operation_id(Method method, std::string_view pattern);
  template <class Query, class In, class Out, class F>
  void add_json(Method method, std::string pattern, Summary summary, std::string tag, Right right, Pace pace, F handler) {
    RouteWords words = begin<Query>(method, std::move(pattern), summary, std::move(tag), right);
    if constexpr (!std::is_same_v<In, Nothing>) words.request = wire::schema_of<In>(wire::Direction::read, components_);
    if constexpr (!std::is_same_v<Out, Nothing>) words.response = wire::schema_of<Out>(wire::Direction::written, components_);
    auto work = [handler = std::move(handler)](const Call& call) -> Result<Response> {
      SUMI_TRY(const Query query, read_query<Query>(call));
      SUMI_TRY(const In in, read_body<In>(call));
      if constexpr (std::is_same_v<Out, Nothing>) {
        SUMI_CHECK(handler(call, query, in));
        return json_response(Nothing{});
      } else {
        SUMI_TRY(const Out out, handler(call, query, in));
        return json_response(out);
      }
    };
    Raw run;
    if (pace == Pace::fast) {
      run = [work](const std::shared_ptr<Call>& call, const Respond& respond) { answer(*call, respond, guarded(*call, work)); };
    } else {
      run = [this, work](const std::shared_ptr<Call>& call, Respond respond) { background(call, std::move(respond), work); };
    }
    add(std::move(words), std::move(run), std::is_same_v<In, Nothing> ? 0 : ::sumi::limits::json_bytes_max);
  }
  static Result<Response> guarded(const Call& call, const std::function<Result<Response>(const Call&)>& f);
  static Result<Tree> query_tree(const Call& call);
  static Response file_response(FileAnswer file);
  void add(RouteWords words, Raw run, std::size_t body_max);

  struct Row {
    std::size_t words = 0;
    Raw run;
    std::size_t body_max = 0;
  };
  struct Pattern {
    std::vector<std::string> segments;  // "{x}" stands for any
    std::map<Method, Row> rows;
  };
  std::vector<RouteWords> words_;
  std::unordered_map<std::string, Pattern> exact_;    // without parameters
  std::map<std::size_t, std::vector<Pattern>> open_;  // by the number of segments
  wire::Components components_;
};

}  // namespace sumi::http
