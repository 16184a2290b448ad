"""Backup and restore from outside: what comes back, what is refused, and who is busy."""

import fcntl
import os
import unittest

from program import Case, copy_of_store, hashes, key, path, read, sumi, write


class Backup(Case):
    def test_there_and_back(self):
        store = copy_of_store("backup-of")
        before = self.done(sumi("--json", "--store", store, "check", "--full")).json()
        with self.unchanged(store):
            made = self.done(sumi("--json", "--store", store, "backup", "backup-1")).json()
        self.assertEqual((made["entries"], made["tree_root"]), (before["entries"], before["tree_root"]))
        text = read("backup-1/backup.txt").decode()
        self.assertTrue(text.startswith("sumi backup 1\norigin sumi-demo/"), text[:80])
        with self.unchanged("backup-1"):
            back = self.done(sumi("--json", "restore", "backup-1", "restored-1")).json()
        self.assertEqual((back["tree_root"], back["state_hash"], back["dropped"]), (before["tree_root"], before["state_hash"], 0))
        after = self.done(sumi("--json", "--store", "restored-1", "check", "--full")).json()
        self.assertEqual(after, before)
        self.assertEqual(sumi("--store", "restored-1", "holdings").out, sumi("--store", store, "holdings").out)
        # No key: the log's key never lay in the store, and nothing that was put beside it is taken along.
        write(store + "/log.key", read(os.path.basename(key())))
        self.done(sumi("--store", store, "backup", "backup-2"))
        self.assertFalse(any("key" in name for name in hashes("backup-2")))

    def test_another_program_has_the_store_open(self):
        store = copy_of_store("backup-busy")
        with open(path(store, "lock"), "wb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.refused(sumi("--store", store, "backup", "backup-3"), 4, "store.store_locked")
        self.assertFalse(os.path.exists(path("backup-3")))
        self.assertFalse(os.path.exists(path("backup-3.part")))
        self.assertIn("busy", sumi("backup", "--help").out)
        self.done(sumi("--store", store, "backup", "backup-3"))

    def test_places_that_do_not_do(self):
        store = copy_of_store("backup-places")
        self.done(sumi("--store", store, "backup", "backup-4"))
        with self.unchanged("backup-4"), self.unchanged(store):
            self.refused(sumi("--store", store, "backup", "backup-4"), 2, "store.store_exists")
            self.refused(sumi("--store", store, "backup", store + "/inside"), 2, "service.backup_inside_store")
            self.refused(sumi("restore", "backup-4", store), 2, "store.store_exists")
            self.refused(sumi("restore", store, "restored-4"), 2, "service.backup_unreadable")
            self.refused(sumi("restore", "backup-4", "restored-4", "--until", "soon"), 2, "--until")
            self.refused(sumi("restore", "backup-4", "restored-4", "--until", "0"), 2, "cli.number_syntax")
            self.refused(sumi("restore", "backup-4", "restored-4", "--abandon", "nothing-there"), 2, "base.file_missing")
        self.assertFalse(os.path.exists(path("restored-4")))

    def test_until_an_entry(self):
        store = copy_of_store("backup-until")
        whole = self.done(sumi("--json", "--store", store, "status")).json()["entries"]
        self.done(sumi("--store", store, "backup", "backup-5"))
        last = str(whole - 1)
        self.refused(sumi("restore", "backup-5", "restored-5", "--until", last), 1, "service.restore_drops", "--abandon", "--never-published")
        self.done(sumi("restore", "backup-5", "restored-5", "--until", last, "--never-published"))
        self.assertEqual(self.done(sumi("--json", "--store", "restored-5", "check", "--full")).json()["entries"], whole - 1)
        # What was published is abandoned by name: the checkpoint of a receipt is one.
        self.done(sumi("--store", store, "--signing-key", key(), "receipt", str(whole), "-o", path("last.receipt")))
        lines = read("last.receipt").decode().split("\n")
        begin = next(i for i, line in enumerate(lines) if line.startswith("sumi-demo/"))
        end = next(i for i in range(begin, len(lines)) if lines[i].startswith("\u2014 "))
        write("published.checkpoint", "\n".join(lines[begin : end + 1]) + "\n")
        answer = self.done(sumi("--json", "restore", "backup-5", "restored-6", "--until", last, "--abandon", path("published.checkpoint"), "--ground", "clerical_error")).json()
        self.assertEqual((answer["epoch"], answer["entries"], answer["dropped"]), (2, whole, 1))
        shown = self.done(sumi("--json", "--store", "restored-6", "journal", "show", "--from", str(whole))).json()[0]
        self.assertEqual((shown["command"], shown["asked"]["abandoned_size"], shown["asked"]["ground"]), ("NewEpoch", whole, "clerical_error"))
        self.done(sumi("--store", "restored-6", "check", "--full"))

    def test_one_byte_of_the_backup(self):
        store = copy_of_store("backup-damaged")
        self.done(sumi("--store", store, "backup", "backup-7"))
        data = bytearray(read("backup-7/journal.db"))
        data[len(data) // 2] ^= 1
        write("backup-7/journal.db", bytes(data))
        self.refused(sumi("restore", "backup-7", "restored-7"), 3, "service.backup_altered", "journal.db")
        self.assertFalse(os.path.exists(path("restored-7")))
        self.assertFalse(os.path.exists(path("restored-7.part")))


if __name__ == "__main__":
    unittest.main()
