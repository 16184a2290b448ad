"""`sumi migrate` and `sumi statistics`: a folder of CSV becomes a store, and the figures of the scheme are read from it."""

import csv
import io
import os
import shutil

from program import ROOT, Case, key, path, read, sumi, write

DATA = os.path.join(ROOT, "examples", "migrate", "data")

_made = {}


def opened():
    """A store with the opening of examples/migrate. Read only."""
    if "store" not in _made:
        for words in (("--signing-key", key(), "init", "--operator", "事務局", "--time", "2026-04-01"),
                      ("do", "account RT 1 retirement", "account GV 1 government", "account CN 1 cancellation"),
                      ("--signing-key", key(), "migrate", DATA, "--report", path("report.txt"))):
            answer = sumi("--store", "opened", *words)
            assert answer.code == 0, answer
        _made["store"] = answer
    return "opened"


def rows_of(name):
    with open(os.path.join(DATA, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def statistics(*words):
    return sumi("--store", opened(), "--language", "en", "statistics", *words)


def lines(answer):
    """The rows of a table of text: what it is called, then its figures."""
    found = {}
    for line in answer.out.splitlines():
        words = line.rsplit(None, 3)
        if len(words) == 4 and all(w.replace(",", "").isdigit() for w in words[1:]):
            found[words[0].strip()] = [int(w.replace(",", "")) for w in words[1:]]
    return found


class Migrate(Case):
    def test_a_dry_run_reconciles_and_needs_no_store(self):
        answer = self.done(sumi("--json", "migrate", DATA, "--dry-run"))
        controls = {c["name"]: int(c["value"]) for c in answer.json()["controls"]}
        self.assertEqual(controls["certified_t"], sum(int(r["tonnes"]) for r in rows_of("certifications.csv")))
        self.assertEqual(controls["certified_t"], 8180000)  # Ｊ－クレジット制度について (2023-01): 818万トン
        self.assertEqual(answer.json()["refused"], 0)

    def test_a_report_counts_its_remarks_by_kind_and_ends_with_what_may_be_done(self):
        said = self.done(sumi("--language", "en", "migrate", DATA, "--dry-run")).out.splitlines()
        self.assertEqual(said[-1], "Reconciled, and no row is refused: it may be entered.")
        begin = next(i for i, line in enumerate(said) if line.startswith("remarks: "))
        kinds = []
        for line in said[begin + 1:]:
            words = line.split()
            if len(words) != 2 or not words[0].replace(",", "").isdigit():
                break
            kinds.append((int(words[0].replace(",", "")), words[1]))
        self.assertTrue(kinds)
        self.assertEqual(sum(count for count, _ in kinds), int(said[begin].split()[1]))
        self.assertEqual([count for count, _ in kinds], sorted((count for count, _ in kinds), reverse=True))
        self.assertTrue(all(kind.startswith("service.migrate_") for _, kind in kinds), kinds)

    def test_the_opening_is_closed_by_a_signed_checkpoint(self):
        opened()
        self.assertTrue(read("opened/opening.checkpoint").startswith(b"sumi-"))
        self.assertIn("certified_t                8,180,000  =", read("report.txt").decode("utf-8"))

    def test_a_total_that_is_not_met_takes_nothing(self):
        shutil.copytree(DATA, path("wrong"))
        text = read("wrong/migrate.toml").decode("utf-8")
        self.assertIn("certified_t = 8180000", text)
        write("wrong/migrate.toml", text.replace("certified_t = 8180000", "certified_t = 8180001"))
        self.done(sumi("--store", "empty", "--signing-key", key(), "init", "--operator", "事務局", "--time", "2026-04-01"))
        with self.unchanged("empty"):
            answer = sumi("--store", "empty", "--signing-key", key(), "migrate", path("wrong"))
        self.refused(answer, 1, "service.migrate_not_reconciled")
        self.assertIn("<> 8180001", answer.out)
        self.assertIn("直すまで記帳できません", answer.out.splitlines()[-1])


class Statistics(Case):
    def test_the_whole(self):
        answer = self.done(sumi("--json", "--store", opened(), "statistics"))
        s = answer.json()
        self.assertEqual(int(s["total"]["certifications"]), 1012)  # Ｊ－クレジット制度について (2023-01)
        self.assertEqual(int(s["total"]["certified_t"]), 8180000)
        # 15 Mt by FY2030 (地球温暖化対策計画での位置づけと活性化策, 2021).
        self.assertEqual(int(s["target_t"]), 15000000)
        self.assertEqual(int(s["left_t"]), 15000000 - 8180000)
        self.assertEqual(int(s["held_t"]) + int(s["used_t"]), 8180000)

    def test_tonnes_sum_by_every_reading_and_are_called_by_their_names(self):
        named = {"type": "programme", "methodology": "EN-S-001", "sector": "Renewable energy", "prefecture": "Tokyo", "vintage": "FY2020", "year": "FY2021"}
        for by, name in named.items():
            found = lines(self.done(statistics("--by", by)))
            self.assertEqual(sum(figures[2] for figures in found.values()), 8180000, by)
            self.assertIn(name, found, by)
        self.assertIn("older schemes, other", lines(statistics("--by", "sector")))
        self.assertIn("not stated", lines(statistics("--by", "prefecture")))
        self.assertNotIn("older schemes, other", lines(statistics("--by", "prefecture")))

    def test_the_fiscal_years_of_the_reductions_are_those_of_the_file(self):
        expected = {}
        for row in rows_of("certifications.csv"):
            expected[row["vintage"]] = expected.get(row["vintage"], 0) + int(row["tonnes"])
        self.assertEqual({year: figures[2] for year, figures in lines(statistics("--by", "vintage")).items()}, expected)

    def test_uses_by_purpose_have_their_titles(self):
        tonnes = {}
        for row in rows_of("retirements.csv"):
            tonnes[row["purpose"]] = tonnes.get(row["purpose"], 0) + int(row["last"]) - int(row["first"]) + 1
        answer = self.done(sumi("--store", opened(), "--language", "ja", "statistics", "--by", "use"))
        self.assertRegex(answer.out, rf"無効化\s+RE100の報告\s+\d+\s+{tonnes['re100']:,}\n")
        self.assertRegex(answer.out, rf"償却\s+計画目標達成のための償却\s+\d+\s+{tonnes['plan_target']:,}\n")
        rows = list(csv.DictReader(io.StringIO(self.done(statistics("--by", "use", "--csv")).out)))
        self.assertEqual({r["key"].partition(":")[2]: int(r["used_t"]) for r in rows}, tonnes)

    def test_as_known_on_a_day(self):
        self.refused(statistics("--as-known", "2020-01-01"), 2, "service.store_younger")
        self.assertIn("certified t-CO2                                0\n", self.done(statistics("--as-known", "2026-04-01")).out)
