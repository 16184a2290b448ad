// The Merkle tree over the journal's entries: RFC 6962 section 2.1, SHA-256.
//
//   empty tree = SHA-256("")    leaf = SHA-256(0x00 | data)    node = SHA-256(0x01 | left | right)
//   a tree of n > 1 leaves splits at the largest power of two smaller than n
//
// The leaf index of an entry is its sequence number - 1. A node (level, index) is the root over the leaves
// [index << level, (index + 1) << level); only complete nodes have such a name, and they never change once they are there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/codec.h"
#include "base/id.h"
#include "base/result.h"

namespace sumi::journal {

struct TreeHead {
  std::uint64_t size = 0;  // leaves
  Hash root;
  friend bool operator==(const TreeHead&, const TreeHead&) = default;
};

[[nodiscard]] Hash empty_root();
[[nodiscard]] Hash leaf_hash(BytesView leaf_data);
[[nodiscard]] Hash node_hash(const Hash& left, const Hash& right);

// The right edge of a tree: the roots of its complete subtrees, largest first, one per set bit of its size. All that appending
// needs (at most 64 hashes), and all that a snapshot keeps of the tree.
class TreeEdge {
 public:
  TreeEdge() = default;
  void append(const Hash& leaf);
  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] Hash root() const;
  [[nodiscard]] TreeHead head() const { return {size_, root()}; }
  [[nodiscard]] std::span<const Hash> roots() const { return roots_; }

  // varint size, then the roots bare. decode: journal.tree_edge_bytes.
  void encode(ByteWriter& out) const;
  [[nodiscard]] static Result<TreeEdge> decode(ByteReader& reader);
  friend bool operator==(const TreeEdge&, const TreeEdge&) = default;

 private:
  friend class MerkleTree;
  std::uint64_t size_ = 0;
  std::vector<Hash> roots_;
};

// Where leaf hashes come from when they are not kept in memory (the store reads the segment again).
class LeafSource {
 public:
  virtual ~LeafSource() = default;
  // Writes the hashes of the leaves [first, first + out.size()).
  [[nodiscard]] virtual Result<void> leaves(std::uint64_t first, std::span<Hash> out) const = 0;
};

// Complete nodes, for the making of proofs.
class NodeSource {
 public:
  virtual ~NodeSource() = default;
  [[nodiscard]] virtual std::uint64_t size() const = 0;  // leaves
  [[nodiscard]] virtual Result<Hash> node(unsigned level, std::uint64_t index) const = 0;
};

// A tree with its complete nodes from `lowest_level` upward in memory: 64 bytes a leaf at level 0, 32 at level 1, 64 / 2^k at level k.
// 10^7 leaves take 640 MB at level 0 and 5 MB at level 7, where an inclusion proof reads fewer than 256 leaves again from `below`.
class MerkleTree : public NodeSource {
 public:
  // `below` gives the nodes under lowest_level and must outlive the tree; not needed for level 0.
  explicit MerkleTree(unsigned lowest_level = 0, const LeafSource* below = nullptr);
  void append(const Hash& leaf);
  [[nodiscard]] const TreeEdge& edge() const { return edge_; }
  [[nodiscard]] TreeHead head() const { return edge_.head(); }

  [[nodiscard]] std::uint64_t size() const override { return edge_.size(); }
  [[nodiscard]] Result<Hash> node(unsigned level, std::uint64_t index) const override;

 private:
  unsigned lowest_level_;
  const LeafSource* below_;
  TreeEdge edge_;
  std::vector<std::vector<Hash>> levels_;  // levels_[k] holds the complete nodes of level lowest_level_ + k
};

// Proofs. A proof lists sibling hashes from the leaf (or the old tree's edge) upward, as RFC 6962 sections 2.1.1 and 2.1.2 order them.
// journal.proof_range: an index or a size that the tree does not have.
[[nodiscard]] Result<Hash> root_at(const NodeSource& nodes, std::uint64_t size);
[[nodiscard]] Result<std::vector<Hash>> prove_inclusion(const NodeSource& nodes, std::uint64_t leaf_index, std::uint64_t size);
// From the tree of old_size (>= 1) to the tree of size. Equal sizes: an empty proof.
[[nodiscard]] Result<std::vector<Hash>> prove_consistency(const NodeSource& nodes, std::uint64_t old_size, std::uint64_t size);

// True if the proof shows that `leaf` is leaf number leaf_index of the tree `head`. Neither takes a proof with a hash too many or too few.
[[nodiscard]] bool verify_inclusion(const Hash& leaf, std::uint64_t leaf_index, std::span<const Hash> proof, const TreeHead& head);
// True if the tree `head` begins with all leaves of the tree `old_head`. Every tree begins with the empty one (with its own root).
[[nodiscard]] bool verify_consistency(const TreeHead& old_head, std::span<const Hash> proof, const TreeHead& head);

}  // namespace sumi::journal
