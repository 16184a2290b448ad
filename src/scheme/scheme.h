// The scheme as a deterministic state machine: State, decide, apply.
//
//   decide(state, command, act, rules) -> refusal | outcome        pure
//   apply(state, command, outcome, act)                             does what the outcome says, decides nothing
//
// No clock, disk, network, random, locale or floating point. The same journal gives the same state, byte for byte, on every machine;
// state_hash() says so: SHA-256 of the canonical dump, which is also what a snapshot holds.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/act.h"
#include "base/limits.h"
#include "base/table.h"
#include "claim/eligibility.h"
#include "project/cases.h"
#include "registry/registry.h"
#include "scheme/authority.h"
#include "scheme/commands.h"
#include "scheme/errors.h"
#include "scheme/methodology_life.h"

namespace sumi::scheme {

using AnyCommand = std::variant<OpenStore, RegisterOrganisation, RenameOrganisation, Grant, Revoke, AdoptRulebook, AdvanceTime, RegisterKey,
    registry::RequestAccount, registry::DecideAccount, registry::CloseAccount, registry::Issue, registry::Transfer, registry::RequestRetirement,
    registry::ConfirmRetirement, registry::WithdrawRetirement, registry::SetLabel, project::DraftProject, project::RevisePlan, project::SubmitForValidation,
    project::RecordValidation, project::ApplyForRegistration, project::DecideRegistration, project::SubmitReport, project::RecordVerification,
    project::ApplyForCertification, project::DecideCertification,
    CorrectEntry, PassDeadlines, RecordSuccession, registry::OpenBatch, registry::OpenRetirement, registry::DrawBuffer, project::OpenRound, project::PutOnDocket, project::Recuse, project::CloseRound, project::RecordAccreditation, project::DeclareInterests, project::RaiseFinding, project::AnswerFinding, project::CloseFinding, project::AdmitMembers, project::ChangeMember, project::DecideMatch, project::EraseMember, project::FixMemberList, project::DrawSample, project::RecordSiteVisit, project::ReturnForCorrection, project::AnswerReturn, project::ProposeChange, project::ValidateChange, project::DecideChange, project::WithdrawProject, project::Appeal, project::DecideAppeal, project::RecordOverIssuance, project::SettleObligation, project::HoldProject, project::SetForestTerms, project::ReportPermanence, project::RecordReversal, project::ApplyForSupport, project::DecideSupport, project::RecordFollowUp, AbolishMethodology, ProposeMethodology, ReviewMethodology, OpenComment, CloseComment, DecideMethodology, OpenProject, OpenCertification, CloseOpening,
    Delegate, EndDelegation, RotateLogKey, Rekey, NewEpoch, EraseSealed, LapseOffers, registry::FileAccountDocuments, registry::SetAccountControl, registry::SuspendAccount, registry::SucceedAccount, registry::AppointAgent, registry::DismissAgent, registry::OfferTransfer, registry::ConfirmOffer, registry::AcceptOffer, registry::EndOffer, registry::AskReturn, registry::DecideReturn, registry::CorrectRecord, registry::RestrictUnits, registry::LiftRestriction, registry::DivideRetirement, registry::RecordSite, registry::ImportUnits, registry::ExpireUnits, registry::ReleaseBuffer, registry::AuthoriseUnits, registry::WithdrawAuthorisation, registry::RecordFirstTransfer, registry::RecordAdjustment, registry::ApplyRetirement, registry::ExecuteRetirement>;
using AnyOutcome = std::variant<NoOutcome, OrganisationRegistered, RulebookAdopted, TimeAdvanced, registry::Nothing, registry::AccountOpened, registry::BatchIssued,
    registry::Moved, registry::RetirementRequested, registry::Retired, project::NoOutcome, project::ProjectDrafted, project::RegistrationDecided,
    project::ReportSubmitted, project::CertificationDecided,
    DeadlinesPassed, registry::BatchOpened, registry::RetirementOpened, project::RoundOpened, project::DocketItem, project::RoundClosed, project::FindingRaised, project::MembersAdmitted, project::MemberChanged, project::MatchDecided, project::MemberListFixed, project::SampleDrawn, project::ChangeProposed, project::AppealLodged, project::ObligationRecorded, project::ReversalRecorded, MethodologyProposed, ProjectOpened, CertificationOpened,
    Delegated, OffersLapsed, registry::TransferOffered, registry::OfferConfirmed, registry::ReturnAsked, registry::Restricted, registry::RetirementDivided, registry::RetirementExecuted, registry::BatchImported, registry::Authorised>;

struct MetaRow {
  bool open = false;
  Id128 store;
  StoreKind kind = StoreKind::demo;
  Hash log_key;
  std::string operator_name;
  Instant now;
  OrganisationNumber last_organisation;
  std::uint32_t adoption = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "open", s.open);
    v(Part::open, "store", s.store);
    v(Part::open, "kind", s.kind);
    v(Part::open, "log_key", s.log_key);
    v(Part::open, "operator_name", s.operator_name);
    v(Part::open, "now", s.now);
    v(Part::open, "last_organisation", s.last_organisation);
    v(Part::open, "adoption", s.adoption);
  }
};
struct DatedName {
  Date from;
  std::string name;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "from", s.from);
    v(Part::open, "name", s.name);
  }
};
struct OrganisationRow {
  std::string corporate_number;
  std::string name_kana;
  std::vector<DatedName> names;  // oldest first
  OrganisationNumber parent;
  OrganisationNumber predecessor;
  std::vector<Hash> keys;
  [[nodiscard]] const std::string& name_on(Date day) const;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "corporate_number", s.corporate_number);
    v(Part::open, "name_kana", s.name_kana);
    v(Part::open, "names", s.names);
    v(Part::open, "parent", s.parent);
    v(Part::open, "predecessor", s.predecessor);
    v(Part::open, "keys", s.keys);
  }
};
// What the registry that was brought in says of a project beyond its head (decision 24).
struct OpenedProjectRow {
  std::string list;
  std::string number;
  std::string region;
  Date applied_on;
  std::uint32_t round = 0;
  std::optional<Date> period_start;
  std::optional<Date> period_end;
  std::string expected_t;
  bool cancelled = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "list", s.list);
    v(Part::open, "number", s.number);
    v(Part::open, "region", s.region);
    v(Part::open, "applied_on", s.applied_on);
    v(Part::open, "round", s.round);
    v(Part::open, "period_start", s.period_start);
    v(Part::open, "period_end", s.period_end);
    v(Part::open, "expected_t", s.expected_t);
    v(Part::open, "cancelled", s.cancelled);
  }
};
struct OpenedCertificationRow {
  std::string number;                           // there
  std::vector<registry::PublicRange> batches;   // which serials of which batch were opened under it
  std::vector<std::uint64_t> opened_t;          // per line
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "number", s.number);
    v(Part::open, "batches", s.batches);
    v(Part::open, "opened_t", s.opened_t);
  }
};
struct OpeningRow {
  Instant closed_at;
  std::vector<ControlTotal> controls;
  std::string source_title;
  Date source_date;
  std::string source_address;
  std::uint64_t refused_rows = 0;
  Hash report;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "closed_at", s.closed_at);
    v(Part::open, "controls", s.controls);
    v(Part::open, "source_title", s.source_title);
    v(Part::open, "source_date", s.source_date);
    v(Part::open, "source_address", s.source_address);
    v(Part::open, "refused_rows", s.refused_rows);
    v(Part::open, "report", s.report);
  }
};
struct GrantKey {
  PersonId person;
  OrganisationNumber organisation;
  Role role = Role::auditor;
  friend auto operator<=>(const GrantKey&, const GrantKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "person", s.person);
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "role", s.role);
  }
};
struct GrantRow {
  Date since;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::party, "since", s.since); }
};
struct AdoptionRow {
  std::string family;
  std::string edition;
  Hash pack;
  Hash manifest;
  Date effective;
  Instant adopted;
  OrganisationNumber authority;  // who adopted it; the first adoption of a family decides whose it is
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "family", s.family);
    v(Part::open, "edition", s.edition);
    v(Part::open, "pack", s.pack);
    v(Part::open, "manifest", s.manifest);
    v(Part::open, "effective", s.effective);
    v(Part::open, "adopted", s.adopted);
    v(Part::open, "authority", s.authority);
  }
};
// Idempotency (decision 5): scope is organisation and key; forgotten after limits::idempotency_keep_ms of journal time.
struct KeyRef {
  OrganisationNumber organisation;
  IdempotencyKey key;
  friend auto operator<=>(const KeyRef&, const KeyRef&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "key", s.key);
  }
};
struct KeyRow {
  Hash fingerprint;  // of all commands sent under the key
  SequenceNumber first;
  std::uint32_t count = 0;
  Instant at;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "fingerprint", s.fingerprint);
    v(Part::party, "first", s.first);
    v(Part::party, "count", s.count);
    v(Part::party, "at", s.at);
  }
};

