// The registry: accounts, batches of serials, who holds which, and how units move and are used up.
//
// Ownership is a set of serial intervals per batch. The blocks of a batch tile its serials without gap or overlap; moving units splits blocks and joins
// neighbours again, so the cost of a move depends on the number of blocks it touches, never on the amount.
//
// decide_* are pure: state x command -> refusal or outcome. apply_* do what the outcome says and decide nothing. Sources of the rules: the J-Credit
// registry's public pages (japancredit.go.jp application/account, usage) and, where its terms are not at hand, the law of the JCM register
// (地球温暖化対策の推進に関する法律 第47条-第57条の5).
#pragma once

#include <map>
#include <set>
#include <string>

#include "base/act.h"
#include "base/table.h"
#include "registry/account_book.h"
#include "registry/article6.h"
#include "registry/buffer.h"
#include "registry/commands.h"
#include "registry/errors.h"
#include "registry/serials.h"
#include "registry/imports.h"
#include "registry/offers.h"
#include "registry/uses.h"

namespace sumi::registry {

enum class BlockStatus : std::uint8_t { held = 1, escrowed = 2, used = 3 };  // used: retired, retired for the state, or cancelled, as its account says

struct AccountRow {
  OrganisationNumber organisation;
  AccountKind kind = AccountKind::holding;
  std::string department;
  bool second_person = false;
  AccountStatus status = AccountStatus::requested;
  Date decided;
  std::string ground;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "kind", s.kind);
    v(Part::party, "department", s.department);
    v(Part::party, "second_person", s.second_person);
    v(Part::party, "status", s.status);
    v(Part::party, "decided", s.decided);
    v(Part::party, "ground", s.ground);
  }
};

// The sum of conservation (decision 17), in units. opened + issued + imported = the rest.
struct BatchTotals {
  std::uint64_t opened = 0, issued = 0, imported = 0;
  std::uint64_t held = 0, escrowed = 0, buffer = 0, retired = 0, retired_for_state = 0, cancelled = 0, expired = 0, exported = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "opened", s.opened);
    v(Part::open, "issued", s.issued);
    v(Part::open, "imported", s.imported);
    v(Part::open, "held", s.held);
    v(Part::open, "escrowed", s.escrowed);
    v(Part::open, "buffer", s.buffer);
    v(Part::open, "retired", s.retired);
    v(Part::open, "retired_for_state", s.retired_for_state);
    v(Part::open, "cancelled", s.cancelled);
    v(Part::open, "expired", s.expired);
    v(Part::open, "exported", s.exported);
  }
  [[nodiscard]] std::uint64_t in() const { return opened + issued + imported; }
  [[nodiscard]] std::uint64_t out() const { return held + escrowed + buffer + retired + retired_for_state + cancelled + expired + exported; }
  friend bool operator==(const BatchTotals&, const BatchTotals&) = default;
};
struct BatchRow {
  BatchAttributes attributes;
  std::uint64_t first = 1;
  std::uint64_t end = 1;
  Date issued_on;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "attributes", s.attributes);
    v(Part::open, "first", s.first);
    v(Part::open, "end", s.end);
    v(Part::open, "issued_on", s.issued_on);
  }
};

struct BlockKey {
  BatchNumber batch;
  std::uint64_t first = 0;
  friend auto operator<=>(const BlockKey&, const BlockKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "batch", s.batch);
    v(Part::party, "first", s.first);
  }
};
struct BlockRow {
  std::uint64_t end = 0;
  AccountNumber account;
  BlockStatus status = BlockStatus::held;
  EscrowReason reason = EscrowReason::none;
  RetirementNumber retirement;  // of an escrowed or used block
  friend bool operator==(const BlockRow&, const BlockRow&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "end", s.end);
    v(Part::party, "account", s.account);
    v(Part::party, "status", s.status);
    v(Part::party, "reason", s.reason);
    v(Part::party, "retirement", s.retirement);
  }
};

