#include "http/request_parser.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <cstring>

#include "http/limits.h"
#include "http/text.h"
#include "http/transport_errors.h"

namespace sumi::http {

namespace beast = boost::beast;

namespace {

Method method_of(beast::http::verb verb) {
  switch (verb) {
    case beast::http::verb::get: return Method::get;
    case beast::http::verb::head: return Method::head;
    case beast::http::verb::post: return Method::post;
    case beast::http::verb::put: return Method::put;
    case beast::http::verb::patch: return Method::patch;
    case beast::http::verb::delete_: return Method::delete_;
    case beast::http::verb::options: return Method::options;
    default: return Method::other;
  }
}

std::string_view view_of(beast::string_view text) { return {text.data(), text.size()}; }

// "http://host/path" is "/path" (RFC 9112, section 3.2.2: a server must take it).
std::string_view without_host(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (target.size() <= scheme.size() || !same_ignoring_case(target.substr(0, scheme.size()), scheme)) continue;
    const auto slash = target.find('/', scheme.size());
    return slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
  }
  return target;
}

}  // namespace

// Beast calls these while it reads. Allocates nothing but the body.
class RequestParser::Core final : public beast::http::basic_parser<true> {
 public:
  using error_code = beast::error_code;
  Core(Request& request, std::string& body, const std::size_t& body_max) : request_(request), body_(body), body_max_(body_max) {
    eager(false);
    header_limit(static_cast<std::uint32_t>(limits::header_bytes_max));
    body_limit(boost::none);  // ours is asked of the handler
  }
  void of_buffer(const char* begin, const char* end) {
    begin_ = begin;
    end_ = end;
  }
  void on_request_impl(beast::http::verb verb, beast::string_view, beast::string_view target, int version, error_code&) override {
    request_.method = method_of(verb);
    request_.target = view_of(target);
    http10 = version == 10;
  }
  void on_response_impl(int, beast::string_view, int, error_code&) override {}
  void on_field_impl(beast::http::field field, beast::string_view name, beast::string_view value, error_code& error) override {
    if (header_read_) return;  // trailers are not asked for and not believed
    // A value folded over lines was put together elsewhere; RFC 9112, section 5.2: refuse it.
    const bool here = name.data() >= begin_ && name.data() + name.size() <= end_ && (value.empty() || (value.data() >= begin_ && value.data() + value.size() <= end_));
    if (!here) {
      error = beast::http::error::bad_obs_fold;
      return;
    }
    if (request_.headers.size() == limits::header_fields_max) {
      too_many_fields = true;
      error = beast::http::error::header_limit;
      return;
    }
    if (field == beast::http::field::host) ++hosts;
    if (field == beast::http::field::transfer_encoding) {
      ++codings;
      coding_known = same_ignoring_case(view_of(value), "chunked");
    }
    // The bytes are the connection's own.
    char* letters = const_cast<char*>(name.data());
    for (std::size_t i = 0; i < name.size(); ++i) {
      if (letters[i] >= 'A' && letters[i] <= 'Z') letters[i] = static_cast<char>(letters[i] - 'A' + 'a');
    }
    request_.headers.emplace_back(view_of(name), view_of(value));
  }
  void on_header_impl(error_code&) override { header_read_ = true; }
  void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
  std::size_t on_body_impl(beast::string_view text, error_code& error) override { return add(text, error); }
  void on_chunk_header_impl(std::uint64_t, beast::string_view, error_code&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view text, error_code& error) override { return add(text, error); }
  void on_finish_impl(error_code&) override {}

  bool http10 = false, too_many_fields = false, coding_known = true;
  unsigned hosts = 0, codings = 0;

 private:
  std::size_t add(beast::string_view text, error_code& error) {
    if (text.size() > body_max_ - body_.size()) {
      error = beast::http::error::body_limit;
      return 0;
    }
    // It doubles, but never beyond what was announced.
    const auto needed = body_.size() + text.size();
    if (needed > body_.capacity()) body_.reserve(std::max(needed, static_cast<std::size_t>(std::min<std::uint64_t>(2 * needed, content_length().value_or(2 * needed)))));
    body_.append(text.data(), text.size());
    return text.size();
  }

  Request& request_;
  std::string& body_;
  const std::size_t& body_max_;
  const char* begin_ = nullptr;
  const char* end_ = nullptr;
  bool header_read_ = false;
};

RequestParser::RequestParser() = default;
RequestParser::~RequestParser() = default;

void RequestParser::begin() {
  if (body_.capacity() > limits::kept_bytes_max) std::string().swap(body_);
  body_.clear();
  body_max_ = 0;
  searched_ = 0;
  request_.headers.clear();
  request_.method = Method::other;
  request_.target = request_.path = request_.query = request_.body = {};
  if (core_) {
    std::destroy_at(core_.get());
    std::construct_at(core_.get(), request_, body_, body_max_);
  } else {
    core_ = std::make_unique<Core>(request_, body_, body_max_);
  }
}

