// An ordered map for tables of millions of small rows: a B+ tree whose leaves hold some two kilobytes of keys and rows side by side.
//
// A std::map takes a cache miss for every level and an allocation for every row; here a look-up takes three or four misses at ten million rows, and a
// neighbour lies beside its neighbour. What that costs: put and erase move rows, so a pointer or an iterator is good only until the next change.
// Keys and rows are plain bytes (trivially copyable). Leaves that run low are joined with a neighbour; an emptied one goes at once.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <new>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace sumi {

template <class Key, class Row>
class BTree {
  static_assert(std::is_trivially_copyable_v<Key> && std::is_trivially_copyable_v<Row>, "rows are moved as bytes");
  static constexpr std::size_t leaf_rows = std::clamp<std::size_t>(2048 / (sizeof(Key) + sizeof(Row)), 16, 64);
  static constexpr std::size_t fan_out = std::clamp<std::size_t>(1024 / (sizeof(Key) + sizeof(void*)), 16, 64);
  static constexpr std::size_t height_max = 24;  // 2^24 * 8 rows at the very least

  struct Leaf {
    std::size_t count = 0;
    Leaf* previous = nullptr;
    Leaf* next = nullptr;
    std::array<Key, leaf_rows> keys;
    std::array<Row, leaf_rows> rows;
  };
  // Everything under children[i] is less than keys[i], everything under children[i + 1] is not.
  struct Inner {
    std::size_t count = 0;  // children
    std::array<Key, fan_out - 1> keys;
    std::array<void*, fan_out> children;
  };

 public:
  // What an iterator shows, with the names of std::pair.
  struct Entry {
    const Key& first;
    const Row& second;
  };
  class const_iterator {
   public:
    using iterator_category = std::bidirectional_iterator_tag;
    using value_type = Entry;
    using difference_type = std::ptrdiff_t;
    using reference = Entry;
    struct pointer {
      Entry entry;
      const Entry* operator->() const { return &entry; }
    };
    const_iterator() = default;
    reference operator*() const { return {leaf_->keys[at_], leaf_->rows[at_]}; }
    pointer operator->() const { return {**this}; }
    const_iterator& operator++() {
      ++at_;
      settle();
      return *this;
    }
    const_iterator operator++(int) {
      auto before = *this;
      ++*this;
      return before;
    }
    const_iterator& operator--() {
      if (at_ == 0) {
        leaf_ = leaf_->previous;
        at_ = leaf_->count;
      }
      --at_;
      return *this;
    }
    const_iterator operator--(int) {
      auto before = *this;
      --*this;
      return before;
    }
    friend bool operator==(const const_iterator&, const const_iterator&) = default;

   private:
    friend class BTree;
    const_iterator(const Leaf* leaf, std::size_t at) : leaf_(leaf), at_(at) { settle(); }
    // The place behind a leaf is the first of the next one; behind the last leaf it is end().
    void settle() {
      if (leaf_ != nullptr && at_ == leaf_->count && leaf_->next != nullptr) {
        leaf_ = leaf_->next;
        at_ = 0;
      }
    }
    const Leaf* leaf_ = nullptr;
    std::size_t at_ = 0;
  };

