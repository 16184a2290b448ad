"""Every operation of the description walked on the demo store: each GET gives at least one 200 that is as its schema says, each command is taken by its shape.

The addresses are not written down here: what a first answer holds (a project's number, a hash, a login) is what the next address needs, as for somebody who reads.
"""

import itertools
import json
import os
import re
import unittest
import uuid
from urllib.parse import quote

from schema import Schemas
from server import Client, Server

TRIES = 12  # addresses of one operation with one person
# What a query needs beside numbers that answers hold.
WANTED = {
    "period": ["2026-04-01..2027-03-31", "2024-04-01..2025-03-31", "2025-04-01..2026-03-31"],
    "on": ["2026-11-20"],
    "login": ["kato", "tanaka"],
    "before": [1],
    "after": [1],
    "name": ["shk-gwp/gwp"],
    "year": ["FY2025"],
    "area": ["東京都墨田区", "東京都"],
    "text": ["墨田"],
    "positive": ["true"],
    "conclusion": ["適合"],
    "signatory": ["森"],
}
NEEDED = ("login", "period", "area", "text", "code", "name", "before", "after", "report", "project", "positive", "conclusion", "signatory", "year", "on")
# What the demo store does not hold, with the reason.
NOT_THERE = {
    "/api/v1/returns/{number}": "nobody of the demo has asked a transfer back; src/service/holder_view_test.cc and tests/scenarios/registry_returns.scn have returns",
    "/api/v1/secretariat/cases/{project}/returns/{report}/{number}/letter.pdf": "no application of the demo was returned; src/service/desk_view_test.cc has the desk of one that was",
}
STREAM = "text/event-stream"


def setUpModule():
    global server, spec, schemas
    server = Server().start()
    spec = Client(server).get("/api/v1/openapi.json")[1]
    schemas = Schemas(spec)


def tearDownModule():
    server.close()


def operations(*methods):
    for path, all_of in sorted(spec["paths"].items()):
        for method, operation in sorted(all_of.items()):
            if method in methods:
                yield path, method.upper(), operation


def everybody():
    """(who, client) for everybody of the demo, and for every organisation of theirs."""
    out = []
    for person in Client(server).sign_in("admin").get("/api/v1/people?limit=500")[1]["items"]:
        client = Client(server).sign_in(person["login"])
        for organisation in client.session["organisations"]:
            one = Client(server).sign_in(person["login"])
            one.organisation = organisation["id"] or None
            one.roles = organisation["roles"]
            out.append((f"{person['login']} for {organisation['id']}", one))
    return out


def content_of(operation):
    return operation["responses"].get("200", {}).get("content", {})


class Known:
    """Values by the name of the field in which an answer had them, with the address of that answer."""

    ALIASES = {"retirement": ["retirement", "id"], "day": ["on", "date"], "number": ["number", "code"], "job": ["job", "id"], "organisation": ["organisation", "id"], "member": ["member", "number"]}

    def __init__(self):
        self.values = {name: [(value, "") for value in values] for name, values in WANTED.items()}

    def learn(self, value, source, name=""):
        if isinstance(value, dict):
            for key, part in value.items():
                self.learn(part, source, key)
        elif isinstance(value, list):
            for part in value:
                self.learn(part, source, name)
        elif isinstance(value, (str, int)) and not isinstance(value, bool) and value != "" and len(str(value)) < 200:
            self.keep(name, value, source)
            if isinstance(value, str) and re.fullmatch(r"[0-9a-f]{64}", value):
                self.keep("hash", value, source)

    def keep(self, name, value, source):
        kept = self.values.setdefault(name, [])
        if all(value != v for v, _ in kept if _ == source) and sum(1 for _, s in kept if s == source) < 15:
            kept.append((value, source))

    def of(self, name, path):
        """Those first that an answer near to the path had."""

        def near(pair):
            return -len(os.path.commonprefix([pair[1], path])) if pair[1] else -1000

        out = []
        for alias in self.ALIASES.get(name, [name]):
            for value, _ in sorted(self.values.get(alias, []), key=near):
                if value not in out:
                    out.append(value)
        return out


