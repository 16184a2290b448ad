// sumi restore: a backup becomes a store again, whole or up to a point, checked before it has its name.
#include <algorithm>
#include <filesystem>
#include <set>

#include "base/file.h"
#include "service/backup.h"
#include "service/backup_files.h"
#include "service/errors.h"
#include "store/copy.h"
#include "store/errors.h"

namespace sumi::service {
namespace {

namespace fs = std::filesystem;

// One pass over the journal of a backup: verified from its first byte on, and where it is to be cut.
struct Scan {
  journal::TreeHead whole, kept;
  std::optional<journal::Segment> last;   // what the kept journal ends with, where it is not the last segment as it is
  std::optional<Hash> abandoned_root;     // of the tree at the abandoned size, where the backup reaches it
  Hash log_key;
  journal::Origin origin;
};

class Scanner {
 public:
  Scanner(const RestoreOptions& options, std::uint64_t abandoned_size) : options_(options), abandoned_size_(abandoned_size) {}

  Result<Scan> scan(const std::string& journal_db) {
    SUMI_TRY(const auto journal, store::open_sqlite_journal(journal_db, store::Opening::existing));
    SUMI_CHECK(journal->read({1}, [&](const journal::Segment& segment) { return look_at(segment); }));
    if (edge_.size() == 0) return fail(store::errors::journal_empty, {{"path", journal_db}});
    if (options_.until_entry && options_.until_entry->value > edge_.size()) {
      return fail(errors::entry_missing, {{"entry", std::to_string(options_.until_entry->value)}, {"last", std::to_string(edge_.size())}});
    }
    scan_.whole = edge_.head();
    if (!ended_) scan_.kept = scan_.whole;
    if (scan_.kept.size == 0) return fail(errors::store_younger, {{"date", options_.until_time->date_in_japan().to_string()}});
    return scan_;
  }

 private:
  bool keeps(SequenceNumber number, const journal::EntryView& view) const {
    if (options_.until_entry) return number <= *options_.until_entry;
    return !options_.until_time || view.header.time <= *options_.until_time;
  }

  Result<void> look_at(const journal::Segment& segment) {
    const auto before = edge_;
    std::vector<Hash> leaves;
    SUMI_CHECK(journal::verify_segment(segment, edge_, &leaves));
    for (const auto& leaf : leaves) {
      if (probe_.size() >= abandoned_size_) break;
      probe_.append(leaf);
    }
    if (abandoned_size_ != 0 && probe_.size() == abandoned_size_) scan_.abandoned_root = probe_.root();
    if (ended_) return {};
    journal::SegmentBuilder builder(before);
    SUMI_CHECK(journal::for_each_entry(segment, [&](SequenceNumber number, const journal::EntryView& view) -> Result<void> {
      if (ended_) return {};
      const auto& h = view.header;
      if (!keeps(number, view)) {
        ended_ = true;
        // A group is kept whole or not at all.
        if (h.group_count != 0 && h.group_index != 0 && options_.until_entry) {
          const auto first = number.value - h.group_index;
          return fail(errors::restore_inside_group, {{"entry", std::to_string(options_.until_entry->value)}, {"before", std::to_string(first - 1)}, {"last", std::to_string(first + h.group_count - 1)}});
        }
        return {};
      }
      SUMI_TRY([[maybe_unused]] const auto appended, builder.append(h, view.public_body, view.party_body, view.salt));
      return {};
    }));
    if (!ended_) {
      scan_.kept = edge_.head();
      last_ = segment;
      return {};
    }
    // Cut inside of this segment, or right before it.
    if (!builder.empty()) {
      scan_.last = builder.finish();
      scan_.kept = scan_.last->head;
    } else {
      scan_.last = last_;
    }
    return {};
  }

