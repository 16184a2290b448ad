// The tree as files that never change, for anybody to copy and to calculate proofs from (https://c2sp.org/tlog-tiles):
//
//   checkpoint                    the signed checkpoint
//   tile/L/N[.p/W]                256 hashes of the nodes (8 L, 256 N ...), 32 bytes each; in a partial tile W of them
//   tile/entries/N[.p/W]          the leaf data of the leaves 256 N ...: each 2 bytes length, the higher first, then the bytes
//
// N in groups of three digits, all but the last begin with x: 1234067 is x001/x234/067. The partial tile of level L for a tree of n leaves has
// floor(n / 256^L) mod 256 hashes, and there is none of 0.
//
// Leaf data are an entry's public bytes and the commitment over its party bytes (decision 2): a folder of tiles is public, and holds nothing of a
// party's.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/codec.h"
#include "base/result.h"
#include "journal/merkle.h"

namespace sumi::journal {

// Width 1 to 256; 256 is a full tile.
[[nodiscard]] std::string tile_path(unsigned level, std::uint64_t tile, unsigned width);
[[nodiscard]] std::string bundle_path(std::uint64_t tile, unsigned width);

// The bytes at a path, nothing where no file is.
using TileFetch = std::function<Result<std::optional<Bytes>>(const std::string& path)>;
using TileSink = std::function<Result<void>(const std::string& path, BytesView bytes)>;

// The tree of `size` leaves out of its tiles. A partial tile that is gone is read from the full one.
// journal.tile_damaged: a tile is missing or has a wrong length; a wrong hash shows at the root only.
class TileNodes : public NodeSource {
 public:
  TileNodes(std::uint64_t size, TileFetch fetch) : size_(size), fetch_(std::move(fetch)) {}
  [[nodiscard]] std::uint64_t size() const override { return size_; }
  [[nodiscard]] Result<Hash> node(unsigned level, std::uint64_t index) const override;

 private:
  [[nodiscard]] Result<const Bytes*> tile(unsigned level, std::uint64_t number) const;
  std::uint64_t size_;
  TileFetch fetch_;
  mutable std::map<std::pair<unsigned, std::uint64_t>, Bytes> read_;  // a proof needs a few dozen
};

// Writes tiles and bundles as leaves come in, and goes on where an earlier run ended.
class TileWriter {
 public:
  // The tiles of a tree of `size` leaves are there. journal.tile_damaged.
  [[nodiscard]] static Result<TileWriter> resume(std::uint64_t size, const TileFetch& fetch);
  // Index of the leaf that is due: after resume() the first one of the last bundle that was not full.
  [[nodiscard]] std::uint64_t next() const { return next_; }
  // At most 65,535 bytes, which the largest entry does not reach.
  [[nodiscard]] Result<void> append(BytesView leaf_data, const TileSink& sink);
  // The partial tiles of the tree so far; once, at the end.
  [[nodiscard]] Result<void> finish(const TileSink& sink) const;

 private:
  [[nodiscard]] Result<void> close_tile(std::size_t level, const TileSink& sink);
  std::uint64_t next_ = 0;
  std::vector<std::vector<Hash>> levels_ = std::vector<std::vector<Hash>>(1);  // the open tile of each level
  Bytes bundle_;
};

}  // namespace sumi::journal
