// Described values straight to JSON text, without a tree between: what an answer to a request is written with.
//
//   std::string body;
//   append_json(body, view);        // the same text as to_json(to_tree(view), false); a test compares
#pragma once

#include <array>
#include <charconv>
#include <string>

#include "wire/json.h"
#include "wire/tree_codec.h"

namespace sumi::wire {

template <class T> void append_json(std::string& out, const T& v);

// A whole number; as text beyond +-(2^53 - 1), which JavaScript would change.
template <std::integral I> void append_json_number(std::string& out, I v) {
  constexpr std::uint64_t safe = (std::uint64_t{1} << 53) - 1;
  bool quoted = false;
  if constexpr (sizeof(I) == 8) {
    if constexpr (std::is_signed_v<I>) quoted = v > static_cast<I>(safe) || v < -static_cast<I>(safe);
    else quoted = v > safe;
  }
  std::array<char, 24> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), v).ptr;
  if (quoted) out += '"';
  out.append(text.data(), end);
  if (quoted) out += '"';
}
// With its quotation marks.
void append_json_string(std::string& out, std::string_view text);

namespace detail {
struct JsonFields {
  std::string& out;
  bool first = true;
  template <class T> void operator()(Part, const char* name, const T& v) {
    if (absent(v)) return;
    out += first ? "\"" : ",\"";
    first = false;
    out += name;
    out += "\":";
    append_json(out, v);
  }
};
}  // namespace detail

template <class T> void append_json(std::string& out, const T& v) {
  if constexpr (std::is_same_v<T, bool>) {
    out += v ? "true" : "false";
  } else if constexpr (std::is_same_v<T, Tree>) {
    out += to_json(v, false);
  } else if constexpr (std::is_enum_v<T>) {
    append_json_string(out, word_of(v));
  } else if constexpr (std::integral<T>) {
    append_json_number(out, v);
  } else if constexpr (std::is_same_v<T, std::string>) {
    append_json_string(out, v);
  } else if constexpr (is_number<T>::value) {
    append_json_number(out, v.value);
  } else if constexpr (std::is_base_of_v<Id128, T> || std::is_same_v<T, Hash>) {
    out += '"';
    out += v.to_hex();
    out += '"';
  } else if constexpr (std::is_same_v<T, Sealed>) {
    out += '"';
    out += v.commitment.to_hex();
    out += '"';
  } else if constexpr (std::is_same_v<T, PartialDate>) {
    append_json_string(out, v.text);
  } else if constexpr (TextValue<T>) {
    append_json_string(out, v.to_string());
  } else if constexpr (is_vector<T>::value) {
    out += '[';
    bool first = true;
    for (const auto& element : v) {
      if (!first) out += ',';
      first = false;
      append_json(out, element);
    }
    out += ']';
  } else if constexpr (is_optional<T>::value) {
    if (v) append_json(out, *v);
    else out += "null";
  } else {
    out += '{';
    detail::JsonFields fields{out};
    T::fields(v, fields);
    out += '}';
  }
}

}  // namespace sumi::wire
