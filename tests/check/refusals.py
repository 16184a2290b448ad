"""Every refusal is raised somewhere, and tried somewhere.

A refusal that deciding gives (its name stands in a file of a deciding room that defines a decide) occurs in a scenario, "-> refused ROOM.NAME", unless
UNWRITABLE says why the language of the scenarios cannot write it; then a C++ test names it. Every other one, findings and remarks among them, is named by
some test, scenario or example. Numbers and names are given once in a room. `python3 tests/check/refusals.py` prints what is missing.
"""

import glob
import os
import re
import sys

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
DECIDING = ("project", "registry", "scheme")
CASES_MIN = 400

# What no scenario can be refused with, and why. Each must be named in a C++ test.
NO_WORD = "an enumerator that has no word: only bytes of another program could hold it"
IN_ORDER = "a period is written FIRST..LAST and is read only in that order"
OTHER_RULES = "scenarios are played under the rulebook of the tree, which has the value"
NO_EXPIRY = "scenarios are played under the rulebook of the tree, which names no expiry"
UNWRITABLE = {
    "project.type_unknown": NO_WORD,
    "project.change_kind_unknown": NO_WORD,
    "project.hold_kind_unknown": NO_WORD,
    "project.finding_kind_unknown": NO_WORD,
    "project.reversal_kind_unknown": NO_WORD,
    "project.member_change_unknown": NO_WORD,
    "project.match_decision_unknown": NO_WORD,
    "project.sample_purpose_unknown": NO_WORD,
    "registry.label_kind_unknown": NO_WORD,
    "registry.adjustment_status_unknown": NO_WORD,
    "registry.expiry_unknown": NO_EXPIRY,
    "registry.expiry_other_programme": NO_EXPIRY,
    "registry.expiry_not_yet": NO_EXPIRY,
    "registry.expiry_account_missing": NO_EXPIRY,
    "registry.restriction_kind_unknown": NO_WORD,
    "registry.use_missing": "a request of type 41, which is not taken in any more (tests/golden/stores holds one)",
    "scheme.role_unknown": NO_WORD,
    "scheme.store_kind_unknown": NO_WORD,
    "scheme.succession_kind_unknown": NO_WORD,
    "project.period_order": IN_ORDER,
    "project.member_period_order": IN_ORDER,
    "project.forest_rules_missing": OTHER_RULES,
    "project.rule_data_missing": OTHER_RULES,
    "project.text_too_long": "the scheme refuses such a text before its room is asked (scheme.text_too_long)",
    "project.sample_limit": "a sample of more than 8,000 members",
    "scheme.keys_exhausted": "16 million idempotency keys",
    "scheme.snapshot_unreadable": "a snapshot is read by a store that opens, not by a command",
}


