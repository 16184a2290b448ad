#include "journal/witness.h"

#include <algorithm>

#include "journal/consistency.h"
#include "journal/errors.h"

namespace sumi::journal {

namespace {

constexpr std::string_view state_title = "sumi witness state v1\n";
constexpr std::string_view evidence_title = "sumi fork evidence v1\n";

std::uint32_t lines_in(std::string_view text) { return static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n')); }

Unexpected not_kept(const std::string& file, std::uint32_t line, const char* ja, const char* en) {
  return fail(errors::witness_state, {{"reason_ja", ja}, {"reason_en", en}}, Place{file, line, 0});
}

// "log ORIGIN KEY", then a checkpoint or nothing.
Result<WitnessedLog> read_log(std::string_view block, const std::string& file, std::uint32_t line) {
  std::string_view head = block.substr(0, block.find('\n'));
  head.remove_prefix(std::min<std::size_t>(4, head.size()));
  const std::size_t space = head.find(' ');
  const auto origin = Origin::parse(head.substr(0, space));
  if (!origin || space == std::string_view::npos) return not_kept(file, line, "「log 台帳 鍵」の行ではありません", "this is not a line \"log ORIGIN KEY\"");
  head.remove_prefix(space + 1);
  WitnessedLog log;
  log.origin = *origin;
  const std::size_t second = head.find(' ');
  const auto key_of = [&](std::string_view text) -> Result<PublicKey> {
    auto key = PublicKey::parse(text);
    if (!key) return fail(std::move(key).error().at({file, line, 0}));
    return key;
  };
  SUMI_TRY(log.key, key_of(head.substr(0, second)));
  if (second != std::string_view::npos) {
    SUMI_TRY(log.former, key_of(head.substr(second + 1)));
  }
  const std::string_view rest = block.substr(std::min(block.find('\n'), block.size() - 1) + 1);
  if (rest.empty()) return log;
  SUMI_TRY(log.last, Checkpoint::parse(rest, file, line + 1));
  if (log.last->origin != log.origin) return not_kept(file, line + 1, "別の台帳のチェックポイントです", "the checkpoint is of another journal");
  if (!verify_checkpoint(*log.last, log.former.value_or(log.key))) return not_kept(file, line + 1, "チェックポイントの署名が成り立ちません", "the checkpoint's signature does not hold");
  return log;
}

Unexpected fork(const Checkpoint& seen, const Hash& other_root) {
  return fail(errors::witness_fork, {{"origin", seen.origin.to_text()}, {"size", std::to_string(seen.head.size)},
                                     {"expected", seen.head.root.to_hex()}, {"actual", other_root.to_hex()}});
}

// The root that the new tree has over its first old_size entries, where the proof shows it by itself: it leads to the signed root and not to the
// one that was seen.
std::optional<Hash> other_old_root(const Checkpoint& seen, const ConsistencyProof& offered) {
  const auto& now = offered.checkpoint.head;
  if (now.size == seen.head.size) return now.root == seen.head.root ? std::nullopt : std::optional(now.root);
  if (offered.old_size != seen.head.size) return std::nullopt;
  const auto roots = consistency_roots(seen.head.size, seen.head.root, offered.hashes, now.size);
  if (!roots || roots->new_root != now.root || roots->old_root == seen.head.root) return std::nullopt;
  return roots->old_root;
}

Result<Advance> judge(const std::optional<Checkpoint>& last, const ConsistencyProof& offered) {
  const TreeHead& now = offered.checkpoint.head;
  const TreeHead seen = last ? last->head : TreeHead{0, empty_root()};
  if (now.size < seen.size) return fail(errors::witness_smaller, {{"expected", std::to_string(seen.size)}, {"actual", std::to_string(now.size)}});
  if (last && now == seen) return Advance::same;
  if (last) {
    if (const auto other = other_old_root(*last, offered)) return fork(*last, *other);
  }
  if (offered.old_size != seen.size) {
    return fail(errors::witness_old_size, {{"expected", std::to_string(seen.size)}, {"actual", std::to_string(offered.old_size)}});
  }
  if (!verify_consistency(seen, offered.hashes, now)) {
    return fail(errors::witness_inconsistent, {{"origin", offered.checkpoint.origin.to_text()}, {"expected", std::to_string(seen.size)}, {"size", std::to_string(now.size)}});
  }
  return last ? Advance::grown : Advance::first;
}

Unexpected no_epoch(const char* ja, const char* en) { return fail(errors::witness_epoch, {{"reason_ja", ja}, {"reason_en", en}}); }

Result<Advance> judge_epoch(const WitnessedLog& log, const ConsistencyProof& offered, const InclusionProof& epoch, const EpochReader& read) {
  if (!log.last) return no_epoch("この証人はまだ何も見ていません", "this witness has seen nothing yet");
  if (epoch.checkpoint.body() != offered.checkpoint.body()) return no_epoch("二つの証明のチェックポイントが違います", "the two proofs have different checkpoints");
  SUMI_TRY(const auto entry, verify_inclusion_proof(epoch, log.key));
  const auto heads = read ? read(entry) : std::nullopt;
  if (!heads) return no_epoch("その記帳は新しい区切りの記帳ではありません", "the entry does not begin an epoch");
  if (heads->abandoned != log.last->head) return no_epoch("捨てた先端が、この証人の見たものではありません", "the head it abandons is not the one this witness has seen");
  if (epoch.index != heads->kept.size || heads->kept.size >= heads->abandoned.size) {
    return no_epoch("残した記帳のすぐ後の記帳ではありません", "the entry does not stand right after the entries kept");
  }
  if (offered.old_size != heads->kept.size || !verify_consistency(heads->kept, offered.hashes, offered.checkpoint.head)) {
    return no_epoch("残した記帳の続きとは示されていません", "it is not shown that the new tree continues the entries kept");
  }
  return Advance::new_epoch;
}

}  // namespace

Result<WitnessState> WitnessState::parse(std::string_view text, const std::string& file) {
  if (!text.starts_with(state_title)) return not_kept(file, 1, "1行目が sumi witness state v1 ではありません", "its first line is not sumi witness state v1");
  WitnessState state;
  std::string_view rest = text.substr(state_title.size());
  for (std::uint32_t line = 2; !rest.empty();) {
    if (!rest.starts_with("log ")) return not_kept(file, line, "log の行が来るはずです", "a line \"log\" is due here");
    const std::size_t next = rest.find("\nlog ");
    const std::string_view block = rest.substr(0, next == std::string_view::npos ? rest.size() : next + 1);
    SUMI_TRY(auto log, read_log(block, file, line));
    if (state.find(log.origin) != nullptr) return not_kept(file, line, "同じ台帳が二つあります", "a journal is there twice");
    state.logs.push_back(std::move(log));
    line += lines_in(block);
    rest.remove_prefix(block.size());
  }
  if (state.to_text() != text) return not_kept(file, 0, "書き方が定めと違います", "it is not written as a witness writes it");
  return state;
}

std::string WitnessState::to_text() const {
  std::string text(state_title);
  for (const WitnessedLog& log : logs) {
    text += "log " + log.origin.to_text() + " " + log.key.to_text() + (log.former ? " " + log.former->to_text() : std::string()) + "\n";
    if (log.last) text += log.last->to_text();
  }
  return text;
}

const WitnessedLog* WitnessState::find(const Origin& origin) const {
  const auto it = std::find_if(logs.begin(), logs.end(), [&](const WitnessedLog& log) { return log.origin == origin; });
  return it == logs.end() ? nullptr : &*it;
}

Result<void> WitnessState::trust(const Origin& origin, const PublicKey& key, bool replace) {
  const auto it = std::find_if(logs.begin(), logs.end(), [&](const WitnessedLog& log) { return log.origin == origin; });
  if (it == logs.end()) {
    logs.push_back({origin, key, std::nullopt, std::nullopt});
    return {};
  }
  if (it->key == key) return {};
  if (!replace) return fail(errors::witness_known, {{"origin", origin.to_text()}, {"expected", it->key.to_text()}});
  // What was seen stays seen; it is kept with the key that signed it.
  if (it->last && !it->former) it->former = it->key;
  it->key = key;
  return {};
}

Result<Advance> WitnessState::accept(const ConsistencyProof& offered, const InclusionProof* epoch, const EpochReader& read) {
  const auto it = std::find_if(logs.begin(), logs.end(), [&](const WitnessedLog& log) { return log.origin == offered.checkpoint.origin; });
  if (it == logs.end()) return fail(errors::witness_origin, {{"actual", offered.checkpoint.origin.to_text()}});
  SUMI_CHECK(verify_checkpoint(offered.checkpoint, it->key));
  SUMI_TRY(const Advance how, epoch != nullptr ? judge_epoch(*it, offered, *epoch, read) : judge(it->last, offered));
  Checkpoint next = offered.checkpoint;
  std::erase_if(next.signatures, [&](const NoteSignature& s) { return s.name != it->key.name || s.key_id != it->key.key_id(); });
  it->last = std::move(next);
  it->former.reset();
  return how;
}

Result<ForkEvidence> ForkEvidence::parse(std::string_view text, const std::string& file) {
  if (!text.starts_with(evidence_title)) return not_kept(file, 1, "1行目が sumi fork evidence v1 ではありません", "its first line is not sumi fork evidence v1");
  const std::string_view rest = text.substr(evidence_title.size());
  const std::size_t cut = rest.find("\nold ");
  if (cut == std::string_view::npos) return not_kept(file, 2, "old の行がありません", "there is no line \"old\"");
  ForkEvidence evidence;
  SUMI_TRY(evidence.seen, Checkpoint::parse(rest.substr(0, cut + 1), file, 2));
  SUMI_TRY(evidence.offered, ConsistencyProof::parse(rest.substr(cut + 1), file, 2 + lines_in(rest.substr(0, cut + 1))));
  return evidence;
}

std::string ForkEvidence::to_text() const { return std::string(evidence_title) + seen.to_text() + offered.to_text(); }

Result<Fork> verify_fork(const ForkEvidence& evidence, const PublicKey& key) {
  const Checkpoint& now = evidence.offered.checkpoint;
  SUMI_CHECK(verify_checkpoint(evidence.seen, key));
  SUMI_CHECK(verify_checkpoint(now, key));
  if (evidence.seen.origin != now.origin) return fail(errors::proof_origin, {{"expected", evidence.seen.origin.to_text()}, {"actual", now.origin.to_text()}});
  const auto other = other_old_root(evidence.seen, evidence.offered);
  if (!other) return fail(errors::fork_unproven);
  return Fork{evidence.seen.head, *other};
}

}  // namespace sumi::journal
