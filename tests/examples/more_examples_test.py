"""Machine tools, houses, biochar and pumps: the examples of normal plans beside the boiler and the lighting.

As in examples_test.py: expected tonnes come from the examples' CSV files by Python's fractions and the factors below, by the structure of the formulas as
published; owners, serials and retirements are written by hand from the stories. Every division is rounded as the methodologies say (half even, 12 places),
the difference is floored once per methodology and fiscal year.
"""

import hashlib
import math
import unicodedata
import unittest
from collections import defaultdict
from fractions import Fraction

import examples_test as shared
from examples_test import fiscal_year, month_of, rows_of, serials, sumi_json, twelve_places

# tCO2/kWh, all-source, FY2021: J-クレジット プロジェクト計画書 (株式会社フェイガー, AG-004, 2024-02-08).
ELECTRICITY = shared.ELECTRICITY / 1000
SECRETARIAT = "J-クレジット制度事務局(演習)"


def number(text):
    return Fraction(unicodedata.normalize("NFKC", text).replace(",", ""))


class Normal:
    """What every story of a normal plan is asked."""

    def lines(self):
        lines = sumi_json("project", "calculate", self.example("plan.toml"), self.example("data.csv"), "--period", self.period)["lines"]
        return [(line["methodology"], line["vintage"], Fraction(line["em_bl"]), Fraction(line["em_pj"]), line["er"]) for line in lines]

    def check_tonnes(self, methodology, sums, tonnes):
        """`sums`: fiscal year to baseline and project, by fractions; `tonnes`: the whole ones, by hand."""
        self.assertEqual({year: math.floor(bl - pj) for year, (bl, pj) in sums.items()}, tonnes)
        self.assertEqual(self.lines(), [(methodology, f"FY{year}", bl, pj, tonnes[year]) for year, (bl, pj) in sorted(sums.items())])
        self.assertEqual(self.certified(), [(methodology, f"FY{year}", t) for year, t in sorted(tonnes.items())])
        for year, t in tonnes.items():
            self.assertIn(f"認証 {methodology} {year}年度 {t} t-CO2", self.first.stdout)

    def check_encoding(self, start, codec, line_end):
        with open(self.example("data.csv"), "rb") as file:
            data = file.read()
        self.assertTrue(data.startswith(start.encode(codec)), data[:20])
        self.assertEqual(data.count(b"\n"), data.count(line_end))

    def test_the_plan_can_be_registered(self):
        answers = [(rule["rule"], rule["answer"]) for rule in sumi_json("project", "check", self.example("plan.toml"))["rules"]]
        self.assertEqual({rule for rule, _ in answers}, {f"R{i}" for i in range(1, 12)})
        self.assertNotIn("not_met", {answer for _, answer in answers})

    def test_both_runs(self):
        self.check_both_runs()

    def test_forged_receipts(self):
        self.check_forgeries()

    def test_whole_store(self):
        self.check_whole()

    def test_in_memory(self):
        self.check_in_memory()


