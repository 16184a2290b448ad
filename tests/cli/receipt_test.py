"""Receipts from outside: what they show and what they keep, whose key signs, and that no changed byte passes."""

import base64
import os
import random
import re
import unittest

from program import LAST_ENTRY, TRANSFER_ENTRY, VERIFY, Case, copy_of_store, key, path, read, run, shared_store, sumi, write

SEED = int(os.environ.get("SUMI_SEED", "20261122"))
TRANSFER = str(TRANSFER_ENTRY)


def receipt(name, *words, entry=TRANSFER):
    answer = sumi("--store", shared_store(), "--signing-key", key(), "receipt", entry, "-o", name, *words)
    assert answer.code == 0, answer
    return name


def fingerprint(file):
    return sumi("--json", "keys", "show", file).json()["fingerprint"]


class Contents(Case):
    def test_a_public_receipt_keeps_the_partys_part(self):
        public, party = receipt("public.txt"), receipt("party.txt", "--party")
        for verify in (lambda *w: sumi("receipt", "verify", *w), lambda *w: run(VERIFY, "--language", "ja", *w)):
            of_public, of_party = self.done(verify(public)), self.done(verify(party))
            self.assertIn("3000", of_party.out.replace(",", ""))
            self.assertIn("価格", of_party.out)
            for word in ("3000", "価格", "移転元"):
                self.assertNotIn(word, of_public.out.replace(",", ""))
            self.assertIn("クレジットの移転", of_public.out)
        # Not only hidden: the bytes of the party's part are not in the file.
        part = re.search(r"(?m)^party (\S+)$", read(party).decode()).group(1)
        self.assertNotIn(b"\nparty ", read(public))
        self.assertNotIn(part.encode(), read(public))
        self.assertIn("3000", [v for v in re.findall(r"3000", str(sumi("--json", "receipt", "verify", party).json()))])
        self.assertEqual(sumi("--json", "receipt", "verify", public).json()["receipt_kind"], "public")

    def test_what_it_says_is_what_the_journal_says(self):
        for entry in ("1", "23", str(LAST_ENTRY - 15), str(TRANSFER_ENTRY - 1), TRANSFER, str(LAST_ENTRY - 1), str(LAST_ENTRY)):
            told = self.done(sumi("--json", "receipt", "verify", receipt("says.txt", entry=entry))).json()
            shown = sumi("--store", shared_store(), "--json", "journal", "show", "--from", entry, "--count", "1").json()[0]
            self.assertEqual((told["entry"], told["command"], told["time"], told["business_date"]), (entry, shown["command"], shown["time"], shown["business_date"]))
            status = sumi("--store", shared_store(), "--json", "status").json()
            self.assertEqual((told["root"], told["tree_size"], told["origin"]), (status["tree_root"], str(status["entries"]), status["origin"]))

    def test_both_programs_say_the_same(self):
        name = receipt("same.txt", "--party")
        self.assertEqual(sumi("--json", "receipt", "verify", name).json(), run(VERIFY, "--json", name).json())

    def test_a_demo_store_says_so(self):
        name = receipt("demo.txt")
        self.assertIn("デモ", sumi("receipt", "verify", name).out)
        self.assertIn("実在しません", run(VERIFY, "--language", "ja", name).out)

    def test_standard_output_is_the_receipt(self):
        answer = self.done(sumi("--store", shared_store(), "--signing-key", key(), "receipt", TRANSFER))
        self.done(run(VERIFY, write("from-stdout.txt", answer.out)))


