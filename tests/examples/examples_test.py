"""The examples, played into stores under a temporary folder.

Expected tonnes come from the examples' CSV files by Python's fractions and the factors below; owners, serials and retirements are written by hand from
the stories. SUMI and SUMI_VERIFY name the programs (default: build/dev).
"""

import csv
import glob
import hashlib
import io
import json
import math
import os
import re
import shutil
import subprocess
import tempfile
import unicodedata
import unittest
from collections import defaultdict
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
EXAMPLES = os.path.join(ROOT, "examples")
SUMI = os.environ.get("SUMI", os.path.join(ROOT, "build", "dev", "sumi"))
VERIFY = os.environ.get("SUMI_VERIFY", os.path.join(os.path.dirname(SUMI), "sumi-verify"))

# Factors of FY2013 as in 制度文書改定案 新旧対照表 (J-クレジット制度運営委員会): GJ (HHV) per thousand m3N, tCO2 per GJ (HHV), LHV / HHV.
CITY_GAS = (Fraction("44.0"), Fraction("0.0517"), Fraction("0.900"))
HEAVY_OIL_A = (Fraction("38.9"), Fraction("0.0708"), Fraction("0.950"))
# kgCO2/kWh, all-source, FY2021: J-クレジット プロジェクト計画書 (株式会社フェイガー, AG-004, 2024-02-08).
ELECTRICITY = Fraction("0.434")
# Invented with the examples: efficiencies of the boilers (LHV); W before, W after and number of luminaires.
EFFICIENCY_NEW, EFFICIENCY_OLD = Fraction("0.96"), Fraction("0.77")
LUMINAIRES = {
    "第一工場 高天井": (415, 140, 60),
    "第二工場 高天井": (415, 140, 36),
    "事務棟 執務室": (86, 38, 120),
    "資材倉庫": (43, 20, 80),
}


def run(*words, env=None):
    return subprocess.run([str(w) for w in words], capture_output=True, text=True, env=env, check=False)


def sumi_json(*words):
    done = run(SUMI, *words, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def twelve_places(value):
    """Half even to 12 places, as the methodology says of each division."""
    with localcontext() as context:
        context.prec = 80
        quotient = Decimal(value.numerator) / Decimal(value.denominator)
        return Fraction(quotient.quantize(Decimal(1).scaleb(-12), rounding=ROUND_HALF_EVEN))


def rows_of(path, encoding):
    with open(path, "rb") as file:
        text = file.read().decode(encoding)
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(io.StringIO("\n".join(lines))))


def month_of(text):
    year, month = re.fullmatch(r"(\d{4})(?:年|-)(\d{1,2})月?", text).groups()
    return int(year), int(month)


def fiscal_year(year, month):
    return year if month >= 4 else year - 1


def serials(store):
    return [(h["serial"], h["amount"], h["holder"], h["kind"], h["status"]) for h in sumi_json("--store", store, "holdings")]


