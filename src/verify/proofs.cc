#include "verify/proofs.h"

#include "base/date.h"
#include "base/text.h"
#include "journal/errors.h"
#include "journal/witness.h"
#include "verify/report.h"
#include "verify/words.h"

namespace sumi::verify {

namespace {

using journal::Checkpoint;
using journal::StoreKind;

constexpr std::size_t label_columns = 30;

struct Seen {
  std::string name;
  std::optional<std::uint64_t> seconds;
};

Result<std::vector<Seen>> check_witnesses(const Checkpoint& checkpoint, const ProofQuestion& q) {
  std::vector<Seen> seen;
  for (const auto& witness : q.witnesses) {
    SUMI_TRY(const auto seconds, verify_witness(checkpoint, witness));
    seen.push_back({witness.key.name, seconds});
  }
  return seen;
}

std::string time_text(std::uint64_t seconds) { return Instant{static_cast<std::int64_t>(seconds) * 1000}.to_japan_string(); }

// The rows that every answer has, as text.
class Answer {
 public:
  Answer(const ProofQuestion& q, const Checkpoint& c) : q_(q) {
    if (q.json) {
      json_.add("verified", Tree::make_boolean(true));
    } else if (c.origin.kind != StoreKind::production) {
      const bool demo = c.origin.kind == StoreKind::demo;
      plain(demo ? "** 実演用(デモ)の台帳です。ここにあるクレジットは実在しません。" : "** 研修用の台帳です。ここにあるクレジットは実在しません。",
            demo ? "** This is the journal of a DEMO store. Its credits do not exist." : "** This is the journal of a TRAINING store. Its credits do not exist.");
    }
  }
  void plain(std::string_view ja, std::string_view en) { text_ += std::string(q_.language == Language::ja ? ja : en) + "\n"; }
  void row(const char* key, std::string_view ja, std::string_view en, const std::string& value) {
    json_.add(key, Tree::make_string(value));
    text_ += pad_right("  " + std::string(q_.language == Language::ja ? ja : en), label_columns) + " " + value + "\n";
  }
  void checkpoint(const Checkpoint& c, const std::vector<Seen>& seen) {
    row("origin", "台帳", "origin", c.origin.to_text());
    if (q_.json) json_.add("store_kind", Tree::make_string(std::string(enum_word(static_cast<scheme::StoreKind>(c.origin.kind)).name)));
    row("tree_size", "記帳の件数", "entries", std::to_string(c.head.size));
    row("root", "ルートハッシュ", "root", c.head.root.to_hex());
    row("fingerprint", "鍵の指紋", "key fingerprint", q_.key.fingerprint().to_hex());
    Tree list = Tree::make_array();
    for (const Seen& s : seen) {
      Tree one = Tree::make_table();
      one.add("name", Tree::make_string(s.name));
      if (s.seconds) one.add("time", Tree::make_string(Instant{static_cast<std::int64_t>(*s.seconds) * 1000}.to_string()));
      list.items.push_back(std::move(one));
      text_ += pad_right(q_.language == Language::ja ? "  証人の署名" : "  signed by the witness", label_columns) + " " + s.name + (s.seconds ? "  " + time_text(*s.seconds) : "") + "\n";
    }
    json_.add("witnesses", std::move(list));
  }
  [[nodiscard]] std::string take() { return q_.json ? json_text(json_) + "\n" : std::move(text_); }

 private:
  const ProofQuestion& q_;
  std::string text_;
  Tree json_ = Tree::make_table();
};

Result<std::string> check_checkpoint(std::string_view text, const ProofQuestion& q) {
  SUMI_TRY(const auto c, Checkpoint::parse(text, q.file));
  SUMI_CHECK(verify_checkpoint(c, q.key));
  SUMI_TRY(const auto seen, check_witnesses(c, q));
  Answer answer(q, c);
  answer.plain("検証できました。チェックポイントは、この鍵で署名されています。", "Verified: the checkpoint is signed by this key.");
  answer.checkpoint(c, seen);
  return answer.take();
}

Result<std::string> check_inclusion(std::string_view text, const ProofQuestion& q) {
  SUMI_TRY(const auto proof, journal::InclusionProof::parse(text, q.file));
  SUMI_TRY(const auto verified, verify_inclusion_proof(proof, q.key, q.file));
  SUMI_TRY(const auto seen, check_witnesses(proof.checkpoint, q));
  if (q.json) return report_json(verified);
  std::string report = report_text(verified, q.language);
  for (const Seen& s : seen) report += (q.language == Language::ja ? "  証人の署名: " : "  signed by the witness: ") + s.name + (s.seconds ? "  " + time_text(*s.seconds) : "") + "\n";
  return report;
}

Result<std::string> check_consistency(std::string_view text, const ProofQuestion& q) {
  SUMI_TRY(const auto proof, journal::ConsistencyProof::parse(text, q.file));
  if (!q.old) return fail(journal::errors::proof_size, {{"expected", "?"}, {"actual", std::to_string(proof.old_size)}}, Place{q.file, 1, 0});
  SUMI_CHECK(verify_consistency_proof(*q.old, proof, q.key));
  SUMI_TRY(const auto seen, check_witnesses(proof.checkpoint, q));
  Answer answer(q, proof.checkpoint);
  answer.plain("検証できました。台帳は、古いチェックポイントの続きで、先の記帳は何も変わっていません。",
               "Verified: the journal continues the older checkpoint; nothing before it has changed.");
  answer.row("old_size", "古い件数", "entries before", std::to_string(q.old->head.size));
  answer.row("old_root", "古いルートハッシュ", "root before", q.old->head.root.to_hex());
  answer.checkpoint(proof.checkpoint, seen);
  return answer.take();
}

Result<std::string> check_fork(std::string_view text, const ProofQuestion& q) {
  SUMI_TRY(const auto evidence, journal::ForkEvidence::parse(text, q.file));
  SUMI_TRY(const auto fork, verify_fork(evidence, q.key));
  Answer answer(q, evidence.offered.checkpoint);
  answer.plain("台帳が分かれたことが示されています。同じ鍵が、両立しない二つの台帳に署名しました。",
               "The fork is shown: one key signed two journals that contradict each other.");
  answer.row("fork_size", "先に見た件数", "entries seen before", std::to_string(fork.seen.size));
  answer.row("seen_root", "先に署名されたルートハッシュ", "root signed before", fork.seen.root.to_hex());
  answer.row("other_root", "同じ件数の別のルートハッシュ", "other root of as many", fork.other_root.to_hex());
  answer.checkpoint(evidence.offered.checkpoint, {});
  return answer.take();
}

}  // namespace

FileKind kind_of(std::string_view text) {
  if (text.starts_with("c2sp.org/tlog-proof@")) return FileKind::inclusion;
  if (text.starts_with("old ")) return FileKind::consistency;
  if (text.starts_with("sumi fork evidence ")) return FileKind::fork;
  return journal::Origin::parse(text.substr(0, text.find('\n'))) ? FileKind::checkpoint : FileKind::receipt;
}

Result<std::string> check_proof(FileKind kind, std::string_view text, const ProofQuestion& question) {
  auto answer = kind == FileKind::inclusion     ? check_inclusion(text, question)
                : kind == FileKind::consistency ? check_consistency(text, question)
                : kind == FileKind::fork        ? check_fork(text, question)
                                                : check_checkpoint(text, question);
  if (!answer && answer.error().place.file.empty()) return fail(std::move(answer).error().at({question.file, 0, 0}));
  return answer;
}

}  // namespace sumi::verify
