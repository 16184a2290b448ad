"""The API attacked: requests generated from its own OpenAPI file. Never a 5xx, never another's data, never a hung connection."""

import json
import os
import random
import socket
import time
import unittest
import uuid

from server import Client, Server

ALL = bool(os.environ.get("SUMI_TEST_ALL"))
REQUESTS = 20000 if ALL else 2000
SEED = int(os.environ.get("SUMI_SEED", "20261123"))


def setUpModule():
    global server, spec
    server = Server().start()
    status, spec = Client(server).get("/api/v1/openapi.json")
    assert status == 200


def tearDownModule():
    server.close()


class Generator:
    """Bodies and addresses out of the OpenAPI file, right and wrong ones."""

    def __init__(self, rng):
        self.rng = rng
        self.schemas = spec["components"]["schemas"]

    def text(self):
        return self.rng.choice(["", "a", "炭", "株式会社すみだ", "../../etc/passwd", "' OR 1=1 --", "<script>alert(1)</script>", "\u0000", "\ud83d\ude00", "x" * 5000, "2026-13-45",
                                "1e400", "-1", "18446744073709551616", "null", "%00", "{{7*7}}", "2026-04-01", "0" * 64, "f" * 32])

    def value(self, schema, depth=0):
        rng = self.rng
        if rng.random() < 0.07 or depth > 6:
            return rng.choice([None, True, -1, 0, 1.5, 10**30, self.text(), [], {}, [[]], {"": ""}])
        if "$ref" in schema:
            return self.value(self.schemas[schema["$ref"].rsplit("/", 1)[1]], depth)
        if "enum" in schema:
            return rng.choice(schema["enum"] + ["no such word"])
        kind = schema.get("type")
        if isinstance(kind, list):
            kind = rng.choice(kind)
        if kind == "object":
            return {k: self.value(v, depth + 1) for k, v in schema.get("properties", {}).items() if rng.random() < 0.85}
        if kind == "array":
            return [self.value(schema.get("items", {}), depth + 1) for _ in range(rng.choice([0, 1, 1, 2, 5]))]
        if kind == "integer":
            return rng.choice([0, 1, 2, 3, 7, 100, 2**31, 2**53, 2**64 - 1, -5])
        if kind == "boolean":
            return rng.random() < 0.5
        if schema.get("format") == "date":
            return rng.choice(["2026-04-01", "2026-11-20", "0000-00-00", "9999-12-31"])
        if schema.get("pattern") == "^[0-9a-f]{64}$":
            return "%064x" % rng.getrandbits(256)
        if schema.get("pattern") == "^[0-9a-f]{32}$":
            return "%032x" % rng.getrandbits(128)
        return self.text()

    def raw(self):
        rng = self.rng
        return rng.choice([b"", b"{", b"[" * 2000, b'{"a":' * 500 + b"1" + b"}" * 500, b"\xff\xfe\xfd", b'{"a":"\xc3\x28"}', b'{"a":1,"a":2}', b"null", b"1", b'"x"', b"{}" * 10,
                           bytes(rng.getrandbits(8) for _ in range(rng.randrange(300))), b'{"x":"' + b"y" * 300000 + b'"}', b"\x00" * 100])

    def address(self, path, operation):
        from urllib.parse import quote

        pairs = []
        for parameter in operation.get("parameters", []):
            value = self.value(parameter["schema"])
            text = quote(value if isinstance(value, str) else json.dumps(value), safe="", errors="replace").replace("%3F%3F", "")
            if parameter["in"] == "path":
                path = path.replace("{" + parameter["name"] + "}", text or "0")
            elif parameter["in"] == "query" and self.rng.random() < 0.4:
                pairs.append(parameter["name"] + "=" + text)
        return path + ("?" + "&".join(pairs) if pairs else "")


def operations():
    for path, methods in sorted(spec["paths"].items()):
        for method, operation in sorted(methods.items()):
            yield path, method.upper(), operation


