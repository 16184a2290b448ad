// For the benchmark: a ledger written by hand in SQL, in the same SQLite with the same settings (WAL, synchronous=FULL). It keeps what a careful author
// would keep: balances that cannot fall below zero, blocks of serials that are split and joined, and a journal row with the request's key, unique.
// It checks no roles, dates or suspensions, hashes nothing and proves nothing.
#pragma once

#include <string>

#include "service/testing.h"
#include "store/sqlite.h"

namespace sumi::service::bench_rival {

using testing::value_of;

class SqlLedger {
 public:
  SqlLedger(const std::string& path, std::uint64_t units)
      : database_(value_of(store::Database::open(path, "journal", store::Opening::create))),
        begin_(make_tables(units, "BEGIN IMMEDIATE")),
        commit_(database_.prepare("COMMIT")),
        oldest_(database_.prepare("SELECT batch, first, end FROM blocks WHERE account = ?1 ORDER BY batch, first LIMIT 1")),
        debit_(database_.prepare("UPDATE accounts SET balance = balance - ?2 WHERE id = ?1")),
        credit_(database_.prepare("UPDATE accounts SET balance = balance + ?2 WHERE id = ?1")),
        shrink_(database_.prepare("UPDATE blocks SET first = ?3 WHERE batch = ?1 AND first = ?2")),
        before_(database_.prepare("SELECT first, end, account FROM blocks WHERE batch = ?1 AND first < ?2 ORDER BY first DESC LIMIT 1")),
        grow_(database_.prepare("UPDATE blocks SET end = ?3 WHERE batch = ?1 AND first = ?2")),
        insert_(database_.prepare("INSERT INTO blocks(batch, first, end, account) VALUES (?1, ?2, ?3, ?4)")),
        write_(database_.prepare("INSERT INTO entries(key, source, target, batch, first, end, price, actor, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")) {}

  void begin() { value_of(begin_.run()); }
  void commit() { value_of(commit_.run()); }
  // `amount` units out of the oldest block of account 1, which is large enough, to account 2.
  void transfer(const IdempotencyKey& key, const PersonId& actor, std::uint64_t amount) {
    const auto n = static_cast<std::int64_t>(amount);
    value_of(oldest_.bind(1, 1).step());
    const auto batch = oldest_.integer(0), first = oldest_.integer(1), end = oldest_.integer(2);
    oldest_.reset();
    if (end - first <= n) throw std::runtime_error("the block is too small for this benchmark");
    value_of(debit_.bind(1, 1).bind(2, n).run());
    value_of(credit_.bind(1, 2).bind(2, n).run());
    value_of(shrink_.bind(1, batch).bind(2, first).bind(3, first + n).run());
    const bool any = value_of(before_.bind(1, batch).bind(2, first).step());
    const bool joins = any && before_.integer(1) == first && before_.integer(2) == 2;
    const auto left = any ? before_.integer(0) : 0;
    before_.reset();
    if (joins) {
      value_of(grow_.bind(1, batch).bind(2, left).bind(3, first + n).run());
    } else {
      value_of(insert_.bind(1, batch).bind(2, first).bind(3, first + n).bind(4, 2).run());
    }
    write_.bind(1, BytesView(key.bytes)).bind(2, 1).bind(3, 2).bind(4, batch).bind(5, first).bind(6, first + n);
    value_of(write_.bind(7, std::string_view("5200")).bind(8, BytesView(actor.bytes)).bind(9, 1'811'000'000'000).run());
  }

 private:
  store::Statement make_tables(std::uint64_t units, const char* begin) {
    value_of(database_.execute(
        "CREATE TABLE accounts(id INTEGER PRIMARY KEY, balance INTEGER NOT NULL CHECK(balance >= 0));"
        "CREATE TABLE blocks(batch INTEGER NOT NULL, first INTEGER NOT NULL, end INTEGER NOT NULL CHECK(end > first), account INTEGER NOT NULL REFERENCES accounts(id),"
        " PRIMARY KEY(batch, first)) WITHOUT ROWID;"
        "CREATE INDEX blocks_of_account ON blocks(account, batch, first);"
        "CREATE TABLE entries(id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, source INTEGER NOT NULL, target INTEGER NOT NULL, batch INTEGER NOT NULL,"
        " first INTEGER NOT NULL, end INTEGER NOT NULL, price TEXT NOT NULL, actor BLOB NOT NULL, at INTEGER NOT NULL);"));
    const auto n = std::to_string(units);
    value_of(database_.execute(("INSERT INTO accounts VALUES (1, " + n + "), (2, 0); INSERT INTO blocks VALUES (1, 1, " + n + " + 1, 1)").c_str()));
    return database_.prepare(begin);
  }
  store::Database database_;
  store::Statement begin_, commit_, oldest_, debit_, credit_, shrink_, before_, grow_, insert_, write_;
};

}  // namespace sumi::service::bench_rival