  BTree() = default;
  BTree(const BTree& other) {
    for (const auto& [key, row] : other) append(key, row);
  }
  BTree(BTree&& other) noexcept { swap(other); }
  BTree& operator=(const BTree& other) {
    if (this != &other) {
      BTree copy(other);
      swap(copy);
    }
    return *this;
  }
  BTree& operator=(BTree&& other) noexcept {
    if (this != &other) {
      BTree gone;
      gone.swap(other);
      swap(gone);
    }
    return *this;
  }
  ~BTree() { clear(); }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] const_iterator begin() const { return {first_, 0}; }
  [[nodiscard]] const_iterator end() const { return {last_, last_ == nullptr ? 0 : last_->count}; }
  [[nodiscard]] const_iterator lower_bound(const Key& key) const {
    const Leaf* leaf = leaf_of(key);
    return {leaf, leaf == nullptr ? 0 : lower_in(*leaf, key)};
  }
  [[nodiscard]] const_iterator upper_bound(const Key& key) const {
    auto it = lower_bound(key);
    if (it != end() && !(key < it->first)) ++it;
    return it;
  }
  [[nodiscard]] const Row* get(const Key& key) const {
    const Leaf* leaf = leaf_of(key);
    if (leaf == nullptr) return nullptr;
    const auto at = lower_in(*leaf, key);
    return at < leaf->count && !(key < leaf->keys[at]) ? &leaf->rows[at] : nullptr;
  }
  // The row of the key, made if it was not there: what std::map calls try_emplace.
  std::pair<Row*, bool> get_or_make(const Key& key) {
    if (root_ == nullptr) {
      auto* leaf = new Leaf;
      root_ = first_ = last_ = leaf;
    }
    Path path;
    Leaf* leaf = walk(key, path);
    auto at = lower_in(*leaf, key);
    if (at < leaf->count && !(key < leaf->keys[at])) return {&leaf->rows[at], false};
    if (leaf->count == leaf_rows) {
      // At the very end nothing is split: rows that come in order fill their leaves.
      const std::size_t keep = leaf == last_ && at == leaf_rows ? leaf_rows : leaf_rows / 2;
      auto* right = new Leaf;
      if (!grow(path, height_, keep == leaf_rows ? key : leaf->keys[keep], right)) {
        delete right;
        throw std::length_error("a table is too deep");
      }
      std::copy(leaf->keys.begin() + offset(keep), leaf->keys.end(), right->keys.begin());
      std::copy(leaf->rows.begin() + offset(keep), leaf->rows.end(), right->rows.begin());
      right->count = leaf_rows - keep;
      leaf->count = keep;
      right->previous = leaf;
      right->next = leaf->next;
      (leaf->next == nullptr ? last_ : leaf->next->previous) = right;
      leaf->next = right;
      if (at > keep || keep == leaf_rows) {
        leaf = right;
        at -= keep;
      }
    }
    std::copy_backward(leaf->keys.begin() + offset(at), leaf->keys.begin() + offset(leaf->count), leaf->keys.begin() + offset(leaf->count + 1));
    std::copy_backward(leaf->rows.begin() + offset(at), leaf->rows.begin() + offset(leaf->count), leaf->rows.begin() + offset(leaf->count + 1));
    leaf->keys[at] = key;
    leaf->rows[at] = Row{};
    ++leaf->count;
    ++size_;
    return {&leaf->rows[at], true};
  }
  // A row behind all others. False = the key is not greater than the last one, and nothing happened.
  bool append(const Key& key, const Row& row) {
    if (size_ != 0 && !(last_->keys[last_->count - 1] < key)) return false;
    if (last_ == nullptr || last_->count == leaf_rows) {
      *get_or_make(key).first = row;
      return true;
    }
    last_->keys[last_->count] = key;
    last_->rows[last_->count] = row;
    ++last_->count;
    ++size_;
    return true;
  }
  // What stood there goes into `old`. False = there was nothing.
  bool erase(const Key& key, Row* old = nullptr) {
    if (root_ == nullptr) return false;
    Path path;
    Leaf* leaf = walk(key, path);
    const auto at = lower_in(*leaf, key);
    if (at == leaf->count || key < leaf->keys[at]) return false;
    if (old != nullptr) *old = leaf->rows[at];
    std::copy(leaf->keys.begin() + offset(at + 1), leaf->keys.begin() + offset(leaf->count), leaf->keys.begin() + offset(at));
    std::copy(leaf->rows.begin() + offset(at + 1), leaf->rows.begin() + offset(leaf->count), leaf->rows.begin() + offset(at));
    --leaf->count;
    --size_;
    if (leaf->count < leaf_rows / 4) shrink(path, leaf);
    return true;
  }
  void clear() {
    free_under(root_, height_);
    root_ = nullptr;
    first_ = last_ = nullptr;
    height_ = 0;
    size_ = 0;
  }
  void swap(BTree& other) noexcept {
    std::swap(root_, other.root_);
    std::swap(first_, other.first_);
    std::swap(last_, other.last_);
    std::swap(height_, other.height_);
    std::swap(size_, other.size_);
  }

 private:
  // The way from the root to a leaf: inner nodes from the highest down, and which child was taken.
  struct Path {
    std::array<Inner*, height_max> nodes;
    std::array<std::size_t, height_max> taken;
  };

  static std::ptrdiff_t offset(std::size_t n) { return static_cast<std::ptrdiff_t>(n); }
  // Halving without a branch to guess: which half it is, is as good as random.
  static std::size_t lower_in(const Leaf& leaf, const Key& key) {
    const Key* base = leaf.keys.data();
    std::size_t n = leaf.count;
    while (n > 1) {
      const std::size_t half = n / 2;
      base = base[half - 1] < key ? base + half : base;
      n -= half;
    }
    return static_cast<std::size_t>(base - leaf.keys.data()) + (n == 1 && *base < key ? 1 : 0);
  }
  // The child under which the key belongs: how many separators are not greater than the key.
  static std::size_t child_of(const Inner& inner, const Key& key) {
    const Key* base = inner.keys.data();
    std::size_t n = inner.count - 1;
    while (n > 1) {
      const std::size_t half = n / 2;
      base = key < base[half - 1] ? base : base + half;
      n -= half;
    }
    return static_cast<std::size_t>(base - inner.keys.data()) + (n == 1 && !(key < *base) ? 1 : 0);
  }
  const Leaf* leaf_of(const Key& key) const {
    const void* node = root_;
    for (std::size_t level = 0; level < height_; ++level) {
      const auto* inner = static_cast<const Inner*>(node);
      node = inner->children[child_of(*inner, key)];
    }
    return static_cast<const Leaf*>(node);
  }
  Leaf* walk(const Key& key, Path& path) {
    void* node = root_;
    for (std::size_t level = 0; level < height_; ++level) {
      auto* inner = static_cast<Inner*>(node);
      path.nodes[level] = inner;
      path.taken[level] = child_of(*inner, key);
      node = inner->children[path.taken[level]];
    }
    return static_cast<Leaf*>(node);
  }
  static void insert_child(Inner& inner, std::size_t at, const Key& separator, void* child) {
    std::copy_backward(inner.keys.begin() + offset(at), inner.keys.begin() + offset(inner.count - 1), inner.keys.begin() + offset(inner.count));
    std::copy_backward(inner.children.begin() + offset(at + 1), inner.children.begin() + offset(inner.count), inner.children.begin() + offset(inner.count + 1));
    inner.keys[at] = separator;
    inner.children[at + 1] = child;
    ++inner.count;
  }
  // Hangs `child`, all of whose keys are not less than `separator`, behind the child that was taken on `level` - 1. False = too deep, nothing happened.
  bool grow(Path& path, std::size_t level, const Key& separator, void* child) {
    if (level == 0) {
      if (height_ + 1 >= height_max) return false;
      auto* root = new Inner;
      root->count = 2;
      root->keys[0] = separator;
      root->children[0] = root_;
      root->children[1] = child;
      root_ = root;
      ++height_;
      return true;
    }
    Inner& inner = *path.nodes[level - 1];
    const auto at = path.taken[level - 1];
    if (inner.count < fan_out) {
      insert_child(inner, at, separator, child);
      return true;
    }
    // As in leaves: at the right edge a full node stays full.
    const bool at_end = at + 1 == fan_out;
    const std::size_t keep = at_end ? fan_out - 1 : fan_out / 2;
    auto* right = new Inner;
    if (!grow(path, level - 1, inner.keys[keep - 1], right)) {
      delete right;
      return false;
    }
    right->count = fan_out - keep;
    std::copy(inner.children.begin() + offset(keep), inner.children.end(), right->children.begin());
    std::copy(inner.keys.begin() + offset(keep), inner.keys.end(), right->keys.begin());
    inner.count = keep;
    if (at < keep) {
      insert_child(inner, at, separator, child);
    } else {
      insert_child(*right, at - keep, separator, child);
    }
    return true;
  }
  // Takes child `at` out of the node on `level`, and the node too if it was the last one.
  void cut(Path& path, std::size_t level, std::size_t at) {
    Inner& inner = *path.nodes[level];
    const std::size_t key = at == 0 ? 0 : at - 1;
    if (inner.count > 1) std::copy(inner.keys.begin() + offset(key + 1), inner.keys.begin() + offset(inner.count - 1), inner.keys.begin() + offset(key));
    std::copy(inner.children.begin() + offset(at + 1), inner.children.begin() + offset(inner.count), inner.children.begin() + offset(at));
    --inner.count;
    if (inner.count == 0) {
      if (level == 0) {
        root_ = nullptr;
        height_ = 0;
      } else {
        cut(path, level - 1, path.taken[level - 1]);
      }
      delete &inner;
      return;
    }
    if (level == 0) {
      while (height_ > 0 && static_cast<Inner*>(root_)->count == 1) {
        auto* root = static_cast<Inner*>(root_);
        root_ = root->children[0];
        --height_;
        delete root;
      }
      return;
    }
    if (inner.count >= fan_out / 4) return;
    Inner& above = *path.nodes[level - 1];
    const auto mine = path.taken[level - 1];
    const auto join = [&](std::size_t left_at) {
      auto& left = *static_cast<Inner*>(above.children[left_at]);
      auto& right = *static_cast<Inner*>(above.children[left_at + 1]);
      if (left.count + right.count > fan_out * 3 / 4) return false;
      left.keys[left.count - 1] = above.keys[left_at];
      std::copy(right.keys.begin(), right.keys.begin() + offset(right.count - 1), left.keys.begin() + offset(left.count));
      std::copy(right.children.begin(), right.children.begin() + offset(right.count), left.children.begin() + offset(left.count));
      left.count += right.count;
      cut(path, level - 1, left_at + 1);
      delete &right;
      return true;
    };
    if (mine + 1 < above.count && join(mine)) return;
    if (mine > 0) join(mine - 1);
  }
  void drop(Leaf* leaf) {
    (leaf->previous == nullptr ? first_ : leaf->previous->next) = leaf->next;
    (leaf->next == nullptr ? last_ : leaf->next->previous) = leaf->previous;
    delete leaf;
  }
  void shrink(Path& path, Leaf* leaf) {
    if (height_ == 0) {
      if (leaf->count == 0) {
        drop(leaf);
        root_ = nullptr;
      }
      return;
    }
    const auto level = height_ - 1;
    Inner& above = *path.nodes[level];
    const auto mine = path.taken[level];
    if (leaf->count == 0) {
      drop(leaf);
      cut(path, level, mine);
      return;
    }
    const auto join = [&](std::size_t left_at) {
      auto& left = *static_cast<Leaf*>(above.children[left_at]);
      auto& right = *static_cast<Leaf*>(above.children[left_at + 1]);
      if (left.count + right.count > leaf_rows * 3 / 4) return false;
      std::copy(right.keys.begin(), right.keys.begin() + offset(right.count), left.keys.begin() + offset(left.count));
      std::copy(right.rows.begin(), right.rows.begin() + offset(right.count), left.rows.begin() + offset(left.count));
      left.count += right.count;
      drop(&right);
      cut(path, level, left_at + 1);
      return true;
    };
    if (mine + 1 < above.count && join(mine)) return;
    if (mine > 0) join(mine - 1);
  }
  static void free_under(void* node, std::size_t height) {
    if (node == nullptr) return;
    if (height == 0) {
      delete static_cast<Leaf*>(node);
      return;
    }
    auto* inner = static_cast<Inner*>(node);
    for (std::size_t i = 0; i < inner->count; ++i) free_under(inner->children[i], height - 1);
    delete inner;
  }

  void* root_ = nullptr;
  Leaf* first_ = nullptr;
  Leaf* last_ = nullptr;
  std::size_t height_ = 0;  // levels of inner nodes
  std::size_t size_ = 0;
};

}  // namespace sumi
