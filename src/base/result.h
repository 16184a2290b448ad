// Results and refusals.
//
// An expected failure is a value: Result<T> holds a T or an Error. Every Error names an ErrorDef out of the numbered list
// of its room (src/<room>/errors.h); within a room a lower number is found first, so the list is also the order of
// precedence. Exceptions are kept for what ends a request (a broken invariant, an arithmetic trap).
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace sumi {

// The value is the exit code of the command line.
enum class ErrorKind : std::uint8_t {
  refused = 1,    // a rule of the scheme says no
  bad_input = 2,  // the input cannot be read, or the call is wrong
  damaged = 3,    // the store or a proof does not hold
  busy = 4,       // somebody else writes, or a limit of the moment is reached
};

// One line of a room's list of refusals. Sentences may hold {placeholders} that Error::args fills.
struct ErrorDef {
  std::string_view room;       // "registry"
  std::uint16_t number;        // unique in the room, never reused; also the precedence
  std::string_view name;       // "insufficient_units": what a scenario and the API call it
  ErrorKind kind;
  std::string_view ja;
  std::string_view en;
  std::string_view source;     // title and date of the rule; empty where the program itself sets it
  std::string_view remedy_ja;  // the smallest change that would pass; may be empty
  std::string_view remedy_en;
};

// Where in the input. Line and column count from 1; 0 = not known.
struct Place {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

struct Error {
  const ErrorDef* def = nullptr;
  std::vector<std::pair<std::string, std::string>> args;
  Place place;
  std::vector<Error> also;  // further findings of the same reading, in order of place

  [[nodiscard]] Error at(Place p) && {
    place = std::move(p);
    return std::move(*this);
  }
};

template <class T>
using Result = tl::expected<T, Error>;
using Unexpected = tl::unexpected<Error>;

using ErrorArgs = std::initializer_list<std::pair<std::string, std::string>>;

[[nodiscard]] inline Error make_error(const ErrorDef& def, ErrorArgs args = {}, Place place = {}) {
  return Error{&def, {args.begin(), args.end()}, std::move(place), {}};
}
[[nodiscard]] inline Unexpected fail(const ErrorDef& def, ErrorArgs args = {}, Place place = {}) {
  return Unexpected(make_error(def, args, std::move(place)));
}
[[nodiscard]] inline Unexpected fail(Error error) { return Unexpected(std::move(error)); }

enum class Language : std::uint8_t { ja, en };

// "registry.insufficient_units"
[[nodiscard]] std::string qualified_name(const ErrorDef& def);
// One sentence with its placeholders filled, without place and remedy.
[[nodiscard]] std::string sentence(const Error& error, Language language);
// The whole message: "file:line:column: sentence (registry.insufficient_units)\n  remedy\n  source", then the further findings.
[[nodiscard]] std::string describe_error(const Error& error, Language language);

}  // namespace sumi

// SUMI_TRY(auto x, f()): x = f(), or return the error to the caller.
#define SUMI_CONCAT_(a, b) a##b
#define SUMI_CONCAT(a, b) SUMI_CONCAT_(a, b)
#define SUMI_TRY_(tmp, decl, expr)                                    \
  auto tmp = (expr);                                                  \
  if (!tmp) return ::sumi::Unexpected(std::move(tmp).error());        \
  decl = *std::move(tmp)
#define SUMI_TRY(decl, expr) SUMI_TRY_(SUMI_CONCAT(sumi_try_, __LINE__), decl, expr)
// SUMI_CHECK(f()): for Result<void>.
#define SUMI_CHECK_(tmp, expr)                                        \
  do {                                                                \
    auto tmp = (expr);                                                \
    if (!tmp) return ::sumi::Unexpected(std::move(tmp).error());      \
  } while (false)
#define SUMI_CHECK(expr) SUMI_CHECK_(SUMI_CONCAT(sumi_check_, __LINE__), expr)
