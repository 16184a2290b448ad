"""The store from outside: what makes one, what it answers, who may write, and what is said when a byte of it is wrong."""

import os
import random
import re
import sqlite3
import unittest

from program import ENVIRONMENT, LAST_ENTRY, TRANSFER_ENTRY, Case, copy_of_store, hashes, key, path, read, shared_store, sumi, write

SEED = int(os.environ.get("SUMI_SEED", "20261122"))


def change_cell(file, table, column):
    """Another value in one cell of the table's first row: as long as before, one byte different."""
    with sqlite3.connect(path(file)) as database:
        rowid, value = database.execute(f"SELECT {'rowid' if table in ('segments', 'security_log') else 'NULL'}, {column} FROM {table} WHERE {column} IS NOT NULL").fetchone()
        data = bytearray(value.encode() if isinstance(value, str) else value)
        data[len(data) // 2] ^= 1
        changed = data.decode() if isinstance(value, str) else bytes(data)
        if rowid is None:
            database.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (changed, value))
        else:
            database.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (changed, rowid))
    database.close()


class Init(Case):
    def init(self, store, *words, key_file=None):
        return sumi("--store", store, "--signing-key", key() if key_file is None else key_file, "init", "--operator", "事務局", *words)

    def test_a_store_that_is_new(self):
        answer = self.done(self.init("new/er"))
        self.assertIn("公開鍵", answer.out)
        self.done(sumi("--store", "new/er", "check", "--full"))
        self.assertRegex(self.done(sumi("--store", "new/er", "status")).out, r"sumi-demo/[0-9a-f]{32}")
        self.done(self.init("training", "--kind", "training"))
        self.assertIn("sumi-training/", sumi("--store", "training", "status").out)

    def test_a_store_that_is_no_demo_is_not_served_as_one(self):
        """The demo's people and their passwords are told of a demo only."""
        self.done(self.init("no-demo", "--kind", "production"))
        with self.unchanged("no-demo"):
            answer = sumi("--store", "no-demo", "serve", "--demo", "--port", "0")
            self.refused(answer, 2, "cli.demo_other_kind", "本番")
            self.assertNotIn("sumi-demo-2026", answer.out + answer.err)
            self.refused(sumi("--store", "no-demo", "serve", "--training", "--port", "0"), 2, "cli.demo_other_kind", "--training")

    def test_a_folder_with_something_in_it(self):
        write("full/letter.txt", "keep me")
        with self.unchanged("full"):
            self.refused(self.init("full"), 2, "store.store_exists", "full")
        self.assertEqual(os.listdir(path("full")), ["letter.txt"])
        store = copy_of_store("full-store")
        with self.unchanged(store):
            self.refused(self.init(store), 2, "store.store_exists")

    def test_what_is_refused_leaves_nothing(self):
        os.makedirs(path("empty-folder"))
        for words, text in ((("--corporate-number", "8990000000002"), "base.corporate_number_check"), (("--admin", ""), "cli.login_syntax"),
                            (("--admin", "田中"), "cli.login_syntax"), (("--kind", "production", "--time", "2024-04-01"), "service.time_not_allowed"),
                            (("--time", "soon"), "--time: ")):
            with self.subTest(words=words):
                for store in ("empty-folder", "not-there"):
                    answer = self.init(store, *words)
                    self.assertIn(answer.code, (1, 2), answer)
                    self.assertIn(text, answer.err, answer)
        long_name = sumi("--store", "not-there", "--signing-key", key(), "init", "--operator", "長" * 1000)
        self.refused(long_name, 2, "scheme.text_too_long")
        long_name = sumi("--store", "empty-folder", "--signing-key", key(), "init", "--operator", "長" * 1000)
        self.refused(long_name, 2, "scheme.text_too_long")
        self.assertEqual(os.listdir(path("empty-folder")), [])
        self.assertFalse(os.path.exists(path("not-there")))
        self.done(self.init("empty-folder"))
        self.refused(self.init("/proc/no-store-here"), 2, "/proc/no-store-here")

    def test_a_key_is_needed(self):
        self.refused(sumi("--store", "keyless", "init", "--operator", "x"), 2, "cli.key_not_named", "sumi keys new")
        self.refused(self.init("keyless", key_file="none.key"), 2, "journal.key_file_missing")
        self.assertFalse(os.path.exists(path("keyless")))