// What deciding needs of the rulebook in force.
struct Rules {
  registry::RegistryRules registry;
  project::ProjectRules project;
  claim::EligibilityRules eligibility;  // empty: nothing is refused for it
  std::set<std::string, std::less<>> committee_grounds;  // on which registration or certification is refused: keys, since they are public for ever
};

class State final : public Relations {
 public:
  [[nodiscard]] const MetaRow& meta() const;
  [[nodiscard]] Instant now() const { return meta().now; }
  [[nodiscard]] const Table<OrganisationNumber, OrganisationRow>& organisations() const { return organisations_; }
  [[nodiscard]] const Table<GrantKey, GrantRow>& grants() const { return grants_; }
  [[nodiscard]] const Table<std::uint32_t, AdoptionRow>& adoptions() const { return adoptions_; }
  [[nodiscard]] const LargeTable<KeyRef, KeyRow>& keys() const { return keys_; }
  [[nodiscard]] const registry::Registry& registry() const { return registry_; }
  [[nodiscard]] const project::Cases& cases() const { return cases_; }
  [[nodiscard]] const Table<ProjectNumber, OpenedProjectRow>& opened_projects() const { return opened_projects_; }
  [[nodiscard]] const Table<CertificationNumber, OpenedCertificationRow>& opened_certifications() const { return opened_certifications_; }
  [[nodiscard]] const Table<std::uint32_t, ProposalRow>& proposals() const { return proposals_; }      // of methodologies
  [[nodiscard]] const Table<std::string, AbolitionRow>& abolitions() const { return abolitions_; }     // by the methodology's number
  [[nodiscard]] const Authority& authority() const { return authority_; }
  // nullptr while the opening is not closed.
  [[nodiscard]] const OpeningRow* opening() const { return opening_.find(0); }
  // The sums that CloseOpening compares, by name.
  [[nodiscard]] std::vector<ControlTotal> control_totals() const;
  [[nodiscard]] bool has_role(PersonId person, OrganisationNumber organisation, Role role) const;
  [[nodiscard]] std::optional<OrganisationNumber> organisation_by_corporate_number(std::string_view number) const;
  // The delegation under which that person has the role on that day; 0 = none.
  [[nodiscard]] std::uint64_t delegation_of(PersonId person, OrganisationNumber organisation, Role role, Date day) const;
  // The one that this act needs, because the person has no role of their own; 0 = none is needed, or none helps. The entry's header names it.
  [[nodiscard]] std::uint64_t delegation_used(const AnyCommand& command, const Act& act) const;
  // Of the keys that compare sealed things: 1, and one more with every Rekey.
  [[nodiscard]] std::uint32_t key_version() const;
  // All of them that compare something today, sorted.
  [[nodiscard]] std::vector<Hash> comparing_keys() const;

