// Proofs, cosignatures, tiles and the witness. What is expected comes from the published tree of eight leaves (Certificate Transparency project's
// test data, 2013), from the formats' own texts, or from cosignature_oracle.py, which knows nothing of this program. A second reader is tests/go_verify.
#include "journal/proof.h"

#include <map>

#include "base/sha256.h"
#include "journal/consistency.h"
#include "journal/cosignature.h"
#include "journal/testing.h"
#include "journal/tiles.h"
#include "journal/witness.h"

namespace sumi::journal {
namespace {

using testing::error_name;
using testing::Random;

SigningKey key_of(const char* name, std::uint8_t seed_byte) {
  std::array<std::uint8_t, 32> seed;
  seed.fill(seed_byte);
  return std::move(SigningKey::from_seed(name, seed).value());
}
const SigningKey& log_key() {
  static const SigningKey key = key_of("registry.example.jp", 0x42);
  return key;
}
const SigningKey& witness_key() {
  static const SigningKey key = key_of("witness.example.jp", 0x17);
  return key;
}
const Origin& some_origin() {
  static const Origin origin = [] {
    Origin o{StoreKind::demo, {}};
    o.store.bytes.fill(0xab);
    return o;
  }();
  return origin;
}

// A journal of small entries; entry n says "<word> n".
struct Log {
  std::vector<Bytes> data;
  MerkleTree tree;
  void grow(std::uint64_t to, const std::string& word = "entry") {
    while (tree.size() < to) {
      const Entry e = testing::plain_entry(40, word + " " + std::to_string(tree.size() + 1), "party", 9);
      add(e);
    }
  }
  void add(const Entry& e) {
    const Bytes stored = encode_entry(e).value();
    const EntryView view = decode_entry(stored).value();
    Bytes leaf(view.public_bytes.begin(), view.public_bytes.end());
    const Hash commitment = party_commitment(view.salt, view.party_bytes);
    leaf.insert(leaf.end(), commitment.bytes.begin(), commitment.bytes.end());
    tree.append(leaf_hash(leaf));
    data.push_back(leaf);
  }
  [[nodiscard]] Checkpoint checkpoint(std::uint64_t size, const SigningKey& key = log_key()) const {
    return sign_checkpoint(some_origin(), {size, root_at(tree, size).value()}, key);
  }
  [[nodiscard]] ConsistencyProof consistency(std::uint64_t old_size, std::uint64_t size) const {
    return {old_size, old_size == 0 ? std::vector<Hash>{} : prove_consistency(tree, old_size, size).value(), checkpoint(size)};
  }
  [[nodiscard]] InclusionProof inclusion(std::uint64_t index, std::uint64_t size) const {
    return {index, data.at(index), prove_inclusion(tree, index, size).value(), checkpoint(size)};
  }
};

TEST(Proof, IsWrittenAsItIsRead) {
  Log log;
  log.grow(13);
  const auto inclusion = log.inclusion(4, 13);
  const std::string text = inclusion.to_text();
  EXPECT_TRUE(text.starts_with("c2sp.org/tlog-proof@v1\nextra "));
  EXPECT_NE(text.find("\nindex 4\n"), std::string::npos);
  EXPECT_EQ(InclusionProof::parse(text).value(), inclusion);
  auto without = inclusion;
  without.leaf_data.reset();
  EXPECT_TRUE(without.to_text().starts_with("c2sp.org/tlog-proof@v1\nindex 4\n"));
  EXPECT_EQ(InclusionProof::parse(without.to_text()).value(), without);
  EXPECT_EQ(error_name(verify_inclusion_proof(without, log_key().public_key())), "proof_data");
  const auto consistency = log.consistency(6, 13);
  EXPECT_TRUE(consistency.to_text().starts_with("old 6\n"));
  EXPECT_EQ(ConsistencyProof::parse(consistency.to_text()).value(), consistency);
  EXPECT_EQ(ConsistencyProof::parse(log.consistency(0, 1).to_text()).value().hashes.size(), 0U);
  for (const char* wrong : {"", "old\n", "old x\n\n", "old 01\n\n", "old 1\nAAAA\n\n", "old 1\n", "old 9223372036854775808\n\n", "old 99999999999999999999\n\n"}) {
    EXPECT_EQ(error_name(ConsistencyProof::parse(wrong)), "proof_syntax") << wrong;
  }
  for (const char* wrong : {"", "c2sp.org/tlog-proof@v2\nindex 1\n\n", "c2sp.org/tlog-proof@v1\nextra ?\nindex 1\n\n", "c2sp.org/tlog-proof@v1\nindex -1\n\n"}) {
    EXPECT_EQ(error_name(InclusionProof::parse(wrong)), "proof_syntax") << wrong;
  }
  EXPECT_EQ(error_name(ConsistencyProof::parse("old 0\n\nhello\n")), "checkpoint_syntax");
}

// Each byte of each proof in turn; no changed file passes.
TEST(Proof, NoChangedByteHolds) {
  Log log;
  log.grow(13);
  const PublicKey key = log_key().public_key();
  const Checkpoint old = log.checkpoint(6);
  const std::string consistency = log.consistency(6, 13).to_text();
  const std::string inclusion = log.inclusion(4, 13).to_text();
  const auto consistent = [&](const std::string& text) {
    const auto proof = ConsistencyProof::parse(text);
    return proof && verify_consistency_proof(old, *proof, key);
  };
  const auto included = [&](const std::string& text) {
    const auto proof = InclusionProof::parse(text);
    return proof && verify_inclusion_proof(*proof, key);
  };
  EXPECT_TRUE(consistent(consistency));
  EXPECT_TRUE(included(inclusion));
  for (std::size_t i = 0; i < consistency.size(); ++i) {
    auto changed = consistency;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(consistent(changed)) << i;
  }
  for (std::size_t i = 0; i < inclusion.size(); ++i) {
    auto changed = inclusion;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(included(changed)) << i;
  }
}

TEST(Proof, AnInclusionProofIsThePublicReceipt) {
  Log log;
  log.grow(9);
  const auto proof = log.inclusion(7, 9);
  const auto verified = verify_inclusion_proof(proof, log_key().public_key());
  ASSERT_TRUE(verified);
  EXPECT_EQ(verified->receipt.entry.value, 8U);
  EXPECT_EQ(std::string(verified->public_body.begin(), verified->public_body.end()), "entry 8");
  EXPECT_EQ(inclusion_of(verified->receipt), proof);
  // A witness's signature beside the log's does not disturb it.
  auto cosigned = proof;
  cosigned.checkpoint.signatures.push_back(cosign(proof.checkpoint, witness_key(), 1'795'305'600));
  EXPECT_TRUE(verify_inclusion_proof(cosigned, log_key().public_key()));
  EXPECT_EQ(error_name(verify_inclusion_proof(proof, witness_key().public_key())), "checkpoint_key");
  auto moved = proof;
  moved.index = 6;
  EXPECT_EQ(error_name(verify_inclusion_proof(moved, log_key().public_key())), "proof_inclusion");
}

TEST(Proof, ConsistencyTellsWhatIsWrong) {
  Log log, other;
  log.grow(13);
  other.grow(5);
  other.grow(13, "other");
  const PublicKey key = log_key().public_key();
  const auto proof = log.consistency(6, 13);
  EXPECT_TRUE(verify_consistency_proof(log.checkpoint(6), proof, key));
  EXPECT_EQ(error_name(verify_consistency_proof(log.checkpoint(7), proof, key)), "proof_size");
  EXPECT_EQ(error_name(verify_consistency_proof(other.checkpoint(6), proof, key)), "proof_consistency");
  EXPECT_TRUE(verify_consistency_proof(other.checkpoint(5), log.consistency(5, 13), key)) << "the first five are the same";
  EXPECT_EQ(error_name(verify_consistency_proof(log.checkpoint(6, witness_key()), proof, key)), "checkpoint_key");
  Checkpoint training = log.checkpoint(6);
  training = sign_checkpoint({StoreKind::training, some_origin().store}, training.head, log_key());
  EXPECT_EQ(error_name(verify_consistency_proof(training, proof, key)), "proof_origin");
}

// The values of the published tree, through the roots that a proof leads to.
TEST(Consistency, RootsOfThePublishedTree) {
  const auto hash = [](const char* hex) { return *Hash::from_hex(hex); };
  const std::vector<Hash> six_to_eight{hash("0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"),
                                       hash("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
                                       hash("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")};
  const auto roots = consistency_roots(6, {}, six_to_eight, 8);
  ASSERT_TRUE(roots);
  EXPECT_EQ(roots->old_root.to_hex(), "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef");
  EXPECT_EQ(roots->new_root.to_hex(), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  EXPECT_FALSE(consistency_roots(6, {}, std::span(six_to_eight).first(2), 8));
  EXPECT_FALSE(consistency_roots(0, {}, {}, 8));
  EXPECT_FALSE(consistency_roots(8, {}, {}, 8));
}

// The cosigned checkpoint that C2SP's tlog-cosignature gives as its example has no key beside it, so the bytes are compared with those of an
// independent program: Ed25519 by whole numbers in Python.
TEST(Cosignature, AnotherProgramReadsIt) {
  Log log;
  log.grow(3);
  Checkpoint checkpoint = log.checkpoint(3);
  checkpoint.signatures.push_back(cosign(checkpoint, witness_key(), 1'679'315'147));
  const WitnessKey witness{witness_key().public_key(), true};
  const std::string asked = "python3 " SUMI_SOURCE_DIR "/src/journal/cosignature_oracle.py '" + witness.to_text() + "'";
  EXPECT_EQ(testing::ask(asked, checkpoint.to_text()), "1679315147 good\n");
  EXPECT_EQ(verify_witness(checkpoint, witness).value(), std::optional<std::uint64_t>(1'679'315'147));
  const auto line = checkpoint.signatures.back();
  for (std::size_t i = 0; i < line.signature.size(); ++i) {
    checkpoint.signatures.back() = line;
    checkpoint.signatures.back().signature[i] ^= 0x10;
    EXPECT_EQ(error_name(verify_witness(checkpoint, witness)), "checkpoint_signature") << i;
  }
  checkpoint.signatures.back() = line;
  checkpoint.signatures.back().signature.resize(7);
  EXPECT_EQ(error_name(verify_witness(checkpoint, witness)), "checkpoint_signature");
  checkpoint.signatures.pop_back();
  EXPECT_EQ(error_name(verify_witness(checkpoint, witness)), "checkpoint_key");
}

TEST(Cosignature, APlainNoteSignatureIsAWitnessToo) {
  Log log;
  log.grow(3);
  Checkpoint checkpoint = log.checkpoint(3);
  checkpoint.signatures.push_back(sign_checkpoint(checkpoint.origin, checkpoint.head, witness_key()).signatures.front());
  const auto plain = WitnessKey::parse(witness_key().public_key().to_text()).value();
  EXPECT_FALSE(plain.timestamped);
  EXPECT_EQ(verify_witness(checkpoint, plain).value(), std::nullopt);
  EXPECT_EQ(error_name(verify_witness(checkpoint, WitnessKey{witness_key().public_key(), true})), "checkpoint_key");
  checkpoint.signatures.back().signature[3] ^= 1;
  EXPECT_EQ(error_name(verify_witness(checkpoint, plain)), "checkpoint_signature");
}

TEST(Cosignature, KeysAreReadAsTheyAreWritten) {
  const WitnessKey witness{witness_key().public_key(), true};
  EXPECT_EQ(WitnessKey::parse(witness.to_text()).value(), witness);
  EXPECT_NE(witness.key_id(), witness_key().public_key().key_id());
  std::string wrong = witness.to_text();
  wrong[wrong.find('+') + 1] = wrong[wrong.find('+') + 1] == '0' ? '1' : '0';
  EXPECT_EQ(error_name(WitnessKey::parse(wrong)), "witness_key");
  for (const char* text : {"", "a", "a+b", "a+00000000+AQID", " +00000000+AQID"}) EXPECT_EQ(error_name(WitnessKey::parse(text)), "witness_key") << text;
}

// ---- tiles ----

struct Folder {
  std::map<std::string, Bytes> files;
  std::size_t written = 0;
  [[nodiscard]] TileFetch fetch() const {
    return [this](const std::string& path) -> Result<std::optional<Bytes>> {
      const auto it = files.find(path);
      return it == files.end() ? std::nullopt : std::optional(it->second);
    };
  }
  [[nodiscard]] TileSink sink() {
    return [this](const std::string& path, BytesView bytes) -> Result<void> {
      ++written;
      files[path] = {bytes.begin(), bytes.end()};
      return {};
    };
  }
  void write(const Log& log, std::uint64_t from, std::uint64_t to) {
    auto writer = TileWriter::resume(from, fetch());
    ASSERT_TRUE(writer);
    for (std::uint64_t i = writer->next(); i < to; ++i) ASSERT_TRUE(writer->append(log.data[i], sink()));
    ASSERT_TRUE(writer->finish(sink()));
  }
};

TEST(Tiles, PathsAreThoseOfTheFormat) {
  EXPECT_EQ(tile_path(0, 1234067, 256), "tile/0/x001/x234/067");  // the example of C2SP tlog-tiles
  EXPECT_EQ(tile_path(1, 0, 17), "tile/1/000.p/17");
  EXPECT_EQ(bundle_path(273, 112), "tile/entries/273.p/112");
  EXPECT_EQ(bundle_path(1000, 256), "tile/entries/x001/000");
}

// The example of C2SP tlog-tiles: 70,000 leaves make 273 full tiles and one of 112 on level 0, one full and one of 17 on level 1, one of 1 on level 2.
TEST(Tiles, SeventyThousandLeaves) {
  Log log;
  for (std::uint64_t i = 0; i < 70'000; ++i) {
    const std::string text = "leaf " + std::to_string(i);
    log.data.emplace_back(text.begin(), text.end());
    log.tree.append(leaf_hash(log.data.back()));
  }
  Folder folder;
  folder.write(log, 0, 70'000);
  std::map<std::string, std::size_t> count;
  for (const auto& [path, bytes] : folder.files) {
    const bool partial = path.find(".p/") != std::string::npos;
    ++count[path.substr(0, path.find('/', 5)) + (partial ? " partial " + path.substr(path.find(".p/") + 3) : "")];
    if (path.starts_with("tile/entries")) continue;
    EXPECT_EQ(bytes.size(), partial ? 32 * std::stoul(path.substr(path.find(".p/") + 3)) : 8192U) << path;
  }
  const std::map<std::string, std::size_t> expected{{"tile/0", 273}, {"tile/0 partial 112", 1}, {"tile/1", 1}, {"tile/1 partial 17", 1},
                                                    {"tile/2 partial 1", 1}, {"tile/entries", 273}, {"tile/entries partial 112", 1}};
  EXPECT_EQ(count, expected);
  const TileNodes nodes(70'000, folder.fetch());
  EXPECT_EQ(root_at(nodes, 70'000).value(), log.tree.head().root);
  Random random(11);
  for (int q = 0; q < 50; ++q) {
    const std::uint64_t size = 1 + random.below(70'000);
    const std::uint64_t index = random.below(size);
    EXPECT_EQ(prove_inclusion(nodes, index, size).value(), prove_inclusion(log.tree, index, size).value());
    EXPECT_EQ(prove_consistency(nodes, index + 1, size).value(), prove_consistency(log.tree, index + 1, size).value());
  }
}

TEST(Tiles, GoingOnWritesOnlyWhatIsNew) {
  Log log;
  log.grow(1000);
  Random random(12);
  Folder folder;
  std::uint64_t size = 0;
  while (size < 1000) {
    const std::uint64_t next = std::min<std::uint64_t>(1000, size + 1 + random.below(300));
    const auto before = folder.files;
    folder.write(log, size, next);
    for (const auto& [path, bytes] : before) EXPECT_EQ(folder.files.at(path), bytes) << path << " never changes";
    size = next;
    const TileNodes nodes(size, folder.fetch());
    EXPECT_EQ(root_at(nodes, size).value(), root_at(log.tree, size).value());
    EXPECT_EQ(prove_inclusion(nodes, 0, size).value(), prove_inclusion(log.tree, 0, size).value());
  }
  Folder whole;
  whole.write(log, 0, 1000);
  for (const auto& [path, bytes] : whole.files) EXPECT_EQ(folder.files.at(path), bytes) << path;
  folder.written = 0;
  folder.write(log, 1000, 1000);
  EXPECT_EQ(folder.written, 3U) << "1,000 = 3 x 256 + 232: the partial tiles of levels 0 and 1 and the partial bundle; full ones are left alone";
}

TEST(Tiles, ABundleHoldsTheLeaves) {
  Log log;
  log.grow(300);
  Folder folder;
  folder.write(log, 0, 300);
  std::vector<Bytes> read;
  for (const char* path : {"tile/entries/000", "tile/entries/001.p/44"}) {
    const Bytes& bundle = folder.files.at(path);
    for (std::size_t at = 0; at < bundle.size();) {
      const std::size_t n = static_cast<std::size_t>(bundle[at]) << 8 | bundle[at + 1];
      read.emplace_back(bundle.begin() + static_cast<std::ptrdiff_t>(at + 2), bundle.begin() + static_cast<std::ptrdiff_t>(at + 2 + n));
      at += 2 + n;
    }
  }
  EXPECT_EQ(read, log.data);
  for (const Bytes& leaf : read) EXPECT_EQ(std::search(leaf.begin(), leaf.end(), std::begin("party"), std::begin("party") + 5), leaf.end()) << "nothing of a party's";
}

TEST(Tiles, WhatIsMissingOrCutIsNamed) {
  Log log;
  log.grow(600);
  Folder folder;
  folder.write(log, 0, 600);
  const auto whole = folder.files;
  folder.files.erase("tile/0/001");
  EXPECT_EQ(error_name(root_at(TileNodes(600, folder.fetch()), 513)), "");
  EXPECT_EQ(error_name(prove_inclusion(TileNodes(600, folder.fetch()), 300, 600)), "tile_damaged");
  folder.files = whole;
  folder.files.at("tile/1/000.p/2").pop_back();
  EXPECT_EQ(error_name(TileWriter::resume(600, folder.fetch())), "tile_damaged");
  EXPECT_EQ(error_name(TileNodes(600, folder.fetch()).node(0, 600)), "proof_range");
  // A partial tile may go once the full one is there.
  log.grow(800);
  folder.files = whole;
  folder.write(log, 600, 800);
  folder.files.erase("tile/0/002.p/88");
  EXPECT_EQ(root_at(TileNodes(600, folder.fetch()), 600).value(), root_at(log.tree, 600).value());
}

// ---- the witness ----

WitnessState watching() {
  WitnessState state;
  EXPECT_TRUE(state.trust(some_origin(), log_key().public_key(), false));
  return state;
}

TEST(Witness, GoesOnWithAJournalThatGrows) {
  Log log;
  log.grow(40);
  WitnessState state = watching();
  EXPECT_EQ(error_name(state.accept(log.consistency(3, 7))), "witness_old_size");
  EXPECT_EQ(state.accept(log.consistency(0, 3)).value(), Advance::first);
  EXPECT_EQ(state.accept(log.consistency(3, 3)).value(), Advance::same);
  EXPECT_EQ(state.accept(log.consistency(3, 16)).value(), Advance::grown);
  EXPECT_EQ(state.accept(log.consistency(16, 40)).value(), Advance::grown);
  EXPECT_EQ(state.find(some_origin())->last->head, log.tree.head());
  EXPECT_EQ(error_name(state.accept(log.consistency(16, 30))), "witness_smaller");
  EXPECT_EQ(WitnessState::parse(state.to_text()).value(), state);
  EXPECT_EQ(WitnessState::parse(watching().to_text()).value(), watching());
}

TEST(Witness, NamesAFork) {
  Log log, fork;
  log.grow(20);
  fork.grow(11);
  fork.grow(20, "another");
  WitnessState state = watching();
  ASSERT_TRUE(state.accept(log.consistency(0, 13)));
  const auto kept = state;
  const auto refused = [&](const ConsistencyProof& offered) {
    const auto answer = state.accept(offered);
    EXPECT_EQ(state, kept) << "a refusal changes nothing";
    return error_name(answer);
  };
  EXPECT_EQ(refused(fork.consistency(0, 13)), "witness_fork") << "one size, two roots";
  EXPECT_EQ(refused(fork.consistency(13, 20)), "witness_fork") << "the proof shows another old tree";
  EXPECT_EQ(refused(fork.consistency(12, 20)), "witness_old_size");
  auto wrong = log.consistency(13, 20);
  wrong.hashes.front().bytes[0] ^= 1;
  EXPECT_EQ(refused(wrong), "witness_inconsistent") << "a wrong proof shows nothing";
  const PublicKey key = log_key().public_key();
  for (const auto& offered : {fork.consistency(0, 13), fork.consistency(13, 20)}) {
    const ForkEvidence evidence{*kept.logs.front().last, offered};
    const auto read = ForkEvidence::parse(evidence.to_text());
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, evidence);
    const auto shown = verify_fork(*read, key);
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->seen, log.checkpoint(13).head);
    EXPECT_EQ(shown->other_root, root_at(fork.tree, 13).value());
    EXPECT_EQ(error_name(verify_fork(*read, witness_key().public_key())), "checkpoint_key");
  }
  EXPECT_EQ(error_name(verify_fork({*kept.logs.front().last, log.consistency(13, 20)}, key)), "fork_unproven");
  EXPECT_EQ(error_name(verify_fork({*kept.logs.front().last, wrong}, key)), "fork_unproven");
  EXPECT_EQ(error_name(ForkEvidence::parse("hello")), "witness_state");
  // An old tree of 16 leaves is one complete subtree and stands in no proof: the two trees do not fit, and no more is shown.
  ASSERT_TRUE(state.accept(log.consistency(13, 16)));
  EXPECT_EQ(error_name(state.accept(fork.consistency(16, 20))), "witness_inconsistent");
}

TEST(Witness, SignsForJournalsItKnowsAndTheirKeysOnly) {
  Log log;
  log.grow(9);
  WitnessState state;
  EXPECT_EQ(error_name(state.accept(log.consistency(0, 3))), "witness_origin");
  state = watching();
  auto stranger = log.consistency(0, 3);
  stranger.checkpoint = log.checkpoint(3, witness_key());
  EXPECT_EQ(error_name(state.accept(stranger)), "checkpoint_key");
  auto bad = log.consistency(0, 3);
  bad.checkpoint.head.size = 4;
  EXPECT_EQ(error_name(state.accept(bad)), "checkpoint_signature");
  // A training store's journal is another one, though the store's id is the same.
  auto training = log.consistency(0, 3);
  training.checkpoint = sign_checkpoint({StoreKind::training, some_origin().store}, training.checkpoint.head, log_key());
  EXPECT_EQ(error_name(state.accept(training)), "witness_origin");
  ASSERT_TRUE(state.trust(training.checkpoint.origin, log_key().public_key(), false));
  ASSERT_TRUE(state.accept(training));
  EXPECT_NE(state.to_text().find("\nlog sumi-training/abab"), std::string::npos);
  EXPECT_EQ(WitnessState::parse(state.to_text()).value(), state);
  EXPECT_EQ(state.find(some_origin())->last, std::nullopt);
  // Another key of a known journal.
  ASSERT_TRUE(state.accept(log.consistency(0, 3)));
  const SigningKey next = key_of("registry.example.jp", 0x43);
  EXPECT_EQ(error_name(state.trust(some_origin(), next.public_key(), false)), "witness_known");
  ASSERT_TRUE(state.trust(some_origin(), next.public_key(), true));
  EXPECT_EQ(WitnessState::parse(state.to_text()).value(), state);
  EXPECT_EQ(error_name(state.accept(log.consistency(3, 9))), "checkpoint_key");
  auto with_next = log.consistency(3, 9);
  with_next.checkpoint = log.checkpoint(9, next);
  EXPECT_EQ(state.accept(with_next).value(), Advance::grown);
  EXPECT_EQ(WitnessState::parse(state.to_text()).value(), state);
}

TEST(Witness, WhatItKeepsIsReadStrictly) {
  Log log;
  log.grow(9);
  WitnessState state = watching();
  ASSERT_TRUE(state.accept(log.consistency(0, 5)));
  const std::string text = state.to_text();
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto changed = text;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(WitnessState::parse(changed)) << i;
    const auto cut = WitnessState::parse(text.substr(0, i));
    EXPECT_FALSE(cut && *cut == state) << i;
  }
  EXPECT_EQ(error_name(WitnessState::parse(text + text.substr(text.find("log ")))), "witness_state");
  EXPECT_EQ(error_name(WitnessState::parse("")), "witness_state");
}

// An entry of this test's own vocabulary: "epoch", then what is abandoned and kept.
Entry epoch_entry(const TreeHead& abandoned, const TreeHead& kept) {
  ByteWriter w;
  w.string("epoch");
  for (const TreeHead& h : {abandoned, kept}) {
    w.varint(h.size);
    w.raw(h.root.bytes);
  }
  const Bytes bytes = w.take();
  return testing::plain_entry(12, {reinterpret_cast<const char*>(bytes.data()), bytes.size()}, "", 5);
}
std::optional<EpochHeads> read_epoch(const VerifiedReceipt& entry) {
  EpochHeads heads;
  ByteReader r(entry.public_body);
  if (entry.header.type != 12 || r.string() != "epoch") return std::nullopt;
  for (TreeHead* h : {&heads.abandoned, &heads.kept}) {
    h->size = r.varint();
    const BytesView b = r.raw(32);
    std::copy(b.begin(), b.end(), h->root.bytes.begin());
  }
  return heads;
}

TEST(Witness, TakesANewEpochThatNamesWhatItHad) {
  Log log;
  log.grow(20);
  const TreeHead kept{12, root_at(log.tree, 12).value()};
  const auto restored = [&](const TreeHead& abandoned, const TreeHead& named) {
    Log after;
    after.grow(12);
    after.add(epoch_entry(abandoned, named));
    after.grow(17, "anew");
    return after;
  };
  WitnessState state = watching();
  ASSERT_TRUE(state.accept(log.consistency(0, 20)));
  const Log good = restored(log.tree.head(), kept);
  const auto proof = good.inclusion(12, 17);
  EXPECT_EQ(error_name(state.accept(good.consistency(12, 17))), "witness_smaller") << "without the proof";
  const auto epoch_refused = [&](const ConsistencyProof& offered, const InclusionProof& epoch, const EpochReader& read = read_epoch) {
    EXPECT_EQ(error_name(state.accept(offered, &epoch, read)), "witness_epoch");
  };
  epoch_refused(good.consistency(12, 17), proof, {});
  epoch_refused(good.consistency(12, 17), good.inclusion(13, 17));
  epoch_refused(good.consistency(12, 17), good.inclusion(12, 16));
  epoch_refused(good.consistency(11, 17), proof);
  const Log other = restored({20, kept.root}, kept);
  epoch_refused(other.consistency(12, 17), other.inclusion(12, 17));
  const Log lower = restored(log.tree.head(), {11, root_at(log.tree, 11).value()});
  epoch_refused(lower.consistency(11, 17), lower.inclusion(12, 17));
  const Log lying = restored(log.tree.head(), {12, root_at(log.tree, 11).value()});
  epoch_refused(lying.consistency(12, 17), lying.inclusion(12, 17));
  EXPECT_EQ(state.accept(good.consistency(12, 17), &proof, read_epoch).value(), Advance::new_epoch);
  EXPECT_EQ(state.find(some_origin())->last->head, good.tree.head());
  // It grows on in the new epoch, and the old one is a fork now.
  EXPECT_EQ(error_name(state.accept(log.consistency(17, 20))), "witness_fork");
  EXPECT_EQ(error_name(watching().accept(good.consistency(12, 17), &proof, read_epoch)), "witness_epoch");
  // A witness that saw only entries that are kept needs nothing special.
  WitnessState earlier = watching();
  ASSERT_TRUE(earlier.accept(log.consistency(0, 9)));
  EXPECT_EQ(earlier.accept(good.consistency(9, 17)).value(), Advance::grown);
}

}  // namespace
}  // namespace sumi::journal
