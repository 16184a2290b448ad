"""Refusals of the program itself and of its files, each by its name, exit code and place."""

import os
import resource
import subprocess
import unittest

from program import BOILER, ENVIRONMENT, FOLDER, SUMI, Case, copy_of_store, path, read, sumi, write

from find_test import LINE, LIST


class Refusals(Case):
    def test_a_rulebook_that_is_not_there(self):
        answer = sumi("rules", "list", env=ENVIRONMENT | {"SUMI_RULEBOOK": path("no-rulebook")})
        self.refused(answer, 2, "cli.rulebook_missing", "no-rulebook", "--rulebook")

    def test_a_check_that_finds_something(self):
        store = copy_of_store("checked")
        folder = f"{store}/evidence/scheme"
        name = f"{folder}/{sorted(os.listdir(path(folder)))[0]}"
        write(name, read(name) + b" ")
        self.refused(sumi("--store", store, "check"), 3, "cli.checks_failed")

    def test_a_case_that_fails(self):
        write("fails.scn", 'organisation O1 "x"\nexpect organisation O1 corporate_number="1"\n')
        answer = sumi("play", "fails.scn")
        self.assertEqual(answer.code, 1, answer)  # the code of cli.case_failed; the report itself tells which case
        self.assertIn("scenario.differs", answer.out, answer)

    def test_a_plan_that_is_not_supported(self):
        # The boiler of the example expects less than 100 t a year.
        self.refused(sumi("project", "support", os.path.join(BOILER, "plan.toml"), "--body", "small_company"), 1, "cli.plan_not_supported")

    def test_a_search_without_a_day_or_with_a_torn_line(self):
        write("torn.csv", LIST + LINE + LINE.rpartition(",")[0] + "\n")
        self.done(sumi("project", "find", "--make-map", "torn.csv", "-o", "torn.toml"))
        self.refused(sumi("project", "find", "torn.csv", "--columns", "torn.toml"), 2, "project.find_no_application", "torn.toml", "--on")
        answer = sumi("--language", "en", "project", "find", "torn.csv", "--columns", "torn.toml", "--on", "2026-12-01")
        self.assertIn("torn.csv:3", answer.out + answer.err, answer)
        self.assertIn("project.find_row_columns", answer.out + answer.err, answer)

    def test_memory_that_ends(self):
        # Somewhere between what starts the program and what a plan needs, memory ends: it is told, and the program ends in order.
        told = 0
        for megabytes in range(16, 400, 8):
            done = subprocess.run([SUMI, "--language", "en", "project", "check", os.path.join(BOILER, "plan.toml")], cwd=FOLDER, env=ENVIRONMENT, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=30, check=False,
                                  preexec_fn=lambda size=megabytes << 20: resource.setrlimit(resource.RLIMIT_AS, (size, size)))
            if b"base.invariant_broken" in done.stderr:
                self.assertEqual(done.returncode, 3, done.stderr)
                told += 1
            elif done.returncode == 0:
                break
        self.assertGreater(told, 0)


if __name__ == "__main__":
    unittest.main()
