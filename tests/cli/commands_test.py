"""Every command: its help, its JSON, its exit codes, what it says of words that it does not know."""

import fcntl
import json
import os
import re
import unittest

from program import BOILER, ENVIRONMENT, RULEBOOK, Case, copy_of_store, key, path, read, shared_store, sumi, write

# The commands that the issue names, exactly so.
NAMED = ["init", "keys new", "receipt", "receipt verify", "check", "journal show", "journal replay", "holdings", "status", "organisations", "play", "rules check", "rules list",
         "rules show", "rules explain", "project new", "project check"]


def commands(words=()):
    """All commands, found by following the lists of subcommands in the help texts."""
    answer = sumi(*words, "--help")
    found = [(words, answer)]
    _, _, listed = answer.out.partition("Subcommands:\n")
    for line in listed.splitlines():
        if not line.startswith("  "):
            break
        match = re.match(r"  ([a-z]+) ", line)
        if match:
            found += commands((*words, match.group(1)))
    return found


class Help(Case):
    def test_every_command_has_help_with_an_example(self):
        found = commands()
        names = [" ".join(words) for words, _ in found]
        for name in NAMED:
            self.assertIn(name, names)
        self.assertGreater(len(names), 25)
        for words, answer in found:
            with self.subTest(command=words):
                self.done(answer)
                self.assertEqual(answer.err, "")
                example = answer.out.partition("Example")[2]
                self.assertIn("sumi ", example)
                if words:
                    self.assertIn(words[0], example)

    def test_options_of_the_issue(self):
        self.assertIn("--full", sumi("check", "--help").out)
        self.assertIn("--to", sumi("journal", "replay", "--help").out)
        for option in ("--on", "--as-known", "--adopted"):
            self.assertIn(option, sumi("rules", "show", "--help").out)
        self.assertIn("--on", sumi("project", "check", "--help").out)
        self.assertIn("--json", sumi("--help").out)

    def test_version(self):
        self.assertRegex(self.done(sumi("--version")).out, r"^sumi \d+\.\d+\.\d+\n$")


class Json(Case):
    def test_every_command_that_prints_results(self):
        store = ("--store", shared_store())
        signed = (*store, "--signing-key", key())
        plan, data = os.path.join(BOILER, "plan.toml"), os.path.join(BOILER, "data.csv")
        write("json.scn", 'store demo 2026-04-01T09:00\nsay "始め"\n')
        self.done(sumi(*signed, "receipt", "5", "-o", "json-receipt.txt"))
        copy = copy_of_store("json-store")
        for words in [
            ("--store", "json-made", "--signing-key", key(), "init", "--operator", "事務局"),
            ("keys", "new", "json.key"), ("keys", "show", "json.key"),
            ("--store", copy, "person", "add", "newcomer", "新人"), (*store, "person", "list"),
            (*store, "status"), (*store, "organisations"), (*store, "holdings"), (*store, "holdings", "--account", "1"), (*store, "check"), (*store, "check", "--full"),
            (*signed, "receipt", "5"), (*signed, "receipt", "5", "-o", "json-receipt.txt"), ("receipt", "verify", "json-receipt.txt"),
            (*store, "journal", "show"), (*store, "journal", "show", "--from", "1", "--count", "100"), (*store, "journal", "replay", "--to", "40"),
            ("--store", copy, "snapshot"), ("--store", copy, "do", "show organisation 1"), ("play", "json.scn"),
            ("rules", "check"), ("rules", "list"), ("rules", "show", "kerosene"), ("rules", "explain", "EN-S-001"), ("rules", "explain", "EN-S-031"),
            ("project", "new", "EN-S-001"), ("project", "new", "EN-S-006", "-o", "json-plan.toml"), ("project", "check", plan),
            ("project", "calculate", plan, data, "--period", "2024-08-01..2026-03-31"), (*store, "project", "list"),
        ]:
            with self.subTest(command=words):
                answer = self.done(sumi("--json", *words))
                self.assertIsInstance(answer.json(), (dict, list))
                self.assertEqual(answer.err, "")

    def test_json_of_a_template_is_the_template(self):
        self.assertEqual(sumi("--json", "project", "new", "EN-S-001").json()["plan"], sumi("project", "new", "EN-S-001").out)

    def test_refusals_are_json_too(self):
        answer = sumi("--json", "--store", shared_store(), "--signing-key", key(), "receipt", "999")
        self.assertEqual(answer.code, 2)
        self.assertEqual(answer.out, "")
        self.assertEqual(json.loads(answer.err)["error"], "service.entry_missing")
        answer = sumi("--json", "rules", "show", "shk-fuels/factors/kerosine")
        error = json.loads(answer.err)
        self.assertEqual(error["error"], "rulebook.key_unknown")
        self.assertIn("kerosene", error["remedy"])  # its placeholder filled
        self.assertEqual(json.loads(sumi("--json", "project", "chek").err)["error"], "cli.command_unknown")

    def test_english(self):
        answer = self.refused(sumi("--language", "en", "--store", "nowhere", "status"), 2, "there is no store at nowhere", "sumi init")
        self.assertTrue(answer.err.isascii(), answer)
        with_environment = run_with(SUMI_LANGUAGE="en")
        self.assertIn("no store at nowhere", with_environment.err)


