"""Killed while commands run through the API: clients retry with the same key and end with exactly one effect each."""

import http.client
import json
import os
import random
import socket
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
                # In the middle of it: some are done, most are not.
                some = len(done) + random.Random(len(done)).randrange(1, CLIENTS * EACH // 2)
                until = time.monotonic() + 60
                while len(done) < some and time.monotonic() < until:
                    time.sleep(0.001)
                server.kill()
                self.assertTrue(any(t.is_alive() for t in threads), "killed when all was done")
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

    def test_an_answer_that_was_lost_is_given_again(self):
        """What is accepted and whose answer never arrives: after the kill the same key is answered as repeated, with the entry that it has."""
        server = Server().start()
        try:
            seen = Client(server).sign_in("jimu")
            entries = seen.get("/api/v1/store")[1]["entries"]
            client = Client(server).sign_in("jimu")
            key, body = str(uuid.uuid4()), {"name": "株式会社返事なし", "name_kana": "ヘンジナシ"}
            data = json.dumps(body).encode()
            with socket.create_connection(("127.0.0.1", server.port), timeout=20) as line:
                fields = {"Host": "127.0.0.1", "Content-Type": "application/json", "Content-Length": len(data), "Idempotency-Key": key, "Sumi-CSRF": client.csrf,
                          "Cookie": "; ".join(f"{k}={v}" for k, v in client.cookies.items())}
                line.sendall(("POST /api/v1/commands/RegisterOrganisation HTTP/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in fields.items()) + "\r\n").encode() + data)
                until = time.monotonic() + 20
                while seen.get("/api/v1/store")[1]["entries"] == entries and time.monotonic() < until:
                    time.sleep(0.01)
                server.kill()
            server.start()
            status, again = Client(server).sign_in("jimu").command("RegisterOrganisation", body, key)
            self.assertEqual((status, again.get("repeated"), again.get("entry")), (200, True, entries + 1), again)
            self.assertEqual(Client(server).get("/api/v1/store")[1]["entries"], entries + 1)
        finally:
            server.close()


if __name__ == "__main__":
    unittest.main()