struct RetirementRow {
  AccountNumber account;
  EndUse end_use = EndUse::retirement;
  std::vector<SerialRange> ranges;
  std::string purpose;
  OrganisationNumber user;
  FiscalYear fiscal_year;
  Sealed note;
  RetirementStatus status = RetirementStatus::requested;
  PersonId requested_by;
  Instant requested_at;
  Instant lapses_at;
  Date decided;          // of confirmation, withdrawal or lapse
  std::string user_name; // as it was on the day of confirmation
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "account", s.account);
    v(Part::party, "end_use", s.end_use);
    v(Part::party, "ranges", s.ranges);
    v(Part::party, "purpose", s.purpose);
    v(Part::party, "user", s.user);
    v(Part::party, "fiscal_year", s.fiscal_year);
    v(Part::party, "note", s.note);
    v(Part::party, "status", s.status);
    v(Part::party, "requested_by", s.requested_by);
    v(Part::party, "requested_at", s.requested_at);
    v(Part::party, "lapses_at", s.lapses_at);
    v(Part::party, "decided", s.decided);
    v(Part::party, "user_name", s.user_name);
  }
  [[nodiscard]] std::uint64_t amount() const {
    std::uint64_t sum = 0;
    for (const auto& r : ranges) sum += r.count();
    return sum;
  }
};

struct LabelKey {
  BatchNumber batch;
  std::uint64_t number = 0;  // in the order they were set
  friend auto operator<=>(const LabelKey&, const LabelKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "batch", s.batch);
    v(Part::open, "number", s.number);
  }
};
struct LabelRow {
  std::uint64_t first = 0;
  std::uint64_t end = 0;
  LabelKind kind = LabelKind::suspended;
  std::string detail;
  Date from;
  bool set = true;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "first", s.first);
    v(Part::open, "end", s.end);
    v(Part::open, "kind", s.kind);
    v(Part::open, "detail", s.detail);
    v(Part::open, "from", s.from);
    v(Part::open, "set", s.set);
  }
};

// What the rulebook says and deciding needs.
struct RegistryRules {
  struct Purpose {
    std::set<EndUse> end_uses;
    bool fiscal_year_needed = false;
    std::set<std::string> schemes;     // whose rows of eligibility are asked; empty = none is known
    std::string jcredit_use;           // in the table of uses of J-Credits; "" = none
    std::string scope;            // 活用範囲: uses of one retirement have one
    bool june_end = false;        // counts for the fiscal year of its completion, or for the one before if completed by the end of June
    bool place_rule = false;      // the place rewarded is not where the credit was created
    bool object_needed = false;   // what is offset must be said
  };
  struct Expiry {
    std::string programme_code;   // 制度記号 of the units
    Date last_day;
  };
  std::map<std::string, Purpose, std::less<>> purposes;
  std::map<std::string, Expiry, std::less<>> expiries;
  std::vector<std::string> legal_forms;  // one of which a holder's name has
  std::set<std::string, std::less<>> grounds;  // of refusing an account
  std::vector<SerialGrammar> serial_grammars;                        // of other programmes (serials.h)
  std::map<std::string, UnitKind, std::less<>> other_programmes;  // serial-grammars/programmes: what their units count
};

// The line of a certification that an issue serves, and what its units will be.
struct IssueLine {
  std::uint64_t amount = 0;
  bool issued = false;
  Date certified_on;
  BatchAttributes attributes;
};

struct Nil {
  template <class Self, class V> static void fields(Self&, V&) {}
};
// Free units in picking order within an account: oldest vintage, certification number, batch, serial.
struct FreeKey {
  AccountNumber account;
  std::int32_t vintage = 0;
  CertificationNumber certification;
  BatchNumber batch;
  std::uint64_t first = 0;
  friend auto operator<=>(const FreeKey&, const FreeKey&) = default;
};
// What of an account is set aside or used up, by kind of units.
struct AsideKey {
  AccountNumber account;
  UnitKind kind = UnitKind::tco2;
  friend auto operator<=>(const AsideKey&, const AsideKey&) = default;
};
struct AsideRow {
  std::uint64_t escrowed = 0;
  std::uint64_t used = 0;
};
struct DueKey {
  Instant at;
  RetirementNumber retirement;
  friend auto operator<=>(const DueKey&, const DueKey&) = default;
};

