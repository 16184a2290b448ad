// The registry's papers: notice of a retirement, its certificates, balance certificate, history and yearly statement of an account. Data for report/render.h.
//
// What each must say: 無効化通知書 names the user, the uses and the serials (J-クレジット制度 無効化の手続, japancredit.go.jp usage); 残高証明 is the written certificate of what
// the account records (地球温暖化対策の推進に関する法律 第57条の2, 口座簿運営省令 第13条; the J-Credit terms are not at hand).
#pragma once

#include <optional>
#include <string>

#include "report/document.h"
#include "service/account_history.h"
#include "service/ledger.h"

namespace sumi::service {

// "J-..-1-100": the template of the rulebook's codes/serial, filled for a range of a batch; an imported block's in its own grammar.
[[nodiscard]] std::string printed_serial(const rulebook::Rulebook& rulebook, const scheme::State& state, BatchNumber batch, std::uint64_t first, std::uint64_t end);

// "sumi-demo/<store>#<entry>:<first 16 digits of the leaf hash>": leads to an entry and to its receipt. service.paper_code_syntax.
struct EntryCode {
  std::string origin;
  SequenceNumber entry;
  std::string leaf;  // 16 hexadecimal digits
  [[nodiscard]] std::string to_text() const;
  // Of the public page that tells what the entry says: "/r/sumi-demo/<store>/<entry>/<leaf>".
  [[nodiscard]] std::string to_path() const;
  // Either form, and the path behind any address.
  [[nodiscard]] static Result<EntryCode> parse(std::string_view text);
};
// The QR code of a paper then leads to the page of a server: `base_url` as service::base_url_of gives it. What is printed beside it stays.
void lead_to_page(report::Document& document, std::string_view base_url);
Result<EntryCode> code_of(const Ledger& ledger, SequenceNumber entry);
// The entry that a code means; service.paper_code_foreign where store or leaf are others.
Result<SequenceNumber> entry_of(const Ledger& ledger, const EntryCode& code);

// The last entry of that day in Japan or before; service.store_younger, service.day_in_future.
Result<SequenceNumber> last_entry_of(const Ledger& ledger, Date day);
// Registered here, or registered before and brought in: lists of other schemes give their projects no number of ours.
[[nodiscard]] bool is_registered(const scheme::State& state, ProjectNumber project);
// What a paper is dated: today in Japan; on a demo or training store the day of its last entry, so that a story gives the same papers whenever it is played.
[[nodiscard]] Date paper_day(const scheme::State& state);
// The user's corporate number as it is now; "" where it has none, or a retirement that was brought in names no user.
[[nodiscard]] std::string user_number(const scheme::State& state, OrganisationNumber user);

// Confirmed retirements only: service.paper_not_retired.
Result<report::Document> retirement_notice(const Ledger& ledger, RetirementNumber retirement);
// The certificates into which a retirement was divided; service.paper_no_certificates.
Result<report::Document> certificate_list(const Ledger& ledger, RetirementNumber retirement);
// As of the end of a day, now where none is given. service.store_younger, service.day_in_future.
Result<report::Document> balance_certificate(const Ledger& ledger, AccountNumber account, std::optional<Date> day);
// Every movement, with prices and cost where they were stated.
Result<report::Document> account_history(const Ledger& ledger, AccountNumber account);
// Opening, what came and went, closing, for one fiscal year; of the year that runs, so far. service.day_in_future where it has not begun.
Result<report::Document> yearly_statement(const Ledger& ledger, AccountNumber account, FiscalYear year);

}  // namespace sumi::service
