"""The forest: FO-001 from stands and a yield table, its buffer, two reversals and what covers them, reports on permanence.

Expected tonnes come from stands.csv, yield.csv and the area that is cut (README) by Python's fractions; coefficients of the species are those of
日本国温室効果ガスインベントリ報告書 / J-クレジット森林算定規程, copied here by hand. Serials, owners and days are written by hand from the story.
"""

import math
import os
import subprocess
import unittest
from fractions import Fraction

import examples_test as shared
from examples_test import SUMI, rows_of, run, serials, sumi_json

# Expansion factor up to 20 years and above, root over shoot, density t/m3, carbon fraction.
SPECIES = {
    "スギ": ("1.57", "1.23", "0.25", "0.314", "0.51"),
    "ヒノキ": ("1.55", "1.24", "0.26", "0.407", "0.51"),
    "カラマツ": ("1.50", "1.15", "0.29", "0.404", "0.51"),
}
MEASURED = Fraction("0.9")
CUT_STAND, CUT_YEAR, CUT_HA = "13-い-2", 2025, Fraction("0.30")
SECRETARIAT = "J-クレジット制度事務局(演習)"


def carbon(species, age, m3):
    """tCO2 of so much stem volume, above and below ground."""
    young, old, root, density, fraction = map(Fraction, SPECIES[species])
    return m3 * density * (young if age <= 20 else old) * fraction * Fraction(44, 12) * (1 + root)


class Forest(shared.Story):
    name = "forest"
    period = "2024-04-01..2026-03-31"

    def removals(self):
        """Fiscal year to tCO2, exact."""
        volumes = {(r["樹種"], r["地位"], int(r["齢級"])): Fraction(r["材積"]) for r in rows_of(self.example("yield.csv"), "utf-8")}
        out = {}
        for year in (2024, 2025):
            total = Fraction(0)
            for stand in rows_of(self.example("stands.csv"), "utf-8"):
                self.assertEqual(stand["基準年度"], "2024年度")
                age = int(stand["林齢"]) + year - 2024
                age_class = (age + 4) // 5  # class n holds the ages 5n-4 to 5n
                area = Fraction(stand["面積"])
                now, later = (volumes[stand["樹種"], stand["地位"], n] for n in (age_class, age_class + 1))
                if (stand["林分"], year) == (CUT_STAND, CUT_YEAR):
                    area -= CUT_HA
                    total -= carbon(stand["樹種"], age, CUT_HA * now)
                if stand["実測"] == "有":
                    area *= MEASURED
                total += carbon(stand["樹種"], age, area * (later - now) / 5)
            out[year] = total
        return out

    def test_both_runs(self):
        self.check_both_runs()

    def test_removals_by_fractions(self):
        removals = self.removals()
        self.assertEqual({year: math.floor(t) for year, t in removals.items()}, {2024: 1152, 2025: 926})
        self.assertEqual(math.floor(sum(removals.values())), 2079)  # floored over both years at once: one tonne more
        lines = sumi_json("project", "calculate", self.example("plan.toml"), self.example("data.csv"), "--period", self.period)["lines"]
        self.assertEqual([(line["methodology"], line["vintage"], Fraction(line["em_bl"]), Fraction(line["em_pj"]), line["er"]) for line in lines],
                         [("FO-001", f"FY{year}", 0, -t, math.floor(t)) for year, t in sorted(removals.items())])

    def test_rows_are_those_of_the_stands(self):
        """data.csv is what `sumi project stands` writes, with the cutting as the README tells it."""
        done = subprocess.run([SUMI, "project", "stands", "stands.csv", "--yield", "yield.csv", "--year", "FY2024", "--to", "FY2025", "--data"],
                              capture_output=True, text=True, cwd=self.example(), check=True)
        with open(self.example("data.csv"), encoding="utf-8") as file:
            ours = file.read().splitlines()
        self.assertEqual([line for line in done.stdout.splitlines() if line not in ours], ["A,13-い-2,FY2025,12,ha,II,森林簿(架空)"])
        self.assertEqual([line for line in ours if line not in done.stdout.splitlines()],
                         ["A,13-い-2,FY2025,11.7,ha,II,森林簿(架空)、伐採届(架空)", "A_cut,13-い-2 主伐,FY2024,0,ha,A,伐採届なし",
                          "A_cut,13-い-2 主伐,FY2025,0.3,ha,A,伐採届(架空)"])

    def test_hand_calculation_of_the_readme(self):
        with open(self.example("README.md"), encoding="utf-8") as file:
            text = file.read()
        for t in self.removals().values():
            self.assertIn(f"{float(t):,.4f}", text)

    def test_certified(self):
        self.assertEqual(self.certified(), [("FO-001", "FY2024", 1152), ("FO-001", "FY2025", 926)])

    def test_buffer_is_of_the_whole(self):
        """floor(0.03 x 2,078) = 62, where the fiscal years alone would give 34 + 27."""
        self.assertEqual((2078 * 3 // 100, 1152 * 3 // 100 + 926 * 3 // 100), (62, 61))
        buffers = [h for h in serials(self.store) if h[3] == "buffer"]
        self.assertEqual([h[1] for h in buffers], [62 - 45])

    def test_serials_and_owners(self):
        self.assertEqual(serials(self.store), [
            ("JC-FM-N-1-1-2024-1-45", 45, SECRETARIAT, "retirement", "used"),
            ("JC-FM-N-1-1-2024-46-62", 17, SECRETARIAT, "buffer", "held"),
            ("JC-FM-N-1-1-2024-63-412", 350, SECRETARIAT, "retirement", "used"),
            ("JC-FM-N-1-1-2024-413-462", 50, "みなと海運株式会社", "holding", "held"),
            ("JC-FM-N-1-1-2024-463-582", 120, SECRETARIAT, "cancellation", "used"),
            ("JC-FM-N-1-1-2024-583-1152", 570, "株式会社山と里カーボン", "holding", "held"),
            ("JC-FM-N-1-1-2025-1-926", 926, "株式会社山と里カーボン", "holding", "held"),
        ])

    def test_report_that_is_due(self):
        """The crediting period ends on 2032-03-31; year 2 lasts to 2034-03-31, and its report comes within three months."""
        for day, late in (("2034-06-30", False), ("2034-07-01", True)):
            due = sumi_json("--store", self.store, "project", "due", "--on", day)
            self.assertEqual([(item["number"], item["from"], item["by"], item["late"]) for item in due], [(2, "2034-04-01", "2034-06-30", late)])

    def test_receipt(self):
        self.check_receipt("350", [("1", "63", "413")], "carbon_offset", "みなと海運株式会社")

    def test_receipt_of_the_buffer(self):
        entries = run(SUMI, "--store", self.store, "journal", "show", "--from", "1", "--count", "1000").stdout.splitlines()
        number = [line.split()[0] for line in entries if " DrawBuffer " in line]
        self.assertEqual(len(number), 1)
        receipt = os.path.join(self.folder, "buffer.txt")
        key = os.path.join(self.folder, "keys", "forest.key")
        self.assertEqual(run(SUMI, "--store", self.store, "--signing-key", key, "receipt", number[0], "-o", receipt).returncode, 0)
        self.assertEqual(run(shared.VERIFY, receipt, "--public-key", self.fingerprint()).returncode, 0)

    def test_forged_receipts(self):
        self.check_forgeries()

    def test_whole_store(self):
        self.check_whole()

    def test_in_memory(self):
        self.check_in_memory()


if __name__ == "__main__":
    unittest.main()