  [[nodiscard]] bool exists(OrganisationNumber organisation) const override { return organisations_.find(organisation) != nullptr; }
  [[nodiscard]] bool related(OrganisationNumber a, OrganisationNumber b) const override;
  [[nodiscard]] bool belongs(PersonId person, OrganisationNumber organisation) const override;

  // The manifest of the packs in force once this one is adopted too.
  [[nodiscard]] Hash manifest_with(const std::string& family, const std::string& edition, const Hash& pack) const;
  // The next moment at which something happens by itself: a request lapses, a key is forgotten, a deadline passes. Nothing = none.
  [[nodiscard]] std::optional<Instant> next_due() const;
  // What time writes first where something is due by then: PassDeadlines or AdvanceTime.
  [[nodiscard]] AnyCommand due_command(Instant time) const;

  // Pure. Order: text lengths, time, role, then the room's own list. A type that is only read any more (replaced_by) is decided as in its day.
  [[nodiscard]] Result<AnyOutcome> decide(const AnyCommand&, const Act&, const Rules&) const;
  void apply(const AnyCommand&, const AnyOutcome&, const Act&);
  // After the last command of a group: what must be whole is whole (all lines of a certification are issued).
  // and a trust that its settlor records comes with the transfer of its units.
  [[nodiscard]] Result<void> check_group(const std::vector<AnyCommand>& group, OrganisationNumber on_behalf_of) const;

