#include "scheme/scheme.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <stdexcept>

#include "base/limits.h"
#include "base/sha256.h"
#include "base/text.h"
#include "scheme/names.h"
#include "scheme/words.h"

namespace sumi::scheme {
namespace {

constexpr std::uint8_t dump_version = 6;

// Which outcome belongs to which command is written once, in the command (Outcome).
template <class C>
const typename C::Outcome& outcome_of(const AnyOutcome& outcome) {
  return std::get<typename C::Outcome>(outcome);
}

// Bounds every text of a command, so that no entry outgrows its limit by one field.
struct LengthCheck {
  std::string field;
  std::size_t length = 0;
  std::string unreadable;  // the first text with control characters or broken UTF-8
  template <class T>
  void operator()(Part, const char* name, const T& v) {
    if constexpr (std::is_same_v<T, std::string>) {
      if (v.size() > limits::name_bytes_max && field.empty()) {
        field = name;
        length = v.size();
      }
      const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
      if (unreadable.empty() && (std::any_of(v.begin(), v.end(), control) || !valid_utf8(v))) unreadable = name;
    } else if constexpr (is_vector<T>::value) {
      for (const auto& e : v) {
        if constexpr (std::is_same_v<typename T::value_type, std::string> || Described<typename T::value_type>) (*this)(Part::open, name, e);
      }
    } else if constexpr (is_optional<T>::value) {
      if (v) (*this)(Part::open, name, *v);
    } else if constexpr (Described<T>) {
      T::fields(v, *this);
    }
  }
};

template <class... T>
struct Overload : T... {
  using T::operator()...;
};

// Who may, by the command's type alone: asked once per type. The store's administrator at its console may do what the secretariat may.
std::vector<Role> roles_for(const AnyCommand& command) {
  return std::visit(
      Overload{
          [](const OpenStore&) { return std::vector<Role>{}; },
          [](const AdvanceTime&) { return std::vector<Role>{}; },
          [](const RegisterOrganisation&) { return std::vector{Role::secretariat}; },
          [](const RenameOrganisation&) { return std::vector{Role::secretariat}; },
          [](const Grant&) { return std::vector{Role::secretariat}; },
          [](const Revoke&) { return std::vector{Role::secretariat}; },
          [](const AdoptRulebook&) { return std::vector{Role::ministry}; },
          [](const RegisterKey&) { return std::vector{Role::verifier, Role::account_manager, Role::proponent}; },
          [](const registry::RequestAccount&) { return std::vector{Role::account_manager, Role::secretariat}; },
          [](const registry::DecideAccount&) { return std::vector{Role::secretariat}; },
          [](const registry::CloseAccount&) { return std::vector{Role::account_manager}; },
          [](const registry::Issue&) { return std::vector{Role::secretariat}; },
          [](const registry::Transfer&) { return std::vector{Role::account_manager, Role::agent}; },
          [](const registry::RequestRetirement&) { return std::vector{Role::account_manager, Role::agent}; },
          [](const registry::ConfirmRetirement&) { return std::vector{Role::account_manager, Role::approver}; },
          [](const registry::WithdrawRetirement&) { return std::vector{Role::account_manager, Role::agent}; },
          [](const registry::SetLabel&) { return std::vector{Role::secretariat}; },
          [](const project::RecordValidation&) { return std::vector{Role::verifier}; },
          [](const project::RecordVerification&) { return std::vector{Role::verifier}; },
          [](const project::DecideRegistration&) { return std::vector{Role::committee}; },
          [](const project::DecideCertification&) { return std::vector{Role::committee}; },
          [](const PassDeadlines&) { return std::vector<Role>{}; },
          [](const CorrectEntry&) { return std::vector{Role::secretariat}; },
          [](const RecordSuccession&) { return std::vector{Role::secretariat}; },
          [](const registry::OpenBatch&) { return std::vector{Role::secretariat}; },
          [](const registry::OpenRetirement&) { return std::vector{Role::secretariat}; },
          [](const registry::DrawBuffer&) { return std::vector{Role::secretariat}; },
          [](const OpenProject&) { return std::vector{Role::secretariat}; },
          [](const OpenCertification&) { return std::vector{Role::secretariat}; },
          [](const CloseOpening&) { return std::vector{Role::secretariat}; },
          [](const ProposeMethodology&) { return std::vector{Role::proponent, Role::secretariat, Role::ministry}; },
          [](const ReviewMethodology&) { return std::vector{Role::secretariat}; },
          [](const OpenComment&) { return std::vector{Role::secretariat}; },
          [](const CloseComment&) { return std::vector{Role::secretariat}; },
          [](const DecideMethodology&) { return std::vector{Role::committee}; },
          [](const AbolishMethodology&) { return std::vector{Role::committee}; },
          [](const Delegate&) { return std::vector{Role::account_manager, Role::proponent, Role::programme_operator, Role::agent, Role::verifier, Role::approver, Role::secretariat}; },
          [](const EndDelegation&) { return std::vector{Role::account_manager, Role::proponent, Role::programme_operator, Role::agent, Role::verifier, Role::approver, Role::secretariat}; },
          [](const RotateLogKey&) { return std::vector{Role::administrator}; },
          [](const Rekey&) { return std::vector{Role::administrator}; },
          [](const NewEpoch&) { return std::vector{Role::administrator}; },
          [](const EraseSealed&) { return std::vector{Role::secretariat, Role::account_manager, Role::proponent, Role::programme_operator, Role::verifier}; },
          [](const LapseOffers&) { return std::vector<Role>{}; },
          [](const registry::FileAccountDocuments&) { return std::vector{Role::account_manager, Role::secretariat}; },
          [](const registry::SetAccountControl&) { return std::vector{Role::account_manager, Role::secretariat}; },
          [](const registry::SuspendAccount&) { return std::vector{Role::secretariat}; },
          [](const registry::SucceedAccount&) { return std::vector{Role::secretariat}; },
          [](const registry::AppointAgent&) { return std::vector{Role::account_manager}; },
          [](const registry::DismissAgent&) { return std::vector{Role::account_manager}; },
          [](const registry::OfferTransfer&) { return std::vector{Role::account_manager, Role::agent}; },
          [](const registry::ConfirmOffer&) { return std::vector{Role::account_manager, Role::approver}; },
          [](const registry::AcceptOffer&) { return std::vector{Role::account_manager, Role::agent}; },
          [](const registry::EndOffer&) { return std::vector{Role::account_manager, Role::agent}; },
          [](const registry::AskReturn&) { return std::vector{Role::account_manager}; },
          [](const registry::DecideReturn&) { return std::vector{Role::account_manager}; },
          [](const registry::CorrectRecord&) { return std::vector{Role::secretariat}; },
          [](const registry::RestrictUnits&) { return std::vector{Role::secretariat, Role::account_manager}; },  // a manager: trusts alone
          [](const registry::LiftRestriction&) { return std::vector{Role::secretariat}; },
          [](const registry::DivideRetirement&) { return std::vector{Role::account_manager}; },
          [](const registry::RecordSite&) { return std::vector{Role::proponent, Role::programme_operator, Role::secretariat}; },
          [](const registry::ImportUnits&) { return std::vector{Role::secretariat}; },
          [](const registry::ExpireUnits&) { return std::vector{Role::secretariat}; },
          [](const registry::ReleaseBuffer&) { return std::vector{Role::secretariat}; },
          [](const registry::AuthoriseUnits&) { return std::vector{Role::ministry, Role::secretariat}; },
          [](const registry::WithdrawAuthorisation&) { return std::vector{Role::ministry, Role::secretariat}; },
          [](const registry::RecordFirstTransfer&) { return std::vector{Role::ministry, Role::secretariat}; },
          [](const registry::RecordAdjustment&) { return std::vector{Role::ministry, Role::secretariat}; },
          [](const registry::ApplyRetirement&) { return std::vector{Role::account_manager, Role::agent}; },
          [](const registry::ExecuteRetirement&) { return std::vector{Role::account_manager, Role::approver}; },
          [](const project::OpenRound&) { return std::vector{Role::secretariat, Role::committee}; },
          [](const project::PutOnDocket&) { return std::vector{Role::secretariat}; },
          [](const project::Recuse&) { return std::vector{Role::committee, Role::secretariat}; },
          [](const project::CloseRound&) { return std::vector{Role::secretariat, Role::committee}; },
          [](const project::RecordAccreditation&) { return std::vector{Role::secretariat}; },
          [](const project::DeclareInterests&) { return std::vector{Role::verifier}; },
          [](const project::RaiseFinding&) { return std::vector{Role::verifier}; },
          [](const project::CloseFinding&) { return std::vector{Role::verifier}; },
          [](const project::RecordSiteVisit&) { return std::vector{Role::verifier}; },
          [](const project::ReturnForCorrection&) { return std::vector{Role::secretariat}; },
          [](const project::ValidateChange&) { return std::vector{Role::verifier}; },
          [](const project::DecideChange&) { return std::vector{Role::committee}; },
          [](const project::DecideAppeal&) { return std::vector{Role::committee}; },
          [](const project::RecordOverIssuance&) { return std::vector{Role::secretariat, Role::verifier}; },
          [](const project::SettleObligation&) { return std::vector{Role::secretariat}; },
          [](const project::HoldProject&) { return std::vector{Role::secretariat}; },
          [](const project::DecideMatch&) { return std::vector{Role::secretariat}; },
          [](const project::DrawSample&) { return std::vector{Role::proponent, Role::programme_operator, Role::verifier}; },
          [](const project::FixMemberList&) { return std::vector{Role::proponent, Role::programme_operator, Role::verifier}; },
          [](const project::RecordReversal&) { return std::vector{Role::proponent, Role::programme_operator, Role::secretariat}; },
          [](const project::DecideSupport&) { return std::vector{Role::secretariat}; },
          [](const project::RecordFollowUp&) { return std::vector{Role::secretariat}; },
          [](const project::DraftProject&) { return std::vector{Role::proponent, Role::programme_operator, Role::supporter}; },
          [](const project::RevisePlan&) { return std::vector{Role::proponent, Role::programme_operator, Role::supporter}; },
          [](const project::ApplyForSupport&) { return std::vector{Role::proponent, Role::programme_operator, Role::supporter}; },
          [](const auto&) { return std::vector{Role::proponent, Role::programme_operator}; },
      },
      command);
}

template <std::size_t... Type>
std::array<std::vector<Role>, sizeof...(Type)> all_roles(std::index_sequence<Type...>) {
  return {roles_for(AnyCommand(std::in_place_index<Type>))...};
}
}  // namespace
const std::vector<Role>& roles_of(const AnyCommand& command) {
  static const auto roles = all_roles(std::make_index_sequence<std::variant_size_v<AnyCommand>>{});
  return roles[command.index()];
}
namespace {

// Free words would stand in the public part for ever; a ground is a key of the rulebook.
Result<void> check_ground(const std::string& ground, const Rules& rules) {
  if (ground.empty() || rules.committee_grounds.contains(ground)) return {};
  std::string known;
  for (const auto& key : rules.committee_grounds) known += (known.empty() ? "" : ", ") + key;
  return fail(errors::committee_ground_unknown, {{"ground", ground}, {"known", known}});
}


}  // namespace

const std::string& OrganisationRow::name_on(Date day) const {
  const DatedName* found = &names.front();
  for (const auto& name : names) {
    if (name.from <= day) found = &name;
  }
  return found->name;
}

const MetaRow& State::meta() const {
  static const MetaRow none;
  const auto* row = meta_.find(0);
  return row != nullptr ? *row : none;
}

bool State::has_role(PersonId person, OrganisationNumber organisation, Role role) const { return grants_.find({person, organisation, role}) != nullptr; }

std::optional<OrganisationNumber> State::organisation_by_corporate_number(std::string_view number) const {
  const auto* found = by_corporate_number_.find(std::string(number));
  return found != nullptr ? std::optional(*found) : std::nullopt;
}

// One family: both descend from one organisation, or one from the other, by parents, predecessors and mergers alike.
// The search ends: nobody is visited twice.
bool State::related(OrganisationNumber a, OrganisationNumber b) const {
  const auto family = [this](OrganisationNumber of) {
    std::set<OrganisationNumber> seen{of};
    std::vector<OrganisationNumber> open{of};
    while (!open.empty()) {
      const auto open_of = open.back();
      const auto* row = organisations_.find(open_of);
      open.pop_back();
      if (row == nullptr) continue;
      for (const auto next : {row->parent, row->predecessor}) {
        if (next && seen.insert(next).second) open.push_back(next);
      }
      // Whom it took in by a merger.
      const auto& successions = cases_.conduct.successions;
      for (auto it = successions.lower_bound({open_of, {}}); it != successions.end() && it->first.successor == open_of; ++it) {
        const bool merged = it->second.kind == static_cast<std::uint8_t>(SuccessionKind::merger);
        if (merged && seen.insert(it->first.organisation).second) open.push_back(it->first.organisation);
      }
    }
    return seen;
  };
  const auto of_a = family(a);
  const auto of_b = family(b);
  return std::any_of(of_a.begin(), of_a.end(), [&](const auto n) { return of_b.contains(n); });
}

bool State::belongs(PersonId person, OrganisationNumber organisation) const {
  for (auto it = grants_.lower_bound({person, {}, Role{}}); it != grants_.end() && it->first.person == person; ++it) {
    if (it->first.organisation && related(it->first.organisation, organisation)) return true;
  }
  // Who acts under a delegation, or ever could while it lasts, acts for the party too.
  for (const auto& [number, row] : authority_.delegations) {
    if (row.person == person && !row.ended && now().date_in_japan() <= row.until && related(row.organisation, organisation)) return true;
  }
  return false;
}

// The same text as the rulebook's own manifest: sorted lines of family, edition and hash of the pack.
Hash State::manifest_with(const std::string& family, const std::string& edition, const Hash& pack) const {
  std::map<std::string, std::string> lines;
  for (const auto& [number, row] : adoptions_) lines[row.family] = row.family + " " + row.edition + " " + row.pack.to_hex() + "\n";
  lines[family] = family + " " + edition + " " + pack.to_hex() + "\n";
  Sha256 hash;
  for (const auto& [name, line] : lines) hash.update(line);
  return hash.finish();
}

std::optional<Instant> State::next_due() const {
  auto due = registry_.next_due();
  // With the end of the day in Japan.
  for (const auto& last_day : {project::next_deadline(cases_), registry_.next_offer_due()}) {
    if (!last_day) continue;
    constexpr std::int64_t day_ms = 86'400'000, japan_ms = 32'400'000;
    const Instant over{(std::int64_t{last_day->days()} + 1) * day_ms - japan_ms};
    if (!due || over < *due) due = over;
  }
  if (!key_ages_.empty()) {
    // On the hour: a steady stream of requests would else bring an entry that forgets one key with every new one.
    constexpr std::int64_t hour_ms = 3'600'000;
    const auto over = key_ages_.front().at.ms + limits::idempotency_keep_ms + hour_ms - 1;
    const Instant forget{over - over % hour_ms};
    if (!due || forget < *due) due = forget;
  }
  return due;
}

AnyCommand State::due_command(Instant time) const {
  const auto last_day = project::next_deadline(cases_);
  if (last_day && *last_day < time.date_in_japan()) return PassDeadlines{};
  if (const auto offer = registry_.next_offer_due(); offer && *offer < time.date_in_japan()) return LapseOffers{};
  return AdvanceTime{};
}

// ---- deciding ----

Result<void> State::check_time(const Act& act) const {
  if (act.time < now()) return fail(errors::time_before_now, {{"time", act.time.to_string()}, {"now", now().to_string()}});
  if (act.business_date > act.time.date_in_japan()) {
    return fail(errors::business_date_in_future, {{"date", act.business_date.to_string()}, {"today", act.time.date_in_japan().to_string()}});
  }
  return {};
}

// What a role is for and the command's type does not say: an agent acts for those who appointed the firm, so for the firm's own account it takes
// its account manager; a supporter acts for whoever delegated it, so nothing is done by a grant alone.
bool State::serves(Role role, const AnyCommand& command, const Act& act) const {
  if (role != Role::agent) return true;
  const auto of_another = [&](AccountNumber account) {
    const auto* row = registry_.accounts().find(account);
    return row == nullptr || row->organisation != act.on_behalf_of;
  };
  const auto offer = [&](OfferNumber number) { return registry_.offers().offers.find(number); };
  return std::visit(
      Overload{
          [&](const registry::Transfer& c) { return of_another(c.from); },
          [&](const registry::OfferTransfer& c) { return of_another(c.from); },
          [&](const registry::AcceptOffer& c) { return offer(c.offer) == nullptr || of_another(offer(c.offer)->to); },
          // Either side ends an offer; an agent does for the side that appointed the firm.
          [&](const registry::EndOffer& c) { return offer(c.offer) == nullptr || (of_another(offer(c.offer)->from) && of_another(offer(c.offer)->to)); },
          [&](const registry::RequestRetirement& c) { return of_another(c.account); },
          [&](const registry::ApplyRetirement& c) { return of_another(c.account); },
          [&](const registry::WithdrawRetirement& c) {
            const auto* request = registry_.retirements().find(c.retirement);
            return request == nullptr || of_another(request->account);
          },
          [](const auto&) { return true; },
      },
      command);
}

bool State::holds(Role role, const AnyCommand& command, const Act& act) const {
  if (role == Role::supporter) return false;
  if (role == Role::secretariat && has_role(act.actor, act.on_behalf_of, Role::administrator)) return true;
  return has_role(act.actor, act.on_behalf_of, role) && serves(role, command, act);
}

bool State::is_supporter(PersonId person) const {
  for (auto it = grants_.lower_bound({person, {}, Role{}}); it != grants_.end() && it->first.person == person; ++it) {
    if (it->first.role == Role::supporter) return true;
  }
  return false;
}

bool State::lends(PersonId person, OrganisationNumber organisation, Role role) const {
  if (role != Role::supporter) return has_role(person, organisation, role);
  return has_role(person, organisation, Role::proponent) || has_role(person, organisation, Role::programme_operator);
}

bool State::by_secretariat(const Act& act) const {
  return has_role(act.actor, act.on_behalf_of, Role::secretariat) || has_role(act.actor, act.on_behalf_of, Role::administrator);
}

Result<void> State::check_role(const AnyCommand& command, const Act& act) const {
  if (act.on_behalf_of && !exists(act.on_behalf_of)) return fail(errors::acting_organisation_unknown, {{"organisation", std::to_string(act.on_behalf_of.value)}});
  const auto& needed = roles_of(command);
  if (needed.empty()) return {};
  for (const auto role : needed) {
    if (holds(role, command, act)) return {};
  }
  if (!authority_.delegations.empty() && delegation_used(command, act) != 0) return {};
  JoinedWords names;
  for (const auto role : needed) names.add(words_of(role));
  return fail(errors::role_missing, {{"role_ja", names.ja}, {"role", names.en}});
}

// The secretariat appoints everybody but whoever stands above it: administrators, and the authorities of the rules.
Result<void> State::check_appointing(Role role, const Act& act) const {
  if (role != Role::administrator && role != Role::ministry) return {};
  if (has_role(act.actor, act.on_behalf_of, Role::administrator)) return {};
  return fail(errors::role_missing, {{"role_ja", std::string(words_of(Role::administrator).ja)}, {"role", std::string(words_of(Role::administrator).en)}});
}

Result<AnyOutcome> State::decide(const AnyCommand& command, const Act& act, const Rules& rules) const {
  const bool opening = std::holds_alternative<OpenStore>(command);
  if (!opening && !meta().open) return fail(errors::store_not_open);
  if (opening && meta().open) return fail(errors::store_already_open);
  LengthCheck length;
  std::visit([&](const auto& c) { std::decay_t<decltype(c)>::fields(c, length); }, command);
  if (!length.field.empty()) {
    return fail(errors::text_too_long, {{"field", length.field}, {"limit", std::to_string(limits::name_bytes_max)}, {"length", std::to_string(length.length)}});
  }
  if (!length.unreadable.empty()) return fail(errors::text_unreadable, {{"field", length.unreadable}});
  SUMI_CHECK(check_time(act));
  SUMI_CHECK(check_role(command, act));
  SUMI_CHECK(check_not_abolished(command, act));
  return decide_own(command, act, rules);
}

Result<AnyOutcome> State::decide_own(const AnyCommand& command, const Act& act, const Rules& rules) const {
  const auto as_any = [](auto result) -> Result<AnyOutcome> {
    if (!result) return Unexpected(std::move(result).error());
    return AnyOutcome(*std::move(result));
  };
  return std::visit(
      Overload{
          [&](const OpenStore& c) -> Result<AnyOutcome> {
            if (trim(c.operator_name).empty()) return fail(errors::name_empty);
            if (c.kind < StoreKind::production || c.kind > StoreKind::training) return fail(errors::store_kind_unknown);
            return NoOutcome{};
          },
          [&](const RegisterOrganisation& c) -> Result<AnyOutcome> {
            if (trim(c.name).empty()) return fail(errors::name_empty);
            if (!c.corporate_number.empty()) {
              const auto checked = parse_corporate_number(c.corporate_number);
              if (!checked || *checked != c.corporate_number) return fail(errors::corporate_number_invalid, {{"number", c.corporate_number}});
            }
            for (const auto other : {c.parent, c.predecessor}) {
              if (other && !exists(other)) return fail(errors::organisation_unknown, {{"organisation", std::to_string(other.value)}});
            }
            return OrganisationRegistered{{meta().last_organisation.value + 1}};
          },
          [&](const RenameOrganisation& c) -> Result<AnyOutcome> {
            if (trim(c.name).empty()) return fail(errors::name_empty);
            const auto* row = organisations_.find(c.organisation);
            if (row == nullptr) return fail(errors::organisation_unknown, {{"organisation", std::to_string(c.organisation.value)}});
            if (c.from <= row->names.back().from) {
              return fail(errors::name_date_before_last, {{"date", c.from.to_string()}, {"last", row->names.back().from.to_string()}});
            }
            return NoOutcome{};
          },
          [&](const Grant& c) -> Result<AnyOutcome> {
            SUMI_CHECK(check_appointing(c.role, act));
            // For the store itself acts only its administrator: any other judges or acts for a legal entity, which four eyes compare.
            if (!c.organisation && c.role != Role::administrator) return fail(errors::organisation_unknown, {{"organisation", "0"}});
            if (c.organisation && !exists(c.organisation)) return fail(errors::organisation_unknown, {{"organisation", std::to_string(c.organisation.value)}});
            if (words_of(c.role).key == "?") return fail(errors::role_unknown, {{"role", std::to_string(static_cast<unsigned>(c.role))}});
            if (c.person.is_nil()) return fail(errors::person_missing);
            if (has_role(c.person, c.organisation, c.role)) return fail(errors::grant_exists);
            return NoOutcome{};
          },
          [&](const Revoke& c) -> Result<AnyOutcome> {
            SUMI_CHECK(check_appointing(c.role, act));
            if (!has_role(c.person, c.organisation, c.role)) return fail(errors::grant_missing);
            const auto administrators = std::count_if(grants_.begin(), grants_.end(), [](const auto& g) { return g.first.role == Role::administrator; });
            if (c.role == Role::administrator && administrators == 1) return fail(errors::last_administrator);
            return NoOutcome{};
          },
          [&](const AdoptRulebook& c) -> Result<AnyOutcome> {
            for (const auto& [number, row] : adoptions_) {
              if (row.family == c.family && row.edition == c.edition && row.pack == c.pack) return fail(errors::adoption_exists, {{"family", c.family}, {"edition", c.edition}});
            }
            if (c.family.empty() || c.edition.empty() || c.pack.is_zero() || c.manifest.is_zero()) return fail(errors::adoption_empty);
            for (const auto& [number, row] : adoptions_) {
              if (row.family == c.family && !related(row.authority, act.on_behalf_of)) {
                return fail(errors::authority_wrong, {{"family", c.family}, {"authority", std::to_string(row.authority.value)}});
              }
            }
            if (c.effective > act.business_date) {
              return fail(errors::adoption_in_future, {{"date", c.effective.to_string()}, {"today", act.business_date.to_string()}});
            }
            const auto expected = manifest_with(c.family, c.edition, c.pack);
            if (c.manifest != expected) return fail(errors::manifest_wrong, {{"expected", expected.to_hex()}});
            SUMI_CHECK(check_approved(c));
            return RulebookAdopted{meta().adoption + 1};
          },
          [&](const AdvanceTime&) -> Result<AnyOutcome> {
            TimeAdvanced out;
            out.lapsed = registry_.due(act.time);
            // The rest is due still, and the next entry's.
            if (out.lapsed.size() > limits::lapses_per_entry_max) out.lapsed.resize(limits::lapses_per_entry_max);
            for (const auto& age : key_ages_) {
              if (age.at.ms + limits::idempotency_keep_ms > act.time.ms) break;
              ++out.forgotten_keys;
            }
            if (out.lapsed.empty() && out.forgotten_keys == 0) return fail(errors::nothing_due, {{"time", act.time.to_string()}});
            return out;
          },
          [&](const RegisterKey& c) -> Result<AnyOutcome> {
            const auto* row = organisations_.find(c.organisation);
            if (row == nullptr || c.organisation != act.on_behalf_of) {
              return fail(errors::organisation_unknown, {{"organisation", std::to_string(c.organisation.value)}});
            }
            if (std::find(row->keys.begin(), row->keys.end(), c.public_key) != row->keys.end()) return fail(errors::key_exists);
            return NoOutcome{};
          },
          [&](const project::DecideRegistration& c) -> Result<AnyOutcome> {
            SUMI_CHECK(check_ground(c.ground, rules));
            return as_any(project::decide(cases_, c, act, *this));
          },
          [&](const project::DecideCertification& c) -> Result<AnyOutcome> {
            SUMI_CHECK(check_ground(c.ground, rules));
            return as_any(project::decide(cases_, c, act, *this));
          },
          [&](const registry::RequestAccount& c) { return as_any(registry_.decide(c, act, *this, by_secretariat(act))); },
          [&](const registry::DecideAccount& c) { return as_any(registry_.decide(c, act, rules.registry)); },
          [&](const registry::Issue& c) -> Result<AnyOutcome> {
            auto issued = as_any(registry_.decide(c, act, issue_line(c)));
            if (issued) SUMI_CHECK(project::check_not_held(cases_, cases_.certification(c.certification)->project));
            return issued;
          },
          [&](const project::PutOnDocket& c) -> Result<AnyOutcome> {
            if (c.kind == project::DocketKind::methodology) SUMI_CHECK(check_proposal_decidable(c.proposal));
            return as_any(project::decide(cases_, c, act, *this, rules.project));
          },
          [&](const project::OpenRound& c) -> Result<AnyOutcome> {
            SUMI_CHECK(check_committee_members(c.members));
            return as_any(project::decide(cases_, c, act, *this, rules.project));
          },
          [&](const registry::RequestRetirement& c) { return as_any(registry_.decide(c, act, *this, rules.registry)); },
          [&](const registry::ConfirmRetirement& c) -> Result<AnyOutcome> {
            std::string name;
            std::string number;
            if (const auto* request = registry_.retirements().find(c.retirement)) {
              const auto& user = organisations_.at(request->user);
              name = user.name_on(act.time.date_in_japan());
              number = user.corporate_number;
            }
            return as_any(registry_.decide(c, act, name, number));
          },
          [&](const registry::CloseAccount& c) { return as_any(registry_.decide(c, act)); },
          [&](const registry::Transfer& c) { return as_any(registry_.decide(c, act)); },
          [&](const registry::WithdrawRetirement& c) { return as_any(registry_.decide(c, act)); },
          [&](const registry::SetLabel& c) { return as_any(registry_.decide(c, act)); },
          [&](const auto& c) -> Result<AnyOutcome> {
            if constexpr (requires { decide_here(c, act, rules); }) {
              return as_any(decide_here(c, act, rules));
            } else if constexpr (requires { registry_.decide(c, act, *this, rules.registry); }) {
              return as_any(registry_.decide(c, act, *this, rules.registry));
            } else if constexpr (requires { project::decide(cases_, c, act, *this, rules.project); }) {
              return as_any(project::decide(cases_, c, act, *this, rules.project));
            } else {
              return as_any(project::decide(cases_, c, act, *this));
            }
          },
      },
      command);
}

// What an issue serves: the certification's line, and the attributes its units will carry for ever.
Result<registry::IssueLine> State::issue_line(const registry::Issue& c) const {
  const auto* certification = cases_.certification(c.certification);
  if (certification == nullptr) return fail(registry::errors::certification_unknown, {{"certification", std::to_string(c.certification.value)}});
  if (c.line >= certification->lines.size()) {
    return fail(registry::errors::certification_line_unknown, {{"certification", std::to_string(c.certification.value)}, {"line", std::to_string(c.line)}});
  }
  const auto& line = certification->lines[c.line];
  registry::IssueLine out;
  out.amount = line.tonnes;
  out.issued = line.issued;
  out.certified_on = certification->certified_on;
  auto& a = out.attributes;
  a.crediting_programme = "J-Credit";
  a.programme_code = certification->programme_code;
  a.credit_type = certification->credit_type;
  a.project = certification->project;
  a.certification = c.certification;
  a.methodology = line.methodology;
  const auto* plan = cases_.plan_of_report(certification->project, certification->report);
  if (plan == nullptr) plan = cases_.current_plan(certification->project);
  for (const auto& use : plan->head.methodologies) {
    if (use.number != a.methodology) continue;
    a.methodology_version = use.version;
    a.effect = use.removal ? registry::Effect::removal : registry::Effect::reduction;
    a.basis = use.nature ? registry::Basis::nature : registry::Basis::technology;
  }
  a.vintage = line.vintage;
  a.place = certification->place;
  for (const auto proponent : certification->proponents) a.makers.push_back({proponent, {}, 1});
  return out;
}

// ---- applying ----

void State::apply(const AnyCommand& command, const AnyOutcome& outcome, const Act& act) {
  const auto* transfer = std::get_if<registry::Transfer>(&command);
  if (in_group_ && !all_in_group_ && transfer == nullptr) {
    all_in_group_ = true;
    const auto begin = [](auto& table) { table.begin_group(); };
    each(*this, [&](const char*, auto& table) { begin(table); }), each_index(*this, begin);
  }
  const auto to_now = [&](MetaRow& m) { m.now = std::max(m.now, act.time); };
  // Not remembered by the table: a group would else copy the operator's name for every command.
  if (meta_.empty()) meta_.update(0, to_now);
  else meta_.amend(0, to_now);
  // Nothing but the registry's tables (each_hot).
  if (transfer != nullptr) return registry_.apply(*transfer, outcome_of<registry::Transfer>(outcome), act);
  std::visit(
      Overload{
          [&](const OpenStore& c) {
            meta_.update(0, [&](MetaRow& m) {
              m.open = true;
              m.store = c.store;
              m.kind = c.kind;
              m.log_key = c.log_key;
              m.operator_name = c.operator_name;
            });
            // Whoever opens a store is its first administrator.
            grants_.put({act.actor, {}, Role::administrator}, {act.business_date});
          },
          [&](const RegisterOrganisation& c) {
            const auto number = outcome_of<RegisterOrganisation>(outcome).organisation;
            OrganisationRow row;
            row.corporate_number = c.corporate_number;
            row.name_kana = c.name_kana;
            row.names.push_back({act.business_date, c.name});
            row.parent = c.parent;
            row.predecessor = c.predecessor;
            organisations_.put(number, row);
            // Two organisations of one number are a finding (service/organisations_view.h), not a refusal: here the first is found.
            if (!c.corporate_number.empty() && by_corporate_number_.find(c.corporate_number) == nullptr) by_corporate_number_.put(c.corporate_number, number);
            meta_.update(0, [&](MetaRow& m) { m.last_organisation = number; });
          },
          [&](const RenameOrganisation& c) {
            organisations_.update(c.organisation, [&](OrganisationRow& row) { row.names.push_back({c.from, c.name}); });
          },
          [&](const Grant& c) { grants_.put({c.person, c.organisation, c.role}, {act.business_date}); },
          [&](const Revoke& c) { grants_.erase({c.person, c.organisation, c.role}); },
          [&](const AdoptRulebook& c) {
            const auto number = outcome_of<AdoptRulebook>(outcome).adoption;
            adoptions_.put(number, {c.family, c.edition, c.pack, c.manifest, c.effective, act.time, act.on_behalf_of});
            meta_.update(0, [&](MetaRow& m) { m.adoption = number; });
            note_adoption(c, number, act);
          },
          [&](const AdvanceTime&) {
            const auto& out = outcome_of<AdvanceTime>(outcome);
            for (const auto retirement : out.lapsed) registry_.apply_lapse(retirement, act);
            for (std::uint64_t i = 0; i < out.forgotten_keys; ++i) {
              if (key_ages_.empty()) throw std::logic_error("more keys are forgotten than there are");
              keys_.erase(key_ages_.front().ref);
              key_ages_.pop();
            }
          },
          [&](const RegisterKey& c) {
            organisations_.update(c.organisation, [&](OrganisationRow& row) { row.keys.push_back(c.public_key); });
          },
          [&](const registry::Issue& c) {
            registry_.apply(c, outcome_of<registry::Issue>(outcome), act);
            const auto& a = outcome_of<registry::Issue>(outcome).attributes;
            project::mark_issued(cases_, c.certification, a.methodology, a.vintage);
          },
          [&](const auto& c) {
            using C = std::decay_t<decltype(c)>;
            if constexpr (requires { apply_here(c, outcome_of<C>(outcome), act); }) {
              apply_here(c, outcome_of<C>(outcome), act);
            } else if constexpr (requires { registry_.apply(c, outcome_of<C>(outcome), act); }) {
              registry_.apply(c, outcome_of<C>(outcome), act);
            } else {
              project::apply(cases_, c, outcome_of<C>(outcome), act);
            }
          },
      },
      command);
}

Result<void> State::check_group(const std::vector<AnyCommand>& group, OrganisationNumber on_behalf_of) const {
  if (group.size() == 1 && std::holds_alternative<registry::Transfer>(group.front())) return {};
  SUMI_CHECK(check_trust(group, on_behalf_of));
  for (const auto& command : group) {
    const auto* issue = std::get_if<registry::Issue>(&command);
    if (issue == nullptr) continue;
    for (const auto& line : cases_.certification(issue->certification)->lines) {
      if (!line.issued) return fail(errors::issue_incomplete, {{"certification", std::to_string(issue->certification.value)}});
    }
    SUMI_CHECK(check_buffer(issue->certification));
  }
  return {};
}

Result<std::optional<KeyRow>> State::seen(const KeyRef& ref, const Hash& fingerprint, std::size_t keys_max) const {
  const auto* row = keys_.find(ref);
  if (row == nullptr) {
    if (keys_.size() >= keys_max) return fail(errors::keys_exhausted);
    return std::nullopt;
  }
  if (row->fingerprint != fingerprint) return fail(errors::key_reused, {{"entry", std::to_string(row->first.value)}});
  return *row;
}

void State::remember(const KeyRef& ref, const Hash& fingerprint, SequenceNumber first, std::uint32_t count) {
  keys_.put(ref, {fingerprint, first, count, now()});
  key_ages_.push({now(), ref});
}

// ---- groups, dump, check ----

void State::begin_group() {
  in_group_ = true;
  all_in_group_ = false;
  now_before_ = now();
  each_hot(*this, [](auto& table) { table.begin_group(); });
}
void State::keep_group() {
  const auto keep = [](auto& table) { table.keep_group(); };
  if (all_in_group_) {
    each(*this, [&](const char*, auto& table) { keep(table); }), each_index(*this, keep);
  } else {
    each_hot(*this, keep);
  }
  in_group_ = all_in_group_ = false;
}
void State::undo_group() {
  const auto undo = [](auto& table) { table.undo_group(); };
  if (all_in_group_) {
    each(*this, [&](const char*, auto& table) { undo(table); }), each_index(*this, undo);
  } else {
    each_hot(*this, undo);
  }
  in_group_ = all_in_group_ = false;
  if (!meta_.empty()) meta_.amend(0, [&](MetaRow& m) { m.now = now_before_; });
}

Bytes State::dump() const {
  ByteWriter w;
  w.u8(dump_version);
  each(*this, [&](const char*, const auto& table) { table.dump(w); });
  return w.take();
}

Result<State> State::load(BytesView dump) {
  State s;
  try {
    ByteReader r(dump);
    if (r.u8() != dump_version) return fail(errors::snapshot_unreadable, {{"reason", "unknown version"}});
    each(s, [&](const char*, auto& table) { table.load(r); });
    r.expect_end();
  } catch (const std::exception& e) {  // a codec's finding, or a row that names another that is not there
    return fail(errors::snapshot_unreadable, {{"reason", e.what()}});
  }
  std::vector<KeyAge> ages;
  ages.reserve(s.keys_.size());
  for (const auto& [ref, row] : s.keys_) ages.push_back({row.at, ref});
  std::stable_sort(ages.begin(), ages.end(), [](const KeyAge& a, const KeyAge& b) { return a.at < b.at; });
  for (const auto& age : ages) s.key_ages_.push(age);
  for (const auto& [number, row] : s.organisations_) {
    if (!row.corporate_number.empty() && s.by_corporate_number_.find(row.corporate_number) == nullptr) s.by_corporate_number_.put(row.corporate_number, number);
  }
  for (const auto& [number, row] : s.opened_projects_) s.by_list_number_.put({row.list, row.number}, number);
  for (const auto& [number, row] : s.opened_certifications_) {
    s.by_certification_number_.put({s.cases_.certifications.at(number).project.value, row.number}, number);
  }
  return s;
}

Hash State::state_hash() const {
  const auto bytes = dump();
  return sha256(BytesView(bytes));
}

std::vector<std::string> State::check() const {
  auto findings = registry_.check();
  for (const auto& [number, account] : registry_.accounts()) {
    if (!exists(account.organisation)) findings.push_back("account " + std::to_string(number.value) + ": its organisation is not registered");
  }
  return findings;
}

// ---- bytes ----

std::string_view name_of(const AnyCommand& command) {
  return std::visit([](const auto& c) { return command_name<std::decay_t<decltype(c)>>(); }, command);
}
std::uint16_t type_of(const AnyCommand& command) {
  return std::visit([](const auto& c) { return CommandType<std::decay_t<decltype(c)>>::number; }, command);
}
std::uint16_t version_of(const AnyCommand& command) {
  return std::visit([](const auto& c) { return CommandType<std::decay_t<decltype(c)>>::version; }, command);
}

std::string_view replaced_by(const AnyCommand& command) {
  return std::holds_alternative<registry::RequestRetirement>(command) ? command_name<registry::ApplyRetirement>() : std::string_view{};
}

bool is_watched(const AnyCommand& command) {
  return std::visit(Overload{
                        [](const registry::RequestRetirement&) { return true; },
                        [](const registry::ConfirmRetirement&) { return true; },
                        [](const registry::DecideAccount&) { return true; },
                        [](const project::RecordValidation&) { return true; },
                        [](const project::RecordVerification&) { return true; },
                        [](const project::DecideRegistration&) { return true; },
                        [](const project::DecideCertification&) { return true; },
                        [](const project::DecideChange&) { return true; },
                        [](const project::DecideAppeal&) { return true; },
                        [](const project::ValidateChange&) { return true; },
                        [](const registry::ApplyRetirement&) { return true; },
                        [](const registry::ExecuteRetirement&) { return true; },
                        [](const registry::SucceedAccount&) { return true; },
                        [](const registry::CorrectRecord&) { return true; },
                        [](const registry::RestrictUnits&) { return true; },
                        [](const registry::LiftRestriction&) { return true; },
                        [](const registry::ImportUnits&) { return true; },
                        [](const registry::AuthoriseUnits&) { return true; },
                        [](const RotateLogKey&) { return true; },
                        [](const NewEpoch&) { return true; },
                        [](const auto&) { return false; },
                    },
                    command);
}

bool organisation_is_party(const AnyCommand& command) {
  return std::visit(Overload{
                        [](const registry::RequestAccount&) { return true; },
                        [](const registry::CloseAccount&) { return true; },
                        [](const registry::Transfer&) { return true; },
                        [](const registry::RequestRetirement&) { return true; },
                        [](const registry::ConfirmRetirement&) { return true; },
                        [](const registry::WithdrawRetirement&) { return true; },
                        [](const registry::FileAccountDocuments&) { return true; },
                        [](const registry::SetAccountControl&) { return true; },
                        [](const registry::AppointAgent&) { return true; },
                        [](const registry::DismissAgent&) { return true; },
                        [](const registry::OfferTransfer&) { return true; },
                        [](const registry::ConfirmOffer&) { return true; },
                        [](const registry::AcceptOffer&) { return true; },
                        [](const registry::EndOffer&) { return true; },
                        [](const registry::AskReturn&) { return true; },
                        [](const registry::DecideReturn&) { return true; },
                        [](const registry::ApplyRetirement&) { return true; },
                        [](const registry::ExecuteRetirement&) { return true; },
                        [](const registry::DivideRetirement&) { return true; },
                        [](const Delegate&) { return true; },
                        [](const EndDelegation&) { return true; },
                        [](const EraseSealed&) { return true; },
                        [](const auto&) { return false; },
                    },
                    command);
}

Hash fingerprint_of(std::span<const AnyCommand> commands, PersonId actor) {
  ByteWriter w;
  w.reserve(256);
  w.raw(actor.bytes);
  for (const auto& command : commands) {
    w.varint(type_of(command));
    w.varint(version_of(command));
    std::visit([&](const auto& c) { encode_value(w, c); }, command);
  }
  return sha256(BytesView(w.bytes()));
}

Bodies encode_bodies(const AnyCommand& command, const AnyOutcome& outcome) {
  ByteWriter open, party;
  encode_bodies(command, outcome, open, party);
  return {open.take(), party.take()};
}

void encode_bodies(const AnyCommand& command, const AnyOutcome& outcome, ByteWriter& open, ByteWriter& party) {
  std::visit(
      [&](const auto& c) {
        using C = std::decay_t<decltype(c)>;
        const auto& o = outcome_of<C>(outcome);
        const auto part = [&](ByteWriter& w, Part p) {
          PartEncoder e{w, p};
          C::fields(c, e);
          C::Outcome::fields(o, e);
        };
        part(open, Part::open);
        part(party, Part::party);
      },
      command);
}

bool decode_bodies(std::uint16_t type, std::uint16_t version, BytesView open, BytesView party, AnyCommand& command, AnyOutcome& outcome) {
  return with_command_type(type, version, [&](auto c) {
    typename decltype(c)::Outcome o{};
    decode_bodies(c, o, open, party);
    command = std::move(c);
    outcome = std::move(o);
  });
}

}  // namespace sumi::scheme