class Registry {
 public:
  [[nodiscard]] const Table<AccountNumber, AccountRow>& accounts() const { return accounts_; }
  [[nodiscard]] const Table<BatchNumber, BatchRow>& batches() const { return batches_; }
  [[nodiscard]] const Table<BatchNumber, BatchTotals>& totals() const { return totals_; }
  [[nodiscard]] const LargeTable<BlockKey, BlockRow>& blocks() const { return blocks_; }
  [[nodiscard]] const Table<RetirementNumber, RetirementRow>& retirements() const { return retirements_; }
  [[nodiscard]] const Table<LabelKey, LabelRow>& labels() const { return labels_; }
  [[nodiscard]] const AccountBook& account_book() const { return account_book_; }
  [[nodiscard]] const Offers& offers() const { return offers_; }
  [[nodiscard]] const Uses& uses() const { return uses_; }
  [[nodiscard]] const Imports& imports() const { return imports_; }
  [[nodiscard]] const Article6& article6() const { return article6_; }
  // The last day of the open offer that lapses next; nothing = none is open.
  [[nodiscard]] std::optional<Date> next_offer_due() const;
  // Open offers whose last day is before that day.
  [[nodiscard]] std::vector<OfferNumber> offers_due(Date day) const;
  // Whether that organisation may act for the account: its holder, or an agent whose scope and days allow it (restrictions of the account aside).
  enum class AgentScope : std::uint8_t { transfers, retires };
  [[nodiscard]] bool may_act(AccountNumber account, const Act&, AgentScope) const;
  // Whether all of these units are authorised on that day for the purpose: &AuthorisationRow::ndc, international or other.
  [[nodiscard]] bool authorised(const SerialRange&, Date on, bool AuthorisationRow::* purpose) const;
  // Whether an act of so many units that leaves the account waits for a second person.
  [[nodiscard]] bool needs_second(AccountNumber account, std::uint64_t units) const;
  // The blocks of an account in picking order, escrowed ones last. Cost: the account's blocks.
  [[nodiscard]] std::vector<SerialRange> free_ranges(AccountNumber account) const;
  struct Balance {
    std::uint64_t held = 0;
    std::uint64_t escrowed = 0;
    std::uint64_t used = 0;
  };
  // Of one kind of units: kinds never add.
  [[nodiscard]] Balance balance(AccountNumber account, UnitKind kind = UnitKind::tco2) const;
  // The units that a pick would take of an account on that day, in however many ranges. registry.insufficient_units
  [[nodiscard]] Result<std::vector<SerialRange>> units_for(AccountNumber account, const Pick&, Date on) const;
  // Serials of a batch that are suspended on that day.
  [[nodiscard]] std::vector<SerialRange> suspended(BatchNumber batch, Date on) const;
  // Free units of the buffer account; 0 where none is open.
  [[nodiscard]] std::uint64_t buffer_free() const;
  // Units of that certification that lie in the buffer.
  [[nodiscard]] std::uint64_t buffered(CertificationNumber certification) const;
  // The next retirement request that lapses; nothing = none is open.
  [[nodiscard]] std::optional<Instant> next_due() const;
  [[nodiscard]] std::vector<RetirementNumber> due(Instant now) const;

