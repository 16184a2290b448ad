"""Mails of the server over TLS: a small mail server with a certificate made on the spot, both ways of encryption. Its certificate is refused where nobody trusts it,
a mail waits while the mail server is gone, and the queue survives a restart. The times between tries are the program's own: one minute after the first."""

import email
import os
import re
import shutil
import socket
import ssl
import subprocess
import tempfile
import threading
import time
import unittest
from concurrent.futures import ThreadPoolExecutor

from server import Client, Server


def certificate(folder, name):
    """A certificate of 127.0.0.1 that signs itself, with its key: (certificate, key)."""
    paths = os.path.join(folder, name + ".pem"), os.path.join(folder, name + ".key")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext",
                    "subjectAltName=IP:127.0.0.1", "-out", paths[0], "-keyout", paths[1]], check=True, capture_output=True)
    return paths


class Smtp:
    """RFC 5321 as far as one mail needs it; `implicit`: TLS from the first byte (RFC 8314), else STARTTLS (RFC 3207), without which no mail is taken."""

    def __init__(self, pair, implicit, port=0):
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(*pair)
        self.implicit, self.mails, self.broken = implicit, [], 0
        self.socket = socket.create_server(("127.0.0.1", port))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.talk, args=(connection,), daemon=True).start()

    def talk(self, connection):
        try:
            connection.settimeout(20)
            if self.implicit:
                connection = self.context.wrap_socket(connection, server_side=True)
            self.session(connection)
        except (OSError, ValueError):
            self.broken += 1
        finally:
            connection.close()

    def session(self, connection):
        secure, reader = self.implicit, connection.makefile("rb")
        mail = {}

        def say(text):
            connection.sendall(text.encode() + b"\r\n")

        say("220 test")
        while True:
            line = reader.readline().decode().strip()
            word = line.upper().split(" ")[0]
            if word == "EHLO":
                say("250-test\r\n250-STARTTLS\r\n250 8BITMIME" if not secure else "250-test\r\n250 8BITMIME")
            elif word == "STARTTLS":
                say("220 go on")
                connection = self.context.wrap_socket(connection, server_side=True)
                secure, reader = True, connection.makefile("rb")
            elif word in ("MAIL", "RCPT", "DATA") and not secure:
                say("530 5.7.0 first STARTTLS")
            elif word in ("MAIL", "RCPT"):
                mail[word] = re.search(r"<(.*?)>", line)[1]
                say("250 ok")
            elif word == "DATA":
                say("354 go on")
                data = b""
                while not data.endswith(b"\r\n.\r\n"):
                    part = reader.readline()
                    if not part:
                        raise OSError("gone")
                    data += part
                self.mails.append((mail["MAIL"], mail["RCPT"], data.decode(), secure))
                say("250 ok")
            elif word == "QUIT":
                say("221 bye")
                return
            else:
                say("250 ok")

    def close(self):
        try:
            self.socket.shutdown(socket.SHUT_RDWR)  # wakes who waits in accept()
        except OSError:
            pass
        self.socket.close()


def links(mails):
    """Those with the link that was asked for; others (the day's digest) may come beside it."""
    return [m for m in mails if m[1] == "tanaka@example.jp" and b"/reset/" in email.message_from_string(m[2]).get_payload(decode=True)]


def wait_for(holds, seconds):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if holds():
            return True
        time.sleep(0.2)
    return False


def setUpModule():
    global base
    base = Server().start()
    client = Client(base).sign_in("tanaka")
    status, _, content = client.request("PUT", "/api/v1/account/contact", {"email": "tanaka@example.jp", "language": "en"})
    assert status == 204, content
    assert base.stop() == 0


def tearDownModule():
    base.close()