  const RestoreOptions& options_;
  std::uint64_t abandoned_size_;
  Scan scan_;
  journal::TreeEdge edge_, probe_;
  std::optional<journal::Segment> last_;
  bool ended_ = false;
};

Result<BackupManifest> read_manifest(const std::string& backup) {
  const auto file = backup + "/backup.txt";
  auto text = read_file(file);
  if (!text) return fail(errors::backup_unreadable, {{"file", file}, {"reason_ja", "読めません"}, {"reason_en", "it cannot be read"}});
  return BackupManifest::parse(*text, file);
}

// Every file of the manifest, compared on the way; a file that it does not name is not taken.
Result<void> copy_files(const BackupManifest& manifest, const std::string& backup, const std::string& part, const Ledger::Progress& progress) {
  std::uint64_t done = 0;
  std::set<std::string> needed{"journal.db", "people.db"};
  for (const auto& f : manifest.files) {
    SUMI_CHECK(store::make_folder(fs::path(part + "/" + f.path).parent_path().string()));
    const auto copied = copy_file(backup + "/" + f.path, part + "/" + f.path);
    if (!copied && copied.error().def == &store::errors::database_unwritable) return fail(copied.error());
    if (!copied || copied->hash != f.hash || copied->bytes != f.bytes) return fail(errors::backup_altered, {{"file", backup + "/" + f.path}});
    done += f.bytes;
    needed.erase(f.path);
    if (progress) progress(done, manifest.bytes());
  }
  if (!needed.empty()) return fail(errors::backup_altered, {{"file", backup + "/" + *needed.begin()}});
  return {};
}

// What the journal of another store says was erased, as far as that journal holds.
// And which store it is; nothing where not even its first entry can be read.
std::optional<Id128> erased_by_journal(const std::string& journal_db, std::vector<Hash>& out, std::vector<std::string>& remarks) {
  scheme::State state;
  journal::TreeEdge edge;
  SequenceNumber last;
  const auto read = [&]() -> Result<void> {
    SUMI_TRY(const auto journal, store::open_sqlite_journal(journal_db, store::Opening::existing));
    return journal->read({1}, [&](const journal::Segment& segment) -> Result<void> {
      SUMI_CHECK(journal::verify_segment(segment, edge));
      return journal::for_each_entry(segment, [&](SequenceNumber number, const journal::EntryView& view) -> Result<void> {
        const auto& h = view.header;
        scheme::AnyCommand command;
        scheme::AnyOutcome outcome;
        try {
          if (!scheme::decode_bodies(h.type, h.version, view.public_body, view.party_body, command, outcome)) {
            return fail(errors::entry_unknown_type, {{"entry", std::to_string(number.value)}, {"type", std::to_string(h.type)}, {"version", std::to_string(h.version)}});
          }
          state.apply(command, outcome, {h.time, h.business_date, h.actor, h.on_behalf_of, h.adoption});
        } catch (const std::exception& e) {
          return fail(errors::entry_undecodable, {{"entry", std::to_string(number.value)}, {"reason", e.what()}});
        }
        last = number;
        return {};
      });
    });
  }();
  if (!read) remarks.push_back(journal_db + ": " + sentence(read.error(), Language::en) + " (erasures up to entry " + std::to_string(last.value) + " are known)");
  for (const auto& [commitment, row] : state.authority().erasures) out.push_back(commitment);
  for (const auto& [ref, row] : state.cases().members.rows) {
    if (!row.erased) continue;
    for (const auto& sealed : project::sealed_of(row)) out.push_back(sealed.commitment);
  }
  return state.meta().open ? std::optional(state.meta().store) : std::nullopt;
}

// The store whose journal that is, by its first entry.
Result<Id128> store_of(const std::string& journal_db) {
  SUMI_TRY(const auto journal, store::open_sqlite_journal(journal_db, store::Opening::existing));
  Id128 id;
  SUMI_CHECK(journal->read({1}, [&](const journal::Segment& segment) -> Result<void> {
    if (!id.is_nil()) return {};
    return journal::for_each_entry(segment, [&](SequenceNumber, const journal::EntryView& view) -> Result<void> {
      scheme::AnyCommand command;
      scheme::AnyOutcome outcome;
      const auto& h = view.header;
      const bool opening = h.type == scheme::CommandType<scheme::OpenStore>::number;
      if (opening && scheme::decode_bodies(h.type, h.version, view.public_body, view.party_body, command, outcome)) id = std::get<scheme::OpenStore>(command).store;
      return {};
    });
  }));
  return id;
}

// What a newer store erased is erased here, too, from its people.db and its journal, whichever can be read; one of them must.
Result<std::uint64_t> replay_erasures(const std::string& part, const std::string& newer, std::vector<std::string>& remarks) {
  SUMI_TRY(const auto lock, store::StoreLock::take(newer));
  std::vector<Hash> erased;
  auto by_people = store::sealed_commitments(newer + "/people.db", true);
  if (by_people) erased = *by_people;
  else remarks.push_back(newer + "/people.db: " + sentence(by_people.error(), Language::en));
  const auto remarks_before = remarks.size();
  const auto theirs = erased_by_journal(newer + "/journal.db", erased, remarks);
  SUMI_TRY(const auto ours, store_of(part + "/journal.db"));
  if (theirs && *theirs != ours) return fail(errors::erasures_of_another, {{"newer", newer}, {"theirs", theirs->to_hex()}, {"ours", ours.to_hex()}});
  if (!by_people && remarks.size() > remarks_before && erased.empty()) return fail(by_people.error());
  SUMI_TRY(const auto people, store::open_sqlite_people(part + "/people.db", store::Opening::existing));
  std::uint64_t count = 0;
  for (const auto& commitment : erased) {
    const auto stands = people->sealed(commitment);
    if (!stands || !*stands) continue;
    SUMI_CHECK(people->erase_sealed(commitment));
    ++count;
  }
  return count;
}

// The head that the operator abandons: of this store, signed by its log, beyond what is kept, and a continuation of it as far as the backup can tell.
Result<journal::Checkpoint> abandoned_head(const std::string& text) { return journal::Checkpoint::parse(text, "--abandon"); }

Result<void> check_abandoned(const journal::Checkpoint& checkpoint, const Scan& scan, const Ledger& ledger) {
  const auto wrong = [](const char* ja, const char* en) { return fail(errors::abandoned_head, {{"reason_ja", ja}, {"reason_en", en}}); };
  journal::Origin origin;
  std::vector<Hash> keys;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    origin = {static_cast<journal::StoreKind>(state.meta().kind), state.meta().store};
    keys = log_keys_of(state);
  }));
  if (checkpoint.origin != origin) return wrong("別の台帳のものです", "it is another store's");
  const bool ours = std::any_of(checkpoint.signatures.begin(), checkpoint.signatures.end(), [&](const auto& signature) {
    return std::any_of(keys.begin(), keys.end(), [&](const Hash& key) { return journal::verify_checkpoint(checkpoint, {signature.name, key.bytes}).has_value(); });
  });
  if (!ours) return wrong("この台帳の鍵の署名がありません", "it is not signed by this store's key");
  if (checkpoint.head.size <= scan.kept.size) return wrong("残す記帳を超えていないため、捨てるものがありません", "it does not go beyond what is kept: nothing is abandoned");
  if (scan.abandoned_root && *scan.abandoned_root != checkpoint.head.root) return wrong("控えの記帳の続きではありません", "it is not the head of the entries of this backup");
  return {};
}

}  // namespace

