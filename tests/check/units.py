#!/usr/bin/env python3
"""Runs test programs side by side and counts their tests from the results they write, never from what they print.

    units.py --build build/dev [--only NAME ...]     the programs that CMake registered as tests
    units.py --scripts [--only NAME ...]             every executable tests/*/run, whose last line is "N passed, N failed"

Prints a line per program, the failures of each, and "N passed, N failed".
"""

import argparse
import glob
import json
import os
import re
import subprocess

import process

LAST_LINE = re.compile(r"^(\d+) passed, (\d+) failed$")


def registered_programs(build):
    """Name -> command, out of ctest's own list: a program that is no longer built is not in it."""
    listing = subprocess.run(["ctest", "--test-dir", build, "--show-only=json-v1"], capture_output=True, text=True, check=True).stdout
    return {test["name"]: test["command"] for test in json.loads(listing)["tests"] if "command" in test}


def gtest_counts(results):
    """(passed, [failed names], skipped) of a GoogleTest result file."""
    with open(results, encoding="utf-8") as file:
        report = json.load(file)
    passed, failed, skipped = 0, [], 0
    for suite in report["testsuites"]:
        for test in suite["testsuite"]:
            if test.get("failures"):
                failed.append(f"{suite['name']}.{test['name']}")
            elif test.get("result") == "SKIPPED":
                skipped += 1
            elif test.get("status") == "RUN":
                passed += 1
    return passed, failed, skipped


def judge_program(outcome, results):
    """(passed, failed, remark) of a program; one that dies counts as a failure beside what it had written."""
    if not os.path.exists(results):
        return (1, 0, "") if outcome.code == 0 else (0, 1, outcome.why())
    try:
        passed, failed, skipped = gtest_counts(results)
    except (ValueError, KeyError):
        return 0, 1, f"its results cannot be read; {outcome.why()}"
    remark = ", ".join(failed[:5]) + (" ..." if len(failed) > 5 else "")
    if skipped:
        remark += f" ({skipped} skipped)"
    if outcome.code != 0 and not failed:
        return passed, 1, f"{outcome.why()} after its tests"
    return passed, len(failed), remark


def told(outcome, lines=60):
    """What is worth reading of a failed program: what its failed tests printed, else the end of it all."""
    whole = outcome.tail(10**6)
    blocks = re.findall(r"^\[ RUN      \] (\S+)\n(.*?)^\[  (?:FAILED  |     OK )\] \1\b", whole, re.MULTILINE | re.DOTALL)
    failed = [f"{name}\n{text}" for name, text in blocks if f"[  FAILED  ] {name}" in whole]
    text = "\n".join(failed) if failed and outcome.code == 1 else whole
    found = text.splitlines()
    if len(found) <= lines:
        return found
    return found[:lines] + [f"... {len(found) - lines} more lines"] if failed and outcome.code == 1 else found[-lines:]


def judge_script(outcome):
    lines = outcome.tail(1)
    match = LAST_LINE.match(lines)
    if not match:
        return 0, 1, f"its last line is not 'N passed, N failed'; {outcome.why()}"
    passed, failed = int(match[1]), int(match[2])
    if outcome.code != 0 and failed == 0:
        return passed, 1, outcome.why()
    return passed, failed, ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build")
    parser.add_argument("--scripts", action="store_true")
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--timeout", type=float, default=900)
    parser.add_argument("--at-once", type=int, default=process.CORES)
    options = parser.parse_args()
    process.end_on_signals()

    logs = os.path.join("var", "test", "scripts" if options.scripts else "units")
    os.makedirs(logs, exist_ok=True)
    runs, results = [], {}
    if options.scripts:
        for script in sorted(glob.glob("tests/*/run")):
            name = script.split("/")[1]
            if os.access(script, os.X_OK):
                runs.append(process.Run(name, [os.path.join(".", script)], os.path.join(logs, name + ".log"), options.timeout))
    else:
        for name, command in registered_programs(options.build).items():
            results[name] = os.path.abspath(os.path.join(logs, name + ".json"))
            if os.path.exists(results[name]):
                os.remove(results[name])
            runs.append(process.Run(name, command, os.path.join(logs, name + ".log"), options.timeout,
                                    environment={"GTEST_OUTPUT": "json:" + results[name]}))
    if options.only:
        runs = [r for r in runs if r.name in options.only]

    passed = failed = 0
    for outcome in process.run_all(runs, options.at_once):
        name = outcome.run.name
        good, bad, remark = judge_script(outcome) if options.scripts else judge_program(outcome, results[name])
        passed, failed = passed + good, failed + bad
        process.say(f"  {name:<20} {good:>6} passed {bad:>4} failed {outcome.seconds:>8.1f} s  {remark}".rstrip())
        if bad:
            process.say(f"  --- {name}: out of {outcome.run.log}")
            process.say("\n".join("  | " + line for line in told(outcome)))
    process.finish(passed, failed)


if __name__ == "__main__":
    main()
