"""The registry's papers and what anybody may see, on the store of examples/registry. Expected values: the hand calculation of its README, Python's fractions and csv,
poppler and zbar for the PDF. Then the log's keys, the keys that compare, and erasure."""

import csv
import hashlib
import json
import os
import random
import re
import shutil
import subprocess
import unittest
from fractions import Fraction

from members_test import HEAD, row, story
from program import FOLDER, ROOT, VERIFY, Case, key, path, read, run, sumi, write

EXAMPLE = os.path.join(ROOT, "examples", "registry")
SEED = int(os.environ.get("SUMI_SEED", "20260625"))
VERRA = "19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1"


def make(name, story_file):
    for words in (["--signing-key", key(), "init", "--operator", "事務局", "--time", "2026-04-01"], ["play", story_file]):
        answer = sumi("--store", name, *words)
        assert answer.code == 0, answer
    return name


_stores = {}


def registry():
    """The example's store; read only."""
    if "registry" not in _stores:
        _stores["registry"] = make("registry", os.path.join(EXAMPLE, "story.inc"))
    return _stores["registry"]


def copy(name):
    shutil.copytree(path(registry()), path(name))
    return name


def half_up(value):
    return (value + Fraction(1, 2)).__floor__()


class Registry(Case):
    def ask(self, *words, who=None, store=None):
        return sumi("--store", store or registry(), *(["--as", who] if who else []), "registry", *words)

    def paper(self, *words, who=None, store=None):
        return json.loads(self.done(self.ask(*words, "--format", "json", who=who, store=store)).out)

    @staticmethod
    def fields(document):
        return {f["key"]: f["value"] for s in document["sections"] for f in s["fields"]}

    @staticmethod
    def table(document, name):
        return next(t for s in document["sections"] for t in s["tables"] if t["key"] == name)

    @staticmethod
    def ja(value):
        return value["ja"] if isinstance(value, dict) and "ja" in value else value


