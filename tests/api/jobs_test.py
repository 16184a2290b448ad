"""Long work as jobs: a list of members through the API, left and found again; the server killed and stopped in the middle of it; another's result; bodies that are too large."""

import http.client
import json
import time
import unittest
import uuid

from server import Client, Server

PROGRAMME = 4  # the solar programme of the examples: unei's
HEAD = "会員番号,氏名又は名称,フリガナ,住所,区分,入会申込日,開始日,対象期間,退会日,設備番号,計器番号,同意の範囲,同意の終わり,根拠資料"
ADMIT = f"/api/v1/proponent/cases/{PROGRAMME}/members/admit"


def member_list(prefix, count, evidence):
    """Rows like those of examples/solar-programme/members.csv, each member at an address of its own."""
    rows = [HEAD]
    for i in range(count):
        rows.append(f"{prefix}{i:06d},架空 {i},カクウ,茨城県架空市{prefix}{i // 1000 + 1}丁目{i % 1000 + 1}番1号,kodate,2026-10-01,2026-05-01,2026-11-01..2033-03-31,,PCS-{prefix}-{i},KB-{prefix}-{i},"
                    f"programme_terms_and_visits,2035-03-31,sha256:{evidence}")
    return ("\r\n".join(rows) + "\r\n").encode()


def keep_evidence(client):
    status, kept = client.upload("/api/v1/proponent/evidence", b"application forms of the members", kind="application/octet-stream")
    assert status == 200, kept
    return kept["hash"]


def members(client):
    return client.get(f"/api/v1/proponent/cases/{PROGRAMME}/members?limit=1")[1]["total"]