def run_with(**variables):
    return sumi("--store", "nowhere", "status", env={**ENVIRONMENT, **variables})


class ExitCodes(Case):
    def test_each(self):
        store = shared_store()
        self.done(sumi("--store", store, "status"))
        self.refused(sumi("--store", store, "--as", "kato", "--for", "6", "do", "confirm 1"), 1, "registry.")
        self.refused(sumi("--store", store, "holdings", "--account", "99"), 1, "registry.account_unknown")
        self.refused(sumi("--store", "nowhere", "status"), 2, "store.store_missing", "sumi init")
        cut = copy_of_store("exit-cut")
        write("exit-cut/journal.db", read("exit-cut/journal.db")[:5000])
        self.refused(sumi("--store", cut, "status"), 3, "journal.db")
        held = copy_of_store("exit-locked")
        with open(path(held, "lock"), "w", encoding="ascii") as lock, self.unchanged(held):
            fcntl.flock(lock, fcntl.LOCK_EX)
            for words in (("status",), ("check",), ("do", "advance"), ("journal", "show")):
                self.refused(sumi("--store", held, *words), 4, "store.store_locked", held)
        self.done(sumi("--store", held, "status"))

    def test_unknown_words(self):
        self.refused(sumi("statu"), 2, "cli.command_unknown", "「statu」", "近いもの: status", "holdings")
        self.refused(sumi("rules", "shwo"), 2, "cli.command_unknown", "近いもの: show")
        self.refused(sumi("status", "--stroe", "x"), 2, "cli.option_unknown", "「--stroe」", "近いもの: --store")
        self.refused(sumi("--bogus"), 2, "cli.option_unknown", "sumi --help")
        self.refused(sumi(), 2, "cli.command_missing", "status")
        self.refused(sumi("journal"), 2, "cli.command_missing", "show", "replay")
        self.refused(sumi("rules", "show"), 2, "cli.argument_missing", "key", "例: sumi rules show")
        self.refused(sumi("project", "calculate", "a", "b"), 2, "cli.argument_missing", "--period")
        self.refused(sumi("keys", "new", "a", "b"), 2, "cli.argument_extra", "「b」")
        self.refused(sumi("--language", "fr", "status"), 2, "cli.argument_value", "fr", "ja,en")
        self.refused(sumi("--store", "x", "init", "--operator", "y", "--kind", "toy"), 2, "cli.argument_value", "toy", "production")

    def test_numbers(self):
        store = ("--store", shared_store())
        for words in (("holdings", "--account", "-1"), ("holdings", "--account", "99999999999999999999999"), ("holdings", "--account", "1.5"),
                      ("journal", "show", "--count", "0"), ("journal", "show", "--from", "abc"), ("journal", "replay", "--to", ""), ("receipt", "0"),
                      ("receipt", "x")):
            with self.subTest(command=words):
                self.refused(sumi(*store, *words), 2, "cli.number_syntax")
        self.assertEqual(sumi(*store, "--json", "holdings", "--account", "２").json(), sumi(*store, "--json", "holdings", "--account", "2").json())

    def test_days_name_their_option(self):
        plan = os.path.join(BOILER, "plan.toml")
        self.refused(sumi("project", "check", plan, "--on", "2026-13-01"), 2, "--on: ", "base.date_range")
        self.refused(sumi("rules", "show", "kerosene", "--as-known", "yesterday"), 2, "--as-known: ", "base.date_syntax")
        self.refused(sumi("--store", shared_store(), "rules", "show", "kerosene", "--adopted", "x"), 2, "--adopted: ", "base.date_syntax")
        self.refused(sumi("rules", "show", "kerosene", "--adopted", "2026-01-01"), 2, "cli.store_not_named")
        self.refused(sumi("project", "calculate", plan, os.path.join(BOILER, "data.csv"), "--period", "2026"), 2, "--period: ", "base.period_syntax")