  Result<AccountOpened> decide(const RequestAccount&, const Act&, const Relations&, bool by_secretariat) const;
  Result<Nothing> decide(const DecideAccount&, const Act&, const RegistryRules&) const;
  Result<Nothing> decide(const CloseAccount&, const Act&) const;
  // `line`: what the certification gives, or that there is no such line; it is told in its place of the list.
  Result<BatchIssued> decide(const Issue&, const Act&, const Result<IssueLine>& line) const;
  Result<Moved> decide(const Transfer&, const Act&) const;
  Result<RetirementRequested> decide(const RequestRetirement&, const Act&, const Relations&, const RegistryRules&) const;
  Result<Retired> decide(const ConfirmRetirement&, const Act&, const std::string& user_name, const std::string& user_corporate_number) const;
  Result<Nothing> decide(const WithdrawRetirement&, const Act&) const;
  Result<Nothing> decide(const SetLabel&, const Act&) const;

  // The certification's line must have that much left: the scheme's matter. opening.cc
  Result<BatchOpened> decide(const OpenBatch&, const Act&, const Relations&) const;
  Result<RetirementOpened> decide(const OpenRetirement&, const Act&, const Relations&, const RegistryRules&) const;
  // buffer.cc. `need`: what the reversal asks of the buffer, or that there is no such reversal.
  Result<RetirementOpened> decide(const DrawBuffer&, const Act&, const Result<BufferNeed>& need) const;

  // Further acts, one file each: account_book.cc, offers.cc, restrictions.cc, uses.cc, imports.cc, article6.cc.
  Result<FileAccountDocuments::Outcome> decide(const FileAccountDocuments&, const Act&, const Relations&, const RegistryRules&) const;
  Result<SetAccountControl::Outcome> decide(const SetAccountControl&, const Act&, const Relations&, const RegistryRules&) const;
  Result<SuspendAccount::Outcome> decide(const SuspendAccount&, const Act&, const Relations&, const RegistryRules&) const;
  Result<SucceedAccount::Outcome> decide(const SucceedAccount&, const Act&, const Relations&, const RegistryRules&) const;
  Result<AppointAgent::Outcome> decide(const AppointAgent&, const Act&, const Relations&, const RegistryRules&) const;
  Result<DismissAgent::Outcome> decide(const DismissAgent&, const Act&, const Relations&, const RegistryRules&) const;
  Result<OfferTransfer::Outcome> decide(const OfferTransfer&, const Act&, const Relations&, const RegistryRules&) const;
  Result<ConfirmOffer::Outcome> decide(const ConfirmOffer&, const Act&, const Relations&, const RegistryRules&) const;
  Result<AcceptOffer::Outcome> decide(const AcceptOffer&, const Act&, const Relations&, const RegistryRules&) const;
  Result<EndOffer::Outcome> decide(const EndOffer&, const Act&, const Relations&, const RegistryRules&) const;
  Result<AskReturn::Outcome> decide(const AskReturn&, const Act&, const Relations&, const RegistryRules&) const;
  Result<DecideReturn::Outcome> decide(const DecideReturn&, const Act&, const Relations&, const RegistryRules&) const;
  Result<CorrectRecord::Outcome> decide(const CorrectRecord&, const Act&, const Relations&, const RegistryRules&) const;
  // A trust is recorded by its settlor, its trustee or the secretariat; every other restriction by the secretariat.
  Result<RestrictUnits::Outcome> decide(const RestrictUnits&, const Act&, const Relations&, bool by_secretariat) const;
  Result<LiftRestriction::Outcome> decide(const LiftRestriction&, const Act&, const Relations&, const RegistryRules&) const;
  Result<DivideRetirement::Outcome> decide(const DivideRetirement&, const Act&, const Relations&, const RegistryRules&) const;
  Result<RecordSite::Outcome> decide(const RecordSite&, const Act&, const Relations&, const RegistryRules&) const;
  Result<ImportUnits::Outcome> decide(const ImportUnits&, const Act&, const Relations&, const RegistryRules&) const;
  Result<ExpireUnits::Outcome> decide(const ExpireUnits&, const Act&, const Relations&, const RegistryRules&) const;
  Result<ReleaseBuffer::Outcome> decide(const ReleaseBuffer&, const Act&, const Relations&, const RegistryRules&) const;
  Result<AuthoriseUnits::Outcome> decide(const AuthoriseUnits&, const Act&, const Relations&, const RegistryRules&) const;
  Result<WithdrawAuthorisation::Outcome> decide(const WithdrawAuthorisation&, const Act&, const Relations&, const RegistryRules&) const;
  Result<RecordFirstTransfer::Outcome> decide(const RecordFirstTransfer&, const Act&, const Relations&, const RegistryRules&) const;
  Result<RecordAdjustment::Outcome> decide(const RecordAdjustment&, const Act&, const Relations&, const RegistryRules&) const;
  Result<ApplyRetirement::Outcome> decide(const ApplyRetirement&, const Act&, const Relations&, const RegistryRules&) const;
  Result<RetirementExecuted> decide(const ExecuteRetirement&, const Act&, const RegistryRules&, const std::string& user_name, const std::string& user_corporate_number) const;

