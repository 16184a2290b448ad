"""What the reader finds in bundles of three stores: story.inc (a registry brought in, and all that its accounts do), the boiler's and the forest's."""

import datetime
import glob
import hashlib
import json
import os
import re
import shutil
import tarfile
import unittest

import ed25519
import program
import reader
from program import path, sumi

HERE = os.path.dirname(os.path.abspath(__file__))
GOLDEN = os.path.join(program.ROOT, "tests", "golden", "entries")
EPOCH = datetime.datetime(1970, 1, 1)
_made = {}


def story_store():
    """tests/reader/story.inc, played once."""
    if "story" not in _made:
        for words in (("init", "--operator", "J-クレジット制度事務局(試験)", "--time", "2026-04-01"), ("play", os.path.join(HERE, "story.inc"))):
            answer = sumi("--store", "story", "--signing-key", program.key(), *words)
            assert answer.code == 0, answer
        _made["story"] = "story"
    return _made["story"]


def export(store, name, *words):
    """The bundle of that name, written once."""
    if name not in _made:
        answer = sumi("--store", store, "--signing-key", program.key(), "--json", "journal", "export", path(name), *words)
        assert answer.code == 0, answer
        _made[name] = answer.json()
    return path(name)


def replay(folder, *words):
    answer = sumi("--json", "journal", "replay", folder, "--sections", *words)
    assert answer.code == 0, answer
    return answer.json()


def fingerprint():
    return re.search(r"[0-9a-f]{64}", sumi("--language", "en", "keys", "show", program.key()).out).group(0)


class WholeState(program.Case):
    """story.inc: everything that a registry's accounts do."""

    def test_auditor(self):
        folder = export(story_store(), "story-auditor", "--auditor")
        printed = replay(folder)
        found = reader.read(folder, fingerprint(), printed)
        self.assertEqual(found["state"]["not_replayed"], [])
        self.assertEqual(found["state"]["hash"], printed["state_hash"])
        self.assertEqual(found["state"]["compared"], len(printed["sections"]))
        # The store itself says the same: nothing of it is needed for the bundle.
        standing = sumi("--store", "story", "--json", "journal", "replay", "--sections").json()
        self.assertEqual(standing["state_hash"], printed["state_hash"])
        self.assertEqual(standing["sections"], printed["sections"])
        # By hand, from story.inc: 1,000 t and 300 t came in, and 425 t and 100 t of another programme; 20 t and 10 t were used up before; 40 t, 10 t and 3 t,
        # 25 t and 5 t since. Sealed: notes of two transfers, an offer, a return and a request; terms of a trust, what is offset, titles of certificates.
        self.assertEqual({k: v for k, v in found["totals"].items() if v},
                         {"opened": 1300, "imported": 525, "retired": 73, "retired_for_state": 25, "cancelled": 15, "held": 1712})
        self.assertEqual(found["sealed"], {"how": "included", "named": 8, "opened": 8, "closed": 0})

    def test_public(self):
        folder = export(story_store(), "story-public", "--public")
        found = reader.read(folder, fingerprint())
        self.assertEqual(found["totals"], reader.read(export(story_store(), "story-auditor", "--auditor"))["totals"])
        # All of it of the oldest vintage, which is used first: 20 + 40 + 10 + 3, 25, 10 + 5.
        self.assertEqual(found["batches"]["1"], {"issued": 0, "opened": 1000, "imported": 0, "retired": 73, "retired_for_state": 25, "cancelled": 15,
                                                 "expired": 0, "exported": 0, "held": 887, "first": 1, "last": 1000})
        answer = self.done(sumi("--json", "journal", "replay", folder)).json()
        self.assertEqual((answer["root"], answer["entries"]), (found["root"], found["entries"]))
        self.assertNotIn("state_hash", answer)
        # No byte of a party: neither names of persons, nor prices, nor sealed texts, nor a salt.
        data = b"".join(open(file, "rb").read() for file in glob.glob(os.path.join(folder, "**"), recursive=True) if os.path.isfile(file))
        auditor = reader.Bundle(export(story_store(), "story-auditor", "--auditor"))
        persons = {entry.actor for entry in auditor.entries()} - {bytes(16)}  # 16 zeros: the system itself
        self.assertEqual(len(persons), 6)  # admin and the five of story.inc
        for person in persons:
            self.assertNotIn(person, data)
        for value in auditor.sealed.values():
            self.assertNotIn(value, data)

    def test_withheld(self):
        folder = export(story_store(), "story-withheld", "--auditor", "--without-sealed")
        self.assertFalse(os.path.exists(os.path.join(folder, "sealed.bin")))
        found = reader.read(folder, None, replay(folder))
        self.assertEqual(found["sealed"], {"how": "withheld", "named": 8, "opened": 0, "closed": 8})
        self.assertEqual(found["state"]["hash"], replay(export(story_store(), "story-auditor", "--auditor"))["state_hash"])

    def test_decides_again(self):
        answer = replay(export(story_store(), "story-auditor", "--auditor"), "--decide")
        self.assertEqual(answer["decided_again"], answer["entries"])

    def test_same_bytes_twice(self):
        first = export(story_store(), "story-auditor", "--auditor")
        second = export(story_store(), "story-again", "--auditor")
        hashes = [sorted((os.path.relpath(f, folder), hashlib.sha256(open(f, "rb").read()).hexdigest())
                         for f in glob.glob(os.path.join(folder, "**"), recursive=True) if os.path.isfile(f)) for folder in (first, second)]
        self.assertEqual(*hashes)
        self.assertEqual(glob.glob(path("*.making*")), [])
        self.refused(sumi("--store", "story", "--signing-key", program.key(), "journal", "export", first, "--public"), 2, first)

    def test_another_key(self):
        folder = export(story_store(), "story-public", "--public")
        with self.assertRaisesRegex(reader.Refused, "manifest.json"):
            reader.read(folder, "00" * 32)
        self.refused(sumi("journal", "replay", folder, "--public-key", "00" * 32), 3, fingerprint())

    def test_command_line(self):
        folder = export(story_store(), "story-auditor", "--auditor")
        state = program.write("printed.json", json.dumps(replay(folder)))
        answer = self.done(program.run("/usr/bin/python3", os.path.join(HERE, "reader.py"), folder, "--state", state, "--public-key", fingerprint()))
        self.assertIn("byte for byte; so is the whole state", answer.out)
        self.assertIn("sealed values: 8 of 8", answer.out)


