"""What sumi proves, read by a program that others wrote (verify.go), and by sumi-verify and a witness beside it."""

import base64
import fcntl
import os
import re
import shutil
import sys
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))

from program import VERIFY, Case, copy_of_store, key, path, read, run, shared_store, sumi, write  # noqa: E402

GO = os.environ["GO_VERIFY"]
PARTY_WORDS = (b"3000",)  # the price of the transfer in the story

_made = {}


def public_key():
    return sumi("--json", "keys", "show", key()).json()["public_key"]


def of_store(store, *words):
    answer = sumi("--store", store, "--signing-key", key(), *words)
    assert answer.code == 0, answer
    return answer


def grown_store():
    """The story, and 600 transfers of one tonne to and fro: more than two tiles full."""
    if "grown" not in _made:
        store = copy_of_store("grown")
        lines = "person ogawa kato\n" + "as ogawa for 5: transfer 1 2 1\nas kato for 6: transfer 2 1 1\n" * 300
        answer = sumi("--store", store, "play", write("grow.scn", lines), "--fast")
        assert answer.code == 0, answer
        _made["grown"] = store
    return _made["grown"]


def size_of(store):
    return sumi("--store", store, "--json", "status").json()["entries"]


def transfer():
    """The entry of the story's transfer: 12 t at 3,000 yen each."""
    if "transfer" not in _made:
        entries = sumi("--store", shared_store(), "--json", "journal", "show", "--from", "1", "--count", "999").json()
        _made["transfer"] = next(e["entry"] for e in entries if e["command"] == "Transfer")
    return _made["transfer"]


def go(*words, **more):
    return run(GO, *words, **more)


def witness_key():
    return key("witness.key")


def watching(name):
    """A witness's state file that knows the story's journal."""
    origin = sumi("--store", shared_store(), "--json", "status").json()["origin"]
    state = path(name)
    answer = sumi("witness", "trust", origin, public_key(), "--state", state)
    assert answer.code == 0, answer
    return state


def cosign(state, proof, *more):
    return sumi("--signing-key", witness_key(), "witness", "cosign", proof, "--state", state, *more)


