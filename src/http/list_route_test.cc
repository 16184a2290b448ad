// Orders of a list. Expected by hand.
#include "http/list_route.h"

#include <gtest/gtest.h>

namespace sumi::http {
namespace {

using Order = std::vector<std::size_t>;

TEST(ListOrder, NumbersAreComparedAsNumbersAndWhatIsEmptyIsLast) {
  const std::vector<std::string> texts{"10", "9", "", "-2", "9.50", "00009"};
  EXPECT_EQ(order_of(texts, true, false), (Order{3, 1, 5, 4, 0, 2}));
  EXPECT_EQ(order_of(texts, true, true), (Order{0, 4, 1, 5, 3, 2}));
  EXPECT_EQ(order_of({"123456789012345678901234567891", "123456789012345678901234567890"}, true, false), (Order{1, 0})) << "longer than any machine word";
  EXPECT_EQ(order_of({"-1.5", "-1.25", "-10"}, true, false), (Order{2, 0, 1}));
}

TEST(ListOrder, TextsByTheirLetters) {
  EXPECT_EQ(order_of({"2027-01-31", "2026-12-01", "", "2026-12-01"}, false, false), (Order{1, 3, 0, 2}));
  EXPECT_EQ(order_of({"10", "9"}, false, false), (Order{0, 1}));
}

TEST(ListOrder, IsStatedAndEveryOtherIsRefused) {
  RouteWords words;
  Tree parameter = Tree::make_table();
  parameter.add("name", Tree::make_string("sort"));
  parameter.add("schema", Tree::make_table());
  words.parameters.items.push_back(std::move(parameter));
  state_orders(words, {"due", "title"});
  const Tree* const names = words.parameters.items[0].find("schema")->find("enum");
  ASSERT_NE(names, nullptr);
  ASSERT_EQ(names->items.size(), 4U);
  EXPECT_EQ(names->items[1].text, "-due");

  struct Row {
    std::string title;
  };
  const std::vector<ListColumn<Row>> columns{{"名称", "Title", [](const Row& r, Language) { return r.title; }, false, "title"}};
  std::vector<Row> rows{{"b"}, {"a"}};
  EXPECT_TRUE(sort_list(rows, columns, "title", Language::en));
  EXPECT_EQ(rows[0].title, "a");
  EXPECT_TRUE(sort_list(rows, columns, "-title", Language::en));
  EXPECT_EQ(rows[0].title, "b");
  const auto refused = sort_list(rows, columns, "nonsense", Language::en);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().def, &errors::query_syntax);
}

}  // namespace
}  // namespace sumi::http