class Tree:
    """What stands in the folder `root`: the lists of refusals, the code, the tests."""

    def __init__(self, root=ROOT):
        self.root = root
        sources = self.read("src/*/*.cc")
        self.lists = {p: t for p, t in sources.items() if re.search(r"/(\w+_)?errors(_\w+)?\.cc$", p)}
        self.cpp_tests = {p: t for p, t in sources.items() if re.search(r"_test\.cc$", p)} | self.read("tests/*/*.cc")
        spare = set(self.lists) | set(self.cpp_tests) | {p for p in sources if re.search(r"_(fuzz|bench)\.cc$", p)}
        self.code = {p: t for p, t in sources.items() if p not in spare}
        self.code |= {p: t for p, t in self.read("src/*/*.h").items() if not re.search(r"/(\w+_)?errors(_\w+)?\.h$", p)}
        self.scenarios = "\n".join((self.read("tests/scenarios/*") | self.read("examples/*/*.scn") | self.read("examples/*/*.inc")).values())
        other = self.read("tests/*/*.py") | self.read("src/*/testing.h")
        self.tests = self.cpp_tests | {p: t for p, t in other.items() if not p.startswith("tests/check/")}
        self.words = {p: set(re.findall(r"\w+", t)) for p, t in self.tests.items()}
        self.raises = {p: set(re.findall(r"((?:\w+::)?errors)::(\w+)", t)) for p, t in self.code.items()}

    def read(self, pattern):
        found = {}
        for path in sorted(glob.glob(os.path.join(self.root, pattern))):
            with open(path, encoding="utf-8") as f:
                found[os.path.relpath(path, self.root).replace(os.sep, "/")] = f.read()
        return found

    def cases(self):
        return len(re.findall(r"^case ", self.scenarios, re.M))

    def refusals(self):
        """(room, number, name) of every ErrorDef; a definition that is written otherwise is told as (file, None, name)."""
        found = []
        for path, text in self.lists.items():
            folder = path.split("/")[1]
            for m in re.finditer(r'\bErrorDef\s+(\w+)\s*\{\s*("(\w+)"|room),\s*(\d+),\s*"(\w+)"|\bErrorDef\s+(\w+)\s*\{', text):
                if m[6] or m[1] != m[5] or (m[3] or folder) != folder:
                    found.append((path, None, m[6] or m[1]))
                else:
                    found.append((folder, int(m[4]), m[5]))
        return found

    def raised_in(self, room, name, rooms):
        """The files that raise it. errors::NAME means the file's own room where that has the name, and base otherwise."""
        found = []
        for path, raises in self.raises.items():
            own = path.split("/")[1]
            for scope, which in raises:
                if which != name:
                    continue
                meant = scope[: -len("::errors")] if "::" in scope else own if own in rooms else "base"
                if meant == "sumi":
                    meant = "base"
                if meant == room:
                    found.append(path)
        return found

    def named(self, room, name, shared, tests):
        """Whether a test names it; where several rooms have the name, as of this room or in a test of this room."""
        if not shared:
            return any(name in self.words[p] for p in tests)
        of_room = re.compile(r"\b" + room + r"(\.|::errors::)" + name + r"\b")
        return any(name in self.words[p] and (p.startswith(f"src/{room}/") or of_room.search(tests[p])) for p in tests)


def findings(tree, unwritable=None):
    """{room: [finding]}; every room that has refusals is there."""
    unwritable = UNWRITABLE if unwritable is None else unwritable
    listed = tree.refusals()
    rooms = {}
    for room, _, name in listed:
        rooms.setdefault(name, set()).add(room)
    out = {room: [] for room, number, _ in listed if number is not None}
    refused = set(re.findall(r"refused\s+(\w+\.\w+)", tree.scenarios))
    numbers, names = {}, set()
    for room, number, name in listed:
        if number is None:
            out.setdefault(room.split("/")[1], []).append(f"{room}: {name} is not written as ErrorDef NAME{{ROOM, NUMBER, \"NAME\"")
            continue
        qualified = f"{room}.{name}"
        tell = lambda what: out[room].append(f"{qualified} ({number}): {what}")
        if (room, number) in numbers:
            tell(f"{numbers[room, number]} has its number")
        if qualified in names:
            tell("its name is there twice")
        numbers[room, number] = name
        names.add(qualified)
        raised = tree.raised_in(room, name, rooms[name])
        if not raised:
            tell("nothing raises it")
            continue
        shared = len(rooms[name]) > 1
        decides = room in DECIDING and any(p.split("/")[1] in DECIDING and re.search(r"\bdecide(_here)?\(", tree.code[p]) for p in raised)
        if qualified in refused:
            if qualified in unwritable:
                tell("a scenario is refused so; take it out of UNWRITABLE")
        elif qualified in unwritable:
            if not tree.named(room, name, shared, tree.cpp_tests):
                tell(f"no C++ test names it, and no scenario can ({unwritable[qualified]})")
        elif decides:
            tell("no scenario is refused so")
        elif not tree.named(room, name, shared, tree.tests):
            tell("no test names it")
    for qualified in unwritable:
        if qualified not in names:
            out.setdefault(qualified.split(".")[0], []).append(f"{qualified}: UNWRITABLE names it, but it does not exist")
    return out


def main():
    tree = Tree()
    out = findings(tree)
    bad = [finding for room in sorted(out) for finding in out[room]]
    if tree.cases() < CASES_MIN:
        bad.append(f"{tree.cases()} scenario cases, fewer than {CASES_MIN}")
    for qualified, why in sorted(UNWRITABLE.items()):
        print(f"in C++ only: {qualified}: {why}")
    for finding in bad:
        print(finding)
    print(f"{len(tree.refusals())} refusals and findings, {tree.cases()} scenario cases, {len(bad)} findings")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
