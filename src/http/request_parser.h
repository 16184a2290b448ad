// One request after the other out of a connection's bytes: Beast's grammar (RFC 9112), with what Beast leaves open decided strictly, so that this server and a
// proxy before it never disagree where a request ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "http/message.h"

namespace sumi::http {

class RequestParser {
 public:
  enum class Step : std::uint8_t { more, whole, bad };

  RequestParser();
  ~RequestParser();
  RequestParser(const RequestParser&) = delete;
  RequestParser& operator=(const RequestParser&) = delete;

  // Forgets the request; its views end here.
  void begin();
  // Reads the header off the front of `bytes`, which holds everything since begin() at any place. `used`: how long it is, once it is whole. Names are made
  // lower case where they stand; request()'s views point there.
  Step header(char* bytes, std::size_t size, std::size_t& used);
  // Then the body, as much of it as there is; what was not used comes again in front of the next bytes. `whole` at once where the request has none.
  Step body(const char* bytes, std::size_t size, std::size_t& used);

  // How long the body may become; to be set between the two.
  void body_max(std::size_t bytes);
  [[nodiscard]] std::optional<std::uint64_t> content_length() const;
  [[nodiscard]] bool body_expected() const;
  [[nodiscard]] std::size_t body_bytes() const;  // so far
  [[nodiscard]] bool keep_alive() const;
  [[nodiscard]] bool http10() const;

  [[nodiscard]] Request& request() { return request_; }
  // Why it was bad.
  [[nodiscard]] Error& problem() { return problem_; }

 private:
  class Core;
  std::unique_ptr<Core> core_;
  Request request_;
  std::string body_;
  Error problem_;
  std::size_t searched_ = 0;  // up to here there is no end of the header
  std::size_t body_max_ = 0;

  Step refuse(const ErrorDef& def, ErrorArgs args);
  bool check_header();
};

}  // namespace sumi::http
