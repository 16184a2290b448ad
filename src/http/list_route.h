// A list as a route: a page of it as JSON (limit, cursor), or all of it as a file (format=csv, format=xlsx) with the same filters and order.
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
};
// What the file is called: "projects.csv" where the language is English.
struct ListName {
  std::string_view ja, en;  // literals
};

// csv, xlsx. http.query_syntax.
[[nodiscard]] Result<Response> list_answer(const wire::ListFile& list, const ListName& name, const std::string& format, Language language);

template <class Query, class Item, class All, class Key>
void add_list(Routes& routes, std::string pattern, Summary summary, std::string tag, Right right, ListName name, std::vector<ListColumn<Item>> columns, All all, Key key) {
  RouteWords words = routes.begin<Query>(Method::get, std::move(pattern), summary, std::move(tag), right);
  words.response = wire::schema_of<service::Page<Item>>(wire::Direction::written, routes.components());
  auto work = [name, columns = std::move(columns), all = std::move(all), key = std::move(key)](const Call& call) -> Result<Response> {
    SUMI_TRY(const Query query, Routes::read_query<Query>(call));
    SUMI_TRY(std::vector<Item> items, all(call, query));
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