class Keys(Case):
    def test_a_key_is_never_written_over(self):
        file = key()
        before = read(file)
        self.refused(sumi("keys", "new", file), 2, "journal.key_file_exists", file)
        self.assertEqual(read(file), before)

    def test_a_key_that_others_can_read(self):
        self.done(sumi("keys", "new", "open.key"))
        self.assertEqual(os.stat(path("open.key")).st_mode & 0o777, 0o600)
        for mode in (0o644, 0o640, 0o660, 0o604):
            os.chmod(path("open.key"), mode)
            self.refused(sumi("keys", "show", "open.key"), 2, "journal.key_file_permissions", "chmod 600")
            self.refused(sumi("--store", shared_store(), "--signing-key", "open.key", "receipt", "5"), 2, "journal.key_file_permissions")
        os.chmod(path("open.key"), 0o600)
        self.done(sumi("keys", "show", "open.key"))

    def test_a_key_with_one_letter_changed(self):
        self.done(sumi("keys", "new", "bent.key"))
        whole = read("bent.key")
        for at in range(0, len(whole) - 1, 7):
            bent = bytearray(whole)
            bent[at] = ord("A") if bent[at] != ord("A") else ord("B")
            write("bent.key", bytes(bent))
            self.refused(sumi("keys", "show", "bent.key"), 2, "journal.key_file_syntax")

    def test_the_secret_is_never_shown(self):
        secret = re.search(rb"(?m)^seed (\S+)$", read(key())).group(1).decode()
        for words in (("keys", "show", key()), ("--json", "keys", "show", key()), ("--store", shared_store(), "--signing-key", key(), "receipt", "58")):
            self.assertNotIn(secret, self.done(sumi(*words)).out)