  void apply(const RequestAccount&, const AccountOpened&, const Act&);
  void apply(const DecideAccount&, const Nothing&, const Act&);
  void apply(const CloseAccount&, const Nothing&, const Act&);
  void apply(const Issue&, const BatchIssued&, const Act&);
  void apply(const Transfer&, const Moved&, const Act&);
  void apply(const RequestRetirement&, const RetirementRequested&, const Act&);
  void apply(const ConfirmRetirement&, const Retired&, const Act&);
  void apply(const WithdrawRetirement&, const Nothing&, const Act&);
  void apply(const SetLabel&, const Nothing&, const Act&);
  void apply(const OpenBatch&, const BatchOpened&, const Act&);
  void apply(const OpenRetirement&, const RetirementOpened&, const Act&, const std::string& user_name);
  void apply(const DrawBuffer&, const RetirementOpened&, const Act&, const std::string& user_name);
  void apply(const FileAccountDocuments&, const FileAccountDocuments::Outcome&, const Act&);
  void apply(const SetAccountControl&, const SetAccountControl::Outcome&, const Act&);
  void apply(const SuspendAccount&, const SuspendAccount::Outcome&, const Act&);
  void apply(const SucceedAccount&, const SucceedAccount::Outcome&, const Act&);
  void apply(const AppointAgent&, const AppointAgent::Outcome&, const Act&);
  void apply(const DismissAgent&, const DismissAgent::Outcome&, const Act&);
  void apply(const OfferTransfer&, const OfferTransfer::Outcome&, const Act&);
  void apply(const ConfirmOffer&, const ConfirmOffer::Outcome&, const Act&);
  void apply(const AcceptOffer&, const AcceptOffer::Outcome&, const Act&);
  void apply(const EndOffer&, const EndOffer::Outcome&, const Act&);
  void apply(const AskReturn&, const AskReturn::Outcome&, const Act&);
  void apply(const DecideReturn&, const DecideReturn::Outcome&, const Act&);
  void apply(const CorrectRecord&, const CorrectRecord::Outcome&, const Act&);
  void apply(const RestrictUnits&, const RestrictUnits::Outcome&, const Act&);
  void apply(const LiftRestriction&, const LiftRestriction::Outcome&, const Act&);
  void apply(const DivideRetirement&, const DivideRetirement::Outcome&, const Act&);
  void apply(const RecordSite&, const RecordSite::Outcome&, const Act&);
  void apply(const ImportUnits&, const ImportUnits::Outcome&, const Act&);
  void apply(const ExpireUnits&, const ExpireUnits::Outcome&, const Act&);
  void apply(const ReleaseBuffer&, const ReleaseBuffer::Outcome&, const Act&);
  void apply(const AuthoriseUnits&, const AuthoriseUnits::Outcome&, const Act&);
  void apply(const WithdrawAuthorisation&, const WithdrawAuthorisation::Outcome&, const Act&);
  void apply(const RecordFirstTransfer&, const RecordFirstTransfer::Outcome&, const Act&);
  void apply(const RecordAdjustment&, const RecordAdjustment::Outcome&, const Act&);
  void apply(const ApplyRetirement&, const ApplyRetirement::Outcome&, const Act&);
  void apply(const ExecuteRetirement&, const RetirementExecuted&, const Act&);
  void apply_offer_lapse(OfferNumber offer, const Act&);
  // A key that compares sites and places, made anew.
  void rekey(const Hash& old_key, const Hash& new_key, std::uint32_t version);
  void apply_lapse(RetirementNumber retirement, const Act&);

