// A game: random commands of every kind, mostly right ones, played against both registries, in groups that are kept or taken back, with comparisons between them.
#pragma once

#include "registry/model_moves_test.h"

namespace sumi::registry::naive {

class Game : Moves {
 public:
  explicit Game(Dice dice) : Moves(dice) {}

  // Plays until so many commands were played, or the dice are over. Difference: the registries disagree.
  void run(std::uint64_t commands) {
    for (int kind = 1; kind <= 6; ++kind) {
      if (kind != 1 && below(10) == 0) continue;  // it is opened later, or is missing
      for (std::uint64_t i = 0; i < (kind == 1 ? 5u : 1u); ++i) open(static_cast<AccountKind>(kind), {1 + i % Four::count}, std::to_string(i));
    }
    for (int i = 0; i < 4; ++i) issue(), open_batch();
    while (both_.tally.played() < commands && !dice_.over()) {
      if (below(16) == 0) group();
      else step();
      if (below(3) == 0) both_.compare(today());
      if (below(60) == 0) both_.reload();
    }
    both_.compare(today());
  }
  [[nodiscard]] const Both& both() const { return both_; }

 private:
  // ---- retirement ----

  FiscalYear year() {
    const auto own = FiscalYear::of(today());
    return {below(3) == 0 ? own.number - 1 : slip() ? 0 : own.number};
  }
  OrganisationNumber user_of(AccountNumber account) {
    const auto* row = book().account(account);
    return row == nullptr || below(4) == 0 ? OrganisationNumber{slip() ? 9 : 1 + below(Four::count)} : row->organisation;
  }
  void request() {
    RequestRetirement c;
    c.account = rich();
    c.end_use = static_cast<EndUse>(slip() ? 7 : 1 + below(3));
    c.purpose = slip() ? "fun" : c.end_use == EndUse::retirement && half() ? "report" : "any";
    c.fiscal_year = year();
    c.user = user_of(c.account);
    c.selection = selection(c.account);
    c.note = sealed();
    holder(c.account);
    play("RequestRetirement", c);
  }
  void apply() {
    ApplyRetirement c;
    c.account = rich();
    c.end_use = static_cast<EndUse>(slip() ? 7 : 1 + below(3));
    const char* purpose = c.end_use == EndUse::state_target ? "state" : c.end_use == EndUse::retirement && half() ? "report" : half() ? "offset" : "any";
    for (auto n = slip() ? 0 : 1 + below(3); n > 0; --n) c.uses.push_back({slip() ? (half() ? "fun" : "any") : purpose, year(), std::to_string(n)});
    if (below(100) == 0) c.uses.resize(17, {purpose, year(), ""});
    c.offset = static_cast<OffsetKind>(slip() ? 0 : 1 + below(4));
    c.offset_object = {hash_of(slip() ? 0 : 1)};
    if (below(5) != 0) c.place_key = hash_of(static_cast<std::uint8_t>(1 + below(9)));
    c.key_version = slip() ? 99 : key_version_;
    c.user = user_of(c.account);
    c.consent = hash_of(slip() ? 0 : 1);
    c.selection = selection(c.account);
    holder(c.account);
    play("ApplyRetirement", c);
  }
  std::optional<std::uint64_t> requested(bool with_uses) {
    return number_where(book().retirements, [&](RetirementNumber number, const RetirementRow& r) { return r.status == RetirementStatus::requested && book().uses.contains(number) == with_uses; });
  }
  void acts_on_request(RetirementNumber number) {
    const auto it = book().retirements.find(number);
    if (it == book().retirements.end()) return acts(1);
    holder(it->second.account);
    if (below(4) != 0 && in_.act.actor == it->second.requested_by) in_.act.actor.bytes[15] = static_cast<std::uint8_t>(((in_.act.actor.bytes[15] - 1) ^ 1) + 1);
  }
  void confirm() {
    const auto number = requested(slip());
    if (!number) return;
    acts_on_request({*number});
    play("ConfirmRetirement", ConfirmRetirement{{*number}});
  }
  void execute() {
    const auto number = requested(!slip());
    if (!number) return;
    acts_on_request({*number});
    play("ExecuteRetirement", ExecuteRetirement{{*number}});
  }
  void withdraw() {
    const auto number = requested(half());
    if (!number) return;
    acts_on_request({*number});
    play("WithdrawRetirement", WithdrawRetirement{{*number}});
  }
  void open_retirement() {
    secretariat();
    OpenRetirement c;
    c.account = rich();
    c.end_use = static_cast<EndUse>(slip() ? 7 : 1 + below(3));
    c.purpose = slip() ? "fun" : "any";
    c.user = user_of(c.account);
    c.used_on = slip() ? day(1) : in_.act.business_date;
    c.ranges = open_ranges(free_of(c.account));
    if (!nothing(c.ranges)) play("OpenRetirement", c);
  }
  void divide() {
    DivideRetirement c;
    const auto number = number_where(book().retirements, [&](RetirementNumber, const RetirementRow& r) { return r.status == RetirementStatus::confirmed && (half() || book().batches.at(r.ranges.front().batch.value).attributes.unit_kind == UnitKind::tco2); });
    if (!number) return;
    c.retirement = {*number};
    const auto it = book().retirements.find(c.retirement);
    if (it == book().retirements.end()) acts(1);
    else if (half()) acts(it->second.user ? it->second.user.value : 1);
    else holder(it->second.account);
    for (auto n = slip() ? 0 : 1 + below(3); n > 0; --n) c.parts.push_back({1 + below(9), slip() ? 0 : (half() ? 1'000 : 90'000) * (1 + below(4))});
    if (slip() && !c.parts.empty()) c.parts.back() = half() ? CertificatePart{UINT64_MAX, UINT64_MAX} : CertificatePart{2'000'000, 1};
    c.titles = sealed();
    play("DivideRetirement", c);
  }
  void site() {
    acts(1 + below(Four::count));
    RecordSite c;
    c.project = {below(4)};
    c.site.bytes[15] = static_cast<std::uint8_t>(slip() ? 0 : 1 + below(3));
    c.key = hash_of(static_cast<std::uint8_t>(slip() ? 0 : 1 + below(9)));
    c.key_version = key_version_;
    c.address = {hash_of(slip() ? 0 : 1)};
    play("RecordSite", c);
  }
  void rekey() {
    if (below(4) == 0) ++key_version_;
    both_.rekey(hash_of(static_cast<std::uint8_t>(1 + below(9))), hash_of(static_cast<std::uint8_t>(1 + below(9))), key_version_);
  }

