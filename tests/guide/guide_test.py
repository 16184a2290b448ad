"""The guide for authors of methodology packs, followed block by block in an empty folder.

A block `sh` is run; `text` behind it must stand in what it printed; `toml file=` writes a file from its first block on; `diff file=` changes one line.
"""

import os
import re
import shlex
import shutil
import subprocess
import tempfile
import unittest
from fractions import Fraction

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
SUMI = os.path.abspath(os.environ.get("SUMI", os.path.join(ROOT, "build", "dev", "sumi")))
GUIDE = os.path.join(ROOT, "docs", "methodology-packs.md")


def blocks():
    with open(GUIDE, encoding="utf-8") as file:
        text = file.read()
    for match in re.finditer(r"^```(\w+)(?: file=(\S+))?\n(.*?)^```$", text, re.M | re.S):
        yield match.group(1), match.group(2), match.group(3), text.count("\n", 0, match.start()) + 1


class Guide(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="sumi-guide-")
        self.addCleanup(shutil.rmtree, self.folder)
        self.environment = {"PATH": "/usr/bin:/bin", "SUMI_RULEBOOK": os.path.join(ROOT, "rulebook"), "SUMI_LANGUAGE": "en"}

    def run_line(self, line):
        words = shlex.split(line)
        if words[0] == "sumi":
            words[0] = SUMI
        done = subprocess.run(words, cwd=self.folder, env=self.environment, capture_output=True, text=True, timeout=60, check=False)
        return done.stdout + done.stderr

    def test_every_block(self):
        written, printed, kinds = set(), "", []
        for kind, name, body, line in blocks():
            kinds.append(kind)
            with self.subTest(line=line):
                if kind == "sh":
                    printed = "".join(self.run_line(command) for command in body.splitlines())
                elif kind == "text":
                    said = " ".join(printed.split())
                    for wanted in body.splitlines():
                        self.assertIn(" ".join(wanted.split()), said)
                elif kind == "toml":
                    with open(os.path.join(self.folder, name), "a" if name in written else "w", encoding="utf-8") as file:
                        file.write(body + "\n")
                    written.add(name)
                elif kind == "diff":
                    old, new = re.fullmatch(r"-(.*)\n\+(.*)\n", body).groups()
                    with open(os.path.join(self.folder, name), encoding="utf-8") as file:
                        text = file.read()
                    self.assertEqual(text.count(old), 1)
                    with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
                        file.write(text.replace(old, new))
                else:
                    self.fail("a block that no reader could follow: " + kind)
        self.assertEqual([kinds.count(k) for k in ("sh", "text", "toml", "diff")], [7, 5, 5, 2])

    def test_its_example_by_fractions(self):
        factor, used = Fraction("0.000570"), Fraction(10000)
        baseline = used * 50 / 40
        self.assertEqual((baseline, baseline * factor, used * factor), (12500, Fraction("7.125"), Fraction("5.7")))


if __name__ == "__main__":
    unittest.main()
