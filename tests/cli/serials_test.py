"""Serials of other programmes from outside: their parts, their quantity, their origin, and a part of a block; and a template that cannot be read."""

import os
import shutil
import unittest

from program import RULEBOOK, Case, path, shared_store, sumi

VERRA = "19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1"  # CarbonPlan, OffsetsDB, 2024: 425 units


class Serial(Case):
    def serial(self, *words):
        return self.done(sumi("--json", "registry", "serial", *words)).json()

    def test_parts_quantity_and_origin(self):
        told = self.serial(VERRA, "--programme", "verra")
        self.assertEqual(told["serial"], VERRA)
        self.assertEqual((told["grammar"], told["opaque"], told["unit_kind"]), ("verra_vcu", False, "tco2"))
        self.assertEqual((told["first"], told["last"], told["quantity"]), (941467007, 941467431, 425))
        self.assertEqual(told["origin"], "verra/19385")
        self.assertEqual((told["vintage_from"], told["vintage_to"]), ("2020-01-01", "2020-12-31"))
        parts = {p["part"]: p["text"] for p in told["parts"]}
        self.assertEqual(parts, {"batch": "19385", "verifier": "1507", "country": "ET", "scope": "14", "project": "1340", "vintage_start": "01012020",
                                 "vintage_end": "31122020", "additional_certification": "1"})

    def test_as_a_page(self):
        text = self.done(sumi("registry", "serial", "CAR-ROC-US-2056-129-2283-WV-2025-8969-1 to 260294")).out
        for word in ("Climate Action Reserve (car)", "260,294 t-CO2", "car/8969", "州", "WV"):
            self.assertIn(word, text)
        text = self.done(sumi("--language", "en", "registry", "serial", "CAR-ROC-US-2056-129-2283-WV-2025-8969-1 to 260294")).out
        for word in ("origin key", "State", "quantity"):
            self.assertIn(word, text)

    def test_a_part_of_a_block(self):
        told = self.serial("ACR-FR-1129-2025-2917-30932 to 35143", "--range", "30940-30940")
        self.assertEqual(told["slice"], "ACR-FR-1129-2025-2917-30940 to 30940")
        for range_text in ("30931-30940", "35143-35144", "30941-30940", "30940", "a-b", "-"):
            with self.subTest(range=range_text):
                self.refused(sumi("registry", "serial", "ACR-FR-1129-2025-2917-30932 to 35143", "--range=" + range_text), 2, "30932-35143")

    def test_one_unit_of_the_kyoto_protocol_in_two_registers(self):
        cell = "RW-5-1463953-2-2-0-7014 - RW-5-1467609-2-2-0-7014"
        told = [self.serial(cell, "--programme", programme) for programme in ("cdm", "gold_standard")]
        self.assertEqual([t["origin"] for t in told], ["kyoto/RW/2"] * 2)
        self.assertEqual([t["quantity"] for t in told], [3657] * 2)

    def test_what_fits_no_form_is_kept(self):
        told = self.serial("証書 第00123号", "--programme", "green_power_certificate", "--range", "11-20")
        self.assertEqual((told["opaque"], told["quantity"], told["serial"], told["unit_kind"]), (True, 0, "証書 第00123号", "kwh"))
        self.assertEqual(told["slice"], "証書 第00123号 [11-20]")
        self.assertIn("一つのブロック", self.done(sumi("registry", "serial", "証書 第00123号")).out)

    def test_refusals(self):
        self.refused(sumi("registry", "serial", VERRA, "--programme", "vera"), 2, "vera", "gold_standard")
        self.refused(sumi("registry", "serial"), 2, "serial")
        self.refused(sumi("registry"), 2, "serial")

    def test_the_store_that_is_named_is_asked(self):
        self.assertEqual(self.done(sumi("--store", shared_store(), "--json", "registry", "serial", VERRA)).json()["grammar"], "verra_vcu")

    def test_the_pack_as_every_other(self):
        text = self.done(sumi("rules", "show", "serial-grammars/grammars/verra_vcu")).out
        for word in ("{batch:digits}-{first}-{last}-VCS-VCU-", "carbonplan-offsetsdb-2024"):
            self.assertIn(word, text)

    def test_a_template_that_cannot_be_read_is_told_its_author(self):
        folder = path("rules-serials")
        shutil.copytree(RULEBOOK, folder)
        pack = os.path.join(folder, "packs", "serial-grammars")
        file = os.path.join(pack, "grammars.csv")
        with open(file, encoding="utf-8") as opened:
            whole = opened.read()
        slip = "ART-{country:letters}{project:digits}-"
        self.assertIn("ART-{country:letters}-{project:digits}-", whole)
        with open(file, "w", encoding="utf-8") as opened:
            opened.write(whole.replace("ART-{country:letters}-{project:digits}-", slip))
        line = whole[: whole.index("\nart,")].count("\n") + 2
        for folder_checked in (folder, pack):
            answer = sumi("rules", "check", folder_checked)
            self.assertEqual(answer.code, 2, answer)
            self.assertIn("serial_grammar_broken", answer.err)
            self.assertIn(f"grammars.csv:{line}", answer.err)
        self.assertEqual(sumi("--rulebook", folder, "registry", "serial", VERRA).code, 2)


if __name__ == "__main__":
    unittest.main()
