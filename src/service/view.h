// The small described types of which the page's and the API's answers are made.
#pragma once

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/describe.h"
#include "base/result.h"
#include "registry/commands.h"

namespace sumi::service {

// A quantity or money: exact, as text, with its unit ("120", "t-CO2"; "1600", "JPY").
struct Amount {
  std::string value;
  std::string unit;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "value", s.value);
    v(Part::open, "unit", s.unit);
  }
};
[[nodiscard]] Amount amount_of(std::uint64_t units, registry::UnitKind kind = registry::UnitKind::tco2);

// A short text in both languages.
struct Bilingual {
  std::string ja;
  std::string en;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "ja", s.ja);
    v(Part::open, "en", s.en);
  }
};

// One page of a list. `next` is the cursor of the page after it; "" on the last one.
template <class T> struct Page {
  std::vector<T> items;
  std::optional<std::string> next;
  std::uint32_t total = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "items", s.items);
    v(Part::open, "next", s.next);
    v(Part::open, "total", s.total);
  }
};
// What every list may be asked: how many (1 to 500, default 50) and from where. A list's own query begins with these two and its sort.
struct PageQuery {
  std::uint32_t limit = 50;
  std::string cursor;
};
// The part of a whole, sorted list that a page shows. `key` names an item, unique in the list. A cursor says behind which item the page begins, and, should that
// item be gone, how many stood before it: "50.p120".
template <class T, class Key> [[nodiscard]] Page<T> page_of(std::vector<T> all, const PageQuery& query, Key key) {
  Page<T> page;
  page.total = static_cast<std::uint32_t>(all.size());
  std::size_t begin = 0;
  if (const auto dot = query.cursor.find('.'); dot != std::string::npos) {
    const std::string_view name = std::string_view(query.cursor).substr(dot + 1);
    while (begin < all.size() && key(all[begin]) != name) ++begin;
    if (begin < all.size()) ++begin;
    else static_cast<void>(std::from_chars(query.cursor.data(), query.cursor.data() + dot, begin));
  }
  const std::size_t limit = std::min<std::size_t>(std::max<std::uint32_t>(query.limit, 1), 500);
  const std::size_t end = std::min(all.size(), begin + limit);
  for (std::size_t i = begin; i < end; ++i) page.items.push_back(std::move(all[i]));
  if (end < all.size() && !page.items.empty()) page.next = std::to_string(end) + "." + key(page.items.back());
  return page;
}

}  // namespace sumi::service
