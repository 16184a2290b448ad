"""The upgrade from the last release, walked with the server: stores that its program wrote (tests/golden/stores) are served by today's."""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
import unittest

from server import ROOT, SUMI, Client, Server, one_time_code

STORES = os.path.join(ROOT, "tests", "golden", "stores")
VERIFY = os.environ.get("SUMI_VERIFY", os.path.join(os.path.dirname(os.path.abspath(SUMI)), "sumi-verify"))
RELEASE = "v0.2.0"
OLD_FORM = 2  # of its people.db: sql/people/0001 and 0002
PASSWORD = "北の工場の朝日と青い煙突"


def contents(database):
    """Every row of every table, and the form, read from a copy so that the file stays as it is."""
    with tempfile.TemporaryDirectory() as folder:
        for end in ("", "-wal"):
            if os.path.exists(database + end):
                shutil.copy(database + end, os.path.join(folder, "copy.db" + end))
        connection = sqlite3.connect(os.path.join(folder, "copy.db"))
        form = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")]
        rows = {table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr) for table in tables}
        connection.close()
        return form, rows


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


class Old(Server):
    """One store of the last release, with its key."""

    def __init__(self, name):
        super().__init__(demo=False)
        with tarfile.open(os.path.join(STORES, RELEASE, name + ".tar.xz")) as archive:
            archive.extractall(self.folder, filter="data") if hasattr(tarfile, "data_filter") else archive.extractall(self.folder)
        key = os.path.join(self.folder, "log.key")
        shutil.copy(os.path.join(STORES, "test-only.key"), key)
        os.chmod(key, 0o600)
        self.config = f'[store]\nfolder = "{self.store}"\nsigning_key = "{key}"\n'

    def file(self, name):
        return os.path.join(self.store, name)


