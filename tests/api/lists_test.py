"""Every list of the API as a file and in each of its orders, and the words in it: what a file shows is said in the language that was asked, never by a key."""

import csv
import io
import os
import sys
import unittest
import uuid
import zipfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import server as api  # noqa: E402

# By hand, out of src/scheme/commands.h, src/registry/commands.h and the rulebook's purposes: keys that JSON has and a file has not.
KEYS = {
    "administrator", "secretariat", "committee", "verifier", "proponent", "account_manager", "approver", "auditor", "ministry", "programme_operator", "supporter",
    "holding", "buffer", "state_target", "waits_retirement", "waits_offer", "sign_in_failed", "signed_in", "second_factor_passed", "roles_granted",
}


class Lists(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = api.Server()
        cls.server.start()
        cls.admin = api.Client(cls.server).sign_in("admin")
        _, cls.contract = cls.admin.get("/api/v1/openapi.json")

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()

    def lists(self):
        for path, methods in self.contract["paths"].items():
            names = {p["name"]: p for p in methods.get("get", {}).get("parameters", [])}
            if "cursor" in names and "{" not in path:
                yield path, names

    def read(self, client, path, language):
        status, headers, content = client.request("GET", path + ("&" if "?" in path else "?") + f"format=csv&language={language}")
        self.assertEqual(status, 200, (path, content[:300]))
        self.assertTrue(headers["content-type"].startswith("text/csv"), path)
        return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))

    def test_each_list_is_saved_and_sorted(self):
        seen = set()
        for path, names in self.lists():
            if "format" not in names or "day" in names:
                continue
            if path == "/api/v1/search":  # is told what to look for
                path += "?text=%E3%83%9C%E3%82%A4%E3%83%A9%E3%83%BC"
            status, page = self.admin.get(path)
            if status == 403:  # another role's: its columns are tried where it is signed in
                continue
            with self.subTest(path=path):
                self.assertEqual(status, 200, page)
                seen.add(path)
                for language in ("ja", "en"):
                    rows = self.read(self.admin, path, language)
                    self.assertEqual(len(rows), page["total"] + 1)
                    for row in rows[1:]:
                        for cell in row:
                            self.assertFalse(KEYS & set(cell.replace(";", " ").split()) if language == "ja" else set(), (rows[0], row))
                status, _, content = self.admin.request("GET", path + ("&" if "?" in path else "?") + "format=xlsx")
                self.assertEqual(status, 200)
                self.assertIn("xl/workbook.xml", zipfile.ZipFile(io.BytesIO(content)).namelist())
                for order in names.get("sort", {}).get("schema", {}).get("enum", []):
                    self.assertEqual(self.admin.get(f"{path}?sort={order}&limit=1")[0], 200, order)
                if names.get("sort", {}).get("schema", {}).get("enum"):
                    self.assertEqual(self.admin.get(f"{path}?sort=nothing")[1]["code"], "http.query_syntax")
        for path in ("/people/invitations", "/jobs", "/own/jobs", "/administration/packs", "/administration/adoptions", "/account/sessions", "/audit/journal", "/security-log",
                     "/security-log/refusals"):
            self.assertIn("/api/v1" + path, seen)

    def test_purposes_are_words_of_the_rulebook(self):
        keys = {key for line in self.admin.get("/api/v1/retirements?limit=500")[1]["items"] for key in line["purposes"]}
        self.assertTrue(keys)
        for language in ("ja", "en"):
            rows = self.read(self.admin, "/api/v1/retirements", language)
            at = rows[0].index("用途" if language == "ja" else "Purposes")
            for row in rows[1:]:
                self.assertTrue(row[at])
                self.assertFalse(keys & set(row[at].split(";")), row)

    def test_roles_of_people_and_states_of_invitations(self):
        organisations = self.admin.get("/api/v1/organisations")[1]["items"]
        status, made = self.admin.post("/api/v1/people/invitations", {"email": "new@example.jp", "organisation": organisations[0]["organisation"], "roles": ["account_manager"]},
                                       {"Idempotency-Key": str(uuid.uuid4())})
        self.assertEqual(status, 200, made)
        self.assertTrue(made["token"], "no mail is sent here, so the link is told")
        row = self.read(self.admin, "/api/v1/people/invitations", "ja")[1]
        self.assertIn("口座担当者", row)
        self.assertIn("返事待ち", row)
        self.assertTrue(any("口座担当者" in cell for row in self.read(self.admin, "/api/v1/people", "ja") for cell in row))
        log = self.read(self.admin, "/api/v1/security-log", "ja")
        self.assertIn("招待した", [row[log[0].index("できごと")] for row in log[1:]])

    def test_the_orders_of_the_log(self):
        ids = [line["id"] for line in self.admin.get("/api/v1/security-log?limit=500")[1]["items"]]
        self.assertEqual(ids, sorted(ids, reverse=True), "the newest first")
        up = [line["id"] for line in self.admin.get("/api/v1/security-log?limit=500&sort=number")[1]["items"]]
        self.assertEqual(up, sorted(up))
        older = self.admin.get(f"/api/v1/security-log?limit=500&before={ids[0]}")[1]["items"]
        self.assertEqual([line["id"] for line in older], ids[1:])
        entries = [line["entry"] for line in self.admin.get("/api/v1/audit/journal?sort=entry&limit=5")[1]["items"]]
        self.assertEqual(entries, [1, 2, 3, 4, 5])

    def test_two_organisations_of_one_corporate_number(self):
        first = next(o for o in self.admin.get("/api/v1/organisations?limit=500")[1]["items"] if o["corporate_number"])
        status, done = self.admin.command("RegisterOrganisation", {"name": "同じ番号の会社", "corporate_number": first["corporate_number"]})
        self.assertEqual(status, 200, done)
        made = done["outcomes"][0]["organisation"]
        doubled = {o["organisation"]: o["same_corporate_number"] for o in self.admin.get("/api/v1/organisations?same_corporate_number=true")[1]["items"]}
        self.assertEqual(doubled, {first["organisation"]: [made], made: [first["organisation"]]})
        self.assertEqual(self.admin.get(f"/api/v1/administration/organisations/{made}")[1]["alike"][0]["number"], first["organisation"])

    def test_the_refusals_name_roles_in_words(self):
        kato = api.Client(self.server).sign_in("kato")
        status, refused = kato.get("/api/v1/audit/journal")
        self.assertEqual((status, refused["code"]), (403, "http.not_allowed"))
        self.assertIn("監査人 / 管理者", refused["ja"])
        self.assertIn("auditor / administrator", refused["en"])
        status, refused = kato.command("RotateLogKey", {"new_key": "0" * 64, "size": 1, "signature_r": "0" * 64, "signature_s": "0" * 64})
        self.assertEqual((status, refused["code"]), (403, "scheme.role_missing"))
        self.assertIn("管理者 の権限", refused["ja"])


if __name__ == "__main__":
    unittest.main()
