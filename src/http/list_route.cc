#include "http/list_route.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>

#include "http/text.h"

namespace sumi::http {

namespace {

// Decimal texts of any length: exact, and without a conversion that could fail. What is no number comes before those that are.
struct Decimal {
  bool known = false, negative = false;
  std::string_view whole, part;
};
Decimal decimal_of(std::string_view text) {
  Decimal d;
  d.negative = text.starts_with('-');
  if (d.negative) text.remove_prefix(1);
  const auto dot = text.find('.');
  d.whole = text.substr(0, dot);
  if (dot != std::string_view::npos) d.part = text.substr(dot + 1);
  const auto digits = [](std::string_view t) { return std::ranges::all_of(t, [](char c) { return c >= '0' && c <= '9'; }); };
  d.known = !d.whole.empty() && digits(d.whole) && digits(d.part);
  while (d.whole.size() > 1 && d.whole.front() == '0') d.whole.remove_prefix(1);
  while (d.part.ends_with('0')) d.part.remove_suffix(1);
  return d;
}
bool less_by_number(std::string_view x, std::string_view y) {
  const auto a = decimal_of(x), b = decimal_of(y);
  if (!a.known || !b.known) return a.known != b.known ? b.known : x < y;
  if (a.negative != b.negative) return a.negative;
  const auto size = [](const Decimal& d) { return std::tuple(d.whole.size(), d.whole, d.part); };
  return a.negative ? size(b) < size(a) : size(a) < size(b);
}

}  // namespace

std::vector<std::size_t> order_of(const std::vector<std::string>& texts, bool number, bool down) {
  std::vector<std::size_t> order(texts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t i, std::size_t j) {
    if (texts[i].empty() != texts[j].empty()) return texts[j].empty();
    const auto& x = down ? texts[j] : texts[i];
    const auto& y = down ? texts[i] : texts[j];
    return number ? less_by_number(x, y) : x < y;
  });
  return order;
}

void state_orders(RouteWords& words, const std::vector<std::string_view>& orders) {
  if (orders.empty()) return;
  for (Tree& parameter : words.parameters.items) {
    if (const auto* const name = parameter.find("name"); name == nullptr || name->text != "sort") continue;
    Tree names = Tree::make_array();
    for (const auto one : orders) {
      names.items.push_back(Tree::make_string(std::string(one)));
      names.items.push_back(Tree::make_string("-" + std::string(one)));
    }
    for (auto& [key, schema] : parameter.members) {
      if (key == "schema") schema.add("enum", std::move(names));
    }
    return;
  }
}

Error order_unknown(std::string_view asked, const std::vector<std::string_view>& orders) {
  std::string known;
  for (const auto one : orders) known += (known.empty() ? "" : ", ") + std::string(one) + ", -" + std::string(one);
  return make_error(errors::query_syntax, {{"text", "sort=" + percent_encoded(std::string(asked.substr(0, 40))) + ": " + known}});
}

Result<Response> list_answer(const wire::ListFile& list, const ListName& name, const std::string& format, Language language) {
  Response response;
  if (format == "csv") {
    response.content_type = "text/csv; charset=utf-8";
    response.body = wire::list_csv(list);
  } else if (format == "xlsx") {
    response.content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    response.body = wire::list_xlsx(list);
  } else {
    return fail(errors::query_syntax, {{"text", "format=" + percent_encoded(format.substr(0, 40)) + ": json, csv, xlsx"}});
  }
  // RFC 6266: the name in UTF-8, percent-encoded.
  const std::string file = std::string(language == Language::ja ? name.ja : name.en) + "." + format;
  response.headers.emplace_back("Content-Disposition", "attachment; filename*=UTF-8''" + percent_encoded(file));
  return response;
}

}  // namespace sumi::http
