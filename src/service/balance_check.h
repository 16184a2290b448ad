// Balances, a second time: from what the entries say, by code that shares nothing with registry.cc (decision 17).
//
// Two ways run side by side. Amounts: each entry takes its units from one place and adds them to another, place = batch, account and status; no serial is
// looked at. Serials: each batch is a plain list of pieces, cut where an entry cuts them and never joined, and an entry may only move what lies where it
// says. In the end both must be what the state says: totals, blocks, free units and accounts. A command that this code does not know is a finding, too.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "scheme/scheme.h"

namespace sumi::service {

class BalanceCheck {
 public:
  // In the order of the journal; findings name the entry.
  void add(SequenceNumber entry, const scheme::AnyCommand& command, const scheme::AnyOutcome& outcome);
  // One sentence per finding, those of add() first; at most limits::findings_max.
  [[nodiscard]] std::vector<std::string> compare(const scheme::State& state) const;

  enum class Status : std::uint8_t { held, requested, offered, used };
  struct Place {
    AccountNumber account;
    Status status = Status::held;
    std::uint64_t number = 0;  // of the retirement or the offer
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  struct Piece {
    std::uint64_t end = 0;
    Place place;
  };
  struct Range {
    BatchNumber batch;
    std::uint64_t first = 0, end = 0;
  };
  struct Account {
    registry::AccountKind kind{};
    bool open = false;
  };
  struct Batch {
    std::map<std::uint64_t, Piece> pieces;  // by their first serial
    std::uint64_t opened = 0, issued = 0, imported = 0;
  };
  struct Request {  // a retirement or an offer that is open
    AccountNumber from, to;
    registry::EndUse end_use{};
    std::vector<Range> ranges;
  };

 private:
  friend struct BalanceReader;
  void tell(const std::string& text);
  // The account that is open now and takes what is used up so.
  [[nodiscard]] AccountNumber account_for(registry::AccountKind kind) const;
  void create(BatchNumber batch, std::uint64_t first, std::uint64_t end, const std::vector<registry::Allocation>& allocations, std::uint64_t Batch::* how);
  // Moves the units; all of them must lie in `from` (whose account 0 = any account).
  void move(const std::vector<Range>& ranges, const Place& from, const Place& to);
  void compare_batch(BatchNumber number, const Batch& batch, const scheme::State& state, std::vector<std::string>& findings) const;

  SequenceNumber entry_;
  std::map<AccountNumber, Account> accounts_;
  std::map<BatchNumber, Batch> batches_;
  std::map<std::tuple<BatchNumber, AccountNumber, Status>, std::int64_t> amounts_;
  std::map<std::uint64_t, Request> requests_, offers_, returns_;
  std::vector<std::string> findings_;
};

}  // namespace sumi::service