  // Idempotency. seen(): nothing = new; the row = the same request again; scheme.key_reused = another request under the key.
  // scheme.keys_exhausted: `keys_max` are remembered, and this would be one more.
  [[nodiscard]] Result<std::optional<KeyRow>> seen(const KeyRef& ref, const Hash& fingerprint, std::size_t keys_max = limits::idempotency_keys_max) const;
  void remember(const KeyRef& ref, const Hash& fingerprint, SequenceNumber first, std::uint32_t count);

  void begin_group();
  void keep_group();
  void undo_group();

  [[nodiscard]] Bytes dump() const;
  // f("registry.blocks", table) for every table of the dump, in its order; before the first stands one byte, the dump's version.
  template <class F> void each_table(F&& f) const {
    each(*this, [&](const std::string& name, const auto& table) {
      using T = std::decay_t<decltype(table)>;
      if constexpr (std::is_same_v<T, registry::Registry>) {
        table.each_table([&](const char* inner, const auto& t) { f(name + "." + inner, t); });
      } else if constexpr (std::is_same_v<T, project::Cases>) {
        project::Cases::each(table, [&](const char* inner, const auto& t) { f(name + "." + inner, t); });
      } else {
        f(name, table);
      }
    });
  }
  static Result<State> load(BytesView dump);
  [[nodiscard]] Hash state_hash() const;
  // Conservation and everything else that must hold; one sentence per finding.
  [[nodiscard]] std::vector<std::string> check() const;