class MachineTools(Normal, shared.Story):
    """290 t: the certification of an EN-S-022 project by the 53rd committee (関東経済産業局, J-クレジット創出・活用支援事業 報告, FY2022)."""

    name = "machine-tools"
    period = "2025-04-01..2026-03-31"
    # kWh and pieces of the year before the renewal, invented.
    BEFORE = {"NC旋盤 8台": (1250000, 400000), "マシニングセンタ 6台": (612000, 90000), "平面研削盤 3台": (310000, 132000)}

    def test_tonnes(self):
        baseline = project = Fraction(0)
        for row in rows_of(self.example("data.csv"), "utf-8-sig"):
            self.assertEqual(fiscal_year(*month_of(row["期間"])), 2025)
            if row["記号"] == "P_PJ":
                energy, pieces = self.BEFORE[row["行"]]
                baseline += twelve_places(number(row["値"]) * energy / pieces) * ELECTRICITY
            else:
                project += number(row["値"]) * ELECTRICITY
        self.check_tonnes("EN-S-022", {2025: (baseline, project)}, {2025: 290})

    def test_the_data_are_written_as_a_spreadsheet_writes_them(self):
        self.check_encoding("\ufeff記号,", "utf-8", b"\r\n")
        self.assertEqual(len(rows_of(self.example("data.csv"), "utf-8-sig")), 2 * 3 * 12)

    def test_payback(self):
        self.assertEqual(f"{float(Fraction(180000000 - 60000000, 43440000 - 30040000)):.2f}", "8.96")
        self.assertIn("投資回収年数は8.96年", self.first.stdout)

    def test_serials_and_owners(self):
        self.assertEqual(serials(self.store), [
            ("JC-ER-N-1-1-2025-1-150", 150, SECRETARIAT, "retirement", "used"),
            ("JC-ER-N-1-1-2025-151-200", 50, "株式会社みかぼ自動車部品", "holding", "held"),
            ("JC-ER-N-1-1-2025-201-290", 90, "株式会社いずみ精密金属", "holding", "held"),
        ])

    def test_receipt(self):
        self.check_receipt("150", [("1", "1", "151")], "shk_adjusted_emissions", "株式会社みかぼ自動車部品")


class Pump(Normal, shared.Story):
    """Power at fixed flow x machines x hours - electricity used; two vintages."""

    name = "pump"
    period = "2024-10-01..2026-03-31"
    # kW of a machine at fixed flow and number of machines, invented.
    MACHINES = {"送水ポンプ": (Fraction("15.5"), 2), "冷却水ポンプ": (Fraction("7.4"), 3), "排気ファン": (Fraction("5.6"), 4)}

    def test_tonnes(self):
        sums = defaultdict(lambda: [Fraction(0), Fraction(0)])
        for row in rows_of(self.example("data.csv"), "cp932"):
            of_year = sums[fiscal_year(*month_of(row["期間"]))]
            if row["記号"] == "h":
                power, machines = self.MACHINES[row["行"]]
                of_year[0] += power * machines * number(row["値"]) * ELECTRICITY
            else:
                self.assertEqual(row["単位"], "MWh")
                of_year[1] += number(row["値"]) * 1000 * ELECTRICITY
        self.check_tonnes("EN-S-005", sums, {2024: 54, 2025: 106})
        # Floored over both years at once it would be one tonne more.
        self.assertEqual(math.floor(sum(bl - pj for bl, pj in sums.values())), 161)

    def test_the_data_are_written_as_a_spreadsheet_writes_them(self):
        self.check_encoding("# ポンプ", "cp932", b"\r\n")
        self.assertEqual(len(rows_of(self.example("data.csv"), "cp932")), 2 * 3 * 18)

    def test_payback(self):
        self.assertEqual(f"{float(Fraction(24000000 - 6000000, 10792350 - 5242500)):.2f}", "3.24")
        self.assertIn("投資回収年数は3.24年", self.first.stdout)

    def test_serials_and_owners(self):
        self.assertEqual(serials(self.store), [
            ("JC-ER-N-1-1-2024-1-25", 25, SECRETARIAT, "retirement", "used"),
            ("JC-ER-N-1-1-2024-26-54", 29, "わたらせ観光株式会社", "holding", "held"),
            ("JC-ER-N-1-1-2025-1-6", 6, "わたらせ観光株式会社", "holding", "held"),
            ("JC-ER-N-1-1-2025-7-106", 100, "株式会社きぬた染工", "holding", "held"),
        ])

    def test_receipt(self):
        self.check_receipt("25", [("1", "1", "26")], "carbon_offset", "機織まつり実行委員会")