class Walk(unittest.TestCase):
    maxDiff = None

    def addresses(self, path, operation, known):
        """Addresses with what is known put in, those with the query's parameters last."""
        inside = [p for p in operation.get("parameters", []) if p["in"] == "path"]
        behind = [p for p in operation.get("parameters", []) if p["in"] == "query" and p["name"] in NEEDED]
        for asked in ([], behind) if behind else ([],):
            lists = [schemas.of(p["schema"]).get("enum") or known.of(p["name"], path)[:8] for p in inside + asked]
            if any(not one for one in lists):
                continue
            for values in itertools.product(*lists):
                address = path
                for one, value in zip(inside, values):
                    address = address.replace("{" + one["name"] + "}", quote(str(value), safe=""))
                pairs = [f"{p['name']}={quote(str(v))}" for p, v in zip(asked, values[len(inside):])]
                yield address + ("?" + "&".join(pairs) if pairs else "")

    def test_reads_are_what_the_description_says(self):
        known = Known()
        clients = everybody() + [("nobody", Client(server))]
        self.prepare(clients, known)
        waiting = [(p, o) for p, m, o in operations("get") if STREAM not in content_of(o)]
        tried, faults, shown = set(), [], {}
        for _ in range(4):
            left = []
            for path, operation in waiting:
                said = self.walk(path, operation, clients, known, tried, faults, shown)
                if not said:
                    left.append((path, operation))
            if len(left) == len(waiting):
                break
            waiting = left
        missing = sorted(p for p, _ in waiting)
        self.assertEqual(faults, [])
        self.assertEqual(missing, sorted(NOT_THERE), {p: shown.get(p) for p in missing})

    def prepare(self, clients, known):
        """What the demo store has nothing of, made by the API itself."""
        by = {name.split(" ")[0]: client for name, client in reversed(clients)}

        def made(login, path, body, headers=None):
            status, answer = by[login].post(path, body, headers)
            self.assertEqual(status, 200, (path, answer))
            return answer

        known.learn(made("tanaka", "/api/v1/proponent/drafts", {"plan": {}}), "/api/v1/proponent/drafts")
        invited = made("admin", "/api/v1/people/invitations", {"email": "new@example.jp", "organisation": 1, "roles": ["auditor"]})
        known.values["token"] = [(invited["token"], "")]
        job = made("admin", "/api/v1/audit/bundles", schemas.sample(self.body_of("/api/v1/audit/bundles")))
        known.learn(job, "/api/v1/jobs/{job}")
        # One's own: a package for its file, a check of monitoring data for its answer.
        package = made("mori", "/api/v1/verifier/reviews/2/reports/1/package", None, {"Idempotency-Key": str(uuid.uuid4())})
        known.learn(by["mori"].ended(package), "/api/v1/own/jobs/{job}/file")
        # A document for each desk, and one that an account cites.
        for login, path in (("tanaka", "/api/v1/proponent/evidence"), ("jimu", "/api/v1/secretariat/documents"), ("kato", "/api/v1/account-documents")):
            status, _, content = by[login].request("POST", path, None, {"Content-Type": "application/octet-stream"}, raw=b"%PDF-1.4 a paper of " + login.encode())
            self.assertEqual(status, 200, (path, content))
            known.learn(json.loads(content), path)
        account = by["kato"].get("/api/v1/accounts")[1]["items"][0]["account"]
        kept = [h for h, source in known.values["hash"] if source == "/api/v1/account-documents"]
        status, filed = by["kato"].command("FileAccountDocuments", {
            "account": account, "holder_name": "本所印刷株式会社", "name_kana": "ほんじょいんさつ", "corporate_number": "3990000001103", "representative": "代表取締役 本所 一郎",
            "address": "東京都墨田区本所9-9-9", "contact": "03-0000-0000", "documents": kept})
        self.assertEqual(status, 200, filed)
        known.values.setdefault("account", []).insert(0, (account, "/api/v1/accounts/{account}/documents/"))
        known.values["hash"] += [(h, "/api/v1/accounts/{account}/documents/") for h in kept]

    @staticmethod
    def body_of(path, method="post"):
        return spec["paths"][path][method]["requestBody"]["content"]["application/json"]["schema"]

    def walk(self, path, operation, clients, known, tried, faults, shown):
        """Whether somebody was answered 200. Of a list it is asked on until somebody sees something in it."""
        content, seen = content_of(operation), False
        for name, client in clients:
            for address in itertools.islice(self.addresses(path, operation, known), TRIES):
                if (name, address) in tried:
                    continue
                tried.add((name, address))
                status, headers, body = client.request("GET", address)
                self.assertLess(status, 500, (address, body[:300]))
                if status != 200:
                    shown[path] = (name, address, status, body[:200])
                    if status in (401, 403):
                        break
                    continue
                kind = headers.get("content-type", "")
                # Bytes of whatever kind was kept are described as that.
                if "application/octet-stream" not in content and kind not in content and kind.split(";")[0] not in {k.split(";")[0] for k in content}:
                    faults.append((address, f"{kind} is not described: {list(content)}"))
                if kind == "application/json":
                    answer = json.loads(body)
                    faults += [(address, fault) for fault in schemas.faults(content["application/json"]["schema"], answer)][:5]
                    known.learn(answer, path)
                elif not body:
                    faults.append((address, "nothing in it"))
                seen = True
                if kind != "application/json" or not isinstance(answer, dict) or answer.get("items") != []:
                    return True
                break
        return seen

    def test_each_command_is_taken_by_its_shape(self):
        """A body that is right by its schema is accepted, or refused by a rule of the scheme: never for its shape."""
        known = {name: ["2026-04-01..2027-03-31"] for name in ("period", "crediting_period")}
        known |= {name: ["FY2025"] for name in ("vintage", "fiscal_year", "year")}
        people = everybody()
        rights = {row["command"]: row["roles"] for row in Client(server).get("/api/v1/rights")[1]["commands"]}
        tried, wrong, answers = 0, [], {}
        for path, _, operation in operations("post"):
            if not path.startswith("/api/v1/commands/"):
                continue
            tried += 1
            schema = operation["requestBody"]["content"]["application/json"]["schema"]
            body = schemas.sample(schema, known)
            self.assertEqual(schemas.faults(schema, body), [], path)
            name = path.rsplit("/", 1)[1]
            # By somebody who may, so that it is the scheme's rules that are asked.
            client = next((c for _, c in people if set(c.roles) & set(rights[name])), people[0][1])
            status, answer = client.command(name, body)
            answers[status] = answers.get(status, 0) + 1
            if status == 200:
                self.assertEqual(schemas.faults(operation["responses"]["200"]["content"]["application/json"]["schema"], answer), [], path)
            elif answer["code"].split(".")[0] in ("wire", "http", "base") or status in (400, 500):
                wrong.append((path, status, answer["code"], answer["en"], [e.get("path") for e in answer["errors"]]))
        print("  commands by status:", dict(sorted(answers.items())))
        self.assertGreater(tried, 90)
        self.assertEqual(wrong, [])

    def test_every_other_operation_is_asked(self):
        """Of what is neither read nor a command: a body right by its schema, and an answer that is described or a problem document."""
        client = Client(server).sign_in("jimu")
        spared = {("DELETE", "/api/v1/session"), ("DELETE", "/api/v1/account/sessions")}
        asked = 0
        for path, method, operation in operations("post", "put", "delete"):
            if path.startswith("/api/v1/commands/") or (method, path) in spared:
                continue
            asked += 1
            address = re.sub(r"\{[a-z_]+\}", "1", path)
            content = operation.get("requestBody", {}).get("content", {})
            headers = {"Idempotency-Key": str(uuid.uuid4()), "If-Match": '"1"'}
            if "application/json" in content:
                schema = content["application/json"]["schema"]
                body = schemas.sample(schema)
                self.assertEqual(schemas.faults(schema, body), [], path)
                status, got, answer = client.request(method, address, body, headers)
            else:
                raw = b"a,b\n1,2\n" if content else None
                if content:
                    headers["Content-Type"] = next(iter(content))
                status, got, answer = client.request(method, address, None, headers, raw)
            self.assertLess(status, 500, (method, path, answer[:300]))
            if status == 200 and got.get("content-type") == "application/json":
                self.assertEqual(schemas.faults(content_of(operation)["application/json"]["schema"], json.loads(answer)), [], path)
            elif status >= 400:
                self.assertEqual(got.get("content-type"), "application/problem+json", path)
                self.assertEqual(schemas.faults({"$ref": "#/components/schemas/Problem"}, json.loads(answer)), [], path)
        self.assertGreater(asked, 40)


if __name__ == "__main__":
    unittest.main()