def is_stream(operation):
    content = operation["responses"].get("200", {}).get("content", {})
    return "text/event-stream" in content


class Attack(unittest.TestCase):
    def check_answer(self, what, status, headers, content):
        self.assertLess(status, 500, (what, content[:500]))
        if status >= 400:
            self.assertTrue(headers.get("content-type", "").startswith("application/problem+json"), (what, status, headers))
            problem = json.loads(content)
            for key in ("type", "title", "status", "code", "ja", "en"):
                self.assertIn(key, problem, what)
            self.assertEqual(problem["status"], status, what)

    def test_no_session_gets_nothing_that_is_not_public(self):
        generator = Generator(random.Random(SEED))
        client = Client(server)
        tried = 0
        for path, method, operation in operations():
            if operation.get("x-right") == "everyone" or is_stream(operation):
                continue
            tried += 1
            status, headers, content = client.request(method, generator.address(path, operation), body={} if method != "GET" else None, headers={"Idempotency-Key": str(uuid.uuid4())})
            self.assertIn(status, (401, 400, 422), (path, content[:300]))
            if status != 401:
                self.assertNotEqual(json.loads(content)["code"], "", path)
        self.assertGreater(tried, 100)

    def test_the_page_from_another_site_is_refused(self):
        client = Client(server).sign_in("tanaka")
        csrf, client.csrf = client.csrf, "0" * 43
        status, problem = client.command("CloseAccount", {"account": 1})
        self.assertEqual((status, problem["code"]), (403, "http.csrf_missing"))
        client.csrf = csrf
        status, _, content = client.request("POST", "/api/v1/commands/CloseAccount", {"account": 1}, {"Idempotency-Key": str(uuid.uuid4()), "Origin": "https://evil.example"})
        self.assertEqual((status, json.loads(content)["code"]), (403, "http.csrf_missing"))

    def test_another_organisation_is_not_ones_own(self):
        client = Client(server).sign_in("tanaka")
        own = {o["id"] for o in client.session["organisations"]}
        client.organisation = max(own) + 1
        status, problem = client.get("/api/v1/accounts")
        self.assertEqual((status, problem["code"]), (403, "http.organisation_not_yours"))

    def test_anothers_account_is_not_there(self):
        client = Client(server).sign_in("kato")
        status, page = client.get("/api/v1/accounts?limit=500")
        self.assertEqual(status, 200, page)
        own = {a["account"] for a in page["items"]}
        self.assertTrue(own)
        seen = 0
        for account in range(1, 30):
            status, answer = client.get(f"/api/v1/accounts/{account}")
            self.assertEqual(status, 200 if account in own else 404, (account, answer))
            seen += status == 404
        self.assertGreater(seen, 5)

    def test_a_wrong_role_is_refused(self):
        # A proponent is no committee, no secretariat, no administrator.
        client = Client(server).sign_in("tanaka")
        for name, body in (("DecideRegistration", {"project": 1, "approved": True}), ("DecideAccount", {"account": 1, "approved": True}), ("Grant", {}), ("RotateLogKey", {})):
            status, problem = client.command(name, body)
            self.assertIn(status, (403, 409, 422), (name, problem))
            self.assertNotIn("entry", problem)
        for path in ("/api/v1/accounts",):
            status, problem = client.get(path)
            self.assertEqual(status, 403, problem)

    def test_a_repeated_key_with_another_body_is_refused(self):
        client = Client(server).sign_in("ogawa")
        key = str(uuid.uuid4())
        account = client.get("/api/v1/accounts")[1]["items"][0]["account"]
        first = client.command("FileAccountDocuments", {"account": account}, key)
        accounts = client.get("/api/v1/accounts")[1]["items"]
        self.assertTrue(accounts)
        body = {"account": account, "above": 5}
        one = client.command("SetAccountControl", body, key + "")
        other = client.command("SetAccountControl", {"account": account, "above": 6}, key)
        # Whatever the first two were answered: no two different acts stand under one key.
        accepted = [a for a in (first, one, other) if a[0] == 200]
        self.assertLessEqual(len(accepted), 1, (first, one, other))

    def test_random_requests(self):
        rng = random.Random(SEED)
        generator = Generator(rng)
        clients = [Client(server), Client(server).sign_in("tanaka"), Client(server).sign_in("kato"), Client(server).sign_in("jimu")]
        every = [o for o in operations() if not is_stream(o[2])]
        statuses = {}
        # Not the routes that would end what is attacked.
        spared = ("/api/v1/session", "/api/v1/sessions", "/api/v1/password")
        for i in range(REQUESTS):
            path, method, operation = rng.choice(every)
            if any(path.startswith(s) for s in spared) and method != "GET":
                continue
            client = rng.choice(clients)
            address = generator.address(path, operation)
            headers = {}
            if rng.random() < 0.9:
                headers["Idempotency-Key"] = rng.choice([str(uuid.uuid4()), "x", "0" * 32, "a" * 500])
            if rng.random() < 0.1:
                headers["If-Match"] = rng.choice(['"stale"', "*", 'W/"1"', "x" * 200])
            raw, body = None, None
            content = operation.get("requestBody", {}).get("content", {})
            if content:
                schema = next(iter(content.values())).get("schema", {})
                if rng.random() < 0.3:
                    raw = generator.raw()
                else:
                    body = generator.value(schema)
                if rng.random() < 0.1:
                    headers["Content-Type"] = rng.choice(["text/plain", "application/xml", "multipart/form-data; boundary=x", ""])
                elif "application/json" not in content:
                    headers["Content-Type"] = next(iter(content))
            what = (SEED, i, method, address[:200], str(body)[:300], raw and raw[:80])
            try:
                status, answer_headers, answer = client.request(method, address, body, headers, raw)
            except UnicodeEncodeError:
                continue
            self.check_answer(what, status, answer_headers, answer)
            statuses[status] = statuses.get(status, 0) + 1
        print("  answers by status:", dict(sorted(statuses.items())), "seed", SEED)
        status, health = Client(server).get("/healthz")
        self.assertEqual((status, health["status"]), (200, "ok"))

    def test_every_route_is_exercised(self):
        """No route answers as if it did not exist: each is there for the right method and refuses the wrong one."""
        client = Client(server)
        for path, method, operation in operations():
            if is_stream(operation):
                continue
            address = path
            for parameter in operation.get("parameters", []):
                if parameter["in"] == "path":
                    address = address.replace("{" + parameter["name"] + "}", "1")
            status, _, content = client.request(method, address, body={} if method != "GET" else None)
            if status == 404:
                self.assertNotEqual(json.loads(content)["code"], "http.route_unknown", path)
            status, _, content = client.request("PATCH", address, body={})
            self.assertEqual((status, json.loads(content)["code"]), (405, "http.method_wrong"), (path, status))

    def test_the_pages_copy_of_the_description_is_the_servers(self):
        """The page's types are made of web/openapi.json: it must be what the server says today. `node web/openapi.mjs URL` writes it."""
        root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
        with open(os.path.join(root, "web/openapi.json"), encoding="utf-8") as f:
            self.assertEqual(json.load(f), spec)

    def test_slow_and_half_open_clients_do_not_starve_others(self):
        held = []
        for i in range(100):
            s = socket.create_connection(("127.0.0.1", server.port))
            s.sendall([b"GET / HT", b"POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{", b""][i % 3])
            held.append(s)
        begin = time.monotonic()
        for _ in range(20):
            status, _ = Client(server).get("/healthz")
            self.assertEqual(status, 200)
        self.assertLess(time.monotonic() - begin, 5)
        for s in held:
            s.close()


if __name__ == "__main__":
    unittest.main()