class GoReads(Case):
    def setUp(self):
        self.size = size_of(shared_store())
        self.old = self.size - 30
        of_store(shared_store(), "journal", "checkpoint", "-o", "now.txt")
        of_store(shared_store(), "journal", "prove", str(transfer()), "-o", "entry.tlog-proof")
        of_store(shared_store(), "journal", "consistency", str(self.old), "-o", "consistency.txt")
        # The older checkpoint: what the journal showed when it had that many entries.
        text = of_store(shared_store(), "journal", "consistency", "0", str(self.old)).out
        write("old.txt", text.partition("\n\n")[2])

    def test_checkpoint_inclusion_consistency(self):
        told = self.done(go("checkpoint", public_key(), "now.txt")).out.split()
        status = sumi("--store", shared_store(), "--json", "status").json()
        self.assertEqual((told[0], told[1]), (status["origin"], str(status["entries"])))
        self.done(go("inclusion", public_key(), "entry.tlog-proof"))
        self.done(go("consistency", public_key(), "old.txt", "consistency.txt"))

    def test_every_changed_byte_is_refused(self):
        """Each byte in each of its bits, by the foreign program; the count of changes shows that it did so."""
        for words in (("checkpoint", public_key(), "now.txt"), ("inclusion", public_key(), "entry.tlog-proof"),
                      ("consistency", public_key(), "old.txt", "consistency.txt")):
            told = self.done(go("flips", *words)).out
            match = re.match(r"(\d+) bytes, (\d+) changes, (\d+) of them idle", told)
            self.assertEqual(int(match[1]), len(read(words[-1])))
            self.assertGreater(int(match[2]), 8 * int(match[1]))
            self.assertLessEqual(int(match[3]), 6, "the last character of one signature has two idle bits")

    def test_sumi_verify_says_the_same(self):
        pin = ("--public-key", public_key())
        self.assertIn("Verified", self.done(run(VERIFY, "now.txt", *pin, "--language", "en")).out)
        shown = self.done(run(VERIFY, "entry.tlog-proof", *pin, "--json")).json()
        self.assertEqual((shown["verified"], shown["entry"], shown["command"]), (True, str(transfer()), "Transfer"))
        told = self.done(run(VERIFY, "consistency.txt", "--old", "old.txt", *pin, "--json")).json()
        self.assertEqual((told["old_size"], told["tree_size"], told["store_kind"]), (str(self.old), str(self.size), "demo"))
        self.assertIn("DEMO", run(VERIFY, "consistency.txt", "--old", "old.txt", *pin, "--language", "en").out)

    def test_what_does_not_hold_ends_with_3(self):
        pin = ("--public-key", public_key())
        of_store(shared_store(), "journal", "consistency", "7", "-o", "from-seven.txt")
        self.refused(run(VERIFY, "from-seven.txt", "--old", "old.txt", *pin, "--language", "en"), 2, "journal.proof_size", "7")
        lines = read("consistency.txt").decode().split("\n")
        lines[1], lines[2] = lines[2], lines[1]
        write("swapped.txt", "\n".join(lines))
        self.refused(run(VERIFY, "swapped.txt", "--old", "old.txt", *pin, "--language", "en"), 3, "journal.proof_consistency")
        self.assertEqual(go("consistency", public_key(), "old.txt", "swapped.txt").code, 1)
        write("moved.tlog-proof", read("entry.tlog-proof").replace(b"\nindex %d\n" % (transfer() - 1), b"\nindex %d\n" % (transfer() - 2)))
        self.refused(run(VERIFY, "moved.tlog-proof", *pin, "--language", "en"), 3, "journal.proof_inclusion")
        self.assertEqual(go("inclusion", public_key(), "moved.tlog-proof").code, 1)
        write("grown.txt", read("now.txt").replace(b"\n%d\n" % self.size, b"\n%d\n" % (self.size + 1)))
        self.refused(run(VERIFY, "grown.txt", *pin, "--language", "en"), 3, "journal.checkpoint_signature")
        self.assertEqual(run(VERIFY, "now.txt").code, 2)  # whose key?
        self.assertEqual(run(VERIFY, "consistency.txt", *pin).code, 2)  # continues what?
        self.assertEqual(run(VERIFY, "now.txt", *pin, "--old", "old.txt").code, 2)

    def test_sizes_that_are_not(self):
        store = ("--store", shared_store(), "--signing-key", key())
        self.refused(sumi(*store, "journal", "consistency", "999"), 2, "journal.proof_range")
        self.refused(sumi(*store, "journal", "consistency", "5", "999"), 2, "journal.proof_range")
        self.refused(sumi(*store, "journal", "consistency", "x"), 2, "cli.number_syntax")
        self.refused(sumi(*store, "journal", "prove", "999"), 2, "service.entry_missing")