RequestParser::Step RequestParser::refuse(const ErrorDef& def, ErrorArgs args) {
  problem_ = make_error(def, args);
  return Step::bad;
}

RequestParser::Step RequestParser::header(char* bytes, std::size_t size, std::size_t& used) {
  used = 0;
  // What cannot begin a method is told at once, so that nobody waits for the end of, say, a TLS handshake.
  const bool letter = size == 0 || (bytes[0] >= 'A' && bytes[0] <= 'Z') || (bytes[0] >= 'a' && bytes[0] <= 'z');
  if (!letter) return refuse(errors::request_syntax, {{"reason", "a method is made of letters"}});
  // The end is searched for here, and Beast is asked once: its views then stay where they are.
  const std::string_view text(bytes, size);
  const auto end = text.find("\r\n\r\n", searched_ > 3 ? searched_ - 3 : 0);
  searched_ = size;
  if (end == std::string_view::npos) {
    if (size < limits::header_bytes_max) return Step::more;
    const auto line = text.find("\r\n");
    if (line == std::string_view::npos) return refuse(errors::target_too_long, {{"limit", std::to_string(limits::target_bytes_max)}});
  }
  if (end == std::string_view::npos || end + 4 > limits::header_bytes_max) {
    return refuse(errors::header_too_large, {{"limit", std::to_string(limits::header_bytes_max) + " bytes"}});
  }
  used = end + 4;
  core_->of_buffer(bytes, bytes + used);
  beast::error_code error;
  core_->put(boost::asio::const_buffer(bytes, used), error);
  if (core_->too_many_fields) return refuse(errors::header_too_large, {{"limit", std::to_string(limits::header_fields_max) + " fields"}});
  if (error) return refuse(errors::request_syntax, {{"reason", error.message()}});
  if (!core_->is_header_done()) return refuse(errors::request_syntax, {{"reason", "the header has no end"}});
  core_->eager(true);
  return check_header() ? Step::whole : Step::bad;
}

// What RFC 9112 demands and Beast leaves to its user.
bool RequestParser::check_header() {
  const auto bad = [&](const char* reason) { return refuse(errors::request_syntax, {{"reason", reason}}) == Step::whole; };
  if (request_.target.size() > limits::target_bytes_max) {
    return refuse(errors::target_too_long, {{"limit", std::to_string(limits::target_bytes_max)}}) == Step::whole;
  }
  if (core_->hosts > 1 || (core_->hosts == 0 && !core_->http10)) return bad("there must be one Host");
  if (core_->codings > 1 || !core_->coding_known) return bad("the only transfer coding is chunked");
  if (core_->codings == 1 && core_->http10) return bad("HTTP/1.0 has no transfer coding");
  const auto target = without_host(request_.target);
  const bool asterisk = target == "*" && request_.method == Method::options;
  if (!asterisk && !target.starts_with('/')) return bad("the target must be a path");
  const auto mark = target.find('?');
  request_.path = target.substr(0, mark);
  request_.query = mark == std::string_view::npos ? std::string_view{} : target.substr(mark + 1);
  return true;
}

RequestParser::Step RequestParser::body(const char* bytes, std::size_t size, std::size_t& used) {
  used = 0;
  while (!core_->is_done() && used < size) {
    beast::error_code error;
    const auto taken = core_->put(boost::asio::const_buffer(bytes + used, size - used), error);
    used += taken;
    if (error == beast::http::error::need_more) return Step::more;
    if (error == beast::http::error::body_limit) return refuse(errors::body_too_large, {{"limit", std::to_string(body_max_)}});
    if (error) return refuse(errors::request_syntax, {{"reason", error.message()}});
    if (taken == 0 && !core_->is_done()) return Step::more;
  }
  if (!core_->is_done()) return Step::more;
  request_.body = body_;
  return Step::whole;
}

void RequestParser::body_max(std::size_t bytes) {
  body_max_ = bytes;
  if (const auto length = content_length(); length && *length <= limits::kept_bytes_max) body_.reserve(static_cast<std::size_t>(*length));
}

std::optional<std::uint64_t> RequestParser::content_length() const {
  const auto length = core_->content_length();
  if (!length) return std::nullopt;
  return *length;
}

bool RequestParser::body_expected() const { return !core_->is_done(); }
std::size_t RequestParser::body_bytes() const { return body_.size(); }
bool RequestParser::keep_alive() const { return core_->keep_alive(); }
bool RequestParser::http10() const { return core_->http10; }

}  // namespace sumi::http
