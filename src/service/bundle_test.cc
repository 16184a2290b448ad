// Bundles: written, read again elsewhere, and refused where they do not hold. What another program makes of them: tests/reader/.
#include "service/bundle.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/test_support.h"
#include "service/testing.h"
#include "wire/json.h"
#include "wire/tree_codec.h"

namespace sumi::service {
namespace {

namespace fs = std::filesystem;
using namespace testing;
using test::read_bytes;
using test::TemporaryFolder;
using test::write_bytes;

std::uint64_t last_of(const House& house) { return house.ledger->last().value; }

// A furnished ledger with a transfer whose note is sealed, and another whose note is erased.
struct Furnished : House {
  TemporaryFolder folder;
  Furnished() {
    auto sent = transfer(who, 5, key_of(1, 1));
    sent.sealed.push_back({0, "note", "封をした備考"});
    value_of(ledger->submit(sent));
    sent.key = key_of(1, 2);
    const auto erased = value_of(ledger->submit(sent)).first;
    value_of(ledger->people().erase_sealed(std::get<registry::Transfer>(value_of(ledger->record(erased)).command).note.commitment));
  }
  std::string exported(const char* name, BundleOptions options = {BundleKind::auditor}) const {
    auto path = folder.file(name);
    value_of(export_bundle(*ledger, path, options, log_key()));
    return path;
  }
};

// Says what a bundle holds anew, under the log's key: all that somebody could do who had it.
void sign_again(const std::string& folder, const Bytes& entries) {
  auto manifest = value_of(wire::from_tree<BundleManifest>(value_of(wire::parse_json(read_bytes(folder + "/manifest.json"), "manifest.json"))));
  journal::TreeEdge edge;
  ByteReader r(entries);
  while (!r.at_end()) edge.append(journal::read_entry(r).leaf_hash());
  const auto checkpoint = journal::sign_checkpoint(*journal::Origin::parse(manifest.origin), edge.head(), log_key()).to_text();
  const std::string bytes(entries.begin(), entries.end());
  manifest.root = edge.root();
  manifest.entries = edge.size();
  for (auto& file : manifest.files) {
    for (const auto& [name, content] : {std::pair{bundle::entries_file({1}), &bytes}, {std::string(bundle::checkpoint_file), &checkpoint}}) {
      if (file.path != name) continue;
      file.bytes = content->size();
      file.sha256 = sha256(*content);
      write_bytes(folder + "/" + name, *content);
    }
  }
  const auto text = wire::to_json(wire::to_tree(manifest), true);
  write_bytes(folder + "/manifest.json", text);
  write_bytes(folder + "/manifest.sha256", sha256(text).to_hex() + "  manifest.json\n");
}

TEST(Bundle, an_auditor_s_leads_to_the_same_state) {
  const Furnished house;
  const auto replayed = value_of(replay_bundle(house.exported("a"), {true, log_key().public_key().fingerprint()}));
  ASSERT_TRUE(replayed.state);
  EXPECT_EQ(replayed.state->state_hash(), house.state_hash());
  EXPECT_EQ(hash_of_sections(*replayed.state), house.state_hash());
  EXPECT_EQ(replayed.manifest.entries, last_of(house));
  EXPECT_EQ(replayed.decided, last_of(house));
  EXPECT_EQ(replayed.opened, 1U);
  EXPECT_EQ(replayed.manifest.sealed_missing, 1U);
}

TEST(Bundle, sealed_values_may_be_withheld) {
  const Furnished house;
  const auto path = house.exported("a", {BundleKind::auditor, false});
  EXPECT_FALSE(fs::exists(path + "/sealed.bin"));
  const auto replayed = value_of(replay_bundle(path, {}));
  EXPECT_EQ(replayed.state->state_hash(), house.state_hash());
  EXPECT_EQ(replayed.opened, 0U);
  EXPECT_EQ(replayed.manifest.sealed_missing, 2U);
}

TEST(Bundle, a_public_one_proves_the_tree_and_has_no_state) {
  const Furnished house;
  const auto replayed = value_of(replay_bundle(house.exported("p", {}), {}));
  EXPECT_FALSE(replayed.state);
  EXPECT_EQ(replayed.manifest.root, value_of(house.ledger->head()).root);
  EXPECT_EQ(replayed.manifest.kind, "public");
}

TEST(Bundle, the_sections_are_the_dump) {
  const Furnished house;
  value_of(house.ledger->read([](const scheme::State& state) {
    const auto sections = state_sections(state);
    const auto dump = state.dump();
    std::uint64_t bytes = 0;
    for (const auto& s : sections) {
      EXPECT_EQ(sha256(BytesView(dump).subspan(bytes, s.bytes)), s.sha256) << s.name;
      bytes += s.bytes;
    }
    EXPECT_EQ(bytes, dump.size());
    EXPECT_EQ(hash_of_sections(state), state.state_hash());
    const auto blocks = std::find_if(sections.begin(), sections.end(), [](const auto& s) { return s.name == "registry.blocks"; });
    ASSERT_NE(blocks, sections.end());
    EXPECT_EQ(blocks->rows, state.registry().blocks().size());
  }));
}

TEST(Bundle, entries_lie_in_as_many_files_as_they_need) {
  const Furnished house;
  BundleOptions options{BundleKind::auditor};
  options.entries_file_bytes = 1'000;
  const auto path = house.exported("a", options);
  std::vector<std::string> files;
  for (const auto& file : fs::directory_iterator(path + "/entries")) files.push_back("entries/" + file.path().filename().string());
  std::sort(files.begin(), files.end());
  ASSERT_GT(files.size(), 3U);
  EXPECT_EQ(files.front(), "entries/000000000001.bin");
  EXPECT_EQ(value_of(replay_bundle(path, {})).state->state_hash(), house.state_hash());
  fs::remove(path + "/" + files[1]);
  EXPECT_EQ(refusal(replay_bundle(path, {})), "service.bundle_incomplete");
}

TEST(Bundle, nothing_is_written_over) {
  const Furnished house;
  const auto path = house.exported("a");
  EXPECT_EQ(refusal(export_bundle(*house.ledger, path, {}, log_key())), "service.bundle_stands");
  EXPECT_EQ(refusal(export_bundle(*house.ledger, path + "/", {}, log_key())), "service.bundle_stands");
  const auto other = value_of(journal::SigningKey::from_seed("log.example", sha256(std::string_view("another")).bytes));
  EXPECT_EQ(refusal(export_bundle(*house.ledger, house.folder.file("b"), {}, other)), "service.log_key_wrong");
  for (const auto& file : fs::directory_iterator(fs::path(path).parent_path())) EXPECT_EQ(file.path().filename(), "a");
}

TEST(Bundle, what_does_not_hold_is_named) {
  const Furnished house;
  const auto path = house.exported("a");
  EXPECT_EQ(refusal(replay_bundle(path, {false, Hash{}})), "service.bundle_key");
  const auto changed = [&](const std::string& name, const std::string& content) {
    const auto before = read_bytes(path + "/" + name);
    write_bytes(path + "/" + name, content);
    const auto replayed = replay_bundle(path, {});
    write_bytes(path + "/" + name, before);
    return replayed ? std::string() : qualified_name(*replayed.error().def) + " " + sentence(replayed.error(), Language::en);
  };
  EXPECT_TRUE(changed("sealed.bin", "").starts_with("service.bundle_altered sealed.bin"));
  EXPECT_TRUE(changed("schema.json", "{}").starts_with("service.bundle_altered schema.json"));
  EXPECT_TRUE(changed("manifest.json", "{}").starts_with("service.bundle_altered manifest.json"));
  // Whole again, and of another form.
  const auto other = [&](const std::string& from, const std::string& to) {
    auto text = read_bytes(path + "/manifest.json");
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos);
    text.replace(at, from.size(), to);
    const auto hash = read_bytes(path + "/manifest.sha256");
    write_bytes(path + "/manifest.sha256", sha256(text).to_hex() + "  manifest.json\n");
    const auto said = changed("manifest.json", text);
    write_bytes(path + "/manifest.sha256", hash);
    return said;
  };
  EXPECT_TRUE(other("sumi journal bundle 1", "sumi journal bundle 2").starts_with("service.bundle_unreadable manifest.json"));
  EXPECT_TRUE(other("\"included\"", "\"none\"").starts_with("service.bundle_unreadable manifest.json"));
  EXPECT_TRUE(other("\"path\": \"checkpoint.txt\"", "\"path\": \"../checkpoint.txt\"").starts_with("service.bundle_unreadable manifest.json"));
  EXPECT_TRUE(other("\"sealed_missing\": 1", "\"sealed_missing\": 2").starts_with("service.bundle_unreadable manifest.json"));
  EXPECT_TRUE(other("\"sealed_values\": 1", "\"sealed_values\": 2").starts_with("service.bundle_unreadable sealed.bin"));
  EXPECT_EQ(refusal(replay_bundle(path, {})), "");
}

// A log that signs what it never decided: only deciding again with the packs finds it.
TEST(Bundle, what_was_never_decided_so_is_found_by_deciding_again) {
  const Furnished house;
  const auto path = house.exported("a");
  const auto text = read_bytes(path + "/" + bundle::entries_file({1}));
  const Bytes stored(text.begin(), text.end());
  ByteReader r(stored);
  ByteWriter w;
  bool changed = false;
  while (!r.at_end()) {
    const auto view = journal::read_entry(r);
    auto entry = view.to_entry();
    if (entry.header.type == scheme::CommandType<registry::Transfer>::number) {
      scheme::AnyCommand command;
      scheme::AnyOutcome outcome;
      ASSERT_TRUE(scheme::decode_bodies(entry.header.type, entry.header.version, view.public_body, view.party_body, command, outcome));
      for (auto& range : std::get<registry::Moved>(outcome).ranges) ++range.first, ++range.end;  // other serials than the pick gives
      entry.party_body = scheme::encode_bodies(command, outcome).party;
      changed = true;
    }
    const auto bytes = value_of(journal::encode_entry(entry));
    w.raw(bytes);
  }
  ASSERT_TRUE(changed);
  sign_again(path, w.bytes());
  EXPECT_EQ(refusal(replay_bundle(path, {})), "");
  EXPECT_EQ(refusal(replay_bundle(path, {true, {}})), "service.bundle_decision");
}

TEST(Bundle, a_public_one_with_another_commitment_does_not_reach_the_root) {
  const Furnished house;
  const auto path = house.exported("p", {});
  const auto name = bundle::entries_file({1});
  auto bytes = read_bytes(path + "/" + name);
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  write_bytes(path + "/" + name, bytes);
  EXPECT_EQ(refusal(replay_bundle(path, {})), "service.bundle_altered");
  auto manifest = value_of(wire::from_tree<BundleManifest>(value_of(wire::parse_json(read_bytes(path + "/manifest.json"), "manifest.json"))));
  for (auto& file : manifest.files) {
    if (file.path == name) file.sha256 = sha256(bytes);
  }
  const auto text = wire::to_json(wire::to_tree(manifest), true);
  write_bytes(path + "/manifest.json", text);
  write_bytes(path + "/manifest.sha256", sha256(text).to_hex() + "  manifest.json\n");
  EXPECT_EQ(refusal(replay_bundle(path, {})), "service.bundle_root");
}

}  // namespace
}  // namespace sumi::service