Result<RestoreReport> restore(const std::string& backup, const std::string& folder, const RestoreOptions& options, const LedgerOptions& ledger_options, const Ledger::Progress& progress) {
  RestoreReport report;
  std::optional<journal::Checkpoint> abandoned;
  if (!options.abandon.empty()) {
    SUMI_TRY(abandoned, abandoned_head(options.abandon));
  }
  SUMI_TRY(const auto manifest, read_manifest(backup));
  SUMI_TRY(const auto part, begin_folder(folder));
  auto done = [&]() -> Result<void> {
    SUMI_CHECK(copy_files(manifest, backup, part, progress));
    SUMI_TRY(const auto scan, Scanner(options, abandoned ? abandoned->head.size : 0).scan(part + "/journal.db"));
    if (scan.whole != manifest.head) return fail(errors::backup_altered, {{"file", backup + "/journal.db"}});
    report.backup = scan.whole, report.kept = scan.kept;
    const auto dropped = scan.whole.size - scan.kept.size;
    if (dropped != 0 && !abandoned && !options.never_published) {
      return fail(errors::restore_drops, {{"count", std::to_string(dropped)}, {"last", std::to_string(scan.kept.size)}});
    }
    std::error_code failed;
    if (scan.last) {
      SUMI_CHECK(store::cut_journal(part + "/journal.db", *scan.last));
      fs::remove_all(part + "/snapshots", failed);
    }
    if (!options.erasures_from.empty()) {
      SUMI_TRY(report.erased, replay_erasures(part, options.erasures_from, report.remarks));
    }
    SUMI_TRY(auto ledger, Ledger::open(part, ledger_options));
    SUMI_TRY(const auto head, ledger->head());
    if (head != scan.kept) return fail(errors::backup_altered, {{"file", backup + "/journal.db"}});
    if (abandoned) {
      SUMI_CHECK(check_abandoned(*abandoned, scan, *ledger));
      SUMI_TRY(report.epoch, ledger->begin_epoch(abandoned->head, options.ground));
    }
    SUMI_TRY(const auto checked, ledger->check(false, progress));
    if (!checked.findings.empty()) return fail(errors::restore_not_whole, {{"count", std::to_string(checked.findings.size())}, {"first", checked.findings.front()}});
    report.head = checked.head;
    report.state_hash = checked.state_hash;
    ledger.reset();
    fs::remove(part + "/lock", failed);
    return finish_folder(part, folder);
  }();
  std::error_code ignored;
  if (!done) {
    fs::remove_all(part, ignored);
    return fail(done.error());
  }
  return report;
}

}  // namespace sumi::service