  // ---- Article 6 ----

  static std::string country(std::uint64_t n) { return n == 0 ? "j" : n == 1 ? "JP" : n == 2 ? "CH" : "MN"; }
  std::string party() { return country(slip() ? 0 : 1 + below(3)); }
  void authorise() {
    secretariat();
    AuthoriseUnits c;
    c.ranges = public_where([&](const Serial& s, const Unit&) {
      return below(10) == 0 || std::none_of(book().authorisations.begin(), book().authorisations.end(), [&](const auto& a) { return !a.second.withdrawn_on && Book::contains(serials(a.second.ranges), s); });
    });
    c.host = party();
    for (auto n = below(3); n > 0; --n) c.parties.push_back(party());
    c.ndc = below(3) != 0, c.international = below(3) == 0, c.other = below(3) == 0;
    c.scheme = slip() ? "" : "CORSIA";
    c.letter = paper();
    c.authorised_on = some_day_before();
    if (!nothing(c.ranges)) play("AuthoriseUnits", c);
  }
  AuthorisationNumber authorisation(bool untouched = false) {
    const auto stands = [&](AuthorisationNumber number, const AuthorisationRow& a) { return !a.withdrawn_on && !(untouched && book().first_transfers.contains({number, 1})); };
    return {number_where(book().authorisations, stands).value_or(0)};
  }
  void withdraw_authorisation() {
    secretariat();
    const auto number = authorisation(true);
    if (number || slip()) play("WithdrawAuthorisation", WithdrawAuthorisation{number, paper(), slip() ? some_day_before() : in_.act.business_date});
  }
  std::vector<PublicRange> of_authorisation(AuthorisationNumber number, bool transferred_too) {
    const auto it = book().authorisations.find(number);
    const auto all = it == book().authorisations.end() ? std::vector<SerialRange>{} : serials(it->second.ranges);
    auto out = public_where([&](const Serial& s, const Unit&) { return Book::contains(all, s) && (transferred_too || !transferred(book(), number, s)); });
    // The dice seldom fall on a few units of many.
    for (auto i = all.size(); out.empty() && i > 0; --i) {
      const auto one = all[below(all.size())];
      if (transferred_too || !book().any_of({one}, [&](const Serial& s) { return transferred(book(), number, s); }) || slip()) out = open_ranges({one});
    }
    return out;
  }
  void first_transfer() {
    secretariat();
    RecordFirstTransfer c;
    c.authorisation = authorisation();
    if (!c.authorisation && !slip()) return;
    c.ranges = of_authorisation(c.authorisation, slip());
    c.acquiring = party();
    if (const auto it = book().authorisations.find(c.authorisation); it != book().authorisations.end() && !it->second.parties.empty() && !slip()) c.acquiring = it->second.parties.front();
    c.on = slip() ? day(half() ? -40 : 1) : in_.act.business_date;
    c.document = paper();
    if (!nothing(c.ranges)) play("RecordFirstTransfer", c);
  }
  void adjust() {
    secretariat();
    RecordAdjustment c;
    c.authorisation = authorisation();
    if (!c.authorisation && !slip()) return;
    c.ranges = of_authorisation(c.authorisation, true);
    if (!book().first_transfers.empty() && half()) {
      auto it = book().first_transfers.begin();
      std::advance(it, static_cast<std::ptrdiff_t>(below(book().first_transfers.size())));
      c.authorisation = it->first.authorisation;
      c.ranges = it->second.ranges;
    }
    c.party = party();
    c.year = slip() ? 2020 : static_cast<std::uint32_t>(today().year()) - static_cast<std::uint32_t>(below(3));
    c.status = static_cast<AdjustmentStatus>(slip() ? 8 : 1 + below(3));
    c.adds = half();
    c.on = slip() ? day(1) : in_.act.business_date;
    c.document = paper();
    play("RecordAdjustment", c);
  }