  // Sums every block again: tiling, totals, conservation, accounts and requests that blocks name, escrow and its requests.
  // One sentence per finding; empty = all holds.
  [[nodiscard]] std::vector<std::string> check() const;

  void begin_group();
  void keep_group();
  void undo_group();
  void dump(ByteWriter&) const;
  void load(ByteReader&);
  // f(name, table) for every table of the dump, in its order.
  template <class F> void each_table(F&& f) const { each(*this, f); }

 private:
  struct Counters {
    AccountNumber account;
    BatchNumber batch;
    RetirementNumber retirement;
    std::uint64_t label = 0;
    template <class Self, class V> static void fields(Self& s, V& v) {
      v(Part::open, "account", s.account);
      v(Part::open, "batch", s.batch);
      v(Part::open, "retirement", s.retirement);
      v(Part::open, "label", s.label);
    }
  };
  [[nodiscard]] const Counters& counters() const;
  [[nodiscard]] Result<const AccountRow*> open_account(AccountNumber account) const;  // or suspended: units may come in
  [[nodiscard]] Result<const AccountRow*> own_account(AccountNumber account, const Act&) const;
  [[nodiscard]] Result<void> check_leaving(AccountNumber account) const;
  Result<void> check_batches(const Selection&) const;
  [[nodiscard]] static Result<void> check_uses(const ApplyRetirement&, const RegistryRules&);
  Result<void> check_place(const Hash& place_key, std::uint32_t key_version, const std::vector<SerialRange>&) const;
  Result<void> check_ndc(EndUse, const std::vector<SerialRange>&, Date on) const;
  // What confirming asks, with or without uses.
  [[nodiscard]] Result<Retired> check_confirm(RetirementNumber, const Act&, const std::string& user_name, const std::string& user_corporate_number) const;
  // Ranges that name serials of batches that there are, none twice.
  Result<void> check_public_ranges(const std::vector<PublicRange>&) const;
  [[nodiscard]] Result<const AuthorisationRow*> standing_authorisation(AuthorisationNumber) const;
  // What transfers and offers have in common before their units are chosen: two holding accounts, and who acts for the first.
  Result<void> check_transfer(AccountNumber from, AccountNumber to, const Selection&, const Act&) const;
  Result<void> check_second(AccountNumber from, const std::vector<SerialRange>&) const;
  Result<void> check_not_suspended(const std::vector<SerialRange>&, Date on) const;
  // Ranges of serials that there are, each named once; their batches are known.
  Result<void> check_in_batches(const std::vector<SerialRange>&) const;
  [[nodiscard]] std::string escrow_text(const SerialRange&, const BlockRow&) const;
  [[nodiscard]] Result<const OfferRow*> find_offer(OfferNumber) const;
  Result<void> check_offer_moves(const OfferRow&, const Act&) const;
  void end_offer(OfferNumber, OfferStatus, Date on);
  // Escrow of offers and its blocks.
  void check_offers(std::vector<std::string>& findings) const;
  // Serials of a batch that a dispute or a seizure blocks on that day; not sorted, may overlap.
  [[nodiscard]] std::vector<SerialRange> restricted(BatchNumber batch, Date on) const;
  [[nodiscard]] Result<std::vector<SerialRange>> select(AccountNumber account, const Selection&, const Act&) const;
  [[nodiscard]] Result<void> check_issued(const SerialRange&, Date on) const;
  [[nodiscard]] Result<std::vector<SerialRange>> select_ranges(AccountNumber account, const std::vector<SerialRange>&, Date on) const;
  [[nodiscard]] Result<std::vector<SerialRange>> pick(AccountNumber account, const Pick&, Date on) const;
  [[nodiscard]] const RetirementRow* open_request(RetirementNumber) const;
  [[nodiscard]] AccountNumber system_account(EndUse) const;
  [[nodiscard]] AccountNumber account_of(AccountKind) const;  // the one that is open
  // A suspended batch's suspensions are looked up once for a run of ranges of the same batch.
  struct Suspensions {
    BatchNumber batch;
    std::vector<SerialRange> ranges;
  };
  const std::vector<SerialRange>& suspended(BatchNumber batch, Date on, Suspensions& kept) const;
  // The block that holds this serial. The serial must be of the batch.
  [[nodiscard]] std::pair<BlockKey, const BlockRow*> block_at(BatchNumber batch, std::uint64_t serial) const;
  // A new batch whose allocations are served from its first serial on, in their order.
  void put_batch(BatchNumber number, const BatchRow& batch, BatchTotals totals, const std::vector<Allocation>& allocations);
  // Every change of blocks goes through these two; they keep the index and the totals.
  void put_block(BlockKey key, BlockRow row);
  void erase_block(BlockKey key);
  // Moves the end of the block that stands there as `row`.
  void resize_block(BlockKey key, const BlockRow& row, std::uint64_t end);
  void index(const BlockKey& key, const BlockRow& row);
  void unindex(const BlockKey& key, const BlockRow& row);
  // Only units that are not free count: `add`, else they go.
  void count_aside(const BlockKey& key, const BlockRow& row, std::uint64_t units, bool add);
  // Gives `range` the new row (whose end is ignored): splits at its edges and joins equal neighbours.
  void assign(const SerialRange& range, BlockRow row);
  // The totals' field that a block with this row counts in.
  [[nodiscard]] std::uint64_t BatchTotals::* bucket(const BlockRow&) const;
  void release(const RetirementRow&, const Act&);
  void rebuild_indexes();
  void rebuild_free();

