// A move per kind of command (model_game_test.h): fields chosen so that most are right, each of them wrong now and then.
#pragma once

#include "registry/model_setting_test.h"

namespace sumi::registry::naive {

class Moves : protected Setting {
 protected:
  using Setting::Setting;
  template <class C>
  bool play(const char* name, const C& c) { return both_.play(name, c, in_); }

  // ---- accounts ----

  bool open(AccountKind kind, OrganisationNumber organisation, const std::string& department) {
    secretariat();
    if (!play("RequestAccount", RequestAccount{organisation, kind, department, below(6) == 0})) return false;
    const AccountNumber number{book().accounts.size()};
    if (!book().documents.empty() && kind == AccountKind::holding) file(number);
    secretariat();
    return play("DecideAccount", DecideAccount{number, true, ""});
  }
  void request_account() {
    const auto kind = below(8) == 0 ? static_cast<AccountKind>(below(8)) : AccountKind::holding;
    const auto organisation = slip() ? 9 : 1 + below(Four::count);
    if (half()) secretariat();
    else acts(slip() ? 1 + below(Four::count) : organisation);
    play("RequestAccount", RequestAccount{{organisation}, kind, std::to_string(below(30)), below(6) == 0});
  }
  void decide_account() {
    secretariat();
    const bool approved = below(5) != 0;
    const auto ready = [&](AccountNumber number, const AccountRow& a) {
      return a.status == AccountStatus::requested && (!approved || a.kind != AccountKind::holding || book().documents.empty() || book().documents.contains(number));
    };
    if (const auto number = number_where(book().accounts, ready)) play("DecideAccount", DecideAccount{{*number}, approved, slip() ? "mood" : "false_statement"});
  }
  void close_account() {
    const auto empty = [&](AccountNumber number, const AccountRow& a) {
      const bool any = std::any_of(book().units.begin(), book().units.end(), [&](const auto& u) { return u.second.account == number; });
      return a.kind == AccountKind::holding && a.status == AccountStatus::open && !any;
    };
    const auto number = number_where(book().accounts, empty);
    if (!number) return;
    acts(book().accounts.contains({*number}) && !slip() ? book().accounts.at({*number}).organisation.value : 1);
    play("CloseAccount", CloseAccount{{*number}});
  }
  void file(AccountNumber account) {
    holder(account);
    FileAccountDocuments c;
    c.account = account;
    c.holder_name = slip() ? "墨田製作所" : half() ? "株式会社墨田" : "合同会社すみ";
    c.name_kana = slip() ? (half() ? "スミダ" : "") : "すみだ・せいさくしょ";
    c.corporate_number = "1234567890123";
    c.representative = sealed(), c.address = sealed(), c.contact = sealed();
    for (auto n = slip() ? 0 : 1 + below(2); n > 0; --n) c.documents.push_back(paper());
    play("FileAccountDocuments", c);
  }
  void file_documents() { file(number_of_waiting()); }
  AccountNumber number_of_waiting() {
    for (const auto& [number, a] : book().accounts) {
      if (a.status == AccountStatus::requested && a.kind == AccountKind::holding && !book().documents.contains(number) && half()) return number;
    }
    return holding();
  }
  void set_control() {
    const auto account = holding();
    holder(account);
    play("SetAccountControl", SetAccountControl{account, below(3) != 0, below(4)});
  }
  void suspend_account() {
    secretariat();
    const bool suspended = below(3) == 0;
    const auto standing = [&](AccountNumber, const AccountRow& a) { return a.kind == AccountKind::holding && a.status == (suspended ? AccountStatus::open : AccountStatus::suspended); };
    if (const auto number = number_where(book().accounts, standing)) play("SuspendAccount", SuspendAccount{{*number}, suspended, slip() ? "mood" : "court_order", paper()});
  }
  void succeed_account() {
    secretariat();
    const auto idle = [&](AccountNumber number, const AccountRow& a) {
      const bool waits = std::any_of(book().units.begin(), book().units.end(), [&](const auto& u) { return u.second.account == number && u.second.status == BlockStatus::escrowed; });
      return a.kind == AccountKind::holding && Book::stands(a) && (!waits || below(5) == 0);
    };
    if (const auto number = number_where(book().accounts, idle)) play("SucceedAccount", SucceedAccount{{*number}, other_than({*number}), paper()});
  }
  void appoint_agent() {
    const auto account = holding();
    holder(account);
    AppointAgent c;
    c.account = account;
    c.agent = {slip() ? 9 : 1 + below(Four::count)};
    if (const auto* row = book().account(account); row != nullptr && row->organisation == c.agent && !slip()) c.agent.value = c.agent.value % Four::count + 1;
    c.transfers = below(3) != 0, c.retires = below(3) != 0;
    c.from = day(static_cast<std::int64_t>(below(4)) - 2);
    c.until = day(static_cast<std::int64_t>(below(40)) - (slip() ? 20 : 0));
    c.document = paper();
    play("AppointAgent", c);
  }
  void dismiss_agent() {
    DismissAgent c{holding(), {1 + below(Four::count)}};
    for (const auto& [key, row] : book().agents) {
      if (below(3) == 0) c = {key.account, key.agent};
    }
    holder(c.account);
    if (const auto* row = book().account(c.account); row != nullptr && !slip()) acts(row->organisation.value);
    play("DismissAgent", c);
  }

