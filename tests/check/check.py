#!/usr/bin/env python3
"""The house's own checks over a tree: the layering, the bans, the form of includes. No compiler, no network; about a second.

    check.py [--root DIR]     findings as file:line: message, then "N passed, N failed": one count per rule
"""

import argparse
import os
import re
import sys
from dataclasses import dataclass

import cpp_text
import rules

SKIPPED_FOLDERS = {".git", "build", "var", "node_modules", "__pycache__"}
CPP = (".h", ".cc")
NOT_LIBRARY = re.compile(r"_(?:test|fuzz|bench)\.(?:cc|h)$|/test(?:ing|_support)\.(?:cc|h)$")


@dataclass(order=True)
class Finding:
    path: str
    line: int
    rule: str
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.message} [{self.rule}]"


def files_of(root):
    """Every file of the tree, as sorted paths from its root; what is built or fetched aside."""
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in SKIPPED_FOLDERS)
        found += [os.path.relpath(os.path.join(folder, n), root) for n in names]
    return sorted(found)


def cpp_files_of(root):
    return [p for p in files_of(root) if p.endswith(CPP) and p.split("/")[0] in ("src", "tests", "bench", "examples")]


def read_text(path):
    """None for what is no UTF-8 text: seeds of fuzz targets, cp932 examples."""
    with open(path, "rb") as file:
        data = file.read()
    try:
        return None if b"\0" in data else data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def room_of(path):
    parts = path.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "src" else None


def allowed_rooms():
    """Room -> every room it may include, itself and base among them."""
    closed = {}

    def close(room):
        if room not in closed:
            closed[room] = {room, "base"}
            for below in rules.ROOMS[room]:
                closed[room] |= close(below)
        return closed[room]

    for room in rules.ROOMS:
        close(room)
    return closed


def starts_as(header, names):
    return next((n for n in names if header == n or (header.startswith(n) and (n.endswith("/") or header[len(n)] in "/."))), None)


class Tree:
    def __init__(self, root):
        self.root = root
        self.paths = files_of(root)
        self.text = {}
        self.code = {}
        self.includes = {}
        for path in cpp_files_of(root):
            text = read_text(os.path.join(root, path))
            if text is None:
                text = ""
            self.text[path] = text
            self.code[path] = cpp_text.code_only(text)
            self.includes[path] = cpp_text.includes(text)

    def reached(self, headers):
        """The headers of the tree that these headers bring, themselves among them."""
        seen, queue = set(), list(headers)
        while queue:
            header = queue.pop()
            if header in seen:
                continue
            seen.add(header)
            queue += [name for _, _, name in self.includes.get("src/" + header, [])]
        return seen


def check_layering(tree):
    allowed = allowed_rooms()
    for path, found in tree.includes.items():
        room = room_of(path)
        if room is None:
            continue
        if room not in rules.ROOMS:
            yield Finding(path, 1, "layering", f"the room {room} is in no table: add it to ROOMS in tests/check/rules.py and to src/README.md")
            continue
        extra = tree.reached(rules.EXTRA_HEADERS.get(room, []))
        for line, _, header in found:
            target = header.split("/")[0]
            if target not in rules.ROOMS or "/" not in header or header in extra or target in allowed[room]:
                continue
            others = f", and {', '.join(rules.EXTRA_HEADERS[room])}" if room in rules.EXTRA_HEADERS else ""
            yield Finding(path, line, "layering", f"{room} may not include {header}: it may include {', '.join(sorted(allowed[room]))}{others}")


def check_cmake_rooms(tree):
    """What a room links is what it may include."""
    allowed = allowed_rooms()
    text = read_text(os.path.join(tree.root, "CMakeLists.txt")) if "CMakeLists.txt" in tree.paths else ""
    for match in re.finditer(r"^sumi_room\((\w+)([^)]*)\)", text or "", re.MULTILINE):
        room, uses = match[1], re.search(r"\bUSES((?:\s+[a-z]\w*)+)", match[2])
        line = cpp_text.line_of(text, match.start())
        if room not in rules.ROOMS:
            yield Finding("CMakeLists.txt", line, "linked-rooms", f"the room {room} is in no table: add it to ROOMS in tests/check/rules.py")
            continue
        for used in uses[1].split() if uses else []:
            if used not in allowed[room]:
                yield Finding("CMakeLists.txt", line, "linked-rooms",
                              f"{room} may not link {used}: it may link {', '.join(sorted(allowed[room] - {room}))}")


