#!/usr/bin/env python3
"""The demo store's story out of the other examples': eight of them side by side in one store, in the order of their days.

Writes story.inc beside this file; tests/examples compares. A story's own names get its letter (O1 of the boiler becomes O1a); the verifier, the committee and the
secretariat are the same in all of them. Expectations and shows stay where they are, in the stories' own examples."""

import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
STORIES = ["boiler", "lighting", "pump", "biochar", "houses", "machine-tools", "solar-programme", "registry"]
SHARED = {"V1", "C"}
KEPT = {"JC", "ER", "EN", "FO", "FM", "ET", "BF", "JP", "VCU", "AG", "CN", "GV", "RT", "FY"}
NAME = re.compile(r"(?<![\w\"$.-])([A-Z][A-Z0-9]{0,3})(?=[\s=:,\]/)}]|$)")


def outside_texts(line, change):
    """Applies `change` to what does not stand in quotation marks or a comment."""
    parts = re.split(r'("(?:[^"\\]|\\.)*")', line)
    return "".join(p if p.startswith('"') else change(p) for p in parts)


def blocks(name, letter):
    """(time, lines) for each `at` of a story, each block beginning with who acts."""
    acting, current, persons = "", None, []
    story = HERE.parent / name / "story.inc"
    text = story.read_text(encoding="utf-8")
    text = re.sub(r'^include "(.+)"$', lambda m: (story.parent / m.group(1)).read_text(encoding="utf-8"), text, flags=re.M)
    for line in text.splitlines():
        words = line.split()
        if not words or words[0].startswith("#") or words[0] in ("expect", "show", "say"):
            continue
        if words[0] == "person":
            persons += words[1:]
            continue
        if words[0] in ("at",):
            if current:
                yield current
            current = (words[1], [acting] if acting else [], persons)
            continue
        line = outside_texts(line, lambda p: NAME.sub(lambda m: m.group(1) if m.group(1) in KEPT | SHARED else m.group(1) + letter, p))
        line = re.sub(r'"([\w-]+\.(?:toml|csv|xlsx))"', rf'"../{name}/\1"', line)
        if words[0] == "as" and ":" not in line.split('"')[0]:
            acting = line
        current[1].append(line)
    if current:
        yield current


def main():
    all_blocks, persons = [], []
    for number, name in enumerate(STORIES):
        for at, lines, who in blocks(name, chr(ord("a") + number)):
            persons += [p for p in who if p not in persons]
            all_blocks.append((at, number, name, lines))
    # What a register brings in comes before its own first case; the papers of accounts bind from the first filing on, so they stay on their day.
    at, number, name, lines = next(b for b in all_blocks if b[2] == "registry")
    later = [l for l in lines if "FileAccountDocuments" in l or "SetAccountControl" in l]
    early = [l for l in lines if l not in later and "-> refused registry.account_documents_needed" not in l]
    all_blocks.remove((at, number, name, lines))
    all_blocks += [("2024-04-01T10:00", number, name, early), (at, number, name, later)]
    all_blocks.sort(key=lambda b: (b[0], b[1]))
    waiting = (HERE / "waiting.inc").read_text(encoding="utf-8")
    persons += [p for line in waiting.splitlines() if line.startswith("person ") for p in line.split()[1:]]
    waiting = "".join(line for line in waiting.splitlines(keepends=True) if not line.startswith("person "))
    out = ["# Made by make.py out of the stories of " + ", ".join(STORIES) + ".", "# 「例」の物語を一つの台帳で、日の順に演じる。", "", "person " + " ".join(persons)]
    once = set()
    for at, number, name, lines in all_blocks:
        out += ["", f"# {name}", f"at {at}"]
        for line in lines:
            words = line.split()
            shared = words[0] in ("organisation", "grant") and (words[1] in SHARED or (words[0] == "grant" and (words[2] in SHARED | {"1"})))
            system = words[0] == "account" and words[-1] in ("retirement", "cancellation", "buffer", "government", "expiry")
            key = (words[0], words[-1]) if system else line
            if (shared or system) and key in once:
                continue
            once.add(key)
            out.append(line)
    text = "\n".join(out) + "\n"
    text += "\n" + waiting
    target = HERE / "story.inc"
    if "--check" in sys.argv:
        sys.exit(0 if target.read_text(encoding="utf-8") == text else "story.inc is not what make.py writes")
    target.write_text(text, encoding="utf-8")


main()
