#include "http/metrics.h"

#include <algorithm>
#include <atomic>

#include "http/limits.h"

namespace sumi::http {

namespace {

// More shards than threads of a usual server.
constexpr std::size_t shard_count = 8;

std::size_t own_shard() {
  static std::atomic<std::size_t> next{0};
  thread_local const std::size_t mine = next++ % shard_count;
  return mine;
}

// The value of a label: backslash, quote and line end are written with a backslash.
std::string label(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == '"') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

// Microseconds as seconds, exactly: 2500 is 0.0025.
std::string seconds(std::uint64_t microseconds) {
  auto fraction = std::to_string(microseconds % 1'000'000);
  fraction.insert(0, 6 - fraction.size(), '0');
  fraction.erase(fraction.find_last_not_of('0') + 1);
  return std::to_string(microseconds / 1'000'000) + (fraction.empty() ? "" : "." + fraction);
}

void heading(std::string& out, std::string_view name, std::string_view help, std::string_view type) {
  out += "# HELP ";
  out += name;
  out += ' ';
  out += help;
  out += "\n# TYPE ";
  out += name;
  out += ' ';
  out += type;
  out += '\n';
}

}  // namespace

std::string_view word_of(Method method) {
  switch (method) {
    case Method::get: return "GET";
    case Method::head: return "HEAD";
    case Method::post: return "POST";
    case Method::put: return "PUT";
    case Method::patch: return "PATCH";
    case Method::delete_: return "DELETE";
    case Method::options: return "OPTIONS";
    case Method::other: return "OTHER";
  }
  return "OTHER";
}

struct Metrics::Shard {
  std::mutex mutex;
  Routes routes;
};

Metrics::Metrics() {
  for (std::size_t i = 0; i < shard_count; ++i) shards_.push_back(std::make_unique<Shard>());
}
Metrics::~Metrics() = default;

void Metrics::answered(const Exchange& exchange) {
  auto& shard = *shards_[own_shard()];
  const std::lock_guard lock(shard.mutex);
  const std::string_view name = exchange.route.empty() ? std::string_view("none") : exchange.route;
  auto at = shard.routes.find(name);
  if (at == shard.routes.end()) {
    const bool room = shard.routes.size() < limits::metric_routes_max;
    at = shard.routes.try_emplace(std::string(room ? name : std::string_view("other"))).first;
  }
  Route& route = at->second;
  ++route.requests[{exchange.method, exchange.status}];
  const auto bucket = std::lower_bound(bounds.begin(), bounds.end(), exchange.microseconds) - bounds.begin();
  ++route.took[static_cast<std::size_t>(bucket)];
  route.microseconds += exchange.microseconds;
  route.bytes_in += exchange.bytes_in;
  route.bytes_out += exchange.bytes_out;
}

void Metrics::add(Kind kind, std::string name, std::string help, std::function<std::uint64_t()> figure) {
  const std::lock_guard lock(mutex_);
  figures_.push_back({kind, std::move(name), std::move(help), std::move(figure)});
}

void Metrics::add_server(const Server& server) {
  add(Kind::gauge, "sumi_http_connections", "Open connections.", [&server] { return server.counters().connections; });
  add(Kind::gauge, "sumi_http_streams", "Open event streams, which are among the connections.", [&server] { return server.counters().streams; });
  add(Kind::counter, "sumi_http_connections_accepted_total", "Connections that were accepted.", [&server] { return server.counters().accepted; });
  add(Kind::counter, "sumi_http_connections_turned_away_total", "Connections over the limit.", [&server] { return server.counters().turned_away; });
  add(Kind::counter, "sumi_http_received_bytes_total", "Bytes received, before TLS.", [&server] { return server.counters().bytes_in; });
  add(Kind::counter, "sumi_http_sent_bytes_total", "Bytes sent, before TLS.", [&server] { return server.counters().bytes_out; });
}

Metrics::Routes Metrics::sum() const {
  Routes all;
  for (const auto& shard : shards_) {
    const std::lock_guard lock(shard->mutex);
    for (const auto& [name, part] : shard->routes) {
      Route& route = all[name];
      for (const auto& [key, count] : part.requests) route.requests[key] += count;
      for (std::size_t i = 0; i < part.took.size(); ++i) route.took[i] += part.took[i];
      route.microseconds += part.microseconds;
      route.bytes_in += part.bytes_in;
      route.bytes_out += part.bytes_out;
    }
  }
  return all;
}

std::string Metrics::text() const {
  const auto routes = sum();
  std::string out;
  heading(out, "sumi_http_requests_total", "Requests that were answered, by the pattern of their route.", "counter");
  for (const auto& [name, route] : routes) {
    for (const auto& [key, count] : route.requests) {
      out += "sumi_http_requests_total{route=\"" + label(name) + "\",method=\"" + std::string(word_of(key.first)) + "\",status=\"" + std::to_string(key.second) + "\"} " +
             std::to_string(count) + '\n';
    }
  }
  heading(out, "sumi_http_request_seconds", "From the header of a request to its answer.", "histogram");
  for (const auto& [name, route] : routes) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < route.took.size(); ++i) {
      sum += route.took[i];
      out += "sumi_http_request_seconds_bucket{route=\"" + label(name) + "\",le=\"" + (i < bounds.size() ? seconds(bounds[i]) : "+Inf") + "\"} " + std::to_string(sum) + '\n';
    }
    out += "sumi_http_request_seconds_sum{route=\"" + label(name) + "\"} " + seconds(route.microseconds) + '\n';
    out += "sumi_http_request_seconds_count{route=\"" + label(name) + "\"} " + std::to_string(sum) + '\n';
  }
  for (const bool in : {true, false}) {
    const std::string figure = in ? "sumi_http_request_bytes_total" : "sumi_http_response_bytes_total";
    heading(out, figure, in ? "Headers and bodies of requests." : "Headers and bodies of answers, without events.", "counter");
    for (const auto& [name, route] : routes) out += figure + "{route=\"" + label(name) + "\"} " + std::to_string(in ? route.bytes_in : route.bytes_out) + '\n';
  }
  std::vector<Figure> figures;
  {
    const std::lock_guard lock(mutex_);
    figures = figures_;
  }
  for (const auto& figure : figures) {
    heading(out, figure.name, figure.help, figure.kind == Kind::counter ? "counter" : "gauge");
    out += figure.name + ' ' + std::to_string(figure.value()) + '\n';
  }
  return out;
}

}  // namespace sumi::http