  // ---- batches ----

  std::vector<Allocation> allocations(std::uint64_t amount, bool buffer_too) {
    std::vector<Allocation> out;
    while (amount > 0) {
      const auto part = below(3) == 0 ? amount : 1 + below(amount);
      const bool to_buffer = buffer_too && below(4) == 0 && book().system(AccountKind::buffer);
      out.push_back({to_buffer ? book().system(AccountKind::buffer) : holding(), part});
      amount -= part;
    }
    if (slip()) out.push_back({holding(), below(2)});
    if (below(200) == 0) out.push_back({holding(), UINT64_MAX});
    return out;
  }
  BatchAttributes attributes() {
    BatchAttributes a;
    a.crediting_programme = below(4) == 0 ? "JCM" : "J-Credit";
    a.programme_code = below(3) == 0 ? "JVER" : "JC";
    a.credit_type = half() ? "ER" : "ERL";
    if (below(5) == 0) a.unit_kind = static_cast<UnitKind>(1 + below(4));
    a.project = {1 + below(3)};
    a.certification = {1 + below(5)};
    a.methodology = "EN-S-001";
    a.vintage = {static_cast<std::int32_t>(2018 + below(6))};
    if (below(3) == 0) a.makers.push_back({{slip() ? 9 : 1 + below(Four::count)}, {}, 1 + below(3)});
    return a;
  }
  Date some_day_before() { return slip() ? day(2) : day(-static_cast<std::int64_t>(below(30))); }
  void issue() {
    secretariat();
    Issue c;
    IssueLine line;
    line.amount = 1 + below(25);
    line.attributes = attributes();
    c.certification = line.attributes.certification;
    c.allocations = allocations(line.amount, true);
    line.issued = slip();
    line.certified_on = some_day_before();
    in_.line = slip() ? std::nullopt : std::optional(line);
    play("Issue", c);
    in_.line.reset();
  }
  void open_batch() {
    secretariat();
    OpenBatch c;
    c.attributes = attributes();
    const auto amount = 1 + below(25);
    const auto where = below(8);
    c.first = where == 0 ? UINT64_MAX - amount - below(2) : where < 4 ? 1 : 1 + below(5000);
    c.end = c.first + amount;
    c.issued_on = some_day_before();
    c.allocations = allocations(amount, true);
    if (slip()) c.first = half() ? 0 : c.end;
    play("OpenBatch", c);
  }
  void import_units() {
    secretariat();
    ImportUnits c;
    c.attributes = attributes();
    c.attributes.project = {}, c.attributes.certification = {slip() ? 1u : 0u};
    const bool read = below(3) != 0;
    c.attributes.crediting_programme = read ? "Verra" : slip() ? (half() ? "" : "J-Credit") : "Gold Standard";
    const auto amount = 1 + below(20);
    c.first = read ? 1 + below(400) : slip() ? 7 : 1;
    c.end = c.first + amount;
    c.serial = std::string(half() ? "0" : "") + std::to_string(70 + below(4)) + "-" + std::to_string(c.first) + "-" + std::to_string(c.end - 1) + "-VCS";
    if (!read) c.serial = std::string(half() ? "gs" : "GS") + " Block " + std::to_string(below(60));
    if (slip()) c.serial = half() ? "" : c.serial + "9";
    if (slip()) ++c.end;
    c.issued_on = some_day_before();
    c.document = paper();
    c.allocations = allocations(c.end - c.first, slip());
    play("ImportUnits", c);
  }
  void expire() {
    secretariat();
    if (!slip()) in_.act.business_date = today();
    auto ranges = public_where([&](const Serial& s, const Unit& u) { return u.status == BlockStatus::held && book().batches.at(s.first).attributes.programme_code == "JVER"; });
    if (!nothing(ranges)) play("ExpireUnits", ExpireUnits{std::move(ranges), slip() ? (half() ? "later" : "never") : "jver"});
  }
  std::vector<PublicRange> of_buffer(ProjectNumber project) {
    return public_where([&](const Serial& s, const Unit& u) {
      return u.status == BlockStatus::held && book().accounts.at(u.account).kind == AccountKind::buffer && (!project || book().batches.at(s.first).attributes.project == project);
    });
  }
  void release_buffer() {
    secretariat();
    const ProjectNumber project{1 + below(3)};
    auto ranges = of_buffer(project);
    if (!nothing(ranges)) play("ReleaseBuffer", ReleaseBuffer{slip() ? ProjectNumber{4} : project, std::move(ranges), holding()});
  }
  void draw_buffer() {
    secretariat();
    const ProjectNumber project{1 + below(3)};
    const DrawBuffer c{project, 1, of_buffer({})};
    in_.need = BufferNeed{slip() ? below(3) : Book::count(serials(c.ranges)), slip()};
    if (slip()) in_.need.reset();
    if (!nothing(c.ranges)) play("DrawBuffer", c);
    in_.need.reset();
  }

