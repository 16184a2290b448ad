#include "cli/journal_commands.h"

#include <charconv>
#include <filesystem>

#include "base/errors.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/errors.h"
#include "cli/remote.h"
#include "journal/errors.h"
#include "journal/proof.h"
#include "journal/segment.h"
#include "journal/tiles.h"
#include "store/files.h"

namespace sumi::cli {
namespace {

namespace fs = std::filesystem;
using journal::Checkpoint;

Tree number(std::uint64_t n) { return Tree::make_number(std::to_string(n)); }

Tree tree_of(const Checkpoint& c) {
  Tree t = Tree::make_table();
  t.add("origin", Tree::make_string(c.origin.to_text()));
  t.add("entries", number(c.head.size));
  t.add("tree_root", Tree::make_string(c.head.root.to_hex()));
  return t;
}

// A text for others: to the file with a line that says what it is, or to standard output bare.
Result<void> hand_out(const Context& context, const std::string& output, const std::string& text, Tree told, const char* key, const std::string& said) {
  if (output.empty() && !context.json) {
    print(text);
    return {};
  }
  if (!output.empty()) SUMI_CHECK(write_output(output, text));
  if (context.json) {
    told.add(output.empty() ? key : "file", Tree::make_string(output.empty() ? text : output));
    print_json(told);
  } else {
    print(said + " " + output + "\n");
  }
  return {};
}

Result<journal::MerkleTree> tree_of(const service::Ledger& ledger) {
  journal::MerkleTree tree;
  SUMI_CHECK(ledger.segments({1}, [&](const journal::Segment& segment) {
    return journal::for_each_entry(segment, [&](SequenceNumber, const journal::EntryView& view) -> Result<void> {
      tree.append(view.leaf_hash());
      return {};
    });
  }));
  return tree;
}

// A folder of tiles.
class TileFolder {
 public:
  explicit TileFolder(std::string folder) : folder_(std::move(folder)) {}
  [[nodiscard]] journal::TileFetch fetch() const {
    return [this](const std::string& path) -> Result<std::optional<Bytes>> {
      std::error_code ignored;
      if (!fs::exists(folder_ + "/" + path, ignored)) return std::nullopt;
      SUMI_TRY(const auto text, read_file(folder_ + "/" + path));
      return Bytes(text.begin(), text.end());
    };
  }
  // A file that stands is never changed: other bytes in it are of another journal, or damaged.
  [[nodiscard]] journal::TileSink sink() {
    return [this](const std::string& path, BytesView bytes) -> Result<void> {
      const std::string file = folder_ + "/" + path;
      const std::string text(bytes.begin(), bytes.end());
      std::error_code ignored;
      if (fs::exists(file, ignored)) {
        SUMI_TRY(const auto standing, read_file(file));
        if (standing != text) return fail(journal::errors::tiles_other, {{"file", file}});
        return {};
      }
      SUMI_CHECK(store::make_folder(fs::path(file).parent_path().string()));
      ++written_;
      return write_file_atomic(file, text);
    };
  }
  // The checkpoint of an earlier run; nothing in a new folder.
  [[nodiscard]] Result<std::optional<Checkpoint>> checkpoint() const {
    std::error_code ignored;
    if (!fs::exists(checkpoint_file(), ignored)) return std::nullopt;
    SUMI_TRY(const auto text, read_file(checkpoint_file(), limits::checkpoint_bytes_max));
    return Checkpoint::parse(text, checkpoint_file());
  }
  [[nodiscard]] std::string checkpoint_file() const { return folder_ + "/checkpoint"; }
  [[nodiscard]] std::uint64_t written() const { return written_; }

