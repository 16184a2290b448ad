#include "store/people.h"

#include <sodium.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <thread>

#include "base/limits.h"
#include "base/sha256.h"
#include "store/errors.h"
#include "store/former.h"
#include "store/identities.h"

namespace sumi::store {
namespace {

template <class T>
T id_from(BytesView blob) {
  T id;
  if (blob.size() == id.bytes.size()) std::copy(blob.begin(), blob.end(), id.bytes.begin());
  return id;
}

PersonId random_person() {
  PersonId id;
  randombytes_buf(id.bytes.data(), id.bytes.size());
  return id;
}

// What a row says, as bytes; the table's name keeps rows of different tables apart.
class RowBytes {
 public:
  explicit RowBytes(std::string_view table) { writer_.string(table); }
  RowBytes& add(BytesView v) {
    writer_.blob(v);
    return *this;
  }
  RowBytes& add(std::string_view v) {
    writer_.string(v);
    return *this;
  }
  RowBytes& add(std::int64_t v) {
    writer_.zigzag(v);
    return *this;
  }
  [[nodiscard]] Bytes checksum() const {
    const auto hash = sha256(BytesView(writer_.bytes()));
    return {hash.bytes.begin(), hash.bytes.begin() + 8};
  }

 private:
  ByteWriter writer_;
};

Bytes person_checksum(BytesView id, std::string_view login, std::string_view name) { return RowBytes("persons").add(id).add(login).add(name).checksum(); }

// An erased value is told from an empty one by the marker in its place.
Bytes sealed_checksum(BytesView commitment, std::int64_t organisation, BytesView request, std::int64_t field, BytesView salt, const std::optional<BytesView>& value) {
  RowBytes row("sealed");
  row.add(commitment).add(organisation).add(request).add(field).add(salt);
  if (value) row.add(*value);
  else row.add(std::int64_t{-1});
  return row.checksum();
}

class SqlitePeople final : public People {
 public:
  explicit SqlitePeople(Database database) : database_(std::move(database)) {}

  Result<Identities*> identities() override { return &identities_; }

  Result<Person> add_person(const std::string& login, const std::string& name) override {
    const std::lock_guard lock(mutex_);
    if (person(login)) return fail(errors::login_taken, {{"login", login}});
    const Person p{random_person(), login, name};
    auto insert = database_.prepare("INSERT INTO persons(id, login, name, checksum) VALUES (?1, ?2, ?3, ?4)");
    insert.bind(1, BytesView(p.id.bytes)).bind(2, login).bind(3, name).bind(4, BytesView(person_checksum(p.id.bytes, login, name)));
    SUMI_CHECK(insert.run());
    return p;
  }
  Result<Person> person(const std::string& login) override {
    const std::lock_guard lock(mutex_);
    auto select = database_.prepare("SELECT id, login, name FROM persons WHERE login = ?1");
    select.bind(1, login);
    SUMI_TRY(const bool row, select.step());
    if (!row) return fail(errors::person_unknown, {{"login", login}});
    return Person{id_from<PersonId>(select.blob(0)), select.text(1), select.text(2)};
  }
  Result<std::optional<Person>> person_by_id(PersonId id) override {
    const std::lock_guard lock(mutex_);
    auto select = database_.prepare("SELECT id, login, name FROM persons WHERE id = ?1");
    select.bind(1, BytesView(id.bytes));
    SUMI_TRY(const bool row, select.step());
    if (!row) return std::nullopt;
    return Person{id, select.text(1), select.text(2)};
  }
  Result<std::vector<Person>> persons() override {
    const std::lock_guard lock(mutex_);
    std::vector<Person> out;
    auto select = database_.prepare("SELECT id, login, name FROM persons ORDER BY login");
    for (;;) {
      SUMI_TRY(const bool row, select.step());
      if (!row) return out;
      out.push_back({id_from<PersonId>(select.blob(0)), select.text(1), select.text(2)});
    }
  }

