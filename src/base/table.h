// The tables of a state: ordered maps whose changes can be taken back.
//
// A group of commands happens whole or not at all, so while a group is being decided every table remembers what it held. Tables change
// only through put() and erase(); there is no other way in, so nothing can be forgotten. Order is the key's order: a dump of a table is canonical.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/describe.h"

namespace sumi {

template <class Key, class Row>
class Table {
 public:
  using Map = std::map<Key, Row>;
  using const_iterator = typename Map::const_iterator;

  [[nodiscard]] const Row* find(const Key& key) const {
    const auto it = rows_.find(key);
    return it == rows_.end() ? nullptr : &it->second;
  }
  [[nodiscard]] const Row& at(const Key& key) const { return rows_.at(key); }
  [[nodiscard]] const_iterator begin() const { return rows_.begin(); }
  [[nodiscard]] const_iterator end() const { return rows_.end(); }
  [[nodiscard]] const_iterator lower_bound(const Key& key) const { return rows_.lower_bound(key); }
  [[nodiscard]] const_iterator upper_bound(const Key& key) const { return rows_.upper_bound(key); }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }

  void put(const Key& key, Row row) {
    auto [it, inserted] = rows_.try_emplace(key);
    if (remembering_) undo_.emplace_back(key, inserted ? std::nullopt : std::optional<Row>(std::move(it->second)));
    it->second = std::move(row);
  }
  void erase(const Key& key) {
    const auto it = rows_.find(key);
    if (it == rows_.end()) return;
    if (remembering_) undo_.emplace_back(key, std::move(it->second));
    rows_.erase(it);
  }
  // row = copy of what stands (or a new one), changed by `change`, put back.
  template <class Change>
  void update(const Key& key, Change change) {
    const auto it = rows_.find(key);
    Row row = it == rows_.end() ? Row{} : it->second;
    change(row);
    put(key, std::move(row));
  }

  void begin_group() { remembering_ = true; }
  void keep_group() {
    remembering_ = false;
    undo_.clear();
  }
  void undo_group() {
    remembering_ = false;
    for (auto it = undo_.rbegin(); it != undo_.rend(); ++it) {
      if (it->second) {
        rows_[it->first] = std::move(*it->second);
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
      if (!rows_.empty() && !(rows_.rbegin()->first < key)) throw CodecError("the rows of a table are out of order", r.offset());
      rows_.emplace_hint(rows_.end(), std::move(key), std::move(row));
    }
  }

 private:
  Map rows_;
  bool remembering_ = false;
  std::vector<std::pair<Key, std::optional<Row>>> undo_;
};

}  // namespace sumi
