// What is asked of the registry, and what each acceptance led to. Data only: this header is also read by sumi-verify.
//
// A command has fields that were asked and an Outcome: what deciding resolved (numbers given, serials picked). Replay applies outcomes, it never decides
// again. A field's Part says who sees it; a field is never moved, renamed in meaning or removed (src/base/describe.h).
#pragma once

#include <string>
#include <vector>

#include "base/describe.h"

namespace sumi::registry {

enum class UnitKind : std::uint8_t { tco2 = 1, kwh = 2, gj = 3, allowance = 4 };          // decision 16: kinds never add
enum class AccountKind : std::uint8_t { holding = 1, buffer = 2, retirement = 3, cancellation = 4, government = 5, expiry = 6 };
enum class AccountStatus : std::uint8_t { requested = 1, open = 2, refused = 3, closed = 4, suspended = 5 };
enum class Effect : std::uint8_t { reduction = 1, removal = 2 };
enum class Basis : std::uint8_t { technology = 1, nature = 2 };
// The three ways a credit is used up: 無効化, 償却, 取消.
enum class EndUse : std::uint8_t { retirement = 1, state_target = 2, cancellation = 3 };
enum class RetirementStatus : std::uint8_t { requested = 1, confirmed = 2, withdrawn = 3, lapsed = 4 };
enum class EscrowReason : std::uint8_t { none = 0, retirement = 1, order = 2, settlement = 3, offer = 4 };  // 2 and 3 are the market's, kept for it
enum class LabelKind : std::uint8_t { suspended = 1, corresponding_adjustment = 2, eligible = 3 };

// Serials [first, end) of one batch; printed inclusive.
struct SerialRange {
  BatchNumber batch;
  std::uint64_t first = 0;
  std::uint64_t end = 0;
  [[nodiscard]] std::uint64_t count() const { return end - first; }
  friend auto operator<=>(const SerialRange&, const SerialRange&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "batch", s.batch);
    v(Part::party, "first", s.first);
    v(Part::party, "end", s.end);
  }
};

// By amount: oldest vintage first, then certification number, then serial, among the units of one kind that fit every filter given (0 or "" = any).
struct Pick {
  std::uint64_t amount = 0;
  std::string credit_type;
  ProjectNumber project;
  BatchNumber batch;
  UnitKind unit_kind = UnitKind::tco2;  // kinds never add (decision 16)
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "amount", s.amount);
    v(Part::party, "credit_type", s.credit_type);
    v(Part::party, "project", s.project);
    v(Part::party, "batch", s.batch);
    v(Part::party, "unit_kind", s.unit_kind);
  }
};
// Either serial ranges or a pick, as the registry's two ways (シリアル番号指定方式, 総量指定方式).
struct Selection {
  std::vector<SerialRange> ranges;
  std::optional<Pick> pick;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "ranges", s.ranges);
    v(Part::party, "pick", s.pick);
  }
};

struct Nothing {
  template <class Self, class V> static void fields(Self&, V&) {}
};
struct AccountOpened {
  AccountNumber account;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::party, "account", s.account); }
};
struct Moved {
  std::vector<SerialRange> ranges;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::party, "ranges", s.ranges); }
};

// type 20. An account opens on approval; `second_person`: a retirement needs a confirmation by another person.
struct RequestAccount {
  using Outcome = AccountOpened;
  OrganisationNumber organisation;
  AccountKind kind = AccountKind::holding;
  std::string department;  // since 2023-10 a department with decision power may have its own; empty = the whole entity
  bool second_person = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "kind", s.kind);
    v(Part::party, "department", s.department);
    v(Part::party, "second_person", s.second_person);
  }
};
// type 21
struct DecideAccount {
  using Outcome = Nothing;
  AccountNumber account;
  bool approved = false;
  std::string ground;  // of a refusal: a key of the rulebook's grounds
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "account", s.account);
    v(Part::party, "approved", s.approved);
    v(Part::party, "ground", s.ground);
  }
};
// type 22. Only when empty.
struct CloseAccount {
  using Outcome = Nothing;
  AccountNumber account;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::party, "account", s.account); }
};

