"""`sumi --server URL` beside `sumi --store FOLDER`: the same words on a served demo store and on a copy of it, and what goes wrong on the way."""

import atexit
import datetime
import http.server
import json
import os
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import program
from program import Case, SUMI, run

sys.path.insert(0, os.path.join(program.ROOT, "tests", "api"))
import server as api  # noqa: E402

DAY = datetime.timedelta(days=1)


def written(folder, name, content):
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())
    return path


_made = {}


def demo_store():
    """Made once, by a server that is stopped again; only copied."""
    if "demo" not in _made:
        server = api.Server()
        server.start().stop()
        _made["demo"] = server
        atexit.register(shutil.rmtree, server.folder, ignore_errors=True)
    return _made["demo"].store


class Desk:
    """A served demo store, a copy of it as it was before, and tokens of its people."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="sumi-desk-")
        self.store = os.path.join(self.folder, "copy")
        shutil.copytree(demo_store(), self.store)
        self.server = api.Server(tempfile.mkdtemp(prefix="sumi-api-"))
        shutil.copytree(demo_store(), self.server.store)
        shutil.copy(demo_store() + ".key", self.server.store + ".key")
        self.server.start()
        self.url = f"http://127.0.0.1:{self.server.port}"
        self.tokens = {}

    def organisation(self, login):
        return api.Client(self.server).sign_in(login).session["organisations"][0]["id"]

    def token(self, login, scopes=("read", "commands"), lasts=DAY):
        """The file of a token of that person for their first organisation."""
        key = (login, tuple(scopes), lasts)
        if key not in self.tokens:
            client = api.Client(self.server).sign_in(login)
            until = (datetime.datetime.now(datetime.timezone.utc) + lasts).strftime("%Y-%m-%dT%H:%M:%S.000Z")
            body = {"name": "test", "organisation": int(self.organisation(login)), "scopes": list(scopes), "until": until}
            status, made = client.post("/api/v1/account/tokens", body)
            assert status == 200, made
            self.tokens[key] = written(self.folder, f"token-{len(self.tokens)}", made["text"] + "\n")
        return self.tokens[key]

    def served(self, login, *words, url=None, token=None, env=None):
        return run(SUMI, "--language", "en", "--server", url or self.url, "--token-file", token or self.token(login), *words, cwd=self.folder, env=env)

    def local(self, login, *words):
        who = ("--as", login, "--for", str(self.organisation(login))) if login else ()
        return run(SUMI, "--language", "en", "--store", self.store, *who, *words, cwd=self.folder)

    def entries(self):
        return api.Client(self.server).get("/api/v1/store")[1]["entries"]

    def close(self):
        self.server.close()
        shutil.rmtree(self.folder, ignore_errors=True)


class Served(Case):
    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def both(self, login, *words):
        """The same answer by the store, for its administrator, and by the server, for somebody who sees all of it."""
        local, served = self.desk.local(None, *words), self.desk.served(login, *words)
        self.assertEqual((served.code, served.out), (local.code, local.out), f"{served}\n{local}")
        return served


class Reading(Served):
    def test_the_same_words_on_a_store_and_on_a_server(self):
        account = next(a["account"] for a in self.done(self.desk.served("jimu", "--json", "holdings")).json() if a["status"] == "held")
        for words in (["organisations"], ["--json", "organisations"], ["status"], ["--json", "status"], ["holdings"], ["--json", "holdings"], ["holdings", "--account", str(account)],
                      ["project", "due"], ["project", "due", "--on", "2035-08-01"], ["statistics"], ["--json", "statistics"], ["statistics", "--csv", "--by", "vintage"],
                      ["rules", "list"], ["rules", "show", "shk-gwp/gwp"], ["rules", "show", "shk-gwp/gwp", "--adopted", "2024-04-01"], ["registry", "search", "すみだ"],
                      ["--json", "registry", "search", "--user", "隅田川まつり実行委員会"], ["registry", "totals"], ["registry", "article6"], ["registry", "area", "東京都墨田区"],
                      ["registry", "notice", "1"], ["registry", "certificate", str(account)], ["registry", "history", str(account)],
                      ["registry", "statement", str(account), "--year", "FY2026"]):
            with self.subTest(words=" ".join(words)):
                answer = self.both("jimu", *words)
                self.assertEqual(answer.code, 0, answer)
                self.assertTrue(answer.out.strip())

    def test_projects(self):
        # The first was brought in with its certification, which the API's project does not count.
        served, local = (self.done(answer).out.splitlines() for answer in (self.desk.served("jimu", "project", "list"), self.desk.local(None, "project", "list")))
        self.assertEqual([line for line in served if not line.startswith("     1 ")], [line for line in local if not line.startswith("     1 ")])
        self.assertGreater(len(served), 9)
        follow = self.done(self.desk.served("jimu", "project", "follow-up")).out
        for line in self.done(self.desk.local(None, "project", "follow-up")).out.splitlines()[2:]:
            self.assertIn(line.split()[2], follow)

    def test_japanese_too(self):
        local = run(SUMI, "--store", self.desk.store, "holdings")
        served = run(SUMI, "--server", self.desk.url, "--token-file", self.desk.token("jimu"), "holdings")
        self.assertEqual(served.out, local.out)
        self.assertIn("保有", served.out)

    def test_a_holder_is_told_of_its_own_accounts_only(self):
        rows = self.done(self.desk.served("ogawa", "--json", "holdings")).json()
        own = {a["account"] for a in api.Client(self.desk.server).sign_in("ogawa").get("/api/v1/accounts")[1]["items"]}
        self.assertTrue(rows)
        self.assertLessEqual({r["account"] for r in rows}, own)
        others = {r["account"] for r in self.desk.local(None, "--json", "holdings").json()} - own
        self.refused(self.desk.served("ogawa", "holdings", "--account", str(min(others))), 1, "registry.account_unknown")

    def test_receipts_and_checkpoint_prove_without_the_server(self):
        receipt = os.path.join(self.desk.folder, "receipt.txt")
        self.done(self.desk.served("ogawa", "receipt", "60", "-o", receipt))
        verified = run(SUMI, "--language", "en", "receipt", "verify", receipt)
        self.assertEqual(verified.code, 0, verified)
        self.assertIn("60", verified.out)
        checkpoint = self.done(self.desk.served("ogawa", "journal", "checkpoint"))
        self.assertTrue(checkpoint.out.startswith("sumi-demo/"), checkpoint)

    def test_open_data_of_a_server_sums_to_the_store(self):
        folder = os.path.join(self.desk.folder, "open-data")
        self.done(self.desk.served("ogawa", "registry", "open-data", folder))
        self.done(self.desk.local(None, "registry", "open-data", folder, "--check"))
        self.refused(self.desk.served("ogawa", "registry", "open-data", folder), 2, "service.open_data_stands")

    def test_the_verifier_takes_the_same_package(self):
        served, local = (os.path.join(self.desk.folder, name) for name in ("served.sumi", "local.sumi"))
        self.done(self.desk.served("mori", "project", "package", "2", "1", "--out", served))
        self.done(self.desk.local(None, "project", "package", "2", "1", "--out", local))
        with open(served, "rb") as one, open(local, "rb") as other:
            self.assertEqual(one.read(), other.read())
        self.refused(self.desk.served("tanaka", "project", "package", "2", "1", "--out", served), 1, "http.not_allowed")

    def test_members_of_a_programme(self):
        local = {m["number"]: m["status"] for m in self.done(self.desk.local(None, "--json", "project", "members", "4")).json()["members"]}
        served = {m["own"]: m["status"] for m in self.done(self.desk.served("hino", "--json", "project", "members", "4")).json()["members"]}
        self.assertEqual(served, local)
        self.assertTrue(served)
        table = self.done(self.desk.served("hino", "project", "members", "4")).out.splitlines()
        self.assertEqual(len(table), len(served) + 2)
        self.refused(self.desk.served("tanaka", "project", "members", "4"), 2, "http.not_found")

    def test_entries_are_the_auditors(self):
        words = ["journal", "show", "--from", "60", "--count", "3"]
        token = self.desk.token("kansa", scopes=["read", "audit"])
        self.assertEqual(self.done(self.desk.served("kansa", *words, token=token)).out, self.done(self.desk.local(None, *words)).out)
        self.refused(self.desk.served("kansa", "journal", "show", "--from", "999999", token=token), 2, "cli.entry_past_end")
        self.refused(self.desk.served("kansa", *words), 1, "service.scope_missing", "audit")
        self.refused(self.desk.served("tanaka", *words), 1, "http.not_allowed")
        self.refused(self.desk.served("tanaka", *words, token=self.desk.token("tanaka", scopes=["read", "audit"])), 1, "http.not_allowed")
        party = self.done(self.desk.served("kansa", "receipt", "60", "--party", token=token))
        self.assertIn("party", party.out)

    def test_what_is_public_needs_no_token(self):
        answer = run(SUMI, "--language", "en", "--server", self.desk.url, "organisations", env={**program.ENVIRONMENT})
        self.assertIn("6990000000011", self.done(answer).out)
        self.refused(run(SUMI, "--language", "en", "--server", self.desk.url, "holdings"), 1, "http.not_signed_in")

    def test_server_and_token_out_of_the_environment(self):
        with open(self.desk.token("jimu"), encoding="ascii") as file:
            env = {**program.ENVIRONMENT, "SUMI_SERVER": self.desk.url, "SUMI_TOKEN": file.read().strip(), "SUMI_LANGUAGE": "en"}
        self.assertEqual(self.done(run(SUMI, "holdings", env=env)).out, self.desk.served("jimu", "holdings").out)
        # An option goes before the other one's variable.
        self.assertEqual(self.done(run(SUMI, "--store", self.desk.store, "holdings", env=env)).out, self.desk.served("jimu", "holdings").out)
        self.refused(run(SUMI, "holdings", env={**env, "SUMI_STORE": self.desk.store}), 2, "cli.server_and_store")


class Units(Served):
    def held(self):
        """Tonnes held by account, as the served store says."""
        out = {}
        for row in self.done(self.desk.served("jimu", "--json", "holdings")).json():
            if row["status"] == "held":
                out[row["account"]] = out.get(row["account"], 0) + row["amount"]
        return out

    def own_account(self, login):
        return next(a["account"] for a in api.Client(self.desk.server).sign_in(login).get("/api/v1/accounts")[1]["items"] if self.held().get(a["account"], 0) > 3)

    def pair(self):
        """An account of sakai's that holds units, and another organisation's."""
        own = self.own_account("sakai")
        rows = self.done(self.desk.served("jimu", "--json", "holdings")).json()
        return own, next(r["account"] for r in rows if r["kind"] == "holding" and r["account"] != own)


class Effect(Units):
    """What is done here and there leaves the same behind."""

    def test_a_transfer_has_the_same_effect(self):
        own, other = self.pair()
        before = self.held()
        line = f"transfer {own} {other} 2 price=1500 note='served'"
        served, local = self.desk.served("sakai", "do", line), self.desk.local("sakai", "do", line)
        self.assertEqual((served.code, local.code), (0, 0), f"{served}\n{local}")
        self.assertIn("accepted commands: 1", served.out)
        after = self.held()
        self.assertEqual(after[own], before[own] - 2)
        self.assertEqual(after[other], before[other] + 2)
        self.assertEqual(self.desk.served("jimu", "holdings").out, self.desk.local(None, "holdings").out)
        # The price and what is sealed came with it: the papers that tell them are the same but for the day.
        history = self.done(self.desk.served("sakai", "registry", "history", str(own))).out
        self.assertIn("1,500", history)

    def test_a_plan_becomes_a_project(self):
        plan = os.path.join(program.ROOT, "examples", "demo", "plan-pump.toml")
        login = "kinu"
        shutil.copy(plan, self.desk.folder)
        served = self.desk.served(login, "do", 'draft P "plan-pump.toml" proponents=%s' % self.desk.organisation(login))
        local = self.desk.local(login, "do", 'draft P "plan-pump.toml" proponents=%s' % self.desk.organisation(login))
        self.assertEqual((served.code, local.code), (0, 0), f"{served}\n{local}")
        served, local = (self.done(answer).out for answer in (self.desk.served("jimu", "project", "list"), self.desk.local(None, "project", "list")))
        self.assertEqual(served.splitlines()[-1], local.splitlines()[-1])
        self.assertEqual(len(served.splitlines()), len(local.splitlines()))

    def test_a_refusal_is_the_same_refusal(self):
        own, other = self.pair()
        for line in (f"transfer {own} {other} 999999999", f"transfer {own} 987654 1", f"transfer {other} {own} 1", "confirm 987654", "do Transfer from=x", "transfer 1"):
            with self.subTest(line=line):
                served, local = self.desk.served("sakai", "do", line), self.desk.local("sakai", "do", line)
                self.assertNotEqual(local.code, 0, local)
                if line.startswith("confirm"):  # what one may not see is not there
                    self.refused(served, 2, "http.not_found")
                    continue
                self.assertEqual((served.code, served.err), (local.code, local.err), f"{served}\n{local}")
        told = json.loads(self.desk.served("sakai", "--json", "do", f"transfer {own} {other} 999999999").err)
        self.assertEqual(told["error"], "registry.insufficient_units")
        self.assertTrue(told["remedy"])


class Writing(Units):
    def test_a_group_is_all_or_none_and_names_what_it_makes(self):
        own, other = self.pair()
        before, entries = self.held(), self.desk.entries()
        self.refused(self.desk.served("sakai", "do", "group", f"transfer {own} {other} 1", f"transfer {own} {other} 999999999", "end"), 1, "registry.")
        self.assertEqual(self.desk.entries(), entries)
        self.done(self.desk.served("sakai", "do", "group", f"transfer {own} {other} 1", f"transfer {own} {other} 1", "end"))
        self.assertEqual(self.held()[own], before[own] - 2)
        # What is watched is named by the token's scope.
        later = (datetime.date.today() + 30 * DAY).isoformat()
        names = ['organisation X "株式会社命名" kana="メイメイ"', f'rename X "株式会社改名" {later}']
        self.refused(self.desk.served("jimu", "do", *names), 1, "service.scope_missing", "RegisterOrganisation")
        token = self.desk.token("jimu", scopes=["read", "commands", "RegisterOrganisation", "RenameOrganisation"])
        named = self.done(self.desk.served("jimu", "do", *names, token=token))
        self.assertIn("accepted commands: 2", named.out)
        self.assertIn("株式会社命名", self.desk.served("jimu", "organisations").out)

    def test_a_list_of_transfers(self):
        own, other = self.pair()
        before = self.held()
        good = written(self.desk.folder, "good.csv", f"from,to,amount\n{own},{other},1\n{own},{other},1\n")
        bad = written(self.desk.folder, "bad.csv", f"from,to,amount\n{own},{other},1\n{own},{other},999999999\n")
        dry = self.desk.served("sakai", "transfer", "bulk", good, "--dry-run")
        self.assertEqual((dry.code, dry.out), (0, self.desk.local("sakai", "transfer", "bulk", good, "--dry-run").out), dry)
        served, local = self.desk.served("sakai", "transfer", "bulk", bad), self.desk.local("sakai", "transfer", "bulk", bad)
        self.assertEqual(served.code, local.code, f"{served}\n{local}")
        self.refused(served, 1, "registry.insufficient_units", "bad.csv:3")
        self.assertEqual(self.held(), before)
        report = os.path.join(self.desk.folder, "report.csv")
        self.assertIn("entered: 2 lines, 2 units", self.done(self.desk.served("sakai", "transfer", "bulk", good, "--report", report)).out)
        with open(report, encoding="utf-8-sig") as file:
            self.assertTrue(file.read().startswith("line,result,entry,serials,message"))
        self.assertEqual(self.held()[own], before[own] - 2)

    def test_the_same_key_has_one_effect(self):
        own, other = self.pair()
        entries = self.desk.entries()
        line = f"key morning: transfer {own} {other} 1"
        self.done(self.desk.served("sakai", "do", line))
        self.refused(self.desk.served("sakai", "do", line), 1, "scenario.not_repeated")
        self.done(self.desk.served("sakai", "do", line + " -> repeated"))
        self.assertEqual(self.desk.entries(), entries + 1)

    def test_an_answer_that_is_lost_is_asked_for_again_with_the_same_key(self):
        own, other = self.pair()
        entries, before = self.desk.entries(), self.held()
        lossy = Lossy(self.desk.server, lost=2)
        try:
            answer = self.desk.served("sakai", "do", f"transfer {own} {other} 1", url=lossy.url)
            self.done(answer)
            self.assertIn(f"last entry {entries + 1}", answer.out)
        finally:
            lossy.close()
        self.assertEqual(lossy.posts, 3, "two answers were lost")
        self.assertEqual(len(lossy.keys), 1, lossy.keys)
        self.assertEqual(self.desk.entries(), entries + 1)
        self.assertEqual(self.held()[own], before[own] - 1)

    def test_a_document_stands_on_a_line_of_its_own(self):
        shutil.copy(os.path.join(program.ROOT, "examples", "demo", "plan-pump.toml"), self.desk.folder)
        line = 'draft %s "plan-pump.toml" proponents=' + str(self.desk.organisation("kinu"))
        self.refused(self.desk.served("kinu", "do", "group", line % "P", line % "Q", "end"), 2, "cli.server_group")

    def test_answers_that_never_come(self):
        own, other = self.pair()
        entries = self.desk.entries()
        lossy = Lossy(self.desk.server, lost=10**6)
        try:
            words = [SUMI, "--language", "en", "--server", lossy.url, "--token-file", self.desk.token("sakai"), "do", f"transfer {own} {other} 1"]
            done = subprocess.run(words, cwd=self.desk.folder, env=program.ENVIRONMENT, capture_output=True, timeout=120, check=False)
        finally:
            lossy.close()
        self.refused(program.Answer(done), 4, "outbound.api_broken", "not known")
        self.assertGreater(lossy.posts, 3)
        self.assertEqual(len(lossy.keys), 1)
        self.assertEqual(self.desk.entries(), entries + 1, "entered once, though nobody was told")

    def test_a_server_that_is_killed_in_the_middle_and_comes_back(self):
        own, other = self.pair()
        entries = self.desk.entries()
        lossy = Lossy(self.desk.server, lost=1)

        def kill():
            self.desk.server.kill()
            self.desk.server.start()

        lossy.on_loss = kill
        try:
            self.done(self.desk.served("sakai", "do", f"transfer {own} {other} 1", url=lossy.url))
        finally:
            lossy.close()
            self.desk.url = f"http://127.0.0.1:{self.desk.server.port}"
        self.assertEqual(self.desk.entries(), entries + 1)


class Lossy:
    """Stands between: passes every request on, and loses the server's answers to the first `lost` POSTs."""

    def __init__(self, server, lost):
        self.server, self.lost, self.posts, self.keys, self.on_loss = server, lost, 0, set(), None
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listening.getsockname()[1]}"
        threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        while True:
            try:
                client, _ = self.listening.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    @staticmethod
    def message(stream):
        """The head and the body of one HTTP message that has a Content-Length."""
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            byte = stream.read(1)
            if not byte:
                return None, None
            head += byte
        length = [int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
        return head, stream.read(length[0]) if length else b""

    def serve(self, client):
        with client, client.makefile("rb") as stream:
            while True:
                head, body = self.message(stream)
                if head is None:
                    return
                with socket.create_connection(("127.0.0.1", self.server.port), timeout=20) as upstream, upstream.makefile("rb") as answers:
                    upstream.sendall(head + body)
                    answer, content = self.message(answers)
                if head.startswith(b"POST"):
                    self.posts += 1
                    self.keys.update(line.split(b":")[1].strip() for line in head.split(b"\r\n") if line.lower().startswith(b"idempotency-key:"))
                    if self.posts <= self.lost:
                        if self.on_loss:
                            self.on_loss()
                        return
                client.sendall(answer + content)

    def close(self):
        self.listening.close()


class Rights(Served):
    def test_a_wrong_token_an_ended_one_and_one_without_the_scope(self):
        wrong = written(self.desk.folder, "wrong", "sumi_" + "A" * 43)
        line = "transfer 1 2 1"
        self.refused(self.desk.served("sakai", "do", line, token=wrong), 1, "http.not_signed_in")
        ended = self.desk.token("sakai", lasts=datetime.timedelta(seconds=3))
        time.sleep(4)
        self.refused(self.desk.served("sakai", "do", line, token=ended), 1, "http.not_signed_in")
        self.refused(self.desk.served("sakai", "do", line, token=self.desk.token("sakai", scopes=["read"])), 1, "service.scope_missing", "commands")
        self.refused(self.desk.served("sakai", "holdings", token=self.desk.token("sakai", scopes=["commands"])), 1, "service.scope_missing", "read")

    def test_what_needs_the_second_factor_needs_to_be_named_by_the_scope(self):
        self.refused(self.desk.served("sakai", "do", "retire R 1 1 voluntary_offset use=retirement"), 1, "service.scope_missing")

    def test_a_token_is_for_one_organisation(self):
        self.refused(self.desk.served("sakai", "--for", "1", "do", "transfer 1 2 1"), 1, "http.organisation_not_yours")

    def test_no_token_goes_where_it_could_be_read(self):
        self.refused(self.desk.served("sakai", "holdings", url="http://sumi.example.jp"), 1, "outbound.api_unencrypted", "https://")
        for url in ("sumi.example.jp", "ftp://127.0.0.1/", "https://user:word@127.0.0.1", "https://", "http://127.0.0.1:1/?a=b"):
            with self.subTest(url=url):
                self.refused(self.desk.served("sakai", "holdings", url=url), 2, "outbound.api_address")
        spaced = written(self.desk.folder, "spaced", "two words")
        self.refused(self.desk.served("sakai", "holdings", token=spaced), 2, "outbound.api_token")
        self.refused(self.desk.served("sakai", "holdings", token="nowhere"), 2, "base.file_missing")

    def test_nobody_there(self):
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        began = time.monotonic()
        self.refused(self.desk.served("sakai", "do", "transfer 1 2 1", url=f"http://127.0.0.1:{port}"), 4, "outbound.api_unreachable")
        self.assertLess(time.monotonic() - began, 10, "nothing was sent, so nothing is tried again")

    def test_one_acts_as_the_owner_of_the_token(self):
        self.refused(self.desk.served("sakai", "--as", "jimu", "holdings"), 2, "cli.server_as")
        for line in ("as jimu: transfer 1 2 1", "at 2030-01-01", "person x"):
            self.refused(self.desk.served("sakai", "do", line), 2, "cli.server_as")
        self.refused(self.desk.served("sakai", "do", "show account 1"), 2, "cli.server_state")
        self.refused(self.desk.served("sakai", "--store", self.desk.store, "holdings"), 2, "cli.server_and_store")

    def test_what_belongs_to_the_machine_of_the_store(self):
        for words in (["init", "--operator", "x"], ["serve"], ["backup", "b"], ["restore", "b", "c"], ["play", "x.scn"], ["snapshot"], ["rekey"], ["migrate", "x"], ["check"],
                      ["demo", "logins"], ["demo", "code", "sakai"], ["keys", "rotate", "k"], ["person", "add", "a", "b"], ["journal", "replay"], ["journal", "prove", "1"],
                      ["journal", "consistency", "1"], ["journal", "tiles", "t"], ["journal", "export", "o", "--public"], ["rules", "adopt", os.path.join(program.RULEBOOK, "packs", "shk-gwp")],
                      ["claim", "eligible", "1", "--all"], ["project", "letter", "1"], ["project", "retention"], ["project", "sample", "replay", "1", "1"], ["project", "support", "p"],
                      ["project", "find", "l"]):
            with self.subTest(words=" ".join(words)):
                self.refused(self.desk.served("jimu", *words), 2, "cli.server_local_only", "--store")

    def test_what_needs_no_store_needs_no_server(self):
        nobody = "http://127.0.0.1:1"
        self.done(self.desk.served("jimu", "keys", "new", "mine.key", url=nobody))
        self.done(self.desk.served("jimu", "config", "show", "--defaults", url=nobody))


class Strange(Served):
    """What is no sumi, and what nobody signed for."""

    def answering(self, status, content_type, body, tls=None):
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                self.send_response(status)
                self.send_header("Content-Type", content_type)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_POST = do_GET

            def log_message(self, *words):
                pass

        there = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        if tls:
            there.socket = tls.wrap_socket(there.socket, server_side=True)
        threading.Thread(target=there.serve_forever, daemon=True).start()
        self.addCleanup(there.server_close)
        self.addCleanup(there.shutdown)
        return f"http{'s' if tls else ''}://127.0.0.1:{there.server_port}"

    def test_answers_that_are_not_of_the_api(self):
        for status, kind, body in ((200, "text/html", b"<html>welcome</html>"), (502, "text/html", b"<html>bad gateway</html>"), (200, "application/json", b"{not json"),
                                   (200, "application/json", b"[]"), (404, "application/problem+json", b"{}"), (302, "text/html", b""), (200, "application/json", b'{"items":[{"a":1}]}')):
            with self.subTest(status=status, body=body):
                self.refused(self.desk.served("sakai", "holdings", url=self.answering(status, kind, body)), 2, "outbound.api_answer")

    def test_an_answer_without_end_is_not_kept(self):
        url = self.answering(200, "application/json", b" " * (300 << 20))
        self.refused(self.desk.served("sakai", "holdings", url=url), 2, "outbound.api_too_large")

    def test_a_certificate_that_nobody_signed(self):
        folder = self.desk.folder
        key, certificate = os.path.join(folder, "tls.key"), os.path.join(folder, "tls.pem")
        made = subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", key, "-out", certificate, "-days", "2", "-subj",
                               "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"], capture_output=True, check=False)
        self.assertEqual(made.returncode, 0, made.stderr)
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(certificate, key)
        body = json.dumps({"items": [{"organisation": 7, "name": "株式会社認証局", "corporate_number": ""}], "total": 1}).encode()
        url = self.answering(200, "application/json", body, tls)
        self.refused(self.desk.served("sakai", "organisations", url=url), 2, "outbound.api_certificate", "--ca")
        trusted = self.desk.served("sakai", "--ca", certificate, "organisations", url=url)
        self.assertIn("株式会社認証局", self.done(trusted).out)
        # Its own name only.
        self.refused(self.desk.served("sakai", "--ca", certificate, "organisations", url=url.replace("127.0.0.1", "localhost")), 2, "outbound.api_certificate")


if __name__ == "__main__":
    unittest.main()
