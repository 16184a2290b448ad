// The tables of a state: ordered maps whose changes can be taken back.
//
// A group of commands happens whole or not at all, so while a group is being decided every table remembers what it held. Tables change
// only through put(), update() and erase(); there is no other way in, so nothing can be forgotten. Order is the key's order: a dump of a table is canonical.
//
// Table keeps its rows where they are: a pointer that find() gave is good until that row goes. LargeTable (base/btree.h) is for tables of
// millions of small rows; its pointers and iterators are good only until the next change of the same table.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "base/btree.h"
#include "base/describe.h"

namespace sumi {

template <class Key, class Row, class Rows = std::map<Key, Row>>
class Table {
 public:
  using const_iterator = typename Rows::const_iterator;
  static constexpr bool large = !std::is_same_v<Rows, std::map<Key, Row>>;

  [[nodiscard]] const Row* find(const Key& key) const {
    if constexpr (large) {
      return rows_.get(key);
    } else {
      const auto it = rows_.find(key);
      return it == rows_.end() ? nullptr : &it->second;
    }
  }
  [[nodiscard]] const Row& at(const Key& key) const {
    const auto* row = find(key);
    if (row == nullptr) throw std::out_of_range("a table has no such row");
    return *row;
  }
  [[nodiscard]] const_iterator begin() const { return rows_.begin(); }
  [[nodiscard]] const_iterator end() const { return rows_.end(); }
  [[nodiscard]] const_iterator lower_bound(const Key& key) const { return rows_.lower_bound(key); }
  [[nodiscard]] const_iterator upper_bound(const Key& key) const { return rows_.upper_bound(key); }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }

  void put(const Key& key, Row row) {
    const auto [stands, made] = row_of(key);
    if (remembering_) remember(key, *stands, made);
    *stands = std::move(row);
  }
  void erase(const Key& key) {
    if constexpr (large) {
      Row old;
      if (rows_.erase(key, &old) && remembering_) undo_.emplace_back(key, old);
    } else {
      const auto it = rows_.find(key);
      if (it == rows_.end()) return;
      if (remembering_) undo_.emplace_back(key, std::move(it->second));
      rows_.erase(it);
    }
  }
  // The row that stands (or a new one), changed by `change`, which must not change this table itself.
  template <class Change>
  void update(const Key& key, Change change) {
    const auto [stands, made] = row_of(key);
    if (remembering_) remember(key, Row(*stands), made);
    change(*stands);
  }
  // Changes a row that stands and remembers nothing: whoever calls takes it back itself. For one number of a large row that every command changes.
  template <class Change>
  void amend(const Key& key, Change change) {
    change(*row_of(key).first);
  }
  // A row behind all others, where rows come in order. std::logic_error: they did not.
  void append(const Key& key, Row row) {
    if (!rows_.empty() && !(last_key() < key)) throw std::logic_error("rows are not appended in their order");
    if (remembering_) undo_.emplace_back(key, std::nullopt);
    append_row(key, std::move(row));
  }

  void begin_group() { remembering_ = true; }
  void keep_group() {
    remembering_ = false;
    if (!undo_.empty()) undo_.clear();
  }
  void undo_group() {
    remembering_ = false;
    for (auto it = undo_.rbegin(); it != undo_.rend(); ++it) {
      if (it->second) {
        *row_of(it->first).first = std::move(*it->second);
      } else {
        rows_.erase(it->first);
      }
    }
    undo_.clear();
  }

  void dump(ByteWriter& w) const {
    w.varint(rows_.size());
    for (const auto& [key, row] : rows_) {
      encode_value(w, key);
      encode_value(w, row);
    }
  }
  // Refuses rows out of order: one table has one dump.
  void load(ByteReader& r) {
    rows_.clear();
    const auto n = r.varint();
    for (std::uint64_t i = 0; i < n; ++i) {
      Key key{};
      Row row{};
      decode_value(r, key);
      decode_value(r, row);
      if (!rows_.empty() && !(last_key() < key)) throw CodecError("the rows of a table are out of order", r.offset());
      append_row(key, std::move(row));
    }
  }

 private:
  std::pair<Row*, bool> row_of(const Key& key) {
    if constexpr (large) {
      return rows_.get_or_make(key);
    } else {
      const auto [it, made] = rows_.try_emplace(key);
      return {&it->second, made};
    }
  }
  template <class Old>
  void remember(const Key& key, Old&& old, bool made) {
    if (made) {
      undo_.emplace_back(key, std::nullopt);
    } else {
      undo_.emplace_back(key, std::move(old));
    }
  }
  const Key& last_key() const { return std::prev(rows_.end())->first; }
  void append_row(const Key& key, Row row) {
    if constexpr (large) {
      rows_.append(key, row);
    } else {
      rows_.emplace_hint(rows_.end(), key, std::move(row));
    }
  }

  Rows rows_;
  bool remembering_ = false;
  std::vector<std::pair<Key, std::optional<Row>>> undo_;
};

template <class Key, class Row>
using LargeTable = Table<Key, Row, BTree<Key, Row>>;

// What comes and goes in the order of its coming. What a group took out of it stays at hand until the group is kept.
template <class T>
class Queue {
 public:
  [[nodiscard]] bool empty() const { return taken_ == items_.size(); }
  [[nodiscard]] std::size_t size() const { return items_.size() - taken_; }
  [[nodiscard]] const T& front() const { return items_[taken_]; }
  [[nodiscard]] auto begin() const { return items_.begin() + static_cast<std::ptrdiff_t>(taken_); }
  [[nodiscard]] auto end() const { return items_.end(); }
  void push(const T& item) {
    items_.push_back(item);
    if (remembering_) ++pushed_;
  }
  void pop() {
    if (remembering_) {
      ++taken_;
    } else {
      items_.pop_front();
    }
  }
  void begin_group() { remembering_ = true; }
  void keep_group() {
    items_.erase(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(taken_));
    remembering_ = false;
    taken_ = pushed_ = 0;
  }
  void undo_group() {
    items_.resize(items_.size() - pushed_);
    remembering_ = false;
    taken_ = pushed_ = 0;
  }

 private:
  std::deque<T> items_;
  bool remembering_ = false;
  std::size_t taken_ = 0;   // of this group
  std::size_t pushed_ = 0;  // of this group
};

}  // namespace sumi