struct Allocation {
  AccountNumber account;
  std::uint64_t amount = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "account", s.account);
    v(Part::party, "amount", s.amount);
  }
};
// Who made a batch, for onset and place rules: shares are parts of the sum of all shares.
struct Maker {
  OrganisationNumber organisation;
  Id128 site;
  std::uint64_t share = 1;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "organisation", s.organisation);
    v(Part::open, "site", s.site);
    v(Part::open, "share", s.share);
  }
};
// What never changes of a batch. Everything here is public.
struct BatchAttributes {
  std::string crediting_programme;  // "J-Credit"
  std::string programme_code;       // 制度記号: JC, JCL ...
  std::string credit_type;          // クレジット種別: ER, ERL, FM ...
  UnitKind unit_kind = UnitKind::tco2;
  ProjectNumber project;
  CertificationNumber certification;
  std::string methodology;          // EN-S-001
  std::string methodology_version;
  FiscalYear vintage;               // of the reduction
  std::string place;                // prefecture and municipality
  Effect effect = Effect::reduction;
  Basis basis = Basis::technology;
  std::vector<Maker> makers;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "crediting_programme", s.crediting_programme);
    v(Part::open, "programme_code", s.programme_code);
    v(Part::open, "credit_type", s.credit_type);
    v(Part::open, "unit_kind", s.unit_kind);
    v(Part::open, "project", s.project);
    v(Part::open, "certification", s.certification);
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "methodology_version", s.methodology_version);
    v(Part::open, "vintage", s.vintage);
    v(Part::open, "place", s.place);
    v(Part::open, "effect", s.effect);
    v(Part::open, "basis", s.basis);
    v(Part::open, "makers", s.makers);
  }
};
struct BatchIssued {
  BatchNumber batch;
  std::uint64_t first = 0;  // 1 for our own issues, theirs for imported blocks
  std::uint64_t end = 0;
  BatchAttributes attributes;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "batch", s.batch);
    v(Part::open, "first", s.first);
    v(Part::open, "end", s.end);
    v(Part::open, "attributes", s.attributes);
  }
};
// type 30. One line of a certification (one methodology and vintage); all lines of a certification are issued in one group. The allocations
// are served from the first serial on, in their order.
struct Issue {
  using Outcome = BatchIssued;
  CertificationNumber certification;
  std::uint32_t line = 0;
  std::vector<Allocation> allocations;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "certification", s.certification);
    v(Part::open, "line", s.line);
    v(Part::party, "allocations", s.allocations);
  }
};

// type 40
struct Transfer {
  using Outcome = Moved;
  AccountNumber from;
  AccountNumber to;
  Selection selection;
  std::string price_yen_per_t;  // a party's attribute, never a balance; "" = not stated
  Sealed note;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "from", s.from);
    v(Part::party, "to", s.to);
    v(Part::party, "selection", s.selection);
    v(Part::party, "price_yen_per_t", s.price_yen_per_t);
    v(Part::party, "note", s.note);
  }
};

