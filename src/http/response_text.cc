#include "http/response_text.h"

#include <array>
#include <charconv>
#include <chrono>

#include "http/text.h"

namespace sumi::http {

namespace {

// What every answer carries. Nothing of ours is framed, guessed at, opened by another window, or told to others where one came from.
constexpr std::string_view everywhere =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()\r\n";
constexpr std::string_view page_policy =
    "Content-Security-Policy: default-src 'self'; img-src 'self' data:; style-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'\r\n";
constexpr std::string_view data_policy = "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";
constexpr std::string_view secure_again = "Strict-Transport-Security: max-age=31536000\r\n";

// Pages, and scripts: a worker obeys the policy of its script.
bool is_page(std::string_view type) { return type.starts_with("text/html") || type.starts_with("text/javascript"); }

void append_number(std::string& out, std::uint64_t number) {
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

// A line end in a value would begin a field of its own.
void append_safe(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x20 ? c != 0x7F : c == '\t') out += c;
  }
}

void append_json(std::string& out, std::string_view text) {
  static constexpr std::string_view digits = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      out += "\\u00";
      out += digits[static_cast<unsigned char>(c) >> 4U];
      out += digits[static_cast<unsigned char>(c) & 15U];
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_member(std::string& out, std::string_view name, std::string_view value) {
  out += out.size() == 1 ? "\"" : ",\"";
  out += name;
  out += "\":";
  append_json(out, value);
}

// Fills {placeholders} of a remedy as sentence() does those of the sentence.
std::string filled(std::string_view text, const Error& error) {
  std::string out(text);
  for (const auto& [name, value] : error.args) {
    const auto at = out.find("{" + name + "}");
    if (at != std::string::npos) out.replace(at, name.size() + 2, value);
  }
  return out;
}

}  // namespace

bool has_body(unsigned status) { return status >= 200 && status != 204 && status != 304; }

std::string_view body_of(const Response& response) { return response.shared_body ? std::string_view(*response.shared_body) : std::string_view(response.body); }

std::string_view reason_of(unsigned status) {
  switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 422: return "Unprocessable Content";
    case 428: return "Precondition Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    default: return "Status";
  }
}

void append_head(std::string& out, const Response& response, const Line& line) {
  out += line.http10 ? "HTTP/1.0 " : "HTTP/1.1 ";
  append_number(out, response.status);
  out += ' ';
  out += reason_of(response.status);
  out += "\r\nDate: ";
  out += line.date;
  out += "\r\n";
  const bool body = has_body(response.status);
  if (body) {
    out += "Content-Type: ";
    append_safe(out, response.content_type);
    out += "\r\n";
    if (!response.stream) {
      out += "Content-Length: ";
      append_number(out, body_of(response).size());
      out += "\r\n";
    }
  }
  if (line.close) {
    out += "Connection: close\r\n";
  } else if (line.http10) {
    out += "Connection: keep-alive\r\n";
  }
  bool cached = response.status == 304;
  for (const auto& [name, value] : response.headers) {
    if (!cached && same_ignoring_case(name, "cache-control")) cached = true;
    append_safe(out, name);
    out += ": ";
    append_safe(out, value);
    out += "\r\n";
  }
  // What the routes say nothing about may be somebody's own.
  if (!cached) out += "Cache-Control: no-store\r\n";
  out += everywhere;
  out += is_page(response.content_type) ? page_policy : data_policy;
  if (line.secure) out += secure_again;
  out += "\r\n";
}

std::string http_date(std::int64_t unix_seconds) {
  static constexpr std::array<std::string_view, 7> days{"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};  // 1 January 1970 was a Thursday
  static constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::chrono::sys_seconds moment{std::chrono::seconds(unix_seconds)};
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(moment - day);
  const auto two = [](auto number) {
    const auto n = static_cast<unsigned>(number);
    return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
  };
  const auto weekday = static_cast<std::size_t>(((day.time_since_epoch().count() % 7) + 7) % 7);
  std::string out(days[weekday]);
  out += ", " + two(static_cast<unsigned>(date.day())) + ' ';
  out += months[static_cast<unsigned>(date.month()) - 1];
  out += ' ' + std::to_string(static_cast<int>(date.year())) + ' ' + two(time.hours().count()) + ':' + two(time.minutes().count()) + ':' + two(time.seconds().count()) + " GMT";
  return out;
}

Response problem_answer(const Error& error, unsigned status) {
  Response answer;
  answer.status = status;
  answer.content_type = "application/problem+json";
  const ErrorDef& def = *error.def;
  std::string& out = answer.body;
  out = "{";
  append_member(out, "type", "/problems/" + qualified_name(def));
  append_member(out, "title", reason_of(status));
  out += ",\"status\":" + std::to_string(status);
  append_member(out, "detail", sentence(error, Language::en));
  append_member(out, "code", qualified_name(def));
  out += ",\"number\":" + std::to_string(def.number);
  append_member(out, "ja", sentence(error, Language::ja));
  append_member(out, "en", sentence(error, Language::en));
  append_member(out, "remedy_ja", filled(def.remedy_ja, error));
  append_member(out, "remedy_en", filled(def.remedy_en, error));
  append_member(out, "source", def.source);
  out += "}";
  return answer;
}

}  // namespace sumi::http
