#!/usr/bin/env python3
"""clang-tidy over the units of a build tree, with the passes remembered by content.

    tidy.py --build build/dev [--list]

A unit's key is the hash of clang-tidy's version, .clang-tidy, the unit's flags, and the text of the unit and of every header of the tree that
it reaches. A unit whose key has passed before, in this clone or in another, is not looked at again. The passes lie in the user's cache folder.
"""

import argparse
import hashlib
import json
import os
import re
import subprocess
import time

import check
import process

CLANG_TIDY = "clang-tidy-19"
# g++'s own flags that clang does not know, and what only names output.
DROPPED_FLAGS = {"-c", "-fno-canonical-system-headers"}
KEEP_SECONDS = 90 * 24 * 3600


def cache_folder():
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "sumi-tidy")


def units_of(build, root):
    """Path from the root -> its flags, for the C++ units of the tree itself."""
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        commands = json.load(file)
    units = {}
    for entry in commands:
        path = os.path.relpath(entry["file"], root)
        if path.endswith(".cc") and path.split("/")[0] in ("src", "tests", "bench"):
            units[path] = " ".join(entry["command"].replace(root, "").split()[1:])
    return units


def key_of(path, flags, tree, settings):
    digest = hashlib.sha256(settings)
    digest.update(flags.encode())
    for header in [path] + sorted("src/" + h for h in tree.reached([h for _, _, h in tree.includes[path]])):
        if header in tree.text:
            digest.update(b"\0" + header.encode() + b"\0" + tree.text[header].encode())
    return digest.hexdigest()


def forget_old(folder):
    for name in os.listdir(folder):
        if time.time() - os.path.getmtime(os.path.join(folder, name)) > KEEP_SECONDS:
            os.remove(os.path.join(folder, name))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default="build/dev")
    parser.add_argument("--list", action="store_true", help="only name the units that would be looked at")
    parser.add_argument("--only", default="", help="only units whose path contains this")
    options = parser.parse_args()
    process.end_on_signals()

    root = os.getcwd()
    with open(".clang-tidy", "rb") as file:
        settings = subprocess.run([CLANG_TIDY, "--version"], capture_output=True, check=True).stdout + file.read()
    tree = check.Tree(root)
    folder = cache_folder()
    os.makedirs(folder, exist_ok=True)
    forget_old(folder)

    runs, keys = [], {}
    units = units_of(options.build, root)
    for path, flags in sorted(units.items()):
        if path not in tree.includes or options.only not in path:
            continue
        mark = os.path.join(folder, key_of(path, flags, tree, settings))
        if os.path.exists(mark):
            os.utime(mark)
            continue
        keys[path] = mark
        runs.append(process.Run(path, [CLANG_TIDY, "-p", options.build, "--quiet", "--use-color=false", path],
                                os.path.join("var", "test", "tidy", path.replace("/", "_") + ".log"), 600))
    process.say(f"  {len(runs)} of {len(units)} units to look at, the others passed before")
    if options.list:
        for one in runs:
            process.say("  " + one.name)
        return

    failed, seen, done = 0, set(), 0
    for outcome in process.run_all(runs):
        done += 1
        if outcome.code == 0:
            open(keys[outcome.run.name], "w", encoding="utf-8").close()
        else:
            failed += 1
            for block in re.split(r"\n(?=/)", outcome.tail(400)):
                first = block.split("\n")[0]
                if re.search(r": (?:error|warning): ", first) and first not in seen:
                    seen.add(first)  # a finding in a header comes with every unit
                    process.say("  " + block.replace(root + "/", "").rstrip().replace("\n", "\n  "))
            if not re.search(r": error: ", outcome.tail(400)):
                process.say(f"  {outcome.run.name}: {CLANG_TIDY}: {outcome.why()}")
        if done % 20 == 0:
            process.say(f"  {done} of {len(runs)}")
    process.say(f"  {len(runs) - failed} units passed, {failed} with findings")
    process.finish(0 if failed else 1, 1 if failed else 0)


if __name__ == "__main__":
    main()
