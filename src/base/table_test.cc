// The tree of rows against std::map, under random changes; the tables' groups taken back and kept.
#include "base/table.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

namespace sumi {
namespace {

struct Wide {
  std::uint64_t a = 0, b = 0, c = 0, d = 0;
  friend bool operator==(const Wide&, const Wide&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "a", s.a), v(Part::open, "b", s.b); }
};
using Tree = BTree<std::uint64_t, Wide>;
using Model = std::map<std::uint64_t, Wide>;

void expect_same(const Tree& tree, const Model& model) {
  ASSERT_EQ(tree.size(), model.size());
  auto it = tree.begin();
  for (const auto& [key, row] : model) {
    ASSERT_FALSE(it == tree.end());
    ASSERT_EQ(it->first, key);
    ASSERT_EQ(it->second, row);
    ++it;
  }
  ASSERT_TRUE(it == tree.end());
  for (auto back = model.rbegin(); back != model.rend(); ++back) {
    --it;
    ASSERT_EQ(it->first, back->first);
  }
  ASSERT_TRUE(it == tree.begin());
}

// Grows for a while, then shrinks, over and over; keys lie near each other or anywhere.
TEST(BTree, DoesWhatAMapDoes) {
  for (const std::uint64_t keys : {50U, 3'000U, 200'000U}) {
    std::mt19937_64 random(keys);
    Tree tree;
    Model model;
    for (int phase = 0; phase < 12; ++phase) {
      const unsigned grow_of_ten = phase % 2 == 0 ? 8 : 2;
      const auto run = random() % 2 == 0;
      for (int i = 0; i < 8'000; ++i) {
        const auto key = run ? (static_cast<std::uint64_t>(i) * (random() % 3)) % keys : random() % keys;
        if (random() % 10 < grow_of_ten) {
          const auto [row, made] = tree.get_or_make(key);
          ASSERT_EQ(made, !model.contains(key));
          *row = model[key] = {random(), key, 0, 0};
        } else {
          Wide old;
          const auto there = model.find(key);
          ASSERT_EQ(tree.erase(key, &old), there != model.end());
          if (there != model.end()) {
            ASSERT_EQ(old, there->second);
            model.erase(there);
          }
        }
        const auto asked = random() % (keys + 2);
        const auto* found = tree.get(asked);
        ASSERT_EQ(found != nullptr, model.contains(asked));
        const auto low = tree.lower_bound(asked);
        const auto model_low = model.lower_bound(asked);
        ASSERT_EQ(low == tree.end(), model_low == model.end());
        if (model_low != model.end()) { ASSERT_EQ(low->first, model_low->first); }
        const auto high = tree.upper_bound(asked);
        const auto model_high = model.upper_bound(asked);
        ASSERT_EQ(high == tree.end(), model_high == model.end());
        if (model_high != model.end()) { ASSERT_EQ(high->first, model_high->first); }
      }
      expect_same(tree, model);
    }
    const Tree copy = tree;
    expect_same(copy, model);
    Tree moved = std::move(tree);
    expect_same(moved, model);
    while (!model.empty()) {
      const auto key = random() % 2 == 0 ? model.begin()->first : model.rbegin()->first;
      model.erase(key);
      ASSERT_TRUE(moved.erase(key));
    }
    expect_same(moved, model);
  }
}

TEST(BTree, AppendsOnlyInOrder) {
  Tree tree;
  Model model;
  for (std::uint64_t key = 0; key < 300'000; key += 3) {
    ASSERT_TRUE(tree.append(key, {key, 1, 2, 3}));
    model[key] = {key, 1, 2, 3};
  }
  EXPECT_FALSE(tree.append(299'997, {}));
  EXPECT_FALSE(tree.append(5, {}));
  expect_same(tree, model);
  for (std::uint64_t key = 1; key < 300'000; key += 7) {
    *tree.get_or_make(key).first = {key, 0, 0, 0};
    model[key] = {key, 0, 0, 0};
  }
  expect_same(tree, model);
}

template <class T>
class Groups : public testing::Test {};
using Kinds = testing::Types<Table<std::uint64_t, Wide>, LargeTable<std::uint64_t, Wide>>;
TYPED_TEST_SUITE(Groups, Kinds);

Bytes dump_of(const auto& table) {
  ByteWriter w;
  table.dump(w);
  return w.take();
}

TYPED_TEST(Groups, AreTakenBackOrKept) {
  std::mt19937_64 random(7);
  TypeParam table;
  for (int round = 0; round < 400; ++round) {
    const auto before = dump_of(table);
    table.begin_group();
    for (int i = 0; i < 30; ++i) {
      const auto key = random() % 200;
      switch (random() % 3) {
        case 0: table.put(key, {random() % 1000, key, 0, 0}); break;
        case 1: table.erase(key); break;
        default: table.update(key, [&](Wide& w) { w.a += 7; });
      }
    }
    const auto after = dump_of(table);
    if (round % 2 == 0) {
      table.undo_group();
      ASSERT_EQ(dump_of(table), before);
    } else {
      table.keep_group();
      ASSERT_EQ(dump_of(table), after);
    }
  }
  const auto bytes = dump_of(table);
  TypeParam loaded;
  ByteReader r(bytes);
  loaded.load(r);
  r.expect_end();
  EXPECT_EQ(dump_of(loaded), bytes);
}

TYPED_TEST(Groups, AnAppendedRowGoesWithItsGroup) {
  TypeParam table;
  table.append(3, {1, 2, 0, 0});
  EXPECT_THROW(table.append(3, {}), std::logic_error);
  table.begin_group();
  table.append(4, {1, 2, 0, 0});
  table.undo_group();
  EXPECT_EQ(table.size(), 1U);
  EXPECT_EQ(table.find(4), nullptr);
  EXPECT_THROW(static_cast<void>(table.at(4)), std::out_of_range);
}

TYPED_TEST(Groups, RowsOutOfOrderAreNotLoaded) {
  ByteWriter w;
  w.varint(2);
  for (const std::uint64_t key : {5U, 4U}) {
    w.varint(key);
    w.varint(1);
    w.varint(1);
  }
  TypeParam table;
  ByteReader r(w.bytes());
  EXPECT_THROW(table.load(r), CodecError);
}

TEST(Queues, GiveBackWhatAGroupTook) {
  Queue<int> queue;
  for (int i = 0; i < 5; ++i) queue.push(i);
  queue.begin_group();
  queue.pop();
  queue.pop();
  queue.push(9);
  EXPECT_EQ(std::vector<int>(queue.begin(), queue.end()), (std::vector<int>{2, 3, 4, 9}));
  queue.undo_group();
  EXPECT_EQ(std::vector<int>(queue.begin(), queue.end()), (std::vector<int>{0, 1, 2, 3, 4}));
  queue.begin_group();
  queue.pop();
  queue.push(9);
  queue.keep_group();
  EXPECT_EQ(std::vector<int>(queue.begin(), queue.end()), (std::vector<int>{1, 2, 3, 4, 9}));
  EXPECT_EQ(queue.front(), 1);
  EXPECT_EQ(queue.size(), 5U);
  while (!queue.empty()) queue.pop();
  EXPECT_EQ(queue.size(), 0U);
}

}  // namespace
}  // namespace sumi
