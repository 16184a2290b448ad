// What people call an enumerator. A key is how a file writes it and is never shown to a reader: a sentence takes one of the two words.
// The tables stand in the words.h of the room of the enumeration.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/result.h"

namespace sumi {

struct Words {
  std::string_view key;  // "account_manager"
  std::string_view ja, en;
};

// The words of a value of an enumeration without gaps, in the order of its numbers, which begin at `base`. A number that is none is an ellipsis.
template <class E, std::size_t n>
[[nodiscard]] constexpr Words word_at(const std::array<Words, n>& table, E value, unsigned base = 1) {
  const auto at = static_cast<unsigned>(value);
  return at < base || at - base >= n ? Words{"?", "…", "…"} : table[at - base];
}

[[nodiscard]] inline std::string said(const Words& words, Language language) { return std::string(language == Language::ja ? words.ja : words.en); }

// Several, each as it is called: "口座担当者 / 口座承認者".
struct JoinedWords {
  std::string ja, en;
  void add(const Words& words, std::string_view between = " / ") {
    if (!ja.empty()) ja += between;
    if (!en.empty()) en += between;
    ja += words.ja;
    en += words.en;
  }
};

}  // namespace sumi
