"""The registry's example: what run.sh prints and leaves. Its papers are held against outside values in tests/cli/registry_papers_test.py."""

import csv
import hashlib
import json
import os

import examples_test as shared
from examples_test import rows_of, sumi_json


class Registry(shared.Story):
    name = "registry"

    def papers(self, *parts):
        return os.path.join(self.folder, "receipts", "registry-papers", *parts)

    def test_both_runs(self):
        self.check_both_runs()

    def test_what_is_printed(self):
        # The hand calculation of the README.
        for said in ("24,857", "37,286", "372,857", "62,143", "28,000", "3,000,000", "950"):
            self.assertIn(said, self.first.stdout)
        self.assertNotIn("(service.", self.first.stdout + self.first.stderr)

    def test_the_receipt_is_the_notice_s(self):
        proof = self.verified("--public-key", self.fingerprint())
        self.assertEqual((proof["command"], proof["public"]["amount"], proof["public"]["user_name"]), ("ExecuteRetirement", "3", "株式会社越後みやげ"))
        self.check_forgeries()
        with open(self.papers("notice.txt"), encoding="utf-8") as file:
            self.assertIn(f"#{proof['entry']}:", file.read().replace("\n", ""))
        with open(self.papers("notice.pdf"), "rb") as file:
            self.assertTrue(file.read().startswith(b"%PDF-"))

    def test_the_list_was_entered_whole(self):
        with open(self.papers("transfers.csv"), encoding="utf-8-sig") as file:
            self.assertEqual([r["result"] for r in csv.DictReader(file)], ["moved", "moved"])
        moved = sum(int(r["amount"]) for r in rows_of(self.example("transfers.csv"), "utf-8"))
        held = sum(int(h["amount"]) for h in sumi_json("--store", self.store, "holdings") if h["holder"] == "佐渡あかまつ森林組合")
        self.assertEqual(held, 52 - moved)

    def test_open_data(self):
        with open(self.papers("open-data", "manifest.json"), encoding="utf-8") as file:
            manifest = json.load(file)
        for entry in manifest["files"]:
            with open(self.papers("open-data", entry["name"]), "rb") as file:
                self.assertEqual(hashlib.sha256(file.read()).hexdigest(), entry["sha256"])

    def test_whole(self):
        self.assertEqual(sumi_json("--store", self.store, "check", "--full")["findings"], [])
        self.check_in_memory()


if __name__ == "__main__":
    import unittest

    unittest.main()