struct RetirementRequested {
  RetirementNumber retirement;
  std::vector<SerialRange> ranges;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "retirement", s.retirement);
    v(Part::party, "ranges", s.ranges);
  }
};
// type 41, until 2026: read and replayed, never taken in again (scheme.command_replaced); ApplyRetirement asks what the registry asks today. What old
// stores hold open is still confirmed or withdrawn. The units go into escrow, reason "retirement", until the request is confirmed, withdrawn or lapses.
struct RequestRetirement {
  using Outcome = RetirementRequested;
  AccountNumber account;
  EndUse end_use = EndUse::retirement;
  Selection selection;
  std::string purpose;          // a key of the rulebook's purposes
  OrganisationNumber user;      // クレジット利用者; another than the holder = by proxy
  FiscalYear fiscal_year;       // of the emissions it is used for; 0 = none
  Sealed note;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "account", s.account);
    v(Part::party, "end_use", s.end_use);
    v(Part::party, "selection", s.selection);
    v(Part::party, "purpose", s.purpose);
    v(Part::party, "user", s.user);
    v(Part::party, "fiscal_year", s.fiscal_year);
    v(Part::party, "note", s.note);
  }
};
struct PublicRange {
  BatchNumber batch;
  std::uint64_t first = 0;
  std::uint64_t end = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "batch", s.batch);
    v(Part::open, "first", s.first);
    v(Part::open, "end", s.end);
  }
};
// What the public sees of a use: the serials, the use, and the user's legal name as it was that day.
struct Retired {
  EndUse end_use = EndUse::retirement;
  std::vector<PublicRange> ranges;
  std::uint64_t amount = 0;
  std::string purpose;
  FiscalYear fiscal_year;
  OrganisationNumber user;
  std::string user_name;
  std::string user_corporate_number;
  bool by_proxy = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "end_use", s.end_use);
    v(Part::open, "ranges", s.ranges);
    v(Part::open, "amount", s.amount);
    v(Part::open, "purpose", s.purpose);
    v(Part::open, "fiscal_year", s.fiscal_year);
    v(Part::open, "user", s.user);
    v(Part::open, "user_name", s.user_name);
    v(Part::open, "user_corporate_number", s.user_corporate_number);
    v(Part::open, "by_proxy", s.by_proxy);
  }
};
// type 42. From here on it cannot be undone.
struct ConfirmRetirement {
  using Outcome = Retired;
  RetirementNumber retirement;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "retirement", s.retirement); }
};
// type 43
struct WithdrawRetirement {
  using Outcome = Nothing;
  RetirementNumber retirement;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::party, "retirement", s.retirement); }
};
// type 44. A dated label on serials: suspension, corresponding adjustment, eligibility for a scheme. `set` false takes it off from that day.
struct SetLabel {
  using Outcome = Nothing;
  std::vector<PublicRange> ranges;
  LabelKind kind = LabelKind::suspended;
  std::string detail;  // the scheme, the authorisation ...
  Date from;
  bool set = true;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "ranges", s.ranges);
    v(Part::open, "kind", s.kind);
    v(Part::open, "detail", s.detail);
    v(Part::open, "from", s.from);
    v(Part::open, "set", s.set);
  }
};
struct BatchOpened {
  BatchNumber batch;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "batch", s.batch);
  }
};
// type 31. A block of serials of a registry that is brought in; counts as `opened`.
struct OpenBatch {
  using Outcome = BatchOpened;
  BatchAttributes attributes;
  std::uint64_t first = 0;
  std::uint64_t end = 0;
  Date issued_on;
  std::vector<Allocation> allocations;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "attributes", s.attributes);
    v(Part::open, "first", s.first);
    v(Part::open, "end", s.end);
    v(Part::open, "issued_on", s.issued_on);
    v(Part::party, "allocations", s.allocations);
  }
};
struct RetirementOpened {
  RetirementNumber retirement;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "retirement", s.retirement);
  }
};
// type 32. What was used up before the opening.
struct OpenRetirement {
  using Outcome = RetirementOpened;
  AccountNumber account;
  std::vector<PublicRange> ranges;
  EndUse end_use;
  std::string purpose;
  OrganisationNumber user;
  FiscalYear fiscal_year;
  Date used_on;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "account", s.account);
    v(Part::open, "ranges", s.ranges);
    v(Part::open, "end_use", s.end_use);
    v(Part::open, "purpose", s.purpose);
    v(Part::open, "user", s.user);
    v(Part::open, "fiscal_year", s.fiscal_year);
    v(Part::open, "used_on", s.used_on);
  }
};
// type 45. As many units as a reversal took go from the buffer to the retirement account, under a number of their own; never to the market.
struct DrawBuffer {
  using Outcome = RetirementOpened;
  ProjectNumber project;
  std::uint32_t reversal = 0;
  std::vector<PublicRange> ranges;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "reversal", s.reversal);
    v(Part::open, "ranges", s.ranges);
  }
};

}  // namespace sumi::registry
