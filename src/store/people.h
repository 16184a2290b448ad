// people.db: persons, sealed values with their salts, the store's secrets, and the security log. Correctable and erasable.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/date.h"
#include "base/result.h"
#include "journal/entry.h"
#include "store/copy.h"
#include "store/sqlite.h"

namespace sumi::store {

class Identities;

struct Person {
  PersonId id;
  std::string login;
  std::string name;
};
struct SealedValue {
  Hash commitment;
  OrganisationNumber organisation;
  IdempotencyKey request;
  std::uint32_t field = 0;
  journal::Salt salt{};
  Bytes value;
};

class People {
 public:
  virtual ~People() = default;
  // store.login_taken
  virtual Result<Person> add_person(const std::string& login, const std::string& name) = 0;
  virtual Result<Person> person(const std::string& login) = 0;  // store.person_unknown
  virtual Result<std::optional<Person>> person_by_id(PersonId id) = 0;
  virtual Result<std::vector<Person>> persons() = 0;

  // Durable when it returns; values that stand already are left alone.
  virtual Result<void> put_sealed(const std::vector<SealedValue>& values) = 0;
  // The salt of this very value where an earlier try of the request left it: so that the same request has the same commitment.
  virtual Result<std::optional<journal::Salt>> salt_of(OrganisationNumber organisation, IdempotencyKey request, std::uint32_t field, BytesView value) = 0;
  // nothing = never sealed here; store.sealed_erased = it was, and is gone.
  virtual Result<std::optional<SealedValue>> sealed(const Hash& commitment) = 0;
  // Value and salt are gone from the file too when it returns. A commitment that is not here: nothing.
  virtual Result<void> erase_sealed(const Hash& commitment) = 0;

  // The store's secret of that name; nothing = none was made yet. A secret is made once and never changed: store.database_unwritable where it stands.
  virtual Result<std::optional<Hash>> secret(const std::string& name) = 0;
  virtual Result<void> put_secret(const std::string& name, const Hash& value) = 0;

  // By what persons show who they are, in the same file (identities.h).
  virtual Result<Identities*> identities() = 0;

  virtual Result<void> log_refusal(Instant time, PersonId actor, OrganisationNumber organisation, const std::string& command, const std::string& refusal) = 0;
  virtual Result<std::uint64_t> refusals_logged() = 0;
  // The engine's own check, and every row against its checksum; one sentence per finding.
  virtual Result<std::vector<std::string>> check() = 0;
  // A copy of the file, made while others write. The path must be free. store.database_unwritable; what is in memory has no file.
  virtual Result<void> copy_to(const std::string& path, const CopyProgress& progress) = 0;
};

Result<std::unique_ptr<People>> open_sqlite_people(const std::string& path, Opening opening, const char* vfs = nullptr);
std::unique_ptr<People> memory_people();

}  // namespace sumi::store
