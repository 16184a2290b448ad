#include "verify/proofs.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>

#include "journal/testing.h"
#include "journal/tiles.h"
#include "journal/witness.h"
#include "scheme/commands.h"
#include "verify/epoch.h"
#include "verify/program.h"

namespace sumi::verify {
namespace {

using journal::Checkpoint;

journal::SigningKey key_of(const char* name, std::uint8_t byte) {
  std::array<std::uint8_t, 32> seed;
  seed.fill(byte);
  return std::move(journal::SigningKey::from_seed(name, seed).value());
}
const journal::SigningKey& log_key() {
  static const journal::SigningKey key = key_of("registry.example.jp", 0x42);
  return key;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// Files of one test, taken away at its end.
class Files {
 public:
  std::string add(const std::string& text) {
    paths_.push_back(::testing::TempDir() + "sumi_proofs_" + std::to_string(::getpid()) + "_" + std::to_string(paths_.size()));
    std::ofstream(paths_.back(), std::ios::binary) << text;
    return paths_.back();
  }
  ~Files() {
    for (const auto& path : paths_) std::remove(path.c_str());
  }

 private:
  std::vector<std::string> paths_;
};

// A journal of plain entries, and one that begins an epoch.
struct Log {
  journal::StoreKind kind = journal::StoreKind::production;
  std::vector<Bytes> data;
  journal::MerkleTree tree;
  void add(const journal::Entry& e) {
    const Bytes stored = journal::encode_entry(e).value();
    const auto view = journal::decode_entry(stored).value();
    Bytes leaf(view.public_bytes.begin(), view.public_bytes.end());
    const Hash commitment = journal::party_commitment(view.salt, view.party_bytes);
    leaf.insert(leaf.end(), commitment.bytes.begin(), commitment.bytes.end());
    tree.append(journal::leaf_hash(leaf));
    data.push_back(leaf);
  }
  void grow(std::uint64_t to, const std::string& word = "entry") {
    while (tree.size() < to) add(journal::testing::plain_entry(9999, word + std::to_string(tree.size()), "", 3));
  }
  [[nodiscard]] Checkpoint checkpoint(std::uint64_t size) const {
    journal::Origin origin{kind, {}};
    origin.store.bytes.fill(0xab);
    return journal::sign_checkpoint(origin, {size, journal::root_at(tree, size).value()}, log_key());
  }
  [[nodiscard]] journal::ConsistencyProof consistency(std::uint64_t old_size, std::uint64_t size) const {
    return {old_size, old_size == 0 ? std::vector<Hash>{} : journal::prove_consistency(tree, old_size, size).value(), checkpoint(size)};
  }
  [[nodiscard]] journal::InclusionProof inclusion(std::uint64_t index, std::uint64_t size) const {
    return {index, data.at(index), journal::prove_inclusion(tree, index, size).value(), checkpoint(size)};
  }
};

Output verify(std::vector<std::string> words) {
  words.insert(words.end(), {"--public-key", log_key().public_key().to_text()});
  return run(words);
}

TEST(Proofs, EveryKindOfFileIsToldApart) {
  Log log;
  log.grow(9);
  EXPECT_EQ(kind_of(log.checkpoint(3).to_text()), FileKind::checkpoint);
  EXPECT_EQ(kind_of(log.inclusion(3, 9).to_text()), FileKind::inclusion);
  EXPECT_EQ(kind_of(log.consistency(3, 9).to_text()), FileKind::consistency);
  EXPECT_EQ(kind_of(journal::ForkEvidence{log.checkpoint(3), log.consistency(3, 9)}.to_text()), FileKind::fork);
  EXPECT_EQ(kind_of("sumi receipt v1\n"), FileKind::receipt);
  EXPECT_EQ(kind_of(""), FileKind::receipt);
}

TEST(Proofs, AreCheckedByTheProgram) {
  Log log, other;
  log.grow(9);
  other.grow(9, "other");
  Files files;
  const auto old = files.add(log.checkpoint(5).to_text()), now = files.add(log.checkpoint(9).to_text());
  const auto consistency = files.add(log.consistency(5, 9).to_text()), inclusion = files.add(log.inclusion(6, 9).to_text());
  const auto fork = files.add(journal::ForkEvidence{log.checkpoint(9), other.consistency(0, 9)}.to_text());
  EXPECT_TRUE(has(verify({now, "--language", "en"}).out, log.tree.head().root.to_hex()));
  EXPECT_TRUE(has(verify({consistency, "--old", old, "--language", "en"}).out, "nothing before it has changed"));
  EXPECT_TRUE(has(verify({inclusion, "--json"}).out, "\"entry\":\"7\""));
  EXPECT_TRUE(has(verify({fork, "--json"}).out, "\"other_root\":\"" + other.tree.head().root.to_hex()));
  EXPECT_FALSE(has(verify({now, "--language", "en"}).out, "DEMO"));
  for (const auto& words : {std::vector{consistency}, {now, "--old", old}, {"/no/such/file"}, {consistency, "--old", "/no/such/file"}, {now, "--witness", "x"}}) {
    EXPECT_EQ(verify(words).exit_code, 2) << words.front();
  }
  EXPECT_EQ(run(std::vector<std::string>{now}).exit_code, 2) << "whose key?";
  const Output wrong = verify({files.add(other.consistency(5, 9).to_text()), "--old", old, "--json", "--language", "en"});
  EXPECT_EQ(wrong.exit_code, 3);
  EXPECT_TRUE(has(wrong.out, "\"verified\":false,\"error\":\"journal.proof_consistency\""));
  EXPECT_EQ(run(std::vector<std::string>{now, "--public-key", key_of("registry.example.jp", 0x43).public_key().to_text()}).exit_code, 3);
}

TEST(Proofs, DemoAndTrainingJournalsSaySo) {
  Files files;
  for (const auto& [kind, en, ja] : {std::tuple{journal::StoreKind::demo, "DEMO", "実演用"}, {journal::StoreKind::training, "TRAINING", "研修用"}}) {
    Log log;
    log.kind = kind;
    log.grow(4);
    const auto old = files.add(log.checkpoint(2).to_text());
    for (const auto& words : {std::vector{old}, {files.add(log.consistency(2, 4).to_text()), "--old", old}, {files.add(log.inclusion(1, 4).to_text())}}) {
      auto english = words, japanese = words;
      english.insert(english.end(), {"--language", "en"});
      japanese.insert(japanese.end(), {"--language", "ja"});
      EXPECT_TRUE(has(verify(english).out, en)) << words.front();
      EXPECT_TRUE(has(verify(japanese).out, ja)) << words.front();
    }
  }
}

TEST(Proofs, AWitnessMustHaveSigned) {
  Log log;
  log.grow(4);
  const auto witness = key_of("witness.example.jp", 7);
  Checkpoint cosigned = log.checkpoint(4);
  cosigned.signatures.push_back(journal::cosign(cosigned, witness, 1'795'305'600));
  auto consistency = log.consistency(2, 4);
  consistency.checkpoint = cosigned;
  auto inclusion = log.inclusion(1, 4);
  inclusion.checkpoint = cosigned;
  Files files;
  const auto old = files.add(log.checkpoint(2).to_text());
  const std::string public_key = journal::WitnessKey{witness.public_key(), true}.to_text();
  const auto key_file = files.add(public_key + "\n");
  for (auto words : {std::vector{files.add(cosigned.to_text())}, {files.add(consistency.to_text()), "--old", old}, {files.add(inclusion.to_text())}}) {
    words.insert(words.end(), {"--language", "en", "--witness", words.size() == 1 ? public_key : key_file});
    EXPECT_TRUE(has(verify(words).out, "witness.example.jp  2026-11-22 09:00:00 +09:00")) << verify(words).err;
  }
  EXPECT_EQ(verify({old, "--witness", public_key}).exit_code, 3);
}

// The bytes of NewEpoch written by hand, field by field.
TEST(Epoch, IsReadByTheSchemesOwnList) {
  Log log;
  log.grow(20);
  const Checkpoint seen = log.checkpoint(20);
  const auto kept = log.checkpoint(12).head;
  const auto entry = [&](std::uint16_t type, bool whole) {
    ByteWriter w;
    w.varint(2);
    w.varint(seen.head.size);
    w.raw(seen.head.root.bytes);
    w.varint(kept.size);
    w.raw(kept.root.bytes);
    if (whole) w.string("other");
    const Bytes bytes = w.take();
    return journal::testing::plain_entry(type, {reinterpret_cast<const char*>(bytes.data()), bytes.size()}, "", 5);
  };
  const auto heads_of = [&](const journal::Entry& e) {
    Log after;
    after.grow(12);
    after.add(e);
    return epoch_heads(journal::verify_inclusion_proof(after.inclusion(12, 13), log_key().public_key()).value());
  };
  const auto heads = heads_of(entry(12, true));
  ASSERT_TRUE(heads);
  EXPECT_EQ(heads->abandoned, seen.head);
  EXPECT_EQ(heads->kept, kept);
  EXPECT_FALSE(heads_of(entry(12, false)));
  EXPECT_FALSE(heads_of(entry(13, true)));
  // The witness takes it.
  Log after;
  after.grow(12);
  after.add(entry(12, true));
  after.grow(15, "anew");
  journal::WitnessState state;
  ASSERT_TRUE(state.trust(seen.origin, log_key().public_key(), false));
  ASSERT_TRUE(state.accept(log.consistency(0, 20)));
  const auto proof = after.inclusion(12, 15);
  EXPECT_EQ(state.accept(after.consistency(12, 15), &proof, epoch_heads).value(), journal::Advance::new_epoch);
}

}  // namespace
}  // namespace sumi::verify