def check_include_form(tree):
    for path, found in tree.includes.items():
        if room_of(path) is None:
            continue
        for line, system, header in found:
            known = "src/" + header in tree.text or header in tree.text
            if not system and not known:
                yield Finding(path, line, "include-form", f'"{header}" is no file of the tree: write "room/file.h", and <...> for libraries')
            if system and known:
                yield Finding(path, line, "include-form", f'<{header}> is a file of the tree: write "{header}"')
            if header.endswith(".cc"):
                yield Finding(path, line, "include-form", f"{header} is a source: include a header that declares what you need")


def check_pragma_once(tree):
    for path, code in tree.code.items():
        if path.endswith(".h") and not re.search(r"^[ \t]*#[ \t]*pragma[ \t]+once\b", code, re.MULTILINE):
            yield Finding(path, 1, "pragma-once", "a header begins with #pragma once, after its opening comment")


def check_libraries(tree):
    for path, found in tree.includes.items():
        room = room_of(path)
        if room is None or NOT_LIBRARY.search(path):
            continue
        for line, _, header in found:
            name = starts_as(header, rules.LIBRARY_ROOMS)
            if name and room not in rules.LIBRARY_ROOMS[name][0]:
                rooms, instead = rules.LIBRARY_ROOMS[name]
                yield Finding(path, line, "libraries", f"<{header}> belongs to src/{' and src/'.join(rooms)} alone: use {instead}")


def check_heavy_headers(tree):
    for path, found in tree.includes.items():
        if not path.startswith("src/") or not path.endswith(".h"):
            continue
        for line, _, header in found:
            if starts_as(header, rules.HEAVY_HEADERS):
                yield Finding(path, line, "heavy-headers",
                              f"<{header}> costs seconds of every unit that sees it: include it in one .cc and declare here what that offers")


def ban_covers(ban, path):
    if path in ban.except_files or (ban.headers_only and not path.endswith(".h")):
        return False
    room = room_of(path)
    if room is None:
        return ban.rooms is None and ban.tests_too
    if room in ban.except_rooms or (ban.rooms is not None and room not in ban.rooms):
        return False
    return ban.tests_too or not NOT_LIBRARY.search(path)


def check_ban(tree, ban):
    for path, code in tree.code.items():
        if not ban_covers(ban, path):
            continue
        for line, _, header in tree.includes[path]:
            if starts_as(header, ban.headers):
                yield Finding(path, line, ban.name, f"<{header}>: {ban.message}")
        if ban.regex:
            code = re.sub(r"^[ \t]*#[ \t]*include\b[^\n]*", lambda m: cpp_text.blank(m[0]), code, flags=re.MULTILINE)
            for match in ban.regex.finditer(code):
                yield Finding(path, cpp_text.line_of(code, match.start()), ban.name, f"{match[0].strip()}: {ban.message}")


def check_text_ban(tree, ban):
    for path in tree.paths:
        text = tree.text.get(path)
        if text is None:
            text = read_text(os.path.join(tree.root, path))
        for match in ban.regex.finditer(text or ""):
            yield Finding(path, cpp_text.line_of(text, match.start()), ban.name, f"{match[0].strip()}: {ban.message}")


def run_checks(root):
    """Rule -> its findings. Every rule has a key, also where nothing was found."""
    tree = Tree(root)
    results = {
        "layering": list(check_layering(tree)),
        "linked-rooms": list(check_cmake_rooms(tree)),
        "include-form": list(check_include_form(tree)),
        "pragma-once": list(check_pragma_once(tree)),
        "libraries": list(check_libraries(tree)),
        "heavy-headers": list(check_heavy_headers(tree)),
    }
    results.update({ban.name: list(check_ban(tree, ban)) for ban in rules.BANS})
    results.update({ban.name: list(check_text_ban(tree, ban)) for ban in rules.TEXT_BANS})
    return results


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
    root = parser.parse_args().root
    results = run_checks(root)
    for finding in sorted(f for found in results.values() for f in found):
        print(finding)
    failed = sum(1 for found in results.values() if found)
    print(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