class Upgrade(unittest.TestCase):
    def verified(self, path):
        done = subprocess.run([VERIFY, path], capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout.decode() + done.stderr.decode())

    def administrator(self, server):
        """The first administrator of a store that knew no passwords: the code of the terminal, a password, an authenticator."""
        client = Client(server)
        self.assertIsNotNone(server.first_code, "nobody had a password under the last release")
        status, answer = client.post("/api/v1/account/password/reset", {"token": server.first_code, "password": PASSWORD})
        self.assertEqual(status, 204, answer)
        status, _, content = client.request("POST", "/api/v1/session", {"login": "admin", "password": PASSWORD})
        self.assertEqual(status, 200, content)
        client.csrf = json.loads(content)["csrf"]
        status, begun = client.post("/api/v1/account/second-factor", None)
        self.assertEqual(status, 200, begun)
        status, codes = client.post("/api/v1/account/second-factor/confirm", {"code": one_time_code(begun["secret"])})
        self.assertEqual(status, 200, codes)
        client.csrf = client.get("/api/v1/session")[1]["csrf"]
        return client

    def walk(self, name):
        server = Old(name)
        try:
            with open(os.path.join(STORES, RELEASE, name + ".known.json"), encoding="utf-8") as file:
                known = json.load(file)
            with open(os.path.join(STORES, RELEASE, name + ".receipt"), encoding="utf-8") as file:
                old_receipt = file.read()
            form, people = contents(server.file("people.db"))
            self.assertEqual(form, OLD_FORM, "the kept store is the last release's")
            segments = contents(server.file("journal.db"))[1]["segments"]
            server.start()
            client = Client(server)

            # The old entries, byte for byte: a receipt of that time holds, and today's of the same entry says the same bytes of it.
            store = client.get("/api/v1/store")[1]
            self.assertEqual(store["entries"], known["check"]["entries"])
            self.verified(os.path.join(STORES, RELEASE, name + ".receipt"))
            entry = next(line.split(" ")[1] for line in old_receipt.splitlines() if line.startswith("entry "))
            status, _, content = client.request("GET", f"/api/v1/receipts/{entry}")
            self.assertEqual(status, 200, content)
            for line in old_receipt.splitlines():
                if line.split(" ")[0] in ("entry", "public", "commitment", "key"):
                    self.assertIn(line, content.decode().splitlines())
            new_receipt = os.path.join(server.folder, "new.receipt")
            with open(new_receipt, "wb") as file:
                file.write(content)
            self.verified(new_receipt)
            if known["retirements"]:
                # A use that was final then is public now.
                final = [i for i, row in enumerate(known["retirements"], 1) if row.get("status") == "confirmed"]
                status, retired = client.get(f"/api/v1/retirements/{final[0]}")
                self.assertEqual(status, 200, retired)
                self.assertEqual(retired.get("user_name", known["retirements"][final[0] - 1].get("user_name")), known["retirements"][final[0] - 1].get("user_name"))

            # A new command.
            administrator = self.administrator(server)
            status, accepted = administrator.command("RegisterOrganisation", {"name": "株式会社あたらしい", "name_kana": "アタラシイ"})
            self.assertEqual(status, 200, accepted)
            self.assertEqual(accepted["entry"], known["check"]["entries"] + 1)
            self.assertEqual(server.stop(), 0)

            # The people database was brought to today's form, and the old one stands beside it as it was.
            self.assertEqual(contents(server.file(f"people.db.form-{OLD_FORM}")), (OLD_FORM, people))
            self.assertEqual(os.stat(server.file(f"people.db.form-{OLD_FORM}")).st_mode & 0o777, os.stat(server.file("people.db")).st_mode & 0o777)
            migrated, today = contents(server.file("people.db"))
            self.assertEqual(migrated, len(os.listdir(os.path.join(ROOT, "sql", "people"))))
            for table, rows in people.items():
                for row in rows:
                    self.assertIn(row, today[table], table)
            after = contents(server.file("journal.db"))[1]["segments"]
            for row in segments:
                self.assertIn(row, after)
            self.assertEqual(len(after), len(segments) + 1)

            # Started once more: nothing is changed.
            backup = sha256(server.file(f"people.db.form-{OLD_FORM}"))
            server.start()
            self.assertIsNone(server.first_code, "the administrator has a password")
            self.assertEqual(Client(server).get("/api/v1/store")[1]["entries"], accepted["entry"])
            self.assertEqual(server.stop(), 0)
            self.assertEqual(contents(server.file("people.db")), (migrated, today))
            self.assertEqual(contents(server.file("journal.db"))[1]["segments"], after)
            self.assertEqual(sha256(server.file(f"people.db.form-{OLD_FORM}")), backup)
            self.assertEqual([n for n in os.listdir(server.store) if ".form-" in n], [f"people.db.form-{OLD_FORM}"])
            check = subprocess.run([SUMI, "--json", "--store", server.store, "--rulebook", os.path.join(ROOT, "rulebook"), "check", "--full"], capture_output=True, check=False)
            self.assertEqual(json.loads(check.stdout)["findings"], [])
        finally:
            server.close()

    def test_a_store_with_uses_in_every_state(self):
        self.walk("boiler")

    def test_a_store_with_a_forest(self):
        self.walk("forest")

    def test_a_store_that_was_brought_in(self):
        self.walk("opening")

    def test_a_start_that_was_broken_off_leaves_no_half_copy(self):
        server = Old("forest")
        try:
            form, people = contents(server.file("people.db"))
            for name in (f"people.db.form-{form}", f"people.db.form-{form}.part"):
                with open(server.file(name), "wb") as file:
                    file.write(b"half of it")
            server.start()
            self.assertEqual(server.stop(), 0)
            self.assertEqual(contents(server.file(f"people.db.form-{form}")), (form, people))
            self.assertFalse(os.path.exists(server.file(f"people.db.form-{form}.part")))
        finally:
            server.close()

    def test_what_is_erased_goes_from_the_copy_too(self):
        server = Old("boiler")
        try:
            _, people = contents(server.file("people.db"))
            self.assertTrue(any(row[5] is not None for row in people["sealed"]))
            sealed = next(row for row in people["sealed"] if row[5] is not None)
            server.start()
            server.stop()
            self.assertTrue(os.path.exists(server.file(f"people.db.form-{OLD_FORM}")))
            done = subprocess.run([SUMI, "--store", server.store, "--rulebook", os.path.join(ROOT, "rulebook"), "--language", "en", "--as", "admin", "erase", sealed[0].hex(), "--ground", "other"],
                                  capture_output=True, check=False)
            self.assertEqual(done.returncode, 0, done.stderr.decode())
            self.assertFalse(os.path.exists(server.file(f"people.db.form-{OLD_FORM}")))
        finally:
            server.close()

    def test_a_newer_form_is_refused_with_its_number(self):
        for database in ("people.db", "journal.db"):
            server = Old("forest")
            try:
                connection = sqlite3.connect(server.file(database))
                connection.execute("PRAGMA user_version = 99")
                connection.close()
                before = {name: sha256(server.file(name)) for name in ("people.db", "journal.db")}
                done = subprocess.run([SUMI, "--store", server.store, "--language", "en", "serve", "--port", "0"], capture_output=True, check=False, timeout=60)
                said = done.stderr.decode()
                self.assertNotEqual(done.returncode, 0)
                self.assertIn("99", said)
                self.assertIn("store.schema_newer", said)
                self.assertEqual({name: sha256(server.file(name)) for name in before}, before, "left as it was")
            finally:
                server.close()


if __name__ == "__main__":
    unittest.main()
