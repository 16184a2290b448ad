// Every command of the scheme, with its type number, version and outcome: the vocabulary of the journal. Data only: it needs base,
// and sumi-verify reads it too.
//
// Type numbers are never reused; a changed field list is a new version. `tests/golden/` keeps an entry of every type and version.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "project/commands.h"
#include "project/member_commands.h"
#include "project/permanence_commands.h"
#include "project/support_commands.h"
#include "project/work_commands.h"
#include "registry/account_commands.h"
#include "registry/article6_commands.h"
#include "registry/commands.h"
#include "registry/import_commands.h"
#include "registry/transfer_commands.h"
#include "registry/use_commands.h"
#include "scheme/authority_commands.h"
#include "scheme/methodology_commands.h"
#include "scheme/no_outcome.h"
#include "scheme/opening_commands.h"

namespace sumi::scheme {

enum class StoreKind : std::uint8_t { production = 1, demo = 2, training = 3 };
// What a person may do for an organisation. Four eyes compare persons and legal entities.
enum class Role : std::uint8_t {
  administrator = 1,   // of the store: its console
  secretariat = 2,     // 制度事務局
  committee = 3,       // 認証委員会
  verifier = 4,        // 審査機関
  proponent = 5,       // プロジェクト実施者
  account_manager = 6, // 口座担当者
  approver = 7,        // second person of a retirement
  auditor = 8,
  ministry = 9,        // of the authority of a rule pack family
  programme_operator = 10, // 運営・管理者: what a proponent does for the project and its members
  agent = 11,          // 代理人: acts for accounts that appointed the firm, never for the firm's own
  supporter = 12,      // 支援機関: helps with a plan, only for an organisation that delegated it
};

// type 1: the first entry of a store (decision 7).
struct OpenStore {
  using Outcome = NoOutcome;
  Id128 store;
  StoreKind kind = StoreKind::demo;
  Hash log_key;              // Ed25519 public key of the log
  std::string operator_name; // legal name of who runs the store
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "store", s.store);
    v(Part::open, "kind", s.kind);
    v(Part::open, "log_key", s.log_key);
    v(Part::open, "operator_name", s.operator_name);
  }
};
struct OrganisationRegistered {
  OrganisationNumber organisation;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "organisation", s.organisation); }
};
// type 2. A legal entity's name and number are public; natural persons cannot be registered.
struct RegisterOrganisation {
  using Outcome = OrganisationRegistered;
  std::string corporate_number;  // 13 digits; "" for a foreign entity
  std::string name;
  std::string name_kana;
  OrganisationNumber parent;
  OrganisationNumber predecessor;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "corporate_number", s.corporate_number);
    v(Part::open, "name", s.name);
    v(Part::open, "name_kana", s.name_kana);
    v(Part::open, "parent", s.parent);
    v(Part::open, "predecessor", s.predecessor);
  }
};
// type 3: names are dated; the old one stays.
struct RenameOrganisation {
  using Outcome = NoOutcome;
  OrganisationNumber organisation;
  std::string name;
  Date from;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "organisation", s.organisation);
    v(Part::open, "name", s.name);
    v(Part::open, "from", s.from);
  }
};
// type 4
struct Grant {
  using Outcome = NoOutcome;
  PersonId person;
  OrganisationNumber organisation;
  Role role = Role::auditor;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "person", s.person);
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "role", s.role);
  }
};
// type 5
struct Revoke {
  using Outcome = NoOutcome;
  PersonId person;
  OrganisationNumber organisation;
  Role role = Role::auditor;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "person", s.person);
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "role", s.role);
  }
};
struct RulebookAdopted {
  std::uint32_t adoption = 0;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "adoption", s.adoption); }
};
// type 6: by the family's own authority (decision 8). The manifest covers all packs in force after it.
struct AdoptRulebook {
  using Outcome = RulebookAdopted;
  std::string family;
  std::string edition;
  Hash pack;
  Hash manifest;
  Date effective;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "family", s.family);
    v(Part::open, "edition", s.edition);
    v(Part::open, "pack", s.pack);
    v(Part::open, "manifest", s.manifest);
    v(Part::open, "effective", s.effective);
  }
};
struct TimeAdvanced {
  std::vector<RetirementNumber> lapsed;
  std::uint64_t forgotten_keys = 0;  // idempotency keys whose time is over
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "lapsed", s.lapsed);
    v(Part::party, "forgotten_keys", s.forgotten_keys);
  }
};
// type 7: written only when something is due (decision 3). The header's time is the time it advances to.
struct AdvanceTime {
  using Outcome = TimeAdvanced;
  template <class Self, class V> static void fields(Self&, V&) {}
};
// type 8: a key with which an organisation signs outside (a verifier's statement).
struct RegisterKey {
  using Outcome = NoOutcome;
  OrganisationNumber organisation;
  Hash public_key;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "organisation", s.organisation);
    v(Part::open, "public_key", s.public_key);
  }
};
struct DeadlinePassed {
  ProjectNumber project;
  std::uint32_t report = 0;  // or the year of a permanence report, or the proposal of a comment
  std::string what;  // return, permanence, comment ...
  Date deadline;     // the last day
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "what", s.what);
    v(Part::open, "deadline", s.deadline);
  }
};
struct DeadlinesPassed {
  std::vector<DeadlinePassed> passed;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "passed", s.passed);
  }
};
// type 14. Written by time, as AdvanceTime is: answers that were not given, reports that did not come.
struct PassDeadlines {
  using Outcome = DeadlinesPassed;
  template <class Self, class V> static void fields(Self&, V&) {}
};
// type 13. A clerical error is mended by a counter-entry that names the entry; no figure can be changed so.
struct CorrectEntry {
  using Outcome = NoOutcome;
  SequenceNumber entry;  // that was wrong
  ProjectNumber project;
  OrganisationNumber organisation;
  std::string field;  // title, place; name_kana
  std::string wrong;  // as it stands
  std::string right;
  std::string ground;
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "entry", s.entry);
    v(Part::open, "project", s.project);
    v(Part::open, "organisation", s.organisation);
    v(Part::open, "field", s.field);
    v(Part::open, "wrong", s.wrong);
    v(Part::open, "right", s.right);
    v(Part::open, "ground", s.ground);
    v(Part::open, "document", s.document);
  }
};
enum class SuccessionKind : std::uint8_t { merger = 1, business_transfer = 2, insolvency = 3 };
// type 15. The successor becomes proponent of every project in which the other is; what is certified keeps its makers.
struct RecordSuccession {
  using Outcome = NoOutcome;
  OrganisationNumber organisation;
  OrganisationNumber successor;
  SuccessionKind kind = SuccessionKind::merger;
  Date on;
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "organisation", s.organisation);
    v(Part::open, "successor", s.successor);
    v(Part::open, "kind", s.kind);
    v(Part::open, "on", s.on);
    v(Part::open, "document", s.document);
  }
};
// The list: type number, version, struct. It is the only place that joins them.
#define SUMI_COMMANDS(X) \
  X(1, 1, OpenStore) \
  X(2, 1, RegisterOrganisation) \
  X(3, 1, RenameOrganisation) \
  X(4, 1, Grant) \
  X(5, 1, Revoke) \
  X(6, 1, AdoptRulebook) \
  X(7, 1, AdvanceTime) \
  X(8, 1, RegisterKey) \
  X(9, 1, Delegate) \
  X(10, 1, RotateLogKey) \
  X(11, 1, Rekey) \
  X(12, 1, NewEpoch) \
  X(13, 1, CorrectEntry) \
  X(14, 1, PassDeadlines) \
  X(15, 1, RecordSuccession) \
  X(16, 1, EraseSealed) \
  X(17, 1, EndDelegation) \
  X(18, 1, LapseOffers) \
  X(20, 1, registry::RequestAccount) \
  X(21, 1, registry::DecideAccount) \
  X(22, 1, registry::CloseAccount) \
  X(23, 1, registry::SetAccountControl) \
  X(24, 1, registry::SuspendAccount) \
  X(25, 1, registry::SucceedAccount) \
  X(26, 1, registry::AppointAgent) \
  X(27, 1, registry::DismissAgent) \
  X(28, 1, registry::FileAccountDocuments) \
  X(30, 1, registry::Issue) \
  X(31, 1, registry::OpenBatch) \
  X(32, 1, registry::OpenRetirement) \
  X(33, 1, registry::RecordAdjustment) \
  X(34, 1, registry::ImportUnits) \
  X(35, 1, registry::ExpireUnits) \
  X(36, 1, registry::ReleaseBuffer) \
  X(38, 1, registry::AuthoriseUnits) \
  X(39, 1, registry::RecordFirstTransfer) \
  X(40, 1, registry::Transfer) \
  X(41, 1, registry::RequestRetirement) \
  X(42, 1, registry::ConfirmRetirement) \
  X(43, 1, registry::WithdrawRetirement) \
  X(44, 1, registry::SetLabel) \
  X(45, 1, registry::DrawBuffer) \
  X(46, 1, registry::OfferTransfer) \
  X(47, 1, registry::ConfirmOffer) \
  X(48, 1, registry::AcceptOffer) \
  X(49, 1, registry::EndOffer) \
  X(50, 1, registry::AskReturn) \
  X(51, 1, registry::DecideReturn) \
  X(52, 1, registry::CorrectRecord) \
  X(53, 1, registry::ApplyRetirement) \
  X(54, 1, registry::RestrictUnits) \
  X(55, 1, registry::LiftRestriction) \
  X(56, 1, registry::ExecuteRetirement) \
  X(57, 1, registry::DivideRetirement) \
  X(58, 1, registry::RecordSite) \
  X(59, 1, registry::WithdrawAuthorisation) \
  X(60, 1, project::DraftProject) \
  X(61, 1, project::RevisePlan) \
  X(62, 1, project::SubmitForValidation) \
  X(63, 1, project::RecordValidation) \
  X(64, 1, project::ApplyForRegistration) \
  X(65, 1, project::DecideRegistration) \
  X(66, 1, project::SubmitReport) \
  X(67, 1, project::RecordVerification) \
  X(68, 1, project::ApplyForCertification) \
  X(69, 1, project::DecideCertification) \
  X(70, 1, project::OpenRound) \
  X(71, 1, project::PutOnDocket) \
  X(72, 1, project::Recuse) \
  X(73, 1, project::CloseRound) \
  X(75, 1, project::RecordAccreditation) \
  X(76, 1, project::DeclareInterests) \
  X(77, 1, project::RaiseFinding) \
  X(78, 1, project::AnswerFinding) \
  X(79, 1, project::CloseFinding) \
  X(80, 1, project::AdmitMembers) \
  X(81, 1, project::ChangeMember) \
  X(82, 1, project::DecideMatch) \
  X(83, 1, project::EraseMember) \
  X(84, 1, project::FixMemberList) \
  X(85, 1, project::DrawSample) \
  X(90, 1, project::RecordSiteVisit) \
  X(91, 1, project::ReturnForCorrection) \
  X(92, 1, project::AnswerReturn) \
  X(94, 1, project::ProposeChange) \
  X(95, 1, project::ValidateChange) \
  X(96, 1, project::DecideChange) \
  X(98, 1, project::WithdrawProject) \
  X(99, 1, project::Appeal) \
  X(100, 1, project::DecideAppeal) \
  X(101, 1, project::RecordOverIssuance) \
  X(102, 1, project::SettleObligation) \
  X(104, 1, project::HoldProject) \
  X(110, 1, project::SetForestTerms) \
  X(111, 1, project::ReportPermanence) \
  X(112, 1, project::RecordReversal) \
  X(120, 1, project::ApplyForSupport) \
  X(121, 1, project::DecideSupport) \
  X(122, 1, project::RecordFollowUp) \
  X(124, 1, AbolishMethodology) \
  X(125, 1, ProposeMethodology) \
  X(126, 1, ReviewMethodology) \
  X(127, 1, OpenComment) \
  X(128, 1, CloseComment) \
  X(129, 1, DecideMethodology) \
  X(130, 1, OpenProject) \
  X(131, 1, OpenCertification) \
  X(132, 1, CloseOpening)

