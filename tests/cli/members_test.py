"""A programme's members at the command line: a list admitted, duplicates told with their reason, samples drawn and drawn again by another program, income shared."""

import hashlib
import math
import os
import random
import stat
import unittest
from fractions import Fraction

from program import ROOT, Case, key, path, read, sumi, write

SCENARIOS = os.path.join(ROOT, "tests", "scenarios")
HEAD = "member,name,address,applied_on,start,period,list,consent,consent_until,evidence,meter\n"


def row(number, address=None, meter=None):
    return (f"{number},会員{number},{address or f'津山市山北{number}番地'},2026-06-01,2026-06-10,2026-06-10..2034-06-09,home,programme_terms,2034-06-09,届.pdf,"
            f"{meter or f'MTR-{10000 + int(number)}'}\n")


def story():
    """The registered programme of the scenarios: what stands before their cases, without the line that opens a ledger of its own."""
    with open(os.path.join(SCENARIOS, "common.inc"), encoding="utf-8") as file:
        write("common.inc", "".join(line for line in file if not line.startswith("store ")))
    with open(os.path.join(SCENARIOS, "members.scn"), encoding="utf-8") as file:
        text = file.read().split("\ncase ", 1)[0]
    return write("members.scn", text.replace("\npart ", "\nuse programme\n\npart ", 1))


class Members(Case):
    @classmethod
    def setUpClass(cls):
        cls.store = "members"
        for words in (["--signing-key", key(), "init", "--operator", "事務局", "--time", "2026-04-01"], ["play", story()]):
            answer = sumi("--store", cls.store, *words)
            assert answer.code == 0, answer
        write("届.pdf", "入会届")

    def operator(self, *words):
        # 5: the scenarios' O1 comes after the operator of the store and the three authorities of the rulebook.
        projects = self.done(sumi("--store", self.store, "--json", "project", "list")).json()
        organisation = projects[0]["head"]["proponents"][0]
        return sumi("--store", self.store, "--as", "tanaka", "--for", str(organisation), *words)

    def test_1_a_list_with_three_duplicates(self):
        text = HEAD + "".join(row(n) for n in range(1, 201))
        text += row(201, address="岡山県津山市大字山北７番地") + row(202, address="津山市山北十三番地", meter="mtr 20202") + row(203, meter="ＭＴＲ－１０１５０")
        write("members.csv", text)
        answer = self.done(self.operator("--json", "project", "admit", "1", "members.csv", "--on", "2026-07-01")).json()
        self.assertEqual(len(answer["members"]), 203)
        self.assertEqual(answer["entries"], 3)
        found = {(m["member"], m["other_member"], m["kind"]) for m in answer["matches"]}
        self.assertEqual(found, {(201, 7, "address"), (202, 13, "address"), (203, 150, "meter")})
        again = self.done(self.operator("--json", "project", "admit", "1", "members.csv", "--on", "2026-07-01")).json()
        self.assertTrue(again["repeated"])
        listed = self.done(sumi("--store", self.store, "--json", "project", "members", "1", "--names")).json()
        self.assertEqual(len(listed["members"]), 203)
        self.assertEqual(len(listed["open_matches"]), 3)
        self.assertEqual(listed["members"][6]["name"], "会員7")
        self.assertNotIn("会員7", self.done(sumi("--store", self.store, "project", "members", "1")).out)
        self.done(sumi("--store", self.store, "check"))

    def test_1_whom_it_is_done_for_is_asked_and_can_be_found(self):
        write("one.csv", HEAD + row(401))
        self.refused(sumi("--store", self.store, "--as", "tanaka", "project", "admit", "1", "one.csv"), 2, "cli.for_missing", "--for", "--as tanaka --for", "sumi --store", "organisations")
        listed = self.done(sumi("--store", self.store, "--json", "organisations")).json()
        number = self.done(sumi("--store", self.store, "--json", "project", "list")).json()[0]["head"]["proponents"][0]
        operator = next(o for o in listed if o["number"] == number)
        with open(os.path.join(SCENARIOS, "common.inc"), encoding="utf-8") as file:
            text = file.read()
        self.assertIn(operator["name"], text)
        self.assertIn(operator["corporate_number"], text)
        self.assertIn(operator["name"], self.done(sumi("--store", self.store, "organisations")).out)

    def test_2_bad_rows_are_all_named_and_nothing_is_taken(self):
        good = row(301)
        slips = [row(302).replace("2026-06-10,2026-06-10..", "2024-06-01,2026-06-10.."), row(303).replace("2034-06-09,home", "2034-06-10,home"),
                 row(304).replace("programme_terms,", "nothing,"), row(305).replace("programme_terms,2034-06-09", "programme_terms,2033-01-01"), row(7)]
        write("slips.csv", HEAD + good + "".join(slips))
        answer = self.refused(self.operator("project", "admit", "1", "slips.csv", "--on", "2026-07-01"), 1, "slips.csv:3:", "slips.csv:4:", "slips.csv:5:", "slips.csv:6:", "slips.csv:7:",
                              "project.member_two_years", "project.member_period_long", "project.consent_unknown", "project.member_consent_short", "service.member_number_taken")
        self.assertNotIn("slips.csv:2:", answer.err)
        self.assertEqual(len(self.done(sumi("--store", self.store, "--json", "project", "members", "1")).json()["members"]), 203)

    def test_3_a_sample_that_anyone_draws_again(self):
        fixed = self.done(self.operator("--json", "project", "sample", "fix", "1", "2026-06-10..2027-03-31", "--seed-file", "seed.txt", "--on", "2027-04-10")).json()
        self.assertEqual(stat.S_IMODE(os.stat(path("seed.txt")).st_mode), 0o600)
        seed = bytes.fromhex(read("seed.txt").decode().strip())
        self.assertEqual(fixed["seed_commitment"], hashlib.sha256(b"\x05" + seed).hexdigest())
        self.assertEqual(fixed["members"], list(range(1, 204)))
        drawn = self.done(self.operator("--json", "project", "sample", "draw", "1", str(fixed["list"]), "--seed-file", "seed.txt", "--on", "2027-04-11")).json()
        size = math.ceil(Fraction(203) / (Fraction(2, 33) ** 2 * 202 * 4 + 1))
        lots = sorted(fixed["members"], key=lambda n: hashlib.sha256(seed + n.to_bytes(8, "big")).digest())
        self.assertEqual(drawn["sample"], sorted(lots[:size]))
        self.done(sumi("--store", self.store, "project", "sample", "replay", "1", str(fixed["list"])))
        self.done(sumi("--store", self.store, "project", "sample", "replay", "1", str(fixed["list"]), "--seed-file", "seed.txt"))
        write("other.txt", "00" * 31 + "01\n")
        self.refused(sumi("--store", self.store, "project", "sample", "replay", "1", str(fixed["list"]), "--seed-file", "other.txt"), 1, "cli.sample_differs")
        write("none.txt", "a seed\n")
        self.refused(self.operator("project", "sample", "draw", "1", str(fixed["list"]), "--seed-file", "none.txt"), 2, "cli.seed_unreadable")
        self.refused(self.operator("project", "sample", "draw", "1", str(fixed["list"]), "--seed-file", "seed.txt"), 1, "project.sample_drawn")
        self.refused(self.operator("project", "sample", "fix", "1", "2026-06-10..2027-03-31", "--seed-file", "seed.txt"), 2, "seed.txt")

    def test_the_size_of_a_sample(self):
        for population, size in ((168, 49), (1008, 64)):
            self.assertEqual(self.done(sumi("--json", "project", "sample", "size", str(population))).json()["size"], size)


