#!/usr/bin/env python3
"""Runs fuzz targets on their kept seeds, some at a time.

    fuzz.py --build build/fuzz --seconds N [--source src/base/csv_fuzz.cc ...]     0 seconds: until it is interrupted or finds something

A target x_fuzz of src/<room>/ starts from src/<room>/fuzz_seeds/x_fuzz/ (never written to) and what earlier runs found, kept in
var/fuzz/x_fuzz/corpus/. A finding is kept in var/fuzz/x_fuzz/ with the command that replays it. In the target's source, a line
`// fuzz: max_len=65536` sets the longest input (4096 where there is none); fuzz_seeds/x_fuzz.dict is its dictionary.
"""

import argparse
import glob
import os
import re

import process

MAX_LENGTH = 4096
ONE_INPUT_SECONDS = 10
MEMORY_MB = 2560
# What a found leak or overflow is told with; a sanitizer that cannot run is an error, not a pass.
SANITIZERS = {"ASAN_OPTIONS": "detect_leaks=1:strict_string_checks=1:allow_addr2line=1",
              "UBSAN_OPTIONS": "print_stacktrace=1:halt_on_error=1:allow_addr2line=1"}


def targets_of(root):
    """Name -> source, by name."""
    return {os.path.basename(p)[:-3]: os.path.relpath(p, root) for p in sorted(glob.glob(os.path.join(root, "src/*/*_fuzz.cc")))}


def max_length_of(source):
    with open(source, encoding="utf-8") as file:
        match = re.search(r"^// fuzz: max_len=(\d+)\s*$", file.read(), re.MULTILINE)
    return int(match[1]) if match else MAX_LENGTH


def seeds_of(source):
    name = os.path.basename(source)[:-3]
    return os.path.join(os.path.dirname(source), "fuzz_seeds", name)


def run_of(source, build, seconds):
    name = os.path.basename(source)[:-3]
    home = os.path.join("var", "fuzz", name)
    corpus, seeds = os.path.join(home, "corpus"), seeds_of(source)
    os.makedirs(corpus, exist_ok=True)
    command = [os.path.join(build, name), f"-max_total_time={seconds}", f"-max_len={max_length_of(source)}", f"-timeout={ONE_INPUT_SECONDS}",
               f"-rss_limit_mb={MEMORY_MB}", f"-artifact_prefix={home}/", "-print_final_stats=1", corpus]
    if os.path.isdir(seeds):
        command.append(seeds)
    if os.path.exists(seeds + ".dict"):
        command.append(f"-dict={seeds}.dict")
    # libFuzzer ends by itself after the seconds; a corpus that takes longer to read, or a stuck input, is given its time.
    return process.Run(name, command, os.path.join(home, "log"), seconds + 300 if seconds else None, environment=SANITIZERS)


def statistics(log):
    executed = re.search(r"stat::number_of_executed_units:\s*(\d+)", log)
    coverage = re.findall(r"\bcov: (\d+)", log)
    corpus = re.findall(r"\bcorp: (\d+)", log)
    return f"{executed[1] if executed else '?'} inputs, coverage {coverage[-1] if coverage else '?'}, corpus {corpus[-1] if corpus else '?'}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default="build/fuzz")
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--source", nargs="*", default=[])
    options = parser.parse_args()
    process.end_on_signals()

    sources = options.source or list(targets_of(".").values())
    passed = failed = 0
    for outcome in process.run_all([run_of(s, options.build, options.seconds) for s in sources]):
        name, log = outcome.run.name, outcome.tail(4000)
        artifact = re.search(r"Test unit written to (\S+)", log)
        if outcome.code == 0:
            passed += 1
            process.say(f"  {name:<24} {outcome.seconds:>6.1f} s  {statistics(log)}")
            continue
        failed += 1
        process.say(f"  {name:<24} {outcome.seconds:>6.1f} s  FAILED: {outcome.why()}")
        process.say("\n".join("  | " + line for line in outcome.tail().splitlines()))
        if artifact:
            process.say(f"  the input is kept: {artifact[1]}")
            process.say(f"  replay it:         {os.path.join(options.build, name)} {artifact[1]}")
        else:
            process.say(f"  the whole log:     {outcome.run.log}")
    process.finish(passed, failed)


if __name__ == "__main__":
    main()