 private:
  Result<void> check_time(const Act&) const;
  Result<void> check_role(const AnyCommand&, const Act&) const;
  Result<void> check_appointing(Role, const Act&) const;
  [[nodiscard]] bool by_secretariat(const Act&) const;
  // Whether that role is meant for this act, whoever has it; whether the actor has it by a grant; whether that person may lend it.
  [[nodiscard]] bool serves(Role, const AnyCommand&, const Act&) const;
  [[nodiscard]] bool holds(Role, const AnyCommand&, const Act&) const;
  [[nodiscard]] bool lends(PersonId, OrganisationNumber, Role) const;
  [[nodiscard]] bool is_supporter(PersonId) const;
  [[nodiscard]] Result<registry::IssueLine> issue_line(const registry::Issue&) const;
  Result<AnyOutcome> decide_own(const AnyCommand&, const Act&, const Rules&) const;
  // What needs more than one room, or the scheme's own tables: in the files of their subject.
  // scheme_conduct.cc
  [[nodiscard]] Result<NoOutcome> decide_here(const CorrectEntry&, const Act&, const Rules&) const;
  void apply_here(const CorrectEntry&, const NoOutcome&, const Act&);
  [[nodiscard]] Result<DeadlinesPassed> decide_here(const PassDeadlines&, const Act&, const Rules&) const;
  void apply_here(const PassDeadlines&, const DeadlinesPassed&, const Act&);
  [[nodiscard]] Result<NoOutcome> decide_here(const RecordSuccession&, const Act&, const Rules&) const;
  void apply_here(const RecordSuccession&, const NoOutcome&, const Act&);
  [[nodiscard]] Result<project::NoOutcome> decide_here(const project::SettleObligation&, const Act&, const Rules&) const;
  void apply_here(const project::SettleObligation&, const project::NoOutcome&, const Act&);
  [[nodiscard]] Result<void> check_committee_members(const std::vector<PersonId>& members) const;
  // scheme_methodology_life.cc
  [[nodiscard]] Result<MethodologyProposed> decide_here(const ProposeMethodology&, const Act&, const Rules&) const;
  void apply_here(const ProposeMethodology&, const MethodologyProposed&, const Act&);
  [[nodiscard]] Result<NoOutcome> decide_here(const ReviewMethodology&, const Act&, const Rules&) const;
  void apply_here(const ReviewMethodology&, const NoOutcome&, const Act&);
  [[nodiscard]] Result<NoOutcome> decide_here(const OpenComment&, const Act&, const Rules&) const;
  void apply_here(const OpenComment&, const NoOutcome&, const Act&);
  [[nodiscard]] Result<NoOutcome> decide_here(const CloseComment&, const Act&, const Rules&) const;
  void apply_here(const CloseComment&, const NoOutcome&, const Act&);
  [[nodiscard]] Result<NoOutcome> decide_here(const DecideMethodology&, const Act&, const Rules&) const;
  void apply_here(const DecideMethodology&, const NoOutcome&, const Act&);
  [[nodiscard]] Result<NoOutcome> decide_here(const AbolishMethodology&, const Act&, const Rules&) const;
  void apply_here(const AbolishMethodology&, const NoOutcome&, const Act&);
  [[nodiscard]] bool adopted_family(const std::string& family) const;
  [[nodiscard]] Result<const ProposalRow*> find_proposal(std::uint32_t proposal, std::initializer_list<ProposalStage> needed) const;
  [[nodiscard]] Result<void> check_in_force(const std::string& number) const;
  [[nodiscard]] Result<void> check_approved(const AdoptRulebook&) const;
  [[nodiscard]] Result<void> check_not_abolished(const AnyCommand&, const Act&) const;
  [[nodiscard]] Result<void> check_proposal_decidable(std::uint32_t proposal) const;
  void note_adoption(const AdoptRulebook&, std::uint32_t adoption, const Act&);
  // scheme_authority.cc
  [[nodiscard]] Result<Delegate::Outcome> decide_here(const Delegate&, const Act&, const Rules&) const;
  void apply_here(const Delegate&, const Delegate::Outcome&, const Act&);
  [[nodiscard]] Result<EndDelegation::Outcome> decide_here(const EndDelegation&, const Act&, const Rules&) const;
  void apply_here(const EndDelegation&, const EndDelegation::Outcome&, const Act&);
  [[nodiscard]] Result<RotateLogKey::Outcome> decide_here(const RotateLogKey&, const Act&, const Rules&) const;
  void apply_here(const RotateLogKey&, const RotateLogKey::Outcome&, const Act&);
  [[nodiscard]] Result<Rekey::Outcome> decide_here(const Rekey&, const Act&, const Rules&) const;
  void apply_here(const Rekey&, const Rekey::Outcome&, const Act&);
  [[nodiscard]] Result<NewEpoch::Outcome> decide_here(const NewEpoch&, const Act&, const Rules&) const;
  void apply_here(const NewEpoch&, const NewEpoch::Outcome&, const Act&);
  [[nodiscard]] Result<EraseSealed::Outcome> decide_here(const EraseSealed&, const Act&, const Rules&) const;
  void apply_here(const EraseSealed&, const EraseSealed::Outcome&, const Act&);
  [[nodiscard]] Result<LapseOffers::Outcome> decide_here(const LapseOffers&, const Act&, const Rules&) const;
  void apply_here(const LapseOffers&, const LapseOffers::Outcome&, const Act&);
  // scheme_registry.cc
  [[nodiscard]] Result<registry::SetAccountControl::Outcome> decide_here(const registry::SetAccountControl&, const Act&, const Rules&) const;
  [[nodiscard]] Result<registry::SucceedAccount::Outcome> decide_here(const registry::SucceedAccount&, const Act&, const Rules&) const;
  [[nodiscard]] Result<registry::CorrectRecord::Outcome> decide_here(const registry::CorrectRecord&, const Act&, const Rules&) const;
  [[nodiscard]] Result<registry::RestrictUnits::Outcome> decide_here(const registry::RestrictUnits&, const Act&, const Rules&) const;
  [[nodiscard]] Result<void> check_trust(const std::vector<AnyCommand>& group, OrganisationNumber on_behalf_of) const;
  [[nodiscard]] Result<registry::ApplyRetirement::Outcome> decide_here(const registry::ApplyRetirement&, const Act&, const Rules&) const;
  [[nodiscard]] Result<registry::ExecuteRetirement::Outcome> decide_here(const registry::ExecuteRetirement&, const Act&, const Rules&) const;
  [[nodiscard]] Result<registry::RecordSite::Outcome> decide_here(const registry::RecordSite&, const Act&, const Rules&) const;
  [[nodiscard]] Result<registry::ReleaseBuffer::Outcome> decide_here(const registry::ReleaseBuffer&, const Act&, const Rules&) const;
  [[nodiscard]] Result<registry::FileAccountDocuments::Outcome> decide_here(const registry::FileAccountDocuments&, const Act&, const Rules&) const;
  // scheme_opening.cc
  [[nodiscard]] Result<ProjectOpened> decide_here(const OpenProject&, const Act&, const Rules&) const;
  void apply_here(const OpenProject&, const ProjectOpened&, const Act&);
  [[nodiscard]] Result<CertificationOpened> decide_here(const OpenCertification&, const Act&, const Rules&) const;
  void apply_here(const OpenCertification&, const CertificationOpened&, const Act&);
  [[nodiscard]] Result<NoOutcome> decide_here(const CloseOpening&, const Act&, const Rules&) const;
  void apply_here(const CloseOpening&, const NoOutcome&, const Act&);
  [[nodiscard]] Result<registry::BatchOpened> decide_here(const registry::OpenBatch&, const Act&, const Rules&) const;
  void apply_here(const registry::OpenBatch&, const registry::BatchOpened&, const Act&);
  [[nodiscard]] Result<registry::RetirementOpened> decide_here(const registry::OpenRetirement&, const Act&, const Rules&) const;
  void apply_here(const registry::OpenRetirement&, const registry::RetirementOpened&, const Act&);
  // scheme_forest.cc
  [[nodiscard]] Result<registry::RetirementOpened> decide_here(const registry::DrawBuffer&, const Act&, const Rules&) const;
  void apply_here(const registry::DrawBuffer&, const registry::RetirementOpened&, const Act&);
  [[nodiscard]] Result<project::ReversalRecorded> decide_here(const project::RecordReversal&, const Act&, const Rules&) const;
  void apply_here(const project::RecordReversal&, const project::ReversalRecorded&, const Act&);
  // A forest's certification, once issued: its share lies in the buffer, no more and no less.
  [[nodiscard]] Result<void> check_buffer(CertificationNumber certification) const;