class Tiles(Case):
    def test_go_calculates_the_same_proofs_from_tiles_alone(self):
        store = copy_of_store("tiled")
        first = of_store(store, "--json", "journal", "tiles", path("tiles")).json()
        self.assertEqual(first["written"], 2)  # fewer than 256 entries: one partial tile, one partial bundle
        shutil.rmtree(path("tiled"))
        shutil.copytree(path(grown_store()), path("tiled"))
        second = of_store(store, "--json", "journal", "tiles", path("tiles")).json()
        size = second["entries"]
        # Two full tiles, a partial one, their bundles, and level 1 with two hashes.
        self.assertEqual(second["written"], 2 * (size // 256 + 1) + 1)
        self.assertEqual(of_store(store, "--json", "journal", "tiles", path("tiles")).json()["written"], 0)
        self.assertEqual(self.done(go("tiles", public_key(), path("tiles"))).out, f"{size} entries\n")
        for entry in ("1", "256", "257", "600", str(size)):
            proof = of_store(store, "journal", "prove", entry).out
            ours = proof.partition("\n\n")[0].split("\n")[3:]
            self.assertEqual(self.done(go("prove", public_key(), path("tiles"), str(int(entry) - 1))).out.split(), ours, entry)
        for old in ("1", "79", "256", "511", str(size)):
            ours = of_store(store, "journal", "consistency", old).out.partition("\n\n")[0].split("\n")[1:]
            self.assertEqual(self.done(go("prove-tree", public_key(), path("tiles"), old)).out.split(), ours, old)

    def test_nothing_of_a_partys_is_in_a_bundle(self):
        store = copy_of_store("public")
        of_store(store, "journal", "tiles", path("public-tiles"))
        party = of_store(store, "receipt", str(transfer()), "--party").out
        party_bytes = re.search(r"(?m)^party (\S+)$", party)[1]
        secret = base64.b64decode(party_bytes)
        found = b"".join(read(os.path.join(place, name)) for place, _, names in os.walk(path("public-tiles", "tile", "entries")) for name in names)
        self.assertNotIn(secret, found)
        for word in PARTY_WORDS:
            self.assertIn(word, secret)
        public = base64.b64decode(re.search(r"(?m)^public (\S+)$", party)[1])
        self.assertIn(public, found)

    def test_a_folder_of_another_journal_is_left_alone(self):
        of_store(shared_store(), "journal", "tiles", path("first"))
        self.done(sumi("--store", "other", "--signing-key", key(), "init", "--operator", "事務局", "--time", "2024-04-01"))
        before = {name: read(path("first", name)) for name in ("checkpoint",)}
        answer = sumi("--store", "other", "--signing-key", key(), "journal", "tiles", path("first"))
        self.refused(answer, 3, "journal.tiles_other")
        self.assertEqual({name: read(path("first", name)) for name in before}, before)
        tile = path("first", "tile", "0", "000.p", str(size_of(shared_store())))
        data = bytearray(read(tile))
        data[40] ^= 1
        write(tile, bytes(data))
        self.refused(of_nobody("first"), 3, "journal.tiles_other")
        os.remove(tile)
        self.refused(of_nobody("first"), 3, "journal.tile_damaged", "tile/0/000.p/")


def of_nobody(folder):
    return sumi("--store", shared_store(), "--signing-key", key(), "journal", "tiles", path(folder))


class Witness(Case):
    def test_a_witness_goes_on_and_go_reads_its_signature(self):
        state = watching("goes-on.state")
        of_store(shared_store(), "journal", "consistency", "0", "40", "-o", "zero.txt")
        of_store(shared_store(), "journal", "consistency", "40", "-o", "forty.txt")
        self.refused(cosign(state, "forty.txt"), 1, "journal.witness_old_size")
        self.done(cosign(state, "zero.txt"))
        before = int(time.time())
        self.assertIn("実演用", self.done(cosign(state, "forty.txt", "-o", "cosigned.txt")).out)
        witness = self.done(sumi("--signing-key", witness_key(), "witness", "key")).out.strip()
        told = self.done(go("cosigned", public_key(), witness, "cosigned.txt")).out.split()
        self.assertTrue(before <= int(told[3]) <= int(time.time()))
        self.done(go("flips", "cosigned", public_key(), witness, "cosigned.txt"))
        pin = ("--public-key", public_key())
        shown = self.done(run(VERIFY, "cosigned.txt", *pin, "--witness", witness, "--json")).json()
        self.assertEqual([w["name"] for w in shown["witnesses"]], ["test.sumi.example.jp"])
        of_store(shared_store(), "journal", "checkpoint", "-o", "alone.txt")
        self.refused(run(VERIFY, "alone.txt", *pin, "--witness", witness, "--language", "en"), 3, "journal.checkpoint_key")
        self.refused(cosign(state, "zero.txt"), 1, "journal.witness_smaller")
        listed = self.done(sumi("--json", "witness", "list", "--state", state)).json()
        self.assertEqual([(w["origin"].partition("/")[0], w["entries"]) for w in listed], [("sumi-demo", size_of(shared_store()))])
        self.assertIn("[実演用]", sumi("witness", "list", "--state", state).out)

    def test_any_tool_that_signs_notes_is_a_witness(self):
        of_store(shared_store(), "journal", "checkpoint", "-o", "unsigned.txt")
        signed = self.done(go("sign", "stranger.example", "unsigned.txt"))
        write("signed.txt", signed.out)
        witness, pin = signed.err.strip(), ("--public-key", public_key())
        self.assertIn("stranger.example", self.done(run(VERIFY, "signed.txt", *pin, "--witness", witness)).out)
        self.assertEqual(run(VERIFY, "unsigned.txt", *pin, "--witness", witness).code, 3)
        self.refused(run(VERIFY, "signed.txt", *pin, "--witness", "nobody", "--language", "en"), 2, "journal.witness_key")

    def test_a_fork_is_refused_named_and_kept(self):
        state = watching("fork.state")
        mine, theirs = copy_of_store("mine"), copy_of_store("theirs")
        for store, amount in ((mine, "1"), (theirs, "2")):
            self.done(sumi("--store", store, "--as", "ogawa", "--for", "5", "do", f"transfer 1 2 {amount}"))
            self.done(sumi("--store", store, "--as", "ogawa", "--for", "5", "do", "transfer 1 2 1"))
        of_store(mine, "journal", "consistency", "0", "-o", "mine.txt")
        self.done(cosign(state, "mine.txt"))
        kept = read(state)
        of_store(theirs, "journal", "consistency", "0", "-o", "theirs.txt")
        size = size_of(mine)
        answer = self.refused(cosign(state, "theirs.txt", "-o", "never.txt"), 3, "journal.witness_fork", f"{size}件")
        self.assertFalse(os.path.exists(path("never.txt")))
        self.assertEqual(read(state), kept)
        evidence = re.search(rf"\S+\.fork-{size}-[0-9a-f]{{16}}", answer.err)[0]
        text = read(evidence).decode()
        for name in ("mine.txt", "theirs.txt"):
            self.assertIn(read(name).decode().partition("\n\n")[2], text)
        shown = self.done(run(VERIFY, evidence, "--public-key", public_key(), "--json")).json()
        self.assertEqual((shown["fork_size"], shown["store_kind"]), (str(size), "demo"))
        self.assertNotEqual(shown["seen_root"], shown["other_root"])
        # Later, with a proof that holds by itself: the old tree in it is another.
        self.done(sumi("--store", theirs, "--as", "ogawa", "--for", "5", "do", "transfer 1 2 1"))
        of_store(theirs, "journal", "consistency", str(size), "-o", "later.txt")
        answer = self.refused(cosign(state, "later.txt"), 3, "journal.witness_fork", f"{size}件")
        evidence = re.search(rf"\S+\.fork-{size + 1}-[0-9a-f]{{16}}", answer.err)[0]
        self.done(run(VERIFY, evidence, "--public-key", public_key()))
        # What does not contradict is no evidence.
        text = read(evidence).decode()
        of_store(mine, "journal", "consistency", str(size), "-o", "same.txt")
        write("no.fork", text[:text.index("\nold ") + 1] + read("same.txt").decode())
        self.refused(run(VERIFY, "no.fork", "--public-key", public_key(), "--language", "en"), 3, "journal.fork_unproven")

    def test_a_witness_signs_for_whom_it_knows(self):
        state = watching("knows.state")
        self.done(sumi("--store", "training", "--signing-key", key(), "init", "--operator", "事務局", "--kind", "training", "--time", "2024-04-01"))
        of_store("training", "journal", "consistency", "0", "-o", "training.txt")
        self.refused(cosign(state, "training.txt"), 2, "journal.witness_origin", "sumi-training/")
        origin = sumi("--store", "training", "--json", "status").json()["origin"]
        self.assertIn("[研修用]", self.done(sumi("witness", "trust", origin, public_key(), "--state", state)).out)
        self.assertIn("研修用", self.done(cosign(state, "training.txt", "-o", "training-cosigned.txt")).out)
        self.assertIn("TRAINING", run(VERIFY, "training-cosigned.txt", "--public-key", public_key(), "--language", "en").out)
        self.done(sumi("keys", "new", "next.key", "--name", "test.sumi.example.jp"))
        next_key = sumi("--json", "keys", "show", "next.key").json()["public_key"]
        self.refused(sumi("witness", "trust", origin, next_key, "--state", state), 2, "journal.witness_known", "--replace")
        self.done(sumi("witness", "trust", origin, next_key, "--replace", "--state", state))
        self.refused(cosign(state, "training.txt"), 3, "journal.checkpoint_key")
        self.refused(sumi("witness", "trust", "hello", public_key(), "--state", state), 2, "cli.argument_value")
        write("broken.state", read(state)[:-9])
        self.assertEqual(cosign(path("broken.state"), "training.txt").code, 2)
        self.refused(cosign(path("none.state"), "training.txt"), 2, "none.state")
        write("title.state", "hello\n")
        self.refused(cosign(path("title.state"), "training.txt"), 3, "journal.witness_state")

    def test_a_restore_begins_an_epoch_that_the_witness_follows(self):
        state = watching("epoch.state")
        store, kept = copy_of_store("before"), size_of(shared_store())
        self.done(sumi("--store", store, "backup", path("backup")))
        self.done(sumi("--store", store, "--as", "ogawa", "--for", "5", "do", "transfer 1 2 1"))
        of_store(store, "journal", "consistency", "0", "-o", "seen.txt")
        of_store(store, "journal", "checkpoint", "-o", "published.txt")
        self.done(cosign(state, "seen.txt"))  # one entry more than the backup has
        self.done(sumi("restore", path("backup"), path("after"), "--abandon", "published.txt"))
        self.done(sumi("--store", "after", "--as", "ogawa", "--for", "5", "do", "transfer 1 2 2"))
        of_store("after", "journal", "consistency", str(kept + 1), "-o", "plain.txt")
        self.refused(cosign(state, "plain.txt"), 3, "journal.witness_fork")
        of_store("after", "journal", "consistency", str(kept), "-o", "from-kept.txt")
        of_store("after", "journal", "prove", str(kept + 1), "-o", "epoch.tlog-proof")
        of_store("after", "journal", "prove", str(kept + 2), "-o", "no-epoch.tlog-proof")
        self.refused(cosign(state, "from-kept.txt", "--epoch", "no-epoch.tlog-proof"), 3, "journal.witness_epoch")
        self.refused(cosign(state, "plain.txt", "--epoch", "epoch.tlog-proof"), 3, "journal.witness_epoch")
        self.done(go("inclusion", public_key(), "epoch.tlog-proof"))
        self.assertIn("復元", self.done(cosign(state, "from-kept.txt", "--epoch", "epoch.tlog-proof", "-o", "new-epoch.txt")).out)
        self.done(go("checkpoint", public_key(), "new-epoch.txt"))

    def test_two_at_once_do_not_both_sign(self):
        state = watching("locked.state")
        with open(state + ".lock", "w", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.assertEqual(cosign(state, "whatever.txt").code, 2)
            of_store(shared_store(), "journal", "consistency", "0", "-o", "locked.txt")
            self.refused(cosign(state, "locked.txt"), 4, "store.store_locked")


if __name__ == "__main__":
    unittest.main()
