"""The rulebook from outside: values by day of application and of knowledge, near names, and packs with one slip each."""

import os
import re
import shutil
import unittest

from program import RULEBOOK, Case, copy_of_store, path, shared_store, sumi, write

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


class Authors(Case):
    """What someone who writes a methodology's pack meets: the list, the skeleton, the check of one pack, differences and what they would change."""

    def test_every_methodology_is_listed(self):
        rows = self.done(sumi("--json", "rules", "list", "methodologies")).json()["methodologies"]
        numbers = [row["number"] for row in rows]
        # The scheme's list of 2026-03 with its 75 numbers, three established ones without number, and three technologies on the way.
        self.assertEqual(sum(bool(re.fullmatch(r"(EN-[SR]|IN|AG|WA|FO)-\d{3}", n)) for n in numbers), 75)
        self.assertEqual(sorted(n for n in numbers if not re.search(r"\d{3}$", n)),
                         ["AMMONIA", "CCUS", "CO2-CONCRETE", "HYDROGEN", "N2O-WASTE-WATER", "NATURAL-REFRIGERANT"])
        by_number = {row["number"]: row for row in rows}
        self.assertTrue(by_number["EN-S-001"]["formulas"] and by_number["EN-S-001"]["reconstructed"])
        self.assertEqual((by_number["EN-S-030"]["formulas"], by_number["CCUS"]["status"], by_number["CO2-CONCRETE"]["status"]), ("", "proposed", "announced"))
        self.assertIn("算定式は未収録", self.done(sumi("rules", "list", "methodologies")).out)

    def test_a_methodology_without_formulas_is_told(self):
        text = self.done(sumi("rules", "explain", "EN-S-030")).out
        self.assertIn("印刷機の更新", text)
        self.assertIn("算定式は未収録", text)
        english = self.done(sumi("--language", "en", "rules", "explain", "EN-S-043")).out
        self.assertIn("formulas not yet available", english)
        self.assertIn("2024-01-19", english)  # its revision
        self.refused(sumi("rules", "explain", "EN-S-999"), 2, "EN-S-999")

    def test_a_skeleton_and_its_check(self):
        self.done(sumi("rules", "new", "EN-S-030", "--folder", path("authors")))
        self.refused(sumi("rules", "new", "EN-S-030", "--folder", path("authors")), 2, "file_stands")
        answer = self.refused(sumi("rules", "check", path("authors", "EN-S-030")), 2, "pack_text_empty", "source_missing")
        self.assertGreater(len(re.findall(r"(?m)^\S+methodology.toml:\d+:\d+: ", answer.err)), 10)
        self.assertEqual(sumi("rules", "new", "../EN-S-030").code, 2)
        self.done(sumi("rules", "check", os.path.join(RULEBOOK, "methodology", "EN-S-006")))

    def doubled(self):
        """EN-S-001 with twice the baseline, and its examples' figures doubled."""
        folder = path("doubled", "EN-S-001")
        if not os.path.isdir(folder):
            shutil.copytree(os.path.join(RULEBOOK, "methodology", "EN-S-001"), folder)
            file = os.path.join(folder, "methodology.toml")
            with open(file, encoding="utf-8") as opened:
                text = opened.read()
            for old, new in (("'half_even(Q_PJ / eps_BL_HHV, 12) * CEF_BL'", "'2 * half_even(Q_PJ / eps_BL_HHV, 12) * CEF_BL'"),
                             ('EM_BL = "395.8136470588235544"', 'EM_BL = "791.6272941176471088"'), ('EM_BL = "30.2526"', 'EM_BL = "60.5052"')):
                self.assertEqual(text.count(old), 1)
                text = text.replace(old, new)
            text = re.sub(r'(?m)^version = ".*"$', 'version = "doubled"', text, count=1)
            with open(file, "w", encoding="utf-8") as opened:
                opened.write(text)
            file = os.path.join(folder, "pack.toml")
            with open(file, encoding="utf-8") as opened:
                text = opened.read()
            with open(file, "w", encoding="utf-8") as opened:
                opened.write(re.sub(r'(?m)^edition = ".*"$', 'edition = "doubled"', text, count=1))
        return folder

    def test_what_a_new_edition_changes(self):
        text = self.done(sumi("--language", "en", "rules", "diff", os.path.join(RULEBOOK, "methodology", "EN-S-001"), self.doubled())).out
        self.assertIn("~ EM_BL_M", text)
        self.assertIn("half_even(Q_PJ / eps_BL_HHV, 12) * CEF_BL -> 2 * half_even", text)
        self.assertNotIn("eps_PJ_HHV > ", text)
        whole = self.done(sumi("--json", "rules", "diff", RULEBOOK, RULEBOOK)).json()
        self.assertEqual(whole["packs"], [])
        self.refused(sumi("rules", "diff", "EN-S-001", "nothing"), 2, "cli.pack_not_found")

    def test_what_it_would_change_for_registered_projects(self):
        """Twice the baseline by hand (the example's README): 2 x 19.821308 - 12.2543476 = 27.38 t and 2 x 27.923502 - 17.2634572 = 38.58 t."""
        store = shared_store()
        answer = self.done(sumi("--store", store, "--json", "rules", "diff", "EN-S-001", self.doubled())).json()
        (project,) = answer["projects"]
        self.assertTrue(project["keeps_its_version"])
        figures = {line["vintage"]: (line["certified_t"], line["under_new_t"]) for line in project["lines"]}
        self.assertEqual(figures, {"FY2024": (7, 27), "FY2025": (10, 38)})
        text = self.done(sumi("--store", store, "--language", "en", "rules", "diff", "EN-S-001", self.doubled())).out
        self.assertIn("keeps the version of its registration", text)
        self.assertEqual(self.done(sumi("--store", store, "--json", "rules", "diff", "shk-gwp", os.path.join(RULEBOOK, "packs", "shk-gwp"))).json()["projects"], [])
        fuels = self.done(sumi("--store", store, "--json", "rules", "diff", "jcredit-fuels", os.path.join(RULEBOOK, "packs", "jcredit-fuels"))).json()["projects"]
        self.assertEqual([(p["keeps_its_version"], [line["under_new_t"] for line in p["lines"]]) for p in fuels], [(False, [7, 10])])

    def test_a_registered_project_keeps_the_version_of_its_registration(self):
        """1,100 m3N: 48.4 GJ; x 0.9 x 0.96 / (0.77 x 0.95) x 0.0708 = 4.04 t less 48.4 x 0.0517 = 2.50 t: 1 t, and 5 t under twice the baseline."""
        store = copy_of_store("keeping")
        self.done(sumi("--store", store, "rules", "adopt", self.doubled()))
        write("keeping.csv", "parameter,period,value,unit,class,evidence,note\nF_PJ,2026-04,600,m3N,A,sha256:" + "0" * 64 + ",\nF_PJ,2026-05,500,m3N,A,sha256:" + "1" * 64 + ",\n")

        def acting(person, line):
            answers = [sumi("--store", store, "--as", person, "--for", str(n), "do", line) for n in range(1, 12)]
            done = [answer for answer in answers if answer.code == 0]
            self.assertEqual(len(done), 1, "\n".join(str(a) for a in answers))

        acting("tanaka", f'report 1 2026-04-01..2026-05-31 "{path("keeping.csv")}"')
        self.done(sumi("--store", store, "do", "expect report 1 2 lines.0.er=1 lines.0.vintage=FY2026"))
        acting("mori", "verify 1 2 statement=sha:statement")  # the verifier's replay finds the same version
        self.done(sumi("--store", store, "check", "--full"))


if __name__ == "__main__":
    unittest.main()
