"""The rulebook from outside: values by day of application and of knowledge, near names, and packs with one slip each."""

import os
import re
import shutil
import unittest

from program import RULEBOOK, Case, copy_of_store, path, shared_store, sumi

# One slip in a copy of the rulebook: file, what stands there, what is written instead, and words of the refusal.
SLIPS = [
    ("packs/shk-gwp/gwp.csv", "CO2,AR4,二酸化炭素,1,", "CO2,AR4,二酸化炭素,l,", "cell_number"),
    ("packs/shk-gwp/gwp.csv", "CO2,AR4,", "CO2,AR9,", "cell_choice"),
    ("packs/shk-gwp/gwp.csv", "wikipedia-ja-gwp-table,high", "wikipedia-ja-gwp-tabel,high", "source_unknown"),
    ("packs/shk-gwp/gwp.csv", "wikipedia-ja-gwp-table,high", "wikipedia-ja-gwp-table,hihg", "cell_confidence"),
    ("packs/shk-gwp/gwp.csv", ",2015,2022,", ",2022,2015,", "validity_reversed"),
    ("packs/shk-gwp/gwp.csv", ",2015,2022,", ",2014,2022,", "validity_overlap"),
    ("packs/shk-gwp/gwp.csv", "CO2,AR4,二酸化炭素,1,", "CO2,AR4,二酸化炭素,1,1,", "csv_columns"),
    ("packs/shk-gwp/gwp.csv", "gas,set,name_ja,gwp,", "gas,set,name_ja,gvp,", "gwp"),
    ("packs/shk-gwp/pack.toml", 'file = "gwp.csv"', 'fiel = "gwp.csv"', "fiel"),
    ("packs/shk-gwp/pack.toml", 'family = "shk-gwp"', 'family = "shk-gwp', "toml_syntax"),
    ("packs/shk-gwp/pack.toml", 'unit = "tCO2e/t"', 'unit = "tCO2x/t"', "tCO2x"),
    ("packs/jcredit-fuels/factors.csv", ",t,28.7,", ",parsec,28.7,", "parsec"),
    ("methodology/EN-S-001/methodology.toml", "formula = 'F_PJ * HV_PJ'", "formula = 'F_PJ + HV_PJ'", "formula"),
    ("methodology/EN-S-001/methodology.toml", "formula = 'F_PJ * HV_PJ'", "formula = 'F_PJ * HV_PQ'", "HV_PQ"),
    ("methodology/EN-S-001/methodology.toml", "formula = 'F_PJ * HV_PJ'", "formula = 'F_PJ * (HV_PJ'", "formula"),
]


class Check(Case):
    def test_the_shipped_rulebook_holds(self):
        answer = self.done(sumi("rules", "check", RULEBOOK))
        self.assertIn("EN-S-001, EN-S-002", answer.out)

    def test_slips(self):
        folder = path("rules")
        shutil.copytree(RULEBOOK, folder)
        for name, old, new, word in SLIPS:
            with self.subTest(file=name, slip=new):
                file = os.path.join(folder, name)
                with open(file, encoding="utf-8") as opened:
                    whole = opened.read()
                self.assertIn(old, whole)
                with open(file, "w", encoding="utf-8") as opened:
                    opened.write(whole.replace(old, new, 1))
                answer = sumi("rules", "check", folder)
                self.refused(answer, 2, word)
                line = whole[: whole.index(old)].count("\n") + 1
                self.assertRegex(answer.err, rf"(?m)^\S*{re.escape(os.path.basename(name))}:{line}\b", answer)
                self.assertEqual(sumi("--rulebook", folder, "rules", "list").code, 2)  # nobody counts with it
                with open(file, "w", encoding="utf-8") as opened:
                    opened.write(whole)
        self.done(sumi("rules", "check", folder))

    def test_a_file_that_no_table_names(self):
        folder = path("rules-more")
        shutil.copytree(RULEBOOK, folder)
        with open(os.path.join(folder, "packs", "shk-gwp", "more.csv"), "w", encoding="utf-8") as opened:
            opened.write("a\n")
        self.refused(sumi("rules", "check", folder), 2, "more.csv")
        os.remove(os.path.join(folder, "packs", "shk-gwp", "more.csv"))
        os.remove(os.path.join(folder, "packs", "shk-gwp", "gwp.csv"))
        self.refused(sumi("rules", "check", folder), 2, "gwp.csv")