class FormerCommands(program.Case):
    """What was entered under a command that is only read any more: types 41 and 42, in the store that release 0.1.0 left."""

    def test_the_whole_state(self):
        stores = os.path.join(program.ROOT, "tests", "golden", "stores")
        with tarfile.open(os.path.join(stores, "v0.1.0", "boiler.tar.xz")) as archive:
            archive.extractall(path("former"))
        key = program.write("former.key", open(os.path.join(stores, "test-only.key"), encoding="utf-8").read())
        os.chmod(key, 0o600)
        folder = path("former-auditor")
        self.done(sumi("--store", "former/store", "--signing-key", key, "journal", "export", folder, "--auditor"))
        printed = replay(folder, "--decide")
        found = reader.read(folder, None, printed)
        kinds = [entry.name for entry in reader.Bundle(folder).entries()]
        self.assertEqual((kinds.count("RequestRetirement"), kinds.count("ConfirmRetirement")), (7, 4))
        self.assertEqual(found["state"]["not_replayed"], [])
        self.assertEqual(found["state"]["hash"], printed["state_hash"])


class Cases(program.Case):
    """Projects that were registered and certified in the store itself."""

    def test_boiler(self):
        """From draft to certification, issue and retirement: the whole state."""
        folder = export(program.shared_store(), "boiler-auditor", "--auditor")
        printed = replay(folder, "--decide")
        found = reader.read(folder, fingerprint(), printed)
        self.assertEqual(found["state"]["hash"], printed["state_hash"])
        # Issued: 7 t of FY2024 and 10 t of FY2025 (story.inc there).
        self.assertEqual((found["batches"]["1"]["issued"], found["batches"]["2"]["issued"]), (7, 10))
        self.assertEqual(reader.read(export(program.shared_store(), "boiler-public", "--public"))["totals"], found["totals"])

    def test_forest(self):
        """A forest's reversals and reports are not worked in Python, and it says so; every other table is compared."""
        for words in (("init", "--operator", "事務局", "--time", "2024-04-01"), ("play", os.path.join(program.ROOT, "examples", "forest", "story.inc"))):
            self.done(sumi("--store", "forest", "--signing-key", program.key(), *words))
        folder = export("forest", "forest-auditor", "--auditor")
        state = reader.read(folder, None, replay(folder))["state"]
        self.assertIsNone(state["hash"])
        self.assertTrue(all(name.startswith("cases.") for name in state["not_replayed"]), state["not_replayed"])
        self.assertIn("SetForestTerms", state["unknown"])
        self.assertTrue({"registry.blocks", "registry.retirements", "organisations", "keys"} <= set(state["sections"]))
        answer = program.run("/usr/bin/python3", os.path.join(HERE, "reader.py"), folder)
        self.assertIn("not replayed here", answer.out)
        self.assertIn("cases.permanence.forests", answer.out)


