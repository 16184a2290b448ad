"""A server over a fresh demo store, for tests of the API from outside: started on a free port of loopback, ended by its process id."""

import base64
import hashlib
import hmac
import http.client
import json
import os
import shutil
import signal
import struct
import subprocess
import tempfile
import time
import uuid

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SUMI = os.environ.get("SUMI", os.path.join(ROOT, "build/dev/sumi"))
PASSWORD = "sumi-demo-2026"


def one_time_code(secret, at=None):
    """RFC 6238, by hand: the second program beside the server's own."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int((at or time.time()) // 30)), hashlib.sha1).digest()
    offset = digest[-1] & 15
    return "%06d" % ((struct.unpack(">I", digest[offset : offset + 4])[0] & 0x7FFFFFFF) % 1000000)


def demo_secret(login):
    return base64.b32encode(hashlib.sha256(("sumi demo " + login).encode()).digest()[:20]).decode().rstrip("=")


class Server:
    """One store, which can be stopped, killed and started again."""

    def __init__(self, folder=None, config=None, demo=True):
        """`config`: the text of a configuration file. `demo` False: the store that stands in the folder is served as it is."""
        self.config, self.demo = config, demo
        self.folder = folder or tempfile.mkdtemp(prefix="sumi-api-")
        self.store = os.path.join(self.folder, "store")
        self.process = None
        self.port = None
        self.sessions = {}

    def start(self):
        words = ["--demo"] if self.demo else []
        if self.config is not None:
            words += ["--config", os.path.join(self.folder, "sumi.toml")]
            with open(words[-1], "w", encoding="utf-8") as file:
                file.write(self.config)
        self.first_code, self.port = None, None
        with open(os.path.join(self.folder, "server.log"), "ab") as log:
            self.process = subprocess.Popen([SUMI, "--store", self.store, "--language", "en", "serve", *words, "--port", "0"], stdout=subprocess.PIPE, stderr=log, cwd=ROOT)
        for raw in self.process.stdout:
            line = raw.decode()
            if line.startswith("listening: "):
                self.port = int(line.strip().rsplit(":", 1)[1])
            if line.startswith("the administrator's first code"):
                self.first_code = line.strip().rsplit(" ", 1)[1]
            if line.startswith("Ctrl-C stops it"):
                break
        if self.port is None:
            raise RuntimeError("the server did not start: " + open(os.path.join(self.folder, "server.log"), encoding="utf-8", errors="replace").read()[-2000:])
        # What else it prints must not fill the pipe.
        import threading

        threading.Thread(target=self.process.stdout.read, daemon=True).start()
        return self

    def stop(self):
        if self.process is None:
            return 0
        self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = self.process.wait()
        self.process = None
        return code

    def kill(self):
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process, self.port = None, None

    def close(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


class Client:
    """One person's requests, over one connection that is opened again where it was closed."""

    def __init__(self, server, timeout=20):
        self.server, self.timeout = server, timeout
        self.cookies, self.csrf, self.organisation, self.token = {}, None, None, None
        self.connection = None
        self.session = None

    def request(self, method, path, body=None, headers=None, raw=None):
        """(status, headers, bytes). `body` goes as JSON, `raw` as it is."""
        sent = {}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        if self.token:
            sent["Authorization"] = "Bearer " + self.token
        if self.csrf and method not in ("GET", "HEAD"):
            sent["Sumi-CSRF"] = self.csrf
        if self.organisation:
            sent["Sumi-Organisation"] = str(self.organisation)
        data = raw
        if body is not None:
            data = json.dumps(body).encode()
        if data is not None:
            sent["Content-Type"] = "application/json"
        sent.update(headers or {})
        for attempt in (1, 2):
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=self.timeout)
            try:
                self.connection.request(method, path, data, sent)
                response = self.connection.getresponse()
                content = response.read()
            except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError, http.client.CannotSendRequest):
                # A connection that the server closed after an earlier answer.
                self.connection.close()
                self.connection = None
                if attempt == 2:
                    raise
                continue
            break
        for name, value in response.getheaders():
            if name.lower() == "set-cookie":
                key, rest = value.split("=", 1)
                self.cookies[key] = rest.split(";", 1)[0]
        if response.will_close:
            self.connection.close()
            self.connection = None
        return response.status, dict((k.lower(), v) for k, v in response.getheaders()), content

    def get(self, path, **more):
        status, _, content = self.request("GET", path, **more)
        return status, json.loads(content) if content else None

    def post(self, path, body, headers=None):
        status, _, content = self.request("POST", path, body, headers)
        return status, json.loads(content) if content else None

    def sign_in(self, login, code=True):
        """A code is taken once, so whoever signs in again within its half minute takes the session that stands."""
        if login in self.server.sessions:
            self.cookies, self.csrf, self.session = (dict(x) if isinstance(x, dict) else x for x in self.server.sessions[login])
            return self
        body = {"login": login, "password": PASSWORD}
        if code:
            body["code"] = one_time_code(demo_secret(login))
        status, _, content = self.request("POST", "/api/v1/session", body)
        if status >= 300:
            raise RuntimeError(f"{login} cannot sign in: {status} {content[:400]!r}")
        status, session = self.get("/api/v1/session")
        self.csrf = session.get("csrf")
        self.session = session
        self.server.sessions[login] = (dict(self.cookies), self.csrf, session)
        return self

    def upload(self, path, raw, key=None, kind="text/csv"):
        status, _, content = self.request("POST", path, None, {"Content-Type": kind, "Idempotency-Key": key or str(uuid.uuid4())}, raw)
        return status, json.loads(content) if content else None

    def ended(self, job, seconds=120):
        """One's own work when it has ended, with what it gave."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            status, now = self.get("/api/v1/own/jobs/" + job["id"])
            if status != 200:
                raise RuntimeError(f"job {job['id']}: {status} {now}")
            if now["state"] in ("done", "failed"):
                return now
            time.sleep(0.05)
        raise RuntimeError(f"job {job['id']} does not end")

    def command(self, name, body, key=None):
        return self.post("/api/v1/commands/" + name, body, {"Idempotency-Key": key or str(uuid.uuid4())})