template <class C> struct CommandType;
#define SUMI_COMMAND_TYPE(number_, version_, Struct)         \
  template <> struct CommandType<Struct> {                   \
    static constexpr std::uint16_t number = number_;         \
    static constexpr std::uint16_t version = version_;       \
    static constexpr std::string_view name = #Struct;        \
  };
SUMI_COMMANDS(SUMI_COMMAND_TYPE)
#undef SUMI_COMMAND_TYPE

// "Transfer", without its room.
template <class C>
[[nodiscard]] constexpr std::string_view command_name() {
  constexpr std::string_view full = CommandType<C>::name;
  constexpr auto colon = full.rfind(':');
  return colon == std::string_view::npos ? full : full.substr(colon + 1);
}

// Calls f(C{}) for the command of that type and version; false if there is none (an unknown entry refuses to open).
template <class F>
bool with_command_type(std::uint16_t type, std::uint16_t version, F&& f) {
#define SUMI_COMMAND_CASE(number_, version_, Struct) \
  if (type == (number_) && version == (version_)) {  \
    f(Struct{});                                     \
    return true;                                     \
  }
  SUMI_COMMANDS(SUMI_COMMAND_CASE)
#undef SUMI_COMMAND_CASE
  return false;
}

// An entry's bodies: the open (public) fields of command and outcome, and the party fields of command and outcome.
template <class C>
void decode_bodies(C& command, typename C::Outcome& outcome, BytesView open_body, BytesView party_body) {
  ByteReader open(open_body);
  PartDecoder od{open, Part::open};
  C::fields(command, od);
  C::Outcome::fields(outcome, od);
  open.expect_end();
  ByteReader party(party_body);
  PartDecoder pd{party, Part::party};
  C::fields(command, pd);
  C::Outcome::fields(outcome, pd);
  party.expect_end();
}

}  // namespace sumi::scheme