  Table<std::uint32_t, MetaRow> meta_;
  Table<OrganisationNumber, OrganisationRow> organisations_;
  Table<GrantKey, GrantRow> grants_;
  Table<std::uint32_t, AdoptionRow> adoptions_;
  LargeTable<KeyRef, KeyRow> keys_;
  registry::Registry registry_;
  project::Cases cases_;
  Table<ProjectNumber, OpenedProjectRow> opened_projects_;
  Table<CertificationNumber, OpenedCertificationRow> opened_certifications_;
  Table<std::uint32_t, OpeningRow> opening_;
  Table<std::uint32_t, ProposalRow> proposals_;
  Table<std::string, AbolitionRow> abolitions_;
  Authority authority_;
  // What stands in the dump, in its order.
  template <class Self, class F> static void each(Self& s, F&& f) {
    f("meta", s.meta_), f("organisations", s.organisations_), f("grants", s.grants_), f("adoptions", s.adoptions_), f("keys", s.keys_);
    f("registry", s.registry_), f("cases", s.cases_), f("opened_projects", s.opened_projects_);
    f("opened_certifications", s.opened_certifications_), f("opening", s.opening_), f("proposals", s.proposals_), f("abolitions", s.abolitions_);
    Authority::each(s.authority_, f);
  }
  // Derived, not dumped.
  struct KeyAge {
    Instant at;
    KeyRef ref;
  };
  Queue<KeyAge> key_ages_;  // oldest first: the state's time never goes back
  Table<std::string, OrganisationNumber> by_corporate_number_;
  Table<std::pair<std::string, std::string>, ProjectNumber> by_list_number_;  // of opened projects
  Table<std::pair<std::uint64_t, std::string>, CertificationNumber> by_certification_number_;  // of opened certifications, within a project
  template <class Self, class F> static void each_index(Self& s, F&& f) {
    f(s.key_ages_), f(s.by_corporate_number_), f(s.by_list_number_), f(s.by_certification_number_);
  }
  Result<void> check_opening() const;
  // While a group is decided. A transfer changes the registry, the keys and the time; the other tables join at the first other command.
  bool in_group_ = false;
  bool all_in_group_ = false;
  Instant now_before_;  // of the group
  template <class Self, class F> static void each_hot(Self& s, F&& f) { f(s.registry_), f(s.keys_), f(s.key_ages_); }
};

