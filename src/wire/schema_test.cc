// Names of components: what two types share no server may start with.
#include "wire/schema.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace sumi::wire {

namespace shop {

struct Row {
  std::string name;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "name", s.name); }
};
using Open = Row;

namespace {

struct Row {
  bool done = false;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "done", s.done); }
};
using Hidden = Row;
struct Alone {
  std::uint32_t count = 0;
  std::vector<Row> rows;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "count", s.count);
    v(Part::open, "rows", s.rows);
  }
};

}  // namespace
}  // namespace shop

namespace {

TEST(Components, AreCalledByTheNamedNamespaceAroundThem) {
  Components components;
  EXPECT_EQ(schema_of<shop::Alone>(Direction::written, components).find("$ref")->text, "#/components/schemas/wire.shop.Alone");
  ASSERT_TRUE(components.contains("wire.shop.Row"));
  EXPECT_NE(components.at("wire.shop.Row").schema.find("properties")->find("done"), nullptr);
}

TEST(Components, TwoTypesOfOneNameAreAMistake) {
  Components components;
  static_cast<void>(schema_of<shop::Open>(Direction::written, components));
  static_cast<void>(schema_of<shop::Open>(Direction::written, components));
  static_cast<void>(schema_of<shop::Hidden>(Direction::read, components));  // "wire.shop.Row.input" is another name
  EXPECT_THROW(static_cast<void>(schema_of<shop::Hidden>(Direction::written, components)), std::logic_error);
  EXPECT_THROW(static_cast<void>(schema_of<shop::Alone>(Direction::written, components)), std::logic_error) << "within another";
}

}  // namespace
}  // namespace sumi::wire