class Notice(Registry):
    def test_what_it_says(self):
        notice = self.paper("notice", "2", who="kato")
        self.assertEqual(notice["title"]["ja"], "無効化通知書")
        self.assertEqual(notice["addressee"]["ja"], "本所印刷株式会社 御中")
        self.assertEqual((notice["number"], notice["issued_on"]), ("2", "2026-06-23"))
        fields = self.fields(notice)
        self.assertEqual((fields["user_corporate_number"], fields["completed_on"], fields["by_proxy"]["en"]), ("3990000001103", "2026-06-23", "no"))
        # Two reports of one user and scope.
        self.assertEqual([(u["purpose"], u["fiscal_year"], u["report"]) for u in self.table(notice, "uses")["rows"]],
                         [("shk_adjusted_emissions", "FY2025", "温対法 2026年度報告"), ("cdp", "FY2025", "CDP 2026")])
        # 10 t came as 24-33, 2 t as 4-5: of one vintage and certification the lowest serials go first.
        units = self.table(notice, "units")
        self.assertEqual([r["serial"] for r in units["rows"]], ["JC-FM-N-901-1-2019-4-5", "JC-FM-N-901-1-2019-24-27"])
        self.assertEqual(units["total"]["units"], {"value": "6", "unit": "t-CO2"})

    def test_text_and_pdf_say_the_same(self):
        notice = self.paper("notice", "1", who="niwa")
        text = self.done(self.ask("notice", "1", who="niwa")).out
        self.done(self.ask("notice", "1", "--format", "pdf", "--out", "notice.pdf", who="niwa"))
        pdf = subprocess.run(["pdftotext", "-layout", path("notice.pdf"), "-"], capture_output=True, check=True).stdout.decode()
        for said in (text, pdf):
            flat = re.sub(r"\s", "", said)
            for word in ("無効化通知書", "株式会社越後みやげ御中", "4990000001102", "カーボン・オフセット", "佐渡の産品9品、950個", "JC-FM-N-901-1-2019-6-8", "3t-CO2", notice["verification"]["code"]):
                self.assertIn(word, flat)
        info = subprocess.run(["pdfinfo", path("notice.pdf")], capture_output=True, check=True).stdout.decode()
        self.assertRegex(info, r"Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)")
        self.assertRegex(info, r"Pages:\s+1\b")
        # English too, and the same bytes each time.
        self.assertIn("Notice of retirement", self.done(sumi("--language", "en", "--store", registry(), "registry", "notice", "1")).out)
        self.done(self.ask("notice", "1", "--format", "pdf", "--out", "again.pdf", who="niwa"))
        self.assertEqual(read("notice.pdf"), read("again.pdf"))

    def test_the_code_leads_to_a_receipt(self):
        self.done(self.ask("notice", "1", "--format", "pdf", "--out", "code.pdf"))
        subprocess.run(["pdftoppm", "-r", "150", "-png", "-singlefile", path("code.pdf"), path("code")], check=True)
        scanned = subprocess.run(["zbarimg", "--quiet", "--raw", path("code.png")], capture_output=True, check=True).stdout.decode().strip()
        self.assertEqual(scanned, self.paper("notice", "1")["verification"]["code"])
        with_key = ("--store", registry(), "--signing-key", key(), "registry", "receipt")
        self.done(sumi(*with_key, scanned, "--out", "receipt.txt"))
        told = self.done(run(VERIFY, "--json", "receipt.txt")).json()
        self.assertEqual((told["command"], str(told["entry"])), ("ExecuteRetirement", re.search(r"#(\d+):", scanned).group(1)))
        # Full width, as it may be typed.
        self.done(sumi(*with_key, scanned.replace("#", "＃").replace(":", "："), "--out", "receipt.txt"))
        for at in (scanned.index("/") + 1, scanned.index(":") + 1, len(scanned) - 1):
            changed = scanned[:at] + ("1" if scanned[at] != "1" else "2") + scanned[at + 1:]
            self.refused(sumi(*with_key, changed, "--out", "no.txt"), 1, "service.paper_code_foreign")
        entry = int(re.search(r"#(\d+):", scanned).group(1))
        self.refused(sumi(*with_key, scanned.replace(f"#{entry}:", f"#{entry - 1}:"), "--out", "no.txt"), 1, "service.paper_code_foreign")
        self.refused(sumi(*with_key, scanned.replace(f"#{entry}:", "#999999:"), "--out", "no.txt"), 2, "service.entry_missing")
        for nonsense in ("", "x", scanned[:-1], scanned + "0", scanned.replace("#", ""), scanned.replace(f"#{entry}:", "#0:"), scanned.replace(f"#{entry}:", "#-1:")):
            self.refused(sumi(*with_key, nonsense, "--out", "no.txt"), 2, "service.paper_code_syntax")
        self.assertFalse(os.path.exists(path("no.txt")))

    def test_only_what_was_completed(self):
        self.refused(self.ask("notice", "9"), 1, "registry.retirement_unknown")
        self.refused(self.ask("notice", "0"), 2, "cli.number_syntax")
        store = copy("asked")
        self.done(sumi("--store", store, "--as", "kato", "--for", "7", "do", "request R 7 1 own_retirement type=FM"))
        self.refused(self.ask("notice", "4", store=store), 1, "service.paper_not_retired")
        self.refused(self.ask("certificates", "2"), 1, "service.paper_no_certificates")

    def test_certificates_in_grams(self):
        rows = self.table(self.paper("certificates", "1", who="echigo"), "certificates")
        each, over = divmod(3_000_000, 950)
        of = {}
        following = 1
        for r in rows["rows"]:
            first, _, last = r["numbers"].partition("-")
            self.assertEqual((int(first), int(last) - int(first) + 1), (following, int(r["count"])))
            self.assertEqual(int(r["total"]), int(r["count"]) * int(r["grams"]))
            of[int(r["grams"])] = of.get(int(r["grams"]), 0) + int(r["count"])
            following = int(last) + 1
        self.assertEqual(of, {each + 1: over, each: 950 - over})
        self.assertEqual(len(rows["rows"]), 9)
        self.assertEqual((rows["rows"][1]["title"], rows["total"]["count"], rows["total"]["total"]), ("純米酒", "950", "3000000"))