  Result<void> put_sealed(const std::vector<SealedValue>& values) override {
    if (values.empty()) return {};
    const std::lock_guard lock(mutex_);
    SUMI_CHECK(database_.execute("BEGIN IMMEDIATE"));
    // Only a value that stands already is passed over: an erased one stays erased. Anything else that does not fit is an error.
    auto insert = database_.prepare(
        "INSERT INTO sealed(commitment, organisation, request, field, salt, value, checksum) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT(commitment) DO NOTHING");
    for (const auto& v : values) {
      const auto organisation = static_cast<std::int64_t>(v.organisation.value);
      insert.bind(1, BytesView(v.commitment.bytes)).bind(2, organisation).bind(3, BytesView(v.request.bytes));
      insert.bind(4, static_cast<std::int64_t>(v.field)).bind(5, BytesView(v.salt)).bind(6, BytesView(v.value));
      insert.bind(7, BytesView(sealed_checksum(v.commitment.bytes, organisation, v.request.bytes, v.field, v.salt, BytesView(v.value))));
      if (auto done = insert.run(); !done) {
        static_cast<void>(database_.execute("ROLLBACK"));
        return done;
      }
    }
    return database_.execute("COMMIT");
  }
  Result<std::optional<journal::Salt>> salt_of(OrganisationNumber organisation, IdempotencyKey request, std::uint32_t field, BytesView value) override {
    const std::lock_guard lock(mutex_);
    auto select = database_.prepare("SELECT salt FROM sealed WHERE organisation = ?1 AND request = ?2 AND field = ?3 AND value = ?4");
    select.bind(1, static_cast<std::int64_t>(organisation.value)).bind(2, BytesView(request.bytes)).bind(3, static_cast<std::int64_t>(field)).bind(4, value);
    SUMI_TRY(const bool row, select.step());
    if (!row) return std::nullopt;
    return salt_from(select.blob(0));
  }
  Result<std::optional<SealedValue>> sealed(const Hash& commitment) override {
    const std::lock_guard lock(mutex_);
    auto select = database_.prepare("SELECT commitment, salt, value, organisation, request, field FROM sealed WHERE commitment = ?1");
    select.bind(1, BytesView(commitment.bytes));
    SUMI_TRY(const bool row, select.step());
    if (!row) return std::nullopt;
    if (select.is_null(2)) return fail(errors::sealed_erased);
    SealedValue v;
    v.commitment = id_from<Hash>(select.blob(0));
    v.salt = salt_from(select.blob(1));
    const auto value = select.blob(2);
    v.value.assign(value.begin(), value.end());
    v.organisation.value = static_cast<std::uint64_t>(select.integer(3));
    v.request = id_from<IdempotencyKey>(select.blob(4));
    v.field = static_cast<std::uint32_t>(select.integer(5));
    return v;
  }
  // Value and salt go from the table, and what they were goes from the file and its log: see secure_delete below.
  Result<void> erase_sealed(const Hash& commitment) override {
    const std::lock_guard lock(mutex_);
    auto select = database_.prepare("SELECT organisation, request, field FROM sealed WHERE commitment = ?1");
    select.bind(1, BytesView(commitment.bytes));
    SUMI_TRY(const bool row, select.step());
    if (!row) return {};
    const journal::Salt none{};
    const auto checksum = sealed_checksum(commitment.bytes, select.integer(0), select.blob(1), select.integer(2), none, std::nullopt);
    select.reset();
    auto erase = database_.prepare("UPDATE sealed SET value = NULL, salt = ?2, checksum = ?3 WHERE commitment = ?1");
    erase.bind(1, BytesView(commitment.bytes)).bind(2, BytesView(none)).bind(3, BytesView(checksum));
    SUMI_CHECK(erase.run());
    SUMI_CHECK(database_.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    return remove_former(database_.path());
  }

  Result<std::optional<Hash>> secret(const std::string& name) override {
    const std::lock_guard lock(mutex_);
    auto select = database_.prepare("SELECT value FROM secrets WHERE name = ?1");
    select.bind(1, name);
    SUMI_TRY(const bool row, select.step());
    if (!row) return std::nullopt;
    return id_from<Hash>(select.blob(0));
  }
  Result<void> put_secret(const std::string& name, const Hash& value) override {
    const std::lock_guard lock(mutex_);
    auto insert = database_.prepare("INSERT INTO secrets(name, value, checksum) VALUES (?1, ?2, ?3)");
    insert.bind(1, name).bind(2, BytesView(value.bytes)).bind(3, BytesView(RowBytes("secrets").add(name).add(value.bytes).checksum()));
    return insert.run();
  }

  Result<void> log_refusal(Instant time, PersonId actor, OrganisationNumber organisation, const std::string& command, const std::string& refusal) override {
    const std::lock_guard lock(mutex_);
    std::int64_t id = 1;
    {
      auto newest = database_.prepare("SELECT max(id) FROM security_log");
      SUMI_TRY(const bool row, newest.step());
      if (row) id = newest.integer(0) + 1;
    }
    const auto owner = static_cast<std::int64_t>(organisation.value);
    auto insert = database_.prepare("INSERT INTO security_log(id, time_ms, actor, organisation, command, refusal, checksum) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    insert.bind(1, id).bind(2, time.ms).bind(3, BytesView(actor.bytes)).bind(4, owner).bind(5, command).bind(6, refusal);
    insert.bind(7, BytesView(RowBytes("security_log").add(id).add(time.ms).add(actor.bytes).add(owner).add(command).add(refusal).checksum()));
    SUMI_CHECK(insert.run());
    auto bound = database_.prepare("DELETE FROM security_log WHERE id <= ?1");
    bound.bind(1, id - static_cast<std::int64_t>(limits::security_log_entries_max));
    return bound.run();
  }
  Result<std::uint64_t> refusals_logged() override {
    const std::lock_guard lock(mutex_);
    auto select = database_.prepare("SELECT count(*) FROM security_log");
    SUMI_TRY(const bool row, select.step());
    return row ? static_cast<std::uint64_t>(select.integer(0)) : 0;
  }

  Result<std::vector<std::string>> check() override {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> findings;
    SUMI_TRY(const auto found, database_.integrity());
    if (found) findings.push_back(*found);
    const auto look = [&](const char* sql, auto checksum_of, const char* table) -> Result<void> {
      auto select = database_.prepare(sql);
      for (;;) {
        SUMI_TRY(const bool row, select.step());
        if (!row) return {};
        const auto expected = checksum_of(select);
        const auto stands = select.blob(0);
        if (!std::equal(expected.begin(), expected.end(), stands.begin(), stands.end())) findings.push_back(std::string("the row of ") + table + " " + select.text(1) + " has been altered");
      }
    };
    SUMI_CHECK(look("SELECT checksum, hex(id), id, login, name FROM persons", [](const Statement& s) { return person_checksum(s.blob(2), s.text(3), s.text(4)); }, "persons"));
    SUMI_CHECK(look("SELECT checksum, hex(commitment), commitment, organisation, request, field, salt, value FROM sealed",
        [](const Statement& s) {
          return sealed_checksum(s.blob(2), s.integer(3), s.blob(4), s.integer(5), s.blob(6), s.is_null(7) ? std::nullopt : std::optional(s.blob(7)));
        },
        "sealed"));
    SUMI_CHECK(look("SELECT checksum, name, name, value FROM secrets", [](const Statement& s) { return RowBytes("secrets").add(s.text(2)).add(s.blob(3)).checksum(); }, "secrets"));
    SUMI_CHECK(look("SELECT checksum, CAST(id AS TEXT), id, time_ms, actor, organisation, command, refusal FROM security_log",
        [](const Statement& s) { return RowBytes("security_log").add(s.integer(2)).add(s.integer(3)).add(s.blob(4)).add(s.integer(5)).add(s.text(6)).add(s.text(7)).checksum(); },
        "security_log"));
    SUMI_TRY(auto of_identities, identities_.check());
    findings.insert(findings.end(), std::make_move_iterator(of_identities.begin()), std::make_move_iterator(of_identities.end()));
    return findings;
  }
  Result<void> copy_to(const std::string& path, const CopyProgress& progress) override {
    std::unique_ptr<DatabaseCopy> copy;
    for (bool done = false; !done;) {
      {
        const std::lock_guard lock(mutex_);
        if (!copy) {
          SUMI_TRY(copy, DatabaseCopy::begin(database_, path));
        }
        const auto step = copy->step();
        if (!step) {
          copy.reset();
          return fail(step.error());
        }
        done = *step;
        if (done) copy.reset();
      }
      if (progress && copy) progress(copy->done(), copy->of());
      std::this_thread::yield();
    }
    return {};
  }

 private:
  static journal::Salt salt_from(BytesView blob) {
    journal::Salt salt{};
    if (blob.size() == salt.size()) std::copy(blob.begin(), blob.end(), salt.begin());
    return salt;
  }
  std::recursive_mutex mutex_;  // one connection, one statement at a time
  Database database_;
  Identities identities_{database_, mutex_};
};

// The same behaviour without a file.
class MemoryPeople final : public People {
 public:
  Result<Person> add_person(const std::string& login, const std::string& name) override {
    if (persons_.contains(login)) return fail(errors::login_taken, {{"login", login}});
    return persons_[login] = Person{random_person(), login, name};
  }
  Result<Person> person(const std::string& login) override {
    const auto it = persons_.find(login);
    if (it == persons_.end()) return fail(errors::person_unknown, {{"login", login}});
    return it->second;
  }
  Result<std::optional<Person>> person_by_id(PersonId id) override {
    for (const auto& [login, p] : persons_) {
      if (p.id == id) return p;
    }
    return std::nullopt;
  }
  Result<std::vector<Person>> persons() override {
    std::vector<Person> out;
    for (const auto& [login, p] : persons_) out.push_back(p);
    return out;
  }
  Result<void> put_sealed(const std::vector<SealedValue>& values) override {
    for (const auto& v : values) sealed_.try_emplace(v.commitment, v);
    return {};
  }
  Result<std::optional<journal::Salt>> salt_of(OrganisationNumber organisation, IdempotencyKey request, std::uint32_t field, BytesView value) override {
    for (const auto& [commitment, v] : sealed_) {
      if (v && v->organisation == organisation && v->request == request && v->field == field && std::equal(value.begin(), value.end(), v->value.begin(), v->value.end())) return v->salt;
    }
    return std::nullopt;
  }
  Result<std::optional<SealedValue>> sealed(const Hash& commitment) override {
    const auto it = sealed_.find(commitment);
    if (it == sealed_.end()) return std::nullopt;
    if (!it->second) return fail(errors::sealed_erased);
    return it->second;
  }
  Result<void> erase_sealed(const Hash& commitment) override {
    if (sealed_.contains(commitment)) sealed_[commitment].reset();
    return {};
  }
  Result<std::optional<Hash>> secret(const std::string& name) override {
    const auto it = secrets_.find(name);
    return it == secrets_.end() ? std::nullopt : std::optional(it->second);
  }
  Result<void> put_secret(const std::string& name, const Hash& value) override {
    secrets_.emplace(name, value);
    return {};
  }
  Result<void> log_refusal(Instant, PersonId, OrganisationNumber, const std::string&, const std::string&) override {
    ++refusals_;
    return {};
  }
  Result<std::uint64_t> refusals_logged() override { return refusals_; }
  // Made when somebody asks: most ledgers in memory never do.
  Result<Identities*> identities() override {
    const std::lock_guard lock(mutex_);
    if (!identities_) {
      SUMI_TRY(auto database, Database::in_memory("people"));
      database_.emplace(std::move(database));
      identities_.emplace(*database_, mutex_);
    }
    return &*identities_;
  }
  Result<std::vector<std::string>> check() override { return std::vector<std::string>{}; }
  Result<void> copy_to(const std::string& path, const CopyProgress&) override { return fail(errors::database_unwritable, {{"path", path}, {"reason", "what is in memory has no file"}}); }

 private:
  std::map<std::string, Person> persons_;
  std::map<Hash, std::optional<SealedValue>> sealed_;
  std::map<std::string, Hash> secrets_;
  std::uint64_t refusals_ = 0;
  std::recursive_mutex mutex_;  // of the tables of identities alone
  std::optional<Database> database_;
  std::optional<Identities> identities_;
};

}  // namespace

Result<std::unique_ptr<People>> open_sqlite_people(const std::string& path, Opening opening, const char* vfs) {
  SUMI_TRY(auto database, Database::open(path, "people", opening, vfs));
  // What is erased is overwritten with zeros, also inside of a page.
  SUMI_CHECK(database.execute("PRAGMA secure_delete=ON"));
  return std::make_unique<SqlitePeople>(std::move(database));
}

std::unique_ptr<People> memory_people() { return std::make_unique<MemoryPeople>(); }

}  // namespace sumi::store
