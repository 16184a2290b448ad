#include "store/people.h"

#include <sodium.h>

#include <map>

#include "base/limits.h"
#include "store/errors.h"
#include "store/sqlite.h"

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

class SqlitePeople final : public People {
 public:
  explicit SqlitePeople(Database database) : database_(std::move(database)) {}

  Result<Person> add_person(const std::string& login, const std::string& name) override {
    if (person(login)) return fail(errors::login_taken, {{"login", login}});
    const Person p{random_person(), login, name};
    auto insert = database_.prepare("INSERT INTO persons(id, login, name) VALUES (?1, ?2, ?3)");
    insert.bind(1, BytesView(p.id.bytes)).bind(2, login).bind(3, name);
    SUMI_CHECK(insert.run());
    return p;
  }
  Result<Person> person(const std::string& login) override {
    auto select = database_.prepare("SELECT id, login, name FROM persons WHERE login = ?1");
    select.bind(1, login);
    SUMI_TRY(const bool row, select.step());
    if (!row) return fail(errors::person_unknown, {{"login", login}});
    return Person{id_from<PersonId>(select.blob(0)), select.text(1), select.text(2)};
  }
  Result<std::optional<Person>> person_by_id(PersonId id) override {
    auto select = database_.prepare("SELECT id, login, name FROM persons WHERE id = ?1");
    select.bind(1, BytesView(id.bytes));
    SUMI_TRY(const bool row, select.step());
    if (!row) return std::nullopt;
    return Person{id, select.text(1), select.text(2)};
  }
  Result<std::vector<Person>> persons() override {
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
    SUMI_CHECK(database_.execute("BEGIN IMMEDIATE"));
    auto insert = database_.prepare("INSERT OR IGNORE INTO sealed(commitment, organisation, request, field, salt, value) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    for (const auto& v : values) {
      insert.bind(1, BytesView(v.commitment.bytes)).bind(2, static_cast<std::int64_t>(v.organisation.value)).bind(3, BytesView(v.request.bytes));
      insert.bind(4, static_cast<std::int64_t>(v.field)).bind(5, BytesView(v.salt)).bind(6, BytesView(v.value));
      if (auto done = insert.run(); !done) {
        static_cast<void>(database_.execute("ROLLBACK"));
        return done;
      }
    }
    return database_.execute("COMMIT");
  }
  Result<std::optional<SealedValue>> sealed_of(OrganisationNumber organisation, IdempotencyKey request, std::uint32_t field) override {
    auto select = database_.prepare("SELECT commitment, salt, value FROM sealed WHERE organisation = ?1 AND request = ?2 AND field = ?3");
    select.bind(1, static_cast<std::int64_t>(organisation.value)).bind(2, BytesView(request.bytes)).bind(3, static_cast<std::int64_t>(field));
    SUMI_TRY(const bool row, select.step());
    if (!row) return std::nullopt;
    return read(select, organisation, request, field);
  }
  Result<std::optional<SealedValue>> sealed(const Hash& commitment) override {
    auto select = database_.prepare("SELECT commitment, salt, value, organisation, request, field FROM sealed WHERE commitment = ?1");
    select.bind(1, BytesView(commitment.bytes));
    SUMI_TRY(const bool row, select.step());
    if (!row) return std::nullopt;
    if (select.is_null(2)) return fail(errors::sealed_erased);
    return read(select, {static_cast<std::uint64_t>(select.integer(3))}, id_from<IdempotencyKey>(select.blob(4)), static_cast<std::uint32_t>(select.integer(5)));
  }
  Result<void> erase_sealed(const Hash& commitment) override {
    auto erase = database_.prepare("UPDATE sealed SET value = NULL, salt = zeroblob(16) WHERE commitment = ?1");
    erase.bind(1, BytesView(commitment.bytes));
    return erase.run();
  }

  Result<void> log_refusal(Instant time, PersonId actor, OrganisationNumber organisation, const std::string& command, const std::string& refusal) override {
    auto insert = database_.prepare("INSERT INTO security_log(time_ms, actor, organisation, command, refusal) VALUES (?1, ?2, ?3, ?4, ?5)");
    insert.bind(1, time.ms).bind(2, BytesView(actor.bytes)).bind(3, static_cast<std::int64_t>(organisation.value)).bind(4, command).bind(5, refusal);
    SUMI_CHECK(insert.run());
    auto bound = database_.prepare("DELETE FROM security_log WHERE id <= (SELECT max(id) FROM security_log) - ?1");
    bound.bind(1, static_cast<std::int64_t>(limits::security_log_entries_max));
    return bound.run();
  }
  Result<std::uint64_t> refusals_logged() override {
    auto select = database_.prepare("SELECT count(*) FROM security_log");
    SUMI_TRY(const bool row, select.step());
    return row ? static_cast<std::uint64_t>(select.integer(0)) : 0;
  }
  Result<std::vector<std::string>> check() override {
    SUMI_TRY(const auto found, database_.integrity());
    return found ? std::vector<std::string>{*found} : std::vector<std::string>{};
  }

 private:
  static SealedValue read(const Statement& row, OrganisationNumber organisation, IdempotencyKey request, std::uint32_t field) {
    SealedValue v;
    v.commitment = id_from<Hash>(row.blob(0));
    const auto salt = row.blob(1);
    if (salt.size() == v.salt.size()) std::copy(salt.begin(), salt.end(), v.salt.begin());
    const auto value = row.blob(2);
    v.value.assign(value.begin(), value.end());
    v.organisation = organisation;
    v.request = request;
    v.field = field;
    return v;
  }
  Database database_;
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
  Result<std::optional<SealedValue>> sealed_of(OrganisationNumber organisation, IdempotencyKey request, std::uint32_t field) override {
    for (const auto& [commitment, v] : sealed_) {
      if (v && v->organisation == organisation && v->request == request && v->field == field) return v;
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
  Result<void> log_refusal(Instant, PersonId, OrganisationNumber, const std::string&, const std::string&) override {
    ++refusals_;
    return {};
  }
  Result<std::uint64_t> refusals_logged() override { return refusals_; }
  Result<std::vector<std::string>> check() override { return std::vector<std::string>{}; }

 private:
  std::map<std::string, Person> persons_;
  std::map<Hash, std::optional<SealedValue>> sealed_;
  std::uint64_t refusals_ = 0;
};

}  // namespace

Result<std::unique_ptr<People>> open_sqlite_people(const std::string& path, const char* vfs) {
  SUMI_TRY(auto database, Database::open(path, "people", vfs));
  return std::make_unique<SqlitePeople>(std::move(database));
}

std::unique_ptr<People> memory_people() { return std::make_unique<MemoryPeople>(); }

}  // namespace sumi::store