class OddInput(Case):
    """No input ends the program by a signal, and none is told to be damage of a store."""

    def test_files(self):
        write("empty", b"")
        write("nul", b"a\0b\n")
        write("noise", bytes((i * 197 + i // 7) % 256 for i in range(5000)))
        os.makedirs(path("folder"), exist_ok=True)
        plan = os.path.join(BOILER, "plan.toml")
        for file in ("empty", "nul", "noise", "folder", "missing", "", "/dev/null", "x" * 300, "y" * 5000):
            for words in (("project", "check", file), ("project", "calculate", plan, file, "--period", "FY2025"),
                          ("project", "calculate", file, "empty", "--period", "FY2025"), ("receipt", "verify", file), ("keys", "show", file),
                          ("rules", "check", file or "missing"), ("--store", file or "missing", "status"), ("--rulebook", file or "missing", "rules", "list"),
                          ("--store", shared_store(), "--signing-key", file or "missing", "receipt", "5")):
                with self.subTest(command=[w[:40] for w in words]):
                    answer = sumi(*words)
                    self.assertEqual(answer.code, 2, answer)
                    self.assertRegex(answer.err, r"\([a-z]+\.[a-z_]+\)")
            if file not in ("empty", "/dev/null"):
                self.assertEqual(sumi("play", file).code, 2)

    def test_outputs(self):
        store = ("--store", shared_store(), "--signing-key", key())
        for output in ("folder-that-is-not/x", "x" * 300):
            self.refused(sumi("project", "new", "EN-S-001", "-o", output), 2, "base.file_unwritable")
            self.refused(sumi(*store, "receipt", "5", "-o", output), 2, "base.file_unwritable")
            self.refused(sumi("keys", "new", output), 2, "journal.key_file_unwritable")
        os.makedirs(path("out"), exist_ok=True)
        self.assertEqual(sumi(*store, "receipt", "5", "-o", "out").code, 2)
        with open("/dev/full", "wb") as full:
            answer = sumi("rules", "list", stdout=full)
        self.refused(answer, 2, "base.file_unwritable")

    def test_what_stands_is_not_written_over(self):
        store = ("--store", shared_store(), "--signing-key", key())
        write("mine.toml", "# mine\n")
        self.refused(sumi("project", "new", "EN-S-001", "-o", "mine.toml"), 2, "cli.file_stands", "mine.toml")
        self.refused(sumi(*store, "receipt", "5", "-o", "mine.toml"), 2, "cli.file_stands")
        self.refused(sumi(*store, "receipt", "5", "-o", key()), 2, "cli.file_stands")
        self.assertEqual(read("mine.toml"), b"# mine\n")
        self.done(sumi(*store, "receipt", "5", "-o", "again.txt"))
        self.done(sumi(*store, "receipt", "6", "-o", "again.txt"))  # a receipt replaces a receipt
        self.assertIn(b"\nentry 6\n", read("again.txt"))

    def test_relative_paths_and_other_folders(self):
        os.makedirs(path("deep/er"), exist_ok=True)
        self.done(sumi("--store", os.path.join("..", "..", shared_store()), "status", cwd=path("deep/er")))
        self.done(sumi("project", "check", os.path.relpath(os.path.join(BOILER, "plan.toml"), path("deep/er")), cwd=path("deep/er")))
        self.done(sumi("project", "calculate", "plan.toml", "data.csv", "--period", "2024-08-01..2026-03-31", cwd=BOILER))

    def test_surroundings(self):
        self.done(sumi("--rulebook", RULEBOOK, "rules", "check", env={}))
        answer = self.done(sumi("status", env={**ENVIRONMENT, "SUMI_STORE": shared_store()}))
        self.assertIn("事務局", answer.out)

    def test_columns_of_a_terminal(self):
        """Wide characters count two: every cell of a column begins in the same column of the terminal."""
        lines = self.done(sumi("--store", shared_store(), "holdings")).out.splitlines()
        rule = lines[1]
        starts = [m.start() for m in re.finditer(r"(?<!\S)-", rule)]
        for line in lines[:7]:
            cells = "".join(c if ord(c) < 0x1100 else c + "\0" for c in line)  # every wide character of these texts lies above
            for start in starts[1:]:
                self.assertEqual(cells[start - 1], " ", line)
                self.assertEqual(cells[start - 2], " ", line)


if __name__ == "__main__":
    unittest.main()
