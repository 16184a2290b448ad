#include "http/route.h"

#include <algorithm>
#include <cstdio>
#include <exception>

#include "http/text.h"

namespace sumi::http {

namespace {

// What was sent, short enough for a message, and UTF-8 in any case.
std::string shown(std::string_view text) {
  constexpr std::size_t shown_max = 120;
  if (is_utf8(text.substr(0, shown_max))) return std::string(text.substr(0, shown_max));
  return percent_encoded(text.substr(0, shown_max));
}

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> out;
  out.reserve(8);
  while (!path.empty()) {
    path.remove_prefix(path.front() == '/' ? 1 : 0);
    const auto slash = path.find('/');
    out.push_back(path.substr(0, slash));
    if (slash == std::string_view::npos) break;
    path.remove_prefix(slash);
  }
  return out;
}

bool is_parameter(std::string_view segment) { return segment.size() > 2 && segment.front() == '{' && segment.back() == '}'; }

Result<void> add_query(Tree& tree, std::string_view query, bool reads) {
  if (query.empty()) return {};
  auto pairs = query_pairs(query);
  if (!pairs) return fail(errors::query_syntax, {{"text", shown(query)}});
  for (auto& [name, value] : *pairs) {
    // The language of an answer's texts is every route's, and for whom one reads is every route's that changes nothing (api.cc).
    if (name == "language" || (reads && name == "acting_for")) continue;
    const auto found = std::find_if(tree.members.begin(), tree.members.end(), [&](const auto& m) { return m.first == name; });
    if (found == tree.members.end()) {
      tree.add(name, Tree::make_string(std::move(value)));
    } else if (found->second.is_array()) {
      found->second.items.push_back(Tree::make_string(std::move(value)));
    } else {
      Tree list = Tree::make_array();
      list.items = {std::move(found->second), Tree::make_string(std::move(value))};
      found->second = std::move(list);
    }
  }
  return {};
}

std::string_view word_of(Method method) {
  switch (method) {
    case Method::get: return "get";
    case Method::head: return "head";
    case Method::post: return "post";
    case Method::put: return "put";
    case Method::patch: return "patch";
    case Method::delete_: return "delete";
    case Method::options: return "options";
    case Method::other: break;
  }
  return "other";
}

std::string upper(std::string_view word) {
  std::string out;
  for (const char c : word) out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

Tree text(std::string_view t) { return Tree::make_string(std::string(t)); }

// One finding of a body: where it stands, and what is wrong.
Tree finding(const Error& error) {
  Tree tree = Tree::make_table();
  std::string path;
  for (const auto& [name, value] : error.args) {
    if (name == "path" || name == "key") path = value;
  }
  tree.add("path", Tree::make_string(path));
  if (error.place.line != 0) {
    tree.add("line", Tree::make_number(std::to_string(error.place.line)));
    tree.add("column", Tree::make_number(std::to_string(error.place.column)));
  }
  tree.add("code", Tree::make_string(qualified_name(*error.def)));
  tree.add("ja", Tree::make_string(sentence(error, Language::ja)));
  tree.add("en", Tree::make_string(sentence(error, Language::en)));
  return tree;
}

std::string remedy(const Error& error, std::string_view pattern) {
  // The placeholders of a remedy are those of its sentence.
  std::string out(pattern);
  for (const auto& [name, value] : error.args) {
    const std::string mark = "{" + name + "}";
    for (auto at = out.find(mark); at != std::string::npos; at = out.find(mark, at + value.size())) out.replace(at, mark.size(), value);
  }
  return out;
}

}  // namespace

void Routes::add(RouteWords words, Raw run, std::size_t body_max) {
  Row row{words_.size(), std::move(run), body_max};
  const Method method = words.method;
  const std::string pattern = words.pattern;
  words_.push_back(std::move(words));
  if (pattern.find('{') == std::string::npos) {
    exact_[pattern].rows.emplace(method, std::move(row));
    return;
  }
  Pattern* found = nullptr;
  std::vector<std::string> segments;
  for (const auto s : segments_of(pattern)) segments.emplace_back(s);
  auto& list = open_[segments.size()];
  for (auto& p : list) {
    if (p.segments == segments) found = &p;
  }
  if (found == nullptr) found = &list.emplace_back(Pattern{segments, {}});
  found->rows.emplace(method, std::move(row));
}

Result<Routes::Found> Routes::find(Method method, std::string_view path) const {
  const Pattern* pattern = nullptr;
  if (const auto exact = exact_.find(std::string(path)); exact != exact_.end()) pattern = &exact->second;
  if (pattern == nullptr) {
    const auto segments = segments_of(path);
    if (const auto list = open_.find(segments.size()); list != open_.end()) {
      for (const auto& p : list->second) {
        bool fits = true;
        // From the end on, for all of them begin alike.
        for (std::size_t i = segments.size(); i-- > 0 && fits;) fits = p.segments[i] == segments[i] || (is_parameter(p.segments[i]) && !segments[i].empty());
        if (fits && (pattern == nullptr || pattern->segments < p.segments)) pattern = &p;
      }
    }
  }
  if (pattern == nullptr) return fail(errors::route_unknown, {{"path", shown(path)}});
  auto row = pattern->rows.find(method == Method::head ? Method::get : method);
  if (row == pattern->rows.end()) {
    std::string known;
    for (const auto& [m, r] : pattern->rows) known += (known.empty() ? "" : ", ") + upper(word_of(m));
    return fail(errors::method_wrong, {{"path", shown(path)}, {"method", upper(word_of(method))}, {"known", known}});
  }
  return Found{&words_[row->second.words], &row->second.run, row->second.body_max};
}

void Routes::add_parameter(RouteWords& words, std::string_view name, Tree schema) {
  Tree parameter = Tree::make_table();
  const bool in_path = words.pattern.find("{" + std::string(name) + "}") != std::string::npos;
  parameter.add("name", text(name));
  parameter.add("in", text(in_path ? "path" : "query"));
  if (in_path) parameter.add("required", Tree::make_boolean(true));
  parameter.add("schema", std::move(schema));
  words.parameters.items.push_back(std::move(parameter));
}

std::string Routes::operation_id(Method method, std::string_view pattern) {
  std::string id(word_of(method));
  constexpr std::string_view base = "/api/v1/";
  if (pattern.starts_with(base)) pattern.remove_prefix(base.size());
  for (const char c : "/" + std::string(pattern)) {
    if (c == '{' || c == '}') continue;
    const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    id += word ? c : '_';
  }
  return id;
}

Result<Tree> Routes::query_tree(const Call& call) {
  Tree tree = Tree::make_table();
  SUMI_CHECK(add_query(tree, call.request.query, call.request.method == Method::get || call.request.method == Method::head));
  if (call.route == nullptr || call.route->pattern.find('{') == std::string::npos) return tree;
  const auto names = segments_of(call.route->pattern);
  const auto values = segments_of(call.request.path);
  for (std::size_t i = 0; i < names.size() && i < values.size(); ++i) {
    if (!is_parameter(names[i])) continue;
    const auto value = percent_decoded(values[i]);
    if (!value) return fail(errors::query_syntax, {{"text", shown(values[i])}});
    const std::string name(names[i].substr(1, names[i].size() - 2));
    // What the path says stands; the same name behind the "?" is somebody's slip.
    std::erase_if(tree.members, [&](const auto& m) { return m.first == name; });
    tree.add(name, Tree::make_string(*value));
  }
  return tree;
}

Result<Tree> Routes::body_tree(const Request& request) {
  auto type = request.header("content-type");
  type = type.substr(0, type.find(';'));
  while (!type.empty() && type.back() == ' ') type.remove_suffix(1);
  if (!request.body.empty() && type != "application/json") {
    return fail(errors::body_type, {{"text", std::string(type.substr(0, 80))}, {"known", "application/json"}});
  }
  if (request.body.empty()) return Tree::make_table();
  return wire::parse_json(request.body, "");
}

Response Routes::problem(const Error& error, std::string_view instance) {
  Response response;
  response.status = errors::status_of(error);
  response.content_type = "application/problem+json";
  Tree tree = Tree::make_table();
  const std::string code = qualified_name(*error.def);
  const std::string en = sentence(error, Language::en);
  tree.add("type", Tree::make_string("/problems/" + code));
  tree.add("title", Tree::make_string(en));
  tree.add("status", Tree::make_number(std::to_string(response.status)));
  tree.add("detail", Tree::make_string(sentence(error, Language::ja)));
  tree.add("instance", Tree::make_string(std::string(instance)));
  tree.add("code", Tree::make_string(code));
  tree.add("number", Tree::make_number(std::to_string(error.def->number)));
  tree.add("ja", Tree::make_string(sentence(error, Language::ja)));
  tree.add("en", Tree::make_string(en));
  tree.add("remedy_ja", Tree::make_string(remedy(error, error.def->remedy_ja)));
  tree.add("remedy_en", Tree::make_string(remedy(error, error.def->remedy_en)));
  tree.add("source", text(error.def->source));
  Tree findings = Tree::make_array();
  if (!error.also.empty() || error.place.line != 0 || error.def->room == "wire") findings.items.push_back(finding(error));
  for (const Error& also : error.also) findings.items.push_back(finding(also));
  tree.add("errors", std::move(findings));
  response.body = wire::to_json(tree, false);
  if (response.status == 503 || response.status == 429) {
    const auto seconds = std::find_if(error.args.begin(), error.args.end(), [](const auto& a) { return a.first == "seconds"; });
    response.headers.emplace_back("Retry-After", seconds == error.args.end() ? "1" : seconds->second);
  }
  return response;
}

void Routes::answer(const Call& call, const Respond& respond, Result<Response> result) {
  Response response = result ? *std::move(result) : problem(result.error(), call.request.path);
  for (auto& header : call.headers) response.headers.push_back(std::move(header));
  call.headers.clear();
  if (result && call.caller.signed_in) response.headers.emplace_back("Cache-Control", "no-store");
  respond(std::move(response));
}

Result<Response> Routes::guarded(const Call& call, const std::function<Result<Response>(const Call&)>& f) {
  try {
    return f(call);
  } catch (const std::exception& e) {
    // A broken invariant ends the request; what it was stands in the log, not in the answer.
    std::fprintf(stderr, "sumi: %.*s: %s\n", static_cast<int>(call.route != nullptr ? call.route->pattern.size() : 0), call.route != nullptr ? call.route->pattern.data() : "", e.what());
    Response response;
    response.status = 500;
    response.content_type = "application/problem+json";
    response.body = R"({"type":"/problems/http.internal","title":"The request could not be finished.","status":500,"code":"http.internal","ja":"処理を終えられませんでした。","en":"The request could not be finished.","remedy_ja":"運営者に連絡します。","remedy_en":"Tell who runs this system.","source":"","number":0,"errors":[]})";
    return response;
  }
}

void Routes::background(const std::shared_ptr<Call>& call, Respond respond, std::function<Result<Response>(const Call&)> f) const {
  if (!call->office.background) {
    answer(*call, respond, guarded(*call, f));
    return;
  }
  const bool hashes = call->route != nullptr && call->route->hashes && call->office.hashing;
  const auto& threads = hashes ? call->office.hashing : call->office.background;
  const bool taken = threads([call, respond, f = std::move(f)] { answer(*call, respond, guarded(*call, f)); });
  if (!taken) answer(*call, respond, fail(errors::too_busy));
}

Response Routes::file_response(FileAnswer file) {
  Response response;
  response.content_type = file.content_type;
  response.body = std::move(file.bytes);
  response.shared_body = std::move(file.shared);
  if (!file.name.empty()) {
    // RFC 6266: the name in UTF-8, percent-encoded.
    response.headers.emplace_back("Content-Disposition", "attachment; filename*=UTF-8''" + percent_encoded(file.name));
  }
  return response;
}

Tree Routes::openapi(std::string_view version) const {
  Tree tree = Tree::make_table();
  tree.add("openapi", text("3.1.0"));
  Tree& info = tree.add("info", Tree::make_table());
  info.add("title", text("sumi"));
  info.add("version", text(version));
  info.add("description", text("J-クレジットの一トンを、計測から主張まで。Quantities and money are texts with their unit; days are ISO dates in Japan's time; lists go by cursor; every "
                               "command carries an Idempotency-Key. For which organisation one acts: header Sumi-Organisation; a link to a file, which can carry none, says ?acting_for=NUMBER (reads "
                               "only). Language of a text: ?language=ja|en. Refusals are RFC 9457 problem documents with a number, two sentences, a source and a remedy."));
  Tree paths = Tree::make_table();
  for (const RouteWords& words : words_) {
    const auto found = std::find_if(paths.members.begin(), paths.members.end(), [&](const auto& m) { return m.first == words.pattern; });
    Tree& path = found == paths.members.end() ? paths.add(words.pattern, Tree::make_table()) : found->second;
    Tree& operation = path.add(std::string(word_of(words.method)), Tree::make_table());
    operation.add("operationId", Tree::make_string(words.id));
    operation.add("summary", text(words.summary.en));
    operation.add("x-summary-ja", text(words.summary.ja));
    operation.add("tags", Tree::make_array()).items.push_back(Tree::make_string(words.tag));
    operation.add("x-right", text(service::row_of(words.right).key));
    Tree parameters = words.parameters;
    if (words.key_needed) {
      Tree key = Tree::make_table();
      key.add("name", text("Idempotency-Key"));
      key.add("in", text("header"));
      key.add("required", Tree::make_boolean(true));
      key.add("schema", wire::detail::schema_type("string"));
      parameters.items.push_back(std::move(key));
    }
    if (!parameters.items.empty()) operation.add("parameters", std::move(parameters));
    if (words.request.kind != Tree::Kind::null || !words.request_type.empty()) {
      Tree& body = operation.add("requestBody", Tree::make_table());
      body.add("required", Tree::make_boolean(true));
      Tree& media = body.add("content", Tree::make_table()).add(words.request_type.empty() ? "application/json" : std::string(words.request_type), Tree::make_table());
      media.add("schema", words.request.kind != Tree::Kind::null ? words.request : wire::detail::schema_text("binary", "", ""));
    }
    Tree& responses = operation.add("responses", Tree::make_table());
    const bool json = words.response_type == "application/json";
    if (words.response.kind == Tree::Kind::null && json) {
      responses.add("204", Tree::make_table()).add("description", text("done"));
    } else {
      Tree& ok = responses.add("200", Tree::make_table());
      ok.add("description", text("done"));
      Tree& media = ok.add("content", Tree::make_table()).add(std::string(words.response_type), Tree::make_table());
      media.add("schema", words.response.kind != Tree::Kind::null ? words.response : wire::detail::schema_type("string"));
    }
    Tree& refused = responses.add("default", Tree::make_table());
    refused.add("description", text("refused"));
    refused.add("content", Tree::make_table()).add("application/problem+json", Tree::make_table()).add("schema", wire::detail::schema_reference("Problem"));
    if (words.right != Right::everyone) {
      Tree& security = operation.add("security", Tree::make_array());
      for (const char* scheme : {"session", "token"}) {
        Tree one = Tree::make_table();
        one.add(scheme, Tree::make_array());
        security.items.push_back(std::move(one));
      }
    }
  }
  tree.add("paths", std::move(paths));
  Tree& components = tree.add("components", Tree::make_table());
  Tree schemas = Tree::make_table();
  for (const auto& [name, component] : components_) schemas.add(name, component.schema);
  Tree problem_schema = wire::detail::schema_type("object");
  Tree properties = Tree::make_table();
  Tree required = Tree::make_array();
  for (const char* name : {"type", "title", "detail", "instance", "code", "ja", "en", "remedy_ja", "remedy_en", "source"}) {
    properties.add(name, wire::detail::schema_type("string"));
    required.items.push_back(text(name));
  }
  properties.add("status", wire::detail::schema_type("integer"));
  properties.add("number", wire::detail::schema_type("integer"));
  Tree one = wire::detail::schema_type("object");
  Tree& parts = one.add("properties", Tree::make_table());
  for (const char* name : {"path", "code", "ja", "en"}) parts.add(name, wire::detail::schema_type("string"));
  for (const char* name : {"line", "column"}) parts.add(name, wire::detail::schema_type("integer"));
  Tree& stated = one.add("required", Tree::make_array());
  for (const char* name : {"path", "code", "ja", "en"}) stated.items.push_back(text(name));
  properties.add("errors", wire::detail::schema_type("array")).add("items", std::move(one));
  for (const char* name : {"status", "number", "errors"}) required.items.push_back(text(name));
  problem_schema.add("properties", std::move(properties));
  problem_schema.add("required", std::move(required));
  schemas.add("Problem", std::move(problem_schema));
  components.add("schemas", std::move(schemas));
  Tree& security = components.add("securitySchemes", Tree::make_table());
  Tree& session = security.add("session", Tree::make_table());
  session.add("type", text("apiKey"));
  session.add("in", text("cookie"));
  session.add("name", text("sumi_session"));
  Tree& token = security.add("token", Tree::make_table());
  token.add("type", text("http"));
  token.add("scheme", text("bearer"));
  return tree;
}

}  // namespace sumi::http