class Income(Case):
    def test_shares_sum_to_the_whole(self):
        numbers = random.Random(20261122)
        for _ in range(5):
            tonnes = [Fraction(numbers.randrange(1, 10**9), 10**6) for _ in range(500)]
            yen = numbers.randrange(1, 10**9)
            write("tonnes.csv", "member,tonnes\n" + "".join(f"{i},{t.numerator}/{t.denominator}\n" for i, t in enumerate(tonnes)))
            answer = self.done(sumi("--json", "project", "share", "tonnes.csv", "--yen", str(yen))).json()
            exact = [yen * t / sum(tonnes) for t in tonnes]
            order = sorted(range(500), key=lambda i: (-(exact[i] - math.floor(exact[i])), i))
            expected = [math.floor(e) for e in exact]
            for i in order[: yen - sum(expected)]:
                expected[i] += 1
            self.assertEqual([m["yen"] for m in answer["members"]], expected)
            self.assertEqual(sum(expected), yen)

    def test_slips(self):
        write("bad.csv", "member,tonnes\n1,much\n")
        self.refused(sumi("project", "share", "bad.csv", "--yen", "10"), 2, "bad.csv:2:2")
        write("fixed.csv", "member,yen\n1,60\n2,50\n")
        self.refused(sumi("project", "share", "fixed.csv", "--yen", "100", "--rule", "fixed"), 1, "110")
        answer = self.done(sumi("--json", "project", "share", "fixed.csv", "--yen", "130", "--rule", "fixed")).json()
        self.assertEqual(answer["operator_yen"], 20)


if __name__ == "__main__":
    unittest.main()
