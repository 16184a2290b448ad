"""Running the program, and the store that the tests share: the boiler's story, played once and copied for each test that harms it."""

import atexit
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import unittest

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
SUMI = os.path.abspath(os.environ.get("SUMI", os.path.join(ROOT, "build", "dev", "sumi")))
VERIFY = os.path.abspath(os.environ.get("SUMI_VERIFY", os.path.join(os.path.dirname(SUMI), "sumi-verify")))
RULEBOOK = os.path.join(ROOT, "rulebook")
BOILER = os.path.join(ROOT, "examples", "boiler")
# A new store adopts every pack, one entry each; the boiler's story adds 45 more.
PACKS = sum(len(os.listdir(os.path.join(RULEBOOK, kind))) for kind in ("packs", "methodology"))
LAST_ENTRY = PACKS + 45
TRANSFER_ENTRY = PACKS + 41  # 12 t at 3,000 yen each, account 1 to account 2

FOLDER = tempfile.mkdtemp(prefix="sumi-cli-")
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

# Nothing of the caller's surroundings: no HOME, no language, no store.
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "SUMI_RULEBOOK": RULEBOOK}


class Answer:
    def __init__(self, done):
        self.code = done.returncode
        self.out = done.stdout.decode("utf-8", "replace")
        self.err = done.stderr.decode("utf-8", "replace")
        self.words = " ".join(str(w) for w in done.args)

    def json(self):
        return json.loads(self.out)

    def __str__(self):
        return f"$ {self.words[:400]}\nexit code {self.code}\n{self.out[-1500:]}\n{self.err[-1500:]}"


def run(program, *words, cwd=FOLDER, env=None, **more):
    done = subprocess.run([program, *words], cwd=cwd, env=ENVIRONMENT if env is None else env, stdin=subprocess.DEVNULL,
                          stdout=more.pop("stdout", subprocess.PIPE), stderr=subprocess.PIPE, timeout=30, check=False, **more)
    if done.stdout is None:
        done.stdout = b""
    return Answer(done)


def sumi(*words, **more):
    return run(SUMI, *words, **more)


def path(*parts):
    return os.path.join(FOLDER, *parts)


def write(name, content):
    data = content if isinstance(content, bytes) else content.encode("utf-8")
    os.makedirs(os.path.dirname(path(name)), exist_ok=True)
    with open(path(name), "wb") as file:
        file.write(data)
    return path(name)


def read(name):
    with open(os.path.join(FOLDER, name), "rb") as file:
        return file.read()


def hashes(folder):
    """Name and SHA-256 of every file under a folder; the lock has no content that counts."""
    found = {}
    for place, _, names in os.walk(os.path.join(FOLDER, folder)):
        for name in names:
            file = os.path.join(place, name)
            with open(file, "rb") as opened:
                found[os.path.relpath(file, FOLDER)] = hashlib.sha256(opened.read()).hexdigest()
    return {name: value for name, value in found.items() if not name.endswith("/lock")}


_made = {}


def key(name="log.key"):
    if name not in _made:
        answer = sumi("keys", "new", path(name), "--name", "test.sumi.example.jp")
        assert answer.code == 0, answer
        _made[name] = path(name)
    return _made[name]


def shared_store():
    """The boiler's store: LAST_ENTRY entries, ends with a confirmed retirement. Read only."""
    if "store" not in _made:
        answer = sumi("--store", "shared", "--signing-key", key(), "init", "--operator", "事務局", "--time", "2024-04-01")
        assert answer.code == 0, answer
        answer = sumi("--store", "shared", "play", os.path.join(BOILER, "story.inc"))
        assert answer.code == 0, answer
        _made["store"] = "shared"
    return _made["store"]


def copy_of_store(name):
    shutil.copytree(path(shared_store()), path(name))
    return name


class Case(unittest.TestCase):
    maxDiff = None

    def refused(self, answer, code, *texts):
        """An expected refusal: its exit code, each text in its message, a remedy on a line of its own."""
        self.assertEqual(answer.code, code, answer)
        for text in texts:
            self.assertIn(text, answer.err, answer)
        self.assertNotIn("{", answer.err, answer)  # no placeholder stays unfilled
        self.assertNotIn("…", answer.err, answer)
        return answer

    def done(self, answer):
        self.assertEqual(answer.code, 0, answer)
        return answer

    def unchanged(self, folder):
        test = self

        class Watch:
            def __enter__(self):
                self.before = hashes(folder)

            def __exit__(self, kind, *_):
                if kind is None:
                    test.assertEqual(hashes(folder), self.before)

        return Watch()