class Jobs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.unei = Client(cls.server).sign_in("unei")
        cls.evidence = keep_evidence(cls.unei)

    @classmethod
    def tearDownClass(cls):
        cls.server.close()

    def test_a_list_is_found_again_and_taken_once(self):
        before, raw, key = members(self.unei), member_list("A", 1200, self.evidence), str(uuid.uuid4())
        status, job = self.unei.upload(ADMIT, raw, key)
        self.assertEqual((status, job["kind"], job["project"]), (200, "member_list", PROGRAMME), job)
        # Sent again while it runs and after it has ended: the same work.
        self.assertEqual(self.unei.upload(ADMIT, raw, key)[1]["id"], job["id"])
        ended = self.unei.ended(job)
        self.assertEqual(ended["state"], "done", ended)
        self.assertEqual((ended["done"], ended["total"]), (1200, 1200))
        self.assertEqual((ended["member_list"]["taken"], ended["member_list"]["repeated"]), (1200, False))
        self.assertEqual(members(self.unei), before + 1200)
        self.assertEqual(self.unei.upload(ADMIT, raw, key)[1]["id"], job["id"])
        listed = self.unei.get(f"/api/v1/own/jobs?project={PROGRAMME}")[1]["items"]
        self.assertIn(job["id"], [one["id"] for one in listed])
        # By another key it is another work, which finds the list taken.
        again = self.unei.ended(self.unei.upload(ADMIT, raw)[1])
        self.assertTrue(again["member_list"]["repeated"])
        self.assertEqual(members(self.unei), before + 1200)
        # No name of a member stands in what was kept of it.
        self.assertNotIn("架空", json.dumps(ended, ensure_ascii=False))

    def test_a_wrong_row_takes_nothing_and_is_told_by_its_line(self):
        before = members(self.unei)
        raw = member_list("B", 300, self.evidence).replace(b"2026-10-01", b"2026-13-01", 1)
        report = self.unei.ended(self.unei.upload(ADMIT, raw)[1])["member_list"]
        self.assertEqual((report["taken"], [row["line"] for row in report["report"] if not row["good"]]), (0, [2]))
        self.assertEqual(members(self.unei), before)

    def test_nobody_else_sees_it(self):
        job = self.unei.ended(self.unei.upload(ADMIT, member_list("C", 3, self.evidence))[1])
        for login in ("tanaka", "kato", "mori", "jimu", "admin"):
            other = Client(self.server).sign_in(login)
            for path in (f"/api/v1/own/jobs/{job['id']}", f"/api/v1/own/jobs/{job['id']}/file"):
                self.assertEqual(other.get(path)[1]["code"], "http.not_found", (login, path))
            self.assertNotIn(job["id"], [one["id"] for one in other.get("/api/v1/own/jobs?limit=500")[1]["items"]], login)
        # The list of those who look after the server says that it ran, and nothing of what it gave.
        seen = Client(self.server).sign_in("admin").get(f"/api/v1/jobs/{job['id']}")[1]
        self.assertEqual(seen["login"], "unei")
        self.assertNotIn("member_list", seen)
        # Nor may it be begun for a case that is another's.
        status, problem = Client(self.server).sign_in("tanaka").upload(ADMIT, b"a,b\n1,2\n")
        self.assertEqual((status, problem["code"]), (404, "http.not_found"))

    def test_bodies_that_are_too_large_are_not_read(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        connection.putrequest("POST", ADMIT)
        for name, value in {"Content-Type": "text/csv", "Content-Length": str(10**10), "Idempotency-Key": str(uuid.uuid4()), "Sumi-CSRF": self.unei.csrf,
                            "Cookie": "; ".join(f"{k}={v}" for k, v in self.unei.cookies.items())}.items():
            connection.putheader(name, value)
        connection.endheaders()
        self.assertEqual(connection.getresponse().status, 413)
        connection.close()

    def test_who_sends_much_is_told_to_wait_and_keeps_nobody_waiting(self):
        raws = [member_list("D", 20_000, self.evidence), *(member_list(f"E{i}", 3, self.evidence) for i in range(20))]
        answers = [self.unei.upload(ADMIT, raw) for raw in raws]
        refused = [answer for status, answer in answers if status == 429]
        self.assertGreater(len(refused), 0)
        self.assertEqual({answer["code"] for answer in refused}, {"http.jobs_too_many"})
        # Meanwhile another's work comes and goes.
        status, job = Client(self.server).sign_in("kato").upload("/api/v1/transfers/bulk", b"from,to,amount\n1,2,x\n")
        self.assertEqual(status, 200, job)
        self.assertEqual(Client(self.server).sign_in("kato").ended(job, 60)["state"], "done")
        for status, answer in answers:
            if status == 200:
                self.assertEqual(self.unei.ended(answer, 300)["state"], "done")


class CutOff(unittest.TestCase):
    """Killed, and stopped, in the middle of a list: it says so, and the same key ends with each member once."""

    def cut(self, server, end, prefix):
        unei = Client(server).sign_in("unei")
        before, key = members(unei), str(uuid.uuid4())
        raw = member_list(prefix, 30_000, keep_evidence(unei))
        status, job = unei.upload(ADMIT, raw, key)
        self.assertEqual(status, 200, job)
        # Some groups are in, most are not.
        until = time.monotonic() + 120
        while unei.get(f"/api/v1/own/jobs/{job['id']}")[1]["done"] == 0:
            self.assertLess(time.monotonic(), until)
            time.sleep(0.01)
        end()
        server.start()
        unei = Client(server).sign_in("unei")
        told = unei.get(f"/api/v1/own/jobs/{job['id']}")[1]
        self.assertEqual((told["state"], told["cut_off"]), ("failed", True), told)
        self.assertIn("Begin it again", told["en"])
        some = members(unei)
        self.assertGreater(some, before)
        self.assertLess(some, before + 30_000)
        status, again = unei.upload(ADMIT, raw, key)
        self.assertEqual(status, 200, again)
        self.assertNotEqual(again["id"], job["id"])
        ended = unei.ended(again, 300)
        self.assertEqual((ended["state"], ended.get("member_list", {}).get("taken")), ("done", 30_000), ended)
        self.assertEqual(members(unei), before + 30_000)

    def test_killed(self):
        server = Server().start()
        try:
            self.cut(server, server.kill, "K")
        finally:
            server.close()

    def test_stopped(self):
        server = Server().start()
        try:
            begun = time.monotonic()
            self.cut(server, server.stop, "S")
            self.assertLess(time.monotonic() - begun, 600)
        finally:
            server.close()


if __name__ == "__main__":
    unittest.main()