class Show(Case):
    def shikoku(self, *words):
        """The factor without a menu of A0274 for fiscal 2021 that applies, in tCO2/kWh."""
        shown = self.done(sumi("--json", *words)).json()
        rows = [r for r in shown["rows"] if r["applies"] and r["key"] == ["A0274", ""] and r["valid_from"] == "FY2021"]
        return [cell["value"] for row in rows for cell in row["cells"] if cell["column"] == "basic"]

    def test_the_correction_of_shikoku_2021(self):
        """四国電力 2023-06-01: the basic factor of fiscal 2021 was 0.000485 and is 0.000484 tCO2/kWh."""
        asked = ("rules", "show", "shk-electricity/factors/A0274", "--on", "2021-04-01")
        self.assertEqual(self.shikoku(*asked, "--as-known", "2023-05-31"), ["0.000485"])
        self.assertEqual(self.shikoku(*asked, "--as-known", "2023-06-01"), ["0.000484"])
        self.assertEqual(self.shikoku(*asked), ["0.000484"])
        text = self.done(sumi(*asked, "--as-known", "2023-05-31")).out
        self.assertIn("0.000485", text)
        self.assertIn("2023-05-31", text)

    def test_as_a_store_has_adopted_it(self):
        store = ("--store", shared_store())
        asked = (*store, "rules", "show", "shk-electricity/factors/A0274", "--on", "2021-04-01")
        self.assertEqual(self.shikoku(*asked, "--adopted", "2024-04-01"), ["0.000484"])
        self.refused(sumi(*asked, "--adopted", "2024-03-31"), 2, "rulebook.key_unknown")  # the day before the store was opened

    def test_near_names(self):
        self.refused(sumi("rules", "show", "shk-fuels/factors/kerosine"), 2, "近いもの: kerosene")
        self.refused(sumi("rules", "show", "kerosine"), 2, "近いもの: kerosene")
        self.refused(sumi("rules", "show", "shk-fuel/factors"), 2, "shk-fuels/factors")
        self.refused(sumi("rules", "show", "two_year_rule.yaers"), 2, "two_year_rule.years")
        self.refused(sumi("rules", "show", ""), 2, "shk-fuels/factors")

    def test_rows_name_their_source(self):
        answer = self.done(sumi("--json", "rules", "show", "two_year_rule.years")).json()
        self.assertEqual([c["value"] for c in answer["rows"][0]["cells"] if c["column"] == "value"], ["2"])
        named = {s["id"] for s in answer["sources"]}
        self.assertTrue(set(answer["rows"][0]["sources"]) <= named and named)


class Adopt(Case):
    def test_a_new_edition(self):
        store = copy_of_store("adopting")
        folder = path("edition", "shk-gwp")
        shutil.copytree(os.path.join(RULEBOOK, "packs", "shk-gwp"), folder)
        # The clock has gone on since the story's last day: what fell due in between is entered first, whatever is asked.
        self.refused(sumi("--store", store, "rules", "adopt", folder), 1, "scheme.adoption_exists")
        with self.unchanged(store):
            self.refused(sumi("--store", store, "rules", "adopt", folder), 1, "scheme.adoption_exists")
            self.assertEqual(sumi("--store", store, "rules", "adopt", path("edition")).code, 2)
        with open(os.path.join(folder, "pack.toml"), encoding="utf-8") as opened:
            text = opened.read()
        with open(os.path.join(folder, "pack.toml"), "w", encoding="utf-8") as opened:
            opened.write(text.replace('edition = "2026-06"', 'edition = "2026-11"'))
        self.assertEqual(self.done(sumi("--store", store, "--json", "rules", "adopt", folder)).json()["edition"], "2026-11")
        editions = {p["family"]: p["edition"] for p in sumi("--store", store, "--json", "rules", "list").json()["packs"]}
        self.assertEqual(editions["shk-gwp"], "2026-11")
        self.assertEqual(sumi("--json", "rules", "list").json()["packs"][0]["edition"], "2026-06")  # the shipped one is as it was
        self.done(sumi("--store", store, "check", "--full"))


if __name__ == "__main__":
    unittest.main()