// Any of which may give the command; empty = nobody, or everybody: time gives it.
[[nodiscard]] const std::vector<Role>& roles_of(const AnyCommand&);
// "Transfer"
[[nodiscard]] std::string_view name_of(const AnyCommand&);
[[nodiscard]] std::uint16_t type_of(const AnyCommand&);
[[nodiscard]] std::uint16_t version_of(const AnyCommand&);
// Attempts to use up credits or to decide: refused ones go to the security log.
[[nodiscard]] bool is_watched(const AnyCommand&);
// The command to use instead of one that is only read any more: ApplyRetirement for RequestRetirement; "" = this one is taken in.
[[nodiscard]] std::string_view replaced_by(const AnyCommand&);
// Whether the acting organisation is a party's matter in the entry's header.
[[nodiscard]] bool organisation_is_party(const AnyCommand&);
// SHA-256 over the acting person, then type, version and every field of each command, as they were sent.
[[nodiscard]] Hash fingerprint_of(std::span<const AnyCommand>, PersonId actor);

struct Bodies {
  Bytes open;
  Bytes party;
};
[[nodiscard]] Bodies encode_bodies(const AnyCommand&, const AnyOutcome&);
// The same bytes behind what the two hold already.
void encode_bodies(const AnyCommand&, const AnyOutcome&, ByteWriter& open, ByteWriter& party);
// Refuses an unknown type or version (false) and throws CodecError on bytes that are not canonical.
[[nodiscard]] bool decode_bodies(std::uint16_t type, std::uint16_t version, BytesView open, BytesView party, AnyCommand& command, AnyOutcome& outcome);

}  // namespace sumi::scheme
