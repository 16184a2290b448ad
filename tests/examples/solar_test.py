"""The solar programme: 1,000 members, calculated again member by member by Python's fractions; duplicates, samples, shares and an erased member.

Expected tonnes come from members.csv and data.csv and the factor below; the sample is drawn again by the rule as src/project/sampling.h writes it for
anyone: SHA-256(seed, number as 8 bytes), the lowest ones. Serials and owners are written by hand from the story.
"""

import csv
import datetime
import filecmp
import hashlib
import json
import math
import os
import random
import re
import shutil
import subprocess
import sys
import unittest
from collections import Counter
from fractions import Fraction

import examples_test as shared
from examples_test import SUMI, rows_of, run, serials, sumi_json

FACTOR = shared.ELECTRICITY / 1000  # tCO2/kWh, all-source, FY2021
SECRETARIAT = "J-クレジット制度事務局(演習)"
ERASED = 734  # of the register; H0733


def sha(text):
    return hashlib.sha256(text.encode()).digest()


class Solar(shared.Story):
    name = "solar-programme"
    period = "2025-04-01..2026-03-31"

    def files(self):
        return [self.example(name) for name in ("plan.toml", "members.csv", "data.csv")]

    def tonnes(self):
        """Member to tCO2, exact: (made - sold) x factor of every month that lies in the member's own period."""
        own = {}
        for row in rows_of(self.example("members.csv"), "utf-8"):
            first, last = map(datetime.date.fromisoformat, row["対象期間"].split(".."))
            if row["退会日"]:
                last = min(last, datetime.date.fromisoformat(row["退会日"]) - datetime.timedelta(days=1))
            own[row["会員番号"]] = (first, last)
        out = dict.fromkeys(own, Fraction(0))
        for row in rows_of(self.example("data.csv"), "utf-8"):
            begin = datetime.date.fromisoformat(row["period"] + "-01")
            end = (begin + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)
            first, last = own[row["member"]]
            self.assertTrue(first <= begin and end <= last, row)
            made, sold = Fraction(row["EL_gen [kWh]"]), Fraction(row["EL_sold [kWh]"])
            self.assertLessEqual(sold, made)
            out[row["member"]] += (made - sold) * FACTOR
        return out

    def register(self, *more):
        return {m["member"]: m for m in sumi_json("--store", self.store, "project", "members", "1", *more)["members"]}

    def test_both_runs(self):
        self.check_both_runs()

    def test_inputs_come_from_the_seed(self):
        again = os.path.join(self.folder, "again")
        os.makedirs(again, exist_ok=True)
        subprocess.run([sys.executable, self.example("make.py"), again], check=True)
        made = ["data.csv", "joining-2025-03.csv", "joining-2026-01.csv", "leaving.inc", "members.csv"]
        self.assertEqual(sorted(os.listdir(again)), made)
        self.assertEqual(filecmp.cmpfiles(again, self.example(), made, shallow=False), (made, [], []))

    def test_member_by_member_by_fractions(self):
        tonnes = self.tonnes()
        self.assertEqual((len(tonnes), math.floor(sum(tonnes.values()))), (1000, 983))
        answer = sumi_json("project", "calculate-members", *self.files(), "--period", self.period)
        self.assertEqual([(line["methodology"], line["vintage"], Fraction(line["em_bl"]), Fraction(line["em_pj"]), line["er"]) for line in answer["lines"]],
                         [("EN-R-002", "FY2025", sum(tonnes.values()), 0, 983)])
        self.assertEqual(answer["counts"]["members_counted"], 1000)
        with open(os.path.join(self.folder, "receipts", self.name + ".tonnes.csv"), encoding="utf-8") as file:
            self.assertEqual({row["member"]: Fraction(row["tonnes"]) for row in csv.DictReader(file)}, tonnes)

    def test_traces(self):
        """Of ten members, H0733 of the README among them: the figures by fractions, and each replayed."""
        tonnes = self.tonnes()
        for number in ["H0733", *random.Random(1).sample(sorted(tonnes), 9)]:
            trace = run(SUMI, "project", "calculate-members", *self.files(), "--period", self.period, "--member", number).stdout
            self.assertEqual([Fraction(line.split("\t")[4]) for line in trace.splitlines() if line.startswith("result\t")], [tonnes[number]])
            path = os.path.join(self.folder, "trace.txt")
            with open(path, "w", encoding="utf-8") as file:
                file.write(trace)
            self.assertEqual(run(SUMI, "project", "calculate-members", *self.files(), "--period", self.period, "--replay", path).returncode, 0)
        self.assertEqual(tonnes["H0733"], Fraction("924.0") * FACTOR)

    def test_certified(self):
        self.assertEqual(self.certified(), [("EN-R-002", "FY2025", 983)])
        self.assertIn("認証 EN-R-002 2025年度 983 t-CO2", self.first.stdout)

    def test_members_of_the_register(self):
        register = self.register()
        self.assertEqual(Counter(m["status"] for m in register.values()), {"active": 974, "left": 26, "excluded": 3})
        self.assertEqual({m["number"] for m in register.values() if m["status"] == "excluded"}, {"H1001", "H1002", "H1003"})
        counting = {row["会員番号"]: row["退会日"] for row in rows_of(self.example("members.csv"), "utf-8")}
        self.assertEqual({m["number"]: m.get("ended_on", "") for m in register.values() if m["status"] != "excluded"}, counting)

    def test_matches_were_decided_by_a_person(self):
        self.assertEqual(sumi_json("--store", self.store, "project", "members", "1")["open_matches"], [])
        rows = [json.loads(line.split(" ", 3)[3]) for line in run(SUMI, "--store", self.store, "do", "show match 1 1", "show match 1 2", "show match 1 3").stdout.splitlines()[:3]]
        self.assertEqual([(r["match"]["member"], r["match"]["other_member"], r["match"]["kind"], r["decision"], r["ground"]) for r in rows],
                         [(601, 17, "address", "duplicate", "double_registration"), (853, 211, "address", "duplicate", "double_registration"),
                          (1003, 588, "meter", "duplicate", "double_registration")])
        who = {person["id"]: person["login"] for person in sumi_json("--store", self.store, "person", "list")}
        self.assertEqual([who[r["decided_by"]] for r in rows], ["jimu"] * 3)

    def draw(self, seed, population, size):
        return sorted(sorted(population, key=lambda n: hashlib.sha256(seed + n.to_bytes(8, "big")).digest())[:size])

    def test_samples(self):
        """津山市, EN-R-002, 2014-01-10: N / ((CI / 2k)^2 x (N - 1) / S2 + 1), the next whole number up."""
        size = 1000 / ((Fraction("0.2") / (2 * Fraction("1.65"))) ** 2 * 999 / Fraction("0.25") + 1)
        self.assertEqual(math.ceil(size), 64)
        register = self.register()
        population = sorted(n for n, m in register.items() if m["status"] != "excluded")
        drawn = [sumi_json("--store", self.store, "project", "sample", "replay", "1", n) for n in ("1", "2")]
        for row, text, count in zip(drawn, ("点検の標本-2025年度", "検証の標本-2025年度"), (64, 30)):
            self.assertEqual((row["seed"], row["seed_commitment"]), (sha(text).hex(), hashlib.sha256(b"\x05" + sha(text)).hexdigest()))
            self.assertEqual((len(row["sample"]), list(map(int, row["members"]))), (count, population))
        self.assertEqual(list(map(int, drawn[0]["sample"])), self.draw(sha("点検の標本-2025年度"), population, 64))
        strata = [[n for n in population if register[n]["list"] == key] for key in ("kodate", "renjutate")]
        by_stratum = [self.draw(sha("検証の標本-2025年度"), members, count) for members, count in zip(strata, (20, 10))]
        self.assertEqual(sorted(map(int, drawn[1]["sample"])), sorted(sum(by_stratum, [])))

    def test_shares(self):
        tonnes = self.tonnes()
        whole = sum(tonnes.values())
        exact = {n: 1300000 * t / whole for n, t in tonnes.items()}
        yen = {n: math.floor(x) for n, x in exact.items()}
        # The yen that are left go to the largest remainders, of equal ones to whoever comes first in the list.
        for n in sorted(exact, key=lambda n: yen[n] - exact[n])[:1300000 - sum(yen.values())]:
            yen[n] += 1
        with open(os.path.join(self.folder, "receipts", self.name + ".shares.csv"), encoding="utf-8") as file:
            self.assertEqual({row["member"]: int(row["yen"]) for row in csv.DictReader(file)}, yen)
        self.assertEqual(sum(yen.values()), 1300000)

    def test_erased_and_still_calculated(self):
        """Neither name nor address of the erased member stands anywhere in the store; what was certified is calculated again."""
        entry = next(row for row in rows_of(self.example("joining-2025-03.csv"), "utf-8") if row["会員番号"] == "H0733")
        still = next(row for row in rows_of(self.example("joining-2025-03.csv"), "utf-8") if row["会員番号"] == "H0412")
        shown = self.register("--names")
        self.assertTrue(shown[ERASED]["erased"])
        self.assertNotIn("name", shown[ERASED])
        self.assertIn(still["氏名又は名称"], shown[413 - 1]["name"])
        content = b""
        for folder, _, files in os.walk(self.store):
            for name in files:
                with open(os.path.join(folder, name), "rb") as file:
                    content += file.read()
        for key in ("氏名又は名称", "住所"):
            self.assertIn(still[key].encode(), content)
        self.assertNotIn(entry["住所"].encode(), content)  # the address is nobody else's; a name of two common halves may be
        self.check_whole()

    def test_documents_name_nobody(self):
        """What the certification is calculated from holds no name, kana or address of any member."""
        words = {row[key].encode() for row in rows_of(self.example("members.csv"), "utf-8") for key in ("氏名又は名称", "フリガナ", "住所")}
        package = os.path.join(self.folder, "package.sumi")
        self.assertEqual(run(SUMI, "--store", self.store, "project", "package", "1", "1", "--out", package).returncode, 0)
        with open(package, "rb") as file:
            content = file.read()
        self.assertEqual([word.decode() for word in words if word in content], [])
        # And a verifier who has nothing but the package calculates the same.
        self.assertEqual(sumi_json("project", "recalculate", package)["result"], "positive")

    def test_an_altered_roll_is_found(self):
        """One member's period a month shorter, with a hash that fits: no more the trace that was certified."""
        package = os.path.join(self.folder, "altered.sumi")
        self.assertEqual(run(SUMI, "--store", self.store, "project", "package", "1", "1", "--out", package).returncode, 0)
        with open(package, "rb") as file:
            content = file.read()
        head = re.search(rb"\nroll roll\.csv (\d+) [0-9a-f]{64}\n", content)
        end = head.end() + int(head.group(1))
        roll = content[head.end():end].replace(b"2025-04-01..2025-08-31", b"2025-04-01..2025-07-31")
        self.assertNotEqual(roll, content[head.end():end])
        with open(package, "wb") as file:
            file.write(content[:head.start()] + b"\nroll roll.csv %d %s\n" % (len(roll), hashlib.sha256(roll).hexdigest().encode()) + roll + content[end:])
        answer = sumi_json("project", "recalculate", package)
        self.assertEqual(answer["result"], "negative")
        self.assertIn("The recalculation differs from line 3", answer["reason"])

    def test_refused_reports(self):
        """A list with a duplicate, and one with somebody who never joined, on a copy of the store."""
        copy = os.path.join(self.folder, "copy")
        shutil.copytree(self.store, copy)
        with open(self.example("members.csv"), encoding="utf-8") as file:
            text = file.read()
        for number, refusal in (("H1001", "service.report_member_excluded"), ("H2000", "service.report_member_unknown")):
            path = os.path.join(self.folder, "members.csv")
            with open(path, "w", encoding="utf-8") as file:
                file.write(text.replace("H0001,", number + ",", 1))
            done = run(SUMI, "--store", copy, "--as", "hino", "--for", "5", "do", f'report 1 {self.period} "{self.example("data.csv")}" members="{path}"')
            self.assertNotEqual(done.returncode, 0)
            self.assertIn(refusal, done.stdout + done.stderr)

    def test_serials_and_owners(self):
        self.assertEqual(serials(self.store), [
            ("JC-ER-P-1-1-2025-1-320", 320, SECRETARIAT, "retirement", "used"),
            ("JC-ER-P-1-1-2025-321-500", 180, "例田銀行株式会社", "holding", "held"),
            ("JC-ER-P-1-1-2025-501-983", 483, "株式会社ひなた野賃貸", "holding", "held"),
        ])

    def test_receipt(self):
        self.check_receipt("320", [("1", "1", "321")], "shk_adjusted_emissions", "例田銀行株式会社")

    def test_forged_receipts(self):
        self.check_forgeries()

    def test_in_memory(self):
        done = run(SUMI, "play", "--fast", self.example("journey.scn"))
        self.assertEqual((done.returncode, done.stdout), (0, "1 passed, 0 failed\n"), done.stderr)


if __name__ == "__main__":
    unittest.main()
