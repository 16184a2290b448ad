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
        """The table of rights, walked: every route whose right somebody lacks is refused to them, whatever they ask of it."""
        for login in ("tanaka", "kato", "mori", "jimu", "kansa"):
            client = Client(server).sign_in(login)
            rights = set(client.session["rights"]) | {"everyone", "signed_in"}
            refused = 0
            for path, method, operation in operations():
                if operation["x-right"] in rights:
                    continue
                address = path
                for parameter in operation.get("parameters", []):
                    if parameter["in"] == "path":
                        address = address.replace("{" + parameter["name"] + "}", "1")
                status, _, content = client.request(method, address, body={} if method != "GET" else None, headers={"Idempotency-Key": str(uuid.uuid4())})
                self.assertEqual(status, 403, (login, method, path, operation["x-right"], content[:300]))
                refused += 1
            self.assertGreater(refused, 10, login)

    def test_a_command_of_another_role_is_refused(self):
        """No command is accepted from whoever has none of its roles; and where its shape is right, it is the role that it is refused for."""
        client = Client(server).sign_in("tanaka")
        roles = {role for o in client.session["organisations"] for role in o["roles"]}
        before = client.get("/api/v1/store")[1]["entries"]
        tried = 0
        for row in client.get("/api/v1/rights")[1]["commands"]:
            if not row["roles"] or roles & set(row["roles"]) or f"/api/v1/commands/{row['command']}" not in spec["paths"]:
                continue
            tried += 1
            status, problem = client.command(row["command"], {})
            if status != 403:
                # Before the role there is only the shape, and whether a new key has signed for the journal as it is.
                self.assertTrue(problem["code"].startswith("wire.") or problem["code"] == "service.rotation_size", (row, problem))
        self.assertGreater(tried, 20)
        status, problem = client.command("DecideRegistration", {"project": 1, "approved": True})
        self.assertEqual(status, 403, problem)
        self.assertEqual(client.get("/api/v1/store")[1]["entries"], before)

    def test_a_repeated_key_with_another_body_is_refused(self):
        client = Client(server).sign_in("jimu")
        key = str(uuid.uuid4())
        body = {"name": "株式会社二度", "name_kana": "ニド"}
        status, first = client.command("RegisterOrganisation", body, key)
        self.assertEqual((status, first["repeated"]), (200, False), first)
        status, other = client.command("RegisterOrganisation", {"name": "株式会社三度", "name_kana": "サンド"}, key)
        self.assertIn(status, (409, 422), other)
        self.assertNotIn("entry", other)
        status, again = client.command("RegisterOrganisation", body, key)
        self.assertEqual((status, again["entry"], again["repeated"]), (200, first["entry"], True), again)

    def test_a_stale_version_is_refused(self):
        """RFC 9110, 13.1.1 and 15.5.13; RFC 6585, 3: a draft is changed only by whoever has read it as it is."""
        client = Client(server).sign_in("tanaka")
        status, headers, content = client.request("POST", "/api/v1/proponent/drafts", {"start": {"methodology": "EN-S-001"}})
        self.assertEqual(status, 200, content[:300])
        address = f"/api/v1/proponent/drafts/{json.loads(content)['draft']}"
        status, headers, content = client.request("GET", address)
        self.assertEqual(status, 200, content[:300])
        tag, plan = headers["etag"], json.loads(content)["plan"]
        self.assertEqual(client.request("PUT", address, {"plan": plan})[0], 428)
        self.assertEqual(client.request("PUT", address, {"plan": plan}, {"If-Match": '"stale"'})[0], 412)
        plan["project"]["name"] = "一人目の題"
        status, _, content = client.request("PUT", address, {"plan": plan}, {"If-Match": tag})
        self.assertEqual(status, 200, content[:300])
        plan["project"]["name"] = "二人目の題"
        self.assertEqual(client.request("PUT", address, {"plan": plan}, {"If-Match": tag})[0], 412)
        self.assertEqual(json.loads(client.request("GET", address)[2])["plan"]["project"]["name"], "一人目の題")

    def test_an_order_that_is_not_stated_is_refused(self):
        client = Client(server).sign_in("jimu")
        tried = 0
        for path, method, operation in operations():
            for parameter in operation.get("parameters", []):
                orders = parameter["schema"].get("enum") if parameter["name"] == "sort" else None
                if not orders or "{" in path or operation["x-right"] not in set(client.session["rights"]) | {"everyone", "signed_in"}:
                    continue
                tried += 1
                for order in orders:
                    self.assertEqual(client.get(f"{path}?sort={order}")[0], 200, (path, order))
                status, problem = client.get(f"{path}?sort=nonsense")
                self.assertEqual((status, problem["code"]), (422 if status == 422 else 400, "http.query_syntax"), (path, problem))
        self.assertGreater(tried, 4)

    def test_a_list_is_in_the_order_that_was_asked_for(self):
        client = Client(server).sign_in("jimu")
        names = [o["name"] for o in client.get("/api/v1/organisations?sort=name&limit=500")[1]["items"]]
        self.assertGreater(len(names), 3)
        self.assertEqual(names, sorted(names))
        numbers = [o["organisation"] for o in client.get("/api/v1/organisations?sort=-number&limit=500")[1]["items"]]
        self.assertEqual(numbers, sorted(numbers, reverse=True))
        due = [t.get("due") for t in client.get("/api/v1/secretariat/tasks?sort=-due&limit=500")[1]["items"]]
        days = [d for d in due if d]
        self.assertTrue(days)
        self.assertEqual(due, sorted(days, reverse=True) + [None] * (len(due) - len(days)), "without a day last")
        status, headers, content = client.request("GET", "/api/v1/organisations?sort=name&format=csv")
        self.assertEqual((status, headers["content-type"]), (200, "text/csv; charset=utf-8"))
        self.assertEqual(len(content.decode("utf-8-sig").splitlines()), len(names) + 1)
        status, headers, content = client.request("GET", "/api/v1/secretariat/tasks/calendar.ics")
        self.assertEqual((status, headers["content-type"]), (200, "text/calendar; charset=utf-8"))
        self.assertEqual(content.count(b"BEGIN:VEVENT"), len(days), "every task with a day, whoever it waits for")

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
