"""Killed while commands run through the API: clients retry with the same key and end with exactly one effect each."""

import http.client
import os
import random
import threading
import time
import unittest
import uuid

from server import Client, Server

ALL = bool(os.environ.get("SUMI_TEST_ALL"))
ROUNDS = 10 if ALL else 2
CLIENTS = 4
EACH = 25


class Killed(unittest.TestCase):
    def test_exactly_one_effect(self):
        server = Server().start()
        try:
            seen = Client(server).sign_in("jimu")
            entries = seen.get("/api/v1/store")[1]["entries"]
            wanted, done, trouble = {}, {}, []

            def work(number):
                client = Client(server, timeout=10).sign_in("jimu")
                for i in range(EACH):
                    key, name = str(uuid.uuid4()), f"株式会社試験{number}の{i}"
                    wanted[key] = name
                    for _ in range(400):
                        try:
                            client.server = server
                            status, answer = client.command("RegisterOrganisation", {"name": name, "name_kana": "シケン"}, key)
                        except (OSError, http.client.HTTPException, TypeError):
                            client.connection = None
                            time.sleep(0.05)
                            continue
                        if status == 200:
                            done[key] = answer["entry"]
                            break
                        if status != 503:
                            trouble.append((status, answer))
                            return

            for _ in range(ROUNDS):
                threads = [threading.Thread(target=work, args=(n,)) for n in range(CLIENTS)]
                for t in threads:
                    t.start()
                time.sleep(random.Random(len(done)).uniform(0.05, 0.3))
                server.kill()
                server.start()
                for t in threads:
                    t.join()
            self.assertEqual(trouble, [])
            self.assertEqual(set(done), set(wanted))
            self.assertEqual(len(set(done.values())), len(wanted), "two requests have one entry")
            after = Client(server).get("/api/v1/store")[1]["entries"]
            self.assertEqual(after - entries, len(wanted), "an effect is missing or there twice")
        finally:
            server.close()


if __name__ == "__main__":
    unittest.main()
