#include "http/forwarded.h"

#include <arpa/inet.h>

#include <array>
#include <string>

#include "http/text.h"

namespace sumi::http {

namespace {

bool is_address(std::string_view text) {
  const std::string whole(text.substr(0, INET6_ADDRSTRLEN));
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  return ::inet_pton(AF_INET, whole.c_str(), bytes.data()) == 1 || ::inet_pton(AF_INET6, whole.c_str(), bytes.data()) == 1;
}

}  // namespace

void believe_proxy(Request& request) {
  // Several fields of one name are one list (RFC 9110, section 5.3); the proxy's is the last.
  std::string_view addresses, protocol;
  for (const auto& [name, value] : request.headers) {
    if (name == "x-forwarded-for") addresses = value;
    if (name == "x-forwarded-proto") protocol = value;
  }
  const auto last = trimmed(addresses.substr(addresses.rfind(',') + 1));
  if (is_address(last)) request.peer = last;
  request.secure = request.secure || same_ignoring_case(trimmed(protocol), "https");
}

}  // namespace sumi::http
