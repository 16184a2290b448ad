#include "journal/merkle.h"

#include "base/limits.h"
#include "base/sha256.h"
#include "journal/testing.h"

namespace sumi::journal {
namespace {

using testing::error_name;
using testing::Random;

std::vector<Bytes> known_leaves() {
  return {{}, {0x00}, {0x10}, {0x20, 0x21}, {0x30, 0x31}, {0x40, 0x41, 0x42, 0x43}, {0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57},
          {0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f}};
}

// The eight-leaf tree of the Certificate Transparency project's test data (merkle_tree tests, 2013).
const char* const known_roots[] = {
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

std::string joined(const std::vector<Hash>& hashes) {
  std::string text;
  for (const Hash& h : hashes) text += (text.empty() ? "" : " ") + h.to_hex();
  return text;
}

// Leaf hashes kept by the test, as the store keeps them in segments.
struct KeptLeaves : LeafSource {
  std::vector<Hash> hashes;
  mutable std::size_t read = 0;
  [[nodiscard]] Result<void> leaves(std::uint64_t first, std::span<Hash> out) const override {
    read += out.size();
    std::copy_n(hashes.begin() + static_cast<std::ptrdiff_t>(first), out.size(), out.begin());
    return {};
  }
};

TEST(Merkle, KnownRootsAndProofs) {
  EXPECT_EQ(empty_root().to_hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(TreeEdge().root(), empty_root());
  MerkleTree tree;
  TreeEdge edge;
  for (std::size_t i = 0; i < 8; ++i) {
    tree.append(leaf_hash(known_leaves()[i]));
    edge.append(leaf_hash(known_leaves()[i]));
    EXPECT_EQ(edge.root().to_hex(), known_roots[i]);
    EXPECT_EQ(tree.edge(), edge);
  }
  for (std::size_t n = 1; n <= 8; ++n) EXPECT_EQ(root_at(tree, n)->to_hex(), known_roots[n - 1]);
  EXPECT_EQ(root_at(tree, 0).value(), empty_root());
  EXPECT_EQ(joined(prove_inclusion(tree, 5, 8).value()),
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 "
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
  EXPECT_EQ(joined(prove_inclusion(tree, 2, 3).value()), known_roots[1]);
  EXPECT_TRUE(prove_inclusion(tree, 0, 1).value().empty());
  EXPECT_EQ(joined(prove_consistency(tree, 6, 8).value()),
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 "
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
  EXPECT_EQ(joined(prove_consistency(tree, 2, 5).value()),
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
}

// Random trees against the recursive definitions, calculated by merkle_oracle.py.
TEST(Merkle, AgreesWithTheDefinitionsOnRandomTrees) {
  Random random(3);
  std::string questions;
  std::vector<std::string> answers;
  for (int t = 0; t < 12; ++t) {
    const std::uint64_t n = 1 + random.below(t < 6 ? 40 : 1500);
    const std::string seed = "s" + std::to_string(random.below(1'000'000'000));
    KeptLeaves kept;
    MerkleTree whole;
    MerkleTree sparse(static_cast<unsigned>(1 + random.below(7)), &kept);
    for (std::uint64_t i = 0; i < n; ++i) {
      const std::string data = seed + "/" + std::to_string(i);
      const Hash leaf = leaf_hash(Bytes(data.begin(), data.end()));
      kept.hashes.push_back(leaf);
      whole.append(leaf);
      sparse.append(leaf);
    }
    questions += "tree " + seed + " " + std::to_string(n) + "\n";
    answers.push_back(whole.edge().root().to_hex());
    for (int q = 0; q < 40; ++q) {
      const std::uint64_t size = 1 + random.below(n);
      const std::uint64_t index = random.below(size);
      questions += "root " + std::to_string(size) + "\ninclusion " + std::to_string(index) + " " + std::to_string(size) + "\nconsistency " +
                   std::to_string(index + 1) + " " + std::to_string(size) + "\n";
      answers.push_back(root_at(whole, size)->to_hex());
      answers.push_back(joined(prove_inclusion(whole, index, size).value()));
      answers.push_back(joined(prove_consistency(whole, index + 1, size).value()));
      EXPECT_EQ(root_at(sparse, size).value(), root_at(whole, size).value());
      EXPECT_EQ(prove_inclusion(sparse, index, size).value(), prove_inclusion(whole, index, size).value());
      EXPECT_EQ(prove_consistency(sparse, index + 1, size).value(), prove_consistency(whole, index + 1, size).value());
    }
  }
  EXPECT_EQ(testing::lines_of(testing::ask("python3 " SUMI_SOURCE_DIR "/src/journal/merkle_oracle.py", questions)), answers);
}

// Every inclusion and every consistency of every tree of up to 40 leaves; no proof serves for another index, size, leaf or root.
TEST(Merkle, ProofsHoldForTheirTreeOnly) {
  Random random(4);
  MerkleTree tree;
  std::vector<Hash> leaves;
  std::vector<TreeHead> heads{{0, empty_root()}};
  for (std::uint64_t n = 0; n < 40; ++n) {
    Hash leaf;
    random.fill(leaf.bytes);
    leaves.push_back(leaf);
    tree.append(leaf);
    heads.push_back(tree.head());
  }
  for (std::uint64_t size = 1; size <= 40; ++size) {
    for (std::uint64_t index = 0; index < size; ++index) {
      auto proof = prove_inclusion(tree, index, size).value();
      EXPECT_TRUE(verify_inclusion(leaves[index], index, proof, heads[size]));
      for (std::uint64_t other = 0; other <= size; ++other) {
        if (other == index) continue;
        EXPECT_FALSE(verify_inclusion(leaves[index], other, proof, heads[size]));
        if (other < size) {
          EXPECT_FALSE(verify_inclusion(leaves[other], index, proof, heads[size]));
        }
      }
      for (auto& h : proof) {
        h.bytes[random.below(32)] ^= 1;
        EXPECT_FALSE(verify_inclusion(leaves[index], index, proof, heads[size]));
        h = prove_inclusion(tree, index, size).value()[static_cast<std::size_t>(&h - proof.data())];
      }
      proof.push_back(leaves[0]);
      EXPECT_FALSE(verify_inclusion(leaves[index], index, proof, heads[size]));
      proof.pop_back();
      if (!proof.empty()) {
        proof.pop_back();
        EXPECT_FALSE(verify_inclusion(leaves[index], index, proof, heads[size]));
      }
    }
    for (std::uint64_t old_size = 1; old_size <= size; ++old_size) {
      auto proof = prove_consistency(tree, old_size, size).value();
      EXPECT_TRUE(verify_consistency(heads[old_size], proof, heads[size]));
      TreeHead wrong = heads[old_size];
      wrong.root.bytes[0] ^= 1;
      EXPECT_FALSE(verify_consistency(wrong, proof, heads[size]));
      TreeHead wrong_new = heads[size];
      wrong_new.root.bytes[31] ^= 1;
      EXPECT_FALSE(verify_consistency(heads[old_size], proof, wrong_new));
      for (std::size_t i = 0; i < proof.size(); ++i) {
        auto changed = proof;
        changed[i].bytes[random.below(32)] ^= 1;
        EXPECT_FALSE(verify_consistency(heads[old_size], changed, heads[size]));
      }
      proof.push_back(leaves[0]);
      EXPECT_FALSE(verify_consistency(heads[old_size], proof, heads[size]));
      if (old_size != size) {
        proof.resize(proof.size() - 2);
        EXPECT_FALSE(verify_consistency(heads[old_size], proof, heads[size]));
      }
    }
    EXPECT_TRUE(verify_consistency(heads[0], {}, heads[size]));
    EXPECT_FALSE(verify_consistency({0, heads[1].root}, {}, heads[size]));
    EXPECT_FALSE(verify_consistency(heads[size], {}, heads[size - 1]));
  }
}

TEST(Merkle, WhatATreeDoesNotHaveIsRefused) {
  MerkleTree tree;
  for (const Bytes& b : known_leaves()) tree.append(leaf_hash(b));
  EXPECT_EQ(error_name(prove_inclusion(tree, 8, 8)), "proof_range");
  EXPECT_EQ(error_name(prove_inclusion(tree, 0, 9)), "proof_range");
  EXPECT_EQ(error_name(prove_consistency(tree, 0, 8)), "proof_range");
  EXPECT_EQ(error_name(prove_consistency(tree, 8, 7)), "proof_range");
  EXPECT_EQ(error_name(root_at(tree, 9)), "proof_range");
  EXPECT_EQ(error_name(tree.node(3, 1)), "proof_range");
  EXPECT_EQ(error_name(tree.node(70, 0)), "proof_range");
  EXPECT_THROW(MerkleTree(1, nullptr), std::invalid_argument);
}

TEST(Merkle, EdgeSurvivesASnapshot) {
  TreeEdge edge;
  for (std::uint64_t n = 0; n < 70; ++n) {
    ByteWriter out;
    edge.encode(out);
    ByteReader reader(out.bytes());
    const auto again = TreeEdge::decode(reader);
    ASSERT_TRUE(again);
    EXPECT_TRUE(reader.at_end());
    EXPECT_EQ(*again, edge);
    for (std::size_t cut = 0; cut < out.size(); ++cut) {
      ByteReader shorter(BytesView(out.bytes()).first(cut));
      EXPECT_EQ(error_name(TreeEdge::decode(shorter)), "tree_edge_bytes");
    }
    edge.append(leaf_hash(Bytes{static_cast<std::uint8_t>(n)}));
  }
  ByteWriter huge;
  huge.varint(~std::uint64_t{0});
  ByteReader reader(huge.bytes());
  EXPECT_EQ(error_name(TreeEdge::decode(reader)), "tree_edge_bytes");
}

TEST(Merkle, AProofReadsFewLeavesAgain) {
  KeptLeaves kept;
  MerkleTree sparse(7, &kept);
  for (std::uint32_t i = 0; i < 20'000; ++i) {
    kept.hashes.push_back(leaf_hash(Bytes{static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(i >> 8)}));
    sparse.append(kept.hashes.back());
  }
  for (const std::uint64_t index : {0U, 127U, 128U, 9'999U, 19'999U}) {
    kept.read = 0;
    const auto proof = prove_inclusion(sparse, index, 20'000);
    ASSERT_TRUE(proof);
    EXPECT_TRUE(verify_inclusion(kept.hashes[index], index, *proof, sparse.head()));
    EXPECT_LT(kept.read, 256U);
  }
}

}  // namespace
}  // namespace sumi::journal