class Accounts(Registry):
    def test_cost_of_the_example_by_hand(self):
        rows = self.table(self.paper("history", "6", who="echigo"), "movements")["rows"]
        self.assertEqual([(r["date"], self.ja(r["move"]), r["other"], r["units"], r["price"], r["cost"], r["balance"]) for r in rows],
                         [("2026-05-13", "移転(受)", "5", "20", "12000", "240000", "20"), ("2026-06-01", "移転(受)", "5", "15", "13000", "195000", "35"),
                          ("2026-06-01", "移転(出)", "7", "-2", "14000", "24857", "33"), ("2026-06-15", "無効化等", "-", "-3", "-", "37286", "30")])
        kinds = self.table(self.paper("statement", "6", "--year", "FY2026", who="niwa"), "kinds")["rows"]
        self.assertEqual([(r["opening"]["value"], r["in"]["value"], r["out"]["value"], r["closing"]["value"], r["closing_cost"], r["out_cost"], r["proceeds"]) for r in kinds],
                         [("0", "35", "5", "30", "372857", "62143", "28000")])
        # Before anything happened there is nothing to state; of a year that has not begun nothing is stated.
        self.assertEqual(self.table(self.paper("statement", "6", "--year", "FY2025"), "kinds")["rows"], [])
        self.refused(self.ask("statement", "6", "--year", "2027年度"), 2, "service.day_in_future")
        # The history of every account ends with what the registry says it holds.
        for account, held in (("4", 3), ("5", 52), ("6", 30), ("7", 421)):
            last = {}
            for r in self.table(self.paper("history", account), "movements")["rows"]:
                last[r["type"]] = int(r["balance"])
            self.assertEqual(sum(last.values()), held, account)

    def test_moving_average_of_random_trades(self):
        """Forty trades between two accounts over two fiscal years, some without a price, some with a fraction of a yen: against Python's fractions."""
        source = random.Random(SEED)
        lines = ["person jimu sado echigo", "at 2026-04-10T10:00", "as admin for 1", 'organisation O1 "売手株式会社" 5990000001101', 'organisation O2 "買手株式会社" 4990000001102',
                 "grant jimu 1 secretariat", "grant sado O1 account_manager", "grant echigo O2 account_manager", "as jimu for 1", "account A1 O1 holding", "account A2 O2 holding", "account RT 1 retirement",
                 'B1 = do ImportUnits attributes={crediting_programme="Verra" credit_type=VCU unit_kind=tco2 vintage=FY2020 place="x" effect=reduction basis=technology} '
                 'serial="block 1" first=1 end=1001 issued_on=2026-01-10 document=sha:s allocations=[{account=A1 amount=1000}]']
        held = {"A1": (1000, Fraction(0)), "A2": (0, Fraction(0))}
        expected = {"A1": [("2026-04-10", "1000", "0", "1000")], "A2": []}
        years = {}
        for day in range(40):
            date = f"2026-{5 + day // 20 * 11:02d}-{day % 20 + 1:02d}" if day < 20 else f"2027-04-{day % 20 + 1:02d}"
            lines.append(f"at {date}T10:00")
            seller, buyer, person, organisation = ("A1", "A2", "sado", "O1") if held["A2"][0] == 0 or source.random() < 0.6 else ("A2", "A1", "echigo", "O2")
            units = source.randint(1, min(held[seller][0], 90))
            price = source.choice([None, "0.5", "1234.5", "999.999", "3000", "7777.77", str(source.randint(1, 20000))])
            lines.append(f"as {person} for {organisation}: transfer {seller} {buyer} {units} type=VCU" + (f" price={price}" if price is not None else ""))
            n, cost = held[seller]
            out = cost if units == n else Fraction(half_up(cost * units / n))
            held[seller] = (n - units, cost - out)
            n, cost = held[buyer]
            came = Fraction(price or "0") * units
            held[buyer] = (n + units, cost + came)
            expected[seller].append((date, str(-units), str(half_up(out)), str(held[seller][0])))
            expected[buyer].append((date, str(units), str(half_up(came)), str(held[buyer][0])))
            if seller == "A2" and day >= 20:
                years["out"] = years.get("out", 0) + out
                years["proceeds"] = years.get("proceeds", 0) + came
        write("trades.inc", "\n".join(lines) + "\n")
        store = make("trades", path("trades.inc"))
        for account, number in (("A1", "1"), ("A2", "2")):
            rows = self.table(self.paper("history", number, store=store), "movements")["rows"]
            self.assertEqual([(r["date"], r["units"], r["cost"], r["balance"]) for r in rows], expected[account], f"SUMI_SEED={SEED}")
        year = self.table(self.paper("statement", "2", "--year", "FY2027", store=store), "kinds")["rows"][0]
        self.assertEqual((year["out_cost"], year["proceeds"], year["closing_cost"], year["closing"]["value"]),
                         (str(half_up(years.get("out", Fraction(0)))), str(half_up(years.get("proceeds", Fraction(0)))), str(half_up(held["A2"][1])), str(held["A2"][0])), f"SUMI_SEED={SEED}")

    def test_balance_on_a_day(self):
        for day, held in (("2026-05-12", "0"), ("2026-05-13", "20"), ("2026-05-31", "20"), ("2026-06-01", "33"), ("2026-06-14", "33"), ("2026-06-15", "30"), (None, "30")):
            certificate = self.paper("certificate", "6", *(["--on", day] if day else []), who="echigo")
            self.assertEqual(self.fields(certificate)["held"]["value"], held, day)
            self.assertEqual(self.fields(certificate)["as_of"], day or "2026-06-25")
            self.assertEqual(sum(int(r["units"]["value"]) for r in self.table(certificate, "held")["rows"]), int(held))
        # What waits is set aside, and is said.
        offered = self.paper("certificate", "5", "--on", "2026-05-11", who="sado")
        self.assertEqual((self.fields(offered)["held"]["value"], self.fields(offered)["escrowed"]["value"]), ("77", "20"))
        self.assertEqual([r["serial"] for r in self.table(offered, "escrowed")["rows"]], ["JC-FM-N-901-1-2019-4-23"])
        # The code leads to the last entry of that day.
        code = offered["verification"]["code"]
        self.done(sumi("--store", registry(), "--signing-key", key(), "registry", "receipt", code, "--out", "balance.txt"))
        self.assertEqual(self.done(run(VERIFY, "--json", "balance.txt")).json()["command"], "OfferTransfer")
        self.done(self.ask("certificate", "6", "--format", "pdf", "--out", "certificate.pdf"))
        # A block of another programme in its own print.
        self.assertIn(VERRA.replace("941467007-", "941467017-"), [r["serial"] for r in self.table(self.paper("certificate", "7"), "held")["rows"]])

    def test_days_that_no_paper_can_speak_of(self):
        for words in (("certificate", "6"), ("totals",)):
            self.refused(self.ask(*words, "--on", "2099-01-01"), 2, "service.day_in_future")
            self.refused(self.ask(*words, "--on", "2026-03-31"), 2, "service.store_younger")
            self.assertEqual(self.ask(*words, "--on", "2026-02-30").code, 2)
        self.refused(self.ask("certificate", "99"), 1, "registry.account_unknown")
        self.refused(self.ask("history", "0"), 2, "cli.number_syntax")
        # Opened later than that day.
        self.refused(self.ask("certificate", "6", "--on", "2026-04-01"), 1, "registry.account_unknown")
        for year in ("abc", "", "FY", "２０２６"):
            answer = self.ask("statement", "6", "--year", year)
            self.assertEqual(answer.code, 0 if year == "２０２６" else 2, answer)

    def test_for_whom(self):
        for words, own, stranger in ((("certificate", "6"), "echigo", "kato"), (("history", "6"), "niwa", "sado"), (("statement", "6", "--year", "FY2026"), "niwa", "honda"), (("notice", "2"), "honda", "echigo"),
                                     (("certificates", "1"), "echigo", "sado")):
            self.done(self.ask(*words, who=own))
            self.done(self.ask(*words, who="jimu"))
            answer = self.refused(self.ask(*words, who=stranger), 1, "service.paper_of_another")
            self.assertEqual(answer.out, "")
        store = copy("audited")
        self.done(sumi("--store", store, "do", "person kansa", "grant kansa 1 auditor"))
        self.done(self.ask("history", "6", who="kansa", store=store))
        # Lent until a day.
        self.done(sumi("--store", store, "do", "person tetsu"))
        self.refused(self.ask("history", "6", who="tetsu", store=store), 1, "service.paper_of_another")
        day = sumi("--store", store, "--json", "journal", "show", "--from", "1", "--count", "100000").json()[-1]["business_date"]
        person = next(p["id"] for p in sumi("--store", store, "--json", "person", "list").json() if p["login"] == "tetsu")
        self.done(sumi("--store", store, "--as", "echigo", "--for", "6", "do", f"do Delegate organisation=6 person={person} role=account_manager from={day} until={day}"))
        self.done(self.ask("history", "6", who="tetsu", store=store))


