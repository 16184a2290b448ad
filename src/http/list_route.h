// A list as a route: a page of it as JSON (limit, cursor), or all of it as a file (format=csv, format=xlsx) with the same filters and order. It is sorted by every
// column that names its order (sort=due, sort=-due).
//
//   struct OrganisationsQuery {  // `page` and `format` are what every list has
//     PageQuery page;
//     std::string format;
//     std::string text;
//     ...
//   };
//   add_list<OrganisationsQuery, OrganisationView>(routes, "/api/v1/organisations", {"事業者の一覧", "Organisations"}, "registry", Right::everyone, {"事業者", "organisations"},
//       {{"番号", "Number", [](const auto& o, Language) { return std::to_string(o.organisation.value); }}, ...}, all_organisations, key_of);
//
// `all`: Result<std::vector<Item>>(const Call&, const Query&), filtered and sorted. `key` names an item, unique in the list.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "http/api.h"
#include "wire/list_file.h"

namespace sumi::http {

template <class Item> struct ListColumn {
  std::string_view ja, en;  // literals
  std::function<std::string(const Item&, Language)> text;
  bool number = false;
  std::string_view sort = {};  // a literal: the name of the order by this column ("due", "-due" the other way round), for a query with a member `sort`; "": none
};
// What the file is called: "projects.csv" where the language is English.
struct ListName {
  std::string_view ja, en;  // literals
};

// By the text of one column: numbers as numbers, what is empty last either way; what is equal stays as it was. `texts` are of the items in their order.
[[nodiscard]] std::vector<std::size_t> order_of(const std::vector<std::string>& texts, bool number, bool down);
// Says in the description which orders there are, and refuses every other (http.query_syntax).
void state_orders(RouteWords& words, const std::vector<std::string_view>& orders);
[[nodiscard]] Error order_unknown(std::string_view asked, const std::vector<std::string_view>& orders);

template <class Item> Result<void> sort_list(std::vector<Item>& items, const std::vector<ListColumn<Item>>& columns, std::string_view by, Language language) {
  if (by.empty()) return {};
  const bool down = by.starts_with('-');
  const auto name = by.substr(down ? 1 : 0);
  std::vector<std::string_view> orders;
  for (const auto& column : columns) {
    if (column.sort.empty()) continue;
    orders.push_back(column.sort);
    if (column.sort != name) continue;
    std::vector<std::string> texts;
    texts.reserve(items.size());
    for (const Item& item : items) texts.push_back(column.text(item, language));
    std::vector<Item> sorted;
    sorted.reserve(items.size());
    for (const auto i : order_of(texts, column.number, down)) sorted.push_back(std::move(items[i]));
    items = std::move(sorted);
    return {};
  }
  // A list without such columns sorts by itself.
  if (orders.empty()) return {};
  return fail(order_unknown(by, orders));
}

// csv, xlsx. http.query_syntax.
[[nodiscard]] Result<Response> list_answer(const wire::ListFile& list, const ListName& name, const std::string& format, Language language);

template <class Query, class Item, class All, class Key>
void add_list(Routes& routes, std::string pattern, Summary summary, std::string tag, Right right, ListName name, std::vector<ListColumn<Item>> columns, All all, Key key) {
  RouteWords words = routes.begin<Query>(Method::get, std::move(pattern), summary, std::move(tag), right);
  words.response = wire::schema_of<service::Page<Item>>(wire::Direction::written, routes.components());
  std::vector<std::string_view> orders;
  for (const auto& column : columns) {
    if (!column.sort.empty()) orders.push_back(column.sort);
  }
  state_orders(words, orders);
  auto work = [name, columns = std::move(columns), all = std::move(all), key = std::move(key)](const Call& call) -> Result<Response> {
    SUMI_TRY(const Query query, Routes::read_query<Query>(call));
    SUMI_TRY(std::vector<Item> items, all(call, query));
    if constexpr (requires { query.sort; }) SUMI_CHECK(sort_list(items, columns, query.sort, call.language));
    if (query.format.empty() || query.format == "json") return Routes::json_response(service::page_of(std::move(items), query.page, key));
    wire::ListFile list;
    list.sheet = call.language == Language::ja ? name.ja : name.en;
    for (const auto& column : columns) {
      list.head.emplace_back(call.language == Language::ja ? column.ja : column.en);
      list.number.push_back(column.number);
    }
    for (const Item& item : items) {
      auto& row = list.rows.emplace_back();
      for (const auto& column : columns) row.push_back(column.text(item, call.language));
    }
    return list_answer(list, name, query.format, call.language);
  };
  routes.raw(std::move(words), [&routes, work = std::move(work)](const std::shared_ptr<Call>& call, Respond respond) { routes.background(call, std::move(respond), work); }, 0);
}

}  // namespace sumi::http