class Story(unittest.TestCase):
    """An example with a store: played twice, into a folder where an interrupted run had left something."""

    name = ""

    @classmethod
    def setUpClass(cls):
        if not cls.name:
            raise unittest.SkipTest("the base of the stories")
        cls.folder = tempfile.mkdtemp(prefix="sumi-examples-")
        cls.store = os.path.join(cls.folder, "store", cls.name)
        os.makedirs(cls.store + ".making")
        with open(os.path.join(cls.store + ".making", "left"), "w", encoding="utf-8") as file:
            file.write("of an interrupted run")
        cls.first = cls.play()
        cls.second = cls.play()
        cls.receipt = os.path.join(cls.folder, "receipts", cls.name + ".txt")

    @classmethod
    def play(cls):
        env = {**os.environ, "SUMI": SUMI, "SUMI_VERIFY": VERIFY, "STORE": cls.store}
        return run("bash", os.path.join(EXAMPLES, cls.name, "run.sh"), env=env)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def example(self, *parts):
        return os.path.join(EXAMPLES, self.name, *parts)

    def fingerprint(self):
        return sumi_json("keys", "show", os.path.join(self.folder, "keys", self.name + ".key"))["fingerprint"]

    def certified(self):
        shown = run(SUMI, "--store", self.store, "do", "show certification 1").stdout
        row = json.loads(shown.splitlines()[0].split(" ", 2)[2])
        return [(line["methodology"], line["vintage"], line["tonnes"]) for line in row["lines"]]

    def check_both_runs(self):
        self.assertEqual(self.first.returncode, 0, self.first.stderr)
        self.assertEqual(self.second.returncode, 0, self.second.stderr)
        self.assertIn("検証できました", self.first.stdout)
        self.assertIn("すべて一致しました", self.first.stdout)
        self.assertIn("前回のものがあります", self.second.stdout)
        self.assertIn("検証できました", self.second.stdout)
        self.assertFalse(os.path.exists(self.store + ".making"))

    def check_whole(self):
        report = sumi_json("--store", self.store, "check", "--full")
        self.assertEqual(report["findings"], [])
        self.assertEqual(report["certifications_calculated"], 1)

    def verified(self, *more):
        done = run(VERIFY, "--json", self.receipt, *more)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def check_receipt(self, amount, ranges, purpose, user):
        proof = self.verified("--public-key", self.fingerprint())
        self.assertTrue(proof["verified"] and proof["pinned"])
        self.assertEqual((proof["store_kind"], proof["command"]), ("demo", "ExecuteRetirement"))
        said = proof["public"]
        self.assertEqual((said["amount"], [use["purpose"] for use in said["uses"]], said["user_name"], said["end_use"]), (amount, [purpose], user, "retirement"))
        self.assertEqual([(r["batch"], r["first"], r["end"]) for r in said["ranges"]], ranges)

    def check_forgeries(self):
        """Another key than the pinned one, and one digit of the receipt changed."""
        self.assertEqual(run(VERIFY, self.receipt, "--public-key", "0" * 64).returncode, 3)
        with open(self.receipt, encoding="utf-8") as file:
            text = file.read()
        begin = text.index("\npublic ") + len("\npublic ")
        changed = text[:begin] + ("B" if text[begin] != "B" else "C") + text[begin + 1:]
        forged = os.path.join(self.folder, "forged.txt")
        with open(forged, "w", encoding="utf-8") as file:
            file.write(changed)
        self.assertEqual(run(VERIFY, forged).returncode, 3)

    def check_in_memory(self):
        done = run(SUMI, "play", self.example("journey.scn"))
        self.assertEqual((done.returncode, done.stdout), (0, "1 passed, 0 failed\n"), done.stderr)


