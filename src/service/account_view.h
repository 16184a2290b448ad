// Accounts and projects as the page and the API show them: read from the state in one look, without the journal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scheme/scheme.h"
#include "service/view.h"

namespace sumi::service {

struct OrganisationBrief {
  OrganisationNumber number;
  std::string name;  // as it is today
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "number", s.number);
    v(Part::open, "name", s.name);
  }
};
[[nodiscard]] OrganisationBrief brief_of(const scheme::State& state, OrganisationNumber number);

struct BalanceView {
  registry::UnitKind unit_kind = registry::UnitKind::tco2;
  Amount held;      // free to move
  Amount escrowed;  // waits: a retirement asked for, an offer
  Amount used;      // retired, cancelled, used for the state's target
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "unit_kind", s.unit_kind);
    v(Part::open, "held", s.held);
    v(Part::open, "escrowed", s.escrowed);
    v(Part::open, "used", s.used);
  }
};
// What of one batch an account holds.
struct HoldingView {
  BatchNumber batch;
  ProjectNumber project;
  std::string project_title;
  std::string methodology;
  FiscalYear vintage;
  std::string crediting_programme;
  std::string credit_type;
  std::uint64_t first_serial = 0, last_serial = 0;  // both included
  Amount units;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "batch", s.batch);
    v(Part::open, "project", s.project);
    v(Part::open, "project_title", s.project_title);
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "vintage", s.vintage);
    v(Part::open, "crediting_programme", s.crediting_programme);
    v(Part::open, "credit_type", s.credit_type);
    v(Part::open, "first_serial", s.first_serial);
    v(Part::open, "last_serial", s.last_serial);
    v(Part::open, "units", s.units);
  }
};
struct AccountView {
  AccountNumber account;
  OrganisationBrief holder;
  registry::AccountKind kind = registry::AccountKind::holding;
  registry::AccountStatus status = registry::AccountStatus::requested;
  std::string department;
  bool second_person = false;
  std::optional<Amount> second_person_above;
  std::vector<BalanceView> balances;
  std::vector<HoldingView> oldest;     // the first blocks in picking order, at most 3: what a transfer would take first
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "account", s.account);
    v(Part::open, "holder", s.holder);
    v(Part::open, "kind", s.kind);
    v(Part::open, "status", s.status);
    v(Part::open, "department", s.department);
    v(Part::open, "second_person", s.second_person);
    v(Part::open, "second_person_above", s.second_person_above);
    v(Part::open, "balances", s.balances);
    v(Part::open, "oldest", s.oldest);
  }
};
// Nothing: there is no such account.
[[nodiscard]] std::optional<AccountView> account_view(const scheme::State& state, AccountNumber account);
[[nodiscard]] HoldingView holding_view(const scheme::State& state, const registry::SerialRange& range);

// What anybody may know of a project.
struct CertificationBrief {
  CertificationNumber certification;
  Date certified_on;
  std::uint32_t round = 0;
  Amount certified;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "certification", s.certification);
    v(Part::open, "certified_on", s.certified_on);
    v(Part::open, "round", s.round);
    v(Part::open, "certified", s.certified);
  }
};
struct ProjectView {
  ProjectNumber project;
  std::uint64_t official_number = 0;  // 0: not registered here
  project::ProjectType type = project::ProjectType::normal;
  project::ProjectStage stage = project::ProjectStage::drafted;
  std::string title;
  std::string place;
  std::vector<OrganisationBrief> proponents;
  std::vector<std::string> methodologies;
  std::optional<Period> crediting_period;
  std::optional<Date> registered_on;
  Amount expected;                  // the plan's sum
  Amount certified;
  std::vector<CertificationBrief> certifications;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "official_number", s.official_number);
    v(Part::open, "type", s.type);
    v(Part::open, "stage", s.stage);
    v(Part::open, "title", s.title);
    v(Part::open, "place", s.place);
    v(Part::open, "proponents", s.proponents);
    v(Part::open, "methodologies", s.methodologies);
    v(Part::open, "crediting_period", s.crediting_period);
    v(Part::open, "registered_on", s.registered_on);
    v(Part::open, "expected", s.expected);
    v(Part::open, "certified", s.certified);
    v(Part::open, "certifications", s.certifications);
  }
};
[[nodiscard]] std::optional<ProjectView> project_view(const scheme::State& state, ProjectNumber project);

}  // namespace sumi::service