class Biochar(Normal, shared.Story):
    """J-クレジット プロジェクト計画書 (株式会社フェイガー, AG-004 Ver.2.0, 2024-02-08): 100 t x 0.52 x 0.65 x 44/12, printed 123.9; factors of the same plan."""

    name = "biochar"
    period = "2025-04-01..2026-03-31"
    DIESEL = Fraction("38.0") * Fraction("0.0689")  # tCO2/kL, FY2021
    KEROSENE = Fraction("36.5") * Fraction("0.0686")
    TRUCK = Fraction("0.0601") / 1000 * 2 * DIESEL  # tCO2 per tonne-kilometre; the way back counts

    def test_tonnes(self):
        halves = defaultdict(dict)
        for row in rows_of(self.example("data.csv"), "utf-8"):
            halves[row["期間"]][row["記号"]] = number(row["値"])
        self.assertEqual(sorted(halves), ["2025-04-01..2025-09-30", "2025-10-01..2026-03-31"])
        stored = sum(half["BC"] for half in halves.values()) * Fraction("0.52") * Fraction("0.65") * 44 / 12
        self.assertEqual(stored, Fraction(1859, 15))
        emitted = Fraction(0)
        for half in halves.values():
            emitted += half["mass_feedstock"] * half["distance_feedstock"] * self.TRUCK
            share = twelve_places(half["PV_PJ"] / half["PV_PJ_all"])
            emitted += (half["F_production"] / 1000 * self.KEROSENE + half["EL_production"] * ELECTRICITY) * share
            emitted += half["mass_biochar"] * half["distance_biochar"] * self.TRUCK
            emitted += half["F_spreading"] / 1000 * self.DIESEL + half["EL_spreading"] * ELECTRICITY
        self.check_tonnes("AG-004", {2025: (stored, emitted)}, {2025: 101})
        self.assertEqual(math.floor(stored), 123)

    def test_removal_by_technology(self):
        batch = shared.run(shared.SUMI, "--store", self.store, "do", "show batch 1").stdout
        for said in ('"effect":"removal"', '"basis":"technology"', '"credit_type":"ER"'):
            self.assertIn(said, batch)
            self.assertIn(said, self.first.stdout)

    def test_no_crediting_period_and_no_additionality_test(self):
        rules = {rule["rule"]: rule["reason_ja"] for rule in sumi_json("project", "check", self.example("plan.toml"))["rules"]}
        self.assertIn("2023-02-18以後の活動が対象です", rules["R2"])  # later than two years before the application of 2025-02-17
        self.assertIn("認証対象期間の定めはありません", rules["R3"])
        self.assertIn("追加性の評価は不要", rules["R5"])

    def test_serials_and_owners(self):
        self.assertEqual(serials(self.store), [
            ("JC-ER-N-1-1-2025-1-28", 28, SECRETARIAT, "retirement", "used"),
            ("JC-ER-N-1-1-2025-29-40", 12, "みちのく青果流通株式会社", "holding", "held"),
            ("JC-ER-N-1-1-2025-41-101", 61, "あぶくま里山炭素株式会社", "holding", "held"),
        ])

    def test_receipt(self):
        self.check_receipt("28", [("1", "1", "29")], "carbon_offset", "みちのく青果流通株式会社")


