"""Plans and monitoring data with mistakes: each is told with its place, the reason and a remedy; and the plans that are right."""

import os
import re
import unittest

from program import BOILER, ROOT, Case, read, sumi, write

with open(os.path.join(BOILER, "plan.toml"), encoding="utf-8") as _file:
    PLAN = _file.read()
with open(os.path.join(BOILER, "data-utf8.csv"), encoding="utf-8") as _file:
    DATA = _file.read()
PERIOD = "2024-08-01..2026-03-31"


def line_of(text, part):
    return text[: text.index(part)].count("\n") + 1


def calculate(data, plan=os.path.join(BOILER, "plan.toml"), **more):
    return sumi("project", "calculate", plan, write("data.csv", data), "--period", PERIOD, **more)


class Plans(Case):
    def slip(self, old, new, *texts, place=None, code=2):
        self.assertIn(old, PLAN)
        text = PLAN.replace(old, new, 1)
        before = write("slip.toml", text) and read("slip.toml")
        answer = sumi("project", "check", "slip.toml")
        self.refused(answer, code, "slip.toml:", *texts)
        # The value's own place, or its table's where the value is what lacks.
        line = line_of(text, place or new)
        self.assertRegex(answer.err, rf"(?m)^slip\.toml:{line}:\d+: ", answer)
        self.assertRegex(answer.err, r"(?m)^  \S", answer)  # a remedy or a source under it
        self.assertEqual(read("slip.toml"), before)
        return answer

    def test_wrong_units(self):
        self.slip('expected = "7.5 thousand_m3N/year"', 'expected = "7.5 kWh/year"', "kWh")
        self.slip('expected = "7.5 thousand_m3N/year"', 'expected = "7.5 furlong/year"', "furlong")
        self.slip('unit_price_before = "100 thousand_yen/kL"', 'unit_price_before = "100 kL"', "kL")
        self.slip('expected = "7.5 thousand_m3N/year"', 'expected = "7,5.1 thousand_m3N/year"', "7,5.1")

    def test_a_slip_in_the_toml(self):
        self.slip('start_date = "2024-03-15"', 'start_date = "2024-03-15', "base.toml_syntax")
        self.slip('start_date = "2024-03-15"', 'start_date == "2024-03-15"', "base.toml_syntax")
        self.slip("[project]", "[project", "base.toml_syntax")

    def test_an_unknown_key_names_the_nearest(self):
        self.slip('start_date = "2024-03-15"', 'start_dat = "2024-03-15"', "start_dat", "start_date")
        self.slip("[crediting_period]", "[creditting_period]", "creditting_period", "crediting_period")

    def test_a_day_that_is_not(self):
        self.slip('start_date = "2024-03-15"', 'start_date = "2024-02-30"', "2024-02-30")

    def test_several_slips_are_told_at_once(self):
        text = PLAN.replace('start_date = "2024-03-15"', 'start_date = "2024-02-30"').replace('expected = "7.5 thousand_m3N/year"', 'expected = "7.5 kWh/year"')
        write("slips.toml", text)
        answer = self.refused(sumi("project", "check", "slips.toml"), 2, "2024-02-30")
        self.assertGreaterEqual(len(re.findall(r"(?m)^slips\.toml:\d+:\d+: ", answer.err)), 2, answer)

    def test_the_two_year_rule(self):
        """Two years back from 2019-05-01: in operation on 2017-05-02 is in time, on 2017-05-01 is not, "fiscal 2018" is in either case."""
        folder = os.path.join(ROOT, "examples", "two-year-rule")
        for name, code in (("started-2017-05-02", 0), ("started-2017-05-01", 1), ("started-fiscal-2018", 0)):
            answer = sumi("project", "check", os.path.join(folder, name + ".toml"))
            self.assertEqual(answer.code, code, answer)
            self.assertRegex(answer.out, r"(?m)^R2 +" + ("適合 " if code == 0 else "不適合 "))
            told = sumi("--json", "project", "check", os.path.join(folder, name + ".toml"))
            self.assertEqual(told.code, code, told)
            self.assertEqual(told.json()["eligible"], code == 0)
            self.assertEqual([r["answer"] for r in told.json()["rules"] if r["rule"] == "R2"], ["met" if code == 0 else "not_met"])
        refused = sumi("project", "check", os.path.join(folder, "started-2017-05-01.toml"))
        self.refused(refused, 1, "cli.plan_not_eligible")
        self.assertIn("改善策", refused.out)

    def test_on_another_day(self):
        plan = os.path.join(ROOT, "examples", "two-year-rule", "started-2017-05-02.toml")
        self.assertEqual(sumi("project", "check", plan, "--on", "2019-05-01").code, 0)
        self.assertEqual(sumi("project", "check", plan, "--on", "2019-05-02").code, 1)
        self.assertEqual(sumi("project", "check", plan, "--on", "令和元年5月2日").code, 1)
        self.assertEqual(sumi("--json", "project", "check", plan, "--on", "2019-05-02").json()["application"], "2019-05-02")

    def test_a_template_is_a_plan(self):
        for methodology in ("EN-S-001", "EN-S-006", "EN-S-022"):
            name = f"template-{methodology}.toml"
            self.done(sumi("project", "new", methodology, "-o", name))
            self.assertEqual(read(name).decode(), sumi("project", "new", methodology).out)
            answer = self.done(sumi("project", "check", name))
            for rule in range(1, 12):
                self.assertRegex(answer.out, rf"(?m)^R{rule} ")

    def test_a_factor_that_no_year_gives_is_told_by_the_check(self):
        # A plan of 2026 whose grid factor nobody gives would pass the rules and stop at the first report.
        plan = sumi("project", "new", "EN-R-002").out.replace('"2021-', '"2026-').replace("FY2021", "FY2026")
        write("roof.toml", plan)
        answer = self.done(sumi("project", "check", "roof.toml"))
        self.assertIn("rulebook.input_missing", answer.out)
        # The lines stand ready in the template, behind '#'; as they stand, without a value, they are refused.
        lines = plan.split("\n")
        at = lines.index("# [[activities.parameters]]")
        end = lines.index("", at)
        lines[at:end] = [line[2:] for line in lines[at:end]]
        write("roof.toml", "\n".join(lines))
        self.refused(sumi("project", "check", "roof.toml"), 2, "roof.toml:", "? tCO2/kWh")
        # 100 kWh less 100 kWh sold: nothing; what counts here is that it is calculated.
        write("roof.toml", "\n".join(lines).replace("? tCO2/kWh", "0.000423 tCO2/kWh").replace('evidence = ""', 'evidence = "公表値"'))
        answer = self.done(sumi("project", "check", "roof.toml"))
        self.assertNotIn("rulebook.input_missing", answer.out)

    def test_methodologies_that_are_not(self):
        self.refused(sumi("project", "new", "EN-S-999"), 2, "cli.methodology_unknown", "EN-S-999", "EN-S-001, EN-S-002")
        # Of the list (方法論一覧, 2026-03), without a pack of its formulas.
        self.refused(sumi("project", "new", "EN-S-016"), 2, "cli.methodology_no_formulas", "EN-S-016", "算定式は未収録", "rules explain EN-S-016")
        self.refused(sumi("rules", "explain", "EN-S-999"), 2, "cli.methodology_unknown", "EN-S-001, EN-S-002")

    def test_payback(self):
        """(10,000 - 5,000) / (1,000 - 300) = 7.142857..."""
        write("payback.toml", sumi("project", "new", "EN-S-001").out)
        self.assertRegex(self.done(sumi("project", "check", "payback.toml")).out, r"(?m)^R5 .*7\.14年")