class MailOverTls(unittest.TestCase):
    def setUp(self):
        self.sessions = {}

    def folder(self):
        folder = tempfile.mkdtemp(prefix="sumi-mail-")
        self.addCleanup(shutil.rmtree, folder, True)
        return folder

    def server(self, folder, port, security, authority=""):
        one = Server(folder, demo=False)
        one.sessions = self.sessions.setdefault(folder, {})  # they outlive a restart
        if not os.path.exists(one.store):
            shutil.copytree(base.store, one.store)
            shutil.copy(base.store + ".key", one.store + ".key")
        one.config = (f'[store]\nfolder = "{one.store}"\nsigning_key = "{one.store}.key"\n[mail]\nenabled = true\nhost = "127.0.0.1"\nport = {port}\nsecurity = "{security}"\n'
                      f'authority = "{authority}"\nfrom = "sumi@example.jp"\nadministrator = "admin@example.jp"\n')
        self.addCleanup(one.stop)
        return one.start()

    def ask(self, server):
        status, answer = Client(server).post("/api/v1/account/password/forgotten", {"login": "tanaka"})
        self.assertEqual(status, 204, answer)

    def waiting(self, server):
        """The queue as the administrator sees it."""
        status, mails = Client(server).sign_in("admin").get("/api/v1/administration/mails")
        self.assertEqual(status, 200, mails)
        return [m for m in mails["waiting"] if m["address"] == "tanaka@example.jp"]

    def is_the_mail(self, mails):
        own = links(mails)
        self.assertEqual(len(own), 1, "once")
        sender, _, data, secure = own[0]
        self.assertEqual(sender, "sumi@example.jp")
        self.assertTrue(secure)
        self.assertIn("To: tanaka@example.jp", data)

    def test_both_ways(self):
        """At the same time, since most of it is waiting for the next try."""
        with ThreadPoolExecutor(2) as both:
            for done in [both.submit(self.starttls_untrusted_then_trusted_after_a_restart), both.submit(self.implicit_tls_while_the_mail_server_is_gone)]:
                done.result()

    def starttls_untrusted_then_trusted_after_a_restart(self):
        folder = self.folder()
        pair = certificate(folder, "own")
        smtp = Smtp(pair, implicit=False)
        self.addCleanup(smtp.close)
        # This machine trusts nobody who signed it.
        server = self.server(folder, smtp.port, "starttls")
        self.ask(server)
        self.assertTrue(wait_for(lambda: any(m["tries"] >= 1 for m in self.waiting(server)), 30), "it is tried, and waits")
        self.assertEqual(smtp.mails, [])
        self.assertEqual(server.stop(), 0)
        # The operator names its authority; the queue stood in the store meanwhile.
        server = self.server(folder, smtp.port, "starttls", pair[0])
        self.assertTrue(wait_for(lambda: links(smtp.mails), 90), "the next try, a minute after the first")
        self.is_the_mail(smtp.mails)
        self.assertTrue(wait_for(lambda: self.waiting(server) == [], 30))
        self.links_are_their_addressees_alone(server, smtp)

    def links_are_their_addressees_alone(self, server, smtp):
        """Who invites or resets could sign in as the other with the link: it is in the mail and not in the answer."""
        admin = Client(server).sign_in("admin")
        organisation = admin.get("/api/v1/organisations")[1]["items"][0]["organisation"]
        status, made = admin.post("/api/v1/people/invitations", {"email": "new@example.jp", "organisation": organisation, "roles": ["account_manager"]})
        self.assertEqual((status, made["token"]), (200, ""), made)
        tanaka = next(p for p in admin.get("/api/v1/people?text=tanaka")[1]["items"] if p["login"] == "tanaka")["person"]
        status, link = admin.post(f"/api/v1/people/{tanaka}/password-reset", None)
        self.assertEqual((status, link), (200, {"token": "", "mailed": True}))
        invited = lambda: [m for m in smtp.mails if m[1] == "new@example.jp" and b"/invitation/" in email.message_from_string(m[2]).get_payload(decode=True)]  # noqa: E731
        self.assertTrue(wait_for(lambda: len(invited()) == 1 and len(links(smtp.mails)) == 2, 60), smtp.mails)

    def implicit_tls_while_the_mail_server_is_gone(self):
        folder = self.folder()
        pair, other = certificate(folder, "own"), certificate(folder, "other")
        smtp = Smtp(pair, implicit=True)
        port = smtp.port
        smtp.close()
        server = self.server(folder, port, "tls", pair[0])
        self.ask(server)
        self.assertTrue(wait_for(lambda: any(m["tries"] >= 1 for m in self.waiting(server)), 30))
        smtp = Smtp(pair, implicit=True, port=port)
        self.addCleanup(smtp.close)
        self.assertTrue(wait_for(lambda: links(smtp.mails), 90))
        self.is_the_mail(smtp.mails)
        self.assertEqual(server.stop(), 0)
        # Another certificate of the same address is not the one that was named.
        impostor = Smtp(other, implicit=True)
        self.addCleanup(impostor.close)
        server = self.server(folder, impostor.port, "tls", pair[0])
        self.ask(server)
        self.assertTrue(wait_for(lambda: any(m["tries"] >= 1 for m in self.waiting(server)), 30))
        self.assertEqual(impostor.mails, [])


if __name__ == "__main__":
    unittest.main()