class Boiler(Story):
    name = "boiler"
    period = "2024-08-01..2026-03-31"

    def monthly(self):
        return [(month_of(row["期間"]), int(row["値"])) for row in rows_of(self.example("data.csv"), "cp932")]

    def test_both_runs(self):
        self.check_both_runs()

    def test_every_line_of_the_data_has_its_bill(self):
        rows = rows_of(self.example("data.csv"), "cp932")
        self.assertEqual(len(rows), 20)
        for row in rows:
            year, month = month_of(row["期間"])
            with open(self.example("evidence", f"gas-{year}-{month:02}.txt"), "rb") as file:
                bill = file.read()
            self.assertEqual(row["根拠資料"], "sha256:" + hashlib.sha256(bill).hexdigest())
            self.assertIn(f"ご使用量    {row['値']} m3", bill.decode())
        self.assertEqual(len(glob.glob(self.example("evidence", "gas-*.txt"))), 20)

    def test_both_encodings_are_the_same_data(self):
        answers = [sumi_json("project", "calculate", self.example("plan.toml"), self.example(file), "--period", self.period)
                   for file in ("data.csv", "data-utf8.csv")]
        self.assertEqual(answers[0]["data_set"], answers[1]["data_set"])
        self.assertEqual(answers[0]["trace"], answers[1]["trace"])

    def test_reductions_by_fractions(self):
        sums = defaultdict(lambda: [Fraction(0), Fraction(0)])
        for (year, month), m3 in self.monthly():
            energy = Fraction(m3, 1000) * CITY_GAS[0]
            heat = energy * EFFICIENCY_NEW * CITY_GAS[2]
            of_year = sums[fiscal_year(year, month)]
            of_year[0] += twelve_places(heat / (EFFICIENCY_OLD * HEAVY_OIL_A[2])) * HEAVY_OIL_A[1]
            of_year[1] += energy * CITY_GAS[1]
        self.assertEqual({year: math.floor(bl - pj) for year, (bl, pj) in sums.items()}, {2024: 7, 2025: 10})
        lines = sumi_json("project", "calculate", self.example("plan.toml"), self.example("data.csv"), "--period", self.period)["lines"]
        self.assertEqual([(line["vintage"], Fraction(line["em_bl"]), Fraction(line["em_pj"]), line["er"]) for line in lines],
                         [(f"FY{year}", bl, pj, math.floor(bl - pj)) for year, (bl, pj) in sorted(sums.items())])
        # Floored over both years at once it would be one tonne more.
        self.assertEqual(math.floor(sum(bl - pj for bl, pj in sums.values())), 18)

    def test_payback(self):
        """J-クレジット制度について (経済産業省・環境省・農林水産省, 2023-01): (10,000 - 5,000) / (1,000 - 300) = 7.14 years."""
        self.assertEqual(f"{float(Fraction(10000 - 5000, 1000 - 300)):.2f}", "7.14")
        checked = sumi_json("project", "check", self.example("plan.toml"))
        payback = [rule for rule in checked["rules"] if rule["rule"] == "R5"]
        self.assertEqual([rule["answer"] for rule in payback], ["met"])
        self.assertIn("7.14年", payback[0]["reason_ja"])
        self.assertIn("7.14年", self.first.stdout)

    def test_certified(self):
        self.assertEqual(self.certified(), [("EN-S-001", "FY2024", 7), ("EN-S-001", "FY2025", 10)])
        self.assertIn("認証 EN-S-001 2024年度 7 t-CO2\n   認証 EN-S-001 2025年度 10 t-CO2", self.first.stdout)

    def test_serials_and_owners(self):
        secretariat, maker, printer = "J-クレジット制度事務局(演習)", "株式会社すみだ惣菜工房", "両国印刷株式会社"
        expected = [
            ("JC-ER-N-1-1-2024-1-7", 7, secretariat, "retirement", "used"),
            ("JC-ER-N-1-1-2025-1-2", 2, secretariat, "retirement", "used"),
            ("JC-ER-N-1-1-2025-3-4", 2, secretariat, "retirement", "used"),
            ("JC-ER-N-1-1-2025-5-5", 1, printer, "holding", "held"),
            ("JC-ER-N-1-1-2025-6-10", 5, maker, "holding", "held"),
        ]
        self.assertEqual(serials(self.store), expected)
        for serial, *_ in expected:
            self.assertIn(serial, self.first.stdout)
            self.assertIn(serial, self.second.stdout)

    def test_retirements(self):
        shown = run(SUMI, "--store", self.store, "do", "show retirement 1", "show retirement 2").stdout.splitlines()
        own, proxy = (json.loads(line.split(" ", 2)[2]) for line in shown[:2])
        self.assertEqual((own["status"], own["purpose"], own["fiscal_year"], own["user_name"]),
                         ("confirmed", "shk_adjusted_emissions", "FY2026", "両国印刷株式会社"))
        self.assertEqual((proxy["status"], proxy["purpose"], proxy["user_name"]), ("confirmed", "carbon_offset", "隅田川まつり実行委員会"))

    def test_receipt(self):
        self.check_receipt("9", [("1", "1", "8"), ("2", "1", "3")], "shk_adjusted_emissions", "両国印刷株式会社")

    def test_forged_receipts(self):
        self.check_forgeries()

    def test_the_key_lies_outside_of_the_store(self):
        keys = [os.path.join(folder, file) for folder, _, files in os.walk(self.folder) for file in files if file.endswith(".key")]
        self.assertEqual(keys, [os.path.join(self.folder, "keys", "boiler.key")])

    def test_whole_store(self):
        self.check_whole()

    def test_in_memory(self):
        self.check_in_memory()

    def test_acting_as_a_user_of_the_store(self):
        """The line that ./dev run gives to try next, on a copy; and one by a person without the role."""
        copy = os.path.join(self.folder, "copy")
        shutil.copytree(self.store, copy)
        self.assertEqual(run(SUMI, "--store", copy, "--as", "ogawa", "--for", "5", "do", "transfer 1 2 1").returncode, 0)
        self.assertIn(("JC-ER-N-1-1-2025-5-6", 2, "両国印刷株式会社", "holding", "held"), serials(copy))
        self.assertEqual(run(SUMI, "--store", copy, "--as", "honda", "--for", "6", "do", "transfer 2 1 1").returncode, 1)
        self.assertEqual(run(SUMI, "--store", copy, "--as", "nobody", "--for", "5", "do", "transfer 1 2 1").returncode, 2)


