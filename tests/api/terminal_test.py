"""A lost authenticator where two administrators cannot be had: whoever runs the machine replaces it, and nobody does where four eyes are there."""

import json
import os
import subprocess
import unittest

from server import ROOT, SUMI, Client, Server, one_time_code

PASSWORD = "北の工場の朝日と青い煙突"


class LostAuthenticator(unittest.TestCase):
    def at_the_terminal(self, login):
        done = subprocess.run([SUMI, "--json", "--language", "en", "--store", self.server.store, "--rulebook", os.path.join(ROOT, "rulebook"), "identity", "replace-authenticator", login],
                              capture_output=True, check=False, timeout=60)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def setUp(self):
        self.server = Server().start()
        self.addCleanup(self.server.close)

    def test_one_administrator_and_three(self):
        server = self.server
        code, _, said = self.at_the_terminal("admin")
        self.assertNotEqual(code, 0)
        self.assertIn("store.store_locked", said, "not while a server has the store")
        admin = Client(server).sign_in("admin")
        self.assertEqual(server.stop(), 0)
        code, _, said = self.at_the_terminal("nobody")
        self.assertNotEqual(code, 0)
        self.assertIn("store.person_unknown", said)
        code, out, said = self.at_the_terminal("admin")
        self.assertEqual(code, 0, said)
        self.assertEqual(json.loads(out)["code"], "", "the only one: the start of the server prints it")

        server.start()
        first = server.first_code
        self.assertIsNotNone(first)
        self.assertEqual(admin.get("/api/v1/session")[1].get("person"), None, "the sessions are over")
        client = Client(server)
        status, answer = client.post("/api/v1/account/password/reset", {"token": first, "password": PASSWORD})
        self.assertEqual(status, 204, answer)
        status, answer = client.post("/api/v1/account/password/reset", {"token": first, "password": PASSWORD + "2"})
        self.assertEqual((status, answer["code"]), (404, "service.link_unknown"), "once")
        status, session = client.post("/api/v1/session", {"login": "admin", "password": PASSWORD})
        self.assertEqual((status, session["second_factor"]), (200, "to_enrol"))
        client.csrf = session["csrf"]
        # Without an authenticator nothing is administered yet.
        self.assertEqual(client.get("/api/v1/administration")[1]["code"], "http.second_factor_needed")
        status, begun = client.post("/api/v1/account/second-factor", None)
        self.assertEqual(client.post("/api/v1/account/second-factor/confirm", {"code": one_time_code(begun["secret"])})[0], 200)
        client.csrf = client.get("/api/v1/session")[1]["csrf"]
        self.assertEqual(client.get("/api/v1/administration")[0], 200)
        log = client.get("/api/v1/security-log")[1]["items"]
        self.assertTrue(any(e["kind"] == "authenticator_reset_approved" and e["login"] == "admin" and e["detail"] == "terminal" for e in log), log)

        # Somebody who is no administrator: the code of the terminal serves, whatever the server prints.
        self.assertEqual(server.stop(), 0)
        code, out, said = self.at_the_terminal("ogawa")
        self.assertEqual(code, 0, said)
        server.start()
        self.assertIsNone(server.first_code)
        status, answer = client.post("/api/v1/account/password/reset", {"token": json.loads(out)["code"], "password": PASSWORD})
        self.assertEqual(status, 204, answer)

        # Two more administrators with an authenticator: now it takes both of them.
        people = {p["login"]: p["person"] for p in client.get("/api/v1/people?limit=500")[1]["items"]}
        for login in ("tanaka", "kato"):
            status, granted = client.command("Grant", {"person": people[login], "role": "administrator"})
            self.assertEqual(status, 200, granted)
        self.assertEqual(server.stop(), 0)
        code, _, said = self.at_the_terminal("admin")
        self.assertNotEqual(code, 0)
        self.assertIn("cli.four_eyes_possible", said)


if __name__ == "__main__":
    unittest.main()
