#include "service/ledger.h"

#include <sodium.h>

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "base/limits.h"
#include "base/sha256.h"
#include "journal/seal.h"
#include "rulebook/methodology.h"
#include "scheme/sealed.h"
#include "service/errors.h"
#include "service/glance.h"
#include "service/ledger_parts.h"
#include "service/rules.h"
#include "store/errors.h"
#include "store/init_left.h"

namespace sumi::service {
namespace {

namespace fs = std::filesystem;

template <class T>
T random_id() {
  T id;
  randombytes_buf(id.bytes.data(), id.bytes.size());
  return id;
}

class SystemClock final : public Clock {
 public:
  Instant now() const override {
    return {std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
  }
};

std::string authority_name(std::string_view key) {
  if (key == "jcredit") return "J-クレジット制度管理者(経済産業省・環境省・農林水産省)";
  if (key == "moe") return "環境省";
  if (key == "meti-moe") return "温室効果ガス排出量算定・報告・公表制度(経済産業省・環境省)";
  return std::string(key);
}

}  // namespace

std::vector<Hash> sealed_in(const scheme::AnyCommand& command) {
  std::vector<Hash> commitments;
  scheme::for_each_sealed(command, [&](const std::string&, std::uint32_t, const Sealed& v) {
    if (v) commitments.push_back(v.commitment);
  });
  return commitments;
}

Result<void> decode_record(SequenceNumber number, const journal::EntryView& view, Record& record) {
  record.sequence = number;
  record.header = view.header;
  try {
    if (!scheme::decode_bodies(view.header.type, view.header.version, view.public_body, view.party_body, record.command, record.outcome)) {
      return fail(errors::entry_unknown_type,
          {{"entry", std::to_string(number.value)}, {"type", std::to_string(view.header.type)}, {"version", std::to_string(view.header.version)}});
    }
  } catch (const CodecError& e) {
    return fail(errors::entry_undecodable, {{"entry", std::to_string(number.value)}, {"reason", e.what()}});
  }
  return {};
}

Result<Record> decode_record(SequenceNumber number, const journal::EntryView& view) {
  Record record;
  SUMI_CHECK(decode_record(number, view, record));
  return record;
}

const Clock& system_clock() {
  static const SystemClock clock;
  return clock;
}

Ledger::Ledger(std::string folder, const LedgerOptions& options) : folder_(std::move(folder)), options_(options) {
  if (options_.clock == nullptr) options_.clock = &system_clock();
}
Ledger::~Ledger() {
  {
    const std::lock_guard lock(queue_mutex_);
    ending_ = true;
    queue_changed_.notify_all();
  }
  for (auto& thread : workers_) thread.join();
}

// ---- opening ----

Result<std::unique_ptr<Ledger>> Ledger::create(const std::string& folder, const CreateOptions& create, const LedgerOptions& options) {
  if (sodium_init() < 0) return fail(errors::invariant_broken, {{"reason", "no random generator"}});
  std::error_code failed;
  SUMI_CHECK(store::make_folder(folder));
  if (!fs::is_directory(folder, failed) || !fs::is_empty(folder, failed)) {
    return fail(store::init_left(folder, options.vfs) ? store::errors::init_broken_off : store::errors::store_exists, {{"path", folder}});
  }
  std::unique_ptr<Ledger> ledger(new Ledger(folder, options));
  SUMI_TRY(auto lock, store::StoreLock::take(folder));
  ledger->lock_.emplace(std::move(lock));
  SUMI_TRY(ledger->journal_, store::open_sqlite_journal(folder + "/journal.db", store::Opening::create, options.vfs));
  SUMI_TRY(ledger->people_, store::open_sqlite_people(folder + "/people.db", store::Opening::create, options.vfs));
  SUMI_CHECK(ledger->found(create));
  return ledger;
}

Result<std::unique_ptr<Ledger>> Ledger::open(const std::string& folder, const LedgerOptions& options) {
  auto opened = open_whole(folder, options);
  if (opened || (opened.error().def != &store::errors::store_missing && opened.error().def != &store::errors::database_unreadable && opened.error().def != &store::errors::journal_empty)) return opened;
  if (store::init_left(folder, options.vfs)) return fail(store::errors::init_broken_off, {{"path", folder}});
  return opened;
}

Result<std::unique_ptr<Ledger>> Ledger::open_whole(const std::string& folder, const LedgerOptions& options) {
  if (sodium_init() < 0) return fail(errors::invariant_broken, {{"reason", "no random generator"}});
  std::error_code ignored;
  if (!fs::exists(folder + "/journal.db", ignored)) return fail(store::errors::store_missing, {{"path", folder}});
  std::unique_ptr<Ledger> ledger(new Ledger(folder, options));
  SUMI_TRY(auto lock, store::StoreLock::take(folder));
  ledger->lock_.emplace(std::move(lock));
  SUMI_TRY(ledger->journal_, store::open_sqlite_journal(folder + "/journal.db", store::Opening::existing, options.vfs));
  SUMI_TRY(ledger->people_, store::open_sqlite_people(folder + "/people.db", store::Opening::existing, options.vfs));
  SUMI_CHECK(ledger->replay());
  if (!ledger->state_.meta().open) return fail(store::errors::journal_empty, {{"path", folder}});
  // What a crash left: members whose erasure is in the journal and not yet in people.db.
  std::vector<project::MemberRef> erased;
  for (const auto& [ref, row] : ledger->state_.cases().members.rows) {
    if (row.erased) erased.push_back(ref);
  }
  SUMI_CHECK(ledger->erase_sealed(ledger->sealed_of(erased)));
  std::vector<Hash> values;
  for (const auto& [commitment, row] : ledger->state_.authority().erasures) values.push_back(commitment);
  SUMI_CHECK(ledger->erase_sealed(values));
  return ledger;
}

Result<std::unique_ptr<Ledger>> Ledger::in_memory(const CreateOptions& create, const LedgerOptions& options) {
  if (sodium_init() < 0) return fail(errors::invariant_broken, {{"reason", "no random generator"}});
  std::unique_ptr<Ledger> ledger(new Ledger({}, options));
  ledger->journal_ = store::memory_journal();
  ledger->people_ = store::memory_people();
  SUMI_CHECK(ledger->found(create));
  return ledger;
}

// The opening entries, one batch: the store, its operator, the authorities, the rule packs.
Result<void> Ledger::found(const CreateOptions& create) {
  given_rulebook_ = create.rulebook;
  SUMI_TRY(const auto admin, people_->add_person(create.administrator, create.administrator_name.empty() ? create.administrator : create.administrator_name));
  std::vector<Request> requests;
  const auto ask = [&](OrganisationNumber on_behalf_of, scheme::AnyCommand command) {
    Request r;
    r.commands.push_back(std::move(command));
    r.actor = admin.id;
    r.on_behalf_of = on_behalf_of;
    // The opening itself may be dated on any store: there is nothing before it.
    r.time = create.kind == scheme::StoreKind::production ? std::nullopt : create.time;
    requests.push_back(std::move(r));
  };
  Hash log_key;
  log_key.bytes = create.log_key.bytes;
  ask({}, scheme::OpenStore{create.store ? *create.store : random_id<Id128>(), create.kind, log_key, create.operator_name});
  ask({}, scheme::RegisterOrganisation{create.operator_corporate_number, create.operator_name, "", {}, {}});
  const OrganisationNumber operator_number{1};
  ask({}, scheme::Grant{admin.id, operator_number, scheme::Role::secretariat});
  std::map<std::string, OrganisationNumber> authorities;
  if (create.rulebook) {
    std::uint64_t next = 2;
    for (const auto& pack : create.rulebook->packs()) {
      const auto& authority = pack.head().authority;
      if (authorities.contains(authority)) continue;
      if (authority == "sumi") {
        authorities[authority] = operator_number;
      } else {
        authorities[authority] = {next++};
        ask({}, scheme::RegisterOrganisation{"", authority_name(authority), "", {}, {}});
      }
      ask({}, scheme::Grant{admin.id, authorities[authority], scheme::Role::ministry});
    }
    const auto manifest = manifest_steps(create.rulebook->packs());
    std::size_t i = 0;
    for (const auto& pack : create.rulebook->packs()) {
      SUMI_CHECK(keep_pack(pack));
      const auto time = create.time && create.kind != scheme::StoreKind::production ? *create.time : options_.clock->now();
      ask(authorities[pack.head().authority], scheme::AdoptRulebook{pack.family(), pack.head().edition, pack.hash(), manifest[i++], time.date_in_japan()});
    }
  }
  auto answers = submit_all(std::move(requests));
  for (auto& answer : answers) {
    if (!answer) return fail(std::move(answer).error());
  }
  return {};
}

// ---- reading ----

Result<void> Ledger::read(const std::function<void(const scheme::State&)>& f) const {
  SequenceNumber seen;
  {
    const std::lock_guard lock(state_mutex_);
    SUMI_CHECK(sound());
    f(state_);
    seen = applied_;
  }
  std::unique_lock lock(durable_mutex_);
  if (auto* glance = Glance::current(); glance != nullptr && !broken_) {
    if (durable_ < seen) glance->saw_ahead();
    return {};
  }
  durable_changed_.wait(lock, [&] { return broken_ || durable_ >= seen; });
  if (durable_ < seen) return fail(*broken_);
  return {};
}

SequenceNumber Ledger::last() const {
  const std::lock_guard lock(durable_mutex_);
  return durable_;
}

SequenceNumber Ledger::last_beyond(SequenceNumber after, std::chrono::milliseconds at_most) const {
  std::unique_lock lock(durable_mutex_);
  durable_changed_.wait_for(lock, at_most, [&] { return broken_ || durable_ > after; });
  return durable_;
}

Result<journal::TreeHead> Ledger::head() const {
  const std::lock_guard lock(tree_mutex_);
  SUMI_CHECK(sound());
  return edge_.head();
}

Result<Record> Ledger::record(SequenceNumber number) const {
  std::optional<Record> found;
  if (number && number <= last()) {
    SUMI_TRY(const auto segment, journal_->at_or_after(number));
    if (segment) {
      SUMI_CHECK(journal::for_each_entry(*segment, [&](SequenceNumber n, const journal::EntryView& view) -> Result<void> {
        if (n != number) return {};
        SUMI_TRY(found, decode_record(n, view));
        return {};
      }));
    }
  }
  if (!found) return fail(errors::entry_missing, {{"entry", std::to_string(number.value)}, {"last", std::to_string(last().value)}});
  return *std::move(found);
}

Result<void> Ledger::records(SequenceNumber from, const std::function<Result<void>(const Record&)>& f) const {
  return journal_->read(from, [&](const journal::Segment& segment) {
    return journal::for_each_entry(segment, [&](SequenceNumber n, const journal::EntryView& view) -> Result<void> {
      if (n < from) return {};
      SUMI_TRY(const auto record, decode_record(n, view));
      return f(record);
    });
  });
}

Result<journal::Checkpoint> Ledger::checkpoint(const journal::SigningKey& key) const {
  const std::lock_guard lock(state_mutex_);
  SUMI_CHECK(sound());
  const auto& meta = state_.meta();
  if (key.public_key().bytes != meta.log_key.bytes) {
    return fail(errors::log_key_wrong, {{"expected", meta.log_key.to_hex()}});
  }
  const std::lock_guard tree_lock(tree_mutex_);
  return journal::sign_checkpoint({static_cast<journal::StoreKind>(meta.kind), meta.store}, edge_.head(), key);
}

Result<journal::Receipt> Ledger::receipt(SequenceNumber number, journal::ReceiptKind kind, const journal::SigningKey& key) const {
  SUMI_TRY(const auto signed_head, checkpoint(key));
  const std::lock_guard lock(tree_mutex_);
  if (!tree_) {
    journal::MerkleTree tree;
    SUMI_CHECK(journal_->read({1}, [&](const journal::Segment& segment) {
      // A segment that is being made durable right now comes with its own turn.
      return journal::for_each_entry(segment, [&](SequenceNumber n, const journal::EntryView& view) -> Result<void> {
        if (n.value <= edge_.size()) tree.append(view.leaf_hash());
        return {};
      });
    }));
    tree_ = std::move(tree);
  }
  std::optional<journal::Entry> entry;
  std::vector<Hash> commitments;
  SUMI_TRY(const auto segment, journal_->at_or_after(number));
  if (number && segment) {
    SUMI_CHECK(journal::for_each_entry(*segment, [&](SequenceNumber n, const journal::EntryView& view) -> Result<void> {
      if (n != number) return {};
      entry = view.to_entry();
      SUMI_TRY(const auto record, decode_record(n, view));
      commitments = sealed_in(record.command);
      return {};
    }));
  }
  if (!entry) return fail(errors::entry_missing, {{"entry", std::to_string(number.value)}, {"last", std::to_string(edge_.size())}});
  std::vector<journal::OpenedValue> opened;
  if (kind == journal::ReceiptKind::party) {
    for (const auto& commitment : commitments) {
      const auto value = people_->sealed(commitment);
      // An erased value stays closed; the receipt holds without it.
      if (value && *value) opened.push_back({(*value)->salt, (*value)->value});
    }
  }
  SUMI_TRY(const auto stored, journal::encode_entry(*entry));
  SUMI_TRY(const auto view, journal::decode_entry(stored));
  return journal::make_receipt(kind, number, view, *tree_, signed_head, key.public_key(), std::move(opened));
}

// ---- rules ----

std::vector<Hash> Ledger::manifest_steps(const std::vector<rulebook::Pack>& packs) {
  // What the manifest is after each adoption: the sorted lines of the packs adopted so far.
  std::vector<Hash> steps;
  std::map<std::string, std::string> lines;
  for (const auto& pack : packs) {
    lines[pack.family()] = pack.family() + " " + pack.head().edition + " " + pack.hash().to_hex() + "\n";
    std::string text;
    for (const auto& [family, line] : lines) text += line;
    steps.push_back(sha256(text));
  }
  return steps;
}

Result<void> Ledger::keep_pack(const rulebook::Pack& pack) const {
  const auto archive = pack.archive();
  if (folder_.empty()) {
    memory_packs_[pack.hash()] = std::string(archive.begin(), archive.end());
    return {};
  }
  SUMI_TRY([[maybe_unused]] const auto hash, store::ContentFiles(folder_ + "/packs").put({reinterpret_cast<const char*>(archive.data()), archive.size()}));
  return {};
}

Result<Accepted> Ledger::adopt(const rulebook::Pack& pack, PersonId actor, OrganisationNumber authority, std::optional<Instant> time) {
  SUMI_CHECK(keep_pack(pack));
  Request request;
  request.actor = actor;
  request.on_behalf_of = authority;
  request.time = time;
  Hash manifest;
  SUMI_CHECK(read([&](const scheme::State& state) { manifest = state.manifest_with(pack.family(), pack.head().edition, pack.hash()); }));
  const auto day = (time ? *time : options_.clock->now()).date_in_japan();
  request.commands.push_back(scheme::AdoptRulebook{pack.family(), pack.head().edition, pack.hash(), manifest, day});
  return submit(std::move(request));
}

Result<rulebook::Pack> Ledger::pack(const Hash& hash, const std::string& family) const {
  std::string archive;
  if (folder_.empty()) {
    const auto kept = memory_packs_.find(hash);
    if (kept == memory_packs_.end()) return fail(store::errors::pack_missing, {{"hash", hash.to_hex()}});
    archive = kept->second;
  } else {
    auto kept = store::ContentFiles(folder_ + "/packs").get(hash);
    if (!kept) return fail(kept.error().def == &store::errors::evidence_missing ? store::errors::pack_missing : store::errors::pack_altered, {{"hash", hash.to_hex()}});
    archive = *std::move(kept);
  }
  return rulebook::Pack::from_archive({reinterpret_cast<const std::uint8_t*>(archive.data()), archive.size()}, family);
}

Result<std::shared_ptr<const rulebook::Rulebook>> Ledger::rulebook_of(std::uint32_t adoption) const {
  std::map<std::string, Hash> packs;
  Hash manifest;
  for (const auto& [number, row] : state_.adoptions()) {
    if (number > adoption) break;
    packs[row.family] = row.pack;
    manifest = row.manifest;
  }
  const std::lock_guard lock(rules_mutex_);
  if (given_rulebook_ && given_rulebook_->manifest() == manifest) return given_rulebook_;
  if (const auto it = rulebooks_.find(manifest); it != rulebooks_.end()) return it->second;
  std::vector<rulebook::Pack> loaded;
  for (const auto& [family, hash] : packs) {
    SUMI_TRY(auto kept, pack(hash, family));
    loaded.push_back(std::move(kept));
  }
  SUMI_TRY(auto book, rulebook::Rulebook::from_packs(std::move(loaded), rulebook::read_methodology));
  return rulebooks_[manifest] = std::make_shared<const rulebook::Rulebook>(std::move(book));
}

Result<const scheme::Rules*> Ledger::rules_for(std::uint32_t adoption) const {
  {
    const std::lock_guard lock(rules_mutex_);
    if (const auto it = rules_.find(adoption); it != rules_.end()) return &it->second;
  }
  SUMI_TRY(const auto book, rulebook_of(adoption));
  SUMI_TRY(auto rules, rules_from(*book));
  const std::lock_guard lock(rules_mutex_);
  return &(rules_[adoption] = std::move(rules));
}

Result<std::shared_ptr<const rulebook::Rulebook>> Ledger::rulebook(std::optional<Date> adopted) const {
  const std::lock_guard lock(state_mutex_);
  std::uint32_t adoption = state_.meta().adoption;
  if (adopted) {
    adoption = 0;
    for (const auto& [number, row] : state_.adoptions()) {
      if (row.adopted.date_in_japan() <= *adopted) adoption = number;
    }
  }
  return rulebook_of(adoption);
}

Result<std::shared_ptr<const rulebook::Rulebook>> Ledger::rulebook_of_day(Date day, const Hash& manifest) const {
  const std::lock_guard lock(state_mutex_);
  std::uint32_t adoption = 0;
  for (const auto& [number, row] : state_.adoptions()) {
    const bool by_then = row.adopted.date_in_japan() <= day;
    if (by_then || row.manifest == manifest) adoption = number;
    if (row.manifest == manifest && !by_then) break;
    // Named, and not yet replaced when the day began.
    const auto* next = state_.adoptions().find(number + 1);
    if (row.manifest == manifest && (next == nullptr || day <= next->adopted.date_in_japan())) break;
  }
  return rulebook_of(adoption);
}

// ---- evidence ----

store::ContentFiles Ledger::evidence(OrganisationNumber owner) const {
  return store::ContentFiles(folder_ + "/evidence/" + (owner ? std::to_string(owner.value) : std::string("scheme")));
}

Result<Hash> Ledger::put_evidence(OrganisationNumber owner, const std::string& bytes) const {
  if (!folder_.empty()) return evidence(owner).put(bytes);
  const Hash hash = sha256(bytes);
  memory_evidence_[owner][hash] = bytes;
  return hash;
}

Result<std::string> Ledger::get_evidence(OrganisationNumber owner, const Hash& hash) const {
  if (!folder_.empty()) return evidence(owner).get(hash);
  const auto& files = memory_evidence_[owner];
  const auto it = files.find(hash);
  if (it == files.end()) return fail(store::errors::evidence_missing, {{"hash", hash.to_hex()}});
  return it->second;
}

}  // namespace sumi::service
