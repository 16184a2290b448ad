#include "cli/witness_commands.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "base/errors.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/errors.h"
#include "journal/cosignature.h"
#include "journal/errors.h"
#include "journal/witness.h"
#include "service/ledger.h"
#include "store/errors.h"
#include "verify/epoch.h"

namespace sumi::cli {
namespace {

namespace fs = std::filesystem;
using journal::WitnessState;

// Reading, judging and writing the state are one step: two that run at once could otherwise both sign, and one of them be forgotten.
class StateLock {
 public:
  static Result<StateLock> take(const std::string& state) {
    const std::string file = state + ".lock";
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) return fail(sumi::errors::file_unwritable, {{"file", file}, {"reason", std::strerror(errno)}});
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
      ::close(descriptor);
      return fail(store::errors::store_locked, {{"path", state}});
    }
    return StateLock(descriptor);
  }
  StateLock(StateLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  StateLock& operator=(StateLock&&) = delete;
  StateLock(const StateLock&) = delete;
  ~StateLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

 private:
  explicit StateLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

// `may_begin`: a witness that watches nothing yet has no file.
Result<WitnessState> load(const std::string& file, bool may_begin) {
  std::error_code ignored;
  if (may_begin && !fs::exists(fs::symlink_status(file, ignored))) return WitnessState{};
  SUMI_TRY(const auto text, read_file(file));
  return WitnessState::parse(text, file);
}

// A file of its own for each contradiction, so that none is written over; the same one again stays where it is.
Result<std::string> keep_evidence(const std::string& state, const journal::ForkEvidence& evidence) {
  const auto& head = evidence.offered.checkpoint.head;
  const std::string file = state + ".fork-" + std::to_string(head.size) + "-" + head.root.to_hex().substr(0, 16);
  SUMI_CHECK(write_file_atomic(file, evidence.to_text()));
  return file;
}

Result<journal::Advance> judge(WitnessState& state, const WitnessArguments& arguments, const journal::ConsistencyProof& offered) {
  std::optional<journal::InclusionProof> epoch;
  if (!arguments.epoch.empty()) {
    SUMI_TRY(const auto text, read_file(arguments.epoch, limits::receipt_bytes_max));
    SUMI_TRY(epoch, journal::InclusionProof::parse(text, arguments.epoch));
  }
  auto how = state.accept(offered, epoch ? &*epoch : nullptr, verify::epoch_heads);
  if (how) return how;
  Error error = std::move(how).error();
  if (error.def == &journal::errors::witness_fork || error.def == &journal::errors::witness_inconsistent) {
    const auto file = keep_evidence(arguments.state, {*state.find(offered.checkpoint.origin)->last, offered});
    error.args.emplace_back("file", file ? *file : "-");
    if (!file) error.also.push_back(file.error());
  }
  if (error.place.file.empty()) error.place.file = arguments.proof;
  return fail(std::move(error));
}

std::string advance_text(const Context& context, journal::Advance how) {
  switch (how) {
    case journal::Advance::first: return context.say("最初のチェックポイント", "the first checkpoint");
    case journal::Advance::same: return context.say("先に見たもの", "as seen before");
    case journal::Advance::grown: return context.say("先に見たものの続き", "continues what was seen");
    case journal::Advance::new_epoch: return context.say("復元の後の新しい区切り", "a new epoch after a restore");
  }
  return {};
}

std::string kind_text(const Context& context, journal::StoreKind kind) {
  if (kind == journal::StoreKind::demo) return context.say(" [実演用]", " [demo]");
  if (kind == journal::StoreKind::training) return context.say(" [研修用]", " [training]");
  return {};
}

}  // namespace

int run_witness_trust(const Context& context, const WitnessArguments& arguments) {
  return guarded(context, [&]() -> Result<void> {
    const auto origin = journal::Origin::parse(arguments.origin);
    if (!origin) return fail(errors::argument_value, {{"name", "origin"}, {"text", arguments.origin}, {"known", "sumi/ID, sumi-demo/ID, sumi-training/ID"}});
    SUMI_TRY(const auto key, journal::PublicKey::parse(arguments.key));
    SUMI_TRY(const auto lock, StateLock::take(arguments.state));
    SUMI_TRY(auto state, load(arguments.state, true));
    SUMI_CHECK(state.trust(*origin, key, arguments.replace));
    SUMI_CHECK(write_file_atomic(arguments.state, state.to_text()));
    print(origin->to_text() + kind_text(context, origin->kind) + "  " + key.to_text() + "\n");
    return {};
  });
}

int run_witness_cosign(const Context& context, const WitnessArguments& arguments) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto key, context.key());
    SUMI_TRY(const auto text, read_file(arguments.proof, limits::receipt_bytes_max));
    SUMI_TRY(const auto offered, journal::ConsistencyProof::parse(text, arguments.proof));
    SUMI_TRY(const auto lock, StateLock::take(arguments.state));
    SUMI_TRY(auto state, load(arguments.state, false));
    SUMI_TRY(const auto how, judge(state, arguments, offered));
    // Durable before anybody can see the signature.
    SUMI_CHECK(write_file_atomic(arguments.state, state.to_text()));
    journal::Checkpoint signed_note = offered.checkpoint;
    const auto now = service::system_clock().now().ms / 1000;
    signed_note.signatures.push_back(cosign(signed_note, key, static_cast<std::uint64_t>(now)));
    if (arguments.output.empty() && !context.json) {
      print(signed_note.to_text());
      return {};
    }
    if (!arguments.output.empty()) SUMI_CHECK(write_output(arguments.output, signed_note.to_text()));
    const auto& origin = signed_note.origin;
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("origin", Tree::make_string(origin.to_text()));
      t.add("entries", Tree::make_number(std::to_string(signed_note.head.size)));
      t.add("tree_root", Tree::make_string(signed_note.head.root.to_hex()));
      t.add("witness", Tree::make_string(journal::WitnessKey{key.public_key(), true}.to_text()));
      t.add(arguments.output.empty() ? "checkpoint" : "file", Tree::make_string(arguments.output.empty() ? signed_note.to_text() : arguments.output));
      print_json(t);
    } else {
      print(context.say("署名しました: ", "signed: ") + origin.to_text() + kind_text(context, origin.kind) + context.say("、記帳 ", ", entries ") + std::to_string(signed_note.head.size) + " (" +
            advance_text(context, how) + ") " + arguments.output + "\n");
    }
    return {};
  });
}

