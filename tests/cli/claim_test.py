"""What a unit may be used for, and the law of a register. The answers are those of the published rows (rulebook/packs/credit-eligibility and
register-law, with their sources); the units are the boiler's 17 t of EN-S-001, code JC, type ER, made and held by organisations of its story."""

import os
import shutil

from program import RULEBOOK, Case, copy_of_store, path, sumi


class Eligible(Case):
    @classmethod
    def setUpClass(cls):
        cls.store = copy_of_store("eligible")

    def ask(self, *words, code=0):
        answer = sumi("--store", self.store, "--json", "--language", "en", "claim", "eligible", *words)
        self.assertEqual(answer.code, code, answer)
        return answer.json()

    def held(self):
        """(account, batch, first, last, serial as printed) of the first block."""
        block = self.done(sumi("--store", self.store, "--json", "holdings")).json()[0]
        return block["account"], block["batch"], block["first"], block["last"], block["serial"]

    def test_energy_saving_for_four_purposes(self):
        account, batch, first, last, serial = self.held()
        units = f"{batch}:{first}-{last}"
        # 省エネ法: J-クレジット(省エネ) Y. Tokyo: no listed type. RE100: x for energy saving. GX-ETS phase 2: 10 % with JCM.
        self.assertEqual([x["verdict"] for x in self.ask(units, "--for", "energy_law_joint_saving")], ["met"])
        self.assertEqual([x["verdict"] for x in self.ask(units, "--for", "re100", code=1)], ["not_met"])
        tokyo = self.ask(units, "--for", "tokyo", code=1)
        self.assertEqual(tokyo[0]["rows"][0]["condition_en"], "not a listed credit type")
        gx = self.ask(units, "--for", "gx_ets", "--year", "FY2026")
        self.assertEqual((gx[0]["verdict"], gx[0]["rows"][0]["scheme"]), ("met", "gx_ets_phase2"))
        self.assertIn("10% (together with JCM)", gx[0]["rows"][0]["limit"])
        self.assertEqual(sum(x["amount"] for x in gx), last - first + 1)

    def test_serials_as_printed_and_an_account_name_the_same_units(self):
        account, batch, first, last, serial = self.held()
        by_serial = self.ask(serial, "--for", "gx_ets", "--year", "2026")
        self.assertEqual((by_serial[0]["batch"], by_serial[0]["first"], by_serial[0]["last"]), (batch, first, last))

    def test_whoever_made_them_may_not_report_them(self):
        account, batch, first, last, serial = self.held()
        answers = set()
        for user in [o["number"] for o in self.done(sumi("--store", self.store, "--json", "organisations")).json()]:
            words = (f"{batch}:{first}-{first}", "--for", "shk_adjusted_emissions", "--user", str(user), "--year", "FY2025")
            answer = sumi("--store", self.store, "--json", "claim", "eligible", *words)
            answers.add((answer.code, answer.json()[0]["verdict"]))
        # One organisation of the story made them: a certified reduction is one by others (報告命令 1).
        self.assertEqual(answers, {(0, "met"), (1, "not_met")})

    def test_the_whole_matrix(self):
        account, batch, first, last, serial = self.held()
        matrix = self.ask(f"{batch}:{first}-{last}", "--all")
        verdicts = {x["purpose"]: x["verdict"] for x in matrix}
        self.assertEqual(len([p for p in verdicts if p.startswith("corsia")]), 3)
        self.assertEqual(verdicts["corsia_first"], "not_met")  # J-Credit applied in 2022 and 2023 and was refused both times
        self.assertEqual(verdicts["eu_ets"], "not_met")

    def test_what_cannot_be_asked(self):
        account, batch, first, last, serial = self.held()
        units = f"{batch}:{first}-{last}"
        self.refused(sumi("--store", self.store, "claim", "eligible", units, "--for", "re10"), 2, "claim.purpose_unknown", "re100")
        self.refused(sumi("--store", self.store, "claim", "eligible", "JC-XX", "--for", "re100"), 2, "claim.serials_unreadable")
        self.refused(sumi("--store", self.store, "claim", "eligible", units, "--for", "re100"), 1, "claim.some_may_not")

    def test_a_store_from_before_the_rules(self):
        older = path("older-rulebook")
        shutil.copytree(RULEBOOK, older)
        shutil.rmtree(os.path.join(older, "packs", "credit-eligibility"))
        made = sumi("keys", "new", path("older.key"), "--name", "older.sumi.example.jp")
        self.done(made)
        self.done(sumi("--store", "older", "--signing-key", path("older.key"), "--rulebook", older, "init", "--operator", "事務局", "--time", "2024-04-01"))
        self.refused(sumi("--store", "older", "claim", "eligible", "1:1-1", "--for", "re100"), 2, "claim.rules_missing", "rules adopt")


class Law(Case):
    def rules(self, *words):
        return {r["rule"]: r for r in self.done(sumi("--json", "registry", "law", *words)).json()}

    def test_the_jcm_register(self):
        rules = self.rules("--register", "jcm")
        self.assertEqual(len(rules), 41)
        self.assertEqual((rules["pledge"]["article"], rules["pledge"]["standing"], rules["pledge"]["confidence"]), ("法 54", "law", "high"))
        self.assertEqual(rules["transfer_effect"]["ledger"], "settlement = record")

    def test_rules_of_j_credit_win(self):
        rules = self.rules("--on", "2026-04-01")
        self.assertEqual(rules["account_one"]["standing"], "own")
        self.assertIn("department", rules["account_one"]["value"])
        self.assertEqual(self.rules("account_one", "--on", "2023-09-30")["account_one"]["value"], "one account per business in principle")
        self.assertEqual(rules["pledge"]["standing"], "model")
        self.assertNotIn("fee_account", rules)

    def test_gx_ets_is_inferred(self):
        rules = self.rules("--register", "gx-ets")
        self.assertEqual({(r["standing"], r["confidence"]) for r in rules.values()}, {("inferred", "low")})

    def test_fees(self):
        fees = {f["fee"]: f for f in self.done(sumi("--json", "registry", "fees", "--register", "jcm")).json()}
        self.assertEqual({k: f["yen"] for k, f in fees.items()}, {"account": 14400, "transfer": 2500, "certificate": 1200})  # 施行令 21(1)
        self.assertIn("without payment to a government account", fees["transfer"]["waiver"])
        self.assertEqual(self.done(sumi("--json", "registry", "fees")).json(), [])  # of J-Credit none is known
        self.refused(sumi("registry", "law", "no_such_rule"), 2, "cli.argument_value", "pledge")