 private:
  std::string folder_;
  std::uint64_t written_ = 0;
};

// Where to go on. What the folder holds must be the beginning of this journal as far as its own checkpoint tells.
Result<std::uint64_t> size_of_tiles(const TileFolder& tiles, const Checkpoint& now) {
  SUMI_TRY(const auto before, tiles.checkpoint());
  if (!before) return 0;
  const auto root = root_at(journal::TileNodes(before->head.size, tiles.fetch()), before->head.size);
  if (!root) return fail(root.error());
  if (before->origin != now.origin || before->head.size > now.head.size || before->head.root != *root) {
    return fail(journal::errors::tiles_other, {{"file", tiles.checkpoint_file()}});
  }
  return before->head.size;
}

Result<void> write_tiles(const service::Ledger& ledger, const Checkpoint& now, TileFolder& tiles) {
  SUMI_TRY(const auto size, size_of_tiles(tiles, now));
  SUMI_TRY(auto writer, journal::TileWriter::resume(size, tiles.fetch()));
  const auto sink = tiles.sink();
  SUMI_CHECK(ledger.segments({writer.next() + 1}, [&](const journal::Segment& segment) {
    return journal::for_each_entry(segment, [&](SequenceNumber n, const journal::EntryView& view) -> Result<void> {
      if (n.value <= writer.next() || n.value > now.head.size) return {};
      Bytes leaf(view.public_bytes.begin(), view.public_bytes.end());
      const Hash commitment = journal::party_commitment(view.salt, view.party_bytes);
      leaf.insert(leaf.end(), commitment.bytes.begin(), commitment.bytes.end());
      return writer.append(leaf, sink);
    });
  }));
  SUMI_CHECK(writer.finish(sink));
  const auto root = root_at(journal::TileNodes(now.head.size, tiles.fetch()), now.head.size);
  if (!root) return fail(root.error());
  if (*root != now.head.root) return fail(journal::errors::tiles_other, {{"file", tiles.checkpoint_file()}});
  // Last, so that no checkpoint names tiles that are not there.
  return write_file_atomic(tiles.checkpoint_file(), now.to_text());
}

}  // namespace

namespace {

Result<journal::Checkpoint> checkpoint_of(const Context& context) {
  if (context.remote()) {
    SUMI_TRY(auto remote, Remote::open(context));
    SUMI_TRY(const auto text, remote.file("/journal/checkpoint"));
    return journal::Checkpoint::parse(text, remote.host());
  }
  SUMI_TRY(const auto ledger, context.open());
  SUMI_TRY(const auto key, context.key());
  return ledger->checkpoint(key);
}

}  // namespace

int run_journal_checkpoint(const Context& context, const std::string& output) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto checkpoint, checkpoint_of(context));
    return hand_out(context, output, checkpoint.to_text(), tree_of(checkpoint), "checkpoint", context.say("チェックポイント", "checkpoint"));
  });
}

int run_journal_prove(const Context& context, std::uint64_t entry, const std::string& output) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto ledger, context.open());
    SUMI_TRY(const auto key, context.key());
    SUMI_TRY(const auto receipt, ledger->receipt({entry}, journal::ReceiptKind::open, key));
    Tree told = tree_of(receipt.checkpoint);
    told.add("entry", number(entry));
    return hand_out(context, output, inclusion_of(receipt).to_text(), std::move(told), "proof", context.say("記帳の証明", "proof of inclusion"));
  });
}

int run_journal_consistency(const Context& context, const std::string& old_size, std::uint64_t new_size, const std::string& output) {
  return guarded(context, [&]() -> Result<void> {
    std::uint64_t old = 0;
    const std::string digits = to_half_width(old_size);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), old);
    if (error != std::errc{} || end != digits.data() + digits.size()) return fail(errors::number_syntax, {{"text", old_size}}, Place{"old", 0, 0});
    SUMI_TRY(const auto ledger, context.open());
    SUMI_TRY(const auto key, context.key());
    SUMI_TRY(auto checkpoint, ledger->checkpoint(key));
    SUMI_TRY(const auto tree, tree_of(*ledger));
    if (new_size != 0) {
      SUMI_TRY(const auto root, root_at(tree, new_size));
      checkpoint = journal::sign_checkpoint(checkpoint.origin, {new_size, root}, key);
    }
    journal::ConsistencyProof proof{old, {}, checkpoint};
    if (old != 0) {
      SUMI_TRY(proof.hashes, prove_consistency(tree, old, checkpoint.head.size));
    }
    Tree told = tree_of(checkpoint);
    told.add("old", number(old));
    return hand_out(context, output, proof.to_text(), std::move(told), "proof", context.say("続きの証明", "proof of consistency"));
  });
}

int run_journal_tiles(const Context& context, const std::string& folder) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto ledger, context.open());
    SUMI_TRY(const auto key, context.key());
    SUMI_TRY(const auto checkpoint, ledger->checkpoint(key));
    TileFolder tiles(folder);
    SUMI_CHECK(write_tiles(*ledger, checkpoint, tiles));
    if (context.json) {
      Tree told = tree_of(checkpoint);
      told.add("written", number(tiles.written()));
      print_json(told);
      return {};
    }
    print(context.say("タイル ", "tiles ") + folder + context.say(" (記帳 ", " (entries ") + std::to_string(checkpoint.head.size) + context.say("件、新しいファイル ", ", new files ") +
          std::to_string(tiles.written()) + ")\n");
    return {};
  });
}

}  // namespace sumi::cli