int run_witness_list(const Context& context, const WitnessArguments& arguments) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto state, load(arguments.state, false));
    Tree list = Tree::make_array();
    for (const auto& log : state.logs) {
      Tree t = Tree::make_table();
      t.add("origin", Tree::make_string(log.origin.to_text()));
      t.add("public_key", Tree::make_string(log.key.to_text()));
      t.add("entries", Tree::make_number(std::to_string(log.last ? log.last->head.size : 0)));
      if (log.last) t.add("tree_root", Tree::make_string(log.last->head.root.to_hex()));
      if (!context.json) {
        print(log.origin.to_text() + kind_text(context, log.origin.kind) + context.say("  記帳 ", "  entries ") + t.find("entries")->text + (log.last ? "  " + log.last->head.root.to_hex() : "") + "\n");
      }
      list.items.push_back(std::move(t));
    }
    if (context.json) print_json(list);
    return {};
  });
}

int run_witness_key(const Context& context) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto key, context.key());
    const std::string timed = journal::WitnessKey{key.public_key(), true}.to_text(), plain = key.public_key().to_text();
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("witness_key", Tree::make_string(timed));
      t.add("note_key", Tree::make_string(plain));
      print_json(t);
      return {};
    }
    print(timed + "\n");
    return {};
  });
}

}  // namespace sumi::cli