  Table<std::uint32_t, Counters> counters_;
  Table<AccountNumber, AccountRow> accounts_;
  Table<BatchNumber, BatchRow> batches_;
  Table<BatchNumber, BatchTotals> totals_;
  LargeTable<BlockKey, BlockRow> blocks_;
  Table<RetirementNumber, RetirementRow> retirements_;
  Table<LabelKey, LabelRow> labels_;
  AccountBook account_book_;
  Offers offers_;
  Uses uses_;
  Imports imports_;
  Article6 article6_;
  // What stands in the dump, in its order. A new table is added at the end.
  template <class Self, class F> static void each(Self& s, F&& f) {
    f("counters", s.counters_), f("accounts", s.accounts_), f("batches", s.batches_), f("totals", s.totals_), f("blocks", s.blocks_);
    f("retirements", s.retirements_), f("labels", s.labels_);
    AccountBook::each(s.account_book_, f), Offers::each(s.offers_, f), Uses::each(s.uses_, f), Imports::each(s.imports_, f), Article6::each(s.article6_, f);
  }
  // Derived, not dumped.
  LargeTable<FreeKey, Nil> free_;
  Table<AsideKey, AsideRow> aside_;
  Table<LabelKey, Nil> suspensions_;                   // the labels that suspend, or end a suspension
  Table<AccountKind, AccountNumber> system_accounts_;  // that were opened; whether one still is, its row says
  Table<DueKey, Nil> due_;
  template <class Self, class F> static void each_index(Self& s, F&& f) {
    f(s.free_), f(s.due_), f(s.aside_), f(s.suspensions_), f(s.system_accounts_);
    Offers::each_index(s.offers_, f), Imports::each_index(s.imports_, f);
  }
};

}  // namespace sumi::registry