class Lighting(Story):
    name = "lighting"
    period = "2025-04-01..2026-03-31"

    def test_both_runs(self):
        self.check_both_runs()

    def test_reductions_by_fractions(self):
        baseline = project = Fraction(0)
        for row in rows_of(self.example("data.csv"), "utf-8-sig"):
            year, month = month_of(row["期間"])
            self.assertEqual(fiscal_year(year, month), 2025)
            hours = int(unicodedata.normalize("NFKC", row["値"]))
            before, after, number = LUMINAIRES[row["行"]]
            baseline += Fraction(before * number * hours, 1000) * ELECTRICITY / 1000
            project += Fraction(after * number * hours, 1000) * ELECTRICITY / 1000
        self.assertEqual(math.floor(baseline - project), 45)
        lines = sumi_json("project", "calculate", self.example("plan.toml"), self.example("data.csv"), "--period", self.period)["lines"]
        self.assertEqual([(line["vintage"], Fraction(line["em_bl"]), Fraction(line["em_pj"]), line["er"]) for line in lines],
                         [("FY2025", baseline, project, 45)])

    def test_certified(self):
        self.assertEqual(self.certified(), [("EN-S-006", "FY2025", 45)])
        self.assertIn("認証 EN-S-006 2025年度 45 t-CO2", self.first.stdout)

    def test_serials_and_owners(self):
        self.assertEqual(serials(self.store), [
            ("JC-ER-N-1-1-2025-1-30", 30, "株式会社かつしか金属加工", "holding", "held"),
            ("JC-ER-N-1-1-2025-31-40", 10, "J-クレジット制度事務局(演習)", "retirement", "used"),
            ("JC-ER-N-1-1-2025-41-45", 5, "株式会社東部カーボン仲介", "holding", "held"),
        ])

    def test_receipt(self):
        self.check_receipt("10", [("1", "31", "41")], "cdp", "株式会社東部カーボン仲介")

    def test_forged_receipts(self):
        self.check_forgeries()

    def test_whole_store(self):
        self.check_whole()

    def test_in_memory(self):
        self.check_in_memory()


class TwoYearRule(unittest.TestCase):
    """J-クレジット制度について (経済産業省・環境省・農林水産省, 2023-01): an application of 2019-05-01."""

    def answer(self, plan, *more):
        done = run(SUMI, "project", "check", os.path.join(EXAMPLES, "two-year-rule", plan + ".toml"), "--json", *more)
        rules = json.loads(done.stdout)["rules"]
        [rule] = [rule for rule in rules if rule["rule"] == "R2"]
        return done.returncode, rule

    def test_a_day_inside(self):
        code, rule = self.answer("started-2017-05-02")
        self.assertEqual((code, rule["answer"]), (0, "met"))

    def test_just_two_years(self):
        code, rule = self.answer("started-2017-05-01")
        self.assertEqual((code, rule["answer"]), (1, "not_met"))
        self.assertIn("2019-04-30までに申請する", rule["remedy_ja"])
        self.assertIn("2017-05-02以後", rule["remedy_ja"])

    def test_the_remedy_helps(self):
        code, rule = self.answer("started-2017-05-01", "--on", "2019-04-30")
        self.assertEqual((code, rule["answer"]), (0, "met"))

    def test_fiscal_2018(self):
        code, rule = self.answer("started-fiscal-2018")
        self.assertEqual((code, rule["answer"]), (0, "met"))

    def test_the_story(self):
        with tempfile.TemporaryDirectory(prefix="sumi-examples-") as folder:
            env = {**os.environ, "SUMI": SUMI, "SUMI_VERIFY": VERIFY, "STORE": os.path.join(folder, "store", "two-year-rule")}
            done = run("bash", os.path.join(EXAMPLES, "two-year-rule", "run.sh"), env=env)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(re.findall(r"終了コード (\d)", done.stdout), ["0", "1", "0"])
        self.assertEqual(re.findall(r"R2  (\S+)", done.stdout), ["適合", "不適合", "適合"])
        self.assertIn("改善策: 2019-04-30までに申請する", done.stdout)


class Inputs(unittest.TestCase):
    def test_corporate_numbers(self):
        """The check digit is 9 minus the remainder by 9 of the digits, from the last, times 1 and 2 in turn (法人番号の指定等に関する省令)."""
        texts = [open(path, encoding="utf-8").read() for pattern in ("*.toml", "*.inc") for path in glob.glob(os.path.join(EXAMPLES, "*", pattern))]
        numbers = set(re.findall(r"\b\d{13}\b", "".join(texts)))
        self.assertGreaterEqual(len(numbers), 6)
        for number in numbers:
            weighted = sum(int(digit) * (1 if i % 2 == 0 else 2) for i, digit in enumerate(reversed(number[1:])))
            self.assertEqual(int(number[0]), 9 - weighted % 9, number)
            self.assertEqual(number[1:5], "9900", "an invented number must look invented")


if __name__ == "__main__":
    unittest.main()