class KeysOfReceipts(Case):
    def test_pinned(self):
        name = receipt("pinned.txt")
        public = sumi("--json", "keys", "show", key()).json()["public_key"]
        self.done(sumi("keys", "new", "stranger.key"))
        for pin in (fingerprint(key()), public):
            self.assertTrue(self.done(sumi("--json", "receipt", "verify", name, "--public-key", pin)).json()["pinned"])
            self.assertTrue(self.done(run(VERIFY, "--json", name, "--public-key", pin)).json()["pinned"])
        other = fingerprint("stranger.key")
        self.assertEqual(sumi("receipt", "verify", name, "--public-key", other).code, 3)
        self.assertEqual(run(VERIFY, name, "--public-key", other).code, 3)
        for nonsense in ("", "abc", "z" * 64):
            self.assertEqual(sumi("receipt", "verify", name, "--public-key", nonsense or "?").code, 2)
        self.assertFalse(sumi("--json", "receipt", "verify", name).json()["pinned"])

    def test_another_key_signs_no_receipt(self):
        self.done(sumi("keys", "new", "other.key"))
        answer = sumi("--store", shared_store(), "--signing-key", "other.key", "receipt", TRANSFER, "-o", "wrong.txt")
        self.refused(answer, 1, "service.log_key_wrong", "sumi init")
        self.assertFalse(os.path.exists(path("wrong.txt")))

    def test_entries_that_are_not(self):
        store = ("--store", shared_store(), "--signing-key", key())
        self.refused(sumi(*store, "receipt", str(LAST_ENTRY + 1)), 2, "service.entry_missing", str(LAST_ENTRY))
        self.refused(sumi(*store, "receipt"), 2, "cli.argument_missing", "entry")
        self.refused(sumi("--store", shared_store(), "receipt", "5"), 2, "cli.key_not_named")


class Changed(Case):
    def test_no_changed_byte_passes(self):
        """One position in every line, the ends of the file, and some at random: each refused by both programs, alike."""
        whole = read(receipt("whole.txt", "--party"))
        random_source = random.Random(SEED)
        positions = {0, len(whole) - 1, len(whole) - 2}
        start = 0
        for line in whole.split(b"\n")[:-1]:
            positions |= {start + len(line) // 2, start + len(line) - 1}
            start += len(line) + 1
        positions |= {random_source.randrange(len(whole)) for _ in range(20)}
        for at in sorted(positions):
            data = bytearray(whole)
            data[at] = ord("x") if data[at] != ord("x") else ord("y")
            name = write("changed.txt", bytes(data))
            ours, theirs = sumi("receipt", "verify", name), run(VERIFY, name)
            self.assertIn(ours.code, (2, 3), f"SUMI_SEED={SEED}, byte {at}: {ours}")
            self.assertEqual(theirs.code, ours.code, f"SUMI_SEED={SEED}, byte {at}: {theirs}")
            self.assertIn("changed.txt", ours.err)

    def test_one_bit_of_what_it_says_is_a_broken_proof(self):
        whole = read(receipt("bits.txt")).decode()
        body = re.search(r"(?m)^public (\S+)$", whole).group(1)
        data = bytearray(base64.b64decode(body))
        data[len(data) // 2] ^= 1
        write("bits.txt", whole.replace(body, base64.b64encode(bytes(data)).decode()))
        self.assertEqual(sumi("receipt", "verify", "bits.txt").code, 3)
        self.assertEqual(run(VERIFY, "bits.txt").code, 3)
        write("bits.txt", whole.replace(f"\nentry {TRANSFER}\n", f"\nentry {TRANSFER_ENTRY - 1}\n"))
        self.assertEqual(sumi("receipt", "verify", "bits.txt").code, 3)

    def test_cut_and_lengthened(self):
        whole = read(receipt("length.txt"))
        for data in (b"", whole[:20], whole[: len(whole) // 2], whole[:-1], whole + b"\n", whole + b"party AAAA\n", whole.replace(b"\n", b"\r\n"), whole * 2):
            name = write("length.txt", data)
            self.assertIn(sumi("receipt", "verify", name).code, (2, 3))
            self.assertIn(run(VERIFY, name).code, (2, 3))

    def test_a_receipt_outlives_later_entries(self):
        name = receipt("old.txt")
        store = copy_of_store("later")
        self.done(sumi("--store", store, "--as", "ogawa", "--for", "5", "do", "transfer 1 2 1"))
        self.done(sumi("receipt", "verify", name))
        self.done(sumi("--store", store, "--signing-key", key(), "receipt", TRANSFER, "-o", "newer.txt"))
        older, newer = (sumi("--json", "receipt", "verify", n).json() for n in (name, "newer.txt"))
        self.assertEqual(older["public"], newer["public"])
        self.assertNotEqual(older["root"], newer["root"])


if __name__ == "__main__":
    print("SUMI_SEED", SEED)
    unittest.main()
