"""Every refusal of the tree is raised and tried, room by room; and the check that says so bites."""

import os
import tempfile
import unittest

import refusals

TREE = refusals.Tree()
FOUND = refusals.findings(TREE)


class EveryRefusal(unittest.TestCase):
    def test_there_are_enough_scenarios(self):
        self.assertGreaterEqual(TREE.cases(), refusals.CASES_MIN)


def of_room(room):
    def test(self):
        self.assertEqual(FOUND[room], [], "python3 tests/check/refusals.py lists them all")

    return test


for one in sorted(FOUND):
    setattr(EveryRefusal, f"test_is_raised_and_tried_in_{one}", of_room(one))

LIST = 'namespace sumi::project::errors {\nconst ErrorDef same{"project", 1, "same", refused, "x", "x", "", "", ""};\n}\n'
DECIDE = "Result<NoOutcome> decide(const Cases&, const A& c) { if (c.a) return fail(errors::same); }\n"


class TheCheckBites(unittest.TestCase):
    def found(self, files, unwritable=None):
        with tempfile.TemporaryDirectory() as root:
            for path, text in files.items():
                os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
                with open(os.path.join(root, path), "w", encoding="utf-8") as f:
                    f.write(text)
            out = refusals.findings(refusals.Tree(root), unwritable or {})
            return [finding for room in out.values() for finding in room]

    def one(self, word, files, unwritable=None):
        found = self.found(files, unwritable)
        self.assertEqual(len(found), 1, found)
        self.assertIn(word, found[0])

    def test_what_nothing_raises(self):
        self.one("nothing raises it", {"src/project/errors.cc": LIST})
        # The same name of another room is another refusal.
        self.one("nothing raises it", {"src/project/errors.cc": LIST, "src/registry/a.cc": "return fail(registry::errors::same);\n"})

    def test_a_deciding_one_needs_a_scenario(self):
        files = {"src/project/errors.cc": LIST, "src/project/a.cc": DECIDE, "src/project/a_test.cc": '"same"'}
        self.one("no scenario is refused so", files)
        self.assertEqual(self.found(files | {"tests/scenarios/a.scn": "case a\n  do A -> refused project.same\n"}), [])

    def test_a_list_written_with_room(self):
        files = {"src/rulebook/errors.cc": 'const ErrorDef same{room, 1, "same", bad};\n', "src/rulebook/a.cc": "fail(errors::same)"}
        self.one("no test names it", files)
        self.assertEqual(self.found(files | {"tests/cli/a_test.py": "rulebook.same"}), [])

    def test_what_cannot_be_written_needs_a_c_test(self):
        files = {"src/project/errors.cc": LIST, "src/project/a.cc": DECIDE}
        why = {"project.same": "no word"}
        self.one("no C++ test names it", files | {"tests/cli/a_test.py": "same"}, why)
        self.assertEqual(self.found(files | {"src/project/a_test.cc": "errors::same"}, why), [])
        self.one("take it out", files | {"tests/scenarios/a.scn": "do A -> refused project.same\n"}, why)
        self.one("does not exist", {}, why)

    def test_a_shared_name_is_named_with_its_room(self):
        other = 'const ErrorDef same{"wire", 1, "same", bad};\n'
        files = {"src/project/errors.cc": LIST, "src/project/a.cc": "fail(errors::same)", "src/wire/errors.cc": other, "src/wire/a.cc": "fail(errors::same)",
                 "src/project/a_test.cc": "same"}
        self.one("wire.same (1): no test names it", files)
        self.assertEqual(self.found(files | {"tests/cli/a_test.py": "wire.same"}), [])

    def test_numbers_and_names_are_given_once(self):
        again = LIST + 'const ErrorDef other{"project", 1, "other", refused};\n'
        files = {"src/project/a.cc": "errors::same errors::other", "src/project/a_test.cc": "same other"}
        self.one("has its number", files | {"src/project/errors.cc": again})
        self.one("twice", files | {"src/project/errors.cc": LIST, "src/project/errors_more.cc": LIST.replace("1,", "2,"), "src/project/a_test.cc": "same"})

    def test_another_way_of_writing_is_told(self):
        self.one("is not written as", {"src/project/errors.cc": "const ErrorDef same{the_room, 1, name};\n"})
        self.one("is not written as", {"src/project/errors.cc": LIST.replace('"project"', '"registry"')})


if __name__ == "__main__":
    unittest.main()
