"""Lists of equipment and what the scheme does for small proponents, from outside."""

import os
import unittest

from program import BOILER, ROOT, Case, path, read, sumi, write

LIST = "設備名,稼働開始日,都道府県,総事業費（千円）,補助金額（千円）,年間削減額（千円）,導入前電力使用量（kWh）,導入後電力使用量（kWh）,法人番号\n"
LINE = "LED照明,2026-01-10,東京都,\"10,000\",5000,700,50000,20000,2990000000015\n"


class Find(Case):
    def made_map(self, text=LIST + LINE, name="list.csv"):
        write(name, text)
        if os.path.exists(path("map.toml")):
            os.remove(path("map.toml"))
        answer = sumi("project", "find", "--make-map", name, "-o", "map.toml")
        self.assertEqual(answer.code, 0, answer)
        content = read("map.toml")
        content = content.decode("utf-8")
        write("map.toml", content.replace('application = ""', 'application = "2026-12-01"'))
        return answer

    def test_a_map_is_guessed_and_used(self):
        self.made_map()
        self.refused(sumi("project", "find", "--make-map", "list.csv", "-o", "map.toml"), 2, "map.toml")  # never written over
        answer = sumi("project", "find", "list.csv", "--columns", "map.toml", "--json")
        self.assertEqual(answer.code, 0, answer)
        line = answer.json()["lines"][0]
        # (50,000 - 20,000) x 0.000434; 5,000 / 700 = 7.14 years
        self.assertEqual((line["methodology"], line["tonnes_per_year"], line["verdict"]), ("EN-S-006", "13.02", "own"))
        self.assertTrue(any("7.14" in rule["reason_en"] for rule in line["rules"]), answer)

    def test_english_too(self):
        self.made_map()
        answer = sumi("--language", "en", "project", "find", "list.csv", "--columns", "map.toml", "--price", "1,000")
        self.assertIn("could be a project of its own", answer.out, str(answer))
        self.assertIn("13,020", answer.out, str(answer))

    def test_slips_name_their_place_and_remedy(self):
        self.refused(sumi("project", "find", "list.csv"), 2, "--columns", "--make-map")
        self.made_map()
        text = read("map.toml")
        text = text.decode("utf-8")
        write("map.toml", text.replace('start = "稼働開始日"', 'start = "開始"'))
        self.refused(sumi("project", "find", "list.csv", "--columns", "map.toml"), 2, "list.csv:1", "開始")
        write("map.toml", text.replace("[kinds]", '[kinds]\n"x" = "rocket"'))
        self.refused(sumi("project", "find", "list.csv", "--columns", "map.toml"), 2, "map.toml:", "rocket")
        write("map.toml", text)
        self.refused(sumi("project", "find", "list.csv", "--columns", "map.toml", "--price", "much"), 2, "--price")
        self.refused(sumi("project", "find", "list.csv", "--columns", "map.toml", "--on", "soon"), 2, "--on")

    def test_files_that_are_no_lists(self):
        self.made_map()
        write("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
        self.refused(sumi("project", "find", "old.xls", "--columns", "map.toml"), 2, "old.xls", ".xlsx")
        write("cut.xlsx", b"PK\x03\x04" + bytes(100))
        self.refused(sumi("project", "find", "cut.xlsx", "--columns", "map.toml"), 2, "cut.xlsx")
        write("plain.csv", "a,b\n1,2\n")
        self.refused(sumi("project", "find", "--make-map", "plain.csv", "-o", "other.toml"), 2, "plain.csv")

    def test_without_a_day_nothing_is_judged(self):
        self.made_map()
        text = read("map.toml")
        text = text.decode("utf-8")
        write("map.toml", text.replace('application = "2026-12-01"', 'application = ""'))
        self.refused(sumi("project", "find", "list.csv", "--columns", "map.toml"), 2, "--on")
        self.assertEqual(sumi("project", "find", "list.csv", "--columns", "map.toml", "--on", "2026-12-01").code, 0)


class Support(Case):
    plan = os.path.join(BOILER, "plan.toml")

    def answers(self, *words):
        answer = sumi("project", "support", self.plan, *words, "--json")
        return answer.code, {(c["rule"], c["answer"]) for c in answer.json()["conditions"]}

    def test_each_condition_has_an_answer(self):
        # The boiler of the example expects less than 100 t a year; which help was given before only a store knows; no source gives a typical cost.
        code, answers = self.answers("--body", "small_company")
        self.assertEqual(code, 1)
        self.assertEqual(answers, {("S1", "not_met"), ("S2", "declared"), ("S3", "not_yet_knowable"), ("S4", "no_rule_data")})
        _, answers = self.answers("--body", "other")
        self.assertIn(("S2", "not_met"), answers)
        _, answers = self.answers()
        self.assertIn(("S2", "not_yet_knowable"), answers)

    def test_before_the_conditions_are_known(self):
        _, answers = self.answers("--body", "small_company", "--on", "2019-04-01")
        self.assertIn(("S1", "no_rule_data"), answers)
        self.assertIn(("S2", "no_rule_data"), answers)


class FollowUp(Case):
    def test_registered_and_never_certified(self):
        key, store = path("follow.key"), path("follow")
        self.assertEqual(sumi("keys", "new", key, "--name", "follow.example.jp").code, 0)
        self.assertEqual(sumi("--store", store, "--signing-key", key, "init", "--operator", "事務局", "--time", "2026-04-01").code, 0)
        with open(os.path.join(ROOT, "tests", "scenarios", "support.scn"), encoding="utf-8") as file:
            large = file.read()
        head = large[large.index("value large") : large.index("value second")]
        with open(os.path.join(ROOT, "tests", "scenarios", "common.inc"), encoding="utf-8") as file:
            common = file.read()
        met = common[common.index("value met") : common.index("part drafted")]
        organisations = common[common.index("part organisations") : common.index("# The plan")].split("\n", 1)[1]
        lines = ["person secretary chair tanaka suzuki sato kato mori ueda", "as admin for 1"] + [line.strip() for line in organisations.splitlines() if line.strip()]
        story = "\n".join(lines) + "\nas admin for 1: grant secretary 1 secretariat\n" + head + met + """
as tanaka for O1
P1 = do DraftProject head=$large
do SubmitForValidation project=P1 verifier=V1
as mori for V1: do RecordValidation project=P1 positive=true plan=plan:P1 statement=sha:v
do ApplyForRegistration project=P1 answers=$met
as chair for C: do DecideRegistration project=P1 round=60 approved=true
"""
        answer = sumi("--store", store, "play", write("story.scn", story))
        self.assertEqual(answer.code, 0, answer)
        listed = sumi("--store", store, "project", "follow-up", "--json").json()
        self.assertEqual([(p["official_number"], p["follow_ups"]) for p in listed], [(1, 0)])
        answer = sumi("--store", store, "--as", "secretary", "--for", "1", "do", f"do RecordFollowUp project={listed[0]['project']} reason=staff_changed next_step=help_with_report next_on=2027-04-01")
        self.assertEqual(answer.code, 0, answer)
        answer = sumi("--store", store, "project", "follow-up")
        self.assertIn("担当者が替わり", answer.out, str(answer))
        self.assertIn("2027-04-01", answer.out, str(answer))


if __name__ == "__main__":
    unittest.main()
