// For tests and benchmarks: a clock that stands still, and a furnished ledger. Every name and figure in it is invented.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "base/sha256.h"
#include "rulebook/methodology.h"
#include "service/ledger.h"

namespace sumi::service::testing {

class StandingClock final : public Clock {
 public:
  explicit StandingClock(Instant at) : at_(at) {}
  [[nodiscard]] Instant now() const override { return at_; }
  void set(Instant at) { at_ = at; }

 private:
  Instant at_;
};

template <class T>
T value_of(Result<T> result) {
  if (!result) throw std::runtime_error(describe_error(result.error(), Language::en));
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}
inline Instant at(const char* text) { return value_of(Instant::parse(text)); }
inline Date day(const char* text) { return value_of(Date::parse(text)); }

// "registry.insufficient_units", or "" where it was accepted.
template <class T>
std::string refusal(const Result<T>& result) {
  return result ? std::string() : qualified_name(*result.error().def);
}

inline IdempotencyKey key_of(std::uint64_t high, std::uint64_t low) {
  IdempotencyKey key;
  for (unsigned i = 0; i < 8; ++i) {
    key.bytes[i] = static_cast<std::uint8_t>(high >> (56 - 8 * i));
    key.bytes[8 + i] = static_cast<std::uint8_t>(low >> (56 - 8 * i));
  }
  return key;
}

// The registry's purposes and grounds, and no other pack: quick to read.
inline std::shared_ptr<const rulebook::Rulebook> small_rulebook() {
  static const auto book = [] {
    std::vector<rulebook::Pack> packs;
    packs.push_back(value_of(rulebook::Pack::read("rulebook/packs/jcredit-registry")));
    packs.push_back(value_of(rulebook::Pack::read("rulebook/packs/sources")));
    return std::make_shared<const rulebook::Rulebook>(value_of(rulebook::Rulebook::from_packs(std::move(packs), rulebook::read_methodology)));
  }();
  return book;
}

// Reproducible: the log's key of every furnished ledger.
inline Hash log_seed() { return sha256(std::string_view("the seed of the tests' log key")); }
inline const journal::SigningKey& log_key() {
  static const auto key = value_of(journal::SigningKey::from_seed("log.example", log_seed().bytes));
  return key;
}

inline CreateOptions create_options(scheme::StoreKind kind = scheme::StoreKind::demo) {
  CreateOptions create;
  create.kind = kind;
  create.operator_name = "試験登録簿";
  create.log_key = log_key().public_key();
  create.rulebook = small_rulebook();
  return create;
}

// Who is in the house, and what was issued. Organisations: the operator (secretariat), two holders, a verifier, a committee.
struct Inhabitants {
  PersonId admin, tanaka, suzuki, kato, mori, chair;
  OrganisationNumber secretariat{1}, first, second, verifier, committee;
  AccountNumber first_account, second_account, buffer, retirement, government, cancellation;
  ProjectNumber project;
  CertificationNumber certification;
  BatchNumber old_batch, young_batch;  // of fiscal years 2026 and 2027
};

inline Request request(PersonId actor, OrganisationNumber organisation, scheme::AnyCommand command, IdempotencyKey key = {}) {
  Request r;
  r.commands.push_back(std::move(command));
  r.actor = actor;
  r.on_behalf_of = organisation;
  r.key = key;
  return r;
}
inline Request transfer(const Inhabitants& who, std::uint64_t amount, IdempotencyKey key = {}) {
  registry::Transfer t;
  t.from = who.first_account;
  t.to = who.second_account;
  t.selection.pick = registry::Pick{amount, "", {}, {}};
  t.price_yen_per_t = "5200";
  return request(who.tanaka, who.first, std::move(t), key);
}
inline Request retirement(const Inhabitants& who, std::uint64_t amount, IdempotencyKey key = {}) {
  registry::ApplyRetirement r;
  r.account = who.first_account;
  r.selection.pick = registry::Pick{amount, "", {}, {}};
  r.uses = {{"own_retirement", {}, ""}};
  r.user = who.first;
  return request(who.tanaka, who.first, std::move(r), key);
}

template <class C>
typename C::Outcome take(Ledger& ledger, PersonId actor, OrganisationNumber organisation, C command) {
  const auto accepted = value_of(ledger.submit(request(actor, organisation, std::move(command))));
  return std::get<typename C::Outcome>(accepted.outcomes.at(0));
}

inline PersonId administrator_of(const Ledger& ledger) {
  PersonId admin;
  value_of(ledger.read([&](const scheme::State& state) {
    for (const auto& [key, row] : state.grants()) {
      if (key.role == scheme::Role::administrator) admin = key.person;
    }
  }));
  return admin;
}

inline project::PlanHead plan_head(const Inhabitants& who) {
  project::PlanHead head;
  head.title = "ボイラーの更新";
  head.proponents = {who.first};
  head.place = "東京都墨田区";
  head.methodologies = {{"EN-S-001", "1.0", sha256(std::string_view("pack")), false, false, false}};
  head.crediting_period = {day("2026-05-01"), day("2034-04-30")};
  head.expected = {{FiscalYear{2026}, 70}, {FiscalYear{2027}, 76}};
  head.plan = sha256(std::string_view("plan"));
  return head;
}

inline AccountNumber open_account(Ledger& ledger, const Inhabitants& who, OrganisationNumber owner, registry::AccountKind kind, bool second_person = false,
                                  const std::string& department = "") {
  const auto account = take(ledger, who.admin, who.secretariat, registry::RequestAccount{owner, kind, department, second_person}).account;
  take(ledger, who.admin, who.secretariat, registry::DecideAccount{account, true, ""});
  return account;
}

// Organisations, persons and roles.
inline Inhabitants settle(Ledger& ledger) {
  using scheme::Role;
  Inhabitants who;
  who.admin = administrator_of(ledger);
  const auto organisation = [&](const char* name) { return take(ledger, who.admin, who.secretariat, scheme::RegisterOrganisation{"", name, "", {}, {}}).organisation; };
  who.first = organisation("墨田ボイラー工業株式会社");
  who.second = organisation("北上製紙株式会社");
  who.verifier = organisation("関東審査株式会社");
  who.committee = organisation("認証委員会");
  const auto person = [&](const char* login, const char* name) { return value_of(ledger.people().add_person(login, name)).id; };
  who.tanaka = person("tanaka", "田中一郎");
  who.suzuki = person("suzuki", "鈴木花子");
  who.kato = person("kato", "加藤次郎");
  who.mori = person("mori", "森三郎");
  who.chair = person("chair", "委員長");
  const auto grant = [&](PersonId p, OrganisationNumber o, Role role) { take(ledger, who.admin, who.secretariat, scheme::Grant{p, o, role}); };
  grant(who.tanaka, who.first, Role::account_manager);
  grant(who.tanaka, who.first, Role::proponent);
  grant(who.suzuki, who.first, Role::approver);
  grant(who.kato, who.second, Role::account_manager);
  grant(who.mori, who.verifier, Role::verifier);
  grant(who.chair, who.committee, Role::committee);
  return who;
}

// A project up to the certification of `old_tonnes` of 2026 and `young_tonnes` of 2027. The clock must stand in 2027-05 or later.
inline void certify(Ledger& ledger, Inhabitants& who, std::uint64_t old_tonnes, std::uint64_t young_tonnes) {
  who.project = take(ledger, who.tanaka, who.first, project::DraftProject{plan_head(who)}).project;
  take(ledger, who.tanaka, who.first, project::SubmitForValidation{who.project, who.verifier});
  take(ledger, who.mori, who.verifier, project::RecordValidation{who.project, true, plan_head(who).plan, sha256(std::string_view("validation"))});
  std::vector<project::RuleAnswer> answers;
  for (int i = 1; i <= 11; ++i) answers.push_back({"R" + std::to_string(i), project::Answer::met});
  take(ledger, who.tanaka, who.first, project::ApplyForRegistration{who.project, answers});
  take(ledger, who.chair, who.committee, project::DecideRegistration{who.project, 60, true, ""});
  project::SubmitReport report;
  report.project = who.project;
  report.period = {day("2026-05-01"), day("2027-04-30")};
  report.plan = plan_head(who).plan;
  report.data_set = sha256(std::string_view("data"));
  report.trace = sha256(std::string_view("trace"));
  report.lines = {{"EN-S-001", FiscalYear{2026}, std::to_string(old_tonnes) + ".9", "0.5", old_tonnes}, {"EN-S-001", FiscalYear{2027}, std::to_string(young_tonnes), "0", young_tonnes}};
  take(ledger, who.tanaka, who.first, report);
  take(ledger, who.mori, who.verifier, project::RecordVerification{who.project, 1, who.verifier, true, report.trace, sha256(std::string_view("verification"))});
  take(ledger, who.tanaka, who.first, project::ApplyForCertification{who.project, 1, "JC", "ER"});
  who.certification = take(ledger, who.chair, who.committee, project::DecideCertification{who.project, 1, 65, true, ""}).certification;
}

// Accounts of both holders and the system's; what was certified issued to the first in one group.
inline void issue(Ledger& ledger, Inhabitants& who, std::uint64_t old_tonnes, std::uint64_t young_tonnes) {
  using registry::AccountKind;
  who.first_account = open_account(ledger, who, who.first, AccountKind::holding);
  who.second_account = open_account(ledger, who, who.second, AccountKind::holding);
  who.buffer = open_account(ledger, who, who.secretariat, AccountKind::buffer);
  who.retirement = open_account(ledger, who, who.secretariat, AccountKind::retirement);
  who.government = open_account(ledger, who, who.secretariat, AccountKind::government);
  who.cancellation = open_account(ledger, who, who.secretariat, AccountKind::cancellation);
  Request group = request(who.admin, who.secretariat, registry::Issue{who.certification, 0, {{who.first_account, old_tonnes}}});
  group.commands.push_back(registry::Issue{who.certification, 1, {{who.first_account, young_tonnes}}});
  const auto accepted = value_of(ledger.submit(std::move(group)));
  who.old_batch = std::get<registry::BatchIssued>(accepted.outcomes.at(0)).batch;
  who.young_batch = std::get<registry::BatchIssued>(accepted.outcomes.at(1)).batch;
}

inline Inhabitants furnish(Ledger& ledger, std::uint64_t old_tonnes = 70, std::uint64_t young_tonnes = 6) {
  auto who = settle(ledger);
  certify(ledger, who, old_tonnes, young_tonnes);
  issue(ledger, who, old_tonnes, young_tonnes);
  return who;
}

// Finds them again in a store that was furnished before.
inline Inhabitants inhabitants_of(const Ledger& ledger) {
  Inhabitants who;
  who.admin = administrator_of(ledger);
  const auto person = [&](const char* login) { return value_of(ledger.people().person(login)).id; };
  who.tanaka = person("tanaka");
  who.suzuki = person("suzuki");
  who.kato = person("kato");
  who.mori = person("mori");
  who.chair = person("chair");
  value_of(ledger.read([&](const scheme::State& state) {
    const auto organisation = [&](const char* name) {
      for (const auto& [number, row] : state.organisations()) {
        if (row.names.front().name == name) return number;
      }
      throw std::runtime_error("this store was not furnished");
    };
    who.first = organisation("墨田ボイラー工業株式会社");
    who.second = organisation("北上製紙株式会社");
    who.verifier = organisation("関東審査株式会社");
    who.committee = organisation("認証委員会");
    for (const auto& [number, row] : state.registry().accounts()) {
      using registry::AccountKind;
      if (row.kind == AccountKind::holding && row.organisation == who.first) who.first_account = number;
      if (row.kind == AccountKind::holding && row.organisation == who.second) who.second_account = number;
      if (row.kind == AccountKind::buffer) who.buffer = number;
      if (row.kind == AccountKind::retirement) who.retirement = number;
      if (row.kind == AccountKind::government) who.government = number;
      if (row.kind == AccountKind::cancellation) who.cancellation = number;
    }
    who.project = {1};
    who.certification = {1};
    who.old_batch = {1};
    who.young_batch = {2};
  }));
  return who;
}

// A furnished ledger in memory, and questions to it.
struct House {
  StandingClock clock{at("2027-05-20")};
  std::unique_ptr<Ledger> ledger;
  Inhabitants who;

  explicit House(scheme::StoreKind kind = scheme::StoreKind::demo) {
    LedgerOptions options;
    options.clock = &clock;
    ledger = value_of(Ledger::in_memory(create_options(kind), options));
    who = furnish(*ledger);
  }
  Hash state_hash() const {
    Hash hash;
    value_of(ledger->read([&](const scheme::State& state) { hash = state.state_hash(); }));
    return hash;
  }
  registry::Registry::Balance balance(AccountNumber account) const {
    registry::Registry::Balance b;
    value_of(ledger->read([&](const scheme::State& state) { b = state.registry().balance(account); }));
    return b;
  }
  journal::VerifiedReceipt receipt(SequenceNumber number, journal::ReceiptKind kind) const {
    const auto text = value_of(ledger->receipt(number, kind, log_key())).to_text();
    return value_of(journal::verify_receipt(value_of(journal::Receipt::parse(text)), log_key().public_key().fingerprint()));
  }
  std::vector<std::string> findings() const { return value_of(ledger->check(false)).findings; }
};

}  // namespace sumi::service::testing
