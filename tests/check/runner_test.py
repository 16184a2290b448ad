"""Shows that the runners count what happened: a program that dies, hangs or leaves others behind, a result that lies, a cache that forgets."""

import json
import os
import subprocess
import sys
import tempfile
import time
import unittest

import check
import fuzz
import process
import tidy
import units

HERE = os.path.dirname(os.path.abspath(__file__))


def gtest_report(**tests):
    """name -> "ok", "fails" or "skipped"."""
    found = []
    for name, state in tests.items():
        test = {"name": name, "status": "RUN", "result": "SKIPPED" if state == "skipped" else "COMPLETED"}
        if state == "fails":
            test["failures"] = [{"failure": "x", "type": ""}]
        found.append(test)
    return {"testsuites": [{"name": "Suite", "testsuite": found}]}


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="sumi-runner-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name, text=None):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if text is not None:
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        return path

    def outcome(self, script, timeout=20):
        return process.run(process.Run("x", ["bash", "-c", script], self.path("log"), timeout))


class Programs(Folder):
    def judged(self, script, report=None):
        results = self.path("results.json")
        if report is not None:
            self.path("results.json", json.dumps(report))
        return units.judge_program(self.outcome(script), results)

    def test_all_pass(self):
        self.assertEqual(self.judged("exit 0", gtest_report(a="ok", b="ok")), (2, 0, ""))

    def test_failures_are_named(self):
        self.assertEqual(self.judged("exit 1", gtest_report(a="ok", b="fails")), (1, 1, "Suite.b"))

    def test_what_failed_is_told_and_nothing_else(self):
        passing, failing = "[ RUN      ] S.a\nfine\n[       OK ] S.a (0 ms)\n", "[ RUN      ] S.b\nwrong\n[  FAILED  ] S.b (0 ms)\n"
        self.assertEqual(units.told(self.outcome(f"printf '{passing}{failing}{passing}'; exit 1")), ["S.b", "wrong"])
        self.assertEqual(units.told(self.outcome("echo early; echo late; exit 3"), lines=1), ["late"])

    def test_a_skipped_test_is_no_pass(self):
        self.assertEqual(self.judged("exit 0", gtest_report(a="ok", b="skipped")), (1, 0, " (1 skipped)"))

    def test_dying_without_results_is_a_failure(self):
        self.assertEqual(self.judged("kill -SEGV $$"), (0, 1, "ended by signal SIGSEGV"))

    def test_dying_after_passing_tests_is_a_failure(self):
        self.assertEqual(self.judged("exit 9", gtest_report(a="ok")), (1, 1, "exit code 9 after its tests"))

    def test_cut_results_are_a_failure(self):
        self.path("results.json", '{"testsuites": [')
        self.assertEqual(units.judge_program(self.outcome("exit 0"), self.path("results.json"))[:2], (0, 1))

    def test_other_programs_count_by_their_exit_code(self):
        self.assertEqual(self.judged("exit 0"), (1, 0, ""))
        self.assertEqual(self.judged("exit 1"), (0, 1, "exit code 1"))

    def test_a_hanging_program_is_ended_with_what_it_started(self):
        begin = time.monotonic()
        outcome = self.outcome(f"sleep 61 & echo $! > {self.folder}/child; sleep 62", timeout=1)
        self.assertIsNone(outcome.code)
        self.assertLess(time.monotonic() - begin, 15)
        self.assertIn("without a result", outcome.why())
        self.assert_gone("child")

    def test_what_a_program_leaves_behind_is_ended(self):
        self.assertEqual(self.outcome(f"sleep 63 & echo $! > {self.folder}/child; exit 0").code, 0)
        self.assert_gone("child")

    def assert_gone(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            pid = int(file.read())
        for _ in range(50):
            try:
                with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
                    if file.read().rsplit(")", 1)[1].split()[0] == "Z":  # dead; nobody asked for its exit code
                        return
            except FileNotFoundError:
                return
            time.sleep(0.1)
        self.fail(f"process {pid} still runs")


class Scripts(Folder):
    def test_the_last_line_counts(self):
        self.assertEqual(units.judge_script(self.outcome("echo 9 passed, 9 failed; echo 3 passed, 0 failed")), (3, 0, ""))
        self.assertEqual(units.judge_script(self.outcome("echo 3 passed, 2 failed; exit 1")), (3, 2, ""))

    def test_no_last_line_is_a_failure(self):
        self.assertEqual(units.judge_script(self.outcome("echo fine"))[:2], (0, 1))
        self.assertEqual(units.judge_script(self.outcome("true"))[:2], (0, 1))

    def test_a_bad_exit_beside_good_counts_is_a_failure(self):
        self.assertEqual(units.judge_script(self.outcome("echo 3 passed, 0 failed; exit 4")), (3, 1, "exit code 4"))

    def test_the_program_runs_scripts_and_adds_up(self):
        for name, text in {"good": "echo 2 passed, 0 failed", "bad": "echo 1 passed, 1 failed; exit 1"}.items():
            os.chmod(self.path(f"tests/{name}/run", f"#!/bin/sh\n{text}\n"), 0o755)
        self.path("tests/other/run", "not executable")
        run = subprocess.run([sys.executable, os.path.join(HERE, "units.py"), "--scripts"], cwd=self.folder, capture_output=True, text=True)
        self.assertEqual(run.stdout.splitlines()[-1], "3 passed, 1 failed")
        self.assertEqual(run.returncode, 1)


class Tidy(Folder):
    def key(self, flags="-O1"):
        tree = check.Tree(self.folder)
        return tidy.key_of("src/base/a.cc", flags, tree, b"settings")

    def test_the_key_follows_what_the_unit_sees(self):
        self.path("src/base/a.cc", '#include "base/b.h"\n')
        self.path("src/base/b.h", '#include "base/c.h"\n')
        self.path("src/base/c.h", "int c;\n")
        self.path("src/base/d.h", "int d;\n")
        first = self.key()
        self.path("src/base/d.h", "int other;\n")
        self.assertEqual(self.key(), first)
        self.assertNotEqual(self.key("-O2"), first)
        self.path("src/base/c.h", "int other;\n")
        self.assertNotEqual(self.key(), first)


class Fuzz(Folder):
    def test_a_target_tells_its_longest_input_and_its_seeds(self):
        source = self.path("src/base/csv_fuzz.cc", "// A target.\n// fuzz: max_len=65536\n")
        self.assertEqual(fuzz.max_length_of(source), 65536)
        self.assertEqual(fuzz.max_length_of(self.path("src/base/b_fuzz.cc", "// none\n")), fuzz.MAX_LENGTH)
        self.assertEqual(fuzz.seeds_of("src/base/csv_fuzz.cc"), "src/base/fuzz_seeds/csv_fuzz")

    def test_a_finding_fails_and_tells_how_to_replay_it(self):
        source = self.path("src/base/x_fuzz.cc", "")
        script = 'for a; do case $a in -artifact_prefix=*) p=${a#*=} ;; esac; done; echo "Test unit written to ${p}crash-1"; exit 77'
        os.chmod(self.path("build/fuzz/x_fuzz", f"#!/bin/bash\n{script}\n"), 0o755)
        run = subprocess.run([sys.executable, os.path.join(HERE, "fuzz.py"), "--seconds", "1", "--source", os.path.relpath(source, self.folder)],
                             cwd=self.folder, capture_output=True, text=True)
        self.assertIn("build/fuzz/x_fuzz var/fuzz/x_fuzz/crash-1", run.stdout)
        self.assertEqual(run.stdout.splitlines()[-1], "0 passed, 1 failed")
        self.assertEqual(run.returncode, 1)


if __name__ == "__main__":
    unittest.main()