class Public(Registry):
    def found(self, *words, store=None):
        return [(h["kind"], int(h["number"])) for h in self.done(sumi("--store", store or registry(), "--json", "registry", "search", *words)).json()]

    def test_names_in_every_spelling(self):
        everything = [("retirement", 1), ("organisation", self.organisation("株式会社越後みやげ"))]
        for name in ("株式会社越後みやげ", "㈱越後みやげ", "(株)越後みやげ", "（株）越後みやげ", "越後 みやげ", "越後みやげ", "後みや", "エチゴミヤゲ", "えちごみやげ", "ｴﾁｺﾞﾐﾔｹﾞ", "カブシキガイシャ エチゴミヤゲ", "4990000001102", "４９９００００００１１０２"):
            self.assertEqual(self.found("--user", name), everything, name)
            self.assertEqual(self.found(name), everything, name)
        for name in ("越後", "佐渡"):
            self.assertTrue(self.found(name))
        for name in ("越前みやげ", "499000000110", "株式会社", "㈱", "・", "%", "' or 1=1"):
            self.assertEqual(self.found("--user", name), [], name)
        self.assertIn("見つかりません", self.done(self.ask("search", "越前みやげ")).out)

    def organisation(self, name):
        for number in range(1, 12):
            answer = sumi("--store", registry(), "do", f"show organisation {number}")
            if answer.code == 0 and name in answer.out:
                return number
        raise AssertionError(name)

    def test_serials_projects_purposes_days(self):
        self.assertEqual(self.found("--serial", "1:6"), [("project", 1), ("batch", 1), ("retirement", 1)])
        self.assertEqual(self.found("--serial", "B1:9"), [("project", 1), ("batch", 1)])
        self.assertEqual(self.found("--serial", "JC-FM-N-901-1-2019-4-5"), [("project", 1), ("batch", 1), ("retirement", 2)])
        self.assertEqual(self.found("--serial", VERRA), [("batch", 2), ("retirement", 3)])
        self.assertEqual(self.found("--serial", VERRA.replace("941467007-941467431", "941467017-941467017")), [("batch", 2)])
        for serial in ("1:0", "1:101", "9:1", "JC-FM-N-901-1-2019-101-101", "JC-FM-N-902-1-2019-4-5", VERRA.replace("19385", "19386"), "x", "1:", ":", "1:5x"):
            self.assertEqual(self.found("--serial", serial), [], serial)
        self.assertEqual(self.found("町有林"), [("project", 1)])
        self.assertEqual(self.found("新潟県佐渡市"), [("project", 1), ("batch", 1)])
        self.assertEqual(self.found("--project", "1"), [("project", 1), ("batch", 1), ("retirement", 1), ("retirement", 2)])
        self.assertEqual(self.found("--purpose", "cdp"), [("retirement", 2)])
        self.assertEqual(self.found("--purpose", "carbon_offset", "--user", "本所"), [])
        self.assertEqual(self.found("--from", "2026-06-15", "--to", "2026-06-23"), [("retirement", 1), ("retirement", 2)])
        self.assertEqual(self.found("--user", "本所印刷", "--from", "2026-06-24"), [("retirement", 3)])
        self.refused(self.ask("search"), 2, "service.search_empty")
        self.refused(self.ask("search", "--purpose", "carbon_ofset"), 2, "service.search_purpose")
        self.assertEqual(self.ask("search", "--from", "いつか").code, 2)

    def test_a_report_that_cannot_be_written_is_told_before_anything_is_entered(self):
        store = copy("bulk-report")
        words = ("--store", store, "--as", "sado", "--for", "5", "transfer", "bulk", os.path.join(EXAMPLE, "transfers.csv"), "--on", "2026-06-25", "--report")
        before = sumi("--store", store, "--json", "status").json()["entries"]
        self.refused(sumi(*words, path("no-such-folder/report.csv")), 2, "base.file_unwritable")
        self.refused(sumi(*words, path(store)), 2, "cli.file_stands")
        write("other.csv", "name,amount\n")
        self.refused(sumi(*words, path("other.csv")), 2, "cli.file_stands")
        self.assertEqual(sumi("--store", store, "--json", "status").json()["entries"], before)
        self.done(sumi(*words, path("report.csv")))
        self.assertGreater(sumi("--store", store, "--json", "status").json()["entries"], before)

    def test_totals_as_known_on_a_day(self):
        for day, batches in (("2026-04-10", {"1": (100, 97, 0, 3, 0)}), ("2026-05-12", {"1": (100, 77, 20, 3, 0)}), ("2026-06-15", {"1": (100, 94, 0, 3, 3)}), (None, {"1": (100, 88, 0, 3, 9), "2": (425, 415, 0, 0, 10)})):
            document = self.paper("totals", *(["--on", day] if day else []))
            rows = {r["batch"]: tuple(int(r[k]) for k in ("in", "held", "escrowed", "buffer", "retired")) for r in self.table(document, "batches")["rows"]}
            self.assertEqual(rows, batches, day)
            kinds = self.table(document, "kinds")["rows"]
            self.assertEqual([r["kind"] for r in kinds], ["t-CO2"])
            self.assertEqual(int(kinds[0]["in"]), sum(b[0] for b in batches.values()))
        classes = {self.ja(r["class"]): (int(r["accounts"]), int(r["units"])) for r in self.table(document, "account_classes")["rows"]}
        self.assertEqual(classes["保有口座"], (3, 52 + 30 + 421))
        self.assertEqual((classes["無効化口座"], classes["バッファー管理口座"]), ((1, 19), (1, 3)))
        self.assertEqual(self.done(self.ask("totals", who="sado")).code, 0)

    def test_an_area(self):
        niigata = self.fields(self.paper("area", "新潟県"))
        self.assertEqual([niigata[k] if isinstance(niigata[k], str) else niigata[k]["value"] for k in ("projects", "made", "used", "unknown")], ["1", "100", "3", "0"])
        self.assertEqual(self.fields(self.paper("area", "新潟県佐渡市"))["used"]["value"], "0")
        sumida = self.paper("area", " 東京都　墨田区 ")
        self.assertEqual((self.fields(sumida)["made"]["value"], self.fields(sumida)["used"]["value"]), ("0", "16"))
        self.assertEqual([(r["year"], r["type"], r["used"]) for r in self.table(sumida, "years")["rows"]], [("FY2026", "J-Credit FM", "6"), ("FY2026", "Verra VCU", "10")])
        # 京都府 does not begin where 東京都府中市 does.
        self.assertEqual(self.fields(self.paper("area", "京都府"))["used"]["value"], "0")
        for area in (" ", "　", "", "墨田区", "東京都墨田区本所9", "東京都墨田区本所9-9-9", "県", "東京"):
            self.refused(self.ask("area", area), 2, "service.area_syntax")

    def test_article_6(self):
        document = self.paper("article6")
        self.assertEqual([(r["action_type"], r["quantity"], r["action_date"], r["acquiring_party"], r["using_entity"]) for r in self.table(document, "actions")["rows"]],
                         [("Authorization", "50", "2026-06-24", "-", "-"), ("First transfer", "20", "2026-06-25", "JP", "-"), ("Use", "10", "2026-06-25", "-", "本所印刷株式会社")])
        self.assertEqual([(r["party"], r["year"], r["added"], r["subtracted"], r["pending"]) for r in self.table(document, "adjustments")["rows"]], [("ET", "2026", "20", "0", "0")])
        self.assertEqual(self.table(document, "actions")["rows"][0]["first_id"], VERRA.replace("941467431", "941467056"))
        self.assertEqual(len(self.table(self.paper("article6", "--party", "jp"), "actions")["rows"]), 1)
        self.assertEqual(len(self.table(self.paper("article6", "--party", "ET", "--year", "2025"), "actions")["rows"]), 0)
        for year in ("来年", "-1", "99999", "2026.5"):
            self.refused(self.ask("article6", "--year", year), 2, "cli.number_syntax")

    def test_open_data(self):
        answer = self.done(self.ask("open-data", "open"))
        manifest = json.loads(read("open/manifest.json"))
        status = sumi("--store", registry(), "--json", "status").json()
        self.assertEqual((manifest["root"], manifest["entries"], manifest["origin"]), (status["tree_root"], str(status["entries"]), status["origin"]))
        names = {f["name"] for f in manifest["files"]}
        self.assertEqual(names | {"manifest.json"}, set(os.listdir(path("open"))))
        sheets = {}
        for file in manifest["files"]:
            self.assertEqual(hashlib.sha256(read(os.path.join("open", file["name"]))).hexdigest(), file["sha256"])
            name, _, kind = file["name"].partition(".")
            rows = json.loads(read(f"open/{name}.json")) if kind == "json" else list(csv.DictReader(read(f"open/{name}.csv").decode().splitlines()))
            self.assertEqual(len(rows), int(file["rows"]))
            self.assertEqual(rows, sheets.setdefault(name, rows))
        self.assertIn(f"{sum(len(rows) for rows in sheets.values())} 行", answer.out)
        total = lambda name, column, **fits: sum(int(r[column]) for r in sheets[name] if all(r[k] == v for k, v in fits.items()))
        self.assertEqual((total("certifications", "tonnes"), total("batches", "in"), total("batches", "held"), total("batches", "retired"), total("retirements", "units"), total("retired_units", "units")),
                         (100, 525, 503, 19, 19, 19))
        self.assertEqual({r["name"]: r["corporate_number"] for r in sheets["organisations"]}["本所印刷株式会社"], "3990000001103")
        self.assertEqual([(r["title"], r["place"], r["official_number"]) for r in sheets["projects"]], [("佐渡の町有林における森林経営活動", "新潟県佐渡市", "901")])
        # Nothing that is a party's or sealed.
        for file in manifest["files"]:
            for secret in ("12000", "13000", "万代", "太郎", "9品"):
                self.assertNotIn(secret, read(os.path.join("open", file["name"])).decode())
        self.done(self.ask("open-data", "open", "--check"))
        whole = read("open/batches.csv")
        write("open/batches.csv", whole.replace(b",415,", b",416,"))
        self.refused(self.ask("open-data", "open", "--check"), 3, "service.open_data_differs", "batches.csv")
        write("open/batches.csv", whole.replace(b",415,", b",x,"))
        self.refused(self.ask("open-data", "open", "--check"), 3, "service.open_data_differs", "batches.csv")

    def test_open_data_where_it_cannot_be(self):
        os.makedirs(path("stands"))
        write("half.part/kept", "somebody's")
        for folder in ("stands", "stands/", "half", "", "/proc/none/x", "/dev/null/x"):
            self.refused(self.ask("open-data", folder), 2, "service.open_data_stands")
        self.assertEqual(read("half.part/kept"), b"somebody's")

    def test_papers_where_they_cannot_be_written(self):
        self.refused(self.ask("notice", "1", "--format", "pdf"), 2, "cli.argument_value", "--out")
        self.assertNotEqual(self.ask("notice", "1", "--out", "/proc/none/notice.txt").code, 0)
        write("mine.txt", "something else\n")
        self.refused(self.ask("notice", "1", "--out", "mine.txt"), 2, "cli.file_stands")
        self.assertEqual(self.ask("notice", "1", "--format", "word").code, 2)
        for number in ("-1", "x", "1.5", "99999999999999999999999"):
            self.assertEqual(self.ask("notice", number).code, 2, number)

    def test_a_registry_that_was_brought_in(self):
        """Uses before the opening may name no user; projects were opened, not registered here."""
        example = os.path.join(ROOT, "examples", "migrate", "data")
        for words in (["--signing-key", key(), "init", "--operator", "事務局", "--time", "2026-04-01"], ["do", "account RT 1 retirement", "account GV 1 government", "account CN 1 cancellation"],
                      ["--signing-key", key(), "migrate", example]):
            self.done(sumi("--store", "brought", *words))
        self.done(self.ask("open-data", "brought-open", store="brought"))
        with open(os.path.join(example, "retirements.csv"), encoding="utf-8") as file:
            uses = list(csv.DictReader(file))
        listed = list(csv.DictReader(read("brought-open/retirements.csv").decode().splitlines()))
        self.assertEqual(len(listed), len(uses))
        self.assertEqual(sum(int(r["units"]) for r in listed), sum(int(u["last"]) - int(u["first"]) + 1 for u in uses))
        with open(os.path.join(example, "registered-projects-2024.csv"), encoding="utf-8") as file:
            projects = list(csv.DictReader(file))
        self.assertGreaterEqual(len(read("brought-open/projects.csv").decode().splitlines()) - 1, len(projects))
        nobody = next(r["retirement"] for r in listed if r["user_name"] == "")
        self.assertEqual(self.fields(self.paper("notice", nobody, store="brought"))["user"], "-")
        self.assertIn(("project", 1), self.found("庄内ミート", store="brought"))
        # Every holder's history ends with what it holds.
        held = {}
        for h in sumi("--store", "brought", "--json", "holdings").json():
            if h["kind"] in ("holding", "buffer"):
                held[h["account"]] = held.get(h["account"], 0) + int(h["amount"])
        for account, amount in sorted(held.items())[:5]:
            rows = self.table(self.paper("history", str(account), store="brought"), "movements")["rows"]
            last = {r["type"]: int(r["balance"]) for r in rows}
            self.assertEqual(sum(last.values()), amount, account)