  // ---- transfers ----

  std::string price() { return slip() ? (half() ? "-5" : "0") : below(3) == 0 ? "" : half() ? "5000" : "1234.5"; }
  void transfer() {
    Transfer c;
    c.from = rich(), c.to = other_than(c.from);
    c.selection = selection(c.from);
    c.price_yen_per_t = price();
    holder(c.from);
    play("Transfer", c);
  }
  void offer() {
    OfferTransfer c;
    c.from = rich(), c.to = other_than(c.from);
    c.selection = selection(c.from);
    c.price_yen_per_t = price();
    c.note = sealed();
    holder(c.from);
    c.acceptance = below(4) != 0;
    c.expires_on = slip() ? day(half() ? -1 : 91) : day(static_cast<std::int64_t>(below(8)));
    if (half()) c.agreed_on = some_day_before();
    play("OfferTransfer", c);
  }
  std::optional<std::uint64_t> offer_in(OfferStatus status) {
    return number_where(book().offers, [&](OfferNumber, const OfferRow& o) { return o.status == status && (today() <= o.expires_on || slip()); });
  }
  void acts_on_offer(OfferNumber number, bool for_taker) {
    const auto it = book().offers.find(number);
    if (it == book().offers.end()) return acts(1 + below(Four::count));
    holder(for_taker ? it->second.to : it->second.from);
    // Mostly another person than the one who offered.
    if (!slip() && in_.act.actor == it->second.offered_by) in_.act.actor.bytes[15] = static_cast<std::uint8_t>(((in_.act.actor.bytes[15] - 1) ^ 1) + 1);
  }
  void confirm_offer() {
    const auto number = offer_in(OfferStatus::waits_for_second);
    if (!number) return;
    acts_on_offer({*number}, false);
    play("ConfirmOffer", ConfirmOffer{{*number}});
  }
  void accept_offer() {
    const auto number = offer_in(OfferStatus::offered);
    if (!number) return;
    acts_on_offer({*number}, true);
    play("AcceptOffer", AcceptOffer{{*number}});
  }
  void end_offer() {
    const auto number = offer_in(below(4) == 0 ? OfferStatus::waits_for_second : OfferStatus::offered);
    if (!number) return;
    acts_on_offer({*number}, half());
    play("EndOffer", EndOffer{{*number}});
  }
  void ask_return() {
    AskReturn c;
    c.entry = {slip() ? 0 : 1 + below(9)};
    c.from = rich(), c.to = other_than(c.from);
    c.ranges = free_of(c.from);
    c.note = sealed();
    holder(c.to);
    if (!nothing(c.ranges)) play("AskReturn", c);
  }
  void answer_return() {
    const auto number = number_where(book().returns, [](ReturnNumber, const ReturnRow& r) { return r.status == ReturnStatus::asked; });
    if (!number) return;
    const auto it = book().returns.find({*number});
    if (it == book().returns.end()) acts(1);
    else holder(it->second.from);
    play("DecideReturn", DecideReturn{{*number}, below(3) != 0});
  }
  void correct() {
    CorrectRecord c;
    c.entry = {slip() ? 0 : 1 + below(9)};
    c.from = rich(), c.to = other_than(c.from);
    c.ranges = free_of(c.from);
    c.ground = "clerical";
    c.consultation = paper();
    secretariat();
    c.consulted_on = slip() ? day(1) : in_.act.business_date;
    if (!nothing(c.ranges)) play("CorrectRecord", c);
  }
  void restrict() {
    RestrictUnits c;
    const bool trust = below(3) == 0;
    c.kind = slip() ? static_cast<RestrictionKind>(half() ? 0 : 9) : trust ? RestrictionKind::trust : half() ? RestrictionKind::dispute : RestrictionKind::seizure;
    const auto account = rich();
    c.ranges = public_where([&](const Serial&, const Unit& u) { return u.account == account && u.status != BlockStatus::used; });
    c.order = paper();
    c.ground = slip() ? "" : "court";
    c.from = day(slip() ? -1 : static_cast<std::int64_t>(below(3)));
    if (trust != slip()) {
      const auto* row = book().account(account);
      c.trustee = row == nullptr ? OrganisationNumber{1} : row->organisation;
      c.settlor = {slip() ? 9 : 1 + below(Four::count)};
      c.terms = {hash_of(1)};
      if (slip()) c.trustee = {1 + below(Four::count)};
    }
    if (trust && half()) acts(half() ? c.trustee.value : c.settlor.value == 9 ? 1 : std::max<std::uint64_t>(c.settlor.value, 1));
    else if (slip()) acts(1 + below(Four::count));
    else secretariat();
    if (!nothing(c.ranges)) play("RestrictUnits", c);
  }
  void lift() {
    secretariat();
    const auto number = number_where(book().restrictions, [](RestrictionNumber, const RestrictionRow& r) { return !r.lifted_from; });
    if (number) play("LiftRestriction", LiftRestriction{{*number}, paper(), day(slip() ? -1 : static_cast<std::int64_t>(below(2)))});
  }
  void label() {
    secretariat();
    SetLabel c;
    c.ranges = public_where([](const Serial&, const Unit&) { return true; });
    c.kind = slip() ? static_cast<LabelKind>(half() ? 0 : 7) : below(3) == 0 ? static_cast<LabelKind>(2 + below(2)) : LabelKind::suspended;
    c.detail = half() ? "" : "CORSIA";
    c.from = day(static_cast<std::int64_t>(below(5)) - 2);
    c.set = below(5) < 2;
    play("SetLabel", c);
  }
};

}  // namespace sumi::registry::naive
