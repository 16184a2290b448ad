"""The verifier's package and its signed return, retention periods, the data of letters: what the program does outside of its store."""

import base64
import datetime
import hashlib
import json
import os
import shutil
import unittest

from program import BOILER, Case, hashes, key, path, read, run, sumi, write, SUMI

# The boiler's story until its report is handed in: 17 t, 7 of FY2024 and 10 of FY2025 (examples/boiler/README.md).
with open(os.path.join(BOILER, "story.inc"), encoding="utf-8") as _file:
    HALF = _file.read().split("as hayashi for V1: verify P1 1")[0]


def raw_key(file):
    """The 32 bytes of a public key, as RegisterKey takes them."""
    shown = sumi("--json", "keys", "show", file).json()["public_key"]
    return base64.b64decode(shown.split("+", 2)[2])[1:].hex()


def numbers(store):
    listed = {}
    for line in sumi("--json", "--store", store, "journal", "show", "--from", "1", "--count", "1000").json():
        if line.get("command") == "RegisterOrganisation":
            listed[line["asked"]["name"]] = str(line["outcome"]["organisation"])
    return listed


class Work(Case):
    @classmethod
    def setUpClass(cls):
        shutil.copytree(BOILER, path("work_boiler"))
        write("work_boiler/half.inc", HALF)
        made = sumi("--store", "work", "--signing-key", key(), "init", "--operator", "事務局", "--time", "2024-04-01")
        assert made.code == 0, made
        played = sumi("--store", "work", "play", path("work_boiler", "half.inc"))
        assert played.code == 0, played
        for name in ("v.key", "stranger.key"):
            assert sumi("keys", "new", path(name), "--name", "touto").code == 0
        cls.verifier = numbers("work")["東都審査株式会社"]
        registered = sumi("--store", "work", "--as", "mori", "--for", cls.verifier, "do", f"do RegisterKey organisation={cls.verifier} public_key={raw_key(path('v.key'))}")
        assert registered.code == 0, registered
        packed = sumi("--store", "work", "project", "package", "1", "1", "--out", path("report.sumi"))
        assert packed.code == 0, packed

    def store(self, name):
        shutil.copytree(path("work"), path(name))
        return name

    def recalculated(self, *words, package="report.sumi", form=("--json",)):
        # On another machine there is neither a store nor a rulebook.
        return run(SUMI, *form, "project", "recalculate", path(package), *words, cwd="/", env={"PATH": "/usr/bin:/bin"})

    def signed(self, name, *words, signing="v.key"):
        answer = self.recalculated(*words, "--sign", path(signing), "--verifier", self.verifier, "--out", path(name))
        self.assertEqual(answer.code, 0, answer)
        return path(name)

    def accept(self, store, file):
        return sumi("--store", store, "--as", "hayashi", "--for", self.verifier, "project", "accept", file)

    def stage(self, store):
        shown = sumi("--store", store, "do", "show report 1 1")
        self.assertEqual(shown.code, 0, shown)
        return shown.out

    def test_the_same_report_gives_the_same_package(self):
        again = self.done(sumi("--json", "--store", "work", "project", "package", "1", "1", "--out", path("again.sumi"))).json()
        self.assertEqual(read("again.sumi"), read("report.sumi"))
        self.assertEqual(again["package"], hashlib.sha256(read("report.sumi")).hexdigest())

    def test_recalculated_without_a_store(self):
        answer = self.done(self.recalculated()).json()
        self.assertEqual(answer["result"], "positive")
        self.assertEqual([(l["vintage"], l["tonnes"]) for l in answer["statement"]["claimed"]], [("FY2024", 7), ("FY2025", 10)])
        self.assertEqual(answer["trace"], answer["statement"]["trace"])
        self.assertEqual(answer["materiality_percent"], "5")

    def test_materiality(self):
        """Claimed 17 t: 16 t are 1/17 = 5.88 % away, 17 t are not away at all, however they lie in the years."""
        own = "methodology,vintage,tonnes\nEN-S-001,FY2024,{}\nEN-S-001,FY2025,{}\n"
        answer = self.done(self.recalculated("--figures", write("own.csv", own.format(7, 9)))).json()
        self.assertEqual((answer["result"], answer["difference"]), ("negative", "1/17"))
        answer = self.done(self.recalculated("--figures", write("own.csv", own.format(8, 9)))).json()
        self.assertEqual((answer["result"], answer["difference"]), ("positive", "0"))
        for slip in ("methodology,tonnes\nEN-S-001,7\n", "methodology,vintage,tonnes\nEN-S-001,FY2024,7.5\n"):
            self.refused(self.recalculated("--figures", write("own.csv", slip), form=()), 2, "service.figures_unreadable")

    def altered(self, name, change):
        before = read("report.sumi")
        after = change(before)
        self.assertNotEqual(before, after)
        write(name, after)
        return name

    def test_an_altered_package(self):
        data = read("report.sumi")
        at = data.index(b"\ndata data.csv ") + 1
        body = data.index(b"\n", at) + 1
        harmed = self.altered("harmed.sumi", lambda b: b[: body + 40] + bytes([b[body + 40] ^ 1]) + b[body + 41 :])
        self.refused(self.recalculated(package=harmed, form=()), 3, "service.package_altered", "data.csv")

    def test_a_package_that_is_cut_off_or_none(self):
        self.refused(self.recalculated(package=self.altered("cut.sumi", lambda b: b[: len(b) // 2]), form=()), 2, "service.package_unreadable")
        write("none.sumi", b"sumi receipt 1\n")
        self.refused(self.recalculated(package="none.sumi", form=()), 2, "service.package_unreadable")

    def test_a_package_without_its_trace(self):
        data = read("report.sumi")
        at = data.index(b"\ntrace trace ") + 1
        length = int(data[at:].split(b" ", 3)[2])
        end = data.index(b"\n", at) + 1 + length + 1
        harmed = self.altered("less.sumi", lambda b: b[:at] + b[end:])
        self.refused(self.recalculated(package=harmed, form=()), 2, "service.package_incomplete")

    def test_another_document_under_its_right_hash(self):
        """Who replaces the data and its hash in the file is found by the statement, and by the journal in the end."""
        data = read("report.sumi")
        at = data.index(b"\ndata data.csv ") + 1
        line_end = data.index(b"\n", at) + 1
        length = int(data[at:].split(b" ", 3)[2])
        body = data[line_end : line_end + length].replace(b"2024-08", b"2024-09", 1)
        head = f"data data.csv {len(body)} {hashlib.sha256(body).hexdigest()}\n".encode()
        harmed = self.altered("swapped.sumi", lambda b: b[:at] + head + body + b[line_end + length :])
        self.refused(self.recalculated(package=harmed, form=()), 3, "service.package_altered")

    def with_statement(self, name, change):
        """The package with another statement under its right hash."""
        data = read("report.sumi")
        at = data.index(b"statement ")
        line_end = data.index(b"\n", at) + 1
        words = data[at : line_end - 1].split(b" ")
        told = json.loads(data[line_end : line_end + int(words[2])])
        change(told)
        body = json.dumps(told, ensure_ascii=False).encode()
        head = b"statement %s %d %s\n" % (words[1], len(body), hashlib.sha256(body).hexdigest().encode())
        return self.altered(name, lambda b: b[:at] + head + body + b[line_end + int(words[2]) :])

    def test_a_package_does_not_word_what_is_signed(self):
        """A line's end in the store's name would put other lines before the return's own."""
        zero = "0" * 64
        lines = f"\nproject 7\nreport 9\npackage {zero}\nplan {zero}\ndata_set {zero}\ntrace {zero}\nverifier 3\nresult positive"
        harmed = self.with_statement("worded.sumi", lambda told: told.update(store=told["store"] + lines))
        self.refused(self.recalculated(package=harmed, form=()), 2, "service.package_unreadable")
        harmed = self.with_statement("lined.sumi", lambda told: told["claimed"][0].update(methodology="EN-S-001\nresult positive"))
        self.refused(self.recalculated(package=harmed, form=()), 2, "service.package_unreadable")

    def test_what_was_claimed_is_the_reports(self):
        harmed = self.with_statement("claims.sumi", lambda told: told["claimed"][0].update(tonnes=8))
        answer = self.recalculated("--sign", path("v.key"), "--verifier", self.verifier, "--out", path("claims.txt"), package=harmed)
        self.assertEqual(answer.code, 0, answer)
        store = self.store("claims")
        with self.unchanged(store):
            self.refused(self.accept(store, path("claims.txt")), 1, "service.return_of_another", "EN-S-001 FY2024 8")

    def test_a_signed_return_is_recorded(self):
        store = self.store("accepted")
        file = self.signed("positive.txt")
        self.done(self.accept(store, file))
        shown = self.stage(store)
        self.assertIn('"stage":"verified"', shown)
        with open(file, "rb") as opened:
            self.assertIn(hashlib.sha256(opened.read()).hexdigest(), shown)  # the return is the statement
        self.assertEqual(sumi("--store", store, "check", "--full").code, 0)

    def test_a_negative_return_is_recorded(self):
        store = self.store("not_accepted")
        own = write("own.csv", "methodology,vintage,tonnes\nEN-S-001,FY2024,7\nEN-S-001,FY2025,9\n")
        self.done(self.accept(store, self.signed("negative.txt", "--figures", own)))
        self.assertIn('"stage":"not_verified"', self.stage(store))

    def test_only_a_registered_key_signs(self):
        store = self.store("stranger")
        with self.unchanged(store):
            self.refused(self.accept(store, self.signed("stranger.txt", signing="stranger.key")), 1, "service.return_signature")
            with open(self.signed("changed.txt"), encoding="utf-8") as opened:
                text = opened.read()
            self.refused(self.accept(store, write("changed.txt", text.replace("materiality 5 %", "materiality 50 %"))), 1, "service.return_signature")

    def test_what_is_no_return(self):
        store = self.store("no_return")
        for text in ("hello\n", "sumi verification return 1\nstore x\n\n", "sumi verification return 1\nstore sumi-demo/0\nproject one\n\n— a b\n"):
            self.refused(self.accept(store, write("no.txt", text)), 2, "service.return_unreadable")

    def test_a_return_of_another_store(self):
        made = sumi("--store", "elsewhere", "--signing-key", key(), "init", "--operator", "事務局", "--time", "2024-04-01")
        self.assertEqual(made.code, 0, made)
        self.done(sumi("--store", "elsewhere", "play", path("work_boiler", "half.inc")))
        self.done(sumi("--store", "elsewhere", "--as", "mori", "--for", self.verifier, "do", f"do RegisterKey organisation={self.verifier} public_key={raw_key(path('v.key'))}"))
        self.refused(self.accept("elsewhere", self.signed("other.txt")), 1, "service.return_of_another")

    def test_who_accepts_is_the_verifier(self):
        store = self.store("tanaka")
        answer = sumi("--store", store, "--as", "tanaka", "--for", "2", "project", "accept", self.signed("mine.txt"))
        self.refused(answer, 1, "scheme.role_missing")

    def test_a_report_that_is_not_there(self):
        self.refused(sumi("--store", "work", "project", "package", "1", "2", "--out", path("x.sumi")), 2, "service.report_not_known")
        self.refused(sumi("--store", "work", "project", "letter", "9"), 2, "service.report_not_known")

    def test_a_key_shows_what_register_key_takes(self):
        shown = self.done(sumi("--json", "keys", "show", path("v.key"))).json()
        self.assertEqual(shown["register_key"], raw_key(path("v.key")))
        self.assertIn(shown["register_key"], self.done(sumi("keys", "show", path("v.key"))).out)

    def test_retention(self):
        """The crediting period ends 2032-07-31; the plan promises two years, as the rule does: 2034-07-31 is the last day."""
        period = sumi("--json", "--store", "work", "project", "list").json()[0]["head"]["crediting_period"]
        self.assertTrue(period.endswith("..2032-07-31"), period)
        before = hashes("work/evidence")
        answer = self.done(sumi("--json", "--store", "work", "project", "retention", "--on", "2034-07-31")).json()
        cited = [d for d in answer if d.get("kind")]
        self.assertGreaterEqual({d["kind"] for d in cited}, {"plan", "data_set", "trace", "statement", "evidence"})
        self.assertEqual({d["until"] for d in cited}, {"2034-07-31"})
        self.assertEqual([d for d in cited if d["may_be_deleted"]], [])
        later = self.done(sumi("--json", "--store", "work", "project", "retention", "--on", "2034-08-01")).json()
        self.assertTrue(all(d["may_be_deleted"] for d in later if d["at_hand"]))
        self.assertEqual(hashes("work/evidence"), before)

    def test_evidence_that_nothing_cites(self):
        store = self.store("uncited")
        stray = b"a bill that no report cites"
        digest = hashlib.sha256(stray).hexdigest()
        write(os.path.join(store, "evidence", "scheme", digest), stray)
        told = {d["hash"]: d for d in self.done(sumi("--json", "--store", store, "project", "retention")).json()}
        self.assertTrue(told[digest]["may_be_deleted"])
        self.assertNotIn("kind", told[digest])

    def test_the_data_of_a_letter(self):
        letter = self.done(sumi("--store", "work", "project", "letter", "1")).json()
        self.assertEqual((letter["kind"], letter["decision"], letter["round"]), ("registration", "approved", 61))
        self.assertEqual(letter["dates"], {"applied_on": "2024-07-01", "decided_on": "2024-09-05"})
        self.assertEqual([(a["name"], a["representative"]) for a in letter["addressee"]], [("株式会社すみだ惣菜工房", True)])
        self.assertEqual(letter["project"]["official_number"], 1)
        pending = self.done(sumi("--store", "work", "project", "letter", "1", "--report", "1")).json()
        self.assertEqual((pending["kind"], pending["decision"]), ("certification", "not_applied"))

    def test_a_letter_of_a_refusal_with_its_document_number(self):
        store = self.store("letters")
        committee = numbers(store)["認証委員会"]
        self.done(self.accept(store, self.signed("letters.txt")))
        applied = "do ApplyForCertification project=1 report=1 programme_code=JC credit_type=ER"
        self.done(sumi("--store", store, "--as", "tanaka", "--for", numbers(store)["株式会社すみだ惣菜工房"], "do", applied))
        story = f"""person jimu iin
as jimu for 1
do OpenRound round=67 held_on=2026-05-11 quorum=1 members=[iin]
do PutOnDocket round=67 kind=certification project=1 report=1
as iin for {committee}: do DecideCertification project=1 report=1 round=67 approved=false ground=insufficient_data
"""
        self.done(sumi("--store", store, "play", write("letters.inc", story)))
        letter = self.done(sumi("--store", store, "project", "letter", "1", "--report", "1")).json()
        self.assertEqual((letter["document_number"], letter["round"], letter["decision"]), ("67-1", 67, "refused"))
        self.assertEqual(letter["ground"]["key"], "insufficient_data")
        self.assertEqual(letter["ground"]["title_ja"], "原始データ又は根拠資料が不足している")
        self.assertEqual(letter["dates"]["held_on"], "2026-05-11")
        # The same after a snapshot, and today's code decides every entry as it was decided.
        self.done(sumi("--store", store, "snapshot"))
        self.assertEqual(self.done(sumi("--store", store, "project", "letter", "1", "--report", "1")).json(), letter)
        self.done(sumi("--store", store, "check", "--full"))
        decided = datetime.date.fromisoformat(letter["dates"]["decided_on"])
        self.assertEqual(letter["dates"]["appeal_until"], str(decided + datetime.timedelta(days=90)))


if __name__ == "__main__":
    unittest.main()