class Houses(Normal, shared.Story):
    """47 t: the certification of an EN-S-039 project by the 52nd committee (関東経済産業局, J-クレジット創出・活用支援事業 報告, FY2022)."""

    name = "houses"
    period = "2025-04-01..2026-03-31"
    # Design energy of the house of the baseline over that of the project, per carrier, invented.
    RATIO = {"A型": Fraction("31.2") / Fraction("21.6"), "B型": Fraction("66.5") / Fraction("44.8")}
    RATIO_GAS = Fraction("27.9") / Fraction("17.4")
    GAS = shared.CITY_GAS[0] * shared.CITY_GAS[1]  # tCO2 per thousand m3N
    COOKING = 5  # m3N per house and month, as the plan estimates it

    def rows(self):
        return rows_of(self.example("data.csv"), "utf-8")

    def houses(self, kind, year, month):
        """Of one list: house, kWh, those that do not count, m3N."""
        with open(self.example("evidence", f"{kind[0].lower()}-{year}-{month:02}.txt"), encoding="utf-8") as file:
            lines = [line.split() for line in file if line.startswith(kind[0] + "-")]
        self.assertEqual([line[0] for line in lines], [f"{kind[0]}-{i:02}" for i in range(1, 31)])
        return [[int(cell) for cell in line[1:]] for line in lines]

    def test_tonnes(self):
        monthly = defaultdict(lambda: defaultdict(Fraction))
        for row in self.rows():
            self.assertEqual(fiscal_year(*month_of(row["period"])), 2025)
            monthly[row["activity"], row["period"]][row["parameter"]] = number(row["value"])
        sums = {"A型": [Fraction(0), Fraction(0)], "B型": [Fraction(0), Fraction(0)]}
        for (kind, _), used in monthly.items():
            counted = used["EL_PJ"] - used["EL_other_uses"]
            gas = used["F_1_PJ"] - used["F_1_other_uses"]  # in m3N, the plan's unit; so are the places
            sums[kind][0] += twelve_places(counted * self.RATIO[kind]) * ELECTRICITY + twelve_places(gas * self.RATIO_GAS) / 1000 * self.GAS
            sums[kind][1] += counted * ELECTRICITY + gas / 1000 * self.GAS
        baseline, project = (sum(both) for both in zip(*sums.values()))
        self.check_tonnes("EN-S-039", {2025: (baseline, project)}, {2025: 47})
        # Floored type by type it would be one tonne less.
        self.assertEqual([math.floor(bl - pj) for bl, pj in sums.values()], [23, 23])

    def test_house_by_house_it_is_the_same(self):
        saved = Fraction(0)
        for kind in ("A型", "B型"):
            for i in range(12):
                for electricity, other, *gas in self.houses(kind, 2025 + (i + 3) // 12, (i + 3) % 12 + 1):
                    saved += (electricity - other) * (self.RATIO[kind] - 1) * ELECTRICITY
                    saved += sum(Fraction(m3 - self.COOKING, 1000) for m3 in gas) * (self.RATIO_GAS - 1) * self.GAS
        self.assertEqual(math.floor(saved), 47)

    def test_every_line_of_the_data_has_its_list(self):
        columns = {"EL_PJ": 0, "EL_other_uses": 1, "F_1_PJ": 2}
        rows = self.rows()
        self.assertEqual(len(rows), 12 * (4 + 2))
        for row in rows:
            year, month = month_of(row["period"])
            if row["parameter"] == "F_1_other_uses":
                self.assertEqual(int(row["value"]), 30 * self.COOKING)
                continue
            with open(self.example("evidence", f"{row['activity'][0].lower()}-{year}-{month:02}.txt"), "rb") as file:
                self.assertEqual(row["evidence"], "sha256:" + hashlib.sha256(file.read()).hexdigest())
            self.assertEqual(int(row["value"]), sum(house[columns[row["parameter"]]] for house in self.houses(row["activity"], year, month)))

    def test_payback(self):
        self.assertEqual(f"{float(Fraction(27000000 - 9000000, 5322430 - 3495000)):.2f}", "9.85")
        self.assertEqual(f"{float(Fraction(24000000 - 7500000, 4969610 - 3348000)):.2f}", "10.18")
        self.assertIn("投資回収年数は9.85年", self.first.stdout)
        self.assertIn("投資回収年数は10.18年", self.first.stdout)

    def test_serials_and_owners(self):
        self.assertEqual(serials(self.store), [
            ("JC-ER-N-1-1-2025-1-18", 18, SECRETARIAT, "retirement", "used"),
            ("JC-ER-N-1-1-2025-19-30", 12, "つくばね信用サービス株式会社", "holding", "held"),
            ("JC-ER-N-1-1-2025-31-47", 17, "株式会社あさひ野住宅", "holding", "held"),
        ])

    def test_receipt(self):
        self.check_receipt("18", [("1", "1", "19")], "cdp", "つくばね信用サービス株式会社")


if __name__ == "__main__":
    unittest.main()