class Sealed(program.Case):
    def test_erased(self):
        """What is erased stays so: the bundle is whole without it."""
        store = "erasing"
        shutil.copytree(path(story_store()), path(store))
        before = reader.Bundle(export(story_store(), "story-auditor", "--auditor"))
        commitment = next(c for c, value in before.sealed.items() if value.decode() == "この一行は消される")
        program_answer = erase(store, commitment)
        self.assertEqual(program_answer.code, 0, program_answer)
        folder = export(store, "erased-auditor", "--auditor")
        found = reader.read(folder, None, replay(folder))
        self.assertEqual(found["sealed"], {"how": "included", "named": 8, "opened": 7, "closed": 1})
        self.assertNotIn("この一行は消される".encode(), open(os.path.join(folder, "sealed.bin"), "rb").read())


def erase(store, commitment):
    return sumi("--store", store, "do", f"as admin for 1: do EraseSealed commitment={commitment.hex()} ground=other")


class Altered(program.Case):
    """One changed byte in each file of a bundle: both programs refuse it and name the file."""

    def each_file(self, folder):
        for base, _, names in os.walk(folder):
            for name in sorted(names):
                yield os.path.relpath(os.path.join(base, name), folder)

    def check(self, source):
        copy = path("altered")
        for name in self.each_file(source):
            with open(os.path.join(source, name), "rb") as file:
                data = file.read()
            packs = name.startswith("packs/")
            for at in (len(data) // 2,) if packs else (0, len(data) // 2, len(data) - 1):
                with self.subTest(file=name, at=at):
                    shutil.rmtree(copy, ignore_errors=True)
                    shutil.copytree(source, copy)
                    with open(os.path.join(copy, name), "r+b") as file:
                        file.seek(at)
                        file.write(bytes([data[at] ^ 1]))
                    with self.assertRaises(reader.Refused) as caught:
                        reader.read(copy)
                    self.assertIn(name, str(caught.exception))
                    answer = sumi("journal", "replay", copy)
                    self.assertIn(answer.code, (2, 3), answer)
                    self.assertIn(name, answer.err)
                if packs:
                    break
            if not name.startswith("packs/") or name == min(n for n in self.each_file(source) if n.startswith("packs/")):
                with self.subTest(file=name, removed=True):
                    shutil.rmtree(copy, ignore_errors=True)
                    shutil.copytree(source, copy)
                    os.remove(os.path.join(copy, name))
                    with self.assertRaises(reader.Refused) as caught:
                        reader.read(copy)
                    self.assertIn(name, str(caught.exception))
                    answer = sumi("journal", "replay", copy)
                    self.assertEqual(answer.code, 3, answer)
                    self.assertIn(name, answer.err)

    def test_auditor(self):
        self.check(export(story_store(), "story-auditor", "--auditor"))

    def test_public(self):
        self.check(export(story_store(), "story-public", "--public"))

    def test_with_its_hashes(self):
        """Whoever changes an entry and writes the manifest anew still has no signature over the new root."""
        source, copy = export(story_store(), "story-public", "--public"), path("forged")
        shutil.copytree(source, copy)
        name = "entries/000000000001.bin"
        with open(os.path.join(copy, name), "r+b") as file:
            data = bytearray(file.read())
            data[-1] ^= 1  # of the last entry's commitment
            file.seek(0)
            file.write(data)
        manifest = json.load(open(os.path.join(copy, "manifest.json"), encoding="utf-8"))
        for entry in manifest["files"]:
            if entry["path"] == name:
                entry["sha256"] = hashlib.sha256(data).hexdigest()
        text = (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()
        for file, content in (("manifest.json", text), ("manifest.sha256", f"{hashlib.sha256(text).hexdigest()}  manifest.json\n".encode())):
            with open(os.path.join(copy, file), "wb") as out:
                out.write(content)
        with self.assertRaisesRegex(reader.Refused, "lead to the root"):
            reader.read(copy)
        answer = sumi("journal", "replay", copy)
        self.assertEqual(answer.code, 3, answer)
        self.assertIn(manifest["root"], answer.err)


class Conservation(unittest.TestCase):
    """The rules by themselves, on entries that no program of ours would write."""

    def test_twice(self):
        b = reader.Batches()
        b.come_in(1, 1, 101, "issued")
        b.use_up([{"batch": 1, "first": 10, "end": 20}], "retired")
        b.use_up([{"batch": 1, "first": 20, "end": 30}, {"batch": 1, "first": 1, "end": 10}], "cancelled")
        self.assertEqual(b.held(b.rows[1]), 71)
        for first, end in ((29, 31), (1, 2), (15, 16), (1, 101), (100, 102), (0, 1), (50, 50)):
            with self.assertRaises(reader.Refused):
                b.use_up([{"batch": 1, "first": first, "end": end}], "retired")
        with self.assertRaises(reader.Refused):
            b.use_up([{"batch": 2, "first": 1, "end": 2}], "retired")
        with self.assertRaises(reader.Refused):
            b.come_in(1, 200, 300, "issued")
        b.use_up([{"batch": 1, "first": 30, "end": 101}], "retired")
        self.assertEqual(b.held(b.rows[1]), 0)


class Ed25519(unittest.TestCase):
    """RFC 8032, section 7.1, TEST 1 to 3: public key, message, signature."""

    VECTORS = (
        ("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
         "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
        ("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
         "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
        ("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
         "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
    )

    def test_vectors(self):
        for key, message, signature in self.VECTORS:
            key, message, signature = bytes.fromhex(key), bytes.fromhex(message), bytes.fromhex(signature)
            self.assertTrue(ed25519.verify(key, message, signature))
            self.assertFalse(ed25519.verify(key, message + b"x", signature))
            for at in (0, 31, 32, 63):
                broken = bytearray(signature)
                broken[at] ^= 1
                self.assertFalse(ed25519.verify(key, message, bytes(broken)))


class Schema(program.Case):
    """schema.json against one stored entry of every type and version ever written (tests/golden/entries), whose fields its file tells in words."""

    @staticmethod
    def lines(kind, value, name):
        """The words of golden_test.cc: one line per value, with its path."""
        k = kind["kind"]
        if k == "struct":
            return [line for f in kind["fields"] for line in Schema.lines(f, value[f["name"]], f"{name}.{f['name']}")]
        if k == "vector":
            inner = [line for i, e in enumerate(value) for line in Schema.lines(kind["of"], e, f"{name}[{i}]")]
            return [f"{name} = {len(value)} elements", *inner]
        if k == "optional":
            return [f"{name} = {'given' if value is not None else 'absent'}"] + (Schema.lines(kind["of"], value, name) if value is not None else [])
        if k == "string":
            return [f'{name} = "{value}"']
        if k == "bool":
            return [f"{name} = {'true' if value else 'false'}"]
        if k in ("sealed", "bytes16", "bytes32"):
            return [f"{name} = {value.hex()}"]
        if k == "fiscal_year":
            return [f"{name} = FY{value}"]
        if k in ("date", "period"):
            return [f"{name} = " + "..".join((EPOCH + datetime.timedelta(days=d)).date().isoformat() for d in (value if k == "period" else (value,)))]
        if k == "instant":
            return [f"{name} = {(EPOCH + datetime.timedelta(milliseconds=value)).isoformat(timespec='milliseconds')}Z"]
        return [f"{name} = {value}"]

    def test_golden(self):
        with open(os.path.join(export(story_store(), "story-public", "--public"), "schema.json"), encoding="utf-8") as file:
            schema = json.load(file)
        types = {(t["type"], t["version"]): t for t in schema["types"]}
        seen = set()
        for name in sorted(os.listdir(GOLDEN)):
            number, version, word, _ = name.split(".")
            key = (int(number), int(version))
            with open(os.path.join(GOLDEN, name), encoding="utf-8") as file:
                text = file.read()
            with self.subTest(entry=name):
                described = types[key]
                self.assertEqual(described["name"], word)
                stored, expected = golden(text)
                c = reader.Cursor(stored)
                public, _, party = bytes(c.blob()), c.raw(16), bytes(c.blob())
                entry = reader.Entry(1, public, types)
                entry.read_party(party)
                self.assertEqual((entry.type, entry.version), key)
                found = [line for part, body in (("command", entry.command), ("outcome", entry.outcome)) for f in described[part]
                         for line in Schema.lines(f, body[f["name"]], ("open " if f["part"] == "public" else "party ") + f["name"])]
                self.assertEqual(found, expected)
                for part, mark in (("public", public), ("party", party)):
                    again = b"".join(reader.encode(f, body[f["name"]]) for fields, body in ((described["command"], entry.command), (described["outcome"], entry.outcome))
                                     for f in fields if f["part"] == part)
                    self.assertTrue(mark.endswith(again))
            seen.add(key)
        self.assertGreaterEqual(len(seen), 74)  # of the first two releases


def golden(text):
    """A golden file: its stored entry, and the lines that tell command and outcome."""
    head, _, fields = text.partition("\nfields\n")
    return bytes.fromhex("".join(head.split("\n")[2:])), [line for line in fields.partition("\ncommand\n")[2].splitlines() if line != "outcome"]
