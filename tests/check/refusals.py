"""Every refusal is raised somewhere, and tried somewhere.

A refusal that deciding gives (its name stands in a file of a deciding room that defines a decide) occurs in a scenario, "-> refused ROOM.NAME"; every
other one occurs in some test, scenario or example by its name. Findings and remarks, which refuse nothing, occur in a test too.
"""

import glob
import os
import re
import sys

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
DECIDING = ("project", "registry", "scheme")


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def listed():
    """(room, number, name) of every ErrorDef of the tree."""
    found = []
    for path in sorted(glob.glob(os.path.join(ROOT, "src", "*", "*.cc"))):
        for m in re.finditer(r'ErrorDef\s+(\w+)\s*\{\s*"(\w+)",\s*(\d+),\s*"(\w+)"', read(path)):
            found.append((m[2], int(m[3]), m[4]))
    return found


def main():
    errors = listed()
    sources = {p: read(p) for p in glob.glob(os.path.join(ROOT, "src", "*", "*.cc"))}
    tests = {p: t for p, t in sources.items() if re.search(r"_(test|fuzz|bench)\.cc$", p)}
    code = {p: t for p, t in sources.items() if p not in tests and not os.path.basename(p).startswith("errors") and not p.endswith("_errors.cc")}
    headers = "\n".join(read(p) for p in glob.glob(os.path.join(ROOT, "src", "*", "*.h")) if not os.path.basename(p).startswith("errors"))
    scenarios = "\n".join(read(p) for p in glob.glob(os.path.join(ROOT, "tests", "scenarios", "*")) + glob.glob(os.path.join(ROOT, "examples", "*", "*.scn")) + glob.glob(os.path.join(ROOT, "examples", "*", "*.inc")))
    other = "\n".join(tests.values()) + scenarios + "\n".join(read(p) for p in glob.glob(os.path.join(ROOT, "tests", "*", "*.py")) + glob.glob(os.path.join(ROOT, "src", "*", "*.py")) + glob.glob(os.path.join(ROOT, "tests", "*", "*.cc")) + glob.glob(os.path.join(ROOT, "src", "*", "testing.h")))
    cases = len(re.findall(r"^case ", scenarios, re.M))
    findings = []
    numbers = {}
    for room, number, name in errors:
        if (room, number) in numbers:
            findings.append(f"{room} {number}: both {numbers[room, number]} and {name}")
        numbers[room, number] = name
        raised = [p for p, t in code.items() if re.search(r"errors::" + name + r"\b", t)] + (["header"] if re.search(r"errors::" + name + r"\b", headers) else [])
        if not raised:
            findings.append(f"{room}.{name} ({number}): nothing raises it")
            continue
        decides = room in DECIDING and any(os.sep + r + os.sep in p and re.search(r"\bdecide(_here)?\(", code.get(p, "")) for p in raised for r in DECIDING)
        in_scenario = re.search(r"refused\s+" + room + r"\." + name + r"\b", scenarios)
        if decides and not in_scenario:
            findings.append(f"{room}.{name} ({number}): no scenario is refused so")
        elif not decides and not in_scenario and not re.search(r"\b" + name + r"\b", other):
            findings.append(f"{room}.{name} ({number}): no test names it")
    if cases < 400:
        findings.append(f"{cases} scenario cases, fewer than 400")
    for finding in findings:
        print(finding)
    print(f"{len(errors)} refusals and findings, {cases} scenario cases")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