class Data(Case):
    def test_the_empty_table_can_be_filled_in_and_is_not_written_over(self):
        plan = os.path.join(BOILER, "plan.toml")
        self.done(sumi("project", "data", plan, "--period", "2024-08-01..2024-09-30", "-o", "empty.csv"))
        lines = read("empty.csv").decode("utf-8").splitlines()
        self.assertEqual([line.split(",")[3] for line in lines if ",F_PJ," in line], ["2024-08-01..2024-08-31", "2024-09-01..2024-09-30"])
        write("filled.csv", "\n".join(line.replace(",,m3N,A,,", ",500,m3N,A,bill.pdf,") for line in lines) + "\n")
        self.done(sumi("project", "calculate", plan, "filled.csv", "--period", "2024-08-01..2024-09-30"))
        self.refused(sumi("project", "data", plan, "--period", "2024-08-01..2024-09-30", "-o", "filled.csv"), 2, "cli.file_stands")
        self.assertIn(b",500,", read("filled.csv"))

    def totals(self, answer):
        return [(line["vintage"], line["er"]) for line in self.done(answer).json()["lines"]]

    def test_encodings(self):
        """The same figures in UTF-8, with a byte order mark, in cp932 and UTF-16, with CRLF: the same tonnes, the same data set."""
        expected = sumi("--json", "project", "calculate", os.path.join(BOILER, "plan.toml"), write("data.csv", DATA), "--period", PERIOD)
        self.assertEqual([t for _, t in self.totals(expected)], [7, 10])  # examples/boiler/README.md works them out
        forms = {"bom": b"\xef\xbb\xbf" + DATA.encode(), "cp932": DATA.encode("cp932"), "utf16": DATA.encode("utf-16"), "crlf": DATA.replace("\n", "\r\n").encode(),
                 "full width": DATA.replace(",471,", ",４７１,").encode()}
        for form, data in forms.items():
            with self.subTest(form=form):
                answer = sumi("--json", "project", "calculate", os.path.join(BOILER, "plan.toml"), write("data.csv", data), "--period", PERIOD)
                self.assertEqual(self.totals(answer), self.totals(expected))
                if form != "full width":
                    self.assertEqual(answer.json()["data_set"], expected.json()["data_set"])

    def test_broken_text_names_the_line(self):
        lines = DATA.split("\n")
        for encoding, broken in (("utf-8", b"\xe3\x81"), ("cp932", b"\x85\xfd"), ("cp932", b"\xff")):
            with self.subTest(encoding=encoding, broken=broken):
                data = [line.encode(encoding) for line in lines]
                data[8] += broken
                self.refused(calculate(b"\n".join(data)), 2, "data.csv:9", "base.text_encoding", "UTF-8")

    def test_a_gap(self):
        lines = DATA.split("\n")
        gone = next(i for i, line in enumerate(lines) if line.startswith("F_PJ,2024-10,"))
        del lines[gone]
        self.refused(calculate("\n".join(lines)), 1, "project.data_gap", "F_PJ", "2024-10")

    def test_typing_errors_name_line_and_column(self):
        for old, new, texts in (
            (",498,m3N", ",49B,m3N", ("49B", "project.data_number")),
            (",498,m3N", ",,m3N", ("value",)),
            (",498,m3N", ",-498,m3N", ("-498", "project.data_negative")),
            (",498,m3N", ",498,kWh", ("kWh", "project.data_unit")),
            ("F_PJ,2024-09,", "F_PX,2024-09,", ("F_PX", "project.data_parameter_unknown", "F_PJ")),
            ("F_PJ,2024-09,", "F_PJ,2024-13,", ("2024-13", "project.data_period")),
            ("F_PJ,2024-09,", "F_PJ,2024-08,", ("project.data_duplicate",)),
            (",498,m3N,A,", ",498,m3N,Q,", ("Q", "project.data_class")),
            (",498,m3N,A,sha256:684f", ",498,m3N,A,sha256:68", ("project.data_evidence_hash",)),
        ):
            with self.subTest(slip=new):
                self.assertIn(old, DATA)
                text = DATA.replace(old, new, 1)
                answer = self.refused(calculate(text), 2, *texts)
                line = line_of(DATA, old)
                place = re.search(rf"(?m)^\S*data\.csv:{line}:(\d+): ", answer.err)
                self.assertIsNotNone(place, answer)
        # The column is counted in fields, as a spreadsheet shows them: the value is the third.
        answer = calculate(DATA.replace(",498,m3N", ",49B,m3N", 1))
        self.assertIn(f":{line_of(DATA, ',498,m3N')}:3: ", answer.err, answer)

    def test_headers_and_rows(self):
        self.refused(calculate(DATA.replace("parameter,period,value", "parameter,periode,value", 1)), 2, "data.csv:2:2: ", "periode")
        self.refused(calculate(DATA.replace("F_PJ,2024-09,498", "F_PJ,2024-09,498,498", 1)), 2, "data.csv:4", "base.csv_columns")
        self.refused(calculate(DATA.replace("認証対象期間の初月", '"認証対象期間の初月', 1)), 2, "data.csv:3", "base.csv_quote")
        self.refused(calculate(""), 2, "base.csv_empty")

    def test_a_gap_and_a_typing_error_together(self):
        lines = DATA.replace(",498,m3N", ",49B,m3N", 1).split("\n")
        del lines[next(i for i, line in enumerate(lines) if line.startswith("F_PJ,2025-04,"))]
        self.refused(calculate("\n".join(lines)), 2, "49B")

    def test_outside_of_the_period(self):
        extra = DATA + "F_PJ,2030-04,500,m3N,A,,\n"
        self.refused(calculate(extra), 1, "project.data_outside_report", "2030-04")

    def test_the_trace_says_what_was_calculated(self):
        self.done(calculate(DATA))
        answer = self.done(sumi("--json", "project", "calculate", os.path.join(BOILER, "plan.toml"), write("data.csv", DATA), "--period", PERIOD, "--trace", "trace.txt"))
        trace = read("trace.txt")
        self.assertIn(answer.json()["plan"].encode(), trace)
        self.assertIn(answer.json()["data_set"].encode(), trace)
        self.done(sumi("project", "calculate", os.path.join(BOILER, "plan.toml"), "data.csv", "--period", PERIOD, "--trace", "trace.txt"))
        self.assertEqual(read("trace.txt"), trace)


if __name__ == "__main__":
    unittest.main()
