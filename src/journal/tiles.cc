#include "journal/tiles.h"

#include <algorithm>
#include <stdexcept>

#include "base/limits.h"
#include "journal/entry.h"
#include "journal/errors.h"

namespace sumi::journal {

namespace {

constexpr unsigned tile_levels = 8;  // of the tree, in a tile
constexpr unsigned tile_width = 1U << tile_levels;
constexpr std::size_t hash_bytes = sizeof(Hash::bytes);
// What two bytes of length can tell. A stored entry holds besides the public bytes at least a salt and a party header, which are longer than the
// commitment that stands in the leaf for them.
constexpr std::size_t leaf_bytes_most = 0xffff;
static_assert(limits::entry_bytes_max <= leaf_bytes_most + 1);

std::string numbered(std::string path, std::uint64_t tile, unsigned width) {
  std::string digits = std::to_string(tile);
  digits.insert(0, (3 - digits.size() % 3) % 3, '0');
  for (std::size_t i = 0; i < digits.size(); i += 3) path += (i + 3 < digits.size() ? "/x" : "/") + digits.substr(i, 3);
  return width == tile_width ? path : path + ".p/" + std::to_string(width);
}

Bytes joined(const std::vector<Hash>& hashes) {
  Bytes bytes;
  bytes.reserve(hashes.size() * hash_bytes);
  for (const Hash& h : hashes) bytes.insert(bytes.end(), h.bytes.begin(), h.bytes.end());
  return bytes;
}

std::vector<Hash> split(BytesView bytes) {
  std::vector<Hash> hashes(bytes.size() / hash_bytes);
  for (std::size_t i = 0; i < hashes.size(); ++i) std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(i * hash_bytes), hash_bytes, hashes[i].bytes.begin());
  return hashes;
}

// Root over a power of two of hashes.
Hash root_of(std::vector<Hash> row) {
  for (; row.size() > 1; row.resize(row.size() / 2)) {
    for (std::size_t i = 0; i < row.size() / 2; ++i) row[i] = node_hash(row[2 * i], row[2 * i + 1]);
  }
  return row.front();
}

Unexpected damaged(const std::string& path) { return fail(errors::tile_damaged, {{"file", path}}); }

// How many hashes a tile has in a tree of that size.
unsigned width_of(std::uint64_t size, unsigned level, std::uint64_t tile) {
  const unsigned shift = tile_levels * level;
  const std::uint64_t nodes = shift > limits::tree_levels_max ? 0 : size >> shift;
  const std::uint64_t first = tile << tile_levels;
  return nodes <= first ? 0 : static_cast<unsigned>(std::min<std::uint64_t>(nodes - first, tile_width));
}

// The tile of that width, or as many hashes of the full one.
Result<Bytes> read_tile(const TileFetch& fetch, unsigned level, std::uint64_t tile, unsigned width) {
  const std::string path = tile_path(level, tile, width);
  SUMI_TRY(auto bytes, fetch(path));
  if (!bytes && width < tile_width) {
    SUMI_TRY(bytes, fetch(tile_path(level, tile, tile_width)));
    if (bytes && bytes->size() == tile_width * hash_bytes) bytes->resize(width * hash_bytes);
  }
  if (!bytes || bytes->size() != width * hash_bytes) return damaged(path);
  return std::move(*bytes);
}

}  // namespace

std::string tile_path(unsigned level, std::uint64_t tile, unsigned width) { return numbered("tile/" + std::to_string(level), tile, width); }

std::string bundle_path(std::uint64_t tile, unsigned width) { return numbered("tile/entries", tile, width); }

Result<const Bytes*> TileNodes::tile(unsigned level, std::uint64_t number) const {
  const auto found = read_.find({level, number});
  if (found != read_.end()) return &found->second;
  SUMI_TRY(auto bytes, read_tile(fetch_, level, number, width_of(size_, level, number)));
  return &read_.emplace(std::pair{level, number}, std::move(bytes)).first->second;
}

Result<Hash> TileNodes::node(unsigned level, std::uint64_t index) const {
  if (level > limits::tree_levels_max || index >= size_ >> level) {
    return fail(errors::proof_range, {{"index", std::to_string(index)}, {"size", std::to_string(size_)}});
  }
  const unsigned inside = level % tile_levels;
  const std::uint64_t first = index << inside;  // on the level of the tile's hashes
  SUMI_TRY(const Bytes* bytes, tile(level / tile_levels, first >> tile_levels));
  return root_of(split(BytesView(*bytes).subspan((first % tile_width) * hash_bytes, (std::size_t{1} << inside) * hash_bytes)));
}

Result<TileWriter> TileWriter::resume(std::uint64_t size, const TileFetch& fetch) {
  TileWriter writer;
  writer.next_ = size - size % tile_width;
  for (unsigned level = 1; tile_levels * level <= limits::tree_levels_max && size >> (tile_levels * level) != 0; ++level) {
    const std::uint64_t nodes = size >> (tile_levels * level);
    const auto width = static_cast<unsigned>(nodes % tile_width);
    writer.levels_.emplace_back();
    if (width == 0) continue;
    SUMI_TRY(const Bytes bytes, read_tile(fetch, level, nodes >> tile_levels, width));
    writer.levels_.back() = split(bytes);
  }
  return writer;
}

Result<void> TileWriter::append(BytesView leaf_data, const TileSink& sink) {
  if (leaf_data.size() > leaf_bytes_most) throw std::length_error("an entry is too long for a bundle");
  bundle_.push_back(static_cast<std::uint8_t>(leaf_data.size() >> 8));
  bundle_.push_back(static_cast<std::uint8_t>(leaf_data.size()));
  bundle_.insert(bundle_.end(), leaf_data.begin(), leaf_data.end());
  levels_[0].push_back(leaf_hash(leaf_data));
  ++next_;
  if (levels_[0].size() < tile_width) return {};
  SUMI_CHECK(sink(bundle_path(next_ / tile_width - 1, tile_width), bundle_));
  bundle_.clear();
  return close_tile(0, sink);
}

// A full tile is written, and its root goes to the level above, which may be full by it.
Result<void> TileWriter::close_tile(std::size_t level, const TileSink& sink) {
  for (; levels_[level].size() == tile_width; ++level) {
    if (level + 1 == levels_.size()) levels_.emplace_back();
    const std::uint64_t tile = (next_ >> (tile_levels * (level + 1))) - 1;
    SUMI_CHECK(sink(tile_path(static_cast<unsigned>(level), tile, tile_width), joined(levels_[level])));
    levels_[level + 1].push_back(root_of(std::move(levels_[level])));
    levels_[level].clear();
  }
  return {};
}

Result<void> TileWriter::finish(const TileSink& sink) const {
  for (std::size_t level = 0; level < levels_.size(); ++level) {
    if (levels_[level].empty()) continue;
    const std::uint64_t tile = next_ >> (tile_levels * (level + 1));
    SUMI_CHECK(sink(tile_path(static_cast<unsigned>(level), tile, static_cast<unsigned>(levels_[level].size())), joined(levels_[level])));
  }
  if (bundle_.empty()) return {};
  return sink(bundle_path(next_ / tile_width, static_cast<unsigned>(levels_[0].size())), bundle_);
}

}  // namespace sumi::journal