  // ---- the game ----

  void step() {
    if (below(5) == 0) in_.act.time.ms += static_cast<std::int64_t>(below(2 * day_ms));
    if (below(4) != 0) both_.lapse(in_);
    using Move = void (Game::*)();
    struct Weighted {
      int weight;
      Move move;
    };
    static constexpr Weighted moves[] = {
        {2, &Game::request_account}, {3, &Game::decide_account}, {1, &Game::close_account}, {2, &Game::file_documents}, {2, &Game::set_control}, {1, &Game::suspend_account}, {1, &Game::succeed_account},
        {2, &Game::appoint_agent}, {1, &Game::dismiss_agent}, {2, &Game::issue}, {2, &Game::open_batch}, {2, &Game::import_units}, {1, &Game::expire}, {1, &Game::release_buffer},
        {1, &Game::draw_buffer}, {10, &Game::transfer}, {6, &Game::offer}, {2, &Game::confirm_offer}, {4, &Game::accept_offer}, {2, &Game::end_offer}, {2, &Game::ask_return},
        {2, &Game::answer_return}, {2, &Game::correct}, {1, &Game::restrict}, {2, &Game::lift}, {2, &Game::label}, {3, &Game::request}, {3, &Game::apply}, {2, &Game::confirm},
        {2, &Game::execute}, {2, &Game::withdraw}, {1, &Game::open_retirement}, {2, &Game::divide}, {1, &Game::site}, {1, &Game::rekey}, {2, &Game::authorise},
        {1, &Game::withdraw_authorisation}, {2, &Game::first_transfer}, {2, &Game::adjust}};
    std::uint64_t sum = 0;
    for (const auto& m : moves) sum += static_cast<std::uint64_t>(m.weight);
    auto at = below(sum);
    for (const auto& m : moves) {
      if (at < static_cast<std::uint64_t>(m.weight)) return (this->*m.move)();
      at -= static_cast<std::uint64_t>(m.weight);
    }
  }

  // A group of commands that is kept, or taken back as if it had never been.
  void group() {
    const auto before = both_.naive;
    const auto hash = both_.state_hash();
    const auto in = in_;
    const auto version = key_version_;
    both_.note([] { return std::string("-- a group begins"); });
    both_.real.begin_group();
    for (auto n = 1 + below(6); n > 0; --n) step();
    if (half()) {
      both_.real.keep_group();
      return both_.note([] { return std::string("-- the group is kept"); });
    }
    both_.real.undo_group();
    both_.note([] { return std::string("-- the group is taken back"); });
    both_.naive = before;
    in_ = in;
    key_version_ = version;
    if (both_.state_hash() != hash) throw Difference("a group that was taken back left something");
    both_.compare(today());
  }

  std::uint32_t key_version_ = 1;
};

}  // namespace sumi::registry::naive