class Keys(Registry):
    def test_the_log_is_handed_over(self):
        store = copy("rotated")
        self.done(sumi("keys", "new", "next.key", "--name", "test.sumi.example.jp"))
        self.done(sumi("keys", "new", "other.key", "--name", "test.sumi.example.jp"))
        entry = str(sumi("--store", store, "--json", "status").json()["entries"])
        old = ("--store", store, "--signing-key", key())
        new = ("--store", store, "--signing-key", "next.key")
        self.done(sumi(*old, "receipt", entry, "-o", "before.txt"))
        self.refused(sumi("--store", store, "--signing-key", "other.key", "keys", "rotate", "next.key"), 1, "service.log_key_wrong")
        self.refused(sumi(*old, "keys", "rotate", key()), 1, "scheme.log_key_known")
        self.done(sumi(*old, "keys", "rotate", "next.key"))
        self.refused(sumi(*old, "receipt", entry, "-o", "no.txt"), 1, "service.log_key_wrong")
        self.refused(sumi(*old, "keys", "rotate", "other.key"), 1, "service.log_key_wrong")
        self.done(run(VERIFY, "before.txt"))
        self.done(sumi(*new, "receipt", entry, "-o", "after.txt"))
        fingerprint = sumi("--json", "keys", "show", "next.key").json()["fingerprint"]
        self.done(run(VERIFY, "after.txt", "--public-key", fingerprint))
        self.assertEqual(run(VERIFY, "before.txt", "--public-key", fingerprint).code, 3)
        self.done(sumi(*new, "journal", "checkpoint"))
        self.refused(sumi(*old, "journal", "checkpoint"), 1, "service.log_key_wrong")
        self.done(sumi("--store", store, "check", "--full"))
        # Who has no right to it.
        self.refused(sumi(*new, "--as", "echigo", "--for", "6", "keys", "rotate", "other.key"), 1, "scheme.role_missing")

    def test_members_meet_again_under_a_new_secret(self):
        store = make("rekeyed", story())
        write("届.pdf", "入会届")
        projects = sumi("--store", store, "--json", "project", "list").json()
        operator = ("--store", store, "--as", "tanaka", "--for", str(projects[0]["head"]["proponents"][0]), "--json", "project", "admit", "1")
        write("first.csv", HEAD + "".join(row(n) for n in range(1, 501)))
        self.done(sumi(*operator, "first.csv", "--on", "2026-07-01"))
        self.refused(sumi("--store", store, "--as", "tanaka", "rekey"), 1, "scheme.role_missing")
        # What was due by now may have been written; no key was.
        self.assertNotIn("Rekey", [e["command"] for e in sumi("--store", store, "--json", "journal", "show", "--from", "1", "--count", "100000").json()])
        answer = self.done(sumi("--store", store, "rekey"))
        self.assertGreaterEqual(int(re.search(r"\d+", answer.out).group()), 1000)  # an address and a meter each: more than one entry holds
        self.done(sumi("--store", store, "rekey"))
        write("second.csv", HEAD + row(501, address="岡山県津山市大字山北７番地") + row(502, address="津山市山北十三番地", meter="mtr 20202") + row(503, meter="ＭＴＲ－１０１５０") + row(504))
        found = self.done(sumi(*operator, "second.csv", "--on", "2026-07-02")).json()
        self.assertEqual({(m["member"], m["other_member"], m["kind"]) for m in found["matches"]}, {(501, 7, "address"), (502, 13, "address"), (503, 150, "meter")})
        self.done(sumi("--store", store, "check", "--full"))

    def test_a_place_is_an_address(self):
        store = copy("places")
        site = "do RecordSite project=1 site=" + "0" * 31 + "1 "
        as_admin = ("--store", store, "--as", "jimu", "--for", "1", "do")
        echigo = ("--store", store, "--as", "echigo", "--for", "6", "do")
        use = 'request R1 6 1 carbon_offset offset=event object="収穫祭" '
        self.done(sumi(*as_admin, site + 'address="新潟県佐渡市真野一丁目２番３号"'))
        for where in ("佐渡市真野1-2-3", "新潟県佐渡市真野１丁目２番地の３"):
            self.refused(sumi(*echigo, use + f'place="{where}"'), 1, "registry.place_same")
        self.refused(sumi(*echigo, use + 'place="佐渡市真野"'), 2, "registry.place_missing")
        self.done(sumi("--store", store, "rekey"))
        self.refused(sumi(*echigo, use + 'place="佐渡市真野1-2-3"'), 1, "registry.place_same")
        self.done(sumi(*echigo, use + 'place="佐渡市真野1-2-4"'))

    def test_nothing_to_make_anew(self):
        store = copy("nothing")
        entries = sumi("--store", store, "--json", "status").json()["entries"]
        self.assertIn("0 ", self.done(sumi("--store", store, "rekey")).out)
        self.assertEqual(sumi("--store", store, "--json", "status").json()["entries"], entries)

    def test_a_sealed_value_goes_and_its_proof_stays(self):
        store = copy("erased")
        code = self.paper("notice", "1", store=store)["verification"]["code"]
        self.assertEqual(self.fields(self.paper("notice", "1", store=store))["offset_object"], "佐渡の産品9品、950個")
        shown = self.done(sumi("--store", store, "do", "show use 1"))
        commitment = re.search(r'"offset_object":"([0-9a-f]{64})"', shown.out).group(1)
        self.refused(sumi("--store", store, "--as", "kato", "--for", "7", "erase", commitment), 1, "service.sealed_of_another")
        self.refused(sumi("--store", store, "erase", "0" * 63 + "1"), 1, "service.sealed_unknown")
        self.refused(sumi("--store", store, "erase", "abc"), 2, "cli.argument_value")
        self.done(sumi("--store", store, "erase", commitment))
        self.assertNotIn("offset_object", self.fields(self.paper("notice", "1", store=store)))
        self.assertNotIn("佐渡の産品9品".encode(), b"".join(read(os.path.join(folder, name)) for folder, _, names in os.walk(path(store)) for name in names))
        self.refused(sumi("--store", store, "erase", commitment), 1, "store.sealed_erased")
        self.done(sumi("--store", store, "--signing-key", key(), "registry", "receipt", code, "--out", "erased.txt"))
        self.done(run(VERIFY, "erased.txt"))
        self.done(sumi("--store", store, "check", "--full"))


if __name__ == "__main__":
    print("SUMI_SEED", SEED, FOLDER)
    unittest.main()