class Answers(Case):
    def test_one_state_hash(self):
        store = ("--store", shared_store(), "--json")
        status = self.done(sumi(*store, "status")).json()
        check = self.done(sumi(*store, "check", "--full")).json()
        replay = self.done(sumi(*store, "journal", "replay", "--to", str(status["entries"]))).json()
        self.assertEqual(check["findings"], [])
        self.assertEqual(check["certifications_calculated"], 1)
        self.assertEqual(len({status["state_hash"], check["state_hash"], replay["state_hash"]}), 1)
        self.assertEqual(status["tree_root"], check["tree_root"])
        self.assertEqual(sumi(*store, "journal", "replay").json()["state_hash"], status["state_hash"])
        earlier = [sumi(*store, "journal", "replay", "--to", str(n)).json()["state_hash"] for n in range(LAST_ENTRY - 8, LAST_ENTRY + 1)]
        self.assertEqual(len(set(earlier)), len(earlier))
        self.refused(sumi("--store", shared_store(), "journal", "replay", "--to", str(LAST_ENTRY + 1)), 2, "service.entry_missing", str(LAST_ENTRY))

    def test_a_snapshot_changes_no_answer(self):
        store = copy_of_store("snapshot")
        before = sumi("--store", store, "--json", "status").json()
        self.done(sumi("--store", store, "snapshot"))
        self.assertEqual(sumi("--store", store, "--json", "status").json(), before)
        self.assertEqual(sumi("--store", store, "--json", "check").json()["snapshots"], 1)
        name = f"snapshot/snapshots/{before['entries']}"
        data = bytearray(read(name))
        data[len(data) // 2] ^= 1
        write(name, bytes(data))
        self.assertEqual(sumi("--store", store, "--json", "status").json(), before)  # the journal is what counts
        answer = sumi("--store", store, "check")
        self.assertEqual(answer.code, 3, answer)
        self.assertIn(name, answer.out)

    def test_journal_show(self):
        store = ("--store", shared_store())
        entries = self.done(sumi(*store, "--json", "journal", "show", "--from", "1", "--count", "1000")).json()
        self.assertEqual([e["entry"] for e in entries], list(range(1, LAST_ENTRY + 1)))
        self.assertEqual([e["command"] for e in entries][-5:], ["Transfer", "ApplyRetirement", "ApplyRetirement", "ExecuteRetirement", "ExecuteRetirement"])
        self.assertEqual([e["entry"] for e in sumi(*store, "--json", "journal", "show").json()], list(range(LAST_ENTRY - 19, LAST_ENTRY + 1)))
        self.assertEqual([e["entry"] for e in sumi(*store, "--json", "journal", "show", "--from", str(LAST_ENTRY - 1), "--count", "18446744073709551615").json()],
                         [LAST_ENTRY - 1, LAST_ENTRY])
        transfer = entries[TRANSFER_ENTRY - 1]
        self.assertEqual((transfer["asked"]["from"], transfer["asked"]["to"], transfer["actor"], transfer["on_behalf_of"]), (1, 2, "ogawa", 5))
        text = self.done(sumi(*store, "journal", "show", "--from", str(TRANSFER_ENTRY), "--count", "1")).out
        self.assertRegex(text, rf"^{TRANSFER_ENTRY}  2026-09-01T02:00:00\.000Z  Transfer  クレジットの移転\n")
        self.refused(sumi(*store, "journal", "show", "--from", str(LAST_ENTRY + 1)), 2, "cli.entry_past_end", str(LAST_ENTRY))

    def test_holdings_in_text_and_json(self):
        """From the story: 17 t issued, 12 to the second owner, 9 + 2 of them retired."""
        store = ("--store", shared_store())
        rows = self.done(sumi(*store, "--json", "holdings")).json()
        held = {}
        for row in rows:
            self.assertEqual(row["amount"], row["last"] - row["first"] + 1)
            held[(row["account"], row["status"])] = held.get((row["account"], row["status"]), 0) + row["amount"]
        self.assertEqual(held, {(1, "held"): 5, (2, "held"): 1, (3, "used"): 11})
        serials = sorted((r["batch"], n) for r in rows for n in range(r["first"], r["last"] + 1))
        self.assertEqual(serials, [(1, n) for n in range(1, 8)] + [(2, n) for n in range(1, 11)])
        lines = self.done(sumi(*store, "holdings")).out.splitlines()[2:-1]
        self.assertEqual([(line.split()[0], line.split()[-2], line.split()[-1]) for line in lines], [(str(r["account"]), str(r["amount"]), r["serial"]) for r in rows])
        self.assertEqual(sumi(*store, "--json", "holdings", "--account", "1").json(), [r for r in rows if r["account"] == 1])
        units = sumi(*store, "--json", "status").json()["units_tco2"]
        self.assertEqual((units["issued"], units["held"], units["retired"]), (17, 6, 11))

    def test_looking_changes_nothing(self):
        store = copy_of_store("looked-at")
        with self.unchanged(store):
            for words in (("status",), ("holdings",), ("check", "--full"), ("journal", "show"), ("journal", "replay", "--to", "20"), ("person", "list"), ("project", "list"),
                          ("rules", "list"), ("rules", "show", "kerosene"), ("--signing-key", key(), "receipt", "58")):
                self.done(sumi("--store", store, *words))


class Do(Case):
    def test_refusals(self):
        store = copy_of_store("refusing")
        as_buyer = ("--store", store, "--as", "kato", "--for", "6", "do")
        self.done(sumi(*as_buyer, "transfer 2 1 1"))
        with self.unchanged(store):
            refusal = self.refused(sumi(*as_buyer, "transfer 2 1 100"), 1, "sumi do:1:1: ", "registry.insufficient_units")
            self.assertNotIn("scenario.", refusal.err)  # the rule's own refusal, with its remedy
            self.assertRegex(refusal.err, r"(?m)^  \S")
            self.refused(sumi(*as_buyer, "transfer 1 2 1"), 1, "registry.not_the_holder")
            self.refused(sumi(*as_buyer, "transfer 2 99 1"), 1, "registry.account_unknown")
            self.refused(sumi("--store", store, "--as", "kato", "--for", "5", "do", "transfer 1 2 1"), 1, "scheme.role_missing")

    def test_bad_syntax_names_line_and_column(self):
        store = copy_of_store("syntax")
        with self.unchanged(store):
            for line, place, *texts in (("trnsfer 2 1 1", "1:1", "scenario.verb_unknown", "transfer"), ('say "open', "1:5", "scenario.text_not_closed"),
                                        ("transfer 2 1", "1:1", "scenario.argument_count", "transfer FROM TO"), ("transfer 2 1 1 prise=3", "1:16", "scenario.key_unknown"),
                                        ("transfer 2 nobody 1", "1:12", "nobody")):
                with self.subTest(line=line):
                    self.refused(sumi("--store", store, "--as", "kato", "--for", "6", "do", line), 2, f"sumi do:{place}: ", *texts)
            self.refused(sumi("--store", store, "do", "say a", "trnsfer"), 2, "sumi do:2:1: ")
            self.refused(sumi("--store", store, "do", " "), 2, "cli.nothing_asked", "sumi --store demo do")

    def test_who_acts(self):
        store = copy_of_store("actors")
        with self.unchanged(store):
            self.refused(sumi("--store", store, "--as", "nobody", "do", "say hello"), 2, "store.person_unknown", "nobody")
            self.refused(sumi("--store", store, "--for", "x", "do", "say hello"), 2, "--for: ", "cli.number_syntax")
        self.done(sumi("--store", store, "person", "add", "newcomer", "新人"))
        self.refused(sumi("--store", store, "person", "add", "newcomer", "もう一人"), 1, "store.login_taken")
        self.refused(sumi("--store", store, "person", "add", "two words", "x"), 2, "cli.login_syntax")
        self.refused(sumi("--store", store, "--as", "newcomer", "do", "transfer 1 2 1"), 1, "scheme.role_missing")
        # A store whose administrator has another login gets no person "admin" by the way.
        self.done(sumi("--store", "rooted", "--signing-key", key(), "init", "--operator", "事務局", "--admin", "root"))
        self.done(sumi("--store", "rooted", "do", "organisation O1 「北上製紙」"))
        self.assertEqual([p["login"] for p in sumi("--store", "rooted", "--json", "person", "list").json()], ["root"])
        self.assertEqual(sumi("--store", "rooted", "--json", "journal", "show", "--count", "1").json()[0]["actor"], "root")

    def test_a_production_store(self):
        """There nobody says who he is by an option; the console acts as the administrator, by the clock."""
        self.done(sumi("--store", "real", "--signing-key", key(), "init", "--operator", "事務局", "--kind", "production"))
        before = hashes("real")
        for words in (("--as", "admin", "do", "say hello"), ("do", "as admin", "organisation O1 「北上製紙」"), ("do", "at 2026-04-01T09:00", "say hello"), ("--as", "admin", "rules", "adopt", os.path.join(ENVIRONMENT["SUMI_RULEBOOK"], "packs", "shk-gwp"))):
            self.refused(sumi("--store", "real", *words), 1, "service.as_not_allowed")
        write("production.scn", "say hello\n")
        self.refused(sumi("--store", "real", "play", "production.scn"), 1, "service.as_not_allowed")
        self.assertEqual(hashes("real"), before)
        self.done(sumi("--store", "real", "do", "organisation O1 「北上製紙」"))
        entry = sumi("--store", "real", "--json", "journal", "show", "--count", "1").json()[0]
        self.assertEqual((entry["command"], entry["actor"]), ("RegisterOrganisation", "admin"))
        self.done(sumi("--store", "real", "check", "--full"))


class Damage(Case):
    def found(self, store, *texts):
        """`sumi check` finds it and ends with 3, whether it can open the store or not; looking mends nothing."""
        with self.unchanged(store):
            answer = sumi("--store", store, "check")
            self.assertEqual(answer.code, 3, answer)
            for text in texts:
                self.assertIn(text, answer.out + answer.err, answer)
            for words in (("status",), ("holdings",)):
                self.assertIn(sumi("--store", store, *words).code, (0, 3))
        return answer

    def test_one_byte_in_each_table(self):
        for file, table, column, opens in (("journal.db", "segments", "bytes", False), ("people.db", "persons", "login", True), ("people.db", "sealed", "value", True),
                                           ("people.db", "sealed", "salt", True), ("people.db", "security_log", "refusal", True)):
            with self.subTest(table=table, column=column):
                store = copy_of_store(f"byte-{table}-{column}")
                change_cell(f"{store}/{file}", table, column)
                self.found(store)
                self.assertEqual(sumi("--store", store, "status").code, 0 if opens else 3)

    def test_one_byte_in_each_file(self):
        for folder in ("evidence/5", "evidence/scheme", "packs"):
            with self.subTest(folder=folder):
                store = copy_of_store("file-" + folder.replace("/", "-"))
                name = f"{store}/{folder}/{sorted(os.listdir(path(store, folder)))[0]}"
                data = bytearray(read(name))
                data[len(data) // 3] ^= 1
                write(name, bytes(data))
                self.found(store, os.path.basename(name))
                os.remove(path(name))
                if folder == "packs":
                    self.found(store, os.path.basename(name))

    def test_a_truncated_journal(self):
        whole = read(f"{shared_store()}/journal.db")
        for size in (0, 1, 100, 4096, len(whole) // 2, len(whole) - 4096, len(whole) - 1):
            with self.subTest(size=size):
                store = copy_of_store(f"cut-{size}")
                write(f"{store}/journal.db", whole[:size])
                self.found(store, "journal.db")

    def test_random_bytes_of_the_journal_file(self):
        """Whatever byte of the file is changed: nobody is told anything else than before, or the store is refused."""
        random_source = random.Random(SEED)
        whole = read(f"{shared_store()}/journal.db")
        before = sumi("--store", shared_store(), "--json", "status").json()
        store = copy_of_store("random-byte")
        for _ in range(25):
            at = random_source.randrange(len(whole))
            data = bytearray(whole)
            data[at] ^= 1 << random_source.randrange(8)
            write(f"{store}/journal.db", bytes(data))
            answer = sumi("--store", store, "--json", "status")
            self.assertIn(answer.code, (0, 3), f"SUMI_SEED={SEED} at {at}: {answer}")
            if answer.code == 0:
                self.assertEqual(answer.json(), before, f"SUMI_SEED={SEED} at {at}")

    def test_missing_files(self):
        for name in ("journal.db", "people.db"):
            store = copy_of_store("without-" + name)
            os.remove(path(store, name))
            answer = sumi("--store", store, "status")
            self.assertIn(answer.code, (2, 3), answer)
            self.assertFalse(os.path.exists(path(store, name)))  # not made anew

    def test_a_store_that_may_only_be_read(self):
        if os.getuid() != 0:
            self.skipTest("needs another user's files")
        store = copy_of_store("read-only")
        os.chmod(path(), 0o755)
        with self.unchanged(store):
            answer = sumi("--store", path(store), "status", user=65534, group=65534, extra_groups=[])
        self.assertIn(answer.code, (2, 3), answer)
        self.assertIn(store, answer.err)
        self.assertNotIn("store.store_missing", answer.err)


if __name__ == "__main__":
    print("SUMI_SEED", SEED)
    unittest.main()
