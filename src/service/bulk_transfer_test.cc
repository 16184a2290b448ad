// Lists of transfers: what is read, what is judged, what is entered. The first account holds batch 1 (1-70, fiscal year 2026) and batch 2 (1-6, 2027); it is account 1, the other 2.
#include "service/bulk_transfer.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "service/testing.h"

namespace sumi::service {
namespace {

using namespace testing;

BytesView view(const std::string& text) { return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; }

BulkTransferRequest by_tanaka(const House& house) {
  BulkTransferRequest request;
  request.actor = house.who.tanaka;
  request.on_behalf_of = house.who.first;
  request.time = at("2027-05-20");
  return request;
}
Result<BulkTransfers> send(House& house, const std::string& text, const BulkTransferRequest& request) {
  return transfer_in_bulk(*house.ledger, view(text), "list.csv", request, Language::en);
}
Result<BulkTransfers> send(House& house, const std::string& text) { return send(house, text, by_tanaka(house)); }

// "3:2 registry.amount_zero", one for each finding.
std::vector<std::string> findings(const BulkTransfers& done) {
  std::vector<std::string> out;
  for (const auto& e : done.errors) out.push_back(std::to_string(e.place.line) + ":" + std::to_string(e.place.column) + " " + qualified_name(*e.def));
  return out;
}
std::vector<std::string> report(const BulkTransfers& done) {
  std::vector<std::string> out;
  for (const auto& l : done.lines) out.push_back(std::to_string(l.line) + " " + l.result);
  return out;
}
using Words = std::vector<std::string>;

TEST(BulkTransfer, lines_are_entered_together_and_told_one_by_one) {
  House house;
  const auto before = house.ledger->last().value;
  const auto done = value_of(send(house, "from,to,amount,serials,credit_type,project,price,agreed_on,note\n"
                                         "1,2,10,,ER,,\"3,000\",,四半期分\n"
                                         "\n"
                                         "1,2,,1:20-24 1:30-30;2:1-2,,,,2027-05-10,\n"
                                         "１,２,５,,,1,,,\n"));
  EXPECT_TRUE(done.errors.empty());
  EXPECT_TRUE(done.entered);
  EXPECT_FALSE(done.repeated);
  EXPECT_EQ(report(done), (Words{"2 moved", "4 moved", "5 moved"}));
  EXPECT_EQ(house.ledger->last().value, before + 3);
  EXPECT_EQ(house.balance(house.who.second_account).held, 10u + 8u + 5u);
  const auto first = std::to_string(before + 1), second = std::to_string(before + 2), third = std::to_string(before + 3);
  EXPECT_EQ(bulk_report(done), "line,result,entry,serials,message\n2,moved," + first + ",1:1-10,\n4,moved," + second + ",1:20-24 1:30-30 2:1-2,\n5,moved," + third + ",1:11-15,\n");
  // What a Transfer cannot say is an offer that nobody waits for.
  EXPECT_TRUE(std::holds_alternative<registry::Transfer>(value_of(house.ledger->record({before + 1})).command));
  const auto offer = value_of(house.ledger->record({before + 2})).command;
  EXPECT_EQ(std::get<registry::OfferTransfer>(offer).agreed_on, day("2027-05-10"));
  const auto noted = value_of(house.ledger->record({before + 1})).command;
  const auto sealed = value_of(house.ledger->people().sealed(std::get<registry::Transfer>(noted).note.commitment));
  ASSERT_TRUE(sealed);
  EXPECT_EQ(std::string(sealed->value.begin(), sealed->value.end()), "四半期分");
  EXPECT_EQ(house.findings(), Words{});
}

TEST(BulkTransfer, one_wrong_line_and_nothing_is_entered) {
  House house;
  const auto hash = house.state_hash();
  const auto done = value_of(send(house, "to,from,amount,serials,price,agreed_on\n"
                                         "2,1,10,,,\n"
                                         "2,x,10,,,\n"
                                         "2,1,0,,,\n"
                                         "2,1,10,,-5,\n"
                                         "2,1,10,1:1-2,,\n"
                                         "2,1,,,,\n"
                                         "2,1,,1:5-70x,,tomorrow\n"
                                         "2,1,,1:5-5,,\n"
                                         "9,1,1,,,\n"
                                         "1,1,1,,,\n"
                                         "1,2,1,,,\n"
                                         "2,1,67,,,\n"
                                         "2,1,66,,,\n"
                                         "2,1,1,,,2027-05-21\n"));
  EXPECT_EQ(findings(done), (Words{"3:2 service.bulk_value", "4:3 registry.amount_zero", "5:5 registry.price_syntax", "6:4 registry.selection_missing", "7:3 registry.selection_missing",
                                "8:4 service.bulk_value", "8:6 service.bulk_value", "9:4 registry.units_elsewhere", "10:1 registry.account_unknown", "11:1 registry.same_account",
                                "12:2 registry.not_the_holder", "13:3 registry.insufficient_units", "15:3 registry.insufficient_units"}));
  EXPECT_FALSE(done.entered);
  EXPECT_EQ(house.state_hash(), hash);
  // Every line is in the report, also those that fit.
  ASSERT_EQ(done.lines.size(), 14u);
  EXPECT_EQ(done.lines[0].result, "judged");
  EXPECT_EQ(done.lines[1].result, "service.bulk_value");
  EXPECT_EQ(done.lines[1].message, "\"x\" in the column from cannot be read");
  EXPECT_EQ(done.lines[12].result, "judged");
}

TEST(BulkTransfer, the_day_of_a_contract_is_not_ahead) {
  House house;
  EXPECT_EQ(findings(value_of(send(house, "from,to,amount,agreed_on\n1,2,1,2027-05-21\n"))), Words{"2:4 registry.agreed_in_future"});
}

TEST(BulkTransfer, a_cell_that_no_column_names_is_never_passed_over) {
  House house;
  EXPECT_EQ(findings(value_of(send(house, "from,to,amount\n1,2,1,000\n1,2,\"1\",\n"))), Words{"2:4 service.bulk_value"});
}

TEST(BulkTransfer, who_may_not_is_told_once) {
  House house;
  auto request = by_tanaka(house);
  request.actor = house.who.suzuki;
  EXPECT_EQ(findings(value_of(send(house, "from,to,amount\n1,2,1\n1,2,1\n", request))), Words{"0:0 scheme.role_missing"});
}

TEST(BulkTransfer, columns) {
  House house;
  EXPECT_EQ(refusal(send(house, "")), "service.bulk_empty");
  EXPECT_EQ(refusal(send(house, "from,to,amount\n\n")), "service.bulk_empty");
  EXPECT_EQ(refusal(send(house, "from,amount\n1,1\n")), "service.bulk_column_missing");
  EXPECT_EQ(refusal(send(house, "from,to,price\n1,2,1\n")), "service.bulk_column_missing");
  EXPECT_EQ(refusal(send(house, "from,to,amount,yen\n1,2,1,1\n")), "service.bulk_column_unknown");
  EXPECT_EQ(refusal(send(house, "from,to,amount,移転元\n1,2,1,1\n")), "service.bulk_column_unknown");
  // As a spreadsheet in Japan writes it: names in Japanese, cp932 ("移転元,移転先,数量" by the table of JIS X 0208).
  const std::string cp932 = "\x88\xda\x93\x5d\x8c\xb3,\x88\xda\x93\x5d\x90\xe6,\x90\x94\x97\xca\r\n1,2,3\r\n";
  EXPECT_EQ(report(value_of(send(house, cp932))), Words{"2 moved"});
}

TEST(BulkTransfer, the_same_file_is_the_same_request) {
  House house;
  const std::string list = "from,to,amount,note\n1,2,10,a\n1,2,1,b\n";
  const auto once = value_of(send(house, list));
  const auto last = house.ledger->last();
  const auto again = value_of(send(house, list));
  EXPECT_TRUE(again.repeated);
  EXPECT_EQ(bulk_report(again), bulk_report(once));
  EXPECT_EQ(house.ledger->last(), last);
  // Also by a colleague, and where the units would not do for it any more.
  value_of(house.ledger->submit(transfer(house.who, 65)));
  EXPECT_TRUE(value_of(send(house, list)).repeated);
  auto request = by_tanaka(house);
  request.again = "2027-06";
  EXPECT_EQ(findings(value_of(send(house, list, request))), (Words{"2:3 registry.insufficient_units", "3:3 registry.insufficient_units"}));
  EXPECT_EQ(house.balance(house.who.second_account).held, 76u);
}

TEST(BulkTransfer, the_same_file_again_under_a_name) {
  House house;
  const std::string list = "from,to,amount\n1,2,10\n";
  value_of(send(house, list));
  auto request = by_tanaka(house);
  request.again = "2027-06";
  EXPECT_FALSE(value_of(send(house, list, request)).repeated);
  EXPECT_TRUE(value_of(send(house, list, request)).repeated);
  EXPECT_EQ(house.balance(house.who.second_account).held, 20u);
}

TEST(BulkTransfer, a_dry_run_enters_nothing) {
  House house;
  const auto hash = house.state_hash();
  auto request = by_tanaka(house);
  request.dry_run = true;
  const auto done = value_of(send(house, "from,to,amount\n1,2,10\n1,2,66\n", request));
  EXPECT_TRUE(done.errors.empty());
  EXPECT_FALSE(done.entered);
  EXPECT_EQ(bulk_report(done), "line,result,entry,serials,message\n2,judged,,1:1-10,\n3,judged,,1:11-70 2:1-6,\n");
  EXPECT_EQ(house.state_hash(), hash);
}

TEST(BulkTransfer, what_needs_a_second_person_waits_for_one) {
  House house;
  take(*house.ledger, house.who.tanaka, house.who.first, registry::SetAccountControl{house.who.first_account, true, 10});
  const std::string list = "from,to,amount\n1,2,10\n1,2,11\n";
  EXPECT_EQ(findings(value_of(send(house, list))), Words{"3:1 service.bulk_expiry_missing"});
  auto request = by_tanaka(house);
  request.expires_on = day("2027-06-01");
  EXPECT_EQ(report(value_of(send(house, list, request))), (Words{"2 moved", "3 waits_for_second"}));
  EXPECT_EQ(house.balance(house.who.first_account).escrowed, 11u);
  take(*house.ledger, house.who.suzuki, house.who.first, registry::ConfirmOffer{{1}});
  EXPECT_EQ(house.balance(house.who.second_account).held, 21u);
  EXPECT_EQ(house.findings(), Words{});
}

TEST(BulkTransfer, a_line_may_ask_the_transferee_first) {
  House house;
  const std::string list = "from,to,amount,承諾\n1,2,10,要\n1,2,11,\n1,2,12,no\n";
  EXPECT_EQ(findings(value_of(send(house, list))), Words{"2:1 service.bulk_expiry_missing"});
  auto request = by_tanaka(house);
  request.expires_on = day("2027-06-01");
  EXPECT_EQ(report(value_of(send(house, list, request))), (Words{"2 waits_for_transferee", "3 moved", "4 moved"}));
  EXPECT_EQ(house.balance(house.who.first_account).escrowed, 10u);
  take(*house.ledger, house.who.kato, house.who.second, registry::AcceptOffer{{1}});
  EXPECT_EQ(house.balance(house.who.second_account).held, 33u);
  EXPECT_EQ(findings(value_of(send(house, "from,to,amount,acceptance\n1,2,1,perhaps\n"))), Words{"2:4 service.bulk_value"});
  EXPECT_EQ(house.findings(), Words{});
}

// 4,096 lines (half of limits::batch_entries_max) are entered as one group, one more is none.
TEST(BulkTransfer, as_many_as_a_group_holds) {
  StandingClock clock{at("2027-05-20")};
  LedgerOptions options;
  options.clock = &clock;
  const auto ledger = value_of(Ledger::in_memory(create_options(), options));
  const auto who = furnish(*ledger, 100'000, 6);
  BulkTransferRequest request;
  request.actor = who.tanaka;
  request.on_behalf_of = who.first;
  request.time = at("2027-05-20");
  std::string list = "from,to,amount\n";
  for (int i = 0; i < 4096; ++i) list += "1,2," + std::to_string(1 + i % 20) + "\n";
  const auto done = value_of(transfer_in_bulk(*ledger, view(list), "list.csv", request, Language::ja));
  EXPECT_EQ(done.lines.size(), 4096u);
  EXPECT_TRUE(done.entered);
  list += "1,2,1\n";
  const auto more = transfer_in_bulk(*ledger, view(list), "list.csv", request, Language::ja);
  ASSERT_FALSE(more);
  EXPECT_EQ(qualified_name(*more.error().def), "service.bulk_too_many");
  EXPECT_NE(describe_error(more.error(), Language::en).find("2 or more files"), std::string::npos);
}

}  // namespace
}  // namespace sumi::service
