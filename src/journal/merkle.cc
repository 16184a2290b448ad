#include "journal/merkle.h"

#include <algorithm>
#include <array>
#include <bit>
#include <stdexcept>
#include <string>

#include "base/limits.h"
#include "base/sha256.h"
#include "journal/consistency.h"
#include "journal/errors.h"

namespace sumi::journal {

namespace {

constexpr std::uint64_t size_max = std::uint64_t{1} << limits::tree_levels_max;

Sha256& hasher() {
  thread_local Sha256 h;
  return h;
}

Unexpected out_of_range(std::uint64_t index, std::uint64_t size) {
  return fail(errors::proof_range, {{"index", std::to_string(index)}, {"size", std::to_string(size)}});
}

// The largest power of two smaller than n; n >= 2.
std::uint64_t split_of(std::uint64_t n) { return std::bit_floor(n - 1); }

// Root over the leaves [first, first + count), which is a subtree of RFC 6962: first is a multiple of count rounded up to a power of two.
Result<Hash> subtree_root(const NodeSource& nodes, std::uint64_t first, std::uint64_t count) {
  if (std::has_single_bit(count)) {
    const auto level = static_cast<unsigned>(std::countr_zero(count));
    return nodes.node(level, first >> level);
  }
  const std::uint64_t k = split_of(count);
  SUMI_TRY(const Hash left, subtree_root(nodes, first, k));
  SUMI_TRY(const Hash right, subtree_root(nodes, first + k, count - k));
  return node_hash(left, right);
}

}  // namespace

Hash empty_root() { return sha256(std::string_view{}); }

Hash leaf_hash(BytesView leaf_data) {
  static constexpr std::uint8_t prefix = 0x00;
  Sha256& h = hasher();
  h.update(BytesView(&prefix, 1));
  h.update(leaf_data);
  return h.finish();
}

Hash node_hash(const Hash& left, const Hash& right) {
  std::array<std::uint8_t, 65> data;
  data[0] = 0x01;
  std::copy(left.bytes.begin(), left.bytes.end(), data.begin() + 1);
  std::copy(right.bytes.begin(), right.bytes.end(), data.begin() + 33);
  Sha256& h = hasher();
  h.update(data);
  return h.finish();
}

// One carry of a binary counter: each complete pair of equal subtrees becomes one.
void TreeEdge::append(const Hash& leaf) {
  if (size_ >= size_max) throw std::length_error("the tree is full");
  Hash node = leaf;
  for (std::uint64_t rest = size_; (rest & 1) != 0; rest >>= 1) {
    node = node_hash(roots_.back(), node);
    roots_.pop_back();
  }
  roots_.push_back(node);
  ++size_;
}

Hash TreeEdge::root() const {
  if (roots_.empty()) return empty_root();
  Hash root = roots_.back();
  for (auto it = roots_.rbegin() + 1; it != roots_.rend(); ++it) root = node_hash(*it, root);
  return root;
}

void TreeEdge::encode(ByteWriter& out) const {
  out.varint(size_);
  for (const Hash& h : roots_) out.raw(h.bytes);
}

Result<TreeEdge> TreeEdge::decode(ByteReader& reader) {
  try {
    TreeEdge edge;
    edge.size_ = reader.varint();
    if (edge.size_ > size_max) throw CodecError("a tree larger than a tree may be", reader.offset());
    edge.roots_.resize(static_cast<std::size_t>(std::popcount(edge.size_)));
    for (Hash& h : edge.roots_) {
      const BytesView b = reader.raw(h.bytes.size());
      std::copy(b.begin(), b.end(), h.bytes.begin());
    }
    return edge;
  } catch (const CodecError& e) {
    return fail(errors::tree_edge_bytes, {{"offset", std::to_string(e.offset)}, {"reason", e.what()}});
  }
}

MerkleTree::MerkleTree(unsigned lowest_level, const LeafSource* below) : lowest_level_(lowest_level), below_(below), levels_(1) {
  if (lowest_level_ > 16) throw std::invalid_argument("a tree must keep its nodes from level 16 upward at least");
  if (lowest_level_ > 0 && below_ == nullptr) throw std::invalid_argument("a tree that does not keep its leaves needs a source of them");
}

// The edge before the leaf holds the left siblings of every node that the leaf completes.
void MerkleTree::append(const Hash& leaf) {
  if (edge_.size_ >= size_max) throw std::length_error("the tree is full");
  Hash node = leaf;
  for (unsigned level = 0;; ++level) {
    if (level >= lowest_level_) {
      const std::size_t k = level - lowest_level_;
      if (k == levels_.size()) levels_.emplace_back();
      levels_[k].push_back(node);
    }
    if (((edge_.size_ >> level) & 1) == 0) break;
    node = node_hash(edge_.roots_.back(), node);
    edge_.roots_.pop_back();
  }
  edge_.roots_.push_back(node);
  ++edge_.size_;
}

Result<Hash> MerkleTree::node(unsigned level, std::uint64_t index) const {
  if (level > limits::tree_levels_max || index >= (size() >> level)) return out_of_range(index, size());
  if (level >= lowest_level_) return levels_[level - lowest_level_][static_cast<std::size_t>(index)];
  std::vector<Hash> row(std::size_t{1} << level);
  SUMI_CHECK(below_->leaves(index << level, row));
  while (row.size() > 1) {
    for (std::size_t i = 0; i < row.size() / 2; ++i) row[i] = node_hash(row[2 * i], row[2 * i + 1]);
    row.resize(row.size() / 2);
  }
  return row.front();
}

Result<Hash> root_at(const NodeSource& nodes, std::uint64_t size) {
  if (size > nodes.size()) return out_of_range(size, nodes.size());
  if (size == 0) return empty_root();
  return subtree_root(nodes, 0, size);
}

// PATH(m, D[n]): walk down to the leaf, note the sibling of every step, then turn the list round.
Result<std::vector<Hash>> prove_inclusion(const NodeSource& nodes, std::uint64_t leaf_index, std::uint64_t size) {
  if (size > nodes.size()) return out_of_range(size, nodes.size());
  if (leaf_index >= size) return out_of_range(leaf_index, size);
  std::vector<Hash> proof;
  std::uint64_t first = 0;
  std::uint64_t count = size;
  while (count > 1) {
    const std::uint64_t k = split_of(count);
    const bool go_left = leaf_index - first < k;
    SUMI_TRY(const Hash sibling, go_left ? subtree_root(nodes, first + k, count - k) : subtree_root(nodes, first, k));
    proof.push_back(sibling);
    if (!go_left) first += k;
    count = go_left ? k : count - k;
  }
  std::reverse(proof.begin(), proof.end());
  return proof;
}

// SUBPROOF(m, D[n], b): as above towards the end of the old tree; the last hash is the old subtree itself unless it is the whole old tree.
Result<std::vector<Hash>> prove_consistency(const NodeSource& nodes, std::uint64_t old_size, std::uint64_t size) {
  if (size > nodes.size()) return out_of_range(size, nodes.size());
  if (old_size == 0 || old_size > size) return out_of_range(old_size, size);
  std::vector<Hash> proof;
  std::uint64_t first = 0;
  std::uint64_t count = size;
  std::uint64_t old_count = old_size;
  bool whole_old_tree = true;
  while (old_count != count) {
    const std::uint64_t k = split_of(count);
    const bool go_left = old_count <= k;
    SUMI_TRY(const Hash sibling, go_left ? subtree_root(nodes, first + k, count - k) : subtree_root(nodes, first, k));
    proof.push_back(sibling);
    if (!go_left) {
      first += k;
      old_count -= k;
      whole_old_tree = false;
    }
    count = go_left ? k : count - k;
  }
  if (!whole_old_tree) {
    SUMI_TRY(const Hash old_subtree, subtree_root(nodes, first, count));
    proof.push_back(old_subtree);
  }
  std::reverse(proof.begin(), proof.end());
  return proof;
}

// RFC 9162 section 2.1.3.2: `node` is the position on its level, `last` that of the level's last node.
bool verify_inclusion(const Hash& leaf, std::uint64_t leaf_index, std::span<const Hash> proof, const TreeHead& head) {
  if (leaf_index >= head.size) return false;
  std::uint64_t node = leaf_index;
  std::uint64_t last = head.size - 1;
  Hash hash = leaf;
  for (const Hash& sibling : proof) {
    if (last == 0) return false;
    if ((node & 1) != 0 || node == last) {
      hash = node_hash(sibling, hash);
      // A node without a right sibling goes up unchanged until it is a right child.
      while ((node & 1) == 0 && node != 0) {
        node >>= 1;
        last >>= 1;
      }
    } else {
      hash = node_hash(hash, sibling);
    }
    node >>= 1;
    last >>= 1;
  }
  return last == 0 && hash == head.root;
}

// The old and the new root are calculated side by side from the same hashes.
std::optional<ConsistencyRoots> consistency_roots(std::uint64_t old_size, const Hash& old_root, std::span<const Hash> proof, std::uint64_t size) {
  if (old_size == 0 || old_size >= size) return std::nullopt;
  std::uint64_t node = old_size - 1;
  std::uint64_t last = size - 1;
  while ((node & 1) != 0) {
    node >>= 1;
    last >>= 1;
  }
  // An old tree that is one complete subtree is itself the first hash.
  Hash old_hash = old_root;
  if (node != 0) {
    if (proof.empty()) return std::nullopt;
    old_hash = proof.front();
    proof = proof.subspan(1);
  }
  Hash new_hash = old_hash;
  for (const Hash& sibling : proof) {
    if (last == 0) return std::nullopt;
    if ((node & 1) != 0 || node == last) {
      old_hash = node_hash(sibling, old_hash);
      new_hash = node_hash(sibling, new_hash);
      while ((node & 1) == 0 && node != 0) {
        node >>= 1;
        last >>= 1;
      }
    } else {
      new_hash = node_hash(new_hash, sibling);
    }
    node >>= 1;
    last >>= 1;
  }
  if (last != 0) return std::nullopt;
  return ConsistencyRoots{old_hash, new_hash};
}

bool verify_consistency(const TreeHead& old_head, std::span<const Hash> proof, const TreeHead& head) {
  if (old_head.size > head.size) return false;
  if (old_head.size == head.size) return proof.empty() && old_head.root == head.root && (head.size != 0 || head.root == empty_root());
  if (old_head.size == 0) return proof.empty() && old_head.root == empty_root();
  const auto roots = consistency_roots(old_head.size, old_head.root, proof, head.size);
  return roots && roots->old_root == old_head.root && roots->new_root == head.root;
}

}  // namespace sumi::journal
